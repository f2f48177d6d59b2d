// Package doe is the institution as its manuals state it: units, numbered
// functions, the facultades that functions grant, organs and actors.
package doe
