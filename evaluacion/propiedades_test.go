package evaluacion_test

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
	"github.com/operacion-abierta/operacion/evaluacion"
)

// largo is a draft whose dates a walk of two years does not leave behind.
func largo() evaluacion.Elaboracion {
	e := evaluacion.Elaborar.Ejemplo
	e.Fin = dia("2029-12-31")
	e.Acciones = append([]evaluacion.Compromiso(nil), e.Acciones...)
	e.Acciones[0].Fin, e.Acciones[1].Fin = dia("2027-06-30"), dia("2029-06-30")
	return e
}

func TestPropiedadesDelPlan(t *testing.T) {
	avances := []any{}
	for i, v := range []tramite.Centesimas{2500, 10000, 10000} {
		for _, a := range []string{"A1", "A2"} {
			avances = append(avances, reporte(a, v, pdf(10*i+int(a[1]), "2026-03-02", "2026-03-02")))
		}
	}
	prueba.Propiedades(t, evaluacion.Planes, prueba.Opciones{
		Pasos: 80,
		Entradas: map[string][]any{
			"solicitar":       {con(solicitud(), func(s *evaluacion.Solicitud) { s.UnidadEvaluadora = "doe-7.1.1.4.2" }), con(evaluacion.Solicitar.Ejemplo, func(s *evaluacion.Solicitud) { s.UnidadEvaluadora = "doe-7.1.1.5" })},
			"elaborar":        {largo(), borrador()},
			"supervisar":      {evaluacion.Revision{Observaciones: senala("A1")}},
			"presentar":       {evaluacion.Presentacion{Oficio: "X/1", Atenciones: []evaluacion.Atencion{{Observacion: "O1", Respuesta: "Atendida"}}}},
			"reportar-avance": avances,
			"verificar":       {acepta("A1", 10000, "E1"), acepta("A2", 10000, "E1"), acepta("A1", 2500, "E1"), acepta("A2", 10000, "E2")},
			"reprogramar":     {evaluacion.Cambio{Fin: dia("2030-01-31"), Motivo: "Se amplía"}, evaluacion.Cambio{Accion: "A2", Fin: dia("2029-10-31"), Motivo: "Se amplía"}},
			"declarar-incumplimiento": {
				evaluacion.Falta{Causa: evaluacion.CausaHumana, Motivo: "No se presentó"}, evaluacion.Falta{Accion: "A2", Causa: evaluacion.CausaHumana, Motivo: "No se cumplió"},
			},
			"dictar-medida": {con(evaluacion.DictarMedida.Ejemplo, func(m *evaluacion.Mandato) { m.Accion, m.Fin = "A1", dia("2029-01-01") })},
			"cerrar":        {evaluacion.Termino{PlanSiguiente: "PM-2027-14-0000001-X"}},
		},
	})
}

// casos are plans in every state.
func casos(t testing.TB) map[tramite.Estado]*caso {
	cerrado := func(t testing.TB) *caso {
		k := medido(9600, 9600, 400)(t)
		k.hacer("2026-12-02", titular(division), "cerrar", evaluacion.Termino{})
		return k
	}
	cancelado := func(t testing.TB) *caso {
		k := presentado(t)
		k.hacer("2026-03-18", titular(coordinacion), "cancelar", evaluacion.Cancelar.Ejemplo)
		return k
	}
	conciliado := func(t testing.TB) *caso {
		k := presentado(t)
		k.hacer("2026-03-18", titular(integradora), "conciliar", evaluacion.Contraste{})
		return k
	}
	out := map[tramite.Estado]*caso{}
	for _, de := range []func(testing.TB) *caso{
		solicitado, elaborado, presentado, turnado, devuelto, conciliado, validado, hastaAutorizado, enEjecucion, noPresentado, concluido,
		medido(9600, 9600, 400), cerrado, cancelado,
	} {
		k := de(t)
		out[k.r.Estado] = k
	}
	return out
}

func TestCadaEstadoContraCadaActo(t *testing.T) {
	cs := casos(t)
	def := evaluacion.Planes.Definicion()
	for _, e := range def.Estados {
		k := cs[e.Nombre]
		require.NotNil(t, k, e.Nombre)
		for _, a := range def.Actos {
			if a.Creacion {
				continue
			}
			abierto := false
			for _, d := range a.De {
				abierto = abierto || d == e.Nombre
			}
			copia := *k
			err := copia.intentar(alguien(k, a), a.Nombre, a.Ejemplo)
			if abierto {
				assert.False(t, falla.DeClase(err, falla.Conflicto) || falla.DeClase(err, falla.Prohibida), "%s in %s: %v", a.Nombre, e.Nombre, err)
			} else {
				assert.True(t, falla.DeClase(err, falla.Conflicto), "%s in %s: %v", a.Nombre, e.Nombre, err)
			}
			var fe *falla.Error
			assert.True(t, err == nil || errors.As(err, &fe), "%s in %s: %v", a.Nombre, e.Nombre, err)
		}
	}
}

