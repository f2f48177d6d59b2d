package main

import (
	"os"
	"strconv"
	"strings"
	"syscall"
)

// soltarPaginas gives back the pages of the program itself that were read to
// start: those that are used again are read again from the file.
func soltarPaginas() {
	exe, err := os.Executable()
	if err != nil {
		return
	}
	maps, err := os.ReadFile("/proc/self/maps")
	if err != nil {
		return
	}
	for l := range strings.SplitSeq(string(maps), "\n") {
		c := strings.Fields(l)
		if len(c) < 6 || c[5] != exe || !strings.HasPrefix(c[1], "r-") {
			continue // not of the program, or may be written
		}
		desde, hasta, _ := strings.Cut(c[0], "-")
		d, err1 := strconv.ParseUint(desde, 16, 64)
		h, err2 := strconv.ParseUint(hasta, 16, 64)
		if err1 == nil && err2 == nil {
			_, _, _ = syscall.Syscall(syscall.SYS_MADVISE, uintptr(d), uintptr(h-d), syscall.MADV_DONTNEED) // advice: what fails changes nothing
		}
	}
}
