//go:build !linux

package main

// soltarPaginas does nothing where the system is not known to take the advice.
func soltarPaginas() {}
