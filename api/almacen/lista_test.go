package almacen_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// todos is the view of someone who sees everything.
var todos = tramite.Vista{Reservados: true}

// listar gives the texts of the cases that a filter leaves, or fails the test.
func (b *banco) listar(f almacen.Filtro) []string {
	b.t.Helper()
	p, err := b.Listar(ctx, "casos", f)
	require.NoError(b.t, err)
	out := []string{}
	for _, x := range p.Elementos {
		var c Caso
		require.NoError(b.t, json.Unmarshal(x.Doc, &c))
		assert.Equal(b.t, c.Folio, x.Folio)
		assert.Equal(b.t, c.Version, x.Version)
		out = append(out, c.Relato)
	}
	return out
}

func TestLaListaFiltraYOrdena(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		b.crear(Alta{Relato: "uno", Tipo: "queja"})
		b.dia("2026-03-03")
		dos := b.crear(Alta{Relato: "dos", OOAD: "15"})
		b.dia("2026-03-04")
		b.crear(Alta{Relato: "tres", Respuesta: "Se orientó"})
		b.hacer(dos.Folio, "asignar", Persona{"t-9"})
		casos := []struct {
			nombre string
			f      almacen.Filtro
			quedan []string
		}{
			{"todo, lo más nuevo primero", almacen.Filtro{}, []string{"tres", "dos", "uno"}},
			{"lo más viejo primero", almacen.Filtro{Orden: "creado"}, []string{"uno", "dos", "tres"}},
			{"por vencimiento, sin lo que no vence", almacen.Filtro{Orden: "vence"}, []string{"uno", "dos"}},
			{"por OOAD", almacen.Filtro{OOAD: "15"}, []string{"dos"}},
			{"por estado abierto", almacen.Filtro{Estado: "registrado"}, []string{"dos", "uno"}},
			{"por estado cerrado", almacen.Filtro{Estado: "cerrado"}, []string{"tres"}},
			{"por OOAD y estado", almacen.Filtro{OOAD: "14", Estado: "registrado"}, []string{"uno"}},
			{"por unidad", almacen.Filtro{Unidad: doe.CAOOD}, []string{"tres", "dos", "uno"}},
			{"por otra unidad", almacen.Filtro{Unidad: "doe-7.1.3"}, []string{}},
			{"por responsable", almacen.Filtro{Responsable: "t-9"}, []string{"dos"}},
			{"que vence antes", almacen.Filtro{VenceAntes: fecha.MustParse("2026-03-17")}, []string{"uno"}},
			{"creado desde", almacen.Filtro{CreadoDesde: fecha.MustParse("2026-03-03")}, []string{"tres", "dos"}},
			{"creado hasta", almacen.Filtro{CreadoHasta: fecha.MustParse("2026-03-03")}, []string{"dos", "uno"}},
			{"por filtro declarado", almacen.Filtro{Indices: map[string]string{"tipo": "queja"}}, []string{"uno"}},
		}
		for _, c := range casos {
			c.f.Vista = todos
			assert.Equal(t, c.quedan, b.listar(c.f), c.nombre)
		}
	})
}

func TestLaListaRehusaLoQueNoOfrece(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		for lugar, f := range map[string]almacen.Filtro{
			"query.estado": {Estado: "dormido"},
			"query.orden":  {Orden: "relato"},
			"query.color":  {Indices: map[string]string{"color": "azul"}},
			"query.tipo":   {Indices: map[string]string{"tipo": "carta"}},
		} {
			_, err := b.Listar(ctx, "casos", f)
			var e *falla.Error
			require.ErrorAs(t, err, &e, lugar)
			assert.Equal(t, lugar, e.Fallas[0].Ubicacion)
		}
		_, err := b.Listar(ctx, "cosas", almacen.Filtro{})
		assert.True(t, falla.DeClase(err, falla.NoEncontrada))
	})
}

