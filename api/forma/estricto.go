package forma

import (
	"reflect"

	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/forma"
)

// maxNiveles is how deep lists and objects may nest.
const maxNiveles = 32

// ErrMalformado says that the bytes are no JSON that this API reads, which is
// told as 400: text that is not JSON, invalid UTF-8, U+0000 or a name repeated
// within an object.
type ErrMalformado struct{ falla.Falla }

func (e *ErrMalformado) Error() string { return e.String() }

// The rules of malformed bodies.
var (
	MalFormado   = falla.Regla{Codigo: "json-mal-formado", Es: "El cuerpo no es JSON válido.", En: "The body is not valid JSON."}
	NoUTF8       = falla.Regla{Codigo: "utf8-invalido", Es: "El cuerpo no es UTF-8 válido.", En: "The body is not valid UTF-8."}
	CaracterNulo = falla.Regla{Codigo: "caracter-nulo", Es: "El cuerpo contiene el carácter U+0000.", En: "The body holds the character U+0000."}
	ClaveRepe    = falla.Regla{Codigo: "clave-repetida", Es: "Una propiedad aparece más de una vez.", En: "A property appears more than once."}
)

// Estricto reads a body once, before anything decodes it, against the type it
// is for. It tells every fault of names, nulls, types, numbers and characters,
// with paths under "body"; the limits that the tags set are for the schema.
// What it accepts, [json.Unmarshal] decodes into the type without error.
//
// The error is an [*ErrMalformado]. Nothing more is read after it, nor after
// the fault of nesting too deep. It panics on types with faults, as
// [forma.Comprobar] tells them.
func Estricto(cuerpo []byte, t reflect.Type) (falla.Fallas, error) {
	l := lector{b: cuerpo}
	l.ruta = append(l.espacio[:0], "body"...)
	if l.valor(planDe(t), false) {
		l.blancos()
		if l.i < len(l.b) {
			l.malformar(MalFormado)
		}
	}
	if l.err != nil {
		return nil, l.err
	}
	return l.fs, nil
}

// lector goes over the bytes once. Its methods say false when reading cannot
// go on.
type lector struct {
	b       []byte
	i       int
	nivel   int
	ruta    []byte
	fs      falla.Fallas
	err     *ErrMalformado
	espacio [96]byte
}

func (l *lector) malformar(r falla.Regla) bool {
	l.err = &ErrMalformado{r.Rota(Lugar(string(l.ruta)))}
	return false
}

func (l *lector) falta(r falla.Regla, args ...any) {
	l.fs = append(l.fs, r.Rota(Lugar(string(l.ruta)), args...))
}

func (l *lector) blancos() {
	for l.i < len(l.b) {
		switch l.b[l.i] {
		case ' ', '\n', '\t', '\r':
			l.i++
		default:
			return
		}
	}
}

// sigue is the next byte that is not white space, 0 at the end.
func (l *lector) sigue() byte {
	l.blancos()
	if l.i < len(l.b) {
		return l.b[l.i]
	}
	return 0
}

// valor reads one value against a plan.
func (l *lector) valor(p *plan, nulable bool) bool {
	switch c := l.sigue(); c {
	case '{':
		return l.compuesto(p, objeto)
	case '[':
		return l.compuesto(p, lista)
	case '"':
		return l.texto(p)
	case 't':
		return l.literal(p, "true", logico)
	case 'f':
		return l.literal(p, "false", logico)
	case 'n':
		if p != nil && !nulable {
			l.falta(forma.Nulo)
		}
		return l.literal(nil, "null", cualquiera)
	default:
		if c == '-' || c >= '0' && c <= '9' {
			return l.numero(p)
		}
		return l.malformar(MalFormado)
	}
}

func (l *lector) literal(p *plan, s string, tipo tipoJSON) bool {
	if len(l.b)-l.i < len(s) || string(l.b[l.i:l.i+len(s)]) != s {
		return l.malformar(MalFormado)
	}
	inicio := l.i
	l.i += len(s)
	if l.quiere(p, tipo) {
		l.decodificar(p.crudo, p.regla, l.b[inicio:l.i])
	}
	return true
}

// quiere says whether the plan wants a value of this type and looks into it;
// a fault is told when it wants another.
func (l *lector) quiere(p *plan, tipo tipoJSON) bool {
	if p == nil || p.tipo == cualquiera {
		return false
	}
	if p.tipo == tipo || tipo == numero && p.tipo == entero || tipo == objeto && (p.tipo == mapa || p.tipo == libre) {
		return true
	}
	l.falta(reglasTipo[p.tipo])
	return false
}

// decodificar lets a type with methods of its own read the value.
func (l *lector) decodificar(leer func([]byte) error, r falla.Regla, b []byte) {
	if leer != nil && leer(b) != nil {
		l.falta(r)
	}
}

// compuesto reads a list or an object.
func (l *lector) compuesto(p *plan, tipo tipoJSON) bool {
	if l.nivel++; l.nivel > maxNiveles {
		l.falta(forma.Profundidad, maxNiveles)
		return false
	}
	if !l.quiere(p, tipo) || p.tipo == libre {
		p = nil
	}
	defer func() { l.nivel-- }()
	if tipo == lista {
		return l.lista(p)
	}
	return l.objeto(p)
}
