package indicador

import (
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe/cantidad"
)

// Aporte is the value that one measurement puts in a roll-up.
type Aporte struct {
	Medido  string         `json:"medido" doc:"Clave de a quién se mide" example:"ooad-14"`
	Periodo Periodo        `json:"periodo" doc:"Periodo" example:"2026-T1"`
	Valor   cantidad.Valor `json:"valor" doc:"Valor de la variable" example:"118"`
	Folio   string         `json:"folio" doc:"Folio de la medición"`
}

// VariableAgregada is a variable of the whole, with what it is made of.
type VariableAgregada struct {
	Clave        string          `json:"clave" doc:"Variable" example:"en_plazo"`
	Nombre       string          `json:"nombre" doc:"Qué es"`
	Unidad       string          `json:"unidad" doc:"Unidad de medida" example:"peticiones"`
	EntreOrganos Acumulacion     `json:"entre_organos" doc:"Cómo se agrega entre órganos" example:"suma"`
	EnElTiempo   Acumulacion     `json:"en_el_tiempo" doc:"Cómo se agrega entre periodos" example:"suma"`
	Valor        *cantidad.Valor `json:"valor,omitempty" doc:"Valor del conjunto; falta si no se agrega" example:"354"`
	Aportes      []Aporte        `json:"aportes" doc:"De qué se compone"`
}

// Agregado is the indicator of a whole: recomputed from the variables, never
// an average of results.
type Agregado struct {
	Indicador    string             `json:"indicador" doc:"Folio del indicador"`
	Periodo      Periodo            `json:"periodo" doc:"Periodo; puede abarcar varios de los que se miden" example:"2026"`
	UnidadMedida string             `json:"unidad_medida" doc:"Unidad del resultado" example:"por ciento"`
	Formula      string             `json:"formula" doc:"Fórmula" example:"100 * en_plazo / respondidas"`
	Variables    []VariableAgregada `json:"variables" doc:"Variables del conjunto"`
	Pasos        []Paso             `json:"pasos" doc:"La cuenta, operación por operación"`
	Resultado
	Meta      cantidad.Valor `json:"meta" doc:"Meta que rige al término del periodo" example:"95"`
	Alcanzada bool           `json:"alcanzada" doc:"Si el conjunto alcanza la meta"`
	// NoAgrega lists the variables that cannot be rolled up this way.
	NoAgrega []string `json:"no_agrega" doc:"Variables que por su definición no se agregan"`
	// Completo says whether everybody measured is in it for every period.
	Completo bool           `json:"completo" doc:"Si están todos los medidos en todos los periodos"`
	Faltan   []NoComparable `json:"faltan" doc:"Los que no entran en la cuenta y por qué"`
	Partes   int            `json:"partes" doc:"Cuántas mediciones entran" example:"3"`
}

// Agregar rolls up the validated measurements of a period, or of the shorter
// ones that it has: each variable is first made one in time for each organ and
// then among organs, as its definition says, and the formula is computed once.
func Agregar(i Indicador, p Periodo, ms []Medicion) Agregado {
	a := Agregado{Indicador: i.Folio, Periodo: p, Variables: []VariableAgregada{}, Pasos: []Paso{}, NoAgrega: []string{}, Faltan: []NoComparable{}}
	if i.Ficha == nil {
		return a
	}
	regla := i.Ficha.regla(p)
	a.UnidadMedida, a.Formula, a.Meta = regla.UnidadMedida, regla.Formula, regla.Meta.Valor
	entran := a.reunir(i, ms)
	a.Partes = len(entran)
	a.Completo = len(a.Faltan) == 0 && a.Partes == len(i.Medidos())*p.cuantos(i.Ficha.Frecuencia)
	valores := map[string]cantidad.Valor{}
	for _, v := range regla.Variables {
		x := agregarVariable(v, entran)
		a.Variables = append(a.Variables, x)
		if x.Valor == nil {
			a.NoAgrega = append(a.NoAgrega, v.Clave)
			continue
		}
		valores[v.Clave] = *x.Valor
	}
	a.calificar(regla, valores)
	return a
}

func (a *Agregado) calificar(r Regla, valores map[string]cantidad.Valor) {
	var pasos []Paso
	a.Resultado, pasos = r.Califica(valores)
	a.Pasos = append(a.Pasos, pasos...)
	if a.Valor != nil {
		a.Alcanzada = r.Meta.Alcanzada(r.Sentido, *a.Valor)
	}
}

// reunir takes the measurements that count, in the order of their organs and
// periods, and tells what is missing period by period.
func (a *Agregado) reunir(i Indicador, ms []Medicion) []Medicion {
	var out []Medicion
	for _, p := range a.Periodo.partes(i.Ficha.Frecuencia) {
		entran, fuera := aptas(i, p, ms)
		out = append(out, entran...)
		a.Faltan = append(a.Faltan, fuera...)
	}
	slices.SortStableFunc(out, func(x, y Medicion) int {
		if c := strings.Compare(x.MedidoClave, y.MedidoClave); c != 0 {
			return c
		}
		return x.Periodo.Fin().Compare(y.Periodo.Fin())
	})
	return out
}

// agregarVariable makes one of the values of a variable.
func agregarVariable(v Variable, ms []Medicion) VariableAgregada {
	x := VariableAgregada{Clave: v.Clave, Nombre: v.Nombre, Unidad: v.Unidad, EntreOrganos: v.EntreOrganos, EnElTiempo: v.EnElTiempo, Aportes: []Aporte{}}
	porMedido := [][]cantidad.Valor{}
	for j, m := range ms {
		u, _ := m.Ultima()
		valor, hay := u.valores()[v.Clave]
		if !hay {
			continue
		}
		x.Aportes = append(x.Aportes, Aporte{Medido: m.MedidoClave, Periodo: m.Periodo, Valor: valor, Folio: m.Folio})
		if j == 0 || ms[j-1].MedidoClave != m.MedidoClave || len(porMedido) == 0 {
			porMedido = append(porMedido, nil)
		}
		n := len(porMedido) - 1
		porMedido[n] = append(porMedido[n], valor)
	}
	var entre []cantidad.Valor
	for _, vs := range porMedido {
		uno, ok := v.EnElTiempo.acumular(vs)
		if !ok {
			return x
		}
		entre = append(entre, uno)
	}
	if todo, ok := v.EntreOrganos.acumular(entre); ok {
		x.Valor = &todo
	}
	return x
}

// acumular makes one of several values in order; one alone needs no way.
func (a Acumulacion) acumular(vs []cantidad.Valor) (cantidad.Valor, bool) {
	switch {
	case len(vs) == 0:
		return 0, false
	case len(vs) == 1:
		return vs[0], true
	}
	switch a {
	case Suma:
		var n cantidad.Valor
		for _, v := range vs {
			n += v
		}
		return n, true
	case Ultimo:
		return vs[len(vs)-1], true
	case Maximo:
		return slices.Max(vs), true
	case Minimo:
		return slices.Min(vs), true
	}
	return 0, false
}
