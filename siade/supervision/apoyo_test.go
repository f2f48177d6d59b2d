package supervision_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/version"
	"github.com/operacion-abierta/operacion/siade/supervision"
)

var (
	sistemas = doe.Actor{Sub: "sis-04", Nombre: "Información y Sistemas", Unidad: "doe-7.1.3.1.4", Puesto: doe.Personal}
	division = doe.Actor{Sub: "sis-01", Nombre: "Titular de Información y Sistemas", Unidad: "doe-7.1.3.1.4", Puesto: doe.Titular}
	coordina = doe.Actor{Sub: "coord", Nombre: "Coordinación", Unidad: "doe-7.1.3.1", Puesto: doe.Titular}
	unidad   = doe.Actor{Sub: "uni", Nombre: "Unidad", Unidad: "doe-7.1.3", Puesto: doe.Titular}
	jalisco  = doe.Actor{Sub: "caood-14", Nombre: "Coordinación Jalisco", Unidad: doe.CAOOD, OOAD: "14", Puesto: doe.Titular}
)

func dia(s string) fecha.Fecha { return fecha.MustParse(s) }

// archivo is a small store with its clock.
type archivo struct {
	t       testing.TB
	mesa    *tramite.Mesa
	docs    map[string][]byte
	eventos map[string][]tramite.Evento
	hoy     string
	n       int
}

func nuevo(t testing.TB) *archivo {
	m, err := tramite.NuevaMesa(supervision.Cedulas, supervision.Programas, supervision.Visitas, supervision.Sitios)
	require.NoError(t, err)
	return &archivo{t: t, mesa: m, docs: map[string][]byte{}, eventos: map[string][]tramite.Evento{}, hoy: "2026-03-02"}
}

func (x *archivo) cargar(col, folio string) (tramite.Registro, error) {
	d, _ := x.mesa.Tramite(col)
	doc, ok := x.docs[col+"/"+folio]
	if !ok {
		return nil, &falla.Error{Clase: falla.NoEncontrada, Codigo: "no-encontrado"}
	}
	return d.Decodificar(doc)
}

func (x *archivo) buscar(col, clave string) (string, error) {
	d, _ := x.mesa.Tramite(col)
	for _, doc := range x.docs {
		r, err := d.Decodificar(doc)
		if err != nil {
			return "", err
		}
		c := r.Cabeza()
		if _, suya := x.docs[col+"/"+c.Folio]; suya && d.Ficha(r).Unica == clave && !d.Definicion().Categoria(c.Estado).Fin() {
			return c.Folio, nil
		}
	}
	return "", nil
}

func (x *archivo) contexto(a doe.Actor) tramite.Contexto {
	return tramite.Contexto{
		Ahora: dia(x.hoy).Inicio().Sumar(10 * time.Hour), Actor: a, Catalogo: doe.Vigente(), Calendarios: plazo.Oficiales(), Cargar: x.cargar, Buscar: x.buscar,
		Azar: func() string { return "azar" },
		Foliar: func(t *tramite.Resumen, o doe.OOAD) string {
			x.n++
			return fmt.Sprintf("%s-2026-%s-%07d-X", t.Serie, o, x.n)
		},
	}
}

// intentar does an act, the first of a new record when the folio is empty, and
// holds what changed against what its events replay to.
func (x *archivo) intentar(a doe.Actor, col, folio, acto string, e any) (string, error) {
	cs, err := x.mesa.Realizar(x.contexto(a), tramite.Peticion{Coleccion: col, Folio: folio, Acto: acto, Entrada: e})
	if err != nil {
		return "", err
	}
	for _, c := range cs {
		k := c.Tramite.Definicion().Coleccion + "/" + c.Registro.Cabeza().Folio
		x.eventos[k] = append(x.eventos[k], c.Eventos...)
		x.docs[k], err = c.Tramite.Codificar(c.Registro)
		require.NoError(x.t, err)
		r, err := c.Tramite.Reproducir(c.Registro.Cabeza().Folio, x.eventos[k])
		require.NoError(x.t, err)
		b, err := c.Tramite.Codificar(r)
		require.NoError(x.t, err)
		require.Equal(x.t, string(x.docs[k]), string(b), "replay")
	}
	return cs[0].Registro.Cabeza().Folio, nil
}

func (x *archivo) hacer(a doe.Actor, col, folio, acto string, e any) string {
	x.t.Helper()
	f, err := x.intentar(a, col, folio, acto, e)
	require.NoError(x.t, err, acto)
	return f
}

// rompe demands that an act be refused for exactly these rules, as "NN path".
func (x *archivo) rompe(a doe.Actor, col, folio, acto string, e any, fallas ...string) {
	x.t.Helper()
	_, err := x.intentar(a, col, folio, acto, e)
	var mal *falla.Error
	require.ErrorAs(x.t, err, &mal, acto)
	var hay []string
	for _, f := range mal.Fallas {
		hay = append(hay, strings.TrimPrefix(f.Codigo, "SIADE-SUPERVISION-")+" "+f.Ubicacion)
	}
	slices.Sort(hay)
	slices.Sort(fallas)
	require.Equal(x.t, fallas, hay, "%s: %v", acto, err)
}

