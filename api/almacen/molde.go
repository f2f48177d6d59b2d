package almacen

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Paso is an act of a life to be played.
type Paso struct {
	// Acto is its name; that of the first, which creates the record, is empty.
	Acto string
	// Entrada is its typed input.
	Entrada any
	// Actor is who does it, and En when.
	Actor doe.Actor
	En    fecha.Instante
}

// errVida is given for lives that cannot be copied.
var errVida = errors.New("almacen: a life that cannot be copied")

// The gaps of a mould: the folio, the text, then the references to personal
// data and then the instants.
const (
	huecoFolio = iota
	huecoTexto
	primerHueco
)

// molde is the life of one record as the kernel made it, cut where its copies
// differ: another folio, text, personal data and time of the day.
type molde struct {
	*fila            // as the last act left it; no documents nor identities in it
	valores []valor  // of tExpedientes
	pasos   []evento // its events
	molde   plantilla
	// reservados are the personal data of the record it was made from, whose
	// kind those of every copy have.
	reservados []tramite.Reservado
	instantes  []fecha.Instante
	facetas    string
}

// evento is an event of a mould.
type evento struct {
	acto   []byte
	dia    int
	moldes plantilla
}

// vida plays a life.
type vida struct {
	a     *Almacen
	ctx   context.Context
	sola  bool // there is nothing in the store
	t     tramite.Cualquiera
	r     tramite.Registro
	c     tramite.Contexto // of the last act
	m     *molde
	folio string
	hasta fecha.Instante
	// eventos are the events so far.
	eventos []tramite.Evento
}

// moldear plays a life through the kernel, with what the clock does meanwhile,
// up to an instant. What is refused because it came late or in another state
// ends it, as people would find. It is told whether the store is empty.
func (a *Almacen) moldear(ctx context.Context, coleccion string, pasos []Paso, hasta fecha.Instante, vacio bool) (*molde, error) {
	t, ok := a.o.Mesa.Tramite(coleccion)
	if !ok || len(pasos) == 0 {
		return nil, noExiste()
	}
	v := &vida{a: a, ctx: ctx, sola: vacio, t: t, hasta: hasta, m: &molde{fila: &fila{coleccion: coleccion, serie: t.Definicion().Serie}}}
	for i, p := range pasos {
		if i > 0 && p.En > hasta {
			break
		}
		err := v.reloj(p.En)
		if err == nil {
			err = v.hacer(p)
		}
		if i > 0 && (falla.DeClase(err, falla.Invalida) || falla.DeClase(err, falla.Conflicto)) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("almacen: playing %s %q: %w", coleccion, p.Acto, err)
		}
	}
	// What the clock owes on the last day is left to who opens the store.
	if err := v.reloj(hasta.Dia().Inicio() - 1); err != nil {
		return nil, err
	}
	return v.m, v.cortar()
}

// contexto is that of an act.
func (v *vida) contexto(quien doe.Actor, ahora fecha.Instante) tramite.Contexto {
	c := v.a.Contexto(v.ctx, quien)
	if c.Ahora = ahora; v.sola {
		c.Buscar, c.Padron, c.Abiertos = nil, nil, nil
	}
	return c
}

// hacer does one act.
func (v *vida) hacer(p Paso) error {
	c := v.contexto(p.Actor, p.En)
	c.Foliar = func(r *tramite.Resumen, ooad doe.OOAD) string {
		v.folio = marca(v.a.o.Azar, r, ooad, c.Hoy())
		return v.folio
	}
	c.Cargar = func(_, folio string) (tramite.Registro, error) {
		if folio != v.folio || v.r == nil {
			return nil, noExiste()
		}
		doc, err := v.t.Codificar(v.r) // a refusal leaves the record as it is
		if err != nil {
			return nil, err
		}
		return v.t.Decodificar(doc)
	}
	cs, err := v.a.o.Mesa.Realizar(c, tramite.Peticion{Coleccion: v.m.coleccion, Folio: v.folio, Acto: p.Acto, Entrada: p.Entrada})
	switch {
	case err != nil:
		return err
	case len(cs) != 1:
		return fmt.Errorf("%w: %q touches %d records", errVida, p.Acto, len(cs))
	}
	ca, f := cs[0], v.m.fila
	v.r, v.c = ca.Registro, c
	f.encadenables(ca, &c)
	v.eventos = append(v.eventos, ca.Eventos...)
	if f.anio == 0 {
		f.anio = c.Hoy().Anio()
	}
	v.m.reservados = append(v.m.reservados, ca.Reservados...)
	if n := len(v.m.instantes); n == 0 || v.m.instantes[n-1] != p.En {
		v.m.instantes = append(v.m.instantes, p.En)
	}
	return nil
}

