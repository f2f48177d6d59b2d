package plantilla

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/version"
	"github.com/operacion-abierta/operacion/siade"
)

// Coleccion is the path of the templates.
const Coleccion = siade.ColeccionPlantillas

// Guarda is the unit that keeps them: it fosters the tools of attention.
const Guarda doe.ClaveUnidad = "doe-7.1.3.1.1"

// Campo is a named field of a template.
type Campo struct {
	Clave  string     `json:"clave" validate:"required,max=40" doc:"Nombre con que el texto lo llama, entre llaves dobles" example:"fecha_cita"`
	Nombre string     `json:"nombre" validate:"required,max=120" doc:"Nombre para mostrar" example:"Día de la cita"`
	Clase  ClaseCampo `json:"clase" validate:"required" doc:"Qué valor toma" example:"fecha"`
	// De says from where of the record it is filled; by hand when empty.
	De Fuente `json:"de,omitempty" doc:"De qué dato del expediente se llena; a mano si falta" example:"folio"`
	// Opcional may be left empty.
	Opcional bool `json:"opcional,omitempty" doc:"Si puede quedar vacío" example:"false"`
}

// Contenido is what a template consists of.
type Contenido struct {
	Nombre string `json:"nombre" validate:"required,min=5,max=160" doc:"Nombre" example:"Orientación sobre vigencia de derechos"`
	Uso    string `json:"uso" validate:"required,min=5,max=1000" doc:"Cuándo se usa y cuándo no" example:"Cuando pide saber si tiene derecho y no hay que corregir nada."`
	// Tipos and Responde narrow the petitions it is for; any when empty.
	Tipos    []siade.Tipo   `json:"tipos,omitempty" validate:"omitempty,max=10,unique" doc:"Tipos de petición; vacío, todos" example:"[\"orientacion\"]"`
	Responde []siade.Codigo `json:"responde,omitempty" validate:"omitempty,max=60,dive" doc:"Temas, subtemas, servicios y trámites de que trata; vacío, cualquiera"`
	Texto    string         `json:"texto" validate:"required,min=10,max=8000" doc:"Texto, con cada campo entre llaves dobles" example:"En respuesta a su petición {{folio}}: {{explicacion}}"`
	Campos   []Campo        `json:"campos,omitempty" validate:"omitempty,max=40,dive" doc:"Campos del texto"`
}

// Plantilla is a template with all its versions.
type Plantilla struct{ version.Documento[Contenido] }

// marca is a field in a text.
var marca = regexp.MustCompile(`\{\{([a-z][a-z0-9_]*)\}\}`)

var esNombre = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)

// PlazoAutorizacion is the term to decide on a draft.
const PlazoAutorizacion = "autorizacion"

var terminos = plazo.Tabla{{Plazo: PlazoAutorizacion, Termino: plazo.Termino{Cuenta: 10, Clase: plazo.Habiles, Calendario: plazo.LFPA, Fuente: deTrabajo}}}

// Terminos lists the terms.
func Terminos() plazo.Tabla { return slices.Clone(terminos) }

// PrimeraPlantilla is the example of a template.
var PrimeraPlantilla = version.Alta[Contenido]{Clave: "ORI-VIG", Contenido: Contenido{
	Nombre: "Orientación sobre vigencia de derechos", Uso: "Cuando pide saber si tiene derecho y no hay que corregir nada.",
	Tipos: []siade.Tipo{siade.Orientacion}, Responde: []siade.Codigo{{Clase: siade.ClaseServicio, Clave: "afiliacion"}},
	Texto: "En respuesta a su petición {{folio}}, presentada el {{presentada}}: {{explicacion}} Puede acudir el {{fecha_cita}} a {{lugar}}.",
	Campos: []Campo{
		{Clave: "folio", Nombre: "Folio", Clase: EsFolio, De: DeFolio}, {Clave: "presentada", Nombre: "Día de presentación", Clase: EsFecha, De: DePresentacion},
		{Clave: "explicacion", Nombre: "Explicación", Clase: EsTexto}, {Clave: "fecha_cita", Nombre: "Día en que se le espera", Clase: EsFecha},
		{Clave: "lugar", Nombre: "Unidad a la que acude", Clase: EsUnidad},
	},
}}

