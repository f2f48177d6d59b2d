package api

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"reflect"
	"sync"
	"sync/atomic"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"github.com/operacion-abierta/operacion/api/acceso"
	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/api/almacen/llaves"
	"github.com/operacion-abierta/operacion/api/forma"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Config says what a server is made of. Almacen, Mesa, and Llaves or Emisor
// are required.
type Config struct {
	// Almacen keeps the records; it stays the caller's to close.
	Almacen *almacen.Almacen
	// Mesa holds the trámites, the ones that the store was opened with.
	Mesa *tramite.Mesa
	// Llaves are those whose tokens are taken; no local tokens when nil.
	Llaves *llaves.Llavero
	// Emisor is the issuer whose tokens are taken, if any.
	Emisor *acceso.OIDC
	// Ahora tells the time; the system's when nil.
	Ahora func() fecha.Instante
	// Diario is the log; nothing is logged when nil.
	Diario *slog.Logger
	// Version is that of the program.
	Version string
	// MaxCuerpo bounds a JSON body in bytes, 256 KiB when zero; MaxArchivo an
	// attachment, 20 MiB when zero.
	MaxCuerpo, MaxArchivo int64
	// Publico is how many public requests an address may make in a minute: 120
	// when zero, without bound when negative.
	Publico int
}

// Servidor is the HTTP API. It is an [http.Handler].
type Servidor struct {
	metricas
	almacen     *almacen.Almacen
	mesa        *tramite.Mesa
	verificador *acceso.Verificador
	ahora       func() fecha.Instante
	diario      *slog.Logger
	maxCuerpo   int64
	maxArchivo  int64
	freno       freno
	cerrando    atomic.Bool
	oficiales   oficiales
	sugeridor   *sugeridor
	recuento    recuento
	buscador    buscador
	// base is the catalog of the manuals, and enVigor how many reorganisations
	// the one in force has on top of it.
	base    *doe.Catalogo
	enVigor atomic.Int64

	// importando is held while imports are registered.
	importando sync.Mutex
	// integrando is held while the figures of cuts are made.
	integrando sync.Mutex

	mux      *http.ServeMux
	api      huma.API
	esquemas esquemas
	// documentada is the same API with its schemas and examples, which take
	// much longer to make than its routes: it is made when they are needed.
	documentada func() *Servidor
	documenta   bool
	// cuerpos are the schemas of the bodies by type.
	cuerpos   map[reflect.Type]*huma.Schema
	lecturas  []lectura
	huecosDe  memoria
	openapi   func() []byte
	openapi30 func() []byte
}

// ErrConfig is wrapped by the faults of a configuration.
var ErrConfig = errors.New("api: faulty configuration")

// New makes a server. The error tells every fault of the configuration.
func New(c Config) (*Servidor, error) {
	if err := c.completar(); err != nil {
		return nil, err
	}
	ajustarHuma()
	s := c.servidor(false)
	c.Almacen.Leyendo(s.leerCuentas)
	s.documentada = sync.OnceValue(func() *Servidor { return c.servidor(true) })
	if err := errors.Join(s.regir(context.Background()), s.estructurar(context.Background()), s.leerOficiales(context.Background())); err != nil {
		return nil, err
	}
	return s, nil
}

// servidor mounts the operations: their routes alone, or the whole of what the
// documents of the API say of them.
func (c *Config) servidor(documenta bool) *Servidor {
	reg := huma.NewMapRegistry("#/components/schemas/", forma.Nombre)
	s := &Servidor{
		metricas: nuevasMetricas(), almacen: c.Almacen, base: c.Almacen.Catalogo(), mesa: c.Mesa, ahora: c.Ahora, diario: c.Diario,
		maxCuerpo: c.MaxCuerpo, maxArchivo: c.MaxArchivo, freno: freno{porMinuto: c.Publico}, sugeridor: nuevoSugeridor(),
		verificador: acceso.New(c.Almacen.Catalogo, c.Llaves, c.Emisor, func() time.Time { return c.Ahora().Time() }),
		mux:         http.NewServeMux(), esquemas: esquemas{nil, reg}, documenta: documenta,
	}
	if documenta {
		s.esquemas.Esquemas, s.cuerpos = forma.NewEsquemas(reg), map[reflect.Type]*huma.Schema{}
	}
	s.api = humago.New(s.mux, nuevaConfig(c.Version, reg))
	s.openapi = sync.OnceValue(func() []byte { return s.documentada().rendir31() })
	s.openapi30 = sync.OnceValue(func() []byte { return s.documentada().rendir30() })
	s.montarProceso()
	s.montarInstitucion()
	s.montarTramites()
	s.montarEnlaces()
	return s
}

func (c *Config) completar() error {
	var fs []error
	mal := func(si bool, que string) {
		if si {
			fs = append(fs, errors.Join(ErrConfig, errors.New(que)))
		}
	}
	mal(c.Almacen == nil, "no store")
	mal(c.Mesa == nil, "no trámites")
	mal(c.Llaves == nil && c.Emisor == nil, "neither keys nor issuer: nobody could come in")
	mal(c.MaxCuerpo < 0 || c.MaxArchivo < 0, "negative limits")
	if c.Ahora == nil {
		c.Ahora = func() fecha.Instante { return fecha.De(time.Now()) }
	}
	if c.Diario == nil {
		c.Diario = slog.New(slog.DiscardHandler)
	}
	if c.Version == "" {
		c.Version = "0.0.0"
	}
	if c.MaxCuerpo == 0 {
		c.MaxCuerpo = 256 << 10
	}
	if c.MaxArchivo == 0 {
		c.MaxArchivo = 20 << 20
	}
	if c.Publico == 0 {
		c.Publico = 120
	}
	return errors.Join(fs...)
}

// catalogo is what the manuals say, with the reorganisations in force.
func (s *Servidor) catalogo() *doe.Catalogo { return s.almacen.Catalogo() }

// contexto is what the kernel asks for to say what a caller may see or do.
func (s *Servidor) contexto(ctx context.Context, a doe.Actor) *tramite.Contexto {
	c := s.almacen.Contexto(ctx, a)
	return &c
}

// ajustarHuma sets, once, what Huma keeps for the whole program: names match
// in their own case, lists are never null, and its messages are ours.
var ajustarHuma = sync.OnceFunc(func() {
	huma.ValidateStrictCasing, huma.DefaultArrayNullable = true, false
	forma.Mensajes()
})
