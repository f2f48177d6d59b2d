package programa

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/plan"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// PapelElabora is the role of who makes the programme: the line that counts
// for its acts, and for those of its immediate superior.
const PapelElabora = "elabora"

var (
	elabora   = doe.Alguna("doe.programa:elaborar", "doe.programa:coordinar")
	mantiene  = doe.Alguna("doe.programa:elaborar", "doe.programa:registrar", "doe.programa:coordinar")
	informa   = doe.Alguna("doe.programa:ejecutar", "doe.programa:informar")
	autoriza  = doe.Alguna("doe.programa:autorizar")
	quienHace = []string{PapelElabora}
)

// Apertura is the input of [Abrir].
type Apertura struct {
	Unidad    doe.ClaveUnidad `json:"unidad" validate:"required,max=40" doc:"Unidad de la que es el programa" example:"doe-7.1.4.1"`
	Ejercicio int             `json:"ejercicio" validate:"min=2000,max=2100" doc:"Año del programa" example:"2027"`
	Limites   []Limite        `json:"limites,omitempty" validate:"omitempty,max=4,dive" doc:"Fechas límite de los informes; solo en el programa de la Dirección"`
	// Elabora and Rigen are taken from the functions and the DOE's programme.
	Elabora doe.ClaveUnidad `json:"elabora,omitempty" hecho:"true" doc:"Unidad que lo elabora"`
	Rigen   []Limite        `json:"rigen,omitempty" hecho:"true" doc:"Fechas límite que rigen"`
}

// Abrir creates the programme of a unit for a year.
var Abrir = tramite.Acto[Programa, Apertura]{
	Nombre: "abrir", Titulo: "Abrir programa", Descripcion: "Abre el programa anual de una unidad; hay uno por unidad, OOAD y año.",
	A: tramite.Hacia(EnElaboracion), Facultades: mantiene, Alcance: doe.Linea,
	Ubicar: func(e Apertura, a doe.Actor) (doe.ClaveUnidad, doe.OOAD) {
		if e.Unidad.Regional() && a.OOAD != "" {
			return e.Unidad, a.OOAD
		}
		return e.Unidad, doe.NivelCentral
	},
	Validar: func(_ Programa, e Apertura, c *tramite.Contexto, f *falla.Fallas) {
		hoy := c.Hoy().Anio()
		f.Si(e.Ejercicio < hoy || e.Ejercicio > hoy+1, ReglaEjercicio, "body.ejercicio")
		validarLimites(e, f)
		if fila, ok := FilasEn(c.Catalogo, e.Ejercicio).De(e.Unidad); !f.Si(!ok, ReglaSinFuncion, "body.unidad") {
			f.Si(c.Actor.Unidad != fila.Elabora, ReglaNoElabora, "body.unidad", fila.Elabora, fila.Funcion)
		}
	},
	Fijar: func(_ Programa, e *Apertura, c *tramite.Contexto) {
		fila, _ := FilasEn(c.Catalogo, e.Ejercicio).De(e.Unidad)
		e.Elabora, e.Rigen = fila.Elabora, e.Limites
		if r := buscarPrograma(c, doe.Raiz, doe.NivelCentral, e.Ejercicio); r != nil && e.Unidad != doe.Raiz {
			e.Rigen = slices.Clone(r.Limites)
		}
	},
	Aplicar: func(r *Programa, e Apertura, _ tramite.Suceso) {
		r.Ejercicio, r.Elabora, r.Limites, r.Lineas = e.Ejercicio, e.Elabora, e.Rigen, []plan.Linea{}
	},
	Ejemplo: Apertura{Unidad: "doe-7.1.4.1", Ejercicio: 2027},
}

func validarLimites(e Apertura, f *falla.Fallas) {
	vistos := map[plan.Periodo]bool{}
	for i, l := range e.Limites {
		cierre := l.Trimestre.Hasta()
		mal := e.Unidad != doe.Raiz || l.Trimestre.Paso() != plan.Trimestre || l.Trimestre.Anio() != e.Ejercicio || vistos[l.Trimestre] ||
			!l.Dia.After(cierre) || cierre.Dias(l.Dia) > 60
		f.Si(mal, ReglaLimites, fmt.Sprintf("body.limites[%d]", i))
		vistos[l.Trimestre] = true
	}
}

