package difusion_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
	"github.com/operacion-abierta/operacion/doe/version"
	voces "github.com/operacion-abierta/operacion/doe/vocabulario/prueba"
	"github.com/operacion-abierta/operacion/siade"
	"github.com/operacion-abierta/operacion/siade/difusion"
)

const (
	aor = difusion.ColeccionActividades
	ptr = difusion.ColeccionProtocolos
)

var (
	taod     = doe.Actor{Sub: "taod-14-007", Nombre: "Técnica", Unidad: doe.CAOOD, OOAD: "14", Puesto: doe.TAOD}
	otra     = doe.Actor{Sub: "taod-15-001", Nombre: "Técnico", Unidad: doe.CAOOD, OOAD: "15", Puesto: doe.TAOD}
	jefa     = titular(doe.CAOOD)
	unidad   = titular("doe-7.1.3")
	division = titular("doe-7.1.3.1.3")
	enlace   = titular("doe-7.1.3.1.2")
)

func titular(u doe.ClaveUnidad) doe.Actor {
	a := doe.Actor{Sub: "titular:" + string(u), Nombre: "Titular de " + string(u), Unidad: u, Puesto: doe.Titular}
	if u.Regional() {
		a.OOAD = "14"
	}
	return a
}

func d(s string) fecha.Fecha { return fecha.MustParse(s) }

func casa(t testing.TB) *prueba.Archivo {
	return prueba.Nuevo(t, "2026-03-02", difusion.Actividades, difusion.Protocolos, difusion.Apariciones, siade.Peticiones)
}

func actividad(k *prueba.Archivo, f string) difusion.Actividad {
	return prueba.Leer[difusion.Actividad](k, aor, f)
}

var foto = tramite.Adjunto{Nombre: "foto.jpg", SHA256: siade.Adjuntar.Ejemplo.SHA256, Tipo: "image/jpeg", Bytes: 10}

func jornada() difusion.Ficha {
	e := difusion.Programar.Ejemplo
	e.Clase, e.Turno, e.Orientadores = difusion.Jornada, difusion.Matutino, []string{"taod-14-007", "taod-14-008"}
	return e
}

func TestLosVocabulariosConcuerdan(t *testing.T) {
	voces.Concuerda(t, difusion.Clases(), difusion.ParseClase, difusion.Evento, difusion.Jornada)
	voces.Concuerda(t, difusion.Turnos(), difusion.ParseTurno, difusion.Matutino, difusion.Vespertino, difusion.Nocturno)
	voces.Concuerda(t, difusion.Poblaciones(), difusion.ParsePoblacion, difusion.Asegurada, difusion.Beneficiaria, difusion.Pensionada, difusion.Patronal, difusion.Estudiantil, difusion.Indigena, difusion.Discapacidad, difusion.Abierta, difusion.Interna)
	voces.Concuerda(t, difusion.Medios(), difusion.ParseMedio, difusion.Television, difusion.Radio, difusion.Prensa, difusion.Digital)
	voces.Concuerda(t, difusion.Causales(), difusion.ParseCausal, difusion.SinSede, difusion.SinPersonal, difusion.SinMaterial, difusion.Contingencia, difusion.SinPublico, difusion.OtraFecha)
}

func TestLasReglasTienenCodigoConsecutivoYFuente(t *testing.T) {
	for i, r := range difusion.Reglas() {
		assert.Equal(t, fmt.Sprintf("SIADE-DIFUSION-%02d", i+1), r.Codigo)
		assert.False(t, r.Fuente.IsZero(), r.Codigo)
		assert.NotEmpty(t, r.En)
		assert.NotEmpty(t, r.Es)
	}
}

