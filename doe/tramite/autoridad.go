package tramite

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
)

// autorizar looks up whether the actor may do the act on a record kept by
// guardian in ooad, and on what basis. The error is a [falla.Prohibida].
func (t *Tramite[R]) autorizar(a *acto[R], r *R, guardian doe.ClaveUnidad, ooad doe.OOAD, c *Contexto) (doe.Fundamento, error) {
	if c.heredado != nil && slices.ContainsFunc(a.partes, func(p Contraparte) bool { return p.Rol == doe.Sistema }) {
		return *c.heredado, nil
	}
	if c.Actor.Rol != "" {
		return t.comoContraparte(a, r, c)
	}
	if c.Actor.Unidad == "" || len(a.facultades) == 0 {
		return doe.Fundamento{}, t.prohibir(a, r, guardian, c, sinFacultad)
	}
	switch {
	case a.meta.Nombradas && !t.nombrada(r, c.Actor):
		return doe.Fundamento{}, t.prohibir(a, r, guardian, c, sinNombrar)
	case !a.meta.Nombradas && c.Actor.Unidad.Regional() && c.Actor.OOAD != ooad:
		return doe.Fundamento{}, t.prohibir(a, r, guardian, c, otroOOAD)
	}
	f, ok := t.decidir(a, r, guardian, c.Actor.Unidad, a.facultades, c)
	if !ok {
		f, ok = t.encomendado(a, r, guardian, c)
	}
	if ok && (!a.requiereFirma(f) || c.Actor.Puesto == doe.Titular) {
		return f, nil
	}
	if s := c.Actor.Suplencia; ok && s.Rige(c.Hoy()) {
		f.Tipo, f.Documento = doe.PorSuplencia, s.Documento
		return f, nil
	}
	if d, bien := t.delegado(a, r, guardian, c); bien {
		return d, nil
	}
	if ok {
		return doe.Fundamento{}, t.prohibir(a, r, guardian, c, sinFirma)
	}
	return doe.Fundamento{}, t.prohibir(a, r, guardian, c, sinFacultad)
}

// encomendado looks up whether a superior that may do the act gave it to the
// actor's unit, by a document in force.
func (t *Tramite[R]) encomendado(a *acto[R], r *R, guardian doe.ClaveUnidad, c *Contexto) (doe.Fundamento, bool) {
	e := c.Actor.Encomienda
	if !e.Rige(c.Hoy()) || !slices.Contains(a.facultades, e.Facultad) || !slices.Contains(c.Catalogo.Superiores(c.Actor.Unidad), e.De) {
		return doe.Fundamento{}, false
	}
	if _, ok := t.decidir(a, r, guardian, e.De, a.facultades, c); !ok {
		return doe.Fundamento{}, false
	}
	return doe.Fundamento{
		Tipo: doe.PorEncomienda, Facultad: e.Facultad, Documento: e.Documento, Funciones: doe.ListaFunciones(c.Catalogo.Residual(c.Actor.Unidad)),
	}, true
}

// decidir looks a unit up in the lines that count for the act. A hole in one
// of them falls to a superior only where no unit of the others holds it.
func (t *Tramite[R]) decidir(a *acto[R], r *R, guardian, unidad doe.ClaveUnidad, fs []doe.Facultad, c *Contexto) (doe.Fundamento, bool) {
	if len(a.meta.Papeles) == 0 && !a.meta.Nombradas {
		return c.Catalogo.Decidir(unidad, t.ambito(a, guardian), fs)
	}
	as := t.ambitos(a, r, guardian)
	for _, x := range as {
		f, ok := c.Catalogo.Decidir(unidad, x, fs)
		if ok && (f.Tipo != doe.Jerarquico || len(as) == 1) {
			return f, true
		}
	}
	if len(as) > 1 {
		for _, q := range quienes(as, fs, c) {
			if q.Unidad == unidad {
				return doe.Fundamento{Tipo: q.Fundamento, Facultad: q.Facultad, Funciones: q.Funciones}, true
			}
		}
	}
	return doe.Fundamento{}, false
}

// ambito is the line of the unit that keeps the record.
func (t *Tramite[R]) ambito(a *acto[R], guardian doe.ClaveUnidad) doe.Ambito {
	return doe.Ambito{Alcance: a.meta.Alcance, Guardian: guardian, Rama: t.def.Rama}
}

// ambitos says whose lines count for the act.
func (t *Tramite[R]) ambitos(a *acto[R], r *R, guardian doe.ClaveUnidad) []doe.Ambito {
	x := t.ambito(a, guardian)
	var out []doe.Ambito
	if a.meta.Nombradas {
		for _, n := range t.def.Nombradas(*r) {
			out = append(out, doe.Ambito{Alcance: doe.Propia, Guardian: n.Unidad, Rama: t.def.Rama})
		}
		return out
	}
	if len(a.meta.Papeles) == 0 || r == nil {
		return []doe.Ambito{x}
	}
	for _, papel := range a.meta.Papeles {
		y := x
		if u := t.def.Papeles[papel](*r); u != "" {
			y.Guardian = u
		}
		out = append(out, y)
	}
	return out
}

