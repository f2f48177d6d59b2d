package tramite

import (
	"reflect"

	"github.com/operacion-abierta/operacion/doe/cantidad"
)

// clonador makes a deep copier of R: structs, slices, maps and pointers are
// copied, everything else is a value.
func clonador[R any]() func(*R) *R {
	f := copiador(reflect.TypeFor[R]())
	return func(r *R) *R {
		n := new(R)
		*n = *r
		if f != nil {
			f(reflect.ValueOf(n).Elem())
		}
		return n
	}
}

// copiador gives the function that replaces, within a shallow copy, whatever
// it shares with the original; nil when it shares nothing.
func copiador(t reflect.Type) func(reflect.Value) {
	switch t.Kind() {
	case reflect.Struct:
		if t == reflect.TypeFor[Cabecera]() {
			return func(v reflect.Value) { v.Addr().Interface().(*Cabecera).apartar() }
		}
		return copiadorStruct(t)
	case reflect.Slice:
		return copiadorSlice(t)
	case reflect.Pointer:
		dentro := copiador(t.Elem())
		return func(v reflect.Value) {
			if v.IsNil() {
				return
			}
			n := reflect.New(t.Elem())
			n.Elem().Set(v.Elem())
			if dentro != nil {
				dentro(n.Elem())
			}
			v.Set(n)
		}
	case reflect.Map:
		return copiadorMap(t)
	default:
		return nil
	}
}

func copiadorStruct(t reflect.Type) func(reflect.Value) {
	type campo struct {
		i int
		f func(reflect.Value)
	}
	var cs []campo
	for i := range t.NumField() {
		if !t.Field(i).IsExported() {
			continue
		}
		if f := copiador(t.Field(i).Type); f != nil {
			cs = append(cs, campo{i, f})
		}
	}
	if cs == nil {
		return nil
	}
	return func(v reflect.Value) {
		for _, c := range cs {
			c.f(v.Field(c.i))
		}
	}
}

func copiadorSlice(t reflect.Type) func(reflect.Value) {
	dentro := copiador(t.Elem())
	return func(v reflect.Value) {
		if v.IsNil() {
			return
		}
		n := reflect.MakeSlice(t, v.Len(), v.Len())
		reflect.Copy(n, v)
		if dentro != nil {
			for i := range n.Len() {
				dentro(n.Index(i))
			}
		}
		v.Set(n)
	}
}

func copiadorMap(t reflect.Type) func(reflect.Value) {
	dentro := copiador(t.Elem())
	return func(v reflect.Value) {
		if v.IsNil() {
			return
		}
		n := reflect.MakeMapWithSize(t, v.Len())
		for it := v.MapRange(); it.Next(); {
			e := reflect.New(t.Elem()).Elem()
			e.Set(it.Value())
			if dentro != nil {
				dentro(e)
			}
			n.SetMapIndex(it.Key(), e)
		}
		v.Set(n)
	}
}

// flotantes lists the paths of the fields of a record type that are floats.
func flotantes(t reflect.Type, lugar string, pila []reflect.Type) []string {
	for _, p := range pila {
		if p == t {
			return nil
		}
	}
	pila = append(pila, t)
	switch t.Kind() {
	case reflect.Float32, reflect.Float64:
		return []string{lugar}
	case reflect.Slice, reflect.Array, reflect.Pointer, reflect.Map:
		return flotantes(t.Elem(), lugar+"[]", pila)
	case reflect.Struct:
		var out []string
		for i := range t.NumField() {
			out = append(out, flotantes(t.Field(i).Type, lugar+"."+t.Field(i).Name, pila)...)
		}
		return out
	default:
		return nil
	}
}

// Centesimas is a rate in hundredths of a per cent.
type Centesimas = cantidad.Centesimas

// Entero is the whole: one hundred per cent.
const Entero = cantidad.Entero
