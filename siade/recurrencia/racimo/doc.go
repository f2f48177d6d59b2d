// Package racimo groups petitions that tell nearly the same in few words that
// name nobody.
package racimo
