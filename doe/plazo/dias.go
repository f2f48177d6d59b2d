package plazo

import (
	"math/bits"
	"slices"

	"github.com/operacion-abierta/operacion/doe/fecha"
)

// The first and last day that the calendars reach, and their ordinals.
var (
	primerDia = fecha.MustParse("1900-01-01")
	ultimoDia = fecha.MustParse("2200-12-31")
	primero   = primerDia.Ordinal()
	ultimo    = ultimoDia.Ordinal()
)

// enRango says whether the calendars reach a day.
func enRango(f fecha.Fecha) bool { return !f.Before(primerDia) && !f.After(ultimoDia) }

// dias is the set of days that count, a bit for each, with how many there are
// before each word: counting and finding take no walk. A nil set holds every
// day. Days are ordinals of [fecha.Fecha].
type dias struct {
	bits  []uint64
	antes []int32
}

// todos is a set of every day as a value that can be changed.
func todos() *dias {
	n := ultimo - primero + 1
	d := &dias{bits: make([]uint64, (n+63)/64), antes: make([]int32, (n+63)/64)}
	for i := range n {
		d.bits[i/64] |= 1 << (i % 64)
	}
	return d
}

// quitar takes the days from..to out, both included; sumar must follow.
func (d *dias) quitar(desde, hasta int) {
	for o := max(desde, primero); o <= min(hasta, ultimo); o++ {
		i := o - primero
		d.bits[i/64] &^= 1 << (i % 64)
	}
}

// sumar writes the running totals anew.
func (d *dias) sumar() {
	n := int32(0)
	for i, w := range d.bits {
		d.antes[i] = n
		n += int32(bits.OnesCount64(w))
	}
}

// menos is a copy of the set without the days of the suspensions.
func (d *dias) menos(ss []Suspension) *dias {
	c := &dias{bits: slices.Clone(d.bits), antes: make([]int32, len(d.antes))}
	for _, s := range ss {
		if s.Desde.IsZero() || s.Hasta.IsZero() {
			continue
		}
		c.quitar(s.Desde.Ordinal(), s.Hasta.Ordinal())
	}
	c.sumar()
	return c
}

// cuenta says whether a day counts.
func (d *dias) cuenta(o int) bool {
	if o < primero || o > ultimo {
		return false
	}
	i := o - primero
	return d == nil || d.bits[i/64]>>(i%64)&1 == 1
}

// hasta is how many days count up to a day, it included.
func (d *dias) hasta(o int) int {
	if o < primero {
		return 0
	}
	i := min(o, ultimo) - primero
	if d == nil {
		return i + 1
	}
	return int(d.antes[i/64]) + bits.OnesCount64(d.bits[i/64]<<(63-i%64))
}

// enesimo is the n-th day that counts, from 1; false when there are not so
// many.
func (d *dias) enesimo(n int) (int, bool) {
	if d == nil {
		return primero + n - 1, n >= 1 && primero+n-1 <= ultimo
	}
	if n < 1 || n > d.hasta(ultimo) {
		return 0, false
	}
	a, b := 0, len(d.antes) // the word wanted is in [a, b)
	for b-a > 1 {
		if m := (a + b) / 2; int(d.antes[m]) < n {
			a = m
		} else {
			b = m
		}
	}
	w := d.bits[a]
	for range n - int(d.antes[a]) - 1 {
		w &= w - 1
	}
	return primero + a*64 + bits.TrailingZeros64(w), true
}

// avanzar is the day on which n counted days have passed after o, leaving out
// those under a pause; false when a pause without end comes first, or the end
// of the calendar.
func (d *dias) avanzar(o, n int, pausas []Pausa) (int, bool) {
	for {
		p, hay := proxima(pausas, o)
		libres := d.hasta(p.ini-1) - d.hasta(o)
		if !hay || libres >= n {
			return d.enesimo(d.hasta(o) + n)
		}
		if p.abierta {
			return 0, false
		}
		n -= libres
		o = p.fin
	}
}
