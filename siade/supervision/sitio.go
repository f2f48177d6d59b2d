package supervision

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// ColeccionSitios is the path of the sites.
const ColeccionSitios = "sitios-supervision"

// SitioSupervisado is what the visits to one site have left.
type SitioSupervisado struct {
	tramite.Cabecera
	Sitio
	Visitas []VisitaHecha `json:"visitas,omitempty" doc:"Visitas hechas, en orden"`
}

// VisitaHecha is what one visit found.
type VisitaHecha struct {
	Folio         string               `json:"folio" validate:"required,max=60" doc:"Folio de la visita" example:"VSV-2026-14-0000001-X"`
	Dia           fecha.Fecha          `json:"dia" validate:"required" doc:"Día del acta" example:"2026-04-20"`
	Cedula        string               `json:"cedula" validate:"required,max=30" doc:"Clave de la cédula" example:"MODULO"`
	Version       int                  `json:"version" doc:"Versión aplicada" example:"1"`
	Calificacion  *cantidad.Centesimas `json:"calificacion,omitempty" doc:"Calificación, en por ciento" example:"87.5"`
	Respuestas    []Breve              `json:"respuestas,omitempty" validate:"omitempty,max=120,dive" doc:"Qué se halló de cada criterio"`
	Observaciones []Anotada            `json:"observaciones,omitempty" validate:"omitempty,max=60,dive" doc:"Qué se observó"`
}

// Breve is what was found of a criterion, without its notes.
type Breve struct {
	Criterio  string    `json:"criterio" validate:"required,max=20" doc:"Criterio" example:"IMG-01"`
	Respuesta Respuesta `json:"respuesta" validate:"required" doc:"Qué se halló" example:"no_cumple"`
}

// Anotada is an observation, without its texts.
type Anotada struct {
	Clave    string   `json:"clave" validate:"required,max=20" doc:"Clave en la visita" example:"O1"`
	Criterio string   `json:"criterio" validate:"required,max=20" doc:"Criterio" example:"IMG-01"`
	Gravedad Gravedad `json:"gravedad" validate:"required" doc:"Gravedad" example:"leve"`
}

// antecedente is the last time that a criterion was observed at the site, and
// in how many visits.
func (s SitioSupervisado) antecedente(criterio string) (Antecedente, bool) {
	var out Antecedente
	for _, v := range s.Visitas {
		i := slices.IndexFunc(v.Observaciones, func(o Anotada) bool { return o.Criterio == criterio })
		if i < 0 {
			continue
		}
		o := v.Observaciones[i]
		out = Antecedente{Visita: v.Folio, Clave: o.Clave, Dia: v.Dia, Gravedad: o.Gravedad, Veces: out.Veces + 1}
	}
	return out, out.Veces > 0
}

// AltaSitio is the input of [RegistrarSitio].
type AltaSitio struct {
	Sitio
	OOAD doe.OOAD `json:"ooad" validate:"required,len=2,digitos" doc:"OOAD del sitio" example:"14"`
}

// RegistrarSitio opens the file of a site; the first visit to it does it.
var RegistrarSitio = tramite.Acto[SitioSupervisado, AltaSitio]{
	Nombre: "registrar", Titulo: "Registrar sitio", Descripcion: "Abre el expediente de un sitio; lo hace la primera visita que se programa a él.",
	A: tramite.Hacia(tramite.Vigente), Facultades: ejecuta, Alcance: doe.Nacional,
	Ubicar: func(e AltaSitio, _ doe.Actor) (doe.ClaveUnidad, doe.OOAD) { return Guarda, e.OOAD },
	Validar: func(_ SitioSupervisado, e AltaSitio, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(!claveSitio.MatchString(e.Clave), ReglaSitio, "body.clave")
		f.Si(!esOOAD(e.OOAD), ReglaOOAD, "body.ooad")
		f.Si(c.FolioDe(ColeccionSitios, e.Clave) != "", ReglaSitioRepetido, "body.clave")
	},
	Aplicar: func(r *SitioSupervisado, e AltaSitio, _ tramite.Suceso) { r.Sitio = e.Sitio },
	Ejemplo: AltaSitio{Sitio: Sitio{"JCIMS000301", "UMF 3, módulo de atención"}, OOAD: "14"},
}

