package modulo_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
	"github.com/operacion-abierta/operacion/siade"
	"github.com/operacion-abierta/operacion/siade/modulo"
)

const apb = modulo.ColeccionAperturas

func (k *casa) apertura(f string) modulo.Apertura {
	return prueba.Leer[modulo.Apertura](k.Archivo, apb, f)
}

func (k *casa) buzon() string {
	e := modulo.Buzones.Definicion().Actos[0].Ejemplo.(modulo.ContenidoBuzon)
	return k.Hacer(taod, modulo.ColeccionBuzones, "", "", e)
}

func acta(buzon string, n int) modulo.Acta {
	e := modulo.AbrirBuzon.Ejemplo
	e.Buzon, e.Papeletas = buzon, n
	return e
}

func papeleta(n int) modulo.Papeleta {
	return modulo.Papeleta{Numero: n, Tipo: siade.Derechohabiente, Relato: "No surten mi medicamento."}
}

var escaneo = tramite.Adjunto{Nombre: "acta.pdf", SHA256: siade.Adjuntar.Ejemplo.SHA256, Tipo: "application/pdf", Bytes: 10}

func TestEveryFormOfAMailboxIsAccountedFor(t *testing.T) {
	k := nuevaCasa(t)
	b := k.buzon()
	f := k.Hacer(taod, apb, "", "", acta(b, 6))
	assert.Equal(t, "2026-03-02", prueba.Leer[modulo.Buzon](k.Archivo, modulo.ColeccionBuzones, b).Abierto.String())
	con := papeleta(2)
	con.Clasificacion = &siade.Clasificacion{Tipo: siade.Queja}
	k.Hacer(taod, apb, f, "registrar-papeletas", modulo.Captura{Papeletas: []modulo.Papeleta{papeleta(1), con}})
	x := k.apertura(f)
	require.Len(t, x.Ligadas, 2)
	p := prueba.Leer[siade.Peticion](k.Archivo, siade.Coleccion, x.Ligadas[1].Peticion)
	assert.Equal(t, []any{siade.Buzon, siade.Clasificada, "JCIMS000301", f, 2, true}, []any{p.Canal, p.Estado, p.UnidadServicio, p.NaceDe.Folio, p.NaceDe.Parte, x.Ligadas[1].Nacida})
	// With identity, by the petition itself, whose event alone has its reference.
	e := siade.Registrar.Ejemplo
	e.Canal, e.NaceDe = siade.Buzon, &siade.Nacimiento{Coleccion: apb, Folio: f, Parte: 3}
	k.Hacer(taod, siade.Coleccion, "", "", e)
	assert.Equal(t, []int{4, 5, 6}, k.apertura(f).Faltan())
	_, err := k.Intentar(taod, siade.Coleccion, "", "", e)
	assert.Equal(t, []string{"SIADE-MODULO-47 body.nace_de.parte"}, prueba.Fallas(err), "form three was accounted for")
	// One already registered answers another form, once.
	e.NaceDe = nil
	ya := k.Hacer(taod, siade.Coleccion, "", "", e)
	k.Hacer(taod, apb, f, "ligar-peticion", siade.Nacida{Folio: ya, Parte: 4})
	assert.False(t, k.apertura(f).Ligadas[3].Nacida)
	k.Rompe(taod, apb, f, "ligar-peticion", siade.Nacida{Folio: ya, Parte: 5}, "SIADE-MODULO-49 body.folio")
	k.Rompe(taod, apb, f, "descartar", modulo.Descarte{Clase: modulo.Duplicada, Papeletas: []int{5, 4}, Motivo: "Repite"}, "SIADE-MODULO-47 body.papeletas[1]", "SIADE-MODULO-50 body.peticion")
	k.Hacer(taod, apb, f, "descartar", modulo.Descarte{Clase: modulo.Duplicada, Papeletas: []int{5}, Motivo: "Repite", Peticion: ya})
	k.Rompe(taod, apb, f, "conciliar", modulo.Conciliacion{}, "SIADE-MODULO-52 body", "SIADE-MODULO-53 body")
	k.Rompe(taod, apb, f, "recontar", modulo.Recuento{Papeletas: 4, Motivo: "Eran menos"}, "SIADE-MODULO-51 body.papeletas")
	k.Hacer(taod, apb, f, "recontar", modulo.Recuento{Papeletas: 5, Motivo: "Era una hoja en blanco"})
	k.Hacer(taod, apb, f, "adjuntar", escaneo)
	k.Hacer(taod, apb, f, "conciliar", modulo.Conciliacion{})
	assert.Equal(t, modulo.Conciliada, k.apertura(f).Estado)
	_, err = k.Intentar(taod, siade.Coleccion, "", "", e)
	require.NoError(t, err)
	e.NaceDe = &siade.Nacimiento{Coleccion: apb, Folio: f, Parte: 5}
	_, err = k.Intentar(taod, siade.Coleccion, "", "", e)
	assert.Equal(t, []string{"acto-no-abierto"}, prueba.Fallas(err))
}

