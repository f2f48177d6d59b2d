// Package consulta is what attendants read from: the cards of benefits,
// procedures and services.
//
// A card ([Fichas]) is a document that rules by versions. Its draft is reviewed
// by the normative organ before it is authorised, whoever finds it out of date
// reports it ([Reportes]) and readers see the warning while the report is open.
// [Indice] searches the cards that may be read on a day.
package consulta
