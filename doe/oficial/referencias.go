package oficial

import (
	"fmt"
	"strings"

	"github.com/operacion-abierta/operacion/doe/texto"
)

// referencias finds what a function takes as known and nothing defines.
func (r *revision) referencias() {
	r.repetidasEntreManuales()
	r.sinNombrar()
	r.unicas()
	r.colegiados()
}

// repetidasEntreManuales notes the units of a later manual whose numeral is
// also that of a unit in an earlier one: a numeral alone names neither.
func (r *revision) repetidasEntreManuales() {
	vistos := map[string]Unidad{}
	for _, m := range r.manuales {
		for _, u := range m.Unidades {
			if o, ya := vistos[u.Numeral()]; ya && o.Clave != u.Clave {
				r.hallar(Hallazgo{Funcion: u.De(0), Tipo: Referencia, Otra: string(o.De(0)), Linea: u.Linea,
					Nota: fmt.Sprintf("El numeral %s también es el de %s en otro manual: por sí solo no dice cuál", u.Numeral(), o.Nombre)})
			}
		}
		for _, u := range m.Unidades {
			vistos[u.Numeral()] = u
		}
	}
}

// sinNombrar finds «la Ley» or «el Reglamento» that nobody can tell which.
func (r *revision) sinNombrar() {
	for i := range r.dichos {
		d := &r.dichos[i]
		ps := d.piezas
		for j := 1; j < len(ps); j++ {
			if w := ps[j].s; w != "Ley" && w != "Reglamento" && w != "Estatuto" || !articulo(ps[j-1].s) {
				continue
			}
			if j+1 < len(ps) && ps[j+1].antes == " " && (ps[j+1].mayuscula() || ps[j+1].nexo() && ps[j+1].s != "y" && ps[j+1].s != "e") {
				continue
			}
			r.enFuncion(d, Referencia, "", fmt.Sprintf("Remite a «%s %s» sin decir cuál", ps[j-1].s, ps[j].s))
			break
		}
	}
}

// creadores are the verbs by which a function sets up what it names.
const creadores = `elaborar diseñar desarrollar integrar formular proponer planear crear aprobar autorizar instrumentar implementar
 implantar establecer definir presentar`

// cosas are the nouns of things that some function should set up.
var cosas = map[string]bool{"sistema": true, "plataforma": true, "modelo": true, "programa": true, "tablero": true, "portal": true}

// unicas finds a system, platform, model or programme that is spoken of as
// known, with its article, and that no other function, heading or section of
// the manuals names.
func (r *revision) unicas() {
	en := map[string]map[int]bool{}
	crea := r.corpus.numeros(creadores)
	for i := range r.dichos {
		for _, k := range cosasDe(r.dichos[i].piezas) {
			if en[k.clave] == nil {
				en[k.clave] = map[int]bool{}
			}
			en[k.clave][i] = true
		}
	}
	resto := r.restoPlano()
	for i := range r.dichos {
		d := &r.dichos[i]
		if len(d.frase.raices) == 0 || crea[d.frase.raices[0]] {
			continue
		}
		for _, k := range cosasDe(d.piezas) {
			if k.articulo && !strings.Contains(k.dice, "rabajo") && len(en[k.clave]) == 1 && !strings.Contains(resto, " "+texto.Plegar(k.dice)+" ") && !r.contenidaEnOtra(i, k.dice) {
				r.enFuncion(d, Referencia, "", fmt.Sprintf("Habla de «%s» como cosa sabida, y ninguna otra parte lo define", k.dice))
			}
		}
	}
}

func (r *revision) contenidaEnOtra(i int, dice string) bool {
	p := texto.Plegar(dice)
	for j := range r.dichos {
		if j != i && strings.Contains(r.dichos[j].plano, p) {
			return true
		}
	}
	return false
}

// restoPlano is what the manuals say outside their functions, folded.
func (r *revision) restoPlano() string {
	var b strings.Builder
	for _, m := range r.manuales {
		for _, s := range m.Secciones {
			for _, l := range s.Lineas {
				if b.Len() < maxResto {
					b.WriteString(" " + texto.Plegar(l.Texto))
				}
			}
		}
	}
	for _, u := range r.unidadesT {
		b.WriteString(" " + texto.Plegar(u.Nombre))
	}
	return b.String() + " "
}

// cosa is a thing named in a function.
type cosa struct {
	clave, dice string
	articulo    bool
}

// cosasDe reads «el sistema de calidad»: a noun of a thing, de, and the words
// that follow up to two that say something.
func cosasDe(ps []pieza) []cosa {
	var out []cosa
	for i := 1; i+2 < len(ps); i++ {
		if !cosas[texto.Plegar(ps[i].s)] || !strings.HasPrefix(ps[i+1].s, "de") || !ps[i+1].nexo() || ps[i+1].antes != " " {
			continue
		}
		fin := i + 2
		for n := 0; fin < len(ps) && !ps[fin].suelta() && n < 2; fin++ {
			if !ps[fin].nexo() {
				n++
			} else if ps[fin].s == "y" || ps[fin].s == "para" || ps[fin].s == "en" {
				break
			}
		}
		for ps[fin-1].nexo() {
			fin--
		}
		antes := ps[i-1].s
		out = append(out, cosa{
			clave: strings.Join(contenido(juntar(ps[i:fin])), " "), dice: juntar(ps[i:fin]),
			articulo: articulo(antes) || antes == "del" || antes == "al",
		})
	}
	return out
}

// colegiado are the first words of bodies that some norm must set up.
var colegiado = map[string]bool{"grupo": true, "grupos": true, "comite": true, "comites": true, "comision": true, "comisiones": true,
	"consejo": true, "consejos": true, "mesa": true, "mesas": true, "red": true}

// colegiados finds a group, committee or board that is no known organ and that
// the manuals name without saying what it is; only the first function that
// names it is noted.
func (r *revision) colegiados() {
	todos := r.conocidos()
	visto := map[string]bool{}
	resto := r.restoPlano()
	for i := range r.dichos {
		d := &r.dichos[i]
		ps := d.piezas
		for j := 1; j < len(ps); j++ {
			if !ps[j].mayuscula() || !colegiado[texto.Plegar(ps[j].s)] {
				continue
			}
			s := juntar(ps[j:nombrePropio(ps, j, r.tipos, false)])
			w := contenido(s)
			if len(w) < 2 || visto[w[0]+w[1]] {
				continue
			}
			visto[w[0]+w[1]] = true
			if !conoce(todos, w) && !strings.Contains(resto, " "+texto.Plegar(s)+" ") {
				r.enFuncion(d, Referencia, "", fmt.Sprintf("Nombra «%s», que los manuales no definen", s))
			}
		}
	}
}

// conoce says whether some known body has the words of a name.
func conoce(todos []conocido, w []string) bool {
	for _, c := range todos {
		if len(c.palabras) > 0 && c.palabras[0] == w[0] && semejanza(w, c.palabras) >= parecidoNombre {
			return true
		}
	}
	return false
}
