package ejemplo

import (
	_ "embed"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"

	"github.com/operacion-abierta/operacion/siade"
)

//go:embed plantillas.txt
var textoPlantillas string

// Etiquetada is a made-up petition with how it should be classified, to teach
// and to measure who suggests. It is written as people write: some with
// greetings, without accents, misspelt or shouting.
type Etiquetada struct {
	// Plantilla is the line that it was made from. Those of one line are alike:
	// what is measured must not be taught with others of the same.
	Plantilla     int
	Canal         siade.Canal
	Peticionario  siade.TipoPeticionario
	Relato        string
	Clasificacion siade.Clasificacion
}

// plantilla is a text with choices.
type plantilla struct {
	clasificacion siade.Clasificacion
	relato        string
}

var plantillas = sync.OnceValue(func() []plantilla {
	ps, err := leerPlantillas(textoPlantillas)
	if err != nil {
		panic(err) // the file is part of the program, and a test reads it
	}
	return ps
})

func leerPlantillas(s string) ([]plantilla, error) {
	var out []plantilla
	n := 0
	for l := range strings.Lines(s) {
		n++
		if strings.HasPrefix(l, "#") {
			continue
		}
		cabeza, relato, ok := strings.Cut(strings.TrimSpace(l), " | ")
		ws := strings.Fields(cabeza)
		if !ok || len(ws) != 5 {
			return nil, fmt.Errorf("ejemplo: line %d of the templates is faulty", n)
		}
		c := siade.Clasificacion{Tipo: siade.Tipo(ws[0]), Tema: ws[1], Servicio: ws[2], Gravedad: siade.Gravedad(ws[3])}
		if ws[4] != "-" {
			c.Sensible, c.Sensibilidad = true, siade.Sensibilidad(ws[4])
		}
		out = append(out, plantilla{c, relato})
	}
	return out, nil
}

// huecos are the lists that a template names.
var huecos = map[string][]string{
	"fam": {
		"mi mamá", "mi papá", "mi esposa", "mi esposo", "mi abuela", "mi abuelito", "mi suegra", "mi hermano", "mi hermana", "mi tía", "mi señora madre", "mi hija", "mi hijo",
		"mi cuñado", "mi nuera", "mi padre", "mi madre",
	},
	"umf":    {"la UMF 15", "la clínica 28", "la unidad 4", "la clínica de mi colonia", "la UMF", "la clínica 7", "mi clínica", "la unidad de medicina familiar 33"},
	"hosp":   {"el hospital regional", "el general de zona", "el hospital 6", "La Raza", "el HGZ 32", "el centro médico", "el hospital de especialidades", "el HGR"},
	"tiempo": {"dos semanas", "tres meses", "casi un año", "varios días", "mes y medio", "seis meses", "quince días", "más de un mes", "dos años", "cuatro semanas"},
	"veces":  {"dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho"},
	"meses":  {"tres", "cuatro", "cinco", "seis", "siete", "ocho"},
	"mes":    {"enero", "marzo", "mayo", "julio", "agosto", "octubre", "diciembre", "el próximo año"},
	"dia":    {"ayer", "el lunes", "el martes pasado", "el viernes", "la semana pasada", "antier", "hoy en la mañana", "anoche", "el domingo", "este jueves"},
	"hora":   {"ocho de la mañana", "nueve", "doce del día", "cuatro de la tarde", "siete"},
	"med": {
		"el losartán", "la metformina", "el medicamento de la presión", "mis gotas para los ojos", "el omeprazol", "la levotiroxina", "mi pastilla de la tiroides", "el clonazepam",
		"la pregabalina", "las tiras para medir la glucosa", "mi inhalador", "el medicamento de la artritis",
	},
	"esp": {
		"cardiología", "ortopedia", "oftalmología", "neurología", "reumatología", "urología", "dermatología", "endocrinología", "otorrinolaringología", "gastroenterología", "ginecología",
		"traumatología",
	},
	"est":   {"ultrasonido", "resonancia", "tomografía", "radiografía", "mastografía", "electrocardiograma", "densitometría", "química sanguínea"},
	"quien": {"la señorita de la ventanilla", "la recepcionista", "el encargado", "la asistente médica", "el empleado del mostrador", "una trabajadora", "la enfermera", "el de la puerta"},
}

var (
	saludosDe = []string{
		"Buenos días. ", "Buenas tardes, ", "Hola, ", "A quien corresponda: ", "Disculpe, ", "Por medio de la presente, ", "Muy buenas noches. ", "Oiga, ", "Estimados señores, ",
	}
	cierres = []string{
		" Gracias.", " De antemano agradezco su apoyo.", " Espero su respuesta.", " Quedo atento.", " Saludos cordiales.", " Por su atención, gracias.", " Ojalá me contesten pronto.", " Bendiciones.",
	}
)

