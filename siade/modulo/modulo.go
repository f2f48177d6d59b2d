package modulo

import (
	"fmt"
	"regexp"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/identificador"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
)

// ColeccionModulos is the path of the desks.
const ColeccionModulos = "modulos"

// The states of a desk.
const (
	Abierto           tramite.Estado = "abierto"
	CerradoTemporal   tramite.Estado = "cerrado_temporal"
	CerradoDefinitivo tramite.Estado = "cerrado"
)

// PlazoReapertura is the day a temporary closing should end.
const PlazoReapertura = "reapertura"

// MaxPlazas is how many posts a desk may have.
const MaxPlazas = 40

// Sitio is where a desk or a mailbox is.
type Sitio struct {
	// Unidad is the CLUES or the IMSS key of the medical or administrative unit.
	Unidad string `json:"unidad_servicio" validate:"required,max=20" doc:"CLUES o clave de la unidad en que está" example:"JCIMS000301"`
	Nombre string `json:"sitio" validate:"required,min=3,max=200" doc:"Nombre de la unidad" example:"UMF 3 Guadalajara"`
	Lugar  string `json:"lugar" validate:"required,min=3,max=200" doc:"Dónde está dentro de la unidad" example:"Vestíbulo, junto a archivo clínico"`
}

// claveUnidad is the institutional key of a unit: delegation, kind, number and
// department.
var claveUnidad = regexp.MustCompile(`^[0-9]{2}[A-Z]{2}[0-9]{2}[0-9A-Z]{4}$`)

// validar checks the key of the unit, and that it is of the Institute and, when
// it says of which delegation, of the OOAD of the record.
func (s Sitio) validar(o doe.OOAD, f *falla.Fallas) {
	if c, _, err := identificador.ParseCLUES(s.Unidad); err == nil {
		f.Si(!c.DelIMSS(), ReglaUnidad, "body.unidad_servicio")
		return
	}
	if f.Si(!claveUnidad.MatchString(s.Unidad), ReglaUnidad, "body.unidad_servicio") {
		return
	}
	suyo, err := doe.ParseOOAD(s.Unidad[:2])
	f.Si(err != nil || suyo != o, ReglaDeOtro, "body.unidad_servicio")
}

// ContenidoModulo is what a desk is.
type ContenidoModulo struct {
	// Clave is the key by which the coordination knows it.
	Clave string `json:"clave" validate:"required,min=3,max=40" doc:"Clave del módulo" example:"MAO-14-003"`
	Sitio
	Horario   []Jornada  `json:"horario" validate:"required,min=1,max=14,dive" doc:"Horario de servicio por día de la semana, hora local"`
	Servicios []Servicio `json:"servicios" validate:"required,min=1,max=10,unique,dive,required" doc:"Qué ofrece" example:"[\"orientacion\",\"gestion\",\"quejas\"]"`
	// Encargado is the account of who answers for the desk.
	Encargado string `json:"encargado" validate:"required,max=120" doc:"Cuenta de quien responde por el módulo" example:"titular-caood-14"`
}

// Plaza is an authorised post of a desk, with who has it.
type Plaza struct {
	Clave     string      `json:"clave" validate:"required,min=3,max=40" doc:"Clave de la plaza" example:"14-0001234"`
	Puesto    Puesto      `json:"puesto" validate:"required" doc:"Clase de puesto" example:"tecnico_ao"`
	Turno     []Jornada   `json:"turno" validate:"required,min=1,max=7,dive" doc:"Jornada de la plaza, hora local"`
	Documento string      `json:"documento" validate:"required,max=200" doc:"Documento que la autoriza" example:"Plantilla autorizada 2026, folio 14/0387"`
	Desde     fecha.Fecha `json:"desde" validate:"required" doc:"Desde cuándo está autorizada" example:"2026-01-01"`

	// Titular is the attendant whose post it is, and AusenteHasta until when a
	// temporary movement keeps that person elsewhere.
	Titular      string      `json:"titular,omitempty" hecho:"true" doc:"Folio de la persona TAOD que la ocupa" example:"TAOD-2026-14-0000001-X"`
	AusenteHasta fecha.Fecha `json:"ausente_hasta,omitzero" hecho:"true" doc:"Último día en que la persona está en otro lugar por un cambio temporal"`
	// Cubre is who covers it by a temporary movement, until CubreHasta.
	Cubre      string      `json:"cubre,omitempty" hecho:"true" doc:"Folio de la persona TAOD que la cubre por un cambio temporal"`
	CubreHasta fecha.Fecha `json:"cubre_hasta,omitzero" hecho:"true" doc:"Último día en que la cubre"`
}

