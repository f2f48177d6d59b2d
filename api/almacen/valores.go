package almacen

import (
	"strings"

	"github.com/operacion-abierta/operacion/doe/fecha"
)

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
