package api

import (
	"context"
	"errors"
	"fmt"
	"reflect"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/tabla"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
	"github.com/operacion-abierta/operacion/siade/estadistica"
)

// HacerCorte makes the figures of a cut from the events as of its instant: the
// first time, and whenever they are to be proved.
func HacerCorte(ctx context.Context, a *almacen.Almacen, r *estadistica.Corte) (estadistica.Cifras, error) {
	d, err := disenoDe(ctx, a, r)
	if err != nil {
		return estadistica.Cifras{}, err
	}
	c, err := a.CuentasAl(ctx, siade.Coleccion, r.Al, r.Desde)
	if err != nil {
		return estadistica.Cifras{}, err
	}
	return r.Integrar(d, sumarDe(ctx, c))
}

// disenoDe is the content of the version that a cut was run with, retired or
// not.
func disenoDe(ctx context.Context, a *almacen.Almacen, r *estadistica.Corte) (estadistica.ContenidoDiseno, error) {
	x, _, err := a.Cargar(ctx, estadistica.ColeccionDisenos, r.FolioDiseno)
	if err != nil {
		return estadistica.ContenidoDiseno{}, err
	}
	d := x.(*estadistica.Diseno)
	if r.VersionDiseno < 1 || r.VersionDiseno > len(d.Versiones) {
		return estadistica.ContenidoDiseno{}, fmt.Errorf("api: the cut %s was run with version %d of %s, which has %d", r.Folio, r.VersionDiseno, d.Folio, len(d.Versiones))
	}
	return d.Versiones[r.VersionDiseno-1].Contenido, nil
}

// Integrar makes the figures of the cuts that were run, one after another. Two
// calls at once do it once.
func (s *Servidor) Integrar(ctx context.Context) error {
	if !s.integrando.TryLock() {
		return nil
	}
	defer s.integrando.Unlock()
	rs, err := todos(ctx, s, estadistica.Cortes, almacen.Filtro{Estado: string(estadistica.EnIntegracion), Vista: estadistica.Cortes.Vista(s.contexto(ctx, doe.Reloj()))})
	for i := range rs {
		err = errors.Join(err, s.integrar(ctx, &rs[i]))
	}
	return err
}

func (s *Servidor) integrar(ctx context.Context, r *estadistica.Corte) error {
	x, err := HacerCorte(ctx, s.almacen, r)
	if err != nil {
		return err
	}
	_, err = s.almacen.Realizar(ctx, almacen.Orden{
		Peticion: tramite.Peticion{Coleccion: estadistica.ColeccionCortes, Folio: r.Folio, Acto: estadistica.IntegrarCorte.Nombre, Entrada: x}, Actor: doe.Reloj(),
	})
	if falla.DeClase(err, falla.Conflicto) { // it was cancelled meanwhile
		return nil
	}
	return err
}

// Comprobacion is whether the figures of a cut come out again.
type Comprobacion struct {
	Coincide bool   `json:"coincide" doc:"Si las cifras rehechas de los eventos son las del corte" example:"true"`
	Huella   string `json:"huella" doc:"Huella SHA-256 de las cifras del corte"`
	Rehecha  string `json:"rehecha" doc:"Huella SHA-256 de las cifras rehechas"`
}

var reglaOcupado = falla.Regla{Codigo: "comprobacion-en-curso", Es: "Se está comprobando otro corte.", En: "Another cut is being proved."}

var reglaSinCifras = falla.Regla{Codigo: "corte-sin-cifras", Es: "El corte aún no tiene cifras.", En: "The cut has no figures yet."}

// montarCortes adds the proof of a cut and its tables.
func (s *Servidor) montarCortes(k *coleccion) {
	op := k.leer("/{folio}/comprobacion", "comprobacion", "Comprobar el corte",
		"Rehace las cifras de los eventos habidos hasta el instante del corte y las compara con las publicadas. Tarda lo que tarda leer el registro del periodo; se comprueba un corte a la vez.",
		s.de(reflect.TypeFor[Comprobacion](), "Si coincide."), k.comprobarCorte, k.folio())
	s.ejerce(&op, "siade.estadistica:ejecutar", "siade.estadistica:validar")
	op.errores = append(op.errores, 409, 503)
	s.montar(op)

	op = k.leer("/{folio}/cuadros.csv", "cuadros-csv", "Un cuadro del corte, en CSV", "El cuadro que se pide, con sus encabezados en la primera fila.",
		deBytes("text/csv", "El cuadro."), k.cuadroCSV, k.folio(), deCuadro())
	op.errores = append(op.errores, 409)
	s.montar(op)
	op = k.leer("/{folio}/cuadros.xlsx", "cuadros-xlsx", "Un cuadro del corte, en hoja de cálculo", "El cuadro que se pide, con sus totales, y otra hoja con el periodo, el instante del corte, su huella y quién lo validó.",
		deBytes(tipoLibro, "El libro."), k.cuadroLibro, k.folio(), deCuadro())
	op.errores = append(op.errores, 409)
	s.montar(op)
}

func deCuadro() parametro {
	return consulta("cuadro", "Clave del cuadro; el primero si falta", "C1", 20)
}

// corteConCifras is the cut of a request, that the caller may read and that has
// figures.
func (c *caso) corteConCifras(t tramite.Cualquiera) (*estadistica.Corte, error) {
	x, _, _, err := c.leible(t)
	if err != nil {
		return nil, err
	}
	r := x.(*estadistica.Corte)
	if r.Cifras == nil {
		return nil, &falla.Error{Clase: falla.Conflicto, Codigo: reglaSinCifras.Codigo, Es: reglaSinCifras.Es, En: reglaSinCifras.En}
	}
	return r, nil
}

func (k *coleccion) comprobarCorte(c *caso) (respuesta, error) {
	r, err := c.corteConCifras(k.t)
	if err != nil {
		return respuesta{}, err
	}
	if !k.s.integrando.TryLock() {
		return respuesta{}, &falla.Error{Clase: falla.NoDisponible, Codigo: reglaOcupado.Codigo, Es: reglaOcupado.Es, En: reglaOcupado.En}
	}
	defer k.s.integrando.Unlock()
	x, err := HacerCorte(c.r.Context(), k.s.almacen, r)
	if err != nil {
		return respuesta{}, err
	}
	return enJSON(Comprobacion{x.Huella == r.Cifras.Huella, r.Cifras.Huella, x.Huella})
}

func (k *coleccion) cuadroCSV(c *caso) (respuesta, error) {
	t, err := k.cuadro(c)
	if err != nil {
		return respuesta{}, err
	}
	return enTablaCSV(t)
}

func (k *coleccion) cuadroLibro(c *caso) (respuesta, error) {
	t, err := k.cuadro(c)
	if err != nil {
		return respuesta{}, err
	}
	return enLibro(t)
}

func (k *coleccion) cuadro(c *caso) (tabla.Tabla, error) {
	r, err := c.corteConCifras(k.t)
	if err != nil {
		return tabla.Tabla{}, err
	}
	t, hay := r.Tabla(c.texto("cuadro"))
	if !hay {
		return tabla.Tabla{}, &falla.Error{Clase: falla.NoEncontrada, Codigo: "no-encontrado", Es: "El corte no tiene ese cuadro.", En: "The cut has no such table."}
	}
	return t, nil
}
