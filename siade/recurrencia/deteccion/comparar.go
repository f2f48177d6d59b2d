package deteccion

import "math"

// The least weeks and petitions that a comparison takes.
const (
	minSemanasDespues = 4
	minParaComparar   = 5
)

// significativo is the chance below which a difference is told.
const significativo = 0.05

// Comparar says whether a cell improved from one measure to another, both of
// the same history. That it fell is told by the exact test of two Poisson
// counts given their sum, its spread allowed for.
func Comparar(antes, despues Medida) Veredicto {
	suma := antes.Observados + despues.Observados
	if despues.Semanas < minSemanasDespues || suma < minParaComparar || antes.Esperados <= 0 || despues.Esperados <= 0 {
		return DatosInsuficien
	}
	parte := float64(despues.Esperados) / float64(antes.Esperados+despues.Esperados)
	phi := max(float64(despues.Dispersion)/100, 1)
	n := max(int(math.Round(float64(suma)/phi)), 1)
	k := int(math.Round(float64(despues.Observados) / phi))
	bajo := binomialHasta(k, n, parte) < significativo
	sobre := float64(despues.P) < significativo*1e6
	switch {
	case bajo && !sobre:
		return Mejoro
	case bajo:
		return MejoroEnParte
	case !sobre && float64(antes.Observados)/float64(antes.Esperados) > float64(despues.Observados)/float64(despues.Esperados) && suma < 4*minParaComparar:
		return DatosInsuficien // it fell, and too few petitions tell whether by chance
	}
	return SinMejora
}

// binomialHasta is the probability of k or fewer of n.
func binomialHasta(k, n int, p float64) float64 {
	s := 0.0
	for i := range min(k, n) + 1 {
		a, _ := math.Lgamma(float64(n + 1))
		b, _ := math.Lgamma(float64(i + 1))
		c, _ := math.Lgamma(float64(n - i + 1))
		s += math.Exp(a - b - c + float64(i)*math.Log(p) + float64(n-i)*math.Log1p(-p))
	}
	return min(s, 1)
}
