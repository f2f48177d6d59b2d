package api

import (
	"reflect"
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
)

// Lectura is a read or a report that exercises facultades.
type Lectura struct {
	Ruta       string         `json:"ruta" doc:"Método y ruta" example:"GET /v1/siade/estadistica"`
	Facultades []doe.Facultad `json:"facultades" doc:"Facultades que ejerce" example:"[\"siade.estadistica:informar\"]"`
}

// Cobertura tells which functions of the manuals the program exercises.
type Cobertura struct {
	Total     int               `json:"total" doc:"Funciones de los manuales, o de la unidad pedida" example:"784"`
	Cubiertas int               `json:"cubiertas" doc:"Funciones cuyas facultades pide algún acto o lectura, todas" example:"120"`
	Desde     *fecha.Fecha      `json:"desde" nullable:"true" doc:"Primer día cuyos actos se cuentan; null desde el principio" example:"2026-01-01"`
	Hasta     *fecha.Fecha      `json:"hasta" nullable:"true" doc:"Último día cuyos actos se cuentan; null hasta hoy" example:"2026-12-31"`
	Funciones []FuncionCubierta `json:"funciones" doc:"Todas las funciones, en el orden de los manuales"`
	// SinActo and NuncaEjercidas list functions by key.
	SinActo        []doe.ClaveFuncion `json:"sin_acto" doc:"Funciones de las que ningún acto ni lectura pide todavía facultad alguna"`
	NuncaEjercidas []doe.ClaveFuncion `json:"nunca_ejercidas" doc:"Funciones en que ningún acto del periodo se ha fundado"`
	SinUso         []FacultadSinUso   `json:"sin_uso" doc:"Facultades otorgadas que ningún acto ni lectura pide todavía"`
	Jerarquicos    []ActoJerarquico   `json:"jerarquicos" doc:"Actos que solo se fundan en la jerarquía, para todas o algunas de las unidades que guardan el expediente"`
	Huecos         []Hueco            `json:"huecos" doc:"Facultades que ninguna función otorga y algún trámite necesita"`
}

// FuncionCubierta is a function with what asks for its facultades and how
// often acts have rested on it.
type FuncionCubierta struct {
	Clave      doe.ClaveFuncion `json:"clave" doc:"Clave de la función" example:"doe-7.1/1"`
	Facultades []doe.Facultad   `json:"facultades" doc:"Facultades que otorga" example:"[\"doe.normativa:autorizar\"]"`
	Actos      []ActoDe         `json:"actos" doc:"Actos que piden alguna"`
	Lecturas   []string         `json:"lecturas" doc:"Lecturas que ejercen alguna"`
	Ejercida   int              `json:"ejercida" doc:"Cuántos actos se han fundado en ella" example:"0"`
	Ultima     *fecha.Fecha     `json:"ultima" nullable:"true" doc:"Día del último; null si ninguno" example:"2026-03-02"`
	Ejercicios []EjercicioMes   `json:"ejercicios" doc:"Los mismos por mes y por unidad de quien actuó"`
	Cubierta   bool             `json:"cubierta" doc:"Si todas sus facultades las pide algún acto o lectura" example:"false"`
}

// EjercicioMes is how often a function was exercised by a unit in a month.
type EjercicioMes struct {
	Mes    string          `json:"mes" doc:"Mes" example:"2026-03"`
	Unidad doe.ClaveUnidad `json:"unidad" doc:"Unidad de quien actuó; vacía si fue una contraparte" example:"doe-7.1"`
	Veces  int             `json:"veces" doc:"Cuántos actos" example:"3"`
	Ultima fecha.Fecha     `json:"ultima" doc:"Día del último" example:"2026-03-02"`
}

// FacultadSinUso is a facultad that functions grant and nothing asks for.
type FacultadSinUso struct {
	Facultad  doe.Facultad       `json:"facultad" doc:"Facultad" example:"doe.bienes:autorizar"`
	Funciones []doe.ClaveFuncion `json:"funciones" doc:"Funciones que la otorgan" example:"[\"doe-7.1.6/5\"]"`
}

// ActoDe is an act of a trámite.
type ActoDe struct {
	Tramite string `json:"tramite" doc:"Nombre del trámite" example:"peticion"`
	Acto    string `json:"acto" doc:"Nombre del acto" example:"clasificar"`
}

