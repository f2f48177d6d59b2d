package recurrencia

import (
	"fmt"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
	"github.com/operacion-abierta/operacion/siade/recurrencia/deteccion"
)

// LecturaCuentas is the name of the reading of the counts of a cell: it takes a
// [Consulta] and gives a [Cuentas].
const LecturaCuentas = "siade.recurrencia"

// Consulta asks what the counts of a cell say.
type Consulta struct {
	Celda deteccion.Celda
	// Corte is the last day counted, a Sunday.
	Corte fecha.Fecha
	// Historia is the last day of the history; that of the cut when zero.
	Historia fecha.Fecha
	// Semanas is the window measured; eight weeks when zero.
	Semanas int
	Frente  deteccion.Frente
}

// Cuentas is what they say.
type Cuentas struct {
	// Hallazgo is the finding, when the method tells the cell at that cut.
	Hallazgo *deteccion.Hallazgo
	Probadas int
	// Medida is that of the window; nil when there is no history.
	Medida *deteccion.Medida
}

// The facultades.
var (
	analizan  = doe.Alguna("siade.recurrencia:analizar")
	turnan    = doe.Alguna("siade.recurrencia:turnar")
	acuerdan  = doe.Alguna("siade.recurrencia:acordar")
	elaboran  = doe.Alguna("siade.recurrencia:elaborar")
	ejecutan  = doe.Alguna("siade.recurrencia:ejecutar", "siade.recurrencia:elaborar")
	siguen    = doe.Alguna("siade.recurrencia:seguir")
	miden     = doe.Alguna("siade.recurrencia:seguir", "siade.recurrencia:analizar")
	informan  = doe.Alguna("siade.recurrencia:informar")
	difunden  = doe.Alguna("siade.recurrencia:difundir")
	supervisa = doe.Alguna("siade.recurrencia:supervisar", "siade.recurrencia:seguir")
	coordinan = doe.Alguna("siade.recurrencia:coordinar", "siade.recurrencia:supervisar")

	elReloj = []tramite.Contraparte{{Rol: doe.Sistema}}
	organos = []tramite.Contraparte{
		{Rol: doe.Evaluado, Preve: "doe-7.1.3/9"}, {Rol: doe.Normativo, Preve: "doe-7.1.3/9"}, {Rol: doe.Area, Preve: "doe-7.1/11"},
	}
)

// Alta is the input of [Detectar].
type Alta struct {
	Origen Origen          `json:"origen" validate:"required" doc:"Si el método la señala o una unidad la reporta" example:"reporte"`
	Celda  deteccion.Celda `json:"celda" validate:"required" doc:"Dónde y de qué"`
	Titulo string          `json:"titulo" validate:"required,min=5,max=200" doc:"Cómo se le llama" example:"Recetas que se surten en partes"`
	// Corte is the last day counted; that of the last week ended when zero.
	Corte  fecha.Fecha      `json:"corte,omitzero" doc:"Domingo al que se cuenta; el último si no se dice" example:"2026-03-01"`
	Frente deteccion.Frente `json:"frente,omitempty" doc:"Frente a qué se compara; ambos si no se dice" example:"ambos"`
	// Descripcion and Folios are of what is reported.
	Descripcion string   `json:"descripcion,omitempty" validate:"omitempty,min=10,max=4000" doc:"En qué se ve, si se reporta" example:"En tres semanas acudieron doce personas por lo mismo."`
	Folios      []string `json:"folios,omitempty" validate:"omitempty,max=20,unique,dive,required,max=60" doc:"Peticiones que lo muestran, si se reporta" example:"[\"SIADE-2026-14-0000001-X\"]"`
	// Deteccion are the counts of the day.
	Deteccion *Deteccion `json:"deteccion,omitempty" hecho:"true" doc:"Las cuentas de ese día"`
}

func (e Alta) corte(c *tramite.Contexto) fecha.Fecha {
	if !e.Corte.IsZero() {
		return e.Corte
	}
	return deteccion.Lunes(deteccion.Completa(c.Hoy()) + 1).Sumar(-1)
}

