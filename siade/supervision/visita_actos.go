package supervision

import (
	"fmt"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Apertura is the input of [Programar].
type Apertura struct {
	Programa string   `json:"programa" validate:"required,max=60" doc:"Folio del programa" example:"PSV-2026-09-0000001-X"`
	Visita   string   `json:"visita" validate:"required,max=20" doc:"Clave de la visita en el programa" example:"V-14-01"`
	OOAD     doe.OOAD `json:"ooad" validate:"required,len=2,digitos" doc:"OOAD, el que dice el programa" example:"14"`
	Objetivo string   `json:"objetivo" validate:"required,min=10,max=2000" doc:"Qué se busca en el sitio" example:"Revisar el registro de peticiones y la imagen del módulo."`
	// Equipo is the programme's when left out.
	Equipo []Persona `json:"equipo,omitempty" validate:"omitempty,max=12,dive" doc:"Quiénes la hacen; los del programa si falta"`
	// Hechos is what the programme says.
	Hechos *Prevista `json:"hechos,omitempty" hecho:"true" doc:"La visita como está en el programa"`
}

func (e Apertura) prevista(c *tramite.Contexto) (*Programa, *Prevista) {
	p := tramite.Hallar[Programa](c, ColeccionProgramas, e.Programa)
	if p == nil {
		return nil, nil
	}
	v := p.visita(e.Visita)
	return p, v
}

// Programar opens the record of a visit of the programme.
var Programar = tramite.Acto[Visita, Apertura]{
	Nombre: "programar", Titulo: "Programar visita", Descripcion: "Abre el expediente de una visita del programa autorizado, con su equipo.",
	A: tramite.Hacia(Programada), Facultades: ejecuta, Alcance: doe.Nacional,
	Ubicar: func(e Apertura, _ doe.Actor) (doe.ClaveUnidad, doe.OOAD) { return Guarda, e.OOAD },
	Validar: func(_ Visita, e Apertura, c *tramite.Contexto, f *falla.Fallas) {
		if len(e.Equipo) > 0 {
			validarEquipo(e.Equipo, "body", f)
		}
		p, v := e.prevista(c)
		if f.Si(p == nil || p.Estado != Autorizado, ReglaSinPrograma, "body.programa") || f.Si(v == nil || v.Situacion != Pendiente, ReglaNoPendiente, "body.visita") {
			return
		}
		f.Si(v.OOAD != e.OOAD, ReglaOtroOOAD, "body.ooad")
	},
	Fijar: func(_ Visita, e *Apertura, c *tramite.Contexto) {
		if _, v := e.prevista(c); v != nil {
			h := *v
			h.Cambios = nil
			e.Hechos = &h
		}
	},
	Aplicar: func(r *Visita, e Apertura, _ tramite.Suceso) {
		r.Programa, r.Clave, r.Objetivo, r.Equipo = e.Programa, e.Visita, e.Objetivo, e.Equipo
		if h := e.Hechos; h != nil {
			r.Sitio, r.Modalidad, r.Base, r.Lapso, r.ClaveCedula = h.Sitio, h.Modalidad, h.Base, h.Lapso, h.Cedula
			if len(r.Equipo) == 0 {
				r.Equipo = h.Equipo
			}
		}
	},
	Ordena: func(r Visita, e Apertura, c *tramite.Contexto) []tramite.Orden {
		if p, v := e.prevista(c); v == nil || p.Estado != Autorizado {
			return nil // it is refused: there is nobody to tell
		}
		out := []tramite.Orden{r.consta(Constancia{Situacion: Convocada})}
		if c.FolioDe(ColeccionSitios, r.Sitio.Clave) == "" {
			out = append(out, tramite.Orden{Coleccion: ColeccionSitios, Acto: RegistrarSitio.Nombre, Entrada: AltaSitio{Sitio: r.Sitio, OOAD: r.OOAD}})
		}
		return out
	},
	Ejemplo: Apertura{Programa: "PSV-2026-09-0000001-X", Visita: "V-14-01", OOAD: "14", Objetivo: "Revisar el registro de peticiones y la imagen del módulo."},
}

// consta tells the programme how the visit goes.
func (v Visita) consta(e Constancia) tramite.Orden {
	e.Clave, e.Visita = v.Clave, v.Folio
	return tramite.Orden{Coleccion: ColeccionProgramas, Folio: v.Programa, Acto: constar.Nombre, Entrada: e, ComoSistema: true}
}

// avisada says whether notice given on a day comes in time for a visit.
func avisada(dia, inicio fecha.Fecha, o doe.OOAD, c *tramite.Contexto) bool {
	t, ok := terminos.De(anticipacion, dia)
	v, bien := c.Calendarios.Vence(t, dia, plazo.Opciones{Ambito: string(o.Organo())})
	return ok && bien && !v.After(inicio)
}

// Notificar tells the visited body that a visit comes. An extraordinary one may
// be notified as it starts.
var Notificar = tramite.Acto[Visita, Aviso]{
	Nombre: "notificar", Titulo: "Avisar la visita", Descripcion: "Avisa al OOAD de la visita con cinco días hábiles de anticipación; la extraordinaria puede avisarse al empezar.",
	De: tramite.Desde(Programada), A: tramite.Hacia(Notificada), Facultades: informa, Alcance: doe.Nacional, Firma: true,
	Validar: func(r Visita, _ Aviso, c *tramite.Contexto, f *falla.Fallas) {
		if r.Base == Extraordinaria {
			f.Si(c.Hoy().After(r.Fin), ReglaAnticipacion, "registro.inicio")
			return
		}
		f.Si(!avisada(c.Hoy(), r.Inicio, r.OOAD, c), ReglaAnticipacion, "registro.inicio")
	},
	Aplicar: func(r *Visita, e Aviso, s tramite.Suceso) {
		e.Acuse, e.Autoria = fecha.Fecha{}, s.Autoria()
		r.Aviso = &e
	},
	Ejemplo: Aviso{Oficio: "7.1.3.1/0150/2026", Requiere: []string{"Bitácora del buzón del trimestre"}},
}

// Acusar acknowledges the notice.
var Acusar = tramite.Acto[Visita, tramite.Vacia]{
	Nombre: "acusar", Titulo: "Acusar el aviso", Descripcion: "La coordinación del OOAD acusa el aviso de la visita.",
	De: tramite.Desde(Notificada), Facultades: atiende, Alcance: doe.Nacional,
	Validar: func(r Visita, _ tramite.Vacia, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(r.Aviso != nil && !r.Aviso.Acuse.IsZero(), ReglaAcusada, "body")
	},
	Aplicar: func(r *Visita, _ tramite.Vacia, s tramite.Suceso) {
		if r.Aviso != nil {
			a := *r.Aviso
			a.Acuse = s.Dia
			r.Aviso = &a
		}
	},
}

// Reprogramar moves a visit that has not started. It takes another notice.
var Reprogramar = tramite.Acto[Visita, Reprogramacion]{
	Nombre: "reprogramar", Titulo: "Reprogramar", Descripcion: "Mueve la visita antes de que empiece, con su causal; vuelve a avisarse, y el programa conserva las fechas autorizadas.",
	De: tramite.Desde(Programada, Notificada), A: tramite.Hacia(Programada), Facultades: coordina, Alcance: doe.Nacional, Causales: tramite.Causales(causalesCancelar),
	Validar: func(r Visita, e Reprogramacion, c *tramite.Contexto, f *falla.Fallas) {
		e.validar(r.Inicio.Anio(), c, f)
		f.Si(e.Lapso == r.Lapso, ReglaMismasFechas, "body.inicio")
	},
	Aplicar: func(r *Visita, e Reprogramacion, s tramite.Suceso) {
		r.Lapso, r.Aviso = e.Lapso, nil
		r.Cambio = append(r.Cambio, e.cambio(s))
	},
	Ordena: func(r Visita, e Reprogramacion, _ *tramite.Contexto) []tramite.Orden {
		return []tramite.Orden{r.consta(Constancia{Situacion: Convocada, Lapso: &e.Lapso, Causal: e.Causal, Motivo: e.Motivo})}
	},
	Ejemplo: reprogramacionDeEjemplo,
}

// Inicio is the input of [Iniciar].
type Inicio struct {
	Cedula *CedulaAplicada `json:"cedula,omitempty" hecho:"true" doc:"Versión de la cédula que rige hoy"`
}

func cedulaEnVigor(clave string, c *tramite.Contexto) *CedulaAplicada {
	x := tramite.HallarClave[Cedula](c, ColeccionCedulas, clave)
	if x == nil {
		return nil
	}
	v, ok := x.En(c.Hoy())
	if !ok {
		return nil
	}
	return &CedulaAplicada{Folio: x.Folio, Numero: v.Numero, Criterios: v.Contenido.Criterios}
}

// Iniciar starts a visit on one of its days, with the checklist in force.
var Iniciar = tramite.Acto[Visita, Inicio]{
	Nombre: "iniciar", Titulo: "Iniciar", Descripcion: "Empieza la visita en una de sus fechas; queda fija la versión de la cédula que rige ese día.",
	De: tramite.Desde(Notificada), A: tramite.Hacia(EnCurso), Facultades: ejecuta, Alcance: doe.Nacional,
	Validar: func(r Visita, _ Inicio, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(c.Hoy().Before(r.Inicio) || c.Hoy().After(r.Fin), ReglaEnSusDias, "registro.inicio")
		f.Si(cedulaEnVigor(r.ClaveCedula, c) == nil, ReglaSinVigor, "registro.clave_cedula")
	},
	Fijar:   func(r Visita, e *Inicio, c *tramite.Contexto) { e.Cedula = cedulaEnVigor(r.ClaveCedula, c) },
	Aplicar: func(r *Visita, e Inicio, s tramite.Suceso) { r.Inicia, r.Cedula = s.Dia, e.Cedula },
}

// Aplicacion is the input of [AplicarCedula].
type Aplicacion struct {
	Respuestas []Hallado `json:"respuestas" validate:"required,min=1,max=120,dive" doc:"Una por criterio"`
}

// AplicarCedula answers the checklist. The score is computed from the answers.
var AplicarCedula = tramite.Acto[Visita, Aplicacion]{
	Nombre: "aplicar-cedula", Titulo: "Aplicar cédula", Descripcion: "Asienta qué se halló de cada criterio; la calificación sale de las respuestas y de los pesos, repartidos entre los criterios que aplican.",
	De: tramite.Desde(EnCurso), Facultades: ejecuta, Alcance: doe.Nacional,
	Validar: func(r Visita, e Aplicacion, _ *tramite.Contexto, f *falla.Fallas) {
		for i, h := range e.Respuestas {
			lugar := fmt.Sprintf("body.respuestas[%d]", i)
			_, hay := r.criterio(h.Criterio)
			f.Si(!hay, ReglaCriterio, lugar+".criterio")
			f.Si(slices.ContainsFunc(e.Respuestas[:i], func(o Hallado) bool { return o.Criterio == h.Criterio }), ReglaCriterioRepetido, lugar+".criterio")
			f.Si(h.Respuesta != Cumple && h.Nota == "", ReglaNota, lugar+".nota")
		}
		n := 0
		if r.Cedula != nil {
			for _, c := range r.Cedula.Criterios {
				if !slices.ContainsFunc(e.Respuestas, func(h Hallado) bool { return h.Criterio == c.Clave }) {
					n++
				}
			}
		}
		f.Si(n > 0, ReglaCompleta, "body.respuestas", n)
	},
	Aplicar: func(r *Visita, e Aplicacion, _ tramite.Suceso) {
		r.Respuestas = e.Respuestas
		k := Calificar(r.Cedula.Criterios, r.Respuestas)
		r.Calificacion = &k
	},
	Ejemplo: Aplicacion{Respuestas: []Hallado{
		{Criterio: "IMG-01", Respuesta: NoCumple, Nota: "La señal está tapada por un cartel."}, {Criterio: "OPE-01", Respuesta: Cumple},
		{Criterio: "REG-01", Respuesta: EnParte, Nota: "Faltan por registrar tres peticiones del buzón."},
	}},
}

// Levantamiento is the input of [LevantarActa].
type Levantamiento struct {
	Lugar         string     `json:"lugar" validate:"required,max=300" doc:"Dónde se levanta" example:"UMF 3, oficina de la dirección"`
	Presentes     []string   `json:"presentes" validate:"required,min=1,max=20,dive,required,max=120" doc:"Cargos de quienes estuvieron por el sitio" example:"[\"Técnica en atención y orientación\"]"`
	Observaciones []Asentada `json:"observaciones,omitempty" validate:"omitempty,max=60,dive" doc:"Observaciones"`
	// Reinciden are those that repeat one of a former visit, by their place.
	Reinciden map[string]Antecedente `json:"reinciden,omitempty" hecho:"true" doc:"Antecedente de las que se repiten, por su clave"`
}

// antecedentes finds, in what former visits left at the site, what each
// observation repeats.
func antecedentes(v Visita, os []Asentada, c *tramite.Contexto) map[string]Antecedente {
	s := tramite.HallarClave[SitioSupervisado](c, ColeccionSitios, v.Sitio.Clave)
	if s == nil {
		return nil
	}
	out := map[string]Antecedente{}
	for i, o := range os {
		if a, ok := s.antecedente(o.Criterio); ok {
			out[claveDe(i)] = a
		}
	}
	return out
}

func claveDe(i int) string { return fmt.Sprintf("O%d", i+1) }

// LevantarActa draws up the minutes with the observations. Those that repeat
// what a former visit to the site observed are found, not captured.
var LevantarActa = tramite.Acto[Visita, Levantamiento]{
	Nombre: "levantar-acta", Titulo: "Levantar acta", Descripcion: "Levanta el acta con sus observaciones: gravedad, recomendación y término. Señala las que repiten lo observado en una visita anterior al sitio, que no pueden ser menos graves.",
	De: tramite.Desde(EnCurso), A: tramite.Hacia(Levantada), Facultades: supervisa, Alcance: doe.Nacional,
	Validar: validarActa,
	Fijar: func(r Visita, e *Levantamiento, c *tramite.Contexto) {
		e.Reinciden = antecedentes(r, e.Observaciones, c)
	},
	Aplicar: func(r *Visita, e Levantamiento, s tramite.Suceso) {
		r.Acta = &Acta{Lugar: e.Lugar, Dia: s.Dia, Presentes: e.Presentes, Levanto: s.Actor.Sub}
		r.Observado = nil
		for i, o := range e.Observaciones {
			x := Observacion{Clave: claveDe(i), Asentada: o, Situa: PorAtender}
			if a, ok := e.Reinciden[x.Clave]; ok {
				x.Reincide = &a
			}
			r.Observado = append(r.Observado, x)
		}
	},
	Ejemplo: Levantamiento{
		Lugar: "UMF 3, oficina de la dirección", Presentes: []string{"Técnica en atención y orientación"},
		Observaciones: []Asentada{{
			Criterio: "IMG-01", Texto: "La señal del módulo está tapada por un cartel.", Gravedad: Leve, Recomendacion: "Retirar el cartel y revisar la señal cada semana.",
		}},
	},
}

func validarActa(r Visita, e Levantamiento, c *tramite.Contexto, f *falla.Fallas) {
	f.Si(r.Calificacion == nil, ReglaSinAplicar, "registro.respuestas")
	previas := antecedentes(r, e.Observaciones, c)
	for i, o := range e.Observaciones {
		lugar := fmt.Sprintf("body.observaciones[%d]", i)
		h := r.hallado(o.Criterio)
		f.Si(h != NoCumple && h != EnParte, ReglaObservable, lugar+".criterio")
		k, _ := r.criterio(o.Criterio)
		f.Si(k.Critico && h == NoCumple && o.Gravedad != Grave, ReglaCritico, lugar+".gravedad")
		if a, ok := previas[claveDe(i)]; ok {
			f.Si(o.Gravedad.menor(a.Gravedad), ReglaReincide, lugar+".gravedad")
		}
		t, ok := terminos.De(string(o.Gravedad), c.Hoy())
		f.Si(ok && o.Dias > t.Cuenta, ReglaDias, lugar+".dias", t.Cuenta)
	}
	for _, h := range r.Respuestas {
		falta := h.Respuesta == NoCumple && !slices.ContainsFunc(e.Observaciones, func(o Asentada) bool { return o.Criterio == h.Criterio })
		f.Si(falta, ReglaSinObservar, "body.observaciones", h.Criterio)
	}
}

// notificadaActa starts the terms of the observations.
func (v *Visita) notificadaActa(dia fecha.Fecha) {
	v.Acta.Notificada = dia
	for i := range v.Observado {
		v.Observado[i].Desde = dia
	}
}

// trasFirmar tells the site and the programme what the visit found.
func trasFirmar(v Visita) []tramite.Orden {
	hecha := VisitaHecha{Folio: v.Folio, Dia: v.Acta.Dia, Cedula: v.ClaveCedula}
	if v.Cedula != nil {
		hecha.Version = v.Cedula.Numero
	}
	k := Constancia{Situacion: Realizada, Dia: v.Inicia}
	if v.Calificacion != nil {
		hecha.Calificacion, k.Calificacion = v.Calificacion.Valor, v.Calificacion.Valor
	}
	for _, h := range v.Respuestas {
		hecha.Respuestas = append(hecha.Respuestas, Breve{h.Criterio, h.Respuesta})
	}
	for _, o := range v.Observado {
		hecha.Observaciones = append(hecha.Observaciones, Anotada{o.Clave, o.Criterio, o.Gravedad})
	}
	return []tramite.Orden{v.consta(k), v.anota(hecha)}
}

// FirmarActa is the visited area's signature, with what it has to say.
var FirmarActa = tramite.Acto[Visita, Firma]{
	Nombre: "firmar-acta", Titulo: "Firmar el acta", Descripcion: "La coordinación del OOAD firma el acta y manifiesta lo que quiera; desde ese día corren los términos de las observaciones.",
	De: tramite.Desde(Levantada), A: tramite.Hacia(EnAtencion, Atendida), Facultades: atiende, Alcance: doe.Nacional, Firma: true,
	Elegir: func(r Visita, _ Firma) tramite.Estado { return r.trasActa() },
	Aplicar: func(r *Visita, e Firma, s tramite.Suceso) {
		e.Autoria = s.Autoria()
		r.Acta.Firma = &e
		r.notificadaActa(s.Dia)
	},
	Ordena:  func(r Visita, _ Firma, c *tramite.Contexto) []tramite.Orden { return conSitio(trasFirmar(r), r, c) },
	Ejemplo: Firma{Manifestaciones: "La señal se repuso ese mismo día."},
}

// AsentarNegativa records that the visited area did not sign in its term, with
// two witnesses.
var AsentarNegativa = tramite.Acto[Visita, Negativa]{
	Nombre: "asentar-negativa", Titulo: "Asentar la negativa a firmar", Descripcion: "Vencido el término para firmar, asienta que el acta no se firmó, con dos testigos; produce los mismos efectos que la firma.",
	De: tramite.Desde(Levantada), A: tramite.Hacia(EnAtencion, Atendida), Facultades: supervisa, Alcance: doe.Nacional,
	Elegir: func(r Visita, _ Negativa) tramite.Estado { return r.trasActa() },
	Validar: func(r Visita, _ Negativa, c *tramite.Contexto, f *falla.Fallas) {
		v, ok := r.vence(PlazoFirma, "", c)
		f.Si(ok && !c.Hoy().After(v), ReglaPuedeFirmar, "body")
	},
	Aplicar: func(r *Visita, e Negativa, s tramite.Suceso) {
		e.Autoria = s.Autoria()
		r.Acta.Negativa = &e
		r.notificadaActa(s.Dia)
	},
	Ordena:  func(r Visita, _ Negativa, c *tramite.Contexto) []tramite.Orden { return conSitio(trasFirmar(r), r, c) },
	Ejemplo: Negativa{Motivo: "No firmó en el término ni dijo por qué.", Testigos: []string{"Subdirección administrativa", "Jefatura de trabajo social"}},
}

// vence is the due date of a clock that runs.
func (v Visita) vence(nombre, clave string, c *tramite.Contexto) (fecha.Fecha, bool) {
	for i := len(v.Relojes) - 1; i >= 0; i-- {
		if k := v.Relojes[i]; k.Plazo == nombre && k.Clave == clave && k.Corre() {
			return k.Vence(c.Calendarios, string(v.OOAD.Organo()))
		}
	}
	return fecha.Fecha{}, false
}

// Cancelar ends a visit that will not be made. The programme has it pending
// again.
var Cancelar = tramite.Acto[Visita, CancelacionHecha]{
	Nombre: "cancelar", Titulo: "Cancelar", Descripcion: "La visita no se hace, con su causal; en el programa vuelve a estar pendiente.",
	De: tramite.Desde(Programada, Notificada), A: tramite.Hacia(Cancelada), Facultades: coordina, Alcance: doe.Nacional, Causales: tramite.Causales(causalesCancelar),
	Aplicar: func(r *Visita, e CancelacionHecha, s tramite.Suceso) {
		e.Autoria = s.Autoria()
		r.Cancelacion = &e
	},
	Ordena: func(r Visita, e CancelacionHecha, _ *tramite.Contexto) []tramite.Orden {
		return []tramite.Orden{r.consta(Constancia{Situacion: Pendiente, Causal: e.Causal, Motivo: e.Motivo})}
	},
	Ejemplo: CancelacionHecha{Causal: SinEquipo, Motivo: "El equipo atiende la contingencia de otro OOAD."},
}

// Concluir ends the follow-up with its effect.
var Concluir = tramite.Acto[Visita, Conclusion]{
	Nombre: "concluir", Titulo: "Concluir", Descripcion: "Atendidas las observaciones, concluye el seguimiento y dice qué efecto tuvo.",
	De: tramite.Desde(Atendida), A: tramite.Hacia(Concluida), Facultades: sigue, Alcance: doe.Nacional,
	Aplicar: func(r *Visita, e Conclusion, s tramite.Suceso) {
		e.Autoria = s.Autoria()
		r.Conclusion = &e
	},
	Ejemplo: Conclusion{Efecto: "La señal sigue visible y las quejas por ella cesaron."},
}

// Adjuntar adds a file to a visit.
var Adjuntar = tramite.Adjuntar[Visita](tramite.Base{
	De: tramite.DesdeCategoria(tramite.Abierta), Facultades: doe.Alguna("siade.supervision:ejecutar", "siade.supervision:atender"), Alcance: doe.Nacional,
})
