package programa_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/plan"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/programa"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
	voces "github.com/operacion-abierta/operacion/doe/vocabulario/prueba"
)

func TestLosVocabulariosSonSusConstantes(t *testing.T) {
	voces.Concuerda(t, programa.Causas(), programa.ParseCausa, programa.CausaTecnica, programa.CausaNormativa, programa.CausaHumana, programa.CausaMaterial, programa.CausaExterna, programa.CausaCalendario)
	voces.Concuerda(t, programa.Causales(), programa.ParseCausal, programa.CausalError, programa.CausalExtinta, programa.CausalSustituye)
	voces.Concuerda(t, programa.Resoluciones(), programa.ParseResolucion, programa.Pedida, programa.Aceptada, programa.Rechazada, programa.Desistida)
	voces.Concuerda(t, programa.Logros(), programa.ParseLogro, programa.Cumplido, programa.Parcial, programa.NoCumplido)
	voces.Concuerda(t, programa.Faltas(), programa.ParseFalta, programa.SinAbrir, programa.SinPresentar, programa.SinAtender, programa.SinValidar,
		programa.SinIntegrar, programa.SinAutorizar, programa.OtraVersion, programa.SinInforme)
}

func TestLaMatrizEsLoQueDicenLasFunciones(t *testing.T) {
	c := doe.Vigente()
	hacen := map[doe.ClaveFuncion]bool{}
	for _, f := range programa.Filas() {
		fn, ok := c.Funcion(f.Funcion)
		require.True(t, ok, f.Funcion)
		assert.Equal(t, f.Elabora, fn.Unidad, "%s elabora por una función propia", f.Unidad)
		hacen[f.Funcion] = true
		assert.True(t, slices.ContainsFunc(fn.Facultades, func(o doe.Otorgamiento) bool {
			return slices.Contains([]doe.Facultad{"doe.programa:elaborar", "doe.programa:coordinar", "doe.programa:autorizar"}, o.Facultad)
		}), f.Funcion)
		if f.Dice != "" {
			_, ok := c.Funcion(f.Dice)
			assert.True(t, ok, f.Dice)
		}
		if f.Unidad == doe.Raiz {
			assert.Empty(t, f.Integra)
			continue
		}
		s, _ := c.Superior(f.Unidad)
		assert.Equal(t, s, f.Integra, "%s va por su línea de adscripción", f.Unidad)
		_, hay := programa.Filas().De(f.Integra)
		assert.True(t, hay, f.Integra)
	}
	assert.Len(t, programa.Filas(), 37)
	for _, u := range c.Unidades() {
		for _, fn := range c.FuncionesDe(u.Clave) {
			for _, o := range fn.Facultades {
				if o.Facultad == "doe.programa:elaborar" {
					assert.True(t, hacen[fn.Clave], "%s elabora y no está en la matriz", fn.Clave)
				}
				if o.Facultad == "doe.programa:proponer" {
					assert.True(t, slices.ContainsFunc(programa.Aportan(), func(a programa.Aporta) bool { return a.Funcion == fn.Clave }), fn.Clave)
				}
			}
		}
	}
}

func TestUnaReorganizacionCambiaLaMatrizDesdeElAnioSiguiente(t *testing.T) {
	assert.Equal(t, programa.Filas(), programa.FilasEn(doe.Vigente(), 2026))
	ac := doe.Instrumento{Tipo: doe.Acuerdo, Clave: "ACDO.PRUEBA/1", Aprobado: doe.DiaCierto(dia("2026-03-25"))}
	c, err := doe.Vigente().Con(
		doe.Reestructura{Clave: "r-1", Clase: doe.Fusion, Instrumento: ac, Vigente: doe.DiaCierto(dia("2026-07-01")),
			Antes:   []doe.EstadoUnidad{{Clave: "doe-7.1.4.2.1"}, {Clave: "doe-7.1.4.2.2"}},
			Despues: []doe.EstadoUnidad{{Clave: "doe-7.1.4.2.3", Nombre: "División de Asuntos Internacionales", Nivel: doe.NivelDivision, Superior: "doe-7.1.4.2"}}},
		doe.Reestructura{Clave: "r-2", Clase: doe.Supresion, Instrumento: ac, Vigente: doe.DiaCierto(dia("2026-07-01")), Antes: []doe.EstadoUnidad{{Clave: "doe-7.1.6.1"}}},
	)
	require.NoError(t, err)
	assert.Equal(t, programa.Filas(), programa.FilasEn(c, 2026), "el año que corre sigue con las unidades de su primer día")
	m := programa.FilasEn(c, 2027)
	assert.Equal(t, []doe.ClaveUnidad{"doe-7.1.4.2.3"}, m.Integradas("doe-7.1.4.2"))
	f, _ := m.De("doe-7.1.4.2.3")
	assert.Equal(t, programa.Fila{Unidad: "doe-7.1.4.2.3", Elabora: "doe-7.1.4.2.3", Funcion: "doe-7.1.4.2.1/1", Integra: "doe-7.1.4.2", Dice: "doe-7.1.4.2.1/1"}, f)
	assert.Equal(t, []doe.ClaveUnidad{"doe-7.1.6.2"}, m.Integradas("doe-7.1.6"), "nadie tiene ya la función")
	assert.Len(t, m, 35)
}

