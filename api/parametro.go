package api

import (
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/operacion-abierta/operacion/api/forma"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	doeforma "github.com/operacion-abierta/operacion/doe/forma"
)

// Where a parameter is.
const (
	enConsulta = "query"
	enRuta     = "path"
	enCabecera = "header"
)

// parametro is a parameter of an operation: what its schema says is what is
// checked.
type parametro struct {
	huma.Param
	// revisar is a check beyond the schema's.
	revisar func(string) *falla.Regla
}

var (
	unSoloValor = falla.Regla{Codigo: "valor-repetido", Es: "Solo se admite un valor.", En: "Only one value is accepted."}
	otroParam   = falla.Regla{Codigo: "parametro-desconocido", Es: "La operación no conoce este parámetro.", En: "The operation does not know this parameter."}
	malaClave   = falla.Regla{Codigo: "clave-no-valida", Es: "No tiene la forma de una clave del catálogo.", En: "It has not the form of a key of the catalog."}
	malaURL     = falla.Regla{Codigo: "consulta-mal-formada", Es: "Los parámetros de la dirección no se pueden leer.", En: "The parameters of the address cannot be read."}
)

// consulta declares an optional text parameter of the query.
func consulta(nombre, descripcion, ejemplo string, maximo int) parametro {
	p := parametro{Param: huma.Param{
		Name: nombre, In: enConsulta, Description: descripcion, Schema: &huma.Schema{Type: huma.TypeString, MinLength: new(1), MaxLength: &maximo},
	}}
	if ejemplo != "" {
		p.Example = ejemplo
	}
	return p
}

// obligatorio makes a parameter required.
func (p parametro) obligatorio() parametro {
	p.Required = true
	return p
}

// con adds a check beyond the schema's.
func (p parametro) con(revisar func(string) *falla.Regla) parametro {
	p.revisar = revisar
	return p
}

// deValores declares a parameter with a closed list of values.
func deValores[T ~string](nombre, descripcion string, valores ...T) parametro {
	s := &huma.Schema{Type: huma.TypeString}
	for _, v := range valores {
		s.Enum = append(s.Enum, string(v))
	}
	return parametro{Param: huma.Param{Name: nombre, In: enConsulta, Description: descripcion, Example: string(valores[0]), Schema: s}}
}

// deFecha declares a civil date.
func deFecha(nombre, descripcion, ejemplo string) parametro {
	p := consulta(nombre, descripcion, ejemplo, 10)
	p.Schema.MinLength, p.Schema.Format = nil, "date"
	return p.con(func(v string) *falla.Regla {
		_, err := fecha.Parse(v)
		return siFalla(err, doeforma.FormatoFecha)
	})
}

// deEntero declares an integer with its bounds.
func deEntero(nombre, descripcion string, ejemplo int, minimo, maximo float64) parametro {
	return parametro{Param: huma.Param{
		Name: nombre, In: enConsulta, Description: descripcion, Example: ejemplo,
		Schema: &huma.Schema{Type: huma.TypeInteger, Format: "int32", Minimum: &minimo, Maximum: &maximo},
	}}
}

// Parameters that read keys of the catalog.
func deUnidad(descripcion string) parametro {
	return consulta("unidad", descripcion, "doe-7.1.3.1.4", 40).con(func(v string) *falla.Regla {
		_, err := doe.ParseClaveUnidad(v)
		return siFalla(err, malaClave)
	})
}

func deOOAD(descripcion string) parametro {
	return consulta("ooad", descripcion, "14", 2).con(func(v string) *falla.Regla {
		_, err := doe.ParseOOAD(v)
		return siFalla(err, malaClave)
	})
}

func siFalla(err error, r falla.Regla) *falla.Regla {
	if err == nil {
		return nil
	}
	return &r
}

