package evaluacion_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/evaluacion"
)

var actualizar = flag.Bool("update", false, "rewrite the golden files")

// guardianas are the units that may keep a plan.
func guardianas() []doe.ClaveUnidad {
	var out []doe.ClaveUnidad
	for _, u := range doe.Vigente().Unidades() {
		if _, ok := evaluacion.RamaDe(doe.Vigente(), u.Clave); ok {
			out = append(out, u.Clave)
		}
	}
	return out
}

func planDe(u doe.ClaveUnidad) *evaluacion.PlanMejora {
	r, _ := evaluacion.RamaDe(doe.Vigente(), u)
	p := &evaluacion.PlanMejora{Organo: "ooad-14", Rama: r.Clave, Coordinacion: r.Coordinacion}
	p.Unidad, p.OOAD = u, "14"
	return p
}

// quienes writes who may do an act and on what basis.
func quienes(p *evaluacion.PlanMejora, acto string) string {
	k := &caso{hoy: dia("2026-03-02")}
	c := k.contexto(doe.Actor{})
	var ps []string
	for _, q := range evaluacion.Planes.Quienes(p, acto, &c) {
		ps = append(ps, fmt.Sprintf("%s %s %s", q.Unidad, q.Fundamento, q.Facultad))
	}
	return strings.Join(ps, "; ")
}

func TestQuienHaceCadaActoEnCadaRama(t *testing.T) {
	var b strings.Builder
	for _, u := range guardianas() {
		r, _ := evaluacion.RamaDe(doe.Vigente(), u)
		fmt.Fprintf(&b, "%s (%s)\n", u, r.Nombre)
		for _, a := range evaluacion.Planes.Definicion().Actos {
			if a.Interno || len(a.Facultades) == 0 {
				continue
			}
			fmt.Fprintf(&b, "  %s: %s\n", a.Nombre, quienes(planDe(u), a.Nombre))
		}
	}
	ruta := filepath.Join("testdata", "autoridad.txt")
	if *actualizar {
		require.NoError(t, os.WriteFile(ruta, []byte(b.String()), 0o644))
	}
	dorado, err := os.ReadFile(ruta)
	require.NoError(t, err)
	assert.Equal(t, string(dorado), b.String())
}

func TestEnCadaRamaCadaActoTieneQuienLoHagaYNadieDeOtraRama(t *testing.T) {
	cat := doe.Vigente()
	k := &caso{hoy: dia("2026-03-02")}
	c := k.contexto(doe.Actor{})
	for _, u := range guardianas() {
		r, _ := evaluacion.RamaDe(cat, u)
		for _, a := range evaluacion.Planes.Definicion().Actos {
			if a.Interno || len(a.Facultades) == 0 {
				continue
			}
			qs := evaluacion.Planes.Quienes(planDe(u), a.Nombre, &c)
			assert.NotEmpty(t, qs, "%s %s", u, a.Nombre)
			for _, q := range qs {
				comun := slices.Contains([]doe.ClaveUnidad{doe.Raiz, "doe-7.1.1", "doe-7.1.1.7"}, q.Unidad)
				assert.True(t, comun || cat.EnLinea(r.Coordinacion, q.Unidad), "%s does %s of %s", q.Unidad, a.Nombre, u)
			}
		}
	}
}

