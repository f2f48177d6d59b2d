package siade_test

import (
	"encoding/json"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
)

func TestRegla01ClasificarSeFundaEnRegistrarOEnEjecutar(t *testing.T) {
	m := nueva(t)
	f := m.registra(taod, entrada())
	m.debe(taod, f, "clasificar", siade.Clasificacion{Tipo: siade.Gestion})
	assert.Equal(t, doe.Facultad("siade.clasificacion:registrar"), m.eventos[f][1].Fundamento.Facultad)
	assert.Equal(t, []doe.ClaveFuncion{"caood-7.1/2"}, m.eventos[f][1].Fundamento.Funciones.Lista())
	assert.Contains(t, siade.Clasificar.Facultades, doe.Facultad("siade.clasificacion:ejecutar"))
	g := m.registra(taod, entrada())
	prohibe(t, m.hace(enlace, g, "clasificar", siade.Clasificacion{Tipo: siade.Gestion}))
}

func TestRegla02NadieDeOtraLineaActua(t *testing.T) {
	m := nueva(t)
	f := m.de(siade.Gestion)
	for _, u := range []doe.ClaveUnidad{"doe-7.1.1", "doe-7.1.4.3", "doe-7.1.6"} {
		prohibe(t, m.hace(central(u), f, "turnar", siade.Turno{Organo: "ooad-14", Motivo: "x"}))
	}
	m.debe(unidad, f, "turnar", siade.Turno{Organo: "ooad-14", Motivo: "x"})
}

func TestRegla03NotificarEsUnHuecoYBastaAtender(t *testing.T) {
	m := nueva(t)
	for _, a := range []doe.Actor{taod, control} {
		f := m.de(siade.Gestion)
		m.debe(taod, f, "responder", responde("x")).debe(a, f, "notificar", siade.NotaAviso{Medio: siade.PorPortal})
		b := m.eventos[f][len(m.eventos[f])-1].Fundamento
		if a.Unidad == doe.CAOOD {
			assert.Equal(t, doe.Facultad("siade.atencion:atender"), b.Facultad)
			continue
		}
		assert.Equal(t, doe.Jerarquico, b.Tipo, "7.1.3.1, superior de quien propone")
	}
	f := m.de(siade.Gestion)
	m.debe(taod, f, "responder", responde("x"))
	prohibe(t, m.hace(enlace, f, "notificar", siade.NotaAviso{Medio: siade.PorPortal}))
}

func TestRegla04LosAvisosFormalesLosFirmaLaTitularOQuienLaSuple(t *testing.T) {
	m := nueva(t)
	f := m.de(siade.Gestion)
	formales := map[string]any{
		"prevenir": prevencion(5), "prorrogar": siade.Prorroga{Dias: 1, Motivo: "x"},
		"desechar": siade.Desechamiento{Causal: siade.SinMateria, Motivo: "x"}, "canalizar": siade.Canalizacion{Organo: "federal-cndh", Motivo: "x"},
	}
	for acto, e := range formales {
		err := m.hace(taod, f, acto, e)
		prohibe(t, err)
		assert.ErrorContains(t, err, "requiere-titular")
	}
	suplente := taod
	suplente.Suplencia = &doe.Suplencia{De: "Titular", Documento: "OF-1", Desde: fecha.MustParse("2026-03-01"), Hasta: fecha.MustParse("2026-03-31")}
	m.debe(suplente, f, "prorrogar", formales["prorrogar"])
	e := m.eventos[f][len(m.eventos[f])-1]
	assert.Equal(t, "Titular", e.Actor.EnLugarDe)
	assert.Equal(t, doe.PorSuplencia, e.Fundamento.Tipo)
}

