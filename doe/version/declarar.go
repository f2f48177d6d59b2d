package version

import (
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// MaxVersiones is how many versions a document may have.
const MaxVersiones = 100

var interno = norma.Configuracion("versiones de documentos")

// The rules of every document.
var (
	ReglaClave     = falla.Regla{Codigo: "DOE-VERSION-01", Es: "Ya hay un documento con esa clave.", En: "There is already a document with that key.", Fuente: interno}
	ReglaVigor     = falla.Regla{Codigo: "DOE-VERSION-02", Es: "La versión rige desde hoy o dentro de un año a más tardar, y después de la que ya empezó a regir.", En: "A version rules from today or within a year, and after the one that has begun.", Fuente: interno}
	ReglaVersiones = falla.Regla{Codigo: "DOE-VERSION-03", Es: "El documento ya tiene el máximo de versiones.", En: "The document already has as many versions as it may.", Fuente: interno}
)

// Declaracion declares a document whose record is R and whose content is C.
type Declaracion[R, C any] struct {
	Nombre, Coleccion, Titulo, Descripcion, Serie string
	Rama                                          doe.ClaveUnidad
	// Elabora, Revisa and Autoriza are the facultades of whoever drafts it,
	// returns it and puts it in force. Duties are kept apart: who drafted it
	// does not authorise it.
	Elabora, Revisa, Autoriza []doe.Facultad
	Alcance                   doe.Alcance
	// Guarda keeps it, at the central level; the unit of who drafts it when
	// empty.
	Guarda doe.ClaveUnidad
	// Validar may refuse a content told at a place.
	Validar func(r R, e C, lugar string, c *tramite.Contexto, f *falla.Fallas)
	// Vigor may refuse to put the draft in force; nil when there is nothing to
	// ask for but that it begins in time.
	Vigor func(r R, e Vigor, c *tramite.Contexto, f *falla.Fallas)
	// Retira may refuse to retire it; nil when nothing stands in the way.
	Retira func(r R, c *tramite.Contexto, f *falla.Fallas)
	// AlRegir copies into the record what it keeps of what came in force;
	// nil when it keeps nothing else.
	AlRegir func(r *R, v Version[C])
	// Comun says that everyone reads it once it has been in force.
	Comun bool
	// Ejemplo is a valid draft, and Reparo a remark on it.
	Ejemplo Alta[C]
	Reparo  Reparo
	// Texto is what of a content is searched in full.
	Texto func(e C) string
	// Indices are the filters besides the key.
	Indices []tramite.Indice[R]
}

// deDocumento is *R where R embeds [Documento].
type deDocumento[R, C any] interface {
	*R
	documento() *Documento[C]
}

// Declarar makes the definition of a document: elaborar, corregir, devolver,
// autorizar, retirar and descartar, over the states of this package.
func Declarar[R, C any, P deDocumento[R, C]](d Declaracion[R, C]) tramite.Definicion[R] {
	def := tramite.Definicion[R]{
		Nombre: d.Nombre, Coleccion: d.Coleccion, Titulo: d.Titulo, Descripcion: d.Descripcion, Serie: d.Serie, Rama: d.Rama,
		Estados: []tramite.DefEstado{
			{Nombre: EnElaboracion, Categoria: tramite.Abierta, Titulo: "Con borrador por autorizar"},
			{Nombre: Devuelto, Categoria: tramite.Abierta, Titulo: "Borrador devuelto"},
			{Nombre: Vigente, Categoria: tramite.Abierta, Titulo: "Vigente"},
			{Nombre: Retirado, Categoria: tramite.Cerrada, Titulo: "Retirado"},
		},
		Alta:        elaborar[R, C, P](d),
		Actos:       tramite.Actos[R](corregir[R, C, P](d), devolver[R, C, P](d), autorizar[R, C, P](d), retirar[R, C, P](d), descartar[R, C, P](d)),
		Segregacion: tramite.Segregacion{Modo: tramite.SeRehusa},
		Unica:       func(r R) string { return P(&r).documento().Clave },
		Indices: append([]tramite.Indice[R]{
			{Nombre: "clave", Descripcion: "Clave del documento", De: func(r R) string { return P(&r).documento().Clave }},
		}, d.Indices...),
	}
	if d.Comun {
		def.Comun = func(r R) bool { return len(P(&r).documento().Versiones) > 0 }
	}
	if d.Texto != nil {
		def.Texto = func(r R) string { return texto(P(&r).documento(), d.Texto) }
	}
	return def
}

func texto[C any](x *Documento[C], de func(C) string) string {
	partes := []string{x.Clave}
	if v, hay := x.Ultima(); hay {
		partes = append(partes, de(v.Contenido))
	}
	if x.Borrador != nil {
		partes = append(partes, de(*x.Borrador))
	}
	return strings.Join(partes, " ")
}
