package acceso_test

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/go-jose/go-jose/v4"
	"github.com/go-jose/go-jose/v4/jwt"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/api/acceso"
	"github.com/operacion-abierta/operacion/api/almacen/llaves"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
)

var hoy = time.Date(2026, 3, 2, 16, 0, 0, 0, time.UTC)

func titular() acceso.Credencial {
	return acceso.Credencial{Sub: "p-1", Nombre: "Persona titular", Unidad: doe.CAOOD, Puesto: doe.Titular, OOAD: "14"}
}

func emitir(t *testing.T, l *llaves.Llavero, c acceso.Credencial) string {
	t.Helper()
	tok, err := acceso.Emitir(l, c, "jti-1", hoy, time.Hour)
	require.NoError(t, err)
	return tok
}

func rechazo(t *testing.T, err error, codigo string) *acceso.Rechazo {
	t.Helper()
	var r *acceso.Rechazo
	require.ErrorAs(t, err, &r)
	assert.Equal(t, codigo, r.Codigo)
	return r
}

func TestALocalTokenStandsForItsBearerUntilItExpires(t *testing.T) {
	l, ahora := llaves.Efimero(), hoy
	v := acceso.New(doe.Vigente, l, nil, func() time.Time { return ahora })
	tok := emitir(t, l, titular())
	for range 2 { // the second time it is remembered
		a, err := v.Actor(context.Background(), "Bearer "+tok)
		require.NoError(t, err)
		assert.Equal(t, doe.Actor(titular()), a)
	}
	ahora = hoy.Add(time.Hour + 2*time.Minute)
	_, err := v.Actor(context.Background(), "Bearer "+tok)
	rechazo(t, err, "credencial-vencida")
}

func TestWhatIsNoTokenOfOursIsRefused(t *testing.T) {
	l := llaves.Efimero()
	v := acceso.New(doe.Vigente, l, nil, func() time.Time { return hoy })
	bueno := emitir(t, l, titular())
	for nombre, c := range map[string]struct{ cabecera, codigo string }{
		"none":          {"", "sin-credencial"},
		"basic":         {"Basic dXM6cHc=", "sin-credencial"},
		"no text":       {"Bearer ", "sin-credencial"},
		"garbage":       {"Bearer a.b.c", "credencial-no-valida"},
		"another ring":  {"Bearer " + emitir(t, llaves.Efimero(), titular()), "credencial-no-valida"},
		"altered":       {"Bearer " + bueno[:len(bueno)-8] + "AAAAAAAA", "credencial-no-valida"},
		"unsigned":      {"Bearer " + sinFirma(t, map[string]any{"iss": acceso.Emisor}), "credencial-no-valida"},
		"other issuer":  {"Bearer " + sinFirma(t, map[string]any{"iss": "https://otro"}), "credencial-no-valida"},
		"far too large": {"Bearer " + strings.Repeat("a", 9000), "credencial-no-valida"},
	} {
		t.Run(nombre, func(t *testing.T) {
			_, err := v.Actor(context.Background(), c.cabecera)
			rechazo(t, err, c.codigo)
		})
	}
}

func sinFirma(t *testing.T, reclamos map[string]any) string {
	t.Helper()
	b, err := json.Marshal(reclamos)
	require.NoError(t, err)
	return "eyJhbGciOiJub25lIn0." + base64.RawURLEncoding.EncodeToString(b) + "."
}

func TestAKeyThatWasRotatedStillVerifies(t *testing.T) {
	l := llaves.Efimero()
	viejo := emitir(t, l, titular())
	require.NoError(t, l.Rotar(llaves.Firma))
	v := acceso.New(doe.Vigente, l, nil, func() time.Time { return hoy })
	for _, tok := range []string{viejo, emitir(t, l, titular())} {
		_, err := v.Actor(context.Background(), "bearer "+tok)
		require.NoError(t, err)
	}
}

