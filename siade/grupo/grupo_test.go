package grupo_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/acuerdo"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
	"github.com/operacion-abierta/operacion/doe/version"
	"github.com/operacion-abierta/operacion/siade"
	"github.com/operacion-abierta/operacion/siade/grupo"
)

func d(s string) fecha.Fecha { return fecha.MustParse(s) }

func TestAGroupIsKnownByWhatItsKindAsksFor(t *testing.T) {
	k := casa(t)
	base := grupo.DatosGrupo{Clase: grupo.Empresa, Nombre: "Textiles del Valle", RFC: "TVA850101AB1", Registros: []string{"y54-23870-10-9", "B0112345101"}}
	f := k.Hacer(taod, gru, "", "", base)
	x := elGrupo(k, f)
	assert.Equal(t, []string{"B0112345101", "Y5423870109"}, x.Registros)
	assert.Equal(t, "TVA850101AB1", x.RFC)
	k.Rompe(taod, gru, "", "", base, "SIADE-GRUPO-05 body.nombre")
	otro := base
	otro.Nombre = "Otra razón social"
	k.Rompe(taod, gru, "", "", otro, "SIADE-GRUPO-05 body.nombre")
	assert.NoError(t, intentar(k, otra, gru, "", "", base), "another body keeps its own")
	for nombre, c := range map[string]struct {
		e      grupo.DatosGrupo
		reglas []string
	}{
		"persona física con RFC de moral": {grupo.DatosGrupo{Clase: grupo.PersonaFisica, Nombre: "Taller", RFC: "TVA850101AB1", Registros: []string{"Y5423870109"}}, []string{"SIADE-GRUPO-01 body.aviso_privacidad", "SIADE-GRUPO-02 body.rfc"}},
		"genérico":                        {grupo.DatosGrupo{Clase: grupo.Sindicato, Nombre: "Sindicato", RFC: "XAXX010101000"}, []string{"SIADE-GRUPO-02 body.rfc"}},
		"registro de quien no es patrón":  {grupo.DatosGrupo{Clase: grupo.Comite, Nombre: "Comité", Registros: []string{"Y5423870109"}}, []string{"SIADE-GRUPO-03 body.registros_patronales"}},
		"todo mal":                        {grupo.DatosGrupo{Clase: grupo.Empresa, Nombre: "Nada", Registros: []string{"1"}, Correo: "a@example.org"}, []string{"SIADE-GRUPO-01 body.aviso_privacidad", "SIADE-GRUPO-02 body.rfc", "SIADE-GRUPO-04 body.registros_patronales[0]"}},
	} {
		assert.ElementsMatch(t, c.reglas, prueba.Fallas(intentar(k, taod, gru, "", "", c.e)), nombre)
	}
	otro.Clase = grupo.PersonaFisica
	otro.AvisoPrivacidad, otro.RFC = "2025-03", "GODE561231GR8"
	k.Rompe(taod, gru, f, "modificar", otro, "SIADE-GRUPO-06 body.clase")
}

