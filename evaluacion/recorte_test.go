package evaluacion_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
	"github.com/operacion-abierta/operacion/evaluacion"
)

const (
	medicas        doe.ClaveOrgano = "dn-prestaciones-medicas"
	administrativa doe.ClaveOrgano = "dn-administracion"
)

// ve is the plan as an actor may see it, and as it is encoded for them.
func (k *caso) ve(a doe.Actor) (evaluacion.PlanMejora, string) {
	k.t.Helper()
	r, doc := prueba.Ve(k.t, evaluacion.Planes, &k.r, a)
	return *r, doc
}

func (k *caso) adjunta(el string, a doe.Actor, nombre string, n int) {
	k.t.Helper()
	k.hacer(el, a, "adjuntar", tramite.Adjunto{Nombre: nombre, SHA256: sha(n), Tipo: "application/pdf", Bytes: 1})
}

func archivos(p evaluacion.PlanMejora) (out []string) {
	for _, a := range p.Adjuntos {
		out = append(out, a.Nombre)
	}
	return out
}

func dice(texto string) []evaluacion.Senalamiento {
	return []evaluacion.Senalamiento{{Texto: texto}}
}

// revisado is a plan in review with something said by each who reviews it.
func revisado(t testing.TB) *caso {
	k := elaborado(t)
	k.adjunta("2026-03-16", personal(division), "formato del plan", 90)
	k.adjunta("2026-03-16", jalisco, "diagnóstico del órgano", 94)
	k.hacer("2026-03-17", jalisco, "presentar", evaluacion.Presentacion{})
	k.hacer("2026-03-18", titular(coordinacion), "turnar", evaluacion.Consulta{Destinatarios: []evaluacion.Destinatario{{Organo: medicas, Dias: 5}, {Organo: administrativa, Dias: 5}}})
	k.hacer("2026-03-19", normativo(medicas), "comentar", evaluacion.Comentario{Opinion: "médicas: opinión", Observaciones: dice("médicas: observación")})
	k.hacer("2026-03-19", normativo(administrativa), "comentar", evaluacion.Comentario{Opinion: "administrativa: opinión", Observaciones: dice("administrativa: observación")})
	k.hacer("2026-03-20", personal(division), "supervisar", evaluacion.Revision{Nota: "unidad: supervisión", Observaciones: dice("unidad: observación")})
	k.hacer("2026-03-20", titular(integradora), "conciliar", evaluacion.Contraste{Nota: "unidad: conciliación", Diferencias: dice("unidad: diferencia")})
	k.adjunta("2026-03-20", jalisco, "anexo del órgano", 91)
	k.adjunta("2026-03-20", normativo(medicas), "anexo de médicas", 92)
	k.adjunta("2026-03-20", personal(division), "nota de trabajo", 93)
	return k
}

// corregido is the plan given back, presented again and in its second review.
func corregido(t testing.TB) *caso {
	k := revisado(t)
	k.hacer("2026-03-23", titular(division), "devolver", evaluacion.Devolucion{Motivo: "Hay observaciones por atender"})
	var as []evaluacion.Atencion
	for _, o := range k.r.Observaciones {
		as = append(as, evaluacion.Atencion{Observacion: o.Clave, Respuesta: "Se atendió", Procede: true})
	}
	k.hacer("2026-03-25", jalisco, "presentar", evaluacion.Presentacion{Atenciones: as})
	k.hacer("2026-03-26", titular(coordinacion), "turnar", evaluacion.Consulta{Destinatarios: []evaluacion.Destinatario{{Organo: medicas, Dias: 5}}})
	k.hacer("2026-03-27", normativo(medicas), "comentar", evaluacion.Comentario{Opinion: "médicas: segunda opinión", Observaciones: dice("médicas: se puede dispensar")})
	k.hacer("2026-03-27", personal(division), "supervisar", evaluacion.Revision{Conforme: true, Nota: "unidad: conforme"})
	return k
}

