package siade

import "slices"

// limites are the most days of each class of the histogram: day by day at
// first, where most petitions end, then ever wider.
var limites = []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 45, 60, 75, 90, 120, 150, 180, 270, 365}

// Cubeta is the class of a number of days, from 1.
func Cubeta(dias int) int {
	i, _ := slices.BinarySearch(limites, dias)
	return i + 1
}

// Cubetas is how many classes there are.
func Cubetas() int { return len(limites) + 1 }

// DiasDe is the most days of a class: what a quantile that falls in it is told
// as. The last class, without end, gives the first day of it.
func DiasDe(cubeta int) int {
	if cubeta > len(limites) {
		return limites[len(limites)-1] + 1
	}
	return limites[max(cubeta-1, 0)]
}
