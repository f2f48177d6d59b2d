package supervision

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// The states of a visit.
const (
	Programada tramite.Estado = "programada"
	Notificada tramite.Estado = "notificada"
	EnCurso    tramite.Estado = "en_curso"
	// Levantada: the visited area owes its signature.
	Levantada tramite.Estado = "acta_levantada"
	// EnAtencion: some observation is not settled.
	EnAtencion tramite.Estado = "en_atencion"
	Atendida   tramite.Estado = "atendida"
	Concluida  tramite.Estado = "concluida"
	Cancelada  tramite.Estado = "cancelada"
)

// ColeccionVisitas is the path of the visits.
const ColeccionVisitas = "visitas-supervision"

// Visita is a visit of supervision and accompaniment to one site.
type Visita struct {
	tramite.Cabecera
	Programa  string    `json:"programa" doc:"Folio del programa" example:"PSV-2026-09-0000001-X"`
	Clave     string    `json:"clave" doc:"Clave de la visita en el programa" example:"V-14-01"`
	Sitio     Sitio     `json:"sitio" doc:"Sitio que se visita"`
	Modalidad Modalidad `json:"modalidad" doc:"Presencial o virtual" example:"presencial"`
	Base      Base      `json:"base" doc:"Por qué se visita" example:"rotacion"`
	Objetivo  string    `json:"objetivo" doc:"Qué se busca"`
	Lapso
	Equipo []Persona      `json:"equipo" doc:"Quiénes la hacen"`
	Cambio []CambioVisita `json:"cambios,omitempty" doc:"Por qué se movió"`
	Aviso  *Aviso         `json:"aviso,omitempty" doc:"Aviso al OOAD"`
	Inicia fecha.Fecha    `json:"inicia,omitzero" doc:"Día en que empezó"`
	// ClaveCedula is the checklist that the programme names; Cedula, the
	// version of the day it started.
	ClaveCedula  string            `json:"clave_cedula" doc:"Clave de la cédula" example:"MODULO"`
	Cedula       *CedulaAplicada   `json:"cedula,omitempty" doc:"Versión de la cédula del día de la visita"`
	Respuestas   []Hallado         `json:"respuestas,omitempty" doc:"Qué se halló de cada criterio"`
	Calificacion *Calificacion     `json:"calificacion,omitempty" doc:"Calificación que resulta de las respuestas"`
	Acta         *Acta             `json:"acta,omitempty" doc:"Acta"`
	Observado    []Observacion     `json:"observaciones,omitempty" doc:"Observaciones"`
	Avisos       []Escalamiento    `json:"escalamientos,omitempty" doc:"Avisos por vencimiento"`
	Conclusion   *Conclusion       `json:"conclusion,omitempty" doc:"Cómo terminó el seguimiento"`
	Cancelacion  *CancelacionHecha `json:"cancelacion,omitempty" doc:"Por qué no se hizo"`
}

// Aviso is the notice of a visit and its acknowledgement.
type Aviso struct {
	Oficio   string      `json:"oficio" validate:"required,max=120" doc:"Oficio con que se avisa" example:"7.1.3.1/0150/2026"`
	Requiere []string    `json:"requiere,omitempty" validate:"omitempty,max=20,dive,required,max=300" doc:"Qué debe tener a la mano el OOAD" example:"[\"Bitácora del buzón del trimestre\"]"`
	Acuse    fecha.Fecha `json:"acuse,omitzero" hecho:"true" doc:"Día en que el OOAD lo acusó"`
	tramite.Autoria
}

// CedulaAplicada is the version of a checklist that a visit applies.
type CedulaAplicada struct {
	Folio     string     `json:"folio" doc:"Folio de la cédula"`
	Numero    int        `json:"numero" doc:"Número de la versión" example:"1"`
	Criterios []Criterio `json:"criterios" doc:"Criterios de esa versión"`
}