// lectura is a read as it was mounted.
type lectura = Lectura

// ejerce declares that a read exercises facultades.
func (s *Servidor) ejerce(op *operacion, fs ...doe.Facultad) {
	s.lecturas = append(s.lecturas, lectura{op.Method + " " + op.Path, fs})
	if !s.documenta {
		return
	}
	texto, funciones := s.otorgan(fs)
	op.Extensions = map[string]any{"x-facultades": texto, "x-funciones": funciones}
}

func (s *Servidor) montarCobertura() {
	s.leerInstitucion("/v1/lecturas", "lecturas-listar", "Lecturas que ejercen facultades", "Lecturas y reportes que, sin ser actos de un trámite, ejercen facultades.",
		reflect.TypeFor[Lista[Lectura]](), func(*caso) (respuesta, error) { return enJSON(lista(s.lecturas)) })
	filtros := func() []parametro {
		return []parametro{
			deFecha("desde", "Cuenta los actos desde este día", "2026-01-01"), deFecha("hasta", "Cuenta los actos hasta este día, incluido", "2026-12-31"),
			deUnidad("Solo las funciones de esta unidad"),
		}
	}
	s.leerInstitucion("/v1/cobertura", "cobertura-leer", "Cobertura de las funciones",
		"Qué funciones de los manuales ejerce el programa y cuáles no, y cuántas veces se ha fundado un acto en cada una, por mes y unidad. Una función está cubierta cuando cada una de sus facultades la pide algún acto o lectura. "+
			"Dice también las facultades que nada pide todavía, los actos que solo descansan en la jerarquía, con el hueco y la razón, y qué se decidió de cada hueco.",
		reflect.TypeFor[Cobertura](), s.cobertura, filtros()...)
	s.montarCSV("/v1/cobertura.csv", "cobertura-csv", "Cobertura de las funciones, en CSV",
		"Una fila por función o, con `detalle=mes`, una por función, mes y unidad en que se ejerció.", s.coberturaCSV,
		append(filtros(), deValores("detalle", "Qué es cada fila", "funcion", "mes"))...)
}

func (s *Servidor) cobertura(c *caso) (respuesta, error) {
	x, err := s.cubrirTodo(c)
	if err != nil {
		return respuesta{}, err
	}
	return enJSON(x)
}

// cubrirTodo is the coverage of the functions asked for.
func (s *Servidor) cubrirTodo(c *caso) (Cobertura, error) {
	cat, u := s.catalogo(), doe.ClaveUnidad(c.texto("unidad"))
	if _, ok := cat.Unidad(u); !ok && u != "" {
		return Cobertura{}, deConsulta(otraUnidad, "query.unidad")
	}
	q := almacen.ConsultaEjercicios{Desde: c.fecha("desde"), Hasta: c.fecha("hasta")}
	ej, err := s.almacen.Ejercicios(c.r.Context(), q)
	if err != nil {
		return Cobertura{}, err
	}
	actos, lecturas := s.piden()
	h := s.delCatalogo(cat)
	out := Cobertura{
		Desde: siFecha(q.Desde), Hasta: siFecha(q.Hasta), Funciones: []FuncionCubierta{}, SinActo: []doe.ClaveFuncion{}, NuncaEjercidas: []doe.ClaveFuncion{},
		SinUso: sinUso(cat, u, actos, lecturas), Jerarquicos: h.jerarquicos, Huecos: h.huecos,
	}
	por := porFuncion(ej)
	for _, f := range cat.Funciones() {
		if u == "" || f.Unidad == u {
			x := cubrir(f, actos, lecturas)
			x.contar(por[f.Clave])
			out.sumar(x)
		}
	}
	return out, nil
}

func siFecha(f fecha.Fecha) *fecha.Fecha {
	if f.IsZero() {
		return nil
	}
	return &f
}

// porFuncion parts uses by function.
func porFuncion(es []almacen.Ejercicio) map[doe.ClaveFuncion][]almacen.Ejercicio {
	out := map[doe.ClaveFuncion][]almacen.Ejercicio{}
	for _, e := range es {
		out[e.Funcion] = append(out[e.Funcion], e)
	}
	return out
}

