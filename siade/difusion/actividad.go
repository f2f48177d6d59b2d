package difusion

import (
	"fmt"
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
)

// ColeccionActividades is the path of the activities.
const ColeccionActividades = "actividades-orientacion"

// The states of an activity.
const (
	Programada tramite.Estado = "programada"
	// Realizada: its reach is to be reported.
	Realizada tramite.Estado = "realizada"
	Informada tramite.Estado = "informada"
	Cancelada tramite.Estado = "cancelada"
)

// Material is something to hand out.
type Material struct {
	Nombre   string `json:"nombre" validate:"required,min=3,max=120" doc:"Material" example:"Folleto de guarderías"`
	Cantidad int    `json:"cantidad" validate:"min=1,max=1000000" doc:"Cuántas piezas" example:"200"`
}

// Ficha is what an activity is to be.
type Ficha struct {
	Clase       Clase       `json:"clase" validate:"required" doc:"Evento o jornada proactiva" example:"evento"`
	Nombre      string      `json:"nombre" validate:"required,min=5,max=200" doc:"Nombre" example:"Feria de servicios para personas pensionadas"`
	Tema        string      `json:"tema" validate:"required,max=60" doc:"Código del tema, del catálogo de SIADE" example:"pensiones"`
	Poblaciones []Poblacion `json:"poblaciones" validate:"required,min=1,max=9,unique,dive,required" doc:"A quiénes se dirige" example:"[\"pensionada\"]"`
	Lugar       string      `json:"lugar" validate:"required,min=3,max=300" doc:"Dónde" example:"Explanada de la UMF 3"`
	// Unidad is the unit where it is held; a round always is in one.
	UnidadServicio string      `json:"unidad_servicio,omitempty" validate:"omitempty,max=20" doc:"CLUES o clave de la unidad; obligatoria en la jornada" example:"JCIMS000301"`
	Dia            fecha.Fecha `json:"dia" validate:"required" doc:"Día" example:"2026-03-12"`
	Turno          Turno       `json:"turno,omitempty" doc:"Turno; obligatorio en la jornada, y solo en ella" example:"matutino"`
	// Encargo is the account of who answers for it, Orientadores those of who
	// attend a round.
	Encargo      string     `json:"a_cargo" validate:"required,max=120" doc:"Cuenta de quien responde por ella" example:"taod-14-007"`
	Orientadores []string   `json:"orientadores,omitempty" validate:"omitempty,max=40,unique,dive,required,max=120" doc:"Cuentas de quienes hacen la jornada; obligatorias en ella" example:"[\"taod-14-007\"]"`
	Materiales   []Material `json:"materiales,omitempty" validate:"omitempty,max=20,dive" doc:"Materiales por entregar"`
	// Meta is how many people are to be attended.
	Meta int `json:"meta" validate:"min=1,max=1000000" doc:"A cuántas personas se quiere atender" example:"150"`
	// Programa is the special programme that it is part of.
	Programa string `json:"programa_especial,omitempty" validate:"omitempty,min=3,max=120" doc:"Programa especial del que es parte" example:"Orientación a personas mayores 2026"`
}

// Atendidas are how many people of a kind were attended.
type Atendidas struct {
	Poblacion Poblacion `json:"poblacion" validate:"required" doc:"Clase de personas" example:"pensionada"`
	Personas  int       `json:"personas" validate:"min=0,max=1000000" doc:"Cuántas" example:"132"`
}

// DeOrientador is what one attendant did in a round.
type DeOrientador struct {
	Cuenta     string `json:"cuenta" validate:"required,max=120" doc:"Cuenta de quien orientó" example:"taod-14-007"`
	Orientadas int    `json:"orientadas" validate:"min=0,max=10000" doc:"Personas que orientó" example:"24"`
	// Resueltas are those whose matter was settled there.
	Resueltas int `json:"resueltas" validate:"min=0,max=10000" doc:"De ellas, a cuántas se les resolvió ahí mismo" example:"20"`
}

