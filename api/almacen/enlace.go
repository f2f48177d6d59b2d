package almacen

import (
	"context"
	"crypto/sha256"
	"crypto/subtle"
	"strconv"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
)

// Enlace is a link by which a counterpart does one act on one record without
// an account. The store keeps its secret only as a hash.
type Enlace struct {
	// Secreto is what its address ends in.
	Secreto                string
	Coleccion, Folio, Acto string
	Organo                 doe.ClaveOrgano
	Rol                    doe.Rol
	// Vence is the last day it can be used.
	Vence fecha.Fecha
}

// secretoDe is what a secret is derived from: the n-th link of an event.
type secretoDe struct {
	coleccion, folio string
	secuencia, n     int
}

func (a *Almacen) secreto(s secretoDe) string {
	return a.o.Llaves.Secreto("enlace", s.coleccion, s.folio, strconv.Itoa(s.secuencia), strconv.Itoa(s.n))
}

func (a *Almacen) huellaSecreto(s secretoDe) []byte { return huellaDe(a.secreto(s)) }

func huellaDe(secreto string) []byte {
	h := sha256.Sum256([]byte(secreto))
	return h[:]
}

// Enlace finds a link by its secret. Used, expired and unknown ones give the
// same [falla.NoEncontrada].
func (a *Almacen) Enlace(ctx context.Context, secreto string) (Enlace, error) {
	l := Enlace{Secreto: secreto}
	var vence int64
	hay, err := a.m.uno(ctx, "SELECT x.coleccion, x.folio, l.acto, l.organo, l.rol, l.vence FROM enlaces l JOIN expedientes x ON x.id = l.expediente WHERE l.secreto = $1 AND l.usado = 0",
		[]any{huellaDe(secreto)}, &l.Coleccion, &l.Folio, &l.Acto, &l.Organo, &l.Rol, &vence)
	if err != nil {
		return Enlace{}, err
	}
	if l.Vence = fecha.DeOrdinal(int(vence)); !hay || a.o.Ahora().Dia().After(l.Vence) {
		return Enlace{}, errEnlaceUsado
	}
	return l, nil
}

// porEnlace completes a request that came by a link.
func (a *Almacen) porEnlace(ctx context.Context, o *Orden, t *trabajo) error {
	l, err := a.Enlace(ctx, o.Enlace)
	if err != nil {
		return err
	}
	t.enlace = huellaDe(o.Enlace)
	o.Coleccion, o.Folio, o.Acto = l.Coleccion, l.Folio, l.Acto
	if o.Actor.Rol == "" {
		o.Actor = doe.DeEnlace(l.Organo, l.Rol)
		o.Actor.Nombre = string(l.Organo)
	}
	return nil
}

// ClaveSeguimiento is the key by which a petitioner follows a record: derived
// from its folio, so that it can be told again without being stored.
func (a *Almacen) ClaveSeguimiento(folio string) string {
	return a.o.Llaves.Secreto("seguimiento", folio)
}

// EsClaveSeguimiento says whether the key is that of the folio, in constant
// time.
func (a *Almacen) EsClaveSeguimiento(folio, clave string) bool {
	return subtle.ConstantTimeCompare([]byte(a.ClaveSeguimiento(folio)), []byte(clave)) == 1
}
