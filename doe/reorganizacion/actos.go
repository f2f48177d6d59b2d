package reorganizacion

import (
	"errors"
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Who may do what: the directorate drafts and registers; who approves is
// outside it.
var (
	elaborar   = doe.Alguna("doe.estructura:elaborar")
	registrar  = doe.Alguna("doe.estructura:registrar")
	porAprobar = []tramite.Contraparte{{Rol: doe.Normativo, Fuente: norma.Cita{Norma: "LSS", Lugar: "art. 264"}}}
)

var ejemplo = Borrador{
	Titulo: "Denominación de la División de Análisis y Prospectiva", Motivo: "La denominación no dice la materia que la División atiende",
	Prevista: fecha.MustParse("2027-01-01"),
	Cambios: []Cambio{{
		Clase:   doe.CambioDenominacion,
		Antes:   []doe.EstadoUnidad{{Clave: "doe-7.1.5.3"}},
		Despues: []doe.EstadoUnidad{{Clave: "doe-7.1.5.3", Nombre: "División de Prospectiva y Escenarios"}},
	}},
}

// Proyectar drafts a reorganisation.
var Proyectar = tramite.Acto[Reorganizacion, Borrador]{
	Nombre: "proyectar", Titulo: "Proyectar", Descripcion: "Redacta los actos de reestructura que se proponen.",
	A: tramite.Hacia(Proyecto), Facultades: elaborar, Alcance: doe.Nacional,
	Validar: validarBorrador, Fijar: fijarAprobador, Aplicar: redactar, Ejemplo: ejemplo,
}

// Modificar drafts it again.
var Modificar = tramite.Acto[Reorganizacion, Borrador]{
	Nombre: "modificar", Titulo: "Modificar", Descripcion: "Redacta de nuevo el proyecto; lo simulado deja de valer.",
	De: tramite.Desde(Proyecto, Simulada), A: tramite.Hacia(Proyecto), Facultades: elaborar, Alcance: doe.Nacional,
	Validar: validarBorrador, Fijar: fijarAprobador, Aplicar: redactar, Ejemplo: ejemplo,
}

func (e Borrador) en(r Reorganizacion) Reorganizacion {
	r.Titulo, r.Motivo, r.Prevista, r.Cambios, r.Destinos = e.Titulo, e.Motivo, e.Prevista, e.Cambios, e.Destinos
	return r
}

func validarBorrador(r Reorganizacion, e Borrador, c *tramite.Contexto, f *falla.Fallas) {
	r = e.en(r)
	tarde := f.Si(!e.Prevista.After(c.Hoy()), ReglaPrevista, "body.prevista")
	nuevo, err := c.Catalogo.Con(r.Actos(provisional(c.Hoy()), e.Prevista)...)
	sumarFallas(f, err, "body.cambios", siNo(tarde, "body.prevista"))
	terminan := r.terminan()
	for i, d := range e.Destinos {
		mal := !slices.Contains(terminan, d.De) || slices.ContainsFunc(e.Destinos[:i], func(o Destino) bool { return o.De == d.De })
		if nuevo != nil {
			_, hay := nuevo.Unidad(d.A)
			mal = mal || !hay
		}
		f.Si(mal, ReglaDestino, lugar("body.destinos", i))
	}
}

// sumarFallas tells the faults of acts where they were written; those of their
// day, which is one for all, once at dia, or not at all when it is empty.
func sumarFallas(f *falla.Fallas, err error, camino, dia string) {
	var e *falla.Error
	if !errors.As(err, &e) {
		return
	}
	for _, x := range e.Fallas {
		if strings.HasSuffix(x.Ubicacion, ".vigente") {
			if x.Ubicacion = dia; dia == "" || slices.Contains(*f, x) {
				continue
			}
		} else {
			x.Ubicacion = camino + strings.TrimPrefix(x.Ubicacion, "actos")
		}
		*f = append(*f, x)
	}
}

// siNo is where the faults of the day are told, unless it was told already.
func siNo(dicho bool, lugar string) string {
	if dicho {
		return ""
	}
	return lugar
}

func fijarAprobador(r Reorganizacion, e *Borrador, c *tramite.Contexto) {
	e.Aprobador = e.en(r).toca(c.Catalogo)
}

func redactar(r *Reorganizacion, e Borrador, _ tramite.Suceso) {
	*r = e.en(*r)
	r.Revision, r.Aprobador, r.Simulacion = r.Revision+1, e.Aprobador, nil
}

// Hacer is the act of simulating.
var Hacer = tramite.Acto[Reorganizacion, Resultado]{
	Nombre: "simular", Titulo: "Simular", Descripcion: "Deja constancia de las funciones que quedarían sin unidad, los actos sin titular, los expedientes por traspasar y a quién.",
	De: tramite.Desde(Proyecto, Simulada), A: tramite.Hacia(Simulada), Facultades: elaborar, Alcance: doe.Nacional,
	Validar: func(r Reorganizacion, _ Resultado, c *tramite.Contexto, f *falla.Fallas) {
		tarde := f.Si(!r.Prevista.After(c.Hoy()), ReglaPrevista, "registro.prevista")
		_, err := c.Catalogo.Con(r.Actos(provisional(c.Hoy()), r.Prevista)...)
		sumarFallas(f, err, "registro.cambios", siNo(tarde, "registro.prevista"))
	},
	Fijar: func(r Reorganizacion, e *Resultado, c *tramite.Contexto) {
		if s, err := Simular(r, c.Catalogo, c.Hoy(), c.Abiertos); err == nil {
			e.Simulacion = &s
		}
	},
	Aplicar: func(r *Reorganizacion, e Resultado, _ tramite.Suceso) { r.Simulacion = e.Simulacion },
}

// Enviar sends the draft to who may approve it.
var Enviar = tramite.Acto[Reorganizacion, Remision]{
	Nombre: "enviar", Titulo: "Enviar a aprobación", Descripcion: "Remite el proyecto simulado a quien puede aprobarlo.",
	De: tramite.Desde(Simulada), A: tramite.Hacia(Enviada), Facultades: elaborar, Alcance: doe.Nacional, Firma: true,
	Validar: func(r Reorganizacion, e Remision, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(r.Simulacion == nil || c.Catalogo.Vigencia().After(r.Simulacion.Dia), ReglaSimulacionVieja, "body")
		f.Si(r.Simulacion != nil && r.Simulacion.Exige() && e.Justificacion == "", ReglaJustificar, "body.justificacion")
	},
	Aplicar: func(r *Reorganizacion, e Remision, s tramite.Suceso) {
		r.Envios = append(r.Envios, Enviado{r.Revision, e.Oficio, e.Justificacion, s.Dia})
	},
	Ejemplo: Remision{Oficio: "DOE/120/2026", Justificacion: "La función que queda sin unidad dejó de ejercerse"},
}

// Observar sends the draft back with what who approves found.
var Observar = tramite.Acto[Reorganizacion, Observacion]{
	Nombre: "observar", Titulo: "Observar", Descripcion: "Devuelve el proyecto con lo que observa quien aprueba.",
	De: tramite.Desde(Enviada), A: tramite.Hacia(Proyecto), Facultades: registrar, Alcance: doe.Nacional, Contrapartes: porAprobar,
	Aplicar: func(r *Reorganizacion, e Observacion, s tramite.Suceso) {
		r.Observaciones = append(r.Observaciones, Observado{r.Revision, e.Texto, e.Oficio, s.Dia})
	},
	Ejemplo: Observacion{Texto: "Falta decir quién recibe los recursos de la división que se suprime", Oficio: "DA/45/2026"},
}

// Aprobar registers the document that approves it.
var Aprobar = tramite.Acto[Reorganizacion, Aprobacion]{
	Nombre: "aprobar", Titulo: "Registrar la aprobación", Descripcion: "Asienta el documento con que la aprueba quien puede y el día desde el que rige; la Dirección no aprueba su propia estructura.",
	De: tramite.Desde(Enviada), A: tramite.Hacia(Aprobada), Facultades: registrar, Alcance: doe.Nacional, Contrapartes: porAprobar,
	Validar: validarAprobacion,
	Aplicar: func(r *Reorganizacion, e Aprobacion, s tramite.Suceso) {
		r.Aprobacion = &Aprobado{Instrumento: e.instrumento(), Vigente: e.Vigente, SHA256: e.SHA256, Dia: s.Dia}
	},
	Ejemplo: Aprobacion{Tipo: doe.Oficio, Clave: "09 52 17 1000/88", Aprobado: fecha.MustParse("2026-03-02"), Vigente: fecha.MustParse("2027-01-01")},
}

func (e Aprobacion) instrumento() doe.Instrumento {
	emisor := Aprobadores().Nombre(ConsejoTecnico)
	if e.Tipo == doe.Oficio {
		emisor = Aprobadores().Nombre(Administracion)
	}
	return doe.Instrumento{Tipo: e.Tipo, Clave: e.Clave, Aprobado: doe.DiaCierto(e.Aprobado), Emisor: emisor}
}

func validarAprobacion(r Reorganizacion, e Aprobacion, c *tramite.Contexto, f *falla.Fallas) {
	f.Si(r.Aprobador == ConsejoTecnico && e.Tipo != doe.Acuerdo, ReglaInstrumento, "body.tipo")
	f.Si(c.Actor.Rol == doe.Normativo && e.Tipo != doe.Oficio, ReglaSuDocumento, "body.tipo")
	f.Si(e.Aprobado.After(c.Hoy()) || e.Aprobado.Before(r.Creado.Dia()), ReglaFechaDocumento, "body.aprobado")
	adjunto := func(a tramite.Adjunto) bool { return a.SHA256 == e.SHA256 }
	f.Si(e.SHA256 != "" && !slices.ContainsFunc(r.Adjuntos, adjunto), ReglaAdjunto, "body.sha256")
	_, err := c.Catalogo.Con(r.Actos(e.instrumento(), e.Vigente)...)
	sumarFallas(f, err, "registro.cambios", "body.vigente")
}

// Rechazar registers the refusal.
var Rechazar = tramite.Acto[Reorganizacion, Rechazo]{
	Nombre: "rechazar", Titulo: "Registrar el rechazo", Descripcion: "Asienta el documento con que la rechaza quien podía aprobarla.",
	De: tramite.Desde(Enviada), A: tramite.Hacia(Rechazada), Facultades: registrar, Alcance: doe.Nacional, Contrapartes: porAprobar,
	Aplicar: func(r *Reorganizacion, e Rechazo, s tramite.Suceso) {
		r.Rechazo = &Rechazado{e.Documento, e.Motivo, s.Dia}
	},
	Ejemplo: Rechazo{Documento: "ACDO.SA1.HCT.101226/300.P.DA", Motivo: "No acredita suficiencia presupuestal para la unidad nueva"},
}

// Desistir gives it up before it is approved.
var Desistir = tramite.Acto[Reorganizacion, Desistimiento]{
	Nombre: "desistir", Titulo: "Desistir", Descripcion: "Abandona el proyecto antes de que se apruebe.",
	De: tramite.Desde(Proyecto, Simulada, Enviada), A: tramite.Hacia(Desistida), Facultades: elaborar, Alcance: doe.Nacional,
	Aplicar: func(r *Reorganizacion, e Desistimiento, _ tramite.Suceso) { r.Desistimiento = e.Motivo },
	Ejemplo: Desistimiento{Motivo: "La función se atenderá dentro de la división actual"},
}

// Revocar leaves an approval without effect before its day.
var Revocar = tramite.Acto[Reorganizacion, Revocacion]{
	Nombre: "revocar", Titulo: "Registrar la revocación", Descripcion: "Asienta el documento que deja sin efecto la aprobación antes de que rija.",
	De: tramite.Desde(Aprobada), A: tramite.Hacia(Desistida), Facultades: registrar, Alcance: doe.Nacional, Contrapartes: porAprobar,
	Aplicar: func(r *Reorganizacion, e Revocacion, _ tramite.Suceso) {
		r.Desistimiento = e.Documento + ": " + e.Motivo
	},
	Ejemplo: Revocacion{Documento: "ACDO.SA1.HCT.151226/301.P.DA", Motivo: "El Consejo Técnico reservó el asunto"},
}

// entrar puts it in force; the clock does it on its day. If another change
// came first and the acts no longer hold together, it stays approved, overdue.
var entrar = tramite.Acto[Reorganizacion, Vigor]{
	Nombre: "entrar-en-vigor", Titulo: "Entrar en vigor", Descripcion: "El día que dice la aprobación, la estructura cambia; lo hace el reloj.",
	De: tramite.Desde(Aprobada), A: tramite.Hacia(EnVigor), Contrapartes: []tramite.Contraparte{{Rol: doe.Sistema}}, Interno: true,
	Validar: func(r Reorganizacion, _ Vigor, c *tramite.Contexto, f *falla.Fallas) {
		_, err := c.Catalogo.Con(r.Aprobados()...)
		sumarFallas(f, err, "registro.cambios", "registro.aprobacion.vigente")
	},
	Fijar: func(r Reorganizacion, e *Vigor, c *tramite.Contexto) {
		if nuevo, err := c.Catalogo.Con(r.Aprobados()...); err == nil {
			e.Traspasos = r.reparto(nuevo)
		}
	},
	Aplicar: func(r *Reorganizacion, e Vigor, s tramite.Suceso) { r.Vigor, r.Traspasos = s.Dia, e.Traspasos },
}
