package aportacion_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/aportacion"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
)

// ficha is a record that some unit handles.
type ficha struct{ tramite.Cabecera }

var fichas = tramite.MustDefinir(tramite.Definicion[ficha]{
	Nombre: "ficha", Coleccion: "fichas", Serie: "FIC", Rama: doe.Raiz, Titulo: "Ficha",
	Estados: []tramite.DefEstado{{Nombre: "abierta", Categoria: tramite.Abierta}, {Nombre: "fin", Categoria: tramite.Cerrada}},
	Alta: tramite.Acto[ficha, tramite.Vacia]{Nombre: "alta", Titulo: "Alta", Descripcion: "Alta.", A: tramite.Hacia("abierta"),
		Facultades: doe.Alguna("doe.informes:elaborar"), Aplicar: func(*ficha, tramite.Vacia, tramite.Suceso) {}},
	Actos: tramite.Actos[ficha](tramite.Acto[ficha, tramite.Vacia]{Nombre: "cerrar", Titulo: "Cerrar", Descripcion: "Cierra.", De: tramite.Desde("abierta"), A: tramite.Hacia("fin"),
		Facultades: doe.Alguna("doe.informes:elaborar"), Alcance: doe.Propia, Aplicar: func(*ficha, tramite.Vacia, tramite.Suceso) {}}),
})

const folio = "FIC-2026-09-0000001-X"

var (
	pide     = titular("doe-7.1.1.6") // it elaborates reports
	medica   = titular("doe-7.1.1.1.2")
	financ   = titular("doe-7.1.1.2.2")
	finanzas = doe.Actor{Sub: "dn", Nombre: "Finanzas", Organo: "dn-finanzas", Rol: doe.Normativo}
)

func titular(u doe.ClaveUnidad) doe.Actor {
	return doe.Actor{Sub: "t:" + string(u), Nombre: "Titular", Unidad: u, Puesto: doe.Titular}
}

// banco keeps one contribution and the record that it is for.
type banco struct {
	testing.TB
	mesa    *tramite.Mesa
	r       *aportacion.Aportacion
	eventos []tramite.Evento
	enlaces []tramite.Enlace
	ahora   fecha.Instante
}

func nuevo(t testing.TB) *banco {
	m, err := tramite.NuevaMesa(aportacion.Aportaciones, fichas)
	require.NoError(t, err)
	b := &banco{TB: t, mesa: m}
	b.el("2026-03-02")
	return b
}

func (b *banco) el(dia string) { b.ahora = fecha.MustParse(dia).Inicio().Sumar(10 * time.Hour) }

func (b *banco) contexto(a doe.Actor) tramite.Contexto {
	return tramite.Contexto{
		Ahora: b.ahora, Actor: a, Catalogo: doe.Vigente(), Calendarios: plazo.Oficiales(), Folio: "APO-2026-09-0000001-X",
		Cargar: func(coleccion, f string) (tramite.Registro, error) {
			switch {
			case coleccion == "fichas" && f == folio:
				return &ficha{tramite.Cabecera{Folio: folio, Version: 3, Estado: "abierta", Unidad: pide.Unidad, OOAD: "09"}}, nil
			case coleccion == aportacion.Coleccion && b.r != nil:
				doc, err := aportacion.Aportaciones.Codificar(b.r)
				require.NoError(b, err)
				return aportacion.Aportaciones.Decodificar(doc)
			}
			return nil, &falla.Error{Clase: falla.NoEncontrada, Codigo: "no-encontrado"}
		},
	}
}

func (b *banco) intentar(a doe.Actor, acto string, entrada any) error {
	crudo, err := json.Marshal(entrada)
	require.NoError(b, err)
	p := tramite.Peticion{Coleccion: aportacion.Coleccion, Acto: acto, Entrada: json.RawMessage(crudo)}
	if b.r != nil {
		p.Folio = b.r.Folio
	}
	cs, err := b.mesa.Realizar(b.contexto(a), p)
	if err != nil {
		return err
	}
	b.r = cs[0].Registro.(*aportacion.Aportacion)
	b.eventos, b.enlaces = append(b.eventos, cs[0].Eventos...), append(b.enlaces, cs[0].Enlaces...)
	otra, err := aportacion.Aportaciones.Reproducir(b.r.Folio, b.eventos)
	require.NoError(b, err)
	require.Equal(b, tramite.Registro(b.r), otra, "replay")
	return nil
}

func (b *banco) hacer(a doe.Actor, acto string, entrada any) {
	b.Helper()
	require.NoError(b, b.intentar(a, acto, entrada), acto)
}

func (b *banco) amanece(dia string) {
	b.Helper()
	b.el(dia)
	for {
		c := b.contexto(doe.Reloj())
		debe := aportacion.Aportaciones.Alarmas(b.r, &c)
		if len(debe) == 0 {
			return
		}
		b.hacer(doe.Reloj(), debe[0].Acto, debe[0].Entrada)
	}
}

