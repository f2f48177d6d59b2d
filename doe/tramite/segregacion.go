package tramite

import (
	"fmt"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
)

// Segregacion says what becomes of the acts of a record that one person should
// not do both: to elaborate or propose it, and to validate or authorise it. It
// is the person that counts, in whatever post: who stands in for a head or
// signs by delegation is who does it.
//
// The zero value flags them. A head who elaborates alone, in a unit of one
// person, is so flagged and not refused.
type Segregacion struct {
	// Modo is what happens; [SeAvisa] when empty.
	Modo ModoSegregacion `json:"modo" validate:"oneof=avisa rehusa ninguna" doc:"Qué pasa cuando una persona hace los dos actos: avisa lo anota en el evento, rehusa lo impide, ninguna no lo mira" example:"avisa"`
	// Motivo says why nothing is looked at, by [SinSegregacion].
	Motivo string `json:"motivo,omitempty" doc:"Por qué no se mira"`
	// Pares are further acts, by name, that one person should not do both.
	Pares []ParSegregado `json:"pares,omitempty" doc:"Otros actos que no debe hacer una misma persona"`
}

// ParSegregado names two acts that one person should not do on one record.
type ParSegregado struct {
	Antes   string `json:"antes" doc:"Acto que prepara" example:"registrar"`
	Despues string `json:"despues" doc:"Acto que decide" example:"cerrar"`
}

// ModoSegregacion is what happens when one person does acts kept apart.
type ModoSegregacion string

// The modes.
const (
	// SeAvisa: the event of the second act names the first.
	SeAvisa ModoSegregacion = "avisa"
	// SeRehusa: who prepared is refused the decision, with the code
	// "segregacion" (403). What comes after the decision is flagged all the
	// same and never refused: it takes another decision.
	SeRehusa ModoSegregacion = "rehusa"
	// SinSegregacion: nothing is looked at, for a reason.
	SinSegregacion ModoSegregacion = "ninguna"
)

// Labor is the part that an act has in the segregation of duties, by the
// facultad it was done on.
type Labor string

// The parts.
const (
	// Prepara: it elaborates or proposes.
	Prepara Labor = "prepara"
	// Decide: it validates or authorises.
	Decide Labor = "decide"
	// EnPar: neither, and a pair of the trámite names it.
	EnPar Labor = "par"
)

// LaborDe is the part of a facultad's act; empty for those that have none.
func LaborDe(a doe.Acto) Labor {
	switch a {
	case "elaborar", "proponer":
		return Prepara
	case "validar", "autorizar":
		return Decide
	}
	return ""
}

// Intervencion says who did an act that the segregation of duties keeps apart
// from others. Of the person it keeps the identifier alone.
type Intervencion struct {
	Acto  string `json:"acto" doc:"Acto realizado" example:"elaborar"`
	Labor Labor  `json:"labor" validate:"oneof=prepara decide par" doc:"Parte que tiene en la segregación de funciones" example:"prepara"`
	Sub   string `json:"sub" doc:"Identificador de la persona" example:"personal-doe-7.1.5.2"`
}

// intervenir notes who did the act of an event, once.
func (c *Cabecera) intervenir(e *Evento) {
	i := Intervencion{e.Acto, e.Labor, e.Actor.Sub}
	if !slices.Contains(c.Intervenciones, i) {
		c.Intervenciones = append(c.Intervenciones, i)
	}
}

// laborDe is the part of an act done on a basis. A basis on a sufficing
// facultad, or a counterpart's, is judged by the act's own first facultad.
func (a *acto[R]) laborDe(f doe.Fundamento) Labor {
	if i := slices.Index(a.facultades, f.Facultad); i >= 0 {
		return a.labores[i]
	}
	return a.labores[0]
}

// segregar writes into an event its part, and the acts done before by the same
// person that it conflicts with.
func (t *Tramite[R]) segregar(a *acto[R], cab *Cabecera, e *Evento, c *Contexto) {
	if !a.segrega || !c.Actor.EsPersona() {
		return
	}
	e.Labor = a.laborDe(e.Fundamento)
	e.Conflicto = t.conflictos(a, cab, e.Labor, c)
}

