package recurrencia

import (
	"fmt"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/envio"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Turno is the input of [Turnar].
type Turno struct {
	Organo doe.ClaveOrgano  `json:"organo" validate:"required,max=60" doc:"Órgano competente" example:"ooad-14"`
	Motivo string           `json:"motivo" validate:"required,min=10,max=2000" doc:"Por qué le compete" example:"El abasto de la unidad lo administra el OOAD."`
	Medio  envio.Medio      `json:"medio" validate:"required,oneof=oficio correo sistema mensajeria mano" doc:"Medio con que se le remite" example:"oficio"`
	Oficio *envio.Documento `json:"oficio,omitempty" doc:"Oficio; obligatorio cuando es el medio"`
	// Rol is the part that the organ plays.
	Rol doe.Rol `json:"rol,omitempty" hecho:"true" doc:"Papel del órgano como contraparte"`
}

// rolDe is the part that an organ plays; empty for those that better no
// service.
func rolDe(o doe.Organo) doe.Rol {
	switch o.Tipo {
	case doe.OrganoOOAD, doe.OrganoUMAE:
		return doe.Evaluado
	case doe.OrganoNormativo:
		return doe.Normativo
	case doe.OrganoCentral:
		return doe.Area
	case doe.OrganoSuperior, doe.OrganoFederal:
	}
	return ""
}

// remitir is the dispatch of a problem to some organs.
func remitir(r *Problematica, asunto string, m envio.Medio, oficio *envio.Documento, ks ...doe.ClaveOrgano) []tramite.Orden {
	e := envio.Remision{Salida: envio.Salida{Asunto: asunto, Medio: m, Oficio: oficio}}
	for _, k := range ks {
		e.Para = append(e.Para, envio.A(doe.Destino{Organo: k}))
	}
	return []tramite.Orden{envio.Orden(Coleccion, &r.Cabecera, e)}
}

func numero(d *envio.Documento) string {
	if d == nil {
		return ""
	}
	return d.Numero
}

// Turnar sends a problem to the organ that may better the service.
var Turnar = tramite.Acto[Problematica, Turno]{
	Nombre: "turnar", Titulo: "Remitir al órgano competente", Facultades: turnan, Alcance: doe.Nacional, Firma: true,
	Descripcion: "Remite la problemática al órgano competente, con su análisis, para que diga qué hará y cuándo; abre el envío que espera su acuse. La coordinación de un OOAD la remite a los órganos del suyo; a los normativos, una unidad central.",
	De:          tramite.Desde(Analizada), A: tramite.Hacia(Remitida),
	Validar: func(r Problematica, e Turno, c *tramite.Contexto, f *falla.Fallas) {
		o, hay := c.Catalogo.Organo(e.Organo)
		if f.Si(!hay || rolDe(o) == "" || o.Tipo == doe.OrganoOOAD && r.OOAD != doe.NivelCentral && o.OOAD != r.OOAD, ReglaOrgano, "body.organo") {
			return
		}
		f.Si(c.Actor.Unidad.Regional() && (o.Tipo == doe.OrganoNormativo || o.Tipo == doe.OrganoCentral), ReglaNormativo, "body.organo")
	},
	Fijar: func(_ Problematica, e *Turno, c *tramite.Contexto) {
		o, _ := c.Catalogo.Organo(e.Organo)
		e.Rol = rolDe(o)
	},
	Aplicar: func(r *Problematica, e Turno, s tramite.Suceso) {
		r.Remisiones = append(r.Remisiones, Remitido{Organo: e.Organo, Rol: e.Rol, Motivo: e.Motivo, Oficio: numero(e.Oficio), Autoria: s.Autoria()})
	},
	Ordena: func(r Problematica, e Turno, _ *tramite.Contexto) []tramite.Orden {
		return remitir(&r, "Se remite la problemática recurrente "+r.Folio, e.Medio, e.Oficio, e.Organo)
	},
	Ejemplo: Turno{
		Organo: "ooad-14", Motivo: "El abasto de la unidad lo administra el OOAD.", Medio: envio.PorOficio,
		Oficio: &envio.Documento{Numero: "CAOOD14/0123/2026", Fecha: fecha.MustParse("2026-03-02")},
	},
}

var compromisoDeEjemplo = Compromiso{
	Texto: "Reponer el inventario de la farmacia y revisar su punto de reorden.", Responsable: "Jefatura de Servicios de Prestaciones Médicas",
	Termino: fecha.MustParse("2026-04-17"), Indicador: "Recetas surtidas completas",
}

func validarCompromiso(_ Problematica, e Compromiso, c *tramite.Contexto, f *falla.Fallas) {
	f.Si(!e.Termino.After(c.Hoy()) || c.Hoy().Dias(e.Termino) > 366, ReglaTermino, "body.termino")
}

// sumar adds an action of the organ that has the problem or, without it, of a
// unit.
func (p *Problematica) sumar(e Compromiso, u doe.ClaveUnidad, s tramite.Suceso) {
	a := Accion{Clave: fmt.Sprintf("A%d", len(p.Acciones)+1), Compromiso: e, Unidad: u, Original: e.Termino, Autoria: s.Autoria()}
	if x := p.remision(); x != nil && u == "" {
		a.Organo = x.Organo
		if x.Respondio.IsZero() {
			x.Respondio = s.Dia
		}
	}
	p.Acciones = append(p.Acciones, a)
}

// Comprometer is the organ's answer: what it will do and by when.
var Comprometer = tramite.Acto[Problematica, Compromiso]{
	Nombre: "comprometer", Titulo: "Comprometer una acción", Contrapartes: organos,
	Descripcion: "El órgano competente responde con una acción de mejora, quién responde de ella y su fecha.",
	De:          tramite.Desde(Remitida, Comprometida), A: tramite.Hacia(Comprometida), Validar: validarCompromiso,
	Aplicar: func(r *Problematica, e Compromiso, s tramite.Suceso) { r.sumar(e, "", s) },
	Ejemplo: compromisoDeEjemplo,
}

// AcordarAccion notes the action that was settled with the organ.
var AcordarAccion = tramite.Acto[Problematica, Compromiso]{
	Nombre: "acordar-accion", Titulo: "Acordar una acción con el órgano", Facultades: acuerdan, Alcance: doe.Nacional,
	Descripcion: "Quien está facultado para acordar pacta con el órgano competente la acción, su responsable y su fecha, cuando el órgano no la responde por sí.",
	De:          tramite.Desde(Remitida, Comprometida), A: tramite.Hacia(Comprometida), Validar: validarCompromiso,
	Aplicar: func(r *Problematica, e Compromiso, s tramite.Suceso) { r.sumar(e, "", s) },
	Ejemplo: compromisoDeEjemplo,
}

// ElaborarAccion is what a unit of attention undertakes by itself.
var ElaborarAccion = tramite.Acto[Problematica, Compromiso]{
	Nombre: "elaborar-accion", Titulo: "Elaborar una acción propia", Facultades: elaboran, Alcance: doe.Nacional,
	Descripcion: "La unidad de atención y orientación que puede corregirlo define su propia acción, quién responde de ella y su fecha.",
	De:          tramite.Desde(Analizada, Remitida, Comprometida), A: tramite.Hacia(Remitida, Comprometida), Validar: validarCompromiso,
	Elegir: func(r Problematica, _ Compromiso) tramite.Estado {
		if x := r.remision(); x != nil && x.Respondio.IsZero() {
			return Remitida // the organ still owes its answer
		}
		return Comprometida
	},
	Aplicar: func(r *Problematica, e Compromiso, s tramite.Suceso) { r.sumar(e, s.Actor.Unidad, s) },
	Ejemplo: compromisoDeEjemplo,
}

// Declinacion is the input of [Declinar].
type Declinacion struct {
	Causal CausalDeclinar `json:"causal" validate:"required" doc:"Causal" example:"no_compete"`
	Motivo string         `json:"motivo" validate:"required,min=10,max=2000" doc:"Por qué no la toma" example:"La compra consolidada la hace la Dirección de Administración."`
}

// Declinar is the organ's answer that it does not take the problem.
var Declinar = tramite.Acto[Problematica, Declinacion]{
	Nombre: "declinar", Titulo: "Declinar", Contrapartes: organos, Causales: tramite.Causales(causalesDeclinar),
	Descripcion: "El órgano responde que no la toma, con su causal; vuelve a quien la remitió, que la dirige a otro, la atiende o la descarta.",
	De:          tramite.Desde(Remitida), A: tramite.Hacia(Analizada),
	Aplicar: func(r *Problematica, e Declinacion, s tramite.Suceso) {
		if x := r.remision(); x != nil {
			x.Respondio, x.Causal, x.Declino = s.Dia, e.Causal, e.Motivo
		}
	},
	Ejemplo: Declinacion{Causal: NoLeCompete, Motivo: "La compra consolidada la hace la Dirección de Administración."},
}

// Cambio is the input of [Reprogramar].
type Cambio struct {
	Accion  string      `json:"accion" validate:"required,max=20" doc:"Clave de la acción" example:"A1"`
	Termino fecha.Fecha `json:"termino" validate:"required" doc:"Fecha nueva" example:"2026-05-29"`
	Motivo  string      `json:"motivo" validate:"required,min=10,max=1000" doc:"Por qué" example:"El proveedor entrega hasta mayo."`
}

const maxCambios = 2

// Reprogramar moves the date of an action; the first one is kept.
var Reprogramar = tramite.Acto[Problematica, Cambio]{
	Nombre: "reprogramar", Titulo: "Reprogramar una acción", Facultades: coordinan, Alcance: doe.Nacional,
	Descripcion: "Mueve la fecha de una acción, con su motivo; la primera se conserva. Cada una se mueve dos veces a lo más.",
	De:          tramite.Desde(Remitida, Comprometida),
	Validar: func(r Problematica, e Cambio, c *tramite.Contexto, f *falla.Fallas) {
		a := r.accion(e.Accion)
		if f.Si(a == nil, ReglaAccion, "body.accion") {
			return
		}
		f.Si(!e.Termino.After(a.Termino) || len(a.Cambios) >= maxCambios, ReglaProrrogas, "body.termino")
		validarCompromiso(r, Compromiso{Termino: e.Termino}, c, f)
	},
	Aplicar: func(r *Problematica, e Cambio, s tramite.Suceso) {
		if a := r.accion(e.Accion); a != nil {
			a.Cambios = append(a.Cambios, Reprogramado{a.Termino, e.Motivo, s.Autoria()})
			a.Termino = e.Termino
		}
	},
	Ejemplo: Cambio{Accion: "A1", Termino: fecha.MustParse("2026-05-29"), Motivo: "El proveedor entrega hasta mayo."},
}

// Avance is the input of [InformarAvance] and of [AsentarAvance].
type Avance struct {
	Accion string `json:"accion" validate:"required,max=20" doc:"Clave de la acción" example:"A1"`
	Informe
}

func validarAvance(r Problematica, e Avance, f *falla.Fallas, suya func(*Accion) bool) {
	a := r.accion(e.Accion)
	if !f.Si(a == nil || !suya(a), ReglaAccion, "body.accion") {
		f.Si(e.Avance < a.Avance || e.Avance == cantidad.Entero && len(e.Evidencias) == 0, ReglaAvance, "body.avance")
	}
}

func aplicarAvance(r *Problematica, e Avance, s tramite.Suceso) {
	a := r.accion(e.Accion)
	if a == nil {
		return
	}
	e.Autoria = s.Autoria()
	a.Avance, a.Informes = e.Avance, append(a.Informes, e.Informe)
	if e.Avance == cantidad.Entero {
		a.Concluida, a.Tarde = s.Dia, max(a.Termino.Dias(s.Dia), 0)
	}
}

func trasAvance(r Problematica, _ Avance) tramite.Estado {
	if r.Estado == Remitida {
		return Remitida
	}
	return r.trasAccion()
}

var avanceDeEjemplo = Avance{Accion: "A1", Informe: Informe{
	Avance: cantidad.Entero, Nota: "Se repuso el inventario y se cambió el punto de reorden.", Evidencias: []string{"Acta de inventario del 15 de abril"},
}}

// InformarAvance is what who has an action tells of it.
var InformarAvance = tramite.Acto[Problematica, Avance]{
	Nombre: "informar-avance", Titulo: "Informar avance", Facultades: ejecutan, Alcance: doe.Nacional, Contrapartes: organos,
	Descripcion: "Quien tiene una acción informa su avance; la que llega al cien por ciento, con su evidencia, queda concluida.",
	De:          tramite.Desde(Remitida, Comprometida), A: tramite.Hacia(Remitida, Comprometida, Implantada), Elegir: trasAvance,
	Validar: func(r Problematica, e Avance, c *tramite.Contexto, f *falla.Fallas) {
		validarAvance(r, e, f, func(a *Accion) bool {
			return a.Organo != "" && a.Organo == c.Actor.Organo || a.Unidad != "" && a.Unidad == c.Actor.Unidad
		})
	},
	Aplicar: aplicarAvance, Ejemplo: avanceDeEjemplo,
}

// AsentarAvance is what an organ told by letter.
var AsentarAvance = tramite.Acto[Problematica, Avance]{
	Nombre: "asentar-avance", Titulo: "Asentar avance informado por oficio", Facultades: siguen, Alcance: doe.Nacional,
	Descripcion: "Quien da seguimiento asienta lo que el órgano informó por oficio de una acción suya.",
	De:          tramite.Desde(Remitida, Comprometida), A: tramite.Hacia(Remitida, Comprometida, Implantada), Elegir: trasAvance,
	Validar: func(r Problematica, e Avance, _ *tramite.Contexto, f *falla.Fallas) {
		validarAvance(r, e, f, func(a *Accion) bool { return a.Organo != "" && e.Oficio != "" })
	},
	Aplicar: aplicarAvance,
	Ejemplo: func() Avance { e := avanceDeEjemplo; e.Oficio = "14/0311/2026"; return e }(),
}

// Difusion is the input of [Difundir].
type Difusion struct {
	Organos []doe.ClaveOrgano `json:"organos" validate:"required,min=1,max=40,unique,dive,required,max=60" doc:"Órganos a los que se da a conocer" example:"[\"dn-prestaciones-medicas\"]"`
	Asunto  string            `json:"asunto" validate:"required,min=5,max=300" doc:"Asunto" example:"Surtimiento parcial de recetas en el primer nivel"`
	Medio   envio.Medio       `json:"medio" validate:"required,oneof=oficio correo sistema mensajeria mano" doc:"Medio" example:"oficio"`
	Oficio  *envio.Documento  `json:"oficio,omitempty" doc:"Oficio; obligatorio cuando es el medio"`
}

// Difundir makes a problem known to other organs.
var Difundir = tramite.Acto[Problematica, Difusion]{
	Nombre: "difundir", Titulo: "Difundir", Facultades: difunden, Alcance: doe.Nacional, Firma: true,
	Descripcion: "Da a conocer la problemática a otros órganos, para que vean si les ocurre; abre el envío que espera su acuse. No los hace parte.",
	De:          tramite.Desde(Analizada, Remitida, Comprometida, Implantada, Medida),
	Validar: func(_ Problematica, e Difusion, c *tramite.Contexto, f *falla.Fallas) {
		for i, k := range e.Organos {
			_, hay := c.Catalogo.Organo(k)
			f.Si(!hay, ReglaDestinatario, fmt.Sprintf("body.organos[%d]", i))
		}
	},
	Aplicar: func(r *Problematica, e Difusion, s tramite.Suceso) {
		r.Difusiones = append(r.Difusiones, Difundido{e.Organos, e.Asunto, s.Autoria()})
	},
	Ordena: func(r Problematica, e Difusion, _ *tramite.Contexto) []tramite.Orden {
		return remitir(&r, e.Asunto, e.Medio, e.Oficio, e.Organos...)
	},
	Ejemplo: Difusion{
		Organos: []doe.ClaveOrgano{"dn-prestaciones-medicas"}, Asunto: "Surtimiento parcial de recetas en el primer nivel", Medio: envio.PorOficio,
		Oficio: &envio.Documento{Numero: "7.1.3/0088/2026", Fecha: fecha.MustParse("2026-03-02")},
	},
}
