package modulo_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
	voces "github.com/operacion-abierta/operacion/doe/vocabulario/prueba"
	"github.com/operacion-abierta/operacion/siade/modulo"
)

func TestLosVocabulariosConcuerdan(t *testing.T) {
	voces.Concuerda(t, modulo.Dias(), modulo.ParseDia, modulo.Lunes, modulo.Martes, modulo.Miercoles, modulo.Jueves, modulo.Viernes, modulo.Sabado, modulo.Domingo)
	voces.Concuerda(t, modulo.Servicios(), modulo.ParseServicio, modulo.Orientar, modulo.Gestionar, modulo.RecibirQuejas, modulo.Reconocer, modulo.Sugerir, modulo.AtenderGrupos, modulo.OrientarEnSala)
	voces.Concuerda(t, modulo.CausasCierre(), modulo.ParseCausaCierre, modulo.PorObra, modulo.SinPersonal, modulo.PorRiesgo, modulo.PorTraslado, modulo.UnidadCerrada, modulo.PorBajaDe)
	voces.Concuerda(t, modulo.Puestos(), modulo.ParsePuesto, modulo.Tecnica, modulo.Supervisa, modulo.EncargadaM, modulo.ApoyoTel)
	voces.Concuerda(t, modulo.Clases(), modulo.ParseClase, modulo.Alta, modulo.Baja, modulo.Permanente, modulo.Temporal)
	voces.Concuerda(t, modulo.Razones(), modulo.ParseRazon, modulo.Cobertura, modulo.Demanda, modulo.APeticion, modulo.Incapacidad, modulo.Jubilacion, modulo.Renuncia, modulo.Fallecida, modulo.CierreModulo, modulo.OtroServicio)
	voces.Concuerda(t, modulo.Negativas(), modulo.ParseCausalNegativa, modulo.DejaSinAtencion, modulo.SinPerfilPuesto, modulo.PlazaComprom, modulo.SinJustificar)
	voces.Concuerda(t, modulo.ClasesDescarte(), modulo.ParseClaseDescarte, modulo.Duplicada, modulo.Ilegible, modulo.EnBlanco, modulo.NoEsPeticion)
	voces.Concuerda(t, modulo.Resultados(), modulo.ParseResultado, modulo.Cumple, modulo.Falta, modulo.Danado, modulo.Anterior, modulo.NoAplica)
	voces.Concuerda(t, modulo.Impedimentos(), modulo.ParseImpedimento, modulo.NoEsta, modulo.PlazaTomada, modulo.ModuloCerrado)
}

func TestLasReglasTienenCodigoConsecutivoYFuente(t *testing.T) {
	for i, r := range modulo.Reglas() {
		assert.Equal(t, fmt.Sprintf("SIADE-MODULO-%02d", i+1), r.Codigo)
		assert.False(t, r.Fuente.IsZero(), r.Codigo)
		assert.NotEmpty(t, r.En)
		assert.NotEmpty(t, r.Es)
	}
}

func TestPropiedades(t *testing.T) {
	for _, d := range []tramite.Cualquiera{modulo.Modulos, modulo.Tecnicos, modulo.Perfiles, modulo.Buzones, modulo.Movimientos, modulo.Aperturas, modulo.Imagenes, modulo.Revisiones} {
		t.Run(d.Definicion().Nombre, func(t *testing.T) {
			var otros []tramite.Cualquiera
			for _, x := range todos() {
				if x != d {
					otros = append(otros, x)
				}
			}
			prueba.Propiedades(t, d, prueba.Opciones{Otros: otros, Actores: []doe.Actor{jefa, coord, unidad}})
		})
	}
}

func TestRegla25LasAltasDelOOADLasHaceSuCoordinacionComoQuienSupervisa(t *testing.T) {
	k := nuevaCasa(t)
	f := k.abrir("M-1")
	e := k.Eventos(modulo.ColeccionModulos, f)[0]
	assert.Equal(t, doe.Facultad("siade.modulos:supervisar"), e.Fundamento.Facultad)
	assert.Equal(t, []doe.ClaveFuncion{"caood-7.1/6", "caood-7.1/17"}, e.Fundamento.Funciones.Lista())
	assert.Contains(t, e.Fundamento.Documento, "5.7")
	// The central unit registers its own, and not the regional ones.
	k.Rompe(coord, modulo.ColeccionModulos, f, "modificar", modulo.ModificarModulo.Ejemplo, "sin-facultad")
	c := modulo.RegistrarModulo.Ejemplo
	c.Clave, c.Sitio.Unidad = "M-09", "DFIMS000580"
	g := k.Hacer(coord, modulo.ColeccionModulos, "", "", c)
	assert.Equal(t, doe.NivelCentral, k.modulo(g).OOAD)
	_, err := k.Intentar(unidad, modulo.ColeccionModulos, "", "", c)
	assert.Equal(t, []string{"sin-facultad"}, prueba.Fallas(err))
	otra := jefa
	otra.OOAD = "15"
	m := k.modulo(f)
	x := k.Contexto(otra)
	assert.Equal(t, tramite.Negado, modulo.Modulos.Acceso(&m, &x), "each OOAD sees its own")
}

