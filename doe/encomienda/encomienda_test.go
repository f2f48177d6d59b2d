package encomienda_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/encomienda"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
	voces "github.com/operacion-abierta/operacion/doe/vocabulario/prueba"
)

func TestUnSuperiorEncargaYDaPorConcluido(t *testing.T) {
	k := encargada(t)
	assert.Equal(t, doe.ClaveUnidad("doe-7.1.3.1"), k.r.Unidad, "la guarda quien la recibe")
	assert.Equal(t, doe.ClaveUnidad("doe-7.1.3"), k.r.De)
	assert.Equal(t, doe.Jerarquico, k.eventos[0].Fundamento.Tipo)
	hacer(t, k, encomienda.Aceptar, encomienda.Aceptacion{}, divisiones, "2026-03-04")
	assert.Equal(t, []doe.ClaveFuncion{"doe-7.1.3.1/15"}, k.eventos[1].Fundamento.Funciones.Lista(), "acepta con apoyo en su función residual")
	assert.Equal(t, doe.Expreso, k.eventos[1].Fundamento.Tipo)
	hacer(t, k, encomienda.Reportar, encomienda.Avance{Avance: 4000}, divisiones, "2026-03-10")
	hacer(t, k, encomienda.Indicar, encomienda.Indicacion{Texto: "Siga con los demás"}, ao, "2026-03-11")
	assert.Equal(t, tramite.Centesimas(4000), k.r.AvanceActual())
	hacer(t, k, encomienda.Entregar, entrega("2026-03-30"), divisiones, "2026-03-31")
	assert.Zero(t, k.r.Entregas[0].Tarde)
	hacer(t, k, encomienda.Devolver, encomienda.Devolucion{Observaciones: []string{"Faltan dos módulos"}, Compromiso: fecha.MustParse("2026-04-10")}, ao, "2026-04-01")
	hacer(t, k, encomienda.Entregar, entrega("2026-04-12"), divisiones, "2026-04-13")
	assert.Equal(t, 3, k.r.Entregas[1].Tarde)
	assert.Equal(t, []string{"Faltan dos módulos"}, k.r.Entregas[0].Observaciones)
	hacer(t, k, encomienda.Concluir, encomienda.Conclusion{Resultado: encomienda.Conforme}, ao, "2026-04-14")
	assert.Equal(t, encomienda.Concluida, k.r.Estado)
	assert.Equal(t, "2026-03-31", k.r.PrimerCompromiso.String(), "la primera fecha se conserva")
	r, err := encomienda.Encomiendas.Reproducir(folio, k.eventos)
	require.NoError(t, err)
	assert.Equal(t, &k.r, r)
}

// facultadas are the units that a refusal names.
func facultadas(t *testing.T, err error) []string {
	t.Helper()
	var e *falla.Error
	require.ErrorAs(t, err, &e)
	require.Equal(t, falla.Prohibida, e.Clase)
	var out []string
	for _, f := range e.Facultadas {
		out = append(out, f.Unidad)
	}
	return out
}

func TestFueraDeLaLineaSeNiegaYSeDiceQuienPuede(t *testing.T) {
	for _, quien := range []doe.ClaveUnidad{"doe-7.1.4", "doe-7.1.3.1", "doe-7.1.3.1.4", "doe-7.1"} {
		k := &caso{}
		err := intentar(k, encomienda.Encargar, encargo(), titular(quien), "2026-03-02")
		assert.Equal(t, []string{"doe-7.1.3"}, facultadas(t, err), quien)
	}
	mando := ao
	mando.Puesto = doe.Mando
	assert.True(t, falla.DeClase(intentar(&caso{}, encomienda.Encargar, encargo(), mando, "2026-03-02"), falla.Prohibida), "la instrucción la firma la titular")
}

