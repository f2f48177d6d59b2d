package api

import (
	"bytes"
	"encoding/csv"
	"net/http"
	"reflect"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
)

// Catalogo is the whole catalog as it is published.
type Catalogo struct {
	Fecha       fecha.Fecha  `json:"fecha" doc:"Día del catálogo" example:"2026-03-02"`
	Vigente     bool         `json:"vigente" doc:"Si ese día ya regía la edición vigente; antes no se conocen funciones" example:"true"`
	Manuales    []ManualDe   `json:"manuales" doc:"Manuales en que se funda"`
	Unidades    []Unidad     `json:"unidades" doc:"Unidades de ese día"`
	Funciones   []Funcion    `json:"funciones" doc:"Funciones con las facultades que otorgan"`
	Organos     []Organo     `json:"organos" doc:"Órganos con los que trata la Dirección"`
	SinNoticia  []SinNoticia `json:"sin_noticia" doc:"Unidades de las que la primera noticia es posterior"`
	Desconocido []string     `json:"desconocido" doc:"Lo que los manuales no dejan saber de ese día"`
}

// ManualDe is an organization manual.
type ManualDe struct {
	Clave   string      `json:"clave" doc:"Clave oficial" example:"G000-002-001"`
	Siglas  string      `json:"siglas" doc:"Con que empiezan las claves de sus unidades" example:"doe"`
	Nombre  string      `json:"nombre" doc:"Nombre" example:"Manual de Organización de la Dirección de Operación y Evaluación"`
	Vigente fecha.Fecha `json:"vigente,omitzero" doc:"Desde qué día rige; falta si no se dice" example:"2022-10-01"`
	Nota    string      `json:"nota,omitempty" doc:"Lo que hay que saber de la edición"`
}

func (s *Servidor) montarPublicacion() {
	s.leerInstitucion("/v1/catalogo.json", "catalogo-json", "El catálogo entero", "Unidades, funciones con sus facultades y órganos, hoy o el día que se pida. Antes de la edición vigente las funciones no se conocen.",
		reflect.TypeFor[Catalogo](), s.catalogoJSON, deDia())
	s.publicar("csv", "text/csv; charset=utf-8", huma.TypeString, "Un renglón por función, con su unidad y sus facultades; las unidades sin funciones conocidas llevan uno, vacío.", s.catalogoCSV)
	s.publicar("jsonld", "application/ld+json", huma.TypeObject, "Unidades, órganos, funciones y actos de reestructura en JSON-LD, con la ontología de organizaciones del W3C (ORG) y el vocabulario CPOV; el contexto va dentro.", s.catalogoLD)
}

func (s *Servidor) publicar(extension, tipo, esquema, descripcion string, atender func(*caso, *doe.Estructura) ([]byte, error)) {
	s.montar(operacion{
		Operation: huma.Operation{
			Method: http.MethodGet, Path: "/v1/catalogo." + extension, OperationID: "catalogo-" + extension,
			Summary: "El catálogo en " + strings.ToUpper(extension), Description: descripcion, Tags: []string{"institución"},
		},
		parametros: []parametro{deDia()},
		respuesta:  &huma.Response{Description: "El catálogo.", Content: map[string]*huma.MediaType{tipo: {Schema: &huma.Schema{Type: esquema}}}},
		atender: func(c *caso) (respuesta, error) {
			e := s.estructura(c)
			b, err := atender(c, &e)
			return respuesta{tipo: tipo, cuerpo: b, nombre: "catalogo-" + e.Fecha.String() + "." + extension}, err
		},
	})
}

// funcionesEl are the functions in force on a day: none before the edition.
func (s *Servidor) funcionesEl(e *doe.Estructura) []doe.Funcion {
	if !e.Vigente {
		return nil
	}
	return s.catalogo().En(e.Fecha).Funciones()
}

func (s *Servidor) catalogoJSON(c *caso) (respuesta, error) {
	e := s.estructura(c)
	out := Catalogo{
		Fecha: e.Fecha, Vigente: e.Vigente, Manuales: []ManualDe{}, Unidades: []Unidad{}, Funciones: deFunciones(s.funcionesEl(&e)),
		Organos: []Organo{}, SinNoticia: []SinNoticia{}, Desconocido: e.Desconocido,
	}
	for _, m := range s.catalogo().Manuales() {
		out.Manuales = append(out.Manuales, ManualDe(m))
	}
	for _, u := range e.Unidades {
		out.Unidades = append(out.Unidades, s.deUnidadEn(u, e.Vigente))
	}
	for _, o := range s.catalogo().Organos("") {
		out.Organos = append(out.Organos, Organo(o))
	}
	for _, x := range e.SinNoticia {
		out.SinNoticia = append(out.SinNoticia, SinNoticia(x))
	}
	return enJSON(out)
}

func (s *Servidor) catalogoCSV(_ *caso, e *doe.Estructura) ([]byte, error) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	_ = w.Write([]string{"unidad", "nombre", "nivel", "superior", "desde", "funcion", "numero", "verbos", "resumen", "facultades"}) // w.Error tells
	porUnidad := map[doe.ClaveUnidad][]doe.Funcion{}
	for _, f := range s.funcionesEl(e) {
		porUnidad[f.Unidad] = append(porUnidad[f.Unidad], f)
	}
	for _, u := range e.Unidades {
		suya := []string{string(u.Clave), u.Nombre, string(u.Nivel), string(u.Superior), u.Desde.String()}
		for _, f := range porUnidad[u.Clave] {
			_ = w.Write(append(suya[:5:5], string(f.Clave), strconv.Itoa(f.Numero), strings.Join(f.Verbos, "; "), f.Resumen, facultadesDe(f)))
		}
		if len(porUnidad[u.Clave]) == 0 {
			_ = w.Write(append(suya[:5:5], "", "", "", "", ""))
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

// facultadesDe joins what a function grants; a reach that narrows a facultad
// stands after it.
func facultadesDe(f doe.Funcion) string {
	var out []string
	for _, o := range f.Facultades {
		out = append(out, strings.TrimSpace(string(o.Facultad)+" "+string(o.Alcance)))
	}
	return strings.Join(out, "; ")
}
