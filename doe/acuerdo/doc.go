// Package acuerdo keeps the meetings of the directorate with the agreements
// that are born of them, and follows each until it is fulfilled.
package acuerdo
