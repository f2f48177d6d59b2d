package estadistica

import "slices"

// Umbral is the least count that is published. The counts of 1 to 10 people
// are hidden, as health statistics elsewhere do (Centers for Medicare &
// Medicaid Services, Cell size suppression policy, 26 January 2024); no rule
// of the Institute was found that says another.
const Umbral = 11

// recuento are the counts of a cell, each protected by itself.
type recuento [2]int

func (r recuento) chico() bool { return slices.ContainsFunc(r[:], pequeno) }

func pequeno(n int) bool { return n > 0 && n < Umbral }

// casilla is a cell of a table, or one of its margins.
type casilla struct {
	n      recuento
	oculta bool
}

// reservada is a table of two dimensions with its margins, from which counts
// are hidden. One of one dimension has a single column.
//
// Each margin is also a table of its own, and part of every table that has its
// dimension, so what is hidden must hold against all of them together. A small
// cell is safe when one petition more or less can go around other hidden cells
// of its table and leave every margin as it was: then no other table is
// touched. A small margin is safe when one petition can go from it to another
// hidden margin, always the same, in every table that has both. So for each
// small count there are other whole numbers, none negative, that fit all that
// is published. What a table of three dimensions would further rule out is not
// looked at.
type reservada struct {
	filas, columnas int
	// celdas are by row and column; those without petitions are there too.
	celdas []casilla
	// margenes are those of the rows and those of the columns.
	margenes [2][]casilla
	total    casilla
}

// nuevaReservada gathers cells by row and column with their margins.
func nuevaReservada(filas, columnas int, cuentas map[[2]int]recuento) *reservada {
	r := &reservada{filas: filas, columnas: columnas, celdas: make([]casilla, filas*columnas)}
	r.margenes = [2][]casilla{make([]casilla, filas), make([]casilla, columnas)}
	for k, n := range cuentas {
		for _, x := range []*casilla{r.en(0, k[0], k[1]), &r.margenes[0][k[0]], &r.margenes[1][k[1]], &r.total} {
			for m := range n {
				x.n[m] += n[m]
			}
		}
	}
	return r
}

// en is the cell of the i-th line of an axis that crosses the j-th of the other.
func (r *reservada) en(eje, i, j int) *casilla {
	if eje == 1 {
		i, j = j, i
	}
	return &r.celdas[i*r.columnas+j]
}

// linea are the cells of the i-th line of an axis.
func (r *reservada) linea(eje, i int) linea {
	var l linea
	for j := range r.margenes[1-eje] {
		l = append(l, r.en(eje, i, j))
	}
	return l
}

// linea are the cells that a total adds up.
type linea []*casilla

// marginar hides the margins: each is a table of one dimension, which every
// table that has it hides alike. The grand total goes first: a month that is
// small is hidden whole.
func (r *reservada) marginar() {
	r.total.oculta = r.total.n.chico()
	for _, m := range r.margenes {
		var l linea
		for i := range m {
			m[i].oculta = m[i].n.chico() || r.total.oculta
			l = append(l, &m[i])
		}
		l.completar(r.total)
	}
}

// ocultar hides the small cells, and as many more as it takes so that none of
// them nor of the margins can be found out, once the margins are hidden.
func (r *reservada) ocultar() {
	for i := range r.celdas {
		x := &r.celdas[i]
		x.oculta = x.n.chico() || r.total.oculta
	}
	for !r.total.oculta && r.ocultarMas() {
	}
}

// ocultarMas hides what is still missing; false when nothing was.
func (r *reservada) ocultarMas() bool {
	mas := false
	for eje, ms := range r.margenes {
		for i := range ms {
			mas = r.linea(eje, i).completar(ms[i]) || mas
		}
	}
	for i := range r.filas {
		for j := range r.columnas {
			for m, n := range r.en(0, i, j).n {
				if pequeno(n) && !r.protegida(i, j, m) {
					mas = r.rodear(i, j, m) || mas
				}
			}
		}
	}
	for eje, ms := range r.margenes {
		for i := range ms {
			for m, n := range ms[i].n {
				if pequeno(n) {
					mas = r.acompanar(eje, i, m) || mas
				}
			}
		}
	}
	return mas
}

// completar hides more of a line whose total is published until what it hides
// is not one cell alone, nor so few petitions that their sum is small. It says
// whether it hid any.
func (l linea) completar(total casilla) bool {
	mas := false
	for !total.oculta && l.descubre() && l.ocultarOtra() {
		mas = true
	}
	return mas
}

