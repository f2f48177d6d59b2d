package deteccion

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

// The expected values are those of the closed forms, not of this code.
func TestTheTailOfACountIsExact(t *testing.T) {
	assert.InDelta(t, 1-math.Exp(-2), cola(1, 2, 2), 1e-12, "Poisson")
	assert.InDelta(t, 1-math.Exp(-2)*(1+2+2), cola(3, 2, 2), 1e-12)
	// A negative binomial of shape one is geometric: the tail is a power.
	for _, k := range []int{1, 2, 5, 40} {
		assert.InEpsilon(t, math.Pow(3.0/4, float64(k)), cola(k, 3, 12), 1e-9)
	}
	assert.InDelta(t, 0.5, cola(10000, 10000, 10000), 0.01, "a large mean does not underflow")
	assert.Equal(t, []float64{1, 0}, []float64{cola(0, 3, 4), cola(2, 0, 0)})
}

func TestTheQuantileIsTheLeastThatIsNotPassed(t *testing.T) {
	for _, p := range []float64{0.025, 0.5, 0.975} {
		for _, m := range []float64{0.2, 3, 250} {
			k := cuantil(p, m, 1.4*m)
			assert.LessOrEqual(t, cola(k+1, m, 1.4*m), 1-p)
			assert.True(t, k == 0 || cola(k, m, 1.4*m) > 1-p)
		}
	}
}

func TestTheScoreIsThatOfTheNormalInTheMiddle(t *testing.T) {
	assert.InDelta(t, 0, puntaje(10000, 10000, 10000), 0.01)
	assert.InDelta(t, 3, puntaje(10300, 10000, 10000), 0.05)
	assert.Less(t, puntaje(1, 0.05, 0.05), corteResiduo, "one where few are expected is no outbreak")
}

func TestOfManyTestsFewAreKept(t *testing.T) {
	xs := []Hallazgo{{p: 0.03}, {p: 0.0001}, {p: 0.004}, {p: 0.9}}
	ys := descubrir(xs, 10, 0.05)
	// 0.0001 <= 0.05/10 and 0.004 <= 2*0.05/10; 0.03 > 3*0.05/10.
	assert.Len(t, ys, 2)
	assert.EqualValues(t, 10, ys[0].Q)
	assert.EqualValues(t, 200, ys[1].Q)
	assert.Empty(t, descubrir([]Hallazgo{{p: 0.04}}, 1000, 0.05))
}
