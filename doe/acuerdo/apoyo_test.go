package acuerdo_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/acuerdo"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

var (
	analisis  = titular("doe-7.1.5")
	division  = titular("doe-7.1.5.1")
	direccion = titular("doe-7.1")
	jalisco   = organo(doe.Evaluado, "ooad-14")
	medicas   = organo(doe.Normativo, "dn-prestaciones-medicas")
	admon     = organo(doe.Normativo, "dn-administracion")
	regional  = titular(doe.CAOOD)
	motivo    = "Por la razón que consta en el expediente."
)

func titular(u doe.ClaveUnidad) doe.Actor {
	a := doe.Actor{Sub: "titular:" + string(u), Nombre: "Titular de " + string(u), Unidad: u, Puesto: doe.Titular}
	if u.Regional() {
		a.OOAD = "14"
	}
	return a
}

func organo(r doe.Rol, o doe.ClaveOrgano) doe.Actor {
	return doe.Actor{Sub: "enlace:" + string(o), Nombre: "Enlace de " + string(o), Organo: o, Rol: r}
}

// instante reads "2026-03-12", taken at 10:00, or "2026-03-12 10:30".
func instante(s string) fecha.Instante {
	d, hora, hay := strings.Cut(s, " ")
	if !hay {
		hora = "10:00"
	}
	h, err := time.Parse("15:04", hora)
	if err != nil {
		panic(err)
	}
	return fecha.MustParse(d).Inicio().Sumar(time.Duration(h.Hour())*time.Hour + time.Duration(h.Minute())*time.Minute)
}

func dia(s string) fecha.Fecha { return fecha.MustParse(s) }

// guardado is a record as a store would keep it.
type guardado struct {
	t       tramite.Cualquiera
	doc     []byte
	eventos []tramite.Evento
}

// mundo is a store of meetings, books and agreements.
type mundo struct {
	testing.TB
	mesa  *tramite.Mesa
	casos map[string]*guardado
	n     int
}

func nuevo(t testing.TB) *mundo {
	m, err := tramite.NuevaMesa(acuerdo.Reuniones, acuerdo.Libros, acuerdo.Acuerdos)
	require.NoError(t, err)
	return &mundo{TB: t, mesa: m, casos: map[string]*guardado{}}
}

func (m *mundo) contexto(a doe.Actor, cuando string) tramite.Contexto {
	return tramite.Contexto{
		Ahora: instante(cuando), Actor: a, Catalogo: doe.Vigente(), Calendarios: plazo.Oficiales(), Azar: func() string { return "azar" },
		Foliar: func(t *tramite.Resumen, o doe.OOAD) string {
			m.n++
			return fmt.Sprintf("%s-2026-%s-%07d-X", t.Serie, o, m.n)
		},
		Cargar: func(col, folio string) (tramite.Registro, error) {
			g := m.casos[col+"/"+folio]
			if g == nil {
				return nil, &falla.Error{Clase: falla.NoEncontrada, Codigo: "no-encontrado"}
			}
			return g.t.Decodificar(g.doc)
		},
		Buscar: func(col, clave string) (string, error) {
			for k, g := range m.casos {
				if r, _ := g.t.Decodificar(g.doc); strings.HasPrefix(k, col+"/") && g.t.Ficha(r).Unica == clave && r.Cabeza().Estado == tramite.Vigente {
					return r.Cabeza().Folio, nil
				}
			}
			return "", nil
		},
	}
}

// intentar does an act; an empty folio creates. It gives the folio.
func (m *mundo) intentar(quien doe.Actor, cuando, col, folio, acto string, entrada any) (string, error) {
	cambios, err := m.mesa.Realizar(m.contexto(quien, cuando), tramite.Peticion{Coleccion: col, Folio: folio, Acto: acto, Entrada: entrada})
	if err != nil {
		return "", err
	}
	for _, c := range cambios {
		k := c.Tramite.Definicion().Coleccion + "/" + c.Registro.Cabeza().Folio
		g := &guardado{t: c.Tramite}
		if ya := m.casos[k]; ya != nil {
			g.eventos = ya.eventos
		}
		g.eventos = append(g.eventos, c.Eventos...)
		g.doc, err = c.Tramite.Codificar(c.Registro)
		require.NoError(m, err)
		otro, err := c.Tramite.Reproducir(c.Registro.Cabeza().Folio, g.eventos)
		require.NoError(m, err)
		require.Equal(m, c.Registro, otro, "replay of %s", k)
		m.casos[k] = g
	}
	return cambios[0].Registro.Cabeza().Folio, nil
}

