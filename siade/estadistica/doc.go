// Package estadistica answers questions about petitions from sums of counters.
//
// What a petition adds to the counters is told by the petition itself, see
// [siade.Familias]. A [Consulta] says what is asked, a [Plan] which sums it
// takes and how they fold into the answer. The package knows neither where
// counters are kept nor who asks.
package estadistica
