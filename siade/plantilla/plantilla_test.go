package plantilla_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
	"github.com/operacion-abierta/operacion/doe/version"
	vocabularios "github.com/operacion-abierta/operacion/doe/vocabulario/prueba"
	"github.com/operacion-abierta/operacion/siade"
	"github.com/operacion-abierta/operacion/siade/plantilla"
)

var atencion = doe.Actor{Sub: "aci-01", Nombre: "Atención Ciudadana", Unidad: "doe-7.1.3.1.1", Puesto: doe.Titular}

func TestPropiedades(t *testing.T) {
	otra, mala := plantilla.PrimeraPlantilla.Contenido, plantilla.PrimeraPlantilla.Contenido
	otra.Uso, mala.Texto = "Cuando pregunta por otra persona.", "Sin {{declarar}} y con }} sueltas."
	prueba.Propiedades(t, plantilla.Plantillas, prueba.Opciones{
		Actores: []doe.Actor{atencion, {Sub: "enl-01", Nombre: "Enlace", Unidad: "doe-7.1.3.1.2", Puesto: doe.Personal}},
		Entradas: map[string][]any{
			"elaborar":  {version.Alta[plantilla.Contenido]{Clave: "OTRA", Contenido: otra}, version.Alta[plantilla.Contenido]{Clave: "MALA", Contenido: mala}},
			"corregir":  {otra, mala},
			"autorizar": {version.Vigor{Desde: fecha.MustParse("2026-06-01")}, version.Vigor{Desde: fecha.MustParse("2026-10-01")}},
		},
	})
}

func TestQuienLaDesarrollaNoLaAutoriza(t *testing.T) {
	for _, par := range plantilla.Plantillas.Definicion().Segregacion.Pares {
		assert.Equal(t, "autorizar", par.Despues)
	}
	assert.Len(t, plantilla.Plantillas.Definicion().Segregacion.Pares, 2)
}

// elaborar drafts a template and gives the faults, as "NN path".
func elaborar(e plantilla.Contenido) []string {
	c := tramite.Contexto{Ahora: fecha.MustParse("2026-03-02").Inicio().Sumar(10 * time.Hour), Actor: atencion, Catalogo: doe.Vigente(), Calendarios: plazo.Oficiales(), Folio: "PLR-1"}
	c.Padron = func(string) (map[string]tramite.Registro, error) {
		return map[string]tramite.Registro{"tema/citas": &siade.Clasificador{Clase: siade.ClaseTema, Clave: "citas", Ediciones: []siade.EdicionClasificador{{Desde: fecha.MustParse("2026-01-01"), Nombre: "Citas"}}}}, nil
	}
	m, _ := tramite.NuevaMesa(plantilla.Plantillas)
	_, err := m.Realizar(c, tramite.Peticion{Coleccion: plantilla.Coleccion, Entrada: version.Alta[plantilla.Contenido]{Clave: "X", Contenido: e}})
	return codigos(err)
}

func codigos(err error) []string {
	out := []string{}
	if mal, ok := errors.AsType[*falla.Error](err); ok {
		for _, f := range mal.Fallas {
			out = append(out, strings.TrimPrefix(f.Codigo, "SIADE-PLANTILLA-")+" "+f.Ubicacion)
		}
	}
	return out
}

