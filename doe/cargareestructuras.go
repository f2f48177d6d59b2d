package doe

import (
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"
)

// ErrReestructura says that an act of restructuring does not hold together, by itself
// or with those before it.
var ErrReestructura = errors.New("faulty act of restructuring")

const archivoReestructuras = "reestructuras.txt"

// leerReestructuras reads the history of the structure, which a catalog may
// lack, and draws each unit's line through it.
func (g *cargador) leerReestructuras(fsys fs.FS) {
	if _, err := fs.Stat(fsys, archivoReestructuras); err == nil {
		h := historiador{g: g, instrumentos: map[string]Instrumento{"": {Tipo: SinInstrumento}}, nombradas: map[ClaveUnidad]bool{}}
		g.leer(fsys, archivoReestructuras, h.unaFicha)
		h.referencias()
	}
	if len(g.errs) > 0 {
		return
	}
	g.c.lineas = g.c.trazar()
	g.c.orden = g.c.ordenar()
	for _, k := range g.c.orden {
		for _, m := range g.c.lineas[k].malas {
			g.errs = append(g.errs, fmt.Errorf("%s: %w: %s: %s", archivoReestructuras, ErrReestructura, k, m))
		}
	}
}

// historiador reads the acts of restructuring.
type historiador struct {
	g            *cargador
	instrumentos map[string]Instrumento
	fichas       []ficha // of the acts
	nombradas    map[ClaveUnidad]bool
}

func (h *historiador) unaFicha(f *ficha) {
	if f.clase() == "instrumento" {
		h.unInstrumento(f)
		return
	}
	h.unActo(f)
}

func (h *historiador) unInstrumento(f *ficha) {
	k := h.g.exige(f, "instrumento")
	i := Instrumento{
		Tipo: TipoInstrumento(h.g.exige(f, "tipo")), Clave: f.texto("clave"), Impresas: varios(f, "impresa"), Emisor: f.texto("emisor"),
		Aprobado: h.fecha(f, "aprobado"), Sustento: varios(f, "sustento"), Nota: f.texto("nota"),
	}
	if !slices.Contains([]TipoInstrumento{Acuerdo, Oficio, SinInstrumento}, i.Tipo) {
		h.g.falla(f, ErrForma, "a document of kind %q", i.Tipo)
	}
	if (i.Clave == "") != (len(i.Impresas) == 0) || NormalizarClave(i.Clave) != i.Clave {
		h.g.falla(f, ErrForma, "its key must be normalised and printed somewhere")
	}
	distinta := func(s string) bool { return NormalizarClave(s) != i.Clave }
	if i.Nota == "" && (slices.ContainsFunc(i.Impresas, distinta) || i.Clave == "") {
		h.g.falla(f, ErrForma, "needs a note on its key")
	}
	if _, ya := h.instrumentos[k]; ya {
		h.g.falla(f, ErrDuplicado, "document %s", k)
	}
	h.instrumentos[k] = i
}

// NormalizarClave writes the key of an agreement or of an official letter as
// it ought to be: in capitals, parts joined by dots, nothing at its ends. It
// mends spelling, not dates nor numbers.
func NormalizarClave(s string) string {
	s = strings.Trim(strings.ToUpper(strings.Join(strings.Fields(s), "")), ".-")
	if strings.HasPrefix(s, "ACDO") {
		s = strings.ReplaceAll(s, "-", ".")
	}
	return s
}

// varios is the value of a field each time it is given.
func varios(f *ficha, nombre string) []string {
	var out []string
	for v := f.texto(nombre); v != ""; v = f.texto(nombre) {
		out = append(out, v)
	}
	return out
}

func (h *historiador) fecha(f *ficha, nombre string) FechaParcial {
	v := f.texto(nombre)
	if v == "" {
		return FechaParcial{}
	}
	p, err := ParseFechaParcial(v)
	if err != nil {
		h.g.falla(f, ErrForma, "%s: %v", nombre, err)
	}
	return p
}

func (h *historiador) unActo(f *ficha) {
	g := h.g
	r := Reestructura{
		Clave: g.exige(f, "reestructura"), Clase: ClaseReestructura(g.exige(f, "clase")), Vigente: h.fecha(f, "vigente"),
		Manual: g.manual[f.texto("manual")], Innominadas: f.texto("innominadas"), Nota: f.texto("nota"),
		Antes: h.estados(f, "antes"), Despues: h.estados(f, "despues"), Presentes: h.estados(f, "presente"),
		Ignoradas: claves[ClaveUnidad](f.lista("ignora")), Transferencias: h.transferencias(f),
	}
	doc := f.texto("instrumento")
	i, ok := h.instrumentos[doc]
	if !ok {
		g.falla(f, ErrDesconocido, "document %q", doc)
	}
	r.Instrumento = i
	if r.Manual == "" {
		g.falla(f, ErrDesconocido, "the manual that narrates it")
	}
	for _, x := range r.revisar(r.Clave) {
		g.falla(f, ErrReestructura, "%s", x)
	}
	h.orden(f, &r)
	g.c.reestructuras = append(g.c.reestructuras, r)
	h.fichas = append(h.fichas, *f)
}

