package modulo

import (
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
)

// ColeccionBuzones is the path of the mailboxes.
const ColeccionBuzones = "buzones"

// PlazoApertura is when a mailbox must be opened again.
const PlazoApertura = "apertura"

// The frequency of openings and the time to register what they yield. No norm
// read fixes them.
var terminos = plazo.Tabla{
	{Plazo: PlazoApertura, Termino: habiles(10)},
	{Plazo: PlazoCaptura, Termino: habiles(5)},
	{Plazo: PlazoAval, Termino: habiles(10)},
}

// Terminos lists the terms of mailboxes, their openings and movements.
func Terminos() plazo.Tabla { return append(plazo.Tabla(nil), terminos...) }

// ContenidoBuzon is what a mailbox is.
type ContenidoBuzon struct {
	Clave string `json:"clave" validate:"required,min=3,max=40" doc:"Clave del buzón" example:"BZ-14-003-1"`
	Sitio
	// Modulo is the desk that answers for it, when one does.
	Modulo string `json:"modulo,omitempty" validate:"omitempty,max=60" doc:"Folio del módulo que lo atiende" example:"MAO-2026-14-0000001-X"`
	// CadaDias is how often it is opened; the common frequency when zero.
	CadaDias int `json:"cada_dias,omitempty" validate:"omitempty,min=1,max=30" doc:"Cada cuántos días hábiles se abre; el término común si falta" example:"10"`
	// Defecto is what is wrong with it.
	Defecto string `json:"defecto,omitempty" validate:"omitempty,max=500" doc:"Qué tiene dañado, si algo" example:"Sin candado"`
}

// Buzon is a mailbox.
type Buzon struct {
	tramite.Cabecera
	ContenidoBuzon
	// Abierto and Apertura are the last opening.
	Abierto  fecha.Fecha `json:"abierto,omitzero" doc:"Día de la última apertura"`
	Apertura string      `json:"apertura,omitempty" doc:"Folio de la última apertura"`
	// Atrasos are the days on which the clock told that it was not opened.
	Atrasos []fecha.Fecha `json:"atrasos,omitempty" doc:"Días en que el reloj avisó que no se había abierto"`
}

func (b Buzon) desde() fecha.Fecha {
	if !b.Abierto.IsZero() {
		return b.Abierto
	}
	return b.Creado.Dia()
}

// Asentada is the input of [AsentarApertura].
type Asentada struct {
	Folio string      `json:"folio" validate:"required,max=60" doc:"Folio de la apertura" example:"APB-2026-14-0000001-X"`
	Dia   fecha.Fecha `json:"dia" validate:"required" doc:"Día de la apertura" example:"2026-03-02"`
}

// AsentarApertura moves the calendar of a mailbox to its next opening.
var AsentarApertura = tramite.Acto[Buzon, Asentada]{
	Nombre: "asentar-apertura", Titulo: "Asentar apertura", Interno: true, Descripcion: "Asienta que se abrió, y desde ese día cuenta la apertura siguiente.",
	De: tramite.Desde(tramite.Vigente), Contrapartes: elReloj,
	Aplicar: func(r *Buzon, e Asentada, _ tramite.Suceso) { r.Abierto, r.Apertura = e.Dia, e.Folio },
	Ejemplo: Asentada{Folio: "APB-2026-14-0000001-X", Dia: fecha.MustParse("2026-03-02")},
}

// AvisarApertura tells that a mailbox was not opened when it should.
var AvisarApertura = tramite.Acto[Buzon, siade.Vencimiento]{
	Nombre: "avisar-atraso", Titulo: "Avisar del atraso", Interno: true, Descripcion: "El reloj asienta que el buzón no se abrió en su fecha.",
	De: tramite.Desde(tramite.Vigente), Contrapartes: elReloj,
	Aplicar: func(r *Buzon, _ siade.Vencimiento, s tramite.Suceso) { r.Atrasos = append(r.Atrasos, s.Dia) },
	Ejemplo: siade.Vencimiento{Plazo: PlazoApertura},
}

// Buzones is the register of mailboxes.
var Buzones = tramite.MustDefinir(buzones())

func buzones() tramite.Definicion[Buzon] {
	d := tramite.Padron[Buzon, ContenidoBuzon]{
		Nombre: "buzon", Coleccion: ColeccionBuzones, Serie: "BUZ", Rama: siade.Rama,
		Titulo: "Buzón", Descripcion: "Buzón de una unidad médica o administrativa: dónde está, qué módulo lo atiende y cada cuándo se abre.",
		Facultades: registra,
		Validar: func(r Buzon, e ContenidoBuzon, c *tramite.Contexto, f *falla.Fallas) {
			f.Si(r.Clave != "" && e.Clave != r.Clave, ReglaClave, "body.clave")
			e.Sitio.validar(r.OOAD, f)
			if e.Modulo != "" {
				m := tramite.Hallar[Modulo](c, ColeccionModulos, e.Modulo)
				f.Si(m == nil || m.OOAD != r.OOAD || m.Estado == CerradoDefinitivo, ReglaModulo, "body.modulo")
			}
		},
		Copiar: func(r *Buzon, e ContenidoBuzon) { r.ContenidoBuzon = e },
		Ejemplo: ContenidoBuzon{Clave: "BZ-14-003-1", CadaDias: 10,
			Sitio: Sitio{Unidad: "JCIMS000301", Nombre: "UMF 3 Guadalajara", Lugar: "Entrada de urgencias"}},
		Unica: func(r Buzon) string { return r.Clave },
		Indices: []tramite.Indice[Buzon]{
			{Nombre: "clave", Descripcion: "Clave del buzón", De: func(r Buzon) string { return r.Clave }},
			{Nombre: "unidad_servicio", Descripcion: "CLUES o clave de la unidad", De: func(r Buzon) string { return r.Sitio.Unidad }},
			{Nombre: "modulo", Descripcion: "Folio del módulo que lo atiende", De: func(r Buzon) string { return r.Modulo }},
		},
		Texto: func(r Buzon) string { return r.Clave + " " + r.Sitio.Unidad + " " + r.Sitio.Nombre + " " + r.Lugar },
	}.Definicion()
	d.Actos = append(d.Actos, tramite.Actos[Buzon](AsentarApertura, AvisarApertura)...)
	d.Plazos = []tramite.Plazo[Buzon]{{
		Nombre: PlazoApertura, Titulo: "Apertura siguiente", Claves: tramite.En[Buzon](tramite.Vigente), Aviso: 2,
		Desde: func(r Buzon, _ string) fecha.Fecha { return r.desde() },
		Termino: func(r Buzon, _ string, d fecha.Fecha) (plazo.Termino, bool) {
			if r.CadaDias > 0 {
				return habiles(r.CadaDias), true
			}
			return terminos.De(PlazoApertura, d)
		},
		Vencido: AvisarApertura.Nombre, Alarmas: []int{0, 7, 14},
		Entrada: func(_ Buzon, k tramite.Reloj) any { return siade.Vencimiento{Plazo: k.Plazo, Clave: k.Clave} },
	}}
	return d
}
