package importacion

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/siade"
)

// Mapa says how to read the rows of a source.
type Mapa struct {
	// Fuente names the source; with the key of a row it tells that row from
	// all others ever imported.
	Fuente string `json:"fuente" validate:"required,max=60" doc:"Nombre de la fuente; con la clave del renglón lo distingue de todos los demás" example:"locatel-0311"`
	// Clave is the column with the key of each row.
	Clave string `json:"clave" validate:"required,max=80" doc:"Columna con la clave de cada renglón en su fuente" example:"id_folio"`
	// Separador parts the columns of a CSV file.
	Separador string `json:"separador,omitempty" validate:"omitempty,len=1" doc:"Carácter que separa las columnas; coma si se omite" example:";"`
	// Vacios are the values that mean that there is none.
	Vacios []string `json:"vacios,omitempty" validate:"omitempty,max=20,unique,dive,required,max=60" doc:"Valores que significan que no hay dato" example:"[\"NA\"]"`
	// Campos gives each datum of the petition, by name.
	Campos map[string]Campo `json:"campos" validate:"required,max=40,dive" doc:"De dónde sale cada dato de la petición, por su nombre"`
}

// Campo is where a datum comes from: a column, a text with columns in it, or
// the same for all rows.
type Campo struct {
	Columna string `json:"columna,omitempty" validate:"omitempty,max=80" doc:"Columna de la que sale" example:"fecha_solicitud"`
	// Plantilla has names of columns between braces: "{tema} en {alcaldia}".
	Plantilla string `json:"plantilla,omitempty" validate:"omitempty,max=1000" doc:"Texto con nombres de columnas entre llaves" example:"{tema_solicitud} en {alcaldia_solicitud}"`
	Fijo      string `json:"fijo,omitempty" validate:"omitempty,max=200" doc:"El mismo valor para todos los renglones" example:"web"`
	// Valores gives ours for theirs; Omision, that of any other or of none.
	Valores map[string]string `json:"valores,omitempty" validate:"omitempty,max=500,dive,max=200" doc:"Valor nuestro de cada valor ajeno"`
	Omision string            `json:"omision,omitempty" validate:"omitempty,max=200" doc:"Valor si no hay dato o no está entre los valores" example:"web"`
	// Codigo makes a code of the text: "Fuga de agua" is fuga-de-agua.
	Codigo bool `json:"codigo,omitempty" doc:"Hace un código del texto: «Fuga de agua» es fuga-de-agua"`
	// Formato is how a date is written, in the letters AAAA, MM and DD.
	Formato string `json:"formato,omitempty" validate:"omitempty,max=20" doc:"Cómo se escribe la fecha; AAAA-MM-DD si se omite" example:"DD/MM/AAAA"`
}

// The rules of a map and of a row.
var (
	fuente             = norma.Cita{Norma: "G000-002-001", Lugar: "7.1.3.1.4/2"}
	ReglaCampo         = falla.Regla{Codigo: "SIADE-IMPORTACION-01", Es: "No hay un dato con ese nombre; los hay: %s.", En: "There is no datum of that name; there are: %s.", Fuente: fuente}
	ReglaOrigenCampo   = falla.Regla{Codigo: "SIADE-IMPORTACION-02", Es: "El dato sale de una columna, de una plantilla o de un valor fijo, y de uno solo.", En: "A datum comes from a column, a template or a fixed value, and from one only.", Fuente: fuente}
	ReglaColumna       = falla.Regla{Codigo: "SIADE-IMPORTACION-03", Es: "El archivo no tiene la columna %s.", En: "The file has no column %s.", Fuente: fuente}
	ReglaFaltaCampo    = falla.Regla{Codigo: "SIADE-IMPORTACION-04", Es: "Falta decir de dónde sale %s.", En: "It is missing to say where %s comes from.", Fuente: fuente}
	ReglaFormato       = falla.Regla{Codigo: "SIADE-IMPORTACION-05", Es: "El formato de una fecha lleva AAAA, MM y DD, una vez cada uno, y sólo en una fecha.", En: "The format of a date has AAAA, MM and DD, once each, and is only of a date.", Fuente: fuente}
	ReglaSinClave      = falla.Regla{Codigo: "SIADE-IMPORTACION-06", Es: "El renglón no tiene clave.", En: "The row has no key.", Fuente: fuente}
	ReglaValor         = falla.Regla{Codigo: "SIADE-IMPORTACION-07", Es: "El valor no está entre los que el mapa dice, y no hay uno por omisión.", En: "The value is not among those of the map, and there is none by default.", Fuente: fuente}
	ReglaFecha         = falla.Regla{Codigo: "SIADE-IMPORTACION-08", Es: "No es una fecha %s.", En: "It is no date %s.", Fuente: fuente}
	ReglaPalabra       = falla.Regla{Codigo: "SIADE-IMPORTACION-09", Es: "No es un valor de %s; lo son: %s.", En: "It is no value of %s; they are: %s.", Fuente: fuente}
	ReglaColumnas      = falla.Regla{Codigo: "SIADE-IMPORTACION-10", Es: "El renglón tiene %d columnas y el encabezado %d.", En: "The row has %d columns and the heading %d.", Fuente: fuente}
	ReglaColumnaDoble  = falla.Regla{Codigo: "SIADE-IMPORTACION-11", Es: "El encabezado repite la columna %s.", En: "The heading repeats column %s.", Fuente: fuente}
	ReglaClaveRepetida = falla.Regla{Codigo: "SIADE-IMPORTACION-12", Es: "Otro renglón de la fuente ya se importó con esa clave y otro contenido.", En: "Another row of the source was imported under that key with another content.", Fuente: fuente}
)

