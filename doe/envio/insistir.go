package envio

import (
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Alerta is the input by which the clock tells that an acknowledgement is late.
type Alerta struct {
	// Reloj is the clock that rang: the recipient and the number of the sending.
	Reloj string `json:"reloj" validate:"required,max=80" doc:"Destinatario y número de envío" example:"ooad-14#1"`
}

// ClaveReloj is the clock that rang.
func (a Alerta) ClaveReloj() string { return a.Reloj }

// Alertar tells the sender that an acknowledgement is late. The clock does it.
var Alertar = tramite.Acto[Envio, Alerta]{
	Nombre: "alertar", Titulo: "Alertar", Interno: true,
	Descripcion: "El reloj alerta a quien envió de que un destinatario no ha acusado en término.",
	De:          tramite.Desde(Enviado, Devuelto), Contrapartes: []tramite.Contraparte{{Rol: doe.Sistema, Fuente: deTrabajo}},
	Aplicar: func(r *Envio, e Alerta, s tramite.Suceso) {
		clave, _, _ := strings.Cut(e.Reloj, "#")
		if i := r.lugar(clave); i >= 0 {
			r.Destinatarios[i].Alertas = append(r.Destinatarios[i].Alertas, s.Dia)
		}
	},
	Ejemplo: Alerta{Reloj: "ooad-14#1"},
}

// Exigencia is the input by which the sender insists on an acknowledgement.
type Exigencia struct {
	Destinatario string `json:"destinatario" validate:"required,max=60" doc:"Destinatario que no ha acusado" example:"ooad-14"`
	Insistencia
	Enlace bool `json:"enlace,omitempty" doc:"Si se abre otro enlace para acusar" example:"true"`
}

// Insistir asks again for an acknowledgement that is late; its term starts anew.
var Insistir = tramite.Acto[Envio, Exigencia]{
	Nombre: "insistir", Titulo: "Insistir",
	Descripcion: "Quien envió pide de nuevo el acuse que no llegó en término; el término vuelve a empezar.",
	De:          tramite.Desde(Enviado, Devuelto), Facultades: inherente, Alcance: doe.Propia,
	Validar: func(r Envio, e Exigencia, c *tramite.Contexto, f *falla.Fallas) {
		d, ok := r.exige(e.Destinatario, f, "body.destinatario", Pendiente)
		f.Si(ok && !r.vencido(d, c), ReglaEnTermino, "body.destinatario")
		f.Si(ok && e.Enlace && d.Unidad != "", ReglaSinEnlace, "body.enlace")
	},
	Aplicar: func(r *Envio, e Exigencia, s tramite.Suceso) {
		if i := r.lugar(e.Destinatario); i >= 0 {
			e.Autoria = s.Autoria()
			d := &r.Destinatarios[i]
			d.Insistencias, d.Desde = append(d.Insistencias, e.Insistencia), s.Dia
			d.Intento++
		}
	},
	Enlaces: func(r Envio, e Exigencia) []tramite.Enlace { return r.abrir(e.Destinatario, e.Enlace) },
	Ejemplo: Exigencia{Destinatario: "ooad-14", Insistencia: Insistencia{Medio: PorCorreo, Nota: "Se pide el acuse del oficio enviado."}, Enlace: true},
}

// vencido says whether a recipient's time to acknowledge is over.
func (r Envio) vencido(d Destinatario, c *tramite.Contexto) bool {
	v, ok := r.vence(d, c.Calendarios)
	return ok && c.Hoy().After(v)
}

func (r Envio) abrir(clave string, si bool) []tramite.Enlace {
	if d, ok := r.De(clave); ok && si && d.Unidad == "" {
		return []tramite.Enlace{d.enlace()}
	}
	return nil
}

// Apertura is the input that opens a link.
type Apertura struct {
	Destinatario string `json:"destinatario" validate:"required,max=60" doc:"Destinatario para quien se abre" example:"ooad-14"`
}

// AbrirEnlace opens a link for a recipient to acknowledge by, when none was
// opened at first or it expired.
var AbrirEnlace = tramite.Acto[Envio, Apertura]{
	Nombre: "abrir-enlace", Titulo: "Abrir enlace",
	Descripcion: "Abre un enlace que vence para que un órgano o una persona acuse sin cuenta.",
	De:          esperan, Facultades: inherente, Alcance: doe.Propia,
	Validar: func(r Envio, e Apertura, _ *tramite.Contexto, f *falla.Fallas) {
		d, ok := r.exige(e.Destinatario, f, "body.destinatario", Pendiente, SinAcuse)
		f.Si(ok && d.Unidad != "", ReglaSinEnlace, "body.destinatario")
	},
	Aplicar: func(*Envio, Apertura, tramite.Suceso) {},
	Enlaces: func(r Envio, e Apertura) []tramite.Enlace { return r.abrir(e.Destinatario, true) },
	Ejemplo: Apertura{Destinatario: "ooad-14"},
}

// Renuncia is the input that gives an acknowledgement up.
type Renuncia struct {
	Destinatario string `json:"destinatario" validate:"required,max=60" doc:"Destinatario que no acusó" example:"ooad-14"`
	SinAcuseDe
}

// ConcluirSinAcuse gives up an acknowledgement that was insisted on in vain.
var ConcluirSinAcuse = tramite.Acto[Envio, Renuncia]{
	Nombre: "concluir-sin-acuse", Titulo: "Concluir sin acuse",
	Descripcion: "Da por concluida la espera del acuse en que ya se insistió; si llega después, todavía se registra.",
	De:          tramite.Desde(Enviado, Devuelto), A: segunDestinatarios, Elegir: func(r Envio, _ Renuncia) tramite.Estado { return r.situacion() },
	Facultades: inherente, Alcance: doe.Propia,
	Validar: func(r Envio, e Renuncia, _ *tramite.Contexto, f *falla.Fallas) {
		d, ok := r.exige(e.Destinatario, f, "body.destinatario", Pendiente, DevueltoPor)
		f.Si(ok && d.Situacion == Pendiente && len(d.Insistencias) == 0, ReglaSinInsistir, "body.destinatario")
	},
	Aplicar: func(r *Envio, e Renuncia, s tramite.Suceso) {
		if i := r.lugar(e.Destinatario); i >= 0 {
			e.Autoria = s.Autoria()
			r.Destinatarios[i].Situacion, r.Destinatarios[i].SinAcuse = SinAcuse, &e.SinAcuseDe
		}
	},
	Ejemplo: Renuncia{Destinatario: "ooad-14", SinAcuseDe: SinAcuseDe{Motivo: "El sistema confirma la recepción, sin emitir acuse."}},
}

// Retirar takes back a dispatch that nobody acknowledged.
var Retirar = tramite.Acto[Envio, tramite.Retiro]{
	Nombre: "retirar", Titulo: "Retirar",
	Descripcion: "Deja sin efecto un envío hecho por error, mientras nadie lo haya acusado.",
	De:          tramite.Desde(Enviado, Devuelto), A: tramite.Hacia(Retirado), Facultades: inherente, Alcance: doe.Propia,
	Validar: func(r Envio, _ tramite.Retiro, _ *tramite.Contexto, f *falla.Fallas) {
		for _, d := range r.Destinatarios {
			if f.Si(d.Situacion == Acusado, ReglaYaAcusado, "body") {
				return
			}
		}
	},
	Aplicar: func(*Envio, tramite.Retiro, tramite.Suceso) {},
	Ejemplo: tramite.Retiro{Motivo: "Se envió la versión anterior por error"},
}
