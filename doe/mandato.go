package doe

import (
	"fmt"
	"slices"

	"github.com/operacion-abierta/operacion/doe/fecha"
)

// ResultadoMandato is the answer to whether a unit may do an act.
type ResultadoMandato string

// The answers.
const (
	// Facultado: it may.
	Facultado ResultadoMandato = "facultada"
	// NoFacultado: it may not, and the answer says who can.
	NoFacultado ResultadoMandato = "no_facultada"
	// Desconocido: the functions of that day are not known.
	Desconocido ResultadoMandato = "desconocido"
)

// ClaseBase tells apart what an act may rest on.
type ClaseBase string

// The bases.
const (
	// BaseExpresa: a function of the unit grants the very facultad.
	BaseExpresa ClaseBase = "expreso"
	// BaseSuficiente: no function grants it, and the catalog says that another
	// facultad of the unit suffices.
	BaseSuficiente ClaseBase = "suficiente"
	// BaseRegional: the regional coordination does it on its nearest facultad,
	// under a policy of its manual.
	BaseRegional ClaseBase = "regional"
	// BaseJerarquica: no unit of the line holds it and it falls to this one,
	// on its residual function.
	BaseJerarquica ClaseBase = "jerarquico"
)

// CitaFuncion is a function as an official letter cites it.
type CitaFuncion struct {
	Funcion ClaveFuncion
	// Manual is the one whose numeral and number are cited.
	Manual  Manual
	Numeral string
	Numero  int
	Resumen string
	// Alcance narrows what it grants, where it does.
	Alcance Alcance
}

// BaseMandato is what an act of a unit rests on.
type BaseMandato struct {
	Clase ClaseBase
	// Facultad is the one exercised, which may not be the one asked for.
	Facultad  Facultad
	Funciones []CitaFuncion
	// Hueco is the hole and Via how it falls to the unit, unless the basis is
	// express. The hole is zero where the catalog has no note on it.
	Hueco Hueco
	Via   Via
	// Politica is the policy that a regional basis also rests on.
	Politica Politica
	// Sobre are the keepers of the records on which it may; any when empty.
	Sobre []ClaveUnidad
	// SuLinea says that Sobre are the unit itself and all those under it.
	SuLinea bool
}

// Capaz is a unit that may, and on what bases.
type Capaz struct {
	Unidad Unidad
	Bases  []BaseMandato
}

// Dictamen is the answer to whether a unit may do an act on a capability on a
// day, with what an official letter needs to cite.
type Dictamen struct {
	Resultado ResultadoMandato
	Unidad    Unidad
	Facultad  Facultad
	// Materia names the capability as a letter would.
	Materia string
	Dia     fecha.Fecha
	// Guardian keeps the record asked about; empty when none was named and the
	// answer depends on none.
	Guardian ClaveUnidad
	// Desde is the first day whose functions are known.
	Desde fecha.Fecha
	// Bases are those of the unit.
	Bases []BaseMandato
	// Quienes are the units that may, when this one may not.
	Quienes []Capaz
	// Contraparte says that it belongs to someone outside the units.
	Contraparte bool
	// Firma says that the head of the unit, a stand-in or a delegate signs it.
	Firma bool
}

// Mandato says whether a unit may do an act on a capability on a day: whether
// some function of it grants it, or else whether it falls to it on the records
// that some unit keeps. The error wraps [ErrDesconocido] when the unit, the
// capability or the act is not in the catalog of that day.
func Mandato(cat *Catalogo, u ClaveUnidad, acto Acto, k Capacidad, dia fecha.Fecha) (Dictamen, error) {
	return dictaminar(cat, u, acto, k, dia, Ambito{})
}

// MandatoEn is [Mandato] about a record: the one that a.Guardian keeps, of an
// act that reaches as a says.
func MandatoEn(cat *Catalogo, u ClaveUnidad, acto Acto, k Capacidad, dia fecha.Fecha, a Ambito) (Dictamen, error) {
	return dictaminar(cat, u, acto, k, dia, a)
}

func dictaminar(cat *Catalogo, u ClaveUnidad, acto Acto, k Capacidad, dia fecha.Fecha, a Ambito) (Dictamen, error) {
	c, f := cat.En(dia), Facultad(string(k)+":"+string(acto))
	d := Dictamen{Facultad: f, Dia: dia, Guardian: a.Guardian, Firma: SeFirma(acto)}
	if !c.Existe(f) {
		return d, fmt.Errorf("%w: facultad %s", ErrDesconocido, f)
	}
	d.Materia = c.capacidades[slices.IndexFunc(c.capacidades, func(x DefCapacidad) bool { return x.Clave == k })].Materia
	for _, x := range []ClaveUnidad{u, a.Guardian} {
		if _, ok := c.iUnidad[x]; !ok && x != "" {
			return d, fmt.Errorf("%w: unit %s", ErrDesconocido, x)
		}
	}
	if d.Unidad = c.unidades[c.iUnidad[u]].Unidad; u == "" {
		return d, fmt.Errorf("%w: no unit", ErrDesconocido)
	}
	for c := c; c != nil; c = c.previo {
		d.Desde = c.desde
	}
	if dia.Before(d.Desde) {
		d.Resultado = Desconocido
		return d, nil
	}
	if d.Bases = c.bases(u, f, a); len(d.Bases) > 0 {
		d.Resultado = Facultado
		return d, nil
	}
	d.Resultado = NoFacultado
	if a.Guardian == "" && len(c.Titulares(f)) == 0 {
		// It depends on who keeps the record: say it of the unit's own.
		d.Guardian, a = u, Ambito{Alcance: Linea, Guardian: u}
	}
	d.Quienes, d.Contraparte = c.capaces(f, a), c.ajeno(f, a)
	return d, nil
}

