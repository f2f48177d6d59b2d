// Package campana is the communication campaign: what it says, to whom, by
// which media, with what money, who authorised which version of it, and what
// came of it.
//
// An internal campaign speaks to the staff by the Institute's own channels: the
// División de Comunicación Interna drafts it and its coordination authorises
// it. An external one uses mass media: the Coordinación Técnica de Difusión
// drafts it, the Unit validates it, and the federal authority authorises it
// with a key, before which nothing is committed nor spent (LGCS art. 29;
// functions 7.1.2/5 and 7.1.2.3/2-3).
//
// The authorisation is an object apart from the state: every submission
// freezes a version, what was authorised stays in force while a change to it
// is decided, and what is planned, committed, accrued and paid is computed
// from dated movements.
package campana
