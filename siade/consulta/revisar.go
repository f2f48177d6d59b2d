package consulta

import (
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/version"
)

// diasEnlace is how many natural days beyond its term the link of an organ
// stays open.
const diasEnlace = 30

// Envio is the input that sends a draft to its normative organ.
type Envio struct {
	// Dias are working days; those of the table when not said.
	Dias   int    `json:"dias,omitempty" validate:"omitempty,min=1,max=60" doc:"Término para revisar, en días hábiles; el de la instalación si no se dice" example:"10"`
	Oficio string `json:"oficio,omitempty" validate:"omitempty,max=120" doc:"Oficio con que se envía" example:"7.1.3.1/0144/2026"`
	Enlace bool   `json:"enlace,omitempty" doc:"Si se abre un enlace para que el órgano responda sin cuenta" example:"true"`

	Numero int             `json:"numero,omitempty" hecho:"true" doc:"Cuántas van"`
	Organo doe.ClaveOrgano `json:"organo,omitempty" hecho:"true" doc:"Órgano que revisa"`
	Huella string          `json:"huella,omitempty" hecho:"true" doc:"Huella del borrador"`
}

// EnviarARevision sends the draft to the normative organ that answers for it.
var EnviarARevision = tramite.Acto[Ficha, Envio]{
	Nombre: "enviar-a-revision", Titulo: "Enviar a revisión", Descripcion: "Envía el borrador, tal como está, al órgano normativo que responde de lo que dice, con término; su silencio no cuenta como conformidad.",
	De: tramite.Desde(version.EnElaboracion), A: tramite.Hacia(EnRevision), Facultades: asienta, Alcance: doe.Nacional,
	Validar: func(r Ficha, _ Envio, _ *tramite.Contexto, f *falla.Fallas) {
		q := r.Revision
		f.Si(q != nil && q.Opinion != nil && q.Opinion.Sentido == Conforme && q.Huella == huella(r.Borrador), ReglaYaConforme, "registro.revision")
	},
	Fijar: func(r Ficha, e *Envio, c *tramite.Contexto) {
		if e.Dias == 0 {
			t, _ := terminos.De(PlazoRevision, c.Hoy())
			e.Dias = t.Cuenta
		}
		e.Numero, e.Huella = r.Enviadas+1, huella(r.Borrador)
		if r.Borrador != nil {
			e.Organo = r.Borrador.Organo
		}
	},
	Aplicar: func(r *Ficha, e Envio, s tramite.Suceso) {
		r.Enviadas = e.Numero
		r.Revision = &Revision{Numero: e.Numero, Organo: e.Organo, Huella: e.Huella, Dias: e.Dias, Oficio: e.Oficio, Autoria: s.Autoria()}
	},
	Enlaces: func(_ Ficha, e Envio) []tramite.Enlace {
		if !e.Enlace {
			return nil
		}
		return []tramite.Enlace{{Acto: "opinar", Organo: e.Organo, Rol: doe.Normativo, Dias: 2*e.Dias + diasEnlace}}
	},
	Ejemplo: Envio{Dias: 10, Oficio: "7.1.3.1/0144/2026", Enlace: true},
}

// Opinion is what the normative organ says of a draft.
type Opinion struct {
	Sentido Sentido `json:"sentido" validate:"required" doc:"Si está conforme" example:"conforme"`
	// Reparos are what must be corrected, when it observes.
	Reparos []version.Reparo `json:"reparos,omitempty" validate:"omitempty,max=60,dive" doc:"Qué debe corregirse, si observa"`
	// Compete is the organ that is competent, when this one is not.
	Compete doe.ClaveOrgano `json:"compete,omitempty" validate:"omitempty,max=80" doc:"Órgano al que compete, si se sabe y no es éste" example:"dn-prestaciones-medicas"`
	Oficio  string          `json:"oficio,omitempty" validate:"omitempty,max=120" doc:"Oficio con que responde; obligatorio si lo asienta una unidad" example:"DPES/0211/2026"`
	// Tardia says that it came after the term.
	Tardia bool `json:"tardia,omitempty" hecho:"true" doc:"Si llegó vencido el término"`
	tramite.Autoria
}

