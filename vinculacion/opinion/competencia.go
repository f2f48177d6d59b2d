package opinion

import (
	"fmt"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

var ejemploCompetencia = Competencia{
	Competente: true, Motivo: "Modifica la prestación de guarderías, a cargo del Instituto.",
	Organos: []OrganoCompetente{
		{Organo: "dn-prestaciones-economicas-y-sociales", Materia: "Servicio de guarderías", Fundamento: "Ley del Seguro Social, artículo 201"},
		{Organo: "dn-finanzas", Materia: "Costo de la ampliación", Fundamento: "Ley del Seguro Social, artículo 211"},
	},
}

// ProponerCompetencia says, with reasons, whether the matter is the
// Institute's and of which directorates.
var ProponerCompetencia = tramite.Acto[Solicitud, Competencia]{
	Nombre: "proponer-competencia", Titulo: "Proponer competencia",
	Descripcion: "Analiza si el asunto compete al Instituto y propone las direcciones normativas que deben opinar, cada una con su materia y fundamento.",
	De:          tramite.Desde(Registrada, EnAnalisis), A: tramite.Hacia(EnAnalisis),
	Facultades: doe.Alguna("vinculacion.opiniones:analizar"), Alcance: doe.Nacional,
	Validar: func(_ Solicitud, e Competencia, c *tramite.Contexto, f *falla.Fallas) { validarCompetencia(e, c, f) },
	Aplicar: func(r *Solicitud, e Competencia, s tramite.Suceso) {
		e.Autoria = autoria(s)
		r.Propuesta = &e
	},
	Ejemplo: ejemploCompetencia,
}

// DecidirCompetencia settles it. It may depart from what was proposed, and be
// decided again until the matter is turned or answered.
var DecidirCompetencia = tramite.Acto[Solicitud, Competencia]{
	Nombre: "decidir-competencia", Titulo: "Decidir competencia",
	Descripcion: "Decide si el asunto compete al Instituto y qué direcciones normativas opinan; puede apartarse de lo propuesto.",
	De:          tramite.Desde(EnAnalisis, Competente, NoCompetente), A: tramite.Hacia(Competente, NoCompetente),
	Elegir: func(_ Solicitud, e Competencia) tramite.Estado {
		if e.Competente {
			return Competente
		}
		return NoCompetente
	},
	Facultades: doe.Alguna("vinculacion.opiniones:coordinar"), Alcance: doe.Nacional, Firma: true,
	Validar: func(r Solicitud, e Competencia, c *tramite.Contexto, f *falla.Fallas) {
		validarCompetencia(e, c, f)
		separar("decidir-competencia", r, c, f)
	},
	Aplicar: func(r *Solicitud, e Competencia, s tramite.Suceso) {
		e.Autoria = autoria(s)
		r.Decision = &e
	},
	Ejemplo: ejemploCompetencia,
}

func validarCompetencia(e Competencia, c *tramite.Contexto, f *falla.Fallas) {
	f.Si(e.Competente == (len(e.Organos) == 0), ReglaCompetencia, "body.organos")
	f.Si(e.Competente == (e.Instancia != ""), ReglaCompetencia, "body.instancia")
	vistos := map[doe.ClaveOrgano]bool{}
	for i, o := range e.Organos {
		camino := fmt.Sprintf("body.organos[%d].organo", i)
		f.Si(!normativa(o.Organo, c), ReglaOrgano, camino)
		f.Si(vistos[o.Organo], ReglaOrganoRepetido, camino)
		vistos[o.Organo] = true
	}
}

// normativa says whether the organ is a normative directorate.
func normativa(k doe.ClaveOrgano, c *tramite.Contexto) bool {
	o, ok := c.Catalogo.Organo(k)
	return ok && o.Tipo == doe.OrganoNormativo
}

// decidida says whether the decision names the directorate.
func (s Solicitud) decidida(k doe.ClaveOrgano) bool {
	if s.Decision == nil {
		return false
	}
	for _, o := range s.Decision.Organos {
		if o.Organo == k {
			return true
		}
	}
	return false
}
