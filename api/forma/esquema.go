package forma

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/operacion-abierta/operacion/doe/forma"
)

// prefijo is where OpenAPI keeps named schemas.
const prefijo = "#/components/schemas/"

// Esquemas makes the schemas of one OpenAPI document. Structs become named
// schemas, package plus type (SiadePeticion); the input schema of a type that
// is also an answer is named with Entrada after it, whichever came first.
type Esquemas struct {
	reg     huma.Registry
	duenos  map[string]reflect.Type
	nombres map[uso]string
	refs    map[uso][]*huma.Schema
	// ejemplos wait until the schemas they refer to are whole.
	ejemplos []ejemplo
}

// uso is a type as callers send it or as they read it.
type uso struct {
	tipo    reflect.Type
	entrada bool
}

// NewEsquemas puts schemas in a registry. It calls [Mensajes], since Huma
// writes its messages into each schema when it is made.
func NewEsquemas(reg huma.Registry) *Esquemas {
	Mensajes()
	return &Esquemas{reg: reg, duenos: map[string]reflect.Type{}, nombres: map[uso]string{}, refs: map[uso][]*huma.Schema{}}
}

// Entrada is the schema of what callers send: closed objects, without the
// facts that the kernel adds, where a property is required when the tags
// refuse its zero value. It panics when the type has faults, as
// [forma.Comprobar] tells them, when two types share a name, and when an
// example does not comply.
func (e *Esquemas) Entrada(t reflect.Type) *huma.Schema {
	if err := forma.Comprobar(t); err != nil {
		panic(fmt.Sprintf("forma: input %s: %v", t, err))
	}
	return e.raiz(t, true)
}

// Respuesta is the schema of what callers read: a property is required unless
// JSON leaves it out when empty. It panics as Entrada does, and on pointers
// that would be written as null without saying so.
func (e *Esquemas) Respuesta(t reflect.Type) *huma.Schema { return e.raiz(t, false) }

func (e *Esquemas) raiz(t reflect.Type, entrada bool) *huma.Schema {
	s := e.valor(t, nil, nil, entrada)
	s.PrecomputeMessages()
	for _, x := range e.ejemplos {
		x.comprobar(e.reg)
	}
	e.ejemplos = nil
	return s
}

// Nombre is the name of a type's schema: its package and its name, each
// capitalised, with the names of its type arguments after it. It serves as
// Huma's namer, with the hint for types without a name.
func Nombre(t reflect.Type, pista string) string {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t.Name() == "" {
		return pista
	}
	base, args, _ := strings.Cut(t.Name(), "[")
	nombre := mayuscula(t.PkgPath()[strings.LastIndex(t.PkgPath(), "/")+1:]) + mayuscula(base)
	for a := range strings.FieldsFuncSeq(args, func(r rune) bool { return strings.ContainsRune("[]*, ", r) }) {
		a = a[strings.LastIndex(a, "/")+1:]
		for p := range strings.SplitSeq(a, ".") {
			nombre += mayuscula(p)
		}
	}
	return nombre
}

// mayuscula capitalises a name and what follows an underscore, which it drops.
func mayuscula(s string) string {
	var b strings.Builder
	for p := range strings.SplitSeq(s, "_") {
		if p != "" {
			b.WriteString(strings.ToUpper(p[:1]) + p[1:])
		}
	}
	return b.String()
}

// ref refers to the schema of a struct, which it makes the first time.
func (e *Esquemas) ref(u uso) *huma.Schema {
	s := &huma.Schema{}
	nombre, ok := e.nombres[u]
	if !ok {
		nombre = e.nombrar(u)
		e.nombres[u] = nombre
		obj := &huma.Schema{Type: huma.TypeObject}
		e.reg.Map()[nombre] = obj
		e.llenar(obj, u)
		nombre = e.nombres[u] // it may have been renamed meanwhile
	}
	s.Ref = prefijo + nombre
	e.refs[u] = append(e.refs[u], s)
	return s
}

// nombrar chooses the name of a schema, and renames the input schema of a type
// that turns out to be an answer as well.
func (e *Esquemas) nombrar(u uso) string {
	base := Nombre(u.tipo, "")
	if base == "" {
		panic(fmt.Sprintf("forma: %s has no name for its schema", u.tipo))
	}
	dueno, hay := e.duenos[base]
	if hay && dueno != u.tipo || !hay && e.reg.Map()[base] != nil {
		panic(fmt.Sprintf("forma: two types for the schema %s: %s and %v", base, u.tipo, dueno))
	}
	e.duenos[base] = u.tipo
	entrada := uso{u.tipo, true}
	_, hayEntrada := e.nombres[entrada]
	_, haySalida := e.nombres[uso{u.tipo, false}]
	switch {
	case u.entrada && haySalida:
		return e.libre(base+"Entrada", u)
	case !u.entrada && hayEntrada:
		e.renombrar(entrada, e.libre(base+"Entrada", u))
	}
	return base
}

func (e *Esquemas) libre(nombre string, u uso) string {
	if e.reg.Map()[nombre] != nil {
		panic(fmt.Sprintf("forma: two types for the schema %s: the input %s and another", nombre, u.tipo))
	}
	e.duenos[nombre] = u.tipo
	return nombre
}

func (e *Esquemas) renombrar(u uso, nombre string) {
	m := e.reg.Map()
	m[nombre] = m[e.nombres[u]]
	delete(m, e.nombres[u])
	e.nombres[u] = nombre
	for _, s := range e.refs[u] {
		s.Ref = prefijo + nombre
	}
}

// llenar writes the properties of a struct.
func (e *Esquemas) llenar(s *huma.Schema, u uso) {
	campos, err := forma.Campos(u.tipo)
	if err != nil {
		panic(fmt.Sprintf("forma: %s: %v", u.tipo, err))
	}
	s.Properties = make(map[string]*huma.Schema, len(campos))
	if u.entrada {
		s.AdditionalProperties = false
	}
	for _, c := range campos {
		if c.Hecho && u.entrada {
			continue
		}
		s.Properties[c.Nombre] = e.propiedad(u, c)
		if u.entrada && c.Exigido() || !u.entrada && !c.Omite {
			s.Required = append(s.Required, c.Nombre)
		}
		e.dependencia(s, campos, c)
	}
	s.PrecomputeMessages()
}

// dependencia writes required_with as JSON Schema has it, from the property
// that is present to the one it asks for.
func (e *Esquemas) dependencia(s *huma.Schema, campos []forma.Campo, c forma.Campo) {
	otros, _ := c.Propias.Valor("required_with")
	for otro := range strings.FieldsSeq(otros) {
		i := slices.IndexFunc(campos, func(o forma.Campo) bool { return o.Go == otro })
		if i < 0 {
			panic(fmt.Sprintf("forma: %s: required_with names no field: %s", c.Go, otro))
		}
		if s.DependentRequired == nil {
			s.DependentRequired = map[string][]string{}
		}
		s.DependentRequired[campos[i].Nombre] = append(s.DependentRequired[campos[i].Nombre], c.Nombre)
	}
}
