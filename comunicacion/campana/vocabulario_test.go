package campana_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/comunicacion/campana"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
	"github.com/operacion-abierta/operacion/doe/vocabulario/prueba"
)

// constantes lists the constants of each type of the package, read from its
// source.
func constantes(t *testing.T) map[string][]string {
	out := map[string][]string{}
	archivos, err := filepath.Glob("*.go")
	require.NoError(t, err)
	for _, nombre := range archivos {
		a, err := parser.ParseFile(token.NewFileSet(), nombre, nil, 0)
		require.NoError(t, err)
		ast.Inspect(a, func(n ast.Node) bool {
			v, ok := n.(*ast.ValueSpec)
			if !ok || len(v.Values) != 1 {
				return true
			}
			tipo, ok := v.Type.(*ast.Ident)
			valor, es := v.Values[0].(*ast.BasicLit)
			if ok && es && valor.Kind == token.STRING {
				s, _ := strconv.Unquote(valor.Value)
				out[tipo.Name] = append(out[tipo.Name], s)
			}
			return true
		})
	}
	return out
}

func concuerda[T ~string](t *testing.T, cs map[string][]string, tabla vocabulario.Tabla[T], parse func(string) (T, error)) {
	nombre := reflect.TypeFor[T]().Name()
	t.Run(nombre, func(t *testing.T) {
		var constantes []T
		for _, c := range cs[nombre] {
			constantes = append(constantes, T(c))
		}
		prueba.Concuerda(t, tabla, parse, constantes...)
		for _, lista := range enumeraciones()[nombre] {
			require.Subset(t, tabla.Claves(), lista)
		}
	})
}

// enumeraciones gives, by type, the closed lists of the inputs' tags.
func enumeraciones() map[string][][]string {
	out := map[string][][]string{}
	var mirar func(reflect.Type)
	vistos := map[reflect.Type]bool{}
	mirar = func(t reflect.Type) {
		for t.Kind() == reflect.Slice || t.Kind() == reflect.Pointer {
			t = t.Elem()
		}
		if t.Kind() != reflect.Struct || vistos[t] || !strings.HasSuffix(t.PkgPath(), "campana") {
			return
		}
		vistos[t] = true
		for i := range t.NumField() {
			c := t.Field(i)
			tipo := c.Type
			for tipo.Kind() == reflect.Slice || tipo.Kind() == reflect.Pointer {
				tipo = tipo.Elem()
			}
			if _, lista, ok := strings.Cut(c.Tag.Get("validate"), "oneof="); ok {
				lista, _, _ = strings.Cut(lista, ",")
				out[tipo.Name()] = append(out[tipo.Name()], strings.Fields(lista))
			}
			mirar(c.Type)
		}
	}
	for _, a := range campana.Campanas.Definicion().Actos {
		mirar(a.Entrada)
	}
	return out
}

func TestConstantsTablesAndTagsAgree(t *testing.T) {
	cs := constantes(t)
	concuerda(t, cs, campana.Clases(), campana.ParseClase)
	concuerda(t, cs, campana.Modalidades(), campana.ParseModalidad)
	concuerda(t, cs, campana.Resultados(), campana.ParseResultado)
	concuerda(t, cs, campana.Niveles(), campana.ParseNivel)
	concuerda(t, cs, campana.Prohibiciones(), campana.ParseProhibicion)
	concuerda(t, cs, campana.Accesibilidades(), campana.ParseAccesibilidad)
	concuerda(t, cs, campana.TiposEstudio(), campana.ParseTipoEstudio)
	concuerda(t, cs, campana.Medios(), campana.ParseMedio)
	concuerda(t, cs, campana.Tiempos(), campana.ParseTiempo)
	concuerda(t, cs, campana.Fracciones(), campana.ParseFraccion)
	concuerda(t, cs, campana.Aspectos(), campana.ParseAspecto)
	concuerda(t, cs, campana.TiposMovimiento(), campana.ParseTipoMovimiento)
	e := enumeraciones()
	require.Len(t, e["Medio"][0], len(campana.Medios()))
	require.Len(t, e["Fraccion"][0], len(campana.Fracciones()))
	require.Len(t, e["Prohibicion"][0], len(campana.Prohibiciones()))
}

