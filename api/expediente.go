package api

import (
	"strings"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// conPlazo writes the due date and its light into the bytes of a record, which
// are not decoded: the document is `{"folio":…`, and they go before it.
func conPlazo(doc []byte, vence fecha.Fecha, semaforo string) []byte {
	return agregarConPlazo(make([]byte, 0, len(doc)+64), doc, vence, semaforo)
}

func agregarConPlazo(b, doc []byte, vence fecha.Fecha, semaforo string) []byte {
	b = append(b, `{"vence":`...)
	if vence.IsZero() {
		b = append(b, "null"...)
	} else {
		b = append(b, '"')
		b, _ = vence.AppendText(b) // it never fails
		b = append(b, '"')
	}
	b = append(b, `,"semaforo":"`...)
	b = append(b, semaforo...)
	b = append(b, `",`...)
	return append(b, doc[1:]...)
}

// contestarExpediente answers a record as its reader may see it.
func (c *caso) contestarExpediente(t tramite.Cualquiera, x *almacen.Expediente, a doe.Actor) (respuesta, error) {
	doc, err := recortado(t, x.Doc, a)
	if err != nil {
		return respuesta{}, err
	}
	return respuesta{cuerpo: c.conPlazo(doc, x), etag: marca(x.Version)}, nil
}

func (c *caso) conPlazo(doc []byte, x *almacen.Expediente) []byte {
	return conPlazo(doc, x.Vence, plazo.Semaforo(x.Vence, c.ahora().Dia(), x.Aviso))
}

// recortado gives the bytes of a record that an actor may see. Units see it
// whole, and nothing is decoded.
func recortado(t tramite.Cualquiera, doc []byte, a doe.Actor) ([]byte, error) {
	if a.Rol == "" {
		return doc, nil
	}
	r, err := t.Decodificar(doc)
	if err != nil {
		return nil, err
	}
	menos, es := t.Recortar(r, a)
	if !es {
		return doc, nil
	}
	return t.Codificar(menos)
}

// esFolio says whether a text could be a folio. What could not is not looked
// for.
func esFolio(s string) bool {
	return s != "" && len(s) <= 60 && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") == ""
}

// leible gives the record of the path when the caller may read it.
func (c *caso) leible(t tramite.Cualquiera) (tramite.Registro, almacen.Expediente, *tramite.Contexto, error) {
	return c.s.leible(c, t, c.ruta("folio"), c.actor)
}

func (s *Servidor) leible(c *caso, t tramite.Cualquiera, folio string, a doe.Actor) (tramite.Registro, almacen.Expediente, *tramite.Contexto, error) {
	if !esFolio(folio) {
		return nil, almacen.Expediente{}, nil, noEncontrado()
	}
	r, x, err := s.almacen.Cargar(c.r.Context(), t.Definicion().Coleccion, folio)
	if err != nil {
		return nil, x, nil, err
	}
	k := s.contexto(c.r.Context(), a)
	return r, x, k, tramite.Lee(t, r, k)
}

func (k *coleccion) montarLectura() {
	r := conCabeceras(conEsquema(k.registro, "El expediente."), "ETag")
	r.Content["application/json"].Example = k.ejemplo
	op := k.leer("/{folio}", "leer", "Leer un expediente", "El expediente completo, con su vencimiento y su semáforo de hoy. `If-None-Match` evita recibirlo de nuevo.", r, k.expediente,
		k.folio(), deCabecera("If-None-Match", "Versiones que ya se tienen", `"4"`, 200))
	k.s.montar(op)
}

func (k *coleccion) expediente(c *caso) (respuesta, error) {
	folio := c.ruta("folio")
	if !esFolio(folio) {
		return respuesta{}, noEncontrado()
	}
	x, err := k.s.almacen.Leer(c.r.Context(), k.d.Coleccion, folio)
	if err != nil {
		return respuesta{}, err
	}
	if !k.aLaVista(c, &x) {
		if _, _, _, err := c.leible(k.t); err != nil {
			return respuesta{}, err
		}
	}
	return c.contestarExpediente(k.t, &x, c.actor)
}

// aLaVista says whether a person of a unit may read a record by what is known
// without decoding it: it is neither restricted nor out of their scope. When
// it says no, the record itself must be asked.
func (k *coleccion) aLaVista(c *caso, x *almacen.Expediente) bool {
	if c.actor.Rol != "" || !x.Llano {
		return false
	}
	v := k.t.Vista(k.s.contexto(c.r.Context(), c.actor))
	return !v.Nada && (v.OOAD == "" || v.OOAD == x.OOAD)
}
