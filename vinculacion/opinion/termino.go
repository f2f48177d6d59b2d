package opinion

import (
	"slices"
	"time"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/plazo"
)

// Termino is how long somebody has: a number of working or natural days, or
// until an exact instant. Working days are those of the LFPA calendar; natural
// ones end where they end, whatever the day, which is the safe side.
type Termino struct {
	// Dias and Clase go together; Limite excludes them.
	Dias   int            `json:"dias,omitempty" validate:"omitempty,min=1,max=365" doc:"Días del término" example:"10"`
	Clase  plazo.Clase    `json:"clase,omitempty" validate:"omitempty,oneof=habiles naturales" doc:"Clase de días" example:"habiles"`
	Limite fecha.Instante `json:"limite,omitzero" doc:"Instante exacto en que termina, en vez de días" example:"2026-03-10T18:00:00.000000Z"`
	// Fuente is what sets it.
	Fuente norma.Cita `json:"fuente,omitzero" hecho:"true" doc:"Qué lo fija"`
}

// valido says whether it is one thing and not the other.
func (t Termino) valido() bool {
	if !t.Limite.IsZero() {
		return t.Dias == 0 && t.Clase == ""
	}
	return t.Dias > 0 && (t.Clase == plazo.Habiles || t.Clase == plazo.Naturales)
}

// Plazo is the term as the calendars count it; false for an exact instant.
func (t Termino) Plazo() (plazo.Termino, bool) {
	if !t.Limite.IsZero() || !t.valido() {
		return plazo.Termino{}, false
	}
	p := plazo.Termino{Cuenta: t.Dias, Clase: t.Clase, Fuente: t.Fuente}
	if t.Clase == plazo.Habiles {
		p.Calendario = plazo.LFPA
	}
	return p, true
}

// Fin is the last instant of the term counted from a day; false when it cannot
// be counted.
func (t Termino) Fin(desde fecha.Fecha, cs *plazo.Calendarios, ambito string) (fecha.Instante, bool) {
	if !t.Limite.IsZero() {
		return t.Limite, t.valido()
	}
	p, ok := t.Plazo()
	if !ok {
		return 0, false
	}
	v, ok := cs.Vence(p, desde, plazo.Opciones{Ambito: ambito})
	if !ok {
		return 0, false
	}
	return v.Siguiente().Inicio() - 1, true
}

// Extension is more time: days of the term's own kind, or a later instant.
type Extension struct {
	Dias   int            `json:"dias,omitempty" validate:"omitempty,min=1,max=180" doc:"Días que se añaden, de la misma clase" example:"3"`
	Limite fecha.Instante `json:"limite,omitzero" doc:"Nuevo instante exacto" example:"2026-03-12T18:00:00.000000Z"`
}

// cabe says whether the extension is of the kind of the term and adds to it.
func (t Termino) cabe(e Extension) bool {
	if t.Limite.IsZero() {
		return e.Limite.IsZero() && e.Dias > 0 && t.Dias > 0 && t.Dias+e.Dias <= 3660
	}
	return e.Dias == 0 && e.Limite > t.Limite
}

// Mas is the term extended; as it was when the extension does not fit it.
func (t Termino) Mas(e Extension) Termino {
	switch {
	case !t.cabe(e):
	case t.Limite.IsZero():
		t.Dias += e.Dias
	default:
		t.Limite = e.Limite
	}
	return t
}

// dePlazo is a term of the tables as a record holds it.
func dePlazo(p plazo.Termino) Termino {
	return Termino{Dias: p.Cuenta, Clase: p.Clase, Fuente: p.Fuente}
}

// Supletorio is the term that applies to a request that states none, and the
// most that one may have where a norm says so.
type Supletorio struct {
	Origen Origen
	// Camara narrows the row; any when empty.
	Camara Camara
	// Preferente is for the initiatives to be dealt with first.
	Preferente bool
	Termino    plazo.Termino
	// Tope says that the norm allows no more.
	Tope     bool
	Vigencia norma.Vigencia
}

var (
	regDiputados69 = norma.Cita{Norma: "Reglamento de la Cámara de Diputados", Lugar: "art. 69", Nota: "los días se entienden hábiles: art. 182, num. 5"}
	sinNorma       = norma.Configuracion("no se halló norma que fije término para quien no lo señala")
)

var supletorios = []Supletorio{
	{Origen: Comision, Camara: Diputados, Preferente: true, Tope: true,
		Termino: plazo.Termino{Cuenta: 10, Clase: plazo.Naturales, Fuente: norma.Cita{Norma: regDiputados69.Norma, Lugar: "art. 69"}}},
	{Origen: Comision, Camara: Diputados, Tope: true,
		Termino: plazo.Termino{Cuenta: 30, Clase: plazo.Habiles, Calendario: plazo.LFPA, Fuente: regDiputados69}},
	{Origen: Comision, Termino: plazo.Termino{Cuenta: 10, Clase: plazo.Habiles, Calendario: plazo.LFPA, Fuente: sinNorma}},
	{Origen: SAO, Termino: plazo.Termino{Cuenta: 5, Clase: plazo.Habiles, Calendario: plazo.LFPA, Fuente: sinNorma}},
	{Origen: CongresoLocal, Termino: plazo.Termino{Cuenta: 15, Clase: plazo.Habiles, Calendario: plazo.LFPA, Fuente: sinNorma}},
}

// Supletorios lists the terms of the requests that state none. Of the rows
// that fit a request, the first rules.
func Supletorios() []Supletorio { return slices.Clone(supletorios) }

// SupletorioDe is the row in force on a day for a request.
func SupletorioDe(o Origen, c Camara, preferente bool, dia fecha.Fecha) (Supletorio, bool) {
	for _, s := range supletorios {
		if s.Origen == o && (s.Camara == "" || s.Camara == c) && (!s.Preferente || preferente) && s.Vigencia.Rige(dia) {
			return s, true
		}
	}
	return Supletorio{}, false
}

var internos = plazo.Tabla{
	{Plazo: PlazoCompetencia, Termino: plazo.Termino{Cuenta: 2, Clase: plazo.Habiles, Calendario: plazo.LFPA,
		Fuente: norma.Configuracion("días para decidir la competencia")}},
	{Plazo: PlazoAcuse, Termino: plazo.Termino{Cuenta: 3, Clase: plazo.Habiles, Calendario: plazo.LFPA,
		Fuente: norma.Configuracion("días tras los que se reclama el acuse")}},
}

// Internos lists the terms of the directorate's own work.
func Internos() plazo.Tabla { return slices.Clone(internos) }

// interno is the term in force on a day.
func interno(nombre string) func(Solicitud, string, fecha.Fecha) (plazo.Termino, bool) {
	return func(_ Solicitud, _ string, dia fecha.Fecha) (plazo.Termino, bool) { return internos.De(nombre, dia) }
}

// limiteMasLejano is how far ahead an exact instant may lie.
const limiteMasLejano = 365 * 24 * time.Hour
