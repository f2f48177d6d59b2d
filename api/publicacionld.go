package api

import (
	"encoding/json"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
)

// contextoLD says what each term of the JSON-LD document means; it is inline,
// so that whoever reads it asks the network for nothing.
func contextoLD() map[string]any {
	id := func(iri string) map[string]any { return map[string]any{"@id": iri, "@type": "@id"} }
	texto := func(iri string) map[string]any { return map[string]any{"@id": iri, "@language": "es"} }
	return map[string]any{
		"org": "http://www.w3.org/ns/org#", "cpov": "http://data.europa.eu/m8g/", "skos": "http://www.w3.org/2004/02/skos/core#",
		"dct": "http://purl.org/dc/terms/", "xsd": "http://www.w3.org/2001/XMLSchema#", "prov": "http://www.w3.org/ns/prov#",
		"nombre": texto("skos:prefLabel"), "definicion": texto("skos:definition"), "nota": texto("skos:note"), "descripcion": texto("dct:description"),
		"identificador": "dct:identifier", "notacion": "skos:notation",
		"unidadDe": id("org:unitOf"), "tieneUnidad": id("org:hasUnit"), "parteDe": id("org:subOrganizationOf"), "tieneParte": id("org:hasSubOrganization"),
		"nivel": id("org:classification"), "funcion": id("org:purpose"), "esquema": id("skos:inScheme"),
		"resultoDe": id("org:resultedFrom"), "cambioPor": id("org:changedBy"),
		"original": id("org:originalOrganization"), "resultante": id("org:resultingOrganization"),
		"rige": "dct:date", "aprobado": "dct:dateAccepted", "instrumento": "dct:source", "clase": "dct:type",
	}
}

// nodoLD is a node of the graph.
type nodoLD map[string]any

// grafoLD builds the graph of a day.
type grafoLD struct {
	s     *Servidor
	e     *doe.Estructura
	nodos []nodoLD
	// hay are the nodes that are there, by @id.
	hay map[string]nodoLD
}

const (
	raizLD    = "/v1/organos#imss"
	nivelesLD = "/v1/catalogo.jsonld#niveles"
	funcsLD   = "/v1/catalogo.jsonld#funciones"
)

func unidadLD(k doe.ClaveUnidad) string { return "/v1/unidades/" + string(k) }

func organoLD(k doe.ClaveOrgano) string { return "/v1/organos#" + string(k) }

func actoLD(clave string) string { return "/v1/reestructuras#" + clave }

func nivelLD(n doe.Nivel) string { return "/v1/catalogo.jsonld#nivel-" + string(n) }

func (s *Servidor) catalogoLD(_ *caso, e *doe.Estructura) ([]byte, error) {
	g := &grafoLD{s: s, e: e, hay: map[string]nodoLD{}}
	g.poner(nodoLD{"@id": raizLD, "@type": []string{"org:FormalOrganization", "cpov:PublicOrganisation"}, "nombre": "Instituto Mexicano del Seguro Social", "identificador": "imss"})
	g.esquemas()
	for _, o := range s.catalogo().Organos("") {
		g.organo(o)
	}
	for _, u := range e.Unidades {
		g.unidad(u)
	}
	for _, f := range s.funcionesEl(e) {
		g.funcion(f)
	}
	for _, r := range s.catalogo().Reestructuras(doe.FiltroReestructuras{Hasta: e.Fecha}) {
		g.acto(r)
	}
	g.ligar()
	return json.Marshal(map[string]any{"@context": contextoLD(), "@id": "/v1/catalogo.jsonld?fecha=" + e.Fecha.String(), "@graph": g.nodos})
}

func (g *grafoLD) poner(n nodoLD) {
	g.hay[n["@id"].(string)] = n
	g.nodos = append(g.nodos, n)
}

// esquemas are the lists that classify: levels and functions.
func (g *grafoLD) esquemas() {
	g.poner(nodoLD{"@id": nivelesLD, "@type": "skos:ConceptScheme", "nombre": "Niveles de las unidades"})
	g.poner(nodoLD{"@id": funcsLD, "@type": "skos:ConceptScheme", "nombre": "Funciones de los manuales"})
	for _, n := range slices.Concat(doe.Niveles(), doe.NivelesHistoricos()) {
		g.poner(nodoLD{"@id": nivelLD(n), "@type": "skos:Concept", "notacion": string(n), "nombre": string(n), "esquema": nivelesLD})
	}
}

