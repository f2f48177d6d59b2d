package siade

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/forma"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
)

// Canal is the means by which a petition came.
type Canal string

// The channels.
const (
	Modulo            Canal = "modulo"
	Buzon             Canal = "buzon"
	Telefono          Canal = "telefono"
	Correo            Canal = "correo"
	Chat              Canal = "chat"
	RedesSociales     Canal = "redes_sociales"
	Web               Canal = "web"
	Oficio            Canal = "oficio"
	Organismo         Canal = "organismo"
	AtencionCiudadana Canal = "atencion_ciudadana"
	GrupoOrganizado   Canal = "grupo_organizado"
	Evento            Canal = "evento"
)

var canales = vocabulario.Tabla[Canal]{
	{Clave: Modulo, Nombre: "Módulo", Descripcion: "En persona, en un módulo de atención y orientación.", Fuente: norma.Cita{Norma: "G000-002-003", Lugar: "7.1/6"}},
	{Clave: Buzon, Nombre: "Buzón", Descripcion: "Papel depositado en un buzón de una unidad.", Fuente: norma.Cita{Norma: "G000-002-003", Lugar: "7.1/6"}},
	{Clave: Telefono, Nombre: "Teléfono", Descripcion: "Llamada al centro de contacto o a un módulo.", Fuente: norma.Cita{Norma: "G000-002-003", Lugar: "7.1/2"}},
	{Clave: Correo, Nombre: "Correo electrónico", Descripcion: "Mensaje a una cuenta institucional.", Fuente: norma.Cita{Norma: "G000-002-003", Lugar: "7.1/2"}},
	{Clave: Chat, Nombre: "Chat", Descripcion: "Conversación en el chat institucional.", Fuente: norma.Cita{Norma: "G000-002-003", Lugar: "7.1/2"}},
	{Clave: RedesSociales, Nombre: "Redes sociales", Descripcion: "Mensaje en las redes del Instituto.", Fuente: norma.Cita{Norma: "G000-002-001", Lugar: "7.1.2.4/10"}},
	{Clave: Web, Nombre: "Página web", Descripcion: "Formulario público, sin cuenta.", Fuente: norma.Cita{Norma: "G000-002-003", Lugar: "7.1/2"}},
	{Clave: Oficio, Nombre: "Oficio", Descripcion: "Escrito recibido en oficialía.", Fuente: norma.Cita{Norma: "CPEUM", Lugar: "art. 8"}},
	{Clave: Organismo, Nombre: "Organismo", Descripcion: "Remitida por otro órgano o dependencia.", Fuente: norma.Cita{Norma: "G000-002-001", Lugar: "7.1.3/5"}},
	{Clave: AtencionCiudadana, Nombre: "Atención ciudadana", Descripcion: "Remitida por la atención ciudadana federal.", Fuente: norma.Cita{Norma: "G000-002-001", Lugar: "7.1.3.1.1/3"}},
	{Clave: GrupoOrganizado, Nombre: "Grupo organizado", Descripcion: "Planteada en la reunión con un grupo o empresa.", Fuente: norma.Cita{Norma: "G000-002-003", Lugar: "7.1/8"}},
	{Clave: Evento, Nombre: "Evento", Descripcion: "Recogida en un evento o recorrido de orientación.", Fuente: norma.Cita{Norma: "G000-002-003", Lugar: "7.1/3"}},
}

// Canales lists the channels.
func Canales() vocabulario.Tabla[Canal] { return slices.Clone(canales) }

// ParseCanal reads a channel. The error wraps [vocabulario.ErrDesconocida].
func ParseCanal(s string) (Canal, error) { return canales.Parse(s) }

// FormaJSON is the closed list.
func (Canal) FormaJSON() forma.Forma { return canales.Forma() }

// Inmediato says whether who petitions gets the receipt in the same contact.
func (c Canal) Inmediato() bool {
	return slices.Contains([]Canal{Modulo, Telefono, Chat, Web, GrupoOrganizado, Evento}, c)
}

// TipoPeticionario is the kind of person or body that petitions.
type TipoPeticionario string

