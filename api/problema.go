package api

import (
	"encoding/json"
	"errors"
	"net/http"
	"slices"

	"github.com/operacion-abierta/operacion/api/acceso"
	"github.com/operacion-abierta/operacion/api/forma"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/siade/estadistica"
)

// Problema is how every error is told (RFC 9457). Nothing in it repeats what
// the caller sent.
type Problema struct {
	Tipo      string            `json:"type" validate:"max=120" doc:"Identificador del tipo de problema" example:"urn:operacion-abierta:problema:datos-no-validos"`
	Titulo    string            `json:"title" validate:"max=120" doc:"Resumen del tipo de problema" example:"Datos no válidos"`
	Estado    int32             `json:"status" validate:"min=400,max=599" doc:"Código de estado HTTP" example:"422"`
	Detalle   string            `json:"detail" validate:"max=500" doc:"Explicación" example:"Los datos enviados no son válidos."`
	Instancia string            `json:"instance" validate:"max=120" doc:"Identificador de esta respuesta, el mismo de la cabecera X-Request-Id" example:"urn:solicitud:6f1c2d9e0b7a4c55"`
	Codigo    string            `json:"codigo" validate:"max=80" doc:"Código estable del problema" example:"datos-no-validos"`
	Errores   []ProblemaDetalle `json:"errors" validate:"max=1000" doc:"Todas las fallas encontradas"`

	Facultad string              `json:"facultad,omitempty" validate:"omitempty,max=80" doc:"Facultad que pide el acto (403)" example:"siade.clasificacion:registrar"`
	Unidades []falla.Facultada   `json:"unidades_facultadas,omitempty" validate:"omitempty,max=100" doc:"Quiénes pueden, y con qué funciones (403)"`
	Partes   []falla.Contraparte `json:"contrapartes_facultadas,omitempty" validate:"omitempty,max=10" doc:"Contrapartes que pueden, además de esas unidades o en vez de ellas (403)"`
	EnEstado string              `json:"estado,omitempty" validate:"omitempty,max=80" doc:"Estado del expediente (409)" example:"cerrada"`
	Posibles []string            `json:"actos_posibles,omitzero" validate:"max=100" doc:"Actos abiertos a quien consulta en ese estado (409)" example:"[\"reabrir\"]"`
}

// ProblemaDetalle is one fault of a request.
type ProblemaDetalle struct {
	Lugar   string `json:"location" validate:"max=300" doc:"Dónde está la falla: body.…, query.…, header.…, path.… o token.…" example:"body.relato"`
	Codigo  string `json:"codigo" validate:"max=80" doc:"Código estable de la falla" example:"requerido"`
	Mensaje string `json:"message" validate:"max=2000" doc:"Explicación" example:"Falta este dato."`
	Fuente  string `json:"fuente,omitempty" validate:"omitempty,max=300" doc:"Norma de la que viene la regla" example:"LFPA art. 17-A"`
}

// Refusals of the protocol. Their codes are in the document, see [codigos].
var (
	datosNoValidos = falla.Regla{Codigo: "datos-no-validos", Es: "Los datos enviados no son válidos.", En: "The data sent are not valid."}
	errorInterno   = falla.Regla{Codigo: "error-interno", Es: "Error interno.", En: "Internal error."}
	noHayRuta      = falla.Regla{Codigo: "ruta-desconocida", Es: "No existe esa ruta.", En: "There is no such path."}
	noHayMetodo    = falla.Regla{Codigo: "metodo-no-permitido", Es: "Esa ruta no admite el método.", En: "The path does not take the method."}
	muyGrande      = falla.Regla{Codigo: "cuerpo-muy-grande", Es: "El cuerpo de la petición es demasiado grande.", En: "The request body is too large."}
	otroTipo       = falla.Regla{Codigo: "tipo-de-contenido", Es: "El cuerpo debe ser del tipo de contenido que la operación declara.", En: "The body must be of the content type that the operation declares."}
	noSeRecibio    = falla.Regla{Codigo: "cuerpo-ilegible", Es: "El cuerpo de la petición no llegó completo.", En: "The request body did not arrive whole."}
	demasiadas     = falla.Regla{Codigo: "demasiadas-peticiones", Es: "Hubo demasiadas peticiones; espere antes de la siguiente.", En: "Too many requests; wait before the next."}
	noExiste       = falla.Regla{Codigo: "no-encontrado", Es: "No existe lo que se pide.", En: "There is no such thing."}
)