func TestElOrganoVeLaRevisionCuandoSeLeComunica(t *testing.T) {
	k := revisado(t)
	p, doc := k.ve(jalisco)
	for _, s := range []string{"médicas:", "administrativa:", "unidad:"} {
		assert.NotContains(t, doc, s)
	}
	assert.Len(t, p.Turnos, 2, "sabe a quién se consultó")
	assert.Equal(t, k.r.Acciones, p.Acciones)
	assert.Nil(t, p.Supervision)
	assert.Nil(t, p.Conciliacion)
	assert.Equal(t, []string{"formato del plan", "diagnóstico del órgano", "anexo del órgano"}, archivos(p))
	colega := jalisco
	colega.Sub = "otra persona"
	p, _ = k.ve(colega)
	assert.Contains(t, archivos(p), "anexo del órgano", "lo de su órgano, aunque lo adjuntara otra persona")

	k.hacer("2026-03-23", titular(division), "devolver", evaluacion.Devolucion{Motivo: "Hay observaciones por atender"})
	p, _ = k.ve(jalisco)
	assert.Equal(t, sinIntervenciones(k.r), p, "devuelto, lo ve entero")
	assert.Equal(t, []evaluacion.VersionDevuelta{{Version: 1, Motivo: "Hay observaciones por atender", Unidad: division, Dia: dia("2026-03-23")}}, p.Devoluciones)

	k = corregido(t)
	k.hacer("2026-03-30", titular(coordinacion), "validar", evaluacion.Visto{Nota: "unidad: visto", Dispensas: []evaluacion.Dispensa{{Observacion: "O5", Motivo: "Ya consta"}}})
	p, doc = k.ve(jalisco)
	assert.Len(t, p.Observaciones, 4, "las de la primera versión")
	assert.Contains(t, doc, "médicas: opinión")
	assert.NotContains(t, doc, "médicas: se")
	assert.NotContains(t, doc, "unidad: visto")
	assert.NotContains(t, doc, "unidad: conforme")
	k.hacer("2026-03-31", titular(integradora), "conciliar", evaluacion.Contraste{})
	k.hacer("2026-04-01", titular(unidad), "autorizar", evaluacion.Acuerdo{})
	p, _ = k.ve(jalisco)
	assert.Equal(t, sinIntervenciones(k.r), p, "autorizado, lo ve entero")
}

func TestLoQueNoSeComunicoAntesDeCancelarNoSeVe(t *testing.T) {
	k := revisado(t)
	k.hacer("2026-03-23", titular(coordinacion), "cancelar", evaluacion.Cancelar.Ejemplo)
	p, _ := k.ve(jalisco)
	assert.Empty(t, p.Observaciones)
	k = revisado(t)
	k.hacer("2026-03-23", titular(division), "devolver", evaluacion.Devolucion{Motivo: "Hay observaciones por atender"})
	k.hacer("2026-03-24", titular(coordinacion), "cancelar", evaluacion.Cancelar.Ejemplo)
	p, _ = k.ve(jalisco)
	assert.Equal(t, sinIntervenciones(k.r), p, "lo ya comunicado no se retira")
}

func TestUnaDireccionVeElPlanQueSeLeTurnoYLoSuyo(t *testing.T) {
	k := revisado(t)
	k.hacer("2026-03-20", titular(unidad), "orientar", evaluacion.Guia{Hallazgo: "H1", Tema: "Abasto", Recomendacion: "unidad: orientación"})
	p, doc := k.ve(normativo(medicas))
	assert.ElementsMatch(t, []string{"folio", "version", "estado", "unidad", "ooad", "creado", "actualizado", "relojes", "adjuntos",
		"organo", "organo_nombre", "area", "rama", "coordinacion", "asunto", "origen", "referencia", "hallazgos", "acciones",
		"avance", "cumplimiento", "versiones", "turnos", "observaciones"}, prueba.Campos(t, doc))
	for _, s := range []string{"administrativa:", "unidad:", string(administrativa)} {
		assert.NotContains(t, doc, s)
	}
	require.Len(t, p.Turnos, 1)
	assert.Equal(t, "médicas: opinión", p.Turnos[0].Opinion)
	require.Len(t, p.Observaciones, 1)
	assert.Equal(t, "médicas: observación", p.Observaciones[0].Texto)
	assert.Equal(t, k.r.Versiones, p.Versiones, "la versión turnada, con sus acciones")
	assert.Contains(t, doc, `"acciones":[]`, "el borrador es del órgano")
	require.Len(t, p.Relojes, 1)
	assert.Equal(t, string(medicas), p.Relojes[0].Clave)
	assert.Equal(t, []string{"diagnóstico del órgano", "anexo de médicas"}, archivos(p), "lo adjunto a la versión turnada y lo suyo")
	colega := normativo(medicas)
	colega.Sub = "otra persona"
	p, _ = k.ve(colega)
	assert.Equal(t, []string{"diagnóstico del órgano", "anexo de médicas"}, archivos(p), "aunque lo adjuntara otra persona")

	k = corregido(t)
	p, doc = k.ve(normativo(administrativa))
	require.Len(t, p.Versiones, 1, "la segunda no se le turnó")
	assert.Equal(t, 1, p.Versiones[0].Numero)
	assert.Equal(t, "Se atendió", p.Observaciones[0].Atencion, "sabe cómo se atendió lo suyo")
	assert.NotContains(t, doc, "médicas")
	assert.Equal(t, []string{"diagnóstico del órgano"}, archivos(p), "lo que se adjuntó después es de la segunda")
	p, _ = k.ve(normativo(medicas))
	assert.Len(t, p.Versiones, 2)
	assert.Equal(t, []string{"diagnóstico del órgano", "anexo del órgano", "anexo de médicas"}, archivos(p))
}