func TestWhoRepresentsAGroupLiesApartAndEndsOnItsDay(t *testing.T) {
	k := casa(t)
	g := k.Hacer(taod, gru, "", "", grupo.RegistrarGrupo.Ejemplo)
	mala := grupo.Acreditar.Ejemplo
	mala.Nombre, mala.Documento, mala.Desde, mala.Hasta = " ", grupo.TomaDeNota, d("2026-03-03"), d("2026-03-01")
	k.Rompe(taod, gru, g, "acreditar", mala, "SIADE-GRUPO-07 body.nombre", "SIADE-GRUPO-08 body.sha256", "SIADE-GRUPO-09 body.desde", "SIADE-GRUPO-10 body.hasta", "SIADE-GRUPO-11 body.documento")
	k.Hacer(taod, gru, g, "adjuntar", acta)
	for hasta, bien := range map[string]bool{"2027-01-02": true, "2027-01-03": false} {
		e := grupo.Acreditar.Ejemplo
		e.Hasta = d(hasta)
		k := casa(t)
		g := k.Hacer(taod, gru, "", "", grupo.RegistrarGrupo.Ejemplo)
		k.Hacer(taod, gru, g, "adjuntar", acta)
		assert.Equal(t, bien, intentar(k, taod, gru, g, "acreditar", e) == nil, "minutes of an assembly count for a year: %s", hasta)
	}
	k.Hacer(taod, gru, g, "acreditar", grupo.Acreditar.Ejemplo)
	e := grupo.Acreditar.Ejemplo
	e.Cargo, e.Hasta = "Secretaría", d("2026-06-30")
	k.Hacer(taod, gru, g, "acreditar", e)
	require.Len(t, k.Reservados, 3, "the group's contact and two people")
	assert.Contains(t, string(k.Reservados[1].Datos), "Rosa Elena Prado Luna")
	for _, ev := range k.Eventos(gru, g) {
		assert.NotContains(t, string(ev.Entrada), "Prado")
	}
	k.Amanece("2026-07-01")
	assert.Equal(t, grupo.Acreditado, elGrupo(k, g).Estado, "one is left")
	k.Hacer(taod, gru, g, "terminar-representacion", grupo.Revocar.Ejemplo)
	x := elGrupo(k, g)
	assert.Equal(t, grupo.Vencido, x.Estado)
	assert.Equal(t, "2026-06-30", x.Representaciones[1].Fin.String())
	k.Rompe(taod, sgo, "", "", recepcionDel(g, "2026-07-01"), "SIADE-GRUPO-22 body.grupo")
	k.Rompe(taod, gru, g, "terminar-representacion", grupo.Revocar.Ejemplo, "acto-no-abierto")
	k.Hacer(taod, gru, g, "dar-de-baja", grupo.BajaGrupo.Ejemplo)
}

func recepcionDel(g, dia string) grupo.Recepcion {
	e := recepcion(g)
	e.Recibida = d(dia)
	return e
}

func TestRegla25InAnOOADOnlyItsCoordinationActsAndAtTheCentreTheUnit(t *testing.T) {
	k := casa(t)
	_, s := recibida(k)
	e := k.Eventos(sgo, s)[0]
	assert.Equal(t, doe.Facultad("siade.grupos:atender"), e.Fundamento.Facultad)
	assert.Equal(t, []doe.ClaveFuncion{"caood-7.1/8"}, e.Fundamento.Funciones.Lista())
	assert.Contains(t, e.Fundamento.Documento, "5.7")
	k.Hacer(taod, sgo, s, "programar", grupo.Programar.Ejemplo)
	assert.Contains(t, k.Eventos(sgo, s)[1].Fundamento.Documento, "5.9")
	for _, a := range []doe.Actor{unidad, coord, otra} {
		k.Rompe(a, sgo, s, "reprogramar", grupo.Reprogramar.Ejemplo, map[bool]string{true: "fuera-de-ambito", false: "sin-facultad"}[a.Unidad.Regional()])
	}
	central := k.Hacer(unidad, gru, "", "", grupo.RegistrarGrupo.Ejemplo)
	x := elGrupo(k, central)
	assert.Equal(t, []any{doe.NivelCentral, grupo.Guarda}, []any{x.OOAD, x.Unidad})
	assert.Equal(t, doe.Jerarquico, k.Eventos(gru, central)[0].Fundamento.Tipo)
	k.Rompe(taod, gru, central, "modificar", grupo.ModificarGrupo.Ejemplo, "fuera-de-ambito")
}

