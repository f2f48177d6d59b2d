package queja_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/envio"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
	"github.com/operacion-abierta/operacion/siade"
	"github.com/operacion-abierta/operacion/siade/queja"
)

func dia(s string) fecha.Fecha { return fecha.MustParse(s) }

// vence is when a clock of a case is due; the zero day when it does not run.
func (m *mesa) vence(folio, plazo, clave string) string {
	c, q := m.Contexto(taod), m.ver(folio)
	for _, k := range queja.Quejas.Relojes(&q, &c) {
		if k.Plazo == plazo && k.Clave == clave && k.Corre() {
			return k.Vence.String()
		}
	}
	return ""
}

func TestUnaQuejaMedicaSeIntegraSeRemiteSeResuelveSeCumpleYRespondeLaPeticion(t *testing.T) {
	m := nueva(t)
	p := m.registra()
	f := m.abre(apertura(p, queja.Medica))
	q := m.ver(f)
	assert.Equal(t, queja.Abierta, q.Estado)
	assert.Equal(t, doe.CAOOD, q.Unidad)
	assert.Equal(t, quejas.Organo, q.Organo)
	assert.Equal(t, siade.EnOtraVia, m.peticion(p).Estado)
	assert.Equal(t, "2026-03-09", m.vence(f, queja.PlazoRemision, queja.PlazoRemision))

	q = m.hace(taod, f, "integrar", queja.Documentacion{Documentos: []queja.Documento{{Requisito: queja.Escrito, Referencia: "Acta"}}})
	assert.Equal(t, queja.Abierta, q.Estado, "faltan tres")
	assert.Equal(t, queja.Integrada, m.hace(taod, f, "integrar", documentos(queja.Medica)).Estado)
	assert.True(t, falla.DeClase(m.niega(taod, f, "remitir", remision("1")), falla.Prohibida), "firma la titular")
	q = m.el("2026-03-04").hace(jefa, f, "remitir", remision("CAOOD14/0123/2026"))
	assert.True(t, q.Remisiones[0].EnPlazo)
	assert.Equal(t, siade.EnOtraVia, m.peticion(p).Estado, "es del Instituto: no se canaliza")
	salidas := m.Folios(envio.Coleccion)
	require.Len(t, salidas, 1)
	dispatch := prueba.Leer[envio.Envio](m.Archivo, envio.Coleccion, salidas[0])
	assert.Equal(t, f, dispatch.Expediente.Folio)
	assert.Equal(t, string(quejas.Organo), dispatch.Destinatarios[0].Clave)
	assert.Equal(t, "2026-05-13", m.vence(f, queja.PlazoResolucion, queja.PlazoResolucion), "cincuenta días hábiles desde la presentación")

	m.hace(quejas, f, "recibir", queja.Recibo{Fecha: dia("2026-03-04"), Expediente: "QM/0123/2026"})
	m.hasta(f, queja.Integracion)
	q = m.hace(quejas, f, "requerir", queja.Requerimiento{Solicitud: "Informe de urgencias", Oficio: "UDH/1", Recibido: dia("2026-03-04"), Dias: 5, Area: hospital.Organo})
	assert.Equal(t, queja.Requerida, q.Estado)
	assert.Equal(t, "2026-03-11", m.vence(f, queja.PlazoRequerimiento, "requerimiento-1"))
	m.hace(hospital, f, "rendir-informe", queja.InformeDe{Numero: 1, Texto: "Se valoró a las nueve horas.", Oficio: "HE/1"})
	q = m.el("2026-03-12").hace(jefa, f, "contestar", queja.Contestacion{Numero: 1, Texto: "Se rinde el informe.", Oficio: "CAOOD14/2"})
	assert.Equal(t, queja.EnTramite, q.Estado)
	assert.True(t, q.Requerimientos[0].Respuesta.Tarde)
	m.hasta(f, queja.Investigacion, queja.Dictamen)
	m.hace(quejas, f, "registrar-opinion", queja.Opinion{Organo: "dn-prestaciones-medicas", Fecha: dia("2026-03-12"), Oficio: "DPM/1", Texto: "Hubo demora.", Favorece: true})
	m.hace(taod, f, "contactar", queja.Contactar.Ejemplo)
	m.hasta(f, queja.Proyecto)
	d := decision(queja.Procedente, queja.Punto{Texto: "Reprogramar la cirugía", Responsable: hospital.Organo})
	d.Fecha = dia("2026-03-12")
	assert.Equal(t, queja.Resuelta, m.hace(quejas, f, "resolver", d).Estado)
	m.el("2026-03-13").hace(jefa, f, "comunicar", queja.Comunicacion{Medio: siade.PorTelefono, Fecha: dia("2026-03-13"), Texto: "Su queja resultó procedente."})
	pet := m.peticion(p)
	assert.Equal(t, siade.Respondida, pet.Estado)
	assert.Equal(t, "Queja médica: Su queja resultó procedente.", pet.Respuesta.Texto)
	assert.Equal(t, siade.Favorable, pet.Respuesta.Sentido)
	assert.NotNil(t, pet.Notificacion)
	assert.Equal(t, []string{"SIADE-QUEJA-35 body"}, fallas(m.niega(jefa, f, "cerrar", nil)))
	m.hace(hospital, f, "cumplir", queja.Cumplimiento{Punto: "P1", Fecha: dia("2026-03-13"), Prueba: "Nota quirúrgica"})
	q = m.hace(jefa, f, "cerrar", nil)
	assert.Equal(t, queja.Concluida, q.Estado)
	assert.Equal(t, "Resuelta: Procedente", q.Desenlace.Nota)
}

