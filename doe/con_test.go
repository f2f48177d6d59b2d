package doe_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
)

func parcial(s string) doe.FechaParcial {
	f, err := doe.ParseFechaParcial(s)
	if err != nil {
		panic(err)
	}
	return f
}

// acto is an act in force on a day, approved the day before.
func acto(clase doe.ClaseReestructura, dia string, cambios func(*doe.Reestructura)) doe.Reestructura {
	v := parcial(dia)
	r := doe.Reestructura{
		Clave: string(clase) + " " + dia, Clase: clase, Vigente: v,
		Instrumento: doe.Instrumento{Tipo: doe.Acuerdo, Clave: "ACDO.PRUEBA/1", Aprobado: doe.DiaCierto(v.Primero().Sumar(-1))},
	}
	cambios(&r)
	return r
}

func unidades(ks ...doe.ClaveUnidad) []doe.EstadoUnidad {
	out := make([]doe.EstadoUnidad, len(ks))
	for i, k := range ks {
		out[i].Clave = k
	}
	return out
}

func crear(dia string, k, superior doe.ClaveUnidad) doe.Reestructura {
	return acto(doe.Creacion, dia, func(r *doe.Reestructura) {
		r.Clave += " " + string(k)
		r.Despues = []doe.EstadoUnidad{{Clave: k, Nombre: "Nueva " + string(k), Nivel: doe.NivelDivision, Superior: superior}}
	})
}

func suprimir(dia string, ks ...doe.ClaveUnidad) doe.Reestructura {
	return acto(doe.Supresion, dia, func(r *doe.Reestructura) { r.Antes = unidades(ks...) })
}

func TestARenamingLeavesAllElseAsItWas(t *testing.T) {
	c := doe.Vigente()
	n, err := c.Con(acto(doe.CambioDenominacion, "2027-01-01", func(r *doe.Reestructura) {
		r.Antes, r.Despues = unidades("doe-7.1.5.3"), []doe.EstadoUnidad{{Clave: "doe-7.1.5.3", Nombre: "División de Prospectiva"}}
	}))
	require.NoError(t, err)
	u, _ := n.Unidad("doe-7.1.5.3")
	assert.Equal(t, "División de Prospectiva", u.Nombre)
	assert.Equal(t, doe.ClaveUnidad("doe-7.1.5"), u.Superior)
	d := c.Comparar(n)
	require.Len(t, d.Cambios, 1)
	assert.Empty(t, d.Movidas)
	assert.Empty(t, d.Facultades)
	assert.Empty(t, d.SinTitular)
	assert.Equal(t, c.Funciones(), n.Funciones())
	assert.Equal(t, c.Huecos(), n.Huecos())
	assert.Equal(t, c.Desenlaces(), n.Desenlaces())
	vieja, _ := c.Unidad("doe-7.1.5.3")
	assert.Equal(t, "División de Análisis Prospectiva", vieja.Nombre, "the catalog is as it was")
	assert.Same(t, c, n.En(fecha.MustParse("2026-12-31")))
	assert.Same(t, n, n.En(fecha.MustParse("2027-01-01")))
	assert.NotEmpty(t, n.Buscar("prospectiva", doe.FiltroFunciones{Unidad: "doe-7.1.5.3"}))
}

