package estadistica

import (
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/envio"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/version"
	"github.com/operacion-abierta/operacion/siade"
)

// reposo is how long an event may take to be written: a cut is made as of an
// instant before which every event has been.
const reposo = 60 // seconds

// The deadlines of a cut.
const (
	PlazoValidacion  = "validacion"
	PlazoPublicacion = "publicacion"
)

// No function sets a number of days.
var terminosCorte = plazo.Tabla{
	{Plazo: PlazoValidacion, Termino: plazo.Termino{Cuenta: 5, Clase: plazo.Habiles, Calendario: plazo.LFPA, Fuente: norma.Configuracion("término para validar un corte")}},
	{Plazo: PlazoPublicacion, Termino: plazo.Termino{Cuenta: 5, Clase: plazo.Habiles, Calendario: plazo.LFPA, Fuente: norma.Configuracion("término para publicar un corte validado")}},
}

var (
	ejecuta = doe.Alguna("siade.estadistica:ejecutar")
	valida  = doe.Alguna("siade.estadistica:validar")
	difunde = doe.Alguna("siade.estadistica:difundir")
	sistema = []tramite.Contraparte{{Rol: doe.Sistema}}
)

// Ejecucion is the input of [EjecutarCorte].
type Ejecucion struct {
	Diseno  string  `json:"diseno" validate:"required,max=30" doc:"Clave del diseño" example:"MENSUAL"`
	Periodo Periodo `json:"periodo" validate:"required,max=7" doc:"Periodo" example:"2026-01"`
	// Sustituye is the published cut that it rectifies, and Motivo why.
	Sustituye string `json:"sustituye,omitempty" validate:"omitempty,max=60" doc:"Folio del corte publicado que rectifica" example:"COE-2026-09-0000001-X"`
	Motivo    string `json:"motivo,omitempty" validate:"omitempty,min=10,max=2000" doc:"Por qué se rectifica" example:"Se importaron tarde las peticiones de un OOAD."`

	Folio   string         `json:"folio_diseno,omitempty" hecho:"true" doc:"Folio del diseño"`
	Version int            `json:"version_diseno,omitempty" hecho:"true" doc:"Versión del diseño"`
	Titulo  string         `json:"titulo,omitempty" hecho:"true" doc:"Nombre del reporte"`
	Desde   fecha.Fecha    `json:"desde,omitzero" hecho:"true" doc:"Primer día"`
	Hasta   fecha.Fecha    `json:"hasta,omitzero" hecho:"true" doc:"Último día"`
	Al      fecha.Instante `json:"al,omitzero" hecho:"true" doc:"Instante del corte"`
	Numero  int            `json:"numero,omitempty" hecho:"true" doc:"Número del corte"`
}

// disenoDe is a design with its version in force on a day or, when it is later
// than that, with the one in force today; false when none is.
func disenoDe(clave string, dia fecha.Fecha, c *tramite.Contexto) (*Diseno, version.Version[ContenidoDiseno], bool) {
	d := tramite.HallarClave[Diseno](c, ColeccionDisenos, clave)
	if d == nil {
		return &Diseno{}, version.Version[ContenidoDiseno]{}, false
	}
	v, hay := d.En(dia)
	if !hay {
		v, hay = d.En(c.Hoy())
	}
	return d, v, hay
}

// rectificado is the cut that one rectifies; nil when it may not.
func (e Ejecucion) rectificado(c *tramite.Contexto) *Corte {
	x := tramite.Hallar[Corte](c, ColeccionCortes, e.Sustituye)
	if x == nil || x.Estado != Publicado || x.Diseno != e.Diseno || x.Periodo != e.Periodo || e.Motivo == "" {
		return nil
	}
	return x
}

func (e Ejecucion) numero(c *tramite.Contexto) int {
	if x := e.rectificado(c); x != nil {
		return x.Numero + 1
	}
	return 1
}

func validarEjecucion(_ Corte, e Ejecucion, c *tramite.Contexto, f *falla.Fallas) {
	k, _, hasta, err := e.Periodo.Lapso()
	if f.Si(err != nil, ReglaPeriodo, "body.periodo") {
		return
	}
	f.Si(e.Sustituye != "" && e.rectificado(c) == nil || e.Sustituye == "" && e.Motivo != "", ReglaRectifica, "body.sustituye")
	f.Si(c.FolioDe(ColeccionCortes, claveCorte(e.Diseno, e.Periodo, e.numero(c))) != "", ReglaYaHayCorte, "body.periodo")
	_, v, hay := disenoDe(e.Diseno, hasta, c)
	if f.Si(!hay, ReglaSinDiseno, "body.diseno") {
		return
	}
	f.Si(v.Contenido.Periodicidad != k, ReglaPeriodo, "body.periodo")
	f.Si(!c.Hoy().After(hasta.Sumar(v.Contenido.Espera)), ReglaNoCerrado, "body.periodo")
}