func TestAMeetingIsSetMovedAndHeldWithWhoMayBeThere(t *testing.T) {
	k := casa(t)
	g, s := recibida(k)
	mala := grupo.Programar.Ejemplo
	mala.Inicio, mala.Modalidad, mala.Demandas = d("2026-03-14").Inicio()+1, grupo.Mixta, []int{1, 9}
	mala.Areas = []grupo.Convocada{{Organo: "ooad-14", Asunto: "Farmacia"}, {Organo: "ooad-14", Asunto: "Farmacia"}, {Organo: "nadie", Asunto: "Nada más"}}
	k.Rompe(taod, sgo, s, "programar", mala, "SIADE-GRUPO-30 body.inicio", "SIADE-GRUPO-31 body.enlace", "SIADE-GRUPO-32 body.demandas[1]", "SIADE-GRUPO-33 body.areas[1].organo", "SIADE-GRUPO-33 body.areas[2].organo")
	lejos := grupo.Programar.Ejemplo
	lejos.Inicio = d("2027-01-05").Inicio() + 1
	k.Rompe(taod, sgo, s, "programar", lejos, "SIADE-GRUPO-29 body.inicio", "SIADE-GRUPO-22 registro.grupo")
	k.Hacer(taod, sgo, s, "programar", grupo.Programar.Ejemplo)
	// An area answers for itself, and the coordination for it.
	k.Rompe(area, sgo, s, "confirmar", grupo.Confirmacion{Organo: "dn-administracion"}, "SIADE-GRUPO-35 body.organo", "SIADE-GRUPO-37 body.motivo")
	k.Hacer(area, sgo, s, "confirmar", grupo.Confirmacion{Motivo: "No hay quien asista."})
	k.Hacer(taod, sgo, s, "reprogramar", grupo.Reprogramar.Ejemplo)
	x := solicitud(k, s).Reuniones[0]
	assert.True(t, x.Areas[0].Dia.IsZero(), "it is asked again")
	assert.Len(t, x.Cambios, 1)
	same := grupo.Reprogramar.Ejemplo
	k.Rompe(taod, sgo, s, "reprogramar", same, "SIADE-GRUPO-34 body.inicio")
	k.Hacer(taod, sgo, s, "confirmar", grupo.Confirmar.Ejemplo)
	k.El("2026-03-12 17:00")
	minuta := grupo.Celebrar.Ejemplo
	minuta.Representante, minuta.Firma, minuta.Areas = 2, false, []doe.ClaveOrgano{"dn-administracion"}
	minuta.Tratadas = []grupo.Tratada{{Demanda: 2, Trato: grupo.Resuelta}, {Demanda: 2, Trato: grupo.Pospuesta}}
	k.Rompe(taod, sgo, s, "levantar-minuta", minuta, "SIADE-GRUPO-13 body.representante", "SIADE-GRUPO-35 body.areas[0]", "SIADE-GRUPO-39 body.negativa",
		"SIADE-GRUPO-41 body.tratadas[0].respuesta", "SIADE-GRUPO-40 body.tratadas[1].demanda", "SIADE-GRUPO-43 body.tratadas")
	// Who represented it on that day did, though it ends later.
	k.Hacer(taod, gru, g, "terminar-representacion", grupo.Revocar.Ejemplo)
	k.Hacer(taod, sgo, s, "levantar-minuta", grupo.Celebrar.Ejemplo)
	assert.Equal(t, grupo.EnSeguimiento, solicitud(k, s).Estado)
}

