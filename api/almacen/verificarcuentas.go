package almacen

import (
	"context"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/identificador"
	"github.com/operacion-abierta/operacion/doe/tramite"
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
	for k, m := range pendiente.celdas() {
		x := hay[k]
		for i, n := range m {
			x[i] += n
		}
		hay[k] = x
	}
	debe := v.sumas.celdas()
	for k := range debe {
		if _, ok := hay[k]; !ok {
			hay[k] = [tramite.MaxMedidas]int{}
		}
	}
	for _, k := range ordenadas(hay) {
		if hay[k] != debe[k] {
			v.hallar(CuentaDistinta, nil, 0, "%s %s nivel %d, %s, OOAD %s, %q %q, cubeta %d: dice %v y deben ser %v", k.serie, k.familia, k.nivel, k.dia, k.ooad, k.v1, k.v2, k.cubeta, hay[k], debe[k])
		}
	}
	return v.ejercicios(ctx, pendiente)
}

// guardadas reads every counter.
func (v *verificacion) guardadas(ctx context.Context) (map[celda][tramite.MaxMedidas]int, error) {
	out := map[celda][tramite.MaxMedidas]int{}
	err := v.cada(ctx, func(scan func(...any) error) error {
		var k celda
		var dia int
		var m [tramite.MaxMedidas]int
		dest := []any{&k.serie, &k.familia, &k.nivel, &dia, &k.ooad, &k.v1, &k.v2, &k.cubeta}
		for i := range m {
			dest = append(dest, &m[i])
		}
		err := scan(dest...)
		k.dia = fecha.DeOrdinal(dia)
		out[k] = m
		return err
	}, "SELECT serie, familia, nivel, periodo, ooad, v1, v2, cubeta, m0, m1, m2, m3, m4, m5, m6, m7, m8, m9 FROM cuentas")
	return out, err
}

// ejercicios compares how often each function was exercised.
func (v *verificacion) ejercicios(ctx context.Context, pendiente *sumas) error {
	hay := pendiente.ejercicios
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
