package programa

import (
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plan"
)

// pieza is a line of a programme, or a programme taken in by another.
type pieza struct {
	nodo   plan.Nodo
	linea  *plan.Linea
	cortes []plan.Corte
}

// bosque is a programme with all that it integrates, down to the leaves: what
// is rolled up at once is not rounded on the way.
type bosque struct {
	piezas    []pieza
	arbol     plan.Arbol[pieza]
	programas map[string]*Programa
	dichos    map[momento]map[string]cantidad.Centesimas
}

// momento is a day, and whether what was done on it is asked for.
type momento struct {
	dia  fecha.Fecha
	real bool
}

// reunir gathers a programme and what it integrates.
func reunir(raiz *Programa, cargar func(folio string) *Programa) *bosque {
	b := &bosque{programas: map[string]*Programa{}, dichos: map[momento]map[string]cantidad.Centesimas{}}
	b.sumar(raiz, plan.Nodo{Clave: raiz.Folio, Peso: cantidad.Entero}, cargar)
	b.arbol = plan.NuevoArbol(b.piezas, func(p *pieza) plan.Nodo { return p.nodo })
	return b
}

func (b *bosque) sumar(p *Programa, n plan.Nodo, cargar func(string) *Programa) {
	b.programas[p.Folio] = p
	b.piezas = append(b.piezas, pieza{nodo: n})
	cortes := p.Cortes()
	de := func(padre string) string {
		if padre == "" {
			return p.Folio
		}
		return p.Folio + "/" + padre
	}
	for i := range p.Lineas {
		l := &p.Lineas[i]
		b.piezas = append(b.piezas, pieza{plan.Nodo{Clave: p.Folio + "/" + l.Clave, Padre: de(l.Padre), Peso: l.Peso}, l, cortes[l.Clave]})
	}
	for _, x := range p.Integrados {
		n := plan.Nodo{Clave: x.Folio, Padre: de(x.Padre), Peso: x.Peso}
		h := cargar(x.Folio)
		if h == nil || h.Estado == Cancelado || b.programas[x.Folio] != nil {
			b.piezas = append(b.piezas, pieza{nodo: n}) // it weighs all the same
			continue
		}
		b.sumar(h, n, cargar)
	}
}

// al is the progress at the close of a day of each programme, by folio: what
// was due or, if real, what was done.
func (b *bosque) al(dia fecha.Fecha, real bool) map[string]cantidad.Centesimas {
	if ya, ok := b.dichos[momento{dia, real}]; ok {
		return ya
	}
	cada, _ := b.arbol.Ponderar(func(p *pieza) cantidad.Centesimas {
		switch {
		case p.linea == nil:
			return 0
		case !real:
			return p.linea.Programado(dia)
		case p.linea.Medida == nil:
			return 0
		}
		return p.linea.Medida.Avance(p.cortes, dia)
	})
	out := make(map[string]cantidad.Centesimas, len(b.programas))
	for i := range b.piezas {
		if b.piezas[i].linea == nil {
			out[b.piezas[i].nodo.Clave] = cada[i]
		}
	}
	b.dichos[momento{dia, real}] = out
	return out
}