// Etiquetadas makes up so many petitions of each template, in its order.
func Etiquetadas(azar *rand.Rand, porPlantilla int) []Etiquetada {
	ps := plantillas()
	out := make([]Etiquetada, 0, len(ps)*porPlantilla)
	for i := range ps {
		for range porPlantilla {
			e := Etiquetada{Plantilla: i, Canal: uno(azar, canales), Peticionario: siade.Derechohabiente, Clasificacion: ps[i].clasificacion}
			if azar.IntN(6) == 0 {
				e.Peticionario = siade.PoblacionUsuaria
			}
			e.Relato = descuidar(azar, vestir(azar, expandir(azar, ps[i].relato)))
			out = append(out, e)
		}
	}
	return out
}

// expandir makes the choices of a template.
func expandir(azar *rand.Rand, s string) string {
	var b strings.Builder
	for {
		i := strings.IndexAny(s, "[{")
		if i < 0 {
			b.WriteString(s)
			return b.String()
		}
		b.WriteString(s[:i])
		fin := i + strings.IndexAny(s[i:], "]}")
		dentro := s[i+1 : fin]
		if s[i] == '[' {
			b.WriteString(uno(azar, strings.Split(dentro, "|")))
		} else {
			b.WriteString(uno(azar, huecos[dentro]))
		}
		s = s[fin+1:]
	}
}

// vestir adds what people put before and after.
func vestir(azar *rand.Rand, s string) string {
	if azar.IntN(3) == 0 {
		s = uno(azar, saludosDe) + s
	}
	if s += uno(azar, []string{".", "", "!", "..."}); azar.IntN(4) == 0 {
		s += uno(azar, cierres)
	}
	return s
}

var sinAcentos = strings.NewReplacer("á", "a", "é", "e", "í", "i", "ó", "o", "ú", "u", "Á", "A", "É", "E", "Í", "I", "Ó", "O", "Ú", "U", "ñ", "n", "¿", "", "¡", "")

// faltas are the usual misspellings.
var faltas = [][2]string{
	{"v", "b"}, {"b", "v"}, {"ce", "se"}, {"ci", "si"}, {"z", "s"}, {"s", "c"}, {"h", ""}, {"ll", "y"}, {"ge", "je"}, {"que", "k"}, {"qu", "k"}, {"porque", "xq"}, {"rr", "r"}, {"m", "n"}, {"x", "cs"},
}

// descuidar writes the text as in a hurry: half of them go with faults.
func descuidar(azar *rand.Rand, s string) string {
	n := azar.IntN(10)
	if n < 4 {
		return s
	}
	s = sinAcentos.Replace(s)
	switch {
	case n == 8:
		s = strings.ToUpper(s)
	case n > 4:
		s = strings.ToLower(s)
	}
	if n < 6 {
		return s
	}
	ws := strings.Split(s, " ")
	for range 1 + len(ws)/6 {
		i := azar.IntN(len(ws))
		ws[i] = errar(azar, ws[i])
	}
	return strings.Join(ws, " ")
}

// errar misspells a word, or slips a letter of it.
func errar(azar *rand.Rand, w string) string {
	if len(w) < 4 {
		return w
	}
	if f := uno(azar, faltas); strings.Contains(w, f[0]) {
		return strings.Replace(w, f[0], f[1], 1)
	}
	rs := []rune(w)
	i := 1 + azar.IntN(len(rs)-2)
	switch azar.IntN(3) {
	case 0:
		rs = slices.Delete(rs, i, i+1)
	case 1:
		rs[i], rs[i+1] = rs[i+1], rs[i]
	default:
		rs = slices.Insert(rs, i, rs[i])
	}
	return string(rs)
}

//go:embed lexico.txt
var textoLexico string

// Lexema are the words proper to a class of a subject of the classification.
type Lexema struct {
	// Blanco is tipo, tema, servicio, gravedad or sensible.
	Blanco, Clase, Palabras string
}

// Lexico gives the words proper to each class, for who suggests to know
// something before any petition is seen.
func Lexico() []Lexema {
	var out []Lexema
	for l := range strings.Lines(textoLexico) {
		if blanco, resto, ok := strings.Cut(strings.TrimSpace(l), " "); ok && blanco != "#" {
			clase, palabras, _ := strings.Cut(resto, " ")
			out = append(out, Lexema{blanco, clase, palabras})
		}
	}
	return out
}
