package identificador_test

import (
	"testing"

	"github.com/operacion-abierta/operacion/doe/identificador"
)

// What a parser accepts it accepts again, unchanged.
func fuzzear[T ~string](f *testing.F, leer func(string) (T, error), semillas ...string) {
	for _, s := range append(semillas, "", "ñ", "\xff", "ÑÑÑÑ000101AA1") {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		x, err := leer(s)
		if err != nil {
			return
		}
		if y, err := leer(string(x)); err != nil || x != y {
			t.Errorf("%q gives %q, then %q, %v", s, x, y, err)
		}
	})
}

func FuzzParseCURP(f *testing.F) { fuzzear(f, identificador.ParseCURP, curps...) }

func FuzzParseNSS(f *testing.F) { fuzzear(f, identificador.ParseNSS, "92919084431") }

func FuzzParseRFC(f *testing.F) {
	fuzzear(f, func(s string) (identificador.RFC, error) { r, _, err := identificador.ParseRFC(s); return r, err }, rfcs...)
}

func FuzzParseCLUES(f *testing.F) {
	fuzzear(f, func(s string) (identificador.CLUES, error) {
		c, _, err := identificador.ParseCLUES(s)
		return c, err
	}, "DFIMS000580")
}

func FuzzParseFolio(f *testing.F) {
	fuzzear(f, func(s string) (string, error) {
		p, err := identificador.ParseFolio(s)
		return p.String(), err
	}, "SIADE-2026-14-0000123-K", "A-1000-00-0000001-0")
}
