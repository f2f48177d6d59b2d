package forma

import (
	"encoding"
	"encoding/json"
	"fmt"
	"reflect"
	"sync"

	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/forma"
)

// tipoJSON is the kind of JSON value that a plan wants.
type tipoJSON uint8

const (
	cualquiera tipoJSON = iota
	cadena
	entero
	numero
	logico
	lista
	objeto
	mapa
	// libre is an object kept as it came.
	libre
)

// plan is what the strict reader wants at a place; nil wants any JSON.
type plan struct {
	tipo tipoJSON
	// campos are those of an object, elem is for lists and maps.
	campos []campoPlan
	elem   *plan
	// bits, sinSigno and nombre are those of a number type.
	bits     int
	sinSigno bool
	nombre   string
	// leer decodes the text, or the raw value, of types with methods of their
	// own; regla is the fault when it cannot.
	texto func([]byte) error
	crudo func([]byte) error
	regla falla.Regla
}

type campoPlan struct {
	nombre  string
	plan    *plan
	nulable bool
}

// maxCampos is the most properties that a planned object may have.
const maxCampos = 256

var (
	planes sync.Map // reflect.Type → *plan
	obra   sync.Mutex
)

// planDe gives the plan of an input type. It panics when the type has faults,
// as [forma.Comprobar] tells them.
func planDe(t reflect.Type) *plan {
	if p, ok := planes.Load(t); ok {
		return p.(*plan)
	}
	if err := forma.Comprobar(t); err != nil {
		panic(fmt.Sprintf("forma: input %s: %v", t, err))
	}
	obra.Lock()
	defer obra.Unlock()
	p := trazado{}.de(t)
	planes.Store(t, p)
	return p
}

// trazado makes plans; types that hold themselves find theirs here.
type trazado map[reflect.Type]*plan

func (h trazado) de(t reflect.Type) *plan {
	if p, ok := h[t]; ok {
		return p
	}
	p := &plan{}
	h[t] = p
	if t.Kind() == reflect.Pointer {
		*p = *h.de(t.Elem())
		return p
	}
	h.llenar(p, t)
	return p
}

func (h trazado) llenar(p *plan, t reflect.Type) {
	p.metodos(t)
	switch forma.ClaseDe(t) {
	case forma.Texto:
		p.tipo = cadena
	case forma.Valor:
		f, _ := forma.FormaDe(t)
		p.tipo = map[string]tipoJSON{"string": cadena, "integer": numero, "number": numero, "boolean": logico}[f.Tipo]
	case forma.Logico:
		p.tipo = logico
	case forma.Numero:
		p.numerico(t)
	case forma.Lista:
		p.tipo, p.elem = lista, h.de(t.Elem())
	case forma.Mapa:
		p.tipo, p.elem = mapa, h.de(t.Elem())
	case forma.Libre:
		p.tipo = libre
	case forma.Objeto:
		p.tipo = objeto
		campos, _ := forma.Campos(t)
		if len(campos) > maxCampos {
			panic(fmt.Sprintf("forma: %s has more than %d properties", t, maxCampos))
		}
		for _, c := range campos {
			if !c.Hecho {
				p.campos = append(p.campos, campoPlan{c.Nombre, h.de(c.Tipo), c.Nulable})
			}
		}
	}
}

func (p *plan) numerico(t reflect.Type) {
	p.tipo, p.nombre, p.bits = entero, t.Kind().String(), t.Bits()
	switch t.Kind() {
	case reflect.Float32, reflect.Float64:
		p.tipo = numero
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		p.sinSigno = true
	}
}

// metodos takes note of how a type decodes itself.
func (p *plan) metodos(t reflect.Type) {
	v := reflect.New(t).Interface()
	if f, ok := forma.FormaDe(t); ok && f.Regla.Codigo != "" {
		defer func() { p.regla = f.Regla }()
	}
	switch v.(type) {
	case *fecha.Fecha:
		p.regla = forma.FormatoFecha
		p.texto = func(b []byte) error { var f fecha.Fecha; return f.UnmarshalText(b) }
	case *fecha.Instante:
		p.regla = forma.FormatoInstante
		p.texto = func(b []byte) error { var i fecha.Instante; return i.UnmarshalText(b) }
	case *json.RawMessage:
	case json.Unmarshaler:
		p.regla = forma.Formato
		p.crudo = func(b []byte) error { return reflect.New(t).Interface().(json.Unmarshaler).UnmarshalJSON(b) }
	case encoding.TextUnmarshaler:
		p.regla = forma.Formato
		p.texto = func(b []byte) error { return reflect.New(t).Interface().(encoding.TextUnmarshaler).UnmarshalText(b) }
	}
}
