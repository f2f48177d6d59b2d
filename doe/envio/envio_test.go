package envio_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/envio"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
)

func TestRegla18UnEnvioParaTodosConSuAcuseOLaAlertaDeSuFalta(t *testing.T) {
	b := nuevo(t)
	f := b.enviar(func(e *envio.Alta) { e.Enlace, e.Documentos = true, []string{huella("informe")} }, aJalisco, aNuevoLeon)
	require.Equal(t, 2, b.envio(f).Expediente.Version, "the version that it was")
	require.Len(t, b.Enlaces, 2)
	// One acknowledges by its link, the other one never does.
	b.El("2026-03-04")
	porEnlace := doe.Actor{Sub: "enlace:ooad-14", Nombre: "Por enlace", Organo: b.Enlaces[0].Organo, Rol: b.Enlaces[0].Rol}
	b.hacer(porEnlace, "envios", f, b.Enlaces[0].Acto, envio.Recepcion{Folio: "OP-1"})
	require.Equal(t, envio.Enviado, b.envio(f).Estado)
	// By letter, five working days: Monday 9 March.
	_, err := b.intentar(remitente, "envios", f, "insistir", envio.Exigencia{Destinatario: "ooad-20", Insistencia: envio.Insistencia{Medio: envio.PorCorreo}})
	require.Equal(t, []string{"body.destinatario DOE-ENVIO-10"}, fallas(err))
	b.Amanece("2026-03-09")
	require.Empty(t, b.envio(f).Destinatarios[1].Alertas)
	b.Amanece("2026-03-10")
	require.Len(t, b.envio(f).Destinatarios[1].Alertas, 1)
	_, err = b.intentar(remitente, "envios", f, "concluir-sin-acuse", envio.Renuncia{Destinatario: "ooad-20", SinAcuseDe: envio.SinAcuseDe{Motivo: "No contesta nunca."}})
	require.Equal(t, []string{"body.destinatario DOE-ENVIO-11"}, fallas(err))
	b.hacer(remitente, "envios", f, "insistir", envio.Exigencia{Destinatario: "ooad-20", Insistencia: envio.Insistencia{Medio: envio.PorCorreo}, Enlace: true})
	d, _ := b.envio(f).De("ooad-20")
	require.Equal(t, 2, d.Intento)
	require.Len(t, b.Enlaces, 3)
	// The wait starts anew, and so do the alerts: until Tuesday 17.
	b.Amanece("2026-03-17")
	require.Len(t, b.envio(f).Destinatarios[1].Alertas, 1)
	require.Empty(t, faltantes(b, "2026-03-17", f, "vencido"))
	b.Amanece("2026-03-18")
	require.Len(t, b.envio(f).Destinatarios[1].Alertas, 2)
	b.hacer(remitente, "envios", f, "concluir-sin-acuse", envio.Renuncia{Destinatario: "ooad-20", SinAcuseDe: envio.SinAcuseDe{Motivo: "No contesta nunca."}})
	require.Equal(t, envio.ConcluidoSinAcuse, b.envio(f).Estado)
	// Late is better than never.
	b.El("2026-04-20")
	b.hacer(nuevoLeon, "envios", f, "acusar", envio.Recepcion{})
	require.Equal(t, envio.Concluido, b.envio(f).Estado)
}

// faltantes are those missing of a dispatch on a day; only the overdue ones
// when asked.
func faltantes(b *banco, dia, folio, cuales string) []envio.Faltante {
	var out []envio.Faltante
	for _, x := range envio.Faltantes([]envio.Envio{b.envio(folio)}, fecha.MustParse(dia), plazo.Oficiales()) {
		if cuales != "vencido" || x.Vencido {
			out = append(out, x)
		}
	}
	return out
}

