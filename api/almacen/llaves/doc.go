// Package llaves keeps the keys of an installation, apart from its data.
//
// They live in a folder that only its owner may read, one file per key, each
// with an id: the newest encrypts and signs, all of them decrypt and verify.
// They are never part of a backup of the store.
package llaves
