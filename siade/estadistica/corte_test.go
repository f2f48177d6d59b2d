package estadistica_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/envio"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
	"github.com/operacion-abierta/operacion/doe/version"
	"github.com/operacion-abierta/operacion/siade/estadistica"
)

var (
	disena   = deUnidad("doe-7.1.3.1.4")
	aprueba  = deUnidad("doe-7.1.3")
	ejecutan = deUnidad("doe-7.1.3.1")
	valida   = deUnidad("doe-7.1.3.1.1")
)

func deUnidad(u doe.ClaveUnidad) doe.Actor {
	return doe.Actor{Sub: "titular:" + string(u), Nombre: "Titular de " + string(u), Unidad: u, Puesto: doe.Titular}
}

const (
	disenos = estadistica.ColeccionDisenos
	cortes  = estadistica.ColeccionCortes
)

// banco has the monthly design in force since the beginning of 2026 and stands
// on 9 February.
func banco(t *testing.T) *prueba.Archivo {
	x := prueba.Nuevo(t, "2026-01-02", estadistica.Disenos, estadistica.Cortes, envio.Envios)
	f := x.Hacer(disena, disenos, "", "", estadistica.PrimerDiseno)
	x.Hacer(aprueba, disenos, f, "autorizar", version.Vigor{Desde: fecha.MustParse("2026-01-02")})
	x.El("2026-02-09")
	return x
}

func corte(x *prueba.Archivo, folio string) estadistica.Corte {
	return prueba.Leer[estadistica.Corte](x, cortes, folio)
}

// integra puts in figures that count so many folios.
func integra(t *testing.T, x *prueba.Archivo, folio string, folios int) {
	r := corte(x, folio)
	c, err := r.Integrar(estadistica.PrimerDiseno.Contenido, func(s estadistica.Suma) ([]estadistica.Fila, error) {
		if s.Parte != estadistica.EnPeriodo {
			return nil, nil
		}
		f := estadistica.Fila{OOAD: "14", V1: "queja"}
		f.M[0] = folios
		return []estadistica.Fila{f}, nil
	})
	require.NoError(t, err)
	x.Hacer(doe.Reloj(), cortes, folio, "integrar", c)
}

func enero(cambios ...func(*estadistica.Ejecucion)) estadistica.Ejecucion {
	e := estadistica.Ejecucion{Diseno: "MENSUAL", Periodo: "2026-01"}
	for _, c := range cambios {
		c(&e)
	}
	return e
}

func TestRegla31ElCorteSeEjecutaSeValidaYSePublica(t *testing.T) {
	x := banco(t)
	x.Rompe(disena, cortes, "", "", enero(), "sin-facultad")
	f := x.Hacer(ejecutan, cortes, "", "", enero())
	r := corte(x, f)
	assert.Equal(t, "2026-01-31", r.Hasta.String())
	assert.Less(t, int64(r.Al), int64(x.Ahora), "as of when every event is written")
	x.Rompe(valida, cortes, f, "validar", estadistica.Conformidad{Folios: 7}, "acto-no-abierto")

	integra(t, x, f, 7)
	assert.Equal(t, 7, corte(x, f).Cifras.Folios)
	x.Rompe(ejecutan, cortes, f, "validar", estadistica.Conformidad{Folios: 7}, "sin-facultad")
	x.Rompe(valida, cortes, f, "validar", estadistica.Conformidad{Folios: 8}, "SIADE-CORTE-10 body.folios")
	x.Hacer(valida, cortes, f, "observar", estadistica.ObservarCorte.Ejemplo)
	x.El("2026-02-10")
	x.Hacer(ejecutan, cortes, f, "reejecutar", estadistica.ReejecutarCorte.Ejemplo)
	integra(t, x, f, 8)
	x.Hacer(valida, cortes, f, "validar", estadistica.Conformidad{Folios: 8})
	x.Rompe(ejecutan, cortes, f, "publicar", estadistica.PublicarCorte.Ejemplo, "sin-facultad")
	x.Hacer(aprueba, cortes, f, "publicar", estadistica.PublicarCorte.Ejemplo)
	r = corte(x, f)
	assert.Equal(t, estadistica.Publicado, r.Estado)
	assert.Equal(t, []string{"dn-prestaciones-medicas"}, r.Publicacion.Para)
	assert.True(t, r.Cifras.Integra())
	require.Len(t, x.Folios(envio.Coleccion), 1)
	c := x.Contexto(doe.Actor{Sub: "t", Unidad: doe.CAOOD, OOAD: "15", Puesto: doe.TAOD})
	assert.Equal(t, tramite.Permitido, estadistica.Cortes.Acceso(&r, &c), "what is published is for everyone")
}

func TestLoPublicadoSeRectificaConOtroCorte(t *testing.T) {
	x := banco(t)
	publica := func(f string, n int) {
		integra(t, x, f, n)
		x.Hacer(valida, cortes, f, "validar", estadistica.Conformidad{Folios: n})
		x.Hacer(aprueba, cortes, f, "publicar", estadistica.PublicarCorte.Ejemplo)
	}
	uno := x.Hacer(ejecutan, cortes, "", "", enero())
	x.Rompe(ejecutan, cortes, "", "", enero(), "SIADE-CORTE-08 body.periodo")
	rectifica := func(e *estadistica.Ejecucion) {
		e.Sustituye, e.Motivo = uno, "Se importaron tarde las de un OOAD."
	}
	x.Rompe(ejecutan, cortes, "", "", enero(rectifica), "SIADE-CORTE-09 body.sustituye", "SIADE-CORTE-08 body.periodo")
	publica(uno, 7)
	x.Rompe(ejecutan, cortes, "", "", enero(), "SIADE-CORTE-08 body.periodo")
	x.Rompe(ejecutan, cortes, "", "", enero(rectifica, func(e *estadistica.Ejecucion) { e.Motivo = "" }), "SIADE-CORTE-09 body.sustituye", "SIADE-CORTE-08 body.periodo")
	dos := x.Hacer(ejecutan, cortes, "", "", enero(rectifica))
	antes := x.Doc(cortes, uno)
	integra(t, x, dos, 9)
	assert.Equal(t, antes, x.Doc(cortes, uno), "it stands until the other is published")
	x.Hacer(valida, cortes, dos, "validar", estadistica.Conformidad{Folios: 9})
	x.Hacer(aprueba, cortes, dos, "publicar", estadistica.PublicarCorte.Ejemplo)
	assert.Equal(t, estadistica.Sustituido, corte(x, uno).Estado)
	assert.Equal(t, dos, corte(x, uno).Sustituido)
	assert.Equal(t, 7, corte(x, uno).Cifras.Folios, "what it said is kept")
	assert.Equal(t, 2, corte(x, dos).Numero)
}

