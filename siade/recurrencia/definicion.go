package recurrencia

import (
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
	"github.com/operacion-abierta/operacion/siade/recurrencia/deteccion"
)

// Adjuntar adds a file to a problem.
var Adjuntar = tramite.Adjuntar[Problematica](tramite.Base{
	De: tramite.DesdeCategoria(tramite.Abierta), Facultades: doe.Alguna("siade.recurrencia:analizar", "siade.recurrencia:elaborar"), Alcance: doe.Nacional, Contrapartes: organos,
})

// Problematicas is the definition of the recurrent problem.
var Problematicas = tramite.MustDefinir(tramite.Definicion[Problematica]{
	Nombre: "problematica", Coleccion: Coleccion, Serie: "PRO", Rama: siade.Rama, Titulo: "Problemática recurrente",
	Descripcion: "Lo que las peticiones repiten en un sitio, un OOAD o el país más de lo que darían su historia y sus pares: se detecta o se reporta, se analiza, se remite al órgano competente, se presenta en junta de gobierno, da acuerdos y acciones, y se mide de nuevo.",
	Estados: []tramite.DefEstado{
		{Nombre: Detectada, Categoria: tramite.Abierta, Titulo: "Detectada, por analizar"},
		{Nombre: Analizada, Categoria: tramite.Abierta, Titulo: "Analizada, por remitir"},
		{Nombre: Remitida, Categoria: tramite.Abierta, Titulo: "Remitida al órgano competente"},
		{Nombre: Comprometida, Categoria: tramite.Abierta, Titulo: "Con acciones en marcha"},
		{Nombre: Implantada, Categoria: tramite.Abierta, Titulo: "Acciones concluidas, por medir"},
		{Nombre: Medida, Categoria: tramite.Abierta, Titulo: "Medida de nuevo, por cerrar"},
		{Nombre: Cerrada, Categoria: tramite.Cerrada, Titulo: "Cerrada"},
		{Nombre: Descartada, Categoria: tramite.Cancelada, Titulo: "Descartada"},
	},
	Alta: Detectar,
	Actos: tramite.Actos[Problematica](
		Analizar, Turnar, Comprometer, AcordarAccion, ElaborarAccion, Declinar, Reprogramar, InformarAvance, AsentarAvance, Difundir,
		LlevarAJunta, Presentar, LigarAcuerdo, Medir, Retomar, Cerrar, Descartar, Escalar, Adjuntar,
	),
	Plazos: []tramite.Plazo[Problematica]{
		enEstado(PlazoAnalisis, "Análisis", Detectada), enEstado(PlazoRemision, "Remisión", Analizada), enEstado(PlazoRespuesta, "Respuesta del órgano", Remitida, Declinar.Nombre),
		{
			Nombre: PlazoAccion, Titulo: "Acción de mejora", Aviso: 5, Claves: debidas, Fecha: fechaDe,
			Vencido: Escalar.Nombre, Alarmas: escalones(), Entrada: func(_ Problematica, k tramite.Reloj) any { return Escalada{Plazo: PlazoAccion, Clave: k.Clave} },
		},
		enEstado(PlazoMedicion, "Medición de la mejora", Implantada), enEstado(PlazoCierre, "Cierre", Medida),
	},
	Partes: func(p Problematica) []tramite.Parte {
		var out []tramite.Parte
		for _, x := range p.Remisiones {
			if x.Causal == "" {
				out = append(out, tramite.Parte{Rol: x.Rol, Organo: x.Organo})
			}
		}
		return out
	},
	Unica: func(p Problematica) string { return Clave(p.Celda) },
	Indices: []tramite.Indice[Problematica]{
		{Nombre: "nivel", Descripcion: "Sitio, OOAD o nacional", Valores: deteccion.Niveles().Claves(), De: func(p Problematica) string { return string(p.Nivel) }},
		{Nombre: "origen", Descripcion: "Cómo se supo", Valores: origenes.Claves(), De: func(p Problematica) string { return string(p.Origen) }},
		{Nombre: "unidad_servicio", Descripcion: "CLUES o clave de la unidad", De: func(p Problematica) string { return p.Celda.Unidad }},
		{Nombre: "servicio", Descripcion: "Código del servicio", De: func(p Problematica) string { return p.Celda.Servicio }},
		{Nombre: "tema", Descripcion: "Código del tema", De: func(p Problematica) string { return p.Celda.Tema }},
		{Nombre: "causa", Descripcion: "De qué viene", Valores: causas.Claves(), De: func(p Problematica) string {
			if n := len(p.Analisis); n > 0 {
				return string(p.Analisis[n-1].Causa)
			}
			return ""
		}},
		{Nombre: "presentada", Descripcion: "Si se presentó en una junta de gobierno", Valores: []string{"si", "no"}, De: func(p Problematica) string {
			if p.Presentada() {
				return "si"
			}
			return "no"
		}},
		{Nombre: "veredicto", Descripcion: "Qué dijo la última medición", Valores: deteccion.Veredictos().Claves(), De: func(p Problematica) string { return string(p.Veredicto()) }},
	},
	Texto: func(p Problematica) string {
		ts := []string{p.Titulo, p.Descripcion, p.Celda.Unidad}
		for _, a := range p.Analisis {
			ts = append(ts, a.Hallazgo)
		}
		return strings.Join(ts, " ")
	},
})

// enEstado is the deadline of leaving a state.
func enEstado(nombre, titulo string, e tramite.Estado, frustra ...string) tramite.Plazo[Problematica] {
	return tramite.Plazo[Problematica]{
		Nombre: nombre, Titulo: titulo, Aviso: 2, Claves: tramite.En[Problematica](e), Frustra: frustra,
		Termino: func(_ Problematica, _ string, dia fecha.Fecha) (plazo.Termino, bool) { return terminos.De(nombre, dia) },
		Vencido: Escalar.Nombre, Alarmas: escalones(), Entrada: func(Problematica, tramite.Reloj) any { return Escalada{Plazo: nombre} },
	}
}
