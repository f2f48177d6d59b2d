package almacen

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/identificador"
)

// anotarFolio notes the number of a record in its series.
func (v *verificacion) anotarFolio(x *registroLeido) {
	p, err := identificador.ParseFolio(x.folio)
	if err != nil {
		v.hallar(RegistroDistinto, x, 0, "el folio no tiene la forma de un folio")
		return
	}
	k := serieFolios{p.Prefijo, p.Anio, doe.OOAD(p.OOAD)}
	if v.folios[k] == nil {
		v.folios[k] = map[int]bool{}
	}
	v.folios[k][p.Numero] = true
}

// huecos finds the folios given out that no record has, and the records whose
// folio was never given out.
func (v *verificacion) huecos(ctx context.Context) error {
	ultimos := map[serieFolios]int{}
	err := v.cada(ctx, func(scan func(...any) error) error {
		var k serieFolios
		var n int
		err := scan(&k.serie, &k.anio, &k.ooad, &n)
		ultimos[k] = n
		return err
	}, "SELECT serie, anio, ooad, ultimo FROM folios ORDER BY serie, anio, ooad")
	if err != nil {
		return err
	}
	for k := range v.folios {
		if _, ok := ultimos[k]; !ok {
			ultimos[k] = 0
		}
	}
	for _, k := range enOrden(ultimos) {
		hay := v.folios[k]
		for n := 1; n <= ultimos[k]; n++ {
			if !hay[n] {
				folio, _ := identificador.FormarFolio(k.serie, k.anio, string(k.ooad), n)
				v.halla = append(v.halla, Hallazgo{Clase: HuecoDeFolio, Folio: folio, Detalle: "ningún expediente tiene este folio"})
			}
			delete(hay, n)
		}
		for n := range hay {
			folio, _ := identificador.FormarFolio(k.serie, k.anio, string(k.ooad), n)
			v.halla = append(v.halla, Hallazgo{Clase: HuecoDeFolio, Folio: folio, Detalle: "este folio nunca se asignó"})
		}
	}
	return nil
}

// cuentas compares the counters, with the movements not added yet, with what
// the records add up to.
func (v *verificacion) cuentas(ctx context.Context) error {
	pendiente := nuevasSumas()
	err := v.cada(ctx, func(scan func(...any) error) error {
		var b []byte
		if err := scan(&b); err != nil {
			return err
		}
		return pendiente.leer(b)
	}, "SELECT sumas FROM movimientos")
	if err != nil {
		return err
	}
	hay, err := v.guardadas(ctx)
	if err != nil {
		return err
	}
	for k, m := range enCeldas(pendiente.hojas()) {
		x := hay[k]
		for i, n := range m {
			x[i] += n
		}
		hay[k] = x
	}
	debe := enCeldas(v.sumas.hojas())
	for k := range debe {
		if _, ok := hay[k]; !ok {
			hay[k] = medidas{}
		}
	}
	for _, k := range slices.SortedFunc(maps.Keys(hay), celda.comparar) {
		if hay[k] != debe[k] {
			v.hallar(CuentaDistinta, nil, 0, "%s %s nivel %d, %s, OOAD %s, %q %q, cubeta %d: dice %v y deben ser %v", k.serie, k.familia, k.nivel, k.dia, k.ooad, k.v1, k.v2, k.cubeta, hay[k], debe[k])
		}
	}
	if err := v.ejercicios(ctx, pendiente); err != nil {
		return err
	}
	return v.ejerciciosMes(ctx, pendiente)
}

// celda is the key of one counter.
type celda struct {
	claveHoja
	casilla
}

func (c celda) comparar(o celda) int {
	return cmp.Or(cmp.Compare(c.serie, o.serie), cmp.Compare(c.familia, o.familia), c.nivel-o.nivel, c.dia.Compare(o.dia),
		cmp.Compare(c.ooad, o.ooad), c.casilla.comparar(o.casilla))
}

// enCeldas lays sheets out, counter by counter.
func enCeldas(hs map[claveHoja]hoja) map[celda]medidas {
	out := map[celda]medidas{}
	for k, h := range hs {
		for c, m := range h {
			out[celda{k, c}] = *m
		}
	}
	return out
}

// guardadas reads every counter.
func (v *verificacion) guardadas(ctx context.Context) (map[celda]medidas, error) {
	out := map[celda]medidas{}
	err := v.cada(ctx, func(scan func(...any) error) error {
		var k claveHoja
		var dia int
		var b []byte
		if err := scan(&k.serie, &k.familia, &k.nivel, &dia, &k.ooad, &b); err != nil {
			return err
		}
		k.dia = fecha.DeOrdinal(dia)
		if recorrer(b, func(c casilla, m *medidas) { out[celda{k, c}] = *m }) != nil {
			v.hallar(CuentaDistinta, nil, 0, "%s %s nivel %d, %s, OOAD %s: no se leen", k.serie, k.familia, k.nivel, k.dia, k.ooad)
		}
		return nil
	}, "SELECT serie, familia, nivel, periodo, ooad, casillas FROM cuentas")
	return out, err
}

// ejercicios compares how often each function was exercised.
func (v *verificacion) ejercicios(ctx context.Context, pendiente *sumas) error {
	hay := maps.Clone(pendiente.ejercicios)
	err := v.cada(ctx, func(scan func(...any) error) error {
		var k ejercicio
		var n int
		err := scan(&k.Funcion, &k.Unidad, &k.Dia, &n)
		hay[k] += n
		return err
	}, "SELECT funcion, unidad, dia, n FROM ejercicios")
	if err != nil {
		return err
	}
	for k, n := range v.sumas.ejercicios {
		if hay[k] != n {
			v.hallar(CuentaDistinta, nil, 0, "ejercicio de %s por %s el %s: dice %d y deben ser %d", k.Funcion, k.Unidad, fecha.DeOrdinal(k.Dia), hay[k], n)
		}
		delete(hay, k)
	}
	for k, n := range hay {
		v.hallar(CuentaDistinta, nil, 0, "ejercicio de %s por %s el %s: dice %d y no hubo", k.Funcion, k.Unidad, fecha.DeOrdinal(k.Dia), n)
	}
	return nil
}

// ejerciciosMes compares the same by month.
func (v *verificacion) ejerciciosMes(ctx context.Context, pendiente *sumas) error {
	hay := pendiente.meses()
	err := v.cada(ctx, func(scan func(...any) error) error {
		var k ejercicio
		var m mesEjercido
		err := scan(&k.Funcion, &k.Unidad, &k.Dia, &m.n, &m.ultimo)
		if otro, ya := hay[k]; ya {
			m.n, m.ultimo = m.n+otro.n, max(m.ultimo, otro.ultimo)
		}
		hay[k] = m
		return err
	}, "SELECT funcion, unidad, mes, n, ultimo FROM ejercicios_mes")
	if err != nil {
		return err
	}
	debe := v.sumas.meses()
	for k := range debe {
		if _, ok := hay[k]; !ok {
			hay[k] = mesEjercido{}
		}
	}
	for k, m := range hay {
		if d := debe[k]; m != d {
			v.hallar(CuentaDistinta, nil, 0, "ejercicio de %s por %s en el mes de %s: dice %d, el último el %s, y deben ser %d, el último el %s",
				k.Funcion, k.Unidad, fecha.DeOrdinal(k.Dia), m.n, fecha.DeOrdinal(m.ultimo), d.n, fecha.DeOrdinal(d.ultimo))
		}
	}
	return nil
}
