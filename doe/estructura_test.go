package doe_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
)

func el(dia string) fecha.Fecha { return fecha.MustParse(dia) }

// renglon is a unit of a day as the golden files write it.
func renglon(u doe.UnidadEn, vigente bool) string {
	fuera, sup, desde := "", string(u.Superior), u.Desde.String()
	if u.Fuera {
		fuera = "fuera "
	}
	if u.Mediato {
		sup = "~" + sup
	}
	if sup == "" {
		sup = "?"
	}
	if desde == "" {
		desde = "?"
	}
	s := fmt.Sprintf("%s%s | %s | %s | %s | ", fuera, u.Clave, u.Nombre, u.Nivel, sup)
	if vigente {
		return s
	}
	return strings.TrimSpace(s + "desde " + desde + " | aprobado " + strings.Join(u.Aprobados, " "))
}

// The files were written from the text of the introductions, not from what the
// program says.
func TestTheStructureOfADayIsWhatTheManualsNarrate(t *testing.T) {
	dias, err := filepath.Glob("testdata/estructura/*.txt")
	require.NoError(t, err)
	require.Len(t, dias, 7)
	for _, archivo := range dias {
		dia := strings.TrimSuffix(filepath.Base(archivo), ".txt")
		t.Run(dia, func(t *testing.T) {
			b, err := os.ReadFile(archivo)
			require.NoError(t, err)
			var quiere []string
			for l := range strings.SplitSeq(strings.TrimRight(string(b), "\n"), "\n") {
				switch {
				case strings.HasPrefix(l, " "): // the line before goes on
					quiere[len(quiere)-1] += " " + strings.TrimSpace(l)
				case !strings.HasPrefix(l, "#"):
					quiere = append(quiere, l)
				}
			}
			e := doe.Vigente().EstructuraEn(el(dia))
			var hay []string
			for _, u := range e.Unidades {
				hay = append(hay, renglon(u, e.Vigente))
			}
			for _, d := range e.Desconocido {
				hay = append(hay, "? "+d)
			}
			assert.Equal(t, quiere, hay)
			assert.Equal(t, dia >= "2022-10-01", e.Vigente)
			assert.Equal(t, e.Vigente, len(e.SinNoticia) == 0, "before the edition there are units without news")
		})
	}
}

func TestRegla16LaEstructuraSigueLaVigenciaNoLaAprobacion(t *testing.T) {
	c := doe.Vigente()
	for _, k := range []struct{ dia, nombre string }{
		{"2001-04-24", ""}, // nothing is known of the day before
		{"2001-04-25", "Coordinación de Asesores de la Dirección General"},
		{"2001-12-16", "Coordinación de Asesores de la Dirección General"},
		{"2001-12-17", "Unidad de Vinculación Institucional"},
		{"2013-12-31", "Unidad de Vinculación Institucional"},
		{"2014-01-01", "Dirección de Vinculación Institucional y Evaluación de Delegaciones"},
		{"2021-05-02", "Dirección de Vinculación Institucional y Evaluación de Delegaciones"},
		{"2021-05-03", "Dirección de Operación y Evaluación"},
	} {
		e := c.EstructuraEn(el(k.dia))
		u, _ := e.Unidad(doe.Raiz)
		assert.Equal(t, k.nombre, u.Nombre, k.dia)
	}
	e := c.EstructuraEn(el("2001-04-25"))
	u, _ := e.Unidad(doe.Raiz)
	assert.Contains(t, u.Aprobados, "2001-12-17-vinculacion", "its change is approved")
	e = c.EstructuraEn(el("2001-12-17"))
	u, _ = e.Unidad(doe.Raiz)
	assert.Empty(t, u.Aprobados)
	h, _ := c.Historia(doe.Raiz)
	assert.Equal(t, el("2001-12-16"), h.Etapas[0].Hasta, "its last day")
	r := c.Reestructuras(doe.FiltroReestructuras{Unidad: doe.Raiz, Clase: doe.Conversion})[0]
	assert.Equal(t, "2001-04-25", r.Instrumento.Aprobado.String())
	assert.Equal(t, "2001-12-17", r.Vigente.String())
	for clave, precision := range map[string]doe.Precision{"1947-inspeccion-y-quejas": doe.PorAnio, "1994-10-coordinacion-general": doe.PorMes, "2009-adscripcion": doe.PorAnio, "2014-01-01-direccion": doe.PorDia} {
		i := slices.IndexFunc(c.Reestructuras(doe.FiltroReestructuras{}), func(r doe.Reestructura) bool { return r.Clave == clave })
		assert.Equal(t, precision, c.Reestructuras(doe.FiltroReestructuras{})[i].Vigente.Precision(), clave)
	}
}

