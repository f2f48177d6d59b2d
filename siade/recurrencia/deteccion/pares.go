package deteccion

import "math"

// Peers are the places of the same kind with a volume near one's own: those of
// the same octave and of the two beside it.

// minPares is the least number of peers that say something.
const minPares = 5

// sumaPares are sums over places of one class, for one matter.
type sumaPares struct {
	y, y2v float64    // petitions of the history, and their squares over the volume
	obs    [4]float64 // petitions by window
	esp    [4]float64 // those that the history of each gives
}

// sumaLugares are sums over places of one class, whatever the matter.
type sumaLugares struct {
	cuantos float64
	v, v2   float64
	volumen [4]float64
}

type claseLugar struct {
	clase  string
	octava int
}

type porPares struct {
	clase   []claseLugar // of each place
	lugares map[claseLugar]*sumaLugares
	sumas   map[claseGrupo]*sumaPares
	todas   []claseLugar // for who has too few of its class
	cache   map[claseGrupo]*reunion
	propias []sumaPares // by cell
}

type claseGrupo struct {
	claseLugar
	grupo int32
}

// reunion are the sums of a class and those beside it.
type reunion struct {
	ls sumaLugares
	gs sumaPares
}

// gamma is how petitions per petition of volume spread among places.
type gamma struct {
	media, forma float64
}

func (m *modelo) reunir(grupos int) *porPares {
	p := &porPares{lugares: map[claseLugar]*sumaLugares{}, sumas: map[claseGrupo]*sumaPares{}, cache: map[claseGrupo]*reunion{}}
	for i, l := range m.lugares.de {
		k := claseLugar{octava: int(math.Floor(math.Log2(m.base[i] + 8)))}
		if m.o.Clase != nil && l.Unidad != "" {
			k.clase = m.o.Clase(l.Unidad)
		}
		s := p.lugares[k]
		if s == nil {
			s = &sumaLugares{}
			p.lugares[k], p.todas = s, append(p.todas, k)
		}
		s.cuantos, s.v, s.v2 = s.cuantos+1, s.v+m.base[i], s.v2+m.base[i]*m.base[i]
		for v, n := range m.volumen[i] {
			s.volumen[v] += float64(n)
		}
		p.clase = append(p.clase, k)
	}
	p.propias = make([]sumaPares, len(m.celdas.de))
	for i := range m.celdas.de {
		l := m.lugar[i]
		x := &p.propias[i]
		if x.y = float64(m.celdas.entre(i, 0, m.n)); x.y > 0 {
			x.y2v = x.y * x.y / m.base[l]
		}
		for v, n := range m.obs[i] {
			x.obs[v] = float64(n)
		}
		k := claseGrupo{p.clase[l], m.grupo[i]}
		if p.sumas[k] == nil {
			p.sumas[k] = &sumaPares{}
		}
		p.sumas[k].mas(x, 1)
	}
	return p
}

func (s *sumaPares) mas(o *sumaPares, signo float64) {
	s.y, s.y2v = s.y+signo*o.y, s.y2v+signo*o.y2v
	for v := range s.obs {
		s.obs[v], s.esp[v] = s.obs[v]+signo*o.obs[v], s.esp[v]+signo*o.esp[v]
	}
}

// reunida sums the peers of a class in a matter: all places when the class has
// too few.
func (p *porPares) reunida(k claseGrupo) (ls sumaLugares, gs sumaPares) {
	tomar := func(c claseLugar) {
		if l := p.lugares[c]; l != nil {
			ls.cuantos, ls.v, ls.v2 = ls.cuantos+l.cuantos, ls.v+l.v, ls.v2+l.v2
			for v := range ls.volumen {
				ls.volumen[v] += l.volumen[v]
			}
		}
		if g := p.sumas[claseGrupo{c, k.grupo}]; g != nil {
			gs.mas(g, 1)
		}
	}
	for d := -1; d <= 1; d++ {
		tomar(claseLugar{k.clase, k.octava + d})
	}
	if ls.cuantos <= minPares {
		ls, gs = sumaLugares{}, sumaPares{}
		for _, c := range p.todas {
			tomar(c)
		}
	}
	return ls, gs
}

