package plazo

import (
	"slices"
	"time"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/norma"
)

// Regla is one rest day of a calendar, each year it falls.
type Regla struct {
	// Nombre is the day as people call it: "tercer lunes de noviembre".
	Nombre string `json:"nombre"`
	// Mes is the month of the day.
	Mes time.Month `json:"mes"`
	// Dia is the day of the month; 0 when Lunes says which.
	Dia int `json:"dia,omitempty"`
	// Lunes is which Monday of the month: 1 the first, 3 the third.
	Lunes int `json:"lunes,omitempty"`
	// Anio is one year it falls, 0 for every year.
	Anio int `json:"anio,omitempty"`
	// Cada repeats Anio every so many years, before and after; 0 is only once.
	Cada int `json:"cada,omitempty"`
	// Vigencia is the span of days in which the rule is in force. An open
	// start means that no earlier rule is on record, not that there was none.
	Vigencia norma.Vigencia `json:"vigencia"`
	// Fuente is the norm.
	Fuente norma.Cita `json:"fuente"`
}

// en is the day the rule names in a year, whether it is in force or not.
func (r Regla) en(anio int) (fecha.Fecha, bool) {
	if r.Anio != 0 && r.Anio != anio && (r.Cada == 0 || (anio-r.Anio)%r.Cada != 0) {
		return fecha.Fecha{}, false
	}
	dia := r.Dia
	if r.Lunes > 0 {
		primero, err := fecha.New(anio, r.Mes, 1)
		if err != nil {
			return fecha.Fecha{}, false
		}
		dia = 1 + (8-int(primero.DiaSemana()))%7 + 7*(r.Lunes-1)
	}
	f, err := fecha.New(anio, r.Mes, dia)
	return f, err == nil
}

// Definicion is a calendar as its norm has it. Saturdays and Sundays never
// count, in any of them.
type Definicion struct {
	// Nombre is the key of the calendar.
	Nombre NombreCalendario `json:"nombre"`
	// Titulo is the norm in full.
	Titulo string `json:"titulo"`
	// FinDeSemana is why Saturdays and Sundays do not count.
	FinDeSemana norma.Cita `json:"fin_de_semana"`
	// Reglas are the rest days.
	Reglas []Regla `json:"reglas"`
}

// Definiciones are the calendars with their rest days and sources.
func Definiciones() []Definicion {
	out := slices.Clone(definiciones)
	for i := range out {
		out[i].Reglas = slices.Clone(out[i].Reglas)
	}
	return out
}

// indice is the place of a calendar among the definitions, -1 for none.
func indice(n NombreCalendario) int {
	for i := range definiciones {
		if definiciones[i].Nombre == n {
			return i
		}
	}
	return -1
}

var (
	lfpa28 = norma.Cita{Norma: "LFPA", Lugar: "art. 28"}
	cff12  = norma.Cita{Norma: "CFF", Lugar: "art. 12"}
	lft74  = norma.Cita{Norma: "LFT", Lugar: "art. 74"}
)

// traspaso2024 is the first day on which LFT art. 74 rests on 1 October and no
// longer on 1 December: the day after its reform in the DOF of 2024-09-30.
var traspaso2024 = fecha.MustParse("2024-10-01")

// definiciones carries over the three articles. LFPA keeps fixed dates where
// CFF and LFT have Mondays. LFPA and CFF still name 1 December of every sixth
// year; since the transfer of power moved to October the day may be disputed,
// which first matters in 2036, when it is again a weekday.
var definiciones = []Definicion{
	{LFPA, "Ley Federal de Procedimiento Administrativo", lfpa28, []Regla{
		{Nombre: "1 de enero", Mes: 1, Dia: 1, Fuente: lfpa28},
		{Nombre: "5 de febrero", Mes: 2, Dia: 5, Fuente: lfpa28},
		{Nombre: "21 de marzo", Mes: 3, Dia: 21, Fuente: lfpa28},
		{Nombre: "1 de mayo", Mes: 5, Dia: 1, Fuente: lfpa28},
		{Nombre: "5 de mayo", Mes: 5, Dia: 5, Fuente: lfpa28},
		{Nombre: "1 de septiembre", Mes: 9, Dia: 1, Fuente: lfpa28},
		{Nombre: "16 de septiembre", Mes: 9, Dia: 16, Fuente: lfpa28},
		{Nombre: "20 de noviembre", Mes: 11, Dia: 20, Fuente: lfpa28},
		{Nombre: "1 de diciembre de cada seis años", Mes: 12, Dia: 1, Anio: 2018, Cada: 6, Fuente: lfpa28},
		{Nombre: "25 de diciembre", Mes: 12, Dia: 25, Fuente: lfpa28},
	}},
	{CFF, "Código Fiscal de la Federación", cff12, []Regla{
		{Nombre: "1 de enero", Mes: 1, Dia: 1, Fuente: cff12},
		{Nombre: "primer lunes de febrero", Mes: 2, Lunes: 1, Fuente: cff12},
		{Nombre: "tercer lunes de marzo", Mes: 3, Lunes: 3, Fuente: cff12},
		{Nombre: "1 de mayo", Mes: 5, Dia: 1, Fuente: cff12},
		{Nombre: "5 de mayo", Mes: 5, Dia: 5, Fuente: cff12},
		{Nombre: "16 de septiembre", Mes: 9, Dia: 16, Fuente: cff12},
		{Nombre: "tercer lunes de noviembre", Mes: 11, Lunes: 3, Fuente: cff12},
		{Nombre: "1 de diciembre de cada seis años", Mes: 12, Dia: 1, Anio: 2018, Cada: 6, Fuente: cff12},
		{Nombre: "25 de diciembre", Mes: 12, Dia: 25, Fuente: cff12},
	}},
	{LFT, "Ley Federal del Trabajo", norma.Configuracion("el art. 74 de la LFT solo lista descansos; sábado y domingo no se cuentan"), []Regla{
		{Nombre: "1 de enero", Mes: 1, Dia: 1, Fuente: lft74},
		{Nombre: "primer lunes de febrero", Mes: 2, Lunes: 1, Fuente: lft74},
		{Nombre: "tercer lunes de marzo", Mes: 3, Lunes: 3, Fuente: lft74},
		{Nombre: "1 de mayo", Mes: 5, Dia: 1, Fuente: lft74},
		{Nombre: "16 de septiembre", Mes: 9, Dia: 16, Fuente: lft74},
		{Nombre: "1 de octubre de cada seis años", Mes: 10, Dia: 1, Anio: 2024, Cada: 6, Vigencia: norma.Desde(traspaso2024), Fuente: lft74},
		{Nombre: "tercer lunes de noviembre", Mes: 11, Lunes: 3, Fuente: lft74},
		{Nombre: "1 de diciembre de cada seis años", Mes: 12, Dia: 1, Anio: 2018, Cada: 6, Vigencia: norma.Vigencia{Hasta: traspaso2024}, Fuente: lft74},
		{Nombre: "25 de diciembre", Mes: 12, Dia: 25, Fuente: lft74},
		{Nombre: "jornada electoral federal", Mes: 7, Dia: 1, Anio: 2018, Fuente: lft74},
		{Nombre: "jornada electoral federal", Mes: 6, Dia: 6, Anio: 2021, Fuente: lft74},
		{Nombre: "jornada electoral federal", Mes: 6, Dia: 2, Anio: 2024, Fuente: lft74},
	}},
}
