package texto

import "sync"

// The bounds of the memory of roots: about 32,000 words, more than people use.
const (
	secciones  = 16
	porSeccion = 2048
)

// memoria keeps the roots already found, since stemming costs far more than
// looking up. It only saves time: a root is a function of its word.
var memoria recuerdo

// recuerdo is a bounded map in sections, safe for concurrent use.
type recuerdo [secciones]struct {
	sync.RWMutex
	m map[string]string
}

// seccion spreads words by the FNV-1a hash.
func seccion[T string | []byte](w T) uint32 {
	h := uint32(2166136261)
	for i := range len(w) {
		h = (h ^ uint32(w[i])) * 16777619
	}
	return h % secciones
}

func (r *recuerdo) leer(w []byte) (string, bool) {
	s := &r[seccion(w)]
	s.RLock()
	defer s.RUnlock()
	x, ok := s.m[string(w)]
	return x, ok
}

// guardar forgets a whole section when it is full.
func (r *recuerdo) guardar(w, raiz string) {
	s := &r[seccion(w)]
	s.Lock()
	defer s.Unlock()
	if s.m == nil || len(s.m) >= porSeccion {
		s.m = make(map[string]string, porSeccion/8)
	}
	s.m[w] = raiz
}
