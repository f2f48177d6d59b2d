package doe

import (
	"fmt"
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe/fecha"
)

// Estructura is the structure of a day, as far as the manuals let it be known.
type Estructura struct {
	Fecha fecha.Fecha `json:"fecha" doc:"Día de la estructura" example:"2018-02-16"`
	// Vigente says that the day is of the edition in force, or of what later
	// acts made of it: then the units are the catalog's.
	Vigente bool `json:"vigente"`
	// Unidades are those that stood, superiors before subordinates within the
	// directorate; then those of other parts of the Institute that the
	// manuals narrate.
	Unidades []UnidadEn `json:"unidades"`
	// SinNoticia are units of which the first news is later, without saying
	// since when they stood.
	SinNoticia []SinNoticia `json:"sin_noticia"`
	// Desconocido says, in Spanish, what else is not known of the day.
	Desconocido []string `json:"desconocido"`
}

// UnidadEn is a unit as it stood on a day.
type UnidadEn struct {
	EstadoUnidad
	// Desde is when it became so, zero where it is unknown.
	Desde FechaParcial `json:"desde,omitzero"`
	// Actos are the keys of the acts that made it so.
	Actos []string `json:"actos"`
	// Aprobados are the keys of acts approved by that day that take effect later.
	Aprobados []string `json:"aprobados"`
	// Fuera says that it stood in another part of the Institute.
	Fuera bool `json:"fuera"`
	// Funciones is how many functions it has, known from the edition on.
	Funciones int `json:"funciones"`
	// Desconocido says, in Spanish, what is not known of it.
	Desconocido []string `json:"desconocido"`
}

// SinNoticia is a unit that may have stood.
type SinNoticia struct {
	Clave  ClaveUnidad `json:"clave"`
	Nombre string      `json:"nombre"`
	// Noticia is the first day for which it is known.
	Noticia fecha.Fecha `json:"noticia"`
}

// Unidad looks a unit up in the structure.
func (e *Estructura) Unidad(k ClaveUnidad) (UnidadEn, bool) {
	i := slices.IndexFunc(e.Unidades, func(u UnidadEn) bool { return u.Clave == k })
	if i < 0 {
		return UnidadEn{}, false
	}
	return e.Unidades[i], true
}

// Hijas are the units ascribed to one, in order.
func (e *Estructura) Hijas(k ClaveUnidad) []UnidadEn {
	var out []UnidadEn
	for _, u := range e.Unidades {
		if u.Superior == k {
			out = append(out, u)
		}
	}
	return out
}

// Cimas are the units that hang from no other of the structure: the
// directorate first, then those outside it.
func (e *Estructura) Cimas() []UnidadEn {
	var out []UnidadEn
	for _, u := range e.Unidades {
		if _, ok := e.Unidad(u.Superior); !ok {
			out = append(out, u)
		}
	}
	slices.SortStableFunc(out, func(a, b UnidadEn) int { return orden(a.Clave != Raiz) - orden(b.Clave != Raiz) })
	return out
}

func orden(despues bool) int {
	if despues {
		return 1
	}
	return 0
}

// EstructuraEn is the structure of a day. It follows the effect of the acts,
// not their approval: until the day an act takes effect the unit is as it was,
// with the act among its Aprobados. From the day of the edition on the units
// are the catalog's; before it, those that the manuals narrate, and what they
// leave unknown is said. An act dated only by its year or month is taken to
// hold from the first day it can; one without date of effect, from its
// approval: the unit's Desconocido tells both.
func (c *Catalogo) EstructuraEn(d fecha.Fecha) Estructura {
	e := Estructura{Fecha: d, Vigente: !d.Before(c.edicion().desde), Unidades: []UnidadEn{}, SinNoticia: []SinNoticia{}, Desconocido: []string{}}
	if e.Vigente {
		c.En(d).describir(&e, c)
		return e
	}
	for _, k := range c.orden {
		l := c.lineas[k]
		x := l.en(d)
		switch {
		case x == nil && l.despues(d):
			e.SinNoticia = append(e.SinNoticia, SinNoticia{k, l.etapas[0].Nombre, l.etapas[0].desde})
		case x != nil && x.Nivel != NivelPuesto && !c.esOrgano(k):
			e.Unidades = append(e.Unidades, c.unidadEn(l, x, d))
		}
	}
	e.marcarFuera()
	e.Desconocido = append(e.Desconocido, c.huecosDe(d)...)
	return e
}

// describir gives the units of the catalog, with what their lines say of them.
func (c *Catalogo) describir(e *Estructura, ultimo *Catalogo) {
	for _, u := range c.unidades {
		x := UnidadEn{Actos: []string{}, Aprobados: []string{}, Desconocido: []string{}}
		if l := ultimo.lineas[u.Clave]; l != nil {
			if et := l.en(e.Fecha); et != nil {
				x = ultimo.unidadEn(l, et, e.Fecha)
			}
		}
		x.EstadoUnidad = EstadoUnidad{Clave: u.Clave, Nombre: u.Nombre, Nivel: u.Nivel, Superior: u.Superior}
		x.Funciones = u.Funciones
		e.Unidades = append(e.Unidades, x)
	}
}

