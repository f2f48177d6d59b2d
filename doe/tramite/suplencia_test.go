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
