package grupo

import (
	"fmt"
	"maps"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Hallado is what a follow-up found of what takes a demand up.
type Hallado struct {
	Demanda int            `json:"demanda" doc:"Número de la demanda" example:"1"`
	Estado  tramite.Estado `json:"estado" doc:"Estado de la petición o del acuerdo" example:"turnada"`
	// Peticion is the one that stands for the one that was accumulated.
	Peticion  string    `json:"peticion,omitempty" doc:"Petición que la recoge, si la suya se acumuló a otra"`
	Resultado Resultado `json:"resultado,omitempty" doc:"Cómo terminó, si terminó"`
}

// Seguimiento is the input of [Seguir].
type Seguimiento struct {
	Nota string `json:"nota" validate:"required,min=5,max=2000" doc:"Qué se hizo" example:"Se llamó al área y se informó al grupo."`
	// Hallados is what was read of petitions and agreements.
	Hallados []Hallado `json:"hallados,omitempty" hecho:"true" doc:"Cómo estaban las peticiones y los acuerdos"`
}

// Seguir looks at what petitions and agreements did, and ends the demands whose
// have ended.
var Seguir = tramite.Acto[Solicitud, Seguimiento]{
	Nombre: "dar-seguimiento", Titulo: "Dar seguimiento",
	Descripcion: "Lee cómo están las peticiones y los acuerdos que recogen las demandas, y da por terminadas las que concluyeron. La petición acumulada se sigue en la que la atiende.",
	De:          tramite.Desde(EnSeguimiento, Programada), A: adonde, Elegir: segun[Seguimiento], Facultades: sigue, Alcance: doe.Nacional,
	Validar: func(r Solicitud, _ Seguimiento, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(!slices.ContainsFunc(r.Demandas, func(d Demanda) bool { return d.Situacion == EnPeticion || d.Situacion == EnAcuerdo }), ReglaNadaQueSeguir, "body")
	},
	Fijar: func(r Solicitud, e *Seguimiento, c *tramite.Contexto) {
		e.Hallados = nil
		for _, d := range r.Demandas {
			x := cotejar(d, c)
			if x.estado == "" {
				continue
			}
			h := Hallado{Demanda: d.Numero, Estado: x.estado}
			if x.peticion != d.Peticion {
				h.Peticion = x.peticion
			}
			if x.fin {
				h.Resultado = x.resultado
			}
			e.Hallados = append(e.Hallados, h)
		}
	},
	Aplicar: func(r *Solicitud, e Seguimiento, s tramite.Suceso) {
		r.Seguimientos++
		for _, h := range e.Hallados {
			d := r.demanda(h.Demanda)
			if d == nil {
				continue
			}
			d.Visto = h.Estado
			if h.Peticion != "" {
				d.Peticion, d.Nacida = h.Peticion, false
			}
			if h.Resultado != "" {
				d.terminar(h.Resultado, d.Respuesta, s.Dia)
			}
		}
		r.soltarReunion()
	},
	Ejemplo: Seguimiento{Nota: "Se llamó al área y se informó al grupo."},
}

// Ampliacion is the input of [Prorrogar].
type Ampliacion struct {
	Dias   int    `json:"dias" validate:"min=1,max=60" doc:"Días hábiles que se añaden, a lo más la mitad del término" example:"20"`
	Motivo string `json:"motivo" validate:"required,min=10,max=1000" doc:"Por qué" example:"El acuerdo principal vence el mes siguiente."`
}

// UnidadesProrroga is by how much the term grows.
func (a Ampliacion) UnidadesProrroga() int { return a.Dias }

// Prorrogar extends once the term in which every demand is to end.
var Prorrogar = tramite.Acto[Solicitud, Ampliacion]{
	Nombre: "prorrogar", Titulo: "Prorrogar", Descripcion: "Amplía una vez, con su motivo, el término para que termine cada demanda.",
	De: vivas, Facultades: asigna, Alcance: doe.Nacional,
	Validar: func(r Solicitud, e Ampliacion, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(r.Prorroga != "", ReglaProrroga, "body")
		t, _ := terminos.De(PlazoConclusion, c.Hoy())
		n := t.Cuenta
		if r.Dias.Conclusion > 0 {
			n = r.Dias.Conclusion
		}
		f.Si(e.Dias > n/2, ReglaMitad, "body.dias", n/2)
	},
	Aplicar: func(r *Solicitud, e Ampliacion, _ tramite.Suceso) { r.Prorroga = e.Motivo },
	Ejemplo: Ampliacion{Dias: 20, Motivo: "El acuerdo principal vence el mes siguiente."},
}

// Reparo is the input of [Observar].
type Reparo struct {
	Texto string `json:"texto" validate:"required,min=10,max=2000" doc:"Qué se observa" example:"La minuta no dice qué se contestó de la demanda 2."`
}

// Observar is what the review of a request finds wrong.
var Observar = tramite.Acto[Solicitud, Reparo]{
	Nombre: "observar", Titulo: "Observar", Descripcion: "Quien supervisa las reuniones con grupos observa algo de la solicitud, para que se corrija en su término.",
	De: abiertas, Facultades: supervisa, Alcance: doe.Nacional,
	Aplicar: func(r *Solicitud, e Reparo, s tramite.Suceso) {
		r.Observaciones = append(r.Observaciones, Observacion{Numero: len(r.Observaciones) + 1, Texto: e.Texto, Autoria: s.Autoria()})
	},
	Ejemplo: Reparo{Texto: "La minuta no dice qué se contestó de la demanda 2."},
}

// Correccion is the input of [Subsanar].
type Correccion struct {
	Numero     int    `json:"numero" validate:"min=1,max=1000" doc:"Número de la observación" example:"1"`
	Correccion string `json:"correccion" validate:"required,min=5,max=2000" doc:"Cómo se corrigió" example:"Se informó al grupo por oficio lo contestado."`
}

// Subsanar corrects it.
var Subsanar = tramite.Acto[Solicitud, Correccion]{
	Nombre: "subsanar", Titulo: "Subsanar", Descripcion: "Dice cómo se corrigió lo observado.",
	De: abiertas, Facultades: ejecuta, Alcance: doe.Nacional,
	Validar: func(r Solicitud, e Correccion, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(e.Numero > len(r.Observaciones) || !r.Observaciones[min(e.Numero, len(r.Observaciones))-1].Corregida.IsZero(), ReglaObservacion, "body.numero")
	},
	Aplicar: func(r *Solicitud, e Correccion, s tramite.Suceso) {
		if e.Numero <= len(r.Observaciones) {
			o := &r.Observaciones[e.Numero-1]
			o.Correccion, o.Corregida = e.Correccion, s.Dia
		}
	},
	Ejemplo: Correccion{Numero: 1, Correccion: "Se informó al grupo por oficio lo contestado."},
}

// Analizar notes something to improve.
var Analizar = tramite.Acto[Solicitud, Oportunidad]{
	Nombre: "anotar-oportunidad", Titulo: "Anotar oportunidad de mejora", Descripcion: "Anota qué puede mejorarse, según lo que el grupo hizo ver, y de qué demandas se desprende.",
	De: abiertas, Facultades: analiza, Alcance: doe.Nacional,
	Validar: func(r Solicitud, e Oportunidad, _ *tramite.Contexto, f *falla.Fallas) {
		for i, n := range e.Demandas {
			f.Si(r.demanda(n) == nil, ReglaDemanda, fmt.Sprintf("body.demandas[%d]", i))
		}
	},
	Aplicar: func(r *Solicitud, e Oportunidad, s tramite.Suceso) {
		e.Autoria = s.Autoria()
		r.Oportunidades = append(r.Oportunidades, e)
	},
	Ejemplo: Oportunidad{Texto: "Avisar a las asociaciones cuando cambie el horario de la farmacia.", Demandas: []int{1}, Proceso: "Abasto de farmacia"},
}

// Escalar is the clock's warning that a term passed: to who keeps the request,
// and then up its ladder.
var Escalar = tramite.Acto[Solicitud, Escalamiento]{
	Nombre: "escalar", Titulo: "Escalar", Descripcion: "El reloj avisa que venció un término, cada vez más arriba: la coordinación, la Coordinación de Atención y Orientación y la Unidad.",
	De: abiertas, Facultades: coordina, Alcance: doe.Nacional, Contrapartes: deReloj,
	Fijar: func(r Solicitud, e *Escalamiento, c *tramite.Contexto) {
		n := 0
		for _, x := range r.Escalamientos {
			if x.Clave == e.Clave {
				n++
			}
		}
		peldanos := escalera(r.OOAD)
		e.Nivel, e.Dia = n+1, c.Hoy()
		e.Unidad = peldanos[min(n, len(peldanos)-1)]
	},
	Aplicar: func(r *Solicitud, e Escalamiento, _ tramite.Suceso) { r.Escalamientos = append(r.Escalamientos, e) },
	Ejemplo: Escalamiento{Plazo: PlazoMinuta, Clave: "minuta 1"},
}

// Cierre is the input of [Cerrar].
type Cierre struct {
	Sintesis  string      `json:"sintesis" validate:"required,min=10,max=4000" doc:"Qué se logró, en breve" example:"La farmacia surte completas las recetas y se explicó el trámite."`
	Oficio    string      `json:"oficio" validate:"required,max=120" doc:"Oficio con que se entrega al grupo" example:"CAOD-14/0120/2026"`
	Medio     Medio       `json:"medio" validate:"required" doc:"Por qué medio se entregó" example:"oficio"`
	Entregado fecha.Fecha `json:"entregado" validate:"required" doc:"Día en que el grupo lo recibió" example:"2026-03-24"`
}

// Cerrar ends a request whose demands have all ended, with the report for the
// group.
var Cerrar = tramite.Acto[Solicitud, Cierre]{
	Nombre: "cerrar", Titulo: "Cerrar", Descripcion: "Terminadas todas las demandas y corregido lo observado, entrega al grupo el informe de cierre, cuyas cifras salen del expediente.",
	De: tramite.Desde(PorCerrar), A: tramite.Hacia(Concluida), Facultades: ejecuta, Alcance: doe.Nacional,
	Validar: func(r Solicitud, e Cierre, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(slices.ContainsFunc(r.Observaciones, func(o Observacion) bool { return o.Corregida.IsZero() }), ReglaPorCorregir, "registro.observaciones")
		f.Si(e.Entregado.After(c.Hoy()) || e.Entregado.Before(r.terminada()), ReglaEntregado, "body.entregado")
	},
	Aplicar: func(r *Solicitud, e Cierre, s tramite.Suceso) { r.Informe = r.informar(e, s.Dia) },
	Ordena:  func(r Solicitud, _ Cierre, c *tramite.Contexto) []tramite.Orden { return r.avisa(true, c) },
	Ejemplo: Cierre{Sintesis: "La farmacia surte completas las recetas y se explicó el trámite.", Oficio: "CAOD-14/0120/2026", Medio: PorOficio, Entregado: fecha.MustParse("2026-03-24")},
}

// terminada is the day the last demand ended.
func (r Solicitud) terminada() fecha.Fecha {
	var out fecha.Fecha
	for _, d := range r.Demandas {
		if d.Fin.After(out) {
			out = d.Fin
		}
	}
	return out
}

func (r Solicitud) informar(e Cierre, dia fecha.Fecha) *Informe {
	i := Informe{
		Demandas: len(r.Demandas), PorResultado: map[Resultado]int{}, Oportunidades: len(r.Oportunidades), Dias: r.Recepcion.Dias(dia),
		Sintesis: e.Sintesis, Oficio: e.Oficio, Medio: e.Medio, Entregado: e.Entregado,
	}
	for _, d := range r.Demandas {
		i.PorResultado[d.Resultado]++
	}
	for _, x := range r.Reuniones {
		if x.Situacion != Celebrada || x.Minuta == nil {
			i.Canceladas++
			continue
		}
		i.Reuniones, i.Asistentes, i.Convocadas = i.Reuniones+1, i.Asistentes+x.Minuta.Asistentes, i.Convocadas+len(x.Areas)
		for _, a := range x.Areas {
			if a.Asistio {
				i.Asistieron++
			}
		}
	}
	return &i
}

// Desistimiento is the input of [Desistir].
type Desistimiento struct {
	Motivo    string `json:"motivo" validate:"required,min=5,max=1000" doc:"Por qué desiste el grupo" example:"Lo tratará por otra vía."`
	Documento string `json:"documento" validate:"required,max=200" doc:"Escrito en que consta" example:"Escrito UJO/021/2026"`
}

// Desistir ends a request that the group takes back.
var Desistir = tramite.Acto[Solicitud, Desistimiento]{
	Nombre: "desistir", Titulo: "Desistir", Descripcion: "El grupo retira su solicitud; las peticiones y los acuerdos que ya nacieron siguen por su cuenta.",
	De: vivas, A: tramite.Hacia(Desistida), Facultades: ejecuta, Alcance: doe.Nacional,
	Aplicar: func(r *Solicitud, e Desistimiento, s tramite.Suceso) {
		r.Motivo = e.Motivo + " (" + e.Documento + ")"
		r.terminarTodo(RetiradaPorSus, r.Motivo, s.Dia)
	},
	Ordena:  func(r Solicitud, _ Desistimiento, c *tramite.Contexto) []tramite.Orden { return r.avisa(true, c) },
	Ejemplo: Desistimiento{Motivo: "Lo tratará por otra vía.", Documento: "Escrito UJO/021/2026"},
}

func (r *Solicitud) terminarTodo(x Resultado, motivo string, dia fecha.Fecha) {
	for i := range r.Demandas {
		if d := &r.Demandas[i]; !d.Acabada() {
			d.terminar(x, motivo, dia)
		}
	}
	if x := r.pendiente(); x != nil {
		x.Situacion = SuspendidaR
	}
}

// Rechazo is the input of [Rechazar].
type Rechazo struct {
	Causal CausalRechazo `json:"causal" validate:"required" doc:"Causal" example:"sin_materia"`
	Motivo string        `json:"motivo" validate:"required,min=10,max=2000" doc:"Fundamento" example:"Lo que se pide ya se resolvió para todas las personas usuarias."`
	// Solicitud is the one that it repeats.
	Solicitud string `json:"solicitud,omitempty" validate:"omitempty,max=60" doc:"Solicitud del grupo que repite, si es repetida" example:"SGO-2026-14-0000002-X"`
}

// Rechazar ends a request on a ground, before anything is decided of it.
var Rechazar = tramite.Acto[Solicitud, Rechazo]{
	Nombre: "rechazar", Titulo: "Rechazar", Descripcion: "La solicitud no se atiende, con su causal: no hay representación, no compete, no tiene materia, repite otra del grupo o el grupo faltó a dos reuniones.",
	De: tramite.Desde(Recibida), A: tramite.Hacia(Rechazada), Facultades: ejecuta, Alcance: doe.Nacional, Causales: tramite.Causales(causalesRechazo),
	Validar: func(r Solicitud, e Rechazo, c *tramite.Contexto, f *falla.Fallas) {
		g := tramite.Hallar[Grupo](c, ColeccionGrupos, r.Grupo)
		f.Si(e.Causal == SinRepresentacion && g != nil && g.Vigente(c.Hoy()), ReglaSiRepresenta, "body.causal")
		f.Si(e.Causal == Inasistencia && r.faltas() < 2, ReglaFaltas, "body.causal")
		if !f.Si((e.Causal == Repetida) != (e.Solicitud != ""), ReglaRepite, "body.solicitud") && e.Solicitud != "" {
			o := tramite.Hallar[Solicitud](c, ColeccionSolicitudes, e.Solicitud)
			f.Si(o == nil || o.Grupo != r.Grupo || o.Folio == r.Folio, ReglaRepite, "body.solicitud")
		}
	},
	Aplicar: func(r *Solicitud, e Rechazo, s tramite.Suceso) {
		r.Causal, r.Motivo = e.Causal, e.Motivo
		x := Improcedente
		if e.Causal == NoEsDelInstituto {
			x = DeOtro
		}
		r.terminarTodo(x, e.Motivo, s.Dia)
	},
	Ordena:  func(r Solicitud, _ Rechazo, c *tramite.Contexto) []tramite.Orden { return r.avisa(true, c) },
	Ejemplo: Rechazo{Causal: SinMateria, Motivo: "Lo que se pide ya se resolvió para todas las personas usuarias."},
}

// Avance is how one demand stands, with what takes it up as it is now.
type Avance struct {
	Demanda   int            `json:"demanda" doc:"Número de la demanda" example:"1"`
	Texto     string         `json:"texto" doc:"Qué pide"`
	Situacion Situacion      `json:"situacion" doc:"Cómo está" example:"en_peticion"`
	Resultado Resultado      `json:"resultado,omitempty" doc:"Cómo terminó" example:"atendida"`
	Dias      int            `json:"dias" doc:"Días naturales que lleva, o que llevó" example:"12"`
	Peticion  string         `json:"peticion,omitempty" doc:"Petición que la recoge hoy"`
	Acuerdo   string         `json:"acuerdo,omitempty" doc:"Acuerdo que la recoge"`
	Estado    tramite.Estado `json:"estado,omitempty" doc:"Estado de la petición o del acuerdo, hoy" example:"turnada"`
	// Concluyo: what takes it up has ended, and a follow-up would end it.
	Concluyo   bool        `json:"concluyo,omitempty" doc:"Si lo que la recoge ya terminó y falta dar seguimiento"`
	Compromiso fecha.Fecha `json:"compromiso,omitzero" doc:"Fecha del acuerdo" example:"2026-04-30"`
	Tarde      bool        `json:"tarde,omitempty" doc:"Si el acuerdo pasó de su fecha sin terminar"`
}

// Avanza tells how each demand stands today.
func (r Solicitud) Avanza(c *tramite.Contexto) []Avance {
	out := make([]Avance, 0, len(r.Demandas))
	for _, d := range r.Demandas {
		a := Avance{Demanda: d.Numero, Texto: d.Texto, Situacion: d.Situacion, Resultado: d.Resultado, Peticion: d.Peticion, Acuerdo: d.Acuerdo, Estado: d.Visto}
		fin := d.Fin
		if fin.IsZero() {
			fin = c.Hoy()
		}
		a.Dias = r.Recepcion.Dias(fin)
		if x := cotejar(d, c); x.estado != "" {
			a.Estado, a.Concluyo, a.Compromiso = x.estado, x.fin, x.vence
			a.Tarde = !x.fin && !x.vence.IsZero() && c.Hoy().After(x.vence)
			if x.peticion != "" {
				a.Peticion = x.peticion
			}
		}
		out = append(out, a)
	}
	return out
}

// Fila counts the requests of a body, or of a kind of group.
type Fila struct {
	OOAD         doe.OOAD          `json:"ooad,omitempty" doc:"OOAD, si se agrupa por él" example:"14"`
	Clase        Clase             `json:"clase,omitempty" doc:"Clase de grupo, si se agrupa por ella" example:"empresa"`
	Solicitudes  int               `json:"solicitudes" doc:"Solicitudes" example:"4"`
	Abiertas     int               `json:"abiertas" doc:"Sin concluir" example:"1"`
	Escaladas    int               `json:"escaladas" doc:"Con algún término vencido" example:"1"`
	Demandas     int               `json:"demandas" doc:"Demandas" example:"11"`
	Terminadas   int               `json:"terminadas" doc:"Demandas terminadas" example:"8"`
	PorResultado map[Resultado]int `json:"por_resultado" doc:"Demandas terminadas, por resultado"`
	Reuniones    int               `json:"reuniones" doc:"Reuniones celebradas" example:"3"`
	Fallidas     int               `json:"reuniones_fallidas" doc:"Reuniones canceladas, o a que el grupo no llegó" example:"1"`
	Inasistentes int               `json:"areas_sin_asistir" doc:"Áreas convocadas a reuniones celebradas que no asistieron" example:"2"`
	// Mediana is of the days from reception of the demands that ended.
	Mediana int `json:"mediana_dias" doc:"Mediana de los días naturales en que terminaron las demandas; 0 si ninguna" example:"14"`

	dias []int
}

// Contar counts requests by body or, if asked, by kind of group, in order.
func Contar(rs []Solicitud, porClase bool) []Fila {
	filas := map[string]*Fila{}
	for _, r := range rs {
		k, f := string(r.OOAD), Fila{OOAD: r.OOAD}
		if porClase {
			k, f = string(r.Clase), Fila{Clase: r.Clase}
		}
		if filas[k] == nil {
			f.PorResultado = map[Resultado]int{}
			filas[k] = &f
		}
		filas[k].contar(r)
	}
	out := make([]Fila, 0, len(filas))
	for _, k := range slices.Sorted(maps.Keys(filas)) {
		f := filas[k]
		if n := len(f.dias); n > 0 {
			slices.Sort(f.dias)
			f.Mediana = (f.dias[(n-1)/2] + f.dias[n/2]) / 2
		}
		out = append(out, *f)
	}
	return out
}

func (f *Fila) contar(r Solicitud) {
	f.Solicitudes++
	if Solicitudes.Definicion().Categoria(r.Estado) == tramite.Abierta {
		f.Abiertas++
	}
	if len(r.Escalamientos) > 0 {
		f.Escaladas++
	}
	for _, d := range r.Demandas {
		f.Demandas++
		if d.Acabada() {
			f.Terminadas++
			f.PorResultado[d.Resultado]++
			f.dias = append(f.dias, r.Recepcion.Dias(d.Fin))
		}
	}
	for _, x := range r.Reuniones {
		switch x.Situacion {
		case Celebrada:
			f.Reuniones++
			for _, a := range x.Areas {
				if !a.Asistio {
					f.Inasistentes++
				}
			}
		case SuspendidaR, SinElGrupo:
			f.Fallidas++
		case PorCelebrar:
		}
	}
}
