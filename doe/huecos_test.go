package doe_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
)

var actualizar = flag.Bool("update", false, "rewrite the golden files")

// informe prints the outcome of every hole as the report for the next edition
// of the manual shows it.
func informe(c *doe.Catalogo) string {
	var b strings.Builder
	var ultima doe.Facultad
	for _, d := range c.Desenlaces() {
		if h := d.Hueco; h.Facultad != ultima {
			ultima = h.Facultad
			fmt.Fprintf(&b, "\n%s\n  %s\n", h.Facultad, h.Nota)
			for _, f := range h.Basta {
				fmt.Fprintf(&b, "  basta %s\n", f)
			}
		}
		fmt.Fprintf(&b, "  %-11s %-13s si la lleva", d.Via, d.Unidad)
		for _, g := range d.Guardianas {
			fmt.Fprintf(&b, " %s", g)
		}
		b.WriteString("\n")
	}
	return strings.TrimLeft(b.String(), "\n")
}

func TestTheOutcomeOfEveryHoleIsTheGoldenTable(t *testing.T) {
	archivo := filepath.Join("testdata", "huecos.golden.txt")
	obtenido := informe(doe.Vigente())
	if *actualizar {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(archivo, []byte(obtenido), 0o644))
	}
	esperado, err := os.ReadFile(archivo)
	require.NoError(t, err)
	assert.Equal(t, string(esperado), obtenido)
}

