// Package opinion follows the request for an opinion on a legislative matter
// until the recipient acknowledges the position of the Institute.
//
// A request comes from the automated opinion system of the interior ministry,
// from a committee of the Congress or from a local congress, with an official
// term in working or natural days or until an exact instant. Competence is
// proposed by the legislative information division (7.1.4.1.2) and decided by
// its superior (7.1.4.1). Several normative directorates are consulted at
// once, each with an internal term that ends before the official one; they
// answer with an account, by a link, or by letter that the division transcribes;
// they ask for more time, or return what is not theirs. The clock chases the
// late ones. The answers are consolidated in numbered versions, observed,
// endorsed by who did not write them, sent, and acknowledged. A directorate sees
// its own part of a request, and the opinion once it was sent.
//
// [Opiniones] is the definition; the acts are the exported values.
package opinion
