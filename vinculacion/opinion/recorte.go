package opinion

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// recortar leaves in a copy of a request what a directorate that is consulted
// may see: the matter, the question, the terms, its own consultations and
// exchanges, and what was sent in the end. Each directorate answers without
// knowing what the others said, and nobody outside reads an opinion that may
// still change. It names what stays: what the record gains later stays out
// until it is named here.
func recortar(r *Solicitud, a doe.Actor) {
	todo := *r
	*r = Solicitud{
		Cabecera: todo.Cabecera,
		Origen:   todo.Origen, Solicitante: todo.Solicitante, Asunto: todo.Asunto, Consulta: todo.Consulta,
		Recibida: todo.Recibida, Oficial: todo.Oficial, FundamentoTermino: todo.FundamentoTermino, Ampliaciones: todo.Ampliaciones,
		Turnos:    turnosDe(todo.Turnos, a.Organo),
		Versiones: todo.versionEnviada(a.Organo), Envio: todo.Envio,
		Comunicaciones: slices.DeleteFunc(todo.Comunicaciones, func(c Comunicacion) bool { return c.Organo != a.Organo }),
		Cancelacion:    todo.Cancelacion,
	}
	if r.Envio != nil {
		r.Envio.MotivoExtemporaneo = "" // it tells who was late
	}
	r.Relojes = slices.DeleteFunc(r.Relojes, func(k tramite.Reloj) bool {
		return k.Plazo != PlazoOficial && (k.Plazo != PlazoConsulta || k.Clave != string(a.Organo))
	})
	citados := r.citados()
	r.Adjuntos = slices.DeleteFunc(r.Adjuntos, func(x tramite.Adjunto) bool {
		return x.Organo != a.Organo && !slices.Contains(citados, x.SHA256)
	})
}

// turnosDe are the consultations of a directorate, without why it was chosen
// or what those that had them before said.
func turnosDe(ts []Turno, o doe.ClaveOrgano) []Turno {
	ts = slices.DeleteFunc(ts, func(t Turno) bool { return t.Organo != o })
	for i := range ts {
		ts[i].Motivo = ""
		ts[i].Traslados = slices.DeleteFunc(ts[i].Traslados, func(x Traslado) bool { return x.De != o })
	}
	return ts
}

// versionEnviada is the version that was sent, if any, with what it took of
// the answer of one directorate.
func (s Solicitud) versionEnviada(o doe.ClaveOrgano) []Version {
	if s.Envio == nil {
		return nil
	}
	i := slices.IndexFunc(s.Versiones, func(v Version) bool { return v.Numero == s.Envio.Version })
	if i < 0 {
		return nil
	}
	v := s.Versiones[i]
	return []Version{{
		Postura: v.Postura, Texto: v.Texto, Numero: v.Numero, Huella: v.Huella, Base: v.Base, Autoria: v.Autoria,
		Consideraciones: slices.DeleteFunc(v.Consideraciones, func(c Consideracion) bool { return c.Organo != o }),
		Faltantes:       slices.DeleteFunc(v.Faltantes, func(f Faltante) bool { return f.Organo != o }),
	}}
}

// citados are the hashes of the documents that the record names.
func (s Solicitud) citados() []string {
	out := []string{s.Asunto.SHA256, s.Solicitante.Oficio.SHA256}
	cita := func(d *Documento) {
		if d != nil {
			out = append(out, d.SHA256)
		}
	}
	for _, a := range s.Ampliaciones {
		cita(&a.Oficio)
	}
	for _, t := range s.Turnos {
		cita(t.Oficio)
		for _, r := range t.Respuestas {
			cita(r.Oficio)
		}
		for _, p := range t.Prorrogas {
			cita(p.Oficio)
		}
		if t.Devolucion != nil {
			cita(t.Devolucion.Oficio)
		}
	}
	if s.Envio != nil {
		out = append(out, s.Envio.Huella)
		cita(&s.Envio.Oficio)
	}
	return out
}
