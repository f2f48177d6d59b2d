package oficial

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/texto"
)

// cita is a function of another manual as this one transcribes it.
type cita struct {
	numeral string
	numero  int
	texto   string
	linea   int
	seccion int
}

var (
	anuncia    = expresion(`numeral (\d+(?:\.\d+)+)`)
	transcrita = expresion(`^(\d{1,2})\.? +(\p{Lu}.*)$`)
)

// citas reads the functions that a manual transcribes: numbered paragraphs
// under one that announces functions of a numeral and ends in a colon.
func citas(m Manual) []cita {
	var out []cita
	for _, s := range m.Secciones {
		numeral, ultima, abierta := "", 0, false
		aviso := ""
		for _, l := range s.Lineas {
			if x := transcrita().FindStringSubmatch(l.Texto); x != nil && numeral != "" {
				if n, _ := strconv.Atoi(x[1]); n > ultima {
					out = append(out, cita{numeral: numeral, numero: n, texto: x[2], linea: l.Numero, seccion: s.Numero})
					ultima, abierta = n, true
					continue
				}
			}
			if abierta && len(out[len(out)-1].texto) < maxTexto && !(l.Blanco && cierra(out[len(out)-1].texto) && inicialMayuscula(l.Texto)) {
				out[len(out)-1].texto += " " + l.Texto
				continue
			}
			if abierta {
				numeral, abierta, aviso = "", false, ""
			}
			if len(aviso) > maxTexto {
				aviso = ""
			}
			aviso += " " + l.Texto
			if strings.HasSuffix(l.Texto, ":") {
				if x := anuncia().FindStringSubmatch(aviso); x != nil && strings.Contains(aviso, "funciones") {
					numeral, ultima = x[1], 0
				}
				aviso = ""
			}
		}
	}
	return out
}

// derivas compares the functions that a manual transcribes with those of the
// other manuals under review.
func (r *revision) derivas() {
	for _, m := range r.manuales {
		for _, c := range citas(m) {
			o, u, ok := r.citado(m, c)
			if !ok {
				continue
			}
			k := u.De(c.numero)
			h := Hallazgo{Funcion: k, Tipo: Deriva, Otra: string(r.seccion(m, c.seccion)), Linea: c.linea}
			switch t := o.Texto(k); {
			case t == "":
				h.Nota = fmt.Sprintf("El manual %s transcribe una función %s que no existe", m.Clave, k)
			case texto.Plegar(t) != texto.Plegar(c.texto):
				h.Nota = fmt.Sprintf("El manual %s la transcribe con otras palabras: %s", m.Clave, diferencia(t, c.texto))
			default:
				continue
			}
			r.hallar(h)
		}
	}
}

// citado finds the other manual's unit that a transcription is about.
func (r *revision) citado(m Manual, c cita) (Manual, Unidad, bool) {
	for _, o := range r.manuales {
		if o.Siglas == m.Siglas {
			continue
		}
		if u, ok := o.Unidad(doe.ClaveUnidad(o.Siglas + "-" + c.numeral)); ok {
			return o, u, true
		}
	}
	return Manual{}, Unidad{}, false
}

// diferencia tells the first place where two texts part and where they meet
// again.
func diferencia(a, b string) string {
	x, y := strings.Fields(a), strings.Fields(b)
	i := 0
	for i < len(x) && i < len(y) && texto.Plegar(x[i]) == texto.Plegar(y[i]) {
		i++
	}
	p, q := len(x), len(y)
	for p > i && q > i && texto.Plegar(x[p-1]) == texto.Plegar(y[q-1]) {
		p, q = p-1, q-1
	}
	const maximo = 12 // words shown of each
	ver := func(ws []string) string {
		if len(ws) > maximo {
			return strings.Join(ws[:maximo], " ") + "…"
		}
		return strings.Join(ws, " ")
	}
	return fmt.Sprintf("«%s» por «%s»", ver(x[i:p]), ver(y[i:q]))
}

// acuerdo is the key of an agreement of the Consejo Técnico where a text cites
// it: the letters, the day of the session and the number.
type acuerdo struct {
	entero, letras, dia, numero string
	manual                      int
	seccion, linea              int
}

var claveAcuerdo = expresion(`ACDO\.([A-Z]{2}\d)\.HCT\.(\d{6})/(\d+)\.P\.[A-Z]+`)

// acuerdos compares the day in the key of an agreement with the day written
// beside it, and the keys of one agreement among themselves.
func (r *revision) acuerdos() {
	vistos := map[string]acuerdo{}
	for mi, m := range r.manuales {
		for _, s := range m.Secciones {
			for _, p := range parrafos(s.Lineas) {
				for _, x := range claveAcuerdo().FindAllStringSubmatchIndex(p.Texto, -1) {
					t := p.Texto
					a := acuerdo{t[x[0]:x[1]], t[x[2]:x[3]], t[x[4]:x[5]], t[x[6]:x[7]], mi, s.Numero, p.Numero}
					r.unAcuerdo(m, a, t[:x[0]], t[x[1]:], vistos)
				}
			}
		}
	}
}

func (r *revision) unAcuerdo(m Manual, a acuerdo, antes, despues string, vistos map[string]acuerdo) {
	h := Hallazgo{Funcion: r.seccion(m, a.seccion), Tipo: Clave, Linea: a.linea}
	dicho, hay := diaDicho(antes, despues)
	if hay && a.dia != fmt.Sprintf("%02d%02d%02d", dicho.Dia(), int(dicho.Mes()), dicho.Anio()%100) {
		h.Nota = fmt.Sprintf("La clave %s no es del %s que dice el texto", a.entero, dicho)
		r.hallar(h)
	}
	k := a.dia + "/" + a.numero
	if o, ya := vistos[k]; ya && o.letras != a.letras {
		h.Nota = fmt.Sprintf("El mismo acuerdo se cita como %s y como %s", o.entero, a.entero)
		h.Otra = string(r.seccion(r.manuales[o.manual], o.seccion))
		r.hallar(h)
	} else if !ya {
		vistos[k] = a
	}
	if !hay {
		return
	}
	k = fmt.Sprint(dicho, "/", a.numero)
	if o, ya := vistos[k]; ya && o.dia != a.dia {
		h.Nota = fmt.Sprintf("El acuerdo %s del %s se cita como %s y como %s", a.numero, dicho, o.entero, a.entero)
		h.Otra = string(r.seccion(r.manuales[o.manual], o.seccion))
		r.hallar(h)
	} else if !ya {
		vistos[k] = a
	}
}

// diaDicho is the day that the text gives beside a key: the first one shortly
// after it or, failing that, the last one shortly before.
func diaDicho(antes, despues string) (fecha.Fecha, bool) {
	const cerca = 110
	if f, ok := primeraFecha(recorta(despues, cerca), 0); ok {
		return f, true
	}
	if n := len(antes); n > cerca {
		antes = antes[n-cerca:]
	}
	return primeraFecha(antes, -1)
}

func recorta(s string, n int) string {
	if len(s) > n {
		return s[:n]
	}
	return s
}

// primeraFecha gives the first day written out in a text, or the last.
func primeraFecha(s string, cual int) (fecha.Fecha, bool) {
	ms := fechaLarga().FindAllString(s, -1)
	if len(ms) == 0 {
		return fecha.Fecha{}, false
	}
	m := ms[0]
	if cual < 0 {
		m = ms[len(ms)-1]
	}
	fs := fechas(m)
	if len(fs) == 0 {
		return fecha.Fecha{}, false
	}
	return fs[0], true
}
