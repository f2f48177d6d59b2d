package encomienda

import (
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// The facultades of a task: no function grants those of who assigns, so they
// fall to the immediate superior of the receiving unit.
var (
	asigna   = doe.Alguna("doe.encomiendas:coordinar")
	da       = doe.Alguna("doe.encomiendas:supervisar")
	sigue    = doe.Alguna("doe.encomiendas:seguir")
	atiende  = doe.Alguna("doe.encomiendas:atender")
	informa  = doe.Alguna("doe.encomiendas:ejecutar", "doe.encomiendas:atender")
	mandante = []tramite.Contraparte{{Rol: doe.DireccionGeneral, Preve: "doe-7.1/21"}}
)

// Encargo is the input of [Encargar].
type Encargo struct {
	Unidad doe.ClaveUnidad `json:"unidad" validate:"required,max=40" doc:"Unidad a la que se encarga" example:"doe-7.1.3.1"`
	// OOAD is the body of a regional unit.
	OOAD       doe.OOAD    `json:"ooad,omitempty" validate:"omitempty,len=2,digitos" doc:"OOAD, si la unidad es regional" example:"14"`
	Compromiso fecha.Fecha `json:"compromiso" validate:"required" doc:"Fecha de entrega" example:"2026-03-31"`
	Contenido  Contenido   `json:"contenido" validate:"required" doc:"Qué se encarga"`
	// Facts: who assigns, the residual function, the copy, and what it replaces.
	De        doe.ClaveUnidad  `json:"de,omitempty" hecho:"true" doc:"Unidad que encarga"`
	Mandante  doe.ClaveOrgano  `json:"mandante,omitempty" hecho:"true" doc:"Órgano que encarga"`
	Residual  doe.ClaveFuncion `json:"residual,omitempty" hecho:"true" doc:"Función residual de quien recibe"`
	Copia     doe.ClaveOrgano  `json:"copia,omitempty" hecho:"true" doc:"OOAD a cuya titularidad se copia"`
	Sustituye string           `json:"sustituye,omitempty" hecho:"true" doc:"Folio de la encomienda que reasigna"`
}

// Encargar assigns a task, with its instruction on record.
var Encargar = tramite.Acto[Encomienda, Encargo]{
	Nombre: "encargar", Titulo: "Encargar",
	Descripcion: "El superior inmediato encarga una tarea a una unidad de su línea, con la instrucción en que consta; a la Dirección le encarga la Dirección General. De lo que recibe la coordinación de un OOAD va copia a su titularidad.",
	A:           tramite.Hacia(Encargada), Facultades: asigna, Contrapartes: mandante, Firma: true,
	Ubicar:  func(e Encargo, _ doe.Actor) (doe.ClaveUnidad, doe.OOAD) { return e.Unidad, lugar(e.OOAD) },
	Validar: validarEncargo,
	Fijar: func(_ Encomienda, e *Encargo, c *tramite.Contexto) {
		e.De, e.Mandante, e.Residual, e.Copia = c.Actor.Unidad, c.Actor.Organo, c.Catalogo.Residual(e.Unidad), ""
		if e.Unidad.Regional() {
			e.Copia = e.OOAD.Organo()
		}
	},
	Aplicar: func(r *Encomienda, e Encargo, _ tramite.Suceso) {
		r.De, r.Mandante, r.Encargo, r.Residual, r.Sustituye = e.De, e.Mandante, e.Contenido, e.Residual, e.Sustituye
		r.Compromiso, r.PrimerCompromiso = e.Compromiso, e.Compromiso
		if e.Copia != "" {
			r.Copia = &Copia{Organo: e.Copia}
		}
	},
	Ejemplo: Encargo{Unidad: "doe-7.1.3.1", Compromiso: fecha.MustParse("2026-03-31"), Contenido: Contenido{
		Asunto: "Diagnóstico de los módulos con más quejas", Descripcion: "Visitar diez módulos y proponer cómo mejorar su atención.", Entregable: "Diagnóstico con recomendaciones",
		Instruccion: Instruccion{Medio: PorOficio, Numero: "7.1.3/0215/2026", Fecha: fecha.MustParse("2026-03-02")},
	}},
}

// lugar is the OOAD that a record belongs to: the central level when none.
func lugar(o doe.OOAD) doe.OOAD {
	if o == "" {
		return doe.NivelCentral
	}
	return o
}

func validarEncargo(_ Encomienda, e Encargo, c *tramite.Contexto, f *falla.Fallas) {
	o, err := doe.ParseOOAD(string(e.OOAD))
	regional := err == nil && o == e.OOAD && o != doe.NivelCentral
	f.Si(e.Unidad.Regional() != regional || !e.Unidad.Regional() && e.OOAD != "", ReglaOOAD, "body.ooad")
	f.Si(c.Actor.Rol == doe.DireccionGeneral && e.Unidad != doe.Raiz, ReglaDireccionGeneral, "body.unidad")
	validarInstruccion(e.Contenido.Instruccion, c, f, "body.contenido.instruccion.fecha")
	validarCompromiso(e.Compromiso, c, f, "body.compromiso")
	validarDelegacion(e, c, f)
	if e.Contenido.DerivaDe != "" {
		validarDeriva(e, c, f)
	}
}

func validarInstruccion(i Instruccion, c *tramite.Contexto, f *falla.Fallas, camino string) {
	f.Si(i.Fecha.After(c.Hoy()) || i.Fecha.Dias(c.Hoy()) > 366, ReglaInstruccion, camino)
}

func validarCompromiso(d fecha.Fecha, c *tramite.Contexto, f *falla.Fallas, camino string) {
	f.Si(d.Before(c.Hoy()) || c.Hoy().Dias(d) > 731, ReglaCompromiso, camino)
}

// validarDelegacion checks that the facultad is the superior's to give, and
// the span in which it is given.
func validarDelegacion(e Encargo, c *tramite.Contexto, f *falla.Fallas) {
	d := e.Contenido.Delegacion
	if d == nil {
		return
	}
	suya := c.Catalogo.Existe(d.Facultad) && !c.Catalogo.Otorga(c.Actor.Unidad, d.Facultad).IsZero() && c.Catalogo.Otorga(e.Unidad, d.Facultad).IsZero()
	f.Si(!suya, ReglaDelega, "body.contenido.delegacion.facultad")
	f.Si(d.Hasta.Before(d.Desde) || d.Hasta.Before(c.Hoy()) || d.Desde.Dias(d.Hasta) > 366, ReglaDelegaFechas, "body.contenido.delegacion.hasta")
}

// validarDeriva checks that what is passed on was received by who passes it.
func validarDeriva(e Encargo, c *tramite.Contexto, f *falla.Fallas) {
	madre := tramite.Hallar[Encomienda](c, Coleccion, e.Contenido.DerivaDe)
	if f.Si(madre == nil || madre.Unidad != c.Actor.Unidad || !madre.enCurso(), ReglaDeriva, "body.contenido.deriva_de") {
		return
	}
	f.Si(e.Compromiso.After(madre.Compromiso), ReglaDerivaFecha, "body.compromiso")
}

// Insistencia is the input of [Confirmar].
type Insistencia struct {
	Respuesta string `json:"respuesta" validate:"required,min=10,max=2000" doc:"Por qué se insiste" example:"El padrón se le asigna como apoyo, sin relevar a la otra división."`
}

// Confirmar insists on a task that was rejected.
var Confirmar = tramite.Acto[Encomienda, Insistencia]{
	Nombre: "confirmar", Titulo: "Confirmar encargo",
	Descripcion: "Contesta el rechazo e insiste en el encargo, que vuelve a esperar aceptación; tras un segundo rechazo se reasigna o se cancela.",
	De:          tramite.Desde(Rechazada), A: tramite.Hacia(Encargada), Facultades: asigna, Contrapartes: mandante, Firma: true,
	Validar: func(r Encomienda, _ Insistencia, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(len(r.Rechazos) > 1, ReglaRechazada, "body")
	},
	Aplicar: func(r *Encomienda, e Insistencia, _ tramite.Suceso) {
		r.Rechazos[len(r.Rechazos)-1].Respuesta = e.Respuesta
	},
	Ejemplo: Insistencia{Respuesta: "El padrón se le asigna como apoyo, sin relevar a la otra división."},
}

// Reasignacion is the input of [Reasignar].
type Reasignacion struct {
	Unidad      doe.ClaveUnidad `json:"unidad" validate:"required,max=40" doc:"Unidad a la que se reasigna" example:"doe-7.1.3.1.2"`
	OOAD        doe.OOAD        `json:"ooad,omitempty" validate:"omitempty,len=2,digitos" doc:"OOAD, si la unidad es regional" example:"14"`
	Compromiso  fecha.Fecha     `json:"compromiso" validate:"required" doc:"Fecha de entrega" example:"2026-04-30"`
	Motivo      string          `json:"motivo" validate:"required,min=10,max=1000" doc:"Por qué" example:"Procede la causal: corresponde a la otra división."`
	Instruccion Instruccion     `json:"instruccion" validate:"required" doc:"Instrucción a la unidad nueva"`
}

// Reasignar gives a task to another unit of the same superior: this record
// ends and another begins, tied to it.
var Reasignar = tramite.Acto[Encomienda, Reasignacion]{
	Nombre: "reasignar", Titulo: "Reasignar",
	Descripcion: "Encarga la tarea a otra unidad que depende de quien encargó; la encomienda termina y se crea la que la sustituye, con su propia instrucción.",
	De:          tramite.Desde(Encargada, Rechazada, Aceptada, Devuelta), A: tramite.Hacia(Reasignada), Facultades: asigna, Firma: true,
	Validar: func(r Encomienda, e Reasignacion, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(e.Unidad == r.Unidad && lugar(e.OOAD) == r.OOAD, ReglaMisma, "body.unidad")
		validarInstruccion(e.Instruccion, c, f, "body.instruccion.fecha")
	},
	Aplicar: func(r *Encomienda, e Reasignacion, s tramite.Suceso) {
		r.Cancelacion = &Cancelacion{Motivo: e.Motivo, SustituidaPor: e.Unidad, Autoria: autoria(s)}
	},
	Ordena: func(r Encomienda, e Reasignacion, _ *tramite.Contexto) []tramite.Orden {
		nuevo := Encargo{Unidad: e.Unidad, OOAD: e.OOAD, Compromiso: e.Compromiso, Contenido: r.Encargo, Sustituye: r.Folio}
		nuevo.Contenido.Instruccion = e.Instruccion
		return []tramite.Orden{{Coleccion: Coleccion, Acto: Encargar.Nombre, Entrada: nuevo}}
	},
	Ejemplo: Reasignacion{Unidad: "doe-7.1.3.1.2", Compromiso: fecha.MustParse("2026-04-30"), Motivo: "Procede la causal: corresponde a la otra división.",
		Instruccion: Instruccion{Medio: PorOficio, Numero: "7.1.3.1/0101/2026", Fecha: fecha.MustParse("2026-03-02")}},
}

// Cancelar ends a task that is no longer wanted, and with it what it
// delegated.
var Cancelar = tramite.Acto[Encomienda, Cancelacion]{
	Nombre: "cancelar", Titulo: "Cancelar",
	Descripcion: "Deja sin efecto la encomienda, con su motivo, y la facultad que con ella se hubiera encargado.",
	De:          tramite.DesdeCategoria(tramite.Abierta), A: tramite.Hacia(Cancelada), Facultades: asigna, Contrapartes: mandante, Firma: true,
	Aplicar: func(r *Encomienda, e Cancelacion, s tramite.Suceso) {
		e.Autoria = autoria(s)
		r.Cancelacion = &e
	},
	Ejemplo: Cancelacion{Motivo: "El diagnóstico se incorporó al programa anual."},
}

// AcusarCopia acknowledges the copy of what the coordination of an OOAD
// receives.
var AcusarCopia = tramite.Acto[Encomienda, tramite.Vacia]{
	Nombre: "acusar-copia", Titulo: "Acusar la copia",
	Descripcion: "La titularidad del OOAD acusa la copia de lo que se encargó a su coordinación de atención y orientación.",
	De:          tramite.DesdeCategoria(tramite.Abierta), Contrapartes: []tramite.Contraparte{{Rol: doe.Evaluado, Preve: "caood-7.1/18"}},
	Validar: func(r Encomienda, _ tramite.Vacia, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(r.Copia == nil || !r.Copia.Acuse.IsZero(), ReglaAcusada, "body")
	},
	Aplicar: func(r *Encomienda, _ tramite.Vacia, s tramite.Suceso) { r.Copia.Acuse = s.Dia },
}

// partes are the Director General, in what it assigned, and the head of the
// OOAD, in what it has copy of.
func partes(r Encomienda) []tramite.Parte {
	var out []tramite.Parte
	if r.Mandante != "" {
		out = append(out, tramite.Parte{Rol: doe.DireccionGeneral, Organo: r.Mandante})
	}
	if r.Copia != nil {
		out = append(out, tramite.Parte{Rol: doe.Evaluado, Organo: r.Copia.Organo})
	}
	return out
}

// rutaDeAviso is the line that a warning climbs: the superior who assigned,
// those above it, and over the directorate the Director General.
func rutaDeAviso(r Encomienda, c *tramite.Contexto) []Escalamiento {
	var out []Escalamiento
	for _, u := range c.Catalogo.Superiores(r.Unidad) {
		out = append(out, Escalamiento{Unidad: u})
	}
	if r.Unidad == doe.Raiz {
		out = append(out, Escalamiento{Organo: "organo-direccion-general"})
	}
	return out
}