func TestSeDiceQueUnidadesNoTienenPrograma(t *testing.T) {
	var out []string
	for _, u := range programa.Filas().SinPrograma(doe.Vigente()) {
		out = append(out, strings.TrimPrefix(string(u), "doe-"))
	}
	assert.Equal(t, "7.1.1.5.1 7.1.1.5.1.1 7.1.1.5.2 7.1.1.5.3 7.1.1.5.3.1 7.1.1.7 7.1.2.1 7.1.2.1.1 7.1.2.2.2 7.1.2.2.3 7.1.2.3.1 7.1.2.3.2 7.1.2.3.3 7.1.2.4 "+
		"7.1.3.1.1 7.1.3.1.2 7.1.3.1.4 7.1.4.4 7.1.5.1 7.1.5.2 7.1.5.3", strings.Join(out, " "))
	u, _ := programa.Filas().Acoge(doe.Vigente(), "doe-7.1.1.5.3.1")
	assert.Equal(t, doe.ClaveUnidad("doe-7.1.1.5"), u)
}

// quienesDe tells who may do an act on a programme, as units.
func quienesDe(m *mundo, folio, acto string) []string {
	c := m.contexto(doe.Actor{})
	var out []string
	for _, q := range programa.Programas.Quienes(m.rs[folio], acto, &c) {
		out = append(out, strings.TrimPrefix(string(q.Unidad), "doe-"))
	}
	return out
}

func TestRegla19QuienElaboraRevisaYAutorizaCadaPrograma(t *testing.T) {
	m := nuevo(t)
	for u, quien := range map[doe.ClaveUnidad][3]string{ // makes, reviews, authorises
		"doe-7.1":       {"7.1.5.2", "7.1.5", "7.1"},
		"doe-7.1.1":     {"7.1.1", "7.1", "7.1.1"},
		"doe-7.1.1.1":   {"7.1.1.1", "7.1.1", "7.1.1"},
		"doe-7.1.1.1.1": {"7.1.1.1.1", "7.1.1.1", "7.1.1.1"},
		"doe-7.1.1.2.1": {"7.1.1.2.1", "7.1.1.2", "7.1.1.2"},
		"doe-7.1.1.5":   {"7.1.1.5", "7.1.1", "7.1.1"},
		"doe-7.1.1.6":   {"7.1.1.6", "7.1.1", "7.1.1 7.1.1.6"},
		"doe-7.1.2":     {"7.1.2", "7.1", "7.1"},
		"doe-7.1.2.2":   {"7.1.2.2", "7.1.2", "7.1.2"},
		"doe-7.1.2.2.1": {"7.1.2.2.1", "7.1.2.2", "7.1.2.2"},
		"doe-7.1.3":     {"7.1.3", "7.1", "7.1.3"},
		"doe-7.1.3.1":   {"7.1.3.1", "7.1.3", "7.1.3"},
		"doe-7.1.3.1.3": {"7.1.3.1.3", "7.1.3.1", "7.1.3"},
		"caood-7.1":     {"caood-7.1", "7.1.3", "7.1.3"},
		"doe-7.1.4":     {"7.1.4", "7.1", "7.1"},
		"doe-7.1.4.1":   {"7.1.4.1", "7.1.4", "7.1.4"},
		"doe-7.1.4.2.1": {"7.1.4.2.1", "7.1.4.2", "7.1.4.2"},
		"doe-7.1.5":     {"7.1.5.1", "7.1.5", "7.1.5"},
		"doe-7.1.6":     {"7.1.6", "7.1", "7.1.6"},
		"doe-7.1.6.1":   {"7.1.6.1", "7.1.6", "7.1.6"},
	} {
		fila, _ := programa.Filas().De(u)
		folio := m.hacer("", "", programa.Apertura{Unidad: u, Ejercicio: 2026}, fila.Elabora)
		for i, acto := range []string{"presentar", "validar", "autorizar"} {
			assert.Equal(t, quien[i], strings.Join(quienesDe(m, folio, acto), " "), "%s de %s", acto, u)
		}
		assert.Equal(t, quien[0], strings.Join(quienesDe(m, folio, "reportar"), " "), u)
		assert.Equal(t, quien[1], strings.Join(quienesDe(m, folio, "observar"), " "), u)
	}
}

func TestRegla19QuienApruebaSuProgramaApruebaSoloElSuyo(t *testing.T) {
	m := nuevo(t)
	ajeno := m.abierto("doe-7.1.1.5", cantidad.Entero)
	m.validado(ajeno)
	_, err := m.intentar(ajeno, "autorizar", programa.Decision{Version: 1}, titular("doe-7.1.1.6"))
	assert.Equal(t, []string{"doe-7.1.1"}, facultadas(t, err))
	suyo := m.abierto("doe-7.1.1.6", cantidad.Entero)
	m.autorizado(suyo, "doe-7.1.1.6")
	division := m.abierto("doe-7.1.6.1", cantidad.Entero)
	m.validado(division)
	_, err = m.intentar(division, "autorizar", programa.Decision{Version: 1}, titular("doe-7.1.6.1"))
	assert.Equal(t, []string{"doe-7.1.6"}, facultadas(t, err))
	m.hacer(division, "autorizar", programa.Decision{Version: 1}, "doe-7.1.6")
	f := m.eventos[division][len(m.eventos[division])-1].Fundamento
	assert.Equal(t, doe.Jerarquico, f.Tipo, "7.1.6/1 alcanza solo el suyo")
}