func TestLosAcusesQueFaltanSeListanConLoMasVencidoPrimero(t *testing.T) {
	b := nuevo(t)
	f := b.enviar(nil, aJalisco, aNuevoLeon, aUnidad)
	b.hacer(jalisco, "envios", f, "acusar", envio.Recepcion{})
	b.El("2026-03-05")
	b.hacer(titular("doe-7.1.1"), "envios", f, "devolver", envio.Regreso{Devolucion: envio.Devolucion{Causal: envio.Incompleto, Motivo: "Falta el anexo."}})
	out := faltantes(b, "2026-03-10", f, "")
	require.Len(t, out, 2)
	assert.Equal(t, "ooad-20", out[0].Destinatario)
	assert.Equal(t, fecha.MustParse("2026-03-09"), out[0].Vence)
	assert.True(t, out[0].Vencido)
	assert.Equal(t, envio.DevueltoPor, out[1].Situacion)
	assert.False(t, out[1].Vencido)
}

func TestUnActoQueInformaEnviaConSuMismoFundamento(t *testing.T) {
	b := nuevo(t)
	n := b.nota("informe")
	e := salida(n, aUnidad).Remision
	cs := b.hacer(remitente, "notas", n, "informar", e)
	require.Len(t, cs, 2)
	acto, suceso := cs[0].Eventos[0], cs[1].Eventos[0]
	require.Equal(t, doe.Facultad("doe.programa:informar"), acto.Fundamento.Facultad)
	derivado := acto.Fundamento
	derivado.Derivado = true
	require.Equal(t, derivado, suceso.Fundamento, "it rests on the act that ordered it")
	require.Equal(t, "informar", suceso.Por)
	require.Equal(t, remitente.Unidad, suceso.Unidad)
	r := cs[1].Registro.(*envio.Envio)
	require.Equal(t, cs[0].Registro.Cabeza().Version, r.Expediente.Version, "the version that the act left")
	require.Equal(t, remitente.Unidad, r.Unidad)
	// Whoever only holds that facultad may not send by itself.
	sinCorrespondencia := titular("doe-7.1.1.1.1")
	_, err := b.intentar(sinCorrespondencia, "envios", "", "", salida(n, aUnidad))
	require.Equal(t, falla.Prohibida, clase(err))
	// And acknowledging needs the recipient.
	_, err = b.intentar(remitente, "envios", r.Folio, "acusar", envio.Recepcion{})
	require.Equal(t, falla.Prohibida, clase(err))
	b.hacer(titular("doe-7.1.1"), "envios", r.Folio, "acusar", envio.Recepcion{})
	require.Equal(t, envio.Concluido, b.envio(r.Folio).Estado)
}

func TestLasFaltasDeLoQueUnActoEnviaSeDicenEnElActo(t *testing.T) {
	b := nuevo(t)
	n := b.nota("informe")
	e := salida(n, aUnidad, envio.A(doe.Destino{Organo: "ooad-99"})).Remision
	e.Oficio = nil
	_, err := b.intentar(remitente, "notas", n, "informar", e)
	require.Equal(t, []string{"body.oficio DOE-ENVIO-05", "body.para[1] DOE-ENVIO-03"}, fallas(err))
}

func TestCadaCoordinacionRegionalAcusaLoSuyo(t *testing.T) {
	b := nuevo(t)
	f := b.enviar(nil, envio.A(doe.Destino{Unidad: doe.CAOOD, OOAD: "14"}), envio.A(doe.Destino{Unidad: doe.CAOOD, OOAD: "20"}))
	e := b.envio(f)
	ficha := envio.Envios.Ficha(&e)
	require.Contains(t, ficha.Partes, tramite.Parte{Rol: "unidad", Organo: "caood-7.1@14"})
	c := b.Contexto(caood("14"))
	require.Equal(t, ficha.Partes[1], envio.Envios.Vista(&c).Partes[0])
	require.Equal(t, tramite.Permitido, envio.Envios.Acceso(&e, &c))
	_, err := b.intentar(caood("15"), "envios", f, "acusar", envio.Recepcion{})
	require.Equal(t, falla.Prohibida, clase(err))
	b.hacer(caood("20"), "envios", f, "acusar", envio.Recepcion{})
	d, _ := b.envio(f).De("caood-7.1@20")
	require.Equal(t, envio.Acusado, d.Situacion)
	_, err = b.intentar(caood("20"), "envios", f, "acusar", envio.Recepcion{})
	require.Equal(t, []string{"body DOE-ENVIO-09"}, fallas(err), "once")
	b.hacer(caood("14"), "envios", f, "acusar", envio.Recepcion{})
	require.Equal(t, envio.Concluido, b.envio(f).Estado)
}

