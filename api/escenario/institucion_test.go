package escenario_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// suspension takes two working days of 2026 from one OOAD.
const suspension = `{"clave": "dof-2026-03-12", "instrumento": "Acuerdo publicado en el DOF el 12 de marzo de 2026", "calendarios": ["lfpa"],
	"desde": "2026-03-16", "hasta": "2026-03-17", "ambitos": ["ooad-14"]}`

// suspensionDePlazos is the life of a suspension: entered, lengthened and
// retired. It gives the folio.
func suspensionDePlazos(m *mundo) string {
	normas := personal("doe-7.1.5.2")
	m.como(titular("doe-7.1.3")).POST("/v1/suspensiones", suspension).niega(403, "sin-facultad").es("unidades_facultadas.0.unidad", "doe-7.1.5.2", "unidades_facultadas.0.funciones.0", "doe-7.1.5.2/5", "unidades_facultadas.1", nil)
	folio := m.como(normas).POST("/v1/suspensiones", suspension).espera(201).es("estado", "vigente").texto("folio")
	m.como(normas).POST("/v1/suspensiones/"+folio+"/modificar", `{"clave": "dof-2026-03-12", "instrumento": "Acuerdo publicado en el DOF el 12 de marzo de 2026", "calendarios": ["lfpa"],
		"desde": "2026-03-16", "hasta": "2026-03-18", "ambitos": ["ooad-14"]}`).espera(200)
	m.como(normas).POST("/v1/suspensiones/"+folio+"/retirar", `{"motivo": "Se abrogó el acuerdo"}`).espera(200).es("estado", "retirado")
	return folio
}

func TestASuspensionMovesWhatIsOpenAndKeepsWhatWasTold(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		alta := func(ooad string) string {
			return "/v1/peticiones/" + m.como(taod(ooad)).POST("/v1/peticiones", queja).espera(201).es("vence", "2026-03-30", "version", 2).texto("folio")
		}
		jalisco, mexico := alta("14"), alta("15")
		cerrada := "/v1/peticiones/" + m.como(taod("14")).POST("/v1/peticiones", orientacion).espera(201).texto("folio")
		plan := "/v1/planes-mejora/" + m.como(titular(evaluaAdmva)).POST("/v1/planes-mejora", objeto{
			"organo": "ooad-14", "unidad_evaluadora": divisionAdmva, "origen": "evaluacion", "dias": 20, "asunto": "Surtimiento de recetas",
			"hallazgos": []objeto{{"clave": "H1", "descripcion": "Recetas incompletas", "gravedad": "mayor"}},
		}).espera(201).es("vence", "2026-03-30").texto("folio")

		m.el("2026-03-12")
		normas := personal("doe-7.1.5.2")
		sus := m.como(normas).POST("/v1/suspensiones", suspension).espera(201).texto("folio")
		// Two days less in Jalisco: Tuesday 31 and Wednesday 1 instead.
		m.como(jefa("14")).GET("%s", jalisco).espera(200).es("vence", "2026-04-01", "version", 3, "estado", "clasificada")
		m.como(titular(ueod)).GET("%s", plan).espera(200).es("vence", "2026-04-01", "version", 2)
		m.como(jefa("15")).GET("%s", mexico).espera(200).es("vence", "2026-03-30", "version", 2)
		m.como(jefa("14")).GET("%s", cerrada).espera(200).es("vence", nil, "version", 4)
		h := m.como(jefa("14")).GET("%s", jalisco+"/historial").espera(200).lista("elementos")
		require.Equal(m, "ajustar-plazo | sistema | sistema", linea(h[2]))
		h[2].es("entrada.suspension", sus, "entrada.antes", "2026-03-30", "entrada.ahora", "2026-04-01")
		for _, p := range m.como(jefa("14")).GET("%s", jalisco+"/plazo").espera(200).lista("elementos") {
			if p.en("plazo") == "respuesta" {
				p.es("vence", "2026-04-01", "comunicados.0", "2026-03-30")
				cuenta := map[any]any{}
				for _, d := range p.lista("derivacion") {
					cuenta[d.en("fecha")] = d.en("cuenta")
				}
				assert.EqualValues(m, 0, cuenta["2026-03-16"], "it does not count")
				assert.EqualValues(m, 10, cuenta["2026-03-18"])
			}
		}
		// Lists and counts look at the date as it is now.
		folios := func(filtro string) (out []string) {
			for _, e := range m.como(titular("doe-7.1.3")).todo("/v1/peticiones?orden=vence&vence_antes=" + filtro) {
				out = append(out, "/v1/peticiones/"+e.texto("folio"))
			}
			return out
		}
		assert.Equal(m, []string{mexico}, folios("2026-03-31"))
		assert.Equal(m, []string{mexico, jalisco}, folios("2026-04-02"))
		m.como(normas).GET("/v1/plazos?desde=2026-03-13&dias=1&calendario=lfpa&ambito=ooad-14").espera(200).es("vence", "2026-03-18")
		m.como(normas).GET("/v1/plazos?desde=2026-03-13&dias=1&calendario=lfpa").espera(200).es("vence", "2026-03-16")

		// On Tuesday 31 Mexico is late and Jalisco is not.
		m.amanece("2026-03-31")
		m.como(jefa("15")).GET("%s", mexico).espera(200).es("semaforo", "vencido", "escalamientos.0.nivel", 1)
		m.como(jefa("14")).GET("%s", jalisco).espera(200).es("semaforo", "por_vencer", "escalamientos", nil)
		m.como(titular(divisionAdmva)).POST(plan+"/declarar-incumplimiento", `{"causa": "humana", "motivo": "No se presentó en su término"}`).espera(422)

		m.como(normas).POST("/v1/suspensiones/"+sus+"/retirar", `{"motivo": "Se abrogó el acuerdo"}`).espera(200)
		m.como(jefa("14")).GET("%s", jalisco).espera(200).es("vence", "2026-03-30", "version", 4, "semaforo", "vencido")
		m.como(titular(divisionAdmva)).POST(plan+"/declarar-incumplimiento", `{"causa": "humana", "motivo": "No se presentó en su término"}`).espera(200).es("estado", "incumplido")
		m.integro()
	})
}

