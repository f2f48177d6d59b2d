package evaluacion_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/plan"
	"github.com/operacion-abierta/operacion/evaluacion"
)

// rota is an act that breaks one rule at a place, and one that does not.
type rota struct {
	regla     falla.Regla
	en        string
	caso      func(testing.TB) *caso
	el        string
	quien     doe.Actor
	acto      string
	mal, bien any
	// enBien prepares the record of the act that does not break it.
	enBien func(testing.TB) *caso
}

// con is an input with a change.
func con[E any](e E, f func(*E)) E { f(&e); return e }

func pide(f func(*evaluacion.Solicitud)) evaluacion.Solicitud { return con(solicitud(), f) }

func elabora(f func(*evaluacion.Elaboracion)) evaluacion.Elaboracion { return con(borrador(), f) }

func nuevo(t testing.TB) *caso { return &caso{t: t} }

// borradorDe elaborates a draft and stops before presenting it.
func borradorDe(f func(*evaluacion.Elaboracion)) func(testing.TB) *caso {
	return func(t testing.TB) *caso {
		k := solicitado(t)
		k.hacer("2026-03-10", jalisco, "elaborar", elabora(f))
		return k
	}
}

func conReporte(f func(*evaluacion.Reporte)) evaluacion.Reporte {
	return con(reporte("A1", 5000, pdf(1, "2026-04-01", "2026-04-30")), f)
}

func reportado(t testing.TB) *caso {
	k := enEjecucion(t)
	k.hacer("2026-05-04", jalisco, "reportar-avance", conReporte(func(r *evaluacion.Reporte) {
		r.Evidencias = append(r.Evidencias, pdf(2, "2026-05-01", "2026-05-03"))
	}))
	return k
}

func rechazado(t testing.TB) *caso {
	k := reportado(t)
	e := acepta("A1", 4000, "E1", "E2")
	e.Evidencias[1].Resultado, e.Evidencias[1].Motivo = plan.EvidenciaRechazada, "Ilegible"
	k.hacer("2026-05-05", personal(division), "verificar", e)
	return k
}

func observado(t testing.TB) *caso {
	k := turnado(t)
	k.hacer("2026-03-19", normativo("dn-prestaciones-medicas"), "comentar", evaluacion.Comentario{Observaciones: []evaluacion.Senalamiento{{Accion: "A1", Texto: "Falta la compra"}}})
	k.hacer("2026-03-20", personal(division), "supervisar", evaluacion.Revision{Conforme: true})
	return k
}

func devuelto(t testing.TB) *caso {
	k := observado(t)
	k.hacer("2026-03-20", titular(division), "devolver", evaluacion.Devolucion{Motivo: "Por atender"})
	return k
}

func medido(a1, a2, b cantidad.Valor) func(testing.TB) *caso {
	return func(t testing.TB) *caso {
		k := concluido(t)
		k.hacer("2026-12-01", personal(division), "verificar-efecto", mide(a1, a2, b, "2026-11-30"))
		return k
	}
}

func conMedida(de func(testing.TB) *caso, el string) func(testing.TB) *caso {
	return func(t testing.TB) *caso {
		k := de(t)
		k.hacer(el, titular(doe.Raiz), "dictar-medida", evaluacion.DictarMedida.Ejemplo)
		return k
	}
}

func movido(veces int) func(testing.TB) *caso {
	return func(t testing.TB) *caso {
		k := enEjecucion(t)
		for i := range veces {
			k.hacer("2026-05-04", personal(division), "reprogramar", evaluacion.Cambio{Accion: "B", Fin: dia("2026-09-01").Sumar(i), Motivo: "Falta equipo"})
		}
		return k
	}
}

func incumplida(t testing.TB) *caso {
	k := cumplidasSalvoB(t)
	k.hacer("2026-09-22", titular(division), "declarar-incumplimiento", evaluacion.Falta{Accion: "B", Causa: evaluacion.CausaHumana, Motivo: "Sin avance"})
	return k
}

func cumplidasSalvoB(t testing.TB) *caso {
	k := enEjecucion(t)
	k.hacer("2026-06-20", jalisco, "reportar-avance", reporte("A1", 10000, pdf(1, "2026-04-01", "2026-06-19")))
	k.hacer("2026-06-22", personal(division), "verificar", acepta("A1", 10000, "E1"))
	k.hacer("2026-09-20", jalisco, "reportar-avance", reporte("A2", 10000, pdf(3, "2026-07-01", "2026-09-19")))
	k.hacer("2026-09-21", personal(division), "verificar", acepta("A2", 10000, "E1"))
	return k
}

