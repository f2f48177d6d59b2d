package almacen

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/identificador"
)

// Poblacion says which records a store is filled with, day by day.
type Poblacion struct {
	// Coleccion is where they go.
	Coleccion string
	// Plan says how many days there are, and makes the i-th; it is told whether
	// the store is empty. The days of an empty store come in order and all that
	// is done in them ends by ahora; those of another are all today.
	Plan func(vacio bool, ahora fecha.Instante) (jornadas int, hacer func(i int) Jornada)
	// Hilos is how many goroutines work; as many as processors when 0.
	Hilos int
	// Progreso, when given, is told how many records are written.
	Progreso func(hechos int)
}

// Jornada is what is registered on a day: some lives that the kernel plays in
// full, and their copies.
type Jornada struct {
	// Vidas are the lives.
	Vidas [][]Paso
	// De says, for each record, of which life it is a copy; Copia in what it
	// differs from it. Several goroutines call it.
	De    []int
	Copia func(i int) Copia
}

// Poblar fills a store with many records at once. Each is as if the API had
// written it: played by the kernel, or a copy of one that was, with its own
// folio, personal data, text, instants, salts and chain; and so are the seals,
// the counters and the indexes. Of a day's lives, thousands of copies may be
// made: playing them all is what takes long.
//
// An empty store is filled wholly or not at all; another, some thousands of
// records at a time. On SQLite nobody else may have an empty store open.
func Poblar(ctx context.Context, o Opciones, p Poblacion) error {
	a, err := Abrir(ctx, o)
	if err != nil {
		return err
	}
	defer func() { _ = a.Cerrar() }()
	if p.Hilos <= 0 {
		p.Hilos = runtime.GOMAXPROCS(0)
	}
	if p.Progreso == nil {
		p.Progreso = func(int) {}
	}
	vacio, err := a.vacio(ctx)
	if err != nil {
		return err
	}
	b := &poblador{a: a, p: &p, ahora: a.o.Ahora(), folios: map[serieFolios]int{}, sumas: nuevasSumas(), dias: map[int][]byte{}}
	b.jornadas, b.hacer = p.Plan(vacio, b.ahora)
	if !vacio {
		return b.agregar(ctx)
	}
	if a.m.pg {
		b.v = &vertedorPG{a: a}
	} else {
		b.v = &vertedorSQLite{a: a}
	}
	if err := b.v.abrir(ctx); err != nil {
		return errors.Join(err, b.v.dejar())
	}
	if err := b.llenar(ctx); err != nil {
		return errors.Join(err, b.v.dejar())
	}
	if err := b.v.cerrar(ctx, b.rematar); err != nil {
		return errors.Join(err, b.v.dejar())
	}
	return nil
}

// vacio says whether nothing was ever written in the store.
func (a *Almacen) vacio(ctx context.Context) (bool, error) {
	var n int
	_, err := a.m.uno(ctx, "SELECT (SELECT count(*) FROM (SELECT id FROM expedientes LIMIT 1) x) + (SELECT count(*) FROM (SELECT anio FROM folios LIMIT 1) f) + "+
		"(SELECT count(*) FROM (SELECT dia FROM sellos LIMIT 1) s) + (SELECT count(*) FROM (SELECT bytes FROM archivos LIMIT 1) y)", nil, &n)
	return n == 0, err
}

// vertedor writes the rows of an empty store.
type vertedor interface {
	abrir(ctx context.Context) error
	// pliego is a new sheet for rows; verter writes one, in the order of ids.
	pliego() pliego
	verter(p pliego) error
	// cerrar writes what remat tells and makes it all the store.
	cerrar(ctx context.Context, rematar func(*escritor) error) error
	// dejar undoes everything.
	dejar() error
}

// porTanda is how many records are stamped, and written, together.
const porTanda = 2048

// poblador fills a store.
type poblador struct {
	a        *Almacen
	p        *Poblacion
	ahora    fecha.Instante
	jornadas int
	hacer    func(i int) Jornada
	v        vertedor

	id     int64
	folios map[serieFolios]int
	sumas  *sumas
	meses  [][]byte       // the sums of the days gone by
	dias   map[int][]byte // links of the days not sealed yet
	sellos []Sello
	hechos int
}

