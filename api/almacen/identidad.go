package almacen

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/operacion-abierta/operacion/doe/texto"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Identidad is personal data of a record.
type Identidad struct {
	// Ref is the reference that stands in the record in its place.
	Ref string
	// Clase is the class of data: "peticionario", "afectado".
	Clase string
	// Datos are the data in JSON.
	Datos json.RawMessage
}

// lugarIdentidad is where an identity is encrypted for.
func lugarIdentidad(ref string) string { return "identidades.cifrado|" + ref }

// reservar encrypts the personal data that an act split off.
func (a *Almacen) reservar(f *fila, rs []tramite.Reservado) {
	for _, r := range rs {
		x := filaIdentidad{ref: r.Ref, clase: r.Clase, cifrado: a.o.Llaves.Cifrar(lugarIdentidad(r.Ref), r.Datos), claves: map[string][]byte{}}
		for clave, valor := range r.Claves {
			if v := normalizar(valor); v != "" {
				x.claves[clave] = a.o.Llaves.IndiceCiego(clave, v)[0]
			}
		}
		f.identidades = append(f.identidades, x)
	}
}

// normalizar brings a value to the form it is found by: folded, without
// spaces.
func normalizar(valor string) string { return strings.ReplaceAll(texto.Plegar(valor), " ", "") }

// Identidad gives the personal data of a record, decrypted, in the order they
// came. Reading them is an act: do it first.
func (a *Almacen) Identidad(ctx context.Context, coleccion, folio string) ([]Identidad, error) {
	_, id, _, err := a.leer(ctx, coleccion, folio)
	if err != nil {
		return nil, err
	}
	out := []Identidad{}
	err = a.m.cada(ctx, func(scan func(...any) error) error {
		var x Identidad
		var cifrado []byte
		if err := scan(&x.Ref, &x.Clase, &cifrado); err != nil {
			return err
		}
		var err error
		if x.Datos, err = a.o.Llaves.Descifrar(lugarIdentidad(x.Ref), cifrado); err != nil {
			return fmt.Errorf("almacen: identity %s of %s: %w", x.Ref, folio, err)
		}
		out = append(out, x)
		return nil
	}, "SELECT ref, clase, cifrado FROM identidades WHERE expediente = $1 ORDER BY ref", id)
	return out, err
}

// Hallado is a record found by personal data.
type Hallado struct{ Coleccion, Folio, Clase, Ref string }

// BuscarIdentidad finds the records whose personal data hold exactly the value
// of a key ("curp", "nss"), the newest first.
func (a *Almacen) BuscarIdentidad(ctx context.Context, clave, valor string) ([]Hallado, error) {
	out := []Hallado{}
	v := normalizar(valor)
	if v == "" {
		return out, nil
	}
	for _, ciego := range a.o.Llaves.IndiceCiego(clave, v) {
		err := a.m.cada(ctx, func(scan func(...any) error) error {
			var h Hallado
			err := scan(&h.Coleccion, &h.Folio, &h.Clase, &h.Ref)
			out = append(out, h)
			return err
		}, "SELECT x.coleccion, x.folio, i.clase, k.ref FROM identidad_claves k JOIN expedientes x ON x.id = k.expediente "+
			"JOIN identidades i ON i.expediente = k.expediente AND i.ref = k.ref WHERE k.valor = $1 AND k.clave = $2 ORDER BY k.expediente DESC, k.ref", ciego, clave)
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}
