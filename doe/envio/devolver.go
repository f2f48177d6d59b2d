package envio

import (
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Regreso is the input by which a recipient sends it back.
type Regreso struct {
	Devolucion
	Quien string `json:"quien,omitempty" hecho:"true" doc:"Destinatario que devuelve"`
}

// compete checks whose the matter is told to be.
func (d Devolucion) compete(clave string, c *tramite.Contexto, f *falla.Fallas) {
	if d.Compete == "" {
		return
	}
	_, unidad := c.Catalogo.Unidad(doe.ClaveUnidad(d.Compete))
	_, organo := c.Catalogo.Organo(doe.ClaveOrgano(d.Compete))
	f.Si(d.Causal != NoCompete || d.Compete == clave || !unidad && !organo, ReglaCompete, "body.compete")
}

// Devolver is a recipient's sending back what is not its own or not whole.
var Devolver = tramite.Acto[Envio, Regreso]{
	Nombre: "devolver", Titulo: "Devolver",
	Descripcion: "Quien recibe devuelve lo que no le compete o no llegó bien, con la causal y, si lo sabe, a quién compete.",
	De:          esperan, A: segunDestinatarios, Elegir: func(r Envio, _ Regreso) tramite.Estado { return r.situacion() },
	Nombradas: true, Facultades: inherente, Contrapartes: quienRecibe,
	Causales: tramite.Causales(causales),
	Validar: func(r Envio, e Regreso, c *tramite.Contexto, f *falla.Fallas) {
		r.exige(quien(c.Actor), f, "body", Pendiente, SinAcuse)
		e.compete(quien(c.Actor), c, f)
	},
	Fijar:   func(_ Envio, e *Regreso, c *tramite.Contexto) { e.Quien = quien(c.Actor) },
	Aplicar: func(r *Envio, e Regreso, s tramite.Suceso) { r.devolver(e.Quien, e.Devolucion, s) },
	Ejemplo: Regreso{Devolucion: Devolucion{Causal: NoCompete, Motivo: "Corresponde a la dirección que norma las prestaciones médicas.", Compete: "dn-prestaciones-medicas"}},
}

func (r *Envio) devolver(clave string, v Devolucion, s tramite.Suceso) {
	if i := r.lugar(clave); i >= 0 {
		v.Autoria = s.Autoria()
		d := &r.Destinatarios[i]
		d.Situacion, d.Devoluciones, d.SinAcuse = DevueltoPor, append(d.Devoluciones, v), nil
	}
}

// CapturaRegreso is the input by which the sender records that it came back.
type CapturaRegreso struct {
	Destinatario string `json:"destinatario" validate:"required,max=60" doc:"Destinatario que no lo recibió" example:"persona-1"`
	Devolucion
}

// RegistrarDevolucion records what came back by other means.
var RegistrarDevolucion = tramite.Acto[Envio, CapturaRegreso]{
	Nombre: "registrar-devolucion", Titulo: "Registrar devolución",
	Descripcion: "Quien envió asienta que se lo devolvieron o que no se pudo entregar, con la causal.",
	De:          esperan, A: segunDestinatarios, Elegir: func(r Envio, _ CapturaRegreso) tramite.Estado { return r.situacion() },
	Facultades: inherente, Alcance: doe.Propia,
	Causales: tramite.Causales(causales),
	Validar: func(r Envio, e CapturaRegreso, c *tramite.Contexto, f *falla.Fallas) {
		r.exige(e.Destinatario, f, "body.destinatario", Pendiente, SinAcuse)
		e.compete(e.Destinatario, c, f)
	},
	Aplicar: func(r *Envio, e CapturaRegreso, s tramite.Suceso) { r.devolver(e.Destinatario, e.Devolucion, s) },
	Ejemplo: CapturaRegreso{Destinatario: "persona-1", Devolucion: Devolucion{Causal: SinDomicilio, Motivo: "El correo rebotó."}},
}

// Reenvio is the input that sends again what came back: to the same recipient,
// elsewhere, or to another one instead.
type Reenvio struct {
	Destinatario string `json:"destinatario" validate:"required,max=60" doc:"Destinatario que lo devolvió" example:"ooad-14"`
	Medio        Medio  `json:"medio" validate:"required,oneof=oficio correo sistema mensajeria mano" doc:"Medio" example:"oficio"`
	Direccion    string `json:"direccion,omitempty" validate:"omitempty,max=300" doc:"Nueva dirección del mismo destinatario"`
	// A is who gets it instead.
	A *Destino `json:"a,omitempty" doc:"A quién se envía en su lugar"`
}

// Reenviar sends again what came back.
var Reenviar = tramite.Acto[Envio, Reenvio]{
	Nombre: "reenviar", Titulo: "Reenviar",
	Descripcion: "Envía de nuevo lo devuelto: al mismo destinatario, corregida la dirección, o a quien compete en su lugar.",
	De:          tramite.Desde(Devuelto), A: segunDestinatarios, Elegir: func(r Envio, _ Reenvio) tramite.Estado { return r.situacion() },
	Facultades: inherente, Alcance: doe.Propia,
	Validar: func(r Envio, e Reenvio, c *tramite.Contexto, f *falla.Fallas) {
		r.exige(e.Destinatario, f, "body.destinatario", DevueltoPor)
		if e.A == nil {
			return
		}
		f.Si(!e.A.valido(c.Catalogo), ReglaDestinatario, "body.a")
		k := e.A.Clave()
		_, ya := r.De(k)
		f.Si(k != "" && (ya || k == r.remitente()), ReglaRepetido, "body.a")
	},
	Aplicar: func(r *Envio, e Reenvio, s tramite.Suceso) {
		i := r.lugar(e.Destinatario)
		if i < 0 {
			return
		}
		if e.A != nil {
			en := r.sumar(*e.A, e.Medio, s.Dia)
			r.Destinatarios[i].Situacion, r.Destinatarios[i].En = Sustituido, en
			return
		}
		d := &r.Destinatarios[i]
		d.Situacion, d.Medio, d.Desde = Pendiente, e.Medio, s.Dia
		d.Intento++
		if e.Direccion != "" {
			d.Direccion = e.Direccion
		}
	},
	Ejemplo: Reenvio{Destinatario: "ooad-14", Medio: PorOficio, A: &Destino{Destino: doe.Destino{Organo: "dn-prestaciones-medicas"}}},
}

// remitente is the key of who sends.
func (r Envio) remitente() string {
	return quien(doe.Actor{Unidad: r.Unidad, OOAD: r.OOAD})
}
