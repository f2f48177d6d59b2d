package indicador

import (
	"fmt"
	"maps"
	"slices"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/vm"
	"github.com/shopspring/decimal"

	"github.com/operacion-abierta/operacion/doe/cantidad"
)

// Bounds of a formula.
const (
	// MaxFormula is how many characters a formula may have.
	MaxFormula = 500
	// MaxNodos is how many numbers, names and operations.
	MaxNodos = 100
	// MaxParentesis is how deep its parentheses and branches may go.
	MaxParentesis = 30
	// decimales are those that a division keeps.
	decimales = 16
	// presupuesto bounds what the machine may allocate in one evaluation.
	presupuesto = 10_000
)

// Formula is a formula found without fault. The zero value evaluates to
// nothing.
//
// The language has decimal numbers, the variables, + - * /, comparisons, and,
// or, not, min(…), max(…), abs(…) and conditions: "a > b ? a : b" or
// "if a > b { a } else { b }". Numbers are exact decimals; only a division
// rounds, half away from zero, at sixteen decimals.
type Formula struct {
	variables []string
	programa  *vm.Program
}

// SinDato says why a formula gives no number; empty when it gives one.
type SinDato string

// The reasons.
const (
	// DivisionEntreCero: some division that had to be done was by zero.
	DivisionEntreCero SinDato = "division_entre_cero"
	// FueraDeRango: the result is larger than a value may be.
	FueraDeRango SinDato = "fuera_de_rango"
	// FaltaVariable: some variable has no value.
	FaltaVariable SinDato = "falta_variable"
)

// Paso is one operation of an evaluation, with the numbers as text.
type Paso struct {
	Operacion string   `json:"operacion" doc:"Operación" example:"/"`
	Operandos []string `json:"operandos" doc:"Números con que se hizo, con todos sus decimales" example:"[\"118\", \"120\"]"`
	Resultado string   `json:"resultado" doc:"Lo que dio" example:"0.9833333333333333"`
}

// Evaluacion is the outcome of a formula: a value in hundredths, rounded half
// away from zero, or the reason why there is none.
type Evaluacion struct {
	Valor   cantidad.Valor
	SinDato SinDato
	// Pasos are the operations in the order they were done.
	Pasos []Paso
}

// Compile reads a formula over the variables given. The error is an
// [ErrFormula] with every fault found.
func Compile(texto string, variables []string) (Formula, error) {
	a := analizar(texto, variables)
	if len(a.fallas) > 0 {
		return Formula{}, ErrFormula(a.fallas)
	}
	// The machine only confirms what was checked: a fault here is one that the
	// check above let through.
	p, err := expr.Compile(texto, opciones(texto, variables)...)
	if err != nil {
		return Formula{}, ErrFormula{{Causa: FormulaSintaxis}}
	}
	if p.Node().Type() != tipoDecimal {
		return Formula{}, ErrFormula{{Causa: FormulaTipo}}
	}
	return Formula{slices.Clone(variables), p}, nil
}

// Variables lists those that the formula takes.
func (f Formula) Variables() []string { return slices.Clone(f.variables) }

// Evaluar computes the formula. It never fails: what has no number says why.
func (f Formula) Evaluar(valores map[string]cantidad.Valor) Evaluacion {
	c := &cuenta{}
	entorno := c.operaciones()
	for _, v := range f.variables {
		x, hay := valores[v]
		if !hay {
			return Evaluacion{SinDato: FaltaVariable}
		}
		entorno[v] = decimal.New(int64(x), -2)
	}
	if f.programa == nil {
		return Evaluacion{SinDato: FaltaVariable}
	}
	maquina := vm.VM{MemoryBudget: presupuesto}
	hallado, err := maquina.Run(f.programa, entorno)
	e := Evaluacion{Pasos: c.pasos, SinDato: c.sin}
	n, ok := hallado.(decimal.Decimal)
	if e.SinDato == "" && (err != nil || !ok) {
		e.SinDato = FueraDeRango
	}
	if e.SinDato != "" {
		return e
	}
	e.Valor, ok = enCentesimas(n)
	if !ok {
		return Evaluacion{SinDato: FueraDeRango, Pasos: c.pasos}
	}
	return e
}

// enCentesimas rounds half away from zero; false when it does not fit.
func enCentesimas(n decimal.Decimal) (cantidad.Valor, bool) {
	v := n.Shift(2).Round(0)
	if v.Abs().GreaterThan(decimal.New(int64(cantidad.MaxValor), 0)) {
		return 0, false
	}
	return cantidad.Valor(v.IntPart()), true
}

