package identificador

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/operacion-abierta/operacion/doe/fecha"
)

// What can be wrong with an identifier. Every error of the package wraps one.
var (
	// ErrForma: length, characters or codes are not those of the identifier.
	ErrForma = errors.New("malformed")
	// ErrFechaInvalida: the date within it is no day of the calendar.
	ErrFechaInvalida = errors.New("holds no calendar date")
	// ErrDigito: the check character is not the one that the rest asks for.
	ErrDigito = errors.New("wrong check character")
)

func falta(que string, err error) error { return fmt.Errorf("%s: %w", que, err) }

// entidades are the two letters by which CURP and CLUES name a state.
var entidades = strings.Fields("AS BC BS CC CL CM CS CH DF DG GT GR HG JC MC MN MS NT NL OC PL QT QR SP SL SR TC TS TL VZ YN ZS")

func esEntidad(s string) bool { return slices.Contains(entidades, s) }

// mayusculas raises a to z and ñ, and nothing else: other letters that have an
// upper case in A to Z must not pass for them.
func mayusculas(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' {
			return r - 'a' + 'A'
		}
		if r == 'ñ' {
			return 'Ñ'
		}
		return r
	}, s)
}

func letra(c byte) bool  { return c >= 'A' && c <= 'Z' }
func digito(c byte) bool { return c >= '0' && c <= '9' }

// son says whether every byte passes.
func son(s string, es func(byte) bool) bool {
	for i := range len(s) {
		if !es(s[i]) {
			return false
		}
	}
	return true
}

// numero reads digits already known to be such.
func numero(s string) int {
	n := 0
	for i := range len(s) {
		n = n*10 + int(s[i]-'0')
	}
	return n
}

// fechaCorta reads AAMMDD of a century.
func fechaCorta(s string, siglo int) (fecha.Fecha, bool) {
	f, err := fecha.New(siglo+numero(s[:2]), time.Month(numero(s[2:4])), numero(s[4:6]))
	return f, err == nil
}

// mascara hides all but the last three characters.
func mascara(s string) string {
	n := utf8.RuneCountInString(s)
	if n <= 3 {
		return strings.Repeat("*", n)
	}
	return strings.Repeat("*", n-3) + s[len(s)-3:]
}

// suma adds the places of the characters in an alphabet, each by its weight,
// from one more than their number down to 2: the check sum of CURP and RFC.
func suma(s, alfabeto string) int {
	valores := []rune(alfabeto)
	total, peso := 0, utf8.RuneCountInString(s)+1
	for _, r := range s {
		total += slices.Index(valores, r) * peso
		peso--
	}
	return total
}