func TestAGroupThatMissesTwoMeetingsMayBeRejected(t *testing.T) {
	k := casa(t)
	_, s := recibida(k)
	rechazo := grupo.Rechazo{Causal: grupo.Inasistencia, Motivo: "Faltó a dos reuniones seguidas."}
	k.Rompe(taod, sgo, s, "rechazar", rechazo, "SIADE-GRUPO-57 body.causal")
	k.Rompe(taod, sgo, s, "rechazar", grupo.Rechazo{Causal: grupo.SinRepresentacion, Motivo: "Nadie acredita representarlo."}, "SIADE-GRUPO-56 body.causal")
	k.Rompe(taod, sgo, s, "rechazar", grupo.Rechazo{Causal: grupo.Repetida, Motivo: "Repite otra solicitud.", Solicitud: s}, "SIADE-GRUPO-58 body.solicitud")
	for _, dia := range []string{"2026-03-12", "2026-03-19"} {
		e := grupo.Programar.Ejemplo
		e.Inicio = d(dia).Inicio() + 10*3600*1000000
		k.Hacer(taod, sgo, s, "programar", e)
		k.El(dia + " 10:10")
		k.Rompe(taod, sgo, s, "asentar-inasistencia", grupo.AsentarInasistencia.Ejemplo, "SIADE-GRUPO-38 registro.reuniones")
		k.El(dia + " 10:30")
		k.Hacer(taod, sgo, s, "asentar-inasistencia", grupo.AsentarInasistencia.Ejemplo)
		assert.Equal(t, grupo.Recibida, solicitud(k, s).Estado)
	}
	k.Hacer(taod, sgo, s, "rechazar", rechazo)
	assert.Equal(t, grupo.Improcedente, solicitud(k, s).Demandas[0].Resultado)
	assert.Empty(t, elGrupo(k, solicitud(k, s).Grupo).Abiertas)
}

func registro(folio string, parte int, relato string) siade.Registro {
	e := siade.Registrar.Ejemplo
	e.Canal, e.OOAD, e.Relato = siade.GrupoOrganizado, "", relato
	e.NaceDe = &siade.Nacimiento{Coleccion: sgo, Folio: folio, Parte: parte}
	return e
}

const receta = "La farmacia de la UMF 3 no surte completas las recetas de personas jubiladas desde enero."

func TestAPetitionIsBornOfADemandAndDuplicatesAreTiedInstead(t *testing.T) {
	k := casa(t)
	g, s := recibida(k)
	mal := registro(s, 1, receta)
	mal.Canal = siade.Modulo
	k.Rompe(taod, siade.Coleccion, "", "", mal, "SIADE-GRUPO-45 body.nace_de.folio")
	k.Rompe(taod, siade.Coleccion, "", "", registro(s, 9, receta), "SIADE-GRUPO-32 body.nace_de.parte")
	p := k.Hacer(taod, siade.Coleccion, "", "", registro(s, 1, receta))
	x := solicitud(k, s)
	assert.Equal(t, []any{grupo.EnPeticion, p, true, grupo.EnSeguimiento}, []any{x.Demandas[0].Situacion, x.Demandas[0].Peticion, x.Demandas[0].Nacida, x.Estado})
	k.Rompe(taod, siade.Coleccion, "", "", registro(s, 1, receta), "SIADE-GRUPO-42 body.nace_de.parte", "SIADE-GRUPO-48 body.nace_de.folio")
	// Another request of the group cannot register again what is open.
	e := recepcion(g)
	e.Demandas = []grupo.Pedida{{Texto: "Que se reparen los sanitarios de la sala de espera."}, {Texto: "Que se amplíe el horario del archivo clínico por la tarde."}}
	s2 := k.Hacer(taod, sgo, "", "", e)
	k.Rompe(taod, siade.Coleccion, "", "", registro(s2, 1, receta), "SIADE-GRUPO-48 body.nace_de.folio")
	k.Hacer(taod, sgo, s2, "ligar-peticion", siade.Nacida{Folio: p, Parte: 1})
	assert.False(t, solicitud(k, s2).Demandas[0].Nacida)
	k.Rompe(taod, sgo, s2, "ligar-peticion", siade.Nacida{Folio: p, Parte: 2}, "SIADE-GRUPO-47 body.folio")
	k.Rompe(taod, sgo, s2, "ligar-peticion", siade.Nacida{Folio: "SIADE-2026-14-0009999-X", Parte: 2}, "SIADE-GRUPO-44 body.folio")
	// A petition that is accumulated goes on in the one that stands for it.
	otraP := siade.Registrar.Ejemplo
	otraP.OOAD = ""
	otraP.Clasificacion = &siade.Clasificacion{Tipo: siade.Gestion}
	q := k.Hacer(taod, siade.Coleccion, "", "", otraP)
	una := prueba.Leer[siade.Peticion](k, siade.Coleccion, p)
	una.Estado, una.AcumuladaEn, una.Concluida = siade.Acumulada, q, d("2026-03-02")
	k.Poner(&una, siade.Peticiones)
	k.Hacer(taod, sgo, s, "dar-seguimiento", grupo.Seguir.Ejemplo)
	x = solicitud(k, s)
	assert.Equal(t, []any{q, siade.Clasificada, grupo.EnPeticion, 1}, []any{x.Demandas[0].Peticion, x.Demandas[0].Visto, x.Demandas[0].Situacion, x.Seguimientos})
	k.Hacer(taod, siade.Coleccion, q, "responder", siade.Respuesta{Respuesta: "Se surte completa desde hoy.", EnPersona: true})
	k.Hacer(taod, siade.Coleccion, q, "cerrar", siade.Cierre{})
	c := k.Contexto(taod)
	assert.True(t, x.Avanza(&c)[0].Concluyo)
	k.Hacer(taod, sgo, s, "dar-seguimiento", grupo.Seguir.Ejemplo)
	assert.Equal(t, grupo.PorPeticion, solicitud(k, s).Demandas[0].Resultado)
	k.Rompe(taod, sgo, s, "dar-seguimiento", grupo.Seguir.Ejemplo, "SIADE-GRUPO-50 body")
	// What has ended takes nothing up.
	k.Rompe(taod, sgo, s, "ligar-peticion", siade.Nacida{Folio: q, Parte: 2}, "SIADE-GRUPO-46 body.folio", "SIADE-GRUPO-47 body.folio")
}

