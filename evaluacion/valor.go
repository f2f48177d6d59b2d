package evaluacion

import (
	"github.com/operacion-abierta/operacion/doe/forma"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Valor is a measurement of an indicator in hundredths of its unit: 1250 is
// 12.5 days, patients or per cent. In JSON it is a number with at most two
// decimals.
type Valor int

// MaxValor is the largest measurement, either side of zero.
const MaxValor Valor = 1_000_000_000_00

// FormaJSON says what it is in JSON.
func (Valor) FormaJSON() forma.Forma {
	max, paso := float64(MaxValor)/100, 0.01
	min := -max
	return forma.Forma{Tipo: "number", Minimo: &min, Maximo: &max, Multiplo: &paso}
}

// MarshalJSON writes the number: 1250 is 12.5.
func (v Valor) MarshalJSON() ([]byte, error) { return tramite.Centesimas(v).MarshalJSON() }

// UnmarshalJSON reads a number with at most two decimals.
func (v *Valor) UnmarshalJSON(b []byte) error {
	return (*tramite.Centesimas)(v).UnmarshalJSON(b)
}

// alcanza says whether the value reaches the goal.
func (s Sentido) alcanza(v, meta Valor) bool {
	if s == Descendente {
		return v <= meta
	}
	return v >= meta
}

// mejora says whether the value is better than the base.
func (s Sentido) mejora(v, base Valor) bool {
	if s == Descendente {
		return v < base
	}
	return v > base
}
