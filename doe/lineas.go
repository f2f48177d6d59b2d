package doe

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe/fecha"
)

// linea is what is known of a unit through time.
type linea struct {
	etapas []etapa
	// actos are those that touch it.
	actos []*Reestructura
	malas []string
}

// etapa is a span in which a unit was the same.
type etapa struct {
	EstadoUnidad
	// desde is the first day it is known to be so and hasta the first it is
	// not, zero while it goes on.
	desde, hasta fecha.Fecha
	// abre are the acts that made it so, none when the manuals show it
	// without narrating how; cierra is the one that ended it.
	abre   []*Reestructura
	cierra *Reestructura
	// perdida says that from hasta on nothing is known of the unit.
	perdida bool
}

// suceso is something that happens to a line.
type suceso struct {
	dia    fecha.Fecha
	tipo   tipoSuceso
	acto   *Reestructura
	estado EstadoUnidad
}

type tipoSuceso int

// In the order in which they come on one day.
const (
	// vista: the unit is known to stand so.
	vista tipoSuceso = iota
	// termina: an act ends it.
	termina
	// cambia: an act makes it so.
	cambia
	// aparece: the act shows it standing, without having made it.
	aparece
	// desaparece: nothing more is known.
	desaparece
)

// trazar draws the line of each unit from the acts and from what the units of
// the edition are.
func (c *Catalogo) trazar() map[ClaveUnidad]*linea {
	sucesos := map[ClaveUnidad][]suceso{}
	anotar := func(k ClaveUnidad, s suceso) { sucesos[k] = append(sucesos[k], s) }
	for i := range c.reestructuras {
		c.reestructuras[i].suceder(anotar)
	}
	for x := c; x != nil; x = x.previo {
		for _, u := range x.unidades {
			e := EstadoUnidad{Clave: u.Clave, Nombre: u.Nombre, Nivel: u.Nivel, Superior: u.Superior}
			anotar(u.Clave, suceso{x.desde, aparece, x.mudanza(u.Clave), e})
		}
	}
	out := make(map[ClaveUnidad]*linea, len(sucesos))
	for k, ss := range sucesos {
		slices.SortStableFunc(ss, func(a, b suceso) int {
			return cmp.Or(a.dia.Compare(b.dia), cmp.Compare(a.tipo, b.tipo))
		})
		l := &linea{}
		for _, s := range ss {
			l.sumar(s)
		}
		out[k] = l
	}
	for i := range c.reestructuras {
		r := &c.reestructuras[i]
		for _, k := range r.tocadas() {
			if l := out[k]; l != nil {
				l.actos = append(l.actos, r)
			}
		}
	}
	return out
}

// mudanza is the act by which a unit changed superior because the one it had
// ended in another; nil if none did.
func (c *Catalogo) mudanza(k ClaveUnidad) *Reestructura {
	if c.previo == nil {
		return nil
	}
	antes, _ := c.previo.Superior(k)
	for i := range c.reestructuras {
		r := &c.reestructuras[i]
		if _, ok := en(r.Antes, antes); ok && r.Vigente.Primero() == c.desde {
			return r
		}
	}
	return nil
}

// edicion is the catalog as the manuals have it, before any act applied since.
func (c *Catalogo) edicion() *Catalogo {
	for c.previo != nil {
		c = c.previo
	}
	return c
}

// suceder tells what an act does to each unit it names. What it finds stood
// when it was approved, or the day before it took effect.
func (r *Reestructura) suceder(anotar func(ClaveUnidad, suceso)) {
	efecto, _ := r.Efecto()
	dia := efecto.Primero()
	antes := dia.Sumar(-1)
	if a := r.Instrumento.Aprobado; a.Precision() == PorDia && a.Primero().Before(antes) {
		antes = a.Primero()
	}
	for _, e := range r.Antes {
		anotar(e.Clave, suceso{antes, vista, nil, e})
		if _, sigue := en(r.Despues, e.Clave); !sigue {
			anotar(e.Clave, suceso{dia, termina, r, e})
		}
	}
	for _, e := range r.Despues {
		anotar(e.Clave, suceso{dia, cambia, r, e})
	}
	for _, e := range r.Presentes {
		anotar(e.Clave, suceso{dia, aparece, nil, e})
	}
	for _, k := range r.Ignoradas {
		anotar(k, suceso{dia, desaparece, r, EstadoUnidad{Clave: k}})
	}
}

