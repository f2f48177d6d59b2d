package siade_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/identificador"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/version"
	"github.com/operacion-abierta/operacion/siade"
	"github.com/operacion-abierta/operacion/siade/plantilla"
)

// ensayo breaks a rule and then keeps it.
type ensayo struct {
	regla falla.Regla
	lugar string
	mal   func(m *mesa) error
	bien  func(m *mesa) error
}

// con registers with a change in the input.
func con(a doe.Actor, cambia func(*siade.Registro)) func(*mesa) error {
	return func(m *mesa) error {
		e := entrada()
		cambia(&e)
		return m.hace(a, "", "", e)
	}
}

// sobre does an act on a petition that is made for it.
func sobre(hacer func(*mesa) string, a doe.Actor, acto string, entrada any) func(*mesa) error {
	return func(m *mesa) error { return m.hace(a, hacer(m), acto, entrada) }
}

func tipo(t siade.Tipo) func(*mesa) string  { return func(m *mesa) string { return m.de(t) } }
func turno(t siade.Tipo) func(*mesa) string { return func(m *mesa) string { return m.turnada(t) } }
func cerrada(m *mesa) string                { return m.cerrada() }
func sensible(m *mesa) string {
	return m.clasificada(siade.Clasificacion{Tipo: siade.Queja, Sensible: true})
}
func motivo(s string) siade.Motivo { return siade.Motivo{Motivo: s} }
func prevencion(dias int) siade.Prevencion {
	return siade.Prevencion{Motivo: "falta el lugar", Dias: dias}
}
func responde(s string) siade.Respuesta { return siade.Respuesta{Respuesta: s} }
func gestion(s func(m *mesa, f string)) func(*mesa) string {
	return func(m *mesa) string {
		f := m.de(siade.Gestion)
		s(m, f)
		return f
	}
}

// anonima is a management that nobody signed.
func anonima(m *mesa) string {
	e := entrada()
	e.Peticionario = siade.DatosPeticionario{Tipo: siade.PoblacionUsuaria, Anonimo: true}
	e.Clasificacion = &siade.Clasificacion{Tipo: siade.Gestion}
	return m.registra(taod, e)
}

func prorrogada(m *mesa, f string) {
	m.debe(jefa, f, "prorrogar", siade.Prorroga{Dias: 5, Motivo: "falta un dictamen"})
}

func prevenida(dias int) func(*mesa, string) {
	return func(m *mesa, f string) { m.debe(jefa, f, "prevenir", prevencion(dias)) }
}

func duplicada(m *mesa) (string, siade.Acumulacion) {
	otra := m.de(siade.Gestion)
	return m.de(siade.Gestion), siade.Acumulacion{Folio: otra}
}

func observada(m *mesa, f string) {
	m.debe(control, f, "observar", siade.Observacion{Defecto: siade.Faltante, Detalle: "falta el servicio", Dias: 3})
}