// Vacante says whether it is nobody's.
func (p Plaza) Vacante() bool { return p.Titular == "" }

// Atiende is who staffs it now; empty when nobody does.
func (p Plaza) Atiende() string {
	if p.Cubre != "" {
		return p.Cubre
	}
	if p.AusenteHasta.IsZero() {
		return p.Titular
	}
	return ""
}

// Cierre is why a desk is closed and since when.
type Cierre struct {
	Causa  CausaCierre `json:"causa" validate:"required" doc:"Causa" example:"obra"`
	Motivo string      `json:"motivo" validate:"required,min=5,max=1000" doc:"Motivo" example:"Se remodela el vestíbulo de la unidad."`
	Desde  fecha.Fecha `json:"desde" validate:"required" doc:"Primer día cerrado" example:"2026-03-02"`
	// Hasta is the last day of a temporary closing.
	Hasta fecha.Fecha `json:"hasta,omitzero" doc:"Último día cerrado, si es temporal" example:"2026-03-31"`
	// Atiende is where people are attended meanwhile.
	Atiende string `json:"atiende,omitempty" validate:"omitempty,max=300" doc:"Dónde se atiende mientras tanto" example:"Módulo de la UMF 2"`
}

// Modulo is a desk.
type Modulo struct {
	tramite.Cabecera
	ContenidoModulo
	Plazas []Plaza `json:"plazas,omitempty" doc:"Plazas autorizadas, con quien las ocupa"`
	Cierre *Cierre `json:"cierre,omitempty" doc:"Por qué está cerrado y desde cuándo"`
}

// Plaza finds a post by its key.
func (m *Modulo) Plaza(clave string) *Plaza {
	for i := range m.Plazas {
		if m.Plazas[i].Clave == clave {
			return &m.Plazas[i]
		}
	}
	return nil
}

// Descubierto lists when the desk is open and has nobody.
func (m Modulo) Descubierto() []Hueco { return Descubierto(m.Horario, m.turnos("")...) }

// turnos are the shifts of those who staff it, leaving a person out.
func (m Modulo) turnos(sin string) [][]Jornada {
	var out [][]Jornada
	for _, p := range m.Plazas {
		if q := p.Atiende(); q != "" && q != sin {
			out = append(out, p.Turno)
		}
	}
	return out
}

// SinNadie lists what the desk would have nobody for if a person left it, and
// has somebody for now.
func (m Modulo) SinNadie(persona string) []Hueco {
	var suyo []Jornada
	for _, p := range m.Plazas {
		if p.Atiende() == persona {
			suyo = append(suyo, p.Turno...)
		}
	}
	abre, otros := enSemana(m.Horario...), enSemana(slices.Concat(m.turnos(persona)...)...)
	return abre.menos(otros).menos(abre.menos(enSemana(suyo...))).huecos()
}

// The facultades of the desks. Registering and opening mailboxes are holes of
// the manuals that the regional coordination fills as who supervises desks
// (rule 25); 7.1.3.1 fills them for the central ones.
var (
	registra = doe.Alguna("siade.modulos:registrar")
	coordina = doe.Alguna("siade.modulos:coordinar")
	elReloj  = []tramite.Contraparte{{Rol: doe.Sistema}}
	abiertos = tramite.Desde(Abierto, CerradoTemporal)
)

