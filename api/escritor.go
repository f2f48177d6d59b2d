package api

import (
	"net/http"
)

// escritor is the writer of one answer, with what is known of its request. It
// travels as the http.ResponseWriter, so that nothing has to be kept in a
// context.
type escritor struct {
	http.ResponseWriter
	r *http.Request
	s *Servidor
	// id names the request.
	id string
	// operacion is what was asked for; empty until a route is found.
	operacion string
	// unidad is that of the caller, or the organ of a counterpart.
	unidad string
	estado int
	bytes  int
	// ajeno says that the answer being written is not ours: the mux found no
	// route, and a problem has gone out in its place.
	ajeno bool
}

// WriteHeader sends the status. What the mux says by itself, in plain text
// (404, 405 and redirects to tidier paths), goes out as a problem.
func (w *escritor) WriteHeader(estado int) {
	if w.estado != 0 {
		return
	}
	if w.operacion == "" && estado >= http.StatusMultipleChoices && estado != http.StatusNotModified {
		w.operacion = "sin-ruta"
		err := negar(http.StatusNotFound, noHayRuta)
		if estado == http.StatusMethodNotAllowed {
			err = negar(estado, noHayMetodo)
		}
		w.Header().Del("Location")
		w.s.problema(w, w.r, err)
		w.ajeno = true
		return
	}
	w.estado = estado
	w.ResponseWriter.WriteHeader(estado)
}

func (w *escritor) Write(b []byte) (int, error) {
	if w.ajeno {
		return len(b), nil
	}
	if w.estado == 0 {
		w.WriteHeader(http.StatusOK)
	}
	n, err := w.ResponseWriter.Write(b)
	w.bytes += n
	return n, err
}

// Unwrap serves http.ResponseController.
func (w *escritor) Unwrap() http.ResponseWriter { return w.ResponseWriter }
