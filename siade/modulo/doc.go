// Package modulo keeps the desks and mailboxes of attention, and the people who
// staff them.
//
// [Modulos] and [Buzones] are the places, site by site; [Tecnicos] the
// attendants (TAOD) and [Perfiles] what each kind of post does. A desk holds its
// authorised posts, each with its shift; nobody takes or leaves one but by a
// movement ([Movimientos]), which the central unit endorses before its day
// comes, or, once, when the register is first filled. What a movement does to
// coverage is told when it is asked for.
//
// [Aperturas] are the openings of a mailbox, whose forms become petitions.
// [Imagenes] is the design of desks and uniforms and [Revisiones] its check,
// desk by desk. [Contar] counts posts.
package modulo