// alguien may do the act on the record.
func alguien(k *caso, a tramite.DefActo) doe.Actor {
	c := k.contexto(doe.Actor{})
	for _, q := range evaluacion.Planes.Quienes(&k.r, a.Nombre, &c) {
		return titular(q.Unidad)
	}
	if a.Interno {
		return doe.Reloj()
	}
	return jalisco
}

// aplica runs the application of an act, which cannot refuse, on records that
// it does not fit.
func aplica[E any](t *testing.T, a tramite.Acto[evaluacion.PlanMejora, E], otras ...E) {
	t.Helper()
	var cero E
	for _, de := range []func(testing.TB) *caso{nuevo, presentado, concluido} {
		for _, e := range append(otras, cero, a.Ejemplo) {
			k := de(t)
			assert.NotPanics(t, func() { a.Aplicar(&k.r, e, tramite.Suceso{Dia: dia("2026-03-02")}) }, a.Nombre)
			if a.Elegir != nil {
				assert.NotPanics(t, func() { a.Elegir(k.r, e) }, a.Nombre)
			}
		}
	}
}

func TestLaAplicacionDeUnActoNuncaSeInterrumpe(t *testing.T) {
	ciclo := borrador()
	ciclo.Acciones[0].Padre, ciclo.Acciones[1].DependeDe = "A1", []string{"A2"}
	ciclo.Acciones[3].Peso = -1 << 40
	aplica(t, evaluacion.Solicitar)
	aplica(t, evaluacion.Elaborar, ciclo)
	aplica(t, evaluacion.Orientar)
	aplica(t, evaluacion.Presentar, evaluacion.Presentacion{Atenciones: []evaluacion.Atencion{{Observacion: "O99"}}})
	aplica(t, evaluacion.Turnar)
	aplica(t, evaluacion.Comentar)
	aplica(t, evaluacion.Devolver)
	aplica(t, evaluacion.Conciliar)
	aplica(t, evaluacion.Supervisar)
	aplica(t, evaluacion.Validar, evaluacion.Visto{Dispensas: []evaluacion.Dispensa{{Observacion: "O99"}}})
	aplica(t, evaluacion.Autorizar)
	aplica(t, evaluacion.Iniciar)
	aplica(t, evaluacion.ReportarAvance, reporte("G", -5), reporte("Z", 1))
	aplica(t, evaluacion.Verificar, acepta("A1", 20000, "E9"))
	aplica(t, evaluacion.PedirReprogramacion)
	aplica(t, evaluacion.Reprogramar)
	aplica(t, evaluacion.NegarReprogramacion)
	aplica(t, evaluacion.DeclararIncumplimiento)
	aplica(t, evaluacion.DictarMedida)
	aplica(t, evaluacion.AplicarMedida)
	aplica(t, evaluacion.Concluir)
	aplica(t, evaluacion.VerificarEfecto, mide(1, 1, 1, "2026-03-02"))
	aplica(t, evaluacion.Cerrar)
	aplica(t, evaluacion.Cancelar)
}

func TestLaFechaVencidaSeCuentaPorDia(t *testing.T) {
	k := enEjecucion(t)
	vencidas := func(el fecha.Fecha) (out []string) {
		for _, a := range k.r.Vencidas(el) {
			out = append(out, a.Clave)
		}
		return out
	}
	assert.Empty(t, vencidas(dia("2026-06-30")), "el último día aún está en tiempo")
	assert.Equal(t, []string{"A1"}, vencidas(dia("2026-07-01")))
	assert.Equal(t, []string{"A1", "A2", "B"}, vencidas(dia("2026-10-01")), "los grupos no se cuentan")
	assert.Empty(t, concluido(t).r.Vencidas(dia("2027-01-01")))
}

func TestElPlanSeEncuentraPorSusIndicesYSoloLoVenSusPartes(t *testing.T) {
	k := turnado(t)
	f := evaluacion.Planes.Ficha(&k.r)
	assert.Equal(t, []tramite.Parte{{Rol: doe.Evaluado, Organo: "ooad-14"}, {Rol: doe.Normativo, Organo: "dn-prestaciones-medicas"}}, f.Partes)
	valores := map[string]string{}
	for i, x := range evaluacion.Planes.Definicion().Indices {
		valores[x.Nombre] = f.Indices[i]
	}
	assert.Equal(t, map[string]string{"organo": "ooad-14", "rama": "administrativa", "coordinacion": "doe-7.1.1.2", "referencia": "EVA-2026-14-0000007-K", "riesgo": "al_corriente", "efecto": ""}, valores)
	assert.Contains(t, f.Texto, "Inventarios sin conciliar")
	for a, acceso := range map[string]tramite.Acceso{"dn-prestaciones-medicas": tramite.Permitido, "dn-finanzas": tramite.Oculto} {
		c := k.contexto(normativo(doe.ClaveOrgano(a)))
		assert.Equal(t, acceso, evaluacion.Planes.Acceso(&k.r, &c), a)
	}
}
