// Package plantilla is the answer templates.
//
// A template ([Plantillas]) is a document that rules by versions: a text with
// named fields of a type, some of which are filled from the record of the
// petition. [Contenido.Llenar] makes the draft of an answer, or tells every
// field that is missing or wrong at once. What the text says is plain: nothing
// is escaped, and what cannot be put in it is refused.
package plantilla