// nombrada says whether the record is addressed to the actor's unit.
func (t *Tramite[R]) nombrada(r *R, a doe.Actor) bool {
	if t.def.Nombradas == nil || r == nil || a.Unidad == "" {
		return false
	}
	return slices.ContainsFunc(t.def.Nombradas(*r), func(n Nombrada) bool {
		return n.Unidad == a.Unidad && (!a.Unidad.Regional() || n.OOAD == a.OOAD)
	})
}

// quienes lists who may within any of the lines: of several, those on express
// grounds, and only where there are none those to whom a hole falls.
func quienes(as []doe.Ambito, fs []doe.Facultad, c *Contexto) []doe.Facultada {
	if len(as) == 1 {
		return c.Catalogo.Quienes(as[0], fs)
	}
	var expresas, huecos []doe.Facultada
	for _, x := range as {
		for _, q := range c.Catalogo.Quienes(x, fs) {
			lista := &expresas
			if q.Fundamento == doe.Jerarquico {
				lista = &huecos
			}
			if !slices.ContainsFunc(*lista, func(o doe.Facultada) bool { return o.Unidad == q.Unidad }) {
				*lista = append(*lista, q)
			}
		}
	}
	if len(expresas) > 0 {
		return expresas
	}
	return huecos
}

// requiereFirma says whether the act under that basis needs the head. A basis
// on a sufficing facultad is judged by the act's own first facultad.
func (a *acto[R]) requiereFirma(f doe.Fundamento) bool {
	if i := slices.Index(a.facultades, f.Facultad); i >= 0 {
		return a.firma[i]
	}
	return a.firma[0]
}

func (t *Tramite[R]) comoContraparte(a *acto[R], r *R, c *Contexto) (doe.Fundamento, error) {
	for _, p := range a.partes {
		if p.Rol != c.Actor.Rol || !t.esParte(p.Rol, r, c.Actor) {
			continue
		}
		f := doe.Fundamento{Tipo: doe.PorContraparte, Documento: p.Fuente.String()}
		if p.Fuente.IsZero() {
			f.Documento = ""
		}
		switch p.Rol {
		case doe.Ciudadano:
			f.Tipo = doe.PorCiudadano
		case doe.Sistema:
			f.Tipo = doe.PorSistema
		}
		if p.Preve != "" {
			f.Funciones = doe.ListaFunciones(p.Preve)
		}
		return f, nil
	}
	return doe.Fundamento{}, t.prohibir(a, r, "", c, sinFacultad)
}

// esParte says whether the counterpart is one of the record's. The clock, the
// petitioner (whose key was proved above) and whoever creates a record are.
func (t *Tramite[R]) esParte(rol doe.Rol, r *R, a doe.Actor) bool {
	if rol == doe.Sistema || rol == doe.Ciudadano || r == nil || t.def.Partes == nil {
		return true
	}
	return slices.Contains(t.def.Partes(*r), Parte{rol, a.Organo})
}

// Why an act is forbidden.
var (
	sinFacultad = falla.Regla{Codigo: "sin-facultad", Es: "Ninguna función de su unidad la faculta para este acto en este expediente.", En: "No function of your unit empowers it for this act on this record."}
	otroOOAD    = falla.Regla{Codigo: "fuera-de-ambito", Es: "El expediente es de otro OOAD.", En: "The record belongs to another OOAD."}
	sinNombrar  = falla.Regla{Codigo: "sin-nombrar", Es: "El expediente no está dirigido a su unidad.", En: "The record is not addressed to your unit."}
	sinFirma    = falla.Regla{Codigo: "requiere-titular", Es: "El acto lo firma la persona titular de la unidad o quien la supla con documento vigente.", En: "The act is signed by the head of the unit, or by a stand-in whose document is in force."}
	sinLectura  = falla.Regla{Codigo: "sin-lectura", Es: "El expediente no es del ámbito de su unidad.", En: "The record is out of the scope of your unit."}
)

func (t *Tramite[R]) prohibir(a *acto[R], r *R, guardian doe.ClaveUnidad, c *Contexto, por falla.Regla) error {
	e := &falla.Error{Clase: falla.Prohibida, Codigo: por.Codigo, Es: por.Es, En: por.En}
	for _, p := range a.partes {
		if p.Rol != doe.Sistema {
			e.Contrapartes = append(e.Contrapartes, falla.Contraparte{Rol: string(p.Rol), Funcion: string(p.Preve)})
		}
	}
	if len(a.facultades) == 0 {
		return e
	}
	e.Facultad = string(a.facultades[0])
	for _, q := range t.quienes(a, r, guardian, c) {
		f := falla.Facultada{Unidad: string(q.Unidad), Fundamento: string(q.Fundamento), Funciones: []string{}}
		for k := range q.Funciones.All() {
			f.Funciones = append(f.Funciones, string(k))
		}
		if u, ok := c.Catalogo.Unidad(q.Unidad); ok {
			f.Nombre = u.Nombre
		}
		e.Facultadas = append(e.Facultadas, f)
	}
	return e
}

