package supervision

import (
	"slices"
	"strconv"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/version"
)

// The states of a programme of visits.
const (
	EnElaboracion tramite.Estado = "en_elaboracion"
	Presentado    tramite.Estado = "presentado"
	Observado     tramite.Estado = "observado"
	Autorizado    tramite.Estado = "autorizado"
	Cerrado       tramite.Estado = "cerrado"
)

// ColeccionProgramas is the path of the programmes of visits.
const ColeccionProgramas = "programas-supervision"

// Sitio is the place that a visit supervises.
type Sitio struct {
	Clave  string `json:"clave" validate:"required,min=3,max=20" doc:"CLUES o clave de la unidad, en mayúsculas" example:"JCIMS000301"`
	Nombre string `json:"nombre" validate:"required,min=3,max=200" doc:"Nombre del sitio" example:"UMF 3, módulo de atención"`
}

// Persona is someone of the team of a visit: no more than the identifier of
// the credential is kept.
type Persona struct {
	Persona string `json:"persona" validate:"required,max=120" doc:"Identificador de la persona, el sub de su credencial" example:"sis-04"`
	Papel   Papel  `json:"papel" validate:"required" doc:"Qué hace en el equipo" example:"responsable"`
}

// Lapso is the first and the last day on which a visit may be made.
type Lapso struct {
	Inicio fecha.Fecha `json:"inicio" validate:"required" doc:"Primer día" example:"2026-04-20"`
	Fin    fecha.Fecha `json:"fin" validate:"required" doc:"Último día" example:"2026-04-21"`
}

// Prevista is a visit as the programme has it.
type Prevista struct {
	Clave     string    `json:"clave" validate:"required,max=20" doc:"Clave de la visita en el programa" example:"V-14-01"`
	OOAD      doe.OOAD  `json:"ooad" validate:"required,len=2,digitos" doc:"OOAD que se visita" example:"14"`
	Sitio     Sitio     `json:"sitio" validate:"required" doc:"Sitio que se visita"`
	Modalidad Modalidad `json:"modalidad" validate:"required" doc:"Presencial o virtual" example:"presencial"`
	Base      Base      `json:"base" validate:"required" doc:"Por qué está en el programa" example:"rotacion"`
	Cedula    string    `json:"cedula" validate:"required,max=30" doc:"Clave de la cédula que se aplicará" example:"MODULO"`
	Lapso
	Equipo []Persona `json:"equipo" validate:"required,min=1,max=12,dive" doc:"Quiénes la hacen"`
	// What follows tells how it went.
	Situacion    Situacion            `json:"situacion,omitempty" hecho:"true" doc:"Cómo está"`
	Original     *Lapso               `json:"original,omitempty" hecho:"true" doc:"Fechas del programa autorizado, si se movieron"`
	Cambios      []CambioVisita       `json:"cambios,omitempty" hecho:"true" doc:"Por qué se movió, se incorporó o se canceló"`
	Visita       string               `json:"visita,omitempty" hecho:"true" doc:"Folio de la visita"`
	Dia          fecha.Fecha          `json:"dia,omitzero" hecho:"true" doc:"Día en que se hizo"`
	Calificacion *cantidad.Centesimas `json:"calificacion,omitempty" hecho:"true" doc:"Calificación de la cédula, en por ciento"`
	Tarde        int                  `json:"tarde,omitempty" hecho:"true" doc:"Días después de la fecha del programa autorizado"`
}

// programado is the span first authorised.
func (p Prevista) programado() Lapso {
	if p.Original != nil {
		return *p.Original
	}
	return p.Lapso
}

// traslapa says whether two visits are to the same site on the same days.
func (p Prevista) traslapa(o Prevista) bool {
	return p.Sitio.Clave == o.Sitio.Clave && o.Situacion != NoRealizada && !p.Inicio.After(o.Fin) && !o.Inicio.After(p.Fin)
}

// mover gives a visit other days and keeps the first ones.
func (p *Prevista) mover(l Lapso, x CambioVisita) {
	if p.Original == nil {
		o := p.Lapso
		p.Original = &o
	}
	p.Lapso = l
	p.Cambios = append(p.Cambios, x)
}

