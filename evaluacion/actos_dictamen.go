package evaluacion

import (
	"fmt"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Conciliar contrasts the version with the results it is born of. Differences
// become observations, and the plan stays where it is.
var Conciliar = tramite.Acto[PlanMejora, Contraste]{
	Nombre: "conciliar", Titulo: "Conciliar plan", Descripcion: "Contrasta el plan con los resultados de que nace; lo que no concuerda queda como observación.",
	De: tramite.Desde(Presentado, Turnado, Conciliado, Validado), A: tramite.Hacia(Conciliado),
	Facultades: planes("validar"), Alcance: doe.Propia, Papeles: []string{PapelIntegra},
	Elegir: func(p PlanMejora, _ Contraste) tramite.Estado {
		if p.Estado == Validado || p.Conciliacion == nil || !p.Conciliacion.Conforme {
			return p.Estado
		}
		return Conciliado
	},
	Validar: func(p PlanMejora, e Contraste, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(len(p.pendientes()) > 0, AreasPendientes, "registro.turnos")
		senalamientos(p, e.Diferencias, "diferencias", f)
	},
	Aplicar: func(p *PlanMejora, e Contraste, s tramite.Suceso) {
		p.Conciliacion = &Conciliacion{Version: len(p.Versiones), Conforme: len(e.Diferencias) == 0, Nota: e.Nota, Dia: s.Dia}
		p.observar(e.Diferencias, s.Actor.Unidad, "", s)
	},
	Ejemplo: Contraste{Nota: "Las acciones corresponden a los hallazgos del informe"},
}

// Validar holds the version right for the branch that evaluates.
var Validar = tramite.Acto[PlanMejora, Visto]{
	Nombre: "validar", Titulo: "Validar plan", Descripcion: "La rama que evalúa da por correcto el plan antes de su autorización.",
	De: tramite.Desde(Presentado, Turnado, Conciliado), A: tramite.Hacia(Validado),
	Facultades: planes("validar"), Alcance: doe.Linea, Papeles: []string{PapelEvalua},
	Validar: validarVisto,
	Aplicar: func(p *PlanMejora, e Visto, s tramite.Suceso) {
		for _, d := range e.Dispensas {
			if o := p.observacion(d.Observacion); o != nil {
				o.Dispensa = d.Motivo
			}
		}
		p.Validacion = &Dictamen{Version: len(p.Versiones), Nota: e.Nota, Oficio: e.Oficio, Unidad: s.Actor.Unidad, Por: s.Actor.Sub, Dia: s.Dia}
	},
	Ejemplo: Visto{Nota: "Las acciones corrigen las causas de los hallazgos"},
}

func validarVisto(p PlanMejora, e Visto, _ *tramite.Contexto, f *falla.Fallas) {
	f.Si(len(p.pendientes()) > 0, AreasPendientes, "registro.turnos")
	for i, a := range p.Acciones {
		consultada := a.AreaNormativa == "" || slices.ContainsFunc(p.Turnos, func(t Turno) bool {
			return t.Organo == a.AreaNormativa && t.Estado != TurnoSuplido
		})
		f.Si(!consultada, AreaSinConsultar, fmt.Sprintf("registro.acciones[%d].area_normativa", i))
	}
	f.Si(p.Supervision == nil || !p.Supervision.Conforme, SinSupervision, "registro.supervision")
	dispensadas := map[string]bool{}
	for i, d := range e.Dispensas {
		o := p.observacion(d.Observacion)
		f.Si(o == nil || !o.Abierta() || dispensadas[d.Observacion], ObservacionAjena, fmt.Sprintf("body.dispensas[%d].observacion", i))
		dispensadas[d.Observacion] = true
	}
	for i, o := range p.Observaciones {
		f.Si(o.Abierta() && !dispensadas[o.Clave], ObservacionSinAtener, fmt.Sprintf("registro.observaciones[%d]", i))
	}
}

// Autorizar makes the plan binding. The version authorised is the one that was
// validated and conciliated.
var Autorizar = tramite.Acto[PlanMejora, Acuerdo]{
	Nombre: "autorizar", Titulo: "Autorizar plan", Descripcion: "La Unidad autoriza el plan validado y conciliado.",
	De: tramite.Desde(Validado), A: tramite.Hacia(Autorizado),
	Facultades: planes("autorizar"), Alcance: doe.Propia, Papeles: []string{PapelAutoriza},
	Validar: func(p PlanMejora, _ Acuerdo, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(p.Conciliacion == nil || !p.Conciliacion.Conforme, SinConciliar, "registro.conciliacion")
		for i, o := range p.Observaciones {
			f.Si(o.Abierta(), ObservacionSinAtener, fmt.Sprintf("registro.observaciones[%d]", i))
		}
	},
	Aplicar: func(p *PlanMejora, e Acuerdo, s tramite.Suceso) {
		p.Autorizacion = &Dictamen{Version: len(p.Versiones), Nota: e.Nota, Oficio: e.Oficio, Unidad: s.Actor.Unidad, Por: s.Actor.Sub, Dia: s.Dia}
	},
	Ejemplo: Acuerdo{Nota: "Informar el avance cada mes", Oficio: "UEOD/0102/2026"},
}