// titulares is what the notes of the holes recommend: for a record kept by the
// first unit, the second one has it; "-" is a counterpart. Keys lack "doe-".
const titulares = `
evaluacion.instrumentos:administrar 7.1.1.1.1>7.1.1.1 7.1.1.2.2>7.1.1.2 7.1.1.3.1>7.1.1.3 7.1.1.4.2>7.1.1.4 7.1.1.5.1>7.1.1.5 7.1.1.2>7.1.1
evaluacion.instrumentos:difundir 7.1.1.1.2>7.1.1.1 7.1.1.2.1>7.1.1.2 7.1.1.3.2>7.1.1.3 7.1.1.4.1>7.1.1.4 7.1.1.5.3>7.1.1.5 7.1.1.4>7.1.1
evaluacion.visitas:informar 7.1.1.1>7.1.1 7.1.1.1.1>7.1.1
evaluacion.planes:administrar 7.1.1.4.2>7.1.1.4
evaluacion.analisis:autorizar 7.1.1.7>7.1.1 7.1.1.4.2>7.1.1.4
evaluacion.irregularidades:autorizar 7.1.1.1>7.1.1 7.1.1.3>7.1.1
evaluacion.irregularidades:turnar 7.1.1.1>7.1.1 7.1.1.5>7.1.1
evaluacion.irregularidades:seguir 7.1.1.3>7.1.1
evaluacion.evaluadores:registrar 7.1.1.5.1.1>7.1.1 7.1.1.4.1>7.1.1
evaluacion.evaluadores:autorizar 7.1.1.5.1.1>7.1.1 7.1.1.2>7.1.1
evaluacion.evaluadores:informar 7.1.1.4.1>7.1.1.4 7.1.1.4.2>7.1.1.4
evaluacion.acuerdosgestion:informar 7.1.1.6>7.1.1 7.1.1.7>7.1.1
evaluacion.acuerdosgestion:ejecutar 7.1.1.6>7.1.1 7.1.1.7>7.1.1 7.1.1.4>7.1.1
doe.estructura:registrar 7.1>7.1 7.1.5.2>7.1
doe.estructura:elaborar 7.1>7.1 7.1.5.2>7.1
doe.estructura:administrar 7.1>7.1 7.1.5.2>7.1
doe.funciones:registrar 7.1>7.1 7.1.5.2>7.1
doe.funciones:revisar 7.1>7.1 7.1.5.2>7.1
doe.funciones:validar 7.1>7.1 7.1.5.2>7.1
doe.programa:revisar 7.1.1.1.1>7.1.1.1 7.1.1.1>7.1.1 7.1.1.5>7.1.1 7.1.2>7.1 7.1.4>7.1
doe.programa:validar 7.1.1.1.1>7.1.1.1 7.1.4.1.2>7.1.4.1 7.1.6.1>7.1.6
doe.programa:ejecutar 7.1.1.1.1>7.1.1.1.1 7.1.6>7.1.6
doe.riesgos:autorizar 7.1.5.1>7.1.5 7.1>7.1.5
doe.riesgos:evaluar 7.1.5.1>7.1.5
doe.riesgos:supervisar 7.1.5.1>7.1.5 7.1.5.2>7.1.5
doe.indicadores:registrar 7.1.5.3>7.1.5 7.1.3.1.4>7.1.3.1 7.1.1.4.2>7.1.1.4
doe.acuerdos:atender 7.1.5.1>7.1.5.1 7.1.2.4>7.1.2.4
doe.informes:revisar 7.1.1.6>7.1.1 7.1.1.7>7.1.1 7.1.5.1>7.1.5 7.1.5.3>7.1.5
doe.informes:autorizar 7.1.1.6>7.1.1 7.1.1.7>7.1.1 7.1.5.2>7.1.5
doe.prospectiva:seguir 7.1.5.3>7.1.5
doe.prospectiva:validar 7.1.5.1>7.1.5 7.1.5.3>7.1.5 7.1.4.4>7.1.4
doe.encomiendas:coordinar 7.1.3.1.4>7.1.3.1 7.1.1>7.1 caood-7.1>7.1.3 7.1>-
doe.encomiendas:supervisar 7.1.3.1.4>7.1.3.1 7.1.1>7.1 caood-7.1>7.1.3 7.1>-
doe.encomiendas:seguir 7.1.3.1.4>7.1.3.1 7.1.1>7.1 caood-7.1>7.1.3 7.1>-
siade.modulos:registrar 7.1.3.1.2>7.1.3.1 caood-7.1>caood-7.1
siade.modulos:ejecutar 7.1.3.1.2>7.1.3.1 caood-7.1>caood-7.1
siade.grupos:registrar 7.1.3.1>7.1.3 caood-7.1>caood-7.1
siade.grupos:ejecutar 7.1.3.1>7.1.3 caood-7.1>caood-7.1
siade.grupos:seguir 7.1.3.1>7.1.3 caood-7.1>caood-7.1
siade.consulta:autorizar 7.1.3.1.1>7.1.3.1 7.1.3.1.2>7.1.3.1 7.1.3.1.3>7.1.3.1
siade.consulta:validar 7.1.3.1.1>7.1.3.1
siade.supervision:informar 7.1.3.1.4>7.1.3.1
siade.recurrencia:acordar 7.1.3.1.2>7.1.3.1 caood-7.1>7.1.3
siade.recurrencia:atender 7.1.3.1.2>- caood-7.1>-
siade.quejas:orientar 7.1.3.1>7.1.3 caood-7.1>caood-7.1
siade.quejas:atender 7.1.3>- caood-7.1>-
siade.quejas:informar 7.1.3.1>7.1.3 caood-7.1>caood-7.1
siade.atencion:informar 7.1.3.1.1>7.1.3.1
siade.estadistica:analizar 7.1.3.1.4>7.1.3.1
comunicacion.campanas:autorizar 7.1.2.1.1>7.1.2.1 7.1.2.3>7.1.2
comunicacion.campanas:validar 7.1.2.3>7.1.2
comunicacion.plan:validar 7.1.2.3>7.1.2 7.1.2>7.1
comunicacion.medios:autorizar 7.1.2.3.1>7.1.2.3 7.1.2.3.3>7.1.2.3
comunicacion.ordenes:autorizar 7.1.2.3.1>7.1.2.3 7.1.2.3.3>7.1.2.3
comunicacion.prensa:validar 7.1.2.2.1>7.1.2.2
comunicacion.digital:validar 7.1.2.4>7.1.2
comunicacion.monitoreo:autorizar 7.1.2.2.3>7.1.2
comunicacion.enlaces:proponer 7.1.2>-
comunicacion.enlaces:evaluar 7.1.2.2.2>7.1.2 7.1.2>7.1.2
vinculacion.opiniones:autorizar 7.1.4.1.2>7.1.4.1
vinculacion.opiniones:atender 7.1.4.1.2>7.1.4.1
vinculacion.opiniones:seguir 7.1.4.1.2>7.1.4.1
vinculacion.apf:registrar 7.1.4.3>7.1.4
vinculacion.apf:seguir 7.1.4.3>7.1.4
vinculacion.cooperacion:autorizar 7.1.4.2>7.1.4 7.1.4.2.1>7.1.4
vinculacion.convenios:validar 7.1.4.3>7.1.4
vinculacion.comparecencias:autorizar 7.1.4.1.2>7.1.4.1
vinculacion.comparecencias:informar 7.1.4.1.2>7.1.4.1
vinculacion.asuntos:administrar 7.1.4.1.1>7.1.4.1 7.1.4.1.3>7.1.4.1
vinculacion.estrategica:autorizar 7.1.4.4>7.1.4
vinculacion.estrategica:informar 7.1.4.4>7.1.4
doe.transparencia:autorizar 7.1.1.7>7.1.1 7.1.2.3.1>7.1.2 7.1.4.2.1>7.1.4 7.1.5.2>7.1.5 7.1.6.1>7.1.6
doe.transparencia:proponer 7.1.1.7>7.1.1 7.1.5.2>7.1.5 7.1>7.1.5
doe.fiscalizacion:informar 7.1.5.2>7.1.5
doe.fiscalizacion:autorizar 7.1.5.2>7.1.5 7.1.1.7>7.1.1
doe.correspondencia:registrar 7.1.5.3>7.1.5
doe.archivo:ejecutar 7.1.5.3>7.1.5
doe.capacitacion:analizar 7.1.3.1.3>7.1.3.1 7.1.6.1>7.1.6
doe.capacitacion:registrar 7.1.3.1.3>7.1.3.1
doe.presupuesto:autorizar 7.1.6.2>7.1.6
doe.presupuesto:registrar 7.1.6.2>7.1.6
doe.adquisiciones:autorizar 7.1.6>7.1 7.1.6.2>7.1.6
doe.adquisiciones:registrar 7.1.6.2>7.1.6 7.1.2.3.1>7.1.2.3
doe.comisiones:elaborar 7.1.1.6>7.1.1 7.1.2.3>7.1.2
doe.comisiones:autorizar 7.1.1.6>7.1.1 7.1.4.2.1>7.1.4.2
doe.comisiones:ejecutar 7.1.1.6>7.1.1.6 7.1.4.3>7.1.4.3
doe.comisiones:informar 7.1.1.6>7.1.1.6 7.1.4.3>7.1.4.3
doe.comisiones:validar 7.1.6.2>7.1.6
`

