package campana

import (
	"strconv"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// The states of a campaign. That a change is being decided does not suspend
// what was authorised: see [Campana.Vigente].
const (
	EnElaboracion  tramite.Estado = "en_elaboracion"
	Presentada     tramite.Estado = "presentada"
	Validada       tramite.Estado = "validada"
	EnGestion      tramite.Estado = "en_gestion"
	Autorizada     tramite.Estado = "autorizada"
	EnDifusion     tramite.Estado = "en_difusion"
	EnModificacion tramite.Estado = "en_modificacion"
	Concluida      tramite.Estado = "concluida"
	Cerrada        tramite.Estado = "cerrada"
	Negada         tramite.Estado = "negada"
	Cancelada      tramite.Estado = "cancelada"
)

// Campanas is the trámite of campaigns of an installation that knows no
// blackout beforehand; [Definicion] makes one that does.
var Campanas = tramite.MustDefinir(Definicion())

// Definicion declares the trámite. Each campaign is born with the blackouts
// given, as facts of its first event; later ones, or other dates, are noted by
// [RegistrarVeda].
func Definicion(vedas ...Veda) tramite.Definicion[Campana] {
	alta := Elaborar
	alta.Fijar = func(_ Campana, e *Elaboracion, _ *tramite.Contexto) { e.Vedas = vedas }
	return tramite.Definicion[Campana]{
		Nombre: "campana", Coleccion: "campanas", Serie: "CAM", Rama: "doe-7.1.2", Titulo: "Campaña de comunicación",
		Descripcion: "Campaña interna o externa: contenido por versiones, autorización, calendario de difusión, presupuesto, impacto y cierre.",
		Estados: []tramite.DefEstado{
			{Nombre: EnElaboracion, Categoria: tramite.Abierta, Titulo: "En elaboración"},
			{Nombre: Presentada, Categoria: tramite.Abierta, Titulo: "Presentada"},
			{Nombre: Validada, Categoria: tramite.Abierta, Titulo: "Validada por la Unidad"},
			{Nombre: EnGestion, Categoria: tramite.Espera, Titulo: "Ante la autoridad federal"},
			{Nombre: Autorizada, Categoria: tramite.Abierta, Titulo: "Autorizada"},
			{Nombre: EnDifusion, Categoria: tramite.Abierta, Titulo: "En difusión"},
			{Nombre: EnModificacion, Categoria: tramite.Abierta, Titulo: "En modificación"},
			{Nombre: Concluida, Categoria: tramite.Abierta, Titulo: "Difusión concluida"},
			{Nombre: Cerrada, Categoria: tramite.Cerrada, Titulo: "Cerrada"},
			{Nombre: Negada, Categoria: tramite.Cerrada, Titulo: "Negada"},
			{Nombre: Cancelada, Categoria: tramite.Cancelada, Titulo: "Cancelada"},
		},
		Alta: alta,
		Actos: tramite.Actos[Campana](
			Redactar, Presentar, Validar, Autorizar, Gestionar, Dictaminar, Retirar, Modificar, Corregir,
			RegistrarTiempos, RegistrarVeda, AnotarNecesidad, Asesorar,
			Comprometer, Liberar, Devengar, Pagar, Reintegrar, RegistrarMes,
			Difundir, Evaluar, Concluir, Cerrar, Cancelar, Revocar, Expirar, Alertar,
			tramite.Adjuntar[Campana](tramite.Base{De: abierta, Facultades: doe.Alguna(elabora, ejecuta, atiende, vigila), Alcance: doe.Linea}),
		),
		Plazos:  plazos(),
		Partes:  partes,
		Recorta: recortar,
		Indices: indices(),
		Texto: func(r Campana) string {
			t := []string{r.Nombre, r.Tema, r.Clave(), r.Contenido.Diagnostico}
			for _, m := range r.Contenido.Mensajes {
				t = append(t, m.Nombre, m.Texto)
			}
			return strings.Join(t, " ")
		},
	}
}

// partes are the counterparts: the federal authority, of external campaigns
// that were sent to it.
func partes(r Campana) []tramite.Parte {
	if len(r.Envios) == 0 {
		return nil
	}
	return []tramite.Parte{{Rol: doe.Federal, Organo: SEGOB}}
}

func indices() []tramite.Indice[Campana] {
	return []tramite.Indice[Campana]{
		{Nombre: "clase", Descripcion: "Clase de campaña", Valores: []string{string(Interna), string(Externa)}, De: func(r Campana) string { return string(r.Clase) }},
		{Nombre: "modalidad", Descripcion: "Modalidad", Valores: []string{string(Ordinaria), string(Extraordinaria)}, De: func(r Campana) string { return string(r.Modalidad) }},
		{Nombre: "ejercicio", Descripcion: "Ejercicio fiscal", De: func(r Campana) string { return strconv.Itoa(r.Ejercicio) }},
		{Nombre: "programa", Descripcion: "Programa anual en que está registrada", De: func(r Campana) string { return r.Programa }},
		{Nombre: "clave", Descripcion: "Clave de identificación de la autoridad federal", De: Campana.Clave},
		{Nombre: "tema", Descripcion: "Tema", De: func(r Campana) string { return r.Tema }},
	}
}

// ejemplo is a content fit for the documentation.
func ejemplo() Contenido {
	return Contenido{
		Diagnostico: "Solo 42 % de la población objetivo sabe que la vacuna es gratuita.",
		Atribucion:  "Ley del Seguro Social, art. 110: medicina preventiva",
		Objetivos:   []string{"Dar a conocer que la vacuna es gratuita"},
		Metas:       []Meta{{Clave: "recordacion", Descripcion: "Población objetivo que recuerda el mensaje", Valor: 5500}},
		Poblacion: Poblacion{
			Segmentos: []Segmento{{Clave: "mayores", Descripcion: "Personas adultas mayores derechohabientes", EdadDesde: 60}},
			Lenguas:   []string{"spa"},
		},
		Mensajes: []Mensaje{{
			Clave: "m1", Nombre: "Vacúnate gratis", Texto: "La vacuna contra la influenza es gratuita en tu unidad de medicina familiar.",
			Lengua: "spa", Accesibilidad: []Accesibilidad{Subtitulos},
		}},
		Difusiones: []Difusion{
			{Clave: "tv1", Medio: Television, Tiempo: Comercial, Mensajes: []string{"m1"}, Inicio: fecha.MustParse("2026-10-05"), Fin: fecha.MustParse("2026-11-15"), Espacios: 240},
			{Clave: "web1", Medio: RedesPropia, Tiempo: Propio, Mensajes: []string{"m1"}, Inicio: fecha.MustParse("2026-10-05"), Fin: fecha.MustParse("2026-11-15"), Espacios: 30},
		},
		Lineas: []Linea{{
			Clave: "L1", Partida: "36101", Concepto: "Transmisión de anuncios de 30 segundos", Difusion: "tv1",
			Unidad: "anuncio", Cantidad: 240, Costo: 2_500_000, IVA: 96_000_000,
		}},
		Evaluacion: Procedimiento{Metodo: "Encuesta telefónica a la población objetivo, por empresa especializada", Postest: true},
	}
}
