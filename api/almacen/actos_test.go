package almacen_test

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/identificador"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

var ctx = context.Background()

func TestUnCasoSeCreaSeLeeYSigue(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		r := b.crear(Alta{Relato: "Solicita informes"})
		p, err := identificador.ParseFolio(r.Folio)
		require.NoError(t, err)
		assert.Equal(t, identificador.FolioPartes{Prefijo: "CASO", Anio: 2026, OOAD: "14", Numero: 1}, p)
		assert.Equal(t, 1, r.Version)
		assert.Equal(t, "2026-03-16", r.Vence.String(), "ten working days after Monday 2026-03-02: LFPA 28 rests on 21 March itself, a Saturday")
		assert.Equal(t, 2, r.Aviso)
		assert.True(t, strings.HasPrefix(string(r.Doc), `{"folio":"`+r.Folio+`"`), string(r.Doc))

		x, err := b.Leer(ctx, "casos", r.Folio)
		require.NoError(t, err)
		assert.Equal(t, r.Expediente, x)

		r2 := b.hacer(r.Folio, "anotar", json.RawMessage(`{"texto":"una nota"}`))
		assert.Equal(t, 2, r2.Version)
		assert.Equal(t, []string{"una nota"}, b.caso(r.Folio).Notas)

		_, err = b.Leer(ctx, "avisos", r.Folio)
		assert.True(t, falla.DeClase(err, falla.NoEncontrada), "otra colección: %v", err)
		_, err = b.Leer(ctx, "casos", "CASO-2026-14-0000009-X")
		assert.True(t, falla.DeClase(err, falla.NoEncontrada))
	})
}

func TestElHistorialVaDelPrimeroAlUltimoPorPaginas(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		r := b.crear(Alta{Respuesta: "Se orientó"})
		assert.Equal(t, 4, r.Version, "registrar, clasificar, responder, cerrar")
		p, err := b.Historial(ctx, "casos", r.Folio, "", 3)
		require.NoError(t, err)
		require.Len(t, p.Elementos, 3)
		require.NotEmpty(t, p.Siguiente)
		var e tramite.Evento
		require.NoError(t, json.Unmarshal(p.Elementos[1].Carga, &e))
		assert.Equal(t, "clasificar", e.Acto)
		assert.Equal(t, "registrar", e.Por)
		assert.Len(t, p.Elementos[0].Huella, 64)
		p, err = b.Historial(ctx, "casos", r.Folio, p.Siguiente, 3)
		require.NoError(t, err)
		require.Len(t, p.Elementos, 1)
		assert.Equal(t, 4, p.Elementos[0].Secuencia)
		assert.Empty(t, p.Siguiente)

		otro := b.crear(Alta{})
		p, err = b.Historial(ctx, "casos", r.Folio, "", 1)
		require.NoError(t, err)
		_, err = b.Historial(ctx, "casos", otro.Folio, p.Siguiente, 1)
		exigeCodigo(t, err, "cursor-invalido", "query.cursor")
	})
}

func TestUnActoRehusadoNoDejaRastro(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		r := b.crear(Alta{})
		_, err := b.Realizar(ctx, orden(taod(), r.Folio, "anotar", Texto{"mala"}))
		exigeCodigo(t, err, "CASO-01", "body.texto")
		x, err := b.Leer(ctx, "casos", r.Folio)
		require.NoError(t, err)
		assert.Equal(t, r.Expediente, x)
		_, err = b.Realizar(ctx, orden(taodDe("15"), r.Folio, "anotar", Texto{"x"}))
		assert.True(t, falla.DeClase(err, falla.Prohibida), "%v", err)
	})
}

func TestLaVersionVieja412SoloCuandoSeDijo(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		r := b.crear(Alta{})
		b.hacer(r.Folio, "anotar", Texto{"a"})
		o := orden(taod(), r.Folio, "anotar", Texto{"b"})
		o.SiVersion = 1
		_, err := b.Realizar(ctx, o)
		assert.True(t, falla.DeClase(err, falla.Obsoleta), "%v", err)
		o.SiVersion = 2
		r, err = b.Realizar(ctx, o)
		require.NoError(t, err)
		assert.Equal(t, 3, r.Version)
	})
}

func TestCienAlaVezSobreUnExpedienteDanVersionesSeguidas(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		r := b.crear(Alta{})
		versiones := make([]int, 100)
		var wg sync.WaitGroup
		for i := range versiones {
			wg.Go(func() {
				x, err := b.Realizar(ctx, orden(taod(), r.Folio, "anotar", Texto{fmt.Sprint(i)}))
				assert.NoError(t, err)
				versiones[i] = x.Version
			})
		}
		wg.Wait()
		vistas := map[int]bool{}
		for _, v := range versiones {
			vistas[v] = true
		}
		assert.Len(t, vistas, 100)
		assert.False(t, vistas[1])
		assert.True(t, vistas[101])
		assert.Len(t, b.caso(r.Folio).Notas, 100)
	})
}

func TestDosExpedientesQueSeTocanUnoAlOtroALaVez(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		uno, otro := b.crear(Alta{}), b.crear(Alta{})
		var wg sync.WaitGroup
		for i := range 16 {
			a, z := uno.Folio, otro.Folio
			if i%2 == 1 {
				a, z = z, a
			}
			wg.Go(func() {
				_, err := b.Realizar(ctx, orden(taod(), a, "ligar", Texto{z}))
				assert.NoError(t, err)
			})
		}
		wg.Wait()
		assert.Len(t, b.caso(uno.Folio).Notas, 8)
		assert.Len(t, b.caso(otro.Folio).Notas, 8)
		assert.Equal(t, 17, b.caso(uno.Folio).Version)
	})
}

