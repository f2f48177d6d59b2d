package capacitacion

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/version"
)

// The states of an edition.
const (
	Programada tramite.Estado = "programada"
	Convocada  tramite.Estado = "convocada"
	EnCurso    tramite.Estado = "en_curso"
	Concluida  tramite.Estado = "concluida"
	Cancelada  tramite.Estado = "cancelada"
)

// ColeccionEdiciones is the path of the editions, and the names their deadlines.
const (
	ColeccionEdiciones = "ediciones-curso"
	PlazoInicio        = "inicio"
	PlazoCierreEdicion = "conclusion"
)

// MaxCupo is how many places an edition may have: each that accredits is an act
// of the request that ends it.
const MaxCupo = 60

// Sesion is a session of an edition.
type Sesion struct {
	Dia   fecha.Fecha `json:"dia" validate:"required" doc:"Día" example:"2026-03-23"`
	Horas int         `json:"horas" validate:"min=1,max=12" doc:"Horas" example:"5"`
	// Lista says whether its attendance was taken.
	Lista bool `json:"lista,omitempty" hecho:"true" doc:"Si ya se pasó lista"`
}

// Intento is a test taken: its answers stay in the event.
type Intento struct {
	Momento Momento     `json:"momento" doc:"Diagnóstica o final" example:"final"`
	Dia     fecha.Fecha `json:"dia" doc:"Día"`
	Puntaje
}

// Participante is someone in an edition.
type Participante struct {
	Persona string   `json:"persona" validate:"required,max=120" doc:"Identificador de la persona, el sub de su credencial" example:"taod-14-007"`
	OOAD    doe.OOAD `json:"ooad" validate:"required,len=2,digitos" doc:"OOAD de la persona; 09 es el nivel central" example:"14"`
	// What follows tells how it went.
	Lugar      Lugar               `json:"lugar,omitempty" hecho:"true" doc:"Si tiene lugar, espera o se dio de baja"`
	Presente   []int               `json:"presente,omitempty" hecho:"true" doc:"Sesiones a las que asistió, por su número"`
	Intentos   []Intento           `json:"intentos,omitempty" hecho:"true" doc:"Evaluaciones presentadas"`
	Asistencia cantidad.Centesimas `json:"asistencia,omitempty" hecho:"true" doc:"Horas a las que asistió, en por ciento"`
	Resultado  Resultado           `json:"resultado,omitempty" hecho:"true" doc:"Cómo terminó"`
	Motivo     string              `json:"motivo_baja,omitempty" hecho:"true" doc:"Por qué se dio de baja"`
}

// mejor is the best of the final tests; nil when none was taken.
func (p Participante) mejor() *cantidad.Centesimas {
	var out *cantidad.Centesimas
	for i := range p.Intentos {
		if x := &p.Intentos[i]; x.Momento == Final && (out == nil || x.Valor > *out) {
			out = &x.Valor
		}
	}
	return out
}

func (p Participante) finales() int {
	n := 0
	for _, x := range p.Intentos {
		if x.Momento == Final {
			n++
		}
	}
	return n
}

// Impartida is the version of the course that an edition gives, and the test.
type Impartida struct {
	Curso version.Version[Contenido] `json:"version" doc:"Versión del curso"`
	// Instrumento and VersionInstrumento name the test, whose content is kept
	// apart.
	Instrumento        string `json:"instrumento,omitempty" doc:"Folio del instrumento de evaluación"`
	VersionInstrumento int    `json:"version_instrumento,omitempty" doc:"Versión del instrumento" example:"1"`
}

