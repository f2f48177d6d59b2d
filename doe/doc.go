// Package doe is the institution as its manuals state it: units, numbered
// functions, the facultades that functions grant, organs and actors.
//
// The catalog is data, embedded from the folder datos: lists of manuals, acts,
// capabilities, organs, policies and holes, and in unidades a file per unit. A
// file is made of blocks of "campo: valor" lines; a blank line ends a block, #
// begins a comment. The first block of a unit's file is the unit, each of the
// others a function: its number, verbs, facultades (each with the reach that
// narrows it, if any), summary and what the software owes it. [Cargar] reads
// any such folder and refuses what does not hold together, so a new edition of
// a manual is new data.
//
// The file reestructuras.txt holds every act of restructuring that the manuals
// narrate: [Catalogo.EstructuraEn] gives the structure of any day and
// [Catalogo.Historia] the line of a unit back to its origin, saying what the
// manuals leave unknown. [Catalogo.Con] gives the catalog after further acts
// and [Catalogo.Comparar] what they change.
//
// [Catalogo.Decidir] says whether a unit may do an act on a record and on what
// basis. [Catalogo.Desenlaces] says to whom each act falls that no function grants.
package doe
