package supervision

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/version"
)

// AltaPrograma is the input of [ElaborarPrograma].
type AltaPrograma struct {
	Ejercicio int `json:"ejercicio" validate:"min=2020,max=2100" doc:"Año" example:"2026"`
	Propuesta
}

var lapsoDeEjemplo = Lapso{fecha.MustParse("2026-04-20"), fecha.MustParse("2026-04-21")}

var previstaDeEjemplo = Prevista{
	Clave: "V-14-01", OOAD: "14", Sitio: Sitio{"JCIMS000301", "UMF 3, módulo de atención"}, Modalidad: Presencial, Base: PorPeticiones, Cedula: "MODULO",
	Lapso: lapsoDeEjemplo, Equipo: []Persona{{"sis-04", Responsable}, {"sis-07", Integrante}},
}

var propuestaDeEjemplo = Propuesta{
	Objetivo: "Verificar la operación de los módulos con más peticiones sin respuesta.", Visitas: []Prevista{previstaDeEjemplo},
	SinVisita: sinVisita("14"),
}

// sinVisita excuses every body but some.
func sinVisita(salvo ...doe.OOAD) []Excepcion {
	var out []Excepcion
	for _, o := range doe.Vigente().Organos(doe.OrganoOOAD) {
		if !slices.Contains(salvo, o.OOAD) {
			out = append(out, Excepcion{OOAD: o.OOAD, Motivo: "Se visitó en el último trimestre del año anterior."})
		}
	}
	return out
}

var claveSitio = regexp.MustCompile(`^[A-Z0-9][A-Z0-9-]{2,19}$`)

// validarPrevistas checks the visits of a proposal, one by one and together.
func validarPrevistas(anio int, p Propuesta, c *tramite.Contexto, f *falla.Fallas) {
	for i := range p.Visitas {
		lugar := fmt.Sprintf("body.visitas[%d]", i)
		f.Si(slices.ContainsFunc(p.Visitas[:i], func(o Prevista) bool { return o.Clave == p.Visitas[i].Clave }), ReglaClaveRepetida, lugar+".clave")
		validarPrevista(anio, p.Visitas[i], c, lugar, f)
		f.Si(p.Visitas[i].Base == Extraordinaria, ReglaExtraordinaria, lugar+".base")
		f.Si(slices.ContainsFunc(p.Visitas[:i], p.Visitas[i].traslapa), ReglaTraslape, lugar+".sitio.clave")
	}
	for i, e := range p.SinVisita {
		lugar := fmt.Sprintf("body.sin_visita[%d].ooad", i)
		f.Si(!esOOAD(e.OOAD), ReglaOOAD, lugar)
		doble := slices.ContainsFunc(p.SinVisita[:i], func(o Excepcion) bool { return o.OOAD == e.OOAD })
		f.Si(doble || slices.ContainsFunc(p.Visitas, func(v Prevista) bool { return v.OOAD == e.OOAD }), ReglaExcusa, lugar)
	}
}

func validarPrevista(anio int, v Prevista, c *tramite.Contexto, lugar string, f *falla.Fallas) {
	f.Si(!esOOAD(v.OOAD), ReglaOOAD, lugar+".ooad")
	f.Si(!claveSitio.MatchString(v.Sitio.Clave), ReglaSitio, lugar+".sitio.clave")
	f.Si(v.Inicio.Anio() != anio || v.Fin.Anio() != anio || !v.Lapso.ordenado(), ReglaLapso, lugar+".fin")
	f.Si(c.FolioDe(ColeccionCedulas, v.Cedula) == "", ReglaSinCedula, lugar+".cedula")
	validarEquipo(v.Equipo, lugar, f)
}

// ordenado says whether the span is no longer than two weeks.
func (l Lapso) ordenado() bool { return !l.Fin.Before(l.Inicio) && l.Inicio.Dias(l.Fin) < 14 }

func validarEquipo(ps []Persona, lugar string, f *falla.Fallas) {
	responsables := 0
	for i, p := range ps {
		if p.Papel == Responsable {
			responsables++
		}
		f.Si(slices.ContainsFunc(ps[:i], func(o Persona) bool { return o.Persona == p.Persona }), ReglaPersonaRepetida, fmt.Sprintf("%s.equipo[%d].persona", lugar, i))
	}
	f.Si(responsables != 1, ReglaResponsable, lugar+".equipo")
}

