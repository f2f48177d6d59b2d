package deteccion

import "math"

// A count with a mean and a variance not below it is taken for negative
// binomial, or Poisson where both are the same.

// logP is the logarithm of the probability of exactly k.
func logP(k int, media, varianza float64) float64 {
	x := float64(k)
	factorial, _ := math.Lgamma(x + 1)
	if varianza <= media*(1+1e-9) {
		return x*math.Log(media) - media - factorial
	}
	r := media * media / (varianza - media)
	a, _ := math.Lgamma(x + r)
	b, _ := math.Lgamma(r)
	return a - b - factorial + r*math.Log(media/varianza) + x*math.Log1p(-media/varianza)
}

// razon is the probability of k+1 over that of k.
func razon(k int, media, varianza float64) float64 {
	x := float64(k)
	if varianza <= media*(1+1e-9) {
		return media / (x + 1)
	}
	r := media * media / (varianza - media)
	return (x + r) / (x + 1) * (1 - media/varianza)
}

// cola is the probability of k or more.
func cola(k int, media, varianza float64) float64 {
	switch {
	case k <= 0:
		return 1
	case media <= 0:
		return 0
	case float64(k) > media: // the terms fall from here on
		t := math.Exp(logP(k, media, varianza))
		s := t
		for i := k; t > s*1e-16; i++ {
			t *= razon(i, media, varianza)
			s += t
		}
		return min(s, 1)
	}
	t := math.Exp(logP(k-1, media, varianza))
	s := t
	for i := k - 1; i > 0 && t > s*1e-16; i-- {
		t /= razon(i-1, media, varianza)
		s += t
	}
	return max(1-s, 0)
}

// puntaje is how many deviations of the normal a count lies above its mean: by
// the middle of its probability, so that the steps of small counts are not
// taken for surprise.
func puntaje(k int, media, varianza float64) float64 {
	p := cola(k+1, media, varianza) + math.Exp(logP(k, media, varianza))/2
	return math.Sqrt2 * math.Erfcinv(2*min(max(p, 1e-300), 1))
}

// cuantil is the least count that is not passed with probability p.
func cuantil(p, media, varianza float64) int {
	bajo, alto := 0, 1
	for cola(alto+1, media, varianza) > 1-p {
		bajo, alto = alto+1, alto*2
	}
	for bajo < alto {
		if m := (bajo + alto) / 2; cola(m+1, media, varianza) > 1-p {
			bajo = m + 1
		} else {
			alto = m
		}
	}
	return bajo
}
