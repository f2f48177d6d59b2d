package api

import (
	"slices"
	"sync"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Hueco is a facultad that no function grants, with what was decided of it.
type Hueco struct {
	Facultad    doe.Facultad      `json:"facultad" doc:"Facultad que nadie tiene" example:"siade.clasificacion:supervisar"`
	Titular     []doe.ClaveUnidad `json:"titular" doc:"Unidades que deberían tenerla; vacío deja el caso a la regla general"`
	Basta       []doe.Facultad    `json:"basta" doc:"Facultades que bastan en su lugar"`
	Contraparte bool              `json:"contraparte" doc:"Si corresponde a una contraparte ajena a las unidades" example:"false"`
	Nombrada    bool              `json:"nombrada" doc:"Si lo hace la propia unidad que el acto nombra" example:"false"`
	Regional    doe.Facultad      `json:"regional,omitempty" doc:"Facultad sobre la que lo hace la coordinación del OOAD en lo suyo"`
	Politica    doe.ClavePolitica `json:"politica,omitempty" doc:"Política del manual que lo respalda" example:"caood-5.7"`
	Nota        string            `json:"nota" doc:"Razón"`
	Actos       []ActoDe          `json:"actos" doc:"Actos que la piden"`
	Decide      []Caida           `json:"decide" doc:"En quién recae, según la unidad que guarde el expediente"`
}

// Caida says to whom a hole falls.
type Caida struct {
	Unidad     doe.ClaveUnidad    `json:"unidad,omitempty" doc:"Unidad que lo hace; vacía si es una contraparte, o si es cada unidad que guarda el expediente o su superior" example:"doe-7.1.5"`
	Via        doe.Via            `json:"via" validate:"oneof=titular nombrada elabora participa superior regional contraparte" doc:"Por qué le corresponde" example:"titular"`
	Razon      string             `json:"razon" doc:"La vía, en palabras" example:"el catálogo de huecos recomienda que lo tenga"`
	Funciones  []doe.ClaveFuncion `json:"funciones" doc:"Función residual en que se funda" example:"[\"doe-7.1.5/20\"]"`
	Guardianas []doe.ClaveUnidad  `json:"guardianas" doc:"Unidades que guardan los expedientes de que se trata"`
}

// ActoJerarquico is an act that rests on hierarchy alone.
type ActoJerarquico struct {
	Tramite    string         `json:"tramite" doc:"Nombre del trámite" example:"campana"`
	Acto       string         `json:"acto" doc:"Nombre del acto" example:"validar"`
	Facultades []doe.Facultad `json:"facultades" doc:"Facultades que pide, de las que ninguna unidad de la línea tiene alguna"`
	Siempre    bool           `json:"siempre" doc:"Si es así con cualquier unidad que guarde el expediente" example:"true"`
	Huecos     []HuecoDeActo  `json:"huecos" doc:"El hueco, quién decide y la razón"`
}

// HuecoDeActo is a hole that an act falls into.
type HuecoDeActo struct {
	Facultad doe.Facultad `json:"facultad" doc:"Facultad que nadie de la línea tiene" example:"comunicacion.campanas:validar"`
	Nota     string       `json:"nota,omitempty" doc:"Razón que consta en el catálogo de huecos; falta si rige la regla general"`
	Decide   []Caida      `json:"decide" doc:"En quién recae"`
}

// deHuecos is what follows from a catalog and the trámites alone.
type deHuecos struct {
	cat         *doe.Catalogo
	jerarquicos []ActoJerarquico
	huecos      []Hueco
}

// memoria keeps what was computed of the catalog in force.
type memoria struct {
	sync.Mutex
	deHuecos
}

// delCatalogo computes it once per catalog.
func (s *Servidor) delCatalogo(cat *doe.Catalogo) deHuecos {
	s.huecosDe.Lock()
	defer s.huecosDe.Unlock()
	if s.huecosDe.cat != cat {
		s.huecosDe.deHuecos = deHuecos{cat, jerarquicos(cat, s.mesa), s.huecos(cat)}
	}
	return s.huecosDe.deHuecos
}

// jerarquicos lists the acts that rest on hierarchy alone, for some keeper.
func jerarquicos(cat *doe.Catalogo, m *tramite.Mesa) []ActoJerarquico {
	out := []ActoJerarquico{}
	for _, t := range m.Tramites() {
		d := t.Definicion()
		for _, a := range d.Actos {
			if len(a.Facultades) == 0 {
				continue
			}
			if x := jerarquico(cat, d, a); len(x.Huecos) > 0 {
				out = append(out, x)
			}
		}
	}
	return out
}

// jerarquico says where an act rests on hierarchy alone.
func jerarquico(cat *doe.Catalogo, d *tramite.Resumen, a tramite.DefActo) ActoJerarquico {
	x := ActoJerarquico{Tramite: d.Nombre, Acto: a.Nombre, Facultades: a.Facultades, Siempre: true}
	for _, g := range cat.Unidades() {
		if !cat.EnLinea(d.Rama, g.Clave) {
			continue
		}
		c, cae := cat.Cae(doe.Ambito{Alcance: a.Alcance, Guardian: g.Clave, Rama: d.Rama}, a.Facultades)
		if !cae || c.Unidad == "" {
			x.Siempre = false
			continue
		}
		x.sumar(cat, c)
	}
	return x
}

func (x *ActoJerarquico) sumar(cat *doe.Catalogo, c doe.Desenlace) {
	i := slices.IndexFunc(x.Huecos, func(h HuecoDeActo) bool { return h.Facultad == c.Hueco.Facultad })
	if i < 0 {
		i = len(x.Huecos)
		x.Huecos = append(x.Huecos, HuecoDeActo{Facultad: c.Hueco.Facultad, Nota: c.Hueco.Nota, Decide: []Caida{}})
	}
	x.Huecos[i].Decide = caer(x.Huecos[i].Decide, cat, c)
}

// caer adds an outcome to those of its hole: the keepers of one go together.
func caer(cs []Caida, cat *doe.Catalogo, d doe.Desenlace) []Caida {
	i := slices.IndexFunc(cs, func(c Caida) bool { return c.Unidad == d.Unidad && c.Via == d.Via })
	if i < 0 {
		i = len(cs)
		c := Caida{Unidad: d.Unidad, Via: d.Via, Razon: d.Via.Explica(), Funciones: []doe.ClaveFuncion{}}
		if f := cat.Residual(d.Unidad); f != "" && d.Via != doe.ViaRegional {
			c.Funciones = append(c.Funciones, f)
		}
		cs = append(cs, c)
	}
	cs[i].Guardianas = append(cs[i].Guardianas, d.Guardianas...)
	return cs
}

// huecos lists every hole with what was decided of it and the acts that ask
// for it.
func (s *Servidor) huecos(cat *doe.Catalogo) []Hueco {
	piden := map[doe.Facultad][]ActoDe{}
	for _, t := range s.mesa.Tramites() {
		for _, a := range t.Definicion().Actos {
			for _, f := range a.Facultades {
				piden[f] = append(piden[f], ActoDe{t.Definicion().Nombre, a.Nombre})
			}
		}
	}
	out, lugar := []Hueco{}, map[doe.Facultad]int{}
	for i, h := range cat.Huecos() {
		lugar[h.Facultad] = i
		out = append(out, Hueco{
			Facultad: h.Facultad, Titular: append([]doe.ClaveUnidad{}, h.Titular...), Basta: append([]doe.Facultad{}, h.Basta...), Contraparte: h.Contraparte,
			Nombrada: h.Nombrada, Regional: h.Regional, Politica: h.Politica, Nota: h.Nota, Actos: append([]ActoDe{}, piden[h.Facultad]...), Decide: []Caida{},
		})
	}
	for _, d := range cat.Desenlaces() {
		h := &out[lugar[d.Hueco.Facultad]]
		h.Decide = caer(h.Decide, cat, d)
	}
	return out
}
