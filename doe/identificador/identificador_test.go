package identificador_test

import (
	"encoding/csv"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe/identificador"
)

// Published or circulated examples, none worked out with this code.
var (
	curps = strings.Fields(`BOXW310820HNERXN09 HEGG560427MVZRRL04 BEML920313HMCLNS09 PEGL890909MJCRMS08
		AAAA000101HDFCCC09 AAMG890608HDFLJL00 BAAA890317HDFRLL03 BAAD890419HMNRRV07 HEGR891009HMNRRD09
		MARR890512HMNRMN09 MESJ890928HMNZNS00 OOMG890727HMNRSR06`)
	rfcs = strings.Fields(`GODE561231GR8 MAB9307148T4 AAAA791128D63 AAA390128530 AHO120203E8A BNM840515VB1
		MANO610814JL5 IMS421231I45`)
)

func TestLasCURPPublicadasPasan(t *testing.T) {
	for _, s := range curps {
		c, err := identificador.ParseCURP(strings.ToLower(s))
		require.NoError(t, err, s)
		assert.Equal(t, s, string(c))
	}
	c, _ := identificador.ParseCURP(curps[0])
	assert.Equal(t, "1931-08-20", c.Nacimiento().String(), "a digit: born before 2000")
	assert.Equal(t, "***************N09", c.Enmascarar())
	assert.True(t, identificador.CURP("x").Nacimiento().IsZero())
}

func TestUnaCURPMalHechaDicePorQue(t *testing.T) {
	casos := map[string]error{
		"":                    identificador.ErrForma,
		" BOXW310820HNERXN09": identificador.ErrForma,
		"BOXW310820HNERXN0":   identificador.ErrForma,
		"BBXW310820HNERXN09":  identificador.ErrForma, // second letter
		"BOXW310820JNERXN09":  identificador.ErrForma, // sex
		"BOXW310820HZZRXN09":  identificador.ErrForma, // state
		"BOXW310820HNEAXN09":  identificador.ErrForma, // vowel where a consonant goes
		"BOXW310820HNERXN0A":  identificador.ErrForma,
		"BOXW311320HNERXN09":  identificador.ErrFechaInvalida,
		"BOXW310230HNERXN09":  identificador.ErrFechaInvalida,
		"BOXW000229HNERXN09":  identificador.ErrFechaInvalida, // 1900 was no leap year
		"BOXW000229HNERXNA0":  identificador.ErrDigito,        // 2000 was: the date passes
		"BOXW310820XNERXN09":  identificador.ErrDigito,        // X is a sex, but not of this digit
		"BOXW310820HNERXN08":  identificador.ErrDigito,
		"PEGL890909MJCRMS09":  identificador.ErrDigito,
	}
	for s, quiere := range casos {
		_, err := identificador.ParseCURP(s)
		assert.ErrorIs(t, err, quiere, s)
		require.Error(t, err, s)
		if s != "" {
			assert.NotContains(t, err.Error(), s)
		}
	}
}

func TestLosRFCPublicadosPasan(t *testing.T) {
	for _, s := range rfcs {
		r, aviso, err := identificador.ParseRFC(strings.ToLower(s))
		require.NoError(t, err, s)
		assert.False(t, aviso, s)
		assert.Equal(t, s, string(r))
		assert.Equal(t, len(s) == 12, r.Moral())
	}
	for _, r := range []identificador.RFC{identificador.RFCPublico, identificador.RFCExtranjero} {
		got, aviso, err := identificador.ParseRFC(string(r))
		require.NoError(t, err)
		assert.False(t, aviso)
		assert.True(t, got.Generico())
	}
}

func TestElDigitoDelRFCSoloAvisa(t *testing.T) {
	for _, s := range []string{"VACE460910SX6", "SIN9311169P8", "GODE561231GR9"} {
		r, aviso, err := identificador.ParseRFC(s)
		require.NoError(t, err, s)
		assert.True(t, aviso, s)
		assert.Equal(t, s, string(r))
	}
}