// Celebracion is what happened.
type Celebracion struct {
	Dia          fecha.Fecha    `json:"dia" validate:"required" doc:"Día en que se hizo" example:"2026-03-12"`
	Atendidas    []Atendidas    `json:"atendidas" validate:"required,min=1,max=9,dive" doc:"Personas atendidas, por clase"`
	Orientadores []DeOrientador `json:"orientadores,omitempty" validate:"omitempty,max=40,dive" doc:"Qué hizo cada quien en la jornada"`
	Entregados   []Material     `json:"entregados,omitempty" validate:"omitempty,max=20,dive" doc:"Materiales entregados, de los previstos"`
	Incidencias  string         `json:"incidencias,omitempty" validate:"omitempty,max=2000" doc:"Qué pasó fuera de lo previsto"`
}

// Personas is how many were attended.
func (c Celebracion) Personas() int {
	n := 0
	for _, a := range c.Atendidas {
		n += a.Personas
	}
	return n
}

// Ligada is a petition born of the activity, or presented there and registered
// apart.
type Ligada struct {
	Folio  string `json:"folio" doc:"Folio de la petición" example:"SIADE-2026-14-0000001-X"`
	Nacida bool   `json:"nacida,omitempty" doc:"Si se registró como nacida de la actividad"`
}

// Cambio is a day that it had before.
type Cambio struct {
	Antes  fecha.Fecha `json:"antes" doc:"Día que tenía"`
	Causal Causal      `json:"causal" doc:"Causal" example:"sin_sede"`
	Motivo string      `json:"motivo" doc:"Por qué"`
	tramite.Autoria
}

// Observado is what a review found and how it was corrected.
type Observado struct {
	Numero     int         `json:"numero" doc:"Número" example:"1"`
	Texto      string      `json:"texto" doc:"Qué se observa"`
	Correccion string      `json:"correccion,omitempty" doc:"Cómo se corrigió"`
	Corregida  fecha.Fecha `json:"corregida,omitzero" doc:"Día en que se corrigió"`
	tramite.Autoria
}

// Aviso is a warning of lateness.
type Aviso struct {
	Clave  string          `json:"clave" validate:"required,max=100" doc:"Qué venció" example:"realizacion"`
	Nivel  int             `json:"nivel,omitempty" hecho:"true" doc:"Peldaño" example:"1"`
	Unidad doe.ClaveUnidad `json:"unidad,omitempty" hecho:"true" doc:"Unidad a la que se avisa" example:"caood-7.1"`
	Dia    fecha.Fecha     `json:"dia,omitzero" hecho:"true" doc:"Día"`
}

// ClaveReloj says which clock rang.
func (a Aviso) ClaveReloj() string { return a.Clave }

// Actividad is an orientation event or a round of proactive orientation.
type Actividad struct {
	tramite.Cabecera
	Ficha
	Celebracion *Celebracion `json:"celebracion,omitempty" doc:"Qué pasó"`
	Peticiones  []Ligada     `json:"peticiones,omitempty" doc:"Peticiones que nacieron ahí"`
	// Cumplimiento is the share of the goal that was reached.
	Cumplimiento *cantidad.Valor `json:"cumplimiento,omitempty" doc:"Personas atendidas sobre la meta, en por ciento; puede pasar de cien" example:"88"`
	Conclusiones string          `json:"conclusiones,omitempty" doc:"Qué se logró y qué se aprendió"`
	Causa        string          `json:"causa,omitempty" doc:"Por qué no se llegó a la meta"`
	Cambios      []Cambio        `json:"cambios,omitempty" doc:"Días que tuvo antes, o por qué se canceló"`
	Observado    []Observado     `json:"observaciones,omitempty" doc:"Observaciones de la supervisión"`
	Avisos       []Aviso         `json:"avisos,omitempty" doc:"Avisos por vencimiento"`
}

func ubicar(a doe.Actor) (doe.ClaveUnidad, doe.OOAD) {
	if a.Unidad.Regional() {
		return doe.CAOOD, a.OOAD
	}
	return Guarda, doe.NivelCentral
}

