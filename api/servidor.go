package api

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"net"
	"net/http"
	"runtime/debug"
	"strings"
	"time"
)

// Handler serves the whole API.
func (s *Servidor) Handler() http.Handler { return s }

// Headers of every answer.
var (
	sinOlfato   = []string{"nosniff"}
	sinReferer  = []string{"no-referrer"}
	sinMarco    = []string{"DENY"}
	sinGuardar  = []string{"private, no-cache"}
	varia       = []string{"Authorization, Accept-Language"}
	politicaAPI = []string{"default-src 'none'; frame-ancestors 'none'"}
)

// ServeHTTP names the request, answers it, and leaves it in the log and the
// metrics.
func (s *Servidor) ServeHTTP(rw http.ResponseWriter, r *http.Request) {
	inicio := time.Now()
	w := &escritor{ResponseWriter: rw, r: r, s: s, id: idSolicitud(r)}
	h := rw.Header()
	h["X-Content-Type-Options"], h["Referrer-Policy"], h["X-Frame-Options"] = sinOlfato, sinReferer, sinMarco
	h["Content-Security-Policy"], h["Cache-Control"], h["Vary"] = politicaAPI, sinGuardar, varia
	h["X-Request-Id"] = []string{w.id}
	s.enVuelo.Inc()
	defer func() {
		s.enVuelo.Dec()
		s.anotar(w, r, time.Since(inicio), recover())
	}()
	s.mux.ServeHTTP(w, r)
}

// anotar ends a request: what a panic left unanswered gets its answer, and the
// log a line without path, parameters nor body, which may name someone.
func (s *Servidor) anotar(w *escritor, r *http.Request, duro time.Duration, caida any) {
	if caida != nil {
		if err, ok := caida.(error); ok && errors.Is(err, http.ErrAbortHandler) {
			panic(caida)
		}
		s.diario.ErrorContext(r.Context(), "pánico", "solicitud", w.id, "operacion", w.operacion, "causa", caida, "pila", string(debug.Stack()))
		if w.estado != 0 {
			panic(http.ErrAbortHandler) // half an answer went out: cut the connection
		}
		if w.operacion == "" {
			w.operacion = "sin-ruta"
		}
		s.problema(w, r, errPanico)
	}
	s.medir(w, r.Method, duro)
	s.diario.InfoContext(r.Context(), "solicitud", "solicitud", w.id, "operacion", w.operacion, "metodo", metodo(r.Method),
		"estado", w.estado, "bytes", w.bytes, "ms", float64(duro.Microseconds())/1000, "unidad", w.unidad)
}

var errPanico = errors.New("panic")

// metodo is the method, "otro" for those that nobody defined.
func metodo(m string) string {
	switch m {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete, http.MethodOptions:
		return m
	}
	return "otro"
}

// idSolicitud is the name that the caller gave to its request, when it is well
// formed, or a new one.
func idSolicitud(r *http.Request) string {
	const letras = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_."
	if id := r.Header.Get("X-Request-Id"); len(id) >= 8 && len(id) <= 64 && strings.Trim(id, letras) == "" {
		return id
	}
	var b [8]byte
	_, _ = rand.Read(b[:]) // it never fails
	return hex.EncodeToString(b[:])
}

// plazoCierre is how long what is in flight may take once the end is asked for.
const plazoCierre = 30 * time.Second

// Servir answers on a listener until ctx ends; then it takes no more requests,
// finishes those in flight and returns nil. The store stays open.
func (s *Servidor) Servir(ctx context.Context, l net.Listener) error {
	srv := &http.Server{
		Handler: s, ReadHeaderTimeout: 10 * time.Second, ReadTimeout: time.Minute, WriteTimeout: 2 * time.Minute, IdleTimeout: 2 * time.Minute,
		MaxHeaderBytes: 32 << 10,
	}
	fin := make(chan error, 1)
	go func() { fin <- srv.Serve(l) }()
	select {
	case err := <-fin:
		return fmt.Errorf("api: %w", err)
	case <-ctx.Done():
	}
	s.cerrando.Store(true)
	cierre, soltar := context.WithTimeout(context.WithoutCancel(ctx), plazoCierre)
	defer soltar()
	if err := srv.Shutdown(cierre); err != nil {
		return fmt.Errorf("api: closing: %w", errors.Join(err, srv.Close()))
	}
	return nil
}