func TestRegla05LaPrevencionEsUnaATiempoYSuConsecuenciaDependeDelCamino(t *testing.T) {
	m := nueva(t)
	f := m.de(siade.Gestion) // ten working days from 2 March: until the 16th
	assert.Equal(t, "2026-03-16", m.vence(f))
	m.el("2026-03-06").debe(jefa, f, "prevenir", prevencion(5))
	assert.True(t, m.ver(f).Prevencion.Oportuna, "day four of ten is the first third, fractions counting whole")
	assert.Equal(t, "2026-03-13", m.vence(f), "the days to cure run from the notice")
	m.el("2026-03-10").debe(ciudadano, f, "desahogar", siade.Desahogo{Texto: "en la UMF 3"})
	assert.Equal(t, siade.Clasificada, m.ver(f).Estado)
	assert.Equal(t, "2026-03-18", m.vence(f), "9 and 10 March did not count")

	tarde := m.el("2026-03-02").de(siade.Gestion)
	m.el("2026-03-09").debe(jefa, tarde, "prevenir", prevencion(5))
	assert.False(t, m.ver(tarde).Prevencion.Oportuna)
	m.el("2026-03-17").despierta(tarde)
	assert.Equal(t, siade.Clasificada, m.ver(tarde).Estado, "se resuelve con lo que hay")
	rompe(t, m.hace(jefa, tarde, "desechar", siade.Desechamiento{Causal: siade.NoDesahogada, Motivo: "x"}), siade.ReglaCausalInoportuna, "body.causal")
	assert.Equal(t, "2026-03-17", m.ver(tarde).Prevencion.Lapso.String())
	assert.False(t, m.reloj(tarde, siade.PlazoDesahogo).Cumplido)
}

func TestRegla05SinResolucionSePrevieneEnLosPrimerosDiezDias(t *testing.T) {
	m := nueva(t)
	f, g := m.de(siade.Sugerencia), m.de(siade.Sugerencia)
	m.el("2026-03-16").debe(jefa, f, "prevenir", prevencion(5))
	assert.True(t, m.ver(f).Prevencion.Oportuna)
	m.el("2026-03-17").debe(jefa, g, "prevenir", prevencion(5))
	assert.False(t, m.ver(g).Prevencion.Oportuna)
}

func TestRegla05ElTerminoCorreDesdeQueSurteEfectosElAviso(t *testing.T) {
	m := nueva(t)
	f := m.de(siade.Queja)
	p := prevencion(5)
	p.Notificada, p.Medio = fecha.MustParse("2026-03-03"), siade.PorTelefono
	m.el("2026-03-05").debe(jefa, f, "prevenir", p)
	assert.Equal(t, "2026-03-10", m.ver(f).Prevencion.Vence.String())
	assert.Equal(t, "2026-03-10", m.vence(f))
	p.Notificada = fecha.MustParse("2026-03-06")
	rompe(t, m.hace(jefa, m.de(siade.Queja), "prevenir", p), siade.ReglaFechaAviso, "body.notificada")
}

func TestRegla06CanalizarTieneCincoDiasYGuardaLaPresentacion(t *testing.T) {
	for dia, enPlazo := range map[string]bool{"2026-03-09": true, "2026-03-10": false} {
		m := nueva(t)
		f := m.clasificada(siade.Clasificacion{Tipo: siade.Queja, Competencia: siade.DeControlInterno})
		assert.Equal(t, "2026-03-09", m.reloj(f, siade.PlazoRemision).Vence.String())
		m.el(dia).debe(jefa, f, "canalizar", siade.Canalizacion{Organo: "organo-interno-de-control", Motivo: "denuncia", Oficio: "1"})
		p := m.ver(f)
		assert.Equal(t, siade.Canalizada, p.Estado)
		assert.Equal(t, enPlazo, p.Canalizacion.EnPlazo)
		assert.Equal(t, "2026-03-02", p.Canalizacion.Presentacion.String())
		assert.True(t, m.reloj(f, siade.PlazoRemision).Cumplido)
		assert.False(t, m.reloj(f, siade.PlazoRespuesta).Cumplido)
		m.el("2026-03-12").debe(taod, f, "acreditar-remision", siade.Recibo{Acuse: "OIC-1"})
		assert.Equal(t, "2026-03-12", m.ver(f).Canalizacion.Recibida.String())
		rompe(t, m.hace(taod, f, "acreditar-remision", siade.Recibo{Acuse: "OIC-1", Fecha: fecha.MustParse("2026-03-01")}), siade.ReglaFechaAviso, "body.fecha")
	}
}

