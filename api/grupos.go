package api

import (
	"net/http"
	"reflect"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/siade"
	"github.com/operacion-abierta/operacion/siade/grupo"
)

// CuentaGrupos is how the attention of groups goes.
type CuentaGrupos struct {
	Desde fecha.Fecha  `json:"desde" doc:"Primer día en que se registraron" example:"2026-01-01"`
	Hasta fecha.Fecha  `json:"hasta" doc:"Último día" example:"2026-12-31"`
	Filas []grupo.Fila `json:"filas" doc:"Una por OOAD o por clase de grupo"`
}

// porClase counts requests by kind of group.
const porClase = "clase"

// montarSolicitudesGrupo adds how requests go, demand by demand and counted.
func (s *Servidor) montarSolicitudesGrupo(k *coleccion) {
	op := k.leer("/{folio}/avance", "avance", "Avance de las demandas",
		"Cómo está hoy cada demanda, con la petición o el acuerdo que la recoge: su estado, su fecha y si ya terminó y falta dar seguimiento.",
		s.de(reflect.TypeFor[Lista[grupo.Avance]](), "Las demandas."), k.avanceSolicitud, k.folio())
	s.ejerce(&op, "siade.grupos:supervisar", "siade.grupos:coordinar")
	s.montar(op)
	op = k.leer("/{folio}/similares", "similares", "Peticiones que piden lo mismo que una demanda",
		"Peticiones ya registradas que pueden pedir lo mismo que una demanda, con las razones, para ligarla en vez de registrar otra. Solo cuenta las que quien pregunta puede leer, y nunca lo que dicen.",
		s.de(reflect.TypeFor[Lista[Similar]](), "Las que se parecen, la más parecida primero."), k.similaresDeDemanda, k.folio(),
		deEntero("demanda", "Número de la demanda", 1, 1, grupo.MaxDemandas))
	s.ejerce(&op, "siade.grupos:atender", "siade.grupos:coordinar")
	s.montar(op)
	op = k.leer("/resumen", "resumen", "Cuentas de la atención a grupos",
		"Solicitudes, demandas por resultado, reuniones, áreas que no asistieron y días en que terminan las demandas, por OOAD o por clase de grupo, de lo registrado en el periodo. Cada OOAD cuenta lo suyo.",
		s.de(reflect.TypeFor[CuentaGrupos](), "Las cuentas."), k.resumenGrupos, deOOAD("Solo este OOAD"),
		deFecha("desde", "Primer día en que se registró; el primero del año si falta", "2026-01-01"), deFecha("hasta", "Último día en que se registró; hoy si falta", "2026-12-31"),
		deValores("por", "Qué es cada fila; por OOAD si falta", "ooad", porClase))
	s.ejerce(&op, "siade.grupos:analizar", "siade.grupos:supervisar", "siade.grupos:coordinar")
	s.montar(op)
}

func (k *coleccion) avanceSolicitud(c *caso) (respuesta, error) {
	r, _, _, err := c.leible(k.t)
	if err != nil {
		return respuesta{}, err
	}
	visto, _ := k.t.Recortar(r, c.actor)
	return enJSON(lista(visto.(*grupo.Solicitud).Avanza(k.s.contexto(c.r.Context(), c.actor))))
}

func (k *coleccion) similaresDeDemanda(c *caso) (respuesta, error) {
	if err := k.s.facultado(c, []doe.Facultad{"siade.grupos:atender", "siade.grupos:coordinar"}); err != nil {
		return respuesta{}, err
	}
	r, _, _, err := c.leible(k.t)
	if err != nil {
		return respuesta{}, err
	}
	x := r.(*grupo.Solicitud)
	n := c.entero("demanda", 1)
	if n > len(x.Demandas) {
		return respuesta{}, deConsulta(sinDemanda, "query.demanda")
	}
	d := x.Demandas[n-1]
	p := &siade.Peticion{Relato: d.Texto, UnidadServicio: d.UnidadServicio}
	p.Creado, p.OOAD = x.Creado, x.OOAD
	de := &coleccion{s: k.s, t: siade.Peticiones, d: siade.Peticiones.Definicion()}
	return de.parecidas(c, p, almacen.ConsultaSimilares{})
}

var (
	sinDemanda = falla.Regla{Codigo: "demanda-desconocida", Es: "La solicitud no tiene esa demanda.", En: "The request has no such demand."}
	soloLaRama = falla.Regla{Codigo: "fuera-de-ambito", Es: "Lo leen las unidades de atención y orientación.", En: "It is for the units of attention."}
)

func (k *coleccion) resumenGrupos(c *caso) (respuesta, error) {
	if c.actor.Rol != "" || !k.s.catalogo().EnLinea(k.d.Rama, c.actor.Unidad) {
		return respuesta{}, negar(http.StatusForbidden, soloLaRama)
	}
	desde, hasta, err := c.periodo()
	if err != nil {
		return respuesta{}, err
	}
	f := almacen.Filtro{CreadoDesde: desde, CreadoHasta: hasta}
	if o := c.texto("ooad"); o != "" {
		f.OOAD, _ = doe.ParseOOAD(o) // checked before
	}
	rs, err := suyos(c, grupo.Solicitudes, f)
	if err != nil {
		return respuesta{}, err
	}
	return enJSON(CuentaGrupos{desde, hasta, append([]grupo.Fila{}, grupo.Contar(rs, c.texto("por") == porClase)...)})
}

// periodo is the span of days asked for: the year so far when nothing is.
func (c *caso) periodo() (desde, hasta fecha.Fecha, err error) {
	desde, hasta = c.fecha("desde"), c.fecha("hasta")
	if hasta.IsZero() {
		hasta = c.ahora().Dia()
	}
	if desde.IsZero() {
		desde, _ = fecha.New(hasta.Anio(), 1, 1)
	}
	if hasta.Before(desde) {
		return desde, hasta, deConsulta(malPeriodo, "query.hasta")
	}
	return desde, hasta, nil
}
