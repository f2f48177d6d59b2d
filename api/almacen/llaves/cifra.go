package llaves

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"strings"
)

// ErrDescifrar is given for what was not encrypted by this ring for that
// place.
var ErrDescifrar = errors.New("llaves: cannot decrypt")

// Cifrar encrypts what will be stored at a place, as in
// "identidades.cifrado|ref". Moved elsewhere it does not decrypt. The id of
// the key goes before it.
func (l *Llavero) Cifrar(lugar string, claro []byte) []byte {
	n := l.nueva(Cifrado)
	b := append(make([]byte, 0, len(n.id)+1+28+len(claro)), n.id...)
	b = append(b, ':')
	return n.aead.Seal(b, nil, claro, []byte(lugar))
}

// Descifrar decrypts what [Llavero.Cifrar] made for the place. The error is
// [ErrDescifrar].
func (l *Llavero) Descifrar(lugar string, cifrado []byte) ([]byte, error) {
	id, resto, _ := strings.Cut(string(cifrado), ":")
	for _, n := range l.todas(Cifrado) {
		if n.id == id {
			claro, err := n.aead.Open(nil, nil, []byte(resto), []byte(lugar))
			if err != nil {
				return nil, ErrDescifrar
			}
			return claro, nil
		}
	}
	return nil, ErrDescifrar
}

func gcm(k []byte) cipher.AEAD {
	b, err := aes.NewCipher(k)
	if err != nil {
		panic(err) // keys are 32 bytes
	}
	g, err := cipher.NewGCMWithRandomNonce(b)
	if err != nil {
		panic(err) // AES has the block size of GCM
	}
	return g
}

// IndiceCiego is what stands in the store for a value that must be found
// exactly and not read: one per key, the newest first.
func (l *Llavero) IndiceCiego(clave, valor string) [][]byte {
	todas := l.todas(Indice)
	out := make([][]byte, 0, len(todas))
	for i := len(todas) - 1; i >= 0; i-- {
		out = append(out, mac(todas[i].bytes, clave, valor))
	}
	return out
}

// Secreto derives a secret of 128 bits from what it is for, in URL-safe
// base64: the same parts give the same secret again.
func (l *Llavero) Secreto(partes ...string) string {
	return base64.RawURLEncoding.EncodeToString(mac(l.primera(Secretos).bytes, partes...)[:16])
}

// Sellar gives the seal of a cursor.
func (l *Llavero) Sellar(partes ...string) []byte {
	return mac(l.nueva(Cursores).bytes, partes...)[:16]
}

// EsSello says whether a seal is one of ours, in constant time.
func (l *Llavero) EsSello(sello []byte, partes ...string) bool {
	ok := false
	for _, n := range l.todas(Cursores) {
		ok = hmac.Equal(mac(n.bytes, partes...)[:16], sello) || ok
	}
	return ok
}

// mac joins parts so that no two lists give the same bytes.
func mac(k []byte, partes ...string) []byte {
	h := hmac.New(sha256.New, k)
	for _, p := range partes {
		n := len(p)
		h.Write([]byte{byte(n >> 24), byte(n >> 16), byte(n >> 8), byte(n)})
		h.Write([]byte(p))
	}
	return h.Sum(nil)
}
