package api

import (
	"reflect"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
)

// Mandato is the answer to whether a unit may do an act.
type Mandato struct {
	Resultado doe.ResultadoMandato `json:"resultado" validate:"oneof=facultada no_facultada desconocido" doc:"facultada, no_facultada, o desconocido cuando no constan las funciones de ese día" example:"facultada"`
	Puede     *bool                `json:"puede" nullable:"true" doc:"Si puede; null cuando se desconoce" example:"true"`
	Unidad    doe.ClaveUnidad      `json:"unidad" doc:"Unidad por la que se pregunta" example:"doe-7.1.1"`
	Nombre    string               `json:"nombre" doc:"Su denominación" example:"Unidad de Evaluación de Órganos Desconcentrados"`
	Facultad  doe.Facultad         `json:"facultad" doc:"Facultad por la que se pregunta" example:"evaluacion.planes:autorizar"`
	Fecha     fecha.Fecha          `json:"fecha" doc:"Día por el que se pregunta" example:"2026-03-02"`
	// Guardian keeps the record asked about.
	Guardian    doe.ClaveUnidad `json:"guardian,omitempty" doc:"Unidad que guarda el expediente de que se trata" example:"doe-7.1.1.4.2"`
	Alcance     doe.Alcance     `json:"alcance,omitempty" doc:"Alcance con que se miró, según los trámites que piden la facultad" example:"linea"`
	Desde       fecha.Fecha     `json:"desde" doc:"Primer día cuyas funciones constan" example:"2022-10-01"`
	Firma       bool            `json:"firma" doc:"Si lo firma la persona titular, quien la supla o quien lo tenga delegado" example:"true"`
	Bases       []BaseMandato   `json:"bases" doc:"En qué se funda"`
	Quienes     []Capaz         `json:"quienes" doc:"Quiénes pueden, cuando la unidad no"`
	Contraparte bool            `json:"contraparte" doc:"Si corresponde a una contraparte ajena a las unidades" example:"false"`
	Oficio      string          `json:"oficio" doc:"La respuesta en palabras de oficio"`
}

// BaseMandato is what an act of a unit rests on.
type BaseMandato struct {
	Clase     doe.ClaseBase     `json:"clase" validate:"oneof=expreso suficiente regional jerarquico" doc:"expreso; suficiente, con otra facultad que basta; regional, con la política del manual del OOAD; jerarquico, con la función residual" example:"expreso"`
	Facultad  doe.Facultad      `json:"facultad" doc:"Facultad que se ejerce" example:"evaluacion.planes:autorizar"`
	Funciones []CitaFuncion     `json:"funciones" doc:"Funciones que se citan"`
	Via       doe.Via           `json:"via,omitempty" doc:"Por qué le corresponde lo que ninguna función otorga" example:"titular"`
	Nota      string            `json:"nota,omitempty" doc:"Razón que consta en el catálogo de huecos"`
	Politica  *CitaPolitica     `json:"politica,omitempty" doc:"Política que lo respalda"`
	Sobre     []doe.ClaveUnidad `json:"sobre" doc:"Unidades que guardan los expedientes en que puede; vacía si en cualquiera"`
}

// CitaFuncion is a function as it is cited.
type CitaFuncion struct {
	Funcion doe.ClaveFuncion `json:"funcion" doc:"Clave de la función" example:"doe-7.1.1/8"`
	Manual  string           `json:"manual" doc:"Clave del manual" example:"G000-002-001"`
	Nombre  string           `json:"nombre" doc:"Nombre del manual" example:"Manual de Organización de la Dirección de Operación y Evaluación"`
	Numeral string           `json:"numeral" doc:"Numeral de la unidad" example:"7.1.1"`
	Numero  int              `json:"numero" doc:"Número de la función" example:"8"`
	Edicion fecha.Fecha      `json:"edicion,omitzero" doc:"Día desde el que rige la edición; falta si su texto no lo dice" example:"2022-10-01"`
	Alcance doe.Alcance      `json:"alcance,omitempty" doc:"Alcance, cuando la función lo acota" example:"inferior"`
	Resumen string           `json:"resumen" doc:"Qué encarga, en palabras de este proyecto"`
}

