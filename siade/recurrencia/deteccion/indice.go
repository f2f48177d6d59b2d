package deteccion

import "math"

// indice is what each week multiplies the level of a cell by: the trend and
// the season of its theme. Its mean over the history is one.
type indice struct {
	e []float64
	// suma and cuadrados are those of the weeks before each, so that those of a
	// span are a difference.
	suma, cuadrados []float64
}

func (x *indice) entre(a, b int) float64 { return x.suma[b] - x.suma[a] }

// The least history that a trend and a season are read from, in weeks, and the
// least petitions.
const (
	paraTendencia = 52
	paraTemporada = 78  // one wave a year
	paraOndas     = 104 // two
	paraIndice    = 200
	anio          = 365.25 / 7
	corteResiduo  = 2.58 // that of Noufaily et al.
)

// plano is an index that tells no week from another.
func plano(n int) *indice {
	e := make([]float64, n)
	for i := range e {
		e[i] = 1
	}
	return nuevoIndice(e)
}

func nuevoIndice(e []float64) *indice {
	x := &indice{e: e, suma: make([]float64, len(e)+1), cuadrados: make([]float64, len(e)+1)}
	for i, v := range e {
		x.suma[i+1], x.cuadrados[i+1] = x.suma[i]+v, x.cuadrados[i]+v*v
	}
	return x
}

// ajustar fits the weeks of a series, of which the first n are history, and
// gives the index of all of them.
func ajustar(y []float64, n int) *indice {
	total := 0.0
	for _, v := range y[:n] {
		total += v
	}
	if total < paraIndice || n < paraTendencia {
		return plano(len(y))
	}
	k := 2
	switch {
	case n >= paraOndas:
		k = 6
	case n >= paraTemporada:
		k = 4
	}
	w := make([]float64, n)
	for i := range w {
		w[i] = 1
	}
	var b []float64
	for range 3 {
		if b = regresion(y[:n], w, k); b == nil {
			return plano(len(y))
		}
		pesar(y[:n], w, b)
	}
	e, media := make([]float64, len(y)), 0.0
	for t := range e {
		e[t] = math.Exp(lineal(b, t, n) - b[0])
		if t < n {
			media += e[t]
		}
	}
	media /= float64(n)
	for t := range e {
		e[t] /= media
	}
	return nuevoIndice(e)
}

// covariables are those of a week: level, trend in years, and the season.
func covariables(k, t, n int) [6]float64 {
	x := [6]float64{1, (float64(t) - float64(n)/2) / anio}
	for i := 2; i < k; i += 2 {
		x[i+1], x[i] = math.Sincos(math.Pi * float64(i) * float64(t) / anio)
	}
	return x
}

// lineal is the logarithm of the mean of a week. Beyond the history the trend
// may double it or halve it, not more.
func lineal(b []float64, t, n int) float64 {
	x := covariables(len(b), t, n)
	s := b[1] * x[1]
	if t >= n {
		fin := covariables(len(b), n-1, n)[1]
		s = b[1]*fin + max(-math.Ln2, min(math.Ln2, b[1]*(x[1]-fin)))
	}
	for i, v := range b {
		if i != 1 {
			s += v * x[i]
		}
	}
	return s
}

// regresion fits the coefficients by iterated least squares; nil when it does
// not settle.
func regresion(y, w []float64, k int) []float64 {
	n, suma, pesos := len(y), 0.0, 0.0
	for t := range y {
		suma, pesos = suma+w[t]*y[t], pesos+w[t]
	}
	b := make([]float64, k)
	b[0] = math.Log(suma / pesos)
	for range 25 {
		var a ecuaciones
		for t := range y {
			x := covariables(k, t, n)
			eta := 0.0
			for i := range b {
				eta += b[i] * x[i]
			}
			mu := math.Exp(eta)
			z := eta + (y[t]-mu)/mu
			for i := range b {
				for j := range b {
					a[i][j] += w[t] * mu * x[i] * x[j]
				}
				a[i][6] += w[t] * mu * x[i] * z
			}
		}
		nuevo, cambio := resolver(&a, k), 0.0
		if nuevo == nil {
			return nil
		}
		for i := range b {
			cambio = max(cambio, math.Abs(nuevo[i]-b[i]))
		}
		if b = nuevo; cambio < 1e-8 {
			return b
		}
	}
	return nil
}

// ecuaciones are as many as coefficients; their constants come last.
type ecuaciones [6][7]float64

// resolver solves k equations by elimination; nil when they have no one
// solution.
func resolver(a *ecuaciones, k int) []float64 {
	for i := range k {
		p := i
		for j := i + 1; j < k; j++ {
			if math.Abs(a[j][i]) > math.Abs(a[p][i]) {
				p = j
			}
		}
		if math.Abs(a[p][i]) < 1e-12 {
			return nil
		}
		a[i], a[p] = a[p], a[i]
		for j := range k {
			if j == i {
				continue
			}
			f := a[j][i] / a[i][i]
			for c := range a[j] {
				a[j][c] -= f * a[i][c]
			}
		}
	}
	out := make([]float64, k)
	for i := range out {
		if out[i] = a[i][6] / a[i][i]; math.IsNaN(out[i]) || math.IsInf(out[i], 0) {
			return nil
		}
	}
	return out
}

// pesar gives less weight to the weeks that were outbreaks: those whose
// Anscombe residual is large.
func pesar(y, w, b []float64) {
	n := len(y)
	res, phi := make([]float64, n), 0.0
	for t := range y {
		mu := math.Exp(lineal(b, t, n))
		phi += w[t] * (y[t] - mu) * (y[t] - mu) / mu
		res[t] = 1.5 * (math.Pow(y[t], 2.0/3) - math.Pow(mu, 2.0/3)) / math.Pow(mu, 1.0/6)
	}
	phi = max(phi/float64(n-len(b)), 1)
	for t := range w {
		w[t] = 1
		if s := res[t] / math.Sqrt(phi); s > corteResiduo {
			w[t] = corteResiduo * corteResiduo / (s * s)
		}
	}
}
