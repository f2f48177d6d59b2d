package evaluacion_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/evaluacion"
)

// fines tells, of every clock that a deadline had in the plan, the day it
// started and ended, and whether it was met; nothing more while it runs.
func (k *caso) fines(plazo string) []string {
	var out []string
	for _, r := range k.r.Relojes {
		if r.Plazo != plazo {
			continue
		}
		s := r.Desde.String()
		if !r.Corre() {
			s += " a " + r.Fin.String()
		}
		if r.Cumplido {
			s += " cumplido"
		}
		out = append(out, s)
	}
	return out
}

func TestElTerminoParaPresentarSigueAunDeclaradoElIncumplimiento(t *testing.T) {
	k := solicitado(t)
	k.hacer("2026-04-20", titular(division), "declarar-incumplimiento", evaluacion.Falta{Causa: evaluacion.CausaHumana, Motivo: "No se presentó"})
	require.Equal(t, []string{"2026-03-02"}, k.fines(evaluacion.PlazoPresentar))
	k.hacer("2026-04-21", titular(division), "cerrar", evaluacion.Termino{PlanSiguiente: "PM-2026-14-0000002-V"})
	require.Equal(t, []string{"2026-03-02 a 2026-04-21"}, k.fines(evaluacion.PlazoPresentar), "nunca se presentó")
}

func TestCadaPasoTieneSuReloj(t *testing.T) {
	k := concluido(t)
	k.hacer("2026-12-20", personal(division), "verificar-efecto", mide(9600, 9600, 400, "2026-12-19"))
	require.Equal(t, []string{"2026-03-02 a 2026-03-17 cumplido"}, k.fines(evaluacion.PlazoPresentar))
	require.Empty(t, k.fines(evaluacion.PlazoNuevamente))
	require.Equal(t, []string{"2026-03-17 a 2026-03-24 cumplido"}, k.fines(evaluacion.PlazoRevisar))
	require.Equal(t, []string{"2026-03-24 a 2026-03-26 cumplido"}, k.fines(evaluacion.PlazoAutorizar))
	require.Equal(t, []string{"2026-03-26 a 2026-04-01 cumplido"}, k.fines(evaluacion.PlazoArrancar))
	require.Equal(t, []string{"2026-10-01 a 2026-12-20 cumplido"}, k.fines(evaluacion.PlazoEfecto))
}

func TestLoDevueltoTieneSuPropioTerminoYSeRevisaDeNuevo(t *testing.T) {
	k := validado(t)
	k.hacer("2026-03-25", titular(unidad), "devolver", evaluacion.Devolucion{Motivo: "Falta detalle", Dias: 5, Observaciones: []evaluacion.Senalamiento{{Texto: "Diga cómo"}}})
	require.Equal(t, []string{"2026-03-24 a 2026-03-25 cumplido"}, k.fines(evaluacion.PlazoAutorizar), "devolver también decide")
	require.Equal(t, []string{"2026-03-25"}, k.fines(evaluacion.PlazoNuevamente))
	k.hacer("2026-03-27", jalisco, "elaborar", borrador())
	require.Equal(t, []string{"2026-03-25"}, k.fines(evaluacion.PlazoNuevamente))
	k.hacer("2026-03-30", jalisco, "presentar", evaluacion.Presentacion{Atenciones: []evaluacion.Atencion{{Observacion: "O1", Respuesta: "Se detalló", Procede: true}}})
	require.Equal(t, []string{"2026-03-25 a 2026-03-30 cumplido"}, k.fines(evaluacion.PlazoNuevamente))
	require.Equal(t, []string{"2026-03-17 a 2026-03-24 cumplido", "2026-03-30"}, k.fines(evaluacion.PlazoRevisar))
	k.hacer("2026-03-31", titular(coordinacion), "cancelar", evaluacion.Cancelacion{Causal: evaluacion.CancelaSinMateria, Motivo: "Sin objeto"})
	require.Equal(t, "2026-03-30 a 2026-03-31", k.fines(evaluacion.PlazoRevisar)[1], "cancelar no es revisar")
}
