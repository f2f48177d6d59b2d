package evaluacion_test

import (
	"reflect"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/forma"
	"github.com/operacion-abierta/operacion/doe/vocabulario/prueba"
	"github.com/operacion-abierta/operacion/evaluacion"
)

func TestLasConstantesYSusTablasConcuerdan(t *testing.T) {
	prueba.Concuerda(t, evaluacion.Bases(), evaluacion.ParseBase, evaluacion.BaseVigente, evaluacion.BaseOriginal)
	prueba.Concuerda(t, evaluacion.Causas(), evaluacion.ParseCausa, evaluacion.CausaTecnica, evaluacion.CausaNormativa, evaluacion.CausaHumana, evaluacion.CausaMaterial)
	prueba.Concuerda(t, evaluacion.Gravedades(), evaluacion.ParseGravedad, evaluacion.GravedadMenor, evaluacion.GravedadMayor, evaluacion.GravedadCritica)
	prueba.Concuerda(t, evaluacion.Origenes(), evaluacion.ParseOrigen, evaluacion.OrigenEvaluacion, evaluacion.OrigenVerificacion, evaluacion.OrigenSeguimiento, evaluacion.OrigenAnalisis)
	prueba.Concuerda(t, evaluacion.EstadosAccion(), evaluacion.ParseEstadoAccion, evaluacion.AccionPendiente, evaluacion.AccionEnCurso, evaluacion.AccionCumplida, evaluacion.AccionIncumplida)
	prueba.Concuerda(t, evaluacion.ResultadosEfecto(), evaluacion.ParseResultadoEfecto, evaluacion.Efectivo, evaluacion.Parcial, evaluacion.NoEfectivo)
	prueba.Concuerda(t, evaluacion.TiposMedida(), evaluacion.ParseTipoMedida, evaluacion.MedidaCorrectiva, evaluacion.MedidaPreventiva, evaluacion.MedidaMejora)
	prueba.Concuerda(t, evaluacion.EstadosTurno(), evaluacion.ParseEstadoTurno, evaluacion.TurnoPendiente, evaluacion.TurnoAtendido, evaluacion.TurnoVencido, evaluacion.TurnoSuplido)
	prueba.Concuerda(t, evaluacion.CausalesCancelacion(), evaluacion.ParseCausalCancelacion, evaluacion.CancelaError, evaluacion.CancelaOrgano, evaluacion.CancelaSustituido, evaluacion.CancelaSinMateria)
}

func TestLasRamasSonLasCincoCoordinacionesQueEvaluan(t *testing.T) {
	var us []doe.ClaveUnidad
	for _, r := range evaluacion.Ramas() {
		u, ok := doe.Vigente().Unidad(r.Coordinacion)
		require.True(t, ok, r.Coordinacion)
		assert.Equal(t, doe.NivelCoordinacion, u.Nivel)
		us = append(us, r.Coordinacion)
	}
	assert.Equal(t, []doe.ClaveUnidad{"doe-7.1.1.1", "doe-7.1.1.2", "doe-7.1.1.3", "doe-7.1.1.4", "doe-7.1.1.5"}, us)
}

func TestLasEntradasEstanAcotadas(t *testing.T) {
	for _, a := range evaluacion.Planes.Definicion().Actos {
		assert.NoError(t, forma.Comprobar(a.Entrada), a.Nombre)
		assert.Equal(t, a.Entrada, reflect.TypeOf(a.Ejemplo))
	}
}

func TestLosTerminosSeCuentanYDicenSuFuente(t *testing.T) {
	vistos := map[string]bool{}
	for _, n := range evaluacion.Terminos() {
		assert.NoError(t, n.Termino.Validar(), n.Plazo)
		assert.False(t, n.Termino.Fuente.IsZero(), n.Plazo)
		vistos[n.Plazo] = true
		term, ok := evaluacion.TerminoDe(n.Plazo, dia("2026-03-02"))
		assert.True(t, ok)
		assert.Equal(t, n.Termino, term)
	}
	_, ok := evaluacion.TerminoDe(evaluacion.PlazoAcciones, dia("2026-03-02"))
	assert.False(t, ok, "las acciones tienen fecha, no término")
	for _, p := range evaluacion.Planes.Definicion().Plazos {
		fecha := p.Nombre == evaluacion.PlazoAcciones || p.Nombre == evaluacion.PlazoMedidas
		assert.Equal(t, !fecha, vistos[p.Nombre], p.Nombre)
	}
}
