package supervision_test

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
	"github.com/operacion-abierta/operacion/doe/version"
	"github.com/operacion-abierta/operacion/siade/supervision"
)

var (
	sistemas = doe.Actor{Sub: "sis-04", Nombre: "Información y Sistemas", Unidad: "doe-7.1.3.1.4", Puesto: doe.Personal}
	division = doe.Actor{Sub: "sis-01", Nombre: "Titular de Información y Sistemas", Unidad: "doe-7.1.3.1.4", Puesto: doe.Titular}
	coordina = doe.Actor{Sub: "coord", Nombre: "Coordinación", Unidad: "doe-7.1.3.1", Puesto: doe.Titular}
	unidad   = doe.Actor{Sub: "uni", Nombre: "Unidad", Unidad: "doe-7.1.3", Puesto: doe.Titular}
	jalisco  = doe.Actor{Sub: "caood-14", Nombre: "Coordinación Jalisco", Unidad: doe.CAOOD, OOAD: "14", Puesto: doe.Titular}
)

func dia(s string) fecha.Fecha { return fecha.MustParse(s) }

// archivo is a small store with its clock.
type archivo struct{ *prueba.Archivo }

func nuevo(t testing.TB) *archivo {
	return &archivo{prueba.Nuevo(t, "2026-03-02", supervision.Cedulas, supervision.Programas, supervision.Visitas, supervision.Sitios)}
}

// rompe demands that an act be refused for exactly these rules, as "NN path"
// for those of the package.
func (x *archivo) rompe(a doe.Actor, col, folio, acto string, e any, fallas ...string) {
	x.Helper()
	for i, f := range fallas {
		if f[0] >= '0' && f[0] <= '9' {
			fallas[i] = "SIADE-SUPERVISION-" + f
		}
	}
	x.Rompe(a, col, folio, acto, e, fallas...)
}

func (x *archivo) visita(folio string) supervision.Visita {
	return prueba.Leer[supervision.Visita](x.Archivo, supervision.ColeccionVisitas, folio)
}

// cedula leaves a checklist in force from today.
func (x *archivo) cedula() string {
	folio := x.Hacer(sistemas, supervision.ColeccionCedulas, "", "", supervision.PrimeraCedula)
	x.Hacer(unidad, supervision.ColeccionCedulas, folio, "autorizar", version.Vigor{Desde: x.Ahora.Dia(), Oficio: "7.1.3/0031/2026"})
	return folio
}

// propuesta visits two sites of OOAD 14 and excuses every other body.
func propuesta() supervision.Propuesta {
	p := supervision.ElaborarPrograma.Ejemplo.Propuesta
	otra := p.Visitas[0]
	otra.Clave, otra.Lapso = "V-14-02", supervision.Lapso{Inicio: dia("2026-09-07"), Fin: dia("2026-09-08")}
	p.Visitas, p.SinVisita = []supervision.Prevista{p.Visitas[0], otra}, nil
	for _, o := range doe.Vigente().Organos(doe.OrganoOOAD) {
		if o.OOAD != "14" {
			p.SinVisita = append(p.SinVisita, supervision.Excepcion{OOAD: o.OOAD, Motivo: "Se visitó en el año anterior."})
		}
	}
	return p
}

// programa leaves a programme authorised.
func (x *archivo) programa() string {
	const col = supervision.ColeccionProgramas
	folio := x.Hacer(sistemas, col, "", "", supervision.AltaPrograma{Ejercicio: 2026, Propuesta: propuesta()})
	x.Hacer(sistemas, col, folio, "presentar", tramite.Vacia{})
	x.Hacer(unidad, col, folio, "autorizar", supervision.AutorizarPrograma.Ejemplo)
	return folio
}

// banco has a checklist, a programme and the record of its first visit.
func banco(t testing.TB) (x *archivo, programa, visita string) {
	x = nuevo(t)
	x.cedula()
	programa = x.programa()
	return x, programa, x.abrir(programa, "V-14-01")
}

func (x *archivo) abrir(programa, clave string) string {
	e := supervision.Programar.Ejemplo
	e.Programa, e.Visita = programa, clave
	return x.Hacer(sistemas, supervision.ColeccionVisitas, "", "", e)
}

// empezar takes a visit to its first day, notified.
func (x *archivo) empezar(folio, d string) {
	const col = supervision.ColeccionVisitas
	x.Hacer(coordina, col, folio, "notificar", supervision.Notificar.Ejemplo)
	x.El(d)
	x.Hacer(sistemas, col, folio, "iniciar", supervision.Inicio{})
}

// firmar takes a visit that started to its signed minutes.
func (x *archivo) firmar(folio string, os ...supervision.Asentada) {
	const col = supervision.ColeccionVisitas
	x.Hacer(sistemas, col, folio, "aplicar-cedula", supervision.AplicarCedula.Ejemplo)
	e := supervision.LevantarActa.Ejemplo
	if os != nil {
		e.Observaciones = os
	}
	x.Hacer(sistemas, col, folio, "levantar-acta", e)
	x.Hacer(jalisco, col, folio, "firmar-acta", supervision.FirmarActa.Ejemplo)
}

// enAtencion is a visit of 20 April with its observation to attend.
func enAtencion(t testing.TB) (*archivo, string) {
	x, _, v := banco(t)
	x.empezar(v, "2026-04-20")
	x.firmar(v)
	return x, v
}

func prohibe(t testing.TB, err error, unidades ...string) {
	t.Helper()
	var mal *falla.Error
	require.True(t, errors.As(err, &mal) && mal.Clase == falla.Prohibida, "%v", err)
	var hay []string
	for _, u := range mal.Facultadas {
		hay = append(hay, u.Unidad)
	}
	require.Equal(t, unidades, hay)
}