func TestRegla22LaDireccionGeneralEncargaALaDireccion(t *testing.T) {
	k := &caso{}
	hacer(t, k, encomienda.Encargar, encargo(a("doe-7.1", "")), general, "2026-03-02")
	assert.Equal(t, doe.PorContraparte, k.eventos[0].Fundamento.Tipo)
	assert.Equal(t, []doe.ClaveFuncion{"doe-7.1/21"}, k.eventos[0].Fundamento.Funciones.Lista())
	assert.Empty(t, k.r.De)
	assert.Equal(t, doe.ClaveOrgano("organo-direccion-general"), k.r.Mandante)
	hacer(t, k, encomienda.Aceptar, encomienda.Aceptacion{}, titular("doe-7.1"), "2026-03-03")
	assert.Equal(t, []doe.ClaveFuncion{"doe-7.1/21"}, k.eventos[1].Fundamento.Funciones.Lista())
	hacer(t, k, encomienda.Entregar, entrega("2026-03-20"), titular("doe-7.1"), "2026-03-20")
	err := intentar(k, encomienda.Concluir, encomienda.Conclusion{Resultado: encomienda.Conforme}, titular("doe-7.1"), "2026-03-21")
	assert.Empty(t, facultadas(t, err), "ninguna unidad: es de la Dirección General")
	hacer(t, k, encomienda.Concluir, encomienda.Conclusion{Resultado: encomienda.Conforme}, general, "2026-03-21")

	// To another unit it assigns through the directorate.
	err = intentar(&caso{}, encomienda.Encargar, encargo(), general, "2026-03-02")
	assert.Equal(t, []string{"DOE-ENCOMIENDA-02 body.unidad"}, fallas(err))
	// And it has no part in what others assign.
	otra := aceptada(t)
	assert.True(t, falla.DeClase(intentar(otra, encomienda.Cancelar, encomienda.Cancelacion{Motivo: motivo}, general, "2026-03-05"), falla.Prohibida))
}

func TestRegla22LaCoordinacionDelOOADRecibeDe713ConCopiaASuTitular(t *testing.T) {
	k := encargada(t, a(doe.CAOOD, "14"))
	assert.Equal(t, doe.OOAD("14"), k.r.OOAD)
	assert.Equal(t, &encomienda.Copia{Organo: "ooad-14"}, k.r.Copia)
	c := k.contexto(jalisco, "2026-03-03")
	assert.Equal(t, tramite.Permitido, encomienda.Encomiendas.Acceso(&k.r, &c))
	otro := jalisco
	otro.Organo = "ooad-15"
	c = k.contexto(otro, "2026-03-03")
	assert.Equal(t, tramite.Oculto, encomienda.Encomiendas.Acceso(&k.r, &c))
	hacer(t, k, encomienda.AcusarCopia, tramite.Vacia{}, jalisco, "2026-03-03")
	assert.Equal(t, "2026-03-03", k.r.Copia.Acuse.String())
	assert.Equal(t, []string{"DOE-ENCOMIENDA-18 body"}, fallas(intentar(k, encomienda.AcusarCopia, tramite.Vacia{}, jalisco, "2026-03-04")))
	regional := titular(doe.CAOOD)
	ajena := regional
	ajena.OOAD = "15"
	assert.True(t, falla.DeClase(intentar(k, encomienda.Aceptar, encomienda.Aceptacion{}, ajena, "2026-03-04"), falla.Prohibida))
	hacer(t, k, encomienda.Aceptar, encomienda.Aceptacion{}, regional, "2026-03-04")
	assert.Equal(t, []doe.ClaveFuncion{"caood-7.1/18"}, k.eventos[len(k.eventos)-1].Fundamento.Funciones.Lista())
	// The OOAD's head receives a copy; it does not assign.
	assert.True(t, falla.DeClase(intentar(&caso{}, encomienda.Encargar, encargo(a(doe.CAOOD, "14")), jalisco, "2026-03-02"), falla.Prohibida))
	err := intentar(&caso{}, encomienda.Encargar, encargo(a(doe.CAOOD, "14")), divisiones, "2026-03-02")
	assert.Equal(t, []string{"doe-7.1.3"}, facultadas(t, err))
}