func TestLoDevueltoSeReenviaAQuienCompete(t *testing.T) {
	b := nuevo(t)
	f := b.enviar(nil, aJalisco, envio.Destino{Persona: &envio.Persona{Nombre: "Presidencia"}})
	b.hacer(jalisco, "envios", f, "devolver", envio.Regreso{Devolucion: envio.Devolucion{Causal: envio.NoCompete, Motivo: "Es de otro.", Compete: "ooad-20"}})
	require.Equal(t, envio.Devuelto, b.envio(f).Estado)
	b.hacer(remitente, "envios", f, "registrar-devolucion", envio.CapturaRegreso{Destinatario: "persona-2", Devolucion: envio.Devolucion{Causal: envio.SinDomicilio, Motivo: "No existe el domicilio."}})
	b.hacer(remitente, "envios", f, "reenviar", envio.Reenvio{Destinatario: "ooad-14", Medio: envio.PorCorreo, A: &aNuevoLeon})
	b.hacer(remitente, "envios", f, "reenviar", envio.Reenvio{Destinatario: "persona-2", Medio: envio.PorMensajeria, Direccion: "Congreso 1"})
	r := b.envio(f)
	require.Equal(t, envio.Enviado, r.Estado)
	uno, _ := r.De("ooad-14")
	require.Equal(t, "ooad-20", uno.En)
	b.hacer(nuevoLeon, "envios", f, "acusar", envio.Recepcion{})
	b.hacer(remitente, "envios", f, "abrir-enlace", envio.Apertura{Destinatario: "persona-2"})
	persona := doe.Actor{Sub: "enlace", Nombre: "Por enlace", Organo: b.Enlaces[0].Organo, Rol: b.Enlaces[0].Rol}
	b.hacer(persona, "envios", f, "acusar", envio.Recepcion{})
	require.Equal(t, envio.Concluido, b.envio(f).Estado)
	for _, k := range b.envio(f).Relojes {
		require.False(t, k.Corre())
	}
}

func TestElAcuseDeUnOficioEsSuCopiaSellada(t *testing.T) {
	b := nuevo(t)
	f := b.enviar(nil, aJalisco)
	e := envio.Captura{Destinatario: "ooad-14", Acuse: envio.Acuse{Fecha: fecha.MustParse("2026-03-03"), Folio: "0815"}}
	b.El("2026-03-04")
	_, err := b.intentar(remitente, "envios", f, "registrar-acuse", e)
	require.Equal(t, []string{"body.sha256 DOE-ENVIO-08"}, fallas(err))
	b.hacer(remitente, "envios", f, "adjuntar", tramite.Adjunto{Nombre: "acuse.pdf", SHA256: huella("sello"), Tipo: "application/pdf", Bytes: 10})
	e.SHA256 = huella("sello")
	e.Fecha = fecha.MustParse("2026-02-27")
	_, err = b.intentar(remitente, "envios", f, "registrar-acuse", e)
	require.Equal(t, []string{"body.fecha DOE-ENVIO-07"}, fallas(err))
	e.Fecha = fecha.MustParse("2026-03-05")
	_, err = b.intentar(remitente, "envios", f, "registrar-acuse", e)
	require.Equal(t, []string{"body.fecha DOE-ENVIO-06"}, fallas(err))
	e.Fecha = fecha.MustParse("2026-03-03")
	b.hacer(remitente, "envios", f, "registrar-acuse", e)
	require.Equal(t, envio.Concluido, b.envio(f).Estado)
	// By mail the answer is enough.
	f = b.enviar(func(e *envio.Alta) { e.Medio, e.Oficio = envio.PorCorreo, nil }, aJalisco)
	e.SHA256, e.Fecha = "", fecha.MustParse("2026-03-04")
	b.hacer(remitente, "envios", f, "registrar-acuse", e)
}

