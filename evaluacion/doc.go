// Package evaluacion keeps the improvement plan of an evaluated organ: the
// commitments by which it corrects what an evaluation found.
//
// A plan is asked of the organ by the unit that evaluates it, drafted and
// presented by the organ, shared with the normative directorates, reviewed,
// conciliated, validated and authorised, carried out action by action with
// evidence that says which period it proves, and closed only after its effect
// was measured. The organ sees the review of a version once it is told of it,
// and a directorate its own part. [Planes] declares all of it; the rest of the package are the
// rules, as data and as functions of the record.
package evaluacion