func TestTurnarUnaPeticionAUnaViaAbreSuExpediente(t *testing.T) {
	m := nueva(t)
	p := m.registra()
	cs, err := m.Intentar(taod, siade.Coleccion, p, "turnar", siade.Turno{Via: "administrativa", Motivo: "Se queja del trato."})
	require.NoError(t, err)
	require.Len(t, cs, 2)
	q := cs[1].Registro.(*queja.Queja)
	assert.Equal(t, queja.Administrativa, q.Via)
	assert.Equal(t, p, q.Peticion)
	assert.Equal(t, siade.EnOtraVia, m.peticion(p).Estado)
	_, err = m.Intentar(taod, siade.Coleccion, m.registra(), "turnar", siade.Turno{Via: "conamed", Motivo: "Se queja del acto médico."})
	assert.Equal(t, []string{"SIADE-QUEJA-06 body.previa"}, fallas(err), "lo que la vía pide se dice")

	// What is of the central level is kept by central attention, on the basis
	// of its turn.
	e := siade.Registro{
		Canal: siade.Correo, OOAD: "09", Relato: "Me discriminaron en oficinas centrales.", Clasificacion: &siade.Clasificacion{Tipo: siade.Queja},
		Peticionario: siade.DatosPeticionario{Tipo: siade.Derechohabiente, Nombre: "Luz Ríos", AvisoPrivacidad: "2025-03"},
	}
	cs, err = m.Intentar(division, siade.Coleccion, "", "", e)
	require.NoError(t, err)
	cs, err = m.Intentar(division, siade.Coleccion, cs[0].Registro.Cabeza().Folio, "turnar", siade.Turno{Via: "conapred", Motivo: "Discriminación."})
	require.NoError(t, err)
	q = cs[1].Registro.(*queja.Queja)
	assert.Equal(t, doe.ClaveUnidad("doe-7.1.3.1.1"), q.Unidad)
	assert.Equal(t, doe.NivelCentral, q.OOAD)
	assert.Equal(t, doe.Facultad("siade.atencion:turnar"), cs[1].Eventos[0].Fundamento.Facultad)
	m.hace(division, q.Folio, "integrar", documentos(queja.CONAPRED))
	assert.Equal(t, queja.Remitida, m.hace(coordinacion, q.Folio, "remitir", remision("7.1.3.1/1")).Estado)
}