func esOOAD(o doe.OOAD) bool {
	x, err := doe.ParseOOAD(string(o))
	return err == nil && x == o && o != doe.NivelCentral
}

// limpias are the visits of a proposal, all of them still to be made.
func limpias(vs []Prevista) []Prevista {
	out := slices.Clone(vs)
	for i := range out {
		v := &out[i]
		v.Situacion, v.Original, v.Cambios, v.Visita, v.Dia, v.Calificacion, v.Tarde = Pendiente, nil, nil, "", fecha.Fecha{}, nil, 0
	}
	return out
}

// ElaborarPrograma drafts the programme of a year.
var ElaborarPrograma = tramite.Acto[Programa, AltaPrograma]{
	Nombre: "elaborar", Titulo: "Elaborar programa", Descripcion: "Elabora el programa anual de visitas: qué sitios de qué OOAD, cuándo, cómo, con qué cédula y con qué equipo.",
	A: tramite.Hacia(EnElaboracion), Facultades: elabora, Alcance: doe.Nacional,
	Ubicar: func(AltaPrograma, doe.Actor) (doe.ClaveUnidad, doe.OOAD) { return Guarda, doe.NivelCentral },
	Validar: func(_ Programa, e AltaPrograma, c *tramite.Contexto, f *falla.Fallas) {
		anio := c.Hoy().Anio()
		f.Si(e.Ejercicio != anio && e.Ejercicio != anio+1, ReglaEjercicio, "body.ejercicio")
		validarPrevistas(e.Ejercicio, e.Propuesta, c, f)
	},
	Fijar: func(_ Programa, e *AltaPrograma, _ *tramite.Contexto) { e.Visitas = limpias(e.Visitas) },
	Aplicar: func(r *Programa, e AltaPrograma, _ tramite.Suceso) {
		r.Ejercicio, r.Propuesta = e.Ejercicio, e.Propuesta
	},
	Ejemplo: AltaPrograma{Ejercicio: 2026, Propuesta: propuestaDeEjemplo},
}

// CorregirPrograma replaces the draft.
var CorregirPrograma = tramite.Acto[Programa, Propuesta]{
	Nombre: "corregir", Titulo: "Corregir", Descripcion: "Sustituye el contenido del programa antes de que se autorice.",
	De: tramite.Desde(EnElaboracion, Observado), A: tramite.Hacia(EnElaboracion), Facultades: elabora, Alcance: doe.Nacional,
	Validar: func(r Programa, e Propuesta, c *tramite.Contexto, f *falla.Fallas) {
		validarPrevistas(r.Ejercicio, e, c, f)
	},
	Fijar:   func(_ Programa, e *Propuesta, _ *tramite.Contexto) { e.Visitas = limpias(e.Visitas) },
	Aplicar: func(r *Programa, e Propuesta, _ tramite.Suceso) { r.Propuesta = e },
	Ejemplo: propuestaDeEjemplo,
}

// PresentarPrograma submits it for authorisation. Every decentralised body is
// visited or excused.
var PresentarPrograma = tramite.Acto[Programa, tramite.Vacia]{
	Nombre: "presentar", Titulo: "Presentar", Descripcion: "Presenta el programa a autorización; cada OOAD tiene visita o el motivo por el que no.",
	De: tramite.Desde(EnElaboracion), A: tramite.Hacia(Presentado), Facultades: elabora, Alcance: doe.Nacional,
	Validar: func(r Programa, _ tramite.Vacia, c *tramite.Contexto, f *falla.Fallas) {
		if faltan := r.faltan(c.Catalogo); len(faltan) > 0 {
			f.Si(true, ReglaTodos, "registro.visitas", strings.Join(faltan, ", "))
		}
	},
	Aplicar: func(r *Programa, _ tramite.Vacia, _ tramite.Suceso) {
		r.Presentaciones, r.Reparos = r.Presentaciones+1, nil
	},
}

