package forma

import (
	"bytes"
	"encoding/json"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/forma"
)

// reglasTipo are the faults of a value of another type than the one wanted.
var reglasTipo = [...]falla.Regla{
	cadena: tipoIncorrecto("un texto", "a string"),
	entero: tipoIncorrecto("un número entero, sin decimales ni exponente", "an integer, without decimals or exponent"),
	numero: tipoIncorrecto("un número", "a number"),
	logico: tipoIncorrecto("true o false", "true or false"),
	lista:  tipoIncorrecto("una lista", "an array"),
	objeto: tipoIncorrecto("un objeto", "an object"),
	mapa:   tipoIncorrecto("un objeto", "an object"),
	libre:  tipoIncorrecto("un objeto", "an object"),
}

func tipoIncorrecto(es, en string) falla.Regla {
	return falla.Regla{Codigo: "tipo-incorrecto", Es: "Debe ser " + es + ".", En: "It must be " + en + "."}
}

// texto reads a string value.
func (l *lector) texto(p *plan) bool {
	inicio := l.i
	s, limpio, ok := l.cadena()
	if !ok {
		return false
	}
	if !limpio {
		l.falta(forma.Caracter)
	}
	if l.quiere(p, cadena) {
		l.decodificar(p.texto, p.regla, s)
		l.decodificar(p.crudo, p.regla, l.b[inicio:l.i])
	}
	return true
}

// llano marks the bytes of a string that need no look.
var llano = func() (t [256]bool) {
	for c := ' '; c < 0x7f; c++ {
		t[c] = c != '"' && c != '\\'
	}
	return t
}()

// cadena reads a string and gives its characters, unescaped; limpio says that
// none is a control character other than line feed and tab.
func (l *lector) cadena() (s []byte, limpio, ok bool) {
	l.i++
	inicio, escapes := l.i, false
	limpio = true
	for l.i < len(l.b) {
		c := l.b[l.i]
		if llano[c] {
			l.i++
			continue
		}
		switch {
		case c == '"':
			s = l.b[inicio:l.i]
			l.i++
			if escapes {
				s = sinEscapes(l.b[inicio-1 : l.i])
			}
			return s, limpio, true
		case c == '\\':
			escapes = true
			r, ok := l.escape()
			if !ok {
				return nil, false, false
			}
			limpio = limpio && !control(r)
		case c < ' ':
			return nil, false, l.malformar(MalFormado)
		case c == 0x7f:
			limpio = false
			l.i++
		default:
			r, n := utf8.DecodeRune(l.b[l.i:])
			if r == utf8.RuneError && n == 1 {
				return nil, false, l.malformar(NoUTF8)
			}
			limpio = limpio && !control(r)
			l.i += n
		}
	}
	return nil, false, l.malformar(MalFormado)
}

func control(r rune) bool {
	return r < ' ' && r != '\n' && r != '\t' && r != '\r' || r >= 0x7f && r <= 0x9f
}

// escape reads what follows a backslash, both halves of a pair at once.
func (l *lector) escape() (rune, bool) {
	if l.i+1 >= len(l.b) {
		return 0, l.malformar(MalFormado)
	}
	c := l.b[l.i+1]
	if c != 'u' {
		const claves, valores = `"\/bfnrt`, "\"\\/\b\f\n\r\t"
		k := bytes.IndexByte([]byte(claves), c)
		if k < 0 {
			return 0, l.malformar(MalFormado)
		}
		l.i += 2
		return rune(valores[k]), true
	}
	r, ok := l.hex4()
	switch {
	case !ok:
		return 0, l.malformar(MalFormado)
	case r == 0:
		return 0, l.malformar(CaracterNulo)
	case !utf16.IsSurrogate(r):
		return r, true
	}
	if l.i+1 < len(l.b) && l.b[l.i] == '\\' && l.b[l.i+1] == 'u' {
		if baja, ok := l.hex4(); ok {
			if par := utf16.DecodeRune(r, baja); par != utf8.RuneError {
				return par, true
			}
		}
	}
	return 0, l.malformar(NoUTF8)
}

// hex4 reads \uXXXX.
func (l *lector) hex4() (rune, bool) {
	if l.i+6 > len(l.b) {
		return 0, false
	}
	var r rune
	for _, c := range l.b[l.i+2 : l.i+6] {
		switch {
		case c >= '0' && c <= '9':
			c -= '0'
		case c >= 'a' && c <= 'f':
			c -= 'a' - 10
		case c >= 'A' && c <= 'F':
			c -= 'A' - 10
		default:
			return 0, false
		}
		r = r<<4 | rune(c)
	}
	l.i += 6
	return r, true
}

// sinEscapes unescapes a string already read, quotes included.
func sinEscapes(b []byte) []byte {
	var s string
	if json.Unmarshal(b, &s) != nil {
		return b
	}
	return []byte(s)
}

// numero reads a number and checks that it fits the type.
func (l *lector) numero(p *plan) bool {
	inicio := l.i
	soloEntero, ok := l.gramatica()
	if !ok {
		return l.malformar(MalFormado)
	}
	b := l.b[inicio:l.i]
	if !l.quiere(p, numero) {
		return true
	}
	if p.crudo != nil || p.nombre == "" {
		l.decodificar(p.crudo, p.regla, b)
		return true
	}
	var err error
	switch {
	case p.tipo == numero:
		_, err = strconv.ParseFloat(string(b), p.bits)
	case !soloEntero:
		l.falta(reglasTipo[entero])
	case p.sinSigno:
		_, err = strconv.ParseUint(string(b), 10, p.bits)
	default:
		_, err = strconv.ParseInt(string(b), 10, p.bits)
	}
	if err != nil { // out of range, or a sign where the type has none
		l.falta(forma.Rango, p.nombre)
	}
	return true
}

// gramatica reads a JSON number and says whether it has neither fraction nor
// exponent.
func (l *lector) gramatica() (soloEntero, ok bool) {
	if l.b[l.i] == '-' {
		l.i++
	}
	soloEntero = true
	if n := l.digitos(); n == 0 || n > 1 && l.b[l.i-n] == '0' {
		return false, false
	}
	if l.i < len(l.b) && l.b[l.i] == '.' {
		soloEntero = false
		l.i++
		if l.digitos() == 0 {
			return false, false
		}
	}
	if l.i < len(l.b) && (l.b[l.i] == 'e' || l.b[l.i] == 'E') {
		soloEntero = false
		l.i++
		if l.i < len(l.b) && (l.b[l.i] == '+' || l.b[l.i] == '-') {
			l.i++
		}
		if l.digitos() == 0 {
			return false, false
		}
	}
	return soloEntero, true
}

func (l *lector) digitos() int {
	inicio := l.i
	for l.i < len(l.b) && l.b[l.i] >= '0' && l.b[l.i] <= '9' {
		l.i++
	}
	return l.i - inicio
}
