package recurrencia_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/acuerdo"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade/recurrencia"
	"github.com/operacion-abierta/operacion/siade/recurrencia/deteccion"
)

// Rule 33: which unit's board received its presentation, by whom and when, and
// which did not.
func TestRegla33DiceQueJuntaLaRecibioYCualNo(t *testing.T) {
	presentada := func(junta doe.ClaveOrgano, d string) recurrencia.Presentacion {
		return recurrencia.Presentacion{Reunion: "REU-" + string(junta), Tema: "T1", Junta: junta, Celebra: dia(d), Presentada: true, Presento: "Titular"}
	}
	p := func(folio string, o doe.OOAD, creado string, xs ...recurrencia.Presentacion) recurrencia.Problematica {
		return recurrencia.Problematica{
			Cabecera: tramite.Cabecera{Folio: folio, OOAD: o, Creado: dia(creado).Inicio(), Estado: recurrencia.Remitida}, Titulo: folio, Celda: deteccion.Celda{OOAD: o}, Presentaciones: xs,
		}
	}
	enAgenda := presentada("ooad-06", "2026-04-20")
	enAgenda.Presentada = false
	cerrada := p("P4", "14", "2025-06-01")
	cerrada.Cierre = &recurrencia.Cierre{Autoria: tramite.Autoria{Dia: dia("2026-02-01")}}
	ps := []recurrencia.Problematica{
		p("P1", "14", "2026-03-02", presentada("ooad-14", "2026-04-09"), presentada("umae-jcims000580", "2026-05-06")), p("P2", "14", "2026-02-02", presentada("ooad-14", "2026-01-15")),
		p("P3", "06", "2026-04-01", enAgenda), cerrada, p("P5", "14", "2026-08-01"),
	}
	ps[0].Acuerdos = []recurrencia.Ligado{{Folio: "ACU-1", Reunion: "REU-ooad-14"}, {Folio: "ACU-2", Reunion: "REU-umae-jcims000580"}}
	sesion := func(junta doe.ClaveOrgano, tipo doe.TipoOrgano, d string, e tramite.Estado) acuerdo.Reunion {
		return acuerdo.Reunion{
			Cabecera: tramite.Cabecera{Estado: e}, Inicio: dia(d).Inicio(), Convocados: []acuerdo.Convocado{{Invitacion: acuerdo.Invitacion{Organo: junta, Tipo: tipo, Caracter: acuerdo.Preside}}},
		}
	}
	rs := []acuerdo.Reunion{
		sesion("ooad-14", doe.OrganoOOAD, "2026-04-09", acuerdo.Concluida), sesion("ooad-06", doe.OrganoOOAD, "2026-04-20", acuerdo.EnRevision),
		sesion("ooad-06", doe.OrganoOOAD, "2026-06-01", acuerdo.ReunionCancelada), sesion("ooad-06", doe.OrganoOOAD, "2026-07-02", acuerdo.Concluida),
	}
	organos := []doe.Organo{{Clave: "ooad-14", Nombre: "Jalisco", OOAD: "14"}, {Clave: "ooad-06", Nombre: "Colima", OOAD: "06"}, {Clave: "ooad-15", Nombre: "México Oriente", OOAD: "15"}}
	i := recurrencia.Informar(ps, rs, organos, dia("2026-04-01"), dia("2026-06-30"))
	assert.Equal(t, recurrencia.TotalJuntas{Juntas: 4, Con: 2, Sesiones: 2, Presentaciones: 2, Acuerdos: 2}, i.Total)
	assert.Equal(t, []doe.ClaveOrgano{"ooad-06", "ooad-15"}, i.SinPresentacion, "on the agenda is not presented")
	require.Len(t, i.Juntas, 4)
	assert.Equal(t, 1, i.Juntas[0].Sesiones, "held, and neither cancelled nor of another quarter")
	assert.Equal(t, []string{"ACU-1"}, i.Juntas[1].Presentaciones[0].Acuerdos)
	assert.Equal(t, dia("2026-04-09"), i.Juntas[1].Ultima)
	var folios []string
	for _, x := range i.Problematicas {
		folios = append(folios, x.Folio)
	}
	assert.Equal(t, []string{"P2", "P1", "P3"}, folios, "neither closed before nor opened after")

	suyas, sesiones := recurrencia.SoloDe(doe.Organo{Clave: "umae-jcims000580", CLUES: "JCIMS000580"}, ps, rs)
	i = recurrencia.Informar(suyas, sesiones, nil, dia("2026-04-01"), dia("2026-06-30"))
	assert.Equal(t, recurrencia.TotalJuntas{Juntas: 1, Con: 1, Presentaciones: 1, Acuerdos: 1}, i.Total)
	assert.Len(t, i.Problematicas, 1)
}
