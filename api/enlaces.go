package api

import (
	"encoding/json"
	"net/http"
	"reflect"

	"github.com/danielgtaylor/huma/v2"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Enlace is what an expiring link asks for.
type Enlace struct {
	Tramite     string          `json:"tramite" doc:"Nombre del trámite" example:"opinion"`
	Folio       string          `json:"folio" doc:"Folio del expediente" example:"OPI-2026-09-0000001-K"`
	Acto        string          `json:"acto" doc:"El acto que se pide" example:"responder"`
	Titulo      string          `json:"titulo" doc:"Nombre del acto para mostrar" example:"Responder"`
	Descripcion string          `json:"descripcion" doc:"Qué se pide"`
	Organo      doe.ClaveOrgano `json:"organo,omitempty" doc:"A quién se pide" example:"dn-prestaciones-medicas"`
	Rol         doe.Rol         `json:"rol" doc:"En qué papel" example:"normativo"`
	Vence       fecha.Fecha     `json:"vence" doc:"Último día en que sirve" example:"2026-03-20"`
	Operacion   string          `json:"operacion" doc:"Operación de esta API cuyo cuerpo tiene la misma forma" example:"opiniones-responder"`
	Expediente  json.RawMessage `json:"expediente,omitempty" doc:"El expediente, cuando ese papel puede leerlo"`
}

// EnlaceUsado is the answer of an act done by a link.
type EnlaceUsado struct {
	Tramite string `json:"tramite" doc:"Nombre del trámite" example:"opinion"`
	Folio   string `json:"folio" doc:"Folio del expediente" example:"OPI-2026-09-0000001-K"`
	Version int    `json:"version" doc:"Versión del expediente" example:"5"`
}

// sinDecirPorQue makes every refusal to find the same one.
func sinDecirPorQue(err error) error {
	if falla.DeClase(err, falla.NoEncontrada) {
		return noEncontrado()
	}
	return err
}

func (s *Servidor) montarEnlaces() {
	tag := s.etiqueta("enlaces", "Actos que una contraparte hace sin cuenta, con un enlace que vence")
	secreto := func() parametro { return deRuta("secreto", "Secreto del enlace", "wJ2mWbqTzv0eYf3nH1kUxA", 64) }
	s.montar(operacion{
		Operation: huma.Operation{
			Method: http.MethodGet, Path: "/v1/enlaces/{secreto}", OperationID: "enlaces-leer", Summary: "Qué pide un enlace",
			Description: "El acto que se pide y sobre qué expediente. Los enlaces usados, vencidos y desconocidos se contestan igual.", Tags: []string{tag},
		},
		nivel: alPublico, parametros: []parametro{secreto()}, respuesta: s.de(reflect.TypeFor[Enlace](), "Lo que se pide."), atender: s.verEnlace,
	})
	s.montar(operacion{
		Operation: huma.Operation{
			Method: http.MethodPost, Path: "/v1/enlaces/{secreto}", OperationID: "enlaces-usar", Summary: "Hacer el acto de un enlace",
			Description: "Hace el único acto que el enlace permite; después deja de servir. El cuerpo es el de la operación que el enlace dice.", Tags: []string{tag},
			RequestBody: &huma.RequestBody{Content: map[string]*huma.MediaType{"application/json": {
				Schema: &huma.Schema{Type: huma.TypeObject, AdditionalProperties: true, Description: "Los datos del acto"}, Example: map[string]any{},
			}}},
		},
		nivel: alPublico, parametros: []parametro{secreto(), deIdempotencia()}, respuesta: s.de(reflect.TypeFor[EnlaceUsado](), "El acto quedó hecho."),
		errores: []int{http.StatusForbidden, http.StatusConflict}, atender: s.usarEnlace,
	})
}

// enlace finds the link of the path, its trámite and its act.
func (c *caso) enlace() (almacen.Enlace, tramite.Cualquiera, tramite.DefActo, error) {
	if len(c.ruta("secreto")) > 64 {
		return almacen.Enlace{}, nil, tramite.DefActo{}, noEncontrado()
	}
	e, err := c.s.almacen.Enlace(c.r.Context(), c.ruta("secreto"))
	if err != nil {
		return e, nil, tramite.DefActo{}, sinDecirPorQue(err)
	}
	t, ok := c.s.mesa.Tramite(e.Coleccion)
	if !ok {
		return e, nil, tramite.DefActo{}, noEncontrado()
	}
	a, ok := t.Definicion().Acto(e.Acto)
	if !ok {
		return e, nil, a, noEncontrado()
	}
	return e, t, a, nil
}

// parteDe is the actor of a link.
func parteDe(e almacen.Enlace) doe.Actor {
	return doe.DeEnlace(e.Organo, e.Rol)
}

func (s *Servidor) verEnlace(c *caso) (respuesta, error) {
	e, t, a, err := c.enlace()
	if err != nil {
		return respuesta{}, err
	}
	d := t.Definicion()
	out := Enlace{
		Tramite: d.Nombre, Folio: e.Folio, Acto: a.Nombre, Titulo: a.Titulo, Descripcion: a.Descripcion, Organo: e.Organo, Rol: e.Rol, Vence: e.Vence,
		Operacion: d.Coleccion + "-" + a.Nombre,
	}
	if _, x, _, err := s.leible(c, t, e.Folio, parteDe(e)); err == nil {
		doc, err := recortado(t, x.Doc, parteDe(e))
		if err != nil {
			return respuesta{}, err
		}
		out.Expediente = c.conPlazo(doc, &x)
	}
	return enJSON(out)
}

func (s *Servidor) usarEnlace(c *caso) (respuesta, error) {
	b, err := c.leerJSON()
	if err != nil {
		return respuesta{}, err
	}
	c.cuerpo = b
	// A link that was used still answers a repeat of the request that used it.
	_, _, a, err := c.enlace()
	if err != nil && c.r.Header.Get("Idempotency-Key") == "" {
		return respuesta{}, err
	}
	if err == nil {
		fs, err := s.revisarForma(b, a.Entrada)
		if err == nil {
			err = deForma(fs)
		}
		if err != nil {
			return respuesta{}, err
		}
	}
	return c.porEnlace()
}

// porEnlace does the act of the link of the path.
func (c *caso) porEnlace() (respuesta, error) {
	idem, err := c.idempotencia(c.cuerpo)
	if err != nil {
		return respuesta{}, err
	}
	o := almacen.Orden{Enlace: c.ruta("secreto"), Idempotencia: idem}
	o.Entrada = json.RawMessage(c.cuerpo)
	r, err := c.s.almacen.Realizar(c.r.Context(), o)
	if err != nil {
		return respuesta{}, sinDecirPorQue(err)
	}
	c.s.alActuar(c.r.Context(), &r)
	t, ok := c.s.mesa.Tramite(r.Coleccion)
	if !ok {
		return respuesta{}, noEncontrado()
	}
	return enJSON(EnlaceUsado{Tramite: t.Definicion().Nombre, Folio: r.Folio, Version: r.Version})
}
