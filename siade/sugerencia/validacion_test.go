package sugerencia_test

import (
	_ "embed"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe/texto"
	"github.com/operacion-abierta/operacion/siade/ejemplo"
	"github.com/operacion-abierta/operacion/siade/sugerencia"
)

//go:embed testdata/apartados.txt
var apartados string

//go:embed testdata/criticos.txt
var criticos string

// muestra is a petition with how it should be classified.
type muestra struct {
	caso     sugerencia.Caso
	decision sugerencia.Decision
	pliegue  int
}

const (
	pliegues     = 5
	porPlantilla = 4
)

// generadas is the made-up set. A template lies in one fold: those of one kind
// go to the five in turn.
var generadas = sync.OnceValue(func() []muestra {
	es := ejemplo.Etiquetadas(rand.New(rand.NewPCG(20, 26)), porPlantilla)
	vistas, pliegue := map[string]int{}, map[int]int{}
	var out []muestra
	for _, e := range es {
		d := decisionDe(e)
		if _, ya := pliegue[e.Plantilla]; !ya {
			k := d.Tipo + d.Tema + d.Gravedad + d.Sensible
			pliegue[e.Plantilla] = (vistas[k] + len(k)) % pliegues
			vistas[k]++
		}
		out = append(out, muestra{sugerencia.Caso{Texto: e.Relato, Canal: string(e.Canal), Peticionario: string(e.Peticionario)}, d, pliegue[e.Plantilla]})
	}
	return out
})

func decisionDe(e ejemplo.Etiquetada) sugerencia.Decision {
	c := e.Clasificacion
	d := sugerencia.Decision{Tipo: string(c.Tipo), Tema: c.Tema, Servicio: c.Servicio, Gravedad: string(c.Gravedad), Sensible: sugerencia.NoSensible}
	if c.Sensible {
		d.Sensible = string(c.Sensibilidad)
	}
	return d
}

// escritas is the set written by hand, in other words.
func escritas(texto string) []muestra {
	var out []muestra
	for l := range strings.Lines(texto) {
		cabeza, relato, ok := strings.Cut(strings.TrimSpace(l), " | ")
		if ws := strings.Fields(cabeza); ok && len(ws) == 5 {
			d := sugerencia.Decision{Tipo: ws[0], Tema: ws[1], Servicio: ws[2], Gravedad: ws[3], Sensible: sugerencia.NoSensible}
			if ws[4] != "-" {
				d.Sensible = ws[4]
			}
			out = append(out, muestra{sugerencia.Caso{Texto: relato}, d, 0})
		}
	}
	return out
}

// ensenar teaches a model what is not of a fold.
func ensenar(ms []muestra, menos int) *sugerencia.Modelo {
	m := sugerencia.Nuevo()
	ensenarLexico(m)
	for _, x := range ms {
		if x.pliegue != menos {
			m.Aprender(x.caso.Rasgos(), x.decision)
		}
	}
	return m
}

func ensenarLexico(m *sugerencia.Modelo) {
	for _, x := range ejemplo.Lexico() {
		b, _ := sugerencia.ParseBlanco(x.Blanco)
		m.AprenderPalabras(b, x.Clase, x.Palabras)
	}
}

// blanco is a subject that is measured.
type blanco struct {
	nombre  string
	debe    func(sugerencia.Decision) string
	propone func(sugerencia.Sugerencia) sugerencia.Opcion
}

var medidos = []blanco{
	{"tipo", func(d sugerencia.Decision) string { return d.Tipo }, func(s sugerencia.Sugerencia) sugerencia.Opcion { return s.Tipo }},
	{"tema", func(d sugerencia.Decision) string { return d.Tema }, func(s sugerencia.Sugerencia) sugerencia.Opcion { return s.Tema }},
	{"servicio", func(d sugerencia.Decision) string { return d.Servicio }, func(s sugerencia.Sugerencia) sugerencia.Opcion { return s.Servicio }},
	{"gravedad", func(d sugerencia.Decision) string { return d.Gravedad }, func(s sugerencia.Sugerencia) sugerencia.Opcion { return s.Gravedad }},
	{"sensible", func(d sugerencia.Decision) string { return d.Sensible }, func(s sugerencia.Sugerencia) sugerencia.Opcion { return s.Sensible }},
}

// acierto is what was proposed for something, and what it should have been.
type acierto struct {
	debe, dice string
	confianza  int
	lista3     bool // among the three told
}

type tablaDe struct {
	nombre string
	as     []acierto
}

