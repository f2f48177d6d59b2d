package campana

import (
	"fmt"
	"slices"
	"time"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/identificador"
)

// Erogacion is a payment as the monthly record of spending asks for it: the
// eight data of LGCS art. 33, beside the campaign and the document.
type Erogacion struct {
	Partida     string            `json:"partida" doc:"I. Partida de gasto afectada" example:"36101"`
	Fecha       fecha.Fecha       `json:"fecha" doc:"II. Fecha de la erogación" example:"2026-11-20"`
	Descripcion string            `json:"descripcion" doc:"III. Descripción del servicio contratado" example:"Transmisión de anuncios de 30 segundos"`
	Unidad      string            `json:"unidad_medida" doc:"IV. Unidad de medida" example:"anuncio"`
	Cantidad    int               `json:"cantidad" doc:"V. Unidades de medida contratadas" example:"240"`
	Costo       int               `json:"costo_unitario" doc:"VI. Costo unitario contratado, en centavos" example:"2500000"`
	Monto       int               `json:"monto" doc:"VII. Monto total erogado en centavos, con IVA; negativo si es un reintegro" example:"696000000"`
	Nombre      string            `json:"nombre" doc:"VIII. Persona contratada" example:"Televisora del Sol, S.A. de C.V."`
	RFC         identificador.RFC `json:"rfc" doc:"VIII. RFC de la persona contratada" example:"TSO000101AB1"`
	Campana     string            `json:"campana" doc:"Folio de la campaña"`
	Documento   string            `json:"documento" doc:"Documento del pago" example:"CLC 4471"`
}

// RegistroMensual lists the payments of the campaign dated in a month, in order
// of date: by date of payment, so what was accrued and not paid stays out
// (LGCS art. 33). Refunds come with a negative amount.
func RegistroMensual(r Campana, anio int, mes time.Month) []Erogacion {
	var out []Erogacion
	for _, m := range r.Movimientos {
		if !m.eroga() || m.Fecha.Anio() != anio || m.Fecha.Mes() != mes {
			continue
		}
		e := Erogacion{Fecha: m.Fecha, Monto: m.Monto, Campana: r.Folio, Documento: m.Documento}
		if m.Tipo == Reintegro {
			e.Monto = -m.Monto
		}
		if l := m.Renglon; l != nil {
			e.Partida, e.Descripcion, e.Unidad, e.Cantidad, e.Costo = l.Partida, l.Concepto, l.Unidad, l.Cantidad, l.Costo
			if p := l.Proveedor; p != nil {
				e.Nombre, e.RFC = p.Nombre, p.RFC
			}
		}
		out = append(out, e)
	}
	slices.SortStableFunc(out, func(a, b Erogacion) int { return a.Fecha.Compare(b.Fecha) })
	return out
}

// eroga says whether money left the Institute or came back.
func (m Movimiento) eroga() bool { return m.Tipo == Pago || m.Tipo == Reintegro }

// MesRegistrado is a month whose payments were entered in the public system.
type MesRegistrado struct {
	Anio        int         `json:"anio" doc:"Año" example:"2026"`
	Mes         int         `json:"mes" doc:"Mes" example:"11"`
	Acuse       string      `json:"acuse" doc:"Acuse del Sistema Público" example:"COMSOC-2026-11-0042"`
	Fecha       fecha.Fecha `json:"fecha" doc:"Día del registro" example:"2026-12-08"`
	Erogaciones []Erogacion `json:"erogaciones" doc:"Lo que se registró"`
	Secuencia   int         `json:"secuencia" doc:"Evento que lo capturó"`
}

// mesClave names a month as its clock does: "2026-11".
func mesClave(anio int, mes time.Month) string { return fmt.Sprintf("%04d-%02d", anio, int(mes)) }

// MesesPendientes lists the months, "2026-11", with payments that no monthly
// record holds yet; a payment captured after the record of its month makes it
// pending again.
func (r Campana) MesesPendientes() []string {
	var out []string
	for _, m := range r.Movimientos {
		k := mesClave(m.Fecha.Anio(), m.Fecha.Mes())
		if m.eroga() && !slices.Contains(out, k) && !r.registrado(k, m.Secuencia) {
			out = append(out, k)
		}
	}
	slices.Sort(out)
	return out
}

// registrado says whether the month was recorded after an event.
func (r Campana) registrado(clave string, secuencia int) bool {
	return slices.ContainsFunc(r.Meses, func(m MesRegistrado) bool {
		return mesClave(m.Anio, time.Month(m.Mes)) == clave && m.Secuencia > secuencia
	})
}

// finDeMes is the last day of a month named by its clock; the zero date for
// anything else.
func finDeMes(clave string) fecha.Fecha {
	f, err := fecha.Parse(clave + "-01")
	if err != nil {
		return fecha.Fecha{}
	}
	return f.Sumar(fecha.DiasDelMes(f.Anio(), f.Mes()) - 1)
}
