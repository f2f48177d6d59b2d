package evaluacion

import (
	"fmt"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// DeclararIncumplimiento declares that an action failed, once its date passed,
// or that the plan was not presented in its term.
var DeclararIncumplimiento = tramite.Acto[PlanMejora, Falta]{
	Nombre: "declarar-incumplimiento", Titulo: "Declarar incumplimiento", Descripcion: "Declara incumplida una acción cuya fecha pasó, o el plan que no se presentó en su término.",
	De: tramite.Desde(Solicitado, EnElaboracion, Devuelto, EnEjecucion), A: tramite.Hacia(Incumplido),
	Elegir: func(p PlanMejora, _ Falta) tramite.Estado {
		if p.Estado == EnEjecucion {
			return EnEjecucion
		}
		return Incumplido
	},
	Facultades: planes("seguir", "coordinar"), Alcance: doe.Linea, Papeles: []string{PapelEvalua}, Firma: true,
	Validar: validarFalta,
	Aplicar: func(p *PlanMejora, e Falta, s tramite.Suceso) {
		p.Incumplimientos = append(p.Incumplimientos, Incumplimiento{Accion: e.Accion, Causa: e.Causa, Motivo: e.Motivo, Unidad: s.Actor.Unidad, Dia: s.Dia})
		if a := p.accion(e.Accion); a != nil && s.De == EnEjecucion {
			a.Estado, a.Avance, a.Solicitud = AccionIncumplida, a.Verificado, nil
			p.recalcular()
		}
	},
	Ejemplo: Falta{Accion: "A1", Causa: CausaHumana, Motivo: "La fecha pasó sin avance ni reprogramación"},
}

func validarFalta(p PlanMejora, e Falta, c *tramite.Contexto, f *falla.Fallas) {
	if p.Estado != EnEjecucion {
		f.Si(e.Accion != "", FaltaFueraDeLugar, "body.accion")
		f.Si(!p.presentacionVencida(c), NoVencida, "body")
		return
	}
	if f.Si(e.Accion == "", FaltaFueraDeLugar, "body.accion") {
		return
	}
	a := p.abierta(e.Accion)
	if f.Si(a == nil, AccionCerrada, "body.accion") {
		return
	}
	f.Si(!a.Fin.Before(c.Hoy()), NoVencida, "body.accion")
	f.Si(a.PorDecidir(), EvidenciaSinDecidir, "body.accion")
}

// presentacionVencida says whether the term to present the plan lapsed.
func (p *PlanMejora) presentacionVencida(c *tramite.Contexto) bool {
	return slices.ContainsFunc(p.Relojes, func(k tramite.Reloj) bool {
		if !k.Corre() || k.Plazo != PlazoPresentar && k.Plazo != PlazoNuevamente {
			return false
		}
		v, ok := k.Vence(c.Calendarios, string(p.OOAD.Organo()))
		return ok && v.Before(c.Hoy())
	})
}

// DictarMedida is the Direction's order to correct, prevent or improve.
var DictarMedida = tramite.Acto[PlanMejora, Mandato]{
	Nombre: "dictar-medida", Titulo: "Dictar medida", Descripcion: "La Dirección ordena una medida correctiva, preventiva o de mejora, con responsable y fecha.",
	De: tramite.Desde(EnEjecucion, Incumplido, Concluido, EfectoVerificado), A: tramite.EnSuEstado(),
	Facultades: planes("autorizar"), Alcance: doe.Propia, Papeles: []string{PapelDirige},
	Validar: func(p PlanMejora, e Mandato, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(e.Accion != "" && p.accion(e.Accion) == nil, AccionAjena, "body.accion")
		f.Si(e.Hallazgo != "" && !p.hallazgo(e.Hallazgo), HallazgoAjeno, "body.hallazgo")
		f.Si(e.Fin.Before(c.Hoy()), MedidaPasada, "body.fin")
		for i, d := range e.Direcciones {
			f.Si(!normativa(c.Catalogo, d), AreaNoNormativa, fmt.Sprintf("body.direcciones[%d]", i))
		}
		f.Si(len(p.Medidas) >= MaxElementos, Demasiados, "body")
	},
	Aplicar: func(p *PlanMejora, e Mandato, s tramite.Suceso) {
		p.Medidas = append(p.Medidas, Medida{
			Clave: fmt.Sprintf("M%d", len(p.Medidas)+1), Tipo: e.Tipo, Accion: e.Accion, Hallazgo: e.Hallazgo, Descripcion: e.Descripcion,
			Responsable: e.Responsable, Fin: e.Fin, Direcciones: e.Direcciones, Dia: s.Dia,
		})
	},
	Ejemplo: Mandato{Tipo: MedidaCorrectiva, Hallazgo: "H1", Descripcion: "Surtir las recetas pendientes con apoyo de otra unidad", Responsable: "Titular del OOAD", Fin: fecha.MustParse("2027-12-31"), Direcciones: []doe.ClaveOrgano{"dn-prestaciones-medicas"}},
}

// AplicarMedida records that a measure was carried out.
var AplicarMedida = tramite.Acto[PlanMejora, Aplicacion]{
	Nombre: "aplicar-medida", Titulo: "Aplicar medida", Descripcion: "Deja constancia de que una medida dictada se llevó a cabo, con su resultado y su prueba.",
	De: tramite.Desde(EnEjecucion, Incumplido, Concluido, EfectoVerificado), A: tramite.EnSuEstado(),
	Facultades: planes("ejecutar", "coordinar"), Alcance: doe.Linea, Papeles: []string{PapelEvalua},
	Validar: func(p PlanMejora, e Aplicacion, c *tramite.Contexto, f *falla.Fallas) {
		m := p.medida(e.Medida)
		f.Si(m == nil || !m.Aplicada.IsZero(), MedidaAjena, "body.medida")
		f.Si(e.Fecha.After(c.Hoy()), FechaFutura, "body.fecha")
		f.Si(m != nil && e.Fecha.Before(m.Dia), MedidaAnterior, "body.fecha")
	},
	Aplicar: func(p *PlanMejora, e Aplicacion, s tramite.Suceso) {
		if m := p.medida(e.Medida); m != nil {
			m.Aplicada, m.Resultado, m.SHA256, m.Aplico = e.Fecha, e.Resultado, e.SHA256, s.Actor.Unidad
		}
	},
	Ejemplo: Aplicacion{Medida: "M1", Fecha: fecha.MustParse("2026-12-20"), Resultado: "Se surtieron las recetas pendientes", SHA256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
}

// Cerrar ends the plan: after its effect was measured, or never presented once
// the Direction dictated a measure or another plan took its place.
var Cerrar = tramite.Acto[PlanMejora, Termino]{
	Nombre: "cerrar", Titulo: "Cerrar plan", Descripcion: "Cierra el plan cuyo efecto se midió; si no fue efectivo, dice qué lo continúa.",
	De: tramite.Desde(EfectoVerificado, Incumplido), A: tramite.Hacia(Cerrado),
	Facultades: planes("coordinar", "seguir"), Alcance: doe.Linea, Papeles: []string{PapelEvalua}, Firma: true,
	Validar: func(p PlanMejora, e Termino, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(len(medidasPendientes(p)) > 0, MedidasPendientes, "registro.medidas")
		sinSalida := e.PlanSiguiente == "" && len(p.Medidas) == 0
		f.Si(p.Efecto != nil && p.Efecto.Resultado == NoEfectivo && sinSalida, NoEfectivoSinSalir, "body.plan_siguiente")
		f.Si(p.Estado == Incumplido && sinSalida, FaltaSinMedida, "body.plan_siguiente")
	},
	Aplicar: func(p *PlanMejora, e Termino, s tramite.Suceso) {
		p.Cierre = &Cierre{Nota: e.Nota, PlanSiguiente: e.PlanSiguiente, Dia: s.Dia}
	},
	Ejemplo: Termino{Nota: "Los indicadores alcanzaron su meta"},
}
