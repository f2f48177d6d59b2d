package capacitacion

import (
	"fmt"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// The states of a need.
const (
	Detectada   tramite.Estado = "detectada"
	Valorada    tramite.Estado = "valorada"
	Incorporada tramite.Estado = "incorporada"
	// EnTramite: it waits for the external course.
	EnTramite  tramite.Estado = "en_tramite"
	Gestionada tramite.Estado = "gestionada"
	Descartada tramite.Estado = "descartada"
)

// ColeccionNecesidades is the path of the needs.
const ColeccionNecesidades = "necesidades-capacitacion"

// PlazoValoracion is the deadline to weigh a need, PlazoGestion the one to
// arrange an external course.
const (
	PlazoValoracion = "valoracion"
	PlazoGestion    = "gestion"
)

func habiles(p string, n int, nota string) plazo.Fijado {
	return plazo.Fijado{Plazo: p, Termino: plazo.Termino{Cuenta: n, Clase: plazo.Habiles, Calendario: plazo.LFPA, Fuente: norma.Configuracion(nota)}}
}

// No function sets a number of days.
var terminos = plazo.Tabla{
	habiles(PlazoValoracion, 15, "término para valorar una necesidad"),
	habiles(PlazoGestion, 20, "término para gestionar un curso externo"),
	habiles(PlazoAutorizacion, 10, "término para decidir sobre un programa"),
	habiles(PlazoCierreEdicion, 10, "término para concluir una edición tras su última sesión"),
}

// Terminos lists the terms.
func Terminos() plazo.Tabla { return slices.Clone(terminos) }

// tramitadora is the office that arranges external courses.
const tramitadora doe.ClaveUnidad = "doe-7.1.6.1"

// Origen is what shows a need.
type Origen struct {
	Fuente Fuente `json:"fuente" validate:"required" doc:"De dónde sale" example:"observacion_supervision"`
	// Expediente is a record that the caller may read.
	Expediente *tramite.Referencia `json:"expediente,omitempty" doc:"Expediente que lo muestra"`
	Nota       string              `json:"nota" validate:"required,min=5,max=1000" doc:"Qué muestra" example:"Tres peticiones mal clasificadas de cada diez."`
}

// Deteccion is the input of [Detectar].
type Deteccion struct {
	// Area is who needs it, and OOAD its body when regional.
	Area     doe.ClaveUnidad `json:"area" validate:"required,max=40" doc:"Unidad cuyo personal la tiene" example:"caood-7.1"`
	OOAD     doe.OOAD        `json:"ooad,omitempty" validate:"omitempty,len=2,digitos" doc:"OOAD, si el área es regional" example:"14"`
	Via      Via             `json:"via" validate:"required" doc:"Cómo se atendería" example:"interna"`
	Clase    Clase           `json:"clase" validate:"required" doc:"Materia" example:"orientacion"`
	Tema     string          `json:"tema" validate:"required,min=3,max=200" doc:"Tema" example:"Clasificación de peticiones"`
	Descrita string          `json:"descripcion" validate:"required,min=10,max=2000" doc:"Qué falta saber o saber hacer" example:"Distinguir la queja de la gestión al registrar."`
	Personas int             `json:"personas" validate:"min=1,max=100000" doc:"Cuántas personas la tienen" example:"12"`
	Origenes []Origen        `json:"origenes" validate:"required,min=1,max=20,dive" doc:"Qué la muestra"`
}

// Valoracion weighs a need.
type Valoracion struct {
	Prioridad Prioridad `json:"prioridad" validate:"required" doc:"Prioridad" example:"alta"`
	Nota      string    `json:"nota" validate:"required,min=5,max=1000" doc:"Por qué" example:"Afecta el registro de todo el OOAD."`
	tramite.Autoria
}

// Gestion is an external course arranged.
type Gestion struct {
	Instancia string      `json:"instancia" validate:"required,min=3,max=200" doc:"Quién lo imparte" example:"Escuela de administración pública"`
	Curso     string      `json:"curso" validate:"required,min=3,max=200" doc:"Curso" example:"Atención ciudadana incluyente"`
	Desde     fecha.Fecha `json:"desde" validate:"required" doc:"Primer día" example:"2026-05-04"`
	Hasta     fecha.Fecha `json:"hasta" validate:"required" doc:"Último día" example:"2026-05-08"`
	Lugares   int         `json:"lugares" validate:"min=1,max=1000" doc:"Lugares obtenidos" example:"5"`
	Documento string      `json:"documento" validate:"required,max=200" doc:"Oficio o constancia del trámite" example:"Oficio 7.1.6.1/0088"`
	tramite.Autoria
}

// Descarte is why a need is dismissed.
type Descarte struct {
	Causal CausalDescarte `json:"causal" validate:"required" doc:"Causal" example:"ya_atendida"`
	Motivo string         `json:"motivo" validate:"required,min=10,max=1000" doc:"Por qué" example:"La cubre el curso en línea del trimestre."`
	tramite.Autoria
}

// Necesidad is a need of training.
type Necesidad struct {
	tramite.Cabecera
	Area       doe.ClaveUnidad `json:"area" doc:"Unidad cuyo personal la tiene" example:"caood-7.1"`
	Via        Via             `json:"via" doc:"Cómo se atendería" example:"interna"`
	Clase      Clase           `json:"clase" doc:"Materia" example:"orientacion"`
	Tema       string          `json:"tema" doc:"Tema"`
	Descrita   string          `json:"descripcion" doc:"Qué falta saber o saber hacer"`
	Personas   int             `json:"personas" doc:"Cuántas personas la tienen" example:"12"`
	Origenes   []Origen        `json:"origenes" doc:"Qué la muestra"`
	Valoracion *Valoracion     `json:"valoracion,omitempty" doc:"Cómo se valoró"`
	Programa   string          `json:"programa,omitempty" doc:"Programa que la atiende"`
	Lugares    int             `json:"lugares_autorizados,omitempty" doc:"Lugares que se autorizó tramitar"`
	Gestion    *Gestion        `json:"gestion,omitempty" doc:"Curso externo que se obtuvo"`
	Descarte   *Descarte       `json:"descarte,omitempty" doc:"Por qué se descartó"`
}

// Detectar registers a need. What is to be arranged outside is kept by who
// arranges it; the rest, by who found it.
var Detectar = tramite.Acto[Necesidad, Deteccion]{
	Nombre: "detectar", Titulo: "Detectar necesidad", Descripcion: "Registra una necesidad de capacitación de un área o de un OOAD, con lo que la muestra: resultados de evaluaciones, observaciones de supervisión, solicitudes. La externa la guarda quien la tramita.",
	A: tramite.Hacia(Detectada), Facultades: doe.Alguna("doe.capacitacion:proponer", "doe.capacitacion:elaborar", "doe.capacitacion:atender", "doe.capacitacion:seguir", "doe.capacitacion:coordinar"), Alcance: doe.Nacional,
	Ubicar: func(e Deteccion, a doe.Actor) (doe.ClaveUnidad, doe.OOAD) {
		o := e.OOAD
		if o == "" {
			o = doe.NivelCentral
		}
		if e.Via == Externa {
			return tramitadora, o
		}
		return a.Unidad, o
	},
	Validar: func(_ Necesidad, e Deteccion, c *tramite.Contexto, f *falla.Fallas) {
		_, hay := c.Catalogo.Unidad(e.Area)
		f.Si(!hay, ReglaArea, "body.area")
		f.Si(e.Area.Regional() != (e.OOAD != "") || e.OOAD != "" && (!esOOAD(e.OOAD) || e.OOAD == doe.NivelCentral), ReglaOOAD, "body.ooad")
		for i, o := range e.Origenes {
			if x := o.Expediente; x != nil {
				_, _, hay := c.Legible(x.Coleccion, x.Folio)
				f.Si(!hay, ReglaOrigen, fmt.Sprintf("body.origenes[%d].expediente.folio", i))
			}
			f.Si(o.Expediente == nil && (o.Fuente == PorEvaluacion || o.Fuente == PorSupervision), ReglaOrigen, fmt.Sprintf("body.origenes[%d].expediente", i))
		}
	},
	Aplicar: func(r *Necesidad, e Deteccion, _ tramite.Suceso) {
		r.Area, r.Via, r.Clase, r.Tema, r.Descrita, r.Personas, r.Origenes = e.Area, e.Via, e.Clase, e.Tema, e.Descrita, e.Personas, e.Origenes
	},
	Ejemplo: Deteccion{
		Area: doe.CAOOD, OOAD: "14", Via: Interna, Clase: Orientacion, Tema: "Clasificación de peticiones", Descrita: "Distinguir la queja de la gestión al registrar.", Personas: 12,
		Origenes: []Origen{{Fuente: PorPeticiones, Nota: "Tres peticiones mal clasificadas de cada diez."}},
	},
}

// Valorar weighs a need that a programme may meet.
var Valorar = tramite.Acto[Necesidad, Valoracion]{
	Nombre: "valorar", Titulo: "Valorar", Descripcion: "Analiza la necesidad y le da prioridad; desde entonces un programa puede atenderla.",
	De: tramite.Desde(Detectada), A: tramite.Hacia(Valorada), Facultades: analiza, Alcance: doe.Linea,
	Validar: func(r Necesidad, _ Valoracion, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(r.Via != Interna, ReglaVia, "registro.via")
	},
	Aplicar: func(r *Necesidad, e Valoracion, s tramite.Suceso) {
		e.Autoria = s.Autoria()
		r.Valoracion = &e
	},
	Ejemplo: Valoracion{Prioridad: Alta, Nota: "Afecta el registro de todo el OOAD."},
}

// Incorpora is the input of [incorporar].
type Incorpora struct {
	Programa string `json:"programa" validate:"required,max=60" doc:"Folio del programa" example:"PCA-2026-09-0000001-X"`
}

// incorporar notes the programme that meets a need.
var incorporar = tramite.Acto[Necesidad, Incorpora]{
	Nombre: "incorporar", Titulo: "Incorporar", Descripcion: "Un programa autorizado atiende la necesidad.", Interno: true,
	De: tramite.Desde(Valorada), A: tramite.Hacia(Incorporada), Contrapartes: elReloj,
	Aplicar: func(r *Necesidad, e Incorpora, _ tramite.Suceso) { r.Programa = e.Programa },
	Ejemplo: Incorpora{Programa: "PCA-2026-09-0000001-X"},
}

// Permiso is the input of [AutorizarTramite].
type Permiso struct {
	Lugares int `json:"lugares" validate:"min=1,max=1000" doc:"Lugares que se autoriza tramitar" example:"5"`
}

// AutorizarTramite lets an external course be arranged.
var AutorizarTramite = tramite.Acto[Necesidad, Permiso]{
	Nombre: "autorizar-tramite", Titulo: "Autorizar el trámite", Descripcion: "Autoriza que se tramite ante otra instancia el curso que un área necesita, con cuántos lugares.",
	De: tramite.Desde(Detectada), A: tramite.Hacia(EnTramite), Facultades: autoriza, Alcance: doe.Linea,
	Validar: func(r Necesidad, e Permiso, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(r.Via != Externa, ReglaVia, "registro.via")
		f.Si(e.Lugares > r.Personas, ReglaLugares, "body.lugares", r.Personas)
	},
	Aplicar: func(r *Necesidad, e Permiso, _ tramite.Suceso) { r.Lugares = e.Lugares },
	Ejemplo: Permiso{Lugares: 5},
}

// Gestionar arranges an external course.
var Gestionar = tramite.Acto[Necesidad, Gestion]{
	Nombre: "gestionar", Titulo: "Gestionar", Descripcion: "Deja constancia del curso externo obtenido: instancia, fechas y lugares.",
	De: tramite.Desde(EnTramite), A: tramite.Hacia(Gestionada), Facultades: atiende, Alcance: doe.Linea,
	Validar: func(r Necesidad, e Gestion, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(e.Hasta.Before(e.Desde), ReglaFechas, "body.hasta")
		f.Si(e.Lugares > r.Lugares, ReglaLugares, "body.lugares", r.Lugares)
	},
	Aplicar: func(r *Necesidad, e Gestion, s tramite.Suceso) {
		e.Autoria = s.Autoria()
		r.Gestion = &e
	},
	Ejemplo: Gestion{
		Instancia: "Escuela de administración pública", Curso: "Atención ciudadana incluyente", Desde: fecha.MustParse("2026-05-04"), Hasta: fecha.MustParse("2026-05-08"),
		Lugares: 5, Documento: "Oficio 7.1.6.1/0088",
	},
}

// Descartar dismisses a need, on a ground.
var Descartar = tramite.Acto[Necesidad, Descarte]{
	Nombre: "descartar", Titulo: "Descartar", Descripcion: "Descarta la necesidad, con su causal.",
	De: tramite.Desde(Detectada, Valorada), A: tramite.Hacia(Descartada), Facultades: analiza, Alcance: doe.Linea, Causales: tramite.Causales(causalesDescarte),
	Aplicar: func(r *Necesidad, e Descarte, s tramite.Suceso) {
		e.Autoria = s.Autoria()
		r.Descarte = &e
	},
	Ejemplo: Descarte{Causal: YaAtendida, Motivo: "La cubre el curso en línea del trimestre."},
}

func termino[R any](nombre string) func(R, string, fecha.Fecha) (plazo.Termino, bool) {
	return func(_ R, _ string, dia fecha.Fecha) (plazo.Termino, bool) { return terminos.De(nombre, dia) }
}

// Necesidades is the definition of the need.
var Necesidades = tramite.MustDefinir(tramite.Definicion[Necesidad]{
	Nombre: "necesidad-capacitacion", Coleccion: ColeccionNecesidades, Serie: "NCA", Rama: doe.Raiz,
	Titulo: "Necesidad de capacitación", Descripcion: "Lo que al personal de un área o de un OOAD le falta saber, con lo que lo muestra; la atiende un programa o se tramita un curso externo.",
	Estados: []tramite.DefEstado{
		{Nombre: Detectada, Categoria: tramite.Abierta, Titulo: "Detectada"},
		{Nombre: Valorada, Categoria: tramite.Abierta, Titulo: "Valorada, por incorporar a un programa"},
		{Nombre: EnTramite, Categoria: tramite.Abierta, Titulo: "En trámite externo"},
		{Nombre: Incorporada, Categoria: tramite.Cerrada, Titulo: "Incorporada a un programa"},
		{Nombre: Gestionada, Categoria: tramite.Cerrada, Titulo: "Gestionada"},
		{Nombre: Descartada, Categoria: tramite.Cancelada, Titulo: "Descartada"},
	},
	Alta: Detectar, Actos: tramite.Actos[Necesidad](Valorar, incorporar, AutorizarTramite, Gestionar, Descartar),
	Plazos: []tramite.Plazo[Necesidad]{
		{Nombre: PlazoValoracion, Titulo: "Valoración", Aviso: 3, Claves: tramite.En[Necesidad](Detectada), Termino: termino[Necesidad](PlazoValoracion), Frustra: []string{Descartar.Nombre}},
		{Nombre: PlazoGestion, Titulo: "Gestión del curso externo", Aviso: 5, Claves: tramite.En[Necesidad](EnTramite), Termino: termino[Necesidad](PlazoGestion)},
	},
	Indices: []tramite.Indice[Necesidad]{
		{Nombre: "area", Descripcion: "Unidad cuyo personal la tiene", De: func(r Necesidad) string { return string(r.Area) }},
		{Nombre: "clase", Descripcion: "Materia", Valores: clases.Claves(), De: func(r Necesidad) string { return string(r.Clase) }},
		{Nombre: "via", Descripcion: "Interna o externa", Valores: vias.Claves(), De: func(r Necesidad) string { return string(r.Via) }},
		{Nombre: "prioridad", Descripcion: "Prioridad", Valores: prioridades.Claves(), De: func(r Necesidad) string {
			if r.Valoracion == nil {
				return ""
			}
			return string(r.Valoracion.Prioridad)
		}},
	},
	Texto: func(r Necesidad) string { return r.Tema + " " + r.Descrita },
})
