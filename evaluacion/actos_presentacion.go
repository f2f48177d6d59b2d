package evaluacion

import (
	"fmt"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/plan"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Presentar presents the draft, whole, and freezes it as a version.
var Presentar = tramite.Acto[PlanMejora, Presentacion]{
	Nombre: "presentar", Titulo: "Presentar plan", Descripcion: "Presenta el plan completo, atiende una por una las observaciones abiertas y fija una versión.",
	De: tramite.Desde(EnElaboracion, Devuelto), A: tramite.Hacia(Presentado),
	Facultades: planes("elaborar", "registrar"), Alcance: doe.Linea, Contrapartes: evaluado("doe-7.1.1.2/7"),
	Validar: validarPresentacion,
	Aplicar: aplicarPresentacion,
	Ejemplo: Presentacion{Oficio: "OOAD-JAL/0321/2026", Nota: "Plan acordado con la jefatura de servicios"},
}

func validarPresentacion(p PlanMejora, e Presentacion, c *tramite.Contexto, f *falla.Fallas) {
	f.Si(c.Actor.Rol == "" && e.Oficio == "", OficioFalta, "body.oficio")
	f.Si(len(p.Versiones) >= MaxVersiones, MuchasVersiones, "body")
	atenciones(p, e.Atenciones, f)
	anotar(plan.Revisar(lineas(p.comprometido()), marco(p.Inicio, p.Fin)), dePresentado, "registro.acciones", f)
	t := arbolDe(p.Acciones)
	for i, a := range p.Acciones {
		if en := fmt.Sprintf("registro.acciones[%d].", i); t.Hoja(a.Clave) {
			f.Si(a.Hallazgo == "", AccionSinHallazgo, en+"hallazgo")
			f.Si(a.Fin.Before(c.Hoy()), FechaPasada, en+"fin")
		}
	}
	for i, h := range p.Hallazgos {
		atiende := slices.ContainsFunc(p.Acciones, func(a Accion) bool { return a.Hallazgo == h.Clave && t.Hoja(a.Clave) })
		f.Si(!atiende, HallazgoSinAccion, fmt.Sprintf("registro.hallazgos[%d]", i))
	}
}

// atenciones checks that every open observation is attended, once.
func atenciones(p PlanMejora, as []Atencion, f *falla.Fallas) {
	dichas := map[string]bool{}
	for i, a := range as {
		o := p.observacion(a.Observacion)
		f.Si(o == nil || !o.Abierta() || dichas[a.Observacion], ObservacionAjena, fmt.Sprintf("body.atenciones[%d].observacion", i))
		dichas[a.Observacion] = true
	}
	for i, o := range p.Observaciones {
		f.Si(o.Abierta() && !dichas[o.Clave], ObservacionSinAtener, fmt.Sprintf("registro.observaciones[%d]", i))
	}
}

func aplicarPresentacion(p *PlanMejora, e Presentacion, s tramite.Suceso) {
	v := Version{Numero: len(p.Versiones) + 1, Dia: s.Dia, Por: s.Actor.Sub, Oficio: e.Oficio, Inicio: p.Inicio, Fin: p.Fin}
	for _, a := range p.Acciones {
		c := a.Compromiso
		c.DependeDe = slices.Clone(c.DependeDe)
		if c.Indicador != nil {
			ind := *c.Indicador
			c.Indicador = &ind
		}
		v.Acciones = append(v.Acciones, c)
	}
	p.Versiones = append(p.Versiones, v)
	for _, a := range e.Atenciones {
		if o := p.observacion(a.Observacion); o != nil {
			o.Atencion, o.Procede, o.AtendidaEn = a.Respuesta, a.Procede, s.Dia
		}
	}
	p.Supervision, p.Conciliacion, p.Validacion = nil, nil, nil
}