// anotar adds a visit made.
var anotar = tramite.Acto[SitioSupervisado, VisitaHecha]{
	Nombre: "anotar", Titulo: "Anotar visita", Descripcion: "Anota lo que halló una visita; se sigue de su acta firmada.", Interno: true,
	De: tramite.Desde(tramite.Vigente), Contrapartes: elReloj,
	Aplicar: func(r *SitioSupervisado, e VisitaHecha, _ tramite.Suceso) {
		r.Visitas = append(slices.Clip(r.Visitas), e)
	},
	Ejemplo: VisitaHecha{Folio: "VSV-2026-14-0000001-X", Dia: fecha.MustParse("2026-04-20"), Cedula: "MODULO", Version: 1},
}

// anota orders the site to note a visit.
func (v Visita) anota(e VisitaHecha) tramite.Orden {
	return tramite.Orden{Coleccion: ColeccionSitios, Acto: anotar.Nombre, Entrada: e, ComoSistema: true}
}

// conSitio names the site in the orders for it, and drops them where there is
// none: it was retired meanwhile.
func conSitio(os []tramite.Orden, v Visita, c *tramite.Contexto) []tramite.Orden {
	folio := c.FolioDe(ColeccionSitios, v.Sitio.Clave)
	var out []tramite.Orden
	for _, o := range os {
		if o.Coleccion == ColeccionSitios {
			if o.Folio = folio; folio == "" {
				continue
			}
		}
		out = append(out, o)
	}
	return out
}

// Olvido is an observation left without effect.
type Olvido struct {
	Visita      string `json:"visita" validate:"required,max=60" doc:"Folio de la visita" example:"VSV-2026-14-0000001-X"`
	Observacion string `json:"observacion" validate:"required,max=20" doc:"Clave de la observación" example:"O1"`
}

// olvidar takes out an observation left without effect.
var olvidar = tramite.Acto[SitioSupervisado, Olvido]{
	Nombre: "olvidar", Titulo: "Olvidar observación", Descripcion: "Deja de contar una observación que quedó sin efecto.", Interno: true,
	De: tramite.Desde(tramite.Vigente), Contrapartes: elReloj,
	Aplicar: func(r *SitioSupervisado, e Olvido, _ tramite.Suceso) {
		for i := range r.Visitas {
			if v := &r.Visitas[i]; v.Folio == e.Visita {
				v.Observaciones = slices.DeleteFunc(slices.Clone(v.Observaciones), func(o Anotada) bool { return o.Clave == e.Observacion })
			}
		}
	},
	Ejemplo: Olvido{Visita: "VSV-2026-14-0000001-X", Observacion: "O1"},
}

// RetirarSitio ends the file of a site that closed.
var RetirarSitio = tramite.Acto[SitioSupervisado, tramite.Retiro]{
	Nombre: "retirar", Titulo: "Retirar sitio", Descripcion: "El sitio dejó de dar el servicio; sus visitas se conservan.",
	De: tramite.Desde(tramite.Vigente), A: tramite.Hacia(tramite.Retirado), Facultades: coordina, Alcance: doe.Nacional,
	Aplicar: func(*SitioSupervisado, tramite.Retiro, tramite.Suceso) {},
	Ejemplo: tramite.Retiro{Motivo: "El módulo se integró al de otra unidad"},
}

// Sitios is the definition of the supervised site.
var Sitios = tramite.MustDefinir(tramite.Definicion[SitioSupervisado]{
	Nombre: "sitio-supervision", Coleccion: ColeccionSitios, Serie: "SSV", Rama: Rama,
	Titulo: "Sitio supervisado", Descripcion: "Lo que las visitas han dejado en un sitio: calificaciones, respuestas y observaciones, de donde se sabe qué se repite.",
	Estados: []tramite.DefEstado{
		{Nombre: tramite.Vigente, Categoria: tramite.Abierta, Titulo: "En servicio"},
		{Nombre: tramite.Retirado, Categoria: tramite.Cerrada, Titulo: "Dejó de dar el servicio"},
	},
	Alta: RegistrarSitio, Actos: tramite.Actos[SitioSupervisado](anotar, olvidar, RetirarSitio),
	Unica:   func(r SitioSupervisado) string { return r.Clave },
	Indices: []tramite.Indice[SitioSupervisado]{{Nombre: "clave", Descripcion: "CLUES o clave de la unidad", De: func(r SitioSupervisado) string { return r.Clave }}},
	Texto:   func(r SitioSupervisado) string { return r.Clave + " " + r.Nombre },
})