func (l linea) descubre() bool {
	cuantas, suma, chica := 0, recuento{}, false
	for _, c := range l {
		if c.oculta {
			cuantas++
			chica = chica || c.n.chico()
			for m := range c.n {
				suma[m] += c.n[m]
			}
		}
	}
	return chica && (cuantas == 1 || suma.chico())
}

// ocultarOtra hides the smallest cell of the line that is published and has
// petitions; false when none is left.
func (l linea) ocultarOtra() bool {
	var menor *casilla
	for _, c := range l {
		if !c.oculta && c.n != (recuento{}) && (menor == nil || c.cuesta() < menor.cuesta()) {
			menor = c
		}
	}
	if menor != nil {
		menor.oculta = true
	}
	return menor != nil
}

// cuesta is what is lost by hiding a cell, nothing when it is hidden.
func (c *casilla) cuesta() int {
	if c.oculta {
		return 0
	}
	return 1 + c.n[0] + c.n[1]
}

// protegida says whether a small cell is safe: by going around, or because it
// is all that its row or its column has, which are then as small and safe.
func (r *reservada) protegida(i, j, m int) bool {
	n, col := r.en(0, i, j).n[m], r.filas+j
	return n == r.margenes[0][i].n[m] || n == r.margenes[1][j].n[m] || r.llega(m, i, col, i, j) || r.llega(m, col, i, i, j)
}

// llega says whether one petition can go from a node to another through the
// hidden cells but one. The nodes are the rows and, after them, the columns: a
// cell takes one more from its column to its row, and one less back if it has
// any.
func (r *reservada) llega(m, desde, hasta, menosFila, menosColumna int) bool {
	visto, cola := make([]bool, r.filas+r.columnas), []int{desde}
	for visto[desde] = true; len(cola) > 0; cola = cola[1:] {
		a := cola[0]
		for b := range visto {
			if visto[b] || a < r.filas == (b < r.filas) {
				continue
			}
			i, j := min(a, b), max(a, b)-r.filas
			c := r.en(0, i, j)
			if !c.oculta || i == menosFila && j == menosColumna || a == i && c.n[m] == 0 {
				continue
			}
			if b == hasta {
				return true
			}
			visto[b], cola = true, append(cola, b)
		}
	}
	return false
}

// rodear hides the three cells of least cost around which a petition of a small
// cell can go; false when there are none.
func (r *reservada) rodear(i, j, m int) bool {
	var mejor linea
	cuesta := 0
	for k := range r.filas {
		for l := range r.columnas {
			if k == i || l == j {
				continue
			}
			v := linea{r.en(0, i, l), r.en(0, k, l), r.en(0, k, j)}
			if v[1].n[m] == 0 && (v[0].n[m] == 0 || v[2].n[m] == 0) {
				continue
			}
			if n := v[0].cuesta() + v[1].cuesta() + v[2].cuesta(); mejor == nil || n < cuesta {
				mejor, cuesta = v, n
			}
		}
	}
	return mejor.ocultar()
}

// acompanar sees that a petition can go from a small margin to its partner: it
// hides the cell of least cost of the partner's line that crosses one with
// petitions of the small one's.
func (r *reservada) acompanar(eje, i, m int) bool {
	k := r.pareja(eje, i)
	if k < 0 {
		return false
	}
	desde, hasta := i, k // of rows; of columns it goes the other way
	if eje == 1 {
		desde, hasta = r.filas+k, r.filas+i
	}
	if r.llega(m, desde, hasta, -1, -1) {
		return false
	}
	var mejor linea
	for j := range r.margenes[1-eje] {
		if c := r.en(eje, k, j); r.en(eje, i, j).n[m] > 0 && (mejor == nil || c.cuesta() < mejor[0].cuesta()) {
			mejor = linea{c}
		}
	}
	return mejor.ocultar()
}

// pareja is the partner of a hidden margin: the largest of the others hidden on
// its axis, so that it is the same in every table; -1 without any.
func (r *reservada) pareja(eje, i int) int {
	mejor := -1
	for k, x := range r.margenes[eje] {
		if k != i && x.oculta && (mejor < 0 || x.n[0]+x.n[1] > r.margenes[eje][mejor].n[0]+r.margenes[eje][mejor].n[1]) {
			mejor = k
		}
	}
	return mejor
}

// ocultar hides the cells; false when all were.
func (l linea) ocultar() bool {
	mas := false
	for _, c := range l {
		mas, c.oculta = mas || !c.oculta, true
	}
	return mas
}
