package siade

import (
	"errors"
	"fmt"
	"slices"

	"github.com/operacion-abierta/operacion/doe/forma"
	"github.com/operacion-abierta/operacion/doe/norma"
)

// ErrVocabulario is wrapped by every error about a text that is not in a
// closed vocabulary of this package.
var ErrVocabulario = errors.New("not in the vocabulary")

// Definido is one value of a closed vocabulary.
type Definido[T ~string] struct {
	// Clave is the value as it travels.
	Clave T
	// Nombre and Descripcion are what a person reads, in Spanish.
	Nombre, Descripcion string
	// Fuente is where the value comes from.
	Fuente norma.Cita
}

// valores lists the keys of a vocabulary as JSON Schema wants them.
func valores[T ~string](tabla []Definido[T]) []string {
	out := make([]string, len(tabla))
	for i, d := range tabla {
		out[i] = string(d.Clave)
	}
	return out
}

func cerrada[T ~string](tabla []Definido[T]) forma.Forma {
	return forma.Forma{Tipo: "string", Valores: valores(tabla)}
}

func leer[T ~string](tabla []Definido[T], s string) (T, error) {
	for _, d := range tabla {
		if string(d.Clave) == s {
			return d.Clave, nil
		}
	}
	return "", fmt.Errorf("%w: want one of %v", ErrVocabulario, valores(tabla))
}

func nombrar[T ~string](tabla []Definido[T], clave T) string {
	i := slices.IndexFunc(tabla, func(d Definido[T]) bool { return d.Clave == clave })
	if i < 0 {
		return ""
	}
	return tabla[i].Nombre
}

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

var canales = []Definido[Canal]{
	{Modulo, "Módulo", "En persona, en un módulo de atención y orientación.", norma.Cita{Norma: "G000-002-003", Lugar: "7.1/6"}},
	{Buzon, "Buzón", "Papel depositado en un buzón de una unidad.", norma.Cita{Norma: "G000-002-003", Lugar: "7.1/6"}},
	{Telefono, "Teléfono", "Llamada al centro de contacto o a un módulo.", norma.Cita{Norma: "G000-002-003", Lugar: "7.1/2"}},
	{Correo, "Correo electrónico", "Mensaje a una cuenta institucional.", norma.Cita{Norma: "G000-002-003", Lugar: "7.1/2"}},
	{Chat, "Chat", "Conversación en el chat institucional.", norma.Cita{Norma: "G000-002-003", Lugar: "7.1/2"}},
	{RedesSociales, "Redes sociales", "Mensaje en las redes del Instituto.", norma.Cita{Norma: "G000-002-001", Lugar: "7.1.2.4/10"}},
	{Web, "Página web", "Formulario público, sin cuenta.", norma.Cita{Norma: "G000-002-003", Lugar: "7.1/2"}},
	{Oficio, "Oficio", "Escrito recibido en oficialía.", norma.Cita{Norma: "CPEUM", Lugar: "art. 8"}},
	{Organismo, "Organismo", "Remitida por otro órgano o dependencia.", norma.Cita{Norma: "G000-002-001", Lugar: "7.1.3/5"}},
	{AtencionCiudadana, "Atención ciudadana", "Remitida por la atención ciudadana federal.", norma.Cita{Norma: "G000-002-001", Lugar: "7.1.3.1.1/3"}},
	{GrupoOrganizado, "Grupo organizado", "Planteada en la reunión con un grupo o empresa.", norma.Cita{Norma: "G000-002-003", Lugar: "7.1/8"}},
	{Evento, "Evento", "Recogida en un evento o recorrido de orientación.", norma.Cita{Norma: "G000-002-003", Lugar: "7.1/3"}},
}

// Canales lists the channels.
func Canales() []Definido[Canal] { return slices.Clone(canales) }

// ParseCanal reads a channel. The error wraps [ErrVocabulario].
func ParseCanal(s string) (Canal, error) { return leer(canales, s) }

// FormaJSON is the closed list.
func (Canal) FormaJSON() forma.Forma { return cerrada(canales) }

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

var tiposPeticionario = []Definido[TipoPeticionario]{
	{Derechohabiente, "Derechohabiente", "Persona asegurada, pensionada o beneficiaria.", siade713},
	{Contribuyente, "Contribuyente", "Patrón o sujeto obligado.", siade713},
	{PoblacionUsuaria, "Población usuaria", "Persona que usa los servicios sin ser derechohabiente.", siade713},
	{OrganismoAutonomo, "Organismo autónomo", "Organismo constitucional autónomo.", siade713},
	{OrganismoPublico, "Organismo público", "Dependencia o entidad.", siade713},
	{OrganismoPrivado, "Organismo privado", "Empresa, asociación o sindicato.", siade713},
}

// TiposPeticionario lists the kinds of petitioner.
func TiposPeticionario() []Definido[TipoPeticionario] { return slices.Clone(tiposPeticionario) }

// ParseTipoPeticionario reads a kind of petitioner. The error wraps [ErrVocabulario].
func ParseTipoPeticionario(s string) (TipoPeticionario, error) { return leer(tiposPeticionario, s) }

// FormaJSON is the closed list.
func (TipoPeticionario) FormaJSON() forma.Forma { return cerrada(tiposPeticionario) }

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

var medios = []Definido[Medio]{
	{EnPersona, "En persona", "Se comunicó en persona.", mediosDe},
	{PorTelefono, "Teléfono", "Se comunicó por teléfono.", mediosDe},
	{PorCorreo, "Correo electrónico", "Se envió por correo electrónico.", mediosDe},
	{PorOficio, "Oficio", "Se entregó o envió un oficio.", mediosDe},
	{PorPortal, "Portal", "Se puso a la vista con folio y clave.", mediosDe},
	{PorEstrados, "Estrados", "Se fijó en los estrados de la unidad.", mediosDe},
}

// Medios lists the means of notice.
func Medios() []Definido[Medio] { return slices.Clone(medios) }

// ParseMedio reads a means of notice. The error wraps [ErrVocabulario].
func ParseMedio(s string) (Medio, error) { return leer(medios, s) }

// FormaJSON is the closed list.
func (Medio) FormaJSON() forma.Forma { return cerrada(medios) }

// pideContacto says whether the means needs a way to reach the person.
func (m Medio) pideContacto() bool { return m == PorTelefono || m == PorCorreo }
