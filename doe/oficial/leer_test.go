package oficial_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/charmap"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/oficial"
)

func texto(t testing.TB) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", "faros.txt"))
	require.NoError(t, err)
	return string(b)
}

func leer(t testing.TB, s string) oficial.Manual {
	t.Helper()
	m, err := oficial.Leer([]byte(s))
	require.NoError(t, err)
	return m
}

// con changes one piece of the made-up manual for another.
func con(t testing.TB, viejo, nuevo string) string {
	t.Helper()
	s := texto(t)
	require.Contains(t, s, viejo)
	return strings.Replace(s, viejo, nuevo, 1)
}

func TestAManualIsReadIntoItsUnitsAndFunctions(t *testing.T) {
	m := leer(t, texto(t))
	assert.Equal(t, "Z900-001-001", m.Clave)
	assert.Equal(t, oficial.SiglasOtras, m.Siglas)
	assert.Equal(t, fecha.MustParse("2024-02-15"), m.Vigencia)
	assert.Empty(t, m.SinUbicar)
	var claves []string
	for _, u := range m.Unidades {
		claves = append(claves, string(u.Clave)+" "+u.Nombre)
	}
	assert.Equal(t, []string{
		"manual-7.1 Dirección de Faros y Señales", "manual-7.1.1 Coordinación de Lámparas y Espejos",
		"manual-7.1.1.1 División de Pulido de Espejos", "manual-7.1.1.2 División de Mechas y Aceites",
		"manual-7.1.2 Coordinación de Señales de Niebla",
	}, claves)
	assert.Equal(t, 14, m.Total())
	assert.Equal(t, "Designar a las personas torreras que cuidan los faros de tierra firme.", m.Texto("manual-7.1/3"))
	assert.Equal(t, "Llevar el registro de las lámparas fundidas con la hora en que dejaron de alumbrar.", m.Texto("manual-7.1.1/3"))
}

func TestAnotherEncodingOrLineEndGivesTheSameManual(t *testing.T) {
	quiere := leer(t, texto(t))
	latin, err := charmap.Windows1252.NewEncoder().String(texto(t))
	require.NoError(t, err)
	for nombre, s := range map[string]string{
		"windows-1252": latin, "byte order mark": "\ufeff" + texto(t), "crlf": strings.ReplaceAll(texto(t), "\n", "\r\n"),
		"form feeds":   strings.ReplaceAll(texto(t), "\nMANUAL DE", "\n\fMANUAL DE"),
		"soft hyphens": strings.Replace(texto(t), "campana", "cam\u00adpana", 1),
		"broken word":  strings.Replace(texto(t), "bahía con niebla cerrada", "bahía con nie-\nbla cerrada", 1),
	} {
		assert.Equal(t, quiere.Unidades[4].Funciones[2].Texto, leer(t, s).Unidades[4].Funciones[2].Texto, nombre)
		assert.Equal(t, quiere.Total(), leer(t, s).Total(), nombre)
	}
}

func TestAHyphenOfAnIndexStaysAndATableOfContentsIsSkipped(t *testing.T) {
	s := con(t, " 1. Introducción", "7. Funciones Sustantivas ........ 2\n7.1 Dirección de Faros y Señales ........ 2\n 1. Introducción")
	assert.Equal(t, leer(t, texto(t)).Unidades[0].Nombre, leer(t, s).Unidades[0].Nombre)
	m := leer(t, con(t, "lejos de cualquier flama", "lejos de Médico-\nAdministrativa"))
	assert.Contains(t, m.Texto("manual-7.1.1.2/2"), "Médico-Administrativa")
}

func TestWhatHasNoPlaceIsReportedByLine(t *testing.T) {
	for nombre, c := range map[string]struct{ viejo, nuevo, texto, motivo string }{
		"before the first unit": {"7. Funciones Sustantivas\n", "7. Funciones Sustantivas\n\nQueda dicho lo que sigue.\n", "Queda dicho lo que sigue.", "antes de la primera unidad"},
		"a number again":        {"2. Guardar las mechas", "1. Guardar las mechas", "1. Guardar las mechas en lugar seco, lejos de cualquier flama.", "ya pasó"},
		"a heading again":       {"7.1.1.2 División", "7.1.1.1 División", "7.1.1.1 División de Mechas y Aceites", "ya encabezó"},
		"under the heading":     {"7.1.2 Coordinación de Señales de Niebla\n", "7.1.2 Coordinación de Señales de Niebla\nHace lo que sigue a diario.\n", "Hace lo que sigue a diario.", "entre el encabezado"},
	} {
		s := con(t, c.viejo, c.nuevo)
		m := leer(t, s)
		require.NotEmpty(t, m.SinUbicar, nombre)
		assert.Equal(t, c.texto, m.SinUbicar[0].Texto, nombre)
		assert.Contains(t, m.SinUbicar[0].Motivo, c.motivo, nombre)
		renglones := strings.Split(s, "\n")
		assert.Equal(t, c.texto, strings.TrimSpace(renglones[m.SinUbicar[0].Linea-1]), nombre)
	}
}

