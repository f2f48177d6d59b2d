// Package estadistica answers questions about petitions from sums of counters.
//
// A [Caso] says what one petition adds to the counters, a [Consulta] what is
// asked, a [Plan] which sums it takes and how they fold into the answer. It
// knows neither where counters are kept nor who asks.
package estadistica
