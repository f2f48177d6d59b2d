package opinion_test

import (
	"reflect"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/vinculacion/opinion"
)

// Nobody is asked beyond the official term, whatever the kinds of days.
func TestNingunaConsultaAceptadaPasaDelTerminoOficial(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		termino := func(nombre string) opinion.Termino {
			if rapid.Bool().Draw(rt, nombre+" exacto") {
				return opinion.Termino{Limite: dia("2026-03-03").Sumar(time.Duration(rapid.IntRange(1, 60*24*20).Draw(rt, nombre)) * time.Minute)}
			}
			return opinion.Termino{Dias: rapid.IntRange(1, 20).Draw(rt, nombre), Clase: rapid.SampledFrom([]plazo.Clase{plazo.Habiles, plazo.Naturales}).Draw(rt, nombre+" clase")}
		}
		x := nueva(t)
		e := recepcion()
		oficial, interno := termino("oficial"), termino("interno")
		e.Termino = &oficial
		hacer(t, x, opinion.Registrar, e, division, "2026-03-02")
		hacer(t, x, opinion.ProponerCompetencia, competencia(finanzas), division, "2026-03-02")
		hacer(t, x, opinion.DecidirCompetencia, competencia(finanzas), coordinadora, "2026-03-02")
		q := consultas(1, finanzas)
		q.Consultas[0].Termino = interno
		c := x.contexto(division, "2026-03-03")
		fin, ok := x.r.Oficial.Fin(x.r.Recibida, c.Calendarios, "")
		require.True(t, ok)
		err := intentar(x, opinion.Turnar, q, division, "2026-03-03")
		propio, ok := interno.Fin(c.Hoy(), c.Calendarios, "")
		require.True(t, ok)
		if fin < c.Ahora {
			return // already over: it binds nobody
		}
		if antes := propio < fin; antes != (err == nil) {
			rt.Fatalf("internal %v, official %v, accepted %v: %v", propio, fin, err == nil, fallas(err))
		}
	})
}

// More time never means less, and what does not fit changes nothing.
func TestAmpliarNuncaAcorta(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		desde := dia("2026-03-02")
		term := opinion.Termino{Dias: rapid.IntRange(1, 300).Draw(rt, "dias"), Clase: plazo.Habiles}
		if rapid.Bool().Draw(rt, "exacto") {
			term = opinion.Termino{Limite: desde.Sumar(time.Duration(rapid.IntRange(1, 1000).Draw(rt, "horas")) * time.Hour)}
		}
		ext := opinion.Extension{Dias: rapid.IntRange(0, 180).Draw(rt, "mas")}
		if rapid.Bool().Draw(rt, "a instante") {
			ext.Limite = desde.Sumar(time.Duration(rapid.IntRange(1, 1000).Draw(rt, "hasta")) * time.Hour)
		}
		antes, ok := term.Fin(desde.Dia(), plazo.Oficiales(), "")
		require.True(t, ok)
		despues, ok := term.Mas(ext).Fin(desde.Dia(), plazo.Oficiales(), "")
		require.True(t, ok)
		if despues < antes {
			rt.Fatalf("%v became %v", antes, despues)
		}
	})
}

// The draft of whatever the directorates answer can be integrated as it is.
func TestElProyectoDeLoRespondidoSePuedeIntegrar(t *testing.T) {
	posturas := []opinion.Postura{
		favorable(),
		{Posicion: opinion.SinComentarios, Impacto: opinion.Impacto{Tipo: opinion.SinImpacto}},
		{Posicion: opinion.ConObservaciones, Articulos: articulo(opinion.ConObservaciones), Impacto: opinion.Impacto{Tipo: opinion.Costo, Centavos: 500, Ejercicios: 2}},
		{Posicion: opinion.Favorable, Articulos: articulo(opinion.Favorable), Impacto: opinion.Impacto{Tipo: opinion.Ahorro, Centavos: 500, Ejercicios: 1}},
		{Posicion: opinion.Desfavorable, Fundamentos: []string{"LSS 201"}, Impacto: opinion.Impacto{Tipo: opinion.NoCuantificar, Explicacion: "Sin datos"}},
	}
	for i, una := range posturas {
		for j, otra := range posturas {
			x := turnada(t)
			for o, p := range map[doe.ClaveOrgano]opinion.Postura{economicas: una, finanzas: otra} {
				r := respuesta(o)
				r.Postura = p
				hacer(t, x, opinion.Responder, r, normativa(o), "2026-03-09")
			}
			p := x.r.Proyecto()
			assert.NoError(t, intentar(x, opinion.Consolidar, p, division, "2026-03-11"), "%d y %d: %+v", i, j, p.Postura)
		}
	}
}

func TestElProyectoTomaLaPosturaMasSevera(t *testing.T) {
	x := turnada(t)
	r := respuesta("")
	r.Postura = opinion.Postura{Posicion: opinion.Desfavorable, Fundamentos: []string{"LSS 201"}, Impacto: opinion.Impacto{Tipo: opinion.Costo, Centavos: 900, Ejercicios: 2}}
	hacer(t, x, opinion.Responder, respuesta(""), normativa(economicas), "2026-03-09")
	hacer(t, x, opinion.Responder, r, normativa(finanzas), "2026-03-09")
	p := x.r.Proyecto()
	assert.Equal(t, opinion.Desfavorable, p.Postura.Posicion)
	assert.Equal(t, opinion.Impacto{Tipo: opinion.Costo, Centavos: 900, Ejercicios: 2}, p.Postura.Impacto)
	assert.Len(t, p.Consideraciones, 2)
}

// The kernel applies an act on a copy even when its input is faulty.
func TestUnaEntradaVaciaNuncaHacePanico(t *testing.T) {
	m, err := tramite.NuevaMesa(opinion.Opiniones)
	require.NoError(t, err)
	for _, desde := range []func(testing.TB) *expediente{registrada, enAnalisis, competente, noCompetente, turnada, devuelta, conProrroga, integrada, observada, avalada, enviadaX} {
		x := desde(t)
		for _, a := range opinion.Opiniones.Definicion().Actos {
			for _, quien := range []doe.Actor{division, coordinadora, normativa(finanzas), reloj} {
				if a.Creacion {
					continue
				}
				r := x.r
				c := x.contexto(quien, "2026-03-20")
				c.Cargar = func(string, string) (tramite.Registro, error) { return &r, nil }
				assert.NotPanics(t, func() {
					_, _ = m.Realizar(c, tramite.Peticion{Coleccion: opinion.Coleccion, Folio: folio, Acto: a.Nombre, Entrada: reflect.Zero(a.Entrada).Interface()})
				}, "%s en %s", a.Nombre, x.r.Estado)
			}
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"", "comision", "Comision", "favorable", "sao_segob ", "en_consulta", "\x00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, leer := range []func(string) (string, error){
			leido(opinion.ParseOrigen), leido(opinion.ParseCamara), leido(opinion.ParseTipo), leido(opinion.ParseEtapa), leido(opinion.ParsePosicion),
			leido(opinion.ParseTipoImpacto), leido(opinion.ParseEstadoTurno), leido(opinion.ParseNivel), leido(opinion.ParseToma), leido(opinion.ParseMedio), leido(opinion.ParseCausa),
		} {
			if v, err := leer(s); err == nil && v != s || err != nil && v != "" {
				t.Fatalf("%q was read as %q, %v", s, v, err)
			}
		}
	})
}

func leido[T ~string](parse func(string) (T, error)) func(string) (string, error) {
	return func(s string) (string, error) {
		v, err := parse(s)
		return string(v), err
	}
}
