package tramite

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
)

// Resumen is what the declaration of a trámite says to others.
type Resumen struct {
	Nombre, Coleccion, Titulo, Descripcion, Serie string
	// Paquete is the package of its record, and Registro the record's type.
	Paquete  string
	Registro reflect.Type
	Rama     doe.ClaveUnidad
	Estados  []DefEstado
	// Alta names the act of creation, the first of Actos.
	Alta    string
	Actos   []DefActo
	Plazos  []DefPlazo
	Indices []DefIndice
	// Segregacion says which acts one person should not do both.
	Segregacion Segregacion
	// Publico says whether petitioners see records of it.
	Publico bool
}

// DefPlazo is what the declaration of a deadline says to others.
type DefPlazo struct {
	Nombre   string   `json:"nombre" doc:"Nombre del plazo" example:"respuesta"`
	Titulo   string   `json:"titulo" doc:"Nombre para mostrar" example:"Respuesta"`
	CorreEn  []Estado `json:"corre_en" doc:"Estados de espera en que corre; en los demás se detiene"`
	Prorroga string   `json:"prorroga,omitempty" doc:"Acto que lo prorroga" example:"prorrogar"`
	// Frustra are the acts that end it unmet.
	Frustra []string `json:"frustra" doc:"Actos que lo terminan sin que se cumpla"`
	Vencido string   `json:"vencido,omitempty" doc:"Acto que hace el reloj cuando vence" example:"escalar"`
	// Alarmas are the days of each alarm, counted from the due date.
	Alarmas []int  `json:"alarmas" doc:"Cuándo hace el reloj ese acto, en días naturales contados desde el vencimiento: 0 es el día siguiente; negativo, antes de que venza" example:"[0, 5]"`
	Efecto  string `json:"efecto,omitempty" doc:"Efecto legal de que venza"`
}

// DefIndice is a filter that a list offers.
type DefIndice struct {
	Nombre, Descripcion string
	Valores             []string
}

// Definicion is what the declaration says to others. The caller must not
// change it.
func (t *Tramite[R]) Definicion() *Resumen { return t.resumen }

func (t *Tramite[R]) resumir() *Resumen {
	d := t.def
	tipo := reflect.TypeFor[R]()
	r := &Resumen{
		Nombre: d.Nombre, Coleccion: d.Coleccion, Titulo: d.Titulo, Descripcion: d.Descripcion, Serie: d.Serie,
		Paquete: tipo.PkgPath(), Registro: tipo, Rama: d.Rama, Estados: d.Estados, Alta: t.alta.meta.Nombre, Publico: d.Publica != nil,
		Segregacion: d.Segregacion,
	}
	for _, a := range t.orden {
		r.Actos = append(r.Actos, a.meta)
	}
	for _, p := range d.Plazos {
		r.Plazos = append(r.Plazos, DefPlazo{
			Nombre: p.Nombre, Titulo: p.Titulo, CorreEn: noNil(p.CorreEn), Prorroga: p.Prorroga,
			Frustra: noNil(p.Frustra), Vencido: p.Vencido, Alarmas: noNil(p.Alarmas), Efecto: p.Efecto,
		})
	}
	for _, i := range d.Indices {
		r.Indices = append(r.Indices, DefIndice{i.Nombre, i.Descripcion, slices.Clone(i.Valores)})
	}
	return r
}

func noNil[T any](s []T) []T { return append([]T{}, s...) }

// Acto is the declaration of an act by name.
func (r *Resumen) Acto(nombre string) (DefActo, bool) {
	i := slices.IndexFunc(r.Actos, func(a DefActo) bool { return a.Nombre == nombre })
	if i < 0 {
		return DefActo{}, false
	}
	return r.Actos[i], true
}

// Categoria is the category of a state.
func (r *Resumen) Categoria(e Estado) Categoria {
	for _, d := range r.Estados {
		if d.Nombre == e {
			return d.Categoria
		}
	}
	return ""
}

// Nuevo is an empty record.
func (t *Tramite[R]) Nuevo() Registro { return any(new(R)).(Registro) }

// Decodificar reads a stored record.
func (t *Tramite[R]) Decodificar(doc []byte) (Registro, error) {
	r := new(R)
	if err := json.Unmarshal(doc, r); err != nil {
		return nil, fmt.Errorf("tramite: decoding a %s: %w", t.def.Nombre, err)
	}
	return any(r).(Registro), nil
}

// Codificar writes a record as it is stored.
func (t *Tramite[R]) Codificar(r Registro) ([]byte, error) {
	b := bytes.NewBuffer(make([]byte, 0, 1024))
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(r); err != nil {
		return nil, fmt.Errorf("tramite: encoding a %s: %w", t.def.Nombre, err)
	}
	return b.Bytes()[:b.Len()-1], nil
}

func (t *Tramite[R]) de(r Registro) *R { return any(r).(*R) }