var contenidoModulo = ContenidoModulo{
	Clave: "MAO-14-003", Sitio: Sitio{Unidad: "JCIMS000301", Nombre: "UMF 3 Guadalajara", Lugar: "Vestíbulo, junto a archivo clínico"},
	Horario:   []Jornada{{Dias: []Dia{Lunes, Martes, Miercoles, Jueves, Viernes}, De: 8 * 60, A: 20 * 60}},
	Servicios: []Servicio{Orientar, Gestionar, RecibirQuejas}, Encargado: "titular-caood-14",
}

// RegistrarModulo enters a desk.
var RegistrarModulo = tramite.Acto[Modulo, ContenidoModulo]{
	Nombre: "registrar", Titulo: "Registrar",
	Descripcion: "Da de alta un módulo en su unidad, con horario, servicios y quien responde por él. Sus plazas se autorizan aparte.",
	A:           tramite.Hacia(Abierto), Facultades: registra, Alcance: doe.Nacional,
	Validar: validarModulo, Aplicar: aplicarModulo, Ejemplo: contenidoModulo,
}

// ModificarModulo changes what a desk is.
var ModificarModulo = tramite.Acto[Modulo, ContenidoModulo]{
	Nombre: "modificar", Titulo: "Modificar", Descripcion: "Sustituye los datos del módulo; lo anterior queda en su historial. La clave no cambia.",
	De: abiertos, Facultades: registra, Alcance: doe.Nacional,
	Validar: func(r Modulo, e ContenidoModulo, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(e.Clave != r.Clave, ReglaClave, "body.clave")
		validarModulo(r, e, c, f)
	},
	Aplicar: aplicarModulo, Ejemplo: contenidoModulo,
}

func validarModulo(r Modulo, e ContenidoModulo, _ *tramite.Contexto, f *falla.Fallas) {
	e.Sitio.validar(r.OOAD, f)
	validarHorario(e.Horario, f, "body.horario")
}

func aplicarModulo(r *Modulo, e ContenidoModulo, _ tramite.Suceso) { r.ContenidoModulo = e }

// CerrarTemporalmente closes a desk for a time.
var CerrarTemporalmente = tramite.Acto[Modulo, Cierre]{
	Nombre: "cerrar-temporalmente", Titulo: "Cerrar por un tiempo",
	Descripcion: "Cierra el módulo con su causa, desde qué día y hasta cuándo, y dice dónde se atiende mientras tanto. Con él cerrado se prorroga cerrándolo de nuevo.",
	De:          abiertos, A: tramite.Hacia(CerradoTemporal), Facultades: registra, Alcance: doe.Nacional,
	Validar: func(_ Modulo, e Cierre, c *tramite.Contexto, f *falla.Fallas) {
		validarCierre(e, c, f)
		f.Si(e.Hasta.IsZero() || e.Hasta.Before(c.Hoy()) || e.Hasta.Before(e.Desde), ReglaHastaCierre, "body.hasta")
		f.Si(e.Atiende == "", ReglaAtiende, "body.atiende")
	},
	Aplicar: func(r *Modulo, e Cierre, _ tramite.Suceso) { r.Cierre = &e },
	Ejemplo: Cierre{Causa: PorObra, Motivo: "Se remodela el vestíbulo de la unidad.", Desde: fecha.MustParse("2026-03-02"), Hasta: fecha.MustParse("2026-03-31"), Atiende: "Módulo de la UMF 2"},
}

// validarCierre checks the first day: today, or a day of the last thirty that
// is told late.
func validarCierre(e Cierre, c *tramite.Contexto, f *falla.Fallas) {
	f.Si(e.Desde.After(c.Hoy()) || e.Desde.Dias(c.Hoy()) > 30, ReglaDesdeCierre, "body.desde")
}

