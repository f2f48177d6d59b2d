package plazo_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/plazo"
)

// santo is a suspension of Good Friday of 2025 as an accord would publish it.
func santo(t testing.TB, ambitos ...string) plazo.Suspension {
	s, err := plazo.NuevaSuspension(plazo.Suspension{
		Clave: "santo-2025", Instrumento: "Acuerdo de prueba",
		Calendarios: []plazo.NombreCalendario{plazo.LFPA},
		Desde:       f("2025-04-18"), Hasta: f("2025-04-18"), Ambitos: ambitos,
	})
	require.NoError(t, err)
	return s
}

func TestUnaSuspensionMueveElVencimiento(t *testing.T) {
	veinte := habiles(20, plazo.LFPA)
	o := plazo.Opciones{}
	c := plazo.Oficiales().Con(santo(t))
	assert.Equal(t, "2025-04-21", vence(t, c, veinte, "2025-03-20", o))
	assert.Equal(t, "2025-04-18", vence(t, plazo.Oficiales(), veinte, "2025-03-20", o), "the official calendars stay")
	assert.Equal(t, "2025-04-17", vence(t, c, habiles(20, plazo.CFF), "2025-03-20", o), "another calendar")
	_, motivo := c.Habil(plazo.LFPA, f("2025-04-18"), "ooad-14")
	assert.Equal(t, "suspensión: Acuerdo de prueba", motivo)
	require.Len(t, c.Suspensiones(), 1)
	c.Suspensiones()[0].Calendarios[0] = plazo.CFF
	assert.Equal(t, plazo.LFPA, c.Suspensiones()[0].Calendarios[0], "a copy")
}

func TestUnaSuspensionDeUnAmbitoNoTocaALosDemas(t *testing.T) {
	c := plazo.Oficiales().Con(santo(t, "ooad-14", "ooad-20"))
	veinte := habiles(20, plazo.LFPA)
	for ambito, quiere := range map[string]string{
		"ooad-14": "2025-04-21", "ooad-20": "2025-04-21", "ooad-15": "2025-04-18", "": "2025-04-18",
	} {
		assert.Equal(t, quiere, vence(t, c, veinte, "2025-03-20", plazo.Opciones{Ambito: ambito}), ambito)
	}
	c = c.Con(plazo.Suspension{Clave: "b", Instrumento: "otra", Calendarios: []plazo.NombreCalendario{plazo.LFPA, plazo.LFT},
		Desde: f("2025-04-16"), Hasta: f("2025-04-17")})
	assert.Equal(t, "2025-04-23", vence(t, c, veinte, "2025-03-20", plazo.Opciones{Ambito: "ooad-14"}), "both")
	assert.Equal(t, "2025-04-22", vence(t, c, veinte, "2025-03-20", plazo.Opciones{}))
	ok, _ := c.Habil(plazo.LFT, f("2025-04-16"), "")
	assert.False(t, ok)
}

func TestNuevaSuspensionDiceTodasSusFallas(t *testing.T) {
	_, err := plazo.NuevaSuspension(plazo.Suspension{})
	var e *falla.Error
	require.ErrorAs(t, err, &e)
	assert.Equal(t, falla.Invalida, e.Clase)
	var donde []string
	for _, x := range e.Fallas {
		donde = append(donde, x.Ubicacion+" "+x.Codigo)
	}
	assert.Equal(t, []string{
		"body.clave PLAZO-SUSPENSION-01", "body.instrumento PLAZO-SUSPENSION-01",
		"body.calendarios PLAZO-SUSPENSION-02",
		"body.desde PLAZO-SUSPENSION-03", "body.hasta PLAZO-SUSPENSION-03",
	}, donde)

	casos := map[string]func(*plazo.Suspension){
		"PLAZO-SUSPENSION-01": func(s *plazo.Suspension) { s.Instrumento = "" },
		"PLAZO-SUSPENSION-02": func(s *plazo.Suspension) { s.Calendarios = append(s.Calendarios, "gregoriano") },
		"PLAZO-SUSPENSION-03": func(s *plazo.Suspension) { s.Hasta = f("2025-04-17") },
		"PLAZO-SUSPENSION-04": func(s *plazo.Suspension) { s.Ambitos = []string{"ooad-14", "ooad-14"} },
	}
	for codigo, romper := range casos {
		s := santo(t)
		romper(&s)
		_, err := plazo.NuevaSuspension(s)
		require.ErrorAs(t, err, &e, codigo)
		require.Len(t, e.Fallas, 1)
		assert.Equal(t, codigo, e.Fallas[0].Codigo)
	}
}

func TestSuspenderloTodoNoCuelgaLaCuenta(t *testing.T) {
	c := plazo.Oficiales().Con(plazo.Suspension{Clave: "x", Instrumento: "x", Calendarios: []plazo.NombreCalendario{plazo.LFPA},
		Desde: f("1900-01-01"), Hasta: f("2200-12-31")})
	_, err := c.Contar(habiles(1, plazo.LFPA), f("2025-01-02"), plazo.Opciones{})
	assert.ErrorIs(t, err, plazo.ErrRango)
	_, corre := c.Vence(habiles(1, plazo.LFPA), f("2025-01-02"), plazo.Opciones{})
	assert.False(t, corre)
	assert.True(t, c.SiguienteHabil(plazo.LFPA, f("2025-01-02"), "").IsZero())
}
