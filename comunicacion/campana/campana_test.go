package campana_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/comunicacion/campana"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

var (
	f = fecha.MustParse

	unidad      = cabeza("doe-7.1.2")
	internas    = cabeza("doe-7.1.2.1")
	divInternas = cabeza("doe-7.1.2.1.1")
	difusion    = cabeza("doe-7.1.2.3")
	masivos     = cabeza("doe-7.1.2.3.1")
	editorial   = cabeza("doe-7.1.2.3.2")
	digitales   = cabeza("doe-7.1.2.3.3")
	segob       = doe.Actor{Sub: "segob", Nombre: "Normatividad de Comunicación", Organo: campana.SEGOB, Rol: doe.Federal}

	proveedor = &campana.Proveedor{RFC: "TSO000101AB1", Nombre: "Televisora del Sol, S.A. de C.V."}
	empresa   = &campana.Proveedor{RFC: "AAA010101AAA", Nombre: "Estudios de Opinión, S.C."}
	testigos  = []campana.Testigo{{Nombre: "t.mp4", SHA256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}}
)

func cabeza(u doe.ClaveUnidad) doe.Actor {
	return doe.Actor{Sub: "titular:" + string(u), Nombre: "Titular", Unidad: u, Puesto: doe.Titular}
}

func contexto(a doe.Actor, dia string) tramite.Contexto {
	return tramite.Contexto{
		Ahora: f(dia).Inicio().Sumar(10 * time.Hour), Actor: a, Catalogo: doe.Vigente(), Calendarios: plazo.Oficiales(),
		Folio: "CAM-2026-09-0000001-X", Azar: func() string { return "azar" },
	}
}

// caso is a campaign in the hands of a test, with its events.
type caso struct {
	testing.TB
	r       campana.Campana
	eventos []tramite.Evento
}

// haz does an act, or fails the test.
func haz[E any](k *caso, quien doe.Actor, dia string, a tramite.Acto[campana.Campana, E], e E) {
	k.Helper()
	h, err := tramite.Ejecutar(campana.Campanas, k.r, a, e, contexto(quien, dia))
	require.NoError(k, err, a.Nombre)
	k.r = h.Registro
	k.eventos = append(k.eventos, h.Eventos...)
}

// rotas are the codes that some test saw broken.
var rotas = map[string]bool{}

// TestMain asks, of a whole run, that each rule was seen broken.
func TestMain(m *testing.M) {
	codigo := m.Run()
	if f := flag.Lookup("test.run"); codigo == 0 && f.Value.String() == "" && flag.Lookup("test.fuzz").Value.String() == "" {
		for _, r := range campana.Reglas() {
			if !rotas[r.Codigo] {
				fmt.Println("no test breaks rule", r.Codigo)
				codigo = 1
			}
		}
	}
	os.Exit(codigo)
}

// rechaza expects a rule to refuse the act at a path and nothing to change.
func rechaza[E any](k *caso, quien doe.Actor, dia string, a tramite.Acto[campana.Campana, E], e E, regla falla.Regla, lugar string) {
	k.Helper()
	antes, _ := json.Marshal(k.r)
	_, err := tramite.Ejecutar(campana.Campanas, k.r, a, e, contexto(quien, dia))
	var x *falla.Error
	require.True(k, errors.As(err, &x), "%s was not refused: %v", a.Nombre, err)
	var hallado []string
	for _, y := range x.Fallas {
		hallado = append(hallado, y.Codigo+" "+y.Ubicacion)
		rotas[y.Codigo] = true
	}
	require.Contains(k, hallado, regla.Codigo+" "+lugar, "%v", err)
	despues, _ := json.Marshal(k.r)
	require.True(k, bytes.Equal(antes, despues))
}

// niega expects the act to be refused with a kind of error.
func niega[E any](k *caso, quien doe.Actor, dia string, a tramite.Acto[campana.Campana, E], e E, clase falla.Clase) {
	k.Helper()
	_, err := tramite.Ejecutar(campana.Campanas, k.r, a, e, contexto(quien, dia))
	require.True(k, falla.DeClase(err, clase), "%s: %v", a.Nombre, err)
}

func contenido() campana.Contenido { return campana.Redactar.Ejemplo.Contenido }

// con gives the example content with a change, leaving the example alone.
func con(cambio func(*campana.Contenido)) campana.Contenido {
	b, err := json.Marshal(contenido())
	if err != nil {
		panic(err)
	}
	var c campana.Contenido
	if err := json.Unmarshal(b, &c); err != nil {
		panic(err)
	}
	cambio(&c)
	return c
}

func nueva(t testing.TB) *caso {
	h, err := tramite.Crear(campana.Campanas, campana.Elaborar, campana.Elaborar.Ejemplo, contexto(difusion, "2026-07-01"))
	require.NoError(t, err)
	return &caso{t, h.Registro, h.Eventos}
}

func redactada(t testing.TB) *caso {
	k := nueva(t)
	haz(k, difusion, "2026-07-02", campana.Redactar, campana.Redaccion{Contenido: contenido()})
	return k
}

func sinTiempo(difu string) campana.TiempoOficial {
	return campana.TiempoOficial{Difusion: difu, Oficio: "UCS/1", Fecha: f("2026-07-10"), Respuesta: "RTC/1", Respondio: f("2026-07-20")}
}

func presentada(t testing.TB) *caso {
	k := redactada(t)
	haz(k, difusion, "2026-07-20", campana.RegistrarTiempos, sinTiempo("tv1"))
	haz(k, difusion, "2026-08-03", campana.Presentar, campana.Presentacion{Consulta: "Calendario del INE, consultado el 2026-08-03"})
	return k
}

func validada(t testing.TB) *caso {
	k := presentada(t)
	haz(k, unidad, "2026-08-05", campana.Validar, campana.Validar.Ejemplo)
	return k
}

func enGestion(t testing.TB) *caso {
	k := validada(t)
	haz(k, difusion, "2026-08-10", campana.Gestionar, campana.Envio{Oficio: "UCS/213", Fecha: f("2026-08-10")})
	return k
}

var otorga = campana.Dictamen{Resultado: campana.Otorgada, Clave: "SEGOB-2026-117", Oficio: "SNM/147", Fecha: f("2026-09-01"), Hasta: f("2026-12-31")}

func autorizada(t testing.TB) *caso {
	k := enGestion(t)
	haz(k, segob, "2026-09-01", campana.Dictaminar, otorga)
	return k
}

func salida(difu, desde, hasta string) campana.Publicacion {
	return campana.Publicacion{Difusion: difu, Desde: f(desde), Hasta: f(hasta), Espacios: 40, Testigos: testigos}
}

func enDifusion(t testing.TB) *caso {
	k := autorizada(t)
	haz(k, difusion, "2026-09-10", campana.Comprometer, gasto("2026-09-10", 600_000_000))
	haz(k, difusion, "2026-10-12", campana.Difundir, salida("tv1", "2026-10-05", "2026-10-11"))
	return k
}

func concluida(t testing.TB) *caso {
	k := enDifusion(t)
	haz(k, difusion, "2026-11-16", campana.Difundir, salida("tv1", "2026-10-12", "2026-11-15"))
	haz(k, difusion, "2026-11-16", campana.Concluir, campana.FinDifusion{Fecha: f("2026-11-15")})
	return k
}

func gasto(dia string, monto int) campana.Gasto {
	return campana.Gasto{Linea: "L1", Fecha: f(dia), Documento: "DOC-1", Monto: monto, Proveedor: proveedor}
}
