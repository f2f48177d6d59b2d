package envio_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/envio"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// nota is a record of some trámite that is sent.
type nota struct {
	tramite.Cabecera
	Texto string `json:"texto"`
}

type alta struct {
	Texto string `json:"texto" validate:"required,max=50" doc:"Texto"`
}

// notas informs by an act of its own, on its own facultad; notes that are
// secret are read by nobody in a unit.
var notas = tramite.MustDefinir(tramite.Definicion[nota]{
	Nombre: "nota", Coleccion: "notas", Serie: "NOT", Rama: doe.Raiz, Titulo: "Nota",
	Estados: []tramite.DefEstado{{Nombre: "abierta", Categoria: tramite.Abierta}, {Nombre: "fin", Categoria: tramite.Cerrada}},
	Alta: tramite.Acto[nota, alta]{
		Nombre: "alta", Titulo: "Alta", Descripcion: "Alta.", A: tramite.Hacia("abierta"), Alcance: doe.Nacional, Ejemplo: alta{"x"},
		Facultades: doe.Alguna("doe.informes:elaborar"), Aplicar: func(r *nota, e alta, _ tramite.Suceso) { r.Texto = e.Texto },
	},
	Actos: tramite.Actos[nota](
		envio.Remitir[nota]("notas", "informar", "Informar", "Informa.", tramite.Base{De: tramite.Desde("abierta"), Facultades: doe.Alguna("doe.programa:informar"), Alcance: doe.Propia}),
		envio.Remitir[nota]("notas", "avisar", "Avisar", "El reloj avisa.", tramite.Base{De: tramite.Desde("abierta"), Contrapartes: []tramite.Contraparte{{Rol: doe.Sistema}}}),
		tramite.Adjuntar[nota](tramite.Base{De: tramite.Desde("abierta"), Facultades: doe.Alguna("doe.programa:informar"), Alcance: doe.Propia}),
		tramite.Acto[nota, tramite.Vacia]{Nombre: "cerrar", Titulo: "Cerrar", Descripcion: "Cierra.", De: tramite.Desde("abierta"), A: tramite.Hacia("fin"),
			Facultades: doe.Alguna("doe.informes:elaborar"), Alcance: doe.Nacional, Aplicar: func(*nota, tramite.Vacia, tramite.Suceso) {}},
	),
	Reserva: func(r nota) tramite.Reserva { return tramite.Reserva{Restringida: r.Texto == "secreta"} },
})

var (
	remitente = titular("doe-7.1.1.6")
	jalisco   = doe.Actor{Sub: "ev-14", Nombre: "Jalisco", Organo: "ooad-14", Rol: doe.Evaluado}
	nuevoLeon = doe.Actor{Sub: "ev-20", Nombre: "Nuevo León", Organo: "ooad-20", Rol: doe.Evaluado}
)

func titular(u doe.ClaveUnidad) doe.Actor {
	return doe.Actor{Sub: "t:" + string(u), Nombre: "Titular de " + string(u), Unidad: u, Puesto: doe.Titular}
}

func caood(o doe.OOAD) doe.Actor {
	a := titular(doe.CAOOD)
	a.Sub, a.OOAD = a.Sub+string(o), o
	return a
}

// banco is a store in memory with a clock.
type banco struct {
	testing.TB
	mesa    *tramite.Mesa
	docs    map[string]tramite.Registro
	eventos map[string][]tramite.Evento
	enlaces []tramite.Enlace
	ahora   fecha.Instante
	n       int
}

func nuevo(t testing.TB) *banco {
	m, err := tramite.NuevaMesa(envio.Envios, notas)
	require.NoError(t, err)
	b := &banco{TB: t, mesa: m, docs: map[string]tramite.Registro{}, eventos: map[string][]tramite.Evento{}}
	b.el("2026-03-02")
	return b
}

func (b *banco) el(dia string) { b.ahora = fecha.MustParse(dia).Inicio().Sumar(10 * time.Hour) }

func (b *banco) contexto(a doe.Actor) tramite.Contexto {
	return tramite.Contexto{
		Ahora: b.ahora, Actor: a, Catalogo: doe.Vigente(), Calendarios: plazo.Oficiales(), Azar: func() string { return "azar" },
		Foliar: func(t *tramite.Resumen, o doe.OOAD) string {
			b.n++
			return fmt.Sprintf("%s-2026-%s-%07d-X", t.Serie, o, b.n)
		},
		Cargar: func(coleccion, folio string) (tramite.Registro, error) {
			r := b.docs[coleccion+"/"+folio]
			if r == nil {
				return nil, &falla.Error{Clase: falla.NoEncontrada, Codigo: "no-encontrado"}
			}
			t, _ := b.mesa.Tramite(coleccion)
			doc, err := t.Codificar(r)
			require.NoError(b, err)
			return t.Decodificar(doc)
		},
	}
}

