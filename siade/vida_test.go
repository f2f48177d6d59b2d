package siade_test

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
)

var actualizar = flag.Bool("update", false, "write the golden files")

func TestUnaOrientacionTerminaAlContactoConCuatroEventos(t *testing.T) {
	m := nueva(t)
	require.NoError(t, conAtencion(siade.Orientacion)(m))
	p := m.ver(m.ultimo[0].Registro.Cabeza().Folio)
	assert.Equal(t, siade.Cerrada, p.Estado)
	assert.Equal(t, 4, p.Version)
	var actos []string
	for _, e := range m.ultimo[0].Eventos {
		actos = append(actos, e.Acto)
	}
	assert.Equal(t, []string{"registrar", "clasificar", "responder", "cerrar"}, actos)
	assert.Empty(t, p.Relojes, "nada quedó corriendo ni llegó a correr")
	assert.True(t, p.AlContacto)
	assert.Equal(t, siade.EnPersona, p.Notificacion.Medio)
}

func TestUnaQuejaLaRespondeSuAreaSeNotificaSeCalificaYSeReabre(t *testing.T) {
	m := nueva(t)
	f := m.de(siade.Queja)
	assert.Equal(t, "2026-03-30", m.vence(f), "veinte días hábiles")
	rompe(t, m.hace(taod, f, "responder", responde("x")), siade.ReglaSinTurno, "body")
	m.debe(taod, f, "turnar", siade.Turno{Organo: medicas.Organo, Motivo: "es de medicina"})
	require.Len(t, m.ultimo[0].Enlaces, 4)
	assert.Equal(t, tramite.Enlace{Acto: "aceptar", Organo: medicas.Organo, Rol: doe.Area, Dias: siade.DiasEnlace}, m.ultimo[0].Enlaces[0])
	assert.True(t, falla.DeClase(m.hace(area("ooad-20"), f, "aceptar", nil), falla.NoEncontrada), "otra área no la ve")
	prohibe(t, m.hace(ajena, f, "asignar", siade.Asignacion{Responsable: "x"}))
	m.el("2026-03-05").debe(medicas, f, "aceptar", nil)
	m.el("2026-03-18").debe(medicas, f, "responder", siade.Respuesta{Respuesta: "Se sancionó.", Sentido: siade.Favorable})
	p := m.ver(f)
	assert.Equal(t, medicas.Organo, p.Respuesta.Organo)
	assert.Empty(t, p.Publica().Respuestas, "lo no notificado no se ve")
	assert.True(t, falla.DeClase(m.hace(ciudadano, f, "calificar", siade.Opinion{Calificacion: 5}), falla.Conflicto))
	m.el("2026-03-20").debe(taod, f, "notificar", siade.NotaAviso{Medio: siade.PorTelefono}).debe(taod, f, "cerrar", nil)
	m.el("2026-03-23").debe(ciudadano, f, "calificar", siade.Opinion{Calificacion: 2, Comentario: "tardaron"})
	m.debe(ciudadano, f, "reabrir", motivo("no dice a quién"))
	p = m.ver(f)
	assert.Equal(t, siade.EnAtencion, p.Estado)
	assert.Nil(t, p.Calificacion, "volverá a preguntarse")
	assert.Len(t, p.Anteriores, 1)
	assert.Equal(t, "2026-04-20", m.vence(f), "el plazo vuelve a contarse")
	m.debe(medicas, f, "responder", responde("A dos personas."))
	assert.Equal(t, "2026-03-18", p.PrimeraRespuesta.Dia().String())
}

func TestUnReconocimientoLlegaALaPersonaYSuArea(t *testing.T) {
	m := nueva(t)
	f := m.de(siade.Reconocimiento)
	rompe(t, m.hace(taod, f, "responder", responde("gracias")), siade.ReglaSinTurno, "body")
	m.debe(taod, f, "turnar", siade.Turno{Organo: "ooad-14", Motivo: "para su expediente"}).debe(area("ooad-14"), f, "aceptar", nil)
	m.debe(taod, f, "responder", responde("Se lo hicimos saber."))
	assert.Equal(t, siade.Respondida, m.ver(f).Estado)
}

