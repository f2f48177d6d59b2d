package capacitacion

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plan"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/version"
)

// The states of a programme.
const (
	EnElaboracion tramite.Estado = "en_elaboracion"
	Presentado    tramite.Estado = "presentado"
	Observado     tramite.Estado = "observado"
	Autorizado    tramite.Estado = "autorizado"
	Cerrado       tramite.Estado = "cerrado"
)

// ColeccionProgramas is the path of the programmes.
const ColeccionProgramas = "programas-capacitacion"

// The deadlines of a programme.
const (
	PlazoAutorizacion = "autorizacion"
	PlazoCierre       = "cierre"
)

// Linea is a course of a programme.
type Linea struct {
	Clave     string `json:"clave" validate:"required,max=20" doc:"Clave del renglón" example:"L1"`
	Curso     string `json:"curso" validate:"required,max=30" doc:"Clave del curso" example:"ORI-LSS"`
	Ediciones int    `json:"ediciones" validate:"min=1,max=500" doc:"Veces que se dará" example:"4"`
	// Necesidades are folios of needs that it meets.
	Necesidades []string `json:"necesidades,omitempty" validate:"omitempty,max=20,unique,dive,max=60" doc:"Folios de las necesidades que atiende"`
	// Horas is that of the course when the programme was drafted.
	Horas int `json:"horas,omitempty" hecho:"true" doc:"Horas de cada edición"`
}

// Meta is the goal of one decentralised body, or of the central level.
type Meta struct {
	OOAD      doe.OOAD `json:"ooad" validate:"required,len=2,digitos" doc:"OOAD; 09 es el nivel central" example:"14"`
	Plantilla int      `json:"plantilla" validate:"min=1,max=1000000" doc:"Personas en el puesto" example:"58"`
	Personas  int      `json:"personas" validate:"min=1,max=1000000" doc:"Personas por capacitar" example:"40"`
}

// Propuesta is what a programme consists of.
type Propuesta struct {
	Objetivo string  `json:"objetivo" validate:"required,min=10,max=2000" doc:"Qué se busca" example:"Que todo el personal que orienta conozca las reformas de pensiones."`
	Horas    int     `json:"horas" validate:"min=1,max=1000000" doc:"Horas de instrucción con que se cuenta en el año" example:"200"`
	Fuente   string  `json:"fuente_plantilla" validate:"required,min=3,max=300" doc:"De dónde sale la plantilla, con su corte" example:"Padrón de personal, corte del 31 de enero de 2026"`
	Lineas   []Linea `json:"lineas" validate:"required,min=1,max=60,dive" doc:"Cursos"`
	Metas    []Meta  `json:"metas" validate:"required,min=1,max=36,dive" doc:"Metas por OOAD"`
}

// Programa is the annual training programme of a unit for a subject.
type Programa struct {
	tramite.Cabecera
	Ejercicio int   `json:"ejercicio" doc:"Año" example:"2026"`
	Clase     Clase `json:"clase" doc:"Materia" example:"orientacion"`
	Propuesta
	Reparos  []version.Reparo `json:"reparos,omitempty" doc:"Con qué se devolvió"`
	Autorizo tramite.Autoria  `json:"autorizo,omitzero" doc:"Quién lo autorizó"`
	Oficio   string           `json:"oficio,omitempty" doc:"Documento con que se autorizó"`
	// Dadas are the editions concluded, without names.
	Dadas          []Dada         `json:"dadas,omitempty" doc:"Ediciones concluidas"`
	Informes       []Informe      `json:"informes,omitempty" doc:"Informes de avance"`
	Verificaciones []Verificacion `json:"verificaciones,omitempty" doc:"Verificaciones de quién tiene un curso"`
	Cierre         string         `json:"cierre,omitempty" doc:"Resultado del año"`
}