func (m *mundo) hacer(quien doe.Actor, cuando, col, folio, acto string, entrada any) string {
	m.Helper()
	f, err := m.intentar(quien, cuando, col, folio, acto, entrada)
	require.NoError(m, err, acto)
	return f
}

func (m *mundo) reunion(folio string) *acuerdo.Reunion {
	return leer[acuerdo.Reunion](m, acuerdo.ColeccionReuniones, folio)
}

func (m *mundo) acuerdo(folio string) *acuerdo.Acuerdo {
	return leer[acuerdo.Acuerdo](m, acuerdo.Coleccion, folio)
}

func leer[R any](m *mundo, col, folio string) *R {
	m.Helper()
	g := m.casos[col+"/"+folio]
	require.NotNil(m, g, folio)
	r, err := g.t.Decodificar(g.doc)
	require.NoError(m, err)
	return any(r).(*R)
}

// acuerdos lists the agreements in the order of their folios.
func (m *mundo) acuerdos() []string {
	var out []string
	for i := 1; i <= m.n; i++ {
		for k := range m.casos {
			if strings.HasPrefix(k, acuerdo.Coleccion+"/") && strings.Contains(k, fmt.Sprintf("-%07d-", i)) {
				out = append(out, strings.TrimPrefix(k, acuerdo.Coleccion+"/"))
			}
		}
	}
	return out
}

// fundamento is the basis of the last event of a record: kind, facultad and
// functions.
func (m *mundo) fundamento(col, folio string) string {
	es := m.casos[col+"/"+folio].eventos
	f := es[len(es)-1].Fundamento
	return strings.TrimSpace(fmt.Sprintf("%s %s %v", f.Tipo, f.Facultad, f.Funciones.Lista()))
}

// amanece does what the clock owes to a record on a day.
func (m *mundo) amanece(col, folio, cuando string) {
	m.Helper()
	for range 20 {
		g := m.casos[col+"/"+folio]
		r, err := g.t.Decodificar(g.doc)
		require.NoError(m, err)
		c := m.contexto(doe.Reloj(), cuando)
		debe := g.t.Alarmas(r, &c)
		if len(debe) == 0 {
			return
		}
		m.hacer(doe.Reloj(), cuando, col, folio, debe[0].Acto, debe[0].Entrada)
	}
	require.Fail(m, "the clock never ends")
}

// fallas are the faults of a refusal by rules, as "code path".
func fallas(err error) string {
	var e *falla.Error
	if !errors.As(err, &e) {
		return fmt.Sprint(err)
	}
	var out []string
	for _, f := range e.Fallas {
		out = append(out, f.Codigo+" "+f.Ubicacion)
	}
	return strings.Join(out, ", ")
}

// facultadas are the units that a refusal of authority names.
func facultadas(t testing.TB, err error) []string {
	t.Helper()
	var e *falla.Error
	require.ErrorAs(t, err, &e)
	require.Equal(t, falla.Prohibida, e.Clase, "%v", err)
	var out []string
	for _, f := range e.Facultadas {
		out = append(out, f.Unidad)
	}
	return out
}

// convocatoria is a multidisciplinary meeting of 7.1.5 on Thursday 2026-03-12
// at ten: 7.1 presides, three organs vote.
func convocatoria(cambios ...func(*acuerdo.Convocatoria)) acuerdo.Convocatoria {
	e := acuerdo.Convocar.Ejemplo
	e.Inicio = instante("2026-03-12")
	e.Convocados = append([]acuerdo.Invitacion{}, e.Convocados...)
	for _, c := range cambios {
		c(&e)
	}
	return e
}