func TestRegla25ElOOADLoHaceSobreLaFacultadMasCercanaQueTiene(t *testing.T) {
	m := nueva(t)
	f := m.enTramite(queja.Medica)
	m.hace(taod, f, "contactar", queja.Contactar.Ejemplo)
	m.hasta(f, queja.Integracion, queja.Investigacion, queja.Dictamen, queja.Proyecto)
	m.hace(taod, f, "resolver", decision(queja.Improcedente))
	m.hace(jefa, f, "comunicar", queja.Comunicacion{Medio: siade.PorTelefono, Fecha: dia("2026-03-04"), Texto: "No procedió."})
	for _, e := range m.Eventos(queja.Coleccion, f) {
		switch e.Acto {
		case "contactar", "comunicar":
			assert.Equal(t, doe.CAOOD, e.Unidad)
			assert.Equal(t, doe.Facultad("siade.quejas:registrar"), e.Fundamento.Facultad, "%s: no tiene orientar ni informar", e.Acto)
			assert.NotEmpty(t, e.Fundamento.Funciones.Lista())
		}
	}
	c, q := m.Contexto(ajena), m.ver(f)
	assert.Equal(t, tramite.Negado, queja.Quejas.Acceso(&q, &c), "otro OOAD no la lee")
	assert.True(t, falla.DeClase(m.niega(ajena, f, "anotar", queja.Anotar.Ejemplo), falla.Prohibida))
}

func TestRegla26LaViaQueExigeIdentidadNoEmpiezaDeUnaPeticionAnonima(t *testing.T) {
	for _, v := range queja.Vias() {
		m := nueva(t)
		f := m.abierta(v.Clave, anonima)
		q := m.ver(f)
		if !v.ExigeIdentidad {
			assert.Equal(t, queja.Abierta, q.Estado, v.Clave)
			continue
		}
		require.Equal(t, queja.EnEspera, q.Estado, v.Clave)
		assert.Contains(t, q.Espera.Solicitud, "no admite peticiones anónimas")
		assert.Equal(t, "2026-03-16", m.vence(f, queja.PlazoIdentidad, queja.PlazoIdentidad), "diez días hábiles")
		assert.Equal(t, []string{"SIADE-QUEJA-16 body"}, fallas(m.niega(taod, f, "acreditar-identidad", nil)))
		m.Amanece("2026-03-16")
		assert.Equal(t, queja.EnEspera, m.ver(f).Estado, "el último día aún espera")
		m.Amanece("2026-03-17")
		q = m.ver(f)
		assert.Equal(t, queja.Informativa, q.Estado)
		assert.Contains(t, q.Desenlace.Nota, "información al área")
		pet := m.peticion(q.Peticion)
		assert.Equal(t, siade.Clasificada, pet.Estado, "la petición sigue donde estaba")
		assert.Contains(t, pet.Publica().Vias[0].Nota, "información al área", "y se dice a quien la presentó")
	}
}

func TestRegla26LaIdentidadSeAportaEnLaPeticionYSeAcredita(t *testing.T) {
	m := nueva(t)
	f := m.abierta(queja.CNDH, anonima)
	p := m.ver(f).Peticion
	dato := siade.DatosPeticionario{Tipo: siade.Derechohabiente, Nombre: "Rosa Prado", AvisoPrivacidad: "2025-03"}
	_, err := m.Intentar(taod, siade.Coleccion, p, "aportar", siade.Aporte{Peticionario: &dato})
	require.NoError(t, err)
	assert.Equal(t, []string{"SIADE-QUEJA-17 body"}, fallas(m.niega(taod, f, "informar-al-area", queja.InformarArea.Ejemplo)))
	q := m.hace(taod, f, "acreditar-identidad", nil)
	assert.Equal(t, queja.Abierta, q.Estado)
	assert.True(t, q.Identificada)

	// Given in time and accredited by nobody, the clock takes it.
	g := m.abierta(queja.Medica, anonima)
	_, err = m.Intentar(taod, siade.Coleccion, m.ver(g).Peticion, "aportar", siade.Aporte{Peticionario: &dato})
	require.NoError(t, err)
	m.Amanece("2026-03-18")
	assert.Equal(t, queja.Abierta, m.ver(g).Estado)

	// Or it ends before, when it is known that it will not come.
	m.el("2026-03-02")
	h := m.abierta(queja.Medica, anonima)
	assert.Equal(t, queja.Informativa, m.hace(taod, h, "informar-al-area", queja.InformarArea.Ejemplo).Estado)
}

