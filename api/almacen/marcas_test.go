package almacen_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Dictamen is elaborated and authorised.
type Dictamen struct {
	tramite.Cabecera
	Texto string `json:"texto"`
}

func deDictamen(nombre string, f doe.Facultad, de tramite.Origen, a tramite.Destino) tramite.Acto[Dictamen, Texto] {
	return tramite.Acto[Dictamen, Texto]{
		Nombre: nombre, Titulo: nombre, Descripcion: nombre, De: de, A: a, Facultades: doe.Alguna(f), Alcance: doe.Linea,
		Aplicar: func(r *Dictamen, e Texto, _ tramite.Suceso) { r.Texto = e.Texto }, Ejemplo: Texto{"x"},
	}
}

var dictamenes = tramite.MustDefinir(tramite.Definicion[Dictamen]{
	Nombre: "dictamen", Coleccion: "dictamenes", Titulo: "Dictamen", Serie: "DIC", Rama: "doe-7.1.5",
	Estados:      []tramite.DefEstado{{Nombre: "borrador", Categoria: tramite.Abierta, Titulo: "Borrador"}, {Nombre: "firme", Categoria: tramite.Cerrada, Titulo: "Firme"}},
	Alta:         deDictamen("elaborar", "doe.prospectiva:elaborar", tramite.Origen{}, tramite.Hacia("borrador")),
	Actos:        tramite.Actos[Dictamen](deDictamen("autorizar", "doe.prospectiva:autorizar", tramite.Desde("borrador"), tramite.Hacia("firme"))),
	Reserva:      func(r Dictamen) tramite.Reserva { return tramite.Reserva{Restringida: r.Texto == "secreto"} },
	VeReservados: func(a doe.Actor) bool { return a.Puesto == doe.Titular },
})

// suplente is who stands in for the head of the coordination all March.
func suplente() doe.Actor {
	return doe.Actor{Sub: "s", Nombre: "S", Unidad: "doe-7.1.5", Puesto: doe.Mando, Suplencia: &doe.Suplencia{
		De: "jefa", Documento: "Oficio 1", Desde: fecha.MustParse("2026-03-01"), Hasta: fecha.MustParse("2026-03-31"),
	}}
}

// dictaminado is elaborated by one and authorised by another.
func (b *banco) dictaminado(texto string, elabora, autoriza doe.Actor) {
	b.t.Helper()
	r, err := b.Realizar(ctx, almacen.Orden{Actor: elabora, Peticion: tramite.Peticion{Coleccion: "dictamenes", Entrada: Texto{"x"}}})
	require.NoError(b.t, err)
	_, err = b.Realizar(ctx, almacen.Orden{Actor: autoriza, Peticion: tramite.Peticion{Coleccion: "dictamenes", Folio: r.Folio, Acto: "autorizar", Entrada: Texto{texto}}})
	require.NoError(b.t, err)
}

func (b *banco) marcados(q almacen.ConsultaMarcas, lee doe.Actor) []almacen.EventoMarcado {
	b.t.Helper()
	c := b.Contexto(ctx, lee)
	q.Vistas = map[string]tramite.Vista{}
	for _, t := range []tramite.Cualquiera{casos, avisos, dictamenes} {
		q.Vistas[t.Definicion().Coleccion] = t.Vista(&c)
	}
	var out []almacen.EventoMarcado
	for {
		p, err := b.Marcados(ctx, q)
		require.NoError(b.t, err)
		out = append(out, p.Elementos...)
		if q.Cursor = p.Siguiente; q.Cursor == "" {
			return out
		}
	}
}

