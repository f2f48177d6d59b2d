package programa

import (
	"encoding/json"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/plan"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
)

// Falta is a kind of thing that a programme still lacks.
type Falta string

// What may be missing.
const (
	SinAbrir     Falta = "sin_abrir"
	SinPresentar Falta = "sin_presentar"
	SinAtender   Falta = "sin_atender"
	SinValidar   Falta = "sin_validar"
	SinIntegrar  Falta = "sin_integrar"
	SinAutorizar Falta = "sin_autorizar"
	OtraVersion  Falta = "otra_version"
	SinInforme   Falta = "sin_informe"
)

func faltas() vocabulario.Tabla[Falta] {
	f := norma.Cita{Norma: "G000-002-001", Lugar: "7.1.5/1"}
	return vocabulario.Tabla[Falta]{
		{Clave: SinAbrir, Nombre: "Sin abrir", Descripcion: "La unidad no ha abierto su programa.", Fuente: f},
		{Clave: SinPresentar, Nombre: "Sin presentar", Descripcion: "Está en elaboración.", Fuente: f},
		{Clave: SinAtender, Nombre: "Sin atender", Descripcion: "Tiene observaciones por atender.", Fuente: f},
		{Clave: SinValidar, Nombre: "Sin validar", Descripcion: "Espera la conformidad del superior.", Fuente: f},
		{Clave: SinIntegrar, Nombre: "Sin integrar", Descripcion: "Está validado y el programa superior no lo integra.", Fuente: f},
		{Clave: SinAutorizar, Nombre: "Sin autorizar", Descripcion: "Está validado y nadie lo ha autorizado.", Fuente: f},
		{Clave: OtraVersion, Nombre: "Otra versión", Descripcion: "Cambió después de integrarse.", Fuente: f},
		{Clave: SinInforme, Nombre: "Sin informe", Descripcion: "Falta el informe de un trimestre que ya cerró.", Fuente: f},
	}
}

// Faltas lists what may be missing.
func Faltas() vocabulario.Tabla[Falta] { return faltas() }

// ParseFalta reads one. The error wraps [vocabulario.ErrDesconocida].
func ParseFalta(s string) (Falta, error) { return faltas().Parse(s) }

// Pendiente is something that a unit lacks.
type Pendiente struct {
	Unidad doe.ClaveUnidad `json:"unidad" doc:"Unidad a la que le falta" example:"doe-7.1.4.1.1"`
	OOAD   doe.OOAD        `json:"ooad,omitempty" doc:"OOAD, si la unidad es regional" example:"14"`
	Falta  Falta           `json:"falta" doc:"Qué falta" example:"sin_presentar"`
	// Trimestre is of a report, Desde the day it is overdue since.
	Trimestre string      `json:"trimestre,omitempty" doc:"Trimestre del informe que falta" example:"2026-T1"`
	Vencio    fecha.Fecha `json:"vencio,omitzero" doc:"Día en que venció, si ya venció"`
	// Toca is the unit whose turn it is.
	Toca doe.ClaveUnidad `json:"toca" doc:"Unidad a la que le toca" example:"doe-7.1.4.1.1"`
}

// Entrega is how the report of a quarter stands.
type Entrega struct {
	Trimestre string      `json:"trimestre" doc:"Trimestre" example:"2026-T1"`
	Vence     fecha.Fecha `json:"vence,omitzero" doc:"Último día para entregarlo" example:"2026-04-17"`
	Entregado fecha.Fecha `json:"entregado,omitzero" doc:"Día en que se entregó"`
	Tarde     int         `json:"tarde,omitempty" doc:"Días naturales de retraso"`
	Devuelto  bool        `json:"devuelto,omitempty" doc:"Si se devolvió"`
	Revisado  bool        `json:"revisado,omitempty" doc:"Si el superior lo aceptó"`
}

// Cambio is a difference between two versions, as one reads it.
type Cambio struct {
	Linea   string `json:"linea,omitempty" doc:"Renglón" example:"M1"`
	Campo   string `json:"campo,omitempty" doc:"Campo que cambió; vacío si el renglón se agregó o se quitó" example:"medida.meta"`
	Antes   string `json:"antes,omitempty" doc:"Valor anterior, como JSON" example:"40"`
	Despues string `json:"despues,omitempty" doc:"Valor nuevo, como JSON" example:"32"`
}

func legibles(ds []plan.Diferencia) []Cambio {
	out := make([]Cambio, len(ds))
	texto := func(v any) string {
		if v == nil {
			return ""
		}
		b, err := json.Marshal(v)
		if err != nil {
			return ""
		}
		return string(b)
	}
	for i, d := range ds {
		out[i] = Cambio{d.Linea, d.Campo, texto(d.Antes), texto(d.Despues)}
	}
	return out
}

