package api

import (
	"bytes"
	"cmp"
	"context"
	"encoding/csv"
	"errors"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/api/carga"
	"github.com/operacion-abierta/operacion/api/hoja"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade/importacion"
)

const (
	// hilosImportar is how many rows of an import are registered at a time.
	hilosImportar = 16
	// pasoImportar is after how many rows an import tells how far it is.
	pasoImportar = 2000
)

// Importar registers the rows of the imports that were begun, one import after
// another. Those that a stop of the program cut short go on: what they had
// registered is not repeated. Two calls at once do
// it once.
func (s *Servidor) Importar(ctx context.Context) error {
	if !s.importando.TryLock() {
		return nil
	}
	defer s.importando.Unlock()
	rs, err := todos(ctx, s, importacion.Importaciones, almacen.Filtro{Estado: string(importacion.EnCurso), Vista: importacion.Importaciones.Vista(s.contexto(ctx, doe.Reloj()))})
	for i := range rs {
		err = errors.Join(err, s.importar(ctx, &rs[i]))
	}
	return err
}

// importar does one import. A failure of the store leaves it to be taken up
// later; a fault of its file or of its owner ends it.
func (s *Servidor) importar(ctx context.Context, r *importacion.Importacion) error {
	rechazos := &bytes.Buffer{}
	n, err := s.registrarRenglones(ctx, r, csv.NewWriter(rechazos))
	switch {
	case errors.Is(err, errCancelada):
		return nil
	case err == nil:
		return s.concluirImportacion(ctx, r, n, rechazos)
	case ctx.Err() != nil || falla.DeClase(err, falla.NoDisponible):
		return err
	}
	return s.deImportacion(ctx, r, importacion.Fallar.Nombre, importacion.Fallo{Motivo: porQueNoSeImporta(err)})
}

var errCancelada = errors.New("the import was cancelled")

func porQueNoSeImporta(err error) string {
	e, ok := errors.AsType[*falla.Error](err)
	switch {
	case ok && len(e.Fallas) > 0:
		return carga.Decir(e.Fallas)
	case ok:
		return cmp.Or(e.Es, e.Codigo)
	case errors.Is(err, hoja.ErrVacio):
		return "El archivo no tiene renglones."
	}
	return "El archivo no se puede leer como CSV ni como XLSX."
}

func (s *Servidor) registrarRenglones(ctx context.Context, r *importacion.Importacion, w *csv.Writer) (n importacion.Cuenta, err error) {
	f, _, err := s.almacen.AbrirArchivo(ctx, r.Archivo)
	if err != nil {
		return n, err
	}
	defer func() { _ = f.Close() }()
	tabla, err := carga.Abrir(f, r.Mapa)
	if err != nil {
		return n, err
	}
	_ = w.Write(tabla.EncabezadoRechazos()) // to memory
	var avisado error
	ctx, parar := context.WithCancel(ctx)
	defer parar()
	n, err = carga.Carga{
		Almacen: s.almacen, Actor: r.Quien.Actor(), Tabla: tabla, Hilos: hilosImportar,
		Rechaza: func(x carga.Rechazo) error { return w.Write(x.Renglon()) },
		Avanza: func(n importacion.Cuenta) {
			if n.Leidos%pasoImportar == 0 && avisado == nil {
				if avisado = s.deImportacion(ctx, r, importacion.Avanzar.Nombre, n); avisado != nil {
					parar()
				}
			}
		},
	}.Correr(ctx)
	w.Flush()
	if avisado != nil {
		return n, avisado
	}
	return n, err
}

// deImportacion does an act of the system on an import; one that was cancelled
// meanwhile is told so.
func (s *Servidor) deImportacion(ctx context.Context, r *importacion.Importacion, acto string, e any) error {
	_, err := s.almacen.Realizar(ctx, almacen.Orden{Peticion: tramite.Peticion{Coleccion: importacion.Coleccion, Folio: r.Folio, Acto: acto, Entrada: e}, Actor: doe.Reloj()})
	if falla.DeClase(err, falla.Conflicto) {
		return errCancelada
	}
	return err
}

func (s *Servidor) concluirImportacion(ctx context.Context, r *importacion.Importacion, n importacion.Cuenta, rechazos *bytes.Buffer) error {
	res := importacion.Resultado{Cuenta: n}
	if n.Rechazados > 0 {
		a, err := s.almacen.GuardarArchivo(ctx, rechazos, "text/csv")
		if err != nil {
			return err
		}
		res.Rechazos = &tramite.Adjunto{Nombre: r.Folio + "-rechazos.csv", SHA256: a.SHA256, Tipo: a.Tipo, Bytes: int(a.Bytes)}
	}
	if err := s.deImportacion(ctx, r, importacion.Concluir.Nombre, res); err != nil && !errors.Is(err, errCancelada) {
		return err
	}
	return nil
}