func TestElRelojEscalaHastaLaUnidad(t *testing.T) {
	m := nueva(t)
	f, g := m.de(siade.Gestion), delCentro(m) // both due on 16 March
	var subio []string
	for _, dia := range []string{"2026-03-16", "2026-03-17", "2026-03-22", "2026-03-27", "2026-04-01", "2026-04-20"} {
		m.el(dia).despierta(f)
		m.despierta(g)
		p := m.ver(f)
		subio = append(subio, fmt.Sprintf("%s %d", dia, len(p.Escalamientos)))
	}
	assert.Equal(t, []string{"2026-03-16 0", "2026-03-17 1", "2026-03-22 2", "2026-03-27 3", "2026-04-01 4", "2026-04-20 4"}, subio)
	var unidades []doe.ClaveUnidad
	for _, e := range m.ver(f).Escalamientos {
		unidades = append(unidades, e.Unidad)
	}
	assert.Equal(t, []doe.ClaveUnidad{"caood-7.1", "doe-7.1.3.1.2", "doe-7.1.3.1", "doe-7.1.3"}, unidades)
	assert.Equal(t, doe.PorSistema, m.eventos[f][2].Fundamento.Tipo)
	require.Len(t, m.ver(g).Escalamientos, 3)
	assert.Equal(t, doe.ClaveUnidad("doe-7.1.3.1.1"), m.ver(g).Escalamientos[0].Unidad)
}

func TestElRelojRecuerdaAQuienNoAcepta(t *testing.T) {
	m := nueva(t)
	f := m.turnada(siade.Queja) // three working days: until 5 March
	m.el("2026-03-05").despierta(f)
	assert.Zero(t, m.ver(f).Turno.Recordatorios)
	m.el("2026-03-06").despierta(f)
	assert.Equal(t, 1, m.ver(f).Turno.Recordatorios)
	m.el("2026-03-12").despierta(f)
	assert.Equal(t, 3, m.ver(f).Turno.Recordatorios)
}

func TestElPlazoSeDetieneSoloSiLoDebeQuienPresento(t *testing.T) {
	m := nueva(t)
	f := m.turnada(siade.Gestion)
	m.debe(taod, f, "requerir", siade.Requerimiento{A: siade.AArea, Solicitud: "dictamen", Dias: 5})
	assert.Equal(t, siade.Turnada, m.ver(f).Estado)
	assert.Equal(t, "2026-03-16", m.vence(f))
	m.el("2026-03-03").debe(taod, f, "requerir", siade.Requerimiento{A: siade.APeticionario, Solicitud: "receta", Dias: 3})
	p := m.ver(f)
	assert.Equal(t, siade.EnEspera, p.Estado)
	assert.Equal(t, "receta", p.Publica().Solicitud)
	assert.Equal(t, "2026-03-06", m.vence(f), "lo que debe quien presentó")
	m.debe(medicas, f, "aportar", siade.Aporte{Texto: "va el dictamen"})
	assert.Equal(t, siade.EnEspera, m.ver(f).Estado)
	m.el("2026-03-05").debe(ciudadano, f, "aportar", siade.Aporte{Texto: "va la receta"})
	p = m.ver(f)
	assert.Equal(t, siade.Turnada, p.Estado)
	assert.Equal(t, "2026-03-18", m.vence(f), "4 y 5 de marzo no corrieron")
	assert.False(t, p.Requerimientos[0].Pendiente() || p.Requerimientos[1].Pendiente())

	m.debe(taod, f, "requerir", siade.Requerimiento{A: siade.APeticionario, Solicitud: "otra", Dias: 3})
	m.el("2026-03-11").despierta(f)
	p = m.ver(f)
	assert.Equal(t, siade.Turnada, p.Estado, "se resuelve con lo que hay")
	assert.Equal(t, "2026-03-11", p.Requerimientos[2].Lapso.String())
}

func TestDosDuplicadasSeAcumulanYAmbasConservanSuFolio(t *testing.T) {
	m := nueva(t)
	a, b := m.de(siade.Gestion), m.de(siade.Gestion)
	m.debe(taod, a, "acumular", siade.Acumulacion{Folio: b})
	assert.Equal(t, siade.Acumulada, m.ver(a).Estado)
	assert.Equal(t, b, m.ver(a).AcumuladaEn)
	assert.Equal(t, []string{a}, m.ver(b).Acumula)
	require.Len(t, m.ultimo, 2)
	assert.Equal(t, doe.PorSistema, m.ultimo[1].Eventos[0].Fundamento.Tipo)
	rompe(t, m.hace(taod, b, "acumular", siade.Acumulacion{Folio: a}), siade.ReglaFolioPropio, "body.folio")
	otra := m.registra(ajena, entrada())
	rompe(t, m.hace(taod, b, "acumular", siade.Acumulacion{Folio: otra}), siade.ReglaFolioInexistente, "body.folio")
	rompe(t, m.hace(taod, b, "acumular", siade.Acumulacion{Folio: sensible(m)}), siade.ReglaFolioInexistente, "body.folio")
}

