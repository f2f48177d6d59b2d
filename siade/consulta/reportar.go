package consulta

import (
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
)

// ColeccionReportes is the path of the reports.
const ColeccionReportes = "reportes-ficha"

// The states of a report.
const (
	Recibido   tramite.Estado = "recibido"
	Atendido   tramite.Estado = "atendido"
	SinCambios tramite.Estado = "sin_cambios"
	Desistido  tramite.Estado = "desistido"
)

// Senalamiento is what an attendant tells of the cards.
type Senalamiento struct {
	Clase ClaseReporte `json:"clase" validate:"required" doc:"Qué se reporta" example:"desactualizada"`
	Ficha string       `json:"ficha,omitempty" validate:"omitempty,max=60" doc:"Folio de la ficha; ninguno si se pide una nueva" example:"FIC-2026-09-0000001-X"`
	Parte Parte        `json:"parte" validate:"required" doc:"Parte de la ficha" example:"documentos"`
	Que   string       `json:"que" validate:"required,min=10,max=2000" doc:"Qué está mal o qué falta" example:"Ya no se pide copia del acta: basta la CURP."`
	// Fuente or Peticion says how it is known.
	Fuente   string `json:"fuente,omitempty" validate:"omitempty,min=5,max=300" doc:"De dónde se sabe" example:"Circular 4 de la dirección normativa, del 20 de febrero"`
	Peticion string `json:"peticion,omitempty" validate:"omitempty,max=60" doc:"Folio de la petición en que se vio" example:"SIADE-2026-14-0000001-X"`
	// Riesgo says that following the card could harm.
	Riesgo bool `json:"riesgo,omitempty" doc:"Si seguir la ficha puede perjudicar a alguien" example:"false"`

	Clave   string `json:"clave_ficha,omitempty" hecho:"true" doc:"Clave de la ficha"`
	Version int    `json:"version_ficha,omitempty" hecho:"true" doc:"Versión que regía ese día"`
}

// Atencion is what became of reports.
type Atencion struct {
	Resultado Resultado       `json:"resultado" validate:"required" doc:"Qué resultó" example:"no_procede"`
	Causal    CausalNoProcede `json:"causal,omitempty" doc:"Por qué no procede" example:"la_ficha_es_correcta"`
	Motivo    string          `json:"motivo" validate:"required,min=10,max=2000" doc:"Razón, que lee quien reportó" example:"El órgano normativo confirma que el acta se sigue pidiendo."`
	// Version is the one that takes the report into account.
	Version int `json:"version_corregida,omitempty" hecho:"true" doc:"Versión que lo toma en cuenta"`
	tramite.Autoria
}

func (e Atencion) validar(f *falla.Fallas) {
	f.Si((e.Resultado == NoProcede) != (e.Causal != ""), ReglaCausal, "body.causal")
}

// Reporte is what an attendant told of the cards and what became of it.
type Reporte struct {
	tramite.Cabecera
	Senalamiento
	// Por is who reported it.
	Por      string          `json:"por" doc:"Quién lo reportó" example:"taod-14-007"`
	Atencion *Atencion       `json:"atencion,omitempty" doc:"Qué resultó"`
	Retiro   string          `json:"retiro,omitempty" doc:"Por qué lo retiró quien lo hizo"`
	Avisos   []AvisoDictamen `json:"avisos,omitempty" doc:"Avisos de que venció el término para decidir"`
}

// AvisoDictamen is a warning of the clock that a proposal is not decided.
type AvisoDictamen struct {
	Unidad doe.ClaveUnidad `json:"unidad" doc:"Unidad a la que se avisa" example:"doe-7.1.3.1.3"`
	Dia    fecha.Fecha     `json:"dia" doc:"Día" example:"2026-03-30"`
}