func TestRegla26LaDenunciaPuedeSerAnonimaYElAreaNoConoceAQuienDenuncia(t *testing.T) {
	m := nueva(t)
	f := m.enTramite(queja.Denuncia, anonima)
	q := m.ver(f)
	assert.True(t, q.Reservada)
	assert.Equal(t, siade.Canalizada, m.peticion(q.Peticion).Estado)
	assert.Equal(t, control.Organo, m.peticion(q.Peticion).Canalizacion.Organo)
	m.hace(taod, f, "anotar", queja.Nota{Texto: "La persona teme represalias."})

	// Whom it is about never reads it; nor who is not in charge nor a head.
	acceso := func(a doe.Actor) tramite.Acceso {
		c, q := m.Contexto(a), m.ver(f)
		return queja.Quejas.Acceso(&q, &c)
	}
	otra, denunciada := regional(doe.TAOD, "14"), regional(doe.Titular, "14")
	otra.Sub, denunciada.Nombre = "otra", "Marta Solís"
	assert.Equal(t, tramite.Permitido, acceso(taod), "la responsable")
	assert.Equal(t, tramite.Permitido, acceso(jefa))
	assert.Equal(t, tramite.Oculto, acceso(otra))
	assert.Equal(t, tramite.Oculto, acceso(denunciada))
	assert.Equal(t, tramite.Oculto, acceso(hospital), "el área de que se trata no es parte")

	pide := queja.Requerimiento{Solicitud: "Plantilla del servicio", Oficio: "OIC/1", Recibido: dia("2026-03-04"), Area: hospital.Organo}
	assert.Equal(t, []string{"SIADE-QUEJA-22 body.area"}, fallas(m.niega(control, f, "requerir", pide)))
	pide.Area = "dn-administracion"
	m.hace(control, f, "requerir", pide)
	visto, menos := queja.Quejas.Recortar(ptr(m.ver(f)), de(doe.Area, "dn-administracion"))
	require.True(t, menos)
	doc, err := queja.Quejas.Codificar(visto)
	require.NoError(t, err)
	for _, secreto := range []string{q.Peticion, q.Asunto, "Marta", "represalias", hospitalTexto, taod.Sub + `"`} {
		if secreto != taod.Sub+`"` { // who captured the requirement shows in it
			assert.NotContains(t, string(doc), secreto)
		}
	}
	assert.Contains(t, string(doc), "Plantilla del servicio")
	visto, _ = queja.Quejas.Recortar(ptr(m.ver(f)), control)
	assert.Equal(t, q.Asunto, visto.(*queja.Queja).Asunto)
	assert.Empty(t, visto.(*queja.Queja).Notas, "las notas son de la casa")

	// It cannot be withdrawn once sent.
	retiro := queja.Retiro{Documento: "Escrito", Fecha: dia("2026-03-04")}
	assert.Equal(t, []string{"SIADE-QUEJA-36 body"}, fallas(m.niega(taod, f, "desistir", retiro)))
	g := m.el("2026-03-02").abierta(queja.Denuncia)
	retiro.Fecha = dia("2026-03-02")
	assert.Equal(t, queja.Desistida, m.hace(taod, g, "desistir", retiro).Estado)
}

const hospitalTexto = "umae-jcims000301"

func ptr[T any](v T) *T { return &v }

func TestRegla26LoDeTransparenciaMalPresentadoPasaASuUnidadEnCincoDias(t *testing.T) {
	m := nueva(t)
	f := m.abierta(queja.Acceso, anonima)
	assert.Equal(t, "2026-03-09", m.vence(f, queja.PlazoRemision, queja.PlazoRemision))
	m.hace(taod, f, "integrar", documentos(queja.Acceso))
	m.el("2026-03-10").hace(jefa, f, "remitir", remision("1"))
	q := m.ver(f)
	assert.False(t, q.Remisiones[0].EnPlazo, "al sexto día")
	p := m.peticion(q.Peticion)
	assert.Equal(t, siade.Canalizada, p.Estado)
	assert.Equal(t, "2026-03-02", p.Canalizacion.Presentacion.String(), "conserva su fecha")
	assert.False(t, p.Canalizacion.EnPlazo)
	assert.Equal(t, "2026-03-30", m.vence(f, queja.PlazoResolucion, queja.PlazoResolucion))
}

