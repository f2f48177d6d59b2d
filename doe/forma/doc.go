// Package forma checks the shape of inputs against the tags of their fields.
//
// A field says its limits once, in its `validate` tag. The same words are
// checked here for users of the library and become JSON Schema for the HTTP
// API. The vocabulary is closed: see [Vocabulario]. Beyond the tags, every
// text is refused that holds invalid UTF-8 or control characters other than
// line feed and tab.
//
// Inputs are bounded: [Comprobar] refuses types whose texts or lists have no
// maximum, so that a definition with a hole in it does not start.
package forma
