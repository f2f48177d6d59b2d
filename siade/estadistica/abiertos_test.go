package estadistica_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/siade"
	"github.com/operacion-abierta/operacion/siade/estadistica"
)

// variable is one of the two counts of a row: of a cell, or of a margin.
type variable struct {
	fila   string // the values of its dimensions
	cuenta int
}

// lector is what a reader makes of the tables of a month: what is published,
// what is hidden, and the sums that they owe each other.
type lector struct {
	publicado, oculto map[variable]int
	sumas             [][]variable // the first is the sum of the rest
}

func fila(ejes []string, valores []string) string {
	var out []string
	if len(valores) == 0 {
		return "=" // the whole month
	}
	for i, e := range ejes {
		out = append(out, e+"="+valores[i])
	}
	return strings.Join(out, ",")
}

// leer takes a table in, checking it against the truth.
func (l *lector) leer(t require.TestingT, cs cuentas, agrupar string, verdad map[string][2]int) {
	c, err := estadistica.LeerAbierta(map[string]string{"agrupar": agrupar, "desde": "2026-03-01", "hasta": "2026-03-31"}, hoy)
	require.NoError(t, err)
	filas, err := c.Responder(cs.sumar)
	require.NoError(t, err)
	for _, f := range filas {
		k := fila(strings.Split(agrupar, ","), f.Valores)
		for i, p := range []*int{f.Registradas, f.Cerradas} {
			v := variable{k, i}
			if f.Suprimida {
				require.Nil(t, p)
				l.oculto[v] = verdad[k][i]
				continue
			}
			require.Equal(t, verdad[k][i], *p, k)
			require.False(t, *p > 0 && *p < estadistica.Umbral, "%s: a small count is published", k)
			l.publicado[v] = *p
		}
	}
}

// sabe says whether the sums alone give a hidden count: whether it is a linear
// combination of them. The matrix is that of networks, so its rank is the same
// modulo any prime.
func (l *lector) sabe(x variable) bool {
	lugar := map[variable]int{}
	for v := range l.oculto {
		lugar[v] = len(lugar)
	}
	var m [][]int
	for _, s := range l.sumas {
		f := make([]int, len(lugar))
		for i, v := range s {
			if k, ok := lugar[v]; ok && i == 0 {
				f[k] = primo - 1
			} else if ok {
				f[k] = 1
			}
		}
		m = append(m, f)
	}
	objetivo := make([]int, len(lugar))
	objetivo[lugar[x]] = 1
	return rangoDe(m) == rangoDe(append(m, objetivo))
}

const primo = 1_000_003

func rangoDe(m [][]int) int {
	var filas [][]int
	for _, f := range m {
		filas = append(filas, slices.Clone(f))
	}
	r := 0
	for j := 0; len(filas) > 0 && j < len(filas[0]) && r < len(filas); j++ {
		i := slices.IndexFunc(filas[r:], func(f []int) bool { return f[j] != 0 })
		if i < 0 {
			continue
		}
		filas[r], filas[r+i] = filas[r+i], filas[r]
		inv := potencia(filas[r][j], primo-2)
		for k := r + 1; k < len(filas); k++ {
			q := filas[k][j] * inv % primo
			for c := range filas[k] {
				filas[k][c] = ((filas[k][c]-q*filas[r][c])%primo + primo) % primo
			}
		}
		r++
	}
	return r
}

func potencia(b, e int) int {
	r := 1
	for ; e > 0; e /= 2 {
		if e%2 == 1 {
			r = r * b % primo
		}
		b = b * b % primo
	}
	return r
}

// distinta says whether the hidden counts could be others, none negative, with
// a given one different. It tries every change of one more or one less: in
// these tables if any other solution exists, so does one of those.
func distinta(celdas [][]int, oculta [][]bool, deFila, deColumna []int, fila, columna []bool, i, j int) bool {
	type lugar struct{ i, j int }
	var libres []lugar
	for a := range celdas {
		for b := range celdas[a] {
			if oculta[a][b] {
				libres = append(libres, lugar{a, b})
			}
		}
	}
	cambio := map[lugar]int{}
	var probar func(k int) bool
	vale := func() bool {
		if cambio[lugar{i, j}] == 0 {
			return false
		}
		for a := range celdas {
			suma := 0
			for b := range celdas[a] {
				suma += cambio[lugar{a, b}]
			}
			if suma != 0 && !fila[a] || deFila[a]+suma < 0 {
				return false
			}
		}
		for b := range celdas[0] {
			suma := 0
			for a := range celdas {
				suma += cambio[lugar{a, b}]
			}
			if suma != 0 && !columna[b] || deColumna[b]+suma < 0 {
				return false
			}
		}
		total := 0
		for _, d := range cambio {
			total += d
		}
		return total == 0
	}
	probar = func(k int) bool {
		if k == len(libres) {
			return vale()
		}
		for d := -1; d <= 1; d++ {
			if l := libres[k]; celdas[l.i][l.j]+d >= 0 {
				if cambio[l] = d; probar(k + 1) {
					return true
				}
			}
		}
		cambio[libres[k]] = 0
		return false
	}
	return probar(0)
}

