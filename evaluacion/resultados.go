package evaluacion

import "github.com/operacion-abierta/operacion/doe/vocabulario"

// ResultadoEfecto is what the effectiveness check found.
type ResultadoEfecto string

// The results of the check.
const (
	Efectivo   ResultadoEfecto = "efectivo"
	Parcial    ResultadoEfecto = "parcial"
	NoEfectivo ResultadoEfecto = "no_efectivo"
)

// ResultadosEfecto lists the results of the check.
func ResultadosEfecto() vocabulario.Tabla[ResultadoEfecto] {
	f := fn("7.1.1.1/12")
	return vocabulario.Tabla[ResultadoEfecto]{
		{Clave: Efectivo, Nombre: "Efectivo", Descripcion: "Los indicadores alcanzaron su meta.", Fuente: f},
		{Clave: Parcial, Nombre: "Parcialmente efectivo", Descripcion: "Algún indicador mejoró sin que todos alcanzaran su meta.", Fuente: f},
		{Clave: NoEfectivo, Nombre: "No efectivo", Descripcion: "Ningún indicador mejoró sobre su línea base.", Fuente: f},
	}
}

// ParseResultadoEfecto reads a result. The error wraps [vocabulario.ErrDesconocida].
func ParseResultadoEfecto(s string) (ResultadoEfecto, error) { return ResultadosEfecto().Parse(s) }

// TipoMedida is the kind of a measure that the Direction dictates.
type TipoMedida string

// The kinds of measure.
const (
	MedidaCorrectiva TipoMedida = "correctiva"
	MedidaPreventiva TipoMedida = "preventiva"
	MedidaMejora     TipoMedida = "mejora"
)

// TiposMedida lists the kinds of measure.
func TiposMedida() vocabulario.Tabla[TipoMedida] {
	return vocabulario.Tabla[TipoMedida]{
		{Clave: MedidaCorrectiva, Nombre: "Correctiva", Descripcion: "Remedia lo hallado.", Fuente: fn("7.1/3")},
		{Clave: MedidaPreventiva, Nombre: "Preventiva", Descripcion: "Evita que se repita.", Fuente: fn("7.1.1.5.1/7")},
		{Clave: MedidaMejora, Nombre: "De mejora", Descripcion: "Eleva el desempeño del órgano.", Fuente: fn("7.1/3")},
	}
}

// ParseTipoMedida reads a kind of measure. The error wraps [vocabulario.ErrDesconocida].
func ParseTipoMedida(s string) (TipoMedida, error) { return TiposMedida().Parse(s) }

// EstadoTurno is the state of a consultation to a normative directorate.
type EstadoTurno string

// The states of a consultation.
const (
	TurnoPendiente EstadoTurno = "pendiente"
	TurnoAtendido  EstadoTurno = "atendido"
	TurnoVencido   EstadoTurno = "vencido"
	TurnoSuplido   EstadoTurno = "suplido"
)

// EstadosTurno lists the states of a consultation.
func EstadosTurno() vocabulario.Tabla[EstadoTurno] {
	return vocabulario.Tabla[EstadoTurno]{
		{Clave: TurnoPendiente, Nombre: "Pendiente", Descripcion: "El área normativa aún no comenta.", Fuente: fn("7.1.1.2/8")},
		{Clave: TurnoAtendido, Nombre: "Atendido", Descripcion: "El área comentó.", Fuente: fn("7.1.1.2/8")},
		{Clave: TurnoVencido, Nombre: "Vencido", Descripcion: "El término pasó sin comentarios; así consta y el plan sigue.", Fuente: conf("efecto del silencio del área")},
		{Clave: TurnoSuplido, Nombre: "Suplido", Descripcion: "El plan se devolvió antes de que comentara; la versión siguiente se turna de nuevo.", Fuente: conf("efecto de devolver")},
	}
}

// ParseEstadoTurno reads a state. The error wraps [vocabulario.ErrDesconocida].
func ParseEstadoTurno(s string) (EstadoTurno, error) { return EstadosTurno().Parse(s) }

// CausalCancelacion is why a plan is cancelled.
type CausalCancelacion string

// The grounds for cancelling.
const (
	CancelaError      CausalCancelacion = "error_de_registro"
	CancelaOrgano     CausalCancelacion = "organo_extinto"
	CancelaSustituido CausalCancelacion = "sustituido"
	CancelaSinMateria CausalCancelacion = "sin_materia"
)

// CausalesCancelacion lists the grounds for cancelling.
func CausalesCancelacion() vocabulario.Tabla[CausalCancelacion] {
	f := conf("causales de cancelación de un plan")
	return vocabulario.Tabla[CausalCancelacion]{
		{Clave: CancelaError, Nombre: "Error de registro", Descripcion: "Se abrió por error o por duplicado.", Fuente: f},
		{Clave: CancelaOrgano, Nombre: "Órgano extinto", Descripcion: "El órgano se suprimió o se fusionó.", Fuente: f},
		{Clave: CancelaSustituido, Nombre: "Sustituido", Descripcion: "Otro plan atiende los mismos hallazgos.", Fuente: f},
		{Clave: CancelaSinMateria, Nombre: "Sin materia", Descripcion: "Una corrección del resultado dejó sin efecto los hallazgos.", Fuente: f},
	}
}

// ParseCausalCancelacion reads a ground. The error wraps [vocabulario.ErrDesconocida].
func ParseCausalCancelacion(s string) (CausalCancelacion, error) {
	return CausalesCancelacion().Parse(s)
}
