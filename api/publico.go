package api

import (
	"net/http"
	"reflect"

	"github.com/danielgtaylor/huma/v2"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Acuse is what a petitioner takes away: with it they follow their matter.
type Acuse struct {
	Folio  string `json:"folio" doc:"Folio" example:"SIADE-2026-14-0000001-X"`
	Clave  string `json:"clave_seguimiento" doc:"Clave para seguirlo; va en la cabecera Clave-Seguimiento" example:"wJ2mWbqTzv0eYf3nH1kUxA"`
	Estado string `json:"estado" doc:"Estado" example:"registrada"`
}

// ciudadano is the actor of whoever shows folio and key.
func ciudadano() doe.Actor {
	return doe.Actor{Sub: "ciudadano", Nombre: "Persona peticionaria", Rol: doe.Ciudadano}
}

// montarPublico adds what the petitioner does without an account: to register,
// to follow and to do the acts that are open to them.
func (k *coleccion) montarPublico() {
	if !k.d.Publico {
		return
	}
	k.tag = k.s.etiqueta("público", "Lo que la persona peticionaria hace sin cuenta, con folio y clave de seguimiento")
	vista := reflect.TypeOf(k.t.Publica(k.t.Nuevo()))
	k.s.montar(operacion{
		Operation: huma.Operation{
			Method: http.MethodGet, Path: k.publica("/{folio}"), OperationID: "publico-" + k.id("leer"), Summary: "Seguir: " + k.d.Titulo,
			Description: "Estado y respuestas, solo para quien tiene la clave. Un folio que no existe y una clave equivocada se contestan igual.", Tags: []string{k.tag},
		},
		nivel: alPublico, parametros: []parametro{k.folio(), deClave()}, respuesta: k.s.de(vista, "Lo que ve la persona peticionaria."), atender: k.seguir,
	})
	for _, a := range k.d.Actos {
		if a.Publico && !a.Interno {
			k.montarActoPublico(a)
		}
	}
}

func (k *coleccion) publica(resto string) string { return "/v1/publico/" + k.d.Coleccion + resto }

func deClave() parametro {
	p := deCabecera("Clave-Seguimiento", "Clave que se dio con el folio", "wJ2mWbqTzv0eYf3nH1kUxA", 64)
	p.Required = true
	return p
}

func (k *coleccion) montarActoPublico(a tramite.DefActo) {
	op := operacion{
		Operation: huma.Operation{
			Method: http.MethodPost, Path: k.publica("/{folio}/" + a.Nombre), OperationID: "publico-" + k.id(a.Nombre),
			Summary: a.Titulo, Description: a.Descripcion, Tags: []string{k.tag}, Extensions: map[string]any{"x-acto": a.Nombre, "x-contrapartes": []string{string(doe.Ciudadano)}},
		},
		nivel: alPublico, parametros: []parametro{k.folio(), deClave(), deSiVersion(), deIdempotencia()},
		entrada: a.Entrada, ejemplo: ejemploDe(a), respuesta: k.s.de(reflect.TypeOf(k.t.Publica(k.t.Nuevo())), "Lo que ve la persona peticionaria, en su nuevo estado."),
		errores: []int{http.StatusForbidden, http.StatusConflict, http.StatusPreconditionFailed},
		atender: func(c *caso) (respuesta, error) { return k.actuarPublico(c, a.Nombre) },
	}
	switch {
	case a.Creacion:
		op.Path, op.exito, op.errores = k.publica(""), http.StatusCreated, nil
		op.parametros = []parametro{deIdempotencia()}
		op.respuesta = conCabeceras(k.s.de(reflect.TypeFor[Acuse](), "Folio y clave de seguimiento."), "Location")
		op.atender = k.registrarPublico
	case a.Nombre == tramite.ActoAdjuntar:
		op.Path, op.entrada, op.RequestBody = k.publica("/{folio}/adjuntos"), nil, cuerpoArchivo(tiposAdjunto...)
		op.atender = k.adjuntarPublico
	}
	k.s.montar(op)
}

func (k *coleccion) registrarPublico(c *caso) (respuesta, error) {
	r, err := c.realizar(k.t, k.d.Alta, "", c.cuerpo, ciudadano())
	if err != nil {
		return respuesta{}, err
	}
	reg, err := k.t.Decodificar(r.Doc)
	if err != nil {
		return respuesta{}, err
	}
	a, err := enJSON(Acuse{Folio: r.Folio, Clave: k.s.almacen.ClaveSeguimiento(r.Folio), Estado: string(reg.Cabeza().Estado)})
	a.lugar = k.publica("/" + r.Folio)
	return a, err
}

// propio gives the record of the path to whoever shows its key. A folio that
// does not exist and a wrong key take the same steps to the same answer.
func (k *coleccion) propio(c *caso) (almacen.Expediente, error) {
	folio := c.ruta("folio")
	suya := k.s.almacen.EsClaveSeguimiento(folio, c.r.Header.Get("Clave-Seguimiento"))
	if !esFolio(folio) {
		return almacen.Expediente{}, noEncontrado()
	}
	x, err := k.s.almacen.Leer(c.r.Context(), k.d.Coleccion, folio)
	if err == nil && !suya {
		err = noEncontrado()
	}
	return x, sinDecirPorQue(err)
}

func (k *coleccion) seguir(c *caso) (respuesta, error) {
	x, err := k.propio(c)
	if err != nil {
		return respuesta{}, err
	}
	return k.vistaPublica(x.Doc)
}

func (k *coleccion) vistaPublica(doc []byte) (respuesta, error) {
	r, err := k.t.Decodificar(doc)
	if err != nil {
		return respuesta{}, err
	}
	a, err := enJSON(k.t.Publica(r))
	a.etag = marca(r.Cabeza().Version)
	return a, err
}

func (k *coleccion) actuarPublico(c *caso, acto string) (respuesta, error) {
	x, err := k.propio(c)
	if err != nil {
		return respuesta{}, err
	}
	r, err := c.realizar(k.t, acto, x.Folio, c.cuerpo, ciudadano())
	if err != nil {
		return respuesta{}, err
	}
	return k.vistaPublica(r.Doc)
}

func (k *coleccion) adjuntarPublico(c *caso) (respuesta, error) {
	x, err := k.propio(c)
	if err != nil {
		return respuesta{}, err
	}
	if _, err := c.adjuntar(k.t, ciudadano()); err != nil {
		return respuesta{}, err
	}
	if x, err = k.s.almacen.Leer(c.r.Context(), k.d.Coleccion, x.Folio); err != nil {
		return respuesta{}, err
	}
	return k.vistaPublica(x.Doc)
}
