package queja

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
)

// Contactar leaves on record a contact with who complains or their family.
var Contactar = tramite.Acto[Queja, Contacto]{
	Nombre: "contactar", Titulo: "Contactar a la persona",
	Descripcion: "Deja constancia de un contacto con quien se queja o su familia, para orientarla y apoyarla mientras se resuelve.",
	De:          vivas, Facultades: acompana, Alcance: doe.Nacional,
	Validar: func(r Queja, _ Contacto, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(len(r.Contactos) >= maxElementos, ReglaDemasiadas, "body")
	},
	Aplicar: func(r *Queja, e Contacto, s tramite.Suceso) {
		e.Autoria = s.Autoria()
		r.Contactos = append(r.Contactos, e)
	},
	Ejemplo: Contacto{Medio: siade.PorTelefono, Logrado: true, Nota: "Se explicó en qué etapa va."},
}

// Anotar adds a note of follow-up.
var Anotar = tramite.Acto[Queja, Nota]{
	Nombre: "anotar", Titulo: "Anotar",
	Descripcion: "Agrega una nota de seguimiento, que no ven la instancia ni las áreas.",
	De:          vivas, Facultades: append(slices.Clone(captura), "siade.quejas:supervisar"), Alcance: doe.Nacional,
	Validar: func(r Queja, _ Nota, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(len(r.Notas) >= maxElementos, ReglaDemasiadas, "body")
	},
	Aplicar: func(r *Queja, e Nota, s tramite.Suceso) {
		e.Autoria = s.Autoria()
		r.Notas = append(r.Notas, e)
	},
	Ejemplo: Nota{Texto: "La instancia dice que dictaminará esta semana."},
}

// Revisar is the review of the central units.
var Revisar = tramite.Acto[Queja, Observada]{
	Nombre: "revisar", Titulo: "Revisar",
	Descripcion: "El nivel central revisa el expediente y observa lo que debe corregirse, con su término.",
	De:          vivas, Facultades: revisa, Alcance: doe.Nacional,
	Validar: func(r Queja, _ Observada, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(len(r.Observaciones) >= maxElementos, ReglaDemasiadas, "body")
	},
	Fijar: func(r Queja, e *Observada, _ *tramite.Contexto) {
		*e = Observada{Clave: len(r.Observaciones) + 1, Detalle: e.Detalle, Dias: e.Dias}
	},
	Aplicar: func(r *Queja, e Observada, s tramite.Suceso) {
		e.Autoria = s.Autoria()
		r.Observaciones = append(r.Observaciones, e)
	},
	Ejemplo: Observada{Detalle: "Falta integrar el informe del área.", Dias: 5},
}

// observadas are the observations not yet corrected.
func (q Queja) observadas() []Observada {
	var out []Observada
	for _, o := range q.Observaciones {
		if o.Subsanada.IsZero() {
			out = append(out, o)
		}
	}
	return out
}

// Subsanacion is the input of [Subsanar].
type Subsanacion struct {
	Clave      int    `json:"clave" validate:"min=1,max=1000" doc:"Número de la observación" example:"1"`
	Correccion string `json:"correccion" validate:"required,min=5,max=2000" doc:"Cómo se corrigió" example:"Se integró el informe del área."`
}

// Subsanar corrects what a review observed.
var Subsanar = tramite.Acto[Queja, Subsanacion]{
	Nombre: "subsanar", Titulo: "Subsanar",
	Descripcion: "Quien integra el expediente dice cómo corrigió lo observado.",
	De:          vivas, Facultades: captura, Alcance: doe.Nacional,
	Validar: func(r Queja, e Subsanacion, _ *tramite.Contexto, f *falla.Fallas) {
		hay := slices.ContainsFunc(r.observadas(), func(o Observada) bool { return o.Clave == e.Clave })
		f.Si(!hay, ReglaObservacion, "body.clave")
	},
	Aplicar: func(r *Queja, e Subsanacion, s tramite.Suceso) {
		r.Observaciones = slices.Clone(r.Observaciones)
		for i := range r.Observaciones {
			if o := &r.Observaciones[i]; o.Clave == e.Clave {
				o.Subsanada, o.Correccion = s.Dia, e.Correccion
			}
		}
	},
	Ejemplo: Subsanacion{Clave: 1, Correccion: "Se integró el informe del área."},
}

