package doe

import (
	"fmt"
	"slices"

	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
)

// The rules of the acts that a catalog takes, beside those of any act.
var (
	unidadAjena = falla.Regla{Codigo: "DOE-REESTRUCTURA-11", Es: "La unidad no está en la estructura de ese día.", En: "The unit is not in the structure of that day."}
	claveUsada  = falla.Regla{Codigo: "DOE-REESTRUCTURA-12",
		Es: "La clave es de otra unidad, de hoy o de antes; una clave nunca se vuelve a usar.", En: "The key is another unit's, of today or of before; a key is never used again."}
	claveMal        = falla.Regla{Codigo: "DOE-REESTRUCTURA-13", Es: "Una unidad nueva lleva una clave como doe-7.1.7, bajo un manual conocido.", En: "A new unit has a key like doe-7.1.7, of a known manual."}
	nuevaIncompleta = falla.Regla{Codigo: "DOE-REESTRUCTURA-14", Es: "Una unidad nueva necesita nombre, nivel y superior.", En: "A new unit needs a name, a level and a superior."}
	superiorAjeno   = falla.Regla{Codigo: "DOE-REESTRUCTURA-15", Es: "El superior no está en la estructura de ese día.", En: "The superior is not in the structure of that day."}
	huerfana        = falla.Regla{Codigo: "DOE-REESTRUCTURA-16", Es: "La unidad %s queda sin llegar a la Dirección.", En: "Unit %s is left without reaching the directorate."}
	funcionAjena    = falla.Regla{Codigo: "DOE-REESTRUCTURA-17", Es: "La función no es de quien la entrega.", En: "The function is not held by who gives it."}
	intocable       = falla.Regla{Codigo: "DOE-REESTRUCTURA-18",
		Es: "La Dirección y la coordinación regional no se suprimen, fusionan, dividen ni salen: otras reglas las nombran.",
		En: "The directorate and the regional coordination cannot be suppressed, merged, split or moved out: other rules name them."}
	fechaAnterior  = falla.Regla{Codigo: "DOE-REESTRUCTURA-19", Es: "Debe regir desde un día cierto, posterior al %s.", En: "It must take effect on a certain day, after %s."}
	sinInstrumento = falla.Regla{Codigo: "DOE-REESTRUCTURA-20", Es: "Falta el instrumento que lo aprueba: tipo, clave y fecha.", En: "It lacks the document that approves it: kind, key and date."}
	nivelMal       = falla.Regla{Codigo: "DOE-REESTRUCTURA-21", Es: "El nivel no existe.", En: "There is no such level."}
	actoRepetido   = falla.Regla{Codigo: "DOE-REESTRUCTURA-22", Es: "Ya hay un acto con esa clave.", En: "There is already an act of that key."}
	soloHistoria   = falla.Regla{Codigo: "DOE-REESTRUCTURA-23", Es: "Solo los actos que narran los manuales dejan algo sin saberse.", En: "Only the acts that the manuals narrate leave things unknown."}
)

// Con is the catalog after further acts of restructuring, each from its day:
// units, adscription, who holds each function, and all look-ups follow them.
// The catalog itself stays as it is, and the new one still answers for the
// days before (see [Catalogo.EstructuraEn] and [Catalogo.En]).
//
// Keys are identities. A unit keeps its key through renamings and changes of
// superior, and a function keeps its key, spelled after the unit that first
// had it, when it passes to another: [Funcion].Unidad says who holds it. No key
// is used twice. What a merger or a conversion ends passes to the successor,
// functions and subordinates alike; what a split or a suppression ends passes
// as its transfers say, and the functions that none names are left without
// unit ([Catalogo.SinUnidad]).
//
// Every fault is told at once as a [*falla.Error], with places like
// "actos[1].antes[0].clave".
func (c *Catalogo) Con(actos ...Reestructura) (*Catalogo, error) {
	orden := make([]int, len(actos))
	for i := range orden {
		orden[i] = i
	}
	slices.SortStableFunc(orden, func(a, b int) int {
		return actos[a].Vigente.Primero().Compare(actos[b].Vigente.Primero())
	})
	var fs falla.Fallas
	for len(orden) > 0 {
		n := 1
		for n < len(orden) && actos[orden[n]].Vigente == actos[orden[0]].Vigente {
			n++
		}
		o := c.abrir(actos[orden[0]].Vigente)
		for _, i := range orden[:n] {
			o.aplicar(&actos[i], fmt.Sprintf("actos[%d]", i))
		}
		o.cerrar(fmt.Sprintf("actos[%d]", orden[n-1]))
		fs = append(fs, o.fallas...)
		c, orden = o.tabular(), orden[n:]
	}
	if err := fs.Error("reestructura-no-valida", "La reestructura no se sostiene.", "The restructuring does not hold together."); err != nil {
		return nil, err
	}
	return c, nil
}

// SinUnidad lists the functions that acts of restructuring left without a
// unit, in the order of the manuals; their Unidad is empty.
func (c *Catalogo) SinUnidad() []Funcion {
	out := make([]Funcion, len(c.sueltas))
	for i, f := range c.sueltas {
		out[i] = f.copia()
	}
	return out
}

// Sucesora is the unit that answers today for what a unit kept: itself while
// it stands; of one that acts of restructuring ended, who it became, else the
// first to receive its functions, else its superior. False for keys that never
// were a unit's.
func (c *Catalogo) Sucesora(k ClaveUnidad) (ClaveUnidad, bool) {
	for {
		if _, ok := c.iUnidad[k]; ok {
			return k, true
		}
		s, ok := c.sucesoras[k]
		if !ok {
			return "", false
		}
		k = s
	}
}

// Vigencia is the day from which the units are the catalog's: that of the
// edition, or of the last act that changed it.
func (c *Catalogo) Vigencia() fecha.Fecha { return c.desde }

// En is the catalog in force on a day: this one, or the one it came from. Days
// before the edition get the edition's: the functions of older ones are unknown.
func (c *Catalogo) En(d fecha.Fecha) *Catalogo {
	for c.previo != nil && d.Before(c.desde) {
		c = c.previo
	}
	return c
}
