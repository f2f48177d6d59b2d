package modulo_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
	"github.com/operacion-abierta/operacion/siade/modulo"
)

const mov = modulo.ColeccionMovimientos

func TestATemporaryMovementRunsAndThePersonReturnsByItself(t *testing.T) {
	k := nuevaCasa(t)
	uno, dos := k.abrir("M-1", matu, vesp), k.abrir("M-2", matu)
	ana, eva := k.persona("taod-1", uno, "P01"), k.persona("taod-2", uno, "P02")
	require.Empty(t, k.modulo(uno).Descubierto())
	s := solicitud(modulo.Temporal, ana, dos, "P01", "2026-03-16", "2026-06-30")
	s.Cobertura = ""
	_, err := k.Intentar(jefa, mov, "", "", s)
	require.Equal(t, []string{"SIADE-MODULO-38 body.cobertura"}, prueba.Fallas(err))
	s.Cobertura = "La UMF 2 presta una persona."
	f := k.Hacer(jefa, mov, "", "", s)
	assert.Equal(t, modulo.Hueco{Dia: modulo.Lunes, De: hora("08:00"), A: hora("14:00")}, k.movimiento(f).Descubierto[0])
	k.Rompe(unidad, mov, f, "avalar", modulo.Aval{Oficio: "1"}, "SIADE-MODULO-41 body.condicion")
	k.Rompe(jefa, mov, f, "avalar", modulo.Avalar.Ejemplo, "sin-facultad")
	k.Hacer(unidad, mov, f, "avalar", modulo.Avalar.Ejemplo)

	k.Amanece("2026-03-15")
	assert.Equal(t, modulo.Avalado, k.movimiento(f).Estado)
	k.Amanece("2026-03-16")
	assert.Equal(t, modulo.EnEfecto, k.movimiento(f).Estado)
	assert.Equal(t, dos, k.tecnico(ana).Actual().Modulo)
	p := k.modulo(uno).Plazas[0]
	assert.Equal(t, []string{ana, "", "2026-06-30"}, []string{p.Titular, p.Atiende(), p.AusenteHasta.String()})
	assert.Len(t, k.modulo(uno).Descubierto(), 5)
	assert.Equal(t, ana, k.modulo(dos).Plazas[0].Atiende())
	// Nobody moves who is in a temporary change, but for leaving.
	_, err = k.Intentar(jefa, mov, "", "", solicitud(modulo.Permanente, ana, dos, "P01", "2026-05-01", ""))
	assert.Contains(t, prueba.Fallas(err), "SIADE-MODULO-36 body.tecnico")
	// Her post may be covered while she is away, not after.
	_, err = k.Intentar(jefa, mov, "", "", solicitud(modulo.Temporal, eva, uno, "P01", "2026-04-01", "2026-07-01"))
	assert.Equal(t, []string{"SIADE-MODULO-14 body.a.plaza"}, prueba.Fallas(err))
	g := k.mover(solicitud(modulo.Temporal, eva, uno, "P01", "2026-04-01", "2026-06-30"))
	k.Amanece("2026-04-01")
	assert.Equal(t, eva, k.modulo(uno).Plazas[0].Atiende())
	k.Rompe(unidad, mov, f, "anticipar-regreso", modulo.Anticipar.Ejemplo, "SIADE-MODULO-43 body")

	k.Amanece("2026-06-30")
	assert.Equal(t, modulo.EnEfecto, k.movimiento(f).Estado)
	k.Amanece("2026-07-01")
	for _, x := range []string{f, g} {
		assert.Equal(t, modulo.Concluido, k.movimiento(x).Estado)
		assert.Equal(t, "2026-06-30", k.movimiento(x).Terminado.String())
	}
	assert.Nil(t, k.tecnico(ana).Temporal)
	assert.Equal(t, uno, k.tecnico(ana).Actual().Modulo)
	assert.Equal(t, ana, k.modulo(uno).Plazas[0].Atiende())
	assert.Empty(t, k.modulo(uno).Descubierto())
}

