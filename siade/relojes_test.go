package siade_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/siade"
)

// fines tells, of every clock that a deadline had in a petition, the day it
// ended and whether it was met; a dash while it runs.
func (m *mesa) fines(folio, plazo string) []string {
	var out []string
	for _, k := range m.ver(folio).Relojes {
		switch {
		case k.Plazo != plazo:
		case k.Corre():
			out = append(out, "-")
		case k.Cumplido:
			out = append(out, k.Fin.String()+" cumplido")
		default:
			out = append(out, k.Fin.String())
		}
	}
	return out
}

func TestElTurnoSeAceptaSeDevuelveOSeResponde(t *testing.T) {
	for acto, quien := range map[string]func(m *mesa, f string){
		"aceptar": func(m *mesa, f string) { m.debe(medicas, f, "aceptar", nil) },
		"devolver": func(m *mesa, f string) {
			m.debe(medicas, f, "devolver", siade.Devolucion{Motivo: "no es de aquí", Causal: siade.NoLeCompete})
		},
		"responder": func(m *mesa, f string) { m.debe(medicas, f, "responder", responde("x")) },
	} {
		m := nueva(t)
		f := m.turnada(siade.Queja)
		assert.Equal(t, []string{"-"}, m.fines(f, siade.PlazoAceptacion), acto)
		quien(m.el("2026-03-04"), f)
		assert.Equal(t, []string{"2026-03-04 cumplido"}, m.fines(f, siade.PlazoAceptacion), acto)
	}
	m := nueva(t)
	f := m.turnada(siade.Queja)
	m.el("2026-03-05").debe(ciudadano, f, "desistir", motivo("ya no"))
	assert.Equal(t, []string{"2026-03-05"}, m.fines(f, siade.PlazoAceptacion), "lo que termina sin aceptarse no se cumplió")
}

func TestTurnarOtroDiaCuentaDeNuevoLaAceptacion(t *testing.T) {
	m := nueva(t)
	f := m.turnada(siade.Queja)
	m.el("2026-03-04").debe(taod, f, "turnar", siade.Turno{Organo: "ooad-20", Motivo: "es de otra área"})
	assert.Equal(t, []string{"2026-03-04", "-"}, m.fines(f, siade.PlazoAceptacion))
	assert.Equal(t, "2026-03-09", m.reloj(f, siade.PlazoAceptacion).Vence.String())
}

func TestLaAceptacionEsperaConLaPeticion(t *testing.T) {
	m := nueva(t)
	f := m.turnada(siade.Queja)
	m.el("2026-03-03").debe(taod, f, "requerir", siade.Requerimiento{A: siade.APeticionario, Solicitud: "la receta", Dias: 5})
	assert.Equal(t, []string{"-"}, m.fines(f, siade.PlazoAceptacion))
	assert.True(t, m.reloj(f, siade.PlazoAceptacion).Pausado())
	m.el("2026-03-05").debe(ciudadano, f, "aportar", siade.Aporte{Texto: "va"})
	assert.Equal(t, "2026-03-09", m.reloj(f, siade.PlazoAceptacion).Vence.String(), "dos días no contaron")
	m.debe(medicas, f, "aceptar", nil)
	assert.Equal(t, []string{"2026-03-05 cumplido"}, m.fines(f, siade.PlazoAceptacion))
}

func TestReabrirNoPideAceptarOtraVezLoRespondidoSinAceptar(t *testing.T) {
	m := nueva(t)
	f := m.turnada(siade.Queja)
	m.debe(medicas, f, "responder", responde("x"))
	m.debe(taod, f, "notificar", siade.NotaAviso{Medio: siade.PorTelefono}).debe(taod, f, "cerrar", nil)
	m.debe(ciudadano, f, "reabrir", motivo("falta"))
	assert.Equal(t, []string{"2026-03-02 cumplido"}, m.fines(f, siade.PlazoAceptacion))
	m.debe(taod, f, "requerir", siade.Requerimiento{A: siade.APeticionario, Solicitud: "la receta", Dias: 5})
	assert.Equal(t, []string{"2026-03-02 cumplido"}, m.fines(f, siade.PlazoAceptacion))
}

func TestElAcuseSeDebeHastaAcusarOResponder(t *testing.T) {
	porCorreo := func(m *mesa) string {
		e := entrada()
		e.Canal = siade.Correo
		e.Clasificacion = &siade.Clasificacion{Tipo: siade.Gestion}
		return m.registra(taod, e)
	}
	m := nueva(t)
	f := porCorreo(m)
	assert.Equal(t, []string{"-"}, m.fines(f, siade.PlazoAcuse))
	m.el("2026-03-03").debe(taod, f, "responder", responde("x"))
	assert.Equal(t, []string{"2026-03-03 cumplido"}, m.fines(f, siade.PlazoAcuse))
	m.debe(taod, f, "notificar", siade.NotaAviso{Medio: siade.PorTelefono}).debe(taod, f, "cerrar", nil).debe(ciudadano, f, "reabrir", motivo("falta"))
	assert.Len(t, m.fines(f, siade.PlazoAcuse), 1, "lo ya respondido no se acusa al reabrir")
	g := porCorreo(m)
	m.debe(ciudadano, g, "desistir", motivo("ya no"))
	assert.Equal(t, []string{"2026-03-03"}, m.fines(g, siade.PlazoAcuse))
	assert.Empty(t, m.fines(m.de(siade.Gestion), siade.PlazoAcuse), "en el módulo no hay acuse pendiente")
}

func TestRemitirCumpleYLoDemasQueTerminaNo(t *testing.T) {
	ajena := func(m *mesa) string {
		e := entrada()
		e.Clasificacion = &siade.Clasificacion{Tipo: siade.Queja, Competencia: siade.DeControlInterno}
		return m.registra(taod, e)
	}
	m := nueva(t)
	f, g := ajena(m), ajena(m)
	m.el("2026-03-04").debe(doe.Actor{Sub: "u", Unidad: "doe-7.1.3", Puesto: doe.Titular}, f, "canalizar", siade.Canalizar.Ejemplo)
	assert.Equal(t, []string{"2026-03-04 cumplido"}, m.fines(f, siade.PlazoRemision))
	assert.Equal(t, []string{"2026-03-04"}, m.fines(f, siade.PlazoRespuesta), "remitir no es responder")
	m.debe(ciudadano, g, "desistir", motivo("ya no"))
	assert.Equal(t, []string{"2026-03-04"}, m.fines(g, siade.PlazoRemision))
}
