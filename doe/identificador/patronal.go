package identificador

import "strings"

// RegistroPatronal is the key by which the Institute knows an employer at a
// place: eleven characters, three of the municipality, five of series, two of
// modality and one that checks the rest.
type RegistroPatronal string

// ParseRegistroPatronal reads a registro patronal, with or without hyphens. How
// its last digit follows from the others is published nowhere, so it is not
// judged. The error wraps [ErrForma].
func ParseRegistroPatronal(s string) (RegistroPatronal, error) {
	s = mayusculas(strings.ReplaceAll(s, "-", ""))
	if len(s) != 11 || !letra(s[0]) && !digito(s[0]) || !son(s[1:], digito) {
		return "", falta("registro patronal", ErrForma)
	}
	return RegistroPatronal(s), nil
}

// Modalidad is the two digits of its modality; empty for a value that was not
// parsed.
func (r RegistroPatronal) Modalidad() string {
	if len(r) != 11 {
		return ""
	}
	return string(r[8:10])
}

// Enmascarar shows the last three digits alone.
func (r RegistroPatronal) Enmascarar() string { return mascara(string(r)) }