func TestRegla19DosDivisionesSoloAportan(t *testing.T) {
	m := nuevo(t)
	_, err := m.intentar("", "", programa.Apertura{Unidad: "doe-7.1.2.2.2", Ejercicio: 2026}, titular("doe-7.1.2.2.2"))
	require.Error(t, err)
	folio := m.abierto("doe-7.1.2.2", 8000)
	for _, u := range []doe.ClaveUnidad{"doe-7.1.2.2.2", "doe-7.1.2.2.3"} {
		e := programa.Aportacion{Lineas: []plan.Linea{linea("V"+string(u[len(u)-1]), u, 1000)}}
		m.hacer(folio, "aportar", e, u)
		_, err := m.intentar(folio, "autorizar", programa.Decision{Version: 1}, titular(u))
		assert.Equal(t, []string{"doe-7.1.2"}, facultadas(t, err))
		_, err = m.intentar(folio, "elaborar", programa.Borrador{}, titular(u))
		assert.Equal(t, []string{"doe-7.1.2.2"}, facultadas(t, err))
	}
	_, err = m.intentar(folio, "presentar", programa.Presentacion{}, titular("doe-7.1.2.2"))
	assert.Contains(t, fallas(err), "DOE-PROGRAMA-18 registro.aportes[1]")
	m.hacer(folio, "resolver-aporte", programa.DecisionAporte{Aporte: "AP1", Acogido: true}, "doe-7.1.2.2")
	_, err = m.intentar(folio, "resolver-aporte", programa.DecisionAporte{Aporte: "AP1"}, titular("doe-7.1.2.2"))
	assert.Equal(t, []string{"DOE-PROGRAMA-10 body.motivo", "DOE-PROGRAMA-08 body.aporte"}, fallas(err))
	m.hacer(folio, "resolver-aporte", programa.DecisionAporte{Aporte: "AP2", Acogido: true}, "doe-7.1.2.2")
	m.hacer(folio, "integrar", programa.Integracion{Programas: []programa.Integrado{}, Faltantes: []programa.Faltante{{Unidad: "doe-7.1.2.2.1", Motivo: "Lo presenta después"}}}, "doe-7.1.2.2")
	m.presentado(folio)
	assert.Len(t, m.rs[folio].Lineas, 3)
	otro := m.abierto("doe-7.1.2", cantidad.Entero)
	_, err = m.intentar(otro, "aportar", programa.Aportacion{Lineas: []plan.Linea{linea("V9", "doe-7.1.2.2.2", 1000)}}, titular("doe-7.1.2.2.2"))
	assert.Equal(t, []string{"DOE-PROGRAMA-07 body"}, fallas(err))
}

func TestRegla19LaRegionalInformaA713YALaTitularidadDeSuOOAD(t *testing.T) {
	m := nuevo(t)
	folio := m.abierto(doe.CAOOD, cantidad.Entero)
	assert.Equal(t, doe.OOAD("14"), m.rs[folio].OOAD)
	m.autorizado(folio, "doe-7.1.3")
	m.amanece("2026-04-08")
	m.hacer(folio, "reportar", informe("2026-T1", 1000), doe.CAOOD)
	ooad := doe.Actor{Sub: "ooad", Nombre: "Titular del OOAD", Organo: "ooad-14", Rol: doe.Evaluado}
	_, err := m.intentar(folio, "acusar-informe", programa.Acuse{Trimestre: per("2026-T1")}, ooad)
	require.NoError(t, err)
	assert.Equal(t, dia("2026-04-08"), m.rs[folio].Informes[0].Acuse)
	otro := ooad
	otro.Organo = "ooad-15"
	_, err = m.intentar(folio, "acusar-informe", programa.Acuse{Trimestre: per("2026-T1")}, otro)
	assert.True(t, falla.DeClase(err, falla.Prohibida) || falla.DeClase(err, falla.NoEncontrada))
	m.hacer(folio, "revisar-informe", programa.DecisionInforme{Trimestre: per("2026-T1"), Conforme: true}, "doe-7.1.3")
}

func TestNadieAbreElProgramaQueOtroElabora(t *testing.T) {
	m := nuevo(t)
	_, err := m.intentar("", "", programa.Apertura{Unidad: doe.Raiz, Ejercicio: 2028, Limites: []programa.Limite{{Trimestre: per("2026-T1"), Dia: dia("2026-04-20")}}}, titular("doe-7.1.5"))
	assert.Equal(t, []string{"DOE-PROGRAMA-03 body.ejercicio", "DOE-PROGRAMA-04 body.limites[0]", "DOE-PROGRAMA-02 body.unidad"}, fallas(err))
	_, err = m.intentar("", "", programa.Apertura{Unidad: "doe-7.1.5.2", Ejercicio: 2026}, titular("doe-7.1.5.2"))
	assert.Equal(t, []string{"DOE-PROGRAMA-01 body.unidad"}, fallas(err))
	_, err = m.intentar("", "", programa.Apertura{Unidad: "doe-7.1.4.1", Ejercicio: 2026}, titular("doe-7.1.4.2"))
	assert.True(t, falla.DeClase(err, falla.Prohibida))
}

func TestUnRenglonEsDeUnaFuncionDeSuUnidad(t *testing.T) {
	m := nuevo(t)
	folio := m.hacer("", "", programa.Apertura{Unidad: "doe-7.1.1.5", Ejercicio: 2026}, "doe-7.1.1.5")
	ls := []plan.Linea{linea("M1", "doe-7.1.1.5", 2500), linea("M2", "doe-7.1.1.5.3.1", 2500), linea("M3", "doe-7.1.1.1", 2500), linea("M4", "doe-7.1.1.5", 2600)}
	ls[3].Funcion, ls[3].Medida.Meta = "doe-7.1.1.1/2", 4001
	_, err := m.intentar(folio, "elaborar", programa.Borrador{Lineas: ls}, titular("doe-7.1.1.5"))
	assert.Equal(t, []string{"DOE-PROGRAMA-05 body.lineas[2].responsable", "DOE-PROGRAMA-06 body.lineas[3].funcion", "DOE-PLAN-24 body.lineas[3].medida.calendario"}, fallas(err))
	m.hacer(folio, "elaborar", programa.Borrador{Lineas: ls[:2]}, "doe-7.1.1.5")
	_, err = m.intentar(folio, "presentar", programa.Presentacion{Atenciones: []programa.Atencion{{Observacion: "O1", Respuesta: "No la hay"}}}, titular("doe-7.1.1.5"))
	assert.Equal(t, []string{"DOE-PLAN-08 registro.lineas", "DOE-PROGRAMA-20 body.atenciones[0].observacion"}, fallas(err))
}

