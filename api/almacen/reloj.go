package almacen

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"sync/atomic"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// aLaVez is how many records the clock handles at once: enough for their
// transactions to be shared.
const aLaVez = 32

// conReloj is a record with a due date or an alarm.
type conReloj struct {
	id               int64
	coleccion, folio string
	alarma           *int64
}

// Alarma is a record to which the clock owes an act.
type Alarma struct {
	Coleccion, Folio string
	// Dia is since when.
	Dia fecha.Fecha
}

// Alarmas lists the records to which the clock owes an act on a day, the ones
// that wait the longest first.
func (a *Almacen) Alarmas(ctx context.Context, hoy fecha.Fecha, limite int) ([]Alarma, error) {
	out := []Alarma{}
	err := a.m.cada(ctx, func(scan func(...any) error) error {
		var x Alarma
		var dia int
		err := scan(&x.Coleccion, &x.Folio, &dia)
		x.Dia = fecha.DeOrdinal(dia)
		out = append(out, x)
		return err
	}, "SELECT coleccion, folio, alarma FROM expedientes WHERE alarma <= $1 AND alarma IS NOT NULL ORDER BY alarma, id LIMIT $2", hoy.Ordinal(), limite)
	return out, err
}

// Despertar does the acts that the clock owes today, and says how many. One
// that is refused is told to the log and left for the next day.
func (a *Almacen) Despertar(ctx context.Context) (int, error) {
	hoy := a.o.Ahora().Dia()
	var hechos atomic.Int64
	for {
		if err := ctx.Err(); err != nil {
			return int(hechos.Load()), err
		}
		owed, err := a.Alarmas(ctx, hoy, 1000)
		if err != nil || len(owed) == 0 {
			return int(hechos.Load()), err
		}
		err = repartirEntre(owed, func(x Alarma) error {
			n, err := a.despertar(ctx, x, hoy)
			hechos.Add(int64(n))
			return err
		})
		if err != nil {
			return int(hechos.Load()), err
		}
	}
}

// despertar does what the clock owes to one record. Whatever comes of it, its
// alarm is no longer of today.
func (a *Almacen) despertar(ctx context.Context, x Alarma, hoy fecha.Fecha) (int, error) {
	hechos := 0
	for range 100 { // one alarm may be followed by the next
		t, ok := a.o.Mesa.Tramite(x.Coleccion)
		if !ok {
			return hechos, a.posponer(x, hoy)
		}
		r, _, err := a.Cargar(ctx, x.Coleccion, x.Folio)
		if err != nil {
			return hechos, err
		}
		c := a.Contexto(ctx, doe.Reloj())
		ps := t.Alarmas(r, &c)
		if len(ps) == 0 {
			return hechos, a.realarmar(x.Folio, t.Vencimiento(r, &c), r.Cabeza().Version)
		}
		if _, err := a.Realizar(ctx, Orden{Peticion: ps[0], Actor: doe.Reloj(), SiVersion: r.Cabeza().Version}); err != nil {
			a.o.Diario.Warn("el reloj no pudo hacer un acto", slog.String("folio", x.Folio), slog.String("acto", ps[0].Acto), slog.Any("error", err))
			return hechos, a.posponer(x, hoy)
		}
		hechos++
	}
	a.o.Diario.Warn("el reloj debe demasiados actos", slog.String("folio", x.Folio))
	return hechos, a.posponer(x, hoy)
}

// posponer leaves an alarm for the next day.
func (a *Almacen) posponer(x Alarma, hoy fecha.Fecha) error {
	return a.solo(func(e *escritor) error {
		return e.exec("UPDATE expedientes SET alarma = $1 WHERE folio = $2 AND alarma <= $3", hoy.Siguiente().Ordinal(), x.Folio, hoy.Ordinal())
	})
}

// realarmar writes the alarm that a record has, unless it changed meanwhile.
func (a *Almacen) realarmar(folio string, v tramite.Vencimiento, version int) error {
	return a.solo(func(e *escritor) error {
		return e.exec("UPDATE expedientes SET alarma = $1 WHERE folio = $2 AND version = $3", ordinal(v.Alarma), folio, version)
	})
}

