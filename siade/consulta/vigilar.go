package consulta

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Confirmada is the input that confirms what rules.
type Confirmada struct {
	Revisar fecha.Fecha `json:"revisar" validate:"required" doc:"Día antes del cual debe revisarse de nuevo" example:"2026-12-01"`
	Fuente  string      `json:"fuente" validate:"required,min=5,max=300" doc:"Con qué se cotejó: oficio del órgano normativo, norma consultada" example:"Correo de la división normativa del 2 de marzo"`
	Version int         `json:"version,omitempty" hecho:"true" doc:"Versión que se confirma"`
}

// Confirmar says that what rules was looked at again and holds.
var Confirmar = tramite.Acto[Ficha, Confirmada]{
	Nombre: "confirmar", Titulo: "Confirmar sin cambios", Descripcion: "Asienta que la ficha se revisó con el órgano normativo y sigue igual, y fija cuándo se revisa de nuevo.",
	De: vivas, Facultades: asienta, Alcance: doe.Nacional,
	Validar: func(r Ficha, e Confirmada, c *tramite.Contexto, f *falla.Fallas) {
		v, hay := r.EnVigor(c.Hoy())
		if !f.Si(!hay, ReglaNadaEnVigor, "registro.versiones") {
			f.Si(r.suspendida(v), ReglaYaSuspendida, "registro.suspension")
			f.Si(len(r.Reportes) > 0, ReglaConReportes, "registro.reportes", len(r.Reportes))
			validarRevisar(e.Revisar, v.Contenido.Hasta, c.Hoy(), "body.revisar", f)
		}
	},
	Fijar: func(r Ficha, e *Confirmada, c *tramite.Contexto) { e.Version = r.numero(c.Hoy()) },
	Aplicar: func(r *Ficha, e Confirmada, s tramite.Suceso) {
		r.Revisar, r.Confirmacion = e.Revisar, &Confirmacion{Version: e.Version, Fuente: e.Fuente, Autoria: s.Autoria()}
	},
	Ejemplo: Confirmada{Revisar: fecha.MustParse("2026-12-01"), Fuente: "Correo de la división normativa del 2 de marzo"},
}

// numero is that of the version that holds on a day; 0 when none does.
func (r Ficha) numero(dia fecha.Fecha) int {
	v, hay := r.EnVigor(dia)
	if !hay {
		return 0
	}
	return v.Numero
}

// Suspension is the input that suspends what rules.
type Suspension struct {
	Causal   CausalSuspende  `json:"causal" validate:"required" doc:"Por qué" example:"dato_equivocado"`
	Motivo   string          `json:"motivo" validate:"required,min=10,max=1000" doc:"Qué daño puede causar" example:"La cuenta bancaria que da la ficha no es del Instituto."`
	Mientras string          `json:"mientras" validate:"required,min=10,max=1000" doc:"Qué se dice mientras tanto a quien pregunta" example:"No pague; pida la línea de captura en su subdelegación."`
	Version  int             `json:"version,omitempty" hecho:"true" doc:"Versión que se suspende"`
	Organo   doe.ClaveOrgano `json:"organo,omitempty" hecho:"true" doc:"Órgano normativo que la suspende"`
}

// Suspender stops the use of what rules, at once.
var Suspender = tramite.Acto[Ficha, Suspension]{
	Nombre: "suspender", Titulo: "Suspender de inmediato", Descripcion: "Impide que se use la versión que rige cuando seguirla puede causar daño; dice qué se responde mientras tanto. Lo hace quien vigila la plataforma o el órgano normativo.",
	De: vivas, Facultades: vigila, Alcance: doe.Nacional, Contrapartes: elOrgano, Causales: tramite.Causales(suspenden),
	Validar: func(r Ficha, _ Suspension, c *tramite.Contexto, f *falla.Fallas) {
		v, hay := r.EnVigor(c.Hoy())
		f.Si(!hay, ReglaNadaEnVigor, "registro.versiones")
		f.Si(hay && r.suspendida(v), ReglaYaSuspendida, "registro.suspension")
	},
	Fijar: func(r Ficha, e *Suspension, c *tramite.Contexto) {
		e.Version, e.Organo = r.numero(c.Hoy()), c.Actor.Organo
	},
	Aplicar: func(r *Ficha, e Suspension, s tramite.Suceso) {
		r.Suspension = &Suspendida{Version: e.Version, Causal: e.Causal, Motivo: e.Motivo, Mientras: e.Mientras, Organo: e.Organo, Autoria: s.Autoria()}
	},
	Ejemplo: Suspension{Causal: FraudeLiga, Motivo: "La cuenta bancaria que da la ficha no es del Instituto.", Mientras: "No pague; pida la línea de captura en su subdelegación."},
}

// Levantada is the input that lets a suspended version be used again.
type Levantada struct {
	Motivo string `json:"motivo" validate:"required,min=10,max=1000" doc:"Por qué puede usarse de nuevo" example:"El órgano normativo confirmó que la cuenta es la suya."`
	Oficio string `json:"oficio,omitempty" validate:"omitempty,max=120" doc:"Oficio del órgano normativo; obligatorio si él la suspendió" example:"DPES/0230/2026"`
}

