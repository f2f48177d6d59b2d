package campana

import (
	"slices"
	"time"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// The movements of money. Nothing moves before the authorisation of who
// decides, nor bears an earlier date; what is paid stays within what was
// accrued, that within what was committed, and that within what is planned, at
// the end of every day.
var (
	// Comprometer obliges the Institute to pay: a contract, an order.
	Comprometer = movimiento(Compromiso, "comprometer", "Comprometer", "Registra el contrato o la orden que obliga al pago de un renglón.", comprometer, ejecuta)
	// Liberar takes back what was committed and will not be spent.
	Liberar = movimiento(Liberacion, "liberar", "Liberar compromiso", "Devuelve al renglón lo comprometido que ya no se ejercerá.", nil, ejecuta)
	// Devengar accepts the service: the division of the medium checks that it
	// went out.
	Devengar = movimiento(Devengo, "devengar", "Devengar", "Da por recibido el servicio y reconoce lo que se debe.", devengar, vigila, "comunicacion.ordenes:validar")
	// Pagar notes a payment, on its own date.
	Pagar = movimiento(Pago, "pagar", "Registrar pago", "Registra un pago con su fecha y su documento.", nil, sigue)
	// Reintegrar notes a payment that the provider gave back.
	Reintegrar = movimiento(Reintegro, "reintegrar", "Registrar reintegro", "Registra lo pagado de más que el proveedor devolvió.", nil, sigue)
)

// reglasDe are the rules of a movement on its line, beside the common ones.
type reglasDe func(r Campana, l Linea, e Gasto, c *tramite.Contexto, f *falla.Fallas)

func movimiento(tipo TipoMovimiento, nombre, titulo, dice string, propias reglasDe, fs ...doe.Facultad) tramite.Acto[Campana, Gasto] {
	return tramite.Acto[Campana, Gasto]{
		Nombre: nombre, Titulo: titulo, Descripcion: dice, De: abierta, Facultades: fs, Alcance: doe.Linea,
		Validar: func(r Campana, e Gasto, c *tramite.Contexto, f *falla.Fallas) {
			l, ok := r.revisarGasto(tipo, e, c, f)
			if ok && propias != nil {
				propias(r, l, e, c, f)
			}
		},
		Fijar: func(r Campana, e *Gasto, _ *tramite.Contexto) {
			l, ok := r.EnVigencia().linea(e.Linea)
			if !ok {
				return
			}
			if l.Proveedor = r.proveedor(l); l.Proveedor == nil {
				l.Proveedor = e.Proveedor
			}
			e.Renglon = &l
		},
		Aplicar: func(r *Campana, e Gasto, s tramite.Suceso) {
			r.Movimientos = append(r.Movimientos, Movimiento{
				Linea: e.Linea, Tipo: tipo, Fecha: e.Fecha, Documento: e.Documento, Monto: e.Monto, Renglon: e.Renglon,
				Secuencia: s.Secuencia, Por: s.Actor.Sub,
			})
		},
		Ejemplo: Gasto{Linea: "L1", Fecha: fecha.MustParse("2026-11-20"), Documento: "CLC 4471", Monto: 69_600_000},
	}
}

// revisarGasto checks what every movement must keep, and gives its line.
func (r Campana) revisarGasto(tipo TipoMovimiento, e Gasto, c *tramite.Contexto, f *falla.Fallas) (Linea, bool) {
	a, ok := r.autorizada()
	if f.Si(!ok, ReglaNuncaAutorizada, "body") {
		return Linea{}, false
	}
	f.Si(e.Fecha.After(c.Hoy()), ReglaFechaFutura, "body.fecha")
	f.Si(e.Fecha.Before(a.Fecha), ReglaNuncaAutorizada, "body.fecha")
	l, hay := r.EnVigencia().linea(e.Linea)
	if f.Si(!hay, ReglaReferencia, "body.linea") {
		return Linea{}, false
	}
	ms := append(r.deLinea(e.Linea), Movimiento{Linea: e.Linea, Tipo: tipo, Fecha: e.Fecha, Monto: e.Monto})
	pago, devengo, compromiso := cuadra(r.tope(l), ms)
	f.Si(!compromiso, ReglaCompromiso, "body.monto")
	f.Si(!devengo, ReglaDevengo, "body.monto")
	f.Si(!pago, ReglaPago, "body.monto")
	return l, true
}

// tope is what a line may be committed to: what the version in force plans, and
// no more than a change being decided would leave it.
func (r Campana) tope(l Linea) int {
	cambio, _ := r.Contenido.linea(l.Clave)
	return min(l.Planeado(), cambio.Planeado())
}

func comprometer(r Campana, l Linea, e Gasto, _ *tramite.Contexto, f *falla.Fallas) {
	a, ok := r.Vigente()
	f.Si(!ok || !a.Hasta.IsZero() && e.Fecha.After(a.Hasta), ReglaSinAutorizar, "body.fecha")
	p := r.proveedor(l)
	f.Si(p == nil && e.Proveedor == nil || p != nil && e.Proveedor != nil && p.RFC != e.Proveedor.RFC, ReglaProveedor, "body.proveedor")
	revisarProveedor(e.Proveedor, f, "body.proveedor.rfc")
	if d, hay := r.EnVigencia().difusion(l.Difusion); hay {
		f.Si(!r.conTiempo(d), ReglaTiempoOficial, "body.linea")
	}
}

func devengar(r Campana, l Linea, e Gasto, c *tramite.Contexto, f *falla.Fallas) {
	f.Si(slices.ContainsFunc(r.deLinea(e.Linea), func(m Movimiento) bool { return m.Tipo == Compromiso && m.Por == c.Actor.Sub }), ReglaDosPersonas, "body")
	d, hay := r.EnVigencia().difusion(l.Difusion)
	if !hay {
		return
	}
	v := d.Medio.def().Verifica
	f.Si(r.Clase == Externa && v != "" && v != c.Actor.Unidad, ReglaVerifica, "body.linea")
	f.Si(!slices.ContainsFunc(r.Publicaciones, func(p Publicacion) bool { return p.Difusion == d.Clave && !p.Desde.After(e.Fecha) }), ReglaSinTestigo, "body.linea")
}

// RegistrarMes notes that the payments of a month were entered in the public
// system that the law asks for (LGCS art. 33).
var RegistrarMes = tramite.Acto[Campana, RegistroMes]{
	Nombre: "registrar-mes", Titulo: "Registrar mes", Descripcion: "Deja constancia, con su acuse, de que los pagos de un mes se registraron en el Sistema Público.",
	De: abierta, Facultades: doe.Alguna("comunicacion.ordenes:registrar", vigila), Alcance: doe.Linea,
	Validar: func(r Campana, e RegistroMes, c *tramite.Contexto, f *falla.Fallas) {
		k := mesClave(e.Anio, time.Month(e.Mes))
		f.Si(!slices.Contains(r.MesesPendientes(), k) || !e.Fecha.After(finDeMes(k)), ReglaMes, "body.mes")
		f.Si(e.Fecha.After(c.Hoy()), ReglaFechaFutura, "body.fecha")
	},
	Fijar: func(r Campana, e *RegistroMes, _ *tramite.Contexto) {
		e.Erogaciones = RegistroMensual(r, e.Anio, time.Month(e.Mes))
	},
	Aplicar: func(r *Campana, e RegistroMes, s tramite.Suceso) {
		r.Meses = append(r.Meses, MesRegistrado{e.Anio, e.Mes, e.Acuse, e.Fecha, e.Erogaciones, s.Secuencia})
	},
	Ejemplo: RegistroMes{Anio: 2026, Mes: 11, Acuse: "COMSOC-2026-11-0042", Fecha: fecha.MustParse("2026-12-08")},
}
