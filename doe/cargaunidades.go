package doe

import (
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
)

// archivoUnidad is a unit's file once cut: the unit's block, then one per function.
type archivoUnidad struct {
	clave  ClaveUnidad
	fichas []ficha
}

func (g *cargador) leerUnidades(fsys fs.FS) {
	archivos := g.archivosUnidad(fsys)
	for i := range archivos {
		g.unaUnidad(&archivos[i])
	}
	g.c.tabla = nuevaTabla(g.c.capacidades, g.c.actos, len(g.c.unidades))
	g.ligar(archivos)
	for i := range archivos {
		g.funcionesDe(i, archivos[i].fichas[1:])
	}
}

// archivosUnidad reads the folder of units in the order of the manuals.
func (g *cargador) archivosUnidad(fsys fs.FS) []archivoUnidad {
	nombres, err := fs.Glob(fsys, "unidades/*.txt")
	if err != nil || len(nombres) == 0 {
		g.errs = append(g.errs, fmt.Errorf("unidades: %w: no unit", ErrForma))
	}
	var out []archivoUnidad
	for _, n := range nombres {
		b, err := fs.ReadFile(fsys, n)
		if err != nil {
			g.errs = append(g.errs, err)
			continue
		}
		fichas, malas := leerFichas(n, string(b))
		g.errs = append(g.errs, malas...)
		if len(fichas) == 0 || fichas[0].clase() != "unidad" {
			g.errs = append(g.errs, fmt.Errorf("%s: %w: want a unit first", n, ErrForma))
			continue
		}
		k := ClaveUnidad(fichas[0].texto("unidad"))
		if n != "unidades/"+string(k)+".txt" {
			g.falla(&fichas[0], ErrForma, "the file of %s has another name", k)
		}
		out = append(out, archivoUnidad{k, fichas})
	}
	slices.SortStableFunc(out, func(a, b archivoUnidad) int { return g.c.porNumeral(a.clave, b.clave) })
	return out
}

func (g *cargador) unaUnidad(a *archivoUnidad) {
	f := &a.fichas[0]
	if _, err := ParseClaveUnidad(string(a.clave)); err != nil {
		g.falla(f, ErrForma, "%v", err)
	}
	_, numeral, _ := strings.Cut(string(a.clave), "-")
	u := Unidad{
		Clave: a.clave, Manual: g.manualDe(f, string(a.clave)), Numeral: numeral,
		Nombre: g.exige(f, "nombre"), Nivel: Nivel(g.exige(f, "nivel")),
		Superior: ClaveUnidad(f.texto("superior")), Funciones: len(a.fichas) - 1,
	}
	if !slices.Contains(g.niveles, u.Nivel) {
		g.falla(f, ErrDesconocido, "level %q", u.Nivel)
	}
	if _, ya := g.c.iUnidad[u.Clave]; ya {
		g.falla(f, ErrDuplicado, "unit %s", u.Clave)
	}
	g.c.iUnidad[u.Clave] = len(g.c.unidades)
	g.c.unidades = append(g.c.unidades, unidad{Unidad: u, superior: -1})
	g.cerrar(f)
}

// ligar ties each unit to its superior; all must reach the directorate.
func (g *cargador) ligar(archivos []archivoUnidad) {
	c := g.c
	raiz, ok := c.iUnidad[Raiz]
	if !ok {
		g.errs = append(g.errs, fmt.Errorf("unidades: %w: no %s", ErrHuerfana, Raiz))
		return
	}
	c.raiz = raiz
	for i := range c.unidades {
		u := &c.unidades[i]
		s, ok := c.iUnidad[u.Superior]
		switch {
		case i == raiz && u.Superior != "":
			g.falla(&archivos[i].fichas[0], ErrForma, "%s has no superior unit", Raiz)
		case i == raiz:
		case !ok:
			g.falla(&archivos[i].fichas[0], ErrHuerfana, "%s hangs from %q", u.Clave, u.Superior)
		default:
			u.superior = s
		}
	}
	c.tender()
	for i := range c.unidades {
		if u := &c.unidades[i]; u.superior >= 0 && u.sale == 0 {
			g.falla(&archivos[i].fichas[0], ErrHuerfana, "%s never reaches %s", u.Clave, Raiz)
		}
	}
}

