package api

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"reflect"
	"sync/atomic"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	doeforma "github.com/operacion-abierta/operacion/doe/forma"
	"github.com/operacion-abierta/operacion/doe/oficial"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// tiposManual are the content types that the text of a manual may have.
var tiposManual = []string{"application/pdf", "text/plain"}

// maxLectura is how long reading a text may take: the official ones take less
// than a second.
const maxLectura = 30 * time.Second

var (
	malManual = falla.Regla{
		Codigo: "manual-ilegible", Es: "El archivo no es el texto de un manual: no tiene unidades con funciones numeradas, es demasiado grande o no se puede leer.",
		En: "The file is not the text of a manual: it has no units with numbered functions, is too large, or cannot be read.",
	}
	sinAnterior = falla.Regla{
		Codigo: "sin-edicion-anterior", Es: "Cuando se cargó no había otra edición vigente con que compararla.",
		En: "When it was uploaded there was no other edition in force to compare it with.",
	}
)

// oficiales are the texts in force, by the key of their manual.
type oficiales struct {
	textos atomic.Pointer[map[string]oficial.Manual]
}

func (o *oficiales) texto(k doe.ClaveFuncion) string {
	ms := o.textos.Load()
	if ms == nil {
		return ""
	}
	for _, m := range *ms {
		if t := m.Texto(k); t != "" {
			return t
		}
	}
	return ""
}

// conTexto adds the official wording to functions.
func (s *Servidor) conTexto(fs []Funcion) []Funcion {
	for i := range fs {
		fs[i].TextoOficial = s.oficiales.texto(fs[i].Clave)
	}
	return fs
}

// leerOficiales reads the texts in force from the store: when the server starts
// and whenever an edition comes into force.
func (s *Servidor) leerOficiales(ctx context.Context) error {
	if _, ok := s.mesa.Tramite(oficial.Coleccion); !ok {
		return nil
	}
	es, err := s.edicionesVigentes(ctx, "")
	if err != nil {
		return err
	}
	out := map[string]oficial.Manual{}
	for _, e := range es {
		m, err := s.leerTexto(ctx, e.Archivo.SHA256)
		if err != nil { // its functions show no wording; the rest works
			s.diario.ErrorContext(ctx, "no se leyó un texto oficial", "edicion", e.Folio, "error", err)
			continue
		}
		out[e.Manual] = m
	}
	s.oficiales.textos.Store(&out)
	return nil
}

// edicionesVigentes lists the editions in force, of one manual or of all.
func (s *Servidor) edicionesVigentes(ctx context.Context, manual string) ([]oficial.Edicion, error) {
	f := almacen.Filtro{Vista: tramite.Vista{Reservados: true}, Estado: string(oficial.Vigente)}
	if manual != "" {
		f.Indices = map[string]string{"manual": manual}
	}
	return todos(ctx, s, oficial.Ediciones, f)
}

// leerTexto reads a text that the store keeps.
func (s *Servidor) leerTexto(ctx context.Context, huella string) (oficial.Manual, error) {
	f, _, err := s.almacen.AbrirArchivo(ctx, huella)
	if err != nil {
		return oficial.Manual{}, err
	}
	defer f.Close()
	b, err := io.ReadAll(f)
	if err != nil {
		return oficial.Manual{}, err
	}
	return leerAcotado(ctx, b)
}

// leerAcotado reads a text, or gives up when it takes too long.
func leerAcotado(ctx context.Context, b []byte) (oficial.Manual, error) {
	return acotado(ctx, func() (oficial.Manual, error) { return oficial.Leer(b) })
}

// acotado waits for a computation on a text no longer than it may take.
func acotado[T any](ctx context.Context, f func() (T, error)) (T, error) {
	type resultado struct {
		v   T
		err error
	}
	ctx, soltar := context.WithTimeout(ctx, maxLectura)
	defer soltar()
	c := make(chan resultado, 1)
	go func() {
		v, err := f()
		c <- resultado{v, err}
	}()
	select {
	case r := <-c:
		return r.v, r.err
	case <-ctx.Done():
		var nada T
		return nada, ctx.Err()
	}
}

