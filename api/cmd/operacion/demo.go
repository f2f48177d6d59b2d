package main

import (
	"context"
	"fmt"
	"sync/atomic"
	"time"

	"github.com/google/uuid"

	"github.com/operacion-abierta/operacion/api/acceso"
	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/api/almacen/llaves"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
)

// papel is a role of the demonstration: who, with which credential.
type papel struct {
	titulo string
	acceso.Credencial
}

// papeles are the six roles whose tokens the demonstration prints.
func papeles() []papel {
	return []papel{
		{"TAOD del OOAD 14 (Jalisco)", acceso.Credencial{Sub: "taod-14-007", Nombre: "Técnica en Atención, Jalisco", Unidad: doe.CAOOD, Puesto: doe.TAOD, OOAD: "14"}},
		{"Titular de Atención y Orientación del OOAD 14", acceso.Credencial{Sub: "titular-caood-14", Nombre: "Titular de A&O, Jalisco", Unidad: doe.CAOOD, Puesto: doe.Titular, OOAD: "14"}},
		{"División de Atención Ciudadana", acceso.Credencial{Sub: "titular-dac", Nombre: "Titular de Atención Ciudadana", Unidad: "doe-7.1.3.1.1", Puesto: doe.Titular}},
		{"División de Información y Sistemas", acceso.Credencial{Sub: "titular-dis", Nombre: "Titular de Información y Sistemas", Unidad: "doe-7.1.3.1.4", Puesto: doe.Titular}},
		{"Unidad de Evaluación de Órganos Desconcentrados", acceso.Credencial{Sub: "titular-ueod", Nombre: "Titular de la Unidad de Evaluación", Unidad: "doe-7.1.1", Puesto: doe.Titular}},
		{"OOAD 14, órgano evaluado", acceso.Credencial{Sub: "ooad-14-enlace", Nombre: "Enlace del OOAD Jalisco", Organo: "ooad-14", Rol: doe.Evaluado}},
	}
}

// demostrar fills an empty store and prints how to use it.
func demostrar(ctx context.Context, a *almacen.Almacen, r *reloj, l *llaves.Llavero, direccion string, t terminal) error {
	vacio, err := estaVacio(ctx, a)
	if err != nil {
		return err
	}
	if vacio {
		g := &guion{ctx: ctx, a: a, reloj: r}
		if g.todo(); g.err != nil {
			return fmt.Errorf("al llenar el almacén: %w", g.err)
		}
		fmt.Fprintf(t.Out, "Almacén lleno con %d casos inventados.\n", g.casos)
	} else {
		fmt.Fprintln(t.Out, "El almacén ya tiene casos; queda como está.")
	}
	base := "http://" + direccion
	fmt.Fprintf(t.Out, "\nDocumentación: %s/docs\n\nCredenciales (valen 12 h):\n", base)
	tokens := make([]string, 0, 6)
	for _, p := range papeles() {
		firmado, err := acceso.Emitir(l, p.Credencial, uuid.NewString(), time.Now(), 12*time.Hour)
		if err != nil {
			return err
		}
		tokens = append(tokens, firmado)
		fmt.Fprintf(t.Out, "\n# %s\n%s\n", p.titulo, firmado)
	}
	fmt.Fprintf(t.Out, "\nPara probar:\n\n%s\n\n%s\n\n%s\n\n", curlContacto(base, tokens[0]), curlLista(base, tokens[2]), curlPublico(base))
	return nil
}

func curlContacto(base, token string) string {
	return fmt.Sprintf(`# una orientación resuelta al contacto, en una llamada
curl -sS %s/v1/peticiones -H 'Authorization: Bearer %s' -H 'Content-Type: application/json' -d '{"canal":"modulo","peticionario":{"tipo":"derechohabiente","anonimo":true},"relato":"¿Qué necesito para registrar a mi hija recién nacida?","clasificacion":{"tipo":"orientacion"},"atencion_inmediata":{"respuesta":"Se explicaron los requisitos y el lugar del trámite."}}'`, base, token)
}

func curlLista(base, token string) string {
	return fmt.Sprintf(`# las peticiones abiertas más recientes, y quién puede qué en cada una
curl -sS '%s/v1/peticiones?estado=registrada&limite=5' -H 'Authorization: Bearer %s'`, base, token)
}

