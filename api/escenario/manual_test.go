package escenario_test

import (
	"cmp"
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
)

// manual tells who may do what straight from the list of functions, the tree
// of units and the list of holes, without the catalog's own tables: slowly, so
// that the two can be held against each other.
type manual struct {
	unidades []doe.ClaveUnidad
	sobre    map[doe.ClaveUnidad][]doe.ClaveUnidad // superiors, the nearest first
	otorga   map[doe.Facultad][]concesion
	residual map[doe.ClaveUnidad]doe.ClaveFuncion
	huecos   map[doe.Facultad]doe.Hueco
}

type concesion struct {
	unidad  doe.ClaveUnidad
	funcion doe.ClaveFuncion
	alcance doe.Alcance
}

func nuevoManual() *manual {
	cat := doe.Vigente()
	m := &manual{
		sobre: map[doe.ClaveUnidad][]doe.ClaveUnidad{}, otorga: map[doe.Facultad][]concesion{},
		residual: map[doe.ClaveUnidad]doe.ClaveFuncion{}, huecos: map[doe.Facultad]doe.Hueco{},
	}
	for _, u := range cat.Unidades() {
		m.unidades = append(m.unidades, u.Clave)
		m.sobre[u.Clave] = cat.Superiores(u.Clave)
	}
	for _, f := range cat.Funciones() {
		for _, o := range f.Facultades {
			m.otorga[o.Facultad] = append(m.otorga[o.Facultad], concesion{f.Unidad, f.Clave, o.Alcance})
		}
		m.residual[f.Unidad] = f.Clave // the last one remains
	}
	for _, h := range cat.Huecos() {
		m.huecos[h.Facultad] = h
	}
	return m
}

func (m *manual) superior(u doe.ClaveUnidad) doe.ClaveUnidad {
	if s := m.sobre[u]; len(s) > 0 {
		return s[0]
	}
	return u
}

// alcanza says whether a narrowed grant reaches what a unit keeps.
func (m *manual) alcanza(a doe.Alcance, u, guarda doe.ClaveUnidad) bool {
	switch a {
	case doe.Propia:
		return u == guarda
	case doe.Inmediata:
		return u == guarda || m.superior(guarda) == u
	case doe.Inferior:
		return u == guarda || slices.Contains(m.sobre[guarda], u)
	}
	return true
}

func (m *manual) enLinea(a, b doe.ClaveUnidad) bool {
	return a == b || slices.Contains(m.sobre[a], b) || slices.Contains(m.sobre[b], a)
}

// expresas are the functions by which a unit holds a facultad over what
// another keeps.
func (m *manual) expresas(u, guarda doe.ClaveUnidad, f doe.Facultad) string {
	var out []string
	for _, c := range m.otorga[f] {
		if c.unidad == u && m.alcanza(c.alcance, u, guarda) && !slices.Contains(out, string(c.funcion)) {
			out = append(out, string(c.funcion))
		}
	}
	return strings.Join(out, " ")
}

// quienes says who may do an act, by unit: basis, facultad and functions.
func (m *manual) quienes(alcance doe.Alcance, guarda, rama doe.ClaveUnidad, fs []doe.Facultad) map[doe.ClaveUnidad]string {
	linea, out := guarda, map[doe.ClaveUnidad]string{}
	if alcance == doe.Nacional {
		linea = rama
	}
	dentro := func(u doe.ClaveUnidad) bool {
		if alcance == doe.Linea || alcance == doe.Nacional {
			return m.enLinea(linea, u)
		}
		return m.alcanza(alcance, u, guarda)
	}
	expreso := func(fs []doe.Facultad) {
		for _, u := range m.unidades {
			for _, f := range fs {
				if g := m.expresas(u, guarda, f); g != "" && dentro(u) && out[u] == "" {
					out[u] = "expreso " + string(f) + " " + g
				}
			}
		}
	}
	expreso(fs)
	if m.alguien(linea, guarda, fs) {
		return out
	}
	for _, f := range fs {
		h := m.huecos[f]
		if h.Regional != "" && guarda == doe.CAOOD {
			return map[doe.ClaveUnidad]string{guarda: "expreso " + string(h.Regional) + " " + m.expresas(guarda, guarda, h.Regional)}
		}
		expreso(h.Basta)
	}
	if u, f := m.recae(linea, guarda, fs); u != "" && out[u] == "" {
		out[u] = "jerarquico " + string(f) + " " + string(m.residual[u])
	}
	return out
}

