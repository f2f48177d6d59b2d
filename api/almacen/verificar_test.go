package almacen_test

import (
	"bytes"
	"log/slog"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/api/almacen"
)

// limpio asks that verification find nothing.
func limpio(t *testing.T, b *banco) {
	t.Helper()
	hs, err := b.Verificar(ctx, nil)
	require.NoError(t, err)
	assert.Empty(t, hs)
}

// poblado is a store with three sealed days and one under way.
func poblado(b *banco) []string {
	var folios []string
	for _, dia := range []string{"2026-03-02", "2026-03-03", "2026-03-05"} {
		b.dia(dia)
		folios = append(folios, b.crear(Alta{Respuesta: "Se orientó"}).Folio, b.crear(Alta{Tipo: "queja", Nombre: "N"}).Folio)
		b.hacer(folios[len(folios)-1], "anotar", Texto{"nota"})
		b.hacer(folios[1], "anotar", Texto{"otra"})
	}
	b.dia("2026-03-06")
	require.NoError(b.t, b.Mantener(ctx))
	folios = append(folios, b.crear(Alta{}).Folio)
	return folios
}

func TestUnAlmacenSanoSeVerificaLimpio(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		folios := poblado(b)
		hechos := 0
		hs, err := b.Verificar(ctx, func(hecho, total int) {
			assert.Equal(t, len(folios), total)
			hechos = hecho
		})
		require.NoError(t, err)
		assert.Empty(t, hs)
		assert.Equal(t, len(folios), hechos)
	})
}

func TestLaVerificacionHallaCadaAlteracion(t *testing.T) {
	const delSegundo = "(SELECT id FROM expedientes WHERE folio = $1)"
	for _, c := range []struct {
		nombre, q string
		folio     int // which of the populated ones $1 is; -1 when none
		clase     string
		secuencia int
		// otras are the kinds that follow from it.
		otras []string
	}{
		{"un evento cambiado", "UPDATE eventos SET carga = replace(carga, 'nota', 'mota') WHERE id = " + delSegundo + " * 1048576 + 2", 1, almacen.EventoAlterado, 2, []string{almacen.RegistroDistinto, almacen.CuentaDistinta}},
		{"una sal cambiada", "UPDATE eventos SET sal = huella WHERE id = " + delSegundo + " * 1048576 + 2", 1, almacen.EventoAlterado, 2, nil},
		{"un evento quitado de en medio", "DELETE FROM eventos WHERE id = " + delSegundo + " * 1048576 + 2", 1, almacen.EventoFaltante, 2,
			[]string{almacen.EventoAlterado, almacen.SelloDistinto, almacen.CuentaDistinta}},
		{"el último evento quitado", "DELETE FROM eventos WHERE id = " + delSegundo + " * 1048576 + 5", 1, almacen.EventoFaltante, 5, []string{almacen.SelloDistinto, almacen.CuentaDistinta}},
		{"un documento cambiado", "UPDATE expedientes SET doc = replace(doc, 'queja', 'pleito') WHERE folio = $1", 1, almacen.RegistroDistinto, 0, []string{almacen.CuentaDistinta}},
		{"un estado cambiado", "UPDATE expedientes SET estado = 'cerrado' WHERE folio = $1", 1, almacen.RegistroDistinto, 0, nil},
		{"una huella cambiada", "UPDATE expedientes SET huella = (SELECT raiz FROM sellos LIMIT 1) WHERE folio = $1", 1, almacen.RegistroDistinto, 0, nil},
		{"un expediente quitado", "DELETE FROM expedientes WHERE folio = $1", 1, almacen.HuecoDeFolio, 0, []string{almacen.RegistroDistinto, almacen.CuentaDistinta}},
		{"un evento pasado a otro día", "UPDATE eventos SET dia = dia - 1 WHERE id = " + delSegundo + " * 1048576 + 5", 1, almacen.SelloDistinto, 0, nil},
		{"un sello cambiado", "UPDATE sellos SET raiz = (SELECT huella FROM eventos LIMIT 1) WHERE dia = (SELECT max(dia) FROM sellos)", -1, almacen.SelloDistinto, 0, nil},
		{"un sello quitado", "DELETE FROM sellos WHERE dia = (SELECT min(dia) + 1 FROM sellos)", -1, almacen.SelloDistinto, 0, nil},
		{"un folio saltado", "UPDATE folios SET ultimo = ultimo + 1", -1, almacen.HuecoDeFolio, 0, nil},
		{"unas cuentas por otras", "UPDATE cuentas SET casillas = (SELECT casillas FROM cuentas ORDER BY casillas DESC LIMIT 1) WHERE nivel = 2 AND familia = 'notas'", -1, almacen.CuentaDistinta, 0, nil},
		{"unas cuentas que no se leen", "UPDATE cuentas SET casillas = (SELECT raiz FROM sellos ORDER BY raiz LIMIT 1) WHERE nivel = 2 AND familia = 'notas'", -1, almacen.CuentaDistinta, 0, nil},
		{"unas cuentas quitadas", "DELETE FROM cuentas WHERE nivel = 3", -1, almacen.CuentaDistinta, 0, nil},
		{"un ejercicio cambiado", "UPDATE ejercicios SET n = n + 1", -1, almacen.CuentaDistinta, 0, nil},
		{"un borrado que nadie asentó", "UPDATE eventos SET carga = replace(carga, 'nota', '....'), borrado = 99 WHERE id = " + delSegundo + " * 1048576 + 2", 1, almacen.EventoAlterado, 2, []string{almacen.RegistroDistinto, almacen.CuentaDistinta}},
	} {
		t.Run(c.nombre, func(t *testing.T) {
			enCadaMotor(t, func(t *testing.T, b *banco) {
				folios := poblado(b)
				var args []any
				if c.folio >= 0 {
					args = append(args, folios[c.folio])
				}
				b.alterar(c.q, args...)
				hs, err := b.Verificar(ctx, nil)
				require.NoError(t, err)
				hallado := false
				for _, h := range hs {
					assert.Contains(t, append(c.otras, c.clase), h.Clase, "%+v", h)
					assert.True(t, h.Falla())
					if h.Clase == c.clase && h.Secuencia == c.secuencia && (c.folio < 0 || h.Folio == "" || h.Folio == folios[c.folio]) {
						hallado = true
					}
				}
				assert.True(t, hallado, "%s: %+v", c.clase, hs)
			})
		})
	}
}

