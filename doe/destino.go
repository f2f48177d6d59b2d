package doe

// Destino is whom something is sent to or asked of: a unit, one of an OOAD when
// it is regional, or an organ.
type Destino struct {
	Unidad ClaveUnidad `json:"unidad,omitempty" validate:"omitempty,max=40" doc:"Unidad" example:"doe-7.1.1"`
	OOAD   OOAD        `json:"ooad,omitempty" validate:"omitempty,len=2,digitos" doc:"OOAD, si la unidad es regional" example:"14"`
	Organo ClaveOrgano `json:"organo,omitempty" validate:"omitempty,max=60" doc:"Órgano" example:"ooad-14"`
}

// Clave names it in one word: "doe-7.1.1", "caood-7.1@14", "ooad-14".
func (d Destino) Clave() string {
	switch {
	case d.Unidad != "" && d.OOAD != "":
		return string(d.Unidad) + "@" + string(d.OOAD)
	case d.Unidad != "":
		return string(d.Unidad)
	}
	return string(d.Organo)
}

// Existe says whether it is one thing and the catalog knows it.
func (d Destino) Existe(cat *Catalogo) bool {
	if d.Organo != "" {
		_, ok := cat.Organo(d.Organo)
		return ok && d.Unidad == "" && d.OOAD == ""
	}
	if o, err := ParseOOAD(string(d.OOAD)); d.Unidad.Regional() != (err == nil && o == d.OOAD && o != NivelCentral) || !d.Unidad.Regional() && d.OOAD != "" {
		return false
	}
	_, ok := cat.Unidad(d.Unidad)
	return ok
}

// Destino is the actor as one that something is sent to: its unit, its OOAD
// when it is regional, or its organ.
func (a Actor) Destino() Destino {
	switch {
	case a.Unidad == "":
		return Destino{Organo: a.Organo}
	case a.Unidad.Regional():
		return Destino{Unidad: a.Unidad, OOAD: a.OOAD}
	}
	return Destino{Unidad: a.Unidad}
}
