package tramite_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

func TestElEventoDiceQuienCuandoYConQueFuncion(t *testing.T) {
	h := crear(t, Solicitud{Expediente: "A-1"})
	require.Len(t, h.Eventos, 1)
	e := h.Eventos[0]
	assert.Equal(t, "solicitar", e.Acto)
	assert.Equal(t, doe.Expreso, e.Fundamento.Tipo)
	assert.Equal(t, []doe.ClaveFuncion{"caood-7.1/2", "caood-7.1/3"}, e.Fundamento.Funciones.Lista())
	assert.Equal(t, solicitado, h.Registro.Estado)
	assert.Equal(t, doe.CAOOD, h.Registro.Unidad)
	assert.Equal(t, doe.OOAD("14"), h.Registro.OOAD)
	assert.Equal(t, 1, h.Registro.Version)
}

func TestLaIdentidadNuncaLlegaAlEvento(t *testing.T) {
	h := crear(t, Solicitud{Expediente: "A-1", Nombre: "Juana Pérez"})
	require.Len(t, h.Reservados, 1)
	assert.JSONEq(t, `{"nombre":"Juana Pérez"}`, string(h.Reservados[0].Datos))
	todo, err := json.Marshal(h.Eventos)
	require.NoError(t, err)
	assert.NotContains(t, string(todo), "Juana")
	assert.Equal(t, "ref-1", h.Registro.Persona)
}

func TestUnActoCompuestoDejaUnEventoPorActo(t *testing.T) {
	h := crear(t, Solicitud{Expediente: "A-1", Inmediato: true})
	require.Len(t, h.Eventos, 2)
	assert.Equal(t, "solicitar", h.Eventos[1].Por)
	assert.Equal(t, prestado, h.Registro.Estado)
	assert.Equal(t, 2, h.Registro.Version)
}

func TestUnActoRehusadoDejaElRegistroIntacto(t *testing.T) {
	r := crear(t, Solicitud{Expediente: "A-1"}).Registro
	antes, _ := json.Marshal(r)
	_, err := tramite.Ejecutar(prestamos, r, prestar, Nota{Texto: "repetida"}, contexto(taod(), "2026-03-03"))
	var e *falla.Error
	require.ErrorAs(t, err, &e)
	assert.Equal(t, falla.Invalida, e.Clase)
	require.Len(t, e.Fallas, 1)
	assert.Equal(t, "PRESTAMO-01", e.Fallas[0].Codigo)
	assert.Equal(t, "body.texto", e.Fallas[0].Ubicacion)
	despues, _ := json.Marshal(r)
	assert.JSONEq(t, string(antes), string(despues))
}

func TestElOrdenDeLasRevisiones(t *testing.T) {
	r := crear(t, Solicitud{Expediente: "A-1"}).Registro
	otro := taod()
	otro.OOAD = "15"
	c := contexto(otro, "2026-03-03")
	c.SiVersion = 9
	_, err := tramite.Ejecutar(prestamos, r, consultar, tramite.Vacia{}, c)
	assert.True(t, falla.DeClase(err, falla.Prohibida), "403 antes que 412: %v", err)
	c.Actor = taod()
	_, err = tramite.Ejecutar(prestamos, r, consultar, tramite.Vacia{}, c)
	assert.True(t, falla.DeClase(err, falla.Obsoleta), "412 antes que 409: %v", err)
	c.SiVersion = 1
	_, err = tramite.Ejecutar(prestamos, r, consultar, tramite.Vacia{}, c)
	var e *falla.Error
	require.True(t, errors.As(err, &e))
	assert.Equal(t, falla.Conflicto, e.Clase)
	assert.Equal(t, "solicitado", e.Estado)
	assert.Equal(t, []string{"prestar", "devolver"}, e.ActosPosibles)
}