func TestUnaColaCortadaConTodoYRegistroSeVeEnElSello(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		folios := poblado(b)
		// The forger takes the last event away and makes the record, its
		// folio series and its counters as if it never was.
		b.alterar("DELETE FROM eventos WHERE id = (SELECT id * 1048576 + 2 FROM expedientes WHERE folio = $1)", folios[5])
		b.alterar("UPDATE expedientes SET version = 1, doc = replace(replace(doc, ',\"notas\":[\"nota\"]', ''), '\"version\":2', '\"version\":1'), "+
			"huella = (SELECT huella FROM eventos e WHERE e.id = expedientes.id * 1048576 + 1) WHERE folio = $1", folios[5])
		require.NoError(t, b.Reconstruir(ctx, nil))
		hs, err := b.Verificar(ctx, nil)
		require.NoError(t, err)
		require.Len(t, hs, 1, "%+v", hs)
		assert.Equal(t, almacen.SelloDistinto, hs[0].Clase)
		assert.Contains(t, hs[0].Detalle, "2026-03-05")
	})
}

func TestLoBorradoPorDerechoSeDiceBorradoYNoRoto(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		folios := poblado(b)
		const q = "UPDATE eventos SET borrado = 3, sal = $2, carga = replace(carga, '\"texto\":\"nota\"', '\"texto\":\"borrado\"') WHERE id = (SELECT id * 1048576 + 2 FROM expedientes WHERE folio = $1)"
		b.alterar(q, folios[1], []byte{})
		b.alterar("UPDATE expedientes SET doc = replace(doc, '[\"nota\"', '[\"borrado\"') WHERE folio = $1", folios[1])
		hs, err := b.Verificar(ctx, nil)
		require.NoError(t, err)
		require.Len(t, hs, 1, "%+v", hs)
		assert.Equal(t, almacen.EventoBorrado, hs[0].Clase)
		assert.Equal(t, 2, hs[0].Secuencia)
		assert.False(t, hs[0].Falla())
	})
}

func TestUnIndiceDeOtraVersionSeDice(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		var diario bytes.Buffer
		b.o.Diario = slog.New(slog.NewTextHandler(&diario, nil))
		b.reabrir()
		assert.Empty(t, diario.String())
		b.alterar("UPDATE ajustes SET valor = '0'")
		b.reabrir()
		assert.Contains(t, diario.String(), "reconstruirlo")
		require.NoError(t, b.Reconstruir(ctx, nil))
		diario.Reset()
		b.reabrir()
		assert.Empty(t, diario.String())
	})
}

func TestLosSellosSonUnoPorDiaTerminado(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		poblado(b)
		sellos, err := b.Sellos(ctx, manana.Dia(), manana.Dia().Sumar(30))
		require.NoError(t, err)
		require.Len(t, sellos, 4, "2 to 5 March; the 6th is not over")
		assert.Equal(t, []int{7, 7, 0, 7}, []int{sellos[0].Eventos, sellos[1].Eventos, sellos[2].Eventos, sellos[3].Eventos})
		b.dia("2026-03-07")
		b.ahora.Add(-int64(9*3600+3000) * 1e6) // ten past midnight
		b.reabrir()
		assert.Eventually(t, func() bool {
			sellos, err = b.Sellos(ctx, manana.Dia(), manana.Dia().Sumar(30))
			return err == nil && len(sellos) == 5
		}, 5*time.Second, time.Millisecond, "opening seals what is finished")
		b.dia("2026-03-06") // the clock goes back
		b.crear(Alta{})
		limpio(t, b)
	})
}
