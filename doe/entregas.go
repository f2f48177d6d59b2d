package doe

import (
	"slices"
	"strings"
)

// Cada is how often a hand-off is owed; empty where the text does not say.
type Cada string

// How often, in the words of the manuals.
const (
	Diaria     Cada = "diaria"
	Semanal    Cada = "semanal"
	Trimestral Cada = "trimestral"
	Anual      Cada = "anual"
)

// Cadencias lists how often hand-offs are owed.
func Cadencias() []Cada { return []Cada{Diaria, Semanal, Trimestral, Anual} }

// ATodos begins the addressee of what is owed to every organ of a kind:
// "tipo:ooad".
const ATodos = "tipo:"

// Entrega is a hand-off that a function states: who owes what to whom.
type Entrega struct {
	// Clave is the function and the addressee: "doe-7.1.1/2>doe-7.1".
	Clave   string       `json:"clave" doc:"Función y a quién se entrega" example:"doe-7.1.1/2>doe-7.1"`
	Funcion ClaveFuncion `json:"funcion" doc:"Función que la establece" example:"doe-7.1.1/2"`
	// De owes it, to A: a unit, an organ or, after [ATodos], every organ of a kind.
	De ClaveUnidad `json:"de" doc:"Unidad que la debe" example:"doe-7.1.1"`
	A  string      `json:"a" doc:"A quién: unidad, órgano o, tras «tipo:», cada órgano de una clase" example:"doe-7.1"`
	// Que says what, in words of this project.
	Que  string `json:"que" doc:"Qué se entrega" example:"su programa anual de trabajo, que se integra al de la Dirección"`
	Cada Cada   `json:"cada,omitempty" doc:"Cada cuánto, cuando el texto lo dice: diaria, semanal, trimestral o anual" example:"anual"`
}

// Es says whether something sent to d is sent to whom the hand-off is owed.
func (e Entrega) Es(d Destino, c *Catalogo) bool {
	if tipo, ok := strings.CutPrefix(e.A, ATodos); ok {
		o, hay := c.Organo(d.Organo)
		return hay && o.Tipo == TipoOrgano(tipo)
	}
	return e.A == string(d.Unidad) || e.A == string(d.Organo)
}

// SinEntrega is a function that names another unit and hands nothing over.
type SinEntrega struct {
	Funcion ClaveFuncion `json:"funcion"`
	// Razon says why it is no hand-off.
	Razon string `json:"razon"`
}

// heredarEntregas carries hand-offs over to a later structure: who has the
// function now owes what it states; those to units that no longer stand, and
// those of functions without unit, are owed no more.
func (c *Catalogo) heredarEntregas(v *Catalogo) {
	c.sinEntregas = v.sinEntregas
	for _, e := range v.entregas {
		i, ok := v.iFuncion[e.Funcion]
		propia := ok && v.funciones[i].Unidad == e.De
		if i, ok = c.iFuncion[e.Funcion]; !ok {
			continue
		}
		if propia {
			e.De = c.funciones[i].Unidad
		}
		if _, ok := c.iUnidad[e.De]; ok && c.destinatario(e.A) && e.A != string(e.De) {
			c.entregas = append(c.entregas, e)
		}
	}
}

// Entregas lists the hand-offs in the order of the manuals.
func (c *Catalogo) Entregas() []Entrega { return slices.Clone(c.entregas) }

// Entrega looks one up by its key.
func (c *Catalogo) Entrega(clave string) (Entrega, bool) {
	i := slices.IndexFunc(c.entregas, func(e Entrega) bool { return e.Clave == clave })
	if i < 0 {
		return Entrega{}, false
	}
	return c.entregas[i], true
}

// SinEntregas lists the functions that name another unit and hand nothing over.
func (c *Catalogo) SinEntregas() []SinEntrega { return slices.Clone(c.sinEntregas) }

// unaEntrega reads a hand-off, or a function without one, and checks that all
// it names exists.
func (g *cargador) unaEntrega(f *ficha) {
	if f.clase() == "sin_entrega" {
		s := SinEntrega{ClaveFuncion(g.exige(f, "sin_entrega")), g.exige(f, "razon")}
		g.funcionDe(f, s.Funcion)
		g.c.sinEntregas = append(g.c.sinEntregas, s)
		return
	}
	clave := g.exige(f, "entrega")
	funcion, a, _ := strings.Cut(clave, ">")
	e := Entrega{
		Clave: clave, Funcion: ClaveFuncion(funcion), A: a, De: ClaveUnidad(f.texto("debe")), Que: g.exige(f, "que"), Cada: Cada(f.texto("cada")),
	}
	g.funcionDe(f, e.Funcion)
	if e.De == "" {
		e.De = e.Funcion.Unidad()
	}
	if _, ok := g.c.iUnidad[e.De]; !ok {
		g.falla(f, ErrDesconocido, "unit %s", e.De)
	}
	if !g.c.destinatario(a) || a == string(e.De) {
		g.falla(f, ErrDesconocido, "addressee %q", a)
	}
	if e.Cada != "" && !slices.Contains(Cadencias(), e.Cada) {
		g.falla(f, ErrDesconocido, "cadence %q", e.Cada)
	}
	if _, ya := g.c.Entrega(clave); ya {
		g.falla(f, ErrDuplicado, "hand-off %s", clave)
	}
	g.c.entregas = append(g.c.entregas, e)
}

func (g *cargador) funcionDe(f *ficha, k ClaveFuncion) {
	if _, ok := g.c.iFuncion[k]; !ok {
		g.falla(f, ErrDesconocido, "function %s", k)
	}
}

// destinatario says whether the addressee of a hand-off exists.
func (c *Catalogo) destinatario(a string) bool {
	if tipo, ok := strings.CutPrefix(a, ATodos); ok {
		return slices.Contains(TiposOrgano(), TipoOrgano(tipo))
	}
	_, unidad := c.iUnidad[ClaveUnidad(a)]
	_, organo := c.iOrgano[ClaveOrgano(a)]
	return unidad || organo
}
