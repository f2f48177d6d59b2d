package estadistica_test

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade/estadistica"
)

var hoy = fecha.MustParse("2026-06-17")

var vocabulario = estadistica.Vocabulario{
	estadistica.Tipo: {"gestion", "queja"}, estadistica.Canal: {"modulo", "web"}, estadistica.Gravedad: {"ordinaria"}, estadistica.Estado: {"registrada", "cerrada"},
}

// cuentas are counters kept as a store would, by day or by month.
type cuentas map[tramite.Aporte]*[tramite.MaxMedidas]int

func (cs cuentas) mover(c estadistica.Caso, signo int) {
	for _, a := range c.Aportes() {
		m := a.M
		a.M = [tramite.MaxMedidas]int{}
		if a.Familia[len(a.Familia)-4:] == "/mes" {
			a.Dia = a.Dia.Sumar(1 - a.Dia.Dia())
		}
		if cs[a] == nil {
			cs[a] = new([tramite.MaxMedidas]int)
		}
		for i, n := range m {
			cs[a][i] += signo * n
		}
	}
}

func admite(vs []string, v string) bool { return len(vs) == 0 || slices.Contains(vs, v) }

// sumar is what a store owes to a plan.
func (cs cuentas) sumar(s estadistica.Suma) ([]estadistica.Fila, error) {
	out := map[estadistica.Fila]*[tramite.MaxMedidas]int{}
	for a, m := range cs {
		if a.Familia != s.Familia || a.Dia.Before(s.Desde) || a.Dia.After(s.Hasta) || !admite(s.OOAD, string(a.OOAD)) || !admite(s.V1, a.V1) || !admite(s.V2, a.V2) {
			continue
		}
		f := estadistica.Fila{Cubeta: a.Cubeta}
		switch s.Tiempo {
		case estadistica.Dia:
			f.Periodo = a.Dia
		case estadistica.Mes:
			f.Periodo = a.Dia.Sumar(1 - a.Dia.Dia())
		}
		if s.PorOOAD {
			f.OOAD = string(a.OOAD)
		}
		if s.PorV1 {
			f.V1 = a.V1
		}
		if s.PorV2 {
			f.V2 = a.V2
		}
		if out[f] == nil {
			out[f] = new([tramite.MaxMedidas]int)
		}
		for i, n := range m {
			out[f][i] += n
		}
	}
	var filas []estadistica.Fila
	for f, m := range out {
		f.M = *m
		filas = append(filas, f)
	}
	return filas, nil
}

func pregunta(t require.TestingT, cs cuentas, parametros map[string]string) estadistica.Respuesta {
	c, err := estadistica.Leer(parametros, vocabulario, hoy)
	require.NoError(t, err)
	p, err := estadistica.Planear(c, vocabulario)
	require.NoError(t, err)
	r, err := p.Responder(cs.sumar)
	require.NoError(t, err)
	return r
}

func dia(s string) fecha.Fecha { return fecha.MustParse(s) }

func Example() {
	cs := cuentas{}
	gestion := estadistica.Valores{Tipo: "gestion", Canal: "modulo", Gravedad: "ordinaria", Estado: "cerrada"}
	cs.mover(estadistica.Caso{OOAD: "14", Registro: dia("2026-03-02"), Cierre: dia("2026-03-02"), AlContacto: true, Calificacion: 5, Valores: gestion}, 1)
	cs.mover(estadistica.Caso{OOAD: "14", Registro: dia("2026-03-02"), Cierre: dia("2026-03-09"), Dias: 7, Calificacion: 4, Valores: gestion}, 1)
	c, err := estadistica.Leer(map[string]string{"agrupar": "ooad", "desde": "2026-03-01", "hasta": "2026-03-31"}, vocabulario, hoy)
	if err != nil {
		fmt.Println(err)
		return
	}
	p, _ := estadistica.Planear(c, vocabulario)
	r, _ := p.Responder(cs.sumar)
	b, _ := json.Marshal(r.Filas[0])
	fmt.Println(string(b))
	// Output: {"ooad":"14","registradas":2,"cerradas":2,"abiertas":0,"vencidas":0,"al_contacto":1,"dias_mediana":0,"dias_p90":7,"satisfaccion":4.5}
}

