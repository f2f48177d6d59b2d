package escenario_test

import (
	"reflect"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/operacion-abierta/operacion/api"
	"github.com/operacion-abierta/operacion/doe/version"
)

var niegaODevuelve = regexp.MustCompile(`^(devolver|desechar|rechazar|declinar|negar|cancelar|no-|revocar|registrar-devolucion)`)

// sinCausal are the acts that refuse, return or end something without a
// catalog of grounds, each with the reason why.
var sinCausal = map[string]string{
	"reorganizacion rechazar":          "la decide el órgano que aprueba, que la funda en su instrumento",
	"reorganizacion revocar":           "la decide el órgano que aprueba, que la funda en su instrumento",
	"corte-estadistica cancelar":       "se deja sin efecto antes de publicarlo, con su motivo; ninguna norma da causales",
	"edicion desechar":                 "no se pone en vigor, con su motivo y los hallazgos de su revisión",
	"programa cancelar":                "se deja sin efecto, con su motivo; ninguna norma da causales",
	"acuerdo cancelar":                 "lo deja sin efecto quien lo acordó, con su motivo; ninguna norma da causales",
	"encomienda cancelar":              "la retira quien la encargó, con su motivo; ninguna norma da causales",
	"encomienda devolver":              "devuelve con observaciones, que son su razón",
	"importacion cancelar":             "la detiene quien la hizo; nada se niega a nadie",
	"indicador desechar":               "la decide quien autoriza, con su motivo; ninguna norma da causales",
	"indicador devolver":               "devuelve con observaciones, que son su razón",
	"medicion cancelar":                "la retira quien la pidió, con su motivo; ninguna norma da causales",
	"reunion cancelar":                 "no se celebró, con su motivo; ninguna norma da causales",
	"titularidad revocar-delegacion":   "la termina quien delegó, sin tener que dar razón",
	"plan-mejora devolver":             "cada observación señala su hallazgo y su norma",
	"plan-mejora negar-reprogramacion": "la decide quien dirige, caso por caso; ninguna norma da causales",
	"opinion declinar":                 "su causal es una, la incompetencia, y lleva su fundamento",
	"opinion negar-prorroga":           "la decide quien conduce la consulta; ninguna norma da causales",
	"campana cancelar":                 "la termina quien la hizo; ninguna norma da causales",
	"campana revocar":                  "es de la autoridad federal, que la funda en su oficio",
}

// Every refusal takes a ground from a catalog, each with its article, where
// the law or a manual gives one (rule 23).
func TestRegla23CadaNegativaTomaUnaCausalOSeDicePorQueNo(t *testing.T) {
	vistas := map[string]bool{}
	for _, d := range api.Definiciones() {
		for _, a := range d.Definicion().Actos {
			k := d.Definicion().Nombre + " " + a.Nombre
			vistas[k] = true
			if _, salvo := sinCausal[k]; salvo {
				assert.Empty(t, a.Causales, "%s has grounds: take it off the list", k)
				continue
			}
			conReparos := a.Entrada == reflect.TypeFor[version.Devolucion]() // they are its reason
			if niegaODevuelve.MatchString(a.Nombre) && !conReparos {
				assert.NotEmpty(t, a.Causales, "%s refuses on no ground", k)
			}
		}
	}
	for k := range sinCausal {
		assert.True(t, vistas[k], "%s is on the list and is no act", k)
	}
}

func TestTheMatrixOfResponsibilitiesIsGivenByCapability(t *testing.T) {
	m := enSQLite(t)
	r := m.como(titular("doe-7.1.1.6")).GET("/v1/raci?capacidad=evaluacion.planes").espera(200)
	assert.Len(t, r.lista("elementos"), 1)
	partes := map[string]string{}
	for _, x := range r.lista("elementos.0.unidades") {
		partes[x.texto("unidad")] = x.texto("partes")
	}
	assert.Equal(t, "RACI", partes["doe-7.1.1"])
	m.como(titular("doe-7.1.1.6")).GET("/v1/raci?capacidad=nada.existe").espera(422)
	csv := m.como(titular("doe-7.1.1.6")).GET("/v1/raci.csv").espera(200)
	assert.Contains(t, string(csv.crudo), "capacidad,doe-7.1,doe-7.1.1,")
	tramites := m.como(titular("doe-7.1.1.6")).GET("/v1/tramites/peticion").espera(200)
	for _, a := range tramites.lista("actos") {
		if a.texto("nombre") == "devolver" {
			a.es("causales.0.clave", "no_compete", "causales.0.fuente.lugar", "art. 42")
		}
	}
}
