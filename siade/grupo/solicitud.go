package grupo

import (
	"fmt"
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// ColeccionSolicitudes is the path of the requests.
const ColeccionSolicitudes = "solicitudes-grupo"

// The states of a request.
const (
	Recibida tramite.Estado = "recibida"
	// Programada: a meeting is to come, or its minutes.
	Programada tramite.Estado = "programada"
	// EnSeguimiento: something was decided and something is left.
	EnSeguimiento tramite.Estado = "en_seguimiento"
	// PorCerrar: every demand ended; the report is owed.
	PorCerrar tramite.Estado = "por_cerrar"
	Concluida tramite.Estado = "concluida"
	Desistida tramite.Estado = "desistida"
	Rechazada tramite.Estado = "rechazada"
)

// MaxDemandas bounds how many demands a request has, with those added later.
const MaxDemandas = 30

// Pedida is a demand as the group makes it.
type Pedida struct {
	Texto          string `json:"texto" validate:"required,min=10,max=2000" doc:"Qué pide el grupo" example:"Que la farmacia de la UMF 3 surta completas las recetas de personas jubiladas."`
	Tema           string `json:"tema,omitempty" validate:"omitempty,max=60" doc:"Código del tema, del catálogo de SIADE" example:"abasto-de-medicamentos"`
	UnidadServicio string `json:"unidad_servicio,omitempty" validate:"omitempty,max=20" doc:"CLUES o clave de la unidad de que se trata" example:"JCIMS000301"`
}

// Postura is what an area says of a demand.
type Postura struct {
	Demanda int             `json:"demanda" validate:"min=1,max=30" doc:"Número de la demanda" example:"1"`
	Organo  doe.ClaveOrgano `json:"organo,omitempty" validate:"omitempty,max=60" doc:"Órgano que la da; se omite si la da él mismo" example:"ooad-14"`
	Texto   string          `json:"texto" validate:"required,min=10,max=4000" doc:"Qué informa o propone" example:"El faltante se debe a un contrato que vence en abril; se propone redistribuir."`
	tramite.Autoria
}

// Demanda is one thing that a group asks for.
type Demanda struct {
	Numero int `json:"numero" doc:"Número de la demanda" example:"1"`
	Pedida
	Situacion Situacion   `json:"situacion" doc:"Cómo está" example:"por_tratar"`
	Desde     fecha.Fecha `json:"desde" doc:"Día desde el que está así" example:"2026-03-02"`
	Posturas  []Postura   `json:"posturas,omitempty" doc:"Lo que las áreas informan de ella"`
	// Reunion is the number of the meeting that last treated it.
	Reunion  int    `json:"reunion,omitempty" doc:"Reunión en que se trató por última vez" example:"1"`
	Peticion string `json:"peticion,omitempty" doc:"Petición que la recoge" example:"SIADE-2026-14-0000001-X"`
	// Nacida: the petition was registered from here.
	Nacida  bool   `json:"nacida,omitempty" doc:"Si la petición nació de esta solicitud; si no, ya estaba registrada"`
	Acuerdo string `json:"acuerdo,omitempty" doc:"Acuerdo que la recoge" example:"ACU-2026-14-0000001-X"`
	// Visto is the state of what takes it up, when it was last looked at.
	Visto     tramite.Estado `json:"visto,omitempty" doc:"Estado de la petición o del acuerdo en el último seguimiento" example:"turnada"`
	Resultado Resultado      `json:"resultado,omitempty" doc:"Cómo terminó" example:"atendida"`
	Respuesta string         `json:"respuesta,omitempty" doc:"Qué se contestó, o por qué terminó así"`
	Fin       fecha.Fecha    `json:"fin,omitzero" doc:"Día en que terminó"`
}

// Acabada says whether the demand has ended.
func (d Demanda) Acabada() bool { return d.Situacion == Terminada }

func (d *Demanda) terminar(r Resultado, respuesta string, dia fecha.Fecha) {
	d.Situacion, d.Desde, d.Resultado, d.Respuesta, d.Fin = Terminada, dia, r, respuesta, dia
}

// Convocada is an area called to a meeting.
type Convocada struct {
	Organo doe.ClaveOrgano `json:"organo" validate:"required,max=60" doc:"Órgano convocado" example:"ooad-14"`
	Asunto string          `json:"asunto" validate:"required,min=5,max=500" doc:"Para qué se le convoca" example:"Abasto de la farmacia de la UMF 3"`
	// Enlace asks for a link by which it answers without an account.
	Enlace bool `json:"enlace,omitempty" doc:"Si contesta por un enlace, sin cuenta"`
}

// Contestada is an area called to a meeting and what it said.
type Contestada struct {
	Convocada
	Dia    fecha.Fecha `json:"dia,omitzero" doc:"Día en que contestó"`
	Asiste bool        `json:"asiste,omitempty" doc:"Si dijo que asiste"`
	Cargo  string      `json:"cargo,omitempty" doc:"Cargo de quien asistirá"`
	Motivo string      `json:"motivo,omitempty" doc:"Por qué no asiste"`
	// Asistio is what the minutes say.
	Asistio bool `json:"asistio,omitempty" doc:"Si asistió, según la minuta"`
}

// Tratada is what a meeting decided on a demand.
type Tratada struct {
	Demanda   int    `json:"demanda" validate:"min=1,max=30" doc:"Número de la demanda" example:"1"`
	Trato     Trato  `json:"trato" validate:"required" doc:"Qué se decidió" example:"resuelta"`
	Respuesta string `json:"respuesta,omitempty" validate:"omitempty,min=10,max=4000" doc:"Qué se contestó; obligatoria si se resolvió, no procede o no compete" example:"La farmacia surtió hoy los faltantes."`
}

// Minuta are the minutes of a meeting.
type Minuta struct {
	// Representante is the number of the representation of who came.
	Representante int `json:"representante" validate:"min=1,max=1000" doc:"Número de la representación de quien asistió por el grupo" example:"1"`
	Asistentes    int `json:"asistentes" validate:"min=1,max=1000" doc:"Cuántas personas asistieron por el grupo" example:"6"`
	// Institucion are the posts, not the names, of who came for the Institute.
	Institucion []string          `json:"institucion" validate:"required,min=1,max=20,unique,dive,required,max=120" doc:"Cargos de quienes asistieron por la coordinación" example:"[\"Titular de la coordinación\"]"`
	Areas       []doe.ClaveOrgano `json:"areas,omitempty" validate:"omitempty,max=20,unique,dive,required,max=60" doc:"Órganos convocados que asistieron" example:"[\"ooad-14\"]"`
	Tratadas    []Tratada         `json:"tratadas" validate:"required,min=1,max=30,dive" doc:"Qué se decidió de cada demanda que se convocó a tratar"`
	// Firma: the group signed; otherwise Negativa says why it did not.
	Firma    bool   `json:"firma,omitempty" doc:"Si el grupo firmó la minuta" example:"true"`
	Negativa string `json:"negativa,omitempty" validate:"omitempty,min=10,max=1000" doc:"Por qué no firmó"`
	Nota     string `json:"nota,omitempty" validate:"omitempty,max=4000" doc:"Otras manifestaciones"`
	tramite.Autoria
}

// CambioReunion is a date that a meeting had before.
type CambioReunion struct {
	Inicio fecha.Instante `json:"inicio" doc:"Cuándo iba a ser"`
	Causal CausalCambio   `json:"causal" doc:"Causal" example:"lo_pide_el_grupo"`
	Motivo string         `json:"motivo" doc:"Por qué"`
	tramite.Autoria
}

// SituacionReunion is how a meeting stands.
type SituacionReunion string

// The situations of a meeting.
const (
	PorCelebrar SituacionReunion = "por_celebrar"
	Celebrada   SituacionReunion = "celebrada"
	SuspendidaR SituacionReunion = "cancelada"
	SinElGrupo  SituacionReunion = "sin_el_grupo"
)

// Reunion is a meeting with the group.
type Reunion struct {
	Numero    int              `json:"numero" doc:"Número de la reunión" example:"1"`
	Inicio    fecha.Instante   `json:"inicio" doc:"Inicio" example:"2026-03-12T16:00:00.000000Z"`
	Modalidad Modalidad        `json:"modalidad" doc:"Cómo se celebra" example:"presencial"`
	Lugar     string           `json:"lugar,omitempty" doc:"Lugar"`
	Enlace    string           `json:"enlace,omitempty" doc:"Dirección de la videoconferencia"`
	Demandas  []int            `json:"demandas" doc:"Demandas que se tratarán" example:"[1,2]"`
	Areas     []Contestada     `json:"areas,omitempty" doc:"Áreas convocadas"`
	Situacion SituacionReunion `json:"situacion" validate:"oneof=por_celebrar celebrada cancelada sin_el_grupo" doc:"Cómo está" example:"por_celebrar"`
	Cambios   []CambioReunion  `json:"cambios,omitempty" doc:"Fechas que tuvo antes, y por qué se movió o se canceló"`
	Minuta    *Minuta          `json:"minuta,omitempty" doc:"Minuta"`
}

// Observacion is what a review found wrong and how it was corrected.
type Observacion struct {
	Numero     int         `json:"numero" doc:"Número" example:"1"`
	Texto      string      `json:"texto" doc:"Qué se observa"`
	Correccion string      `json:"correccion,omitempty" doc:"Cómo se corrigió"`
	Corregida  fecha.Fecha `json:"corregida,omitzero" doc:"Día en que se corrigió"`
	tramite.Autoria
}

// Oportunidad is something to improve that a group made visible.
type Oportunidad struct {
	Texto    string `json:"texto" validate:"required,min=10,max=2000" doc:"Qué puede mejorarse" example:"Avisar a las asociaciones cuando cambie el horario de la farmacia."`
	Demandas []int  `json:"demandas" validate:"required,min=1,max=30,unique,dive,min=1,max=30" doc:"Demandas de que se desprende" example:"[1]"`
	// Proceso is what would change.
	Proceso string `json:"proceso" validate:"required,max=200" doc:"Proceso o servicio que mejoraría" example:"Abasto de farmacia"`
	tramite.Autoria
}

// Escalamiento is a warning of lateness.
type Escalamiento struct {
	Plazo  string          `json:"plazo" validate:"required,max=40" doc:"Plazo que venció" example:"minuta"`
	Clave  string          `json:"clave" validate:"required,max=100" doc:"De qué, si el plazo corre de varias cosas" example:"minuta 1"`
	Nivel  int             `json:"nivel,omitempty" hecho:"true" doc:"Peldaño" example:"1"`
	Unidad doe.ClaveUnidad `json:"unidad,omitempty" hecho:"true" doc:"Unidad a la que se avisa" example:"caood-7.1"`
	Dia    fecha.Fecha     `json:"dia,omitzero" hecho:"true" doc:"Día"`
}

// ClaveReloj says which clock rang.
func (e Escalamiento) ClaveReloj() string { return e.Clave }

// Informe is the closing report: its figures are counted from the record.
type Informe struct {
	Demandas int `json:"demandas" doc:"Demandas" example:"3"`
	// PorResultado counts them by how they ended.
	PorResultado map[Resultado]int `json:"por_resultado" doc:"Cuántas terminaron de cada modo"`
	Reuniones    int               `json:"reuniones" doc:"Reuniones celebradas" example:"1"`
	Canceladas   int               `json:"canceladas" doc:"Reuniones que no se celebraron" example:"0"`
	Asistentes   int               `json:"asistentes" doc:"Personas del grupo que asistieron, sumadas todas las reuniones" example:"6"`
	// Convocadas and Asistieron count areas over all meetings held.
	Convocadas    int         `json:"areas_convocadas" doc:"Áreas convocadas a las reuniones celebradas" example:"2"`
	Asistieron    int         `json:"areas_asistieron" doc:"De ellas, las que asistieron" example:"1"`
	Oportunidades int         `json:"oportunidades" doc:"Oportunidades de mejora detectadas" example:"1"`
	Dias          int         `json:"dias" doc:"Días naturales desde que se recibió" example:"21"`
	Sintesis      string      `json:"sintesis" doc:"Qué se logró, en breve"`
	Oficio        string      `json:"oficio" doc:"Oficio con que se entrega al grupo"`
	Medio         Medio       `json:"medio" doc:"Por qué medio se entregó" example:"oficio"`
	Entregado     fecha.Fecha `json:"entregado" doc:"Día en que el grupo lo recibió" example:"2026-03-24"`
}

// Solicitud is what a group asks for and how it is attended.
type Solicitud struct {
	tramite.Cabecera
	Grupo     string      `json:"grupo" doc:"Folio del grupo" example:"GRU-2026-14-0000001-X"`
	Nombre    string      `json:"nombre_grupo" doc:"Nombre del grupo" example:"Unión de Jubilados de Occidente"`
	Clase     Clase       `json:"clase" doc:"Clase de grupo" example:"jubilados_pensionados"`
	Firmante  int         `json:"representante" doc:"Número de la representación de quien la presenta" example:"1"`
	Recepcion fecha.Fecha `json:"recibida" doc:"Día en que llegó" example:"2026-03-02"`
	Medio     Medio       `json:"medio" doc:"Cómo llegó" example:"oficio"`
	Documento string      `json:"documento,omitempty" doc:"Escrito del grupo"`
	// Dias are the terms of the directive of its day.
	Dias          Dias           `json:"dias,omitzero" doc:"Términos de la directriz de su día"`
	Directriz     int            `json:"directriz,omitempty" doc:"Versión de la directriz de su día" example:"1"`
	Prorroga      string         `json:"prorroga,omitempty" doc:"Por qué se prorrogó"`
	Demandas      []Demanda      `json:"demandas" doc:"Demandas"`
	Reuniones     []Reunion      `json:"reuniones,omitempty" doc:"Reuniones"`
	Seguimientos  int            `json:"seguimientos,omitempty" doc:"Veces que se dio seguimiento" example:"2"`
	Observaciones []Observacion  `json:"observaciones,omitempty" doc:"Observaciones de la supervisión"`
	Oportunidades []Oportunidad  `json:"oportunidades,omitempty" doc:"Oportunidades de mejora"`
	Escalamientos []Escalamiento `json:"escalamientos,omitempty" doc:"Avisos por vencimiento"`
	Informe       *Informe       `json:"informe,omitempty" doc:"Informe de cierre"`
	Causal        CausalRechazo  `json:"causal,omitempty" doc:"Por qué se rechazó" example:"repetida"`
	Motivo        string         `json:"motivo,omitempty" doc:"Motivo del rechazo o del desistimiento"`
}

// demanda is the one with a number; nil when there is none.
func (r *Solicitud) demanda(n int) *Demanda {
	if n < 1 || n > len(r.Demandas) {
		return nil
	}
	return &r.Demandas[n-1]
}

// pendiente is the meeting that is to be held; nil when there is none.
func (r *Solicitud) pendiente() *Reunion {
	if n := len(r.Reuniones); n > 0 && r.Reuniones[n-1].Situacion == PorCelebrar {
		return &r.Reuniones[n-1]
	}
	return nil
}

// donde is where a request stands by its demands and meetings.
func donde(r Solicitud) tramite.Estado {
	switch {
	case r.pendiente() != nil:
		return Programada
	case !slices.ContainsFunc(r.Demandas, func(d Demanda) bool { return !d.Acabada() }):
		return PorCerrar
	case slices.ContainsFunc(r.Demandas, func(d Demanda) bool { return d.Situacion != PorTratar }):
		return EnSeguimiento
	}
	return Recibida
}

// segun chooses with [donde], for acts whatever their input.
func segun[E any](r Solicitud, _ E) tramite.Estado { return donde(r) }

var (
	vivas    = tramite.Desde(Recibida, Programada, EnSeguimiento)
	abiertas = tramite.DesdeCategoria(tramite.Abierta)
	adonde   = tramite.Hacia(Recibida, Programada, EnSeguimiento, PorCerrar)
)

// faltas counts the meetings to which the group did not come.
func (r Solicitud) faltas() int {
	n := 0
	for _, x := range r.Reuniones {
		if x.Situacion == SinElGrupo {
			n++
		}
	}
	return n
}

// partes are the areas called to a meeting.
func partes(r Solicitud) []tramite.Parte {
	var out []tramite.Parte
	for _, x := range r.Reuniones {
		for _, a := range x.Areas {
			p := tramite.Parte{Rol: doe.Area, Organo: a.Organo}
			if !slices.Contains(out, p) {
				out = append(out, p)
			}
		}
	}
	return out
}

// recorta leaves an area the meetings that it was called to and what is treated
// in them.
func recorta(r *Solicitud, a doe.Actor) {
	r.Responsable, r.Escalamientos, r.Observaciones, r.Oportunidades = "", nil, nil, nil
	r.Reuniones = slices.DeleteFunc(slices.Clone(r.Reuniones), func(x Reunion) bool {
		return !slices.ContainsFunc(x.Areas, func(k Contestada) bool { return k.Organo == a.Organo })
	})
	r.Demandas = slices.DeleteFunc(slices.Clone(r.Demandas), func(d Demanda) bool {
		return !slices.ContainsFunc(r.Reuniones, func(x Reunion) bool { return slices.Contains(x.Demandas, d.Numero) })
	})
}

// reloj is a deadline whose lapse is escalated. All ring by the same act, so
// each clock has a key of its own.
func reloj(nombre, titulo string, claves func(Solicitud) []string) tramite.Plazo[Solicitud] {
	return tramite.Plazo[Solicitud]{
		Nombre: nombre, Titulo: titulo, Claves: claves, Aviso: 1, Vencido: Escalar.Nombre, Alarmas: escalones(),
		Frustra: []string{Desistir.Nombre, Rechazar.Nombre},
		Entrada: func(_ Solicitud, k tramite.Reloj) any { return Escalamiento{Plazo: k.Plazo, Clave: k.Clave} },
		Termino: func(r Solicitud, _ string, dia fecha.Fecha) (plazo.Termino, bool) {
			t, ok := terminos.De(nombre, dia)
			if n := r.Dias.de(nombre); n > 0 {
				t.Cuenta, t.Fuente = n, fnNorma
			}
			return t, ok
		},
	}
}

func numerado(nombre string, n int) string { return fmt.Sprintf("%s %d", nombre, n) }

func en(nombre string, es ...tramite.Estado) func(Solicitud) []string {
	return func(r Solicitud) []string {
		if !slices.Contains(es, r.Estado) {
			return nil
		}
		return []string{nombre}
	}
}

func plazos() []tramite.Plazo[Solicitud] {
	recibida := func(r Solicitud, _ string) fecha.Fecha { return r.Recepcion }
	conclusion := reloj(PlazoConclusion, "Conclusión de las demandas", en(PlazoConclusion, Recibida, Programada, EnSeguimiento))
	conclusion.Desde, conclusion.Aviso, conclusion.Prorroga = recibida, 10, Prorrogar.Nombre
	conclusion.Efecto = "El reloj avisa a la coordinación, después a la Coordinación de Atención y Orientación y a la Unidad."
	programar := reloj(PlazoProgramar, "Fijar la reunión", en(PlazoProgramar, Recibida))
	confirmar := reloj(PlazoConfirmar, "Confirmación de las áreas", func(r Solicitud) []string {
		var out []string
		if x := r.pendiente(); x != nil && r.Estado == Programada {
			for _, a := range x.Areas {
				if a.Dia.IsZero() {
					out = append(out, numerado(PlazoConfirmar, x.Numero)+" "+string(a.Organo))
				}
			}
		}
		return out
	})
	minuta := reloj(PlazoMinuta, "Minuta de la reunión", func(r Solicitud) []string {
		if x := r.pendiente(); x != nil && r.Estado == Programada {
			return []string{numerado(PlazoMinuta, x.Numero)}
		}
		return nil
	})
	minuta.Desde = func(r Solicitud, _ string) fecha.Fecha {
		if x := r.pendiente(); x != nil {
			return x.Inicio.Dia()
		}
		return r.Recepcion
	}
	formalizar := reloj(PlazoFormalizar, "Registrar la petición o levantar el acuerdo", func(r Solicitud) []string {
		var out []string
		for _, d := range r.Demandas {
			if d.Situacion == PorRegistrar || d.Situacion == PorAcordar {
				out = append(out, numerado(PlazoFormalizar, d.Numero))
			}
		}
		return out
	})
	seguimiento := reloj(PlazoSeguimiento, "Seguimiento de lo pendiente", func(r Solicitud) []string {
		sigue := slices.ContainsFunc(r.Demandas, func(d Demanda) bool { return d.Situacion == EnPeticion || d.Situacion == EnAcuerdo })
		if !sigue || r.Estado != EnSeguimiento && r.Estado != Programada {
			return nil
		}
		return []string{numerado(PlazoSeguimiento, r.Seguimientos+1)}
	})
	observacion := reloj(PlazoObservacion, "Corrección de lo observado", func(r Solicitud) []string {
		var out []string
		for _, o := range r.Observaciones {
			if o.Corregida.IsZero() {
				out = append(out, numerado(PlazoObservacion, o.Numero))
			}
		}
		return out
	})
	// The next step is told before the whole.
	return []tramite.Plazo[Solicitud]{
		reloj(PlazoCierre, "Informe de cierre", en(PlazoCierre, PorCerrar)),
		programar, formalizar, minuta, seguimiento, conclusion, confirmar, observacion,
	}
}

// Solicitudes is the definition of the request.
var Solicitudes = tramite.MustDefinir(tramite.Definicion[Solicitud]{
	Nombre: "solicitud-grupo", Coleccion: ColeccionSolicitudes, Serie: "SGO", Rama: "doe-7.1.3",
	Titulo:      "Solicitud de grupo organizado",
	Descripcion: "Lo que pide un grupo organizado o una empresa, demanda por demanda: reuniones con áreas convocadas y minuta, respuesta directa, peticiones que nacen de ella, acuerdos, seguimiento hasta que todas terminan e informe de cierre.",
	Estados: []tramite.DefEstado{
		{Nombre: Recibida, Categoria: tramite.Abierta, Titulo: "Recibida"},
		{Nombre: Programada, Categoria: tramite.Abierta, Titulo: "Con reunión por celebrar"},
		{Nombre: EnSeguimiento, Categoria: tramite.Abierta, Titulo: "En seguimiento"},
		{Nombre: PorCerrar, Categoria: tramite.Abierta, Titulo: "Terminada, por cerrar"},
		{Nombre: Concluida, Categoria: tramite.Cerrada, Titulo: "Concluida"},
		{Nombre: Desistida, Categoria: tramite.Cerrada, Titulo: "Desistida"},
		{Nombre: Rechazada, Categoria: tramite.Cerrada, Titulo: "Rechazada"},
	},
	Alta: Recibir,
	Actos: tramite.Actos[Solicitud](
		Agregar, Asignar, Programar, Reprogramar, CancelarReunion, Confirmar, Informar, Celebrar, AsentarInasistencia,
		Atender, LigarPeticion, Acordar, LigarAcuerdo, RetirarDemanda, Seguir, Prorrogar, Observar, Subsanar, Analizar, Escalar, Cerrar, Desistir, Rechazar, Adjuntar,
	),
	Plazos: plazos(), Partes: partes, Recorta: recorta,
	Indices: []tramite.Indice[Solicitud]{
		{Nombre: "grupo", Descripcion: "Folio del grupo", De: func(r Solicitud) string { return r.Grupo }},
		{Nombre: "clase", Descripcion: "Clase de grupo", Valores: clases.Claves(), De: func(r Solicitud) string { return string(r.Clase) }},
		{Nombre: "escalada", Descripcion: "Si algún plazo venció", Valores: []string{"si", "no"}, De: func(r Solicitud) string { return siNo(len(r.Escalamientos) > 0) }},
		{Nombre: "con_observaciones", Descripcion: "Si tiene observaciones por corregir", Valores: []string{"si", "no"}, De: func(r Solicitud) string {
			return siNo(slices.ContainsFunc(r.Observaciones, func(o Observacion) bool { return o.Corregida.IsZero() }))
		}},
		{Nombre: "oportunidades", Descripcion: "Si se detectaron oportunidades de mejora", Valores: []string{"si", "no"}, De: func(r Solicitud) string { return siNo(len(r.Oportunidades) > 0) }},
	},
	Texto: func(r Solicitud) string {
		t := []string{r.Nombre, r.Documento}
		for _, d := range r.Demandas {
			t = append(t, d.Texto)
		}
		return strings.Join(t, " ")
	},
})

// Adjuntar adds a file to a request.
var Adjuntar = tramite.Adjuntar[Solicitud](tramite.Base{De: abiertas, Facultades: ejecuta, Alcance: doe.Nacional, Contrapartes: deArea})
