// Package identificador reads the identifiers that people, units and cases go
// by: CURP, RFC, NSS, CLUES and folios, each with its check character.
//
// Lower case is taken as upper case; nothing else is mended: spaces and
// hyphens are faults of form. Errors never repeat what was read, which may be
// someone's identity.
package identificador
