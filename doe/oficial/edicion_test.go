package oficial_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/oficial"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
)

// mesa is a desk with the editions that were entered.
type mesa struct {
	t        *testing.T
	mesa     *tramite.Mesa
	dia      fecha.Fecha
	actor    doe.Actor
	editadas map[string]*oficial.Edicion
	docs     map[string][]byte
}

func normas() doe.Actor {
	return doe.Actor{Sub: "normas", Nombre: "Normas", Unidad: "doe-7.1.5.2", Puesto: doe.Titular}
}

func nuevaMesa(t *testing.T) *mesa {
	m, err := tramite.NuevaMesa(oficial.Ediciones)
	require.NoError(t, err)
	return &mesa{t: t, mesa: m, dia: fecha.MustParse("2026-03-02"), actor: normas(), editadas: map[string]*oficial.Edicion{}, docs: map[string][]byte{}}
}

func (m *mesa) hacer(folio, acto string, e any) error {
	n := len(m.editadas) + 1
	c := tramite.Contexto{
		Ahora: m.dia.Inicio().Sumar(12 * time.Hour), Folio: fmt.Sprintf("MAN-2026-09-000000%d-X", n), Actor: m.actor,
		Catalogo: doe.Vigente(), Calendarios: plazo.Oficiales(), Azar: func() string { return "x" },
		Cargar: func(_, folio string) (tramite.Registro, error) {
			if doc, ok := m.docs[folio]; ok {
				return oficial.Ediciones.Decodificar(doc)
			}
			return nil, &falla.Error{Clase: falla.NoEncontrada, Codigo: "no-encontrado"}
		},
		Buscar: func(_, clave string) (string, error) { return "", nil },
	}
	cs, err := m.mesa.Realizar(c, tramite.Peticion{Coleccion: oficial.Coleccion, Folio: folio, Acto: acto, Entrada: e})
	if err != nil {
		return err
	}
	for _, x := range cs {
		r := x.Registro.(*oficial.Edicion)
		m.editadas[r.Folio] = r
		if m.docs[r.Folio], err = oficial.Ediciones.Codificar(r); err != nil {
			return err
		}
	}
	return nil
}

func lectura(mas ...func(*oficial.Lectura)) oficial.Lectura {
	l := oficial.Registrar.Ejemplo
	l.Hallazgos = slices.Clone(l.Hallazgos)
	for _, f := range mas {
		f(&l)
	}
	return l
}

const folio1, folio2 = "MAN-2026-09-0000001-X", "MAN-2026-09-0000002-X"

// regla checks that an act is refused by one rule.
func regla(t *testing.T, err error, quiere falla.Regla, lugar string) {
	t.Helper()
	var e *falla.Error
	require.ErrorAs(t, err, &e)
	var dicen []string
	for _, f := range e.Fallas {
		dicen = append(dicen, f.Codigo+" "+f.Ubicacion)
	}
	assert.Contains(t, dicen, quiere.Codigo+" "+lugar)
}

func TestPropiedadesDeLaEdicion(t *testing.T) {
	sin := oficial.Dictamen{}
	corrige := oficial.Dictamen{Renglones: []oficial.RenglonDictamen{{Tipo: oficial.Duplicada, Decision: oficial.SeCorrige, Motivo: "Se corrige"}}}
	prueba.Propiedades(t, oficial.Ediciones, prueba.Opciones{
		Entradas: map[string][]any{
			"registrar":      {lectura(func(l *oficial.Lectura) { l.Hallazgos = nil }), lectura(func(l *oficial.Lectura) { l.SinUbicar = 2 })},
			"revisar":        {sin, corrige},
			"poner-en-vigor": {oficial.Entrada{Desde: fecha.MustParse("2022-10-01")}},
		},
		Actores: []doe.Actor{normas()},
	})
}

func TestTheWholeLifeOfAnEdition(t *testing.T) {
	m := nuevaMesa(t)
	require.NoError(t, m.hacer("", "registrar", lectura()))
	e := m.editadas[folio1]
	assert.Equal(t, oficial.Leida, e.Estado)
	assert.Equal(t, e.Archivo.SHA256, e.Adjuntos[0].SHA256, "the text is a file of the record")
	require.NoError(t, m.hacer(folio1, "revisar", oficial.Revisa.Ejemplo))
	require.NoError(t, m.hacer(folio1, "validar", oficial.Valida.Ejemplo))
	require.NoError(t, m.hacer(folio1, "poner-en-vigor", oficial.Entrada{}))
	e = m.editadas[folio1]
	assert.Equal(t, oficial.Vigente, e.Estado)
	assert.Equal(t, "2022-10-01", e.Vigor.Desde.String(), "the day that the text gives")

	require.NoError(t, m.hacer("", "registrar", lectura(func(l *oficial.Lectura) { l.Sustituye, l.Hallazgos = folio1, nil })))
	require.NoError(t, m.hacer(folio2, "revisar", oficial.Dictamen{}))
	require.NoError(t, m.hacer(folio2, "validar", oficial.Conformidad{}))
	require.NoError(t, m.hacer(folio2, "poner-en-vigor", oficial.Entrada{Desde: fecha.MustParse("2026-03-01")}))
	assert.Equal(t, oficial.Vigente, m.editadas[folio2].Estado)
	assert.Equal(t, oficial.Sustituida, m.editadas[folio1].Estado, "the one before ends with it")
	assert.Equal(t, "2026-02-28", m.editadas[folio1].Relevo.Hasta.String())
}

