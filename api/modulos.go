package api

import (
	"net/http"
	"reflect"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/siade/modulo"
)

// CoberturaModulos is how the posts of attention are staffed on a day.
type CoberturaModulos struct {
	Corte  fecha.Fecha   `json:"corte" doc:"Día al que se cuenta" example:"2026-03-02"`
	Fuente string        `json:"fuente" doc:"De dónde se toma" example:"Registro de módulos, plazas y movimientos"`
	Filas  []modulo.Fila `json:"filas" doc:"Una por OOAD o, si se pide, por unidad"`
}

var soloUnidadesAO = falla.Regla{Codigo: "fuera-de-ambito", Es: "La cobertura la leen las unidades de atención y orientación.", En: "Coverage is for the units of attention."}

// montarModulos adds the coverage of posts.
func (s *Servidor) montarModulos(k *coleccion) {
	op := k.leer("/cobertura", "cobertura", "Cobertura de plazas",
		"Plazas autorizadas, ocupadas, vacantes y cubiertas por OOAD o por unidad, y las horas de servicio sin nadie que atienda, al día de la consulta. Son las variables con que se reporta el indicador de cobertura acordado. Cada OOAD ve lo suyo.",
		s.de(reflect.TypeFor[CoberturaModulos](), "La cobertura."), k.coberturaModulos, deOOAD("Solo este OOAD"), deValores("por", "Qué es cada fila; por OOAD si falta", "ooad", "unidad"))
	s.ejerce(&op, "siade.modulos:analizar", "siade.modulos:informar")
	s.montar(op)
}

func (k *coleccion) coberturaModulos(c *caso) (respuesta, error) {
	if c.actor.Rol != "" || !k.s.catalogo().EnLinea(k.d.Rama, c.actor.Unidad) {
		return respuesta{}, negar(http.StatusForbidden, soloUnidadesAO)
	}
	ms, err := suyos(c, modulo.Modulos, almacen.Filtro{})
	if err != nil {
		return respuesta{}, err
	}
	b := CoberturaModulos{Corte: c.ahora().Dia(), Fuente: "Registro de módulos, plazas y movimientos", Filas: []modulo.Fila{}}
	for _, f := range modulo.Contar(ms, c.texto("por") == "unidad") {
		if o := c.texto("ooad"); o == "" || o == string(f.OOAD) {
			b.Filas = append(b.Filas, f)
		}
	}
	return enJSON(b)
}
