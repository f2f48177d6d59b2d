// Package vinculacion gathers what links the Institute with the Congress, the
// federal administration and its peers abroad; each object lives in a package
// below it.
package vinculacion
