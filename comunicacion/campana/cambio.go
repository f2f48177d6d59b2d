package campana

import (
	"bytes"
	"encoding/json"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
	"slices"
)

// Aspecto is a side of the content that a change may touch.
type Aspecto string

// The aspects.
const (
	CambiaDiagnostico   Aspecto = "diagnostico"
	CambiaObjetivo      Aspecto = "objetivo"
	CambiaPoblacion     Aspecto = "poblacion"
	CambiaMensaje       Aspecto = "mensaje"
	CambiaMedio         Aspecto = "medio"
	CambiaCalendario    Aspecto = "calendario"
	CambiaEspacios      Aspecto = "espacios"
	SubePresupuesto     Aspecto = "presupuesto_mayor"
	BajaPresupuesto     Aspecto = "presupuesto_menor"
	CambiaClasificacion Aspecto = "clasificacion"
	CambiaProveedor     Aspecto = "proveedor"
	CambiaEvaluacion    Aspecto = "evaluacion"
	CambiaCoemision     Aspecto = "coemision"
	CambiaExcepcion     Aspecto = "excepcion"
)

// DefAspecto says of an aspect whether a change in it goes back to whoever
// authorised the campaign, or is a correction made inside.
type DefAspecto struct {
	vocabulario.Voz[Aspecto]
	Vuelve bool
	cambia func(a, b Contenido) bool
}

// DefAspectos lists the aspects. The law asks that media and resources be
// authorised (LGCS art. 29); which other changes go back is configuration.
func DefAspectos() []DefAspecto {
	ley, c := lgcs("art. 29"), conf("los lineamientos anuales dicen qué cambios vuelven a la autoridad")
	return []DefAspecto{
		{vocabulario.Voz[Aspecto]{Clave: CambiaMedio, Nombre: "Medios", Descripcion: "Qué medios, con qué tiempos, dónde y con qué mensajes.", Fuente: ley}, true, distinto(medioDe)},
		{vocabulario.Voz[Aspecto]{Clave: CambiaCalendario, Nombre: "Calendario", Descripcion: "Días de difusión.", Fuente: ley}, true, distinto(diasDe)},
		{vocabulario.Voz[Aspecto]{Clave: SubePresupuesto, Nombre: "Aumento del presupuesto", Descripcion: "Más recursos en total o en algún renglón, o un renglón nuevo.", Fuente: ley}, true, sube},
		{vocabulario.Voz[Aspecto]{Clave: CambiaMensaje, Nombre: "Mensajes", Descripcion: "Lo que se dice, o la leyenda que lleva.", Fuente: c}, true, distinto(func(c Contenido) Contenido { return Contenido{Mensajes: c.Mensajes, Subsidio: c.Subsidio} })},
		{vocabulario.Voz[Aspecto]{Clave: CambiaObjetivo, Nombre: "Objetivos y metas", Descripcion: "Lo que se busca.", Fuente: c}, true, distinto(func(c Contenido) Contenido { return Contenido{Objetivos: c.Objetivos, Metas: c.Metas} })},
		{vocabulario.Voz[Aspecto]{Clave: CambiaPoblacion, Nombre: "Población", Descripcion: "A quién se habla y dónde.", Fuente: c}, true, distinto(func(c Contenido) Contenido { return Contenido{Poblacion: c.Poblacion} })},
		{vocabulario.Voz[Aspecto]{Clave: CambiaCoemision, Nombre: "Coemisión", Descripcion: "Con quién se paga.", Fuente: c}, true, distinto(func(c Contenido) Contenido { return Contenido{Coemisores: c.Coemisores} })},
		{vocabulario.Voz[Aspecto]{Clave: CambiaExcepcion, Nombre: "Excepción a la veda", Descripcion: "La excepción que se invoca.", Fuente: lgcs("art. 21")}, true, distinto(func(c Contenido) Contenido { return Contenido{Excepcion: c.Excepcion} })},
		{vocabulario.Voz[Aspecto]{Clave: BajaPresupuesto, Nombre: "Reducción del presupuesto", Descripcion: "Menos recursos en algún renglón, o uno que se quita.", Fuente: c}, false, func(a, b Contenido) bool { return sube(b, a) }},
		{vocabulario.Voz[Aspecto]{Clave: CambiaClasificacion, Nombre: "Clasificación del gasto", Descripcion: "Partida, concepto, unidad y precio de un renglón que no sube.", Fuente: c}, false, distinto(clasificacionDe)},
		{vocabulario.Voz[Aspecto]{Clave: CambiaProveedor, Nombre: "Proveedor", Descripcion: "A quién se prevé contratar.", Fuente: c}, false, distinto(proveedorDe)},
		{vocabulario.Voz[Aspecto]{Clave: CambiaEspacios, Nombre: "Espacios", Descripcion: "Número de espacios previstos.", Fuente: c}, false, distinto(espaciosDe)},
		{vocabulario.Voz[Aspecto]{Clave: CambiaDiagnostico, Nombre: "Diagnóstico", Descripcion: "Redacción del diagnóstico y de la atribución.", Fuente: c}, false, distinto(func(c Contenido) Contenido { return Contenido{Diagnostico: c.Diagnostico, Atribucion: c.Atribucion} })},
		{vocabulario.Voz[Aspecto]{Clave: CambiaEvaluacion, Nombre: "Evaluación", Descripcion: "Procedimiento de evaluación.", Fuente: c}, false, distinto(func(c Contenido) Contenido { return Contenido{Evaluacion: c.Evaluacion} })},
	}
}

