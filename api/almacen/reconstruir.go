package almacen

import (
	"context"
	"log/slog"
	"strconv"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/texto"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Reconstruir makes the counters, the marks, the full-text index and the values
// by which near copies are found anew from the records and their events. Nothing is written meanwhile. progreso, when given, is told
// how many records of all it went through.
func (a *Almacen) Reconstruir(ctx context.Context, progreso func(hecho, total int)) error {
	total := 0
	if _, err := a.m.uno(ctx, "SELECT count(*) FROM expedientes", nil, &total); err != nil {
		return err
	}
	return a.solo(func(e *escritor) error {
		if e.m.pg {
			if err := e.exec("LOCK TABLE movimientos, cuentas IN SHARE ROW EXCLUSIVE MODE"); err != nil {
				return err
			}
		}
		vaciar := "INSERT INTO buscador (buscador) VALUES ('delete-all')"
		if e.m.pg {
			vaciar = "DELETE FROM buscador"
		}
		for _, q := range []string{"DELETE FROM cuentas", "DELETE FROM ejercicios", "DELETE FROM ejercicios_mes", "DELETE FROM marcas", "DELETE FROM firmas", "DELETE FROM movimientos", vaciar} {
			if err := e.exec(q); err != nil {
				return err
			}
		}
		s := nuevasSumas()
		if err := e.recontar(a.o.Mesa, s, a.o.Ahora().Dia(), avisar(progreso, total)); err != nil {
			return err
		}
		if err := e.contar(s); err != nil {
			return err
		}
		return e.anotarRaices()
	})
}

// ajusteRaices names the version of the stems that the full-text index holds.
const ajusteRaices = "raices"

// anotarRaices notes that the index holds the stems of this program.
func (e *escritor) anotarRaices() error {
	fs := filas{t: tAjustes}
	fs.sumar(ajusteRaices, strconv.Itoa(texto.Version))
	return e.insertar(&fs)
}

// comprobarRaices tells the log when the full-text index holds stems of
// another version: it finds less until [Almacen.Reconstruir].
func (a *Almacen) comprobarRaices(ctx context.Context) error {
	var version string
	switch hay, err := a.m.uno(ctx, "SELECT valor FROM ajustes WHERE nombre = $1", []any{ajusteRaices}, &version); {
	case err != nil:
		return err
	case !hay:
		return a.solo((*escritor).anotarRaices)
	case version != strconv.Itoa(texto.Version):
		a.o.Diario.Warn("el índice de texto es de otra versión: hay que reconstruirlo", slog.String("version", version))
	}
	return nil
}

// avisar tells, record by record, how far a work is.
func avisar(progreso func(hecho, total int), total int) func(n int) {
	hecho := 0
	return func(n int) {
		if hecho += n; progreso != nil {
			progreso(hecho, total)
		}
	}
}

// recontar sums what every record adds, indexes its text and marks its events.
func (e *escritor) recontar(mesa *tramite.Mesa, s *sumas, hoy fecha.Fecha, avance func(n int)) error {
	for ultimo := int64(0); ; {
		pagina, err := e.paginaDe(ultimo)
		if err != nil || len(pagina) == 0 {
			return err
		}
		indice, firmas := filas{t: tBuscador}, filas{t: tFirmas}
		coleccion := map[int64]string{}
		for i := range pagina {
			x := &pagina[i]
			coleccion[x.id] = x.coleccion
			t, ok := mesa.Tramite(x.coleccion)
			if !ok {
				continue
			}
			r, err := t.Decodificar(x.doc)
			if err != nil {
				return err
			}
			f := &fila{serie: t.Definicion().Serie}
			f.mover(t.Aporta(r, deOrdinal(x.vence)), 1)
			s.fila(f)
			ficha := t.Ficha(r)
			palabras := raices(ficha.Texto)
			if palabras != "" {
				indice.sumar(x.id, palabras)
			}
			if creado := r.Cabeza().Creado; ficha.Similares && semana(creado.Dia()) >= semana(hoy)-SemanasFirmas {
				sumarFirmas(&firmas, x.id, x.folio, creado, firmar(palabras))
			}
		}
		desde := ultimo
		ultimo = pagina[len(pagina)-1].id
		if err := e.reejercer(desde, ultimo, coleccion, s); err != nil {
			return err
		}
		for _, f := range []*filas{&indice, &firmas} {
			if err := e.insertar(f); err != nil {
				return err
			}
		}
		avance(len(pagina))
	}
}

func (e *escritor) paginaDe(tras int64) ([]registroLeido, error) {
	var out []registroLeido
	err := e.filas(func(scan func(...any) error) error {
		var x registroLeido
		err := scan(&x.id, &x.coleccion, &x.folio, &x.vence, &x.doc)
		out = append(out, x)
		return err
	}, "SELECT id, coleccion, folio, vence, doc FROM expedientes WHERE id > $1 ORDER BY id LIMIT $2", tras, paginaVerificar)
	return out, err
}

// reejercer counts the functions exercised by the events of some records, and
// marks those events that are marked.
func (e *escritor) reejercer(tras, hasta int64, coleccion map[int64]string, s *sumas) error {
	marcas := filas{t: tMarcas}
	err := e.filas(func(scan func(...any) error) error {
		var id int64
		var carga []byte
		if err := scan(&id, &carga); err != nil {
			return err
		}
		f, err := ejercicios(carga)
		f.coleccion = coleccion[id/maxEventos]
		f.sumarMarcas(&marcas, id/maxEventos)
		s.fila(f)
		return err
	}, "SELECT id, carga FROM eventos WHERE id >= $1 AND id < $2", (tras+1)*maxEventos, (hasta+1)*maxEventos)
	if err != nil {
		return err
	}
	return e.insertar(&marcas)
}