func TestTheReviewDecidesOnEveryKindOfFinding(t *testing.T) {
	m := nuevaMesa(t)
	require.NoError(t, m.hacer("", "registrar", lectura(func(l *oficial.Lectura) {
		l.Hallazgos = []oficial.Cuenta{{Tipo: oficial.Duplicada, Cuantos: 3}, {Tipo: oficial.Numeracion, Cuantos: 1}}
	})))
	renglon := func(t oficial.TipoHallazgo, d oficial.Decision) oficial.RenglonDictamen {
		return oficial.RenglonDictamen{Tipo: t, Decision: d, Motivo: "por lo dicho"}
	}
	dicta := func(rs ...oficial.RenglonDictamen) error {
		return m.hacer(folio1, "revisar", oficial.Dictamen{Renglones: rs})
	}
	regla(t, dicta(), oficial.FaltaDictamen, "body.renglones")
	regla(t, dicta(renglon(oficial.Duplicada, oficial.SeAcepta)), oficial.FaltaDictamen, "body.renglones")
	regla(t, dicta(renglon(oficial.Norma, oficial.SeAcepta)), oficial.DictamenAjeno, "body.renglones[0].tipo")
	regla(t, dicta(renglon(oficial.Duplicada, oficial.SeAcepta), renglon(oficial.Duplicada, oficial.SeAvisa)), oficial.DictamenAjeno, "body.renglones[1].tipo")
	regla(t, dicta(renglon(oficial.Duplicada, oficial.SeAcepta), renglon(oficial.Numeracion, oficial.SeAvisa)), oficial.NumerosCorridos, "body.renglones[1].decision")
	require.NoError(t, dicta(renglon(oficial.Duplicada, oficial.SeAvisa), renglon(oficial.Numeracion, oficial.SeCorrige)))
	assert.Equal(t, oficial.Observada, m.editadas[folio1].Estado, "another text is needed")
	assert.Error(t, m.hacer(folio1, "validar", oficial.Conformidad{}), "an edition under observation is not validated")
	require.NoError(t, dicta(renglon(oficial.Duplicada, oficial.SeAvisa), renglon(oficial.Numeracion, oficial.SeAcepta)))
	assert.Equal(t, oficial.Revisada, m.editadas[folio1].Estado)
	require.NoError(t, m.hacer(folio1, "desechar", oficial.Desechar.Ejemplo))
	assert.Equal(t, oficial.Desechada, m.editadas[folio1].Estado)
}

// revisada enters an edition without findings and reviews it.
func (m *mesa) revisada(mas ...func(*oficial.Lectura)) string {
	m.t.Helper()
	folio := fmt.Sprintf("MAN-2026-09-000000%d-X", len(m.editadas)+1)
	require.NoError(m.t, m.hacer("", "registrar", lectura(append(mas, func(l *oficial.Lectura) { l.Hallazgos = nil })...)))
	require.NoError(m.t, m.hacer(folio, "revisar", oficial.Dictamen{}))
	return folio
}

func TestWhatTheCatalogDoesNotKnowIsNotValidated(t *testing.T) {
	m := nuevaMesa(t)
	regla(t, m.hacer("", "registrar", lectura(func(l *oficial.Lectura) { l.Manual = "Z900-001-001" })), oficial.ManualAjeno, "body.archivo")
	regla(t, m.hacer("", "registrar", lectura(func(l *oficial.Lectura) { l.Sustituye = folio2 })), oficial.OtraVigente, "body.sustituye")
	for _, mal := range []oficial.Cotejo{{Sobran: 1}, {Faltan: 1}, {Nombres: 1}} {
		f := m.revisada(func(l *oficial.Lectura) { l.Cotejo = mal })
		regla(t, m.hacer(f, "validar", oficial.Conformidad{}), oficial.OtroCatalogo, "registro.cotejo")
	}
	f := m.revisada(func(l *oficial.Lectura) { l.SinUbicar = 1 })
	regla(t, m.hacer(f, "validar", oficial.Conformidad{}), oficial.TextoIncompleto, "registro.sin_ubicar")
}