func curlPublico(base string) string {
	return fmt.Sprintf(`# una queja de la ciudadanía, sin credencial: devuelve folio y clave de seguimiento
curl -sS %s/v1/publico/peticiones -H 'Content-Type: application/json' -d '{"canal":"web","ooad":"14","peticionario":{"tipo":"derechohabiente","anonimo":true},"relato":"Llevo tres semanas sin que me surtan mi medicamento en la UMF 3."}'`, base)
}

// estaVacio says whether the store has no petition.
func estaVacio(ctx context.Context, a *almacen.Almacen) (bool, error) {
	c := a.Contexto(ctx, doe.Reloj())
	p, err := a.Listar(ctx, "peticiones", almacen.Filtro{Vista: siade.Peticiones.Vista(&c), Limite: 1})
	return len(p.Elementos) == 0, err
}

// guion plays made-up cases through the same acts that people do. After the
// first refusal it does nothing more.
type guion struct {
	ctx   context.Context
	a     *almacen.Almacen
	reloj *reloj
	casos int
	// programa is one of the annual programmes, which others refer to.
	programa string
	err      error
}

// reloj is the clock of the store, which the demonstration puts back to play
// what happened before.
type reloj struct {
	presente func() fecha.Instante
	atraso   atomic.Int64
}

func nuevoReloj() *reloj {
	return &reloj{presente: func() fecha.Instante { return fecha.De(time.Now()) }}
}

// Ahora tells the time.
func (r *reloj) Ahora() fecha.Instante {
	return r.presente().Sumar(-time.Duration(r.atraso.Load()))
}

// hoy is the day on which the demonstration starts.
func (g *guion) hoy() fecha.Fecha { return g.reloj.presente().Dia() }

// el takes the script to noon of a day gone by, or to the present.
func (g *guion) el(d fecha.Fecha) {
	ahora := g.reloj.presente()
	atras := time.Duration(0)
	if d.Before(ahora.Dia()) {
		atras = time.Duration(ahora-d.Inicio())*time.Microsecond - 12*time.Hour
	}
	g.reloj.atraso.Store(int64(atras))
}

// despertar does what the clock owes on the day of the script.
func (g *guion) despertar() {
	if g.err == nil {
		_, g.err = g.a.Despertar(g.ctx)
	}
}

// actor of a role of the demonstration, or of the head of a unit.
func titular(u doe.ClaveUnidad, o doe.OOAD) doe.Actor {
	return doe.Actor{Sub: "titular-" + string(u) + string(o), Nombre: "Titular de " + string(u), Unidad: u, Puesto: doe.Titular, OOAD: o}
}

func taod(o doe.OOAD) doe.Actor {
	return doe.Actor{Sub: "taod-" + string(o) + "-007", Nombre: "Técnica en Atención", Unidad: doe.CAOOD, Puesto: doe.TAOD, OOAD: o}
}

func contraparte(o doe.ClaveOrgano, r doe.Rol) doe.Actor {
	return doe.Actor{Sub: string(o) + "-enlace", Nombre: "Enlace de " + string(o), Organo: o, Rol: r}
}

func ciudadana() doe.Actor {
	return doe.Actor{Sub: "ciudadania", Nombre: "Ciudadanía", Rol: doe.Ciudadano}
}

// crear makes a case and gives its folio.
func (g *guion) crear(de doe.Actor, coleccion string, entrada any) string {
	g.casos++
	return g.hacer(de, tramite.Peticion{Coleccion: coleccion, Entrada: entrada})
}

// acto does an act on a case.
func (g *guion) acto(de doe.Actor, coleccion, folio, acto string, entrada any) {
	g.hacer(de, tramite.Peticion{Coleccion: coleccion, Folio: folio, Acto: acto, Entrada: entrada})
}

func (g *guion) hacer(de doe.Actor, p tramite.Peticion) string {
	if g.err != nil {
		return ""
	}
	r, err := g.a.Realizar(g.ctx, almacen.Orden{Peticion: p, Actor: de})
	if err != nil {
		g.err = fmt.Errorf("%s %s %s de %s: %w", p.Coleccion, p.Folio, p.Acto, de.Unidad, err)
		return ""
	}
	return r.Folio
}
