// Package version is the life of a document that rules by versions.
//
// Such a document is drafted, returned with remarks or authorised, and each
// version is in force from its first day to the day before the next one's, so
// that what was done under one is never judged by another. A record embeds
// [Documento] and [Declarar] makes its definition, to which the domain adds its
// own acts, filters and terms.
package version
