package sugerencia

import (
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe/texto"
)

// Rasgos are what a model sees of a petition: the hashes of its words, reduced
// to how their stems sound, of its pairs of words, and of what else is known,
// in order and each once. They are small and do not give the text back.
type Rasgos []uint32

// Caso is what is known of a petition before it is classified.
type Caso struct {
	// Texto is what is asked or told.
	Texto string
	// Canal is the means by which it came and Peticionario the kind of who
	// presents it; either may be empty.
	Canal, Peticionario string
}

// Rasgos are those of the petition.
func (c Caso) Rasgos() Rasgos {
	out := make(Rasgos, 0, 64)
	for _, r := range c.rasgos(palabras(c.Texto)) {
		out = append(out, r.clave)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// rasgo is a feature with the words it comes from.
type rasgo struct {
	clave      uint32
	uno, otro  string
	pareja     bool
	desconocer bool // it weighs, but is no word to show
}

func (r *rasgo) texto() string {
	if r.pareja {
		return r.uno + " " + r.otro
	}
	return r.uno
}

// FNV-1a.
const (
	fnvBase  = 2166136261
	fnvPrimo = 16777619
)

func mezclar(h uint32, s string) uint32 {
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * fnvPrimo
	}
	return h
}

// rasgos lists the features in the order of the text, repeated as they come.
func (c Caso) rasgos(ps []palabra) []rasgo {
	if len(ps) > primeras+ultimas {
		ps = slices.Concat(ps[:primeras], ps[len(ps)-ultimas:])
	}
	out := make([]rasgo, 0, 2*len(ps)+2)
	var antes rasgo
	for i := range ps {
		p := &ps[i]
		if p.corte {
			antes = rasgo{}
		}
		if vacias[p.oida] {
			continue
		}
		raiz := sonido(texto.Raices(p.dicha))
		if raiz == "" {
			continue
		}
		r := rasgo{clave: mezclar(fnvBase, raiz), uno: p.dicha}
		out = append(out, r)
		if antes.uno != "" {
			out = append(out, rasgo{clave: mezclar(mezclar(antes.clave, " "), raiz), uno: antes.uno, otro: p.dicha, pareja: true})
		}
		antes = r
	}
	pregunta := ""
	if strings.ContainsAny(c.Texto, "?¿") {
		pregunta = "si"
	}
	for _, x := range [][2]string{{"canal=", c.Canal}, {"peticionario=", c.Peticionario}, {"pregunta=", pregunta}} {
		if x[1] != "" {
			out = append(out, rasgo{clave: mezclar(mezclar(fnvBase, x[0]), x[1]), uno: x[1], desconocer: true})
		}
	}
	return out
}

// unicos leaves the first of each feature.
func unicos(rs []rasgo) []rasgo {
	vistos := make(map[uint32]bool, len(rs))
	return slices.DeleteFunc(rs, func(r rasgo) bool {
		ya := vistos[r.clave]
		vistos[r.clave] = true
		return ya
	})
}