// Opinar is the answer of the normative organ, given by itself or entered from
// its letter.
var Opinar = tramite.Acto[Ficha, Opinion]{
	Nombre: "opinar", Titulo: "Opinar sobre el borrador", Descripcion: "El órgano normativo dice si está conforme con el borrador, qué observa, o que no le compete; una unidad puede asentarlo de su oficio.",
	De: tramite.Desde(EnRevision), A: tramite.Hacia(version.EnElaboracion, version.Devuelto), Facultades: doe.Alguna("siade.consulta:registrar"), Alcance: doe.Nacional, Contrapartes: elOrgano,
	Validar: func(r Ficha, e Opinion, c *tramite.Contexto, f *falla.Fallas) {
		f.Si((e.Sentido == Observada) != (len(e.Reparos) > 0), ReglaReparos, "body.reparos")
		f.Si(c.Actor.Rol == "" && e.Oficio == "", ReglaOficioOrgano, "body.oficio")
		if e.Compete != "" {
			o, hay := c.Catalogo.Organo(e.Compete)
			f.Si(e.Sentido != NoCompete || !hay || o.Tipo != doe.OrganoNormativo || e.Compete == r.Revision.Organo, ReglaCompete, "body.compete")
		}
	},
	Fijar: func(r Ficha, e *Opinion, c *tramite.Contexto) { e.Tardia = r.vencioRevision(c) },
	Elegir: func(_ Ficha, e Opinion) tramite.Estado {
		if e.Sentido == Conforme {
			return version.EnElaboracion
		}
		return version.Devuelto
	},
	Aplicar: func(r *Ficha, e Opinion, s tramite.Suceso) {
		e.Autoria = s.Autoria()
		r.Revision.Opinion, r.Reparos = &e, e.Reparos
	},
	Ejemplo: Opinion{Sentido: Conforme, Oficio: "DPES/0211/2026"},
}

// vencioRevision says whether the term of the organ is over.
func (r Ficha) vencioRevision(c *tramite.Contexto) bool {
	for _, k := range r.Relojes {
		if k.Plazo == PlazoRevision && k.Corre() {
			v, ok := k.Vence(c.Calendarios, string(r.OOAD.Organo()))
			return ok && c.Hoy().After(v)
		}
	}
	return false
}

// Motivo is the input of acts that only take a reason.
type Motivo struct {
	Motivo string `json:"motivo" validate:"required,min=5,max=1000" doc:"Motivo" example:"Cambió el requisito antes de que respondiera el órgano."`
}

// Recuperar takes a draft back from its organ.
var Recuperar = tramite.Acto[Ficha, Motivo]{
	Nombre: "recuperar", Titulo: "Retirar de revisión", Descripcion: "Recoge el borrador que el órgano normativo aún no responde, para corregirlo.",
	De: tramite.Desde(EnRevision), A: tramite.Hacia(version.EnElaboracion), Facultades: asienta, Alcance: doe.Nacional,
	Aplicar: func(r *Ficha, _ Motivo, _ tramite.Suceso) { r.Revision = nil },
	Ejemplo: Motivo{Motivo: "Cambió el requisito antes de que respondiera el órgano."},
}

// Suplida is the decision to go on without the answer of the organ.
type Suplida struct {
	Motivo string `json:"motivo" validate:"required,min=20,max=2000" doc:"Por qué se sigue sin su respuesta" example:"Se insistió dos veces; la reforma ya rige y la ficha anterior orienta mal."`
	// Fuente is the norm that what the card says rests on.
	Fuente Cita `json:"fuente" validate:"required" doc:"Norma en que descansa lo que dice la ficha"`
	tramite.Autoria
}

// SuplirOpinion decides, once the term of the organ is over, to go on without
// its answer. The version says so for as long as it rules.
var SuplirOpinion = tramite.Acto[Ficha, Suplida]{
	Nombre: "suplir-opinion", Titulo: "Decidir sin respuesta del órgano", Descripcion: "Vencido el término del órgano normativo, la coordinación decide seguir sin su respuesta, con la norma en que descansa; la versión lo dice mientras rija.",
	De: tramite.Desde(EnRevision), A: tramite.Hacia(version.EnElaboracion), Facultades: valida, Alcance: doe.Nacional,
	Validar: func(r Ficha, _ Suplida, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(!r.vencioRevision(c), ReglaAunCorre, "body")
	},
	Aplicar: func(r *Ficha, e Suplida, s tramite.Suceso) {
		e.Autoria = s.Autoria()
		r.Revision.Suplida = &e
	},
	Ejemplo: Suplida{Motivo: "Se insistió dos veces; la reforma ya rige y la ficha anterior orienta mal.", Fuente: Cita{Norma: "LSS", Lugar: "art. 101"}},
}
