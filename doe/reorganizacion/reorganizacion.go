package reorganizacion

import (
	"fmt"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Cambio is an act of restructuring as it is drafted: its document and its day
// come with the approval.
type Cambio struct {
	Clase          doe.ClaseReestructura `json:"clase" validate:"required" doc:"Clase de acto" example:"cambio_denominacion"`
	Antes          []doe.EstadoUnidad    `json:"antes,omitempty" validate:"max=60,dive" doc:"Unidades que encuentra"`
	Despues        []doe.EstadoUnidad    `json:"despues,omitempty" validate:"max=60,dive" doc:"Unidades que deja; la que sigue está en ambas listas"`
	Transferencias []doe.Transferencia   `json:"transferencias,omitempty" validate:"max=60,dive" doc:"Funciones y recursos que pasan"`
}

// Destino says who gets the open cases of a unit that ends.
type Destino struct {
	De doe.ClaveUnidad `json:"de" validate:"required,max=40" doc:"Unidad que termina" example:"doe-7.1.6.2"`
	A  doe.ClaveUnidad `json:"a" validate:"required,max=40" doc:"Unidad que recibe sus expedientes abiertos" example:"doe-7.1.6.1"`
}

// Reorganizacion is a change of the structure, from draft to effect.
type Reorganizacion struct {
	tramite.Cabecera
	Titulo   string      `json:"titulo" doc:"De qué trata"`
	Motivo   string      `json:"motivo" doc:"Por qué se propone"`
	Prevista fecha.Fecha `json:"prevista" doc:"Desde cuándo se propone que rija"`
	Cambios  []Cambio    `json:"cambios" doc:"Actos de reestructura que la forman"`
	Destinos []Destino   `json:"destinos,omitempty" doc:"A quién pasan los expedientes abiertos de cada unidad que termina, si no a quien la sucede"`
	// Revision counts the drafts.
	Revision int `json:"revision" doc:"Cuántas veces se redactó el proyecto" example:"1"`
	// Aprobador is who may approve what is drafted.
	Aprobador     Aprobador   `json:"aprobador" doc:"A quién toca aprobarla" example:"consejo_tecnico"`
	Simulacion    *Simulacion `json:"simulacion,omitempty" doc:"Lo que haría el proyecto, el día en que se simuló"`
	Envios        []Enviado   `json:"envios,omitempty" doc:"Veces que se envió a aprobación"`
	Observaciones []Observado `json:"observaciones,omitempty" doc:"Lo que observó quien aprueba"`
	Aprobacion    *Aprobado   `json:"aprobacion,omitempty" doc:"Documento que la aprueba y día desde el que rige"`
	Rechazo       *Rechazado  `json:"rechazo,omitempty" doc:"Documento que la rechaza"`
	Desistimiento string      `json:"desistimiento,omitempty" doc:"Por qué se desistió de ella o se dejó sin efecto"`
	Vigor         fecha.Fecha `json:"vigor,omitzero" doc:"Día en que entró en vigor"`
	Traspasos     []Destino   `json:"traspasos,omitempty" doc:"A quién pasaron los expedientes abiertos"`
}

// Enviado is one time that the draft was sent.
type Enviado struct {
	Revision      int         `json:"revision" doc:"Proyecto enviado" example:"1"`
	Oficio        string      `json:"oficio" doc:"Oficio con que se envió"`
	Justificacion string      `json:"justificacion,omitempty" doc:"Por qué se admite lo que queda sin unidad o sin titular"`
	Dia           fecha.Fecha `json:"dia" doc:"Día"`
}

// Observado is what who approves found in a draft.
type Observado struct {
	Revision int         `json:"revision" doc:"Proyecto observado" example:"1"`
	Texto    string      `json:"texto" doc:"Qué se observa"`
	Oficio   string      `json:"oficio,omitempty" doc:"Oficio en que consta"`
	Dia      fecha.Fecha `json:"dia" doc:"Día"`
}

// Aprobado is the approval.
type Aprobado struct {
	Instrumento doe.Instrumento `json:"instrumento" doc:"Documento que la aprueba"`
	Vigente     fecha.Fecha     `json:"vigente" doc:"Día desde el que rige"`
	SHA256      string          `json:"sha256,omitempty" doc:"Huella del documento"`
	Dia         fecha.Fecha     `json:"dia" doc:"Día en que se registró"`
}

// Rechazado is the refusal.
type Rechazado struct {
	Documento string      `json:"documento" doc:"Documento en que consta"`
	Motivo    string      `json:"motivo" doc:"Por qué"`
	Dia       fecha.Fecha `json:"dia" doc:"Día"`
}

// Actos are the acts of restructuring under a document, in force from a day.
// Each is named after the folio.
func (r Reorganizacion) Actos(i doe.Instrumento, vigente fecha.Fecha) []doe.Reestructura {
	out := make([]doe.Reestructura, len(r.Cambios))
	for n, x := range r.Cambios {
		out[n] = doe.Reestructura{
			Clave: fmt.Sprintf("%s/%d", r.Folio, n+1), Clase: x.Clase, Instrumento: i, Vigente: doe.DiaCierto(vigente),
			Antes: x.Antes, Despues: x.Despues, Transferencias: x.Transferencias,
		}
	}
	return out
}

// Aprobados are its acts as they were approved; none before that.
func (r Reorganizacion) Aprobados() []doe.Reestructura {
	if r.Aprobacion == nil {
		return nil
	}
	return r.Actos(r.Aprobacion.Instrumento, r.Aprobacion.Vigente)
}

// Catalogo is what the manuals say with the reorganisations in force, in the
// order in which they came into it. The error is that of [doe.Catalogo.Con].
func Catalogo(base *doe.Catalogo, enVigor []Reorganizacion) (*doe.Catalogo, error) {
	var actos []doe.Reestructura
	for _, r := range enVigor {
		if r.Estado == EnVigor {
			actos = append(actos, r.Aprobados()...)
		}
	}
	return base.Con(actos...)
}

// terminan are the units that its acts end.
func (r Reorganizacion) terminan() []doe.ClaveUnidad {
	var out []doe.ClaveUnidad
	for _, x := range r.Cambios {
		for _, e := range x.Antes {
			if !slices.ContainsFunc(x.Despues, func(d doe.EstadoUnidad) bool { return d.Clave == e.Clave }) {
				out = append(out, e.Clave)
			}
		}
	}
	return out
}

// reparto says who gets the open cases of each unit that ends: who the draft
// names or, if none, who succeeds it in the new structure.
func (r Reorganizacion) reparto(nuevo *doe.Catalogo) []Destino {
	var out []Destino
	for _, k := range r.terminan() {
		d := Destino{De: k}
		d.A, _ = nuevo.Sucesora(k)
		if i := slices.IndexFunc(r.Destinos, func(x Destino) bool { return x.De == k }); i >= 0 {
			d.A = r.Destinos[i].A
		}
		out = append(out, d)
	}
	return out
}

// toca tells which approver its acts need.
func (r Reorganizacion) toca(cat *doe.Catalogo) Aprobador {
	for _, x := range r.Cambios {
		if !slices.Contains(menores, x.Clase) {
			return ConsejoTecnico
		}
		for _, k := range x.unidades() {
			if u, ok := cat.Unidad(k); ok && !slices.Contains(nivelesMenores, u.Nivel) {
				return ConsejoTecnico
			}
		}
	}
	return Administracion
}

// unidades are those that the act changes, not their superiors.
func (x Cambio) unidades() []doe.ClaveUnidad {
	var out []doe.ClaveUnidad
	for _, es := range [][]doe.EstadoUnidad{x.Antes, x.Despues} {
		for _, e := range es {
			out = append(out, e.Clave)
		}
	}
	for _, t := range x.Transferencias {
		out = append(out, t.A)
		if t.De != "" {
			out = append(out, t.De)
		}
	}
	return out
}