func TestADeskClosesForATimeAndForGood(t *testing.T) {
	k := nuevaCasa(t)
	const col = modulo.ColeccionModulos
	f := k.abrir("M-1", matu)
	ana := k.persona("taod-1", f, "P01")
	c := modulo.Cierre{Causa: modulo.PorObra, Motivo: "Obra en el vestíbulo", Desde: fecha.MustParse("2026-03-03"), Hasta: fecha.MustParse("2026-03-01")}
	k.Rompe(taod, col, f, "cerrar-temporalmente", c, "SIADE-MODULO-06 body.desde", "SIADE-MODULO-07 body.hasta", "SIADE-MODULO-08 body.atiende")
	c.Desde = fecha.MustParse("2026-01-30") // thirty-one days ago
	k.Rompe(taod, col, f, "cerrar-temporalmente", c, "SIADE-MODULO-06 body.desde", "SIADE-MODULO-07 body.hasta", "SIADE-MODULO-08 body.atiende")
	c.Desde, c.Hasta, c.Atiende = fecha.MustParse("2026-01-31"), fecha.MustParse("2026-03-02"), "UMF 2"
	k.Hacer(taod, col, f, "cerrar-temporalmente", c)
	x := k.Contexto(taod)
	m := k.modulo(f)
	assert.Equal(t, "2026-03-02", modulo.Modulos.Vencimiento(&m, &x).Vence.String())
	k.Hacer(taod, col, f, "reabrir", modulo.ReabrirModulo.Ejemplo)
	assert.Nil(t, k.modulo(f).Cierre)
	fin := modulo.CerrarModulo.Ejemplo
	k.Rompe(coord, col, f, "cerrar", fin, "SIADE-MODULO-09 body")
	k.Rompe(coord, col, f, "suprimir-plaza", modulo.Supresion{Plaza: "P01", Documento: "1"}, "SIADE-MODULO-14 body.plaza")
	k.Rompe(coord, col, f, "suprimir-plaza", modulo.Supresion{Plaza: "P09", Documento: "1"}, "SIADE-MODULO-13 body.plaza")
	k.mover(solicitud(modulo.Baja, ana, "", "", "2026-03-03", ""))
	k.Amanece("2026-03-03")
	k.Hacer(coord, col, f, "suprimir-plaza", modulo.Supresion{Plaza: "P01", Documento: "1"})
	fin.Hasta = fecha.MustParse("2026-04-01")
	k.Rompe(coord, col, f, "cerrar", fin, "SIADE-MODULO-07 body.hasta")
	fin.Hasta = fecha.Fecha{}
	k.Hacer(coord, col, f, "cerrar", fin)
	assert.Equal(t, modulo.CerradoDefinitivo, k.modulo(f).Estado)
}

func TestADeskSaysWhereItIsAndWhenItOpens(t *testing.T) {
	k := nuevaCasa(t)
	e := modulo.RegistrarModulo.Ejemplo
	e.Sitio.Unidad = "14UM03"
	e.Horario = []modulo.Jornada{jornada("08:00", "14:00")[0], {Dias: []modulo.Dia{modulo.Lunes}, De: hora("13:00"), A: hora("15:00")}, {Dias: semana, De: hora("20:00"), A: hora("20:00")}}
	_, err := k.Intentar(jefa, modulo.ColeccionModulos, "", "", e)
	assert.Equal(t, []string{"SIADE-MODULO-01 body.unidad_servicio", "SIADE-MODULO-04 body.horario[1]", "SIADE-MODULO-03 body.horario[2].a"}, prueba.Fallas(err))
	for u, quiere := range map[string][]string{
		"JCIMS000301": nil, "14UM032110": nil,
		"JCSSA000301": {"SIADE-MODULO-01 body.unidad_servicio"}, "14UM03211": {"SIADE-MODULO-01 body.unidad_servicio"},
		"15UM032110": {"SIADE-MODULO-02 body.unidad_servicio"}, "99UM032110": {"SIADE-MODULO-02 body.unidad_servicio"},
	} {
		e := modulo.RegistrarModulo.Ejemplo
		e.Clave, e.Sitio.Unidad = "M-"+u, u
		_, err := k.Intentar(jefa, modulo.ColeccionModulos, "", "", e)
		assert.Equal(t, quiere, prueba.Fallas(err), u)
	}
	f := k.abrir("M-1", matu)
	otra := modulo.ModificarModulo.Ejemplo
	otra.Clave = "M-9"
	k.Rompe(taod, modulo.ColeccionModulos, f, "modificar", otra, "SIADE-MODULO-05 body.clave")
	p := modulo.AutorizarPlaza.Ejemplo
	p.Clave, p.Desde = "P01", fecha.MustParse("2026-03-03")
	k.Rompe(coord, modulo.ColeccionModulos, f, "asentar-plaza", p, "SIADE-MODULO-10 body.clave", "SIADE-MODULO-12 body.desde")
	k.Rompe(jefa, modulo.ColeccionModulos, f, "asentar-plaza", p, "sin-facultad")
}

