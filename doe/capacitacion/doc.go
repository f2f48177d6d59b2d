// Package capacitacion holds the training of the staff: what is needed, what is
// programmed, what is taught, what was learnt.
//
// [Necesidades] are the needs found, with their sources; [Programas], the
// annual programmes with goals by decentralised body; [Cursos] and
// [Instrumentos], the contents and the tests, by versions; [Ediciones], each
// time that a course is given; [Acreditaciones], what a person holds of a
// course, which anyone may verify by its code.
//
// A person is the identifier of a credential, never a name.
package capacitacion
