package deteccion

import (
	"cmp"
	"math"
	"slices"

	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/fecha"
)

// Metodo names the method in answers and records.
const Metodo = "Farrington flexible (Noufaily et al., 2013) con contracción gamma-Poisson (Clayton y Kaldor, 1987) y tasa de descubrimientos falsos de Benjamini y Hochberg (1995)"

// Version changes whenever the same counts would give another answer.
const Version = 1

// ventanas are the spans looked at, in weeks. The history ends before the
// longest one, so that what begins slowly is not taken for usual.
var ventanas = [...]int{1, 2, 4, 8}

// Guarda is how many weeks lie between the history and the cut, at least.
const Guarda = 8

// MaxHistoria is how many weeks of history are read, at most: three years.
const MaxHistoria = 156

// minHistoria is the least history, in weeks, that a count is weighed against.
const minHistoria = 12

// Opciones say what is looked for.
type Opciones struct {
	// Corte is the last week looked at: see [Completa].
	Corte int
	// Historia is the last week of the history; [Guarda] weeks before the cut
	// when zero.
	Historia int
	Nivel    Nivel
	// Frente is [Ambos] when empty.
	Frente Frente
	// Minimo are the least petitions that a window has to be told; five when
	// zero.
	Minimo int
	// Falsos is the rate of false discoveries accepted, in hundredths of a per
	// cent; five per cent when zero.
	Falsos cantidad.Centesimas
	// Clase is the kind of a unit, for its peers; all of one kind when nil.
	Clase func(unidad string) string
}

// MinimoOmision and FalsosOmision are used when nothing is said.
const (
	MinimoOmision                     = 5
	FalsosOmision cantidad.Centesimas = 500
)

func (o Opciones) enteras() Opciones {
	o.Frente, o.Minimo, o.Falsos = cmp.Or(o.Frente, Ambos), cmp.Or(o.Minimo, MinimoOmision), cmp.Or(o.Falsos, FalsosOmision)
	o.Historia = cmp.Or(o.Historia, o.Corte-Guarda)
	return o
}

// Medida is what was observed in a cell over a window, and what was expected.
type Medida struct {
	Desde   fecha.Fecha `json:"desde" doc:"Primer día de la ventana" example:"2026-02-02"`
	Hasta   fecha.Fecha `json:"hasta" doc:"Último día de la ventana" example:"2026-03-01"`
	Semanas int         `json:"semanas" doc:"Semanas de la ventana" example:"4"`
	// Observados are the petitions of the window.
	Observados int `json:"observados" doc:"Peticiones de la ventana" example:"23"`
	// Esperados is what the history gives, from Bajo to Alto in 95 of 100. Where
	// the peers gave more than their own histories, as much more.
	Esperados cantidad.Valor `json:"esperados" doc:"Peticiones que daría su historia, moviéndose como sus pares" example:"6.4"`
	Bajo      int            `json:"bajo" doc:"Lo menos que se esperaba, 97.5 veces de 100" example:"2"`
	Alto      int            `json:"alto" doc:"Lo más que se esperaba, 97.5 veces de 100" example:"13"`
	// SemanasHistoria are the weeks of its own that it rests on, Brotes those
	// of them that weigh less because they were outbreaks.
	SemanasHistoria int `json:"semanas_historia" doc:"Semanas de historia propia en que se apoya" example:"144"`
	Brotes          int `json:"brotes" doc:"Semanas de esa historia que pesan menos por haber sido brotes" example:"2"`
	// MovimientoPares is how many times what their own histories give the peers
	// gave in the window, one at least: the expected was raised by it.
	MovimientoPares cantidad.Valor `json:"movimiento_pares" doc:"Veces lo que darían sus propias historias que dieron sus pares en la ventana, de uno en adelante: por ellas se multiplicó lo esperado" example:"1.08"`
	// EsperadosPares is what as many petitions would give at the peers.
	EsperadosPares cantidad.Valor `json:"esperados_pares" doc:"Peticiones que darían sus pares a su volumen; cero si no tiene pares" example:"5.9"`
	Pares          int            `json:"pares" doc:"Cuántos sitios u OOAD son sus pares" example:"41"`
	// Dispersion is the variance over the mean of its weeks.
	Dispersion cantidad.Valor `json:"dispersion" doc:"Varianza entre media de sus semanas" example:"1.3"`
	// P and PPares are the chances that so many come without cause.
	P      int `json:"p" doc:"Probabilidad de tantas o más por lo esperado, en millonésimas, hacia arriba" example:"12"`
	PPares int `json:"p_pares" doc:"Probabilidad de tantas o más por sus pares, en millonésimas, hacia arriba" example:"31"`
}

