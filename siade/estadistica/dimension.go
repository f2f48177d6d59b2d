package estadistica

import (
	"slices"

	"github.com/operacion-abierta/operacion/siade"
)

// Dimension is what an answer groups or filters by: those of the counters, the
// OOAD and time.
type Dimension = siade.Dimension

// The dimensions. The first three are of time.
const (
	Dia            Dimension = "dia"
	Semana         Dimension = "semana"
	Mes            Dimension = "mes"
	OOAD           Dimension = "ooad"
	Tipo                     = siade.DimensionTipo
	Canal                    = siade.DimensionCanal
	Gravedad                 = siade.DimensionGravedad
	Estado                   = siade.DimensionEstado
	Tema                     = siade.DimensionTema
	Servicio                 = siade.DimensionServicio
	UnidadServicio           = siade.DimensionUnidadServicio
)

var dimensiones = []Dimension{Dia, Semana, Mes, OOAD, Tipo, Canal, Gravedad, Estado, Tema, Servicio, UnidadServicio}

// Dimensiones lists them in the order they are shown.
func Dimensiones() []Dimension { return slices.Clone(dimensiones) }

func deTiempo(d Dimension) bool { return d == Dia || d == Semana || d == Mes }

// valores are the values of the dimensions that have a closed list.
var valores = map[Dimension][]string{
	Tipo: siade.Tipos().Claves(), Canal: siade.Canales().Claves(), Gravedad: siade.Gravedades().Claves(), Estado: estados(),
}

func estados() []string {
	var out []string
	for _, e := range siade.Peticiones.Definicion().Estados {
		out = append(out, string(e.Nombre))
	}
	return out
}
