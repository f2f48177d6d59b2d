package siade_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
	"github.com/operacion-abierta/operacion/siade"
)

var sistemas = central("doe-7.1.3.1.4")

// asienta enters an entry in the catalog, or adds an edition to it.
func (m *mesa) asienta(a doe.Actor, e siade.Asiento) error {
	t, err := tramite.NuevaMesa(siade.Clasificadores)
	require.NoError(m.t, err)
	c := m.contexto(a)
	p := tramite.Peticion{Coleccion: siade.ColeccionClasificadores, Entrada: e}
	k := e.Clase.Unico(e.Clave)
	if ya := m.padron[k]; ya != nil {
		p.Folio, p.Acto = ya.Cabeza().Folio, "modificar"
		c.Cargar = func(string, string) (tramite.Registro, error) {
			b, err := siade.Clasificadores.Codificar(ya)
			require.NoError(m.t, err)
			return siade.Clasificadores.Decodificar(b)
		}
	}
	cs, err := t.Realizar(c, p)
	if err != nil {
		return err
	}
	if m.padron == nil {
		m.padron = map[string]tramite.Registro{}
	}
	m.padron[k] = cs[0].Registro
	return nil
}

// catalogo is a catalog of two themes, a sub-theme and two services.
func (m *mesa) catalogo() *mesa {
	m.t.Helper()
	de := func(k siade.ClaseClasificador, clave string, e siade.EdicionClasificador) {
		e.Desde, e.Nombre = fecha.MustParse("2026-01-01"), clave
		require.NoError(m.t, m.asienta(sistemas, siade.Asiento{Clase: k, Clave: clave, EdicionClasificador: e, Motivo: "Catálogo inicial"}), clave)
	}
	de(siade.ClaseServicio, "farmacia", siade.EdicionClasificador{})
	de(siade.ClaseServicio, "urgencias", siade.EdicionClasificador{})
	de(siade.ClaseTema, "medicamentos", siade.EdicionClasificador{
		Servicios: []string{"farmacia"}, Tipos: []siade.Tipo{siade.Queja, siade.Gestion},
		Preguntas: []siade.Pregunta{
			{Clave: "surtido", Texto: "¿Qué se surtió?", Clase: siade.PreguntaOpcion, Opciones: []string{"nada", "parcial"}, Obligatoria: true},
			{Clave: "piezas", Texto: "¿Cuántas faltaron?", Clase: siade.PreguntaNumero, Obligatoria: true, Si: &siade.Condicion{Pregunta: "surtido", Valor: "parcial"}},
			{Clave: "receta", Texto: "¿De qué día es la receta?", Clase: siade.PreguntaFecha},
		},
		Rutas: []siade.Ruta{
			{Organo: "dn-prestaciones-medicas"}, {OOADs: []string{"14", "15"}, Organo: "dn-finanzas"},
			{Unidades: []string{"JCIMS000301"}, Unidad: "doe-7.1.3.1.2"},
		},
	})
	de(siade.ClaseSubtema, "oncologicos", siade.EdicionClasificador{Padre: "medicamentos"})
	de(siade.ClaseTema, "trato", siade.EdicionClasificador{})
	return m
}

func quejaDe(c siade.Clasificacion) siade.Registro {
	e := entrada()
	c.Tipo = siade.Queja
	e.Clasificacion, e.Senalado = &c, &siade.Senalado{Area: "UMF 3"}
	return e
}

var completa = siade.Clasificacion{Tema: "medicamentos", Subtema: "oncologicos", Servicio: "farmacia", Extras: []siade.Extra{{Pregunta: "surtido", Valor: "parcial"}, {Pregunta: "piezas", Valor: "3"}}}

func TestSinCatalogoSeTomaCualquierCodigo(t *testing.T) {
	m := nueva(t)
	m.registra(taod, quejaDe(siade.Clasificacion{Tema: "lo-que-sea", Servicio: "otro"}))
	rompe(t, m.hace(taod, "", "", quejaDe(siade.Clasificacion{Tema: "lo que sea"})), siade.ReglaCodigo, "body.clasificacion.tema")
	m.catalogo()
	m.registra(taod, quejaDe(siade.Clasificacion{Tema: "trato", Tramite: "libre"})) // there are no procedures in it
	rompe(t, m.hace(taod, "", "", quejaDe(siade.Clasificacion{Tema: "lo-que-sea"})), siade.ReglaSinClasificador, "body.clasificacion.tema")
}

