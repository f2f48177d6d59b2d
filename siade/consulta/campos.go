package consulta

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/forma"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
)

// Campo is a part of a card that is searched.
type Campo string

// The fields, in the order that a match is told.
const (
	EnNombre     Campo = "nombre"
	EnSinonimos  Campo = "sinonimos"
	EnClave      Campo = "clave"
	EnPreguntas  Campo = "preguntas"
	EnResumen    Campo = "resumen"
	EnQuienes    Campo = "quienes"
	EnRequisitos Campo = "requisitos"
	EnDocumentos Campo = "documentos"
	EnPasos      Campo = "pasos"
	EnDonde      Campo = "donde"
	EnFundamento Campo = "fundamento"
)

var campos = vocabulario.Tabla[Campo]{
	{Clave: EnNombre, Nombre: "Nombre", Descripcion: "El nombre oficial.", Fuente: deTrabajo},
	{Clave: EnSinonimos, Nombre: "Sinónimos", Descripcion: "Los nombres que usa la gente.", Fuente: deTrabajo},
	{Clave: EnClave, Nombre: "Clave", Descripcion: "La clave de la ficha.", Fuente: deTrabajo},
	{Clave: EnPreguntas, Nombre: "Preguntas", Descripcion: "Las preguntas frecuentes.", Fuente: deTrabajo},
	{Clave: EnResumen, Nombre: "Resumen", Descripcion: "Qué es.", Fuente: deTrabajo},
	{Clave: EnQuienes, Nombre: "Quiénes", Descripcion: "Quiénes tienen derecho.", Fuente: deTrabajo},
	{Clave: EnRequisitos, Nombre: "Requisitos", Descripcion: "Qué debe cumplirse.", Fuente: deTrabajo},
	{Clave: EnDocumentos, Nombre: "Documentos", Descripcion: "Qué se presenta.", Fuente: deTrabajo},
	{Clave: EnPasos, Nombre: "Pasos", Descripcion: "Cómo se hace.", Fuente: deTrabajo},
	{Clave: EnDonde, Nombre: "Dónde", Descripcion: "Dónde y por qué medio.", Fuente: deTrabajo},
	{Clave: EnFundamento, Nombre: "Fundamento", Descripcion: "La norma en que descansa.", Fuente: deTrabajo},
}

// Campos lists the fields.
func Campos() vocabulario.Tabla[Campo] { return slices.Clone(campos) }

// ParseCampo reads a field. The error wraps [vocabulario.ErrDesconocida].
func ParseCampo(s string) (Campo, error) { return campos.Parse(s) }

// FormaJSON is the closed list.
func (Campo) FormaJSON() forma.Forma { return campos.Forma() }

// afinacion is how much a word in a field counts, and how many words the field
// usually has: in a longer one each counts for less.
type afinacion struct{ peso, largo float64 }

var afinaciones = map[Campo]afinacion{
	EnNombre: {6, 4}, EnSinonimos: {5, 8}, EnClave: {6, 2}, EnPreguntas: {2.5, 30}, EnResumen: {2, 16}, EnQuienes: {1, 16},
	EnRequisitos: {1, 20}, EnDocumentos: {1, 16}, EnPasos: {0.8, 24}, EnDonde: {0.5, 16}, EnFundamento: {0.5, 6},
}

// textos are the texts of a field of a card.
func textos(clave string, e *Contenido, c Campo) []string {
	var out []string
	switch c {
	case EnNombre:
		return []string{e.Nombre}
	case EnSinonimos:
		return e.Sinonimos
	case EnClave:
		return []string{clave}
	case EnPreguntas:
		for _, p := range e.Preguntas {
			out = append(out, p.Pregunta+" "+p.Respuesta)
		}
	case EnResumen:
		return []string{e.Resumen}
	case EnQuienes:
		return e.Quienes
	case EnRequisitos:
		return e.Requisitos
	case EnDocumentos:
		for _, d := range e.Documentos {
			out = append(out, d.Nombre+" "+d.Nota)
		}
	case EnPasos:
		return e.Pasos
	case EnDonde:
		for _, l := range e.Donde {
			out = append(out, l.Donde)
		}
	case EnFundamento:
		for _, x := range e.Fundamento {
			out = append(out, x.Norma+" "+x.Lugar)
		}
	}
	return out
}
