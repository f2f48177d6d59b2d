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
// day, always the same references.
func (s *Servidor) contextoDeEjemplo(a doe.Actor, folio string) tramite.Contexto {
	n := 0
	return tramite.Contexto{
		Ahora: fecha.MustParse("2026-03-02").Inicio().Sumar(10 * time.Hour), Actor: a, Catalogo: s.catalogo(), Calendarios: plazo.Oficiales(), Folio: folio,
		Azar: func() string { n++; return fmt.Sprintf("00000000-0000-7000-8000-%012d", n) },
	}
}

// alcanzado makes, for the examples of what looks others up, the record that
// one names: as its act of creation leaves it, of the unit that looks.
func (s *Servidor) alcanzado(a doe.Actor) func(coleccion, folio string) (tramite.Registro, error) {
	return func(coleccion, folio string) (tramite.Registro, error) {
		t, ok := s.mesa.Tramite(coleccion)
		if !ok {
			return nil, &falla.Error{Clase: falla.NoEncontrada}
		}
		d, r := t.Definicion(), t.Nuevo()
		r.Cabeza().Estado = d.Estados[0].Nombre
		for _, actor := range s.quienes(d, d.Actos[0]) {
			if cs, err := s.mesa.Realizar(s.contextoDeEjemplo(actor, folio), tramite.Peticion{Coleccion: coleccion, Acto: d.Alta, Entrada: d.Actos[0].Ejemplo}); err == nil {
				r = cs[0].Registro
				break
			}
		}
		k := r.Cabeza()
		k.Folio, k.Version, k.Unidad, k.OOAD = folio, max(k.Version, 9), a.Unidad, cmp.Or(a.OOAD, doe.NivelCentral)
		return r, nil
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