// orden holds an act against the one before it.
func (h *historiador) orden(f *ficha, r *Reestructura) {
	ya := h.g.c.reestructuras
	if slices.ContainsFunc(ya, func(o Reestructura) bool { return o.Clave == r.Clave }) {
		h.g.falla(f, ErrDuplicado, "act %s", r.Clave)
	}
	if len(ya) == 0 {
		return
	}
	previo, _ := ya[len(ya)-1].Efecto()
	if efecto, _ := r.Efecto(); efecto.Primero().Before(previo.Primero()) {
		h.g.falla(f, ErrReestructura, "%s takes effect before the one above it", r.Clave)
	}
}

// estados reads the units of a field; "ooad-*" stands for each OOAD.
func (h *historiador) estados(f *ficha, nombre string) []EstadoUnidad {
	var out []EstadoUnidad
	for _, v := range varios(f, nombre) {
		p := strings.Split(v+"|||", "|")
		for i := range p {
			p[i] = strings.TrimSpace(p[i])
		}
		sup, mediato := strings.CutPrefix(p[3], "~")
		e := EstadoUnidad{Clave: ClaveUnidad(p[0]), Nombre: p[1], Nivel: Nivel(p[2]), Superior: ClaveUnidad(sup), Mediato: mediato}
		if e.Nombre == "?" {
			e.Nombre, e.SinNombre = "", true
		}
		if e.Nivel != "" && !slices.Contains(slices.Concat(h.g.niveles, NivelesHistoricos()), e.Nivel) {
			h.g.falla(f, ErrDesconocido, "level %q", e.Nivel)
		}
		out = append(out, h.expandir(e)...)
	}
	return out
}

func (h *historiador) expandir(e EstadoUnidad) []EstadoUnidad {
	if e.Clave != "ooad-*" {
		h.nombradas[e.Clave] = true
		return []EstadoUnidad{e}
	}
	var out []EstadoUnidad
	for _, o := range h.g.c.Organos(OrganoOOAD) {
		x := e
		x.Clave = ClaveUnidad(o.Clave)
		x.Nombre = strings.Replace(e.Nombre, "*", strings.TrimPrefix(o.Nombre, "OOAD "), 1)
		h.nombradas[x.Clave] = true
		out = append(out, x)
	}
	return out
}

func (h *historiador) transferencias(f *ficha) []Transferencia {
	var out []Transferencia
	for _, v := range varios(f, "transfiere") {
		p := strings.Split(v, "|")
		if len(p) != 4 {
			h.g.falla(f, ErrForma, "want transfiere: funciones | de | a | nota")
			continue
		}
		for i := range p {
			p[i] = strings.TrimSpace(p[i])
		}
		t := Transferencia{Que: MateriaTransferida(p[0]), De: ClaveUnidad(p[1]), A: ClaveUnidad(p[2]), Nota: p[3]}
		if t.Que != LasFunciones && t.Que != LosRecursos {
			h.g.falla(f, ErrDesconocido, "what passes: %q", p[0])
		}
		out = append(out, t)
	}
	return out
}

var claveHistorica = regexp.MustCompile(`^hist(-[a-z0-9]+)+$`)

// referencias looks for the keys that lead nowhere: each must be a unit of the
// catalog, an organ, or a unit of before that some act names.
func (h *historiador) referencias() {
	c := h.g.c
	hay := func(k ClaveUnidad) bool {
		_, unidad := c.iUnidad[k]
		return unidad || c.esOrgano(k) || claveHistorica.MatchString(string(k)) && h.nombradas[k]
	}
	for i := range c.reestructuras {
		r := &c.reestructuras[i]
		for _, k := range r.claves() {
			if !hay(k) {
				h.g.falla(&h.fichas[i], ErrDesconocido, "unit %s", k)
			}
		}
	}
}

// claves are those of the units that an act names, superiors included.
func (r *Reestructura) claves() []ClaveUnidad {
	out := slices.Clone(r.Ignoradas)
	for _, e := range slices.Concat(r.Antes, r.Despues, r.Presentes) {
		out = append(out, e.Clave)
		if e.Superior != "" {
			out = append(out, e.Superior)
		}
	}
	for _, t := range r.Transferencias {
		out = append(out, t.A)
		if t.De != "" {
			out = append(out, t.De)
		}
	}
	return out
}
