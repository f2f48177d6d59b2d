package doe

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// ErrClave is wrapped by every error about a text that is no key of the
// catalog's kinds.
var ErrClave = errors.New("malformed key")

// ClaveUnidad names a unit of a manual: the manual's short name, a hyphen and
// the numeral, as in "doe-7.1.3.1.4" or "caood-7.1".
type ClaveUnidad string

// Raiz is the directorate itself, above every unit of the two manuals.
const Raiz ClaveUnidad = "doe-7.1"

// CAOOD is the coordination of attention and orientation that every OOAD has.
const CAOOD ClaveUnidad = "caood-7.1"

// ParseClaveUnidad reads the key of a unit. The error wraps [ErrClave].
func ParseClaveUnidad(s string) (ClaveUnidad, error) {
	_, numeral, ok := strings.Cut(s, "-")
	if !ok || !(strings.HasPrefix(s, "doe-") || strings.HasPrefix(s, "caood-")) || !esNumeral(numeral) {
		return "", fmt.Errorf("%w: want a unit like doe-7.1.3 or caood-7.1", ErrClave)
	}
	return ClaveUnidad(s), nil
}

func esNumeral(s string) bool {
	for p := range strings.SplitSeq(s, ".") {
		if n, err := strconv.Atoi(p); err != nil || n < 1 || strconv.Itoa(n) != p {
			return false
		}
	}
	return true
}

// Regional says whether the unit exists once in every OOAD.
func (c ClaveUnidad) Regional() bool { return strings.HasPrefix(string(c), "caood-") }

// ClaveFuncion names a numbered function: the unit, a slash and the number,
// as in "doe-7.1.3.1.4/4".
type ClaveFuncion string

// ParseClaveFuncion reads the key of a function. The error wraps [ErrClave].
func ParseClaveFuncion(s string) (ClaveFuncion, error) {
	u, n, ok := strings.Cut(s, "/")
	if _, err := ParseClaveUnidad(u); !ok || err != nil || !esNumeral(n) || strings.Contains(n, ".") {
		return "", fmt.Errorf("%w: want a function like doe-7.1.3/7", ErrClave)
	}
	return ClaveFuncion(s), nil
}

// Unidad is the unit the function belongs to.
func (c ClaveFuncion) Unidad() ClaveUnidad {
	u, _, _ := strings.Cut(string(c), "/")
	return ClaveUnidad(u)
}

// Numero is the number of the function within its unit.
func (c ClaveFuncion) Numero() int {
	_, n, _ := strings.Cut(string(c), "/")
	i, _ := strconv.Atoi(n)
	return i
}

// ClavePolitica names a numbered policy: the manual's short name, a hyphen and
// the number, as in "caood-5.6".
type ClavePolitica string

// ParseClavePolitica reads the key of a policy. The error wraps [ErrClave].
func ParseClavePolitica(s string) (ClavePolitica, error) {
	if u, err := ParseClaveUnidad(s); err == nil && strings.HasPrefix(ClavePolitica(u).Numero(), "5.") {
		return ClavePolitica(s), nil
	}
	return "", fmt.Errorf("%w: want a policy like caood-5.6", ErrClave)
}

// Numero is the number of the policy within its manual.
func (c ClavePolitica) Numero() string {
	_, n, _ := strings.Cut(string(c), "-")
	return n
}

// Capacidad names something that the directorate must be able to do, as in
// "siade.clasificacion".
type Capacidad string

// ParseCapacidad reads the name of a capability. It checks the form; whether
// it exists is for the catalog to say. The error wraps [ErrClave].
func ParseCapacidad(s string) (Capacidad, error) {
	d, n, ok := strings.Cut(s, ".")
	if !ok || !esPalabra(d) || !esPalabra(n) {
		return "", fmt.Errorf("%w: want a capability like siade.registro", ErrClave)
	}
	return Capacidad(s), nil
}

// ParseActo reads the name of an act. It checks the form; whether it exists is
// for the catalog to say. The error wraps [ErrClave].
func ParseActo(s string) (Acto, error) {
	if !esPalabra(s) {
		return "", fmt.Errorf("%w: want an act like registrar", ErrClave)
	}
	return Acto(s), nil
}

// esPalabra says whether s is made of small ASCII letters, at least one.
func esPalabra(s string) bool {
	return s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz") == ""
}

// Acto is one of the twenty acts that a function can grant on a capability, as
// in "registrar".
type Acto string

// Facultad is the pair of a capability and an act, as in
// "siade.clasificacion:registrar".
type Facultad string

// ParseFacultad reads a facultad. It checks the form; whether its capability
// and its act exist is for the catalog to say. The error wraps [ErrClave].
func ParseFacultad(s string) (Facultad, error) {
	c, a, _ := strings.Cut(s, ":")
	if _, err := ParseCapacidad(c); err != nil || !esPalabra(a) {
		return "", fmt.Errorf("%w: want a facultad like siade.registro:registrar", ErrClave)
	}
	return Facultad(s), nil
}

// Capacidad is the capability of the facultad.
func (f Facultad) Capacidad() Capacidad {
	c, _, _ := strings.Cut(string(f), ":")
	return Capacidad(c)
}

// Acto is the act of the facultad.
func (f Facultad) Acto() Acto {
	_, a, _ := strings.Cut(string(f), ":")
	return Acto(a)
}

// Alguna lists alternative facultades in order of preference: any one of them
// suffices.
func Alguna(fs ...Facultad) []Facultad { return fs }

// ClaveOrgano names an organ outside the directorate: "ooad-14",
// "umae-dfims000580", "dn-prestaciones-medicas".
type ClaveOrgano string

// ParseClaveOrgano reads the key of an organ: a kind, a hyphen and small ASCII
// letters, digits and hyphens. It checks the form; whether the organ exists is
// for the catalog to say. The error wraps [ErrClave].
func ParseClaveOrgano(s string) (ClaveOrgano, error) {
	tipo, resto, _ := strings.Cut(s, "-")
	mal := !esPalabra(tipo)
	for p := range strings.SplitSeq(resto, "-") {
		mal = mal || p == "" || strings.Trim(p, "abcdefghijklmnopqrstuvwxyz0123456789") != ""
	}
	if mal {
		return "", fmt.Errorf("%w: want an organ like ooad-14 or dn-prestaciones-medicas", ErrClave)
	}
	return ClaveOrgano(s), nil
}

// OOAD is the two-digit IMSS code of a decentralised body; "09" is the
// central level, which is not an OOAD.
type OOAD string

// NivelCentral is the code under which central offices keep their series.
const NivelCentral OOAD = "09"

// ParseOOAD reads a two-digit code and gives the one in use: 35 and 36 are
// today 39, 37 and 38 are 40. The error wraps [ErrClave].
func ParseOOAD(s string) (OOAD, error) {
	switch s {
	case "35", "36":
		return "39", nil
	case "37", "38":
		return "40", nil
	}
	n, err := strconv.ParseUint(s, 10, 8)
	if len(s) != 2 || err != nil || n < 1 || n > 34 && n != 39 && n != 40 {
		return "", fmt.Errorf("%w: want an OOAD of two digits", ErrClave)
	}
	return OOAD(s), nil
}

// Organo is the key of the body among the organs.
func (o OOAD) Organo() ClaveOrgano { return ClaveOrgano("ooad-" + string(o)) }
