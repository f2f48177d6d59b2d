package vocabulario_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
	"github.com/operacion-abierta/operacion/doe/vocabulario/prueba"
)

type turno string

const (
	matutino   turno = "matutino"
	vespertino turno = "vespertino"
)

var turnos = vocabulario.Tabla[turno]{
	{Clave: matutino, Nombre: "Matutino", Descripcion: "De 8 a 15 horas.", Fuente: norma.Configuracion("turnos")},
	{Clave: vespertino, Nombre: "Vespertino", Descripcion: "De 13 a 20 horas.", Fuente: norma.Configuracion("turnos")},
}

func Example() {
	t, err := turnos.Parse("vespertino")
	fmt.Println(turnos.Nombre(t), err)
	_, err = turnos.Parse("nocturno")
	fmt.Println(err)
	// Output:
	// Vespertino <nil>
	// not in the vocabulary: want one of [matutino vespertino]
}

func TestLaTablaTieneSusConstantes(t *testing.T) {
	prueba.Concuerda(t, turnos, turnos.Parse, matutino, vespertino)
}

func TestLoQueNoEstaNoTieneNombre(t *testing.T) {
	assert.Equal(t, "Matutino", turnos.Nombre(matutino))
	assert.Empty(t, turnos.Nombre("nocturno"))
	assert.Empty(t, vocabulario.Tabla[turno]{}.Nombre(""))
}

func TestLaFormaEsLaListaCerrada(t *testing.T) {
	f := turnos.Forma()
	assert.Equal(t, "string", f.Tipo)
	assert.Equal(t, []string{"matutino", "vespertino"}, f.Valores)
}

func TestUnaVozSeEscribeConSuFuente(t *testing.T) {
	b, err := json.Marshal(turnos[0])
	assert.NoError(t, err)
	assert.JSONEq(t, `{"clave":"matutino","nombre":"Matutino","descripcion":"De 8 a 15 horas.","fuente":{"norma":"configuración","nota":"turnos"}}`, string(b))
}

// calla takes failures in without failing.
type calla struct {
	testing.TB
	faltas int
}

func (c *calla) Helper()               {}
func (c *calla) Errorf(string, ...any) { c.faltas++ }

func TestLaPruebaHallaLoQueNoConcuerda(t *testing.T) {
	falla := func(tabla vocabulario.Tabla[turno], parse func(string) (turno, error), constantes ...turno) bool {
		c := &calla{TB: t}
		prueba.Concuerda(c, tabla, parse, constantes...)
		return c.faltas > 0
	}
	assert.True(t, falla(turnos, turnos.Parse, matutino), "una voz de más")
	assert.True(t, falla(turnos[:1], turnos[:1].Parse, matutino, vespertino), "una de menos")
	assert.True(t, falla(turnos, func(s string) (turno, error) { return turno(s), nil }, matutino, vespertino), "lee cualquier cosa")
	sin := vocabulario.Tabla[turno]{{Clave: matutino, Nombre: "Matutino", Descripcion: "De 8 a 15 horas."}}
	assert.True(t, falla(sin, sin.Parse, matutino), "sin fuente")
}
