// Package indicador defines the indicators by which units and organs are
// measured, and keeps what each period measured.
//
// An indicator (function 7.1.3.1.4/7 and its like) is proposed, drafted, agreed
// with other organs where a function says so (7.1.3/14), validated, authorised
// and replaced: each version is a record of its own, which succeeds the one
// before it on a day. Its formula is compiled when it is drafted, so that a
// wrong variable never reaches a measurement. A measurement is asked of a unit
// or an organ with a term; the values of the variables are captured with their
// source and everything else is computed with the definition of its day.
//
// [Indicadores] and [Mediciones] are the definitions; [Serie], [Comparar] and
// [Agregar] are the reads.
package indicador