func TestCadaQuienVeSoloLoSuyo(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		b.crear(Alta{Relato: "público"})
		b.crear(Alta{Relato: "secreto", Secreto: true})
		mio := b.crear(Alta{Relato: "secreto mío", Secreto: true})
		_, err := b.Realizar(ctx, orden(titular(), mio.Folio, "asignar", Persona{"t-1"}))
		require.NoError(t, err)
		b.crear(Alta{Relato: "contra mí", Excluido: "t-1"})
		b.crear(Alta{Relato: "de otro OOAD", OOAD: "15"})
		turnado := b.crear(Alta{Relato: "turnado"})
		b.hacer(turnado.Folio, "turnar", Turno{"dn-juridica"})
		vetado := b.crear(Alta{Relato: "turnado sin que lo vea una persona", Excluido: "vetada"})
		b.hacer(vetado.Folio, "turnar", Turno{"dn-juridica"})

		vista := func(a doe.Actor) tramite.Vista {
			c := b.Contexto(ctx, a)
			return casos.Vista(&c)
		}
		assert.Equal(t, []string{"turnado sin que lo vea una persona", "turnado", "secreto mío", "público"}, b.listar(almacen.Filtro{Vista: vista(taod())}))
		assert.Equal(t, []string{"turnado sin que lo vea una persona", "turnado", "de otro OOAD", "contra mí", "secreto mío", "secreto", "público"}, b.listar(almacen.Filtro{Vista: vista(central())}))
		assert.Equal(t, []string{"turnado"}, b.listar(almacen.Filtro{Vista: vista(doe.Actor{Sub: "vetada", Organo: "dn-juridica", Rol: doe.Area})}))
		assert.Empty(t, b.listar(almacen.Filtro{Vista: vista(doe.Actor{Sub: "x", Organo: "dn-finanzas", Rol: doe.Area})}))
		assert.Empty(t, b.listar(almacen.Filtro{Vista: vista(doe.Actor{Sub: "n"})}))
		assert.Empty(t, b.listar(almacen.Filtro{Vista: vista(taod()), OOAD: "15"}))

		// The list and the record agree on what each may see.
		for _, a := range []doe.Actor{taod(), taodDe("15"), central(), {Sub: "j", Organo: "dn-juridica", Rol: doe.Area}, {Sub: "vetada", Organo: "dn-juridica", Rol: doe.Area}} {
			vistos := "," + strings.Join(b.listar(almacen.Filtro{Vista: vista(a)}), ",") + ","
			for _, x := range b.listar(almacen.Filtro{Vista: todos}) {
				r, _, err := b.Cargar(ctx, "casos", b.folioDe(x))
				require.NoError(t, err)
				c := b.Contexto(ctx, a)
				assert.Equal(t, casos.Acceso(r, &c) == tramite.Permitido, strings.Contains(vistos, ","+x+","), "%s y %q", a.Sub, x)
			}
		}
	})
}

// folioDe is the folio of the case with a text.
func (b *banco) folioDe(relato string) string {
	p, err := b.Listar(ctx, "casos", almacen.Filtro{Vista: todos})
	require.NoError(b.t, err)
	for _, x := range p.Elementos {
		if strings.Contains(string(x.Doc), `"relato":"`+relato+`"`) {
			return x.Folio
		}
	}
	b.t.Fatalf("no case %q", relato)
	return ""
}

func TestLasPaginasRecorrenTodoUnaVez(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		for i := range 23 {
			if i%5 == 0 {
				b.ahora.Add(1e6) // several share an instant
			}
			b.crear(Alta{Relato: fmt.Sprint("caso ", i)})
		}
		for _, orden := range almacen.Ordenes() {
			vistos, paginas := map[string]bool{}, 0
			for f := (almacen.Filtro{Vista: todos, Orden: orden, Limite: 5}); ; paginas++ {
				p, err := b.Listar(ctx, "casos", f)
				require.NoError(t, err)
				for _, x := range p.Elementos {
					assert.False(t, vistos[x.Folio], "%s repetido", x.Folio)
					vistos[x.Folio] = true
				}
				if f.Cursor = p.Siguiente; f.Cursor == "" {
					break
				}
			}
			assert.Len(t, vistos, 23, orden)
			assert.Equal(t, 4, paginas, "five pages")
		}
	})
}

