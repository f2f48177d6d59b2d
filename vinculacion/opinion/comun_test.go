package opinion_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/vinculacion/opinion"
)

const (
	economicas doe.ClaveOrgano = "dn-prestaciones-economicas-y-sociales"
	finanzas   doe.ClaveOrgano = "dn-finanzas"
	medicas    doe.ClaveOrgano = "dn-prestaciones-medicas"
	cobranza   doe.ClaveOrgano = "dn-incorporacion-y-recaudacion"
	juridica   doe.ClaveOrgano = "dn-juridica"

	folio = "OPI-2026-09-0000001-K"
	texto = "El Instituto considera viable la reforma."
)

var (
	division      = doe.Actor{Sub: "inf-1", Nombre: "Información Legislativa", Unidad: "doe-7.1.4.1.2", Puesto: doe.Personal}
	coordinadora  = doe.Actor{Sub: "coord", Nombre: "Coordinación Técnica", Unidad: "doe-7.1.4.1", Puesto: doe.Titular}
	vinculadora   = doe.Actor{Sub: "vinc", Nombre: "Coordinación de Vinculación", Unidad: "doe-7.1.4", Puesto: doe.Titular}
	federal       = doe.Actor{Sub: "fed", Nombre: "Seguimiento Federal", Unidad: "doe-7.1.4.1.1", Puesto: doe.Titular}
	reloj         = doe.Reloj()
	todosLosMotiv = "Por la razón que consta en el expediente."
)

func normativa(o doe.ClaveOrgano) doe.Actor {
	return doe.Actor{Sub: "enlace-" + string(o), Nombre: "Enlace", Organo: o, Rol: doe.Normativo}
}

// dia reads "2026-03-02", taken at 10:00, or "2026-03-02 17:30".
func dia(s string) fecha.Instante {
	d, hora, hay := strings.Cut(s, " ")
	i := fecha.MustParse(d).Inicio()
	if !hay {
		return i.Sumar(10 * time.Hour)
	}
	h, err := time.Parse("15:04", hora)
	if err != nil {
		panic(err)
	}
	return i.Sumar(time.Duration(h.Hour())*time.Hour + time.Duration(h.Minute())*time.Minute)
}

// expediente is a request on its way, with every event so far.
type expediente struct {
	r       opinion.Solicitud
	eventos []tramite.Evento
	enlaces []tramite.Enlace
	otras   map[string]*opinion.Solicitud
}

func (x *expediente) contexto(a doe.Actor, cuando string) tramite.Contexto {
	return tramite.Contexto{
		Ahora: dia(cuando), Actor: a, Catalogo: doe.Vigente(), Calendarios: plazo.Oficiales(), Folio: folio,
		Azar: func() string { return "azar" },
		Cargar: func(_, f string) (tramite.Registro, error) {
			if o := x.otras[f]; o != nil {
				return o, nil
			}
			return nil, &falla.Error{Clase: falla.NoEncontrada, Codigo: "no-encontrado"}
		},
	}
}

// intentar does an act; a refusal leaves the record as it was.
func intentar[E any](x *expediente, a tramite.Acto[opinion.Solicitud, E], e E, quien doe.Actor, cuando string) error {
	h, err := tramite.Ejecutar(opinion.Opiniones, x.r, a, e, x.contexto(quien, cuando))
	if err != nil {
		return err
	}
	x.r, x.eventos, x.enlaces = h.Registro, append(x.eventos, h.Eventos...), append(x.enlaces, h.Enlaces...)
	return nil
}

func hacer[E any](t testing.TB, x *expediente, a tramite.Acto[opinion.Solicitud, E], e E, quien doe.Actor, cuando string) {
	t.Helper()
	require.NoError(t, intentar(x, a, e, quien, cuando))
}

// fallas are the faults of a refusal by rules, as "code path".
func fallas(err error) []string {
	var e *falla.Error
	if !errors.As(err, &e) {
		return nil
	}
	var out []string
	for _, f := range e.Fallas {
		out = append(out, f.Codigo+" "+f.Ubicacion)
	}
	return out
}

func recepcion() opinion.Recepcion {
	e := opinion.Registrar.Ejemplo
	t := *e.Termino
	e.Termino = &t
	return e
}

func oficio(d string) *opinion.Documento {
	return &opinion.Documento{Numero: "09/1", Fecha: fecha.MustParse(d)}
}

