package indicador

import (
	"errors"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/ast"
	ajuste "github.com/expr-lang/expr/conf"
	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/parser"
	"github.com/shopspring/decimal"
)

var tipoDecimal = reflect.TypeFor[decimal.Decimal]()

// What a formula may be written with. Beyond these characters the language
// behind has texts, lists, members and comments.
var (
	ajeno    = regexp.MustCompile(`[^a-z0-9_ \t\n().,+\-*/<>=!&|?:{}]|//|/\*|\*\*|\.\.|\?\?|\?\.`)
	literal  = regexp.MustCompile(`^[0-9]{1,15}(\.[0-9]{1,10})?$`)
	variable = regexp.MustCompile(`^[a-z][a-z0-9_]{0,39}$`)
)

// reservadas are words of the language, which no variable may be called.
var reservadas = []string{"abs", "and", "contains", "else", "false", "if", "in", "let", "matches", "max", "min", "nil", "not", "or", "true"}

// esVariable says whether a text may name a variable.
func esVariable(s string) bool { return variable.MatchString(s) && !slices.Contains(reservadas, s) }

// tipo is that of a part of a formula.
type tipo uint8

const (
	dudoso tipo = iota // its fault was told
	numero
	logico
)

// analisis holds a formula against the language and gathers its faults.
type analisis struct {
	texto     string
	variables []string
	usadas    map[string]bool
	nodos     int
	fallas    []FallaFormula
}

func (a *analisis) mal(c CausaFormula, posicion int) tipo {
	f := FallaFormula{Causa: c, Posicion: posicion}
	if !slices.Contains(a.fallas, f) {
		a.fallas = append(a.fallas, f)
	}
	return dudoso
}

func analizar(texto string, variables []string) *analisis {
	a := &analisis{texto: texto, variables: variables, usadas: map[string]bool{}}
	if i := ajeno.FindStringIndex(texto); i != nil {
		a.mal(FormulaNoPermite, len([]rune(texto[:i[0]]))+1)
		return a
	}
	if len(texto) > MaxFormula || hondura(texto) > MaxParentesis {
		a.mal(FormulaCompleja, 0)
		return a
	}
	c := ajuste.CreateNew()
	expr.DisableAllBuiltins()(c)
	c.MaxNodes = 4 * MaxNodos
	arbol, err := parser.ParseWithConfig(texto, c)
	if err != nil {
		a.sintaxis(err)
		return a
	}
	if t := a.ver(arbol.Node); t == logico {
		a.mal(FormulaTipo, 1)
	}
	if a.nodos > MaxNodos {
		a.mal(FormulaCompleja, 0)
	}
	a.sinUso()
	return a
}

// sinUso tells the variables that the formula does not take, unless some of it
// could not be read.
func (a *analisis) sinUso() {
	if slices.ContainsFunc(a.fallas, func(f FallaFormula) bool { return f.Causa == FormulaNoPermite }) {
		return
	}
	for i, v := range a.variables {
		if !a.usadas[v] {
			a.fallas = append(a.fallas, FallaFormula{Causa: VariableSinUso, Variable: i})
		}
	}
}

func (a *analisis) sintaxis(err error) {
	var f *file.Error
	if !errors.As(err, &f) {
		a.mal(FormulaCompleja, 0)
		return
	}
	a.mal(FormulaSintaxis, min(f.From, len(a.texto))+1)
}

// hondura is how deep parentheses, branches and signs nest.
func hondura(texto string) int {
	n, max := 0, 0
	for _, r := range texto {
		switch r {
		case '(', '{', '?':
			n++
		case ')', '}':
			n--
		}
		if n > max {
			max = n
		}
	}
	return max
}

func (a *analisis) en(n ast.Node) int { return n.Location().From + 1 }

// pide checks that a part is of a type.
func (a *analisis) pide(n ast.Node, t tipo) {
	if hay := a.ver(n); hay != dudoso && hay != t {
		a.mal(FormulaTipo, a.en(n))
	}
}

