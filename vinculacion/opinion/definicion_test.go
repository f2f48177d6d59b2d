package opinion_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/envio"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/forma"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
	voces "github.com/operacion-abierta/operacion/doe/vocabulario/prueba"
	"github.com/operacion-abierta/operacion/vinculacion/opinion"
)

const (
	laDivision     = "doe-7.1.4.1.2"
	laCoordinacion = "doe-7.1.4.1"
	vinculacion    = "doe-7.1.4"
)

// quienes is who may do each act: the functions of 7.1.4, 7.1.4.1 and
// 7.1.4.1.2 and, where none speaks, the holder recommended (7.1.4.1).
var quienes = map[string]string{
	"registrar":            laDivision,
	"remitir":              laDivision,
	"proponer-competencia": laDivision,
	"decidir-competencia":  laCoordinacion,
	"turnar":               laDivision,
	"reasignar":            laDivision,
	"retirar-consulta":     laCoordinacion,
	"dar-por-vencida":      laCoordinacion,
	"insistir":             laCoordinacion + " sistema",
	"comunicar-enlace":     laDivision,
	"responder":            laDivision + " normativo",
	"declinar":             laDivision + " normativo",
	"pedir-prorroga":       laDivision + " normativo",
	"conceder-prorroga":    laCoordinacion,
	"negar-prorroga":       laCoordinacion,
	"consolidar":           laDivision,
	"observar":             vinculacion + " " + laCoordinacion,
	"dar-conformidad":      vinculacion + " " + laCoordinacion,
	"avalar":               laCoordinacion,
	"reabrir-consulta":     laCoordinacion,
	"enviar":               laCoordinacion,
	"acusar":               laDivision,
	"reclamar-acuse":       laCoordinacion + " sistema",
	"concluir-sin-acuse":   laCoordinacion,
	"actualizar-asunto":    laDivision,
	"ampliar-termino":      laDivision,
	"cancelar":             laCoordinacion,
	"adjuntar":             laDivision + " normativo",
	"ajustar-plazo":        "sistema",
	"traspasar":            "sistema",
}

func TestQuienPuedeCadaActo(t *testing.T) {
	x := turnada(t)
	hay := map[string]string{}
	for _, a := range opinion.Opiniones.Definicion().Actos {
		var quien []string
		if len(a.Facultades) > 0 {
			for _, q := range doe.Vigente().Quienes(doe.Ambito{Alcance: a.Alcance, Guardian: x.r.Unidad, Rama: "doe-7.1.4"}, a.Facultades) {
				quien = append(quien, string(q.Unidad))
			}
		}
		for _, p := range a.Contrapartes {
			quien = append(quien, string(p.Rol))
		}
		hay[a.Nombre] = strings.Join(quien, " ")
	}
	assert.Equal(t, quienes, hay)
}

func TestLoQueSeFirmaLoFirmaLaTitular(t *testing.T) {
	mando := coordinadora
	mando.Puesto, mando.Sub = doe.Mando, "mando"
	suplente := mando
	suplente.Suplencia = &doe.Suplencia{De: "Titular", Documento: "Oficio 1", Desde: fecha.MustParse("2026-01-01"), Hasta: fecha.MustParse("2026-12-31")}
	for nombre, k := range map[string]struct {
		desde func(testing.TB) *expediente
		con   func(doe.Actor) intento
	}{
		"decidir-competencia": {enAnalisis, func(a doe.Actor) intento {
			return acto(opinion.DecidirCompetencia, competencia(finanzas), a, "2026-03-03")
		}},
		"avalar": {integrada, func(a doe.Actor) intento { return acto(opinion.Avalar, opinion.Aval{Version: 1}, a, "2026-03-12") }},
		"enviar": {avalada, func(a doe.Actor) intento { return acto(opinion.Enviar, salida("2026-03-12"), a, "2026-03-12") }},
	} {
		assert.True(t, falla.DeClase(k.con(mando)(k.desde(t)), falla.Prohibida), nombre)
		assert.NoError(t, k.con(suplente)(k.desde(t)), nombre)
		assert.NoError(t, k.con(coordinadora)(k.desde(t)), nombre)
	}
	x := avalada(t)
	f := x.eventos[len(x.eventos)-1].Fundamento
	assert.Equal(t, doe.Facultad("vinculacion.opiniones:validar"), f.Facultad)
	assert.Equal(t, []doe.ClaveFuncion{"doe-7.1.4.1/9"}, f.Funciones.Lista())
}

