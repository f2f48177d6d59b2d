package identificador_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/operacion-abierta/operacion/doe/identificador"
)

func TestUnRegistroPatronalTieneOnceCaracteres(t *testing.T) {
	for s, quiere := range map[string]identificador.RegistroPatronal{
		"Y5423870109": "Y5423870109", "y54-23870-10-9": "Y5423870109", "01234567890": "01234567890",
		"": "", "Y542387010": "", "Y54238701099": "", "YY423870109": "", "Y54238701O9": "", "ñ5423870109": "",
	} {
		r, err := identificador.ParseRegistroPatronal(s)
		assert.Equal(t, quiere, r, s)
		if quiere == "" {
			assert.ErrorIs(t, err, identificador.ErrForma, s)
		}
	}
	r, _ := identificador.ParseRegistroPatronal("Y5423870109")
	assert.Equal(t, "10", r.Modalidad())
	assert.Equal(t, "********109", r.Enmascarar())
	assert.Empty(t, identificador.RegistroPatronal("").Modalidad())
}
