package ejemplo_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
	"github.com/operacion-abierta/operacion/siade/ejemplo"
)

var hoy = fecha.MustParse("2026-03-02")

func azar() *rand.Rand { return rand.New(rand.NewPCG(1, 2)) }

func TestLosCasosInventadosSonValidosYViven(t *testing.T) {
	r, n := azar(), 0
	m, err := tramite.NuevaMesa(siade.Peticiones)
	require.NoError(t, err)
	estados, ooads := map[tramite.Estado]bool{}, map[doe.OOAD]bool{}
	for range 500 {
		caso := ejemplo.Generar(r, ejemplo.Variado(), hoy)
		var vivo tramite.Registro
		ahora := hoy.Inicio().Sumar(10 * time.Hour)
		hacer := func(a doe.Actor, p tramite.Peticion) {
			c := tramite.Contexto{
				Ahora: ahora, Actor: a, Catalogo: doe.Vigente(), Calendarios: plazo.Oficiales(), Folio: "f",
				Azar:   func() string { n++; return fmt.Sprint(n) },
				Cargar: func(string, string) (tramite.Registro, error) { return vivo, nil },
			}
			p.Coleccion = siade.Coleccion
			cs, err := m.Realizar(c, p)
			require.NoError(t, err, "%s of %+v", p.Acto, caso.Registro)
			vivo = cs[0].Registro
		}
		hacer(caso.Actor, tramite.Peticion{Entrada: caso.Registro})
		for _, p := range ejemplo.Seguir(r, caso) {
			ahora = ahora.Sumar(time.Duration(p.Tras) * 24 * time.Hour)
			hacer(p.Actor, tramite.Peticion{Folio: "f", Acto: p.Acto, Entrada: p.Entrada})
		}
		estados[vivo.Cabeza().Estado], ooads[vivo.Cabeza().OOAD] = true, true
	}
	for _, e := range []tramite.Estado{siade.Clasificada, siade.Turnada, siade.EnAtencion, siade.Respondida, siade.Cerrada} {
		assert.True(t, estados[e], e)
	}
	assert.Greater(t, len(ooads), 30)
}

func TestLaMismaSemillaDaLosMismosCasos(t *testing.T) {
	a, b := azar(), azar()
	for range 50 {
		x, _ := json.Marshal(ejemplo.Generar(a, ejemplo.Publicado(), hoy))
		y, _ := json.Marshal(ejemplo.Generar(b, ejemplo.Publicado(), hoy))
		assert.Equal(t, string(x), string(y))
	}
}

func TestElRepartoPublicadoEsCasiTodoOrientacion(t *testing.T) {
	r, n := azar(), 0
	for range 2000 {
		if ejemplo.Generar(r, ejemplo.Publicado(), hoy).Registro.Clasificacion.Tipo == siade.Orientacion {
			n++
		}
	}
	assert.InDelta(t, 0.891, float64(n)/2000, 0.03)
	assert.Equal(t, siade.Orientacion, ejemplo.Generar(r, nil, hoy).Registro.Clasificacion.Tipo)
}

func ExampleGenerar() {
	c := ejemplo.Generar(rand.New(rand.NewPCG(7, 7)), ejemplo.Variado(), fecha.MustParse("2026-03-02"))
	fmt.Println(c.Registro.Clasificacion.Tipo != "", c.Registro.Relato != "")
	// Output: true true
}

func BenchmarkGenerar(b *testing.B) {
	r := azar()
	for b.Loop() {
		ejemplo.Generar(r, ejemplo.Publicado(), hoy)
	}
}

func TestOtraPersonaPideLoMismoConSusDatos(t *testing.T) {
	r, distintos := azar(), map[string]bool{}
	for range 300 {
		c := ejemplo.Generar(r, ejemplo.Variado(), hoy)
		o := ejemplo.Otra(r, c)
		p, q := c.Registro.Peticionario, o.Peticionario
		for _, par := range [][2]string{{p.Nombre, q.Nombre}, {p.NSS, q.NSS}, {p.CURP, q.CURP}, {p.Telefono, q.Telefono}, {p.Correo, q.Correo}} {
			assert.Equal(t, par[0] == "", par[1] == "")
		}
		assert.Equal(t, p.Tipo, q.Tipo)
		assert.Equal(t, c.Registro.Clasificacion, o.Clasificacion)
		assert.Contains(t, o.Relato, c.Registro.Relato)
		assert.NotContains(t, o.Relato, "{")
		distintos[o.Relato] = true
	}
	assert.Greater(t, len(distintos), 150)
}
