// Package plan holds commitments laid out in time, of which it tells how they
// go.
//
// A plan is a tree of [Linea]: goals, and the activities under them, each with
// its weight, its dates, who answers for it, what it depends on and, at the
// leaves, a [Medida]: unit of measure, baseline, target, direction and the
// calendar of what is due at the close of each month or quarter. [Revisar]
// finds every fault of a list of lines at once.
//
// Progress is a rate from nothing to the whole. [Linea.Programado] is what is
// due on a day, [Medida.Avance] what a measured value amounts to, and
// [Arbol.Ponderar] rolls leaves up by their weights, exactly, to any height: a
// plan is a leaf of the superior one. [Serie] sets both side by side by month
// or quarter, [Serie.Atraso] says since when a plan owes and [Serie.Pronostico]
// when it will end at the pace so far. [Historial] keeps the first plan and
// each change of it with its reason.
//
// The package knows nothing of who uses it: records embed its types, or lend
// theirs through [NuevoArbol].
package plan
