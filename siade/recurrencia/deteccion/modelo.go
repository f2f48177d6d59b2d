package deteccion

import (
	"math"

	"github.com/operacion-abierta/operacion/doe/cantidad"
)

// modelo is what is expected of every cell of a level.
type modelo struct {
	o Opciones
	// s0 is the week of place zero; the first n weeks are history and fin is
	// the place of the cut.
	s0, n, fin int
	celdas     *series
	// grupo is the matter of each cell, and lugar its place.
	grupo, lugar []int32
	indices      []*indice
	lugares      *series
	inicio       []int     // first week with petitions of each place
	base         []float64 // petitions of each place in its history
	pares        *porPares // nil at the level of the country
	niveles      []nivelDe // of each cell
	obs          [][4]int  // petitions of each cell by window
	volumen      [][4]int  // petitions of each place by window
	phi          []float64 // spread of each matter
}

// nivelDe is the level of a cell: a gamma of some shape around a mean.
type nivelDe struct {
	lambda, forma, phi float64
	y, e, s, m         float64 // weighed petitions, weeks, squares and means of its history
	prior, formaPrior  float64
	brotes, historia   int
}

func (h *Historia) modelo(o Opciones) *modelo {
	m := &modelo{o: o, s0: max(int(h.primera), o.Historia-MaxHistoria+1)}
	m.n, m.fin = max(o.Historia-m.s0+1, 0), max(o.Corte-m.s0, 0)
	m.celdas = h.agrupar(m.s0, o.Corte, o.Nivel.en)
	m.lugares = h.agrupar(m.s0, o.Corte, func(c Celda) (Celda, bool) {
		_, ok := o.Nivel.en(Celda{OOAD: c.OOAD, Unidad: c.Unidad, Tema: "-"})
		return o.Nivel.lugar(c), ok
	})
	grupos := h.agrupar(m.s0, o.Corte, Nacional.en)
	for i := range grupos.de {
		m.indices = append(m.indices, ajustar(densa(grupos, i, m.fin+1), m.n))
	}
	for _, c := range m.celdas.de {
		m.grupo = append(m.grupo, grupos.ids[Celda{Servicio: c.Servicio, Tema: c.Tema}])
		m.lugar = append(m.lugar, m.lugares.ids[o.Nivel.lugar(c)])
	}
	m.contar()
	if o.Nivel != Nacional {
		m.pares = m.reunir(len(grupos.de))
	}
	m.nivelar()
	if m.pares != nil {
		m.pares.esperar(m)
	}
	return m
}

func densa(s *series, i, largo int) []float64 {
	y := make([]float64, largo)
	ts, ns := s.una(i)
	for j, t := range ts {
		y[t] = float64(ns[j])
	}
	return y
}

// contar sums places and windows.
func (m *modelo) contar() {
	m.inicio, m.base = make([]int, len(m.lugares.de)), make([]float64, len(m.lugares.de))
	m.volumen, m.obs = make([][4]int, len(m.lugares.de)), make([][4]int, len(m.celdas.de))
	for i := range m.lugares.de {
		if ts, _ := m.lugares.una(i); len(ts) > 0 {
			m.inicio[i] = int(ts[0])
		}
		m.base[i] = float64(m.lugares.entre(i, 0, m.n))
		m.volumen[i] = m.porVentana(m.lugares, i)
	}
	for i := range m.celdas.de {
		m.obs[i] = m.porVentana(m.celdas, i)
	}
}

func (m *modelo) porVentana(s *series, i int) (out [4]int) {
	ts, ns := s.una(i)
	for j := len(ts) - 1; j >= 0; j-- {
		for v, w := range ventanas {
			if m.fin-int(ts[j]) < w {
				out[v] += int(ns[j])
			}
		}
		if m.fin-int(ts[j]) >= Guarda {
			break
		}
	}
	return out
}

// nivelar finds the level of each cell: first with every week the same, then
// with the outbreaks that this shows weighing less. What is an outbreak is told
// by the spread of the matter: that of the cell hides its own.
func (m *modelo) nivelar() {
	m.niveles, m.phi = make([]nivelDe, len(m.celdas.de)), make([]float64, len(m.indices))
	for i := range m.phi {
		m.phi[i] = 1
	}
	for vuelta := range 3 {
		s, esperado := make([]float64, len(m.indices)), make([]float64, len(m.indices))
		for i := range m.niveles {
			m.nivel(i, vuelta > 0)
			s[m.grupo[i]] += m.niveles[i].s
			esperado[m.grupo[i]] += m.niveles[i].m
		}
		for g := range m.phi {
			if esperado[g] > 0 {
				m.phi[g] = max(s[g]/esperado[g], 1)
			}
		}
		for i := range m.niveles {
			m.esparcir(i)
		}
	}
}

// pesoGrupo is how many expected petitions the spread of the matter weighs as
// much as, beside the cell's own.
const pesoGrupo = 20

// esparcir sets the spread of a cell, between its own and that of its matter,
// and with it its level.
func (m *modelo) esparcir(i int) {
	k := &m.niveles[i]
	k.phi = max((k.s+pesoGrupo*m.phi[m.grupo[i]])/(k.m+pesoGrupo), 1)
	k.forma = k.formaPrior + k.y/k.phi
	k.lambda = k.forma / (k.formaPrior/k.prior + k.e/k.phi)
}

