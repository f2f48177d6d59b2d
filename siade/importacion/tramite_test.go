package importacion_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
	"github.com/operacion-abierta/operacion/siade/importacion"
)

func contexto(a doe.Actor) tramite.Contexto {
	return tramite.Contexto{
		Ahora: fecha.MustParse("2026-03-02").Inicio(), Actor: a, Catalogo: doe.Vigente(), Calendarios: plazo.Oficiales(),
		Azar: func() string { return "x" }, Folio: "IMP-2026-14-0000001-X",
	}
}

var jefa = doe.Actor{Sub: "titular-14", Unidad: doe.CAOOD, OOAD: "14", Puesto: doe.Titular}

func TestSeIniciaConUnArchivoYANombreDeQuienLaInicia(t *testing.T) {
	h, err := tramite.Crear(importacion.Importaciones, importacion.Preparar, mapa(), contexto(jefa))
	require.NoError(t, err)
	assert.Equal(t, doe.OOAD("14"), h.Registro.OOAD)
	_, err = tramite.Ejecutar(importacion.Importaciones, h.Registro, importacion.Iniciar, tramite.Vacia{}, contexto(jefa))
	var e *falla.Error
	require.ErrorAs(t, err, &e)
	assert.Equal(t, importacion.ReglaUnArchivo.Codigo, e.Fallas[0].Codigo)
	h.Registro.Adjuntos = []tramite.Adjunto{{Nombre: "a.csv", SHA256: "00", Tipo: "text/csv", Bytes: 1}}
	h, err = tramite.Ejecutar(importacion.Importaciones, h.Registro, importacion.Iniciar, tramite.Vacia{}, contexto(jefa))
	require.NoError(t, err)
	assert.Equal(t, jefa.Unidad, h.Registro.Quien.Actor().Unidad)
	assert.Equal(t, doe.OOAD("14"), h.Registro.Quien.Actor().OOAD)
	_, err = tramite.Crear(importacion.Importaciones, importacion.Preparar, mapa(), contexto(doe.Actor{Sub: "x", Unidad: "doe-7.1.2", Puesto: doe.Titular}))
	assert.True(t, falla.DeClase(err, falla.Prohibida), "%v", err)
}

func TestPropiedades(t *testing.T) {
	prueba.Propiedades(t, importacion.Importaciones, prueba.Opciones{Actores: []doe.Actor{jefa}})
}