func TestPropiedades(t *testing.T) {
	prueba.Propiedades(t, difusion.Actividades, prueba.Opciones{
		Otros: []tramite.Cualquiera{siade.Peticiones, difusion.Protocolos}, Actores: []doe.Actor{taod, jefa, division, enlace},
		Entradas: map[string][]any{"programar": {jornada()}, "reprogramar": {difusion.Reprogramacion{Dia: d("2026-06-01"), Causal: difusion.OtraFecha, Motivo: "Lo pide la sede."}}},
	})
	prueba.Propiedades(t, difusion.Protocolos, prueba.Opciones{
		Otros: []tramite.Cualquiera{siade.Peticiones, difusion.Actividades}, Actores: []doe.Actor{taod, jefa, division, enlace, unidad},
		Entradas: map[string][]any{
			"autorizar": {version.Vigor{Desde: d("2026-03-10"), Oficio: "Oficio 1"}, version.Vigor{Desde: d("2026-09-10"), Oficio: "Oficio 2"}},
			"difundir":  {difusion.Difusion{OOAD: []doe.OOAD{"14", "15"}, Oficio: "Oficio 3", Medio: "Correo"}},
		},
	})
}

func TestRegla34AnAppearanceGoesOnTheAirWithTheNormativeOrgan(t *testing.T) {
	const ame = difusion.ColeccionApariciones
	prueba.Propiedades(t, difusion.Apariciones, prueba.Opciones{Otros: []tramite.Cualquiera{siade.Peticiones}, Actores: []doe.Actor{division, taod}})
	k := casa(t)
	mala := difusion.ProgramarAparicion.Ejemplo
	mala.Dia, mala.Organo = d("2026-03-01"), "ooad-14"
	k.Rompe(division, ame, "", "", mala, "SIADE-DIFUSION-01 body.dia", "SIADE-DIFUSION-25 body.organo_normativo")
	f := k.Hacer(division, ame, "", "", difusion.ProgramarAparicion.Ejemplo)
	k.Rompe(enlace, ame, f, "emitir", difusion.Emitir.Ejemplo, "sin-facultad")
	k.Rompe(division, ame, f, "emitir", difusion.Emitir.Ejemplo, "SIADE-DIFUSION-26 body.dia", "SIADE-DIFUSION-27 registro.respaldo")
	normativo := doe.Actor{Sub: "dpes", Nombre: "Prestaciones", Rol: doe.Normativo, Organo: difusion.ProgramarAparicion.Ejemplo.Organo}
	k.Hacer(normativo, ame, f, "respaldar", difusion.Respaldar.Ejemplo)
	antes := siade.Registrar.Ejemplo
	p := k.Hacer(taod, siade.Coleccion, "", "", antes)
	k.El("2026-03-12")
	k.Hacer(division, ame, f, "emitir", difusion.Emitir.Ejemplo)
	k.Rompe(division, ame, f, "ligar-peticion", siade.Nacida{Folio: p}, "SIADE-DIFUSION-28 body.folio")
	despues := siade.Registrar.Ejemplo
	q := k.Hacer(taod, siade.Coleccion, "", "", despues)
	k.Hacer(division, ame, f, "ligar-peticion", siade.Nacida{Folio: q})
	k.Rompe(division, ame, f, "ligar-peticion", siade.Nacida{Folio: q}, "SIADE-DIFUSION-13 body.folio")
	k.Rompe(division, ame, f, "cerrar", difusion.CerrarAparicion.Ejemplo, "SIADE-DIFUSION-29 registro.peticiones")
	k.Hacer(taod, siade.Coleccion, q, "clasificar", siade.Clasificacion{Tipo: siade.Gestion})
	k.Hacer(taod, siade.Coleccion, q, "responder", siade.Respuesta{Respuesta: "Se atendió hoy.", EnPersona: true})
	k.Hacer(taod, siade.Coleccion, q, "cerrar", siade.Cierre{})
	k.Hacer(division, ame, f, "cerrar", difusion.CerrarAparicion.Ejemplo)
}

