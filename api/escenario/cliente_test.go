package escenario_test

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/api/acceso"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
)

// rol is who asks; the zero value is the public, without a token.
type rol = acceso.Credencial

// publico is whoever has no account.
var publico rol

// persona is someone of a unit; a regional one says its OOAD.
func persona(unidad, puesto, ooad string) rol {
	return rol{
		Sub: puesto + ":" + unidad + ooad, Nombre: "Persona " + puesto + " de " + unidad + ooad,
		Unidad: doe.ClaveUnidad(unidad), Puesto: doe.Puesto(puesto), OOAD: doe.OOAD(ooad),
	}
}

func titular(unidad string) rol  { return persona(unidad, "titular", "") }
func personal(unidad string) rol { return persona(unidad, "personal", "") }
func jefa(ooad string) rol       { return persona("caood-7.1", "titular", ooad) }
func taod(ooad string) rol       { return persona("caood-7.1", "taod", ooad) }

// contraparte is someone of an organ outside the directorate.
func contraparte(papel, organo string) rol {
	return rol{Sub: papel + ":" + organo, Nombre: "Enlace de " + organo, Organo: doe.ClaveOrgano(organo), Rol: doe.Rol(papel)}
}

// cliente sends requests as someone.
type cliente struct {
	m         *mundo
	quien     rol
	cabeceras map[string]string
}

// como asks as a role.
func (m *mundo) como(r rol) cliente { return cliente{m: m, quien: r} }

// con adds a header.
func (c cliente) con(nombre, valor string) cliente {
	n := map[string]string{nombre: valor}
	for k, v := range c.cabeceras {
		n[k] = v
	}
	c.cabeceras = n
	return c
}

// objeto is a JSON object as a client writes it.
type objeto = map[string]any

func (c cliente) GET(ruta string, args ...any) respuesta {
	c.m.Helper()
	return c.pedir(http.MethodGet, fmt.Sprintf(ruta, args...), nil)
}

// POST sends a body: JSON text as it is, anything else encoded, nil none.
func (c cliente) POST(ruta string, cuerpo any) respuesta {
	c.m.Helper()
	return c.pedir(http.MethodPost, ruta, cuerpo)
}

func (c cliente) pedir(metodo, ruta string, cuerpo any) respuesta {
	c.m.Helper()
	var texto string
	switch x := cuerpo.(type) {
	case nil:
	case string:
		texto = x
	default:
		b, err := json.Marshal(x)
		require.NoError(c.m, err)
		texto = string(b)
	}
	r, err := http.NewRequest(metodo, c.m.base+ruta, strings.NewReader(texto))
	require.NoError(c.m, err)
	if texto != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	if c.quien.Sub != "" {
		r.Header.Set("Authorization", "Bearer "+c.m.token(c.quien))
	}
	for k, v := range c.cabeceras {
		r.Header.Set(k, v)
	}
	v, err := http.DefaultClient.Do(r)
	require.NoError(c.m, err)
	defer v.Body.Close()
	b, err := io.ReadAll(v.Body)
	require.NoError(c.m, err)
	return respuesta{c.m, metodo + " " + ruta, v.StatusCode, v.Header, b}
}

func (m *mundo) token(r rol) string {
	m.Helper()
	t, err := acceso.Emitir(m.llaves, r, strconv.FormatInt(m.jti.Add(1), 10), fecha.Instante(m.hora.Load()).Time(), time.Hour)
	require.NoError(m, err)
	return t
}

// respuesta is an answer.
type respuesta struct {
	m         *mundo
	de        string
	estado    int
	cabeceras http.Header
	cuerpo    []byte
}

// espera demands a status; a problem must have the media type of problems.
func (r respuesta) espera(estado int) cuerpo {
	r.m.Helper()
	require.Equal(r.m, estado, r.estado, "%s: %s", r.de, r.cuerpo)
	c := cuerpo{m: r.m, cabeceras: r.cabeceras, crudo: r.cuerpo}
	if strings.Contains(r.cabeceras.Get("Content-Type"), "json") {
		require.NoError(r.m, json.Unmarshal(r.cuerpo, &c.valor), "%s: %s", r.de, r.cuerpo)
	}
	if estado >= 400 {
		require.Equal(r.m, "application/problem+json", r.cabeceras.Get("Content-Type"), r.de)
		require.EqualValues(r.m, estado, c.en("status"))
	}
	return c
}

