package oficial

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe/texto"
)

// uso is a way to say something, with the functions that say it so.
type uso struct {
	dice   string
	dichos []*dicho
}

// usos groups what the functions say by what they mean.
type usos struct {
	orden  []string
	grupos map[string]map[string]*uso
}

func (u *usos) anotar(significa, dice string, d *dicho) {
	if u.grupos == nil {
		u.grupos = map[string]map[string]*uso{}
	}
	g := u.grupos[significa]
	if g == nil {
		g = map[string]*uso{}
		u.grupos[significa], u.orden = g, append(u.orden, significa)
	}
	if g[dice] == nil {
		g[dice] = &uso{dice: dice}
	}
	if ds := &g[dice].dichos; len(*ds) == 0 || (*ds)[len(*ds)-1] != d {
		*ds = append(*ds, d)
	}
}

// raros gives, for each meaning said in several ways, the ways rarer than the
// commonest, each with it.
func (u *usos) raros(ver func(raro, comun *uso)) {
	for _, k := range u.orden {
		var comun *uso
		for _, x := range u.grupos[k] {
			if comun == nil || len(x.dichos) > len(comun.dichos) || len(x.dichos) == len(comun.dichos) && x.dice < comun.dice {
				comun = x
			}
		}
		var otros []*uso
		for _, x := range u.grupos[k] {
			if len(x.dichos) < len(comun.dichos) {
				otros = append(otros, x)
			}
		}
		slices.SortFunc(otros, func(a, b *uso) int { return strings.Compare(a.dice, b.dice) })
		for _, x := range otros {
			ver(x, comun)
		}
	}
}

var (
	deTrabajo = expresion(`\b(plan|programa) ((?:anual |general )?de \p{L}+)\b`)
	deDe      = expresion(`(?:^|[^\p{L}])(\p{L}{4,}s) de (\p{L}{4,})`)
	deDeDe    = expresion(`(?:^|[^\p{L}])(\p{Ll}{4,}s) de \p{Ll}+ de (\p{Ll}{4,})`)
)

// terminos looks for common nouns that are said in more than one way: plan and
// programa de trabajo, órdenes de servicio and de servicios, transmisión and
// trasmisión, juntas de gobierno and de cuerpo de gobierno.
func (r *revision) terminos() {
	var planes, numeros, letras usos
	for i := range r.dichos {
		d := &r.dichos[i]
		for _, m := range deTrabajo().FindAllStringSubmatch(d.Texto, -1) {
			planes.anotar(m[2], m[0], d)
		}
		for _, m := range deDe().FindAllStringSubmatch(strings.ToLower(d.Texto), -1) {
			numeros.anotar(m[1]+" de "+strings.TrimSuffix(strings.TrimSuffix(m[2], "s"), "e"), m[1]+" de "+m[2], d)
		}
		for w := range strings.FieldsSeq(d.plano) {
			if s, ok := grafia(w); ok {
				letras.anotar(fmt.Sprint(d.unidad, s), w, d)
			}
		}
	}
	for _, u := range []*usos{&planes, &numeros, &letras} {
		u.raros(func(raro, comun *uso) {
			for _, d := range raro.dichos {
				r.enFuncion(d, Denominacion, string(comun.dichos[0].clave),
					fmt.Sprintf("Dice «%s»; lo más usado es «%s»", raro.dice, comun.dice))
			}
		})
	}
	r.cortados()
	r.minusculas()
}

// grafia gives the short spelling of a word that has two.
func grafia(w string) (string, bool) {
	for _, p := range [][2]string{{"trans", "tras"}, {"subs", "sus"}, {"obs", "os"}} {
		if resto, ok := strings.CutPrefix(w, p[0]); ok {
			return p[1] + resto, true
		}
		if strings.HasPrefix(w, p[1]) {
			return w, true
		}
	}
	return "", false
}

// cortados finds a term of three nouns that the same unit also says with two.
func (r *revision) cortados() {
	largos := map[string]*dicho{}
	for i := range r.dichos {
		d := &r.dichos[i]
		for _, m := range deDeDe().FindAllStringSubmatch(d.Texto, -1) {
			largos[fmt.Sprint(d.unidad, m[1], " de ", m[2])] = d
		}
	}
	for i := range r.dichos {
		d := &r.dichos[i]
		for _, m := range deDe().FindAllStringSubmatch(d.Texto, -1) {
			dos := m[1] + " de " + m[2]
			if o := largos[fmt.Sprint(d.unidad, dos)]; o != nil {
				r.enFuncion(d, Denominacion, string(o.clave), fmt.Sprintf("Dice «%s», que la unidad también nombra con más palabras", dos))
			}
		}
	}
}

