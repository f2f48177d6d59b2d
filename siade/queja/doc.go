// Package queja follows what a petition turns out to be when another body or
// path decides it: a medical or administrative complaint, the human-rights and
// anti-discrimination commissions, medical arbitration, special cases,
// retroactive sick leave, a report of administrative fault, a request for
// information or for rights over personal data.
//
// Each path is data: see [Vias]. The staff of attention captures and integrates
// the case (caood-7.1/2), its head sends it and answers what the body asks, the
// regional coordination accompanies the person (policies 5.6 and 5.9 of
// G000-002-003), the central units follow and review (doe-7.1.3.1/4, /7,
// doe-7.1.3.1.1/3), and the body that resolves is a counterpart: no unit of the
// directorate decides a complaint.
//
// The case holds no identity: who complains is known through the petition
// alone, where reading it leaves an event.
package queja
