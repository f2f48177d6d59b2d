package estadistica_test

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
	"github.com/operacion-abierta/operacion/siade/estadistica"
)

// directa counts the cases one by one, with nothing of the counters.
func directa(casos []caso, c estadistica.Consulta, mensual bool) estadistica.Medidas {
	var m estadistica.Medidas
	var dias, esperas []int
	vencidas, suma := 0, 0
	for _, x := range casos {
		en := func(d fecha.Fecha) bool { return !d.IsZero() && !d.Before(c.Desde) && !d.After(c.Hasta) }
		if en(x.registro) {
			m.Registradas++
		}
		cierre := en(x.cierre)
		if c.Cohorte {
			cierre = en(x.registro) && !x.cierre.IsZero()
		}
		if cierre {
			m.Cerradas++
			dias = append(dias, x.dias)
			if x.alContacto && len(x.reaperturas) == 0 {
				m.AlContacto++
			}
			if x.calificacion > 0 {
				m.Calificadas, suma = m.Calificadas+1, suma+x.calificacion
			}
			if x.estado == siade.Cerrada {
				m.Calificables++
			}
			if x.canalizada {
				m.Canalizadas++
			}
		}
		if !c.Cohorte && en(x.turno) || c.Cohorte && en(x.registro) && !x.turno.IsZero() {
			m.Turnadas++
		}
		for _, d := range x.reaperturas {
			if en(d) && !c.Cohorte || en(x.registro) && c.Cohorte {
				m.Reabiertas++
			}
		}
		esperas = append(esperas, x.responder(&m, c, en)...)
		vive := x.cierre.IsZero() || x.cierre.After(c.Hasta)
		if c.Cohorte && en(x.registro) && x.cierre.IsZero() || !c.Cohorte && !x.registro.After(c.Hasta) && vive {
			m.Abiertas++
		}
		tope := c.Hoy.Sumar(-1)
		if c.Hasta.Before(tope) {
			tope = c.Hasta
		}
		if mensual && tope.Siguiente().Dia() != 1 {
			tope = tope.Sumar(-tope.Dia())
		}
		if x.cierre.IsZero() && !x.vence.IsZero() && !x.vence.After(tope) {
			vencidas++
		}
	}
	if !c.Cohorte {
		m.Vencidas = &vencidas
	}
	m.DiasMediana, m.DiasP90 = rango(dias, 50), rango(dias, 90)
	m.RespuestaMediana, m.RespuestaP90 = rango(esperas, 50), rango(esperas, 90)
	m.Satisfaccion, m.Cumplimiento, m.TasaCalificacion = parte(suma, m.Calificadas), parte(100*m.EnTermino, m.Respondidas), parte(100*m.Calificadas, m.Calificables)
	return m
}

// parte is a over b with two decimals.
func parte(a, b int) *tramite.Centesimas {
	if b == 0 {
		return nil
	}
	s := tramite.Centesimas(math.Round(100 * float64(a) / float64(b)))
	return &s
}

// responder counts the answers of a case and gives the days that they took.
func (x caso) responder(m *estadistica.Medidas, c estadistica.Consulta, en func(fecha.Fecha) bool) (esperas []int) {
	for i, r := range x.respuestas {
		if !c.Cohorte && !en(r.dia) || c.Cohorte && !en(x.registro) {
			continue
		}
		desde := x.presenta()
		if i > 0 {
			desde = x.reaperturas[i-1]
		}
		m.Respondidas++
		esperas = append(esperas, max(desde.Dias(r.dia), 0))
		if r.tardia {
			m.FueraDeTermino++
		} else {
			m.EnTermino++
		}
	}
	return esperas
}

// rango is the quantile by nearest rank, told as its class.
func rango(dias []int, p int) *int {
	if len(dias) == 0 {
		return nil
	}
	slices.Sort(dias)
	d := siade.DiasDe(siade.Cubeta(dias[(len(dias)*p+99)/100-1]))
	return &d
}

// hastaHoy is a day that came: nothing happens after today.
func hastaHoy(d fecha.Fecha) fecha.Fecha {
	if d.After(hoy) {
		return hoy
	}
	return d
}