func TestQuienNoPuedeSabeQuienPuede(t *testing.T) {
	r := crear(t, Solicitud{Expediente: "A-1"}).Registro
	ajena := doe.Actor{Sub: "e", Unidad: "doe-7.1.1", Puesto: doe.Titular}
	_, err := tramite.Ejecutar(prestamos, r, prestar, Nota{Texto: "x"}, contexto(ajena, "2026-03-03"))
	var e *falla.Error
	require.ErrorAs(t, err, &e)
	assert.Equal(t, "siade.atencion:atender", e.Facultad)
	assert.Contains(t, e.Facultadas, falla.Facultada{
		Unidad: "caood-7.1", Nombre: nombreDe(doe.CAOOD), Funciones: []string{"caood-7.1/2", "caood-7.1/3"}, Fundamento: "expreso",
	})
}

func nombreDe(k doe.ClaveUnidad) string {
	u, _ := doe.Vigente().Unidad(k)
	return u.Nombre
}

func TestReproducirDaElMismoRegistro(t *testing.T) {
	h := crear(t, Solicitud{Expediente: "A-1", Nombre: "N", Inmediato: true})
	es := h.Eventos
	c := contexto(taod(), "2026-03-04")
	h, err := tramite.Ejecutar(prestamos, h.Registro, consultar, tramite.Vacia{}, c)
	require.NoError(t, err)
	es = append(es, h.Eventos...)
	c = contexto(doe.Actor{Sub: "c", Rol: doe.Ciudadano}, "2026-03-06")
	h, err = tramite.Ejecutar(prestamos, h.Registro, reanudar, tramite.Vacia{}, c)
	require.NoError(t, err)
	es = append(es, h.Eventos...)
	vivo, err := prestamos.Codificar(&h.Registro)
	require.NoError(t, err)
	crudo, err := json.Marshal(es)
	require.NoError(t, err)
	var leidos []tramite.Evento
	require.NoError(t, json.Unmarshal(crudo, &leidos))
	r, err := prestamos.Reproducir(h.Registro.Folio, leidos)
	require.NoError(t, err)
	otro, err := prestamos.Codificar(r)
	require.NoError(t, err)
	assert.Equal(t, string(vivo), string(otro))
}

func TestElRelojSeDetieneEnLosEstadosDeEspera(t *testing.T) {
	h := crear(t, Solicitud{Expediente: "A-1", Inmediato: true}) // Monday 2026-03-02
	c := contexto(taod(), "2026-03-03")
	assert.Equal(t, "2026-03-16", prestamos.Vencimiento(&h.Registro, &c).Vence.String())
	h, err := tramite.Ejecutar(prestamos, h.Registro, consultar, tramite.Vacia{}, c)
	require.NoError(t, err)
	assert.True(t, prestamos.Vencimiento(&h.Registro, &c).Vence.IsZero())
	h, err = tramite.Ejecutar(prestamos, h.Registro, reanudar, tramite.Vacia{}, contexto(doe.Actor{Rol: doe.Ciudadano}, "2026-03-05"))
	require.NoError(t, err)
	// Wednesday 4 and Thursday 5 did not count.
	assert.Equal(t, "2026-03-18", prestamos.Vencimiento(&h.Registro, &c).Vence.String())
	assert.Equal(t, "2026-03-16", h.Registro.Relojes[0].Comunicados[0].String(), "la fecha comunicada se conserva")
}

func TestLaProrrogaGuardaLaFechaOriginal(t *testing.T) {
	h := crear(t, Solicitud{Expediente: "A-1", Inmediato: true})
	unidad := doe.Actor{Sub: "u", Unidad: "doe-7.1.3", Puesto: doe.Personal}
	_, err := tramite.Ejecutar(prestamos, h.Registro, prorrogar, Mas{Dias: 2}, contexto(unidad, "2026-03-03"))
	assert.True(t, falla.DeClase(err, falla.Prohibida), "autorizar lo firma la titular")
	unidad.Puesto = doe.Titular
	h, err = tramite.Ejecutar(prestamos, h.Registro, prorrogar, Mas{Dias: 2}, contexto(unidad, "2026-03-03"))
	require.NoError(t, err)
	k := h.Registro.Relojes[0]
	assert.Equal(t, 2, k.Prorroga)
	require.Len(t, k.Comunicados, 2)
	assert.Equal(t, "2026-03-16", k.Comunicados[0].String())
	assert.Equal(t, "2026-03-18", k.Comunicados[1].String())
}

