package estadistica_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
	"github.com/operacion-abierta/operacion/siade/estadistica"
)

// sumarEvento counts an event by itself.
func (cs cuentas) sumarEvento(e tramite.Evento) {
	for _, a := range siade.Peticiones.AportaEvento(&e) {
		m := a.M
		a.M = [tramite.MaxMedidas]int{}
		if cs[a] == nil {
			cs[a] = new([tramite.MaxMedidas]int)
		}
		for i, n := range m {
			cs[a][i] += n
		}
	}
}

func evento(sub, unidad, ooad, acto, por, d string) tramite.Evento {
	return tramite.Evento{
		Acto: acto, Por: por, En: dia(d).Inicio().Sumar(12 * time.Hour), Actor: tramite.Quien{Sub: sub},
		Unidad: doe.ClaveUnidad(unidad), OOAD: doe.OOAD(ooad),
	}
}

func asignada(sub, ooad, d string) caso {
	return caso{ooad: doe.OOAD(ooad), registro: dia(d), asignada: sub, valores: valores{tipo: "gestion"}}
}

func deTrabajo() cuentas {
	cs := cuentas{}
	for _, e := range []tramite.Evento{
		evento("ana", "caood-7.1", "14", "registrar", "", "2026-06-01"), evento("ana", "caood-7.1", "14", "responder", "registrar", "2026-06-01"), evento("ana", "caood-7.1", "14", "cerrar", "registrar", "2026-06-01"),
		evento("ana", "caood-7.1", "14", "registrar", "", "2026-06-09"), evento("beto", "caood-7.1", "14", "responder", "", "2026-06-10"), evento("beto", "caood-7.1", "14", "cerrar", "", "2026-06-10"),
		evento("caro", "doe-7.1.3.1.1", "", "registrar", "", "2026-06-02"), evento("ana", "caood-7.1", "14", "turnar", "", "2026-06-03"),
		evento("dani", "caood-7.1", "15", "registrar", "", "2026-05-31"),
		{Acto: "registrar", Rol: doe.Ciudadano, Actor: tramite.Quien{Sub: "ciudadano"}, En: dia("2026-06-04").Inicio()},
	} {
		cs.sumarEvento(e)
	}
	cs.mover(asignada("beto", "14", "2026-05-20"), 3)
	cs.mover(asignada("beto", "14", "2026-06-10"), 2)
	terminada := asignada("beto", "14", "2026-06-10")
	terminada.cierre = dia("2026-06-11")
	cs.mover(terminada, 1)
	return cs
}

func carga(t *testing.T, parametros map[string]string) estadistica.Carga {
	t.Helper()
	c, err := estadistica.LeerCarga(parametros, hoy)
	require.NoError(t, err)
	x, err := c.Responder(deTrabajo().sumar)
	require.NoError(t, err)
	return x
}

func TestLoHechoCuentaParaQuienLoHizo(t *testing.T) {
	x := carga(t, nil)
	assert.Equal(t, "2026-06-01 2026-06-17", x.Desde.String()+" "+x.Hasta.String(), "the month so far")
	assert.Equal(t, []estadistica.CargaPersona{
		{OOAD: "09", Unidad: "doe-7.1.3.1.1", Persona: "caro", Trabajo: estadistica.Trabajo{Registradas: 1}},
		{OOAD: "14", Unidad: "caood-7.1", Persona: "ana", Trabajo: estadistica.Trabajo{Registradas: 2, AlContacto: 1, Respondidas: 1, Cerradas: 1}},
		{OOAD: "14", Unidad: "caood-7.1", Persona: "beto", Trabajo: estadistica.Trabajo{Respondidas: 1, Cerradas: 1, Asignadas: 5}},
	}, x.Filas)
	assert.Equal(t, estadistica.Trabajo{Registradas: 3, AlContacto: 1, Respondidas: 2, Cerradas: 2, Asignadas: 5}, x.Total)
	assert.Len(t, carga(t, map[string]string{"ooad": "14", "unidad": "caood-7.1", "persona": "ana"}).Filas, 1)
	assert.Len(t, carga(t, map[string]string{"desde": "2026-05-01"}).Filas, 4)
	assert.Equal(t, 3, carga(t, map[string]string{"desde": "2026-06-01", "hasta": "2026-06-09", "persona": "beto"}).Filas[0].Asignadas, "up to the end of the span")
}

func TestLaCargaSeParteEnElTiempo(t *testing.T) {
	x := carga(t, map[string]string{"ooad": "14", "por": "semana"})
	assert.Equal(t, []estadistica.CargaPersona{
		{Periodo: "2026-W23", OOAD: "14", Unidad: "caood-7.1", Persona: "ana", Trabajo: estadistica.Trabajo{Registradas: 1, AlContacto: 1, Respondidas: 1, Cerradas: 1}},
		{Periodo: "2026-W24", OOAD: "14", Unidad: "caood-7.1", Persona: "ana", Trabajo: estadistica.Trabajo{Registradas: 1}},
		{Periodo: "2026-W24", OOAD: "14", Unidad: "caood-7.1", Persona: "beto", Trabajo: estadistica.Trabajo{Respondidas: 1, Cerradas: 1, Asignadas: 5}},
	}, x.Filas)
	assert.Equal(t, 5, x.Total.Asignadas)
}

func TestLaCargaDiceTodasSusFallas(t *testing.T) {
	for _, caso := range []struct {
		parametros map[string]string
		codigos    []string
	}{
		{map[string]string{"por": "dia"}, []string{"carga-demasiado-amplia"}},
		{map[string]string{"por": "dia", "ooad": "14", "desde": "2024-01-01"}, []string{"carga-demasiado-amplia"}},
		{map[string]string{"ooad": "99", "por": "tema", "desde": "ayer", "unidad": "x", "color": "1"}, []string{"parametro-desconocido", "formato-fecha", "formato-no-valido", "valor-no-permitido", "formato-no-valido", "carga-demasiado-amplia"}},
		{map[string]string{"desde": "2026-06-18"}, []string{"rango-de-fechas"}},
	} {
		_, err := estadistica.LeerCarga(caso.parametros, hoy)
		var e *falla.Error
		require.ErrorAs(t, err, &e, "%v", caso.parametros)
		var codigos []string
		for _, f := range e.Fallas {
			codigos = append(codigos, f.Codigo)
		}
		assert.Equal(t, caso.codigos, codigos, "%v", caso.parametros)
	}
}