// horizonte is how many days ahead an activity may be set.
const horizonte = 366

func (e Ficha) validar(c *tramite.Contexto, f *falla.Fallas) {
	f.Si(e.Dia.Before(c.Hoy()) || c.Hoy().Dias(e.Dia) > horizonte, ReglaDia, "body.dia")
	f.Si(e.UnidadServicio != "" && !siade.EsUnidadServicio(e.UnidadServicio), ReglaUnidad, "body.unidad_servicio")
	jornada := e.Clase == Jornada
	f.Si(jornada && e.UnidadServicio == "", ReglaSinUnidad, "body.unidad_servicio")
	f.Si(jornada != (e.Turno != ""), ReglaTurno, "body.turno")
	f.Si(jornada != (len(e.Orientadores) > 0), ReglaOrientadores, "body.orientadores")
	for i, m := range e.Materiales {
		igual := func(o Material) bool { return o.Nombre == m.Nombre }
		f.Si(slices.ContainsFunc(e.Materiales[:i], igual), ReglaMaterial, fmt.Sprintf("body.materiales[%d].nombre", i))
	}
}

// Programar sets an activity.
var Programar = tramite.Acto[Actividad, Ficha]{
	Nombre: "programar", Titulo: "Programar",
	Descripcion: "Programa un evento de orientación o una jornada proactiva: lugar, día, tema, a quiénes se dirige, quién responde, materiales y meta.",
	A:           tramite.Hacia(Programada), Facultades: programa, Alcance: doe.Nacional,
	Ubicar:  func(_ Ficha, a doe.Actor) (doe.ClaveUnidad, doe.OOAD) { return ubicar(a) },
	Validar: func(_ Actividad, e Ficha, c *tramite.Contexto, f *falla.Fallas) { e.validar(c, f) },
	Aplicar: func(r *Actividad, e Ficha, _ tramite.Suceso) { r.Ficha = e },
	Ejemplo: Ficha{
		Clase: Evento, Nombre: "Feria de servicios para personas pensionadas", Tema: "pensiones", Poblaciones: []Poblacion{Pensionada, Beneficiaria}, Lugar: "Explanada de la UMF 3",
		UnidadServicio: "JCIMS000301", Dia: fecha.MustParse("2026-03-12"), Encargo: "taod-14-007", Materiales: []Material{{"Folleto de guarderías", 200}}, Meta: 150,
	},
}

// Reprogramacion is the input of [Reprogramar].
type Reprogramacion struct {
	Dia    fecha.Fecha `json:"dia" validate:"required" doc:"Día nuevo" example:"2026-03-19"`
	Causal Causal      `json:"causal" validate:"required" doc:"Causal" example:"sin_sede"`
	Motivo string      `json:"motivo" validate:"required,min=5,max=1000" doc:"Por qué" example:"La explanada está en obra."`
}

// Reprogramar moves it; the day it had is kept.
var Reprogramar = tramite.Acto[Actividad, Reprogramacion]{
	Nombre: "reprogramar", Titulo: "Reprogramar", Descripcion: "Mueve la actividad a otro día, con su causal; el anterior se conserva.",
	De: tramite.Desde(Programada), Facultades: programa, Alcance: doe.Nacional, Causales: tramite.Causales(causales),
	Validar: func(r Actividad, e Reprogramacion, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(e.Dia == r.Dia || e.Dia.Before(c.Hoy()) || c.Hoy().Dias(e.Dia) > horizonte, ReglaDia, "body.dia")
	},
	Aplicar: func(r *Actividad, e Reprogramacion, s tramite.Suceso) {
		r.Cambios = append(r.Cambios, Cambio{Antes: r.Dia, Causal: e.Causal, Motivo: e.Motivo, Autoria: s.Autoria()})
		r.Dia = e.Dia
	},
	Ejemplo: Reprogramacion{Dia: fecha.MustParse("2026-03-19"), Causal: SinSede, Motivo: "La explanada está en obra."},
}

