// Package similar says how likely two petitions are the same one, and why.
//
// It compares what was told, who tells it, where and when; the store finds
// what to compare. A duplicate is confirmed by the act [siade.Acumular].
package similar