// Documento is a document that proves something.
type Documento struct {
	Nombre string `json:"nombre" validate:"required,max=200" doc:"Nombre del archivo" example:"fotografia.jpg"`
	SHA256 string `json:"sha256" validate:"required,sha256" doc:"Huella SHA-256" example:"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"`
}

// Hallado is what was found of a criterion.
type Hallado struct {
	Criterio  string    `json:"criterio" validate:"required,max=20" doc:"Clave del criterio" example:"IMG-01"`
	Respuesta Respuesta `json:"respuesta" validate:"required" doc:"Qué se halló" example:"cumple_parcialmente"`
	// Nota is what was seen, or why the criterion does not apply.
	Nota       string      `json:"nota,omitempty" validate:"omitempty,max=1000" doc:"Qué se vio, o por qué no aplica; obligatoria salvo que cumpla" example:"La señal está tapada por un cartel."`
	Evidencias []Documento `json:"evidencias,omitempty" validate:"omitempty,max=10,dive" doc:"Evidencia"`
}

// Calificacion is the score of a checklist and how it was counted.
type Calificacion struct {
	// Valor is missing when no criterion applied.
	Valor *cantidad.Centesimas `json:"valor,omitempty" doc:"Calificación, en por ciento; falta si ningún criterio aplicó" example:"87.5"`
	// Aplicado is the weight of the criteria that applied.
	Aplicado  cantidad.Centesimas `json:"aplicado" doc:"Peso de los criterios que aplicaron, en por ciento" example:"80"`
	Cumplen   int                 `json:"cumplen" doc:"Criterios que cumplen" example:"2"`
	EnParte   int                 `json:"en_parte" doc:"Criterios que cumplen en parte" example:"1"`
	NoCumplen int                 `json:"no_cumplen" doc:"Criterios que no cumplen" example:"0"`
	NoAplican int                 `json:"no_aplican" doc:"Criterios que no aplican" example:"0"`
}

// Calificar computes the score of some answers: the weights of the criteria
// that do not apply are shared among the rest in their own proportion.
func Calificar(cs []Criterio, hs []Hallado) Calificacion {
	var out Calificacion
	logrado := 0 // in halves of a hundredth
	for _, c := range cs {
		i := slices.IndexFunc(hs, func(h Hallado) bool { return h.Criterio == c.Clave })
		if i < 0 {
			continue
		}
		switch hs[i].Respuesta {
		case NoAplica:
			out.NoAplican++
			continue
		case Cumple:
			out.Cumplen++
			logrado += 2 * int(c.Peso)
		case EnParte:
			out.EnParte++
			logrado += int(c.Peso)
		case NoCumple:
			out.NoCumplen++
		}
		out.Aplicado += c.Peso
	}
	if d := 2 * int(out.Aplicado); d > 0 {
		v := cantidad.Centesimas((logrado*int(cantidad.Entero) + d/2) / d)
		out.Valor = &v
	}
	return out
}

// Acta are the minutes of a visit, with both sides.
type Acta struct {
	Lugar      string      `json:"lugar" doc:"Dónde se levantó"`
	Dia        fecha.Fecha `json:"dia" doc:"Día en que se levantó"`
	Presentes  []string    `json:"presentes" doc:"Cargos de quienes estuvieron por el sitio"`
	Levanto    string      `json:"levanto" doc:"Quién la levantó"`
	Firma      *Firma      `json:"firma,omitempty" doc:"Firma de quien recibió la visita"`
	Negativa   *Negativa   `json:"negativa,omitempty" doc:"Negativa a firmar, asentada"`
	Notificada fecha.Fecha `json:"notificada,omitzero" doc:"Día desde el que se cuentan los términos de las observaciones"`
}

// Firma is the visited area's signature of the minutes.
type Firma struct {
	Manifestaciones string `json:"manifestaciones,omitempty" validate:"omitempty,max=4000" doc:"Lo que el área visitada manifiesta" example:"La señal se repuso ese mismo día."`
	tramite.Autoria
}

