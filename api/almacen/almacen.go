package almacen

import (
	"context"
	"crypto/rand"
	"errors"
	"hash/maphash"
	"log/slog"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/operacion-abierta/operacion/api/almacen/llaves"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Opciones say what a store is made of. Fuente, Llaves and Mesa are required.
type Opciones struct {
	// Fuente is the path of a SQLite file, or a postgres:// URL.
	Fuente string
	// Archivos is the folder of the attachments: "archivos" beside the SQLite
	// file when empty. With PostgreSQL it must be given to keep files.
	Archivos string
	// Llaves are the keys that encrypt, sign and derive.
	Llaves *llaves.Llavero
	// Mesa holds the trámites whose records are kept.
	Mesa *tramite.Mesa
	// Catalogo and Calendarios are those in force when it opens; the embedded
	// ones when nil.
	Catalogo    *doe.Catalogo
	Calendarios *plazo.Calendarios
	// Ahora tells the time and Azar draws identifiers that never repeat: the
	// system's when nil.
	Ahora func() fecha.Instante
	Azar  func() string
	// Diario is where what nobody waits for is told; nowhere when nil.
	Diario *slog.Logger
	// Lote is how many requests one transaction holds at most (256 when 0),
	// Escritores how many connections write on PostgreSQL (one for every four
	// processors, 4 at most: fewer make larger batches), and Lectores how many
	// read (4 on SQLite, 16 on PostgreSQL).
	Lote, Escritores, Lectores int
	// MaxArchivo is the largest attachment in bytes (20 MiB when 0).
	MaxArchivo int64
}

func (o *Opciones) completar() error {
	if o.Fuente == "" || o.Llaves == nil || o.Mesa == nil {
		return errors.New("almacen: source, keys and trámites are required")
	}
	pg := esPostgres(o.Fuente)
	if o.Archivos == "" && !pg {
		o.Archivos = filepath.Join(filepath.Dir(o.Fuente), "archivos")
	}
	if o.Catalogo == nil {
		o.Catalogo = doe.Vigente()
	}
	if o.Calendarios == nil {
		o.Calendarios = plazo.Oficiales()
	}
	if o.Ahora == nil {
		o.Ahora = func() fecha.Instante { return fecha.De(time.Now()) }
	}
	if o.Azar == nil {
		o.Azar = rand.Text
	}
	if o.Diario == nil {
		o.Diario = slog.New(slog.DiscardHandler)
	}
	lectores := 4
	if pg {
		lectores = 16
	}
	for _, d := range []struct {
		campo   *int
		omision int
	}{{&o.Lote, 256}, {&o.Escritores, min(max(runtime.NumCPU()/4, 1), 4)}, {&o.Lectores, lectores}} {
		if *d.campo <= 0 {
			*d.campo = d.omision
		}
	}
	if !pg {
		o.Escritores = 1
	}
	if o.MaxArchivo <= 0 {
		o.MaxArchivo = 20 << 20
	}
	return nil
}

// Almacen is an open store. It is safe for use by many goroutines.
type Almacen struct {
	o          Opciones
	m          *motor
	calendario atomic.Pointer[plazo.Calendarios]
	lectura    atomic.Pointer[Lectura]
	catalogo   atomic.Pointer[doe.Catalogo]
	escritores []*escritor
	asegura    *asegurador
	sellado    atomic.Int64 // the last day sealed
	facetas    atomic.Bool  // the full-text index holds the filters of every record
	aparte     sync.WaitGroup
	// Requests on one record wait for each other, and so do those with one
	// idempotency key; who takes both turns takes that of the key first.
	deExpediente, deClave turnos
	padrones              padrones

	mu      sync.RWMutex // held to read while handing a job over
	cerrado bool
}

// Abrir opens a store, making it when it is new and bringing its schema up to
// date when it is old.
func Abrir(ctx context.Context, o Opciones) (*Almacen, error) {
	if err := o.completar(); err != nil {
		return nil, err
	}
	m, err := abrirMotor(ctx, &o)
	if err != nil {
		return nil, err
	}
	a := &Almacen{o: o, m: m, deExpediente: nuevosTurnos(), deClave: nuevosTurnos(), padrones: padrones{por: map[string]*padron{}}}
	a.calendario.Store(o.Calendarios)
	a.catalogo.Store(o.Catalogo)
	if m.pg {
		a.asegura = nuevoAsegurador(m)
	}
	for range o.Escritores {
		e := &escritor{sesion: nuevaSesion(m), m: m, cola: make(chan *trabajo, 4*o.Lote), lote: o.Lote, ahora: o.Ahora, sellado: &a.sellado, sello: a.huellaSecreto, asegura: a.asegura, fin: make(chan struct{})}
		a.escritores = append(a.escritores, e)
		go e.bucle()
	}
	if err := errors.Join(a.comprobarHechos(ctx), a.sellarAlAbrir(ctx)); err != nil {
		return nil, errors.Join(err, a.Cerrar())
	}
	return a, nil
}

// sellarAlAbrir learns which days are sealed and seals the others aside.
func (a *Almacen) sellarAlAbrir(ctx context.Context) error {
	var ultimo *int64
	if _, err := a.m.uno(ctx, "SELECT max(dia) FROM sellos", nil, &ultimo); err != nil {
		return err
	}
	if ultimo != nil {
		a.sellado.Store(*ultimo)
	}
	a.aparte.Go(func() {
		if err := a.Sellar(context.WithoutCancel(ctx)); err != nil && !a.estaCerrado() {
			a.o.Diario.Error("no se pudieron sellar los días terminados", slog.Any("error", err))
		}
	})
	return nil
}

func (a *Almacen) estaCerrado() bool {
	a.mu.RLock()
	defer a.mu.RUnlock()
	return a.cerrado
}

// Cerrar finishes what is in flight and closes the store; from then on every
// call is refused as [falla.NoDisponible].
func (a *Almacen) Cerrar() error {
	a.mu.Lock()
	if a.cerrado {
		a.mu.Unlock()
		return nil
	}
	a.cerrado = true
	for _, e := range a.escritores {
		close(e.cola)
	}
	a.mu.Unlock()
	for _, e := range a.escritores {
		<-e.fin
	}
	if a.asegura != nil {
		a.asegura.cerrar()
	}
	a.aparte.Wait()
	return a.m.cerrar()
}

// Motor names the engine: "sqlite" or "postgresql".
func (a *Almacen) Motor() string { return a.m.nombre() }

// Salud says whether the store answers.
func (a *Almacen) Salud(ctx context.Context) error {
	var uno int
	_, err := a.m.uno(ctx, "SELECT 1", nil, &uno)
	return err
}

// Calendarios are the calendars in force.
func (a *Almacen) Calendarios() *plazo.Calendarios { return a.calendario.Load() }

// Regir puts calendars in force without looking at the records that they move:
// for those already in force when the program starts. See [Almacen.Ajustar].
func (a *Almacen) Regir(cs *plazo.Calendarios) { a.calendario.Store(cs) }

// Catalogo is what the manuals say, with the reorganisations in force.
func (a *Almacen) Catalogo() *doe.Catalogo { return a.catalogo.Load() }

// Estructurar puts a catalog in force, as when a reorganisation takes effect.
func (a *Almacen) Estructurar(c *doe.Catalogo) { a.catalogo.Store(c) }

// Contexto is what the kernel asks for to say what an actor may see or do now.
func (a *Almacen) Contexto(ctx context.Context, actor doe.Actor) tramite.Contexto {
	return tramite.Contexto{
		Ahora: a.o.Ahora(), Actor: actor, Catalogo: a.Catalogo(), Calendarios: a.Calendarios(), Azar: a.o.Azar,
		Cargar: func(coleccion, folio string) (tramite.Registro, error) {
			r, _, err := a.Cargar(ctx, coleccion, folio)
			return r, err
		},
		Buscar: func(coleccion, clave string) (folio string, err error) {
			_, err = a.m.uno(ctx, "SELECT folio FROM expedientes WHERE coleccion = $1 AND unica = $2", []any{coleccion, clave}, &folio)
			return folio, err
		},
		Padron: func(coleccion string) (map[string]tramite.Registro, error) {
			return a.padron(ctx, coleccion)
		},
		Abiertos: func(u doe.ClaveUnidad) ([]tramite.Abiertos, error) { return a.abiertos(ctx, u) },
		Lectura:  func(nombre string, consulta any) (any, error) { return a.leerLectura(ctx, nombre, consulta) },
	}
}

// Lectura computes a reading by its name.
type Lectura func(ctx context.Context, nombre string, consulta any) (any, error)

// Leyendo says who computes the readings that acts freeze.
func (a *Almacen) Leyendo(l Lectura) { a.lectura.Store(&l) }

func (a *Almacen) leerLectura(ctx context.Context, nombre string, consulta any) (any, error) {
	l := a.lectura.Load()
	if l == nil {
		return nil, noExiste()
	}
	return (*l)(ctx, nombre, consulta)
}

// entregar hands a job to a writer and waits until it is done. Once handed
// over it is always waited for: its outcome must be known.
func (a *Almacen) entregar(t *trabajo, e *escritor) error {
	t.hecho = make(chan struct{})
	a.mu.RLock()
	if a.cerrado {
		a.mu.RUnlock()
		return noDisponible(errors.New("almacen: closed"))
	}
	e.cola <- t
	a.mu.RUnlock()
	<-t.hecho
	return t.err
}

// escritorDe is the writer of a record: the same for all records of an OOAD,
// whose folios come from one row.
func (a *Almacen) escritorDe(o doe.OOAD) *escritor {
	n := 0
	for i := range len(o) {
		n = n*10 + int(o[i]-'0')
	}
	return a.escritores[n%len(a.escritores)]
}

// solo runs something in a transaction of its own on the first writer.
func (a *Almacen) solo(f func(*escritor) error) error {
	return a.entregar(&trabajo{solo: f}, a.escritores[0])
}

// turnos makes requests about one thing wait for each other.
type turnos struct {
	semilla maphash.Seed
	mus     *[1024]sync.Mutex
}

func nuevosTurnos() turnos { return turnos{maphash.MakeSeed(), new([1024]sync.Mutex)} }

// tomar waits for the turn of a thing and gives what ends it.
func (t turnos) tomar(partes ...string) func() {
	mu := &t.mus[maphash.String(t.semilla, strings.Join(partes, "\x00"))%uint64(len(t.mus))]
	mu.Lock()
	return mu.Unlock
}

// noExiste is the refusal for a record that is not there.
func noExiste() error { return negar(falla.NoEncontrada, reglaNoExiste) }
