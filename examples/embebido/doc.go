// Command embebido uses the rules of the directorate as a library: no server,
// no database, no clock of its own. It asks the manual who may classify a
// petition and attends one at the desk of an OOAD, with two acts refused on
// the way, each for its reason.
//
//	go run ./examples/embebido
//
// Two calls do it all. The catalog says whether a unit may do an act, and by
// which of its functions:
//
//	fundamento, puede := doe.Vigente().Decidir(unidad, ambito, siade.Clasificar.Facultades)
//
// And the kernel does an act on a record, with who and when in the context; it
// gives the record in its new state and the events, or an error of package
// falla that says who may, or every rule broken:
//
//	h, err := tramite.Ejecutar(siade.Peticiones, peticion, siade.Clasificar, clasificacion, contexto)
package main
