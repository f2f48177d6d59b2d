package almacen

import (
	"encoding/json"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// movimiento is by how much one counter of a trámite moves.
type movimiento struct {
	Serie string `json:"s"`
	tramite.Aporte
}

// ejercicio is one use of a function by a unit on a day.
type ejercicio struct {
	Funcion doe.ClaveFuncion `json:"f"`
	Unidad  doe.ClaveUnidad  `json:"u"`
	Dia     int              `json:"d"`
}

// mover notes what a record adds to the counters, or no longer adds.
func (f *fila) mover(as []tramite.Aporte, signo int) {
	for _, x := range as {
		for i := range x.M {
			x.M[i] *= signo
		}
		f.aportes = append(f.aportes, movimiento{f.serie, x})
	}
}

// ejercer notes the functions that an event exercised.
func (f *fila) ejercer(e *tramite.Evento, hoy fecha.Fecha) {
	for k := range e.Fundamento.Funciones.All() {
		f.ejercicios = append(f.ejercicios, ejercicio{k, e.Unidad, hoy.Ordinal()})
	}
}

// claveCuenta is the key of a daily counter.
type claveCuenta struct {
	serie, familia string
	dia            fecha.Fecha
	ooad           doe.OOAD
	v1, v2         string
	cubeta         int
}

// sumas adds up movements: those of a batch are kept in one row until they are
// added to the counters.
type sumas struct {
	cuentas    map[claveCuenta]*[tramite.MaxMedidas]int
	ejercicios map[ejercicio]int
}

func nuevasSumas() *sumas {
	return &sumas{map[claveCuenta]*[tramite.MaxMedidas]int{}, map[ejercicio]int{}}
}

func (s *sumas) fila(f *fila) {
	for i := range f.aportes {
		s.movimiento(&f.aportes[i])
	}
	for _, e := range f.ejercicios {
		s.ejercicios[e]++
	}
}

func (s *sumas) movimiento(m *movimiento) {
	k := claveCuenta{m.Serie, m.Familia, m.Dia, m.OOAD, m.V1, m.V2, m.Cubeta}
	v := s.cuentas[k]
	if v == nil {
		v = new([tramite.MaxMedidas]int)
		s.cuentas[k] = v
	}
	for i, n := range m.M {
		v[i] += n
	}
}

// suma is the JSON form of sumas.
type suma struct {
	Cuentas    []movimiento     `json:"cuentas,omitempty"`
	Ejercicios []vecesEjercicio `json:"ejercicios,omitempty"`
}

type vecesEjercicio struct {
	ejercicio
	N int `json:"n"`
}

// codificar writes the movements that are not nil; empty when there are none.
func (s *sumas) codificar() (string, error) {
	var out suma
	for k, m := range s.cuentas {
		if *m != [tramite.MaxMedidas]int{} {
			out.Cuentas = append(out.Cuentas, movimiento{k.serie, tramite.Aporte{Familia: k.familia, Dia: k.dia, OOAD: k.ooad, V1: k.v1, V2: k.v2, Cubeta: k.cubeta, M: *m}})
		}
	}
	for k, n := range s.ejercicios {
		out.Ejercicios = append(out.Ejercicios, vecesEjercicio{k, n})
	}
	if out.Cuentas == nil && out.Ejercicios == nil {
		return "", nil
	}
	b, err := json.Marshal(out)
	return string(b), err
}

// leer adds what codificar wrote.
func (s *sumas) leer(texto string) error {
	var in suma
	if err := json.Unmarshal([]byte(texto), &in); err != nil {
		return err
	}
	for i := range in.Cuentas {
		s.movimiento(&in.Cuentas[i])
	}
	for _, e := range in.Ejercicios {
		s.ejercicios[e.ejercicio] += e.N
	}
	return nil
}

// ejercicios gives the functions that a stored event exercised.
func ejercicios(carga []byte) (*fila, error) {
	var e tramite.Evento
	f := &fila{}
	if err := json.Unmarshal(carga, &e); err != nil {
		return f, err
	}
	f.ejercer(&e, e.En.Dia())
	return f, nil
}
