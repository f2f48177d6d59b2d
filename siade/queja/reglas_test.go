package queja_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/siade"
	"github.com/operacion-abierta/operacion/siade/queja"
)

// rotura is a rule with what breaks it, where, and what does not.
type rotura struct {
	regla string
	lugar string
	mal   func(*mesa) error
	bien  func(*mesa) error
}

// alta opens the case of a petition as someone, changed.
func alta(quien doe.Actor, v queja.Via, cambios ...func(*mesa, *queja.Apertura)) func(*mesa) error {
	return func(m *mesa) error {
		e := apertura(m.registra(), v)
		for _, f := range cambios {
			f(m, &e)
		}
		_, err := m.Intentar(quien, queja.Coleccion, "", "", e)
		return err
	}
}

func con(f func(*queja.Apertura)) func(*mesa, *queja.Apertura) {
	return func(_ *mesa, e *queja.Apertura) { f(e) }
}

func sobre(hasta func(*mesa) string, quien doe.Actor, acto string, e any) func(*mesa) error {
	return func(m *mesa) error {
		_, err := m.Intentar(quien, queja.Coleccion, hasta(m), acto, e)
		return err
	}
}

func abierta(v queja.Via, cambios ...func(*siade.Registro)) func(*mesa) string {
	return func(m *mesa) string { return m.abierta(v, cambios...) }
}
func remitida(v queja.Via) func(*mesa) string  { return func(m *mesa) string { return m.remitida(v) } }
func enTramite(v queja.Via) func(*mesa) string { return func(m *mesa) string { return m.enTramite(v) } }

// requerida has a requirement that needs the report of the hospital.
func requerida(m *mesa) string {
	f := m.enTramite(queja.Medica)
	m.hace(taod, f, "requerir", queja.Requerimiento{Solicitud: "Informe", Oficio: "1", Recibido: dia("2026-03-04"), Area: hospital.Organo})
	return f
}

// resuelta is one decided some way, with a point of the hospital when it obliges.
func resuelta(v queja.Via, s queja.Sentido, etapas ...queja.Etapa) func(*mesa) string {
	return func(m *mesa) string {
		f := m.enTramite(v)
		m.hasta(f, etapas...)
		d := decision(s)
		if s.Obliga() {
			d.Puntos = []queja.Punto{{Texto: "Reprogramar", Responsable: hospital.Organo}}
		}
		m.hace(taod, f, "resolver", d)
		return f
	}
}

func recomendada(m *mesa) string {
	return resuelta(queja.CNDH, queja.Recomendacion, queja.InformeAut)(m)
}

func noAdmitida(m *mesa) string { return resuelta(queja.Medica, queja.NoAdmitida)(m) }

// observada is one with an observation to correct.
func observada(m *mesa) string {
	f := m.abierta(queja.Medica)
	m.hace(division, f, "revisar", queja.Observada{Detalle: "Falta algo."})
	return f
}

func resolver(hasta func(*mesa) string, cambios ...func(*queja.Decision)) func(*mesa) error {
	d := decision(queja.Procedente)
	for _, f := range cambios {
		f(&d)
	}
	return sobre(hasta, taod, "resolver", d)
}

func enProyecto(m *mesa) string {
	f := m.enTramite(queja.Medica)
	m.hasta(f, queja.Integracion, queja.Investigacion, queja.Dictamen, queja.Proyecto)
	return f
}

// conciliada is one before the CONAPRED with a hearing.
func conciliada(r queja.Audiencia) func(*mesa) string {
	return func(m *mesa) string {
		f := m.enTramite(queja.CONAPRED)
		e := queja.Celebrada{Fecha: dia("2026-03-04"), Resultado: r}
		if r == queja.ConConvenio {
			e.Acuerdos = "Capacitar al personal."
		}
		m.hace(taod, f, "registrar-conciliacion", e)
		return f
	}
}

func sentido(s queja.Sentido) func(*queja.Decision) {
	return func(d *queja.Decision) { d.Sentido = s }
}

