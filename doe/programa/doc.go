// Package programa holds the annual work programme of each unit.
//
// A programme is elaborated by whom a function says, goes up along the line of
// adscription as [Filas] tells, and is reviewed by the immediate superior of who
// elaborates it. Its lines are goals and activities of [plan], each on a numbered
// function of the unit that answers for it. What a superior unit integrates are
// programmes, by folio, version and weight: integrating is a fact of both and no
// state of either, since some programmes are authorised so as to be integrated
// (7.1.6/1) and others the other way round (7.1.1.2/5). [Armar] tells the whole
// tree of a year: who is missing at each level, what was due and what was done,
// since when something is late and when it will end.
package programa