func TestElRelojEscalaCadaPlazoPorSuEscalera(t *testing.T) {
	m := nueva(t)
	f := m.remitida(queja.Medica)
	m.Amanece("2026-03-11") // five working days to receive it ended on Tuesday 10
	q := m.ver(f)
	require.Len(t, q.Escalamientos, 1)
	assert.Equal(t, queja.Escalamiento{Plazo: queja.PlazoRecepcion, Clave: queja.PlazoRecepcion, Nivel: 1, Unidad: doe.CAOOD, Debe: queja.DeInstancia, Dia: dia("2026-03-11")}, q.Escalamientos[0])
	for _, d := range []string{"2026-03-16", "2026-03-26", "2026-04-10"} {
		m.Amanece(d)
	}
	var unidades []doe.ClaveUnidad
	for _, e := range m.ver(f).Escalamientos {
		if e.Plazo == queja.PlazoRecepcion {
			unidades = append(unidades, e.Unidad)
		}
	}
	assert.Equal(t, []doe.ClaveUnidad{doe.CAOOD, "doe-7.1.3.1.1", "doe-7.1.3.1", "doe-7.1.3"}, unidades)
	m.hace(coordinacion, f, "escalar", queja.Escalamiento{Plazo: queja.PlazoRecepcion, Clave: queja.PlazoRecepcion})
	assert.Equal(t, []string{"SIADE-QUEJA-39 body"}, fallas(m.niega(coordinacion, f, "escalar", queja.Escalamiento{Plazo: queja.PlazoRecepcion, Clave: queja.PlazoRecepcion})))
}

func TestLaViaCaducaSalvoViolacionGrave(t *testing.T) {
	m := nueva(t)
	f := m.abierta(queja.CNDH, hechos("2025-03-10"))
	e := apertura(m.registra(hechos("2025-03-10")), queja.CNDH)
	e.Grave = true
	g := m.abre(e)
	assert.Equal(t, "2026-03-10", m.vence(f, queja.PlazoPrescripcion, queja.PlazoPrescripcion))
	assert.Empty(t, m.vence(g, queja.PlazoPrescripcion, queja.PlazoPrescripcion))
	m.Amanece("2026-03-10")
	assert.Equal(t, queja.Abierta, m.ver(f).Estado)
	m.Amanece("2026-03-11")
	assert.Equal(t, queja.Caduca, m.ver(f).Estado)
	assert.Equal(t, siade.Clasificada, m.peticion(m.ver(f).Peticion).Estado)
	assert.Equal(t, queja.Abierta, m.ver(g).Estado)
	// Sent in time, it lapses no more.
	m.el("2026-03-02")
	h := m.remitida(queja.CNDH, hechos("2025-03-10"))
	m.Amanece("2026-03-12")
	assert.Equal(t, queja.Remitida, m.ver(h).Estado)
}

