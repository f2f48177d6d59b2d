package modulo_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
	"github.com/operacion-abierta/operacion/siade/modulo"
)

const apb = modulo.ColeccionAperturas

func (k *casa) apertura(f string) modulo.Apertura { return lee[modulo.Apertura](k, apb, f) }

func (k *casa) buzon() string {
	e := modulo.Buzones.Definicion().Actos[0].Ejemplo.(modulo.ContenidoBuzon)
	return k.crear(taod, modulo.ColeccionBuzones, e)
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
	f := k.crear(taod, apb, acta(b, 6))
	assert.Equal(t, "2026-03-02", lee[modulo.Buzon](k, modulo.ColeccionBuzones, b).Abierto.String())
	con := papeleta(2)
	con.Clasificacion = &siade.Clasificacion{Tipo: siade.Queja}
	k.hacer(taod, apb, f, "registrar-papeletas", modulo.Captura{Papeletas: []modulo.Papeleta{papeleta(1), con}})
	x := k.apertura(f)
	require.Len(t, x.Ligadas, 2)
	p := lee[siade.Peticion](k, siade.Coleccion, x.Ligadas[1].Peticion)
	assert.Equal(t, []any{siade.Buzon, siade.Clasificada, "JCIMS000301", f, 2, true}, []any{p.Canal, p.Estado, p.UnidadServicio, p.NaceDe.Folio, p.NaceDe.Parte, x.Ligadas[1].Nacida})
	// With identity, by the petition itself, whose event alone has its reference.
	e := siade.Registrar.Ejemplo
	e.Canal, e.NaceDe = siade.Buzon, &siade.Nacimiento{Coleccion: apb, Folio: f, Parte: 3}
	k.crear(taod, siade.Coleccion, e)
	assert.Equal(t, []int{4, 5, 6}, k.apertura(f).Faltan())
	_, err := k.realizar(taod, tramite.Peticion{Coleccion: siade.Coleccion, Entrada: e})
	assert.Equal(t, []string{"SIADE-MODULO-47 body.nace_de.parte"}, fallas(err), "form three was accounted for")
	// One already registered answers another form, once.
	e.NaceDe = nil
	ya := k.crear(taod, siade.Coleccion, e)
	k.hacer(taod, apb, f, "ligar-peticion", siade.Nacida{Folio: ya, Parte: 4})
	assert.False(t, k.apertura(f).Ligadas[3].Nacida)
	k.rompe(taod, apb, f, "ligar-peticion", siade.Nacida{Folio: ya, Parte: 5}, "SIADE-MODULO-49 body.folio")
	k.rompe(taod, apb, f, "descartar", modulo.Descarte{Clase: modulo.Duplicada, Papeletas: []int{5, 4}, Motivo: "Repite"}, "SIADE-MODULO-47 body.papeletas[1]", "SIADE-MODULO-50 body.peticion")
	k.hacer(taod, apb, f, "descartar", modulo.Descarte{Clase: modulo.Duplicada, Papeletas: []int{5}, Motivo: "Repite", Peticion: ya})
	k.rompe(taod, apb, f, "conciliar", modulo.Conciliacion{}, "SIADE-MODULO-52 body", "SIADE-MODULO-53 body")
	k.rompe(taod, apb, f, "recontar", modulo.Recuento{Papeletas: 4, Motivo: "Eran menos"}, "SIADE-MODULO-51 body.papeletas")
	k.hacer(taod, apb, f, "recontar", modulo.Recuento{Papeletas: 5, Motivo: "Era una hoja en blanco"})
	k.hacer(taod, apb, f, "adjuntar", escaneo)
	k.hacer(taod, apb, f, "conciliar", modulo.Conciliacion{})
	assert.Equal(t, modulo.Conciliada, k.apertura(f).Estado)
	_, err = k.realizar(taod, tramite.Peticion{Coleccion: siade.Coleccion, Entrada: e})
	require.NoError(t, err)
	e.NaceDe = &siade.Nacimiento{Coleccion: apb, Folio: f, Parte: 5}
	_, err = k.realizar(taod, tramite.Peticion{Coleccion: siade.Coleccion, Entrada: e})
	assert.Equal(t, []string{"acto-no-abierto"}, fallas(err))
	k.reproduce()
}

func TestMinutesAndFormsAreChecked(t *testing.T) {
	k := nuevaCasa(t)
	b := k.buzon()
	e := acta(b, 2)
	e.Intacto, e.Dia = false, fecha.MustParse("2026-03-01")
	_, err := k.realizar(taod, tramite.Peticion{Coleccion: apb, Entrada: e})
	assert.Equal(t, []string{"SIADE-MODULO-44 body.incidencia", "SIADE-MODULO-46 body.dia"}, fallas(err), "the mailbox did not exist the day before")
	for dia, bien := range map[string]bool{"2026-03-17": true, "2026-03-18": false} {
		k := nuevaCasa(t)
		e := acta(k.buzon(), 0)
		k.el(dia)
		_, err := k.realizar(taod, tramite.Peticion{Coleccion: apb, Entrada: e})
		assert.Equal(t, bien, err == nil, dia)
	}
	otra := taod
	otra.OOAD = "15"
	_, err = k.realizar(otra, tramite.Peticion{Coleccion: apb, Entrada: acta(b, 1)})
	assert.Equal(t, []string{"SIADE-MODULO-45 body.buzon"}, fallas(err))
	assert.Equal(t, modulo.Conciliada, k.apertura(k.crear(taod, apb, acta(b, 0))).Estado, "an empty mailbox leaves nothing to do")
	f := k.crear(taod, apb, acta(b, 2))
	malas := modulo.Captura{Papeletas: []modulo.Papeleta{papeleta(1), papeleta(1), papeleta(3)}}
	malas.Papeletas[0].Relato = "  "
	malas.Papeletas[2].FechaHechos = fecha.MustParse("2026-03-03")
	k.rompe(taod, apb, f, "registrar-papeletas", malas, "SIADE-MODULO-47 body.papeletas[1].numero", "SIADE-MODULO-47 body.papeletas[2].numero",
		"SIADE-PETICION-04 body.papeletas[0].relato", "SIADE-MODULO-47 body.papeletas[1].nace_de.parte", "SIADE-PETICION-03 body.papeletas[2].fecha_hechos", "SIADE-PETICION-63 body.papeletas[2].recibida", "SIADE-MODULO-47 body.papeletas[2].nace_de.parte")
	// A petition by another channel, or born of another opening, is not a form's.
	p := k.crear(taod, siade.Coleccion, siade.Registrar.Ejemplo)
	k.rompe(taod, apb, f, "ligar-peticion", siade.Nacida{Folio: p, Parte: 1}, "SIADE-MODULO-48 body.folio")
	g := k.crear(taod, apb, acta(b, 1))
	k.hacer(taod, apb, g, "registrar-papeletas", modulo.Captura{Papeletas: []modulo.Papeleta{papeleta(1)}})
	k.rompe(taod, apb, f, "ligar-peticion", siade.Nacida{Folio: k.apertura(g).Ligadas[0].Peticion, Parte: 9}, "SIADE-MODULO-47 body.parte", "SIADE-MODULO-48 body.folio")
	malo := siade.Registrar.Ejemplo
	malo.NaceDe = &siade.Nacimiento{Coleccion: apb, Folio: "APB-2026-14-0009999-X"}
	_, err = k.realizar(taod, tramite.Peticion{Coleccion: siade.Coleccion, Entrada: malo})
	assert.Contains(t, fallas(err), "SIADE-NACE-01 body.nace_de")
	k.reproduce()
}
