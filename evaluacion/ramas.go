package evaluacion

import (
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
)

// Rama is one of the branches that evaluate, each under a coordination.
type Rama string

// The branches.
const (
	RamaMedica          Rama = "medica"
	RamaAdministrativa  Rama = "administrativa"
	RamaEconomicoSocial Rama = "economico_social"
	RamaBienestar       Rama = "imss_bienestar"
	RamaIncorporacion   Rama = "incorporacion"
)

// DefRama defines a branch.
type DefRama struct {
	Clave  Rama   `json:"clave"`
	Nombre string `json:"nombre"`
	// Coordinacion heads the branch.
	Coordinacion doe.ClaveUnidad `json:"coordinacion"`
}

// Ramas lists the branches in the order of the manual.
func Ramas() []DefRama {
	return []DefRama{
		{RamaMedica, "Calidad médica", "doe-7.1.1.1"},
		{RamaAdministrativa, "Administrativa y de finanzas", "doe-7.1.1.2"},
		{RamaEconomicoSocial, "Prestaciones económico-sociales", "doe-7.1.1.3"},
		{RamaBienestar, "Programa IMSS-BIENESTAR", "doe-7.1.1.4"},
		{RamaIncorporacion, "Incorporación y recaudación", "doe-7.1.1.5"},
	}
}

// capacidad is the one whose facultades the acts of a plan take.
const capacidad doe.Capacidad = "evaluacion.planes"

// RamaDe is the branch of a unit that may keep plans: a coordination that
// evaluates or a division just below it, some function of which is about
// improvement plans. Others have none: 7.1.1.4.1 verifies, but no function
// gives it a part in plans.
func RamaDe(cat *doe.Catalogo, u doe.ClaveUnidad) (DefRama, bool) {
	superior, _ := cat.Superior(u)
	for _, r := range Ramas() {
		if r.Coordinacion != u && r.Coordinacion != superior {
			continue
		}
		participa := slices.ContainsFunc(cat.Concesiones(u), func(c doe.Concesion) bool { return c.Facultad.Capacidad() == capacidad })
		return r, participa
	}
	return DefRama{}, false
}

// The kinds of operating organ that hang from an OOAD and that the catalog
// does not list one by one: service heads, subdelegations, units, conduction
// groups of IMSS-BIENESTAR.
var operativos = []string{"jefatura-", "subdelegacion-", "unidad-", "grupo-"}

// evaluable says whether an organ can be asked for a plan, and its name when
// the catalog has it.
func evaluable(cat *doe.Catalogo, k doe.ClaveOrgano) (nombre string, operativo, ok bool) {
	if o, esta := cat.Organo(k); esta {
		return o.Nombre, false, o.Tipo == doe.OrganoOOAD || o.Tipo == doe.OrganoUMAE
	}
	if _, err := doe.ParseClaveOrgano(string(k)); err != nil {
		return "", false, false
	}
	operativo = slices.ContainsFunc(operativos, func(p string) bool { return strings.HasPrefix(string(k), p) })
	return "", operativo, operativo
}

// ooadDe is the body that a plan belongs to: the organ itself, or the one said
// for organs that are not an OOAD; the central level when nobody said.
func ooadDe(organo doe.ClaveOrgano, dicho doe.OOAD) doe.OOAD {
	codigo := string(dicho)
	if c, es := strings.CutPrefix(string(organo), "ooad-"); es {
		codigo = c
	}
	if o, err := doe.ParseOOAD(codigo); err == nil {
		return o
	}
	return doe.NivelCentral
}

// normativa says whether an organ is a normative directorate, or the
// normative organ of IMSS-BIENESTAR.
func normativa(cat *doe.Catalogo, k doe.ClaveOrgano) bool {
	o, ok := cat.Organo(k)
	return ok && (o.Tipo == doe.OrganoNormativo || k == "unidad-imss-bienestar")
}
