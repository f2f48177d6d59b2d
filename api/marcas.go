package api

import (
	"context"
	"encoding/json"
	"net/http"
	"reflect"
	"slices"

	"github.com/danielgtaylor/huma/v2"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/titularidad"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// ActoSenalado is an event to look at, with its record.
type ActoSenalado struct {
	Tramite   string          `json:"tramite" doc:"Nombre del trámite" example:"plan-mejora"`
	Coleccion string          `json:"coleccion" doc:"Colección de sus expedientes" example:"planes-mejora"`
	Folio     string          `json:"folio" doc:"Folio del expediente" example:"MEJORA-2026-14-0000001-X"`
	Secuencia int             `json:"secuencia" doc:"Número del evento en el expediente" example:"4"`
	Acto      string          `json:"acto" doc:"Acto realizado" example:"autorizar"`
	En        fecha.Instante  `json:"en" doc:"Instante" example:"2026-03-02T16:20:00.000000Z"`
	Actor     tramite.Quien   `json:"actor" doc:"Quién lo hizo"`
	Unidad    doe.ClaveUnidad `json:"unidad,omitempty" doc:"Unidad de quien actuó" example:"doe-7.1.1"`
	OOAD      doe.OOAD        `json:"ooad,omitempty" doc:"OOAD de quien actuó" example:"14"`
	// Fundamento is its basis.
	Fundamento doe.Fundamento `json:"fundamento" doc:"En qué se funda"`
}

// Conflicto is an act done by who did another that duties keep apart from it.
type Conflicto struct {
	ActoSenalado
	Labor     tramite.Labor `json:"labor" validate:"oneof=prepara decide par" doc:"Parte del acto en la segregación de funciones" example:"decide"`
	Conflicto []string      `json:"conflicto" doc:"Actos que hizo antes la misma persona en el expediente" example:"[\"elaborar\"]"`
}

// UsoSuplencia is an act signed for a head.
type UsoSuplencia struct {
	ActoSenalado
	Clase     tramite.ClaseRepresentacion `json:"clase" validate:"oneof=suplencia delegacion" doc:"suplencia o delegacion" example:"suplencia"`
	EnLugarDe string                      `json:"en_lugar_de" doc:"Persona a quien se suple, o que delegó" example:"titular-doe-7.1.1"`
	DeUnidad  doe.ClaveUnidad             `json:"de_unidad" doc:"Unidad de cuya titularidad se trata" example:"doe-7.1.1"`
	Documento string                      `json:"documento" doc:"Oficio o acuerdo" example:"Oficio 12/2026"`
	Desde     fecha.Fecha                 `json:"desde" doc:"Primer día en que rige" example:"2026-03-01"`
	Hasta     fecha.Fecha                 `json:"hasta" doc:"Último día en que rige" example:"2026-03-31"`
	// Registro is what the register of headships knows of it.
	Registro titularidad.Constancia `json:"registro" validate:"oneof=consta difiere no_consta" doc:"Si el documento consta en el registro de titularidades: consta, difiere (para otra persona, otros días u otra facultad) o no_consta" example:"consta"`
}

var soloUnidades = falla.Regla{Codigo: "solo-unidades", Es: "Es para el personal de las unidades de la Dirección.", En: "It is for the staff of the directorate's units."}

func (s *Servidor) montarMarcas() {
	var nombres []string
	for _, t := range s.mesa.Tramites() {
		nombres = append(nombres, t.Definicion().Nombre)
	}
	filtros := func() []parametro {
		return []parametro{
			deValores("tramite", "Solo los de este trámite", nombres...), deUnidad("Solo los de quien actuó en esta unidad, o en lugar de su titular"),
			deFecha("desde", "Solo los hechos desde este día", "2026-01-01"), deFecha("hasta", "Solo los hechos hasta este día, incluido", "2026-12-31"),
			deLimite("Son 50 si no se dice."), deCursor(),
		}
	}
	s.leerMarcas("/v1/conflictos", "conflictos-listar", "Conflictos de segregación de funciones",
		"Actos en que una persona validó o autorizó un expediente que ella misma elaboró o propuso, o hizo otros dos actos que su trámite separa; el más reciente primero. Cuenta la persona, en el puesto que sea. Solo los de expedientes que quien consulta puede leer.",
		reflect.TypeFor[Pagina[Conflicto]](), s.conflictos, filtros()...)
	s.leerMarcas("/v1/suplencias", "suplencias-listar", "Uso de suplencias y delegaciones",
		"Cada acto firmado en lugar de una persona titular: quién, por quién, con qué documento y de qué día a qué día rige, y si consta en el registro de titularidades; el más reciente primero. Solo los de expedientes que quien consulta puede leer.",
		reflect.TypeFor[Pagina[UsoSuplencia]](), s.suplencias, filtros()...)
}

// leerMarcas declares a read of marked events.
func (s *Servidor) leerMarcas(ruta, id, resumen, descripcion string, t reflect.Type, atender func(*caso) (respuesta, error), ps ...parametro) {
	s.montar(operacion{
		Operation: huma.Operation{
			Method: http.MethodGet, Path: ruta, OperationID: id, Summary: resumen, Description: descripcion, Tags: []string{"institución"},
		},
		parametros: ps, respuesta: conCabeceras(s.de(t, "Una página."), "Link"), atender: atender, errores: []int{http.StatusForbidden},
	})
}

// marcados reads a page of the events with a mark that the caller may see.
func (s *Servidor) marcados(c *caso, clase almacen.ClaseMarca) (almacen.Pagina[almacen.EventoMarcado], error) {
	q := almacen.ConsultaMarcas{
		Clase: clase, Vistas: map[string]tramite.Vista{}, Unidad: doe.ClaveUnidad(c.texto("unidad")), Desde: c.fecha("desde"), Hasta: c.fecha("hasta"),
		Limite: c.entero("limite", limiteOmision), Cursor: c.texto("cursor"),
	}
	if c.actor.Rol != "" {
		return almacen.Pagina[almacen.EventoMarcado]{}, negar(http.StatusForbidden, soloUnidades)
	}
	k := s.contexto(c.r.Context(), c.actor)
	for _, t := range s.mesa.Tramites() {
		if pide := c.texto("tramite"); pide == "" || pide == t.Definicion().Nombre {
			q.Vistas[t.Definicion().Coleccion] = t.Vista(k)
		}
	}
	return s.almacen.Marcados(c.r.Context(), q)
}

// senalar reads a stored event.
func (s *Servidor) senalar(x *almacen.EventoMarcado) (ActoSenalado, tramite.Evento, error) {
	var e tramite.Evento
	if err := json.Unmarshal(x.Carga, &e); err != nil {
		return ActoSenalado{}, e, err
	}
	a := ActoSenalado{
		Coleccion: x.Coleccion, Folio: x.Folio, Secuencia: x.Secuencia, Acto: e.Acto, En: e.En, Actor: e.Actor,
		Unidad: e.Unidad, OOAD: e.OOAD, Fundamento: e.Fundamento,
	}
	if t, ok := s.mesa.Tramite(x.Coleccion); ok {
		a.Tramite = t.Definicion().Nombre
	}
	return a, e, nil
}

func (s *Servidor) conflictos(c *caso) (respuesta, error) {
	return enPagina(c, s, almacen.MarcaConflicto, func(a ActoSenalado, e tramite.Evento) (Conflicto, error) {
		return Conflicto{a, e.Labor, e.Conflicto}, nil
	})
}

func (s *Servidor) suplencias(c *caso) (respuesta, error) {
	registros := map[cargo]*titularidad.Titularidad{}
	return enPagina(c, s, almacen.MarcaSuplencia, func(a ActoSenalado, e tramite.Evento) (UsoSuplencia, error) {
		r := e.Representacion
		u := UsoSuplencia{
			ActoSenalado: a, Clase: r.Clase, EnLugarDe: e.Actor.EnLugarDe, DeUnidad: r.Unidad, Documento: e.Fundamento.Documento, Desde: r.Desde, Hasta: r.Hasta,
		}
		var err error
		u.Registro, err = s.constancia(c.r.Context(), registros, &e)
		return u, err
	})
}

// enPagina answers a page of marked events.
func enPagina[T any](c *caso, s *Servidor, clase almacen.ClaseMarca, f func(ActoSenalado, tramite.Evento) (T, error)) (respuesta, error) {
	p, err := s.marcados(c, clase)
	if err != nil {
		return respuesta{}, err
	}
	return enElementos(c, s, p, f)
}

// enElementos writes a page of marked events.
func enElementos[T any](c *caso, s *Servidor, p almacen.Pagina[almacen.EventoMarcado], f func(ActoSenalado, tramite.Evento) (T, error)) (respuesta, error) {
	b := []byte(`{"elementos":[`)
	for i := range p.Elementos {
		a, e, err := s.senalar(&p.Elementos[i])
		if err != nil {
			return respuesta{}, err
		}
		x, err := f(a, e)
		if err != nil {
			return respuesta{}, err
		}
		uno, err := json.Marshal(x)
		if err != nil {
			return respuesta{}, err
		}
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, uno...)
	}
	return c.pagina(b, p.Siguiente), nil
}