func TestUnaRecomendacionSeAceptaYSeCumpleEnSuTermino(t *testing.T) {
	m := nueva(t)
	f := m.enTramite(queja.CNDH)
	m.hace(cndh, f, "requerir", queja.Requerimiento{Solicitud: "Informe de la autoridad", Oficio: "V1/1", Recibido: dia("2026-03-04")})
	assert.Equal(t, "2026-03-19", m.vence(f, queja.PlazoRequerimiento, "requerimiento-1"), "quince días naturales")
	m.hace(jefa, f, "contestar", queja.Contestar.Ejemplo)
	m.hasta(f, queja.InformeAut)
	rec := decision(queja.Recomendacion, queja.Punto{Texto: "Reparar el daño"}, queja.Punto{Texto: "Capacitar al personal", Vence: dia("2026-06-30")})
	m.hace(cndh, f, "resolver", rec)
	assert.Equal(t, "2026-03-25", m.vence(f, queja.PlazoPronunciamiento, queja.PlazoPronunciamiento), "quince días hábiles")
	assert.Empty(t, m.vence(f, queja.PlazoCumplimiento, "P1"), "no se debe lo que no se ha aceptado")
	m.hace(jefa, f, "comunicar", queja.Comunicacion{Medio: siade.PorTelefono, Fecha: dia("2026-03-04"), Texto: "La Comisión recomendó al Instituto."})
	assert.Equal(t, siade.Canalizada, m.peticion(m.ver(f).Peticion).Estado, "ya estaba canalizada")
	assert.Equal(t, "La Comisión recomendó al Instituto.", m.peticion(m.ver(f).Peticion).Publica().Vias[0].Resultado)
	assert.True(t, falla.DeClase(m.niega(jefa, f, "pronunciarse", queja.Pronunciarse.Ejemplo), falla.Prohibida), "no es del OOAD")
	acepta := queja.Pronunciamiento{Acepta: true, Fecha: dia("2026-03-04"), Oficio: "DG/1"}
	m.hace(central(doe.Raiz), f, "pronunciarse", acepta)
	assert.NotEmpty(t, m.vence(f, queja.PlazoCumplimiento, "P1"))
	assert.Equal(t, "2026-06-30", m.vence(f, queja.PlazoCumplimiento, "P2"))
	for _, p := range []string{"P1", "P2"} {
		m.hace(taod, f, "cumplir", queja.Cumplimiento{Punto: p, Fecha: dia("2026-03-04"), Prueba: "Constancia"})
	}
	assert.Equal(t, queja.Concluida, m.hace(jefa, f, "cerrar", nil).Estado)

	g := m.el("2026-03-02").enTramite(queja.CNDH)
	m.hasta(g, queja.InformeAut)
	m.hace(cndh, g, "resolver", rec)
	m.hace(central(doe.Raiz), g, "pronunciarse", queja.Pronunciamiento{Fecha: dia("2026-03-04"), Oficio: "DG/2", Motivo: "Los hechos no se acreditan."})
	m.hace(jefa, g, "comunicar", queja.Comunicacion{Medio: siade.PorTelefono, Fecha: dia("2026-03-04"), Texto: "La Comisión recomendó y el Instituto no aceptó."})
	assert.Equal(t, queja.Concluida, m.hace(jefa, g, "cerrar", nil).Estado, "lo no aceptado no se debe")
}

func TestLaRevisionCentralObservaYElOOADCorrige(t *testing.T) {
	m := nueva(t)
	f := m.abierta(queja.Medica)
	assert.True(t, falla.DeClase(m.niega(jefa, f, "revisar", queja.Revisar.Ejemplo), falla.Prohibida))
	m.hace(division, f, "revisar", queja.Observada{Detalle: "Falta la vigencia.", Dias: 2})
	assert.Equal(t, "2026-03-04", m.vence(f, queja.PlazoObservacion, "observacion-1"))
	m.hace(coordinacion, f, "revisar", queja.Observada{Detalle: "Falta el escrito."})
	assert.Equal(t, "2026-03-09", m.vence(f, queja.PlazoObservacion, "observacion-2"))
	q := m.hace(taod, f, "subsanar", queja.Subsanacion{Clave: 1, Correccion: "Se integró."})
	assert.Equal(t, "2026-03-02", q.Observaciones[0].Subsanada.String())
	assert.Equal(t, []string{"SIADE-QUEJA-37 body.clave"}, fallas(m.niega(taod, f, "subsanar", queja.Subsanacion{Clave: 1, Correccion: "Otra vez"})))
}