// alAlba is how long after midnight the clock does its acts.
const alAlba = 5 * time.Minute

// reloj does what the clock owes to the record up to an instant.
func (v *vida) reloj(hasta fecha.Instante) error {
	if v.r == nil {
		return nil
	}
	c := v.contexto(doe.Reloj(), v.c.Ahora)
	for range 100 {
		dia := v.t.Vencimiento(v.r, &c).Alarma
		c.Ahora = max(c.Ahora, dia.Inicio().Sumar(alAlba))
		if dia.IsZero() || c.Ahora > hasta {
			return nil
		}
		ps := v.t.Alarmas(v.r, &c)
		if len(ps) == 0 {
			if v.t.Vencimiento(v.r, &c).Alarma == dia {
				return nil
			}
			continue
		}
		ps[0].Folio = v.folio
		// Acts of one moment would lie at one instant; those of the clock come
		// one after another.
		c.Ahora = max(c.Ahora, v.c.Ahora+1)
		if err := v.hacer(Paso{Acto: ps[0].Acto, Entrada: ps[0].Entrada, Actor: doe.Reloj(), En: c.Ahora}); err != nil {
			return err
		}
	}
	return nil
}

// cortar makes the mould of what was played.
func (v *vida) cortar() error {
	m, f := v.m, v.m.fila
	doc, err := v.t.Codificar(v.r)
	if err != nil {
		return err
	}
	f.folio, f.cab = v.folio, v.r.Cabeza()
	f.ficha, f.vence = v.t.Ficha(v.r), v.t.Vencimiento(v.r, &v.c)
	f.mover(v.t.Aporta(v.r, f.vence.Vence), 1)
	marcas := v.marcas()
	m.facetas = facetas(f.coleccion, &f.ficha, f.cab, !f.vence.Vence.IsZero())
	if f.ficha.Texto != "" && bytes.Count(doc, marcas[huecoTexto]) == 0 {
		return fmt.Errorf("%w: the text searched is not written in it", errVida)
	}
	m.molde = cortar(doc, marcas)
	m.pasos = make([]evento, len(v.eventos))
	for i := range v.eventos {
		e := &v.eventos[i]
		m.pasos[i] = evento{[]byte(e.Acto), e.En.Dia().Ordinal(), cortar(e.Carga(), marcas)}
	}
	s := asiento{fila: f, folio: f.folio, huellas: make([]huella, 1)}
	for _, x := range s.valores() {
		m.valores = append(m.valores, valorDe(x))
	}
	f.eventos = nil
	return nil
}

// marcas are the bytes that stand where a mould is cut.
func (v *vida) marcas() [][]byte {
	out := [][]byte{[]byte(v.folio), textoJSON(v.m.ficha.Texto)}
	for _, r := range v.m.reservados {
		out = append(out, []byte(r.Ref))
	}
	for _, i := range v.m.instantes {
		out = append(out, []byte(i.String()))
	}
	return out
}

// textoJSON is a text as documents hold it, with its quotes.
func textoJSON(s string) []byte {
	b, _ := json.Marshal(s) // texts always encode
	return b
}

// plantilla are bytes with gaps: each piece of text but the last is followed
// by a gap.
type plantilla struct {
	trozos [][]byte
	huecos []int
}

// cortar cuts bytes where marks are. Empty texts are no mark.
func cortar(b []byte, marcas [][]byte) plantilla {
	var p plantilla
	for {
		en, cual := len(b), -1
		for i, m := range marcas {
			if n := bytes.Index(b[:min(len(b), en+len(m))], m); n >= 0 && n < en && string(m) != `""` {
				en, cual = n, i
			}
		}
		p.trozos = append(p.trozos, slices.Clone(b[:en]))
		if cual < 0 {
			return p
		}
		p.huecos = append(p.huecos, cual)
		b = b[en+len(marcas[cual]):]
	}
}

// llenar adds the bytes with the gaps filled.
func (p *plantilla) llenar(b []byte, con [][]byte) []byte {
	for i, h := range p.huecos {
		b = append(append(b, p.trozos[i]...), con[h]...)
	}
	return append(b, p.trozos[len(p.trozos)-1]...)
}
