// Package supervision holds the visits of supervision and accompaniment to the
// attention desks of the decentralised bodies.
//
// [Cedulas] are the checklists, by versions; [Programas], the annual programmes
// of visits; [Visitas], each visit from its notice to the last observation
// attended; [Sitios], what the visits to one site have left. What may be
// refused is in [Reglas], how long each step may take in [Terminos].
package supervision
