package almacen_test

import (
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
)

func conClave(o almacen.Orden, clave, cuerpo string) almacen.Orden {
	o.Idempotencia = &almacen.Idempotencia{Llamador: "t-1", Clave: clave, Cuerpo: []byte(cuerpo)}
	return o
}

func TestLaMismaClaveDaLaMismaRespuesta(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		alta := conClave(orden(taod(), "", "", Alta{OOAD: "14", Relato: "x"}), "k", "cuerpo")
		r, err := b.Realizar(ctx, alta)
		require.NoError(t, err)
		assert.False(t, r.Repetida)
		turnar := conClave(orden(taod(), r.Folio, "turnar", Turno{"dn-juridica"}), "k2", "t")
		turnado, err := b.Realizar(ctx, turnar)
		require.NoError(t, err)
		require.Len(t, turnado.Enlaces, 2)
		b.ahora.Add(int64(23 * time.Hour / time.Microsecond))
		b.hacer(r.Folio, "anotar", Texto{"después"}) // the record moves on

		otra, err := b.Realizar(ctx, alta)
		require.NoError(t, err)
		assert.True(t, otra.Repetida)
		assert.Equal(t, r.Expediente, otra.Expediente, "as of its version")
		otra, err = b.Realizar(ctx, turnar)
		require.NoError(t, err)
		assert.Equal(t, turnado.Enlaces, otra.Enlaces, "the secrets are told again")

		_, err = b.Realizar(ctx, conClave(alta, "k", "otro cuerpo"))
		exigeCodigo(t, err, "idempotencia-distinta", "header.Idempotency-Key")
		ajena := conClave(alta, "k", "cuerpo")
		ajena.Idempotencia.Llamador = "t-2"
		otra, err = b.Realizar(ctx, ajena)
		require.NoError(t, err)
		assert.NotEqual(t, r.Folio, otra.Folio, "another caller, another request")

		b.ahora.Add(int64(2 * time.Hour / time.Microsecond))
		otra, err = b.Realizar(ctx, alta)
		require.NoError(t, err)
		assert.False(t, otra.Repetida, "a day later the key is new")
		assert.NotEqual(t, r.Folio, otra.Folio)
	})
}

func TestSoloLoLogradoSeRecuerda(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		r := b.crear(Alta{})
		_, err := b.Realizar(ctx, conClave(orden(taod(), r.Folio, "anotar", Texto{"mala"}), "k", "c"))
		exigeCodigo(t, err, "CASO-01", "body.texto")
		x, err := b.Realizar(ctx, conClave(orden(taod(), r.Folio, "anotar", Texto{"buena"}), "k", "d"))
		require.NoError(t, err)
		assert.False(t, x.Repetida)
	})
}

func TestVariosALaVezConUnaClaveHacenUnaSolaCosa(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		folios := make([]string, 20)
		var wg sync.WaitGroup
		for i := range folios {
			wg.Go(func() {
				r, err := b.Realizar(ctx, conClave(orden(taod(), "", "", Alta{OOAD: "14", Relato: "x"}), "k", "c"))
				assert.NoError(t, err)
				folios[i] = r.Folio
			})
		}
		wg.Wait()
		for _, f := range folios {
			assert.Equal(t, folios[0], f)
		}
		assert.Len(t, b.listar(almacen.Filtro{Vista: todos}), 1)
	})
}

func TestDosProgramasConUnaClaveHacenUnaSolaCosa(t *testing.T) {
	b := abrirBanco(t, esquemaPG(t))
	otro := &banco{t: t, o: b.o, ahora: b.ahora}
	otro.abrir()
	t.Cleanup(func() { _ = otro.Cerrar() })
	for n := range 10 {
		var folios [2]string
		var wg sync.WaitGroup
		for i, x := range []*banco{b, otro} {
			wg.Go(func() {
				r, err := x.Realizar(ctx, conClave(orden(taod(), "", "", Alta{OOAD: "14", Relato: "x"}), fmt.Sprint(n), "c"))
				assert.NoError(t, err)
				folios[i] = r.Folio
			})
		}
		wg.Wait()
		assert.Equal(t, folios[0], folios[1])
	}
	assert.Len(t, b.listar(almacen.Filtro{Vista: todos}), 10)
	limpio(t, b)
}