func TestUnRFCMalHechoDicePorQue(t *testing.T) {
	casos := map[string]error{
		"":               identificador.ErrForma,
		"561231GR8":      identificador.ErrForma,
		"GO561231GR8":    identificador.ErrForma,
		"GODEX561231GR8": identificador.ErrForma,
		"GODÉ561231GR8":  identificador.ErrForma,
		"GODE561231WR8":  identificador.ErrForma, // first of the homoclave ends at V
		"GODE5612310R8":  identificador.ErrForma,
		"GODE561231GRB":  identificador.ErrForma,
		"GODE561331GR8":  identificador.ErrFechaInvalida,
		"GODE570229GR8":  identificador.ErrFechaInvalida,
	}
	for s, quiere := range casos {
		_, _, err := identificador.ParseRFC(s)
		assert.ErrorIs(t, err, quiere, s)
	}
	for _, s := range []string{"GODE560229GR8", "ñuñ&561231gr8", "Ñ&A561231GR8"} {
		r, _, err := identificador.ParseRFC(s)
		require.NoError(t, err, s)
		assert.True(t, strings.HasSuffix(r.Enmascarar(), "*GR8"), r.Enmascarar())
	}
}

func TestNSS(t *testing.T) {
	for _, s := range []string{"92919084431", "12345678903"} {
		n, err := identificador.ParseNSS(s)
		require.NoError(t, err)
		assert.Equal(t, "********"+s[8:], n.Enmascarar())
	}
	for s, quiere := range map[string]error{
		"12345678902": identificador.ErrDigito, "92919084413": identificador.ErrDigito,
		"": identificador.ErrForma, "1234567890": identificador.ErrForma,
		"123456789O3": identificador.ErrForma, "1234 567890": identificador.ErrForma,
	} {
		_, err := identificador.ParseNSS(s)
		assert.ErrorIs(t, err, quiere, s)
	}
}

func TestCLUES(t *testing.T) {
	// Keys of IMSS and state establishments as published.
	for _, s := range []string{"DFIMS000580", "MCIMS000454", "VZIMS001112", "JCSSA000013", "BCIMB001352", "DFIST000312", "DFCRO000011"} {
		c, aviso, err := identificador.ParseCLUES(strings.ToLower(s))
		require.NoError(t, err)
		assert.False(t, aviso, s)
		assert.Equal(t, strings.Contains(s, "IMS"), c.DelIMSS())
	}
	c, aviso, err := identificador.ParseCLUES("DFIMS000581")
	require.NoError(t, err)
	assert.True(t, aviso, "a warning, never a refusal")
	assert.Equal(t, "********581", c.Enmascarar())
	for _, s := range []string{"", "NEIMS000580", "XXIMS000580", "DFIM0000580", "DFIMS00058", "DFIMS00058A"} {
		_, _, err := identificador.ParseCLUES(s)
		assert.ErrorIs(t, err, identificador.ErrForma, s)
	}
}

func TestCLUESCompartidas(t *testing.T) {
	b, err := os.ReadFile("../../../shared/datos/clues_vectors.csv")
	if err != nil {
		t.Skip("no shared vectors")
	}
	filas, err := csv.NewReader(strings.NewReader(string(b))).ReadAll()
	require.NoError(t, err)
	for _, f := range filas[1:] {
		_, aviso, err := identificador.ParseCLUES(f[0])
		require.NoError(t, err, f[0])
		assert.Equal(t, f[2] == "False", aviso, f[0])
	}
	assert.Len(t, filas, 120)
}

func TestISO7064(t *testing.T) {
	// The published example of the GRid standard, and published ISAN numbers.
	for s, quiere := range map[string]byte{
		"A12425GABC1234002": 'M', "00000000D07A0090": 'Q', "000000003A8D0000": 'Z', "000000003A8D000000000000": '6',
	} {
		c, err := identificador.Verificador(s)
		require.NoError(t, err)
		assert.Equal(t, string(quiere), string(c), s)
		assert.True(t, identificador.Verificar(s+string(quiere)))
		assert.False(t, identificador.Verificar(s+"7"))
	}
	for _, s := range []string{"", "a", "A-1", "Ñ"} {
		_, err := identificador.Verificador(s)
		assert.ErrorIs(t, err, identificador.ErrForma, s)
		assert.False(t, identificador.Verificar(s))
	}
}