func pruebas() []ensayo {
	P := func(r falla.Regla, lugar string, mal, bien func(*mesa) error) ensayo {
		return ensayo{r, lugar, mal, bien}
	}
	cualquiera := con(taod, func(*siade.Registro) {})
	return []ensayo{
		P(siade.ReglaOtroOOAD, "body.ooad", con(taod, func(e *siade.Registro) { e.OOAD = "15" }), con(taod, func(e *siade.Registro) { e.OOAD = "14" })),
		P(siade.ReglaSinOOAD, "body.ooad", con(atencion, func(*siade.Registro) {}), con(atencion, func(e *siade.Registro) { e.OOAD = "09" })),
		P(siade.ReglaRecibida, "body.recibida", con(taod, func(e *siade.Registro) {
			e.Recibida, e.FechaHechos = fecha.MustParse("2026-02-26"), fecha.MustParse("2026-02-27")
		}),
			con(taod, func(e *siade.Registro) {
				e.Recibida, e.FechaHechos = fecha.MustParse("2026-02-27"), fecha.MustParse("2026-02-27")
			})),
		P(siade.ReglaHechos, "body.fecha_hechos", con(taod, func(e *siade.Registro) { e.FechaHechos = fecha.MustParse("2026-03-03") }),
			con(taod, func(e *siade.Registro) { e.FechaHechos = fecha.MustParse("2026-03-02") })),
		P(siade.ReglaEnBlanco, "body.relato", con(taod, func(e *siade.Registro) { e.Relato = " \n\t " }), con(taod, func(e *siade.Registro) { e.Relato = "a" })),
		P(siade.ReglaUnidadServicio, "body.unidad_servicio", con(taod, func(e *siade.Registro) { e.UnidadServicio = "UMF 3" }),
			con(taod, func(e *siade.Registro) { e.UnidadServicio = "14DL1416A0" })),
		P(siade.ReglaAnonimo, "body.peticionario.anonimo", con(taod, func(e *siade.Registro) { e.Peticionario.Anonimo = true }),
			func(m *mesa) error { anonima(m); return nil }),
		P(siade.ReglaAviso, "body.peticionario.aviso_privacidad", con(taod, func(e *siade.Registro) { e.Peticionario.AvisoPrivacidad = "" }), cualquiera),
		P(siade.ReglaNSS, "body.peticionario.nss", con(taod, func(e *siade.Registro) { e.Peticionario.NSS = "12345678902" }),
			con(taod, func(e *siade.Registro) { e.Peticionario.NSS = "12345678903" })),
		P(siade.ReglaCURP, "body.peticionario.curp", con(taod, func(e *siade.Registro) { e.Peticionario.CURP = "BOXW310820HNERXN08" }),
			con(taod, func(e *siade.Registro) { e.Peticionario.CURP = "BOXW310820HNERXN09" })),
		P(siade.ReglaRFC, "body.peticionario.rfc", con(taod, func(e *siade.Registro) { e.Peticionario.RFC = "NO-ES-UN-RFC" }),
			con(taod, func(e *siade.Registro) { e.Peticionario.RFC = "VACE460910SX6" })),
		P(siade.ReglaSinClasificacion, "body.atencion_inmediata", con(taod, func(e *siade.Registro) { e.AtencionInmediata = &siade.AtencionInmediata{Respuesta: "ya"} }), conAtencion(siade.Orientacion)),
		P(siade.ReglaNoAlContacto, "body.atencion_inmediata", conAtencion(siade.Queja), conAtencion(siade.Gestion)),
		P(siade.ReglaNoCiudadano, "body.clasificacion", con(ciudadano, func(e *siade.Registro) { e.OOAD, e.Clasificacion = "14", &siade.Clasificacion{Tipo: siade.Queja} }),
			con(ciudadano, func(e *siade.Registro) { e.OOAD = "14" })),
		P(siade.ReglaCodigo, "body.clasificacion.tema", con(taod, func(e *siade.Registro) { e.Clasificacion = &siade.Clasificacion{Tipo: siade.Queja, Tema: "<b>"} }),
			con(taod, func(e *siade.Registro) {
				e.Clasificacion = &siade.Clasificacion{Tipo: siade.Queja, Tema: "trato-digno"}
			})),
		P(siade.ReglaSinSensible, "body.clasificacion.sensibilidad", con(taod, func(e *siade.Registro) {
			e.Clasificacion = &siade.Clasificacion{Tipo: siade.Queja, Sensibilidad: siade.Violencia}
		}), con(taod, func(e *siade.Registro) {
			e.Clasificacion = &siade.Clasificacion{Tipo: siade.Queja, Sensible: true, Sensibilidad: siade.Violencia}
		})),
		P(siade.ReglaQuitarReserva, "body.sensible", func(m *mesa) error {
			f := sensible(m)
			m.debe(jefa, f, "asignar", siade.Asignacion{Responsable: taod.Sub})
			return m.hace(taod, f, "reclasificar", siade.Reclasificacion{Clasificacion: siade.Clasificacion{Tipo: siade.Queja}})
		}, sobre(sensible, jefa, "reclasificar", siade.Reclasificacion{Clasificacion: siade.Clasificacion{Tipo: siade.Queja}})),
		P(siade.ReglaReclasificarCerrada, "body.tipo", func(m *mesa) error {
			require.NoError(m.t, conAtencion(siade.Gestion)(m))
			return m.hace(taod, m.ultimo[0].Registro.Cabeza().Folio, "reclasificar", siade.Reclasificacion{Clasificacion: siade.Clasificacion{Tipo: siade.Queja}})
		}, func(m *mesa) error {
			require.NoError(m.t, conAtencion(siade.Gestion)(m))
			return m.hace(taod, m.ultimo[0].Registro.Cabeza().Folio, "reclasificar", siade.Reclasificacion{Clasificacion: siade.Clasificacion{Tipo: siade.Orientacion}})
		}),
		P(siade.ReglaProrrogaMayor, "body.tipo", sobre(gestion(prorrogada), taod, "reclasificar", siade.Reclasificacion{Clasificacion: siade.Clasificacion{Tipo: siade.Orientacion}}),
			sobre(gestion(prorrogada), taod, "reclasificar", siade.Reclasificacion{Clasificacion: siade.Clasificacion{Tipo: siade.Queja}})),
		P(siade.ReglaSinDestino, "body", sobre(tipo(siade.Gestion), taod, "turnar", siade.Turno{Motivo: "x"}), sobre(tipo(siade.Gestion), taod, "turnar", siade.Turno{Unidad: "doe-7.1.3.1.2", Motivo: "x"})),
		P(siade.ReglaUnidadNoAtiende, "body.unidad", sobre(tipo(siade.Gestion), taod, "turnar", siade.Turno{Unidad: "doe-7.1.1", Motivo: "x"}),
			sobre(tipo(siade.Gestion), taod, "turnar", siade.Turno{Unidad: doe.CAOOD, Motivo: "x"})),
		P(siade.ReglaOrganoDesconocido, "body.organo", sobre(tipo(siade.Gestion), taod, "turnar", siade.Turno{Organo: "dn-inventada", Motivo: "x"}),
			sobre(tipo(siade.Gestion), taod, "turnar", siade.Turno{Organo: "ooad-14", Motivo: "x"})),
		P(siade.ReglaUnidadSinOOAD, "body.unidad", sobre(delCentro, atencion, "turnar", siade.Turno{Unidad: doe.CAOOD, Motivo: "x"}),
			sobre(delCentro, atencion, "turnar", siade.Turno{Organo: "ooad-20", Motivo: "x"})),
		P(siade.ReglaSenalado, "body.responsable", sobre(tipo(siade.Queja), jefa, "asignar", siade.Asignacion{Responsable: "e", Nombre: "MARTA SOLIS"}),
			sobre(tipo(siade.Queja), jefa, "asignar", siade.Asignacion{Responsable: "e", Nombre: "Otra Persona"})),
		P(siade.ReglaSinSenalado, "body", func(m *mesa) error {
			e := entrada()
			e.Clasificacion = &siade.Clasificacion{Tipo: siade.Reconocimiento}
			return m.hace(taod, m.registra(taod, e), "turnar", siade.Turno{Organo: "ooad-14", Motivo: "x"})
		}, sobre(tipo(siade.Reconocimiento), taod, "turnar", siade.Turno{Organo: "ooad-14", Motivo: "x"})),
		P(siade.ReglaNoTurnada, "body", sobre(turno(siade.Queja), taod, "aceptar", nil), sobre(turno(siade.Queja), medicas, "aceptar", nil)),
		P(siade.ReglaRespondeArea, "body.oficio", sobre(turno(siade.Queja), taod, "responder", responde("x")),
			sobre(turno(siade.Queja), taod, "responder", siade.Respuesta{Respuesta: "x", Oficio: "DPM/1/2026"})),
		P(siade.ReglaSinTurno, "body", sobre(tipo(siade.Queja), taod, "responder", responde("x")), sobre(turno(siade.Queja), medicas, "responder", responde("x"))),
		P(siade.ReglaSinAnalisis, "body.analisis", sobre(tipo(siade.Sugerencia), taod, "responder", responde("gracias")),
			sobre(tipo(siade.Sugerencia), taod, "responder", siade.Respuesta{Respuesta: "gracias", Analisis: "es viable"})),
		P(siade.ReglaEnPersonaArea, "body.en_persona", sobre(turno(siade.Gestion), medicas, "responder", siade.Respuesta{Respuesta: "x", EnPersona: true}),
			sobre(turno(siade.Gestion), taod, "responder", siade.Respuesta{Respuesta: "x", EnPersona: true})),
		P(siade.ReglaYaRequerido, "body.a", func(m *mesa) error {
			f := m.turnada(siade.Gestion)
			m.debe(taod, f, "requerir", siade.Requerimiento{A: siade.AArea, Solicitud: "s", Dias: 3})
			return m.hace(taod, f, "requerir", siade.Requerimiento{A: siade.AArea, Solicitud: "s", Dias: 3})
		}, sobre(turno(siade.Gestion), taod, "requerir", siade.Requerimiento{A: siade.AArea, Solicitud: "s", Dias: 3})),
		P(siade.ReglaSinArea, "body.a", sobre(tipo(siade.Gestion), taod, "requerir", siade.Requerimiento{A: siade.AArea, Solicitud: "s", Dias: 3}),
			sobre(tipo(siade.Gestion), taod, "requerir", siade.Requerimiento{A: siade.APeticionario, Solicitud: "s", Dias: 3})),
		P(siade.ReglaAporteVacio, "body", sobre(tipo(siade.Gestion), ciudadano, "aportar", siade.Aporte{}), sobre(tipo(siade.Gestion), ciudadano, "aportar", siade.Aporte{Texto: "más"})),
		P(siade.ReglaYaIdentificada, "body.peticionario", sobre(tipo(siade.Gestion), taod, "aportar", identificarse()), sobre(anonima, taod, "aportar", identificarse())),
		P(siade.ReglaPrevencionUnica, "body", func(m *mesa) error {
			f := gestion(prevenida(5))(m)
			m.debe(ciudadano, f, "desahogar", siade.Desahogo{Texto: "aquí"})
			return m.hace(jefa, f, "prevenir", prevencion(5))
		}, sobre(tipo(siade.Gestion), jefa, "prevenir", prevencion(5))),
		P(siade.ReglaDesahogoCorto, "body.dias", sobre(tipo(siade.Gestion), jefa, "prevenir", prevencion(4)), sobre(tipo(siade.Gestion), jefa, "prevenir", prevencion(5))),
		P(siade.ReglaFechaAviso, "body.fecha", sobre(tipo(siade.Gestion), taod, "acusar", siade.NotaAviso{Medio: siade.PorTelefono, Fecha: fecha.MustParse("2026-03-03")}),
			sobre(tipo(siade.Gestion), taod, "acusar", siade.NotaAviso{Medio: siade.PorTelefono, Fecha: fecha.MustParse("2026-03-02")})),
		P(siade.ReglaSinContacto, "body.medio", sobre(anonima, taod, "acusar", siade.NotaAviso{Medio: siade.PorCorreo}), sobre(anonima, taod, "acusar", siade.NotaAviso{Medio: siade.PorPortal})),
		P(siade.ReglaProrrogaExcede, "body.dias", sobre(tipo(siade.Gestion), jefa, "prorrogar", siade.Prorroga{Dias: 6, Motivo: "x"}), sobre(tipo(siade.Gestion), jefa, "prorrogar", siade.Prorroga{Dias: 5, Motivo: "x"})),
		P(siade.ReglaProrrogaTardia, "body", func(m *mesa) error {
			f := m.de(siade.Gestion) // ten working days: until 16 March
			return m.el("2026-03-17").hace(jefa, f, "prorrogar", siade.Prorroga{Dias: 1, Motivo: "x"})
		}, func(m *mesa) error {
			f := m.de(siade.Gestion)
			return m.el("2026-03-16").hace(jefa, f, "prorrogar", siade.Prorroga{Dias: 1, Motivo: "x"})
		}),
		P(siade.ReglaProrrogaTope, "body.dias", prorrogarSuspendida(true), prorrogarSuspendida(false)),
		P(siade.ReglaSinNotificar, "body", func(m *mesa) error {
			f := m.de(siade.Gestion)
			return m.debe(taod, f, "responder", responde("x")).hace(taod, f, "cerrar", nil)
		}, func(m *mesa) error {
			f := m.de(siade.Gestion)
			m.debe(taod, f, "responder", responde("x")).debe(taod, f, "notificar", siade.NotaAviso{Medio: siade.PorTelefono})
			return m.hace(taod, f, "cerrar", nil)
		}),
		P(siade.ReglaYaCalificada, "body", func(m *mesa) error {
			f := m.cerrada()
			return m.debe(ciudadano, f, "calificar", siade.Opinion{Calificacion: 5}).hace(ciudadano, f, "calificar", siade.Opinion{Calificacion: 1})
		}, sobre(cerrada, ciudadano, "calificar", siade.Opinion{Calificacion: 5})),
		P(siade.ReglaFueraDeVentana, "body", func(m *mesa) error {
			f := m.cerrada() // fifteen working days: until 23 March
			return m.el("2026-03-24").hace(ciudadano, f, "reabrir", motivo("falta"))
		}, func(m *mesa) error {
			f := m.cerrada()
			return m.el("2026-03-23").hace(ciudadano, f, "reabrir", motivo("falta"))
		}),
		P(siade.ReglaCanalizaOOAD, "body.organo", sobre(tipo(siade.Gestion), jefa, "canalizar", siade.Canalizacion{Organo: "ooad-20", Motivo: "x"}),
			sobre(tipo(siade.Gestion), jefa, "canalizar", siade.Canalizacion{Organo: "federal-conamed", Motivo: "x"})),
		P(siade.ReglaExigeIdentidad, "body.organo", sobre(anonima, jefa, "canalizar", siade.Canalizacion{Organo: "federal-cndh", Motivo: "x"}),
			sobre(anonima, jefa, "canalizar", siade.Canalizacion{Organo: "organo-interno-de-control", Motivo: "x"})),
		P(siade.ReglaFolioInvalido, "body.folio", sobre(tipo(siade.Gestion), taod, "acumular", siade.Acumulacion{Folio: "SIADE-2026-14-0000001-Z"}), acumular(nil)),
		P(siade.ReglaFolioPropio, "body.folio", func(m *mesa) error {
			f := m.de(siade.Gestion)
			return m.hace(taod, f, "acumular", siade.Acumulacion{Folio: f})
		}, acumular(nil)),
		P(siade.ReglaFolioInexistente, "body.folio", sobre(tipo(siade.Gestion), taod, "acumular", siade.Acumulacion{Folio: identificador.FolioPartes{Prefijo: "SIADE", Anio: 2026, OOAD: "14", Numero: 999}.String()}), acumular(nil)),
		P(siade.ReglaFolioConcluido, "body.folio", acumular(func(m *mesa, otra string) { m.debe(ciudadano, otra, "desistir", motivo("ya")) }), acumular(nil)),
		P(siade.ReglaDesisteQuien, "body", sobre(sensible, jefa, "desistir", motivo("x")), sobre(sensible, ciudadano, "desistir", motivo("x"))),
		P(siade.ReglaCausalSinPrevencion, "body.causal", sobre(tipo(siade.Gestion), jefa, "desechar", siade.Desechamiento{Causal: siade.NoDesahogada, Motivo: "x"}), desechar("2026-03-02", siade.Gestion)),
		P(siade.ReglaCausalInoportuna, "body.causal", desechar("2026-03-09", siade.Gestion), desechar("2026-03-06", siade.Gestion)),
		P(siade.ReglaCausalCamino, "body.causal", desechar("2026-03-02", siade.Queja), desechar("2026-03-02", siade.Orientacion)),
		P(siade.ReglaTope, "body", func(m *mesa) error {
			f := m.de(siade.Gestion)
			for range 4 {
				m.debe(jefa, f, "escalar", siade.Escalamiento{Motivo: "x"})
			}
			return m.hace(jefa, f, "escalar", siade.Escalamiento{Motivo: "x"})
		}, sobre(tipo(siade.Gestion), jefa, "escalar", siade.Escalamiento{Motivo: "x"})),
		P(siade.ReglaObservacionInexistente, "body.clave", sobre(gestion(observada), taod, "subsanar", siade.Subsanacion{Clave: 2, Correccion: "x"}),
			sobre(gestion(observada), taod, "subsanar", siade.Subsanacion{Clave: 1, Correccion: "x"})),
		P(siade.ReglaSinSilencio, "body", constancia("2026-06-02"), constancia("2026-06-03")),
		P(siade.ReglaYaConstancia, "body", func(m *mesa) error {
			f := m.de(siade.Gestion)
			m.el("2026-06-03").debe(ciudadano, f, "constancia-silencio", nil)
			return m.hace(ciudadano, f, "constancia-silencio", nil)
		}, constancia("2026-06-03")),
		P(siade.ReglaSinConstancia, "body", sobre(tipo(siade.Gestion), jefa, "expedir-constancia", siade.Expedicion{Oficio: "1"}), func(m *mesa) error {
			f := m.de(siade.Gestion)
			m.el("2026-06-03").debe(ciudadano, f, "constancia-silencio", nil)
			return m.hace(jefa, f, "expedir-constancia", siade.Expedicion{Oficio: "1"})
		}),
		P(siade.ReglaYaAcusada, "body", func(m *mesa) error {
			f := m.de(siade.Gestion)
			return m.debe(taod, f, "acusar", siade.NotaAviso{Medio: siade.PorPortal}).hace(taod, f, "acusar", siade.NotaAviso{Medio: siade.PorPortal})
		}, sobre(tipo(siade.Gestion), taod, "acusar", siade.NotaAviso{Medio: siade.PorPortal})),
		P(siade.ReglaCustodia, "body", func(m *mesa) error {
			f := sensible(m)
			m.debe(jefa, f, "asignar", siade.Asignacion{Responsable: taod.Sub})
			return m.hace(taod, f, "leer-identidad", leer)
		}, sobre(sensible, jefa, "leer-identidad", leer)),
		P(siade.ReglaDemasiadas, "body", func(m *mesa) error {
			f := m.de(siade.Gestion)
			for range 100 {
				observada(m, f)
			}
			return m.hace(control, f, "observar", siade.Observacion{Defecto: siade.Faltante, Detalle: "x", Dias: 3})
		}, sobre(tipo(siade.Gestion), control, "observar", siade.Observacion{Defecto: siade.Faltante, Detalle: "x", Dias: 3})),
		P(siade.ReglaAporteArea, "body", sobre(turno(siade.Gestion), medicas, "aportar", identificarse()), sobre(turno(siade.Gestion), medicas, "aportar", siade.Aporte{Texto: "más"})),
		P(siade.ReglaViaSola, "body.via", sobre(tipo(siade.Queja), taod, "turnar", siade.Turno{Via: "medica", Unidad: "doe-7.1.3.1.2", Motivo: "x"}),
			sobre(tipo(siade.Queja), taod, "turnar", siade.Turno{Unidad: "doe-7.1.3.1.2", Motivo: "x"})),
		P(siade.ReglaMismasPalabras, "body.texto", func(m *mesa) error {
			f := m.de(siade.Queja)
			return m.hace(jefa, f, "moderar", moderado(m.ver(f).Relato))
		}, sobre(tipo(siade.Queja), jefa, "moderar", moderado("Me trataron mal."))),
		P(siade.ReglaSinModerar, "registro.moderacion", sobre(tipo(siade.Queja), jefa, "restituir", motivo("hace falta")), func(m *mesa) error {
			f := m.de(siade.Queja)
			return m.debe(jefa, f, "moderar", moderado("Me trataron mal.")).hace(jefa, f, "restituir", motivo("hace falta"))
		}),
		P(siade.ReglaSinRespuesta, "body.que", sobre(tipo(siade.Gestion), taod, "traducir", traduccion(siade.LaRespuesta)), sobre(tipo(siade.Gestion), taod, "traducir", traduccion(siade.ElRelato))),
		P(siade.ReglaPlantilla, "body.plantilla", conPlantilla(3), conPlantilla(2)),
	}
}

