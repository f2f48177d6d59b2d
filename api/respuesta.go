package api

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"
)

// respuesta is what an operation answers when it succeeds.
type respuesta struct {
	// estado is that of the operation when zero.
	estado int
	// tipo is JSON when empty.
	tipo   string
	cuerpo []byte
	// etag comes with its quotes.
	etag string
	// lugar and enlace are the Location and Link headers.
	lugar, enlace string
	// nombre is the file that a browser saves it as.
	nombre string
	// libre writes the answer itself, headers included.
	libre http.Handler
}

// enJSON answers a value.
func enJSON(v any) (respuesta, error) {
	b := bytes.NewBuffer(make([]byte, 0, 1024))
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return respuesta{}, fmt.Errorf("api: encoding an answer: %w", err)
	}
	return respuesta{cuerpo: b.Bytes()[:b.Len()-1]}, nil
}

// escribir sends an answer; 304 when the caller already has it.
func (c *caso) escribir(a respuesta) error {
	if a.libre != nil {
		a.libre.ServeHTTP(c.w, c.r)
		return nil
	}
	h := c.w.Header()
	tipo := a.tipo
	if tipo == "" {
		tipo = "application/json"
	}
	if a.etag != "" {
		h["Etag"] = []string{a.etag}
	}
	if a.lugar != "" {
		h["Location"] = []string{a.lugar}
	}
	if a.enlace != "" {
		h["Link"] = []string{a.enlace}
	}
	if a.nombre != "" {
		h.Set("Content-Disposition", `attachment; filename="`+a.nombre+`"`)
	}
	estado := a.estado
	if estado == 0 {
		estado = c.op.exito
	}
	if a.etag != "" && c.r.Method != http.MethodPost && coincide(c.r.Header.Values("If-None-Match"), a.etag) {
		c.w.WriteHeader(http.StatusNotModified)
		return nil
	}
	h["Content-Type"] = []string{tipo}
	h["Content-Length"] = []string{strconv.Itoa(len(a.cuerpo))}
	c.w.WriteHeader(estado)
	_, _ = c.w.Write(a.cuerpo) // whoever asked may have left
	return nil
}

// marca is the entity tag of a version.
func marca(version int) string { return `"` + strconv.Itoa(version) + `"` }

// coincide compares an If-None-Match with a tag, weakly (RFC 9110, 13.1.2).
func coincide(cabecera []string, etag string) bool {
	ms, ok := marcas(cabecera)
	if !ok {
		return false
	}
	for _, m := range ms {
		if m == "*" || strings.TrimPrefix(m, "W/") == etag {
			return true
		}
	}
	return false
}

// marcas reads a list of entity tags; false when it is malformed.
func marcas(cabecera []string) ([]string, bool) {
	var out []string
	s := strings.TrimSpace(strings.Join(cabecera, ","))
	if s == "*" {
		return []string{"*"}, true
	}
	for s != "" {
		debil := ""
		if strings.HasPrefix(s, "W/") {
			debil, s = "W/", s[2:]
		}
		if !strings.HasPrefix(s, `"`) {
			return nil, false
		}
		fin := strings.IndexByte(s[1:], '"')
		if fin < 0 {
			return nil, false
		}
		out = append(out, debil+s[:fin+2])
		s = strings.TrimLeft(s[fin+2:], " \t")
		if s == "" {
			break
		}
		if s[0] != ',' {
			return nil, false
		}
		s = strings.TrimLeft(s, ", \t")
	}
	return out, len(out) > 0
}
