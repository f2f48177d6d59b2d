package doe

import (
	"maps"
	"slices"
	"strings"
)

// ParteRACI is the part that a unit has in a capability.
type ParteRACI string

// The parts, in the order in which a cell shows them.
const (
	// Responsable does the work (R).
	Responsable ParteRACI = "R"
	// Aprobador answers for the decision (A).
	Aprobador ParteRACI = "A"
	// Consultado gives its opinion before it (C).
	Consultado ParteRACI = "C"
	// Informado receives what results from it (I).
	Informado ParteRACI = "I"
)

// PartesRACI lists the parts in order.
func PartesRACI() []ParteRACI { return []ParteRACI{Responsable, Aprobador, Consultado, Informado} }

// ParteDeActo is the part that an act gives to who holds it, and why.
type ParteDeActo struct {
	Acto  Acto      `json:"acto" doc:"Acto" example:"autorizar"`
	Parte ParteRACI `json:"parte" doc:"R, A o C" example:"A"`
	Razon string    `json:"razon" doc:"Por qué" example:"La decisión que hace vigente."`
}

// partesDeActo argues the part of each act. Informed is no act's holder but
// its addressee: see [Catalogo.RACI].
var partesDeActo = []ParteDeActo{
	{"proponer", Consultado, "Inicia algo que otra unidad decide: se le oye, y ni lo hace ni responde por ello."},
	{"elaborar", Responsable, "Hace el contenido."},
	{"revisar", Consultado, "Da su opinión y observaciones antes de que se decida."},
	{"validar", Aprobador, "Da por correcto, y sin eso no se sigue: responde por lo validado."},
	{"autorizar", Aprobador, "La decisión que hace vigente."},
	{"acordar", Aprobador, "Cierra con otra parte lo que queda obligado: responde por lo acordado."},
	{"coordinar", Responsable, "Asigna, programa y conduce el trabajo de varios: lo hace, por medio de otros."},
	{"ejecutar", Responsable, "Lleva a cabo el trabajo y entrega su producto."},
	{"registrar", Responsable, "Da de alta y mantiene el registro."},
	{"turnar", Responsable, "Pasa el asunto a quien compete: es parte del trabajo."},
	{"atender", Responsable, "Da la respuesta o la solución."},
	{"seguir", Responsable, "Registra avance y da por cumplido o vencido."},
	{"supervisar", Consultado, "Observa el trabajo de otros sin hacerlo ni decidirlo."},
	{"evaluar", Responsable, "Produce la calificación."},
	{"analizar", Consultado, "Aporta el análisis con que otros hacen o deciden."},
	{"informar", Responsable, "Entrega el informe; quien lo recibe es el informado."},
	{"difundir", Responsable, "Publica o distribuye; quien lo recibe es el informado."},
	{"orientar", Consultado, "Acompaña y asesora a quien hace."},
	{"representar", Responsable, "Actúa ante otra instancia a nombre de la Dirección."},
	{"administrar", Responsable, "Configura y opera el sistema o el catálogo."},
}

// PartesDeActo lists the part that each act gives, with its reason.
func PartesDeActo() []ParteDeActo { return slices.Clone(partesDeActo) }

// ParteDe is the part that an act stands for; empty for unknown acts.
func ParteDe(a Acto) ParteRACI {
	for i := range partesDeActo {
		if partesDeActo[i].Acto == a {
			return partesDeActo[i].Parte
		}
	}
	return ""
}

// FilaRACI is a capability in the matrix of responsibilities.
type FilaRACI struct {
	Capacidad Capacidad
	// Celdas are those of the units that have some part, in the order of the
	// manuals.
	Celdas []CeldaRACI
	// Organos are those informed that are no unit: organs and, after [ATodos],
	// every organ of a kind.
	Organos []InformadoRACI
	// Faltan are the parts of work and decision that no function gives.
	Faltan []ParteRACI
}

