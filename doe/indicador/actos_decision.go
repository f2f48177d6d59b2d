package indicador

import (
	"fmt"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Convocatoria is the input that asks organs for their conformity.
type Convocatoria struct {
	Organos []doe.ClaveOrgano `json:"organos" validate:"required,min=1,max=20,dive,max=80" doc:"Órganos competentes" example:"[\"dn-administracion\"]"`
	Dias    int               `json:"dias,omitempty" validate:"omitempty,min=1,max=60" doc:"Días hábiles para opinar; los usuales si falta" example:"10"`
}

// PedirConformidad asks the competent organs (7.1.3/14; 7.1.1.4/5).
var PedirConformidad = tramite.Acto[Indicador, Convocatoria]{
	Nombre: "pedir-conformidad", Titulo: "Pedir conformidad", Descripcion: "Lleva la ficha a los órganos competentes para acordarla; a cada uno le corre un término.",
	De: tramite.Desde(Elaborado, EnAcuerdo), A: tramite.Hacia(EnAcuerdo), Facultades: facultades("acordar", "coordinar"), Alcance: doe.Linea,
	Validar: func(r Indicador, e Convocatoria, c *tramite.Contexto, f *falla.Fallas) {
		vistos := map[doe.ClaveOrgano]bool{}
		for i, o := range e.Organos {
			_, hay := c.Catalogo.Organo(o)
			f.Si(!hay || vistos[o] || r.consulta(o) >= 0, OrganoAjeno, fmt.Sprintf("body.organos[%d]", i))
			vistos[o] = true
		}
	},
	Aplicar: func(r *Indicador, e Convocatoria, s tramite.Suceso) {
		for _, o := range e.Organos {
			r.Consultas = append(r.Consultas, Consulta{Organo: o, Dias: e.Dias, Pedida: s.Dia, Borrador: r.Borradores})
		}
	},
	Ejemplo: Convocatoria{Organos: []doe.ClaveOrgano{"dn-administracion"}, Dias: 10},
}

// losConsultados lets the organs asked do an act.
func losConsultados() []tramite.Contraparte {
	return []tramite.Contraparte{{Rol: doe.Normativo, Preve: "doe-7.1.3/14"}, {Rol: doe.Area, Preve: "doe-7.1.3/14"}}
}

// Opinar says whether an organ conforms.
var Opinar = tramite.Acto[Indicador, Opinion]{
	Nombre: "opinar", Titulo: "Opinar sobre la ficha", Descripcion: "El órgano consultado da su conformidad o dice qué observa.",
	De: tramite.Desde(EnAcuerdo), Contrapartes: losConsultados(),
	Validar: func(r Indicador, e Opinion, c *tramite.Contexto, f *falla.Fallas) {
		i := r.consulta(c.Actor.Organo)
		f.Si(i < 0 || r.Consultas[i].Opinion != nil && r.Consultas[i].Opinion.Conforme, NoConsultado, "body")
		f.Si(e.Conforme == (e.Texto != ""), ConformeObserva, "body.texto")
	},
	Aplicar: func(r *Indicador, e Opinion, s tramite.Suceso) {
		if i := r.consulta(s.Actor.Organo); i >= 0 {
			e.Autoria = autoria(s)
			r.Consultas[i].Opinion = &e
		}
	},
	Ejemplo: Opinion{Conforme: true},
}

// Acordar signs the agreement once every organ conformed, in the system or in
// the document.
var Acordar = tramite.Acto[Indicador, Acuerdo]{
	Nombre: "acordar", Titulo: "Acordar", Descripcion: "Asienta el acuerdo con los órganos competentes, con el documento en que consta.",
	De: tramite.Desde(EnAcuerdo), A: tramite.Hacia(Acordado), Facultades: facultades("acordar"), Alcance: doe.Linea,
	Validar: func(r Indicador, e Acuerdo, c *tramite.Contexto, f *falla.Fallas) {
		for i, o := range e.Firman {
			f.Si(r.consulta(o) < 0, NoConsultado, fmt.Sprintf("body.firman[%d]", i))
		}
		f.Si(slices.ContainsFunc(r.pendientes(), func(o doe.ClaveOrgano) bool { return !slices.Contains(e.Firman, o) }), SinConformidad, "body.firman")
		f.Si(e.Fecha.After(c.Hoy()), VigenciaPasada, "body.fecha")
	},
	Aplicar: func(r *Indicador, e Acuerdo, s tramite.Suceso) {
		e.Autoria = autoria(s)
		r.Acuerdo = &e
	},
	Ejemplo: Acuerdo{Documento: "Minuta 2026/018", Fecha: fecha.MustParse("2026-03-02"), Firman: []doe.ClaveOrgano{"dn-administracion"}},
}

// Nota is the input of decisions that may carry a note.
type Nota struct {
	Nota string `json:"nota,omitempty" validate:"omitempty,max=1000" doc:"Nota"`
}

// Validar holds the definition right. Where no function of the line validates,
// the superior of who drafts does.
var Validar = tramite.Acto[Indicador, Nota]{
	Nombre: "validar", Titulo: "Validar", Descripcion: "Da por correcta la ficha; si una función pide acordarla con otros órganos, no antes de ese acuerdo.",
	De: tramite.Desde(Elaborado, Acordado), A: tramite.Hacia(Validado), Facultades: facultades("validar"), Alcance: doe.Linea,
	Validar: func(r Indicador, _ Nota, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(r.Materia.SeAcuerda() && r.Acuerdo == nil, FaltaAcuerdo, "body")
	},
	Aplicar: func(r *Indicador, _ Nota, s tramite.Suceso) { r.Valido = autoria(s) },
}

// Autorizacion is the input that approves an indicator.
type Autorizacion struct {
	VigenteDesde fecha.Fecha `json:"vigente_desde,omitzero" doc:"Primer día de vigencia; hoy si falta" example:"2026-06-30"`
	Oficio       string      `json:"oficio,omitempty" validate:"omitempty,max=120" doc:"Oficio de aprobación"`
	Desde        fecha.Fecha `json:"desde,omitzero" hecho:"true" doc:"Primer día de vigencia que resulta"`
}

// Autorizar approves the indicator from a day on (7.1.3/10, 7.1.1.4/2).
var Autorizar = tramite.Acto[Indicador, Autorizacion]{
	Nombre: "autorizar", Titulo: "Autorizar", Descripcion: "Aprueba el indicador y fija desde cuándo rige; ese día empieza su vigencia y termina la de la versión que sustituye.",
	De: tramite.Desde(Validado), A: tramite.Hacia(Autorizado), Facultades: facultades("autorizar"), Alcance: doe.Linea,
	Validar: func(r Indicador, e Autorizacion, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(!e.VigenteDesde.IsZero() && (e.VigenteDesde.Before(c.Hoy()) || c.Hoy().Dias(e.VigenteDesde) > 366), VigenciaPasada, "body.vigente_desde")
		if r.Sustituye != "" {
			v := tramite.Hallar[Indicador](c, Coleccion, r.Sustituye)
			f.Si(v == nil || v.Estado != Vigente, SustituidoInvalido, "registro.sustituye")
		}
	},
	Fijar: func(_ Indicador, e *Autorizacion, c *tramite.Contexto) {
		if e.Desde = e.VigenteDesde; e.Desde.IsZero() {
			e.Desde = c.Hoy()
		}
	},
	Aplicar: func(r *Indicador, e Autorizacion, s tramite.Suceso) { r.Autorizo, r.Desde = autoria(s), e.Desde },
	Ordena: func(r Indicador, _ Autorizacion, c *tramite.Contexto) []tramite.Orden {
		if r.Desde.After(c.Hoy()) {
			return nil // the clock will
		}
		return []tramite.Orden{{Acto: "entrar-en-vigor", Entrada: tramite.Vacia{}, ComoSistema: true}}
	},
	Ejemplo: Autorizacion{Oficio: "09 52 17 61 0000/118"},
}

var elReloj = []tramite.Contraparte{{Rol: doe.Sistema, Fuente: norma.Configuracion("vigencia por fecha")}}

// EntrarEnVigor puts the indicator in force on its day.
var EntrarEnVigor = tramite.Acto[Indicador, tramite.Vacia]{
	Nombre: "entrar-en-vigor", Titulo: "Entrar en vigor", Descripcion: "Llega el primer día de vigencia; lo hace el reloj, y sustituye a la versión anterior.",
	De: tramite.Desde(Autorizado), A: tramite.Hacia(Vigente), Interno: true, Contrapartes: elReloj,
	Aplicar: func(*Indicador, tramite.Vacia, tramite.Suceso) {},
	Ordena: func(r Indicador, _ tramite.Vacia, c *tramite.Contexto) []tramite.Orden {
		if v := tramite.Hallar[Indicador](c, Coleccion, r.Sustituye); v == nil || v.Estado != Vigente {
			return nil // it was retired meanwhile
		}
		return []tramite.Orden{{Coleccion: Coleccion, Folio: r.Sustituye, Acto: "sustituir", Entrada: Relevo{Por: r.Folio, Hasta: r.Desde.Sumar(-1)}, ComoSistema: true}}
	},
}

// Relevo is the input that ends a version because another follows it.
type Relevo struct {
	Por   string      `json:"por" validate:"required,max=60" doc:"Folio de la versión que la sustituye" example:"IND-2026-09-0000002-X"`
	Hasta fecha.Fecha `json:"hasta" validate:"required" doc:"Último día de vigencia" example:"2026-06-30"`
}

// Sustituir ends a version when the next enters into force. Its measurements
// keep it.
var Sustituir = tramite.Acto[Indicador, Relevo]{
	Nombre: "sustituir", Titulo: "Sustituir", Descripcion: "Termina la vigencia porque otra versión la sustituye; lo medido conserva esta definición.",
	De: tramite.Desde(Vigente), A: tramite.Hacia(Sustituido), Interno: true, Contrapartes: elReloj,
	Aplicar: func(r *Indicador, e Relevo, _ tramite.Suceso) { r.SustituidoPor, r.Hasta = e.Por, e.Hasta },
	Ejemplo: Relevo{Por: "IND-2026-09-0000002-X", Hasta: fecha.MustParse("2026-06-30")},
}

// Retirar ends an indicator that nothing replaces.
var Retirar = tramite.Acto[Indicador, tramite.Retiro]{
	Nombre: "retirar", Titulo: "Retirar", Descripcion: "Deja sin efecto el indicador desde hoy, con su motivo; lo medido se conserva.",
	De: tramite.Desde(Autorizado, Vigente), A: tramite.Hacia(Retirado), Facultades: facultades("autorizar"), Alcance: doe.Linea,
	Aplicar: func(r *Indicador, e tramite.Retiro, s tramite.Suceso) { r.Fin, r.Hasta = &e, s.Dia },
	Ejemplo: tramite.Retiro{Motivo: "El proceso que medía dejó de existir"},
}
