package acuerdo

import (
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Coleccion is the path of the agreements.
const Coleccion = "acuerdos"

// The deadlines of an agreement.
const (
	PlazoCumplimiento = "cumplimiento"
	PlazoInforme      = "informe"
)

// sigueOrganos is the division that follows the agreements with normative
// directorates and OOAD, whoever keeps them (function 7.1.5.1/2).
const sigueOrganos doe.ClaveUnidad = "doe-7.1.5.1"

// ninguna is the key of no unit: what an organ has in charge is no unit's to
// fulfil.
const ninguna doe.ClaveUnidad = "-"

// Acuerdos is the definition of the agreement.
var Acuerdos = tramite.MustDefinir(tramite.Definicion[Acuerdo]{
	Nombre: "acuerdo", Coleccion: Coleccion, Serie: "ACU", Rama: doe.Raiz,
	Titulo:      "Acuerdo o compromiso",
	Descripcion: "Acuerdo o compromiso con quien lo tiene a cargo, su fecha y su evidencia: avance, verificación, prórrogas, estancamiento y soluciones, escalamiento y grado de cumplimiento.",
	Estados: []tramite.DefEstado{
		{Nombre: EnCurso, Categoria: tramite.Abierta, Titulo: "En curso"},
		{Nombre: Entregado, Categoria: tramite.Abierta, Titulo: "Entregado, por verificar"},
		{Nombre: Estancado, Categoria: tramite.Abierta, Titulo: "Estancado"},
		{Nombre: Cumplido, Categoria: tramite.Cerrada, Titulo: "Cumplido"},
		{Nombre: Incumplido, Categoria: tramite.Cerrada, Titulo: "Incumplido"},
		{Nombre: Cancelado, Categoria: tramite.Cancelada, Titulo: "Cancelado"},
	},
	Alta: Acordar,
	Actos: tramite.Actos[Acuerdo](
		Reportar, Verificar, PedirProrroga, ResolverProrroga, Estancar, ProponerSolucion, DecidirSolucion, Reasignar,
		AnalizarAcuerdo, Difundir, Concluir, Cancelar, Escalar, Recordar, Adjuntar,
	),
	Papeles: map[string]func(Acuerdo) doe.ClaveUnidad{
		"guarda": func(Acuerdo) doe.ClaveUnidad { return "" },
		"seguimiento": func(r Acuerdo) doe.ClaveUnidad {
			if r.conOrganos() && !r.Unidad.Regional() {
				return sigueOrganos
			}
			return ""
		},
		"a_cargo": func(r Acuerdo) doe.ClaveUnidad {
			if r.ACargo.Organo != "" {
				return ninguna
			}
			return r.ACargo.Unidad
		},
	},
	Segregacion: tramite.Segregacion{Pares: []tramite.ParSegregado{
		{Antes: ProponerSolucion.Nombre, Despues: DecidirSolucion.Nombre}, {Antes: Reportar.Nombre, Despues: Verificar.Nombre},
	}},
	Partes: func(r Acuerdo) []tramite.Parte {
		var out []tramite.Parte
		for _, i := range r.Interesados {
			out = append(out, tramite.Parte{Rol: i.Rol, Organo: i.Organo})
		}
		return out
	},
	// The notes of analysis are for the directorate.
	Recorta: func(r *Acuerdo, _ doe.Actor) { r.Analisis = nil },
	Plazos:  plazos(), Indices: indices(),
	Texto: func(r Acuerdo) string { return strings.Join([]string{r.Texto, r.Entregable, r.Documento}, " ") },
})

// escalones are the days after the date on which the clock warns.
func escalones() []int { return []int{0, 5, 10, 20} }

func plazos() []tramite.Plazo[Acuerdo] {
	corre := func(r Acuerdo) bool { return r.Estado == EnCurso || r.Estado == Estancado }
	return []tramite.Plazo[Acuerdo]{
		{
			Nombre: PlazoCumplimiento, Titulo: "Cumplimiento", Aviso: 7, Vencido: Escalar.Nombre, Alarmas: escalones(),
			Claves: func(r Acuerdo) []string {
				if !corre(r) {
					return nil
				}
				return []string{""}
			},
			Frustra: []string{Cancelar.Nombre, Concluir.Nombre},
			Fecha:   func(r Acuerdo, _ string) fecha.Fecha { return r.Compromiso },
			Entrada: func(Acuerdo, tramite.Reloj) any { return Escalamiento{} },
			Efecto:  "El reloj avisa, cada vez más arriba en la línea, hasta que se entregue, se prorrogue o se califique.",
		},
		{
			Nombre: PlazoInforme, Titulo: "Informe de avance", Aviso: 2, Vencido: Recordar.Nombre, Alarmas: []int{0},
			Claves: func(r Acuerdo) []string {
				if !corre(r) || r.ReportaCada == 0 {
					return nil
				}
				return []string{r.proximoInforme().String()}
			},
			Frustra: []string{Cancelar.Nombre, Concluir.Nombre},
			Fecha:   func(r Acuerdo, _ string) fecha.Fecha { return r.proximoInforme() },
			Entrada: func(r Acuerdo, _ tramite.Reloj) any { return Omision{Informe: r.proximoInforme()} },
			Efecto:  "El reloj asienta que faltó el informe y cuenta el siguiente.",
		},
	}
}

// proximoInforme is the day by which the next periodic report is due: so many
// days after the last one came or was missed.
func (a Acuerdo) proximoInforme() fecha.Fecha {
	ultimo := a.Creado.Dia()
	if n := len(a.Informes); n > 0 {
		ultimo = a.Informes[n-1].Dia
	}
	if n := len(a.Recordatorios); n > 0 && a.Recordatorios[n-1].After(ultimo) {
		ultimo = a.Recordatorios[n-1]
	}
	return ultimo.Sumar(a.ReportaCada)
}

func indices() []tramite.Indice[Acuerdo] {
	return []tramite.Indice[Acuerdo]{
		{Nombre: "origen", Descripcion: "De qué nace", Valores: origenes.Claves(), De: func(r Acuerdo) string { return string(r.Origen) }},
		{Nombre: "reunion", Descripcion: "Folio de la reunión", De: func(r Acuerdo) string { return r.Reunion }},
		{Nombre: "clase_reunion", Descripcion: "Clase de la reunión", Valores: clases.Claves(), De: func(r Acuerdo) string { return string(r.ClaseReunion) }},
		{Nombre: "a_cargo", Descripcion: "Órgano o unidad a cargo", De: func(r Acuerdo) string { return r.ACargo.Clave() }},
		{Nombre: "grado", Descripcion: "Grado de cumplimiento", Valores: grados.Claves(), De: func(r Acuerdo) string {
			if r.Desenlace != nil {
				return string(r.Desenlace.Grado)
			}
			return ""
		}},
		{Nombre: "superior", Descripcion: "Unidad superior con que se acordó", De: func(r Acuerdo) string { return string(r.Superior) }},
		{Nombre: "escalado", Descripcion: "Si el reloj avisó de su vencimiento", Valores: []string{"si", "no"}, De: func(r Acuerdo) string {
			if len(r.Escalamientos) > 0 {
				return "si"
			}
			return "no"
		}},
	}
}
