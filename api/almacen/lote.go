package almacen

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/identificador"
)

// lote is a batch while it is written.
type lote struct {
	e     *escritor
	ahora fecha.Instante
	dia   int64 // on which it is written: never one already sealed

	expedientes, eventos, partes, buscador, cambios filas
	identidades, claves, enlaces, idempotencia      filas
	sumas                                           *sumas
}

// asentarLote writes jobs in the open transaction. Those whose record moved
// meanwhile, or whose link was used, are left out and told.
func (e *escritor) asentarLote(ts []*trabajo) (map[*trabajo]error, error) {
	fuera, err := e.movidos(ts)
	if err != nil {
		return nil, err
	}
	if err := e.repetidas(ts, fuera); err != nil {
		return nil, err
	}
	if err := e.usarEnlaces(ts, fuera); err != nil {
		return nil, err
	}
	buenos := slices.DeleteFunc(slices.Clone(ts), func(t *trabajo) bool { return fuera[t] != nil })
	dados, ids, err := e.repartir(buenos)
	if err != nil {
		return nil, err
	}
	l := e.nuevoLote()
	for _, t := range buenos {
		t.asientos = t.asientos[:0]
		for _, f := range t.filas {
			id := f.id
			if id == 0 {
				id, ids = ids[0], ids[1:]
			}
			s := f.asentar(id, dados[t])
			t.asientos = append(t.asientos, s)
			if err := l.fila(&t.asientos[len(t.asientos)-1]); err != nil {
				return nil, err
			}
		}
		if t.idem != nil {
			l.idempotencia.sumar(t.idem.clave, t.idem.cuerpo, t.asientos[0].id, int64(t.filas[0].cab.Version), int64(l.ahora))
		}
	}
	return fuera, l.escribir()
}

func (e *escritor) nuevoLote() *lote {
	ahora := e.ahora()
	return &lote{
		e: e, ahora: ahora, dia: max(int64(ahora.Dia().Ordinal()), e.sellado.Load()+1), sumas: nuevasSumas(),
		expedientes: filas{t: tExpedientes}, eventos: filas{t: tEventos}, partes: filas{t: tPartes},
		buscador: filas{t: tBuscador}, cambios: filas{t: tBuscadorCambio}, identidades: filas{t: tIdentidades},
		claves: filas{t: tClaves}, enlaces: filas{t: tEnlaces}, idempotencia: filas{t: tIdempotencia},
	}
}

// movidos finds the jobs whose record is no longer at the version they read,
// because of a batch before this one or of a job before them in it.
func (e *escritor) movidos(ts []*trabajo) (map[*trabajo]error, error) {
	fuera := map[*trabajo]error{}
	versiones := map[int64]int{}
	var ids []any
	for _, t := range ts {
		for _, f := range t.filas {
			if f.id != 0 {
				ids = append(ids, f.id)
			}
		}
	}
	if len(ids) == 0 {
		return fuera, nil
	}
	leer := func(scan func(...any) error) error {
		var id int64
		var v int
		err := scan(&id, &v)
		versiones[id] = v
		return err
	}
	if err := e.versiones(leer, ids); err != nil {
		return nil, err
	}
	for _, t := range ts {
		if slices.ContainsFunc(t.filas, func(f *fila) bool { return f.id != 0 && versiones[f.id] != f.antes }) {
			fuera[t] = errMovido
			continue
		}
		for _, f := range t.filas {
			versiones[f.id] = f.cab.Version
		}
	}
	return fuera, nil
}

// versiones reads, and on PostgreSQL locks, the rows of some records.
func (e *escritor) versiones(leer func(func(...any) error) error, ids []any) error {
	if e.m.pg {
		return e.filas(leer, "SELECT id, version FROM expedientes WHERE id = ANY ($1::bigint[]) ORDER BY id FOR UPDATE", ids)
	}
	for len(ids) > 0 {
		n := trozo(len(ids))
		if err := e.filas(leer, "SELECT id, version FROM expedientes WHERE id IN (?"+strings.Repeat(",?", n-1)+")", ids[:n]...); err != nil {
			return err
		}
		ids = ids[n:]
	}
	return nil
}

