package evaluacion

import (
	"fmt"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plan"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// evaluado lets the evaluated organ do an act that a function foresees.
func evaluado(preve doe.ClaveFuncion) []tramite.Contraparte {
	return []tramite.Contraparte{{Rol: doe.Evaluado, Preve: preve}}
}

func planes(as ...doe.Acto) []doe.Facultad {
	out := make([]doe.Facultad, len(as))
	for i, a := range as {
		out[i] = doe.Facultad(string(capacidad) + ":" + string(a))
	}
	return out
}

// Solicitar asks an organ for a plan: the coordination that evaluated it does,
// naming the unit that will follow the plan. Who only receives plans
// (7.1.1.2/7) opens the record of those it receives.
var Solicitar = tramite.Acto[PlanMejora, Solicitud]{
	Nombre: "solicitar", Titulo: "Solicitar plan", Descripcion: "Comunica los hallazgos a un órgano evaluado y le pide su plan de mejora en un término.",
	A: tramite.Hacia(Solicitado), Facultades: planes("coordinar", "registrar"), Alcance: doe.Linea, Firma: true,
	Ubicar: func(e Solicitud, a doe.Actor) (doe.ClaveUnidad, doe.OOAD) {
		u := e.UnidadEvaluadora
		if u == "" {
			u = a.Unidad
		}
		return u, ooadDe(e.Organo, e.OOAD)
	},
	Validar: validarSolicitud,
	Fijar: func(p PlanMejora, e *Solicitud, c *tramite.Contexto) {
		r, _ := RamaDe(c.Catalogo, p.Unidad)
		e.Rama, e.Coordinacion = r.Clave, r.Coordinacion
		nombre, _, _ := evaluable(c.Catalogo, e.Organo)
		if e.OrganoNombre = nombre; nombre == "" {
			e.OrganoNombre = e.Area
		}
	},
	Aplicar: func(p *PlanMejora, e Solicitud, _ tramite.Suceso) {
		p.Organo, p.OrganoNombre, p.Area = e.Organo, e.OrganoNombre, e.Area
		p.Rama, p.Coordinacion = e.Rama, e.Coordinacion
		p.Asunto, p.Origen, p.Referencia, p.Oficio = e.Asunto, e.Origen, e.Referencia, e.Oficio
		p.Hallazgos, p.DiasPresentar = e.Hallazgos, e.Dias
		p.Acciones = []Accion{}
	},
	Ejemplo: Solicitud{
		Organo: "ooad-14", Area: "Jefatura de Servicios de Prestaciones Médicas", UnidadEvaluadora: "doe-7.1.1.2.1",
		Asunto: "Surtimiento de recetas en unidades de primer nivel", Origen: OrigenEvaluacion, Referencia: "EVA-2026-14-0000007-K", Dias: 20,
		Hallazgos: []Hallazgo{{Clave: "H1", Descripcion: "Recetas surtidas de forma incompleta en tres de cada diez consultas", Proceso: "Surtimiento de recetas", Gravedad: GravedadMayor}},
	},
}

func validarSolicitud(p PlanMejora, e Solicitud, c *tramite.Contexto, f *falla.Fallas) {
	_, ok := RamaDe(c.Catalogo, p.Unidad)
	f.Si(!ok, UnidadNoEvalua, "body.unidad_evaluadora")
	_, operativo, ok := evaluable(c.Catalogo, e.Organo)
	f.Si(!ok, OrganoNoEvaluable, "body.organo")
	o, err := doe.ParseOOAD(string(e.OOAD))
	f.Si(e.OOAD != "" && (err != nil || o != ooadDe(e.Organo, e.OOAD)), OOADDistinto, "body.ooad")
	if operativo {
		f.Si(e.OOAD == "", OperativoIncierto, "body.ooad")
		f.Si(e.Area == "", OperativoIncierto, "body.area")
	}
	repetidas(len(e.Hallazgos), func(i int) string { return e.Hallazgos[i].Clave }, "body.hallazgos[%d].clave", ClaveRepetida, f)
}

// repetidas tells the keys that come twice.
func repetidas(n int, clave func(int) string, camino string, r falla.Regla, f *falla.Fallas) {
	vistas := make(map[string]bool, n)
	for i := range n {
		f.Si(vistas[clave(i)], r, fmt.Sprintf(camino, i))
		vistas[clave(i)] = true
	}
}

// Elaborar replaces the draft of the plan. What is half done is kept: only
// [Presentar] asks that it be whole.
var Elaborar = tramite.Acto[PlanMejora, Elaboracion]{
	Nombre: "elaborar", Titulo: "Elaborar plan", Descripcion: "Sustituye el borrador del plan: fechas, acciones, pesos e indicadores.",
	De: tramite.Desde(Solicitado, EnElaboracion, Devuelto, Incumplido), A: tramite.Hacia(EnElaboracion),
	Facultades: planes("elaborar", "registrar"), Alcance: doe.Linea, Contrapartes: evaluado("doe-7.1.1.2/7"),
	Validar: validarElaboracion,
	Aplicar: func(p *PlanMejora, e Elaboracion, _ tramite.Suceso) {
		p.Inicio, p.Fin, p.FinOriginal = e.Inicio, e.Fin, e.Fin
		p.Acciones = make([]Accion, len(e.Acciones))
		for i, c := range e.Acciones {
			p.Acciones[i] = Accion{Compromiso: c, FinOriginal: c.Fin, Estado: AccionPendiente, Evidencias: plan.Evidencias{}}
		}
		p.recalcular()
	},
	Ejemplo: Elaboracion{Inicio: fecha.MustParse("2026-03-02"), Fin: fecha.MustParse("2027-12-15"), Acciones: []Compromiso{
		{Clave: "A1", Hallazgo: "H1", Causa: CausaMaterial, Descripcion: "Reponer el inventario mínimo de los medicamentos de mayor demanda", Responsable: "Jefatura de Servicios de Prestaciones Médicas", Inicio: fecha.MustParse("2026-03-02"), Fin: fecha.MustParse("2027-06-30"), Peso: 6000,
			Indicador: &Indicador{Nombre: "Recetas surtidas completas", Unidad: "por ciento", LineaBase: 7150, Sentido: plan.Ascendente}, Meta: 9500},
		{Clave: "A2", Hallazgo: "H1", Causa: CausaHumana, Descripcion: "Capacitar al personal de farmacia en el control del abasto", Responsable: "Coordinación de Abasto", Inicio: fecha.MustParse("2026-03-02"), Fin: fecha.MustParse("2027-09-30"), Peso: 4000,
			Indicador: &Indicador{Nombre: "Días sin existencia", Unidad: "días por mes", LineaBase: 800, Sentido: plan.Descendente}, Meta: 200},
	}},
}

func validarElaboracion(p PlanMejora, e Elaboracion, c *tramite.Contexto, f *falla.Fallas) {
	f.Si(e.Fin.Before(e.Inicio), FechasInvertidas, "body.fin")
	anotar(plan.Revisar(lineas(e.Acciones), marco(e.Inicio, e.Fin)), deBorrador, "body.acciones", f)
	for i, a := range e.Acciones {
		en := fmt.Sprintf("body.acciones[%d].", i)
		f.Si(a.Hallazgo != "" && !p.hallazgo(a.Hallazgo), HallazgoAjeno, en+"hallazgo")
		f.Si(a.AreaNormativa != "" && !normativa(c.Catalogo, a.AreaNormativa), AreaNoNormativa, en+"area_normativa")
		f.Si(!a.Meta.Cabe(), ValorFuera, en+"meta")
		f.Si(a.Indicador != nil && !a.Indicador.LineaBase.Cabe(), ValorFuera, en+"indicador.linea_base")
	}
}

// Orientar records guidance given to the organ.
//
// The division that integrates the plans of all branches coordinates it too,
// on what it saw in the operation of the organ (7.1.1.7/10).
var Orientar = tramite.Acto[PlanMejora, Guia]{
	Nombre: "orientar", Titulo: "Orientar", Descripcion: "Deja constancia de la orientación dada al órgano sobre un hallazgo, una acción o su operación.",
	De:         tramite.DesdeCategoria(tramite.Abierta),
	Facultades: planes("orientar"), Alcance: doe.Linea, Papeles: []string{PapelEvalua, PapelIntegra},
	Validar: func(p PlanMejora, e Guia, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(e.Hallazgo != "" && !p.hallazgo(e.Hallazgo), OrientacionSinTema, "body.hallazgo")
		f.Si(e.Accion != "" && p.accion(e.Accion) == nil, OrientacionSinTema, "body.accion")
		f.Si(len(p.Orientaciones) >= MaxElementos, Demasiados, "body")
	},
	Aplicar: func(p *PlanMejora, e Guia, s tramite.Suceso) {
		p.Orientaciones = append(p.Orientaciones, Orientacion{
			Hallazgo: e.Hallazgo, Accion: e.Accion, Tema: e.Tema, Recomendacion: e.Recomendacion, Norma: e.Norma,
			Destinatario: e.Destinatario, Unidad: s.Actor.Unidad, Dia: s.Dia,
		})
	},
	Ejemplo: Guia{Hallazgo: "H1", Tema: "Cálculo del inventario mínimo", Recomendacion: "Calcular el mínimo con el consumo de los últimos seis meses"},
}

// MaxElementos is how many observations, consultations or notes of guidance a
// plan may gather.
const MaxElementos = 500

// Cancelar ends a plan that has no object before it is carried out.
var Cancelar = tramite.Acto[PlanMejora, Cancelacion]{
	Nombre: "cancelar", Titulo: "Cancelar plan", Descripcion: "Deja sin efecto un plan que aún no se ejecuta, con su causal.",
	De: tramite.Desde(Solicitado, EnElaboracion, Presentado, Turnado, Devuelto, Conciliado, Validado, Autorizado, Incumplido), A: tramite.Hacia(Cancelado),
	Facultades: planes("coordinar", "registrar"), Alcance: doe.Linea, Firma: true, Causales: tramite.Causales(CausalesCancelacion()),
	Aplicar: func(p *PlanMejora, e Cancelacion, s tramite.Suceso) {
		p.Cierre = &Cierre{Nota: e.Motivo, PlanSiguiente: e.PlanSiguiente, Causal: e.Causal, Dia: s.Dia}
	},
	Ejemplo: Cancelacion{Causal: CancelaSinMateria, Motivo: "La corrección del resultado dejó sin efecto los hallazgos"},
}
