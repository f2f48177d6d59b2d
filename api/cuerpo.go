package api

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"reflect"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/operacion-abierta/operacion/api/forma"
	"github.com/operacion-abierta/operacion/doe/falla"
	doeforma "github.com/operacion-abierta/operacion/doe/forma"
)

// leerCuerpo reads the JSON body of the operation, if it has one, and tells
// the faults of its shape. The error is a body too large, of another type or
// malformed.
func (c *caso) leerCuerpo() (falla.Fallas, error) {
	if c.op.entrada == nil {
		return nil, nil
	}
	b, err := c.leerJSON()
	if err != nil {
		return nil, err
	}
	c.cuerpo = b
	return c.s.revisarForma(b, c.op.entrada)
}

// leerJSON reads a body of JSON whole; {} when it is empty.
func (c *caso) leerJSON() ([]byte, error) {
	maximo := c.op.maxCuerpo
	if maximo == 0 {
		maximo = c.s.maxCuerpo
	}
	if c.r.ContentLength > maximo {
		return nil, negar(http.StatusRequestEntityTooLarge, muyGrande)
	}
	if c.r.ContentLength != 0 && !esJSON(c.r.Header.Values("Content-Type")) {
		return nil, negar(http.StatusUnsupportedMediaType, otroTipo)
	}
	b, err := leerTodo(http.MaxBytesReader(c.w, c.r.Body, maximo), c.r.ContentLength)
	if err != nil {
		return nil, deLectura(err)
	}
	if len(b) == 0 {
		return []byte("{}"), nil
	}
	return b, nil
}

func leerTodo(r io.Reader, largo int64) ([]byte, error) {
	if largo <= 0 {
		return io.ReadAll(r)
	}
	b := make([]byte, largo)
	n, err := io.ReadFull(r, b)
	return b[:n], err
}

// deLectura tells a body too large from one that did not arrive.
func deLectura(err error) error {
	var grande *http.MaxBytesError
	if errors.As(err, &grande) {
		return negar(http.StatusRequestEntityTooLarge, muyGrande)
	}
	return negar(http.StatusBadRequest, noSeRecibio)
}

// esJSON says whether the content type is JSON in UTF-8.
func esJSON(tipos []string) bool {
	if len(tipos) != 1 {
		return false
	}
	if tipos[0] == "application/json" {
		return true
	}
	tipo, params, err := mime.ParseMediaType(tipos[0])
	juego, hay := params["charset"]
	return err == nil && tipo == "application/json" && (!hay || strings.EqualFold(juego, "utf-8"))
}

// revisarForma tells every fault in the shape of a body. What the strict
// reader accepts is decoded and held against the tags; the rest, against the
// schema, which also sees what does not decode.
func (s *Servidor) revisarForma(b []byte, t reflect.Type) (falla.Fallas, error) {
	estricto, err := forma.Estricto(b, t)
	if err != nil {
		return nil, err
	}
	if len(estricto) > 0 {
		d := s.documentada()
		return contraEsquema(d.esquemas.registro, b, d.cuerpos[t], estricto), nil
	}
	v := reflect.New(t)
	if err := json.Unmarshal(b, v.Interface()); err != nil {
		return nil, fmt.Errorf("api: decoding a %s: %w", t, err)
	}
	return doeforma.Validar(v.Interface(), "body"), nil
}

// contraEsquema adds to what the strict reader found what the schema finds.
func contraEsquema(reg huma.Registry, b []byte, esquema *huma.Schema, ya falla.Fallas) falla.Fallas {
	var v any
	if json.Unmarshal(b, &v) != nil { // a number that no float holds
		return ya
	}
	res := &huma.ValidateResult{}
	huma.Validate(reg, esquema, huma.NewPathBuffer([]byte("body"), len("body")), huma.ModeWriteToServer, v, res)
	for _, f := range ya {
		res.Errors = append(res.Errors, forma.ADetalle(f))
	}
	return forma.Reunir(res.Errors)
}