// EjecutarCorte runs the report of a period (7.1.3.1/8): its figures are made
// apart, from the events up to now.
var EjecutarCorte = tramite.Acto[Corte, Ejecucion]{
	Nombre: "ejecutar", Titulo: "Ejecutar corte", Descripcion: "Hace el reporte de un periodo ya cerrado conforme al diseño que regía al terminar o, si es posterior, al vigente; las cifras se integran enseguida, de los eventos habidos hasta este momento.",
	A: tramite.Hacia(EnIntegracion), Facultades: ejecuta, Alcance: doe.Nacional, Validar: validarEjecucion,
	Fijar: func(_ Corte, e *Ejecucion, c *tramite.Contexto) {
		_, e.Desde, e.Hasta, _ = e.Periodo.Lapso()
		d, v, _ := disenoDe(e.Diseno, e.Hasta, c)
		e.Folio, e.Version, e.Titulo, e.Al, e.Numero = d.Folio, v.Numero, v.Contenido.Nombre, alReposo(c), e.numero(c)
	},
	Aplicar: func(r *Corte, e Ejecucion, _ tramite.Suceso) {
		r.Diseno, r.FolioDiseno, r.VersionDiseno, r.Titulo, r.Periodo, r.Desde, r.Hasta = e.Diseno, e.Folio, e.Version, e.Titulo, e.Periodo, e.Desde, e.Hasta
		r.Al, r.Numero, r.Sustituye, r.Motivo = e.Al, e.Numero, e.Sustituye, e.Motivo
	},
	Ejemplo: Ejecucion{Diseno: "MENSUAL", Periodo: "2026-01"},
}

// alReposo is the last instant before which every event is written.
func alReposo(c *tramite.Contexto) fecha.Instante { return c.Ahora - reposo*1_000_000 }

// IntegrarCorte puts the figures in, which the system made.
var IntegrarCorte = tramite.Acto[Corte, Cifras]{
	Nombre: "integrar", Titulo: "Integrar", Descripcion: "El sistema asienta las cifras del corte con su huella.", Interno: true,
	De: tramite.Desde(EnIntegracion), A: tramite.Hacia(Integrado), Contrapartes: sistema,
	Validar: func(r Corte, e Cifras, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(e.Al != r.Al || !e.Integra(), ReglaHuella, "body.huella")
	},
	Aplicar: func(r *Corte, e Cifras, _ tramite.Suceso) { r.Cifras, r.Reparos = &e, nil },
	Ejemplo: cifrasDeEjemplo(),
}

func cifrasDeEjemplo() Cifras {
	c := Cifras{Al: fecha.MustParse("2026-03-02").Inicio(), Folios: 120, Cuadros: []CuadroHecho{
		{Clave: "C1", Titulo: "Peticiones por OOAD", Columnas: []string{"ooad", "registradas"}, Filas: []FilaCuadro{{[]string{"14", "120"}}}, Total: []string{"", "120"}},
	}}
	c.Huella = c.sellar()
	return c
}

// Conformidad is the input of [ValidarCorte].
type Conformidad struct {
	Folios int    `json:"folios" validate:"min=0" doc:"Folios del periodo según el registro, contados por quien valida" example:"120"`
	Nota   string `json:"nota,omitempty" validate:"omitempty,max=2000" doc:"Nota" example:"Cuadra con el registro de folios."`
}

// ValidarCorte answers for the figures (7.1.3.1.1/8): whoever does counted the
// folios of the register.
var ValidarCorte = tramite.Acto[Corte, Conformidad]{
	Nombre: "validar", Titulo: "Validar", Descripcion: "Da por buenas las cifras, después de contar los folios del periodo en el registro; si no son los que el corte cuenta, se observa.",
	De: tramite.Desde(Integrado), A: tramite.Hacia(Validado), Facultades: valida, Alcance: doe.Nacional,
	Validar: func(r Corte, e Conformidad, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(r.Cifras == nil || r.Cifras.Folios != e.Folios, ReglaFolios, "body.folios")
	},
	Aplicar: func(r *Corte, e Conformidad, s tramite.Suceso) {
		r.Validacion = &Validacion{Nota: e.Nota, Folios: e.Folios, Autoria: s.Autoria()}
	},
	Ejemplo: Conformidad{Folios: 120, Nota: "Cuadra con el registro de folios."},
}

