package envio

import (
	"slices"
	"strconv"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Who may do what. Sending by itself is management of correspondence; what an
// act of another trámite sends rests on that act. Waiting for, insisting on and
// giving an acknowledgement are inherent to any unit's subject, which is what
// the last function of each says.
var (
	despachar = doe.Alguna("doe.correspondencia:turnar", "doe.correspondencia:atender")
	inherente = doe.Alguna("doe.encomiendas:atender")

	consecuencia = []tramite.Contraparte{{Rol: doe.Sistema, Fuente: norma.Configuracion("se sigue de otro acto")}}
	quienRecibe  = []tramite.Contraparte{
		{Rol: doe.Evaluado, Fuente: deTrabajo}, {Rol: doe.Normativo, Fuente: deTrabajo}, {Rol: doe.Area, Fuente: deTrabajo},
		{Rol: doe.Federal, Fuente: deTrabajo}, {Rol: doe.DireccionGeneral, Fuente: deTrabajo},
	}
)

func lugarDe(campo string, i int) string { return campo + "[" + strconv.Itoa(i) + "]" }

// Enviar sends a version of a record.
var Enviar = tramite.Acto[Envio, Alta]{
	Nombre: "enviar", Titulo: "Enviar",
	Descripcion: "Envía una versión de un expediente a sus destinatarios, con oficio si lo hay, y espera el acuse de cada uno.",
	A:           tramite.Hacia(Enviado), Facultades: despachar, Alcance: doe.Propia, Contrapartes: consecuencia, Ubicar: ubicar,
	Validar: func(_ Envio, e Alta, c *tramite.Contexto, f *falla.Fallas) { e.validar(c, f) },
	Fijar:   func(_ Envio, e *Alta, c *tramite.Contexto) { e.fijar(c) },
	Aplicar: func(r *Envio, e Alta, s tramite.Suceso) {
		r.Expediente, r.Salida, r.Enviado, r.Reservado = e.Expediente, e.Salida, s.Dia, e.Reservado
		for _, d := range e.Para {
			r.sumar(d, e.Medio, s.Dia)
		}
	},
	Enlaces: func(r Envio, e Alta) []tramite.Enlace {
		var out []tramite.Enlace
		for _, d := range r.Destinatarios {
			if e.Enlace && d.Unidad == "" {
				out = append(out, d.enlace())
			}
		}
		return out
	},
	Ejemplo: Alta{
		Expediente: Referencia{Coleccion: "planes-mejora", Folio: "PM-2026-14-0000001-X"},
		Remision:   remisionEjemplo,
	},
}

var remisionEjemplo = Remision{
	Salida: Salida{Asunto: "Se remite el informe trimestral", Medio: PorOficio, Enlace: true,
		Oficio:   &Documento{Numero: "09/9001/7116/055/2026", Fecha: fecha.MustParse("2026-03-02")},
		Firmante: &Firmante{Nombre: "Persona titular", Cargo: "Titular de la Coordinación Técnica"}},
	Para: []Destino{{Destino: doe.Destino{Organo: "ooad-14"}, Direccion: "Oficialía de partes"}, A(doe.Destino{Unidad: "doe-7.1.1"})},
}

// sumar adds a recipient. A person's key is its place.
func (r *Envio) sumar(d Destino, m Medio, dia fecha.Fecha) string {
	k := d.Clave()
	if k == "" {
		k = "persona-" + strconv.Itoa(len(r.Destinatarios)+1)
	}
	r.Destinatarios = append(r.Destinatarios, Destinatario{Clave: k, Destino: d, Situacion: Pendiente, Medio: m, Desde: dia, Intento: 1})
	return k
}

// diasDeEnlace is how many natural days a link to acknowledge stays open.
const diasDeEnlace = 60

func (d Destinatario) enlace() tramite.Enlace {
	return tramite.Enlace{Acto: "acusar", Organo: doe.ClaveOrgano(d.Clave), Rol: doe.Area, Dias: diasDeEnlace}
}

// Recepcion is the input by which a recipient acknowledges.
type Recepcion struct {
	Folio string `json:"folio,omitempty" validate:"omitempty,max=80" doc:"Número con que lo registró quien recibe" example:"OP-1187"`
	Nota  string `json:"nota,omitempty" validate:"omitempty,max=500" doc:"Nota"`
	// Quien is the recipient that acknowledges.
	Quien string `json:"quien,omitempty" hecho:"true" doc:"Destinatario que acusa"`
}

// quien is the key of the recipient that an actor is.
func quien(a doe.Actor) string { return a.Destino().Clave() }

// esperan are the states in which an acknowledgement may come.
var esperan = tramite.Desde(Enviado, Devuelto, ConcluidoSinAcuse)

// segunDestinatarios leads where the recipients say.
var segunDestinatarios = tramite.Hacia(Enviado, Devuelto, Concluido, ConcluidoSinAcuse)

// Acusar is the acknowledgement of a recipient, with its account or by its link.
var Acusar = tramite.Acto[Envio, Recepcion]{
	Nombre: "acusar", Titulo: "Acusar recibo",
	Descripcion: "Quien recibe acusa: la unidad o el órgano con su cuenta, o cualquiera por su enlace.",
	De:          esperan, A: segunDestinatarios, Elegir: func(r Envio, _ Recepcion) tramite.Estado { return r.situacion() },
	Nombradas: true, Facultades: inherente, Contrapartes: quienRecibe,
	Validar: func(r Envio, _ Recepcion, c *tramite.Contexto, f *falla.Fallas) {
		r.exige(quien(c.Actor), f, "body", Pendiente, SinAcuse)
	},
	Fijar: func(_ Envio, e *Recepcion, c *tramite.Contexto) { e.Quien = quien(c.Actor) },
	Aplicar: func(r *Envio, e Recepcion, s tramite.Suceso) {
		r.acusar(e.Quien, Acuse{Fecha: s.Dia, Folio: e.Folio, Autoria: s.Autoria()})
	},
	Ejemplo: Recepcion{Folio: "OP-1187"},
}

// exige refuses a recipient that does not stand as the act takes.
func (r Envio) exige(clave string, f *falla.Fallas, lugar string, ss ...Situacion) (Destinatario, bool) {
	d, ok := r.De(clave)
	return d, !f.Si(!ok || !slices.Contains(ss, d.Situacion), ReglaSituacion, lugar)
}

func (r *Envio) acusar(clave string, a Acuse) {
	if i := r.lugar(clave); i >= 0 {
		d := &r.Destinatarios[i]
		d.Situacion, d.Acuse = Acusado, &a
	}
}

// Captura is the input by which the sender captures an acknowledgement.
type Captura struct {
	Destinatario string `json:"destinatario" validate:"required,max=60" doc:"Destinatario que acusó" example:"ooad-14"`
	Acuse
}

// RegistrarAcuse captures the acknowledgement that came by other means.
var RegistrarAcuse = tramite.Acto[Envio, Captura]{
	Nombre: "registrar-acuse", Titulo: "Registrar acuse",
	Descripcion: "Quien envió captura el acuse que recibió; el de un oficio o una entrega en mano es la copia sellada, adjunta al envío.",
	De:          esperan, A: segunDestinatarios, Elegir: func(r Envio, _ Captura) tramite.Estado { return r.situacion() },
	Facultades: inherente, Alcance: doe.Propia,
	Validar: func(r Envio, e Captura, c *tramite.Contexto, f *falla.Fallas) {
		d, ok := r.exige(e.Destinatario, f, "body.destinatario", Pendiente, SinAcuse)
		f.Si(!reciente(e.Fecha, c), ReglaFecha, "body.fecha")
		f.Si(e.Fecha.Before(r.Enviado), ReglaAcuse, "body.fecha")
		adjunta := slices.ContainsFunc(r.Adjuntos, func(a tramite.Adjunto) bool { return a.SHA256 == e.SHA256 })
		f.Si(ok && !adjunta && (e.SHA256 != "" || d.Medio.sella()), ReglaCopiaSellada, "body.sha256")
	},
	Aplicar: func(r *Envio, e Captura, s tramite.Suceso) {
		e.Autoria = s.Autoria()
		r.acusar(e.Destinatario, e.Acuse)
	},
	Ejemplo: Captura{Destinatario: "ooad-14", Acuse: Acuse{Fecha: fecha.MustParse("2026-03-04"), Folio: "0815/2026"}},
}

// Adjuntar adds a file to a dispatch: its letter, a stamped copy.
var Adjuntar = tramite.Adjuntar[Envio](tramite.Base{De: esperan, Facultades: inherente, Alcance: doe.Propia})