func TestLaClasificacionSigueElCatalogo(t *testing.T) {
	m := nueva(t).catalogo()
	m.registra(taod, quejaDe(completa))
	for nombre, caso := range map[string]struct {
		cambia func(*siade.Clasificacion)
		regla  falla.Regla
		lugar  string
	}{
		"de otro tema":   {func(c *siade.Clasificacion) { c.Tema, c.Servicio, c.Extras = "trato", "", nil }, siade.ReglaSubtemaDe, "subtema"},
		"sin tema":       {func(c *siade.Clasificacion) { c.Tema, c.Extras = "", nil }, siade.ReglaSubtemaSolo, "subtema"},
		"otro servicio":  {func(c *siade.Clasificacion) { c.Servicio = "urgencias" }, siade.ReglaServicioDelTema, "servicio"},
		"sin contestar":  {func(c *siade.Clasificacion) { c.Extras = nil }, siade.ReglaExtraFalta, "extras"},
		"sin la segunda": {func(c *siade.Clasificacion) { c.Extras = c.Extras[:1] }, siade.ReglaExtraFalta, "extras"},
		"no es opción":   {func(c *siade.Clasificacion) { c.Extras = []siade.Extra{{Pregunta: "surtido", Valor: "todo"}} }, siade.ReglaExtraValor, "extras[0].valor"},
		"no es número": {func(c *siade.Clasificacion) {
			c.Extras = []siade.Extra{completa.Extras[0], {Pregunta: "piezas", Valor: "-1"}}
		}, siade.ReglaExtraValor, "extras[1].valor"},
		"receta de mañana": {func(c *siade.Clasificacion) {
			c.Extras = append(c.Extras[:2:2], siade.Extra{Pregunta: "receta", Valor: "2026-03-03"})
		}, siade.ReglaExtraValor, "extras[2].valor"},
		"no se pregunta": {func(c *siade.Clasificacion) {
			c.Extras = []siade.Extra{{Pregunta: "surtido", Valor: "nada"}, completa.Extras[1]}
		}, siade.ReglaExtraAjena, "extras[1].pregunta"},
		"dos veces": {func(c *siade.Clasificacion) { c.Extras = append(c.Extras[:2:2], completa.Extras[0]) }, siade.ReglaExtraAjena, "extras[2].pregunta"},
	} {
		c := completa
		caso.cambia(&c)
		t.Run(nombre, func(t *testing.T) {
			rompe(t, m.hace(taod, "", "", quejaDe(c)), caso.regla, "body.clasificacion."+caso.lugar)
		})
	}
	e := quejaDe(completa)
	e.Clasificacion.Tipo = siade.Reconocimiento
	rompe(t, m.hace(taod, "", "", e), siade.ReglaTipoClasificador, "body.clasificacion.tema")
}

func TestRegla30LoAbiertoConservaElCatalogoDeSuDia(t *testing.T) {
	m := nueva(t).catalogo()
	f := m.registra(taod, entrada())
	nuevo := siade.Asiento{Clase: siade.ClaseTema, Clave: "trato", Motivo: "Se divide por área", EdicionClasificador: siade.EdicionClasificador{
		Desde: fecha.MustParse("2026-03-09"), Nombre: "Trato del personal", Tipos: []siade.Tipo{siade.Queja},
	}}
	atras := nuevo
	atras.Desde = fecha.MustParse("2026-03-01")
	rompe(t, m.asienta(sistemas, atras), siade.ReglaEdicionPasada, "body.desde")
	require.NoError(t, m.asienta(sistemas, nuevo))
	m.el("2026-03-09")
	pide := siade.Clasificacion{Tipo: siade.Sugerencia, Tema: "trato"}
	m.debe(taod, f, "clasificar", pide) // presented on the second
	rompe(t, m.hace(taod, m.registra(taod, entrada()), "clasificar", pide), siade.ReglaTipoClasificador, "body.tema")
	x := m.padron["tema/trato"].(*siade.Clasificador)
	for dia, nombre := range map[string]string{"2025-12-31": "", "2026-01-01": "trato", "2026-03-08": "trato", "2026-03-09": "Trato del personal"} {
		e, _ := x.En(fecha.MustParse(dia))
		assert.Equal(t, nombre, e.Nombre, dia)
	}
	// A later edition takes the place of those that were to come.
	otra := nuevo
	otra.Nombre, otra.Hasta = "Trato digno", fecha.MustParse("2026-03-31")
	require.NoError(t, m.asienta(sistemas, otra))
	x = m.padron["tema/trato"].(*siade.Clasificador)
	assert.Len(t, x.Ediciones, 2)
	_, ok := x.En(fecha.MustParse("2026-04-01"))
	assert.False(t, ok, "ya no puede usarse")
}

func TestSinDestinoSeTurnaAlAreaDelCatalogo(t *testing.T) {
	m := nueva(t).catalogo()
	for unidad, va := range map[string]siade.Turnado{
		"":            {Organo: "dn-finanzas"},
		"JCIMS000301": {Unidad: "doe-7.1.3.1.2"},
	} {
		e := quejaDe(completa)
		e.UnidadServicio = unidad
		f := m.registra(taod, e)
		m.debe(taod, f, "turnar", siade.Turno{Motivo: "Según el catálogo"})
		p := m.ver(f)
		assert.Equal(t, va, siade.Turnado{Unidad: p.Turno.Unidad, Organo: p.Turno.Organo}, unidad)
	}
	e := quejaDe(completa)
	f := m.registra(regional(doe.TAOD, "16"), e)
	m.debe(regional(doe.TAOD, "16"), f, "turnar", siade.Turno{Motivo: "Según el catálogo"})
	assert.Equal(t, doe.ClaveOrgano("dn-prestaciones-medicas"), m.ver(f).Turno.Organo)
	sin := m.registra(taod, quejaDe(siade.Clasificacion{Tema: "trato"}))
	rompe(t, m.hace(taod, sin, "turnar", siade.Turno{Motivo: "Según el catálogo"}), siade.ReglaSinDestino, "body")
}