func TestClaimsMustSayWhoActs(t *testing.T) {
	suplencia := &doe.Suplencia{De: "p-2", Documento: "Oficio 12", Desde: fecha.MustParse("2026-03-01"), Hasta: fecha.MustParse("2026-03-31")}
	for nombre, c := range map[string]struct {
		credencial acceso.Credencial
		lugar      string
	}{
		"regional":              {titular(), ""},
		"central":               {acceso.Credencial{Sub: "a", Nombre: "b", Unidad: "doe-7.1.3", Puesto: doe.Mando, Suplencia: suplencia}, ""},
		"evaluated":             {acceso.Credencial{Sub: "a", Nombre: "b", Organo: "ooad-14", Rol: doe.Evaluado}, ""},
		"no sub":                {acceso.Credencial{Nombre: "b", Unidad: "doe-7.1.3", Puesto: doe.Mando}, "token.sub"},
		"control in name":       {acceso.Credencial{Sub: "a", Nombre: "b\x07", Unidad: "doe-7.1.3", Puesto: doe.Mando}, "token.nombre"},
		"nobody":                {acceso.Credencial{Sub: "a", Nombre: "b"}, "token.unidad"},
		"unit and organ":        {acceso.Credencial{Sub: "a", Nombre: "b", Unidad: "doe-7.1.3", Puesto: doe.Mando, Organo: "ooad-14", Rol: doe.Evaluado}, "token.unidad"},
		"unknown unit":          {acceso.Credencial{Sub: "a", Nombre: "b", Unidad: "doe-7.1.99", Puesto: doe.Mando}, "token.unidad"},
		"unknown post":          {acceso.Credencial{Sub: "a", Nombre: "b", Unidad: "doe-7.1.3", Puesto: "jefe"}, "token.puesto"},
		"regional without OOAD": {acceso.Credencial{Sub: "a", Nombre: "b", Unidad: doe.CAOOD, Puesto: doe.TAOD}, "token.ooad"},
		"regional in centre":    {acceso.Credencial{Sub: "a", Nombre: "b", Unidad: doe.CAOOD, Puesto: doe.TAOD, OOAD: "09"}, "token.ooad"},
		"central with OOAD":     {acceso.Credencial{Sub: "a", Nombre: "b", Unidad: "doe-7.1.3", Puesto: doe.Mando, OOAD: "14"}, "token.ooad"},
		"unknown organ":         {acceso.Credencial{Sub: "a", Nombre: "b", Organo: "ooad-99", Rol: doe.Evaluado}, "token.organo"},
		"the clock":             {acceso.Credencial{Sub: "a", Nombre: "b", Organo: "ooad-14", Rol: doe.Sistema}, "token.rol"},
		"task of a superior":    {acceso.Credencial{Sub: "a", Nombre: "b", Unidad: "doe-7.1.3.1", Puesto: doe.Titular, Encomienda: &doe.Encomienda{De: "doe-7.1.3", Facultad: "siade.atencion:autorizar", Documento: "Oficio 3", Desde: fecha.MustParse("2026-03-01"), Hasta: fecha.MustParse("2026-03-31")}}, ""},
		"task of no superior":   {acceso.Credencial{Sub: "a", Nombre: "b", Unidad: "doe-7.1.3.1", Puesto: doe.Titular, Encomienda: &doe.Encomienda{De: "doe-7.1.1", Facultad: "siade.atencion:autorizar", Documento: "Oficio 3", Desde: fecha.MustParse("2026-03-01"), Hasta: fecha.MustParse("2026-03-31")}}, "token.encomienda"},
		"stand-in without days": {acceso.Credencial{Sub: "a", Nombre: "b", Unidad: "doe-7.1.3", Puesto: doe.Mando, Suplencia: &doe.Suplencia{De: "x", Documento: "y"}}, "token.suplencia"},
	} {
		t.Run(nombre, func(t *testing.T) {
			_, err := c.credencial.Comprobar(doe.Vigente())
			if c.lugar == "" {
				require.NoError(t, err)
				return
			}
			var f *falla.Error
			require.ErrorAs(t, err, &f)
			assert.Equal(t, c.lugar, f.Fallas[0].Ubicacion)
		})
	}
}

func TestOldRegionalCodesBecomeTheOnesInUse(t *testing.T) {
	c := titular()
	c.OOAD = "35"
	a, err := c.Comprobar(doe.Vigente())
	require.NoError(t, err)
	assert.Equal(t, doe.OOAD("39"), a.OOAD)
}

