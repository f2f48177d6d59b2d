package estadistica

import "math"

// diezmil is the unit of the limits of a count: ten-thousandths of a case.
const diezmil = 10000

// exactos are the exact limits of Poisson, at 95 %, of counts under ten, where
// Byar's approximation is not good enough: half of the quantiles of chi-square
// with 2n and 2n+2 degrees of freedom.
var exactos = [...][2]int64{
	{0, 36889}, {253, 55716}, {2422, 72247}, {6187, 87673}, {10899, 102416}, {16235, 116683}, {22019, 130595}, {28144, 144227}, {34538, 157632}, {41154, 170848},
}

// z is the quantile of the normal distribution for an interval of 95 %.
const z = 1.959963985

// poisson95 gives the limits, in ten-thousandths of a case, within which the
// count expected lies with a confidence of 95 % when n were counted: those of
// Poisson, exact under ten and by Byar's approximation from ten on (Breslow and
// Day, Statistical methods in cancer research II, IARC 1987; Office for Health
// Improvement and Disparities, Public health technical guidance, Rates).
func poisson95(n int) (inferior, superior int64) {
	if n < len(exactos) {
		return exactos[n][0], exactos[n][1]
	}
	o := float64(n)
	return int64(math.Floor(byar(o, -z) * diezmil)), int64(math.Ceil(byar(o+1, z) * diezmil))
}

// byar is Byar's limit of a count. Its products are rounded one by one, so that
// every machine gives the same.
func byar(o, z float64) float64 {
	x := 1 - 1/(9*o) + z/(3*math.Sqrt(o))
	return float64(o * float64(x*float64(x*x)))
}