// CitaPolitica is a policy as it is cited.
type CitaPolitica struct {
	Politica doe.ClavePolitica `json:"politica" doc:"Clave de la política" example:"caood-5.7"`
	Manual   string            `json:"manual" doc:"Clave del manual" example:"G000-002-003"`
	Numero   string            `json:"numero" doc:"Número de la política" example:"5.7"`
	Resumen  string            `json:"resumen" doc:"Qué dispone, en palabras de este proyecto"`
}

// Capaz is a unit that may.
type Capaz struct {
	Unidad doe.ClaveUnidad `json:"unidad" doc:"Clave de la unidad" example:"doe-7.1.1"`
	Nombre string          `json:"nombre" doc:"Denominación"`
	Bases  []BaseMandato   `json:"bases" doc:"En qué se funda"`
}

var (
	otroActo      = falla.Regla{Codigo: "acto-fuera-de-catalogo", Es: "El acto no está en el catálogo.", En: "The act is not in the catalog."}
	otraCapacidad = falla.Regla{Codigo: "capacidad-desconocida", Es: "La capacidad no está en el catálogo.", En: "The capability is not in the catalog."}
)

func (s *Servidor) montarMandato() {
	acto := consulta("acto", "Acto por el que se pregunta", "autorizar", 40).obligatorio()
	capacidad := consulta("capacidad", "Capacidad por la que se pregunta", "evaluacion.planes", 60).obligatorio()
	guardian := deUnidad("Unidad que guarda el expediente; sin ella se pregunta por cualquiera")
	guardian.Name, guardian.Example = "guardian", "doe-7.1.1.4.2"
	unidad := deUnidad("Unidad por la que se pregunta").obligatorio()
	unidad.Example = "doe-7.1.1"
	r := s.de(reflect.TypeFor[Mandato](), "La respuesta, con sus citas.")
	r.Content["text/plain"] = &huma.MediaType{Schema: &huma.Schema{Type: huma.TypeString}}
	s.montar(operacion{
		Operation: huma.Operation{
			Method: "GET", Path: "/v1/mandato", OperationID: "mandato-consultar", Summary: "¿Puede esta unidad este acto?",
			Description: "Dice si una unidad está facultada para un acto sobre una capacidad en un día, y lo cita como lo haría un oficio: manual, numeral, función, edición y, donde la hay, política. Una negativa dice quién puede y con qué funciones. " +
				"De los días anteriores a la edición vigente se dice que las funciones se desconocen. Con `formato=texto`, o `Accept: text/plain`, se da solo el texto del oficio.",
			Tags: []string{"institución"},
		},
		parametros: []parametro{
			unidad, acto, capacidad, deFecha("fecha", "Día por el que se pregunta; hoy si falta", "2026-03-02"), guardian, deValores("formato", "Forma de la respuesta", "json", "texto"),
		},
		respuesta: r, atender: s.mandato,
	})
}

func (s *Servidor) mandato(c *caso) (respuesta, error) {
	cat, u, g := s.catalogo(), doe.ClaveUnidad(c.texto("unidad")), doe.ClaveUnidad(c.texto("guardian"))
	k, acto, dia := doe.Capacidad(c.texto("capacidad")), doe.Acto(c.texto("acto")), c.fecha("fecha")
	if dia.IsZero() {
		dia = c.ahora().Dia()
	}
	if err := conocidos(cat.En(dia), u, g, acto, k); err != nil {
		return respuesta{}, err
	}
	a := doe.Ambito{}
	if g != "" {
		a = s.ambitoDe(doe.Facultad(string(k)+":"+string(acto)), g)
	}
	d, err := doe.MandatoEn(cat, u, acto, k, dia, a)
	if err != nil {
		return respuesta{}, err
	}
	c.w.Header()["Vary"] = []string{varia[0] + ", Accept"}
	if pideTexto(c) {
		return respuesta{tipo: "text/plain; charset=utf-8", cuerpo: []byte(d.Oficio() + "\n")}, nil
	}
	m := deDictamen(d)
	m.Alcance = a.Alcance
	return enJSON(m)
}