// organo adds an organ: federal authorities stand by themselves, the rest
// belong to the Institute.
func (g *grafoLD) organo(o doe.Organo) {
	n := nodoLD{"@id": organoLD(o.Clave), "nombre": o.Nombre, "identificador": string(o.Clave), "@type": []string{"org:OrganizationalUnit"}, "unidadDe": raizLD}
	switch {
	case o.Tipo == doe.OrganoFederal:
		n["@type"] = []string{"org:FormalOrganization", "cpov:PublicOrganisation"}
		delete(n, "unidadDe")
	case o.Superior != "":
		n["unidadDe"] = organoLD(o.Superior)
	}
	g.poner(n)
}

func (g *grafoLD) unidad(u doe.UnidadEn) {
	n := nodoLD{
		"@id": unidadLD(u.Clave), "@type": []string{"org:OrganizationalUnit"}, "nombre": u.Nombre, "identificador": string(u.Clave),
		"nivel": nivelLD(u.Nivel), "unidadDe": g.superior(u.Superior),
	}
	if u.Mediato { // below it, by way of another unit that is not known
		delete(n, "unidadDe")
		n["parteDe"] = g.superior(u.Superior)
	}
	if len(u.Desconocido) > 0 {
		n["nota"] = u.Desconocido
	}
	g.poner(n)
}

// superior is who a unit belongs to: the Institute, where it is not known.
func (g *grafoLD) superior(k doe.ClaveUnidad) string {
	if _, ok := g.s.catalogo().Organo(doe.ClaveOrgano(k)); ok {
		return organoLD(doe.ClaveOrgano(k))
	}
	if _, ok := g.e.Unidad(k); ok {
		return unidadLD(k)
	}
	return raizLD
}

func (g *grafoLD) funcion(f doe.Funcion) {
	id := "/v1/funciones/" + string(f.Clave)
	g.poner(nodoLD{"@id": id, "@type": "skos:Concept", "notacion": string(f.Clave), "nombre": f.Resumen, "definicion": facultadesDe(f), "esquema": funcsLD})
	agregarLD(g.hay[unidadLD(f.Unidad)], "funcion", id)
}

// acto adds an act of restructuring and the units of before that it names.
func (g *grafoLD) acto(r doe.Reestructura) {
	tipo := []string{"org:ChangeEvent"}
	if r.Clase == doe.Creacion {
		tipo = append(tipo, "cpov:FoundationEvent")
	}
	n := nodoLD{"@id": actoLD(r.Clave), "@type": tipo, "identificador": r.Clave, "clase": string(r.Clase)}
	efecto, _ := r.Efecto()
	n["rige"] = fechaLD(efecto)
	if a := r.Instrumento.Aprobado; !a.IsZero() {
		n["aprobado"] = fechaLD(a)
	}
	if r.Instrumento.Clave != "" {
		n["instrumento"] = r.Instrumento.Clave
	}
	if r.Nota != "" {
		n["nota"] = r.Nota
	}
	for _, e := range r.Antes {
		id := g.entidad(e)
		agregarLD(n, "original", id)
		agregarLD(g.hay[id], "cambioPor", actoLD(r.Clave))
	}
	for _, e := range r.Despues {
		id := g.entidad(e)
		agregarLD(n, "resultante", id)
		agregarLD(g.hay[id], "resultoDe", actoLD(r.Clave))
	}
	g.poner(n)
}

// entidad is the node of a unit or an organ that an act names; one that does
// not stand on the day is added by its last name.
func (g *grafoLD) entidad(e doe.EstadoUnidad) string {
	if o := organoLD(doe.ClaveOrgano(e.Clave)); g.hay[o] != nil {
		return o
	}
	id := unidadLD(e.Clave)
	if g.hay[id] == nil {
		h, _ := g.s.catalogo().Historia(e.Clave)
		g.poner(nodoLD{"@id": id, "@type": []string{"org:OrganizationalUnit"}, "nombre": h.Nombre, "identificador": string(e.Clave), "nota": "No está en la estructura de este día."})
	}
	return id
}

// ligar adds the inverse of what each unit belongs to.
func (g *grafoLD) ligar() {
	for _, n := range g.nodos {
		for directa, inversa := range map[string]string{"unidadDe": "tieneUnidad", "parteDe": "tieneParte"} {
			if de, ok := n[directa].(string); ok {
				agregarLD(g.hay[de], inversa, n["@id"].(string))
			}
		}
	}
}

func agregarLD(n nodoLD, propiedad, id string) {
	ya, _ := n[propiedad].([]string)
	if !slices.Contains(ya, id) {
		n[propiedad] = append(ya, id)
	}
}

// fechaLD writes a date with the precision that is known of it.
func fechaLD(p doe.FechaParcial) map[string]any {
	tipo := map[doe.Precision]string{doe.PorAnio: "xsd:gYear", doe.PorMes: "xsd:gYearMonth", doe.PorDia: "xsd:date"}[p.Precision()]
	return map[string]any{"@value": p.String(), "@type": tipo}
}