func TestTwoPeopleChangePostsOnOneDay(t *testing.T) {
	k := nuevaCasa(t)
	uno, dos, tres := k.abrir("M-1", matu), k.abrir("M-2", matu), k.abrir("M-3", matu)
	ana, eva, luz := k.persona("taod-1", uno, "P01"), k.persona("taod-2", dos, "P01"), k.persona("taod-3", tres, "P01")
	// The first asked for finds the post held by someone who is not to leave.
	_, err := k.Intentar(jefa, mov, "", "", solicitud(modulo.Permanente, ana, dos, "P01", "2026-03-16", ""))
	require.Equal(t, []string{"SIADE-MODULO-14 body.a.plaza"}, prueba.Fallas(err))
	nueva := k.abrir("M-4", matu)
	// A ring of three, and the desk of a fourth: each asks for what another leaves.
	paso := k.Hacer(jefa, mov, "", "", solicitud(modulo.Permanente, luz, nueva, "P01", "2026-03-16", ""))
	b := k.mover(solicitud(modulo.Permanente, eva, tres, "P01", "2026-03-16", ""))
	a := k.mover(solicitud(modulo.Permanente, ana, dos, "P01", "2026-03-16", ""))
	k.Hacer(enlace, mov, paso, "observar", modulo.ObservarSolicitud.Ejemplo)
	k.Hacer(jefa, mov, paso, "corregir", solicitud(modulo.Permanente, luz, uno, "P01", "2026-03-16", ""))
	k.Hacer(unidad, mov, paso, "avalar", modulo.Avalar.Ejemplo)
	k.Amanece("2026-03-16")
	for _, f := range []string{a, b, paso} {
		assert.Equal(t, modulo.Concluido, k.movimiento(f).Estado, "%s", k.movimiento(f).Impedimento)
	}
	assert.Equal(t, []string{luz, ana, eva}, []string{k.modulo(uno).Plazas[0].Titular, k.modulo(dos).Plazas[0].Titular, k.modulo(tres).Plazas[0].Titular})
}

func TestALeavingEndsTheTemporaryChangeAndFreesBothPosts(t *testing.T) {
	k := nuevaCasa(t)
	uno, dos := k.abrir("M-1", matu), k.abrir("M-2", matu)
	ana := k.persona("taod-1", uno, "P01")
	f := k.mover(solicitud(modulo.Temporal, ana, dos, "P01", "2026-03-16", "2026-06-30"))
	k.Amanece("2026-03-16")
	baja := k.mover(solicitud(modulo.Baja, ana, "", "", "2026-05-01", ""))
	k.Amanece("2026-05-01")
	assert.Equal(t, modulo.Concluido, k.movimiento(f).Estado)
	assert.Equal(t, modulo.Concluido, k.movimiento(baja).Estado)
	assert.Equal(t, modulo.DeBaja, k.tecnico(ana).Estado)
	assert.Equal(t, "2026-04-30", k.tecnico(ana).Baja.String())
	assert.Len(t, k.tecnico(ana).Pasadas, 2)
	assert.True(t, k.modulo(uno).Plazas[0].Vacante())
	assert.Empty(t, k.modulo(dos).Plazas[0].Cubre)
	// The account may be registered again, and the post taken by an entry.
	otra := k.persona("taod-1", "", "")
	alta := k.mover(solicitud(modulo.Alta, otra, uno, "P01", "2026-06-01", ""))
	k.Amanece("2026-06-01")
	assert.Equal(t, modulo.Concluido, k.movimiento(alta).Estado)
	assert.Equal(t, modulo.Activo, k.tecnico(otra).Estado)
}

func TestAMovementThatCannotBeOnItsDayEndsWithoutEffect(t *testing.T) {
	k := nuevaCasa(t)
	uno, dos := k.abrir("M-1", matu), k.abrir("M-2", matu)
	ana := k.persona("taod-1", uno, "P01")
	f := k.mover(solicitud(modulo.Permanente, ana, dos, "P01", "2026-03-16", ""))
	k.persona("taod-2", dos, "P01") // entered meanwhile
	k.Amanece("2026-03-16")
	assert.Equal(t, modulo.SinEfecto, k.movimiento(f).Estado)
	assert.Equal(t, modulo.PlazaTomada, k.movimiento(f).Impedimento)
	assert.Equal(t, uno, k.tecnico(ana).Actual().Modulo)
}

