package api

import (
	"cmp"
	"encoding/json"
	"net/http"
	"reflect"
	"slices"

	"github.com/danielgtaylor/huma/v2"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
	"github.com/operacion-abierta/operacion/siade/similar"
)

// PorRegistrar is what is known of a petition before it is registered. It is
// kept nowhere.
type PorRegistrar struct {
	Relato         string          `json:"relato" validate:"required,max=8000" doc:"Lo que se pide o se cuenta" example:"Llevo dos visitas a la farmacia y no hay el medicamento de mi receta."`
	OOAD           string          `json:"ooad,omitempty" validate:"omitempty,len=2" doc:"OOAD a dos dígitos; el de quien pregunta si es regional" example:"14"`
	UnidadServicio string          `json:"unidad_servicio,omitempty" validate:"omitempty,max=20" doc:"CLUES o clave de la unidad donde ocurrió" example:"JCIMS000301"`
	FechaHechos    fecha.Fecha     `json:"fecha_hechos,omitzero" doc:"Día de los hechos" example:"2026-02-27"`
	Peticionario   QuienPresentara `json:"peticionario,omitzero" doc:"Datos de quien la presenta; se comparan sin guardarse"`
}

// QuienPresentara are the personal data by which petitions are compared.
type QuienPresentara struct {
	NSS      string `json:"nss,omitempty" validate:"omitempty,max=20" doc:"Número de seguridad social" example:"92919084431"`
	CURP     string `json:"curp,omitempty" validate:"omitempty,max=20" doc:"CURP" example:"BEML920313HMCLNS09"`
	RFC      string `json:"rfc,omitempty" validate:"omitempty,max=20" doc:"RFC" example:"GODE561231GR8"`
	Telefono string `json:"telefono,omitempty" validate:"omitempty,max=20" doc:"Teléfono" example:"3312345678"`
	Correo   string `json:"correo,omitempty" validate:"omitempty,max=254" doc:"Correo electrónico" example:"rosa.prado@example.org"`
}

// Similar is a petition that may be the same as another. It tells nothing of
// what the petition says: who may read it reads it by its folio.
type Similar struct {
	Folio      string         `json:"folio" doc:"Folio" example:"SIADE-2026-14-0000001-X"`
	Estado     tramite.Estado `json:"estado" doc:"Estado" example:"turnada"`
	OOAD       doe.OOAD       `json:"ooad" doc:"OOAD que la tiene" example:"14"`
	Registrada fecha.Fecha    `json:"registrada" doc:"Día de su registro" example:"2026-03-02"`
	Puntos     int            `json:"puntos" doc:"Qué tanto se parecen, de 100" example:"92"`
	// Acumulable: it is open, so the other can be attended in it.
	Acumulable bool             `json:"acumulable" doc:"Si la otra puede acumularse en ella con el acto acumular" example:"true"`
	Motivos    []similar.Motivo `json:"motivos" doc:"Por qué, y lo que suma cada razón"`
}

// maxParecidas is how many are told.
const maxParecidas = 20

// aRegistrar are the facultades of who looks after the register.
var aRegistrar = []doe.Facultad{"siade.registro:registrar", "siade.registro:ejecutar", "siade.registro:supervisar", "siade.registro:coordinar", "siade.registro:administrar"}

func (s *Servidor) montarSimilares(k *coleccion) {
	lista := s.de(reflect.TypeFor[Lista[Similar]](), "Las que se parecen, la más parecida primero.")
	const que = "Solo cuenta las que quien pregunta puede leer, y nunca lo que dicen. Un duplicado se confirma con el acto `acumular`."
	op := k.leer("/{folio}/similares", "similares", "Posibles duplicados",
		"Peticiones que pueden ser la misma: de la misma persona, con relato parecido, del mismo lugar o de fecha cercana, con las razones. "+que, lista, k.similares, k.folio())
	s.ejerce(&op, aRegistrar...)
	s.montar(op)
	op = operacion{
		Operation: huma.Operation{
			Method: http.MethodPost, Path: "/v1/siade/similares", OperationID: "siade-similares", Summary: "Posibles duplicados antes de registrar",
			Description: "Peticiones ya registradas que pueden ser la misma que se va a registrar, con las razones. No guarda lo que se envía. " + que, Tags: []string{k.tag},
		},
		entrada: reflect.TypeFor[PorRegistrar](), respuesta: lista, atender: k.similaresDeBorrador, errores: []int{http.StatusForbidden},
		ejemplo: PorRegistrar{
			Relato: "Llevo dos visitas a la farmacia y no hay el medicamento de mi receta.", OOAD: "14", UnidadServicio: "JCIMS000301",
			Peticionario: QuienPresentara{NSS: "92919084431", Telefono: "3312345678"},
		},
	}
	s.ejerce(&op, aRegistrar...)
	s.montar(op)
}

