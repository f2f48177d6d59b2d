package almacen

import (
	"context"
	"errors"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// maxIntentos is how often an act is computed again because a record that it
// concerns moved meanwhile.
const maxIntentos = 20

// Orden is a request to do an act.
type Orden struct {
	// Peticion is the act: an empty folio creates a record.
	tramite.Peticion
	// Actor is who does it.
	Actor doe.Actor
	// SiVersion is the version that the caller knows; 0 when it did not say.
	SiVersion int
	// Idempotencia tells repeats of the request from new ones; nil when the
	// caller gave no key.
	Idempotencia *Idempotencia
	// Enlace is the secret of the link by which the request came: collection,
	// folio, act and, when it has no role, the actor are then those of the
	// link, which is used up.
	Enlace string
}

// Resultado is what a request did to the record it was about.
type Resultado struct {
	Expediente
	// Enlaces are the links it opened, with their secrets.
	Enlaces []Enlace
	// Repetida says that it had been done before under the same key.
	Repetida bool
}

// Realizar does an act and all that it entails, and returns once the disk has
// it. The error is a [falla.Error] when the request is refused, of class
// [falla.NoDisponible] when nobody knows whether it was done.
func (a *Almacen) Realizar(ctx context.Context, o Orden) (Resultado, error) {
	t := &trabajo{}
	if o.Idempotencia == nil {
		return a.realizar(ctx, &o, t)
	}
	t.idem = nuevaIdem(&o)
	defer a.deClave.tomar(string(t.idem.clave))()
	r, hay, err := a.repetir(ctx, t.idem)
	if hay || err != nil {
		return r, err
	}
	r, err = a.realizar(ctx, &o, t)
	if repetido(err) { // another process did it meanwhile
		if otra, hay, e := a.repetir(ctx, t.idem); hay || e != nil {
			return otra, e
		}
	}
	return r, err
}

// realizar computes the act and hands it over, until the records it concerns
// stay still in between. Acts on one record wait for each other.
func (a *Almacen) realizar(ctx context.Context, o *Orden, t *trabajo) (Resultado, error) {
	if o.Enlace != "" {
		if err := a.porEnlace(ctx, o, t); err != nil {
			return Resultado{}, err
		}
	}
	if o.Folio != "" {
		defer a.deExpediente.tomar(o.Coleccion, o.Folio)()
	}
	for range maxIntentos {
		if err := ctx.Err(); err != nil {
			return Resultado{}, noDisponible(err)
		}
		if err := a.calcular(ctx, o, t); err != nil {
			return Resultado{}, err
		}
		err := a.entregar(t, a.escritorDe(t.filas[0].cab.OOAD))
		if err == nil {
			a.padrones.olvidar(t.filas)
			return a.resultado(t), nil
		}
		// Another process may have written the same natural key meanwhile.
		otraVez := errors.Is(err, errMovido) || repetido(err) && slices.ContainsFunc(t.filas, func(f *fila) bool { return f.conUnica })
		if !otraVez {
			return Resultado{}, err
		}
	}
	return Resultado{}, noDisponible(errMovido)
}

// calcular does the act on copies and prepares what is to be written.
func (a *Almacen) calcular(ctx context.Context, o *Orden, t *trabajo) error {
	c := a.Contexto(ctx, o.Actor)
	c.SiVersion = o.SiVersion
	hoy := c.Hoy()
	c.Foliar = func(r *tramite.Resumen, ooad doe.OOAD) string { return marca(a.o.Azar, r, ooad, hoy) }
	previos := map[string]*cargado{}
	c.Cargar = func(coleccion, folio string) (tramite.Registro, error) {
		r, p, err := a.paraActo(ctx, coleccion, folio)
		previos[coleccion+"/"+folio] = p
		return r, err
	}
	cambios, err := a.o.Mesa.Realizar(c, o.Peticion)
	if err != nil {
		return err
	}
	t.filas = make([]*fila, 0, len(cambios))
	for _, ca := range cambios {
		if len(ca.Eventos) == 0 {
			continue
		}
		f, err := a.preparar(ca, previos[ca.Tramite.Definicion().Coleccion+"/"+ca.Registro.Cabeza().Folio], &c)
		if err != nil {
			return err
		}
		t.filas = append(t.filas, f)
	}
	return nil
}

// resultado is what the caller learns: about the record it asked for.
func (a *Almacen) resultado(t *trabajo) Resultado {
	s := &t.asientos[0]
	r := Resultado{Expediente: Expediente{
		Coleccion: s.coleccion, Folio: s.folio, Version: s.cab.Version, OOAD: s.cab.OOAD,
		Llano: !s.ficha.Reserva.Restringida && len(s.ficha.Reserva.Excluidos) == 0, Doc: s.doc, Vence: s.vence.Vence, Aviso: s.vence.Aviso,
	}}
	for _, x := range s.enlaces {
		r.Enlaces = append(r.Enlaces, Enlace{
			Secreto: a.secreto(secretoDe{s.coleccion, s.folio, x.secuencia, x.n}), Coleccion: s.coleccion, Folio: s.folio,
			Acto: x.Acto, Organo: x.Organo, Rol: x.Rol, Vence: x.vence,
		})
	}
	return r
}
