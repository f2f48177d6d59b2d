package api

import (
	"net/http"
	"reflect"

	"github.com/danielgtaylor/huma/v2"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/capacitacion"
)

// montarProgramasCapacitacion adds the coverage of a programme.
func (s *Servidor) montarProgramasCapacitacion(k *coleccion) {
	op := k.leer("/{folio}/cobertura", "cobertura", "Cobertura del programa",
		"Personas que acreditaron algún curso del programa frente a la plantilla y a la meta de cada OOAD, cada una contada una vez; ediciones y horas usadas. No dice quiénes.",
		s.de(reflect.TypeFor[capacitacion.Cobertura](), "La cobertura."), k.coberturaCapacitacion, k.folio())
	s.ejerce(&op, "doe.capacitacion:seguir", "doe.capacitacion:coordinar")
	s.montar(op)
}

func (k *coleccion) coberturaCapacitacion(c *caso) (respuesta, error) {
	r, _, _, err := c.leible(k.t)
	if err != nil {
		return respuesta{}, err
	}
	p := r.(*capacitacion.Programa)
	// What is counted is of the programme, whoever may read each edition.
	ctx := c.s.contexto(c.r.Context(), doe.Reloj())
	es, err := todos(c.r.Context(), c.s, capacitacion.Ediciones, almacen.Filtro{Vista: capacitacion.Ediciones.Vista(ctx), Indices: map[string]string{"programa": p.Folio}})
	if err != nil {
		return respuesta{}, err
	}
	return enJSON(p.Cobertura(es))
}

// montarEdicionesCurso adds what an edition taught.
func (s *Servidor) montarEdicionesCurso(k *coleccion) {
	op := k.leer("/{folio}/resultados", "resultados", "Resultados de la edición",
		"Cuántas personas acreditaron, la media de la evaluación diagnóstica y de la final, y los temas del más flojo al más firme: los que quedan bajo la mínima son áreas de oportunidad.",
		s.de(reflect.TypeFor[capacitacion.ResultadosEdicion](), "Los resultados."), k.resultadosEdicion, k.folio())
	s.ejerce(&op, "doe.capacitacion:evaluar", "doe.capacitacion:analizar")
	s.montar(op)
}

func (k *coleccion) resultadosEdicion(c *caso) (respuesta, error) {
	r, _, _, err := c.leible(k.t)
	if err != nil {
		return respuesta{}, err
	}
	return enJSON(r.(*capacitacion.Edicion).Resultados())
}

// montarAcreditaciones adds the verification that takes no account.
func (s *Servidor) montarAcreditaciones(k *coleccion) {
	s.montar(operacion{
		Operation: huma.Operation{
			Method: http.MethodGet, Path: "/v1/publico/" + k.d.Coleccion + "/{codigo}", OperationID: "publico-" + k.id("verificar"), Summary: "Verificar una acreditación",
			Description: "Qué acredita un código, desde cuándo y hasta cuándo vale, y si fue revocado. No dice de quién es; si se pregunta por una persona, solo si coincide.",
			Tags:        []string{k.tag},
		},
		nivel: alPublico, atender: k.verificarAcreditacion, respuesta: s.de(reflect.TypeFor[capacitacion.Verificada](), "Lo que acredita."),
		parametros: []parametro{
			deRuta("codigo", "Código de la acreditación", "0197a3c2-0000-7000-8000-000000000000", 60), consulta("persona", "Identificador de la persona por la que se pregunta", "taod-14-007", 120),
		},
	})
}

func (k *coleccion) verificarAcreditacion(c *caso) (respuesta, error) {
	ctx := c.s.contexto(c.r.Context(), doe.Reloj())
	as, err := todos(c.r.Context(), c.s, capacitacion.Acreditaciones, almacen.Filtro{Vista: capacitacion.Acreditaciones.Vista(ctx), Indices: map[string]string{"codigo": c.ruta("codigo")}})
	switch {
	case err != nil:
		return respuesta{}, err
	case len(as) == 0:
		return respuesta{}, noEncontrado()
	}
	return enJSON(as[0].Verificada(c.ahora().Dia(), c.texto("persona")))
}
