package aportacion

import (
	"slices"
	"strconv"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Asking for what a record needs and giving it are inherent to the subject of
// any unit, which is what the last function of each says. Who asks must besides
// handle the record.
var (
	inherente = doe.Alguna("doe.encomiendas:atender")

	consecuencia = []tramite.Contraparte{{Rol: doe.Sistema, Fuente: norma.Configuracion("se sigue de otro acto")}}
	quienAporta  = []tramite.Contraparte{
		{Rol: doe.Area, Fuente: deTrabajo}, {Rol: doe.Evaluado, Fuente: deTrabajo}, {Rol: doe.Normativo, Fuente: deTrabajo},
		{Rol: doe.Federal, Fuente: deTrabajo}, {Rol: doe.DireccionGeneral, Fuente: deTrabajo},
	}
)

// Solicitud is the input that asks.
type Solicitud struct {
	Expediente tramite.Referencia `json:"expediente" validate:"required" doc:"Para qué expediente"`
	Pedido     string             `json:"pedido" validate:"required,min=5,max=4000" doc:"Qué se pide" example:"Avance del abasto del trimestre"`
	A          doe.Destino        `json:"a" validate:"required" doc:"A quién"`
	Dias       int                `json:"dias" validate:"min=1,max=60" doc:"Término, en días hábiles" example:"5"`
	Enlace     bool               `json:"enlace,omitempty" doc:"Si se abre un enlace para que un órgano responda sin cuenta" example:"false"`
	Reservado  bool               `json:"reservado,omitempty" hecho:"true" doc:"Si el expediente es reservado"`
}

// Pedir asks for a contribution.
var Pedir = tramite.Acto[Aportacion, Solicitud]{
	Nombre: "pedir", Titulo: "Pedir aportación",
	Descripcion: "La unidad que lleva un expediente pide a otra, o a un órgano, lo que le falta para él, con término.",
	A:           tramite.Hacia(Pedida), Facultades: inherente, Alcance: doe.Propia, Contrapartes: consecuencia,
	Validar: func(_ Aportacion, e Solicitud, c *tramite.Contexto, f *falla.Fallas) {
		x, _, hay := c.Legible(e.Expediente.Coleccion, e.Expediente.Folio)
		mal := f.Si(!hay || e.Expediente.Version > x.Cabeza().Version, ReglaExpediente, "body.expediente")
		f.Si(!mal && !c.Maneja(e.Expediente.Coleccion, e.Expediente.Folio), ReglaNoLoLleva, "body.expediente")
		aQuien(e.A, c, c.Actor.Destino(), f)
		f.Si(e.Enlace && e.A.Unidad != "", ReglaUnidad, "body.enlace")
	},
	Fijar: func(_ Aportacion, e *Solicitud, c *tramite.Contexto) {
		if x, reserva, hay := c.Legible(e.Expediente.Coleccion, e.Expediente.Folio); hay {
			e.Reservado = reserva.Restringida || len(reserva.Excluidos) > 0
			if e.Expediente.Version == 0 {
				e.Expediente.Version = x.Cabeza().Version
			}
		}
	},
	Aplicar: func(r *Aportacion, e Solicitud, s tramite.Suceso) {
		r.Expediente, r.Pedido, r.Reservado = e.Expediente, e.Pedido, e.Reservado
		r.Turnos = []Turno{{A: e.A, Clave: e.A.Clave(), Desde: s.Dia, Dias: e.Dias}}
	},
	Enlaces: func(r Aportacion, e Solicitud) []tramite.Enlace { return r.enlaces(e.Enlace) },
	Ejemplo: Solicitud{Expediente: tramite.Referencia{Coleccion: "planes-mejora", Folio: "PM-2026-14-0000001-X"},
		Pedido: "Avance del abasto del trimestre", A: doe.Destino{Organo: "dn-finanzas"}, Dias: 5},
}

func aQuien(d doe.Destino, c *tramite.Contexto, yo doe.Destino, f *falla.Fallas) bool {
	return f.Si(!d.Existe(c.Catalogo) || d == yo, ReglaAQuien, "body.a")
}

// enlaces opens the link of the organ asked, for as long as the term and the
// insistences may last.
func (r Aportacion) enlaces(si bool) []tramite.Enlace {
	t := r.Turno()
	if !si || t.A.Organo == "" {
		return nil
	}
	return []tramite.Enlace{{Acto: "responder", Organo: t.A.Organo, Rol: doe.Area, Dias: 2*t.Dias + 15}}
}

// Responder answers what was asked. Until it is decided on, another version
// may follow.
var Responder = tramite.Acto[Aportacion, Respuesta]{
	Nombre: "responder", Titulo: "Responder",
	Descripcion: "A quien se pidió aporta; mientras no se decida puede dar otra versión, y ninguna se pierde.",
	De:          tramite.Desde(Pedida, Respondida, SinRespuesta), A: tramite.Hacia(Respondida), Nombradas: true, Facultades: inherente, Contrapartes: quienAporta,
	Validar: func(r Aportacion, e Respuesta, _ *tramite.Contexto, f *falla.Fallas) {
		for i, h := range e.Documentos {
			adjunto := slices.ContainsFunc(r.Adjuntos, func(a tramite.Adjunto) bool { return a.SHA256 == h })
			f.Si(!adjunto, ReglaDocumento, "body.documentos["+strconv.Itoa(i)+"]")
		}
	},
	Fijar: func(r Aportacion, e *Respuesta, c *tramite.Contexto) {
		e.Version = len(r.Turno().Respuestas) + 1
		e.Tardia = r.Estado == SinRespuesta || r.vencida(c)
	},
	Aplicar: func(r *Aportacion, e Respuesta, s tramite.Suceso) {
		e.Autoria = s.Autoria()
		t := r.turno()
		t.Respuestas = append(t.Respuestas, e)
		r.Cierre = ""
	},
	Ejemplo: Respuesta{Texto: "El abasto del trimestre fue de 96 por ciento."},
}

// Devolver sends back what was asked.
var Devolver = tramite.Acto[Aportacion, Devolucion]{
	Nombre: "devolver", Titulo: "Devolver",
	Descripcion: "A quien se pidió lo devuelve, con la causal y, si no le compete, con quién es competente.",
	De:          tramite.Desde(Pedida), A: tramite.Hacia(Devuelta), Nombradas: true, Facultades: inherente, Contrapartes: quienAporta,
	Causales: tramite.Causales(deDevolver),
	Validar: func(r Aportacion, e Devolucion, c *tramite.Contexto, f *falla.Fallas) {
		if e.Compete != (doe.Destino{}) {
			f.Si(e.Causal != NoCompete || !e.Compete.Existe(c.Catalogo) || e.Compete == r.Turno().A, ReglaCompete, "body.compete")
		}
	},
	Aplicar: func(r *Aportacion, e Devolucion, s tramite.Suceso) {
		e.Autoria = s.Autoria()
		r.turno().Devolucion = &e
	},
	Ejemplo: Devolucion{Causal: NoCompete, Motivo: "El dato lo genera la división financiera.", Compete: doe.Destino{Unidad: "doe-7.1.1.2.2"}},
}

// Reenvio is the input that asks again what was returned.
type Reenvio struct {
	A          doe.Destino `json:"a,omitzero" doc:"A quién se pide ahora; al mismo si no se dice"`
	Dias       int         `json:"dias" validate:"min=1,max=60" doc:"Término, en días hábiles" example:"5"`
	Aclaracion string      `json:"aclaracion,omitempty" validate:"omitempty,min=5,max=2000" doc:"Qué se precisa" example:"Se pide el dato por unidad médica."`
	Enlace     bool        `json:"enlace,omitempty" doc:"Si se abre un enlace para que un órgano responda sin cuenta" example:"false"`
}

// PedirDeNuevo asks the right one, or makes clear to the same one what is
// asked.
var PedirDeNuevo = tramite.Acto[Aportacion, Reenvio]{
	Nombre: "pedir-de-nuevo", Titulo: "Pedir de nuevo",
	Descripcion: "Pide a quien compete lo que otra devolvió, o aclara a la misma qué se le pide; el término empieza de nuevo.",
	De:          tramite.Desde(Devuelta), A: tramite.Hacia(Pedida), Facultades: inherente, Alcance: doe.Propia,
	Validar: func(r Aportacion, e Reenvio, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(e.Enlace && e.A.Unidad != "", ReglaUnidad, "body.enlace")
		if e.A == (doe.Destino{}) || e.A == r.Turno().A {
			d := r.Turno().Devolucion
			f.Si(d != nil && d.Causal == NoCompete, ReglaOtra, "body.a")
			f.Si(e.Aclaracion == "", ReglaAclaracion, "body.aclaracion")
			return
		}
		if aQuien(e.A, c, doe.Actor{Unidad: r.Unidad, OOAD: r.OOAD}.Destino(), f) {
			return
		}
		for _, t := range r.Turnos {
			if f.Si(t.A == e.A && t.Devolucion != nil && t.Devolucion.Causal == NoCompete, ReglaOtra, "body.a") {
				return
			}
		}
	},
	Aplicar: func(r *Aportacion, e Reenvio, s tramite.Suceso) {
		t := r.turno()
		if e.A == (doe.Destino{}) || e.A == t.A {
			t.Desde, t.Dias, t.Ampliaciones = s.Dia, e.Dias, nil
			t.Aclaraciones = append(t.Aclaraciones, e.Aclaracion)
			return
		}
		n := Turno{A: e.A, Clave: e.A.Clave(), Desde: s.Dia, Dias: e.Dias}
		if e.Aclaracion != "" {
			n.Aclaraciones = []string{e.Aclaracion}
		}
		r.Turnos = append(r.Turnos, n)
	},
	Enlaces: func(r Aportacion, e Reenvio) []tramite.Enlace { return r.enlaces(e.Enlace) },
	Ejemplo: Reenvio{A: doe.Destino{Unidad: "doe-7.1.1.2.2"}, Dias: 5},
}

// Ampliar gives more time.
var Ampliar = tramite.Acto[Aportacion, Ampliacion]{
	Nombre: "ampliar", Titulo: "Ampliar término", Descripcion: "Quien pide da más días hábiles para aportar.",
	De: tramite.Desde(Pedida), Facultades: inherente, Alcance: doe.Propia,
	Validar: func(r Aportacion, e Ampliacion, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(r.Turno().termino().Cuenta+e.Dias > 120, ReglaTope, "body.dias")
	},
	Aplicar: func(r *Aportacion, e Ampliacion, s tramite.Suceso) {
		e.Autoria = s.Autoria()
		t := r.turno()
		t.Ampliaciones = append(t.Ampliaciones, e)
	},
	Ejemplo: Ampliacion{Dias: 3, Motivo: "Falta el cierre del mes."},
}
