package api

import (
	"github.com/operacion-abierta/operacion/comunicacion/campana"
	"github.com/operacion-abierta/operacion/doe/suspension"
	"github.com/operacion-abierta/operacion/doe/titularidad"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/evaluacion"
	"github.com/operacion-abierta/operacion/siade"
	"github.com/operacion-abierta/operacion/vinculacion/opinion"
)

// Definiciones lists the trámites that the program handles.
func Definiciones() []tramite.Cualquiera {
	return []tramite.Cualquiera{
		siade.Peticiones,
		evaluacion.Planes,
		opinion.Opiniones,
		campana.Campanas,
		suspension.Suspensiones,
		titularidad.Titularidades,
	}
}

// NuevaMesa gathers the trámites of [Definiciones]. The store and the server
// are made with the same one.
func NuevaMesa() (*tramite.Mesa, error) { return tramite.NuevaMesa(Definiciones()...) }
