package api

import (
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/operacion-abierta/operacion/api/organigrama"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
)

var otraUnidad = falla.Regla{Codigo: "unidad-desconocida", Es: "La unidad no está en los manuales.", En: "The unit is not in the manuals."}

func (s *Servidor) montarOrganigrama() {
	raiz := deUnidad("Unidad de la que parte el dibujo; la Dirección si falta")
	raiz.Name, raiz.Example = "raiz", "doe-7.1.3"
	s.montar(operacion{
		Operation: huma.Operation{
			Method: http.MethodGet, Path: "/v1/organigrama.svg", OperationID: "organigrama-dibujar", Summary: "Organigrama",
			Description: "Dibujo en SVG del árbol de adscripción; cada caja lleva a su unidad.", Tags: []string{"institución"},
		},
		parametros: []parametro{raiz, deFecha("fecha", "Día al que se pide la estructura", "2026-01-15")},
		respuesta:  deBytes("image/svg+xml", "El dibujo."), atender: s.organigrama,
	})
}

func (s *Servidor) organigrama(c *caso) (respuesta, error) {
	if err := s.alDia(c); err != nil {
		return respuesta{}, err
	}
	raiz := doe.Raiz
	if v := c.texto("raiz"); v != "" {
		raiz = doe.ClaveUnidad(v)
	}
	u, ok := s.catalogo.Unidad(raiz)
	if !ok {
		return respuesta{}, deConsulta(otraUnidad, "query.raiz")
	}
	return respuesta{tipo: "image/svg+xml", cuerpo: organigrama.SVG(deRama(s.rama(raiz)), "Organigrama de "+u.Nombre)}, nil
}

func deRama(u Unidad) organigrama.Nodo {
	n := organigrama.Nodo{Clave: string(u.Clave), Nombre: u.Nombre, Enlace: "/v1/unidades/" + string(u.Clave)}
	for _, h := range u.Subordinadas {
		n.Hijos = append(n.Hijos, deRama(h))
	}
	return n
}
