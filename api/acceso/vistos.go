package acceso

import (
	"crypto/sha256"
	"sync"
	"time"

	"github.com/operacion-abierta/operacion/doe"
)

// ficha is what was found of a token.
type ficha struct {
	actor        doe.Actor
	desde, hasta time.Time
	// segun is the catalog by which the actor was found right.
	segun *doe.Catalogo
}

func (f ficha) vigente(ahora time.Time) bool {
	return ahora.Before(f.hasta.Add(holgura)) && !ahora.Add(holgura).Before(f.desde)
}

// maxVistos bounds how many tokens are remembered.
const maxVistos = 8192

// vistos remembers tokens already verified, by their digest: the signature of
// each is checked once.
type vistos struct {
	mu     sync.RWMutex
	fichas map[[sha256.Size]byte]ficha
}

func (v *vistos) buscar(h [sha256.Size]byte) (ficha, bool) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	f, ok := v.fichas[h]
	return f, ok
}

// guardar remembers a token. When there are too many it forgets those that are
// over, and all of them if that is not enough.
func (v *vistos) guardar(h [sha256.Size]byte, f ficha, ahora time.Time) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if len(v.fichas) >= maxVistos {
		for k, g := range v.fichas {
			if !g.vigente(ahora) {
				delete(v.fichas, k)
			}
		}
	}
	if v.fichas == nil || len(v.fichas) >= maxVistos {
		v.fichas = make(map[[sha256.Size]byte]ficha)
	}
	v.fichas[h] = f
}
