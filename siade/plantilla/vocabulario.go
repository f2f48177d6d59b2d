package plantilla

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/forma"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
)

var (
	fnFomenta  = norma.Cita{Norma: "G000-002-001", Lugar: "7.1.3.1.1/6"}
	fnAutoriza = norma.Cita{Norma: "G000-002-001", Lugar: "7.1.3/4"}
	deTrabajo  = norma.Configuracion("plantillas de respuesta")
)

// ClaseCampo is the type of a field.
type ClaseCampo string

// The types of field.
const (
	EsTexto   ClaseCampo = "texto"
	EsFecha   ClaseCampo = "fecha"
	EsFolio   ClaseCampo = "folio"
	EsUnidad  ClaseCampo = "unidad"
	EsNumero  ClaseCampo = "numero"
	EsImporte ClaseCampo = "importe"
)

var clasesCampo = vocabulario.Tabla[ClaseCampo]{
	{Clave: EsTexto, Nombre: "Texto", Descripcion: "Hasta 2,000 caracteres, sin llaves dobles.", Fuente: deTrabajo},
	{Clave: EsFecha, Nombre: "Fecha", Descripcion: "Día AAAA-MM-DD; se escribe en palabras.", Fuente: deTrabajo},
	{Clave: EsFolio, Nombre: "Folio", Descripcion: "Folio de petición, con su carácter de control.", Fuente: deTrabajo},
	{Clave: EsUnidad, Nombre: "Unidad", Descripcion: "CLUES o clave de la unidad de servicio.", Fuente: deTrabajo},
	{Clave: EsNumero, Nombre: "Número", Descripcion: "Entero, sin signo.", Fuente: deTrabajo},
	{Clave: EsImporte, Nombre: "Importe", Descripcion: "Pesos con dos decimales o sin ellos; se escribe con separadores.", Fuente: deTrabajo},
}

// ClasesCampo lists the types of field.
func ClasesCampo() vocabulario.Tabla[ClaseCampo] { return slices.Clone(clasesCampo) }

// ParseClaseCampo reads a type. The error wraps [vocabulario.ErrDesconocida].
func ParseClaseCampo(s string) (ClaseCampo, error) { return clasesCampo.Parse(s) }

// FormaJSON is the closed list.
func (ClaseCampo) FormaJSON() forma.Forma { return clasesCampo.Forma() }

// Fuente is a datum of the record with which a field is filled.
type Fuente string

// The data of the record. None is someone's identity.
const (
	DeFolio        Fuente = "folio"
	DePresentacion Fuente = "presentacion"
	DeHoy          Fuente = "hoy"
	DeOOAD         Fuente = "ooad"
	DeTipo         Fuente = "tipo"
	DeTema         Fuente = "tema"
	DeServicio     Fuente = "servicio"
	DeUnidad       Fuente = "unidad_servicio"
	DeArea         Fuente = "area"
	DeReapertura   Fuente = "reabre_hasta"
	DeFicha        Fuente = "ficha_nombre"
	DeRequisitos   Fuente = "ficha_requisitos"
	DeDocumentos   Fuente = "ficha_documentos"
	DeDonde        Fuente = "ficha_donde"
	DeFundamento   Fuente = "ficha_fundamento"
)

var fuentes = vocabulario.Tabla[Fuente]{
	{Clave: DeFolio, Nombre: "Folio", Descripcion: "El de la petición.", Fuente: deTrabajo},
	{Clave: DePresentacion, Nombre: "Presentación", Descripcion: "Día en que se tiene por presentada.", Fuente: deTrabajo},
	{Clave: DeHoy, Nombre: "Hoy", Descripcion: "Día en que se redacta.", Fuente: deTrabajo},
	{Clave: DeOOAD, Nombre: "OOAD", Descripcion: "Nombre del órgano desconcentrado que la atiende.", Fuente: deTrabajo},
	{Clave: DeTipo, Nombre: "Tipo", Descripcion: "Clase de petición.", Fuente: deTrabajo},
	{Clave: DeTema, Nombre: "Tema", Descripcion: "Nombre del tema en el clasificador.", Fuente: deTrabajo},
	{Clave: DeServicio, Nombre: "Servicio", Descripcion: "Nombre del servicio en el clasificador.", Fuente: deTrabajo},
	{Clave: DeUnidad, Nombre: "Unidad", Descripcion: "Unidad donde ocurrió.", Fuente: deTrabajo},
	{Clave: DeArea, Nombre: "Área", Descripcion: "Unidad u órgano que la tiene turnada.", Fuente: deTrabajo},
	{Clave: DeReapertura, Nombre: "Reapertura", Descripcion: "Último día para pedir que se reabra, si ya se cerró.", Fuente: deTrabajo},
	{Clave: DeFicha, Nombre: "Ficha", Descripcion: "Nombre de la ficha de consulta con que se responde.", Fuente: deTrabajo},
	{Clave: DeRequisitos, Nombre: "Requisitos", Descripcion: "Los de la ficha.", Fuente: deTrabajo},
	{Clave: DeDocumentos, Nombre: "Documentos", Descripcion: "Los de la ficha.", Fuente: deTrabajo},
	{Clave: DeDonde, Nombre: "Dónde", Descripcion: "Lugares de la ficha.", Fuente: deTrabajo},
	{Clave: DeFundamento, Nombre: "Fundamento", Descripcion: "El de la ficha.", Fuente: deTrabajo},
}

// Fuentes lists the data of the record.
func Fuentes() vocabulario.Tabla[Fuente] { return slices.Clone(fuentes) }

// ParseFuente reads one. The error wraps [vocabulario.ErrDesconocida].
func ParseFuente(s string) (Fuente, error) { return fuentes.Parse(s) }

// FormaJSON is the closed list.
func (Fuente) FormaJSON() forma.Forma { return fuentes.Forma() }

// clase is the type of the datum.
func (d Fuente) clase() ClaseCampo {
	switch d {
	case DeFolio:
		return EsFolio
	case DePresentacion, DeHoy, DeReapertura:
		return EsFecha
	case DeUnidad:
		return EsUnidad
	}
	return EsTexto
}

// Origen is where the value of a field came from.
type Origen string

// Where a value may come from.
const (
	DelExpediente Origen = "expediente"
	DadoAMano     Origen = "dado"
	Vacio         Origen = "vacio"
)

var origenes = vocabulario.Tabla[Origen]{
	{Clave: DelExpediente, Nombre: "Expediente", Descripcion: "Se tomó del expediente o de la ficha.", Fuente: deTrabajo},
	{Clave: DadoAMano, Nombre: "Dado", Descripcion: "Lo dio quien redacta.", Fuente: deTrabajo},
	{Clave: Vacio, Nombre: "Vacío", Descripcion: "Es opcional y no se dio.", Fuente: deTrabajo},
}

// Origenes lists where a value may come from.
func Origenes() vocabulario.Tabla[Origen] { return slices.Clone(origenes) }

// ParseOrigen reads one. The error wraps [vocabulario.ErrDesconocida].
func ParseOrigen(s string) (Origen, error) { return origenes.Parse(s) }

// FormaJSON is the closed list.
func (Origen) FormaJSON() forma.Forma { return origenes.Forma() }
