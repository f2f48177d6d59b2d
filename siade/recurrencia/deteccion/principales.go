package deteccion

// Principales leaves, of the findings of the three grains, those that no finer
// ones explain: a body whose sites told have half of its excess or more adds
// nothing to them, and so the country to its bodies. They come from the finest
// to the widest.
func Principales(sitios, ooads, nacionales []Hallazgo) []Hallazgo {
	out := append([]Hallazgo{}, sitios...)
	out = append(out, sinExplicar(sitios, ooads, PorOOAD)...)
	return append(out, sinExplicar(ooads, nacionales, Nacional)...)
}

func sinExplicar(finos, anchos []Hallazgo, n Nivel) []Hallazgo {
	explicado := map[Celda]int{}
	for _, x := range finos {
		if c, ok := n.en(x.Celda); ok {
			explicado[c] += x.exceso()
		}
	}
	var out []Hallazgo
	for _, x := range anchos {
		if 2*explicado[x.Celda] < x.exceso() {
			out = append(out, x)
		}
	}
	return out
}

// exceso is how many petitions a finding has beyond what was expected, in
// hundredths.
func (x Hallazgo) exceso() int { return max(100*x.Observados-int(x.Esperados), 0) }
