package sugerencia_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/operacion-abierta/operacion/siade/sugerencia"
)

// senala says whether a text has signs of a life at risk, and of what sensitive
// matters.
func senala(s string) (vital bool, sensibles []string) {
	for _, x := range sugerencia.Senales(s) {
		vital = vital || x.Vital
		if x.Sensible != "" && !slices.Contains(sensibles, x.Sensible) {
			sensibles = append(sensibles, x.Sensible)
		}
	}
	return vital, sensibles
}

func TestLasSenalesSeHallanAunMalEscritas(t *testing.T) {
	for _, s := range []string{
		"Mi mamá no puede respirar", "mi ijo esta combulcionando", "LE DUELE MUCHO EL PECHO", "creo q es un imfarto", "se desmallo en la sala", "sangra y no para",
		"ya no trae pulso", "se quedó sin oxígeno", "sin atención convulsiona", "está muy grave", "el niño se pone morado", "se tomó un frasco de pastillas",
	} {
		vital, _ := senala(s)
		assert.True(t, vital, s)
	}
	for s, debe := range map[string]string{
		"quiere suisidarse":                      "vida_en_riesgo",
		"el guardia me golpeó en la cara":        "violencia",
		"me manosió el doctor":                   "acoso_sexual",
		"me discriminaron por ser indígena":      "discriminacion",
		"llegó con moretones de la guardería":    "menores",
		"la maestra le pega a mi niño":           "menores",
		"me ligaron sin mi consentimiento":       "violencia",
		"no lo atendieron por ser gay":           "discriminacion",
		"mi padrastro abusa de mi hermana menor": "menores",
	} {
		_, sensibles := senala(s)
		assert.Contains(t, sensibles, debe, s)
	}
}

func TestLoNegadoYLoQueSoloSeMencionaNoSonSenales(t *testing.T) {
	for _, s := range []string{
		"No tiene dolor de pecho", "no ha tenido convulsiones", "sin dificultad para respirar", "nunca ha tenido un infarto", "niega ideas de suicidio", "no está grave",
		"Quiero ir a la plática de prevención del suicidio", "una campaña contra el acoso y la discriminación", "curso sobre infartos",
		"me tocó cita el lunes", "una violación a mis derechos", "me pegó fuerte la gripa", "por indicación del médico", "me negaron la consulta", "salí muy contenta", "",
	} {
		assert.Empty(t, sugerencia.Senales(s), s)
	}
}

func TestUnaNegacionNoPasaDeUnaPausaNiDeOtraCosa(t *testing.T) {
	for _, s := range []string{"No me atienden. Dolor en el pecho", "no hay doctor y tiene dolor en el pecho", "no me hacen caso, convulsiona", "sin cita, se desmayó"} {
		vital, _ := senala(s)
		assert.True(t, vital, s)
	}
}

func FuzzSenales(f *testing.F) {
	f.Add("no puede respirar")
	f.Add("ñ\u0303\xff c")
	m := sugerencia.Nuevo()
	f.Fuzz(func(t *testing.T, s string) {
		sugerencia.Senales(s)
		r := sugerencia.Caso{Texto: s}.Rasgos()
		d := sugerencia.Decision{Tipo: "queja", Gravedad: "ordinaria", Sensible: "no"}
		m.Aprender(r, d)
		m.Sugerir(sugerencia.Caso{Texto: s})
		m.Olvidar(r, d)
		if m.Total(sugerencia.Tipo) != 0 {
			t.Fatal("not forgotten")
		}
	})
}
