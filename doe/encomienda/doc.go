// Package encomienda keeps the tasks that a superior assigns to a unit under
// that unit's residual function.
package encomienda
