package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

// conexiones is how many register at a time.
const conexiones = 16

// registrar compares how many registrations a second the big store and the
// small one take, in turns, so that what else the machine does weighs on both.
func registrar(ctx context.Context, o *opciones, t *tabla, grande, chica *servidor) error {
	espera := grande.calmar()
	var cuantas, cpu [2][]float64
	for range 6 {
		for i, s := range []*servidor{grande, chica} {
			antes := s.cpu()
			n, err := s.registrar(ctx, time.Duration(o.segundos)*time.Second)
			if err != nil {
				return err
			}
			cuantas[i] = append(cuantas[i], n)
			cpu[i] = append(cpu[i], float64((s.cpu()-antes).Microseconds())/(n*float64(o.segundos)))
		}
	}
	var razones []float64
	for i := range cuantas[0] {
		razones = append(razones, cuantas[0][i]/cuantas[1][i])
	}
	g, c, r := mediana(cuantas[0]), mediana(cuantas[1]), mediana(razones)
	bien := "✓"
	if r < 0.85 {
		bien = "✗"
	}
	t.sumar("registration, big store over small", "≥ 85 %", fmt.Sprintf("%.0f %% %s", 100*r, bien),
		fmt.Sprintf("%.0f/s against %.0f/s, %d at a time; ratios of the rounds %.2f; the program's CPU %.0f µs each against %.0f; %.0f s of work of its own after opening were let pass", g, c, conexiones, razones, mediana(cpu[0]), mediana(cpu[1]), espera.Seconds()))
	return nil
}

func mediana(xs []float64) float64 {
	ys := slices.Sorted(slices.Values(xs))
	return ys[len(ys)/2]
}

// registrar registers orientations resolved at contact, each of another body.
func (s *servidor) registrar(ctx context.Context, por time.Duration) (float64, error) {
	ooads := []string{"01", "05", "09", "11", "14", "15", "19", "20", "22", "26", "30", "39", "40"}
	ctx, basta := context.WithTimeout(ctx, por)
	defer basta()
	var hechas atomic.Int64
	var falla atomic.Pointer[error]
	var g sync.WaitGroup
	desde := time.Now()
	for range conexiones {
		g.Go(func() {
			for ctx.Err() == nil {
				o := ooads[rand.IntN(len(ooads)-1)]
				if o == "09" {
					o = "40"
				}
				cuerpo := fmt.Sprintf(`{"canal":"modulo","ooad":%q,"peticionario":{"tipo":"derechohabiente","nombre":"Persona %d","telefono":"55%08d","aviso_privacidad":"1"},`+
					`"relato":"Pregunto por el trámite número %d de mi pensión y los requisitos que debo llevar a la ventanilla en %d días.","clasificacion":{"tipo":"orientacion"},"atencion_inmediata":{"respuesta":"Se orientó a la persona."}}`,
					o, rand.IntN(1_000_000), rand.IntN(100_000_000), rand.IntN(10_000_000), rand.IntN(90))
				b, codigo, _, err := s.pedir(ctx, "POST", "/v1/peticiones", []byte(cuerpo))
				if ctx.Err() != nil {
					return
				}
				if err != nil || codigo != http.StatusCreated {
					err = fmt.Errorf("POST: %d %s %w", codigo, b, err)
					falla.Store(&err)
					basta()
					return
				}
				hechas.Add(1)
			}
		})
	}
	g.Wait()
	if e := falla.Load(); e != nil {
		return 0, *e
	}
	return float64(hechas.Load()) / time.Since(desde).Seconds(), nil
}
