// Package cantidad holds exact quantities of plans: rates and measured values
// counted in hundredths, so that no record holds a float.
package cantidad
