package evaluacion

import (
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// The states of a plan.
const (
	// Solicitado: asked of the organ.
	Solicitado tramite.Estado = "solicitado"
	// EnElaboracion: the organ drafts it.
	EnElaboracion tramite.Estado = "en_elaboracion"
	// Presentado: a version waits for review.
	Presentado tramite.Estado = "presentado"
	// Turnado: it was sent to normative directorates.
	Turnado tramite.Estado = "turnado"
	// Devuelto: it went back with observations.
	Devuelto tramite.Estado = "devuelto"
	// Conciliado: it agrees with the results it is born of.
	Conciliado tramite.Estado = "conciliado"
	// Validado: the branch holds it right.
	Validado tramite.Estado = "validado"
	// Autorizado: the Unit authorised it.
	Autorizado tramite.Estado = "autorizado"
	// EnEjecucion: its actions are carried out.
	EnEjecucion tramite.Estado = "en_ejecucion"
	// Incumplido: it was not presented in time.
	Incumplido tramite.Estado = "incumplido"
	// Concluido: every action ended; its effect is still to be measured.
	Concluido tramite.Estado = "concluido"
	// EfectoVerificado: its effect was measured.
	EfectoVerificado tramite.Estado = "efecto_verificado"
	// Cerrado and Cancelado end it.
	Cerrado   tramite.Estado = "cerrado"
	Cancelado tramite.Estado = "cancelado"
)

// The units, besides the one that keeps it, that a plan names.
const (
	// PapelEvalua is the unit that evaluates and follows the plan.
	PapelEvalua = "evalua"
	// PapelCoordina heads its branch.
	PapelCoordina = "coordina"
	// PapelIntegra conciliates the plans of all branches (7.1.1.7/5).
	PapelIntegra = "integra"
	// PapelAutoriza authorises them (7.1.1/8).
	PapelAutoriza = "autoriza"
	// PapelDirige dictates measures (7.1/3).
	PapelDirige = "dirige"
)

// Planes is the trámite of the improvement plan.
var Planes = tramite.MustDefinir(tramite.Definicion[PlanMejora]{
	Nombre: "plan-mejora", Coleccion: "planes-mejora", Serie: "PM", Rama: "doe-7.1.1", Titulo: "Plan de mejora",
	Descripcion: "Compromisos de un órgano evaluado para corregir lo hallado: se pide, se elabora, se consulta a las direcciones normativas, se concilia, valida y autoriza, se ejecuta con evidencia y se cierra tras medir su efecto.",
	Estados:     estados(),
	Alta:        Solicitar,
	Actos: tramite.Actos[PlanMejora](
		Elaborar, Orientar, Presentar, Turnar, Comentar, Devolver, Conciliar, Supervisar, Validar, Autorizar,
		Iniciar, ReportarAvance, Verificar, PedirReprogramacion, Reprogramar, NegarReprogramacion,
		DeclararIncumplimiento, DictarMedida, AplicarMedida, Concluir, VerificarEfecto, Cerrar, Cancelar,
		vencerOpinion, vencerAccion, adjuntar,
	),
	Plazos: plazos(),
	Papeles: map[string]func(PlanMejora) doe.ClaveUnidad{
		PapelEvalua:   func(p PlanMejora) doe.ClaveUnidad { return p.Unidad },
		PapelCoordina: func(p PlanMejora) doe.ClaveUnidad { return p.Coordinacion },
		PapelIntegra:  func(PlanMejora) doe.ClaveUnidad { return "doe-7.1.1.7" },
		PapelAutoriza: func(PlanMejora) doe.ClaveUnidad { return "doe-7.1.1" },
		PapelDirige:   func(PlanMejora) doe.ClaveUnidad { return doe.Raiz },
	},
	Partes:  partes,
	Recorta: recortar,
	Indices: indices(),
	Texto:   texto,
})

func estados() []tramite.DefEstado {
	return []tramite.DefEstado{
		{Nombre: Solicitado, Categoria: tramite.Abierta, Titulo: "Solicitado"},
		{Nombre: EnElaboracion, Categoria: tramite.Abierta, Titulo: "En elaboración"},
		{Nombre: Presentado, Categoria: tramite.Abierta, Titulo: "Presentado"},
		{Nombre: Turnado, Categoria: tramite.Abierta, Titulo: "En consulta"},
		{Nombre: Devuelto, Categoria: tramite.Abierta, Titulo: "Devuelto"},
		{Nombre: Conciliado, Categoria: tramite.Abierta, Titulo: "Conciliado"},
		{Nombre: Validado, Categoria: tramite.Abierta, Titulo: "Validado"},
		{Nombre: Autorizado, Categoria: tramite.Abierta, Titulo: "Autorizado"},
		{Nombre: EnEjecucion, Categoria: tramite.Abierta, Titulo: "En ejecución"},
		{Nombre: Incumplido, Categoria: tramite.Abierta, Titulo: "Incumplido"},
		{Nombre: Concluido, Categoria: tramite.Abierta, Titulo: "Concluido"},
		{Nombre: EfectoVerificado, Categoria: tramite.Abierta, Titulo: "Efecto verificado"},
		{Nombre: Cerrado, Categoria: tramite.Cerrada, Titulo: "Cerrado"},
		{Nombre: Cancelado, Categoria: tramite.Cancelada, Titulo: "Cancelado"},
	}
}

// partes are the evaluated organ and the directorates that were consulted.
func partes(p PlanMejora) []tramite.Parte {
	out := []tramite.Parte{{Rol: doe.Evaluado, Organo: p.Organo}}
	vistos := map[doe.ClaveOrgano]bool{}
	for _, t := range p.Turnos {
		if !vistos[t.Organo] {
			vistos[t.Organo] = true
			out = append(out, tramite.Parte{Rol: doe.Normativo, Organo: t.Organo})
		}
	}
	return out
}

func indices() []tramite.Indice[PlanMejora] {
	var ramas, efectos []string
	for _, r := range Ramas() {
		ramas = append(ramas, string(r.Clave))
	}
	for _, e := range ResultadosEfecto() {
		efectos = append(efectos, string(e.Clave))
	}
	return []tramite.Indice[PlanMejora]{
		{Nombre: "organo", Descripcion: "Órgano evaluado", De: func(p PlanMejora) string { return string(p.Organo) }},
		{Nombre: "rama", Descripcion: "Rama que evalúa", Valores: ramas, De: func(p PlanMejora) string { return string(p.Rama) }},
		{Nombre: "coordinacion", Descripcion: "Coordinación de la rama", De: func(p PlanMejora) string { return string(p.Coordinacion) }},
		{Nombre: "referencia", Descripcion: "Folio del resultado del que nace", De: func(p PlanMejora) string { return p.Referencia }},
		{Nombre: "riesgo", Descripcion: "incumplido si hay incumplimiento declarado, rezagado si pasó la fecha de alguna acción, al_corriente si no", Valores: []string{"al_corriente", "rezagado", "incumplido"}, De: riesgo},
		{Nombre: "efecto", Descripcion: "Resultado de la verificación del efecto", Valores: efectos, De: func(p PlanMejora) string {
			if p.Efecto == nil {
				return ""
			}
			return string(p.Efecto.Resultado)
		}},
	}
}

func riesgo(p PlanMejora) string {
	if len(p.Incumplimientos) > 0 {
		return "incumplido"
	}
	for _, a := range p.Acciones {
		if a.Rebasada && a.Abierta() {
			return "rezagado"
		}
	}
	return "al_corriente"
}

func texto(p PlanMejora) string {
	ts := []string{p.Asunto, p.OrganoNombre, p.Area, p.Referencia}
	for _, h := range p.Hallazgos {
		ts = append(ts, h.Descripcion)
	}
	for _, a := range p.Acciones {
		ts = append(ts, a.Descripcion)
	}
	return strings.Join(ts, "\n")
}