// ObservarCorte returns it to who ran it.
var ObservarCorte = tramite.Acto[Corte, version.Devolucion]{
	Nombre: "observar", Titulo: "Observar", Descripcion: "Devuelve el corte a quien lo ejecutó, con lo que no cuadra.",
	De: tramite.Desde(Integrado), A: tramite.Hacia(Observado), Facultades: valida, Alcance: doe.Nacional,
	Aplicar: func(r *Corte, e version.Devolucion, _ tramite.Suceso) { r.Reparos = e.Reparos },
	Ejemplo: version.Devolucion{Reparos: []version.Reparo{{Lugar: "C1", Texto: "Faltan las peticiones importadas del OOAD 14."}}},
}

// Reejecucion is the input of [ReejecutarCorte].
type Reejecucion struct {
	Atencion string         `json:"atencion" validate:"required,min=5,max=2000" doc:"Qué se corrigió en el registro" example:"Se importó el renglón que faltaba."`
	Al       fecha.Instante `json:"al,omitzero" hecho:"true" doc:"Instante del corte"`
}

// ReejecutarCorte makes the figures anew, as of now.
var ReejecutarCorte = tramite.Acto[Corte, Reejecucion]{
	Nombre: "reejecutar", Titulo: "Volver a ejecutar", Descripcion: "Hace otra vez las cifras, de los eventos habidos hasta este momento.",
	De: tramite.Desde(Observado), A: tramite.Hacia(EnIntegracion), Facultades: ejecuta, Alcance: doe.Nacional,
	Fijar:   func(_ Corte, e *Reejecucion, c *tramite.Contexto) { e.Al = alReposo(c) },
	Aplicar: func(r *Corte, e Reejecucion, _ tramite.Suceso) { r.Al, r.Cifras = e.Al, nil },
	Ejemplo: Reejecucion{Atencion: "Se importó el renglón que faltaba."},
}

// PublicarCorte sends it to its recipients (7.1.3/9): from then on it stands
// for its period.
var PublicarCorte = tramite.Acto[Corte, envio.Remision]{
	Nombre: "publicar", Titulo: "Publicar", Descripcion: "La Unidad difunde el corte entre los órganos competentes; publicado no cambia: lo que después se corrija se rectifica con otro corte, que lo sustituye.",
	De: tramite.Desde(Validado), A: tramite.Hacia(Publicado), Facultades: difunde, Alcance: doe.Nacional, Firma: true,
	Validar: func(r Corte, _ envio.Remision, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(r.Cifras == nil || !r.Cifras.Integra(), ReglaHuella, "registro.cifras")
	},
	Aplicar: func(r *Corte, e envio.Remision, s tramite.Suceso) {
		r.Publicacion = &Publicacion{Para: []string{}, Autoria: s.Autoria()}
		for _, d := range e.Para {
			r.Publicacion.Para = append(r.Publicacion.Para, d.Clave())
		}
	},
	Ordena: func(r Corte, e envio.Remision, _ *tramite.Contexto) []tramite.Orden {
		out := []tramite.Orden{envio.Orden(ColeccionCortes, &r.Cabecera, e)}
		if r.Sustituye != "" {
			out = append(out, tramite.Orden{Coleccion: ColeccionCortes, Folio: r.Sustituye, Acto: SustituirCorte.Nombre, Entrada: Sustitucion{Por: r.Folio}, ComoSistema: true})
		}
		return out
	},
	Ejemplo: envio.Remision{
		Salida: envio.Salida{Asunto: "Reporte mensual de peticiones", Medio: envio.PorSistema},
		Para:   []envio.Destino{envio.A(doe.Destino{Organo: "dn-prestaciones-medicas"})},
	},
}

// Sustitucion is the input of [SustituirCorte].
type Sustitucion struct {
	Por string `json:"por" validate:"required,max=60" doc:"Folio del corte que lo sustituye" example:"COE-2026-09-0000002-X"`
}

