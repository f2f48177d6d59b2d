package doe_test

import (
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
)

// minimo is the smallest catalog that loads.
var minimo = map[string]string{
	"manuales.txt":    "manual: G000-002-001\nsiglas: doe\nnombre: Manual de la Dirección\nvigente: 2022-10-01\n\nmanual: G000-002-003\nsiglas: caood\nnombre: Manual regional\n",
	"actos.txt":       "acto: atender\nverbos: atender, responder\npermite: dar respuesta\n\nacto: registrar\nverbos: registrar\npermite: dar de alta\n\nacto: autorizar\nverbos: autorizar\npermite: decidir\n",
	"capacidades.txt": "capacidad: doe.encomiendas\nmateria: encomiendas\npaquete: doe/encomienda\nobjetos: Encomienda\npermite: asignar tareas\n\ncapacidad: siade.registro\nmateria: peticiones\npaquete: siade\nobjetos: Peticion\npermite: registrar peticiones\n",
	"organos.txt":     "organo: ooad-14\ntipo: ooad\nnombre: OOAD Jalisco\nooad: 14\n\norgano: umae-dfims000580\ntipo: umae\nnombre: HE Siglo XXI\nclues: DFIMS000580\n",
	"politicas.txt":   "politica: doe-5.1\nresumen: Cumplir\n",
	"huecos.txt":      "hueco: siade.registro:autorizar\ntitular: doe-7.1\nbasta: siade.registro:registrar\nnota: Nadie autoriza registros\n",
	"unidades/doe-7.1.txt": `# the directorate
unidad: doe-7.1
nombre: Dirección
nivel: direccion

funcion: 1
verbos: atender
facultades: doe.encomiendas:atender
resumen: Atender encargos
soporte: recibe y concluye
`,
	"unidades/caood-7.1.txt": `unidad: caood-7.1
nombre: Coordinación regional
nivel: coordinacion
superior: doe-7.1

funcion: 1
verbos: registrar
facultades: siade.registro:registrar propia
resumen: Registrar peticiones
soporte: da de alta

funcion: 2
verbos: atender
facultades: doe.encomiendas:atender
resumen: Atender encargos
soporte: recibe y concluye
`,
}

// con is the smallest catalog with one text changed for another in a file.
func con(t *testing.T, archivo, antes, despues string) fstest.MapFS {
	t.Helper()
	textos := maps.Clone(minimo)
	cambiado := strings.Replace(textos[archivo], antes, despues, 1)
	require.NotEqual(t, textos[archivo], cambiado, "nothing to change in %s", archivo)
	textos[archivo] = cambiado
	return sistema(textos)
}

func sistema(textos map[string]string) fstest.MapFS {
	out := fstest.MapFS{}
	for n, s := range textos {
		out[n] = &fstest.MapFile{Data: []byte(s)}
	}
	return out
}

func TestTheSmallestCatalogLoads(t *testing.T) {
	c, err := doe.Cargar(sistema(minimo))
	require.NoError(t, err)
	assert.Len(t, c.Unidades(), 2)
	f, ok := c.Funcion("caood-7.1/1")
	require.True(t, ok)
	assert.Equal(t, doe.Funcion{Clave: "caood-7.1/1", Unidad: "caood-7.1", Numero: 1, Verbos: []string{"registrar"},
		Resumen: "Registrar peticiones", Soporte: "da de alta",
		Facultades: []doe.Otorgamiento{{Facultad: "siade.registro:registrar", Alcance: doe.Propia}}}, f)
}

