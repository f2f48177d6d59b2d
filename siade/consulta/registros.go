package consulta

import (
	"fmt"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
)

func lugarDe(lista string, i int) string { return fmt.Sprintf("%s[%d]", lista, i) }

// ColeccionSecciones is the path of the sections of the platform.
const ColeccionSecciones = "secciones-consulta"

// DatosSeccion is what a section is.
type DatosSeccion struct {
	Clave       string `json:"clave" validate:"required,max=30" doc:"Clave" example:"SUBSIDIOS"`
	Nombre      string `json:"nombre" validate:"required,min=3,max=120" doc:"Nombre" example:"Subsidios"`
	Descripcion string `json:"descripcion,omitempty" validate:"omitempty,max=500" doc:"Qué reúne" example:"Pagos mientras no se puede trabajar."`
	Orden       int    `json:"orden" validate:"min=0,max=1000" doc:"Lugar en que se muestra" example:"10"`
}

// Seccion is a section of the platform.
type Seccion struct {
	tramite.Cabecera
	DatosSeccion
}

// Secciones is the register of sections, kept by who administers the platform.
var Secciones = tramite.MustDefinir(tramite.Padron[Seccion, DatosSeccion]{
	Nombre: "seccion-consulta", Coleccion: ColeccionSecciones, Serie: "SCO", Rama: siade.Rama,
	Titulo: "Sección de la plataforma de consulta", Descripcion: "Agrupa las fichas como se muestran a quien consulta; cada alta, cambio y baja queda en su historial.",
	Facultades: doe.Alguna("siade.consulta:administrar"), Comun: true,
	Validar: func(r Seccion, e DatosSeccion, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(e.Clave == "" || !deClave.MatchString(e.Clave), ReglaClave, "body.clave")
		f.Si(r.Clave != "" && e.Clave != r.Clave, ReglaMismaClave, "body.clave")
	},
	Copiar:  func(r *Seccion, e DatosSeccion) { r.DatosSeccion = e },
	Ejemplo: DatosSeccion{Clave: "SUBSIDIOS", Nombre: "Subsidios", Descripcion: "Pagos mientras no se puede trabajar.", Orden: 10},
	Unica:   func(r Seccion) string { return r.Clave },
	Texto:   func(r Seccion) string { return r.Clave + " " + r.Nombre },
}.Definicion())

// ColeccionDifusiones is the path of what was done to make cards known.
const ColeccionDifusiones = "difusiones-ficha"

// The states of a dissemination.
const (
	Hecha   tramite.Estado = "hecha"
	Anulada tramite.Estado = "anulada"
)

// Difundida is a card that was made known, with the version of that day.
type Difundida struct {
	Clave   string `json:"clave" validate:"required,max=30" doc:"Clave de la ficha" example:"SUB-MAT"`
	Version int    `json:"version,omitempty" hecho:"true" doc:"Versión que regía ese día"`
}

// DatosDifusion is what was done to make cards known.
type DatosDifusion struct {
	Fichas []Difundida   `json:"fichas" validate:"required,min=1,max=60,dive" doc:"Fichas que se difundieron"`
	Medio  MedioDifusion `json:"medio" validate:"required" doc:"Cómo" example:"platica"`
	Dia    fecha.Fecha   `json:"dia" validate:"required" doc:"Cuándo" example:"2026-03-02"`
	Donde  string        `json:"donde" validate:"required,min=3,max=300" doc:"Dónde o a quién" example:"Personal de módulos de la UMF 3"`
	// Personas is how many it reached, when they can be counted.
	Personas int `json:"personas,omitempty" validate:"omitempty,min=1,max=1000000" doc:"A cuántas personas llegó, si se cuentan" example:"12"`
}

// Difusion is the making known of some cards by a regional coordination.
type Difusion struct {
	tramite.Cabecera
	DatosDifusion
	Anulacion string `json:"anulacion,omitempty" doc:"Por qué se anuló"`
}

var difunde = doe.Alguna("siade.consulta:difundir")

// Difusiones is the definition of the dissemination.
var Difusiones = tramite.MustDefinir(tramite.Definicion[Difusion]{
	Nombre: "difusion-ficha", Coleccion: ColeccionDifusiones, Serie: "DIF", Rama: siade.Rama,
	Titulo: "Difusión de fichas", Descripcion: "Qué fichas, en qué versión, dio a conocer una coordinación de OOAD, cuándo, cómo y a quién.",
	Estados: []tramite.DefEstado{
		{Nombre: Hecha, Categoria: tramite.Abierta, Titulo: "Hecha"},
		{Nombre: Anulada, Categoria: tramite.Cancelada, Titulo: "Anulada"},
	},
	Alta: tramite.Acto[Difusion, DatosDifusion]{
		Nombre: "difundir", Titulo: "Asentar difusión", Descripcion: "Asienta que se dieron a conocer fichas que valían ese día, con su versión.",
		A: tramite.Hacia(Hecha), Facultades: difunde, Alcance: doe.Propia,
		Validar: func(_ Difusion, e DatosDifusion, c *tramite.Contexto, f *falla.Fallas) {
			f.Si(e.Dia.After(c.Hoy()) || e.Dia.Dias(c.Hoy()) > 60, ReglaDiaDifusion, "body.dia")
			for i, x := range e.Fichas {
				f.Si(difundible(x.Clave, e.Dia, c) == 0, ReglaNoDifundir, lugarDe("body.fichas", i)+".clave")
			}
		},
		Fijar: func(_ Difusion, e *DatosDifusion, c *tramite.Contexto) {
			for i := range e.Fichas {
				e.Fichas[i].Version = difundible(e.Fichas[i].Clave, e.Dia, c)
			}
		},
		Aplicar: func(r *Difusion, e DatosDifusion, _ tramite.Suceso) { r.DatosDifusion = e },
		Ejemplo: DatosDifusion{Fichas: []Difundida{{Clave: PrimeraFicha.Clave}}, Medio: Platica, Dia: fecha.MustParse("2026-03-02"), Donde: "Personal de módulos de la UMF 3", Personas: 12},
	},
	Actos: tramite.Actos[Difusion](tramite.Acto[Difusion, Motivo]{
		Nombre: "anular", Titulo: "Anular", Descripcion: "Deja sin efecto lo asentado por error, con su motivo.",
		De: tramite.Desde(Hecha), A: tramite.Hacia(Anulada), Facultades: difunde, Alcance: doe.Propia,
		Aplicar: func(r *Difusion, e Motivo, _ tramite.Suceso) { r.Anulacion = e.Motivo },
		Ejemplo: Motivo{Motivo: "Se asentó dos veces la misma plática."},
	}),
	Indices: []tramite.Indice[Difusion]{
		{Nombre: "medio", Descripcion: "Cómo", Valores: mediosDifusion.Claves(), De: func(r Difusion) string { return string(r.Medio) }},
	},
	Texto: func(r Difusion) string { return r.Donde },
})

// difundible is the version of a card that may be made known as of a day; 0
// when none holds or it is suspended.
func difundible(clave string, dia fecha.Fecha, c *tramite.Contexto) int {
	x := tramite.HallarClave[Ficha](c, ColeccionFichas, clave)
	if x == nil {
		return 0
	}
	v, hay := x.EnVigor(dia)
	if !hay || x.suspendida(v) {
		return 0
	}
	return v.Numero
}
