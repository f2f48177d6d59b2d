package queja_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/envio"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
	voces "github.com/operacion-abierta/operacion/doe/vocabulario/prueba"
	"github.com/operacion-abierta/operacion/siade"
	"github.com/operacion-abierta/operacion/siade/queja"
)

func TestLosVocabulariosTienenSusConstantes(t *testing.T) {
	voces.Concuerda(t, queja.ClavesVia(), queja.ParseVia, queja.Medica, queja.Administrativa, queja.CNDH, queja.CONAPRED, queja.CONAMED, queja.CasoEspecial, queja.Incapacidad, queja.Denuncia, queja.Acceso, queja.ARCO)
	voces.Concuerda(t, queja.Etapas(), queja.ParseEtapa, queja.Recepcion, queja.Ratificacion, queja.Aclaracion, queja.Admision, queja.Integracion, queja.Aviso, queja.InformeAut, queja.Conciliacion,
		queja.Investigacion, queja.Dictamen, queja.EnOpinion, queja.Proyecto, queja.Arbitraje, queja.Calificacion, queja.Busqueda, queja.Resolucion, queja.Notificacion)
	voces.Concuerda(t, queja.Sentidos(), queja.ParseSentido, queja.Procedente, queja.ProcedenteParcial, queja.Improcedente, queja.NoAdmitida, queja.SinMateria, queja.Conciliada, queja.Recomendacion,
		queja.SinResponsable, queja.Laudo, queja.FaltaGrave, queja.FaltaNoGrave, queja.Archivo, queja.Inexistente)
	voces.Concuerda(t, queja.Causales(), queja.ParseCausal, queja.NoCompete, queja.Incompleta, queja.NoAgotada, queja.YaConocida, queja.SinIdentidad)
	voces.Concuerda(t, queja.Requisitos(), queja.ParseRequisito, queja.Escrito, queja.Hechos, queja.Vigencia, queja.Expediente, queja.InformeArea, queja.Pruebas, queja.Firma, queja.QuejaPrevia,
		queja.Certificado, queja.AvisoPatron, queja.Indicios, queja.Descripcion, queja.Acreditacion)
	voces.Concuerda(t, queja.Deudores(), queja.ParseDeudor, queja.DeInstancia, queja.DeInstituto, queja.DePersona)
	voces.Concuerda(t, queja.Audiencias(), queja.ParseAudiencia, queja.ConConvenio, queja.SinConvenio, queja.Diferida, queja.Inasistida)
}

func TestCadaViaEstaEntera(t *testing.T) {
	cat := doe.Vigente()
	for _, v := range queja.Vias() {
		assert.NotEmpty(t, v.Fin, v.Clave)
		assert.NotEmpty(t, v.Documentos, v.Clave)
		require.NotEmpty(t, v.Instancias, v.Clave)
		for _, i := range v.Instancias {
			assert.False(t, i.Fuente.IsZero(), "%s %s", v.Clave, i.Clave)
			if i.Organo != "" {
				_, ok := cat.Organo(i.Organo)
				assert.True(t, ok, "%s: %s", v.Clave, i.Organo)
			}
		}
		require.NotEmpty(t, v.Etapas)
		assert.Equal(t, queja.Recepcion, v.Etapas[0].Etapa)
		assert.True(t, slices.ContainsFunc(v.Etapas, func(e queja.EtapaVia) bool { return e.Etapa == v.Decide }), "%s decide en una etapa suya", v.Clave)
		for i, e := range v.Etapas {
			assert.NotEmpty(t, e.Nombre)
			repetida := slices.ContainsFunc(v.Etapas[:i], func(o queja.EtapaVia) bool { return o.Etapa == e.Etapa })
			assert.False(t, repetida, "%s %s", v.Clave, e.Etapa)
		}
		assert.Equal(t, v.Concilia, slices.Contains(v.Sentidos, queja.Conciliada), "%s concilia", v.Clave)
		// Each path has the terms of its life, with their source.
		dia := dia("2026-03-02")
		var tiene []string
		for _, x := range queja.TerminosDe(v.Clave, dia) {
			assert.NoError(t, x.Termino.Validar(), "%s %s", v.Clave, x.Plazo)
			assert.False(t, x.Termino.Fuente.IsZero(), "%s %s", v.Clave, x.Plazo)
			tiene = append(tiene, x.Plazo)
			if x.Etapa != "" {
				suya := slices.ContainsFunc(v.Etapas, func(e queja.EtapaVia) bool { return e.Etapa == x.Etapa })
				assert.True(t, suya, "%s tiene término de la etapa %s, que no es suya", v.Clave, x.Etapa)
			}
		}
		for _, p := range []string{queja.PlazoRemision, queja.PlazoResolucion, queja.PlazoRecepcion, queja.PlazoRequerimiento, queja.PlazoComunicacion, queja.PlazoCumplimiento, queja.PlazoSeguimiento} {
			assert.Contains(t, tiene, p, v.Clave)
		}
	}
}

