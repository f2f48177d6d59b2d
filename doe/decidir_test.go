package doe_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
)

func linea(g doe.ClaveUnidad) doe.Ambito { return doe.Ambito{Alcance: doe.Linea, Guardian: g} }

func siade(g doe.ClaveUnidad) doe.Ambito {
	return doe.Ambito{Alcance: doe.Nacional, Guardian: g, Rama: "doe-7.1.3"}
}

// quienes are the units that may, with the kind of basis of each.
func quienes(a doe.Ambito, fs ...doe.Facultad) map[doe.ClaveUnidad]doe.TipoFundamento {
	out := map[doe.ClaveUnidad]doe.TipoFundamento{}
	for _, f := range doe.Vigente().Quienes(a, fs) {
		out[f.Unidad] = f.Fundamento
	}
	return out
}

type base = map[doe.ClaveUnidad]doe.TipoFundamento

func TestAGrantOfTheUnitIsTheExpressBasisInTheOrderOfPreference(t *testing.T) {
	c := doe.Vigente()
	fs := doe.Alguna("siade.clasificacion:registrar", "siade.clasificacion:ejecutar")
	f, ok := c.Decidir(doe.CAOOD, linea(doe.CAOOD), fs)
	require.True(t, ok)
	assert.Equal(t, doe.Expreso, f.Tipo)
	assert.Equal(t, doe.Facultad("siade.clasificacion:registrar"), f.Facultad)
	assert.Equal(t, c.Otorga(doe.CAOOD, "siade.clasificacion:registrar"), f.Funciones)

	f, ok = c.Decidir(doe.CAOOD, linea(doe.CAOOD), doe.Alguna("siade.clasificacion:ejecutar", "siade.clasificacion:registrar"))
	require.True(t, ok, "it holds the second only")
	assert.Equal(t, doe.Facultad("siade.clasificacion:registrar"), f.Facultad)

	_, ok = c.Decidir("doe-7.1.2", linea(doe.CAOOD), fs)
	assert.False(t, ok)
}

func TestTheReachOfAnActBoundsWhoMayDoIt(t *testing.T) {
	c := doe.Vigente()
	fs := doe.Alguna("siade.atencion:atender") // held by 7.1.3.1.1, 7.1.3.1.3 and caood-7.1
	assert.Equal(t, base{"caood-7.1": doe.Expreso}, quienes(linea(doe.CAOOD), fs...))
	assert.Equal(t, base{"caood-7.1": doe.Expreso}, quienes(doe.Ambito{Alcance: doe.Propia, Guardian: doe.CAOOD}, fs...))
	assert.Empty(t, quienes(doe.Ambito{Alcance: doe.Propia, Guardian: "doe-7.1.3"}, fs...), "others of its line hold it: no hole")
	todas := base{"doe-7.1.3.1.1": doe.Expreso, "doe-7.1.3.1.3": doe.Expreso, "caood-7.1": doe.Expreso}
	assert.Equal(t, todas, quienes(linea("doe-7.1.3"), fs...))
	assert.Equal(t, todas, quienes(siade(doe.CAOOD), fs...))
	assert.Equal(t, todas, quienes(doe.Ambito{Alcance: doe.Nacional}, fs...), "no branch means the whole directorate")
	_, ok := c.Decidir("doe-7.1.3.1.1", doe.Ambito{Alcance: doe.Nacional, Guardian: doe.CAOOD, Rama: "doe-7.1.4"}, fs)
	assert.False(t, ok)
}

func TestWhatIsUnknownEmpowersNobody(t *testing.T) {
	c := doe.Vigente()
	fs := doe.Alguna("siade.atencion:atender")
	assert.Empty(t, quienes(linea("doe-9.9"), fs...))
	assert.Empty(t, quienes(doe.Ambito{Alcance: doe.Nacional, Guardian: doe.CAOOD, Rama: "doe-9.9"}, fs...))
	assert.Empty(t, quienes(linea(doe.CAOOD), "siade.nada:atender"))
	assert.Empty(t, quienes(linea(doe.CAOOD)))
	_, ok := c.Decidir("doe-9.9", linea(doe.CAOOD), fs)
	assert.False(t, ok)
	assert.Empty(t, quienes(doe.Ambito{Alcance: "mundial", Guardian: doe.CAOOD}, fs...))
	assert.Empty(t, quienes(doe.Ambito{Guardian: doe.CAOOD}, "doe.riesgos:autorizar"))
}

