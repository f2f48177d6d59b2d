package estadistica_test

import (
	"testing"

	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/siade/estadistica"
)

// What is read can be planned and answered; what is not is told as a fault.
func FuzzLeer(f *testing.F) {
	f.Add("ooad,tipo", "2026-01-01", "2026-03-31", "tipo", "queja")
	f.Add("tema,mes", "2026-01-01", "", "ooad", "36")
	f.Add(",", "0001-01-01", "9999-12-31", "cohorte", "si")
	f.Fuzz(func(t *testing.T, agrupar, desde, hasta, nombre, valor string) {
		c, err := estadistica.Leer(map[string]string{"agrupar": agrupar, "desde": desde, "hasta": hasta, nombre: valor}, hoy)
		if err != nil {
			if !falla.DeClase(err, falla.Invalida) {
				t.Fatal(err)
			}
			return
		}
		p, err := estadistica.Planear(c)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := p.Responder(cuentas{}.sumar); err != nil {
			t.Fatal(err)
		}
	})
}
