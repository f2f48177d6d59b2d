package siade

import (
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Escalar raises a petition one step: the clock does it when the term to
// answer is over, and again while nobody answers.
var Escalar = tramite.Acto[Peticion, Escalamiento]{
	Nombre: "escalar", Titulo: "Escalar",
	Descripcion: "Sube la petición un nivel: coordinación del OOAD, Enlace Nacional o Atención Ciudadana, Coordinación y Unidad. El reloj lo hace cuando vence el plazo para responder.",
	De:          tramite.DesdeCategoria(tramite.Abierta), Facultades: doe.Alguna("siade.atencion:coordinar"), Alcance: doe.Nacional,
	Contrapartes: []tramite.Contraparte{deReloj},
	Validar: func(r Peticion, e Escalamiento, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(enBlanco(e.Motivo), ReglaEnBlanco, "body.motivo")
		f.Si(c.Actor.Rol != doe.Sistema && len(r.Escalamientos) >= len(r.escalera()), ReglaTope, "body")
	},
	Aplicar: func(r *Peticion, e Escalamiento, s tramite.Suceso) {
		n, peldanos := len(r.Escalamientos), r.escalera()
		if n < len(peldanos) {
			r.Escalamientos = append(r.Escalamientos, Escalado{Nivel: n + 1, Unidad: peldanos[n], Motivo: e.Motivo, Dia: s.Dia})
		}
	},
	Ejemplo: Escalamiento{Motivo: "El área no ha respondido."},
}

// Observar leaves on record a fault of the register that its control found.
var Observar = tramite.Acto[Peticion, Observacion]{
	Nombre: "observar", Titulo: "Observar", Descripcion: "El control de calidad del registro observa un defecto al área que capturó y le da término para subsanarlo.",
	De: todas, Facultades: doe.Alguna("siade.registro:supervisar"), Alcance: doe.Nacional,
	Validar: func(r Peticion, e Observacion, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(enBlanco(e.Detalle), ReglaEnBlanco, "body.detalle")
		f.Si(len(r.Observaciones) >= maxElementos, ReglaDemasiadas, "body")
	},
	Fijar: func(r Peticion, e *Observacion, c *tramite.Contexto) {
		e.Vence, _ = c.Calendarios.Vence(habiles(e.Dias, interno), c.Hoy(), plazo.Opciones{Ambito: ambito(r.OOAD)})
	},
	Aplicar: func(r *Peticion, e Observacion, s tramite.Suceso) {
		r.Observaciones = append(r.Observaciones, Observado{Clave: len(r.Observaciones) + 1, Defecto: e.Defecto, Detalle: e.Detalle, Dia: s.Dia, Vence: e.Vence})
	},
	Ejemplo: Observacion{Defecto: Faltante, Detalle: "Falta el servicio.", Dias: 3},
}

// Subsanar corrects it.
var Subsanar = tramite.Acto[Peticion, Subsanacion]{
	Nombre: "subsanar", Titulo: "Subsanar", Descripcion: "Quien capturó dice cómo corrigió lo observado.",
	De: todas, Facultades: doe.Alguna("siade.registro:registrar"), Alcance: doe.Nacional,
	Validar: func(r Peticion, e Subsanacion, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(enBlanco(e.Correccion), ReglaEnBlanco, "body.correccion")
		o := r.observacion(e.Clave)
		f.Si(o == nil || !o.Subsanada.IsZero(), ReglaObservacionInexistente, "body.clave")
	},
	Aplicar: func(r *Peticion, e Subsanacion, s tramite.Suceso) {
		if o := r.observacion(e.Clave); o != nil {
			o.Subsanada, o.Correccion = s.Dia, e.Correccion
		}
	},
	Ejemplo: Subsanacion{Clave: 1, Correccion: "Se agregó el servicio."},
}

func (p *Peticion) observacion(clave int) *Observado {
	for i := range p.Observaciones {
		if p.Observaciones[i].Clave == clave {
			return &p.Observaciones[i]
		}
	}
	return nil
}

// EfectoSilencio is what the law makes of three months without an answer.
const EfectoSilencio = "Transcurrido el plazo sin respuesta se entiende negada la petición; puede pedirse constancia, y responder después sigue siendo posible (LFPA art. 17)."

// Silencio says whether, on a day, the legal term had passed without an answer
// (LFPA art. 17), and on which day it was over. An answer given later does not
// undo it.
func (p Peticion) Silencio(dia fecha.Fecha, cs *plazo.Calendarios) (vencio fecha.Fecha, hubo bool) {
	k, ok := p.reloj(PlazoSilencio)
	if !ok {
		return fecha.Fecha{}, false
	}
	v, corre := k.Vence(cs, ambito(p.OOAD))
	if !corre || !dia.After(v) || !k.Corre() && !k.Fin.After(v) {
		return v, false
	}
	return v, true
}

// PedirConstancia asks for the certificate that there was silence.
var PedirConstancia = tramite.Acto[Peticion, SolicitudConstancia]{
	Nombre: "constancia-silencio", Titulo: "Pedir constancia de silencio",
	Descripcion: "Quien presentó la petición pide constancia de que no se respondió en el plazo legal; se expide en dos días hábiles.",
	De:          vivas, Facultades: doe.Alguna("siade.registro:registrar"), Alcance: doe.Nacional,
	Contrapartes: []tramite.Contraparte{{Rol: doe.Ciudadano, Fuente: lfpa("17")}},
	Validar: func(r Peticion, _ SolicitudConstancia, c *tramite.Contexto, f *falla.Fallas) {
		_, hubo := r.Silencio(c.Hoy(), c.Calendarios)
		f.Si(!hubo, ReglaSinSilencio, "body")
		f.Si(r.Constancia != nil, ReglaYaConstancia, "body")
	},
	Fijar: func(r Peticion, e *SolicitudConstancia, c *tramite.Contexto) {
		e.Vencio, _ = r.Silencio(c.Hoy(), c.Calendarios)
	},
	Aplicar: func(r *Peticion, e SolicitudConstancia, s tramite.Suceso) {
		r.Constancia = &Constancia{Vencio: e.Vencio, Solicitada: s.Dia}
	},
}

// ExpedirConstancia issues it.
var ExpedirConstancia = tramite.Acto[Peticion, Expedicion]{
	Nombre: "expedir-constancia", Titulo: "Expedir constancia de silencio", Descripcion: "Expide la constancia de que no se respondió en el plazo legal.",
	De: todas, Facultades: resuelve, Alcance: doe.Nacional, Firma: true,
	Validar: func(r Peticion, e Expedicion, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(r.Constancia == nil || !r.Constancia.Expedida.IsZero(), ReglaSinConstancia, "body")
	},
	Aplicar: func(r *Peticion, e Expedicion, s tramite.Suceso) {
		if r.Constancia != nil {
			r.Constancia.Expedida, r.Constancia.Oficio = s.Dia, e.Oficio
		}
	},
	Ejemplo: Expedicion{Oficio: "UAD/0789/2026"},
}

// Adjuntar adds a file.
var Adjuntar = tramite.Adjuntar[Peticion](tramite.Base{
	De: todas, Facultades: doe.Alguna("siade.registro:registrar", "siade.atencion:atender", "siade.atencion:coordinar"), Alcance: doe.Nacional,
	Contrapartes: []tramite.Contraparte{deCiudadano, deArea},
})

// LeerIdentidad opens the identity kept apart, and leaves its event. That of a
// sensitive petition is opened by someone other than who attends it.
var LeerIdentidad = conCustodia(tramite.LeerIdentidad[Peticion](tramite.Base{De: todas, Facultades: trabaja, Alcance: doe.Nacional}))

func conCustodia(a tramite.Acto[Peticion, tramite.LecturaIdentidad]) tramite.Acto[Peticion, tramite.LecturaIdentidad] {
	a.Validar = func(r Peticion, _ tramite.LecturaIdentidad, c *tramite.Contexto, f *falla.Fallas) {
		f.Si((r.clasificacion().Sensible || r.enSecreto()) && r.Responsable != "" && r.Responsable == c.Actor.Sub, ReglaCustodia, "body")
		f.Si(r.esSenalada(c.Actor.Sub, c.Actor.Nombre), ReglaSenalado, "body")
	}
	return a
}
