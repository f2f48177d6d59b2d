package capacitacion_test

import (
	"slices"
	"testing"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/capacitacion"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
	"github.com/operacion-abierta/operacion/doe/version"
)

var todos = []tramite.Cualquiera{
	capacitacion.Necesidades, capacitacion.Programas, capacitacion.Cursos, capacitacion.Instrumentos, capacitacion.Ediciones, capacitacion.Acreditaciones,
}

func titular(u doe.ClaveUnidad) doe.Actor {
	return doe.Actor{Sub: "titular-" + string(u), Nombre: "Titular de " + string(u), Unidad: u, Puesto: doe.Titular}
}

var (
	division = titular("doe-7.1.3.1.3")
	personal = doe.Actor{Sub: "cap-04", Nombre: "Capacitación", Unidad: "doe-7.1.3.1.3", Puesto: doe.Personal}
	coordina = titular("doe-7.1.3.1")
	unidad   = titular("doe-7.1.3")
	jalisco  = doe.Actor{Sub: "caood-14", Nombre: "Coordinación Jalisco", Unidad: doe.CAOOD, OOAD: "14", Puesto: doe.Titular}
	ooad     = doe.Actor{Sub: "ooad-14", Nombre: "Titular del OOAD", Organo: "ooad-14", Rol: doe.Evaluado}
)

func dia(s string) fecha.Fecha { return fecha.MustParse(s) }

// archivo is a small store with its clock.
type archivo struct{ *prueba.Archivo }

func nuevo(t testing.TB) *archivo { return &archivo{prueba.Nuevo(t, "2026-03-02", todos...)} }

// rompe demands that an act be refused for exactly these rules, as "NN path"
// for those of the package.
func (x *archivo) rompe(a doe.Actor, col, folio, acto string, e any, fallas ...string) {
	x.Helper()
	for i, f := range fallas {
		if f[0] >= '0' && f[0] <= '9' {
			fallas[i] = "DOE-CAPACITACION-" + f
		}
	}
	x.Rompe(a, col, folio, acto, e, fallas...)
}

// instrumento and curso leave one in force from today; the course asks for the
// test, 80 of pass mark and two attempts.
func (x *archivo) instrumento() string {
	folio := x.Hacer(personal, instrumentos, "", "", capacitacion.PrimerInstrumento)
	x.Hacer(unidad, instrumentos, folio, "autorizar", version.Vigor{Desde: x.Ahora.Dia()})
	return folio
}

func conPrueba() version.Alta[capacitacion.Contenido] {
	e := capacitacion.PrimerCurso
	e.Contenido.Instrumento, e.Contenido.Minima, e.Contenido.Intentos = "LSS-BASICO", 80_00, 2
	return e
}

func (x *archivo) curso() string {
	x.instrumento()
	folio := x.Hacer(personal, cursos, "", "", conPrueba())
	x.Hacer(unidad, cursos, folio, "autorizar", version.Vigor{Desde: x.Ahora.Dia()})
	return folio
}

// programa leaves a programme authorised.
func (x *archivo) programa(necesidades ...string) string {
	e := capacitacion.ElaborarPrograma.Ejemplo
	e.Lineas = slices.Clone(e.Lineas)
	e.Lineas[0].Necesidades = necesidades
	folio := x.Hacer(personal, programas, "", "", e)
	x.Hacer(personal, programas, folio, "presentar", tramite.Vacia{})
	x.Hacer(unidad, programas, folio, "autorizar", capacitacion.AutorizarPrograma.Ejemplo)
	return folio
}

// edicion opens an edition of the programme.
func (x *archivo) edicion(programa string, cambios ...func(*capacitacion.AltaEdicion)) string {
	e := capacitacion.Programar.Ejemplo
	if programa != "" {
		e.Programa, e.Linea = programa, "L1"
	}
	for _, c := range cambios {
		c(&e)
	}
	return x.Hacer(personal, ediciones, "", "", e)
}

func gente(os doe.OOAD, ps ...string) capacitacion.Inscripcion {
	var out capacitacion.Inscripcion
	for _, p := range ps {
		out.Participantes = append(out.Participantes, capacitacion.Participante{Persona: p, OOAD: os})
	}
	return out
}

// dada is an edition taught to three people of OOAD 14: a and b pass, and c
// does not. It leaves the clock on its last day.
func (x *archivo) dada(programa string) string {
	folio := x.edicion(programa)
	x.Hacer(personal, ediciones, folio, "inscribir", gente("14", "a", "b", "c"))
	x.El("2026-03-23")
	x.Hacer(personal, ediciones, folio, "iniciar", capacitacion.Inicio{})
	x.Hacer(personal, ediciones, folio, "pasar-lista", capacitacion.Lista{Sesion: 1, Presentes: []string{"a", "b", "c"}})
	x.El("2026-03-24")
	x.Hacer(personal, ediciones, folio, "pasar-lista", capacitacion.Lista{Sesion: 2, Presentes: []string{"a", "b", "c"}})
	x.Hacer(personal, ediciones, folio, "evaluar", examen("a", 1, 1)) // 25
	x.Hacer(personal, ediciones, folio, "evaluar", examen("a", 1, 2)) // 100
	x.Hacer(personal, ediciones, folio, "evaluar", examen("b", 1, 2))
	x.Hacer(personal, ediciones, folio, "evaluar", examen("c", 2, 2)) // 75
	return folio
}

func examen(persona string, r1, r2 int) capacitacion.Examen {
	return capacitacion.Examen{Persona: persona, Momento: capacitacion.Final, Respuestas: []capacitacion.Contestada{{Reactivo: "R01", Opcion: r1}, {Reactivo: "R02", Opcion: r2}}}
}

func (x *archivo) acreditacion(persona string) *capacitacion.Acreditacion {
	folio, _ := x.Buscar(acreditaciones, persona+"|ORI-LSS")
	if folio == "" {
		return nil
	}
	a := prueba.Leer[capacitacion.Acreditacion](x.Archivo, acreditaciones, folio)
	return &a
}