func moderado(texto string) siade.Moderado {
	return siade.Moderado{Texto: texto, Causal: siade.Ofensiva, Motivo: "Se omite un insulto."}
}

func traduccion(que siade.Traducida) siade.Traduccion {
	return siade.Traduccion{Que: que, Traducido: siade.Traducido{Lengua: "náhuatl", Texto: "Traducido", Traduce: "Intérprete"}}
}

// conPlantilla answers with a version of a template whose second one rules
// since February and whose third will in April.
func conPlantilla(numero int) func(*mesa) error {
	return func(m *mesa) error {
		p := &plantilla.Plantilla{}
		for i, desde := range []string{"2026-01-01", "2026-02-01", "2026-04-01"} {
			p.Versiones = append(p.Versiones, version.Version[plantilla.Contenido]{Numero: i + 1, Desde: fecha.MustParse(desde)})
		}
		f := m.de(siade.Gestion)
		m.padron = map[string]tramite.Registro{"ORI-VIG": p}
		uso := siade.UsoPlantilla{Clave: "ORI-VIG", Version: numero}
		err := m.hace(taod, f, "responder", siade.Respuesta{Respuesta: "Sí.", Plantilla: uso})
		if err == nil {
			require.Equal(m.t, uso, m.ver(f).Respuesta.Plantilla)
		}
		return err
	}
}

