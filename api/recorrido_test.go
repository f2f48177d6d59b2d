package api_test

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/danielgtaylor/huma/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/api"
	"github.com/operacion-abierta/operacion/api/acceso"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/oficial"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// paseo goes over every operation of the document.
type paseo struct {
	*banco
	doc documento
	reg huma.Registry
	// folios are records by collection, claves their tracking keys.
	folios, claves map[string]string
	// antes are the acts of [antesDe] that were done.
	antes map[struct{ coleccion, acto string }]bool
}

// gente is one of each who may come: the head of every unit and counterparts.
func gente() []acceso.Credencial {
	var out []acceso.Credencial
	for _, u := range doe.Vigente().Unidades() {
		c := acceso.Credencial{Sub: "titular-" + string(u.Clave), Nombre: "Persona titular", Unidad: u.Clave, Puesto: doe.Titular}
		if u.Clave.Regional() {
			c.OOAD = "14"
		}
		out = append(out, c)
	}
	for _, r := range acceso.Roles() {
		for _, o := range []doe.ClaveOrgano{"ooad-14", "dn-prestaciones-medicas", "dn-prestaciones-economicas-y-sociales", "federal-segob"} {
			out = append(out, acceso.Credencial{Sub: string(r) + string(o), Nombre: "Contraparte", Organo: o, Rol: r})
		}
	}
	return out
}

func nuevoPaseo(t testing.TB) *paseo {
	t.Helper()
	b := nuevoBanco(t)
	p := &paseo{banco: b, doc: leerDocumento(t, b), reg: registroDe(t, b), folios: map[string]string{}, claves: map[string]string{}, antes: map[struct{ coleccion, acto string }]bool{}}
	var despues []op // what is about a record of a collection that has none yet
	todas := p.doc.operaciones()
	for i := 0; i < len(todas)+len(despues); i++ {
		tarde := i >= len(todas)
		o := append(todas[:len(todas):len(todas)], despues...)[i]
		if o.metodo != "POST" || strings.Contains(o.ruta, "{") || o.lectura() {
			continue
		}
		coleccion := o.ruta[strings.LastIndex(o.ruta, "/")+1:]
		if coleccion == oficial.Coleccion { // it takes a file
			p.folios[coleccion] = p.subirManual(t)["folio"].(string)
			continue
		}
		ej := o.RequestBody.Content["application/json"].Example
		ej, hay := p.conFolios(ej)
		if coleccion == "mediciones" {
			ej, hay = p.conIndicador(t, ej)
		}
		if coleccion == "solicitudes-grupo" && hay {
			p.subirActa(t)
		}
		for _, x := range antesDe[coleccion] {
			hay = hay && p.folios[x.coleccion] != ""
		}
		for i := 0; hay && i < len(antesDe[coleccion]); i++ {
			if x := antesDe[coleccion][i]; !p.antes[x] {
				p.alguien(t, x.coleccion, x.acto)
				p.antes[x] = true
			}
		}
		if !hay {
			require.False(t, tarde, "%s is about a record that nobody can create", o.ruta)
			despues = append(despues, o)
			continue
		}
		if strings.HasPrefix(o.ruta, "/v1/publico/") {
			m := p.pedir(nadie, "POST", o.ruta, []byte(ej)).es(t, 201)
			p.claves[m["folio"].(string)] = m["clave_seguimiento"].(string)
			p.folios["publico/"+coleccion] = m["folio"].(string)
			continue
		}
		quienes := gente()
		if regionales[coleccion] {
			slices.SortStableFunc(quienes, func(a, b acceso.Credencial) int { return strings.Compare(string(b.OOAD), string(a.OOAD)) })
		}
		var ultima []byte // the faults that it was last refused for
		for _, c := range quienes {
			v := p.pedir(c, "POST", o.ruta, []byte(ej))
			if v.StatusCode == 422 {
				ultima = v.cuerpo
			}
			if v.StatusCode == 201 {
				p.folios[coleccion] = v.es(t, 201)["folio"].(string)
				break
			}
			require.Contains(t, []int{403, 422}, v.StatusCode, "%s: %s", o.ruta, v.cuerpo)
		}
		require.NotEmpty(t, p.folios[coleccion], "nobody can create in %s: %s", o.ruta, ultima)
	}
	return p
}

var (
	deExpediente = regexp.MustCompile(`"coleccion": ?"([a-z-]+)", ?"folio": ?"[^"]*"`)
	deFolio      = regexp.MustCompile(`"([A-Z]+)-2026-(?:09|14)-0000001-X"`)
)