func TestSomebodyAnswersForEachFacultadWithoutHolder(t *testing.T) {
	m := nuevaMesa(t)
	f := m.revisada(func(l *oficial.Lectura) { l.Cambios.SinTitular = []doe.Facultad{"doe.cabildeo:autorizar"} })
	atiende := func(k doe.Facultad, u doe.ClaveUnidad) oficial.Atencion {
		return oficial.Atencion{Facultad: k, Unidad: u, Motivo: "por lo dicho"}
	}
	con := func(as ...oficial.Atencion) error {
		return m.hacer(f, "validar", oficial.Conformidad{SinTitular: as})
	}
	regla(t, con(), oficial.SinAtencion, "body.sin_titular")
	regla(t, con(atiende("doe.programa:elaborar", "doe-7.1")), oficial.AtencionAjena, "body.sin_titular[0].facultad")
	regla(t, con(atiende("doe.cabildeo:autorizar", "doe-7.9")), oficial.UnidadAjena, "body.sin_titular[0].unidad")
	require.NoError(t, con(atiende("doe.cabildeo:autorizar", "doe-7.1.4")))
}

func TestAnEditionRulesFromItsDay(t *testing.T) {
	m := nuevaMesa(t)
	uno := m.revisada()
	require.NoError(t, m.hacer(uno, "validar", oficial.Conformidad{}))
	regla(t, m.hacer(uno, "poner-en-vigor", oficial.Entrada{Desde: fecha.MustParse("2026-03-03")}), oficial.VigorFuturo, "body.desde")
	require.NoError(t, m.hacer(uno, "poner-en-vigor", oficial.Entrada{Desde: fecha.MustParse("2026-03-02")}))
	dos := m.revisada(func(l *oficial.Lectura) { l.Sustituye = uno })
	tres := m.revisada(func(l *oficial.Lectura) { l.Sustituye = uno })
	for _, f := range []string{dos, tres} {
		require.NoError(t, m.hacer(f, "validar", oficial.Conformidad{}))
	}
	regla(t, m.hacer(dos, "poner-en-vigor", oficial.Entrada{Desde: fecha.MustParse("2026-03-01")}), oficial.VigorAnterior, "body.desde")
	require.NoError(t, m.hacer(dos, "poner-en-vigor", oficial.Entrada{Desde: fecha.MustParse("2026-03-02")}))
	regla(t, m.hacer(tres, "poner-en-vigor", oficial.Entrada{Desde: fecha.MustParse("2026-03-02")}), oficial.OtraVigente, "registro.sustituye")
}

// Whoever keeps the norms keeps the manuals: that suffices by the table of
// holes; the Direction may too, and nobody else.
func TestWhoMayKeepTheManuals(t *testing.T) {
	for u, puede := range map[doe.ClaveUnidad]bool{"doe-7.1.5.2": true, "doe-7.1": true, "doe-7.1.3": false, "doe-7.1.5.3": false, "doe-7.1.6": false} {
		m := nuevaMesa(t)
		m.actor.Unidad = u
		err := m.hacer("", "registrar", lectura())
		if puede {
			assert.NoError(t, err, u)
			continue
		}
		assert.True(t, falla.DeClase(err, falla.Prohibida), "%s: %v", u, err)
	}
}

func TestAReadingIsSummedUp(t *testing.T) {
	m := leer(t, strings.ReplaceAll(con(t, "2. Guardar las mechas", "3. Guardar las mechas"), "Z900-001-001", "G000-002-003"))
	l := oficial.Resumir(doe.Vigente(), hoy, m, oficial.Archivo{Nombre: "x.txt"})
	assert.Equal(t, "G000-002-003", l.Manual)
	assert.Equal(t, []oficial.Cuenta{{Tipo: oficial.Numeracion, Cuantos: 1}}, l.Hallazgos)
	assert.Equal(t, 14, l.Funciones)
	assert.Equal(t, oficial.Cotejo{Sobran: 11, Faltan: 15, Nombres: 1}, l.Cotejo, "three numbers of 7.1 are in both")
	for _, m := range losManuales(t) {
		assert.Equal(t, oficial.Cotejo{}, oficial.Cotejar(doe.Vigente(), m), "the official texts are those of the catalog")
	}
}

func TestTheVocabulariesAreWhole(t *testing.T) {
	for _, d := range oficial.Decisiones() {
		assert.NotEmpty(t, d)
	}
	assert.Len(t, oficial.TiposCambio(), 6)
	estados := []tramite.Estado{}
	for _, e := range oficial.Ediciones.Definicion().Estados {
		estados = append(estados, e.Nombre)
	}
	assert.Equal(t, []tramite.Estado{oficial.Leida, oficial.Observada, oficial.Revisada, oficial.Validada, oficial.Vigente, oficial.Sustituida, oficial.Desechada}, estados)
}
