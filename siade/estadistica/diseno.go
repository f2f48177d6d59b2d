package estadistica

import (
	"fmt"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/version"
	"github.com/operacion-abierta/operacion/siade"
)

// Sistemas designs the statistics (7.1.3.1.4/5) and keeps the designs.
const Sistemas doe.ClaveUnidad = "doe-7.1.3.1.4"

// ColeccionDisenos is the path of the designs.
const ColeccionDisenos = "disenos-estadistica"

var deDiseno = norma.Cita{Norma: "G000-002-001", Lugar: "7.1.3/8"}

// MaxFilas is how many rows the tables of a cut have in all: what is more is
// downloaded, not published.
const MaxFilas = 2000

// FiltroCuadro leaves in a table only some values of a dimension.
type FiltroCuadro struct {
	Dimension Dimension `json:"dimension" validate:"required,max=30" doc:"Dimensión" example:"tipo"`
	Valores   []string  `json:"valores" validate:"required,min=1,max=40,unique,dive,required,max=60" doc:"Valores que se cuentan" example:"[\"queja\"]"`
}

// Cuadro is a table of a report: what it groups by, what it leaves in and which
// figures it gives.
type Cuadro struct {
	Clave   string         `json:"clave" validate:"required,max=20" doc:"Clave del cuadro" example:"C1"`
	Titulo  string         `json:"titulo" validate:"required,min=5,max=200" doc:"Título" example:"Peticiones por OOAD y tipo"`
	Agrupar []Dimension    `json:"agrupar,omitempty" validate:"omitempty,max=2,unique,dive,required,max=30" doc:"Dimensiones en que se parte, dos a lo más" example:"[\"ooad\", \"tipo\"]"`
	Filtros []FiltroCuadro `json:"filtros,omitempty" validate:"omitempty,max=8,dive" doc:"Qué se cuenta; todo si falta"`
	Medidas []Medida       `json:"medidas" validate:"required,min=1,max=20,unique,dive,required,max=30" doc:"Cifras que da" example:"[\"registradas\", \"cerradas\"]"`
	Cohorte bool           `json:"cohorte,omitempty" doc:"Si sigue a las registradas en el periodo en vez de contar lo que ocurrió en él" example:"false"`
}

// consulta is the query that a table is, of a span as of a day.
func (k Cuadro) consulta(desde, hasta, hoy fecha.Fecha) Consulta {
	c := Consulta{Agrupar: slices.Clone(k.Agrupar), Desde: desde, Hasta: hasta, Hoy: hoy, Cohorte: k.Cohorte, Filtros: map[Dimension][]string{}}
	for _, f := range k.Filtros {
		c.Filtros[f.Dimension] = slices.Clone(f.Valores)
	}
	return c
}

// ContenidoDiseno is what a design of report consists of.
type ContenidoDiseno struct {
	Nombre       string       `json:"nombre" validate:"required,min=5,max=200" doc:"Nombre del reporte" example:"Reporte mensual de peticiones"`
	Objetivo     string       `json:"objetivo" validate:"required,min=10,max=2000" doc:"Para qué decisiones sirve" example:"Que la Dirección vea dónde crecen las quejas."`
	Periodicidad Periodicidad `json:"periodicidad" validate:"required" doc:"Cada cuánto se hace" example:"mensual"`
	// Espera is how many natural days after the last of the period the cut may
	// be made: what is captured late counts by then.
	Espera  int      `json:"espera,omitempty" validate:"min=0,max=60" doc:"Días naturales que se esperan tras el periodo antes del corte" example:"5"`
	Metodo  string   `json:"metodo" validate:"required,min=10,max=4000" doc:"Cómo se produce: variables, fuente y salvedades" example:"Contadores del registro nacional; la mediana es exacta hasta diez días."`
	Cuadros []Cuadro `json:"cuadros" validate:"required,min=1,max=12,dive" doc:"Cuadros"`
}

// Diseno is the design of a report, by versions: each cut keeps that of its
// period (rule 31).
type Diseno struct {
	version.Documento[ContenidoDiseno]
}

var primerContenido = ContenidoDiseno{
	Nombre: "Reporte mensual de peticiones", Objetivo: "Que la Dirección vea dónde crecen las quejas.", Periodicidad: Mensual, Espera: 5,
	Metodo: "Contadores del registro nacional; la mediana es exacta hasta diez días.",
	Cuadros: []Cuadro{
		{Clave: "C1", Titulo: "Peticiones por OOAD", Agrupar: []Dimension{OOAD}, Medidas: []Medida{"registradas", "cerradas", "abiertas", "dias_mediana"}},
		{Clave: "C2", Titulo: "Quejas por canal", Agrupar: []Dimension{Canal}, Filtros: []FiltroCuadro{{Tipo, []string{string(siade.Queja)}}}, Medidas: []Medida{"registradas", "cumplimiento"}},
	},
}

// PrimerDiseno is the example of a design.
var PrimerDiseno = version.Alta[ContenidoDiseno]{Clave: "MENSUAL", Contenido: primerContenido}

// validarDiseno holds each table against what can be asked of a whole period.
func validarDiseno(_ Diseno, e ContenidoDiseno, lugar string, c *tramite.Contexto, f *falla.Fallas) {
	for i, k := range e.Cuadros {
		aqui := fmt.Sprintf("%s.cuadros[%d]", lugar, i)
		f.Si(slices.ContainsFunc(e.Cuadros[:i], func(o Cuadro) bool { return o.Clave == k.Clave }), ReglaCuadroRepetido, aqui+".clave")
		for j, m := range k.Medidas {
			_, hay := DefDe(m)
			f.Si(!hay, ReglaMedida, fmt.Sprintf("%s.medidas[%d]", aqui, j))
		}
		for j, x := range k.Filtros {
			repite := slices.ContainsFunc(k.Filtros[:j], func(o FiltroCuadro) bool { return o.Dimension == x.Dimension })
			f.Si(repite || deTiempo(x.Dimension), ReglaFiltro, fmt.Sprintf("%s.filtros[%d].dimension", aqui, j))
		}
		desde, _ := fecha.New(c.Hoy().Anio()-1, 1, 1)
		hasta, _ := fecha.New(c.Hoy().Anio()-1, 12, 31)
		q := k.consulta(desde, hasta, c.Hoy())
		f.Si(len(q.Validar()) > 0, ReglaCuadro, aqui+".agrupar")
	}
}

// Disenos is the definition of the design: 7.1.3.1.4 drafts it, 7.1.3 approves.
var Disenos = tramite.MustDefinir(version.Declarar(version.Declaracion[Diseno, ContenidoDiseno]{
	Nombre: "diseno-estadistica", Coleccion: ColeccionDisenos, Serie: "DES", Rama: siade.Rama,
	Titulo: "Diseño de reporte estadístico", Descripcion: "Qué cuadros tiene un reporte, con qué cifras y cada cuánto se hace, por versiones: se elabora, se autoriza y cada corte conserva la de su periodo.",
	Elabora: doe.Alguna("siade.estadistica:elaborar"), Revisa: doe.Alguna("siade.estadistica:autorizar"), Autoriza: doe.Alguna("siade.estadistica:autorizar"),
	Alcance: doe.Nacional, Guarda: Sistemas,
	Validar: validarDiseno,
	Comun:   true,
	Ejemplo: PrimerDiseno,
	Reparo:  version.Reparo{Lugar: "C2", Texto: "Falta decir contra qué plazo se mide."},
	Texto:   func(e ContenidoDiseno) string { return e.Nombre + " " + e.Objetivo },
}))
