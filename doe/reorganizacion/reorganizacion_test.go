package reorganizacion_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/reorganizacion"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
)

func TestPropiedades(t *testing.T) {
	abiertos := aprobacion(doe.Acuerdo)
	lejos := abiertos
	lejos.Vigente = fecha.MustParse("2029-06-01")
	prueba.Propiedades(t, reorganizacion.Reorganizaciones, prueba.Opciones{Entradas: map[string][]any{
		"proyectar": {fusion(), supresion()}, "modificar": {fusion(), supresion()}, "aprobar": {abiertos, lejos},
	}})
}

// Rule 17: who approves is outside the directorate, which drafts, simulates
// and registers.
func TestRegla17LaDireccionNoApruebaSuEstructura(t *testing.T) {
	r := hasta(t, fusion(), simular(), enviar())
	assert.Equal(t, reorganizacion.ConsejoTecnico, r.Aprobador, "una fusión la aprueba el Consejo Técnico")
	_, err := paso(reorganizacion.Aprobar, aprobacion(doe.Oficio), direccion, "2026-03-06")(r)
	assert.Equal(t, map[string]string{"body.tipo": "DOE-REORGANIZACION-05"}, codigos(t, err))
	_, err = paso(reorganizacion.Aprobar, aprobacion(doe.Oficio), admin, "2026-03-06")(r)
	assert.True(t, falla.DeClase(err, falla.Prohibida), "la Dirección de Administración no es parte")
	_, err = paso(reorganizacion.Aprobar, aprobacion(doe.Acuerdo), juridico, "2026-03-06")(r)
	assert.True(t, falla.DeClase(err, falla.Prohibida), "registra la Dirección")
	h, err := paso(reorganizacion.Aprobar, aprobacion(doe.Acuerdo), direccion, "2026-03-06")(r)
	require.NoError(t, err)
	assert.Equal(t, "Consejo Técnico", h.Registro.Aprobacion.Instrumento.Emisor)
	assert.Equal(t, reorganizacion.Aprobada, h.Registro.Estado)

	menor := hasta(t, reorganizacion.Proyectar.Ejemplo, simular(), enviar())
	assert.Equal(t, reorganizacion.Administracion, menor.Aprobador, "cambiar el nombre de una división basta con oficio")
	_, err = paso(reorganizacion.Aprobar, aprobacion(doe.Acuerdo), admin, "2026-03-06")(menor)
	assert.Equal(t, map[string]string{"body.tipo": "DOE-REORGANIZACION-07"}, codigos(t, err))
	h, err = paso(reorganizacion.Aprobar, aprobacion(doe.Oficio), admin, "2026-03-06")(menor)
	require.NoError(t, err)
	assert.Equal(t, doe.PorContraparte, h.Eventos[0].Fundamento.Tipo)
}

func TestLaSimulacionDiceLoQueQuedaSueltoYLoQuePasa(t *testing.T) {
	s := hasta(t, fusion(), simular()).Simulacion
	assert.Equal(t, []doe.ClaveUnidad{"doe-7.1.4.2.3"}, s.Diferencias.Nuevas)
	assert.Empty(t, s.Diferencias.SinUnidad, "lo de las fusionadas pasa a la nueva")
	require.Len(t, s.Traspasos, 2)
	assert.Equal(t, doe.ClaveUnidad("doe-7.1.4.2.3"), s.Traspasos[0].A)
	assert.Equal(t, 2, s.Traspasos[0].Abiertos)
	assert.False(t, s.Exige())

	r := hasta(t, supresion(), simular())
	assert.NotEmpty(t, r.Simulacion.Diferencias.SinUnidad)
	assert.NotEmpty(t, r.Simulacion.Diferencias.SinTitular)
	assert.Equal(t, doe.ClaveUnidad("doe-7.1.6"), r.Simulacion.Traspasos[0].A, "a falta de sucesora, su superior")
	_, err := paso(reorganizacion.Enviar, reorganizacion.Remision{Oficio: "DOE/1"}, direccion, "2026-03-04")(r)
	assert.Equal(t, map[string]string{"body.justificacion": "DOE-REORGANIZACION-03"}, codigos(t, err))
}