// Ajustar puts new calendars in force, as when a suspension is published, and
// leaves an event on each open record whose due date they move. It says how
// many; the error joins those that could not be moved.
func (a *Almacen) Ajustar(ctx context.Context, nuevos *plazo.Calendarios, clave string) (int, error) {
	a.Regir(nuevos)
	var movidos atomic.Int64
	var errs []error
	for ultimo := int64(0); ; {
		var pagina []conReloj
		err := a.m.cada(ctx, func(scan func(...any) error) error {
			var x conReloj
			err := scan(&x.id, &x.coleccion, &x.folio, &x.alarma)
			pagina = append(pagina, x)
			return err
		}, "SELECT id, coleccion, folio, alarma FROM expedientes WHERE id > $1 AND (vence IS NOT NULL OR alarma IS NOT NULL) ORDER BY id LIMIT 1000", ultimo)
		if err != nil || len(pagina) == 0 {
			return int(movidos.Load()), errors.Join(append(errs, err)...)
		}
		ultimo = pagina[len(pagina)-1].id
		errs = append(errs, repartirEntre(pagina, func(x conReloj) error {
			hizo, err := a.ajustar(ctx, x, clave)
			if hizo {
				movidos.Add(1)
			}
			return err
		}))
	}
}

// ajustar moves the due date of one record, if the calendars do.
func (a *Almacen) ajustar(ctx context.Context, x conReloj, clave string) (bool, error) {
	for range maxIntentos {
		r, guardado, err := a.Cargar(ctx, x.coleccion, x.folio)
		if err != nil {
			return false, err
		}
		t, _ := a.o.Mesa.Tramite(x.coleccion)
		c := a.Contexto(ctx, doe.Reloj())
		v := t.Vencimiento(r, &c)
		if v.Vence == guardado.Vence {
			if v.Alarma == deOrdinal(x.alarma) {
				return false, nil
			}
			return false, a.realarmar(x.folio, v, guardado.Version)
		}
		_, err = a.Realizar(ctx, Orden{
			Peticion:  tramite.Peticion{Coleccion: x.coleccion, Folio: x.folio, Acto: tramite.ActoAjuste, Entrada: tramite.AjustePlazo{Suspension: clave, Antes: guardado.Vence, Ahora: v.Vence}},
			Actor:     doe.Reloj(),
			SiVersion: guardado.Version,
		})
		if !obsoleta(err) {
			return err == nil, ajusteDe(x.folio, err)
		}
	}
	return false, ajusteDe(x.folio, errMovido)
}

func ajusteDe(folio string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("almacen: adjusting %s: %w", folio, err)
}

// repartirEntre does something to each of many, some at a time, and joins the
// errors.
func repartirEntre[T any](xs []T, f func(T) error) error {
	errs := make([]error, len(xs))
	var wg sync.WaitGroup
	turno := make(chan struct{}, aLaVez)
	for i, x := range xs {
		turno <- struct{}{}
		wg.Go(func() {
			defer func() { <-turno }()
			errs[i] = f(x)
		})
	}
	wg.Wait()
	return errors.Join(errs...)
}

// Mantener does what the store needs now and then: the acts of the clock, the
// seals of finished days, the counters, and forgetting old idempotency keys.
func (a *Almacen) Mantener(ctx context.Context) error {
	hechos, err := a.Despertar(ctx)
	if hechos > 0 {
		a.o.Diario.Info("actos del reloj", slog.Int("hechos", hechos))
	}
	hoy, viejas := a.o.Ahora().Dia(), int64(a.o.Ahora().Sumar(-duracionIdempotencia))
	return errors.Join(err, a.Sellar(ctx), a.alDia(ctx), a.solo(func(e *escritor) error {
		if err := e.exec("DELETE FROM idempotencia WHERE creado <= $1", viejas); err != nil {
			return err
		}
		return e.olvidarFirmas(hoy)
	}))
}
