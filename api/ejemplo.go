package api

import (
	"cmp"
	"encoding/json"
	"fmt"
	"reflect"
	"time"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	doeforma "github.com/operacion-abierta/operacion/doe/forma"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// contextoDeEjemplo is that of the examples of the document: always the same
// day, always the same references; the records that an example names exist and
// are of who sends it.
func (s *Servidor) contextoDeEjemplo(a doe.Actor, folio string) tramite.Contexto {
	n := 0
	nombrado := func(coleccion, folio string) (tramite.Registro, error) {
		t, ok := s.mesa.Tramite(coleccion)
		if !ok {
			return nil, &falla.Error{Clase: falla.NoEncontrada}
		}
		r := t.Nuevo()
		*r.Cabeza() = tramite.Cabecera{Folio: folio, Version: 9, Estado: t.Definicion().Estados[0].Nombre, Unidad: a.Unidad, OOAD: cmp.Or(a.OOAD, doe.NivelCentral)}
		return r, nil
	}
	return tramite.Contexto{
		Ahora: fecha.MustParse("2026-03-02").Inicio().Sumar(10 * time.Hour), Actor: a, Catalogo: s.catalogo(), Calendarios: plazo.Oficiales(), Folio: folio, Cargar: nombrado,
		Azar: func() string { n++; return fmt.Sprintf("00000000-0000-7000-8000-%012d", n) },
	}
}

// ejemploDe is the example of an act's input as callers send it: without the
// facts that the kernel adds.
func ejemploDe(a tramite.DefActo) any {
	b, err := json.Marshal(a.Ejemplo)
	var v any
	if err == nil {
		err = json.Unmarshal(b, &v)
	}
	if err != nil {
		panic(fmt.Sprintf("api: the example of act %s: %v", a.Nombre, err))
	}
	quitarHechos(v, a.Entrada)
	return v
}

// quitarHechos takes out of decoded JSON what its type marks as facts.
func quitarHechos(v any, t reflect.Type) {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch x := v.(type) {
	case []any:
		for _, e := range x {
			quitarHechos(e, t.Elem())
		}
	case map[string]any:
		campos, err := doeforma.Campos(t)
		if err != nil { // a map, or a type that writes its own JSON
			return
		}
		for _, c := range campos {
			if c.Hecho {
				delete(x, c.Nombre)
			} else if h, ok := x[c.Nombre]; ok {
				quitarHechos(h, c.Tipo)
			}
		}
	}
}
