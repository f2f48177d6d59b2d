// Package sugerencia suggests how a petition should be classified from its
// text, with the words that weighed.
//
// A [Modelo] counts in how many petitions of each class every word was seen,
// so that learning, correcting and forgetting are sums: the same petitions give
// the same model, in whatever order they came. Texts that tell of a life at
// risk or of something sensitive are also looked for by a list of signs,
// [Senales], because missing one costs more than a false alarm.
//
// It suggests; who classifies decides.
package sugerencia
