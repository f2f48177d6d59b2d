package api

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
	"github.com/operacion-abierta/operacion/siade/recurrencia"
	"github.com/operacion-abierta/operacion/siade/recurrencia/deteccion"
)

// serieRecurrencia is what recurs is counted by. Praise is no problem, and a
// petition attended in another is told once.
var serieRecurrencia = almacen.SerieSemanal{
	Nombre: "recurrencia", Coleccion: siade.Coleccion, Indices: []string{string(siade.DimensionUnidadServicio), string(siade.DimensionServicio), string(siade.DimensionTema)},
	Sin: map[string]string{string(siade.DimensionTipo): string(siade.Reconocimiento)}, SinEstado: siade.Acumulada,
	Actos:   []string{siade.Clasificar.Nombre, siade.Reclasificar.Nombre, siade.Acumular.Nombre, siade.Turnar.Nombre},
	Semanas: deteccion.MaxHistoria + deteccion.Guarda + 53,
}

// How long a request waits for the weeks to be counted, and the clock.
const (
	pacienciaLectura = 2 * time.Second
	pacienciaReloj   = 10 * time.Second
)

// recuento keeps the counts by week and what was found in them, until a week
// more is counted.
type recuento struct {
	mu       sync.Mutex
	version  int
	historia *deteccion.Historia
	hallado  map[hallazgosDe]deteccion.Resultado
	medido   map[recurrencia.Consulta]recurrencia.Cuentas
	// revisado is the last week that the clock looked for problems in.
	revisado atomic.Int64
}

// hallazgosDe is what was looked for, at the widest rate of false findings.
type hallazgosDe struct {
	corte  int
	nivel  deteccion.Nivel
	frente deteccion.Frente
	minimo int
}

// masFalsos is that rate: who asks for a lower one gets part of the same.
const masFalsos cantidad.Centesimas = 5000

// maxHallado is how many answers are kept: each is small beside the counts.
const maxHallado = 64

// contadas counts what is left to count and gives all the counts; the caller
// holds the lock.
func (s *Servidor) contadas(ctx context.Context, paciencia time.Duration) (*deteccion.Historia, error) {
	corte, err := s.almacen.ContarSemanas(ctx, serieRecurrencia, paciencia)
	if err != nil {
		return nil, err
	}
	r := &s.recuento
	if r.historia != nil && r.version == corte.Version {
		return r.historia, nil
	}
	h := &deteccion.Historia{}
	if !corte.Lunes.IsZero() {
		err = s.almacen.Semanas(ctx, serieRecurrencia, corte.Lunes.Sumar(-7*(serieRecurrencia.Semanas-1)), corte.Lunes, func(x almacen.ConteoSemanal) {
			h.Sumar(deteccion.Celda{OOAD: x.OOAD, Unidad: x.Valores[0], Servicio: x.Valores[1], Tema: x.Valores[2]}, deteccion.SemanaDe(x.Lunes), x.N)
		})
		if err != nil {
			return nil, err
		}
	}
	r.historia, r.version = h, corte.Version
	r.hallado, r.medido = map[hallazgosDe]deteccion.Resultado{}, map[recurrencia.Consulta]recurrencia.Cuentas{}
	return h, nil
}

// hallar finds what recurs at a cut, or remembers it.
func (s *Servidor) hallar(ctx context.Context, q hallazgosDe, paciencia time.Duration) (deteccion.Resultado, error) {
	s.recuento.mu.Lock()
	defer s.recuento.mu.Unlock()
	h, err := s.contadas(ctx, paciencia)
	if err != nil {
		return deteccion.Resultado{}, err
	}
	if r, ya := s.recuento.hallado[q]; ya {
		return r, nil
	}
	r := h.Detectar(deteccion.Opciones{Corte: q.corte, Nivel: q.nivel, Frente: q.frente, Minimo: q.minimo, Falsos: masFalsos})
	if len(s.recuento.hallado) >= maxHallado {
		clear(s.recuento.hallado)
	}
	s.recuento.hallado[q] = r
	return r, nil
}

// leerCuentas computes the readings that acts freeze.
func (s *Servidor) leerCuentas(ctx context.Context, nombre string, consulta any) (any, error) {
	q, ok := consulta.(recurrencia.Consulta)
	if nombre != recurrencia.LecturaCuentas || !ok {
		return nil, noEncontrado()
	}
	var out recurrencia.Cuentas
	if q.Semanas == 0 {
		n := hallazgosDe{deteccion.SemanaDe(q.Corte), q.Celda.Nivel(), valorO(q.Frente, deteccion.Ambos), deteccion.MinimoOmision}
		r, err := s.hallar(ctx, n, pacienciaReloj)
		if err != nil {
			return nil, err
		}
		out.Probadas = r.Probadas
		for _, x := range r.Hasta(deteccion.FalsosOmision) {
			if x.Celda == q.Celda {
				out.Hallazgo, out.Medida = &x, &x.Medida
				return out, nil
			}
		}
	}
	return s.medida(ctx, q, out)
}