func TestLasSensiblesLasLeenPocas(t *testing.T) {
	m := nueva(t)
	f := sensible(m)
	assert.Equal(t, "2026-03-09", m.vence(f), "su propio plazo")
	personal := doe.Actor{Sub: "p-1", Nombre: "Personal", Unidad: "doe-7.1.3.1.1", Puesto: doe.Personal}
	leen := func(a doe.Actor) tramite.Acceso {
		c, p := m.contexto(a), m.ver(f)
		return siade.Peticiones.Acceso(&p, &c)
	}
	assert.Equal(t, tramite.Oculto, leen(taod))
	assert.Equal(t, tramite.Permitido, leen(jefa))
	assert.Equal(t, tramite.Oculto, leen(ajena))
	assert.Equal(t, tramite.Permitido, leen(atencion))
	assert.Equal(t, tramite.Oculto, leen(personal))
	assert.Equal(t, tramite.Negado, leen(central("doe-7.1.1")), "una titular ajena a la rama")
	m.debe(atencion, f, "asignar", siade.Asignacion{Responsable: "p-1", Nombre: "Personal"})
	assert.Equal(t, tramite.Permitido, leen(personal))
	m.debe(personal, f, "asignar", siade.Asignacion{Responsable: "p-2", Motivo: "ausencia"})
	assert.Equal(t, tramite.Oculto, leen(personal))
	assert.Equal(t, 2, m.ver(f).Asignacion.Veces)
}

func TestLaVistaPublicaNoDiceLoInterno(t *testing.T) {
	m := nueva(t)
	f := m.turnada(siade.Gestion)
	m.debe(control, f, "observar", siade.Observacion{Defecto: siade.Tardia, Detalle: "nota interna", Dias: 3})
	m.debe(jefa, f, "asignar", siade.Asignacion{Responsable: "taod-secreta"}).debe(taod, f, "requerir", siade.Requerimiento{A: siade.AArea, Solicitud: "nota al área", Dias: 3})
	v := asJSON(t, siade.Peticiones.Publica(ptr(m.ver(f))))
	for _, x := range []string{"nota interna", "taod-secreta", "nota al área", "Marta", "ref-", "dn-prestaciones"} {
		assert.NotContains(t, v, x)
	}
	m.debe(taod, f, "responder", responde("listo")).debe(taod, f, "notificar", siade.NotaAviso{Medio: siade.PorPortal}).debe(taod, f, "cerrar", nil)
	p := m.ver(f).Publica()
	assert.Equal(t, []siade.RespuestaVista{{Texto: "listo", Fecha: fecha.MustParse("2026-03-02")}}, p.Respuestas)
	assert.Equal(t, "2026-03-23", p.Hasta.String())
	assert.Equal(t, "2026-04-01", p.CalificaHasta.String())
}

func TestLoQueSeOfreceAlPublicoEstaAbiertoParaEl(t *testing.T) {
	d := siade.Peticiones.Definicion()
	for _, e := range d.Estados {
		for _, n := range (siade.Peticion{Cabecera: tramite.Cabecera{Estado: e.Nombre}}).Publica().Actos {
			a, ok := d.Acto(n)
			require.True(t, ok, n)
			assert.True(t, a.Publico, n)
			assert.Contains(t, a.De, e.Nombre, n)
		}
	}
}

func TestLaDefinicionDiceSuNombreYSusFiltros(t *testing.T) {
	d := siade.Peticiones.Definicion()
	assert.Len(t, d.Indices, tramite.MaxIndices)
	assert.Equal(t, "peticion", d.Nombre)
	assert.Equal(t, "peticiones", d.Coleccion)
	assert.Equal(t, "SIADE", d.Serie)
}

func TestLosContadoresSiguenALaPeticion(t *testing.T) {
	m := nueva(t)
	f := m.de(siade.Gestion)
	aporta := func() []tramite.Aporte {
		p := m.ver(f)
		return siade.Peticiones.Aporta(&p, fecha.MustParse("2026-03-16"))
	}
	as := aporta()
	assert.Len(t, as, 2*len(siade.Familias()))
	assert.Equal(t, "gestion", as[0].V1)
	assert.Equal(t, "2026-03-16", as[1].Dia.String())
	assert.Equal(t, 1, as[1].M[siade.MAbiertas])
	m.debe(taod, f, "reclasificar", siade.Reclasificacion{Clasificacion: siade.Clasificacion{Tipo: siade.Orientacion}})
	assert.Equal(t, "orientacion", aporta()[0].V1)
	m.el("2026-03-05")
	m.cierra(f)
	m.debe(ciudadano, f, "calificar", siade.Opinion{Calificacion: 4})
	as = aporta()
	assert.Len(t, as, 3*len(siade.Familias()))
	assert.Equal(t, "2026-03-05", as[1].Dia.String())
	assert.Equal(t, siade.Cubeta(3), as[1].Cubeta)
	assert.Equal(t, [tramite.MaxMedidas]int{
		siade.MCerradas: 1, siade.MSatNumero: 1, siade.MSatSuma: 4, siade.MRespondidas: 1, siade.MCalificables: 1,
	}, as[1].M)
	assert.Equal(t, [tramite.MaxMedidas]int{
		siade.MCohCerradas: 1, siade.MCohSatNumero: 1, siade.MCohSatSuma: 4, siade.MCohRespondidas: 1, siade.MCohCalificables: 1,
	}, as[2].M)
	assert.Nil(t, siade.Peticiones.Aporta(nil, fecha.Fecha{}))
}