func TestAFunctionKeepsItsKeyWhenItPassesToAnotherUnit(t *testing.T) {
	c := doe.Vigente()
	n, err := c.Con(acto(doe.TransferenciaDe, "2027-01-01", func(r *doe.Reestructura) {
		r.Transferencias = []doe.Transferencia{{Que: doe.LasFunciones, De: "doe-7.1.1", A: "doe-7.1.5", Funciones: []doe.ClaveFuncion{"doe-7.1.1/8"}}}
	}))
	require.NoError(t, err)
	f, ok := n.Funcion("doe-7.1.1/8")
	require.True(t, ok)
	assert.Equal(t, doe.ClaveUnidad("doe-7.1.5"), f.Unidad)
	assert.Equal(t, 8, f.Numero)
	assert.True(t, n.Otorga("doe-7.1.1", "evaluacion.planes:autorizar").IsZero())
	assert.Equal(t, []doe.ClaveFuncion{"doe-7.1.1/8"}, n.Otorga("doe-7.1.5", "evaluacion.planes:autorizar").Lista())
	assert.Equal(t, []doe.ClaveUnidad{"doe-7.1", "doe-7.1.5"}, n.Titulares("evaluacion.planes:autorizar"))
	d := c.Comparar(n)
	assert.Equal(t, []doe.FuncionMovida{{Funcion: "doe-7.1.1/8", De: "doe-7.1.1", A: "doe-7.1.5"}}, d.Movidas)
	assert.Equal(t, doe.ClaveFuncion("doe-7.1.5/20"), n.Residual("doe-7.1.5"))
	u, _ := n.Unidad("doe-7.1.5")
	assert.Len(t, n.FuncionesDe("doe-7.1.5"), u.Funciones)
	// Back again: the catalog says the same as the first one.
	v, err := n.Con(acto(doe.TransferenciaDe, "2027-02-01", func(r *doe.Reestructura) {
		r.Transferencias = []doe.Transferencia{{Que: doe.LasFunciones, De: "doe-7.1.5", A: "doe-7.1.1", Funciones: []doe.ClaveFuncion{"doe-7.1.1/8"}}}
	}))
	require.NoError(t, err)
	assert.Equal(t, c.Funciones(), v.Funciones())
	assert.Equal(t, c.Comparar(c), c.Comparar(v))
}

func TestAMergerPassesFunctionsAndSubordinates(t *testing.T) {
	c := doe.Vigente()
	n, err := c.Con(acto(doe.Fusion, "2027-01-01", func(r *doe.Reestructura) {
		r.Antes = unidades("doe-7.1.1.3", "doe-7.1.1.4")
		r.Despues = []doe.EstadoUnidad{{Clave: "doe-7.1.1.8", Nombre: "Coordinación de Prestaciones y Bienestar", Nivel: doe.NivelCoordinacion, Superior: "doe-7.1.1"}}
	}))
	require.NoError(t, err)
	assert.Len(t, n.Unidades(), 57)
	assert.Equal(t, []doe.ClaveUnidad{"doe-7.1.1.3.1", "doe-7.1.1.3.2", "doe-7.1.1.4.1", "doe-7.1.1.4.2", "doe-7.1.1.8"}, hijasYElla(n, "doe-7.1.1.8"))
	antes := len(c.FuncionesDe("doe-7.1.1.3")) + len(c.FuncionesDe("doe-7.1.1.4"))
	assert.Len(t, n.FuncionesDe("doe-7.1.1.8"), antes)
	assert.Len(t, n.Funciones(), 784)
	assert.Empty(t, n.SinUnidad())
	d := c.Comparar(n)
	assert.Equal(t, []doe.ClaveUnidad{"doe-7.1.1.8"}, d.Nuevas)
	assert.Equal(t, []doe.ClaveUnidad{"doe-7.1.1.3", "doe-7.1.1.4"}, d.Terminadas)
	assert.Empty(t, d.SinTitular)
	assert.Empty(t, d.SinResidual)
	assert.Equal(t, doe.ClaveUnidad("doe-7.1.1.3"), n.Residual("doe-7.1.1.8").Unidad(), "the first one received")
}

func hijasYElla(c *doe.Catalogo, k doe.ClaveUnidad) []doe.ClaveUnidad {
	out := append(c.Subordinadas(k), k)
	slices.Sort(out)
	return out
}

