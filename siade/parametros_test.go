package siade_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
	"github.com/operacion-abierta/operacion/siade"
)

var (
	administra = doe.Actor{Sub: "sis", Nombre: "Información y Sistemas", Unidad: "doe-7.1.3.1.4", Puesto: doe.Personal}
	desk       = doe.Actor{Sub: "taod-14", Nombre: "Técnica", Unidad: doe.CAOOD, OOAD: "14", Puesto: doe.TAOD}
	mando      = doe.Actor{Sub: "jefa-14", Nombre: "Jefa", Unidad: doe.CAOOD, OOAD: "14", Puesto: doe.Titular}
)

const col = siade.ColeccionParametros

func edicion(desde string, cambios ...func(*siade.EdicionParametros)) siade.EdicionParametros {
	e := siade.EdicionParametros{Desde: fecha.MustParse(desde), Documento: "Oficio 1", Motivo: "Se acortan los términos."}
	for _, c := range cambios {
		c(&e)
	}
	return e
}

// unaQueja registers a complaint and gives its folio.
func unaQueja(x *prueba.Archivo, cambios ...func(*siade.Registro)) string {
	e := siade.Registro{
		Canal: siade.Modulo, Relato: "No hay citas.", Peticionario: siade.DatosPeticionario{Tipo: siade.Derechohabiente, Anonimo: true},
		Clasificacion: &siade.Clasificacion{Tipo: siade.Queja},
	}
	for _, c := range cambios {
		c(&e)
	}
	return x.Hacer(desk, siade.Coleccion, "", "", e)
}

func vence(x *prueba.Archivo, folio string) string {
	p := prueba.Leer[siade.Peticion](x, siade.Coleccion, folio)
	c := x.Contexto(desk)
	return siade.Peticiones.Vencimiento(&p, &c).Vence.String()
}

func banco(t *testing.T) *prueba.Archivo {
	return prueba.Nuevo(t, "2026-03-02", siade.Peticiones, siade.RegistroParametros)
}

func TestRegla30CadaPeticionConservaLaReglaDeSuDia(t *testing.T) {
	x := banco(t)
	antes := unaQueja(x)
	assert.Equal(t, "2026-03-30", vence(x, antes), "twenty working days, as configured")
	assert.Nil(t, prueba.Leer[siade.Peticion](x, siade.Coleccion, antes).Reglas)

	f := x.Hacer(administra, col, "", "", edicion("2026-03-03", func(e *siade.EdicionParametros) {
		e.Responder = []siade.ParaResponder{{Tipo: siade.Queja, Gravedad: siade.Prioritaria, Dias: 3}, {Tipo: siade.Queja, Dias: 10}}
		e.Acuse, e.Reapertura = 1, 40
	}))
	hoy := unaQueja(x)
	assert.Equal(t, "2026-03-30", vence(x, hoy), "it rules from tomorrow")
	x.El("2026-03-03")
	con := unaQueja(x)
	assert.Equal(t, "2026-03-17", vence(x, con), "ten working days: the rest day of March falls on a Saturday")
	assert.Equal(t, siade.DiasTermino{Edicion: 1, Dias: 10}, *prueba.Leer[siade.Peticion](x, siade.Coleccion, con).Clasificacion.Termino)
	x.Hacer(desk, siade.Coleccion, con, "reclasificar", siade.Reclasificacion{Clasificacion: siade.Clasificacion{Tipo: siade.Queja, Gravedad: siade.Prioritaria}, Motivo: "Espera una cirugía."})
	assert.Equal(t, "2026-03-06", vence(x, con), "the term of its class, by the edition of its day")
	assert.Equal(t, "2026-03-30", vence(x, antes))

	// A later edition leaves it as it was; what it says of open ones is told.
	x.Hacer(administra, col, f, "modificar", edicion("2026-03-10", func(e *siade.EdicionParametros) {
		e.Responder = []siade.ParaResponder{{Tipo: siade.Queja, Dias: 15}}
	}))
	x.El("2026-03-10")
	x.Hacer(desk, siade.Coleccion, con, "reclasificar", siade.Reclasificacion{Clasificacion: siade.Clasificacion{Tipo: siade.Queja}, Motivo: "Ya la programaron."})
	assert.Equal(t, "2026-03-17", vence(x, con), "still by the first")
	p := prueba.Leer[siade.Parametros](x, col, f)
	assert.Zero(t, p.PorAdoptar(x.Ahora.Dia()))

	x.Hacer(administra, col, f, "modificar", edicion("2026-03-11", func(e *siade.EdicionParametros) {
		e.Responder, e.Abiertas = []siade.ParaResponder{{Tipo: siade.Queja, Dias: 12}}, true
	}))
	x.El("2026-03-11")
	p = prueba.Leer[siade.Parametros](x, col, f)
	assert.Equal(t, 3, p.PorAdoptar(x.Ahora.Dia()))
	x.Hacer(doe.Reloj(), siade.Coleccion, con, "adoptar-reglas", siade.CambioReglas{})
	x.Hacer(doe.Reloj(), siade.Coleccion, antes, "adoptar-reglas", siade.CambioReglas{})
	assert.Equal(t, "2026-03-19", vence(x, con), "unless the change says otherwise")
	assert.Equal(t, "2026-03-18", vence(x, antes))
	x.Hacer(doe.Reloj(), col, f, "asentar-adopcion", siade.Adopcion{Edicion: 3, Cuantas: 2})
	p = prueba.Leer[siade.Parametros](x, col, f)
	assert.Zero(t, p.PorAdoptar(x.Ahora.Dia()))
}

