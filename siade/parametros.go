package siade

import (
	"fmt"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/version"
)

// ColeccionParametros is the path of the register of the rules by which SIADE
// works, and ClaveParametros the key of its one record.
const (
	ColeccionParametros = "parametros-siade"
	ClaveParametros     = "nacional"
)

// DiasTermino is a term that the register sets.
type DiasTermino struct {
	// Edicion is that of the register, from 1.
	Edicion int `json:"edicion" doc:"Edición de los parámetros que lo fija" example:"1"`
	Dias    int `json:"dias" doc:"Días" example:"10"`
	// Naturales: they are natural days instead of working days.
	Naturales bool `json:"naturales,omitempty" doc:"Si son naturales en vez de hábiles"`
}

func (d DiasTermino) termino() plazo.Termino {
	fuente := norma.Configuracion(fmt.Sprintf("parámetros de SIADE, edición %d", d.Edicion))
	if d.Naturales {
		return plazo.Termino{Cuenta: d.Dias, Clase: plazo.Naturales, Fuente: fuente}
	}
	return habiles(d.Dias, fuente)
}

// ParaResponder is the term to answer the petitions that it describes: an empty
// field takes any.
type ParaResponder struct {
	Tipo      Tipo     `json:"tipo,omitempty" doc:"Clase de petición; cualquiera si falta" example:"queja"`
	Gravedad  Gravedad `json:"gravedad,omitempty" doc:"Gravedad; cualquiera si falta" example:"prioritaria"`
	Sensible  bool     `json:"sensible,omitempty" doc:"Si es sólo para las sensibles" example:"false"`
	Dias      int      `json:"dias" validate:"min=1,max=60" doc:"Días para responder" example:"15"`
	Naturales bool     `json:"naturales,omitempty" doc:"Si son naturales en vez de hábiles" example:"false"`
}

func (x ParaResponder) toma(c Clasificacion) bool {
	return (x.Tipo == "" || x.Tipo == c.Tipo) && (x.Gravedad == "" || x.Gravedad == c.Gravedad) && (!x.Sensible || c.Sensible)
}

// TemaSensible is a theme whose petitions are always sensitive.
type TemaSensible struct {
	Tema         string       `json:"tema" validate:"required,max=60" doc:"Código del tema" example:"violencia"`
	Sensibilidad Sensibilidad `json:"sensibilidad" validate:"required" doc:"Por qué es sensible" example:"violencia"`
}

// CanalesOOAD are the channels that a body offers; the others are all offered.
type CanalesOOAD struct {
	OOAD    doe.OOAD `json:"ooad" validate:"required,max=2" doc:"OOAD" example:"14"`
	Canales []Canal  `json:"canales" validate:"required,min=1,max=20,unique" doc:"Canales que ofrece" example:"[\"modulo\", \"telefono\"]"`
}

// EdicionParametros is what the register says from a day on.
type EdicionParametros struct {
	Desde     fecha.Fecha `json:"desde" validate:"required" doc:"Primer día en que rige" example:"2026-03-02"`
	Documento string      `json:"documento" validate:"required,max=200" doc:"Documento que lo establece" example:"Oficio 7.1.3/0052/2026"`
	Motivo    string      `json:"motivo" validate:"required,min=5,max=1000" doc:"Por qué se establece o cambia" example:"El tiempo de respuesta a las quejas bajó de tres semanas."`
	// Responder are the terms to answer: the first that fits rules, and what
	// none fits keeps the term configured.
	Responder []ParaResponder `json:"responder,omitempty" validate:"omitempty,max=40,dive" doc:"Términos para responder; rige el primero que corresponda"`
	// The internal terms, in working days but for rating, in natural ones; as
	// configured when zero.
	Acuse        int `json:"acuse,omitempty" validate:"omitempty,min=1,max=10" doc:"Días hábiles para acusar recibo" example:"2"`
	Aceptacion   int `json:"aceptacion,omitempty" validate:"omitempty,min=1,max=20" doc:"Días hábiles para aceptar un turno" example:"3"`
	Reapertura   int `json:"reapertura,omitempty" validate:"omitempty,min=1,max=90" doc:"Días hábiles para pedir que se reabra" example:"20"`
	Calificacion int `json:"calificacion,omitempty" validate:"omitempty,min=1,max=180" doc:"Días naturales para calificar" example:"30"`
	// Escalera are the units that a late petition goes up to, after the regional
	// coordination; as configured when empty.
	Escalera  []doe.ClaveUnidad `json:"escalera,omitempty" validate:"omitempty,max=8,unique,dive,required,max=40" doc:"Unidades a las que sube lo vencido, en orden, después de la coordinación del OOAD" example:"[\"doe-7.1.3.1.2\", \"doe-7.1.3\"]"`
	Sensibles []TemaSensible    `json:"sensibles,omitempty" validate:"omitempty,max=100,dive" doc:"Temas cuyas peticiones siempre son sensibles"`
	Canales   []CanalesOOAD     `json:"canales,omitempty" validate:"omitempty,max=40,dive" doc:"Canales que ofrece cada OOAD; el que falta los ofrece todos"`
	// Abiertas says that it also rules what was open when it came in force.
	Abiertas bool `json:"abiertas,omitempty" doc:"Si también rige lo que ya estaba abierto; si no, cada petición conserva la regla de su día" example:"false"`
}