func (l *linea) sumar(s suceso) {
	var ultima *etapa
	if n := len(l.etapas); n > 0 && l.etapas[n-1].hasta.IsZero() {
		ultima = &l.etapas[n-1]
	}
	switch s.tipo {
	case termina, desaparece:
		if ultima == nil {
			l.mal(s, "ends what does not stand")
			return
		}
		ultima.hasta, ultima.cierra, ultima.perdida = s.dia, s.acto, s.tipo == desaparece
	case cambia:
		l.cambiar(ultima, s)
	default:
		l.ver(ultima, s)
	}
}

func (l *linea) mal(s suceso, que string) {
	acto := ""
	if s.acto != nil {
		acto = s.acto.Clave
	}
	l.malas = append(l.malas, strings.TrimSpace(fmt.Sprintf("%s %s %s", s.dia, acto, que)))
}

// cambiar opens the span that an act makes.
func (l *linea) cambiar(ultima *etapa, s suceso) {
	_, sigue := en(s.acto.Antes, s.estado.Clave)
	switch {
	case ultima == nil && (sigue || len(l.etapas) > 0):
		l.mal(s, "changes what does not stand")
		return
	case ultima != nil && !sigue:
		l.mal(s, "begins what stands already")
		return
	case ultima == nil:
		l.abrir(s, s.estado, s.acto)
		return
	}
	nuevo := ultima.encima(s.estado)
	if ultima.desde == s.dia && len(ultima.abre) > 0 {
		ultima.EstadoUnidad, ultima.abre = nuevo, append(ultima.abre, s.acto)
		return
	}
	ultima.hasta, ultima.cierra = s.dia, s.acto
	l.abrir(s, nuevo, s.acto)
}

// ver takes in that the unit stood so on a day: what was known already, or a
// span of which nobody says how it came about.
func (l *linea) ver(ultima *etapa, s suceso) {
	if ultima == nil {
		l.abrir(s, s.estado, nil)
		return
	}
	nuevo := ultima.encima(s.estado)
	if nuevo == ultima.EstadoUnidad {
		return
	}
	ultima.hasta, ultima.cierra = s.dia, s.acto
	l.abrir(s, nuevo, s.acto)
}

func (l *linea) abrir(s suceso, e EstadoUnidad, acto *Reestructura) {
	if e.Nombre == "" || e.Nivel == "" {
		l.mal(s, "has neither name nor level")
	}
	x := etapa{EstadoUnidad: e, desde: s.dia}
	if acto != nil {
		x.abre = []*Reestructura{acto}
	}
	l.etapas = append(l.etapas, x)
}

// encima is the state with what another one says put over it.
func (e EstadoUnidad) encima(f EstadoUnidad) EstadoUnidad {
	if f.Nombre != "" || f.SinNombre {
		e.SinNombre = f.SinNombre
		e.Nombre = cmp.Or(f.Nombre, e.Nombre)
	}
	e.Nivel = cmp.Or(f.Nivel, e.Nivel)
	if f.Superior != "" {
		e.Superior, e.Mediato = f.Superior, f.Mediato
	}
	return e
}

// en is the span of a line on a day; nil when it is not known to stand.
func (l *linea) en(d fecha.Fecha) *etapa {
	for i := range l.etapas {
		if e := &l.etapas[i]; !d.Before(e.desde) && (e.hasta.IsZero() || d.Before(e.hasta)) {
			return e
		}
	}
	return nil
}

// ordenar lists the keys of all the lines: the units of the manuals in their
// order, then those of before, then organs.
func (c *Catalogo) ordenar() []ClaveUnidad {
	rango := func(k ClaveUnidad) int {
		switch {
		case c.manualDe(k) != "":
			return 0
		case c.esOrgano(k):
			return 2
		}
		return 1
	}
	return slices.SortedFunc(maps.Keys(c.lineas), func(a, b ClaveUnidad) int {
		o := cmp.Compare(rango(a), rango(b))
		if o == 0 && rango(a) == 0 {
			o = c.porNumeral(a, b)
		}
		return cmp.Or(o, cmp.Compare(a, b))
	})
}
