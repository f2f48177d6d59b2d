package programa

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plan"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// The deadlines of a programme.
const (
	PlazoPresentacion = "presentacion"
	PlazoSubsanacion  = "subsanacion"
	PlazoDictamen     = "dictamen"
	PlazoInicio       = "inicio"
	PlazoInforme      = "informe"
	PlazoDevuelto     = "informe_devuelto"
	PlazoModificacion = "modificacion"
	PlazoCierre       = "cierre"
)

func habiles(nombre string, n int, para string) plazo.Fijado {
	return plazo.Fijado{Plazo: nombre, Termino: plazo.Termino{Cuenta: n, Clase: plazo.Habiles, Calendario: plazo.LFPA, Fuente: conf(para)}}
}

var terminos = plazo.Tabla{
	habiles(PlazoPresentacion, 15, "días para presentar un programa abierto"),
	habiles(PlazoSubsanacion, 5, "días para atender observaciones a un programa"),
	habiles(PlazoDictamen, 10, "días para validar u observar un programa presentado"),
	habiles(PlazoInforme, 10, "días para informar un trimestre, después de su cierre, si la Dirección no fija otra fecha"),
	habiles(PlazoDevuelto, 5, "días para entregar de nuevo un informe devuelto"),
	habiles(PlazoModificacion, 10, "días para resolver una modificación"),
	habiles(PlazoCierre, 20, "días para cerrar un programa al terminar su ejercicio"),
}

// Terminos lists the terms of a programme.
func Terminos() plazo.Tabla { return slices.Clone(terminos) }

// Aviso is the input of the act by which the clock asks for what is owed.
type Aviso struct {
	Plazo string `json:"plazo" validate:"required,max=40" doc:"Plazo vencido" example:"informe"`
	Clave string `json:"clave" validate:"required,max=40" doc:"Trimestre o paso que se debe" example:"2027-T1"`
	// A is who is told: who owes it first, then its superiors one by one.
	A doe.ClaveUnidad `json:"a,omitempty" hecho:"true" doc:"Unidad a la que se avisa"`
}

// ClaveReloj says which clock rang.
func (a Aviso) ClaveReloj() string { return a.Clave }

var reclamar = tramite.Acto[Programa, Aviso]{
	Nombre: "reclamar", Titulo: "Reclamar", Interno: true, Descripcion: "El reloj reclama lo vencido a quien lo debe y, mientras siga, cada vez a un superior más alto.",
	De: tramite.DesdeCategoria(tramite.Abierta), Contrapartes: sistema,
	Fijar: func(r Programa, e *Aviso, c *tramite.Contexto) {
		n := 0
		for _, x := range r.Reclamos {
			if x.Plazo == e.Plazo && x.Clave == e.Clave {
				n++
			}
		}
		ruta := append([]doe.ClaveUnidad{r.debe(e.Plazo, c)}, c.Catalogo.Superiores(r.debe(e.Plazo, c))...)
		e.A = ruta[min(n, len(ruta)-1)]
	},
	Aplicar: func(r *Programa, e Aviso, s tramite.Suceso) {
		r.Reclamos = append(r.Reclamos, Reclamo{Plazo: e.Plazo, Clave: e.Clave, A: e.A, Dia: s.Dia})
	},
	Ejemplo: Aviso{Plazo: PlazoInforme, Clave: "2027-T1"},
}

// debe is the unit that owes what a deadline asks for: its superior decides,
// who makes the programme does the rest.
func (p Programa) debe(nombre string, c *tramite.Contexto) doe.ClaveUnidad {
	elabora, _ := c.Catalogo.Sucesora(p.Elabora)
	if nombre == PlazoDictamen || nombre == PlazoModificacion || nombre == PlazoCierre {
		if s, ok := c.Catalogo.Superior(elabora); ok {
			return s
		}
	}
	return elabora
}

// escalones are the days after a lapse on which the clock asks again.
func escalones() []int { return []int{0, 5, 15} }

// corre makes a deadline of one clock that bears its name.
func corre(nombre, titulo string, debe func(Programa) bool) tramite.Plazo[Programa] {
	return tramite.Plazo[Programa]{
		Nombre: nombre, Titulo: titulo, Aviso: 2, Vencido: reclamar.Nombre, Alarmas: escalones(),
		Claves: func(r Programa) []string {
			if debe(r) {
				return []string{nombre}
			}
			return nil
		},
		Entrada: entradaAviso,
		Termino: func(_ Programa, _ string, dia fecha.Fecha) (plazo.Termino, bool) { return terminos.De(nombre, dia) },
		Efecto:  "El reloj lo reclama a quien lo debe y después a sus superiores.",
	}
}

func entradaAviso(_ Programa, k tramite.Reloj) any { return Aviso{Plazo: k.Plazo, Clave: k.Clave} }

func en(es ...tramite.Estado) func(Programa) bool {
	return func(r Programa) bool { return slices.Contains(es, r.Estado) }
}

func plazos() []tramite.Plazo[Programa] {
	inicio := tramite.Plazo[Programa]{
		Nombre: PlazoInicio, Titulo: "Inicio del ejercicio", Vencido: iniciar.Nombre, Alarmas: []int{0},
		Claves:  tramite.Mientras(en(Autorizado)),
		Fecha:   func(r Programa, _ string) fecha.Fecha { return r.Inicio().Sumar(-1) },
		Entrada: func(r Programa, _ tramite.Reloj) any { return Inicio{Dia: r.Inicio()} },
		Efecto:  "El programa autorizado pasa a ejecución.",
	}
	informe := corre(PlazoInforme, "Informe trimestral", nil)
	informe.Claves = func(r Programa) []string {
		return r.trimestres(func(t plan.Periodo) bool { _, hay := r.Informe(t); return !hay })
	}
	informe.Desde = func(_ Programa, clave string) fecha.Fecha { return plan.MustParsePeriodo(clave).Hasta() }
	informe.Fecha = func(r Programa, clave string) fecha.Fecha { return r.limite(clave) }
	devuelto := corre(PlazoDevuelto, "Informe devuelto", nil)
	devuelto.Claves = func(r Programa) []string {
		return r.trimestres(func(t plan.Periodo) bool { i, hay := r.Informe(t); return hay && i.Devuelto() })
	}
	cierre := corre(PlazoCierre, "Cierre del ejercicio", en(EnEjecucion))
	cierre.Desde = func(r Programa, _ string) fecha.Fecha { return r.Fin() }
	return []tramite.Plazo[Programa]{
		corre(PlazoPresentacion, "Presentación", en(EnElaboracion)), corre(PlazoSubsanacion, "Atención de observaciones", en(Observado)),
		corre(PlazoDictamen, "Validación", en(Presentado)), inicio, informe, devuelto,
		corre(PlazoModificacion, "Modificación por resolver", func(r Programa) bool { return r.pendiente() != nil }), cierre,
	}
}

// trimestres lists the quarters of a programme under way for which something
// is owed.
func (p Programa) trimestres(debe func(plan.Periodo) bool) []string {
	if p.Estado != EnEjecucion {
		return nil
	}
	var out []string
	for _, t := range p.Trimestres() {
		if debe(t) {
			out = append(out, t.String())
		}
	}
	return out
}

// limite is the due date set for the report of a quarter, if any was.
func (p Programa) limite(clave string) fecha.Fecha {
	for _, l := range p.Limites {
		if l.Trimestre.String() == clave {
			return l.Dia
		}
	}
	return fecha.Fecha{}
}