func TestTheCensusOfTheActsIsPinned(t *testing.T) {
	clases, instrumentos := map[doe.ClaseReestructura]int{}, map[string]bool{}
	sinVigencia, precisiones := 0, map[doe.Precision]int{}
	rs := doe.Vigente().Reestructuras(doe.FiltroReestructuras{})
	for _, r := range rs {
		clases[r.Clase]++
		precisiones[r.Vigente.Precision()]++
		if r.Instrumento.Clave != "" {
			instrumentos[r.Instrumento.Clave] = true
		}
		if r.Vigente.IsZero() {
			sinVigencia++
		}
	}
	assert.Len(t, rs, 47)
	assert.Equal(t, map[doe.ClaseReestructura]int{
		doe.Creacion: 7, doe.CambioDenominacion: 14, doe.CambioAdscripcion: 11, doe.TransferenciaDe: 6, doe.Conversion: 7, doe.Supresion: 1, doe.Indeterminada: 1,
	}, clases)
	assert.Equal(t, map[doe.Precision]int{"": 13, doe.PorAnio: 5, doe.PorMes: 1, doe.PorDia: 28}, precisiones)
	assert.Equal(t, 13, sinVigencia)
	assert.Len(t, instrumentos, 13)
}

func TestTheYearIsEnoughToStandFromItsFirstDayAndItIsSaid(t *testing.T) {
	c := doe.Vigente()
	duda := func(dia string) string {
		e := c.EstructuraEn(el(dia))
		u, ok := e.Unidad("doe-7.1.3")
		require.True(t, ok)
		return u.Nombre + ": " + strings.Join(u.Desconocido, " ")
	}
	assert.Contains(t, duda("2008-12-31"), "Coordinación General")
	assert.Contains(t, duda("2009-06-01"), "se sabe solo que fue en 2009")
	assert.NotContains(t, duda("2009-12-31"), "se sabe solo", "by then it was")
	assert.Contains(t, duda("2018-03-01"), "se toma su aprobación, 2018-02-28")
}

func TestEveryLineEndsInACreationAConversionOrWhatIsUnknown(t *testing.T) {
	c := doe.Vigente()
	origenes := map[doe.Origen]int{}
	for _, u := range c.Unidades() {
		h, ok := c.Historia(u.Clave)
		require.True(t, ok, u.Clave)
		assert.True(t, h.Hoy)
		assert.Equal(t, u.Nombre, h.Nombre)
		origenes[h.Origen]++
		require.NotEmpty(t, h.Etapas)
		primera, ultima := h.Etapas[0], h.Etapas[len(h.Etapas)-1]
		assert.True(t, ultima.Hasta.IsZero(), u.Clave)
		switch h.Origen {
		case doe.OrigenDesconocido:
			assert.True(t, primera.Desde.IsZero())
			assert.Contains(t, strings.Join(primera.Desconocido, " "), "no dicen desde cuándo", u.Clave)
		case doe.OrigenCreacion, doe.OrigenConversion:
			assert.NotEmpty(t, primera.Actos)
		default:
			t.Errorf("%s: %q", u.Clave, h.Origen)
		}
		for i := 1; i < len(h.Etapas); i++ {
			assert.Equal(t, h.Etapas[i].Noticia, h.Etapas[i-1].Hasta.Sumar(1), "%s has a gap", u.Clave)
		}
	}
	assert.Equal(t, map[doe.Origen]int{doe.OrigenCreacion: 3, doe.OrigenConversion: 1, doe.OrigenDesconocido: 54}, origenes)
}