// medir proposes for every sample with the model that did not see it.
func medir(ms []muestra, modelo func(pliegue int) *sugerencia.Modelo) []tablaDe {
	out := make([]tablaDe, len(medidos))
	for _, x := range ms {
		s := modelo(x.pliegue).Sugerir(x.caso)
		for i, b := range medidos {
			o, debe := b.propone(s), b.debe(x.decision)
			en3 := o.Valor == debe || slices.ContainsFunc(o.Otras, func(y sugerencia.Otra) bool { return y.Valor == debe })
			out[i].nombre = b.nombre
			out[i].as = append(out[i].as, acierto{debe, o.Valor, o.Confianza, en3})
		}
	}
	return out
}

func (t tablaDe) exactitud() float64 {
	n := 0
	for _, a := range t.as {
		if a.debe == a.dice {
			n++
		}
	}
	return 100 * float64(n) / float64(len(t.as))
}

func (t tablaDe) entre3() float64 {
	n := 0
	for _, a := range t.as {
		if a.lista3 {
			n++
		}
	}
	return 100 * float64(n) / float64(len(t.as))
}

// clases are those that should have been proposed, the most frequent first.
func (t tablaDe) clases() []string {
	n := map[string]int{}
	for _, a := range t.as {
		n[a.debe]++
	}
	var out []string
	for k := range n {
		out = append(out, k)
	}
	slices.SortFunc(out, func(x, y string) int {
		if n[x] != n[y] {
			return n[y] - n[x]
		}
		return strings.Compare(x, y)
	})
	return out
}

// de are precision, recall and F1 of a class, and how many there are.
func (t tablaDe) de(clase string) (p, r, f1 float64, n int) {
	si, dice := 0, 0
	for _, a := range t.as {
		if a.debe == clase {
			n++
		}
		if a.dice == clase {
			dice++
			if a.debe == clase {
				si++
			}
		}
	}
	p, r = 100*float64(si)/math.Max(float64(dice), 1), 100*float64(si)/math.Max(float64(n), 1)
	return p, r, 2 * p * r / math.Max(p+r, 1e-9), n
}

func (t tablaDe) macro() float64 {
	suma := 0.0
	for _, c := range t.clases() {
		_, _, f, _ := t.de(c)
		suma += f
	}
	return suma / float64(len(t.clases()))
}

// masFrecuente is what proposing always the most frequent class would give.
func (t tablaDe) masFrecuente() tablaDe {
	c := t.clases()[0]
	out := tablaDe{t.nombre, nil}
	for _, a := range t.as {
		out.as = append(out.as, acierto{debe: a.debe, dice: c})
	}
	return out
}

// si tells the classes apart by whether they are of some kind.
func (t tablaDe) si(es func(string) bool) tablaDe {
	si := func(x string) string {
		if es(x) {
			return "si"
		}
		return "no"
	}
	out := tablaDe{t.nombre, nil}
	for _, a := range t.as {
		out.as = append(out.as, acierto{debe: si(a.debe), dice: si(a.dice)})
	}
	return out
}

// descalibrado is by how much the confidence misses, on average, how often the
// proposal is right, in points.
func (t tablaDe) descalibrado() float64 {
	var n, bien, dice [10]float64
	for _, a := range t.as {
		i := min(a.confianza/10, 9)
		n[i]++
		dice[i] += float64(a.confianza)
		if a.debe == a.dice {
			bien[i] += 100
		}
	}
	suma := 0.0
	for i := range n {
		suma += math.Abs(bien[i] - dice[i])
	}
	return suma / float64(len(t.as))
}

func contar(t *testing.T, titulo string, ts []tablaDe) {
	var b strings.Builder
	fmt.Fprintf(&b, "\n%s (%d relatos)\n", titulo, len(ts[0].as))
	fmt.Fprintf(&b, "| blanco | exactitud | entre las tres | macro-F1 | la más frecuente: exactitud | macro-F1 | descalibrado |\n|---|---|---|---|---|---|---|\n")
	for _, x := range ts {
		m := x.masFrecuente()
		fmt.Fprintf(&b, "| %s | %.1f %% | %.1f %% | %.1f %% | %.1f %% | %.1f %% | %.1f |\n", x.nombre, x.exactitud(), x.entre3(), x.macro(), m.exactitud(), m.macro(), x.descalibrado())
	}
	fmt.Fprintf(&b, "\n| blanco | clase | relatos | precisión | exhaustividad | F1 |\n|---|---|---|---|---|---|\n")
	for _, x := range ts {
		for _, c := range x.clases() {
			p, r, f, n := x.de(c)
			fmt.Fprintf(&b, "| %s | %s | %d | %.1f %% | %.1f %% | %.1f %% |\n", x.nombre, c, n, p, r, f)
		}
	}
	p, r, _, n := ts[4].si(func(c string) bool { return c != sugerencia.NoSensible }).de("si")
	fmt.Fprintf(&b, "| sensible | cualquiera | %d | %.1f %% | %.1f %% | |\n", n, p, r)
	t.Log(b.String())
}

