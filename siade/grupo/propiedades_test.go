package grupo_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
	voces "github.com/operacion-abierta/operacion/doe/vocabulario/prueba"
	"github.com/operacion-abierta/operacion/siade"
	"github.com/operacion-abierta/operacion/siade/grupo"
)

func TestLosVocabulariosConcuerdan(t *testing.T) {
	voces.Concuerda(t, grupo.Clases(), grupo.ParseClase, grupo.Sindicato, grupo.Jubilados, grupo.Asociacion, grupo.Campesina, grupo.Comite, grupo.Camara, grupo.Empresa, grupo.PersonaFisica, grupo.Colectivo)
	voces.Concuerda(t, grupo.Documentos(), grupo.ParseDocumento, grupo.ActaConstitutiva, grupo.PoderNotarial, grupo.TomaDeNota, grupo.ActaAsamblea, grupo.CartaPoder, grupo.Identificacion)
	voces.Concuerda(t, grupo.Medios(), grupo.ParseMedio, grupo.PorOficio, grupo.EnPersona, grupo.PorCorreo, grupo.PorTelefono)
	voces.Concuerda(t, grupo.Modalidades(), grupo.ParseModalidad, grupo.Presencial, grupo.Virtual, grupo.Mixta)
	voces.Concuerda(t, grupo.Tratos(), grupo.ParseTrato, grupo.Resuelta, grupo.APeticion, grupo.AAcuerdo, grupo.NoProcede, grupo.NoCompete, grupo.Pospuesta)
	voces.Concuerda(t, grupo.Situaciones(), grupo.ParseSituacion, grupo.PorTratar, grupo.PorRegistrar, grupo.PorAcordar, grupo.EnPeticion, grupo.EnAcuerdo, grupo.Terminada)
	voces.Concuerda(t, grupo.Resultados(), grupo.ParseResultado, grupo.Atendida, grupo.PorPeticion, grupo.PorAcuerdo, grupo.SinCumplir, grupo.Improcedente, grupo.DeOtro, grupo.RetiradaPorSus)
	voces.Concuerda(t, grupo.CausalesRechazo(), grupo.ParseCausalRechazo, grupo.SinRepresentacion, grupo.NoEsDelInstituto, grupo.SinMateria, grupo.Repetida, grupo.Inasistencia)
	voces.Concuerda(t, grupo.CausalesCambio(), grupo.ParseCausalCambio, grupo.LoPideElGrupo, grupo.LoPideElArea, grupo.SinSede, grupo.Contingencia, grupo.YaNoHaceFalta)
}

func TestLasReglasTienenCodigoConsecutivoYFuente(t *testing.T) {
	for i, r := range grupo.Reglas() {
		assert.Equal(t, fmt.Sprintf("SIADE-GRUPO-%02d", i+1), r.Codigo)
		assert.False(t, r.Fuente.IsZero(), r.Codigo)
		assert.NotEmpty(t, r.En)
		assert.NotEmpty(t, r.Es)
	}
}

func TestCadaClaseTieneConQueAcreditarse(t *testing.T) {
	for _, c := range grupo.Clases() {
		hay := 0
		for _, r := range grupo.Requisitos() {
			if r.Clase == c.Clave {
				hay++
			}
		}
		assert.Positive(t, hay, c.Clave)
	}
}

func TestPropiedades(t *testing.T) {
	const g = "GRU-2026-14-0000001-X"
	antes := []prueba.Antes{
		{Actor: taod, Peticion: tramite.Peticion{Coleccion: gru, Entrada: grupo.RegistrarGrupo.Ejemplo}},
		{Actor: taod, Peticion: tramite.Peticion{Coleccion: gru, Folio: g, Acto: "adjuntar", Entrada: acta}},
		{Actor: taod, Peticion: tramite.Peticion{Coleccion: gru, Folio: g, Acto: "acreditar", Entrada: larga()}},
	}
	peticion := func() siade.Registro {
		e := siade.Registrar.Ejemplo
		e.Canal, e.OOAD = siade.GrupoOrganizado, ""
		return e
	}()
	antes = append(antes, prueba.Antes{Actor: taod, Peticion: tramite.Peticion{Coleccion: siade.Coleccion, Entrada: peticion}})
	for _, d := range []tramite.Cualquiera{grupo.Grupos, grupo.Solicitudes, grupo.Directrices} {
		t.Run(d.Definicion().Nombre, func(t *testing.T) {
			var otros []tramite.Cualquiera
			for _, x := range todos() {
				if x != d {
					otros = append(otros, x)
				}
			}
			o := prueba.Opciones{Otros: otros, Actores: []doe.Actor{jefa, taod, coord, unidad, area}}
			if d == tramite.Cualquiera(grupo.Solicitudes) {
				o.Antes = antes
				o.Pasos = 60
				o.Entradas = map[string][]any{
					"programar": citas(), "reprogramar": nil,
					"atender-demanda": {grupo.Respuesta{Demanda: 1, Trato: grupo.AAcuerdo}, grupo.Respuesta{Demanda: 1, Trato: grupo.APeticion}, grupo.Respuesta{Demanda: 2, Trato: grupo.NoProcede, Respuesta: "No está previsto en la ley."}},
					"ligar-peticion":  {siade.Nacida{Folio: "SIADE-2026-14-0000004-X", Parte: 1}, siade.Nacida{Folio: "SIADE-2026-14-0000005-X", Parte: 2}, siade.Nacida{Folio: "SIADE-2026-14-0000006-X", Parte: 1}},
					"cerrar":          {cierre("2026-03-02"), cierre("2026-04-01"), cierre("2026-06-01")},
				}
			}
			prueba.Propiedades(t, d, o)
		})
	}
}

// larga is a representation that outlives the walk.
func larga() grupo.Acreditacion {
	e := grupo.Acreditar.Ejemplo
	e.Documento, e.Hasta = grupo.PoderNotarial, fecha.MustParse("2028-12-31")
	return e
}

func cierre(dia string) grupo.Cierre {
	e := grupo.Cerrar.Ejemplo
	e.Entregado = fecha.MustParse(dia)
	return e
}

// citas are meetings on many days, for the walk to find one ahead.
func citas() []any {
	var out []any
	for d := fecha.MustParse("2026-03-04"); d.Before(fecha.MustParse("2027-03-01")); d = d.Sumar(7) {
		e := grupo.Programar.Ejemplo
		e.Inicio = d.Inicio() + 10*3600*1000000
		out = append(out, e)
	}
	return out
}
