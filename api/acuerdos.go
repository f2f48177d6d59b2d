package api

import (
	"reflect"
	"strconv"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/acuerdo"
	"github.com/operacion-abierta/operacion/doe/falla"
)

// LibroDeActas is the book of minutes of a committee for a year.
type LibroDeActas struct {
	Comite    string            `json:"comite" doc:"Clave del comité o de la junta" example:"comite-evaluacion"`
	Ejercicio int               `json:"ejercicio" doc:"Año" example:"2026"`
	Elementos []acuerdo.Renglon `json:"elementos" doc:"Actas numeradas, en orden, y después las sesiones que aún no la tienen"`
}

var malPeriodo = falla.Regla{Codigo: "periodo-no-valido", Es: "El último día no puede ser anterior al primero.", En: "The last day may not come before the first."}

// montarReuniones adds the book of minutes.
func (s *Servidor) montarReuniones(k *coleccion) {
	op := k.leer("/libro", "libro", "Libro de actas",
		"Las sesiones de un comité o junta en un año: primero las actas asentadas, por su número consecutivo, y después lo convocado o cancelado. Cada quien ve las que le alcanzan.",
		s.de(reflect.TypeFor[LibroDeActas](), "El libro."), k.libro,
		consulta("comite", "Clave del comité o de la junta", "comite-evaluacion", 60).obligatorio(),
		deEntero("ejercicio", "Año; el de hoy si falta", 2026, 2000, 2199), deOOAD("Solo las de este OOAD"))
	s.ejerce(&op, "doe.acuerdos:registrar", "doe.acuerdos:elaborar")
	s.montar(op)
}

func (k *coleccion) libro(c *caso) (respuesta, error) {
	l := LibroDeActas{Comite: c.texto("comite"), Ejercicio: c.entero("ejercicio", c.ahora().Dia().Anio())}
	f := almacen.Filtro{Indices: map[string]string{"comite": l.Comite, "ejercicio": strconv.Itoa(l.Ejercicio)}}
	if o := c.texto("ooad"); o != "" {
		f.OOAD, _ = doe.ParseOOAD(o) // checked before
	}
	rs, err := suyos(c, acuerdo.Reuniones, f)
	if err != nil {
		return respuesta{}, err
	}
	l.Elementos = acuerdo.Renglones(rs)
	return enJSON(l)
}

// montarAcuerdos adds the report of compliance.
func (s *Servidor) montarAcuerdos(k *coleccion) {
	op := k.leer("/cumplimiento", "cumplimiento", "Cumplimiento de acuerdos",
		"Cuántos acuerdos se hicieron en el periodo y cómo están hoy, por órgano o unidad a cargo o por reunión: por estado y grado, a tiempo y tarde, vencidos, prorrogados, días en promedio y el vencido más antiguo. Cada quien cuenta los que puede leer.",
		s.de(reflect.TypeFor[acuerdo.Resumen](), "Las cuentas."), k.cumplimiento,
		deFecha("desde", "Primer día en que se acordó; el primero del año si falta", "2026-01-01"), deFecha("hasta", "Último día en que se acordó; hoy si falta", "2026-12-31"),
		deValores("agrupar", "Por qué se agrupa; por órgano a cargo si falta", acuerdo.Grupos()...))
	s.ejerce(&op, "doe.acuerdos:informar", "doe.acuerdos:difundir", "doe.acuerdos:seguir", "doe.acuerdos:evaluar")
	s.montar(op)
}

func (k *coleccion) cumplimiento(c *caso) (respuesta, error) {
	hoy := c.ahora().Dia()
	desde, hasta, err := c.periodo()
	if err != nil {
		return respuesta{}, err
	}
	grupo := acuerdo.Grupo(c.texto("agrupar"))
	if grupo == "" {
		grupo = acuerdo.PorOrgano
	}
	as, err := suyos(c, acuerdo.Acuerdos, almacen.Filtro{CreadoDesde: desde, CreadoHasta: hasta})
	if err != nil {
		return respuesta{}, err
	}
	return enJSON(acuerdo.Resumir(as, desde, hasta, hoy, grupo))
}