func TestLosTerminosSonLosHallados(t *testing.T) {
	for _, x := range []struct {
		via    queja.Via
		plazo  string
		etapa  queja.Etapa
		dia    string
		quiere string
	}{
		{queja.Medica, queja.PlazoResolucion, "", "2026-03-02", "50 días hábiles (LFPA) Instructivo de quejas administrativas"},
		{queja.CNDH, queja.PlazoPrescripcion, "", "2026-03-02", "1 año (LFPA) LCNDH"},
		{queja.CNDH, queja.PlazoRequerimiento, "", "2026-03-02", "15 días naturales LCNDH"},
		{queja.CNDH, queja.PlazoPronunciamiento, "", "2026-03-02", "15 días hábiles (LFPA) LCNDH"},
		{queja.CNDH, queja.PlazoEtapa, queja.Ratificacion, "2026-03-02", "5 días naturales LCNDH"},
		{queja.CONAPRED, queja.PlazoRequerimiento, "", "2026-03-02", "10 días hábiles (LFPA) LFPED"},
		{queja.CONAPRED, queja.PlazoEtapa, queja.Conciliacion, "2026-03-02", "15 días hábiles (LFPA) LFPED"},
		{queja.CONAMED, queja.PlazoResolucion, "", "2026-03-02", "6 meses (LFPA) configuración"},
		{queja.Acceso, queja.PlazoResolucion, "", "2025-03-20", "20 días hábiles (LFPA) LFTAIP"},
		{queja.Acceso, queja.PlazoResolucion, "", "2025-03-21", "20 días hábiles (LFPA) LGTAIP"},
		{queja.ARCO, queja.PlazoCumplimiento, "", "2025-03-21", "15 días hábiles (LFPA) LGPDPPSO"},
		{queja.ARCO, queja.PlazoCumplimiento, "", "2025-03-20", "30 días hábiles (LFPA) configuración"},
		{queja.Denuncia, queja.PlazoRemision, "", "2026-03-02", "5 días hábiles (LFPA) LFPA"},
	} {
		d, ok := queja.TerminoDe(x.via, x.plazo, x.etapa, dia(x.dia))
		assert.True(t, ok, x.quiere)
		assert.Equal(t, x.quiere, d.Termino.String()+" "+d.Termino.Fuente.Norma)
	}
	_, ok := queja.TerminoDe(queja.Medica, queja.PlazoPrescripcion, "", dia("2026-03-02"))
	assert.False(t, ok, "no se halló que la queja ante el Instituto caduque")
}