// despues says whether the first news of a line comes after a day and is not
// of its beginning.
func (l *linea) despues(d fecha.Fecha) bool {
	return len(l.etapas) > 0 && d.Before(l.etapas[0].desde) && len(l.etapas[0].abre) == 0 && l.etapas[0].Nivel != NivelPuesto && l.etapas[0].Nivel != NivelOrgano
}

func (c *Catalogo) unidadEn(l *linea, x *etapa, d fecha.Fecha) UnidadEn {
	u := UnidadEn{EstadoUnidad: x.EstadoUnidad, Desde: x.fechada(), Actos: []string{}, Aprobados: []string{}, Desconocido: x.dudas(d)}
	for _, r := range x.abre {
		u.Actos = append(u.Actos, r.Clave)
	}
	for _, r := range l.actos {
		efecto, _ := r.Efecto()
		if !r.Instrumento.Aprobado.IsZero() && !d.Before(r.Instrumento.Aprobado.Primero()) && d.Before(efecto.Primero()) {
			u.Aprobados = append(u.Aprobados, r.Clave)
		}
	}
	s := l.siguiente(x)
	if _, hoy := c.iUnidad[x.Clave]; s == nil && x.hasta.IsZero() && !hoy {
		u.Desconocido = append(u.Desconocido, "Los manuales no vuelven a hablar de ella: pudo cambiar o terminar después.")
	}
	if s != nil && len(s.abre) == 0 {
		u.Desconocido = append(u.Desconocido, fmt.Sprintf("El %s ya aparece como «%s»%s, sin que se narre desde cuándo.", s.desde, s.Nombre, s.dependencia()))
	}
	return u
}

func (l *linea) siguiente(x *etapa) *etapa {
	for i := range l.etapas[:len(l.etapas)-1] {
		if &l.etapas[i] == x {
			return &l.etapas[i+1]
		}
	}
	return nil
}

func (x *etapa) dependencia() string {
	if x.Superior == "" {
		return ""
	}
	return ", dependiente de " + string(x.Superior)
}

// fechada is when the span begins, zero where no act is narrated.
func (x *etapa) fechada() FechaParcial {
	if len(x.abre) == 0 {
		return FechaParcial{}
	}
	f, _ := x.abre[0].Efecto()
	return f
}

// dudas says what is not known of a unit in a span.
func (x *etapa) dudas(d fecha.Fecha) []string {
	out := []string{}
	if len(x.abre) == 0 {
		out = append(out, fmt.Sprintf("Los manuales no dicen desde cuándo es así; la primera noticia es del %s.", x.desde))
	}
	for _, r := range x.abre {
		f, supuesto := r.Efecto()
		switch {
		case supuesto:
			out = append(out, fmt.Sprintf("No se dice desde cuándo rige %s; se toma su aprobación, %s.", r.Clave, f))
		case f.Precision() != PorDia && d.Before(f.Ultimo()):
			out = append(out, fmt.Sprintf("De %s se sabe solo que fue en %s; se toma desde su primer día.", r.Clave, f))
		}
	}
	switch {
	case x.Nivel == NivelOrgano:
	case x.Superior == "":
		out = append(out, "No se dice de quién dependía.")
	case x.Mediato:
		out = append(out, fmt.Sprintf("Dependía de %s, directamente o por medio de otra unidad: no se dice cuál.", x.Superior))
	}
	if x.SinNombre {
		out = append(out, "Pudo tener entonces otro nombre, que los manuales no dicen; se da el último que se conoce.")
	}
	return slices.Compact(out)
}

// marcarFuera tells the units whose line of superiors does not reach the
// directorate, and puts them last.
func (e *Estructura) marcarFuera() {
	for i := range e.Unidades {
		k, pasos := e.Unidades[i].Clave, 0
		for k != Raiz && pasos <= len(e.Unidades) {
			u, ok := e.Unidad(k)
			if !ok {
				break
			}
			k, pasos = u.Superior, pasos+1
		}
		e.Unidades[i].Fuera = k != Raiz
	}
	slices.SortStableFunc(e.Unidades, func(a, b UnidadEn) int { return orden(a.Fuera) - orden(b.Fuera) })
}

// huecosDe are the changes in force on a day whose units are not named, until
// an act that tells again what the directorate is made of.
func (c *Catalogo) huecosDe(d fecha.Fecha) []string {
	var out []string
	for i := range c.reestructuras {
		r := &c.reestructuras[i]
		f, _ := r.Efecto()
		if f.Primero().After(d) {
			break
		}
		if r.Toca(Raiz) && len(r.Presentes)+len(r.Ignoradas) > 0 {
			out = nil
		}
		if r.Innominadas != "" {
			out = append(out, strings.TrimSuffix(r.Innominadas, ".")+": no se nombran ("+r.Clave+", "+f.String()+").")
		}
	}
	if len(out) == 0 && d.Before(fecha.MustParse("1947-01-01")) {
		out = append(out, "Los manuales no narran nada anterior a 1947.")
	}
	return out
}
