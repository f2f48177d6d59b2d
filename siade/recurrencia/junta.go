package recurrencia

import (
	"fmt"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/acuerdo"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Agenda is the input of [LlevarAJunta].
type Agenda struct {
	Reunion string `json:"reunion" validate:"required,max=60" doc:"Folio de la junta de gobierno convocada" example:"REU-2026-14-0000001-X"`
	// Planteamiento is what is asked of the board.
	Planteamiento string `json:"planteamiento" validate:"required,min=10,max=2000" doc:"Qué se presenta y qué se pide a la junta" example:"Las peticiones por surtimiento parcial son el triple de lo esperado; se propone acordar la reposición del inventario."`
	// What the meeting is, as it is convened.
	Tema   string          `json:"tema,omitempty" hecho:"true" doc:"Clave del tema que se propone"`
	Junta  doe.ClaveOrgano `json:"junta,omitempty" hecho:"true" doc:"Órgano o unidad cuya junta es"`
	Titulo string          `json:"titulo,omitempty" hecho:"true" doc:"Título de la junta"`
	Dia    fecha.Fecha     `json:"dia,omitzero" hecho:"true" doc:"Día convocado"`
}

// junta finds a governing-body meeting of the body of the problem, of any one
// when it is of the whole country.
func (p Problematica) junta(folio string, c *tramite.Contexto) *acuerdo.Reunion {
	r := tramite.HallarLegible[acuerdo.Reunion](c, acuerdo.ColeccionReuniones, folio)
	if r == nil || r.Clase != acuerdo.Junta || p.OOAD != doe.NivelCentral && r.OOAD != p.OOAD {
		return nil
	}
	return r
}

// LlevarAJunta proposes a problem for the agenda of a governing-body meeting.
var LlevarAJunta = tramite.Acto[Problematica, Agenda]{
	Nombre: "llevar-a-junta", Titulo: "Llevar a junta de gobierno", Facultades: informan, Alcance: doe.Nacional,
	Descripcion: "Propone la problemática como tema de una junta de gobierno convocada; quien la convoca resuelve si lo acepta.",
	De:          tramite.Desde(Analizada, Remitida, Comprometida, Implantada, Medida),
	Validar: func(r Problematica, e Agenda, c *tramite.Contexto, f *falla.Fallas) {
		x := r.junta(e.Reunion, c)
		if f.Si(x == nil, ReglaJunta, "body.reunion") {
			return
		}
		ya := false
		for _, p := range r.Presentaciones {
			ya = ya || p.Reunion == e.Reunion
		}
		f.Si(ya || x.Estado != acuerdo.Convocada || c.Ahora >= x.Inicio, ReglaConvocada, "body.reunion")
	},
	Fijar: func(r Problematica, e *Agenda, c *tramite.Contexto) {
		if x := r.junta(e.Reunion, c); x != nil {
			e.Tema, e.Junta, e.Titulo, e.Dia = fmt.Sprintf("T%d", len(x.Temas)+1), juntaDe(x), x.Titulo, x.Inicio.Dia()
		}
	},
	Aplicar: func(r *Problematica, e Agenda, s tramite.Suceso) {
		r.Presentaciones = append(r.Presentaciones, Presentacion{Reunion: e.Reunion, Tema: e.Tema, Junta: e.Junta, Titulo: e.Titulo, Celebra: e.Dia, Autoria: s.Autoria()})
	},
	Ordena: func(r Problematica, e Agenda, _ *tramite.Contexto) []tramite.Orden {
		t := acuerdo.Propuesta{Titulo: r.Titulo, Planteamiento: e.Planteamiento, Sustento: "Problemática recurrente " + r.Folio}
		return []tramite.Orden{{Coleccion: acuerdo.ColeccionReuniones, Folio: e.Reunion, Acto: acuerdo.ProponerTema.Nombre, Entrada: t}}
	},
	Ejemplo: Agenda{
		Reunion:       "REU-2026-14-0000001-X",
		Planteamiento: "Las peticiones por surtimiento parcial son el triple de lo esperado; se propone acordar la reposición del inventario.",
	},
}

// Exposicion is the input of [Presentar].
type Exposicion struct {
	Reunion  string `json:"reunion" validate:"required,max=60" doc:"Folio de la junta de gobierno" example:"REU-2026-14-0000001-X"`
	Tema     string `json:"tema" validate:"required,max=20" doc:"Clave del tema en su orden del día" example:"T1"`
	Presento string `json:"presento" validate:"required,max=200" doc:"Cargo de quien la presentó" example:"Titular de la Coordinación de Atención y Orientación al Derechohabiente"`
	Sintesis string `json:"sintesis" validate:"required,min=10,max=2000" doc:"Qué se presentó y qué dijo la junta" example:"Se presentaron las cuentas de ocho semanas; la junta pidió reponer el inventario."`
	// What the meeting was.
	Junta      doe.ClaveOrgano `json:"junta,omitempty" hecho:"true" doc:"Órgano o unidad cuya junta es"`
	Titulo     string          `json:"titulo,omitempty" hecho:"true" doc:"Título de la junta"`
	Dia        fecha.Fecha     `json:"dia,omitzero" hecho:"true" doc:"Día de la junta"`
	Asistentes int             `json:"asistentes,omitempty" hecho:"true" doc:"Convocados que asistieron"`
}

// Presentar notes that a governing-body meeting saw a problem: rule 33, whose
// board received its presentation, by whom and when.
var Presentar = tramite.Acto[Problematica, Exposicion]{
	Nombre: "presentar", Titulo: "Asentar la presentación en junta", Facultades: informan, Alcance: doe.Nacional,
	Descripcion: "Asienta que la junta de gobierno ya celebrada recibió la presentación, por quién y cuándo, en un tema aceptado de su orden del día.",
	De:          tramite.Desde(Analizada, Remitida, Comprometida, Implantada, Medida),
	Validar: func(r Problematica, e Exposicion, c *tramite.Contexto, f *falla.Fallas) {
		x := r.junta(e.Reunion, c)
		if f.Si(x == nil, ReglaJunta, "body.reunion") {
			return
		}
		f.Si(x.Estado == acuerdo.Convocada || x.Estado == acuerdo.ReunionCancelada, ReglaCelebrada, "body.reunion")
		aceptado := false
		for _, t := range x.Temas {
			aceptado = aceptado || t.Clave == e.Tema && t.Estado == acuerdo.Aceptado
		}
		ya := r.presentacion(e.Reunion, e.Tema)
		f.Si(!aceptado || ya != nil && ya.Presentada, ReglaTema, "body.tema")
	},
	Fijar: func(r Problematica, e *Exposicion, c *tramite.Contexto) {
		x := r.junta(e.Reunion, c)
		if x == nil {
			return
		}
		e.Junta, e.Titulo, e.Dia, e.Asistentes = juntaDe(x), x.Titulo, x.Inicio.Dia(), 0
		for _, k := range x.Convocados {
			if k.Asistencia != nil {
				e.Asistentes++
			}
		}
	},
	Aplicar: func(r *Problematica, e Exposicion, s tramite.Suceso) {
		p := r.presentacion(e.Reunion, e.Tema)
		if p == nil {
			r.Presentaciones = append(r.Presentaciones, Presentacion{Reunion: e.Reunion, Tema: e.Tema})
			p = &r.Presentaciones[len(r.Presentaciones)-1]
		}
		p.Junta, p.Titulo, p.Celebra, p.Asistentes = e.Junta, e.Titulo, e.Dia, e.Asistentes
		p.Presentada, p.Presento, p.Sintesis, p.Autoria = true, e.Presento, e.Sintesis, s.Autoria()
	},
	Ejemplo: Exposicion{
		Reunion: "REU-2026-14-0000001-X", Tema: "T1", Presento: "Titular de la Coordinación de Atención y Orientación al Derechohabiente",
		Sintesis: "Se presentaron las cuentas de ocho semanas; la junta pidió reponer el inventario.",
	},
}

// Liga is the input of [LigarAcuerdo].
type Liga struct {
	Acuerdo string `json:"acuerdo" validate:"required,max=60" doc:"Folio del acuerdo que nació de la junta" example:"ACU-2026-14-0000001-X"`
	// What was agreed.
	Reunion    string      `json:"reunion,omitempty" hecho:"true" doc:"Junta de la que nació"`
	Texto      string      `json:"texto,omitempty" hecho:"true" doc:"Qué se acordó"`
	ACargo     string      `json:"a_cargo,omitempty" hecho:"true" doc:"Órgano o unidad a cargo"`
	Compromiso fecha.Fecha `json:"compromiso,omitzero" hecho:"true" doc:"Fecha en que debe cumplirse"`
}

// LigarAcuerdo says which agreement came of presenting a problem.
var LigarAcuerdo = tramite.Acto[Problematica, Liga]{
	Nombre: "ligar-acuerdo", Titulo: "Ligar un acuerdo de la junta", Facultades: supervisa, Alcance: doe.Nacional,
	Descripcion: "Liga el acuerdo que nació de la junta en que se presentó, para seguirlo con la problemática.",
	De:          tramite.Desde(Analizada, Remitida, Comprometida, Implantada, Medida),
	Validar: func(r Problematica, e Liga, c *tramite.Contexto, f *falla.Fallas) {
		a := tramite.HallarLegible[acuerdo.Acuerdo](c, acuerdo.Coleccion, e.Acuerdo)
		mal := a == nil || a.Reunion == ""
		for _, x := range r.Acuerdos {
			mal = mal || x.Folio == e.Acuerdo
		}
		suya := false
		for _, p := range r.Presentaciones {
			suya = suya || a != nil && p.Presentada && p.Reunion == a.Reunion
		}
		f.Si(mal || !suya, ReglaAcuerdo, "body.acuerdo")
	},
	Fijar: func(_ Problematica, e *Liga, c *tramite.Contexto) {
		if a := tramite.HallarLegible[acuerdo.Acuerdo](c, acuerdo.Coleccion, e.Acuerdo); a != nil {
			e.Reunion, e.Texto, e.ACargo, e.Compromiso = a.Reunion, a.Texto, a.ACargo.Clave(), a.Compromiso
		}
	},
	Aplicar: func(r *Problematica, e Liga, s tramite.Suceso) {
		r.Acuerdos = append(r.Acuerdos, Ligado{e.Acuerdo, e.Reunion, e.Texto, e.ACargo, e.Compromiso, s.Autoria()})
	},
	Ejemplo: Liga{Acuerdo: "ACU-2026-14-0000001-X"},
}