// medida adds the measure of a cell over a window, or remembers it: an act asks
// for it more than once.
func (s *Servidor) medida(ctx context.Context, q recurrencia.Consulta, out recurrencia.Cuentas) (recurrencia.Cuentas, error) {
	r := &s.recuento
	r.mu.Lock()
	defer r.mu.Unlock()
	h, err := s.contadas(ctx, pacienciaReloj)
	if err != nil {
		return out, err
	}
	if x, ya := r.medido[q]; ya {
		return x, nil
	}
	o := deteccion.Opciones{Corte: deteccion.SemanaDe(q.Corte), Frente: q.Frente}
	if !q.Historia.IsZero() {
		o.Historia = deteccion.SemanaDe(q.Historia)
	}
	if m, hay := h.Medir(q.Celda, valorO(q.Semanas, deteccion.Guarda), o); hay {
		out.Medida = &m
	}
	if len(r.medido) >= maxHallado {
		clear(r.medido)
	}
	r.medido[q] = out
	return out, nil
}

func valorO[T comparable](v, omision T) T {
	var cero T
	if v == cero {
		return omision
	}
	return v
}

// maxDetectadas is how many problems the clock opens for one week; what is left
// is in the readings.
const maxDetectadas = 50

// detectar opens the problems that the last week shows, once for each week.
func (s *Servidor) detectar(ctx context.Context) error {
	semana := deteccion.Completa(s.ahora().Dia())
	if _, hay := s.mesa.Tramite(recurrencia.Coleccion); !hay || s.recuento.revisado.Load() == int64(semana) {
		return nil
	}
	hallados, err := s.principales(ctx, semana)
	if falla.DeClase(err, falla.NoDisponible) {
		return nil // some weeks are left to count: the next minute goes on
	}
	if err != nil {
		return err
	}
	recientes, err := todos(ctx, s, recurrencia.Problematicas, almacen.Filtro{CreadoDesde: deteccion.Lunes(semana + 1).Sumar(-7 * deteccion.Guarda)})
	if err != nil {
		return err
	}
	tratadas := map[deteccion.Celda]bool{}
	for _, p := range recientes {
		tratadas[p.Celda] = true
	}
	abiertas, errs := 0, []error(nil)
	for _, x := range hallados {
		if tratadas[x.Celda] || abiertas >= maxDetectadas {
			continue
		}
		err := s.abrirDetectada(ctx, x)
		if err == nil {
			abiertas++
		} else if !falla.DeClase(err, falla.Invalida) { // open since long ago
			errs = append(errs, err)
		}
	}
	if abiertas > 0 {
		s.diario.Info("problemáticas detectadas", slog.Int("cuantas", abiertas))
	}
	if len(errs) == 0 {
		s.recuento.revisado.Store(int64(semana))
	}
	return errors.Join(errs...)
}

// principales are the findings of a week that no finer ones explain.
func (s *Servidor) principales(ctx context.Context, semana int) ([]deteccion.Hallazgo, error) {
	var por [3][]deteccion.Hallazgo
	for i, n := range []deteccion.Nivel{deteccion.Sitio, deteccion.PorOOAD, deteccion.Nacional} {
		r, err := s.hallar(ctx, hallazgosDe{semana, n, deteccion.Ambos, deteccion.MinimoOmision}, pacienciaReloj)
		if err != nil {
			return nil, err
		}
		por[i] = r.Hasta(deteccion.FalsosOmision)
	}
	return deteccion.Principales(por[0], por[1], por[2]), nil
}

func (s *Servidor) abrirDetectada(ctx context.Context, x deteccion.Hallazgo) error {
	var partes []string
	for _, p := range []string{x.Tema, x.Servicio, x.Unidad} {
		if p != "" {
			partes = append(partes, p)
		}
	}
	e := recurrencia.Alta{
		Origen: recurrencia.PorDeteccion, Celda: x.Celda, Corte: x.Hasta,
		Titulo: fmt.Sprintf("%s: %d peticiones donde se esperaban %s", strings.Join(partes, ", "), x.Observados, x.Esperados),
	}
	_, err := s.almacen.Realizar(ctx, almacen.Orden{Peticion: tramite.Peticion{Coleccion: recurrencia.Coleccion, Entrada: e}, Actor: doe.Reloj()})
	return err
}