// Plantillas is the definition of the template. Central attention proposes or
// develops them; the Unit, which sets the strategies of attention, authorises.
var Plantillas = tramite.MustDefinir(plantillas())

func plantillas() tramite.Definicion[Plantilla] {
	d := version.Declarar(version.Declaracion[Plantilla, Contenido]{
		Nombre: "plantilla-respuesta", Coleccion: Coleccion, Serie: "PLR", Rama: siade.Rama,
		Titulo: "Plantilla de respuesta", Descripcion: "Texto con campos para responder peticiones de un tipo o un tema, por versiones: se elabora, se autoriza y rige desde un día; cada respuesta dice con cuál se redactó.",
		Elabora: doe.Alguna("siade.atencion:proponer", "siade.atencion:ejecutar"), Revisa: doe.Alguna("siade.atencion:coordinar"), Autoriza: doe.Alguna("siade.atencion:autorizar"),
		Alcance: doe.Nacional, Guarda: Guarda, Comun: true, Validar: validarContenido,
		Ejemplo: PrimeraPlantilla,
		Reparo:  version.Reparo{Lugar: "texto", Texto: "Falta decir qué hacer si el sistema no responde."},
		Texto:   func(e Contenido) string { return e.Nombre + " " + e.Uso + " " + e.Texto },
	})
	// Who develops a template does it on a facultad that neither prepares nor
	// decides: the pair says that they do not authorise it all the same.
	d.Segregacion.Pares = []tramite.ParSegregado{{Antes: "elaborar", Despues: "autorizar"}, {Antes: "corregir", Despues: "autorizar"}}
	d.Plazos = []tramite.Plazo[Plantilla]{{
		Nombre: PlazoAutorizacion, Titulo: "Autorización de la plantilla", Aviso: 3, Claves: tramite.En[Plantilla](version.EnElaboracion), Frustra: []string{"devolver", "descartar"},
		Termino: func(_ Plantilla, _ string, dia fecha.Fecha) (plazo.Termino, bool) {
			return terminos.De(PlazoAutorizacion, dia)
		},
	}}
	return d
}

func validarContenido(_ Plantilla, e Contenido, lugar string, c *tramite.Contexto, f *falla.Fallas) {
	usados := map[string]bool{}
	for _, m := range marca.FindAllStringSubmatch(e.Texto, -1) {
		usados[m[1]] = true
	}
	f.Si(conLlaves(marca.ReplaceAllString(e.Texto, "")), ReglaLlaves, lugar+".texto")
	declarados := map[string]bool{}
	for i, k := range e.Campos {
		en := fmt.Sprintf("%s.campos[%d]", lugar, i)
		f.Si(!esNombre.MatchString(k.Clave), ReglaNombre, en+".clave")
		f.Si(declarados[k.Clave], ReglaRepetido, en+".clave")
		f.Si(!usados[k.Clave], ReglaSinUso, en+".clave")
		f.Si(k.De != "" && k.De.clase() != k.Clase, ReglaClase, en+".clase", k.De.clase())
		declarados[k.Clave] = true
	}
	for _, n := range ordenadas(usados) {
		f.Si(!declarados[n], ReglaSinDeclarar, lugar+".texto", n)
	}
	for i, k := range e.Responde {
		en := fmt.Sprintf("%s.responde[%d]", lugar, i)
		f.Si(slices.Contains(e.Responde[:i], k), ReglaRepetido, en)
		f.Si(!siade.Admite(c, k.Clase, k.Clave, c.Hoy()), ReglaClasificador, en+".clave")
	}
}

// conLlaves says whether a text has what would be taken for a field.
func conLlaves(s string) bool { return strings.Contains(s, "{{") || strings.Contains(s, "}}") }

func ordenadas(m map[string]bool) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// Ajuste is how well a template suits a classification: zero when it does not,
// more the narrower what it is for.
func (e Contenido) Ajuste(k siade.Clasificacion) int {
	n := 1
	if len(e.Tipos) > 0 {
		if !slices.Contains(e.Tipos, k.Tipo) {
			return 0
		}
		n++
	}
	if len(e.Responde) == 0 {
		return n
	}
	for i, c := range k.Codigos() {
		if slices.Contains(e.Responde, c) {
			return n + 10 - i
		}
	}
	return 0
}
