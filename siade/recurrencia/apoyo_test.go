package recurrencia_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/acuerdo"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/envio"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
	"github.com/operacion-abierta/operacion/siade/recurrencia"
	"github.com/operacion-abierta/operacion/siade/recurrencia/deteccion"
)

var (
	jalisco  = doe.Actor{Sub: "caood-14", Nombre: "Coordinación Jalisco", Unidad: doe.CAOOD, OOAD: "14", Puesto: doe.Titular}
	colima   = doe.Actor{Sub: "caood-06", Nombre: "Coordinación Colima", Unidad: doe.CAOOD, OOAD: "06", Puesto: doe.Titular}
	sistemas = doe.Actor{Sub: "sis-01", Nombre: "Información y Sistemas", Unidad: "doe-7.1.3.1.4", Puesto: doe.Titular}
	coordina = doe.Actor{Sub: "coord", Nombre: "Coordinación", Unidad: "doe-7.1.3.1", Puesto: doe.Titular}
	unidad   = doe.Actor{Sub: "uni", Nombre: "Unidad", Unidad: "doe-7.1.3", Puesto: doe.Titular}
	calidad  = doe.Actor{Sub: "cal", Nombre: "Calidad", Unidad: "doe-7.1.3.1.2", Puesto: doe.Titular}
	delOOAD  = doe.Actor{Sub: "ooad-14", Nombre: "OOAD Jalisco", Organo: "ooad-14", Rol: doe.Evaluado}
)

var celda = deteccion.Celda{OOAD: "14", Unidad: "JCIMS000301", Servicio: "farmacia", Tema: "medicamentos"}

func dia(s string) fecha.Fecha { return fecha.MustParse(s) }

// archivo is a small store with its clock, and counts that a test sets.
type archivo struct {
	t       testing.TB
	mesa    *tramite.Mesa
	docs    map[string][]byte
	eventos map[string][]tramite.Evento
	hoy     string
	n       int
	cuentas func(recurrencia.Consulta) recurrencia.Cuentas
}

func nuevo(t testing.TB) *archivo {
	m, err := tramite.NuevaMesa(recurrencia.Problematicas, siade.Peticiones, acuerdo.Reuniones, acuerdo.Libros, acuerdo.Acuerdos, envio.Envios)
	require.NoError(t, err)
	return &archivo{t: t, mesa: m, docs: map[string][]byte{}, eventos: map[string][]tramite.Evento{}, hoy: "2026-03-02", cuentas: sinCuentas}
}

func sinCuentas(recurrencia.Consulta) recurrencia.Cuentas { return recurrencia.Cuentas{} }

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
	for k, doc := range x.docs {
		folio, suya := strings.CutPrefix(k, col+"/")
		if !suya {
			continue
		}
		r, err := d.Decodificar(doc)
		if err != nil {
			return "", err
		}
		if d.Ficha(r).Unica == clave {
			return folio, nil
		}
	}
	return "", nil
}

