package programa

import (
	"fmt"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plan"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Reporte is the input of [Reportar].
type Reporte struct {
	Trimestre plan.Periodo `json:"trimestre" validate:"required" doc:"Trimestre que se informa" example:"2026-T1"`
	Renglones []Renglon    `json:"renglones" validate:"max=200,dive" doc:"Valor al cierre de cada renglón propio que ya comenzó"`
	Nota      string       `json:"nota,omitempty" validate:"omitempty,max=4000" doc:"Lo que quien lee debe saber"`
	// What follows is computed when it is delivered.
	Tarde      int                 `json:"tarde,omitempty" hecho:"true" doc:"Días naturales de retraso en la entrega"`
	Programado cantidad.Centesimas `json:"programado,omitempty" hecho:"true" doc:"Avance programado al cierre, con lo integrado, en por ciento"`
	Real       cantidad.Centesimas `json:"real,omitempty" hecho:"true" doc:"Avance real al cierre, con lo integrado, en por ciento"`
	Hijos      []AvanceHijo        `json:"hijos,omitempty" hecho:"true" doc:"Programas integrados al momento de la entrega"`
}

// Renglon is what a line reached by the close of a quarter.
type Renglon struct {
	Clave string         `json:"clave" validate:"required,max=20" doc:"Renglón" example:"M1"`
	Valor cantidad.Valor `json:"valor" doc:"Valor acumulado al cierre, hasta con dos decimales" example:"3"`
	Causa Causa          `json:"causa,omitempty" validate:"omitempty,oneof=tecnica normativa humana material externa calendario" doc:"Causa de la desviación" example:"externa"`
	Nota  string         `json:"nota,omitempty" validate:"omitempty,max=2000" doc:"Explicación de la desviación"`
	// Evidencias prove the progress of the quarter.
	Evidencias []Evidencia `json:"evidencias,omitempty" validate:"omitempty,max=20,dive" doc:"Documentos que prueban el avance del trimestre"`
}

// Evidencia is a document and the days that it proves.
type Evidencia struct {
	Nombre string      `json:"nombre" validate:"required,max=200" doc:"Nombre del documento" example:"acuses.pdf"`
	SHA256 string      `json:"sha256" validate:"required,sha256" doc:"Huella SHA-256 del contenido" example:"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"`
	Desde  fecha.Fecha `json:"periodo_desde" validate:"required" doc:"Primer día que prueba" example:"2026-01-05"`
	Hasta  fecha.Fecha `json:"periodo_hasta" validate:"required" doc:"Último día que prueba" example:"2026-03-31"`
}

// AvanceHijo is an integrated programme as it stood when the one above
// reported.
type AvanceHijo struct {
	Folio     string          `json:"folio" doc:"Folio del programa integrado"`
	Unidad    doe.ClaveUnidad `json:"unidad" doc:"Unidad"`
	OOAD      doe.OOAD        `json:"ooad" doc:"OOAD"`
	Informado bool            `json:"informado" doc:"Si ya había informado el trimestre"`
}

// Informe is a quarterly report.
type Informe struct {
	Reporte
	Dia fecha.Fecha `json:"dia" doc:"Día en que se entregó"`
	Por string      `json:"por" doc:"Quién lo entregó"`
	// Revision is what the superior said of it, Acuse when the head of the
	// OOAD acknowledged it.
	Revision *RevisionInforme `json:"revision,omitempty" doc:"Revisión del superior"`
	Acuse    fecha.Fecha      `json:"acuse,omitzero" doc:"Día en que lo acusó la titularidad del OOAD"`
}

// Devuelto says whether the report was returned.
func (i Informe) Devuelto() bool { return i.Revision != nil && !i.Revision.Conforme }

// RevisionInforme is the outcome of the review of a report.
type RevisionInforme struct {
	Conforme bool            `json:"conforme" doc:"Si se acepta"`
	Nota     string          `json:"nota,omitempty" doc:"Por qué se devuelve, o consideraciones"`
	Unidad   doe.ClaveUnidad `json:"unidad" doc:"Unidad que revisó"`
	Dia      fecha.Fecha     `json:"dia" doc:"Día"`
}

// Reportar delivers the report of a quarter.
var Reportar = tramite.Acto[Programa, Reporte]{
	Nombre: "reportar", Titulo: "Informar el trimestre", Descripcion: "Entrega el informe del trimestre: el valor de cada renglón, la causa de cada desviación y su evidencia. Consolida lo que informaron los programas integrados.",
	De: tramite.Desde(EnEjecucion), A: tramite.EnSuEstado(), Facultades: informa, Papeles: quienHace,
	Validar: validarReporte,
	Fijar: func(r Programa, e *Reporte, c *tramite.Contexto) {
		e.Tarde = r.tardanza(e.Trimestre, c)
		e.Hijos = nil
		for _, x := range r.Integrados {
			h := AvanceHijo{Folio: x.Folio, Unidad: x.Unidad, OOAD: x.OOAD}
			if p := tramite.Hallar[Programa](c, Coleccion, x.Folio); p != nil {
				h.Informado = !p.Debe(e.Trimestre)
			}
			e.Hijos = append(e.Hijos, h)
		}
		r.Informes = append(slices.Clip(r.Informes), Informe{Reporte: *e})
		b := reunir(&r, func(folio string) *Programa { return tramite.Hallar[Programa](c, Coleccion, folio) })
		cierre := e.Trimestre.Hasta()
		e.Programado, e.Real = b.al(cierre, false)[r.Folio], b.al(cierre, true)[r.Folio]
	},
	Aplicar: func(r *Programa, e Reporte, s tramite.Suceso) {
		r.Informes = append(r.Informes, Informe{Reporte: e, Dia: s.Dia, Por: s.Actor.Sub})
	},
	Ejemplo: Reporte{Trimestre: plan.MustParsePeriodo("2027-T1"), Renglones: []Renglon{
		{Clave: "M1", Valor: 300, Evidencias: []Evidencia{evidenciaEjemplo()}}, {Clave: "M2", Valor: 300, Evidencias: []Evidencia{evidenciaEjemplo()}},
	}},
}

func evidenciaEjemplo() Evidencia {
	return Evidencia{Nombre: "acuses.pdf", SHA256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Desde: fecha.MustParse("2027-01-04"), Hasta: fecha.MustParse("2027-03-26")}
}

func validarReporte(r Programa, e Reporte, c *tramite.Contexto, f *falla.Fallas) {
	if f.Si(!slices.Contains(r.Trimestres(), e.Trimestre), ReglaTrimestre, "body.trimestre") {
		return
	}
	f.Si(!c.Hoy().After(e.Trimestre.Hasta()), ReglaAbierto, "body.trimestre")
	f.Si(!r.Debe(e.Trimestre), ReglaEntregado, "body.trimestre")
	for _, t := range r.Trimestres()[:e.Trimestre.Numero()-1] {
		_, hay := r.Informe(t)
		f.Si(!hay, ReglaAnterior, "body.trimestre")
	}
	arbol, dichos := plan.ArbolDe(r.Lineas), map[string]bool{}
	for i, x := range e.Renglones {
		en := fmt.Sprintf("body.renglones[%d].", i)
		l := r.linea(x.Clave)
		if f.Si(l == nil || l.Medida == nil || dichos[x.Clave], ReglaRenglon, en+"clave") {
			continue
		}
		dichos[x.Clave] = true
		validarRenglon(r, *l, x, e.Trimestre, c, f, en)
	}
	for _, l := range r.Lineas {
		falta := arbol.Hoja(l.Clave) && l.Medida != nil && !l.Inicio.After(e.Trimestre.Hasta()) && !dichos[l.Clave]
		f.Si(falta, ReglaSinInformar, "body.renglones", l.Clave)
	}
}

// validarRenglon checks a value against what was due and what was told before.
func validarRenglon(r Programa, l plan.Linea, x Renglon, t plan.Periodo, c *tramite.Contexto, f *falla.Fallas, en string) {
	if f.Si(x.Valor > cantidad.MaxValor || x.Valor < -cantidad.MaxValor, ReglaValor, en+"valor") {
		return
	}
	antes := r.Cortes()[l.Clave]
	antes = slices.DeleteFunc(antes, func(k plan.Corte) bool { return k.Periodo == t })
	hecho := l.Medida.Avance(append(slices.Clone(antes), plan.Corte{Periodo: t, Valor: x.Valor}), t.Hasta())
	previo := l.Medida.Avance(antes, t.Hasta())
	desvia := hecho < l.Programado(t.Hasta()) || hecho < previo
	f.Si(desvia && (x.Causa == "" || x.Nota == ""), ReglaCausa, en+"causa")
	prueba := false
	for i, v := range x.Evidencias {
		f.Si(v.Hasta.Before(v.Desde) || v.Hasta.After(c.Hoy()), ReglaPeriodo, fmt.Sprintf("%sevidencias[%d].periodo_hasta", en, i))
		prueba = prueba || plan.Evidencia{PeriodoDesde: v.Desde, PeriodoHasta: v.Hasta}.Prueba(t.Desde(), t.Hasta())
	}
	f.Si(hecho > previo && !prueba, ReglaEvidencia, en+"evidencias")
}

// tardanza counts the natural days by which the report of a quarter is late.
func (p Programa) tardanza(t plan.Periodo, c *tramite.Contexto) int {
	for _, k := range p.Relojes {
		if k.Plazo == PlazoInforme && k.Clave == t.String() && k.Corre() {
			if v, ok := k.Vence(c.Calendarios, string(p.OOAD.Organo())); ok {
				return max(v.Dias(c.Hoy()), 0)
			}
		}
	}
	return 0
}

// DecisionInforme is the input of [RevisarInforme].
type DecisionInforme struct {
	Trimestre plan.Periodo `json:"trimestre" validate:"required" doc:"Trimestre informado" example:"2027-T1"`
	Conforme  bool         `json:"conforme" doc:"Si se acepta; si no, se devuelve" example:"true"`
	Nota      string       `json:"nota,omitempty" validate:"omitempty,max=2000" doc:"Por qué se devuelve, o consideraciones"`
}

// RevisarInforme accepts a quarterly report, or returns it.
var RevisarInforme = tramite.Acto[Programa, DecisionInforme]{
	Nombre: "revisar-informe", Titulo: "Revisar informe", Descripcion: "Acepta el informe del trimestre o lo devuelve con su motivo; lo hace el superior inmediato de quien elabora el programa.",
	De: tramite.Desde(EnEjecucion), A: tramite.EnSuEstado(), Facultades: doe.Alguna("doe.programa:revisar"), Alcance: doe.Linea, Papeles: quienHace,
	Validar: func(r Programa, e DecisionInforme, _ *tramite.Contexto, f *falla.Fallas) {
		i, ok := r.Informe(e.Trimestre)
		f.Si(!ok || i.Revision != nil, ReglaSinInforme, "body.trimestre")
		f.Si(!e.Conforme && e.Nota == "", ReglaDevuelve, "body.nota")
	},
	Aplicar: func(r *Programa, e DecisionInforme, s tramite.Suceso) {
		if i := r.informe(e.Trimestre); i != nil {
			i.Revision = &RevisionInforme{Conforme: e.Conforme, Nota: e.Nota, Unidad: s.Actor.Unidad, Dia: s.Dia}
		}
	},
	Ejemplo: DecisionInforme{Trimestre: plan.MustParsePeriodo("2027-T1"), Conforme: true},
}

// informe is the last report of a quarter, nil if there is none.
func (p *Programa) informe(t plan.Periodo) *Informe {
	for i := len(p.Informes) - 1; i >= 0; i-- {
		if p.Informes[i].Trimestre == t {
			return &p.Informes[i]
		}
	}
	return nil
}

// Acuse is the input of [AcusarInforme].
type Acuse struct {
	Trimestre plan.Periodo `json:"trimestre" validate:"required" doc:"Trimestre informado" example:"2027-T1"`
}

// AcusarInforme is how the head of an OOAD acknowledges the report of its
// regional coordination.
var AcusarInforme = tramite.Acto[Programa, Acuse]{
	Nombre: "acusar-informe", Titulo: "Acusar informe", Descripcion: "La titularidad del OOAD acusa el informe de su coordinación regional.",
	De: tramite.Desde(EnEjecucion, Cerrado), A: tramite.EnSuEstado(), Contrapartes: []tramite.Contraparte{{Rol: doe.Evaluado, Preve: "caood-7.1/1"}},
	Validar: func(r Programa, e Acuse, _ *tramite.Contexto, f *falla.Fallas) {
		i, ok := r.Informe(e.Trimestre)
		f.Si(!ok || !i.Acuse.IsZero(), ReglaAcusado, "body.trimestre")
	},
	Aplicar: func(r *Programa, e Acuse, s tramite.Suceso) {
		if i := r.informe(e.Trimestre); i != nil {
			i.Acuse = s.Dia
		}
	},
	Ejemplo: Acuse{Trimestre: plan.MustParsePeriodo("2027-T1")},
}

// Anotacion is the input of [DarSeguimiento] and [Analizar].
type Anotacion struct {
	Trimestre plan.Periodo `json:"trimestre,omitzero" validate:"omitempty" doc:"Trimestre al que se refiere" example:"2027-T1"`
	Linea     string       `json:"linea,omitempty" validate:"omitempty,max=20" doc:"Renglón al que se refiere" example:"M1"`
	Texto     string       `json:"texto" validate:"required,min=5,max=4000" doc:"Qué se advierte o se concluye" example:"Dos informes llegaron después de la fecha"`
}

func anotar(nombre, titulo, dice string, analisis bool, fs []doe.Facultad) tramite.Acto[Programa, Anotacion] {
	return tramite.Acto[Programa, Anotacion]{
		Nombre: nombre, Titulo: titulo, Descripcion: dice, De: tramite.Desde(EnEjecucion), A: tramite.EnSuEstado(), Facultades: fs, Alcance: doe.Linea,
		Validar: func(r Programa, e Anotacion, _ *tramite.Contexto, f *falla.Fallas) {
			f.Si(e.Linea != "" && r.linea(e.Linea) == nil, ReglaLineaAjena, "body.linea")
			f.Si(!e.Trimestre.IsZero() && !slices.Contains(r.Trimestres(), e.Trimestre), ReglaTrimestre, "body.trimestre")
		},
		Aplicar: func(r *Programa, e Anotacion, s tramite.Suceso) {
			r.Seguimiento = append(r.Seguimiento, Nota{Trimestre: e.Trimestre, Linea: e.Linea, Texto: e.Texto, Analisis: analisis, Unidad: s.Actor.Unidad, Dia: s.Dia})
		},
		Ejemplo: Anotacion{Trimestre: plan.MustParsePeriodo("2027-T1"), Texto: "Dos informes llegaron después de la fecha"},
	}
}

// DarSeguimiento leaves a note of who follows or controls the programme.
var DarSeguimiento = anotar("dar-seguimiento", "Dar seguimiento", "Deja una nota de seguimiento sobre el programa, un trimestre o un renglón.", false,
	doe.Alguna("doe.programa:seguir", "doe.programa:supervisar", "doe.programa:evaluar"))

// Analizar leaves the analysis of performance of who follows the DOE's.
var Analizar = anotar("analizar", "Analizar desempeño", "Deja el análisis del desempeño que resulta del programa.", true, doe.Alguna("doe.programa:analizar"))
