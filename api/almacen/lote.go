package almacen

import (
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe/fecha"
)

// lote is a batch while it is written.
type lote struct {
	e     *escritor
	ahora fecha.Instante
	dia   int64 // on which it is written: never one already sealed

	expedientes, eventos, partes, buscador, cambios filas
	identidades, claves, enlaces, idempotencia      filas
	marcas, firmas                                  filas
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
			l.idempotencia.sumar(t.idem.clave, t.idem.cuerpo, t.asientos[0].id, int64(t.filas[0].cab.Version), t.idem.creado(l.ahora))
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
		marcas: filas{t: tMarcas}, firmas: filas{t: tFirmas},
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
		l.enlaces.sumar(x.valores(secreto, s.id)...)
	}
	sumarFirmas(&l.firmas, s.id, s.folio, s.cab.Creado, s.firmas)
	l.sumas.fila(s.fila)
	s.sumarMarcas(&l.marcas, s.id)
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
	if b := l.sumas.codificar(); b != nil {
		mov.sumar(b)
	}
	for _, f := range []*filas{
		&l.expedientes, &l.eventos, &l.partes, &l.buscador, &l.cambios,
		&l.identidades, &l.claves, &l.enlaces, &l.idempotencia, &l.marcas, &l.firmas, &mov,
	} {
		if err := l.e.insertar(f); err != nil {
			return err
		}
	}
	return nil
}
