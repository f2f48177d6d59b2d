package identificador_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/operacion-abierta/operacion/doe/identificador"
)

func ExampleFormarFolio() {
	folio, err := identificador.FormarFolio("SIADE", 2026, "14", 123)
	if err != nil {
		fmt.Println(err)
	}
	p, err := identificador.ParseFolio(folio)
	fmt.Println(p.Anio, p.OOAD, p.Numero, err)
	// Output: 2026 14 123 <nil>
}

func ExampleParseCURP() {
	c, err := identificador.ParseCURP("boxw310820hnerxn09")
	fmt.Println(c, c.Nacimiento(), err)
	_, err = identificador.ParseCURP("BOXW310820HNERXN08")
	fmt.Println(err)
	// Output:
	// BOXW310820HNERXN09 1931-08-20 <nil>
	// CURP: wrong check character
}

func ExampleParseRFC() {
	r, aviso, err := identificador.ParseRFC("IMS421231I45")
	fmt.Println(r, aviso, err)
	// Output: IMS421231I45 false <nil>
}

func TestElFolioLlevaSuVerificadorISO(t *testing.T) {
	folio, err := identificador.FormarFolio("SIADE", 2026, "14", 123)
	require.NoError(t, err)
	assert.Equal(t, "SIADE-2026-14-0000123-", folio[:len(folio)-1])
	assert.True(t, identificador.Verificar(strings.ReplaceAll(folio, "-", "")))
	p, err := identificador.ParseFolio(strings.ToLower(folio))
	require.NoError(t, err)
	assert.Equal(t, identificador.FolioPartes{Prefijo: "SIADE", Anio: 2026, OOAD: "14", Numero: 123}, p)
	assert.Equal(t, folio, p.String())
	assert.Empty(t, identificador.FolioPartes{}.String())
}

func TestNoSeFormaUnFolioFueraDeSusLimites(t *testing.T) {
	for _, c := range []identificador.FolioPartes{
		{"", 2026, "14", 1}, {"siade", 2026, "14", 1}, {"1A", 2026, "14", 1}, {"SI-ADE", 2026, "14", 1},
		{"ABCDEFGHIJKLM", 2026, "14", 1}, {"SIADE", 999, "14", 1}, {"SIADE", 10000, "14", 1},
		{"SIADE", 2026, "1", 1}, {"SIADE", 2026, "1A", 1}, {"SIADE", 2026, "14", 0}, {"SIADE", 2026, "14", 10_000_000},
	} {
		_, err := identificador.FormarFolio(c.Prefijo, c.Anio, c.OOAD, c.Numero)
		assert.ErrorIs(t, err, identificador.ErrForma, c)
	}
	_, err := identificador.FormarFolio("ABCDEFGHIJKL", 9999, "40", 9_999_999)
	assert.NoError(t, err)
}

func TestUnFolioMalEscritoNoSeLee(t *testing.T) {
	folio, _ := identificador.FormarFolio("SIADE", 2026, "14", 123)
	for _, s := range []string{"", "SIADE", folio[:len(folio)-1], folio + "A", " " + folio, strings.ReplaceAll(folio, "-", ""),
		strings.Replace(folio, "-2026", "_2026", 1), strings.Replace(folio, "2026", "0026", 1), strings.Replace(folio, "0000123", "0000000", 1)} {
		_, err := identificador.ParseFolio(s)
		assert.ErrorIs(t, err, identificador.ErrForma, s)
	}
	_, err := identificador.ParseFolio(strings.Replace(folio, "2026", "2025", 1))
	assert.ErrorIs(t, err, identificador.ErrDigito)
}

// ISO 7064 hybrid systems find every single mistaken character.
func TestPropiedadUnErrorDeUnCaracterSeNota(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		folio, err := identificador.FormarFolio("SIADE", rapid.IntRange(2000, 2099).Draw(rt, "anio"),
			fmt.Sprintf("%02d", rapid.IntRange(1, 40).Draw(rt, "ooad")), rapid.IntRange(1, 9_999_999).Draw(rt, "n"))
		require.NoError(rt, err)
		i := rapid.IntRange(0, len(folio)-1).Draw(rt, "lugar")
		c := rapid.SampledFrom([]byte("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")).Draw(rt, "otro")
		if folio[i] == c {
			return
		}
		_, err = identificador.ParseFolio(folio[:i] + string(c) + folio[i+1:])
		assert.Error(rt, err)
	})
}

func BenchmarkFormarFolio(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := identificador.FormarFolio("SIADE", 2026, "14", 1234567); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkParseCURP(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := identificador.ParseCURP("BOXW310820HNERXN09"); err != nil {
			b.Fatal(err)
		}
	}
}
