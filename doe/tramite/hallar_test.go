package tramite_test

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// mira is an act of creation that looks others up and makes nothing of it.
func mira(como func(c *tramite.Contexto)) *tramite.Mesa {
	d, alta := definicion(), solicitar
	alta.Validar = func(_ Prestamo, _ Solicitud, c *tramite.Contexto, _ *falla.Fallas) { como(c) }
	d.Alta = alta
	m, err := tramite.NuevaMesa(tramite.MustDefinir(d))
	if err != nil {
		panic(err)
	}
	return m
}

func TestWhatTheStoreCannotSayIsNotTakenForWhatDoesNotExist(t *testing.T) {
	roto := errors.New("the disk is gone")
	noHay := &falla.Error{Clase: falla.NoEncontrada, Codigo: "no-encontrado"}
	busca := map[string]func(c *tramite.Contexto){
		"by folio":        func(c *tramite.Contexto) { assert.Nil(t, tramite.Hallar[Prestamo](c, "prestamos", "P-1")) },
		"by key":          func(c *tramite.Contexto) { assert.Nil(t, tramite.HallarClave[Prestamo](c, "prestamos", "A-1")) },
		"if readable":     func(c *tramite.Contexto) { assert.Nil(t, tramite.HallarLegible[Prestamo](c, "prestamos", "P-1")) },
		"in the register": func(c *tramite.Contexto) { assert.Nil(t, c.Vigente("prestamos", "A-1")) },
	}
	for nombre, b := range busca {
		t.Run(nombre, func(t *testing.T) {
			for _, caso := range []struct{ dice, queda error }{{noHay, nil}, {roto, roto}} {
				c := contexto(taod(), "2026-03-04")
				c.Folio = "P-1"
				c.Cargar = func(string, string) (tramite.Registro, error) { return nil, caso.dice }
				c.Buscar = func(string, string) (string, error) { return "", caso.dice }
				c.Padron = func(string) (map[string]tramite.Registro, error) { return nil, caso.queda }
				_, err := mira(b).Realizar(c, tramite.Peticion{Coleccion: "prestamos", Entrada: Solicitud{Expediente: "A-1"}})
				require.ErrorIs(t, err, caso.queda)
			}
		})
	}
}
