package doe_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
)

func TestTheCensusOfTheCatalogIsPinned(t *testing.T) {
	c := doe.Vigente()
	assert.Len(t, c.Manuales(), 2)
	assert.Len(t, c.Unidades(), 58)
	assert.Len(t, c.Funciones(), 784)
	assert.Len(t, c.Capacidades(), 64)
	assert.Len(t, c.Actos(), 20)
	assert.Len(t, c.Politicas(), 22)
	assert.Len(t, c.Huecos(), 88)
	assert.Len(t, c.Organos(doe.OrganoOOAD), 35)
	assert.Len(t, c.Organos(doe.OrganoUMAE), 25)
	assert.Len(t, c.Organos(doe.OrganoNormativo), 8)

	distintas, total := map[doe.Facultad]bool{}, 0
	for _, f := range c.Funciones() {
		total += len(f.Facultades)
		for _, o := range f.Facultades {
			distintas[o.Facultad] = true
		}
	}
	assert.Equal(t, 584, len(distintas))
	assert.Equal(t, 1724, total)
}

func TestEveryKindOfOrganIsListedAndNoOther(t *testing.T) {
	c, n := doe.Vigente(), 0
	for _, tipo := range doe.TiposOrgano() {
		os := c.Organos(tipo)
		assert.NotEmpty(t, os, tipo)
		n += len(os)
	}
	assert.Len(t, c.Organos(""), n)
	assert.Empty(t, c.Organos("sindicato"))
}

func TestUnitsComeInTheOrderOfTheManuals(t *testing.T) {
	us := doe.Vigente().Unidades()
	var claves []doe.ClaveUnidad
	for _, u := range us {
		claves = append(claves, u.Clave)
	}
	assert.Equal(t, []doe.ClaveUnidad{"doe-7.1", "doe-7.1.1", "doe-7.1.1.1", "doe-7.1.1.1.1"}, claves[:4])
	assert.Equal(t, doe.CAOOD, claves[57])
	assert.Equal(t, doe.ClaveUnidad("doe-7.1.6.2"), claves[56])
	for _, u := range us {
		assert.Contains(t, doe.Niveles(), u.Nivel, u.Clave)
		assert.True(t, strings.HasSuffix(string(u.Clave), "-"+u.Numeral), u.Clave)
	}
}

func TestAdscriptionFollowsTheNumeralsSaveForTheRegionalCoordination(t *testing.T) {
	c := doe.Vigente()
	_, ok := c.Superior(doe.Raiz)
	assert.False(t, ok)
	_, ok = c.Superior("doe-9.9")
	assert.False(t, ok)
	for _, u := range c.Unidades()[1:] {
		s, ok := c.Superior(u.Clave)
		require.True(t, ok, u.Clave)
		esperado := u.Clave[:strings.LastIndex(string(u.Clave), ".")]
		if u.Clave == doe.CAOOD {
			esperado = "doe-7.1.3"
		}
		assert.Equal(t, esperado, s)
	}
	assert.Equal(t, []doe.ClaveUnidad{"doe-7.1.3.1", "doe-7.1.3", "doe-7.1"}, c.Superiores("doe-7.1.3.1.4"))
	assert.Equal(t, []doe.ClaveUnidad{"doe-7.1.3.1", "doe-7.1.3.1.1", "doe-7.1.3.1.2", "doe-7.1.3.1.3", "doe-7.1.3.1.4", "caood-7.1"}, c.Subordinadas("doe-7.1.3"))
	assert.Empty(t, c.Subordinadas("doe-9.9"))
}

func TestALineIsTheUnitItsSuperiorsAndItsSubordinates(t *testing.T) {
	c := doe.Vigente()
	for _, g := range c.Unidades() {
		linea := append(append(c.Superiores(g.Clave), c.Subordinadas(g.Clave)...), g.Clave)
		for _, u := range c.Unidades() {
			assert.Equal(t, slices.Contains(linea, u.Clave), c.EnLinea(g.Clave, u.Clave), "%s %s", g.Clave, u.Clave)
		}
	}
	assert.False(t, c.EnLinea("doe-9.9", "doe-9.9"))
	assert.False(t, c.EnLinea("doe-7.1", ""))
}

func TestEveryFunctionIsNumberedSummedUpAndGrantsKnownFacultades(t *testing.T) {
	c := doe.Vigente()
	for _, u := range c.Unidades() {
		fs := c.FuncionesDe(u.Clave)
		require.Len(t, fs, u.Funciones)
		for i, f := range fs {
			assert.Equal(t, i+1, f.Numero)
			assert.Equal(t, f.Numero, f.Clave.Numero())
			assert.Equal(t, u.Clave, f.Clave.Unidad())
			assert.NotEmpty(t, f.Verbos, f.Clave)
			assert.NotEmpty(t, f.Resumen, f.Clave)
			assert.NotEmpty(t, f.Soporte, f.Clave)
			g, ok := c.Funcion(f.Clave)
			assert.True(t, ok)
			assert.Equal(t, f, g)
			for _, o := range f.Facultades {
				assert.True(t, c.Existe(o.Facultad), o.Facultad)
				assert.Contains(t, c.Otorga(u.Clave, o.Facultad).Lista(), f.Clave)
			}
		}
		assert.Equal(t, fs[len(fs)-1].Clave, c.Residual(u.Clave))
	}
	_, ok := c.Funcion("doe-7.1/22")
	assert.False(t, ok)
	assert.Empty(t, c.Residual("doe-9.9"))
	assert.Nil(t, c.FuncionesDe("doe-9.9"))
}