func TestRegla07PasadosTresMesesHaySilencioYSePuedeResponderTarde(t *testing.T) {
	m := nueva(t)
	f := m.de(siade.Gestion)
	p := m.ver(f)
	vencio, hubo := p.Silencio(fecha.MustParse("2026-06-02"), m.cals)
	assert.False(t, hubo)
	assert.Equal(t, "2026-06-02", vencio.String())
	_, hubo = p.Silencio(fecha.MustParse("2026-06-03"), m.cals)
	assert.True(t, hubo)

	m.el("2026-06-03").debe(ciudadano, f, "constancia-silencio", nil)
	assert.Equal(t, "2026-06-05", m.reloj(f, siade.PlazoConstancia).Vence.String(), "dos días hábiles")
	prohibe(t, m.hace(taod, f, "expedir-constancia", siade.Expedicion{Oficio: "1"}))
	m.debe(jefa, f, "expedir-constancia", siade.Expedicion{Oficio: "1"})
	assert.True(t, m.reloj(f, siade.PlazoConstancia).Cumplido)
	m.el("2026-06-10").debe(taod, f, "responder", responde("tarde"))
	p = m.ver(f)
	assert.True(t, p.Respuesta.Tardia)
	_, hubo = p.Silencio(m.ahora.Dia(), m.cals)
	assert.True(t, hubo, "responder tarde no lo deshace")

	g := m.el("2026-03-02").de(siade.Gestion)
	m.el("2026-06-02").debe(taod, g, "responder", responde("a tiempo"))
	_, hubo = m.ver(g).Silencio(fecha.MustParse("2026-06-20"), m.cals)
	assert.False(t, hubo)
	_, hubo = (siade.Peticion{}).Silencio(m.ahora.Dia(), m.cals)
	assert.False(t, hubo)
}

func TestRegla08CorrenVariosRelojesYLoTardioEsDelDiaSiguiente(t *testing.T) {
	m := nueva(t).alas("2026-03-06", 18*time.Hour+time.Minute) // Friday, after closing
	e := entrada()
	e.Canal = siade.Correo
	f := m.registra(taod, e)
	p := m.ver(f)
	assert.Equal(t, "2026-03-09", p.Presentacion.String())
	assert.Equal(t, "2026-03-06", p.Creado.Dia().String())
	assert.Equal(t, "2026-03-11", m.reloj(f, siade.PlazoAcuse).Vence.String())
	m.el("2026-03-10").debe(taod, f, "acusar", siade.NotaAviso{Medio: siade.PorTelefono}).debe(taod, f, "clasificar", siade.Clasificacion{Tipo: siade.Gestion})
	assert.True(t, m.reloj(f, siade.PlazoAcuse).Cumplido)
	m.debe(taod, f, "turnar", siade.Turno{Organo: medicas.Organo, Motivo: "x"})
	assert.Equal(t, "2026-03-13", m.reloj(f, siade.PlazoAceptacion).Vence.String())
	assert.Equal(t, "2026-03-23", m.reloj(f, siade.PlazoRespuesta).Vence.String())
	m.el("2026-03-12").debe(medicas, f, "aceptar", nil).debe(medicas, f, "responder", responde("x"))
	assert.Equal(t, "2026-03-26", m.vence(f), "diez días para notificar")
	m.alas("2026-03-06", 18*time.Hour)
	assert.Equal(t, "2026-03-06", m.ver(m.registra(taod, e)).Presentacion.String(), "hasta el minuto del cierre")
	assert.Equal(t, plazo.HorarioLFPA(), siade.HorarioDe(m.ahora.Dia()))
}

