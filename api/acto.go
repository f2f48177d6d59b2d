package api

import (
	"context"
	"encoding/json"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/oficial"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// montarActo adds the operation of an act: POST on the collection for the one
// of creation, POST on the record for the rest. Those that take files or read
// identities have operations of their own; internal ones have none.
func (k *coleccion) montarActo(a tramite.DefActo) {
	switch {
	case a.Interno:
		return
	case a.Nombre == tramite.ActoAdjuntar:
		k.montarAdjuntos(a)
		return
	case a.Nombre == tramite.ActoIdentidad:
		k.montarIdentidad(a)
		return
	case a.Creacion && k.d == oficial.Ediciones.Definicion():
		k.montarCarga(a)
		return
	}
	descripcion, extensiones := k.describir(a)
	op := operacion{
		Operation: huma.Operation{
			Method: http.MethodPost, Path: k.ruta("/{folio}/" + a.Nombre), OperationID: k.id(a.Nombre),
			Summary: a.Titulo, Description: descripcion, Tags: []string{k.tag}, Extensions: extensiones,
		},
		parametros: []parametro{k.folio(), deSiVersion(), deIdempotencia()},
		entrada:    a.Entrada,
		respuesta:  k.respuestaRegistro("El expediente en su nuevo estado.", "ETag"),
		errores:    []int{http.StatusForbidden, http.StatusConflict, http.StatusPreconditionFailed},
		atender:    func(c *caso) (respuesta, error) { return c.actuar(k.t, a.Nombre, c.ruta("folio"), c.actor) },
	}
	if k.s.documenta {
		op.ejemplo = ejemploDe(a)
	}
	if a.Creacion {
		op.Path, op.exito, op.errores = k.ruta(""), http.StatusCreated, []int{http.StatusForbidden}
		op.parametros = []parametro{deIdempotencia()}
		op.respuesta = k.respuestaRegistro("El expediente creado.", "ETag", "Location")
		op.atender = func(c *caso) (respuesta, error) { return c.actuar(k.t, a.Nombre, "", c.actor) }
	}
	k.s.montar(op)
}

func (k *coleccion) respuestaRegistro(descripcion string, nombres ...string) *huma.Response {
	r := conCabeceras(conEsquema(k.registro, descripcion), nombres...)
	r.Content["application/json"].Example = k.ejemplo
	return r
}

func deSiVersion() parametro {
	return deCabecera("If-Match", "Versión del expediente que se conoce; 412 si ya es otra", `"4"`, 200).con(func(v string) *falla.Regla {
		if _, ok := marcas([]string{v}); !ok {
			return &malaMarca
		}
		return nil
	})
}

var (
	malaMarca = falla.Regla{Codigo: "marca-no-valida", Es: "Debe ser una versión entre comillas, varias separadas por comas, o *.", En: "It must be a version in quotes, several separated by commas, or *."}
	malaIdem  = falla.Regla{Codigo: "clave-de-idempotencia-no-valida", Es: "Debe tener de 8 a 200 letras, dígitos o signos ASCII.", En: "It must have 8 to 200 ASCII letters, digits or signs."}
	debilIdem = falla.Regla{Codigo: "clave-de-idempotencia-debil", Es: "Sin credencial la clave debe tener al menos 22 caracteres tomados al azar.", En: "Without a token the key must have at least 22 characters drawn at random."}
)

// Bounds of an idempotency key: one that stands for its caller must carry 128
// random bits, which take 22 characters of base64.
const (
	minIdem, maxIdem = 8, 200
	minIdemPublica   = 22
)

func deIdempotencia() parametro {
	return deCabecera("Idempotency-Key", "Repetir la misma petición con la misma clave, dentro de 24 horas, da la primera respuesta", "3f1b7a52-6c0e-4f0b-9a57-0d2f6f4f2b11", maxIdem).
		con(func(v string) *falla.Regla {
			if len(v) < minIdem || strings.ContainsFunc(v, func(r rune) bool { return r <= ' ' || r > '~' }) {
				return &malaIdem
			}
			return nil
		})
}

// idempotencia is the caller's key, nil when it gave none.
func (c *caso) idempotencia(cuerpo []byte) (*almacen.Idempotencia, error) {
	clave := c.r.Header.Get("Idempotency-Key")
	if clave == "" {
		return nil, nil
	}
	llamador := "anonimo"
	if c.op.nivel == conToken {
		llamador = strings.Join([]string{"sub", c.actor.Sub, string(c.actor.Unidad), string(c.actor.OOAD), string(c.actor.Organo), string(c.actor.Rol)}, "\x00")
	} else if len(clave) < minIdemPublica {
		return nil, deConsulta(debilIdem, "header.Idempotency-Key")
	}
	return &almacen.Idempotencia{Llamador: llamador, Clave: clave, Cuerpo: cuerpo}, nil
}

// siVersion is the version that the caller knows: 0 when it did not say, and
// one that no record has when what it knows is no version of ours.
func (c *caso) siVersion(ctx context.Context, coleccion, folio string) int {
	const ninguna = -1
	ms, _ := marcas(c.r.Header.Values("If-Match"))
	switch {
	case len(ms) == 0 || ms[0] == "*":
		return 0
	case len(ms) == 1:
		return version(ms[0])
	}
	x, err := c.s.almacen.Leer(ctx, coleccion, folio)
	if err == nil && slices.Contains(ms, marca(x.Version)) {
		return x.Version
	}
	return ninguna
}

// version reads an entity tag of ours; -1 for any other.
func version(etag string) int {
	n, err := strconv.Atoi(strings.Trim(etag, `"`))
	if err != nil || n < 1 || marca(n) != etag {
		return -1
	}
	return n
}

// actuar does an act and answers the record.
func (c *caso) actuar(t tramite.Cualquiera, acto, folio string, a doe.Actor) (respuesta, error) {
	r, err := c.realizar(t, acto, folio, c.cuerpo, a)
	if err != nil {
		return respuesta{}, err
	}
	out, err := c.contestarExpediente(t, &r.Expediente, a)
	if err != nil {
		return respuesta{}, err
	}
	if len(r.Enlaces) > 0 {
		if out.cuerpo, err = conEnlaces(out.cuerpo, r.Enlaces); err != nil {
			return respuesta{}, err
		}
	}
	if folio == "" {
		out.lugar = "/v1/" + r.Coleccion + "/" + r.Folio
	}
	return out, nil
}

// realizar does an act with the body of the request.
func (c *caso) realizar(t tramite.Cualquiera, acto, folio string, entrada []byte, a doe.Actor) (almacen.Resultado, error) {
	d := t.Definicion()
	if folio != "" && !esFolio(folio) {
		return almacen.Resultado{}, noEncontrado()
	}
	idem, err := c.idempotencia(entrada)
	if err != nil {
		return almacen.Resultado{}, err
	}
	o := almacen.Orden{
		Peticion: tramite.Peticion{Coleccion: d.Coleccion, Folio: folio, Acto: acto, Entrada: json.RawMessage(entrada)},
		Actor:    a, Idempotencia: idem,
	}
	if folio != "" {
		o.SiVersion = c.siVersion(c.r.Context(), d.Coleccion, folio)
	}
	r, err := c.s.almacen.Realizar(c.r.Context(), o)
	if err == nil {
		c.s.alActuar(c.r.Context(), &r)
	}
	return r, err
}

// EnlaceAbierto is a link that an act opened for a counterpart. It is told
// once, to whoever opened it.
type EnlaceAbierto struct {
	Direccion string          `json:"direccion" doc:"Dirección del enlace en este servidor" example:"/v1/enlaces/wJ2mWbqTzv0eYf3nH1kUxA"`
	Acto      string          `json:"acto" doc:"El acto que permite" example:"responder"`
	Organo    doe.ClaveOrgano `json:"organo,omitempty" doc:"Para quién es" example:"dn-prestaciones-medicas"`
	Rol       doe.Rol         `json:"rol" doc:"En qué papel" example:"normativo"`
	Vence     fecha.Fecha     `json:"vence" doc:"Último día en que sirve" example:"2026-03-20"`
}

// conEnlaces writes the links that an act opened after the fields of the
// record.
func conEnlaces(doc []byte, es []almacen.Enlace) ([]byte, error) {
	out := make([]EnlaceAbierto, len(es))
	for i, e := range es {
		out[i] = EnlaceAbierto{"/v1/enlaces/" + e.Secreto, e.Acto, e.Organo, e.Rol, e.Vence}
	}
	b, err := json.Marshal(out)
	if err != nil {
		return nil, err
	}
	doc = append(doc[:len(doc)-1], `,"enlaces":`...)
	return append(append(doc, b...), '}'), nil
}