// Reglas lists the rules in the order of their codes.
func Reglas() []falla.Regla {
	return []falla.Regla{ReglaCampo, ReglaOrigenCampo, ReglaColumna, ReglaFaltaCampo, ReglaFormato, ReglaSinClave, ReglaValor, ReglaFecha, ReglaPalabra, ReglaColumnas, ReglaColumnaDoble, ReglaClaveRepetida, ReglaUnArchivo}
}

// dato is a datum of a petition that may be imported.
type dato struct {
	// en is its place in the registration, for the faults found there.
	en string
	// pone writes it; false when the text is none of its values.
	pone    func(r *siade.Registro, v string) bool
	valores []string
	fecha   bool
}

// Datos lists the names of the data that may be imported.
func Datos() []string { return slices.Sorted(maps.Keys(datos)) }

// Revisar finds what is wrong with the map, before any file is read.
func (m Mapa) Revisar() falla.Fallas {
	var f falla.Fallas
	for _, n := range slices.Sorted(maps.Keys(m.Campos)) {
		c, en := m.Campos[n], "campos."+n
		d, ok := datos[n]
		if f.Si(!ok, ReglaCampo, en, strings.Join(Datos(), ", ")) {
			continue
		}
		cuantos := 0
		for _, x := range []string{c.Columna, c.Plantilla, c.Fijo} {
			if x != "" {
				cuantos++
			}
		}
		f.Si(cuantos != 1, ReglaOrigenCampo, en)
		f.Si(c.Formato != "" && (!d.fecha || patron(c.Formato) == ""), ReglaFormato, en+".formato")
		if len(d.valores) > 0 {
			for _, v := range append(slices.Sorted(maps.Values(c.Valores)), c.Omision, c.Fijo) {
				f.Si(v != "" && !slices.Contains(d.valores, v), ReglaPalabra, en, n, strings.Join(d.valores, ", "))
			}
		}
	}
	for _, n := range []string{"canal", "relato"} {
		_, ok := m.Campos[n]
		f.Si(!ok, ReglaFaltaCampo, "campos", n)
	}
	return f
}

// columnas are those that the map names, with the places that name them.
func (m Mapa) columnas() map[string]string {
	out := map[string]string{m.Clave: "clave"}
	for n, c := range m.Campos {
		if c.Columna != "" {
			out[c.Columna] = fmt.Sprintf("campos.%s.columna", n)
		}
		for _, x := range entreLlaves(c.Plantilla) {
			out[x] = fmt.Sprintf("campos.%s.plantilla", n)
		}
	}
	return out
}

func entreLlaves(s string) []string {
	var out []string
	for {
		_, resto, ok := strings.Cut(s, "{")
		if !ok {
			return out
		}
		nombre, sigue, ok := strings.Cut(resto, "}")
		if !ok {
			return out
		}
		out, s = append(out, nombre), sigue
	}
}

// patron is the layout of a date for the library; "" when it is none.
func patron(formato string) string {
	if formato == "" {
		return "2006-01-02"
	}
	for _, x := range []string{"AAAA", "MM", "DD"} {
		if strings.Count(formato, x) != 1 {
			return ""
		}
	}
	return strings.NewReplacer("AAAA", "2006", "MM", "01", "DD", "02").Replace(formato)
}