// Cancelacion is the input of [Cancelar].
type Cancelacion struct {
	Causal Causal `json:"causal" validate:"required" doc:"Causal" example:"contingencia"`
	Motivo string `json:"motivo" validate:"required,min=5,max=1000" doc:"Por qué" example:"Protección civil pidió no reunir gente."`
}

// Cancelar ends it without being held.
var Cancelar = tramite.Acto[Actividad, Cancelacion]{
	Nombre: "cancelar", Titulo: "Cancelar", Descripcion: "La actividad no se hace, con su causal.",
	De: tramite.Desde(Programada), A: tramite.Hacia(Cancelada), Facultades: programa, Alcance: doe.Nacional, Causales: tramite.Causales(causales),
	Aplicar: func(r *Actividad, e Cancelacion, s tramite.Suceso) {
		r.Cambios = append(r.Cambios, Cambio{Antes: r.Dia, Causal: e.Causal, Motivo: e.Motivo, Autoria: s.Autoria()})
	},
	Ejemplo: Cancelacion{Causal: Contingencia, Motivo: "Protección civil pidió no reunir gente."},
}

// captura is how many days after it was held what happened may be entered.
const captura = 15

// Realizar tells what happened.
var Realizar = tramite.Acto[Actividad, Celebracion]{
	Nombre: "realizar", Titulo: "Asentar la realización",
	Descripcion: "La actividad se hizo: personas atendidas por clase, materiales entregados y, en la jornada, lo que hizo cada quien. Desde entonces pueden registrarse peticiones que nacen de ella.",
	De:          tramite.Desde(Programada), A: tramite.Hacia(Realizada), Facultades: realiza, Alcance: doe.Nacional,
	Validar: validarCelebracion,
	Aplicar: func(r *Actividad, e Celebracion, _ tramite.Suceso) {
		r.Celebracion = &e
		v := cantidad.Valor(e.Personas() * 100 * 100 / max(r.Meta, 1))
		r.Cumplimiento = &v
	},
	Ejemplo: Celebracion{
		Dia: fecha.MustParse("2026-03-12"), Atendidas: []Atendidas{{Pensionada, 102}, {Beneficiaria, 30}}, Entregados: []Material{{"Folleto de guarderías", 180}},
	},
}

func validarCelebracion(r Actividad, e Celebracion, c *tramite.Contexto, f *falla.Fallas) {
	f.Si(e.Dia.After(c.Hoy()) || e.Dia.Before(r.Dia) || e.Dia.Dias(c.Hoy()) > captura, ReglaRealizada, "body.dia")
	for i, a := range e.Atendidas {
		igual := func(o Atendidas) bool { return o.Poblacion == a.Poblacion }
		f.Si(slices.ContainsFunc(e.Atendidas[:i], igual), ReglaPoblacion, fmt.Sprintf("body.atendidas[%d].poblacion", i))
	}
	for i, m := range e.Entregados {
		j := slices.IndexFunc(r.Materiales, func(o Material) bool { return o.Nombre == m.Nombre })
		repite := slices.ContainsFunc(e.Entregados[:i], func(o Material) bool { return o.Nombre == m.Nombre })
		f.Si(j < 0 || repite || m.Cantidad > r.Materiales[max(j, 0)].Cantidad, ReglaEntregado, fmt.Sprintf("body.entregados[%d]", i))
	}
	orientadas := 0
	for i, o := range e.Orientadores {
		igual := func(x DeOrientador) bool { return x.Cuenta == o.Cuenta }
		mal := !slices.Contains(r.Orientadores, o.Cuenta) || slices.ContainsFunc(e.Orientadores[:i], igual) || o.Resueltas > o.Orientadas
		f.Si(mal, ReglaOrientador, fmt.Sprintf("body.orientadores[%d]", i))
		orientadas += o.Orientadas
	}
	if r.Clase == Jornada {
		f.Si(len(e.Orientadores) != len(r.Orientadores) || orientadas != e.Personas(), ReglaSuma, "body.orientadores")
	}
}