// cargo is the headship of a unit.
type cargo struct {
	unidad doe.ClaveUnidad
	ooad   doe.OOAD
}

// constancia says whether the document by which an event was signed is on the
// register of headships; each register is read once.
func (s *Servidor) constancia(ctx context.Context, leidos map[cargo]*titularidad.Titularidad, e *tramite.Evento) (titularidad.Constancia, error) {
	k := cargo{unidad: e.Representacion.Unidad}
	if k.unidad.Regional() {
		k.ooad = e.OOAD
	}
	r, ya := leidos[k]
	if !ya {
		var err error
		if r, err = s.titularidad(ctx, k); err != nil {
			return "", err
		}
		leidos[k] = r
	}
	switch persona, dia := e.Actor.Sub, e.En.Dia(); {
	case r == nil:
		return titularidad.NoConsta, nil
	case e.Representacion.Clase == tramite.DeDelegacion:
		return r.DeDelegacion(persona, e.Fundamento.Documento, e.Fundamento.Facultad, dia), nil
	default:
		return r.DeSuplencia(persona, e.Fundamento.Documento, dia), nil
	}
}

// titularidad reads the register of a headship; nil when there is none.
func (s *Servidor) titularidad(ctx context.Context, k cargo) (*titularidad.Titularidad, error) {
	d := titularidad.Titularidades.Definicion()
	if !slices.ContainsFunc(s.mesa.Tramites(), func(t tramite.Cualquiera) bool { return t.Definicion() == d }) {
		return nil, nil
	}
	indices := map[string]string{"de": string(k.unidad)}
	if k.ooad != "" {
		indices["en_ooad"] = string(k.ooad)
	}
	p, err := s.almacen.Listar(ctx, d.Coleccion, almacen.Filtro{Vista: tramite.Vista{Reservados: true}, Indices: indices, Limite: 1})
	if err != nil || len(p.Elementos) == 0 {
		return nil, err
	}
	r, err := titularidad.Titularidades.Decodificar(p.Elementos[0].Doc)
	if err != nil {
		return nil, err
	}
	return r.(*titularidad.Titularidad), nil
}