func TestThePersonIsKeptApartAndWhoWorkedIsEnteredOnce(t *testing.T) {
	k := nuevaCasa(t)
	const col = modulo.ColeccionTecnicos
	d := modulo.DatosTecnico{Cuenta: "taod-1", Puesto: modulo.Tecnica, Nombre: "Rosa Elena Prado", CURP: "MALA"}
	_, err := k.Intentar(taod, col, "", "", d)
	assert.Equal(t, []string{"SIADE-MODULO-19 body.aviso_privacidad", "SIADE-MODULO-20 body.curp"}, prueba.Fallas(err))
	d.CURP, d.AvisoPrivacidad, d.Matricula = "BEML920313HMCLNS09", "2025-03", "99142345"
	f := k.Hacer(taod, col, "", "", d)
	require.Len(t, k.Reservados, 1)
	assert.Equal(t, map[string]string{"curp": "BEML920313HMCLNS09", "matricula": "99142345"}, k.Reservados[0].Claves)
	for _, crudo := range []string{k.Doc(col, f), string(k.Eventos(col, f)[0].Entrada)} {
		assert.NotContains(t, crudo, "Prado")
		assert.NotContains(t, crudo, "99142345")
		assert.Contains(t, crudo, k.Reservados[0].Ref)
	}
	m := k.abrir("M-1", matu)
	a := modulo.Adscripcion{Modulo: m, Plaza: "P09", Desde: fecha.MustParse("2026-03-03"), Hasta: fecha.MustParse("2026-04-03")}
	k.Rompe(coord, col, f, "incorporar", a, "SIADE-MODULO-21 body.desde", "SIADE-MODULO-21 body.hasta", "SIADE-MODULO-21 body.origen", "SIADE-MODULO-13 body.plaza")
	k.Rompe(jefa, col, f, "incorporar", a, "sin-facultad")
	k.Hacer(coord, col, f, "incorporar", modulo.Adscripcion{Modulo: m, Plaza: "P01", Desde: fecha.MustParse("2026-03-02"), Origen: "Nómina"})
	assert.Equal(t, f, k.modulo(m).Plazas[0].Titular)
	otra := k.persona("taod-2", "", "")
	k.Rompe(coord, col, otra, "incorporar", modulo.Adscripcion{Modulo: m, Plaza: "P01", Desde: fecha.MustParse("2026-03-02"), Origen: "Nómina"}, "SIADE-MODULO-14 body.plaza")
}

func TestRegla30UnPerfilSeCotejaConLaVersionDeSuDia(t *testing.T) {
	k := nuevaCasa(t)
	const col, per = modulo.ColeccionTecnicos, modulo.ColeccionPerfiles
	v := modulo.Perfiles.Definicion().Actos[0].Ejemplo.(modulo.VersionPerfil)
	p := k.Hacer(unidad, per, "", "", v)
	m := k.abrir("M-1", matu)
	f := k.persona("taod-1", m, "P01")
	c := modulo.CotejarPerfil.Ejemplo
	c.Hasta = fecha.MustParse("2026-03-01")
	k.Rompe(jefa, col, f, "cotejar-perfil", c, "SIADE-MODULO-25 body.hasta") // the day before it rules
	v.Desde, v.Motivo = fecha.MustParse("2026-03-02"), "Otro motivo"
	k.Rompe(unidad, per, p, "modificar", v, "SIADE-MODULO-16 body.desde")
	v.Desde, v.Puesto, v.Actividades = fecha.MustParse("2026-04-01"), modulo.Supervisa, append(v.Actividades, v.Actividades[0])
	k.Rompe(unidad, per, p, "modificar", v, "SIADE-MODULO-15 body.puesto", "SIADE-MODULO-18 body.actividades[2].clave")
	v.Puesto, v.Actividades = modulo.Tecnica, v.Actividades[:1]
	k.Hacer(unidad, per, p, "modificar", v)

	k.El("2026-04-10")
	malo := modulo.Cotejo{Desde: fecha.MustParse("2026-01-01"), Hasta: fecha.MustParse("2026-03-31"), Actividades: []modulo.ActividadCotejada{{Clave: "A1"}, {Clave: "A9", Cumple: true}}}
	k.Rompe(jefa, col, f, "cotejar-perfil", malo, "SIADE-MODULO-24 body.hasta", "SIADE-MODULO-29 body.actividades[0].nota", "SIADE-MODULO-27 body.actividades[1].clave", "SIADE-MODULO-28 body.actividades", "SIADE-MODULO-26 body.dias")
	c.Hasta = fecha.MustParse("2026-03-31") // the first version ruled
	k.Hacer(jefa, col, f, "cotejar-perfil", c)
	c.Hasta, c.Dias, c.Actividades = fecha.MustParse("2026-04-01"), 0, []modulo.ActividadCotejada{{Clave: "A1", Cumple: true}}
	k.Hacer(de("doe-7.1.3.1.4", doe.Personal), col, f, "cotejar-perfil", c)
	x := k.tecnico(f)
	assert.Equal(t, []int{1, 1, 2, 0}, []int{x.Cotejos[0].Version, x.Cotejos[0].Faltas, x.Cotejos[1].Version, x.Cotejos[1].Faltas})
	require.Len(t, x.Relojes, 1)
	k.Rompe(jefa, col, f, "corregir", modulo.Correccion{Cotejo: 2, Correccion: "Ya lo hace"}, "SIADE-MODULO-30 body.cotejo")
	k.Hacer(jefa, col, f, "corregir", modulo.Corregir.Ejemplo)
	assert.True(t, k.tecnico(f).Relojes[0].Cumplido)
}

