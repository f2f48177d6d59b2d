package grupo_test

import (
	"testing"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/acuerdo"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
	"github.com/operacion-abierta/operacion/siade"
	"github.com/operacion-abierta/operacion/siade/grupo"
)

const (
	gru = grupo.ColeccionGrupos
	sgo = grupo.ColeccionSolicitudes
	dig = grupo.ColeccionDirectrices
)

var (
	jefa   = titular(doe.CAOOD)
	taod   = doe.Actor{Sub: "taod-14-007", Nombre: "Técnica", Unidad: doe.CAOOD, OOAD: "14", Puesto: doe.TAOD}
	otra   = doe.Actor{Sub: "taod-15-001", Nombre: "Técnico", Unidad: doe.CAOOD, OOAD: "15", Puesto: doe.TAOD}
	unidad = titular("doe-7.1.3")
	coord  = titular("doe-7.1.3.1")
	area   = doe.Actor{Sub: "jspm-14", Nombre: "Prestaciones Médicas", Rol: doe.Area, Organo: "ooad-14"}
)

func titular(u doe.ClaveUnidad) doe.Actor {
	a := doe.Actor{Sub: "titular:" + string(u), Nombre: "Titular de " + string(u), Unidad: u, Puesto: doe.Titular}
	if u.Regional() {
		a.OOAD = "14"
	}
	return a
}

// intentar tries an act.
func intentar(k *prueba.Archivo, a doe.Actor, coleccion, folio, acto string, e any) error {
	_, err := k.Intentar(a, coleccion, folio, acto, e)
	return err
}

// vence is the due date of a request.
func vence(k *prueba.Archivo, folio string) string {
	c := k.Contexto(doe.Reloj())
	x := solicitud(k, folio)
	return grupo.Solicitudes.Vencimiento(&x, &c).Vence.String()
}

func todos() []tramite.Cualquiera {
	return []tramite.Cualquiera{grupo.Grupos, grupo.Solicitudes, grupo.Directrices, siade.Peticiones, acuerdo.Acuerdos}
}

func casa(t testing.TB) *prueba.Archivo { return prueba.Nuevo(t, "2026-03-02", todos()...) }

var acta = tramite.Adjunto{Nombre: "acta.pdf", SHA256: grupo.Acreditar.Ejemplo.SHA256, Tipo: "application/pdf", Bytes: 10}

// acreditado leaves a group that somebody represents.
func acreditado(k *prueba.Archivo) string {
	g := k.Hacer(taod, gru, "", "", grupo.RegistrarGrupo.Ejemplo)
	k.Hacer(taod, gru, g, "adjuntar", acta)
	k.Hacer(taod, gru, g, "acreditar", grupo.Acreditar.Ejemplo)
	return g
}

func recepcion(g string) grupo.Recepcion {
	e := grupo.Recibir.Ejemplo
	e.Grupo = g
	return e
}

// recibida leaves a request of an accredited group.
func recibida(k *prueba.Archivo) (g, s string) {
	g = acreditado(k)
	return g, k.Hacer(taod, sgo, "", "", recepcion(g))
}

func solicitud(k *prueba.Archivo, f string) grupo.Solicitud {
	return prueba.Leer[grupo.Solicitud](k, sgo, f)
}
func elGrupo(k *prueba.Archivo, f string) grupo.Grupo { return prueba.Leer[grupo.Grupo](k, gru, f) }