func TestAnActivityIsWhatItsKindAsksFor(t *testing.T) {
	k := casa(t)
	mala := difusion.Programar.Ejemplo
	mala.Dia, mala.UnidadServicio, mala.Turno = d("2026-03-01"), "nada", difusion.Matutino
	mala.Materiales = []difusion.Material{{Nombre: "Folleto", Cantidad: 1}, {Nombre: "Folleto", Cantidad: 2}}
	k.Rompe(taod, aor, "", "", mala, "SIADE-DIFUSION-01 body.dia", "SIADE-DIFUSION-02 body.unidad_servicio", "SIADE-DIFUSION-04 body.turno", "SIADE-DIFUSION-06 body.materiales[1].nombre")
	sin := difusion.Programar.Ejemplo
	sin.Clase, sin.UnidadServicio = difusion.Jornada, ""
	k.Rompe(taod, aor, "", "", sin, "SIADE-DIFUSION-03 body.unidad_servicio", "SIADE-DIFUSION-04 body.turno", "SIADE-DIFUSION-05 body.orientadores")
	f := k.Hacer(taod, aor, "", "", difusion.Programar.Ejemplo)
	e := k.Eventos(aor, f)[0]
	assert.Equal(t, doe.Facultad("siade.difusion:difundir"), e.Fundamento.Facultad)
	k.Rompe(otra, aor, f, "cancelar", difusion.Cancelar.Ejemplo, "fuera-de-ambito")
	k.Rompe(titular("doe-7.1.4"), aor, f, "cancelar", difusion.Cancelar.Ejemplo, "sin-facultad")
	k.Rompe(taod, aor, f, "reprogramar", difusion.Reprogramacion{Dia: d("2026-03-12"), Causal: difusion.OtraFecha, Motivo: "La misma."}, "SIADE-DIFUSION-01 body.dia")
	k.Hacer(taod, aor, f, "reprogramar", difusion.Reprogramar.Ejemplo)
	k.Hacer(enlace, aor, f, "cancelar", difusion.Cancelar.Ejemplo)
	x := actividad(k, f)
	assert.Equal(t, []any{difusion.Cancelada, 2, "2026-03-12"}, []any{x.Estado, len(x.Cambios), x.Cambios[0].Antes.String()})
}

func TestARoundSaysWhatEachAttendantDid(t *testing.T) {
	k := casa(t)
	f := k.Hacer(taod, aor, "", "", jornada())
	e := difusion.Realizar.Ejemplo
	k.Rompe(taod, aor, f, "realizar", e, "SIADE-DIFUSION-07 body.dia", "SIADE-DIFUSION-11 body.orientadores")
	for dia, bien := range map[string]bool{"2026-03-27": true, "2026-03-28": false} {
		k := casa(t)
		f := k.Hacer(taod, aor, "", "", difusion.Programar.Ejemplo)
		k.El(dia)
		_, err := k.Intentar(taod, aor, f, "realizar", difusion.Realizar.Ejemplo)
		assert.Equal(t, bien, err == nil, dia)
	}
	k.El("2026-03-12")
	e.Atendidas = append(e.Atendidas, difusion.Atendidas{Poblacion: difusion.Pensionada, Personas: 1})
	e.Entregados = []difusion.Material{{Nombre: "Folleto de guarderías", Cantidad: 201}, {Nombre: "Otro", Cantidad: 1}}
	e.Orientadores = []difusion.DeOrientador{{Cuenta: "taod-14-007", Orientadas: 10, Resueltas: 11}, {Cuenta: "nadie", Orientadas: 1}}
	k.Rompe(taod, aor, f, "realizar", e, "SIADE-DIFUSION-08 body.atendidas[2].poblacion", "SIADE-DIFUSION-09 body.entregados[0]", "SIADE-DIFUSION-09 body.entregados[1]",
		"SIADE-DIFUSION-10 body.orientadores[0]", "SIADE-DIFUSION-10 body.orientadores[1]", "SIADE-DIFUSION-11 body.orientadores")
	e = difusion.Realizar.Ejemplo
	e.Orientadores = []difusion.DeOrientador{{Cuenta: "taod-14-007", Orientadas: 100, Resueltas: 80}, {Cuenta: "taod-14-008", Orientadas: 32, Resueltas: 30}}
	k.Hacer(taod, aor, f, "realizar", e)
	assert.Equal(t, cantidad.Valor(88_00), *actividad(k, f).Cumplimiento)
}