// conflictos names the acts that the actor did before and that duties keep
// apart from one of some part.
func (t *Tramite[R]) conflictos(a *acto[R], cab *Cabecera, l Labor, c *Contexto) []string {
	var out []string
	for _, i := range cab.Intervenciones {
		if i.Sub != c.Actor.Sub || slices.Contains(out, i.Acto) {
			continue
		}
		if t.aparta(i, a, l) || t.aparta(Intervencion{Acto: a.meta.Nombre, Labor: l}, t.actos[i.Acto], i.Labor) {
			out = append(out, i.Acto)
		}
	}
	return out
}

// aparta says whether who did the first act should not do the second.
func (t *Tramite[R]) aparta(i Intervencion, a *acto[R], l Labor) bool {
	return i.Labor == Prepara && l == Decide ||
		a != nil && slices.Contains(t.def.Segregacion.Pares, ParSegregado{i.Acto, a.meta.Nombre})
}

// rehusa says whether the actor prepared what it would now decide.
func (t *Tramite[R]) rehusa(a *acto[R], cab *Cabecera, f doe.Fundamento, c *Contexto) bool {
	if t.def.Segregacion.Modo != SeRehusa || !a.segrega || !c.Actor.EsPersona() {
		return false
	}
	l := a.laborDe(f)
	return slices.ContainsFunc(cab.Intervenciones, func(i Intervencion) bool { return i.Sub == c.Actor.Sub && t.aparta(i, a, l) })
}

var mismaPersona = falla.Regla{
	Codigo: "segregacion",
	Es:     "Quien elaboró o propuso no valida ni autoriza el mismo expediente: corresponde a otra persona facultada.",
	En:     "Who elaborated or proposed neither validates nor authorises the same record: another empowered person does.",
}

// permitir is [Tramite.autorizar] where duties kept apart are refused too.
func (t *Tramite[R]) permitir(a *acto[R], r *R, cab *Cabecera, c *Contexto) (doe.Fundamento, error) {
	f, err := t.autorizar(a, r, cab.Unidad, cab.OOAD, c)
	if err == nil && t.rehusa(a, cab, f, c) {
		return f, t.prohibir(a, r, cab.Unidad, c, mismaPersona)
	}
	return f, err
}

// separar finds the part of each act, once all are known.
func (t *Tramite[R]) separar(mal func(string, ...any)) {
	s := &t.def.Segregacion
	if s.Modo == "" {
		s.Modo = SeAvisa
	}
	switch s.Modo {
	case SeAvisa, SeRehusa:
		if s.Motivo != "" {
			mal("gives a reason to look at no segregation, and looks at it")
		}
	case SinSegregacion:
		if s.Motivo == "" || len(s.Pares) > 0 {
			mal("looks at no segregation: it needs a reason and no pairs")
		}
		return
	default:
		mal("segregation mode %q is unknown", s.Modo)
	}
	for _, a := range t.orden {
		t.labores(a)
	}
	for _, p := range s.Pares {
		if err := t.emparejar(p); err != nil {
			mal("%v", err)
		}
	}
}

func (t *Tramite[R]) labores(a *acto[R]) {
	for _, f := range a.facultades {
		l := LaborDe(f.Acto())
		a.labores = append(a.labores, l)
		a.segrega = a.segrega || l != ""
	}
	if len(a.facultades) == 0 {
		a.labores = []Labor{""}
	}
}

// emparejar marks both acts of a pair.
func (t *Tramite[R]) emparejar(p ParSegregado) error {
	if p.Antes == p.Despues {
		return fmt.Errorf("keeps act %q apart from itself", p.Antes)
	}
	for _, n := range []string{p.Antes, p.Despues} {
		a := t.actos[n]
		if a == nil {
			return fmt.Errorf("keeps unknown act %q apart", n)
		}
		a.segrega = true
		for i := range a.labores {
			if a.labores[i] == "" {
				a.labores[i] = EnPar
			}
		}
	}
	return nil
}