// Rule: programmes are authorised by 7.1.1, 7.1.1.6, 7.1.3 and 7.1.6 as their
// functions say, the rest by the immediate superior of who elaborates, the
// directorate's by 7.1.
func TestProgrammesAreAuthorisedAsEachFunctionSays(t *testing.T) {
	for guardian, esperado := range map[doe.ClaveUnidad]base{
		"doe-7.1.1":       {"doe-7.1.1": doe.Expreso},
		"doe-7.1.1.1":     {"doe-7.1.1": doe.Expreso},
		"doe-7.1.1.6":     {"doe-7.1.1": doe.Expreso, "doe-7.1.1.6": doe.Expreso},
		"doe-7.1.1.1.1":   {"doe-7.1.1.1": doe.Jerarquico},
		"doe-7.1.3":       {"doe-7.1.3": doe.Expreso},
		"doe-7.1.3.1.3":   {"doe-7.1.3": doe.Expreso},
		"caood-7.1":       {"doe-7.1.3": doe.Expreso},
		"doe-7.1.6":       {"doe-7.1.6": doe.Expreso},
		"doe-7.1.6.1":     {"doe-7.1.6": doe.Jerarquico},
		"doe-7.1.2":       {"doe-7.1": doe.Jerarquico},
		"doe-7.1.2.2.1":   {"doe-7.1.2.2": doe.Jerarquico},
		"doe-7.1.4.1.3":   {"doe-7.1.4.1": doe.Jerarquico},
		"doe-7.1.5.1":     {"doe-7.1.5": doe.Jerarquico},
		"doe-7.1":         {"doe-7.1": doe.Jerarquico},
		"doe-7.1.2.2.2":   {"doe-7.1.2.2": doe.Jerarquico},
		"doe-7.1.1.5.1.1": {"doe-7.1.1": doe.Jerarquico},
	} {
		assert.Equal(t, esperado, quienes(linea(guardian), "doe.programa:autorizar"), guardian)
	}
}

func TestAGrantLimitedToTheHoldersOwnRecordNeitherEmpowersNorHidesTheHole(t *testing.T) {
	c := doe.Vigente()
	assert.False(t, c.Otorga("doe-7.1.6", "doe.programa:autorizar").IsZero())
	f, ok := c.Decidir("doe-7.1.6", linea("doe-7.1.6.2"), doe.Alguna("doe.programa:autorizar"))
	require.True(t, ok)
	assert.Equal(t, doe.Jerarquico, f.Tipo)
	assert.Equal(t, []doe.ClaveFuncion{c.Residual("doe-7.1.6")}, f.Funciones.Lista())
	assert.Equal(t, doe.Facultad("doe.programa:autorizar"), f.Facultad)
}

func TestAGrantInAnotherLineNeitherEmpowersNorHidesTheHole(t *testing.T) {
	// doe.fiscalizacion:elaborar is held by 7.1.1.7 and 7.1.5.2: for a record
	// of 7.1.6.2 neither is in the line.
	assert.Equal(t, base{"doe-7.1.1.7": doe.Expreso}, quienes(linea("doe-7.1.1.7"), "doe.fiscalizacion:elaborar"))
	q := quienes(linea("doe-7.1.6.2"), "doe.fiscalizacion:elaborar")
	assert.Equal(t, base{"doe-7.1.6": doe.Jerarquico}, q)
}

func TestAnActWithoutKeeperIsTheDirectorates(t *testing.T) {
	assert.Equal(t, base{"doe-7.1": doe.Jerarquico}, quienes(doe.Ambito{Alcance: doe.Linea}, "doe.programa:revisar"))
	assert.Equal(t, base{"doe-7.1": doe.Expreso}, quienes(doe.Ambito{Alcance: doe.Linea}, "doe.normativa:autorizar"))
	assert.Equal(t, base{"doe-7.1": doe.Jerarquico}, quienes(linea("doe-7.1.2"), "siade.grupos:proponer"), "nobody of the line deals with groups")
}

func TestASufficingFacultadIsExpressWhereNobodyHoldsTheAct(t *testing.T) {
	c := doe.Vigente()
	f, ok := c.Decidir("doe-7.1.1.1.1", linea("doe-7.1.1.1.1"), doe.Alguna("doe.programa:ejecutar"))
	require.True(t, ok)
	assert.Equal(t, doe.Expreso, f.Tipo)
	assert.Equal(t, doe.Facultad("doe.programa:elaborar"), f.Facultad)
	assert.Equal(t, base{"caood-7.1": doe.Expreso, "doe-7.1.3": doe.Jerarquico},
		quienes(linea(doe.CAOOD), "siade.atencion:informar"))
	_, ok = c.Decidir("doe-7.1.3.1.1", linea(doe.CAOOD), doe.Alguna("siade.atencion:informar"))
	assert.False(t, ok, "out of the line")
}