func TestTheLoaderRefusesFaultyData(t *testing.T) {
	regional := "unidades/caood-7.1.txt"
	for nombre, k := range map[string]struct {
		archivo, antes, despues string
		clase                   error
		dice                    string
	}{
		"a manual twice":                  {"manuales.txt", "siglas: caood", "siglas: doe", doe.ErrDuplicado, "manuales.txt:6"},
		"a manual without name":           {"manuales.txt", "nombre: Manual regional", "nota: x", doe.ErrForma, `needs "nombre"`},
		"a manual from no day":            {"manuales.txt", "2022-10-01", "2022-13-01", doe.ErrForma, "manuales.txt:1"},
		"an act twice":                    {"actos.txt", "acto: registrar", "acto: atender", doe.ErrDuplicado, "act atender"},
		"a malformed act":                 {"actos.txt", "acto: registrar", "acto: Registrar", doe.ErrForma, "actos.txt:5"},
		"a capability twice":              {"capacidades.txt", "capacidad: siade.registro", "capacidad: doe.encomiendas", doe.ErrDuplicado, "capability doe.encomiendas"},
		"a malformed capability":          {"capacidades.txt", "capacidad: siade.registro", "capacidad: siade", doe.ErrForma, "capacidades.txt:7"},
		"an organ twice":                  {"organos.txt", "organo: umae-dfims000580\ntipo: umae", "organo: ooad-14\ntipo: ooad\nooad: 14", doe.ErrDuplicado, "organ ooad-14"},
		"an organ of unknown kind":        {"organos.txt", "tipo: umae", "tipo: clinica", doe.ErrForma, `kind "clinica"`},
		"an OOAD with another's code":     {"organos.txt", "ooad: 14", "ooad: 15", doe.ErrForma, "ooad-14 and its code"},
		"a UMAE with another's CLUES":     {"organos.txt", "clues: DFIMS000580", "clues: DFIMS000581", doe.ErrForma, "its CLUES"},
		"an organ of an unknown superior": {"organos.txt", "clues: ", "superior: dn-nada\nclues: ", doe.ErrDesconocido, "dn-nada"},
		"a malformed organ":               {"organos.txt", "organo: ooad-14", "organo: OOAD 14", doe.ErrForma, "organos.txt:1"},
		"a policy twice":                  {"politicas.txt", "resumen: Cumplir", "resumen: Cumplir\n\npolitica: doe-5.1\nresumen: Cumplir", doe.ErrDuplicado, "policy doe-5.1"},
		"a malformed policy":              {"politicas.txt", "doe-5.1", "doe-7.1", doe.ErrForma, "politicas.txt:1"},
		"a unit of no manual":             {"manuales.txt", "siglas: caood", "siglas: otro", doe.ErrDesconocido, `manual "caood"`},
		"a unit in another's file":        {regional, "unidad: caood-7.1", "unidad: caood-7.2", doe.ErrForma, "another name"},
		"a unit twice":                    {regional, "unidad: caood-7.1", "unidad: doe-7.1", doe.ErrDuplicado, "unit doe-7.1"},
		"a unit of unknown level":         {regional, "nivel: coordinacion", "nivel: oficina", doe.ErrDesconocido, `level "oficina"`},
		"a unit with no superior":         {regional, "superior: doe-7.1\n", "", doe.ErrHuerfana, "caood-7.1 hangs from"},
		"a unit of an unknown superior":   {regional, "superior: doe-7.1", "superior: doe-7.9", doe.ErrHuerfana, `"doe-7.9"`},
		"a unit that is its own superior": {regional, "superior: doe-7.1", "superior: caood-7.1", doe.ErrHuerfana, "never reaches"},
		"a directorate with a superior":   {"unidades/doe-7.1.txt", "nivel: direccion", "nivel: direccion\nsuperior: caood-7.1", doe.ErrForma, "no superior"},
		"a function first":                {regional, "unidad: caood-7.1\n", "", doe.ErrForma, "want a unit first"},
		"a function twice":                {regional, "funcion: 2", "funcion: 1", doe.ErrDuplicado, "function caood-7.1/1"},
		"a number left out":               {regional, "funcion: 2", "funcion: 3", doe.ErrForma, "want function 2"},
		"a function without verbs":        {regional, "verbos: registrar\n", "", doe.ErrForma, `needs "verbos"`},
		"a function without summary":      {regional, "resumen: Registrar peticiones\n", "", doe.ErrForma, `needs "resumen"`},
		"a function that grants nothing":  {regional, "facultades: siade.registro:registrar propia\n", "", doe.ErrForma, "grants nothing"},
		"an unknown capability":           {regional, "siade.registro:registrar", "siade.nada:registrar", doe.ErrDesconocido, "capability siade.nada"},
		"an unknown act":                  {regional, "siade.registro:registrar", "siade.registro:borrar", doe.ErrDesconocido, "act borrar"},
		"a malformed facultad":            {regional, "siade.registro:registrar", "siade.registro", doe.ErrForma, "caood-7.1.txt:6"},
		"a facultad twice":                {regional, "registrar propia", "registrar, siade.registro:registrar", doe.ErrDuplicado, "facultad siade.registro:registrar"},
		"a grant of unknown reach":        {regional, "registrar propia", "registrar mundial", doe.ErrDesconocido, `reach "mundial"`},
		"a grant wider than the act":      {regional, "registrar propia", "registrar nacional", doe.ErrDesconocido, `reach "nacional"`},
		"a unit without residual":         {regional, "facultades: doe.encomiendas:atender", "facultades: doe.encomiendas:registrar", doe.ErrForma, "last function"},
		"an unknown field":                {regional, "soporte: da de alta", "soporte: da de alta\ncolor: rojo", doe.ErrForma, "color"},
		"a field twice":                   {regional, "soporte: da de alta", "soporte: da de alta\nsoporte: otra vez", doe.ErrForma, "soporte"},
		"a line that is no field":         {regional, "soporte: da de alta", "soporte: da de alta\nsin dos puntos", doe.ErrForma, "caood-7.1.txt:11"},
		"a hole twice":                    {"huecos.txt", "nota: Nadie", "nota: x\n\nhueco: siade.registro:autorizar\nnota: Nadie", doe.ErrDuplicado, "hole siade.registro:autorizar"},
		"a hole that someone fills":       {"huecos.txt", "hueco: siade.registro:autorizar", "hueco: siade.registro:registrar", doe.ErrHueco, "granted by caood-7.1"},
		"a hole of an unknown facultad":   {"huecos.txt", "hueco: siade.registro:autorizar", "hueco: siade.nada:autorizar", doe.ErrDesconocido, "siade.nada"},
		"a hole for an unknown unit":      {"huecos.txt", "titular: doe-7.1", "titular: doe-7.9", doe.ErrDesconocido, "unit doe-7.9"},
		"a sufficing facultad of nobody":  {"huecos.txt", "basta: siade.registro:registrar", "basta: siade.registro:atender", doe.ErrHueco, "nobody holds"},
		"a regional facultad not held":    {"huecos.txt", "titular: doe-7.1", "regional: siade.registro:atender\npolitica: doe-5.1", doe.ErrHueco, "caood-7.1 does not hold"},
		"a regional hole without policy":  {"huecos.txt", "titular: doe-7.1", "regional: siade.registro:registrar", doe.ErrDesconocido, "policy"},
		"neither yes nor no":              {"huecos.txt", "titular: doe-7.1", "contraparte: quizas", doe.ErrForma, "si or no"},
	} {
		t.Run(nombre, func(t *testing.T) {
			c, err := doe.Cargar(con(t, k.archivo, k.antes, k.despues))
			assert.Nil(t, c)
			assert.ErrorIs(t, err, k.clase)
			assert.ErrorContains(t, err, k.dice)
		})
	}
}