// vencidoAyer was due on Friday 27 March: nineteen working days.
func vencidoAyer(t testing.TB) *caso {
	k := &caso{t: t}
	k.hacer("2026-03-02", titular(coordinacion), "solicitar", pide(func(s *evaluacion.Solicitud) { s.Dias = 19 }))
	return k
}

func noPresentado(t testing.TB) *caso {
	k := solicitado(t)
	k.hacer("2026-04-01", titular(division), "declarar-incumplimiento", evaluacion.Falta{Causa: evaluacion.CausaHumana, Motivo: "No lo presentó"})
	return k
}

func senala(accion string) []evaluacion.Senalamiento {
	return []evaluacion.Senalamiento{{Accion: accion, Texto: "Falta precisar"}}
}

func (x rota) probar(t *testing.T) {
	k := x.caso(t)
	k.hoy = dia(x.el)
	k.falla(x.quien, x.acto, x.mal, x.regla, x.en)
	if x.enBien != nil {
		k = x.enBien(t)
		k.hoy = dia(x.el)
	}
	k.sin(x.quien, x.acto, x.bien, x.regla)
}

func TestCadaReglaRehusaLoSuyoYNadaMas(t *testing.T) {
	vistas := map[string]bool{}
	for _, xs := range [][]rota{rotasAlElaborar(), rotasAlPresentar(), rotasAlRevisar(), rotasAlReportar(), rotasAlVerificar(), rotasAlMover(), rotasAlCerrar()} {
		for _, x := range xs {
			t.Run(fmt.Sprintf("%s en %s", x.regla.Codigo, x.acto), x.probar)
			vistas[x.regla.Codigo] = true
		}
	}
	// A plan presented twenty times, or with five hundred notes, is tried apart.
	for _, r := range []falla.Regla{evaluacion.Demasiados, evaluacion.MuchasVersiones} {
		vistas[r.Codigo] = true
	}
	for _, r := range evaluacion.Reglas() {
		assert.True(t, vistas[r.Codigo], "%s has no case", r.Codigo)
	}
}

func TestLosCodigosDeLasReglasSonUnicosYDicenSuFuente(t *testing.T) {
	vistos := map[string]bool{}
	for _, r := range evaluacion.Reglas() {
		assert.False(t, vistos[r.Codigo], r.Codigo)
		vistos[r.Codigo] = true
		assert.True(t, strings.HasPrefix(r.Codigo, "EVALUACION-PLAN-"), r.Codigo)
		assert.NotEmpty(t, r.Es, r.Codigo)
		assert.NotEmpty(t, r.En, r.Codigo)
		assert.False(t, r.Fuente.IsZero(), r.Codigo)
		assert.NotContains(t, r.Es+r.En, "%", r.Codigo)
	}
}

func TestUnPlanNoSePresentaNiCreceSinLimite(t *testing.T) {
	k := presentado(t)
	for range evaluacion.MaxVersiones - 1 {
		k.hacer("2026-03-18", titular(division), "devolver", evaluacion.Devolucion{Motivo: "Por atender", Observaciones: senala("")})
		o := k.r.Observaciones[len(k.r.Observaciones)-1].Clave
		k.hacer("2026-03-18", jalisco, "presentar", evaluacion.Presentacion{Atenciones: []evaluacion.Atencion{{Observacion: o, Respuesta: "Atendida"}}})
	}
	assert.Equal(t, evaluacion.MaxVersiones, k.r.VersionActual())
	muchas := slices.Repeat(senala(""), 50)
	for range (evaluacion.MaxElementos - len(k.r.Observaciones)) / 50 {
		k.hacer("2026-03-18", personal(division), "supervisar", evaluacion.Revision{Observaciones: muchas})
	}
	k.falla(personal(division), "supervisar", evaluacion.Revision{Observaciones: muchas}, evaluacion.Demasiados, "body.observaciones")
	k.hacer("2026-03-18", titular(division), "devolver", evaluacion.Devolucion{Motivo: "Por atender"})
	var as []evaluacion.Atencion
	for _, o := range k.r.Observaciones {
		if o.Abierta() {
			as = append(as, evaluacion.Atencion{Observacion: o.Clave, Respuesta: "Atendida"})
		}
	}
	k.falla(jalisco, "presentar", evaluacion.Presentacion{Atenciones: as}, evaluacion.MuchasVersiones, "body")
}