// Negativa is the record that the visited area did not sign.
type Negativa struct {
	Motivo string `json:"motivo" validate:"required,min=10,max=1000" doc:"Qué pasó" example:"No firmó en el término ni dijo por qué."`
	// Testigos are two posts, not names.
	Testigos []string `json:"testigos" validate:"required,len=2,unique,dive,required,max=120" doc:"Cargos de dos testigos" example:"[\"Subdirección administrativa\", \"Jefatura de trabajo social\"]"`
	tramite.Autoria
}

// Asentada is an observation as the minutes put it.
type Asentada struct {
	Criterio      string   `json:"criterio" validate:"required,max=20" doc:"Criterio que no se cumple" example:"IMG-01"`
	Texto         string   `json:"texto" validate:"required,min=10,max=2000" doc:"Qué se observó" example:"La señal del módulo está tapada por un cartel."`
	Gravedad      Gravedad `json:"gravedad" validate:"required" doc:"Gravedad" example:"leve"`
	Recomendacion string   `json:"recomendacion" validate:"required,min=10,max=2000" doc:"Qué se recomienda" example:"Retirar el cartel y revisar la señal cada semana."`
	// Dias are working days; those of its gravity when left out.
	Dias int `json:"dias,omitempty" validate:"omitempty,min=1,max=30" doc:"Días hábiles para atenderla; los de su gravedad si faltan" example:"15"`
}

// Observacion is an observation and its attention.
type Observacion struct {
	Clave string `json:"clave" doc:"Clave en la visita" example:"O1"`
	Asentada
	// Reincide is the observation of a former visit to the site that it repeats.
	Reincide *Antecedente      `json:"reincide,omitempty" doc:"Observación de una visita anterior al sitio que se repite"`
	Situa    EstadoObservacion `json:"situacion" doc:"Cómo está" example:"por_atender"`
	// Desde is the day from which its term counts, Compromiso the date given
	// by an extension, and Original the date it had before.
	Desde      fecha.Fecha  `json:"desde,omitzero" doc:"Día desde el que se cuenta su término"`
	Compromiso fecha.Fecha  `json:"compromiso,omitzero" doc:"Fecha concedida en prórroga"`
	Original   fecha.Fecha  `json:"original,omitzero" doc:"Fecha que tenía antes de la primera prórroga"`
	Atenciones []Atencion   `json:"atenciones,omitempty" doc:"Cómo se atendió; la última es la que vale"`
	Prorrogas  []Prorroga   `json:"prorrogas,omitempty" doc:"Prórrogas pedidas"`
	Retiro     *RetiroHecho `json:"retiro,omitempty" doc:"Por qué se dejó sin efecto"`
	Fin        fecha.Fecha  `json:"fin,omitzero" doc:"Día en que quedó aceptada o sin efecto"`
}

// abierta says whether the observation is not settled.
func (o Observacion) abierta() bool { return o.Situa != Aceptada && o.Situa != SinEfecto }

// debe says whether the decentralised body owes its attention.
func (o Observacion) debe() bool { return o.Situa == PorAtender || o.Situa == Devuelta }

// pedida is the extension that waits for its resolution; nil when none does.
func (o *Observacion) pedida() *Prorroga {
	if n := len(o.Prorrogas); n > 0 && o.Prorrogas[n-1].Resuelta.IsZero() {
		return &o.Prorrogas[n-1]
	}
	return nil
}

// Antecedente is the last time that the same was observed at the site.
type Antecedente struct {
	Visita   string      `json:"visita" doc:"Folio de la visita anterior"`
	Clave    string      `json:"clave" doc:"Clave de la observación en ella" example:"O1"`
	Dia      fecha.Fecha `json:"dia" doc:"Día de aquella acta"`
	Gravedad Gravedad    `json:"gravedad" doc:"Gravedad que tuvo" example:"leve"`
	// Veces counts every former visit in which it was observed.
	Veces int `json:"veces" doc:"En cuántas visitas anteriores se observó" example:"1"`
}