func TestQuienNoEsDeLaLineaNiParteNoPuede(t *testing.T) {
	for nombre, quien := range map[string]doe.Actor{
		"seguimiento federal": federal,
		"comunicación social": {Sub: "c", Unidad: "doe-7.1.2", Puesto: doe.Titular},
		"regional":            {Sub: "r", Unidad: doe.CAOOD, OOAD: "14", Puesto: doe.Titular},
		"otra dirección":      normativa(juridica),
		"quien la pide":       {Sub: "segob", Organo: "federal-diputados", Rol: doe.Federal},
	} {
		x := turnada(t)
		assert.True(t, falla.DeClase(intentar(x, opinion.Responder, respuesta(finanzas), quien, "2026-03-09"), falla.Prohibida), nombre)
	}
}

func TestQuienLaPideYQuienYaNoSeConsultaNoLaVen(t *testing.T) {
	x := turnada(t)
	ve := func(a doe.Actor) tramite.Acceso {
		c := x.contexto(a, "2026-03-09")
		return opinion.Opiniones.Acceso(&x.r, &c)
	}
	assert.Equal(t, tramite.Permitido, ve(normativa(finanzas)))
	assert.Equal(t, tramite.Oculto, ve(normativa(juridica)))
	assert.Equal(t, tramite.Oculto, ve(doe.Actor{Sub: "x", Organo: "federal-diputados", Rol: doe.Federal}))
	assert.Equal(t, tramite.Permitido, ve(vinculadora))
	hacer(t, x, opinion.RetirarConsulta, cierre(finanzas), coordinadora, "2026-03-05")
	assert.Equal(t, tramite.Oculto, ve(normativa(finanzas)))
}

func TestPropiedades(t *testing.T) {
	var acuses, envios []any
	for _, d := range []string{"2026-03-10", "2026-04-10", "2026-05-10", "2026-07-10", "2026-09-10"} {
		acuses = append(acuses, opinion.Acuse{Fecha: fecha.MustParse(d), Folio: "1"})
	}
	for v := range 3 {
		e := salida("2026-03-02")
		e.Version, e.MotivoExtemporaneo = v+1, todosLosMotiv
		envios = append(envios, e)
	}
	envios = append(envios, opinion.Envio{Oficio: *oficio("2026-03-02"), Medio: opinion.PorOficio, Destinatario: "x", MotivoExtemporaneo: todosLosMotiv})
	prueba.Propiedades(t, opinion.Opiniones, prueba.Opciones{
		Otros:   []tramite.Cualquiera{envio.Envios},
		Actores: []doe.Actor{division, coordinadora, normativa(finanzas), normativa(economicas)},
		Entradas: map[string][]any{
			"registrar": {con(recepcion(), func(e *opinion.Recepcion) {
				e.Origen, e.Termino = opinion.SAO, &opinion.Termino{Limite: dia("2026-06-30 18:00")}
			})},
			"decidir-competencia": {incompetencia()},
			"turnar":              {consultas(1, economicas, finanzas), consultas(1, finanzas)},
			"responder":           {respuesta(""), con(respuesta(economicas), func(e *opinion.Respuesta) { e.Oficio = oficio("2026-03-02") })},
			"pedir-prorroga":      {prorroga(2)},
			"consolidar": {version(economicas, finanzas), version(finanzas), con(version(), faltan(economicas, finanzas)),
				con(version(finanzas), faltan(economicas)), con(version(economicas, finanzas), atiende("O1"))},
			"avalar": {opinion.Aval{Version: 2}},
			"enviar": envios,
			"acusar": acuses,
		},
		Pasos: 60,
	})
}

