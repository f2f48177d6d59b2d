package texto

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed sinonimos.txt
var textoSinonimos string

// sinonimos leads the stem of each word of a group to that of the first.
var sinonimos = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, g := range Sinonimos() {
		primero := tallo(Plegar(g[0]))
		for _, w := range g {
			out[tallo(Plegar(w))] = primero
		}
	}
	return out
})

// Sinonimos are the groups of words that the index takes for one: those that
// no stemmer joins.
func Sinonimos() [][]string {
	var out [][]string
	for l := range strings.Lines(textoSinonimos) {
		if w := strings.Fields(l); len(w) > 0 && w[0] != "#" {
			out = append(out, w)
		}
	}
	return out
}