func TestTodasLasFaltasDeUnEnvioSeDicenALaVez(t *testing.T) {
	b := nuevo(t)
	e := salida("NOT-2026-09-9999999-X", aUnidad, aUnidad, envio.Destino{}, envio.A(doe.Destino{Unidad: doe.CAOOD}), envio.A(doe.Destino{Unidad: "doe-7.1.2", OOAD: "14"}),
		envio.A(doe.Destino{Unidad: remitente.Unidad}), envio.Destino{Destino: doe.Destino{Organo: "ooad-14"}, Persona: &envio.Persona{Nombre: "Alguien"}})
	e.Oficio.Fecha = fecha.MustParse("2026-03-03")
	e.Copias = []envio.Destino{envio.A(doe.Destino{Unidad: "doe-9.9"})}
	personal := remitente
	personal.Puesto = doe.Personal
	_, err := b.intentar(personal, "envios", "", "", e)
	require.Equal(t, []string{
		"body.copias[0] DOE-ENVIO-03", "body.expediente DOE-ENVIO-01", "body.firmante DOE-ENVIO-05", "body.oficio.fecha DOE-ENVIO-06",
		"body.para[1] DOE-ENVIO-04", "body.para[2] DOE-ENVIO-03", "body.para[3] DOE-ENVIO-03", "body.para[4] DOE-ENVIO-03",
		"body.para[5] DOE-ENVIO-04", "body.para[6] DOE-ENVIO-03",
	}, fallas(err))
	n := b.nota("informe")
	e = salida(n, aUnidad)
	e.Expediente.Version, e.Documentos = 3, []string{huella("otro")}
	_, err = b.intentar(remitente, "envios", "", "", e)
	require.Equal(t, []string{"body.expediente DOE-ENVIO-01"}, fallas(err))
	e.Expediente.Version = 1
	_, err = b.intentar(remitente, "envios", "", "", e)
	require.Equal(t, []string{"body.documentos[0] DOE-ENVIO-02"}, fallas(err))
}

func TestNadieEnviaLoQueNoPuedeLeer(t *testing.T) {
	b := nuevo(t)
	n := b.hacer(remitente, "notas", "", "", alta{"secreta"})[0].Registro.Cabeza().Folio
	aviso := salida(n, aUnidad).Remision
	aviso.Medio, aviso.Oficio = envio.PorSistema, nil
	b.hacer(doe.Reloj(), "notas", n, "avisar", aviso)
	f := b.Folios("envios")[0]
	e := b.envio(f)
	require.True(t, e.Reservado, "a dispatch is no more public than its record")
	require.Equal(t, remitente.Unidad, e.Unidad, "who keeps the record sends")
	for _, q := range []struct {
		quien  doe.Actor
		acceso tramite.Acceso
	}{{remitente, tramite.Permitido}, {titular("doe-7.1.1"), tramite.Permitido}, {titular("doe-7.1.3"), tramite.Oculto}} {
		c := b.Contexto(q.quien)
		require.Equal(t, q.acceso, envio.Envios.Acceso(&e, &c), q.quien.Unidad)
	}
	_, err := b.intentar(remitente, "envios", "", "", salida(n, aUnidad))
	require.Equal(t, []string{"body.expediente DOE-ENVIO-01"}, fallas(err), "as if there were none")
}

func TestSePuedeRetirarLoQueNadieAcuso(t *testing.T) {
	b := nuevo(t)
	f := b.enviar(nil, aJalisco, aNuevoLeon)
	b.hacer(remitente, "envios", f, "retirar", tramite.Retiro{Motivo: "Por error"})
	require.Empty(t, faltantes(b, "2026-04-01", f, ""))
	f = b.enviar(func(e *envio.Alta) { e.Oficio.Numero = "09/2" }, aJalisco, aNuevoLeon)
	b.hacer(jalisco, "envios", f, "acusar", envio.Recepcion{})
	_, err := b.intentar(remitente, "envios", f, "retirar", tramite.Retiro{Motivo: "Por error"})
	require.Equal(t, []string{"body DOE-ENVIO-13"}, fallas(err))
	_, err = b.intentar(jalisco, "envios", f, "devolver", envio.Regreso{Devolucion: envio.Devolucion{Causal: envio.Repetido, Motivo: "Ya lo tenía."}})
	require.Equal(t, []string{"body DOE-ENVIO-09"}, fallas(err))
}