var leer = tramite.LecturaIdentidad{Motivo: "Confirmar el domicilio para notificar"}

func conAtencion(t siade.Tipo) func(*mesa) error {
	return con(taod, func(e *siade.Registro) {
		e.Clasificacion, e.AtencionInmediata = &siade.Clasificacion{Tipo: t}, &siade.AtencionInmediata{Respuesta: "Se orientó."}
	})
}

func delCentro(m *mesa) string {
	e := entrada()
	e.OOAD, e.Clasificacion = "09", &siade.Clasificacion{Tipo: siade.Gestion}
	return m.registra(atencion, e)
}

func identificarse() siade.Aporte {
	return siade.Aporte{Peticionario: &siade.DatosPeticionario{Tipo: siade.Derechohabiente, Nombre: "Rosa Prado", CURP: "BOXW310820HNERXN09", AvisoPrivacidad: "2025-03"}}
}

func acumular(antes func(m *mesa, otra string)) func(*mesa) error {
	return func(m *mesa) error {
		f, e := duplicada(m)
		if antes != nil {
			antes(m, e.Folio)
		}
		return m.hace(taod, f, "acumular", e)
	}
}

// desechar prevents on a day a petition of 2 March, lets it lapse and dismisses.
func desechar(dia string, t siade.Tipo) func(*mesa) error {
	return func(m *mesa) error {
		f := m.de(t)
		m.el(dia).debe(jefa, f, "prevenir", prevencion(5))
		return m.el("2026-03-30").hace(jefa, f, "desechar", siade.Desechamiento{Causal: siade.NoDesahogada, Motivo: "no desahogó"})
	}
}

