package evaluacion_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/evaluacion"
)

// quien is the head of the unit nearest to the keeper that may do the act.
func quien(t *testing.T, k *caso, acto string) doe.Actor {
	c := k.contexto(doe.Actor{})
	qs := evaluacion.Planes.Quienes(&k.r, acto, &c)
	require.NotEmpty(t, qs, "%s of %s", acto, k.r.Unidad)
	return titular(qs[len(qs)-1].Unidad)
}

func TestEnCadaRamaUnPlanLlegaAEjecutarse(t *testing.T) {
	for _, u := range guardianas() {
		t.Run(string(u), func(t *testing.T) {
			k := &caso{t: t}
			k.r = *planDe(u)
			pedir := quien(t, k, "solicitar")
			k.hacer("2026-03-02", pedir, "solicitar", pide(func(s *evaluacion.Solicitud) { s.UnidadEvaluadora = u }))
			assert.Equal(t, u, k.r.Unidad)
			k.hacer("2026-03-10", quien(t, k, "elaborar"), "elaborar", borrador())
			k.hacer("2026-03-12", quien(t, k, "presentar"), "presentar", evaluacion.Presentacion{Oficio: "OOAD/1"})
			k.hacer("2026-03-13", quien(t, k, "turnar"), "turnar", evaluacion.Consulta{Destinatarios: []evaluacion.Destinatario{{Organo: "dn-prestaciones-medicas"}}})
			k.hacer("2026-03-17", quien(t, k, "comentar"), "comentar", evaluacion.Comentario{Organo: "dn-prestaciones-medicas", Opinion: "De acuerdo", Oficio: "DPM/1"})
			k.hacer("2026-03-18", quien(t, k, "supervisar"), "supervisar", evaluacion.Revision{Conforme: true})
			k.hacer("2026-03-19", quien(t, k, "validar"), "validar", evaluacion.Visto{})
			k.hacer("2026-03-20", quien(t, k, "conciliar"), "conciliar", evaluacion.Contraste{})
			k.hacer("2026-03-23", quien(t, k, "autorizar"), "autorizar", evaluacion.Acuerdo{})
			k.hacer("2026-04-01", quien(t, k, "iniciar"), "iniciar", evaluacion.Arranque{})
			assert.Equal(t, evaluacion.EnEjecucion, k.r.Estado)
		})
	}
}

func TestUnOrganoOperativoTienePlanEnElOOADQueSeDice(t *testing.T) {
	k := &caso{t: t}
	k.hacer("2026-03-02", titular("doe-7.1.1.5"), "solicitar", pide(func(s *evaluacion.Solicitud) {
		s.UnidadEvaluadora, s.Organo, s.OOAD, s.Area = "doe-7.1.1.5.3", "subdelegacion-14-01", "14", "Subdelegación Hidalgo"
	}))
	assert.Equal(t, doe.OOAD("14"), k.r.OOAD)
	assert.Equal(t, "Subdelegación Hidalgo", k.r.OrganoNombre)
	k.hacer("2026-03-10", organo("subdelegacion-14-01"), "elaborar", borrador())
}

func TestUnaUMAESinOOADEsDelNivelCentral(t *testing.T) {
	k := &caso{t: t}
	k.hacer("2026-03-02", titular("doe-7.1.1.1"), "solicitar", pide(func(s *evaluacion.Solicitud) {
		s.UnidadEvaluadora, s.Organo = "doe-7.1.1.1.2", "umae-dfims000580"
	}))
	assert.Equal(t, doe.NivelCentral, k.r.OOAD)
	assert.Equal(t, evaluacion.RamaMedica, k.r.Rama)
}

func TestQuienNoDiceUnidadGuardaElPlan(t *testing.T) {
	k := &caso{t: t}
	k.hacer("2026-03-02", titular("doe-7.1.1.4.2"), "solicitar", pide(func(s *evaluacion.Solicitud) { s.UnidadEvaluadora = "" }))
	assert.Equal(t, doe.ClaveUnidad("doe-7.1.1.4.2"), k.r.Unidad)
}
