package envio_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/envio"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
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

// banco is a store of notes and dispatches.
type banco struct{ *prueba.Archivo }

func nuevo(t testing.TB) *banco { return &banco{prueba.Nuevo(t, "2026-03-02", envio.Envios, notas)} }

// intentar does an act through JSON, as a server would, and keeps what it did.
func (b *banco) intentar(a doe.Actor, coleccion, folio, acto string, entrada any) ([]*tramite.Cambio, error) {
	crudo, err := json.Marshal(entrada)
	require.NoError(b, err)
	return b.Intentar(a, coleccion, folio, acto, json.RawMessage(crudo))
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

func (b *banco) envio(folio string) envio.Envio {
	return prueba.Leer[envio.Envio](b.Archivo, "envios", folio)
}

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