func TestLaCausalDiceACorrespondeSoloSiNoCompete(t *testing.T) {
	b := nuevo(t)
	f := b.enviar(nil, aJalisco)
	for _, v := range []envio.Devolucion{
		{Causal: envio.Ilegible, Motivo: "No abre.", Compete: "ooad-20"},
		{Causal: envio.NoCompete, Motivo: "No es.", Compete: "ooad-14"},
		{Causal: envio.NoCompete, Motivo: "No es.", Compete: "nadie"},
	} {
		_, err := b.intentar(jalisco, "envios", f, "devolver", envio.Regreso{Devolucion: v})
		require.Equal(t, []string{"body.compete DOE-ENVIO-12"}, fallas(err))
	}
}

func TestUnaContraparteNoVeComoVaConLasDemas(t *testing.T) {
	b := nuevo(t)
	f := b.enviar(nil, aJalisco, aNuevoLeon)
	e := b.envio(f)
	visto, _ := prueba.Ve(t, envio.Envios, &e, jalisco)
	require.Len(t, visto.Destinatarios, 1)
	require.Equal(t, "ooad-14", visto.Destinatarios[0].Clave)
	require.Empty(t, visto.Relojes)
}

func TestLasUnidadesNoAcusanPorEnlace(t *testing.T) {
	b := nuevo(t)
	f := b.enviar(func(e *envio.Alta) { e.Enlace = true }, aUnidad)
	require.Empty(t, b.Enlaces)
	_, err := b.intentar(remitente, "envios", f, "abrir-enlace", envio.Apertura{Destinatario: "doe-7.1.1"})
	require.Equal(t, []string{"body.destinatario DOE-ENVIO-16"}, fallas(err))
}

func TestVocabulariosYReglas(t *testing.T) {
	for _, m := range envio.Medios() {
		_, ok := envio.Terminos().De(string(m.Clave), fecha.MustParse("2026-03-02"))
		assert.True(t, ok, "%s has a wait", m.Clave)
	}
	for _, tabla := range [][]string{envio.Medios().Claves(), envio.Situaciones().Claves(), envio.Causales().Claves()} {
		assert.Len(t, tabla, 5)
	}
	for i, r := range envio.Reglas() {
		assert.Equal(t, i+1, numero(t, r.Codigo))
		assert.False(t, r.Fuente.IsZero(), r.Codigo)
	}
}

func TestPropiedades(t *testing.T) {
	e := salida("NOT-2026-09-0000001-X", aJalisco, aUnidad, envio.A(doe.Destino{Unidad: doe.CAOOD, OOAD: "14"}), envio.Destino{Persona: &envio.Persona{Nombre: "P"}})
	e.Firmante = &envio.Firmante{Nombre: "N", Cargo: "C"}
	uno := e
	uno.Oficio, uno.Medio, uno.Para = nil, envio.PorSistema, []envio.Destino{aJalisco}
	prueba.Propiedades(t, envio.Envios, prueba.Opciones{
		Otros:   []tramite.Cualquiera{notas},
		Previos: map[string]tramite.Registro{"notas/NOT-2026-09-0000001-X": &nota{Cabecera: tramite.Cabecera{Folio: "NOT-2026-09-0000001-X", Version: 2, Estado: "abierta", Unidad: remitente.Unidad, OOAD: "09"}}},
		Actores: []doe.Actor{caood("14"), {Sub: "p", Nombre: "P", Organo: "persona-4", Rol: doe.Area}},
		Entradas: map[string][]any{
			"enviar":               {e, uno, uno},
			"insistir":             {envio.Exigencia{Destinatario: "doe-7.1.1", Insistencia: envio.Insistencia{Medio: envio.PorCorreo}}},
			"concluir-sin-acuse":   {envio.Renuncia{Destinatario: "doe-7.1.1", SinAcuseDe: envio.SinAcuseDe{Motivo: "No contestó nunca."}}},
			"registrar-acuse":      {envio.Captura{Destinatario: "caood-7.1@14", Acuse: envio.Acuse{Fecha: fecha.MustParse("2026-03-20"), Folio: "1"}}},
			"registrar-devolucion": {envio.CapturaRegreso{Destinatario: "ooad-14", Devolucion: envio.Devolucion{Causal: envio.Ilegible, Motivo: "No abre."}}},
			"reenviar":             {envio.Reenvio{Destinatario: "ooad-14", Medio: envio.PorCorreo}},
		},
	})
}
