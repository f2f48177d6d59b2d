package grupo

import (
	"fmt"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Cita is when and where a meeting is held.
type Cita struct {
	Inicio    fecha.Instante `json:"inicio" validate:"required" doc:"Inicio" example:"2026-03-12T16:00:00.000000Z"`
	Modalidad Modalidad      `json:"modalidad" validate:"required" doc:"Cómo se celebra" example:"presencial"`
	Lugar     string         `json:"lugar,omitempty" validate:"omitempty,max=300" doc:"Lugar; obligatorio si no es virtual" example:"Sala de juntas de la coordinación"`
	Enlace    string         `json:"enlace,omitempty" validate:"omitempty,url,max=500" doc:"Dirección de la videoconferencia; obligatoria si no es presencial" example:"https://videoconferencia.imss.gob.mx/grupos"`
}

// horizonte is how many days ahead a meeting may be set.
const horizonte = 90

func (x Cita) validar(o doe.OOAD, c *tramite.Contexto, f *falla.Fallas) {
	f.Si(x.Inicio <= c.Ahora || c.Hoy().Dias(x.Inicio.Dia()) > horizonte, ReglaInicio, "body.inicio")
	habil, _ := c.Calendarios.Habil(plazo.LFPA, x.Inicio.Dia(), string(o.Organo()))
	f.Si(!habil, ReglaInhabil, "body.inicio")
	f.Si(x.Modalidad != Virtual && x.Lugar == "", ReglaLugar, "body.lugar")
	f.Si(x.Modalidad != Presencial && x.Enlace == "", ReglaLugar, "body.enlace")
}

// Convocatoria is the input of [Programar].
type Convocatoria struct {
	Cita
	Demandas []int       `json:"demandas" validate:"required,min=1,max=30,unique,dive,min=1,max=30" doc:"Demandas que se tratarán" example:"[1,2]"`
	Areas    []Convocada `json:"areas,omitempty" validate:"omitempty,max=12,dive" doc:"Áreas que se convocan"`
}

// Programar sets a meeting with the group and calls the areas.
var Programar = tramite.Acto[Solicitud, Convocatoria]{
	Nombre: "programar", Titulo: "Programar reunión",
	Descripcion: "Fija la reunión con el grupo: día hábil, lugar o enlace, qué demandas se tratan y qué áreas se convocan. Cada área dice si asiste, con su cuenta o por un enlace que vence. El grupo debe tener quien lo represente ese día.",
	De:          tramite.Desde(Recibida, EnSeguimiento), A: tramite.Hacia(Programada), Facultades: ejecuta, Alcance: doe.Nacional,
	Validar: func(r Solicitud, e Convocatoria, c *tramite.Contexto, f *falla.Fallas) {
		e.validar(r.OOAD, c, f)
		representado(r, e.Inicio, c, f)
		for i, n := range e.Demandas {
			d := r.demanda(n)
			f.Si(d == nil || d.Acabada(), ReglaDemanda, fmt.Sprintf("body.demandas[%d]", i))
		}
		for i, a := range e.Areas {
			_, hay := c.Catalogo.Organo(a.Organo)
			repite := slices.ContainsFunc(e.Areas[:i], func(o Convocada) bool { return o.Organo == a.Organo })
			f.Si(!hay || repite, ReglaArea, fmt.Sprintf("body.areas[%d].organo", i))
		}
	},
	Aplicar: func(r *Solicitud, e Convocatoria, _ tramite.Suceso) {
		x := Reunion{Numero: len(r.Reuniones) + 1, Inicio: e.Inicio, Modalidad: e.Modalidad, Lugar: e.Lugar, Enlace: e.Enlace, Demandas: e.Demandas, Situacion: PorCelebrar}
		for _, a := range e.Areas {
			x.Areas = append(x.Areas, Contestada{Convocada: a})
		}
		r.Reuniones = append(r.Reuniones, x)
	},
	Enlaces: func(_ Solicitud, e Convocatoria) []tramite.Enlace {
		var out []tramite.Enlace
		for _, a := range e.Areas {
			if a.Enlace {
				out = append(out, tramite.Enlace{Acto: Confirmar.Nombre, Organo: a.Organo, Rol: doe.Area, Dias: 10})
			}
		}
		return out
	},
	Ejemplo: Convocatoria{
		Cita: citaDeEjemplo, Demandas: []int{1, 2}, Areas: []Convocada{{Organo: "ooad-14", Asunto: "Abasto de la farmacia de la UMF 3"}},
	},
}

var citaDeEjemplo = Cita{
	Inicio: fecha.MustParse("2026-03-12").Inicio() + 10*3600*1000000, Modalidad: Presencial, Lugar: "Sala de juntas de la coordinación",
}

// representado checks that somebody represents the group on the day of a
// meeting.
func representado(r Solicitud, cuando fecha.Instante, c *tramite.Contexto, f *falla.Fallas) {
	g := tramite.Hallar[Grupo](c, ColeccionGrupos, r.Grupo)
	f.Si(g == nil || !g.Vigente(cuando.Dia()), ReglaRepresentacion, "registro.grupo")
}

// Cambio is the input of [Reprogramar].
type Cambio struct {
	Cita
	Causal CausalCambio `json:"causal" validate:"required" doc:"Causal" example:"lo_pide_el_grupo"`
	Motivo string       `json:"motivo" validate:"required,min=5,max=1000" doc:"Por qué" example:"El grupo pide la tarde."`
}

// Reprogramar moves the meeting to come; the areas answer again.
var Reprogramar = tramite.Acto[Solicitud, Cambio]{
	Nombre: "reprogramar", Titulo: "Reprogramar reunión", Descripcion: "Mueve la reunión por celebrar, con su causal; las áreas vuelven a decir si asisten y la fecha anterior se conserva.",
	De: tramite.Desde(Programada), Facultades: ejecuta, Alcance: doe.Nacional, Causales: tramite.Causales(causalesCambio),
	Validar: func(r Solicitud, e Cambio, c *tramite.Contexto, f *falla.Fallas) {
		e.validar(r.OOAD, c, f)
		representado(r, e.Inicio, c, f)
		x := r.pendiente()
		f.Si(x != nil && x.Inicio == e.Inicio, ReglaMismaFecha, "body.inicio")
	},
	Aplicar: func(r *Solicitud, e Cambio, s tramite.Suceso) {
		x := r.pendiente()
		if x == nil {
			return
		}
		x.Cambios = append(x.Cambios, CambioReunion{Inicio: x.Inicio, Causal: e.Causal, Motivo: e.Motivo, Autoria: s.Autoria()})
		x.Inicio, x.Modalidad, x.Lugar, x.Enlace = e.Inicio, e.Modalidad, e.Lugar, e.Enlace
		for i := range x.Areas {
			x.Areas[i] = Contestada{Convocada: x.Areas[i].Convocada}
		}
	},
	Enlaces: func(r Solicitud, _ Cambio) []tramite.Enlace {
		var out []tramite.Enlace
		if x := r.pendiente(); x != nil {
			for _, a := range x.Areas {
				if a.Enlace {
					out = append(out, tramite.Enlace{Acto: Confirmar.Nombre, Organo: a.Organo, Rol: doe.Area, Dias: 10})
				}
			}
		}
		return out
	},
	Ejemplo: Cambio{Cita: Cita{Inicio: citaDeEjemplo.Inicio + 6*3600*1000000, Modalidad: Presencial, Lugar: citaDeEjemplo.Lugar}, Causal: LoPideElGrupo, Motivo: "El grupo pide la tarde."},
}

// Cancelacion is the input of [CancelarReunion].
type Cancelacion struct {
	Causal CausalCambio `json:"causal" validate:"required" doc:"Causal" example:"ya_no_hace_falta"`
	Motivo string       `json:"motivo" validate:"required,min=5,max=1000" doc:"Por qué" example:"La demanda se atendió antes."`
}

// CancelarReunion calls off the meeting to come.
var CancelarReunion = tramite.Acto[Solicitud, Cancelacion]{
	Nombre: "cancelar-reunion", Titulo: "Cancelar reunión", Descripcion: "La reunión no se celebra, con su causal; las demandas siguen donde estaban.",
	De: tramite.Desde(Programada), A: adonde, Elegir: segun[Cancelacion], Facultades: ejecuta, Alcance: doe.Nacional, Causales: tramite.Causales(causalesCambio),
	Aplicar: func(r *Solicitud, e Cancelacion, s tramite.Suceso) {
		if x := r.pendiente(); x != nil {
			x.Situacion = SuspendidaR
			x.Cambios = append(x.Cambios, CambioReunion{Inicio: x.Inicio, Causal: e.Causal, Motivo: e.Motivo, Autoria: s.Autoria()})
		}
	},
	Ejemplo: Cancelacion{Causal: YaNoHaceFalta, Motivo: "La demanda se atendió antes."},
}

// Confirmacion is the input of [Confirmar].
type Confirmacion struct {
	Organo doe.ClaveOrgano `json:"organo,omitempty" validate:"omitempty,max=60" doc:"Órgano que contesta; se omite si contesta él mismo" example:"ooad-14"`
	Asiste bool            `json:"asiste,omitempty" doc:"Si asiste" example:"true"`
	Cargo  string          `json:"cargo,omitempty" validate:"omitempty,max=120" doc:"Cargo de quien asistirá; obligatorio si asiste" example:"Jefatura de Servicios de Prestaciones Médicas"`
	Motivo string          `json:"motivo,omitempty" validate:"omitempty,max=1000" doc:"Por qué no asiste; obligatorio si no asiste"`
}

// convocada is what an area called to the meeting to come has said.
func (r *Solicitud) convocada(o doe.ClaveOrgano) *Contestada {
	x := r.pendiente()
	if x == nil {
		return nil
	}
	for i := range x.Areas {
		if x.Areas[i].Organo == o {
			return &x.Areas[i]
		}
	}
	return nil
}

// propio is the organ that a counterpart acts for, or that a unit names.
func propio(dicho doe.ClaveOrgano, c *tramite.Contexto) doe.ClaveOrgano {
	if c.Actor.Rol == doe.Area {
		return c.Actor.Organo
	}
	return dicho
}

// Confirmar says whether an area comes.
var Confirmar = tramite.Acto[Solicitud, Confirmacion]{
	Nombre: "confirmar", Titulo: "Confirmar asistencia", Descripcion: "Un área convocada dice si asiste y quién, o por qué no; la coordinación puede asentarlo por ella.",
	De: tramite.Desde(Programada), Facultades: ejecuta, Alcance: doe.Nacional, Contrapartes: deArea,
	Validar: func(r Solicitud, e Confirmacion, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(c.Actor.Rol == doe.Area && e.Organo != "" && e.Organo != c.Actor.Organo || r.convocada(propio(e.Organo, c)) == nil, ReglaNoConvocada, "body.organo")
		f.Si(e.Asiste != (e.Cargo != ""), ReglaQuienAsiste, "body.cargo")
		f.Si(e.Asiste != (e.Motivo == ""), ReglaNoAsiste, "body.motivo")
	},
	Fijar: func(_ Solicitud, e *Confirmacion, c *tramite.Contexto) { e.Organo = propio(e.Organo, c) },
	Aplicar: func(r *Solicitud, e Confirmacion, s tramite.Suceso) {
		if a := r.convocada(e.Organo); a != nil {
			a.Dia, a.Asiste, a.Cargo, a.Motivo = s.Dia, e.Asiste, e.Cargo, e.Motivo
		}
	},
	Ejemplo: Confirmacion{Organo: "ooad-14", Asiste: true, Cargo: "Jefatura de Servicios de Prestaciones Médicas"},
}

// Informar is what an area tells of a demand, before the meeting or after it.
var Informar = tramite.Acto[Solicitud, Postura]{
	Nombre: "informar-demanda", Titulo: "Informar de una demanda", Descripcion: "Un área que fue convocada informa de una demanda o propone cómo atenderla; la coordinación puede asentarlo por ella.",
	De: vivas, Facultades: ejecuta, Alcance: doe.Nacional, Contrapartes: deArea,
	Validar: func(r Solicitud, e Postura, c *tramite.Contexto, f *falla.Fallas) {
		d := r.demanda(e.Demanda)
		f.Si(d == nil || d.Acabada(), ReglaDemanda, "body.demanda")
		o := propio(e.Organo, c)
		fue := slices.ContainsFunc(r.Reuniones, func(x Reunion) bool {
			return slices.ContainsFunc(x.Areas, func(a Contestada) bool { return a.Organo == o }) && (c.Actor.Rol == "" || slices.Contains(x.Demandas, e.Demanda))
		})
		f.Si(!fue || c.Actor.Rol == doe.Area && e.Organo != "" && e.Organo != o, ReglaNoConvocada, "body.organo")
	},
	Fijar: func(_ Solicitud, e *Postura, c *tramite.Contexto) { e.Organo = propio(e.Organo, c) },
	Aplicar: func(r *Solicitud, e Postura, s tramite.Suceso) {
		if d := r.demanda(e.Demanda); d != nil {
			e.Autoria = s.Autoria()
			d.Posturas = append(d.Posturas, e)
		}
	},
	Ejemplo: Postura{Demanda: 1, Organo: "ooad-14", Texto: "El faltante se debe a un contrato que vence en abril; se propone redistribuir."},
}

// Celebrar draws up the minutes of the meeting: who came and what was decided
// on each demand.
var Celebrar = tramite.Acto[Solicitud, Minuta]{
	Nombre: "levantar-minuta", Titulo: "Levantar la minuta",
	Descripcion: "La reunión se celebró: quién representó al grupo, cuántas personas, qué áreas asistieron y qué se decidió de cada demanda convocada. Lo que será petición o acuerdo queda por formalizar, con su término.",
	De:          tramite.Desde(Programada), A: adonde, Elegir: segun[Minuta], Facultades: ejecuta, Alcance: doe.Nacional,
	Validar: validarMinuta, Aplicar: aplicarMinuta,
	Ejemplo: Minuta{
		Representante: 1, Asistentes: 6, Institucion: []string{"Titular de la coordinación"}, Areas: []doe.ClaveOrgano{"ooad-14"}, Firma: true,
		Tratadas: []Tratada{{Demanda: 1, Trato: APeticion}, {Demanda: 2, Trato: Resuelta, Respuesta: "Se explicó el trámite y se entregó la ficha."}},
	},
}

func validarMinuta(r Solicitud, e Minuta, c *tramite.Contexto, f *falla.Fallas) {
	x := r.pendiente()
	if x == nil {
		return
	}
	f.Si(c.Ahora < x.Inicio, ReglaAntes, "registro.reuniones")
	g := tramite.Hallar[Grupo](c, ColeccionGrupos, r.Grupo)
	mal := g == nil
	if !mal {
		p := g.Representa(e.Representante)
		mal = p == nil || !p.regia(x.Inicio.Dia())
	}
	f.Si(mal, ReglaSinRepresenta, "body.representante")
	for i, o := range e.Areas {
		f.Si(r.convocada(o) == nil, ReglaNoConvocada, fmt.Sprintf("body.areas[%d]", i))
	}
	f.Si(e.Firma != (e.Negativa == ""), ReglaFirma, "body.negativa")
	for i, t := range e.Tratadas {
		camino := fmt.Sprintf("body.tratadas[%d]", i)
		repite := slices.ContainsFunc(e.Tratadas[:i], func(o Tratada) bool { return o.Demanda == t.Demanda })
		d := r.demanda(t.Demanda)
		f.Si(repite || !slices.Contains(x.Demandas, t.Demanda) || d == nil || d.Acabada(), ReglaTratada, camino+".demanda")
		dice := t.Trato == Resuelta || t.Trato == NoProcede || t.Trato == NoCompete
		f.Si(dice && t.Respuesta == "", ReglaRespuesta, camino+".respuesta")
		enCurso := d != nil && (d.Situacion == EnPeticion || d.Situacion == EnAcuerdo)
		f.Si(enCurso && t.Trato != Pospuesta, ReglaEnCurso, camino+".trato")
	}
	for _, n := range x.Demandas {
		d := r.demanda(n)
		falta := d != nil && !d.Acabada() && !slices.ContainsFunc(e.Tratadas, func(t Tratada) bool { return t.Demanda == n })
		f.Si(falta, ReglaSinTratar, "body.tratadas", n)
	}
}

// regia says whether a representation counted on a day that may be past.
func (r Representacion) regia(d fecha.Fecha) bool {
	return !d.Before(r.Desde) && !d.After(r.Hasta) && (r.Fin.IsZero() || !d.After(r.Fin))
}

func aplicarMinuta(r *Solicitud, e Minuta, s tramite.Suceso) {
	x := r.pendiente()
	if x == nil {
		return
	}
	e.Autoria = s.Autoria()
	x.Situacion, x.Minuta = Celebrada, &e
	for i := range x.Areas {
		x.Areas[i].Asistio = slices.Contains(e.Areas, x.Areas[i].Organo)
	}
	for _, t := range e.Tratadas {
		if d := r.demanda(t.Demanda); d != nil {
			d.Reunion = x.Numero
			d.tratar(t, s.Dia)
		}
	}
}

// tratar moves a demand by what was decided on it.
func (d *Demanda) tratar(t Tratada, dia fecha.Fecha) {
	switch t.Trato {
	case Resuelta:
		d.terminar(Atendida, t.Respuesta, dia)
	case NoProcede:
		d.terminar(Improcedente, t.Respuesta, dia)
	case NoCompete:
		d.terminar(DeOtro, t.Respuesta, dia)
	case APeticion:
		d.Situacion, d.Desde, d.Respuesta = PorRegistrar, dia, t.Respuesta
	case AAcuerdo:
		d.Situacion, d.Desde, d.Respuesta = PorAcordar, dia, t.Respuesta
	case Pospuesta: // it stays where it was
	}
}

// Falta is the input of [AsentarInasistencia].
type Falta struct {
	Espera int    `json:"espera" validate:"min=15,max=240" doc:"Minutos que se esperó al grupo, al menos quince" example:"30"`
	Nota   string `json:"nota" validate:"required,min=5,max=1000" doc:"Qué se hizo para localizarlo" example:"Se llamó al teléfono del grupo y no contestó."`
}

// AsentarInasistencia leaves on record that the group did not come.
var AsentarInasistencia = tramite.Acto[Solicitud, Falta]{
	Nombre: "asentar-inasistencia", Titulo: "Asentar que el grupo no asistió", Descripcion: "Después de la hora y de la espera, asienta que nadie del grupo llegó. La segunda vez permite rechazar la solicitud.",
	De: tramite.Desde(Programada), A: adonde, Elegir: segun[Falta], Facultades: ejecuta, Alcance: doe.Nacional,
	Validar: func(r Solicitud, e Falta, c *tramite.Contexto, f *falla.Fallas) {
		if x := r.pendiente(); x != nil {
			f.Si(c.Ahora < x.Inicio+fecha.Instante(e.Espera)*60*1000000, ReglaAntes, "registro.reuniones")
		}
	},
	Aplicar: func(r *Solicitud, e Falta, s tramite.Suceso) {
		if x := r.pendiente(); x != nil {
			x.Situacion = SinElGrupo
			x.Cambios = append(x.Cambios, CambioReunion{Inicio: x.Inicio, Motivo: e.Nota, Autoria: s.Autoria()})
		}
	},
	Ejemplo: Falta{Espera: 30, Nota: "Se llamó al teléfono del grupo y no contestó."},
}