func TestLosFoliosNoDejanHuecosAunqueHayaRehusados(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		var mu sync.Mutex
		numeros := map[string]map[int]bool{"14": {}, "15": {}}
		var wg sync.WaitGroup
		for i := range 120 {
			wg.Go(func() {
				ooad := []string{"14", "15"}[i%2]
				e := Alta{OOAD: ooad, Relato: "x"}
				if i%3 == 0 {
					e.Respuesta = "mala" // the act that follows refuses it
				}
				r, err := b.Realizar(ctx, orden(taodDe(doe.OOAD(ooad)), "", "", e))
				if i%3 == 0 {
					assert.True(t, falla.DeClase(err, falla.Invalida), "%v", err)
					return
				}
				assert.NoError(t, err)
				p, err := identificador.ParseFolio(r.Folio)
				assert.NoError(t, err)
				mu.Lock()
				numeros[p.OOAD][p.Numero] = true
				mu.Unlock()
			})
		}
		wg.Wait()
		for ooad, ns := range numeros {
			require.Len(t, ns, 40, ooad)
			for n := 1; n <= 40; n++ {
				assert.True(t, ns[n], "%s %d", ooad, n)
			}
		}
	})
}

func TestElFolioEsDelAnioCivil(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		b.dia("2026-12-31")
		b.ahora.Add(int64(13*3600+3599) * 1e6) // 23:59:59 in Mexico City, already 2027 in UTC
		uno := b.crear(Alta{})
		b.ahora.Add(1e6)
		dos := b.crear(Alta{})
		assert.Equal(t, "CASO-2026-14-0000001", uno.Folio[:len("CASO-2026-14-0000001")])
		assert.Equal(t, "CASO-2027-14-0000001", dos.Folio[:len("CASO-2027-14-0000001")])
	})
}

func TestUnActoQueCreaOtroExpedienteLoCitaPorSuFolio(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		r := b.crear(Alta{Aviso: true})
		p, err := b.Listar(ctx, "avisos", almacen.Filtro{Vista: tramite.Vista{Reservados: true}})
		require.NoError(t, err)
		require.Len(t, p.Elementos, 1)
		assert.True(t, strings.HasPrefix(p.Elementos[0].Folio, "AVISO-2026-14-0000001-"))
		assert.Contains(t, string(p.Elementos[0].Doc), `"relato":"aviso de `+r.Folio+`"`)
		h, err := b.Historial(ctx, "avisos", p.Elementos[0].Folio, "", 0)
		require.NoError(t, err)
		assert.Contains(t, string(h.Elementos[0].Carga), "aviso de "+r.Folio)
	})
}

func TestDosAbiertosNoCompartenClaveNatural(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		avisar := func(relato string) (almacen.Resultado, error) {
			return b.Realizar(ctx, almacen.Orden{Actor: taod(), Peticion: tramite.Peticion{Coleccion: "avisos", Entrada: Alta{OOAD: "14", Relato: relato}}})
		}
		uno, err := avisar("a")
		require.NoError(t, err)
		_, err = avisar("a")
		exigeCodigo(t, err, "registro-repetido", "body")
		c := b.Contexto(ctx, taod())
		hallado, err := c.Buscar("avisos", "a")
		require.NoError(t, err)
		assert.Equal(t, uno.Folio, hallado)
		_, err = b.Realizar(ctx, almacen.Orden{Actor: taod(), Peticion: tramite.Peticion{Coleccion: "avisos", Folio: uno.Folio, Acto: "retirar"}})
		require.NoError(t, err)
		hallado, err = c.Buscar("avisos", "a")
		require.NoError(t, err)
		assert.Empty(t, hallado, "a closed one is not found by its natural key")
		_, err = avisar("a")
		assert.NoError(t, err, "the first one is closed")

		buenos := atomic.Int32{}
		var wg sync.WaitGroup
		for range 20 {
			wg.Go(func() {
				if _, err := avisar("b"); err == nil {
					buenos.Add(1)
				}
			})
		}
		wg.Wait()
		assert.Equal(t, int32(1), buenos.Load())
	})
}

func TestLoGuardadoSigueTrasReabrir(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		r := b.crear(Alta{})
		b.reabrir()
		x, err := b.Leer(ctx, "casos", r.Folio)
		require.NoError(t, err)
		assert.Equal(t, r.Expediente, x)
		assert.Equal(t, "0000002", strings.Split(b.crear(Alta{}).Folio, "-")[3])
	})
}

func TestCerradoNadaSeHace(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		require.NoError(t, b.Salud(ctx))
		require.NoError(t, b.Cerrar())
		_, err := b.Realizar(ctx, orden(taod(), "", "", Alta{OOAD: "14", Relato: "x"}))
		assert.True(t, falla.DeClase(err, falla.NoDisponible), "%v", err)
		assert.True(t, falla.DeClase(b.Salud(ctx), falla.NoDisponible))
	})
}

// exigeCodigo asks that an error have a fault with the code at the place.
func exigeCodigo(t *testing.T, err error, codigo, lugar string) {
	t.Helper()
	var e *falla.Error
	require.ErrorAs(t, err, &e)
	assert.Equal(t, falla.Invalida, e.Clase)
	require.NotEmpty(t, e.Fallas)
	assert.Equal(t, codigo, e.Fallas[0].Codigo)
	assert.Equal(t, lugar, e.Fallas[0].Ubicacion)
}
