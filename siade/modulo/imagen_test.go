package modulo_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
	"github.com/operacion-abierta/operacion/siade/modulo"
)

const img, rim = modulo.ColeccionImagenes, modulo.ColeccionRevisiones

func TestRegla34LaImagenSeElaboraValidaPromueveYVerificaModuloPorModulo(t *testing.T) {
	k := nuevaCasa(t)
	m := k.abrir("M-1")
	v := modulo.VerificarImagen.Ejemplo
	v.Modulo = m
	_, err := k.Intentar(jefa, rim, "", "", v)
	assert.Equal(t, []string{"SIADE-MODULO-56 body"}, prueba.Fallas(err))
	// Each step is of another unit.
	i := k.Hacer(enlace, img, "", "", modulo.ElaborarImagen.Ejemplo)
	k.Rompe(enlace, img, i, "validar", modulo.ValidarImagen.Ejemplo, "sin-facultad")
	k.Hacer(coord, img, i, "observar", modulo.Dictamen{Texto: "Falta el gafete"})
	k.Hacer(enlace, img, i, "rehacer", modulo.RehacerImagen.Ejemplo)
	k.Hacer(coord, img, i, "validar", modulo.ValidarImagen.Ejemplo)
	p := modulo.PromoverImagen.Ejemplo
	p.Desde = fecha.MustParse("2026-03-01")
	k.Rompe(unidad, img, i, "promover", p, "SIADE-MODULO-31 body.desde")
	p.Desde = fecha.MustParse("2026-03-03")
	k.Hacer(unidad, img, i, "promover", p)
	otra := k.Hacer(enlace, img, "", "", modulo.ElaborarImagen.Ejemplo)
	k.Hacer(coord, img, otra, "validar", modulo.ValidarImagen.Ejemplo)
	k.Rompe(unidad, img, otra, "promover", p, "SIADE-MODULO-54 body")

	_, err = k.Intentar(jefa, rim, "", "", v)
	assert.Equal(t, []string{"SIADE-MODULO-56 body"}, prueba.Fallas(err), "the day before it is asked for")
	k.El("2026-03-03")
	v.Dia = k.Ahora.Dia()
	mala := v
	mala.Elementos = []modulo.Visto{{Clave: "E1", Resultado: modulo.NoAplica}, {Clave: "E1", Resultado: modulo.Falta}, {Clave: "E9", Resultado: modulo.Cumple}}
	mala.Dias, mala.Dia = 0, fecha.MustParse("2026-03-04")
	_, err = k.Intentar(jefa, rim, "", "", mala)
	assert.Equal(t, []string{"SIADE-MODULO-55 body.dia", "SIADE-MODULO-18 body.elementos[1].clave", "SIADE-MODULO-58 body.elementos[0].resultado",
		"SIADE-MODULO-29 body.elementos[1].nota", "SIADE-MODULO-57 body.elementos[2].clave", "SIADE-MODULO-26 body.dias"}, prueba.Fallas(err))
	mala = v
	mala.Elementos = v.Elementos[:2]
	_, err = k.Intentar(jefa, rim, "", "", mala)
	assert.Equal(t, []string{"SIADE-MODULO-59 body.elementos"}, prueba.Fallas(err))

	// The liaison checks a regional desk; the region mends; the liaison verifies.
	f := k.Hacer(enlace, rim, "", "", v)
	x := prueba.Leer[modulo.Revision](k.Archivo, rim, f)
	assert.Equal(t, []any{"14", modulo.ConFaltas, []string{"E1"}, "2026-1", "2026-03-24"}, []any{string(x.OOAD), x.Estado, x.Faltas, x.Edicion, x.Relojes[0].Comunicados[0].String()})
	k.Hacer(jefa, rim, f, "solventar", modulo.Solventar.Ejemplo)
	k.Rompe(jefa, rim, f, "comprobar", modulo.Comprobacion{}, "sin-facultad")
	k.Rompe(enlace, rim, f, "comprobar", modulo.Comprobacion{Faltan: []string{"E2"}}, "SIADE-MODULO-57 body.faltan[0]", "SIADE-MODULO-29 body.motivo", "SIADE-MODULO-26 body.dias")
	k.Hacer(enlace, rim, f, "comprobar", modulo.ComprobarImagen.Ejemplo)
	k.Hacer(jefa, rim, f, "solventar", modulo.Solventar.Ejemplo)
	k.Hacer(enlace, rim, f, "comprobar", modulo.Comprobacion{})
	assert.Equal(t, modulo.Corregida, prueba.Leer[modulo.Revision](k.Archivo, rim, f).Estado)
	bien := v
	bien.Dias, bien.Elementos = 0, []modulo.Visto{{Clave: "E1", Resultado: modulo.Cumple}, {Clave: "E2", Resultado: modulo.Cumple}, {Clave: "E3", Resultado: modulo.NoAplica}}
	assert.Equal(t, modulo.Conforme, prueba.Leer[modulo.Revision](k.Archivo, rim, k.Hacer(jefa, rim, "", "", bien)).Estado)
	k.Hacer(unidad, img, i, "retirar", modulo.RetirarImagen.Ejemplo)
	k.Hacer(unidad, img, otra, "promover", p)
}
