package evaluacion_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/plan"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/evaluacion"
)

func TestUnPlanRecorreSuVidaPorSusUnidades(t *testing.T) {
	k := solicitado(t)
	assert.Equal(t, division, k.r.Unidad, "lo guarda quien lo sigue")
	assert.Equal(t, doe.OOAD("14"), k.r.OOAD)
	assert.Equal(t, evaluacion.RamaAdministrativa, k.r.Rama)
	assert.Equal(t, coordinacion, k.r.Coordinacion)
	assert.Equal(t, "OOAD Jalisco", k.r.OrganoNombre)
	k.hacer("2026-03-05", titular(unidad), "orientar", evaluacion.Orientar.Ejemplo)
	k.hacer("2026-03-10", jalisco, "elaborar", borrador())
	assert.True(t, falla.DeClase(k.intentar(organo("ooad-15"), "presentar", evaluacion.Presentacion{}), falla.NoEncontrada), "para otro órgano el plan no existe")
	k.hacer("2026-03-17", jalisco, "presentar", evaluacion.Presentacion{})

	k.hacer("2026-03-18", personal(coordinacion), "turnar", evaluacion.Consulta{Destinatarios: []evaluacion.Destinatario{
		{Organo: "dn-prestaciones-medicas", Dias: 5}, {Organo: "dn-administracion", Dias: 3, Acciones: []string{"B"}},
	}})
	require.Len(t, k.enlaces, 2)
	assert.Equal(t, tramite.Enlace{Acto: "comentar", Organo: "dn-administracion", Rol: doe.Normativo, Dias: 33}, k.enlaces[1])
	k.hacer("2026-03-19", normativo("dn-prestaciones-medicas"), "comentar", evaluacion.Comentario{
		Opinion: "En general de acuerdo", Observaciones: []evaluacion.Senalamiento{{Accion: "A1", Texto: "Falta prever la compra consolidada"}},
	})
	assert.Empty(t, k.despertar("2026-03-23"), "cuentan 19, 20 y 23 de marzo")
	assert.Equal(t, []string{"vencer-opinion"}, k.despertar("2026-03-24"))
	assert.Equal(t, evaluacion.TurnoVencido, k.r.Turnos[1].Estado)
	assert.False(t, k.r.Relojes[len(k.r.Relojes)-1].Cumplido, "el silencio no cumple el plazo")

	k.hacer("2026-03-24", personal(division), "supervisar", evaluacion.Revision{Observaciones: []evaluacion.Senalamiento{{Accion: "B", Texto: "Falta la gestión con la Dirección de Administración"}}})
	k.hacer("2026-03-25", titular(division), "devolver", evaluacion.Devolucion{Motivo: "Dos observaciones por atender"})
	k.falla(jalisco, "presentar", evaluacion.Presentacion{}, evaluacion.ObservacionSinAtener, "registro.observaciones[0]")
	nuevo := borrador()
	nuevo.Acciones[1].Descripcion, nuevo.Acciones[3].AreaNormativa = "Acción A1 con compra consolidada", "dn-administracion"
	k.hacer("2026-03-27", jalisco, "elaborar", nuevo)
	k.hacer("2026-03-30", jalisco, "presentar", evaluacion.Presentacion{Atenciones: []evaluacion.Atencion{
		{Observacion: "O1", Respuesta: "Se agregó la compra", Procede: true}, {Observacion: "O2", Respuesta: "Se agregó el área", Procede: true},
	}})
	cambios := evaluacion.Comparar(k.r.Versiones[0], k.r.Versiones[1])
	require.Len(t, cambios, 2)
	assert.Equal(t, plan.Diferencia{Linea: "B", Campo: "area_normativa", Antes: doe.ClaveOrgano(""), Despues: doe.ClaveOrgano("dn-administracion")}, cambios[1])

	k.hacer("2026-03-31", personal(division), "supervisar", evaluacion.Revision{Conforme: true})
	assert.True(t, falla.DeClase(k.intentar(titular("doe-7.1.1.3.1"), "supervisar", evaluacion.Revision{Conforme: true}), falla.Prohibida), "otra rama no supervisa")
	k.hacer("2026-04-06", titular(coordinacion), "validar", evaluacion.Visto{})
	k.falla(titular(unidad), "autorizar", evaluacion.Acuerdo{}, evaluacion.SinConciliar, "registro.conciliacion")
	k.hacer("2026-04-07", titular(integradora), "conciliar", evaluacion.Contraste{})
	assert.Equal(t, evaluacion.Validado, k.r.Estado, "conciliar no deshace lo validado")
	assert.True(t, falla.DeClase(k.intentar(titular(doe.Raiz), "autorizar", evaluacion.Acuerdo{}), falla.Prohibida), "autoriza la Unidad, no la Dirección")
	assert.True(t, falla.DeClase(k.intentar(personal(unidad), "autorizar", evaluacion.Acuerdo{}), falla.Prohibida), "firma quien encabeza")
	k.hacer("2026-04-08", titular(unidad), "autorizar", evaluacion.Acuerdo{Nota: "Informar cada mes"})
	k.hacer("2026-04-09", jalisco, "iniciar", evaluacion.Arranque{})

	k.hacer("2026-05-04", jalisco, "reportar-avance", reporte("A1", 5000, pdf(1, "2026-04-01", "2026-04-30")))
	assert.Equal(t, tramite.Centesimas(0), k.r.Cumplimiento, "lo reportado no cuenta")
	assert.Equal(t, tramite.Centesimas(2500), k.r.Avance)
	rechazo := evaluacion.Comprobacion{Accion: "A1", Evidencias: []evaluacion.Fallo{{Evidencia: "E1", Resultado: plan.EvidenciaRechazada, Motivo: "Sin firma"}}}
	k.hacer("2026-05-06", personal(division), "verificar", rechazo)
	assert.Equal(t, tramite.Centesimas(0), k.accion("A1").Avance, "lo no probado se deshace")
	segunda := pdf(2, "2026-04-01", "2026-04-30")
	segunda.Reemplaza = "E1"
	k.hacer("2026-05-08", jalisco, "reportar-avance", reporte("A1", 5000, segunda))
	assert.Equal(t, 2, k.accion("A1").Evidencias[1].Revision)
	k.hacer("2026-05-11", personal(division), "verificar", acepta("A1", 5000, "E2"))
	assert.Equal(t, tramite.Centesimas(2500), k.r.Cumplimiento, "la mitad de un peso de 50 por ciento")
	assert.Equal(t, tramite.Centesimas(3571), k.accion("G").Verificado, "la mitad de 50 sobre 70")

	k.hacer("2026-06-15", jalisco, "pedir-reprogramacion", evaluacion.PeticionPlazo{Accion: "B", Fin: dia("2026-09-30"), Motivo: "Falta equipo"})
	k.hacer("2026-06-16", personal(division), "reprogramar", evaluacion.Cambio{Accion: "B", Fin: dia("2026-09-15"), Motivo: "Falta equipo"})
	b := k.accion("B")
	assert.Equal(t, "2026-08-31", b.FinOriginal.String())
	assert.Nil(t, b.Solicitud)
	assert.Equal(t, []string{"vencer-accion"}, k.despertar("2026-07-01"), "A1 vencía el 30 de junio")
	require.Len(t, k.r.Vencidas(k.hoy), 1)
	k.hacer("2026-07-06", jalisco, "reportar-avance", reporte("A1", 10000, pdf(3, "2026-05-01", "2026-07-05")))
	k.hacer("2026-07-07", personal(division), "verificar", acepta("A1", 10000, "E3"))
	assert.Equal(t, "2026-07-06", k.accion("A1").FinReal.String())
	k.hacer("2026-09-01", jalisco, "reportar-avance", reporte("A2", 10000, pdf(4, "2026-07-06", "2026-08-31")))
	k.hacer("2026-09-02", personal(division), "verificar", acepta("A2", 10000, "E1"))
	assert.Equal(t, evaluacion.AccionCumplida, k.accion("G").Estado)

	assert.Equal(t, []string{"vencer-accion"}, k.despertar("2026-09-16"))
	k.hacer("2026-09-17", titular(division), "declarar-incumplimiento", evaluacion.Falta{Accion: "B", Causa: evaluacion.CausaMaterial, Motivo: "Sin equipo"})
	k.falla(personal(division), "concluir", evaluacion.Conclusion{}, evaluacion.FaltaSinMedida, "registro.acciones[3]")
	assert.True(t, falla.DeClase(k.intentar(titular(unidad), "dictar-medida", evaluacion.DictarMedida.Ejemplo), falla.Prohibida), "las medidas las dicta la Dirección")
	medida := evaluacion.DictarMedida.Ejemplo
	medida.Accion, medida.Hallazgo = "B", ""
	k.hacer("2026-09-18", titular(doe.Raiz), "dictar-medida", medida)
	k.hacer("2026-10-01", personal(division), "concluir", evaluacion.Conclusion{})
	assert.Equal(t, tramite.Centesimas(7000), k.r.Cumplimiento)
	k.hacer("2026-11-03", personal(unidad), "aplicar-medida", evaluacion.Aplicacion{Medida: "M1", Fecha: dia("2026-11-02"), Resultado: "Se prestó equipo", SHA256: sha(9)})
	k.hacer("2026-12-01", personal(division), "verificar-efecto", mide(9600, 8000, 4500, "2026-11-30"))
	assert.Equal(t, evaluacion.Parcial, k.r.Efecto.Resultado)
	k.hacer("2026-12-02", titular(division), "cerrar", evaluacion.Termino{})
	assert.Equal(t, evaluacion.Cerrado, k.r.Estado)
	for _, r := range k.r.Relojes {
		assert.False(t, r.Corre(), r.Plazo)
	}
}

func TestLosEventosReproducenElPlan(t *testing.T) {
	k := concluido(t)
	b, err := json.Marshal(k.eventos)
	require.NoError(t, err)
	var es []tramite.Evento
	require.NoError(t, json.Unmarshal(b, &es))
	r, err := evaluacion.Planes.Reproducir(folio, es)
	require.NoError(t, err)
	vivo, _ := evaluacion.Planes.Codificar(&k.r)
	otro, _ := evaluacion.Planes.Codificar(r)
	assert.Equal(t, string(vivo), string(otro))
}
