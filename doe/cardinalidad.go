package doe

import (
	"fmt"
	"slices"

	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/norma"
)

// The rules of an act of restructuring. Their places begin at the act.
var (
	claseDesconocida = falla.Regla{Codigo: "DOE-REESTRUCTURA-01", Es: "La clase de acto no existe.", En: "There is no such kind of act."}
	cardinalidadMal  = falla.Regla{Codigo: "DOE-REESTRUCTURA-02",
		Es: "Un acto de clase %s pide %s.", En: "An act of kind %s takes %s."}
	otraSucesora = falla.Regla{Codigo: "DOE-REESTRUCTURA-03",
		Es: "Cada unidad de antes debe tener después una sola sucesora, ella misma.", En: "Each unit before must have one successor after, itself."}
	nadaCambia = falla.Regla{Codigo: "DOE-REESTRUCTURA-04",
		Es: "El acto no cambia lo que su clase dice: %s.", En: "The act does not change what its kind says: %s."}
	ordenFechas = falla.Regla{Codigo: "DOE-REESTRUCTURA-05",
		Es: "No puede regir antes de aprobarse.", En: "It cannot take effect before it is approved.",
		Fuente: norma.Cita{Norma: "LSS", Lugar: "art. 264", Nota: "aprueba el Consejo Técnico"}}
	unidadRepetida = falla.Regla{Codigo: "DOE-REESTRUCTURA-06", Es: "La unidad está dos veces.", En: "The unit is there twice."}
	sinFecha       = falla.Regla{Codigo: "DOE-REESTRUCTURA-07", Es: "Falta la fecha de aprobación o de vigencia.", En: "It has neither a date of approval nor of effect."}
	sinReceptora   = falla.Regla{Codigo: "DOE-REESTRUCTURA-08", Es: "Nadie se transfiere a sí mismo, y alguien recibe.", En: "Nobody transfers to itself, and someone receives."}
)

// cuantas says how many units a kind of act takes before and after.
type cuantas struct {
	antesMin, antesMax, despuesMin, despuesMax int
	// mismas asks each unit before to go on after.
	mismas bool
	texto  string
}

const muchas = 1 << 30

// cardinalidades says it by kind. A renaming has one successor for each unit, a split
// at least two, a merger at least two predecessors, a creation none.
func cardinalidades() map[ClaseReestructura]cuantas {
	return map[ClaseReestructura]cuantas{
		Creacion:           {0, 0, 1, muchas, false, "0 → 1+"},
		CambioDenominacion: {1, muchas, 1, muchas, true, "1 → 1"},
		CambioAdscripcion:  {1, muchas, 1, muchas, true, "1 → 1"},
		TransferenciaDe:    {0, muchas, 0, muchas, true, "n → n"},
		Fusion:             {2, muchas, 1, 1, false, "2+ → 1"},
		Division:           {1, 1, 2, muchas, false, "1 → 2+"},
		Conversion:         {1, 1, 1, 1, false, "1 → 1"},
		Supresion:          {1, muchas, 0, 0, false, "1+ → 0"},
		Indeterminada:      {0, 0, 0, 0, false, "0 → 0"},
	}
}

// revisar checks what an act says by itself: its cardinality, its dates and
// its repetitions. Every fault is told, below lugar.
func (r *Reestructura) revisar(lugar string) falla.Fallas {
	var fs falla.Fallas
	k, ok := cardinalidades()[r.Clase]
	if fs.Si(!ok, claseDesconocida, lugar+".clase") {
		return fs
	}
	a, d := len(r.Antes), len(r.Despues)
	mal := a < k.antesMin || a > k.antesMax || d < k.despuesMin || d > k.despuesMax
	if r.Innominadas == "" || a+d > 0 || r.Clase == Indeterminada {
		fs.Si(mal, cardinalidadMal, lugar, r.Clase, k.texto)
	}
	if k.mismas {
		fs = append(fs, r.sucesoras(lugar)...)
	}
	if !mal {
		fs.Si(!r.cambiaAlgo(), nadaCambia, lugar, r.Clase)
	}
	fs = append(fs, r.repetidas(lugar)...)
	efecto, _ := r.Efecto()
	fs.Si(efecto.IsZero(), sinFecha, lugar+".vigente")
	fs.Si(!r.Vigente.IsZero() && r.Vigente.Ultimo().Before(r.Instrumento.Aprobado.Primero()), ordenFechas, lugar+".vigente")
	for i, t := range r.Transferencias {
		fs.Si(t.A == "" || t.A == t.De, sinReceptora, fmt.Sprintf("%s.transferencias[%d].a", lugar, i))
	}
	return fs
}

func (r *Reestructura) sucesoras(lugar string) falla.Fallas {
	var fs falla.Fallas
	for i, e := range r.Antes {
		_, ok := en(r.Despues, e.Clave)
		fs.Si(!ok, otraSucesora, fmt.Sprintf("%s.antes[%d].clave", lugar, i))
	}
	for i, e := range r.Despues {
		_, ok := en(r.Antes, e.Clave)
		fs.Si(!ok, otraSucesora, fmt.Sprintf("%s.despues[%d].clave", lugar, i))
	}
	return fs
}

// cambiaAlgo says whether the act does what its kind says.
func (r *Reestructura) cambiaAlgo() bool {
	if r.Innominadas != "" {
		return true
	}
	switch r.Clase {
	case CambioDenominacion:
		return !slices.ContainsFunc(r.Despues, func(d EstadoUnidad) bool {
			a, _ := en(r.Antes, d.Clave)
			return !d.SinNombre && (d.Nombre == "" || d.Nombre == a.Nombre)
		})
	case CambioAdscripcion:
		return !slices.ContainsFunc(r.Despues, func(d EstadoUnidad) bool {
			a, _ := en(r.Antes, d.Clave)
			return d.Superior == "" || d.Superior == a.Superior
		})
	case Indeterminada:
		return false // which units it touches is told in words, or nothing is
	case TransferenciaDe:
		return len(r.Transferencias)+len(r.Despues) > 0
	case Conversion:
		if len(r.Antes)*len(r.Despues) == 0 {
			return true // told by its cardinality
		}
		a, d := r.Antes[0], r.Despues[0]
		return a.Clave != d.Clave || d.Nombre != "" && d.Nombre != a.Nombre || d.Nivel != "" && d.Nivel != a.Nivel || r.Nota != ""
	}
	return true
}

func (r *Reestructura) repetidas(lugar string) falla.Fallas {
	var fs falla.Fallas
	for _, l := range []struct {
		nombre string
		es     []EstadoUnidad
	}{{"antes", r.Antes}, {"despues", r.Despues}, {"presentes", r.Presentes}} {
		for i, e := range l.es {
			fs.Si(slices.ContainsFunc(l.es[:i], func(o EstadoUnidad) bool { return o.Clave == e.Clave }), unidadRepetida, fmt.Sprintf("%s.%s[%d].clave", lugar, l.nombre, i))
		}
	}
	return fs
}