func clave(s string) doe.ClaveUnidad {
	if strings.HasPrefix(s, "7") {
		s = "doe-" + s
	}
	return doe.ClaveUnidad(s)
}

func TestEveryHoleFallsToWhomItsNoteRecommends(t *testing.T) {
	c := doe.Vigente()
	var vistos []doe.Facultad
	for l := range strings.Lines(strings.TrimSpace(titulares)) {
		campos := strings.Fields(l)
		f := doe.Facultad(campos[0])
		vistos = append(vistos, f)
		for _, par := range campos[1:] {
			g, quien, _ := strings.Cut(par, ">")
			for _, u := range c.Unidades() {
				b, ok := c.Decidir(u.Clave, doe.Ambito{Alcance: doe.Linea, Guardian: clave(g)}, doe.Alguna(f))
				if ok && b.Tipo == doe.Jerarquico || u.Clave == clave(quien) {
					assert.True(t, ok, "%s kept by %s: %s may not", f, g, u.Clave)
					assert.Equal(t, clave(quien), u.Clave, "%s kept by %s", f, g)
				}
			}
		}
	}
	var esperados []doe.Facultad
	for _, h := range c.Huecos() {
		esperados = append(esperados, h.Facultad)
	}
	assert.Equal(t, esperados, vistos)
}

func TestNoHoleIsGrantedByAFunctionAndEverySufficingFacultadIs(t *testing.T) {
	c := doe.Vigente()
	for _, h := range c.Huecos() {
		assert.True(t, c.Existe(h.Facultad), h.Facultad)
		assert.Empty(t, c.Titulares(h.Facultad), h.Facultad)
		assert.NotEmpty(t, h.Nota)
		for _, b := range h.Basta {
			assert.NotEmpty(t, c.Titulares(b), b)
		}
	}
}

func TestEveryHoleHasAnOutcomeForEveryKeeper(t *testing.T) {
	c := doe.Vigente()
	n := map[doe.Facultad]int{}
	for _, d := range c.Desenlaces() {
		n[d.Hueco.Facultad] += len(d.Guardianas)
		sinUnidad := d.Via == doe.ViaContraparte || d.Via == doe.ViaNombrada || d.Via == doe.ViaSuperior
		assert.Equal(t, sinUnidad, d.Unidad == "", "%s %s", d.Hueco.Facultad, d.Via)
	}
	for _, h := range c.Huecos() {
		assert.Equal(t, 58, n[h.Facultad], h.Facultad)
	}
}
