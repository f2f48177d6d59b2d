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

// Verificar decides on the evidence of an action and on how much progress it
// proves. What was reported beyond that is undone: it must be proved again.
var Verificar = tramite.Acto[PlanMejora, Comprobacion]{
	Nombre: "verificar", Titulo: "Verificar avance", Descripcion: "Acepta o rechaza la evidencia de una acción y fija el avance que prueba.",
	De: tramite.Desde(EnEjecucion), A: tramite.EnSuEstado(),
	Facultades: planes("seguir"), Alcance: doe.Linea, Papeles: []string{PapelEvalua},
	Validar: validarComprobacion,
	Aplicar: aplicarComprobacion,
	Ejemplo: Comprobacion{Accion: "A1", Avance: 5000, Evidencias: []Fallo{{Evidencia: "E1", Resultado: plan.EvidenciaAceptada}}},
}

func validarComprobacion(p PlanMejora, e Comprobacion, c *tramite.Contexto, f *falla.Fallas) {
	a := p.abierta(e.Accion)
	if f.Si(a == nil, AccionCerrada, "body.accion") {
		return
	}
	f.Si(slices.Contains(a.Reportes, c.Actor.Sub), JuezYParte, "body.accion")
	f.Si(e.Avance < 0 || e.Avance > tramite.Entero, AvanceFuera, "body.avance")
	f.Si(e.Avance > a.Avance, VerificadoDeMas, "body.avance")
	f.Si(e.Avance < a.Verificado && e.Nota == "", BajaSinNota, "body.nota")
	decididas, aceptada := map[string]bool{}, false
	for i, x := range e.Evidencias {
		en := fmt.Sprintf("body.evidencias[%d].", i)
		ev := a.Evidencias.Buscar(x.Evidencia)
		if f.Si(ev == nil || ev.Estado != plan.EvidenciaPresentada || decididas[x.Evidencia], EvidenciaAjena, en+"evidencia") {
			continue
		}
		decididas[x.Evidencia] = true
		si := x.Resultado == plan.EvidenciaAceptada
		f.Si(si && ev.Caduca(c.Hoy()), EvidenciaCaduca, en+"resultado")
		aceptada = aceptada || si
	}
	for _, ev := range a.Evidencias {
		if ev.Estado == plan.EvidenciaPresentada && !decididas[ev.Clave] {
			f.Si(true, EvidenciaSinDecidir, "body.evidencias")
			break
		}
	}
	f.Si(e.Avance > a.Verificado && !aceptada, VerificadoSinPrueba, "body.evidencias")
}

func aplicarComprobacion(p *PlanMejora, e Comprobacion, s tramite.Suceso) {
	a := p.accion(e.Accion)
	if a == nil {
		return
	}
	for _, x := range e.Evidencias {
		if ev := a.Evidencias.Buscar(x.Evidencia); ev != nil {
			ev.Estado, ev.Motivo, ev.DecididaEn, ev.DecididaPor = x.Resultado, x.Motivo, s.En, s.Actor.Sub
		}
	}
	a.Verificado, a.Avance, a.Nota = e.Avance, e.Avance, e.Nota
	if a.Verificado == tramite.Entero {
		a.Estado, a.Rebasada, a.Solicitud = AccionCumplida, false, nil
	} else {
		a.Estado, a.FinReal = AccionEnCurso, fecha.Fecha{}
	}
	p.recalcular()
}

// Concluir ends the execution: every action was fulfilled, or declared failed
// with a measure dictated for it.
var Concluir = tramite.Acto[PlanMejora, Conclusion]{
	Nombre: "concluir", Titulo: "Concluir plan", Descripcion: "Da por terminada la ejecución; falta medir el efecto del plan.",
	De: tramite.Desde(EnEjecucion), A: tramite.Hacia(Concluido),
	Facultades: planes("seguir"), Alcance: doe.Linea, Papeles: []string{PapelEvalua},
	Validar: func(p PlanMejora, _ Conclusion, _ *tramite.Contexto, f *falla.Fallas) {
		t := arbolDe(p.Acciones)
		for i, a := range p.Acciones {
			if !t.Hoja(a.Clave) {
				continue
			}
			f.Si(a.Abierta(), AccionesAbiertas, fmt.Sprintf("registro.acciones[%d]", i))
			conMedida := slices.ContainsFunc(p.Medidas, func(m Medida) bool { return m.Accion == a.Clave })
			f.Si(a.Estado == AccionIncumplida && !conMedida, FaltaSinMedida, fmt.Sprintf("registro.acciones[%d]", i))
		}
	},
	Aplicar: func(p *PlanMejora, _ Conclusion, s tramite.Suceso) { p.Concluido = s.Dia },
	Ejemplo: Conclusion{Nota: "Todas las acciones se verificaron"},
}

