package doe

import "slices"

// TipoOrgano is the kind of an organ outside the directorate's units.
type TipoOrgano string

// The kinds of organ.
const (
	// OrganoOOAD is a decentralised administrative body, state or regional.
	OrganoOOAD TipoOrgano = "ooad"
	// OrganoUMAE is a high-speciality medical unit.
	OrganoUMAE TipoOrgano = "umae"
	// OrganoNormativo is a normative directorate.
	OrganoNormativo TipoOrgano = "direccion_normativa"
	// OrganoSuperior is one of the Institute's governing bodies.
	OrganoSuperior TipoOrgano = "superior"
	// OrganoCentral is another body of the central level.
	OrganoCentral TipoOrgano = "central"
	// OrganoFederal is a federal authority or an autonomous body.
	OrganoFederal TipoOrgano = "federal"
)

// TiposOrgano lists the kinds of organ.
func TiposOrgano() []TipoOrgano {
	return []TipoOrgano{OrganoSuperior, OrganoNormativo, OrganoCentral, OrganoOOAD, OrganoUMAE, OrganoFederal}
}

// prefijos are the beginnings that the key of an organ of the kind can have.
func (t TipoOrgano) prefijos() []string {
	switch t {
	case OrganoOOAD, OrganoUMAE, OrganoFederal:
		return []string{string(t)}
	case OrganoNormativo:
		return []string{"dn"}
	case OrganoSuperior:
		return []string{"organo"}
	case OrganoCentral:
		return []string{"organo", "unidad", "coordinacion", "comite"}
	}
	return nil
}

// Organo is an organ outside the directorate's units: evaluated, normative,
// superior or federal.
type Organo struct {
	Clave  ClaveOrgano `json:"clave"`
	Tipo   TipoOrgano  `json:"tipo"`
	Nombre string      `json:"nombre"`
	// Superior is the organ it belongs to, where the manuals name it.
	Superior ClaveOrgano `json:"superior,omitempty"`
	// OOAD is the two-digit code of a decentralised body and Ambito its
	// reach: "estatal" or "regional".
	OOAD   OOAD   `json:"ooad,omitempty"`
	Ambito string `json:"ambito,omitempty"`
	// ISO and INEGI are the codes of the state it lies in: "MX-JAL", "14".
	ISO   string `json:"iso,omitempty"`
	INEGI string `json:"inegi,omitempty"`
	// Abreviatura is the short name of a decentralised body: "JAL".
	Abreviatura string `json:"abreviatura,omitempty"`
	// CLUES is the health establishment key of a medical unit.
	CLUES string `json:"clues,omitempty"`
	// Compranet is the buyer unit in the procurement system.
	Compranet string `json:"compranet,omitempty"`
}

// Organos lists the organs of a kind, all of them for "".
func (c *Catalogo) Organos(t TipoOrgano) []Organo {
	return slices.DeleteFunc(slices.Clone(c.organos), func(o Organo) bool { return t != "" && o.Tipo != t })
}

// Organo looks an organ up by its key.
func (c *Catalogo) Organo(k ClaveOrgano) (Organo, bool) {
	i, ok := c.iOrgano[k]
	if !ok {
		return Organo{}, false
	}
	return c.organos[i], true
}