func TestASplitLeavesWithoutUnitWhatItDoesNotPass(t *testing.T) {
	c := doe.Vigente()
	mitad := func(dia string, fs ...doe.ClaveFuncion) doe.Reestructura {
		return acto(doe.Division, dia, func(r *doe.Reestructura) {
			r.Antes = unidades("doe-7.1.2.4")
			r.Despues = []doe.EstadoUnidad{
				{Clave: "doe-7.1.2.5", Nombre: "División de Análisis", Nivel: doe.NivelDivision, Superior: "doe-7.1.2"},
				{Clave: "doe-7.1.2.6", Nombre: "División de Medios", Nivel: doe.NivelDivision, Superior: "doe-7.1.2"},
			}
			r.Transferencias = []doe.Transferencia{{Que: doe.LasFunciones, De: "doe-7.1.2.4", A: "doe-7.1.2.5", Funciones: fs}}
		})
	}
	n, err := c.Con(mitad("2027-01-01", "doe-7.1.2.4/1", "doe-7.1.2.4/2"))
	require.NoError(t, err)
	assert.Len(t, n.FuncionesDe("doe-7.1.2.5"), 2)
	assert.Len(t, n.SinUnidad(), len(c.FuncionesDe("doe-7.1.2.4"))-2)
	d := c.Comparar(n)
	assert.Equal(t, []doe.ClaveUnidad{"doe-7.1.2.5", "doe-7.1.2.6"}, d.SinResidual)
	assert.Equal(t, n.Residual("doe-7.1.2"), n.Residual("doe-7.1.2.6"), "that of its superior")
	assert.Len(t, d.SinUnidad, len(n.SinUnidad()))
	for _, f := range n.SinUnidad() {
		assert.Empty(t, f.Unidad)
		_, ok := n.Funcion(f.Clave)
		assert.False(t, ok)
	}
	// What was left without unit can be given to one later.
	suelta := n.SinUnidad()[0].Clave
	m, err := n.Con(acto(doe.TransferenciaDe, "2027-03-01", func(r *doe.Reestructura) {
		r.Transferencias = []doe.Transferencia{{Que: doe.LasFunciones, A: "doe-7.1.2.6", Funciones: []doe.ClaveFuncion{suelta}}}
	}))
	require.NoError(t, err)
	f, ok := m.Funcion(suelta)
	assert.True(t, ok)
	assert.Equal(t, doe.ClaveUnidad("doe-7.1.2.6"), f.Unidad)
	assert.Equal(t, []doe.ClaveFuncion{suelta}, n.Comparar(m).FuncionesNuevas)
}

func TestASuppressedHolderLeavesItsActsWithoutHolder(t *testing.T) {
	c := doe.Vigente()
	n, err := c.Con(suprimir("2027-01-01", "doe-7.1.5.2"))
	require.NoError(t, err)
	d := c.Comparar(n)
	assert.Contains(t, d.SinTitular, doe.Facultad("doe.normativa:registrar"))
	assert.Equal(t, len(c.FuncionesDe("doe-7.1.5.2")), len(n.SinUnidad()))
	for _, f := range d.SinTitular {
		assert.Empty(t, n.Titulares(f))
		assert.NotEmpty(t, c.Titulares(f))
		q := n.Quienes(doe.Ambito{Alcance: doe.Linea, Guardian: "doe-7.1.5"}, doe.Alguna(f))
		if assert.NotEmpty(t, q, f) {
			assert.Equal(t, doe.Jerarquico, q[0].Fundamento)
		}
	}
}

func TestABranchThatGoesToAnotherDirectorateLeavesTheCatalog(t *testing.T) {
	n, err := doe.Vigente().Con(acto(doe.CambioAdscripcion, "2027-01-01", func(r *doe.Reestructura) {
		r.Antes, r.Despues = unidades("doe-7.1.4"), []doe.EstadoUnidad{{Clave: "doe-7.1.4", Superior: "dn-juridica"}}
	}))
	require.NoError(t, err)
	assert.Len(t, n.Unidades(), 58-10)
	_, ok := n.Unidad("doe-7.1.4.2.1")
	assert.False(t, ok)
}

func TestActsOfSeveralDaysEachHoldFromTheirs(t *testing.T) {
	n, err := doe.Vigente().Con(crear("2027-06-01", "doe-7.1.8", "doe-7.1"), crear("2027-01-01", "doe-7.1.7", "doe-7.1"))
	require.NoError(t, err)
	assert.Len(t, n.Unidades(), 60)
	assert.Len(t, n.En(fecha.MustParse("2027-05-31")).Unidades(), 59)
	assert.Len(t, n.En(fecha.MustParse("2026-12-31")).Unidades(), 58)
	assert.Equal(t, fecha.MustParse("2027-06-01"), n.Vigencia())
}

func fallas(t *testing.T, err error) map[string]string {
	t.Helper()
	var e *falla.Error
	require.True(t, errors.As(err, &e), "%v", err)
	out := map[string]string{}
	for _, f := range e.Fallas {
		out[f.Ubicacion] = f.Codigo
	}
	return out
}

