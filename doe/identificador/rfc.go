package identificador

import (
	"strings"
	"unicode/utf8"
)

// RFC is a key of the Registro Federal de Contribuyentes: 13 characters for a
// person, 12 for a company.
type RFC string

// The generic keys, which stand for nobody in particular.
const (
	// RFCPublico is the public at large.
	RFCPublico RFC = "XAXX010101000"
	// RFCExtranjero is whoever resides abroad.
	RFCExtranjero RFC = "XEXX010101000"
)

// ParseRFC reads an RFC. A wrong check digit is told by aviso and is no error,
// since keys in use have it. The date has no century: 29 February passes in
// every fourth year. The error wraps [ErrForma] or [ErrFechaInvalida].
func ParseRFC(s string) (rfc RFC, aviso bool, err error) {
	s = mayusculas(s)
	if r := RFC(s); r.Generico() {
		return r, false, nil
	}
	n := len(s) - 9 // bytes of the name, where Ñ takes two
	if n < 3 || !formaRFC(s[:n], s[n:]) {
		return "", false, falta("RFC", ErrForma)
	}
	if _, ok := fechaCorta(s[n:n+6], 2000); !ok {
		return "", false, falta("RFC", ErrFechaInvalida)
	}
	return RFC(s), verificadorRFC(s[:n+8]) != s[n+8], nil
}

func formaRFC(nombre, resto string) bool {
	largo := utf8.RuneCountInString(nombre)
	letras := strings.ReplaceAll(strings.ReplaceAll(nombre, "Ñ", ""), "&", "")
	return (largo == 3 || largo == 4) && son(letras, letra) &&
		son(resto[:6], digito) &&
		resto[6] != '0' && (digito(resto[6]) || resto[6] >= 'A' && resto[6] <= 'V') &&
		resto[7] != '0' && (digito(resto[7]) || letra(resto[7])) &&
		(digito(resto[8]) || resto[8] == 'A')
}

// verificadorRFC is the check digit of the characters before it.
func verificadorRFC(s string) byte {
	if utf8.RuneCountInString(s) == 11 {
		s = " " + s
	}
	d := (11 - suma(s, "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ")%11) % 11
	return "0123456789A"[d]
}

// Generico says whether the key stands for nobody in particular.
func (r RFC) Generico() bool { return r == RFCPublico || r == RFCExtranjero }

// Moral says whether the key is of a company.
func (r RFC) Moral() bool { return utf8.RuneCountInString(string(r)) == 12 }

// Enmascarar shows the last three characters alone.
func (r RFC) Enmascarar() string { return mascara(string(r)) }
