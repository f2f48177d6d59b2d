package programa

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plan"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

func itoa(n int) string { return strconv.Itoa(n) }

// Cierre is the annual result: the input of [Cerrar] and what it computes.
type Cierre struct {
	Nota            string          `json:"nota,omitempty" validate:"omitempty,max=4000" doc:"Conclusión del año"`
	Justificaciones []Justificacion `json:"justificaciones,omitempty" validate:"omitempty,max=200,dive" doc:"Por qué no llegaron a su meta los renglones que no llegaron"`
	// What follows is computed when it is closed.
	Real      cantidad.Centesimas `json:"real,omitempty" hecho:"true" doc:"Avance anual ponderado, con lo integrado, en por ciento"`
	Logro     Logro               `json:"logro,omitempty" hecho:"true" doc:"cumplido, parcial o no_cumplido"`
	Renglones []ResultadoRenglon  `json:"renglones,omitempty" hecho:"true" doc:"Resultado de cada renglón propio"`
	Tardios   int                 `json:"informes_tardios,omitempty" hecho:"true" doc:"Informes entregados después de su fecha"`
	Unidad    doe.ClaveUnidad     `json:"unidad,omitempty" hecho:"true" doc:"Unidad que cerró"`
	Dia       fecha.Fecha         `json:"dia,omitzero" hecho:"true" doc:"Día"`
}

// Justificacion says why a line did not reach its target.
type Justificacion struct {
	Clave string `json:"clave" validate:"required,max=20" doc:"Renglón" example:"M2"`
	Causa Causa  `json:"causa" validate:"required,oneof=tecnica normativa humana material externa calendario" doc:"Clase de la causa" example:"externa"`
	Texto string `json:"texto" validate:"required,min=5,max=2000" doc:"Explicación" example:"El órgano competente no entregó la información"`
}

// ResultadoRenglon is what a line reached in the year, against the first
// programme too.
type ResultadoRenglon struct {
	Clave string         `json:"clave" doc:"Renglón"`
	Meta  cantidad.Valor `json:"meta" doc:"Meta vigente al cierre"`
	// Original is the target of the first authorised version; that in force
	// when the line came later.
	Original cantidad.Valor      `json:"meta_original" doc:"Meta de la primera versión autorizada"`
	Valor    cantidad.Valor      `json:"valor" doc:"Último valor informado"`
	Avance   cantidad.Centesimas `json:"avance" doc:"Avance respecto de la meta vigente, en por ciento"`
	// Alcance goes beyond 100 where the measure says that it may.
	Alcance cantidad.Valor `json:"alcance" doc:"Alcance de la meta vigente, en por ciento; más de 100 solo si se declaró"`
}

// Cerrar closes the year with its result.
var Cerrar = tramite.Acto[Programa, Cierre]{
	Nombre: "cerrar", Titulo: "Cerrar el ejercicio", Descripcion: "Cierra el programa con su resultado anual, cuando informó los cuatro trimestres y cerraron los que integra; lo firma quien lo autoriza.",
	De: tramite.Desde(EnEjecucion), A: tramite.Hacia(Cerrado), Facultades: autoriza, Alcance: doe.Linea,
	Validar: validarCierre,
	Fijar: func(r Programa, e *Cierre, c *tramite.Contexto) {
		b := reunir(&r, func(folio string) *Programa { return tramite.Hallar[Programa](c, Coleccion, folio) })
		e.Real, e.Renglones, e.Tardios = b.al(r.Fin(), true)[r.Folio], r.resultados(), 0
		e.Logro = NoCumplido
		switch {
		case e.Real >= umbralBueno:
			e.Logro = Cumplido
		case e.Real >= umbralMedio:
			e.Logro = Parcial
		}
		for _, t := range r.Trimestres() {
			if i, ok := r.Informe(t); ok && i.Tarde > 0 {
				e.Tardios++
			}
		}
		e.Unidad, e.Dia = c.Actor.Unidad, c.Hoy()
	},
	Aplicar: func(r *Programa, e Cierre, _ tramite.Suceso) { r.Cierre = &e },
	Ejemplo: Cierre{Nota: "Se cumplieron los renglones comprometidos"},
}

func validarCierre(r Programa, e Cierre, c *tramite.Contexto, f *falla.Fallas) {
	f.Si(!c.Hoy().After(r.Fin()), ReglaAntes, "body")
	f.Si(r.pendiente() != nil, ReglaPendiente, "registro.modificaciones")
	for _, t := range r.Trimestres() {
		f.Si(r.Debe(t), ReglaFaltaInforme, "registro.informes", t)
	}
	for i, x := range r.Integrados {
		h := tramite.Hallar[Programa](c, Coleccion, x.Folio)
		f.Si(h != nil && h.Estado != Cerrado && h.Estado != Cancelado, ReglaHijaAbierta, fmt.Sprintf("registro.integrados[%d]", i), x.Unidad)
	}
	faltan := map[string]bool{}
	for _, x := range r.resultados() {
		if x.Avance < cantidad.Entero {
			faltan[x.Clave] = true
		}
	}
	for i, j := range e.Justificaciones {
		f.Si(!faltan[j.Clave], ReglaJustificada, fmt.Sprintf("body.justificaciones[%d].clave", i))
		delete(faltan, j.Clave)
	}
	for _, l := range r.Lineas {
		f.Si(faltan[l.Clave], ReglaJustifica, "body.justificaciones", l.Clave)
	}
}

// resultados is what each measured line reached in the year.
func (p Programa) resultados() []ResultadoRenglon {
	out, cortes := []ResultadoRenglon{}, p.Cortes()
	for _, l := range p.Lineas {
		if l.Medida == nil {
			continue
		}
		x := ResultadoRenglon{Clave: l.Clave, Meta: l.Medida.Meta, Original: l.Medida.Meta, Valor: l.Medida.LineaBase, Avance: l.Medida.Avance(cortes[l.Clave], p.Fin())}
		if ks := cortes[l.Clave]; len(ks) > 0 {
			x.Valor = ks[len(ks)-1].Valor
		}
		x.Alcance = l.Medida.Alcance(x.Valor)
		if l.Medida.Sentido == plan.Mantener {
			x.Alcance = cantidad.Valor(x.Avance)
		}
		if o, ok := p.primera(l.Clave); ok {
			x.Original = o.Medida.Meta
		}
		out = append(out, x)
	}
	return out
}

// primera is a measured line as the first authorised version had it.
func (p Programa) primera(clave string) (plan.Linea, bool) {
	if p.Original == 0 || p.Original > len(p.Versiones) {
		return plan.Linea{}, false
	}
	ls := p.Versiones[p.Original-1].Lineas
	i := slices.IndexFunc(ls, func(l plan.Linea) bool { return l.Clave == clave && l.Medida != nil })
	if i < 0 {
		return plan.Linea{}, false
	}
	return ls[i], true
}