// TestValidacionCruzada measures by cross-validation, with whole templates left
// out, and on what was written by hand. With -v it prints the tables of the
// README.
func TestValidacionCruzada(t *testing.T) {
	ms := generadas()
	modelos := make([]*sugerencia.Modelo, pliegues)
	for k := range modelos {
		modelos[k] = ensenar(ms, k)
	}
	cruzada := medir(ms, func(k int) *sugerencia.Modelo { return modelos[k] })
	contar(t, "Validación cruzada por plantillas, k = 5", cruzada)
	exige(t, cruzada, []float64{65, 48, 51, 70, 90}, []float64{60, 48, 46, 60, 70})
	exigeGraves(t, cruzada, 97, 97, 10)

	entero := ensenar(ms, -1)
	aparte := medir(escritas(apartados), func(int) *sugerencia.Modelo { return entero })
	contar(t, "Escritos a mano con otras palabras", aparte)
	exige(t, aparte, []float64{57, 45, 46, 75, 87}, []float64{50, 41, 40, 60, 70})
	exigeGraves(t, aparte, 90, 90, 14)

	graves := medir(escritas(criticos), func(int) *sugerencia.Modelo { return entero })
	contar(t, "Graves y sensibles escritos a mano, con la lista de señales cerrada", graves)
	exigeGraves(t, graves, 62, 60, 25)
}

// exige holds the accuracy and the macro-F1 of each subject against the least
// they must be, and above those of the most frequent class.
func exige(t *testing.T, ts []tablaDe, exactitud, macro []float64) {
	t.Helper()
	for i, x := range ts {
		assert.GreaterOrEqual(t, x.exactitud(), exactitud[i], x.nombre)
		assert.GreaterOrEqual(t, x.macro(), macro[i], x.nombre)
		assert.Greater(t, x.macro(), 1.5*x.masFrecuente().macro(), x.nombre)
	}
}

// exigeGraves holds how many lives at risk and sensitive petitions are told,
// and how many of the others are told to be.
func exigeGraves(t *testing.T, ts []tablaDe, vitales, sensibles, falsas float64) {
	t.Helper()
	vital, sensible := ts[3].si(func(c string) bool { return c == sugerencia.RiesgoVital }), ts[4].si(func(c string) bool { return c != sugerencia.NoSensible })
	for i, x := range []tablaDe{vital, sensible} {
		_, r, _, _ := x.de("si")
		_, bien, _, _ := x.de("no")
		assert.GreaterOrEqual(t, r, []float64{vitales, sensibles}[i], x.nombre)
		assert.LessOrEqual(t, 100-bien, falsas, "false alarms of "+x.nombre)
	}
}

// maxParecido is the most that two petitions of different folds may share of
// what either says, in per cent.
const maxParecido = 35

func TestNingunPliegueTieneCopiasCercanasDeOtro(t *testing.T) {
	ms := generadas()
	pares := make([]texto.Pares, len(ms))
	for i := range ms {
		pares[i] = texto.DePares(texto.Raices(ms[i].caso.Texto))
	}
	mayor, a, b := 0, 0, 0
	for i := range ms {
		for j := range i {
			if ms[i].pliegue == ms[j].pliegue {
				continue
			}
			if n := pares[i].Parecido(pares[j]); n > mayor {
				mayor, a, b = n, i, j
			}
		}
	}
	t.Logf("lo más parecido entre pliegues, %d %%: %q y %q", mayor, ms[a].caso.Texto, ms[b].caso.Texto)
	assert.Less(t, mayor, maxParecido)
	for _, x := range append(escritas(apartados), escritas(criticos)...) {
		p := texto.DePares(texto.Raices(x.caso.Texto))
		for i := range pares {
			assert.Less(t, p.Parecido(pares[i]), maxParecido, x.caso.Texto)
		}
	}
}

func TestLosPlieguesTienenDeTodo(t *testing.T) {
	for k := range pliegues {
		tipos := map[string]int{}
		for _, x := range generadas() {
			if x.pliegue == k {
				tipos[x.decision.Tipo]++
				tipos[x.decision.Gravedad]++
			}
		}
		require.Len(t, tipos, 8, k)
	}
}
