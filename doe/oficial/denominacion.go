package oficial

import (
	"fmt"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/texto"
)

// conocido is a body that a manual may name: a unit of the manuals under
// review or of the catalog, or an organ outside them.
type conocido struct {
	nombre   string
	plano    string
	palabras []string
	tipo     string // first word, folded
	clave    string
	organo   bool
}

func nuevoConocido(nombre, clave string, organo bool) conocido {
	plano := texto.Plegar(nombre)
	tipo, _, _ := strings.Cut(plano, " ")
	return conocido{nombre: nombre, plano: plano, palabras: contenido(nombre), tipo: tipo, clave: clave, organo: organo}
}

// conocidos lists the units of the manuals, those of the catalog's manuals that
// are not under review, and the organs.
func (r *revision) conocidos() []conocido {
	var out []conocido
	siglas := map[string]bool{}
	for _, m := range r.manuales {
		siglas[m.Siglas] = true
		for _, u := range m.Unidades {
			out = append(out, nuevoConocido(u.Nombre, string(u.Clave), false))
		}
	}
	c := doe.Vigente()
	for _, u := range c.Unidades() {
		if s, _, _ := strings.Cut(string(u.Clave), "-"); !siglas[s] {
			out = append(out, nuevoConocido(u.Nombre, string(u.Clave), false))
		}
	}
	for _, o := range c.Organos("") {
		if o.Tipo != doe.OrganoOOAD && o.Tipo != doe.OrganoUMAE {
			out = append(out, nuevoConocido(o.Nombre, string(o.Clave), true))
		}
	}
	return out
}

// parecidoNombre is how like a known name a mention must be, in hundredths, to
// be taken for a slip of it and not for another body.
const parecidoNombre = 60

// propioNombre is how much less like it the unit's own name may be.
const propioNombre = 45

// unidades looks at each unit that a function names: known names pass, those
// like one are slips, and the rest do not exist in the manuals.
func (r *revision) unidades() {
	todos := r.conocidos()
	r.tipos = map[string]bool{}
	for _, c := range todos {
		if !c.organo {
			r.tipos[c.tipo] = true
		}
	}
	r.juzgadas = map[string]bool{}
	apodos := map[string][]*dicho{} // unit → functions that call it otherwise
	bien := map[string]int{}
	for i := range r.dichos {
		d := &r.dichos[i]
		ps := d.piezas
		vistas := map[string]bool{}
		for j := 0; j < len(ps); j++ {
			if !ps[j].mayuscula() || !r.tipos[texto.Plegar(ps[j].s)] {
				continue
			}
			m := r.mencion(d, ps, j)
			if len(m.palabras) < 2 || vistas[m.texto] {
				continue
			}
			vistas[m.texto] = true
			switch c, mal := r.juzgar(d, m, todos); {
			case mal:
				apodos[c.clave] = append(apodos[c.clave], d)
			case c.clave != "":
				bien[c.clave]++
			}
			j += len(piezas(m.texto)) - 1
		}
	}
	r.apodadas(apodos, bien)
}

// mencion reads the mention that begins at ps[j], with the commas in its name
// when it is one.
func (r *revision) mencion(d *dicho, ps []pieza, j int) mencion {
	m := mencion{texto: juntar(ps[j:nombrePropio(ps, j, r.tipos, false)]), resto: texto.Plegar(d.Texto[ps[j].ini:])}
	m.palabras = contenido(m.texto)
	m.largo = juntar(ps[j:nombrePropio(ps, j, r.tipos, true)])
	m.largas = contenido(m.largo)
	return m
}

// mencion is a body as a function names it.
type mencion struct {
	texto, largo     string // the name up to a comma, and beyond it
	palabras, largas []string
	resto            string // the function from there on, folded
}

// juzgar compares a mention with the known names. It gives the body that was
// meant, and whether it is a unit called otherwise.
func (r *revision) juzgar(d *dicho, m mencion, todos []conocido) (conocido, bool) {
	var mejor conocido
	nota, exacto, dice := -1, false, m.texto
	for _, c := range todos {
		s, como, cabe := r.nota(d, m, c)
		if s > nota {
			mejor, nota, exacto, dice = c, s, cabe, como
		}
	}
	if exacto {
		return mejor, false
	}
	r.juzgadas[dice] = true
	switch {
	case nota >= parecidoNombre && !mejor.organo:
		r.enFuncion(d, Denominacion, mejor.clave+"/0", fmt.Sprintf("Dice «%s»; el encabezado dice «%s»", dice, mejor.nombre))
		return mejor, true
	case nota >= parecidoNombre:
		r.enFuncion(d, Referencia, mejor.clave, fmt.Sprintf("Nombra «%s», que el manual no define; quizá es «%s»", dice, mejor.nombre))
	case strings.Contains(m.texto, " de"):
		r.enFuncion(d, Referencia, "", fmt.Sprintf("Nombra «%s», que no es unidad de los manuales ni órgano conocido", m.texto))
	}
	return conocido{}, false
}

// nota tells how well a known name fits a mention, in hundredths, in which of
// its forms, and whether it stands there to the letter.
func (r *revision) nota(d *dicho, m mencion, c conocido) (nota int, como string, cabe bool) {
	nota, como = semejanza(m.palabras, c.palabras), m.texto
	if s := semejanza(m.largas, c.palabras); s > nota {
		nota, como = s, m.largo
	}
	cabe = m.resto == c.plano || strings.HasPrefix(m.resto, c.plano+" ")
	tipo, _, _ := strings.Cut(texto.Plegar(m.texto), " ")
	propia := c.clave == string(r.unidadesT[d.unidad].Clave)
	switch {
	case cabe:
		sobra := strings.TrimPrefix(texto.Plegar(como), c.plano)
		if sobra == "" || strings.HasPrefix(sobra, " y ") || strings.HasPrefix(sobra, " e ") {
			nota += cabal
		}
	case c.tipo != tipo:
		return -1, como, false
	case propia && nota >= propioNombre && strings.Contains(d.plano, "programa de trabajo anual de la "+texto.Plegar(m.texto)):
		nota = max(nota+cabal, parecidoNombre)
	}
	return nota, como, cabe
}

// cabal is what a name gains for standing there to the letter.
const cabal = 15

// minApodos is how many functions must call a unit otherwise for the heading
// itself to be worth a look.
const minApodos = 2

// apodadas notes the headings that several functions contradict, and more than
// bear them out.
func (r *revision) apodadas(apodos map[string][]*dicho, bien map[string]int) {
	for _, u := range r.unidadesT {
		ds := apodos[string(u.Clave)]
		if len(ds) < minApodos || len(ds) <= bien[string(u.Clave)] {
			continue
		}
		r.hallar(Hallazgo{Funcion: u.De(0), Tipo: Denominacion, Otra: string(ds[0].clave), Linea: u.Linea,
			Nota: fmt.Sprintf("%d funciones la nombran de otro modo que su encabezado", len(ds))})
	}
}