func TestAFigureInsideASentenceOpensNothing(t *testing.T) {
	m := leer(t, con(t, "una escala de diez grados.", "una escala, según el numeral\n7.1.2 Coordinación de la norma y el artículo\n5. Del brillo."))
	assert.Len(t, m.Unidades, 5)
	assert.Len(t, m.Unidades[2].Funciones, 2)
	assert.Contains(t, m.Texto("manual-7.1.1.1/1"), "7.1.2 Coordinación de la norma y el artículo 5. Del brillo.")
}

func TestAGapInTheNumbersKeepsTheFunctionAfterIt(t *testing.T) {
	m := leer(t, con(t, "2. Guardar las mechas", "4. Guardar las mechas"))
	u, _ := m.Unidad("manual-7.1.1.2")
	require.Len(t, u.Funciones, 2)
	assert.Equal(t, 4, u.Funciones[1].Numero)
	assert.Empty(t, m.SinUbicar)
}

func TestWhatIsNoManualIsRefused(t *testing.T) {
	for s, quiere := range map[string]error{
		"":                                      oficial.ErrSinFunciones,
		"hola":                                  oficial.ErrSinFunciones,
		"7. Funciones\n":                        oficial.ErrSinFunciones,
		"a\x00b":                                oficial.ErrFormato,
		"%PDF-1.7 y nada más":                   oficial.ErrFormato,
		"7. Funciones\n1. Algo.":                oficial.ErrSinFunciones,
		strings.Repeat("x", oficial.MaxBytes+1): oficial.ErrTamano,
	} {
		_, err := oficial.Leer([]byte(s))
		assert.ErrorIs(t, err, quiere)
	}
}

func TestWhatIsBeyondAllMeasureIsRefused(t *testing.T) {
	_, err := oficial.Leer([]byte("7. Funciones\n\n7.1 A\n" + strings.Repeat("\n1. B.", oficial.MaxFunciones)))
	assert.NoError(t, err, "what has no place is no function")
	var b strings.Builder
	b.WriteString("7. Funciones\n")
	for i := range oficial.MaxUnidades + 1 {
		fmt.Fprintf(&b, "\n7.%d Unidad\n\n1. Algo.\n", i+1)
	}
	_, err = oficial.Leer([]byte(b.String()))
	assert.ErrorIs(t, err, oficial.ErrTamano)
}

func TestTheOfficialManualsAreReadWhole(t *testing.T) {
	c := doe.Vigente()
	total := 0
	for _, m := range losManuales(t) {
		assert.Empty(t, m.SinUbicar)
		for _, u := range m.Unidades {
			x, ok := c.Unidad(u.Clave)
			require.True(t, ok, u.Clave)
			assert.Equal(t, x.Nombre, u.Nombre)
			assert.Len(t, u.Funciones, x.Funciones, u.Clave)
			for i, f := range u.Funciones {
				assert.Equal(t, i+1, f.Numero)
			}
			total += len(u.Funciones)
		}
	}
	assert.Equal(t, 784, total)
}

// FuzzLeer reads whatever comes: it never panics, and what it reads it reads
// in order.
func FuzzLeer(f *testing.F) {
	f.Add([]byte(texto(f)))
	f.Add([]byte("7. Funciones\n7.1 A\n1. B\n3. C.\n2. D"))
	f.Add([]byte("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj"))
	f.Add(enPDF(f, fuentes["a standard font in Windows-1252"], "L"))
	f.Fuzz(func(t *testing.T, b []byte) {
		m, err := oficial.Leer(b)
		if err != nil {
			return
		}
		for _, u := range m.Unidades {
			numeros := make([]int, 0, len(u.Funciones))
			for _, f := range u.Funciones {
				numeros = append(numeros, f.Numero)
				assert.NotEmpty(t, f.Texto)
			}
			assert.True(t, slices.IsSorted(numeros))
			assert.Equal(t, len(numeros), len(slices.Compact(slices.Clone(numeros))))
		}
		oficial.Revisar(hoy, m)
	})
}
