// Package forma describes inputs and answers in JSON Schema and reads bodies
// strictly.
//
// The schemas come from the same tags that [doe/forma] checks, see [Esquemas].
// [Estricto] refuses in the raw bytes what a JSON decoder lets pass. [Mensajes]
// and [DeHuma] make the validation that Huma does of its own speak in stable
// codes and in two languages.
//
// [doe/forma]: https://pkg.go.dev/github.com/operacion-abierta/operacion/doe/forma
package forma
