package escenario_test

import (
	"encoding/json"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/api"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
)

// nombradas are the facultades that some act or some read asks for.
func nombradas(m *mundo) map[doe.Facultad]string {
	out := map[doe.Facultad]string{}
	for _, d := range api.Definiciones() {
		for _, a := range d.Definicion().Actos {
			for _, f := range a.Facultades {
				out[f] = d.Definicion().Nombre + " " + a.Nombre
			}
		}
	}
	for _, l := range m.como(titular("doe-7.1")).GET("/v1/lecturas").espera(200).lista("elementos") {
		for _, f := range l.en("facultades").([]any) {
			out[doe.Facultad(f.(string))] = l.texto("ruta")
		}
	}
	return out
}

func TestEveryFacultadNamedIsGrantedByTheManualsOrAKnownHole(t *testing.T) {
	cat := doe.Vigente()
	huecos := map[doe.Facultad]bool{}
	for _, h := range cat.Huecos() {
		huecos[h.Facultad] = true
	}
	n := nombradas(enSQLite(t))
	require.NotEmpty(t, n)
	for f, quien := range n {
		assert.True(t, cat.Existe(f), "%s asks for %s", quien, f)
		assert.True(t, huecos[f] || len(cat.Titulares(f)) > 0, "%s asks for %s, which nobody holds", quien, f)
	}
}

// sinUso lists the facultades that the manuals grant and nothing asks for yet.
// The list may only shrink: what is on it is work to be done.
const sinUso = "testdata/facultades_sin_uso.txt"

func TestTheFacultadesThatNothingNamesOnlyShrink(t *testing.T) {
	pedidas := map[doe.Facultad]bool{}
	n := nombradas(enSQLite(t))
	for f := range n {
		pedidas[f] = true
	}
	for _, h := range doe.Vigente().Huecos() { // who suffices for a hole is asked for too
		for _, f := range append(h.Basta, h.Regional) {
			pedidas[f] = pedidas[f] || n[h.Facultad] != ""
		}
	}
	var hay []string
	for _, f := range doe.Vigente().Funciones() {
		for _, o := range f.Facultades {
			if !pedidas[o.Facultad] && !slices.Contains(hay, string(o.Facultad)) {
				hay = append(hay, string(o.Facultad))
			}
		}
	}
	slices.Sort(hay)
	var dice []string
	if b, err := os.ReadFile(sinUso); err == nil {
		for l := range strings.Lines(string(b)) {
			if l = strings.TrimSpace(l); l != "" && !strings.HasPrefix(l, "#") {
				dice = append(dice, l)
			}
		}
	}
	if *actualizar && (dice == nil || !slices.ContainsFunc(hay, func(f string) bool { return !slices.Contains(dice, f) })) {
		texto := "# Facultades that the manuals grant and no act nor read asks for yet.\n# This list may only shrink.\n" + strings.Join(hay, "\n") + "\n"
		require.NoError(t, os.WriteFile(sinUso, []byte(texto), 0o644))
		return
	}
	require.Equal(t, dice, hay, "run with -update to take out what is asked for now; nothing may be added")
}

// Each trámite walks at random with all the others beside it: what an act
// orders, on its record or on another's, always finds its act.
func TestAllTramitesWalkTogether(t *testing.T) {
	if testing.Short() {
		t.Skip("a hundred walks of each")
	}
	for _, d := range api.Definiciones() {
		otros := slices.DeleteFunc(api.Definiciones(), func(o tramite.Cualquiera) bool { return o == d })
		t.Run(d.Definicion().Nombre, func(t *testing.T) {
			prueba.Propiedades(t, d, prueba.Opciones{Otros: otros, Pasos: 25})
		})
	}
}

func TestEveryUnitAndActMatchesWhatTheFunctionsGrant(t *testing.T) {
	m := nuevoManual()
	for _, d := range api.Definiciones() {
		def := d.Definicion()
		for _, guarda := range m.unidades {
			if !m.enLinea(def.Rama, guarda) {
				continue
			}
			r := guardado(t, d, guarda, m)
			for _, a := range def.Actos {
				if len(a.Facultades) == 0 || a.Nombradas { // who is addressed is the record's to say
					continue
				}
				ctx := tramite.Contexto{Catalogo: doe.Vigente()}
				hay := map[doe.ClaveUnidad]string{}
				for _, q := range d.Quienes(r, a.Nombre, &ctx) {
					hay[q.Unidad] = string(q.Fundamento) + " " + string(q.Facultad) + " " + textoDe(q.Funciones)
				}
				require.Equal(t, m.deActo(a, guarda, def.Rama), hay, "%s of a %s kept by %s", a.Nombre, def.Nombre, guarda)
				for _, u := range m.unidades { // and each is let in who is said to be
					ctx.Actor = doe.Actor{Sub: "titular", Unidad: u, Puesto: doe.Titular}
					if u.Regional() {
						ctx.Actor.OOAD = r.Cabeza().OOAD
					}
					_, err := d.Autoriza(r, a.Nombre, &ctx)
					require.Equal(t, hay[u] != "", err == nil, "%s of a %s kept by %s, by %s", a.Nombre, def.Nombre, guarda, u)
				}
			}
		}
	}
}

// guardado is a record kept by a unit; one that names the head of its branch
// names the unit just above.
func guardado(t *testing.T, d tramite.Cualquiera, guarda doe.ClaveUnidad, m *manual) tramite.Registro {
	b, err := json.Marshal(objeto{"unidad": guarda, "ooad": "14", "coordinacion": m.superior(guarda)})
	require.NoError(t, err)
	r, err := d.Decodificar(b)
	require.NoError(t, err)
	return r
}

// deActo says who may do an act on what a unit keeps. Where the lines of
// several units count, a hole in one falls to a superior only if nobody of the
// others holds it.
func (m *manual) deActo(a tramite.DefActo, guarda, rama doe.ClaveUnidad) map[doe.ClaveUnidad]string {
	papeles := a.Papeles
	if len(papeles) == 0 {
		papeles = []string{""}
	}
	expresas, huecos := map[doe.ClaveUnidad]string{}, map[doe.ClaveUnidad]string{}
	for _, p := range papeles {
		for u, dice := range m.quienes(a.Alcance, m.papel(p, guarda), rama, a.Facultades) {
			en := expresas
			if strings.HasPrefix(dice, string(doe.Jerarquico)) {
				en = huecos
			}
			if en[u] == "" {
				en[u] = dice
			}
		}
	}
	if len(papeles) == 1 {
		maps.Copy(expresas, huecos)
		return expresas
	}
	if len(expresas) > 0 {
		return expresas
	}
	return huecos
}

// papel is the unit whose line counts for an act, as the manual names it.
func (m *manual) papel(nombre string, guarda doe.ClaveUnidad) doe.ClaveUnidad {
	switch nombre {
	case "coordina":
		return m.superior(guarda)
	case "integra": // conciliates the plans of all branches
		return "doe-7.1.1.7"
	case "autoriza":
		return "doe-7.1.1"
	case "dirige":
		return doe.Raiz
	}
	return guarda
}

func textoDe(fs doe.Funciones) string {
	var out []string
	for f := range fs.All() {
		out = append(out, string(f))
	}
	return strings.Join(out, " ")
}
