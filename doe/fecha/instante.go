package fecha

import (
	"errors"
	"fmt"
	"time"
	_ "time/tzdata" // the rules of America/Mexico_City travel with the program
)

// ErrInstante is wrapped by every error about a text that is no instant.
var ErrInstante = errors.New("not an instant")

// zona is where civil days are reckoned: America/Mexico_City.
var zona = func() *time.Location {
	l, err := time.LoadLocation("America/Mexico_City")
	if err != nil {
		panic(err)
	}
	return l
}()

// formato is RFC 3339 in UTC with exactly six decimals.
const formato = "2006-01-02T15:04:05.000000Z"

// Instante is a moment in microseconds since 1970-01-01T00:00:00Z. Zero means
// "no instant".
type Instante int64

// De cuts a time to the microsecond; the zero time gives no instant.
func De(t time.Time) Instante {
	if t.IsZero() {
		return 0
	}
	return Instante(t.UnixMicro())
}

// ParseInstante reads an RFC 3339 text. The error wraps [ErrInstante].
func ParseInstante(s string) (Instante, error) {
	t, err := time.Parse(time.RFC3339Nano, s)
	if err != nil {
		return 0, fmt.Errorf("%w: want RFC 3339", ErrInstante)
	}
	return De(t), nil
}

// IsZero says whether there is no instant.
func (i Instante) IsZero() bool { return i == 0 }

// Time is the instant as a time in UTC.
func (i Instante) Time() time.Time {
	if i == 0 {
		return time.Time{}
	}
	return time.UnixMicro(int64(i)).UTC()
}

// Dia is the civil day of the instant in America/Mexico_City.
func (i Instante) Dia() Fecha {
	if i == 0 {
		return Fecha{}
	}
	a, m, d := time.UnixMicro(int64(i)).In(zona).Date()
	return Fecha{int16(a), uint8(m), uint8(d)}
}

// Hora is the time elapsed since midnight in America/Mexico_City as the clock
// on the wall tells it.
func (i Instante) Hora() time.Duration {
	h, m, s := time.UnixMicro(int64(i)).In(zona).Clock()
	return time.Duration(h)*time.Hour + time.Duration(m)*time.Minute + time.Duration(s)*time.Second
}

// Inicio is the first instant of a civil day in America/Mexico_City.
func (f Fecha) Inicio() Instante {
	return De(time.Date(f.Anio(), f.Mes(), f.Dia(), 0, 0, 0, 0, zona))
}

// Sumar is the instant d later.
func (i Instante) Sumar(d time.Duration) Instante { return i + Instante(d.Microseconds()) }

// String is the instant in RFC 3339, UTC, six decimals; empty for none.
func (i Instante) String() string {
	if i == 0 {
		return ""
	}
	return i.Time().Format(formato)
}

// AppendText writes what String gives.
func (i Instante) AppendText(b []byte) ([]byte, error) {
	if i == 0 {
		return b, nil
	}
	return i.Time().AppendFormat(b, formato), nil
}

// MarshalText writes what String gives.
func (i Instante) MarshalText() ([]byte, error) { return i.AppendText(make([]byte, 0, len(formato))) }

// UnmarshalText reads RFC 3339; the empty text is no instant.
func (i *Instante) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*i = 0
		return nil
	}
	j, err := ParseInstante(string(b))
	if err != nil {
		return err
	}
	*i = j
	return nil
}
