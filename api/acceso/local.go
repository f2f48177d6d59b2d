package acceso

import (
	"errors"
	"fmt"
	"time"

	"github.com/go-jose/go-jose/v4"
	"github.com/go-jose/go-jose/v4/jwt"

	"github.com/operacion-abierta/operacion/api/almacen/llaves"
)

// What local tokens say of who made them and for whom.
const (
	Emisor    = "operacion-abierta"
	Audiencia = "operacion-abierta"
)

// ErrVigencia is given for tokens that would live for no time.
var ErrVigencia = errors.New("acceso: a token needs time to live")

// Emitir signs a token with the newest local key. jti names it; it should
// never have been drawn before. The credential is not checked: whoever shows
// the token is.
func Emitir(l *llaves.Llavero, c Credencial, jti string, ahora time.Time, vigencia time.Duration) (string, error) {
	if vigencia <= 0 {
		return "", ErrVigencia
	}
	id, k := l.Firmar()
	op := (&jose.SignerOptions{}).WithType("JWT").WithHeader("kid", id)
	f, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.EdDSA, Key: k}, op)
	if err != nil {
		return "", fmt.Errorf("acceso: %w", err)
	}
	reclamos := jwt.Claims{
		Issuer: Emisor, Audience: jwt.Audience{Audiencia}, ID: jti,
		IssuedAt: jwt.NewNumericDate(ahora), Expiry: jwt.NewNumericDate(ahora.Add(vigencia)),
	}
	t, err := jwt.Signed(f).Claims(reclamos).Claims(c).Serialize()
	if err != nil {
		return "", fmt.Errorf("acceso: %w", err)
	}
	return t, nil
}

// local verifies the tokens that [Emitir] signed.
type local struct{ llaves *llaves.Llavero }

func (v local) carga(token string) ([]byte, error) {
	j, err := jose.ParseSignedCompact(token, []jose.SignatureAlgorithm{jose.EdDSA})
	if err != nil {
		return nil, errFirma
	}
	k, ok := v.llaves.Verificadoras()[j.Signatures[0].Header.KeyID]
	if !ok {
		return nil, errFirma
	}
	b, err := j.Verify(k)
	if err != nil {
		return nil, errFirma
	}
	return b, nil
}