// montarCarga adds the upload of a text, which creates its record.
func (k *coleccion) montarCarga(a tramite.DefActo) {
	descripcion, extensiones := k.describir(a)
	k.s.montar(operacion{
		Operation: huma.Operation{
			Method: http.MethodPost, Path: k.ruta(""), OperationID: k.id(a.Nombre), Summary: a.Titulo,
			Description: descripcion + "\n\nEl archivo es el texto del manual, en texto o PDF de hasta 20 MB: se lee, se revisa, se coteja con el catálogo y se compara con la edición vigente. " +
				"El expediente trae los resúmenes; lo leído, los hallazgos y los cambios uno por uno están en `lectura`, `hallazgos` y `comparacion`.",
			Tags: []string{k.tag}, Extensions: extensiones, RequestBody: cuerpoArchivo(tiposManual...),
		},
		parametros: []parametro{deIdempotencia()}, exito: http.StatusCreated,
		respuesta: k.respuestaRegistro("El expediente creado.", "ETag", "Location"),
		errores:   []int{http.StatusForbidden, http.StatusConflict},
		atender:   func(c *caso) (respuesta, error) { return c.cargarManual(k.t, c.actor) },
	})
}

// cargarManual reads the text of the form and registers its edition. Who may
// not is refused before the text is read.
func (c *caso) cargarManual(t tramite.Cualquiera, a doe.Actor) (respuesta, error) {
	siguiente, err := c.formulario()
	if err != nil {
		return respuesta{}, err
	}
	nuevo := t.Nuevo()
	nuevo.Cabeza().Unidad, nuevo.Cabeza().OOAD = a.Unidad, cmp.Or(a.OOAD, doe.NivelCentral)
	if _, err := t.Autoriza(nuevo, t.Definicion().Alta, c.s.contexto(c.r.Context(), a)); err != nil {
		return respuesta{}, err
	}
	p, nombre, tipo, err := c.archivoDe(siguiente, tiposManual)
	if err != nil {
		return respuesta{}, err
	}
	b, err := io.ReadAll(io.LimitReader(p, oficial.MaxBytes+1))
	if err != nil {
		return respuesta{}, deFormulario(err)
	}
	if err := nadaMas(siguiente); err != nil {
		return respuesta{}, err
	}
	l, err := c.resumirManual(b, nombre, tipo)
	if err != nil {
		return respuesta{}, err
	}
	if _, err := c.s.almacen.GuardarArchivo(c.r.Context(), bytes.NewReader(b), tipo); err != nil {
		return respuesta{}, deArchivo(err)
	}
	entrada, err := json.Marshal(l)
	if err != nil {
		return respuesta{}, err
	}
	c.cuerpo = entrada
	return c.actuar(t, t.Definicion().Alta, "", a)
}

// resumirManual reads a text, reviews it, and compares it with the edition in
// force.
func (c *caso) resumirManual(b []byte, nombre, tipo string) (oficial.Lectura, error) {
	m, err := leerAcotado(c.r.Context(), b)
	if err != nil {
		return oficial.Lectura{}, deForma(falla.Fallas{malManual.Rota("body." + parteArchivo)})
	}
	h := sha256.Sum256(b)
	archivo := oficial.Archivo{Nombre: nombre, SHA256: hex.EncodeToString(h[:]), Tipo: tipo, Bytes: len(b)}
	l, err := acotado(c.r.Context(), func() (oficial.Lectura, error) {
		return oficial.Resumir(c.s.catalogo(), c.ahora().Dia(), m, archivo), nil
	})
	if err != nil {
		return l, deForma(falla.Fallas{malManual.Rota("body." + parteArchivo)})
	}
	if l.Manual == "" {
		return l, deForma(falla.Fallas{oficial.ManualAjeno.Rota("body." + parteArchivo)})
	}
	es, err := c.s.edicionesVigentes(c.r.Context(), l.Manual)
	if err != nil {
		return l, err
	}
	if len(es) > 0 {
		antes, err := c.s.leerTexto(c.r.Context(), es[0].Archivo.SHA256)
		if err != nil {
			return l, err
		}
		l.Sustituye, l.Cambios = es[0].Folio, oficial.Comparar(c.s.catalogo(), antes, m).Contar()
	}
	return l, deForma(doeforma.Validar(l, "body"))
}

