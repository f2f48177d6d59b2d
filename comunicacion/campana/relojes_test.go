package campana_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/comunicacion/campana"
)

// fines tells, of every clock that a deadline had, the day it counts from and
// the one it ended, and whether it was met.
func (k *caso) fines(plazo string) []string {
	var out []string
	for _, r := range k.r.Relojes {
		if r.Plazo != plazo {
			continue
		}
		s := r.Desde.String()
		if !r.Corre() {
			s += " to " + r.Fin.String()
		}
		if r.Cumplido {
			s += " met"
		}
		out = append(out, s)
	}
	return out
}

func TestTheFederalAnswerIsMetByAnsweringOrWithdrawing(t *testing.T) {
	require.Equal(t, []string{"2026-08-10"}, enGestion(t).fines(campana.PlazoFederal))
	require.Equal(t, []string{"2026-08-10 to 2026-09-01 met"}, autorizada(t).fines(campana.PlazoFederal))
	k := enGestion(t)
	haz(k, difusion, "2026-08-12", campana.Retirar, campana.Retirar.Ejemplo)
	require.Equal(t, []string{"2026-08-10 to 2026-08-12 met"}, k.fines(campana.PlazoFederal))
	k = enGestion(t)
	haz(k, unidad, "2026-08-12", campana.Cancelar, campana.Cancelar.Ejemplo)
	require.Equal(t, []string{"2026-08-10 to 2026-08-12"}, k.fines(campana.PlazoFederal))
}

func TestARevokedCampaignWaitsForNoAnswerToItsChange(t *testing.T) {
	k := autorizada(t)
	haz(k, difusion, "2026-09-05", campana.Modificar, campana.Modificacion{Motivo: "Otro objetivo", Contenido: con(func(c *campana.Contenido) { c.Objetivos = []string{"Otro"} })})
	haz(k, difusion, "2026-09-06", campana.Presentar, campana.Presentacion{Consulta: "INE"})
	haz(k, unidad, "2026-09-07", campana.Validar, campana.Validar.Ejemplo)
	haz(k, difusion, "2026-09-08", campana.Gestionar, campana.Envio{Oficio: "U", Fecha: f("2026-09-08")})
	require.Equal(t, "2026-09-08", k.fines(campana.PlazoFederal)[1])
	haz(k, segob, "2026-10-20", campana.Revocar, campana.Revocar.Ejemplo)
	require.Equal(t, "2026-09-08 to 2026-10-20", k.fines(campana.PlazoFederal)[1])
	require.Empty(t, k.fines(campana.PlazoEvaluacion), "nothing was shown, so nothing is measured")
}

func TestThePostTestIsWhatMeetsTheStudy(t *testing.T) {
	k := concluida(t)
	previo := campana.Evaluar.Ejemplo
	previo.Tipo = campana.Pretest
	previo.Desde, previo.Hasta = f("2026-09-02"), f("2026-09-04")
	haz(k, difusion, "2026-11-30", campana.Evaluar, previo)
	require.Equal(t, []string{"2026-11-15"}, k.fines(campana.PlazoEvaluacion))
	haz(k, difusion, "2026-12-01", campana.Evaluar, campana.Evaluar.Ejemplo)
	require.Equal(t, []string{"2026-11-15 to 2026-12-01 met"}, k.fines(campana.PlazoEvaluacion))
}
