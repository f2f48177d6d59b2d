package doe

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"github.com/operacion-abierta/operacion/doe/fecha"
)

// The faults of a catalog's data; [Cargar] wraps them.
var (
	// ErrForma: a line, a field or a key is malformed or missing.
	ErrForma = errors.New("malformed data")
	// ErrDuplicado: a key is given twice.
	ErrDuplicado = errors.New("duplicate")
	// ErrDesconocido: a reference leads nowhere: capability, act, unit, manual…
	ErrDesconocido = errors.New("unknown reference")
	// ErrHuerfana: a unit hangs from no unit that reaches the directorate.
	ErrHuerfana = errors.New("orphan unit")
	// ErrHueco: a row of holes contradicts what the functions grant.
	ErrHueco = errors.New("not a hole")
)

// cargador builds a catalog and collects its faults.
type cargador struct {
	c       *Catalogo
	manual  map[string]string // key by short name
	niveles []Nivel
	errs    []error
}

func (g *cargador) falla(f *ficha, clase error, formato string, args ...any) {
	g.errs = append(g.errs, fmt.Errorf("%s:%d: %w: %s", f.archivo, f.linea, clase, fmt.Sprintf(formato, args...)))
}

// Cargar reads a catalog: manuales.txt, actos.txt, capacidades.txt,
// organos.txt, politicas.txt, huecos.txt, a file per unit in unidades and, if
// there are any, the hand-offs in entregas.txt and the history of the structure
// in reestructuras.txt. It tells every fault at once, each with its file and line and wrapping one of the
// errors above.
func Cargar(fsys fs.FS) (*Catalogo, error) {
	g := &cargador{niveles: Niveles(), manual: map[string]string{}, c: &Catalogo{
		iUnidad: map[ClaveUnidad]int{}, iFuncion: map[ClaveFuncion]int{},
		iOrgano: map[ClaveOrgano]int{}, iPolitica: map[ClavePolitica]int{},
	}}
	g.leer(fsys, "manuales.txt", g.unManual)
	g.leer(fsys, "actos.txt", g.unActo)
	g.leer(fsys, "capacidades.txt", g.unaCapacidad)
	g.leer(fsys, "organos.txt", g.unOrgano)
	g.superioresDeOrganos()
	g.leer(fsys, "politicas.txt", g.unaPolitica)
	g.leerUnidades(fsys)
	g.leer(fsys, "huecos.txt", g.unHueco)
	if _, err := fs.Stat(fsys, "entregas.txt"); err == nil {
		g.leer(fsys, "entregas.txt", g.unaEntrega)
	}
	g.fijarVigencia()
	g.leerReestructuras(fsys)
	if err := errors.Join(g.errs...); err != nil {
		return nil, err
	}
	g.c.indice = sync.OnceValue(g.c.indizar)
	return g.c, nil
}

// leer gives each block of a file to f, then tells the fields it left over.
func (g *cargador) leer(fsys fs.FS, archivo string, f func(*ficha)) {
	b, err := fs.ReadFile(fsys, archivo)
	if err != nil {
		g.errs = append(g.errs, err)
		return
	}
	fichas, malas := leerFichas(archivo, string(b))
	g.errs = append(g.errs, malas...)
	for i := range fichas {
		f(&fichas[i])
		g.cerrar(&fichas[i])
	}
}

func (g *cargador) cerrar(f *ficha) {
	if s := f.sobras(); len(s) > 0 {
		g.falla(f, ErrForma, "fields out of place or repeated: %s", strings.Join(s, ", "))
	}
}

// exige is a field that must not be empty.
func (g *cargador) exige(f *ficha, nombre string) string {
	v := f.texto(nombre)
	if v == "" {
		g.falla(f, ErrForma, "needs %q", nombre)
	}
	return v
}

func (g *cargador) unManual(f *ficha) {
	m := Manual{Clave: g.exige(f, "manual"), Siglas: g.exige(f, "siglas"), Nombre: g.exige(f, "nombre"), Nota: f.texto("nota")}
	if v := f.texto("vigente"); v != "" {
		d, err := fecha.Parse(v)
		if err != nil {
			g.falla(f, ErrForma, "%v", err)
		}
		m.Vigente = d
	}
	if _, ya := g.manual[m.Siglas]; ya {
		g.falla(f, ErrDuplicado, "manual %s", m.Siglas)
	}
	g.manual[m.Siglas] = m.Clave
	g.c.manuales = append(g.c.manuales, m)
}