func TestLosEventosMarcadosSeHallanPorUnidadYPeriodo(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		jefa := doe.Actor{Sub: "jefa", Nombre: "J", Unidad: "doe-7.1.5", Puesto: doe.Titular}
		division := doe.Actor{Sub: "d", Nombre: "D", Unidad: "doe-7.1.5.3", Puesto: doe.Personal}
		delegada := doe.Actor{Sub: "x", Nombre: "X", Unidad: "doe-7.1.5.3", Puesto: doe.Mando, Delegacion: &doe.Delegacion{
			De: "jefa", Unidad: "doe-7.1.5", Facultades: doe.Alguna("doe.prospectiva:autorizar"), Documento: "Oficio 2",
			Desde: fecha.MustParse("2026-03-01"), Hasta: fecha.MustParse("2026-03-31"),
		}}
		b.dictaminado("limpio", division, jefa)
		b.dictaminado("en conflicto", jefa, jefa)
		b.dia("2026-03-05")
		b.dictaminado("suplido", division, suplente())
		b.dia("2026-03-06")
		b.dictaminado("suplido y en conflicto", suplente(), suplente())
		b.dictaminado("delegado", division, delegada)
		b.dictaminado("secreto", division, suplente())

		suplencias := almacen.ConsultaMarcas{Clase: almacen.MarcaSuplencia, Limite: 1}
		es := b.marcados(suplencias, jefa)
		require.Len(t, es, 4)
		assert.Contains(t, string(es[3].Carga), `"suplido"`, "el más reciente primero")
		assert.Len(t, b.marcados(suplencias, division), 3, "el reservado no lo ve su personal")
		assert.Empty(t, b.marcados(suplencias, doe.Actor{Sub: "z", Unidad: "doe-7.1.3", Puesto: doe.Titular}), "ni los de otra rama")
		suplencias.Unidad = "doe-7.1.5.3"
		assert.Len(t, b.marcados(suplencias, jefa), 1, "la delegada, por su unidad")
		suplencias.Unidad = "doe-7.1.5"
		assert.Len(t, b.marcados(suplencias, jefa), 4, "y por la unidad de quien delega")
		suplencias.Hasta = fecha.MustParse("2026-03-05")
		assert.Len(t, b.marcados(suplencias, jefa), 1)
		suplencias.Desde = fecha.MustParse("2026-03-06")
		assert.Empty(t, b.marcados(suplencias, jefa))
		conflictos := b.marcados(almacen.ConsultaMarcas{Clase: almacen.MarcaConflicto}, jefa)
		require.Len(t, conflictos, 2)
		assert.Equal(t, "dictamenes", conflictos[0].Coleccion)
		assert.Equal(t, 2, conflictos[0].Secuencia)

		_, err := b.Marcados(ctx, almacen.ConsultaMarcas{Clase: almacen.MarcaSuplencia, Cursor: "x", Vistas: map[string]tramite.Vista{"dictamenes": {}}})
		require.Error(t, err)
		limpio(t, b)

		b.alterar("DELETE FROM marcas WHERE clase = 'conflicto'")
		b.alterar("UPDATE marcas SET unidad = 'doe-7.1'")
		hs, err := b.Verificar(ctx, nil)
		require.NoError(t, err)
		assert.Len(t, hs, 10, "dos que faltan y cuatro cambiadas")
		require.NoError(t, b.Reconstruir(ctx, nil))
		limpio(t, b)
	})
}

func TestLaMigracionSumaPorMesLoYaEjercido(t *testing.T) {
	enCadaMotor(t, func(t *testing.T, b *banco) {
		r := b.crear(Alta{})
		for _, d := range []string{"2026-03-09", "2026-03-31", "2026-04-01", "2028-02-29"} {
			b.dia(d)
			b.hacer(r.Folio, "anotar", Texto{"x"})
		}
		antes, err := b.Ejercicios(ctx, almacen.ConsultaEjercicios{})
		require.NoError(t, err)
		for _, q := range []string{"DROP TABLE ejercicios_mes", "DROP TABLE marcas", "DROP INDEX ejercicios_dia", "DROP TABLE firmas", "DROP TABLE semanas", "DROP INDEX expedientes_plazo", "DELETE FROM goose_db_version WHERE version_id >= 2"} {
			_, err := b.bd().Exec(q)
			require.NoError(t, err)
		}
		b.reabrir()
		despues, err := b.Ejercicios(ctx, almacen.ConsultaEjercicios{})
		require.NoError(t, err)
		assert.Equal(t, antes, despues)
		limpio(t, b)
	})
}