// Detectar opens a problem, with the counts that show it.
var Detectar = tramite.Acto[Problematica, Alta]{
	Nombre: "detectar", Titulo: "Detectar", A: tramite.Hacia(Detectada), Facultades: analizan, Alcance: doe.Nacional, Contrapartes: elReloj,
	Descripcion: "Abre la problemática que el método estadístico señala, con sus cuentas de ese día, o la que una unidad reporta por otra razón. La de un OOAD la guarda su coordinación; la nacional, la División de Información y Sistemas.",
	Ubicar: func(e Alta, _ doe.Actor) (doe.ClaveUnidad, doe.OOAD) {
		if e.Celda.OOAD == "" {
			return Guarda, doe.NivelCentral
		}
		return doe.CAOOD, e.Celda.OOAD
	},
	Validar: func(_ Problematica, e Alta, c *tramite.Contexto, f *falla.Fallas) {
		if !validarCelda(e.Celda, f) || !validarCorte(e, c, f) {
			return
		}
		f.Si((e.Origen == PorReporte) != (e.Descripcion != "") || e.Origen != PorReporte && len(e.Folios) > 0, ReglaReporte, "body.descripcion")
		f.Si(c.FolioDe(Coleccion, Clave(e.Celda)) != "", ReglaAbierta, "body.celda")
		validarFolios(e.Folios, c, f)
		if e.Origen == PorDeteccion {
			x, _ := cuentas(e, c)
			f.Si(x.Hallazgo == nil, ReglaSinHallazgo, "body.celda")
		}
	},
	Fijar: func(_ Problematica, e *Alta, c *tramite.Contexto) { e.Deteccion = e.congelar(c) },
	Aplicar: func(r *Problematica, e Alta, _ tramite.Suceso) {
		r.Origen, r.Nivel, r.Celda, r.Titulo, r.Descripcion, r.Folios, r.Deteccion = e.Origen, e.Celda.Nivel(), e.Celda, e.Titulo, e.Descripcion, e.Folios, e.Deteccion
	},
	Ejemplo: Alta{
		Origen: PorReporte, Celda: deteccion.Celda{OOAD: "14", Unidad: "JCIMS000301", Servicio: "farmacia", Tema: "medicamentos"},
		Titulo: "Recetas que se surten en partes", Descripcion: "En tres semanas acudieron doce personas por lo mismo.",
	},
}

func validarCelda(x deteccion.Celda, f *falla.Fallas) bool {
	o, err := doe.ParseOOAD(string(x.OOAD))
	mal := x.Servicio == "" && x.Tema == "" || x.Unidad != "" && x.OOAD == "" || x.OOAD != "" && (err != nil || o != x.OOAD || o == doe.NivelCentral)
	return !f.Si(mal, ReglaCelda, "body.celda")
}

func validarCorte(e Alta, c *tramite.Contexto, f *falla.Fallas) bool {
	k := e.corte(c)
	mal := k.Siguiente() != deteccion.Lunes(deteccion.SemanaDe(k.Siguiente())) || !k.Before(c.Hoy()) || k.Dias(c.Hoy()) > 366
	return !f.Si(mal, ReglaCorte, "body.corte")
}

func validarFolios(fs []string, c *tramite.Contexto, f *falla.Fallas) {
	for i, k := range fs {
		f.Si(tramite.HallarLegible[siade.Peticion](c, siade.Coleccion, k) == nil, ReglaFolios, fmt.Sprintf("body.folios[%d]", i))
	}
}

func cuentas(e Alta, c *tramite.Contexto) (Cuentas, bool) {
	return tramite.Consultar[Cuentas](c, LecturaCuentas, Consulta{Celda: e.Celda, Corte: e.corte(c), Frente: e.Frente})
}

// congelar are the counts of the day; nil where nobody counts.
func (e Alta) congelar(c *tramite.Contexto) *Deteccion {
	x, hay := cuentas(e, c)
	if !hay {
		return nil
	}
	k := e.corte(c)
	d := &Deteccion{
		Metodo: deteccion.Metodo, Version: deteccion.Version, Frente: e.Frente, Corte: k, Historia: k.Sumar(-7 * deteccion.Guarda), Probadas: x.Probadas, Medida: x.Medida,
	}
	if d.Frente == "" {
		d.Frente = deteccion.Ambos
	}
	desde := k.Sumar(1 - 7*deteccion.Guarda)
	if h := x.Hallazgo; h != nil {
		d.Senalada, d.Q, d.Explicacion, d.Medida = true, h.Q, h.Explicacion, &h.Medida
	}
	if d.Medida != nil {
		desde = d.Medida.Desde
	}
	d.Peticiones = ConsultaDe(e.Celda, desde, k)
	return d
}

// Analizar says what the petitions have in common.
var Analizar = tramite.Acto[Problematica, Analisis]{
	Nombre: "analizar", Titulo: "Analizar", Facultades: analizan, Alcance: doe.Nacional,
	Descripcion: "Dice qué tienen en común las peticiones, de qué viene y qué se propone; puede rehacerse.",
	De:          tramite.Desde(Detectada, Analizada), A: tramite.Hacia(Analizada),
	Validar: func(_ Problematica, e Analisis, c *tramite.Contexto, f *falla.Fallas) { validarFolios(e.Folios, c, f) },
	Aplicar: func(r *Problematica, e Analisis, s tramite.Suceso) {
		e.Autoria = s.Autoria()
		r.Analisis = append(r.Analisis, e)
	},
	Ejemplo: Analisis{
		Causa: CausaInsumos, Hallazgo: "La farmacia surte una parte de la receta y pide volver por el resto.",
		Propuesta: "Reponer el inventario de la unidad y avisar a la persona cuándo estará su medicamento.",
	},
}