func TestMinutesAndFormsAreChecked(t *testing.T) {
	k := nuevaCasa(t)
	b := k.buzon()
	e := acta(b, 2)
	e.Intacto, e.Dia = false, fecha.MustParse("2026-03-01")
	_, err := k.Intentar(taod, apb, "", "", e)
	assert.Equal(t, []string{"SIADE-MODULO-44 body.incidencia", "SIADE-MODULO-46 body.dia"}, prueba.Fallas(err), "the mailbox did not exist the day before")
	for dia, bien := range map[string]bool{"2026-03-17": true, "2026-03-18": false} {
		k := nuevaCasa(t)
		e := acta(k.buzon(), 0)
		k.El(dia)
		_, err := k.Intentar(taod, apb, "", "", e)
		assert.Equal(t, bien, err == nil, dia)
	}
	otra := taod
	otra.OOAD = "15"
	_, err = k.Intentar(otra, apb, "", "", acta(b, 1))
	assert.Equal(t, []string{"SIADE-MODULO-45 body.buzon"}, prueba.Fallas(err))
	assert.Equal(t, modulo.Conciliada, k.apertura(k.Hacer(taod, apb, "", "", acta(b, 0))).Estado, "an empty mailbox leaves nothing to do")
	f := k.Hacer(taod, apb, "", "", acta(b, 2))
	malas := modulo.Captura{Papeletas: []modulo.Papeleta{papeleta(1), papeleta(1), papeleta(3)}}
	malas.Papeletas[0].Relato = "  "
	malas.Papeletas[2].FechaHechos = fecha.MustParse("2026-03-03")
	k.Rompe(taod, apb, f, "registrar-papeletas", malas, "SIADE-MODULO-47 body.papeletas[1].numero", "SIADE-MODULO-47 body.papeletas[2].numero",
		"SIADE-PETICION-04 body.papeletas[0].relato", "SIADE-MODULO-47 body.papeletas[1].nace_de.parte", "SIADE-PETICION-03 body.papeletas[2].fecha_hechos", "SIADE-PETICION-63 body.papeletas[2].recibida", "SIADE-MODULO-47 body.papeletas[2].nace_de.parte")
	// A petition by another channel, or born of another opening, is not a form's.
	p := k.Hacer(taod, siade.Coleccion, "", "", siade.Registrar.Ejemplo)
	k.Rompe(taod, apb, f, "ligar-peticion", siade.Nacida{Folio: p, Parte: 1}, "SIADE-MODULO-48 body.folio")
	g := k.Hacer(taod, apb, "", "", acta(b, 1))
	k.Hacer(taod, apb, g, "registrar-papeletas", modulo.Captura{Papeletas: []modulo.Papeleta{papeleta(1)}})
	k.Rompe(taod, apb, f, "ligar-peticion", siade.Nacida{Folio: k.apertura(g).Ligadas[0].Peticion, Parte: 9}, "SIADE-MODULO-47 body.parte", "SIADE-MODULO-48 body.folio")
	malo := siade.Registrar.Ejemplo
	malo.NaceDe = &siade.Nacimiento{Coleccion: apb, Folio: "APB-2026-14-0009999-X"}
	_, err = k.Intentar(taod, siade.Coleccion, "", "", malo)
	assert.Contains(t, prueba.Fallas(err), "SIADE-NACE-01 body.nace_de")
}
