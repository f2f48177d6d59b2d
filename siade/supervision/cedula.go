package supervision

import (
	"fmt"
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Guarda is the unit that keeps checklists, programmes and visits, and Rama the
// one whose line sees them.
const (
	Guarda doe.ClaveUnidad = "doe-7.1.3.1.4"
	Rama   doe.ClaveUnidad = "doe-7.1.3"
)

// The facultades.
var (
	elabora   = doe.Alguna("siade.supervision:elaborar")
	autoriza  = doe.Alguna("siade.supervision:autorizar")
	revisa    = doe.Alguna("siade.supervision:coordinar", "siade.supervision:autorizar")
	coordina  = doe.Alguna("siade.supervision:coordinar")
	ejecuta   = doe.Alguna("siade.supervision:ejecutar")
	supervisa = doe.Alguna("siade.supervision:supervisar")
	sigue     = doe.Alguna("siade.supervision:seguir")
	atiende   = doe.Alguna("siade.supervision:atender")
	informa   = doe.Alguna("siade.supervision:informar")

	elReloj = []tramite.Contraparte{{Rol: doe.Sistema}}
)

// The states of a checklist.
const (
	EnElaboracion tramite.Estado = "en_elaboracion"
	PorCorregir   tramite.Estado = "devuelta"
	Vigente       tramite.Estado = "vigente"
	Retirada      tramite.Estado = "retirada"
)

// ColeccionCedulas is the path of the checklists.
const ColeccionCedulas = "cedulas-supervision"

// Criterio is one thing that a visit looks at.
type Criterio struct {
	Clave   string `json:"clave" validate:"required,max=20" doc:"Clave del criterio, la misma en todas las versiones mientras pida lo mismo" example:"IMG-01"`
	Seccion string `json:"seccion" validate:"required,max=120" doc:"Parte de la cédula" example:"Imagen y señalización"`
	Texto   string `json:"texto" validate:"required,min=5,max=600" doc:"Qué se verifica" example:"El módulo está señalizado y se ve desde la entrada."`
	// Peso is its share of the score.
	Peso   cantidad.Centesimas `json:"peso" doc:"Peso en la calificación, en por ciento; los de la cédula suman cien" example:"40"`
	Fuente string              `json:"fuente" validate:"required,min=3,max=200" doc:"Norma, lineamiento o regla de la que sale" example:"Lineamientos de imagen de los módulos, numeral 3"`
	// Critico asks that failing it be observed as grave.
	Critico bool `json:"critico,omitempty" doc:"Si no cumplirlo es una observación grave" example:"false"`
}

// Contenido is what a checklist consists of.
type Contenido struct {
	Nombre    string     `json:"nombre" validate:"required,min=5,max=200" doc:"Nombre" example:"Cédula de supervisión de módulos de atención"`
	Alcance   string     `json:"alcance" validate:"required,min=5,max=1000" doc:"Qué supervisa y con qué fin" example:"Operación, imagen y registro de los módulos de atención y orientación."`
	Criterios []Criterio `json:"criterios" validate:"required,min=1,max=120,dive" doc:"Criterios"`
}

// Version is one authorised version of a checklist, in force from its first
// day to the day before the next one's.
type Version struct {
	Numero int `json:"numero" doc:"Número de la versión" example:"1"`
	Contenido
	Desde  fecha.Fecha `json:"desde" doc:"Primer día en vigor" example:"2026-01-15"`
	Oficio string      `json:"oficio" doc:"Oficio con que se autorizó"`
	tramite.Autoria
}

// Reparo is a remark with which something is returned.
type Reparo struct {
	Lugar string `json:"lugar,omitempty" validate:"omitempty,max=60" doc:"Criterio o visita a que se refiere" example:"IMG-01"`
	Texto string `json:"texto" validate:"required,min=5,max=1000" doc:"Qué se observa" example:"Falta decir desde dónde debe verse la señal."`
}

// Cedula is a checklist with all its versions.
type Cedula struct {
	tramite.Cabecera
	Clave     string     `json:"clave" doc:"Clave de la cédula" example:"MODULO"`
	Borrador  *Contenido `json:"borrador,omitempty" doc:"Contenido por autorizar"`
	Reparos   []Reparo   `json:"reparos,omitempty" doc:"Con qué se devolvió el borrador"`
	Versiones []Version  `json:"versiones,omitempty" doc:"Versiones autorizadas, por su primer día"`
	Retiro    string     `json:"retiro,omitempty" doc:"Por qué se retiró"`
}

// VersionEn is the version in force on a day; false when there is none.
func (c Cedula) VersionEn(d fecha.Fecha) (Version, bool) {
	for i := len(c.Versiones) - 1; i >= 0; i-- {
		if !d.Before(c.Versiones[i].Desde) {
			return c.Versiones[i], true
		}
	}
	return Version{}, false
}

// AltaCedula is the input of [ElaborarCedula].
type AltaCedula struct {
	Clave     string    `json:"clave" validate:"required,max=30" doc:"Clave de la cédula" example:"MODULO"`
	Contenido Contenido `json:"contenido" validate:"required" doc:"Contenido"`
}

var contenidoDeEjemplo = Contenido{
	Nombre: "Cédula de supervisión de módulos de atención", Alcance: "Operación, imagen y registro de los módulos de atención y orientación.",
	Criterios: []Criterio{
		{Clave: "IMG-01", Seccion: "Imagen y señalización", Texto: "El módulo está señalizado y se ve desde la entrada.", Peso: 20_00, Fuente: "Lineamientos de imagen de los módulos, numeral 3"},
		{Clave: "OPE-01", Seccion: "Operación", Texto: "El módulo abre en el horario publicado.", Peso: 30_00, Fuente: "Procedimiento de atención en módulos, numeral 5"},
		{Clave: "REG-01", Seccion: "Registro", Texto: "Toda petición recibida en el día queda registrada.", Peso: 50_00, Fuente: "G000-002-003, política 5.7", Critico: true},
	},
}

func validarContenido(e Contenido, lugar string, f *falla.Fallas) {
	suma := cantidad.Centesimas(0)
	for i, x := range e.Criterios {
		suma += x.Peso
		f.Si(x.Peso == 0, ReglaPeso, fmt.Sprintf("%s.criterios[%d].peso", lugar, i))
		f.Si(slices.ContainsFunc(e.Criterios[:i], func(o Criterio) bool { return o.Clave == x.Clave }), ReglaCriterioRepetido, fmt.Sprintf("%s.criterios[%d].clave", lugar, i))
	}
	f.Si(suma != cantidad.Entero, ReglaPesos, lugar+".criterios")
}

// ElaborarCedula drafts a checklist.
var ElaborarCedula = tramite.Acto[Cedula, AltaCedula]{
	Nombre: "elaborar", Titulo: "Elaborar cédula", Descripcion: "Elabora el primer borrador de una cédula: criterios con su clave, texto, peso y fuente.",
	A: tramite.Hacia(EnElaboracion), Facultades: elabora, Alcance: doe.Nacional,
	Ubicar: func(AltaCedula, doe.Actor) (doe.ClaveUnidad, doe.OOAD) { return Guarda, doe.NivelCentral },
	Validar: func(_ Cedula, e AltaCedula, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(c.FolioDe(ColeccionCedulas, e.Clave) != "", ReglaCedulaRepetida, "body.clave")
		validarContenido(e.Contenido, "body.contenido", f)
	},
	Aplicar: func(r *Cedula, e AltaCedula, _ tramite.Suceso) { r.Clave, r.Borrador = e.Clave, &e.Contenido },
	Ejemplo: AltaCedula{Clave: "MODULO", Contenido: contenidoDeEjemplo},
}

// CorregirCedula replaces the draft; of a checklist in force it opens the next
// version.
var CorregirCedula = tramite.Acto[Cedula, Contenido]{
	Nombre: "corregir", Titulo: "Corregir o abrir versión", Descripcion: "Sustituye el borrador; de una cédula vigente abre la versión siguiente, y la vigente sigue rigiendo mientras tanto.",
	De: tramite.Desde(EnElaboracion, PorCorregir, Vigente), A: tramite.Hacia(EnElaboracion), Facultades: elabora, Alcance: doe.Nacional,
	Validar: func(_ Cedula, e Contenido, _ *tramite.Contexto, f *falla.Fallas) { validarContenido(e, "body", f) },
	Aplicar: func(r *Cedula, e Contenido, _ tramite.Suceso) { r.Borrador = &e },
	Ejemplo: contenidoDeEjemplo,
}

// Devolucion is the input that returns a draft.
type Devolucion struct {
	Reparos []Reparo `json:"reparos" validate:"required,min=1,max=60,dive" doc:"Qué se observa"`
}

// DevolverCedula returns a draft with remarks.
var DevolverCedula = tramite.Acto[Cedula, Devolucion]{
	Nombre: "devolver", Titulo: "Devolver", Descripcion: "Devuelve el borrador con lo que debe corregirse.",
	De: tramite.Desde(EnElaboracion), A: tramite.Hacia(PorCorregir), Facultades: revisa, Alcance: doe.Nacional,
	Aplicar: func(r *Cedula, e Devolucion, _ tramite.Suceso) { r.Reparos = e.Reparos },
	Ejemplo: Devolucion{Reparos: []Reparo{{Lugar: "IMG-01", Texto: "Falta decir desde dónde debe verse la señal."}}},
}

// Vigor is the input of [AutorizarCedula].
type Vigor struct {
	Desde  fecha.Fecha `json:"desde" validate:"required" doc:"Primer día en vigor" example:"2026-03-02"`
	Oficio string      `json:"oficio" validate:"required,max=120" doc:"Oficio con que se autoriza" example:"7.1.3/0031/2026"`
}

// AutorizarCedula puts the draft in force from a day on. The visits made before
// keep theirs.
var AutorizarCedula = tramite.Acto[Cedula, Vigor]{
	Nombre: "autorizar", Titulo: "Autorizar", Descripcion: "Autoriza el borrador, que rige desde el día que se diga; cada visita conserva la versión de su día.",
	De: tramite.Desde(EnElaboracion), A: tramite.Hacia(Vigente), Facultades: autoriza, Alcance: doe.Nacional,
	Validar: func(r Cedula, e Vigor, c *tramite.Contexto, f *falla.Fallas) {
		n := len(r.Versiones)
		f.Si(e.Desde.Before(c.Hoy()) || c.Hoy().Dias(e.Desde) > 366 || n > 0 && !e.Desde.After(r.Versiones[n-1].Desde), ReglaVigor, "body.desde")
	},
	Aplicar: func(r *Cedula, e Vigor, s tramite.Suceso) {
		r.Versiones = append(r.Versiones, Version{Numero: len(r.Versiones) + 1, Contenido: *r.Borrador, Desde: e.Desde, Oficio: e.Oficio, Autoria: s.Autoria()})
		r.Borrador, r.Reparos = nil, nil
	},
	Ejemplo: Vigor{Desde: fecha.MustParse("2026-03-02"), Oficio: "7.1.3/0031/2026"},
}

// RetirarCedula ends a checklist that is no longer applied.
var RetirarCedula = tramite.Acto[Cedula, tramite.Retiro]{
	Nombre: "retirar", Titulo: "Retirar", Descripcion: "Deja de aplicarse la cédula, con su motivo; las visitas hechas la conservan.",
	De: tramite.Desde(Vigente), A: tramite.Hacia(Retirada), Facultades: autoriza, Alcance: doe.Nacional,
	Aplicar: func(r *Cedula, e tramite.Retiro, _ tramite.Suceso) { r.Retiro = e.Motivo },
	Ejemplo: tramite.Retiro{Motivo: "La sustituye la cédula única de módulos"},
}

// Cedulas is the definition of the checklist.
var Cedulas = tramite.MustDefinir(tramite.Definicion[Cedula]{
	Nombre: "cedula-supervision", Coleccion: ColeccionCedulas, Serie: "CSV", Rama: Rama,
	Titulo: "Cédula de supervisión", Descripcion: "Lista de verificación de las visitas, por versiones: se elabora, se autoriza y rige desde un día; cada visita conserva la versión de su día.",
	Estados: []tramite.DefEstado{
		{Nombre: EnElaboracion, Categoria: tramite.Abierta, Titulo: "Con borrador por autorizar"},
		{Nombre: PorCorregir, Categoria: tramite.Abierta, Titulo: "Borrador devuelto"},
		{Nombre: Vigente, Categoria: tramite.Abierta, Titulo: "Vigente"},
		{Nombre: Retirada, Categoria: tramite.Cerrada, Titulo: "Retirada"},
	},
	Alta: ElaborarCedula, Actos: tramite.Actos[Cedula](CorregirCedula, DevolverCedula, AutorizarCedula, RetirarCedula),
	Plazos: []tramite.Plazo[Cedula]{{
		Nombre: PlazoAutorizacion, Titulo: "Autorización de la cédula", Aviso: 3, Claves: tramite.En[Cedula](EnElaboracion), Frustra: []string{DevolverCedula.Nombre},
		Termino: func(_ Cedula, _ string, dia fecha.Fecha) (t plazo.Termino, ok bool) {
			return terminos.De(PlazoAutorizacion, dia)
		},
	}},
	// Who drafted it does not authorise it.
	Segregacion: tramite.Segregacion{Modo: tramite.SeRehusa},
	// Once it rules, every regional coordination reads what it is visited by.
	Nombradas: func(r Cedula) []tramite.Nombrada {
		var out []tramite.Nombrada
		if len(r.Versiones) > 0 {
			for _, o := range doe.Vigente().Organos(doe.OrganoOOAD) {
				out = append(out, tramite.Nombrada{Unidad: doe.CAOOD, OOAD: o.OOAD})
			}
		}
		return out
	},
	Unica:   func(r Cedula) string { return r.Clave },
	Indices: []tramite.Indice[Cedula]{{Nombre: "clave", Descripcion: "Clave de la cédula", De: func(r Cedula) string { return r.Clave }}},
	Texto: func(r Cedula) string {
		var b strings.Builder
		b.WriteString(r.Clave)
		for _, v := range r.Versiones {
			b.WriteString(" " + v.Nombre)
		}
		return b.String()
	},
})
