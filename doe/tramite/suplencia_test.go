package tramite_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

func TestRegla04QuienSupleFirmaMientrasRigeSuDocumento(t *testing.T) {
	r := crear(t, Solicitud{Expediente: "A-1", Inmediato: true}).Registro
	suplente := doe.Actor{Sub: "s", Nombre: "S", Unidad: "doe-7.1.3", Puesto: doe.Mando, Suplencia: &doe.Suplencia{
		De: "titular-uad", Documento: "Oficio 7", Desde: fecha.MustParse("2026-03-03"), Hasta: fecha.MustParse("2026-03-04"),
	}}
	h, err := tramite.Ejecutar(prestamos, r, prorrogar, Mas{Dias: 1}, contexto(suplente, "2026-03-04"))
	require.NoError(t, err)
	e := h.Eventos[0]
	assert.Equal(t, doe.PorSuplencia, e.Fundamento.Tipo)
	assert.Equal(t, "Oficio 7", e.Fundamento.Documento)
	assert.Equal(t, "titular-uad", e.Actor.EnLugarDe)
	_, err = tramite.Ejecutar(prestamos, r, prorrogar, Mas{Dias: 1}, contexto(suplente, "2026-03-05"))
	assert.True(t, falla.DeClase(err, falla.Prohibida), "vencida la suplencia, no firma")
}

func TestUnaEncomiendaDejaHacerLoDelSuperior(t *testing.T) {
	r := crear(t, Solicitud{Expediente: "A-1", Inmediato: true}).Registro
	jefa := doe.Actor{Sub: "j", Nombre: "J", Unidad: "doe-7.1.3.1", Puesto: doe.Titular}
	_, err := tramite.Ejecutar(prestamos, r, prorrogar, Mas{Dias: 1}, contexto(jefa, "2026-03-04"))
	require.True(t, falla.DeClase(err, falla.Prohibida), "autorizar es de 7.1.3")
	jefa.Encomienda = &doe.Encomienda{De: "doe-7.1.3", Facultad: "siade.atencion:autorizar", Documento: "Oficio 9", Desde: fecha.MustParse("2026-03-03"), Hasta: fecha.MustParse("2026-03-04")}
	h, err := tramite.Ejecutar(prestamos, r, prorrogar, Mas{Dias: 1}, contexto(jefa, "2026-03-04"))
	require.NoError(t, err)
	f := h.Eventos[0].Fundamento
	assert.Equal(t, doe.PorEncomienda, f.Tipo)
	assert.Equal(t, []doe.ClaveFuncion{"doe-7.1.3.1/15"}, f.Funciones.Lista(), "su función residual")

	casos := map[string]func(a *doe.Actor, dia *string){
		"vencida":                    func(_ *doe.Actor, dia *string) { *dia = "2026-03-05" },
		"de otra facultad":           func(a *doe.Actor, _ *string) { a.Encomienda.Facultad = "siade.atencion:atender" },
		"de quien no puede":          func(a *doe.Actor, _ *string) { a.Unidad, a.Encomienda.De = "doe-7.1.3.1.1", "doe-7.1.3.1" },
		"de quien no es su superior": func(a *doe.Actor, _ *string) { a.Encomienda.De = "doe-7.1.1" },
		"firmada por personal":       func(a *doe.Actor, _ *string) { a.Puesto = doe.Personal },
	}
	for nombre, cambia := range casos {
		otra, dia := jefa, "2026-03-04"
		e := *jefa.Encomienda
		otra.Encomienda = &e
		cambia(&otra, &dia)
		_, err := tramite.Ejecutar(prestamos, r, prorrogar, Mas{Dias: 1}, contexto(otra, dia))
		assert.True(t, falla.DeClase(err, falla.Prohibida), nombre)
	}
}

