package almacen

import (
	"cmp"
	"encoding/binary"
	"maps"
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// claveHoja is the key of the counters of one family, period and body. They
// lie together in one row: a question reads few rows, and a batch moves few.
type claveHoja struct {
	serie, familia string
	nivel          int
	dia            fecha.Fecha // the first of the period
	ooad           doe.OOAD
}

// casilla tells apart the counters of a sheet.
type casilla struct {
	v1, v2 string
	cubeta int
}

// medidas are the measures of a counter.
type medidas = [tramite.MaxMedidas]int

// hoja is a sheet of counters.
type hoja map[casilla]*medidas

func (h hoja) sumar(k casilla, m *medidas) {
	v := h[k]
	if v == nil {
		v = new(medidas)
		h[k] = v
	}
	for i, n := range m {
		v[i] += n
	}
}

// codificar writes the counters that are not nil, in order: the same counters
// give the same bytes.
func (h hoja) codificar() []byte {
	var c compacto
	n := uint64(0)
	for _, k := range slices.SortedFunc(maps.Keys(h), casilla.comparar) {
		if m := h[k]; *m != (medidas{}) {
			n++
			c.texto(k.v1, k.v2)
			c.entero(k.cubeta)
			c.medidas(m)
		}
	}
	return append(binary.AppendUvarint(c.lista(), n), c.b...)
}

func (k casilla) comparar(o casilla) int {
	return cmp.Or(cmp.Compare(k.v1, o.v1), cmp.Compare(k.v2, o.v2), k.cubeta-o.cubeta)
}

// recorrer reads the counters of a sheet, one by one.
func recorrer(b []byte, f func(casilla, *medidas)) error {
	l := lectorCompacto{b: b}
	l.lista()
	for range l.largo() {
		k := casilla{v1: l.texto(), v2: l.texto(), cubeta: l.entero()}
		m := l.medidas()
		if l.mal {
			return errMovimiento
		}
		f(k, &m)
	}
	return nil
}

// hojas spreads daily sums over the levels at which each family is kept, and
// over the body that stands for all of them.
func (s *sumas) hojas() map[claveHoja]hoja {
	out := make(map[claveHoja]hoja, 3*len(s.cuentas))
	for k, m := range s.cuentas {
		mensual, aparte := strings.HasSuffix(k.familia, sufijoMes), porCuerpo(k.familia)
		for nivel := porDia; nivel <= porAnio; nivel++ {
			if nivel == porDia && mensual {
				continue
			}
			for _, ooad := range []doe.OOAD{k.ooad, todosLosOOAD} {
				if ooad == todosLosOOAD && aparte {
					continue
				}
				c := claveHoja{k.serie, k.familia, nivel, inicioPeriodo(k.dia, nivel), ooad}
				if out[c] == nil {
					out[c] = hoja{}
				}
				out[c].sumar(casilla{k.v1, k.v2, k.cubeta}, m)
			}
		}
	}
	return out
}

// sumarHojas adds to sheets what the store already has of them.
func (e *escritor) sumarHojas(hs map[claveHoja]hoja) error {
	leer := func(scan func(...any) error) error {
		var k claveHoja
		var dia int
		var b []byte
		if err := scan(&k.serie, &k.familia, &k.nivel, &dia, &k.ooad, &b); err != nil {
			return err
		}
		k.dia = fecha.DeOrdinal(dia)
		return recorrer(b, hs[k].sumar)
	}
	const que = "SELECT c.serie, c.familia, c.nivel, c.periodo, c.ooad, c.casillas FROM cuentas c"
	claves := filas{t: &tabla{columnas: columnas("serie text, familia text, nivel bigint, periodo bigint, ooad text")}}
	for k := range hs {
		args := []any{k.serie, k.familia, int64(k.nivel), int64(k.dia.Ordinal()), string(k.ooad)}
		if e.m.pg {
			claves.sumar(args...)
			continue
		}
		if err := e.filas(leer, que+" WHERE serie = $1 AND familia = $2 AND nivel = $3 AND periodo = $4 AND ooad = $5", args...); err != nil {
			return err
		}
	}
	if claves.n() == 0 {
		return nil
	}
	return e.filas(leer, que+" JOIN unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[], $5::text[]) AS x (serie, familia, nivel, periodo, ooad) "+
		"USING (serie, familia, nivel, periodo, ooad)", claves.porColumnas()...)
}
