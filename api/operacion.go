package api

import (
	"net/http"
	"net/url"
	"reflect"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
)

// nivel says who may call an operation.
type nivel uint8

const (
	// conToken asks for a token.
	conToken nivel = iota
	// alPublico is open to everyone, so many times a minute.
	alPublico
	// abierto is open: health, metrics and documents of the API itself.
	abierto
)

// operacion is one operation of the API: what its document says is what is
// enforced. Huma's own Register knows the parameters of an operation from a
// struct at compile time, while the filters of a list come from the
// definition of its trámite; so operations are declared as data and pass
// through the one wrapper below.
type operacion struct {
	huma.Operation
	nivel nivel
	// parametros of the path, the query and the headers.
	parametros []parametro
	// entrada is the type of the JSON body; nil when there is none, or when
	// atender reads it.
	entrada reflect.Type
	// ejemplo is a valid body.
	ejemplo any
	// maxCuerpo bounds the body, in bytes; the server's bound when zero.
	maxCuerpo int64
	// exito is the status of success, with what it answers.
	exito     int
	respuesta *huma.Response
	// errores are the statuses it may answer besides those that follow from
	// the rest.
	errores []int

	conocidos map[string]*parametro
	atender   func(c *caso) (respuesta, error)
}

// caso is one request being answered.
type caso struct {
	s     *Servidor
	op    *operacion
	w     *escritor
	r     *http.Request
	actor doe.Actor
	// consulta are the parameters of the query, each with one value.
	consulta url.Values
	// cuerpo is the body as it came, {} when it was empty.
	cuerpo []byte
}

// montar adds an operation to the server and to its document.
func (s *Servidor) montar(op operacion) {
	o := &op
	s.documentar(o)
	o.conocidos = map[string]*parametro{}
	for i := range o.parametros {
		if p := &o.parametros[i]; p.In == enConsulta {
			o.conocidos[p.Name] = p
		}
	}
	s.api.Adapter().Handle(&o.Operation, func(ctx huma.Context) {
		r, rw := humago.Unwrap(ctx)
		w := rw.(*escritor)
		w.operacion = o.OperationID
		c := &caso{s: s, op: o, w: w, r: r}
		a, err := c.contestar()
		if err == nil {
			err = c.escribir(a)
		}
		if err != nil {
			s.problema(w, r, err)
		}
	})
}

// contestar makes the checks that come before the trámite's own, in the order
// of the contract: token, size and type of the body, malformed bodies, shape.
func (c *caso) contestar() (respuesta, error) {
	if err := c.identificar(); err != nil {
		return respuesta{}, err
	}
	fs, err := c.leerCuerpo()
	if err != nil {
		return respuesta{}, err
	}
	fs = append(c.leerParametros(), fs...)
	if err := deForma(fs); err != nil {
		return respuesta{}, err
	}
	return c.op.atender(c)
}

// identificar finds out who calls.
func (c *caso) identificar() error {
	switch c.op.nivel {
	case conToken:
		a, err := c.s.verificador.Actor(c.r.Context(), c.r.Header.Get("Authorization"))
		if err != nil {
			return err
		}
		if err := c.s.constarEncomienda(c.r.Context(), &a); err != nil {
			return err
		}
		c.actor, c.w.unidad = a, string(a.Unidad)
		if a.Organo != "" {
			c.w.unidad = string(a.Organo)
		}
	case alPublico:
		return c.s.frenar(c.w, c.r)
	case abierto:
	}
	return nil
}

// ruta is a parameter of the path.
func (c *caso) ruta(nombre string) string { return c.r.PathValue(nombre) }

// ahora is the instant of the request by the server's clock.
func (c *caso) ahora() fecha.Instante { return c.s.ahora() }
