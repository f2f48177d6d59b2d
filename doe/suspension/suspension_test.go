package suspension_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/suspension"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
)

func contexto(u doe.ClaveUnidad) tramite.Contexto {
	return tramite.Contexto{
		Ahora: fecha.MustParse("2025-04-14").Inicio().Sumar(12 * time.Hour), Folio: "SUS-2025-09-0000001-X",
		Actor:    doe.Actor{Sub: "u", Nombre: "U", Unidad: u, Puesto: doe.Titular},
		Catalogo: doe.Vigente(), Calendarios: plazo.Oficiales(), Azar: func() string { return "x" },
	}
}

func realizar(c tramite.Contexto, e suspension.Contenido) ([]*tramite.Cambio, error) {
	m, err := tramite.NuevaMesa(suspension.Suspensiones)
	if err != nil {
		return nil, err
	}
	return m.Realizar(c, tramite.Peticion{Coleccion: "suspensiones", Entrada: e})
}

func contenido() suspension.Contenido {
	return suspension.Contenido{
		Clave: "santo-2025", Instrumento: "Acuerdo", Calendarios: []plazo.NombreCalendario{plazo.LFPA},
		Desde: fecha.MustParse("2025-04-18"), Hasta: fecha.MustParse("2025-04-18"),
	}
}

func TestUnaSuspensionVigenteMueveElVencimiento(t *testing.T) {
	cambios, err := realizar(contexto("doe-7.1.5.2"), contenido())
	require.NoError(t, err)
	r := *cambios[0].Registro.(*suspension.Suspension)
	term := plazo.Termino{Cuenta: 20, Clase: plazo.Habiles, Calendario: plazo.LFPA}
	desde := fecha.MustParse("2025-03-20")
	antes, _ := plazo.Oficiales().Vence(term, desde, plazo.Opciones{})
	ahora, _ := suspension.Calendarios([]suspension.Suspension{r}).Vence(term, desde, plazo.Opciones{})
	assert.Equal(t, "2025-04-18", antes.String())
	assert.Equal(t, "2025-04-21", ahora.String())
	r.Estado = tramite.Retirado
	otra, _ := suspension.Calendarios([]suspension.Suspension{r}).Vence(term, desde, plazo.Opciones{})
	assert.Equal(t, antes, otra, "retirada, deja de mover")
}

func TestDiceTodasLasFallas(t *testing.T) {
	e := contenido()
	e.Hasta = fecha.MustParse("2025-04-01")
	e.Ambitos = []doe.ClaveOrgano{"ooad-99"}
	_, err := realizar(contexto("doe-7.1.5.2"), e)
	var mal *falla.Error
	require.ErrorAs(t, err, &mal)
	assert.Len(t, mal.Fallas, 2)
}

func TestOtraUnidadNoLaRegistra(t *testing.T) {
	_, err := realizar(contexto("doe-7.1.3"), contenido())
	assert.True(t, falla.DeClase(err, falla.Prohibida), "%v", err)
}

func TestLeeUnaSuspensionQuienTengaCuenta(t *testing.T) {
	cambios, err := realizar(contexto("doe-7.1.5.2"), contenido())
	require.NoError(t, err)
	for _, a := range []doe.Actor{
		{Sub: "taod", Unidad: doe.CAOOD, OOAD: "14", Puesto: doe.TAOD}, {Sub: "u", Unidad: "doe-7.1.2.4"}, {Sub: "e", Rol: doe.Evaluado, Organo: "ooad-14"},
	} {
		c := contexto("doe-7.1.3")
		c.Actor = a
		assert.Equal(t, tramite.Permitido, suspension.Suspensiones.Acceso(cambios[0].Registro, &c), a.Sub)
		assert.False(t, suspension.Suspensiones.Vista(&c).Nada, a.Sub)
	}
}

func TestPropiedades(t *testing.T) { prueba.Propiedades(t, suspension.Suspensiones, prueba.Opciones{}) }