// buscarPrograma loads the open programme of a unit and year, nil if none.
func buscarPrograma(c *tramite.Contexto, u doe.ClaveUnidad, o doe.OOAD, ejercicio int) *Programa {
	return tramite.HallarClave[Programa](c, Coleccion, Clave(u, o, ejercicio))
}

// Borrador is the input of [Elaborar].
type Borrador struct {
	Lineas []plan.Linea `json:"lineas" validate:"max=200,dive" doc:"Metas y actividades propias; sustituyen a las anteriores"`
}

// Elaborar writes the lines of the programme.
var Elaborar = tramite.Acto[Programa, Borrador]{
	Nombre: "elaborar", Titulo: "Elaborar", Descripcion: "Captura las metas y actividades propias, cada una con la función numerada que ejerce; sustituyen a las anteriores.",
	De: tramite.Desde(EnElaboracion, Observado), Facultades: mantiene, Papeles: quienHace,
	Validar: func(r Programa, e Borrador, c *tramite.Contexto, f *falla.Fallas) {
		alinear(r, e.Lineas, "body.lineas", c, f)
		// What the integrated programmes complete is checked when presenting.
		m, suya := r.en(c.Catalogo)
		integra := len(m.Integradas(suya)) > 0
		for _, d := range plan.Revisar(e.Lineas, r.marco()) {
			completan := d.Clase == plan.PesosSinTodo || d.Clase == plan.MedidaFalta && e.Lineas[d.Indice].Clase == plan.Meta
			if d.Indice >= 0 && !(integra && completan) {
				*f = append(*f, d.Falla("body.lineas"))
			}
		}
	},
	Aplicar: func(r *Programa, e Borrador, _ tramite.Suceso) { r.Lineas = e.Lineas },
	Ejemplo: Borrador{Lineas: lineasEjemplo()},
}

func (p Programa) marco() plan.Marco {
	return plan.Marco{Inicio: p.Inicio(), Fin: p.Fin(), Reparto: plan.EntreHermanas, Niveles: 4}
}

// alinear checks that each line is of the programme's unit, or of one that has
// no programme of its own, and carries out a function of it.
func alinear(r Programa, ls []plan.Linea, lista string, c *tramite.Contexto, f *falla.Fallas) {
	m, suya := r.en(c.Catalogo)
	hace, _ := c.Catalogo.Sucesora(r.Elabora)
	for i, l := range ls {
		en := lista + "[" + strconv.Itoa(i) + "]."
		acoge, _ := m.Acoge(c.Catalogo, l.Responsable)
		_, hay := c.Catalogo.Unidad(l.Responsable)
		f.Si(!hay || acoge != suya && l.Responsable != hace, ReglaResponsable, en+"responsable")
		fn, existe := c.Catalogo.Funcion(l.Funcion)
		f.Si(!existe || fn.Unidad != l.Responsable, ReglaFuncion, en+"funcion")
		if m := l.Medida; m != nil && m.Sentido == plan.Mantener {
			f.Si(slices.ContainsFunc(m.Calendario, func(h plan.Hito) bool { return h.Periodo.Paso() != plan.Trimestre }), ReglaMantener, en+"medida.calendario")
		}
	}
}

// Aportacion is the input of [Aportar].
type Aportacion struct {
	Lineas []plan.Linea `json:"lineas" validate:"required,min=1,max=50,dive" doc:"Renglones que se proponen"`
	Nota   string       `json:"nota,omitempty" validate:"omitempty,max=2000" doc:"Explicación" example:"Metas de seguimiento a medios locales"`
}

// Aportar proposes lines for the programme of another unit.
var Aportar = tramite.Acto[Programa, Aportacion]{
	Nombre: "aportar", Titulo: "Aportar renglones", Descripcion: "Una unidad sin programa propio propone metas y actividades para el de la unidad que los integra.",
	De: tramite.Desde(EnElaboracion, Observado), Facultades: doe.Alguna("doe.programa:proponer"), Alcance: doe.Linea,
	Validar: func(r Programa, e Aportacion, c *tramite.Contexto, f *falla.Fallas) {
		i := slices.IndexFunc(aportan, func(a Aporta) bool { return a.Unidad == c.Actor.Unidad })
		if i >= 0 {
			_, suya := r.en(c.Catalogo)
			f.Si(aportan[i].A != suya, ReglaAporta, "body", aportan[i].A)
		}
		for j, l := range e.Lineas {
			en := fmt.Sprintf("body.lineas[%d].", j)
			fn, ok := c.Catalogo.Funcion(l.Funcion)
			f.Si(l.Responsable != c.Actor.Unidad, ReglaResponsable, en+"responsable")
			f.Si(!ok || fn.Unidad != c.Actor.Unidad, ReglaFuncion, en+"funcion")
		}
	},
	Aplicar: func(r *Programa, e Aportacion, s tramite.Suceso) {
		clave := fmt.Sprintf("AP%d", len(r.Aportes)+1)
		r.Aportes = append(r.Aportes, Aporte{Clave: clave, Unidad: s.Actor.Unidad, Lineas: e.Lineas, Nota: e.Nota, Dia: s.Dia})
	},
	Ejemplo: Aportacion{Lineas: []plan.Linea{lineaEjemplo("V1", "", "doe-7.1.2.2.2", "doe-7.1.2.2.2/2", 2000, 2027)}},
}