func TestAnAgreementThatFailsEndsItsDemandWithoutCompliance(t *testing.T) {
	k := casa(t)
	_, s := recibida(k)
	k.Rompe(taod, sgo, s, "acordar", grupo.Acordar.Ejemplo, "SIADE-GRUPO-49 body.demanda")
	k.Hacer(taod, sgo, s, "atender-demanda", grupo.Respuesta{Demanda: 1, Trato: grupo.AAcuerdo})
	mal := grupo.Acordar.Ejemplo
	mal.Pacto.Compromiso = d("2026-01-01")
	k.Rompe(taod, sgo, s, "acordar", mal, "DOE-ACUERDO-02 body.pacto.compromiso")
	k.Hacer(taod, sgo, s, "acordar", grupo.Acordar.Ejemplo)
	a := solicitud(k, s).Demandas[0].Acuerdo
	x := prueba.Leer[acuerdo.Acuerdo](k, acuerdo.Coleccion, a)
	assert.Equal(t, []any{acuerdo.DeExpediente, s, 1, doe.CAOOD}, []any{x.Origen, x.NaceDe.Folio, x.NaceDe.Parte, x.Unidad})
	assert.Equal(t, doe.Facultad("siade.grupos:atender"), k.Eventos(acuerdo.Coleccion, a)[0].Fundamento.Facultad)
	k.Hacer(taod, sgo, s, "retirar-demanda", grupo.RetirarDemanda.Ejemplo)
	k.Amanece("2026-05-04")
	c := k.Contexto(taod)
	assert.True(t, solicitud(k, s).Avanza(&c)[0].Tarde)
	k.Hacer(titular("doe-7.1"), acuerdo.Coleccion, a, "concluir", acuerdo.Calificacion{Nota: "Venció sin que se hiciera nada."})
	k.Hacer(taod, sgo, s, "dar-seguimiento", grupo.Seguir.Ejemplo)
	y := solicitud(k, s)
	assert.Equal(t, []any{grupo.SinCumplir, grupo.PorCerrar}, []any{y.Demandas[0].Resultado, y.Estado})
	k.Hacer(coord, sgo, s, "observar", grupo.Observar.Ejemplo)
	k.Rompe(jefa, sgo, s, "cerrar", cierre("2026-05-05"), "SIADE-GRUPO-54 registro.observaciones", "SIADE-GRUPO-55 body.entregado")
	k.Rompe(taod, sgo, s, "subsanar", grupo.Correccion{Numero: 2, Correccion: "Se corrigió."}, "SIADE-GRUPO-53 body.numero")
	k.Hacer(taod, sgo, s, "subsanar", grupo.Subsanar.Ejemplo)
	k.Hacer(jefa, sgo, s, "cerrar", cierre("2026-05-04"))
	i := solicitud(k, s).Informe
	assert.Equal(t, map[grupo.Resultado]int{grupo.SinCumplir: 1, grupo.RetiradaPorSus: 1}, i.PorResultado)
}