func TestRegla09LaSenaladaNoRecibeNoRespondeNiLee(t *testing.T) {
	m := nueva(t)
	e := entrada()
	e.Clasificacion = &siade.Clasificacion{Tipo: siade.Queja}
	e.Senalado = &siade.Senalado{Area: "dn-prestaciones-medicas", Persona: "Marta Solís", Cuenta: "enf-201"}
	f := m.registra(taod, e)
	rompe(t, m.hace(taod, f, "turnar", siade.Turno{Organo: medicas.Organo, Motivo: "x"}), siade.ReglaSenalado, "body.organo")
	m.debe(taod, f, "turnar", siade.Turno{Organo: "ooad-14", Motivo: "x"})
	marta := area("ooad-14")
	marta.Nombre = "Marta Solís"
	assert.True(t, falla.DeClase(m.hace(marta, f, "responder", responde("no fui")), falla.NoEncontrada))
	marta.Nombre = "marta solis" // another spelling reads, and does no more
	rompe(t, m.hace(marta, f, "responder", responde("no fui")), siade.ReglaSenalado, "body")
	otra := jefa
	otra.Sub = "enf-201"
	assert.True(t, falla.DeClase(m.hace(otra, f, "escalar", siade.Escalamiento{Motivo: "x"}), falla.NoEncontrada))
	m.debe(area("ooad-14"), f, "responder", responde("se investigó"))

	e.Clasificacion = &siade.Clasificacion{Tipo: siade.Reconocimiento}
	g := m.registra(taod, e)
	m.debe(taod, g, "turnar", siade.Turno{Organo: medicas.Organo, Motivo: "para que lo sepa"})
}

func TestRegla09ElAfectadoPuedeSerOtraPersona(t *testing.T) {
	m := nueva(t)
	e := entrada()
	e.Afectado = &siade.DatosAfectado{Nombre: "Luz Prado Ríos", NSS: "12345678903", Parentesco: "hija"}
	f := m.registra(taod, e)
	p := m.ver(f)
	assert.Equal(t, "hija", p.Afectado.Parentesco)
	require.Len(t, m.ultimo[0].Reservados, 2)
	assert.Equal(t, siade.ClaseAfectado, m.ultimo[0].Reservados[1].Clase)
	assert.Equal(t, p.Afectado.Identidad, m.ultimo[0].Reservados[1].Ref)
	assert.Equal(t, "Luz Prado Ríos", e.Afectado.Nombre, "la entrada de quien llama queda entera")
	e.Afectado.NSS = "12345678902"
	rompe(t, m.hace(taod, "", "", e), siade.ReglaNSS, "body.afectado.nss")
}

func TestRegla10LaIdentidadPideAvisoSeGuardaAparteYCaduca(t *testing.T) {
	m := nueva(t)
	e := entrada()
	e.Peticionario.NSS, e.Peticionario.CURP, e.Peticionario.RFC, e.Peticionario.Correo = "92919084431", "boxw310820hnerxn09", "IMS421231I45", "rosa@example.org"
	e.Clasificacion = &siade.Clasificacion{Tipo: siade.Gestion}
	f := m.registra(taod, e)
	todo := string(m.docs[f]) + asJSON(t, m.eventos[f])
	for _, secreto := range []string{"Rosa", "92919084431", "BOXW", "boxw", "IMS421231I45", "rosa@", "3312345678"} {
		assert.NotContains(t, todo, secreto)
	}
	r := m.ultimo[0].Reservados[0]
	assert.Equal(t, "BOXW310820HNERXN09", r.Claves["curp"])
	assert.JSONEq(t, `{"nombre":"Rosa Elena Prado Luna","nss":"92919084431","curp":"BOXW310820HNERXN09","rfc":"IMS421231I45","telefono":"3312345678","correo":"rosa@example.org"}`, string(r.Datos))
	p := m.ver(f)
	assert.Equal(t, r.Ref, p.Peticionario.Identidad)
	assert.True(t, p.Peticionario.Contacto)
	_, hay := p.Retencion()
	assert.False(t, hay, "vive")

	m.debe(taod, f, "responder", siade.Respuesta{Respuesta: "x", EnPersona: true}).debe(taod, f, "cerrar", nil)
	antes, hay := m.ver(f).Retencion()
	require.True(t, hay)
	assert.Equal(t, "2028-03-02", antes.Bloqueo.String())
	assert.Equal(t, "2031-03-02", antes.Supresion.String())
	m.el("2026-03-10").debe(ciudadano, f, "reabrir", motivo("falta"))
	m.debe(taod, f, "responder", siade.Respuesta{Respuesta: "x", EnPersona: true}).debe(taod, f, "cerrar", nil)
	despues, _ := m.ver(f).Retencion()
	assert.Equal(t, antes, despues, "reabrir no la reinicia")
	_, hay = m.ver(m.cierra(anonima(m))).Retencion()
	assert.False(t, hay, "no hay identidad que conservar")
}

