package programa

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plan"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Modificacion is a change asked for of an authorised programme.
type Modificacion struct {
	plan.Cambios
	Motivo string          `json:"motivo" doc:"Por qué se pide"`
	Oficio string          `json:"oficio,omitempty" doc:"Oficio en que se pide"`
	Dia    fecha.Fecha     `json:"dia" doc:"Día en que se pidió"`
	Por    string          `json:"por" doc:"Quién la pidió"`
	Estado Resolucion      `json:"estado" doc:"pedida, autorizada, negada o desistida"`
	Unidad doe.ClaveUnidad `json:"unidad,omitempty" doc:"Unidad que resolvió"`
	// Resuelta is the day it was decided, Nota why, Version what came of it.
	Resuelta fecha.Fecha `json:"resuelta,omitzero" doc:"Día en que se resolvió"`
	Nota     string      `json:"nota,omitempty" doc:"Motivo de la resolución"`
	Version  int         `json:"version,omitempty" doc:"Versión que resultó"`
}

// PeticionCambio is the input of [PedirModificacion].
type PeticionCambio struct {
	plan.Cambios
	Motivo string `json:"motivo" validate:"required,min=10,max=2000" doc:"Por qué se pide" example:"La plataforma se entrega en el segundo semestre"`
	Oficio string `json:"oficio,omitempty" validate:"omitempty,max=100" doc:"Oficio en que se pide"`
}

// PedirModificacion asks for a change of an authorised programme.
var PedirModificacion = tramite.Acto[Programa, PeticionCambio]{
	Nombre: "pedir-modificacion", Titulo: "Pedir modificación", Descripcion: "Pide cambiar, agregar o quitar renglones de un programa autorizado; rige cuando se autoriza y la primera versión se conserva.",
	De: tramite.Desde(Autorizado, EnEjecucion), A: tramite.EnSuEstado(), Facultades: mantiene, Papeles: quienHace, Firma: true,
	Validar: validarCambio,
	Aplicar: func(r *Programa, e PeticionCambio, s tramite.Suceso) {
		r.Modificaciones = append(r.Modificaciones, Modificacion{Cambios: e.Cambios, Motivo: e.Motivo, Oficio: e.Oficio, Dia: s.Dia, Por: s.Actor.Sub, Estado: Pedida})
	},
	Ejemplo: ejemploCambio(),
}

func ejemploCambio() PeticionCambio {
	l := lineaEjemplo("M2", "", "doe-7.1.4.1", "doe-7.1.4.1/3", 4000, 2027)
	for i, v := range []cantidad.Valor{300, 300, 600, 1200} {
		l.Medida.Calendario[i].Valor = v
	}
	return PeticionCambio{Cambios: plan.Cambios{Lineas: []plan.Linea{l}}, Motivo: "La plataforma se entrega en el segundo semestre"}
}

func validarCambio(r Programa, e PeticionCambio, c *tramite.Contexto, f *falla.Fallas) {
	f.Si(r.pendiente() != nil, ReglaPendiente, "body")
	if f.Si(e.Vacio(), ReglaSinCambio, "body") {
		return
	}
	lineas, quitar := e.Cambios.Revisar(r.Lineas)
	plan.Anotar(f, lineas, "body.lineas")
	plan.Anotar(f, quitar, "body.quitar")
	alinear(r, e.Lineas, "body.lineas", c, f)
	pasado(r, e.Cambios, f)
	n := r
	n.Lineas = e.Aplicar(r.Lineas)
	for _, d := range plan.Revisar(n.Todas(), n.marco()) {
		*f = append(*f, lugarCambio(n, e.Cambios, d))
	}
}

// lugarCambio tells a fault of the programme as it would be at the place of
// the request that brings it, where there is one.
func lugarCambio(n Programa, e plan.Cambios, d plan.Defecto) falla.Falla {
	if d.Indice >= 0 && d.Indice < len(n.Lineas) {
		clave := n.Lineas[d.Indice].Clave
		if i := slices.IndexFunc(e.Lineas, func(l plan.Linea) bool { return l.Clave == clave }); i >= 0 {
			d.Indice = i
			return d.Falla("body.lineas")
		}
	}
	d.Indice, d.Campo = -1, ""
	return d.Falla("body.lineas")
}

