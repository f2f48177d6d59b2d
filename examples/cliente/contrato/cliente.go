// Package contrato is a client of the API, generated from its OpenAPI document.
//
// The types and one method for each operation are in contrato.gen.go; how a
// request travels is here. After a change of the API, make it again:
//
//	go generate ./examples/...
package contrato

//go:generate go run ../generar

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
)

// Cliente asks one server on behalf of one person.
type Cliente struct {
	// Base is the address of the server: "http://127.0.0.1:8080".
	Base string
	// Token gives the credential of who asks, before each request, since they
	// expire; without it only the public operations answer.
	Token func() (string, error)
}

// Error tells the problem. The methods of [Cliente] give an *ApiProblema for
// whatever the server refuses, to be found with [errors.As].
func (p *ApiProblema) Error() string { return fmt.Sprintf("%d %s: %s", p.Status, p.Codigo, p.Detail) }

// solicitud is a request to be made; cuerpo is nil where there is no body.
type solicitud struct {
	metodo, ruta string
	cabeceras    map[string]string
	cuerpo       any
}

// ruta fills in the parameters of a path.
func ruta(forma string, valores ...string) string {
	limpios := make([]any, len(valores))
	for i, v := range valores {
		limpios[i] = url.PathEscape(v)
	}
	return fmt.Sprintf(forma, limpios...)
}

// pedir sends a request and decodes what comes back: a T, or a problem.
func pedir[T any](ctx context.Context, c *Cliente, s solicitud) (*T, error) {
	r, err := c.preparar(ctx, s)
	if err != nil {
		return nil, err
	}
	res, err := http.DefaultClient.Do(r)
	if err != nil {
		return nil, err
	}
	defer func() { _ = res.Body.Close() }()
	if res.StatusCode >= http.StatusBadRequest {
		p := new(ApiProblema)
		if err := json.NewDecoder(res.Body).Decode(p); err != nil {
			return nil, fmt.Errorf("%s: %w", res.Status, err)
		}
		return nil, p
	}
	out := new(T)
	return out, json.NewDecoder(res.Body).Decode(out)
}

func (c *Cliente) preparar(ctx context.Context, s solicitud) (*http.Request, error) {
	var cuerpo io.Reader
	if s.cuerpo != nil {
		b, err := json.Marshal(s.cuerpo)
		if err != nil {
			return nil, err
		}
		cuerpo = bytes.NewReader(b)
	}
	r, err := http.NewRequestWithContext(ctx, s.metodo, c.Base+s.ruta, cuerpo)
	if err != nil {
		return nil, err
	}
	for k, v := range s.cabeceras {
		r.Header.Set(k, v)
	}
	if cuerpo != nil {
		r.Header.Set("Content-Type", "application/json")
	}
	if c.Token == nil {
		return r, nil
	}
	token, err := c.Token()
	r.Header.Set("Authorization", "Bearer "+token)
	return r, err
}
