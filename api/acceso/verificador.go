package acceso

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/operacion-abierta/operacion/api/almacen/llaves"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
)

// Rechazo says that a request brings no token that this server takes (401).
type Rechazo struct {
	falla.Regla
	// Fallas are those of the claims, when these are what is wrong.
	Fallas falla.Fallas
}

func (r *Rechazo) Error() string { return "acceso: " + r.Codigo }

// The reasons of a refusal.
var (
	SinCredencial = falla.Regla{Codigo: "sin-credencial", Es: "Falta la credencial: Authorization: Bearer <token>.", En: "The token is missing: Authorization: Bearer <token>."}
	NoValida      = falla.Regla{Codigo: "credencial-no-valida", Es: "La credencial no es de un emisor reconocido o fue alterada.", En: "The token is not from a known issuer, or was altered."}
	Vencida       = falla.Regla{Codigo: "credencial-vencida", Es: "La credencial no está vigente.", En: "The token is not in force."}
	OtraAudiencia = falla.Regla{Codigo: "credencial-de-otro-servicio", Es: "La credencial no es para este servicio.", En: "The token is not for this service."}

	errFirma = &Rechazo{Regla: NoValida}
)

// maxToken is the most bytes of a token.
const maxToken = 8 << 10

// holgura is how far the clocks of issuer and server may be apart.
const holgura = time.Minute

// Verificador knows whom each token stands for. It is safe for use by many
// goroutines.
type Verificador struct {
	catalogo func() *doe.Catalogo
	local    *local
	oidc     *OIDC
	ahora    func() time.Time
	vistos   vistos
}

// New makes a verifier, by the catalog in force at each moment, that takes local tokens when there are keys and those
// of an issuer when there is one.
func New(cat func() *doe.Catalogo, l *llaves.Llavero, o *OIDC, ahora func() time.Time) *Verificador {
	v := &Verificador{catalogo: cat, oidc: o, ahora: ahora}
	if l != nil {
		v.local = &local{l}
	}
	return v
}

// Actor gives who brings the value of an Authorization header. The error is a
// [Rechazo], or a [falla.Error] when the issuer cannot be asked.
func (v *Verificador) Actor(ctx context.Context, autorizacion string) (doe.Actor, error) {
	esquema, token, _ := strings.Cut(autorizacion, " ")
	if token = strings.TrimSpace(token); token == "" || !strings.EqualFold(esquema, "Bearer") {
		return doe.Actor{}, &Rechazo{Regla: SinCredencial}
	}
	if len(token) > maxToken {
		return doe.Actor{}, errFirma
	}
	ahora, huella := v.ahora(), sha256.Sum256([]byte(token))
	if f, ok := v.vistos.buscar(huella); ok && f.segun == v.catalogo() {
		if !f.vigente(ahora) {
			return doe.Actor{}, &Rechazo{Regla: Vencida}
		}
		return f.actor, nil
	}
	f, err := v.verificar(ctx, token, ahora)
	if err != nil {
		return doe.Actor{}, err
	}
	v.vistos.guardar(huella, f, ahora)
	return f.actor, nil
}

// reclamos are the claims that bind a token, besides whom it stands for.
type reclamos struct {
	Credencial
	Aud audiencias `json:"aud"`
	Exp float64    `json:"exp"`
	Nbf float64    `json:"nbf"`
	Jti string     `json:"jti"`
}

// audiencias is one text or a list of them (RFC 7519, 4.1.3).
type audiencias []string

// UnmarshalJSON reads either.
func (a *audiencias) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '"' {
		*a = make([]string, 1)
		return json.Unmarshal(b, &(*a)[0])
	}
	return json.Unmarshal(b, (*[]string)(a))
}

func (v *Verificador) verificar(ctx context.Context, token string, ahora time.Time) (ficha, error) {
	carga, audiencia, err := v.carga(ctx, token)
	if err != nil {
		return ficha{}, err
	}
	var r reclamos
	if err := json.Unmarshal(carga, &r); err != nil {
		return ficha{}, &Rechazo{Regla: Incompleta}
	}
	f := ficha{desde: instante(r.Nbf), hasta: instante(r.Exp), segun: v.catalogo()}
	switch {
	case !slices.Contains(r.Aud, audiencia):
		return ficha{}, &Rechazo{Regla: OtraAudiencia}
	case r.Exp <= 0 || !f.vigente(ahora):
		return ficha{}, &Rechazo{Regla: Vencida}
	case r.Jti == "" || len(r.Jti) > maxTexto:
		return ficha{}, &Rechazo{Regla: Incompleta, Fallas: falla.Fallas{faltaTexto.Rota("token.jti")}}
	}
	var mal *falla.Error
	if f.actor, err = r.Comprobar(f.segun); errors.As(err, &mal) {
		return ficha{}, &Rechazo{Regla: Incompleta, Fallas: mal.Fallas}
	}
	return f, nil
}

// carga gives the signed claims and the audience that they must name. Who made
// the token decides how it is verified, so an issuer cannot pass for another.
func (v *Verificador) carga(ctx context.Context, token string) ([]byte, string, error) {
	switch iss := emisorDe(token); {
	case v.local != nil && iss == Emisor:
		b, err := v.local.carga(token)
		return b, Audiencia, err
	case v.oidc != nil && iss == v.oidc.emisor:
		b, err := v.oidc.carga(ctx, token)
		return b, v.oidc.audiencia, err
	}
	return nil, "", errFirma
}

// emisorDe reads the issuer that a token claims, unverified.
func emisorDe(token string) string {
	_, resto, _ := strings.Cut(token, ".")
	carga, _, _ := strings.Cut(resto, ".")
	b, err := base64.RawURLEncoding.DecodeString(carga)
	if err != nil {
		return ""
	}
	var r struct {
		Iss string `json:"iss"`
	}
	if json.Unmarshal(b, &r) != nil {
		return ""
	}
	return r.Iss
}

func instante(segundos float64) time.Time {
	const maximo = 1 << 40
	if segundos <= 0 || segundos > maximo {
		return time.Time{}
	}
	return time.UnixMilli(int64(segundos * 1000))
}
