package fecha_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/operacion-abierta/operacion/doe/fecha"
)

func TestParseAceptaSoloDiasQueExisten(t *testing.T) {
	for _, s := range []string{"2026-02-28", "2024-02-29", "0001-01-01", "9999-12-31"} {
		f, err := fecha.Parse(s)
		require.NoError(t, err, s)
		assert.Equal(t, s, f.String())
	}
	for _, s := range []string{"", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "0000-01-01", "26-01-01", "2026/01/01", "2026-1-01", "+026-01-01", "2026-01-01 "} {
		_, err := fecha.Parse(s)
		assert.ErrorIs(t, err, fecha.ErrFecha, s)
	}
}

func TestLaFechaConcuerdaConElTiempoDeGo(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		n := rapid.IntRange(-200_000, 200_000).Draw(rt, "ordinal")
		f, g := fecha.DeOrdinal(n), time.Unix(int64(n)*86400, 0).UTC()
		if f.String() != g.Format(time.DateOnly) || f.Ordinal() != n || f.DiaSemana() != g.Weekday() {
			rt.Fatalf("%s, want %s", f, g.Format(time.DateOnly))
		}
		m := rapid.IntRange(-4000, 4000).Draw(rt, "días")
		if h := f.Sumar(m); f.Dias(h) != m || (m > 0) != h.After(f) || (m < 0) != h.Before(f) {
			rt.Fatalf("%s + %d = %s", f, m, h)
		}
		if f.Siguiente() != f.Sumar(1) {
			rt.Fatalf("the day after %s", f)
		}
	})
}

func TestElDiaCivilEsElDeLaCiudadDeMexico(t *testing.T) {
	// 05:59 UTC is still the day before in Mexico City, which keeps UTC-6 all
	// year since October 2022.
	i, err := fecha.ParseInstante("2026-07-01T05:59:59Z")
	require.NoError(t, err)
	assert.Equal(t, "2026-06-30", i.Dia().String())
	assert.Equal(t, "2026-07-01", i.Sumar(time.Second).Dia().String())
	// Summer time was in force on 2022-07-01: UTC-5.
	v, err := fecha.ParseInstante("2022-07-01T05:00:00Z")
	require.NoError(t, err)
	assert.Equal(t, "2022-07-01", v.Dia().String())
	assert.Equal(t, time.Duration(0), v.Hora())
	assert.Equal(t, v, fecha.MustParse("2022-07-01").Inicio())
}

func TestElInstanteSeCortaALosMicrosegundos(t *testing.T) {
	i := fecha.De(time.Date(2026, 3, 2, 16, 20, 0, 123_456_789, time.UTC))
	assert.Equal(t, "2026-03-02T16:20:00.123456Z", i.String())
	j, err := fecha.ParseInstante("2026-03-02T10:20:00.123456-06:00")
	require.NoError(t, err)
	assert.Equal(t, i, j)
	_, err = fecha.ParseInstante("2026-03-02")
	assert.ErrorIs(t, err, fecha.ErrInstante)
}

func TestElCeroNoEsNingunaFecha(t *testing.T) {
	type datos struct {
		F fecha.Fecha    `json:"f,omitzero"`
		I fecha.Instante `json:"i,omitzero"`
	}
	b, err := json.Marshal(datos{})
	require.NoError(t, err)
	assert.JSONEq(t, `{}`, string(b))
	assert.True(t, fecha.De(time.Time{}).IsZero())
	assert.True(t, fecha.Fecha{}.Before(fecha.MustParse("0001-01-01")))
	lleno := datos{F: fecha.MustParse("2026-03-02"), I: fecha.De(time.Unix(1, 0))}
	b, err = json.Marshal(lleno)
	require.NoError(t, err)
	assert.JSONEq(t, `{"f":"2026-03-02","i":"1970-01-01T00:00:01.000000Z"}`, string(b))
	var otra datos
	require.NoError(t, json.Unmarshal(b, &otra))
	assert.Equal(t, lleno, otra)
}

func TestADateIsWrittenAsLettersWriteIt(t *testing.T) {
	assert.Equal(t, "1 de octubre de 2022", fecha.MustParse("2022-10-01").EnPalabras())
	assert.Equal(t, "31 de enero de 1947", fecha.MustParse("1947-01-31").EnPalabras())
	assert.Empty(t, fecha.Fecha{}.EnPalabras())
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"2026-03-02", "2024-02-29", "9999-12-31", "2026-02-30"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := fecha.Parse(s)
		if err == nil && d.String() != s {
			t.Fatalf("%q reads as %s", s, d)
		}
		g, err2 := time.Parse(time.DateOnly, s)
		if err2 == nil && g.Year() > 0 && (err != nil) {
			t.Fatalf("%q is a date: %v", s, err)
		}
	})
}