func TestEveryFaultOfTheActsIsToldAtOnce(t *testing.T) {
	otro := func(k doe.ClaveUnidad, nombre string) doe.Reestructura {
		return acto(doe.CambioDenominacion, "2027-01-01", func(r *doe.Reestructura) {
			r.Clave += string(k)
			r.Antes, r.Despues = unidades(k), []doe.EstadoUnidad{{Clave: k, Nombre: nombre}}
		})
	}
	sucesoras := acto(doe.CambioDenominacion, "2027-01-01", func(r *doe.Reestructura) {
		r.Antes, r.Despues = unidades("doe-7.1.6.1", "doe-7.1.6.2"), []doe.EstadoUnidad{{Clave: "doe-7.1.6.1", Nombre: "A"}}
	})
	tarde := crear("2022-10-01", "doe-7.1.9", "doe-7.1")
	sin := crear("2027-01-01", "doe-7.1.10", "doe-7.1")
	sin.Instrumento = doe.Instrumento{}
	antes := crear("2027-01-01", "doe-7.1.11", "doe-7.1")
	antes.Instrumento.Aprobado = parcial("2027-01-02")
	_, err := doe.Vigente().Con(
		otro("doe-9.9", "X"), otro("doe-7.1.6.1", "División de Recursos Humanos"), sucesoras, tarde, sin, antes,
		suprimir("2027-01-01", "doe-7.1"), suprimir("2027-01-01", "doe-7.1.6"),
		crear("2027-01-01", "doe-7.1.1", "doe-7.1"), crear("2027-01-01", "xyz-1", "doe-7.1"), crear("2027-01-01", "doe-7.1.12", "doe-7.7"),
		acto(doe.Fusion, "2027-01-01", func(r *doe.Reestructura) { r.Antes, r.Despues = unidades("doe-7.1.1.6"), unidades("doe-7.1.1.6") }),
		acto(doe.Division, "2027-01-01", func(r *doe.Reestructura) { r.Antes, r.Despues = unidades("doe-7.1.1.6"), unidades("doe-7.1.1.6") }),
		acto("invento", "2027-01-01", func(*doe.Reestructura) {}),
		acto(doe.TransferenciaDe, "2027-01-01", func(r *doe.Reestructura) {
			r.Transferencias = []doe.Transferencia{{Que: doe.LasFunciones, De: "doe-7.1.1", A: "doe-7.1.1"}, {Que: doe.LasFunciones, De: "doe-7.1.1", A: "doe-7.1.2", Funciones: []doe.ClaveFuncion{"doe-7.1.2/1"}}}
		}),
	)
	fs := fallas(t, err)
	for lugar, codigo := range map[string]string{
		"actos[0].antes[0].clave":                  "DOE-REESTRUCTURA-11",
		"actos[1]":                                 "DOE-REESTRUCTURA-04",
		"actos[2].antes[1].clave":                  "DOE-REESTRUCTURA-03",
		"actos[3].vigente":                         "DOE-REESTRUCTURA-19",
		"actos[4].instrumento":                     "DOE-REESTRUCTURA-20",
		"actos[5].vigente":                         "DOE-REESTRUCTURA-05",
		"actos[6].antes[0].clave":                  "DOE-REESTRUCTURA-18",
		"actos[8].despues[0].clave":                "DOE-REESTRUCTURA-12",
		"actos[9].despues[0].clave":                "DOE-REESTRUCTURA-13",
		"actos[10].despues[0].superior":            "DOE-REESTRUCTURA-15",
		"actos[11]":                                "DOE-REESTRUCTURA-02",
		"actos[12]":                                "DOE-REESTRUCTURA-02",
		"actos[13].clase":                          "DOE-REESTRUCTURA-01",
		"actos[14]":                                "DOE-REESTRUCTURA-16",
		"actos[14].transferencias[0].a":            "DOE-REESTRUCTURA-08",
		"actos[14].transferencias[1].funciones[0]": "DOE-REESTRUCTURA-17",
	} {
		assert.Equal(t, codigo, fs[lugar], lugar)
	}
}