// rama makes the branch of 7.1.4.2 valid: two divisions and their coordination.
func rama(m *mundo) (coord string, hijas [2]string) {
	for i, u := range []doe.ClaveUnidad{"doe-7.1.4.2.1", "doe-7.1.4.2.2"} {
		hijas[i] = m.abierto(u, cantidad.Entero)
		m.validado(hijas[i])
	}
	coord = m.abierto("doe-7.1.4.2", 2000)
	m.hacer(coord, "integrar", programa.Integracion{Programas: []programa.Integrado{{Folio: hijas[0], Peso: 5000}, {Folio: hijas[1], Peso: 3000}}}, "doe-7.1.4.2")
	return coord, hijas
}

func TestIntegrarSumaLosProgramasValidadosConSuPeso(t *testing.T) {
	m := nuevo(t)
	coord, hijas := rama(m)
	assert.Equal(t, programa.IntegradoEn{Folio: coord, Unidad: "doe-7.1.4.2", Version: 1, Peso: 5000, Dia: dia("2025-11-03")}, *m.rs[hijas[0]].IntegradoEn)
	ajeno := m.abierto("doe-7.1.4.3", cantidad.Entero)
	sin := m.abierto("doe-7.1.4.1.1", cantidad.Entero)
	_, err := m.intentar(coord, "integrar", programa.Integracion{Programas: []programa.Integrado{
		{Folio: hijas[0], Peso: 0, Padre: "M1"}, {Folio: hijas[0], Peso: 3000}, {Folio: ajeno, Peso: 1000}, {Folio: "PAT-X", Peso: 1000},
	}, Faltantes: []programa.Faltante{{Unidad: "doe-7.1.4.1", Motivo: "No es de aquí"}}}, titular("doe-7.1.4.2"))
	assert.Equal(t, []string{
		"DOE-PROGRAMA-14 body.programas[0].peso", "DOE-PROGRAMA-15 body.programas[0].padre", "DOE-PROGRAMA-13 body.programas[1].folio",
		"DOE-PROGRAMA-11 body.programas[2].folio", "DOE-PROGRAMA-11 body.programas[3].folio", "DOE-PROGRAMA-16 body.faltantes[0].unidad",
	}, fallas(err))
	tecnica := m.abierto("doe-7.1.4.1", cantidad.Entero)
	_, err = m.intentar(tecnica, "integrar", programa.Integracion{Programas: []programa.Integrado{{Folio: sin, Peso: 1000}}}, titular("doe-7.1.4.1"))
	assert.Equal(t, []string{"DOE-PROGRAMA-12 body.programas[0].folio"}, fallas(err))
	_, err = m.intentar(tecnica, "presentar", programa.Presentacion{}, titular("doe-7.1.4.1"))
	assert.Equal(t, []string{"DOE-PROGRAMA-17 registro.integrados", "DOE-PROGRAMA-17 registro.integrados", "DOE-PROGRAMA-17 registro.integrados"}, fallas(err))
	m.presentado(coord)
	assert.Len(t, m.rs[coord].Versiones[0].Lineas, 3, "la versión guarda el peso de lo integrado")
	// A daughter sent back is valid no more: the one above is not, either.
	m.hacer(hijas[0], "observar", programa.Revision{Observaciones: []programa.Observada{{Linea: "M1", Texto: "Precise la meta"}}}, "doe-7.1.4.2")
	_, err = m.intentar(coord, "validar", programa.Decision{Version: 2}, titular("doe-7.1.4"))
	assert.Equal(t, []string{"DOE-PROGRAMA-22 body.version", "DOE-PROGRAMA-23 registro.integrados[0]"}, fallas(err))
	m.hacer(coord, "observar", programa.Revision{Observaciones: []programa.Observada{{Texto: "Integre de nuevo lo que cambió"}}}, "doe-7.1.4")
	m.hacer(coord, "integrar", programa.Integracion{Programas: []programa.Integrado{{Folio: hijas[1], Peso: 8000}}, Faltantes: []programa.Faltante{{Unidad: "doe-7.1.4.2.1", Motivo: "Tiene observaciones"}}}, "doe-7.1.4.2")
	assert.Nil(t, m.rs[hijas[0]].IntegradoEn)
}

func TestSinCadaProgramaRegionalHayQueDecirCualesFaltan(t *testing.T) {
	m := nuevo(t)
	regional := m.abierto(doe.CAOOD, cantidad.Entero)
	m.presentado(regional)
	m.hacer(regional, "validar", programa.Decision{Version: 1}, "doe-7.1.3")
	folio := m.abierto("doe-7.1.3", 5000)
	integra := func(fs ...programa.Faltante) []string {
		fs = append(fs, programa.Faltante{Unidad: "doe-7.1.3.1", Motivo: "No presentó"})
		m.hacer(folio, "integrar", programa.Integracion{Programas: []programa.Integrado{{Folio: regional, Peso: 5000}}, Faltantes: fs}, "doe-7.1.3")
		_, err := m.intentar(folio, "presentar", programa.Presentacion{}, titular("doe-7.1.3"))
		return fallas(err)
	}
	assert.Equal(t, []string{"DOE-PROGRAMA-17 registro.integrados"}, integra(), "uno de 35 no los cubre todos")
	assert.Equal(t, []string{"DOE-PROGRAMA-17 registro.integrados"}, integra(programa.Faltante{Unidad: doe.CAOOD, OOAD: "15", Motivo: "No presentó"}))
	assert.Empty(t, integra(programa.Faltante{Unidad: doe.CAOOD, Motivo: "Los demás presentan después"}))
	assert.Equal(t, programa.Presentado, m.rs[folio].Estado)
}