// amanece takes the clock to a day and does what it owes.
func (x *archivo) amanece(d string) {
	x.t.Helper()
	x.hoy = d
	for k := range x.docs {
		for col := range map[string]bool{supervision.ColeccionProgramas: true, supervision.ColeccionVisitas: true} {
			folio, suya := k[min(len(col)+1, len(k)):], len(k) > len(col) && k[:len(col)] == col
			for vuelta := 0; suya; vuelta++ {
				require.Less(x.t, vuelta, 50, "the clock never ends")
				r, err := x.cargar(col, folio)
				require.NoError(x.t, err)
				d, _ := x.mesa.Tramite(col)
				c := x.contexto(doe.Reloj())
				debe := d.Alarmas(r, &c)
				if len(debe) == 0 {
					break
				}
				x.hacer(doe.Reloj(), col, folio, debe[0].Acto, debe[0].Entrada)
			}
		}
	}
}

func leer[R any](x *archivo, col, folio string) R {
	x.t.Helper()
	r, err := x.cargar(col, folio)
	require.NoError(x.t, err)
	return *any(r).(*R)
}

func (x *archivo) visita(folio string) supervision.Visita {
	return leer[supervision.Visita](x, supervision.ColeccionVisitas, folio)
}

// cedula leaves a checklist in force from today.
func (x *archivo) cedula() string {
	folio := x.hacer(sistemas, supervision.ColeccionCedulas, "", "", supervision.PrimeraCedula)
	x.hacer(unidad, supervision.ColeccionCedulas, folio, "autorizar", version.Vigor{Desde: dia(x.hoy), Oficio: "7.1.3/0031/2026"})
	return folio
}

// propuesta visits two sites of OOAD 14 and excuses every other body.
func propuesta() supervision.Propuesta {
	p := supervision.ElaborarPrograma.Ejemplo.Propuesta
	otra := p.Visitas[0]
	otra.Clave, otra.Lapso = "V-14-02", supervision.Lapso{Inicio: dia("2026-09-07"), Fin: dia("2026-09-08")}
	p.Visitas, p.SinVisita = []supervision.Prevista{p.Visitas[0], otra}, nil
	for _, o := range doe.Vigente().Organos(doe.OrganoOOAD) {
		if o.OOAD != "14" {
			p.SinVisita = append(p.SinVisita, supervision.Excepcion{OOAD: o.OOAD, Motivo: "Se visitó en el año anterior."})
		}
	}
	return p
}

// programa leaves a programme authorised.
func (x *archivo) programa() string {
	const col = supervision.ColeccionProgramas
	folio := x.hacer(sistemas, col, "", "", supervision.AltaPrograma{Ejercicio: 2026, Propuesta: propuesta()})
	x.hacer(sistemas, col, folio, "presentar", tramite.Vacia{})
	x.hacer(unidad, col, folio, "autorizar", supervision.AutorizarPrograma.Ejemplo)
	return folio
}

// banco has a checklist, a programme and the record of its first visit.
func banco(t testing.TB) (x *archivo, programa, visita string) {
	x = nuevo(t)
	x.cedula()
	programa = x.programa()
	return x, programa, x.abrir(programa, "V-14-01")
}

func (x *archivo) abrir(programa, clave string) string {
	e := supervision.Programar.Ejemplo
	e.Programa, e.Visita = programa, clave
	return x.hacer(sistemas, supervision.ColeccionVisitas, "", "", e)
}

// empezar takes a visit to its first day, notified.
func (x *archivo) empezar(folio, d string) {
	const col = supervision.ColeccionVisitas
	x.hacer(coordina, col, folio, "notificar", supervision.Notificar.Ejemplo)
	x.hoy = d
	x.hacer(sistemas, col, folio, "iniciar", supervision.Inicio{})
}

// firmar takes a visit that started to its signed minutes.
func (x *archivo) firmar(folio string, os ...supervision.Asentada) {
	const col = supervision.ColeccionVisitas
	x.hacer(sistemas, col, folio, "aplicar-cedula", supervision.AplicarCedula.Ejemplo)
	e := supervision.LevantarActa.Ejemplo
	if os != nil {
		e.Observaciones = os
	}
	x.hacer(sistemas, col, folio, "levantar-acta", e)
	x.hacer(jalisco, col, folio, "firmar-acta", supervision.FirmarActa.Ejemplo)
}

// enAtencion is a visit of 20 April with its observation to attend.
func enAtencion(t testing.TB) (*archivo, string) {
	x, _, v := banco(t)
	x.empezar(v, "2026-04-20")
	x.firmar(v)
	return x, v
}

func prohibe(t testing.TB, err error, unidades ...string) {
	t.Helper()
	var mal *falla.Error
	require.True(t, errors.As(err, &mal) && mal.Clase == falla.Prohibida, "%v", err)
	var hay []string
	for _, u := range mal.Facultadas {
		hay = append(hay, u.Unidad)
	}
	require.Equal(t, unidades, hay)
}
