package plan

import (
	"math/big"

	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/fecha"
)

// Programado is the progress due on a day: that of the last close of the
// calendar that is not after it, all of it from the last date on. A line
// without a calendar is due evenly, day by day, from its first to its last.
func (l Linea) Programado(dia fecha.Fecha) cantidad.Centesimas {
	m := l.Medida
	if m == nil || len(m.Calendario) == 0 {
		return parejo(l.Inicio, l.Fin, dia)
	}
	var out cantidad.Centesimas
	for k, h := range m.Calendario {
		if h.Periodo.Hasta().After(dia) {
			break
		}
		out = m.debido(k)
	}
	return out
}

// debido is the progress due at the k-th close of the calendar.
func (m Medida) debido(k int) cantidad.Centesimas {
	if m.Sentido == Mantener {
		return cantidad.Centesimas((k + 1) * int(cantidad.Entero) / len(m.Calendario))
	}
	return m.tasa(m.Calendario[k].Valor)
}

// parejo is the share of a span of days gone by at the end of a day.
func parejo(desde, hasta, dia fecha.Fecha) cantidad.Centesimas {
	switch {
	case dia.Before(desde):
		return 0
	case !dia.Before(hasta):
		return cantidad.Entero
	}
	return cantidad.Centesimas(int(cantidad.Entero) * (desde.Dias(dia) + 1) / (desde.Dias(hasta) + 1))
}

// tasa is how far a value is from the baseline to the target, held between
// nothing and the whole.
func (m Medida) tasa(v cantidad.Valor) cantidad.Centesimas {
	n := m.alcance(v)
	return Acotar(cantidad.Centesimas(min(n, int64(cantidad.Entero))))
}

// alcance is how far a value goes, in hundredths of a per cent, never under
// zero. What is left over is dropped.
func (m Medida) alcance(v cantidad.Valor) int64 {
	n, d := big.NewInt(int64(v)-int64(m.LineaBase)), int64(m.Meta)-int64(m.LineaBase)
	if d == 0 {
		if m.Sentido.Alcanza(v, m.Meta) {
			return int64(cantidad.Entero)
		}
		return 0
	}
	n.Mul(n, big.NewInt(int64(cantidad.Entero)))
	return max(n.Quo(n, big.NewInt(d)).Int64(), 0)
}

// Alcance is the share of the target that a value reaches, in per cent: never
// above 100 unless the measure declares that it may exceed its target.
func (m Medida) Alcance(v cantidad.Valor) cantidad.Valor {
	n := m.alcance(v)
	if !m.Excede {
		n = min(n, int64(cantidad.Entero))
	}
	return cantidad.Valor(min(n, int64(cantidad.MaxValor)))
}

// Conserva says whether a value to be kept lies within its tolerance.
func (m Medida) Conserva(v cantidad.Valor) bool {
	return v >= m.Meta-m.Tolerancia && v <= m.Meta+m.Tolerancia
}

// Avance is the progress that the values measured up to a day prove, between
// nothing and the whole: that of the last one or, of a value to be kept, the
// share of the calendar's closes at which it was kept.
func (m Medida) Avance(cortes []Corte, dia fecha.Fecha) cantidad.Centesimas {
	if m.Sentido == Mantener {
		return m.conservado(cortes, dia)
	}
	var ultimo fecha.Fecha
	var out cantidad.Centesimas
	for _, c := range cortes {
		if h := c.Periodo.Hasta(); !h.After(dia) && !h.Before(ultimo) {
			ultimo, out = h, m.tasa(c.Valor)
		}
	}
	return out
}

func (m Medida) conservado(cortes []Corte, dia fecha.Fecha) cantidad.Centesimas {
	if len(m.Calendario) == 0 {
		return 0
	}
	n := 0
	for _, h := range m.Calendario {
		cierre := h.Periodo.Hasta()
		if cierre.After(dia) {
			break
		}
		medido := false
		for _, c := range cortes {
			if c.Periodo.Hasta() == cierre {
				medido = m.Conserva(c.Valor)
			}
		}
		if medido {
			n++
		}
	}
	return cantidad.Centesimas(n * int(cantidad.Entero) / len(m.Calendario))
}
