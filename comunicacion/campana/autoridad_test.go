package campana_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/comunicacion/campana"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

var actualizar = flag.Bool("update", false, "write the golden files")

// TestWhoMayDoEachAct holds the authority of each act, for a campaign of each
// kind, to a golden table.
func TestWhoMayDoEachAct(t *testing.T) {
	var b strings.Builder
	for _, r := range []campana.Campana{interna(t).r, enGestion(t).r} {
		for _, a := range campana.Campanas.Definicion().Actos {
			c := contexto(doe.Actor{}, "2026-09-01")
			fmt.Fprintf(&b, "%s\t%s\t", r.Clase, a.Nombre)
			for _, q := range campana.Campanas.Quienes(&r, a.Nombre, &c) {
				fmt.Fprintf(&b, " %s(%s)", strings.TrimPrefix(string(q.Unidad), "doe-"), q.Fundamento)
			}
			for _, p := range a.Contrapartes {
				fmt.Fprintf(&b, " %s", p.Rol)
			}
			b.WriteByte('\n')
		}
	}
	const golden = "testdata/autoridad.tsv"
	if *actualizar {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(golden, []byte(b.String()), 0o644))
	}
	quiero, err := os.ReadFile(golden)
	require.NoError(t, err)
	require.Equal(t, string(quiero), b.String())
}

// TestEveryActInEveryStateEitherRunsOrIsRefused does not panic, whoever tries.
func TestEveryActInEveryStateEitherRunsOrIsRefused(t *testing.T) {
	base := map[bool]campana.Campana{false: interna(t).r, true: concluida(t).r}
	actores := []doe.Actor{unidad, internas, divInternas, difusion, masivos, editorial, digitales, segob, doe.Reloj()}
	hechos := 0
	for _, r := range base {
		for _, e := range campana.Campanas.Definicion().Estados {
			for _, a := range campana.Campanas.Definicion().Actos {
				for _, quien := range actores {
					r := r
					r.Estado = e.Nombre
					c := contexto(quien, "2026-12-01")
					m, err := tramite.NuevaMesa(campana.Campanas)
					require.NoError(t, err)
					c.Cargar = func(string, string) (tramite.Registro, error) {
						doc, _ := campana.Campanas.Codificar(&r)
						return campana.Campanas.Decodificar(doc)
					}
					if a.Creacion {
						continue
					}
					if _, err := m.Realizar(c, tramite.Peticion{Coleccion: "campanas", Folio: r.Folio, Acto: a.Nombre, Entrada: a.Ejemplo}); err == nil {
						hechos++
					}
				}
			}
		}
	}
	require.Greater(t, hechos, 50)
}
