package siade

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// ColeccionQuejas is the collection of the cases by which a petition is
// followed where another body or path decides it.
const ColeccionQuejas = "quejas"

// ViaAbierta is the input by which the case of another path tells the petition
// that it was opened.
type ViaAbierta struct {
	// Folio is that of the case, and Nombre what its path is called.
	Folio  string `json:"folio" validate:"required,max=60" doc:"Folio del expediente de la otra vía" example:"QUEJA-2026-14-0000001-X"`
	Nombre string `json:"nombre" validate:"required,max=200" doc:"Nombre de la vía" example:"Queja médica"`
	// Confidencial: while it lasts no area has part in the petition.
	Confidencial bool `json:"confidencial,omitempty" doc:"Si ningún área conoce la petición mientras se siga en esta vía"`
}

// ResultadoVia is the input by which it tells how it ended.
type ResultadoVia struct {
	Folio string `json:"folio" validate:"required,max=60" doc:"Folio del expediente de la otra vía" example:"QUEJA-2026-14-0000001-X"`
	// Resultado is what is answered to who petitions; empty when the path ended
	// without deciding, and then the petition goes on where it was.
	Resultado string          `json:"resultado,omitempty" validate:"omitempty,max=8000" doc:"Qué se resolvió; vacío si la vía terminó sin resolver" example:"La queja resultó procedente."`
	Nota      string          `json:"nota" validate:"required,max=2000" doc:"Cómo terminó" example:"Resuelta"`
	Sentido   Sentido         `json:"sentido,omitempty" doc:"Sentido de la respuesta" example:"favorable"`
	Organo    doe.ClaveOrgano `json:"organo,omitempty" validate:"omitempty,max=80" doc:"Órgano que resolvió" example:"federal-cndh"`
	Oficio    string          `json:"oficio,omitempty" validate:"omitempty,max=80" doc:"Oficio de la resolución" example:"UDH/0912/2026"`
	// Notificada and Medio are those of the notice already given.
	Notificada fecha.Fecha `json:"notificada,omitzero" doc:"Día en que ya se comunicó a la persona" example:"2026-05-11"`
	Medio      Medio       `json:"medio,omitempty" doc:"Medio por el que se le comunicó" example:"correo"`
}

// EnVia is a path in which the petition is followed.
type EnVia struct {
	Folio  string      `json:"folio" doc:"Folio del expediente de la otra vía" example:"QUEJA-2026-14-0000001-X"`
	Nombre string      `json:"nombre" doc:"Nombre de la vía" example:"Queja médica"`
	Dia    fecha.Fecha `json:"dia" doc:"Día en que se abrió"`
	// Regresa is the state that it interrupted, when it did.
	Regresa tramite.Estado `json:"regresa,omitempty" doc:"Estado que interrumpió"`
	// Confidencial: while it lasts no area has part in the petition.
	Confidencial bool        `json:"confidencial,omitempty" doc:"Si ningún área conoce la petición mientras se siga en esta vía"`
	Fin          fecha.Fecha `json:"fin,omitzero" doc:"Día en que terminó"`
	Nota         string      `json:"nota,omitempty" doc:"Cómo terminó"`
	Resultado    string      `json:"resultado,omitempty" doc:"Qué se resolvió"`
}

// SoloEn says whether the case of a folio is the only path in which the
// petition is followed now.
func (p Peticion) SoloEn(folio string) bool {
	return !slices.ContainsFunc(p.Vias, func(v EnVia) bool { return v.Fin.IsZero() && v.Folio != folio })
}

// enSecreto says whether it is followed in a confidential path, or was sent to
// the body of one.
func (p Peticion) enSecreto() bool {
	return slices.ContainsFunc(p.Vias, func(v EnVia) bool { return v.Confidencial && (v.Fin.IsZero() || p.Canalizacion != nil) })
}

func (p Peticion) viaAbierta(folio string) int {
	return slices.IndexFunc(p.Vias, func(v EnVia) bool { return v.Folio == folio && v.Fin.IsZero() })
}

// trasVia is the state that the first path still followed interrupted.
func (p Peticion) trasVia() tramite.Estado {
	for i := len(p.Vias) - 1; i >= 0; i-- {
		if v := p.Vias[i]; v.Regresa != "" && v.Regresa != EnOtraVia {
			return v.Regresa
		}
	}
	return Clasificada
}

// seSigue is why the act happens: another one entails it.
var seSigue = []tramite.Contraparte{{Rol: doe.Sistema, Fuente: norma.Configuracion("se sigue de otro acto")}}