func TestTheRegionalCoordinationDoesItsOwnOnTheNearestFacultad(t *testing.T) {
	c := doe.Vigente()
	for f, esperado := range map[doe.Facultad]struct {
		con       doe.Facultad
		documento string
	}{
		"siade.modulos:registrar": {"siade.modulos:supervisar", "G000-002-003, política 5.7"},
		"siade.modulos:ejecutar":  {"siade.modulos:supervisar", "G000-002-003, política 5.7"},
		"siade.grupos:registrar":  {"siade.grupos:atender", "G000-002-003, política 5.7"},
		"siade.grupos:ejecutar":   {"siade.grupos:atender", "G000-002-003, política 5.9"},
		"siade.grupos:seguir":     {"siade.grupos:atender", "G000-002-003, política 5.9"},
		"siade.quejas:orientar":   {"siade.quejas:registrar", "G000-002-003, política 5.6"},
		"siade.quejas:informar":   {"siade.quejas:registrar", "G000-002-003, política 5.9"},
	} {
		for _, a := range []doe.Ambito{linea(doe.CAOOD), siade(doe.CAOOD)} {
			assert.Equal(t, base{"caood-7.1": doe.Expreso}, quienes(a, f), "its holder acts only where caood-7.1 does not: %s", f)
			b, ok := c.Decidir(doe.CAOOD, a, doe.Alguna(f))
			require.True(t, ok)
			assert.Equal(t, doe.Fundamento{Tipo: doe.Expreso, Facultad: esperado.con, Funciones: c.Otorga(doe.CAOOD, esperado.con), Documento: esperado.documento}, b)
		}
		assert.NotContains(t, quienes(siade("doe-7.1.3.1.1"), f), doe.CAOOD, "the record is not its own")
		assert.Len(t, quienes(siade("doe-7.1.3.1.1"), f), 1)
	}
}

func TestACounterpartsHoleIsNoUnits(t *testing.T) {
	for _, u := range doe.Vigente().Unidades() {
		assert.Empty(t, quienes(linea(u.Clave), "siade.quejas:atender"), u.Clave)
		assert.Empty(t, quienes(linea(u.Clave), "comunicacion.enlaces:proponer"), u.Clave)
	}
	assert.Equal(t, base{"doe-7.1.3.1": doe.Jerarquico}, quienes(linea("doe-7.1.3.1.2"), "siade.consulta:validar"), "if the counterpart does not answer")
	assert.Empty(t, quienes(linea("doe-7.1"), "doe.encomiendas:coordinar"), "the Director General assigns to 7.1")
	assert.Equal(t, base{"doe-7.1.3": doe.Jerarquico}, quienes(linea(doe.CAOOD), "doe.encomiendas:coordinar"))
}

func TestEveryUnitThatMayIsListedAndNoOther(t *testing.T) {
	c := doe.Vigente()
	for _, a := range []doe.Ambito{linea("doe-7.1.1.1.1"), siade(doe.CAOOD), {Alcance: doe.Propia, Guardian: "doe-7.1.4.3"}} {
		for _, h := range c.Huecos() {
			fs := doe.Alguna(h.Facultad)
			q := quienes(a, fs...)
			for _, u := range c.Unidades() {
				f, ok := c.Decidir(u.Clave, a, fs)
				_, esta := q[u.Clave]
				assert.Equal(t, esta, ok)
				if ok {
					assert.False(t, f.Funciones.IsZero())
				}
			}
		}
	}
}

func TestAGrantAloneEmpowersOnTheHoldersOwnRecords(t *testing.T) {
	c := doe.Vigente()
	for _, u := range c.Unidades() {
		for _, k := range c.Concesiones(u.Clave) {
			f, ok := c.Decidir(u.Clave, doe.Ambito{Alcance: doe.Propia, Guardian: u.Clave}, doe.Alguna(k.Facultad))
			require.True(t, ok)
			assert.Equal(t, doe.Fundamento{Tipo: doe.Expreso, Facultad: k.Facultad, Funciones: k.Funciones}, f)
		}
	}
}

func TestDecidingTakesNoMemory(t *testing.T) {
	c := doe.Vigente()
	propias, hueco := doe.Alguna("siade.clasificacion:registrar", "siade.clasificacion:ejecutar"), doe.Alguna("doe.riesgos:autorizar")
	a := siade(doe.CAOOD)
	assert.Zero(t, testing.AllocsPerRun(100, func() {
		c.Decidir(doe.CAOOD, a, propias)
		c.Decidir("doe-7.1.2", a, propias)
		c.Decidir("doe-7.1.5", linea("doe-7.1.5.1"), hueco)
		c.Otorga(doe.CAOOD, "siade.clasificacion:registrar")
		c.EnLinea("doe-7.1.3", doe.CAOOD)
		c.Existe("siade.clasificacion:registrar")
	}))
}