// Atencion is what the decentralised body did about an observation.
type Atencion struct {
	Accion     string      `json:"accion" validate:"required,min=10,max=4000" doc:"Qué se hizo" example:"Se retiró el cartel y se asignó la revisión semanal."`
	Evidencias []Documento `json:"evidencias" validate:"required,min=1,max=20,dive" doc:"Evidencia"`
	Tarde      int         `json:"tarde,omitempty" hecho:"true" doc:"Días después de su fecha"`
	tramite.Autoria
	Revision *Revision `json:"revision,omitempty" hecho:"true" doc:"Qué dijo quien supervisó"`
}

// Revision is the decision on an attention.
type Revision struct {
	Acepta bool           `json:"acepta" doc:"Si la dio por atendida"`
	Causal CausalDevolver `json:"causal,omitempty" doc:"Causal, si la devolvió" example:"evidencia_insuficiente"`
	Nota   string         `json:"nota,omitempty" doc:"Consideraciones"`
	tramite.Autoria
}

// Prorroga is a demand of more time for an observation and its resolution.
type Prorroga struct {
	Hasta  fecha.Fecha `json:"hasta" validate:"required" doc:"Fecha que se pide" example:"2026-06-30"`
	Motivo string      `json:"motivo" validate:"required,min=10,max=1000" doc:"Por qué" example:"La señal se fabrica por contrato y llega en junio."`
	tramite.Autoria
	Resuelta   fecha.Fecha `json:"resuelta,omitzero" hecho:"true" doc:"Día en que se resolvió"`
	Concedida  fecha.Fecha `json:"concedida,omitzero" hecho:"true" doc:"Fecha concedida; vacía si se negó"`
	Resolucion string      `json:"resolucion,omitempty" hecho:"true" doc:"Por qué"`
}

// RetiroHecho is why an observation was left without effect.
type RetiroHecho struct {
	Causal CausalRetiro `json:"causal" doc:"Causal" example:"error_de_hecho"`
	Motivo string       `json:"motivo" doc:"Por qué"`
	tramite.Autoria
}

// Escalamiento is a warning of lateness.
type Escalamiento struct {
	Observacion string          `json:"observacion" validate:"required,max=20" doc:"Observación" example:"O1"`
	Nivel       int             `json:"nivel,omitempty" hecho:"true" doc:"Peldaño" example:"1"`
	Unidad      doe.ClaveUnidad `json:"unidad,omitempty" hecho:"true" doc:"Unidad a la que se avisa" example:"doe-7.1.3.1"`
	Organo      doe.ClaveOrgano `json:"organo,omitempty" hecho:"true" doc:"OOAD a cuya titularidad se avisa" example:"ooad-14"`
	Dia         fecha.Fecha     `json:"dia,omitzero" hecho:"true" doc:"Día"`
}

// ClaveReloj says which clock rang.
func (e Escalamiento) ClaveReloj() string { return e.Observacion }

// Conclusion is how the follow-up ended.
type Conclusion struct {
	Efecto string `json:"efecto" validate:"required,min=10,max=4000" doc:"Qué mejoró y con qué se sabe" example:"La señal sigue visible y las quejas por ella cesaron."`
	tramite.Autoria
}

// CancelacionHecha is why a visit was not made.
type CancelacionHecha struct {
	Causal CausalCancelar `json:"causal" validate:"required" doc:"Causal" example:"sin_equipo"`
	Motivo string         `json:"motivo" validate:"required,min=10,max=1000" doc:"Por qué" example:"El equipo atiende la contingencia de otro OOAD."`
	tramite.Autoria
}

