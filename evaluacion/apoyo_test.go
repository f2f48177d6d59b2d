package evaluacion_test

import (
	"encoding/json"
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
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/evaluacion"
)

const folio = "PM-2026-14-0000001-X"

func dia(s string) fecha.Fecha { return fecha.MustParse(s) }

func titular(u doe.ClaveUnidad) doe.Actor {
	return doe.Actor{Sub: "titular:" + string(u), Nombre: "Titular", Unidad: u, Puesto: doe.Titular}
}

func personal(u doe.ClaveUnidad) doe.Actor {
	return doe.Actor{Sub: "personal:" + string(u), Nombre: "Personal", Unidad: u, Puesto: doe.Personal}
}

func organo(k doe.ClaveOrgano) doe.Actor {
	return doe.Actor{Sub: "enlace:" + string(k), Nombre: "Enlace", Organo: k, Rol: doe.Evaluado}
}

func normativo(k doe.ClaveOrgano) doe.Actor {
	return doe.Actor{Sub: "area:" + string(k), Nombre: "Área", Organo: k, Rol: doe.Normativo}
}

var jalisco = organo("ooad-14")

// caso is a plan with its events, on a day.
type caso struct {
	t       testing.TB
	r       evaluacion.PlanMejora
	eventos []tramite.Evento
	enlaces []tramite.Enlace
	hoy     fecha.Fecha
}

func (k *caso) contexto(a doe.Actor) tramite.Contexto {
	n := 0
	return tramite.Contexto{
		Ahora: k.hoy.Inicio().Sumar(10 * time.Hour), Actor: a, Catalogo: doe.Vigente(), Calendarios: plazo.Oficiales(), Folio: folio,
		Azar: func() string { n++; return fmt.Sprintf("azar-%d", n) },
		Cargar: func(string, string) (tramite.Registro, error) {
			b, err := evaluacion.Planes.Codificar(&k.r)
			require.NoError(k.t, err)
			return evaluacion.Planes.Decodificar(b)
		},
	}
}

// intentar does an act and gives the refusal, if any.
func (k *caso) intentar(a doe.Actor, acto string, e any) error {
	k.t.Helper()
	m, err := tramite.NuevaMesa(evaluacion.Planes)
	require.NoError(k.t, err)
	p := tramite.Peticion{Coleccion: "planes-mejora", Acto: acto, Entrada: e}
	if len(k.eventos) > 0 {
		p.Folio = folio
	}
	cs, err := m.Realizar(k.contexto(a), p)
	if err != nil {
		return err
	}
	k.r = *cs[0].Registro.(*evaluacion.PlanMejora)
	k.eventos = append(k.eventos, cs[0].Eventos...)
	k.enlaces = append(k.enlaces, cs[0].Enlaces...)
	return nil
}

// hacer does an act that must be allowed, on a day.
func (k *caso) hacer(el string, a doe.Actor, acto string, e any) {
	k.t.Helper()
	k.hoy = dia(el)
	require.NoError(k.t, k.intentar(a, acto, e), acto)
}

// falla does an act that must be refused for the rule at the place.
func (k *caso) falla(a doe.Actor, acto string, e any, r falla.Regla, en string) {
	k.t.Helper()
	antes, _ := json.Marshal(&k.r)
	err := k.intentar(a, acto, e)
	var fe *falla.Error
	require.ErrorAs(k.t, err, &fe)
	require.Equal(k.t, falla.Invalida, fe.Clase, "%v", err)
	for _, f := range fe.Fallas {
		if f.Codigo == r.Codigo && f.Ubicacion == en {
			despues, _ := json.Marshal(&k.r)
			require.Equal(k.t, string(antes), string(despues))
			return
		}
	}
	k.t.Fatalf("want %s at %s, got %v", r.Codigo, en, err)
}