func TestTheEndorsementIsRefusedOnAGroundAndTheClockTellsDelay(t *testing.T) {
	k := nuevaCasa(t)
	uno, dos := k.abrir("M-1", matu, matu), k.abrir("M-2", matu)
	ana := k.persona("taod-1", uno, "P01")
	k.persona("taod-2", uno, "P02")
	f := k.Hacer(jefa, mov, "", "", solicitud(modulo.Permanente, ana, dos, "P01", "2026-04-16", ""))
	assert.Empty(t, k.movimiento(f).Descubierto, "someone else has the same shift")
	k.Hacer(enlace, mov, f, "analizar", modulo.AnalizarSolicitud.Ejemplo)
	k.Amanece("2026-03-16") // the tenth working day
	assert.Empty(t, k.movimiento(f).Avisos)
	k.Amanece("2026-03-17")
	assert.Len(t, k.movimiento(f).Avisos, 1)
	n := modulo.Negar.Ejemplo
	n.Causal = modulo.DejaSinAtencion
	k.Rompe(unidad, mov, f, "negar", n, "SIADE-MODULO-42 body.causal")
	k.Hacer(unidad, mov, f, "negar", modulo.Negar.Ejemplo)
	assert.Equal(t, "2026-07-01", k.movimiento(f).Resolucion.Desde.String())
	tarde := k.Hacer(jefa, mov, "", "", solicitud(modulo.Permanente, ana, dos, "P01", "2026-03-19", ""))
	k.El("2026-03-20")
	k.Rompe(unidad, mov, tarde, "avalar", modulo.Avalar.Ejemplo, "SIADE-MODULO-40 body")
	k.Hacer(jefa, mov, tarde, "desistir", modulo.Desistir.Ejemplo)
}

func TestEveryFaultOfARequestIsToldAtOnce(t *testing.T) {
	k := nuevaCasa(t)
	uno := k.abrir("M-1", matu, vesp)
	ana := k.persona("taod-1", uno, "P01")
	casos := []struct {
		s      modulo.Solicitud
		reglas []string
	}{
		{solicitud(modulo.Baja, ana, uno, "P02", "2026-03-01", "2026-04-01"), []string{"SIADE-MODULO-31 body.desde", "SIADE-MODULO-32 body.a", "SIADE-MODULO-33 body.hasta"}},
		{solicitud(modulo.Temporal, ana, uno, "P09", "2027-03-04", ""), []string{"SIADE-MODULO-31 body.desde", "SIADE-MODULO-33 body.hasta", "SIADE-MODULO-13 body.a.plaza"}},
		{solicitud(modulo.Alta, ana, uno, "P01", "2026-03-16", ""), []string{"SIADE-MODULO-35 body.tecnico", "SIADE-MODULO-37 body.a.plaza"}},
		{solicitud(modulo.Permanente, "TAOD-2026-14-0009999-X", uno, "P02", "2026-03-16", ""), []string{"SIADE-MODULO-34 body.tecnico"}},
		{solicitud(modulo.Permanente, ana, "MAO-2026-14-0009999-X", "P02", "2026-03-16", ""), []string{"SIADE-MODULO-22 body.a.modulo"}},
	}
	for _, x := range casos {
		_, err := k.Intentar(jefa, mov, "", "", x.s)
		assert.Equal(t, x.reglas, prueba.Fallas(err))
	}
	otra := jefa
	otra.OOAD = "15"
	_, err := k.Intentar(otra, mov, "", "", casos[0].s)
	assert.Contains(t, prueba.Fallas(err), "SIADE-MODULO-34 body.tecnico", "another body's people do not exist there")
}