// The kinds of petitioner.
const (
	Derechohabiente   TipoPeticionario = "derechohabiente"
	Contribuyente     TipoPeticionario = "contribuyente"
	PoblacionUsuaria  TipoPeticionario = "poblacion_usuaria"
	OrganismoAutonomo TipoPeticionario = "organismo_autonomo"
	OrganismoPublico  TipoPeticionario = "organismo_publico"
	OrganismoPrivado  TipoPeticionario = "organismo_privado"
)

var siade713 = norma.Cita{Norma: "G000-002-001", Lugar: "7.1.3/7"}

var tiposPeticionario = vocabulario.Tabla[TipoPeticionario]{
	{Clave: Derechohabiente, Nombre: "Derechohabiente", Descripcion: "Persona asegurada, pensionada o beneficiaria.", Fuente: siade713},
	{Clave: Contribuyente, Nombre: "Contribuyente", Descripcion: "Patrón o sujeto obligado.", Fuente: siade713},
	{Clave: PoblacionUsuaria, Nombre: "Población usuaria", Descripcion: "Persona que usa los servicios sin ser derechohabiente.", Fuente: siade713},
	{Clave: OrganismoAutonomo, Nombre: "Organismo autónomo", Descripcion: "Organismo constitucional autónomo.", Fuente: siade713},
	{Clave: OrganismoPublico, Nombre: "Organismo público", Descripcion: "Dependencia o entidad.", Fuente: siade713},
	{Clave: OrganismoPrivado, Nombre: "Organismo privado", Descripcion: "Empresa, asociación o sindicato.", Fuente: siade713},
}

// TiposPeticionario lists the kinds of petitioner.
func TiposPeticionario() vocabulario.Tabla[TipoPeticionario] { return slices.Clone(tiposPeticionario) }

// ParseTipoPeticionario reads a kind of petitioner. The error wraps [vocabulario.ErrDesconocida].
func ParseTipoPeticionario(s string) (TipoPeticionario, error) { return tiposPeticionario.Parse(s) }

// FormaJSON is the closed list.
func (TipoPeticionario) FormaJSON() forma.Forma { return tiposPeticionario.Forma() }

// Medio is how something was made known to who petitions.
type Medio string

// The means of notice.
const (
	EnPersona   Medio = "personal"
	PorTelefono Medio = "telefono"
	PorCorreo   Medio = "correo"
	PorOficio   Medio = "oficio"
	PorPortal   Medio = "portal"
	PorEstrados Medio = "estrados"
)

var mediosDe = norma.Configuracion("medios que ofrece la instalación")

var medios = vocabulario.Tabla[Medio]{
	{Clave: EnPersona, Nombre: "En persona", Descripcion: "Se comunicó en persona.", Fuente: mediosDe},
	{Clave: PorTelefono, Nombre: "Teléfono", Descripcion: "Se comunicó por teléfono.", Fuente: mediosDe},
	{Clave: PorCorreo, Nombre: "Correo electrónico", Descripcion: "Se envió por correo electrónico.", Fuente: mediosDe},
	{Clave: PorOficio, Nombre: "Oficio", Descripcion: "Se entregó o envió un oficio.", Fuente: mediosDe},
	{Clave: PorPortal, Nombre: "Portal", Descripcion: "Se puso a la vista con folio y clave.", Fuente: mediosDe},
	{Clave: PorEstrados, Nombre: "Estrados", Descripcion: "Se fijó en los estrados de la unidad.", Fuente: mediosDe},
}

// Medios lists the means of notice.
func Medios() vocabulario.Tabla[Medio] { return slices.Clone(medios) }

// ParseMedio reads a means of notice. The error wraps [vocabulario.ErrDesconocida].
func ParseMedio(s string) (Medio, error) { return medios.Parse(s) }

// FormaJSON is the closed list.
func (Medio) FormaJSON() forma.Forma { return medios.Forma() }

// pideContacto says whether the means needs a way to reach the person.
func (m Medio) pideContacto() bool { return m == PorTelefono || m == PorCorreo }