// LigarPeticion takes note of a petition that was born of the activity.
var LigarPeticion = tramite.Acto[Actividad, siade.Nacida]{
	Nombre: siade.ActoLigar, Titulo: "Ligar petición",
	Descripcion: "Toma nota de una petición que nació aquí: la que se registra por el canal de evento con este expediente en nace_de se liga sola.",
	De:          tramite.Desde(Realizada), Facultades: realiza, Alcance: doe.Nacional,
	Validar: func(r Actividad, e siade.Nacida, c *tramite.Contexto, f *falla.Fallas) {
		p := tramite.Hallar[siade.Peticion](c, siade.Coleccion, e.Folio)
		mal := p == nil || p.OOAD != r.OOAD || p.Canal != siade.Evento || p.NaceDe != nil && p.NaceDe.Folio != r.Folio
		f.Si(mal, ReglaPeticion, "body.folio")
		f.Si(slices.ContainsFunc(r.Peticiones, func(n Ligada) bool { return n.Folio == e.Folio }), ReglaLigada, "body.folio")
	},
	Fijar: func(r Actividad, e *siade.Nacida, c *tramite.Contexto) {
		p := tramite.Hallar[siade.Peticion](c, siade.Coleccion, e.Folio)
		e.Nacio = p != nil && p.NaceDe != nil && p.NaceDe.Folio == r.Folio
	},
	Aplicar: func(r *Actividad, e siade.Nacida, _ tramite.Suceso) {
		r.Peticiones = append(r.Peticiones, Ligada{Folio: e.Folio, Nacida: e.Nacio})
	},
	Ejemplo: siade.Nacida{Folio: "SIADE-2026-14-0000001-X"},
}

// Reporte is the input of [Informar].
type Reporte struct {
	Conclusiones string `json:"conclusiones" validate:"required,min=10,max=4000" doc:"Qué se logró y qué se aprendió" example:"Acudieron sobre todo personas pensionadas; conviene repetirla en abril."`
	// Causa is required under the goal.
	Causa string `json:"causa,omitempty" validate:"omitempty,min=10,max=1000" doc:"Por qué no se llegó a la meta; obligatoria si faltó más de una quinta parte" example:"Llovió toda la mañana."`
}

// minimo is the share of the goal, in hundredths of a per cent, under which the
// report says why.
const minimo = 80_00

// Informar closes the activity with its report.
var Informar = tramite.Acto[Actividad, Reporte]{
	Nombre: "informar", Titulo: "Informar el alcance", Descripcion: "Cierra la actividad con lo que se logró frente a la meta; adjunta va su evidencia, y lo observado está corregido.",
	De: tramite.Desde(Realizada), A: tramite.Hacia(Informada), Facultades: realiza, Alcance: doe.Nacional,
	Validar: func(r Actividad, e Reporte, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(r.Cumplimiento != nil && *r.Cumplimiento < minimo && e.Causa == "", ReglaCausa, "body.causa")
		f.Si(len(r.Adjuntos) == 0, ReglaEvidencia, "registro.adjuntos")
		f.Si(slices.ContainsFunc(r.Observado, func(o Observado) bool { return o.Corregida.IsZero() }), ReglaPorCorregir, "registro.observaciones")
	},
	Aplicar: func(r *Actividad, e Reporte, _ tramite.Suceso) { r.Conclusiones, r.Causa = e.Conclusiones, e.Causa },
	Ejemplo: Reporte{Conclusiones: "Acudieron sobre todo personas pensionadas; conviene repetirla en abril."},
}

// Reparo is the input of [Observar].
type Reparo struct {
	Texto string `json:"texto" validate:"required,min=10,max=2000" doc:"Qué se observa" example:"El personal no portaba gafete ni saludó conforme al protocolo."`
}

