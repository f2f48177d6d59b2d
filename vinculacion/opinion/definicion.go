package opinion

import (
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Coleccion is the path of the requests.
const Coleccion = "opiniones"

// The deadlines. The official and the internal ones run in days or until an
// exact instant, as each [Termino] says.
const (
	PlazoOficial     = "oficial"
	PlazoConsulta    = "consulta"
	PlazoCompetencia = "competencia"
	PlazoAcuse       = "acuse"
)

// Opiniones is the definition of the request for an opinion.
var Opiniones = tramite.MustDefinir(tramite.Definicion[Solicitud]{
	Nombre: "opinion", Coleccion: Coleccion, Serie: "OPI", Rama: "doe-7.1.4",
	Titulo:      "Opinión sobre un asunto legislativo",
	Descripcion: "Solicitud de opinión que hacen Gobernación, las comisiones del Congreso o los congresos locales: competencia, consulta a las direcciones normativas, integración, aval, envío y acuse.",
	Estados: []tramite.DefEstado{
		{Nombre: Registrada, Categoria: tramite.Abierta, Titulo: "Registrada"},
		{Nombre: EnAnalisis, Categoria: tramite.Abierta, Titulo: "En análisis de competencia"},
		{Nombre: Competente, Categoria: tramite.Abierta, Titulo: "Compete: por turnar"},
		{Nombre: NoCompetente, Categoria: tramite.Abierta, Titulo: "No compete: por responder"},
		{Nombre: Turnada, Categoria: tramite.Abierta, Titulo: "Turnada a direcciones normativas"},
		{Nombre: Integrada, Categoria: tramite.Abierta, Titulo: "Integrada"},
		{Nombre: Observada, Categoria: tramite.Abierta, Titulo: "Observada"},
		{Nombre: Avalada, Categoria: tramite.Abierta, Titulo: "Avalada"},
		{Nombre: Enviada, Categoria: tramite.Espera, Titulo: "Enviada, en espera de acuse"},
		{Nombre: Concluida, Categoria: tramite.Cerrada, Titulo: "Concluida"},
		{Nombre: NoCompetencia, Categoria: tramite.Cerrada, Titulo: "Respondida: no es competencia del Instituto"},
		{Nombre: Cancelada, Categoria: tramite.Cancelada, Titulo: "Cancelada"},
	},
	Alta: Registrar,
	Actos: tramite.Actos[Solicitud](
		ProponerCompetencia, DecidirCompetencia, Turnar, Reasignar, RetirarConsulta, DarPorVencida, Insistir, ComunicarEnlace,
		Responder, Declinar, PedirProrroga, ConcederProrroga, NegarProrroga,
		Consolidar, Observar, DarConformidad, Avalar, ReabrirConsulta,
		Enviar, Acusar, ReclamarAcuse, ConcluirSinAcuse, Remitir,
		ActualizarAsunto, AmpliarTermino, Cancelar, Adjuntar,
	),
	Plazos:  plazos(),
	Partes:  partes,
	Recorta: recortar,
	Indices: indices(),
	Texto: func(r Solicitud) string {
		return strings.Join([]string{r.Asunto.Titulo, r.Asunto.Numero, r.Asunto.Promovente, r.Solicitante.Nombre, r.Consulta}, " ")
	},
})

// Adjuntar adds a file to a request.
var Adjuntar = tramite.Adjuntar[Solicitud](tramite.Base{
	De: tramite.DesdeCategoria(tramite.Abierta, tramite.Espera), Facultades: archivar, Alcance: doe.Nacional, Contrapartes: laConsultada,
})

// partes are the directorates whose consultation stands. Whoever asks is no
// party: the answers of the directorates are not theirs to read.
func partes(r Solicitud) []tramite.Parte {
	var out []tramite.Parte
	for _, t := range r.Turnos {
		if t.Estado != Retirado {
			out = append(out, tramite.Parte{Rol: doe.Normativo, Organo: t.Organo})
		}
	}
	return out
}

func plazos() []tramite.Plazo[Solicitud] {
	return []tramite.Plazo[Solicitud]{
		{Nombre: PlazoOficial, Titulo: "Término oficial", Aviso: 3,
			Efecto: "La opinión se envía como extemporánea, con el motivo.",
			Claves: tramite.Mientras(func(r Solicitud) bool { return r.Envio == nil }),
			Desde:  func(r Solicitud, _ string) fecha.Fecha { return r.Recibida },
			Fecha:  func(r Solicitud, _ string) fecha.Fecha { return r.Oficial.Limite.Dia() },
			Termino: func(r Solicitud, _ string, _ fecha.Fecha) (plazo.Termino, bool) {
				return r.Oficial.Plazo()
			}},
		consulta(),
		{Nombre: PlazoCompetencia, Titulo: "Decisión de competencia", Aviso: 1, Termino: interno(PlazoCompetencia),
			Claves: tramite.Mientras(func(r Solicitud) bool { return r.Decision == nil })},
		{Nombre: PlazoAcuse, Titulo: "Acuse de recibo", CorreEn: []tramite.Estado{Enviada},
			Claves:  tramite.Mientras(func(r Solicitud) bool { return r.Envio != nil && r.Acuse == nil }),
			Termino: interno(PlazoAcuse), Vencido: "reclamar-acuse", Alarmas: []int{0, 3, 7},
			Efecto: "Se reclama el acuse; tras reclamarlo puede concluirse sin él."},
	}
}

// consulta is the deadline of the directorates, one clock for each.
func consulta() tramite.Plazo[Solicitud] {
	return tramite.Plazo[Solicitud]{
		Nombre: PlazoConsulta, Titulo: "Respuesta de la dirección normativa", Aviso: 1,
		Frustra: []string{"consolidar", "dar-por-vencida", "retirar-consulta"},
		Vencido: "insistir", Alarmas: []int{0, 2, 5},
		Entrada: func(_ Solicitud, k tramite.Reloj) any { return Recordatorio{Organo: doe.ClaveOrgano(k.Clave)} },
		Efecto:  "El reloj insiste, cada vez a un nivel más alto; la opinión puede integrarse sin la respuesta, con justificación.",
		Claves: func(r Solicitud) []string {
			var out []string
			for _, t := range r.Turnos {
				if t.Estado == EnConsulta {
					out = append(out, string(t.Organo))
				}
			}
			return out
		},
		Desde: func(r Solicitud, clave string) fecha.Fecha { return r.turnoDeReloj(clave).Desde },
		Fecha: func(r Solicitud, clave string) fecha.Fecha { return r.turnoDeReloj(clave).Termino.Limite.Dia() },
		Termino: func(r Solicitud, clave string, _ fecha.Fecha) (plazo.Termino, bool) {
			return r.turnoDeReloj(clave).Termino.Plazo()
		},
	}
}

func (s Solicitud) turnoDeReloj(clave string) Turno {
	t, _ := s.TurnoDe(doe.ClaveOrgano(clave))
	return t
}

func indices() []tramite.Indice[Solicitud] {
	return []tramite.Indice[Solicitud]{
		{Nombre: "origen", Descripcion: "Vía por la que llegó", Valores: origenes.Claves(), De: func(r Solicitud) string { return string(r.Origen) }},
		{Nombre: "camara", Descripcion: "Cámara en que se tramita el asunto", Valores: camaras.Claves(), De: func(r Solicitud) string { return string(r.Asunto.Camara) }},
		{Nombre: "entidad", Descripcion: "Entidad del congreso local (clave INEGI)", De: func(r Solicitud) string { return r.Solicitante.Entidad }},
		{Nombre: "tipo", Descripcion: "Clase de asunto", Valores: tipos.Claves(), De: func(r Solicitud) string { return string(r.Asunto.Tipo) }},
		{Nombre: "asunto", Descripcion: "Clave del asunto: cámara, clase, número y fecha de gaceta, separados por diagonales", De: Solicitud.ClaveAsunto},
		{Nombre: "posicion", Descripcion: "Posición de la última versión", Valores: posiciones.Claves(), De: func(r Solicitud) string {
			v, _ := r.UltimaVersion()
			return string(v.Postura.Posicion)
		}},
		{Nombre: "enviada", Descripcion: "Si se envió en el término oficial", Valores: []string{"en_termino", "extemporanea"}, De: enviada},
	}
}

func enviada(r Solicitud) string {
	switch {
	case r.Envio == nil:
		return ""
	case r.Envio.Extemporaneo:
		return "extemporanea"
	}
	return "en_termino"
}
