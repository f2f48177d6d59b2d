package campana_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/operacion-abierta/operacion/comunicacion/campana"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// TestMoneyNeverPassesItsBounds tries movements of any size, date and order:
// whatever is let through keeps the bounds at the end of every day.
func TestMoneyNeverPassesItsBounds(t *testing.T) {
	base := enDifusion(t).r
	planeado := base.EnVigencia().Lineas[0].Planeado()
	actos := []struct {
		acto  tramite.Acto[campana.Campana, campana.Gasto]
		quien doe.Actor
		signo [3]int // committed, accrued, paid
	}{
		{campana.Comprometer, difusion, [3]int{1, 0, 0}},
		{campana.Liberar, difusion, [3]int{-1, 0, 0}},
		{campana.Devengar, masivos, [3]int{0, 1, 0}},
		{campana.Pagar, difusion, [3]int{0, 0, 1}},
		{campana.Reintegrar, difusion, [3]int{0, -1, -1}},
	}
	signos := map[campana.TipoMovimiento][3]int{"compromiso": actos[0].signo, "liberacion": actos[1].signo, "devengo": actos[2].signo, "pago": actos[3].signo, "reintegro": actos[4].signo}
	hechos := map[string]int{}
	rapid.Check(t, func(rt *rapid.T) {
		r := base
		for range 25 {
			a := rapid.SampledFrom(actos).Draw(rt, "acto")
			dia := f("2026-10-12").Sumar(rapid.IntRange(-40, 40).Draw(rt, "dia"))
			e := campana.Gasto{Linea: "L1", Fecha: dia, Documento: "D", Monto: 1 + rapid.IntRange(0, 4).Draw(rt, "partes")*100_000_000, Proveedor: proveedor}
			h, err := tramite.Ejecutar(campana.Campanas, r, a.acto, e, contexto(a.quien, "2026-11-30"))
			if err != nil {
				continue
			}
			hechos[a.acto.Nombre]++
			r = h.Registro
			comprobar(rt, r, planeado, signos)
		}
	})
	require.Len(t, hechos, len(actos), "some movement was never let through")
}

// comprobar recomputes the balances day by day, apart from the package.
func comprobar(t require.TestingT, r campana.Campana, planeado int, signos map[campana.TipoMovimiento][3]int) {
	for dia := f("2026-08-01"); dia.Before(f("2026-12-31")); dia = dia.Siguiente() {
		com, dev, pag := hasta(r, dia, signos)
		require.True(t, 0 <= pag && pag <= dev && dev <= com && com <= planeado, "%s: %d %d %d of %d", dia, com, dev, pag, planeado)
	}
	com, dev, pag := hasta(r, f("2027-12-31"), signos)
	require.Equal(t, campana.Saldo{Planeado: planeado, Comprometido: com, Devengado: dev, Pagado: pag}, r.Saldo("L1"))
	require.Equal(t, r.Saldo("L1"), r.Total())
	mensual := 0
	for mes := f("2026-08-01"); mes.Before(f("2027-01-01")); mes = mes.Sumar(fecha.DiasDelMes(mes.Anio(), mes.Mes())) {
		for _, e := range campana.RegistroMensual(r, mes.Anio(), mes.Mes()) {
			mensual += e.Monto
			require.Equal(t, proveedor.RFC, e.RFC)
		}
	}
	require.Equal(t, pag, mensual, "the monthly records add up to what was paid")
}

func hasta(r campana.Campana, dia fecha.Fecha, signos map[campana.TipoMovimiento][3]int) (com, dev, pag int) {
	for _, m := range r.Movimientos {
		if !m.Fecha.After(dia) {
			s := signos[m.Tipo]
			com, dev, pag = com+s[0]*m.Monto, dev+s[1]*m.Monto, pag+s[2]*m.Monto
		}
	}
	return com, dev, pag
}

func TestTheMonthlyRecordGoesByTheDateOfPayment(t *testing.T) {
	k := enDifusion(t)
	haz(k, masivos, "2026-10-20", campana.Devengar, gasto("2026-10-20", 500))
	haz(k, difusion, "2026-11-05", campana.Pagar, gasto("2026-11-05", 300))
	haz(k, difusion, "2026-12-02", campana.Reintegrar, gasto("2026-12-01", 100))
	require.Empty(t, campana.RegistroMensual(k.r, 2026, 10), "accrued and unpaid stays out")
	require.Equal(t, []campana.Erogacion{{
		Partida: "36101", Fecha: f("2026-11-05"), Descripcion: "Transmisión de anuncios de 30 segundos", Unidad: "anuncio", Cantidad: 240,
		Costo: 2_500_000, Monto: 300, Nombre: proveedor.Nombre, RFC: proveedor.RFC, Campana: k.r.Folio, Documento: "DOC-1",
	}}, campana.RegistroMensual(k.r, 2026, 11))
	require.Equal(t, -100, campana.RegistroMensual(k.r, 2026, 12)[0].Monto)
	require.Empty(t, campana.RegistroMensual(k.r, 2025, 11))
}