// CerrarModulo closes a desk for good.
var CerrarModulo = tramite.Acto[Modulo, Cierre]{
	Nombre: "cerrar", Titulo: "Cerrar en definitiva",
	Descripcion: "Cierra el módulo en definitiva. Antes sale de él su personal, por movimiento, y se suprimen sus plazas.",
	De:          abiertos, A: tramite.Hacia(CerradoDefinitivo), Facultades: coordina, Alcance: doe.Nacional,
	Validar: func(r Modulo, e Cierre, c *tramite.Contexto, f *falla.Fallas) {
		validarCierre(e, c, f)
		f.Si(!e.Hasta.IsZero(), ReglaHastaCierre, "body.hasta")
		f.Si(len(r.Plazas) > 0, ReglaConPlazas, "body")
	},
	Aplicar: func(r *Modulo, e Cierre, _ tramite.Suceso) { r.Cierre = &e },
	Ejemplo: Cierre{Causa: UnidadCerrada, Motivo: "La unidad dejó de prestar servicio.", Desde: fecha.MustParse("2026-03-02")},
}

// Reapertura is the input of [ReabrirModulo].
type Reapertura struct {
	Motivo string `json:"motivo" validate:"required,min=5,max=1000" doc:"Motivo" example:"Terminó la obra."`
}

// ReabrirModulo opens again a desk that closed.
var ReabrirModulo = tramite.Acto[Modulo, Reapertura]{
	Nombre: "reabrir", Titulo: "Reabrir", Descripcion: "Vuelve a abrir un módulo cerrado.",
	De: tramite.Desde(CerradoTemporal, CerradoDefinitivo), A: tramite.Hacia(Abierto), Facultades: registra, Alcance: doe.Nacional,
	Aplicar: func(r *Modulo, _ Reapertura, _ tramite.Suceso) { r.Cierre = nil },
	Ejemplo: Reapertura{Motivo: "Terminó la obra."},
}

// AutorizarPlaza adds a post to the desk's authorised ones.
var AutorizarPlaza = tramite.Acto[Modulo, Plaza]{
	Nombre: "asentar-plaza", Titulo: "Asentar plaza autorizada",
	Descripcion: "Asienta una plaza autorizada para el módulo, con su puesto, su turno y el documento que la autoriza. Nace vacante.",
	De:          abiertos, Facultades: coordina, Alcance: doe.Nacional,
	Validar: func(r Modulo, e Plaza, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(r.Plaza(e.Clave) != nil, ReglaPlazaRepetida, "body.clave")
		f.Si(len(r.Plazas) >= MaxPlazas, ReglaMaxPlazas, "body")
		f.Si(e.Desde.After(c.Hoy()), ReglaPlazaFutura, "body.desde")
		validarHorario(e.Turno, f, "body.turno")
	},
	Fijar: func(_ Modulo, e *Plaza, _ *tramite.Contexto) {
		e.Titular, e.Cubre, e.AusenteHasta, e.CubreHasta = "", "", fecha.Fecha{}, fecha.Fecha{}
	},
	Aplicar: func(r *Modulo, e Plaza, _ tramite.Suceso) { r.Plazas = append(r.Plazas, e) },
	Ejemplo: Plaza{
		Clave: "14-0001234", Puesto: Tecnica, Turno: []Jornada{{Dias: []Dia{Lunes, Martes, Miercoles, Jueves, Viernes}, De: 8 * 60, A: 15*60 + 30}},
		Documento: "Plantilla autorizada 2026, folio 14/0387", Desde: fecha.MustParse("2026-01-01"),
	},
}

// Supresion is the input of [SuprimirPlaza].
type Supresion struct {
	Plaza     string `json:"plaza" validate:"required,max=40" doc:"Clave de la plaza" example:"14-0001234"`
	Documento string `json:"documento" validate:"required,max=200" doc:"Documento que la suprime o la lleva a otro módulo" example:"Plantilla autorizada 2026, adenda 2"`
}