// emisor is a real issuer: discovery, key set, signed tokens.
type emisor struct {
	*httptest.Server
	llave *ecdsa.PrivateKey
	kid   string
}

func nuevoEmisor(t *testing.T) *emisor {
	t.Helper()
	e := &emisor{kid: "k1"}
	e.rotar(t, "k1")
	mux := http.NewServeMux()
	mux.HandleFunc("GET /.well-known/openid-configuration", func(w http.ResponseWriter, _ *http.Request) {
		_ = json.NewEncoder(w).Encode(map[string]any{
			"issuer": e.URL, "jwks_uri": e.URL + "/jwks", "id_token_signing_alg_values_supported": []string{"ES256"},
			"authorization_endpoint": e.URL + "/a", "token_endpoint": e.URL + "/t", "response_types_supported": []string{"code"}, "subject_types_supported": []string{"public"},
		})
	})
	mux.HandleFunc("GET /jwks", func(w http.ResponseWriter, _ *http.Request) {
		_ = json.NewEncoder(w).Encode(jose.JSONWebKeySet{Keys: []jose.JSONWebKey{{Key: e.llave.Public(), KeyID: e.kid, Algorithm: "ES256", Use: "sig"}}})
	})
	e.Server = httptest.NewServer(mux)
	t.Cleanup(e.Close)
	return e
}

func (e *emisor) rotar(t *testing.T, kid string) {
	t.Helper()
	k, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	require.NoError(t, err)
	e.llave, e.kid = k, kid
}

func (e *emisor) token(t *testing.T, cambios map[string]any) string {
	t.Helper()
	f, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.ES256, Key: e.llave}, (&jose.SignerOptions{}).WithHeader("kid", e.kid))
	require.NoError(t, err)
	r := map[string]any{
		"iss": e.URL, "aud": "operacion", "exp": hoy.Add(time.Hour).Unix(), "jti": "j", "sub": "p-9", "nombre": "Persona", "unidad": "doe-7.1.3.1.4", "puesto": "titular",
	}
	for k, v := range cambios {
		r[k] = v
	}
	s, err := jwt.Signed(f).Claims(r).Serialize()
	require.NoError(t, err)
	return s
}

func TestTokensOfAnIssuerAreTakenByItsPublishedKeys(t *testing.T) {
	e := nuevoEmisor(t)
	o, err := acceso.NuevoOIDC(e.URL, "operacion", nil)
	require.NoError(t, err)
	v := acceso.New(doe.Vigente, llaves.Efimero(), o, func() time.Time { return hoy })
	actor := func(cambios map[string]any) error {
		_, err := v.Actor(context.Background(), "Bearer "+e.token(t, cambios))
		return err
	}
	require.NoError(t, actor(nil))
	require.NoError(t, actor(map[string]any{"aud": []string{"otro", "operacion"}}))
	rechazo(t, actor(map[string]any{"aud": "otro"}), "credencial-de-otro-servicio")
	rechazo(t, actor(map[string]any{"exp": hoy.Add(-time.Hour).Unix()}), "credencial-vencida")
	rechazo(t, actor(map[string]any{"exp": nil}), "credencial-vencida")
	rechazo(t, actor(map[string]any{"exp": 1e300}), "credencial-vencida")
	rechazo(t, actor(map[string]any{"nbf": hoy.Add(time.Hour / 2).Unix()}), "credencial-vencida")
	rechazo(t, actor(map[string]any{"jti": ""}), "credencial-incompleta")
	rechazo(t, actor(map[string]any{"unidad": 7}), "credencial-incompleta")
	r := rechazo(t, actor(map[string]any{"unidad": "doe-9", "puesto": "x"}), "credencial-incompleta")
	assert.Equal(t, "token.unidad", r.Fallas[0].Ubicacion)
	rechazo(t, actor(map[string]any{"iss": acceso.Emisor}), "credencial-no-valida")

	e.rotar(t, "k2")
	require.NoError(t, actor(map[string]any{"jti": "after the keys rotated"}))
}