func TestUnDiaPasadoSeDiceUnaVezYDondeSeEscribio(t *testing.T) {
	b := fusion()
	b.Cambios, b.Prevista = append(b.Cambios, supresion().Cambios...), fecha.MustParse("2020-01-01")
	_, err := tramite.Crear(reorganizacion.Reorganizaciones, reorganizacion.Proyectar, b, contexto(direccion, "2026-03-02"))
	assert.Equal(t, map[string]string{"body.prevista": "DOE-REORGANIZACION-01"}, codigos(t, err))
}

func TestElDestinoQueSeDiceValeMasQueLaSucesora(t *testing.T) {
	b := supresion()
	b.Destinos = []reorganizacion.Destino{{De: "doe-7.1.6.2", A: "doe-7.1.6.1"}}
	assert.Equal(t, doe.ClaveUnidad("doe-7.1.6.1"), hasta(t, b, simular()).Simulacion.Traspasos[0].A)
	b.Destinos = []reorganizacion.Destino{{De: "doe-7.1.6.1", A: "doe-7.1.6"}, {De: "doe-7.1.6.2", A: "doe-7.1.6.2"}}
	b.Prevista = fecha.MustParse("2026-03-02")
	_, err := tramite.Crear(reorganizacion.Reorganizaciones, reorganizacion.Proyectar, b, contexto(direccion, "2026-03-02"))
	cs := codigos(t, err)
	assert.Equal(t, "DOE-REORGANIZACION-01", cs["body.prevista"])
	assert.Equal(t, "DOE-REORGANIZACION-02", cs["body.destinos[0]"], "no termina")
	assert.Equal(t, "DOE-REORGANIZACION-02", cs["body.destinos[1]"], "no queda en pie")
}

func TestLasFallasDeLosActosSeDicenEnSuLugar(t *testing.T) {
	b := fusion()
	b.Cambios[0].Antes[1].Clave = "doe-7.1.9"
	b.Cambios = append(b.Cambios, cambio{Clase: doe.Supresion, Antes: []doe.EstadoUnidad{{Clave: doe.Raiz}}})
	_, err := tramite.Crear(reorganizacion.Reorganizaciones, reorganizacion.Proyectar, b, contexto(direccion, "2026-03-02"))
	cs := codigos(t, err)
	assert.Equal(t, "DOE-REESTRUCTURA-11", cs["body.cambios[0].antes[1].clave"])
	assert.Equal(t, "DOE-REESTRUCTURA-18", cs["body.cambios[1].antes[0].clave"])
}

func TestLoModificadoSeSimulaDeNuevo(t *testing.T) {
	r := hasta(t, fusion(), simular(), paso(reorganizacion.Modificar, supresion(), direccion, "2026-03-03"))
	assert.Nil(t, r.Simulacion)
	assert.Equal(t, 2, r.Revision)
	_, err := enviar()(r)
	assert.True(t, falla.DeClase(err, falla.Conflicto))
}