// SuprimirPlaza takes a vacant post away.
var SuprimirPlaza = tramite.Acto[Modulo, Supresion]{
	Nombre: "suprimir-plaza", Titulo: "Suprimir plaza", Descripcion: "Quita del módulo una plaza que nadie ocupa ni cubre, con su documento.",
	De: abiertos, Facultades: coordina, Alcance: doe.Nacional,
	Validar: func(r Modulo, e Supresion, _ *tramite.Contexto, f *falla.Fallas) {
		p := r.Plaza(e.Plaza)
		f.Si(p == nil, ReglaSinPlaza, "body.plaza")
		f.Si(p != nil && (!p.Vacante() || p.Cubre != ""), ReglaPlazaOcupada, "body.plaza")
	},
	Aplicar: func(r *Modulo, e Supresion, _ tramite.Suceso) {
		r.Plazas = slices.DeleteFunc(r.Plazas, func(p Plaza) bool { return p.Clave == e.Plaza })
	},
	Ejemplo: Supresion{Plaza: "14-0001234", Documento: "Plantilla autorizada 2026, adenda 2"},
}

// Efecto is what happens to a post.
type Efecto string

// The effects: a person takes the post or leaves it for good, is elsewhere for
// a time or is back, covers it for a time or no more.
const (
	Ocupa    Efecto = "ocupa"
	Desocupa Efecto = "desocupa"
	Ausenta  Efecto = "ausenta"
	Vuelve   Efecto = "vuelve"
	Cubre    Efecto = "cubre"
	Descubre Efecto = "descubre"
)

// CambioPlaza is the input of [AsentarOcupacion].
type CambioPlaza struct {
	Plaza   string      `json:"plaza" validate:"required,max=40" doc:"Clave de la plaza" example:"14-0001234"`
	Tecnico string      `json:"tecnico" validate:"required,max=60" doc:"Folio de la persona TAOD" example:"TAOD-2026-14-0000001-X"`
	Efecto  Efecto      `json:"efecto" validate:"required,oneof=ocupa desocupa ausenta vuelve cubre descubre" doc:"Qué pasa con la plaza" example:"ocupa"`
	Hasta   fecha.Fecha `json:"hasta,omitzero" doc:"Último día, si es por un tiempo"`
	// Origen is the movement it follows from; empty for the first filling.
	Origen string `json:"origen,omitempty" validate:"omitempty,max=60" doc:"Folio del movimiento" example:"MOV-2026-14-0000001-X"`
}

// estorba says whether an effect cannot be: the post is another's, or is not
// the person's to leave.
func (p *Plaza) estorba(e CambioPlaza) bool {
	switch e.Efecto {
	case Ocupa:
		return p.Titular != "" || p.Cubre != ""
	case Cubre:
		libre := p.Titular == "" || !p.AusenteHasta.IsZero() && !e.Hasta.After(p.AusenteHasta)
		return p.Cubre != "" || !libre || p.Titular == e.Tecnico
	case Descubre:
		return p.Cubre != e.Tecnico
	case Desocupa, Ausenta, Vuelve:
		return p.Titular != e.Tecnico
	}
	return true
}

func (p *Plaza) aplicar(e CambioPlaza) {
	switch e.Efecto {
	case Ocupa:
		p.Titular = e.Tecnico
	case Desocupa:
		p.Titular, p.AusenteHasta = "", fecha.Fecha{}
	case Ausenta:
		p.AusenteHasta = e.Hasta
	case Vuelve:
		p.AusenteHasta = fecha.Fecha{}
	case Cubre:
		p.Cubre, p.CubreHasta = e.Tecnico, e.Hasta
	case Descubre:
		p.Cubre, p.CubreHasta = "", fecha.Fecha{}
	}
}

