// Package envio keeps what was sent to whom and whether they acknowledged it.
//
// One dispatch serves the whole directorate: a version of any record goes to
// named recipients (units, organs, persons outside), with its letter when it
// has one, its signer, means and copies. Each recipient acknowledges it by
// itself, by an expiring link or by the stamped copy that the sender captures;
// where none comes in time the clock alerts, and the sender insists. An act of
// another trámite that informs, disseminates or forwards outside the system
// orders one, on its own basis: see [Remitir].
package envio