func TestElRelojHaceLoVencido(t *testing.T) {
	h := crear(t, Solicitud{Expediente: "A-1", Inmediato: true})
	c := contexto(doe.Reloj(), "2026-03-16")
	assert.Empty(t, prestamos.Alarmas(&h.Registro, &c))
	c = contexto(doe.Reloj(), "2026-03-17")
	debe := prestamos.Alarmas(&h.Registro, &c)
	require.Len(t, debe, 1)
	assert.Equal(t, "devolver", debe[0].Acto)
}

func TestDefinirDiceTodasLasFallas(t *testing.T) {
	d := definicion()
	malo := prestar
	malo.De = tramite.Desde("otro")
	malo.Facultades = nil
	d.Actos = tramite.Actos[Prestamo](malo, consultar, reanudar, prorrogar, devolver, devolver)
	d.Serie = ""
	_, err := tramite.Definir(d)
	require.ErrorIs(t, err, tramite.ErrDefinicion)
	for _, dice := range []string{"series", "unknown state", "neither facultad", "declared twice"} {
		assert.ErrorContains(t, err, dice)
	}
}

func TestLosReservadosNoExistenParaQuienNoDebe(t *testing.T) {
	h := crear(t, Solicitud{Expediente: "secreto"})
	c := contexto(taod(), "2026-03-03")
	assert.Equal(t, tramite.Oculto, prestamos.Acceso(&h.Registro, &c))
	jefa := taod()
	jefa.Puesto = doe.Titular
	c = contexto(jefa, "2026-03-03")
	assert.Equal(t, tramite.Permitido, prestamos.Acceso(&h.Registro, &c))
	jefa.OOAD = "15"
	c = contexto(jefa, "2026-03-03")
	assert.Equal(t, tramite.Oculto, prestamos.Acceso(&h.Registro, &c))
}

func BenchmarkEjecutar(b *testing.B) {
	h := crear(b, Solicitud{Expediente: "A-1", Inmediato: true})
	c := contexto(taod(), "2026-03-03")
	b.ReportAllocs()
	for b.Loop() {
		h, err := tramite.Ejecutar(prestamos, h.Registro, consultar, tramite.Vacia{}, c)
		if err != nil {
			b.Fatal(err)
		}
		_ = h.Eventos[0].Carga()
	}
}

func TestUnTraspasoCambiaQuienGuardaYConservaLaUnidadDeSuDia(t *testing.T) {
	h := crear(t, Solicitud{Expediente: "A-1"})
	antes := h.Registro.Unidad
	mesa, err := tramite.NuevaMesa(prestamos)
	require.NoError(t, err)
	c := contexto(doe.Actor{Sub: "sistema", Rol: doe.Sistema}, "2026-03-04")
	c.Cargar = func(string, string) (tramite.Registro, error) {
		r := h.Registro
		return &r, nil
	}
	pedir := func(c tramite.Contexto, a doe.ClaveUnidad) ([]*tramite.Cambio, error) {
		return mesa.Realizar(c, tramite.Peticion{Coleccion: "prestamos", Folio: h.Registro.Folio, Acto: tramite.ActoTraspaso, Entrada: tramite.Traspaso{A: a, Motivo: "REORG-1"}})
	}
	cambios, err := pedir(c, "doe-7.1.3.1.4")
	require.NoError(t, err)
	r := cambios[0].Registro.(*Prestamo)
	assert.Equal(t, doe.ClaveUnidad("doe-7.1.3.1.4"), r.Unidad)
	assert.Equal(t, h.Eventos[0].Unidad, doe.CAOOD, "the event keeps the unit of its day")
	assert.Contains(t, string(cambios[0].Eventos[0].Entrada), string(antes))
	otro, err := prestamos.Reproducir(r.Folio, append(h.Eventos, cambios[0].Eventos...))
	require.NoError(t, err)
	assert.Equal(t, r, otro)

	_, err = pedir(c, "doe-9")
	var e *falla.Error
	require.ErrorAs(t, err, &e)
	assert.Equal(t, "unidad-desconocida", e.Fallas[0].Codigo)
	_, err = pedir(contexto(taod(), "2026-03-04"), "doe-7.1.3.1.4")
	assert.Error(t, err, "only the system hands records over")
}