// AsentarOcupacion records who takes or leaves a post. Movements do it on
// their day.
var AsentarOcupacion = tramite.Acto[Modulo, CambioPlaza]{
	Nombre: "asentar-ocupacion", Titulo: "Asentar ocupación", Interno: true,
	Descripcion: "Asienta quién toma o deja una plaza, como consecuencia de un movimiento.",
	De:          abiertos, Contrapartes: elReloj,
	Validar: func(r Modulo, e CambioPlaza, _ *tramite.Contexto, f *falla.Fallas) {
		p := r.Plaza(e.Plaza)
		if !f.Si(p == nil, ReglaSinPlaza, "body.plaza") {
			f.Si(p.estorba(e), ReglaPlazaOcupada, "body.plaza")
		}
	},
	Aplicar: func(r *Modulo, e CambioPlaza, _ tramite.Suceso) {
		if p := r.Plaza(e.Plaza); p != nil {
			p.aplicar(e)
		}
	},
	Ejemplo: CambioPlaza{Plaza: "14-0001234", Tecnico: "TAOD-2026-14-0000001-X", Efecto: Ocupa, Origen: "MOV-2026-14-0000001-X"},
}

// Modulos is the register of desks.
var Modulos = tramite.MustDefinir(tramite.Definicion[Modulo]{
	Nombre: "modulo", Coleccion: ColeccionModulos, Serie: "MAO", Rama: siade.Rama,
	Titulo: "Módulo", Descripcion: "Módulo de atención y orientación: dónde está, cuándo abre, qué ofrece, quién responde por él, sus plazas autorizadas y quién las ocupa.",
	Estados: []tramite.DefEstado{
		{Nombre: Abierto, Categoria: tramite.Abierta, Titulo: "Abierto"},
		{Nombre: CerradoTemporal, Categoria: tramite.Abierta, Titulo: "Cerrado por un tiempo"},
		{Nombre: CerradoDefinitivo, Categoria: tramite.Cerrada, Titulo: "Cerrado"},
	},
	Alta: RegistrarModulo,
	Actos: tramite.Actos[Modulo](ModificarModulo, CerrarTemporalmente, CerrarModulo, ReabrirModulo, AutorizarPlaza, SuprimirPlaza, AsentarOcupacion,
		tramite.Adjuntar[Modulo](tramite.Base{De: abiertos, Facultades: registra, Alcance: doe.Nacional})),
	Plazos: []tramite.Plazo[Modulo]{{
		Nombre: PlazoReapertura, Titulo: "Reapertura", Claves: tramite.En[Modulo](CerradoTemporal), Aviso: 5,
		Fecha: func(r Modulo, _ string) fecha.Fecha { return r.Cierre.Hasta },
	}},
	Unica: func(r Modulo) string { return r.Clave },
	Indices: []tramite.Indice[Modulo]{
		{Nombre: "clave", Descripcion: "Clave del módulo", De: func(r Modulo) string { return r.Clave }},
		{Nombre: "unidad_servicio", Descripcion: "CLUES o clave de la unidad", De: func(r Modulo) string { return r.Sitio.Unidad }},
		{Nombre: "vacantes", Descripcion: "Si tiene plazas vacantes", Valores: siNo, De: func(r Modulo) string { return siONo(slices.ContainsFunc(r.Plazas, Plaza.Vacante)) }},
		{Nombre: "descubierto", Descripcion: "Si abre y no tiene quien atienda a alguna hora", Valores: siNo, De: func(r Modulo) string {
			return siONo(r.Estado == Abierto && len(r.Descubierto()) > 0)
		}},
	},
	Texto: func(r Modulo) string {
		return fmt.Sprintf("%s %s %s %s", r.Clave, r.Sitio.Unidad, r.Sitio.Nombre, r.Lugar)
	},
})

var siNo = []string{"si", "no"}

func siONo(b bool) string {
	if b {
		return "si"
	}
	return "no"
}
