// Package reorganizacion is the trámite by which the structure changes.
//
// The directorate drafts the acts of restructuring, simulates what they would
// leave without unit or without holder, sends the draft to who may approve it
// and registers the document that does: it never approves its own structure
// (LSS 264). From the day the approval says, the clock puts the acts in force;
// what was done before keeps the unit of its day.
package reorganizacion