func TestEachRuleHasItsOwnCodeAndASource(t *testing.T) {
	vistos := map[string]bool{}
	for _, r := range campana.Reglas() {
		require.Regexp(t, `^COMUNICACION-CAMPANA-\d\d$`, r.Codigo)
		require.False(t, vistos[r.Codigo], r.Codigo)
		vistos[r.Codigo] = true
		require.False(t, r.Fuente.IsZero(), r.Codigo)
		require.NotEqual(t, r.Es, r.En)
	}
	fuente, err := os.ReadFile("reglas.go")
	require.NoError(t, err)
	declaradas := len(regexp.MustCompile(`(?m)^\tRegla\w+ += regla\(`).FindAll(fuente, -1))
	require.Equal(t, declaradas, len(vistos), "a rule is not in Reglas()")
}

func TestEachTermCitesItsNormAndCanBeCounted(t *testing.T) {
	for _, d := range campana.Terminos() {
		require.NoError(t, d.Termino.Validar())
	}
	i := slices.IndexFunc(campana.Terminos(), func(d plazo.Fijado) bool { return d.Plazo == campana.PlazoMensual })
	require.Equal(t, "LGCS art. 33", campana.Terminos()[i].Termino.Fuente.String())
}

func TestEachFunctionCitedExists(t *testing.T) {
	for _, d := range campana.DefMedios() {
		if d.Verifica != "" {
			_, ok := doe.Vigente().Unidad(d.Verifica)
			require.True(t, ok)
		}
	}
	_, ok := doe.Vigente().Organo(campana.SEGOB)
	require.True(t, ok)
}

// TestNoFieldOfTheContentChangesUnseen alters each leaf of a full content.
func TestNoFieldOfTheContentChangesUnseen(t *testing.T) {
	lleno := func() campana.Contenido {
		return con(func(c *campana.Contenido) {
			c.Poblacion.OOAD, c.Poblacion.Entidades, c.Coemisores = []doe.OOAD{"14"}, []string{"14"}, []string{"INE"}
			c.Difusiones[0].Entidades = []string{"14"}
			c.Lineas[0].Proveedor = &campana.Proveedor{RFC: proveedor.RFC, Nombre: proveedor.Nombre}
			c.Excepcion = &campana.Excepcion{Fraccion: campana.PorINE, Vedas: []string{"v"}, Justificacion: "j", Documento: "d"}
		})
	}
	n := 0
	for i := 0; ; i++ {
		c := lleno()
		if !alterar(reflect.ValueOf(&c).Elem(), i, new(int)) {
			break
		}
		n++
		require.NotEmpty(t, campana.Cambios(lleno(), c), "leaf %d", i)
	}
	require.Greater(t, n, 40)
	require.Empty(t, campana.Cambios(lleno(), lleno()))
}

// alterar changes the i-th leaf, in depth-first order.
func alterar(v reflect.Value, i int, van *int) bool {
	switch v.Kind() {
	case reflect.Pointer:
		return alterar(v.Elem(), i, van)
	case reflect.Slice:
		for j := range v.Len() {
			if alterar(v.Index(j), i, van) {
				return true
			}
		}
		return false
	case reflect.Struct:
		if v.Type().Name() != "Fecha" {
			for j := range v.NumField() {
				if alterar(v.Field(j), i, van) {
					return true
				}
			}
			return false
		}
	}
	*van++
	if *van-1 != i {
		return false
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(v.String() + "x")
	case reflect.Int:
		v.SetInt(v.Int() + 1)
	case reflect.Bool:
		v.SetBool(!v.Bool())
	default:
		v.Set(reflect.ValueOf(f("2026-12-01")))
	}
	return true
}

func FuzzParse(fz *testing.F) {
	fz.Add("externa")
	fz.Add("")
	fz.Fuzz(func(t *testing.T, s string) {
		if c, err := campana.ParseClase(s); err == nil {
			require.Equal(t, s, string(c))
		}
		if m, err := campana.ParseMedio(s); err == nil {
			require.Equal(t, s, string(m))
		}
	})
}
