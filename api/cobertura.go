package api

import (
	"reflect"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
)

// Lectura is a read or a report that exercises facultades.
type Lectura struct {
	Ruta       string         `json:"ruta" doc:"Método y ruta" example:"GET /v1/siade/estadistica"`
	Facultades []doe.Facultad `json:"facultades" doc:"Facultades que ejerce" example:"[\"siade.estadistica:informar\"]"`
}

// Cobertura tells which functions of the manuals the program exercises.
type Cobertura struct {
	Total     int               `json:"total" doc:"Funciones de los manuales" example:"784"`
	Cubiertas int               `json:"cubiertas" doc:"Funciones cuyas facultades pide algún acto o lectura, todas" example:"120"`
	Funciones []FuncionCubierta `json:"funciones" doc:"Todas las funciones, en el orden de los manuales"`
	Huecos    []Hueco           `json:"huecos" doc:"Facultades que ninguna función otorga y algún trámite necesita"`
}

// FuncionCubierta is a function with what asks for its facultades and how
// often acts have rested on it.
type FuncionCubierta struct {
	Clave      doe.ClaveFuncion `json:"clave" doc:"Clave de la función" example:"doe-7.1/1"`
	Facultades []doe.Facultad   `json:"facultades" doc:"Facultades que otorga" example:"[\"doe.normativa:autorizar\"]"`
	Actos      []ActoDe         `json:"actos" doc:"Actos que piden alguna"`
	Lecturas   []string         `json:"lecturas" doc:"Lecturas que ejercen alguna"`
	Ejercida   int              `json:"ejercida" doc:"Cuántos actos se han fundado en ella" example:"0"`
	Ultima     *fecha.Fecha     `json:"ultima" nullable:"true" doc:"Día del último; null si ninguno" example:"2026-03-02"`
	Cubierta   bool             `json:"cubierta" doc:"Si todas sus facultades las pide algún acto o lectura" example:"false"`
}

// ActoDe is an act of a trámite.
type ActoDe struct {
	Tramite string `json:"tramite" doc:"Nombre del trámite" example:"peticion"`
	Acto    string `json:"acto" doc:"Nombre del acto" example:"clasificar"`
}

// Hueco is a facultad that no function grants.
type Hueco struct {
	Facultad doe.Facultad      `json:"facultad" doc:"Facultad que nadie tiene" example:"siade.clasificacion:supervisar"`
	Titular  []doe.ClaveUnidad `json:"titular" doc:"Unidades que deberían tenerla; vacío deja el caso a la regla general"`
	Basta    []doe.Facultad    `json:"basta" doc:"Facultades que bastan en su lugar"`
	Nota     string            `json:"nota" doc:"Razón"`
}

// lectura is a read as it was mounted.
type lectura = Lectura

// ejerce declares that a read exercises facultades.
func (s *Servidor) ejerce(op *operacion, fs ...doe.Facultad) {
	s.lecturas = append(s.lecturas, lectura{op.Method + " " + op.Path, fs})
	texto, funciones := s.otorgan(fs)
	op.Extensions = map[string]any{"x-facultades": texto, "x-funciones": funciones}
}

func (s *Servidor) montarCobertura() {
	s.leerInstitucion("/v1/lecturas", "lecturas-listar", "Lecturas que ejercen facultades", "Lecturas y reportes que, sin ser actos de un trámite, ejercen facultades.",
		reflect.TypeFor[Lista[Lectura]](), func(*caso) (respuesta, error) { return enJSON(lista(s.lecturas)) })
	s.leerInstitucion("/v1/cobertura", "cobertura-leer", "Cobertura de las funciones",
		"Qué funciones de los manuales ejerce el programa y cuáles no. Una función está cubierta cuando cada una de sus facultades la pide algún acto o lectura.",
		reflect.TypeFor[Cobertura](), s.cobertura)
}

func (s *Servidor) cobertura(c *caso) (respuesta, error) {
	ej, err := s.almacen.Ejercicios(c.r.Context())
	if err != nil {
		return respuesta{}, err
	}
	veces, ultimas := map[doe.ClaveFuncion]int{}, map[doe.ClaveFuncion]fecha.Fecha{}
	for _, e := range ej {
		veces[e.Funcion] += e.Veces
		if e.Ultima.After(ultimas[e.Funcion]) {
			ultimas[e.Funcion] = e.Ultima
		}
	}
	actos, lecturas := s.piden()
	out := Cobertura{Funciones: []FuncionCubierta{}, Huecos: s.huecos()}
	for _, f := range s.catalogo.Funciones() {
		x := cubrir(f, actos, lecturas)
		x.Ejercida = veces[f.Clave]
		if u, ok := ultimas[f.Clave]; ok {
			x.Ultima = &u
		}
		out.Total++
		if x.Cubierta {
			out.Cubiertas++
		}
		out.Funciones = append(out.Funciones, x)
	}
	return enJSON(out)
}

// piden says which acts and reads ask for each facultad. Who asks for one that
// nobody holds asks for those that the catalog says suffice.
func (s *Servidor) piden() (map[doe.Facultad][]ActoDe, map[doe.Facultad][]string) {
	actos, lecturas := map[doe.Facultad][]ActoDe{}, map[doe.Facultad][]string{}
	basta := map[doe.Facultad][]doe.Facultad{}
	for _, h := range s.catalogo.Huecos() {
		basta[h.Facultad] = h.Basta
		if h.Regional != "" {
			basta[h.Facultad] = append(basta[h.Facultad], h.Regional)
		}
	}
	for _, t := range s.mesa.Tramites() {
		d := t.Definicion()
		for _, a := range d.Actos {
			for _, f := range a.Facultades {
				for _, g := range append([]doe.Facultad{f}, basta[f]...) {
					if x := (ActoDe{d.Nombre, a.Nombre}); !slices.Contains(actos[g], x) {
						actos[g] = append(actos[g], x)
					}
				}
			}
		}
	}
	for _, l := range s.lecturas {
		for _, f := range l.Facultades {
			lecturas[f] = append(lecturas[f], l.Ruta)
		}
	}
	return actos, lecturas
}

func cubrir(f doe.Funcion, actos map[doe.Facultad][]ActoDe, lecturas map[doe.Facultad][]string) FuncionCubierta {
	x := FuncionCubierta{Clave: f.Clave, Facultades: []doe.Facultad{}, Actos: []ActoDe{}, Lecturas: []string{}, Cubierta: len(f.Facultades) > 0}
	for _, o := range f.Facultades {
		x.Facultades = append(x.Facultades, o.Facultad)
		x.Cubierta = x.Cubierta && len(actos[o.Facultad])+len(lecturas[o.Facultad]) > 0
		for _, a := range actos[o.Facultad] {
			if !slices.Contains(x.Actos, a) {
				x.Actos = append(x.Actos, a)
			}
		}
		for _, l := range lecturas[o.Facultad] {
			if !slices.Contains(x.Lecturas, l) {
				x.Lecturas = append(x.Lecturas, l)
			}
		}
	}
	return x
}

func (s *Servidor) huecos() []Hueco {
	out := []Hueco{}
	for _, h := range s.catalogo.Huecos() {
		out = append(out, Hueco{h.Facultad, append([]doe.ClaveUnidad{}, h.Titular...), append([]doe.Facultad{}, h.Basta...), h.Nota})
	}
	return out
}