func TestASuspensionIsAdministeredByWhoKeepsTheNorms(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		folio := suspensionDePlazos(m)
		const normas = " | doe-7.1.5.2 | expreso doe.normativa:registrar | doe-7.1.5.2/5"
		require.Equal(m, []string{"registrar" + normas, "modificar" + normas, "retirar" + normas}, m.como(personal("doe-7.1.5.2")).historia("suspensiones", folio))
	})
}

// titularidadDeUnaCoordinacion is a headship held, left vacant and held again.
// It gives the folio.
func titularidadDeUnaCoordinacion(m *mundo) string {
	humanos := personal("doe-7.1.6.1")
	folio := m.como(humanos).POST("/v1/titularidades", `{"de": "caood-7.1", "en_ooad": "14"}`).espera(201).texto("folio")
	ruta := "/v1/titularidades/" + folio
	m.como(humanos).POST(ruta+"/ocupar", `{"persona": "p-1", "nombre": "Persona uno", "clase": "titular", "documento": "Nombramiento 2026/014", "desde": "2026-01-16"}`).espera(200)
	m.como(humanos).POST(ruta+"/ocupar", `{"persona": "p-2", "nombre": "Persona dos", "clase": "titular", "documento": "Nombramiento 2026/015", "desde": "2026-02-16"}`).rompe("DOE-TITULARIDAD-02", "body.desde")
	m.como(humanos).POST(ruta+"/terminar", `{"persona": "p-1", "hasta": "2026-02-28"}`).espera(200)
	m.como(humanos).POST(ruta+"/ocupar", `{"persona": "p-2", "nombre": "Persona dos", "clase": "encargado", "documento": "Oficio 7", "desde": "2026-03-01"}`).espera(200).es("version", 4)
	return folio
}

func TestAHeadshipIsKeptByWhoKeepsTheStaff(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		folio := titularidadDeUnaCoordinacion(m)
		const humanos = " | doe-7.1.6.1 | expreso doe.personal:registrar | doe-7.1.6.1/3"
		require.Equal(m, []string{"abrir" + humanos, "ocupar" + humanos, "terminar" + humanos, "ocupar" + humanos}, m.como(personal("doe-7.1.6.1")).historia("titularidades", folio))
		m.como(personal("doe-7.1.6.1")).POST("/v1/titularidades", `{"de": "caood-7.1", "en_ooad": "14"}`).niega(422, "datos-no-validos").es("errors.0.codigo", "registro-repetido")
	})
}

func TestTheFunctionsExercisedAppearInTheCoverage(t *testing.T) {
	enCadaMotor(t, func(m *mundo) {
		de := func() map[string]cuerpo {
			out := map[string]cuerpo{}
			c := m.como(titular("doe-7.1.5")).GET("/v1/cobertura").espera(200).es("total", 784)
			for _, f := range c.lista("funciones") {
				out[f.texto("clave")] = f
			}
			require.Len(m, out, 784)
			return out
		}
		antes := de()
		antes["caood-7.1/2"].es("ejercida", 0, "ultima", nil)
		m.como(taod("14")).POST("/v1/peticiones", orientacion).espera(201)
		m.el("2026-03-05")
		m.como(taod("15")).POST("/v1/peticiones", sencilla).espera(201)
		ahora := de()
		// Four acts rested on it on the 2nd and one on the 5th.
		ahora["caood-7.1/2"].es("ejercida", 5, "ultima", "2026-03-05")
		ahora["caood-7.1/3"].es("ejercida", 4, "ultima", "2026-03-05")
		ahora["doe-7.1/1"].es("ejercida", 0, "ultima", nil)
		pide := false
		for _, a := range ahora["caood-7.1/2"].lista("actos") {
			pide = pide || a.en("tramite") == "peticion" && a.en("acto") == "clasificar"
		}
		assert.True(m, pide)
	})
}