func TestRegla04ADelegacionLetsSignTheActsNamed(t *testing.T) {
	r := crear(t, Solicitud{Expediente: "A-1", Inmediato: true}).Registro
	delegada := doe.Actor{Sub: "d", Nombre: "D", Unidad: "doe-7.1.3.1.1", Puesto: doe.Mando, Delegacion: &doe.Delegacion{
		De: "titular-uad", Unidad: "doe-7.1.3", Facultades: doe.Alguna("siade.atencion:autorizar"), Documento: "Acuerdo delegatorio 3",
		Desde: fecha.MustParse("2026-03-03"), Hasta: fecha.MustParse("2026-03-04"),
	}}
	for _, dia := range []string{"2026-03-03", "2026-03-04"} {
		h, err := tramite.Ejecutar(prestamos, r, prorrogar, Mas{Dias: 1}, contexto(delegada, dia))
		require.NoError(t, err)
		e := h.Eventos[0]
		assert.Equal(t, doe.PorSuplencia, e.Fundamento.Tipo)
		assert.Equal(t, "Acuerdo delegatorio 3", e.Fundamento.Documento)
		assert.Equal(t, doe.ClaveUnidad("doe-7.1.3"), e.Fundamento.Funciones.At(0).Unidad(), "en las funciones de quien delega")
		assert.Equal(t, doe.ClaveUnidad("doe-7.1.3.1.1"), e.Unidad)
		assert.Equal(t, "titular-uad", e.Actor.EnLugarDe)
		assert.Equal(t, &tramite.Representacion{Clase: tramite.DeDelegacion, Unidad: "doe-7.1.3", Desde: delegada.Delegacion.Desde, Hasta: delegada.Delegacion.Hasta}, e.Representacion)
	}
	casos := map[string]func(d *doe.Delegacion, dia *string){
		"antes":                func(_ *doe.Delegacion, dia *string) { *dia = "2026-03-02" },
		"vencida":              func(_ *doe.Delegacion, dia *string) { *dia = "2026-03-05" },
		"de otra facultad":     func(d *doe.Delegacion, _ *string) { d.Facultades = doe.Alguna("siade.atencion:atender") },
		"de quien no la tiene": func(d *doe.Delegacion, _ *string) { d.Unidad = "doe-7.1.3.1" },
		"de otra rama":         func(d *doe.Delegacion, _ *string) { d.Unidad = "doe-7.1.1" },
		"en cadena":            func(d *doe.Delegacion, _ *string) { d.Delegacion = &doe.Delegacion{De: "x"} },
		"sin documento":        func(d *doe.Delegacion, _ *string) { d.Documento = "" },
	}
	for nombre, cambia := range casos {
		otra, dia := delegada, "2026-03-04"
		d := *delegada.Delegacion
		otra.Delegacion = &d
		cambia(&d, &dia)
		_, err := tramite.Ejecutar(prestamos, r, prorrogar, Mas{Dias: 1}, contexto(otra, dia))
		assert.True(t, falla.DeClase(err, falla.Prohibida), nombre)
	}
}

func TestTheHeadOfOnesOwnUnitDelegatesItsSignature(t *testing.T) {
	r := crear(t, Solicitud{Expediente: "A-1", Inmediato: true}).Registro
	mando := doe.Actor{Sub: "m", Nombre: "M", Unidad: "doe-7.1.3", Puesto: doe.Mando}
	_, err := tramite.Ejecutar(prestamos, r, prorrogar, Mas{Dias: 1}, contexto(mando, "2026-03-04"))
	require.True(t, falla.DeClase(err, falla.Prohibida))
	mando.Delegacion = &doe.Delegacion{
		De: "titular-uad", Unidad: "doe-7.1.3", Facultades: doe.Alguna("siade.atencion:autorizar"), Documento: "Oficio 4",
		Desde: fecha.MustParse("2026-03-04"), Hasta: fecha.MustParse("2026-03-04"),
	}
	h, err := tramite.Ejecutar(prestamos, r, prorrogar, Mas{Dias: 1}, contexto(mando, "2026-03-04"))
	require.NoError(t, err)
	assert.Equal(t, tramite.DeDelegacion, h.Eventos[0].Representacion.Clase)
	// A stand-in in force comes first.
	mando.Suplencia = &doe.Suplencia{De: "titular-uad", Documento: "Oficio 5", Desde: fecha.MustParse("2026-03-04"), Hasta: fecha.MustParse("2026-03-04")}
	h, err = tramite.Ejecutar(prestamos, r, prorrogar, Mas{Dias: 1}, contexto(mando, "2026-03-04"))
	require.NoError(t, err)
	assert.Equal(t, tramite.DeSuplencia, h.Eventos[0].Representacion.Clase)
	assert.Equal(t, "Oficio 5", h.Eventos[0].Fundamento.Documento)
}

func TestWhatAUnitWasAssignedItsHeadDoesNotDelegate(t *testing.T) {
	r := crear(t, Solicitud{Expediente: "A-1", Inmediato: true}).Registro
	dia := fecha.MustParse("2026-03-04")
	a := doe.Actor{Sub: "a", Nombre: "A", Unidad: "doe-7.1.3.1", Puesto: doe.Personal,
		Encomienda: &doe.Encomienda{De: "doe-7.1.3", Facultad: "siade.atencion:autorizar", Documento: "Oficio 9", Desde: dia, Hasta: dia},
		Delegacion: &doe.Delegacion{De: "jefa", Unidad: "doe-7.1.3.1", Facultades: doe.Alguna("siade.atencion:autorizar"), Documento: "Oficio 10", Desde: dia, Hasta: dia}}
	_, err := tramite.Ejecutar(prestamos, r, prorrogar, Mas{Dias: 1}, contexto(a, "2026-03-04"))
	assert.True(t, falla.DeClase(err, falla.Prohibida))
}