// ver checks a part of the formula and gives its type.
func (a *analisis) ver(n ast.Node) tipo {
	a.nodos++
	switch n := n.(type) {
	case *ast.IntegerNode, *ast.FloatNode:
		if _, ok := leerLiteral(a.texto, n); !ok {
			return a.mal(FormulaNoPermite, a.en(n))
		}
		return numero
	case *ast.IdentifierNode:
		return a.nombre(n)
	case *ast.UnaryNode:
		return a.unario(n)
	case *ast.BinaryNode:
		return a.binario(n)
	case *ast.ConditionalNode:
		a.pide(n.Cond, logico)
		a.pide(n.Exp1, numero)
		a.pide(n.Exp2, numero)
		return numero
	case *ast.CallNode:
		return a.llamada(n)
	default:
		return a.mal(FormulaNoPermite, a.en(n))
	}
}

func (a *analisis) nombre(n *ast.IdentifierNode) tipo {
	if !slices.Contains(a.variables, n.Value) || !esVariable(n.Value) {
		return a.mal(VariableDesconocida, a.en(n))
	}
	a.usadas[n.Value] = true
	return numero
}

func (a *analisis) unario(n *ast.UnaryNode) tipo {
	switch n.Operator {
	case "-", "+":
		a.pide(n.Node, numero)
		return numero
	case "not", "!":
		a.pide(n.Node, logico)
		return logico
	}
	return a.mal(FormulaNoPermite, a.en(n))
}

func (a *analisis) binario(n *ast.BinaryNode) tipo {
	pide, da := numero, numero
	switch n.Operator {
	case "+", "-", "*":
	case "/":
		if x, ok := leerLiteral(a.texto, n.Right); ok && x.IsZero() {
			a.mal(FormulaDivideCero, a.en(n.Right))
		}
	case "==", "!=", "<", "<=", ">", ">=":
		da = logico
	case "and", "or", "&&", "||":
		pide, da = logico, logico
	default:
		return a.mal(FormulaNoPermite, a.en(n))
	}
	a.pide(n.Left, pide)
	a.pide(n.Right, pide)
	return da
}

func (a *analisis) llamada(n *ast.CallNode) tipo {
	f, ok := n.Callee.(*ast.IdentifierNode)
	cuantos := len(n.Arguments)
	switch {
	case !ok, f.Value != "min" && f.Value != "max" && f.Value != "abs":
		return a.mal(FormulaNoPermite, a.en(n))
	case f.Value == "abs" && cuantos != 1, f.Value != "abs" && cuantos < 2:
		a.mal(FormulaTipo, a.en(n))
	}
	for _, x := range n.Arguments {
		a.pide(x, numero)
	}
	return numero
}

// leerLiteral reads a number as it is written, never through a float.
func leerLiteral(texto string, n ast.Node) (decimal.Decimal, bool) {
	switch n.(type) {
	case *ast.IntegerNode, *ast.FloatNode:
	default:
		return decimal.Decimal{}, false
	}
	i := n.Location().From
	if i < 0 || i >= len(texto) {
		return decimal.Decimal{}, false
	}
	resto := texto[i:]
	if fin := strings.IndexFunc(resto, func(r rune) bool {
		return r != '.' && r != '_' && (r < '0' || r > '9') && (r < 'a' || r > 'z')
	}); fin >= 0 {
		resto = resto[:fin]
	}
	if !literal.MatchString(resto) {
		return decimal.Decimal{}, false
	}
	d, err := decimal.NewFromString(resto)
	return d, err == nil
}

// literales makes exact decimals of the numbers of a formula, and calls of its
// signs.
type literales struct{ texto string }

// Visit replaces one part.
func (l literales) Visit(n *ast.Node) {
	if d, ok := leerLiteral(l.texto, *n); ok {
		c := &ast.ConstantNode{Value: d}
		ast.Patch(n, c)
		c.SetType(tipoDecimal)
		return
	}
	u, ok := (*n).(*ast.UnaryNode)
	if !ok {
		return
	}
	switch u.Operator {
	case "+":
		*n = u.Node
	case "-":
		ast.Patch(n, &ast.CallNode{Callee: &ast.IdentifierNode{Value: "_menos"}, Arguments: []ast.Node{u.Node}})
	}
}
