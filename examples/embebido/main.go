package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
)

// Who acts: an attendant of the OOAD Jalisco, and the head of another branch.
var (
	tecnica = doe.Actor{Sub: "taod-14-007", Nombre: "Técnica en Atención", Unidad: doe.CAOOD, Puesto: doe.TAOD, OOAD: "14"}
	prensa  = doe.Actor{Sub: "titular-ucs", Nombre: "Titular de Comunicación", Unidad: "doe-7.1.2", Puesto: doe.Titular}
)

func main() { contar(os.Stdout) }

func contar(w io.Writer) {
	fmt.Fprintln(w, "¿Quién puede clasificar una petición que guarda un OOAD?")
	preguntar(w, tecnica.Unidad)
	preguntar(w, prensa.Unidad)

	fmt.Fprintln(w, "\nUna petición, acto por acto:")
	p := hacer(w, siade.Peticion{}, tecnica, siade.Registrar, siade.Registro{
		Canal: siade.Modulo, Relato: "No surtieron mi receta en la UMF 3.",
		Peticionario: siade.DatosPeticionario{Tipo: siade.Derechohabiente, Nombre: "Rosa Prado", AvisoPrivacidad: "2025-03"},
	})
	p = hacer(w, p, tecnica, siade.Clasificar, siade.Clasificacion{Tipo: siade.Gestion})
	p = hacer(w, p, prensa, siade.Responder, siade.Respuesta{Respuesta: "Ya está."})
	p = hacer(w, p, tecnica, siade.Responder, siade.Respuesta{Respuesta: "La receta se surtió hoy."})
	p = hacer(w, p, tecnica, siade.Cerrar, siade.Cierre{})
	p = hacer(w, p, tecnica, siade.Notificar, siade.NotaAviso{Medio: siade.EnPersona})
	p = hacer(w, p, tecnica, siade.Cerrar, siade.Cierre{})
	fmt.Fprintf(w, "\n%s quedó %s en la versión %d; puede reabrirse hasta el %s.\n", p.Folio, p.Estado, p.Version, p.ReabreHasta)
}

// preguntar looks up in the catalog whether a unit may classify, and by which
// of its functions.
func preguntar(w io.Writer, clave doe.ClaveUnidad) {
	cat, ambito := doe.Vigente(), doe.Ambito{Alcance: siade.Clasificar.Alcance, Guardian: doe.CAOOD, Rama: siade.Rama}
	u, _ := cat.Unidad(clave)
	f, puede := cat.Decidir(clave, ambito, siade.Clasificar.Facultades)
	if !puede {
		fmt.Fprintf(w, "- %s (%s): no\n", u.Nombre, clave)
	}
	for n := range f.Funciones.All() {
		fn, _ := cat.Funcion(n)
		fmt.Fprintf(w, "- %s (%s): sí, por la función %s: %s\n", u.Nombre, clave, n, fn.Resumen)
	}
}

// hacer does an act and tells the event it left, or why it was refused. A
// refused act leaves the record as it was; an empty record is created.
func hacer[E any](w io.Writer, p siade.Peticion, quien doe.Actor, a tramite.Acto[siade.Peticion, E], e E) siade.Peticion {
	h, err := tramite.Ejecutar(siade.Peticiones, p, a, e, contexto(quien))
	var no *falla.Error
	switch {
	case errors.As(err, &no):
		fmt.Fprintf(w, "✗ %s, de %s: %s\n", a.Nombre, quien.Unidad, no.Es)
		for _, f := range no.Fallas {
			fmt.Fprintf(w, "    %s en %s: %s\n", f.Codigo, f.Ubicacion, f.Es)
		}
		for _, f := range no.Facultadas {
			fmt.Fprintf(w, "    puede %s, por %v (%s)\n", f.Unidad, f.Funciones, f.Fundamento)
		}
		return p
	case err != nil:
		panic(err) // not a refusal but a fault of this program
	}
	for _, ev := range h.Eventos {
		fmt.Fprintf(w, "%d %s: %s, por %v\n", ev.Secuencia, ev.Acto, ev.A, ev.Fundamento.Funciones.Lista())
	}
	return h.Registro
}

// contexto is what an act takes from outside: who, when, the catalog, the
// calendars, the folio of what is created and the references of identities.
func contexto(quien doe.Actor) tramite.Contexto {
	return tramite.Contexto{
		Ahora: fecha.MustParse("2026-03-02").Inicio().Sumar(10 * time.Hour), Actor: quien,
		Catalogo: doe.Vigente(), Calendarios: plazo.Oficiales(),
		Folio: "SIADE-2026-14-0000001-X", Azar: func() string { return "persona-1" },
	}
}
