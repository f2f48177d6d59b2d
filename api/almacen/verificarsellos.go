package almacen

import (
	"bytes"
	"context"

	"github.com/operacion-abierta/operacion/doe/fecha"
)

// huerfanos finds the events of records that are gone.
func (v *verificacion) huerfanos(ctx context.Context) error {
	return v.cada(ctx, func(scan func(...any) error) error {
		var id int64
		if err := scan(&id); err != nil {
			return err
		}
		v.hallar(RegistroDistinto, nil, int(id%maxEventos), "hay eventos de un registro que falta (id %d)", id/maxEventos)
		return nil
	}, "SELECT min(id) FROM eventos e WHERE NOT EXISTS (SELECT 1 FROM expedientes x WHERE x.id = e.id / 1048576) GROUP BY e.id / 1048576 ORDER BY 1")
}

func (v *verificacion) sellos(ctx context.Context) error {
	var guardados []Sello
	err := v.cada(ctx, func(scan func(...any) error) error {
		var s Sello
		var dia int
		err := scan(&dia, &s.Eventos, &s.Raiz)
		s.Dia = fecha.DeOrdinal(dia)
		guardados = append(guardados, s)
		return err
	}, "SELECT dia, eventos, raiz FROM sellos ORDER BY dia")
	if err != nil || len(guardados) == 0 {
		return err
	}
	var antes huella
	for i, s := range guardados {
		if i > 0 && guardados[i-1].Dia.Siguiente() != s.Dia {
			v.hallar(SelloDistinto, nil, 0, "faltan sellos antes del %s", s.Dia)
		}
		var huellas [][]byte
		err := v.cada(ctx, func(scan func(...any) error) error {
			var b []byte
			err := scan(&b)
			huellas = append(huellas, b)
			return err
		}, "SELECT huella FROM eventos WHERE dia = $1 ORDER BY id", s.Dia.Ordinal())
		if err != nil {
			return err
		}
		if raiz := sello(antes, huellas); !bytes.Equal(raiz[:], s.Raiz) || len(huellas) != s.Eventos {
			v.hallar(SelloDistinto, nil, 0, "el sello del %s no corresponde a los eventos de ese día (%d al sellar, %d ahora)", s.Dia, s.Eventos, len(huellas))
		}
		copy(antes[:], s.Raiz)
	}
	var fuera int
	if err := v.tx.GetContext(ctx, &fuera, v.tx.Rebind("SELECT count(*) FROM eventos WHERE dia < ?"), guardados[0].Dia.Ordinal()); err != nil {
		return noDisponible(err)
	}
	if fuera > 0 {
		v.hallar(SelloDistinto, nil, 0, "hay %d eventos de días anteriores al primer sello", fuera)
	}
	return nil
}