// Edicion is one time that a course is given.
type Edicion struct {
	tramite.Cabecera
	Curso    string `json:"curso" doc:"Clave del curso" example:"ORI-LSS"`
	Programa string `json:"programa,omitempty" doc:"Folio del programa"`
	Linea    string `json:"linea,omitempty" doc:"Renglón del programa"`
	Plan
	// Dirigida are the bodies that may propose participants; all when empty.
	Dirigida      []doe.OOAD      `json:"dirigida,omitempty" doc:"OOAD a los que se dirige la convocatoria; todos si falta"`
	Convoco       tramite.Autoria `json:"convoco,omitzero" doc:"Quién convocó"`
	Impartida     *Impartida      `json:"impartida,omitempty" doc:"Versión del curso y del instrumento, fija desde el inicio"`
	Participantes []Participante  `json:"participantes,omitempty" doc:"Inscritas, en espera y de baja, en orden de llegada"`
	Cancelacion   *Anulacion      `json:"cancelacion,omitempty" doc:"Por qué no se dio"`
}

// Plan is when, where and with whom an edition is given.
type Plan struct {
	Modalidad    Modalidad `json:"modalidad" validate:"required" doc:"Modalidad" example:"en_linea"`
	Sede         string    `json:"sede" validate:"required,max=300" doc:"Sede o medio" example:"Aula virtual"`
	Sesiones     []Sesion  `json:"sesiones" validate:"required,min=1,max=40,dive" doc:"Sesiones, en orden"`
	Cupo         int       `json:"cupo" validate:"min=1,max=60" doc:"Lugares" example:"25"`
	Instructores []string  `json:"instructores" validate:"required,min=1,max=10,unique,dive,required,max=120" doc:"Identificadores de quienes la imparten" example:"[\"cap-02\"]"`
}

// Anulacion is why an edition was not given.
type Anulacion struct {
	Causal CausalCancelar `json:"causal" validate:"required" doc:"Causal" example:"sin_cupo_minimo"`
	Motivo string         `json:"motivo" validate:"required,min=10,max=1000" doc:"Por qué" example:"Se inscribieron dos personas de veinticinco lugares."`
	tramite.Autoria
}

func (p Plan) horas() int {
	n := 0
	for _, s := range p.Sesiones {
		n += s.Horas
	}
	return n
}

// primera and ultima are the first and the last day; none without sessions.
func (p Plan) primera() fecha.Fecha {
	if len(p.Sesiones) == 0 {
		return fecha.Fecha{}
	}
	return p.Sesiones[0].Dia
}

func (p Plan) ultima() fecha.Fecha {
	if len(p.Sesiones) == 0 {
		return fecha.Fecha{}
	}
	return p.Sesiones[len(p.Sesiones)-1].Dia
}

// participante is the one with an identifier; nil when there is none.
func (e *Edicion) participante(persona string) *Participante {
	for i := range e.Participantes {
		if e.Participantes[i].Persona == persona {
			return &e.Participantes[i]
		}
	}
	return nil
}

// acredito says whether a person was accredited by an edition that ended.
func (e *Edicion) acredito(persona string) bool {
	p := e.participante(persona)
	return p != nil && e.Estado == Concluida && p.Resultado == Acredita
}

// con counts who has a place, or waits for one.
func (e Edicion) con(l Lugar) int {
	n := 0
	for i := range e.Participantes {
		if e.Participantes[i].Lugar == l {
			n++
		}
	}
	return n
}

// asentar puts people in: those who fit get a place and the rest wait, in the
// order in which they came.
func (e *Edicion) asentar(ps []Participante) {
	libres := e.Cupo - e.con(Inscrita)
	for _, p := range ps {
		n := Participante{Persona: p.Persona, OOAD: p.OOAD, Lugar: EnEspera}
		if libres > 0 {
			n.Lugar, libres = Inscrita, libres-1
		}
		if x := e.participante(p.Persona); x != nil { // comes back after leaving
			e.Participantes = slices.DeleteFunc(e.Participantes, func(o Participante) bool { return o.Persona == p.Persona })
		}
		e.Participantes = append(e.Participantes, n)
	}
}