func (t *Tramite[R]) paso(r Registro, nombre string, entrada any, c *Contexto) (paso, error) {
	a := t.actos[nombre]
	if a == nil {
		return paso{}, negar(falla.NoEncontrada, reglaActo)
	}
	return a.paso(t, t.de(r), entrada, c)
}

// Autoriza says whether the actor may do the act on the record, whatever its
// state, and on what basis.
func (t *Tramite[R]) Autoriza(r Registro, nombre string, c *Contexto) (doe.Fundamento, error) {
	a, rec := t.actos[nombre], t.de(r)
	if a == nil {
		return doe.Fundamento{}, negar(falla.NoEncontrada, reglaActo)
	}
	return t.permitir(a, rec, t.cabeza(rec), c)
}

// Lee says whether the actor may read the record: nil, or the refusal.
func Lee(t Cualquiera, r Registro, c *Contexto) error {
	switch t.Acceso(r, c) {
	case Permitido:
		return nil
	case Negado:
		return errorLectura()
	default:
		return negar(falla.NoEncontrada, reglaNoExiste)
	}
}

// Posible says whether an actor may do an act now.
type Posible struct {
	Acto   string `json:"acto" doc:"Acto" example:"clasificar"`
	Titulo string `json:"titulo" doc:"Nombre para mostrar" example:"Clasificar"`
	Puede  bool   `json:"puede" doc:"Si quien consulta puede hacerlo ahora" example:"true"`
	// Fundamento is the basis it would rest on.
	Fundamento *doe.Fundamento `json:"fundamento,omitempty" doc:"En qué se fundaría"`
	// Conflicto names the acts of the record that the actor did before and that
	// duties keep apart from this one: doing it will be flagged.
	Conflicto []string `json:"conflicto,omitempty" doc:"Actos que quien consulta hizo antes en el expediente y que no debería hacer también; si lo hace, queda señalado"`
	// Motivo says why not, in Spanish.
	Motivo string `json:"motivo,omitempty" doc:"Por qué no"`
}

// Posibles lists every act with whether the actor may do it now.
func (t *Tramite[R]) Posibles(r Registro, c *Contexto) []Posible { return t.posibles(t.de(r), c) }

func (t *Tramite[R]) posibles(r *R, c *Contexto) []Posible {
	cab := t.cabeza(r)
	out := make([]Posible, 0, len(t.orden))
	for _, a := range t.orden {
		if a.meta.Creacion || a.meta.Interno {
			continue
		}
		p := Posible{Acto: a.meta.Nombre, Titulo: a.meta.Titulo}
		f, err := t.permitir(a, r, cab, c)
		switch {
		case err != nil:
			p.Motivo = motivo(err)
		case !a.desde[cab.Estado]:
			p.Motivo = fmt.Sprintf("No está abierto en el estado «%s».", cab.Estado)
		default:
			p.Puede, p.Fundamento = true, &f
			if a.segrega && c.Actor.EsPersona() {
				p.Conflicto = t.conflictos(a, cab, a.laborDe(f), c)
			}
		}
		out = append(out, p)
	}
	return out
}

// motivo is the Spanish text of a refusal.
func motivo(err error) string {
	var e *falla.Error
	if errors.As(err, &e) {
		return e.Es
	}
	return err.Error()
}

// Reproducir makes a record from its events. It calls no guard, no catalog and
// no calendar.
func (t *Tramite[R]) Reproducir(folio string, es []Evento) (Registro, error) {
	r := new(R)
	cab := t.cabeza(r)
	for i := range es {
		e := &es[i]
		a := t.actos[e.Acto]
		if a == nil {
			return nil, fmt.Errorf("tramite: %s has no act %s", t.def.Nombre, e.Acto)
		}
		if i == 0 {
			cab.Folio, cab.Creado = folio, e.En
			var err error
			if cab.Unidad, cab.OOAD, err = a.ubicar(e.Entrada, e.suceso().Actor); err != nil {
				return nil, err
			}
		}
		if err := a.reproducir(r, e.Version, e.Entrada, e.suceso()); err != nil {
			return nil, fmt.Errorf("tramite: replaying %s %d: %w", folio, e.Secuencia, err)
		}
		asentar(cab, e)
		reponer(cab, e.Relojes)
	}
	return any(r).(Registro), nil
}

// Entrada decodes the input of an act.
func (t *Tramite[R]) Entrada(nombre string, crudo json.RawMessage) (any, error) {
	a := t.actos[nombre]
	if a == nil {
		return nil, negar(falla.NoEncontrada, reglaActo)
	}
	return a.decodificar(crudo)
}

// Publica is what the petitioner sees.
func (t *Tramite[R]) Publica(r Registro) any {
	if t.def.Publica == nil {
		return nil
	}
	return t.def.Publica(*t.de(r))
}