func TestTheAttentionUnitGoesBackTo1947(t *testing.T) {
	h, ok := doe.Vigente().Historia("doe-7.1.3")
	require.True(t, ok)
	assert.Equal(t, doe.OrigenCreacion, h.Origen)
	var linea []string
	for _, e := range h.Etapas {
		linea = append(linea, e.Desde.String()+" "+e.Nombre)
	}
	assert.Equal(t, []string{
		"1947 Oficina de Inspección, Investigación y Quejas",
		"1967 Jefatura de Servicios de Orientación y Quejas",
		"1994-03-09 Jefatura de Servicios de Atención y Orientación al Derechohabiente",
		"1994-10 Coordinación General de Atención y Orientación al Derechohabiente",
		"2009 Coordinación de Atención a Quejas y Orientación al Derechohabiente",
		"2018-02-28 Unidad de Atención al Derechohabiente",
		"2021-05-03 Unidad de Atención a la Derechohabiencia",
	}, linea)
	assert.Len(t, h.Actos, 13)
}

func TestEveryOOADGoesBackToItsDelegation(t *testing.T) {
	c := doe.Vigente()
	for _, o := range c.Organos(doe.OrganoOOAD) {
		h, ok := c.Historia(doe.ClaveUnidad(o.Clave))
		require.True(t, ok, o.Clave)
		require.Len(t, h.Etapas, 2)
		assert.Equal(t, strings.Replace(o.Nombre, "OOAD", "Delegación", 1), h.Etapas[0].Nombre)
		assert.Equal(t, o.Nombre, h.Etapas[1].Nombre)
		assert.Equal(t, doe.OrigenDesconocido, h.Origen)
		require.Len(t, h.Actos, 1)
		i := h.Actos[0].Instrumento
		assert.Equal(t, []string{"ACDO.SA2.HCT.310822/244.P.DA", "ACDO.AS2.HCT.270922/244.P.DA"}, i.Impresas)
		assert.NotEmpty(t, i.Nota, "the two printings do not agree")
	}
	_, ok := c.Historia("hist-nada")
	assert.False(t, ok)
}

func TestWhatEndedOrLeftIsToldToo(t *testing.T) {
	c := doe.Vigente()
	h, ok := c.Historia("hist-evaluacion-de-impactos")
	require.True(t, ok)
	assert.False(t, h.Hoy)
	assert.Equal(t, "2005-10-26-supresion", h.Etapas[0].Cierre)
	h, _ = c.Historia("doe-7.1.5.3")
	assert.Equal(t, doe.OrigenConversion, h.Origen)
	assert.Equal(t, []doe.ClaveUnidad{"hist-puesto-de-division"}, h.Antecesoras)
	h, _ = c.Historia("hist-puesto-de-division")
	assert.Equal(t, []doe.ClaveUnidad{"doe-7.1.5.3"}, h.Sucesoras)
	h, _ = c.Historia("hist-vinculacion-legislativa")
	assert.Contains(t, strings.Join(h.Etapas[len(h.Etapas)-1].Desconocido, " "), "no dan noticia")
	h, _ = c.Historia("hist-sociedad-civil")
	assert.Equal(t, doe.ClaveUnidad("dn-juridica"), h.Etapas[1].Superior)
	assert.Equal(t, doe.OrigenCreacion, h.Origen)
}

