package capacitacion_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/capacitacion"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
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
type archivo struct {
	t       testing.TB
	mesa    *tramite.Mesa
	docs    map[string][]byte
	eventos map[string][]tramite.Evento
	hoy     string
	n       int
}

func nuevo(t testing.TB) *archivo {
	m, err := tramite.NuevaMesa(todos...)
	require.NoError(t, err)
	return &archivo{t: t, mesa: m, docs: map[string][]byte{}, eventos: map[string][]tramite.Evento{}, hoy: "2026-03-02"}
}

func (x *archivo) cargar(col, folio string) (tramite.Registro, error) {
	d, _ := x.mesa.Tramite(col)
	doc, ok := x.docs[col+"/"+folio]
	if !ok {
		return nil, &falla.Error{Clase: falla.NoEncontrada, Codigo: "no-encontrado"}
	}
	return d.Decodificar(doc)
}

func (x *archivo) buscar(col, clave string) (string, error) {
	d, _ := x.mesa.Tramite(col)
	for _, doc := range x.docs {
		r, err := d.Decodificar(doc)
		if err != nil {
			return "", err
		}
		c := r.Cabeza()
		if _, suya := x.docs[col+"/"+c.Folio]; suya && d.Ficha(r).Unica == clave && !d.Definicion().Categoria(c.Estado).Fin() {
			return c.Folio, nil
		}
	}
	return "", nil
}

func (x *archivo) contexto(a doe.Actor) tramite.Contexto {
	return tramite.Contexto{
		Ahora: dia(x.hoy).Inicio().Sumar(10 * time.Hour), Actor: a, Catalogo: doe.Vigente(), Calendarios: plazo.Oficiales(), Cargar: x.cargar, Buscar: x.buscar,
		Azar: func() string { return "azar" },
		Foliar: func(t *tramite.Resumen, o doe.OOAD) string {
			x.n++
			return fmt.Sprintf("%s-2026-%s-%07d-X", t.Serie, o, x.n)
		},
	}
}

// intentar does an act, the first of a new record when the folio is empty, and
// holds what changed against what its events replay to.
func (x *archivo) intentar(a doe.Actor, col, folio, acto string, e any) (string, error) {
	cs, err := x.mesa.Realizar(x.contexto(a), tramite.Peticion{Coleccion: col, Folio: folio, Acto: acto, Entrada: e})
	if err != nil {
		return "", err
	}
	for _, c := range cs {
		k := c.Tramite.Definicion().Coleccion + "/" + c.Registro.Cabeza().Folio
		x.eventos[k] = append(x.eventos[k], c.Eventos...)
		x.docs[k], err = c.Tramite.Codificar(c.Registro)
		require.NoError(x.t, err)
		r, err := c.Tramite.Reproducir(c.Registro.Cabeza().Folio, x.eventos[k])
		require.NoError(x.t, err)
		b, err := c.Tramite.Codificar(r)
		require.NoError(x.t, err)
		require.Equal(x.t, string(x.docs[k]), string(b), "replay")
	}
	return cs[0].Registro.Cabeza().Folio, nil
}

func (x *archivo) hacer(a doe.Actor, col, folio, acto string, e any) string {
	x.t.Helper()
	f, err := x.intentar(a, col, folio, acto, e)
	require.NoError(x.t, err, acto)
	return f
}

// rompe demands that an act be refused for exactly these rules, as "NN path".
func (x *archivo) rompe(a doe.Actor, col, folio, acto string, e any, fallas ...string) {
	x.t.Helper()
	_, err := x.intentar(a, col, folio, acto, e)
	var mal *falla.Error
	require.ErrorAs(x.t, err, &mal, acto)
	var hay []string
	for _, f := range mal.Fallas {
		hay = append(hay, strings.TrimPrefix(f.Codigo, "DOE-CAPACITACION-")+" "+f.Ubicacion)
	}
	slices.Sort(hay)
	slices.Sort(fallas)
	require.Equal(x.t, fallas, hay, "%s: %v", acto, err)
}

