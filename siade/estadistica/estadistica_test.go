package estadistica_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
	"github.com/operacion-abierta/operacion/siade/estadistica"
)

var hoy = fecha.MustParse("2026-06-17")

// caso is what a test knows of one petition.
type caso struct {
	ooad                    doe.OOAD
	registro, cierre, vence fecha.Fecha
	dias, calificacion      int
	alContacto, canalizada  bool
	// respuestas are in order, each but the last before a reopening.
	respuestas   []respuesta
	reaperturas  []fecha.Fecha
	turno        fecha.Fecha
	presentacion fecha.Fecha // that of registration when zero
	asignada     string      // whom to, on the day of registration
	valores
}

type respuesta struct {
	dia    fecha.Fecha
	tardia bool
}

// presenta is the day it was taken as presented on.
func (x caso) presenta() fecha.Fecha {
	switch {
	case !x.cierre.IsZero():
		return x.cierre.Sumar(-x.dias)
	case !x.presentacion.IsZero():
		return x.presentacion
	}
	return x.registro
}

// valores are its values in the dimensions.
type valores struct {
	tipo                             siade.Tipo
	canal                            siade.Canal
	gravedad                         siade.Gravedad
	estado                           tramite.Estado
	tema, servicio, unidadDeServicio string
}

// peticion is the petition that it tells.
func (x caso) peticion() *siade.Peticion {
	p := &siade.Peticion{
		Cabecera: tramite.Cabecera{OOAD: x.ooad, Creado: x.registro.Inicio(), Estado: x.estado}, Canal: x.canal, UnidadServicio: x.unidadDeServicio,
		Clasificacion: &siade.Clasificacion{Tipo: x.tipo, Gravedad: x.gravedad, Tema: x.tema, Servicio: x.servicio},
		Presentacion:  x.presenta(), Concluida: x.cierre, AlContacto: x.alContacto,
	}
	for i, r := range x.respuestas {
		dada := siade.Respondido{Dia: r.dia, Tardia: r.tardia}
		if i < len(x.reaperturas) {
			p.Anteriores = append(p.Anteriores, dada)
		} else {
			p.Respuesta = &dada
		}
	}
	for _, d := range x.reaperturas {
		p.Reaperturas = append(p.Reaperturas, siade.Reabierto{Dia: d})
	}
	if !x.turno.IsZero() {
		p.Turno = &siade.Turnado{Dia: x.turno}
	}
	if x.asignada != "" {
		p.Unidad, p.Responsable, p.Asignacion = doe.CAOOD, x.asignada, &siade.Asignado{En: x.registro.Inicio()}
	}
	if x.canalizada {
		p.Canalizacion = &siade.Canalizado{Dia: x.cierre}
	}
	if x.calificacion > 0 {
		p.Calificacion = &siade.Calificado{Calificacion: x.calificacion}
	}
	return p
}

// cuentas are counters kept as a store would, by day or by month.
type cuentas map[tramite.Aporte]*[tramite.MaxMedidas]int