func TestActsAreFoundByKindUnitAndDays(t *testing.T) {
	c := doe.Vigente()
	cuantos := func(f doe.FiltroReestructuras) int { return len(c.Reestructuras(f)) }
	assert.Equal(t, 1, cuantos(doe.FiltroReestructuras{Clase: doe.Supresion}))
	assert.Equal(t, 4, cuantos(doe.FiltroReestructuras{Desde: el("2009-06-01"), Hasta: el("2014-01-01")}), "2009 may be after June")
	assert.Equal(t, 1, cuantos(doe.FiltroReestructuras{Unidad: "ooad-14"}))
	assert.Zero(t, cuantos(doe.FiltroReestructuras{Clase: doe.Fusion}))
	r := c.Reestructuras(doe.FiltroReestructuras{})
	r[0].Despues[0].Nombre = "otra"
	assert.NotEqual(t, "otra", c.Reestructuras(doe.FiltroReestructuras{})[0].Despues[0].Nombre)
}

func TestTheStructureGoesOnWithTheActsThatACatalogTakes(t *testing.T) {
	n, err := doe.Vigente().Con(
		acto(doe.Fusion, "2027-01-01", func(r *doe.Reestructura) {
			r.Antes = unidades("doe-7.1.1.3", "doe-7.1.1.4")
			r.Despues = []doe.EstadoUnidad{{Clave: "doe-7.1.1.8", Nombre: "Coordinación de Prestaciones y Bienestar", Nivel: doe.NivelCoordinacion, Superior: "doe-7.1.1"}}
		}),
		acto(doe.CambioDenominacion, "2027-06-01", func(r *doe.Reestructura) {
			r.Antes, r.Despues = unidades("doe-7.1.5"), []doe.EstadoUnidad{{Clave: "doe-7.1.5", Nombre: "Coordinación de Prospectiva"}}
		}),
	)
	require.NoError(t, err)
	for dia, cuantas := range map[string]int{"2022-10-01": 58, "2026-12-31": 58, "2027-01-01": 57} {
		assert.Len(t, n.EstructuraEn(el(dia)).Unidades, cuantas, dia)
	}
	e := n.EstructuraEn(el("2027-05-31"))
	u, _ := e.Unidad("doe-7.1.5")
	assert.Contains(t, u.Nombre, "Análisis")
	assert.Equal(t, []string{"cambio_denominacion 2027-06-01"}, n.EstructuraEn(el("2027-05-31")).Unidades[indice(e, "doe-7.1.5")].Aprobados)
	assert.Equal(t, doe.Vigente().EstructuraEn(el("2014-01-01")), n.EstructuraEn(el("2014-01-01")))
	h, _ := n.Historia("doe-7.1.1.8")
	assert.Equal(t, doe.OrigenConversion, h.Origen)
	assert.Equal(t, []doe.ClaveUnidad{"doe-7.1.1.3", "doe-7.1.1.4"}, h.Antecesoras)
	h, _ = n.Historia("doe-7.1.1.3.1")
	ultima := h.Etapas[len(h.Etapas)-1]
	assert.Equal(t, doe.ClaveUnidad("doe-7.1.1.8"), ultima.Superior)
	assert.Equal(t, []string{"fusion 2027-01-01"}, ultima.Actos)
	h, _ = n.Historia("doe-7.1.1.3")
	assert.False(t, h.Hoy)
	assert.Equal(t, el("2026-12-31"), h.Etapas[len(h.Etapas)-1].Hasta)
}

func indice(e doe.Estructura, k doe.ClaveUnidad) int {
	return slices.IndexFunc(e.Unidades, func(u doe.UnidadEn) bool { return u.Clave == k })
}

func TestAnyDayHasAStructureWithoutRepetitionsOrLoops(t *testing.T) {
	c := doe.Vigente()
	rapid.Check(t, func(t *rapid.T) {
		e := c.EstructuraEn(el("1940-01-01").Sumar(rapid.IntRange(0, 40000).Draw(t, "dias")))
		vistas := map[doe.ClaveUnidad]bool{}
		var bajar func(us []doe.UnidadEn)
		bajar = func(us []doe.UnidadEn) {
			for _, u := range us {
				if vistas[u.Clave] {
					t.Fatalf("%s: %s twice", e.Fecha, u.Clave)
				}
				vistas[u.Clave] = true
				bajar(e.Hijas(u.Clave))
			}
		}
		bajar(e.Cimas())
		if len(vistas) != len(e.Unidades) {
			t.Fatalf("%s: %d of %d reached", e.Fecha, len(vistas), len(e.Unidades))
		}
	})
}

