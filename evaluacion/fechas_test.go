package evaluacion_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/evaluacion"
)

// vence is when a running clock is due.
func (k *caso) vence(plazo, clave string) string {
	c := k.contexto(doe.Reloj())
	for _, r := range evaluacion.Planes.Relojes(&k.r, &c) {
		if r.Plazo == plazo && r.Clave == clave && r.Corre() {
			return r.Vence.String()
		}
	}
	return ""
}

// cumplido is whether the last clock of a deadline ended by being met.
func (k *caso) cumplido(plazo, clave string) bool {
	var out bool
	for _, r := range k.r.Relojes {
		if r.Plazo == plazo && r.Clave == clave && !r.Corre() {
			out = r.Cumplido
		}
	}
	return out
}

func TestLosTerminosDelPlanCorrenUnoTrasOtro(t *testing.T) {
	k := solicitado(t)
	assert.Equal(t, "2026-03-30", k.vence(evaluacion.PlazoPresentar, ""), "veinte días hábiles desde el 3 de marzo")
	k = presentado(t)
	assert.Empty(t, k.vence(evaluacion.PlazoPresentar, ""))
	assert.True(t, k.cumplido(evaluacion.PlazoPresentar, ""))
	assert.Equal(t, "2026-04-07", k.vence(evaluacion.PlazoRevisar, ""), "quince días hábiles desde el 18 de marzo")
	k = devuelto(t)
	assert.Equal(t, "2026-04-03", k.vence(evaluacion.PlazoNuevamente, ""), "diez días hábiles desde el 23 de marzo")
	k = validado(t)
	assert.Equal(t, "2026-04-07", k.vence(evaluacion.PlazoAutorizar, ""), "diez días hábiles desde el 25 de marzo")
	k = concluido(t)
	assert.Equal(t, "2026-12-30", k.vence(evaluacion.PlazoEfecto, ""), "noventa días naturales desde el 1 de octubre")
}

func TestCadaAccionTieneSuReloj(t *testing.T) {
	k := enEjecucion(t)
	assert.Empty(t, k.vence(evaluacion.PlazoAcciones, "G"), "un grupo no vence")
	assert.Equal(t, "2026-06-30", k.vence(evaluacion.PlazoAcciones, "A1"))
	c := k.contexto(doe.Reloj())
	assert.Equal(t, "2026-06-30", evaluacion.Planes.Vencimiento(&k.r, &c).Vence.String(), "el plan vence con su próxima acción")
	k.hacer("2026-05-04", personal(division), "reprogramar", evaluacion.Cambio{Accion: "B", Fin: dia("2026-09-30"), Motivo: "Falta equipo"})
	assert.Equal(t, "2026-09-30", k.vence(evaluacion.PlazoAcciones, "B"))
	for _, r := range k.r.Relojes {
		if r.Clave == "B" {
			assert.Equal(t, "2026-08-31", r.Comunicados[0].String(), "la primera fecha comunicada se conserva")
		}
	}
	k.hacer("2026-06-20", jalisco, "reportar-avance", reporte("A1", 10000, pdf(1, "2026-04-01", "2026-06-19")))
	assert.Equal(t, "2026-07-03", k.vence(evaluacion.PlazoVerificar, "A1"), "diez días hábiles para decidir la evidencia")
	k.hacer("2026-06-22", personal(division), "verificar", acepta("A1", 10000, "E1"))
	assert.True(t, k.cumplido(evaluacion.PlazoAcciones, "A1"))
	k.hacer("2026-10-01", titular(division), "declarar-incumplimiento", evaluacion.Falta{Accion: "B", Causa: evaluacion.CausaHumana, Motivo: "Sin avance"})
	assert.False(t, k.cumplido(evaluacion.PlazoAcciones, "B"))
	assert.Equal(t, "2026-09-30", k.vence(evaluacion.PlazoAcciones, "A2"))
}

