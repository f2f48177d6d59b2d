package api

import (
	"net/http"
	"net/netip"
	"strconv"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// freno bounds how many requests an address may make to the public paths. The
// address is that of the connection: what a header says of it proves nothing.
type freno struct {
	porMinuto int

	mu     sync.Mutex
	cuotas map[netip.Prefix]*cuota
	barrer time.Time
}

type cuota struct {
	*rate.Limiter
	visto time.Time
}

// maxCuotas bounds how many addresses are remembered.
const maxCuotas = 65536

// permitir says whether the address may go on, or how long it must wait.
func (f *freno) permitir(direccion string, ahora time.Time) (espera time.Duration, ok bool) {
	if f.porMinuto < 0 {
		return 0, true
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.olvidar(ahora)
	k := red(direccion)
	q := f.cuotas[k]
	if q == nil {
		q = &cuota{Limiter: rate.NewLimiter(rate.Limit(float64(f.porMinuto)/60), max(f.porMinuto/2, 1))}
		f.cuotas[k] = q
	}
	q.visto = ahora
	r := q.ReserveN(ahora, 1)
	if espera = r.DelayFrom(ahora); espera > 0 {
		r.CancelAt(ahora)
		return espera, false
	}
	return 0, true
}

// olvidar drops, once a minute, the addresses whose quota is whole again, and
// all of them when there are too many.
func (f *freno) olvidar(ahora time.Time) {
	if f.cuotas == nil || len(f.cuotas) >= maxCuotas {
		f.cuotas = map[netip.Prefix]*cuota{}
	}
	if ahora.Before(f.barrer) {
		return
	}
	f.barrer = ahora.Add(time.Minute)
	for k, q := range f.cuotas {
		if ahora.Sub(q.visto) > time.Minute {
			delete(f.cuotas, k)
		}
	}
}

// red is the address of a connection, or the network of an IPv6 one, which a
// single subscriber has whole.
func red(direccion string) netip.Prefix {
	ap, err := netip.ParseAddrPort(direccion)
	if err != nil {
		return netip.Prefix{}
	}
	ip, bits := ap.Addr().Unmap(), 64
	if ip.Is4() {
		bits = 32
	}
	p, _ := ip.WithZone("").Prefix(bits)
	return p
}

// frenar refuses a public request that comes too soon (429).
func (s *Servidor) frenar(w *escritor, r *http.Request) error {
	espera, ok := s.freno.permitir(r.RemoteAddr, s.ahora().Time())
	if ok {
		return nil
	}
	w.Header().Set("Retry-After", strconv.Itoa(int(espera.Seconds())+1))
	return negar(http.StatusTooManyRequests, demasiadas)
}
