package llaves

import (
	"crypto/cipher"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// Clase is what a key is for.
type Clase string

// The kinds of key.
const (
	// Cifrado encrypts personal data (AES-256-GCM).
	Cifrado Clase = "cifrado"
	// Indice makes the blind index by which identities are found (HMAC-SHA-256).
	Indice Clase = "indice"
	// Firma signs local tokens (Ed25519).
	Firma Clase = "firma"
	// Cursores signs the cursors of lists (HMAC-SHA-256).
	Cursores Clase = "cursores"
	// Secretos derives tracking keys and the secrets of links (HMAC-SHA-256).
	Secretos Clase = "secretos"
)

// Clases lists the kinds of key.
func Clases() []Clase { return []Clase{Cifrado, Indice, Firma, Cursores, Secretos} }

// ErrPermisos is wrapped by the error about keys that others could read, and
// ErrLlave by the error about a file that holds no key.
var (
	ErrPermisos = errors.New("keys readable by others")
	ErrLlave    = errors.New("not a key")
)

// Every key is 32 random bytes: an AES-256 key, an HMAC key or the seed of an
// Ed25519 key.
const (
	largo  = 32
	sufijo = ".llave"
)

// llave is a key with its id.
type llave struct {
	id    string
	bytes []byte
	aead  cipher.AEAD // of those that encrypt
}

func nuevaLlave(id string, b []byte) llave { return llave{id, b, gcm(b)} }

// Llavero is a ring of keys. It is safe for use by many goroutines.
type Llavero struct {
	carpeta string // empty when it lives in memory only
	mu      sync.RWMutex
	llaves  map[Clase][]llave // oldest first
}

// Abrir reads the keys of a folder and makes the ones that are missing. The
// error wraps [ErrPermisos] when the folder's keys can be read by others.
func Abrir(carpeta string) (*Llavero, error) {
	if err := os.MkdirAll(carpeta, 0o700); err != nil {
		return nil, fmt.Errorf("llaves: %w", err)
	}
	l := &Llavero{carpeta: carpeta, llaves: map[Clase][]llave{}}
	for _, c := range Clases() {
		if err := l.leer(c); err != nil {
			return nil, err
		}
		if len(l.llaves[c]) == 0 {
			if err := l.Rotar(c); err != nil {
				return nil, err
			}
		}
	}
	return l, nil
}

// Efimero makes a ring that lives in memory: what it encrypts is lost with it.
func Efimero() *Llavero {
	l := &Llavero{llaves: map[Clase][]llave{}}
	for _, c := range Clases() {
		_ = l.Rotar(c) // without a folder nothing can fail
	}
	return l
}

// leer loads the keys of a kind, oldest first.
func (l *Llavero) leer(c Clase) error {
	nombres, err := filepath.Glob(filepath.Join(l.carpeta, string(c)+"-*"+sufijo))
	if err != nil {
		return fmt.Errorf("llaves: %w", err)
	}
	slices.Sort(nombres)
	for _, n := range nombres {
		b, err := leerLlave(n)
		if err != nil {
			return err
		}
		id := strings.TrimSuffix(strings.TrimPrefix(filepath.Base(n), string(c)+"-"), sufijo)
		l.llaves[c] = append(l.llaves[c], nuevaLlave(id, b))
	}
	return nil
}

func leerLlave(nombre string) ([]byte, error) {
	info, err := os.Stat(nombre)
	if err != nil {
		return nil, fmt.Errorf("llaves: %w", err)
	}
	if info.Mode().Perm()&0o077 != 0 {
		return nil, fmt.Errorf("llaves: %w: %s must be readable by its owner only (chmod 600)", ErrPermisos, filepath.Base(nombre))
	}
	texto, err := os.ReadFile(nombre)
	if err != nil {
		return nil, fmt.Errorf("llaves: %w", err)
	}
	b, err := hex.DecodeString(strings.TrimSpace(string(texto)))
	if err != nil || len(b) != largo {
		return nil, fmt.Errorf("llaves: %w: %s", ErrLlave, filepath.Base(nombre))
	}
	return b, nil
}

// Rotar makes a new key of a kind, which encrypts and signs from now on; the
// older ones go on decrypting and verifying. A new key of [Secretos] changes
// no secret: those are always derived from the first.
func (l *Llavero) Rotar(c Clase) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	b := make([]byte, largo)
	rand.Read(b) // it never fails
	n := nuevaLlave(fmt.Sprintf("%04d", len(l.llaves[c])+1), b)
	if l.carpeta != "" {
		nombre := filepath.Join(l.carpeta, string(c)+"-"+n.id+sufijo)
		if err := escribirLlave(nombre, b); err != nil {
			return fmt.Errorf("llaves: %w", err)
		}
	}
	l.llaves[c] = append(l.llaves[c], n)
	return nil
}

// escribirLlave never replaces a key that exists.
func escribirLlave(nombre string, b []byte) error {
	f, err := os.OpenFile(nombre, os.O_WRONLY|os.O_CREATE|os.O_EXCL, fs.FileMode(0o600))
	if err != nil {
		return err
	}
	_, err = f.WriteString(hex.EncodeToString(b) + "\n")
	return errors.Join(err, f.Sync(), f.Close())
}

// nueva is the newest key of a kind, and primera the first there was.
func (l *Llavero) nueva(c Clase) llave {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return l.llaves[c][len(l.llaves[c])-1]
}

func (l *Llavero) primera(c Clase) llave {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return l.llaves[c][0]
}

func (l *Llavero) todas(c Clase) []llave {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return slices.Clone(l.llaves[c])
}

// Firmar gives the newest key that signs tokens, with its id.
func (l *Llavero) Firmar() (id string, k ed25519.PrivateKey) {
	n := l.nueva(Firma)
	return n.id, ed25519.NewKeyFromSeed(n.bytes)
}

// Verificadoras gives the public halves of the keys that sign, by id.
func (l *Llavero) Verificadoras() map[string]ed25519.PublicKey {
	out := map[string]ed25519.PublicKey{}
	for _, n := range l.todas(Firma) {
		out[n.id] = ed25519.NewKeyFromSeed(n.bytes).Public().(ed25519.PublicKey)
	}
	return out
}