// sin says that a refusal, if any, is not for the rule.
func (k *caso) sin(a doe.Actor, acto string, e any, r falla.Regla) {
	k.t.Helper()
	copia := *k
	err := copia.intentar(a, acto, e)
	if err != nil {
		require.NotContains(k.t, err.Error(), r.Codigo)
	}
}

// despertar does what the clock owes on a day.
func (k *caso) despertar(el string) []string {
	k.t.Helper()
	k.hoy = dia(el)
	c := k.contexto(doe.Reloj())
	var hechos []string
	for _, p := range evaluacion.Planes.Alarmas(&k.r, &c) {
		require.NoError(k.t, k.intentar(doe.Reloj(), p.Acto, p.Entrada))
		hechos = append(hechos, p.Acto)
	}
	return hechos
}

func (k *caso) accion(clave string) evaluacion.Accion {
	k.t.Helper()
	a, ok := k.r.Accion(clave)
	require.True(k.t, ok, clave)
	return a
}

func solicitud() evaluacion.Solicitud {
	s := evaluacion.Solicitar.Ejemplo
	s.Hallazgos = []evaluacion.Hallazgo{
		{Clave: "H1", Descripcion: "Recetas surtidas de forma incompleta", Gravedad: evaluacion.GravedadMayor},
		{Clave: "H2", Descripcion: "Inventarios sin conciliar con el sistema", Gravedad: evaluacion.GravedadMenor},
	}
	return s
}

func sube(base cantidad.Valor) *evaluacion.Indicador {
	return &evaluacion.Indicador{Nombre: "Recetas completas", Unidad: "por ciento", LineaBase: base, Sentido: plan.Ascendente}
}

func baja(base cantidad.Valor) *evaluacion.Indicador {
	return &evaluacion.Indicador{Nombre: "Diferencias de inventario", Unidad: "renglones", LineaBase: base, Sentido: plan.Descendente}
}

// borrador is a group G of two actions, the second after the first, and one
// more beside them.
func borrador() evaluacion.Elaboracion {
	comun := evaluacion.Compromiso{Causa: evaluacion.CausaMaterial, Responsable: "Jefatura de Servicios"}
	a := func(clave, padre, hallazgo, desde, hasta string, peso tramite.Centesimas, i *evaluacion.Indicador, meta cantidad.Valor) evaluacion.Compromiso {
		c := comun
		c.Clave, c.Padre, c.Hallazgo, c.Inicio, c.Fin, c.Peso, c.Indicador, c.Meta = clave, padre, hallazgo, dia(desde), dia(hasta), peso, i, meta
		c.Descripcion = "Acción " + clave
		return c
	}
	b := evaluacion.Elaboracion{Inicio: dia("2026-04-01"), Fin: dia("2026-12-15"), Acciones: []evaluacion.Compromiso{
		a("G", "", "", "2026-04-01", "2026-10-30", 7000, nil, 0),
		a("A1", "G", "H1", "2026-04-01", "2026-06-30", 5000, sube(7000), 9500),
		a("A2", "G", "H1", "2026-07-01", "2026-09-30", 2000, sube(7000), 9500),
		a("B", "", "H2", "2026-04-01", "2026-08-31", 3000, baja(4000), 500),
	}}
	b.Acciones[2].DependeDe = []string{"A1"}
	b.Acciones[1].AreaNormativa = "dn-prestaciones-medicas"
	return b
}

const (
	division     doe.ClaveUnidad = "doe-7.1.1.2.1"
	coordinacion doe.ClaveUnidad = "doe-7.1.1.2"
	integradora  doe.ClaveUnidad = "doe-7.1.1.7"
	unidad       doe.ClaveUnidad = "doe-7.1.1"
)

func solicitado(t testing.TB) *caso {
	k := &caso{t: t}
	k.hacer("2026-03-02", titular(coordinacion), "solicitar", solicitud())
	return k
}

func elaborado(t testing.TB) *caso {
	k := solicitado(t)
	k.hacer("2026-03-10", jalisco, "elaborar", borrador())
	return k
}

