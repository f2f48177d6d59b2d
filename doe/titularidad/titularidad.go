// Package titularidad keeps who holds the headship of each unit, and who
// stands in for it or signs by delegation.
//
// Holders are dated and do not overlap. A vacancy shows, and says which acts
// nobody can sign meanwhile. The register informs: it refuses nobody by
// itself, since the credential decides who may sign.
package titularidad

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Clase is how a person holds a headship.
type Clase string

// The ways of holding a headship.
const (
	// PorNombramiento: the appointed head.
	PorNombramiento Clase = "titular"
	// PorSuplencia: stands in for an absent head, by a document and for a time.
	PorSuplencia Clase = "suplente"
	// PorEncargo: in charge while there is no head.
	PorEncargo Clase = "encargado"
)

// Ocupacion is one person's time at the head of the unit, both days included.
type Ocupacion struct {
	Persona   string      `json:"persona" validate:"required,max=120" doc:"Identificador de la persona, el sub de su credencial" example:"titular-caood-14"`
	Nombre    string      `json:"nombre" validate:"required,max=200" doc:"Nombre de la persona" example:"Persona titular"`
	Clase     Clase       `json:"clase" validate:"required,oneof=titular suplente encargado" doc:"titular, suplente o encargado" example:"titular"`
	Documento string      `json:"documento" validate:"required,max=200" doc:"Nombramiento u oficio de suplencia" example:"Nombramiento 2026/014"`
	Desde     fecha.Fecha `json:"desde" validate:"required" doc:"Primer día" example:"2026-01-16"`
	Hasta     fecha.Fecha `json:"hasta,omitzero" doc:"Último día; vacío, hasta nuevo aviso"`
}

// Rige says whether it holds on a day.
func (o Ocupacion) Rige(d fecha.Fecha) bool {
	return !d.Before(o.Desde) && (o.Hasta.IsZero() || !d.After(o.Hasta))
}

// traslapa says whether two occupations of one kind share a day. A stand-in
// and the head it stands in for may.
func (o Ocupacion) traslapa(p Ocupacion) bool {
	if (o.Clase == PorSuplencia) != (p.Clase == PorSuplencia) {
		return false
	}
	return (p.Hasta.IsZero() || !o.Desde.After(p.Hasta)) && (o.Hasta.IsZero() || !p.Desde.After(o.Hasta))
}

// Titularidad is the headship of one unit, in one OOAD when it is regional.
type Titularidad struct {
	tramite.Cabecera
	De          doe.ClaveUnidad `json:"de" doc:"Unidad cuya titularidad es" example:"caood-7.1"`
	EnOOAD      doe.OOAD        `json:"en_ooad,omitempty" doc:"OOAD de la unidad regional" example:"14"`
	Ocupaciones []Ocupacion     `json:"ocupaciones,omitempty" doc:"Quiénes la han ocupado, por fecha"`
	// Delegaciones are what its heads let others sign.
	Delegaciones []Delegacion `json:"delegaciones,omitempty" doc:"Qué facultades ha delegado quien la encabeza, y en quién"`
}

// En is who heads the unit on a day: the stand-in before the head; false when
// it is vacant.
func (t Titularidad) En(d fecha.Fecha) (Ocupacion, bool) {
	var hay *Ocupacion
	for i := range t.Ocupaciones {
		if o := &t.Ocupaciones[i]; o.Rige(d) && (hay == nil || o.Clase == PorSuplencia) {
			hay = o
		}
	}
	if hay == nil {
		return Ocupacion{}, false
	}
	return *hay, true
}

// SinFirma lists what nobody of the unit can sign on a day because its
// headship is vacant: the facultades of signature that its functions grant.
func (t Titularidad) SinFirma(cat *doe.Catalogo, d fecha.Fecha) []doe.Facultad {
	if _, hay := t.En(d); hay {
		return nil
	}
	var out []doe.Facultad
	for _, c := range cat.Concesiones(t.De) {
		if tramite.SeFirma(c.Facultad.Acto()) {
			out = append(out, c.Facultad)
		}
	}
	return out
}

// Apertura is the input that opens the register of a unit.
type Apertura struct {
	De     doe.ClaveUnidad `json:"de" validate:"required,max=40" doc:"Clave de la unidad" example:"caood-7.1"`
	EnOOAD doe.OOAD        `json:"en_ooad,omitempty" validate:"omitempty,len=2,digitos" doc:"OOAD, si la unidad es regional" example:"14"`
}

// Termino is the input that ends an occupation.
type Termino struct {
	Persona string      `json:"persona" validate:"required,max=120" doc:"Persona cuya ocupación termina" example:"titular-caood-14"`
	Hasta   fecha.Fecha `json:"hasta" validate:"required" doc:"Último día" example:"2026-06-30"`
}

// Rules of the register.
var (
	regla4 = norma.Cita{Norma: "configuración", Lugar: "la persona titular firma, el personal prepara"}

	reglaUnidad   = falla.Regla{Codigo: "DOE-TITULARIDAD-01", Es: "La unidad no está en el catálogo, o le falta o le sobra el OOAD.", En: "The unit is not in the catalog, or lacks its OOAD, or has one it should not.", Fuente: regla4}
	reglaTraslape = falla.Regla{Codigo: "DOE-TITULARIDAD-02", Es: "Ya hay quien ocupa la titularidad en esas fechas.", En: "Somebody holds the headship on those days.", Fuente: regla4}
	reglaFechas   = falla.Regla{Codigo: "DOE-TITULARIDAD-03", Es: "El último día no puede ser anterior al primero.", En: "The last day may not come before the first.", Fuente: regla4}
	reglaSuplente = falla.Regla{Codigo: "DOE-TITULARIDAD-04", Es: "La suplencia necesita fecha de término.", En: "A stand-in needs an end date.", Fuente: regla4}
	reglaNadie    = falla.Regla{Codigo: "DOE-TITULARIDAD-05", Es: "Esa persona no ocupa la titularidad en esa fecha.", En: "That person does not hold the headship on that day.", Fuente: regla4}
)