// What the manual says of each branch, function by function.
func TestLasFuncionesDelManualDecidenQuien(t *testing.T) {
	for _, x := range []struct {
		guarda            doe.ClaveUnidad
		acto, dice, nunca string
	}{
		{"doe-7.1.1.1.1", "solicitar", "doe-7.1.1.1 expreso evaluacion.planes:coordinar", "doe-7.1.1.1.1"},                // 7.1.1.1/9
		{"doe-7.1.1.2.1", "solicitar", "doe-7.1.1.2 expreso evaluacion.planes:registrar", "doe-7.1.1.2.1"},                // 7.1.1.2/7
		{"doe-7.1.1.4.2", "elaborar", "doe-7.1.1.4.2 expreso evaluacion.planes:elaborar", "doe-7.1.1.4 "},                 // 7.1.1.4.2/8
		{"doe-7.1.1.2.2", "supervisar", "doe-7.1.1.2.2 expreso evaluacion.planes:supervisar", "doe-7.1.1.2.1"},            // 7.1.1.2.2/7
		{"doe-7.1.1.3.1", "supervisar", "doe-7.1.1.3.1 expreso evaluacion.planes:supervisar", "doe-7.1.1.3.2"},            // 7.1.1.3.1/7
		{"doe-7.1.1.1.2", "turnar", "doe-7.1.1.1.2 expreso evaluacion.planes:turnar", "doe-7.1.1.1.1"},                    // 7.1.1.1.2/9
		{"doe-7.1.1.2.1", "turnar", "doe-7.1.1.2 expreso evaluacion.planes:turnar", "doe-7.1.1.7"},                        // 7.1.1.2/8
		{"doe-7.1.1.5.2", "turnar", "doe-7.1.1.5.2 expreso evaluacion.planes:informar", "doe-7.1.1.5.1"},                  // 7.1.1.5.2/8
		{"doe-7.1.1.5.1", "validar", "doe-7.1.1.5.1 expreso evaluacion.planes:validar", "doe-7.1.1.7"},                    // 7.1.1.5.1/7
		{"doe-7.1.1.4.2", "validar", "doe-7.1.1.4.2 expreso evaluacion.planes:validar", "doe-7.1.1.4 "},                   // 7.1.1.4.2/8
		{"doe-7.1.1.1.1", "validar", "doe-7.1.1.1 jerarquico evaluacion.planes:validar", "doe-7.1.1 "},                    // a hole
		{"doe-7.1.1.3.2", "validar", "doe-7.1.1.3 jerarquico evaluacion.planes:validar", "expreso"},                       // a hole
		{"doe-7.1.1.3.2", "conciliar", "doe-7.1.1.7 expreso evaluacion.planes:validar", ";"},                              // 7.1.1.7/5
		{"doe-7.1.1.5.3", "autorizar", "doe-7.1.1 expreso evaluacion.planes:autorizar", ";"},                              // 7.1.1/8
		{"doe-7.1.1.5.3", "dictar-medida", "doe-7.1 expreso evaluacion.planes:autorizar", ";"},                            // 7.1/3
		{"doe-7.1.1.2.1", "aplicar-medida", "doe-7.1.1 expreso evaluacion.planes:ejecutar", "doe-7.1.1.2 "},               // 7.1.1/8
		{"doe-7.1.1.1.1", "aplicar-medida", "doe-7.1.1.1 expreso evaluacion.planes:coordinar", "doe-7.1.1.1.1"},           // 7.1.1.1/8
		{"doe-7.1.1.1.2", "verificar", "doe-7.1.1.1 expreso evaluacion.planes:seguir", "doe-7.1.1.1.1"},                   // 7.1.1.1/11
		{"doe-7.1.1.4.2", "orientar", "doe-7.1.1.4 expreso evaluacion.planes:orientar", "doe-7.1.1.5"},                    // 7.1.1.4/9
		{"doe-7.1.1.5.1", "orientar", "doe-7.1.1 expreso evaluacion.planes:orientar", "caood"},                            // 7.1.1/8
		{"doe-7.1.1.5.1", "orientar", "doe-7.1.1.7 expreso evaluacion.planes:orientar", "jerarquico"},                     // 7.1.1.7/10
		{"doe-7.1.1.5.1", "iniciar", "doe-7.1.1.5 expreso evaluacion.planes:coordinar; doe-7.1.1.5.1", "doe-7.1.1.5.1.1"}, // 7.1.1.5/8, 7.1.1.5.1/12
	} {
		dice := quienes(planDe(x.guarda), x.acto)
		assert.Contains(t, dice+" ", x.dice, "%s %s", x.guarda, x.acto)
		assert.NotContains(t, dice, x.nunca, "%s %s", x.guarda, x.acto)
	}
}

func TestSoloGuardanPlanesLasUnidadesConFuncionSobreEllos(t *testing.T) {
	assert.Equal(t, []doe.ClaveUnidad{
		"doe-7.1.1.1", "doe-7.1.1.1.1", "doe-7.1.1.1.2", "doe-7.1.1.2", "doe-7.1.1.2.1", "doe-7.1.1.2.2",
		"doe-7.1.1.3", "doe-7.1.1.3.1", "doe-7.1.1.3.2", "doe-7.1.1.4", "doe-7.1.1.4.2",
		"doe-7.1.1.5", "doe-7.1.1.5.1", "doe-7.1.1.5.2", "doe-7.1.1.5.3",
	}, guardianas(), "7.1.1.4.1 verifica y no tiene función sobre planes")
}

func TestCadaFacultadSobrePlanesLaPideAlgunActo(t *testing.T) {
	pedidas := map[doe.Facultad]bool{}
	for _, a := range evaluacion.Planes.Definicion().Actos {
		for _, f := range a.Facultades {
			assert.True(t, doe.Vigente().Existe(f), f)
			pedidas[f] = true
		}
	}
	for _, u := range doe.Vigente().Unidades() {
		for _, c := range doe.Vigente().Concesiones(u.Clave) {
			if c.Facultad.Capacidad() == "evaluacion.planes" {
				assert.True(t, pedidas[c.Facultad], "%s of %s", c.Facultad, u.Clave)
			}
		}
	}
}
