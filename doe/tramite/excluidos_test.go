package tramite_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

func TestQuienEstaExcluidoNoLeeTampocoComoContraparte(t *testing.T) {
	d := definicion()
	d.Partes = func(Prestamo) []tramite.Parte { return []tramite.Parte{{Rol: doe.Area, Organo: "ooad-14"}} }
	d.Reserva = func(Prestamo) tramite.Reserva { return tramite.Reserva{Excluidos: []string{"Marta Solís"}} }
	tr := tramite.MustDefinir(d)
	h, err := tramite.Crear(tr, solicitar, Solicitud{Expediente: "A-1"}, contexto(taod(), "2026-03-02"))
	require.NoError(t, err)
	area := doe.Actor{Sub: "a", Nombre: "Otra persona", Rol: doe.Area, Organo: "ooad-14"}
	c := contexto(area, "2026-03-03")
	assert.Equal(t, tramite.Permitido, tr.Acceso(&h.Registro, &c))
	area.Nombre = "Marta Solís"
	c = contexto(area, "2026-03-03")
	assert.Equal(t, tramite.Oculto, tr.Acceso(&h.Registro, &c))
}

func TestUnaFallaDeFormaSeDiceUnaSolaVez(t *testing.T) {
	d := definicion()
	alta := solicitar
	alta.Ordena = func(Prestamo, Solicitud, *tramite.Contexto) []tramite.Orden {
		return []tramite.Orden{{Acto: "prestar", Entrada: Nota{}}, {Acto: "prestar", Entrada: Nota{}}}
	}
	otra := prestar
	otra.De = tramite.Desde(solicitado, prestado)
	d.Alta, d.Actos = alta, tramite.Actos[Prestamo](otra, consultar, reanudar, prorrogar, devolver)
	tr := tramite.MustDefinir(d)
	_, err := tramite.Crear(tr, alta, Solicitud{Expediente: "A-1"}, contexto(taod(), "2026-03-02"))
	var e *falla.Error
	require.ErrorAs(t, err, &e)
	require.Len(t, e.Fallas, 1)
	assert.Equal(t, "body.texto", e.Fallas[0].Ubicacion)
}

// What the orders of a faulty act meet, a record that is not there or one in
// another state, does not hide its faults.
func TestLasFallasDelActoVanAntesQueLoQueEncuentranSusOrdenes(t *testing.T) {
	d := definicion()
	alta := solicitar
	alta.Validar = func(_ Prestamo, e Solicitud, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(e.Expediente == "falla", sinNotas, "body.expediente")
	}
	alta.Ordena = func(_ Prestamo, e Solicitud, _ *tramite.Contexto) []tramite.Orden {
		return []tramite.Orden{{Folio: "NO-ESTA", Acto: "prestar", Entrada: Nota{Texto: "x"}}, {Acto: "devolver", Entrada: tramite.Vacia{}}}
	}
	d.Alta = alta
	mesa, err := tramite.NuevaMesa(tramite.MustDefinir(d))
	require.NoError(t, err)
	pide := func(expediente string) error {
		_, err := mesa.Realizar(contexto(taod(), "2026-03-02"), tramite.Peticion{Coleccion: d.Coleccion, Entrada: Solicitud{Expediente: expediente}})
		return err
	}
	var e *falla.Error
	require.ErrorAs(t, pide("falla"), &e)
	assert.Equal(t, falla.Invalida, e.Clase, "%v", e)
	assert.Equal(t, sinNotas.Codigo, e.Fallas[0].Codigo)
	require.ErrorAs(t, pide("A-1"), &e)
	assert.Equal(t, falla.NoEncontrada, e.Clase)
}