func (cs cuentas) mover(c caso, signo int) {
	for _, a := range siade.Peticiones.Aporta(c.peticion(), c.vence) {
		m := a.M
		a.M = [tramite.MaxMedidas]int{}
		if strings.HasSuffix(a.Familia, "/mes") {
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
	c, err := estadistica.Leer(parametros, hoy)
	require.NoError(t, err)
	p, err := estadistica.Planear(c)
	require.NoError(t, err)
	r, err := p.Responder(cs.sumar)
	require.NoError(t, err)
	return r
}

func dia(s string) fecha.Fecha { return fecha.MustParse(s) }

func Example() {
	cs := cuentas{}
	gestion := valores{tipo: "gestion", canal: "modulo", gravedad: "ordinaria", estado: "cerrada"}
	cs.mover(caso{
		ooad: "14", registro: dia("2026-03-02"), cierre: dia("2026-03-02"), alContacto: true, calificacion: 5, valores: gestion,
		respuestas: []respuesta{{dia: dia("2026-03-02")}},
	}, 1)
	cs.mover(caso{
		ooad: "14", registro: dia("2026-03-02"), cierre: dia("2026-03-09"), dias: 7, calificacion: 4, valores: gestion,
		respuestas: []respuesta{{dia: dia("2026-03-06"), tardia: true}},
	}, 1)
	c, err := estadistica.Leer(map[string]string{"agrupar": "ooad", "desde": "2026-03-01", "hasta": "2026-03-31"}, hoy)
	if err != nil {
		fmt.Println(err)
		return
	}
	p, _ := estadistica.Planear(c)
	r, _ := p.Responder(cs.sumar)
	b, _ := json.Marshal(r.Filas[0])
	fmt.Println(string(b))
	// Output: {"ooad":"14","registradas":2,"cerradas":2,"abiertas":0,"vencidas":0,"al_contacto":1,"dias_mediana":0,"dias_p90":7,"satisfaccion":4.5,"respondidas":2,"en_termino":1,"fuera_de_termino":1,"cumplimiento":50,"respuesta_mediana":0,"respuesta_p90":4,"calificables":2,"calificadas":2,"tasa_calificacion":100,"reabiertas":0,"turnadas":0,"canalizadas":0}
}

func TestUnCasoResueltoAlContactoAportaDosRenglonesPorFamilia(t *testing.T) {
	c := caso{ooad: "14", registro: dia("2026-03-02"), cierre: dia("2026-03-02"), alContacto: true, respuestas: []respuesta{{dia: dia("2026-03-02")}}, valores: valores{estado: siade.Cerrada}}
	as := siade.Peticiones.Aporta(c.peticion(), c.vence)
	assert.Len(t, as, 2*len(siade.Familias()))
	assert.Equal(t, [tramite.MaxMedidas]int{1}, as[0].M)
	assert.Equal(t, [tramite.MaxMedidas]int{
		siade.MCerradas: 1, siade.MAlContacto: 1, siade.MRespondidas: 1, siade.MCalificables: 1,
		siade.MCohCerradas: 1, siade.MCohAlContacto: 1, siade.MCohRespondidas: 1, siade.MCohCalificables: 1,
	}, as[1].M)
	assert.Equal(t, 1, as[1].Cubeta)
}

func TestSemanasYMesesSeCuentanPorElCalendario(t *testing.T) {
	cs := cuentas{}
	v := valores{tipo: "gestion"}
	cs.mover(caso{ooad: "14", registro: dia("2025-12-31"), valores: v}, 1)
	cs.mover(caso{ooad: "14", registro: dia("2026-01-02"), valores: v}, 1)
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
		cs.mover(caso{ooad: "14", registro: dia("2026-05-01"), vence: dia(d), valores: valores{tema: "a"}}, 1)
	}
	assert.Equal(t, 2, *pregunta(t, cs, map[string]string{}).Total.Vencidas)
	assert.Equal(t, 2, *pregunta(t, cs, map[string]string{"hasta": "2026-06-30"}).Total.Vencidas)
	assert.Equal(t, 1, *pregunta(t, cs, map[string]string{"hasta": "2026-05-31"}).Total.Vencidas)
	assert.Equal(t, 1, *pregunta(t, cs, map[string]string{"agrupar": "tema"}).Total.Vencidas, "por mes, al último terminado")
	assert.Nil(t, pregunta(t, cs, map[string]string{"cohorte": "si"}).Total.Vencidas)
}

func TestLasCubetasCubrenTodosLosDias(t *testing.T) {
	for d := range 400 {
		c := siade.Cubeta(d)
		assert.True(t, c >= 1 && c <= siade.Cubetas())
		assert.GreaterOrEqual(t, max(siade.DiasDe(c), d), siade.DiasDe(c))
		if d <= 365 {
			assert.GreaterOrEqual(t, siade.DiasDe(c), d)
		}
		if d <= 10 {
			assert.Equal(t, d, siade.DiasDe(c))
		}
	}
	assert.Equal(t, siade.Cubetas(), siade.Cubeta(366))
	assert.Equal(t, 366, siade.DiasDe(siade.Cubetas()))
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
		_, err := estadistica.Leer(caso.parametros, hoy)
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
		_, err := estadistica.Leer(bien, hoy)
		assert.NoError(t, err, bien)
	}
}

func TestTodasLasFallasALaVez(t *testing.T) {
	_, err := estadistica.Leer(map[string]string{"agrupar": "color", "desde": "ayer", "tipo": "otra"}, hoy)
	var e *falla.Error
	require.ErrorAs(t, err, &e)
	assert.Len(t, e.Fallas, 3)
}

func TestUnAliasDeOOADEsElCodigoEnUso(t *testing.T) {
	c, err := estadistica.Leer(map[string]string{"ooad": "36"}, hoy)
	require.NoError(t, err)
	assert.Equal(t, []string{"39"}, c.Filtros[estadistica.OOAD])
}

func TestUnaSumaQueFallaSeDice(t *testing.T) {
	p, err := estadistica.Planear(estadistica.Consulta{Desde: hoy, Hasta: hoy, Hoy: hoy})
	require.NoError(t, err)
	roto := errors.New("roto")
	_, err = p.Responder(func(estadistica.Suma) ([]estadistica.Fila, error) { return nil, roto })
	assert.ErrorIs(t, err, roto)
}
