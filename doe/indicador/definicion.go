package indicador

import (
	"slices"
	"strconv"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// The collections.
const (
	Coleccion           = "indicadores"
	ColeccionMediciones = "mediciones"
)

// The deadlines.
const (
	PlazoFicha        = "ficha"
	PlazoConformidad  = "conformidad"
	PlazoVigencia     = "vigencia"
	PlazoEntrega      = "entrega"
	terminoReporte    = "reporte"
	terminoCorreccion = "correccion"
)

func habiles(p string, n int, nota string) plazo.Fijado {
	return plazo.Fijado{Plazo: p, Termino: plazo.Termino{Cuenta: n, Clase: plazo.Habiles, Calendario: plazo.LFPA, Fuente: conf(nota)}}
}

// No function sets a number of days.
var terminos = plazo.Tabla{
	habiles(PlazoConformidad, 10, "término para que un órgano dé su conformidad"),
	habiles(terminoReporte, 10, "término para reportar tras el corte"),
	habiles(terminoCorreccion, 5, "término para corregir lo observado"),
}

// Terminos lists the terms that apply when who asks sets none.
func Terminos() plazo.Tabla { return slices.Clone(terminos) }

// termino is the term in force, with the days that someone set if any.
func termino(nombre string, dias int, dia fecha.Fecha) (plazo.Termino, bool) {
	t, ok := terminos.De(nombre, dia)
	if dias > 0 {
		t.Cuenta = dias
	}
	return t, ok
}

// Indicadores is the definition of the indicator.
var Indicadores = tramite.MustDefinir(tramite.Definicion[Indicador]{
	Nombre: "indicador", Coleccion: Coleccion, Serie: "IND", Rama: doe.Raiz,
	Titulo:      "Indicador de desempeño",
	Descripcion: "Definición de un indicador: se propone, se elabora con fórmula, metas y semáforo, se acuerda con otros órganos cuando una función lo pide, se valida, se autoriza, rige y se sustituye por otra versión.",
	Estados: []tramite.DefEstado{
		{Nombre: Propuesto, Categoria: tramite.Abierta, Titulo: "Propuesto"},
		{Nombre: Elaborado, Categoria: tramite.Abierta, Titulo: "Elaborado"},
		{Nombre: EnAcuerdo, Categoria: tramite.Abierta, Titulo: "En acuerdo con otros órganos"},
		{Nombre: Acordado, Categoria: tramite.Abierta, Titulo: "Acordado"},
		{Nombre: Devuelto, Categoria: tramite.Abierta, Titulo: "Devuelto con observaciones"},
		{Nombre: Validado, Categoria: tramite.Abierta, Titulo: "Validado"},
		{Nombre: Autorizado, Categoria: tramite.Abierta, Titulo: "Autorizado, por entrar en vigor"},
		{Nombre: Vigente, Categoria: tramite.Abierta, Titulo: "Vigente"},
		{Nombre: Sustituido, Categoria: tramite.Cerrada, Titulo: "Sustituido por otra versión"},
		{Nombre: Retirado, Categoria: tramite.Cerrada, Titulo: "Retirado"},
		{Nombre: NoAprobado, Categoria: tramite.Cancelada, Titulo: "No aprobado"},
	},
	Alta: Proponer,
	Actos: tramite.Actos[Indicador](
		Encargar, Elaborar, ObservarFicha, Devolver, PedirConformidad, Opinar, Acordar, Validar, Autorizar, Desechar,
		EntrarEnVigor, Sustituir, AjustarMedidos, SolicitarMediciones, Informar, Difundir, AsumirCompromisos, Retirar,
	),
	Plazos: plazosIndicador(), Partes: partesIndicador, Recorta: recortarIndicador,
	// Who proposed or drafted it neither validates nor authorises it.
	Segregacion: tramite.Segregacion{Modo: tramite.SeRehusa},
	Unica:       func(r Indicador) string { return natural(r.Clave, r.Numero) },
	Indices:     indicesIndicador(),
	Texto: func(r Indicador) string {
		t := []string{r.Clave, r.Nombre, r.Motivo}
		if r.Ficha != nil {
			t = append(t, r.Ficha.Mide)
		}
		return strings.Join(t, " ")
	},
})

func plazosIndicador() []tramite.Plazo[Indicador] {
	return []tramite.Plazo[Indicador]{
		{Nombre: PlazoFicha, Titulo: "Elaboración de la ficha", Aviso: 5, Frustra: []string{Desechar.Nombre},
			Claves: tramite.Mientras(func(r Indicador) bool { return r.Encargo != nil && (r.Estado == Propuesto || r.Estado == Devuelto) }),
			Fecha: func(r Indicador, _ string) fecha.Fecha {
				if r.Encargo == nil {
					return fecha.Fecha{}
				}
				return r.Encargo.Hasta
			}},
		{Nombre: PlazoConformidad, Titulo: "Conformidad del órgano", Aviso: 3, Frustra: []string{ObservarFicha.Nombre, Desechar.Nombre},
			Claves: func(r Indicador) []string {
				var out []string
				for _, c := range r.Consultas {
					if c.Opinion == nil && r.Estado == EnAcuerdo {
						out = append(out, string(c.Organo))
					}
				}
				return out
			},
			Termino: func(r Indicador, clave string, dia fecha.Fecha) (plazo.Termino, bool) {
				if i := r.consulta(doe.ClaveOrgano(clave)); i >= 0 {
					return termino(PlazoConformidad, r.Consultas[i].Dias, dia)
				}
				return plazo.Termino{}, false
			}},
		{Nombre: PlazoVigencia, Titulo: "Entrada en vigor", Claves: tramite.En[Indicador](Autorizado), Frustra: []string{Retirar.Nombre},
			Fecha:   func(r Indicador, _ string) fecha.Fecha { return r.Desde.Sumar(-1) },
			Vencido: EntrarEnVigor.Nombre, Alarmas: []int{0}, Efecto: "El indicador entra en vigor y sustituye a la versión anterior."},
	}
}

// partesIndicador are the organs asked to conform and, once it rules, those
// measured as counterparts.
func partesIndicador(r Indicador) []tramite.Parte {
	var out []tramite.Parte
	for _, c := range r.Consultas {
		out = append(out, tramite.Parte{Rol: doe.Normativo, Organo: c.Organo}, tramite.Parte{Rol: doe.Area, Organo: c.Organo})
	}
	if r.Desde.IsZero() {
		return out
	}
	for _, m := range r.Medidos() {
		if m.Organo != "" {
			out = append(out, tramite.Parte{Rol: doe.Evaluado, Organo: m.Organo}, tramite.Parte{Rol: doe.Area, Organo: m.Organo})
		}
	}
	return out
}

// recortarIndicador leaves a counterpart its own part: what it was asked and
// sent, and the definition.
func recortarIndicador(r *Indicador, a doe.Actor) {
	r.Observaciones = nil
	r.Consultas = slices.DeleteFunc(r.Consultas, func(c Consulta) bool { return c.Organo != a.Organo })
	r.Reportes = slices.DeleteFunc(r.Reportes, func(x ReporteCorte) bool { return !slices.Contains(x.Para, string(a.Organo)) })
	for i := range r.Reportes {
		x := &r.Reportes[i]
		x.Para = []string{string(a.Organo)}
		x.Compromisos = slices.DeleteFunc(x.Compromisos, func(c Compromiso) bool { return c.Organo != a.Organo })
	}
}

func indicesIndicador() []tramite.Indice[Indicador] {
	return []tramite.Indice[Indicador]{
		{Nombre: "clave", Descripcion: "Clave del indicador", De: func(r Indicador) string { return r.Clave }},
		{Nombre: "nivel", Descripcion: "Nivel de la matriz", Valores: niveles.Claves(), De: func(r Indicador) string { return string(r.Nivel) }},
		{Nombre: "dimension", Descripcion: "Dimensión", Valores: dimensiones.Claves(), De: func(r Indicador) string { return string(r.Dimension) }},
		{Nombre: "materia", Descripcion: "Materia", Valores: materias.Claves(), De: func(r Indicador) string { return string(r.Materia) }},
		{Nombre: "frecuencia", Descripcion: "Cada cuánto se mide", Valores: frecuencias.Claves(), De: func(r Indicador) string {
			if r.Ficha == nil {
				return ""
			}
			return string(r.Ficha.Frecuencia)
		}},
	}
}

// Mediciones is the definition of the measurement.
var Mediciones = tramite.MustDefinir(tramite.Definicion[Medicion]{
	Nombre: "medicion", Coleccion: ColeccionMediciones, Serie: "MED", Rama: doe.Raiz,
	Titulo:      "Medición de un indicador",
	Descripcion: "Lo medido en un periodo de un órgano o unidad: se pide con término, se reporta con fuente y evidencia, se observa, se corrige y se valida. El resultado y el semáforo se calculan con la definición de su día.",
	Estados: []tramite.DefEstado{
		{Nombre: Solicitada, Categoria: tramite.Abierta, Titulo: "Solicitada"},
		{Nombre: Reportada, Categoria: tramite.Abierta, Titulo: "Reportada"},
		{Nombre: Observada, Categoria: tramite.Abierta, Titulo: "Observada"},
		// A validated measurement is kept in force, as the entries of a register
		// are: nobody is asked twice for the same period.
		{Nombre: Aprobada, Categoria: tramite.Abierta, Titulo: "Validada"},
		{Nombre: Cancelada, Categoria: tramite.Cancelada, Titulo: "Cancelada"},
	},
	Alta: Solicitar,
	Actos: tramite.Actos[Medicion](
		Reportar, Capturar, Prorrogar, ObservarRetraso, Observar, Corregir, Aprobar, Reabrir, Analizar, DefinirEstrategia, CancelarMedicion,
		adjuntar,
	),
	Plazos: []tramite.Plazo[Medicion]{plazoEntrega()},
	// Who reported the values does not hold them right.
	Segregacion: tramite.Segregacion{Modo: tramite.SeRehusa, Pares: []tramite.ParSegregado{
		{Antes: Reportar.Nombre, Despues: Aprobar.Nombre}, {Antes: Corregir.Nombre, Despues: Aprobar.Nombre}, {Antes: Capturar.Nombre, Despues: Aprobar.Nombre},
	}},
	Papeles: map[string]func(Medicion) doe.ClaveUnidad{papelMide: Medicion.mide},
	Partes: func(r Medicion) []tramite.Parte {
		if o := r.Medido.Organo; o != "" {
			return []tramite.Parte{{Rol: doe.Evaluado, Organo: o}, {Rol: doe.Area, Organo: o}}
		}
		return nil
	},
	// What the directorate makes of the values is not the organ's to read.
	Recorta: func(r *Medicion, _ doe.Actor) { r.Analisis = nil },
	Unica: func(r Medicion) string {
		return naturalMedicion(r.Indicador, r.Periodo, r.MedidoClave)
	},
	Indices: indicesMedicion(),
	Texto:   func(r Medicion) string { return strings.Join([]string{r.Clave, r.Nombre, r.MedidoNombre}, " ") },
})

var adjuntar = tramite.Adjuntar[Medicion](tramite.Base{
	De: tramite.DesdeCategoria(tramite.Abierta), Facultades: facultades("ejecutar", "registrar", "seguir"), Alcance: doe.Linea, Contrapartes: laMedida(),
})

// plazoEntrega is the deadline of what a measurement waits for: the report,
// which counts from the cut-off or from the request, whichever is later, and
// each correction.
func plazoEntrega() tramite.Plazo[Medicion] {
	return tramite.Plazo[Medicion]{
		Nombre: PlazoEntrega, Titulo: "Entrega del reporte o de la corrección", Aviso: 3, Frustra: []string{CancelarMedicion.Nombre},
		Claves: func(r Medicion) []string {
			if d := r.debe(); d != "" {
				return []string{d}
			}
			return nil
		},
		Desde: func(r Medicion, clave string) fecha.Fecha {
			if clave != entregaReporte {
				return r.diaReparo()
			}
			if d := r.Creado.Dia(); !r.Corte.Before(d) {
				return r.Corte
			}
			return r.Creado.Dia()
		},
		Termino: func(r Medicion, clave string, dia fecha.Fecha) (plazo.Termino, bool) {
			if clave != entregaReporte {
				return termino(terminoCorreccion, r.DiasCorregir, dia)
			}
			t, ok := termino(terminoReporte, r.Dias, dia)
			t.Cuenta += r.Ampliados
			return t, ok
		},
		Vencido: ObservarRetraso.Nombre, Alarmas: []int{0, 5, 10},
		Entrada: func(_ Medicion, k tramite.Reloj) any { return Demora{Entrega: k.Clave} },
		Efecto:  "El reloj observa el retraso; el reporte que llega después queda como extemporáneo.",
	}
}

// diaReparo is the day of the latest remarks.
func (m Medicion) diaReparo() fecha.Fecha {
	if len(m.Reparos) == 0 {
		return m.Creado.Dia()
	}
	return m.Reparos[len(m.Reparos)-1].Dia
}

func indicesMedicion() []tramite.Indice[Medicion] {
	return []tramite.Indice[Medicion]{
		{Nombre: "clave", Descripcion: "Clave del indicador", De: func(r Medicion) string { return r.Clave }},
		{Nombre: "indicador", Descripcion: "Folio de la definición", De: func(r Medicion) string { return r.Indicador }},
		{Nombre: "periodo", Descripcion: "Periodo", De: func(r Medicion) string { return string(r.Periodo) }},
		{Nombre: "medido", Descripcion: "Clave de a quién se mide", De: func(r Medicion) string { return r.MedidoClave }},
		{Nombre: "luz", Descripcion: "Semáforo del indicador", Valores: luces.Claves(), De: func(r Medicion) string { return string(r.Luz) }},
		{Nombre: "retrasada", Descripcion: "Si el reloj observó su retraso", Valores: []string{"si", "no"}, De: func(r Medicion) string {
			if len(r.Retrasos) > 0 {
				return "si"
			}
			return "no"
		}},
		{Nombre: "capturas", Descripcion: "Cuántas veces se capturó", De: func(r Medicion) string { return strconv.Itoa(len(r.Capturas)) }},
	}
}