func TestCadaUnidadRecibeDeSuSuperiorInmediatoYDeNadieMas(t *testing.T) {
	cat := doe.Vigente()
	for _, u := range cat.Unidades() {
		r := &encomienda.Encomienda{}
		r.Unidad, r.OOAD = u.Clave, "14"
		c := (&caso{}).contexto(doe.Actor{}, "2026-03-02")
		quiere := map[string][]string{"aceptar": {string(u.Clave)}, "entregar": {string(u.Clave)}}
		superior, hay := cat.Superior(u.Clave)
		for _, acto := range []string{"reasignar", "concluir", "devolver", "indicar", "cancelar"} {
			quiere[acto] = nil
			if hay {
				quiere[acto] = []string{string(superior)}
			}
		}
		for acto, quienes := range quiere {
			var hayQuien []string
			for _, q := range encomienda.Encomiendas.Quienes(r, acto, &c) {
				hayQuien = append(hayQuien, string(q.Unidad))
			}
			assert.Equal(t, quienes, hayQuien, "%s de %s", acto, u.Clave)
		}
	}
}

func TestElRelojEscalaPorLaLineaDeAdscripcion(t *testing.T) {
	k := encargada(t)
	k.amanece(t, "2026-03-06") // three working days to accept ended on Thursday 5
	require.Len(t, k.r.Escalamientos, 1)
	assert.Equal(t, encomienda.PlazoAceptacion, k.r.Escalamientos[0].Plazo)
	hacer(t, k, encomienda.Aceptar, encomienda.Aceptacion{}, divisiones, "2026-03-09")
	k.amanece(t, "2026-03-31")
	assert.Len(t, k.r.Escalamientos, 1, "el último día aún es a tiempo")
	for _, dia := range []string{"2026-04-01", "2026-04-06", "2026-04-11", "2026-04-21"} {
		k.amanece(t, dia)
	}
	var ruta []string
	for _, e := range k.r.Escalamientos[1:] {
		ruta = append(ruta, fmt.Sprintf("%s %d %s", e.Dia, e.Nivel, e.Unidad))
	}
	assert.Equal(t, []string{"2026-04-01 1 doe-7.1.3", "2026-04-06 2 doe-7.1", "2026-04-11 2 doe-7.1", "2026-04-21 2 doe-7.1"}, ruta)
	hacer(t, k, encomienda.Entregar, entrega("2026-04-22"), divisiones, "2026-04-22")
	k.amanece(t, "2026-04-30") // five working days to give conformity
	ultimo := k.r.Escalamientos[len(k.r.Escalamientos)-1]
	assert.Equal(t, encomienda.PlazoConformid, ultimo.Plazo)

	d := &caso{}
	hacer(t, d, encomienda.Encargar, encargo(a("doe-7.1", "")), general, "2026-03-02")
	hacer(t, d, encomienda.Aceptar, encomienda.Aceptacion{}, titular("doe-7.1"), "2026-03-03")
	d.amanece(t, "2026-04-01")
	assert.Equal(t, doe.ClaveOrgano("organo-direccion-general"), d.r.Escalamientos[0].Organo)
}

func TestLaEncomiendaDaUnaFacultadSoloMientrasVale(t *testing.T) {
	const f = "siade.atencion:turnar"
	dia := fecha.MustParse
	k := encargada(t, delegando(f, "2026-03-03", "2026-03-20"))
	vale := func(d string) bool { return k.r.Delega("doe-7.1.3", "doe-7.1.3.1", "", f, dia(d)) }
	assert.False(t, vale("2026-03-03"), "sin aceptar no vale")
	hacer(t, k, encomienda.Aceptar, encomienda.Aceptacion{}, divisiones, "2026-03-03")
	assert.True(t, vale("2026-03-03"))
	assert.True(t, vale("2026-03-20"))
	assert.False(t, vale("2026-03-21"), "terminó")
	assert.False(t, k.r.Delega("doe-7.1.3", "doe-7.1.3.1", "", "siade.atencion:autorizar", dia("2026-03-03")))
	assert.False(t, k.r.Delega("doe-7.1", "doe-7.1.3.1", "", f, dia("2026-03-03")))
	assert.False(t, k.r.Delega("doe-7.1.3", "doe-7.1.3.1.4", "", f, dia("2026-03-03")))
	hacer(t, k, encomienda.Cancelar, encomienda.Cancelacion{Motivo: motivo}, ao, "2026-03-10")
	assert.False(t, vale("2026-03-11"), "cancelada no vale")
}

