// Package aportacion keeps what a unit asks of another one, or of an organ,
// for a record that it handles, until it is taken in or left out.
package aportacion