// HallazgosManual are the findings of the review of a text.
type HallazgosManual struct {
	Hallazgos []oficial.Hallazgo `json:"hallazgos" doc:"Hallazgos, en el orden del texto"`
}

// montarManuales adds the reads of editions.
func (s *Servidor) montarManuales(k *coleccion) {
	lectura := k.leer("/{folio}/lectura", "lectura", "Lo que dice el texto", "Unidades y funciones numeradas con su texto oficial, y los renglones que no se pudieron ubicar.",
		s.de(reflect.TypeFor[oficial.Manual](), "El manual."), k.lecturaManual, k.folio())
	s.montar(lectura)
	hallazgos := k.leer("/{folio}/hallazgos", "hallazgos", "Hallazgos de la revisión", "Lo que la revisión automática halla en el texto con las normas vigentes hoy, junto con los demás manuales en vigor.",
		s.de(reflect.TypeFor[HallazgosManual](), "Los hallazgos."), k.hallazgosManual, k.folio())
	s.ejerce(&hallazgos, "doe.funciones:revisar")
	s.montar(hallazgos)
	comparacion := k.leer("/{folio}/comparacion", "comparacion", "Cambios frente a la edición anterior", "Unidades y funciones agregadas, suprimidas, movidas, renombradas, renumeradas y redactadas, y las facultades que cada unidad gana y pierde.",
		s.de(reflect.TypeFor[oficial.Comparacion](), "Los cambios."), k.comparacionManual, k.folio())
	s.ejerce(&comparacion, "doe.funciones:revisar")
	comparacion.errores = append(comparacion.errores, http.StatusUnprocessableEntity)
	s.montar(comparacion)
}

// edicion gives the edition of the path with its text.
func (k *coleccion) edicion(c *caso) (*oficial.Edicion, oficial.Manual, error) {
	r, _, _, err := c.leible(k.t)
	if err != nil {
		return nil, oficial.Manual{}, err
	}
	e, ok := r.(*oficial.Edicion)
	if !ok {
		return nil, oficial.Manual{}, noEncontrado()
	}
	m, err := k.s.leerTexto(c.r.Context(), e.Archivo.SHA256)
	return e, m, err
}

func (k *coleccion) lecturaManual(c *caso) (respuesta, error) {
	_, m, err := k.edicion(c)
	if err != nil {
		return respuesta{}, err
	}
	return enJSON(m)
}

// hallazgosManual reviews the text together with the other manuals in force,
// and gives what is found in it.
func (k *coleccion) hallazgosManual(c *caso) (respuesta, error) {
	e, m, err := k.edicion(c)
	if err != nil {
		return respuesta{}, err
	}
	todos := []oficial.Manual{m}
	if ms := k.s.oficiales.textos.Load(); ms != nil {
		for clave, otro := range *ms {
			if clave != e.Manual {
				todos = append(todos, otro)
			}
		}
	}
	out := HallazgosManual{Hallazgos: []oficial.Hallazgo{}}
	hs, err := acotado(c.r.Context(), func() ([]oficial.Hallazgo, error) { return oficial.Revisar(c.ahora().Dia(), todos...), nil })
	if err != nil {
		return respuesta{}, err
	}
	for _, h := range hs {
		if h.De(m) {
			out.Hallazgos = append(out.Hallazgos, h)
		}
	}
	return enJSON(out)
}

func (k *coleccion) comparacionManual(c *caso) (respuesta, error) {
	e, m, err := k.edicion(c)
	if err != nil {
		return respuesta{}, err
	}
	if e.Sustituye == "" {
		return respuesta{}, deForma(falla.Fallas{sinAnterior.Rota("path.folio")})
	}
	r, _, err := k.s.almacen.Cargar(c.r.Context(), oficial.Coleccion, e.Sustituye)
	if err != nil {
		return respuesta{}, err
	}
	antes, ok := r.(*oficial.Edicion)
	if !ok {
		return respuesta{}, errors.New("api: an edition follows what is none")
	}
	anterior, err := k.s.leerTexto(c.r.Context(), antes.Archivo.SHA256)
	if err != nil {
		return respuesta{}, err
	}
	return enJSON(oficial.Comparar(k.s.catalogo(), anterior, m))
}
