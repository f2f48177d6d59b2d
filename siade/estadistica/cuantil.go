package estadistica

import "github.com/operacion-abierta/operacion/siade"

// cuantil is the least number of days that a hundredth part p of the closings
// did not exceed, by the class it falls in; nil without closings.
func cuantil(histograma []int, p int) *int {
	total := 0
	for _, n := range histograma {
		total += n
	}
	if total == 0 {
		return nil
	}
	lugar, van := (total*p+99)/100, 0
	for i, n := range histograma {
		if van += n; van >= lugar {
			d := siade.DiasDe(i)
			return &d
		}
	}
	return nil
}
