package acuerdo

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// ColeccionLibros is the path of the books of minutes.
const ColeccionLibros = "libros-actas"

// LibroCerrado is the state of a book that takes no more minutes; an open one
// is [tramite.Vigente].
const LibroCerrado tramite.Estado = "cerrado"

// Libro is the book of minutes of a committee for a year: it numbers them, one
// after the other.
type Libro struct {
	tramite.Cabecera
	Comite    string  `json:"comite" doc:"Clave del comité o de la junta" example:"comite-evaluacion"`
	Nombre    string  `json:"nombre" doc:"Nombre" example:"Comité de Evaluación de Órganos Desconcentrados"`
	Ejercicio int     `json:"ejercicio" doc:"Año" example:"2026"`
	Actas     []Acta  `json:"actas,omitempty" doc:"Actas, por su número"`
	Cierre    *Cierre `json:"cierre,omitempty" doc:"Por qué se cerró"`
}

// Acta is a numbered set of minutes.
type Acta struct {
	Numero   int    `json:"numero" doc:"Número consecutivo" example:"3"`
	Reunion  string `json:"reunion" doc:"Folio de la reunión" example:"REU-2026-09-0000001-X"`
	Acuerdos int    `json:"acuerdos" doc:"Cuántos acuerdos nacieron" example:"4"`
	// Celebrada and Asentada are the days of the meeting and of its signature.
	Celebrada fecha.Fecha `json:"celebrada" doc:"Día de la reunión" example:"2026-03-12"`
	Asentada  fecha.Fecha `json:"asentada" doc:"Día en que se asentó" example:"2026-03-20"`
}

// Apertura is the input of [AbrirLibro].
type Apertura struct {
	Comite    string `json:"comite" validate:"required,max=60" doc:"Clave del comité o de la junta, en minúsculas con guiones" example:"comite-evaluacion"`
	Nombre    string `json:"nombre" validate:"required,max=200" doc:"Nombre" example:"Comité de Evaluación de Órganos Desconcentrados"`
	Ejercicio int    `json:"ejercicio" validate:"min=2000,max=2199" doc:"Año" example:"2026"`
}

// AbrirLibro opens a book.
var AbrirLibro = tramite.Acto[Libro, Apertura]{
	Nombre: "abrir", Titulo: "Abrir libro", Descripcion: "Abre el libro de actas de un comité o junta para un año.",
	A: tramite.Hacia(tramite.Vigente), Facultades: coordina, Alcance: doe.Linea,
	Validar: func(r Libro, e Apertura, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(!esClave(e.Comite), ReglaClave, "body.comite")
		f.Si(c.FolioDe(ColeccionLibros, claveLibro(e.Comite, e.Ejercicio, r.OOAD)) != "", ReglaLibroAbierto, "body.comite")
	},
	Aplicar: func(r *Libro, e Apertura, _ tramite.Suceso) {
		r.Comite, r.Nombre, r.Ejercicio = e.Comite, e.Nombre, e.Ejercicio
	},
	Ejemplo: Apertura{Comite: "comite-evaluacion", Nombre: "Comité de Evaluación de Órganos Desconcentrados", Ejercicio: 2026},
}

// esClave says whether a key is made of lower-case ASCII words and numbers
// joined by hyphens.
func esClave(s string) bool {
	if s == "" || strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
		return false
	}
	return !strings.HasPrefix(s, "-") && !strings.HasSuffix(s, "-") && !strings.Contains(s, "--")
}

func claveLibro(comite string, ejercicio int, o doe.OOAD) string {
	return fmt.Sprintf("%s/%s/%d", o, comite, ejercicio)
}

// Asiento is the input of [Asentar].
type Asiento struct {
	Reunion   string      `json:"reunion" validate:"required,max=60" doc:"Folio de la reunión" example:"REU-2026-09-0000001-X"`
	Celebrada fecha.Fecha `json:"celebrada" validate:"required" doc:"Día de la reunión" example:"2026-03-12"`
	Acuerdos  int         `json:"acuerdos" validate:"min=0,max=1000" doc:"Cuántos acuerdos nacen" example:"4"`
	// Numero is the next one of the book.
	Numero int `json:"numero,omitempty" hecho:"true" doc:"Número que toma"`
}

// Asentar enters signed minutes and gives them the next number.
var Asentar = tramite.Acto[Libro, Asiento]{
	Nombre: "asentar", Titulo: "Asentar", Interno: true,
	Descripcion: "Da al acta firmada el número que sigue en el libro; se sigue de suscribirla o asentarla.",
	De:          tramite.Desde(tramite.Vigente, LibroCerrado), Contrapartes: []tramite.Contraparte{{Rol: doe.Sistema}},
	Fijar: func(r Libro, e *Asiento, _ *tramite.Contexto) { e.Numero = len(r.Actas) + 1 },
	Aplicar: func(r *Libro, e Asiento, s tramite.Suceso) {
		r.Actas = append(r.Actas, Acta{Numero: e.Numero, Reunion: e.Reunion, Acuerdos: e.Acuerdos, Celebrada: e.Celebrada, Asentada: s.Dia})
	},
	Ordena: func(_ Libro, e Asiento, _ *tramite.Contexto) []tramite.Orden {
		return []tramite.Orden{{Coleccion: ColeccionReuniones, Folio: e.Reunion, Acto: Numerar.Nombre, Entrada: Numero{Acta: e.Numero}, ComoSistema: true}}
	},
	Ejemplo: Asiento{Reunion: "REU-2026-09-0000001-X", Celebrada: fecha.MustParse("2026-03-12"), Acuerdos: 4},
}

