package almacen

import "context"

// asegurador makes the disk have what batches committed on PostgreSQL before
// anyone is told.
//
// All folios of an OOAD come from one row, which a transaction holds until it
// ends. If each waited for the disk while holding it, no two batches of an
// OOAD could share a wait. So a batch commits without waiting, which lets the
// next one begin, and is acknowledged once a later transaction, which does
// wait, has come back: the log is written in order, so then the disk has both.
// If that one fails nobody knows what the disk has, and every request of those
// batches is refused as unavailable.
type asegurador struct {
	m    *motor
	cola chan []*trabajo
	fin  chan struct{}
}

// nuevoAsegurador makes one that takes a batch while it waits for none: a
// writer that is ahead gathers a larger batch meanwhile.
func nuevoAsegurador(m *motor) *asegurador {
	s := &asegurador{m: m, cola: make(chan []*trabajo), fin: make(chan struct{})}
	go s.bucle()
	return s
}

// bucle acknowledges together all the batches that wait.
func (s *asegurador) bucle() {
	defer close(s.fin)
	for ts := range s.cola {
		ts = s.juntar(ts)
		err := s.esperar()
		for _, t := range ts {
			t.terminar(err)
		}
	}
}

func (s *asegurador) juntar(ts []*trabajo) []*trabajo {
	for {
		select {
		case mas, ok := <-s.cola:
			if !ok {
				return ts
			}
			ts = append(ts, mas...)
		default:
			return ts
		}
	}
}

// esperar returns once the disk has everything committed before the call. The
// message it writes to the log says nothing; to be part of a transaction is
// all it is for.
func (s *asegurador) esperar() error {
	if _, err := s.m.escribe.ExecContext(context.Background(), "SELECT pg_logical_emit_message(true, 'operacion', '')"); err != nil {
		return noDisponible(err)
	}
	return nil
}

func (s *asegurador) cerrar() {
	close(s.cola)
	<-s.fin
}