func TestLoObservadoSeAtiendeAntesDePresentarDeNuevo(t *testing.T) {
	m := nuevo(t)
	folio := m.abierto("doe-7.1.4.3", cantidad.Entero)
	m.presentado(folio)
	_, err := m.intentar(folio, "observar", programa.Revision{Observaciones: []programa.Observada{{Linea: "X", Texto: "No existe"}}}, titular("doe-7.1.4"))
	assert.Equal(t, []string{"DOE-PROGRAMA-21 body.observaciones[0].linea"}, fallas(err))
	m.hacer(folio, "observar", programa.Revision{Observaciones: []programa.Observada{{Linea: "M1", Texto: "Precise la meta"}, {Texto: "Falta el oficio"}}}, "doe-7.1.4")
	_, err = m.intentar(folio, "presentar", programa.Presentacion{Atenciones: []programa.Atencion{{Observacion: "O1", Respuesta: "Se precisó"}}}, titular("doe-7.1.4.3"))
	assert.Equal(t, []string{"DOE-PROGRAMA-19 registro.observaciones[1]"}, fallas(err))
	m.hacer(folio, "presentar", programa.Presentacion{Atenciones: []programa.Atencion{{Observacion: "O1", Respuesta: "Se precisó"}, {Observacion: "O2", Respuesta: "Se adjunta"}}}, "doe-7.1.4.3")
	assert.Equal(t, 2, m.rs[folio].VersionVigente())
}

func TestElInformeDiceTodoLoQueLeFalta(t *testing.T) {
	m := nuevo(t)
	folio := m.abierto("doe-7.1.4.3", cantidad.Entero)
	m.autorizado(folio, "doe-7.1.4")
	assert.Equal(t, programa.Autorizado, m.rs[folio].Estado)
	m.amanece("2026-01-01")
	assert.Equal(t, programa.EnEjecucion, m.rs[folio].Estado, "el reloj lo inicia")
	m.hoy = "2026-04-10"
	mal := programa.Reporte{Trimestre: per("2026-T2"), Renglones: []programa.Renglon{
		{Clave: "M1", Valor: 500, Evidencias: evidencia("2026-05-01", "2026-04-30")}, {Clave: "M1"}, {Clave: "X"},
	}}
	_, err := m.intentar(folio, "reportar", mal, titular("doe-7.1.4.3"))
	assert.Equal(t, []string{
		"DOE-PROGRAMA-25 body.trimestre", "DOE-PROGRAMA-26 body.trimestre", "DOE-PROGRAMA-31 body.renglones[0].causa",
		"DOE-PROGRAMA-33 body.renglones[0].evidencias[0].periodo_hasta", "DOE-PROGRAMA-28 body.renglones[1].clave", "DOE-PROGRAMA-28 body.renglones[2].clave",
	}, fallas(err)[:6])
	_, err = m.intentar(folio, "reportar", programa.Reporte{Trimestre: per("2026-T1"), Renglones: []programa.Renglon{}}, titular("doe-7.1.4.3"))
	assert.Equal(t, []string{"DOE-PROGRAMA-29 body.renglones"}, fallas(err))
	_, err = m.intentar(folio, "reportar", programa.Reporte{Trimestre: per("2026-T1"), Renglones: []programa.Renglon{{Clave: "M1", Valor: 1000}}}, titular("doe-7.1.4.3"))
	assert.Equal(t, []string{"DOE-PROGRAMA-32 body.renglones[0].evidencias"}, fallas(err))
	m.hacer(folio, "reportar", informe("2026-T1", 800), "doe-7.1.4.3")
	_, err = m.intentar(folio, "reportar", informe("2026-T1", 1000), titular("doe-7.1.4.3"))
	assert.Equal(t, []string{"DOE-PROGRAMA-27 body.trimestre"}, fallas(err))
	_, err = m.intentar(folio, "revisar-informe", programa.DecisionInforme{Trimestre: per("2026-T1")}, titular("doe-7.1.4"))
	assert.Equal(t, []string{"DOE-PROGRAMA-35 body.nota"}, fallas(err))
	m.hacer(folio, "revisar-informe", programa.DecisionInforme{Trimestre: per("2026-T1"), Nota: "Corrija el valor"}, "doe-7.1.4")
	m.hacer(folio, "reportar", informe("2026-T1", 900), "doe-7.1.4.3")
	i, _ := m.rs[folio].Informe(per("2026-T1"))
	assert.Equal(t, [2]cantidad.Centesimas{2500, 2250}, [2]cantidad.Centesimas{i.Programado, i.Real})
	_, err = m.intentar(folio, "reportar", programa.Reporte{Trimestre: per("2027-T1"), Renglones: []programa.Renglon{}}, titular("doe-7.1.4.3"))
	assert.Equal(t, []string{"DOE-PROGRAMA-24 body.trimestre"}, fallas(err))
}

