package forma

import (
	"bytes"
	"strconv"

	"github.com/operacion-abierta/operacion/doe/forma"
)

func (l *lector) lista(p *plan) bool {
	var elem *plan
	if p != nil {
		elem = p.elem
	}
	l.i++
	if l.sigue() == ']' {
		l.i++
		return true
	}
	n := len(l.ruta)
	for i := 0; ; i++ {
		l.ruta = append(strconv.AppendInt(append(l.ruta, '['), int64(i), 10), ']')
		if !l.valor(elem, false) {
			return false
		}
		l.ruta = l.ruta[:n]
		switch l.sigue() {
		case ',':
			l.i++
		case ']':
			l.i++
			return true
		default:
			return l.malformar(MalFormado)
		}
	}
}

func (l *lector) objeto(p *plan) bool {
	var vistos vistos
	l.i++
	if l.sigue() == '}' {
		l.i++
		return true
	}
	n := len(l.ruta)
	for i := 0; ; i++ {
		if l.sigue() != '"' {
			return l.malformar(MalFormado)
		}
		if !l.propiedad(p, i, &vistos) {
			return false
		}
		l.ruta = l.ruta[:n]
		switch l.sigue() {
		case ',':
			l.i++
		case '}':
			l.i++
			return true
		default:
			return l.malformar(MalFormado)
		}
	}
}

// propiedad reads a name and its value; i is its place in the object.
func (l *lector) propiedad(p *plan, i int, v *vistos) bool {
	nombre, limpio, ok := l.cadena()
	if !ok {
		return false
	}
	l.ruta = append(append(l.ruta, '.'), nombre...)
	campo := -1
	if p != nil && p.tipo == objeto {
		campo = p.campo(nombre, i)
	}
	if v.repetido(campo, nombre) {
		return l.malformar(ClaveRepe)
	}
	if l.sigue() != ':' {
		return l.malformar(MalFormado)
	}
	l.i++
	switch {
	case campo >= 0:
		return l.valor(p.campos[campo].plan, p.campos[campo].nulable)
	case p != nil && p.tipo == objeto:
		l.falta(forma.Propiedad)
		return l.valor(nil, true)
	case !limpio:
		l.falta(forma.Caracter)
	}
	if p != nil {
		return l.valor(p.elem, false)
	}
	return l.valor(nil, true)
}

// campo finds a property by its exact name, -1 when there is none. Callers
// tend to send properties in order, so it looks first at the place expected.
func (p *plan) campo(nombre []byte, i int) int {
	if i < len(p.campos) && p.campos[i].nombre == string(nombre) {
		return i
	}
	for i := range p.campos {
		if p.campos[i].nombre == string(nombre) {
			return i
		}
	}
	return -1
}

// vistos are the names of an object read so far.
type vistos struct {
	campos [maxCampos / 64]uint64
	otros  [][]byte
	tabla  map[string]struct{}
}

// repetido takes note of a name, known by its place or not, and says whether
// it had been seen.
func (v *vistos) repetido(campo int, nombre []byte) bool {
	if campo >= 0 {
		bit := uint64(1) << (campo % 64)
		ya := v.campos[campo/64]&bit != 0
		v.campos[campo/64] |= bit
		return ya
	}
	if v.tabla != nil {
		_, ya := v.tabla[string(nombre)]
		v.tabla[string(nombre)] = struct{}{}
		return ya
	}
	for _, o := range v.otros {
		if bytes.Equal(o, nombre) {
			return true
		}
	}
	v.otros = append(v.otros, nombre)
	if len(v.otros) > 16 {
		v.tabla = make(map[string]struct{}, 64)
		for _, o := range v.otros {
			v.tabla[string(o)] = struct{}{}
		}
	}
	return false
}
