package indicador_test

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/envio"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/indicador"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
)

const (
	coordinacion doe.ClaveUnidad = "doe-7.1.3.1"
	sistemas     doe.ClaveUnidad = "doe-7.1.3.1.4"
	unidadAyO    doe.ClaveUnidad = "doe-7.1.3"
	admon        doe.ClaveOrgano = "dn-administracion"
)

var (
	elabora    = doe.Actor{Sub: "sis-1", Nombre: "Información y Sistemas", Unidad: sistemas, Puesto: doe.Personal}
	coordina   = doe.Actor{Sub: "coord", Nombre: "Coordinación", Unidad: coordinacion, Puesto: doe.Titular}
	unidad     = doe.Actor{Sub: "uni", Nombre: "Unidad", Unidad: unidadAyO, Puesto: doe.Titular}
	laAdmon    = doe.Actor{Sub: "adm", Nombre: "Administración", Organo: admon, Rol: doe.Normativo}
	evaluado   = doe.Actor{Sub: "eva", Nombre: "OOAD Jalisco", Organo: "ooad-14", Rol: doe.Evaluado}
	suplir     = doe.Suplencia{De: "Titular", Documento: "Oficio 1", Desde: fecha.MustParse("2026-01-01"), Hasta: fecha.MustParse("2026-12-31")}
	todosLosOO = []doe.OOAD{"14", "15", "39"}
)

func regional(o doe.OOAD) doe.Actor {
	return doe.Actor{Sub: "caood-" + string(o), Nombre: "Coordinación " + string(o), Unidad: doe.CAOOD, OOAD: o, Puesto: doe.Titular}
}

// archivo is a small store with its clock.
type archivo struct{ *prueba.Archivo }

func nuevo(t testing.TB) *archivo {
	return &archivo{prueba.Nuevo(t, "2026-01-02", indicador.Indicadores, indicador.Mediciones, envio.Envios)}
}

func (x *archivo) contexto(a doe.Actor, cuando string) tramite.Contexto {
	x.El(cuando)
	return x.Contexto(a)
}

// intentar does an act; an empty folio creates.
func (x *archivo) intentar(col, folio, acto string, e any, a doe.Actor, cuando string) (string, error) {
	x.El(cuando)
	cs, err := x.Intentar(a, col, folio, acto, e)
	if err != nil {
		return "", err
	}
	return cs[0].Registro.Cabeza().Folio, nil
}

func (x *archivo) hacer(col, folio, acto string, e any, a doe.Actor, cuando string) string {
	x.Helper()
	f, err := x.intentar(col, folio, acto, e, a, cuando)
	require.NoError(x.T, err)
	return f
}

func (x *archivo) ind(folio string) indicador.Indicador {
	return prueba.Leer[indicador.Indicador](x.Archivo, indicador.Coleccion, folio)
}

func (x *archivo) med(folio string) indicador.Medicion {
	return prueba.Leer[indicador.Medicion](x.Archivo, indicador.ColeccionMediciones, folio)
}

// mediciones lists every measurement of the store.
func (x *archivo) mediciones() []indicador.Medicion {
	var out []indicador.Medicion
	for _, folio := range x.Folios(indicador.ColeccionMediciones) {
		out = append(out, x.med(folio))
	}
	return out
}

func (x *archivo) deMedido(k string, p indicador.Periodo) indicador.Medicion {
	x.Helper()
	for _, m := range x.mediciones() {
		if m.MedidoClave == k && m.Periodo == p && m.Estado != indicador.Cancelada {
			return m
		}
	}
	require.Fail(x, "there is no measurement", "%s in %s", k, p)
	return indicador.Medicion{}
}

func con[E any](e E, cambio func(*E)) E {
	cambio(&e)
	return e
}

func ficha() indicador.Ficha {
	f := indicador.Elaborar.Ejemplo
	f.Variables = append([]indicador.Variable{}, f.Variables...)
	f.Metas = append([]indicador.Meta{}, f.Metas...)
	f.Medidos = append([]indicador.Medido{}, f.Medidos...)
	return f
}

func propuesto(t testing.TB) (*archivo, string) {
	x := nuevo(t)
	return x, x.hacer(indicador.Coleccion, "", "", indicador.Proponer.Ejemplo, elabora, "2026-01-05")
}

func elaborado(t testing.TB) (*archivo, string) {
	x, f := propuesto(t)
	x.hacer(indicador.Coleccion, f, "elaborar", ficha(), elabora, "2026-01-06")
	return x, f
}

func validado(t testing.TB) (*archivo, string) {
	x, f := elaborado(t)
	x.hacer(indicador.Coleccion, f, "validar", indicador.Nota{}, coordina, "2026-01-07")
	return x, f
}

// vigente is an indicator in force since 8 January 2026, measured each quarter
// in three OOAD.
func vigente(t testing.TB) (*archivo, string) {
	x, f := validado(t)
	x.hacer(indicador.Coleccion, f, "autorizar", indicador.Autorizacion{}, unidad, "2026-01-08")
	return x, f
}

// solicitado has the first quarter asked on 1 April: the reports are due ten
// working days later, on 15 April.
func solicitado(t testing.TB) (*archivo, string) {
	x, f := vigente(t)
	x.hacer(indicador.Coleccion, f, "solicitar-mediciones", indicador.Pedido{Periodo: "2026-T1"}, elabora, "2026-04-01")
	return x, f
}

func reporte(enPlazo, respondidas int) indicador.Reporte {
	return indicador.Reporte{Datos: []indicador.Dato{
		{Variable: "en_plazo", Valor: cantidad.Valor(enPlazo * 100), Fuente: "SIADE"},
		{Variable: "respondidas", Valor: cantidad.Valor(respondidas * 100), Fuente: "SIADE"},
	}}
}

// medido has the first quarter reported by the three and validated.
func medido(t testing.TB) (*archivo, string) {
	x, f := solicitado(t)
	for i, o := range todosLosOO {
		m := x.deMedido("ooad-"+string(o), "2026-T1")
		x.hacer(indicador.ColeccionMediciones, m.Folio, "reportar", reporte(90+i, 100*(i+1)), regional(o), "2026-04-10")
		x.hacer(indicador.ColeccionMediciones, m.Folio, "validar", indicador.Nota{}, coordina, "2026-04-13")
	}
	return x, f
}

// fallas are the faults of a refusal by rules, as "code path".
func fallas(err error) []string {
	var e *falla.Error
	if !errors.As(err, &e) {
		return nil
	}
	out := []string{}
	for _, f := range e.Fallas {
		out = append(out, f.Codigo+" "+f.Ubicacion)
	}
	return out
}