var claveAcuerdo = regexp.MustCompile(`ACDO[.-][A-Z0-9]+[.-]HCT[.-]\d{6}/\d+[.-]P[.-][A-Z]+`)

func TestTheKeysOfTheActsAreThoseOfTheIntroductions(t *testing.T) {
	nuestras, impresas := map[string]bool{}, map[string]bool{}
	for _, r := range doe.Vigente().Reestructuras(doe.FiltroReestructuras{}) {
		for _, k := range r.Instrumento.Impresas {
			nuestras[strings.TrimSuffix(k, ".")] = true
		}
	}
	entero := ""
	for _, m := range doe.Vigente().Manuales() {
		texto := strings.Join(strings.Fields(compartido(t, "manuales", m.Clave+".txt")), " ")
		entero += texto
		introduccion, _, ok := strings.Cut(texto, " 2. Objetivo ")
		require.True(t, ok, m.Clave)
		for _, k := range claveAcuerdo.FindAllString(introduccion, -1) {
			impresas[k] = true
			assert.True(t, nuestras[k], "%s narrates %s and the data do not", m.Clave, k)
		}
		for _, k := range regexp.MustCompile(`oficio número ([0-9A-Z]+/\d+)|Acuerdo del Consejo Técnico del Instituto número (\d+/\d+)`).FindAllStringSubmatch(introduccion, -1) {
			assert.True(t, nuestras[k[1]+k[2]], "%s narrates %s and the data do not", m.Clave, k[1]+k[2])
		}
	}
	assert.Len(t, impresas, 9)
	for k := range nuestras {
		assert.Contains(t, entero, k, "no manual prints %s", k)
	}
}

func TestEveryNameOfTheHistoryIsInTheManuals(t *testing.T) {
	entero := ""
	for _, m := range doe.Vigente().Manuales() {
		entero += strings.ToLower(strings.Join(strings.Fields(compartido(t, "manuales", m.Clave+".txt")), " "))
	}
	entero = strings.NewReplacer(",", "", "coordinaciones", "coordinación", "divisiones", "división", "  ", " ").Replace(entero)
	// Names that the text gives by parts.
	salvo := map[string]bool{
		"Jefatura de Departamento de Atención y Orientación al Derechohabiente de las UMAE": true, // "…al Derechohabiente", in the UMAE written in full
		"Puesto homólogo de autorización específica de Jefatura de División":                true, // "Jefe de División"
		"Coordinación de Relaciones con Organizaciones Privadas y Sociales":                 true, // three coordinations listed
		"Coordinación de Análisis Prospectivo, Técnico y Evaluación de Compromisos":         true,
		"Coordinación de Vinculación Legislativa":                                           true,
		"Coordinación de Asuntos Internacionales":                                           true,
		"División de Vinculación con Organizaciones Empresariales":                          true,
		"División de Vinculación con Organizaciones Sociales":                               true,
		"División de Cultura Institucional de Igualdad":                                     true, // two divisions listed
		"División de Transversalización de Igualdad":                                        true,
	}
	for _, r := range doe.Vigente().Reestructuras(doe.FiltroReestructuras{}) {
		for _, e := range slices.Concat(r.Antes, r.Despues, r.Presentes) {
			if e.Nombre == "" || salvo[e.Nombre] || e.Nivel == doe.NivelOrgano || strings.HasPrefix(string(e.Clave), "ooad-") {
				continue
			}
			nombre := strings.ReplaceAll(strings.ToLower(e.Nombre), ",", "")
			assert.True(t, strings.Contains(entero, nombre), "%s: %q is not in the manuals", r.Clave, nombre)
		}
	}
	for parte := range salvo {
		palabras := strings.Fields(strings.ToLower(strings.ReplaceAll(strings.TrimSuffix(parte, " de las UMAE"), ",", "")))
		ultimas := strings.Join(palabras[len(palabras)-2:], " ")
		assert.True(t, strings.Contains(entero, ultimas), "%s: %q is not in the manuals", parte, ultimas)
	}
}

