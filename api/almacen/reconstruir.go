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
// by which near copies are found anew from the records and their events, and
// forgets the counts by week, which are made when asked for. Nothing is written
// meanwhile. progreso, when given, is told
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
		for _, q := range []string{"DELETE FROM cuentas", "DELETE FROM ejercicios", "DELETE FROM ejercicios_mes", "DELETE FROM marcas", "DELETE FROM firmas", "DELETE FROM semanas", "DELETE FROM ajustes WHERE nombre LIKE 'semanas/%'", "DELETE FROM movimientos", vaciar} {
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
		a.facetas.Store(true)
		return e.anotar(hechos...)
	})
}

// hecho is something made from the records, whose version the store notes.
type hecho struct{ nombre, version string }

// hechos are the stems of the full-text index and the counters. A store that
// notes no version of its counters and has some made them under the first.
var hechos = []hecho{{hechoRaices, strconv.Itoa(texto.Version) + "." + versionFacetas}, {"cuentas", strconv.Itoa(tramite.VersionAportes)}}

const hechoRaices = "raices"

// anotar notes that what the store has is of this program.
func (e *escritor) anotar(hs ...hecho) error {
	fs := filas{t: tAjustes}
	for _, h := range hs {
		fs.sumar(h.nombre, h.version)
	}
	return e.insertar(&fs)
}

// comprobarHechos tells the log when the full-text index or the counters are of
// another version: they tell less until [Almacen.Reconstruir].
func (a *Almacen) comprobarHechos(ctx context.Context) error {
	for _, h := range hechos {
		version := "1"
		hay, err := a.m.uno(ctx, "SELECT valor FROM ajustes WHERE nombre = $1", []any{h.nombre}, &version)
		if err == nil && !hay && h.nombre == "cuentas" {
			hay, err = a.m.uno(ctx, "SELECT '1' FROM cuentas LIMIT 1", nil, &version)
		}
		if h.nombre == hechoRaices {
			a.facetas.Store(!hay || version == h.version)
		}
		switch {
		case err != nil:
			return err
		case !hay:
			if err := a.solo(func(e *escritor) error { return e.anotar(h) }); err != nil {
				return err
			}
		case version != h.version:
			a.o.Diario.Warn("lo hecho a partir de los expedientes es de otra versión: hay que reconstruirlo", slog.String("que", h.nombre), slog.String("version", version))
		}
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
			f := deTramite(t)
			f.mover(t.Aporta(r, deOrdinal(x.vence)), 1)
			s.fila(f)
			ficha := t.Ficha(r)
			palabras := raices(ficha.Texto)
			if todas := indizar(palabras, facetas(x.coleccion, &ficha, r.Cabeza(), x.vence != nil)); todas != "" {
				indice.sumar(x.id, todas)
			}
			if creado := r.Cabeza().Creado; ficha.Similares && semana(creado.Dia()) >= semana(hoy)-SemanasFirmas {
				sumarFirmas(&firmas, x.id, x.folio, creado, firmar(palabras))
			}
		}
		desde := ultimo
		ultimo = pagina[len(pagina)-1].id
		if err := e.reejercer(mesa, desde, ultimo, coleccion, s); err != nil {
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

// reejercer counts what the events of some records move by themselves, and
// marks those events that are marked.
func (e *escritor) reejercer(mesa *tramite.Mesa, tras, hasta int64, coleccion map[int64]string, s *sumas) error {
	marcas := filas{t: tMarcas}
	err := e.filas(func(scan func(...any) error) error {
		var id int64
		var carga []byte
		if err := scan(&id, &carga); err != nil {
			return err
		}
		t, _ := mesa.Tramite(coleccion[id/maxEventos])
		f, err := observado(t, carga)
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