// alguien says whether any unit of the line holds one of the facultades.
func (m *manual) alguien(linea, guarda doe.ClaveUnidad, fs []doe.Facultad) bool {
	return slices.ContainsFunc(m.unidades, func(u doe.ClaveUnidad) bool {
		return m.enLinea(linea, u) && slices.ContainsFunc(fs, func(f doe.Facultad) bool { return m.expresas(u, guarda, f) != "" })
	})
}

// recae is the unit that an act without holder falls to.
func (m *manual) recae(linea, guarda doe.ClaveUnidad, fs []doe.Facultad) (doe.ClaveUnidad, doe.Facultad) {
	for _, f := range fs {
		h, hay := m.huecos[f]
		if hay && h.Nombrada {
			return guarda, f
		}
		en := slices.DeleteFunc(slices.Clone(h.Titular), func(u doe.ClaveUnidad) bool { return !m.enLinea(linea, u) })
		if len(en) > 0 {
			return slices.MinFunc(en, func(a, b doe.ClaveUnidad) int { return cmp.Compare(m.lejos(guarda, a), m.lejos(guarda, b)) }), f
		}
	}
	for _, f := range fs {
		if h := m.huecos[f]; h.Contraparte || slices.Contains(h.ContraparteDe, guarda) {
			continue
		}
		for _, as := range [][]doe.Acto{{"elaborar", "proponer"}, nil} {
			if u := m.superiorDeCercanas(linea, guarda, f.Capacidad(), as); u != "" {
				return u, f
			}
		}
		return m.superior(guarda), f
	}
	return "", ""
}

// lejos orders recommended holders: above the keeper, itself, the rest.
func (m *manual) lejos(guarda, u doe.ClaveUnidad) int {
	if slices.Contains(m.sobre[guarda], u) {
		return m.distancia(guarda, u)
	}
	return 100 + m.distancia(guarda, u)
}

// distancia is how many steps of the tree lie between two units.
func (m *manual) distancia(a, b doe.ClaveUnidad) int {
	deA := append([]doe.ClaveUnidad{a}, m.sobre[a]...)
	for i, x := range append([]doe.ClaveUnidad{b}, m.sobre[b]...) {
		if j := slices.Index(deA, x); j >= 0 {
			return i + j
		}
	}
	return 1000
}

// superiorDeCercanas is the nearest common superior of the units of the line,
// nearest to the keeper, that hold some of those acts (any when nil) of a
// capability.
func (m *manual) superiorDeCercanas(linea, guarda doe.ClaveUnidad, c doe.Capacidad, as []doe.Acto) doe.ClaveUnidad {
	cerca, us := 1000, []doe.ClaveUnidad(nil)
	for f, cs := range m.otorga {
		if f.Capacidad() != c || as != nil && !slices.Contains(as, f.Acto()) {
			continue
		}
		for _, x := range cs {
			d := m.distancia(guarda, x.unidad)
			if !m.enLinea(linea, x.unidad) || d > cerca || slices.Contains(us, x.unidad) {
				continue
			}
			if d < cerca {
				cerca, us = d, nil
			}
			us = append(us, x.unidad)
		}
	}
	if len(us) == 0 {
		return ""
	}
	comun := append([]doe.ClaveUnidad{}, m.sobre[us[0]]...)
	for _, u := range us[1:] {
		comun = slices.DeleteFunc(comun, func(s doe.ClaveUnidad) bool { return !slices.Contains(m.sobre[u], s) })
	}
	if len(comun) == 0 {
		return doe.Raiz
	}
	return comun[0]
}
