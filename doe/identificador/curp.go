package identificador

import (
	"strings"

	"github.com/operacion-abierta/operacion/doe/fecha"
)

// CURP is a Clave Única de Registro de Población, of 18 characters.
type CURP string

// ParseCURP reads a CURP: its form, its state, its calendar date and its check
// digit. Sex is H, M or X. The error wraps [ErrForma], [ErrFechaInvalida] or
// [ErrDigito].
func ParseCURP(s string) (CURP, error) {
	s = mayusculas(s)
	if !formaCURP(s) {
		return "", falta("CURP", ErrForma)
	}
	if _, ok := fechaCorta(s[4:10], sigloCURP(s)); !ok {
		return "", falta("CURP", ErrFechaInvalida)
	}
	if (10-suma(s[:17], "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ")%10)%10 != int(s[17]-'0') {
		return "", falta("CURP", ErrDigito)
	}
	return CURP(s), nil
}

func formaCURP(s string) bool {
	return len(s) == 18 &&
		son(s[:4], letra) && strings.IndexByte("AEIOUX", s[1]) >= 0 &&
		son(s[4:10], digito) &&
		strings.IndexByte("HMX", s[10]) >= 0 &&
		(esEntidad(s[11:13]) || s[11:13] == "NE") &&
		son(s[13:16], consonante) &&
		(letra(s[16]) || digito(s[16])) && digito(s[17])
}

func consonante(c byte) bool { return letra(c) && strings.IndexByte("AEIOU", c) < 0 }

// sigloCURP tells the century by the character before the last: a digit until
// 1999, a letter from 2000.
func sigloCURP(s string) int {
	if digito(s[16]) {
		return 1900
	}
	return 2000
}

// Nacimiento is the date of birth; zero for a value that was not parsed.
func (c CURP) Nacimiento() fecha.Fecha {
	if len(c) != 18 || !son(string(c[4:10]), digito) {
		return fecha.Fecha{}
	}
	f, _ := fechaCorta(string(c[4:10]), sigloCURP(string(c)))
	return f
}

// Enmascarar shows the last three characters alone.
func (c CURP) Enmascarar() string { return mascara(string(c)) }