// VerificarEfecto measures each indicator after the plan, against its baseline
// and its goal.
var VerificarEfecto = tramite.Acto[PlanMejora, VerificacionEfecto]{
	Nombre: "verificar-efecto", Titulo: "Verificar efecto", Descripcion: "Mide los indicadores después del plan y concluye si corrigió lo hallado.",
	De: tramite.Desde(Concluido), A: tramite.Hacia(EfectoVerificado),
	Facultades: planes("seguir"), Alcance: doe.Linea, Papeles: []string{PapelEvalua},
	Validar: validarEfecto,
	Aplicar: func(p *PlanMejora, e VerificacionEfecto, s tramite.Suceso) {
		ef := &Efecto{Mediciones: []Medido{}, Nota: e.Nota, Unidad: s.Actor.Unidad, Dia: s.Dia}
		for _, m := range e.Mediciones {
			if a := p.accion(m.Accion); a != nil && a.Indicador != nil {
				ef.Mediciones = append(ef.Mediciones, Medir(a.Compromiso, m))
			}
		}
		ef.Resultado = Juzgar(ef.Mediciones)
		p.Efecto = ef
	},
	Ejemplo: VerificacionEfecto{Mediciones: []Medicion{
		{Accion: "A1", Valor: 9620, Fecha: fecha.MustParse("2026-12-20"), Fuente: "Sistema de control de abasto"},
		{Accion: "A2", Valor: 150, Fecha: fecha.MustParse("2026-12-20"), Fuente: "Sistema de control de abasto"},
	}},
}

func validarEfecto(p PlanMejora, e VerificacionEfecto, c *tramite.Contexto, f *falla.Fallas) {
	t, medidas := arbolDe(p.Acciones), map[string]bool{}
	for i, m := range e.Mediciones {
		en, a := fmt.Sprintf("body.mediciones[%d].", i), p.accion(m.Accion)
		f.Si(a == nil || a.Indicador == nil || medidas[m.Accion], MedicionInvalida, en+"accion")
		medidas[m.Accion] = true
		f.Si(m.Fecha.Before(p.Concluido) || m.Fecha.After(c.Hoy()), MedicionTemprana, en+"fecha")
		f.Si(!m.Valor.Cabe(), ValorFuera, en+"valor")
	}
	for i, a := range p.Acciones {
		falta := t.Hoja(a.Clave) && a.Estado == AccionCumplida && a.Indicador != nil && !medidas[a.Clave]
		f.Si(falta, MedicionFalta, fmt.Sprintf("registro.acciones[%d].indicador", i))
	}
}

// Medir compares a measurement with the baseline and the goal of a commitment
// that has an indicator: effective when it reaches the goal, partial when it
// improves on the baseline, not effective otherwise.
func Medir(c Compromiso, m Medicion) Medido {
	out := Medido{Accion: m.Accion, Meta: c.Meta, Valor: m.Valor, Fecha: m.Fecha, Fuente: m.Fuente, Resultado: NoEfectivo}
	if c.Indicador == nil {
		return out
	}
	out.LineaBase = c.Indicador.LineaBase
	switch s := c.Indicador.Sentido; {
	case s.Alcanza(m.Valor, c.Meta):
		out.Resultado = Efectivo
	case s.Mejora(m.Valor, c.Indicador.LineaBase):
		out.Resultado = Parcial
	}
	return out
}

// Juzgar is the result of a plan by those of its indicators: that of all when
// they agree, partial when they do not; without any it is not effective.
func Juzgar(ms []Medido) ResultadoEfecto {
	if len(ms) == 0 {
		return NoEfectivo
	}
	for _, m := range ms[1:] {
		if m.Resultado != ms[0].Resultado {
			return Parcial
		}
	}
	return ms[0].Resultado
}
