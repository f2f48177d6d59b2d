// Package acceso turns the bearer token of a request into the actor who makes
// it.
package acceso
