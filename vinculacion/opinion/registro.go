package opinion

import (
	"fmt"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Recepcion is the input of registering a request.
type Recepcion struct {
	Origen      Origen      `json:"origen" validate:"required,oneof=sao_segob comision congreso_local" doc:"Vía por la que llegó" example:"comision"`
	Solicitante Solicitante `json:"solicitante" validate:"required" doc:"Quién la pide"`
	Asunto      Asunto      `json:"asunto" validate:"required" doc:"Asunto legislativo"`
	Consulta    string      `json:"consulta" validate:"required,max=4000" doc:"Qué se pregunta" example:"Opinión sobre la viabilidad y el impacto de la reforma."`
	Recibida    fecha.Fecha `json:"recibida" validate:"required" doc:"Día de recepción" example:"2026-03-02"`
	// Termino is the official one; without it, that of [SupletorioDe].
	Termino           *Termino      `json:"termino,omitempty" doc:"Término que señala quien la pide; si no lo señala, el supletorio"`
	FundamentoTermino string        `json:"fundamento_termino,omitempty" validate:"omitempty,min=10,max=500" doc:"Por qué excede el tope de la norma, si lo excede"`
	Antecedentes      []Antecedente `json:"antecedentes,omitempty" validate:"omitempty,max=10,dive" doc:"Otras solicitudes sobre el mismo asunto"`
	Oficial           Termino       `json:"oficial,omitzero" hecho:"true" doc:"Término oficial que rige"`
}

// Registrar receives a request and starts its official term.
var Registrar = tramite.Acto[Solicitud, Recepcion]{
	Nombre: "registrar", Titulo: "Registrar solicitud",
	Descripcion: "Recibe la solicitud de opinión con su origen, el asunto y el término oficial, que empieza a correr.",
	A:           tramite.Hacia(Registrada),
	Facultades:  doe.Alguna("vinculacion.opiniones:registrar"), Alcance: doe.Nacional,
	Validar: func(_ Solicitud, e Recepcion, c *tramite.Contexto, f *falla.Fallas) {
		fechaRazonable(f, e.Recibida, c, "body.recibida")
		f.Si(e.Solicitante.Oficio.Fecha.After(c.Hoy()), ReglaFecha, "body.solicitante.oficio.fecha")
		f.Si(e.Asunto.Gaceta.After(c.Hoy()), ReglaFecha, "body.asunto.gaceta")
		validarOrigen(e, f)
		f.Si(e.Asunto.Preferente && (e.Asunto.Camara == Local || e.Asunto.Tipo != Iniciativa && e.Asunto.Tipo != Minuta), ReglaPreferente, "body.asunto.preferente")
		f.Si(e.Asunto.Etapa.Final(), ReglaAsuntoTerminado, "body.asunto.etapa")
		validarOficial(e, c, f)
		validarAntecedentes(e, c, f)
	},
	Fijar: func(_ Solicitud, e *Recepcion, c *tramite.Contexto) {
		e.Oficial = oficial(*e)
		for i := range e.Antecedentes {
			a := &e.Antecedentes[i]
			a.Posicion, a.Huella = "", ""
			if o := tramite.Hallar[Solicitud](c, Coleccion, a.Folio); o != nil && o.Envio != nil {
				a.Huella = o.Envio.Huella
				if v, ok := o.UltimaVersion(); ok && o.Envio.Version == v.Numero {
					a.Posicion = v.Postura.Posicion
				}
			}
		}
	},
	Aplicar: func(r *Solicitud, e Recepcion, _ tramite.Suceso) {
		r.Origen, r.Solicitante, r.Asunto = e.Origen, e.Solicitante, e.Asunto
		r.Consulta, r.Recibida = e.Consulta, e.Recibida
		r.Oficial, r.FundamentoTermino, r.Antecedentes = e.Oficial, e.FundamentoTermino, e.Antecedentes
	},
	Ejemplo: Recepcion{
		Origen: Comision,
		Solicitante: Solicitante{Nombre: "Comisión de Seguridad Social",
			Oficio: Documento{Numero: "CSS/LXVI/0815/2026", Fecha: fecha.MustParse("2026-03-02")}},
		Asunto: Asunto{Camara: Diputados, Tipo: Iniciativa, Numero: "6921-II-3", Gaceta: fecha.MustParse("2026-02-17"),
			Titulo: "Iniciativa que reforma el artículo 201 de la Ley del Seguro Social", Promovente: "Grupo parlamentario",
			Etapa: EnOrigen, SHA256: Huella("texto de la iniciativa")},
		Consulta: "Opinión sobre la viabilidad y el impacto de la reforma.", Recibida: fecha.MustParse("2026-03-02"),
		Termino: &Termino{Dias: 15, Clase: "habiles"},
	},
}

// fechaRazonable refuses a day to come or over a year old.
func fechaRazonable(f *falla.Fallas, d fecha.Fecha, c *tramite.Contexto, camino string) {
	f.Si(d.After(c.Hoy()) || d.Dias(c.Hoy()) > 366, ReglaFecha, camino)
}

func validarOrigen(e Recepcion, f *falla.Fallas) {
	local := e.Asunto.Camara == Local
	f.Si(local != (e.Solicitante.Entidad != ""), ReglaOrigen, "body.solicitante.entidad")
	f.Si(e.Origen == CongresoLocal && !local || e.Origen == Comision && local, ReglaOrigen, "body.asunto.camara")
}

func validarOficial(e Recepcion, c *tramite.Contexto, f *falla.Fallas) {
	if e.Termino == nil {
		return
	}
	if f.Si(!e.Termino.valido(), ReglaTermino, "body.termino") || validarLimite(f, e.Termino.Limite, c, "body.termino.limite") {
		return
	}
	s, ok := SupletorioDe(e.Origen, e.Asunto.Camara, e.Asunto.Preferente, e.Recibida)
	if !ok || !s.Tope {
		return
	}
	tope, ok1 := dePlazo(s.Termino).Fin(e.Recibida, c.Calendarios, "")
	fin, ok2 := e.Termino.Fin(e.Recibida, c.Calendarios, "")
	f.Si(ok1 && ok2 && fin > tope && e.FundamentoTermino == "", ReglaTope, "body.fundamento_termino")
}

// validarLimite refuses an exact instant that is past or too far, and says
// whether it did.
func validarLimite(f *falla.Fallas, l fecha.Instante, c *tramite.Contexto, camino string) bool {
	return f.Si(!l.IsZero() && (l <= c.Ahora || l > c.Ahora.Sumar(limiteMasLejano)), ReglaLimite, camino)
}

// oficial is the official term of a request, with its source.
func oficial(e Recepcion) Termino {
	if e.Termino != nil {
		t := *e.Termino
		t.Fuente.Norma, t.Fuente.Lugar = "oficio de solicitud", e.Solicitante.Oficio.Numero
		return t
	}
	s, _ := SupletorioDe(e.Origen, e.Asunto.Camara, e.Asunto.Preferente, e.Recibida)
	return dePlazo(s.Termino)
}

func validarAntecedentes(e Recepcion, c *tramite.Contexto, f *falla.Fallas) {
	clave := Solicitud{Solicitante: e.Solicitante, Asunto: e.Asunto}.ClaveAsunto()
	for i, a := range e.Antecedentes {
		o := tramite.Hallar[Solicitud](c, Coleccion, a.Folio)
		f.Si(o == nil || o.ClaveAsunto() != clave, ReglaAntecedente, fmt.Sprintf("body.antecedentes[%d].folio", i))
	}
}

// ActualizacionAsunto tells where the matter stands and which text it has now.
type ActualizacionAsunto struct {
	Etapa      Etapa       `json:"etapa" validate:"required,oneof=pendiente en_comisiones_de_origen en_comisiones_de_revisora de_primera_lectura devuelto_a_origen aprobado_por_publicar en_congresos_locales publicado desechado retirada" doc:"Etapa" example:"de_primera_lectura"`
	SHA256     string      `json:"sha256" validate:"required,sha256" doc:"Huella del texto vigente"`
	Fuente     string      `json:"fuente" validate:"required,url,max=500" doc:"Dirección de donde se tomó" example:"https://gaceta.diputados.gob.mx/"`
	Consultada fecha.Fecha `json:"consultada" validate:"required" doc:"Día en que se consultó la fuente" example:"2026-03-02"`
}

// ActualizarAsunto records that the matter moved or its text changed. A
// version written on the former text is no longer endorsed nor sent.
var ActualizarAsunto = tramite.Acto[Solicitud, ActualizacionAsunto]{
	Nombre: "actualizar-asunto", Titulo: "Actualizar asunto",
	Descripcion: "Registra que el asunto cambió de etapa o de texto; las versiones escritas sobre el texto anterior dejan de poder avalarse.",
	De:          tramite.DesdeCategoria(tramite.Abierta), Facultades: doe.Alguna("vinculacion.opiniones:registrar"), Alcance: doe.Nacional,
	Validar: func(r Solicitud, e ActualizacionAsunto, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(e.Etapa == r.Asunto.Etapa && e.SHA256 == r.Asunto.SHA256, ReglaSinCambio, "body")
		fechaRazonable(f, e.Consultada, c, "body.consultada")
	},
	Aplicar: func(r *Solicitud, e ActualizacionAsunto, _ tramite.Suceso) {
		r.Asunto.Etapa, r.Asunto.SHA256, r.Asunto.Fuente = e.Etapa, e.SHA256, e.Fuente
	},
	Ejemplo: ActualizacionAsunto{Etapa: PrimeraLectura, SHA256: Huella("texto de la iniciativa"), Fuente: "https://gaceta.diputados.gob.mx/", Consultada: fecha.MustParse("2026-03-02")},
}

// AmpliarTermino records that whoever asks gave more time.
var AmpliarTermino = tramite.Acto[Solicitud, Ampliacion]{
	Nombre: "ampliar-termino", Titulo: "Ampliar término oficial",
	Descripcion: "Registra que quien pide la opinión concedió más tiempo, con el oficio en que lo hizo.",
	De:          tramite.DesdeCategoria(tramite.Abierta), Facultades: doe.Alguna("vinculacion.opiniones:registrar"), Alcance: doe.Nacional,
	Validar: func(r Solicitud, e Ampliacion, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(!r.Oficial.cabe(e.Extension), ReglaExtension, "body")
		validarLimite(f, e.Limite, c, "body.limite")
		fechaRazonable(f, e.Oficio.Fecha, c, "body.oficio.fecha")
	},
	Aplicar: func(r *Solicitud, e Ampliacion, s tramite.Suceso) {
		e.Autoria = autoria(s)
		r.Oficial = r.Oficial.Mas(e.Extension)
		r.Ampliaciones = append(r.Ampliaciones, e)
	},
	Ejemplo: Ampliacion{Extension: Extension{Dias: 5}, Oficio: Documento{Numero: "CSS/LXVI/0901/2026", Fecha: fecha.MustParse("2026-03-02")}},
}

// Cancelar ends a request without an opinion.
var Cancelar = tramite.Acto[Solicitud, Cancelacion]{
	Nombre: "cancelar", Titulo: "Cancelar solicitud",
	Descripcion: "Termina la solicitud sin opinión porque quien la pidió la retiró, el asunto terminó o se sigue en otro folio.",
	De:          tramite.DesdeCategoria(tramite.Abierta), A: tramite.Hacia(Cancelada),
	Facultades: doe.Alguna("vinculacion.opiniones:coordinar"), Alcance: doe.Nacional, Causales: tramite.Causales(causas),
	Validar: func(r Solicitud, e Cancelacion, c *tramite.Contexto, f *falla.Fallas) {
		if e.Causa != Duplicada {
			f.Si(e.Folio != "", ReglaDuplicada, "body.folio")
			return
		}
		o := tramite.Hallar[Solicitud](c, Coleccion, e.Folio)
		f.Si(o == nil || e.Folio == r.Folio || o.ClaveAsunto() != r.ClaveAsunto() || o.Estado == Cancelada, ReglaDuplicada, "body.folio")
	},
	Aplicar: func(r *Solicitud, e Cancelacion, s tramite.Suceso) {
		e.Autoria = autoria(s)
		r.Cancelacion = &e
	},
	Ejemplo: Cancelacion{Causa: RetiradaPorSolicitante, Motivo: "La comisión comunicó que ya no requiere la opinión."},
}

// separar refuses whoever did a task that bars them from the act.
func separar(acto string, r Solicitud, c *tramite.Contexto, f *falla.Fallas) {
	for _, s := range separaciones {
		if s.Acto == acto && s.Vigencia.Rige(c.Hoy()) {
			f.Si(slices.Contains(r.hicieron(s.Tarea), c.Actor.Sub), ReglaSeparacion, "body")
		}
	}
}