// A unit put under one of its own is told, and the acts of later days are
// still looked at.
func TestNoUnitIsItsOwnSuperior(t *testing.T) {
	bajo := func(dia string, k, superior doe.ClaveUnidad) doe.Reestructura {
		return acto(doe.CambioAdscripcion, dia, func(r *doe.Reestructura) {
			r.Antes, r.Despues = unidades(k), []doe.EstadoUnidad{{Clave: k, Superior: superior}}
		})
	}
	_, err := doe.Vigente().Con(
		bajo("2027-01-01", "doe-7.1.1.1", "doe-7.1.1.1.1"), crear("2027-02-01", "doe-7.1.12", "doe-7.7"),
		crear("2027-03-01", "doe-8.1", "doe-7.1.1.1"), bajo("2027-03-02", "doe-8.1", "doe-8.1"),
	)
	fs := fallas(t, err)
	assert.Equal(t, "DOE-REESTRUCTURA-16", fs["actos[0]"])
	_, bucle := doe.Vigente().Con(bajo("2027-01-01", "doe-7.1.1", "doe-7.1.1.1"))
	var e *falla.Error
	require.ErrorAs(t, bucle, &e)
	assert.Len(t, e.Fallas, 2, "the two that hang from each other, not the whole branch below")
	assert.Equal(t, "DOE-REESTRUCTURA-15", fs["actos[1].despues[0].superior"])
	assert.Contains(t, fs, "actos[3]")
	assert.NotContains(t, fs, "actos[2].despues[0].superior")
}

func TestAKeyIsNeverUsedAgain(t *testing.T) {
	n, err := doe.Vigente().Con(suprimir("2027-01-01", "doe-7.1.2.4"))
	require.NoError(t, err)
	_, err = n.Con(crear("2027-02-01", "doe-7.1.2.4", "doe-7.1.2"))
	assert.Equal(t, map[string]string{"actos[0].despues[0].clave": "DOE-REESTRUCTURA-12"}, fallas(t, err))
}

// cualquiera draws an act on the units of a catalog.
func cualquiera(t *rapid.T, c *doe.Catalogo, i int) doe.Reestructura {
	us := c.Unidades()
	una := func(nombre string) doe.ClaveUnidad { return rapid.SampledFrom(us).Draw(t, nombre).Clave }
	dia := c.Vigencia().Sumar(rapid.IntRange(1, 40).Draw(t, "dias")).String()
	a, b, nueva := una("a"), una("b"), doe.ClaveUnidad(fmt.Sprintf("doe-8.%d", i+1))
	estado := doe.EstadoUnidad{Clave: nueva, Nombre: fmt.Sprintf("Nueva %d", i), Nivel: doe.NivelDivision, Superior: b}
	clase := rapid.SampledFrom(doe.ClasesReestructura()[:8]).Draw(t, "clase").Clave
	return acto(clase, dia, func(r *doe.Reestructura) {
		switch clase {
		case doe.Creacion:
			r.Despues = []doe.EstadoUnidad{estado}
		case doe.CambioDenominacion:
			r.Antes, r.Despues = unidades(a), []doe.EstadoUnidad{{Clave: a, Nombre: estado.Nombre}}
		case doe.CambioAdscripcion:
			r.Antes, r.Despues = unidades(a), []doe.EstadoUnidad{{Clave: a, Superior: b}}
		case doe.TransferenciaDe:
			r.Transferencias = []doe.Transferencia{{Que: doe.LasFunciones, De: a, A: b}}
		case doe.Fusion:
			r.Antes, r.Despues = unidades(a, b), []doe.EstadoUnidad{estado}
		case doe.Division:
			r.Antes, r.Despues = unidades(a), append(unidades(a), estado)
		case doe.Conversion:
			r.Antes, r.Despues = unidades(a), []doe.EstadoUnidad{estado}
		case doe.Supresion:
			r.Antes = unidades(a)
		}
	})
}

func TestWhateverActsItTakesACatalogHoldsTogether(t *testing.T) {
	base := doe.Vigente()
	antes := base.Funciones()
	rapid.Check(t, func(t *rapid.T) {
		c := base
		for i := range rapid.IntRange(1, 12).Draw(t, "actos") {
			n, err := c.Con(cualquiera(t, c, i))
			if err != nil {
				continue
			}
			if !cuadra(c.Comparar(n), c, n) {
				t.Fatalf("the comparison does not tell what changed")
			}
			c = n
		}
		coherente(t, c)
		if !slices.EqualFunc(antes, base.Funciones(), func(a, b doe.Funcion) bool { return a.Clave == b.Clave && a.Unidad == b.Unidad }) {
			t.Fatalf("the base changed")
		}
	})
}