func casoAlAzar(t *rapid.T) caso {
	de := func(vs ...string) string { return rapid.SampledFrom(vs).Draw(t, "v") }
	c := caso{
		ooad: doe.OOAD(de("09", "14", "39")), registro: dia("2026-01-01").Sumar(rapid.IntRange(0, 165).Draw(t, "registro")),
		valores: valores{
			tipo: siade.Tipo(de("", "gestion", "queja")), canal: siade.Canal(de("modulo", "web")), gravedad: siade.Gravedad(de("", "ordinaria")),
			estado: tramite.Estado(de("registrada", "cerrada")), tema: de("", "a", "b"), servicio: de("x", "y"), unidadDeServicio: de("", "u"),
		},
	}
	if rapid.Bool().Draw(t, "cerrada") {
		c.dias = rapid.SampledFrom([]int{0, 0, 1, 5, 11, 40, 400}).Draw(t, "dias")
		c.cierre = c.registro.Sumar(min(c.dias, hoy.Ordinal()-c.registro.Ordinal()))
		c.alContacto = c.dias == 0
		c.calificacion = rapid.IntRange(0, 5).Draw(t, "calificacion")
		c.canalizada = rapid.IntRange(0, 5).Draw(t, "canalizada") == 0
	} else if rapid.Bool().Draw(t, "corre") {
		c.vence = c.registro.Sumar(rapid.IntRange(0, 40).Draw(t, "vence"))
	}
	if rapid.Bool().Draw(t, "turnada") {
		c.turno = hastaHoy(c.registro.Sumar(rapid.IntRange(0, 20).Draw(t, "turno")))
	}
	for d := c.registro; rapid.Bool().Draw(t, "responde"); {
		d = hastaHoy(d.Sumar(rapid.IntRange(0, 30).Draw(t, "tarda")))
		c.respuestas = append(c.respuestas, respuesta{d, rapid.Bool().Draw(t, "tardia")})
		if d = hastaHoy(d.Sumar(rapid.IntRange(1, 9).Draw(t, "reabre"))); !rapid.Bool().Draw(t, "reabierta") {
			break
		}
		c.reaperturas = append(c.reaperturas, d)
	}
	return c
}

var agrupaciones = []string{"", "ooad", "tipo", "canal,estado", "dia,tipo", "mes,gravedad", "semana", "tema", "tema,mes", "servicio,ooad", "unidad_servicio,tipo", "mes,dia"}

func TestPropiedadLosContadoresDicenLoMismoQueContarUnoPorUno(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		casos := rapid.SliceOfN(rapid.Custom(casoAlAzar), 0, 40).Draw(rt, "casos")
		cs := cuentas{}
		for _, c := range casos {
			// A record passes through other values before its last ones.
			otro := rapid.Custom(casoAlAzar).Draw(rt, "antes")
			cs.mover(otro, 1)
			cs.mover(otro, -1)
			cs.mover(c, 1)
		}
		p := map[string]string{"agrupar": rapid.SampledFrom(agrupaciones).Draw(rt, "agrupar"), "desde": "2026-02-01", "hasta": rapid.SampledFrom([]string{"2026-04-30", "2026-06-17", "2026-06-30"}).Draw(rt, "hasta")}
		if rapid.Bool().Draw(rt, "cohorte") {
			p["cohorte"] = "si"
		}
		if rapid.Bool().Draw(rt, "filtro") {
			p["ooad"] = "14"
		}
		c, err := estadistica.Leer(p, hoy)
		require.NoError(rt, err)
		mensual := slices.ContainsFunc(c.Agrupar, func(d estadistica.Dimension) bool {
			return d == estadistica.Tema || d == estadistica.Servicio || d == estadistica.UnidadServicio
		})
		vistos := slices.DeleteFunc(slices.Clone(casos), func(x caso) bool { return !admite(c.Filtros[estadistica.OOAD], string(x.ooad)) })
		r := pregunta(rt, cs, p)
		require.Equal(rt, directa(vistos, c, mensual), r.Total)
		for _, l := range r.Filas {
			require.Equal(rt, directa(suyos(vistos, l), enFila(c, l), mensual), l.Medidas, "%v", p)
		}
		require.True(rt, slices.IsSortedFunc(r.Filas, func(a, b estadistica.Linea) int { return cmp.Compare(valor(a.Dia), valor(b.Dia)) }))
	})
}

func valor(p *string) string {
	if p == nil {
		return ""
	}
	return *p
}

func etiquetas(d fecha.Fecha) (dia, semana, mes string) {
	a, s := d.Inicio().Time().ISOWeek()
	return d.String(), fmt.Sprintf("%d-W%02d", a, s), d.String()[:7]
}

// enFila narrows a query to the days of a row.
func enFila(c estadistica.Consulta, l estadistica.Linea) estadistica.Consulta {
	primero, ultimo := fecha.Fecha{}, fecha.Fecha{}
	for d := c.Desde; !d.After(c.Hasta); d = d.Siguiente() {
		dia, semana, mes := etiquetas(d)
		if l.Dia != nil && *l.Dia != dia || l.Semana != nil && *l.Semana != semana || l.Mes != nil && *l.Mes != mes {
			continue
		}
		if ultimo = d; primero.IsZero() {
			primero = d
		}
	}
	c.Desde, c.Hasta = primero, ultimo
	return c
}

// suyos are the cases with the values of a row.
func suyos(casos []caso, l estadistica.Linea) []caso {
	var out []caso
	for _, x := range casos {
		igual := func(p *string, v string) bool { return p == nil || *p == v }
		if igual(l.OOAD, string(x.ooad)) && igual(l.Tipo, string(x.tipo)) && igual(l.Canal, string(x.canal)) && igual(l.Gravedad, string(x.gravedad)) && igual(l.Estado, string(x.estado)) &&
			igual(l.Tema, x.tema) && igual(l.Servicio, x.servicio) && igual(l.UnidadServicio, x.unidadDeServicio) {
			out = append(out, x)
		}
	}
	return out
}
