package almacen

import (
	"encoding/base32"
	"encoding/binary"
	"hash/fnv"
	"strconv"
	"strings"

	"github.com/operacion-abierta/operacion/doe/tramite"
)

// The full-text index holds, besides the words of each record, one more for each
// value that lists are filtered by: its body, unit, state and person in charge,
// whether it has a due date, and the filters that its trámite declares. A list
// by several filters and words is then one question to one index, which answers
// without walking over the records that have some of them and not the others;
// and a registration pays for some words more, not for an index per filter.

// versionFacetas rises when they are made in another way.
const versionFacetas = "2"

// The places, among the filters, of those that no trámite declares.
const (
	facetaOOAD = -iota - 1
	facetaPlazo
	facetaEstado
	facetaUnidad
	facetaResponsable
)

// faceta is the word of a value. Its first letter is in no stem; two values
// may share it, so that the column is still to be compared.
func faceta(coleccion string, cual int, valor string) string {
	h := fnv.New64a()
	for _, s := range []string{coleccion, strconv.Itoa(cual), valor} {
		h.Write([]byte(s))
		h.Write([]byte{0})
	}
	var b [8]byte
	binary.BigEndian.PutUint64(b[:], h.Sum64())
	return "ñ" + strings.ToLower(base32.HexEncoding.WithPadding(base32.NoPadding).EncodeToString(b[:]))
}

// facetas are the words of a record, with a due date or without; none when
// nothing of it is searched nor filtered.
func facetas(coleccion string, f *tramite.Ficha, cab *tramite.Cabecera, plazo bool) string {
	if f.Texto == "" && len(f.Indices) == 0 {
		return ""
	}
	out := []string{
		faceta(coleccion, facetaOOAD, string(cab.OOAD)), faceta(coleccion, facetaEstado, string(cab.Estado)), faceta(coleccion, facetaUnidad, string(cab.Unidad)),
	}
	if cab.Responsable != "" {
		out = append(out, faceta(coleccion, facetaResponsable, cab.Responsable))
	}
	if plazo {
		out = append(out, faceta(coleccion, facetaPlazo, ""))
	}
	for i, v := range f.Indices {
		if v != "" {
			out = append(out, faceta(coleccion, i, v))
		}
	}
	return strings.Join(out, " ")
}

// indizar is what the full-text index holds of a record: the stems of its text
// and its other words.
func indizar(palabras, facetas string) string {
	if palabras == "" || facetas == "" {
		return palabras + facetas
	}
	return palabras + " " + facetas
}
