package plazo_test

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/plazo"
)

var f = fecha.MustParse

func habiles(n int, c plazo.NombreCalendario) plazo.Termino {
	return plazo.Termino{Cuenta: n, Clase: plazo.Habiles, Calendario: c}
}

// vence counts both ways and demands that they agree.
func vence(t testing.TB, c *plazo.Calendarios, te plazo.Termino, desde string, o plazo.Opciones) string {
	t.Helper()
	k, err := c.Contar(te, f(desde), o)
	require.NoError(t, err)
	v, corre := c.Vence(te, f(desde), o)
	assert.Equal(t, k.Vence, v)
	assert.Equal(t, !k.Vence.IsZero(), corre)
	return v.String()
}

// vectores were worked out by hand from LFPA art. 28 and CFF art. 12:
// presentation, working days, end under each.
const vectores = `2023-01-30,10,2023-02-13,2023-02-14
2023-03-17,3,2023-03-23,2023-03-23
2023-03-20,5,2023-03-28,2023-03-27
2023-08-31,1,2023-09-04,2023-09-01
2023-08-31,20,2023-09-29,2023-09-28
2023-09-15,1,2023-09-18,2023-09-18
2024-04-30,5,2024-05-08,2024-05-08
2024-11-15,10,2024-12-02,2024-12-02
2024-11-29,5,2024-12-06,2024-12-06
2025-03-20,20,2025-04-18,2025-04-17
2022-12-16,10,2022-12-30,2022-12-30
2022-10-03,50,2022-12-12,2022-12-13
2025-08-29,45,2025-11-04,2025-11-03`

func probarVectores(t *testing.T, texto string) {
	filas, err := csv.NewReader(strings.NewReader(texto)).ReadAll()
	require.NoError(t, err)
	n := 0
	for _, fila := range filas {
		if fila[0] == "presentacion" {
			continue
		}
		n++
		d, err := strconv.Atoi(fila[1])
		require.NoError(t, err)
		assert.Equal(t, fila[2], vence(t, plazo.Oficiales(), habiles(d, plazo.LFPA), fila[0], plazo.Opciones{}), "LFPA %v", fila)
		assert.Equal(t, fila[3], vence(t, plazo.Oficiales(), habiles(d, plazo.CFF), fila[0], plazo.Opciones{}), "CFF %v", fila)
	}
	assert.Equal(t, 13, n)
}

func TestVectoresDeLosArticulos(t *testing.T) { probarVectores(t, vectores) }

func TestVectoresCompartidos(t *testing.T) {
	b, err := os.ReadFile("../../../shared/datos/plazos_vectors.csv")
	if err != nil {
		t.Skip("no shared vectors")
	}
	probarVectores(t, string(b))
}

func TestDescansosDeCadaNorma(t *testing.T) {
	const (
		lfpa = 1 << iota
		cff
		lft
	)
	bits := map[plazo.NombreCalendario]int{plazo.LFPA: lfpa, plazo.CFF: cff, plazo.LFT: lft}
	casos := map[string]int{ // weekdays only, and which calendars rest on them
		"2025-01-01": lfpa | cff | lft,
		"2025-02-03": cff | lft, // first Monday of February
		"2025-02-05": lfpa,
		"2025-03-17": cff | lft, // third Monday of March
		"2025-03-21": lfpa,
		"2025-05-01": lfpa | cff | lft,
		"2025-05-05": lfpa | cff,
		"2025-09-01": lfpa,
		"2025-09-16": lfpa | cff | lft,
		"2025-11-17": cff | lft, // third Monday of November
		"2025-11-20": lfpa,
		"2025-12-25": lfpa | cff | lft,
		"2025-12-01": 0, // no year of transfer
		"2025-10-01": 0,
		"2025-02-10": 0, // the second Monday is none
		"2025-04-18": 0, // Good Friday is in no article
		"2006-12-01": lfpa | cff | lft,
		"2036-12-01": lfpa | cff,
		"2024-10-01": lft,
		"2030-10-01": lft,
		"2012-10-01": 0, // LFT art. 74 before its reform
	}
	for dia, quienes := range casos {
		for n, bit := range bits {
			ok, motivo := plazo.Oficiales().Habil(n, f(dia), "")
			assert.Equal(t, quienes&bit == 0, ok, "%s %s %s", n, dia, motivo)
			assert.Equal(t, ok, motivo == "")
		}
	}
}

