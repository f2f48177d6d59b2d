package evaluacion

import (
	"fmt"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plan"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// MaxEvidencias is how many pieces of evidence an action may have.
const MaxEvidencias = 50

// Iniciar puts the authorised plan under way.
var Iniciar = tramite.Acto[PlanMejora, Arranque]{
	Nombre: "iniciar", Titulo: "Poner en marcha", Descripcion: "Pone en ejecución el plan autorizado; desde entonces corren las fechas de sus acciones.",
	De: tramite.Desde(Autorizado), A: tramite.Hacia(EnEjecucion),
	Facultades: planes("coordinar", "seguir"), Alcance: doe.Linea, Papeles: []string{PapelEvalua}, Contrapartes: evaluado("doe-7.1.1.4/7"),
	Validar: func(p PlanMejora, e Arranque, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(e.Fecha.After(c.Hoy()), FechaFutura, "body.fecha")
		f.Si(!e.Fecha.IsZero() && p.Autorizacion != nil && e.Fecha.Before(p.Autorizacion.Dia), SinIniciar, "body.fecha")
	},
	Aplicar: func(p *PlanMejora, e Arranque, s tramite.Suceso) {
		if p.Iniciado = e.Fecha; e.Fecha.IsZero() {
			p.Iniciado = s.Dia
		}
	},
	Ejemplo: Arranque{},
}

// ReportarAvance tells the progress of an action with its evidence. It counts
// for nothing until it is verified.
var ReportarAvance = tramite.Acto[PlanMejora, Reporte]{
	Nombre: "reportar-avance", Titulo: "Reportar avance", Descripcion: "Reporta el avance acumulado de una acción con la evidencia del periodo que prueba.",
	De: tramite.Desde(EnEjecucion), A: tramite.EnSuEstado(),
	Facultades: planes("registrar", "seguir"), Alcance: doe.Linea, Papeles: []string{PapelEvalua}, Contrapartes: evaluado("doe-7.1.1.4/7"),
	Validar: validarReporte,
	Aplicar: aplicarReporte,
	Ejemplo: Reporte{Accion: "A1", Avance: 5000, Nota: "Se repuso la mitad de los medicamentos", Evidencias: []Prueba{{
		Nombre: "inventario.pdf", SHA256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", PeriodoDesde: fecha.MustParse("2026-03-02"), PeriodoHasta: fecha.MustParse("2026-03-02"),
	}}},
}

// abierta finds an action that can be reported on: a leaf, open.
func (p *PlanMejora) abierta(clave string) *Accion {
	a := p.accion(clave)
	if a == nil || !a.Abierta() || !arbolDe(p.Acciones).Hoja(clave) {
		return nil
	}
	return a
}

func validarReporte(p PlanMejora, e Reporte, c *tramite.Contexto, f *falla.Fallas) {
	a := p.abierta(e.Accion)
	if f.Si(a == nil, AccionCerrada, "body.accion") {
		return
	}
	f.Si(e.Avance < 0 || e.Avance > tramite.Entero, AvanceFuera, "body.avance")
	f.Si(e.Avance < a.Verificado, AvanceMenor, "body.avance")
	f.Si(e.Avance > a.Avance && len(e.Evidencias) == 0, AvanceSinPrueba, "body.evidencias")
	f.Si(p.bloqueada(*a), DependenciaAbierta, "body.accion")
	reales(*a, e, c.Hoy(), f)
	f.Si(len(a.Evidencias)+len(e.Evidencias) > MaxEvidencias, Demasiados, "body.evidencias")
	for i := range e.Evidencias {
		prueba(p, *a, e, i, c.Hoy(), f)
	}
}

// bloqueada says whether an action that it depends on is still open.
func (p *PlanMejora) bloqueada(a Accion) bool {
	t := arbolDe(p.Acciones)
	for _, d := range a.DependeDe {
		i, ok := t.Indice(d)
		if ok && slices.ContainsFunc(t.HojasBajo(i), func(j int) bool { return p.Acciones[j].Abierta() }) {
			return true
		}
	}
	return false
}

func reales(a Accion, e Reporte, hoy fecha.Fecha, f *falla.Fallas) {
	f.Si(e.InicioReal.After(hoy), FechaFutura, "body.inicio_real")
	f.Si(e.FinReal.After(hoy), FechaFutura, "body.fin_real")
	inicio := e.InicioReal
	if inicio.IsZero() {
		inicio = a.InicioReal
	}
	f.Si(!e.FinReal.IsZero() && (e.Avance != tramite.Entero || e.FinReal.Before(inicio)), FechasReales, "body.fin_real")
}

// ventana is the span of days that evidence of the report may prove: that of
// the action, real dates included.
func ventana(a Accion, e Reporte, hoy fecha.Fecha) (desde, hasta fecha.Fecha) {
	desde, hasta = a.Inicio, a.Fin
	for _, d := range []fecha.Fecha{a.InicioReal, e.InicioReal} {
		if !d.IsZero() && d.Before(desde) {
			desde = d
		}
	}
	fin := e.FinReal
	if fin.IsZero() && e.Avance == tramite.Entero {
		fin = hoy
	}
	if fin.After(hasta) {
		hasta = fin
	}
	return desde, hasta
}

// prueba checks the piece of evidence i of a report.
func prueba(p PlanMejora, a Accion, e Reporte, i int, hoy fecha.Fecha, f *falla.Fallas) {
	x, en := e.Evidencias[i], fmt.Sprintf("body.evidencias[%d].", i)
	f.Si(x.PeriodoHasta.Before(x.PeriodoDesde) || x.PeriodoHasta.After(hoy), PeriodoInvalido, en+"periodo_hasta")
	desde, hasta := ventana(a, e, hoy)
	f.Si(x.PeriodoDesde.Before(desde) || x.PeriodoHasta.After(hasta), PeriodoAjeno, en+"periodo_desde")
	nueva := x.evidencia()
	f.Si(nueva.Caduca(hoy), EvidenciaCaduca, en+"vigente_hasta")
	doble, mismo := a.Evidencias.Prueba(x.PeriodoDesde, x.PeriodoHasta), p.yaPresentado(x.SHA256)
	for _, y := range e.Evidencias[:i] {
		doble = doble || nueva.Prueba(y.PeriodoDesde, y.PeriodoHasta)
		mismo = mismo || x.SHA256 == y.SHA256
	}
	f.Si(doble, PeriodoDoble, en+"periodo_desde")
	f.Si(mismo, PruebaDoble, en+"sha256")
	otra := slices.ContainsFunc(e.Evidencias[:i], func(y Prueba) bool { return y.Reemplaza == x.Reemplaza })
	f.Si(x.Reemplaza != "" && (otra || !a.Evidencias.Sustituible(x.Reemplaza)), ReemplazoInvalido, en+"reemplaza")
}

// evidencia is what is presented, as evidence of an action.
func (x Prueba) evidencia() plan.Evidencia {
	return plan.Evidencia{
		Nombre: x.Nombre, SHA256: x.SHA256, PeriodoDesde: x.PeriodoDesde, PeriodoHasta: x.PeriodoHasta, VigenteHasta: x.VigenteHasta, Reemplaza: x.Reemplaza,
	}
}

func (p *PlanMejora) yaPresentado(sha string) bool {
	return slices.ContainsFunc(p.Acciones, func(a Accion) bool {
		return slices.ContainsFunc(a.Evidencias, func(e plan.Evidencia) bool { return e.SHA256 == sha })
	})
}

func aplicarReporte(p *PlanMejora, e Reporte, s tramite.Suceso) {
	a := p.accion(e.Accion)
	if a == nil {
		return
	}
	a.Avance = e.Avance
	inicio := s.Dia
	for _, x := range e.Evidencias {
		n := x.evidencia()
		n.En, n.Por, n.Organo = s.En, s.Actor.Sub, s.Actor.Organo
		a.Evidencias = a.Evidencias.Presentar(n)
		if x.PeriodoDesde.Before(inicio) {
			inicio = x.PeriodoDesde
		}
	}
	switch {
	case !e.InicioReal.IsZero():
		a.InicioReal = e.InicioReal
	case a.InicioReal.IsZero() && e.Avance > 0:
		a.InicioReal = inicio
	}
	if a.FinReal = e.FinReal; e.FinReal.IsZero() && e.Avance == tramite.Entero {
		a.FinReal = s.Dia
	}
	if a.Avance > 0 {
		a.Estado = AccionEnCurso
	}
	if s.Actor.Unidad != "" && !slices.Contains(a.Reportes, s.Actor.Sub) {
		a.Reportes = append(a.Reportes, s.Actor.Sub)
	}
	p.recalcular()
}