func TestLoPedidoALaPersonaSeRecibeOSigueConLoQueHay(t *testing.T) {
	m := nueva(t)
	f := m.abierta(queja.Administrativa)
	pide := queja.Solicitud{Solicitud: "Copia de la receta", Dias: 6}
	assert.Equal(t, queja.EnEspera, m.hace(taod, f, "pedir-a-la-persona", pide).Estado)
	assert.Equal(t, "2026-03-10", m.vence(f, queja.PlazoPersona, queja.PlazoPersona))
	q := m.el("2026-03-05").hace(taod, f, "recibir-de-la-persona", queja.Entregado{Texto: "Entregó todo", Documentos: documentos(queja.Administrativa).Documentos})
	assert.Equal(t, queja.Integrada, q.Estado)
	assert.Equal(t, "2026-03-12", m.vence(f, queja.PlazoRemision, queja.PlazoRemision), "lo que se esperó no contó")
	m.hace(taod, f, "pedir-a-la-persona", pide)
	m.Amanece("2026-03-14")
	q = m.ver(f)
	assert.Equal(t, queja.Integrada, q.Estado, "sigue con lo que hay")
	assert.True(t, q.Esperas[1].Lapso)
}

func TestLaInstanciaDevuelveYSeCambiaDeVia(t *testing.T) {
	m := nueva(t)
	f := m.remitida(queja.CNDH)
	q := m.hace(cndh, f, "devolver", queja.Devolucion{Causal: queja.NoCompete, Motivo: "Es de trato médico.", Compete: quejas.Organo})
	assert.Equal(t, queja.Integrada, q.Estado)
	q = m.hace(jefa, f, "cambiar-via", queja.Correccion{Datos: queja.Datos{Via: queja.Medica}, Motivo: "Compete al Instituto."})
	assert.Equal(t, queja.Abierta, q.Estado)
	assert.Equal(t, quejas.Organo, q.Organo)
	assert.Equal(t, []queja.Via{queja.CNDH}, []queja.Via{q.Cambios[0].De})
	assert.Len(t, q.Documentos, 2, "el escrito y los hechos; la firma no la pide")
	vias := m.peticion(q.Peticion).Vias
	assert.Equal(t, "Pasó a otra vía: Queja médica", vias[0].Nota)
	assert.Equal(t, "Queja médica", vias[1].Nombre)
}

func TestLaInstanciaAmpliaElPlazoUnaVezYSeConservaLaFechaComunicada(t *testing.T) {
	m := nueva(t)
	f := m.enTramite(queja.Acceso)
	assert.Equal(t, "2026-03-30", m.vence(f, queja.PlazoResolucion, queja.PlazoResolucion))
	amplia := queja.Ampliacion{Cuanto: 10, Oficio: "UT/1", Motivo: "Tres unidades buscan.", Fecha: dia("2026-03-04")}
	q := m.hace(taod, f, "ampliar", amplia)
	assert.Equal(t, "2026-04-13", m.vence(f, queja.PlazoResolucion, queja.PlazoResolucion))
	for _, k := range q.Relojes {
		if k.Plazo == queja.PlazoResolucion {
			assert.Equal(t, []fecha.Fecha{dia("2026-03-30"), dia("2026-04-13")}, k.Comunicados)
		}
	}
	assert.Equal(t, []string{"SIADE-QUEJA-40 body.cuanto"}, fallas(m.niega(taod, f, "ampliar", amplia)))
	m.hasta(f, queja.Aclaracion)
	assert.Equal(t, "2026-03-18", m.vence(f, queja.PlazoEtapa, string(queja.Aclaracion)), "diez días para que la persona aclare")
}

func TestElTableroCuentaPorVia(t *testing.T) {
	m := nueva(t)
	c := m.comunicada(queja.Medica)
	a := m.el("2026-03-02").abierta(queja.Medica)
	d := m.abierta(queja.Denuncia)
	fs := queja.Tablero([]queja.Queja{m.ver(c), m.ver(a), m.ver(d)}, dia("2026-04-20"))
	require.Len(t, fs, 2)
	assert.Equal(t, queja.Fila{
		Via: queja.Medica, Nombre: "Queja médica", Total: 2, Por: map[tramite.Estado]int{queja.Comunicada: 1, queja.Abierta: 1},
		Sentidos: map[queja.Sentido]int{queja.Improcedente: 1}, Mediana: 2, SinContacto: 2,
	}, fs[0])
	assert.Empty(t, queja.Tablero(nil, dia("2026-04-20")))
}
