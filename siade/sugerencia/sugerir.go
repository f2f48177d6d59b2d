package sugerencia

import (
	"cmp"
	"math"
	"slices"
)

// Sugerencia is how a petition would be classified.
type Sugerencia struct {
	Tipo, Tema, Servicio Opcion
	// Gravedad and Sensible count the signs of the text as well: what may be a
	// life at risk, or sensitive, is suggested long before it is likely, and its
	// confidence may be low.
	Gravedad, Sensible Opcion
}

// Opcion is what is suggested of one subject.
type Opcion struct {
	// Valor is the class, empty when nothing was learned of the subject.
	Valor string
	// Confianza is how often such a suggestion is right, in per cent.
	Confianza int
	// Otras are the next two classes.
	Otras []Otra
	// Palabras are those of the text that weighed most for it, at most five.
	Palabras []Peso
	// Signos are those found in the text, for the gravity and the sensitivity.
	Signos []string
}

// Otra is a class that was not suggested, with its confidence in per cent.
type Otra struct {
	Valor     string
	Confianza int
}

// Peso is a word, or a pair of them, and its share of what speaks for the
// suggestion, in per cent.
type Peso struct {
	Palabra string
	Peso    int
}

const (
	maxPalabras = 5
	maxOtras    = 2
)

// The settings of the model, chosen by cross-validation on the made-up set.
const (
	// suavizado is how many petitions like any other each class is taken to
	// have besides its own: words seen in few petitions say little.
	suavizado = 20
	// crece is the power of the number of words by which what they say together
	// is divided: those of one text are not independent.
	crece = 0.5
)

// ajuste is what differs by subject: how much the share of a class weighs, and
// by how much what is found is moderated so that the confidence fits how often
// it is right.
type ajuste struct{ previo, templanza float64 }

var ajustes = [blancos]ajuste{Tipo: {3, 2.3}, Tema: {3, 1.2}, Servicio: {3, 1.6}, Gravedad: {5, 1.6}, Sensible: {5, 1.2}}

// From how likely a life at risk, or something sensitive, is suggested: few
// are, so what the words say by themselves counts too, as if every class had
// as many petitions. About one in twelve of the others is told to be.
const (
	umbralVital     = 0.20
	umbralSensible  = 0.25
	umbralSinPrevio = 0.40
)

// Sugerir suggests how a petition would be classified. The same model and the
// same text give the same.
func (m *Modelo) Sugerir(c Caso) Sugerencia {
	ps := palabras(c.Texto)
	rs := unicos(c.rasgos(ps))
	signos := senalesDe(ps)
	s := Sugerencia{Tipo: m.opcion(Tipo, rs), Tema: m.opcion(Tema, rs), Servicio: m.opcion(Servicio, rs)}
	s.Gravedad = m.gravedad(rs, signos)
	s.Sensible = m.sensible(rs, signos)
	return s
}

// RiesgoVital is the class of gravity that signs of it lead to.
const RiesgoVital = "riesgo_vital"

func (m *Modelo) gravedad(rs []rasgo, ss []Senal) Opcion {
	e, sinPrevio := m.evaluar(Gravedad, rs)
	e.reforzar(RiesgoVital, ss, func(s Senal) bool { return s.Vital })
	if e.de(RiesgoVital) >= umbralVital || sinPrevio.de(RiesgoVital) >= umbralSinPrevio {
		e.preferir(RiesgoVital)
	}
	return e.opcion(m, rs)
}

func (m *Modelo) sensible(rs []rasgo, ss []Senal) Opcion {
	e, sinPrevio := m.evaluar(Sensible, rs)
	for _, s := range ss {
		if s.Sensible != "" {
			e.reforzar(s.Sensible, []Senal{s}, func(Senal) bool { return true })
		}
	}
	if 1-e.de(NoSensible) >= umbralSensible || len(sinPrevio.clases) > 0 && 1-sinPrevio.de(NoSensible) >= umbralSinPrevio {
		e.preferirOtra(NoSensible)
	}
	return e.opcion(m, rs)
}

