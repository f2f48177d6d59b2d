package api

import (
	"context"
	"net/http"
	"reflect"
	"sync"
	"sync/atomic"

	"github.com/danielgtaylor/huma/v2"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	ficha "github.com/operacion-abierta/operacion/siade/consulta"
)

// ResultadoConsulta are the cards found.
type ResultadoConsulta struct {
	Dia       fecha.Fecha      `json:"dia" doc:"Día de las fichas en que se buscó" example:"2026-03-02"`
	Fichas    int              `json:"fichas" doc:"Cuántas valen ese día" example:"312"`
	Elementos []ficha.Hallazgo `json:"elementos" doc:"Las halladas, la que mejor responde primero"`
}

// FichaVigente is what a card says on a day to whoever reads it.
type FichaVigente struct {
	Folio     string          `json:"folio" doc:"Folio de la ficha" example:"FIC-2026-09-0000001-X"`
	Clave     string          `json:"clave" doc:"Clave de la ficha" example:"SUB-MAT"`
	Dia       fecha.Fecha     `json:"dia" doc:"Día de que se trata" example:"2026-03-02"`
	Situacion ficha.Situacion `json:"situacion" doc:"Cómo puede usarse" example:"vigente"`
	// Advertencias come before the content.
	Advertencias []string    `json:"advertencias" doc:"Lo que debe saber quien la lea"`
	Version      int         `json:"version_ficha,omitempty" doc:"Versión que rige ese día" example:"1"`
	Desde        fecha.Fecha `json:"desde,omitzero" doc:"Desde cuándo rige" example:"2026-03-02"`
	// Contenido is left out of a suspended card.
	Contenido *ficha.Contenido `json:"contenido,omitempty" doc:"Lo que dice; se omite si está suspendida"`
}

// buscador keeps the index of the cards as fresh as the registers are.
type buscador struct {
	mu     sync.Mutex
	actual atomic.Pointer[indizado]
}

// indizado is an index with the register that it was made from.
type indizado struct {
	de     uintptr
	indice *ficha.Indice
}

// indice is the index of today's cards. While one request makes it anew, the
// others use the one of before, if it is of the day.
func (s *Servidor) indice(ctx context.Context) (*ficha.Indice, error) {
	c := s.almacen.Contexto(ctx, doe.Reloj())
	m, err := c.Padron(ficha.ColeccionFichas)
	if err != nil {
		return nil, err
	}
	b, hoy, de := &s.buscador, c.Hoy(), reflect.ValueOf(m).Pointer()
	x := b.actual.Load()
	if x != nil && x.de == de && x.indice.Dia() == hoy {
		return x.indice, nil
	}
	if x == nil || x.indice.Dia() != hoy {
		b.mu.Lock()
	} else if !b.mu.TryLock() {
		return x.indice, nil
	}
	defer b.mu.Unlock()
	var antes *ficha.Indice
	if x = b.actual.Load(); x != nil {
		if x.de == de && x.indice.Dia() == hoy {
			return x.indice, nil
		}
		antes = x.indice
	}
	n := &indizado{de, ficha.Indexar(antes, m, hoy)}
	b.actual.Store(n)
	return n.indice, nil
}

// montarFichas adds the search of the cards, and what one says on a day.
func (s *Servidor) montarFichas(k *coleccion) {
	op := k.leer("/{folio}/vigente", "vigente", "Lo que la ficha dice un día",
		"La versión que vale ese día, con las advertencias que debe conocer quien la lea: reportes por atender, revisión atrasada, silencio del órgano normativo. De una suspendida da qué responder mientras tanto, y no su contenido.",
		s.de(reflect.TypeFor[FichaVigente](), "La ficha."), k.fichaVigente, k.folio(), deFecha("fecha", "Día; hoy si falta", "2026-03-02"))
	s.montar(op)
	s.montar(operacion{
		Operation: huma.Operation{
			Method: http.MethodGet, Path: "/v1/siade/consulta", OperationID: "siade-consulta", Summary: "Buscar fichas",
			Description: "Busca entre las fichas que valen hoy, en las palabras de quien pregunta: sin mirar acentos, en singular o plural, con una letra equivocada, o por los nombres que usa la gente. Dice por qué se halló cada una y resalta el texto más cercano, que es texto llano. Las suspendidas salen con lo que debe responderse mientras tanto. Sin texto, da las fichas en orden de nombre.",
			Tags:        []string{k.tag},
		},
		parametros: []parametro{
			consulta("q", "Lo que se busca", "incapacidad por embarazo", 300), deValores("clase", "De qué es la ficha", ficha.Clases().Claves()...),
			consulta("tema", "Código del tema que responde", "incapacidades", 60), consulta("servicio", "Código del servicio que responde", "farmacia", 60),
			consulta("tramite", "Código del trámite que responde", "registro-de-beneficiario", 60), deEntero("limite", "Cuántas; diez si falta", 10, 1, ficha.MaxHallazgos),
		},
		respuesta: s.de(reflect.TypeFor[ResultadoConsulta](), "Las fichas halladas."), atender: s.buscarFichas,
	})
}

func (k *coleccion) fichaVigente(c *caso) (respuesta, error) {
	r, x, _, err := c.leible(k.t)
	if err != nil {
		return respuesta{}, err
	}
	f, dia := r.(*ficha.Ficha), c.fecha("fecha")
	if dia.IsZero() {
		dia = c.ahora().Dia()
	}
	v := FichaVigente{Folio: x.Folio, Clave: f.Clave, Dia: dia, Situacion: f.Situacion(dia), Advertencias: f.Advertencias(dia)}
	if en, hay := f.EnVigor(dia); hay {
		v.Version, v.Desde = en.Numero, en.Desde
		if v.Situacion != ficha.SeSuspendio {
			v.Contenido = &en.Contenido
		}
	}
	return enJSON(v)
}

func (s *Servidor) buscarFichas(c *caso) (respuesta, error) {
	x, err := s.indice(c.r.Context())
	if err != nil {
		return respuesta{}, err
	}
	q := ficha.Busqueda{
		Texto: c.texto("q"), Clase: ficha.Clase(c.texto("clase")), Tema: c.texto("tema"), Servicio: c.texto("servicio"), Tramite: c.texto("tramite"), Limite: c.entero("limite", 10),
	}
	return enJSON(ResultadoConsulta{x.Dia(), x.Cuantas(), x.Buscar(q)})
}

// montarFichasDePeticion adds the cards that may answer a petition.
func (s *Servidor) montarFichasDePeticion(k *coleccion) {
	s.montar(k.leer("/{folio}/fichas", "fichas", "Fichas que pueden responderla",
		"Fichas que valen hoy y pueden responder la petición: primero por su clasificación, del trámite al servicio, y después por lo que dice. La lee quien puede leer la petición.",
		s.de(reflect.TypeFor[ResultadoConsulta](), "Las fichas halladas."), k.fichasDePeticion, k.folio(), deEntero("limite", "Cuántas; diez si falta", 10, 1, ficha.MaxHallazgos)))
}

func (k *coleccion) fichasDePeticion(c *caso) (respuesta, error) {
	p, _, _, err := k.peticionVista(c)
	if err != nil {
		return respuesta{}, err
	}
	x, err := k.s.indice(c.r.Context())
	if err != nil {
		return respuesta{}, err
	}
	a := ficha.Asunto{Clasificacion: clasificacionDe(p), Relato: p.Relato, Limite: c.entero("limite", 10)}
	return enJSON(ResultadoConsulta{x.Dia(), x.Cuantas(), x.Sugerir(a)})
}