// Dada is an edition concluded.
type Dada struct {
	Edicion   string      `json:"edicion" validate:"required,max=60" doc:"Folio de la edición" example:"EDC-2026-09-0000001-X"`
	Linea     string      `json:"linea" validate:"required,max=20" doc:"Renglón" example:"L1"`
	Horas     int         `json:"horas" doc:"Horas" example:"10"`
	Inscritas int         `json:"inscritas" doc:"Personas inscritas" example:"25"`
	Acreditan int         `json:"acreditan" doc:"Personas que acreditaron" example:"22"`
	Dia       fecha.Fecha `json:"dia,omitzero" doc:"Día en que concluyó"`
}

// Informe tells how a programme goes.
type Informe struct {
	Trimestre plan.Periodo `json:"trimestre" validate:"required" doc:"Trimestre que se informa" example:"2026-T1"`
	Texto     string       `json:"texto" validate:"required,min=10,max=4000" doc:"Qué se logró y qué sigue" example:"Se dio una de cuatro ediciones; la siguiente está convocada."`
	Ediciones int          `json:"ediciones,omitempty" hecho:"true" doc:"Ediciones dadas hasta hoy"`
	Horas     int          `json:"horas_usadas,omitempty" hecho:"true" doc:"Horas usadas hasta hoy"`
	Acreditan int          `json:"acreditan,omitempty" hecho:"true" doc:"Acreditaciones hasta hoy"`
	tramite.Autoria
}

// Verificacion says who of some staff holds a course, and who does not.
type Verificacion struct {
	Curso    string   `json:"curso" validate:"required,max=30" doc:"Clave del curso" example:"ORI-LSS"`
	Personas []string `json:"personas" validate:"required,min=1,max=200,unique,dive,required,max=120" doc:"Identificadores de las personas" example:"[\"taod-14-007\"]"`
	Faltan   []string `json:"faltan,omitempty" hecho:"true" doc:"Las que no lo tienen vigente"`
	tramite.Autoria
}

// linea is the one with a key; nil when there is none.
func (p *Programa) linea(clave string) *Linea {
	for i := range p.Lineas {
		if p.Lineas[i].Clave == clave {
			return &p.Lineas[i]
		}
	}
	return nil
}

// usado is what the editions concluded amount to.
func (p Programa) usado() (ediciones, horas, acreditan int) {
	for _, d := range p.Dadas {
		horas, acreditan = horas+d.Horas, acreditan+d.Acreditan
	}
	return len(p.Dadas), horas, acreditan
}

// AltaPrograma is the input of [ElaborarPrograma].
type AltaPrograma struct {
	Ejercicio int   `json:"ejercicio" validate:"min=2020,max=2100" doc:"Año" example:"2026"`
	Clase     Clase `json:"clase" validate:"required" doc:"Materia" example:"orientacion"`
	Propuesta
}

var propuestaDeEjemplo = Propuesta{
	Objetivo: "Que todo el personal que orienta conozca las reformas de pensiones.", Horas: 200, Fuente: "Padrón de personal, corte del 31 de enero de 2026",
	Lineas: []Linea{{Clave: "L1", Curso: "ORI-LSS", Ediciones: 4}}, Metas: []Meta{{OOAD: "14", Plantilla: 58, Personas: 40}},
}

// maxNecesidades is how many needs a programme meets: each is an act of the
// request that authorises it.
const maxNecesidades = 60

// deTrato are the subjects that a programme of good treatment may teach.
func deTrato(c Clase) bool { return c == BuenTrato || c == DerechosHumanos }

