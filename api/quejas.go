package api

import (
	"net/http"
	"reflect"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/siade/queja"
)

// ViaQueja is a path with its terms in force on a day.
type ViaQueja struct {
	queja.DefVia
	Terminos []queja.DefTermino `json:"terminos" doc:"Sus plazos, con el término, el calendario y la fuente que rigen el día que se pide"`
}

// TableroQuejas is how the cases that the reader may see stand on a day.
type TableroQuejas struct {
	Desde fecha.Fecha  `json:"desde" doc:"Cuenta los expedientes abiertos desde este día" example:"2025-03-02"`
	Corte fecha.Fecha  `json:"corte" doc:"Día al que se cuenta" example:"2026-03-02"`
	Filas []queja.Fila `json:"filas" doc:"Una por vía con expedientes, en el orden de las vías"`
}

var quejasFueraDeRama = falla.Regla{Codigo: "sin-lectura", Es: "Las quejas no son del ámbito de su unidad.", En: "Complaints are out of the scope of your unit."}

// montarQuejas adds the paths and the board.
func (s *Servidor) montarQuejas(k *coleccion) {
	s.montar(k.leer("/vias", "vias", "Vías de queja",
		"Las vías que toma una petición cuando otra instancia la resuelve: sus etapas en orden, quién resuelve, qué documentos pide, si exige identidad, en qué sentidos se resuelve, qué pasa al final y cada plazo con su término, su calendario y su fuente. Lo que no fija una norma dice que es configuración.",
		s.de(reflect.TypeFor[Lista[ViaQueja]](), "Las vías."), vias,
		deValores("via", "Solo esta vía", claves(queja.Vias())...), deFecha("fecha", "Día cuyos términos se piden; hoy si falta", "2026-03-02")))
	tablero := k.leer("/tablero", "tablero", "Tablero de quejas",
		"Cómo van las quejas por vía: cuántas en cada estado y en cada sentido, escaladas, por cumplir, sin contacto reciente con la persona y la mediana de días hasta resolverse. Cuenta las que puede leer quien consulta: una coordinación de OOAD, las suyas.",
		s.de(reflect.TypeFor[TableroQuejas](), "El tablero."), k.tableroQuejas,
		deFecha("desde", "Cuenta las abiertas desde este día; las del último año si falta", "2025-03-02"), deOOAD("Solo las de este OOAD"))
	s.ejerce(&tablero, "siade.quejas:analizar", "siade.quejas:supervisar", "siade.quejas:seguir")
	s.montar(tablero)
}

func claves(vs []queja.DefVia) []queja.Via {
	out := make([]queja.Via, len(vs))
	for i := range vs {
		out[i] = vs[i].Clave
	}
	return out
}

func vias(c *caso) (respuesta, error) {
	dia, una := c.fecha("fecha"), queja.Via(c.texto("via"))
	if dia.IsZero() {
		dia = c.ahora().Dia()
	}
	out := []ViaQueja{}
	for _, v := range queja.Vias() {
		if una == "" || v.Clave == una {
			out = append(out, ViaQueja{v, queja.TerminosDe(v.Clave, dia)})
		}
	}
	return enJSON(lista(out))
}

func (k *coleccion) tableroQuejas(c *caso) (respuesta, error) {
	if c.actor.Rol != "" || !k.s.catalogo().EnLinea(k.d.Rama, c.actor.Unidad) {
		return respuesta{}, negar(http.StatusForbidden, quejasFueraDeRama)
	}
	t := TableroQuejas{Desde: c.fecha("desde"), Corte: c.ahora().Dia(), Filas: []queja.Fila{}}
	if t.Desde.IsZero() {
		t.Desde = t.Corte.Sumar(-365)
	}
	f := almacen.Filtro{CreadoDesde: t.Desde}
	if v := c.texto("ooad"); v != "" {
		f.OOAD, _ = doe.ParseOOAD(v) // checked before
	}
	qs, err := suyos(c, queja.Quejas, f)
	if err != nil {
		return respuesta{}, err
	}
	t.Filas = append(t.Filas, queja.Tablero(qs, t.Corte)...)
	return enJSON(t)
}
