package evaluacion

import (
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
)

func fn(lugar string) norma.Cita { return norma.Cita{Norma: "G000-002-001", Lugar: lugar} }

func conf(nota string) norma.Cita { return norma.Configuracion(nota) }

// Causa is the kind of cause of a finding, or of a goal not met.
type Causa string

// The kinds of cause.
const (
	CausaTecnica   Causa = "tecnica"
	CausaNormativa Causa = "normativa"
	CausaHumana    Causa = "humana"
	CausaMaterial  Causa = "material"
)

// Causas lists the kinds of cause.
func Causas() vocabulario.Tabla[Causa] {
	f := conf("clases con que se agrupan las recurrencias por causa")
	return vocabulario.Tabla[Causa]{
		{Clave: CausaTecnica, Nombre: "Técnica", Descripcion: "Falla del método, del sistema o del proceso con que se trabaja.", Fuente: f},
		{Clave: CausaNormativa, Nombre: "Normativa", Descripcion: "La norma falta, no se conoce, no se cumple o no sirve al caso.", Fuente: f},
		{Clave: CausaHumana, Nombre: "Humana", Descripcion: "Falta de personal, de capacitación o de supervisión.", Fuente: f},
		{Clave: CausaMaterial, Nombre: "Material", Descripcion: "Falta de insumos, equipo, instalaciones o presupuesto.", Fuente: f},
	}
}

// ParseCausa reads a kind of cause. The error wraps [vocabulario.ErrDesconocida].
func ParseCausa(s string) (Causa, error) { return Causas().Parse(s) }

// Gravedad is how serious a finding is.
type Gravedad string

// The degrees.
const (
	GravedadMenor   Gravedad = "menor"
	GravedadMayor   Gravedad = "mayor"
	GravedadCritica Gravedad = "critica"
)

// Gravedades lists the degrees.
func Gravedades() vocabulario.Tabla[Gravedad] {
	f := conf("grados del hallazgo, que ninguna función fija")
	return vocabulario.Tabla[Gravedad]{
		{Clave: GravedadMenor, Nombre: "Menor", Descripcion: "Desviación aislada que no afecta el servicio.", Fuente: f},
		{Clave: GravedadMayor, Nombre: "Mayor", Descripcion: "Desviación que afecta el servicio o se repite.", Fuente: f},
		{Clave: GravedadCritica, Nombre: "Crítica", Descripcion: "Pone en riesgo a personas, la legalidad o los recursos.", Fuente: f},
	}
}

// ParseGravedad reads a degree. The error wraps [vocabulario.ErrDesconocida].
func ParseGravedad(s string) (Gravedad, error) { return Gravedades().Parse(s) }

// Origen is what a plan is born of.
type Origen string

// The origins.
const (
	OrigenEvaluacion   Origen = "evaluacion"
	OrigenVerificacion Origen = "verificacion"
	OrigenSeguimiento  Origen = "seguimiento"
	OrigenAnalisis     Origen = "analisis"
)

// Origenes lists the origins.
func Origenes() vocabulario.Tabla[Origen] {
	return vocabulario.Tabla[Origen]{
		{Clave: OrigenEvaluacion, Nombre: "Evaluación", Descripcion: "Informe de una evaluación.", Fuente: fn("7.1.1/8")},
		{Clave: OrigenVerificacion, Nombre: "Verificación", Descripcion: "Resultado de una verificación.", Fuente: fn("7.1.1/8")},
		{Clave: OrigenSeguimiento, Nombre: "Seguimiento", Descripcion: "Acto de seguimiento a un plan o compromiso.", Fuente: fn("7.1.1.7/5")},
		{Clave: OrigenAnalisis, Nombre: "Análisis de la operación", Descripcion: "Problema visto al analizar cómo opera el órgano.", Fuente: fn("7.1.1.7/10")},
	}
}

// ParseOrigen reads an origin. The error wraps [vocabulario.ErrDesconocida].
func ParseOrigen(s string) (Origen, error) { return Origenes().Parse(s) }

// EstadoAccion is the state of an action.
type EstadoAccion string

// The states of an action. That it is overdue is no state: it follows from
// the day, see [PlanMejora.Vencidas].
const (
	AccionPendiente  EstadoAccion = "pendiente"
	AccionEnCurso    EstadoAccion = "en_curso"
	AccionCumplida   EstadoAccion = "cumplida"
	AccionIncumplida EstadoAccion = "incumplida"
)

// EstadosAccion lists the states of an action.
func EstadosAccion() vocabulario.Tabla[EstadoAccion] {
	return vocabulario.Tabla[EstadoAccion]{
		{Clave: AccionPendiente, Nombre: "Pendiente", Descripcion: "Sin avance reportado.", Fuente: conf("estados de la acción")},
		{Clave: AccionEnCurso, Nombre: "En curso", Descripcion: "Con avance reportado y sin completar su verificación.", Fuente: conf("estados de la acción")},
		{Clave: AccionCumplida, Nombre: "Cumplida", Descripcion: "Verificada al cien por ciento.", Fuente: fn("7.1.1.1/11")},
		{Clave: AccionIncumplida, Nombre: "Incumplida", Descripcion: "Declarada incumplida por quien la sigue.", Fuente: fn("7.1.1.1/11")},
	}
}

// ParseEstadoAccion reads a state. The error wraps [vocabulario.ErrDesconocida].
func ParseEstadoAccion(s string) (EstadoAccion, error) { return EstadosAccion().Parse(s) }