// Aspectos lists the aspects as a vocabulary.
func Aspectos() vocabulario.Tabla[Aspecto] {
	var out vocabulario.Tabla[Aspecto]
	for _, d := range DefAspectos() {
		out = append(out, d.Voz)
	}
	return out
}

// ParseAspecto reads an aspect. The error wraps [vocabulario.ErrDesconocida].
func ParseAspecto(s string) (Aspecto, error) { return Aspectos().Parse(s) }

var aspectos = DefAspectos()

// Cambios lists the aspects in which b differs from a.
func Cambios(a, b Contenido) []Aspecto {
	var out []Aspecto
	for _, d := range aspectos {
		if d.cambia(a, b) {
			out = append(out, d.Clave)
		}
	}
	return out
}

// Vuelven says whether any of the changes goes back to whoever authorised.
func Vuelven(cs []Aspecto) bool {
	return slices.ContainsFunc(aspectos, func(d DefAspecto) bool { return d.Vuelve && slices.Contains(cs, d.Clave) })
}

// distinto compares one side of two contents as JSON writes it, so that an
// empty list equals a missing one.
func distinto(lado func(Contenido) Contenido) func(a, b Contenido) bool {
	return func(a, b Contenido) bool {
		x, errX := json.Marshal(lado(a))
		y, errY := json.Marshal(lado(b))
		return errX != nil || errY != nil || !bytes.Equal(x, y)
	}
}

func proyectar[T any](ts []T, f func(T) T) []T {
	out := make([]T, 0, len(ts))
	for _, t := range ts {
		out = append(out, f(t))
	}
	return out
}

func medioDe(c Contenido) Contenido {
	return Contenido{Difusiones: proyectar(c.Difusiones, func(d Difusion) Difusion {
		return Difusion{Clave: d.Clave, Medio: d.Medio, Tiempo: d.Tiempo, Mensajes: d.Mensajes, Entidades: d.Entidades}
	})}
}

func diasDe(c Contenido) Contenido {
	return Contenido{Difusiones: proyectar(c.Difusiones, func(d Difusion) Difusion {
		return Difusion{Clave: d.Clave, Inicio: d.Inicio, Fin: d.Fin}
	})}
}

func espaciosDe(c Contenido) Contenido {
	return Contenido{Difusiones: proyectar(c.Difusiones, func(d Difusion) Difusion {
		return Difusion{Clave: d.Clave, Espacios: d.Espacios}
	})}
}

func clasificacionDe(c Contenido) Contenido {
	return Contenido{Lineas: proyectar(c.Lineas, func(l Linea) Linea { l.Proveedor = nil; return l })}
}

func proveedorDe(c Contenido) Contenido {
	return Contenido{Lineas: proyectar(c.Lineas, func(l Linea) Linea { return Linea{Clave: l.Clave, Proveedor: l.Proveedor} })}
}

// sube says whether b asks for more money than a, in all or in some line.
func sube(a, b Contenido) bool {
	if b.Planeado() > a.Planeado() {
		return true
	}
	return slices.ContainsFunc(b.Lineas, func(l Linea) bool {
		antes, ok := a.linea(l.Clave)
		return !ok || l.Planeado() > antes.Planeado()
	})
}