func dias(n int) opinion.Termino { return opinion.Termino{Dias: n, Clase: plazo.Habiles} }

func competencia(os ...doe.ClaveOrgano) opinion.Competencia {
	e := opinion.Competencia{Competente: true, Motivo: todosLosMotiv}
	for _, o := range os {
		e.Organos = append(e.Organos, opinion.OrganoCompetente{Organo: o, Materia: "La suya", Fundamento: "Ley del Seguro Social"})
	}
	return e
}

func incompetencia() opinion.Competencia {
	return opinion.Competencia{Instancia: "Secretaría de Salud", Motivo: todosLosMotiv}
}

func consultas(n int, os ...doe.ClaveOrgano) opinion.Consultas {
	var e opinion.Consultas
	for _, o := range os {
		e.Consultas = append(e.Consultas, opinion.Consulta{Organo: o, Materia: "Viabilidad", Termino: dias(n)})
	}
	return e
}

func favorable() opinion.Postura {
	return opinion.Postura{Posicion: opinion.Favorable, Impacto: opinion.Impacto{Tipo: opinion.SinImpacto}}
}

func respuesta(o doe.ClaveOrgano) opinion.Respuesta {
	return opinion.Respuesta{Organo: o, Postura: favorable(), Analisis: "Es viable."}
}

func version(os ...doe.ClaveOrgano) opinion.Version {
	e := opinion.Version{Postura: favorable(), Texto: texto}
	for _, o := range os {
		e.Consideraciones = append(e.Consideraciones, opinion.Consideracion{Organo: o, Toma: opinion.Total})
	}
	return e
}

func salida(d string) opinion.Envio {
	return opinion.Envio{Version: 1, Huella: opinion.Huella(texto), Oficio: *oficio(d), Medio: opinion.PorOficio, Destinatario: "Presidencia de la comisión"}
}

// The builders below take a request as far as their name says. It came on
// Monday 2026-03-02 with 15 working days, so it ends on Monday 2026-03-23; the
// directorates have five from Tuesday 3, so they end on Tuesday 10.

func registrada(t testing.TB) *expediente {
	x := &expediente{otras: map[string]*opinion.Solicitud{}}
	hacer(t, x, opinion.Registrar, recepcion(), division, "2026-03-02")
	return x
}

func enAnalisis(t testing.TB) *expediente {
	x := registrada(t)
	hacer(t, x, opinion.ProponerCompetencia, competencia(economicas, finanzas), division, "2026-03-02")
	return x
}

func competente(t testing.TB) *expediente {
	x := enAnalisis(t)
	hacer(t, x, opinion.DecidirCompetencia, competencia(economicas, finanzas), coordinadora, "2026-03-03")
	return x
}

func noCompetente(t testing.TB) *expediente {
	x := enAnalisis(t)
	hacer(t, x, opinion.DecidirCompetencia, incompetencia(), coordinadora, "2026-03-03")
	return x
}

func turnada(t testing.TB) *expediente {
	x := competente(t)
	hacer(t, x, opinion.Turnar, consultas(5, economicas, finanzas), division, "2026-03-03")
	return x
}

func respondida(t testing.TB) *expediente {
	x := turnada(t)
	hacer(t, x, opinion.Responder, respuesta(economicas), normativa(economicas), "2026-03-09")
	hacer(t, x, opinion.Responder, respuesta(finanzas), normativa(finanzas), "2026-03-10")
	return x
}

func integrada(t testing.TB) *expediente {
	x := respondida(t)
	hacer(t, x, opinion.Consolidar, version(economicas, finanzas), division, "2026-03-11")
	return x
}

func observada(t testing.TB) *expediente {
	x := integrada(t)
	hacer(t, x, opinion.Observar, opinion.Observaciones{Version: 1, Puntos: []opinion.Punto{{Texto: "Precise."}}}, vinculadora, "2026-03-11")
	return x
}

func avalada(t testing.TB) *expediente {
	x := integrada(t)
	hacer(t, x, opinion.Avalar, opinion.Aval{Version: 1}, coordinadora, "2026-03-12")
	return x
}

func enviadaX(t testing.TB) *expediente {
	x := avalada(t)
	hacer(t, x, opinion.Enviar, salida("2026-03-12"), coordinadora, "2026-03-12")
	return x
}
