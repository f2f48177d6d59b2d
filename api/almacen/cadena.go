package almacen

import (
	"crypto/sha256"
	"encoding/binary"
)

// huella is a SHA-256.
type huella = [sha256.Size]byte

// largoSal is the length in bytes of the salt of each event.
const largoSal = 16

// resumir is the digest of an event: its salt and its stored bytes. Without
// the salt, which goes when the event is erased, nobody can guess at what it
// said.
func resumir(sal, carga []byte) huella {
	h := sha256.New()
	h.Write(sal)
	h.Write(carga)
	var out huella
	h.Sum(out[:0])
	return out
}

// eslabon is the link of the chain of a record that an event makes: over the
// link before it, the place of the event and its digest. The first link
// follows the zero hash.
func eslabon(antes huella, coleccion, folio string, secuencia int, resumen huella) huella {
	b := make([]byte, 0, 160)
	b = append(b, antes[:]...)
	b = append(b, coleccion...)
	b = append(b, 0)
	b = append(b, folio...)
	b = append(b, 0)
	b = binary.BigEndian.AppendUint64(b, uint64(secuencia))
	b = append(b, resumen[:]...)
	return sha256.Sum256(b)
}