// AbrirVia leaves on record that another path follows the petition. While one
// does, the petition waits for it; the legal term to answer still runs.
var AbrirVia = tramite.Acto[Peticion, ViaAbierta]{
	Nombre: "abrir-via", Titulo: "Abrir otra vía", Interno: true,
	Descripcion:  "Deja constancia de que la petición se sigue en otra vía. Mientras tanto espera su resultado; el plazo legal para responder sigue corriendo.",
	De:           tramite.Desde(Registrada, Clasificada, Turnada, EnAtencion, EnOtraVia, Respondida, Cerrada, Canalizada),
	A:            tramite.Hacia(EnOtraVia),
	Contrapartes: seSigue,
	Elegir: func(r Peticion, _ ViaAbierta) tramite.Estado {
		if slices.Contains([]tramite.Estado{Respondida, Cerrada, Canalizada}, r.Estado) {
			return r.Estado
		}
		return EnOtraVia
	},
	Validar: func(r Peticion, _ ViaAbierta, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(len(r.Vias) >= maxElementos, ReglaDemasiadas, "body")
	},
	Aplicar: func(r *Peticion, e ViaAbierta, s tramite.Suceso) {
		r.Vias = append(r.Vias, EnVia{Folio: e.Folio, Nombre: e.Nombre, Dia: s.Dia, Regresa: s.De, Confidencial: e.Confidencial})
	},
	Ejemplo: ViaAbierta{Folio: "QUEJA-2026-14-0000001-X", Nombre: "Queja médica"},
}

// ConcluirVia brings what came of a path back to the petition. When no other
// follows it, the petition that waits is answered with what they decided or,
// if none did, goes on where it was.
var ConcluirVia = tramite.Acto[Peticion, ResultadoVia]{
	Nombre: "concluir-via", Titulo: "Concluir otra vía", Interno: true,
	Descripcion:  "Trae a la petición lo que resultó de otra vía: si la esperaba y no queda otra, queda respondida con ello o, si no se resolvió, sigue donde estaba.",
	De:           todas,
	A:            tramite.Hacia(Registrada, Clasificada, Turnada, EnAtencion, Respondida),
	Contrapartes: seSigue,
	Elegir: func(r Peticion, _ ResultadoVia) tramite.Estado {
		switch {
		case r.Estado != EnOtraVia || !r.SoloEn(""):
			return r.Estado
		case r.Respuesta != nil:
			return Respondida
		}
		return r.trasVia()
	},
	Aplicar: func(r *Peticion, e ResultadoVia, s tramite.Suceso) {
		i := r.viaAbierta(e.Folio)
		if i < 0 {
			return
		}
		v := &r.Vias[i]
		v.Fin, v.Nota, v.Resultado = s.Dia, e.Nota, e.Resultado
		if r.Estado == EnOtraVia && r.SoloEn("") {
			r.responderVias(e, s)
		}
	},
	Ejemplo: ResultadoVia{Folio: "QUEJA-2026-14-0000001-X", Resultado: "La queja resultó procedente.", Nota: "Resuelta", Sentido: Favorable},
}

// responderVias answers the petition with all that its paths decided since it
// last waited.
func (p *Peticion) responderVias(e ResultadoVia, s tramite.Suceso) {
	var dicen []string
	for _, v := range p.Vias {
		if v.Resultado != "" && !v.Dia.Before(p.desde()) {
			dicen = append(dicen, v.Nombre+": "+v.Resultado)
		}
	}
	if len(dicen) == 0 {
		return
	}
	p.Respuesta = &Respondido{Texto: strings.Join(dicen, "\n"), Dia: s.Dia, Sentido: e.Sentido, Oficio: e.Oficio, Organo: e.Organo, Unidad: s.Actor.Unidad}
	if !e.Notificada.IsZero() {
		p.Notificacion = &Aviso{e.Medio, e.Notificada}
	}
	if p.PrimeraRespuesta.IsZero() {
		p.PrimeraRespuesta = s.En
	}
	p.caducar(AArea, s.Dia)
}

// ordenarVia opens the case of the path that a petition is turned to.
func ordenarVia(r Peticion, e Turno, _ *tramite.Contexto) []tramite.Orden {
	if e.Via == "" || e.Unidad != "" {
		return nil
	}
	entrada, err := json.Marshal(map[string]string{"peticion": r.Folio, "via": e.Via, "asunto": e.Motivo, "ooad": string(r.OOAD)})
	if err != nil { // a map of texts always encodes
		return nil
	}
	return []tramite.Orden{{Coleccion: ColeccionQuejas, Acto: "abrir", Entrada: json.RawMessage(entrada), EnSuNombre: true}}
}