// Observar is what a review finds wrong.
var Observar = tramite.Acto[Actividad, Reparo]{
	Nombre: "observar", Titulo: "Observar", Descripcion: "Quien supervisa observa cómo se hizo la actividad, también frente al protocolo de buen trato, para que se corrija.",
	De: tramite.Desde(Programada, Realizada), Facultades: supervisa, Alcance: doe.Nacional,
	Aplicar: func(r *Actividad, e Reparo, s tramite.Suceso) {
		r.Observado = append(r.Observado, Observado{Numero: len(r.Observado) + 1, Texto: e.Texto, Autoria: s.Autoria()})
	},
	Ejemplo: Reparo{Texto: "El personal no portaba gafete ni saludó conforme al protocolo."},
}

// Correccion is the input of [Subsanar].
type Correccion struct {
	Numero     int    `json:"numero" validate:"min=1,max=1000" doc:"Número de la observación" example:"1"`
	Correccion string `json:"correccion" validate:"required,min=5,max=2000" doc:"Cómo se corrigió" example:"Se entregó gafete y se repasó el protocolo."`
}

// Subsanar corrects it.
var Subsanar = tramite.Acto[Actividad, Correccion]{
	Nombre: "subsanar", Titulo: "Subsanar", Descripcion: "Dice cómo se corrigió lo observado.",
	De: tramite.Desde(Programada, Realizada), Facultades: realiza, Alcance: doe.Nacional,
	Validar: func(r Actividad, e Correccion, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(e.Numero > len(r.Observado) || !r.Observado[min(e.Numero, len(r.Observado))-1].Corregida.IsZero(), ReglaObservacion, "body.numero")
	},
	Aplicar: func(r *Actividad, e Correccion, s tramite.Suceso) {
		if e.Numero <= len(r.Observado) {
			o := &r.Observado[e.Numero-1]
			o.Correccion, o.Corregida = e.Correccion, s.Dia
		}
	},
	Ejemplo: Correccion{Numero: 1, Correccion: "Se entregó gafete y se repasó el protocolo."},
}

// escalera is who is warned, in order.
func escalera(o doe.OOAD) []doe.ClaveUnidad {
	if o == doe.NivelCentral {
		return []doe.ClaveUnidad{Guarda, "doe-7.1.3.1"}
	}
	return []doe.ClaveUnidad{doe.CAOOD, "doe-7.1.3.1.2", "doe-7.1.3.1"}
}

// Escalar is the clock's warning that a term passed.
var Escalar = tramite.Acto[Actividad, Aviso]{
	Nombre: "escalar", Titulo: "Escalar", Descripcion: "El reloj avisa que venció un término, cada vez más arriba.",
	De: tramite.DesdeCategoria(tramite.Abierta), Facultades: coordina, Alcance: doe.Nacional, Contrapartes: deReloj,
	Fijar: func(r Actividad, e *Aviso, c *tramite.Contexto) {
		n := 0
		for _, x := range r.Avisos {
			if x.Clave == e.Clave {
				n++
			}
		}
		us := escalera(r.OOAD)
		e.Nivel, e.Unidad, e.Dia = n+1, us[min(n, len(us)-1)], c.Hoy()
	},
	Aplicar: func(r *Actividad, e Aviso, _ tramite.Suceso) { r.Avisos = append(r.Avisos, e) },
	Ejemplo: Aviso{Clave: PlazoRealizacion},
}

func reloj(nombre, titulo string, claves func(Actividad) []string) tramite.Plazo[Actividad] {
	return tramite.Plazo[Actividad]{
		Nombre: nombre, Titulo: titulo, Claves: claves, Aviso: 1, Vencido: Escalar.Nombre, Alarmas: []int{0, 5, 15}, Frustra: []string{Cancelar.Nombre},
		Entrada: func(_ Actividad, k tramite.Reloj) any { return Aviso{Clave: k.Clave} },
		Termino: func(_ Actividad, _ string, d fecha.Fecha) (plazo.Termino, bool) { return terminos.De(nombre, d) },
	}
}

