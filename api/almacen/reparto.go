package almacen

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/identificador"
)

// serieFolios is a run of consecutive folios.
type serieFolios struct {
	serie string
	anio  int
	ooad  doe.OOAD
}

// repartir gives folios and ids to the records that are created: one statement
// for the folios of every series, year and OOAD of the batch.
func (e *escritor) repartir(ts []*trabajo) (map[*trabajo]map[string]string, []int64, error) {
	cuantos := map[serieFolios]int{}
	n := 0
	for _, t := range ts {
		for _, f := range t.filas {
			if f.antes == 0 {
				cuantos[f.serieFolios()]++
				n++
			}
		}
	}
	if n == 0 {
		return nil, nil, nil
	}
	siguiente, err := e.numeros(cuantos)
	if err != nil {
		return nil, nil, err
	}
	dados := make(map[*trabajo]map[string]string, len(ts))
	for _, t := range ts {
		for _, f := range t.filas {
			if f.antes != 0 {
				continue
			}
			k := f.serieFolios()
			folio, err := identificador.FormarFolio(k.serie, k.anio, string(k.ooad), siguiente[k])
			if err != nil {
				return nil, nil, fmt.Errorf("almacen: folio %d of %s %d %s: %w", siguiente[k], k.serie, k.anio, k.ooad, err)
			}
			siguiente[k]++
			if dados[t] == nil {
				dados[t] = map[string]string{}
			}
			dados[t][f.folio] = folio
		}
	}
	ids, err := e.ids(n)
	return dados, ids, err
}

func (f *fila) serieFolios() serieFolios { return serieFolios{f.serie, f.anio, f.cab.OOAD} }

// numeros takes the folios of a batch and gives the first of each run.
func (e *escritor) numeros(cuantos map[serieFolios]int) (map[serieFolios]int, error) {
	fs := filas{t: tFolios}
	for _, k := range enOrden(cuantos) {
		fs.sumar(k.serie, int64(k.anio), string(k.ooad), int64(cuantos[k]))
	}
	primeros := make(map[serieFolios]int, len(cuantos))
	err := e.insertarCon(&fs, func(scan func(...any) error) error {
		var k serieFolios
		var ultimo int
		if err := scan(&k.serie, &k.anio, &k.ooad, &ultimo); err != nil {
			return err
		}
		primeros[k] = ultimo - cuantos[k] + 1
		return nil
	})
	return primeros, err
}

// enOrden lists the runs always in the same order, so that two writers never
// wait for each other.
func enOrden(m map[serieFolios]int) []serieFolios {
	ks := make([]serieFolios, 0, len(m))
	for k := range m {
		ks = append(ks, k)
	}
	slices.SortFunc(ks, func(a, b serieFolios) int {
		return cmp.Or(cmp.Compare(a.serie, b.serie), cmp.Compare(a.anio, b.anio), cmp.Compare(a.ooad, b.ooad))
	})
	return ks
}

// ids gives n new ids for records. Folios have no gaps; ids may.
func (e *escritor) ids(n int) ([]int64, error) {
	out := make([]int64, 0, n)
	leer := func(scan func(...any) error) error {
		var id int64
		err := scan(&id)
		out = append(out, id)
		return err
	}
	if e.m.pg {
		return e.reservados(n)
	}
	err := e.filas(leer, "SELECT coalesce(max(id), 0) + 1 FROM expedientes")
	for err == nil && len(out) < n {
		out = append(out, out[len(out)-1]+1)
	}
	return out, err
}

// reservados gives ids from a sequence, taken many at a time.
func (e *escritor) reservados(n int) ([]int64, error) {
	if len(e.reserva) < n {
		err := e.filas(func(scan func(...any) error) error {
			var id int64
			err := scan(&id)
			e.reserva = append(e.reserva, id)
			return err
		}, "SELECT nextval('expedientes_id') FROM generate_series(1, $1::bigint)", max(n, 1000))
		if err != nil {
			return nil, err
		}
	}
	out := e.reserva[:n:n]
	e.reserva = e.reserva[n:]
	return out, nil
}