// minusculas finds a unit named by its matter alone, without capitals.
func (r *revision) minusculas() {
	for _, u := range r.unidadesT {
		_, materia, ok := strings.Cut(strings.ToLower(u.Nombre), " de ")
		if !ok || !strings.Contains(materia, " ") {
			continue
		}
		for i := range r.dichos {
			d := &r.dichos[i]
			for _, ante := range []string{" ante ", " por ", " con "} {
				if strings.Contains(d.Texto, ante+materia) {
					r.enFuncion(d, Denominacion, string(u.Clave)+"/0", fmt.Sprintf("Dice «%s» en minúsculas, sin decir si es la unidad «%s»", materia, u.Nombre))
				}
			}
		}
	}
}

var (
	cargo       = expresion(`\b(?:del|el|al) (Director General|Director|Coordinador|Jefe de (?:División|la División)|Delegado)\b`)
	responsable = expresion(`\bpersona (?:responsable|encargada|a cargo) de la (?:Dirección|Unidad|Coordinación|División)\b`)
)

// puestos finds who heads a body named by the masculine post or by other
// words, where the manual speaks of the person who holds it.
func (r *revision) puestos() {
	neutras := 0
	for i := range r.dichos {
		if strings.Contains(r.dichos[i].plano, "persona titular") || strings.Contains(r.dichos[i].plano, "la o el titular") {
			neutras++
		}
	}
	for i := range r.dichos {
		d := &r.dichos[i]
		for _, re := range []*regexp.Regexp{cargo(), responsable()} {
			ms := re.FindAllString(d.Texto, -1)
			if len(ms) < neutras {
				for _, m := range ms {
					r.enFuncion(d, Denominacion, "", fmt.Sprintf("Dice «%s»; el manual suele decir persona titular de la unidad de que se trata", m))
				}
			}
		}
	}
}

// gemelos finds, in functions that are nearly alike, words that one of them
// writes with other capitals, or names in another number.
func (r *revision) gemelos(pares []gemela) {
	cuantas := map[string]int{}
	for i := range r.dichos {
		for _, p := range r.dichos[i].piezas {
			cuantas[p.s]++
		}
	}
	visto := map[string]bool{}
	plana := make([][]palabraPlana, len(r.dichos))
	de := func(i int) []palabraPlana {
		if plana[i] == nil {
			plana[i] = planas(r.dichos[i].Texto)
		}
		return plana[i]
	}
	for _, p := range pares {
		a, b := &r.dichos[p.a], &r.dichos[p.b]
		for _, x := range alinear(de(p.a), de(p.b)) {
			d, o, w := a, b, x
			caja := texto.Plegar(x[0]) == texto.Plegar(x[1])
			if caja && x[0] > x[1] || !caja && cuantas[x[0]] > cuantas[x[1]] { // capitals sort first
				d, o, w = b, a, [2]string{x[1], x[0]}
			}
			if caja && cuantas[w[0]] > cuantas[w[1]] {
				continue
			}
			if k := fmt.Sprint(d.clave, w[0]); !visto[k] {
				visto[k] = true
				r.enFuncion(d, Denominacion, string(o.clave), fmt.Sprintf("Escribe «%s» donde otra función casi igual dice «%s»", w[0], w[1]))
			}
		}
	}
}

// palabraPlana is a word with its folded form.
type palabraPlana struct{ s, plano string }

func planas(s string) []palabraPlana {
	ps := piezas(s)
	out := make([]palabraPlana, len(ps))
	for i, p := range ps {
		out[i] = palabraPlana{p.s, texto.Plegar(p.s)}
	}
	return out
}

// alinear gives the pairs of words that stand between the same neighbours in
// two texts and differ only in capitals or, with capitals, in number.
func alinear(a, b []palabraPlana) [][2]string {
	var out [][2]string
	for i := 1; i < len(a)-1; i++ {
		for j := 1; j < len(b)-1; j++ {
			x, y := a[i], b[j]
			if a[i-1].plano != b[j-1].plano || a[i+1].plano != b[j+1].plano || x.s == y.s {
				continue
			}
			alta, baja := inicialMayuscula(x.s), inicialMayuscula(y.s)
			if x.plano == y.plano && alta != baja || alta && baja && (x.plano+"s" == y.plano || y.plano+"s" == x.plano) {
				out = append(out, [2]string{x.s, y.s})
			}
		}
	}
	return out
}