// funcionesDe reads the functions of a unit, numbered from 1 without gaps.
func (g *cargador) funcionesDe(i int, fichas []ficha) {
	u := &g.c.unidades[i]
	u.primera = len(g.c.funciones)
	for j := range fichas {
		f := &fichas[j]
		g.unaFuncion(i, j+1, f)
		g.cerrar(f)
	}
	if len(fichas) == 0 {
		g.errs = append(g.errs, fmt.Errorf("unidades/%s.txt: %w: no function", u.Clave, ErrForma))
		return
	}
	ultima := g.c.funciones[len(g.c.funciones)-1]
	if !slices.Contains(ultima.Facultades, Otorgamiento{Facultad: residual}) {
		g.falla(&fichas[len(fichas)-1], ErrForma, "the last function of %s must grant %s", u.Clave, residual)
	}
	u.residual = ultima.Clave
	g.c.residuales[i] = ListaFunciones(ultima.Clave)
}

// residual is the facultad of the function by which a unit does what else its
// subject takes and its superior assigns.
const residual Facultad = "doe.encomiendas:atender"

func (g *cargador) unaFuncion(i, numero int, f *ficha) {
	u := g.c.unidades[i].Clave
	fn := Funcion{
		Unidad: u, Numero: numero, Verbos: f.lista("verbos"),
		Clave:   ClaveFuncion(string(u) + "/" + f.texto("funcion")),
		Resumen: g.exige(f, "resumen"), Soporte: g.exige(f, "soporte"),
	}
	if len(fn.Verbos) == 0 {
		g.falla(f, ErrForma, "needs %q", "verbos")
	}
	if _, ya := g.c.iFuncion[fn.Clave]; ya {
		g.falla(f, ErrDuplicado, "function %s", fn.Clave)
	} else if string(fn.Clave) != string(u)+"/"+strconv.Itoa(numero) {
		g.falla(f, ErrForma, "want function %d of %s", numero, u)
	}
	for _, s := range f.lista("facultades") {
		fn.Facultades = g.unOtorgamiento(f, fn.Facultades, s)
	}
	if len(fn.Facultades) == 0 {
		g.falla(f, ErrForma, "%s grants nothing", fn.Clave)
	}
	g.c.iFuncion[fn.Clave] = len(g.c.funciones)
	g.c.funciones = append(g.c.funciones, fn)
	for _, o := range fn.Facultades {
		g.c.otorgar(i, fn.Clave, o)
	}
}

// unOtorgamiento reads "capability:act" or "capability:act reach" and adds it.
func (g *cargador) unOtorgamiento(f *ficha, ya []Otorgamiento, s string) []Otorgamiento {
	clave, alcance, _ := strings.Cut(s, " ")
	o := Otorgamiento{Facultad(clave), Alcance(alcance)}
	switch {
	case !g.facultad(f, o.Facultad):
		return ya
	case !slices.Contains([]Alcance{"", Propia, Inmediata, Inferior}, o.Alcance):
		g.falla(f, ErrDesconocido, "reach %q", alcance)
		return ya
	case slices.ContainsFunc(ya, func(p Otorgamiento) bool { return p.Facultad == o.Facultad }):
		g.falla(f, ErrDuplicado, "facultad %s", clave)
		return ya
	}
	return append(ya, o)
}

// facultad says whether the capability and the act are known, and faults each
// that is not.
func (g *cargador) facultad(f *ficha, k Facultad) bool {
	if _, err := ParseFacultad(string(k)); err != nil {
		g.falla(f, ErrForma, "%v", err)
		return false
	}
	if g.c.Existe(k) {
		return true
	}
	if !slices.ContainsFunc(g.c.capacidades, func(d DefCapacidad) bool { return d.Clave == k.Capacidad() }) {
		g.falla(f, ErrDesconocido, "capability %s", k.Capacidad())
	}
	if !slices.ContainsFunc(g.c.actos, func(d DefActo) bool { return d.Clave == k.Acto() }) {
		g.falla(f, ErrDesconocido, "act %s", k.Acto())
	}
	return false
}