func TestADemandEndedBeforeTheMeetingLeavesNothingToMeetFor(t *testing.T) {
	k := casa(t)
	_, s := recibida(k)
	k.Hacer(taod, sgo, s, "programar", grupo.Programar.Ejemplo)
	k.Hacer(taod, sgo, s, "atender-demanda", grupo.Atender.Ejemplo)
	assert.Equal(t, grupo.Programada, solicitud(k, s).Estado)
	k.Hacer(taod, sgo, s, "atender-demanda", grupo.Respuesta{Demanda: 1, Trato: grupo.NoCompete, Respuesta: "Es de la autoridad del Estado."})
	x := solicitud(k, s)
	assert.Equal(t, []any{grupo.PorCerrar, grupo.SuspendidaR}, []any{x.Estado, x.Reuniones[0].Situacion})
	k.Hacer(taod, sgo, s, "cerrar", cierre("2026-03-02"))
}

func TestTheTermIsExtendedOnceByHalfAtMost(t *testing.T) {
	k := casa(t)
	_, s := recibida(k)
	k.Rompe(coord, sgo, s, "prorrogar", grupo.Ampliacion{Dias: 31, Motivo: "Falta un dictamen técnico."}, "SIADE-GRUPO-52 body.dias")
	k.Hacer(coord, sgo, s, "prorrogar", grupo.Prorrogar.Ejemplo)
	k.Rompe(coord, sgo, s, "prorrogar", grupo.Prorrogar.Ejemplo, "SIADE-GRUPO-51 body")
	k.Rompe(taod, sgo, s, "asignar", grupo.Encargo{}, "requerido body.responsable")
	k.Hacer(taod, sgo, s, "asignar", grupo.Asignar.Ejemplo)
	k.Rompe(coord, sgo, s, "asignar", grupo.Asignar.Ejemplo, "SIADE-GRUPO-27 body.responsable", "SIADE-GRUPO-28 body.motivo")
	muchas := grupo.Adicion{Documento: "Escrito"}
	for _, x := range []string{"Que se pinte la fachada de la clínica vecina.", "Que haya sillas de ruedas en la entrada principal.", "Que los letreros estén en lengua náhuatl también."} {
		muchas.Demandas = append(muchas.Demandas, grupo.Pedida{Texto: x})
	}
	k.Hacer(taod, sgo, s, "agregar-demandas", muchas)
	assert.Len(t, solicitud(k, s).Demandas, 5)
	k.Rompe(taod, sgo, s, "agregar-demandas", muchas, "SIADE-GRUPO-24 body.demandas[0].texto", "SIADE-GRUPO-24 body.demandas[1].texto", "SIADE-GRUPO-24 body.demandas[2].texto")
}

func TestAnAreaSeesTheMeetingsItWasCalledToAndNoMore(t *testing.T) {
	k := casa(t)
	_, s := recibida(k)
	e := grupo.Programar.Ejemplo
	e.Demandas = []int{1}
	k.Hacer(taod, sgo, s, "programar", e)
	k.Hacer(taod, sgo, s, "anotar-oportunidad", grupo.Analizar.Ejemplo)
	x := solicitud(k, s)
	v, doc := prueba.Ve(t, grupo.Solicitudes, &x, area)
	assert.Len(t, v.Demandas, 1)
	assert.Empty(t, v.Oportunidades)
	assert.NotContains(t, doc, "semanas")
	k.Rompe(area, sgo, s, "informar-demanda", grupo.Postura{Demanda: 2, Texto: "No es de esta área."}, "SIADE-GRUPO-35 body.organo")
	ajena := area
	ajena.Organo = "dn-finanzas"
	k.Rompe(ajena, sgo, s, "confirmar", grupo.Confirmacion{Asiste: true, Cargo: "Jefatura"}, "no-encontrado")
}

