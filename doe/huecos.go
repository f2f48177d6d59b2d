package doe

import "slices"

// Via is the way by which a hole falls to a unit.
type Via string

// The ways.
const (
	// ViaTitular: the catalog recommends a holder.
	ViaTitular Via = "titular"
	// ViaNombrada: the unit that the act names does it itself.
	ViaNombrada Via = "nombrada"
	// ViaElabora: the superior of who elaborates or proposes on the capability.
	ViaElabora Via = "elabora"
	// ViaParticipa: the superior of who holds any act on the capability.
	ViaParticipa Via = "participa"
	// ViaSuperior: the superior of who keeps the record.
	ViaSuperior Via = "superior"
	// ViaRegional: the regional coordination does it on its nearest facultad.
	ViaRegional Via = "regional"
	// ViaContraparte: it belongs to someone outside the units.
	ViaContraparte Via = "contraparte"
)

// Desenlace says to whom a hole falls when any of some units keeps the record.
type Desenlace struct {
	Hueco Hueco `json:"hueco"`
	// Unidad is who does it; empty by [ViaContraparte], and by [ViaNombrada]
	// and [ViaSuperior], where it is each keeper or its superior.
	Unidad     ClaveUnidad   `json:"unidad,omitempty"`
	Via        Via           `json:"via"`
	Guardianas []ClaveUnidad `json:"guardianas"`
}

// Desenlaces is what becomes of every hole of the catalog, whichever unit
// keeps the record: the report for the next edition of the manual. A hole
// falls to the holder that the catalog recommends, if it is in the keeper's
// line; else to the superior of the unit of that line that elaborates or
// proposes on the capability; else to the superior of the one that holds any
// act of it; else to the superior of the keeper. Of several units equally near
// the keeper it is their common superior; nothing goes beyond the directorate.
func (c *Catalogo) Desenlaces() []Desenlace {
	var out []Desenlace
	for _, h := range c.huecos {
		desde := len(out)
		for g, u := range c.unidades {
			quien, via := c.desenlace(&h, g)
			i := desde
			for i < len(out) && (out[i].Unidad != quien || out[i].Via != via) {
				i++
			}
			if i == len(out) {
				out = append(out, Desenlace{Hueco: h.copia(), Unidad: quien, Via: via})
			}
			out[i].Guardianas = append(out[i].Guardianas, u.Clave)
		}
	}
	return out
}

// Cae says to whom an act that takes any one of fs falls, on the records of
// a.Guardian, when no unit of the line holds one of them nor one that suffices;
// false when some does. The hole is known by its facultad alone where the
// catalog has no note on it.
func (c *Catalogo) Cae(a Ambito, fs []Facultad) (Desenlace, bool) {
	l, ok := c.lugar(a)
	if !ok || len(fs) == 0 || c.hayTitular(l, fs) {
		return Desenlace{}, false
	}
	for i := range c.unidades {
		if _, ok := c.suficiente(l, i, fs); ok {
			return Desenlace{}, false
		}
	}
	u, f, via := c.cae(l, fs)
	d := Desenlace{Hueco: Hueco{Facultad: f}, Via: via, Guardianas: []ClaveUnidad{a.Guardian}}
	if h := c.porHueco[f]; h != nil {
		d.Hueco = h.copia()
	}
	if u >= 0 {
		d.Unidad = c.unidades[u].Clave
	}
	return d, true
}

func (c *Catalogo) desenlace(h *Hueco, guardian int) (ClaveUnidad, Via) {
	l := lugar{alcance: Linea, guardian: guardian, linea: guardian}
	if c.regional(l, h) {
		return CAOOD, ViaRegional
	}
	u, _, via := c.cae(l, []Facultad{h.Facultad})
	if via == ViaContraparte || via == ViaNombrada || via == ViaSuperior {
		return "", via
	}
	return c.unidades[u].Clave, via
}

// cae gives the unit that a hole falls to and for which of fs: a recommended
// holder first, then the general rule; -1 when it is a counterpart's, the
// regional coordination's, or nobody's.
func (c *Catalogo) cae(l lugar, fs []Facultad) (int, Facultad, Via) {
	for _, f := range fs {
		h := c.porHueco[f]
		if h == nil {
			continue
		}
		switch {
		case c.regional(l, h):
			return -1, f, ViaRegional
		case h.Nombrada && l.guardian >= 0:
			return l.guardian, f, ViaNombrada
		}
		if u := c.titularCercano(l, h); u >= 0 {
			return u, f, ViaTitular
		}
	}
	for _, f := range fs {
		j, ok := c.iFacultad[f]
		if h := c.porHueco[f]; !ok || h != nil && c.deContraparte(l, h) {
			continue
		}
		u, via := c.porJerarquia(l, j/c.nActo)
		return u, f, via
	}
	return -1, "", ViaContraparte
}

// deContraparte says whether the hole is a counterpart's, for every record or
// for those of this keeper.
func (c *Catalogo) deContraparte(l lugar, h *Hueco) bool {
	return h.Contraparte || l.guardian >= 0 && slices.Contains(h.ContraparteDe, c.unidades[l.guardian].Clave)
}

// titularCercano is the recommended holder that takes a hole, the first listed
// of several equally near, -1 if none is in the line.
func (c *Catalogo) titularCercano(l lugar, h *Hueco) int {
	mejor, cerca := -1, 0
	for _, k := range h.Titular {
		u := c.iUnidad[k]
		if !c.enLinea(l.linea, u) {
			continue
		}
		if d := c.lejania(l.desde(), u); mejor < 0 || d < cerca {
			mejor, cerca = u, d
		}
	}
	return mejor
}

// lejania ranks recommended holders: those above the keeper by distance, then
// the keeper itself, then the rest by distance.
func (c *Catalogo) lejania(guardian, u int) int {
	d := c.distancia(guardian, u)
	if u == guardian || !c.sobre(u, guardian) {
		d += len(c.unidades)
	}
	return d
}

// desde is the unit that nearness is measured from.
func (l lugar) desde() int {
	if l.guardian >= 0 {
		return l.guardian
	}
	return l.linea
}

// porJerarquia applies the general rule for holes on a capability.
func (c *Catalogo) porJerarquia(l lugar, capacidad int) (int, Via) {
	if u := c.superiorDeCercanas(l, c.elaboran[capacidad]); u >= 0 {
		return u, ViaElabora
	}
	if u := c.superiorDeCercanas(l, c.alguna[capacidad]); u >= 0 {
		return u, ViaParticipa
	}
	if l.guardian < 0 {
		return c.raiz, ViaSuperior
	}
	return c.arriba(l.guardian), ViaSuperior
}

// superiorDeCercanas is the nearest common superior of those units of the
// line that are nearest to the keeper, -1 if none is in it.
func (c *Catalogo) superiorDeCercanas(l lugar, us []int) int {
	cerca, comun := -1, -1
	for _, u := range us {
		if !c.enLinea(l.linea, u) {
			continue
		}
		d := c.distancia(l.desde(), u)
		switch {
		case cerca < 0 || d < cerca:
			cerca, comun = d, c.arriba(u)
		case d == cerca:
			for !c.sobre(comun, u) || comun == u && u != c.raiz {
				comun = c.arriba(comun)
			}
		}
	}
	return comun
}
