package plantilla

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/identificador"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
)

// Valor is the value given for a field.
type Valor struct {
	Campo string `json:"campo" validate:"required,max=40" doc:"Nombre del campo" example:"fecha_cita"`
	Valor string `json:"valor" validate:"required,max=2000" doc:"Valor" example:"2026-03-09"`
}

// Datos are the data of a record with which fields are filled, as they are
// told: dates as AAAA-MM-DD. What the record does not have is not there.
type Datos map[Fuente]string

// Lleno is a field of a draft with its value.
type Lleno struct {
	Campo  string `json:"campo" doc:"Nombre del campo" example:"fecha_cita"`
	Nombre string `json:"nombre" doc:"Nombre para mostrar" example:"Día de la cita"`
	Valor  string `json:"valor" doc:"Como se escribió en el texto" example:"9 de marzo de 2026"`
	Origen Origen `json:"origen" doc:"De dónde salió" example:"dado"`
}

// MaxRespuesta is the length of an answer, in characters.
const MaxRespuesta = 8000

// DatosDe are the data of a petition.
func DatosDe(p siade.Peticion, c *tramite.Contexto) Datos {
	d := Datos{DeFolio: p.Folio, DePresentacion: p.Presentacion.String(), DeHoy: c.Hoy().String(), DeOOAD: "nivel central"}
	pon := func(k Fuente, v string) {
		if v != "" {
			d[k] = v
		}
	}
	if o, hay := c.Catalogo.Organo(p.OOAD.Organo()); hay && p.OOAD != doe.NivelCentral {
		d[DeOOAD] = o.Nombre
	}
	pon(DeUnidad, p.UnidadServicio)
	if k := p.Clasificacion; k != nil {
		pon(DeTipo, siade.Tipos().Nombre(k.Tipo))
		pon(DeTema, siade.NombreDe(c, siade.ClaseTema, k.Tema, p.Presentacion))
		pon(DeServicio, siade.NombreDe(c, siade.ClaseServicio, k.Servicio, p.Presentacion))
	}
	if t := p.Turno; t != nil {
		pon(DeArea, nombreDe(*t, c))
	}
	if !p.ReabreHasta.IsZero() {
		d[DeReapertura] = p.ReabreHasta.String()
	}
	return d
}

func nombreDe(t siade.Turnado, c *tramite.Contexto) string {
	if o, hay := c.Catalogo.Organo(t.Organo); hay {
		return o.Nombre
	}
	if u, hay := c.Catalogo.Unidad(t.Unidad); hay {
		return u.Nombre
	}
	return ""
}

// Llenar writes the text with the data of the record and the values given. The
// faults are every field that is missing, unknown or wrong.
func (e Contenido) Llenar(d Datos, vs []Valor) (string, []Lleno, falla.Fallas) {
	var f falla.Fallas
	dados := e.dados(vs, &f)
	out := make([]Lleno, 0, len(e.Campos))
	valores := map[string]string{}
	for _, k := range e.Campos {
		l := Lleno{Campo: k.Clave, Nombre: k.Nombre, Origen: Vacio}
		i, dado := dados[k.Clave]
		del, hay := d[k.De]
		switch {
		case k.De != "" && hay:
			f.Si(dado, ReglaDelExpediente, lugar(i))
			l.Origen = DelExpediente
			l.Valor, _ = k.Clase.escribir(del)
		case dado:
			var bien bool
			l.Origen = DadoAMano
			l.Valor, bien = k.Clase.escribir(vs[i].Valor)
			f.Si(!bien, ReglaValor, lugar(i), k.Clase)
		default:
			f.Si(!k.Opcional, ReglaFalta, "body.valores", k.Clave)
		}
		valores[k.Clave] = l.Valor
		out = append(out, l)
	}
	texto := marca.ReplaceAllStringFunc(e.Texto, func(m string) string { return valores[strings.Trim(m, "{}")] })
	f.Si(utf8.RuneCountInString(texto) > MaxRespuesta, ReglaLarga, "body.valores", MaxRespuesta)
	return texto, out, f
}

// dados are the places of the values given, by field.
func (e Contenido) dados(vs []Valor, f *falla.Fallas) map[string]int {
	out := map[string]int{}
	for i, v := range vs {
		_, ya := out[v.Campo]
		hay := slices.ContainsFunc(e.Campos, func(k Campo) bool { return k.Clave == v.Campo })
		if !f.Si(ya || !hay, ReglaCampo, fmt.Sprintf("body.valores[%d].campo", i)) {
			out[v.Campo] = i
		}
	}
	return out
}

func lugar(i int) string { return fmt.Sprintf("body.valores[%d].valor", i) }

var (
	entero      = regexp.MustCompile(`^[0-9]{1,12}$`)
	importe     = regexp.MustCompile(`^[0-9]{1,12}(\.[0-9]{2})?$`)
	claveUnidad = regexp.MustCompile(`^[0-9]{2}[A-Z]{2}[0-9]{2}[0-9A-Z]{4}$`)
)

// escribir is a value as it stands in the text; false when it is not of the
// type. A text is put as it is: one that would pass for a field is no value.
func (c ClaseCampo) escribir(v string) (string, bool) {
	switch c {
	case EsFecha:
		d, err := fecha.Parse(v)
		if err != nil {
			return "", false
		}
		return d.EnPalabras(), true
	case EsFolio:
		p, err := identificador.ParseFolio(v)
		return v, err == nil && p.String() == v
	case EsUnidad:
		_, _, err := identificador.ParseCLUES(v)
		return v, err == nil || claveUnidad.MatchString(v)
	case EsNumero:
		return v, entero.MatchString(v)
	case EsImporte:
		return "$" + enMiles(v), importe.MatchString(v)
	}
	mal := strings.TrimSpace(v) == "" || conLlaves(v) || strings.ContainsFunc(v, func(r rune) bool { return unicode.IsControl(r) && r != '\n' })
	return v, !mal
}

// enMiles separates the thousands of an amount.
func enMiles(v string) string {
	pesos, centavos, hay := strings.Cut(v, ".")
	for i := len(pesos) - 3; i > 0; i -= 3 {
		pesos = pesos[:i] + "," + pesos[i:]
	}
	if !hay {
		centavos = "00"
	}
	return pesos + "." + centavos
}
