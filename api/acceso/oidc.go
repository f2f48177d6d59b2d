package acceso

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"sync"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"

	"github.com/operacion-abierta/operacion/doe/falla"
)

// ErrEmisor is wrapped by the error about an address that no issuer has.
var ErrEmisor = errors.New("acceso: not the address of an issuer")

// OIDC trusts the tokens of an OpenID Connect issuer. What the issuer
// publishes is read when it is first needed, so that the server starts while
// the issuer is down, and its keys are kept and read again when they rotate.
type OIDC struct {
	emisor, audiencia string
	cliente           *http.Client

	mu        sync.Mutex
	llaves    oidc.KeySet
	reintento time.Time
}

// pausa is how long the issuer is left alone after it did not answer.
const pausa = 5 * time.Second

// NuevoOIDC trusts an issuer, by the address that its tokens name, and asks
// that tokens be for the audience. The client is the one to reach it with; one
// with a timeout of ten seconds when nil. The error wraps [ErrEmisor].
func NuevoOIDC(emisor, audiencia string, c *http.Client) (*OIDC, error) {
	u, err := url.Parse(emisor)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" || u.RawQuery != "" || u.Fragment != "" {
		return nil, fmt.Errorf("%w: %q", ErrEmisor, emisor)
	}
	if audiencia == "" {
		audiencia = Audiencia
	}
	if c == nil {
		c = &http.Client{Timeout: 10 * time.Second}
	}
	return &OIDC{emisor: emisor, audiencia: audiencia, cliente: c}, nil
}

// carga gives the claims of a token that the issuer signed.
func (o *OIDC) carga(ctx context.Context, token string) ([]byte, error) {
	llaves, err := o.descubrir(ctx)
	if err != nil {
		return nil, err
	}
	b, err := llaves.VerifySignature(oidc.ClientContext(ctx, o.cliente), token)
	if err != nil {
		return nil, deOIDC(err)
	}
	return b, nil
}

// descubrir reads what the issuer publishes, once.
func (o *OIDC) descubrir(ctx context.Context) (oidc.KeySet, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.llaves != nil {
		return o.llaves, nil
	}
	if time.Now().Before(o.reintento) {
		return nil, emisorCaido(nil)
	}
	// The key set keeps this context for the life of the server.
	ctx = oidc.ClientContext(context.WithoutCancel(ctx), o.cliente)
	var publica struct {
		JWKS string `json:"jwks_uri"`
	}
	p, err := oidc.NewProvider(ctx, o.emisor)
	if err == nil {
		err = p.Claims(&publica)
	}
	if err != nil {
		o.reintento = time.Now().Add(pausa)
		return nil, emisorCaido(err)
	}
	o.llaves = oidc.NewRemoteKeySet(ctx, publica.JWKS)
	return o.llaves, nil
}

// deOIDC tells an issuer that does not answer from a token that is not good.
func deOIDC(err error) error {
	var red *url.Error
	if errors.As(err, &red) || errors.Is(err, context.DeadlineExceeded) {
		return emisorCaido(err)
	}
	return errFirma
}

func emisorCaido(causa error) error {
	return &falla.Error{
		Clase: falla.NoDisponible, Codigo: "emisor-no-disponible", Causa: causa,
		Es: "El emisor de credenciales no responde; intente más tarde.", En: "The issuer of tokens does not answer; try later.",
	}
}
