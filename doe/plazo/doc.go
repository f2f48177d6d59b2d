// Package plazo counts legal terms on the calendar that each names.
//
// A calendar belongs to a norm: the days that do not count under LFPA art. 28,
// CFF art. 12 and LFT art. 74 differ, so every [Termino] says its own. Rest
// days are rows with the days they are in force; suspensions published in the
// DOF are data, added with [Calendarios.Con]. [Calendarios.Contar] prints a
// count day by day, [Calendarios.Vence] gives the same date fast. Dates run
// from 1900 to 2200.
package plazo