// repetidas finds the jobs that would give a record the natural key of another
// open one, of the store or of a job before them.
func (e *escritor) repetidas(ts []*trabajo, fuera map[*trabajo]error) error {
	vistas := map[[2]string]bool{}
	for _, t := range ts {
		for _, f := range t.filas {
			if !f.conUnica || fuera[t] != nil {
				continue
			}
			k := [2]string{f.coleccion, f.ficha.Unica}
			hay := vistas[k]
			err := e.filas(func(func(...any) error) error { hay = true; return nil },
				"SELECT id FROM expedientes WHERE coleccion = $1 AND unica = $2 AND id <> $3", f.coleccion, f.ficha.Unica, f.id)
			if err != nil {
				return err
			}
			if vistas[k] = true; hay {
				fuera[t] = invalida(reglaRepetido, "body")
			}
		}
	}
	return nil
}

// usarEnlaces uses up the links by which jobs came; a link serves once.
func (e *escritor) usarEnlaces(ts []*trabajo, fuera map[*trabajo]error) error {
	for _, t := range ts {
		if t.enlace == nil || fuera[t] != nil {
			continue
		}
		n, err := e.execN("UPDATE enlaces SET usado = 1 WHERE secreto = $1 AND usado = 0", t.enlace)
		if err != nil {
			return err
		}
		if n == 0 {
			fuera[t] = errEnlaceUsado
		}
	}
	return nil
}

// serieFolios is a run of consecutive folios.
type serieFolios struct {
	serie string
	anio  int
	ooad  doe.OOAD
}

// repartir gives folios and ids to the records that are created: one statement
// for the folios of every series, year and OOAD of the batch.
func (e *escritor) repartir(ts []*trabajo) (map[*trabajo]map[string]string, []int64, error) {
	cuantos := map[serieFolios]int{}
	n := 0
	for _, t := range ts {
		for _, f := range t.filas {
			if f.antes == 0 {
				cuantos[f.serieFolios()]++
				n++
			}
		}
	}
	if n == 0 {
		return nil, nil, nil
	}
	siguiente, err := e.numeros(cuantos)
	if err != nil {
		return nil, nil, err
	}
	dados := make(map[*trabajo]map[string]string, len(ts))
	for _, t := range ts {
		for _, f := range t.filas {
			if f.antes != 0 {
				continue
			}
			k := f.serieFolios()
			folio, err := identificador.FormarFolio(k.serie, k.anio, string(k.ooad), siguiente[k])
			if err != nil {
				return nil, nil, fmt.Errorf("almacen: folio %d of %s %d %s: %w", siguiente[k], k.serie, k.anio, k.ooad, err)
			}
			siguiente[k]++
			if dados[t] == nil {
				dados[t] = map[string]string{}
			}
			dados[t][f.folio] = folio
		}
	}
	ids, err := e.ids(n)
	return dados, ids, err
}

func (f *fila) serieFolios() serieFolios { return serieFolios{f.serie, f.anio, f.cab.OOAD} }

// numeros takes the folios of a batch and gives the first of each run.
func (e *escritor) numeros(cuantos map[serieFolios]int) (map[serieFolios]int, error) {
	fs := filas{t: tFolios}
	for _, k := range enOrden(cuantos) {
		fs.sumar(k.serie, int64(k.anio), string(k.ooad), int64(cuantos[k]))
	}
	primeros := make(map[serieFolios]int, len(cuantos))
	err := e.insertarCon(&fs, func(scan func(...any) error) error {
		var k serieFolios
		var ultimo int
		if err := scan(&k.serie, &k.anio, &k.ooad, &ultimo); err != nil {
			return err
		}
		primeros[k] = ultimo - cuantos[k] + 1
		return nil
	})
	return primeros, err
}

// enOrden lists the runs always in the same order, so that two writers never
// wait for each other.
func enOrden(m map[serieFolios]int) []serieFolios {
	ks := make([]serieFolios, 0, len(m))
	for k := range m {
		ks = append(ks, k)
	}
	slices.SortFunc(ks, func(a, b serieFolios) int {
		return cmp.Or(cmp.Compare(a.serie, b.serie), cmp.Compare(a.anio, b.anio), cmp.Compare(a.ooad, b.ooad))
	})
	return ks
}