func validarPropuesta(p Propuesta, clase Clase, u doe.ClaveUnidad, o doe.OOAD, c *tramite.Contexto, f *falla.Fallas) {
	horas, necesidades := 0, 0
	for i, l := range p.Lineas {
		necesidades += len(l.Necesidades)
		lugar := fmt.Sprintf("body.lineas[%d]", i)
		f.Si(slices.ContainsFunc(p.Lineas[:i], func(x Linea) bool { return x.Clave == l.Clave }), ReglaLineaRepetida, lugar+".clave")
		v := cursoEn(l.Curso, c.Hoy(), c)
		if !f.Si(v == nil, ReglaSinCurso, lugar+".curso") {
			horas += l.Ediciones * v.Contenido.Horas()
			f.Si(clase == BuenTrato && !deTrato(v.Contenido.Clase), ReglaDeTrato, lugar+".curso")
		}
		for j, n := range l.Necesidades {
			x := tramite.Hallar[Necesidad](c, ColeccionNecesidades, n)
			f.Si(x == nil || x.Estado != Valorada, ReglaSinValorar, fmt.Sprintf("%s.necesidades[%d]", lugar, j))
		}
	}
	f.Si(necesidades > maxNecesidades, ReglaMuchas, "body.lineas", maxNecesidades)
	f.Si(horas > p.Horas, ReglaPresupuesto, "body.horas", horas)
	for i, m := range p.Metas {
		lugar := fmt.Sprintf("body.metas[%d]", i)
		f.Si(!esOOAD(m.OOAD) || u.Regional() && m.OOAD != o, ReglaMetaOOAD, lugar+".ooad")
		f.Si(slices.ContainsFunc(p.Metas[:i], func(x Meta) bool { return x.OOAD == m.OOAD }), ReglaMetaRepetida, lugar+".ooad")
		f.Si(m.Personas > m.Plantilla, ReglaMeta, lugar+".personas")
	}
}

// conHoras puts into each line how long its course is.
func conHoras(ls []Linea, c *tramite.Contexto) []Linea {
	out := slices.Clone(ls)
	for i := range out {
		out[i].Horas = 0
		if v := cursoEn(out[i].Curso, c.Hoy(), c); v != nil {
			out[i].Horas = v.Contenido.Horas()
		}
	}
	return out
}

func deActor(a doe.Actor) doe.OOAD {
	if a.OOAD == "" {
		return doe.NivelCentral
	}
	return a.OOAD
}

// ElaborarPrograma drafts the programme of a year.
var ElaborarPrograma = tramite.Acto[Programa, AltaPrograma]{
	Nombre: "elaborar", Titulo: "Elaborar programa", Descripcion: "Elabora el programa anual de una materia: cursos, ediciones, horas con que se cuenta y metas por OOAD. La coordinación de un OOAD elabora el suyo.",
	A: tramite.Hacia(EnElaboracion), Facultades: elabora, Alcance: doe.Linea,
	Validar: func(_ Programa, e AltaPrograma, c *tramite.Contexto, f *falla.Fallas) {
		anio := c.Hoy().Anio()
		f.Si(e.Ejercicio != anio && e.Ejercicio != anio+1, ReglaEjercicio, "body.ejercicio")
		validarPropuesta(e.Propuesta, e.Clase, c.Actor.Unidad, deActor(c.Actor), c, f)
	},
	Fijar: func(_ Programa, e *AltaPrograma, c *tramite.Contexto) { e.Lineas = conHoras(e.Lineas, c) },
	Aplicar: func(r *Programa, e AltaPrograma, _ tramite.Suceso) {
		r.Ejercicio, r.Clase, r.Propuesta = e.Ejercicio, e.Clase, e.Propuesta
	},
	Ejemplo: AltaPrograma{Ejercicio: 2026, Clase: Orientacion, Propuesta: propuestaDeEjemplo},
}

// CorregirPrograma replaces the draft.
var CorregirPrograma = tramite.Acto[Programa, Propuesta]{
	Nombre: "corregir", Titulo: "Corregir", Descripcion: "Sustituye el contenido del programa antes de que se autorice.",
	De: tramite.Desde(EnElaboracion, Observado), A: tramite.Hacia(EnElaboracion), Facultades: elabora, Alcance: doe.Linea,
	Validar: func(r Programa, e Propuesta, c *tramite.Contexto, f *falla.Fallas) {
		validarPropuesta(e, r.Clase, r.Unidad, r.OOAD, c, f)
	},
	Fijar:   func(_ Programa, e *Propuesta, c *tramite.Contexto) { e.Lineas = conHoras(e.Lineas, c) },
	Aplicar: func(r *Programa, e Propuesta, _ tramite.Suceso) { r.Propuesta = e },
	Ejemplo: propuestaDeEjemplo,
}