// LevantarSuspension lets the version be used again. A later version is never
// suspended by the suspension of an earlier one.
var LevantarSuspension = tramite.Acto[Ficha, Levantada]{
	Nombre: "levantar-suspension", Titulo: "Levantar la suspensión", Descripcion: "Permite usar de nuevo la versión suspendida, con su motivo; la que suspendió el órgano normativo, con su oficio. Una versión corregida no necesita que se levante.",
	De: vivas, Facultades: coordina, Alcance: doe.Nacional,
	Validar: func(r Ficha, e Levantada, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(r.Suspension == nil, ReglaNoSuspendida, "registro.suspension")
		f.Si(r.Suspension != nil && r.Suspension.Organo != "" && e.Oficio == "", ReglaSuspendioOrgano, "body.oficio")
	},
	Aplicar: func(r *Ficha, _ Levantada, _ tramite.Suceso) { r.Suspension = nil },
	Ejemplo: Levantada{Motivo: "El órgano normativo confirmó que la cuenta es la suya.", Oficio: "DPES/0230/2026"},
}

// Encomendado is the input that gives work on a card.
type Encomendado struct {
	Unidad      doe.ClaveUnidad `json:"unidad" validate:"required,max=40" doc:"Unidad responsable" example:"doe-7.1.3.1.2"`
	Responsable string          `json:"responsable,omitempty" validate:"omitempty,max=80" doc:"Persona responsable" example:"enl-03"`
	Asunto      string          `json:"asunto" validate:"required,min=5,max=1000" doc:"Qué se encarga" example:"Actualizar los requisitos con la reforma."`
	Fecha       fecha.Fecha     `json:"fecha" validate:"required" doc:"Para cuándo" example:"2026-03-31"`
}

// Encargar gives a unit the work on a card.
var Encargar = tramite.Acto[Ficha, Encomendado]{
	Nombre: "encargar", Titulo: "Encargar", Descripcion: "La coordinación encarga a una de las unidades que elaboran fichas un trabajo sobre ésta, con responsable y fecha; sustituye al encargo anterior.",
	De: vivas, Facultades: coordina, Alcance: doe.Nacional,
	Validar: func(_ Ficha, e Encomendado, c *tramite.Contexto, f *falla.Fallas) {
		_, puede := c.Catalogo.Decidir(e.Unidad, doe.Ambito{Alcance: doe.Nacional, Guardian: Guarda, Rama: unidad}, elabora)
		f.Si(!puede, ReglaUnidad, "body.unidad")
		f.Si(!e.Fecha.After(c.Hoy()) || c.Hoy().Dias(e.Fecha) > 366, ReglaFechaEncargo, "body.fecha")
	},
	Aplicar: func(r *Ficha, e Encomendado, _ tramite.Suceso) {
		r.Encargo = &Encargo{Unidad: e.Unidad, Responsable: e.Responsable, Asunto: e.Asunto, Fecha: e.Fecha}
	},
	Ejemplo: Encomendado{Unidad: "doe-7.1.3.1.2", Responsable: "enl-03", Asunto: "Actualizar los requisitos con la reforma.", Fecha: fecha.MustParse("2026-03-31")},
}

// Entregado is the input that ends work given.
type Entregado struct {
	Resultado string `json:"resultado" validate:"required,min=5,max=1000" doc:"Qué resultó" example:"Quedó en el borrador que revisa el órgano normativo."`
}

// ConcluirEncargo says that the work given was done.
var ConcluirEncargo = tramite.Acto[Ficha, Entregado]{
	Nombre: "concluir-encargo", Titulo: "Concluir el encargo", Descripcion: "Quien elabora dice qué resultó del trabajo encargado.",
	De: vivas, Facultades: elabora, Alcance: doe.Nacional,
	Validar: func(r Ficha, _ Entregado, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(r.Encargo == nil || !r.Encargo.Concluido.IsZero(), ReglaSinEncargo, "registro.encargo")
	},
	Aplicar: func(r *Ficha, e Entregado, s tramite.Suceso) {
		if r.Encargo != nil {
			r.Encargo.Concluido, r.Encargo.Resultado = s.Dia, e.Resultado
		}
	},
	Ejemplo: Entregado{Resultado: "Quedó en el borrador que revisa el órgano normativo."},
}

// Aviso is the input of the warnings of the clock.
type Aviso struct {
	Plazo string `json:"plazo" validate:"required,max=40" doc:"Plazo" example:"revision"`
	Clave string `json:"clave,omitempty" validate:"omitempty,max=60" doc:"A qué corresponde" example:"1"`
}

// ClaveReloj is the clock that rang.
func (e Aviso) ClaveReloj() string { return e.Clave }

func suena(_ Ficha, k tramite.Reloj) any { return Aviso{Plazo: k.Plazo, Clave: k.Clave} }

var alertar = tramite.Acto[Ficha, Aviso]{
	Nombre: "alertar", Titulo: "Alertar", Interno: true, Descripcion: "El reloj avisa de un plazo que venció o está por vencer a quien debe el paso y, si sigue, a su superior.",
	De: vivas, Contrapartes: elReloj,
	Aplicar: func(r *Ficha, e Aviso, s tramite.Suceso) {
		a := Alerta{Plazo: e.Plazo, Clave: e.Clave, Nivel: 1, Dia: s.Dia}
		for _, o := range r.Alertas {
			if o.Plazo == a.Plazo && o.Clave == a.Clave {
				a.Nivel = o.Nivel + 1
			}
		}
		a.Unidad = avisaA(a.Plazo, a.Nivel)
		r.Alertas = append(slices.Clone(r.Alertas), a)
		r.Alertas = r.Alertas[max(len(r.Alertas)-maxAlertas, 0):]
	},
	Ejemplo: Aviso{Plazo: PlazoRevision, Clave: "1"},
}