func TestPropiedades(t *testing.T) {
	registro := siade.Registro{
		Canal: siade.Modulo, Relato: "Esperé nueve horas.", Clasificacion: &siade.Clasificacion{Tipo: siade.Queja},
		Peticionario: siade.DatosPeticionario{Tipo: siade.Derechohabiente, Anonimo: true},
	}
	anonimo := tramite.Peticion{Coleccion: siade.Coleccion, Entrada: registro}
	conocido := registro
	conocido.Peticionario = siade.DatosPeticionario{Tipo: siade.Derechohabiente, Nombre: "Rosa Prado", Telefono: "3312345678", AvisoPrivacidad: "2025-03"}
	nombrado := tramite.Peticion{Coleccion: siade.Coleccion, Entrada: conocido}
	folio := func(n int) string { return fmt.Sprintf("SIADE-2026-14-%07d-X", n) }
	abre := func(n int, v queja.Via) queja.Apertura { return apertura(folio(n), v) }
	todos := func(v queja.Via) queja.Documentacion { return documentos(v) }
	primero := dia("2026-03-02")
	sobre := func(quien doe.Actor, n int, acto string, e any) prueba.Antes {
		return prueba.Antes{Actor: quien, Peticion: tramite.Peticion{Coleccion: queja.Coleccion, Folio: fmt.Sprintf("QUEJA-2026-14-%07d-X", n), Acto: acto, Entrada: e}}
	}
	// The third petition draws an identifier besides its folio, and each sending
	// a dispatch: the cases are the fifth and the seventh.
	antes := []prueba.Antes{
		{Actor: taod, Peticion: anonimo}, {Actor: taod, Peticion: anonimo}, {Actor: taod, Peticion: nombrado},
		{Actor: taod, Peticion: tramite.Peticion{Coleccion: queja.Coleccion, Entrada: abre(3, queja.CNDH)}},
		sobre(taod, 5, "integrar", todos(queja.CNDH)), sobre(jefa, 5, "remitir", remision("1")),
		sobre(cndh, 5, "recibir", queja.Recibo{Fecha: primero, Expediente: "V1/1"}),
		{Actor: taod, Peticion: tramite.Peticion{Coleccion: queja.Coleccion, Entrada: abre(1, queja.Denuncia)}},
		sobre(taod, 7, "integrar", todos(queja.Denuncia)), sobre(jefa, 7, "remitir", remision("2")),
	}
	punto := queja.Punto{Texto: "Capacitar al personal", Responsable: hospital.Organo}
	resuelve := func(s queja.Sentido, ps ...queja.Punto) queja.Decision {
		d := decision(s, ps...)
		d.Fecha = primero
		return d
	}
	prueba.Propiedades(t, queja.Quejas, prueba.Opciones{
		Otros: []tramite.Cualquiera{siade.Peticiones, envio.Envios}, Antes: antes,
		Actores: []doe.Actor{taod, jefa, coordinacion, quejas, cndh, control, hospital},
		Entradas: map[string][]any{
			"abrir":                  {abre(2, queja.Denuncia), abre(2, queja.Acceso), abre(3, queja.Medica), abre(1, queja.CONAPRED), abre(3, queja.Incapacidad)},
			"integrar":               {todos(queja.Medica), todos(queja.Denuncia), todos(queja.Acceso), todos(queja.CNDH), todos(queja.Incapacidad)},
			"cambiar-via":            {queja.Correccion{Datos: queja.Datos{Via: queja.Medica}, Motivo: "No era esa."}, queja.Correccion{Datos: queja.Datos{Via: queja.ARCO}, Motivo: "No era esa."}},
			"avanzar":                {queja.Avance{Etapa: queja.InformeAut, Fecha: primero}, queja.Avance{Etapa: queja.Investigacion, Fecha: primero}},
			"requerir":               {queja.Requerimiento{Solicitud: "Informe", Oficio: "1", Recibido: dia("2026-03-20"), Dias: 3, Area: hospital.Organo}},
			"resolver":               {resuelve(queja.Recomendacion, punto), resuelve(queja.Recomendacion, punto, punto), resuelve(queja.SinResponsable)},
			"pronunciarse":           {queja.Pronunciamiento{Fecha: primero, Oficio: "1", Motivo: "No consta."}},
			"registrar-conciliacion": {queja.Celebrada{Fecha: primero, Resultado: queja.Diferida, Siguiente: dia("2026-03-10")}},
			"comunicar":              {queja.Comunicacion{Medio: siade.PorTelefono, Fecha: primero, Texto: "La Comisión resolvió."}},
		},
	})
}

func TestLosCalendariosCuentanLosTerminosDeLaLey(t *testing.T) {
	d, _ := queja.TerminoDe(queja.Medica, queja.PlazoResolucion, "", dia("2022-10-03"))
	v, _ := plazo.Oficiales().Vence(d.Termino, dia("2022-10-03"), plazo.Opciones{})
	assert.Equal(t, "2022-12-12", v.String())
}
