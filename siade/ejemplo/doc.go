// Package ejemplo makes up petitions that are valid and of nobody: for
// demonstrations, bulk loads and tests. The same seed gives the same cases.
package ejemplo
