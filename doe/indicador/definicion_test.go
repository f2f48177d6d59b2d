package indicador_test

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
	"github.com/operacion-abierta/operacion/doe/indicador"
	"github.com/operacion-abierta/operacion/doe/plan"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
	voces "github.com/operacion-abierta/operacion/doe/vocabulario/prueba"
)

// quienes lists who may do each act on the records of a unit, with the basis
// when it is not express.
func quienes(d tramite.Cualquiera, guardian doe.ClaveUnidad) map[string]string {
	hay := map[string]string{}
	for _, a := range d.Definicion().Actos {
		var quien []string
		if len(a.Facultades) > 0 {
			for _, q := range doe.Vigente().Quienes(doe.Ambito{Alcance: a.Alcance, Guardian: guardian, Rama: doe.Raiz}, a.Facultades) {
				s := strings.TrimPrefix(string(q.Unidad), "doe-")
				if q.Fundamento == doe.Jerarquico {
					s = "(" + s + ")"
				}
				quien = append(quien, s)
			}
		}
		for _, p := range a.Contrapartes {
			quien = append(quien, string(p.Rol))
		}
		hay[a.Nombre] = strings.Join(quien, " ")
	}
	return hay
}

// The indicators of citizen service: those of 7.1.3.1.
func TestQuienPuedeCadaActoDeUnIndicadorDeAtencion(t *testing.T) {
	assert.Equal(t, map[string]string{
		"proponer":             "7.1.3 7.1.3.1 7.1.3.1.2 7.1.3.1.4",
		"encargar":             "7.1.3 7.1.3.1 7.1.3.1.2",
		"elaborar":             "7.1.3.1.4",
		"observar":             "(7.1.3.1)",
		"devolver":             "7.1.3",
		"pedir-conformidad":    "7.1.3 7.1.3.1 7.1.3.1.2",
		"opinar":               "normativo area",
		"acordar":              "7.1.3",
		"validar":              "(7.1.3.1)",
		"autorizar":            "7.1.3",
		"desechar":             "7.1.3",
		"entrar-en-vigor":      "sistema",
		"sustituir":            "sistema",
		"ajustar-medidos":      "7.1.3 7.1.3.1 7.1.3.1.2 7.1.3.1.4",
		"solicitar-mediciones": "7.1.3 7.1.3.1 7.1.3.1.2 7.1.3.1.4",
		"informar":             "(7.1.3.1)",
		"difundir":             "(7.1.3.1)",
		"asumir-compromisos":   "evaluado area",
		"retirar":              "7.1.3",
		"ajustar-plazo":        "sistema",
		"traspasar":            "sistema",
	}, quienes(indicador.Indicadores, coordinacion))
}

// The indicators of IMSS-BIENESTAR, of affiliation and of the annual programme
// are decided by others.
func TestCadaRamaDecideLosSuyos(t *testing.T) {
	for guardian, quiere := range map[doe.ClaveUnidad]map[string]string{
		"doe-7.1.1.4":   {"elaborar": "7.1.1.4.2", "validar": "7.1.1.4", "autorizar": "7.1.1.4", "acordar": "(7.1.1.4)"},
		"doe-7.1.1.5.1": {"encargar": "7.1.1.5", "validar": "7.1.1.5", "autorizar": "(7.1.1.5)", "difundir": "7.1.1.5", "informar": "7.1.1.5.1.1"},
		"doe-7.1.5":     {"proponer": "7.1.5 7.1.5.1 7.1.5.3", "elaborar": "(7.1.5)", "validar": "(7.1.5)", "autorizar": "(7.1.5)", "informar": "7.1.5.2"},
	} {
		hay := quienes(indicador.Indicadores, guardian)
		for acto, q := range quiere {
			assert.Equal(t, q, hay[acto], "%s: %s", guardian, acto)
		}
	}
}

func TestQuienPuedeCadaActoDeUnaMedicion(t *testing.T) {
	hay := quienes(indicador.Mediciones, coordinacion)
	for acto, quien := range map[string]string{
		"solicitar": "7.1.3 7.1.3.1 7.1.3.1.2 7.1.3.1.4", "capturar": "(7.1.3.1)", "prorrogar": "7.1.3 7.1.3.1 7.1.3.1.2",
		"observar-retraso": "7.1.3.1.4 sistema", "observar": "7.1.3.1 7.1.3.1.4", "validar": "7.1.3.1", "reabrir": "7.1.3.1",
		"analizar": "7.1.3.1.4", "cancelar": "7.1.3 7.1.3.1 7.1.3.1.2 7.1.3.1.4",
	} {
		assert.Equal(t, quien, hay[acto], acto)
	}
	for guardian, quien := range map[doe.ClaveUnidad]string{"doe-7.1.1.4": "(7.1.1.4)", "doe-7.1.5": "(7.1.5)", "doe-7.1.1.5.1": "(7.1.1.5)"} {
		assert.Equal(t, quien, quienes(indicador.Mediciones, guardian)["capturar"], guardian)
	}
	x, _ := solicitado(t)
	m := x.deMedido("ooad-14", "2026-T1")
	c := x.contexto(elabora, "2026-04-01")
	for acto, quien := range map[string]doe.ClaveUnidad{"reportar": doe.CAOOD, "corregir": doe.CAOOD, "definir-estrategia": doe.CAOOD} {
		q := indicador.Mediciones.Quienes(&m, acto, &c)
		require.Len(t, q, 1, acto)
		assert.Equal(t, quien, q[0].Unidad, acto)
	}
}

