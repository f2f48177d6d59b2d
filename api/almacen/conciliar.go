package almacen

import (
	"cmp"
	"context"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/identificador"
)

// Conciliado is the register of one body in a year, counted four ways that must
// agree.
type Conciliado struct {
	OOAD doe.OOAD
	// Folios are those that the body gave in the year, and Ultimo the number of
	// the last one: the same where none is missing.
	Folios, Ultimo int
	// Salieron are those of them that another body keeps now; Entraron, those
	// that it keeps and another gave.
	Salieron, Entraron int
	// Guarda is how many the body keeps now of those registered in the year, and
	// Cuentas how many its counters say.
	Guarda, Cuentas int
}

// Cuadra says whether the four agree.
func (c Conciliado) Cuadra() bool {
	return c.Folios == c.Ultimo && c.Folios-c.Salieron+c.Entraron == c.Guarda && c.Guarda == c.Cuentas
}

// Conciliar counts the register of a year body by body, from the folios given,
// from the records kept and from the counters of a family whose first measure
// is registrations. It reads every record of the year.
func (a *Almacen) Conciliar(ctx context.Context, coleccion, familia string, anio int) ([]Conciliado, error) {
	por := map[doe.OOAD]*Conciliado{}
	de := func(o doe.OOAD) *Conciliado {
		if por[o] == nil {
			por[o] = &Conciliado{OOAD: o}
		}
		return por[o]
	}
	uno, err := fecha.New(anio, 1, 1)
	if err != nil {
		return nil, err
	}
	fin, _ := fecha.New(anio, 12, 31)
	err = a.m.cada(ctx, func(scan func(...any) error) error {
		var folio string
		var ooad doe.OOAD
		if err := scan(&folio, &ooad); err != nil {
			return err
		}
		p, err := identificador.ParseFolio(folio)
		if err != nil {
			return err
		}
		dio := de(doe.OOAD(p.OOAD))
		dio.Folios++
		dio.Ultimo = max(dio.Ultimo, p.Numero)
		de(ooad).Guarda++
		if dio.OOAD != ooad {
			dio.Salieron++
			de(ooad).Entraron++
		}
		return nil
	}, "SELECT folio, ooad FROM expedientes WHERE coleccion = $1 AND creado >= $2 AND creado < $3", coleccion, int64(uno.Inicio()), int64(fin.Siguiente().Inicio()))
	if err != nil {
		return nil, err
	}
	fs, err := a.Sumar(ctx, ConsultaCuentas{Coleccion: coleccion, Familia: familia, Desde: uno, Hasta: fin, PorOOAD: true, Medidas: []int{0}})
	if err != nil {
		return nil, err
	}
	for _, f := range fs {
		de(f.OOAD).Cuentas += f.M[0]
	}
	out := make([]Conciliado, 0, len(por))
	for _, c := range por {
		out = append(out, *c)
	}
	slices.SortFunc(out, func(a, b Conciliado) int { return cmp.Compare(a.OOAD, b.OOAD) })
	return out, nil
}