// conocidos tells which of what is asked about is not in the catalog; what is
// empty is not asked about.
func conocidos(cat *doe.Catalogo, u, g doe.ClaveUnidad, acto doe.Acto, k doe.Capacidad) error {
	var fs falla.Fallas
	_, ok := cat.Unidad(u)
	fs.Si(!ok && u != "", otraUnidad, "query.unidad")
	_, ok = cat.Unidad(g)
	fs.Si(!ok && g != "", otraUnidad, "query.guardian")
	fs.Si(acto != "" && !slices.ContainsFunc(cat.Actos(), func(d doe.DefActo) bool { return d.Clave == acto }), otroActo, "query.acto")
	fs.Si(k != "" && !slices.ContainsFunc(cat.Capacidades(), func(d doe.DefCapacidad) bool { return d.Clave == k }), otraCapacidad, "query.capacidad")
	return deForma(fs)
}

// pideTexto says whether the caller asks for the letter alone.
func pideTexto(c *caso) bool {
	if f := c.texto("formato"); f != "" {
		return f == "texto"
	}
	for p := range strings.SplitSeq(strings.Join(c.r.Header.Values("Accept"), ","), ",") {
		tipo, _, _ := strings.Cut(p, ";")
		switch strings.TrimSpace(tipo) {
		case "text/plain":
			return true
		case "application/json", "*/*", "application/*":
			return false
		}
	}
	return false
}

// ambitoDe is how far an act on a facultad reaches, by the trámites that ask
// for it: the line of who keeps the record unless one of its branch says that
// the act is national.
func (s *Servidor) ambitoDe(f doe.Facultad, g doe.ClaveUnidad) doe.Ambito {
	a := doe.Ambito{Alcance: doe.Linea, Guardian: g}
	for _, t := range s.mesa.Tramites() {
		d := t.Definicion()
		for _, x := range d.Actos {
			if x.Alcance == doe.Nacional && slices.Contains(x.Facultades, f) && s.catalogo().EnLinea(d.Rama, g) {
				a.Alcance, a.Rama = doe.Nacional, d.Rama
			}
		}
	}
	return a
}

func deDictamen(d doe.Dictamen) Mandato {
	m := Mandato{
		Resultado: d.Resultado, Unidad: d.Unidad.Clave, Nombre: d.Unidad.Nombre, Facultad: d.Facultad, Fecha: d.Dia, Guardian: d.Guardian, Desde: d.Desde,
		Firma: d.Firma, Bases: deBases(d.Bases), Quienes: []Capaz{}, Contraparte: d.Contraparte, Oficio: d.Oficio(),
	}
	if d.Resultado != doe.Desconocido {
		m.Puede = new(d.Resultado == doe.Facultado)
	}
	for _, q := range d.Quienes {
		m.Quienes = append(m.Quienes, Capaz{q.Unidad.Clave, q.Unidad.Nombre, deBases(q.Bases)})
	}
	return m
}

func deBases(bs []doe.BaseMandato) []BaseMandato {
	out := []BaseMandato{}
	for _, b := range bs {
		x := BaseMandato{Clase: b.Clase, Facultad: b.Facultad, Funciones: []CitaFuncion{}, Via: b.Via, Nota: b.Hueco.Nota, Sobre: append([]doe.ClaveUnidad{}, b.Sobre...)}
		if p := b.Politica; p.Clave != "" {
			x.Politica = &CitaPolitica{p.Clave, p.Manual, p.Numero, p.Resumen}
		}
		for _, f := range b.Funciones {
			x.Funciones = append(x.Funciones, CitaFuncion{f.Funcion, f.Manual.Clave, f.Manual.Nombre, f.Numeral, f.Numero, f.Manual.Vigente, f.Alcance, f.Resumen})
		}
		out = append(out, x)
	}
	return out
}