// PresentarPrograma submits it for authorisation.
var PresentarPrograma = tramite.Acto[Programa, tramite.Vacia]{
	Nombre: "presentar", Titulo: "Presentar", Descripcion: "Presenta el programa a quien lo autoriza; el de un OOAD, a su titularidad.",
	De: tramite.Desde(EnElaboracion), A: tramite.Hacia(Presentado), Facultades: elabora, Alcance: doe.Linea,
	Aplicar: func(r *Programa, _ tramite.Vacia, _ tramite.Suceso) { r.Reparos = nil },
}

// regional is the head of the OOAD, to whom its coordination proposes.
var regional = []tramite.Contraparte{{Rol: doe.Evaluado, Preve: "caood-7.1/12"}}

// ObservarPrograma returns it with remarks.
var ObservarPrograma = tramite.Acto[Programa, version.Devolucion]{
	Nombre: "observar", Titulo: "Observar", Descripcion: "Devuelve el programa con lo que debe corregirse.",
	De: tramite.Desde(Presentado), A: tramite.Hacia(Observado), Facultades: revisa, Alcance: doe.Linea, Contrapartes: regional,
	Aplicar: func(r *Programa, e version.Devolucion, _ tramite.Suceso) { r.Reparos = e.Reparos },
	Ejemplo: version.Devolucion{Reparos: []version.Reparo{{Lugar: "14", Texto: "La plantilla no es la del corte vigente."}}},
}

// Autorizacion is the input of [AutorizarPrograma].
type Autorizacion struct {
	Oficio string `json:"oficio" validate:"required,max=120" doc:"Documento con que se autoriza" example:"7.1.3/0050/2026"`
}

// AutorizarPrograma approves a programme, and with it the needs that it meets.
var AutorizarPrograma = tramite.Acto[Programa, Autorizacion]{
	Nombre: "autorizar", Titulo: "Autorizar", Descripcion: "Autoriza el programa; las necesidades que atiende quedan incorporadas. El de un OOAD lo autoriza su titularidad o la Unidad.",
	De: tramite.Desde(Presentado), A: tramite.Hacia(Autorizado), Facultades: autoriza, Alcance: doe.Linea, Contrapartes: regional,
	Validar: func(r Programa, _ Autorizacion, c *tramite.Contexto, f *falla.Fallas) {
		for i, l := range r.Lineas {
			for j, n := range l.Necesidades {
				x := tramite.Hallar[Necesidad](c, ColeccionNecesidades, n)
				f.Si(x == nil || x.Estado != Valorada, ReglaSinValorar, fmt.Sprintf("registro.lineas[%d].necesidades[%d]", i, j))
			}
		}
	},
	Aplicar: func(r *Programa, e Autorizacion, s tramite.Suceso) { r.Oficio, r.Autorizo = e.Oficio, s.Autoria() },
	Ordena: func(r Programa, _ Autorizacion, c *tramite.Contexto) []tramite.Orden {
		var out []tramite.Orden
		for _, l := range r.Lineas {
			for _, n := range l.Necesidades {
				if x := tramite.Hallar[Necesidad](c, ColeccionNecesidades, n); x != nil && x.Estado == Valorada {
					out = append(out, tramite.Orden{Coleccion: ColeccionNecesidades, Folio: n, Acto: incorporar.Nombre, Entrada: Incorpora{r.Folio}, ComoSistema: true})
				}
			}
		}
		return out
	},
	Ejemplo: Autorizacion{Oficio: "7.1.3/0050/2026"},
}

