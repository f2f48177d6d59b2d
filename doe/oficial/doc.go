// Package oficial reads the organization manuals as the institute publishes
// them.
//
// [Leer] takes the bytes of a manual, plain text or PDF, and gives its units
// and numbered functions; what it could not place it lists by line. [Revisar]
// looks for the faults that careful readers find in such texts, [Comparar]
// tells two editions apart, and an [Edicion] is the record by which an
// installation takes a text into force. Nothing here does input or output.
package oficial