func presentado(t testing.TB) *caso {
	k := elaborado(t)
	k.hacer("2026-03-17", jalisco, "presentar", evaluacion.Presentacion{})
	return k
}

func turnado(t testing.TB) *caso {
	k := presentado(t)
	k.hacer("2026-03-18", titular(coordinacion), "turnar", evaluacion.Consulta{Destinatarios: []evaluacion.Destinatario{{Organo: "dn-prestaciones-medicas", Dias: 5}}})
	return k
}

func validado(t testing.TB) *caso {
	k := turnado(t)
	k.hacer("2026-03-19", normativo("dn-prestaciones-medicas"), "comentar", evaluacion.Comentario{Opinion: "De acuerdo"})
	k.hacer("2026-03-20", personal(division), "supervisar", evaluacion.Revision{Conforme: true})
	k.hacer("2026-03-23", titular(integradora), "conciliar", evaluacion.Contraste{})
	k.hacer("2026-03-24", titular(coordinacion), "validar", evaluacion.Visto{})
	return k
}

func enEjecucion(t testing.TB) *caso {
	k := validado(t)
	k.hacer("2026-03-26", titular(unidad), "autorizar", evaluacion.Acuerdo{})
	k.hacer("2026-04-01", jalisco, "iniciar", evaluacion.Arranque{})
	return k
}

func sha(n int) string { return fmt.Sprintf("%064x", n) }

func pdf(n int, desde, hasta string) evaluacion.Prueba {
	return evaluacion.Prueba{Nombre: fmt.Sprintf("evidencia-%d.pdf", n), SHA256: sha(n), PeriodoDesde: dia(desde), PeriodoHasta: dia(hasta)}
}

func reporte(accion string, avance tramite.Centesimas, ps ...evaluacion.Prueba) evaluacion.Reporte {
	return evaluacion.Reporte{Accion: accion, Avance: avance, Evidencias: ps}
}

func acepta(accion string, avance tramite.Centesimas, claves ...string) evaluacion.Comprobacion {
	e := evaluacion.Comprobacion{Accion: accion, Avance: avance}
	for _, c := range claves {
		e.Evidencias = append(e.Evidencias, evaluacion.Fallo{Evidencia: c, Resultado: plan.EvidenciaAceptada})
	}
	return e
}

// cumplidas carries out every action of the plan.
func cumplidas(t testing.TB) *caso {
	k := enEjecucion(t)
	k.hacer("2026-06-20", jalisco, "reportar-avance", reporte("A1", 10000, pdf(1, "2026-04-01", "2026-06-19")))
	k.hacer("2026-06-22", personal(division), "verificar", acepta("A1", 10000, "E1"))
	k.hacer("2026-08-20", jalisco, "reportar-avance", reporte("B", 10000, pdf(2, "2026-04-01", "2026-08-19")))
	k.hacer("2026-08-21", personal(division), "verificar", acepta("B", 10000, "E1"))
	k.hacer("2026-09-20", jalisco, "reportar-avance", reporte("A2", 10000, pdf(3, "2026-07-01", "2026-09-19")))
	k.hacer("2026-09-21", personal(division), "verificar", acepta("A2", 10000, "E1"))
	return k
}

func concluido(t testing.TB) *caso {
	k := cumplidas(t)
	k.hacer("2026-10-01", personal(division), "concluir", evaluacion.Conclusion{})
	return k
}

func mide(a1, a2, b cantidad.Valor, el string) evaluacion.VerificacionEfecto {
	m := func(a string, v cantidad.Valor) evaluacion.Medicion {
		return evaluacion.Medicion{Accion: a, Valor: v, Fecha: dia(el), Fuente: "Sistema de abasto"}
	}
	return evaluacion.VerificacionEfecto{Mediciones: []evaluacion.Medicion{m("A1", a1), m("A2", a2), m("B", b)}}
}