func (t *Tramite[R]) quienes(a *acto[R], r *R, guardian doe.ClaveUnidad, c *Contexto) []doe.Facultada {
	if len(a.facultades) == 0 {
		return nil
	}
	return quienes(t.ambitos(a, r, guardian), a.facultades, c)
}

// Quienes lists the units that may do an act on a record, and on what basis.
func (t *Tramite[R]) Quienes(reg Registro, nombre string, c *Contexto) []doe.Facultada {
	a := t.actos[nombre]
	if a == nil {
		return nil
	}
	return t.quienes(a, t.de(reg), reg.Cabeza().Unidad, c)
}

// Acceso is what an actor may see of a record.
type Acceso uint8

// The kinds of access.
const (
	// Oculto: to this actor the record does not exist (404).
	Oculto Acceso = iota
	// Negado: that it exists is no secret, but it is not theirs to read (403).
	Negado
	// Permitido: it may be read.
	Permitido
)

// Acceso says whether the actor may read the record.
func (t *Tramite[R]) Acceso(reg Registro, c *Contexto) Acceso {
	rec, ok := any(reg).(*R)
	if !ok {
		return Oculto
	}
	cab := t.cabeza(rec)
	switch {
	case t.comun(rec) || c.Actor.Rol == doe.Sistema || c.Actor.Rol == doe.Ciudadano:
		return Permitido
	case c.Actor.Rol != "":
		if t.excluido(rec, c.Actor) || t.def.Partes == nil || !slices.Contains(t.def.Partes(*rec), Parte{c.Actor.Rol, c.Actor.Organo}) {
			return Oculto
		}
		return Permitido
	}
	if t.oculto(rec, cab, c.Actor) {
		return Oculto
	}
	if !t.enRama(c.Actor, c.Catalogo) || c.Actor.Unidad.Regional() && c.Actor.OOAD != cab.OOAD && !t.nombrada(rec, c.Actor) {
		return Negado
	}
	return Permitido
}

func (t *Tramite[R]) comun(r *R) bool { return t.def.Comun != nil && t.def.Comun(*r) }

func (t *Tramite[R]) oculto(r *R, cab *Cabecera, a doe.Actor) bool {
	if t.def.Reserva == nil {
		return false
	}
	if t.excluido(r, a) {
		return true
	}
	res := t.def.Reserva(*r)
	suya := t.def.Nombradas != nil && (Nombrada{a.Unidad, a.OOAD}).parte() == (Nombrada{cab.Unidad, cab.OOAD}).parte()
	if suya || t.nombrada(r, a) || !res.Restringida || cab.Responsable == a.Sub && a.Sub != "" {
		return false
	}
	fuera := a.Unidad.Regional() && a.OOAD != cab.OOAD
	return fuera || t.def.VeReservados == nil || !t.def.VeReservados(a)
}

// excluido says whether the record names the actor among those who never read
// it, in a unit or as a counterpart.
func (t *Tramite[R]) excluido(r *R, a doe.Actor) bool {
	return t.def.Reserva != nil && slices.ContainsFunc(t.def.Reserva(*r).Excluidos, func(x string) bool { return x == a.Sub || x == a.Nombre })
}

// enRama says whether the unit is in the line of the branch that owns the
// trámite.
func (t *Tramite[R]) enRama(a doe.Actor, cat *doe.Catalogo) bool {
	return a.Unidad != "" && cat.EnLinea(t.def.Rama, a.Unidad)
}

// Vista says which records of a list an actor may see.
type Vista struct {
	// Nada: none at all.
	Nada bool
	// OOAD: only those of this body, when set.
	OOAD doe.OOAD
	// Partes: also those in which one of these has a part, restricted or of
	// another body though they be; with SoloPartes, no others. An empty place
	// holds nobody.
	Partes     [2]Parte
	SoloPartes bool
	// Reservados: also the restricted ones that are not assigned to Sub.
	Reservados bool
	// Sub and Nombre identify the reader, for what is assigned or excluded.
	Sub, Nombre string
}

// Vista is what the actor may see in the list of the trámite.
func (t *Tramite[R]) Vista(c *Contexto) Vista {
	a := c.Actor
	v := Vista{Sub: a.Sub, Nombre: a.Nombre}
	switch {
	case a.Rol == doe.Sistema:
		v.Reservados = true
		return v
	case a.Rol != "":
		v.SoloPartes, v.Reservados = true, true
		if a.Organo != "" {
			v.Partes[0] = Parte{a.Rol, a.Organo}
		}
	case !t.enRama(a, c.Catalogo):
		v.SoloPartes = true
	default:
		if a.Unidad.Regional() {
			v.OOAD = a.OOAD
		}
		if t.def.Nombradas != nil {
			v.Partes[0] = Nombrada{a.Unidad, a.OOAD}.parte()
		}
		v.Reservados = t.def.VeReservados == nil || t.def.VeReservados(a)
	}
	if t.def.Comun != nil {
		v.Partes[1] = todos
	}
	v.Nada = v.SoloPartes && v.Partes == [2]Parte{}
	return v
}

// errorLectura is the refusal to read a record whose existence is no secret.
func errorLectura() error { return negar(falla.Prohibida, sinLectura) }