// observacion is the one with a key; nil when there is none.
func (v *Visita) observacion(clave string) *Observacion {
	for i := range v.Observado {
		if v.Observado[i].Clave == clave {
			return &v.Observado[i]
		}
	}
	return nil
}

// criterio is the one of the applied checklist with a key.
func (v *Visita) criterio(clave string) (Criterio, bool) {
	if v.Cedula == nil {
		return Criterio{}, false
	}
	i := slices.IndexFunc(v.Cedula.Criterios, func(c Criterio) bool { return c.Clave == clave })
	if i < 0 {
		return Criterio{}, false
	}
	return v.Cedula.Criterios[i], true
}

// hallado is what was found of a criterion.
func (v *Visita) hallado(criterio string) Respuesta {
	for _, h := range v.Respuestas {
		if h.Criterio == criterio {
			return h.Respuesta
		}
	}
	return ""
}

// abiertas says whether some observation is not settled.
func (v Visita) abiertas() bool { return slices.ContainsFunc(v.Observado, Observacion.abierta) }

// trasActa is where a visit stands by its observations.
func (v Visita) trasActa() tramite.Estado {
	if v.abiertas() {
		return EnAtencion
	}
	return Atendida
}

// claves lists the observations that some condition holds of.
func claves(es func(Observacion) bool) func(Visita) []string {
	return func(v Visita) []string {
		var out []string
		for _, o := range v.Observado {
			if v.Estado == EnAtencion && es(o) {
				out = append(out, o.Clave)
			}
		}
		return out
	}
}

func plazosVisita() []tramite.Plazo[Visita] {
	escala := func(_ Visita, k tramite.Reloj) any { return Escalamiento{Observacion: k.Clave} }
	return []tramite.Plazo[Visita]{
		{
			Nombre: PlazoAtencion, Titulo: "Atención de una observación", Aviso: 5, Claves: claves(Observacion.debe), Frustra: []string{DejarSinEfecto.Nombre},
			Fecha: func(v Visita, k string) fecha.Fecha {
				if o := v.observacion(k); o != nil {
					return o.Compromiso
				}
				return fecha.Fecha{}
			},
			Desde: func(v Visita, k string) fecha.Fecha {
				if o := v.observacion(k); o != nil {
					return o.Desde
				}
				return v.Creado.Dia()
			},
			Termino: func(v Visita, k string, dia fecha.Fecha) (plazo.Termino, bool) {
				o := v.observacion(k)
				if o == nil {
					return plazo.Termino{}, false
				}
				t, ok := terminos.De(string(o.Gravedad), dia)
				if o.Dias > 0 {
					t.Cuenta = o.Dias
				}
				return t, ok
			},
			Vencido: Escalar.Nombre, Alarmas: escalones(), Entrada: escala,
			Efecto: "El reloj avisa al área visitada, después a la titularidad del OOAD y a quienes coordinan la supervisión.",
		},
		{
			Nombre: PlazoRevision, Titulo: "Revisión de una atención", Aviso: 1, Claves: claves(func(o Observacion) bool { return o.Situa == Respondida }),
			Termino: func(_ Visita, _ string, dia fecha.Fecha) (plazo.Termino, bool) {
				return terminos.De(PlazoRevision, dia)
			},
			Vencido: Escalar.Nombre, Alarmas: []int{0, 5}, Entrada: escala, Efecto: "El reloj avisa a quien coordina la supervisión.",
		},
		{
			Nombre: PlazoFirma, Titulo: "Firma del acta", Aviso: 1, Claves: tramite.En[Visita](Levantada), Frustra: []string{AsentarNegativa.Nombre},
			Termino: func(_ Visita, _ string, dia fecha.Fecha) (plazo.Termino, bool) { return terminos.De(PlazoFirma, dia) },
		},
		{
			Nombre: PlazoVisita, Titulo: "Último día de la visita", Aviso: 5, Claves: tramite.En[Visita](Programada, Notificada), Frustra: []string{Cancelar.Nombre},
			Fecha: func(v Visita, _ string) fecha.Fecha { return v.Fin },
		},
	}
}

