package evaluacion

// Sentido is the direction in which an indicator improves.
type Sentido string

// The directions.
const (
	Ascendente  Sentido = "ascendente"
	Descendente Sentido = "descendente"
)

// Sentidos lists the directions.
func Sentidos() []Voz[Sentido] {
	f := conf("sentido del indicador")
	return []Voz[Sentido]{
		{Ascendente, "Ascendente", "Mejora cuando sube.", f},
		{Descendente, "Descendente", "Mejora cuando baja.", f},
	}
}

// ParseSentido reads a direction. The error wraps [ErrVocabulario].
func ParseSentido(s string) (Sentido, error) { return parse(s, Sentidos()) }

// ResultadoEfecto is what the effectiveness check found.
type ResultadoEfecto string

// The results of the check.
const (
	Efectivo   ResultadoEfecto = "efectivo"
	Parcial    ResultadoEfecto = "parcial"
	NoEfectivo ResultadoEfecto = "no_efectivo"
)

// ResultadosEfecto lists the results of the check.
func ResultadosEfecto() []Voz[ResultadoEfecto] {
	f := fn("7.1.1.1/12")
	return []Voz[ResultadoEfecto]{
		{Efectivo, "Efectivo", "Los indicadores alcanzaron su meta.", f},
		{Parcial, "Parcialmente efectivo", "Algún indicador mejoró sin que todos alcanzaran su meta.", f},
		{NoEfectivo, "No efectivo", "Ningún indicador mejoró sobre su línea base.", f},
	}
}

// ParseResultadoEfecto reads a result. The error wraps [ErrVocabulario].
func ParseResultadoEfecto(s string) (ResultadoEfecto, error) { return parse(s, ResultadosEfecto()) }

// TipoMedida is the kind of a measure that the Direction dictates.
type TipoMedida string

// The kinds of measure.
const (
	MedidaCorrectiva TipoMedida = "correctiva"
	MedidaPreventiva TipoMedida = "preventiva"
	MedidaMejora     TipoMedida = "mejora"
)

// TiposMedida lists the kinds of measure.
func TiposMedida() []Voz[TipoMedida] {
	return []Voz[TipoMedida]{
		{MedidaCorrectiva, "Correctiva", "Remedia lo hallado.", fn("7.1/3")},
		{MedidaPreventiva, "Preventiva", "Evita que se repita.", fn("7.1.1.5.1/7")},
		{MedidaMejora, "De mejora", "Eleva el desempeño del órgano.", fn("7.1/3")},
	}
}

// ParseTipoMedida reads a kind of measure. The error wraps [ErrVocabulario].
func ParseTipoMedida(s string) (TipoMedida, error) { return parse(s, TiposMedida()) }

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
func EstadosTurno() []Voz[EstadoTurno] {
	return []Voz[EstadoTurno]{
		{TurnoPendiente, "Pendiente", "El área normativa aún no comenta.", fn("7.1.1.2/8")},
		{TurnoAtendido, "Atendido", "El área comentó.", fn("7.1.1.2/8")},
		{TurnoVencido, "Vencido", "El término pasó sin comentarios; así consta y el plan sigue.", conf("efecto del silencio del área")},
		{TurnoSuplido, "Suplido", "El plan se devolvió antes de que comentara; la versión siguiente se turna de nuevo.", conf("efecto de devolver")},
	}
}

// ParseEstadoTurno reads a state. The error wraps [ErrVocabulario].
func ParseEstadoTurno(s string) (EstadoTurno, error) { return parse(s, EstadosTurno()) }

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
func CausalesCancelacion() []Voz[CausalCancelacion] {
	f := conf("causales de cancelación de un plan")
	return []Voz[CausalCancelacion]{
		{CancelaError, "Error de registro", "Se abrió por error o por duplicado.", f},
		{CancelaOrgano, "Órgano extinto", "El órgano se suprimió o se fusionó.", f},
		{CancelaSustituido, "Sustituido", "Otro plan atiende los mismos hallazgos.", f},
		{CancelaSinMateria, "Sin materia", "Una corrección del resultado dejó sin efecto los hallazgos.", f},
	}
}

// ParseCausalCancelacion reads a ground. The error wraps [ErrVocabulario].
func ParseCausalCancelacion(s string) (CausalCancelacion, error) {
	return parse(s, CausalesCancelacion())
}
