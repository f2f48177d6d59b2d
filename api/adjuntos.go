package api

import (
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"net/textproto"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/danielgtaylor/huma/v2"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	doeforma "github.com/operacion-abierta/operacion/doe/forma"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// tiposAdjunto are the content types that files may have: documents, images,
// sound and video that people bring, and nothing that a browser would run.
var tiposAdjunto = []string{
	"application/pdf", "image/jpeg", "image/png", "image/webp", "image/tiff", "text/plain", "text/csv", "audio/mpeg", "audio/ogg", "audio/mp4", "video/mp4",
	"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	"application/vnd.openxmlformats-officedocument.presentationml.presentation", "application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.spreadsheet",
	"application/zip",
}

var (
	faltaArchivo = falla.Regla{Codigo: "archivo-requerido", Es: "Falta el archivo, en la parte «archivo» del formulario.", En: "The file is missing, in the part “archivo” of the form."}
	archivoVacio = falla.Regla{Codigo: "archivo-vacio", Es: "El archivo está vacío.", En: "The file is empty."}
	malNombre    = falla.Regla{Codigo: "nombre-de-archivo-no-valido", Es: "El archivo necesita un nombre de 1 a 200 caracteres, sin caracteres de control.", En: "The file needs a name of 1 to 200 characters, without control characters."}
	otroArchivo  = falla.Regla{Codigo: "archivo-tipo", Es: "El tipo del archivo no se admite.", En: "The type of the file is not accepted."}
	malFormul    = falla.Regla{Codigo: "formulario-ilegible", Es: "El formulario no se puede leer.", En: "The form cannot be read."}
	otraParte    = falla.Regla{Codigo: "propiedad-desconocida", Es: "El formulario solo lleva la parte «archivo».", En: "The form only takes the part “archivo”."}
)

const parteArchivo = "archivo"

// montarAdjuntos adds the upload and the download of the files of a record.
func (k *coleccion) montarAdjuntos(a tramite.DefActo) {
	descripcion, extensiones := k.describir(a)
	k.s.montar(operacion{
		Operation: huma.Operation{
			Method: http.MethodPost, Path: k.ruta("/{folio}/adjuntos"), OperationID: k.id(a.Nombre),
			Summary: a.Titulo, Description: descripcion, Tags: []string{k.tag}, Extensions: extensiones, RequestBody: cuerpoArchivo(tiposAdjunto...),
		},
		parametros: []parametro{k.folio(), deSiVersion(), deIdempotencia()},
		respuesta:  k.respuestaRegistro("El expediente con el archivo.", "ETag"),
		errores:    []int{http.StatusForbidden, http.StatusConflict, http.StatusPreconditionFailed},
		atender:    func(c *caso) (respuesta, error) { return c.adjuntar(k.t, c.actor) },
	})
	op := k.leer("/{folio}/adjuntos/{sha256}", "adjunto-leer", "Descargar un archivo", "El contenido de un archivo del expediente.",
		deBytes("application/octet-stream", "El archivo."), k.descargar, k.folio(), deRuta("sha256", "Huella SHA-256 del archivo", strings.Repeat("0", 64), 64))
	k.s.montar(op)
}

// cuerpoArchivo describes a form with one file of some types.
func cuerpoArchivo(tipos ...string) *huma.RequestBody {
	return &huma.RequestBody{Required: true, Content: map[string]*huma.MediaType{"multipart/form-data": {
		Schema: &huma.Schema{
			Type: huma.TypeObject, Required: []string{parteArchivo}, AdditionalProperties: false,
			Properties: map[string]*huma.Schema{parteArchivo: {Type: huma.TypeString, Format: "binary", Description: "El archivo, con su nombre y su tipo de contenido"}},
		},
		Encoding: map[string]*huma.Encoding{parteArchivo: {ContentType: strings.Join(tipos, ", ")}},
	}}}
}

// adjuntar keeps the file of the form and does the act that adds it. Who may
// not add it is refused before the file is read.
func (c *caso) adjuntar(t tramite.Cualquiera, a doe.Actor) (respuesta, error) {
	r, err := c.formulario()
	if err != nil {
		return respuesta{}, err
	}
	if err := c.puedeAdjuntar(t, a); err != nil {
		return respuesta{}, err
	}
	archivo, nombre, err := c.recibir(r)
	if err != nil {
		return respuesta{}, err
	}
	e := tramite.Adjunto{Nombre: nombre, SHA256: archivo.SHA256, Tipo: archivo.Tipo, Bytes: int(archivo.Bytes)}
	if err := deForma(doeforma.Validar(e, "body")); err != nil {
		return respuesta{}, err
	}
	b, err := json.Marshal(e)
	if err != nil {
		return respuesta{}, err
	}
	x, err := c.realizar(t, tramite.ActoAdjuntar, c.ruta("folio"), b, a)
	if err != nil {
		return respuesta{}, err
	}
	return c.contestarExpediente(t, &x.Expediente, a)
}

// puedeAdjuntar refuses early who may not add files to the record.
func (c *caso) puedeAdjuntar(t tramite.Cualquiera, a doe.Actor) error {
	r, _, k, err := c.s.leible(c, t, c.ruta("folio"), a)
	if err != nil {
		return err
	}
	_, err = t.Autoriza(r, tramite.ActoAdjuntar, k)
	return err
}

// parte is one part of a form as it comes.
type parte interface {
	io.Reader
	FileName() string
	FormName() string
}

// formulario opens the form of the request, whose parts are read as they come:
// nothing is kept on disk before it is known to be wanted.
func (c *caso) formulario() (func() (parte, textproto.MIMEHeader, error), error) {
	const sobre = 64 << 10 // headers and boundaries of the form
	maximo := c.s.maxArchivo + sobre
	if c.r.ContentLength > maximo {
		return nil, negar(http.StatusRequestEntityTooLarge, muyGrande)
	}
	if tipo, _, err := mime.ParseMediaType(c.r.Header.Get("Content-Type")); err != nil || tipo != "multipart/form-data" {
		return nil, negar(http.StatusUnsupportedMediaType, otroTipo)
	}
	c.r.Body = http.MaxBytesReader(c.w, c.r.Body, maximo)
	r, err := c.r.MultipartReader()
	if err != nil {
		return nil, negar(http.StatusBadRequest, malFormul)
	}
	return func() (parte, textproto.MIMEHeader, error) {
		p, err := r.NextPart()
		if err != nil {
			return nil, nil, err
		}
		return p, p.Header, nil
	}, nil
}

// recibir keeps the one file of the form.
func (c *caso) recibir(siguiente func() (parte, textproto.MIMEHeader, error)) (a almacen.Archivo, nombre string, err error) {
	p, nombre, tipo, err := c.archivoDe(siguiente, tiposAdjunto)
	if err != nil {
		return a, "", err
	}
	a, err = c.s.almacen.GuardarArchivo(c.r.Context(), p, tipo)
	if err != nil {
		return a, "", deArchivo(err)
	}
	if a.Bytes == 0 {
		return a, "", deForma(falla.Fallas{archivoVacio.Rota("body." + parteArchivo)})
	}
	return a, nombre, nadaMas(siguiente)
}

// archivoDe gives the first part of the form when it is a file of one of the
// types, ready to be read, with its name and its type.
func (c *caso) archivoDe(siguiente func() (parte, textproto.MIMEHeader, error), tipos []string) (p parte, nombre, tipo string, err error) {
	p, h, err := siguiente()
	switch {
	case errors.Is(err, io.EOF):
		return nil, "", "", deForma(falla.Fallas{faltaArchivo.Rota("body." + parteArchivo)})
	case err != nil:
		return nil, "", "", deFormulario(err)
	case p.FormName() != parteArchivo:
		return nil, "", "", deForma(falla.Fallas{otraParte.Rota("body")})
	}
	nombre = path.Base(strings.ReplaceAll(p.FileName(), `\`, "/"))
	tipo, _, _ = mime.ParseMediaType(h.Get("Content-Type"))
	var fs falla.Fallas
	fs.Si(nombre == "." || nombre == "/" || utf8.RuneCountInString(nombre) > 200 || !doeforma.TextoLimpio(nombre) || strings.ContainsAny(nombre, "\n\t"), malNombre, "body."+parteArchivo)
	fs.Si(!slices.Contains(tipos, tipo), otroArchivo, "body."+parteArchivo)
	return p, nombre, tipo, deForma(fs)
}

// nadaMas refuses a form that goes on after its file.
func nadaMas(siguiente func() (parte, textproto.MIMEHeader, error)) error {
	switch _, _, err := siguiente(); {
	case errors.Is(err, io.EOF):
		return nil
	case err != nil:
		return deFormulario(err)
	}
	return deForma(falla.Fallas{otraParte.Rota("body")})
}

// deArchivo tells a file too large, or cut short, from a store that fails.
func deArchivo(err error) error {
	var f *falla.Error
	var grande *http.MaxBytesError
	switch {
	case errors.As(err, &f) && f.Codigo == "archivo-grande", errors.As(err, &grande):
		return negar(http.StatusRequestEntityTooLarge, muyGrande)
	case errors.Is(err, io.ErrUnexpectedEOF):
		return negar(http.StatusBadRequest, malFormul)
	}
	return err
}

func deFormulario(err error) error {
	var grande *http.MaxBytesError
	if errors.As(err, &grande) {
		return negar(http.StatusRequestEntityTooLarge, muyGrande)
	}
	return negar(http.StatusBadRequest, malFormul)
}

// descargar gives a file that the record has, always as a download.
func (k *coleccion) descargar(c *caso) (respuesta, error) {
	r, _, _, err := c.leible(k.t)
	if err != nil {
		return respuesta{}, err
	}
	r, _ = k.t.Recortar(r, c.actor)
	return c.archivo(r)
}

func (c *caso) archivo(r tramite.Registro) (respuesta, error) {
	huella := c.ruta("sha256")
	i := slices.IndexFunc(r.Cabeza().Adjuntos, func(a tramite.Adjunto) bool { return a.SHA256 == huella })
	if i < 0 {
		return respuesta{}, noEncontrado()
	}
	adjunto := r.Cabeza().Adjuntos[i]
	f, a, err := c.s.almacen.AbrirArchivo(c.r.Context(), huella)
	if err != nil {
		return respuesta{}, err
	}
	return respuesta{libre: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer f.Close()
		h := w.Header()
		h.Set("Content-Type", adjunto.Tipo)
		h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": adjunto.Nombre}))
		h.Set("Etag", `"`+huella+`"`)
		http.ServeContent(w, r, "", a.Creado.Time(), f)
	})}, nil
}
