// Package api is the HTTP server of the directorate's trámites.
//
// Its operations are made from the definitions of the trámites: adding an act
// needs no edit here, and adding a trámite one line in [Definiciones].
package api