// contar notes how often the function was exercised.
func (x *FuncionCubierta) contar(es []almacen.Ejercicio) {
	for _, e := range es {
		x.Ejercida += e.Veces
		if x.Ultima == nil || e.Ultima.After(*x.Ultima) {
			x.Ultima = siFecha(e.Ultima)
		}
		x.Ejercicios = append(x.Ejercicios, EjercicioMes{e.Mes.String()[:len("2026-03")], e.Unidad, e.Veces, e.Ultima})
	}
}

// sumar adds a function to the report.
func (o *Cobertura) sumar(x FuncionCubierta) {
	o.Total++
	if x.Cubierta {
		o.Cubiertas++
	}
	if len(x.Actos)+len(x.Lecturas) == 0 {
		o.SinActo = append(o.SinActo, x.Clave)
	}
	if x.Ejercida == 0 {
		o.NuncaEjercidas = append(o.NuncaEjercidas, x.Clave)
	}
	o.Funciones = append(o.Funciones, x)
}

// sinUso lists the facultades that functions grant, of one unit or of all, and
// nothing asks for.
func sinUso(cat *doe.Catalogo, u doe.ClaveUnidad, actos map[doe.Facultad][]ActoDe, lecturas map[doe.Facultad][]string) []FacultadSinUso {
	out, lugar := []FacultadSinUso{}, map[doe.Facultad]int{}
	for _, f := range cat.Funciones() {
		if u != "" && f.Unidad != u {
			continue
		}
		for _, o := range f.Facultades {
			if len(actos[o.Facultad])+len(lecturas[o.Facultad]) > 0 {
				continue
			}
			i, ya := lugar[o.Facultad]
			if !ya {
				i = len(out)
				lugar[o.Facultad], out = i, append(out, FacultadSinUso{Facultad: o.Facultad})
			}
			out[i].Funciones = append(out[i].Funciones, f.Clave)
		}
	}
	slices.SortFunc(out, func(a, b FacultadSinUso) int { return strings.Compare(string(a.Facultad), string(b.Facultad)) })
	return out
}

// piden says which acts and reads ask for each facultad. Who asks for one that
// nobody holds asks for those that the catalog says suffice.
func (s *Servidor) piden() (map[doe.Facultad][]ActoDe, map[doe.Facultad][]string) {
	actos, lecturas := map[doe.Facultad][]ActoDe{}, map[doe.Facultad][]string{}
	basta := map[doe.Facultad][]doe.Facultad{}
	for _, h := range s.catalogo().Huecos() {
		basta[h.Facultad] = h.Basta
		if h.Regional != "" {
			basta[h.Facultad] = append(basta[h.Facultad], h.Regional)
		}
	}
	for _, t := range s.mesa.Tramites() {
		d := t.Definicion()
		for _, a := range d.Actos {
			for _, f := range a.Facultades {
				for _, g := range append([]doe.Facultad{f}, basta[f]...) {
					if x := (ActoDe{d.Nombre, a.Nombre}); !slices.Contains(actos[g], x) {
						actos[g] = append(actos[g], x)
					}
				}
			}
		}
	}
	for _, l := range s.lecturas {
		for _, f := range l.Facultades {
			lecturas[f] = append(lecturas[f], l.Ruta)
		}
	}
	return actos, lecturas
}

func cubrir(f doe.Funcion, actos map[doe.Facultad][]ActoDe, lecturas map[doe.Facultad][]string) FuncionCubierta {
	x := FuncionCubierta{Clave: f.Clave, Facultades: []doe.Facultad{}, Actos: []ActoDe{}, Lecturas: []string{}, Ejercicios: []EjercicioMes{}, Cubierta: len(f.Facultades) > 0}
	for _, o := range f.Facultades {
		x.Facultades = append(x.Facultades, o.Facultad)
		x.Cubierta = x.Cubierta && len(actos[o.Facultad])+len(lecturas[o.Facultad]) > 0
		for _, a := range actos[o.Facultad] {
			if !slices.Contains(x.Actos, a) {
				x.Actos = append(x.Actos, a)
			}
		}
		for _, l := range lecturas[o.Facultad] {
			if !slices.Contains(x.Lecturas, l) {
				x.Lecturas = append(x.Lecturas, l)
			}
		}
	}
	return x
}
