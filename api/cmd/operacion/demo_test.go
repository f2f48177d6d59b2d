package main

import (
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/api"
	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/api/almacen/llaves"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

func TestLaDemostracionTieneCasosDeCadaTramiteCualquierDia(t *testing.T) {
	for _, dia := range []string{"2026-01-01", "2026-02-28", "2026-04-09", "2026-07-08", "2026-11-21", "2026-12-31", "2028-02-29"} {
		t.Run(dia, func(t *testing.T) {
			mesa, err := api.NuevaMesa()
			require.NoError(t, err)
			r := &reloj{presente: func() fecha.Instante { return fecha.MustParse(dia).Inicio().Sumar(9 * time.Hour) }}
			c := conexion{Datos: filepath.Join(t.TempDir(), "d.db")}
			a, err := c.abrirCon(t.Context(), almacen.Opciones{Llaves: llaves.Efimero(), Mesa: mesa, Ahora: r.Ahora})
			require.NoError(t, err)
			defer func() { require.NoError(t, a.Cerrar()) }()
			g := &guion{ctx: t.Context(), a: a, reloj: r}
			g.todo()
			require.NoError(t, g.err)
			assert.Equal(t, r.presente(), r.Ahora(), "the clock is back in the present")
			for col, estados := range map[string]int{
				"programas": 3, "indicadores": 2, "mediciones": 2, "reuniones": 2, "acuerdos": 2, "encomiendas": 2, "envios": 1, "quejas": 4, "aportaciones": 1, "reorganizaciones": 1,
				"cedulas-supervision": 1, "programas-supervision": 1, "visitas-supervision": 1, "sitios-supervision": 1,
				"necesidades-capacitacion": 2, "instrumentos-capacitacion": 1, "cursos-capacitacion": 1, "programas-capacitacion": 2, "ediciones-curso": 2, "acreditaciones": 1,
			} {
				p, err := a.Listar(t.Context(), col, almacen.Filtro{Vista: tramite.Vista{Reservados: true}, Limite: 50})
				require.NoError(t, err)
				hay := map[tramite.Estado]bool{}
				for _, e := range p.Elementos {
					x, _ := mesa.Tramite(col)
					r, err := x.Decodificar(e.Doc)
					require.NoError(t, err)
					hay[r.Cabeza().Estado] = true
				}
				assert.GreaterOrEqual(t, len(hay), estados, col)
			}
			_, err = a.Despertar(t.Context())
			require.NoError(t, err)
		})
	}
}