func TestTheLoaderTellsEveryFaultAtOnce(t *testing.T) {
	fsys := con(t, "unidades/caood-7.1.txt", "nivel: coordinacion", "nivel: oficina")
	delete(fsys, "politicas.txt")
	fsys["actos.txt"].Data = append(fsys["actos.txt"].Data, "\nacto: atender\npermite: otra vez\n"...)
	_, err := doe.Cargar(fsys)
	for _, clase := range []error{doe.ErrDesconocido, doe.ErrDuplicado} {
		assert.ErrorIs(t, err, clase)
	}
	assert.ErrorContains(t, err, "politicas.txt")
}

func TestNoFileAtAllIsAnError(t *testing.T) {
	for nombre := range minimo {
		textos := maps.Clone(minimo)
		delete(textos, nombre)
		if nombre == "unidades/caood-7.1.txt" {
			continue // its facultad is what the hole says suffices
		}
		_, err := doe.Cargar(sistema(textos))
		assert.Error(t, err, nombre)
	}
	_, err := doe.Cargar(fstest.MapFS{})
	assert.Error(t, err)
}

func FuzzCargar(f *testing.F) {
	for n, s := range minimo {
		f.Add(n, s)
	}
	f.Add("unidades/caood-7.1.txt", "unidad: caood-7.1\nsuperior: caood-7.1\n\n:\n\nfuncion: 1\nfacultades: ,:, .:a\n")
	f.Fuzz(func(t *testing.T, archivo, texto string) {
		if _, ok := minimo[archivo]; !ok {
			return
		}
		textos := maps.Clone(minimo)
		textos[archivo] = texto
		c, err := doe.Cargar(sistema(textos))
		assert.NotEqual(t, err == nil, c == nil, "either a catalog or an error")
		if err == nil {
			assert.Len(t, c.Funciones(), len(c.Buscar("", doe.FiltroFunciones{})))
			c.Desenlaces()
		}
	})
}