// Reportes is the definition of the report. It is kept by whoever makes it,
// who learns there what became of it.
var Reportes = tramite.MustDefinir(tramite.Definicion[Reporte]{
	Nombre: "reporte-ficha", Coleccion: ColeccionReportes, Serie: "REF", Rama: siade.Rama,
	Titulo: "Reporte de ficha", Descripcion: "Lo que quien atiende señala de las fichas: que una está desactualizada, que puede mejorar, o que falta una; con lo que resultó.",
	Estados: []tramite.DefEstado{
		{Nombre: Recibido, Categoria: tramite.Abierta, Titulo: "Por atender"},
		{Nombre: Atendido, Categoria: tramite.Cerrada, Titulo: "Atendido con cambios"},
		{Nombre: SinCambios, Categoria: tramite.Cerrada, Titulo: "Sin cambios"},
		{Nombre: Desistido, Categoria: tramite.Cancelada, Titulo: "Retirado por quien lo hizo"},
	},
	Alta:  Reportar,
	Actos: tramite.Actos[Reporte](resolver, Dictaminar, RetirarReporte, avisarDictamen),
	Plazos: []tramite.Plazo[Reporte]{{
		Nombre: PlazoDictamen, Titulo: "Decisión sobre la propuesta", Aviso: 3, Vencido: "avisar", Alarmas: []int{0, 10}, Frustra: []string{"retirar"},
		Claves: tramite.Mientras(func(r Reporte) bool { return r.Estado == Recibido && r.Clase != Desactualizada }),
		Termino: func(_ Reporte, _ string, dia fecha.Fecha) (plazo.Termino, bool) {
			return terminos.De(PlazoDictamen, dia)
		},
	}},
	// Nobody reports the same part of a card twice while the first is open.
	Unica: func(r Reporte) string {
		if r.Ficha == "" {
			return ""
		}
		return r.Ficha + "/" + string(r.Parte) + "/" + r.Por
	},
	Indices: []tramite.Indice[Reporte]{
		{Nombre: "clase", Descripcion: "Qué se reporta", Valores: clasesReporte.Claves(), De: func(r Reporte) string { return string(r.Clase) }},
		{Nombre: "ficha", Descripcion: "Folio de la ficha", De: func(r Reporte) string { return r.Ficha }},
		{Nombre: "por", Descripcion: "Quién lo reportó", De: func(r Reporte) string { return r.Por }},
	},
	Texto: func(r Reporte) string { return r.Que },
})

// Reportar tells that a card is out of date, that it may be better, or that
// one is missing. Of a card out of date it leaves the warning on it.
var Reportar = tramite.Acto[Reporte, Senalamiento]{
	Nombre: "reportar", Titulo: "Reportar", Descripcion: "Señala que una ficha está desactualizada, que puede mejorar o que falta una, con qué y de dónde se sabe. La desactualizada lleva la advertencia mientras no se atienda.",
	A: tramite.Hacia(Recibido), Facultades: propone, Alcance: doe.Propia,
	Validar: func(_ Reporte, e Senalamiento, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(e.Fuente == "" && e.Peticion == "", ReglaFuente, "body.fuente")
		if e.Peticion != "" {
			_, _, hay := c.Legible(siade.Coleccion, e.Peticion)
			f.Si(!hay, ReglaPeticion, "body.peticion")
		}
		if f.Si((e.Clase == Nueva) != (e.Ficha == ""), ReglaQueFicha, "body.ficha") || e.Ficha == "" {
			return
		}
		x := tramite.Hallar[Ficha](c, ColeccionFichas, e.Ficha)
		if f.Si(x == nil || x.numero(c.Hoy()) == 0, ReglaSinFicha, "body.ficha") {
			return
		}
		f.Si(e.Clase == Desactualizada && len(x.Reportes) >= MaxReportes, ReglaDemasiados, "body.ficha", MaxReportes)
	},
	Fijar: func(_ Reporte, e *Senalamiento, c *tramite.Contexto) {
		if x := tramite.Hallar[Ficha](c, ColeccionFichas, e.Ficha); x != nil {
			e.Clave, e.Version = x.Clave, x.numero(c.Hoy())
		}
	},
	Aplicar: func(r *Reporte, e Senalamiento, s tramite.Suceso) { r.Senalamiento, r.Por = e, s.Actor.Sub },
	Ordena: func(r Reporte, e Senalamiento, _ *tramite.Contexto) []tramite.Orden {
		if e.Clase != Desactualizada || e.Ficha == "" {
			return nil
		}
		return []tramite.Orden{{Coleccion: ColeccionFichas, Folio: e.Ficha, Acto: "anotar-reporte", ComoSistema: true, Camino: "body.ficha",
			Entrada: Anotado{Reporte: r.Folio, OOAD: r.OOAD, Version: e.Version, Parte: e.Parte, Que: e.Que, Riesgo: e.Riesgo}}}
	},
	Ejemplo: Senalamiento{
		Clase: Desactualizada, Ficha: "FIC-2026-09-0000001-X", Parte: ParteDocumentos, Que: "Ya no se pide copia del acta: basta la CURP.",
		Fuente: "Circular 4 de la dirección normativa, del 20 de febrero",
	},
}