func TestUnaPlantillaDiceTodasSusFallas(t *testing.T) {
	e := plantilla.PrimeraPlantilla.Contenido
	e.Responde = []siade.Codigo{{Clase: siade.ClaseTema, Clave: "citas"}}
	assert.Empty(t, elaborar(e))
	e.Texto = "Folio {{folio}} y {{otro}}, {{Mal}} {{ folio }}"
	e.Campos = []plantilla.Campo{
		{Clave: "folio", Nombre: "Folio", Clase: plantilla.EsFecha, De: plantilla.DeFolio}, {Clave: "folio", Nombre: "Folio", Clase: plantilla.EsFolio},
		{Clave: "Mal", Nombre: "Mal", Clase: plantilla.EsTexto},
	}
	e.Responde = []siade.Codigo{{Clase: siade.ClaseTema, Clave: "nada"}, {Clase: siade.ClaseTema, Clave: "citas"}, {Clase: siade.ClaseTema, Clave: "citas"}}
	assert.ElementsMatch(t, []string{
		"01 body.contenido.texto", "02 body.contenido.campos[2].clave", "03 body.contenido.campos[1].clave", "03 body.contenido.responde[2]", "04 body.contenido.campos[2].clave",
		"05 body.contenido.campos[0].clase", "06 body.contenido.texto", "07 body.contenido.responde[0].clave",
	}, elaborar(e))
}

func llenar(e plantilla.Contenido, vs ...plantilla.Valor) (string, []string) {
	texto, _, f := e.Llenar(plantilla.Datos{plantilla.DeFolio: "SIADE-2026-14-0000002-V", plantilla.DePresentacion: "2026-03-02"}, vs)
	return texto, codigos(f.Error("x", "", ""))
}

func TestSeDicenDeUnaVezTodosLosCamposQueFaltanYLosMalos(t *testing.T) {
	e := plantilla.PrimeraPlantilla.Contenido
	_, mal := llenar(e)
	assert.Equal(t, []string{"08 body.valores", "08 body.valores", "08 body.valores"}, mal)
	_, mal = llenar(e, plantilla.Valor{Campo: "fecha_cita", Valor: "9 de marzo"}, plantilla.Valor{Campo: "lugar", Valor: "la clínica"}, plantilla.Valor{Campo: "explicacion", Valor: "{{folio}}"},
		plantilla.Valor{Campo: "folio", Valor: "SIADE-2026-14-0000001-X"}, plantilla.Valor{Campo: "nada", Valor: "x"}, plantilla.Valor{Campo: "lugar", Valor: "x"})
	assert.ElementsMatch(t, []string{"10 body.valores[0].valor", "10 body.valores[1].valor", "10 body.valores[2].valor", "11 body.valores[3].valor", "09 body.valores[4].campo", "09 body.valores[5].campo"}, mal)
	e.Texto = strings.Repeat("{{explicacion}}", 5)
	e.Campos = e.Campos[2:3]
	_, mal = llenar(e, plantilla.Valor{Campo: "explicacion", Valor: strings.Repeat("ñ", 1700)})
	assert.Equal(t, []string{"12 body.valores"}, mal)
	_, mal = llenar(e, plantilla.Valor{Campo: "explicacion", Valor: strings.Repeat("ñ", 1600)})
	assert.Empty(t, mal)
}

func TestCadaClaseTomaSusValores(t *testing.T) {
	for clase, casos := range map[plantilla.ClaseCampo]map[string]string{
		plantilla.EsTexto:   {"Hola & <b>": "Hola & <b>", "a\nb": "a\nb", "  ": "", "x }} y": "", "a\tb": ""},
		plantilla.EsFecha:   {"2026-03-09": "9 de marzo de 2026", "2026-02-30": "", "hoy": ""},
		plantilla.EsFolio:   {"SIADE-2026-14-0000002-V": "SIADE-2026-14-0000002-V", "SIADE-2026-14-0000002-W": ""},
		plantilla.EsUnidad:  {"JCIMS000301": "JCIMS000301", "14A01": ""},
		plantilla.EsNumero:  {"12": "12", "-1": "", "1.5": ""},
		plantilla.EsImporte: {"1234567.50": "$1,234,567.50", "999": "$999.00", "12.5": ""},
	} {
		e := plantilla.Contenido{Texto: "{{x}}", Campos: []plantilla.Campo{{Clave: "x", Nombre: "X", Clase: clase}}}
		for v, quiere := range casos {
			texto, mal := llenar(e, plantilla.Valor{Campo: "x", Valor: v})
			assert.Equal(t, quiere == "", len(mal) > 0, "%s %q", clase, v)
			if quiere != "" {
				assert.Equal(t, quiere, texto)
			}
		}
	}
}