func TestElInformeTardioSeReclamaCadaVezMasArriba(t *testing.T) {
	m := nuevo(t)
	folio := m.abierto("doe-7.1.4.2.1", cantidad.Entero)
	m.autorizado(folio, "doe-7.1.4.2")
	m.amanece("2026-01-02")
	// Ten working days after 2026-03-31 by the calendar of the LFPA.
	vence := m.rs[folio].VenceInforme(per("2026-T1"), plazo.Oficiales())
	m.amanece(vence.String())
	assert.Empty(t, m.rs[folio].Reclamos)
	for _, dias := range []int{1, 6, 16} {
		m.amanece(vence.Sumar(dias).String())
	}
	var a []string
	for _, x := range m.rs[folio].Reclamos {
		a = append(a, x.Clave+" "+string(x.A))
	}
	assert.Equal(t, []string{"2026-T1 doe-7.1.4.2.1", "2026-T1 doe-7.1.4.2", "2026-T1 doe-7.1.4"}, a)
	m.hacer(folio, "reportar", informe("2026-T1", 1000), "doe-7.1.4.2.1")
	i, _ := m.rs[folio].Informe(per("2026-T1"))
	assert.Equal(t, 16, i.Tarde)
	assert.Equal(t, vence, m.rs[folio].VenceInforme(per("2026-T1"), plazo.Oficiales()), "la fecha se recuerda")
}

func TestLaDireccionFijaLasFechasDeTodos(t *testing.T) {
	m := nuevo(t)
	m.hacer("", "", programa.Apertura{Unidad: doe.Raiz, Ejercicio: 2026, Limites: []programa.Limite{{Trimestre: per("2026-T1"), Dia: dia("2026-04-08")}}}, "doe-7.1.5.2")
	folio := m.abierto("doe-7.1.4.3", cantidad.Entero)
	m.autorizado(folio, "doe-7.1.4")
	m.amanece("2026-01-02")
	assert.Equal(t, dia("2026-04-08"), m.rs[folio].VenceInforme(per("2026-T1"), plazo.Oficiales()))
	m.amanece("2026-04-09")
	assert.Len(t, m.rs[folio].Reclamos, 1)
}

func TestModificarConservaElPrimerPrograma(t *testing.T) {
	m := nuevo(t)
	coord, hijas := rama(m)
	for _, h := range hijas {
		m.hacer(h, "autorizar", programa.Decision{Version: 1}, "doe-7.1.4.2")
	}
	m.autorizado(coord, "doe-7.1.4")
	m.amanece("2026-04-06")
	m.hacer(hijas[0], "reportar", informe("2026-T1", 1000), "doe-7.1.4.2.1")
	n := linea("M1", "doe-7.1.4.2.1", cantidad.Entero)
	for i, v := range []cantidad.Valor{900, 1500, 2500, 4000} {
		n.Medida.Calendario[i].Valor = v
	}
	pide := func(c plan.Cambios) programa.PeticionCambio {
		return programa.PeticionCambio{Cambios: c, Motivo: "El convenio se firma en el segundo semestre"}
	}
	_, err := m.intentar(hijas[0], "pedir-modificacion", pide(plan.Cambios{Lineas: []plan.Linea{n}, Quitar: []string{"X"}}), titular("doe-7.1.4.2.1"))
	assert.Equal(t, []string{"DOE-PLAN-25 body.quitar[0]", "DOE-PROGRAMA-39 body.lineas[0].medida"}, fallas(err))
	_, err = m.intentar(hijas[0], "pedir-modificacion", pide(plan.Cambios{Quitar: []string{"M1"}}), titular("doe-7.1.4.2.1"))
	assert.Contains(t, fallas(err), "DOE-PROGRAMA-39 body.quitar[0]")
	_, err = m.intentar(hijas[0], "pedir-modificacion", pide(plan.Cambios{}), titular("doe-7.1.4.2.1"))
	assert.Equal(t, []string{"DOE-PROGRAMA-38 body"}, fallas(err))
	n.Medida.Calendario[0].Valor = 1000
	m.hacer(hijas[0], "pedir-modificacion", pide(plan.Cambios{Lineas: []plan.Linea{n}}), "doe-7.1.4.2.1")
	_, err = m.intentar(hijas[0], "pedir-modificacion", pide(plan.Cambios{Lineas: []plan.Linea{n}}), titular("doe-7.1.4.2.1"))
	assert.Equal(t, []string{"DOE-PROGRAMA-37 body"}, fallas(err))
	_, err = m.intentar(hijas[0], "resolver-modificacion", programa.DecisionCambio{}, titular("doe-7.1.4.2"))
	assert.Equal(t, []string{"DOE-PROGRAMA-41 body.nota"}, fallas(err))
	m.hacer(hijas[0], "resolver-modificacion", programa.DecisionCambio{Autoriza: true}, "doe-7.1.4.2")
	r := m.rs[hijas[0]]
	assert.Equal(t, [2]int{1, 2}, [2]int{r.Original, r.VersionVigente()})
	assert.Equal(t, cantidad.Valor(2000), r.Versiones[0].Lineas[0].Medida.Calendario[1].Valor, "el primero se conserva")
	assert.Equal(t, cantidad.Valor(1500), r.Lineas[0].Medida.Calendario[1].Valor)
	// The one above sees the difference until it takes note of it.
	a := m.arbol("doe-7.1.4.2")
	assert.Equal(t, 1, a.Por[programa.OtraVersion])
	assert.Equal(t, "medida.calendario", a.Raiz.Hijos[0].Cambios[0].Campo)
	m.hacer(coord, "actualizar-integrado", programa.Actualizacion{Folio: hijas[0]}, "doe-7.1.4.2")
	assert.Zero(t, m.arbol("doe-7.1.4.2").Por[programa.OtraVersion])
	_, err = m.intentar(coord, "actualizar-integrado", programa.Actualizacion{Folio: hijas[0]}, titular("doe-7.1.4.2"))
	assert.Equal(t, []string{"DOE-PROGRAMA-42 body.folio"}, fallas(err))
	assert.Equal(t, 2, m.rs[hijas[0]].IntegradoEn.Version)
}