func TestElPeriodoTerminoYEsDelDiseno(t *testing.T) {
	x := banco(t)
	for p, quiere := range map[estadistica.Periodo][]string{
		"2026-T1": {"SIADE-CORTE-06 body.periodo", "SIADE-CORTE-07 body.periodo"},
		"2026-02": {"SIADE-CORTE-07 body.periodo"},
		"2025":    {"SIADE-CORTE-06 body.periodo"},
	} {
		x.Rompe(ejecutan, cortes, "", "", enero(func(e *estadistica.Ejecucion) { e.Periodo = p }), quiere...)
	}
	x.Rompe(ejecutan, cortes, "", "", enero(func(e *estadistica.Ejecucion) { e.Diseno = "OTRO" }), "SIADE-CORTE-05 body.diseno")
	assert.Equal(t, 1, corte(x, x.Hacer(ejecutan, cortes, "", "", enero(func(e *estadistica.Ejecucion) { e.Periodo = "2025-11" }))).VersionDiseno, "before it, by the one in force")
	x.El("2026-02-05") // five days are waited for
	x.Rompe(ejecutan, cortes, "", "", enero(), "SIADE-CORTE-07 body.periodo")
	x.El("2026-02-06")
	x.Hacer(ejecutan, cortes, "", "", enero())
}

func TestUnDisenoDiceTodasSusFallas(t *testing.T) {
	x := banco(t)
	e := estadistica.PrimerDiseno
	e.Clave = "OTRO"
	e.Contenido.Cuadros = []estadistica.Cuadro{
		{Clave: "C1", Titulo: "Uno de dos", Agrupar: []estadistica.Dimension{"tema", "canal"}, Medidas: []estadistica.Medida{"registradas"}},
		{Clave: "C1", Titulo: "Otro más", Medidas: []estadistica.Medida{"nada"}, Filtros: []estadistica.FiltroCuadro{{Dimension: "mes", Valores: []string{"2026-01"}}}},
	}
	x.Rompe(disena, disenos, "", "", e, "SIADE-CORTE-04 body.contenido.cuadros[0].agrupar", "SIADE-CORTE-01 body.contenido.cuadros[1].clave",
		"SIADE-CORTE-02 body.contenido.cuadros[1].medidas[0]", "SIADE-CORTE-03 body.contenido.cuadros[1].filtros[0].dimension")
	x.Rompe(aprueba, disenos, "", "", estadistica.PrimerDiseno, "sin-facultad")
}

func TestLaHuellaEsDeLasCifras(t *testing.T) {
	x := banco(t)
	f := x.Hacer(ejecutan, cortes, "", "", enero())
	c := estadistica.IntegrarCorte.Ejemplo
	c.Al = corte(x, f).Al
	assert.False(t, c.Integra())
	_, err := x.Intentar(doe.Reloj(), cortes, f, "integrar", c)
	assert.Equal(t, []string{"SIADE-CORTE-11 body.huella"}, prueba.Fallas(err))
	assert.True(t, falla.DeClase(err, falla.Invalida))
}

func TestPropiedadesDeDisenosYCortes(t *testing.T) {
	prueba.Propiedades(t, estadistica.Disenos, prueba.Opciones{Entradas: map[string][]any{
		"autorizar": {version.Vigor{Desde: fecha.MustParse("2026-09-01")}, version.Vigor{Desde: fecha.MustParse("2026-12-01")}},
	}})
	prueba.Propiedades(t, estadistica.Cortes, prueba.Opciones{
		Otros: []tramite.Cualquiera{estadistica.Disenos, envio.Envios},
		Antes: []prueba.Antes{
			{Actor: disena, Peticion: tramite.Peticion{Coleccion: disenos, Entrada: version.Alta[estadistica.ContenidoDiseno]{Clave: "MENSUAL", Contenido: estadistica.PrimerDiseno.Contenido}}},
			{Actor: aprueba, Peticion: tramite.Peticion{Coleccion: disenos, Folio: "DES-2026-09-0000001-X", Acto: "autorizar", Entrada: version.Vigor{Desde: fecha.MustParse("2026-03-02")}}},
		},
		Entradas: map[string][]any{"ejecutar": {estadistica.Ejecucion{Diseno: "MENSUAL", Periodo: "2026-03"}, estadistica.Ejecucion{Diseno: "MENSUAL", Periodo: "2026-04"}}},
	})
}

func TestLasReglasDeCortesTienenCodigoConsecutivoYFuente(t *testing.T) {
	for i, r := range estadistica.Reglas() {
		assert.Equal(t, "SIADE-CORTE-"+[]string{"01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11"}[i], r.Codigo)
		assert.NotEmpty(t, r.Fuente.Norma)
	}
}