func TestElCatalogoSeRevisaEntero(t *testing.T) {
	m := nueva(t).catalogo()
	mal := siade.Asiento{Clase: siade.ClaseTema, Clave: "con espacio", Motivo: "Prueba", EdicionClasificador: siade.EdicionClasificador{
		Desde: fecha.MustParse("2026-03-02"), Hasta: fecha.MustParse("2026-03-01"), Nombre: "X", Padre: "trato", Servicios: []string{"nada"},
		Preguntas: []siade.Pregunta{
			{Clave: "a", Texto: "A", Clase: siade.PreguntaSiNo, Opciones: []string{"x"}}, {Clave: "a", Texto: "B", Clase: siade.PreguntaOpcion},
			{Clave: "b", Texto: "B", Clase: siade.PreguntaTexto, Si: &siade.Condicion{Pregunta: "a", Valor: "quizá"}},
		},
		Rutas: []siade.Ruta{{}, {OOADs: []string{"14"}, Unidad: "doe-7.1.2"}, {OOADs: []string{"14", "99"}, Unidades: []string{"x"}, Organo: "dn-nada"}, {OOADs: []string{"14"}, Organo: "dn-finanzas"}},
	}}
	var e *falla.Error
	require.ErrorAs(t, m.asienta(sistemas, mal), &e)
	var hay []string
	for _, f := range e.Fallas {
		hay = append(hay, fmt.Sprintf("%s %s", strings.TrimPrefix(f.Codigo, "SIADE-"), f.Ubicacion))
	}
	assert.ElementsMatch(t, []string{
		"PETICION-14 body.clave", "CLASIFICADOR-03 body.hasta", "CLASIFICADOR-04 body.padre", "CLASIFICADOR-06 body.servicios[0]", "CLASIFICADOR-08 body.preguntas[0].opciones", "CLASIFICADOR-07 body.preguntas[1].clave",
		"CLASIFICADOR-08 body.preguntas[1].opciones", "CLASIFICADOR-09 body.preguntas[2].si", "PETICION-19 body.rutas[0]", "PETICION-20 body.rutas[1].unidad", "PETICION-21 body.rutas[2].organo",
		"PETICION-21 body.rutas[2].ooad[1]", "PETICION-05 body.rutas[2].unidades[0]", "CLASIFICADOR-10 body.rutas[3]",
	}, hay)
	otra := siade.Asiento{Clase: siade.ClaseServicio, Clave: "rayos-x", Motivo: "Prueba", EdicionClasificador: siade.EdicionClasificador{Desde: fecha.MustParse("2026-03-02"), Nombre: "X", Servicios: []string{"farmacia"}}}
	rompe(t, m.asienta(sistemas, otra), siade.ReglaServiciosDe, "body.servicios")
	prohibe(t, m.asienta(jefa, siade.Asiento{Clase: siade.ClaseTema, Clave: "propio", Motivo: "Prueba", EdicionClasificador: siade.EdicionClasificador{Desde: fecha.MustParse("2026-03-02"), Nombre: "X"}}))
}

func TestUnaEntradaNoCambiaDeClave(t *testing.T) {
	m := nueva(t).catalogo()
	m.padron["tema/nuevo"] = m.padron["tema/trato"]
	e := siade.Asiento{Clase: siade.ClaseTema, Clave: "nuevo", Motivo: "Cambia de nombre", EdicionClasificador: siade.EdicionClasificador{Desde: fecha.MustParse("2026-03-02"), Nombre: "X"}}
	rompe(t, m.asienta(sistemas, e), siade.ReglaOtroClasificador, "body.clave")
}

func TestCadaReglaDelCatalogoTieneSuCodigoYSuFuente(t *testing.T) {
	for i, r := range siade.ReglasClasificador() {
		assert.Equal(t, fmt.Sprintf("SIADE-CLASIFICADOR-%02d", i+1), r.Codigo)
		assert.False(t, r.Fuente.IsZero(), r.Codigo)
		assert.NotEmpty(t, r.Es)
		assert.NotEmpty(t, r.En)
	}
	assert.Len(t, siade.ReglasClasificador(), 17)
}

func TestPropiedadesDelCatalogo(t *testing.T) {
	prueba.Propiedades(t, siade.Clasificadores, prueba.Opciones{})
}
