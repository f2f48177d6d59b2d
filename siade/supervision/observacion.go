package supervision

import (
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Atendimiento is the input of [AtenderObservacion].
type Atendimiento struct {
	Observacion string `json:"observacion" validate:"required,max=20" doc:"Clave de la observación" example:"O1"`
	Atencion
}

var documentoDeEjemplo = Documento{Nombre: "fotografia.jpg", SHA256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}

// AtenderObservacion is what the decentralised body did about an observation.
var AtenderObservacion = tramite.Acto[Visita, Atendimiento]{
	Nombre: "atender-observacion", Titulo: "Atender observación", Descripcion: "El OOAD responde una observación con lo que hizo y su evidencia.",
	De: tramite.Desde(EnAtencion), Facultades: atiende, Alcance: doe.Nacional, Firma: true,
	Validar: func(r Visita, e Atendimiento, _ *tramite.Contexto, f *falla.Fallas) {
		o := r.observacion(e.Observacion)
		f.Si(o == nil || !o.debe(), ReglaNoDebe, "body.observacion")
	},
	Fijar: func(r Visita, e *Atendimiento, c *tramite.Contexto) {
		e.Tarde, e.Revision = 0, nil
		if v, ok := r.vence(PlazoAtencion, e.Observacion, c); ok {
			e.Tarde = max(v.Dias(c.Hoy()), 0)
		}
	},
	Aplicar: func(r *Visita, e Atendimiento, s tramite.Suceso) {
		if o := r.observacion(e.Observacion); o != nil {
			e.Autoria = s.Autoria()
			o.Atenciones = append(o.Atenciones, e.Atencion)
			o.Situa = Respondida
			o.negar(s.Dia)
		}
	},
	Ejemplo: Atendimiento{Observacion: "O1", Atencion: Atencion{
		Accion: "Se retiró el cartel y se asignó la revisión semanal.", Evidencias: []Documento{documentoDeEjemplo},
	}},
}

// negar leaves without matter an extension that was asked for and not resolved.
func (o *Observacion) negar(dia fecha.Fecha) {
	if p := o.pedida(); p != nil {
		p.Resuelta, p.Resolucion = dia, "Quedó sin materia al atenderse la observación."
	}
}

// Visto is the input of [AceptarAtencion].
type Visto struct {
	Observacion string `json:"observacion" validate:"required,max=20" doc:"Clave de la observación" example:"O1"`
	Nota        string `json:"nota,omitempty" validate:"omitempty,max=2000" doc:"Consideraciones" example:"La evidencia prueba la corrección."`
}

// respondida finds the observation whose attention is to be decided.
func (v *Visita) respondida(clave string) *Observacion {
	if o := v.observacion(clave); o != nil && o.Situa == Respondida {
		return o
	}
	return nil
}

// AceptarAtencion settles an observation.
var AceptarAtencion = tramite.Acto[Visita, Visto]{
	Nombre: "aceptar-atencion", Titulo: "Dar por atendida", Descripcion: "Quien supervisó da por atendida la observación.",
	De: tramite.Desde(EnAtencion), A: tramite.Hacia(EnAtencion, Atendida), Facultades: sigue, Alcance: doe.Nacional,
	Elegir: func(r Visita, _ Visto) tramite.Estado { return r.trasActa() },
	Validar: func(r Visita, e Visto, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(r.respondida(e.Observacion) == nil, ReglaNoRespondida, "body.observacion")
	},
	Aplicar: func(r *Visita, e Visto, s tramite.Suceso) {
		if o := r.respondida(e.Observacion); o != nil {
			o.Situa, o.Fin = Aceptada, s.Dia
			o.Atenciones[len(o.Atenciones)-1].Revision = &Revision{Acepta: true, Nota: e.Nota, Autoria: s.Autoria()}
		}
	},
	Ejemplo: Visto{Observacion: "O1", Nota: "La evidencia prueba la corrección."},
}

// Regreso is the input of [DevolverAtencion].
type Regreso struct {
	Observacion string         `json:"observacion" validate:"required,max=20" doc:"Clave de la observación" example:"O1"`
	Causal      CausalDevolver `json:"causal" validate:"required" doc:"Causal" example:"evidencia_insuficiente"`
	Motivo      string         `json:"motivo" validate:"required,min=10,max=2000" doc:"Qué falta" example:"La fotografía no deja ver la señal completa."`
	Dias        int            `json:"dias" validate:"min=1,max=15" doc:"Días hábiles para atenderla de nuevo" example:"5"`
}

// DevolverAtencion returns an attention that does not suffice; its term starts
// again.
var DevolverAtencion = tramite.Acto[Visita, Regreso]{
	Nombre: "devolver-atencion", Titulo: "Devolver la atención", Descripcion: "Devuelve la atención con su causal y da un término nuevo; lo respondido se conserva.",
	De: tramite.Desde(EnAtencion), Facultades: sigue, Alcance: doe.Nacional, Causales: tramite.Causales(causalesDevolver),
	Validar: func(r Visita, e Regreso, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(r.respondida(e.Observacion) == nil, ReglaNoRespondida, "body.observacion")
	},
	Aplicar: func(r *Visita, e Regreso, s tramite.Suceso) {
		if o := r.respondida(e.Observacion); o != nil {
			o.Situa, o.Desde, o.Dias, o.Compromiso = Devuelta, s.Dia, e.Dias, fecha.Fecha{}
			o.Atenciones[len(o.Atenciones)-1].Revision = &Revision{Causal: e.Causal, Nota: e.Motivo, Autoria: s.Autoria()}
		}
	},
	Ejemplo: Regreso{Observacion: "O1", Causal: EvidenciaInsuficiente, Motivo: "La fotografía no deja ver la señal completa.", Dias: 5},
}

// Solicitud is the input of [PedirProrroga].
type Solicitud struct {
	Observacion string `json:"observacion" validate:"required,max=20" doc:"Clave de la observación" example:"O1"`
	Prorroga
}

// maxProrroga is how many natural days past its date an observation may be
// extended.
const maxProrroga = 90

// PedirProrroga asks for more time before the date of an observation.
var PedirProrroga = tramite.Acto[Visita, Solicitud]{
	Nombre: "pedir-prorroga", Titulo: "Pedir prórroga", Descripcion: "El OOAD pide más tiempo para atender una observación, antes de que venza.",
	De: tramite.Desde(EnAtencion), Facultades: atiende, Alcance: doe.Nacional, Firma: true,
	Validar: func(r Visita, e Solicitud, c *tramite.Contexto, f *falla.Fallas) {
		o := r.observacion(e.Observacion)
		if f.Si(o == nil || !o.debe() || o.pedida() != nil, ReglaProrroga, "body.observacion") {
			return
		}
		v, ok := r.vence(PlazoAtencion, e.Observacion, c)
		f.Si(!ok || c.Hoy().After(v), ReglaVencida, "body.observacion")
		f.Si(!e.Hasta.After(v) || v.Dias(e.Hasta) > maxProrroga, ReglaHasta, "body.hasta", maxProrroga)
	},
	Fijar: func(_ Visita, e *Solicitud, _ *tramite.Contexto) {
		e.Resuelta, e.Concedida, e.Resolucion = fecha.Fecha{}, fecha.Fecha{}, ""
	},
	Aplicar: func(r *Visita, e Solicitud, s tramite.Suceso) {
		if o := r.observacion(e.Observacion); o != nil {
			e.Autoria = s.Autoria()
			o.Prorrogas = append(o.Prorrogas, e.Prorroga)
		}
	},
	Ejemplo: Solicitud{Observacion: "O1", Prorroga: Prorroga{Hasta: fecha.MustParse("2026-06-30"), Motivo: "La señal se fabrica por contrato y llega en junio."}},
}

// Resolucion is the input of [ResolverProrroga].
type Resolucion struct {
	Observacion string `json:"observacion" validate:"required,max=20" doc:"Clave de la observación" example:"O1"`
	// Concede is the date given; none denies it.
	Concede fecha.Fecha `json:"concede,omitzero" doc:"Fecha que se concede; sin ella se niega" example:"2026-06-15"`
	Motivo  string      `json:"motivo" validate:"required,min=5,max=1000" doc:"Por qué" example:"La causa es ajena al sitio."`
	// Vencia is the date before the extension.
	Vencia fecha.Fecha `json:"vencia,omitzero" hecho:"true" doc:"Fecha que tenía antes"`
}

// ResolverProrroga grants or denies more time. The first date is kept.
var ResolverProrroga = tramite.Acto[Visita, Resolucion]{
	Nombre: "resolver-prorroga", Titulo: "Resolver prórroga", Descripcion: "Concede o niega la prórroga de una observación; la fecha original se conserva.",
	De: tramite.Desde(EnAtencion), Facultades: sigue, Alcance: doe.Nacional,
	Validar: func(r Visita, e Resolucion, c *tramite.Contexto, f *falla.Fallas) {
		o := r.observacion(e.Observacion)
		if f.Si(o == nil || o.pedida() == nil, ReglaSinPedir, "body.observacion") || e.Concede.IsZero() {
			return
		}
		v, ok := r.vence(PlazoAtencion, e.Observacion, c)
		f.Si(!ok || !e.Concede.After(v) || e.Concede.Before(c.Hoy()) || e.Concede.After(o.pedida().Hasta), ReglaConcede, "body.concede")
	},
	Fijar: func(r Visita, e *Resolucion, c *tramite.Contexto) {
		e.Vencia, _ = r.vence(PlazoAtencion, e.Observacion, c)
	},
	Aplicar: func(r *Visita, e Resolucion, s tramite.Suceso) {
		o := r.observacion(e.Observacion)
		if o == nil || o.pedida() == nil {
			return
		}
		p := o.pedida()
		p.Resuelta, p.Concedida, p.Resolucion = s.Dia, e.Concede, e.Motivo
		if e.Concede.IsZero() {
			return
		}
		if o.Original.IsZero() {
			o.Original = e.Vencia
		}
		o.Compromiso = e.Concede
	},
	Ejemplo: Resolucion{Observacion: "O1", Concede: fecha.MustParse("2026-06-15"), Motivo: "La causa es ajena al sitio."},
}

// Anulacion is the input of [DejarSinEfecto].
type Anulacion struct {
	Observacion string       `json:"observacion" validate:"required,max=20" doc:"Clave de la observación" example:"O1"`
	Causal      CausalRetiro `json:"causal" validate:"required" doc:"Causal" example:"error_de_hecho"`
	Motivo      string       `json:"motivo" validate:"required,min=10,max=2000" doc:"Por qué" example:"La señal existía y estaba en mantenimiento ese día."`
}

// DejarSinEfecto takes back an observation. The site no longer counts it for
// what is repeated.
var DejarSinEfecto = tramite.Acto[Visita, Anulacion]{
	Nombre: "dejar-sin-efecto", Titulo: "Dejar sin efecto", Descripcion: "Quien supervisó retira una observación, con su causal; deja de contar como antecedente del sitio.",
	De: tramite.Desde(EnAtencion), A: tramite.Hacia(EnAtencion, Atendida), Facultades: supervisa, Alcance: doe.Nacional, Firma: true, Causales: tramite.Causales(causalesRetiro),
	Elegir: func(r Visita, _ Anulacion) tramite.Estado { return r.trasActa() },
	Validar: func(r Visita, e Anulacion, _ *tramite.Contexto, f *falla.Fallas) {
		o := r.observacion(e.Observacion)
		f.Si(o == nil || !o.abierta(), ReglaNoAbierta, "body.observacion")
	},
	Aplicar: func(r *Visita, e Anulacion, s tramite.Suceso) {
		if o := r.observacion(e.Observacion); o != nil {
			o.Situa, o.Fin = SinEfecto, s.Dia
			o.Retiro = &RetiroHecho{Causal: e.Causal, Motivo: e.Motivo, Autoria: s.Autoria()}
			o.negar(s.Dia)
		}
	},
	Ordena: func(r Visita, e Anulacion, c *tramite.Contexto) []tramite.Orden {
		if folio := c.FolioDe(ColeccionSitios, r.Sitio.Clave); folio != "" {
			return []tramite.Orden{{Coleccion: ColeccionSitios, Folio: folio, Acto: olvidar.Nombre, Entrada: Olvido{Visita: r.Folio, Observacion: e.Observacion}, ComoSistema: true}}
		}
		return nil
	},
	Ejemplo: Anulacion{Observacion: "O1", Causal: ErrorDeHecho, Motivo: "La señal existía y estaba en mantenimiento ese día."},
}

// Escalar warns of a lapse: of an attention, the visited area, then the head of
// its OOAD with who coordinates supervision, then the Unit; of a revision, who
// coordinates.
var Escalar = tramite.Acto[Visita, Escalamiento]{
	Nombre: "escalar", Titulo: "Escalar", Interno: true, Descripcion: "El reloj avisa de un vencimiento y, mientras siga, cada vez más arriba.",
	De: tramite.Desde(EnAtencion), Contrapartes: elReloj,
	Fijar: func(r Visita, e *Escalamiento, c *tramite.Contexto) {
		n := 1
		for _, x := range r.Avisos {
			if x.Observacion == e.Observacion {
				n++
			}
		}
		e.Nivel = n
		arriba := c.Catalogo.Superiores(Guarda)
		if o := r.observacion(e.Observacion); o != nil && o.debe() {
			if n == 1 {
				e.Unidad = doe.CAOOD
				return
			}
			e.Organo = r.OOAD.Organo()
			n--
		}
		if len(arriba) > 0 {
			e.Unidad = arriba[min(n, 2, len(arriba))-1]
		}
	},
	Aplicar: func(r *Visita, e Escalamiento, s tramite.Suceso) {
		e.Dia = s.Dia
		r.Avisos = append(r.Avisos, e)
	},
	Ejemplo: Escalamiento{Observacion: "O1"},
}
