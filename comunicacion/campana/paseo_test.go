package campana_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/operacion-abierta/operacion/comunicacion/campana"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// entradasTardias are inputs that fit a campaign already authorised.
func entradasTardias() map[string][]any {
	mas := con(func(c *campana.Contenido) { c.Lineas[0].Cantidad += 10 })
	gastos := []any{gasto("2026-10-12", 50_000_000), gasto("2026-10-15", 10_000_000), gasto("2026-11-20", 5_000_000)}
	tarde := otorga
	tarde.Oficio, tarde.Fecha = "SNM/2", f("2026-10-13")
	return map[string][]any{
		"modificar": {campana.Modificacion{Motivo: "Más anuncios", Contenido: mas}},
		"corregir":  {campana.Modificacion{Motivo: "Otra partida", Contenido: con(func(c *campana.Contenido) { c.Lineas[0].Partida = "36201" })}},
		"redactar":  {campana.Redaccion{Contenido: mas}},
		"gestionar": {campana.Envio{Oficio: "U", Fecha: f("2026-10-12")}}, "dictaminar": {tarde},
		"validar":     {campana.Decision{Resultado: campana.ConCambios, Motivo: "Corrija el texto"}},
		"comprometer": gastos, "liberar": gastos, "devengar": gastos, "pagar": gastos, "reintegrar": gastos,
		"difundir":      {salida("tv1", "2026-10-06", "2026-10-10"), salida("web1", "2026-10-05", "2026-10-09")},
		"registrar-mes": {campana.RegistroMes{Anio: 2026, Mes: 10, Acuse: "A", Fecha: f("2026-11-05")}},
		"concluir":      {campana.FinDifusion{Fecha: f("2026-10-12"), Motivo: "Se agotó el presupuesto"}},
	}
}

// TestRandomActsOnAnAuthorisedCampaign starts where random acts on a new one
// seldom come: replay gives the record, money keeps its bounds, and the clock
// can do what it owes.
func TestRandomActsOnAnAuthorisedCampaign(t *testing.T) {
	mesa, err := tramite.NuevaMesa(campana.Campanas)
	require.NoError(t, err)
	inicios := []*caso{autorizada(t), enDifusion(t), concluida(t)}
	actores := []doe.Actor{unidad, difusion, masivos, digitales, segob}
	entradas, vistos := entradasTardias(), map[tramite.Estado]bool{}
	var actos []tramite.DefActo
	for _, a := range campana.Campanas.Definicion().Actos {
		// What ends the case at once would cut most walks short.
		if !a.Creacion && !a.Interno && a.Nombre != "revocar" && a.Nombre != "cancelar" {
			actos = append(actos, a)
		}
	}
	rapid.Check(t, func(rt *rapid.T) {
		k := rapid.SampledFrom(inicios).Draw(rt, "inicio")
		doc, err := campana.Campanas.Codificar(&k.r)
		require.NoError(rt, err)
		eventos, dia := k.eventos, f("2026-11-17")
		hacer := func(a doe.Actor, p tramite.Peticion) bool {
			c := contexto(a, dia.String())
			c.Cargar = func(string, string) (tramite.Registro, error) { return campana.Campanas.Decodificar(doc) }
			p.Coleccion, p.Folio = "campanas", k.r.Folio
			cs, err := mesa.Realizar(c, p)
			if err != nil {
				return false
			}
			eventos = append(eventos[:len(eventos):len(eventos)], cs[0].Eventos...)
			doc, err = campana.Campanas.Codificar(cs[0].Registro)
			require.NoError(rt, err)
			return true
		}
		for range 40 {
			dia = dia.Sumar(rapid.IntRange(0, 2).Draw(rt, "dias"))
			a := rapid.SampledFrom(actos).Draw(rt, "acto")
			hacer(rapid.SampledFrom(actores).Draw(rt, "actor"), tramite.Peticion{Acto: a.Nombre, Entrada: rapid.SampledFrom(append([]any{a.Ejemplo}, entradas[a.Nombre]...)).Draw(rt, "entrada")})
			reg, err := campana.Campanas.Decodificar(doc)
			require.NoError(rt, err)
			c := contexto(doe.Reloj(), dia.String())
			for _, p := range campana.Campanas.Alarmas(reg, &c) {
				require.True(rt, hacer(doe.Reloj(), p), "the clock may not %s", p.Acto)
				break
			}
			reg, err = campana.Campanas.Decodificar(doc)
			require.NoError(rt, err)
			r := *reg.(*campana.Campana)
			vistos[r.Estado] = true
			for _, m := range r.Movimientos {
				s := r.Saldo(m.Linea)
				require.True(rt, 0 <= s.Pagado && s.Pagado <= s.Devengado && s.Devengado <= s.Comprometido && s.Comprometido <= s.Planeado, "%+v", s)
			}
		}
		otra, err := campana.Campanas.Reproducir(k.r.Folio, eventos)
		require.NoError(rt, err)
		bytesOtra, err := campana.Campanas.Codificar(otra)
		require.NoError(rt, err)
		require.True(rt, bytes.Equal(doc, bytesOtra), "replay differs")
	})
	for _, e := range []tramite.Estado{campana.EnDifusion, campana.EnModificacion, campana.Presentada, campana.Concluida} {
		require.True(t, vistos[e], e)
	}
}
