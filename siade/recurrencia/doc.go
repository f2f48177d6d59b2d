// Package recurrencia follows a recurrent problem from the counts that show it
// to the counts that say whether it improved.
package recurrencia