func TestReasignarTerminaUnaYCreaOtraQueLaSustituye(t *testing.T) {
	k := rechazada(t)
	m, err := tramite.NuevaMesa(encomienda.Encomiendas)
	require.NoError(t, err)
	c := k.contexto(ao, "2026-03-04")
	c.Cargar = func(string, string) (tramite.Registro, error) { r := k.r; return &r, nil }
	c.Foliar = func(*tramite.Resumen, doe.OOAD) string { return "ENC-2026-14-0000001-X" }
	e := encomienda.Reasignar.Ejemplo
	e.Unidad, e.OOAD = doe.CAOOD, "14"
	pedir := func() ([]*tramite.Cambio, error) {
		return m.Realizar(c, tramite.Peticion{Coleccion: encomienda.Coleccion, Folio: folio, Acto: "reasignar", Entrada: e})
	}
	cambios, err := pedir()
	require.NoError(t, err)
	vieja, nueva := cambios[0].Registro.(*encomienda.Encomienda), cambios[1].Registro.(*encomienda.Encomienda)
	assert.Equal(t, encomienda.Reasignada, vieja.Estado)
	assert.Equal(t, doe.CAOOD, vieja.Cancelacion.SustituidaPor)
	assert.Equal(t, folio, nueva.Sustituye)
	assert.Equal(t, encomienda.Encargada, nueva.Estado)
	assert.Equal(t, doe.ClaveUnidad("doe-7.1.3"), nueva.De)
	assert.Equal(t, "ooad-14", string(nueva.Copia.Organo))
	// Not to a unit that does not hang from who assigned.
	e.Unidad, e.OOAD = "doe-7.1.4.1", ""
	_, err = pedir()
	assert.Equal(t, []string{"doe-7.1.4"}, facultadas(t, err))
}

func TestCadaReglaSeDicePorSuCodigoYLugar(t *testing.T) {
	alta := func(quien doe.Actor, cambios ...func(*encomienda.Encargo)) error {
		return intentar(&caso{otras: map[string]*encomienda.Encomienda{"A": &encargadaA71(t).r, "B": &encargada(t, a("doe-7.1.3.1", "")).r}}, encomienda.Encargar, encargo(cambios...), quien, "2026-03-02")
	}
	con := func(f func(*encomienda.Contenido)) func(*encomienda.Encargo) {
		return func(e *encomienda.Encargo) { f(&e.Contenido) }
	}
	dia := fecha.MustParse
	deriva := func(f string) func(*encomienda.Encargo) { return con(func(c *encomienda.Contenido) { c.DerivaDe = f }) }
	para := func(d string) func(*encomienda.Encargo) {
		return func(e *encomienda.Encargo) { e.Compromiso = dia(d) }
	}
	fechada := func(d string) func(*encomienda.Encargo) {
		return con(func(c *encomienda.Contenido) { c.Instruccion.Fecha = dia(d) })
	}
	direccion := titular("doe-7.1")
	for _, x := range []struct {
		regla string
		err   error
	}{
		{"", alta(ao, a(doe.CAOOD, "14"))},
		{"DOE-ENCOMIENDA-01 body.ooad", alta(ao, a(doe.CAOOD, "99"))},
		{"DOE-ENCOMIENDA-01 body.ooad", alta(ao, a("doe-7.1.3.1", "14"))},
		{"DOE-ENCOMIENDA-03 body.contenido.instruccion.fecha", alta(ao, fechada("2026-03-03"))},
		{"DOE-ENCOMIENDA-03 body.contenido.instruccion.fecha", alta(ao, fechada("2025-02-01"))},
		{"", alta(ao, fechada("2025-03-02"))},
		{"DOE-ENCOMIENDA-04 body.compromiso", alta(ao, para("2026-03-01"))},
		{"", alta(ao, para("2026-03-02"))},
		{"DOE-ENCOMIENDA-04 body.compromiso", alta(ao, para("2028-03-03"))},
		{"", alta(ao, delegando("siade.atencion:turnar", "2026-03-02", "2026-03-02"))},
		{"DOE-ENCOMIENDA-05 body.contenido.delegacion.facultad", alta(ao, delegando("siade.atencion:coordinar", "2026-03-02", "2026-03-31"))},
		{"DOE-ENCOMIENDA-05 body.contenido.delegacion.facultad", alta(ao, delegando("vinculacion.opiniones:validar", "2026-03-02", "2026-03-31"))},
		{"DOE-ENCOMIENDA-05 body.contenido.delegacion.facultad", alta(ao, delegando("no.existe:nada", "2026-03-02", "2026-03-31"))},
		{"DOE-ENCOMIENDA-06 body.contenido.delegacion.hasta", alta(ao, delegando("siade.atencion:turnar", "2026-03-20", "2026-03-19"))},
		{"DOE-ENCOMIENDA-06 body.contenido.delegacion.hasta", alta(ao, delegando("siade.atencion:turnar", "2026-02-01", "2026-03-01"))},
		{"", alta(direccion, a("doe-7.1.3", ""), deriva("A"))},
		{"DOE-ENCOMIENDA-07 body.contenido.deriva_de", alta(direccion, a("doe-7.1.3", ""), deriva("Z"))},
		{"DOE-ENCOMIENDA-07 body.contenido.deriva_de", alta(ao, deriva("A"))},
		{"DOE-ENCOMIENDA-07 body.contenido.deriva_de", alta(divisiones, a("doe-7.1.3.1.1", ""), deriva("B"))},
		{"DOE-ENCOMIENDA-08 body.compromiso", alta(direccion, a("doe-7.1.3", ""), deriva("A"), para("2026-04-01"))},
	} {
		assert.Equal(t, x.regla, strings.Join(fallas(x.err), ", "), "%v", x.err)
	}
}