// Parametros are the rules by which SIADE works, with all their editions: a
// petition keeps those of its day (rule 30).
type Parametros struct {
	tramite.Cabecera
	Ediciones []EdicionParametros `json:"ediciones" doc:"Ediciones, por su primer día"`
	// Adoptadas is the last edition that the open petitions took.
	Adoptadas int `json:"adoptadas,omitempty" doc:"Última edición que tomaron las peticiones abiertas"`
}

// En is the edition in force on a day, and its number from 1; 0 when none is.
func (p Parametros) En(d fecha.Fecha) (EdicionParametros, int) {
	i := version.EnVigor(p.Ediciones, d, func(e EdicionParametros) fecha.Fecha { return e.Desde })
	if i < 0 {
		return EdicionParametros{}, 0
	}
	return p.Ediciones[i], i + 1
}

// PorAdoptar is the edition in force that open petitions are still to take; 0
// when there is none.
func (p Parametros) PorAdoptar(d fecha.Fecha) int {
	if e, n := p.En(d); e.Abiertas && n > p.Adoptadas {
		return n
	}
	return 0
}

func validarParametros(r Parametros, e EdicionParametros, c *tramite.Contexto, f *falla.Fallas) {
	n := len(r.Ediciones)
	f.Si(e.Desde.Before(c.Hoy()) || c.Hoy().Dias(e.Desde) > 366 || n > 0 && !e.Desde.After(r.Ediciones[n-1].Desde), ReglaParametrosDesde, "body.desde")
	f.Si(n >= maxElementos, ReglaDemasiadas, "body")
	for i, x := range e.Responder {
		antes := slices.ContainsFunc(e.Responder[:i], func(o ParaResponder) bool {
			return (o.Tipo == "" || o.Tipo == x.Tipo) && (o.Gravedad == "" || o.Gravedad == x.Gravedad) && (!o.Sensible || x.Sensible)
		})
		f.Si(antes, ReglaParametrosNunca, fmt.Sprintf("body.responder[%d]", i))
	}
	for i, u := range e.Escalera {
		f.Si(u.Regional() || !atiende(u, c), ReglaUnidadNoAtiende, fmt.Sprintf("body.escalera[%d]", i))
	}
	for i, t := range e.Sensibles {
		repite := slices.ContainsFunc(e.Sensibles[:i], func(o TemaSensible) bool { return o.Tema == t.Tema })
		f.Si(repite || !esCodigo(t.Tema), ReglaParametrosTema, fmt.Sprintf("body.sensibles[%d].tema", i))
	}
	for i, k := range e.Canales {
		_, err := doe.ParseOOAD(string(k.OOAD))
		repite := slices.ContainsFunc(e.Canales[:i], func(o CanalesOOAD) bool { return o.OOAD == k.OOAD })
		f.Si(err != nil || repite, ReglaParametrosOOAD, fmt.Sprintf("body.canales[%d].ooad", i))
	}
}

// Adopcion is the input of [AsentarAdopcion].
type Adopcion struct {
	Edicion int `json:"edicion" validate:"min=1,max=1000" doc:"Edición que tomaron" example:"2"`
	Cuantas int `json:"cuantas" validate:"min=0" doc:"Peticiones que la tomaron" example:"1250"`
}

// AsentarAdopcion leaves on record that the open petitions took an edition.
var AsentarAdopcion = tramite.Acto[Parametros, Adopcion]{
	Nombre: "asentar-adopcion", Titulo: "Asentar adopción", Descripcion: "El sistema deja constancia de que las peticiones abiertas tomaron una edición que también las rige.", Interno: true,
	De: tramite.Desde(tramite.Vigente), Contrapartes: []tramite.Contraparte{deReloj},
	Aplicar: func(r *Parametros, e Adopcion, _ tramite.Suceso) { r.Adoptadas = e.Edicion },
	Ejemplo: Adopcion{Edicion: 2, Cuantas: 1250},
}

// RegistroParametros is the register of the rules by which SIADE works: the Unit and
// its Division of Information and Systems administer it.
var RegistroParametros = tramite.MustDefinir(registroParametros())

func registroParametros() tramite.Definicion[Parametros] {
	d := tramite.Padron[Parametros, EdicionParametros]{
		Nombre: "parametros-siade", Coleccion: ColeccionParametros, Serie: "PSI", Rama: Rama,
		Titulo: "Parámetros de SIADE", Descripcion: "Términos, ventanas, escalamiento, temas sensibles y canales con que opera el registro nacional, por ediciones fechadas; modificarlos añade una edición con su motivo.",
		Facultades: doe.Alguna("siade.atencion:administrar"), Comun: true,
		Validar: validarParametros,
		Copiar:  func(r *Parametros, e EdicionParametros) { r.Ediciones = append(r.Ediciones, e) },
		Ejemplo: EdicionParametros{
			Desde: fecha.MustParse("2026-03-02"), Documento: "Oficio 7.1.3/0052/2026", Motivo: "El tiempo de respuesta a las quejas bajó de tres semanas.",
			Responder: []ParaResponder{{Tipo: Queja, Gravedad: Prioritaria, Dias: 5}, {Tipo: Queja, Dias: 15}}, Reapertura: 20,
			Sensibles: []TemaSensible{{Tema: "violencia", Sensibilidad: Violencia}},
		},
		Unica: func(Parametros) string { return ClaveParametros },
	}.Definicion()
	d.Actos = append(d.Actos, AsentarAdopcion)
	return d
}