func ExampleCatalogo_EstructuraEn() {
	e := doe.Vigente().EstructuraEn(fecha.MustParse("2001-04-25"))
	u, _ := e.Unidad(doe.Raiz)
	fmt.Println(u.Nombre, u.Aprobados[0])
	for _, h := range doe.Vigente().EstructuraEn(fecha.MustParse("2002-01-15")).Unidades[1:3] {
		fmt.Println(h.Nombre, h.Desde)
	}
	// Output:
	// Coordinación de Asesores de la Dirección General 2001-12-17-vinculacion
	// Coordinación de Análisis Prospectivo, Técnico y Evaluación de Compromisos 2001-12-17
	// Coordinación de Relaciones con Organizaciones Privadas y Sociales 2001-12-17
}

func ExampleCatalogo_Historia() {
	h, _ := doe.Vigente().Historia("doe-7.1.3")
	fmt.Println(h.Origen, len(h.Etapas))
	for _, e := range h.Etapas[:3] {
		fmt.Println(e.Desde, e.Nombre, e.Hasta)
	}
	// Output:
	// creacion 7
	// 1947 Oficina de Inspección, Investigación y Quejas 1966-12-31
	// 1967 Jefatura de Servicios de Orientación y Quejas 1994-03-08
	// 1994-03-09 Jefatura de Servicios de Atención y Orientación al Derechohabiente 1994-09-30
}

func ExampleCatalogo_Con() {
	hoy := doe.Vigente()
	vigente, _ := doe.ParseFechaParcial("2027-01-01")
	aprobado, _ := doe.ParseFechaParcial("2026-12-09")
	c, err := hoy.Con(doe.Reestructura{
		Clave: "2027-prospectiva", Clase: doe.Supresion, Vigente: vigente,
		Instrumento:    doe.Instrumento{Tipo: doe.Acuerdo, Clave: "ACDO.AS2.HCT.091226/1.P.DA", Aprobado: aprobado},
		Antes:          []doe.EstadoUnidad{{Clave: "doe-7.1.5.3"}},
		Transferencias: []doe.Transferencia{{Que: doe.LasFunciones, De: "doe-7.1.5.3", A: "doe-7.1.5.2", Funciones: []doe.ClaveFuncion{"doe-7.1.5.3/1"}}},
	})
	fmt.Println(len(c.Unidades()), err)
	f, _ := c.Funcion("doe-7.1.5.3/1")
	fmt.Println(f.Unidad, len(c.SinUnidad()), hoy.Comparar(c).SinTitular[0])
	fmt.Println(len(c.EstructuraEn(fecha.MustParse("2026-12-31")).Unidades))
	// Output:
	// 57 <nil>
	// doe-7.1.5.2 13 doe.indicadores:proponer
	// 58
}

func TestNoUnitHangsFromOneThatDoesNotStand(t *testing.T) {
	c := doe.Vigente()
	for _, r := range c.Reestructuras(doe.FiltroReestructuras{}) {
		efecto, _ := r.Efecto()
		for _, d := range []fecha.Fecha{efecto.Primero().Sumar(-1), efecto.Primero(), efecto.Ultimo()} {
			e := c.EstructuraEn(d)
			for _, u := range e.Unidades {
				_, esta := e.Unidad(u.Superior)
				_, organo := c.Organo(doe.ClaveOrgano(u.Superior))
				espera := slices.ContainsFunc(e.SinNoticia, func(s doe.SinNoticia) bool { return s.Clave == u.Superior })
				assert.True(t, esta || organo || espera || u.Superior == "", "%s: %s hangs from %s", d, u.Clave, u.Superior)
			}
		}
	}
}
