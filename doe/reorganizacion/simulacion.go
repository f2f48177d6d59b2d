package reorganizacion

import (
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Simulacion is what a draft would do.
type Simulacion struct {
	Revision int         `json:"revision" doc:"Proyecto simulado" example:"1"`
	Dia      fecha.Fecha `json:"dia" doc:"Día en que se simuló"`
	// Diferencias are those between the structure of the day and the draft's.
	Diferencias doe.Diferencias `json:"diferencias" doc:"Lo que cambia de la estructura de ese día a la del proyecto"`
	// Traspasos are the open cases that would change hands.
	Traspasos []Traspaso `json:"traspasos" doc:"Expedientes abiertos que cambiarían de unidad"`
}

// Traspaso is how many open records of a collection pass from a unit that ends.
type Traspaso struct {
	Destino
	Coleccion string `json:"coleccion" doc:"Colección" example:"programas"`
	Abiertos  int    `json:"abiertos" doc:"Cuántos expedientes abiertos" example:"12"`
}

// Exige says whether the draft leaves something that must be justified:
// functions without unit, acts without express holder, units without their
// residual function.
func (s Simulacion) Exige() bool {
	d := s.Diferencias
	return len(d.SinUnidad)+len(d.SinTitular)+len(d.SinResidual) > 0
}

// provisional stands for the document that does not exist yet.
func provisional(hoy fecha.Fecha) doe.Instrumento {
	return doe.Instrumento{Tipo: doe.Acuerdo, Clave: "por emitir", Aprobado: doe.DiaCierto(hoy)}
}

// Simular says what a draft would do to the structure in force and to the open
// records that units keep. The error is that of [doe.Catalogo.Con], or that of
// abiertos.
func Simular(r Reorganizacion, cat *doe.Catalogo, hoy fecha.Fecha, abiertos func(doe.ClaveUnidad) ([]tramite.Abiertos, error)) (Simulacion, error) {
	nuevo, err := cat.Con(r.Actos(provisional(hoy), r.Prevista)...)
	if err != nil {
		return Simulacion{}, err
	}
	s := Simulacion{Revision: r.Revision, Dia: hoy, Diferencias: cat.Comparar(nuevo), Traspasos: []Traspaso{}}
	if abiertos == nil {
		return s, nil
	}
	for _, d := range r.reparto(nuevo) {
		xs, err := abiertos(d.De)
		if err != nil {
			return Simulacion{}, err
		}
		for _, x := range xs {
			s.Traspasos = append(s.Traspasos, Traspaso{d, x.Coleccion, x.Cuantos})
		}
	}
	return s, nil
}
