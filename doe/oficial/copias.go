package oficial

import (
	"fmt"
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/texto"
)

// copias finds functions that a unit took over from a sister and that still
// speak of the sister's subject: the words that tell their names apart.
func (r *revision) copias() {
	propias := r.distintivas()
	for i := range r.dichos {
		d := &r.dichos[i]
		u := r.unidadesT[d.unidad]
		for j, v := range r.unidadesT {
			if j == d.unidad || superior(v.Clave) != superior(u.Clave) || superior(u.Clave) == "" {
				continue
			}
			if strings.Contains(d.plano, "programa de trabajo anual de la "+texto.Plegar(v.Nombre)) {
				r.enFuncion(d, Copia, string(v.De(0)), fmt.Sprintf("Da por propio el programa de trabajo de %s", v.Nombre))
				break
			}
			if de, ok := r.copiada(d, j, propias); ok {
				r.enFuncion(d, Copia, string(de.clave), fmt.Sprintf("Habla de la materia de %s y no de la propia; su función %d dice lo mismo", v.Nombre, de.Numero))
				break
			}
		}
	}
}

// copiada says whether d speaks only of unit j's subject in the words of one of
// j's functions.
func (r *revision) copiada(d *dicho, j int, propias [][]string) (*dicho, bool) {
	if !habla(d.sinNombres, propias[j]) || habla(d.sinNombres, propias[d.unidad]) {
		return nil, false
	}
	for k := range r.dichos {
		o := &r.dichos[k]
		if o.unidad != j || r.corpus.comunes(d.frase, o.frase) < minComunes*d.frase.peso {
			continue
		}
		p := r.corpus.comparar(d.frase, o.frase)
		if 2*p.comun >= casiIgual*(d.frase.peso+o.frase.peso) && habla(o.sinNombres, propias[j]) {
			return o, true
		}
	}
	return nil, false
}

// distintivas are the words of each unit's name that no sister's name has and
// that are not in every other function of the manual: the beginnings of five
// letters that inflection leaves.
func (r *revision) distintivas() [][]string {
	out := make([][]string, len(r.unidadesT))
	en := map[string]int{}
	for i := range r.dichos {
		ws := comienzos(r.dichos[i].sinNombres)
		slices.Sort(ws)
		for _, w := range slices.Compact(ws) {
			en[w]++
		}
	}
	for i, u := range r.unidadesT {
		ajenas := map[string]bool{}
		for j, v := range r.unidadesT {
			if i != j && superior(v.Clave) == superior(u.Clave) {
				for _, w := range comienzos(v.Nombre) {
					ajenas[w] = true
				}
			}
		}
		for _, w := range comienzos(u.Nombre) {
			if !ajenas[w] && en[w] <= max(comunEn, len(r.dichos)/masDeUnaEn) {
				out[i] = append(out[i], w)
			}
		}
	}
	return out
}

const (
	largoComienzo = 5
	// masDeUnaEn: a word in more than one of so many functions tells nothing,
	// but a small manual may have it in comunEn.
	masDeUnaEn = 8
	comunEn    = 5
)

// comienzos are the first letters of the words of a name that has some length.
func comienzos(s string) []string {
	var out []string
	for w := range strings.FieldsSeq(texto.Plegar(s)) {
		if len(w) >= largoComienzo {
			out = append(out, w[:largoComienzo])
		}
	}
	return out
}

func habla(plano string, palabras []string) bool {
	for _, p := range palabras {
		if strings.Contains(" "+plano, " "+p) {
			return true
		}
	}
	return false
}

// numeracion finds gaps in the numbers of functions and of units, units without
// functions and units without the one above them.
func (r *revision) numeracion() {
	for _, m := range r.manuales {
		claves := map[doe.ClaveUnidad]bool{}
		for _, u := range m.Unidades {
			claves[u.Clave] = true
		}
		for i, u := range m.Unidades {
			r.numerosDe(u)
			h := Hallazgo{Funcion: u.De(0), Tipo: Numeracion, Linea: u.Linea}
			if s := superior(u.Clave); i > 0 && s != "" && !claves[s] {
				h.Nota, h.Otra = fmt.Sprintf("Falta el numeral superior %s", s), string(s)
				r.hallar(h)
			}
			if a := anterior(u.Clave); a != "" && i > 0 && !claves[a] {
				h.Nota, h.Otra = fmt.Sprintf("Falta el numeral anterior %s", a), string(a)
				r.hallar(h)
			}
		}
		for _, x := range m.SinUbicar {
			r.hallar(Hallazgo{Funcion: r.seccion(m, m.seccion), Tipo: Numeracion, Nota: "Renglón sin ubicar: " + x.Motivo, Linea: x.Linea})
		}
	}
}

func (r *revision) numerosDe(u Unidad) {
	if len(u.Funciones) == 0 {
		r.hallar(Hallazgo{Funcion: u.De(0), Tipo: Numeracion, Nota: "La unidad no tiene funciones", Linea: u.Linea})
	}
	ultima := 0
	for _, f := range u.Funciones {
		if f.Numero > ultima+1 {
			r.hallar(Hallazgo{Funcion: u.De(f.Numero), Tipo: Numeracion, Linea: f.Linea,
				Nota: fmt.Sprintf("Antes de la función %d falta la %d", f.Numero, ultima+1)})
		}
		ultima = f.Numero
	}
}

// anterior is the numeral before a unit's among its sisters, "" for the first.
func anterior(k doe.ClaveUnidad) doe.ClaveUnidad {
	i := strings.LastIndexByte(string(k), '.')
	n := 0
	if _, err := fmt.Sscanf(string(k[i+1:]), "%d", &n); err != nil || n < 2 {
		return ""
	}
	return doe.ClaveUnidad(fmt.Sprintf("%s.%d", k[:i], n-1))
}
