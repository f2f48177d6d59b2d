package acuerdo_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/acuerdo"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
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

func dia(s string) fecha.Fecha { return fecha.MustParse(s) }

// mundo is a store of meetings, books and agreements.
type mundo struct{ *prueba.Archivo }

func nuevo(t testing.TB) *mundo {
	return &mundo{prueba.Nuevo(t, "2026-03-02", acuerdo.Reuniones, acuerdo.Libros, acuerdo.Acuerdos)}
}

func (m *mundo) contexto(a doe.Actor, cuando string) tramite.Contexto {
	m.El(cuando)
	return m.Contexto(a)
}

// intentar does an act; an empty folio creates. It gives the folio.
func (m *mundo) intentar(quien doe.Actor, cuando, col, folio, acto string, entrada any) (string, error) {
	m.El(cuando)
	cs, err := m.Intentar(quien, col, folio, acto, entrada)
	if err != nil {
		return "", err
	}
	return cs[0].Registro.Cabeza().Folio, nil
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
	r := prueba.Leer[R](m.Archivo, col, folio)
	return &r
}

// acuerdos lists the agreements in the order they were made.
func (m *mundo) acuerdos() []string {
	numero := func(folio string) string { return strings.Split(folio, "-")[3] }
	return slices.SortedFunc(slices.Values(m.Folios(acuerdo.Coleccion)), func(x, y string) int { return strings.Compare(numero(x), numero(y)) })
}

// fundamento is the basis of the last event of a record: kind, facultad and
// functions.
func (m *mundo) fundamento(col, folio string) string {
	es := m.Eventos(col, folio)
	f := es[len(es)-1].Fundamento
	return strings.TrimSpace(fmt.Sprintf("%s %s %v", f.Tipo, f.Facultad, f.Funciones.Lista()))
}

// amanece does what the clock owes to a record on a day, and to no other.
func (m *mundo) amanece(col, folio, cuando string) {
	m.Helper()
	m.El(cuando)
	m.Despertar(func([]string) {}, col+"/"+folio)
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
	e.Inicio = prueba.Instante("2026-03-12")
	e.Convocados = append([]acuerdo.Invitacion{}, e.Convocados...)
	for _, c := range cambios {
		c(&e)
	}
	return e
}

func lista(n int, hora string, quienes ...string) acuerdo.Lista {
	e := acuerdo.Lista{Convocatoria: n, Hora: prueba.Instante(hora)}
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