func en(e tramite.Estado, clave string) func(Actividad) []string {
	return func(r Actividad) []string {
		if r.Estado != e {
			return nil
		}
		return []string{clave}
	}
}

func plazosActividad() []tramite.Plazo[Actividad] {
	hacer := reloj(PlazoRealizacion, "Día de la actividad", en(Programada, PlazoRealizacion))
	hacer.Termino, hacer.Aviso = nil, 5
	hacer.Fecha = func(r Actividad, _ string) fecha.Fecha { return r.Dia }
	informe := reloj(PlazoInforme, "Informe del alcance", en(Realizada, PlazoInforme))
	informe.Desde = func(r Actividad, _ string) fecha.Fecha {
		if r.Celebracion == nil {
			return r.Dia
		}
		return r.Celebracion.Dia
	}
	return []tramite.Plazo[Actividad]{hacer, informe, reloj(PlazoObservacion, "Corrección de lo observado", func(r Actividad) []string {
		var out []string
		for _, o := range r.Observado {
			if o.Corregida.IsZero() && (r.Estado == Programada || r.Estado == Realizada) {
				out = append(out, fmt.Sprintf("%s %d", PlazoObservacion, o.Numero))
			}
		}
		return out
	})}
}

// Actividades is the definition of the activity.
var Actividades = tramite.MustDefinir(tramite.Definicion[Actividad]{
	Nombre: "actividad-orientacion", Coleccion: ColeccionActividades, Serie: "AOR", Rama: Rama,
	Titulo:      "Actividad de orientación",
	Descripcion: "Evento de orientación o jornada de orientación proactiva: qué se programó y con qué meta, qué pasó, a cuántas personas de qué clase se atendió, qué se entregó, qué peticiones nacieron ahí y qué se concluye.",
	Estados: []tramite.DefEstado{
		{Nombre: Programada, Categoria: tramite.Abierta, Titulo: "Programada"},
		{Nombre: Realizada, Categoria: tramite.Abierta, Titulo: "Realizada, por informar"},
		{Nombre: Informada, Categoria: tramite.Cerrada, Titulo: "Informada"},
		{Nombre: Cancelada, Categoria: tramite.Cancelada, Titulo: "Cancelada"},
	},
	Alta: Programar,
	Actos: tramite.Actos[Actividad](Reprogramar, Cancelar, Realizar, LigarPeticion, Informar, Observar, Subsanar, Escalar,
		tramite.Adjuntar[Actividad](tramite.Base{De: tramite.DesdeCategoria(tramite.Abierta), Facultades: realiza, Alcance: doe.Nacional})),
	Plazos: plazosActividad(),
	Unica: func(r Actividad) string {
		return strings.Join([]string{string(r.OOAD), string(r.Clase), r.Dia.String(), string(r.Turno), r.UnidadServicio, r.Nombre}, "|")
	},
	Indices: []tramite.Indice[Actividad]{
		{Nombre: "clase", Descripcion: "Evento o jornada", Valores: clases.Claves(), De: func(r Actividad) string { return string(r.Clase) }},
		{Nombre: "tema", Descripcion: "Código del tema", De: func(r Actividad) string { return r.Tema }},
		{Nombre: "unidad_servicio", Descripcion: "Unidad en que se hace", De: func(r Actividad) string { return r.UnidadServicio }},
		{Nombre: "programa_especial", Descripcion: "Programa especial", De: func(r Actividad) string { return r.Programa }},
		{Nombre: "bajo_meta", Descripcion: "Si quedó a menos de cuatro quintas partes de su meta", Valores: []string{"si", "no"}, De: func(r Actividad) string {
			switch {
			case r.Cumplimiento == nil:
				return ""
			case *r.Cumplimiento < minimo:
				return "si"
			}
			return "no"
		}},
	},
	Texto: func(r Actividad) string {
		return strings.Join([]string{r.Nombre, r.Lugar, r.Programa, r.Conclusiones}, " ")
	},
})
