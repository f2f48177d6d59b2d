// Package fecha holds civil dates and instants.
//
// A [Fecha] is a day of the civil calendar without an hour: what laws,
// terms and statistics speak of. An [Instante] is a moment that a clock
// recorded, in UTC and cut to microseconds. The civil day of an instant is
// that of America/Mexico_City, whose rules travel with the program.
package fecha
