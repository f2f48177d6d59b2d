// Package carga registers petitions in bulk from the rows of a table: many at
// a time, each only once however often the table is given, and every row that
// cannot be registered told with all its faults.
package carga

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/api/hoja"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
	"github.com/operacion-abierta/operacion/siade/importacion"
)

// Carga is what is to be done.
type Carga struct {
	Almacen *almacen.Almacen
	// Actor is who registers.
	Actor doe.Actor
	Tabla *Tabla
	// Hilos is how many at a time.
	Hilos int
	// Avanza is told after each row, and Rechaza each row left out, one call at
	// a time; either may be nil.
	Avanza  func(importacion.Cuenta)
	Rechaza func(Rechazo) error
}

// Correr registers the rows. It ends at the first failure that is not of a
// row: of the file, or of the store. What was registered stays, and is told as
// repeated when the same table is given again.
func (c Carga) Correr(ctx context.Context) (importacion.Cuenta, error) {
	var n importacion.Cuenta
	var mu sync.Mutex
	cola := make(chan hoja.Fila)
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error {
		defer close(cola)
		for f, err := range c.Tabla.filas {
			if mala, ok := errors.AsType[*csv.ParseError](err); ok {
				err = c.contar(&mu, &n, Rechazo{f.Linea, f.Celdas, falla.Fallas{reglaRenglon.Rota("renglon", mala.Err)}}, false)
			} else if err == nil {
				select {
				case cola <- f:
				case <-ctx.Done():
					err = ctx.Err()
				}
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
	for range max(c.Hilos, 1) {
		g.Go(func() error {
			for f := range cola {
				fs, repetida, err := c.registrar(ctx, f.Celdas)
				if err == nil {
					err = c.contar(&mu, &n, Rechazo{f.Linea, f.Celdas, fs}, repetida)
				}
				if err != nil {
					return err
				}
			}
			return nil
		})
	}
	err := g.Wait()
	return n, err
}

var reglaRenglon = falla.Regla{Codigo: "renglon-ilegible", Es: "El renglón no se puede leer: %v.", En: "The row cannot be read: %v."}

// registrar registers one row; the faults say why it was not.
func (c Carga) registrar(ctx context.Context, celdas []string) (falla.Fallas, bool, error) {
	r, fs := c.Tabla.lector.Convertir(celdas)
	if len(fs) > 0 {
		return c.ensayar(ctx, r, fs), false, nil
	}
	cuerpo, err := json.Marshal(r)
	if err != nil {
		return nil, false, err
	}
	res, err := c.Almacen.Realizar(ctx, almacen.Orden{
		Peticion: tramite.Peticion{Coleccion: siade.Coleccion, Entrada: r}, Actor: c.Actor,
		Idempotencia: &almacen.Idempotencia{Llamador: "importacion\x00" + r.Origen.Fuente, Clave: r.Origen.Clave, Cuerpo: cuerpo, Permanente: true},
	})
	if e, ok := errors.AsType[*falla.Error](err); ok && e.Clase == falla.Invalida {
		return c.sumar(nil, e.Fallas), false, nil
	}
	return nil, res.Repetida, err
}

// ensayar adds to the faults of a row those that registering it would find.
func (c Carga) ensayar(ctx context.Context, r siade.Registro, fs falla.Fallas) falla.Fallas {
	k := c.Almacen.Contexto(ctx, c.Actor)
	k.Folio = "ensayo"
	_, err := tramite.Crear(siade.Peticiones, siade.Registrar, r, k)
	if e, ok := errors.AsType[*falla.Error](err); ok {
		return c.sumar(fs, e.Fallas)
	}
	return fs
}

// sumar adds faults by the columns that they come from, but for those of a
// column already told to be at fault.
func (c Carga) sumar(fs, mas falla.Fallas) falla.Fallas {
	dichas := map[string]bool{}
	for _, f := range fs {
		dichas[f.Ubicacion] = true
	}
	for _, f := range mas {
		if f.Codigo == "idempotencia-distinta" {
			f = importacion.ReglaClaveRepetida.Rota(c.Tabla.lector.Clave())
		} else {
			f.Ubicacion = c.Tabla.lector.Lugar(f.Ubicacion)
		}
		if !dichas[f.Ubicacion] {
			fs = append(fs, f)
		}
	}
	return fs
}

func (c Carga) contar(mu *sync.Mutex, n *importacion.Cuenta, r Rechazo, repetida bool) error {
	mu.Lock()
	defer mu.Unlock()
	n.Leidos++
	switch {
	case len(r.Fallas) > 0:
		n.Rechazados++
		if c.Rechaza != nil {
			if err := c.Rechaza(r); err != nil {
				return err
			}
		}
	case repetida:
		n.Repetidas++
	default:
		n.Nuevas++
	}
	if c.Avanza != nil {
		c.Avanza(*n)
	}
	return nil
}

// Decir writes faults in one line: where, what and the code of each.
func Decir(fs falla.Fallas) string {
	dicho := make([]string, len(fs))
	for i, f := range fs {
		dicho[i] = fmt.Sprintf("%s: %s (%s)", f.Ubicacion, f.Es, f.Codigo)
	}
	return strings.Join(dicho, " | ")
}