// poblacionAlAzar draws how many petitions there are of each OOAD, type and
// channel, many of them few, with those that closed.
func poblacionAlAzar(t *rapid.T) (cuentas, map[string][2]int) {
	cs, verdad := cuentas{}, map[string][2]int{}
	n := rapid.Custom(func(t *rapid.T) int {
		switch rapid.IntRange(0, 3).Draw(t, "clase") {
		case 0:
			return 0
		case 1:
			return rapid.IntRange(1, 3).Draw(t, "pocas")
		case 2:
			return rapid.IntRange(1, 12).Draw(t, "algunas")
		}
		return rapid.IntRange(11, 60).Draw(t, "muchas")
	})
	ooads := []string{"01", "14", "39"}[:rapid.IntRange(1, 3).Draw(t, "ooads")]
	tipos := []string{"", "gestion", "queja"}[:rapid.IntRange(1, 3).Draw(t, "tipos")]
	for _, o := range ooads {
		for _, tipo := range tipos {
			for _, canal := range []string{"modulo", "web"} {
				reg := n.Draw(t, "n")
				cer := reg
				if rapid.IntRange(0, 2).Draw(t, "quedan") == 0 {
					cer = rapid.IntRange(0, reg).Draw(t, "cerradas")
				}
				v := valores{tipo: siade.Tipo(tipo), canal: siade.Canal(canal), gravedad: "ordinaria", estado: "cerrada"}
				cs.mover(caso{ooad: doe.OOAD(o), registro: dia("2026-03-05"), cierre: dia("2026-03-05"), valores: v}, cer)
				cs.mover(caso{ooad: doe.OOAD(o), registro: dia("2026-03-05"), valores: v}, reg-cer)
				for _, k := range []string{
					"=", "ooad=" + o, "tipo=" + tipo, "canal=" + canal, fmt.Sprintf("ooad=%s,tipo=%s", o, tipo), fmt.Sprintf("ooad=%s,canal=%s", o, canal), fmt.Sprintf("tipo=%s,canal=%s", tipo, canal),
				} {
					x := verdad[k]
					verdad[k] = [2]int{x[0] + reg, x[1] + cer}
				}
			}
		}
	}
	return cs, verdad
}

// ligar adds the sums that the tables owe each other.
func (l *lector) ligar(verdad map[string][2]int) {
	for k := range verdad {
		for i := range 2 {
			for _, eje := range []string{"ooad", "tipo", "canal"} {
				suma := []variable{{k, i}}
				for o := range verdad {
					if desagrega(o, k, eje) {
						suma = append(suma, variable{o, i})
					}
				}
				if len(suma) > 1 {
					l.sumas = append(l.sumas, suma)
				}
			}
		}
	}
}

// desagrega says whether a row is one of those that another is the sum of over
// a dimension.
func desagrega(o, k, eje string) bool {
	var resto []string
	hay := false
	for p := range strings.SplitSeq(o, ",") {
		if strings.HasPrefix(p, eje+"=") {
			hay = true
			continue
		}
		resto = append(resto, p)
	}
	if len(resto) == 0 {
		resto = []string{"="}
	}
	return hay && o != k && strings.Join(resto, ",") == k
}

// No small count can be found out from all the tables together, by adding and
// taking away; nor from one table with its margins, knowing besides that no
// count is negative.
func TestPropiedadLoSuprimidoNoSeDeduce(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		cs, verdad := poblacionAlAzar(rt)
		l := &lector{publicado: map[variable]int{}, oculto: map[variable]int{}}
		tablas := []string{"", "ooad", "tipo", "canal", "ooad,tipo", "ooad,canal", "tipo,canal"}
		for _, a := range tablas {
			l.leer(rt, cs, a, verdad)
		}
		l.ligar(verdad)
		for v, n := range l.oculto {
			if n > 0 && n < estadistica.Umbral {
				require.False(rt, l.sabe(v), "%v is known: published %v, hidden %v", v, l.publicado, l.oculto)
			}
		}
		for _, a := range tablas[4:] {
			l.sinNegativos(rt, strings.Split(a, ","), verdad)
		}
	})
}

