package programa

import (
	"fmt"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Revision is the input of [Observar].
type Revision struct {
	Observaciones []Observada `json:"observaciones" validate:"required,min=1,max=50,dive" doc:"Lo que debe atenderse"`
}

// Observada is one thing observed.
type Observada struct {
	Linea string `json:"linea,omitempty" validate:"omitempty,max=20" doc:"Renglón al que se refiere; vacío si es del programa" example:"M1"`
	Texto string `json:"texto" validate:"required,min=5,max=2000" doc:"Qué se observa" example:"La meta no distingue lo que depende de otros órganos"`
}

// Observar sends the programme back with observations.
var Observar = tramite.Acto[Programa, Revision]{
	Nombre: "observar", Titulo: "Observar", Descripcion: "Devuelve el programa con observaciones; lo hace el superior inmediato de quien lo elabora.",
	De: tramite.Desde(Presentado, Validado), A: tramite.Hacia(Observado), Facultades: doe.Alguna("doe.programa:revisar"), Alcance: doe.Linea, Papeles: quienHace,
	Validar: func(r Programa, e Revision, _ *tramite.Contexto, f *falla.Fallas) {
		for i, o := range e.Observaciones {
			f.Si(o.Linea != "" && r.linea(o.Linea) == nil, ReglaLineaAjena, fmt.Sprintf("body.observaciones[%d].linea", i))
		}
	},
	Aplicar: func(r *Programa, e Revision, s tramite.Suceso) {
		for _, o := range e.Observaciones {
			r.Observaciones = append(r.Observaciones, Observacion{
				Clave: fmt.Sprintf("O%d", len(r.Observaciones)+1), Linea: o.Linea, Texto: o.Texto, Version: r.VersionVigente(), Unidad: s.Actor.Unidad, Dia: s.Dia,
			})
		}
		r.Validacion = nil
	},
	Ejemplo: Revision{Observaciones: []Observada{{Linea: "M1", Texto: "La meta no distingue lo que depende de otros órganos"}}},
}

// Decision is the input of [Validar] and [Autorizar].
type Decision struct {
	Version int    `json:"version" validate:"min=1,max=1000" doc:"Versión que se dictamina" example:"1"`
	Nota    string `json:"nota,omitempty" validate:"omitempty,max=2000" doc:"Consideraciones"`
	Oficio  string `json:"oficio,omitempty" validate:"omitempty,max=100" doc:"Oficio en que consta"`
}

// Validar gives the conformity that integrating takes.
var Validar = tramite.Acto[Programa, Decision]{
	Nombre: "validar", Titulo: "Validar", Descripcion: "Da la conformidad que permite integrarlo; lo firma el superior inmediato de quien lo elabora.",
	De: tramite.Desde(Presentado), A: tramite.Hacia(Validado), Facultades: doe.Alguna("doe.programa:validar"), Alcance: doe.Linea, Papeles: quienHace,
	Validar: func(r Programa, e Decision, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(e.Version != r.VersionVigente(), ReglaVersion, "body.version")
		vigentes(r, c, f)
	},
	Aplicar: func(r *Programa, e Decision, s tramite.Suceso) { r.Validacion = dictamen(e, s) },
	Ejemplo: Decision{Version: 1},
}

// Autorizar authorises the programme: its version is the original one.
var Autorizar = tramite.Acto[Programa, Decision]{
	Nombre: "autorizar", Titulo: "Autorizar", Descripcion: "Autoriza el programa: 7.1.1, 7.1.1.6, 7.1.3 y 7.1.6 como dicen sus funciones, los demás el superior inmediato de quien elabora, y el de la Dirección la propia Dirección.",
	De: tramite.Desde(Validado), A: tramite.Hacia(Autorizado, EnEjecucion), Facultades: autoriza, Alcance: doe.Linea,
	Elegir: func(r Programa, _ Decision) tramite.Estado {
		if r.Autorizacion.Dia.Before(r.Inicio()) {
			return Autorizado
		}
		return EnEjecucion
	},
	Validar: func(r Programa, e Decision, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(e.Version != r.VersionVigente(), ReglaVersion, "body.version")
		vigentes(r, c, f)
	},
	Aplicar: func(r *Programa, e Decision, s tramite.Suceso) {
		r.Autorizacion, r.Original = dictamen(e, s), e.Version
	},
	Ejemplo: Decision{Version: 1},
}

// Inicio is the input of the act by which a year begins.
type Inicio struct {
	Dia fecha.Fecha `json:"dia" doc:"Primer día del ejercicio" example:"2027-01-01"`
}

var iniciar = tramite.Acto[Programa, Inicio]{
	Nombre: "iniciar", Titulo: "Iniciar", Interno: true, Descripcion: "Pone en ejecución el programa autorizado al empezar su ejercicio; lo hace el reloj del sistema.",
	De: tramite.Desde(Autorizado), A: tramite.Hacia(EnEjecucion), Contrapartes: sistema,
	Aplicar: func(*Programa, Inicio, tramite.Suceso) {},
	Ejemplo: Inicio{Dia: fecha.MustParse("2027-01-01")},
}

// Cancelacion is the input of [Cancelar].
type Cancelacion struct {
	Causal Causal      `json:"causal" validate:"required,oneof=error_de_registro unidad_extinta sustituido" doc:"Causal" example:"unidad_extinta"`
	Motivo string      `json:"motivo" validate:"required,min=5,max=1000" doc:"Explicación" example:"La unidad se suprimió en la reestructura"`
	Dia    fecha.Fecha `json:"dia,omitzero" hecho:"true" doc:"Día"`
}

// Cancelar ends a programme without a result.
var Cancelar = tramite.Acto[Programa, Cancelacion]{
	Nombre: "cancelar", Titulo: "Cancelar", Descripcion: "Cancela el programa con su causal; lo hace quien lo autorizaría.",
	De: tramite.DesdeCategoria(tramite.Abierta), A: tramite.Hacia(Cancelado), Facultades: autoriza, Alcance: doe.Linea,
	Fijar:   func(_ Programa, e *Cancelacion, c *tramite.Contexto) { e.Dia = c.Hoy() },
	Aplicar: func(r *Programa, e Cancelacion, _ tramite.Suceso) { r.Cancelacion = &e },
	// The one above is told, and those below are free for another to integrate.
	Ordena: func(r Programa, e Cancelacion, c *tramite.Contexto) []tramite.Orden {
		var out []tramite.Orden
		if r.IntegradoEn != nil && sigueAbierto(c, r.IntegradoEn.Folio) {
			out = append(out, tramite.Orden{Coleccion: Coleccion, Folio: r.IntegradoEn.Folio, Acto: "constar-cancelacion",
				Entrada: ConstanciaCancelacion{Folio: r.Folio, Causal: e.Causal}, Camino: "body", ComoSistema: true})
		}
		for _, x := range r.Integrados {
			if sigueAbierto(c, x.Folio) {
				out = append(out, constancia(x.Folio, ConstanciaIntegracion{Folio: r.Folio, Unidad: r.Unidad, Sale: true}, "body"))
			}
		}
		return out
	},
	Ejemplo: Cancelacion{Causal: CausalExtinta, Motivo: "La unidad se suprimió en la reestructura"},
}

// ConstanciaCancelacion tells a programme that one it integrates was cancelled.
type ConstanciaCancelacion struct {
	Folio  string `json:"folio" validate:"required,max=40" doc:"Folio del programa cancelado" example:"PAT-2026-09-0000002-X"`
	Causal Causal `json:"causal" validate:"required,oneof=error_de_registro unidad_extinta sustituido" doc:"Causal" example:"sustituido"`
}

// constarCancelacion takes out what was cancelled while the programme is still
// being made, which has to say then why it is missing; later the place stays,
// with its weight, for another to take.
var constarCancelacion = tramite.Acto[Programa, ConstanciaCancelacion]{
	Nombre: "constar-cancelacion", Titulo: "Hacer constar la cancelación", Interno: true, Descripcion: "Deja constancia de que se canceló un programa que este integra.",
	De: tramite.DesdeCategoria(tramite.Abierta), Contrapartes: sistema,
	Aplicar: func(r *Programa, e ConstanciaCancelacion, s tramite.Suceso) {
		switch x := r.integrado(e.Folio); {
		case x == nil:
		case r.Estado == EnElaboracion || r.Estado == Observado:
			r.Integrados = slices.DeleteFunc(slices.Clone(r.Integrados), func(y Integrado) bool { return y.Folio == e.Folio })
		default:
			x.Cancelado = s.Dia
		}
	},
	Ejemplo: ConstanciaCancelacion{Folio: "PAT-2026-09-0000002-X", Causal: CausalSustituye},
}