// jornada is a day while it is made.
type jornada struct {
	Jornada
	moldes []*molde
	err    error
	lista  chan struct{}
}

// tanda are consecutive records of a day.
type tanda struct {
	j            *jornada
	desde, hasta int
	ids          []int64
	folios       []string
	p            pliego
	dias         map[int][]byte
	err          error
	lista        chan struct{}
}

// moldear plays the lives of the i-th day.
func (b *poblador) moldear(ctx context.Context, i int, j *jornada) {
	j.Jornada = b.hacer(i)
	for _, pasos := range j.Vidas {
		m, err := b.a.moldear(ctx, b.p.Coleccion, pasos, b.ahora, b.v != nil)
		if err != nil {
			j.err = err
			return
		}
		j.moldes = append(j.moldes, m)
	}
}

// estampar makes the rows of a batch.
func (b *poblador) estampar(t *tanda) error {
	w := b.a.nuevoTaller(b.ahora.Dia())
	for i := t.desde; i < t.hasta; i++ {
		c := t.j.Copia(i)
		if err := w.estampar(t.j.moldes[t.j.De[i]], &c, t.ids[i-t.desde], t.folios[i-t.desde], t.p); err != nil {
			return err
		}
	}
	t.dias = w.dias
	return nil
}

// llenar fills an empty store: some goroutines play and stamp, one gives ids
// and folios out, and one writes.
func (b *poblador) llenar(ctx context.Context) error {
	g, ctx := errgroup.WithContext(ctx)
	tareas := make(chan func())
	quedan, basta := context.WithCancel(ctx) // ends when there are no more tasks
	jornadas, tandas := make(chan *jornada, 2*b.p.Hilos), make(chan *tanda, 2*b.p.Hilos)
	for range b.p.Hilos {
		g.Go(func() error {
			for f := range recibir(quedan, tareas) {
				f()
			}
			return ctx.Err()
		})
	}
	g.Go(func() error {
		defer close(jornadas)
		for i := range b.jornadas {
			j := &jornada{lista: make(chan struct{})}
			hacer := func() {
				b.moldear(ctx, i, j)
				close(j.lista)
			}
			if !enviar(ctx, tareas, hacer) || !enviar(ctx, jornadas, j) {
				return ctx.Err()
			}
		}
		return nil
	})
	g.Go(func() error {
		defer basta()
		defer close(tandas)
		for j := range recibir(ctx, jornadas) {
			if !esperar(ctx, j.lista) {
				return ctx.Err()
			}
			if j.err != nil {
				return j.err
			}
			for t := range b.partir(j) {
				hacer := func() {
					t.err = cmp.Or(t.err, b.estampar(t))
					close(t.lista)
				}
				if !enviar(ctx, tareas, hacer) || !enviar(ctx, tandas, t) {
					return ctx.Err()
				}
			}
		}
		return ctx.Err()
	})
	g.Go(func() error { return b.escribir(ctx, tandas) })
	return g.Wait()
}

// escribir writes batches in order.
func (b *poblador) escribir(ctx context.Context, tandas chan *tanda) error {
	var j *jornada
	for t := range recibir(ctx, tandas) {
		if !esperar(ctx, t.lista) {
			return ctx.Err()
		}
		if t.err != nil {
			return t.err
		}
		if t.j != j {
			j = t.j
			b.anochecer(j)
		}
		if err := b.v.verter(t.p); err != nil {
			return err
		}
		b.contar(t)
	}
	return ctx.Err()
}

// partir gives ids and folios to the records of a day, batch by batch.
func (b *poblador) partir(j *jornada) func(yield func(*tanda) bool) {
	return func(yield func(*tanda) bool) {
		for desde := 0; desde < len(j.De); desde += porTanda {
			t := &tanda{j: j, desde: desde, hasta: min(desde+porTanda, len(j.De)), p: b.v.pliego(), lista: make(chan struct{})}
			t.foliar(b.folios)
			for range t.folios {
				b.id++
				t.ids = append(t.ids, b.id)
			}
			if !yield(t) {
				return
			}
		}
	}
}