// conFolios puts the folio of a record that is there where an example names
// one of its collection; false when there is none yet.
func (p *paseo) conFolios(ej json.RawMessage) (json.RawMessage, bool) {
	hay := true
	ej = deExpediente.ReplaceAllFunc(ej, func(b []byte) []byte {
		c := string(deExpediente.FindSubmatch(b)[1])
		hay = hay && p.folios[c] != ""
		return []byte(`"coleccion":"` + c + `","folio":"` + p.folios[c] + `"`)
	})
	return deFolio.ReplaceAllFunc(ej, func(b []byte) []byte {
		c := deSerie[string(deFolio.FindSubmatch(b)[1])]
		if c == "" {
			return b
		}
		hay = hay && p.folios[c] != ""
		return []byte(`"` + p.folios[c] + `"`)
	}), hay
}

// conIndicador puts in force the indicator that a measurement is of, by whoever
// may do each act, and names it in the example; false when there is none yet.
func (p *paseo) conIndicador(t testing.TB, ej json.RawMessage) (json.RawMessage, bool) {
	folio := p.folios["indicadores"]
	if folio == "" {
		return ej, false
	}
	for _, acto := range []string{"elaborar", "validar", "autorizar"} {
		p.alguien(t, "indicadores", acto)
	}
	return deIndicador.ReplaceAll(ej, []byte(`"indicador":"`+folio+`"`)), true
}

// deSerie says of which collection a folio of an example is.
var deSerie = map[string]string{"MAO": "modulos", "TAOD": "tecnicos", "BUZ": "buzones", "IMG": "imagenes", "PSV": "programas-supervision", "GRU": "grupos", "FIC": "fichas"}

// regionales are the collections whose records the coordination of an OOAD
// makes, so that others of its own may be about them.
var regionales = map[string]bool{"modulos": true, "tecnicos": true, "buzones": true, "aperturas-buzon": true, "grupos": true, "solicitudes-grupo": true}

// antesDe are the acts, by their examples, that the records which a creation is
// about need before it.
var antesDe = map[string][]struct{ coleccion, acto string }{
	"movimientos-taod":    {{"modulos", "asentar-plaza"}},
	"ediciones-curso":     {{"cursos-capacitacion", "autorizar"}},
	"visitas-supervision": {{"programas-supervision", "presentar"}, {"programas-supervision", "autorizar"}},
	"solicitudes-grupo":   {{"grupos", "acreditar"}},
	"cortes-estadistica":  {{"disenos-estadistica", "autorizar"}},
	"difusiones-ficha":    enVigor,
	"reportes-ficha":      enVigor,
	"revisiones-imagen":   {{"imagenes", "validar"}, {"imagenes", "promover"}},
}

// enVigor takes a card into force.
var enVigor = []struct{ coleccion, acto string }{{"fichas", "enviar-a-revision"}, {"fichas", "opinar"}, {"fichas", "autorizar"}}

// alguien does an act with its example on the record of a collection, by
// whoever may.
func (p *paseo) alguien(t testing.TB, coleccion, acto string) {
	t.Helper()
	hecho := false
	for _, o := range p.doc.operaciones() {
		for _, c := range gente() {
			if o.metodo != "POST" || o.ruta != "/v1/"+coleccion+"/{folio}/"+acto || hecho {
				break
			}
			hecho = p.pedir(c, "POST", p.rutaDe(o), []byte(o.RequestBody.Content["application/json"].Example)).StatusCode == 200
		}
	}
	require.True(t, hecho, "nobody can %s in %s", acto, coleccion)
}

var deIndicador = regexp.MustCompile(`"indicador": ?"[^"]*"`)

// rutaDe fills the path of an operation with things that are there.
func (p *paseo) rutaDe(o op) string {
	partes := strings.Split(o.ruta, "/")
	return strings.NewReplacer("{folio}", p.folios[coleccionDe(partes)], "{clave}", "doe-7.1.3", "{numero}", "1", "{nombre}", "prestamo",
		"{sha256}", strings.Repeat("0", 64), "{secreto}", "AAAAAAAAAAAAAAAAAAAAAA").Replace(o.ruta)
}

func coleccionDe(partes []string) string {
	switch {
	case len(partes) > 3 && partes[2] == "publico":
		return "publico/" + partes[3]
	case len(partes) > 2:
		return partes[2]
	}
	return ""
}

// consultaDe is the query that an operation cannot do without.
func consultaDe(o op) string {
	var q []string
	for _, x := range o.Parameters {
		if x.In == "query" && x.Required {
			q = append(q, x.Name+"="+strings.ReplaceAll(fmt.Sprint(x.Example), " ", "+"))
		}
	}
	if len(q) == 0 {
		return ""
	}
	return "?" + strings.Join(q, "&")
}

// cabecerasDe are the headers that an operation cannot do without.
func (p *paseo) cabecerasDe(o op) []string {
	if strings.HasPrefix(o.ruta, "/v1/publico/") && strings.Contains(o.ruta, "{folio}") {
		return []string{"Clave-Seguimiento", p.claves[p.folios[coleccionDe(strings.Split(o.ruta, "/"))]]}
	}
	return nil
}