func TestRegla10LosDatosSensiblesTienenBase(t *testing.T) {
	m := nueva(t)
	casos := []struct {
		consiente bool
		invoca    siade.BaseSensibles
		base      siade.BaseSensibles
	}{{false, "", siade.EjercicioDerecho}, {true, "", siade.Consentimiento}, {true, siade.Urgencia, siade.Urgencia}}
	for _, c := range casos {
		e := entrada()
		e.Peticionario.Consiente = c.consiente
		e.Clasificacion = &siade.Clasificacion{Tipo: siade.Queja, Sensible: true, Base: c.invoca}
		assert.Equal(t, c.base, m.ver(m.registra(taod, e)).Clasificacion.Base)
	}
}

func TestRegla11UnIdentificadorMaloNoImpideRegistrarYSeAgregaDespues(t *testing.T) {
	m := nueva(t)
	e := entrada()
	e.Peticionario = siade.DatosPeticionario{Tipo: siade.Derechohabiente, CURP: "BOXW310820HNERXN08", NSS: "1", AvisoPrivacidad: "1"}
	err := m.hace(taod, "", "", e)
	rompe(t, err, siade.ReglaCURP, "body.peticionario.curp")
	rompe(t, err, siade.ReglaNSS, "body.peticionario.nss")
	assert.NotContains(t, err.Error(), "BOXW", "nunca se repite lo enviado")
	e.Peticionario = siade.DatosPeticionario{Tipo: siade.Derechohabiente}
	f := m.registra(taod, e)
	m.debe(taod, f, "aportar", identificarse())
	p := m.ver(f)
	assert.NotEmpty(t, p.Peticionario.Identidad)
	require.Len(t, m.ultimo[0].Reservados, 1)
	assert.NotContains(t, asJSON(t, m.eventos[f]), "BOXW")

	e = entrada()
	e.Peticionario.CURP = conSexo(t, "BOXW310820HNERXN09", 'X')
	m.registra(taod, e)
	e.Peticionario.CURP, e.Peticionario.RFC = "", "SIN9311169P8" // in use, its digit is not the one expected
	assert.True(t, m.ver(m.registra(taod, e)).Peticionario.RFCPorVerificar)
	e.Peticionario.RFC = "IMS421231I45"
	assert.False(t, m.ver(m.registra(taod, e)).Peticionario.RFCPorVerificar)
}

// conSexo changes the sex of a CURP and finds the digit that then checks.
func conSexo(t *testing.T, curp string, sexo byte) string {
	b := []byte(curp)
	b[10] = sexo
	for d := byte('0'); d <= '9'; d++ {
		b[17] = d
		m, e := nueva(t), entrada()
		e.Peticionario.CURP = string(b)
		if m.hace(taod, "", "", e) == nil {
			return string(b)
		}
	}
	require.Fail(t, "no digit checks")
	return ""
}