// CambioVisita is why a visit of the programme was moved, added or cancelled.
type CambioVisita struct {
	Causal CausalCancelar `json:"causal,omitempty" doc:"Causal" example:"contingencia"`
	Motivo string         `json:"motivo" doc:"Por qué"`
	tramite.Autoria
}

// Excepcion is a decentralised body that the programme does not visit.
type Excepcion struct {
	OOAD   doe.OOAD `json:"ooad" validate:"required,len=2,digitos" doc:"OOAD que no se visita en el año" example:"03"`
	Motivo string   `json:"motivo" validate:"required,min=10,max=500" doc:"Por qué" example:"Se visitó en el último trimestre del año anterior."`
}

// Propuesta is what a programme consists of.
type Propuesta struct {
	Objetivo  string      `json:"objetivo" validate:"required,min=10,max=2000" doc:"Qué se busca y cómo se eligieron los sitios" example:"Verificar la operación de los módulos con más peticiones sin respuesta."`
	Visitas   []Prevista  `json:"visitas" validate:"required,min=1,max=300,dive" doc:"Visitas del año"`
	SinVisita []Excepcion `json:"sin_visita,omitempty" validate:"omitempty,max=35,dive" doc:"OOAD que no se visitan, con su motivo"`
}

// Programa is the annual programme of visits.
type Programa struct {
	tramite.Cabecera
	Ejercicio int `json:"ejercicio" doc:"Año" example:"2026"`
	Propuesta
	Presentaciones int              `json:"presentaciones,omitempty" doc:"Cuántas veces se ha presentado" example:"1"`
	Reparos        []version.Reparo `json:"reparos,omitempty" doc:"Con qué se devolvió"`
	Oficio         string           `json:"oficio,omitempty" doc:"Oficio con que se autorizó"`
	Autorizo       tramite.Autoria  `json:"autorizo,omitzero" doc:"Quién lo autorizó"`
	Reclamos       []Reclamo        `json:"reclamos,omitempty" doc:"Visitas que el reloj reclamó"`
	Cierre         *Cierre          `json:"cierre,omitempty" doc:"Resultado del año"`
}

// Reclamo is a visit that was not made by its last day.
type Reclamo struct {
	Visita string          `json:"visita" validate:"required,max=20" doc:"Clave de la visita en el programa" example:"V-14-01"`
	A      doe.ClaveUnidad `json:"a,omitempty" hecho:"true" doc:"Unidad a la que se avisa"`
	Dia    fecha.Fecha     `json:"dia,omitzero" hecho:"true" doc:"Día"`
}

// ClaveReloj says which clock rang.
func (r Reclamo) ClaveReloj() string { return r.Visita }

// Cierre is how the year ended.
type Cierre struct {
	Analisis string `json:"analisis" validate:"required,min=10,max=4000" doc:"Qué se logró y qué sigue" example:"Se hicieron todas las visitas; la imagen mejoró en dos de cada tres sitios."`
	Avance   Avance `json:"avance,omitzero" hecho:"true" doc:"Avance al cerrar"`
	tramite.Autoria
}

// visita is the planned visit with a key; nil when there is none.
func (p *Programa) visita(clave string) *Prevista {
	for i := range p.Visitas {
		if p.Visitas[i].Clave == clave {
			return &p.Visitas[i]
		}
	}
	return nil
}

