package programa

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Afectada is a line of an open programme that a reorganisation touches.
type Afectada struct {
	Folio       string           `json:"folio" doc:"Folio del programa" example:"PAT-2026-09-0000002-X"`
	Ejercicio   int              `json:"ejercicio" doc:"Año del programa" example:"2026"`
	Linea       string           `json:"linea" doc:"Clave del renglón" example:"M1"`
	Descripcion string           `json:"descripcion" doc:"Qué se hará o se logrará"`
	Responsable doe.ClaveUnidad  `json:"responsable" doc:"Unidad responsable" example:"doe-7.1.4.2.1"`
	Funcion     doe.ClaveFuncion `json:"funcion,omitempty" doc:"Función que se ejerce con el renglón" example:"doe-7.1.4.2.1/1"`
	// Pasa is who holds the function afterwards, empty when nobody does.
	Pasa doe.ClaveUnidad `json:"pasa,omitempty" doc:"Unidad que tendrá la función; vacía si queda sin unidad"`
	// Termina says that the unit that answers for the line ends.
	Termina bool `json:"termina,omitempty" doc:"Si la unidad responsable termina" example:"true"`
}

// Afectadas lists the lines of programmes not closed whose unit ends or whose
// function passes to another or to none.
func Afectadas(ps []Programa, d doe.Diferencias) []Afectada {
	out := []Afectada{}
	for i := range ps {
		p := &ps[i]
		if c := Programas.Definicion().Categoria(p.Estado); c != tramite.Abierta && c != tramite.Espera {
			continue
		}
		for _, l := range p.Lineas {
			x := Afectada{
				Folio: p.Folio, Ejercicio: p.Ejercicio, Linea: l.Clave, Descripcion: l.Descripcion, Responsable: l.Responsable,
				Funcion: l.Funcion, Pasa: l.Responsable, Termina: slices.Contains(d.Terminadas, l.Responsable),
			}
			if j := slices.IndexFunc(d.Movidas, func(m doe.FuncionMovida) bool { return m.Funcion == l.Funcion }); j >= 0 {
				x.Pasa = d.Movidas[j].A
			} else if slices.Contains(d.SinUnidad, l.Funcion) {
				x.Pasa = ""
			}
			if x.Termina || x.Pasa != l.Responsable {
				out = append(out, x)
			}
		}
	}
	return out
}