func TestPetitionsAreBornOfAnActivityAndItsReportClosesIt(t *testing.T) {
	k := casa(t)
	f := k.Hacer(taod, aor, "", "", difusion.Programar.Ejemplo)
	nace := siade.Registrar.Ejemplo
	nace.Canal, nace.OOAD, nace.NaceDe = siade.Evento, "", &siade.Nacimiento{Coleccion: aor, Folio: f}
	k.Rompe(taod, siade.Coleccion, "", "", nace, "acto-no-abierto")
	k.El("2026-03-12")
	poco := difusion.Realizar.Ejemplo
	poco.Atendidas = []difusion.Atendidas{{Poblacion: difusion.Abierta, Personas: 119}}
	k.Hacer(taod, aor, f, "realizar", poco)
	p := k.Hacer(taod, siade.Coleccion, "", "", nace)
	assert.Equal(t, []difusion.Ligada{{Folio: p, Nacida: true}}, actividad(k, f).Peticiones)
	k.Rompe(taod, aor, f, "ligar-peticion", siade.Nacida{Folio: p}, "SIADE-DIFUSION-13 body.folio")
	nace.Canal = siade.Modulo
	k.Rompe(taod, siade.Coleccion, "", "", nace, "SIADE-DIFUSION-12 body.nace_de.folio")
	k.Hacer(jefa, aor, f, "observar", difusion.Observar.Ejemplo)
	k.Rompe(taod, aor, f, "informar", difusion.Informar.Ejemplo, "SIADE-DIFUSION-14 body.causa", "SIADE-DIFUSION-15 registro.adjuntos", "SIADE-DIFUSION-16 registro.observaciones")
	k.Rompe(taod, aor, f, "subsanar", difusion.Correccion{Numero: 2, Correccion: "Se corrigió."}, "SIADE-DIFUSION-17 body.numero")
	k.Hacer(taod, aor, f, "subsanar", difusion.Subsanar.Ejemplo)
	k.Hacer(taod, aor, f, "adjuntar", foto)
	r := difusion.Informar.Ejemplo
	r.Causa = "Llovió toda la mañana."
	k.Hacer(taod, aor, f, "informar", r)
	assert.Equal(t, difusion.Informada, actividad(k, f).Estado)
}

func TestTheClockWarnsOfWhatIsNotHeldNorReported(t *testing.T) {
	k := casa(t)
	f := k.Hacer(taod, aor, "", "", difusion.Programar.Ejemplo)
	for _, dia := range []string{"2026-03-13", "2026-03-18"} {
		k.Amanece(dia)
	}
	x := actividad(k, f)
	assert.Equal(t, []doe.ClaveUnidad{doe.CAOOD, "doe-7.1.3.1.2"}, []doe.ClaveUnidad{x.Avisos[0].Unidad, x.Avisos[1].Unidad})
	fila := difusion.Contar([]difusion.Actividad{x}, difusion.PorOOAD, d("2026-01-01"), d("2026-12-31"), d("2026-03-18"), plazo.Oficiales())[0]
	assert.Equal(t, []int{1, 1, 0}, []int{fila.Programadas, fila.Atrasadas, fila.Realizadas})
	e := difusion.Realizar.Ejemplo
	k.Hacer(taod, aor, f, "realizar", e)
	k.El("2026-03-20")
	fila = difusion.Contar([]difusion.Actividad{actividad(k, f)}, difusion.PorMes, d("2026-01-01"), d("2026-12-31"), d("2026-03-20"), plazo.Oficiales())[0]
	assert.Equal(t, []any{"2026-03", 0, 1, 132, 180, 102}, []any{fila.Grupo, fila.Atrasadas, fila.SinInforme, fila.Personas, fila.Materiales, fila.PorPoblacion[difusion.Pensionada]})
	assert.Equal(t, cantidad.Centesimas(88_00), *fila.Cumplimiento)
	assert.Empty(t, difusion.Contar([]difusion.Actividad{x}, difusion.PorClase, d("2026-04-01"), d("2026-12-31"), d("2026-03-20"), plazo.Oficiales()))
}

