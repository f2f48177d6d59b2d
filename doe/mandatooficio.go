package doe

import (
	"fmt"
	"strconv"
	"strings"
)

// Oficio words the answer as an official letter in Spanish would, one
// paragraph per line.
func (d Dictamen) Oficio() string {
	switch d.Resultado {
	case Desconocido:
		return fmt.Sprintf("No es posible dictaminar si la %s estaba facultada para %s en materia de %s (%s) el %s: las funciones que constan son las vigentes desde el %s y se desconocen las anteriores.",
			d.Unidad.Nombre, d.Facultad.Acto(), d.Materia, d.Facultad.Capacidad(), d.Dia.EnPalabras(), d.Desde.EnPalabras())
	case NoFacultado:
		return d.negativa()
	}
	var ps []string
	for _, b := range d.Bases {
		ps = append(ps, b.parrafo(d))
	}
	if d.Firma {
		ps = append(ps, "El acto lo firma la persona titular de la unidad, quien la supla o quien tenga delegada su firma con documento vigente.")
	}
	return strings.Join(ps, "\n")
}

// negativa says that the unit may not, and who may.
func (d Dictamen) negativa() string {
	var b strings.Builder
	fmt.Fprintf(&b, "Ninguna función confiere a la %s el acto de %s en materia de %s (%s)", d.Unidad.Nombre, d.Facultad.Acto(), d.Materia, d.Facultad.Capacidad())
	if d.Guardian != "" {
		fmt.Fprintf(&b, " sobre los expedientes que guarda la unidad %s", d.Guardian)
	}
	b.WriteString(", ni le corresponde por jerarquía.")
	switch {
	case len(d.Quienes) > 0:
		b.WriteString(" Corresponde a:")
	case d.Contraparte:
		b.WriteString(" Corresponde a una contraparte ajena a las unidades de la Dirección.")
	default:
		b.WriteString(" Ninguna unidad está facultada.")
	}
	n := 0
	for _, q := range d.Quienes {
		for _, base := range q.Bases {
			fmt.Fprintf(&b, "\n%s la %s, %s", inciso(n), q.Unidad.Nombre, base.razon())
			n++
		}
	}
	return b.String()
}

// inciso is the letter of a paragraph, and its number after the alphabet ends.
func inciso(i int) string {
	if i < 26 {
		return string(rune('a'+i)) + ")"
	}
	return strconv.Itoa(i+1) + ")"
}

// parrafo says that a unit may, and why.
func (b BaseMandato) parrafo(d Dictamen) string {
	s := "Con fundamento en " + fundadoEn(b.Funciones, "el ", "; y en ")
	if b.Clase == BaseRegional {
		s += fmt.Sprintf(", en relación con la política %s del mismo manual", b.Politica.Numero)
	}
	s += fmt.Sprintf(", la %s está facultada para %s en materia de %s (%s)", d.Unidad.Nombre, d.Facultad.Acto(), d.Materia, d.Facultad.Capacidad())
	if len(b.Sobre) > 0 {
		s += " " + b.sobre()
	}
	return s + b.porque()
}

// sobre says on whose records.
func (b BaseMandato) sobre() string {
	switch {
	case b.SuLinea && len(b.Sobre) == 1:
		return "respecto de los expedientes propios"
	case b.SuLinea:
		return "respecto de los expedientes propios y de los que guardan las unidades de su línea de adscripción"
	}
	return "respecto de los expedientes que guardan: " + enumerar(b.Sobre)
}

// porque tells the hole that a basis fills.
func (b BaseMandato) porque() string {
	if b.Clase == BaseExpresa {
		return "." + encargos(b.Funciones)
	}
	s := "." + encargos(b.Funciones) + " Ninguna función lo otorga en su línea de adscripción"
	switch b.Clase {
	case BaseSuficiente, BaseRegional:
		s += fmt.Sprintf("; basta que tenga conferido %s en %s", b.Facultad.Acto(), b.Facultad.Capacidad())
	default:
		s += ": " + b.Via.Explica()
	}
	if b.Hueco.Nota != "" {
		s += ". Razón que consta: " + b.Hueco.Nota
	}
	return s + "."
}

// razon is the same in the list of who may.
func (b BaseMandato) razon() string {
	s := "conforme al " + fundadoEn(b.Funciones, "", "; y al ")
	switch b.Clase {
	case BaseRegional:
		s += ", y a la política " + b.Politica.Numero + " del mismo manual"
	case BaseJerarquica:
		s += ": " + b.Via.Explica()
	}
	if len(b.Sobre) > 0 {
		s += ", " + b.sobre()
	}
	return s + "."
}

// Explica says in Spanish how a hole falls to a unit.
func (v Via) Explica() string {
	switch v {
	case ViaTitular:
		return "el catálogo de huecos recomienda que lo tenga"
	case ViaNombrada:
		return "lo hace la propia unidad que el acto nombra"
	case ViaElabora:
		return "es la superior de la unidad que elabora o propone en la materia"
	case ViaParticipa:
		return "es la superior de la unidad que participa en la materia"
	case ViaSuperior:
		return "es la superior de la unidad que guarda el expediente"
	case ViaRegional:
		return "lo hace la coordinación del OOAD sobre su facultad más cercana"
	case ViaContraparte:
		return "corresponde a una contraparte"
	}
	return ""
}

// fundadoEn cites functions, those of one numeral together: "numeral 7.1.3,
// funciones 4 y 5, del Manual de…", each after an article.
func fundadoEn(cs []CitaFuncion, articulo, union string) string {
	var partes []string
	for i := 0; i < len(cs); {
		j := i
		var ns []string
		for ; j < len(cs) && cs[j].Numeral == cs[i].Numeral && cs[j].Manual.Clave == cs[i].Manual.Clave; j++ {
			ns = append(ns, strconv.Itoa(cs[j].Numero))
		}
		palabra := "función"
		if len(ns) > 1 {
			palabra = "funciones"
		}
		partes = append(partes, articulo+fmt.Sprintf("numeral %s, %s %s, del %s (clave %s, %s)", cs[i].Numeral, palabra, enumerar(ns), cs[i].Manual.Nombre, cs[i].Manual.Clave, edicion(cs[i].Manual)))
		i = j
	}
	return strings.Join(partes, union)
}

func edicion(m Manual) string {
	if m.Vigente.IsZero() {
		return "cuyo texto no dice desde cuándo rige"
	}
	return "vigente desde el " + m.Vigente.EnPalabras()
}

// encargos tells what each function asks of the unit, in the words of the
// catalog, and the ones that grant less than every record.
func encargos(cs []CitaFuncion) string {
	s := ""
	for _, c := range cs {
		s += fmt.Sprintf(" La función %d le encarga: %s.", c.Numero, c.Resumen)
		switch c.Alcance {
		case Propia:
			s += " Se limita a los expedientes propios."
		case Inmediata:
			s += " Se limita a lo propio y a lo de las unidades que dependen de ella directamente."
		case Inferior:
			s += " Se limita a lo propio y a lo de las unidades que dependen de ella."
		}
	}
	return s
}

// enumerar joins words as Spanish does: "a, b y c".
func enumerar[T ~string](xs []T) string {
	var b strings.Builder
	for i, x := range xs {
		switch {
		case i > 0 && i == len(xs)-1:
			b.WriteString(" y ")
		case i > 0:
			b.WriteString(", ")
		}
		b.WriteString(string(x))
	}
	return b.String()
}