func (m *Modelo) opcion(b Blanco, rs []rasgo) Opcion {
	e, _ := m.evaluar(b, rs)
	return e.opcion(m, rs)
}

// evaluacion is how likely each class of a subject is.
type evaluacion struct {
	blanco Blanco
	clases []evaluada // the likeliest first
	signos []string
}

type evaluada struct {
	id     uint16
	nombre string
	p      float64
}

// puntos adds up what the features say for each class of a subject: how much
// likelier each is in the class than out of it, in logarithms. It also says how
// many of them were ever seen.
func (m *Modelo) puntos(b Blanco, rs []rasgo) ([]float64, int) {
	clases, vistos := m.porB[b], 0
	out, fijo := make([]float64, len(clases)), make([]float64, len(clases))
	for j, id := range clases {
		de := float64(m.clases[id].n)
		fijo[j] = math.Log((float64(m.total[b]) - de + suavizado) / (de + suavizado))
	}
	for i := range rs {
		r, ok := m.raro(b, rs[i].clave)
		if !ok {
			continue
		}
		vistos++
		for j := range out {
			out[j] += r.ninguna + fijo[j]
		}
		for _, c := range m.cuenta[rs[i].clave] {
			if j := m.lugar[c.clase]; m.clases[c.clase].blanco == b {
				out[j] += r.de(c.n) - r.ninguna
			}
		}
	}
	return out, vistos
}

// rareza is how often a feature was seen with any class of a subject.
type rareza struct {
	n, fondo float64
	ninguna  float64 // what it says for the classes it was never seen in
}

func (m *Modelo) raro(b Blanco, k uint32) (rareza, bool) {
	n := int32(0)
	for _, c := range m.cuenta[k] {
		if m.clases[c.clase].blanco == b {
			n += c.n
		}
	}
	if n == 0 {
		return rareza{}, false
	}
	r := rareza{n: float64(n), fondo: suavizado * (float64(n) + 0.5) / (float64(m.total[b]) + 1)}
	r.ninguna = r.de(0)
	return r, true
}

// de is what it says for a class that it was seen in so many times, but for the
// sizes of the class and of the rest.
func (r *rareza) de(n int32) float64 {
	return math.Log((float64(n) + r.fondo) / (r.n - float64(n) + r.fondo))
}

// evaluar says how likely each class is, and how likely it would be if all had
// as many petitions.
func (m *Modelo) evaluar(b Blanco, rs []rasgo) (con, sin evaluacion) {
	con, sin = evaluacion{blanco: b}, evaluacion{blanco: b}
	if m.total[b] == 0 {
		return con, sin
	}
	puntos, vistos := m.puntos(b, rs)
	t := ajustes[b].templanza * math.Pow(float64(max(vistos, 1)), crece)
	total := float64(m.total[b])
	for j, id := range m.porB[b] {
		if n := float64(m.clases[id].n); n > 0 {
			previo := ajustes[b].previo * math.Log((n+0.5)/(total-n+0.5))
			con.clases = append(con.clases, evaluada{id, m.clases[id].nombre, (puntos[j] + previo) / t})
			sin.clases = append(sin.clases, evaluada{id, m.clases[id].nombre, puntos[j] / t})
		}
	}
	con.repartir()
	sin.repartir()
	return con, sin
}

// repartir turns points into likelihoods that add up to one.
func (e *evaluacion) repartir() {
	e.ordenar()
	suma, mayor := 0.0, e.clases[0].p
	for i := range e.clases {
		e.clases[i].p = math.Exp(e.clases[i].p - mayor)
		suma += e.clases[i].p
	}
	for i := range e.clases {
		e.clases[i].p /= suma
	}
}

