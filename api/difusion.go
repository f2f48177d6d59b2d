package api

import (
	"net/http"
	"reflect"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/siade/difusion"
)

// AlcanceDifusion is how far orientation reached.
type AlcanceDifusion struct {
	Desde fecha.Fecha     `json:"desde" doc:"Primer día de las actividades" example:"2026-01-01"`
	Hasta fecha.Fecha     `json:"hasta" doc:"Último día" example:"2026-12-31"`
	Corte fecha.Fecha     `json:"corte" doc:"Día al que se cuenta el atraso" example:"2026-03-31"`
	Filas []difusion.Fila `json:"filas" doc:"Una por OOAD, clase, mes o programa especial"`
}

// montarActividades adds the reach of activities.
func (s *Servidor) montarActividades(k *coleccion) {
	op := k.leer("/alcance", "alcance", "Alcance de las actividades",
		"Actividades del periodo por OOAD, clase, mes o programa especial: hechas, canceladas, atrasadas y sin informe; personas atendidas por clase frente a la meta, materiales y peticiones que nacieron ahí. Cada OOAD cuenta lo suyo.",
		s.de(reflect.TypeFor[AlcanceDifusion](), "El alcance."), k.alcance, deOOAD("Solo este OOAD"),
		deFecha("desde", "Primer día de las actividades; el primero del año si falta", "2026-01-01"), deFecha("hasta", "Último día de las actividades; hoy si falta", "2026-12-31"),
		deValores("agrupar", "Qué es cada fila; el OOAD si falta", difusion.GruposAlcance()...))
	s.ejerce(&op, "siade.difusion:coordinar", "siade.difusion:supervisar")
	s.montar(op)
}

func (k *coleccion) alcance(c *caso) (respuesta, error) {
	if c.actor.Rol != "" || !k.s.catalogo().EnLinea(k.d.Rama, c.actor.Unidad) {
		return respuesta{}, negar(http.StatusForbidden, soloLaRama)
	}
	desde, hasta, err := c.periodo()
	if err != nil {
		return respuesta{}, err
	}
	// An activity is entered before its day, a year at most.
	f := almacen.Filtro{CreadoDesde: desde.Sumar(-maxAnticipo), CreadoHasta: hasta}
	if o := c.texto("ooad"); o != "" {
		f.OOAD, _ = doe.ParseOOAD(o) // checked before
	}
	as, err := suyos(c, difusion.Actividades, f)
	if err != nil {
		return respuesta{}, err
	}
	hoy, g := c.ahora().Dia(), difusion.Grupo(c.texto("agrupar"))
	return enJSON(AlcanceDifusion{desde, hasta, hoy, append([]difusion.Fila{}, difusion.Contar(as, g, desde, hasta, hoy, k.s.almacen.Calendarios())...)})
}

// maxAnticipo is how many days before it is held an activity may be entered,
// and moved once.
const maxAnticipo = 2 * 366

// montarProtocolos adds which OOAD have read each protocol.
func (s *Servidor) montarProtocolos(k *coleccion) {
	op := k.leer("/lecturas", "lecturas", "Lectura de los protocolos",
		"De cada OOAD y protocolo, la última versión que se le difundió, cuándo confirmó, cuántas personas la leyeron y si rige una posterior que no se le ha difundido.",
		s.de(reflect.TypeFor[Lista[difusion.LecturaDe]](), "Las lecturas."), k.lecturasProtocolos, deOOAD("Solo este OOAD"))
	s.ejerce(&op, "siade.difusion:coordinar", "siade.difusion:supervisar", "siade.difusion:difundir")
	s.montar(op)
}

func (k *coleccion) lecturasProtocolos(c *caso) (respuesta, error) {
	if c.actor.Rol != "" || !k.s.catalogo().EnLinea(k.d.Rama, c.actor.Unidad) {
		return respuesta{}, negar(http.StatusForbidden, soloLaRama)
	}
	ps, err := suyos(c, difusion.Protocolos, almacen.Filtro{})
	if err != nil {
		return respuesta{}, err
	}
	o, _ := doe.ParseOOAD(c.texto("ooad")) // checked before; none when empty
	if c.actor.Unidad.Regional() {
		o = c.actor.OOAD
	}
	out := []difusion.LecturaDe{}
	for _, l := range difusion.Lecturas(ps, c.ahora().Dia()) {
		if c.texto("ooad") == "" && !c.actor.Unidad.Regional() || l.OOAD == o {
			out = append(out, l)
		}
	}
	return enJSON(lista(out))
}
