package tramite

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
)

// Reloj holds the facts of one clock of a record. Its due date is never among
// them: it is computed from these facts and the calendars of the day it is
// asked for.
type Reloj struct {
	// Plazo is the name of the deadline that it runs for.
	Plazo string `json:"plazo" doc:"Plazo al que corresponde" example:"respuesta"`
	// Clave tells apart the clocks of one deadline: the organ or the action
	// that each is for.
	Clave string `json:"clave,omitempty" doc:"A quién o a qué corresponde, cuando hay varios"`
	// Termino is the term in force when it started.
	Termino plazo.Termino `json:"termino,omitzero" doc:"Término que rige"`
	// Fija is a due date set by agreement instead of a term.
	Fija fecha.Fecha `json:"fija,omitzero" doc:"Fecha comprometida, cuando no hay término"`
	// Desde is the day it counts from: counting starts the next counted day.
	Desde fecha.Fecha `json:"desde" doc:"Día desde el que se cuenta" example:"2026-03-02"`
	// Pausas are the spans that do not count.
	Pausas []plazo.Pausa `json:"pausas,omitempty" doc:"Lapsos en que no corre"`
	// Prorroga is how many units of the term were added.
	Prorroga int `json:"prorroga,omitempty" doc:"Unidades añadidas por prórroga"`
	// Comunicados are the due dates once communicated: the original first.
	Comunicados []fecha.Fecha `json:"comunicados,omitempty" doc:"Fechas de vencimiento comunicadas; la original primero"`
	// Avisos counts the alarms of the clock already acted upon.
	Avisos int `json:"avisos,omitempty" doc:"Alarmas ya atendidas"`
	// Fin is the day it ended; zero while it runs.
	Fin fecha.Fecha `json:"fin,omitzero" doc:"Día en que terminó"`
	// Cumplido says whether it ended by being met, not by the end of the case.
	Cumplido bool `json:"cumplido,omitempty" doc:"Si terminó por cumplirse"`
}

// Corre says whether the clock has not ended. It may be paused.
func (r Reloj) Corre() bool { return r.Fin.IsZero() }

// Pausado says whether the clock is stopped now.
func (r Reloj) Pausado() bool {
	return len(r.Pausas) > 0 && r.Pausas[len(r.Pausas)-1].Hasta.IsZero()
}

// Vence computes the due date; false when it has none because it is paused.
func (r Reloj) Vence(cs *plazo.Calendarios, ambito string) (fecha.Fecha, bool) {
	if !r.Fija.IsZero() {
		return r.Fija, !r.Pausado()
	}
	return cs.Vence(r.Termino, r.Desde, plazo.Opciones{Pausas: r.Pausas, Prorroga: r.Prorroga, Ambito: ambito})
}

// Contar gives the due date with its derivation, day by day.
func (r Reloj) Contar(cs *plazo.Calendarios, ambito string) (plazo.Computo, error) {
	if !r.Fija.IsZero() {
		return plazo.Computo{Vence: r.Fija, Derivacion: []plazo.Paso{{Fecha: r.Fija, Motivo: "fecha comprometida"}}}, nil
	}
	return cs.Contar(r.Termino, r.Desde, plazo.Opciones{Pausas: r.Pausas, Prorroga: r.Prorroga, Ambito: ambito})
}

// CambioReloj is a clock as an act left it, at its place among the clocks of
// the record: a fact of the event.
type CambioReloj struct {
	Pos int `json:"pos" doc:"Lugar entre los plazos del expediente" example:"0"`
	Reloj
}