// SustituirCorte leaves on record that another rectified it.
var SustituirCorte = tramite.Acto[Corte, Sustitucion]{
	Nombre: "sustituir", Titulo: "Sustituir", Descripcion: "Otro corte, que lo rectifica, ocupa su lugar; lo publicado se conserva.", Interno: true,
	De: tramite.Desde(Publicado), A: tramite.Hacia(Sustituido), Contrapartes: sistema,
	Aplicar: func(r *Corte, e Sustitucion, _ tramite.Suceso) { r.Sustituido = e.Por },
	Ejemplo: Sustitucion{Por: "COE-2026-09-0000002-X"},
}

// CancelarCorte ends one that is not published.
var CancelarCorte = tramite.Acto[Corte, tramite.Retiro]{
	Nombre: "cancelar", Titulo: "Cancelar", Descripcion: "Deja sin efecto un corte que no se publicó.",
	De: tramite.Desde(EnIntegracion, Integrado, Observado, Validado), A: tramite.Hacia(Cancelado), Facultades: ejecuta, Alcance: doe.Nacional,
	Aplicar: func(r *Corte, e tramite.Retiro, _ tramite.Suceso) { r.Cancelacion = e.Motivo },
	Ejemplo: tramite.Retiro{Motivo: "El diseño se va a corregir antes"},
}

func plazoCorte(nombre, titulo string, es ...tramite.Estado) tramite.Plazo[Corte] {
	return tramite.Plazo[Corte]{
		Nombre: nombre, Titulo: titulo, Aviso: 2, Claves: tramite.En[Corte](es...), Frustra: []string{"cancelar"},
		Termino: func(_ Corte, _ string, dia fecha.Fecha) (plazo.Termino, bool) { return terminosCorte.De(nombre, dia) },
	}
}

// Cortes is the definition of the cut.
var Cortes = tramite.MustDefinir(tramite.Definicion[Corte]{
	Nombre: "corte-estadistica", Coleccion: ColeccionCortes, Serie: "COE", Rama: siade.Rama,
	Titulo: "Corte estadístico", Descripcion: "Reporte de un periodo cerrado: se ejecuta conforme a un diseño, se valida contra el registro de folios y se publica; publicado no cambia, y sus cifras se reproducen de los eventos.",
	Estados: []tramite.DefEstado{
		{Nombre: EnIntegracion, Categoria: tramite.Abierta, Titulo: "En integración"},
		{Nombre: Integrado, Categoria: tramite.Abierta, Titulo: "Integrado, por validar"},
		{Nombre: Observado, Categoria: tramite.Abierta, Titulo: "Observado"},
		{Nombre: Validado, Categoria: tramite.Abierta, Titulo: "Validado, por publicar"},
		{Nombre: Publicado, Categoria: tramite.Abierta, Titulo: "Publicado"},
		{Nombre: Sustituido, Categoria: tramite.Cerrada, Titulo: "Sustituido por su rectificación"},
		{Nombre: Cancelado, Categoria: tramite.Cancelada, Titulo: "Cancelado"},
	},
	Alta:  EjecutarCorte,
	Actos: tramite.Actos[Corte](IntegrarCorte, ValidarCorte, ObservarCorte, ReejecutarCorte, PublicarCorte, SustituirCorte, CancelarCorte),
	Plazos: []tramite.Plazo[Corte]{
		plazoCorte(PlazoValidacion, "Validación del corte", EnIntegracion, Integrado, Observado),
		plazoCorte(PlazoPublicacion, "Publicación del corte", Validado),
	},
	// Who runs a report does not validate it.
	Segregacion: tramite.Segregacion{Modo: tramite.SeRehusa, Pares: []tramite.ParSegregado{{Antes: "ejecutar", Despues: "validar"}, {Antes: "reejecutar", Despues: "validar"}}},
	// What is published is for everyone.
	Comun: func(r Corte) bool { return r.Publicacion != nil },
	Unica: func(r Corte) string { return claveCorte(r.Diseno, r.Periodo, r.Numero) },
	Indices: []tramite.Indice[Corte]{
		{Nombre: "diseno", Descripcion: "Clave del diseño", De: func(r Corte) string { return r.Diseno }},
		{Nombre: "periodo", Descripcion: "Periodo", De: func(r Corte) string { return string(r.Periodo) }},
	},
	Texto: func(r Corte) string { return r.Titulo + " " + string(r.Periodo) },
})
