// Package grupo attends organised groups and companies.
//
// [Grupos] is their register: who they are and who may speak for them, each
// representation with its document and its last day. [Solicitudes] is what a
// group asks for, demand by demand, from the day it comes until each demand has
// ended: answered, as a petition of its own, by an agreement, or for a reason;
// with its meetings, the areas convened and the minutes. [Directrices] are the
// rules of it all, by versions.
package grupo