// coherente checks that posts and people tell the same.
func coherente(k *casa) {
	titular, cubre := map[string]string{}, map[string]string{}
	for _, folio := range k.Folios(modulo.ColeccionModulos) {
		for _, p := range k.modulo(folio).Plazas {
			lugar := folio + " " + p.Clave
			if p.Titular != "" {
				require.Empty(k.T, titular[p.Titular], "%s has two posts", p.Titular)
				titular[p.Titular] = lugar
				require.Equal(k.T, k.tecnico(p.Titular).Temporal != nil, !p.AusenteHasta.IsZero())
			}
			if p.Cubre != "" {
				require.Empty(k.T, cubre[p.Cubre], "%s covers two posts", p.Cubre)
				cubre[p.Cubre] = lugar
				require.False(k.T, p.CubreHasta.Before(k.Ahora.Dia()))
				require.True(k.T, p.Titular == "" || !p.AusenteHasta.Before(p.CubreHasta))
			}
		}
	}
	donde := func(a *modulo.Adscripcion) string {
		if a == nil {
			return ""
		}
		return a.Modulo + " " + a.Plaza
	}
	for _, folio := range k.Folios(modulo.ColeccionTecnicos) {
		x := k.tecnico(folio)
		require.Equal(k.T, titular[folio], donde(x.Base), folio)
		require.Equal(k.T, cubre[folio], donde(x.Temporal), folio)
		require.Equal(k.T, x.Estado == modulo.Activo, x.Base != nil, folio)
	}
}

// Whatever is asked for, endorsed and withdrawn, in whatever order the clock
// wakes the records, posts and people tell the same, nobody has two, and the
// clock is never refused.
func TestAnyMovementsKeepPostsAndPeopleInAgreement(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		k := nuevaCasa(t)
		desks := []string{k.abrir("M-1", matu, vesp), k.abrir("M-2", matu, vesp), k.abrir("M-3", matu)}
		plazas := []modulo.Lugar{{desks[0], "P01"}, {desks[0], "P02"}, {desks[1], "P01"}, {desks[1], "P02"}, {desks[2], "P01"}}
		var gente, movs []string
		for i := range 4 {
			p := plazas[i]
			gente = append(gente, k.persona(fmt.Sprintf("taod-%d", i), p.Modulo, p.Plaza))
		}
		gente = append(gente, k.persona("taod-9", "", ""))
		clases := []modulo.Clase{modulo.Alta, modulo.Baja, modulo.Permanente, modulo.Permanente, modulo.Temporal, modulo.Temporal}
		for range 60 {
			switch rapid.IntRange(0, 5).Draw(rt, "que") {
			case 0, 1, 2:
				p := rapid.SampledFrom(plazas).Draw(rt, "plaza")
				desde := k.Ahora.Dia().Sumar(rapid.IntRange(0, 3).Draw(rt, "dias"))
				s := solicitud(rapid.SampledFrom(clases).Draw(rt, "clase"), rapid.SampledFrom(gente).Draw(rt, "persona"), p.Modulo, p.Plaza, desde.String(), "")
				if s.Clase == modulo.Temporal {
					s.Hasta = desde.Sumar(rapid.IntRange(0, 6).Draw(rt, "dura"))
				}
				if s.Clase == modulo.Baja {
					s.A = nil
				}
				if cs, err := k.Intentar(jefa, mov, "", "", s); err == nil {
					f := cs[0].Registro.Cabeza().Folio
					movs = append(movs, f)
					if rapid.IntRange(0, 3).Draw(rt, "avala") > 0 {
						k.Hacer(unidad, mov, f, "avalar", modulo.Avalar.Ejemplo)
					}
				}
			case 3:
				if len(movs) > 0 {
					f := rapid.SampledFrom(movs).Draw(rt, "mov")
					_, _ = k.Intentar(jefa, mov, f, "desistir", modulo.Desistir.Ejemplo)
					_, _ = k.Intentar(unidad, mov, f, "anticipar-regreso", modulo.Anticipar.Ejemplo)
				}
			default:
				k.El(k.Ahora.Dia().Siguiente().String())
				k.Despertar(func(xs []string) {
					for i := range xs {
						j := rapid.IntRange(0, i).Draw(rt, "orden")
						xs[i], xs[j] = xs[j], xs[i]
					}
				})
				coherente(k)
			}
		}
	})
}
