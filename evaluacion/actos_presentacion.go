package evaluacion

import (
	"fmt"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
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
	t := arbolDe(p.Acciones)
	for i := range p.Acciones {
		completa(p, t, i, c.Hoy(), f)
	}
	pesos(p, t, f)
	for i, h := range p.Hallazgos {
		atiende := slices.ContainsFunc(p.Acciones, func(a Accion) bool { return a.Hallazgo == h.Clave && t.hoja(a.Clave) })
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

// completa checks that an action says all it must to be presented.
func completa(p PlanMejora, t arbol[Accion], i int, hoy fecha.Fecha, f *falla.Fallas) {
	a, en := p.Acciones[i], fmt.Sprintf("registro.acciones[%d].", i)
	desde, hasta := p.Inicio, p.Fin
	if j, ok := t.indice[a.Padre]; ok && a.Padre != "" {
		desde, hasta = p.Acciones[j].Inicio, p.Acciones[j].Fin
	}
	f.Si(a.Inicio.Before(desde) || a.Fin.After(hasta), FueraDelPlan, en+"fin")
	for _, d := range a.DependeDe {
		if j, ok := t.indice[d]; ok {
			f.Si(!p.Acciones[j].Fin.Before(a.Inicio), OrdenRoto, en+"inicio")
		}
	}
	if !t.hoja(a.Clave) {
		return
	}
	f.Si(a.Hallazgo == "", AccionSinHallazgo, en+"hallazgo")
	f.Si(a.Fin.Before(hoy), FechaPasada, en+"fin")
	if !f.Si(a.Indicador == nil, IndicadorFalta, en+"indicador") {
		f.Si(!a.Indicador.Sentido.mejora(a.Meta, a.Indicador.LineaBase), MetaSinMejora, en+"meta")
	}
}

// pesos checks that weights add up at every level.
func pesos(p PlanMejora, t arbol[Accion], f *falla.Fallas) {
	suma := map[string]tramite.Centesimas{}
	for _, a := range p.Acciones {
		suma[a.Padre] += a.Peso
	}
	f.Si(suma[""] != tramite.Entero, PesosSinCien, "registro.acciones")
	for i, a := range p.Acciones {
		f.Si(!t.hoja(a.Clave) && suma[a.Clave] != a.Peso, PesosSinPadre, fmt.Sprintf("registro.acciones[%d].peso", i))
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
