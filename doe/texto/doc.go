// Package texto brings Spanish text to the form in which it is searched.
//
// [Plegar] folds letters, [Raices] also reduces words to their stems, so that
// one full-text index finds «cirugías» where someone wrote «cirugía», on any
// database and without its language rules.
package texto
