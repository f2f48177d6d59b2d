package cantidad

import (
	"strconv"

	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/forma"
)

// Centesimas is a rate in hundredths of a per cent: 10000 is the whole.
// In JSON it is a number of per cent with at most two decimals.
type Centesimas int

// Entero is the whole: one hundred per cent.
const Entero Centesimas = 10000

// FormaJSON says that it is a number from 0 to 100 with at most two decimals.
func (Centesimas) FormaJSON() forma.Forma { return numero(0, 100) }

// Valor is a measured value in hundredths of its unit: 1250 is 12.5 days,
// patients or pesos. In JSON it is a number with at most two decimals.
type Valor int

// MaxValor is the largest value, either side of zero.
const MaxValor Valor = 1_000_000_000_00

// Cabe says whether the value is not beyond the largest.
func (v Valor) Cabe() bool { return v <= MaxValor && v >= -MaxValor }

// FormaJSON says what it is in JSON.
func (Valor) FormaJSON() forma.Forma { return numero(-float64(MaxValor)/100, float64(MaxValor)/100) }

var dosDecimales = falla.Regla{Codigo: "demasiados-decimales", Es: "Debe ser un número con dos decimales a lo más.", En: "It must be a number with at most two decimals."}

func numero(min, max float64) forma.Forma {
	paso := 0.01
	return forma.Forma{Tipo: "number", Minimo: &min, Maximo: &max, Multiplo: &paso, Regla: dosDecimales}
}

// MarshalJSON writes per cent: 3350 is 33.5.
func (c Centesimas) MarshalJSON() ([]byte, error) { return escribir(int64(c)), nil }

// UnmarshalJSON reads a number of per cent with at most two decimals.
func (c *Centesimas) UnmarshalJSON(b []byte) error {
	n, err := leer(b)
	*c = Centesimas(n)
	return err
}

// MarshalJSON writes the number: 1250 is 12.5.
func (v Valor) MarshalJSON() ([]byte, error) { return escribir(int64(v)), nil }

// UnmarshalJSON reads a number with at most two decimals.
func (v *Valor) UnmarshalJSON(b []byte) error {
	n, err := leer(b)
	*v = Valor(n)
	return err
}

// String is the value with its decimals: "12.5".
func (v Valor) String() string { return string(escribir(int64(v))) }

// String is the rate in per cent: "33.5".
func (c Centesimas) String() string { return string(escribir(int64(c))) }

func escribir(n int64) []byte {
	var b []byte
	if n < 0 {
		b, n = append(b, '-'), -n
	}
	b = strconv.AppendInt(b, n/100, 10)
	if d := n % 100; d != 0 {
		b = append(b, '.', byte('0'+d/10))
		if d%10 != 0 {
			b = append(b, byte('0'+d%10))
		}
	}
	return b
}

func leer(b []byte) (int64, error) {
	n, err := strconv.ParseFloat(string(b), 64)
	if err != nil {
		return 0, err
	}
	v := n * 100
	c := int64(v + 0.5)
	if v < 0 {
		c = int64(v - 0.5)
	}
	// Both are the nearest float to what was written, if it has two decimals: a
	// difference allowed would be too small for large values, or too large.
	if float64(c)/100 != n {
		return 0, strconv.ErrSyntax
	}
	return c, nil
}