// Nodo is a programme, or the lack of one, in the tree of a year.
type Nodo struct {
	Fila
	Nombre string   `json:"nombre" doc:"Denominación de la unidad"`
	OOAD   doe.OOAD `json:"ooad,omitempty" doc:"OOAD, si la unidad es regional" example:"14"`
	// Autoriza are the units that may authorise it.
	Autoriza []doe.ClaveUnidad `json:"autoriza" doc:"Unidades que pueden autorizarlo" example:"[\"doe-7.1.4\"]"`
	// Folio and what follows are of the programme; empty when there is none.
	Folio   string         `json:"folio,omitempty" doc:"Folio; vacío si no se ha abierto"`
	Estado  tramite.Estado `json:"estado,omitempty" doc:"Estado; vacío si no se ha abierto" example:"en_ejecucion"`
	Version int            `json:"version_programa,omitempty" doc:"Última versión del programa" example:"2"`
	// Original is the first version authorised.
	Original int `json:"version_original,omitempty" doc:"Primera versión autorizada" example:"1"`
	// Integrado says whether the one above takes it in, at which weight and
	// version; Cambios, what changed since.
	Integrado  bool                `json:"integrado" doc:"Si el programa superior lo integra"`
	Peso       cantidad.Centesimas `json:"peso,omitempty" doc:"Peso en el programa que lo integra, en por ciento"`
	VersionInt int                 `json:"version_integrada,omitempty" doc:"Versión que se integró"`
	Cambios    []Cambio            `json:"cambios,omitempty" doc:"Lo que cambió desde que se integró"`
	Serie      plan.Serie          `json:"serie" doc:"Programado y real, con lo integrado"`
	Atraso     *plan.Atraso        `json:"atraso,omitempty" doc:"Desde cuándo va atrasado; falta si no lo está"`
	Atrasadas  []plan.Atrasada     `json:"renglones_atrasados,omitempty" doc:"Renglones propios atrasados, el más antiguo primero"`
	Pronostico plan.Pronostico     `json:"pronostico" doc:"Término previsto al ritmo de hasta ahora"`
	Informes   []Entrega           `json:"informes,omitempty" doc:"Informes trimestrales"`
	// Faltan is what this programme lacks; Hijos, those that it takes in.
	Faltan    []Pendiente `json:"faltan,omitempty" doc:"Lo que le falta a este programa"`
	Faltantes []Faltante  `json:"faltantes_declarados,omitempty" doc:"Programas que declaró no integrar, con su motivo"`
	Hijos     []Nodo      `json:"hijos,omitempty" doc:"Programas que integra o debería integrar"`
}

// Arbol is the state of a unit's programme and of all below it in a year.
type Arbol struct {
	Ejercicio int         `json:"ejercicio" doc:"Año" example:"2026"`
	Corte     fecha.Fecha `json:"corte,omitzero" doc:"Último cierre trimestral informado" example:"2026-06-30"`
	// Esperados are the programmes that the functions ask for, those of the
	// regional coordination once per OOAD.
	Esperados int                    `json:"esperados" doc:"Programas que piden las funciones" example:"71"`
	Abiertos  int                    `json:"abiertos" doc:"Programas abiertos" example:"37"`
	Estados   map[tramite.Estado]int `json:"por_estado" doc:"Cuántos en cada estado"`
	Por       map[Falta]int          `json:"por_falta" doc:"Cuánto falta de cada cosa"`
	// Pendientes gathers what is missing at every level.
	Pendientes []Pendiente `json:"pendientes" doc:"Lo que falta en cada nivel"`
	// SinPrograma are the units of the line that no function makes have one.
	SinPrograma []doe.ClaveUnidad `json:"sin_programa" doc:"Unidades de la línea que ninguna función obliga a tener programa propio"`
	Raiz        Nodo              `json:"raiz" doc:"Programa de la unidad, con los que integra"`
}

// Pregunta asks for the tree of a unit.
type Pregunta struct {
	Ejercicio int
	Unidad    doe.ClaveUnidad
	// OOAD is of a regional unit.
	OOAD doe.OOAD
	Hoy  fecha.Fecha
	Paso plan.Paso
}

