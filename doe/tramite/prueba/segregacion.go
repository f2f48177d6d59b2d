package prueba

import (
	"slices"

	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe/tramite"
)

// segregados checks that an event is flagged when, and only when, its person
// did before an act of the record that duties keep apart from it; and that
// what a trámite refuses was not done.
func segregados(t T, d tramite.Cualquiera, es []tramite.Evento) {
	s := d.Definicion().Segregacion
	for i := range es {
		e := &es[i]
		for j := range i {
			antes := &es[j]
			misma := antes.Labor != "" && e.Labor != "" && antes.Actor.Sub == e.Actor.Sub
			enOrden := misma && (antes.Labor == tramite.Prepara && e.Labor == tramite.Decide || slices.Contains(s.Pares, tramite.ParSegregado{Antes: antes.Acto, Despues: e.Acto}))
			alReves := misma && (antes.Labor == tramite.Decide && e.Labor == tramite.Prepara || slices.Contains(s.Pares, tramite.ParSegregado{Antes: e.Acto, Despues: antes.Acto}))
			switch {
			case enOrden && s.Modo == tramite.SeRehusa:
				require.Fail(t, "segregation of duties", "%s was done by who did %s, which the trámite refuses", e.Acto, antes.Acto)
			case (enOrden || alReves) && !slices.Contains(e.Conflicto, antes.Acto):
				require.Fail(t, "segregation of duties", "%s was done by who did %s and is not flagged", e.Acto, antes.Acto)
			}
		}
		for _, c := range e.Conflicto {
			if !slices.ContainsFunc(es[:i], func(x tramite.Evento) bool { return x.Acto == c && x.Actor.Sub == e.Actor.Sub }) {
				require.Fail(t, "segregation of duties", "%s is flagged for %s, which its person did not do", e.Acto, c)
			}
		}
	}
}