// ObservarPrograma returns it with remarks.
var ObservarPrograma = tramite.Acto[Programa, version.Devolucion]{
	Nombre: "observar", Titulo: "Observar", Descripcion: "Devuelve el programa con lo que debe corregirse.",
	De: tramite.Desde(Presentado), A: tramite.Hacia(Observado), Facultades: revisa, Alcance: doe.Nacional,
	Aplicar: func(r *Programa, e version.Devolucion, _ tramite.Suceso) { r.Reparos = e.Reparos },
	Ejemplo: version.Devolucion{Reparos: []version.Reparo{{Lugar: "V-14-01", Texto: "La semana elegida es la de la campaña de vacunación."}}},
}

// Autorizacion is the input of [AutorizarPrograma].
type Autorizacion struct {
	Oficio string `json:"oficio" validate:"required,max=120" doc:"Oficio con que se autoriza" example:"7.1.3/0042/2026"`
}

// AutorizarPrograma approves the calendar of visits.
var AutorizarPrograma = tramite.Acto[Programa, Autorizacion]{
	Nombre: "autorizar", Titulo: "Autorizar", Descripcion: "Aprueba el calendario de visitas, que desde entonces se lleva a cabo.",
	De: tramite.Desde(Presentado), A: tramite.Hacia(Autorizado), Facultades: autoriza, Alcance: doe.Nacional,
	Aplicar: func(r *Programa, e Autorizacion, s tramite.Suceso) { r.Oficio, r.Autorizo = e.Oficio, s.Autoria() },
	Ejemplo: Autorizacion{Oficio: "7.1.3/0042/2026"},
}

// Incorporacion is the input of [Incorporar].
type Incorporacion struct {
	Visita Prevista `json:"visita" validate:"required" doc:"Visita que se incorpora"`
	Motivo string   `json:"motivo" validate:"required,min=10,max=1000" doc:"Por qué" example:"Brote de quejas por cierre de ventanillas."`
}

// Incorporar adds a visit that the authorised programme did not have.
var Incorporar = tramite.Acto[Programa, Incorporacion]{
	Nombre: "incorporar", Titulo: "Incorporar visita extraordinaria", Descripcion: "Agrega al programa autorizado una visita extraordinaria; la aprueba quien aprobó el calendario.",
	De: tramite.Desde(Autorizado), Facultades: autoriza, Alcance: doe.Nacional,
	Validar: func(r Programa, e Incorporacion, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(r.visita(e.Visita.Clave) != nil, ReglaClaveRepetida, "body.visita.clave")
		f.Si(e.Visita.Base != Extraordinaria, ReglaExtraordinaria, "body.visita.base")
		f.Si(e.Visita.Fin.Before(c.Hoy()), ReglaPasada, "body.visita.fin")
		f.Si(slices.ContainsFunc(r.Visitas, e.Visita.traslapa), ReglaTraslape, "body.visita.sitio.clave")
		validarPrevista(r.Ejercicio, e.Visita, c, "body.visita", f)
	},
	Fijar: func(_ Programa, e *Incorporacion, _ *tramite.Contexto) {
		e.Visita = limpias([]Prevista{e.Visita})[0]
	},
	Aplicar: func(r *Programa, e Incorporacion, s tramite.Suceso) {
		e.Visita.Cambios = []CambioVisita{{Motivo: e.Motivo, Autoria: s.Autoria()}}
		r.Visitas = append(slices.Clip(r.Visitas), e.Visita)
	},
	Ejemplo: Incorporacion{Motivo: "Brote de quejas por cierre de ventanillas.", Visita: Prevista{
		Clave: "X-14-01", OOAD: "14", Sitio: Sitio{"JCIMS000318", "HGZ 14, módulo de atención"}, Modalidad: Virtual, Base: Extraordinaria, Cedula: "MODULO",
		Lapso: Lapso{fecha.MustParse("2026-05-11"), fecha.MustParse("2026-05-11")}, Equipo: []Persona{{"sis-04", Responsable}},
	}},
}

// Cambio is the input of [ReprogramarPrevista].
type Cambio struct {
	Visita string `json:"visita" validate:"required,max=20" doc:"Clave de la visita en el programa" example:"V-14-01"`
	Reprogramacion
}

