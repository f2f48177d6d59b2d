package campana_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/comunicacion/campana"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
)

// ve is the campaign as an actor may see it, and as it is encoded for them.
func ve(k *caso, a doe.Actor) (campana.Campana, string) {
	k.Helper()
	r, doc := prueba.Ve(k, campana.Campanas, &k.r, a)
	return *r, doc
}

func adjunta(k *caso, quien doe.Actor, nombre, sha string) {
	haz(k, quien, "2026-10-13", tramite.Adjuntar[campana.Campana](tramite.Base{}), tramite.Adjunto{Nombre: nombre, SHA256: sha, Tipo: "video/mp4", Bytes: 1})
}

// reservada is a campaign in diffusion, corrected and being changed, with
// something said inside in each of its parts: what is the directorate's begins
// with "reservado".
func reservada(t testing.TB) *caso {
	k := presentada(t)
	haz(k, unidad, "2026-08-04", campana.Validar, campana.Decision{Resultado: campana.ConCambios, Motivo: "reservado: cambios que pide la Unidad"})
	haz(k, unidad, "2026-08-05", campana.AnotarNecesidad, campana.Necesidad{Area: "reservado", Descripcion: "reservado: necesidad", Canal: "reservado", Fecha: f("2026-08-01")})
	haz(k, difusion, "2026-08-05", campana.Presentar, campana.Presentacion{Consulta: "INE"})
	haz(k, unidad, "2026-08-06", campana.Validar, campana.Decision{Resultado: campana.Otorgada, Revisadas: campana.Validar.Ejemplo.Revisadas, Motivo: "reservado: visto"})
	haz(k, difusion, "2026-08-10", campana.Gestionar, campana.Envio{Oficio: "UCS/213", Fecha: f("2026-08-10")})
	haz(k, doe.Reloj(), "2026-09-10", campana.Alertar, campana.Aviso{Plazo: campana.PlazoFederal})
	haz(k, segob, "2026-09-11", campana.Dictaminar, otorga)
	e := gasto("2026-09-15", 600_000_000)
	e.Documento = "reservado: contrato"
	haz(k, difusion, "2026-09-15", campana.Comprometer, e)
	haz(k, difusion, "2026-10-12", campana.Difundir, salida("tv1", "2026-10-05", "2026-10-11"))
	haz(k, difusion, "2026-10-12", campana.Corregir, campana.Modificacion{Motivo: "Menos televisión", Contenido: con(func(c *campana.Contenido) { c.Lineas[0].Costo-- })})
	haz(k, difusion, "2026-10-13", campana.Modificar, campana.Modificacion{Motivo: "reservado: por qué", Contenido: con(func(c *campana.Contenido) { c.Objetivos = []string{"reservado: otro objetivo"} })})
	adjunta(k, difusion, "testigo de televisión", testigos[0].SHA256)
	adjunta(k, difusion, "reservado: guion", "a665a45920422f9d417e4867efdc4fb8a04a1f3fff1fa07e998e86f7f7a27ae3")
	return k
}

func TestTheFederalAuthoritySeesWhatWasSentToItAndWhatWasShown(t *testing.T) {
	k := reservada(t)
	r, doc := ve(k, segob)
	require.NotContains(t, doc, "reservado")
	require.ElementsMatch(t, []string{"folio", "version", "estado", "unidad", "ooad", "creado", "actualizado", "relojes", "adjuntos",
		"nombre", "clase", "modalidad", "tema", "ejercicio", "programa", "contenido", "autores", "versiones", "en_vigor", "aprobaciones",
		"envios", "tiempos_oficiales", "publicaciones"}, prueba.Campos(t, doc))
	require.Equal(t, k.r.EnVigencia(), r.Contenido, "what is in force, not the draft")
	require.Len(t, r.Versiones, 2)
	require.Equal(t, []int{2, 3}, []int{r.Versiones[0].Numero, r.Versiones[1].Numero}, "the one sent and its correction")
	require.Len(t, r.Aprobaciones, 1)
	require.Equal(t, "SEGOB-2026-117", r.Clave())
	require.Equal(t, k.r.Publicaciones, r.Publicaciones)
	require.Len(t, r.Adjuntos, 1)
	require.Equal(t, "testigo de televisión", r.Adjuntos[0].Nombre)
	for _, x := range r.Relojes {
		require.Contains(t, []string{campana.PlazoFederal, campana.PlazoVigencia, campana.PlazoDifusion}, x.Plazo)
	}
	for _, a := range []doe.Actor{unidad, difusion, doe.Reloj()} {
		entero, _ := campana.Campanas.Recortar(&k.r, a)
		require.Same(t, &k.r, entero)
	}
}

func TestTheFederalAuthoritySeesAChangeOnceItIsSent(t *testing.T) {
	k := reservada(t)
	haz(k, difusion, "2026-10-14", campana.Redactar, campana.Redaccion{Contenido: con(func(c *campana.Contenido) { c.Objetivos = []string{"Otro objetivo"} })})
	haz(k, difusion, "2026-10-14", campana.Presentar, campana.Presentacion{Consulta: "INE"})
	haz(k, unidad, "2026-10-15", campana.Validar, campana.Validar.Ejemplo)
	r, _ := ve(k, segob)
	require.NotEqual(t, []string{"Otro objetivo"}, r.Contenido.Objetivos)
	require.Len(t, r.Versiones, 2)
	haz(k, difusion, "2026-10-16", campana.Gestionar, campana.Envio{Oficio: "UCS/300", Fecha: f("2026-10-16")})
	r, _ = ve(k, segob)
	require.Equal(t, []string{"Otro objetivo"}, r.Contenido.Objetivos, "what it is asked to decide")
	require.Len(t, r.Versiones, 3)
	haz(k, segob, "2026-10-20", campana.Dictaminar, campana.Dictamen{Resultado: campana.Rechazada, Oficio: "SNM/9", Fecha: f("2026-10-20"), Motivo: "No procede"})
	r, _ = ve(k, segob)
	require.Equal(t, k.r.EnVigencia(), r.Contenido, "what goes on in force")
	require.Equal(t, "No procede", r.Aprobaciones[1].Motivo)
}

func TestTheFederalAuthoritySeesPaymentsAsThePublicSystemHasThem(t *testing.T) {
	k := concluida(t)
	haz(k, masivos, "2026-11-18", campana.Devengar, gasto("2026-11-18", 590_000_000))
	haz(k, difusion, "2026-11-25", campana.Pagar, gasto("2026-11-25", 590_000_000))
	r, _ := ve(k, segob)
	require.Empty(t, r.Meses)
	haz(k, masivos, "2026-12-08", campana.RegistrarMes, campana.RegistroMes{Anio: 2026, Mes: 11, Acuse: "COMSOC-11", Fecha: f("2026-12-08")})
	r, _ = ve(k, segob)
	require.Equal(t, k.r.Meses, r.Meses)
	require.Empty(t, r.Movimientos)
	require.Equal(t, k.r.Fin, r.Fin)
}

func TestInEveryStateWhatTheAuthoritySeesCanBeRead(t *testing.T) {
	for _, desde := range []func(testing.TB) *caso{nueva, presentada, validada, enGestion, autorizada, enDifusion, concluida} {
		k := desde(t)
		r, doc := ve(k, segob)
		require.Equal(t, k.r.Estado, r.Estado)
		require.NotContains(t, doc, `"autores":null`)
		require.Equal(t, len(k.r.Envios), len(r.Versiones))
	}
}
