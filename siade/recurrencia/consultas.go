package recurrencia

import (
	"net/url"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/acuerdo"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
	"github.com/operacion-abierta/operacion/siade/recurrencia/deteccion"
)

// Clave is the natural key of a problem: what it is of.
func Clave(c deteccion.Celda) string {
	return string(c.OOAD) + "|" + c.Unidad + "|" + c.Servicio + "|" + c.Tema
}

// ConsultaDe is the address that lists the petitions of a cell between two
// days.
func ConsultaDe(c deteccion.Celda, desde, hasta fecha.Fecha) string {
	q := url.Values{"creado_desde": {desde.String()}, "creado_hasta": {hasta.String()}}
	for k, v := range map[string]string{"ooad": string(c.OOAD), "unidad_servicio": c.Unidad, "servicio": c.Servicio, "tema": c.Tema} {
		if v != "" {
			q.Set(k, v)
		}
	}
	return "/v1/" + siade.Coleccion + "?" + q.Encode()
}

// remision is the one in force; nil when there is none.
func (p *Problematica) remision() *Remitido {
	if n := len(p.Remisiones); n > 0 {
		return &p.Remisiones[n-1]
	}
	return nil
}

// accion finds one that has not ended.
func (p *Problematica) accion(clave string) *Accion {
	i := slices.IndexFunc(p.Acciones, func(a Accion) bool { return a.Clave == clave && a.Concluida.IsZero() })
	if i < 0 {
		return nil
	}
	return &p.Acciones[i]
}

// trasAccion is the state that the actions leave it in.
func (p Problematica) trasAccion() tramite.Estado {
	if slices.ContainsFunc(p.Acciones, func(a Accion) bool { return a.Concluida.IsZero() }) {
		return Comprometida
	}
	return Implantada
}

// mejoraDesde is the day that the improvement counts from: the last end of an
// action or, while none ended, the day the first was undertaken.
func (p Problematica) mejoraDesde() fecha.Fecha {
	var fin, inicio fecha.Fecha
	for _, a := range p.Acciones {
		if a.Concluida.After(fin) {
			fin = a.Concluida
		}
		if inicio.IsZero() || a.Dia.Before(inicio) {
			inicio = a.Dia
		}
	}
	if !fin.IsZero() {
		return fin
	}
	return inicio
}

// presentacion finds the one of a topic of a meeting.
func (p *Problematica) presentacion(reunion, tema string) *Presentacion {
	i := slices.IndexFunc(p.Presentaciones, func(x Presentacion) bool { return x.Reunion == reunion && x.Tema == tema })
	if i < 0 {
		return nil
	}
	return &p.Presentaciones[i]
}

// Presentada says whether some board saw it.
func (p Problematica) Presentada() bool {
	return slices.ContainsFunc(p.Presentaciones, func(x Presentacion) bool { return x.Presentada })
}

// Veredicto is that of the last measure; empty before any.
func (p Problematica) Veredicto() deteccion.Veredicto {
	if n := len(p.Mediciones); n > 0 {
		return p.Mediciones[n-1].Veredicto
	}
	return ""
}

// juntaDe is the organ whose board a meeting is: the one that presides or,
// when a unit of the directorate does, the first body or medical unit convened.
func juntaDe(r *acuerdo.Reunion) doe.ClaveOrgano {
	var out doe.ClaveOrgano
	for _, x := range r.Convocados {
		if x.Tipo != doe.OrganoOOAD && x.Tipo != doe.OrganoUMAE {
			continue
		}
		if x.Caracter == acuerdo.Preside {
			return x.Organo
		}
		if out == "" {
			out = x.Organo
		}
	}
	return out
}