// Hallazgo is a cell with more petitions than expected.
type Hallazgo struct {
	Nivel Nivel `json:"nivel" doc:"Nivel: sitio, ooad o nacional" example:"sitio"`
	Celda
	Medida
	// Q is the rate of false discoveries at which it is one.
	Q cantidad.Centesimas `json:"q" doc:"Tasa de descubrimientos falsos a la que se señala, en por ciento" example:"0.8"`
	// Explicacion says all of it in a sentence or two.
	Explicacion string `json:"explicacion" doc:"Por qué se señala"`

	p float64
}

// Resultado are the findings of a cut, the surest first.
type Resultado struct {
	Hallazgos []Hallazgo
	// Probadas are the cells that were tested.
	Probadas int
	// Inicio and Corte are the first and the last day counted.
	Inicio, Corte fecha.Fecha
}

// Detectar finds the cells that gather more than expected.
func (h *Historia) Detectar(o Opciones) Resultado {
	o = o.enteras()
	m := h.modelo(o)
	r := Resultado{Inicio: Lunes(m.s0), Corte: Lunes(o.Corte + 1).Sumar(-1), Probadas: m.probadas()}
	for i := range m.celdas.de {
		if x, ok := m.probar(i); ok {
			r.Hallazgos = append(r.Hallazgos, x)
		}
	}
	r.Hallazgos = descubrir(r.Hallazgos, r.Probadas, float64(o.Falsos)/float64(cantidad.Entero))
	return r
}

// Hasta leaves the findings of a lower rate of false ones than was asked for.
func (r Resultado) Hasta(falsos cantidad.Centesimas) []Hallazgo {
	n := slices.IndexFunc(r.Hallazgos, func(x Hallazgo) bool { return x.Q > falsos })
	if n < 0 {
		return r.Hallazgos
	}
	return r.Hallazgos[:n]
}

// descubrir leaves those that the procedure of Benjamini and Hochberg keeps of
// m tests, in order. Those not handed over have nothing to tell.
func descubrir(xs []Hallazgo, m int, tasa float64) []Hallazgo {
	slices.SortFunc(xs, func(a, b Hallazgo) int {
		return cmp.Or(cmp.Compare(a.p, b.p), cmp.Compare(b.Observados, a.Observados), a.Celda.Comparar(b.Celda))
	})
	q, hasta := 1.0, 0
	for i := len(xs) - 1; i >= 0; i-- {
		q = min(q, xs[i].p*float64(m)/float64(i+1))
		xs[i].Q = cantidad.Centesimas(math.Ceil(q * float64(cantidad.Entero)))
		if hasta == 0 && q <= tasa {
			hasta = i + 1
		}
	}
	xs = xs[:hasta]
	for i := range xs {
		xs[i].Explicacion = xs[i].explicar()
	}
	return xs
}

// probar weighs a cell over every window; false when none has enough
// petitions or nothing to weigh them against.
func (m *modelo) probar(i int) (Hallazgo, bool) {
	x, hay := Hallazgo{Nivel: m.o.Nivel, Celda: m.celdas.de[i], p: 2}, false
	for v, w := range ventanas {
		if m.fin-w+1 < m.n || m.obs[i][v] < m.o.Minimo {
			continue
		}
		if e := m.pesar(i, v, w); e.p(m.o.Frente) < x.p {
			x.p, x.Medida, hay = e.p(m.o.Frente), m.medida(e), true
		}
	}
	x.p = min(x.p*float64(len(ventanas)), 1)
	return x, hay
}

// Medir weighs one cell over the last weeks of the cut, however few its
// petitions are; false when it has no history.
func (h *Historia) Medir(c Celda, semanas int, o Opciones) (Medida, bool) {
	o = o.enteras()
	o.Nivel = c.Nivel()
	m := h.modelo(o)
	i, hay := m.celdas.ids[c]
	if !hay || m.n < minHistoria || m.fin-semanas+1 < m.n {
		return Medida{}, false
	}
	e := m.pesar(int(i), slices.Index(ventanas[:], semanas), semanas)
	return m.medida(e), e.deHistoria
}