// Armar tells the tree of a year from its programmes; those cancelled do not
// count. The cut is the last quarter closed that some of them reported: who
// did not report it shows with what it last told.
func Armar(c *doe.Catalogo, cs *plazo.Calendarios, ps []Programa, q Pregunta) Arbol {
	a := armador{c: c, entonces: Estructura(c, q.Ejercicio), cs: cs, q: q, m: FilasEn(c, q.Ejercicio), folios: map[string]*Programa{}, claves: map[string][]*Programa{}}
	for i := range ps {
		p := &ps[i]
		if p.Ejercicio == q.Ejercicio && p.Estado != Cancelado {
			fila, _ := a.m.fila(c, p)
			k := Clave(fila.Unidad, p.OOAD, p.Ejercicio)
			a.folios[p.Folio], a.claves[k] = p, append(a.claves[k], p)
		}
	}
	a.out = Arbol{Ejercicio: q.Ejercicio, Estados: map[tramite.Estado]int{}, Por: map[Falta]int{}, Pendientes: []Pendiente{}, SinPrograma: []doe.ClaveUnidad{}}
	a.out.Corte = a.corte()
	for _, u := range a.m.SinPrograma(a.entonces) {
		if u == q.Unidad || slices.Contains(a.entonces.Superiores(u), q.Unidad) {
			a.out.SinPrograma = append(a.out.SinPrograma, u)
		}
	}
	a.out.Raiz = a.nodos(q.Unidad, q.OOAD, nil, nil)[0]
	return a.out
}

type armador struct {
	c, entonces *doe.Catalogo // today's, and that of the year's first day
	cs          *plazo.Calendarios
	q           Pregunta
	m           Matriz
	folios      map[string]*Programa
	// claves are those of a row: more than one when the units that they were
	// opened for joined before the year began.
	claves map[string][]*Programa
	out    Arbol
}

// corte is the last quarter closed that some programme of the line reported.
func (a *armador) corte() fecha.Fecha {
	var out fecha.Fecha
	for _, p := range a.folios {
		deLaLinea := p.De() == a.q.Unidad || slices.Contains(a.entonces.Superiores(p.De()), a.q.Unidad)
		for _, i := range p.Informes {
			if h := i.Trimestre.Hasta(); deLaLinea && h.Before(a.q.Hoy) && h.After(out) {
				out = h
			}
		}
	}
	return out
}

// nodos tells the programmes of a row, or that it has none.
func (a *armador) nodos(u doe.ClaveUnidad, o doe.OOAD, padre *Programa, b *bosque) []Nodo {
	ps := a.claves[Clave(u, central(o), a.q.Ejercicio)]
	if len(ps) == 0 {
		ps = []*Programa{nil}
	}
	out := make([]Nodo, len(ps))
	for i, p := range ps {
		out[i] = a.nodo(u, o, p, padre, b)
	}
	return out
}

// nodo tells a unit's programme; padre and b are the one above, when it takes
// this one in, with all that it integrates.
func (a *armador) nodo(u doe.ClaveUnidad, o doe.OOAD, p, padre *Programa, b *bosque) Nodo {
	n := Nodo{OOAD: o, Autoriza: []doe.ClaveUnidad{}, Serie: plan.Serie{Puntos: []plan.Punto{}}, Pronostico: plan.Serie{}.Pronostico()}
	n.Fila, _ = a.m.De(u)
	unidad, _ := a.entonces.Unidad(u)
	n.Nombre = unidad.Nombre
	for _, q := range a.c.Quienes(doe.Ambito{Alcance: doe.Linea, Guardian: u, Rama: doe.Raiz}, autoriza) {
		n.Autoriza = append(n.Autoriza, q.Unidad)
	}
	a.out.Esperados++
	if p == nil {
		a.falta(&n, Pendiente{Falta: SinAbrir, Toca: a.hoy(n.Elabora)})
		a.hijos(&n, nil, nil)
		return n
	}
	a.out.Abiertos++
	a.out.Estados[p.Estado]++
	n.Folio, n.Estado, n.Version, n.Original, n.Faltantes = p.Folio, p.Estado, p.VersionVigente(), p.Original, p.Faltantes
	switch {
	case padre == nil && p.IntegradoEn != nil: // the root asked for, under another
		n.integrar(p, p.IntegradoEn.Peso, p.IntegradoEn.Version)
	case padre != nil:
		if x := padre.integrado(p.Folio); x != nil {
			n.integrar(p, x.Peso, x.Version)
		}
	}
	if !n.Integrado || b == nil {
		b = reunir(p, func(folio string) *Programa { return a.folios[folio] })
	}
	a.marcha(&n, p, b)
	a.pasos(&n, p, padre)
	a.hijos(&n, p, b)
	return n
}

// hoy is who answers today for what a unit did.
func (a *armador) hoy(u doe.ClaveUnidad) doe.ClaveUnidad {
	s, _ := a.c.Sucesora(u)
	return s
}

func central(o doe.OOAD) doe.OOAD {
	if o == "" {
		return doe.NivelCentral
	}
	return o
}

func (a *armador) falta(n *Nodo, x Pendiente) {
	x.Unidad, x.OOAD = n.Unidad, n.OOAD
	n.Faltan = append(n.Faltan, x)
	a.out.Pendientes = append(a.out.Pendientes, x)
	a.out.Por[x.Falta]++
}