func TestLosDescansosEnDomingoDicenSuNombre(t *testing.T) {
	for dia, quiere := range map[string]string{
		"2018-07-01": "jornada electoral federal (LFT art. 74)",
		"2021-06-06": "jornada electoral federal (LFT art. 74)",
		"2024-06-02": "jornada electoral federal (LFT art. 74)",
		"2018-12-01": "1 de diciembre de cada seis años (LFT art. 74)",
		"2024-12-01": "domingo",
		"2024-11-30": "sábado",
	} {
		ok, motivo := plazo.Oficiales().Habil(plazo.LFT, f(dia), "")
		assert.False(t, ok)
		assert.Equal(t, quiere, motivo, dia)
	}
}

func TestReglasDeUnDiaFijo(t *testing.T) {
	c := plazo.Oficiales()
	antes, desde := plazo.Opciones{Reglas: f("2024-09-30")}, plazo.Opciones{Reglas: f("2024-10-01")}
	// LFT, reform of the DOF of 2024-09-30: 1 October instead of 1 December.
	uno := habiles(1, plazo.LFT)
	assert.Equal(t, "2024-10-02", vence(t, c, uno, "2024-09-30", plazo.Opciones{}))
	assert.Equal(t, "2024-10-01", vence(t, c, uno, "2024-09-30", antes))
	assert.Equal(t, "2024-10-02", vence(t, c, uno, "2024-09-30", desde))
	// 2036-12-01 is a Monday.
	assert.Equal(t, "2036-12-01", vence(t, c, uno, "2036-11-28", plazo.Opciones{}))
	assert.Equal(t, "2036-12-02", vence(t, c, uno, "2036-11-28", antes))
	assert.Equal(t, "2036-12-01", vence(t, c, uno, "2036-11-28", desde))
}

func TestMesesYAniosDeLFPA29(t *testing.T) {
	mes := plazo.Termino{Cuenta: 1, Clase: plazo.Meses, Calendario: plazo.LFPA}
	tres := plazo.Termino{Cuenta: 3, Clase: plazo.Meses, Calendario: plazo.LFPA}
	anio := plazo.Termino{Cuenta: 1, Clase: plazo.Anios, Calendario: plazo.LFPA}
	c := plazo.Oficiales()
	assert.Equal(t, "2025-02-14", vence(t, c, mes, "2025-01-14", plazo.Opciones{}), "same number")
	assert.Equal(t, "2025-03-03", vence(t, c, mes, "2025-01-31", plazo.Opciones{}), "no 31 February; 1 and 2 March are a weekend")
	assert.Equal(t, "2024-02-29", vence(t, c, mes, "2024-01-29", plazo.Opciones{}), "leap year")
	assert.Equal(t, "2025-02-17", vence(t, c, mes, "2025-01-15", plazo.Opciones{}), "15 February is a Saturday")
	assert.Equal(t, "2025-09-02", vence(t, c, tres, "2025-06-01", plazo.Opciones{}), "1 September does not count")
	assert.Equal(t, "2025-02-28", vence(t, c, tres, "2024-11-28", plazo.Opciones{}), "over the year")
	assert.Equal(t, "2025-03-03", vence(t, c, anio, "2024-02-29", plazo.Opciones{}), "no 29 February 2025")
	assert.Equal(t, "2026-06-10", vence(t, c, anio, "2025-06-10", plazo.Opciones{}))
	assert.Equal(t, "2025-07-15", vence(t, c, tres, "2025-03-14", plazo.Opciones{Prorroga: 1, Pausas: []plazo.Pausa{
		{Desde: f("2025-04-01"), Hasta: f("2025-04-01")}}}), "four months and one day paused")
}

func TestDiasNaturales(t *testing.T) {
	c := plazo.Oficiales()
	con := plazo.Termino{Cuenta: 10, Clase: plazo.Naturales, Calendario: plazo.LFPA}
	sin := plazo.Termino{Cuenta: 10, Clase: plazo.Naturales}
	assert.Equal(t, "2025-06-16", vence(t, c, con, "2025-06-05", plazo.Opciones{}), "15 June is a Sunday")
	assert.Equal(t, "2025-06-15", vence(t, c, sin, "2025-06-05", plazo.Opciones{}))
	assert.Equal(t, "2025-06-13", vence(t, c, con, "2025-06-03", plazo.Opciones{}))
}