// Reprogramacion is why a visit moves, and to what days.
type Reprogramacion struct {
	Lapso
	Causal CausalCancelar `json:"causal" validate:"required" doc:"Causal" example:"contingencia"`
	Motivo string         `json:"motivo" validate:"required,min=10,max=1000" doc:"Por qué" example:"Lluvias que cerraron el acceso a la unidad."`
}

func (p Reprogramacion) cambio(s tramite.Suceso) CambioVisita {
	return CambioVisita{Causal: p.Causal, Motivo: p.Motivo, Autoria: s.Autoria()}
}

var reprogramacionDeEjemplo = Reprogramacion{
	Lapso: Lapso{fecha.MustParse("2026-05-18"), fecha.MustParse("2026-05-19")}, Causal: Contingencia, Motivo: "Lluvias que cerraron el acceso a la unidad.",
}

func (p Reprogramacion) validar(anio int, c *tramite.Contexto, f *falla.Fallas) {
	f.Si(p.Inicio.Anio() != anio || p.Fin.Anio() != anio || !p.ordenado(), ReglaLapso, "body.fin")
	f.Si(p.Inicio.Before(c.Hoy()), ReglaPasada, "body.inicio")
}

// ReprogramarPrevista moves a visit that has no record yet. One that has is
// moved there.
var ReprogramarPrevista = tramite.Acto[Programa, Cambio]{
	Nombre: "reprogramar", Titulo: "Reprogramar visita", Descripcion: "Mueve una visita del programa que aún no tiene expediente; las fechas autorizadas se conservan.",
	De: tramite.Desde(Autorizado), Facultades: coordina, Alcance: doe.Nacional, Causales: tramite.Causales(causalesCancelar),
	Validar: func(r Programa, e Cambio, c *tramite.Contexto, f *falla.Fallas) {
		v := r.visita(e.Visita)
		f.Si(v == nil || v.Situacion != Pendiente, ReglaNoPendiente, "body.visita")
		e.validar(r.Ejercicio, c, f)
	},
	Aplicar: func(r *Programa, e Cambio, s tramite.Suceso) {
		if v := r.visita(e.Visita); v != nil {
			v.mover(e.Lapso, e.cambio(s))
		}
	},
	Ejemplo: Cambio{Visita: "V-14-01", Reprogramacion: reprogramacionDeEjemplo},
}

// Supresion is the input of [CancelarPrevista].
type Supresion struct {
	Visita string         `json:"visita" validate:"required,max=20" doc:"Clave de la visita en el programa" example:"V-14-01"`
	Causal CausalCancelar `json:"causal" validate:"required" doc:"Causal" example:"sitio_cerrado"`
	Motivo string         `json:"motivo" validate:"required,min=10,max=1000" doc:"Por qué" example:"El módulo cerró por obra hasta el año siguiente."`
}

// CancelarPrevista drops a visit of the programme that has no record open.
var CancelarPrevista = tramite.Acto[Programa, Supresion]{
	Nombre: "cancelar-visita", Titulo: "Cancelar visita del programa", Descripcion: "Da por no realizada una visita del programa, con su causal; cuenta en el resultado del año.",
	De: tramite.Desde(Autorizado), Facultades: coordina, Alcance: doe.Nacional, Causales: tramite.Causales(causalesCancelar),
	Validar: func(r Programa, e Supresion, _ *tramite.Contexto, f *falla.Fallas) {
		v := r.visita(e.Visita)
		f.Si(v == nil || v.Situacion != Pendiente, ReglaNoPendiente, "body.visita")
	},
	Aplicar: func(r *Programa, e Supresion, s tramite.Suceso) {
		if v := r.visita(e.Visita); v != nil {
			v.Situacion = NoRealizada
			v.Cambios = append(v.Cambios, CambioVisita{Causal: e.Causal, Motivo: e.Motivo, Autoria: s.Autoria()})
		}
	},
	Ejemplo: Supresion{Visita: "V-14-01", Causal: SitioCerrado, Motivo: "El módulo cerró por obra hasta el año siguiente."},
}