// declarada holds an answer against what the document says of it.
func (p *paseo) declarada(t testing.TB, o op, v vuelta) {
	t.Helper()
	r, ok := o.Responses[fmt.Sprint(v.StatusCode)]
	require.True(t, ok, "%s %s answers an undeclared %d: %s", o.metodo, o.ruta, v.StatusCode, v.cuerpo)
	if r.Ref != "" {
		r = p.doc.Components.Responses[strings.TrimPrefix(r.Ref, "#/components/responses/")]
	}
	tipo, _, _ := strings.Cut(v.Header.Get("Content-Type"), ";")
	for k, m := range r.Content {
		k, _, _ = strings.Cut(k, ";")
		if k == tipo {
			if strings.HasSuffix(tipo, "/json") || strings.HasSuffix(tipo, "+json") && !strings.Contains(tipo, "openapi") {
				p.cumple(t, p.reg, m.Schema, v.cuerpo, huma.ModeReadFromServer)
			}
			return
		}
	}
	t.Fatalf("%s %s answers an undeclared type %s", o.metodo, o.ruta, tipo)
}

// porVida orders operations as records live: acts as their trámites declare
// them, those that end a matter after all the others.
func (p *paseo) porVida() []op {
	orden := map[string]int{}
	for _, t := range append(api.Definiciones(), prestamos) {
		d := t.Definicion()
		for i, a := range d.Actos {
			if slices.ContainsFunc(a.A, func(e tramite.Estado) bool { return d.Categoria(e).Fin() }) {
				i += 1000
			}
			orden[d.Coleccion+"-"+a.Nombre], orden["publico-"+d.Coleccion+"-"+a.Nombre] = i, i+500
		}
	}
	out := p.doc.operaciones()
	slices.SortStableFunc(out, func(a, b op) int { return orden[a.OperationID] - orden[b.OperationID] })
	return out
}

func TestEveryAnswerIsTheOneDeclared(t *testing.T) {
	p := nuevoPaseo(t)
	hechos := map[string]bool{}
	todos := gente()
	for range 3 {
		for _, o := range p.porVida() {
			var cuerpo any
			if o.RequestBody != nil {
				if o.RequestBody.Content["application/json"].Example == nil {
					continue
				}
				cuerpo = []byte(o.RequestBody.Content["application/json"].Example)
			}
			for _, c := range todos {
				if len(o.Security) == 0 {
					c = nadie
				}
				v := p.pedir(c, o.metodo, p.rutaDe(o)+consultaDe(o), cuerpo, p.cabecerasDe(o)...)
				require.Less(t, v.StatusCode, 500, "%s %s: %s", o.metodo, o.ruta, v.cuerpo)
				if !strings.HasPrefix(o.ruta, "/openapi") {
					p.declarada(t, o, v)
				}
				hechos[o.OperationID] = hechos[o.OperationID] || v.StatusCode < 300
				if v.StatusCode != 403 && v.StatusCode != 404 || c.Sub == "" {
					break
				}
			}
		}
	}
	var nunca []string
	for id, si := range hechos {
		if !si {
			nunca = append(nunca, id)
		}
	}
	slices.Sort(nunca)
	t.Log("never done by their examples alone:", nunca)
	assert.Less(t, len(nunca), len(hechos)/2)
}

// subirManual registers a made-up text under the key of a manual.
func (p *paseo) subirManual(t testing.TB) map[string]any {
	t.Helper()
	texto := "Página 1 de 1 Clave: G000-002-003\n\n7. Funciones sustantivas\n\n7.1 Coordinación de Faros\n\n1. Encender la lámpara al caer la tarde.\n"
	cuerpo, ct := formulario(t, "archivo", "faros.txt", "text/plain", texto)
	normas := acceso.Credencial{Sub: "normas", Nombre: "Normas", Unidad: "doe-7.1.5.2", Puesto: doe.Titular}
	return p.pedir(normas, "POST", "/v1/manuales", cuerpo, "Content-Type", ct).es(t, 201)
}

// subirActa attaches to a group the document that its example names.
func (p *paseo) subirActa(t testing.TB) {
	t.Helper()
	cuerpo, ct := formulario(t, "archivo", "acta.pdf", "application/pdf", "acta de asamblea")
	coordinacion := acceso.Credencial{Sub: "coordinacion", Nombre: "Coordinación", Unidad: doe.CAOOD, Puesto: doe.Titular, OOAD: "14"}
	p.pedir(coordinacion, "POST", "/v1/grupos/"+p.folios["grupos"]+"/adjuntos", cuerpo, "Content-Type", ct).es(t, 200)
}