func (e *evaluacion) ordenar() {
	slices.SortFunc(e.clases, func(x, y evaluada) int {
		return cmp.Or(cmp.Compare(y.p, x.p), cmp.Compare(x.nombre, y.nombre))
	})
}

// de is how likely a class is.
func (e *evaluacion) de(nombre string) float64 {
	for _, c := range e.clases {
		if c.nombre == nombre {
			return c.p
		}
	}
	return 0
}

// reforzar makes a class likelier by the signs of it; one that was never
// learned comes in with them.
func (e *evaluacion) reforzar(nombre string, ss []Senal, deElla func(Senal) bool) {
	queda := 1.0
	for _, s := range ss {
		if deElla(s) && !slices.Contains(e.signos, s.Dicha) {
			queda *= float64(100-s.Fuerza) / 100
			e.signos = append(e.signos, s.Dicha)
		}
	}
	if queda == 1 {
		return
	}
	i := slices.IndexFunc(e.clases, func(c evaluada) bool { return c.nombre == nombre })
	if i < 0 {
		i = len(e.clases)
		e.clases = append(e.clases, evaluada{sinClase, nombre, 0})
	}
	for j := range e.clases {
		p := e.clases[j].p * queda
		if j == i {
			p = 1 - (1-e.clases[j].p)*queda
		}
		e.clases[j].p = p
	}
	e.ordenar()
}

// sinClase is the place of a class that the model has not.
const sinClase = math.MaxUint16

// preferir puts a class first, however likely.
func (e *evaluacion) preferir(nombre string) {
	if i := slices.IndexFunc(e.clases, func(c evaluada) bool { return c.nombre == nombre }); i > 0 {
		c := e.clases[i]
		e.clases = slices.Insert(slices.Delete(e.clases, i, i+1), 0, c)
	}
}

// preferirOtra puts first the likeliest of the others.
func (e *evaluacion) preferirOtra(nombre string) {
	if len(e.clases) > 1 && e.clases[0].nombre == nombre {
		e.preferir(e.clases[1].nombre)
	}
}

func (e *evaluacion) opcion(m *Modelo, rs []rasgo) Opcion {
	if len(e.clases) == 0 {
		return Opcion{}
	}
	o := Opcion{Valor: e.clases[0].nombre, Confianza: porCiento(e.clases[0].p), Signos: e.signos}
	for _, c := range e.clases[1:min(1+maxOtras, len(e.clases))] {
		o.Otras = append(o.Otras, Otra{c.nombre, porCiento(c.p)})
	}
	o.Palabras = m.palabrasDe(e.blanco, e.clases[0].id, rs)
	return o
}

func porCiento(p float64) int { return int(math.Round(100 * p)) }

// palabrasDe are the words that speak most for a class.
func (m *Modelo) palabrasDe(b Blanco, id uint16, rs []rasgo) []Peso {
	if id == sinClase {
		return nil
	}
	type pesada struct {
		i int
		w float64
	}
	var ps []pesada
	suma, de := 0.0, float64(m.clases[id].n)
	fijo := math.Log((float64(m.total[b]) - de + suavizado) / (de + suavizado))
	for i := range rs {
		r, ok := m.raro(b, rs[i].clave)
		if !ok {
			continue
		}
		w := r.ninguna + fijo
		for _, c := range m.cuenta[rs[i].clave] {
			if c.clase == id {
				w = r.de(c.n) + fijo
			}
		}
		if w <= 0 {
			continue
		}
		suma += w
		if !rs[i].desconocer {
			ps = append(ps, pesada{i, w})
		}
	}
	slices.SortStableFunc(ps, func(x, y pesada) int { return cmp.Compare(y.w, x.w) })
	var out []Peso
	for _, p := range ps[:min(maxPalabras, len(ps))] {
		if n := porCiento(p.w / suma); n > 0 {
			out = append(out, Peso{rs[p.i].texto(), n})
		}
	}
	return out
}