func TestAMailboxNotOpenedOnItsDayIsTold(t *testing.T) {
	k := nuevaCasa(t)
	const col = modulo.ColeccionBuzones
	e := modulo.Buzones.Definicion().Actos[0].Ejemplo.(modulo.ContenidoBuzon)
	e.Modulo = "MAO-2026-14-0009999-X"
	_, err := k.Intentar(taod, col, "", "", e)
	assert.Equal(t, []string{"SIADE-MODULO-22 body.modulo"}, prueba.Fallas(err))
	e.Modulo, e.CadaDias = k.abrir("M-1"), 5
	f := k.Hacer(taod, col, "", "", e)
	k.Amanece("2026-03-09") // the fifth working day
	assert.Empty(t, prueba.Leer[modulo.Buzon](k.Archivo, col, f).Atrasos)
	k.Amanece("2026-03-10")
	assert.Len(t, prueba.Leer[modulo.Buzon](k.Archivo, col, f).Atrasos, 1)
}

func TestHorasFueraDeFormaNoSeLeen(t *testing.T) {
	for _, s := range []string{"", "8:00", "08:60", "24:01", "25:00", "0a:00", "08-00", "08:000"} {
		_, err := modulo.ParseHora(s)
		assert.ErrorIs(t, err, modulo.ErrHora, s)
	}
	assert.Equal(t, "24:00", hora("24:00").String())
	assert.Equal(t, modulo.Lunes, modulo.DiaDe(fecha.MustParse("2026-03-02").DiaSemana()))
	assert.Equal(t, modulo.Domingo, modulo.DiaDe(fecha.MustParse("2026-03-01").DiaSemana()))
}

// Minute by minute, what is uncovered is what is open and no shift covers.
func TestWhatIsUncoveredIsWhatIsOpenAndNobodyStaffs(t *testing.T) {
	jornadas := rapid.SliceOfN(rapid.Custom(func(rt *rapid.T) modulo.Jornada {
		d := rapid.IntRange(0, 1380).Draw(rt, "de")
		return modulo.Jornada{Dias: []modulo.Dia{rapid.SampledFrom([]modulo.Dia{modulo.Lunes, modulo.Domingo}).Draw(rt, "dia")}, De: modulo.Hora(d), A: modulo.Hora(d + rapid.IntRange(1, 60).Draw(rt, "dura"))}
	}), 0, 6)
	rapid.Check(t, func(rt *rapid.T) {
		abre, uno, dos := jornadas.Draw(rt, "abre"), jornadas.Draw(rt, "uno"), jornadas.Draw(rt, "dos")
		en := func(js []modulo.Jornada, d modulo.Dia, m modulo.Hora) bool {
			for _, j := range js {
				if j.Dias[0] == d && m >= j.De && m < j.A {
					return true
				}
			}
			return false
		}
		huecos := modulo.Descubierto(abre, uno, dos)
		for _, d := range []modulo.Dia{modulo.Lunes, modulo.Domingo} {
			for m := modulo.Hora(0); m < 24*60; m++ {
				hay := false
				for _, h := range huecos {
					hay = hay || h.Dia == d && m >= h.De && m < h.A
				}
				if hay != (en(abre, d, m) && !en(uno, d, m) && !en(dos, d, m)) {
					rt.Fatalf("%s %s: %v", d, m, huecos)
				}
			}
		}
	})
}
