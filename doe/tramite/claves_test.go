package tramite_test

import (
	"encoding/json"
	"reflect"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/forma"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// conClaves is the loan with a clock for each note but the first.
func conClaves() (*tramite.Tramite[Prestamo], tramite.Acto[Prestamo, Nota], tramite.Acto[Prestamo, Nota]) {
	quitar := func(nombre string) tramite.Acto[Prestamo, Nota] {
		return tramite.Acto[Prestamo, Nota]{
			Nombre: nombre, Titulo: nombre, Descripcion: "Quita una nota.", De: tramite.Desde(prestado),
			Facultades: doe.Alguna("siade.atencion:atender"), Alcance: doe.Nacional, Ejemplo: Nota{Texto: "x"},
			Aplicar: func(r *Prestamo, e Nota, _ tramite.Suceso) {
				r.Notas = slices.DeleteFunc(r.Notas, func(n string) bool { return n == e.Texto })
			},
		}
	}
	cumplir, perder := quitar("cumplir"), quitar("perder")
	d := definicion()
	d.Actos = append(d.Actos, cumplir, perder)
	d.Plazos = []tramite.Plazo[Prestamo]{{
		Nombre: "notas", Titulo: "Notas", Frustra: []string{"perder"},
		Claves: func(r Prestamo) []string { return r.Notas },
		Fecha:  func(Prestamo, string) fecha.Fecha { return fecha.MustParse("2026-03-10") },
	}}
	return tramite.MustDefinir(d), cumplir, perder
}

func TestUnRelojConClavePuedeTerminarSinCumplirse(t *testing.T) {
	tr, cumplir, perder := conClaves()
	for _, caso := range []struct {
		acto     tramite.Acto[Prestamo, Nota]
		cumplido bool
	}{{cumplir, true}, {perder, false}} {
		h, err := tramite.Crear(tr, solicitar, Solicitud{Expediente: "A-1", Inmediato: true}, contexto(taod(), "2026-03-02"))
		require.NoError(t, err)
		require.Len(t, h.Registro.Relojes, 1)
		assert.True(t, h.Registro.Relojes[0].Corre())
		h, err = tramite.Ejecutar(tr, h.Registro, caso.acto, Nota{Texto: "al momento"}, contexto(taod(), "2026-03-04"))
		require.NoError(t, err)
		assert.Equal(t, "2026-03-04", h.Registro.Relojes[0].Fin.String())
		assert.Equal(t, caso.cumplido, h.Registro.Relojes[0].Cumplido, caso.acto.Nombre)
	}
}

func TestLoQueFrustraUnPlazoEsUnActoConocido(t *testing.T) {
	d := definicion()
	d.Plazos = []tramite.Plazo[Prestamo]{{
		Nombre: "notas", Titulo: "Notas", Frustra: []string{"extraviar"}, Claves: func(r Prestamo) []string { return r.Notas },
		Fecha: func(Prestamo, string) fecha.Fecha { return fecha.MustParse("2026-03-10") },
	}}
	_, err := tramite.Definir(d)
	assert.ErrorContains(t, err, `unknown act "extraviar"`)
}

func TestUnaTasaSeDescribeComoPorCiento(t *testing.T) {
	f, ok := forma.FormaDe(reflect.TypeFor[tramite.Centesimas]())
	require.True(t, ok)
	assert.Equal(t, "number", f.Tipo)
	assert.Equal(t, 100.0, *f.Maximo)
	assert.Equal(t, 0.01, *f.Multiplo)
}

func TestUnaTasaNegativaSeEscribeComoNumero(t *testing.T) {
	for n, dice := range map[tramite.Centesimas]string{-1: "-0.01", -50: "-0.5", -3350: "-33.5", -100: "-1", 0: "0", 5: "0.05", 3350: "33.5"} {
		b, err := json.Marshal(n)
		require.NoError(t, err)
		assert.Equal(t, dice, string(b))
		var otra tramite.Centesimas
		require.NoError(t, json.Unmarshal(b, &otra))
		assert.Equal(t, n, otra)
	}
}

func TestLaFormaDeUnAdjuntoSeComprueba(t *testing.T) {
	assert.NoError(t, forma.Comprobar(reflect.TypeFor[tramite.Adjunto]()))
	a := tramite.Adjunto{Nombre: "a", SHA256: "E3B0", Tipo: "application/pdf", Bytes: 1}
	fs := forma.Validar(a, "body")
	require.Len(t, fs, 1)
	assert.Equal(t, "formato-sha256", fs[0].Codigo)
}
