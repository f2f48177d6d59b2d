package siade

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/norma"
)

// ClaseDato is a class of data by how long it is kept.
type ClaseDato string

// The classes.
const (
	// IdentidadComun is who presented it and who suffered it.
	IdentidadComun ClaseDato = "identidad"
	// IdentidadSensible is the same of a sensitive petition.
	IdentidadSensible ClaseDato = "identidad_sensible"
)

// DefConservacion is how many years a class of data is kept in use after the
// petition first ended, and how many more it stays blocked before it is erased.
type DefConservacion struct {
	Clase            ClaseDato
	EnUso, Bloqueada int
	Vigencia         norma.Vigencia
	Fuente           norma.Cita
}

var conservaciones = []DefConservacion{
	{Clase: IdentidadComun, EnUso: 2, Bloqueada: 3, Fuente: norma.Configuracion("periodos de conservación")},
	{Clase: IdentidadSensible, EnUso: 1, Bloqueada: 4, Fuente: norma.Configuracion("periodos de conservación")},
}

// Conservaciones lists the periods.
func Conservaciones() []DefConservacion { return slices.Clone(conservaciones) }

// Retencion says when the identity of a petition is blocked and when erased.
type Retencion struct {
	Clase              ClaseDato
	Bloqueo, Supresion fecha.Fecha
}

// Retencion is that of the petition, counted from when it first ended, which
// reopening does not move; false while it never ended or has no identity.
func (p Peticion) Retencion() (Retencion, bool) {
	if p.PrimerFin.IsZero() || p.Peticionario.Identidad == "" && (p.Afectado == nil || p.Afectado.Identidad == "") {
		return Retencion{}, false
	}
	clase := IdentidadComun
	if p.clasificacion().Sensible {
		clase = IdentidadSensible
	}
	for _, d := range conservaciones {
		if d.Clase == clase && d.Vigencia.Rige(p.PrimerFin) {
			return Retencion{clase, enAnios(p.PrimerFin, d.EnUso), enAnios(p.PrimerFin, d.EnUso+d.Bloqueada)}, true
		}
	}
	return Retencion{}, false
}

// enAnios is the same day some years later; 1 March for a 29 February.
func enAnios(f fecha.Fecha, n int) fecha.Fecha {
	if g, err := fecha.New(f.Anio()+n, f.Mes(), f.Dia()); err == nil {
		return g
	}
	g, _ := fecha.New(f.Anio()+n, f.Mes()+1, 1)
	return g
}