func plazosPrograma() []tramite.Plazo[Programa] {
	return []tramite.Plazo[Programa]{
		{
			Nombre: PlazoVisita, Titulo: "Visita del programa", Aviso: 10, Frustra: []string{CancelarPrevista.Nombre},
			Claves: func(r Programa) []string {
				var out []string
				for i := range r.Visitas {
					if s := r.Visitas[i].Situacion; r.Estado == Autorizado && (s == Pendiente || s == Convocada) {
						out = append(out, r.Visitas[i].Clave)
					}
				}
				return out
			},
			Fecha: func(r Programa, clave string) fecha.Fecha {
				if v := r.visita(clave); v != nil {
					return v.Fin
				}
				return fecha.Fecha{}
			},
			Vencido: reclamar.Nombre, Alarmas: escalones(), Entrada: func(_ Programa, k tramite.Reloj) any { return Reclamo{Visita: k.Clave} },
			Efecto: "El reloj reclama la visita a quien la coordina y, mientras no se haga, a su superior.",
		},
		{
			Nombre: PlazoAutorizacion, Titulo: "Autorización del programa", Aviso: 3, Claves: tramite.En[Programa](Presentado), Frustra: []string{ObservarPrograma.Nombre},
			Termino: func(_ Programa, _ string, dia fecha.Fecha) (plazo.Termino, bool) {
				return terminos.De(PlazoAutorizacion, dia)
			},
		},
		{
			Nombre: PlazoCierre, Titulo: "Cierre del programa", Aviso: 15, Claves: tramite.En[Programa](Autorizado),
			Fecha: func(r Programa, _ string) fecha.Fecha {
				f, _ := fecha.New(r.Ejercicio+1, 1, 31)
				return f
			},
		},
	}
}

// Programas is the definition of the programme of visits.
var Programas = tramite.MustDefinir(tramite.Definicion[Programa]{
	Nombre: "programa-supervision", Coleccion: ColeccionProgramas, Serie: "PSV", Rama: Rama,
	Titulo:      "Programa de visitas de supervisión",
	Descripcion: "Programa anual de visitas de supervisión y acompañamiento a los OOAD: sitios, fechas, modalidad, cédula y equipo; se elabora, se presenta, se autoriza, se lleva a cabo y se cierra.",
	Estados: []tramite.DefEstado{
		{Nombre: EnElaboracion, Categoria: tramite.Abierta, Titulo: "En elaboración"},
		{Nombre: Presentado, Categoria: tramite.Abierta, Titulo: "Presentado, por autorizar"},
		{Nombre: Observado, Categoria: tramite.Abierta, Titulo: "Observado, por corregir"},
		{Nombre: Autorizado, Categoria: tramite.Abierta, Titulo: "Autorizado, en marcha"},
		{Nombre: Cerrado, Categoria: tramite.Cerrada, Titulo: "Cerrado con su resultado"},
	},
	Alta: ElaborarPrograma,
	Actos: tramite.Actos[Programa](
		CorregirPrograma, PresentarPrograma, ObservarPrograma, AutorizarPrograma, Incorporar, ReprogramarPrevista, CancelarPrevista, constar, reclamar, CerrarPrograma,
	),
	Plazos: plazosPrograma(),
	// Who elaborated it does not authorise it.
	Segregacion: tramite.Segregacion{Modo: tramite.SeRehusa},
	// Once authorised, the coordinations that it visits read it.
	Nombradas: func(r Programa) []tramite.Nombrada {
		var out []tramite.Nombrada
		for i := range r.Visitas {
			n := tramite.Nombrada{Unidad: doe.CAOOD, OOAD: r.Visitas[i].OOAD}
			if r.Autorizo.Por != "" && !slices.Contains(out, n) {
				out = append(out, n)
			}
		}
		return out
	},
	Unica: func(r Programa) string { return strconv.Itoa(r.Ejercicio) },
	Indices: []tramite.Indice[Programa]{
		{Nombre: "ejercicio", Descripcion: "Año del programa", De: func(r Programa) string { return strconv.Itoa(r.Ejercicio) }},
	},
	Texto: func(r Programa) string {
		var b strings.Builder
		b.WriteString(r.Objetivo)
		for i := range r.Visitas {
			b.WriteString(" " + r.Visitas[i].Clave + " " + r.Visitas[i].Sitio.Clave + " " + r.Visitas[i].Sitio.Nombre)
		}
		return b.String()
	},
})

// faltan lists the decentralised bodies that a programme neither visits nor
// excuses.
func (p Propuesta) faltan(cat *doe.Catalogo) []string {
	var out []string
	for _, o := range cat.Organos(doe.OrganoOOAD) {
		visita := slices.ContainsFunc(p.Visitas, func(v Prevista) bool { return v.OOAD == o.OOAD })
		excusa := slices.ContainsFunc(p.SinVisita, func(e Excepcion) bool { return e.OOAD == o.OOAD })
		if !visita && !excusa {
			out = append(out, string(o.OOAD))
		}
	}
	return out
}