// ids gives n new ids for records.
func (e *escritor) ids(n int) ([]int64, error) {
	out := make([]int64, 0, n)
	leer := func(scan func(...any) error) error {
		var id int64
		err := scan(&id)
		out = append(out, id)
		return err
	}
	if e.m.pg {
		return out, e.filas(leer, "SELECT nextval('expedientes_id') FROM generate_series(1, $1::bigint)", n)
	}
	err := e.filas(leer, "SELECT coalesce(max(id), 0) + 1 FROM expedientes")
	for err == nil && len(out) < n {
		out = append(out, out[len(out)-1]+1)
	}
	return out, err
}

func (l *lote) fila(s *asiento) error {
	l.expedientes.sumar(s.valores()...)
	for i, ev := range s.eventos {
		l.eventos.sumar(s.id*maxEventos+int64(ev.secuencia), l.dia, ev.acto, ev.sal, s.huellas[i][:], string(ev.carga))
	}
	switch {
	case s.conRaices && s.antes == 0:
		if s.raices != "" {
			l.buscador.sumar(s.id, s.raices)
		}
	case s.conRaices:
		l.cambios.sumar(s.id, s.raices)
	}
	for _, x := range s.identidades {
		l.identidades.sumar(s.id, x.ref, x.clase, x.cifrado)
		for clave, valor := range x.claves {
			l.claves.sumar(valor, clave, s.id, x.ref)
		}
	}
	for _, x := range s.enlaces {
		secreto := l.e.sello(secretoDe{s.coleccion, s.folio, x.secuencia, x.n})
		l.enlaces.sumar(secreto, s.id, int64(x.secuencia), int64(x.n), x.Acto, string(x.Organo), string(x.Rol), int64(x.vence.Ordinal()), int64(0))
	}
	l.sumas.fila(s.fila)
	if !s.conPartes {
		return nil
	}
	for _, p := range s.ficha.Partes {
		l.partes.sumar(string(p.Rol), string(p.Organo), s.id)
	}
	if s.antes == 0 {
		return nil
	}
	return l.e.exec("DELETE FROM partes WHERE expediente = $1", s.id)
}

// escribir writes what the batch gathered, a table at a time.
func (l *lote) escribir() error {
	mov := filas{t: tMovimientos}
	switch texto, err := l.sumas.codificar(); {
	case err != nil:
		return err
	case texto != "":
		mov.sumar(texto)
	}
	for _, f := range []*filas{
		&l.expedientes, &l.eventos, &l.partes, &l.buscador, &l.cambios,
		&l.identidades, &l.claves, &l.enlaces, &l.idempotencia, &mov,
	} {
		if err := l.e.insertar(f); err != nil {
			return err
		}
	}
	return nil
}

// valores are the columns of tExpedientes.
func (s *asiento) valores() []any {
	cab, indices := s.cab, [8]any{}
	for i, v := range s.ficha.Indices {
		indices[i] = sinVacio(v)
	}
	fin := s.huellas[len(s.huellas)-1]
	return append(append([]any{
		s.id, s.coleccion, s.folio, int64(cab.Version), string(cab.Estado), string(s.ficha.Categoria), string(cab.Unidad), string(cab.OOAD), cab.Responsable,
		int64(cab.Creado), int64(cab.Actualizado), ordinal(s.vence.Vence), int64(s.vence.Aviso), ordinal(s.vence.Alarma),
		entero(s.ficha.Reserva.Restringida), excluidos(s.ficha.Reserva.Excluidos), sinVacio(s.ficha.Unica),
	}, indices[:]...), fin[:], string(s.doc))
}

// ordinal is a day as it is stored, nil when there is none.
func ordinal(f fecha.Fecha) any {
	if f.IsZero() {
		return nil
	}
	return int64(f.Ordinal())
}

// sinVacio is a text as it is stored, nil when empty.
func sinVacio(s string) any {
	if s == "" {
		return nil
	}
	return s
}

func entero(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

// excluidos is the list of who never reads a record, as it is stored: each
// between bars.
func excluidos(quienes []string) string {
	if len(quienes) == 0 {
		return ""
	}
	limpios := make([]string, len(quienes))
	for i, q := range quienes {
		limpios[i] = strings.ReplaceAll(q, "|", " ")
	}
	return "|" + strings.Join(limpios, "||") + "|"
}
