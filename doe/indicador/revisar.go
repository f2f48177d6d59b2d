package indicador

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plan"
)

// revisarFicha tells every fault of a definition.
func revisarFicha(e Ficha, cat *doe.Catalogo, hoy fecha.Fecha, f *falla.Fallas) {
	revisarVariables(e.Variables, f)
	revisarFormula(e, f)
	revisarBase(e.LineaBase, hoy, f)
	revisarMetas(e, f)
	revisarMedidos(e.Medidos, cat, f)
}

func revisarVariables(vs []Variable, f *falla.Fallas) {
	vistas := map[string]bool{}
	for i, v := range vs {
		camino := fmt.Sprintf("body.variables[%d].", i)
		f.Si(!esVariable(v.Clave) || vistas[v.Clave], VariableMal, camino+"clave")
		vistas[v.Clave] = true
		if v.Clase == Razon {
			f.Si(v.EntreOrganos == Suma, RazonNoSuma, camino+"entre_organos")
			f.Si(v.EnElTiempo == Suma, RazonNoSuma, camino+"en_el_tiempo")
		}
	}
}

// porCausa gives the rule that each fault of a formula breaks.
var porCausa = map[CausaFormula]falla.Regla{
	FormulaSintaxis: SintaxisMal, FormulaNoPermite: ConstruccionAjena, VariableDesconocida: VariableAjena,
	FormulaTipo: TipoMal, FormulaDivideCero: CeroFijo,
}

func revisarFormula(e Ficha, f *falla.Fallas) {
	_, err := Compile(e.Formula, e.claves())
	var fs ErrFormula
	if !errors.As(err, &fs) {
		return
	}
	for _, x := range fs {
		switch r, ok := porCausa[x.Causa]; {
		case ok:
			*f = append(*f, r.Rota("body.formula", x.Posicion))
		case x.Causa == VariableSinUso:
			*f = append(*f, VariableOciosa.Rota(fmt.Sprintf("body.variables[%d].clave", x.Variable)))
		default:
			*f = append(*f, FormulaExcesiva.Rota("body.formula"))
		}
	}
}

func excede(v cantidad.Valor) bool { return v > cantidad.MaxValor || v < -cantidad.MaxValor }

func revisarBase(b Base, hoy fecha.Fecha, f *falla.Fallas) {
	f.Si(b.Fecha.After(hoy), LineaBaseFutura, "body.linea_base.fecha")
	f.Si(excede(b.Valor), ValorExcesivo, "body.linea_base.valor")
}

func revisarMetas(e Ficha, f *falla.Fallas) {
	antes := Meta{Fecha: e.LineaBase.Fecha, Valor: e.LineaBase.Valor}
	for i, m := range e.Metas {
		camino := fmt.Sprintf("body.metas[%d]", i)
		f.Si(!m.Fecha.After(antes.Fecha), MetasSinOrden, camino+".fecha")
		f.Si(excede(m.Valor), ValorExcesivo, camino+".valor")
		f.Si(e.Sentido != plan.Mantener && (i == 0 && !e.Sentido.Mejora(m.Valor, antes.Valor) || e.Sentido.Mejora(antes.Valor, m.Valor)), MetaSinMejora, camino+".valor")
		f.Si(!m.ordenada(e.Sentido), UmbralMal, camino+".umbral")
		antes = m
	}
}

// ordenada says whether the thresholds are in the order of the direction and
// ask no more than the target.
func (m Meta) ordenada(s plan.Sentido) bool {
	u := m.Umbral
	switch {
	case excede(u.Verde) || excede(u.Amarillo):
		return false
	case s == plan.Ascendente:
		return u.Amarillo < u.Verde && u.Verde <= m.Valor
	case s == plan.Descendente:
		return u.Amarillo > u.Verde && u.Verde >= m.Valor
	}
	return 0 <= u.Verde && u.Verde < u.Amarillo
}

// operativos are the beginnings of the keys of operating organs, which the
// catalog does not list.
var operativos = []string{"jefatura-", "subdelegacion-", "unidad-", "grupo-"}

// medible says whether somebody can be measured, by the catalog.
func medible(m Medido, cat *doe.Catalogo) bool {
	if m.Unidad != "" {
		_, hay := cat.Unidad(m.Unidad)
		_, err := doe.ParseOOAD(string(m.OOAD))
		return hay && m.Organo == "" && m.Unidad.Regional() == (err == nil) && (m.OOAD == "" || err == nil)
	}
	if o, hay := cat.Organo(m.Organo); hay {
		return o.Tipo != doe.OrganoFederal && (m.OOAD == "" || m.OOAD == o.OOAD)
	}
	_, err := doe.ParseOOAD(string(m.OOAD))
	_, mal := doe.ParseClaveOrgano(string(m.Organo))
	return err == nil && mal == nil && slices.ContainsFunc(operativos, func(p string) bool { return strings.HasPrefix(string(m.Organo), p) })
}

func revisarMedidos(ms []Medido, cat *doe.Catalogo, f *falla.Fallas) {
	vistos := map[string]bool{}
	for i, m := range ms {
		camino := fmt.Sprintf("body.medidos[%d]", i)
		f.Si(!medible(m, cat), MedidoMal, camino)
		f.Si(vistos[m.Clave()], MedidoRepetido, camino)
		vistos[m.Clave()] = true
	}
}

// nombreDe is how the catalog calls somebody measured; its key when it does
// not know it.
func nombreDe(m Medido, cat *doe.Catalogo) string {
	k := m.Clave()
	if o, hay := cat.Organo(doe.ClaveOrgano(k)); hay {
		return o.Nombre
	}
	if u, hay := cat.Unidad(m.Unidad); hay {
		return u.Nombre
	}
	return k
}