var personal = doe.Alguna("doe.personal:registrar")

var abrir = tramite.Acto[Titularidad, Apertura]{
	Nombre: "abrir", Titulo: "Abrir", Descripcion: "Abre el registro de titularidad de una unidad.",
	A: tramite.Hacia(tramite.Vigente), Facultades: personal, Alcance: doe.Nacional,
	Validar: func(_ Titularidad, e Apertura, c *tramite.Contexto, f *falla.Fallas) {
		_, hay := c.Catalogo.Unidad(e.De)
		f.Si(!hay, reglaUnidad, "body.de")
		_, err := doe.ParseOOAD(string(e.EnOOAD))
		f.Si(e.De.Regional() != (err == nil), reglaUnidad, "body.en_ooad")
	},
	Aplicar: func(r *Titularidad, e Apertura, _ tramite.Suceso) { r.De, r.EnOOAD = e.De, e.EnOOAD },
	Ejemplo: Apertura{De: doe.CAOOD, EnOOAD: "14"},
}

var ocupar = tramite.Acto[Titularidad, Ocupacion]{
	Nombre: "ocupar", Titulo: "Ocupar", Descripcion: "Asienta quién ocupa la titularidad, la suple o queda a su cargo, desde cuándo y con qué documento.",
	De: tramite.Desde(tramite.Vigente), Facultades: personal, Alcance: doe.Nacional,
	Validar: func(r Titularidad, e Ocupacion, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(!e.Hasta.IsZero() && e.Hasta.Before(e.Desde), reglaFechas, "body.hasta")
		f.Si(e.Clase == PorSuplencia && e.Hasta.IsZero(), reglaSuplente, "body.hasta")
		f.Si(slices.ContainsFunc(r.Ocupaciones, e.traslapa), reglaTraslape, "body.desde")
	},
	Aplicar: func(r *Titularidad, e Ocupacion, _ tramite.Suceso) {
		r.Ocupaciones = append(r.Ocupaciones, e)
		slices.SortStableFunc(r.Ocupaciones, func(a, b Ocupacion) int { return a.Desde.Compare(b.Desde) })
	},
	Ejemplo: Ocupacion{Persona: "titular-caood-14", Nombre: "Persona titular", Clase: PorNombramiento, Documento: "Nombramiento 2026/014", Desde: fecha.MustParse("2026-01-16")},
}

var terminar = tramite.Acto[Titularidad, Termino]{
	Nombre: "terminar", Titulo: "Terminar", Descripcion: "Asienta el último día de una ocupación; después queda vacante o la ocupa otra persona.",
	De: tramite.Desde(tramite.Vigente), Facultades: personal, Alcance: doe.Nacional,
	Validar: func(r Titularidad, e Termino, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(r.ocupacion(e) < 0, reglaNadie, "body.persona")
	},
	Aplicar: func(r *Titularidad, e Termino, _ tramite.Suceso) {
		if i := r.ocupacion(e); i >= 0 {
			r.Ocupaciones[i].Hasta = e.Hasta
		}
	},
	Ejemplo: Termino{Persona: "titular-caood-14", Hasta: fecha.MustParse("2026-06-30")},
}

func (t Titularidad) ocupacion(e Termino) int {
	return slices.IndexFunc(t.Ocupaciones, func(o Ocupacion) bool { return o.Persona == e.Persona && o.Rige(e.Hasta) })
}

var suprimir = tramite.Acto[Titularidad, tramite.Retiro]{
	Nombre: "suprimir", Titulo: "Suprimir", Descripcion: "Cierra el registro de una unidad que dejó de existir.",
	De: tramite.Desde(tramite.Vigente), A: tramite.Hacia(tramite.Retirado), Facultades: personal, Alcance: doe.Nacional,
	Aplicar: func(*Titularidad, tramite.Retiro, tramite.Suceso) {},
	Ejemplo: tramite.Retiro{Motivo: "La unidad se fusionó con otra"},
}

// Titularidades is the register. Whoever keeps the staff register of the
// directorate (doe.personal:registrar) administers it.
var Titularidades = tramite.MustDefinir(tramite.Definicion[Titularidad]{
	Nombre: "titularidad", Coleccion: "titularidades", Serie: "TIT", Rama: doe.Raiz,
	Titulo: "Titularidad de una unidad", Descripcion: "Quién encabeza cada unidad y quién la suple, con fechas y documentos; la vacante se ve.",
	Estados: []tramite.DefEstado{
		{Nombre: tramite.Vigente, Categoria: tramite.Abierta, Titulo: "Vigente"},
		{Nombre: tramite.Retirado, Categoria: tramite.Cerrada, Titulo: "Retirada"},
	},
	Alta: abrir, Actos: tramite.Actos[Titularidad](ocupar, terminar, delegar, revocar, suprimir),
	Unica: func(r Titularidad) string { return string(r.De) + " " + string(r.EnOOAD) },
	Indices: []tramite.Indice[Titularidad]{
		{Nombre: "de", Descripcion: "Unidad cuya titularidad es", De: func(r Titularidad) string { return string(r.De) }},
		{Nombre: "en_ooad", Descripcion: "OOAD de la unidad regional", De: func(r Titularidad) string { return string(r.EnOOAD) }},
	},
	Texto: func(r Titularidad) string { return string(r.De) },
})
