package acuerdo

import (
	"slices"
	"strconv"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// ColeccionReuniones is the path of the meetings.
const ColeccionReuniones = "reuniones"

// The deadlines of a meeting.
const (
	PlazoCelebracion = "celebracion"
	PlazoMinuta      = "minuta"
	PlazoRevision    = "revision"
	PlazoFirma       = "firma"
)

// Reuniones is the definition of the meeting.
var Reuniones = tramite.MustDefinir(tramite.Definicion[Reunion]{
	Nombre: "reunion", Coleccion: ColeccionReuniones, Serie: "REU", Rama: doe.Raiz,
	Titulo:      "Reunión",
	Descripcion: "Reunión multidisciplinaria, nacional, regional, de comité o junta de gobierno: convocatoria, orden del día, asistencia y quórum, minuta revisada y firmada, y los acuerdos que nacen de ella.",
	Estados: []tramite.DefEstado{
		{Nombre: Convocada, Categoria: tramite.Abierta, Titulo: "Convocada"},
		{Nombre: Celebrada, Categoria: tramite.Abierta, Titulo: "Celebrada, por levantar su minuta"},
		{Nombre: EnRevision, Categoria: tramite.Abierta, Titulo: "Minuta en revisión"},
		{Nombre: PorFirmar, Categoria: tramite.Abierta, Titulo: "Minuta por firmar"},
		{Nombre: Concluida, Categoria: tramite.Cerrada, Titulo: "Concluida"},
		{Nombre: ReunionCancelada, Categoria: tramite.Cancelada, Titulo: "Cancelada"},
	},
	Alta: Convocar,
	Actos: tramite.Actos[Reunion](
		ProponerTema, ResolverTema, DarVistoBueno, Confirmar, Diferir, CancelarReunion, Celebrar, Analizar,
		LevantarMinuta, ObservarMinuta, DarConformidad, VencerRevision, Firmar, Suscribir, AsentarActa, Numerar, AdjuntarAReunion,
	),
	Plazos: plazosReunion(), Indices: indicesReunion(),
	Partes: func(r Reunion) []tramite.Parte {
		var out []tramite.Parte
		for _, c := range r.Convocados {
			if c.Organo != "" {
				out = append(out, tramite.Parte{Rol: c.Rol, Organo: c.Organo})
			}
		}
		return out
	},
	// The notes of analysis are for the directorate.
	Recorta: func(r *Reunion, _ doe.Actor) { r.Analisis = nil },
	Texto: func(r Reunion) string {
		ts := []string{r.Titulo, r.Comite}
		for _, t := range r.Temas {
			ts = append(ts, t.Titulo)
		}
		return strings.Join(ts, " ")
	},
})

// AdjuntarAReunion adds a file to a meeting.
var AdjuntarAReunion = tramite.Adjuntar[Reunion](tramite.Base{
	De: tramite.DesdeCategoria(tramite.Abierta), Facultades: levanta, Alcance: doe.Linea, Contrapartes: enlaces,
})

func habiles(n int, nota string) plazo.Termino {
	return plazo.Termino{Cuenta: n, Clase: plazo.Habiles, Calendario: plazo.LFPA, Fuente: norma.Configuracion(nota)}
}

var terminos = plazo.Tabla{
	{Plazo: PlazoMinuta, Termino: habiles(5, "días para levantar la minuta")},
	{Plazo: PlazoRevision, Termino: habiles(diasRevision, "días para revisar la minuta")},
	{Plazo: PlazoFirma, Termino: habiles(10, "días para firmar y suscribir la minuta")},
}

// Terminos lists the terms of a meeting.
func Terminos() plazo.Tabla { return slices.Clone(terminos) }

func plazosReunion() []tramite.Plazo[Reunion] {
	corre := func(nombre, titulo string, e tramite.Estado) tramite.Plazo[Reunion] {
		return tramite.Plazo[Reunion]{
			Nombre: nombre, Titulo: titulo, Aviso: 2,
			Claves: func(r Reunion) []string {
				if r.Estado == e {
					return []string{nombre}
				}
				return nil
			},
			Termino: func(_ Reunion, _ string, dia fecha.Fecha) (plazo.Termino, bool) { return terminos.De(nombre, dia) },
		}
	}
	celebrar := corre(PlazoCelebracion, "Celebración", Convocada)
	celebrar.Termino, celebrar.Frustra = nil, []string{CancelarReunion.Nombre}
	celebrar.Fecha = func(r Reunion, _ string) fecha.Fecha { return r.Inicio.Dia() }
	return []tramite.Plazo[Reunion]{celebrar, corre(PlazoMinuta, "Minuta", Celebrada), revision(), corre(PlazoFirma, "Firma", PorFirmar)}
}

// revision is the term of each attendee to review the minutes.
func revision() tramite.Plazo[Reunion] {
	return tramite.Plazo[Reunion]{
		Nombre: PlazoRevision, Titulo: "Revisión de la minuta", Aviso: 1,
		Claves: func(r Reunion) []string {
			var out []string
			for _, c := range r.Convocados {
				if r.Estado == EnRevision && c.Revision != nil && c.Revision.Estado == RevisionPendiente {
					out = append(out, Lapso{Convocado: c.Clave(), Version: len(r.Minutas)}.ClaveReloj())
				}
			}
			return out
		},
		Termino: func(r Reunion, _ string, dia fecha.Fecha) (plazo.Termino, bool) {
			t, ok := terminos.De(PlazoRevision, dia)
			if m, hay := r.UltimaMinuta(); hay {
				t.Cuenta = m.Dias
			}
			return t, ok
		},
		Desde: func(r Reunion, clave string) fecha.Fecha {
			if i := r.convocado(deClave(clave).Convocado); i >= 0 && r.Convocados[i].Revision != nil {
				return r.Convocados[i].Revision.Desde
			}
			return fecha.Fecha{}
		},
		Vencido: VencerRevision.Nombre, Alarmas: []int{0},
		Entrada: func(_ Reunion, k tramite.Reloj) any { return deClave(k.Clave) },
		Efecto:  "A quien no revisa en término se le tiene por conforme con la minuta.",
	}
}

func indicesReunion() []tramite.Indice[Reunion] {
	return []tramite.Indice[Reunion]{
		{Nombre: "clase", Descripcion: "Clase de reunión", Valores: clases.Claves(), De: func(r Reunion) string { return string(r.Clase) }},
		{Nombre: "modalidad", Descripcion: "Cómo se celebra", Valores: modalidades.Claves(), De: func(r Reunion) string { return string(r.Modalidad) }},
		{Nombre: "comite", Descripcion: "Comité o junta cuyo libro lleva", De: func(r Reunion) string { return r.Comite }},
		{Nombre: "ejercicio", Descripcion: "Año", De: func(r Reunion) string { return strconv.Itoa(r.Ejercicio) }},
		{Nombre: "dia", Descripcion: "Día convocado, AAAA-MM-DD", De: func(r Reunion) string { return r.Inicio.Dia().String() }},
	}
}
