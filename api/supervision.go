package api

import (
	"reflect"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/siade/supervision"
)

// montarProgramasSupervision adds how a programme of visits goes.
func (s *Servidor) montarProgramasSupervision(k *coleccion) {
	op := k.leer("/{folio}/avance", "avance", "Avance del programa de visitas",
		"Cuántas visitas se han hecho, movido, cancelado o vencido frente a las fechas autorizadas, y la calificación media, en total y por OOAD.",
		s.de(reflect.TypeFor[supervision.Avance](), "El avance."), k.avanceSupervision, k.folio(), deFecha("corte", "Día al que se cuenta; hoy si falta", "2026-06-30"))
	s.ejerce(&op, "siade.supervision:seguir", "siade.supervision:coordinar")
	s.montar(op)
}

func (k *coleccion) avanceSupervision(c *caso) (respuesta, error) {
	r, _, _, err := c.leible(k.t)
	if err != nil {
		return respuesta{}, err
	}
	corte := c.fecha("corte")
	if corte.IsZero() {
		corte = c.ahora().Dia()
	}
	return enJSON(r.(*supervision.Programa).Avance(corte))
}

// ObservacionesPendientes is how what was observed and not settled stands.
type ObservacionesPendientes struct {
	Corte fecha.Fecha              `json:"corte" doc:"Día al que se cuenta" example:"2026-06-30"`
	Filas []supervision.Pendientes `json:"filas" doc:"Una por OOAD, en orden de clave"`
}

// montarVisitasSupervision adds the observations that are not settled.
func (s *Servidor) montarVisitasSupervision(k *coleccion) {
	op := k.leer("/observaciones", "observaciones", "Observaciones sin resolver",
		"Las observaciones de supervisión sin resolver, por OOAD: gravedad, antigüedad desde el acta, quién las debe, vencidas, prorrogadas y reincidentes. Cada coordinación ve las suyas.",
		s.de(reflect.TypeFor[ObservacionesPendientes](), "Las observaciones."), k.observacionesSupervision, deOOAD("Solo las de este OOAD"))
	s.ejerce(&op, "siade.supervision:analizar", "siade.supervision:seguir")
	s.montar(op)
}

func (k *coleccion) observacionesSupervision(c *caso) (respuesta, error) {
	f := almacen.Filtro{Estado: string(supervision.EnAtencion), OOAD: doe.OOAD(c.texto("ooad"))}
	vs, err := suyos(c, supervision.Visitas, f)
	if err != nil {
		return respuesta{}, err
	}
	hoy := c.ahora().Dia()
	return enJSON(ObservacionesPendientes{hoy, supervision.PorAntiguedad(vs, hoy, k.s.almacen.Calendarios())})
}

// montarSitiosSupervision adds the comparison of two visits to a site.
func (s *Servidor) montarSitiosSupervision(k *coleccion) {
	op := k.leer("/{folio}/evolucion", "evolucion", "Evolución del sitio",
		"Compara la última visita con la anterior de la misma cédula, criterio por criterio: qué mejora, qué empeora y qué sigue igual.",
		s.de(reflect.TypeFor[supervision.Evolucion](), "La comparación."), k.evolucionSitio, k.folio())
	s.ejerce(&op, "siade.supervision:analizar")
	s.montar(op)
}

func (k *coleccion) evolucionSitio(c *caso) (respuesta, error) {
	r, _, _, err := c.leible(k.t)
	if err != nil {
		return respuesta{}, err
	}
	return enJSON(r.(*supervision.SitioSupervisado).Evolucion())
}
