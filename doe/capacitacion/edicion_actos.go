package capacitacion

import (
	"fmt"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// AltaEdicion is the input of [Programar].
type AltaEdicion struct {
	Curso string `json:"curso" validate:"required,max=30" doc:"Clave del curso" example:"ORI-LSS"`
	// Programa and Linea come together, or neither.
	Programa string `json:"programa,omitempty" validate:"omitempty,max=60" doc:"Folio del programa, si es de uno" example:"PCA-2026-09-0000001-X"`
	Linea    string `json:"linea,omitempty" validate:"omitempty,max=20" doc:"Renglón del programa" example:"L1"`
	Plan
}

var planDeEjemplo = Plan{
	Modalidad: EnLinea, Sede: "Aula virtual", Cupo: 25, Instructores: []string{"cap-02"},
	Sesiones: []Sesion{{Dia: fecha.MustParse("2026-03-23"), Horas: 5}, {Dia: fecha.MustParse("2026-03-24"), Horas: 5}},
}

func validarPlan(p Plan, curso string, c *tramite.Contexto, f *falla.Fallas) {
	for i, s := range p.Sesiones {
		f.Si(s.Dia.Before(c.Hoy()) || i > 0 && s.Dia.Before(p.Sesiones[i-1].Dia), ReglaSesiones, fmt.Sprintf("body.sesiones[%d].dia", i))
	}
	if v := cursoEn(curso, p.primera(), c); !f.Si(v == nil, ReglaSinCurso, "body.curso") {
		f.Si(p.horas() != v.Contenido.Horas(), ReglaHoras, "body.sesiones", v.Contenido.Horas())
	}
}

// deNuevo are the sessions without attendance.
func deNuevo(ss []Sesion) []Sesion {
	out := slices.Clone(ss)
	for i := range out {
		out[i].Lista = false
	}
	return out
}

// Programar opens an edition.
var Programar = tramite.Acto[Edicion, AltaEdicion]{
	Nombre: "programar", Titulo: "Programar edición", Descripcion: "Programa una edición de un curso vigente: sesiones que suman sus horas, cupo e instructores; de un renglón de un programa autorizado, o fuera de programa.",
	A: tramite.Hacia(Programada), Facultades: coordina, Alcance: doe.Linea,
	Validar: func(_ Edicion, e AltaEdicion, c *tramite.Contexto, f *falla.Fallas) {
		validarPlan(e.Plan, e.Curso, c, f)
		f.Si((e.Programa == "") != (e.Linea == ""), ReglaRenglon, "body.linea")
		if e.Programa == "" || e.Linea == "" {
			return
		}
		p := tramite.Hallar[Programa](c, ColeccionProgramas, e.Programa)
		if f.Si(p == nil || p.Estado != Autorizado, ReglaSinPrograma, "body.programa") {
			return
		}
		l := p.linea(e.Linea)
		f.Si(l == nil || l.Curso != e.Curso, ReglaRenglon, "body.linea")
	},
	Fijar: func(_ Edicion, e *AltaEdicion, _ *tramite.Contexto) { e.Sesiones = deNuevo(e.Sesiones) },
	Aplicar: func(r *Edicion, e AltaEdicion, _ tramite.Suceso) {
		r.Curso, r.Programa, r.Linea, r.Plan = e.Curso, e.Programa, e.Linea, e.Plan
	},
	Ejemplo: AltaEdicion{Curso: "ORI-LSS", Plan: planDeEjemplo},
}

// Reprogramar changes when, where and with whom it is given, before it starts.
var Reprogramar = tramite.Acto[Edicion, Plan]{
	Nombre: "reprogramar", Titulo: "Reprogramar", Descripcion: "Cambia sesiones, sede, cupo o instructores antes de que empiece; si crece el cupo, entran quienes esperan.",
	De: tramite.Desde(Programada, Convocada), Facultades: coordina, Alcance: doe.Linea,
	Validar: func(r Edicion, e Plan, c *tramite.Contexto, f *falla.Fallas) {
		validarPlan(e, r.Curso, c, f)
		f.Si(e.Cupo < r.con(Inscrita), ReglaCupo, "body.cupo", r.con(Inscrita))
	},
	Fijar: func(_ Edicion, e *Plan, _ *tramite.Contexto) { e.Sesiones = deNuevo(e.Sesiones) },
	Aplicar: func(r *Edicion, e Plan, _ tramite.Suceso) {
		r.Plan = e
		r.correr()
	},
	Ejemplo: planDeEjemplo,
}

// Convocatoria is the input of [Convocar].
type Convocatoria struct {
	// Dirigida are bodies; all when empty.
	Dirigida []doe.OOAD `json:"dirigida,omitempty" validate:"omitempty,max=35,unique,dive,len=2,digitos" doc:"OOAD a los que se dirige; todos si falta" example:"[\"14\"]"`
}

// Convocar makes an edition known: the coordinations propose their people.
var Convocar = tramite.Acto[Edicion, Convocatoria]{
	Nombre: "convocar", Titulo: "Convocar", Descripcion: "Da a conocer la edición; las coordinaciones de los OOAD a los que se dirige proponen participantes.",
	De: tramite.Desde(Programada), A: tramite.Hacia(Convocada), Facultades: difunde, Alcance: doe.Linea,
	Validar: func(_ Edicion, e Convocatoria, _ *tramite.Contexto, f *falla.Fallas) {
		for i, o := range e.Dirigida {
			f.Si(!esOOAD(o) || o == doe.NivelCentral, ReglaOOAD, fmt.Sprintf("body.dirigida[%d]", i))
		}
	},
	Aplicar: func(r *Edicion, e Convocatoria, s tramite.Suceso) { r.Dirigida, r.Convoco = e.Dirigida, s.Autoria() },
	Ejemplo: Convocatoria{Dirigida: []doe.OOAD{"14"}},
}

// Inscripcion is the input that enrols.
type Inscripcion struct {
	Participantes []Participante `json:"participantes" validate:"required,min=1,max=60,dive" doc:"Quiénes"`
}

func validarInscripcion(r Edicion, e Inscripcion, c *tramite.Contexto, f *falla.Fallas) {
	for i, p := range e.Participantes {
		lugar := fmt.Sprintf("body.participantes[%d]", i)
		f.Si(!esOOAD(p.OOAD) || c.Actor.Unidad.Regional() && p.OOAD != c.Actor.OOAD, ReglaOOAD, lugar+".ooad")
		x := r.participante(p.Persona)
		doble := slices.ContainsFunc(e.Participantes[:i], func(o Participante) bool { return o.Persona == p.Persona })
		f.Si(doble || x != nil && x.Lugar != DeBaja || slices.Contains(r.Instructores, p.Persona), ReglaInscrita, lugar+".persona")
	}
	f.Si(r.con(Inscrita)+r.con(EnEspera)+len(e.Participantes) > 3*r.Cupo, ReglaEspera, "body.participantes", 3*r.Cupo)
}

var inscripcionDeEjemplo = Inscripcion{Participantes: []Participante{{Persona: "taod-14-007", OOAD: "14"}}}

// Inscribir enrols people; those who do not fit wait.
var Inscribir = tramite.Acto[Edicion, Inscripcion]{
	Nombre: "inscribir", Titulo: "Inscribir", Descripcion: "Inscribe a personas; las que no caben esperan, en el orden en que llegaron.",
	De: tramite.Desde(Programada, Convocada), Facultades: registra, Alcance: doe.Linea, Validar: validarInscripcion,
	Aplicar: func(r *Edicion, e Inscripcion, _ tramite.Suceso) { r.asentar(e.Participantes) },
	Ejemplo: inscripcionDeEjemplo,
}

// ProponerParticipantes is how a coordination enrols its own people.
var ProponerParticipantes = tramite.Acto[Edicion, Inscripcion]{
	Nombre: "proponer-participantes", Titulo: "Proponer participantes", Descripcion: "La coordinación de un OOAD al que se dirige la convocatoria propone a su personal, que toma lugar o espera.",
	De: tramite.Desde(Convocada), Facultades: propone, Nombradas: true, Validar: validarInscripcion,
	Aplicar: func(r *Edicion, e Inscripcion, _ tramite.Suceso) { r.asentar(e.Participantes) },
	Ejemplo: inscripcionDeEjemplo,
}

// Salida is the input of [DarDeBaja].
type Salida struct {
	Persona string `json:"persona" validate:"required,max=120" doc:"Identificador de la persona" example:"taod-14-007"`
	Motivo  string `json:"motivo" validate:"required,min=5,max=500" doc:"Por qué" example:"Cambió de turno."`
}

// DarDeBaja frees a place, which the first who waits takes.
var DarDeBaja = tramite.Acto[Edicion, Salida]{
	Nombre: "dar-de-baja", Titulo: "Dar de baja", Descripcion: "Da de baja a una persona; antes de que empiece, su lugar lo toma quien espera primero.",
	De: tramite.Desde(Programada, Convocada, EnCurso), Facultades: registra, Alcance: doe.Linea,
	Validar: func(r Edicion, e Salida, _ *tramite.Contexto, f *falla.Fallas) {
		p := r.participante(e.Persona)
		f.Si(p == nil || p.Lugar == DeBaja, ReglaNoInscrita, "body.persona")
	},
	Aplicar: func(r *Edicion, e Salida, _ tramite.Suceso) {
		if p := r.participante(e.Persona); p != nil {
			p.Lugar, p.Motivo = DeBaja, e.Motivo
		}
		if r.Estado != EnCurso {
			r.correr()
		}
	},
	Ejemplo: Salida{Persona: "taod-14-007", Motivo: "Cambió de turno."},
}

// Inicio is the input of [Iniciar].
type Inicio struct {
	Impartida *Impartida `json:"impartida,omitempty" hecho:"true" doc:"Versión del curso y del instrumento"`
}

// impartida is what the edition gives: the versions of its first day.
func impartida(r Edicion, c *tramite.Contexto) *Impartida {
	v := cursoEn(r.Curso, r.primera(), c)
	if v == nil {
		return nil
	}
	out := &Impartida{Curso: *v}
	if v.Contenido.Instrumento != "" {
		i := tramite.HallarClave[Instrumento](c, ColeccionInstrumentos, v.Contenido.Instrumento)
		if i == nil {
			return nil
		}
		p, ok := i.En(r.primera())
		if !ok {
			return nil
		}
		out.Instrumento, out.VersionInstrumento = i.Folio, p.Numero
	}
	return out
}

// Iniciar starts an edition, on its first day.
var Iniciar = tramite.Acto[Edicion, Inicio]{
	Nombre: "iniciar", Titulo: "Iniciar", Descripcion: "Empieza la edición; quedan fijas la versión del curso y la de su evaluación.",
	De: tramite.Desde(Programada, Convocada), A: tramite.Hacia(EnCurso), Facultades: ejecuta, Alcance: doe.Linea,
	Validar: func(r Edicion, _ Inicio, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(c.Hoy().Before(r.primera()), ReglaAunNo, "registro.sesiones")
		f.Si(r.con(Inscrita) == 0, ReglaSinNadie, "registro.participantes")
		f.Si(impartida(r, c) == nil, ReglaSinVigor, "registro.curso")
	},
	Fijar:   func(r Edicion, e *Inicio, c *tramite.Contexto) { e.Impartida = impartida(r, c) },
	Aplicar: func(r *Edicion, e Inicio, _ tramite.Suceso) { r.Impartida = e.Impartida },
}

// Lista is the input of [PasarLista].
type Lista struct {
	Sesion    int      `json:"sesion" validate:"min=1,max=40" doc:"Número de la sesión, desde 1" example:"1"`
	Presentes []string `json:"presentes,omitempty" validate:"omitempty,max=60,unique,dive,required,max=120" doc:"Quiénes asistieron" example:"[\"taod-14-007\"]"`
}

// PasarLista takes the attendance of a session; a later one replaces it.
var PasarLista = tramite.Acto[Edicion, Lista]{
	Nombre: "pasar-lista", Titulo: "Pasar lista", Descripcion: "Asienta quiénes asistieron a una sesión; otra lista de la misma sesión la sustituye.",
	De: tramite.Desde(EnCurso), Facultades: registra, Alcance: doe.Linea,
	Validar: func(r Edicion, e Lista, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(e.Sesion > len(r.Sesiones) || e.Sesion <= len(r.Sesiones) && r.Sesiones[e.Sesion-1].Dia.After(c.Hoy()), ReglaSesion, "body.sesion")
		for i, q := range e.Presentes {
			p := r.participante(q)
			f.Si(p == nil || p.Lugar != Inscrita, ReglaNoInscrita, fmt.Sprintf("body.presentes[%d]", i))
		}
	},
	Aplicar: func(r *Edicion, e Lista, _ tramite.Suceso) {
		if e.Sesion < 1 || e.Sesion > len(r.Sesiones) {
			return // it is refused
		}
		r.Sesiones[e.Sesion-1].Lista = true
		for i := range r.Participantes {
			p := &r.Participantes[i]
			p.Presente = slices.DeleteFunc(p.Presente, func(n int) bool { return n == e.Sesion })
			if slices.Contains(e.Presentes, p.Persona) {
				p.Presente = append(p.Presente, e.Sesion)
			}
		}
	},
	Ejemplo: Lista{Sesion: 1, Presentes: []string{"taod-14-007"}},
}

// Examen is the input of [Evaluar].
type Examen struct {
	Persona    string       `json:"persona" validate:"required,max=120" doc:"Identificador de la persona" example:"taod-14-007"`
	Momento    Momento      `json:"momento" validate:"required" doc:"Diagnóstica o final" example:"final"`
	Respuestas []Contestada `json:"respuestas,omitempty" validate:"omitempty,max=200,dive" doc:"Opción elegida de cada reactivo; lo que falta no da puntos"`
	// Puntaje is computed from the key of the test, which does not travel.
	Puntaje Puntaje `json:"puntaje,omitzero" hecho:"true" doc:"Calificación"`
}

// prueba is the test of an edition; nil when it has none.
func (e Edicion) prueba(c *tramite.Contexto) *Prueba {
	if e.Impartida == nil {
		return nil
	}
	i := tramite.Hallar[Instrumento](c, ColeccionInstrumentos, e.Impartida.Instrumento)
	if n := e.Impartida.VersionInstrumento; i != nil && n > 0 && n <= len(i.Versiones) {
		return &i.Versiones[n-1].Contenido
	}
	return nil
}

// Evaluar scores the answers of a person with the key of the test.
var Evaluar = tramite.Acto[Edicion, Examen]{
	Nombre: "evaluar", Titulo: "Evaluar conocimientos", Descripcion: "Captura lo que una persona contestó; la calificación sale del instrumento, en total y por tema. La final tiene los intentos que el curso dice y cuenta la mejor.",
	De: tramite.Desde(EnCurso), Facultades: evalua, Alcance: doe.Linea,
	Validar: func(r Edicion, e Examen, c *tramite.Contexto, f *falla.Fallas) {
		q := r.prueba(c)
		if !f.Si(q == nil, ReglaSinPrueba, "registro.impartida") {
			for i, x := range e.Respuestas {
				lugar := fmt.Sprintf("body.respuestas[%d]", i)
				j := slices.IndexFunc(q.Reactivos, func(y Reactivo) bool { return y.Clave == x.Reactivo })
				doble := slices.ContainsFunc(e.Respuestas[:i], func(o Contestada) bool { return o.Reactivo == x.Reactivo })
				f.Si(j < 0 || doble, ReglaReactivo, lugar+".reactivo")
				f.Si(j >= 0 && x.Opcion > len(q.Reactivos[j].Opciones), ReglaOpcion, lugar+".opcion")
			}
		}
		p := r.participante(e.Persona)
		if f.Si(p == nil || p.Lugar != Inscrita, ReglaNoInscrita, "body.persona") {
			return
		}
		f.Si(e.Momento == Final && p.finales() >= r.Impartida.Curso.Contenido.Intentos, ReglaIntentos, "body.momento", r.Impartida.Curso.Contenido.Intentos)
		f.Si(e.Momento == Diagnostica && len(p.Intentos) > 0, ReglaDiagnostica, "body.momento")
	},
	Fijar: func(r Edicion, e *Examen, c *tramite.Contexto) {
		e.Puntaje = Puntaje{}
		if q := r.prueba(c); q != nil {
			e.Puntaje = q.Calificar(e.Respuestas)
		}
	},
	Aplicar: func(r *Edicion, e Examen, s tramite.Suceso) {
		if p := r.participante(e.Persona); p != nil {
			p.Intentos = append(p.Intentos, Intento{e.Momento, s.Dia, e.Puntaje})
		}
	},
	Ejemplo: Examen{Persona: "taod-14-007", Momento: Final, Respuestas: []Contestada{{"R01", 1}, {"R02", 2}}},
}

// Concluir ends an edition: who complies is accredited in the same act.
var Concluir = tramite.Acto[Edicion, tramite.Vacia]{
	Nombre: "concluir", Titulo: "Concluir", Descripcion: "Concluye la edición: quien cumple con la asistencia y la calificación mínimas queda acreditado, con vigencia y código de verificación.",
	De: tramite.Desde(EnCurso), A: tramite.Hacia(Concluida), Facultades: registra, Alcance: doe.Linea,
	Validar: func(r Edicion, _ tramite.Vacia, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(c.Hoy().Before(r.ultima()), ReglaAunNo, "registro.sesiones")
		f.Si(slices.ContainsFunc(r.Sesiones, func(s Sesion) bool { return !s.Lista }), ReglaSinLista, "registro.sesiones")
	},
	Aplicar: func(r *Edicion, _ tramite.Vacia, _ tramite.Suceso) { r.calificar() },
	Ordena: func(r Edicion, _ tramite.Vacia, c *tramite.Contexto) []tramite.Orden {
		var out []tramite.Orden
		acreditan := 0
		for i := range r.Participantes {
			if p := &r.Participantes[i]; p.Resultado == Acredita {
				acreditan++
				out = append(out, r.acredita(p, c))
			}
		}
		if p := tramite.Hallar[Programa](c, ColeccionProgramas, r.Programa); p != nil && p.Estado == Autorizado {
			d := Dada{Edicion: r.Folio, Linea: r.Linea, Horas: r.horas(), Inscritas: r.con(Inscrita), Acreditan: acreditan}
			out = append(out, tramite.Orden{Coleccion: ColeccionProgramas, Folio: r.Programa, Acto: constar.Nombre, Entrada: d, ComoSistema: true})
		}
		return out
	},
}

// acredita orders the certificate of a person: the first, or a renewal.
func (e Edicion) acredita(p *Participante, c *tramite.Contexto) tramite.Orden {
	k := e.Impartida.Curso
	m := Emision{Nombre: k.Contenido.Nombre, Edicion: e.Folio, Version: k.Numero, Horas: e.horas(), Dia: c.Hoy(), Puntaje: p.mejor()}
	if k.Contenido.Meses > 0 {
		m.Hasta = masMeses(m.Dia, k.Contenido.Meses)
	}
	o := tramite.Orden{Coleccion: ColeccionAcreditaciones, EnSuNombre: true}
	if o.Folio = c.FolioDe(ColeccionAcreditaciones, clave(p.Persona, e.Curso)); o.Folio != "" {
		o.Acto, o.Entrada = Renovar.Nombre, m
		return o
	}
	x := Expedicion{Persona: p.Persona, Curso: e.Curso, Emision: m}
	if p.OOAD != doe.NivelCentral {
		x.OOAD = p.OOAD
	}
	o.Acto, o.Entrada = Expedir.Nombre, x
	return o
}

// Cancelar ends an edition that is not given.
var Cancelar = tramite.Acto[Edicion, Anulacion]{
	Nombre: "cancelar", Titulo: "Cancelar", Descripcion: "La edición no se da, con su causal.",
	De: tramite.Desde(Programada, Convocada, EnCurso), A: tramite.Hacia(Cancelada), Facultades: coordina, Alcance: doe.Linea, Causales: tramite.Causales(causalesCancelar),
	Aplicar: func(r *Edicion, e Anulacion, s tramite.Suceso) {
		e.Autoria = s.Autoria()
		r.Cancelacion = &e
	},
	Ejemplo: Anulacion{Causal: SinCupoMinimo, Motivo: "Se inscribieron dos personas de veinticinco lugares."},
}

// Adjuntar adds a file to an edition: its materials, its lists.
var Adjuntar = tramite.Adjuntar[Edicion](tramite.Base{De: tramite.DesdeCategoria(tramite.Abierta), Facultades: ejecuta, Alcance: doe.Linea})
