package titularidad

import (
	"fmt"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Delegacion is what the head of the unit lets somebody sign, both days
// included.
type Delegacion struct {
	De         string          `json:"de" validate:"required,max=120" doc:"Identificador de la persona que encabeza la unidad y delega" example:"titular-caood-14"`
	Persona    string          `json:"persona" validate:"required,max=120" doc:"Identificador de quien recibe la delegación, el sub de su credencial" example:"mando-caood-14"`
	Nombre     string          `json:"nombre" validate:"required,max=200" doc:"Nombre de quien la recibe" example:"Persona de mando"`
	Unidad     doe.ClaveUnidad `json:"unidad" validate:"required,max=40" doc:"Unidad de quien la recibe: la misma o una que depende de ella" example:"caood-7.1"`
	Facultades []doe.Facultad  `json:"facultades" validate:"required,min=1,max=50,dive,max=100" doc:"Facultades delegadas" example:"[\"siade.atencion:coordinar\"]"`
	Documento  string          `json:"documento" validate:"required,max=200" doc:"Acuerdo u oficio delegatorio" example:"Acuerdo delegatorio 2026/003"`
	Desde      fecha.Fecha     `json:"desde" validate:"required" doc:"Primer día" example:"2026-02-02"`
	Hasta      fecha.Fecha     `json:"hasta" validate:"required" doc:"Último día" example:"2026-06-30"`
}

// Rige says whether it holds on a day.
func (d Delegacion) Rige(dia fecha.Fecha) bool { return !dia.Before(d.Desde) && !dia.After(d.Hasta) }

// choca says whether two delegations give one person a facultad on one day.
func (d Delegacion) choca(o Delegacion) bool {
	return d.Persona == o.Persona && !d.Desde.After(o.Hasta) && !o.Desde.After(d.Hasta) &&
		slices.ContainsFunc(d.Facultades, func(f doe.Facultad) bool { return slices.Contains(o.Facultades, f) })
}

// Revocacion is the input that ends a delegation before its time.
type Revocacion struct {
	Documento string      `json:"documento" validate:"required,max=200" doc:"Documento de la delegación" example:"Acuerdo delegatorio 2026/003"`
	Persona   string      `json:"persona" validate:"required,max=120" doc:"Quien la recibió" example:"mando-caood-14"`
	Hasta     fecha.Fecha `json:"hasta" validate:"required" doc:"Último día en que rige" example:"2026-03-31"`
}

// Rules of delegation.
var (
	noSeDelega = norma.Cita{Norma: "configuración", Lugar: "lo delegado no se vuelve a delegar"}

	reglaFacultad   = falla.Regla{Codigo: "DOE-TITULARIDAD-06", Es: "La unidad no tiene esa facultad, y solo se delega lo propio.", En: "The unit does not have that facultad, and only one's own is delegated.", Fuente: noSeDelega}
	reglaDelega     = falla.Regla{Codigo: "DOE-TITULARIDAD-07", Es: "Delega quien encabeza la unidad por nombramiento o encargo todos los días de la delegación; quien suple no delega.", En: "Who heads the unit by appointment or in charge, on all the days of the delegation, delegates; a stand-in does not.", Fuente: noSeDelega}
	reglaASiMismo   = falla.Regla{Codigo: "DOE-TITULARIDAD-08", Es: "Se delega en otra persona, de la misma unidad o de una que depende de ella.", En: "One delegates to another person, of the same unit or of one below it.", Fuente: regla4}
	reglaRepetida   = falla.Regla{Codigo: "DOE-TITULARIDAD-09", Es: "Esa persona ya tiene delegada la facultad en esas fechas.", En: "That person has the facultad delegated on those days already.", Fuente: regla4}
	reglaSinDelegar = falla.Regla{Codigo: "DOE-TITULARIDAD-10", Es: "No hay tal delegación vigente en esa fecha.", En: "There is no such delegation on that day.", Fuente: regla4}
)

var delegar = tramite.Acto[Titularidad, Delegacion]{
	Nombre: "delegar", Titulo: "Delegar", Descripcion: "Asienta qué facultades delega quien encabeza la unidad, en quién, de qué día a qué día y con qué documento.",
	De: tramite.Desde(tramite.Vigente), Facultades: personal, Alcance: doe.Nacional,
	Validar: func(r Titularidad, e Delegacion, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(e.Hasta.Before(e.Desde), reglaFechas, "body.hasta")
		for i, x := range e.Facultades {
			d, err := doe.Mandato(c.Catalogo, r.De, x.Acto(), x.Capacidad(), c.Hoy())
			f.Si(err != nil || d.Resultado != doe.Facultado, reglaFacultad, fmt.Sprintf("body.facultades[%d]", i))
		}
		f.Si(!r.encabeza(e.De, e.Desde, e.Hasta), reglaDelega, "body.de")
		ajena := e.Unidad != r.De && !slices.Contains(c.Catalogo.Superiores(e.Unidad), r.De)
		f.Si(ajena, reglaASiMismo, "body.unidad")
		f.Si(e.Persona == e.De, reglaASiMismo, "body.persona")
		f.Si(slices.ContainsFunc(r.Delegaciones, e.choca), reglaRepetida, "body.facultades")
	},
	Aplicar: func(r *Titularidad, e Delegacion, _ tramite.Suceso) { r.Delegaciones = append(r.Delegaciones, e) },
	Ejemplo: Delegacion{
		De: "titular-caood-14", Persona: "mando-caood-14", Nombre: "Persona de mando", Unidad: doe.CAOOD, Facultades: doe.Alguna("siade.atencion:coordinar"),
		Documento: "Acuerdo delegatorio 2026/003", Desde: fecha.MustParse("2026-02-02"), Hasta: fecha.MustParse("2026-06-30"),
	},
}

// encabeza says whether a person heads the unit, not as a stand-in, on all the
// days of a span.
func (t Titularidad) encabeza(persona string, desde, hasta fecha.Fecha) bool {
	return slices.ContainsFunc(t.Ocupaciones, func(o Ocupacion) bool {
		return o.Persona == persona && o.Clase != PorSuplencia && o.Rige(desde) && o.Rige(hasta)
	})
}

var revocar = tramite.Acto[Titularidad, Revocacion]{
	Nombre: "revocar-delegacion", Titulo: "Revocar delegación", Descripcion: "Asienta el último día de una delegación que termina antes de tiempo.",
	De: tramite.Desde(tramite.Vigente), Facultades: personal, Alcance: doe.Nacional,
	Validar: func(r Titularidad, e Revocacion, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(r.delegacion(e) < 0, reglaSinDelegar, "body.documento")
	},
	Aplicar: func(r *Titularidad, e Revocacion, _ tramite.Suceso) {
		if i := r.delegacion(e); i >= 0 {
			r.Delegaciones[i].Hasta = e.Hasta
		}
	},
	Ejemplo: Revocacion{Documento: "Acuerdo delegatorio 2026/003", Persona: "mando-caood-14", Hasta: fecha.MustParse("2026-03-31")},
}

func (t Titularidad) delegacion(e Revocacion) int {
	return slices.IndexFunc(t.Delegaciones, func(d Delegacion) bool {
		return d.Documento == e.Documento && d.Persona == e.Persona && d.Rige(e.Hasta)
	})
}

// Constancia says what the register knows of a stand-in or a delegation.
type Constancia string

// What the register may say.
const (
	// Consta: it has the document, for that person and that day.
	Consta Constancia = "consta"
	// Difiere: it has the document, for another person or other days.
	Difiere Constancia = "difiere"
	// NoConsta: it does not have it.
	NoConsta Constancia = "no_consta"
)

// DeSuplencia is what the register knows of a person standing in by a document
// on a day.
func (t Titularidad) DeSuplencia(persona, documento string, d fecha.Fecha) Constancia {
	c := NoConsta
	for _, o := range t.Ocupaciones {
		if o.Documento != documento || o.Clase == PorNombramiento {
			continue
		}
		if o.Persona == persona && o.Rige(d) {
			return Consta
		}
		c = Difiere
	}
	return c
}

// DeDelegacion is what the register knows of a facultad delegated to a person
// by a document on a day.
func (t Titularidad) DeDelegacion(persona, documento string, f doe.Facultad, d fecha.Fecha) Constancia {
	c := NoConsta
	for _, o := range t.Delegaciones {
		if o.Documento != documento {
			continue
		}
		if o.Persona == persona && o.Rige(d) && slices.Contains(o.Facultades, f) {
			return Consta
		}
		c = Difiere
	}
	return c
}
