package api

import (
	"context"
	"errors"
	"net/http"
	"reflect"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/programa"
	"github.com/operacion-abierta/operacion/doe/reorganizacion"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Mantener does what time owes: what [almacen.Almacen.Mantener] does, and the
// structure that the reorganisations in force make; it learns what was decided
// of petitions elsewhere, and opens the recurrent problems that a week shows. It is to be called every minute or so.
func (s *Servidor) Mantener(ctx context.Context) error {
	return errors.Join(s.almacen.Mantener(ctx), s.estructurar(ctx), s.repasar(ctx), s.detectar(ctx))
}

// estructurar puts the reorganisations in force that are not yet, and hands
// over the open records of the units that they end. Another program on the
// same store may have done the latter; then nothing is left to hand over.
func (s *Servidor) estructurar(ctx context.Context) error {
	d := reorganizacion.Reorganizaciones.Definicion()
	if _, ok := s.mesa.Tramite(d.Coleccion); !ok {
		return nil
	}
	rs, err := s.reorganizaciones(ctx, reorganizacion.EnVigor)
	if err != nil || int64(len(rs)) == s.enVigor.Load() {
		return err
	}
	nuevo, err := reorganizacion.Catalogo(s.base, rs)
	if err != nil {
		return err
	}
	s.almacen.Estructurar(nuevo)
	for _, r := range rs {
		for _, t := range r.Traspasos {
			n, e := s.almacen.Traspasar(ctx, t.De, t.A, r.Folio)
			if err = errors.Join(err, e); n > 0 {
				s.diario.InfoContext(ctx, "expedientes traspasados", "reorganizacion", r.Folio, "de", t.De, "a", t.A, "hechos", n)
			}
		}
	}
	if err == nil {
		s.enVigor.Store(int64(len(rs)))
	}
	return err
}

func (s *Servidor) reorganizaciones(ctx context.Context, e tramite.Estado) ([]reorganizacion.Reorganizacion, error) {
	return todos(ctx, s, reorganizacion.Reorganizaciones, almacen.Filtro{Vista: tramite.Vista{Reservados: true}, Estado: string(e)})
}

// SimulacionReorganizacion is what a reorganisation would do today.
type SimulacionReorganizacion struct {
	reorganizacion.Simulacion
	// Vigente says whether it is still the simulation on record.
	Vigente bool `json:"vigente" doc:"Si coincide con la simulación asentada en el expediente" example:"true"`
	// Renglones are the lines of open programmes that it touches.
	Renglones []programa.Afectada `json:"renglones" doc:"Renglones de programas anuales abiertos cuya unidad termina o cuya función cambia de unidad"`
}

func (s *Servidor) montarReorganizaciones(k *coleccion) {
	op := k.leer("/{folio}/simulacion", "simulacion", "Simulación de la reorganización",
		"Lo que haría hoy el proyecto: unidades, funciones que quedarían sin unidad, facultades sin titular, los expedientes abiertos por traspasar con su destino y los renglones de programas anuales que afecta. No deja constancia; el acto simular sí.",
		s.de(reflect.TypeFor[SimulacionReorganizacion](), "La simulación."), k.simulacion, k.folio())
	op.errores = append(op.errores, http.StatusUnprocessableEntity)
	s.montar(op)
}

func (k *coleccion) simulacion(c *caso) (respuesta, error) {
	if !esFolio(c.ruta("folio")) {
		return respuesta{}, noEncontrado()
	}
	reg, _, err := k.s.almacen.Cargar(c.r.Context(), k.d.Coleccion, c.ruta("folio"))
	if err != nil {
		return respuesta{}, err
	}
	ctx := k.s.contexto(c.r.Context(), c.actor)
	if err := tramite.Lee(k.t, reg, ctx); err != nil {
		return respuesta{}, err
	}
	r, ok := reg.(*reorganizacion.Reorganizacion)
	if !ok {
		return respuesta{}, noEncontrado()
	}
	// What is in force already is simulated on the structure before it.
	cat := ctx.Catalogo
	if r.Estado == reorganizacion.EnVigor {
		cat = cat.En(r.Aprobacion.Vigente.Sumar(-1))
	}
	s, err := reorganizacion.Simular(*r, cat, c.ahora().Dia(), ctx.Abiertos)
	if err != nil {
		return respuesta{}, err
	}
	ps, err := todos(c.r.Context(), k.s, programa.Programas, almacen.Filtro{Vista: tramite.Vista{Reservados: true}})
	if err != nil {
		return respuesta{}, err
	}
	out := SimulacionReorganizacion{Simulacion: s, Renglones: programa.Afectadas(ps, s.Diferencias)}
	if r.Simulacion != nil {
		asentada := *r.Simulacion
		asentada.Dia = fecha.Fecha{}
		s.Dia = fecha.Fecha{}
		out.Vigente = reflect.DeepEqual(s, asentada)
	}
	return enJSON(out)
}