func TestHoldersConcessionsAndGrantsAgree(t *testing.T) {
	c := doe.Vigente()
	suma := map[doe.Facultad][]doe.ClaveUnidad{}
	for _, u := range c.Unidades() {
		for _, k := range c.Concesiones(u.Clave) {
			assert.Equal(t, k.Funciones.Lista(), c.Otorga(u.Clave, k.Facultad).Lista())
			assert.False(t, k.Funciones.IsZero())
			suma[k.Facultad] = append(suma[k.Facultad], u.Clave)
		}
	}
	assert.Len(t, suma, 584)
	for _, d := range c.Capacidades() {
		for _, a := range c.Actos() {
			f := doe.Facultad(string(d.Clave) + ":" + string(a.Clave))
			assert.True(t, c.Existe(f))
			assert.Equal(t, len(suma[f]), len(c.Titulares(f)), f)
			if len(suma[f]) > 0 {
				assert.Equal(t, suma[f], c.Titulares(f))
			}
		}
	}
}

func TestWhatTheCatalogDoesNotKnowIsGrantedToNobody(t *testing.T) {
	c := doe.Vigente()
	for _, f := range []doe.Facultad{"", "siade", "siade.nada:registrar", "siade.registro:borrar"} {
		assert.False(t, c.Existe(f), f)
		assert.Empty(t, c.Titulares(f), f)
		assert.True(t, c.Otorga(doe.Raiz, f).IsZero(), f)
	}
	assert.True(t, c.Otorga("doe-9.9", "siade.registro:administrar").IsZero())
	assert.Nil(t, c.Concesiones("doe-9.9"))
	_, ok := c.Unidad("doe-9.9")
	assert.False(t, ok)
	_, ok = c.Organo("ooad-09")
	assert.False(t, ok)
	_, ok = c.Politica("doe-5.12")
	assert.False(t, ok)
}

func TestListsAreCopies(t *testing.T) {
	c := doe.Vigente()
	rompe := func() {
		clear(c.Unidades())
		clear(c.Organos(""))
		clear(c.Manuales())
		clear(c.Politicas())
		clear(c.Titulares("siade.atencion:atender"))
		f, _ := c.Funcion("doe-7.1/1")
		clear(f.Verbos)
		clear(f.Facultades)
		clear(c.Capacidades()[0].Objetos)
		clear(c.Actos()[0].Verbos)
		clear(c.Huecos()[0].Titular)
		clear(c.Otorga("doe-7.1", "doe.normativa:autorizar").Lista())
		clear(c.Desenlaces()[0].Guardianas)
		clear(c.Buscar("queja", doe.FiltroFunciones{})[0].Facultades)
	}
	foto := func() []any {
		return []any{c.Unidades(), c.Organos(""), c.Manuales(), c.Politicas(), c.Titulares("siade.atencion:atender"),
			c.Funciones(), c.Capacidades(), c.Actos(), c.Huecos(), c.Otorga("doe-7.1", "doe.normativa:autorizar"), c.Desenlaces()}
	}
	antes := foto()
	rompe()
	assert.Equal(t, antes, foto())
}

func TestOrgansCarryTheirOfficialCodes(t *testing.T) {
	c := doe.Vigente()
	jal, ok := c.Organo("ooad-14")
	require.True(t, ok)
	assert.Equal(t, doe.Organo{Clave: "ooad-14", Tipo: doe.OrganoOOAD, Nombre: "OOAD Jalisco", OOAD: "14", Ambito: "estatal",
		ISO: "MX-JAL", INEGI: "14", Abreviatura: "JAL", Compranet: "050GYR002"}, jal)
	norte, ok := c.Organo(doe.OOAD("39").Organo())
	require.True(t, ok)
	assert.Equal(t, "OOAD Ciudad de México Norte", norte.Nombre)
	assert.Equal(t, "regional", norte.Ambito)
	sxxi, ok := c.Organo("umae-dfims000580")
	require.True(t, ok)
	assert.Equal(t, "DFIMS000580", sxxi.CLUES)
	for _, k := range []doe.ClaveOrgano{"dn-prestaciones-medicas", "dn-juridica", "dn-administracion", "dn-finanzas",
		"dn-incorporacion-y-recaudacion", "dn-prestaciones-economicas-y-sociales", "organo-consejo-tecnico",
		"organo-direccion-general", "unidad-imss-bienestar", "federal-segob", "federal-sabg"} {
		_, ok := c.Organo(k)
		assert.True(t, ok, k)
	}
	regionales := 0
	for _, o := range c.Organos(doe.OrganoOOAD) {
		if o.Ambito == "regional" {
			regionales++
		}
	}
	assert.Equal(t, 6, regionales, "three states hold two bodies each")
}

func TestPoliciesOfBothManualsAreCitable(t *testing.T) {
	c := doe.Vigente()
	p, ok := c.Politica("caood-5.7")
	require.True(t, ok)
	assert.Equal(t, "G000-002-003", p.Manual)
	assert.Equal(t, "5.7", p.Numero)
	assert.Contains(t, p.Resumen, "SIADE")
	m := c.Manuales()
	assert.Equal(t, "2022-10-01", m[0].Vigente.String())
	assert.True(t, m[1].Vigente.IsZero(), "the second manual does not say since when it is in force")
	assert.NotEmpty(t, m[1].Nota)
}