// titulos are the titles by status, in Spanish and in English.
var titulos = map[int][2]string{
	http.StatusBadRequest:            {"Petición mal formada", "Malformed request"},
	http.StatusUnauthorized:          {"Sin autenticación", "Not authenticated"},
	http.StatusForbidden:             {"No facultado", "Not empowered"},
	http.StatusNotFound:              {"No encontrado", "Not found"},
	http.StatusMethodNotAllowed:      {"Método no permitido", "Method not allowed"},
	http.StatusConflict:              {"El acto no está abierto", "The act is not open"},
	http.StatusPreconditionFailed:    {"Versión obsoleta", "Stale version"},
	http.StatusRequestEntityTooLarge: {"Cuerpo demasiado grande", "Body too large"},
	http.StatusUnsupportedMediaType:  {"Tipo de contenido no admitido", "Unsupported content type"},
	http.StatusUnprocessableEntity:   {"Datos no válidos", "Invalid data"},
	http.StatusTooManyRequests:       {"Demasiadas peticiones", "Too many requests"},
	http.StatusInternalServerError:   {"Error interno", "Internal error"},
	http.StatusServiceUnavailable:    {"Servicio no disponible", "Service unavailable"},
}

// ejemploDeError is a reason of each status, for the document.
var ejemploDeError = map[int]falla.Regla{
	http.StatusBadRequest: forma.MalFormado, http.StatusUnauthorized: acceso.SinCredencial, http.StatusNotFound: noExiste,
	http.StatusForbidden:             {Codigo: "sin-facultad", Es: "Ninguna función de su unidad la faculta para este acto en este expediente."},
	http.StatusConflict:              {Codigo: "acto-no-abierto", Es: "El acto no está abierto en el estado del expediente."},
	http.StatusPreconditionFailed:    {Codigo: "version-obsoleta", Es: "El expediente cambió desde la versión indicada."},
	http.StatusRequestEntityTooLarge: muyGrande, http.StatusUnsupportedMediaType: otroTipo, http.StatusUnprocessableEntity: datosNoValidos,
	http.StatusTooManyRequests: demasiadas, http.StatusInternalServerError: errorInterno,
	http.StatusServiceUnavailable: {Codigo: "no-disponible", Es: "El servicio no puede atender ahora."},
}

// estados is the one table from kind of error to status.
var estados = map[falla.Clase]int{
	falla.Invalida:     http.StatusUnprocessableEntity,
	falla.Prohibida:    http.StatusForbidden,
	falla.NoEncontrada: http.StatusNotFound,
	falla.Conflicto:    http.StatusConflict,
	falla.Obsoleta:     http.StatusPreconditionFailed,
	falla.NoDisponible: http.StatusServiceUnavailable,
}

// negativa is a refusal that the protocol makes, before any trámite is asked.
type negativa struct {
	estado int
	regla  falla.Regla
	fallas falla.Fallas
}

func (n *negativa) Error() string { return n.regla.Codigo }

func negar(estado int, r falla.Regla) error { return &negativa{estado: estado, regla: r} }

// deForma is the refusal of a request whose shape is wrong; nil without faults.
func deForma(fs falla.Fallas) error {
	if len(fs) == 0 {
		return nil
	}
	return &negativa{http.StatusUnprocessableEntity, datosNoValidos, fs}
}

// deConsulta is the refusal of a parameter that has the right shape and asks
// for what cannot be given: its own code is that of the problem.
func deConsulta(r falla.Regla, lugar string) error {
	return &negativa{http.StatusUnprocessableEntity, r, falla.Fallas{r.Rota(lugar)}}
}

func noEncontrado() error { return negar(http.StatusNotFound, noExiste) }