// relojes brings the clocks of a record up to date after an act, and returns
// the ones that changed.
func (t *Tramite[R]) relojes(r *R, cab *Cabecera, acto string, entrada any, c *Contexto) []CambioReloj {
	if len(t.def.Plazos) == 0 {
		return nil
	}
	var pocos [6]Reloj // most records have fewer
	antes := append(pocos[:0], cab.Relojes...)
	hoy := c.Hoy()
	if c.Actor.Rol == doe.Sistema {
		t.avisar(cab, acto, entrada, c) // before the act moves the clock that rang
	}
	for i := range t.def.Plazos {
		p := &t.def.Plazos[i]
		t.alDia(p, r, cab, acto, hoy, c)
		if p.Prorroga == acto {
			prorrogar(p.Nombre, cab, entrada, c)
		}
	}
	for i := range cab.Relojes {
		if k := &cab.Relojes[i]; k.Corre() {
			t.segunEstado(k, cab.Estado, hoy)
		}
	}
	var cambios []CambioReloj
	for i := range cab.Relojes {
		if i >= len(antes) || !iguales(&antes[i], &cab.Relojes[i]) {
			cambios = append(cambios, CambioReloj{i, cab.Relojes[i]})
		}
	}
	return cambios
}

// segunEstado ends, stops or resumes a clock as the state of its record asks.
func (t *Tramite[R]) segunEstado(k *Reloj, e Estado, hoy fecha.Fecha) {
	cat := t.categorias[e]
	switch quieto := cat == Espera && !slices.Contains(t.plazo(k.Plazo).CorreEn, e); {
	case cat.Fin():
		k.terminar(hoy, false)
	case quieto && !k.Pausado():
		k.Pausas = append(k.Pausas, plazo.Pausa{Desde: hoy.Siguiente(), Motivo: string(e)})
	case !quieto && k.Pausado():
		k.reanudar(hoy)
	}
}

// reanudar closes the open pause; the clock counts again the day after. A
// pause that would end before it began never was.
func (r *Reloj) reanudar(hoy fecha.Fecha) {
	n := len(r.Pausas) - 1
	if hoy.Before(r.Pausas[n].Desde) {
		r.Pausas = r.Pausas[:n]
		return
	}
	r.Pausas = slices.Clone(r.Pausas) // the clock as it was keeps its own
	r.Pausas[n].Hasta = hoy
}

// alDia ends the clocks of a deadline that the record lists no more, and starts
// or corrects those that it lists.
func (t *Tramite[R]) alDia(p *Plazo[R], r *R, cab *Cabecera, acto string, hoy fecha.Fecha, c *Contexto) {
	claves := p.Claves(*r)
	frustra := acto == p.Vencido && c.Actor.Rol == doe.Sistema || slices.Contains(p.Frustra, acto)
	for i := range cab.Relojes {
		k := &cab.Relojes[i]
		if k.Plazo == p.Nombre && k.Corre() && !slices.Contains(claves, k.Clave) {
			k.terminar(hoy, !frustra)
		}
	}
	if t.categorias[cab.Estado].Fin() {
		return
	}
	for _, clave := range claves {
		k := buscar(cab, p.Nombre, clave)
		if k != nil && p.Desde != nil && p.Desde(*r, clave) != k.Desde {
			k.terminar(hoy, false)
			k = nil
		}
		if k == nil {
			p.iniciar(r, cab, clave, hoy, c)
			continue
		}
		if term, fija, ok := p.regla(*r, clave, k.Desde); ok && (term != k.Termino || fija != k.Fija) {
			k.Termino, k.Fija = term, fija
			k.comunicar(c, cab)
		}
	}
}

// buscar finds the running clock of a deadline.
func buscar(cab *Cabecera, nombre, clave string) *Reloj {
	for i := range cab.Relojes {
		if k := &cab.Relojes[i]; k.Plazo == nombre && k.Clave == clave && k.Corre() {
			return k
		}
	}
	return nil
}

// terminar ends the clock, and with it a pause still open.
func (r *Reloj) terminar(hoy fecha.Fecha, cumplido bool) {
	if r.Pausado() {
		r.reanudar(hoy)
	}
	r.Fin, r.Cumplido = hoy, cumplido
}

func (p *Plazo[R]) iniciar(r *R, cab *Cabecera, clave string, hoy fecha.Fecha, c *Contexto) {
	k := Reloj{Plazo: p.Nombre, Clave: clave, Desde: hoy}
	if p.Desde != nil {
		k.Desde = p.Desde(*r, clave)
	}
	var ok bool
	if k.Termino, k.Fija, ok = p.regla(*r, clave, k.Desde); !ok {
		return
	}
	k.comunicar(c, cab)
	cab.Relojes = append(cab.Relojes, k)
}