// niega demands a problem with a code.
func (r respuesta) niega(estado int, codigo string) cuerpo {
	r.m.Helper()
	c := r.espera(estado)
	require.Equal(r.m, codigo, c.en("codigo"), "%s: %s", r.de, r.cuerpo)
	return c
}

// rompe demands a refusal for a rule at a place, among others.
func (r respuesta) rompe(regla, lugar string) {
	r.m.Helper()
	for _, e := range r.espera(http.StatusUnprocessableEntity).lista("errors") {
		if e.en("codigo") == regla && e.en("location") == lugar {
			return
		}
	}
	require.Fail(r.m, "rule not broken", "want %s at %s, got %s", regla, lugar, r.cuerpo)
}

// cuerpo is a JSON value with the headers that came with it.
type cuerpo struct {
	m         *mundo
	cabeceras http.Header
	crudo     []byte
	valor     any
}

// en gives what is at a path of names and positions, "turno.organo" or
// "elementos.0.acto"; nil where there is nothing.
func (c cuerpo) en(camino string) any {
	v := c.valor
	for paso := range strings.SplitSeq(camino, ".") {
		switch x := v.(type) {
		case map[string]any:
			v = x[paso]
		case []any:
			i, err := strconv.Atoi(paso)
			if err != nil || i >= len(x) {
				return nil
			}
			v = x[i]
		default:
			return nil
		}
	}
	return v
}

// texto is the text at a path; it must be one.
func (c cuerpo) texto(camino string) string {
	c.m.Helper()
	s, ok := c.en(camino).(string)
	require.True(c.m, ok, "no text at %s of %s", camino, c.crudo)
	return s
}

// lista gives the elements of a list.
func (c cuerpo) lista(camino string) []cuerpo {
	c.m.Helper()
	vs, ok := c.en(camino).([]any)
	require.True(c.m, ok, "no list at %s of %s", camino, c.crudo)
	out := make([]cuerpo, len(vs))
	for i, v := range vs {
		out[i] = cuerpo{m: c.m, valor: v}
	}
	return out
}

// es demands values at paths: es("estado", "cerrada", "version", 4).
func (c cuerpo) es(pares ...any) cuerpo {
	c.m.Helper()
	for i := 0; i+1 < len(pares); i += 2 {
		hay := c.en(pares[i].(string))
		if n, ok := hay.(float64); ok {
			require.EqualValues(c.m, pares[i+1], n, "%s of %s", pares[i], c.crudo)
			continue
		}
		require.Equal(c.m, pares[i+1], hay, "%s of %s", pares[i], c.crudo)
	}
	return c
}

// enlace is the address of the link that lets an organ do an act.
func (c cuerpo) enlace(acto, organo string) string {
	c.m.Helper()
	for _, e := range c.lista("enlaces") {
		if e.en("acto") == acto && e.en("organo") == organo {
			return e.texto("direccion")
		}
	}
	require.Fail(c.m, "no link", "for %s to %s in %s", organo, acto, c.crudo)
	return ""
}

// todo walks a list to its end, by its cursor.
func (c cliente) todo(ruta string) []cuerpo {
	c.m.Helper()
	var out []cuerpo
	for sig := ""; ; {
		p := c.GET("%s", ruta+sig).espera(200)
		out = append(out, p.lista("elementos")...)
		cursor, hay := p.en("siguiente").(string)
		if !hay {
			return out
		}
		sig = "&cursor=" + cursor
		if !strings.Contains(ruta, "?") {
			sig = "?cursor=" + cursor
		}
	}
}

// historia is the history of a record, an event a line: act, who, basis and
// functions.
func (c cliente) historia(coleccion, folio string) []string {
	c.m.Helper()
	var out []string
	for _, e := range c.todo("/v1/" + coleccion + "/" + folio + "/historial?limite=3") {
		out = append(out, linea(e))
	}
	return out
}

func linea(e cuerpo) string {
	quien, _ := e.en("unidad").(string)
	if quien == "" {
		papel, _ := e.en("rol").(string)
		organo, _ := e.en("organo").(string)
		quien = strings.TrimSuffix(papel+":"+organo, ":")
	}
	s := fmt.Sprintf("%s | %s | %s", e.en("acto"), quien, e.en("fundamento.tipo"))
	if f, ok := e.en("fundamento.facultad").(string); ok && f != "" {
		s += " " + f
	}
	if fs, ok := e.en("fundamento.funciones").([]any); ok && len(fs) > 0 {
		s += " |"
		for _, f := range fs {
			s += " " + f.(string)
		}
	}
	return s
}
