package api

import (
	"encoding/json"
	"reflect"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Evento is an event of a record with the link it makes in its chain.
type Evento struct {
	tramite.Evento
	Borrado bool   `json:"borrado,omitempty" doc:"Si sus datos se suprimieron por derecho"`
	Huella  string `json:"huella" doc:"Eslabón del evento en la cadena del expediente, SHA-256 en hexadecimal" example:"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"`
}

func (k *coleccion) montarHistorial() {
	k.s.montar(k.leer("/{folio}/historial", "historial", "Historial", "Los eventos del expediente, del primero al último: quién, en qué unidad, con qué fundamento, cuándo y con qué datos.",
		k.s.de(reflect.TypeFor[Pagina[Evento]](), "Una página de eventos."), k.historial, k.folio(), deLimite("Son 50 si no se dice."), deCursor()))
}

func (k *coleccion) historial(c *caso) (respuesta, error) {
	r, x, _, err := c.leible(k.t)
	if err != nil {
		return respuesta{}, err
	}
	_, menos := k.t.Recortar(r, c.actor)
	p, err := k.s.almacen.Historial(c.r.Context(), x.Coleccion, x.Folio, c.texto("cursor"), c.entero("limite", limiteOmision))
	if err != nil {
		return respuesta{}, err
	}
	b := append(make([]byte, 0, 1024*(len(p.Elementos)+1)), `{"elementos":[`...)
	for i, e := range p.Elementos {
		carga := []byte(e.Carga)
		if menos {
			if carga, err = sinDatosAjenos(carga, c.actor.Organo); err != nil {
				return respuesta{}, err
			}
		}
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, carga[:len(carga)-1]...)
		if e.Borrado {
			b = append(b, `,"borrado":true`...)
		}
		b = append(append(append(b, `,"huella":"`...), e.Huella...), `"}`...)
	}
	return c.pagina(b, p.Siguiente), nil
}

// sinDatosAjenos leaves out of an event what others said: a counterpart that
// sees less than the record sees the acts, and the data of its own.
func sinDatosAjenos(carga []byte, suyo doe.ClaveOrgano) ([]byte, error) {
	var e tramite.Evento
	if err := json.Unmarshal(carga, &e); err != nil {
		return nil, err
	}
	if e.Organo != suyo {
		e.Entrada, e.Relojes = json.RawMessage("{}"), nil
	}
	return json.Marshal(e)
}
