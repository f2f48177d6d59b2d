// Package almacen stores the records of any trámite with the events they come
// from, on SQLite or on PostgreSQL.
//
// An act is computed outside the writer, on the record as it stands, and
// written together with its events in one transaction shared by the acts that
// wait at that moment. Nothing is acknowledged before the disk has it. Each
// record's events form a chain of hashes, and each finished day is sealed, so
// that what was altered or cut off shows.
package almacen
