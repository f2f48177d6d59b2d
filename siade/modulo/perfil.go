package modulo

import (
	"fmt"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/version"
	"github.com/operacion-abierta/operacion/siade"
)

// ColeccionPerfiles is the path of the profiles of post.
const ColeccionPerfiles = "perfiles-puesto"

// Actividad is one of the things that a kind of post does.
type Actividad struct {
	Clave string `json:"clave" validate:"required,max=20" doc:"Clave de la actividad" example:"A1"`
	Texto string `json:"texto" validate:"required,min=5,max=500" doc:"Qué hace" example:"Registra en SIADE cada petición que atiende."`
}

// VersionPerfil is what a profile says from a day on.
type VersionPerfil struct {
	Puesto      Puesto      `json:"puesto" validate:"required" doc:"Clase de puesto" example:"tecnico_ao"`
	Desde       fecha.Fecha `json:"desde" validate:"required" doc:"Primer día en que rige" example:"2026-03-02"`
	Documento   string      `json:"documento" validate:"required,max=200" doc:"Documento que lo emite" example:"Oficio 7.1.3/041/2026"`
	Motivo      string      `json:"motivo" validate:"required,min=5,max=1000" doc:"Por qué se emite o cambia" example:"Se actualiza con la orientación proactiva."`
	Actividades []Actividad `json:"actividades" validate:"required,min=1,max=40,dive" doc:"Qué hace quien ocupa el puesto"`
	// Certificacion is the competence standard that the post asks for.
	Certificacion string `json:"certificacion,omitempty" validate:"omitempty,max=60" doc:"Estándar de competencia que pide" example:"EC1268"`
}

// Perfil is the profile of a kind of post, with all its versions: what was
// checked under one is never judged by a later one (rule 30).
type Perfil struct {
	tramite.Cabecera
	Puesto    Puesto          `json:"puesto" doc:"Clase de puesto" example:"tecnico_ao"`
	Versiones []VersionPerfil `json:"versiones" doc:"Versiones, de la primera a la última"`
}

// En is the version that rules on a day, and its number from 1; 0 when none does.
func (p Perfil) En(d fecha.Fecha) (VersionPerfil, int) {
	i := version.EnVigor(p.Versiones, d, func(v VersionPerfil) fecha.Fecha { return v.Desde })
	if i < 0 {
		return VersionPerfil{}, 0
	}
	return p.Versiones[i], i + 1
}

// Perfiles is the register of profiles: the Unit, which sets how desks work,
// keeps it.
var Perfiles = tramite.MustDefinir(tramite.Padron[Perfil, VersionPerfil]{
	Nombre: "perfil-puesto", Coleccion: ColeccionPerfiles, Serie: "PERF", Rama: siade.Rama,
	Titulo: "Perfil de puesto", Descripcion: "Qué hace cada clase de puesto de atención y orientación, por versiones fechadas; modificarlo añade una versión con su motivo.",
	Facultades: doe.Alguna("siade.modulos:administrar"),
	Validar: func(r Perfil, e VersionPerfil, c *tramite.Contexto, f *falla.Fallas) {
		n := len(r.Versiones)
		f.Si(n > 0 && e.Puesto != r.Puesto, ReglaPuesto, "body.puesto")
		f.Si(n > 0 && !e.Desde.After(r.Versiones[n-1].Desde) || e.Desde.Before(c.Hoy()), ReglaDesdePerfil, "body.desde")
		f.Si(n >= 50, ReglaMaximo, "body")
		repetidas(e.Actividades, func(a Actividad) string { return a.Clave }, f, "body.actividades")
	},
	Copiar: func(r *Perfil, e VersionPerfil) {
		r.Puesto, r.Versiones = e.Puesto, append(r.Versiones, e)
	},
	Ejemplo: VersionPerfil{
		Puesto: Tecnica, Desde: fecha.MustParse("2026-03-02"), Documento: "Oficio 7.1.3/041/2026", Motivo: "Se actualiza con la orientación proactiva.", Certificacion: "EC1268",
		Actividades: []Actividad{{"A1", "Registra en SIADE cada petición que atiende."}, {"A2", "Busca en salas de espera a quien necesita orientación."}},
	},
	Unica: func(r Perfil) string { return string(r.Puesto) },
	Indices: []tramite.Indice[Perfil]{
		{Nombre: "puesto", Descripcion: "Clase de puesto", Valores: puestos.Claves(), De: func(r Perfil) string { return string(r.Puesto) }},
	},
	Texto: func(r Perfil) string { return puestos.Nombre(r.Puesto) },
}.Definicion())

// repetidas refuses the keys that come twice in a list.
func repetidas[T any](xs []T, clave func(T) string, f *falla.Fallas, lugar string) {
	var vistas []string
	for i, x := range xs {
		k := clave(x)
		f.Si(slices.Contains(vistas, k), ReglaClaveRepetida, fmt.Sprintf("%s[%d].clave", lugar, i))
		vistas = append(vistas, k)
	}
}