// foliar gives each record the number after the last of its series.
func (t *tanda) foliar(ultimos map[serieFolios]int) {
	for _, n := range t.j.De[t.desde:t.hasta] {
		k := t.j.moldes[n].serieFolios()
		ultimos[k]++
		folio, err := identificador.FormarFolio(k.serie, k.anio, string(k.ooad), ultimos[k])
		if err != nil {
			t.err = fmt.Errorf("almacen: folio %d of %s %d %s: %w", ultimos[k], k.serie, k.anio, k.ooad, err)
		}
		t.folios = append(t.folios, folio)
	}
}

// contar takes account of a batch that was written.
func (b *poblador) contar(t *tanda) {
	b.sumas.tanda(t)
	for dia, hs := range t.dias {
		b.dias[dia] = append(b.dias[dia], hs...)
	}
	b.hechos += t.hasta - t.desde
	b.p.Progreso(b.hechos)
}

// tanda adds what the records of a batch add.
func (s *sumas) tanda(t *tanda) {
	veces := map[int]int{}
	for _, n := range t.j.De[t.desde:t.hasta] {
		veces[n]++
	}
	for n, v := range veces {
		f := t.j.moldes[n].fila
		for i := range f.aportes {
			m := f.aportes[i]
			for k := range m.M {
				m.M[k] *= v
			}
			s.movimiento(&m)
		}
		for _, e := range f.ejercicios {
			s.ejercicios[e] += v
		}
	}
}

// maxSumas is how many sums are kept apart before they are packed.
const maxSumas = 100_000

// anochecer seals the days before the one that begins, on which nothing can
// happen any more, and packs the sums when there are many.
func (b *poblador) anochecer(j *jornada) {
	hoy := b.ahora.Dia().Ordinal()
	if len(j.moldes) > 0 {
		hoy = min(hoy, j.moldes[0].cab.Creado.Dia().Ordinal())
	}
	b.sellar(hoy)
	if len(b.sumas.cuentas) > maxSumas {
		b.meses, b.sumas = append(b.meses, b.sumas.codificar()), nuevasSumas()
	}
}

// sellar seals the days before one.
func (b *poblador) sellar(hasta int) {
	if len(b.sellos) == 0 && len(b.dias) == 0 {
		return
	}
	var antes huella
	dia := 0
	if n := len(b.sellos); n > 0 {
		copy(antes[:], b.sellos[n-1].Raiz)
		dia = b.sellos[n-1].Dia.Ordinal() + 1
	} else {
		for dia = range b.dias {
			break
		}
		for d := range b.dias {
			dia = min(dia, d)
		}
	}
	for ; dia < hasta; dia++ {
		hs := b.dias[dia]
		antes = sello(antes, slices.Collect(slices.Chunk(hs, len(antes))))
		b.sellos = append(b.sellos, Sello{fecha.DeOrdinal(dia), len(hs) / len(antes), slices.Clone(antes[:])})
		delete(b.dias, dia)
	}
}

// rematar writes what sums all up: folios, counters and seals.
func (b *poblador) rematar(e *escritor) error {
	b.sellar(b.ahora.Sumar(-margenSello).Dia().Ordinal())
	folios, sellos := filas{t: tFolios}, filas{t: tSellos}
	for _, k := range enOrden(b.folios) {
		folios.sumar(k.serie, int64(k.anio), string(k.ooad), int64(b.folios[k]))
	}
	for _, s := range b.sellos {
		sellos.sumar(int64(s.Dia.Ordinal()), int64(s.Eventos), s.Raiz)
	}
	for _, m := range append(b.meses, b.sumas.codificar()) {
		s := nuevasSumas()
		if m == nil {
			continue
		}
		if err := s.leer(m); err != nil {
			return err
		}
		if err := e.contar(s); err != nil {
			return err
		}
	}
	if err := e.insertarCon(&folios, func(func(...any) error) error { return nil }); err != nil {
		return err
	}
	return errors.Join(e.insertar(&sellos), e.anotar(hechos...))
}