func TestCadaEstadoContraCadaActoResponde(t *testing.T) {
	for _, desde := range []func(testing.TB) *expediente{
		registrada, enAnalisis, competente, noCompetente, turnada, devuelta, conProrroga, integrada, observada, avalada, enviadaX, reclamada,
	} {
		x := desde(t)
		for _, a := range opinion.Opiniones.Definicion().Actos {
			if a.Creacion {
				continue
			}
			for _, quien := range []doe.Actor{division, coordinadora, vinculadora, normativa(finanzas), reloj} {
				b, err := opinion.Opiniones.Codificar(&x.r)
				require.NoError(t, err)
				copia, err := opinion.Opiniones.Decodificar(b)
				require.NoError(t, err)
				m, err := tramite.NuevaMesa(opinion.Opiniones)
				require.NoError(t, err)
				c := x.contexto(quien, "2026-03-20")
				c.Cargar = func(string, string) (tramite.Registro, error) { return copia, nil }
				_, err = m.Realizar(c, tramite.Peticion{Coleccion: opinion.Coleccion, Folio: folio, Acto: a.Nombre, Entrada: a.Ejemplo})
				abierto := strings.Contains(" "+unir(a.De)+" ", " "+string(x.r.Estado)+" ")
				if !abierto {
					assert.Error(t, err, "%s en %s", a.Nombre, x.r.Estado)
				}
			}
		}
	}
}

func unir(es []tramite.Estado) string {
	var out []string
	for _, e := range es {
		out = append(out, string(e))
	}
	return strings.Join(out, " ")
}

func TestLasEntradasTienenFormaDescribible(t *testing.T) {
	for _, a := range opinion.Opiniones.Definicion().Actos {
		assert.NoError(t, forma.Comprobar(a.Entrada), a.Nombre)
	}
}

func TestLasFallasDeFormaSeDicenEnSuLugar(t *testing.T) {
	e := opinion.Prorroga{Extension: opinion.Extension{Dias: 999}}
	var donde []string
	for _, f := range forma.Validar(e, "body") {
		donde = append(donde, f.Ubicacion)
	}
	assert.ElementsMatch(t, []string{"body.dias", "body.motivo"}, donde)
}

func TestElCatalogoTieneLasDireccionesDeLosEjemplos(t *testing.T) {
	for _, o := range []doe.ClaveOrgano{economicas, finanzas, medicas, cobranza, juridica} {
		hay, ok := doe.Vigente().Organo(o)
		require.True(t, ok, o)
		assert.Equal(t, doe.OrganoNormativo, hay.Tipo)
	}
	for _, c := range opinion.Camaras() {
		if o := c.Clave.Organo(); o != "" {
			_, ok := doe.Vigente().Organo(o)
			assert.True(t, ok, o)
		}
	}
}

// agota checks that the closed list of a field is the vocabulary.
func agota[T ~string](t *testing.T, tipo reflect.Type, campo string, vs vocabulario.Tabla[T], menos ...T) {
	t.Helper()
	f, ok := tipo.FieldByName(campo)
	require.True(t, ok)
	_, lista, _ := strings.Cut(f.Tag.Get("validate"), "oneof=")
	lista, _, _ = strings.Cut(lista, ",")
	quiere := vs.Claves()
	for _, m := range menos {
		quiere = quitar(quiere, string(m))
	}
	assert.ElementsMatch(t, quiere, strings.Fields(lista), "%s.%s", tipo, campo)
}

func quitar(s []string, x string) []string {
	var out []string
	for _, v := range s {
		if v != x {
			out = append(out, v)
		}
	}
	return out
}

