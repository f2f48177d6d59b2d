package fecha

import (
	"errors"
	"fmt"
	"strconv"
	"time"
)

// ErrFecha is wrapped by every error about a text or a triple that is no date.
var ErrFecha = errors.New("not a civil date")

// Fecha is a civil date of the proleptic Gregorian calendar. Its zero value
// means "no date". Two dates are equal when == says so.
type Fecha struct {
	anio int16
	mes  uint8
	dia  uint8
}

// New returns the date of the given year (1 to 9999), month and day. The
// error wraps [ErrFecha] when there is no such day.
func New(anio int, mes time.Month, dia int) (Fecha, error) {
	if anio < 1 || anio > 9999 || mes < time.January || mes > time.December || dia < 1 || dia > DiasDelMes(anio, mes) {
		return Fecha{}, fmt.Errorf("%w: %d-%d-%d", ErrFecha, anio, mes, dia)
	}
	return Fecha{int16(anio), uint8(mes), uint8(dia)}, nil
}

// Parse reads a date written as AAAA-MM-DD, and nothing else. The error wraps
// [ErrFecha].
func Parse(s string) (Fecha, error) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return Fecha{}, fmt.Errorf("%w: want AAAA-MM-DD", ErrFecha)
	}
	a, ok1 := digitos(s[0:4])
	m, ok2 := digitos(s[5:7])
	d, ok3 := digitos(s[8:10])
	if !ok1 || !ok2 || !ok3 {
		return Fecha{}, fmt.Errorf("%w: want AAAA-MM-DD", ErrFecha)
	}
	return New(a, time.Month(m), d)
}

// MustParse is [Parse] for dates written in the source; it panics on a fault.
func MustParse(s string) Fecha {
	f, err := Parse(s)
	if err != nil {
		panic(err)
	}
	return f
}

func digitos(s string) (int, bool) {
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}

// DiasDelMes says how many days a month has.
func DiasDelMes(anio int, mes time.Month) int {
	switch mes {
	case time.April, time.June, time.September, time.November:
		return 30
	case time.February:
		if anio%4 == 0 && (anio%100 != 0 || anio%400 == 0) {
			return 29
		}
		return 28
	default:
		return 31
	}
}

// Anio is the year, 0 for the zero date.
func (f Fecha) Anio() int { return int(f.anio) }

// Mes is the month, 0 for the zero date.
func (f Fecha) Mes() time.Month { return time.Month(f.mes) }

// Dia is the day of the month, 0 for the zero date.
func (f Fecha) Dia() int { return int(f.dia) }

// IsZero says whether there is no date.
func (f Fecha) IsZero() bool { return f == Fecha{} }

// Ordinal counts days so that consecutive dates differ by one; 1970-01-01 is
// zero. It has no meaning for the zero date.
func (f Fecha) Ordinal() int {
	return int(time.Date(f.Anio(), f.Mes(), f.Dia(), 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

// DeOrdinal is the date whose [Fecha.Ordinal] is n.
func DeOrdinal(n int) Fecha {
	a, m, d := time.Unix(int64(n)*86400, 0).UTC().Date()
	return Fecha{int16(a), uint8(m), uint8(d)}
}

// Sumar is the date n natural days later, or earlier when n is negative.
func (f Fecha) Sumar(n int) Fecha { return DeOrdinal(f.Ordinal() + n) }

// Siguiente is the next natural day.
func (f Fecha) Siguiente() Fecha {
	if int(f.dia) < 28 {
		return Fecha{f.anio, f.mes, f.dia + 1}
	}
	return f.Sumar(1)
}

// DiaSemana is the day of the week.
func (f Fecha) DiaSemana() time.Weekday {
	return time.Date(f.Anio(), f.Mes(), f.Dia(), 0, 0, 0, 0, time.UTC).Weekday()
}

// Dias counts the natural days from f to g; negative when g is earlier.
func (f Fecha) Dias(g Fecha) int { return g.Ordinal() - f.Ordinal() }

// Compare orders dates; the zero date comes before every other.
func (f Fecha) Compare(g Fecha) int {
	a := int(f.anio)<<16 | int(f.mes)<<8 | int(f.dia)
	b := int(g.anio)<<16 | int(g.mes)<<8 | int(g.dia)
	return a - b
}

// Before says whether f comes before g.
func (f Fecha) Before(g Fecha) bool { return f.Compare(g) < 0 }

// After says whether f comes after g.
func (f Fecha) After(g Fecha) bool { return f.Compare(g) > 0 }

// AppendText writes the date as AAAA-MM-DD, and nothing for the zero date.
func (f Fecha) AppendText(b []byte) ([]byte, error) {
	if f.IsZero() {
		return b, nil
	}
	a := int(f.anio)
	return append(b, byte('0'+a/1000), byte('0'+a/100%10), byte('0'+a/10%10), byte('0'+a%10), '-',
		'0'+f.mes/10, '0'+f.mes%10, '-', '0'+f.dia/10, '0'+f.dia%10), nil
}

// String is the date as AAAA-MM-DD, empty for the zero date.
func (f Fecha) String() string {
	b, _ := f.AppendText(make([]byte, 0, 10))
	return string(b)
}

var meses = [...]string{"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"}

// EnPalabras is the date as letters write it: "1 de octubre de 2022"; empty for
// the zero date.
func (f Fecha) EnPalabras() string {
	if f.IsZero() {
		return ""
	}
	return strconv.Itoa(f.Dia()) + " de " + meses[f.mes-1] + " de " + strconv.Itoa(f.Anio())
}

// MarshalText writes the date as AAAA-MM-DD.
func (f Fecha) MarshalText() ([]byte, error) { return f.AppendText(make([]byte, 0, 10)) }

// UnmarshalText reads what MarshalText writes; the empty text is the zero date.
func (f *Fecha) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*f = Fecha{}
		return nil
	}
	g, err := Parse(string(b))
	if err != nil {
		return err
	}
	*f = g
	return nil
}