func TestPausas(t *testing.T) {
	c, diez := plazo.Oficiales(), habiles(10, plazo.LFPA)
	p := func(desde, hasta string) plazo.Pausa {
		pa := plazo.Pausa{Desde: f(desde), Motivo: "prevención"}
		if hasta != "" {
			pa.Hasta = f(hasta)
		}
		return pa
	}
	v := func(ps ...plazo.Pausa) string { return vence(t, c, diez, "2025-06-02", plazo.Opciones{Pausas: ps}) }
	assert.Equal(t, "2025-06-16", v())
	assert.Equal(t, "2025-06-19", v(p("2025-06-05", "2025-06-09")), "Thursday to Monday: three working days")
	assert.Equal(t, "2025-06-16", v(p("2025-06-07", "2025-06-08")), "a weekend adds nothing")
	assert.Equal(t, "2025-06-18", v(p("2025-06-11", "2025-06-11"), p("2025-06-04", "2025-06-04")), "in any order")
	assert.Equal(t, "2025-06-18", v(p("2025-06-04", "2025-06-05"), p("2025-06-05", "2025-06-05"), p("2025-06-04", "2025-06-04")), "shared days once")
	assert.Equal(t, "2025-06-16", v(p("2025-06-17", "2025-06-30")), "after the end")
	assert.Equal(t, "2025-06-16", v(p("2025-06-10", "2025-06-09")), "no days")
	assert.Equal(t, "2025-06-17", v(p("2025-05-01", "2025-06-03")), "begun before")
	assert.Empty(t, v(p("2025-06-16", "")), "still paused on the last day")
	assert.Equal(t, "2025-06-16", v(p("2025-06-17", "")), "paused when it was over")
	assert.Empty(t, v(p("2025-06-04", "2025-06-05"), p("2025-06-06", "")))

	k, err := c.Contar(diez, f("2025-06-02"), plazo.Opciones{Pausas: []plazo.Pausa{p("2025-06-04", "")}})
	require.NoError(t, err)
	assert.Equal(t, []plazo.Paso{{f("2025-06-03"), 1, "día hábil"}, {f("2025-06-04"), 0, "pausa: prevención"}}, k.Derivacion)
}

func TestProrroga(t *testing.T) {
	c := plazo.Oficiales()
	assert.Equal(t, "2025-06-23", vence(t, c, habiles(10, plazo.LFPA), "2025-06-02", plazo.Opciones{Prorroga: 5}))
	_, err := c.Contar(habiles(10, plazo.LFPA), f("2025-06-02"), plazo.Opciones{Prorroga: -1})
	assert.ErrorIs(t, err, plazo.ErrTermino)
}

func TestUnTerminoMalFormadoNoSeCuenta(t *testing.T) {
	c := plazo.Oficiales()
	for nombre, te := range map[string]plazo.Termino{
		"kind":        {Cuenta: 1, Clase: "horas", Calendario: plazo.LFPA},
		"zero":        habiles(0, plazo.LFPA),
		"too long":    habiles(3661, plazo.LFPA),
		"months":      {Cuenta: 121, Clase: plazo.Meses, Calendario: plazo.LFPA},
		"years":       {Cuenta: 11, Clase: plazo.Anios, Calendario: plazo.LFPA},
		"no calendar": habiles(1, ""),
		"calendar":    habiles(1, "lss"),
	} {
		_, err := c.Contar(te, f("2025-01-02"), plazo.Opciones{})
		assert.ErrorIs(t, err, plazo.ErrTermino, nombre)
		_, corre := c.Vence(te, f("2025-01-02"), plazo.Opciones{})
		assert.False(t, corre, nombre)
	}
	for _, desde := range []fecha.Fecha{{}, f("1899-12-31"), f("2201-01-01"), f("2200-12-30")} {
		_, err := c.Contar(habiles(5, plazo.LFPA), desde, plazo.Opciones{})
		assert.ErrorIs(t, err, plazo.ErrRango, desde)
		_, corre := c.Vence(habiles(5, plazo.LFPA), desde, plazo.Opciones{})
		assert.False(t, corre, desde)
	}
	v, corre := c.Vence(habiles(3660, plazo.LFPA), f("1900-01-01"), plazo.Opciones{})
	assert.True(t, corre)
	assert.Equal(t, 1914, v.Anio())
}