func constancia(dia string) func(*mesa) error {
	return func(m *mesa) error {
		f := m.de(siade.Gestion) // three months from 2 March: until 2 June
		return m.el(dia).hace(ciudadano, f, "constancia-silencio", nil)
	}
}

// prorrogarSuspendida extends a suggestion, whose term a suspension of working
// days has moved close to the three months, which it does not move.
func prorrogarSuspendida(suspende bool) func(*mesa) error {
	return func(m *mesa) error {
		if suspende {
			s, err := plazo.NuevaSuspension(plazo.Suspension{
				Clave: "prueba", Desde: fecha.MustParse("2026-04-13"), Hasta: fecha.MustParse("2026-05-15"),
				Instrumento: "prueba", Calendarios: []plazo.NombreCalendario{plazo.LFPA},
			})
			require.NoError(m.t, err)
			m.cals = m.cals.Con(s)
		}
		return m.hace(jefa, m.de(siade.Sugerencia), "prorrogar", siade.Prorroga{Dias: 15, Motivo: "x"})
	}
}

func TestCadaReglaSeRompeYSeCumple(t *testing.T) {
	probadas := map[string]bool{}
	for _, p := range pruebas() {
		probadas[p.regla.Codigo] = true
		t.Run(p.regla.Codigo, func(t *testing.T) {
			rompe(t, p.mal(nueva(t)), p.regla, p.lugar)
			assert.NoError(t, p.bien(nueva(t)))
		})
	}
	for _, r := range siade.Reglas() {
		assert.True(t, probadas[r.Codigo], "nobody tries %s", r.Codigo)
	}
}

func TestLasReglasTienenCodigoMensajeYFuente(t *testing.T) {
	vistos := map[string]bool{}
	for _, r := range siade.Reglas() {
		assert.False(t, vistos[r.Codigo], r.Codigo)
		vistos[r.Codigo] = true
		assert.True(t, strings.HasPrefix(r.Codigo, "SIADE-PETICION-"))
		assert.NotEmpty(t, r.Es)
		assert.NotEmpty(t, r.En)
		assert.False(t, r.Fuente.IsZero(), r.Codigo)
	}
}