func (m *mundo) arbol(u doe.ClaveUnidad) programa.Arbol {
	var ps []programa.Programa
	for _, r := range m.rs {
		ps = append(ps, *r)
	}
	return programa.Armar(doe.Vigente(), plazo.Oficiales(), ps, programa.Pregunta{Ejercicio: 2026, Unidad: u, Hoy: dia(m.hoy), Paso: plan.Trimestre})
}

func TestElArbolPonderaExactoYDiceQuienFalta(t *testing.T) {
	m := nuevo(t)
	coord, hijas := rama(m)
	for _, h := range hijas {
		m.hacer(h, "autorizar", programa.Decision{Version: 1}, "doe-7.1.4.2")
	}
	m.autorizado(coord, "doe-7.1.4")
	m.amanece("2026-07-06")
	m.hacer(hijas[0], "reportar", informe("2026-T1", 1000), "doe-7.1.4.2.1")
	m.hacer(hijas[0], "reportar", informe("2026-T2", 1333), "doe-7.1.4.2.1")
	m.hacer(hijas[1], "reportar", informe("2026-T1", 1000), "doe-7.1.4.2.2")
	m.hacer(coord, "reportar", informe("2026-T1", 1000), "doe-7.1.4.2")
	i, _ := m.rs[coord].Informe(per("2026-T1"))
	assert.Equal(t, cantidad.Centesimas(2500), i.Real, "lo propio y lo integrado")
	a := m.arbol("doe-7.1.4.2")
	p := a.Raiz.Serie.Puntos[1]
	// 50 % of 33.325, 30 % of 25 and 20 % of 25.
	assert.Equal(t, [2]cantidad.Centesimas{5000, 2916}, [2]cantidad.Centesimas{p.Programado, p.Real})
	assert.Equal(t, dia("2026-06-30"), a.Raiz.Atraso.Desde)
	assert.Equal(t, dia("2026-06-30"), a.Corte)
	assert.Equal(t, 2, a.Por[programa.SinInforme])
	assert.Empty(t, a.Raiz.Pronostico.Motivo)
	assert.Equal(t, [2]int{3, 3}, [2]int{a.Esperados, a.Abiertos})
	todo := m.arbol(doe.Raiz)
	assert.Equal(t, 36+35, todo.Esperados, "treinta y seis y uno por OOAD")
	assert.Equal(t, todo.Esperados-3, todo.Por[programa.SinAbrir])
	assert.Equal(t, 1, todo.Por[programa.SinIntegrar], "a la coordinación nadie la integra")
	assert.Len(t, todo.SinPrograma, 21)
}

func TestElCierreCalificaElAnio(t *testing.T) {
	m := nuevo(t)
	coord, hijas := rama(m)
	for _, h := range hijas {
		m.hacer(h, "autorizar", programa.Decision{Version: 1}, "doe-7.1.4.2")
	}
	m.autorizado(coord, "doe-7.1.4")
	m.amanece("2026-12-30")
	_, err := m.intentar(hijas[0], "cerrar", programa.Cierre{Justificaciones: []programa.Justificacion{{Clave: "X", Causa: programa.CausaExterna, Texto: "No hay tal"}}}, titular("doe-7.1.4.2"))
	assert.Equal(t, []string{
		"DOE-PROGRAMA-47 body", "DOE-PROGRAMA-43 registro.informes", "DOE-PROGRAMA-43 registro.informes", "DOE-PROGRAMA-43 registro.informes", "DOE-PROGRAMA-43 registro.informes",
		"DOE-PROGRAMA-46 body.justificaciones[0].clave", "DOE-PROGRAMA-45 body.justificaciones",
	}, fallas(err))
	m.hoy = "2027-01-08"
	for i, quien := range []doe.ClaveUnidad{"doe-7.1.4.2.1", "doe-7.1.4.2.2", "doe-7.1.4.2"} {
		folio := append(slices.Clone(hijas[:]), coord)[i]
		for n, tr := range []string{"2026-T1", "2026-T2", "2026-T3", "2026-T4"} {
			v := cantidad.Valor((n + 1) * 1000)
			if i == 1 {
				v /= 2
			}
			m.hacer(folio, "reportar", informe(tr, v), quien)
		}
	}
	_, err = m.intentar(coord, "cerrar", programa.Cierre{}, titular("doe-7.1.4"))
	assert.Equal(t, []string{"DOE-PROGRAMA-44 registro.integrados[0]", "DOE-PROGRAMA-44 registro.integrados[1]"}, fallas(err))
	m.hacer(hijas[0], "cerrar", programa.Cierre{}, "doe-7.1.4.2")
	m.hacer(hijas[1], "cerrar", programa.Cierre{Justificaciones: []programa.Justificacion{{Clave: "M1", Causa: programa.CausaHumana, Texto: "Plaza vacante medio año"}}}, "doe-7.1.4.2")
	m.hacer(coord, "cerrar", programa.Cierre{}, "doe-7.1.4")
	assert.Equal(t, programa.Cumplido, m.rs[hijas[0]].Cierre.Logro)
	assert.Equal(t, programa.NoCumplido, m.rs[hijas[1]].Cierre.Logro)
	c := m.rs[coord].Cierre
	assert.Equal(t, programa.Parcial, c.Logro)
	assert.Equal(t, cantidad.Centesimas(8500), c.Real)
	assert.Equal(t, 3, c.Tardios)
}