// problemaDe tells an error in a language. It says interno for the errors that
// nobody foresaw, of which the caller learns nothing.
func problemaDe(err error, idioma string) (p *Problema, interno bool) {
	var (
		n  *negativa
		f  *falla.Error
		m  *forma.ErrMalformado
		re *acceso.Rechazo
	)
	switch {
	case errors.As(err, &n):
		p = nuevo(n.estado, n.regla, n.fallas, idioma)
	case errors.As(err, &m):
		p = nuevo(http.StatusBadRequest, falla.Regla{Codigo: m.Codigo, Es: m.Es, En: m.En}, falla.Fallas{m.Falla}, idioma)
	case errors.As(err, &re):
		p = nuevo(http.StatusUnauthorized, re.Regla, re.Fallas, idioma)
	case errors.As(err, &f) && estados[f.Clase] != 0:
		r := falla.Regla{Codigo: f.Codigo, Es: f.Es, En: f.En}
		if f.Codigo == "consulta-invalida" || f.Codigo == "consulta-no-valida" {
			r = deQueConsulta(f.Fallas)
		}
		p = nuevo(estados[f.Clase], r, f.Fallas, idioma)
		p.Facultad, p.Unidades, p.Partes, p.EnEstado, p.Posibles = f.Facultad, f.Facultadas, f.Contrapartes, f.Estado, f.ActosPosibles
	default:
		return nuevo(http.StatusInternalServerError, errorInterno, nil, idioma), true
	}
	return p, false
}

// conCodigo are the faults of a query that give the problem their code: those
// that say what cannot be asked, not how something was written.
var conCodigo = []string{malCursor.Codigo, "idempotencia-distinta", estadistica.Combinacion.Codigo, estadistica.Rango.Codigo, estadistica.Repetida.Codigo}

// deQueConsulta says why a query is refused: by its one kind of fault, or
// because its data are not valid.
func deQueConsulta(fs falla.Fallas) falla.Regla {
	for _, f := range fs {
		if f.Codigo != fs[0].Codigo || !slices.Contains(conCodigo, f.Codigo) {
			return datosNoValidos
		}
	}
	if len(fs) == 0 {
		return datosNoValidos
	}
	return falla.Regla{Codigo: fs[0].Codigo, Es: fs[0].Es, En: fs[0].En}
}

func nuevo(estado int, r falla.Regla, fs falla.Fallas, idioma string) *Problema {
	i := 0
	texto := r.Es
	if idioma == "en" {
		i, texto = 1, r.En
	}
	p := &Problema{
		Tipo: "urn:operacion-abierta:problema:" + r.Codigo, Titulo: titulos[estado][i], Estado: int32(estado),
		Detalle: texto, Codigo: r.Codigo, Errores: make([]ProblemaDetalle, len(fs)),
	}
	for j, f := range fs {
		p.Errores[j] = ProblemaDetalle{Lugar: f.Ubicacion, Codigo: f.Codigo, Mensaje: f.Mensaje(idioma)}
		if !f.Fuente.IsZero() {
			p.Errores[j].Fuente = f.Fuente.String()
		}
	}
	return p
}

// problema is the one writer of errors.
func (s *Servidor) problema(w *escritor, r *http.Request, err error) {
	p, interno := problemaDe(err, idiomaDe(r))
	p.Instancia = "urn:solicitud:" + w.id
	if interno {
		s.diario.ErrorContext(r.Context(), "error interno", "solicitud", w.id, "operacion", w.operacion, "error", err)
	}
	h := w.Header()
	h.Set("Content-Type", "application/problem+json")
	h.Set("Content-Language", idiomaDe(r))
	h.Del("ETag")
	switch p.Estado {
	case http.StatusUnauthorized:
		h.Set("WWW-Authenticate", autenticar(p.Codigo))
	case http.StatusTooManyRequests, http.StatusServiceUnavailable:
		if h.Get("Retry-After") == "" {
			h.Set("Retry-After", "5")
		}
	}
	b, err := json.Marshal(p)
	if err != nil { // a struct of texts always encodes
		b = []byte(`{}`)
	}
	w.WriteHeader(int(p.Estado))
	_, _ = w.Write(b)
}

// autenticar says how to authenticate, and what was wrong (RFC 6750, 3).
func autenticar(codigo string) string {
	if codigo == acceso.SinCredencial.Codigo {
		return `Bearer realm="operacion-abierta"`
	}
	return `Bearer realm="operacion-abierta", error="invalid_token"`
}