func solicitud(a doe.Destino) aportacion.Solicitud {
	return aportacion.Solicitud{Expediente: tramite.Referencia{Coleccion: "fichas", Folio: folio}, Pedido: "Gasto del trimestre", A: a, Dias: 5}
}

func pedida(t testing.TB, a doe.Destino) *banco {
	b := nuevo(t)
	b.hacer(pide, "", solicitud(a))
	return b
}

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

func prohibido(err error) bool { return falla.DeClase(err, falla.Prohibida) }

func TestRegla23UnaAportacionSePideSeDevuelveSePideDeNuevoLlegaTardeYSeIntegra(t *testing.T) {
	b := pedida(t, medica.Destino())
	require.Equal(t, 3, b.r.Expediente.Version, "what it is for, as it was that day")
	require.True(t, prohibido(b.intentar(financ, "responder", aportacion.Respuesta{Texto: "No me toca."})), "only who is asked")
	b.el("2026-03-03")
	b.hacer(medica, "devolver", aportacion.Devolucion{Causal: aportacion.NoCompete, Motivo: "Es dato financiero.", Compete: financ.Destino()})
	require.Equal(t, aportacion.Devuelta, b.r.Estado)
	require.Equal(t, []string{"body.a DOE-APORTACION-04", "body.aclaracion DOE-APORTACION-13"}, fallas(b.intentar(pide, "pedir-de-nuevo", aportacion.Reenvio{Dias: 5})))
	b.hacer(pide, "pedir-de-nuevo", aportacion.Reenvio{A: financ.Destino(), Dias: 5})
	// Until Tuesday 10; more time, until Friday 13.
	require.Equal(t, []string{"body DOE-APORTACION-07"}, fallas(b.intentar(pide, "insistir", aportacion.Recordatorio{})))
	b.hacer(pide, "ampliar", aportacion.Ampliacion{Dias: 3, Motivo: "Falta el cierre."})
	b.amanece("2026-03-13")
	require.Empty(t, b.r.Turno().Insistencias)
	b.amanece("2026-03-17")
	require.Len(t, b.r.Turno().Insistencias, 2, "a day after, and three more")
	b.hacer(financ, "responder", aportacion.Respuesta{Texto: "Se gastó lo programado."})
	u, _ := b.r.Respuesta()
	require.True(t, u.Tardia)
	b.hacer(financ, "responder", aportacion.Respuesta{Texto: "Se gastó 98 por ciento."})
	require.Equal(t, []string{"body.version DOE-APORTACION-09"}, fallas(b.intentar(pide, "integrar", aportacion.Decision{Version: 1, Toma: aportacion.Total})))
	require.Equal(t, []string{"body.motivo DOE-APORTACION-10"}, fallas(b.intentar(pide, "integrar", aportacion.Decision{Version: 2, Toma: aportacion.Parcial})))
	b.hacer(pide, "integrar", aportacion.Decision{Version: 2, Toma: aportacion.Total})
	require.Equal(t, aportacion.Integrada, b.r.Estado)
	require.Len(t, b.r.Turnos, 2)
	require.Len(t, b.r.Turno().Respuestas, 2, "the answer keeps its versions")
	for _, k := range b.r.Relojes {
		require.False(t, k.Corre())
	}
}

func TestSoloPideQuienLlevaElExpediente(t *testing.T) {
	b := nuevo(t)
	require.Equal(t, []string{"body.expediente DOE-APORTACION-02"}, fallas(b.intentar(financ, "", solicitud(medica.Destino()))))
	otra := solicitud(pide.Destino())
	otra.Expediente.Version, otra.Enlace = 4, true
	require.Equal(t, []string{"body.a DOE-APORTACION-03", "body.enlace DOE-APORTACION-12", "body.expediente DOE-APORTACION-01"}, fallas(b.intentar(pide, "", otra)))
	require.Equal(t, []string{"body.a DOE-APORTACION-03"}, fallas(b.intentar(pide, "", solicitud(doe.Destino{Unidad: doe.CAOOD}))))
	b.hacer(pide, "", solicitud(doe.Destino{Unidad: doe.CAOOD, OOAD: "14"}))
}