// Escalar warns of a lapse, a step higher each time it goes on. The clock does
// it, or who coordinates.
var Escalar = tramite.Acto[Queja, Escalamiento]{
	Nombre: "escalar", Titulo: "Escalar",
	Descripcion: "Avisa de un plazo vencido: a la coordinación del OOAD, a Atención Ciudadana, a la Coordinación, a la Unidad y a la Dirección, un peldaño más cada vez que el mismo plazo sigue vencido. El reloj lo hace.",
	De:          vivas, Facultades: encabezan, Alcance: doe.Nacional, Contrapartes: deReloj,
	Validar: func(r Queja, e Escalamiento, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(c.Actor.Rol != doe.Sistema && r.avisos(e.Clave) >= len(escalera(r.OOAD)), ReglaTope, "body")
	},
	Fijar: func(r Queja, e *Escalamiento, c *tramite.Contexto) {
		ruta := escalera(r.OOAD)
		n := min(r.avisos(e.Clave), len(ruta)-1)
		e.Nivel, e.Unidad, e.Debe = n+1, ruta[n], r.debe(e.Plazo, e.Clave, c)
	},
	Aplicar: func(r *Queja, e Escalamiento, s tramite.Suceso) {
		e.Dia = s.Dia
		r.Escalamientos = append(r.Escalamientos, e)
	},
	Ejemplo: Escalamiento{Plazo: PlazoResolucion, Clave: PlazoResolucion},
}

// avisos counts the warnings of one clock.
func (q Queja) avisos(clave string) int {
	n := 0
	for _, e := range q.Escalamientos {
		if e.Clave == clave {
			n++
		}
	}
	return n
}

// debe says who owes what a clock counts.
func (q Queja) debe(nombre, clave string, c *tramite.Contexto) Deudor {
	var e Etapa
	if nombre == PlazoEtapa {
		e = Etapa(clave)
	}
	t, _ := TerminoDe(q.Via, nombre, e, c.Hoy())
	if t.Debe == "" {
		return DeInstituto
	}
	return t.Debe
}

// Vencimiento is the input of [Vencer].
type Vencimiento struct {
	Plazo string `json:"plazo" validate:"required,max=40" doc:"Plazo vencido" example:"identidad"`
	// Identificada is what the petition says on the day of the lapse.
	Identificada bool `json:"identificada,omitempty" hecho:"true" doc:"Si la petición ya tenía identidad ese día"`
}

// ClaveReloj says which clock rang.
func (v Vencimiento) ClaveReloj() string { return v.Plazo }

// Vencer is what follows from a lapse: the wait for the person ends, or the
// path does. The clock does it.
var Vencer = tramite.Acto[Queja, Vencimiento]{
	Nombre: "vencer", Titulo: "Vencer", Interno: true,
	Descripcion: "El reloj da por terminada la espera: sin lo pedido, sigue con lo que hay; sin identidad, termina como información al área; pasado el plazo de la vía, caduca.",
	De:          sinRemitir, A: tramite.Hacia(Abierta, Integrada, Informativa, Caduca), Contrapartes: deReloj,
	Elegir: func(r Queja, _ Vencimiento) tramite.Estado { return r.listo() },
	Fijar: func(r Queja, e *Vencimiento, c *tramite.Contexto) {
		e.Identificada = identificada(tramite.Hallar[siade.Peticion](c, siade.Coleccion, r.Peticion))
	},
	Aplicar: func(r *Queja, e Vencimiento, s tramite.Suceso) {
		espera := r.Espera
		r.dejarDeEsperar(s.Dia, true, "")
		switch {
		case e.Plazo == PlazoPrescripcion:
			r.terminar(Caduca, "Pasó el plazo de la vía «"+r.def().Nombre+"» sin que se integrara el expediente.", s.Dia)
		case espera == nil || !espera.Identidad:
		case e.Identificada:
			r.Identificada = true
		default:
			r.terminar(Informativa, sinVia(*r), s.Dia)
		}
	},
	Ordena: func(r Queja, _ Vencimiento, _ *tramite.Contexto) []tramite.Orden {
		if r.Desenlace == nil {
			return nil
		}
		return []tramite.Orden{r.concluirVia(r.Desenlace.Nota)}
	},
	Ejemplo: Vencimiento{Plazo: PlazoIdentidad},
}

// Adjuntar adds a file to the case.
var Adjuntar = tramite.Adjuntar[Queja](tramite.Base{De: vivas, Facultades: captura, Alcance: doe.Nacional, Contrapartes: deLaInstancia})
