package escenario_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/api"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// historias tells the life that is recorded of each trámite.
var historias = map[string]func(*mundo) string{
	"peticion":                 func(m *mundo) string { f, _ := quejaCiudadana(m); return f },
	"plan-mejora":              planDeMejora,
	"opinion":                  opinionSobreIniciativa,
	"campana":                  campanaExterna,
	"suspension":               suspensionDePlazos,
	"reunion":                  reunionDeAbasto,
	"libro-actas":              libroDelComite,
	"acuerdo":                  acuerdoDelOOAD,
	"encomienda":               encomiendaDeAtencion,
	"titularidad":              titularidadDeUnaCoordinacion,
	"envio":                    envioDeUnPlan,
	"indicador":                indicadorVigente,
	"medicion":                 func(m *mundo) string { _, ms := trimestreMedido(m); return ms["15"] },
	"aportacion":               aportacionParaUnPlan,
	"edicion":                  edicionSustituida,
	"clasificador":             catalogoDeTemas,
	"importacion":              importacionDeBuzones,
	"poblacion":                poblacionAsegurada,
	"programa":                 programaDeUnaCoordinacion,
	"necesidad-capacitacion":   necesidadDeClasificar,
	"instrumento-capacitacion": instrumentoDeOrientacion,
	"curso-capacitacion":       cursoDeOrientacion,
	"programa-capacitacion":    func(m *mundo) string { p, _ := capacitacionDelAnio(m); return p },
	"edicion-curso":            func(m *mundo) string { _, e := capacitacionDelAnio(m); return e },
	"acreditacion": func(m *mundo) string {
		capacitacionDelAnio(m)
		return m.como(jefa("14")).GET("/v1/acreditaciones?persona=taod-14-001").espera(200).texto("elementos.0.folio")
	},
	"cedula-supervision":   cedulaDeModulos,
	"diseno-estadistica":   disenoMensual,
	"corte-estadistica":    corteDeMarzo,
	"programa-supervision": func(m *mundo) string { p, _ := visitaConSeguimiento(m); return p },
	"visita-supervision":   func(m *mundo) string { _, v := visitaConSeguimiento(m); return v },
	"sitio-supervision": func(m *mundo) string {
		visitaConSeguimiento(m)
		return m.como(titular("doe-7.1.3.1")).GET("/v1/sitios-supervision?clave=JCIMS000301").espera(200).texto("elementos.0.folio")
	},
	"ficha":               fichaConHistoria,
	"plantilla-respuesta": plantillaConHistoria,
	"reporte-ficha":       reporteDeUnaFicha,
	"seccion-consulta":    seccionConHistoria,
	"difusion-ficha":      difusionDeUnaFicha,
	"parametros-siade":    parametrosDeSIADE,
	"queja":               quejaMedica,
	"reorganizacion": func(m *mundo) string {
		folio := reorganizar(m)
		m.amanece("2026-07-01")
		return folio
	},
	"movimiento-taod":       cambioTemporal,
	"modulo":                moduloConHistoria,
	"tecnico":               tecnicaConHistoria,
	"perfil-puesto":         perfilConHistoria,
	"buzon":                 buzonConHistoria,
	"apertura-buzon":        aperturaConciliada,
	"imagen":                func(m *mundo) string { i, _ := imagenVerificada(m); return i },
	"problematica":          problematicaCerrada,
	"grupo":                 func(m *mundo) string { g, _ := solicitudAtendida(m); return g },
	"solicitud-grupo":       func(m *mundo) string { _, s := solicitudAtendida(m); return s },
	"aparicion-medios":      intervencionEnRadio,
	"actividad-orientacion": func(m *mundo) string { return feriaInformada(m) },
	"protocolo-trato":       protocoloLeido,
	"directriz-grupos":      directrizVigente,
	"revision-imagen":       func(m *mundo) string { _, r := imagenVerificada(m); return r },
}

// grabacion is a story as it was stored once: what its events then made of the
// record they must make for ever. A file is never written again; when an act
// changes its meaning it gets a version, and a new story beside the old one
// ("peticion-2.json") shows it.
type grabacion struct {
	Folio      string            `json:"folio"`
	Expediente json.RawMessage   `json:"expediente"`
	Eventos    []json.RawMessage `json:"eventos"`
}

func TestRecordedEventsReplayToTheRecordForEver(t *testing.T) {
	for _, d := range api.Definiciones() {
		nombre := d.Definicion().Nombre
		t.Run(nombre, func(t *testing.T) {
			base := filepath.Join("testdata", "eventos", nombre)
			if _, err := os.Stat(base + ".json"); os.IsNotExist(err) && *actualizar {
				require.Contains(t, historias, nombre, "tell its life first")
				grabar(enSQLite(t), d, base+".json", historias[nombre])
			}
			archivos, err := filepath.Glob(base + "-[0-9]*.json")
			require.NoError(t, err)
			if _, err := os.Stat(base + ".json"); err == nil {
				archivos = append(archivos, base+".json")
			}
			require.NotEmpty(t, archivos, "no story of %s is recorded: run with -update", nombre)
			for _, a := range archivos {
				reproduce(t, d, a)
			}
		})
	}
}

// grabar tells a story to a server and keeps what it stored.
func grabar(m *mundo, d tramite.Cualquiera, archivo string, historia func(*mundo) string) {
	coleccion := d.Definicion().Coleccion
	g := grabacion{Folio: historia(m)}
	x, err := m.Leer(m.Context(), coleccion, g.Folio)
	require.NoError(m, err)
	g.Expediente = json.RawMessage(x.Doc)
	p, err := m.Historial(m.Context(), coleccion, g.Folio, "", 200)
	require.NoError(m, err)
	require.Len(m, p.Elementos, x.Version)
	for _, e := range p.Elementos {
		g.Eventos = append(g.Eventos, e.Carga)
	}
	var b bytes.Buffer
	w := json.NewEncoder(&b)
	w.SetEscapeHTML(false) // as the store does
	w.SetIndent("", " ")
	require.NoError(m, w.Encode(g))
	f, err := os.OpenFile(archivo, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	require.NoError(m, err)
	_, err = f.Write(b.Bytes())
	require.NoError(m, err)
	require.NoError(m, f.Close())
}

func reproduce(t *testing.T, d tramite.Cualquiera, archivo string) {
	t.Helper()
	b, err := os.ReadFile(archivo)
	require.NoError(t, err)
	var g grabacion
	require.NoError(t, json.Unmarshal(b, &g))
	es := make([]tramite.Evento, len(g.Eventos))
	for i, e := range g.Eventos {
		require.NoError(t, json.Unmarshal(e, &es[i]))
	}
	r, err := d.Reproducir(g.Folio, es)
	require.NoError(t, err, archivo)
	hay, err := d.Codificar(r)
	require.NoError(t, err)
	var quiere bytes.Buffer
	require.NoError(t, json.Compact(&quiere, g.Expediente))
	require.Equal(t, quiere.String(), string(hay), archivo)
}
