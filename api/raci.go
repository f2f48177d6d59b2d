package api

import (
	"reflect"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
)

// FilaRACI is a capability in the matrix of responsibilities.
type FilaRACI struct {
	Capacidad doe.Capacidad `json:"capacidad" doc:"Capacidad" example:"evaluacion.planes"`
	Unidades  []CeldaRACI   `json:"unidades" doc:"Unidades que tienen alguna parte, en el orden de los manuales"`
	// Organos are those informed that are no unit.
	Organos []InformadoRACI `json:"organos" doc:"Órganos a los que se informa"`
	Faltan  []string        `json:"faltan" doc:"Partes R o A que ninguna función da" example:"[\"A\"]"`
}

// CeldaRACI is the part of a unit in a capability.
type CeldaRACI struct {
	Unidad     doe.ClaveUnidad `json:"unidad" doc:"Clave de la unidad" example:"doe-7.1.1"`
	Partes     string          `json:"partes" doc:"R, hace el trabajo; A, decide y responde; C, opina antes; I, recibe el resultado" example:"RA"`
	Facultades []Ejercible     `json:"facultades" doc:"Facultades y funciones de que se siguen"`
	// Informan are the functions of others that inform it.
	Informan []doe.ClaveFuncion `json:"informan" doc:"Funciones de otras unidades que le informan" example:"[\"doe-7.1.1.7/5\"]"`
}

// InformadoRACI is an organ that is informed.
type InformadoRACI struct {
	Organo   string             `json:"organo" doc:"Órgano o, tras «tipo:», cada órgano de una clase" example:"organo-direccion-general"`
	Informan []doe.ClaveFuncion `json:"informan" doc:"Funciones que le informan" example:"[\"doe-7.1/7\"]"`
}

// Ejercible is a facultad with the functions that grant it.
type Ejercible struct {
	Facultad  doe.Facultad       `json:"facultad" doc:"Facultad" example:"evaluacion.planes:autorizar"`
	Funciones []doe.ClaveFuncion `json:"funciones" doc:"Funciones que la otorgan" example:"[\"doe-7.1.1/8\"]"`
}

func (s *Servidor) montarRACI() {
	const que = "Qué parte tiene cada unidad en cada capacidad, como se sigue de los verbos de sus funciones y de las entregas que establecen: R, hace el trabajo; A, decide y responde; C, opina antes; I, recibe el resultado. `/v1/raci/actos` dice qué parte da cada acto y por qué."
	capacidad := func() parametro { return consulta("capacidad", "Solo esta capacidad", "evaluacion.planes", 60) }
	s.leerInstitucion("/v1/raci", "raci-leer", "Matriz de responsabilidades", que, reflect.TypeFor[Lista[FilaRACI]](), s.raci, capacidad())
	s.leerInstitucion("/v1/raci/actos", "raci-actos", "Parte que da cada acto", "Qué parte de la matriz da cada acto a quien lo tiene, con su razón.",
		reflect.TypeFor[Lista[doe.ParteDeActo]](), func(*caso) (respuesta, error) { return enJSON(lista(doe.PartesDeActo())) })
	s.montarCSV("/v1/raci.csv", "raci-csv", "Matriz de responsabilidades, en CSV", que+" Una fila por capacidad y una columna por unidad.", s.raciCSV, capacidad())
}

// filasRACI are the rows asked for.
func (s *Servidor) filasRACI(c *caso) ([]doe.FilaRACI, error) {
	k := doe.Capacidad(c.texto("capacidad"))
	fs := slices.DeleteFunc(s.catalogo().RACI(), func(f doe.FilaRACI) bool { return k != "" && f.Capacidad != k })
	if len(fs) == 0 {
		return nil, deConsulta(otraCapacidad, "query.capacidad")
	}
	return fs, nil
}

func (s *Servidor) raci(c *caso) (respuesta, error) {
	filas, err := s.filasRACI(c)
	if err != nil {
		return respuesta{}, err
	}
	out := []FilaRACI{}
	for _, f := range filas {
		x := FilaRACI{Capacidad: f.Capacidad, Unidades: []CeldaRACI{}, Organos: []InformadoRACI{}, Faltan: []string{}}
		for _, p := range f.Faltan {
			x.Faltan = append(x.Faltan, string(p))
		}
		for _, y := range f.Celdas {
			celda := CeldaRACI{Unidad: y.Unidad, Partes: y.Letras(), Facultades: []Ejercible{}, Informan: y.Informan.Lista()}
			for _, g := range y.Facultades {
				celda.Facultades = append(celda.Facultades, Ejercible{g.Facultad, g.Funciones.Lista()})
			}
			x.Unidades = append(x.Unidades, celda)
		}
		for _, o := range f.Organos {
			x.Organos = append(x.Organos, InformadoRACI{o.Organo, o.Informan.Lista()})
		}
		out = append(out, x)
	}
	return enJSON(lista(out))
}

func (s *Servidor) raciCSV(c *caso) (respuesta, error) {
	rs, err := s.filasRACI(c)
	if err != nil {
		return respuesta{}, err
	}
	cat := s.catalogo()
	cabeza, lugar := []string{"capacidad"}, map[doe.ClaveUnidad]int{}
	for _, u := range cat.Unidades() {
		lugar[u.Clave] = len(cabeza)
		cabeza = append(cabeza, string(u.Clave))
	}
	filas := [][]string{cabeza}
	for _, f := range rs {
		fila := make([]string, len(cabeza))
		fila[0] = string(f.Capacidad)
		for _, x := range f.Celdas {
			fila[lugar[x.Unidad]] = x.Letras()
		}
		filas = append(filas, fila)
	}
	return enCSV("raci.csv", filas)
}
