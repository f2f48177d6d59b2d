package campana

import (
	"cmp"
	"slices"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
)

// TipoMovimiento is what a movement does to the money of a line.
type TipoMovimiento string

// The movements.
const (
	Compromiso TipoMovimiento = "compromiso"
	Liberacion TipoMovimiento = "liberacion"
	Devengo    TipoMovimiento = "devengo"
	Pago       TipoMovimiento = "pago"
	Reintegro  TipoMovimiento = "reintegro"
)

// DefMovimiento says how a movement moves each balance: +1, 0 or -1 times its
// amount.
type DefMovimiento struct {
	vocabulario.Voz[TipoMovimiento]
	Comprometido, Devengado, Pagado int
}

// DefMovimientos lists the movements.
func DefMovimientos() []DefMovimiento {
	f := conf("momentos contables del gasto")
	return []DefMovimiento{
		{vocabulario.Voz[TipoMovimiento]{Clave: Compromiso, Nombre: "Compromiso", Descripcion: "Contrato, pedido u orden que obliga al pago.", Fuente: f}, 1, 0, 0},
		{vocabulario.Voz[TipoMovimiento]{Clave: Liberacion, Nombre: "Liberación", Descripcion: "Compromiso que ya no se ejercerá.", Fuente: f}, -1, 0, 0},
		{vocabulario.Voz[TipoMovimiento]{Clave: Devengo, Nombre: "Devengo", Descripcion: "Servicio recibido de conformidad, por pagar.", Fuente: fn("7.1.2.3.1/7")}, 0, 1, 0},
		{vocabulario.Voz[TipoMovimiento]{Clave: Pago, Nombre: "Pago", Descripcion: "Erogación.", Fuente: lgcs("art. 33")}, 0, 0, 1},
		{vocabulario.Voz[TipoMovimiento]{Clave: Reintegro, Nombre: "Reintegro", Descripcion: "Pago indebido que el proveedor devuelve; deja de estar devengado.", Fuente: f}, 0, -1, -1},
	}
}

// TiposMovimiento lists the movements as a vocabulary.
func TiposMovimiento() vocabulario.Tabla[TipoMovimiento] {
	var out vocabulario.Tabla[TipoMovimiento]
	for _, d := range DefMovimientos() {
		out = append(out, d.Voz)
	}
	return out
}

// ParseTipoMovimiento reads a movement. The error wraps [vocabulario.ErrDesconocida].
func ParseTipoMovimiento(s string) (TipoMovimiento, error) { return TiposMovimiento().Parse(s) }

var movimientos = DefMovimientos()

// Movimiento is a dated fact of the money of a line, with its document.
type Movimiento struct {
	Linea     string         `json:"linea" doc:"Renglón de presupuesto" example:"L1"`
	Tipo      TipoMovimiento `json:"tipo" doc:"Movimiento" example:"pago"`
	Fecha     fecha.Fecha    `json:"fecha" doc:"Fecha del movimiento" example:"2026-11-20"`
	Documento string         `json:"documento" doc:"Documento que lo prueba" example:"CLC 4471"`
	// Monto is in centavos, with tax.
	Monto int `json:"monto" doc:"Importe en centavos, con IVA" example:"69600000"`
	// Renglon is the line as it was in force then, with its provider.
	Renglon *Linea `json:"renglon,omitempty" doc:"Renglón como estaba en vigor, con su proveedor"`
	// Secuencia is the event that captured it, and Por who did.
	Secuencia int    `json:"secuencia" doc:"Evento que lo capturó" example:"14"`
	Por       string `json:"por" doc:"Quién lo capturó"`
}

// Saldo is the money of a line or of the campaign, in centavos with tax.
type Saldo struct {
	Planeado     int `json:"planeado" doc:"Importe planeado en centavos" example:"696000000"`
	Comprometido int `json:"comprometido" doc:"Importe comprometido en centavos" example:"696000000"`
	Devengado    int `json:"devengado" doc:"Importe devengado en centavos" example:"348000000"`
	Pagado       int `json:"pagado" doc:"Importe pagado en centavos" example:"348000000"`
}

func (s *Saldo) mover(m Movimiento) {
	for _, d := range movimientos {
		if d.Clave == m.Tipo {
			s.Comprometido += d.Comprometido * m.Monto
			s.Devengado += d.Devengado * m.Monto
			s.Pagado += d.Pagado * m.Monto
		}
	}
}

// Saldado says whether all that was committed was accrued and paid.
func (s Saldo) Saldado() bool { return s.Comprometido == s.Devengado && s.Devengado == s.Pagado }

// Saldo is the money of a line of the version in force.
func (r Campana) Saldo(linea string) Saldo {
	l, _ := r.EnVigencia().linea(linea)
	s := Saldo{Planeado: l.Planeado()}
	for _, m := range r.Movimientos {
		if m.Linea == linea {
			s.mover(m)
		}
	}
	return s
}

// Total is the money of the campaign; planned is that of the version in force.
func (r Campana) Total() Saldo {
	s := Saldo{Planeado: r.EnVigencia().Planeado()}
	for _, m := range r.Movimientos {
		s.mover(m)
	}
	return s
}

func (r Campana) deLinea(linea string) []Movimiento {
	return slices.DeleteFunc(slices.Clone(r.Movimientos), func(m Movimiento) bool { return m.Linea != linea })
}

// cuadra says whether the movements of a line keep, at the end of every day,
// paid within accrued, accrued within committed and committed within planned;
// the three answers are about each in that order.
func cuadra(planeado int, ms []Movimiento) (pago, devengo, compromiso bool) {
	ms = slices.Clone(ms)
	slices.SortStableFunc(ms, func(a, b Movimiento) int { return cmp.Compare(a.Fecha.Compare(b.Fecha), 0) })
	pago, devengo, compromiso = true, true, true
	s := Saldo{Planeado: planeado}
	for i, m := range ms {
		s.mover(m)
		if i+1 < len(ms) && ms[i+1].Fecha == m.Fecha {
			continue
		}
		pago = pago && 0 <= s.Pagado && s.Pagado <= s.Devengado
		devengo = devengo && s.Devengado <= s.Comprometido
		compromiso = compromiso && s.Comprometido <= s.Planeado
	}
	return pago, devengo, compromiso
}

// proveedor is who was hired for a line: the one of its first commitment, else
// the one foreseen.
func (r Campana) proveedor(l Linea) *Proveedor {
	for _, m := range r.Movimientos {
		if m.Linea == l.Clave && m.Renglon != nil && m.Renglon.Proveedor != nil {
			return m.Renglon.Proveedor
		}
	}
	return l.Proveedor
}