func TestLasListasCerradasSonSusVocabularios(t *testing.T) {
	agota(t, reflect.TypeFor[opinion.Recepcion](), "Origen", opinion.Origenes())
	agota(t, reflect.TypeFor[opinion.Asunto](), "Camara", opinion.Camaras())
	agota(t, reflect.TypeFor[opinion.Asunto](), "Tipo", opinion.Tipos())
	agota(t, reflect.TypeFor[opinion.Asunto](), "Etapa", opinion.Etapas())
	agota(t, reflect.TypeFor[opinion.ActualizacionAsunto](), "Etapa", opinion.Etapas())
	agota(t, reflect.TypeFor[opinion.Postura](), "Posicion", opinion.Posiciones())
	agota(t, reflect.TypeFor[opinion.ArticuloOpinado](), "Posicion", opinion.Posiciones(), opinion.SinComentarios)
	agota(t, reflect.TypeFor[opinion.Impacto](), "Tipo", opinion.Impactos())
	agota(t, reflect.TypeFor[opinion.Consideracion](), "Toma", opinion.Tomas())
	agota(t, reflect.TypeFor[opinion.Envio](), "Medio", opinion.Medios(), opinion.PorTelefono, opinion.PorReunion)
	agota(t, reflect.TypeFor[opinion.Comunicacion](), "Medio", opinion.Medios(), opinion.PorSistema, opinion.PorMensajeria)
	agota(t, reflect.TypeFor[opinion.Cancelacion](), "Causa", opinion.Causas())
}

func TestLosVocabulariosTienenSusConstantes(t *testing.T) {
	voces.Concuerda(t, opinion.Origenes(), opinion.ParseOrigen, opinion.SAO, opinion.Comision, opinion.CongresoLocal)
	voces.Concuerda(t, opinion.Camaras(), opinion.ParseCamara, opinion.Diputados, opinion.Senado, opinion.Permanente, opinion.Local)
	voces.Concuerda(t, opinion.Tipos(), opinion.ParseTipo, opinion.Iniciativa, opinion.PuntoAcuerdo, opinion.Minuta, opinion.Dictamen)
	voces.Concuerda(t, opinion.Etapas(), opinion.ParseEtapa, opinion.Pendiente, opinion.EnOrigen, opinion.EnRevisora, opinion.PrimeraLectura, opinion.DevueltoAOrigen,
		opinion.AprobadoPorPublicar, opinion.EnCongresosLocales, opinion.Publicado, opinion.Desechado, opinion.RetiradaPorPromotora)
	voces.Concuerda(t, opinion.Posiciones(), opinion.ParsePosicion, opinion.Favorable, opinion.ConObservaciones, opinion.Desfavorable, opinion.SinComentarios)
	voces.Concuerda(t, opinion.Impactos(), opinion.ParseTipoImpacto, opinion.SinImpacto, opinion.Costo, opinion.Ahorro, opinion.NoCuantificar)
	voces.Concuerda(t, opinion.EstadosTurno(), opinion.ParseEstadoTurno, opinion.EnConsulta, opinion.Respondido, opinion.Devuelto, opinion.SinRespuesta, opinion.Retirado)
	voces.Concuerda(t, opinion.Niveles(), opinion.ParseNivel, opinion.AlEnlace, opinion.ALaTitular, opinion.ALaDireccion)
	voces.Concuerda(t, opinion.Tomas(), opinion.ParseToma, opinion.Total, opinion.Parcial, opinion.Ninguna)
	voces.Concuerda(t, opinion.Medios(), opinion.ParseMedio, opinion.PorSistema, opinion.PorOficio, opinion.PorCorreo, opinion.PorTelefono, opinion.PorReunion, opinion.PorMensajeria)
	voces.Concuerda(t, opinion.Causas(), opinion.ParseCausa, opinion.RetiradaPorSolicitante, opinion.AsuntoTerminado, opinion.Duplicada, opinion.ErrorDeCaptura)
}
