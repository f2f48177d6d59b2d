package evaluacion

import (
	"errors"
	"fmt"

	"github.com/operacion-abierta/operacion/doe/norma"
)

// ErrVocabulario is wrapped by every error about a text that is no word of a
// vocabulary of the package.
var ErrVocabulario = errors.New("unknown word")

// Voz defines a word of a vocabulary.
type Voz[T ~string] struct {
	Clave T `json:"clave"`
	// Nombre is what a person reads, Descripcion what it means.
	Nombre      string     `json:"nombre"`
	Descripcion string     `json:"descripcion"`
	Fuente      norma.Cita `json:"fuente"`
}

func parse[T ~string](s string, tabla []Voz[T]) (T, error) {
	for _, d := range tabla {
		if string(d.Clave) == s {
			return d.Clave, nil
		}
	}
	return "", fmt.Errorf("%w: not among the %d of %T", ErrVocabulario, len(tabla), T(""))
}

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
func Causas() []Voz[Causa] {
	f := conf("clases con que se agrupan las recurrencias por causa")
	return []Voz[Causa]{
		{CausaTecnica, "Técnica", "Falla del método, del sistema o del proceso con que se trabaja.", f},
		{CausaNormativa, "Normativa", "La norma falta, no se conoce, no se cumple o no sirve al caso.", f},
		{CausaHumana, "Humana", "Falta de personal, de capacitación o de supervisión.", f},
		{CausaMaterial, "Material", "Falta de insumos, equipo, instalaciones o presupuesto.", f},
	}
}

// ParseCausa reads a kind of cause. The error wraps [ErrVocabulario].
func ParseCausa(s string) (Causa, error) { return parse(s, Causas()) }

// Gravedad is how serious a finding is.
type Gravedad string

// The degrees.
const (
	GravedadMenor   Gravedad = "menor"
	GravedadMayor   Gravedad = "mayor"
	GravedadCritica Gravedad = "critica"
)

// Gravedades lists the degrees.
func Gravedades() []Voz[Gravedad] {
	f := conf("grados del hallazgo, que ninguna función fija")
	return []Voz[Gravedad]{
		{GravedadMenor, "Menor", "Desviación aislada que no afecta el servicio.", f},
		{GravedadMayor, "Mayor", "Desviación que afecta el servicio o se repite.", f},
		{GravedadCritica, "Crítica", "Pone en riesgo a personas, la legalidad o los recursos.", f},
	}
}

// ParseGravedad reads a degree. The error wraps [ErrVocabulario].
func ParseGravedad(s string) (Gravedad, error) { return parse(s, Gravedades()) }

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
func Origenes() []Voz[Origen] {
	return []Voz[Origen]{
		{OrigenEvaluacion, "Evaluación", "Informe de una evaluación.", fn("7.1.1/8")},
		{OrigenVerificacion, "Verificación", "Resultado de una verificación.", fn("7.1.1/8")},
		{OrigenSeguimiento, "Seguimiento", "Acto de seguimiento a un plan o compromiso.", fn("7.1.1.7/5")},
		{OrigenAnalisis, "Análisis de la operación", "Problema visto al analizar cómo opera el órgano.", fn("7.1.1.7/10")},
	}
}

// ParseOrigen reads an origin. The error wraps [ErrVocabulario].
func ParseOrigen(s string) (Origen, error) { return parse(s, Origenes()) }

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
func EstadosAccion() []Voz[EstadoAccion] {
	return []Voz[EstadoAccion]{
		{AccionPendiente, "Pendiente", "Sin avance reportado.", conf("estados de la acción")},
		{AccionEnCurso, "En curso", "Con avance reportado y sin completar su verificación.", conf("estados de la acción")},
		{AccionCumplida, "Cumplida", "Verificada al cien por ciento.", fn("7.1.1.1/11")},
		{AccionIncumplida, "Incumplida", "Declarada incumplida por quien la sigue.", fn("7.1.1.1/11")},
	}
}

// ParseEstadoAccion reads a state. The error wraps [ErrVocabulario].
func ParseEstadoAccion(s string) (EstadoAccion, error) { return parse(s, EstadosAccion()) }

// EstadoEvidencia is the state of a piece of evidence.
type EstadoEvidencia string

// The states of a piece of evidence.
const (
	EvidenciaPresentada EstadoEvidencia = "presentada"
	EvidenciaAceptada   EstadoEvidencia = "aceptada"
	EvidenciaRechazada  EstadoEvidencia = "rechazada"
)

// EstadosEvidencia lists the states of a piece of evidence.
func EstadosEvidencia() []Voz[EstadoEvidencia] {
	return []Voz[EstadoEvidencia]{
		{EvidenciaPresentada, "Presentada", "Espera la revisión de quien evalúa.", fn("7.1.1.1.1/9")},
		{EvidenciaAceptada, "Aceptada", "Prueba el periodo que dice.", fn("7.1.1.1.1/9")},
		{EvidenciaRechazada, "Rechazada", "No prueba lo que dice; puede sustituirse por otra revisión.", fn("7.1.1.1.1/9")},
	}
}

// ParseEstadoEvidencia reads a state. The error wraps [ErrVocabulario].
func ParseEstadoEvidencia(s string) (EstadoEvidencia, error) { return parse(s, EstadosEvidencia()) }