func puntos(ps ...queja.Punto) func(*queja.Decision) {
	return func(d *queja.Decision) { d.Puntos = ps }
}

func roturas() []rotura {
	hoy, manana := dia("2026-03-04"), dia("2026-03-05")
	recibo := func(quien doe.Actor, d string) func(*mesa) error {
		return sobre(remitida(queja.Medica), quien, "recibir", queja.Recibo{Fecha: dia(d), Expediente: "1"})
	}
	audiencia := func(r queja.Audiencia, acuerdos, siguiente string) func(*mesa) error {
		e := queja.Celebrada{Fecha: hoy, Resultado: r, Acuerdos: acuerdos}
		if siguiente != "" {
			e.Siguiente = dia(siguiente)
		}
		return sobre(enTramite(queja.CONAPRED), taod, "registrar-conciliacion", e)
	}
	documento := func(d ...queja.Documento) func(*mesa) error {
		return sobre(abierta(queja.Medica), taod, "integrar", queja.Documentacion{Documentos: d})
	}
	escrito := queja.Documento{Requisito: queja.Escrito, Referencia: "Acta"}
	con256 := escrito
	con256.SHA256 = strings.Repeat("a", 64)
	tras := func(adjunta bool) func(*mesa) error {
		return func(m *mesa) error {
			f := m.abierta(queja.Medica)
			if adjunta {
				a := queja.Adjuntar.Ejemplo
				a.SHA256 = con256.SHA256
				m.hace(taod, f, "adjuntar", a)
			}
			_, err := m.Intentar(taod, queja.Coleccion, f, "integrar", queja.Documentacion{Documentos: []queja.Documento{con256}})
			return err
		}
	}
	cambio := func(v queja.Via) queja.Correccion {
		return queja.Correccion{Datos: queja.Datos{Via: v}, Motivo: "No era esa."}
	}
	identificar := func(m *mesa) string {
		f := m.abierta(queja.Medica, anonima)
		_, err := m.Intentar(taod, siade.Coleccion, m.ver(f).Peticion, "aportar", siade.Aporte{Peticionario: &siade.DatosPeticionario{Tipo: siade.Derechohabiente, Nombre: "Rosa", AvisoPrivacidad: "2025-03"}})
		if err != nil {
			panic(err)
		}
		return f
	}
	avisa := func(medio siade.Medio, sin bool) func(*mesa) error {
		return func(m *mesa) error {
			var cambios []func(*siade.Registro)
			if sin {
				cambios = append(cambios, func(e *siade.Registro) { e.Peticionario.Telefono = "" })
			}
			f := m.enTramite(queja.Medica, cambios...)
			m.hace(taod, f, "resolver", decision(queja.NoAdmitida))
			_, err := m.Intentar(jefa, queja.Coleccion, f, "comunicar", queja.Comunicacion{Medio: medio, Fecha: hoy, Texto: "No se admitió."})
			return err
		}
	}
	direccion := central(doe.Raiz)
	acepta := queja.Pronunciamiento{Acepta: true, Fecha: hoy, Oficio: "DG/1"}
	cierra := func(cumple bool) func(*mesa) error {
		return func(m *mesa) error {
			f := resuelta(queja.Medica, queja.Procedente, queja.Integracion, queja.Investigacion, queja.Dictamen, queja.Proyecto)(m)
			m.hace(jefa, f, "comunicar", queja.Comunicacion{Medio: siade.PorTelefono, Fecha: hoy, Texto: "Procedió."})
			if cumple {
				m.hace(hospital, f, "cumplir", queja.Cumplimiento{Punto: "P1", Fecha: hoy, Prueba: "Constancia"})
			}
			_, err := m.Intentar(jefa, queja.Coleccion, f, "cerrar", nil)
			return err
		}
	}
	llena := func(n int) func(*mesa) error {
		return func(m *mesa) error {
			f := m.abierta(queja.Medica)
			for range n {
				m.hace(taod, f, "anotar", queja.Anotar.Ejemplo)
			}
			_, err := m.Intentar(taod, queja.Coleccion, f, "anotar", queja.Anotar.Ejemplo)
			return err
		}
	}
	tope := func(n int) func(*mesa) error {
		return func(m *mesa) error {
			f := m.abierta(queja.Medica)
			for range n {
				m.hace(coordinacion, f, "escalar", queja.Escalar.Ejemplo)
			}
			_, err := m.Intentar(coordinacion, queja.Coleccion, f, "escalar", queja.Escalar.Ejemplo)
			return err
		}
	}
	amplia := func(n int, d string) func(*mesa) error {
		return func(m *mesa) error {
			f := m.enTramite(queja.Acceso)
			_, err := m.el(d).Intentar(de(doe.Area, "unidad-transparencia"), queja.Coleccion, f, "ampliar", queja.Ampliacion{Cuanto: n, Oficio: "UT/1", Motivo: "Tres unidades buscan.", Fecha: dia(d)})
			return err
		}
	}
	desiste := queja.Retiro{Documento: "Escrito", Fecha: dia("2026-03-02")}
	devuelve := func(c queja.Causal, a doe.ClaveOrgano) func(*mesa) error {
		return sobre(remitida(queja.CNDH), cndh, "devolver", queja.Devolucion{Causal: c, Motivo: "No es de aquí.", Compete: a})
	}
	pide := func(v queja.Via, a doe.ClaveOrgano) func(*mesa) error {
		return sobre(enTramite(v), taod, "requerir", queja.Requerimiento{Solicitud: "Informe", Oficio: "1", Recibido: hoy, Area: a})
	}
	bien := alta(taod, queja.Medica)
	return []rotura{
		{"01", "body.peticion", alta(taod, queja.Medica, con(func(e *queja.Apertura) { e.Peticion = "SIADE-2026-14-0000099-X" })), bien},
		{"02", "body.ooad", alta(division, queja.Medica), alta(division, queja.Medica, con(func(e *queja.Apertura) { e.OOAD = "14" }))},
		{"03", "body.peticion", alta(taod, queja.Medica, func(m *mesa, e *queja.Apertura) {
			_, err := m.Intentar(taod, siade.Coleccion, e.Peticion, "desistir", siade.Motivo{Motivo: "ya no"})
			if err != nil {
				panic(err)
			}
		}), bien},
		{"04", "body.via", alta(taod, queja.Medica, func(m *mesa, e *queja.Apertura) { m.abre(*e) }),
			alta(taod, queja.Medica, func(m *mesa, e *queja.Apertura) { m.abre(apertura(e.Peticion, queja.Acceso)) })},
		{"05", "body.acto_definitivo", alta(taod, queja.Medica, con(func(e *queja.Apertura) { e.ActoDefinitivo = true })), alta(taod, queja.CNDH, con(func(e *queja.Apertura) { e.ActoDefinitivo = true }))},
		{"06", "body.previa", alta(taod, queja.CONAMED, func(m *mesa, e *queja.Apertura) { e.Previa = m.abierta(queja.Medica) }),
			alta(taod, queja.CONAMED, func(m *mesa, e *queja.Apertura) { e.Previa = m.comunicada(queja.Medica) })},
		{"07", "body.instancia", alta(taod, queja.Incapacidad, con(func(e *queja.Apertura) { e.Instancia = "otra" })), alta(taod, queja.Incapacidad, con(func(e *queja.Apertura) { e.Instancia = "tecnico" }))},
		{"08", "body.area", alta(taod, queja.Medica, con(func(e *queja.Apertura) { e.Area = "no-existe" })), bien},
		{"09", "body.fecha_hechos", alta(taod, queja.CNDH, con(func(e *queja.Apertura) { e.FechaHechos = dia("2025-02-27") })), alta(taod, queja.CNDH, con(func(e *queja.Apertura) { e.FechaHechos = dia("2025-02-28") }))},
		{"10", "body.fecha_hechos", alta(taod, queja.Medica, con(func(e *queja.Apertura) { e.FechaHechos = dia("2026-03-03") })), alta(taod, queja.Medica, con(func(e *queja.Apertura) { e.FechaHechos = dia("2026-03-02") }))},
		{"11", "body.grave", alta(taod, queja.CONAPRED, con(func(e *queja.Apertura) { e.Grave = true })), alta(taod, queja.CNDH, con(func(e *queja.Apertura) { e.Grave, e.FechaHechos = true, dia("2020-01-01") }))},
		{"12", "body.documentos[1].requisito", documento(escrito, queja.Documento{Requisito: queja.Indicios, Referencia: "x"}), documento(escrito)},
		{"13", "body.documentos[0].sha256", tras(false), tras(true)},
		{"14", "body.via", sobre(abierta(queja.Medica), taod, "cambiar-via", cambio(queja.Medica)), sobre(abierta(queja.Medica), taod, "cambiar-via", cambio(queja.Administrativa))},
		{"15", "body", sobre(abierta(queja.Medica, anonima), taod, "recibir-de-la-persona", queja.Entregado{Texto: "Trajo algo."}), func(m *mesa) error {
			f := m.abierta(queja.Medica)
			m.hace(taod, f, "pedir-a-la-persona", queja.Pedir.Ejemplo)
			_, err := m.Intentar(taod, queja.Coleccion, f, "recibir-de-la-persona", queja.Entregado{Texto: "Trajo algo."})
			return err
		}},
		{"16", "body", sobre(abierta(queja.Medica, anonima), taod, "acreditar-identidad", nil), sobre(identificar, taod, "acreditar-identidad", nil)},
		{"17", "body", sobre(identificar, taod, "informar-al-area", queja.InformarArea.Ejemplo), sobre(abierta(queja.Medica, anonima), taod, "informar-al-area", queja.InformarArea.Ejemplo)},
		{"18", "body.fecha", recibo(taod, "2026-03-02"), recibo(taod, "2026-03-03")},
		{"19", "body", sobre(requerida, hospital, "resolver", decision(queja.NoAdmitida)), sobre(requerida, quejas, "resolver", decision(queja.NoAdmitida))},
		{"20", "body.compete", devuelve(queja.Incompleta, quejas.Organo), devuelve(queja.NoCompete, quejas.Organo)},
		{"21", "body.etapa", sobre(enTramite(queja.Medica), taod, "avanzar", queja.Avance{Etapa: queja.Investigacion, Fecha: hoy}), sobre(enTramite(queja.Medica), taod, "avanzar", queja.Avance{Etapa: queja.Integracion, Fecha: hoy})},
		{"22", "body.area", pide(queja.Denuncia, hospital.Organo), pide(queja.Denuncia, "dn-administracion")},
		{"23", "body.numero", sobre(requerida, jefa, "contestar", queja.Contestacion{Numero: 2, Texto: "Se rinde.", Oficio: "1"}), sobre(requerida, jefa, "contestar", queja.Contestacion{Numero: 1, Texto: "Se rinde.", Oficio: "1"})},
		{"24", "body", sobre(enTramite(queja.CONAPRED), taod, "registrar-opinion", queja.Opinion{Organo: "dn-juridica", Fecha: hoy, Oficio: "1", Texto: "Opina."}),
			sobre(enTramite(queja.Medica), taod, "registrar-opinion", queja.Opinion{Organo: "dn-juridica", Fecha: hoy, Oficio: "1", Texto: "Opina."})},
		{"25", "body", sobre(enTramite(queja.Medica), taod, "registrar-conciliacion", queja.Celebrada{Fecha: hoy, Resultado: queja.SinConvenio}), audiencia(queja.SinConvenio, "", "")},
		{"26", "body.siguiente", audiencia(queja.Diferida, "", "2026-03-04"), audiencia(queja.Diferida, "", "2026-03-05")},
		{"26", "body.acuerdos", audiencia(queja.ConConvenio, "", ""), audiencia(queja.ConConvenio, "Se capacita.", "")},
		{"27", "body.sentido", resolver(enProyecto, sentido(queja.Recomendacion), puntos(queja.Punto{Texto: "Reparar"})), resolver(enProyecto)},
		{"28", "body.sentido", resolver(enTramite(queja.Medica)), resolver(enTramite(queja.Medica), sentido(queja.SinMateria))},
		{"29", "body.sentido", resolver(conciliada(queja.SinConvenio), sentido(queja.Conciliada), puntos(queja.Punto{Texto: "Capacitar"})), resolver(conciliada(queja.ConConvenio), sentido(queja.Conciliada), puntos(queja.Punto{Texto: "Capacitar"}))},
		{"30", "body.puntos", resolver(enProyecto, sentido(queja.Improcedente), puntos(queja.Punto{Texto: "Reparar"})), resolver(enProyecto, puntos(queja.Punto{Texto: "Reparar"}))},
		{"31", "body.puntos[0].vence", resolver(enProyecto, puntos(queja.Punto{Texto: "Reparar", Vence: hoy})), resolver(enProyecto, puntos(queja.Punto{Texto: "Reparar", Vence: manana}))},
		{"31", "body.puntos[0].responsable", resolver(enProyecto, puntos(queja.Punto{Texto: "Reparar", Responsable: "nadie"})), resolver(enProyecto)},
		{"32", "body.medio", avisa(siade.PorCorreo, true), avisa(siade.PorPortal, true)},
		{"33", "body", sobre(noAdmitida, direccion, "pronunciarse", acepta), sobre(recomendada, direccion, "pronunciarse", acepta)},
		{"33", "body.motivo", sobre(recomendada, direccion, "pronunciarse", queja.Pronunciamiento{Fecha: hoy, Oficio: "1"}), sobre(recomendada, direccion, "pronunciarse", queja.Pronunciamiento{Fecha: hoy, Oficio: "1", Motivo: "No consta."})},
		{"34", "body.punto", sobre(recomendada, taod, "cumplir", queja.Cumplimiento{Punto: "P1", Fecha: hoy, Prueba: "Constancia"}), cierra(true)},
		{"35", "body", cierra(false), cierra(true)},
		{"36", "body", sobre(remitida(queja.Denuncia), taod, "desistir", desiste), sobre(remitida(queja.Medica), taod, "desistir", desiste)},
		{"37", "body.clave", sobre(observada, taod, "subsanar", queja.Subsanacion{Clave: 2, Correccion: "Se integró."}), sobre(observada, taod, "subsanar", queja.Subsanacion{Clave: 1, Correccion: "Se integró."})},
		{"38", "body", llena(100), llena(99)},
		{"39", "body", tope(5), tope(4)},
		{"40", "body.cuanto", amplia(11, "2026-03-04"), amplia(10, "2026-03-04")},
		{"40", "body.cuanto", sobre(enTramite(queja.Medica), taod, "ampliar", queja.Ampliacion{Cuanto: 1, Oficio: "1", Motivo: "No alcanza.", Fecha: hoy}), amplia(1, "2026-03-04")},
		{"41", "body.fecha", amplia(10, "2026-03-31"), amplia(10, "2026-03-30")},
	}
}

func TestCadaReglaSeRompeYSeCumple(t *testing.T) {
	probadas := map[string]bool{}
	for _, p := range roturas() {
		codigo := "SIADE-QUEJA-" + p.regla
		probadas[codigo] = true
		t.Run(codigo, func(t *testing.T) {
			assert.Equal(t, []string{codigo + " " + p.lugar}, fallas(p.mal(nueva(t))))
			assert.NoError(t, p.bien(nueva(t)))
		})
	}
	for i, r := range queja.Reglas() {
		assert.Equal(t, fmt.Sprintf("SIADE-QUEJA-%02d", i+1), r.Codigo)
		assert.True(t, probadas[r.Codigo], "nobody tries %s", r.Codigo)
		assert.False(t, r.Fuente.IsZero(), r.Codigo)
		assert.NotEmpty(t, r.Es)
		assert.NotEmpty(t, r.En)
	}
}