// intentar does an act through JSON, as a server would, and keeps what it did.
func (b *banco) intentar(a doe.Actor, coleccion, folio, acto string, entrada any) ([]*tramite.Cambio, error) {
	crudo, err := json.Marshal(entrada)
	require.NoError(b, err)
	cs, err := b.mesa.Realizar(b.contexto(a), tramite.Peticion{Coleccion: coleccion, Folio: folio, Acto: acto, Entrada: json.RawMessage(crudo)})
	for _, ca := range cs {
		k := ca.Tramite.Definicion().Coleccion + "/" + ca.Registro.Cabeza().Folio
		b.docs[k] = ca.Registro
		b.eventos[k] = append(b.eventos[k], ca.Eventos...)
		b.enlaces = append(b.enlaces, ca.Enlaces...)
		r, err := ca.Tramite.Reproducir(ca.Registro.Cabeza().Folio, b.eventos[k])
		require.NoError(b, err)
		require.Equal(b, ca.Registro, r, "replay")
	}
	return cs, err
}

func (b *banco) hacer(a doe.Actor, coleccion, folio, acto string, entrada any) []*tramite.Cambio {
	b.Helper()
	cs, err := b.intentar(a, coleccion, folio, acto, entrada)
	require.NoError(b, err)
	return cs
}

// nota makes a note of the unit that sends, with a file.
func (b *banco) nota(texto string) string {
	b.Helper()
	f := b.hacer(remitente, "notas", "", "", alta{texto})[0].Registro.Cabeza().Folio
	b.hacer(remitente, "notas", f, "adjuntar", tramite.Adjunto{Nombre: "informe.pdf", SHA256: huella("informe"), Tipo: "application/pdf", Bytes: 10})
	return f
}

func (b *banco) envio(folio string) envio.Envio { return *b.docs["envios/"+folio].(*envio.Envio) }

// enviar sends a note by letter and gives the folio of the dispatch.
func (b *banco) enviar(cambiar func(*envio.Alta), para ...envio.Destino) string {
	b.Helper()
	e := salida(b.nota("informe"), para...)
	if cambiar != nil {
		cambiar(&e)
	}
	return b.hacer(remitente, "envios", "", "", e)[0].Registro.Cabeza().Folio
}

func salida(folio string, para ...envio.Destino) envio.Alta {
	return envio.Alta{Expediente: envio.Referencia{Coleccion: "notas", Folio: folio}, Remision: envio.Remision{
		Salida: envio.Salida{Asunto: "Informe trimestral", Medio: envio.PorOficio, Oficio: &envio.Documento{Numero: "09/1", Fecha: fecha.MustParse("2026-03-02")}},
		Para:   para,
	}}
}

// amanece does what the clock owes on a day.
func (b *banco) amanece(dia string) {
	b.Helper()
	b.el(dia)
	for k, r := range b.docs {
		e, ok := r.(*envio.Envio)
		for ok {
			c := b.contexto(doe.Reloj())
			debe := envio.Envios.Alarmas(e, &c)
			if len(debe) == 0 {
				break
			}
			b.hacer(doe.Reloj(), "envios", e.Folio, debe[0].Acto, debe[0].Entrada)
			e = b.docs[k].(*envio.Envio)
		}
	}
}

func huella(s string) string { return fmt.Sprintf("%064x", s)[:64] }

var (
	aJalisco   = envio.A(doe.Destino{Organo: "ooad-14"})
	aNuevoLeon = envio.A(doe.Destino{Organo: "ooad-20"})
	aUnidad    = envio.A(doe.Destino{Unidad: "doe-7.1.1"})
)

// fallas are the faults of a refusal, as "place code".
func fallas(err error) []string {
	var e *falla.Error
	if !errors.As(err, &e) {
		return nil
	}
	out := []string{}
	for _, f := range e.Fallas {
		out = append(out, f.Ubicacion+" "+f.Codigo)
	}
	slices.Sort(out)
	return out
}

func clase(err error) falla.Clase {
	var e *falla.Error
	if errors.As(err, &e) {
		return e.Clase
	}
	return 0
}

func numero(t testing.TB, codigo string) int {
	var n int
	_, err := fmt.Sscanf(codigo, "DOE-ENVIO-%02d", &n)
	require.NoError(t, err)
	return n
}