func lista(n int, hora string, quienes ...string) acuerdo.Lista {
	e := acuerdo.Lista{Convocatoria: n, Hora: instante(hora)}
	for _, q := range quienes {
		e.Asistentes = append(e.Asistentes, acuerdo.Asistente{Convocado: q, Cargo: "Titular"})
	}
	return e
}

var todos = []string{"doe-7.1", "dn-prestaciones-medicas", "dn-administracion", "ooad-14"}

func pacto(clave string, a acuerdo.ACargo, cuando string) acuerdo.Pacto {
	return acuerdo.Pacto{Clave: clave, Texto: "Redistribuir el inventario.", Entregable: "Informe", Verificacion: "Reporte de inventario", ACargo: a, Compromiso: dia(cuando)}
}

func borrador(pactos ...acuerdo.Pacto) acuerdo.Borrador {
	return acuerdo.Borrador{Texto: "Se revisó el surtimiento.", Temas: []acuerdo.Tratado{{Tema: "T1", Resumen: "Se presentó."}}, Pactos: pactos}
}

// The builders take a meeting as far as their name says, and give its folio.

func (m *mundo) convocada(cambios ...func(*acuerdo.Convocatoria)) string {
	m.Helper()
	return m.hacer(analisis, "2026-03-02", acuerdo.ColeccionReuniones, "", "", convocatoria(cambios...))
}

func (m *mundo) celebrada() string {
	m.Helper()
	f := m.convocada()
	m.hacer(analisis, "2026-03-12 11:00", acuerdo.ColeccionReuniones, f, "celebrar", lista(1, "2026-03-12", todos...))
	return f
}

func (m *mundo) enRevision(pactos ...acuerdo.Pacto) string {
	m.Helper()
	f := m.celebrada()
	m.hacer(division, "2026-03-12 12:00", acuerdo.ColeccionReuniones, f, "levantar-minuta", borrador(pactos...))
	return f
}

func (m *mundo) porFirmar(pactos ...acuerdo.Pacto) string {
	m.Helper()
	f := m.enRevision(pactos...)
	for _, q := range []doe.Actor{direccion, medicas, admon, jalisco} {
		m.hacer(q, "2026-03-13", acuerdo.ColeccionReuniones, f, "dar-conformidad", acuerdo.Conformidad{Version: 1})
	}
	return f
}

// suscrita makes the agreements of a meeting, and gives their folios.
func (m *mundo) suscrita(pactos ...acuerdo.Pacto) []string {
	m.Helper()
	f := m.porFirmar(pactos...)
	for _, q := range []doe.Actor{medicas, admon, jalisco} {
		m.hacer(q, "2026-03-17", acuerdo.ColeccionReuniones, f, "firmar", acuerdo.Conformidad{Version: 1})
	}
	m.hacer(direccion, "2026-03-17", acuerdo.ColeccionReuniones, f, "suscribir", acuerdo.Suscripcion{Version: 1})
	return m.acuerdos()
}

func (m *mundo) enAcuerdo(quien doe.Actor, cuando, folio, acto string, entrada any) {
	m.Helper()
	m.hacer(quien, cuando, acuerdo.Coleccion, folio, acto, entrada)
}

func (m *mundo) mal(quien doe.Actor, cuando, col, folio, acto string, entrada any) string {
	m.Helper()
	_, err := m.intentar(quien, cuando, col, folio, acto, entrada)
	if err == nil {
		return ""
	}
	return fallas(err)
}

func laPrueba(desde, hasta string) acuerdo.Prueba {
	p := acuerdo.Reportar.Ejemplo.Evidencias[0]
	p.PeriodoDesde, p.PeriodoHasta = dia(desde), dia(hasta)
	return p
}

func reporte(n tramite.Centesimas, ps ...acuerdo.Prueba) acuerdo.Reporte {
	return acuerdo.Reporte{Avance: n, Evidencias: ps}
}

func acepta(n tramite.Centesimas, claves ...string) acuerdo.Comprobacion {
	e := acuerdo.Comprobacion{Verificado: n}
	for _, k := range claves {
		e.Evidencias = append(e.Evidencias, acuerdo.Fallo{Evidencia: k, Resultado: acuerdo.Aceptada})
	}
	return e
}
