package siade_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
)

const quejaUno, quejaDos = "QUEJA-2026-14-0000001-X", "QUEJA-2026-14-0000002-V"

func (m *mesa) enVia(f string, folios ...string) *mesa {
	for _, q := range folios {
		m.debe(doe.Reloj(), f, "abrir-via", siade.ViaAbierta{Folio: q, Nombre: "Queja médica"})
	}
	return m
}

func TestLaPeticionEsperaASuViaYQuedaRespondidaConSuResultado(t *testing.T) {
	m := nueva(t)
	f := m.de(siade.Queja)
	m.enVia(f, quejaUno)
	assert.Equal(t, siade.EnOtraVia, m.ver(f).Estado)
	assert.True(t, m.reloj(f, siade.PlazoRespuesta).Pausado(), "espera a quien decide")
	assert.False(t, m.reloj(f, siade.PlazoSilencio).Pausado(), "el plazo legal no espera")
	prohibe(t, m.hace(taod, f, "concluir-via", siade.ConcluirVia.Ejemplo))
	assert.Equal(t, "Se sigue en otra vía; se le comunicará lo que resulte.", m.ver(f).Publica().Siguiente)
	m.el("2026-04-20").debe(doe.Reloj(), f, "concluir-via", siade.ResultadoVia{
		Folio: quejaUno, Nota: "Resuelta", Resultado: "Procedente.", Sentido: siade.Favorable, Medio: siade.PorCorreo, Notificada: fecha.MustParse("2026-04-20"),
	})
	p := m.ver(f)
	assert.Equal(t, siade.Respondida, p.Estado)
	assert.Equal(t, "Queja médica: Procedente.", p.Respuesta.Texto)
	m.debe(taod, f, "cerrar", nil)
	assert.Equal(t, "Procedente.", m.ver(f).Publica().Vias[0].Resultado)
}

func TestLaPeticionEsperaATodasSusViasYSinResultadoSigueDondeEstaba(t *testing.T) {
	m := nueva(t)
	f := m.turnada(siade.Queja)
	m.enVia(f, quejaUno, quejaDos)
	assert.False(t, m.ver(f).SoloEn(quejaUno))
	m.debe(doe.Reloj(), f, "concluir-via", siade.ResultadoVia{Folio: quejaUno, Nota: "Desistida"})
	assert.Equal(t, siade.EnOtraVia, m.ver(f).Estado, "falta la otra")
	m.debe(doe.Reloj(), f, "concluir-via", siade.ResultadoVia{Folio: quejaDos, Nota: "Caducó"})
	assert.Equal(t, siade.Turnada, m.ver(f).Estado)
	assert.False(t, m.reloj(f, siade.PlazoRespuesta).Pausado())

	g := m.cerrada()
	m.enVia(g, quejaUno)
	assert.Equal(t, siade.Cerrada, m.ver(g).Estado, "lo concluido no se abre: sólo consta")
	m.debe(doe.Reloj(), g, "concluir-via", siade.ConcluirVia.Ejemplo)
	assert.Equal(t, siade.Cerrada, m.ver(g).Estado)
	assert.NotEmpty(t, m.ver(g).Vias[0].Resultado)
}

func TestNingunAreaConoceLaPeticionQueSeSigueEnUnaViaConfidencial(t *testing.T) {
	m := nueva(t)
	f := m.turnada(siade.Queja)
	ve := func() tramite.Acceso {
		c, p := m.contexto(medicas), m.ver(f)
		return siade.Peticiones.Acceso(&p, &c)
	}
	assert.Equal(t, tramite.Permitido, ve())
	m.enVia(f, quejaUno)
	r, _ := siade.Peticiones.Recortar(ptr(m.ver(f)), medicas)
	assert.Empty(t, r.(*siade.Peticion).Vias, "el área no sabe qué otra vía se sigue")
	assert.Equal(t, tramite.Permitido, ve())
	m.debe(doe.Reloj(), f, "abrir-via", siade.ViaAbierta{Folio: quejaDos, Nombre: "Denuncia", Confidencial: true})
	assert.Equal(t, tramite.Oculto, ve())
	c, p := m.contexto(taod), m.ver(f)
	assert.Equal(t, tramite.Oculto, siade.Peticiones.Acceso(&p, &c), "se reserva a las personas titulares")
	c.Actor = jefa
	assert.Equal(t, tramite.Permitido, siade.Peticiones.Acceso(&p, &c))
	m.debe(doe.Reloj(), f, "concluir-via", siade.ResultadoVia{Folio: quejaDos, Nota: "Desistida"})
	assert.Equal(t, tramite.Permitido, ve())
}