func TestSigueYAnalizaQuienDicenLasFunciones(t *testing.T) {
	m := nuevo(t)
	folio := m.abierto("doe-7.1.1.1", 6000)
	assert.Equal(t, []string{"7.1.1", "7.1.1.1.1", "7.1.1.1.2"}, quienesDe(m, folio, "dar-seguimiento"))
	doeFolio := m.hacer("", "", programa.Apertura{Unidad: doe.Raiz, Ejercicio: 2026}, "doe-7.1.5.2")
	assert.Equal(t, []string{"7.1.5", "7.1.5.2"}, quienesDe(m, doeFolio, "analizar"))
}

func TestPropiedades(t *testing.T) {
	version := func(n int) programa.Decision { return programa.Decision{Version: n} }
	sin := []programa.Faltante{{Unidad: "doe-7.1.4.1.1", Motivo: "No presentó"}, {Unidad: "doe-7.1.4.1.2", Motivo: "No presentó"}, {Unidad: "doe-7.1.4.1.3", Motivo: "No presentó"}}
	atiende := programa.Presentacion{Atenciones: []programa.Atencion{{Observacion: "O1", Respuesta: "Se atendió"}}}
	trimestre := func(tr string, v cantidad.Valor) programa.Reporte {
		e := programa.Reportar.Ejemplo
		e.Trimestre, e.Renglones = per(tr), slices.Clone(e.Renglones)
		for i := range e.Renglones {
			ev := e.Renglones[i].Evidencias[0]
			ev.Desde, ev.Hasta = per(tr).Desde(), per(tr).Desde()
			e.Renglones[i] = programa.Renglon{Clave: e.Renglones[i].Clave, Valor: v, Causa: programa.CausaExterna, Nota: "Lo explica", Evidencias: []programa.Evidencia{ev}}
		}
		return e
	}
	prueba.Propiedades(t, programa.Programas, prueba.Opciones{
		Pasos: 60,
		Entradas: map[string][]any{
			"abrir":           {programa.Apertura{Unidad: "doe-7.1.4.3", Ejercicio: 2026}, programa.Apertura{Unidad: "doe-7.1.2.2", Ejercicio: 2027}},
			"integrar":        {programa.Integracion{Programas: []programa.Integrado{}, Faltantes: sin}, programa.Integracion{Programas: []programa.Integrado{}, Faltantes: sin}},
			"presentar":       {atiende, programa.Presentacion{}},
			"validar":         {version(1), version(2), version(3)},
			"autorizar":       {version(1), version(2), version(3)},
			"reportar":        {trimestre("2027-T1", 300), trimestre("2027-T2", 500), trimestre("2027-T3", 900), trimestre("2027-T4", 1200)},
			"revisar-informe": {programa.DecisionInforme{Trimestre: per("2027-T1"), Nota: "Corrija"}},
			"cerrar":          {programa.Cierre{}},
		},
	})
}

func TestCadaReglaTieneSuCodigoYSuFuente(t *testing.T) {
	vistos := map[string]bool{}
	for _, r := range programa.Reglas() {
		assert.False(t, vistos[r.Codigo], r.Codigo)
		vistos[r.Codigo] = true
		assert.NotEmpty(t, r.Es)
		assert.NotEmpty(t, r.En)
		assert.False(t, r.Fuente.IsZero(), r.Codigo)
	}
	assert.Len(t, vistos, 50)
	for _, x := range programa.Terminos() {
		assert.False(t, x.Termino.Fuente.IsZero())
	}
	assert.IsType(t, tramite.Estado(""), programa.Cerrado)
}

func TestUnaReorganizacionDiceQueRenglonesToca(t *testing.T) {
	l := func(clave string, u doe.ClaveUnidad, f doe.ClaveFuncion) plan.Linea {
		return plan.Linea{Clave: clave, Responsable: u, Funcion: f}
	}
	abierto := programa.Programa{Ejercicio: 2026, Lineas: []plan.Linea{
		l("M1", "doe-7.1.4.2.1", "doe-7.1.4.2.1/1"), l("M2", "doe-7.1.6.2", "doe-7.1.6.2/1"), l("M3", "doe-7.1.5", "doe-7.1.5/1"), l("M4", "doe-7.1.5", "doe-7.1.5/2"),
	}}
	abierto.Folio, abierto.Estado = "PAT-1", programa.EnEjecucion
	cerrado := abierto
	cerrado.Folio, cerrado.Estado = "PAT-0", programa.Cerrado
	d := doe.Diferencias{
		Terminadas: []doe.ClaveUnidad{"doe-7.1.4.2.1", "doe-7.1.6.2"}, SinUnidad: []doe.ClaveFuncion{"doe-7.1.6.2/1"},
		Movidas: []doe.FuncionMovida{{Funcion: "doe-7.1.4.2.1/1", De: "doe-7.1.4.2.1", A: "doe-7.1.4.2"}, {Funcion: "doe-7.1.5/1", De: "doe-7.1.5", A: "doe-7.1.6"}},
	}
	as := programa.Afectadas([]programa.Programa{cerrado, abierto}, d)
	require.Len(t, as, 3, "ni lo cerrado ni lo que sigue igual")
	assert.Equal(t, doe.ClaveUnidad("doe-7.1.4.2"), as[0].Pasa)
	assert.True(t, as[0].Termina)
	assert.Empty(t, as[1].Pasa, "su función queda sin unidad")
	assert.Equal(t, doe.ClaveUnidad("doe-7.1.6"), as[2].Pasa)
	assert.False(t, as[2].Termina)
}
