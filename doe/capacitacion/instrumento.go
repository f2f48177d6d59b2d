package capacitacion

import (
	"fmt"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/version"
)

// ColeccionInstrumentos is the path of the tests.
const ColeccionInstrumentos = "instrumentos-capacitacion"

// Reactivo is a question of a test.
type Reactivo struct {
	Clave    string   `json:"clave" validate:"required,max=20" doc:"Clave" example:"R01"`
	Tema     string   `json:"tema" validate:"required,max=20" doc:"Clave del tema del curso" example:"LSS"`
	Texto    string   `json:"texto" validate:"required,min=5,max=1000" doc:"Pregunta" example:"¿Quién paga las cuotas del régimen voluntario?"`
	Opciones []string `json:"opciones" validate:"required,min=2,max=6,unique,dive,required,max=500" doc:"Opciones" example:"[\"La persona asegurada\", \"El patrón\"]"`
	// Correcta counts from 1.
	Correcta int `json:"correcta" validate:"min=1,max=6" doc:"Número de la opción correcta, desde 1" example:"1"`
	Puntos   int `json:"puntos" validate:"min=1,max=100" doc:"Puntos que vale" example:"1"`
}

// Prueba is what a test consists of.
type Prueba struct {
	Nombre    string     `json:"nombre" validate:"required,min=5,max=200" doc:"Nombre" example:"Evaluación de orientación básica"`
	Reactivos []Reactivo `json:"reactivos" validate:"required,min=1,max=200,dive" doc:"Reactivos"`
}

// Contestada is the option that someone chose.
type Contestada struct {
	Reactivo string `json:"reactivo" validate:"required,max=20" doc:"Clave del reactivo" example:"R01"`
	Opcion   int    `json:"opcion" validate:"min=1,max=6" doc:"Número de la opción elegida" example:"1"`
}

// Puntaje is what some answers are worth.
type Puntaje struct {
	Valor cantidad.Centesimas `json:"valor" doc:"Calificación, en por ciento" example:"90"`
	Temas []PuntajeTema       `json:"temas" doc:"Por tema, en orden de clave"`
}

// PuntajeTema is what the answers on a theme are worth.
type PuntajeTema struct {
	Tema     string `json:"tema" doc:"Tema" example:"LSS"`
	Logrados int    `json:"logrados" doc:"Puntos logrados" example:"4"`
	Puntos   int    `json:"puntos" doc:"Puntos posibles" example:"5"`
}

// Calificar scores answers: the share of the points won. What is left
// unanswered wins none.
func (p Prueba) Calificar(cs []Contestada) Puntaje {
	var out Puntaje
	logrados, puntos := 0, 0
	for _, r := range p.Reactivos {
		i, hay := slices.BinarySearchFunc(out.Temas, r.Tema, func(t PuntajeTema, k string) int {
			if t.Tema < k {
				return -1
			}
			if t.Tema > k {
				return 1
			}
			return 0
		})
		if !hay {
			out.Temas = slices.Insert(out.Temas, i, PuntajeTema{Tema: r.Tema})
		}
		t := &out.Temas[i]
		t.Puntos, puntos = t.Puntos+r.Puntos, puntos+r.Puntos
		if slices.Contains(cs, Contestada{r.Clave, r.Correcta}) {
			t.Logrados, logrados = t.Logrados+r.Puntos, logrados+r.Puntos
		}
	}
	if puntos > 0 {
		out.Valor = cantidad.Centesimas((logrados*int(cantidad.Entero) + puntos/2) / puntos)
	}
	return out
}

// Instrumento is a test with all its versions. It is restricted: whoever may
// take it does not read it.
type Instrumento struct{ version.Documento[Prueba] }

var pruebaDeEjemplo = Prueba{Nombre: "Evaluación de orientación básica", Reactivos: []Reactivo{
	{Clave: "R01", Tema: "LSS", Texto: "¿Quién paga las cuotas del régimen voluntario?", Opciones: []string{"La persona asegurada", "El patrón"}, Correcta: 1, Puntos: 1},
	{Clave: "R02", Tema: "PEN", Texto: "¿Qué se exige además de la edad para la pensión por vejez?", Opciones: []string{"Nada", "Semanas cotizadas"}, Correcta: 2, Puntos: 3},
}}

func validarPrueba(_ Instrumento, e Prueba, lugar string, _ *tramite.Contexto, f *falla.Fallas) {
	for i, r := range e.Reactivos {
		f.Si(slices.ContainsFunc(e.Reactivos[:i], func(o Reactivo) bool { return o.Clave == r.Clave }), ReglaReactivoRepetido, fmt.Sprintf("%s.reactivos[%d].clave", lugar, i))
		f.Si(r.Correcta > len(r.Opciones), ReglaCorrecta, fmt.Sprintf("%s.reactivos[%d].correcta", lugar, i))
	}
}

// PrimerInstrumento is the example of a test.
var PrimerInstrumento = version.Alta[Prueba]{Clave: "LSS-BASICO", Contenido: pruebaDeEjemplo}

// Instrumentos is the definition of the test.
var Instrumentos = tramite.MustDefinir(instrumentos())

func instrumentos() tramite.Definicion[Instrumento] {
	d := version.Declarar(version.Declaracion[Instrumento, Prueba]{
		Nombre: "instrumento-capacitacion", Coleccion: ColeccionInstrumentos, Serie: "ICA", Rama: doe.Raiz,
		Titulo: "Instrumento de evaluación de conocimientos", Descripcion: "Prueba de lo aprendido en un curso, por versiones. Es reservado: no lo lee quien lo presenta.",
		Elabora: evalua, Revisa: revisa, Autoriza: autoriza, Alcance: doe.Linea,
		Validar: validarPrueba,
		Ejemplo: PrimerInstrumento,
		Reparo:  version.Reparo{Lugar: "R02", Texto: "La redacción da la respuesta."},
	})
	d.Reserva = func(Instrumento) tramite.Reserva { return tramite.Reserva{Restringida: true} }
	// Those who attend the public take the test.
	d.VeReservados = func(a doe.Actor) bool { return a.Puesto != doe.TAOD }
	return d
}
