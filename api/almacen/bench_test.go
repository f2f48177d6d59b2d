package almacen_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/operacion-abierta/operacion/doe"
)

var palabras = strings.Fields(`solicito atentamente la reparación de los equipos del servicio en la clínica porque desde hace varias semanas representa
un peligro para niños adultos mayores que caminan hospital medicamento cita receta especialista urgencias consulta pensión incapacidad guardería
trámite ventanilla espera respuesta vigencia derechos afiliación patrón semanas cotizadas ultrasonido cirugía laboratorio traslado ambulancia reembolso`)

func relato(n int) string {
	var b strings.Builder
	for b.Len() < n {
		b.WriteString(palabras[rand.IntN(len(palabras))])
		b.WriteByte(' ')
	}
	return b.String()
}

// BenchmarkRegistro measures a registration resolved at contact: four acts and
// their events, chained, with full text, counters and encrypted identity, by
// 64 callers at once. CPU time is that of the whole process.
func BenchmarkRegistro(b *testing.B) {
	for _, motor := range []string{"sqlite", "postgresql"} {
		for _, ooads := range []int{1, 33} {
			b.Run(fmt.Sprintf("%s/ooad=%d", motor, ooads), func(b *testing.B) {
				fuente := filepath.Join(b.TempDir(), "operacion.db")
				if motor == "postgresql" {
					fuente = esquemaPG(b)
				}
				registrar(b, abrirBanco(b, fuente), ooads)
			})
		}
	}
}

func registrar(b *testing.B, s *banco, ooads int) {
	entradas := make([]json.RawMessage, 512)
	for i := range entradas {
		entradas[i], _ = json.Marshal(Alta{
			OOAD: fmt.Sprintf("%02d", 1+i%ooads), Relato: relato(330), Respuesta: "Se orientó a la persona sobre el trámite y sus requisitos.",
			Nombre: "Persona de prueba", CURP: fmt.Sprintf("XEXX010101HNE%05d", i),
		})
	}
	var n atomic.Int64
	b.SetParallelism(64 / runtime.GOMAXPROCS(0))
	antes := cpu()
	b.ResetTimer()
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			i := int(n.Add(1)) % len(entradas)
			if _, err := s.Realizar(ctx, orden(taodDe(doe.OOAD(fmt.Sprintf("%02d", 1+i%ooads))), "", "", entradas[i])); err != nil {
				b.Error(err)
			}
		}
	})
	b.ReportMetric((cpu()-antes).Seconds()*1e6/float64(b.N), "µs-cpu/op")
}