func TestLoQueSeFirmaLoFirmaLaTitular(t *testing.T) {
	mando := coordina
	mando.Puesto, mando.Sub = doe.Mando, "mando"
	x, f := elaborado(t)
	_, err := x.intentar(indicador.Coleccion, f, "validar", indicador.Nota{}, mando, "2026-01-07")
	assert.True(t, falla.DeClase(err, falla.Prohibida))
	mando.Suplencia = &suplir
	x.hacer(indicador.Coleccion, f, "validar", indicador.Nota{}, mando, "2026-01-07")
}

func TestPropiedadesDelIndicador(t *testing.T) {
	prueba.Propiedades(t, indicador.Indicadores, prueba.Opciones{
		Actores: []doe.Actor{elabora, coordina, unidad, laAdmon},
		Otros:   []tramite.Cualquiera{indicador.Mediciones, envio.Envios},
		Entradas: map[string][]any{
			"proponer": {con(indicador.Proponer.Ejemplo, func(e *indicador.Propuesta) { e.Clave, e.Materia = "COBERTURA-TAOD", indicador.Cobertura })},
			"elaborar": {con(ficha(), func(f *indicador.Ficha) { f.Formula = "en_plazo / 0 + nada" }), con(ficha(), func(f *indicador.Ficha) { f.Medidos[0] = indicador.Medido{Organo: "ooad-14"} })},
			"opinar":   {indicador.Opinion{Texto: "Falta el denominador"}},
			"autorizar": {indicador.Autorizacion{VigenteDesde: fecha.MustParse("2026-09-01")},
				indicador.Autorizacion{VigenteDesde: fecha.MustParse("2027-01-01")}},
			"solicitar-mediciones": {indicador.Pedido{Periodo: "2026-T2", Solo: []string{"ooad-14"}}, indicador.Pedido{Periodo: "2026-T3"}, indicador.Pedido{Periodo: "2027-T1"}},
			"encargar":             {indicador.Encargo{Elabora: sistemas, Hasta: fecha.MustParse("2027-12-31")}},
			"informar":             {con(indicador.Informar.Ejemplo, func(e *indicador.EntregaReporte) { e.Periodo = "nunca" })},
		},
		Pasos: 60,
	})
}

// A measurement needs its indicator: its random walk is in paseo_test.go.
func TestPropiedadesDeLaMedicion(t *testing.T) {
	prueba.Propiedades(t, indicador.Mediciones, prueba.Opciones{Pasos: 1})
}

func TestLasEntradasTienenFormaDescribible(t *testing.T) {
	for _, d := range []tramite.Cualquiera{indicador.Indicadores, indicador.Mediciones} {
		for _, a := range d.Definicion().Actos {
			assert.NoError(t, forma.Comprobar(a.Entrada), a.Nombre)
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
	var quiere []string
	for _, k := range vs {
		if len(menos) == 0 || k.Clave != menos[0] {
			quiere = append(quiere, string(k.Clave))
		}
	}
	assert.ElementsMatch(t, quiere, strings.Fields(lista), "%s.%s", tipo, campo)
}

func TestLasListasCerradasSonSusVocabularios(t *testing.T) {
	agota(t, reflect.TypeFor[indicador.Propuesta](), "Nivel", indicador.Niveles())
	agota(t, reflect.TypeFor[indicador.Propuesta](), "Dimension", indicador.Dimensiones())
	agota(t, reflect.TypeFor[indicador.Propuesta](), "Materia", indicador.Materias())
	agota(t, reflect.TypeFor[indicador.Ficha](), "Frecuencia", indicador.Frecuencias())
	agota(t, reflect.TypeFor[indicador.Ficha](), "Sentido", plan.Sentidos())
	agota(t, reflect.TypeFor[indicador.Variable](), "Clase", indicador.Clases())
	agota(t, reflect.TypeFor[indicador.Variable](), "EnElTiempo", indicador.Acumulaciones())
	agota(t, reflect.TypeFor[indicador.Variable](), "EntreOrganos", indicador.Acumulaciones(), indicador.Ultimo)
	agota(t, reflect.TypeFor[indicador.Alineacion](), "Instrumento", indicador.Instrumentos())
}

func TestLosVocabulariosTienenSusConstantes(t *testing.T) {
	voces.Concuerda(t, indicador.Niveles(), indicador.ParseNivel, indicador.Fin, indicador.Proposito, indicador.Componente, indicador.Actividad, indicador.Gestion)
	voces.Concuerda(t, indicador.Dimensiones(), indicador.ParseDimension, indicador.Eficacia, indicador.Eficiencia, indicador.Calidad, indicador.Economia)
	voces.Concuerda(t, indicador.Frecuencias(), indicador.ParseFrecuencia, indicador.Mensual, indicador.Trimestral, indicador.Semestral, indicador.Anual)
	voces.Concuerda(t, indicador.Clases(), indicador.ParseClase, indicador.Conteo, indicador.Monto, indicador.Razon)
	voces.Concuerda(t, indicador.Acumulaciones(), indicador.ParseAcumulacion, indicador.Suma, indicador.Ultimo, indicador.Maximo, indicador.Minimo, indicador.Ninguna)
	voces.Concuerda(t, indicador.Luces(), indicador.ParseLuz, indicador.Verde, indicador.Amarillo, indicador.Rojo, indicador.Apagada)
	voces.Concuerda(t, indicador.Materias(), indicador.ParseMateria, indicador.Atencion, indicador.Cobertura, indicador.Afiliacion, indicador.Recaudacion, indicador.Bienestar, indicador.Programa, indicador.OtraMateria)
	voces.Concuerda(t, indicador.Instrumentos(), indicador.ParseInstrumento, indicador.PlanNacional, indicador.ProgramaSectorial, indicador.ProgramaIMSS, indicador.ProgramaDOE, indicador.ProgramaIMSSBienes)
}