func (g *cargador) unActo(f *ficha) {
	a, err := ParseActo(g.exige(f, "acto"))
	if err != nil {
		g.falla(f, ErrForma, "%v", err)
	}
	if slices.ContainsFunc(g.c.actos, func(d DefActo) bool { return d.Clave == a }) {
		g.falla(f, ErrDuplicado, "act %s", a)
	}
	g.c.actos = append(g.c.actos, DefActo{Clave: a, Verbos: f.lista("verbos"), Permite: g.exige(f, "permite")})
}

func (g *cargador) unaCapacidad(f *ficha) {
	k, err := ParseCapacidad(g.exige(f, "capacidad"))
	if err != nil {
		g.falla(f, ErrForma, "%v", err)
	}
	if slices.ContainsFunc(g.c.capacidades, func(d DefCapacidad) bool { return d.Clave == k }) {
		g.falla(f, ErrDuplicado, "capability %s", k)
	}
	g.c.capacidades = append(g.c.capacidades, DefCapacidad{
		Clave: k, Materia: g.exige(f, "materia"), Paquete: g.exige(f, "paquete"), Objetos: f.lista("objetos"), Permite: g.exige(f, "permite"),
	})
}

func (g *cargador) unaPolitica(f *ficha) {
	k, err := ParseClavePolitica(g.exige(f, "politica"))
	if err != nil {
		g.falla(f, ErrForma, "%v", err)
	}
	p := Politica{Clave: k, Numero: k.Numero(), Resumen: g.exige(f, "resumen"), Manual: g.manualDe(f, string(k))}
	if _, ya := g.c.iPolitica[k]; ya {
		g.falla(f, ErrDuplicado, "policy %s", k)
	}
	g.c.iPolitica[k] = len(g.c.politicas)
	g.c.politicas = append(g.c.politicas, p)
}

// manualDe is the manual that the key of a unit or a policy belongs to.
func (g *cargador) manualDe(f *ficha, clave string) string {
	siglas, _, _ := strings.Cut(clave, "-")
	m, ok := g.manual[siglas]
	if !ok {
		g.falla(f, ErrDesconocido, "manual %q", siglas)
	}
	return m
}

func (g *cargador) unOrgano(f *ficha) {
	k, err := ParseClaveOrgano(g.exige(f, "organo"))
	if err != nil {
		g.falla(f, ErrForma, "%v", err)
	}
	o := Organo{
		Clave: k, Tipo: TipoOrgano(g.exige(f, "tipo")), Nombre: g.exige(f, "nombre"),
		Superior: ClaveOrgano(f.texto("superior")), OOAD: OOAD(f.texto("ooad")), Ambito: f.texto("ambito"),
		ISO: f.texto("iso"), INEGI: f.texto("inegi"), Abreviatura: f.texto("abreviatura"),
		CLUES: f.texto("clues"), Compranet: f.texto("compranet"),
	}
	prefijo, _, _ := strings.Cut(string(k), "-")
	if !slices.Contains(o.Tipo.prefijos(), prefijo) {
		g.falla(f, ErrForma, "an organ of kind %q cannot be called %s", o.Tipo, k)
	}
	if v, err := ParseOOAD(string(o.OOAD)); o.Tipo == OrganoOOAD && (err != nil || v.Organo() != k) {
		g.falla(f, ErrForma, "%s and its code do not match", k)
	}
	if o.Tipo == OrganoUMAE && "umae-"+strings.ToLower(o.CLUES) != string(k) {
		g.falla(f, ErrForma, "%s and its CLUES do not match", k)
	}
	if _, ya := g.c.iOrgano[k]; ya {
		g.falla(f, ErrDuplicado, "organ %s", k)
	}
	g.c.iOrgano[k] = len(g.c.organos)
	g.c.organos = append(g.c.organos, o)
}

func (g *cargador) superioresDeOrganos() {
	for _, o := range g.c.organos {
		if _, ok := g.c.iOrgano[o.Superior]; o.Superior != "" && !ok {
			g.errs = append(g.errs, fmt.Errorf("organos.txt: %w: superior %s of %s", ErrDesconocido, o.Superior, o.Clave))
		}
	}
}

// fijarVigencia dates the catalog by the last of its manuals to come into force.
func (g *cargador) fijarVigencia() {
	for _, m := range g.c.manuales {
		if m.Vigente.After(g.c.desde) {
			g.c.desde = m.Vigente
		}
	}
}
