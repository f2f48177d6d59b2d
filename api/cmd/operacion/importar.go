package main

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"strings"

	"github.com/operacion-abierta/operacion/api/carga"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/siade/importacion"
)

// importar registers in bulk.
type importar struct {
	Peticiones importarPeticiones `cmd:"" help:"Registra las peticiones de un archivo CSV o XLSX; lo ya importado no se repite."`
}

// importarPeticiones registers the rows of a file as petitions. Given again,
// with the same file or a longer one, it goes on where it was.
type importarPeticiones struct {
	conexion
	Archivo  string `arg:"" help:"Archivo CSV o XLSX, con encabezado."`
	Mapa     string `required:"" help:"Archivo JSON que dice de qué columna sale cada dato." type:"existingfile"`
	Rechazos string `help:"Archivo CSV donde se escriben los renglones rechazados, con sus fallas; si falta, el archivo más .rechazos.csv."`
	Unidad   string `help:"Unidad que registra." default:"doe-7.1.3.1.1"`
	OOAD     string `name:"ooad" help:"OOAD de la unidad, si es regional."`
	Sub      string `help:"Cuenta de quien registra." default:"importacion"`
	Hilos    int    `help:"Cuántas a la vez." default:"64"`
}

// Run imports.
func (o *importarPeticiones) Run(ctx context.Context, t terminal) error {
	mapa, err := leerMapa(o.Mapa)
	if err != nil {
		return err
	}
	f, err := os.Open(o.Archivo)
	if err != nil {
		return fmt.Errorf("%w: %w", errUso, err)
	}
	defer func() { _ = f.Close() }()
	tabla, err := carga.Abrir(f, mapa)
	if falla.DeClase(err, falla.Invalida) {
		return decirFallas(t.Err, err)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", o.Archivo, err)
	}
	l, err := o.llavero()
	if err != nil {
		return err
	}
	a, err := o.abrir(ctx, l, slog.New(slog.DiscardHandler))
	if err != nil {
		return err
	}
	defer func() { _ = a.Cerrar() }()
	rechazos := &archivoRechazos{nombre: o.Rechazos, encabezado: tabla.EncabezadoRechazos()}
	if rechazos.nombre == "" {
		rechazos.nombre = o.Archivo + ".rechazos.csv"
	}
	total, ver := o.tamano(f), avance(t.Err, "Importando")
	n, err := carga.Carga{
		Almacen: a, Tabla: tabla, Hilos: o.Hilos, Rechaza: rechazos.escribir,
		Actor: doe.Actor{Sub: o.Sub, Nombre: o.Sub, Unidad: doe.ClaveUnidad(o.Unidad), OOAD: doe.OOAD(o.OOAD), Puesto: doe.Titular},
		Avanza: func(n importacion.Cuenta) {
			if n.Leidos%200 == 0 {
				ver(int(o.leido(f)), int(total))
			}
		},
	}.Correr(ctx)
	if err = errors.Join(err, rechazos.cerrar()); err != nil {
		fmt.Fprintf(t.Err, "\n%d peticiones registradas; se puede repetir la orden y seguirá donde quedó.\n", n.Nuevas)
		return err
	}
	ver(int(total), int(total))
	fmt.Fprintf(t.Out, "leídos %d, nuevas %d, repetidas %d, rechazados %d\n", n.Leidos, n.Nuevas, n.Repetidas, n.Rechazados)
	if n.Rechazados > 0 {
		fmt.Fprintf(t.Out, "rechazos en %s\n", rechazos.nombre)
		return errHallazgos
	}
	return nil
}

// tamano and leido are in bytes of the file: how many rows it has is not known
// before the end.
func (o *importarPeticiones) tamano(f *os.File) int64 {
	i, err := f.Stat()
	if err != nil {
		return 1
	}
	return max(i.Size(), 1)
}

func (o *importarPeticiones) leido(f *os.File) int64 {
	n, err := f.Seek(0, io.SeekCurrent)
	if err != nil {
		return 0
	}
	return n
}

func leerMapa(archivo string) (importacion.Mapa, error) {
	var m importacion.Mapa
	b, err := os.ReadFile(archivo)
	if err != nil {
		return m, fmt.Errorf("%w: %w", errUso, err)
	}
	d := json.NewDecoder(strings.NewReader(string(b)))
	d.DisallowUnknownFields()
	if err := d.Decode(&m); err != nil {
		return m, fmt.Errorf("%w: %s: %w", errUso, archivo, err)
	}
	return m, nil
}

// decirFallas writes each fault of the map in a line.
func decirFallas(w io.Writer, err error) error {
	e, ok := errors.AsType[*falla.Error](err)
	if !ok {
		return err
	}
	for _, f := range e.Fallas {
		fmt.Fprintf(w, "%s: %s (%s)\n", f.Ubicacion, f.Es, f.Codigo)
	}
	return fmt.Errorf("%w: %s", errUso, e.Es)
}

// archivoRechazos is made at the first rejected row.
type archivoRechazos struct {
	nombre     string
	encabezado []string
	f          *os.File
	w          *csv.Writer
}

func (a *archivoRechazos) escribir(r carga.Rechazo) error {
	if a.f == nil {
		f, err := os.OpenFile(a.nombre, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
		if err != nil {
			return err
		}
		a.f, a.w = f, csv.NewWriter(f)
		if err := a.w.Write(a.encabezado); err != nil {
			return err
		}
	}
	return a.w.Write(r.Renglon())
}

func (a *archivoRechazos) cerrar() error {
	if a.f == nil {
		return nil
	}
	a.w.Flush()
	return errors.Join(a.w.Error(), a.f.Close())
}