func (k *coleccion) similares(c *caso) (respuesta, error) {
	r, x, _, err := c.leible(k.t)
	if err == nil {
		err = k.s.facultado(c, aRegistrar)
	}
	if err != nil {
		return respuesta{}, err
	}
	p, ok := r.(*siade.Peticion)
	if !ok {
		return respuesta{}, noEncontrado()
	}
	return k.parecidas(c, p, almacen.ConsultaSimilares{De: x.Folio})
}

func (k *coleccion) similaresDeBorrador(c *caso) (respuesta, error) {
	if err := k.s.facultado(c, aRegistrar); err != nil {
		return respuesta{}, err
	}
	var e PorRegistrar
	if err := json.Unmarshal(c.cuerpo, &e); err != nil {
		return respuesta{}, err
	}
	p := &siade.Peticion{Relato: e.Relato, UnidadServicio: e.UnidadServicio, FechaHechos: e.FechaHechos}
	p.Creado, p.OOAD = c.ahora(), doe.NivelCentral
	if c.actor.Unidad.Regional() {
		p.OOAD = c.actor.OOAD
	} else if o, err := doe.ParseOOAD(e.OOAD); err == nil {
		p.OOAD = o
	}
	q := e.Peticionario
	return k.parecidas(c, p, almacen.ConsultaSimilares{Claves: map[string]string{"nss": q.NSS, "curp": q.CURP, "rfc": q.RFC, "telefono": q.Telefono, "correo": q.Correo}})
}

// parecidas are those that the caller may read among those that the store
// finds, the likeliest first.
func (k *coleccion) parecidas(c *caso, p *siade.Peticion, q almacen.ConsultaSimilares) (respuesta, error) {
	dia := p.Creado.Dia()
	q.Texto, q.Desde, q.Hasta = p.Relato, dia.Sumar(-similar.Ventana), dia.Sumar(similar.Ventana)
	if hoy := c.ahora().Dia(); q.Hasta.After(hoy) {
		q.Hasta = hoy
	}
	if q.OOAD = []doe.OOAD{p.OOAD}; p.OOAD != doe.NivelCentral {
		q.OOAD = append(q.OOAD, doe.NivelCentral)
	}
	xs, err := k.s.almacen.Similares(c.r.Context(), k.d.Coleccion, q)
	if err != nil {
		return respuesta{}, err
	}
	ctx := k.s.contexto(c.r.Context(), c.actor)
	out := []Similar{}
	for i := range xs {
		r, err := k.t.Decodificar(xs[i].Doc)
		if err != nil {
			return respuesta{}, err
		}
		if tramite.Lee(k.t, r, ctx) != nil {
			continue
		}
		otra := r.(*siade.Peticion)
		if puntos, motivos := (similar.Par{Una: p, Otra: otra, Claves: xs[i].Claves}).Comparar(); puntos > 0 {
			out = append(out, Similar{
				Folio: otra.Folio, Estado: otra.Estado, OOAD: otra.OOAD, Registrada: otra.Creado.Dia(), Puntos: puntos,
				Acumulable: otra.Concluida.IsZero(), Motivos: motivos,
			})
		}
	}
	slices.SortStableFunc(out, func(x, y Similar) int { return cmp.Compare(y.Puntos, x.Puntos) })
	return enJSON(lista(out[:min(len(out), maxParecidas)]))
}
