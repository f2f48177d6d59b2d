package encomienda_test

import (
	"errors"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/encomienda"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

const folio = "ENC-2026-09-0000001-X"

var (
	ao         = titular("doe-7.1.3")
	divisiones = titular("doe-7.1.3.1")
	general    = doe.Actor{Sub: "dg", Nombre: "Dirección General", Organo: "organo-direccion-general", Rol: doe.DireccionGeneral}
	jalisco    = doe.Actor{Sub: "ooad", Nombre: "Titular del OOAD", Organo: "ooad-14", Rol: doe.Evaluado}
	motivo     = "Por la razón que consta en el expediente."
)

func titular(u doe.ClaveUnidad) doe.Actor {
	a := doe.Actor{Sub: "titular:" + string(u), Nombre: "Titular de " + string(u), Unidad: u, Puesto: doe.Titular}
	if u.Regional() {
		a.OOAD = "14"
	}
	return a
}

// caso is a task on its way.
type caso struct {
	r       encomienda.Encomienda
	eventos []tramite.Evento
	otras   map[string]*encomienda.Encomienda
}

func (k *caso) contexto(a doe.Actor, dia string) tramite.Contexto {
	return tramite.Contexto{
		Ahora: fecha.MustParse(dia).Inicio().Sumar(10 * time.Hour), Actor: a, Catalogo: doe.Vigente(), Calendarios: plazo.Oficiales(), Folio: folio,
		Azar: func() string { return "azar" },
		Cargar: func(_, f string) (tramite.Registro, error) {
			if o := k.otras[f]; o != nil {
				return o, nil
			}
			return nil, &falla.Error{Clase: falla.NoEncontrada, Codigo: "no-encontrado"}
		},
	}
}

func intentar[E any](k *caso, a tramite.Acto[encomienda.Encomienda, E], e E, quien doe.Actor, dia string) error {
	h, err := tramite.Ejecutar(encomienda.Encomiendas, k.r, a, e, k.contexto(quien, dia))
	if err != nil {
		return err
	}
	k.r, k.eventos = h.Registro, append(k.eventos, h.Eventos...)
	return nil
}

func hacer[E any](t testing.TB, k *caso, a tramite.Acto[encomienda.Encomienda, E], e E, quien doe.Actor, dia string) {
	t.Helper()
	require.NoError(t, intentar(k, a, e, quien, dia))
}

// fallas are the faults of a refusal by rules, as "code path".
func fallas(err error) []string {
	var e *falla.Error
	if !errors.As(err, &e) {
		return nil
	}
	var out []string
	for _, f := range e.Fallas {
		out = append(out, f.Codigo+" "+f.Ubicacion)
	}
	return out
}

// encargo is a task of 7.1.3 to 7.1.3.1, due on 2026-03-31.
func encargo(cambios ...func(*encomienda.Encargo)) encomienda.Encargo {
	e := encomienda.Encargar.Ejemplo
	for _, c := range cambios {
		c(&e)
	}
	return e
}

func a(u doe.ClaveUnidad, o doe.OOAD) func(*encomienda.Encargo) {
	return func(e *encomienda.Encargo) { e.Unidad, e.OOAD = u, o }
}

func delegando(f doe.Facultad, desde, hasta string) func(*encomienda.Encargo) {
	return func(e *encomienda.Encargo) {
		e.Contenido.Delegacion = &encomienda.Delegacion{Facultad: f, Desde: fecha.MustParse(desde), Hasta: fecha.MustParse(hasta)}
	}
}

// amanece does what the clock owes on a day.
func (k *caso) amanece(t testing.TB, dia string) {
	t.Helper()
	for range 10 {
		c := k.contexto(doe.Reloj(), dia)
		debe := encomienda.Encomiendas.Alarmas(&k.r, &c)
		if len(debe) == 0 {
			return
		}
		hacer(t, k, encomienda.Escalar, debe[0].Entrada.(encomienda.Escalamiento), doe.Reloj(), dia)
	}
	t.Fatal("the clock never ends")
}

func evidencia(desde, hasta string) encomienda.Evidencia {
	e := encomienda.Entregar.Ejemplo.Evidencias[0]
	e.PeriodoDesde, e.PeriodoHasta = fecha.MustParse(desde), fecha.MustParse(hasta)
	return e
}

func entrega(hasta string) encomienda.Entrega {
	return encomienda.Entrega{Texto: "Diagnóstico", Evidencias: []encomienda.Evidencia{evidencia("2026-03-02", hasta)}}
}

// The builders take a task as far as their name says.

func encargada(t testing.TB, cambios ...func(*encomienda.Encargo)) *caso {
	k := &caso{otras: map[string]*encomienda.Encomienda{}}
	hacer(t, k, encomienda.Encargar, encargo(cambios...), ao, "2026-03-02")
	return k
}

func aceptada(t testing.TB, cambios ...func(*encomienda.Encargo)) *caso {
	k := encargada(t, cambios...)
	hacer(t, k, encomienda.Aceptar, encomienda.Aceptacion{}, divisiones, "2026-03-03")
	return k
}

func rechazada(t testing.TB) *caso {
	k := encargada(t)
	hacer(t, k, encomienda.Rechazar, encomienda.Rechazo{Causal: encomienda.FueraDeMateria, Motivo: motivo}, divisiones, "2026-03-03")
	return k
}

func entregada(t testing.TB) *caso {
	k := aceptada(t)
	hacer(t, k, encomienda.Entregar, entrega("2026-03-20"), divisiones, "2026-03-20")
	return k
}
