package api

import (
	"encoding/json"
	"net/http"
	"reflect"

	doeforma "github.com/operacion-abierta/operacion/doe/forma"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Identidades are the personal data of a record.
type Identidades struct {
	Folio     string       `json:"folio" doc:"Folio" example:"SIADE-2026-14-0000001-X"`
	Version   int          `json:"version" doc:"Versión del expediente después de esta lectura" example:"3"`
	Elementos []Reservados `json:"elementos" doc:"Los datos, por clase"`
}

// Reservados are the personal data of one class.
type Reservados struct {
	Ref   string          `json:"ref" doc:"Referencia que está en su lugar en el expediente" example:"0192f1c4-6a2b-7c3d-8e4f-5a6b7c8d9e0f"`
	Clase string          `json:"clase" doc:"De quién son" example:"peticionario"`
	Datos json.RawMessage `json:"datos" doc:"Los datos"`
}

// montarIdentidad adds the reading of personal data: an act of the record that
// is asked for with a reason.
func (k *coleccion) montarIdentidad(a tramite.DefActo) {
	descripcion, extensiones := k.describir(a)
	motivo := consulta("motivo", "Para qué se leen", "Confirmar el domicilio para notificar la respuesta", 500).obligatorio()
	motivo.Schema.MinLength = new(10)
	op := k.leer("/{folio}/identidad", a.Nombre, a.Titulo, descripcion+"\n\nLa lectura es un acto: deja un evento y sube la versión.",
		k.s.de(reflect.TypeFor[Identidades](), "Los datos de identidad."), func(c *caso) (respuesta, error) { return k.identidad(c, a) }, k.folio(), motivo)
	op.Extensions, op.errores = extensiones, []int{http.StatusForbidden, http.StatusConflict}
	k.s.montar(op)
}

func (k *coleccion) identidad(c *caso, a tramite.DefActo) (respuesta, error) {
	if c.r.Method != http.MethodGet { // HEAD would leave an event and show nothing
		return respuesta{}, negar(http.StatusMethodNotAllowed, noHayMetodo)
	}
	e := tramite.LecturaIdentidad{Motivo: c.texto("motivo")}
	if err := deForma(doeforma.Validar(e, "query")); err != nil {
		return respuesta{}, err
	}
	b, err := json.Marshal(e)
	if err != nil {
		return respuesta{}, err
	}
	r, err := c.realizar(k.t, a.Nombre, c.ruta("folio"), b, c.actor)
	if err != nil {
		return respuesta{}, err
	}
	ids, err := k.s.almacen.Identidad(c.r.Context(), r.Coleccion, r.Folio)
	if err != nil {
		return respuesta{}, err
	}
	out := Identidades{Folio: r.Folio, Version: r.Version, Elementos: []Reservados{}}
	for _, i := range ids {
		out.Elementos = append(out.Elementos, Reservados{i.Ref, i.Clase, i.Datos})
	}
	return enJSON(out)
}