func TestRegla12ElNivelCentralTieneSerieYAlPasarAUnOOADConservaElFolio(t *testing.T) {
	m := nueva(t)
	f := delCentro(m)
	p := m.ver(f)
	assert.Equal(t, doe.NivelCentral, p.OOAD)
	assert.Equal(t, doe.ClaveUnidad("doe-7.1.3.1.1"), p.Unidad)
	assert.Contains(t, f, "SIADE-2026-09-")
	prohibe(t, m.hace(jefa, f, "responder", responde("x")))
	m.debe(atencion, f, "turnar", siade.Turno{Organo: "ooad-14", Motivo: "es de Jalisco"})
	p = m.ver(f)
	assert.Equal(t, f, p.Folio)
	assert.Equal(t, doe.OOAD("14"), p.OOAD)
	assert.Equal(t, doe.CAOOD, p.Unidad)
	assert.Empty(t, m.ultimo[0].Enlaces, "la coordinación tiene cuenta")
	m.debe(taod, f, "aceptar", nil)
	m.debe(taod, f, "devolver", siade.Devolucion{Motivo: "es de Nayarit"})
	p = m.ver(f)
	assert.Equal(t, doe.NivelCentral, p.OOAD)
	assert.Equal(t, doe.ClaveUnidad("doe-7.1.3.1.1"), p.Unidad)

	e := entrada()
	e.OOAD = "36"
	assert.Equal(t, doe.OOAD("39"), m.ver(m.registra(atencion, e)).OOAD)
	e.OOAD = "35"
	assert.Equal(t, doe.CAOOD, m.ver(m.registra(ciudadano, e)).Unidad)
}

func TestRegla13LosArchivosSeAgreganTambienPorQuienPresenta(t *testing.T) {
	m := nueva(t)
	f := m.turnada(siade.Gestion)
	a := tramite.Adjunto{Nombre: "receta.pdf", SHA256: siade.Adjuntar.Ejemplo.SHA256, Tipo: "application/pdf", Bytes: 10}
	m.debe(ciudadano, f, "adjuntar", a).debe(medicas, f, "adjuntar", a).debe(taod, f, "adjuntar", a)
	assert.Len(t, m.ver(f).Adjuntos, 3)
	assert.True(t, falla.DeClase(m.hace(area("ooad-20"), f, "adjuntar", a), falla.NoEncontrada))
	v := m.ver(f).Publica()
	assert.Equal(t, "El Instituto le responderá.", v.Siguiente)
	assert.Equal(t, "2026-03-16", v.Hasta.String())
}

func TestRegla14ProrrogarDesecharYReabrirTomanCoordinarOAtender(t *testing.T) {
	for _, a := range []string{"prorrogar", "desechar", "reabrir"} {
		d, ok := siade.Peticiones.Definicion().Acto(a)
		require.True(t, ok)
		assert.Equal(t, []doe.Facultad{"siade.atencion:coordinar", "siade.atencion:atender"}, d.Facultades)
	}
	m := nueva(t)
	m.debe(jefa, m.de(siade.Gestion), "prorrogar", siade.Prorroga{Dias: 1, Motivo: "x"})
	prohibe(t, m.hace(central("doe-7.1.3.1.4"), m.de(siade.Gestion), "prorrogar", siade.Prorroga{Dias: 1, Motivo: "x"}))
}

func TestRegla15LasPoliticasSePuedenCitar(t *testing.T) {
	_, ok := doe.Vigente().Politica("caood-5.3")
	require.True(t, ok)
	assert.True(t, slices.ContainsFunc(siade.Reglas(), func(r falla.Regla) bool {
		return r.Fuente.Norma == "G000-002-003" && r.Fuente.Lugar == "5.3"
	}))
}

// cierra answers in person and closes.
func (m *mesa) cierra(f string) string {
	m.t.Helper()
	m.debe(taod, f, "responder", siade.Respuesta{Respuesta: "x", EnPersona: true}).debe(taod, f, "cerrar", nil)
	return f
}

func TestElEventoGuardadoSeLeeComoSeEscribio(t *testing.T) {
	m := nueva(t)
	f := m.cerrada()
	var es []tramite.Evento
	require.NoError(t, json.Unmarshal([]byte(asJSON(t, m.eventos[f])), &es))
	r, err := siade.Peticiones.Reproducir(f, es)
	require.NoError(t, err)
	assert.JSONEq(t, string(m.docs[f]), asJSON(t, r))
}