// resolver takes to the report what was decided on the card.
var resolver = tramite.Acto[Reporte, Atencion]{
	Nombre: "resolver", Titulo: "Resolver", Interno: true, Descripcion: "Asienta lo que se resolvió en la ficha.",
	De: tramite.Desde(Recibido), A: tramite.Hacia(Atendido, SinCambios), Contrapartes: elReloj,
	Elegir:  func(_ Reporte, e Atencion) tramite.Estado { return e.estado() },
	Aplicar: func(r *Reporte, e Atencion, _ tramite.Suceso) { r.Atencion = &e },
	Ejemplo: Dictaminar.Ejemplo,
}

func (e Atencion) estado() tramite.Estado {
	if e.Resultado == Corregida {
		return Atendido
	}
	return SinCambios
}

// Dictaminar decides on a betterment or on a card asked for.
var Dictaminar = tramite.Acto[Reporte, Atencion]{
	Nombre: "dictaminar", Titulo: "Dictaminar", Descripcion: "Quien elabora fichas decide si una mejora o una ficha nueva procede, con su razón. Lo desactualizado se atiende en la ficha.",
	De: tramite.Desde(Recibido), A: tramite.Hacia(Atendido, SinCambios), Facultades: asienta, Alcance: doe.Nacional, Causales: tramite.Causales(noProceden),
	Validar: func(r Reporte, e Atencion, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(r.Clase == Desactualizada, ReglaEnLaFicha, "body")
		e.validar(f)
	},
	Elegir: func(_ Reporte, e Atencion) tramite.Estado { return e.estado() },
	Aplicar: func(r *Reporte, e Atencion, s tramite.Suceso) {
		e.Autoria = s.Autoria()
		r.Atencion = &e
	},
	Ejemplo: Atencion{Resultado: NoProcede, Causal: FichaCorrecta, Motivo: "El órgano normativo confirma que el acta se sigue pidiendo."},
}

// RetirarReporte takes a report back.
var RetirarReporte = tramite.Acto[Reporte, Motivo]{
	Nombre: "retirar", Titulo: "Retirar", Descripcion: "La unidad que reportó retira su reporte; si la ficha llevaba por él la advertencia, se le quita.",
	De: tramite.Desde(Recibido), A: tramite.Hacia(Desistido), Facultades: propone, Alcance: doe.Propia,
	Aplicar: func(r *Reporte, e Motivo, _ tramite.Suceso) { r.Retiro = e.Motivo },
	Ordena: func(r Reporte, e Motivo, _ *tramite.Contexto) []tramite.Orden {
		if r.Clase != Desactualizada {
			return nil
		}
		return []tramite.Orden{{Coleccion: ColeccionFichas, Folio: r.Ficha, Acto: "quitar-reporte", ComoSistema: true, Entrada: Quitado{r.Folio}}}
	},
	Ejemplo: Motivo{Motivo: "Se confundió con otra ficha."},
}

var avisarDictamen = tramite.Acto[Reporte, tramite.Vacia]{
	Nombre: "avisar", Titulo: "Avisar", Interno: true, Descripcion: "El reloj avisa de que venció el término para decidir sobre la propuesta.",
	De: tramite.Desde(Recibido), Contrapartes: elReloj,
	Aplicar: func(r *Reporte, _ tramite.Vacia, s tramite.Suceso) {
		r.Avisos = append(r.Avisos, AvisoDictamen{avisaA(PlazoDictamen, len(r.Avisos)+1), s.Dia})
	},
}

// Anotado is the input that leaves a report on its card.
type Anotado struct {
	Reporte string   `json:"reporte" validate:"required,max=60" doc:"Folio del reporte" example:"REF-2026-14-0000001-X"`
	OOAD    doe.OOAD `json:"ooad" validate:"required,len=2" doc:"De dónde viene" example:"14"`
	Version int      `json:"version" validate:"min=1,max=1000" doc:"Versión que se reportó" example:"1"`
	Parte   Parte    `json:"parte" validate:"required" doc:"Parte de la ficha" example:"documentos"`
	Que     string   `json:"que" validate:"required,max=2000" doc:"Qué está mal" example:"Ya no se pide copia del acta: basta la CURP."`
	Riesgo  bool     `json:"riesgo,omitempty" doc:"Si seguirla puede perjudicar" example:"false"`
}