func TestSirveLaQueEsDelAsunto(t *testing.T) {
	e := plantilla.PrimeraPlantilla.Contenido
	e.Responde = []siade.Codigo{{Clase: siade.ClaseTema, Clave: "vigencia-derechos"}}
	ori := siade.Clasificacion{Tipo: siade.Orientacion, Tema: "vigencia-derechos", Servicio: "afiliacion"}
	assert.Positive(t, e.Ajuste(ori))
	assert.Zero(t, e.Ajuste(siade.Clasificacion{Tipo: siade.Queja, Tema: "vigencia-derechos"}))
	assert.Zero(t, e.Ajuste(siade.Clasificacion{Tipo: siade.Orientacion}))
	general, servicio := e, e
	general.Responde, servicio.Responde = nil, []siade.Codigo{{Clase: siade.ClaseServicio, Clave: "afiliacion"}}
	assert.Greater(t, e.Ajuste(ori), servicio.Ajuste(ori))
	assert.Greater(t, servicio.Ajuste(ori), general.Ajuste(ori))
}

func TestLosDatosSonDelExpedienteYNoDePersonas(t *testing.T) {
	p := siade.Peticion{UnidadServicio: "JCIMS000301", Presentacion: fecha.MustParse("2026-03-02"), Clasificacion: &siade.Clasificacion{Tipo: siade.Gestion, Tema: "citas"},
		Turno: &siade.Turnado{Organo: "dn-prestaciones-medicas"}, Senalado: &siade.Senalado{Persona: "Marta Solís"}}
	p.Folio, p.OOAD = "SIADE-2026-14-0000002-V", "14"
	d := plantilla.DatosDe(p, &tramite.Contexto{Ahora: fecha.MustParse("2026-03-05").Inicio(), Catalogo: doe.Vigente()})
	assert.Equal(t, "Gestión", d[plantilla.DeTipo])
	assert.Equal(t, "citas", d[plantilla.DeTema])
	assert.Equal(t, "2026-03-05", d[plantilla.DeHoy])
	assert.Contains(t, d[plantilla.DeOOAD], "Jalisco")
	assert.Contains(t, d[plantilla.DeArea], "Médicas")
	assert.NotContains(t, d, plantilla.DeReapertura, "it was not closed")
	assert.NotContains(t, fmt.Sprint(d), "Solís")
}

func TestVocabulariosYReglas(t *testing.T) {
	vocabularios.Concuerda(t, plantilla.ClasesCampo(), plantilla.ParseClaseCampo, plantilla.EsTexto, plantilla.EsFecha, plantilla.EsFolio, plantilla.EsUnidad, plantilla.EsNumero, plantilla.EsImporte)
	vocabularios.Concuerda(t, plantilla.Origenes(), plantilla.ParseOrigen, plantilla.DelExpediente, plantilla.DadoAMano, plantilla.Vacio)
	vocabularios.Concuerda(t, plantilla.Fuentes(), plantilla.ParseFuente, plantilla.DeFolio, plantilla.DePresentacion, plantilla.DeHoy, plantilla.DeOOAD, plantilla.DeTipo, plantilla.DeTema, plantilla.DeServicio,
		plantilla.DeUnidad, plantilla.DeArea, plantilla.DeReapertura, plantilla.DeFicha, plantilla.DeRequisitos, plantilla.DeDocumentos, plantilla.DeDonde, plantilla.DeFundamento)
	for i, r := range plantilla.Reglas() {
		require.Equal(t, fmt.Sprintf("SIADE-PLANTILLA-%02d", i+1), r.Codigo)
		require.NotEmpty(t, r.Es+r.En)
		require.False(t, r.Fuente.IsZero(), r.Codigo)
	}
	for _, x := range plantilla.Terminos() {
		require.False(t, x.Termino.Fuente.IsZero())
	}
}