func TestAnIssuerThatDoesNotAnswerIsUnavailableNotAnonymous(t *testing.T) {
	e := nuevoEmisor(t)
	o, err := acceso.NuevoOIDC(e.URL, "operacion", nil)
	require.NoError(t, err)
	v := acceso.New(doe.Vigente, nil, o, func() time.Time { return hoy })
	tok := e.token(t, nil)
	e.Close()
	for range 2 {
		_, err = v.Actor(context.Background(), "Bearer "+tok)
		assert.True(t, falla.DeClase(err, falla.NoDisponible), "%v", err)
	}
}

func TestAnIssuerNeedsAnAddress(t *testing.T) {
	for _, u := range []string{"", "login", "ftp://x", "https://x?y=1"} {
		_, err := acceso.NuevoOIDC(u, "", nil)
		require.ErrorIs(t, err, acceso.ErrEmisor)
	}
}

func TestATokenNeedsTimeToLive(t *testing.T) {
	_, err := acceso.Emitir(llaves.Efimero(), titular(), "j", hoy, 0)
	require.ErrorIs(t, err, acceso.ErrVigencia)
}

func BenchmarkActor(b *testing.B) {
	l := llaves.Efimero()
	v := acceso.New(doe.Vigente, l, nil, func() time.Time { return hoy })
	tok, err := acceso.Emitir(l, titular(), "j", hoy, time.Hour)
	require.NoError(b, err)
	for b.Loop() {
		if _, err := v.Actor(context.Background(), "Bearer "+tok); err != nil {
			b.Fatal(err)
		}
	}
}

func TestADelegationSaysWhoWhatWhenAndByWhichDocument(t *testing.T) {
	delega := func(cambia func(c *acceso.Credencial, d *doe.Delegacion)) error {
		c := acceso.Credencial{Sub: "p-1", Nombre: "Persona", Unidad: "doe-7.1.3.1", Puesto: doe.Mando}
		c.Delegacion = &doe.Delegacion{
			De: "titular-uad", Unidad: "doe-7.1.3", Facultades: doe.Alguna("siade.atencion:autorizar"), Documento: "Acuerdo 3",
			Desde: fecha.MustParse("2026-03-01"), Hasta: fecha.MustParse("2026-03-31"),
		}
		cambia(&c, c.Delegacion)
		_, err := c.Comprobar(doe.Vigente())
		return err
	}
	require.NoError(t, delega(func(*acceso.Credencial, *doe.Delegacion) {}))
	for nombre, c := range map[string]struct {
		codigo string
		cambia func(c *acceso.Credencial, d *doe.Delegacion)
	}{
		"of a unit that is no superior": {"delegacion-no-valida", func(_ *acceso.Credencial, d *doe.Delegacion) { d.Unidad = "doe-7.1.1" }},
		"of nothing":                    {"delegacion-no-valida", func(_ *acceso.Credencial, d *doe.Delegacion) { d.Facultades = nil }},
		"of what does not exist":        {"delegacion-no-valida", func(_ *acceso.Credencial, d *doe.Delegacion) { d.Facultades = doe.Alguna("siade.nada:autorizar") }},
		"without document":              {"delegacion-no-valida", func(_ *acceso.Credencial, d *doe.Delegacion) { d.Documento = "" }},
		"without end":                   {"delegacion-no-valida", func(_ *acceso.Credencial, d *doe.Delegacion) { d.Hasta = fecha.Fecha{} }},
		"to oneself":                    {"delegacion-en-cadena", func(c *acceso.Credencial, d *doe.Delegacion) { d.De = c.Sub }},
		"of what was delegated":         {"delegacion-en-cadena", func(_ *acceso.Credencial, d *doe.Delegacion) { d.Delegacion = &doe.Delegacion{De: "titular-doe"} }},
		"to a counterpart": {"sin-adscripcion", func(c *acceso.Credencial, _ *doe.Delegacion) {
			c.Unidad, c.Puesto, c.Organo, c.Rol = "", "", "ooad-14", doe.Evaluado
		}},
	} {
		t.Run(nombre, func(t *testing.T) {
			var e *falla.Error
			require.ErrorAs(t, delega(c.cambia), &e)
			require.Len(t, e.Fallas, 1)
			assert.Equal(t, c.codigo, e.Fallas[0].Codigo)
		})
	}
}