// correr gives the places that were left to those who wait.
func (e *Edicion) correr() {
	for i := range e.Participantes {
		if e.con(Inscrita) >= e.Cupo {
			return
		}
		if p := &e.Participantes[i]; p.Lugar == EnEspera {
			p.Lugar = Inscrita
		}
	}
}

// calificar says how each person with a place ended: by the hours attended and
// the best of the final tests, against what the course asks.
func (e *Edicion) calificar() {
	c := e.Impartida.Curso.Contenido
	for i := range e.Participantes {
		p := &e.Participantes[i]
		if p.Lugar != Inscrita {
			continue
		}
		horas := 0
		for _, n := range p.Presente {
			horas += e.Sesiones[n-1].Horas
		}
		p.Asistencia = parte(horas, e.horas())
		p.Resultado = NoAcredita
		m := p.mejor()
		if p.Asistencia >= c.Asistencia && (c.Instrumento == "" || m != nil && *m >= c.Minima) {
			p.Resultado = Acredita
		}
	}
}

// Ediciones is the definition of the edition.
var Ediciones = tramite.MustDefinir(tramite.Definicion[Edicion]{
	Nombre: "edicion-curso", Coleccion: ColeccionEdiciones, Serie: "EDC", Rama: doe.Raiz,
	Titulo: "Edición de un curso", Descripcion: "Cada vez que se da un curso: sesiones, cupo con lista de espera, convocatoria, asistencia, evaluación de conocimientos y acreditación.",
	Estados: []tramite.DefEstado{
		{Nombre: Programada, Categoria: tramite.Abierta, Titulo: "Programada"},
		{Nombre: Convocada, Categoria: tramite.Abierta, Titulo: "Convocada"},
		{Nombre: EnCurso, Categoria: tramite.Abierta, Titulo: "En curso"},
		{Nombre: Concluida, Categoria: tramite.Cerrada, Titulo: "Concluida"},
		{Nombre: Cancelada, Categoria: tramite.Cancelada, Titulo: "Cancelada"},
	},
	Alta: Programar,
	Actos: tramite.Actos[Edicion](
		Reprogramar, Convocar, Inscribir, ProponerParticipantes, DarDeBaja, Iniciar, PasarLista, Evaluar, Concluir, Cancelar, Adjuntar,
	),
	Plazos: []tramite.Plazo[Edicion]{
		{Nombre: PlazoInicio, Titulo: "Primera sesión", Aviso: 5, Claves: tramite.En[Edicion](Programada, Convocada), Frustra: []string{Cancelar.Nombre},
			Fecha: func(r Edicion, _ string) fecha.Fecha { return r.primera() }},
		{Nombre: PlazoCierreEdicion, Titulo: "Conclusión", Aviso: 3, Claves: tramite.En[Edicion](EnCurso), Frustra: []string{Cancelar.Nombre},
			Desde: func(r Edicion, _ string) fecha.Fecha { return r.ultima() }, Termino: termino[Edicion](PlazoCierreEdicion)},
	},
	// Once convened, those to whom it is addressed propose their people.
	Nombradas: func(r Edicion) []tramite.Nombrada {
		if r.Convoco.Por == "" {
			return nil
		}
		return todas(r.Dirigida)
	},
	Indices: []tramite.Indice[Edicion]{
		{Nombre: "curso", Descripcion: "Clave del curso", De: func(r Edicion) string { return r.Curso }},
		{Nombre: "programa", Descripcion: "Folio del programa", De: func(r Edicion) string { return r.Programa }},
		{Nombre: "modalidad", Descripcion: "Modalidad", Valores: modalidades.Claves(), De: func(r Edicion) string { return string(r.Modalidad) }},
		{Nombre: "lugares", Descripcion: "Si quedan lugares", Valores: []string{"si", "no"}, De: func(r Edicion) string {
			if r.con(Inscrita) < r.Cupo {
				return "si"
			}
			return "no"
		}},
	},
	Texto: func(r Edicion) string { return r.Curso + " " + r.Sede },
})