func TestEachOOADConfirmsThatAProtocolWasRead(t *testing.T) {
	k := casa(t)
	doble := difusion.PrimerProtocolo
	doble.Contenido.Conductas = append(doble.Contenido.Conductas[:1:1], doble.Contenido.Conductas[0])
	k.Rompe(division, ptr, "", "", doble, "SIADE-DIFUSION-19 body.contenido.conductas[1].clave")
	f := k.Hacer(division, ptr, "", "", difusion.PrimerProtocolo)
	k.Rompe(unidad, ptr, f, "autorizar", version.Vigor{Desde: d("2026-03-09")}, "SIADE-DIFUSION-18 body.oficio")
	k.Hacer(unidad, ptr, f, "autorizar", version.Vigor{Desde: d("2026-03-09"), Oficio: "7.1.3/0031/2026"})
	e := difusion.Difundir.Ejemplo
	k.Rompe(division, ptr, f, "difundir", e, "SIADE-DIFUSION-20 registro.versiones")
	k.El("2026-03-09")
	e.OOAD = []doe.OOAD{"14", "09", "99"}
	k.Rompe(division, ptr, f, "difundir", e, "SIADE-DIFUSION-21 body.ooad[1]", "SIADE-DIFUSION-21 body.ooad[2]")
	e.OOAD = []doe.OOAD{"14", "15"}
	k.Hacer(division, ptr, f, "difundir", e)
	lee := difusion.ConfirmarLectura.Ejemplo
	k.Rompe(division, ptr, f, "confirmar-lectura", lee, "sin-nombrar")
	k.Rompe(taod, ptr, f, "confirmar-lectura", difusion.Lectura{Personal: 3, Leyeron: 4}, "SIADE-DIFUSION-23 body.leyeron")
	k.Rompe(taod, ptr, f, "confirmar-lectura", difusion.Lectura{Personal: 4, Leyeron: 3}, "SIADE-DIFUSION-24 body.faltan")
	k.Hacer(otra, ptr, f, "confirmar-lectura", lee)
	k.Rompe(otra, ptr, f, "confirmar-lectura", lee, "SIADE-DIFUSION-22 body")
	k.Amanece("2026-03-25")
	x := prueba.Leer[difusion.Protocolo](k, ptr, f)
	ls := difusion.Lecturas([]difusion.Protocolo{x}, d("2026-03-25"))
	require.Len(t, ls, 2)
	assert.Equal(t, []any{doe.OOAD("14"), 1, true, 45}, []any{ls[0].OOAD, ls[0].Recordatorios, ls[0].Leido.IsZero(), ls[1].Leyeron})
	// A later version is sent again, and replaces what was not confirmed.
	k.Hacer(division, ptr, f, "corregir", difusion.PrimerProtocolo.Contenido)
	k.Hacer(unidad, ptr, f, "autorizar", version.Vigor{Desde: d("2026-03-26"), Oficio: "7.1.3/0040/2026"})
	k.El("2026-03-26")
	assert.True(t, difusion.Lecturas([]difusion.Protocolo{prueba.Leer[difusion.Protocolo](k, ptr, f)}, d("2026-03-26"))[1].Anterior)
	k.Hacer(division, ptr, f, "difundir", e)
	x = prueba.Leer[difusion.Protocolo](k, ptr, f)
	assert.Len(t, x.Enviados, 3)
	k.Rompe(division, ptr, f, "difundir", e, "SIADE-DIFUSION-21 body.ooad[0]", "SIADE-DIFUSION-21 body.ooad[1]")
}