// encargadaA71 is a task of the Director General that the directorate accepted.
func encargadaA71(t testing.TB) *caso {
	k := &caso{}
	hacer(t, k, encomienda.Encargar, encargo(a("doe-7.1", "")), general, "2026-03-02")
	hacer(t, k, encomienda.Aceptar, encomienda.Aceptacion{}, titular("doe-7.1"), "2026-03-02")
	return k
}

func TestLasReglasDeLaMarchaSeDicenPorSuCodigoYLugar(t *testing.T) {
	dia := fecha.MustParse
	rechazo := func(c encomienda.Causal, u doe.ClaveUnidad) error {
		return intentar(encargada(t), encomienda.Rechazar, encomienda.Rechazo{Causal: c, Motivo: motivo, CorrespondeA: u}, divisiones, "2026-03-03")
	}
	avance := func(n tramite.Centesimas, nota string, es ...encomienda.Evidencia) error {
		k := aceptada(t)
		hacer(t, k, encomienda.Reportar, encomienda.Avance{Avance: 5000}, divisiones, "2026-03-04")
		return intentar(k, encomienda.Reportar, encomienda.Avance{Avance: n, Nota: nota, Evidencias: es}, divisiones, "2026-03-05")
	}
	prorroga := func(hasta, hoy string) error {
		return intentar(aceptada(t), encomienda.PedirProrroga, encomienda.Prorroga{Hasta: dia(hasta), Motivo: motivo}, divisiones, hoy)
	}
	resolver := func(r encomienda.Resolucion) error {
		k := aceptada(t)
		hacer(t, k, encomienda.PedirProrroga, encomienda.Prorroga{Hasta: dia("2026-04-15"), Motivo: motivo}, divisiones, "2026-03-05")
		return intentar(k, encomienda.ResolverProrroga, r, ao, "2026-03-06")
	}
	dosVeces := rechazada(t)
	hacer(t, dosVeces, encomienda.Confirmar, encomienda.Insistencia{Respuesta: motivo}, ao, "2026-03-04")
	hacer(t, dosVeces, encomienda.Rechazar, encomienda.Rechazo{Causal: encomienda.FueraDeMateria, Motivo: motivo}, divisiones, "2026-03-05")
	for _, x := range []struct {
		regla string
		err   error
	}{
		{"", rechazo(encomienda.FueraDeMateria, "")},
		{"DOE-ENCOMIENDA-09 body.causal", rechazo(encomienda.FueraDeLinea, "")},
		{"", rechazo(encomienda.CorrespondeAOtra, "doe-7.1.4")},
		{"DOE-ENCOMIENDA-10 body.corresponde_a", rechazo(encomienda.CorrespondeAOtra, "")},
		{"DOE-ENCOMIENDA-10 body.corresponde_a", rechazo(encomienda.CorrespondeAOtra, "doe-7.1.3.1")},
		{"DOE-ENCOMIENDA-10 body.corresponde_a", rechazo(encomienda.CorrespondeAOtra, "doe-7.9")},
		{"DOE-ENCOMIENDA-10 body.corresponde_a", rechazo(encomienda.FueraDeMateria, "doe-7.1.4")},
		{"DOE-ENCOMIENDA-11 body", intentar(dosVeces, encomienda.Confirmar, encomienda.Insistencia{Respuesta: motivo}, ao, "2026-03-06")},
		{"", avance(6000, "")}, {"", avance(4000, "Se repitió una visita")},
		{"DOE-ENCOMIENDA-12 body.avance", avance(4000, "")},
		{"DOE-ENCOMIENDA-12 body.avance", avance(10000, "Todo")},
		{"", avance(6000, "", evidencia("2026-03-02", "2026-03-05"))},
		{"DOE-ENCOMIENDA-13 body.evidencias[0].periodo_hasta", avance(6000, "", evidencia("2026-03-05", "2026-03-04"))},
		{"DOE-ENCOMIENDA-13 body.evidencias[0].periodo_hasta", avance(6000, "", evidencia("2026-03-05", "2026-03-06"))},
		{"DOE-ENCOMIENDA-13 body.evidencias[1].periodo_hasta", avance(6000, "", evidencia("2026-03-02", "2026-03-05"), evidencia("2026-02-01", "2026-02-28"))},
		{"", prorroga("2026-04-15", "2026-03-31")},
		{"DOE-ENCOMIENDA-14 body.hasta", prorroga("2026-04-15", "2026-04-01")},
		{"DOE-ENCOMIENDA-14 body.hasta", prorroga("2026-03-31", "2026-03-05")},
		{"", resolver(encomienda.Resolucion{Concede: dia("2026-04-10"), Motivo: motivo})},
		{"", resolver(encomienda.Resolucion{Motivo: motivo})},
		{"DOE-ENCOMIENDA-16 body.concede", resolver(encomienda.Resolucion{Concede: dia("2026-04-16"), Motivo: motivo})},
		{"DOE-ENCOMIENDA-16 body.concede", resolver(encomienda.Resolucion{Concede: dia("2026-03-31"), Motivo: motivo})},
		{"DOE-ENCOMIENDA-15 body", intentar(aceptada(t), encomienda.ResolverProrroga, encomienda.Resolucion{Motivo: motivo}, ao, "2026-03-06")},
		{"DOE-ENCOMIENDA-17 body.nota", intentar(entregada(t), encomienda.Concluir, encomienda.Conclusion{Resultado: encomienda.ConReservas}, ao, "2026-03-23")},
		{"", intentar(entregada(t), encomienda.Concluir, encomienda.Conclusion{Resultado: encomienda.ConReservas, Nota: "Falta un módulo"}, ao, "2026-03-23")},
		{"DOE-ENCOMIENDA-19 body.unidad", intentar(rechazada(t), encomienda.Reasignar, encomienda.Reasignacion{
			Unidad: "doe-7.1.3.1", Compromiso: dia("2026-04-30"), Motivo: motivo, Instruccion: encargo().Contenido.Instruccion}, ao, "2026-03-04")},
	} {
		assert.Equal(t, x.regla, strings.Join(fallas(x.err), ", "), "%v", x.err)
		if x.regla == "" {
			assert.NoError(t, x.err)
		}
	}
}