func TestLaPublicaNoActuaMasQueEnLoSuyo(t *testing.T) {
	m := nueva(t)
	f := m.de(siade.Gestion)
	for _, a := range siade.Peticiones.Definicion().Actos {
		if a.Publico || a.Creacion {
			continue
		}
		p := m.ver(f)
		c := m.contexto(ciudadano)
		_, err := siade.Peticiones.Autoriza(&p, a.Nombre, &c)
		prohibe(t, err)
	}
}

func TestCadaEstadoContraCadaActoSinSobresaltos(t *testing.T) {
	m := nueva(t)
	d := siade.Peticiones.Definicion()
	actores := []doe.Actor{taod, jefa, unidad, medicas, ciudadano, doe.Reloj(), {}, {Rol: "inventado"}}
	for _, e := range d.Estados {
		for _, base := range []siade.Peticion{{}, m.ver(m.turnada(siade.Queja)), m.ver(m.cerrada())} {
			base.Estado, base.OOAD, base.Unidad, base.Version = e.Nombre, "14", doe.CAOOD, 3
			m.docs[base.Folio] = []byte(asJSON(t, base))
			for _, a := range d.Actos {
				for _, actor := range actores {
					if err := m.hace(actor, base.Folio, a.Nombre, a.Ejemplo); err != nil {
						var f *falla.Error
						require.ErrorAs(t, err, &f, "%s from %s", a.Nombre, e.Nombre)
					}
					m.docs[base.Folio] = []byte(asJSON(t, base))
				}
			}
		}
	}
}

// TestQuienPuedeCadaActo holds the table of who may do each act, the same on a
// petition of an OOAD as on one of the central level.
func TestQuienPuedeCadaActo(t *testing.T) {
	m := nueva(t)
	regional, centro := m.ver(m.de(siade.Gestion)), m.ver(delCentro(m))
	c := m.contexto(taod)
	var b strings.Builder
	for _, a := range siade.Peticiones.Definicion().Actos {
		var roles []string
		for _, k := range a.Contrapartes {
			roles = append(roles, string(k.Rol))
		}
		if roles != nil {
			fmt.Fprintf(&b, "%s\t%s\n", a.Nombre, strings.Join(roles, " "))
		}
		quienes := siade.Peticiones.Quienes(&regional, a.Nombre, &c)
		assert.Equal(t, quienes, siade.Peticiones.Quienes(&centro, a.Nombre, &c), a.Nombre)
		for _, q := range quienes {
			fmt.Fprintf(&b, "%s\t%s\t%s\t%s\t%v\n", a.Nombre, q.Unidad, q.Facultad, q.Fundamento, q.Funciones.Lista())
		}
	}
	lineas := strings.Split(strings.TrimSpace(b.String()), "\n")
	slices.Sort(lineas)
	tabla := strings.Join(lineas, "\n") + "\n"
	if *actualizar {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile("testdata/autoridad.tsv", []byte(tabla), 0o644))
	}
	dorada, err := os.ReadFile("testdata/autoridad.tsv")
	require.NoError(t, err)
	assert.Equal(t, string(dorada), tabla)
}

func ptr[T any](v T) *T { return &v }

func TestElAreaNoVeNotasNiReferencias(t *testing.T) {
	m := nueva(t)
	e := entrada()
	e.Afectado = &siade.DatosAfectado{Nombre: "Luz Prado"}
	e.Clasificacion = &siade.Clasificacion{Tipo: siade.Gestion}
	f := m.registra(taod, e)
	m.debe(control, f, "observar", siade.Observacion{Defecto: siade.Tardia, Detalle: "nota interna", Dias: 3})
	m.debe(taod, f, "turnar", siade.Turno{Organo: medicas.Organo, Motivo: "x"})
	r, menos := siade.Peticiones.Recortar(ptr(m.ver(f)), medicas)
	require.True(t, menos)
	assert.NotContains(t, asJSON(t, r), "nota interna")
	assert.NotContains(t, asJSON(t, r), "ref-")
	_, menos = siade.Peticiones.Recortar(ptr(m.ver(f)), taod)
	assert.False(t, menos)
}