func TestUnaAccionRebasadaPoneElPlanEnRezago(t *testing.T) {
	k := enEjecucion(t)
	riesgo := func() string {
		for i, x := range evaluacion.Planes.Definicion().Indices {
			if x.Nombre == "riesgo" {
				return evaluacion.Planes.Ficha(&k.r).Indices[i]
			}
		}
		return ""
	}
	assert.Empty(t, k.despertar("2026-06-30"))
	assert.Equal(t, "al_corriente", riesgo())
	assert.Equal(t, []string{"vencer-accion"}, k.despertar("2026-07-01"))
	assert.Equal(t, "rezagado", riesgo())
	assert.Empty(t, k.despertar("2026-07-02"), "el reloj avisa una vez")
	k.hacer("2026-07-02", personal(division), "reprogramar", evaluacion.Cambio{Accion: "B", Fin: dia("2026-09-30"), Motivo: "Falta equipo"})
	k.hacer("2026-07-02", personal(division), "reprogramar", evaluacion.Cambio{Accion: "A2", Inicio: dia("2026-08-01"), Fin: dia("2026-10-15"), Motivo: "Se recorre"})
	k.hacer("2026-07-02", personal(division), "reprogramar", evaluacion.Cambio{Accion: "A1", Fin: dia("2026-07-31"), Motivo: "Se recorre"})
	assert.Equal(t, "al_corriente", riesgo(), "reprogramada vuelve a estar en tiempo")
	require.Len(t, k.r.Reprogramaciones, 3)
	assert.True(t, k.r.Reprogramaciones[2].Vencida, "consta que se movió ya vencida")
	assert.Equal(t, "2026-06-30", k.r.Reprogramaciones[2].Original.String())
	assert.Equal(t, []string{"vencer-accion"}, k.despertar("2026-08-03"))
	k.hacer("2026-08-03", titular(division), "declarar-incumplimiento", evaluacion.Falta{Accion: "A1", Causa: evaluacion.CausaHumana, Motivo: "Sin avance"})
	assert.Equal(t, "incumplido", riesgo())
	assert.Equal(t, tramite.Centesimas(0), k.accion("A1").Avance)
}

func TestUnComentarioTardioSeTomaYSeMarca(t *testing.T) {
	k := turnado(t)
	assert.Equal(t, []string{"vencer-opinion"}, k.despertar("2026-03-26"))
	assert.False(t, k.cumplido(evaluacion.PlazoComentarios, "dn-prestaciones-medicas"))
	k.hacer("2026-03-27", normativo("dn-prestaciones-medicas"), "comentar", evaluacion.Comentario{Opinion: "Con retraso, de acuerdo"})
	assert.Equal(t, evaluacion.TurnoAtendido, k.r.Turnos[0].Estado)
	assert.True(t, k.r.Turnos[0].Tardio)
}

func TestDevolverSupleLasConsultasPendientes(t *testing.T) {
	k := turnado(t)
	k.hacer("2026-03-19", titular(division), "devolver", evaluacion.Devolucion{Motivo: "Faltan gestiones", Observaciones: senala("A1")})
	assert.Equal(t, evaluacion.TurnoSuplido, k.r.Turnos[0].Estado)
	assert.False(t, k.cumplido(evaluacion.PlazoComentarios, "dn-prestaciones-medicas"))
	k.hacer("2026-03-20", jalisco, "presentar", evaluacion.Presentacion{Atenciones: []evaluacion.Atencion{{Observacion: "O1", Respuesta: "Se agregó"}}})
	k.hacer("2026-03-23", personal(coordinacion), "turnar", evaluacion.Consulta{Destinatarios: []evaluacion.Destinatario{{Organo: "dn-prestaciones-medicas"}}})
	assert.Equal(t, 2, k.r.Turnos[1].Version)
	assert.Equal(t, "2026-04-06", k.vence(evaluacion.PlazoComentarios, "dn-prestaciones-medicas"), "diez días hábiles desde el 24 de marzo")
}

func TestLasDiferenciasAlConciliarSonObservacionesYNoConcilian(t *testing.T) {
	k := presentado(t)
	k.hacer("2026-03-18", titular(integradora), "conciliar", evaluacion.Contraste{Diferencias: senala("B")})
	assert.Equal(t, evaluacion.Presentado, k.r.Estado)
	assert.False(t, k.r.Conciliacion.Conforme)
	assert.Equal(t, integradora, k.r.Observaciones[0].Unidad)
}

func TestUnPlanNoPresentadoSeDeclaraYAunPuedePresentarse(t *testing.T) {
	k := noPresentado(t)
	assert.Equal(t, evaluacion.Incumplido, k.r.Estado)
	k.hacer("2026-04-06", jalisco, "elaborar", con(borrador(), func(e *evaluacion.Elaboracion) { e.Acciones[1].AreaNormativa = "" }))
	k.hacer("2026-04-07", jalisco, "presentar", evaluacion.Presentacion{})
	assert.Equal(t, evaluacion.Presentado, k.r.Estado)
	assert.Len(t, k.r.Incumplimientos, 1, "lo declarado consta")
}

func TestLaNegativaAReprogramarConsta(t *testing.T) {
	k := enEjecucion(t)
	k.hacer("2026-05-04", jalisco, "pedir-reprogramacion", evaluacion.PeticionPlazo{Accion: "A2", Fin: dia("2026-10-15"), Motivo: "Falta equipo"})
	k.hacer("2026-05-05", personal(division), "negar-reprogramacion", evaluacion.NegarReprogramacion.Ejemplo)
	assert.Nil(t, k.accion("A2").Solicitud)
	assert.True(t, k.r.Reprogramaciones[0].Negada)
	assert.Equal(t, 0, k.accion("A2").Prorrogas)
}