// CeldaRACI is the part of a unit in a capability, with what it rests on.
type CeldaRACI struct {
	Unidad     ClaveUnidad
	Partes     []ParteRACI
	Facultades []Concesion
	// Informan are the functions of others that inform it.
	Informan Funciones
}

// InformadoRACI is an organ to which functions of a capability hand over.
type InformadoRACI struct {
	Organo   string
	Informan Funciones
}

// Letras writes the parts together: "RA".
func (c CeldaRACI) Letras() string {
	var b strings.Builder
	for _, p := range c.Partes {
		b.WriteString(string(p))
	}
	return b.String()
}

// RACI derives the matrix of responsibilities, a row per capability, from the
// verbs of the functions and the hand-offs that they state. Informed are those
// to whom a function that informs, disseminates or forwards says it hands over
// and, where one that informs does not say, the superior of who does.
func (c *Catalogo) RACI() []FilaRACI {
	out := make([]FilaRACI, len(c.capacidades))
	informan := c.informan()
	for i, k := range c.capacidades {
		out[i] = c.filaRACI(i, informan[k.Clave])
	}
	return out
}

func (c *Catalogo) filaRACI(capacidad int, informan map[string][]ClaveFuncion) FilaRACI {
	f := FilaRACI{Capacidad: c.capacidades[capacidad].Clave}
	hay := map[ParteRACI]bool{}
	for u := range c.unidades {
		x := c.celdaRACI(u, capacidad, informan[string(c.unidades[u].Clave)])
		for _, p := range x.Partes {
			hay[p] = true
		}
		if len(x.Partes) > 0 {
			f.Celdas = append(f.Celdas, x)
		}
	}
	for _, quien := range slices.Sorted(maps.Keys(informan)) {
		if _, unidad := c.iUnidad[ClaveUnidad(quien)]; !unidad {
			f.Organos = append(f.Organos, InformadoRACI{quien, ListaFunciones(informan[quien]...)})
		}
	}
	for _, p := range []ParteRACI{Responsable, Aprobador} {
		if !hay[p] {
			f.Faltan = append(f.Faltan, p)
		}
	}
	return f
}

func (c *Catalogo) celdaRACI(u, capacidad int, informan []ClaveFuncion) CeldaRACI {
	x, partes := CeldaRACI{Unidad: c.unidades[u].Clave, Informan: ListaFunciones(informan...)}, map[ParteRACI]bool{Informado: len(informan) > 0}
	for j := range c.nActo {
		n := capacidad*c.nActo + j
		if fs := c.en(u, n, misma); !fs.IsZero() {
			x.Facultades = append(x.Facultades, Concesion{c.facultades[n], ListaFunciones(fs.claves...)})
			partes[ParteDe(c.facultades[n].Acto())] = true
		}
	}
	for _, p := range PartesRACI() {
		if partes[p] {
			x.Partes = append(x.Partes, p)
		}
	}
	return x
}

// informan says, by capability, which functions inform whom.
func (c *Catalogo) informan() map[Capacidad]map[string][]ClaveFuncion {
	out := map[Capacidad]map[string][]ClaveFuncion{}
	for _, f := range c.funciones {
		for _, o := range f.Facultades {
			k := o.Facultad.Capacidad()
			if out[k] == nil {
				out[k] = map[string][]ClaveFuncion{}
			}
			for _, quien := range c.informados(f, o.Facultad.Acto()) {
				if !slices.Contains(out[k][quien], f.Clave) {
					out[k][quien] = append(out[k][quien], f.Clave)
				}
			}
		}
	}
	return out
}

// informados are those whom a function informs by one of its acts.
func (c *Catalogo) informados(f Funcion, a Acto) []string {
	if a != "informar" && a != "difundir" && a != "turnar" {
		return nil
	}
	var out []string
	for _, e := range c.entregas {
		if e.Funcion == f.Clave && e.De == f.Unidad {
			out = append(out, e.A)
		}
	}
	if s, ok := c.Superior(f.Unidad); ok && len(out) == 0 && a == "informar" {
		out = append(out, string(s))
	}
	return out
}
