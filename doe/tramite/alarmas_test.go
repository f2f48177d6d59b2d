package tramite_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Reclamado is what the clock claimed, by its deadline.
type Reclamado struct {
	Plazo string `json:"plazo" validate:"required,max=40"`
}

// conReclamos is the loan with two deadlines of an agreed date that share the
// act of the clock, which says neither key nor clock; claiming the second one
// moves its date to the day that aplaza gives.
func conReclamos(t *testing.T, aplaza string) *tramite.Tramite[Prestamo] {
	d := definicion()
	reclamar := tramite.Acto[Prestamo, Reclamado]{
		Nombre: "reclamar", Titulo: "Reclamar", Descripcion: "Reclama lo vencido.", De: tramite.DesdeCategoria(tramite.Abierta),
		Contrapartes: []tramite.Contraparte{{Rol: doe.Sistema}},
		Aplicar:      func(r *Prestamo, e Reclamado, _ tramite.Suceso) { r.Notas = append(r.Notas, e.Plazo) },
		Ejemplo:      Reclamado{Plazo: "uno"},
	}
	d.Actos = append(d.Actos, tramite.Actos[Prestamo](reclamar)...)
	d.Plazos = nil
	for _, p := range []struct{ nombre, dia string }{{"uno", ""}, {"dos", aplaza}} {
		d.Plazos = append(d.Plazos, tramite.Plazo[Prestamo]{
			Nombre: p.nombre, Titulo: p.nombre, Claves: tramite.En[Prestamo](solicitado), Vencido: "reclamar", Alarmas: []int{0, 5},
			Fecha: func(r Prestamo, _ string) fecha.Fecha {
				if slices.Contains(r.Notas, p.nombre) && p.dia != "" {
					return fecha.MustParse(p.dia)
				}
				return fecha.MustParse("2026-03-04")
			},
			Entrada: func(_ Prestamo, k tramite.Reloj) any { return Reclamado{Plazo: k.Plazo} },
		})
	}
	out, err := tramite.Definir(d)
	require.NoError(t, err)
	return out
}

// despertar does, one by one, what the clock owes to a record on a day.
func despertar(t *testing.T, d *tramite.Tramite[Prestamo], r *Prestamo, dia string) *Prestamo {
	mesa, err := tramite.NuevaMesa(d)
	require.NoError(t, err)
	c := contexto(doe.Reloj(), dia)
	c.Cargar = func(string, string) (tramite.Registro, error) { return r, nil }
	for range 10 {
		debe := d.Alarmas(r, &c)
		if len(debe) == 0 {
			return r
		}
		cs, err := mesa.Realizar(c, debe[0])
		require.NoError(t, err)
		r = cs[0].Registro.(*Prestamo)
	}
	require.Fail(t, "the clock never ends")
	return r
}

func TestDosPlazosQueCompartenElActoDelRelojSuenanLosDos(t *testing.T) {
	d := conReclamos(t, "")
	h, err := tramite.Crear(d, solicitar, Solicitud{Expediente: "A-1"}, contexto(taod(), "2026-03-02"))
	require.NoError(t, err)
	r := despertar(t, d, &h.Registro, "2026-03-05")
	assert.ElementsMatch(t, []string{"uno", "dos"}, r.Notas, "cada plazo se reclama una vez, aunque la clave sea la misma")
	r = despertar(t, d, r, "2026-03-10")
	assert.ElementsMatch(t, []string{"uno", "dos", "uno", "dos"}, r.Notas, "y también la segunda alarma de cada uno")
}

func TestElActoDelRelojQueMueveSuFechaVuelveASonar(t *testing.T) {
	d := conReclamos(t, "2026-03-20")
	h, err := tramite.Crear(d, solicitar, Solicitud{Expediente: "A-1"}, contexto(taod(), "2026-03-02"))
	require.NoError(t, err)
	r := despertar(t, d, &h.Registro, "2026-03-05")
	assert.ElementsMatch(t, []string{"uno", "dos"}, r.Notas)
	r = despertar(t, d, r, "2026-03-21")
	assert.ElementsMatch(t, []string{"uno", "uno", "dos", "dos"}, r.Notas, "la fecha nueva tiene su primera alarma, y el otro plazo la segunda de la suya")
}
