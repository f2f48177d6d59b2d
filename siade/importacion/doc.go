// Package importacion turns rows of foreign tables into petitions.
//
// A [Mapa] says, for each datum of a petition, which column it comes from and
// what its values mean here. [Lector.Convertir] makes the registration of a
// row and tells all that is wrong with it, naming the foreign columns; each row
// has a key of its own in its source, so that nothing is imported twice.
package importacion
