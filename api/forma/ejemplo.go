package forma

import (
	"encoding/json"
	"fmt"
	"reflect"

	"github.com/danielgtaylor/huma/v2"

	"github.com/operacion-abierta/operacion/doe/forma"
)

// ejemplo is an example to hold against its schema.
type ejemplo struct {
	lugar   string
	esquema *huma.Schema
	valor   any
}

// leerEjemplo reads the example of a field: bare text for strings, JSON for
// the rest.
func leerEjemplo(t reflect.Type, c forma.Campo, s *huma.Schema) any {
	if s.Type == huma.TypeString {
		return c.Ejemplo
	}
	var v any
	if err := json.Unmarshal([]byte(c.Ejemplo), &v); err != nil {
		panic(fmt.Sprintf("forma: %s.%s: the example is not JSON: %v", t, c.Go, err))
	}
	return v
}

// comprobar panics when the example does not comply with its schema.
func (x ejemplo) comprobar(reg huma.Registry) {
	x.esquema.PrecomputeMessages()
	res := &huma.ValidateResult{}
	huma.Validate(reg, x.esquema, huma.NewPathBuffer([]byte("example"), 7), huma.ModeReadFromServer, x.valor, res)
	if fs := Reunir(res.Errors); len(fs) > 0 {
		panic(fmt.Sprintf("forma: %s: the example does not comply: %v", x.lugar, fs))
	}
}