// DecisionAporte is the input of [ResolverAporte].
type DecisionAporte struct {
	Aporte  string `json:"aporte" validate:"required,max=20" doc:"Clave del aporte" example:"AP1"`
	Acogido bool   `json:"acogido" doc:"Si sus renglones se incorporan al programa" example:"true"`
	Motivo  string `json:"motivo,omitempty" validate:"omitempty,max=1000" doc:"Por qué no se incorporan"`
}

// ResolverAporte takes proposed lines into the programme, or not.
var ResolverAporte = tramite.Acto[Programa, DecisionAporte]{
	Nombre: "resolver-aporte", Titulo: "Resolver aporte", Descripcion: "Incorpora al programa los renglones propuestos, o dice por qué no.",
	De: tramite.Desde(EnElaboracion, Observado), Facultades: elabora, Papeles: quienHace,
	Validar: func(r Programa, e DecisionAporte, _ *tramite.Contexto, f *falla.Fallas) {
		a := r.aporte(e.Aporte)
		f.Si(!e.Acogido && e.Motivo == "", ReglaAporteMotivo, "body.motivo")
		if f.Si(a == nil, ReglaAporteAjeno, "body.aporte") || !e.Acogido {
			return
		}
		for _, l := range a.Lineas {
			f.Si(r.linea(l.Clave) != nil, ReglaAporteClave, "body.aporte")
		}
	},
	Aplicar: func(r *Programa, e DecisionAporte, s tramite.Suceso) {
		a := r.aporte(e.Aporte)
		if a == nil {
			return
		}
		a.Resuelto, a.Acogido, a.Motivo = s.Dia, e.Acogido, e.Motivo
		if e.Acogido {
			r.Lineas = append(r.Lineas, plan.Clonar(a.Lineas)...)
		}
	},
	Ejemplo: DecisionAporte{Aporte: "AP1", Acogido: true},
}

// aporte is the contribution with a key still to be decided.
func (p *Programa) aporte(clave string) *Aporte {
	for i := range p.Aportes {
		if a := &p.Aportes[i]; a.Clave == clave && a.Resuelto.IsZero() {
			return a
		}
	}
	return nil
}

func lineaEjemplo(clave, padre string, u doe.ClaveUnidad, fn doe.ClaveFuncion, peso cantidad.Centesimas, anio int) plan.Linea {
	m := &plan.Medida{Nombre: "Informes entregados", Unidad: "informe", Meta: 1200, Sentido: plan.Ascendente, Fuente: "Acuses de entrega"}
	for n := 1; n <= 4; n++ {
		m.Calendario = append(m.Calendario, plan.Hito{Periodo: trimestreDe(anio, n), Valor: cantidad.Valor(n * 300)})
	}
	clase := plan.Meta
	if padre != "" {
		clase = plan.Actividad
	}
	return plan.Linea{
		Clave: clave, Padre: padre, Clase: clase, Descripcion: "Entregar los informes de la materia", Responsable: u, Funcion: fn, Peso: peso,
		Inicio: trimestreDe(anio, 1).Desde(), Fin: trimestreDe(anio, 4).Hasta(), Medida: m,
	}
}

func lineasEjemplo() []plan.Linea {
	return []plan.Linea{
		lineaEjemplo("M1", "", "doe-7.1.4.1", "doe-7.1.4.1/2", 6000, 2027),
		lineaEjemplo("M2", "", "doe-7.1.4.1", "doe-7.1.4.1/3", 4000, 2027),
	}
}
