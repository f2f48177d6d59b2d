package programa

import (
	"strconv"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Coleccion is the path of the programmes, and Serie the prefix of their folios.
const (
	Coleccion = "programas"
	Serie     = "PAT"
)

// Programas is the definition of the annual work programme.
var Programas = tramite.MustDefinir(tramite.Definicion[Programa]{
	Nombre: "programa", Coleccion: Coleccion, Serie: Serie, Rama: doe.Raiz,
	Titulo:      "Programa anual de trabajo",
	Descripcion: "Programa anual de cada unidad: metas y actividades por función, integración hacia arriba por la línea de adscripción, autorización en cada nivel, informes trimestrales, modificaciones que conservan el primer programa y cierre con resultado.",
	Estados: []tramite.DefEstado{
		{Nombre: EnElaboracion, Categoria: tramite.Abierta, Titulo: "En elaboración"},
		{Nombre: Presentado, Categoria: tramite.Abierta, Titulo: "Presentado, por validar"},
		{Nombre: Observado, Categoria: tramite.Abierta, Titulo: "Observado, por atender"},
		{Nombre: Validado, Categoria: tramite.Abierta, Titulo: "Validado, por autorizar"},
		{Nombre: Autorizado, Categoria: tramite.Abierta, Titulo: "Autorizado, por iniciar"},
		{Nombre: EnEjecucion, Categoria: tramite.Abierta, Titulo: "En ejecución"},
		{Nombre: Cerrado, Categoria: tramite.Cerrada, Titulo: "Cerrado con resultado anual"},
		{Nombre: Cancelado, Categoria: tramite.Cancelada, Titulo: "Cancelado"},
	},
	Alta: Abrir,
	Actos: tramite.Actos[Programa](
		Elaborar, Aportar, ResolverAporte, Integrar, constarIntegracion, ActualizarIntegrado, Presentar, Observar, Validar, Autorizar, iniciar,
		Reportar, RevisarInforme, AcusarInforme, DarSeguimiento, Analizar,
		PedirModificacion, ResolverModificacion, DesistirModificacion, Cerrar, Cancelar, constarCancelacion, reclamar, Adjuntar,
	),
	Plazos:  plazos(),
	Papeles: map[string]func(Programa) doe.ClaveUnidad{PapelElabora: func(r Programa) doe.ClaveUnidad { return r.Elabora }},
	Partes:  partes,
	Unica:   func(r Programa) string { return Clave(r.De(), r.OOAD, r.Ejercicio) },
	Indices: indices(),
	Texto: func(r Programa) string {
		var b strings.Builder
		for _, l := range r.Lineas {
			b.WriteString(l.Clave + " " + l.Descripcion + " ")
		}
		return b.String()
	},
})

// Adjuntar adds a file to a programme.
var Adjuntar = tramite.Adjuntar[Programa](tramite.Base{
	De: tramite.DesdeCategoria(tramite.Abierta), Facultades: mantiene, Alcance: doe.Linea,
})

// partes is the head of the OOAD, to whom the regional coordination also
// reports.
func partes(r Programa) []tramite.Parte {
	if !r.Unidad.Regional() {
		return nil
	}
	return []tramite.Parte{{Rol: doe.Evaluado, Organo: r.OOAD.Organo()}}
}

func indices() []tramite.Indice[Programa] {
	return []tramite.Indice[Programa]{
		{Nombre: "ejercicio", Descripcion: "Año del programa", De: func(r Programa) string { return strconv.Itoa(r.Ejercicio) }},
		{Nombre: "elabora", Descripcion: "Unidad que lo elabora", De: func(r Programa) string { return string(r.Elabora) }},
		{Nombre: "integrado_en", Descripcion: "Folio del programa que lo integra", De: func(r Programa) string {
			if r.IntegradoEn == nil {
				return ""
			}
			return r.IntegradoEn.Folio
		}},
		{Nombre: "modificacion", Descripcion: "Si tiene una modificación por resolver o ya se modificó", Valores: []string{"pedida", "modificado"}, De: func(r Programa) string {
			switch {
			case r.pendiente() != nil:
				return "pedida"
			case r.Original > 0 && len(r.Versiones) > r.Original:
				return "modificado"
			}
			return ""
		}},
	}
}