func TestUnEnlaceSirveUnaVezYHastaSuDia(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		r := b.crear(Alta{})
		x := b.hacer(r.Folio, "turnar", Turno{"dn-juridica"})
		require.Len(t, x.Enlaces, 2)
		uno, dos := x.Enlaces[0], x.Enlaces[1]
		assert.NotEqual(t, uno.Secreto, dos.Secreto)
		l, err := b.Enlace(ctx, uno.Secreto)
		require.NoError(t, err)
		assert.Equal(t, uno, l)
		assert.Equal(t, "2026-03-07", l.Vence.String(), "five days after the 2nd")

		r, err = b.Realizar(ctx, almacen.Orden{Enlace: uno.Secreto, Peticion: orden(doe.Actor{}, "", "", Texto{"procede"}).Peticion})
		require.NoError(t, err)
		assert.Equal(t, "procede", b.caso(r.Folio).Respuesta)
		noHay := func(secreto string) {
			t.Helper()
			_, err := b.Enlace(ctx, secreto)
			assert.True(t, falla.DeClase(err, falla.NoEncontrada), "%v", err)
			_, err = b.Realizar(ctx, almacen.Orden{Enlace: secreto, Peticion: orden(doe.Actor{}, "", "", Texto{"x"}).Peticion})
			assert.True(t, falla.DeClase(err, falla.NoEncontrada), "%v", err)
		}
		noHay(uno.Secreto)
		noHay("inventado")
		b.dia("2026-03-11")
		_, err = b.Enlace(ctx, dos.Secreto)
		assert.NoError(t, err, "its last day")
		b.dia("2026-03-12")
		noHay(dos.Secreto)
	})
}

func TestUnEnlaceUsadoALaVezSirveAUnoSolo(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		x := b.hacer(b.crear(Alta{}).Folio, "turnar", Turno{"dn-juridica"})
		var wg sync.WaitGroup
		errs := make([]error, 8)
		for i := range errs {
			wg.Go(func() {
				_, errs[i] = b.Realizar(ctx, almacen.Orden{Enlace: x.Enlaces[0].Secreto, Peticion: orden(doe.Actor{}, "", "", Texto{"x"}).Peticion})
			})
		}
		wg.Wait()
		buenos := 0
		for _, err := range errs {
			if err == nil {
				buenos++
			}
		}
		assert.Equal(t, 1, buenos)
	})
}

func TestElSecretoDeUnEnlaceNoEstaEnLaBase(t *testing.T) {
	b := abrirBanco(t, t.TempDir()+"/operacion.db")
	x := b.hacer(b.crear(Alta{}).Folio, "turnar", Turno{"dn-juridica"})
	var n int
	require.NoError(t, b.bd().Get(&n, "SELECT count(*) FROM enlaces WHERE instr(secreto, $1) > 0", x.Enlaces[0].Secreto))
	assert.Zero(t, n)
}

func TestLaIdentidadSeGuardaCifradaYSeHallaPorSuClave(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		r := b.crear(Alta{Nombre: "Juana Pérez", CURP: "XEXX010101HNEXXXA4"})
		b.crear(Alta{Nombre: "Otra", CURP: "XEXX010101HNEXXXA5"})
		ids, err := b.Identidad(ctx, "casos", r.Folio)
		require.NoError(t, err)
		require.Len(t, ids, 1)
		assert.Equal(t, "peticionario", ids[0].Clase)
		assert.Equal(t, b.caso(r.Folio).Persona, ids[0].Ref)
		assert.JSONEq(t, `{"nombre":"Juana Pérez","curp":"XEXX010101HNEXXXA4"}`, string(ids[0].Datos))

		hs, err := b.BuscarIdentidad(ctx, "curp", " xexx010101hnexxxa4 ")
		require.NoError(t, err)
		assert.Equal(t, []almacen.Hallado{{Coleccion: "casos", Folio: r.Folio, Clase: "peticionario", Ref: ids[0].Ref}}, hs)
		for _, nada := range [][2]string{{"curp", "XEXX010101HNEXXXA6"}, {"nss", "XEXX010101HNEXXXA4"}, {"curp", ""}} {
			hs, err = b.BuscarIdentidad(ctx, nada[0], nada[1])
			require.NoError(t, err)
			assert.Empty(t, hs)
		}
		require.NoError(t, b.o.Llaves.Rotar("indice"))
		hs, err = b.BuscarIdentidad(ctx, "curp", "XEXX010101HNEXXXA4")
		require.NoError(t, err)
		assert.Len(t, hs, 1, "what was indexed with the older key is found")

		b.alterar("UPDATE identidades SET cifrado = (SELECT i.cifrado FROM identidades i WHERE i.ref <> identidades.ref)")
		_, err = b.Identidad(ctx, "casos", r.Folio)
		assert.Error(t, err, "someone else's identity does not decrypt in its place")
	})
}

func TestLaClaveDeSeguimientoSeDerivaDelFolio(t *testing.T) {
	b := abrirBanco(t, t.TempDir()+"/operacion.db")
	k := b.ClaveSeguimiento("CASO-2026-14-0000001-X")
	assert.GreaterOrEqual(t, len(k), 22)
	assert.True(t, b.EsClaveSeguimiento("CASO-2026-14-0000001-X", k))
	assert.False(t, b.EsClaveSeguimiento("CASO-2026-14-0000002-X", k))
	assert.False(t, b.EsClaveSeguimiento("CASO-2026-14-0000001-X", ""))
}