func TestUnOrganoRespondePorSuEnlaceYNoVeLoDeOtros(t *testing.T) {
	b := nuevo(t)
	b.hacer(pide, "", solicitud(medica.Destino()))
	b.hacer(medica, "devolver", aportacion.Devolucion{Causal: aportacion.NoCompete, Motivo: "Es de Finanzas.", Compete: finanzas.Destino()})
	b.hacer(pide, "pedir-de-nuevo", aportacion.Reenvio{A: finanzas.Destino(), Dias: 5, Enlace: true})
	require.Len(t, b.enlaces, 1)
	visto, _ := prueba.Ve(t, aportacion.Aportaciones, b.r, finanzas)
	require.Len(t, visto.Turnos, 1)
	b.hacer(doe.Actor{Sub: "enlace", Nombre: "Por enlace", Organo: b.enlaces[0].Organo, Rol: b.enlaces[0].Rol}, b.enlaces[0].Acto, aportacion.Respuesta{Texto: "Aquí está."})
	u, _ := b.r.Respuesta()
	require.False(t, u.Tardia)
	b.hacer(pide, "no-integrar", aportacion.Exclusion{Version: 1, Causal: aportacion.SinSustento, Motivo: "No cita la fuente."})
	require.Equal(t, aportacion.NoIntegrada, b.r.Estado)
}

func TestLoQueNoLlegaSeCierraTrasInsistirYSiLlegaDespuesSeRecibe(t *testing.T) {
	b := pedida(t, financ.Destino())
	require.Equal(t, []string{"body DOE-APORTACION-08"}, fallas(b.intentar(pide, "cerrar-sin-respuesta", aportacion.Cierre{Motivo: "No llegó."})))
	b.amanece("2026-03-10")
	b.hacer(pide, "cerrar-sin-respuesta", aportacion.Cierre{Motivo: "No llegó."})
	b.el("2026-04-01")
	b.hacer(financ, "responder", aportacion.Respuesta{Texto: "Ya quedó."})
	u, _ := b.r.Respuesta()
	require.True(t, u.Tardia)
	require.Equal(t, aportacion.Respondida, b.r.Estado)
}

func TestReglasDeLaDevolucion(t *testing.T) {
	for _, e := range []aportacion.Devolucion{
		{Causal: aportacion.PedidoConfuso, Motivo: "No se entiende.", Compete: medica.Destino()},
		{Causal: aportacion.NoCompete, Motivo: "No me toca.", Compete: financ.Destino()},
		{Causal: aportacion.NoCompete, Motivo: "No me toca.", Compete: doe.Destino{Unidad: "doe-9.9"}},
	} {
		b := pedida(t, financ.Destino())
		require.Equal(t, []string{"body.compete DOE-APORTACION-05"}, fallas(b.intentar(financ, "devolver", e)))
	}
	b := pedida(t, financ.Destino())
	b.hacer(financ, "devolver", aportacion.Devolucion{Causal: aportacion.PedidoConfuso, Motivo: "No se entiende."})
	b.hacer(pide, "pedir-de-nuevo", aportacion.Reenvio{Dias: 4, Aclaracion: "El gasto de enero a marzo."})
	require.Len(t, b.r.Turnos, 1)
	require.Len(t, b.r.Relojes, 2, "its term starts anew")
	require.Equal(t, []string{"body.dias DOE-APORTACION-11"}, fallas(func() error {
		b.hacer(pide, "ampliar", aportacion.Ampliacion{Dias: 60, Motivo: "Mucho."})
		return b.intentar(pide, "ampliar", aportacion.Ampliacion{Dias: 57, Motivo: "Más días."})
	}()))
	require.Equal(t, []string{"body.documentos[0] DOE-APORTACION-06"}, fallas(b.intentar(financ, "responder", aportacion.Respuesta{Texto: "Anexo.", Documentos: []string{fmt.Sprintf("%064d", 1)}})))
}

func TestVocabulariosYReglas(t *testing.T) {
	assert.Equal(t, []string{"total", "parcial"}, aportacion.Tomas().Claves())
	assert.Equal(t, []string{"no_compete", "pedido_confuso", "sin_informacion"}, aportacion.CausalesDevolver().Claves())
	assert.Equal(t, []string{"fuera_de_alcance", "sin_sustento", "superada"}, aportacion.CausalesExcluir().Claves())
	for i, r := range aportacion.Reglas() {
		assert.Equal(t, fmt.Sprintf("DOE-APORTACION-%02d", i+1), r.Codigo)
	}
}

func TestPropiedades(t *testing.T) {
	e := solicitud(financ.Destino())
	organo := solicitud(finanzas.Destino())
	prueba.Propiedades(t, aportacion.Aportaciones, prueba.Opciones{
		Otros:   []tramite.Cualquiera{fichas},
		Previos: map[string]tramite.Registro{"fichas/" + folio: &ficha{tramite.Cabecera{Folio: folio, Version: 3, Estado: "abierta", Unidad: pide.Unidad, OOAD: "09"}}},
		Entradas: map[string][]any{
			"pedir":          {e, organo, e, organo},
			"devolver":       {aportacion.Devolucion{Causal: aportacion.PedidoConfuso, Motivo: "No se entiende."}},
			"pedir-de-nuevo": {aportacion.Reenvio{Dias: 3, Aclaracion: "Se precisa."}, aportacion.Reenvio{A: medica.Destino(), Dias: 3}},
		},
	})
}
