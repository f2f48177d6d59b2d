// Package arbol writes the trees of a SQLite database file in one pass, from
// rows that come in order, without the engine: for loads of millions of rows,
// where looking every row's place up costs more than the row.
//
// A file that the engine made, with its schema and empty tables, is opened with
// [Abrir]; each tree is filled through [Archivo.Tabla] or [Archivo.Indice] and
// closed, and [Archivo.Cerrar] makes it a whole database again. Nobody else may
// have it open meanwhile. The layout is the one of https://sqlite.org/fileformat2.html,
// and the engine's own integrity check is the judge of it in the tests.
package arbol
