package programa_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plan"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/programa"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

func titular(u doe.ClaveUnidad) doe.Actor {
	a := doe.Actor{Sub: "titular:" + string(u), Nombre: "Titular de " + string(u), Unidad: u, Puesto: doe.Titular}
	if u.Regional() {
		a.OOAD = "14"
	}
	return a
}

func dia(s string) fecha.Fecha { return fecha.MustParse(s) }

func per(s string) plan.Periodo { return plan.MustParsePeriodo(s) }

// mundo keeps programmes as a store would.
type mundo struct {
	t       testing.TB
	mesa    *tramite.Mesa
	rs      map[string]*programa.Programa
	eventos map[string][]tramite.Evento
	hoy     string
	n       int
}

func nuevo(t testing.TB) *mundo {
	m, err := tramite.NuevaMesa(programa.Programas)
	require.NoError(t, err)
	return &mundo{t: t, mesa: m, rs: map[string]*programa.Programa{}, eventos: map[string][]tramite.Evento{}, hoy: "2025-11-03"}
}

var noHay = &falla.Error{Clase: falla.NoEncontrada, Codigo: "no-encontrado"}

func (m *mundo) contexto(a doe.Actor) tramite.Contexto {
	return tramite.Contexto{
		Ahora: dia(m.hoy).Inicio().Sumar(10 * time.Hour), Actor: a, Catalogo: doe.Vigente(), Calendarios: plazo.Oficiales(),
		Azar:   func() string { return "azar" },
		Foliar: func(_ *tramite.Resumen, o doe.OOAD) string { m.n++; return fmt.Sprintf("PAT-2025-%s-%07d-X", o, m.n) },
		Cargar: func(_, folio string) (tramite.Registro, error) {
			r := m.rs[folio]
			if r == nil {
				return nil, noHay
			}
			b, err := programa.Programas.Codificar(r)
			if err != nil {
				return nil, err
			}
			return programa.Programas.Decodificar(b)
		},
		Buscar: func(_, clave string) (string, error) {
			for f, r := range m.rs {
				if programa.Clave(r.De(), r.OOAD, r.Ejercicio) == clave && r.Estado != programa.Cancelado && r.Estado != programa.Cerrado {
					return f, nil
				}
			}
			return "", nil
		},
	}
}

// intentar does an act and keeps what comes of it; the folio is that of the
// record, new when it was created.
func (m *mundo) intentar(folio, acto string, e any, a doe.Actor) (string, error) {
	cs, err := m.mesa.Realizar(m.contexto(a), tramite.Peticion{Coleccion: programa.Coleccion, Folio: folio, Acto: acto, Entrada: e})
	if err != nil {
		return folio, err
	}
	for _, c := range cs {
		f := c.Registro.Cabeza().Folio
		m.rs[f], m.eventos[f] = c.Registro.(*programa.Programa), append(m.eventos[f], c.Eventos...)
		if folio == "" {
			folio = f
		}
	}
	return folio, nil
}

func (m *mundo) hacer(folio, acto string, e any, quien doe.ClaveUnidad) string {
	m.t.Helper()
	f, err := m.intentar(folio, acto, e, titular(quien))
	require.NoError(m.t, err, "%s de %s por %s", acto, folio, quien)
	return f
}

// amanece does what the clock owes on a day.
func (m *mundo) amanece(hoy string) {
	m.t.Helper()
	m.hoy = hoy
	for folio := range m.rs {
		for range 20 {
			c := m.contexto(doe.Reloj())
			debe := programa.Programas.Alarmas(m.rs[folio], &c)
			if len(debe) == 0 {
				break
			}
			_, err := m.intentar(folio, debe[0].Acto, debe[0].Entrada, doe.Reloj())
			require.NoError(m.t, err)
		}
	}
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

// facultadas are the units that a refusal names.
func facultadas(t testing.TB, err error) []string {
	t.Helper()
	var e *falla.Error
	require.ErrorAs(t, err, &e)
	require.Equal(t, falla.Prohibida, e.Clase)
	out := []string{}
	for _, f := range e.Facultadas {
		out = append(out, f.Unidad)
	}
	return out
}

// linea is a goal of a unit on its second function, of 40 by quarters.
func linea(clave string, u doe.ClaveUnidad, peso cantidad.Centesimas) plan.Linea {
	m := &plan.Medida{Nombre: "Visitas hechas", Unidad: "visita", Meta: 4000, Sentido: plan.Ascendente}
	for n := 1; n <= 4; n++ {
		p, _ := plan.NuevoPeriodo(2026, plan.Trimestre, n)
		m.Calendario = append(m.Calendario, plan.Hito{Periodo: p, Valor: cantidad.Valor(n * 1000)})
	}
	return plan.Linea{
		Clave: clave, Clase: plan.Meta, Descripcion: "Visitas de la materia", Responsable: u, Funcion: doe.ClaveFuncion(string(u) + "/2"), Peso: peso,
		Inicio: dia("2026-01-01"), Fin: dia("2026-12-31"), Medida: m,
	}
}

// abierto opens the programme of a unit with one goal of some weight.
func (m *mundo) abierto(u doe.ClaveUnidad, peso cantidad.Centesimas) string {
	fila, _ := programa.Filas().De(u)
	folio := m.hacer("", "", programa.Apertura{Unidad: u, Ejercicio: 2026}, fila.Elabora)
	m.hacer(folio, "elaborar", programa.Borrador{Lineas: []plan.Linea{linea("M1", u, peso)}}, fila.Elabora)
	return folio
}

// superior reviews what a unit makes.
func superior(u doe.ClaveUnidad) doe.ClaveUnidad {
	fila, _ := programa.Filas().De(u)
	s, _ := doe.Vigente().Superior(fila.Elabora)
	return s
}

func (m *mundo) presentado(folio string) {
	r := m.rs[folio]
	m.hacer(folio, "presentar", programa.Presentacion{}, r.Elabora)
}

// validado takes an open programme with its lines to being valid.
func (m *mundo) validado(folio string) {
	m.presentado(folio)
	r := m.rs[folio]
	m.hacer(folio, "validar", programa.Decision{Version: r.VersionVigente()}, superior(r.Unidad))
}

// autorizado takes it to being authorised by who may.
func (m *mundo) autorizado(folio string, por doe.ClaveUnidad) {
	m.validado(folio)
	m.hacer(folio, "autorizar", programa.Decision{Version: m.rs[folio].VersionVigente()}, por)
}

func evidencia(desde, hasta string) []programa.Evidencia {
	e := programa.Reportar.Ejemplo.Renglones[0].Evidencias[0]
	e.Desde, e.Hasta = dia(desde), dia(hasta)
	return []programa.Evidencia{e}
}

// informe reports M1 at a value, within what was scheduled.
func informe(t string, v cantidad.Valor) programa.Reporte {
	p := per(t)
	x := programa.Renglon{Clave: "M1", Valor: v, Evidencias: evidencia(p.Desde().String(), p.Hasta().String())}
	if v < cantidad.Valor(p.Numero()*1000) {
		x.Causa, x.Nota = programa.CausaExterna, "El órgano cambió la fecha"
	}
	return programa.Reporte{Trimestre: p, Renglones: []programa.Renglon{x}}
}