// Constancia is what a visit tells its programme.
type Constancia struct {
	Clave        string               `json:"clave" validate:"required,max=20" doc:"Clave de la visita en el programa" example:"V-14-01"`
	Situacion    Situacion            `json:"situacion" validate:"required" doc:"Cómo está" example:"programada"`
	Visita       string               `json:"visita" validate:"required,max=60" doc:"Folio de la visita" example:"VSV-2026-14-0000001-X"`
	Lapso        *Lapso               `json:"lapso,omitempty" doc:"Fechas nuevas, si se movió"`
	Causal       CausalCancelar       `json:"causal,omitempty" doc:"Causal, si se movió o se canceló"`
	Motivo       string               `json:"motivo,omitempty" validate:"omitempty,max=1000" doc:"Por qué"`
	Dia          fecha.Fecha          `json:"dia,omitzero" doc:"Día en que se hizo"`
	Calificacion *cantidad.Centesimas `json:"calificacion,omitempty" doc:"Calificación, en por ciento"`
}

// constar notes how a visit goes.
var constar = tramite.Acto[Programa, Constancia]{
	Nombre: "constar", Titulo: "Constar", Descripcion: "Anota cómo va una visita del programa; se sigue de los actos de la visita.", Interno: true,
	De: tramite.Desde(Autorizado), Contrapartes: elReloj,
	Aplicar: func(r *Programa, e Constancia, s tramite.Suceso) {
		v := r.visita(e.Clave)
		if v == nil {
			return
		}
		v.Situacion, v.Visita, v.Dia, v.Calificacion = e.Situacion, e.Visita, e.Dia, e.Calificacion
		if e.Situacion == Pendiente {
			v.Visita = ""
		}
		if !e.Dia.IsZero() {
			v.Tarde = max(v.programado().Fin.Dias(e.Dia), 0)
		}
		x := CambioVisita{Causal: e.Causal, Motivo: e.Motivo, Autoria: s.Autoria()}
		if e.Lapso != nil && *e.Lapso != v.Lapso {
			v.mover(*e.Lapso, x)
		} else if e.Motivo != "" {
			v.Cambios = append(v.Cambios, x)
		}
	},
	Ejemplo: Constancia{Clave: "V-14-01", Situacion: Convocada, Visita: "VSV-2026-14-0000001-X"},
}

// reclamar notes that a visit was not made by its last day.
var reclamar = tramite.Acto[Programa, Reclamo]{
	Nombre: "reclamar", Titulo: "Reclamar", Descripcion: "El reloj reclama una visita que no se hizo en sus fechas, primero a quien coordina y después a quien autorizó.", Interno: true,
	De: tramite.Desde(Autorizado), Contrapartes: elReloj,
	Fijar: func(r Programa, e *Reclamo, c *tramite.Contexto) {
		n := 0
		for _, x := range r.Reclamos {
			if x.Visita == e.Visita {
				n++
			}
		}
		if ruta := c.Catalogo.Superiores(Guarda); len(ruta) > 0 {
			e.A = ruta[min(n, 1, len(ruta)-1)]
		}
	},
	Aplicar: func(r *Programa, e Reclamo, s tramite.Suceso) {
		e.Dia = s.Dia
		r.Reclamos = append(r.Reclamos, e)
	},
	Ejemplo: Reclamo{Visita: "V-14-01"},
}

// CerrarPrograma ends the year with its result.
var CerrarPrograma = tramite.Acto[Programa, Cierre]{
	Nombre: "cerrar", Titulo: "Cerrar programa", Descripcion: "Cierra el programa con su resultado; cada visita se hizo o se canceló con su causal.",
	De: tramite.Desde(Autorizado), A: tramite.Hacia(Cerrado), Facultades: sigue, Alcance: doe.Nacional, Firma: true,
	Validar: func(r Programa, _ Cierre, _ *tramite.Contexto, f *falla.Fallas) {
		n := 0
		for i := range r.Visitas {
			if s := r.Visitas[i].Situacion; s == Pendiente || s == Convocada {
				n++
			}
		}
		f.Si(n > 0, ReglaSinHacer, "registro.visitas", n)
	},
	Fijar: func(r Programa, e *Cierre, c *tramite.Contexto) { e.Avance = r.Avance(c.Hoy()) },
	Aplicar: func(r *Programa, e Cierre, s tramite.Suceso) {
		e.Autoria = s.Autoria()
		r.Cierre = &e
	},
	Ejemplo: Cierre{Analisis: "Se hicieron todas las visitas; la imagen mejoró en dos de cada tres sitios."},
}