// amanece takes the clock to a day and does what it owes.
func (x *archivo) amanece(d string) {
	x.t.Helper()
	x.hoy = d
	for k := range x.docs {
		for col := range map[string]bool{capacitacion.ColeccionAcreditaciones: true} {
			folio, suya := k[min(len(col)+1, len(k)):], len(k) > len(col) && k[:len(col)] == col
			for vuelta := 0; suya; vuelta++ {
				require.Less(x.t, vuelta, 50, "the clock never ends")
				r, err := x.cargar(col, folio)
				require.NoError(x.t, err)
				d, _ := x.mesa.Tramite(col)
				c := x.contexto(doe.Reloj())
				debe := d.Alarmas(r, &c)
				if len(debe) == 0 {
					break
				}
				x.hacer(doe.Reloj(), col, folio, debe[0].Acto, debe[0].Entrada)
			}
		}
	}
}

func leer[R any](x *archivo, col, folio string) R {
	x.t.Helper()
	r, err := x.cargar(col, folio)
	require.NoError(x.t, err)
	return *any(r).(*R)
}

// instrumento and curso leave one in force from today; the course asks for the
// test, 80 of pass mark and two attempts.
func (x *archivo) instrumento() string {
	folio := x.hacer(personal, instrumentos, "", "", capacitacion.PrimerInstrumento)
	x.hacer(unidad, instrumentos, folio, "autorizar", version.Vigor{Desde: dia(x.hoy)})
	return folio
}

func conPrueba() version.Alta[capacitacion.Contenido] {
	e := capacitacion.PrimerCurso
	e.Contenido.Instrumento, e.Contenido.Minima, e.Contenido.Intentos = "LSS-BASICO", 80_00, 2
	return e
}

func (x *archivo) curso() string {
	x.instrumento()
	folio := x.hacer(personal, cursos, "", "", conPrueba())
	x.hacer(unidad, cursos, folio, "autorizar", version.Vigor{Desde: dia(x.hoy)})
	return folio
}

// programa leaves a programme authorised.
func (x *archivo) programa(necesidades ...string) string {
	e := capacitacion.ElaborarPrograma.Ejemplo
	e.Lineas = slices.Clone(e.Lineas)
	e.Lineas[0].Necesidades = necesidades
	folio := x.hacer(personal, programas, "", "", e)
	x.hacer(personal, programas, folio, "presentar", tramite.Vacia{})
	x.hacer(unidad, programas, folio, "autorizar", capacitacion.AutorizarPrograma.Ejemplo)
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
	return x.hacer(personal, ediciones, "", "", e)
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
	x.hacer(personal, ediciones, folio, "inscribir", gente("14", "a", "b", "c"))
	x.hoy = "2026-03-23"
	x.hacer(personal, ediciones, folio, "iniciar", capacitacion.Inicio{})
	x.hacer(personal, ediciones, folio, "pasar-lista", capacitacion.Lista{Sesion: 1, Presentes: []string{"a", "b", "c"}})
	x.hoy = "2026-03-24"
	x.hacer(personal, ediciones, folio, "pasar-lista", capacitacion.Lista{Sesion: 2, Presentes: []string{"a", "b", "c"}})
	x.hacer(personal, ediciones, folio, "evaluar", examen("a", 1, 1)) // 25
	x.hacer(personal, ediciones, folio, "evaluar", examen("a", 1, 2)) // 100
	x.hacer(personal, ediciones, folio, "evaluar", examen("b", 1, 2))
	x.hacer(personal, ediciones, folio, "evaluar", examen("c", 2, 2)) // 75
	return folio
}

func examen(persona string, r1, r2 int) capacitacion.Examen {
	return capacitacion.Examen{Persona: persona, Momento: capacitacion.Final, Respuestas: []capacitacion.Contestada{{Reactivo: "R01", Opcion: r1}, {Reactivo: "R02", Opcion: r2}}}
}

func (x *archivo) acreditacion(persona string) *capacitacion.Acreditacion {
	folio, _ := x.buscar(acreditaciones, persona+"|ORI-LSS")
	if folio == "" {
		return nil
	}
	a := leer[capacitacion.Acreditacion](x, acreditaciones, folio)
	return &a
}
