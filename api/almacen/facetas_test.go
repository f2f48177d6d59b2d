package almacen_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// filtros are lists by one and by several filters, in every order.
func filtros() []almacen.Filtro {
	var out []almacen.Filtro
	for _, orden := range almacen.Ordenes() {
		for _, indices := range []map[string]string{nil, {"tipo": "queja"}, {"tipo": "orientacion"}, {"tipo": "queja", "area": "dn-x"}, {"area": "dn-nadie"}} {
			for _, f := range []almacen.Filtro{
				{}, {OOAD: "15"}, {Unidad: doe.CAOOD, OOAD: "15"}, {Unidad: "doe-7.1", Estado: "registrado"}, {Estado: "cerrado"}, {Responsable: "t-9"}, {OOAD: "14", Estado: "registrado"}, {Q: "farmacia"}, {Q: "farmacia receta"}, {Q: "farmacia", OOAD: "15"},
				{CreadoDesde: fecha.MustParse("2026-03-04"), CreadoHasta: fecha.MustParse("2026-03-06")}, {VenceAntes: fecha.MustParse("2026-04-20")},
				{Vista: tramite.Vista{Reservados: true, OOAD: "15"}},
			} {
				if f.Vista == (tramite.Vista{}) {
					f.Vista = todos
				}
				if f.Orden, f.Indices = orden, indices; f.Q == "" || orden == "-creado" {
					out = append(out, f)
				}
			}
		}
	}
	return out
}

// paginas reads a list to its end, two records at a time.
func (b *banco) paginas(f almacen.Filtro) []string {
	b.t.Helper()
	out := []string{}
	for f.Limite = 2; ; {
		p, err := b.Listar(context.Background(), "casos", f)
		require.NoError(b.t, err)
		for _, x := range p.Elementos {
			out = append(out, x.Folio)
		}
		if f.Cursor = p.Siguiente; f.Cursor == "" {
			return out
		}
	}
}

// A store whose index was made before it held the filters lists the same, the
// long way, until it is made anew.
func TestLosFiltrosDelIndiceDanLaMismaLista(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		textos := []string{"Falta la receta en farmacia", "La farmacia cierra", "Pide informes", "Su receta venció"}
		for i := range 60 {
			b.dia(fmt.Sprintf("2026-03-%02d", 2+i/10))
			r := b.crear(Alta{OOAD: []string{"14", "15", "16"}[i%3], Tipo: []string{"queja", "orientacion", ""}[i/2%3], Relato: textos[i%4]})
			if i%7 == 0 {
				b.hacer(r.Folio, "asignar", Persona{"t-9"})
			}
			if i%5 == 0 {
				b.hacer(r.Folio, "turnar", Turno{doe.ClaveOrgano("dn-x")})
			}
		}
		con := map[int][]string{}
		hallados := 0
		for i, f := range filtros() {
			con[i] = b.paginas(f)
			hallados += len(con[i])
		}
		require.Greater(t, hallados, 500)
		b.alterar("UPDATE ajustes SET valor = '0' WHERE nombre = 'raices'")
		b.reabrir()
		for i, f := range filtros() {
			assert.Equal(t, con[i], b.paginas(f), "%+v", f)
		}
		require.NoError(t, b.Reconstruir(context.Background(), nil))
		for i, f := range filtros() {
			assert.Equal(t, con[i], b.paginas(f), "%+v", f)
		}
		b.reabrir()
		assert.Equal(t, con[7], b.paginas(filtros()[7]))
	})
}