// de is how a matter spreads among the peers of a cell, by moments; of shape
// zero when there are too few.
func (p *porPares) de(m *modelo, i int) gamma {
	l := m.lugar[i]
	ls, gs := p.deOtros(m, i)
	if ls.cuantos < minPares || ls.v <= 0 || gs.y <= 0 {
		return gamma{}
	}
	s := gs.y / ls.v
	exceso := gs.y2v - 2*s*gs.y + s*s*ls.v - (ls.cuantos-1)*s
	tau := max(exceso/(ls.v-(ls.v2-m.base[l]*m.base[l])/ls.v), 0)
	return gamma{s, min(max(s*s/max(tau, 1e-12), 0.5), 50)}
}

// deOtros sums the peers of a cell, itself left out.
func (p *porPares) deOtros(m *modelo, i int) (sumaLugares, sumaPares) {
	l := m.lugar[i]
	k := claseGrupo{p.clase[l], m.grupo[i]}
	r := p.cache[k]
	if r == nil {
		r = &reunion{}
		r.ls, r.gs = p.reunida(k)
		p.cache[k] = r
	}
	ls, gs := r.ls, r.gs
	gs.mas(&p.propias[i], -1)
	ls.cuantos, ls.v = ls.cuantos-1, ls.v-m.base[l]
	for v, n := range m.volumen[l] {
		ls.volumen[v] -= float64(n)
	}
	return ls, gs
}

// esperar adds what the history of each cell gives in the windows.
func (p *porPares) esperar(m *modelo) {
	clear(p.cache)
	for i := range m.niveles {
		k, x := &m.niveles[i], m.indices[m.grupo[i]]
		if k.historia < minHistoria {
			continue
		}
		for v, w := range ventanas {
			if desde := m.fin - w + 1; desde >= m.n {
				p.propias[i].esp[v] = k.lambda * x.entre(desde, m.fin+1)
				p.sumas[claseGrupo{p.clase[m.lugar[i]], m.grupo[i]}].esp[v] += p.propias[i].esp[v]
			}
		}
	}
}

// freno is how many petitions, as expected, the movement of the peers is held
// back by.
const freno = 5

// movimiento is how much more the peers of a cell gave in a window than their
// own histories would, never less than one, and on how many petitions it rests.
func (p *porPares) movimiento(m *modelo, i, v int) (veces, casos float64) {
	ls, gs := p.deOtros(m, i)
	if v < 0 || ls.cuantos < minPares {
		return 1, math.Inf(1)
	}
	return max((gs.obs[v]+freno)/(gs.esp[v]+freno), 1), gs.obs[v] + freno
}

// pesar weighs a window of a cell against its peers over the same weeks.
func (p *porPares) pesar(m *modelo, e *pesada, v, desde int) {
	l := m.lugar[e.i]
	ls, gs := p.deOtros(m, e.i)
	if ls.cuantos < minPares {
		return
	}
	volumen, otros := ls.v, gs.y
	var propio float64
	if v >= 0 {
		volumen, propio, otros = ls.volumen[v], float64(m.volumen[l][v]), gs.obs[v]
	} else { // a window that is none of ours: as their history
		propio = float64(m.lugares.entre(int(l), desde, m.fin+1))
	}
	if volumen <= 0 {
		return
	}
	// One more petition, at the share of the history, keeps what nobody else
	// has told from being impossible.
	parte := (gs.y + 0.5) / (ls.v + 1)
	parte = (otros + 1) / (volumen + 1/parte)
	if historia := m.niveles[e.i].historia; historia > 0 {
		// Of the rest of what it is told, which this matter does not swell.
		suyo := max(propio-float64(e.observados), m.base[l]/float64(historia)*float64(e.semanas))
		e.mediaPares = suyo * parte / (1 - min(parte, 0.5))
	} else {
		e.mediaPares = propio * parte // a new place: of all that it is told
	}
	forma := 1/max(p.de(m, e.i).forma, 0.5) + 1/(otros+0.5)
	e.dePares, e.cuantosPares = true, int(ls.cuantos)
	e.pPares = cola(e.observados, e.mediaPares, e.mediaPares+e.mediaPares*e.mediaPares*forma)
}