func TestLaCausalFueraDeLineaProcedeTrasUnTraspaso(t *testing.T) {
	k := encargada(t)
	k.r.De = "doe-7.1.4" // as if it had been assigned by who was its superior then
	require.NoError(t, intentar(k, encomienda.Rechazar, encomienda.Rechazo{Causal: encomienda.FueraDeLinea, Motivo: motivo}, divisiones, "2026-03-03"))
}

func TestUnaSegundaProrrogaEsperaALaPrimera(t *testing.T) {
	k := aceptada(t)
	p := encomienda.Prorroga{Hasta: fecha.MustParse("2026-04-15"), Motivo: motivo}
	hacer(t, k, encomienda.PedirProrroga, p, divisiones, "2026-03-05")
	assert.Equal(t, []string{"DOE-ENCOMIENDA-14 body.hasta"}, fallas(intentar(k, encomienda.PedirProrroga, p, divisiones, "2026-03-06")))
	hacer(t, k, encomienda.ResolverProrroga, encomienda.Resolucion{Concede: fecha.MustParse("2026-04-10"), Motivo: motivo}, ao, "2026-03-09")
	assert.Equal(t, "2026-04-10", k.r.Compromiso.String())
	assert.Equal(t, []fecha.Fecha{fecha.MustParse("2026-03-31"), fecha.MustParse("2026-04-10")}, k.r.Relojes[0].Comunicados, "la primera se conserva")
}