func TestUnaDireccionSigueElPlanAutorizadoSinSusPruebas(t *testing.T) {
	k := enEjecucion(t)
	k.hacer("2026-06-01", jalisco, "pedir-reprogramacion", evaluacion.PeticionPlazo{Accion: "B", Fin: dia("2026-09-30"), Motivo: "órgano: motivo"})
	k.hacer("2026-06-10", personal(coordinacion), "reportar-avance", reporte("A1", 8000, pdf(1, "2026-04-01", "2026-06-09")))
	v := acepta("A1", 5000, "E1")
	v.Nota = "unidad: nota"
	k.hacer("2026-06-22", personal(division), "verificar", v)
	assert.Equal(t, "unidad: nota", k.accion("A1").Nota)
	propia, ajena := evaluacion.DictarMedida.Ejemplo, evaluacion.DictarMedida.Ejemplo
	propia.Direcciones, ajena.Direcciones = []doe.ClaveOrgano{administrativa, medicas}, []doe.ClaveOrgano{administrativa}
	k.hacer("2026-06-23", titular(doe.Raiz), "dictar-medida", ajena)
	k.hacer("2026-06-23", titular(doe.Raiz), "dictar-medida", propia)
	for i, m := range []string{"M1", "M2"} {
		k.hacer("2026-06-30", personal(unidad), "aplicar-medida", evaluacion.Aplicacion{Medida: m, Fecha: dia("2026-06-30"), Resultado: "Se aplicó", SHA256: sha(50 + i)})
		k.adjunta("2026-06-30", personal(division), "prueba de "+m, 50+i)
		k.adjunta("2026-06-30", jalisco, "evidencia del órgano", 60+i)
	}
	p, doc := k.ve(normativo(medicas))
	for _, s := range []string{"evidencia-1.pdf", "órgano:", "unidad:"} {
		assert.NotContains(t, doc, s)
	}
	require.Len(t, p.Acciones, 4)
	assert.NotEmpty(t, k.accion("A1").Reportes)
	assert.Empty(t, p.Acciones[1].Reportes)
	assert.Equal(t, tramite.Centesimas(5000), p.Acciones[1].Verificado)
	assert.Equal(t, k.r.Cumplimiento, p.Cumplimiento)
	assert.Equal(t, k.r.Fin, p.Fin)
	assert.Equal(t, k.r.Autorizacion, p.Autorizacion)
	require.Len(t, p.Medidas, 1)
	assert.Equal(t, "M2", p.Medidas[0].Clave)
	assert.Equal(t, []string{"prueba de M2"}, archivos(p))
	p, _ = k.ve(jalisco)
	assert.Equal(t, sinIntervenciones(k.r), p, "el órgano lo ve entero")
}

func TestEnTodoEstadoLoRecortadoSeLee(t *testing.T) {
	for e, k := range casos(t) {
		for _, a := range []doe.Actor{jalisco, normativo(medicas), normativo("dn-finanzas")} {
			p, _ := k.ve(a)
			assert.Equal(t, k.r.Folio, p.Folio, e)
			assert.Equal(t, e, p.Estado)
			if a.Rol == doe.Normativo {
				assert.Nil(t, p.Conciliacion, e)
				assert.Nil(t, p.Validacion, e)
				assert.Nil(t, p.Efecto, e)
				assert.Empty(t, p.Incumplimientos, e)
			}
		}
		entero, _ := k.ve(titular(division))
		assert.Equal(t, k.r.Observaciones, entero.Observaciones, e)
	}
}

// sinIntervenciones is the plan without who of the units did what.
func sinIntervenciones(p evaluacion.PlanMejora) evaluacion.PlanMejora {
	p.Intervenciones = nil
	return p
}
