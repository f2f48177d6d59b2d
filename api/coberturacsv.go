package api

import (
	"strconv"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
)

// coberturaCSV is the coverage as a table.
func (s *Servidor) coberturaCSV(c *caso) (respuesta, error) {
	x, err := s.cubrirTodo(c)
	if err != nil {
		return respuesta{}, err
	}
	if c.texto("detalle") == "mes" {
		return enCSV("cobertura-por-mes.csv", x.porMes())
	}
	return enCSV("cobertura.csv", s.porFuncion(x))
}

// porFuncion is a row per function.
func (s *Servidor) porFuncion(x Cobertura) [][]string {
	filas := [][]string{{"funcion", "unidad", "numero", "resumen", "facultades", "actos", "lecturas", "cubierta", "ejercida", "ultima"}}
	cat := s.catalogo()
	for _, f := range x.Funciones {
		d, _ := cat.Funcion(f.Clave)
		filas = append(filas, []string{
			string(f.Clave), string(d.Unidad), strconv.Itoa(d.Numero), d.Resumen, unir(f.Facultades), f.susActos(), strings.Join(f.Lecturas, "; "),
			siNo(f.Cubierta), strconv.Itoa(f.Ejercida), f.ultima(),
		})
	}
	return filas
}

// porMes is a row per function, month and unit.
func (o *Cobertura) porMes() [][]string {
	filas := [][]string{{"funcion", "mes", "unidad", "veces", "ultima"}}
	for _, f := range o.Funciones {
		for _, e := range f.Ejercicios {
			filas = append(filas, []string{string(f.Clave), e.Mes, string(e.Unidad), strconv.Itoa(e.Veces), e.Ultima.String()})
		}
	}
	return filas
}

func (x *FuncionCubierta) susActos() string {
	out := make([]string, len(x.Actos))
	for i, a := range x.Actos {
		out[i] = a.Tramite + ":" + a.Acto
	}
	return strings.Join(out, "; ")
}

func (x *FuncionCubierta) ultima() string {
	if x.Ultima == nil {
		return ""
	}
	return x.Ultima.String()
}

func unir(fs []doe.Facultad) string {
	out := make([]string, len(fs))
	for i, f := range fs {
		out[i] = string(f)
	}
	return strings.Join(out, "; ")
}

func siNo(b bool) string {
	if b {
		return "si"
	}
	return "no"
}