// Visitas is the definition of the visit.
var Visitas = tramite.MustDefinir(tramite.Definicion[Visita]{
	Nombre: "visita-supervision", Coleccion: ColeccionVisitas, Serie: "VSV", Rama: Rama,
	Titulo:      "Visita de supervisión",
	Descripcion: "Visita de supervisión y acompañamiento a un sitio de un OOAD: aviso, cédula aplicada, acta con las dos partes, observaciones con gravedad y recomendación, su atención con término y evidencia, y seguimiento hasta que concluye.",
	Estados: []tramite.DefEstado{
		{Nombre: Programada, Categoria: tramite.Abierta, Titulo: "Programada, por avisar"},
		{Nombre: Notificada, Categoria: tramite.Abierta, Titulo: "Avisada al OOAD"},
		{Nombre: EnCurso, Categoria: tramite.Abierta, Titulo: "En curso"},
		{Nombre: Levantada, Categoria: tramite.Abierta, Titulo: "Con acta, por firmar"},
		{Nombre: EnAtencion, Categoria: tramite.Abierta, Titulo: "Con observaciones por atender"},
		{Nombre: Atendida, Categoria: tramite.Abierta, Titulo: "Atendida, por concluir"},
		{Nombre: Concluida, Categoria: tramite.Cerrada, Titulo: "Concluida"},
		{Nombre: Cancelada, Categoria: tramite.Cancelada, Titulo: "Cancelada"},
	},
	Alta: Programar,
	Actos: tramite.Actos[Visita](
		Notificar, Acusar, Reprogramar, Iniciar, AplicarCedula, LevantarActa, FirmarActa, AsentarNegativa, AtenderObservacion, AceptarAtencion, DevolverAtencion,
		PedirProrroga, ResolverProrroga, DejarSinEfecto, Escalar, Concluir, Cancelar, Adjuntar,
	),
	Plazos: plazosVisita(),
	Partes: func(v Visita) []tramite.Parte { // the head of the OOAD reads what it was told of
		if v.Aviso == nil {
			return nil
		}
		return []tramite.Parte{{Rol: doe.Evaluado, Organo: v.OOAD.Organo()}}
	},
	Unica: func(v Visita) string { return v.Programa + "|" + v.Clave },
	Indices: []tramite.Indice[Visita]{
		{Nombre: "programa", Descripcion: "Folio del programa", De: func(v Visita) string { return v.Programa }},
		{Nombre: "sitio", Descripcion: "Clave del sitio", De: func(v Visita) string { return v.Sitio.Clave }},
		{Nombre: "modalidad", Descripcion: "Presencial o virtual", Valores: modalidades.Claves(), De: func(v Visita) string { return string(v.Modalidad) }},
		{Nombre: "reincidencia", Descripcion: "Si repite observaciones de una visita anterior", Valores: []string{"si", "no"}, De: func(v Visita) string {
			if v.Acta == nil {
				return ""
			}
			if slices.ContainsFunc(v.Observado, func(o Observacion) bool { return o.Reincide != nil }) {
				return "si"
			}
			return "no"
		}},
		{Nombre: "gravedad", Descripcion: "La mayor gravedad de lo que falta atender", Valores: gravedades.Claves(), De: func(v Visita) string {
			g := Gravedad("")
			for _, o := range v.Observado {
				if o.abierta() && (g == "" || g.menor(o.Gravedad)) {
					g = o.Gravedad
				}
			}
			return string(g)
		}},
	},
	Texto: func(v Visita) string {
		t := v.Clave + " " + v.Sitio.Clave + " " + v.Sitio.Nombre + " " + v.Objetivo
		for _, o := range v.Observado {
			t += " " + o.Texto + " " + o.Recomendacion
		}
		return t
	},
})
