package plazo

import (
	"fmt"
	"strconv"

	"github.com/operacion-abierta/operacion/doe/fecha"
)

// Contar counts a term from desde, the day of presentation, day by day. The
// count starts on the next counted day (LFPA art. 17-B); a last day that does
// not count moves the end to the next that does (LFPA art. 29). While a pause
// without end stops the clock, Vence is zero and the last step is that pause.
// The error wraps [ErrTermino] or [ErrRango].
func (c *Calendarios) Contar(t Termino, desde fecha.Fecha, o Opciones) (Computo, error) {
	k, err := c.preparar(t, desde, &o)
	if err != nil {
		return Computo{}, err
	}
	x := contador{c: c, t: t, o: o, cuenta: k, marcas: k.marcas(t.Clase, desde)}
	for d := desde.Siguiente(); !d.After(ultimoDia); d = d.Siguiente() {
		switch x.dia(d) {
		case vencido:
			return Computo{Vence: d, Derivacion: x.pasos}, nil
		case detenido:
			return Computo{Derivacion: x.pasos}, nil
		}
	}
	return Computo{}, fmt.Errorf("%w: end", ErrRango)
}

// contador walks the days of one term. It asks of each day alone whether it
// counts, so that it checks the sums that [Calendarios.Vence] takes.
type contador struct {
	c *Calendarios
	t Termino
	o Opciones
	cuenta
	marcas map[int]Paso // of months and years, by natural days passed
	van    int          // days counted
	pasos  []Paso
}

// fase is where the clock stands after a day.
type fase uint8

const (
	corriendo fase = iota
	detenido
	vencido
)

// dia takes the next day of the walk.
func (x *contador) dia(d fecha.Fecha) fase {
	for _, p := range x.o.Pausas {
		if p.cubre(d) {
			x.paso(d, 0, "pausa: "+p.Motivo)
			if p.Hasta.IsZero() {
				return detenido
			}
			return corriendo
		}
	}
	o := d.Ordinal()
	final := x.rueda.cuenta(o)
	switch {
	case x.van == x.total && final:
		x.paso(d, 0, "vence el siguiente día hábil")
		return vencido
	case x.van < x.total && x.dias.cuenta(o):
		return x.contado(d, final)
	default:
		x.paso(d, 0, x.c.motivo(x.t.Calendario, d, x.o.Ambito, x.o.Reglas))
		return corriendo
	}
}

// contado takes a day that counts; final says whether it may be the last.
func (x *contador) contado(d fecha.Fecha, final bool) fase {
	x.van++
	m, hay := x.marcas[x.van]
	switch x.t.Clase {
	case Habiles:
		m, hay = Paso{Cuenta: x.van, Motivo: "día hábil"}, true
	case Naturales:
		m, hay = Paso{Cuenta: x.van, Motivo: "día natural"}, true
	}
	if x.van < x.total {
		if hay {
			x.paso(d, m.Cuenta, m.Motivo)
		}
		return corriendo
	}
	if final {
		x.paso(d, m.Cuenta, m.Motivo)
		return vencido
	}
	x.paso(d, m.Cuenta, m.Motivo+", pero no puede vencer en "+x.c.motivo(x.t.Calendario, d, x.o.Ambito, x.o.Reglas))
	return corriendo
}

func (x *contador) paso(d fecha.Fecha, n int, motivo string) {
	x.pasos = append(x.pasos, Paso{d, n, motivo})
}

// marcas are the days, counted from desde, that complete each month or year.
func (k cuenta) marcas(clase Clase, desde fecha.Fecha) map[int]Paso {
	if clase != Meses && clase != Anios {
		return nil
	}
	m, _ := clase.medida()
	out := make(map[int]Paso, k.n)
	for i := 1; i <= k.n; i++ {
		f := enMeses(desde, i*mesesDe(clase))
		motivo := m.uno + " " + strconv.Itoa(i)
		if f.Dia() != desde.Dia() {
			motivo += ": no hay día " + strconv.Itoa(desde.Dia()) + ", pasa al primero del mes siguiente"
		}
		out[desde.Dias(f)] = Paso{Cuenta: i, Motivo: motivo}
	}
	return out
}
