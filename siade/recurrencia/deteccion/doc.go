// Package deteccion finds the sites, services and themes that gather more
// petitions than their own history and their peers would give.
//
// It counts by whole weeks. The method joins parts that are published:
//
//   - what a week should give follows a log-linear model with trend and yearly
//     season, fitted again with past outbreaks weighed down by their residuals,
//     as in Farrington et al. (1996) and its flexible form, Noufaily et al.
//     (2013). At the grain of a site and a theme most weeks are zero and no
//     model of its own can be fitted; so trend and season are those of the
//     theme in the whole country, and each cell has its own level;
//   - that level is the mean of a gamma prior, taken from the peers, and of the
//     cell's own weeks (Clayton and Kaldor, 1987): a cell with little history
//     leans on the sites like it, one with much on itself;
//   - what is observed is weighed against the negative binomial that follows
//     from both, whose spread is that of the counts and that of the level; over
//     windows of one, two, four and eight weeks, paying for each by Bonferroni;
//   - of the many cells looked at, those are told that the procedure of
//     Benjamini and Hochberg (1995) keeps at the false discovery rate asked for.
//
// The computation uses floating point; what it answers are integers and
// decimals. The same counts give the same answer.
package deteccion