// nivel sums the history of a cell. Once it has a level, the weeks far above
// it weigh less.
func (m *modelo) nivel(i int, conBrotes bool) {
	k, x, ini := &m.niveles[i], m.indices[m.grupo[i]], m.inicio[m.lugar[i]]
	previo := *k
	*k = nivelDe{historia: max(m.n-ini, 0)}
	if k.historia > 0 {
		k.e = x.entre(ini, m.n)
	}
	cuadrados := 0.0
	if k.historia > 0 {
		cuadrados = x.cuadrados[m.n] - x.cuadrados[ini]
	}
	ts, ns := m.celdas.una(i)
	pesos := make([]float64, 0, len(ts))
	for j, t := range ts {
		if int(t) >= m.n {
			break
		}
		w, y, e := 1.0, float64(ns[j]), x.e[t]
		if media := previo.lambda * e; conBrotes && ns[j] >= 2 && y > media {
			if z := puntaje(int(ns[j]), media, m.phi[m.grupo[i]]*media); z > corteResiduo {
				w, k.brotes = corteResiduo*corteResiduo/(z*z), k.brotes+1
			}
		}
		k.y, k.e, cuadrados = k.y+w*y, k.e-(1-w)*e, cuadrados-e*e
		pesos = append(pesos, w)
	}
	k.prior, k.formaPrior = m.previo(i, k)
	lambda := (k.formaPrior + k.y) / (k.formaPrior/k.prior + k.e)
	k.s, k.m = lambda*lambda*cuadrados, lambda*k.e
	for j, w := range pesos {
		d := float64(ns[j]) - lambda*x.e[ts[j]]
		k.s += w * d * d
	}
}

// previo is the mean and the shape of the level of a cell before its own
// history is looked at.
func (m *modelo) previo(i int, k *nivelDe) (media, forma float64) {
	if m.pares != nil && k.historia > 0 {
		l := m.lugar[i]
		if g := m.pares.de(m, i); g.media > 0 {
			return g.media * m.base[l] / float64(k.historia), g.forma
		}
	}
	return max((k.y+0.5)/max(k.e, 1), 1e-6), 0.5
}

// pesada is a window of a cell, weighed.
type pesada struct {
	i, semanas, observados int
	media, varianza        float64
	movimiento             float64
	mediaPares             float64
	pHistoria, pPares      float64
	deHistoria, dePares    bool
	cuantosPares           int
}

// p is the chance against what it is weighed. What has no history of its own
// is weighed against the peers alone, and only where that is what is asked for.
func (e pesada) p(f Frente) float64 {
	switch {
	case f == APares && e.dePares:
		return e.pPares
	case f != APares && e.deHistoria: // of both, the peers are in what is expected
		return e.pHistoria
	}
	return 2 // nothing to weigh it against
}

// conHistoria says whether a cell has weeks enough of its own.
func (m *modelo) conHistoria(i int) bool {
	return m.n >= minHistoria && m.niveles[i].historia >= minHistoria
}

// probadas is how many cells are weighed.
func (m *modelo) probadas() int {
	n := 0
	for i := range m.celdas.de {
		if m.o.Frente == APares || m.conHistoria(i) {
			n++
		}
	}
	return n
}

// pesar weighs the last w weeks of a cell, which are window v.
func (m *modelo) pesar(i, v, w int) pesada {
	k, x := &m.niveles[i], m.indices[m.grupo[i]]
	desde := m.fin - w + 1
	e := pesada{i: i, semanas: w, observados: m.celdas.entre(i, desde, m.fin+1), deHistoria: m.conHistoria(i)}
	e.movimiento = 1
	casos := math.Inf(1)
	if m.pares != nil && m.o.Frente == Ambos {
		e.movimiento, casos = m.pares.movimiento(m, i, v)
	}
	e.media = k.lambda * x.entre(desde, m.fin+1) * e.movimiento
	e.varianza = k.phi*e.media + e.media*e.media*(1/k.forma+1/casos)
	if e.deHistoria {
		e.pHistoria = cola(e.observados, e.media, e.varianza)
	}
	if m.pares != nil {
		m.pares.pesar(m, &e, v, desde)
	}
	return e
}

func (m *modelo) medida(e pesada) Medida {
	k := m.niveles[e.i]
	x := Medida{
		Desde: Lunes(m.s0 + m.fin - e.semanas + 1), Hasta: Lunes(m.s0 + m.fin + 1).Sumar(-1), Semanas: e.semanas, Observados: e.observados,
		SemanasHistoria: min(k.historia, m.n), Brotes: k.brotes, Dispersion: valor(k.phi), MovimientoPares: valor(e.movimiento), P: millonesimas(1), PPares: millonesimas(1),
	}
	if e.deHistoria {
		x.Esperados, x.P = valor(e.media), millonesimas(e.pHistoria)
		x.Bajo, x.Alto = cuantil(0.025, e.media, e.varianza), cuantil(0.975, e.media, e.varianza)
	}
	if e.dePares {
		x.EsperadosPares, x.Pares, x.PPares = valor(e.mediaPares), e.cuantosPares, millonesimas(e.pPares)
	}
	return x
}

func valor(x float64) cantidad.Valor { return cantidad.Valor(math.Round(x * 100)) }

// millonesimas is a probability in millionths, rounded up.
func millonesimas(p float64) int { return int(math.Ceil(min(p, 1) * 1e6)) }