func TestDiasHabilesEntreFechas(t *testing.T) {
	c := plazo.Oficiales()
	assert.Equal(t, 20, c.DiasHabiles(plazo.LFPA, f("2025-03-20"), f("2025-04-18"), ""))
	assert.Equal(t, 21, c.DiasHabiles(plazo.CFF, f("2025-03-20"), f("2025-04-18"), ""))
	assert.Equal(t, 29, c.DiasHabiles("", f("2025-03-20"), f("2025-04-18"), ""))
	assert.Zero(t, c.DiasHabiles(plazo.LFPA, f("2025-04-18"), f("2025-03-20"), ""))
	assert.Zero(t, c.DiasHabiles("lss", f("2025-03-20"), f("2025-04-18"), ""))
}

func TestSiguienteHabil(t *testing.T) {
	c := plazo.Oficiales()
	assert.Equal(t, "2025-09-02", c.SiguienteHabil(plazo.LFPA, f("2025-08-30"), "").String())
	assert.Equal(t, "2025-09-02", c.SiguienteHabil(plazo.LFPA, f("2025-09-02"), "").String())
	assert.Equal(t, "2025-08-30", c.SiguienteHabil("", f("2025-08-30"), "").String())
	assert.True(t, c.SiguienteHabil(plazo.LFPA, fecha.Fecha{}, "").IsZero())
}

func TestTercioMitadYTexto(t *testing.T) {
	assert.Equal(t, 7, plazo.PrimerTercio(habiles(20, plazo.LFPA)), "6.67 days are 7")
	assert.Equal(t, 5, plazo.PrimerTercio(habiles(15, plazo.LFPA)))
	assert.Equal(t, 1, plazo.PrimerTercio(plazo.Termino{Cuenta: 3, Clase: plazo.Meses, Calendario: plazo.LFPA}))
	assert.Equal(t, 10, plazo.MitadMaxima(habiles(20, plazo.LFPA)))
	assert.Equal(t, 7, plazo.MitadMaxima(habiles(15, plazo.LFPA)), "7.5 days would be more than half if 8")

	assert.Equal(t, "20 días hábiles (LFPA)", habiles(20, plazo.LFPA).String())
	assert.Equal(t, "1 día natural", plazo.Termino{Cuenta: 1, Clase: plazo.Naturales}.String())
	assert.Equal(t, "1 año (LFPA)", plazo.Termino{Cuenta: 1, Clase: plazo.Anios, Calendario: plazo.LFPA}.String())
}

func TestLasDefinicionesCitanSuNorma(t *testing.T) {
	ds := plazo.Definiciones()
	cuentas := map[plazo.NombreCalendario]int{}
	for _, d := range ds {
		cuentas[d.Nombre] = len(d.Reglas)
		assert.False(t, d.FinDeSemana.IsZero())
		for _, r := range d.Reglas {
			assert.False(t, r.Fuente.IsZero(), r.Nombre)
			assert.True(t, (r.Dia > 0) != (r.Lunes > 0), r.Nombre)
		}
		n, err := plazo.ParseCalendario(string(d.Nombre))
		require.NoError(t, err)
		assert.Equal(t, d.Nombre, n)
	}
	assert.Equal(t, map[plazo.NombreCalendario]int{"lfpa": 10, "cff": 9, "lft": 12}, cuentas)
	_, err := plazo.ParseCalendario("LFPA")
	assert.ErrorIs(t, err, plazo.ErrTermino)
	ds[0].Reglas[0].Nombre = "otro"
	assert.Equal(t, "1 de enero", plazo.Definiciones()[0].Reglas[0].Nombre, "a copy")
}

func TestElTerminoViajaEnJSON(t *testing.T) {
	te := habiles(20, plazo.LFPA)
	te.Fuente = norma.Cita{Norma: "LFPA", Lugar: "art. 17"}
	b, err := json.Marshal(te)
	require.NoError(t, err)
	assert.JSONEq(t, `{"cuenta":20,"clase":"habiles","calendario":"lfpa","fuente":{"norma":"LFPA","lugar":"art. 17"}}`, string(b))
}
