package api

import (
	"encoding/json"
	"reflect"

	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/plan"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/evaluacion"
)

var sinOriginal = falla.Regla{
	Codigo: "base-no-disponible",
	Es:     "El plan aún no tiene una versión autorizada con que compararse.",
	En:     "The plan has no authorised version to be held against yet.",
}

// montarPlanes adds what improvement plans have beyond any trámite.
func (s *Servidor) montarPlanes(k *coleccion) {
	op := k.leer("/{folio}/avance", "avance", "Avance programado y real",
		"Lo programado y lo verificado al cierre de cada mes o trimestre, desde cuándo se atrasó el plan, qué acciones deben avance hoy y cuándo terminará a su ritmo. Cada acción se programa por igual entre su inicio y su término; los grupos y el plan, por sus pesos. Con `base=original` se compara con las fechas que se autorizaron.",
		s.de(reflect.TypeFor[evaluacion.Seguimiento](), "Cómo va el plan."), k.avance, k.folio(),
		deValores("periodo", "Cada cuánto se cierra; mes si falta", "mes", "trimestre"),
		deValores("base", "Fechas con que se compara; las vigentes si falta", string(evaluacion.BaseVigente), string(evaluacion.BaseOriginal)))
	s.ejerce(&op, "evaluacion.planes:seguir", "evaluacion.planes:analizar")
	s.montar(op)
}

func (k *coleccion) avance(c *caso) (respuesta, error) {
	r, x, _, err := c.leible(k.t)
	if err != nil {
		return respuesta{}, err
	}
	menos, _ := k.t.Recortar(r, c.actor)
	p, ok := menos.(*evaluacion.PlanMejora)
	if !ok {
		return respuesta{}, noEncontrado()
	}
	es, err := k.eventos(c, x.Folio)
	if err != nil {
		return respuesta{}, err
	}
	base, paso := evaluacion.BaseVigente, plan.Mes
	if c.texto("base") == string(evaluacion.BaseOriginal) {
		base = evaluacion.BaseOriginal
	}
	if c.texto("periodo") == "trimestre" {
		paso = plan.Trimestre
	}
	s, hay, err := p.Seguir(es, c.ahora().Dia(), base, paso)
	switch {
	case err != nil:
		return respuesta{}, err
	case !hay:
		return respuesta{}, deConsulta(sinOriginal, "query.base")
	}
	return enJSON(s)
}

// eventos reads the whole history of a record.
func (k *coleccion) eventos(c *caso, folio string) ([]tramite.Evento, error) {
	var out []tramite.Evento
	for cursor := ""; ; {
		p, err := k.s.almacen.Historial(c.r.Context(), k.d.Coleccion, folio, cursor, maxLimite)
		if err != nil {
			return nil, err
		}
		for _, g := range p.Elementos {
			var e tramite.Evento
			if err := json.Unmarshal(g.Carga, &e); err != nil {
				return nil, err
			}
			out = append(out, e)
		}
		if cursor = p.Siguiente; cursor == "" {
			return out, nil
		}
	}
}