// coherente checks what must be true of any catalog.
func coherente(t *rapid.T, c *doe.Catalogo) {
	if n := len(c.Funciones()) + len(c.SinUnidad()); n != 784 {
		t.Fatalf("%d functions", n)
	}
	suma := 0
	for _, u := range c.Unidades() {
		fs := c.FuncionesDe(u.Clave)
		suma += len(fs)
		if len(fs) != u.Funciones {
			t.Fatalf("%s says %d functions and has %d", u.Clave, u.Funciones, len(fs))
		}
		for _, f := range fs {
			if f.Unidad != u.Clave {
				t.Fatalf("%s is among those of %s", f.Clave, u.Clave)
			}
			for _, o := range f.Facultades {
				if o.Alcance == "" && !slices.Contains(c.Otorga(u.Clave, o.Facultad).Lista(), f.Clave) {
					t.Fatalf("%s does not grant %s to %s", f.Clave, o.Facultad, u.Clave)
				}
				if !slices.Contains(c.Titulares(o.Facultad), u.Clave) {
					t.Fatalf("%s is not among the holders of %s", u.Clave, o.Facultad)
				}
			}
		}
		if sup := c.Superiores(u.Clave); u.Clave != doe.Raiz && (len(sup) == 0 || sup[len(sup)-1] != doe.Raiz) {
			t.Fatalf("%s does not reach the directorate", u.Clave)
		}
		if c.Residual(u.Clave) == "" && len(c.FuncionesDe(doe.Raiz)) > 0 && c.Residual(doe.Raiz) != "" {
			t.Fatalf("%s works on no residual function", u.Clave)
		}
	}
	if suma != len(c.Funciones()) {
		t.Fatalf("units have %d functions of %d", suma, len(c.Funciones()))
	}
	c.Desenlaces()
}

// cuadra checks that a comparison counts all that changed.
func cuadra(d doe.Diferencias, c, n *doe.Catalogo) bool {
	return len(c.Unidades())+len(d.Nuevas)-len(d.Terminadas) == len(n.Unidades()) &&
		len(c.Funciones())+len(d.FuncionesNuevas)-len(d.SinUnidad) == len(n.Funciones())
}

func TestWhoAnswersForAUnitThatEnded(t *testing.T) {
	c := doe.Vigente()
	n, err := c.Con(
		acto(doe.Fusion, "2027-01-01", func(r *doe.Reestructura) {
			r.Antes = unidades("doe-7.1.4.2.1", "doe-7.1.4.2.2")
			r.Despues = []doe.EstadoUnidad{{Clave: "doe-7.1.4.2.3", Nombre: "División Internacional", Nivel: doe.NivelDivision, Superior: "doe-7.1.4.2"}}
		}),
		acto(doe.Supresion, "2027-02-01", func(r *doe.Reestructura) {
			r.Antes = unidades("doe-7.1.4.2.3")
			r.Transferencias = []doe.Transferencia{{Que: doe.LasFunciones, De: "doe-7.1.4.2.3", A: "doe-7.1.4.1"}}
		}),
		suprimir("2027-03-01", "doe-7.1.6.2"),
	)
	require.NoError(t, err)
	for k, quiere := range map[doe.ClaveUnidad]doe.ClaveUnidad{
		"doe-7.1.4.2.1": "doe-7.1.4.1", "doe-7.1.4.2.3": "doe-7.1.4.1", "doe-7.1.6.2": "doe-7.1.6", "doe-7.1.4": "doe-7.1.4",
	} {
		s, ok := n.Sucesora(k)
		assert.True(t, ok, k)
		assert.Equal(t, quiere, s, k)
	}
	_, ok := n.Sucesora("doe-9")
	assert.False(t, ok)
	f, ok := n.Decidir("doe-7.1.4.1", doe.Ambito{Alcance: doe.Propia, Guardian: "doe-7.1.4.2.1"}, doe.Alguna("doe.programa:elaborar"))
	assert.True(t, ok, "its successor acts on what it kept")
	assert.Equal(t, doe.Expreso, f.Tipo)
	assert.True(t, n.EnLinea("doe-7.1.4.2.1", "doe-7.1.4"))
	_, ok = n.Decidir("doe-7.1.4.2.1", doe.Ambito{Alcance: doe.Propia, Guardian: "doe-7.1.4.1"}, doe.Alguna("doe.programa:elaborar"))
	assert.False(t, ok, "an ended unit does nothing")
}
