package siade_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
	"github.com/operacion-abierta/operacion/siade"
)

// The original words stay, for the units; whoever answers from outside, and the
// public, see those shown (rule 35).
func TestRegla35LasPalabrasOriginalesSeConservanAlModerarYTraducir(t *testing.T) {
	m := nueva(t)
	f := m.de(siade.Queja)
	original := m.ver(f).Relato
	m.debe(jefa, f, "turnar", siade.Turno{Organo: "dn-prestaciones-medicas", Motivo: "x"})
	m.debe(taod, f, "traducir", traduccion(siade.ElRelato))
	assert.Contains(t, siade.Peticiones.Ficha(ref(m.ver(f))).Texto, "Traducido", "it is found in either language")
	m.debe(jefa, f, "moderar", moderado("Me trataron mal."))
	p := m.ver(f)
	assert.Equal(t, original, p.Relato)
	assert.Equal(t, "Me trataron mal.", p.Publica().Relato)
	assert.True(t, p.Publica().Moderado)
	assert.Contains(t, siade.Peticiones.Ficha(&p).Texto, original, "units find it by its own words")

	visto, doc := prueba.Ve(t, siade.Peticiones, &p, medicas)
	assert.Equal(t, "Me trataron mal.", visto.Relato)
	assert.NotContains(t, doc, original)
	assert.NotContains(t, doc, "insulto", "the reason is of the house")
	suyo, _ := prueba.Ve(t, siade.Peticiones, &p, taod)
	assert.Equal(t, original, suyo.Relato)

	m.debe(jefa, f, "restituir", siade.Motivo{Motivo: "Hace falta para entenderla."})
	assert.Equal(t, original, func() string { p := m.ver(f); return p.Publica().Relato }())
	m.debe(medicas, f, "responder", siade.Respuesta{Respuesta: "Se atendió."}).debe(taod, f, "traducir", traduccion(siade.LaRespuesta))
	m.debe(jefa, f, "notificar", siade.NotaAviso{Medio: siade.PorPortal})
	v := m.ver(f).Publica().Respuestas[0]
	assert.Equal(t, []string{"Se atendió.", "náhuatl", "Traducido"}, []string{v.Texto, v.Lengua, v.Traduccion})
	assert.Error(t, m.hace(taod, f, "moderar", moderado("Otra cosa.")), "the staff that attends does not moderate")
}

func ref(p siade.Peticion) *siade.Peticion { return &p }
