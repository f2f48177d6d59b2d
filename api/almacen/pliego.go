package almacen

// valor is the value of a column, without boxes: rows go by the million.
type valor struct {
	clase claseValor
	n     int64
	b     []byte
}

type claseValor uint8

const (
	valorNulo claseValor = iota
	valorEntero
	valorTexto
	valorBytes
)

func deEntero[T ~int | ~int64](n T) valor { return valor{clase: valorEntero, n: int64(n)} }
func deTexto(b []byte) valor              { return valor{clase: valorTexto, b: b} }
func deBytes(b []byte) valor              { return valor{clase: valorBytes, b: b} }

// valorDe is one of those that rows are made of.
func valorDe(x any) valor {
	switch x := x.(type) {
	case int64:
		return deEntero(x)
	case string:
		return deTexto([]byte(x))
	case []byte:
		return deBytes(x)
	}
	return valor{}
}

// any is the value for the engine.
func (v valor) any() any {
	switch v.clase {
	case valorEntero:
		return v.n
	case valorTexto:
		return string(v.b)
	case valorBytes:
		return append([]byte{}, v.b...)
	}
	return nil
}

// pliego takes the rows that one goroutine makes, in the form in which they
// will be written. What the values point to is not kept.
type pliego interface {
	fila(t *tabla, vs []valor) error
}

// pliegoDirecto is one whose rows go into the open transaction of a writer.
type pliegoDirecto interface {
	pliego
	verter(e *escritor) error
}

func (e *escritor) nuevoPliego() pliegoDirecto {
	if e.m.pg {
		return nuevoPliegoPG()
	}
	return &pliegoFilas{map[*tabla]*filas{}}
}

// pliegoFilas keeps them for the engine to insert.
type pliegoFilas struct{ por map[*tabla]*filas }

func (p *pliegoFilas) fila(t *tabla, vs []valor) error {
	f := p.por[t]
	if f == nil {
		f = &filas{t: t}
		p.por[t] = f
	}
	for _, v := range vs {
		f.valores = append(f.valores, v.any())
	}
	return nil
}

// delMolde are the tables that copies of a mould have rows in.
var delMolde = []*tabla{tExpedientes, tEventos, tPartes, tBuscador, tIdentidades, tClaves, tEnlaces, tMarcas, tFirmas}

// verter writes rows in the open transaction.
func (p *pliegoFilas) verter(e *escritor) error {
	for _, t := range delMolde {
		if f := p.por[t]; f != nil {
			if err := e.insertar(f); err != nil {
				return err
			}
		}
	}
	return nil
}