// cuenta does the operations of one evaluation and remembers them.
type cuenta struct {
	pasos []Paso
	sin   SinDato
}

func (c *cuenta) anotar(op string, r decimal.Decimal, xs ...decimal.Decimal) decimal.Decimal {
	p := Paso{Operacion: op, Resultado: r.String()}
	for _, x := range xs {
		p.Operandos = append(p.Operandos, x.String())
	}
	c.pasos = append(c.pasos, p)
	return r
}

func (c *cuenta) dividir(a, b decimal.Decimal) decimal.Decimal {
	if b.IsZero() {
		if c.sin == "" {
			c.sin = DivisionEntreCero
		}
		return decimal.Zero
	}
	return c.anotar("/", a.DivRound(b, decimales), a, b)
}

// operaciones is what a formula may call. The names of operators begin with
// an underscore, which no variable may.
func (c *cuenta) operaciones() map[string]any {
	out := map[string]any{
		"_suma":  func(a, b decimal.Decimal) decimal.Decimal { return c.anotar("+", a.Add(b), a, b) },
		"_resta": func(a, b decimal.Decimal) decimal.Decimal { return c.anotar("-", a.Sub(b), a, b) },
		"_por":   func(a, b decimal.Decimal) decimal.Decimal { return c.anotar("*", a.Mul(b), a, b) },
		"_entre": c.dividir,
		"_menos": func(a decimal.Decimal) decimal.Decimal { return a.Neg() },
		"abs":    func(a decimal.Decimal) decimal.Decimal { return c.anotar("abs", a.Abs(), a) },
		"min": func(a decimal.Decimal, xs ...decimal.Decimal) decimal.Decimal {
			return c.anotar("min", decimal.Min(a, xs...), append([]decimal.Decimal{a}, xs...)...)
		},
		"max": func(a decimal.Decimal, xs ...decimal.Decimal) decimal.Decimal {
			return c.anotar("max", decimal.Max(a, xs...), append([]decimal.Decimal{a}, xs...)...)
		},
	}
	maps.Copy(out, comparaciones)
	return out
}

var comparaciones = map[string]any{
	"_igual":      decimal.Decimal.Equal,
	"_distinto":   func(a, b decimal.Decimal) bool { return !a.Equal(b) },
	"_menor":      decimal.Decimal.LessThan,
	"_menorIgual": decimal.Decimal.LessThanOrEqual,
	"_mayor":      decimal.Decimal.GreaterThan,
	"_mayorIgual": decimal.Decimal.GreaterThanOrEqual,
}

// operadores gives each operator its function.
var operadores = map[string]string{
	"+": "_suma", "-": "_resta", "*": "_por", "/": "_entre",
	"==": "_igual", "!=": "_distinto", "<": "_menor", "<=": "_menorIgual", ">": "_mayor", ">=": "_mayorIgual",
}

// opciones make the machine work with decimals alone.
func opciones(texto string, variables []string) []expr.Option {
	entorno := (&cuenta{}).operaciones()
	for _, v := range variables {
		entorno[v] = decimal.Decimal{}
	}
	out := []expr.Option{
		expr.Env(entorno), expr.DisableAllBuiltins(), expr.MaxNodes(4 * MaxNodos), expr.Optimize(false), expr.Patch(literales{texto}),
	}
	for op, fn := range operadores {
		out = append(out, expr.Operator(op, fn))
	}
	return out
}

// FallaFormula is one fault of a formula.
type FallaFormula struct {
	// Causa is the kind of fault.
	Causa CausaFormula
	// Posicion is the character it is at, counted from 1; 0 when it concerns
	// the whole.
	Posicion int
	// Variable is the place in the list of variables of the one that is not
	// used, of a [VariableSinUso].
	Variable int
}

// CausaFormula is the kind of a fault.
type CausaFormula string

// The kinds of fault.
const (
	FormulaSintaxis     CausaFormula = "sintaxis"
	FormulaCompleja     CausaFormula = "compleja"
	FormulaNoPermite    CausaFormula = "no_permitido"
	FormulaTipo         CausaFormula = "tipo"
	FormulaDivideCero   CausaFormula = "divide_entre_cero"
	VariableDesconocida CausaFormula = "variable_desconocida"
	VariableSinUso      CausaFormula = "variable_sin_uso"
)

// ErrFormula holds every fault of a formula.
type ErrFormula []FallaFormula

func (e ErrFormula) Error() string {
	s := "faulty formula:"
	for _, f := range e {
		s += fmt.Sprintf(" %s at %d;", f.Causa, f.Posicion)
	}
	return s
}