// constar notes an edition concluded.
var constar = tramite.Acto[Programa, Dada]{
	Nombre: "constar", Titulo: "Constar", Descripcion: "Anota una edición concluida del programa.", Interno: true,
	De: tramite.Desde(Autorizado), Contrapartes: elReloj,
	Aplicar: func(r *Programa, e Dada, s tramite.Suceso) {
		e.Dia = s.Dia
		r.Dadas = append(r.Dadas, e)
	},
	Ejemplo: Dada{Edicion: "EDC-2026-09-0000001-X", Linea: "L1", Horas: 10, Inscritas: 25, Acreditan: 22},
}

// Informar tells how a quarter went, with the figures to date.
var Informar = tramite.Acto[Programa, Informe]{
	Nombre: "informar", Titulo: "Informar avance", Descripcion: "Informa un trimestre del programa; las cifras a la fecha las pone el sistema.",
	De: tramite.Desde(Autorizado), Facultades: sigue, Alcance: doe.Linea,
	Validar: func(r Programa, e Informe, c *tramite.Contexto, f *falla.Fallas) {
		mal := e.Trimestre.Paso() != plan.Trimestre || e.Trimestre.Desde().Anio() != r.Ejercicio || !e.Trimestre.Hasta().Before(c.Hoy())
		f.Si(mal || slices.ContainsFunc(r.Informes, func(x Informe) bool { return x.Trimestre == e.Trimestre }), ReglaTrimestre, "body.trimestre")
	},
	Fijar: func(r Programa, e *Informe, _ *tramite.Contexto) { e.Ediciones, e.Horas, e.Acreditan = r.usado() },
	Aplicar: func(r *Programa, e Informe, s tramite.Suceso) {
		e.Autoria = s.Autoria()
		r.Informes = append(r.Informes, e)
	},
	Ejemplo: Informe{Trimestre: trimestre(2026, 1), Texto: "Se dio una de cuatro ediciones; la siguiente está convocada."},
}

func trimestre(anio, n int) plan.Periodo {
	p, _ := plan.NuevoPeriodo(anio, plan.Trimestre, n)
	return p
}

// Verificar finds who of some staff does not hold a course.
var Verificar = tramite.Acto[Programa, Verificacion]{
	Nombre: "verificar", Titulo: "Verificar cursos tomados", Descripcion: "Verifica quiénes de su personal tienen vigente un curso y señala a quiénes les falta.",
	De: tramite.Desde(Autorizado), Facultades: verifico, Alcance: doe.Linea,
	Fijar: func(_ Programa, e *Verificacion, c *tramite.Contexto) {
		e.Faltan = nil
		for _, p := range e.Personas {
			a := tramite.HallarClave[Acreditacion](c, ColeccionAcreditaciones, clave(p, e.Curso))
			if a == nil || !a.Vale(c.Hoy()) {
				e.Faltan = append(e.Faltan, p)
			}
		}
	},
	Aplicar: func(r *Programa, e Verificacion, s tramite.Suceso) {
		e.Autoria = s.Autoria()
		r.Verificaciones = append(r.Verificaciones, e)
	},
	Ejemplo: Verificacion{Curso: "ORI-LSS", Personas: []string{"taod-14-007"}},
}

// Cierre is the input of [CerrarPrograma].
type Cierre struct {
	Resultado string `json:"resultado" validate:"required,min=10,max=4000" doc:"Qué se logró y qué queda para el año siguiente" example:"Se cumplió la meta en treinta OOAD."`
}

// CerrarPrograma ends the year.
var CerrarPrograma = tramite.Acto[Programa, Cierre]{
	Nombre: "cerrar", Titulo: "Cerrar", Descripcion: "Cierra el programa con su resultado, terminado su año.",
	De: tramite.Desde(Autorizado), A: tramite.Hacia(Cerrado), Facultades: sigue, Alcance: doe.Linea, Firma: true,
	Validar: func(r Programa, _ Cierre, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(c.Hoy().Before(trimestre(r.Ejercicio, 4).Hasta()), ReglaAnio, "registro.ejercicio")
	},
	Aplicar: func(r *Programa, e Cierre, _ tramite.Suceso) { r.Cierre = e.Resultado },
	Ejemplo: Cierre{Resultado: "Se cumplió la meta en treinta OOAD."},
}