func TestRegla30LaVentanaLaEscaleraYLosCanalesSonLosDeSuDia(t *testing.T) {
	x := banco(t)
	x.Hacer(administra, col, "", "", edicion("2026-03-02", func(e *siade.EdicionParametros) {
		e.Reapertura, e.Calificacion, e.Escalera = 1, 5, []doe.ClaveUnidad{"doe-7.1.3"}
		e.Canales = []siade.CanalesOOAD{{OOAD: "14", Canales: []siade.Canal{siade.Modulo}}}
		e.Sensibles = []siade.TemaSensible{{Tema: "violencia", Sensibilidad: siade.Violencia}}
	}))
	x.Rompe(desk, siade.Coleccion, "", "", siade.Registro{Canal: siade.Telefono, Relato: "No hay citas.", Peticionario: siade.DatosPeticionario{Tipo: siade.Derechohabiente, Anonimo: true}}, "SIADE-PARAMETROS-01 body.canal")
	f := unaQueja(x, func(e *siade.Registro) { e.Clasificacion.Tema = "violencia" })
	p := prueba.Leer[siade.Peticion](x, siade.Coleccion, f)
	assert.True(t, p.Clasificacion.Sensible)
	assert.Equal(t, siade.Violencia, p.Clasificacion.Sensibilidad)

	x.Amanece("2026-05-20")
	p = prueba.Leer[siade.Peticion](x, siade.Coleccion, f)
	var sube []doe.ClaveUnidad
	for _, e := range p.Escalamientos {
		sube = append(sube, e.Unidad)
	}
	assert.Equal(t, []doe.ClaveUnidad{doe.CAOOD, "doe-7.1.3"}, sube)

	g := x.Hacer(desk, siade.Coleccion, "", "", siade.Registro{
		Canal: siade.Modulo, Relato: "Cómo registro a mi hija.", Peticionario: siade.DatosPeticionario{Tipo: siade.Derechohabiente, Anonimo: true},
		Clasificacion: &siade.Clasificacion{Tipo: siade.Orientacion}, AtencionInmediata: &siade.AtencionInmediata{Respuesta: "Se explicó."},
	})
	q := prueba.Leer[siade.Peticion](x, siade.Coleccion, g)
	assert.Equal(t, "2026-05-21", q.ReabreHasta.String())
	assert.Equal(t, "2026-05-25", q.CalificaHasta.String())
	x.El("2026-05-22")
	x.Rompe(mando, siade.Coleccion, g, "reabrir", siade.Motivo{Motivo: "Faltó un requisito."}, "SIADE-PETICION-43 body")
}

func TestLosParametrosDicenTodasSusFallas(t *testing.T) {
	x := banco(t)
	mala := edicion("2026-03-01", func(e *siade.EdicionParametros) {
		e.Responder = []siade.ParaResponder{{Tipo: siade.Queja, Dias: 10}, {Tipo: siade.Queja, Gravedad: siade.Prioritaria, Dias: 3}}
		e.Escalera = []doe.ClaveUnidad{"caood-7.1", "doe-7.1.6"}
		e.Sensibles = []siade.TemaSensible{{Tema: "a b", Sensibilidad: siade.Violencia}}
		e.Canales = []siade.CanalesOOAD{{OOAD: "14", Canales: []siade.Canal{siade.Modulo}}, {OOAD: "14", Canales: []siade.Canal{siade.Web}}, {OOAD: "77", Canales: []siade.Canal{siade.Web}}}
	})
	x.Rompe(administra, col, "", "", mala, "SIADE-PARAMETROS-02 body.desde", "SIADE-PARAMETROS-03 body.responder[1]", "SIADE-PETICION-20 body.escalera[0]", "SIADE-PETICION-20 body.escalera[1]",
		"SIADE-PARAMETROS-04 body.sensibles[0].tema", "SIADE-PARAMETROS-05 body.canales[1].ooad", "SIADE-PARAMETROS-05 body.canales[2].ooad")
	x.Rompe(mando, col, "", "", edicion("2026-03-02"), "sin-facultad")
}

func TestPropiedadesDeLosParametros(t *testing.T) {
	prueba.Propiedades(t, siade.RegistroParametros, prueba.Opciones{Otros: []tramite.Cualquiera{siade.Peticiones}, Entradas: map[string][]any{
		"modificar": {edicion("2026-09-01"), edicion("2026-12-01", func(e *siade.EdicionParametros) { e.Abiertas = true })},
	}})
}

func TestLasReglasDeLosParametrosTienenCodigoConsecutivoYFuente(t *testing.T) {
	for i, r := range siade.ReglasParametros() {
		assert.Equal(t, fmt.Sprintf("SIADE-PARAMETROS-%02d", i+1), r.Codigo)
		assert.NotEmpty(t, r.Fuente.Norma)
	}
}