// integrar tells how the programme above takes this one in.
func (n *Nodo) integrar(p *Programa, peso cantidad.Centesimas, version int) {
	n.Integrado, n.Peso, n.VersionInt = true, peso, version
	if v := p.VersionVigente(); version > 0 && version < v {
		n.Cambios = legibles(plan.Comparar(p.Versiones[version-1], p.Versiones[v-1]))
	}
}

// marcha tells what was due and done, delays and forecast.
func (a *armador) marcha(n *Nodo, p *Programa, b *bosque) {
	n.Serie = plan.NuevaSerie(p.Inicio(), p.Fin(), a.out.Corte, a.q.Paso,
		func(d fecha.Fecha) cantidad.Centesimas { return b.al(d, false)[p.Folio] },
		func(d fecha.Fecha) cantidad.Centesimas { return b.al(d, true)[p.Folio] })
	if x, tarde := n.Serie.Atraso(); tarde {
		n.Atraso = &x
	}
	n.Pronostico = n.Serie.Pronostico()
	if !a.out.Corte.IsZero() {
		n.Atrasadas = plan.Marcha{Inicio: p.Inicio(), Fin: p.Fin(), Lineas: p.Lineas, Cortes: p.Cortes()}.Atrasadas(a.out.Corte)
	}
	if !p.Autorizada() {
		return
	}
	for _, t := range p.Trimestres() {
		e := Entrega{Trimestre: t.String(), Vence: p.VenceInforme(t, a.cs)}
		if i, ok := p.Informe(t); ok {
			e.Entregado, e.Tarde, e.Devuelto, e.Revisado = i.Dia, i.Tarde, i.Devuelto(), i.Revision != nil && i.Revision.Conforme
		}
		n.Informes = append(n.Informes, e)
		if !t.Hasta().Before(a.q.Hoy) || !p.Debe(t) {
			continue
		}
		x := Pendiente{Falta: SinInforme, Trimestre: t.String(), Toca: a.hoy(p.Elabora)}
		if e.Vence.Before(a.q.Hoy) {
			x.Vencio = e.Vence
		}
		a.falta(n, x)
	}
}

// VenceInforme is the day on which the report of a quarter is, or was, due;
// none before the programme is under way.
func (p Programa) VenceInforme(t plan.Periodo, cs *plazo.Calendarios) fecha.Fecha {
	for i := len(p.Relojes) - 1; i >= 0; i-- {
		if k := p.Relojes[i]; k.Plazo == PlazoInforme && k.Clave == t.String() {
			v, _ := k.Vence(cs, string(p.OOAD.Organo()))
			return v
		}
	}
	return fecha.Fecha{}
}

// pasos tells whose turn it is before the programme is authorised.
func (a *armador) pasos(n *Nodo, p, padre *Programa) {
	elabora := a.hoy(p.Elabora)
	superior, _ := a.c.Superior(elabora)
	switch p.Estado {
	case EnElaboracion:
		a.falta(n, Pendiente{Falta: SinPresentar, Toca: elabora})
	case Observado:
		a.falta(n, Pendiente{Falta: SinAtender, Toca: elabora})
	case Presentado:
		a.falta(n, Pendiente{Falta: SinValidar, Toca: superior})
	case Validado:
		if len(n.Autoriza) > 0 {
			a.falta(n, Pendiente{Falta: SinAutorizar, Toca: n.Autoriza[0]})
		}
	}
	arriba, hay := a.m.De(n.Integra)
	switch {
	case !hay || !p.Vale():
	case !n.Integrado && p.Estado != Cerrado:
		a.falta(n, Pendiente{Falta: SinIntegrar, Toca: a.hoy(arriba.Elabora)})
	case n.Integrado && n.VersionInt != n.Version:
		a.falta(n, Pendiente{Falta: OtraVersion, Toca: a.hoy(arriba.Elabora)})
	}
}

// hijos tells the programmes that one takes in, or should.
func (a *armador) hijos(n *Nodo, p *Programa, b *bosque) {
	for _, u := range a.m.Integradas(n.Unidad) {
		for _, o := range ambitos(a.c, u) {
			n.Hijos = append(n.Hijos, a.nodos(u, o, p, b)...)
		}
	}
}

// ambitos lists the bodies in which a unit has a programme; for a unit of the
// centre, the one empty.
func ambitos(c *doe.Catalogo, u doe.ClaveUnidad) []doe.OOAD {
	if !u.Regional() {
		return []doe.OOAD{""}
	}
	var out []doe.OOAD
	for _, o := range c.Organos(doe.OrganoOOAD) {
		out = append(out, o.OOAD)
	}
	return out
}
