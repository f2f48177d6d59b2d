// Package tramite is the lifecycle kernel: what every case that the
// directorate handles has in common.
//
// A trámite is declared once: its record, its states, and its acts with the
// facultad that each takes, the rules that may refuse it and the application
// that cannot. Everything else is derived from the declaration: execution,
// replay, what an actor may do now and why not the rest, deadlines, state
// diagrams, and what the store and the API above need.
//
// The package knows no concrete trámite, no database and no clock.
package tramite