func TestUnCursorAjenoOAlteradoSeRehusa(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		for range 3 {
			b.crear(Alta{Relato: "solicitud"})
		}
		f := almacen.Filtro{Vista: todos, Limite: 1}
		p, err := b.Listar(ctx, "casos", f)
		require.NoError(t, err)
		bueno := p.Siguiente
		rehusa := func(f almacen.Filtro) {
			t.Helper()
			_, err := b.Listar(ctx, "casos", f)
			exigeCodigo(t, err, "cursor-invalido", "query.cursor")
		}
		rehusa(almacen.Filtro{Vista: todos, Limite: 1, Cursor: bueno, OOAD: "14"})
		rehusa(almacen.Filtro{Vista: todos, Limite: 1, Cursor: bueno, Orden: "creado"})
		rehusa(almacen.Filtro{Vista: tramite.Vista{OOAD: "15"}, Limite: 1, Cursor: bueno})
		for _, malo := range []string{"x", "AAAA", bueno[:len(bueno)-2], "B" + bueno[1:], bueno[:len(bueno)-1] + "_"} {
			if malo != bueno {
				rehusa(almacen.Filtro{Vista: todos, Limite: 1, Cursor: malo})
			}
		}
		f.Cursor = bueno
		f.Limite = 2 // the size of the page may change
		p, err = b.Listar(ctx, "casos", f)
		require.NoError(t, err)
		assert.Len(t, p.Elementos, 2)
	})
}

func TestSeBuscaPorPalabrasYPorFolio(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		uno := b.crear(Alta{Relato: "Pide cirugía de rodilla en el hospital"})
		b.crear(Alta{Relato: "Cirugías pospuestas en la clínica"})
		b.crear(Alta{Relato: "secreto del hospital", Secreto: true})
		q := func(s string) []string { return b.listar(almacen.Filtro{Vista: tramite.Vista{}, Q: s}) }
		assert.Equal(t, []string{"Cirugías pospuestas en la clínica", "Pide cirugía de rodilla en el hospital"}, q("CIRUGIA"))
		assert.Equal(t, []string{"Pide cirugía de rodilla en el hospital"}, q("hospitales cirugía"))
		assert.Empty(t, q("farmacia"))
		assert.Empty(t, q("¿?"))
		assert.Equal(t, []string{"Pide cirugía de rodilla en el hospital"}, q(strings.ToLower(uno.Folio)))
		for _, raro := range []string{`"`, `a" OR b`, `x* NEAR y`, `'; --`, `rodilla:`, `-rodilla`, "\\'"} {
			_, err := b.Listar(ctx, "casos", almacen.Filtro{Vista: todos, Q: raro})
			assert.NoError(t, err, raro)
		}
		p, err := b.Listar(ctx, "casos", almacen.Filtro{Vista: todos, Q: "cirugía", Limite: 1})
		require.NoError(t, err)
		require.NotEmpty(t, p.Siguiente)
		assert.Equal(t, []string{"Pide cirugía de rodilla en el hospital"}, b.listar(almacen.Filtro{Vista: todos, Q: "cirugía", Limite: 1, Cursor: p.Siguiente}))

		b.hacer(uno.Folio, "corregir", Texto{"Pide medicamento en la farmacia"})
		assert.Equal(t, []string{"Pide medicamento en la farmacia"}, q("farmacia"))
		assert.Equal(t, []string{"Cirugías pospuestas en la clínica"}, q("cirugía"))
		require.NoError(t, b.Reconstruir(ctx, nil))
		assert.Equal(t, []string{"Pide medicamento en la farmacia"}, q("farmacia"))
		assert.Equal(t, []string{"Cirugías pospuestas en la clínica"}, q("cirugía"))
	})
}

func TestUnTextoConPalabrasInmensasSeGuarda(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		b.crear(Alta{Relato: strings.Repeat("a", 3000) + " palabra"})
		assert.Len(t, b.listar(almacen.Filtro{Vista: todos, Q: "palabra"}), 1)
	})
}
