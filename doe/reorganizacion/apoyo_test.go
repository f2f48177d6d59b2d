package reorganizacion_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/reorganizacion"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

type (
	reorg   = reorganizacion.Reorganizacion
	cambio  = reorganizacion.Cambio
	borrado = reorganizacion.Borrador
)

var (
	direccion = doe.Actor{Sub: "t-71", Nombre: "Titular", Unidad: doe.Raiz, Puesto: doe.Titular}
	juridico  = doe.Actor{Sub: "t-715", Nombre: "Titular", Unidad: "doe-7.1.5", Puesto: doe.Titular}
	admin     = doe.Actor{Sub: "da", Nombre: "Dirección de Administración", Organo: "dn-administracion", Rol: doe.Normativo}
)

func contexto(a doe.Actor, dia string) tramite.Contexto {
	return tramite.Contexto{
		Ahora: fecha.MustParse(dia).Inicio().Sumar(10 * time.Hour), Actor: a, Catalogo: doe.Vigente(), Calendarios: plazo.Oficiales(),
		Folio: "REORG-2026-09-0000001-X", Azar: func() string { return "x" },
		Abiertos: func(u doe.ClaveUnidad) ([]tramite.Abiertos, error) {
			return []tramite.Abiertos{{Coleccion: "programas", Cuantos: 2}}, nil
		},
	}
}

// fusion makes one division of the two international ones.
func fusion() borrado {
	return borrado{
		Titulo: "División internacional única", Motivo: "Dos divisiones atienden la misma materia", Prevista: fecha.MustParse("2027-01-01"),
		Cambios: []cambio{{
			Clase:   doe.Fusion,
			Antes:   []doe.EstadoUnidad{{Clave: "doe-7.1.4.2.1"}, {Clave: "doe-7.1.4.2.2"}},
			Despues: []doe.EstadoUnidad{{Clave: "doe-7.1.4.2.3", Nombre: "División de Asuntos Internacionales", Nivel: doe.NivelDivision, Superior: "doe-7.1.4.2"}},
		}},
	}
}

// supresion ends a division and leaves its functions without unit.
func supresion() borrado {
	b := fusion()
	b.Titulo, b.Cambios = "Supresión de una división", []cambio{{Clase: doe.Supresion, Antes: []doe.EstadoUnidad{{Clave: "doe-7.1.6.2"}}}}
	return b
}

// hasta takes a reorganisation as far as the acts given.
func hasta(t *testing.T, b borrado, pasos ...func(reorg) (tramite.Hecho[reorg], error)) reorg {
	t.Helper()
	h, err := tramite.Crear(reorganizacion.Reorganizaciones, reorganizacion.Proyectar, b, contexto(direccion, "2026-03-02"))
	require.NoError(t, err)
	for _, p := range pasos {
		h, err = p(h.Registro)
		require.NoError(t, err)
	}
	return h.Registro
}

func paso[E any](a tramite.Acto[reorg, E], e E, actor doe.Actor, dia string) func(reorg) (tramite.Hecho[reorg], error) {
	return func(r reorg) (tramite.Hecho[reorg], error) {
		return tramite.Ejecutar(reorganizacion.Reorganizaciones, r, a, e, contexto(actor, dia))
	}
}

func simular() func(reorg) (tramite.Hecho[reorg], error) {
	return paso(reorganizacion.Hacer, reorganizacion.Resultado{}, direccion, "2026-03-03")
}

func enviar() func(reorg) (tramite.Hecho[reorg], error) {
	return paso(reorganizacion.Enviar, reorganizacion.Remision{Oficio: "DOE/1", Justificacion: "Se acordó así con las áreas"}, direccion, "2026-03-04")
}

func aprobacion(tipo doe.TipoInstrumento) reorganizacion.Aprobacion {
	return reorganizacion.Aprobacion{Tipo: tipo, Clave: "ACDO.AS2.HCT.1", Aprobado: fecha.MustParse("2026-03-05"), Vigente: fecha.MustParse("2027-01-01")}
}

func codigos(t *testing.T, err error) map[string]string {
	t.Helper()
	var e *falla.Error
	require.ErrorAs(t, err, &e)
	out := map[string]string{}
	for _, f := range e.Fallas {
		out[f.Ubicacion] = f.Codigo
	}
	return out
}