// sinNegativos checks one table of two dimensions.
func (l *lector) sinNegativos(t require.TestingT, ejes []string, verdad map[string][2]int) {
	var vs [2][]string
	for i, e := range ejes {
		for k := range verdad {
			if v, ok := strings.CutPrefix(k, e+"="); ok && !strings.Contains(k, ",") {
				vs[i] = append(vs[i], v)
			}
		}
		slices.Sort(vs[i])
	}
	for c := range 2 {
		celdas, oculta := make([][]int, len(vs[0])), make([][]bool, len(vs[0]))
		deFila, fila := make([]int, len(vs[0])), make([]bool, len(vs[0]))
		deColumna, columna := make([]int, len(vs[1])), make([]bool, len(vs[1]))
		esconde := func(k string) bool { _, si := l.oculto[variable{k, c}]; return si }
		for i, a := range vs[0] {
			k := ejes[0] + "=" + a
			deFila[i], fila[i] = verdad[k][c], esconde(k)
			for j, b := range vs[1] {
				k := ejes[0] + "=" + a + "," + ejes[1] + "=" + b
				celdas[i], oculta[i] = append(celdas[i], verdad[k][c]), append(oculta[i], esconde(k))
				m := ejes[1] + "=" + b
				deColumna[j], columna[j] = verdad[m][c], esconde(m)
			}
		}
		if esconde("=") {
			continue // nothing of the month is told
		}
		for i := range celdas {
			suma := 0
			for j, n := range celdas[i] {
				if oculta[i][j] {
					suma += n
				}
			}
			require.False(t, !fila[i] && suma > 0 && suma < estadistica.Umbral && slices.ContainsFunc(celdas[i], func(n int) bool { return n > 0 && n < estadistica.Umbral }),
				"%v: together, what row %d hides is few: %v %v", ejes, i, celdas, oculta)
			for j, n := range celdas[i] {
				if oculta[i][j] && n > 0 && n < estadistica.Umbral {
					require.True(t, distinta(celdas, oculta, deFila, deColumna, fila, columna, i, j), "%v %v: %v hidden %v, margins %v %v", ejes, c, celdas, oculta, fila, columna)
				}
			}
		}
	}
}

func TestLosDatosAbiertosSonDeMesesTerminados(t *testing.T) {
	for _, caso := range []struct {
		parametros map[string]string
		codigo     string
		lugar      string
	}{
		{map[string]string{"desde": "2026-03-02"}, "meses-enteros", "query.desde"},
		{map[string]string{"hasta": "2026-06-30"}, "meses-enteros", "query.hasta"},
		{map[string]string{"hasta": "2026-05-30"}, "meses-enteros", "query.hasta"},
		{map[string]string{"desde": "2023-05-01", "hasta": "2026-05-31"}, "meses-enteros", "query.desde"},
		{map[string]string{"desde": "ayer"}, "formato-fecha", "query.desde"},
		{map[string]string{"agrupar": "gravedad"}, "valor-no-permitido", "query.agrupar"},
		{map[string]string{"agrupar": "tipo,ooad"}, "valor-no-permitido", "query.agrupar"},
		{map[string]string{"ooad": "14"}, "parametro-desconocido", "query.ooad"},
	} {
		_, err := estadistica.LeerAbierta(caso.parametros, hoy)
		var e *falla.Error
		require.ErrorAs(t, err, &e, "%v", caso.parametros)
		assert.Equal(t, caso.codigo, e.Fallas[0].Codigo, "%v", caso.parametros)
		assert.Equal(t, caso.lugar, e.Fallas[0].Ubicacion)
	}
	_, err := estadistica.LeerAbierta(map[string]string{"agrupar": "color", "desde": "ayer", "ooad": "14"}, hoy)
	var e *falla.Error
	require.ErrorAs(t, err, &e)
	assert.Len(t, e.Fallas, 3)
	c, err := estadistica.LeerAbierta(nil, hoy)
	require.NoError(t, err)
	assert.Equal(t, "2025-06-01 2026-05-31", c.Desde.String()+" "+c.Hasta.String(), "the last twelve that are over")
	c, err = estadistica.LeerAbierta(map[string]string{"desde": "2023-06-01"}, hoy)
	require.NoError(t, err)
	assert.Equal(t, "2023-06-01", c.Desde.String(), "up to 36 at a time")
	assert.Contains(t, estadistica.Agrupaciones(), "ooad,tipo")
}

func TestLoQueDescansaEnPocasNoSeDice(t *testing.T) {
	cs := cuentas{}
	v := valores{tipo: "gestion", canal: "modulo", gravedad: "ordinaria", estado: siade.Cerrada}
	uno := func(calificacion int, tarde bool) caso {
		return caso{
			ooad: "14", registro: dia("2026-03-02"), cierre: dia("2026-03-04"), dias: 2, calificacion: calificacion, valores: v,
			respuestas: []respuesta{{dia("2026-03-04"), tarde}},
		}
	}
	leer := func() estadistica.Abierto {
		c, err := estadistica.LeerAbierta(map[string]string{"agrupar": "ooad", "desde": "2026-03-01", "hasta": "2026-03-31"}, hoy)
		require.NoError(t, err)
		out, err := c.Responder(cs.sumar)
		require.NoError(t, err)
		require.Len(t, out, 1)
		return out[0]
	}
	cs.mover(uno(5, false), 10)
	assert.True(t, leer().Suprimida, "ten are few")
	assert.Nil(t, leer().Registradas)
	cs.mover(uno(0, true), 1)
	a := leer()
	assert.False(t, a.Suprimida)
	assert.Equal(t, []int{11, 11, 2}, []int{*a.Registradas, *a.Cerradas, *a.DiasMediana})
	assert.Nil(t, a.Cumplimiento, "one late answer would be told")
	assert.Nil(t, a.Satisfaccion, "ten ratings are few")
	cs.mover(uno(4, false), 11)
	cs.mover(uno(0, true), 10)
	a = leer()
	assert.Equal(t, "65.63", a.Cumplimiento.String())
	assert.Equal(t, "4.48", a.Satisfaccion.String())
}