func TestEntraEnVigorSuDiaYSoloPorElReloj(t *testing.T) {
	r := hasta(t, fusion(), simular(), enviar(), paso(reorganizacion.Aprobar, aprobacion(doe.Acuerdo), direccion, "2026-03-06"))
	c := contexto(doe.Reloj(), "2026-12-31")
	assert.Empty(t, reorganizacion.Reorganizaciones.Alarmas(&r, &c))
	c = contexto(doe.Reloj(), "2027-01-01")
	debe := reorganizacion.Reorganizaciones.Alarmas(&r, &c)
	require.Len(t, debe, 1)
	mesa, err := tramite.NuevaMesa(reorganizacion.Reorganizaciones)
	require.NoError(t, err)
	c.Cargar = func(string, string) (tramite.Registro, error) { return &r, nil }
	cambios, err := mesa.Realizar(c, debe[0])
	require.NoError(t, err)
	v := cambios[0].Registro.(*reorg)
	assert.Equal(t, reorganizacion.EnVigor, v.Estado)
	assert.Equal(t, []reorganizacion.Destino{{De: "doe-7.1.4.2.1", A: "doe-7.1.4.2.3"}, {De: "doe-7.1.4.2.2", A: "doe-7.1.4.2.3"}}, v.Traspasos)
	nuevo, err := reorganizacion.Catalogo(doe.Vigente(), []reorg{*v})
	require.NoError(t, err)
	_, hay := nuevo.Unidad("doe-7.1.4.2.3")
	assert.True(t, hay)
	_, hay = nuevo.En(fecha.MustParse("2026-12-31")).Unidad("doe-7.1.4.2.1")
	assert.True(t, hay, "la víspera siguen las de antes")
}

func TestSiOtraCambioLoMismoNoEntraYSeDice(t *testing.T) {
	r := hasta(t, fusion(), simular(), enviar(), paso(reorganizacion.Aprobar, aprobacion(doe.Acuerdo), direccion, "2026-03-06"))
	otra := doe.Reestructura{
		Clave: "otra", Clase: doe.Supresion, Instrumento: r.Aprobacion.Instrumento, Vigente: doe.DiaCierto(fecha.MustParse("2026-06-01")),
		Antes: []doe.EstadoUnidad{{Clave: "doe-7.1.4.2.1"}}, Transferencias: []doe.Transferencia{{Que: doe.LasFunciones, De: "doe-7.1.4.2.1", A: "doe-7.1.4.2"}},
	}
	cat, err := doe.Vigente().Con(otra)
	require.NoError(t, err)
	c := contexto(doe.Reloj(), "2027-01-01")
	c.Catalogo, c.Cargar = cat, func(string, string) (tramite.Registro, error) { return &r, nil }
	mesa, err := tramite.NuevaMesa(reorganizacion.Reorganizaciones)
	require.NoError(t, err)
	_, err = mesa.Realizar(c, tramite.Peticion{Coleccion: "reorganizaciones", Folio: r.Folio, Acto: "entrar-en-vigor"})
	assert.Equal(t, "DOE-REESTRUCTURA-11", codigos(t, err)["registro.cambios[0].antes[0].clave"])
}

func TestElDocumentoCitadoEstaEntreLosAdjuntosYTieneFecha(t *testing.T) {
	r := hasta(t, fusion(), simular(), enviar())
	e := aprobacion(doe.Acuerdo)
	e.SHA256, e.Aprobado, e.Vigente = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", fecha.MustParse("2026-03-07"), fecha.MustParse("2022-01-01")
	_, err := paso(reorganizacion.Aprobar, e, direccion, "2026-03-06")(r)
	cs := codigos(t, err)
	assert.Equal(t, "DOE-REORGANIZACION-08", cs["body.sha256"])
	assert.Equal(t, "DOE-REORGANIZACION-06", cs["body.aprobado"])
	assert.Equal(t, "DOE-REESTRUCTURA-19", cs["body.vigente"], "antes de la edición")
}

func Example() {
	r := reorganizacion.Reorganizacion{Revision: 1, Prevista: fecha.MustParse("2027-01-01"), Cambios: fusion().Cambios}
	s, err := reorganizacion.Simular(r, doe.Vigente(), fecha.MustParse("2026-03-02"), nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(s.Diferencias.Terminadas, "→", s.Diferencias.Nuevas)
	fmt.Println("funciones sin unidad:", len(s.Diferencias.SinUnidad), "facultades sin titular:", len(s.Diferencias.SinTitular))
	// Output:
	// [doe-7.1.4.2.1 doe-7.1.4.2.2] → [doe-7.1.4.2.3]
	// funciones sin unidad: 0 facultades sin titular: 0
}
