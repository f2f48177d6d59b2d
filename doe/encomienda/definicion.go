package encomienda

import (
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Coleccion is the path of the tasks, and Serie the prefix of their folios.
const (
	Coleccion = "encomiendas"
	Serie     = "ENC"
)

// The deadlines of a task.
const (
	PlazoEntrega    = "entrega"
	PlazoAceptacion = "aceptacion"
	PlazoConformid  = "conformidad"
)

// Encomiendas is the definition of the task.
var Encomiendas = tramite.MustDefinir(tramite.Definicion[Encomienda]{
	Nombre: "encomienda", Coleccion: Coleccion, Serie: Serie, Rama: doe.Raiz,
	Titulo:      "Encomienda",
	Descripcion: "Tarea que un superior encarga a una unidad de su línea dentro de su función residual: instrucción, aceptación, avance, entrega y conformidad.",
	Estados: []tramite.DefEstado{
		{Nombre: Encargada, Categoria: tramite.Abierta, Titulo: "Encargada, por aceptar"},
		{Nombre: Aceptada, Categoria: tramite.Abierta, Titulo: "Aceptada"},
		{Nombre: Rechazada, Categoria: tramite.Abierta, Titulo: "Rechazada, por resolver"},
		{Nombre: Entregada, Categoria: tramite.Abierta, Titulo: "Entregada, por dar conformidad"},
		{Nombre: Devuelta, Categoria: tramite.Abierta, Titulo: "Devuelta con observaciones"},
		{Nombre: Concluida, Categoria: tramite.Cerrada, Titulo: "Concluida"},
		{Nombre: Reasignada, Categoria: tramite.Cancelada, Titulo: "Reasignada a otra unidad"},
		{Nombre: Cancelada, Categoria: tramite.Cancelada, Titulo: "Cancelada"},
	},
	Alta: Encargar,
	Actos: tramite.Actos[Encomienda](
		Aceptar, Rechazar, Confirmar, Reasignar, Reportar, Indicar, PedirProrroga, ResolverProrroga,
		Entregar, Devolver, Concluir, Cancelar, AcusarCopia, Escalar, Adjuntar,
	),
	Plazos: plazos(), Partes: partes, Indices: indices(),
	Texto: func(r Encomienda) string {
		return strings.Join([]string{r.Encargo.Asunto, r.Encargo.Descripcion, r.Encargo.Entregable, r.Encargo.Instruccion.Numero}, " ")
	},
})

var terminos = plazo.Tabla{
	{Plazo: PlazoAceptacion, Termino: plazo.Termino{Cuenta: 3, Clase: plazo.Habiles, Calendario: plazo.LFPA, Fuente: norma.Configuracion("días para aceptar o rechazar un encargo")}},
	{Plazo: PlazoConformid, Termino: plazo.Termino{Cuenta: 5, Clase: plazo.Habiles, Calendario: plazo.LFPA, Fuente: norma.Configuracion("días para dar conformidad a una entrega")}},
}

// Terminos lists the terms of a task.
func Terminos() plazo.Tabla { return slices.Clone(terminos) }

// escalones are the days after a lapse on which the clock warns.
func escalones() []int { return []int{0, 5, 10, 20} }

func plazos() []tramite.Plazo[Encomienda] {
	// All ring by the same act, so each clock has the name of its deadline for key.
	corre := func(nombre, titulo string, es ...tramite.Estado) tramite.Plazo[Encomienda] {
		return tramite.Plazo[Encomienda]{
			Nombre: nombre, Titulo: titulo, Aviso: 1, Vencido: Escalar.Nombre, Alarmas: []int{0},
			Claves: func(r Encomienda) []string {
				if slices.Contains(es, r.Estado) {
					return []string{nombre}
				}
				return nil
			},
			Entrada: func(_ Encomienda, k tramite.Reloj) any { return Escalamiento{Plazo: k.Plazo} },
			Termino: func(_ Encomienda, _ string, dia fecha.Fecha) (plazo.Termino, bool) { return terminos.De(nombre, dia) },
		}
	}
	entrega := corre(PlazoEntrega, "Entrega", Encargada, Aceptada, Rechazada, Devuelta)
	entrega.Aviso, entrega.Alarmas, entrega.Termino = 5, escalones(), nil
	entrega.Frustra = []string{Cancelar.Nombre, Reasignar.Nombre}
	entrega.Fecha = func(r Encomienda, _ string) fecha.Fecha { return r.Compromiso }
	entrega.Efecto = "El reloj avisa a quien encargó y, mientras no se entregue, cada vez a un superior más alto."
	return []tramite.Plazo[Encomienda]{
		entrega, corre(PlazoAceptacion, "Aceptación", Encargada), corre(PlazoConformid, "Conformidad con la entrega", Entregada),
	}
}

func indices() []tramite.Indice[Encomienda] {
	return []tramite.Indice[Encomienda]{
		{Nombre: "de", Descripcion: "Unidad que encarga", De: func(r Encomienda) string { return string(r.De) }},
		{Nombre: "mandante", Descripcion: "Órgano que encarga a la Dirección", De: func(r Encomienda) string { return string(r.Mandante) }},
		{Nombre: "deriva_de", Descripcion: "Folio de la encomienda de la que es parte", De: func(r Encomienda) string { return r.Encargo.DerivaDe }},
		{Nombre: "facultad", Descripcion: "Facultad que se encarga", De: func(r Encomienda) string {
			if d := r.Encargo.Delegacion; d != nil {
				return string(d.Facultad)
			}
			return ""
		}},
		{Nombre: "entregada", Descripcion: "Si la última entrega llegó a tiempo", Valores: []string{"a_tiempo", "tarde"}, De: Encomienda.puntualidad},
	}
}

// puntualidad says whether the last delivery came in time.
func (e Encomienda) puntualidad() string {
	n := len(e.Entregas)
	switch {
	case n == 0:
		return ""
	case e.Entregas[n-1].Tarde > 0:
		return "tarde"
	}
	return "a_tiempo"
}