func TestUnCasoResueltoAlContactoAportaDosRenglonesPorFamilia(t *testing.T) {
	c := estadistica.Caso{OOAD: "14", Registro: dia("2026-03-02"), Cierre: dia("2026-03-02"), AlContacto: true}
	as := c.Aportes()
	assert.Len(t, as, 2*len(estadistica.Familias()))
	assert.Equal(t, [10]int{1}, as[0].M)
	assert.Equal(t, [10]int{1: 1, 2: 1, 5: 1, 6: 1}, as[1].M)
	assert.Equal(t, 1, as[1].Cubeta)
}

func TestSemanasYMesesSeCuentanPorElCalendario(t *testing.T) {
	cs := cuentas{}
	v := estadistica.Valores{Tipo: "gestion"}
	cs.mover(estadistica.Caso{OOAD: "14", Registro: dia("2025-12-31"), Valores: v}, 1)
	cs.mover(estadistica.Caso{OOAD: "14", Registro: dia("2026-01-02"), Valores: v}, 1)
	r := pregunta(t, cs, map[string]string{"agrupar": "semana", "desde": "2025-12-01", "hasta": "2026-01-31"})
	require.Len(t, r.Filas, 1)
	assert.Equal(t, "2026-W01", *r.Filas[0].Semana)
	assert.Equal(t, 2, r.Filas[0].Registradas)
	r = pregunta(t, cs, map[string]string{"agrupar": "mes,semana", "desde": "2025-12-01", "hasta": "2026-01-31"})
	require.Len(t, r.Filas, 2)
	assert.Equal(t, "2025-12", *r.Filas[0].Mes)
	assert.Equal(t, 1, r.Filas[0].Abiertas)
	assert.Equal(t, 2, r.Filas[1].Abiertas, "lo abierto se acumula")
}

func TestLoQueVenceHoyNoEstaVencido(t *testing.T) {
	cs := cuentas{}
	for _, d := range []string{"2026-05-31", "2026-06-16", "2026-06-17", "2026-06-18"} {
		cs.mover(estadistica.Caso{OOAD: "14", Registro: dia("2026-05-01"), Vence: dia(d), Valores: estadistica.Valores{Tema: "a"}}, 1)
	}
	assert.Equal(t, 2, *pregunta(t, cs, map[string]string{}).Total.Vencidas)
	assert.Equal(t, 2, *pregunta(t, cs, map[string]string{"hasta": "2026-06-30"}).Total.Vencidas)
	assert.Equal(t, 1, *pregunta(t, cs, map[string]string{"hasta": "2026-05-31"}).Total.Vencidas)
	assert.Equal(t, 1, *pregunta(t, cs, map[string]string{"agrupar": "tema"}).Total.Vencidas, "por mes, al último terminado")
	assert.Nil(t, pregunta(t, cs, map[string]string{"cohorte": "si"}).Total.Vencidas)
}

func TestLasCubetasCubrenTodosLosDias(t *testing.T) {
	for d := range 400 {
		c := estadistica.Cubeta(d)
		assert.True(t, c >= 1 && c <= estadistica.Cubetas())
		assert.GreaterOrEqual(t, max(estadistica.DiasDe(c), d), estadistica.DiasDe(c))
		if d <= 365 {
			assert.GreaterOrEqual(t, estadistica.DiasDe(c), d)
		}
		if d <= 10 {
			assert.Equal(t, d, estadistica.DiasDe(c))
		}
	}
	assert.Equal(t, estadistica.Cubetas(), estadistica.Cubeta(366))
	assert.Equal(t, 366, estadistica.DiasDe(estadistica.Cubetas()))
}

