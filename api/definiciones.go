package api

import (
	"github.com/operacion-abierta/operacion/doe/suspension"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Definiciones lists the trámites that the program handles.
func Definiciones() []tramite.Cualquiera {
	return []tramite.Cualquiera{
		suspension.Suspensiones,
	}
}

// NuevaMesa gathers the trámites of [Definiciones]. The store and the server
// are made with the same one.
func NuevaMesa() (*tramite.Mesa, error) { return tramite.NuevaMesa(Definiciones()...) }