var anotarReporte = tramite.Acto[Ficha, Anotado]{
	Nombre: "anotar-reporte", Titulo: "Anotar reporte", Interno: true, Descripcion: "La ficha queda con la advertencia de que alguien la reportó.",
	De: vivas, Contrapartes: elReloj,
	Aplicar: func(r *Ficha, e Anotado, s tramite.Suceso) {
		r.Reportes = append(r.Reportes, Abierto{Reporte: e.Reporte, OOAD: e.OOAD, Version: e.Version, Parte: e.Parte, Que: e.Que, Riesgo: e.Riesgo, Dia: s.Dia})
	},
	Ejemplo: Anotado{Reporte: "REF-2026-14-0000001-X", OOAD: "14", Version: 1, Parte: ParteDocumentos, Que: "Ya no se pide copia del acta: basta la CURP."},
}

// Quitado is the input that takes a report off its card.
type Quitado struct {
	Reporte string `json:"reporte" validate:"required,max=60" doc:"Folio del reporte" example:"REF-2026-14-0000001-X"`
}

var quitarReporte = tramite.Acto[Ficha, Quitado]{
	Nombre: "quitar-reporte", Titulo: "Quitar reporte", Interno: true, Descripcion: "Quien reportó la ficha retiró su reporte.",
	De: vivas, Contrapartes: elReloj,
	Aplicar: func(r *Ficha, e Quitado, _ tramite.Suceso) { r.quitar(e.Reporte) },
	Ejemplo: Quitado{Reporte: "REF-2026-14-0000001-X"},
}

// Atendidos is the input that attends reports of a card.
type Atendidos struct {
	Reportes []string `json:"reportes,omitempty" validate:"omitempty,max=50,unique,dive,required,max=60" doc:"Folios de los reportes; todos los abiertos si no se dicen" example:"[\"REF-2026-14-0000001-X\"]"`
	Atencion
}

// AtenderReportes decides on the open reports of a card, several at once. Each
// who reported learns it.
var AtenderReportes = tramite.Acto[Ficha, Atendidos]{
	Nombre: "atender-reportes", Titulo: "Atender reportes", Descripcion: "Resuelve uno o varios reportes abiertos de la ficha: se corrigió en una versión ya autorizada, o no procede, con su causal y razón. Cada quien reportó lo sabe.",
	De: vivas, Facultades: asienta, Alcance: doe.Nacional, Causales: tramite.Causales(noProceden),
	Validar: func(r Ficha, e Atendidos, _ *tramite.Contexto, f *falla.Fallas) {
		e.validar(f)
		f.Si(len(r.Reportes) == 0, ReglaSinReporte, "registro.reportes")
		for i, folio := range e.Reportes {
			f.Si(r.reporte(folio) < 0, ReglaSinReporte, lugarDe("body.reportes", i))
		}
		u, _ := r.Ultima()
		for i, folio := range r.folios(e.Reportes) {
			j := r.reporte(folio)
			f.Si(e.Resultado == Corregida && j >= 0 && u.Numero <= r.Reportes[j].Version, ReglaSinCorregir, lugarDe("body.reportes", i))
		}
	},
	Fijar: func(r Ficha, e *Atendidos, _ *tramite.Contexto) {
		e.Reportes = r.folios(e.Reportes)
		if u, hay := r.Ultima(); hay && e.Resultado == Corregida {
			e.Version = u.Numero
		}
	},
	Aplicar: func(r *Ficha, e Atendidos, _ tramite.Suceso) {
		for _, folio := range e.Reportes {
			r.quitar(folio)
		}
	},
	Ordena: func(_ Ficha, e Atendidos, c *tramite.Contexto) []tramite.Orden {
		a := e.Atencion
		a.Autoria = tramite.Autoria{Por: c.Actor.Sub, Dia: c.Hoy()}
		var out []tramite.Orden
		for _, folio := range e.Reportes {
			out = append(out, tramite.Orden{Coleccion: ColeccionReportes, Folio: folio, Acto: "resolver", Entrada: a, ComoSistema: true})
		}
		return out
	},
	Ejemplo: Atendidos{Atencion: Dictaminar.Ejemplo},
}

// folios are those told or, when none is, all the open ones.
func (r Ficha) folios(dichos []string) []string {
	if len(dichos) > 0 {
		return dichos
	}
	var out []string
	for _, a := range r.Reportes {
		out = append(out, a.Reporte)
	}
	return out
}
