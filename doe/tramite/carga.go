package tramite

import (
	"encoding/json"
	"strconv"
	"unicode/utf8"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/norma"
)

// Carga encodes the event as it is stored. It gives what encoding/json would,
// without reflection: every act of every record pays for it.
func (e *Evento) Carga() []byte {
	o := objeto{b: make([]byte, 0, 352+len(e.Entrada)+288*len(e.Relojes))}
	o.abrir()
	o.entero("secuencia", e.Secuencia)
	o.texto("acto", e.Acto)
	o.entero("version_acto", e.Version)
	o.texto("de", string(e.De))
	o.texto("a", string(e.A))
	o.instante("en", e.En)
	o.clave("actor")
	e.Actor.carga(&o)
	o.textoSi("unidad", string(e.Unidad))
	o.textoSi("ooad", string(e.OOAD))
	o.textoSi("organo", string(e.Organo))
	o.textoSi("rol", string(e.Rol))
	o.clave("fundamento")
	cargaFundamento(&o, &e.Fundamento)
	o.clave("entrada")
	if e.Entrada == nil {
		o.b = append(o.b, "null"...)
	}
	o.b = append(o.b, e.Entrada...)
	if len(e.Relojes) > 0 {
		o.clave("relojes")
		o.lista(len(e.Relojes), func(i int) { e.Relojes[i].carga(&o) })
	}
	o.textoSi("por", e.Por)
	if e.Representacion != nil {
		o.clave("representacion")
		e.Representacion.carga(&o)
	}
	o.textoSi("labor", string(e.Labor))
	if len(e.Conflicto) > 0 {
		o.clave("conflicto")
		o.lista(len(e.Conflicto), func(i int) { o.b = appendTexto(o.b, e.Conflicto[i]) })
	}
	o.cerrar()
	return o.b
}

func (q *Quien) carga(o *objeto) {
	o.abrir()
	o.texto("sub", q.Sub)
	o.texto("nombre", q.Nombre)
	o.textoSi("puesto", string(q.Puesto))
	o.textoSi("en_lugar_de", q.EnLugarDe)
	o.cerrar()
}

func (r *Representacion) carga(o *objeto) {
	o.abrir()
	o.texto("clase", string(r.Clase))
	o.texto("unidad", string(r.Unidad))
	o.clave("desde")
	o.fecha(r.Desde)
	o.clave("hasta")
	o.fecha(r.Hasta)
	o.cerrar()
}

func cargaFundamento(o *objeto, f *doe.Fundamento) {
	o.abrir()
	o.texto("tipo", string(f.Tipo))
	o.textoSi("facultad", string(f.Facultad))
	if !f.Funciones.IsZero() {
		o.clave("funciones")
		o.lista(f.Funciones.Len(), func(i int) { o.b = appendTexto(o.b, string(f.Funciones.At(i))) })
	}
	o.textoSi("documento", f.Documento)
	if f.Derivado {
		o.clave("derivado")
		o.b = append(o.b, "true"...)
	}
	o.cerrar()
}

func (c *CambioReloj) carga(o *objeto) {
	o.abrir()
	o.entero("pos", c.Pos)
	o.texto("plazo", c.Plazo)
	o.textoSi("clave", c.Clave)
	if t := c.Termino; t.Cuenta != 0 || t.Clase != "" || t.Calendario != "" || !t.Fuente.IsZero() {
		o.clave("termino")
		o.abrir()
		o.entero("cuenta", t.Cuenta)
		o.texto("clase", string(t.Clase))
		o.textoSi("calendario", string(t.Calendario))
		o.clave("fuente")
		cargaCita(o, t.Fuente)
		o.cerrar()
	}
	o.fechaSi("fija", c.Fija)
	o.clave("desde")
	o.fecha(c.Desde)
	if len(c.Pausas) > 0 {
		o.clave("pausas")
		o.lista(len(c.Pausas), func(i int) {
			o.abrir()
			o.clave("desde")
			o.fecha(c.Pausas[i].Desde)
			o.fechaSi("hasta", c.Pausas[i].Hasta)
			o.texto("motivo", c.Pausas[i].Motivo)
			o.cerrar()
		})
	}
	o.enteroSi("prorroga", c.Prorroga)
	if len(c.Comunicados) > 0 {
		o.clave("comunicados")
		o.lista(len(c.Comunicados), func(i int) { o.fecha(c.Comunicados[i]) })
	}
	o.enteroSi("avisos", c.Avisos)
	o.fechaSi("fin", c.Fin)
	if c.Cumplido {
		o.clave("cumplido")
		o.b = append(o.b, "true"...)
	}
	o.cerrar()
}

func cargaCita(o *objeto, c norma.Cita) {
	o.abrir()
	o.texto("norma", c.Norma)
	o.textoSi("lugar", c.Lugar)
	o.textoSi("nota", c.Nota)
	o.cerrar()
}

// objeto appends the members of JSON objects, one after another.
type objeto struct {
	b     []byte
	sigue bool // a comma comes before the next member
}

func (o *objeto) abrir() { o.b, o.sigue = append(o.b, '{'), false }

func (o *objeto) cerrar() { o.b, o.sigue = append(o.b, '}'), true }

func (o *objeto) clave(k string) {
	if o.sigue {
		o.b = append(o.b, ',')
	}
	o.b = append(append(append(o.b, '"'), k...), `":`...)
	o.sigue = true
}

func (o *objeto) texto(k, s string) {
	o.clave(k)
	o.b = appendTexto(o.b, s)
}

func (o *objeto) textoSi(k, s string) {
	if s != "" {
		o.texto(k, s)
	}
}

func (o *objeto) entero(k string, n int) {
	o.clave(k)
	o.b = strconv.AppendInt(o.b, int64(n), 10)
}

func (o *objeto) enteroSi(k string, n int) {
	if n != 0 {
		o.entero(k, n)
	}
}

func (o *objeto) fecha(f fecha.Fecha) {
	o.b = append(o.b, '"')
	o.b, _ = f.AppendText(o.b)
	o.b = append(o.b, '"')
}

func (o *objeto) fechaSi(k string, f fecha.Fecha) {
	if !f.IsZero() {
		o.clave(k)
		o.fecha(f)
	}
}

func (o *objeto) instante(k string, i fecha.Instante) {
	o.clave(k)
	o.b = append(o.b, '"')
	o.b, _ = i.AppendText(o.b)
	o.b = append(o.b, '"')
}

func (o *objeto) lista(n int, cada func(i int)) {
	o.b = append(o.b, '[')
	for i := range n {
		if i > 0 {
			o.b = append(o.b, ',')
		}
		cada(i)
	}
	o.b, o.sigue = append(o.b, ']'), true
}

// llano says which bytes stand for themselves in a JSON string as encoding/json
// writes it; of the others, those of two bytes or more in UTF-8 may.
var llano = func() (t [256]bool) {
	for c := ' '; c < utf8.RuneSelf; c++ {
		t[c] = c != '"' && c != '\\' && c != '<' && c != '>' && c != '&'
	}
	return t
}()

// appendTexto appends a JSON string; what needs escaping is left to
// encoding/json.
func appendTexto(b []byte, s string) []byte {
	ascii := true
	for i := range len(s) {
		if c := s[i]; !llano[c] {
			if c < utf8.RuneSelf || c == 0xE2 { // U+2028 and U+2029 are escaped
				q, _ := json.Marshal(s)
				return append(b, q...)
			}
			ascii = false
		}
	}
	if !ascii && !utf8.ValidString(s) {
		q, _ := json.Marshal(s)
		return append(b, q...)
	}
	return append(append(append(b, '"'), s...), '"')
}