// pasado refuses to change what was scheduled for a quarter already reported,
// or to take out a line that was.
func pasado(r Programa, e plan.Cambios, f *falla.Fallas) {
	cortes := r.Cortes()
	for i, clave := range e.Quitar {
		f.Si(len(cortes[clave]) > 0, ReglaPasado, "body.quitar["+itoa(i)+"]")
	}
	for i, n := range e.Lineas {
		l := r.linea(n.Clave)
		if l == nil || len(cortes[n.Clave]) == 0 {
			continue
		}
		mal := n.Medida == nil || n.Medida.LineaBase != l.Medida.LineaBase || n.Medida.Sentido != l.Medida.Sentido
		for _, t := range r.Trimestres() {
			if _, hay := r.Informe(t); hay && !mal {
				mal = !slices.Equal(hasta(l.Medida, t), hasta(n.Medida, t))
			}
		}
		f.Si(mal, ReglaPasado, "body.lineas["+itoa(i)+"].medida")
	}
}

// hasta is what a calendar schedules up to the close of a quarter.
func hasta(m *plan.Medida, t plan.Periodo) []plan.Hito {
	return slices.DeleteFunc(slices.Clone(m.Calendario), func(h plan.Hito) bool { return h.Periodo.Hasta().After(t.Hasta()) })
}

// pendiente is the modification still to be decided, nil if there is none.
func (p *Programa) pendiente() *Modificacion {
	for i := range p.Modificaciones {
		if p.Modificaciones[i].Estado == Pedida {
			return &p.Modificaciones[i]
		}
	}
	return nil
}

// DecisionCambio is the input of [ResolverModificacion].
type DecisionCambio struct {
	Autoriza bool   `json:"autoriza" doc:"Si se autoriza; si no, se niega" example:"true"`
	Nota     string `json:"nota,omitempty" validate:"omitempty,max=2000" doc:"Por qué se niega, o consideraciones"`
}

// ResolverModificacion authorises a change, or denies it.
var ResolverModificacion = tramite.Acto[Programa, DecisionCambio]{
	Nombre: "resolver-modificacion", Titulo: "Resolver modificación", Descripcion: "Autoriza la modificación pedida, que rige como versión nueva, o la niega; lo firma quien autoriza el programa.",
	De: tramite.Desde(Autorizado, EnEjecucion), A: tramite.EnSuEstado(), Facultades: autoriza, Alcance: doe.Linea,
	Validar: func(r Programa, e DecisionCambio, c *tramite.Contexto, f *falla.Fallas) {
		m := r.pendiente()
		f.Si(!e.Autoriza && e.Nota == "", ReglaNegar, "body.nota")
		if f.Si(m == nil, ReglaSinPedir, "body") || !e.Autoriza {
			return
		}
		pasado(r, m.Cambios, f) // a report may have come in between
	},
	Aplicar: func(r *Programa, e DecisionCambio, s tramite.Suceso) {
		m := r.pendiente()
		if m == nil {
			return
		}
		m.Resuelta, m.Nota, m.Unidad, m.Estado = s.Dia, e.Nota, s.Actor.Unidad, Rechazada
		if !e.Autoriza {
			return
		}
		r.Lineas = m.Aplicar(r.Lineas)
		r.Versiones = r.Versiones.Agregar(plan.Version{
			Dia: s.Dia, Por: s.Actor.Sub, Unidad: s.Actor.Unidad, Motivo: m.Motivo, Documento: m.Oficio, Inicio: r.Inicio(), Fin: r.Fin(), Lineas: r.Todas(),
		})
		m.Estado, m.Version = Aceptada, r.VersionVigente()
	},
	Ejemplo: DecisionCambio{Autoriza: true},
}

// Desistimiento is the input of [DesistirModificacion].
type Desistimiento struct {
	Motivo string `json:"motivo" validate:"required,min=5,max=1000" doc:"Por qué se retira" example:"El proveedor confirmó la fecha original"`
}

// DesistirModificacion withdraws a change asked for.
var DesistirModificacion = tramite.Acto[Programa, Desistimiento]{
	Nombre: "desistir-modificacion", Titulo: "Desistir de la modificación", Descripcion: "Retira la modificación pedida.",
	De: tramite.Desde(Autorizado, EnEjecucion), A: tramite.EnSuEstado(), Facultades: mantiene, Papeles: quienHace,
	Validar: func(r Programa, _ Desistimiento, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(r.pendiente() == nil, ReglaSinPedir, "body")
	},
	Aplicar: func(r *Programa, e Desistimiento, s tramite.Suceso) {
		if m := r.pendiente(); m != nil {
			m.Estado, m.Resuelta, m.Nota = Desistida, s.Dia, e.Motivo
		}
	},
	Ejemplo: Desistimiento{Motivo: "El proveedor confirmó la fecha original"},
}