func TestLoQueNoSeCombinaSeDice(t *testing.T) {
	for _, caso := range []struct {
		parametros map[string]string
		codigo     string
		lugar      string
	}{
		{map[string]string{"agrupar": "tema,canal"}, "combinacion-no-disponible", "query.agrupar"},
		{map[string]string{"agrupar": "tema,dia"}, "combinacion-no-disponible", "query.agrupar"},
		{map[string]string{"agrupar": "tema,servicio"}, "combinacion-no-disponible", "query.agrupar"},
		{map[string]string{"agrupar": "tema", "desde": "2026-01-02"}, "combinacion-no-disponible", "query.agrupar"},
		{map[string]string{"agrupar": "tema", "desde": "2026-01-01", "hasta": "2026-03-30"}, "combinacion-no-disponible", "query.agrupar"},
		{map[string]string{"agrupar": "tipo,canal", "gravedad": "ordinaria"}, "combinacion-no-disponible", "query.agrupar"},
		{map[string]string{"agrupar": "tipo,canal,ooad"}, "combinacion-no-disponible", "query.agrupar"},
		{map[string]string{"agrupar": "tipo,tipo"}, "dimension-repetida", "query.agrupar"},
		{map[string]string{"agrupar": "color"}, "valor-no-permitido", "query.agrupar"},
		{map[string]string{"tipo": "otra"}, "valor-no-permitido", "query.tipo"},
		{map[string]string{"ooad": "99"}, "formato-no-valido", "query.ooad"},
		{map[string]string{"desde": "2026-13-01"}, "formato-fecha", "query.desde"},
		{map[string]string{"desde": "2026-03-02", "hasta": "2026-03-01"}, "rango-de-fechas", "query.hasta"},
		{map[string]string{"desde": "1969-12-31"}, "rango-de-fechas", "query.desde"},
		{map[string]string{"hasta": "2201-01-01"}, "rango-de-fechas", "query.hasta"},
		{map[string]string{"cohorte": "tal vez"}, "valor-no-permitido", "query.cohorte"},
		{map[string]string{"dia": "2026-03-02"}, "parametro-desconocido", "query.dia"},
	} {
		_, err := estadistica.Leer(caso.parametros, vocabulario, hoy)
		var e *falla.Error
		require.ErrorAs(t, err, &e, caso.parametros)
		assert.Equal(t, falla.Invalida, e.Clase)
		assert.Equal(t, caso.codigo, e.Fallas[0].Codigo, caso.parametros)
		assert.Equal(t, caso.lugar, e.Fallas[0].Ubicacion)
	}
	for _, bien := range []map[string]string{
		nil, {"agrupar": "tema,ooad", "tipo": "queja"}, {"agrupar": "tema,mes", "desde": "2026-01-01", "hasta": "2026-03-31"}, {"agrupar": "estado,dia", "tipo": "queja,gestion"},
		{"agrupar": "tipo,canal", "ooad": "35"}, {"agrupar": "gravedad,estado"}, {"agrupar": "canal", "gravedad": "ordinaria", "cohorte": "si"},
	} {
		_, err := estadistica.Leer(bien, vocabulario, hoy)
		assert.NoError(t, err, bien)
	}
}

func TestTodasLasFallasALaVez(t *testing.T) {
	_, err := estadistica.Leer(map[string]string{"agrupar": "color", "desde": "ayer", "tipo": "otra"}, vocabulario, hoy)
	var e *falla.Error
	require.ErrorAs(t, err, &e)
	assert.Len(t, e.Fallas, 3)
}

func TestUnAliasDeOOADEsElCodigoEnUso(t *testing.T) {
	c, err := estadistica.Leer(map[string]string{"ooad": "36"}, vocabulario, hoy)
	require.NoError(t, err)
	assert.Equal(t, []string{"39"}, c.Filtros[estadistica.OOAD])
}

func TestUnaSumaQueFallaSeDice(t *testing.T) {
	p, err := estadistica.Planear(estadistica.Consulta{Desde: hoy, Hasta: hoy, Hoy: hoy}, nil)
	require.NoError(t, err)
	roto := errors.New("roto")
	_, err = p.Responder(func(estadistica.Suma) ([]estadistica.Fila, error) { return nil, roto })
	assert.ErrorIs(t, err, roto)
}

