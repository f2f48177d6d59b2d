package opinion

import (
	"slices"
	"strings"
)

// severidad orders the stances from the one that yields to the one that rules
// when the answers differ.
var severidad = []Posicion{SinComentarios, Favorable, ConObservaciones, Desfavorable}

// Proyecto drafts the next version from the answers in force, for whoever
// integrates it to edit: the most severe stance, every article and ground, the
// net effect on the budget, and each answer taken whole. It names neither the
// missing answers nor the observations, whose explanation only a person can
// give. A long draft may exceed what [Consolidar] accepts.
func (s Solicitud) Proyecto() Version {
	var v Version
	var partes []string
	v.Postura.Posicion = SinComentarios
	for _, t := range s.Turnos {
		r, ok := t.Respuesta()
		if !ok || t.Estado != Respondido {
			continue
		}
		p := r.Postura
		if slices.Index(severidad, p.Posicion) > slices.Index(severidad, v.Postura.Posicion) {
			v.Postura.Posicion = p.Posicion
		}
		v.Postura.Articulos = append(v.Postura.Articulos, p.Articulos...)
		for _, x := range p.Fundamentos {
			if !slices.Contains(v.Postura.Fundamentos, x) {
				v.Postura.Fundamentos = append(v.Postura.Fundamentos, x)
			}
		}
		v.Consideraciones = append(v.Consideraciones, Consideracion{Organo: t.Organo, Toma: Total})
		partes = append(partes, r.Analisis)
	}
	v.Postura.Impacto = s.impactoConjunto()
	v.Texto = strings.Join(partes, "\n\n")
	return v
}

// impactoConjunto is the net effect of the answers in force, over the longest
// span that any of them counts.
func (s Solicitud) impactoConjunto() Impacto {
	i := Impacto{Tipo: SinImpacto}
	sinMedir := false
	for _, t := range s.Turnos {
		if r, ok := t.Respuesta(); ok && t.Estado == Respondido {
			i.Ejercicios = max(i.Ejercicios, r.Postura.Impacto.Ejercicios)
			sinMedir = sinMedir || r.Postura.Impacto.Tipo == NoCuantificar
		}
	}
	switch n := s.ImpactoDeRespuestas(); {
	case n > 0:
		i.Tipo, i.Centavos = Costo, n
	case n < 0:
		i.Tipo, i.Centavos = Ahorro, -n
	default:
		i.Ejercicios = 0
		if sinMedir {
			i.Tipo = NoCuantificar
		}
	}
	if sinMedir {
		i.Explicacion = "Hay direcciones normativas que no cuantificaron el impacto."
	}
	return i
}