// regla is what a clock counts by: the date agreed, or else the term; false
// when the record has neither.
func (p *Plazo[R]) regla(r R, clave string, dia fecha.Fecha) (t plazo.Termino, fija fecha.Fecha, ok bool) {
	if p.Fecha != nil {
		if fija = p.Fecha(r, clave); !fija.IsZero() {
			return t, fija, true
		}
	}
	if p.Termino != nil {
		t, ok = p.Termino(r, clave, dia)
	}
	return t, fija, ok
}

// comunicar keeps the due date of the day as one that was told.
func (r *Reloj) comunicar(c *Contexto, cab *Cabecera) {
	if v, ok := r.Vence(c.Calendarios, cab.ambito()); ok {
		r.Comunicados = append(r.Comunicados, v)
	}
	r.Avisos = 0
}

func prorrogar(nombre string, cab *Cabecera, entrada any, c *Contexto) {
	e, ok := entrada.(ConProrroga)
	k := buscar(cab, nombre, "")
	if !ok || k == nil {
		return
	}
	k.Prorroga += e.UnidadesProrroga()
	k.comunicar(c, cab)
}

// ConClave is the input of an act of the clock that says which of the clocks
// of its deadline rang.
type ConClave interface{ ClaveReloj() string }

// avisar notes that an alarm was acted upon: that of the clock for which the
// act is done, the first that [Tramite.Alarmas] lists of those that it may be.
// Others that share the act, though they bear the same key, still ring.
func (t *Tramite[R]) avisar(cab *Cabecera, acto string, entrada any, c *Contexto) {
	con, dice := entrada.(ConClave)
	for i := range cab.Relojes {
		k := &cab.Relojes[i]
		p := t.plazo(k.Plazo)
		if p.Vencido != acto || dice && con.ClaveReloj() != k.Clave {
			continue
		}
		v, _ := k.vence(cab, c)
		if dia := p.alarma(k, v); !dia.IsZero() && !dia.After(c.Hoy()) {
			k.Avisos++
			return
		}
	}
}

// vence is the due date of a clock that has not ended.
func (r *Reloj) vence(cab *Cabecera, c *Contexto) (fecha.Fecha, bool) {
	if !r.Corre() {
		return fecha.Fecha{}, false
	}
	return r.Vence(c.Calendarios, cab.ambito())
}

// alarma is the day on which the next alarm of a clock, due on a day, rings;
// zero when none does.
func (p *Plazo[R]) alarma(k *Reloj, vence fecha.Fecha) fecha.Fecha {
	if vence.IsZero() || k.Avisos >= len(p.Alarmas) || k.Pausado() {
		return fecha.Fecha{}
	}
	return vence.Sumar(p.Alarmas[k.Avisos] + 1)
}

func iguales(a, b *Reloj) bool {
	return a.Plazo == b.Plazo && a.Clave == b.Clave && a.Termino == b.Termino && a.Fija == b.Fija && a.Desde == b.Desde &&
		a.Prorroga == b.Prorroga && a.Avisos == b.Avisos && a.Fin == b.Fin && a.Cumplido == b.Cumplido &&
		slices.Equal(a.Pausas, b.Pausas) && slices.Equal(a.Comunicados, b.Comunicados)
}

// reponer puts the changed clocks of an event back in a record: on replay
// nothing is computed.
func reponer(cab *Cabecera, cambios []CambioReloj) {
	for _, c := range cambios {
		if c.Pos < len(cab.Relojes) {
			cab.Relojes[c.Pos] = c.Reloj
		} else {
			cab.Relojes = append(cab.Relojes, c.Reloj)
		}
	}
}

func (t *Tramite[R]) plazo(nombre string) *Plazo[R] {
	for i := range t.def.Plazos {
		if t.def.Plazos[i].Nombre == nombre {
			return &t.def.Plazos[i]
		}
	}
	return &Plazo[R]{Nombre: nombre}
}