// directa counts the cases one by one, with nothing of the counters.
func directa(casos []estadistica.Caso, c estadistica.Consulta, mensual bool) estadistica.Medidas {
	var m estadistica.Medidas
	var dias []int
	vencidas, n, suma := 0, 0, 0
	for _, x := range casos {
		en := func(d fecha.Fecha) bool { return !d.IsZero() && !d.Before(c.Desde) && !d.After(c.Hasta) }
		if en(x.Registro) {
			m.Registradas++
		}
		cierre := en(x.Cierre)
		if c.Cohorte {
			cierre = en(x.Registro) && !x.Cierre.IsZero()
		}
		if cierre {
			m.Cerradas++
			dias = append(dias, x.Dias)
			if x.AlContacto {
				m.AlContacto++
			}
			if x.Calificacion > 0 {
				n, suma = n+1, suma+x.Calificacion
			}
		}
		vive := x.Cierre.IsZero() || x.Cierre.After(c.Hasta)
		if c.Cohorte && en(x.Registro) && x.Cierre.IsZero() || !c.Cohorte && !x.Registro.After(c.Hasta) && vive {
			m.Abiertas++
		}
		tope := c.Hoy.Sumar(-1)
		if c.Hasta.Before(tope) {
			tope = c.Hasta
		}
		if mensual && tope.Siguiente().Dia() != 1 {
			tope = tope.Sumar(-tope.Dia())
		}
		if x.Cierre.IsZero() && !x.Vence.IsZero() && !x.Vence.After(tope) {
			vencidas++
		}
	}
	if !c.Cohorte {
		m.Vencidas = &vencidas
	}
	m.DiasMediana, m.DiasP90 = rango(dias, 50), rango(dias, 90)
	if n > 0 {
		s := tramite.Centesimas((200*suma + n) / (2 * n))
		m.Satisfaccion = &s
	}
	return m
}

// rango is the quantile by nearest rank, told as its class.
func rango(dias []int, p int) *int {
	if len(dias) == 0 {
		return nil
	}
	slices.Sort(dias)
	d := estadistica.DiasDe(estadistica.Cubeta(dias[(len(dias)*p+99)/100-1]))
	return &d
}

func casoAlAzar(t *rapid.T) estadistica.Caso {
	de := func(vs ...string) string { return rapid.SampledFrom(vs).Draw(t, "v") }
	c := estadistica.Caso{
		OOAD: doe.OOAD(de("09", "14", "39")), Registro: dia("2026-01-01").Sumar(rapid.IntRange(0, 165).Draw(t, "registro")),
		Valores: estadistica.Valores{
			Tipo: de("", "gestion", "queja"), Canal: de("modulo", "web"), Gravedad: de("", "ordinaria"), Estado: de("registrada", "cerrada"),
			Tema: de("", "a", "b"), Servicio: de("x", "y"), UnidadServicio: de("", "u"),
		},
	}
	if rapid.Bool().Draw(t, "cerrada") {
		c.Dias = rapid.SampledFrom([]int{0, 0, 1, 5, 11, 40, 400}).Draw(t, "dias")
		c.Cierre = c.Registro.Sumar(min(c.Dias, hoy.Ordinal()-c.Registro.Ordinal()))
		c.AlContacto = c.Dias == 0
		c.Calificacion = rapid.IntRange(0, 5).Draw(t, "calificacion")
	} else if rapid.Bool().Draw(t, "corre") {
		c.Vence = c.Registro.Sumar(rapid.IntRange(0, 40).Draw(t, "vence"))
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
		c, err := estadistica.Leer(p, vocabulario, hoy)
		require.NoError(rt, err)
		mensual := slices.ContainsFunc(c.Agrupar, func(d estadistica.Dimension) bool {
			return d == estadistica.Tema || d == estadistica.Servicio || d == estadistica.UnidadServicio
		})
		vistos := slices.DeleteFunc(slices.Clone(casos), func(x estadistica.Caso) bool { return !admite(c.Filtros[estadistica.OOAD], string(x.OOAD)) })
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
func suyos(casos []estadistica.Caso, l estadistica.Linea) []estadistica.Caso {
	var out []estadistica.Caso
	for _, x := range casos {
		igual := func(p *string, v string) bool { return p == nil || *p == v }
		if igual(l.OOAD, string(x.OOAD)) && igual(l.Tipo, x.Tipo) && igual(l.Canal, x.Canal) && igual(l.Gravedad, x.Gravedad) && igual(l.Estado, x.Estado) &&
			igual(l.Tema, x.Tema) && igual(l.Servicio, x.Servicio) && igual(l.UnidadServicio, x.UnidadServicio) {
			out = append(out, x)
		}
	}
	return out
}
