package capacitacion

import (
	"fmt"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
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

// VersionPrueba is one approved version of a test.
type VersionPrueba struct {
	Numero int `json:"numero" doc:"Número de la versión" example:"1"`
	Prueba
	Desde fecha.Fecha `json:"desde" doc:"Primer día en vigor"`
	tramite.Autoria
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
type Instrumento struct {
	tramite.Cabecera
	Clave     string          `json:"clave" doc:"Clave" example:"LSS-BASICO"`
	Borrador  *Prueba         `json:"borrador,omitempty" doc:"Contenido por aprobar"`
	Reparos   []Reparo        `json:"reparos,omitempty" doc:"Con qué se devolvió"`
	Versiones []VersionPrueba `json:"versiones,omitempty" doc:"Versiones aprobadas"`
}

// VersionEn is the version in force on a day; false when there is none.
func (i Instrumento) VersionEn(d fecha.Fecha) (VersionPrueba, bool) {
	for j := len(i.Versiones) - 1; j >= 0; j-- {
		if !d.Before(i.Versiones[j].Desde) {
			return i.Versiones[j], true
		}
	}
	return VersionPrueba{}, false
}

// AltaInstrumento is the input of [ElaborarInstrumento].
type AltaInstrumento struct {
	Clave  string `json:"clave" validate:"required,max=30" doc:"Clave" example:"LSS-BASICO"`
	Prueba Prueba `json:"prueba" validate:"required" doc:"Contenido"`
}

var pruebaDeEjemplo = Prueba{Nombre: "Evaluación de orientación básica", Reactivos: []Reactivo{
	{Clave: "R01", Tema: "LSS", Texto: "¿Quién paga las cuotas del régimen voluntario?", Opciones: []string{"La persona asegurada", "El patrón"}, Correcta: 1, Puntos: 1},
	{Clave: "R02", Tema: "PEN", Texto: "¿Qué se exige además de la edad para la pensión por vejez?", Opciones: []string{"Nada", "Semanas cotizadas"}, Correcta: 2, Puntos: 3},
}}

func validarPrueba(e Prueba, lugar string, f *falla.Fallas) {
	for i, r := range e.Reactivos {
		f.Si(slices.ContainsFunc(e.Reactivos[:i], func(o Reactivo) bool { return o.Clave == r.Clave }), ReglaReactivoRepetido, fmt.Sprintf("%s.reactivos[%d].clave", lugar, i))
		f.Si(r.Correcta > len(r.Opciones), ReglaCorrecta, fmt.Sprintf("%s.reactivos[%d].correcta", lugar, i))
	}
}

// ElaborarInstrumento drafts a test.
var ElaborarInstrumento = tramite.Acto[Instrumento, AltaInstrumento]{
	Nombre: "elaborar", Titulo: "Elaborar instrumento", Descripcion: "Elabora una evaluación de conocimientos: reactivos por tema, con su opción correcta y sus puntos.",
	A: tramite.Hacia(EnElaboracion), Facultades: evalua, Alcance: doe.Linea,
	Validar: func(_ Instrumento, e AltaInstrumento, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(c.FolioDe(ColeccionInstrumentos, e.Clave) != "", ReglaClaveRepetida, "body.clave")
		validarPrueba(e.Prueba, "body.prueba", f)
	},
	Aplicar: func(r *Instrumento, e AltaInstrumento, _ tramite.Suceso) { r.Clave, r.Borrador = e.Clave, &e.Prueba },
	Ejemplo: AltaInstrumento{Clave: "LSS-BASICO", Prueba: pruebaDeEjemplo},
}

// CorregirInstrumento replaces the draft, or opens the next version.
var CorregirInstrumento = tramite.Acto[Instrumento, Prueba]{
	Nombre: "corregir", Titulo: "Corregir o abrir versión", Descripcion: "Sustituye el borrador; de un instrumento vigente abre la versión siguiente.",
	De: tramite.Desde(EnElaboracion, PorCorregir, Vigente), A: tramite.Hacia(EnElaboracion), Facultades: evalua, Alcance: doe.Linea,
	Validar: func(_ Instrumento, e Prueba, _ *tramite.Contexto, f *falla.Fallas) { validarPrueba(e, "body", f) },
	Aplicar: func(r *Instrumento, e Prueba, _ tramite.Suceso) { r.Borrador = &e },
	Ejemplo: pruebaDeEjemplo,
}

// DevolverInstrumento returns a draft with remarks.
var DevolverInstrumento = tramite.Acto[Instrumento, Devolucion]{
	Nombre: "devolver", Titulo: "Devolver", Descripcion: "Devuelve el borrador con lo que debe corregirse.",
	De: tramite.Desde(EnElaboracion), A: tramite.Hacia(PorCorregir), Facultades: revisa, Alcance: doe.Linea,
	Aplicar: func(r *Instrumento, e Devolucion, _ tramite.Suceso) { r.Reparos = e.Reparos },
	Ejemplo: Devolucion{Reparos: []Reparo{{Lugar: "R02", Texto: "La redacción da la respuesta."}}},
}

// AutorizarInstrumento puts the draft in force.
var AutorizarInstrumento = tramite.Acto[Instrumento, Vigor]{
	Nombre: "autorizar", Titulo: "Autorizar", Descripcion: "Autoriza el borrador; cada edición conserva la versión de su primera sesión.",
	De: tramite.Desde(EnElaboracion), A: tramite.Hacia(Vigente), Facultades: autoriza, Alcance: doe.Linea,
	Validar: func(r Instrumento, e Vigor, c *tramite.Contexto, f *falla.Fallas) {
		var anterior fecha.Fecha
		if n := len(r.Versiones); n > 0 {
			anterior = r.Versiones[n-1].Desde
		}
		vigor(e, anterior, c, f)
	},
	Aplicar: func(r *Instrumento, e Vigor, s tramite.Suceso) {
		r.Versiones = append(r.Versiones, VersionPrueba{Numero: len(r.Versiones) + 1, Prueba: *r.Borrador, Desde: e.Desde, Autoria: s.Autoria()})
		r.Borrador, r.Reparos = nil, nil
	},
	Ejemplo: Vigor{Desde: fecha.MustParse("2026-03-02")},
}

// RetirarInstrumento ends a test that is taken no more.
var RetirarInstrumento = tramite.Acto[Instrumento, tramite.Retiro]{
	Nombre: "retirar", Titulo: "Retirar", Descripcion: "El instrumento deja de aplicarse.",
	De: tramite.Desde(Vigente), A: tramite.Hacia(Retirado), Facultades: autoriza, Alcance: doe.Linea,
	Aplicar: func(*Instrumento, tramite.Retiro, tramite.Suceso) {},
	Ejemplo: tramite.Retiro{Motivo: "Sus reactivos se filtraron"},
}

// Instrumentos is the definition of the test.
var Instrumentos = tramite.MustDefinir(tramite.Definicion[Instrumento]{
	Nombre: "instrumento-capacitacion", Coleccion: ColeccionInstrumentos, Serie: "ICA", Rama: doe.Raiz,
	Titulo: "Instrumento de evaluación de conocimientos", Descripcion: "Prueba de lo aprendido en un curso, por versiones. Es reservado: no lo lee quien lo presenta.",
	Estados: estadosVersion(),
	Alta:    ElaborarInstrumento, Actos: tramite.Actos[Instrumento](CorregirInstrumento, DevolverInstrumento, AutorizarInstrumento, RetirarInstrumento),
	Segregacion: tramite.Segregacion{Modo: tramite.SeRehusa},
	Reserva:     func(Instrumento) tramite.Reserva { return tramite.Reserva{Restringida: true} },
	// Those who attend the public take the test.
	VeReservados: func(a doe.Actor) bool { return a.Puesto != doe.TAOD },
	Unica:        func(r Instrumento) string { return r.Clave },
	Indices:      []tramite.Indice[Instrumento]{{Nombre: "clave", Descripcion: "Clave", De: func(r Instrumento) string { return r.Clave }}},
})