// SeFirma says whether an act is one that the head of the unit signs: the head
// signs, the staff prepares.
func SeFirma(a Acto) bool { return a == "autorizar" || a == "acordar" || a == "validar" }

// bases are what a unit may do an act on: over one record, or over any. An
// express one covers every record but those its function leaves out.
func (c *Catalogo) bases(u ClaveUnidad, f Facultad, a Ambito) []BaseMandato {
	if a.Guardian != "" {
		if b, ok := c.base(u, f, a); ok {
			return []BaseMandato{b}
		}
		return nil
	}
	if fs := c.Otorga(u, f); !fs.IsZero() {
		return []BaseMandato{{Clase: BaseExpresa, Facultad: f, Funciones: c.citar(fs, f)}}
	}
	var out []BaseMandato
	for _, g := range c.unidades {
		b, ok := c.base(u, f, Ambito{Alcance: Linea, Guardian: g.Clave})
		if !ok {
			continue
		}
		i := slices.IndexFunc(out, func(o BaseMandato) bool {
			return o.Clase == b.Clase && o.Via == b.Via && o.Facultad == b.Facultad
		})
		if i < 0 {
			i, out = len(out), append(out, b)
		}
		out[i].Sobre = append(out[i].Sobre, g.Clave)
	}
	linea := []ClaveUnidad{}
	for _, g := range c.unidades {
		if g.Clave == u || slices.Contains(c.Superiores(g.Clave), u) {
			linea = append(linea, g.Clave)
		}
	}
	for i := range out {
		out[i].SuLinea = slices.Equal(out[i].Sobre, linea)
	}
	return out
}

// base is what a unit may do an act on over the record of a keeper.
func (c *Catalogo) base(u ClaveUnidad, f Facultad, a Ambito) (BaseMandato, bool) {
	fs := []Facultad{f}
	fund, ok := c.Decidir(u, a, fs)
	if !ok {
		return BaseMandato{}, false
	}
	b := BaseMandato{Clase: BaseExpresa, Facultad: fund.Facultad, Funciones: c.citar(fund.Funciones, fund.Facultad)}
	if fund.Tipo == Expreso && fund.Facultad == f {
		return b, true
	}
	if h := c.porHueco[f]; h != nil {
		b.Hueco = h.copia()
	}
	l, _ := c.lugar(a)
	switch {
	case fund.Tipo == Jerarquico:
		b.Clase = BaseJerarquica
		_, _, b.Via = c.cae(l, fs)
	case c.regional(l, c.porHueco[f]):
		b.Clase, b.Via = BaseRegional, ViaRegional
		b.Politica, _ = c.Politica(b.Hueco.Politica)
	default:
		b.Clase = BaseSuficiente
	}
	return b, true
}

// capaces are the units that may: those that a function empowers or, on the
// records of a keeper, also those that it falls to.
func (c *Catalogo) capaces(f Facultad, a Ambito) []Capaz {
	var out []Capaz
	for _, u := range c.unidades {
		if a.Guardian == "" && c.Otorga(u.Clave, f).IsZero() {
			continue
		}
		if bs := c.bases(u.Clave, f, a); len(bs) > 0 {
			out = append(out, Capaz{u.Unidad, bs})
		}
	}
	return out
}

// ajeno says whether a facultad belongs to a counterpart, for the records of
// the keeper named or, when none is, for every one.
func (c *Catalogo) ajeno(f Facultad, a Ambito) bool {
	h := c.porHueco[f]
	l, ok := c.lugar(a)
	if a.Guardian == "" || !ok {
		l = lugar{guardian: -1}
	}
	return h != nil && c.deContraparte(l, h)
}

// citar gives functions as a letter cites them.
func (c *Catalogo) citar(fs Funciones, f Facultad) []CitaFuncion {
	out := []CitaFuncion{}
	for k := range fs.All() {
		x := CitaFuncion{Funcion: k, Numero: k.Numero()}
		_, x.Numeral, _ = cortarClave(k.Unidad())
		for _, m := range c.manuales {
			if m.Clave == c.manualDe(k.Unidad()) {
				x.Manual = m
			}
		}
		if i, ok := c.iFuncion[k]; ok {
			x.Resumen = c.funciones[i].Resumen
			for _, o := range c.funciones[i].Facultades {
				if o.Facultad == f {
					x.Alcance = o.Alcance
				}
			}
		}
		out = append(out, x)
	}
	return out
}