func TestADirectiveIsOfTheBranchAndEachRequestKeepsTheOneOfItsDay(t *testing.T) {
	k := casa(t)
	mala := grupo.PrimeraDirectriz
	mala.Contenido.Obligadas = []doe.ClaveUnidad{"doe-7.1.4", "nadie"}
	mala.Contenido.Requisitos = []grupo.Requisito{{Clase: grupo.Colectivo, Documento: grupo.CartaPoder, Meses: 3}, {Clase: grupo.Colectivo, Documento: grupo.CartaPoder, Meses: 4}}
	k.Rompe(coord, dig, "", "", mala, "SIADE-GRUPO-15 body.contenido.obligadas[0]", "SIADE-GRUPO-15 body.contenido.obligadas[1]", "SIADE-GRUPO-16 body.contenido.requisitos[1]")
	_, antes := recibida(k)
	f := k.Hacer(coord, dig, "", "", grupo.PrimeraDirectriz)
	k.Rompe(unidad, dig, f, "autorizar", version.Vigor{Desde: d("2026-03-02")}, "SIADE-GRUPO-17 body.oficio")
	k.Hacer(unidad, dig, f, "autorizar", version.Vigor{Desde: d("2026-03-02"), Oficio: "Oficio 1"})
	e := recepcion(solicitud(k, antes).Grupo)
	e.Demandas = []grupo.Pedida{{Texto: "Que se reparen los sanitarios de la sala de espera."}}
	despues := k.Hacer(taod, sgo, "", "", e)
	assert.Equal(t, []int{0, 4}, []int{solicitud(k, antes).Dias.Programar, solicitud(k, despues).Dias.Programar})
	assert.Equal(t, []string{"2026-03-09", "2026-03-06"}, []string{vence(k, antes), vence(k, despues)})
}

func TestRequestsAreCountedByBodyAndKind(t *testing.T) {
	rs := []grupo.Solicitud{
		{Cabecera: tramite.Cabecera{OOAD: "15", Estado: grupo.Recibida}, Clase: grupo.Empresa, Demandas: []grupo.Demanda{{Numero: 1}}},
		{Cabecera: tramite.Cabecera{OOAD: "14", Estado: grupo.Concluida}, Clase: grupo.Empresa, Recepcion: d("2026-03-02"), Escalamientos: []grupo.Escalamiento{{}}, Demandas: []grupo.Demanda{
			{Numero: 1, Situacion: grupo.Terminada, Resultado: grupo.Atendida, Fin: d("2026-03-06")}, {Numero: 2, Situacion: grupo.Terminada, Resultado: grupo.Atendida, Fin: d("2026-03-12")},
		}, Reuniones: []grupo.Reunion{{Situacion: grupo.Celebrada, Areas: []grupo.Contestada{{Asistio: true}, {}}}, {Situacion: grupo.SinElGrupo}}},
	}
	fs := grupo.Contar(rs, false)
	require.Len(t, fs, 2)
	assert.Equal(t, []any{doe.OOAD("14"), 1, 0, 1, 2, 2, 7, 1, 1, 1}, []any{fs[0].OOAD, fs[0].Solicitudes, fs[0].Abiertas, fs[0].Escaladas, fs[0].Demandas, fs[0].Terminadas, fs[0].Mediana, fs[0].Reuniones, fs[0].Fallidas, fs[0].Inasistentes})
	assert.Equal(t, []int{1, 1}, []int{fs[1].Abiertas, fs[1].Demandas})
	porClase := grupo.Contar(rs, true)
	require.Len(t, porClase, 1)
	assert.Equal(t, 3, porClase[0].Demandas)
}