func TestEachMovementOfMoneyKeepsItsRule(t *testing.T) {
	k := autorizada(t)
	sin := func(dia string, n int) campana.Gasto { g := gasto(dia, n); g.Proveedor = nil; return g }
	rechaza(k, difusion, "2026-09-10", campana.Comprometer, gasto("2026-09-11", 1), campana.ReglaFechaFutura, "body.fecha")
	rechaza(k, difusion, "2026-09-10", campana.Comprometer, gasto("2026-08-31", 1), campana.ReglaNuncaAutorizada, "body.fecha")
	rechaza(k, difusion, "2026-09-10", campana.Comprometer, gasto("2026-09-10", 696_000_001), campana.ReglaCompromiso, "body.monto")
	rechaza(k, difusion, "2026-09-10", campana.Comprometer, sin("2026-09-10", 1), campana.ReglaProveedor, "body.proveedor")
	mal := gasto("2026-09-10", 1)
	mal.Proveedor = &campana.Proveedor{RFC: "XXX", Nombre: "Nadie"}
	rechaza(k, difusion, "2026-09-10", campana.Comprometer, mal, campana.ReglaRFC, "body.proveedor.rfc")
	niega(k, masivos, "2026-09-10", campana.Comprometer, gasto("2026-09-10", 1), falla.Prohibida)
	haz(k, difusion, "2026-09-10", campana.RegistrarTiempos, campana.TiempoOficial{Difusion: "tv1", Oficio: "U", Fecha: f("2026-09-01"), Respuesta: "R", Respondio: f("2026-09-09"), Hubo: true})
	rechaza(k, difusion, "2026-09-10", campana.Comprometer, gasto("2026-09-10", 1), campana.ReglaTiempoOficial, "body.linea")
	haz(k, difusion, "2026-09-11", campana.RegistrarTiempos, sinTiempo("tv1"))
	haz(k, difusion, "2026-09-11", campana.Comprometer, gasto("2026-09-11", 696_000_000))
	rechaza(k, difusion, "2026-09-11", campana.Comprometer, gasto("2026-09-11", 1), campana.ReglaCompromiso, "body.monto")
	otro := gasto("2026-09-11", 1)
	otro.Proveedor = empresa
	rechaza(k, difusion, "2026-09-11", campana.Comprometer, otro, campana.ReglaProveedor, "body.proveedor")
	rechaza(k, masivos, "2026-09-12", campana.Devengar, sin("2026-09-12", 1), campana.ReglaSinTestigo, "body.linea")
	haz(k, difusion, "2026-10-12", campana.Difundir, salida("tv1", "2026-10-05", "2026-10-11"))
	rechaza(k, digitales, "2026-10-12", campana.Devengar, sin("2026-10-12", 1), campana.ReglaVerifica, "body.linea")
	rechaza(k, editorial, "2026-10-12", campana.Devengar, sin("2026-10-12", 1), campana.ReglaVerifica, "body.linea")
	misma := masivos
	misma.Sub = difusion.Sub
	rechaza(k, misma, "2026-10-12", campana.Devengar, sin("2026-10-12", 1), campana.ReglaDosPersonas, "body")
	rechaza(k, masivos, "2026-10-12", campana.Devengar, sin("2026-10-12", 696_000_001), campana.ReglaDevengo, "body.monto")
	haz(k, masivos, "2026-10-12", campana.Devengar, sin("2026-10-12", 300))
	rechaza(k, difusion, "2026-10-13", campana.Pagar, sin("2026-10-13", 301), campana.ReglaPago, "body.monto")
	rechaza(k, difusion, "2026-10-13", campana.Pagar, sin("2026-10-11", 300), campana.ReglaPago, "body.monto")
	haz(k, difusion, "2026-10-13", campana.Pagar, sin("2026-10-13", 300))
	rechaza(k, difusion, "2026-10-13", campana.Liberar, sin("2026-10-13", 695_999_701), campana.ReglaDevengo, "body.monto")
	rechaza(k, difusion, "2026-10-14", campana.Reintegrar, sin("2026-10-14", 301), campana.ReglaPago, "body.monto")
	haz(k, difusion, "2026-10-14", campana.Reintegrar, sin("2026-10-14", 100))
	require.Equal(t, campana.Saldo{Planeado: 696_000_000, Comprometido: 696_000_000, Devengado: 200, Pagado: 200}, k.r.Saldo("L1"))
	rechaza(k, masivos, "2026-10-31", campana.RegistrarMes, campana.RegistroMes{Anio: 2026, Mes: 10, Acuse: "A", Fecha: f("2026-10-31")}, campana.ReglaMes, "body.mes")
	rechaza(k, masivos, "2026-11-03", campana.RegistrarMes, campana.RegistroMes{Anio: 2026, Mes: 9, Acuse: "A", Fecha: f("2026-11-03")}, campana.ReglaMes, "body.mes")
}

func TestACommitmentHeedsTheChangeBeingDecided(t *testing.T) {
	k := autorizada(t)
	haz(k, difusion, "2026-09-05", campana.Modificar, campana.Modificacion{Motivo: "Menos televisión y otro objetivo", Contenido: con(func(c *campana.Contenido) {
		c.Objetivos, c.Lineas[0].Cantidad = []string{"Otro"}, 120
	})})
	rechaza(k, difusion, "2026-09-06", campana.Comprometer, gasto("2026-09-06", 396_000_001), campana.ReglaCompromiso, "body.monto")
	haz(k, difusion, "2026-09-06", campana.Comprometer, gasto("2026-09-06", 396_000_000))
}
