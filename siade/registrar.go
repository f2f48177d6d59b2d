package siade

import (
	"regexp"
	"strings"
	"time"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/identificador"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Registrar opens a petition. With a classification it also classifies it, and
// with immediate attention it answers and closes it, each with its own event.
var Registrar = tramite.Acto[Peticion, Registro]{
	Nombre: "registrar", Titulo: "Registrar",
	Descripcion: "Registra una petición de cualquier canal. Con clasificación la clasifica en la misma llamada; con atención inmediata, además la responde en persona y la cierra.",
	A:           tramite.Hacia(Registrada), Facultades: doe.Alguna("siade.registro:registrar"), Alcance: doe.Nacional,
	Contrapartes: []tramite.Contraparte{deCiudadano},
	Ubicar:       ubicar, Validar: validarRegistro, Fijar: fijarRegistro, Aplicar: aplicarRegistro, Ordena: ordenarRegistro,
	Ejemplo: Registro{
		Canal: Modulo, OOAD: "14", Relato: "Pido saber cómo registrar a mi hija recién nacida.",
		Peticionario: DatosPeticionario{Tipo: Derechohabiente, Nombre: "Rosa Elena Prado Luna", NSS: "92919084431", Telefono: "3312345678", AvisoPrivacidad: "2025-03"},
	},
}

// ubicar gives what is registered from an OOAD to its coordination, and the
// rest to the one named, or to central attention.
func ubicar(e Registro, a doe.Actor) (doe.ClaveUnidad, doe.OOAD) {
	o := doe.NivelCentral
	if a.Unidad.Regional() {
		o = a.OOAD
	} else if p, err := doe.ParseOOAD(e.OOAD); err == nil {
		o = p
	}
	return guarda(o), o
}

func validarRegistro(r Peticion, e Registro, c *tramite.Contexto, f *falla.Fallas) {
	if c.Actor.Unidad.Regional() {
		o, err := doe.ParseOOAD(e.OOAD)
		f.Si(e.OOAD != "" && (err != nil || o != c.Actor.OOAD), ReglaOtroOOAD, "body.ooad")
	} else {
		f.Si(e.OOAD == "", ReglaSinOOAD, "body.ooad")
	}
	f.Si(e.FechaHechos.After(c.Hoy()), ReglaHechos, "body.fecha_hechos")
	f.Si(e.Recibida.After(c.Hoy()) || !e.Recibida.IsZero() && e.Recibida.Before(e.FechaHechos), ReglaRecibida, "body.recibida")
	f.Si(enBlanco(e.Relato), ReglaEnBlanco, "body.relato")
	f.Si(e.UnidadServicio != "" && !EsUnidadServicio(e.UnidadServicio), ReglaUnidadServicio, "body.unidad_servicio")
	validarNaceDe(r, e, c, f)
	if x, _ := parametrosEn(c.Hoy(), c); e.Origen == nil {
		_, o := ubicar(e, c.Actor)
		f.Si(!x.ofrece(o, e.Canal), ReglaCanal, "body.canal")
	}
	e.Peticionario.revisar("body.peticionario", f)
	if e.Afectado != nil {
		e.Afectado.revisar(e.Peticionario.AvisoPrivacidad, "body.afectado", f)
	}
	if e.AtencionInmediata != nil && !f.Si(e.Clasificacion == nil, ReglaSinClasificacion, "body.atencion_inmediata") {
		f.Si(!alContacto(e), ReglaNoAlContacto, "body.atencion_inmediata")
	}
	if c.Actor.Rol == doe.Ciudadano {
		f.Si(e.Clasificacion != nil, ReglaNoCiudadano, "body.clasificacion")
		f.Si(e.AtencionInmediata != nil, ReglaNoCiudadano, "body.atencion_inmediata")
		f.Si(!e.Recibida.IsZero(), ReglaNoCiudadano, "body.recibida")
		f.Si(e.Origen != nil, ReglaNoCiudadano, "body.origen")
	}
}

// alContacto says whether the input asks to end at contact what may.
func alContacto(e Registro) bool {
	return e.AtencionInmediata != nil && e.Clasificacion != nil &&
		CaminoDe(e.Clasificacion.Tipo).AlContacto && !e.Clasificacion.Competencia.Ajena()
}

func enBlanco(s string) bool { return s != "" && strings.TrimSpace(s) == "" }

// claveUnidad is the institutional key of a unit: delegation, kind, number and
// department.
var claveUnidad = regexp.MustCompile(`^[0-9]{2}[A-Z]{2}[0-9]{2}[0-9A-Z]{4}$`)

// EsUnidadServicio says whether a text is the CLUES or the institutional key of a
// unit that gives service.
func EsUnidadServicio(s string) bool {
	_, _, err := identificador.ParseCLUES(s)
	return err == nil || claveUnidad.MatchString(s)
}

func fijarRegistro(_ Peticion, e *Registro, c *tramite.Contexto) {
	_, o := ubicar(*e, c.Actor)
	e.OOAD = string(o)
	e.Presentacion = presentacion(c, o)
	if !e.Recibida.IsZero() && e.Recibida.Before(c.Hoy()) {
		antes := *c
		antes.Ahora = e.Recibida.Inicio().Sumar(mediodia)
		e.Presentacion = presentacion(&antes, o)
	}
	x, n := parametrosEn(e.Presentacion, c)
	e.Reglas = x.reglasDia(n)
}

// mediodia is when what came on an earlier day is taken to have come.
const mediodia = 12 * time.Hour

// presentacion is the day on which what comes now is taken as presented.
func presentacion(c *tramite.Contexto, o doe.OOAD) fecha.Fecha {
	return plazo.Presentacion(c.Ahora, HorarioDe(c.Hoy()), c.Calendarios, plazo.LFPA, ambito(o))
}

func aplicarRegistro(r *Peticion, e Registro, _ tramite.Suceso) {
	r.Origen = e.Origen
	r.Canal, r.UnidadServicio, r.Relato, r.FechaHechos = e.Canal, e.UnidadServicio, e.Relato, e.FechaHechos
	r.Peticionario, r.Senalado, r.Presentacion = e.Peticionario.registro(), e.Senalado, e.Presentacion
	r.AlContacto, r.NaceDe, r.Reglas = alContacto(e), e.NaceDe, e.Reglas
	aplicarAfectado(r, e.Afectado)
}

func aplicarAfectado(r *Peticion, a *DatosAfectado) {
	if a != nil {
		r.Afectado = &Afectado{Parentesco: a.Parentesco, Identidad: a.Identidad}
	}
}

func ordenarRegistro(r Peticion, e Registro, c *tramite.Contexto) []tramite.Orden {
	out := ordenarNaceDe(r, e, c)
	if e.Clasificacion == nil || c.Actor.Rol != "" {
		return out
	}
	out = append(out, tramite.Orden{Acto: Clasificar.Nombre, Entrada: *e.Clasificacion, Camino: "body.clasificacion"})
	if !alContacto(e) {
		return out
	}
	return append(out,
		tramite.Orden{Acto: Responder.Nombre, Entrada: Respuesta{Respuesta: e.AtencionInmediata.Respuesta, Plantilla: e.AtencionInmediata.Plantilla, EnPersona: true}, Camino: "body.atencion_inmediata"},
		tramite.Orden{Acto: Cerrar.Nombre, Entrada: Cierre{}, Camino: "body.atencion_inmediata"})
}

// Acusar leaves on record that receipt was acknowledged, where the channel did
// not do it by itself.
var Acusar = tramite.Acto[Peticion, NotaAviso]{
	Nombre: "acusar", Titulo: "Acusar recibo", Descripcion: "Deja constancia de que se acusó recibo a quien presentó la petición, con su folio.",
	De: vivas, Facultades: doe.Alguna("siade.atencion:informar"), Alcance: doe.Nacional,
	Validar: func(r Peticion, e NotaAviso, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(r.Acuse != nil, ReglaYaAcusada, "body")
		e.revisar(r, r.Creado.Dia(), c, f)
	},
	Fijar:   func(_ Peticion, e *NotaAviso, c *tramite.Contexto) { e.fijar(c) },
	Aplicar: func(r *Peticion, e NotaAviso, _ tramite.Suceso) { r.Acuse = &Aviso{e.Medio, e.Fecha} },
	Ejemplo: NotaAviso{Medio: PorCorreo},
}

// revisar checks a notice of something that happened on a day.
func (e NotaAviso) revisar(r Peticion, desde fecha.Fecha, c *tramite.Contexto, f *falla.Fallas) {
	f.Si(!e.Fecha.IsZero() && (e.Fecha.After(c.Hoy()) || e.Fecha.Before(desde)), ReglaFechaAviso, "body.fecha")
	f.Si(e.Medio.pideContacto() && !r.Peticionario.Contacto, ReglaSinContacto, "body.medio")
}

func (e *NotaAviso) fijar(c *tramite.Contexto) {
	if e.Fecha.IsZero() {
		e.Fecha = c.Hoy()
	}
}