func (x *archivo) contexto(a doe.Actor) tramite.Contexto {
	return tramite.Contexto{
		Ahora: dia(x.hoy).Inicio().Sumar(10 * time.Hour), Actor: a, Catalogo: doe.Vigente(), Calendarios: plazo.Oficiales(), Cargar: x.cargar, Buscar: x.buscar,
		Azar:    func() string { return "azar" },
		Lectura: func(_ string, q any) (any, error) { return x.cuentas(q.(recurrencia.Consulta)), nil },
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

func (x *archivo) hacer(a doe.Actor, folio, acto string, e any) string {
	x.t.Helper()
	return x.en(a, recurrencia.Coleccion, folio, acto, e)
}

func (x *archivo) en(a doe.Actor, col, folio, acto string, e any) string {
	x.t.Helper()
	f, err := x.intentar(a, col, folio, acto, e)
	require.NoError(x.t, err, acto)
	return f
}

// rompe demands that an act be refused for exactly these rules, as "NN path".
func (x *archivo) rompe(a doe.Actor, folio, acto string, e any, fallas ...string) {
	x.t.Helper()
	_, err := x.intentar(a, recurrencia.Coleccion, folio, acto, e)
	var mal *falla.Error
	require.ErrorAs(x.t, err, &mal, acto)
	var hay []string
	for _, f := range mal.Fallas {
		hay = append(hay, strings.TrimPrefix(f.Codigo, "SIADE-RECURRENCIA-")+" "+f.Ubicacion)
	}
	slices.Sort(hay)
	slices.Sort(fallas)
	require.Equal(x.t, fallas, hay, "%s: %v", acto, err)
}

func prohibe(t testing.TB, err error, unidades ...string) {
	t.Helper()
	var mal *falla.Error
	require.ErrorAs(t, err, &mal)
	require.Equal(t, falla.Prohibida, mal.Clase, "%v", err)
	var hay []string
	for _, u := range mal.Facultadas {
		hay = append(hay, u.Unidad)
	}
	require.Equal(t, unidades, hay)
}

func (x *archivo) problematica(folio string) recurrencia.Problematica {
	x.t.Helper()
	r, err := x.cargar(recurrencia.Coleccion, folio)
	require.NoError(x.t, err)
	return *r.(*recurrencia.Problematica)
}

// amanece takes the clock to a day and does what it owes to a problem.
func (x *archivo) amanece(folio, d string) {
	x.t.Helper()
	x.hoy = d
	for vuelta := 0; ; vuelta++ {
		require.Less(x.t, vuelta, 50, "the clock never ends")
		r, err := x.cargar(recurrencia.Coleccion, folio)
		require.NoError(x.t, err)
		c := x.contexto(doe.Reloj())
		debe := recurrencia.Problematicas.Alarmas(r, &c)
		if len(debe) == 0 {
			return
		}
		x.hacer(doe.Reloj(), folio, debe[0].Acto, debe[0].Entrada)
	}
}

// medida is a measure of some weeks that end on the last Sunday of a query.
func medida(q recurrencia.Consulta, semanas, hay int, esperados float64, p int) *deteccion.Medida {
	return &deteccion.Medida{
		Desde: q.Corte.Sumar(1 - 7*semanas), Hasta: q.Corte, Semanas: semanas, Observados: hay, Esperados: cantidad.Valor(esperados * 100), Alto: int(esperados * 2),
		SemanasHistoria: 120, MovimientoPares: 100, Dispersion: 110, P: p, PPares: 1_000_000,
	}
}

// senala gives counts that tell the cell, and then so many where eight were
// expected when it is measured.
func (x *archivo) senala(despues, p int) {
	x.cuentas = func(q recurrencia.Consulta) recurrencia.Cuentas {
		if q.Semanas > 0 {
			return recurrencia.Cuentas{Medida: medida(q, q.Semanas, despues, 8, p)}
		}
		m := medida(q, 4, 31, 8, 3)
		return recurrencia.Cuentas{Probadas: 40_000, Medida: m, Hallazgo: &deteccion.Hallazgo{Nivel: q.Celda.Nivel(), Celda: q.Celda, Medida: *m, Q: 80, Explicacion: "Porque sí."}}
	}
}

func detectada(t testing.TB) (*archivo, string) {
	x := nuevo(t)
	x.senala(7, 600_000)
	return x, x.hacer(jalisco, "", "", recurrencia.Alta{Origen: recurrencia.PorDeteccion, Celda: celda, Titulo: "Recetas que se surten en partes"})
}

func analizada(t testing.TB) (*archivo, string) {
	x, f := detectada(t)
	x.hacer(jalisco, f, "analizar", recurrencia.Analizar.Ejemplo)
	return x, f
}

func remitida(t testing.TB) (*archivo, string) {
	x, f := analizada(t)
	x.hacer(jalisco, f, "turnar", recurrencia.Turnar.Ejemplo)
	return x, f
}

func comprometida(t testing.TB) (*archivo, string) {
	x, f := remitida(t)
	x.hacer(delOOAD, f, "comprometer", recurrencia.Comprometer.Ejemplo)
	return x, f
}

// implantada is one whose only action ended on 15 April.
func implantada(t testing.TB) (*archivo, string) {
	x, f := comprometida(t)
	x.hoy = "2026-04-15"
	x.hacer(delOOAD, f, "informar-avance", recurrencia.InformarAvance.Ejemplo)
	return x, f
}

// junta convenes a governing-body meeting of OOAD 14 on 9 April.
func (x *archivo) junta() string {
	x.t.Helper()
	hoy := x.hoy
	x.hoy = "2026-03-20"
	if f, _ := x.buscar(acuerdo.ColeccionLibros, "14/junta/2026"); f == "" {
		x.en(jalisco, acuerdo.ColeccionLibros, "", "", acuerdo.Apertura{Comite: "junta", Nombre: "Junta de gobierno del OOAD Jalisco", Ejercicio: 2026})
	}
	e := acuerdo.Convocatoria{
		Clase: acuerdo.Junta, Titulo: "Segunda sesión", Modalidad: acuerdo.Presencial, Lugar: "Sala de juntas", Comite: "junta", Inicio: dia("2026-04-09").Inicio().Sumar(10 * time.Hour),
		Convocados: []acuerdo.Invitacion{{Organo: "ooad-14", Caracter: acuerdo.Preside}, {Unidad: doe.CAOOD, Caracter: acuerdo.Secretaria}, {Organo: "dn-prestaciones-medicas", Caracter: acuerdo.Vocal}},
	}
	f := x.en(jalisco, acuerdo.ColeccionReuniones, "", "", e)
	x.hoy = hoy
	return f
}

// sesionada holds the meeting, with its topic accepted when it has one.
func (x *archivo) sesionada(reunion string, temas ...string) {
	x.t.Helper()
	x.hoy = "2026-03-25"
	for _, t := range temas {
		x.en(jalisco, acuerdo.ColeccionReuniones, reunion, "resolver-tema", acuerdo.ResolucionTema{Tema: t, Acepta: true})
	}
	x.hoy = "2026-04-09"
	x.en(jalisco, acuerdo.ColeccionReuniones, reunion, "celebrar", acuerdo.Lista{Convocatoria: 1, Hora: dia("2026-04-09").Inicio().Sumar(10 * time.Hour), Asistentes: []acuerdo.Asistente{
		{Convocado: "ooad-14", Cargo: "Titular del OOAD"}, {Convocado: string(doe.CAOOD), Cargo: "Titular de la Coordinación"},
		{Convocado: "dn-prestaciones-medicas", Cargo: "Enlace", Suplente: true, Documento: "Oficio 0215/2026"},
	}})
}

// fallas are the faults of a refusal, as "code path".
func fallas(err error) (out []string) {
	var mal *falla.Error
	if errors.As(err, &mal) {
		for _, f := range mal.Fallas {
			out = append(out, f.Codigo+" "+f.Ubicacion)
		}
	}
	return out
}
