package siade_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/forma"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
	"github.com/operacion-abierta/operacion/doe/vocabulario/prueba"
	"github.com/operacion-abierta/operacion/siade"
)

// concuerda also asks that the type say the closed list and that its table be a
// copy.
func concuerda[T interface {
	~string
	FormaJSON() forma.Forma
}](t *testing.T, tabla vocabulario.Tabla[T], parse func(string) (T, error), constantes ...T) {
	t.Helper()
	prueba.Concuerda(t, tabla, parse, constantes...)
	assert.Equal(t, tabla.Claves(), constantes[0].FormaJSON().Valores)
	tabla[0].Nombre = "cambiado"
}

func TestCadaVocabularioTieneSusConstantes(t *testing.T) {
	concuerda(t, siade.Canales(), siade.ParseCanal, siade.Modulo, siade.Buzon, siade.Telefono, siade.Correo, siade.Chat, siade.RedesSociales, siade.Web, siade.Oficio,
		siade.Organismo, siade.AtencionCiudadana, siade.GrupoOrganizado, siade.Evento)
	concuerda(t, siade.TiposPeticionario(), siade.ParseTipoPeticionario, siade.Derechohabiente, siade.Contribuyente, siade.PoblacionUsuaria,
		siade.OrganismoAutonomo, siade.OrganismoPublico, siade.OrganismoPrivado)
	concuerda(t, siade.Tipos(), siade.ParseTipo, siade.Orientacion, siade.Gestion, siade.Queja, siade.Reconocimiento, siade.Sugerencia)
	concuerda(t, siade.Gravedades(), siade.ParseGravedad, siade.Ordinaria, siade.Prioritaria, siade.RiesgoVital)
	concuerda(t, siade.Sensibilidades(), siade.ParseSensibilidad, siade.Violencia, siade.Discriminacion, siade.AcosoSexual, siade.Menores, siade.VidaEnRiesgo)
	concuerda(t, siade.BasesSensibles(), siade.ParseBaseSensibles, siade.Consentimiento, siade.EjercicioDerecho, siade.Urgencia, siade.Mandato)
	concuerda(t, siade.Competencias(), siade.ParseCompetencia, siade.DelInstituto, siade.DeControlInterno, siade.DeTransparencia, siade.DeOtra)
	concuerda(t, siade.Medios(), siade.ParseMedio, siade.EnPersona, siade.PorTelefono, siade.PorCorreo, siade.PorOficio, siade.PorPortal, siade.PorEstrados)
	concuerda(t, siade.Causales(), siade.ParseCausal, siade.NoDesahogada, siade.Irrespetuosa, siade.SinPeticion, siade.SinMateria)
	concuerda(t, siade.Defectos(), siade.ParseDefecto, siade.Faltante, siade.Tardia, siade.MalClasificada, siade.Duplicada, siade.RespuestaVacia, siade.IdentidadDudosa)
	concuerda(t, siade.Sentidos(), siade.ParseSentido, siade.Favorable, siade.Parcial, siade.Desfavorable, siade.Informativa)
	concuerda(t, siade.Requeridas(), siade.ParseRequerida, siade.APeticionario, siade.AArea)
	concuerda(t, siade.CausalesModera(), siade.ParseCausalModera, siade.DatosDeTerceros, siade.DatoSensible, siade.SeIdentifica, siade.Ofensiva)
	concuerda(t, siade.Traducidas(), siade.ParseTraducida, siade.ElRelato, siade.LaRespuesta)
	assert.NotEqual(t, "cambiado", siade.Canales()[0].Nombre, "las tablas no se tocan desde fuera")
}

func TestCadaTipoTieneSuCamino(t *testing.T) {
	vistos := map[siade.Tipo]bool{}
	for _, c := range siade.Caminos() {
		vistos[c.Tipo] = true
		assert.False(t, c.Fuente.IsZero())
		assert.Contains(t, []siade.Consecuencia{siade.SeDesecha, siade.SeResuelve}, c.SinDesahogo)
		assert.False(t, c.AlContacto && c.Turna(), "lo que responde otra no termina al contacto")
	}
	for _, d := range siade.Tipos() {
		assert.True(t, vistos[d.Clave], d.Clave)
	}
	assert.Equal(t, siade.SeDesecha, siade.CaminoDe("").SinDesahogo)
}

// Every answer, extended by half, is due within the three months of the law.
func TestLosPlazosInternosCabenEnElLegal(t *testing.T) {
	dia := fecha.MustParse("2026-03-02")
	tope, ok := siade.TerminoDe(siade.PlazoSilencio, dia)
	assert.True(t, ok)
	ultimo, _ := plazo.Oficiales().Vence(tope, dia, plazo.Opciones{})
	for _, r := range siade.TerminosRespuesta() {
		assert.NoError(t, r.Termino.Validar())
		assert.False(t, r.Termino.Fuente.IsZero())
		v, corre := plazo.Oficiales().Vence(r.Termino, dia, plazo.Opciones{Prorroga: plazo.MitadMaxima(r.Termino)})
		assert.True(t, corre && !v.After(ultimo), r.Termino)
	}
	for _, d := range siade.Terminos() {
		assert.NoError(t, d.Termino.Validar(), d.Plazo)
		assert.False(t, d.Termino.Fuente.IsZero(), d.Plazo)
	}
	_, ok = siade.TerminoDe("inventado", dia)
	assert.False(t, ok)
}

func TestElPlazoDeRespuestaEsDeLaClasificacion(t *testing.T) {
	for _, caso := range []struct {
		c    siade.Clasificacion
		dice string
	}{
		{siade.Clasificacion{}, "20 días hábiles (LFPA)"},
		{siade.Clasificacion{Tipo: siade.Orientacion}, "5 días hábiles (LFPA)"},
		{siade.Clasificacion{Tipo: siade.Gestion}, "10 días hábiles (LFPA)"},
		{siade.Clasificacion{Tipo: siade.Queja, Gravedad: siade.Prioritaria}, "5 días hábiles (LFPA)"},
		{siade.Clasificacion{Tipo: siade.Queja, Sensible: true}, "5 días hábiles (LFPA)"},
		{siade.Clasificacion{Tipo: siade.Queja, Sensible: true, Gravedad: siade.RiesgoVital}, "1 día natural"},
	} {
		term, ok := siade.TerminoRespuesta(caso.c, fecha.MustParse("2026-03-02"))
		assert.True(t, ok)
		assert.Equal(t, caso.dice, term.String())
	}
}

func TestLasConservacionesTienenPeriodo(t *testing.T) {
	for _, c := range siade.Conservaciones() {
		assert.Positive(t, c.EnUso)
		assert.Positive(t, c.Bloqueada)
		assert.False(t, c.Fuente.IsZero())
	}
	p := siade.Peticion{PrimerFin: fecha.MustParse("2024-02-29"), Peticionario: siade.Peticionario{Identidad: "r"}, Clasificacion: &siade.Clasificacion{Sensible: true}}
	r, ok := p.Retencion()
	assert.True(t, ok)
	assert.Equal(t, siade.IdentidadSensible, r.Clase)
	assert.Equal(t, "2025-03-01", r.Bloqueo.String())
	assert.Equal(t, "2029-03-01", r.Supresion.String())
}