func TestElTableroDiceComoVaLoEncargado(t *testing.T) {
	tarde := aceptada(t)
	hacer(t, tarde, encomienda.Reportar, encomienda.Avance{Avance: 5000}, divisiones, "2026-03-10")
	regional := encargada(t, a(doe.CAOOD, "14"))
	regional.r.Compromiso = fecha.MustParse("2026-06-30")
	fs := encomienda.Tablero([]encomienda.Encomienda{tarde.r, entregada(t).r, regional.r}, fecha.MustParse("2026-04-01"))
	assert.Equal(t, []encomienda.Fila{
		{Unidad: doe.CAOOD, OOAD: "14", Total: 1, Por: map[tramite.Estado]int{encomienda.Encargada: 1}, EnCurso: 1},
		{Unidad: "doe-7.1.3.1", Total: 2, Por: map[tramite.Estado]int{encomienda.Aceptada: 1, encomienda.Entregada: 1}, EnCurso: 1, Vencidas: 1, ATiempo: 1,
			Avance: 5000, MasAntigua: fecha.MustParse("2026-03-31")},
	}, fs)
	assert.Empty(t, encomienda.Tablero(nil, fecha.MustParse("2026-04-01")))
}

func TestLosVocabulariosTienenSusConstantes(t *testing.T) {
	voces.Concuerda(t, encomienda.Causales(), encomienda.ParseCausal, encomienda.FueraDeLinea, encomienda.FueraDeMateria, encomienda.CorrespondeAOtra, encomienda.InstruccionIncompleta)
	voces.Concuerda(t, encomienda.Medios(), encomienda.ParseMedio, encomienda.PorOficio, encomienda.PorMemorand, encomienda.PorCorreo, encomienda.PorMinuta)
	voces.Concuerda(t, encomienda.Resultados(), encomienda.ParseResultado, encomienda.Conforme, encomienda.ConReservas)
}

func TestLasReglasTienenCodigoConsecutivoYFuente(t *testing.T) {
	for i, r := range encomienda.Reglas() {
		assert.Equal(t, fmt.Sprintf("DOE-ENCOMIENDA-%02d", i+1), r.Codigo)
		assert.False(t, r.Fuente.IsZero(), r.Codigo)
		assert.NotEmpty(t, r.En)
	}
}

func TestPropiedades(t *testing.T) {
	lejos := func(e *encomienda.Encargo) { e.Compromiso = fecha.MustParse("2026-12-31") }
	prueba.Propiedades(t, encomienda.Encomiendas, prueba.Opciones{
		Actores: []doe.Actor{ao, divisiones, general},
		Entradas: map[string][]any{
			"encargar":          {encargo(lejos), encargo(a(doe.CAOOD, "14"), lejos), encargo(a("doe-7.1", ""), lejos), encargo(lejos, delegando("siade.atencion:turnar", "2026-03-02", "2026-12-31"))},
			"rechazar":          {encomienda.Rechazo{Causal: encomienda.FueraDeMateria, Motivo: motivo}},
			"pedir-prorroga":    {encomienda.Prorroga{Hasta: fecha.MustParse("2027-01-31"), Motivo: motivo}},
			"resolver-prorroga": {encomienda.Resolucion{Motivo: motivo}, encomienda.Resolucion{Concede: fecha.MustParse("2027-01-31"), Motivo: motivo}},
			"reasignar":         {encomienda.Reasignacion{Unidad: doe.CAOOD, OOAD: "14", Compromiso: fecha.MustParse("2026-12-31"), Motivo: motivo, Instruccion: encargo().Contenido.Instruccion}},
			"devolver":          {encomienda.Devolucion{Observaciones: []string{"Falta"}}},
		},
	})
}
