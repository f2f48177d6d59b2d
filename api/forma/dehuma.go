package forma

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/forma"
)

// fijo is a text that Huma writes in English without a variable: its
// beginning, and what it is to say.
type fijo struct {
	inicio string
	regla  falla.Regla
}

var (
	errorInterno  = regla("error-interno", "Error interno.", "Internal error.")
	sinArchivo    = regla("archivo-requerido", "Falta el archivo.", "The file is required.")
	unArchivo     = regla("archivo-ilegible", "No se pudo leer el archivo.", "The file cannot be read.")
	archivoTipo   = regla("archivo-tipo", "El tipo del archivo no se admite.", "The type of the file is not accepted.")
	precondicion  = regla("version-obsoleta", "El registro cambió desde la versión indicada.", "The record has changed since the given version.")
	desconocido   = regla("entrada-no-valida", "La petición no es válida.", "The request is not valid.")
	parDesconoc   = regla("parametro-desconocido", "No se conoce este parámetro.", "Unknown parameter.")
	otroContenido = regla("tipo-de-contenido", "No se admite este tipo de contenido.", "This content type is not accepted.")
)

var fijos = []fijo{
	{"validation failed", regla("datos-no-validos", "Los datos enviados no son válidos.", "The data sent are not valid.")},
	{"unexpected error occurred", errorInterno},
	{"request body is required", regla("cuerpo-requerido", "Falta el cuerpo de la petición.", "The request body is required.")},
	{"request body is too large", regla("cuerpo-muy-grande", "El cuerpo de la petición es demasiado grande.", "The request body is too large.")},
	{"request body read timeout", regla("lectura-agotada", "El cuerpo tardó demasiado en llegar.", "The request body took too long to arrive.")},
	{"cannot read request body", regla("cuerpo-ilegible", "No se pudo leer el cuerpo de la petición.", "The request body cannot be read.")},
	{"cannot read multipart form", regla("formulario-ilegible", "No se pudo leer el formulario.", "The form cannot be read.")},
	{"required ", forma.Requerido},
	{"unknown query parameter", parDesconoc},
	{"expected at most one value", regla("valor-repetido", "Solo se admite un valor.", "Only one value is accepted.")},
	{"expected value to match exactly one schema but matched multiple", dosVariante},
	{"write only property is non-zero", regla("solo-escritura", "Este dato solo se escribe.", "This value is write-only.")},
	{"invalid integer", reglasTipo[entero]},
	{"invalid float", reglasTipo[numero]}, // and "invalid floating value"
	{"invalid boolean", reglasTipo[logico]},
	{"invalid date/time for format", forma.FormatoInstante},
	{"invalid url.URL value", forma.FormatoURL},
	{"invalid value: ", forma.Formato},
	{"invalid JSON: ", MalFormado},
	{"invalid character ", MalFormado},
	{"unexpected end of JSON input", MalFormado},
	{"json: ", MalFormado},
	{"unable to marshal response", regla("formato-no-disponible", "No se puede responder en el formato pedido.", "The answer is not available in the format asked for.")},
	{"unknown content type", otroContenido},
	{"unknown accept content type", otroContenido},
	{"error transforming response", errorInterno},
	{"error marshaling response", errorInterno},
	{"If-Match", precondicion},
	{"If-None-Match", precondicion},
	{"If-Modified-Since", precondicion},
	{"If-Unmodified-Since", precondicion},
	{"File required", sinArchivo},
	{"At least one file is required", sinArchivo},
	{"Multiple files received", regla("valor-repetido", "Solo se admite un archivo.", "Only one file is accepted.")},
	{"Failed to open file", unArchivo},
	{"Failed to infer file media type", archivoTipo},
	{"Invalid mime type", archivoTipo},
}

// DeMensaje is the rule behind a message of Huma's: those that [Mensajes] set,
// those that Huma writes in English, and for any other "entrada-no-valida",
// since it may repeat what the caller sent.
func DeMensaje(m string) falla.Regla {
	if p := strings.SplitN(m, sep, 5); len(p) == 5 {
		return regla(p[0], p[1], p[2])
	}
	for _, f := range fijos {
		if strings.HasPrefix(m, f.inicio) {
			return f.regla
		}
	}
	return desconocido
}

// DeHuma takes apart what Huma found. The value it saw is dropped, and a name
// that the caller chose stays in the path only when [forma.NombreVisible].
func DeHuma(d *huma.ErrorDetail) falla.Falla {
	f := DeMensaje(d.Message).Rota(Lugar(d.Location))
	if p := strings.SplitN(d.Message, sep, 5); len(p) == 5 && p[3] != "" {
		f.Ubicacion += "." + p[3]
	}
	return f
}

// ADetalle writes a fault as an error for Huma, which [DeHuma] takes apart.
func ADetalle(f falla.Falla) *huma.ErrorDetail {
	return &huma.ErrorDetail{Location: f.Ubicacion, Message: cifrar(regla(f.Codigo, f.Es, f.En), "", "")}
}

// Reunir puts what Huma, the strict reader and resolvers found into one list:
// sorted by path, each fault once, and of a null only that it is one.
func Reunir(errs []error) falla.Fallas {
	fs := make(falla.Fallas, 0, len(errs))
	for _, err := range errs {
		var d huma.ErrorDetailer
		var m *ErrMalformado
		switch {
		case errors.As(err, &m):
			fs = append(fs, m.Falla)
		case errors.As(err, &d):
			fs = append(fs, DeHuma(d.ErrorDetail()))
		default:
			fs = append(fs, desconocido.Rota(""))
		}
	}
	slices.SortStableFunc(fs, func(a, b falla.Falla) int {
		return cmp.Or(strings.Compare(a.Ubicacion, b.Ubicacion), strings.Compare(a.Codigo, b.Codigo))
	})
	fs = slices.CompactFunc(fs, func(a, b falla.Falla) bool { return a.Ubicacion == b.Ubicacion && a.Codigo == b.Codigo })
	nulos := map[string]bool{}
	for _, f := range fs {
		nulos[f.Ubicacion] = nulos[f.Ubicacion] || f.Codigo == forma.Nulo.Codigo
	}
	return slices.DeleteFunc(fs, func(f falla.Falla) bool {
		return nulos[f.Ubicacion] && f.Codigo == reglasTipo[cadena].Codigo
	})
}

// Lugar is a path cut before the first name that may carry an identity.
func Lugar(ruta string) string {
	if !strings.ContainsAny(ruta, ".") {
		return ruta
	}
	fin := 0
	for p := range strings.SplitSeq(ruta, ".") {
		nombre, indice, _ := strings.Cut(p, "[")
		if forma.NombreVisible(nombre) == "" || strings.Trim(indice, "0123456789[]") != "" {
			break
		}
		fin += len(p) + 1
	}
	return ruta[:max(fin-1, 0)]
}
