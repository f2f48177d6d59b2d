package doe

// Ambito says whose record an act touches.
type Ambito struct {
	// Alcance is the reach that the act declares.
	Alcance Alcance
	// Guardian is the unit of the record that the act names: who keeps it,
	// evaluates it, validates it…
	Guardian ClaveUnidad
	// Rama is the unit whose branch owns the trámite, for [Nacional] acts;
	// the whole directorate when empty.
	Rama ClaveUnidad
}

// Facultada is a unit that may do an act and why.
type Facultada struct {
	Unidad     ClaveUnidad    `json:"unidad"`
	Facultad   Facultad       `json:"facultad"`
	Funciones  Funciones      `json:"funciones"`
	Fundamento TipoFundamento `json:"fundamento"`
}

// lugar is an [Ambito] by numbers; -1 where there is no unit.
type lugar struct {
	alcance  Alcance
	guardian int
	// linea is the unit whose line is looked in for holders and holes.
	linea int
}

func (c *Catalogo) lugar(a Ambito) (lugar, bool) {
	l := lugar{alcance: a.Alcance, guardian: -1, linea: -1}
	switch a.Alcance {
	case Propia, Inmediata, Inferior, Linea, Nacional:
	default:
		return l, false
	}
	if a.Guardian != "" {
		g, ok := c.lugarDe(a.Guardian)
		if !ok {
			return l, false
		}
		l.guardian, l.linea = g, g
	}
	if a.Alcance == Nacional {
		rama := a.Rama
		if rama == "" {
			rama = c.unidades[c.raiz].Clave
		}
		r, ok := c.lugarDe(rama)
		if !ok {
			return l, false
		}
		l.linea = r
	}
	return l, true
}

// lugarDe is the number of a unit or, when it ended, of who answers for it.
func (c *Catalogo) lugarDe(k ClaveUnidad) (int, bool) {
	i, ok := c.iUnidad[k]
	if !ok && len(c.sucesoras) > 0 {
		k, _ = c.Sucesora(k)
		i, ok = c.iUnidad[k]
	}
	return i, ok
}

// dentro says whether unit u is within the reach of an act.
func (c *Catalogo) dentro(l lugar, u int) bool {
	switch {
	case l.linea < 0: // nobody keeps it: the directorate
		return u == c.raiz
	case l.alcance == Linea, l.alcance == Nacional:
		return c.enLinea(l.linea, u)
	}
	return l.alcance.permite(c.relacion(u, l.guardian))
}

// Decidir says whether unit u may do an act that takes any one of fs, and on
// what basis: the first of fs that a function of u grants within the reach;
// where no unit of the line holds any, a facultad that the catalog says
// suffices; else by hierarchy, if the hole falls to u (rules of [Catalogo.Desenlaces]).
func (c *Catalogo) Decidir(u ClaveUnidad, a Ambito, fs []Facultad) (Fundamento, bool) {
	i, ok := c.iUnidad[u]
	l, bien := c.lugar(a)
	if !ok || !bien {
		return Fundamento{}, false
	}
	if c.dentro(l, i) {
		if f, ok := c.expreso(l, i, fs); ok {
			return f, true
		}
	}
	if c.hayTitular(l, fs) {
		return Fundamento{}, false
	}
	if f, ok := c.suficiente(l, i, fs); ok {
		return f, true
	}
	v, f, _ := c.cae(l, fs)
	if v != i {
		return Fundamento{}, false
	}
	return Fundamento{Tipo: Jerarquico, Facultad: f, Funciones: c.residuales[i]}, true
}

// Quienes lists the units that may do an act, in the order of the manuals.
func (c *Catalogo) Quienes(a Ambito, fs []Facultad) []Facultada {
	var out []Facultada
	for _, u := range c.unidades {
		if f, ok := c.Decidir(u.Clave, a, fs); ok {
			out = append(out, Facultada{u.Clave, f.Facultad, f.Funciones, f.Tipo})
		}
	}
	return out
}

// expreso is the first of fs that u holds over the keeper's records.
func (c *Catalogo) expreso(l lugar, u int, fs []Facultad) (Fundamento, bool) {
	r := c.relacion(u, l.guardian)
	for _, f := range fs {
		if j, ok := c.iFacultad[f]; ok {
			if g := c.en(u, j, r); !g.IsZero() {
				return Fundamento{Tipo: Expreso, Facultad: f, Funciones: g}, true
			}
		}
	}
	return Fundamento{}, false
}

// hayTitular says whether some unit of the line holds one of fs.
func (c *Catalogo) hayTitular(l lugar, fs []Facultad) bool {
	for _, f := range fs {
		j, ok := c.iFacultad[f]
		if !ok {
			continue
		}
		for _, u := range c.titulares[j] {
			if c.enLinea(l.linea, u) && !c.en(u, j, c.relacion(u, l.guardian)).IsZero() {
				return true
			}
		}
	}
	return false
}

// suficiente is what the catalog lets u do a hole on: the regional facultad of
// the records that [CAOOD] keeps, or one that suffices.
func (c *Catalogo) suficiente(l lugar, u int, fs []Facultad) (Fundamento, bool) {
	dentro := c.dentro(l, u)
	for _, f := range fs {
		h := c.porHueco[f]
		if h == nil {
			continue
		}
		if c.regional(l, h) {
			if u != l.guardian {
				continue
			}
			g := c.en(u, c.iFacultad[h.Regional], misma)
			return Fundamento{Tipo: Expreso, Facultad: h.Regional, Funciones: g, Documento: h.cita}, true
		}
		if dentro {
			if b, ok := c.expreso(l, u, h.Basta); ok {
				return b, true
			}
		}
	}
	return Fundamento{}, false
}

// regional says whether [CAOOD] does the act itself (rule of the manual's
// policies): then no one else does.
func (c *Catalogo) regional(l lugar, h *Hueco) bool {
	return h.Regional != "" && l.guardian >= 0 && c.unidades[l.guardian].Clave == CAOOD
}
