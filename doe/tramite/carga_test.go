package tramite_test

import (
	"encoding/json"
	"testing"

	"pgregory.net/rapid"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

func TestLaCargaEsLaDeEncodingJSON(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		texto := func(n string) string { return rapid.StringOfN(rapid.Rune(), 0, 12, -1).Draw(rt, n) }
		dia := func(n string) fecha.Fecha {
			if rapid.Bool().Draw(rt, n+" vacía") {
				return fecha.Fecha{}
			}
			return fecha.DeOrdinal(rapid.IntRange(0, 40000).Draw(rt, n))
		}
		e := tramite.Evento{
			Secuencia: rapid.IntRange(1, 9).Draw(rt, "n"), Acto: texto("acto"), Version: 1, De: tramite.Estado(texto("de")), A: "a",
			En:     fecha.Instante(rapid.Int64Range(1, 4e15).Draw(rt, "en")),
			Actor:  tramite.Quien{Sub: texto("sub"), Nombre: texto("nombre"), Puesto: doe.Puesto(texto("puesto")), EnLugarDe: texto("suple")},
			Unidad: doe.ClaveUnidad(texto("unidad")), OOAD: doe.OOAD(texto("ooad")), Organo: doe.ClaveOrgano(texto("organo")), Rol: doe.Rol(texto("rol")),
			Fundamento: doe.Fundamento{Tipo: doe.Expreso, Facultad: doe.Facultad(texto("facultad")), Documento: texto("documento"), Derivado: rapid.Bool().Draw(rt, "derivado")},
			Entrada:    json.RawMessage(`{"x":"ñ"}`), Por: texto("por"),
		}
		if rapid.Bool().Draw(rt, "con funciones") {
			e.Fundamento.Funciones = doe.ListaFunciones("doe-7.1/1", "doe-7.1/2")
		}
		if rapid.Bool().Draw(rt, "representa") {
			e.Representacion = &tramite.Representacion{Clase: tramite.DeDelegacion, Unidad: doe.ClaveUnidad(texto("de")), Desde: dia("desde"), Hasta: dia("hasta")}
			e.Labor, e.Conflicto = tramite.Labor(texto("labor")), []string{texto("c1"), texto("c2")}
		}
		for i := range rapid.IntRange(0, 3).Draw(rt, "relojes") {
			k := tramite.Reloj{Plazo: texto("plazo"), Clave: texto("clave"), Fija: dia("fija"), Desde: dia("desde"), Prorroga: i, Avisos: i, Fin: dia("fin"), Cumplido: i == 1}
			if i > 0 {
				k.Termino = plazo.Termino{Cuenta: i, Clase: plazo.Habiles, Calendario: plazo.LFPA, Fuente: norma.Cita{Norma: "LFPA", Nota: texto("nota")}}
				k.Pausas = []plazo.Pausa{{Desde: dia("p"), Hasta: dia("q"), Motivo: texto("m")}}
				k.Comunicados = []fecha.Fecha{dia("c"), dia("d")}
			}
			e.Relojes = append(e.Relojes, tramite.CambioReloj{Pos: i, Reloj: k})
		}
		quiero, err := json.Marshal(&e)
		if err != nil {
			rt.Fatal(err)
		}
		if tengo := e.Carga(); string(tengo) != string(quiero) {
			rt.Fatalf("\n%s\n%s", tengo, quiero)
		}
	})
}

func BenchmarkCarga(b *testing.B) {
	e := crear(b, Solicitud{Expediente: "A-1", Inmediato: true}).Eventos[1]
	b.ReportAllocs()
	for b.Loop() {
		_ = e.Carga()
	}
}