// Programas is the definition of the programme.
var Programas = tramite.MustDefinir(tramite.Definicion[Programa]{
	Nombre: "programa-capacitacion", Coleccion: ColeccionProgramas, Serie: "PCA", Rama: doe.Raiz,
	Titulo: "Programa de capacitación", Descripcion: "Programa anual de capacitación de una unidad en una materia: cursos, ediciones, horas y metas por OOAD. El de buen trato es una de sus clases, con metas propias.",
	Estados: []tramite.DefEstado{
		{Nombre: EnElaboracion, Categoria: tramite.Abierta, Titulo: "En elaboración"},
		{Nombre: Presentado, Categoria: tramite.Abierta, Titulo: "Presentado, por autorizar"},
		{Nombre: Observado, Categoria: tramite.Abierta, Titulo: "Observado, por corregir"},
		{Nombre: Autorizado, Categoria: tramite.Abierta, Titulo: "Autorizado, en marcha"},
		{Nombre: Cerrado, Categoria: tramite.Cerrada, Titulo: "Cerrado con su resultado"},
	},
	Alta: ElaborarPrograma,
	Actos: tramite.Actos[Programa](
		CorregirPrograma, PresentarPrograma, ObservarPrograma, AutorizarPrograma, constar, Informar, Verificar, CerrarPrograma,
	),
	Plazos: []tramite.Plazo[Programa]{
		{Nombre: PlazoAutorizacion, Titulo: "Autorización", Aviso: 3, Claves: tramite.En[Programa](Presentado), Termino: termino[Programa](PlazoAutorizacion), Frustra: []string{ObservarPrograma.Nombre}},
		{Nombre: PlazoCierre, Titulo: "Cierre", Aviso: 15, Claves: tramite.En[Programa](Autorizado), Fecha: func(r Programa, _ string) fecha.Fecha {
			f, _ := fecha.New(r.Ejercicio+1, 1, 31)
			return f
		}},
	},
	Partes: func(r Programa) []tramite.Parte {
		if !r.Unidad.Regional() {
			return nil
		}
		return []tramite.Parte{{Rol: doe.Evaluado, Organo: r.OOAD.Organo()}}
	},
	// The coordinations read the goals that they are given.
	Nombradas: func(r Programa) []tramite.Nombrada {
		var os []doe.OOAD
		for _, m := range r.Metas {
			os = append(os, m.OOAD)
		}
		if r.Autorizo.Por == "" || r.Unidad.Regional() || len(os) == 0 {
			return nil
		}
		return todas(os)
	},
	Segregacion: tramite.Segregacion{Modo: tramite.SeRehusa},
	Unica: func(r Programa) string {
		return strings.Join([]string{string(r.Unidad), string(r.OOAD), strconv.Itoa(r.Ejercicio), string(r.Clase)}, "|")
	},
	Indices: []tramite.Indice[Programa]{
		{Nombre: "ejercicio", Descripcion: "Año", De: func(r Programa) string { return strconv.Itoa(r.Ejercicio) }},
		{Nombre: "clase", Descripcion: "Materia", Valores: clases.Claves(), De: func(r Programa) string { return string(r.Clase) }},
	},
	Texto: func(r Programa) string { return r.Objetivo },
})

// parte is a share of a whole, in hundredths of a per cent; all of it at most.
func parte(n, de int) cantidad.Centesimas {
	if de == 0 {
		return 0
	}
	return min(cantidad.Centesimas((n*int(cantidad.Entero)+de/2)/de), cantidad.Entero)
}
