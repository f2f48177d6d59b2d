package plan

import (
	"strconv"

	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/falla"
)

func itoa(n int) string { return strconv.Itoa(n) }

// ClaseDefecto is a kind of fault of a list of lines.
type ClaseDefecto int

// The kinds of fault.
const (
	SinLineas ClaseDefecto = iota + 1
	ClaveRepetida
	PadreInvalido
	ActividadSuelta
	MetaBajoActividad
	MuyHondo
	PesoFuera
	PesosSinTodo
	FechasInvertidas
	FueraDelPlan
	DependenciaAjena
	DependenciaCiclica
	OrdenRoto
	MedidaFalta
	MedidaDeGrupo
	MetaSinMejora
	ValorFuera
	ToleranciaMal
	ExcedeMal
	CalendarioFalta
	CalendarioEnDesorden
	CalendarioFuera
	CalendarioRetrocede
	CalendarioSinMeta
	CambioAjeno
	CambioVacio
	CambioRepetido
)

// regla is a rule of every plan; its source is the making of plans itself.
func regla(n, es, en string) falla.Regla {
	return falla.Regla{Codigo: "DOE-PLAN-" + n, Es: es, En: en, Fuente: conf("integridad de un plan")}
}

// reglas holds the rule of each kind of fault, in its place.
var reglas = [...]falla.Regla{
	SinLineas:            regla("01", "El plan necesita al menos un renglón.", "The plan needs at least one line."),
	ClaveRepetida:        regla("02", "La clave se repite dentro del plan.", "The key is repeated within the plan."),
	PadreInvalido:        regla("03", "El renglón al que sirve no existe o sirve a este.", "The line it serves does not exist or serves this one."),
	ActividadSuelta:      regla("04", "Una actividad sirve a una meta.", "An activity serves a goal."),
	MetaBajoActividad:    regla("05", "Una meta no sirve a una actividad.", "A goal does not serve an activity."),
	MuyHondo:             regla("06", "Hay demasiados niveles de renglones.", "There are too many levels of lines."),
	PesoFuera:            regla("07", "El peso debe ser mayor que 0 y no pasar de 100.", "The weight must be above 0 and not above 100."),
	PesosSinTodo:         regla("08", "Los pesos de los renglones de un mismo nivel deben sumar exactamente lo que reparten.", "Weights of one level must add up exactly to what they share out."),
	FechasInvertidas:     regla("09", "El término es anterior al inicio.", "The end is before the beginning."),
	FueraDelPlan:         regla("10", "La fecha cae fuera de las del plan o del renglón al que sirve.", "The date lies outside those of the plan or of the line it serves."),
	DependenciaAjena:     regla("11", "Depende de un renglón que no existe.", "It depends on a line that does not exist."),
	DependenciaCiclica:   regla("12", "Un renglón no depende de sí mismo, de aquello a lo que sirve ni de lo que depende de él.", "A line does not depend on itself, on what it serves nor on what depends on it."),
	OrdenRoto:            regla("13", "Comienza antes de que termine aquello de lo que depende.", "It begins before what it depends on ends."),
	MedidaFalta:          regla("14", "Falta decir cómo se mide.", "How it is measured is missing."),
	MedidaDeGrupo:        regla("15", "Un renglón que agrupa a otros avanza con ellos: no lleva medida propia.", "A line that groups others goes with them: it has no measure of its own."),
	MetaSinMejora:        regla("16", "La meta no mejora la línea base en el sentido declarado.", "The target does not improve on the baseline in the declared direction."),
	ValorFuera:           regla("17", "El valor excede lo que se puede medir.", "The value is beyond what can be measured."),
	ToleranciaMal:        regla("18", "La tolerancia no es negativa y solo se declara de lo que se mantiene.", "Tolerance is not negative and only goes with what is kept."),
	ExcedeMal:            regla("19", "Lo que se mantiene no puede superar su meta.", "What is kept cannot exceed its target."),
	CalendarioFalta:      regla("20", "Lo que se mantiene necesita calendario.", "What is kept needs a calendar."),
	CalendarioEnDesorden: regla("21", "Los periodos son todos meses o todos trimestres, cada uno posterior al anterior.", "Periods are all months or all quarters, each after the one before."),
	CalendarioFuera:      regla("22", "El periodo cae fuera de las fechas del renglón.", "The period lies outside the dates of the line."),
	CalendarioRetrocede:  regla("23", "Lo programado se acumula: no retrocede ni pasa de la meta.", "What is scheduled accumulates: it neither goes back nor beyond the target."),
	CalendarioSinMeta:    regla("24", "El último periodo debe llegar a la meta.", "The last period must reach the target."),
	CambioAjeno:          regla("25", "El renglón por cambiar no existe, o es el que ya existe por agregar.", "The line to change does not exist, or the one to add does."),
	CambioVacio:          regla("26", "El cambio deja el renglón como estaba.", "The change leaves the line as it was."),
	CambioRepetido:       regla("27", "El mismo renglón se cambia dos veces.", "The same line is changed twice."),
}

// Regla is the rule that a kind of fault breaks.
func (c ClaseDefecto) Regla() falla.Regla {
	if c <= 0 || int(c) >= len(reglas) {
		return falla.Regla{}
	}
	return reglas[c]
}

// Reglas lists the rules of every plan.
func Reglas() []falla.Regla { return append([]falla.Regla(nil), reglas[1:]...) }

// Lugar is the path of the fault under that of the list of lines:
// "body.lineas" gives "body.lineas[2].peso".
func (d Defecto) Lugar(lista string) string {
	if d.Indice >= 0 {
		lista += "[" + itoa(d.Indice) + "]"
	}
	if d.Campo != "" {
		lista += "." + d.Campo
	}
	return lista
}

// Falla is the fault as it is told, under the path of the list of lines.
func (d Defecto) Falla(lista string) falla.Falla { return d.Clase.Regla().Rota(d.Lugar(lista)) }

// Anotar adds faults to those of a request, under the path of the list.
func Anotar(f *falla.Fallas, ds []Defecto, lista string) {
	for _, d := range ds {
		*f = append(*f, d.Falla(lista))
	}
}

// Suma is what the weights of some lines add up to.
func Suma(ls []Linea) cantidad.Centesimas {
	var n cantidad.Centesimas
	for _, l := range ls {
		n += l.Peso
	}
	return n
}