// CerrarLibro closes a book: no further meeting is convened on it; those
// already convened still take their number.
var CerrarLibro = tramite.Acto[Libro, Cierre]{
	Nombre: "cerrar", Titulo: "Cerrar libro", Descripcion: "Cierra el libro: ya no se convoca sobre él; lo ya convocado toma todavía su número.",
	De: tramite.Desde(tramite.Vigente), A: tramite.Hacia(LibroCerrado), Facultades: coordina, Alcance: doe.Linea, Firma: true,
	Aplicar: func(r *Libro, e Cierre, s tramite.Suceso) {
		e.Autoria = autoria(s)
		r.Cierre = &e
	},
	Ejemplo: Cierre{Motivo: "Terminó el ejercicio y se asentó la última acta."},
}

// Libros is the definition of the book of minutes.
var Libros = tramite.MustDefinir(tramite.Definicion[Libro]{
	Nombre: "libro-actas", Coleccion: ColeccionLibros, Serie: "LIB", Rama: doe.Raiz,
	Titulo: "Libro de actas", Descripcion: "Libro de un comité o junta para un año; numera sus actas sin huecos.",
	Estados: []tramite.DefEstado{
		{Nombre: tramite.Vigente, Categoria: tramite.Abierta, Titulo: "Abierto"},
		{Nombre: LibroCerrado, Categoria: tramite.Cerrada, Titulo: "Cerrado"},
	},
	Alta: AbrirLibro, Actos: tramite.Actos[Libro](Asentar, CerrarLibro),
	Unica: func(r Libro) string { return claveLibro(r.Comite, r.Ejercicio, r.OOAD) },
	Indices: []tramite.Indice[Libro]{
		{Nombre: "comite", Descripcion: "Clave del comité o de la junta", De: func(r Libro) string { return r.Comite }},
		{Nombre: "ejercicio", Descripcion: "Año", De: func(r Libro) string { return strconv.Itoa(r.Ejercicio) }},
	},
	Texto: func(r Libro) string { return r.Nombre },
})

// Renglon is a meeting of a committee as its book shows it.
type Renglon struct {
	// Numero is that of the minutes, none while they are not signed.
	Numero    int            `json:"numero,omitempty" doc:"Número del acta; falta mientras no se asienta" example:"3"`
	Folio     string         `json:"folio" doc:"Folio de la reunión" example:"REU-2026-09-0000001-X"`
	Titulo    string         `json:"titulo" doc:"Título"`
	Clase     Clase          `json:"clase" doc:"Clase de reunión" example:"comite"`
	Estado    tramite.Estado `json:"estado" doc:"Cómo está la reunión" example:"concluida"`
	Celebrada fecha.Fecha    `json:"fecha" doc:"Día de la reunión" example:"2026-03-12"`
	// Diferida says how often it was moved.
	Diferida     int      `json:"diferida" doc:"Veces que se difirió" example:"0"`
	Convocatoria int      `json:"convocatoria,omitempty" doc:"Convocatoria en que hubo quórum" example:"1"`
	Asistieron   int      `json:"asistieron" doc:"Convocados que asistieron" example:"5"`
	Acuerdos     []string `json:"acuerdos" doc:"Claves de los acuerdos de la minuta" example:"[\"A1\", \"A2\"]"`
}

// Renglones is the book as it is read: the numbered minutes in order, then
// what has none yet, by date.
func Renglones(rs []Reunion) []Renglon {
	out := make([]Renglon, 0, len(rs))
	for _, r := range rs {
		x := Renglon{Numero: r.Acta, Folio: r.Folio, Titulo: r.Titulo, Clase: r.Clase, Estado: r.Estado, Celebrada: r.Inicio.Dia(), Diferida: len(r.Diferimientos), Acuerdos: []string{}}
		if q, ok := r.Quorum(); ok && q.Hay {
			x.Convocatoria = q.Convocatoria
		}
		for _, c := range r.Convocados {
			if c.Asistencia != nil {
				x.Asistieron++
			}
		}
		if m, ok := r.UltimaMinuta(); ok {
			for _, p := range m.Pactos {
				x.Acuerdos = append(x.Acuerdos, p.Clave)
			}
		}
		out = append(out, x)
	}
	slices.SortFunc(out, func(a, b Renglon) int {
		switch {
		case (a.Numero == 0) != (b.Numero == 0):
			return b.Numero - a.Numero
		case a.Numero != b.Numero:
			return a.Numero - b.Numero
		case a.Celebrada != b.Celebrada:
			return a.Celebrada.Compare(b.Celebrada)
		}
		return strings.Compare(a.Folio, b.Folio)
	})
	return out
}