// deRuta declares a parameter of the path. What is not there is a 404, so its
// form is not checked beforehand.
func deRuta(nombre, descripcion, ejemplo string, maximo int) parametro {
	p := consulta(nombre, descripcion, ejemplo, maximo)
	p.In, p.Required = enRuta, true
	return p
}

// deCabecera declares a header.
func deCabecera(nombre, descripcion, ejemplo string, maximo int) parametro {
	p := consulta(nombre, descripcion, ejemplo, maximo)
	p.In = enCabecera
	return p
}

// leerParametros tells every fault of the query and the headers, and keeps the
// values, in the order of their names. A parameter without value counts as left
// out.
func (c *caso) leerParametros() falla.Fallas {
	var fs falla.Fallas
	q, err := url.ParseQuery(c.r.URL.RawQuery)
	if err != nil {
		return falla.Fallas{malaURL.Rota("query")}
	}
	for _, nombre := range slices.Sorted(maps.Keys(q)) {
		valores, lugar := q[nombre], "query."+nombre
		p := c.op.conocidos[nombre]
		switch {
		case p == nil:
			fs = append(fs, otroParam.Rota(forma.Lugar("query."+doeforma.NombreVisible(nombre))))
		case len(valores) > 1:
			fs = append(fs, unSoloValor.Rota(lugar))
		case valores[0] == "":
			delete(q, nombre)
		default:
			fs = append(fs, c.revisarValor(p, valores[0], lugar)...)
		}
	}
	for i := range c.op.parametros {
		p := &c.op.parametros[i]
		switch {
		case p.In == enConsulta && p.Required && !q.Has(p.Name):
			fs = append(fs, doeforma.Requerido.Rota("query."+p.Name))
		case p.In == enCabecera:
			fs = append(fs, c.revisarCabecera(p)...)
		}
	}
	c.consulta = q
	for _, lados := range [][2]string{{"desde", "hasta"}, {"creado_desde", "creado_hasta"}} {
		desde, hasta := c.fecha(lados[0]), c.fecha(lados[1])
		fs.Si(!desde.IsZero() && !hasta.IsZero() && hasta.Before(desde), malPeriodo, "query."+lados[1])
	}
	return fs
}

func (c *caso) revisarCabecera(p *parametro) falla.Fallas {
	v, lugar := strings.Join(c.r.Header.Values(p.Name), ", "), "header."+p.Name
	if v == "" {
		if p.Required {
			return falla.Fallas{doeforma.Requerido.Rota(lugar)}
		}
		return nil
	}
	return c.revisarValor(p, v, lugar)
}

// revisarValor holds a value against the schema of its parameter.
func (c *caso) revisarValor(p *parametro, v, lugar string) falla.Fallas {
	if !doeforma.TextoLimpio(v) {
		return falla.Fallas{doeforma.Caracter.Rota(lugar)}
	}
	var valor any = v
	if p.Schema.Type == huma.TypeInteger {
		n, err := strconv.ParseInt(v, 10, 32)
		if err != nil {
			return falla.Fallas{forma.DeMensaje("invalid integer").Rota(lugar)}
		}
		valor = float64(n)
	}
	res := &huma.ValidateResult{}
	huma.Validate(c.s.esquemas.registro, p.Schema, huma.NewPathBuffer([]byte(lugar), len(lugar)), huma.ModeWriteToServer, valor, res)
	fs := forma.Reunir(res.Errors)
	if len(fs) == 0 && p.revisar != nil {
		if r := p.revisar(v); r != nil {
			fs = append(fs, r.Rota(lugar))
		}
	}
	return fs
}

// Values of parameters already checked.

func (c *caso) texto(nombre string) string { return c.consulta.Get(nombre) }

func (c *caso) fecha(nombre string) fecha.Fecha {
	f, _ := fecha.Parse(c.consulta.Get(nombre)) // checked before
	return f
}

func (c *caso) entero(nombre string, omision int) int {
	n, err := strconv.Atoi(c.consulta.Get(nombre))
	if err != nil {
		return omision
	}
	return n
}
