package oficial

import (
	"regexp"
	"sync"
)

// expresion is a regular expression compiled when it is first used: a program
// that reads no manual does not pay for them.
func expresion(s string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(s) })
}
