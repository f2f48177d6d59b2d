package siade

import (
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/version"
)

// ColeccionPlantillas is the path of the answer templates.
const ColeccionPlantillas = "plantillas-respuesta"

// UsoPlantilla says with which template, in which version, an answer was
// written; zero when with none.
type UsoPlantilla struct {
	Clave   string `json:"clave,omitempty" validate:"omitempty,max=30" doc:"Clave de la plantilla" example:"ORI-VIG"`
	Version int    `json:"version,omitempty" validate:"omitempty,min=1,max=1000" doc:"Versión de la plantilla" example:"2"`
}

// validar holds a use against the templates in force.
func (u UsoPlantilla) validar(lugar string, c *tramite.Contexto, f *falla.Fallas) {
	if u == (UsoPlantilla{}) {
		return
	}
	d, hay := c.Vigente(ColeccionPlantillas, u.Clave).(version.Numerado)
	f.Si(!hay || !d.Rige(u.Version, c.Hoy()), ReglaPlantilla, lugar)
}
