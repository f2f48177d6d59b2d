package api

import (
	"context"
	"net/http"
	"reflect"
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/encomienda"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// TableroEncomiendas is how what a superior assigned stands on a day.
type TableroEncomiendas struct {
	De    string            `json:"de" doc:"Unidad u órgano que encargó" example:"doe-7.1.3"`
	Corte fecha.Fecha       `json:"corte" doc:"Día al que se cuenta" example:"2026-04-01"`
	Filas []encomienda.Fila `json:"filas" doc:"Una por unidad que recibe, en orden de clave"`
}

var fueraDeLinea = falla.Regla{Codigo: "fuera-de-linea", Es: "El tablero es de quien encargó y de sus superiores.", En: "The board is for who assigned and its superiors."}

// montarEncomiendas adds what a superior follows.
func (s *Servidor) montarEncomiendas(k *coleccion) {
	tablero := k.leer("/tablero", "tablero", "Tablero de lo encargado",
		"Cómo va lo que una unidad encargó, por unidad que recibe: cuántas en cada estado, en curso, vencidas, a tiempo y tarde, avance medio y la vencida más antigua. Lo ven quien encargó y sus superiores; la Dirección General, lo que encargó a la Dirección.",
		s.de(reflect.TypeFor[TableroEncomiendas](), "El tablero."), k.tablero, deUnidad("Unidad que encargó; la propia si falta"))
	s.ejerce(&tablero, "doe.encomiendas:seguir")
	s.montar(tablero)
	usos := k.leer("/{folio}/usos", "usos", "Usos de la facultad encargada",
		"Cada acto que se fundó en la encomienda: en qué expediente, quién, cuándo y con qué facultad; el más reciente primero. Solo los de expedientes que quien consulta puede leer.",
		conCabeceras(s.de(reflect.TypeFor[Pagina[UsoEncomienda]](), "Una página."), "Link"), k.usos, k.folio(), deLimite("Son 50 si no se dice."), deCursor())
	s.ejerce(&usos, "doe.encomiendas:seguir")
	s.montar(usos)
}

func (k *coleccion) tablero(c *caso) (respuesta, error) {
	b := TableroEncomiendas{De: c.texto("unidad"), Corte: c.ahora().Dia()}
	indice := "de"
	switch {
	case c.actor.Rol == doe.DireccionGeneral && b.De == "":
		indice, b.De = "mandante", string(c.actor.Organo)
	case c.actor.Rol != "":
		return respuesta{}, negar(http.StatusForbidden, fueraDeLinea)
	case b.De == "":
		b.De = string(c.actor.Unidad)
	case b.De != string(c.actor.Unidad) && !slices.Contains(k.s.catalogo().Superiores(doe.ClaveUnidad(b.De)), c.actor.Unidad):
		return respuesta{}, negar(http.StatusForbidden, fueraDeLinea)
	}
	es, err := suyos(c, encomienda.Encomiendas, almacen.Filtro{Indices: map[string]string{indice: b.De}})
	if err != nil {
		return respuesta{}, err
	}
	b.Filas = append([]encomienda.Fila{}, encomienda.Tablero(es, b.Corte)...)
	return enJSON(b)
}

// UsoEncomienda is an act done on the strength of a task.
type UsoEncomienda struct {
	ActoSenalado
	// Documento is that of the task: its folio.
	Documento string `json:"documento" doc:"Folio de la encomienda" example:"ENC-2026-09-0000001-X"`
}

// usos lists the acts that rest on a task.
func (k *coleccion) usos(c *caso) (respuesta, error) {
	r, _, x, err := c.leible(k.t)
	if err != nil {
		return respuesta{}, err
	}
	if c.actor.Rol != "" {
		return respuesta{}, negar(http.StatusForbidden, soloUnidades)
	}
	q := almacen.ConsultaMarcas{
		Clase: almacen.MarcaEncomienda, Documento: r.Cabeza().Folio, Vistas: map[string]tramite.Vista{}, Limite: c.entero("limite", limiteOmision), Cursor: c.texto("cursor"),
	}
	for _, t := range k.s.mesa.Tramites() {
		q.Vistas[t.Definicion().Coleccion] = t.Vista(x)
	}
	p, err := k.s.almacen.Marcados(c.r.Context(), q)
	if err != nil {
		return respuesta{}, err
	}
	return enElementos(c, k.s, p, func(a ActoSenalado, e tramite.Evento) (UsoEncomienda, error) {
		return UsoEncomienda{a, e.Fundamento.Documento}, nil
	})
}

// constarEncomienda holds the facultad that a token says was given to its
// bearer against the task on record, where the token names one by its folio: a
// task that does not exist, was not accepted, has ended, or gives another
// facultad empowers nobody. Any other document stands by itself.
func (s *Servidor) constarEncomienda(ctx context.Context, a *doe.Actor) error {
	e := a.Encomienda
	if e == nil || !strings.HasPrefix(e.Documento, encomienda.Serie+"-") || !esFolio(e.Documento) {
		return nil
	}
	if _, ok := s.mesa.Tramite(encomienda.Coleccion); !ok {
		return nil
	}
	r, _, err := s.almacen.Cargar(ctx, encomienda.Coleccion, e.Documento)
	if err != nil && !falla.DeClase(err, falla.NoEncontrada) {
		return err
	}
	x, ok := r.(*encomienda.Encomienda)
	if err != nil || !ok || !x.Delega(e.De, a.Unidad, a.OOAD, e.Facultad, s.ahora().Dia()) {
		a.Encomienda = nil
	}
	return nil
}
