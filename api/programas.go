package api

import (
	"reflect"
	"strconv"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/plan"
	"github.com/operacion-abierta/operacion/doe/programa"
)

// MatrizProgramas says which functions make which unit have a programme.
type MatrizProgramas struct {
	Programas   []programa.Fila   `json:"programas" doc:"De quién es, quién lo elabora, por qué función y a dónde va cada programa"`
	Aportan     []programa.Aporta `json:"aportan" doc:"Unidades que solo proponen renglones"`
	SinPrograma []doe.ClaveUnidad `json:"sin_programa" doc:"Unidades que ninguna función obliga a tener programa propio"`
}

var sinProgramaPropio = falla.Regla{
	Codigo: "unidad-sin-programa", Es: "Ninguna función hace que la unidad tenga programa propio.", En: "No function makes the unit have a programme of its own.",
}

// montarProgramas adds the reads of annual programmes.
func (s *Servidor) montarProgramas(k *coleccion) {
	arbol := k.leer("/arbol", "arbol", "Árbol de programas de un ejercicio",
		"El estado del programa de una unidad y de todos los que integra: quién falta en cada nivel y a quién le toca, programado y real por mes o trimestre con lo integrado según sus pesos, desde cuándo hay atraso y cuándo terminará al ritmo de hasta ahora. El del ejercicio de la Dirección es el de `unidad=doe-7.1`.",
		s.de(reflect.TypeFor[programa.Arbol](), "El árbol."), k.arbolProgramas,
		deEjercicio(), deUnidad("Unidad de la raíz; la Dirección si falta"),
		deOOAD("OOAD, si la unidad es regional"), deValores("periodo", "Cada cuánto se cierra; trimestre si falta", "trimestre", "mes"))
	s.ejerce(&arbol, "doe.programa:seguir", "doe.programa:evaluar", "doe.programa:analizar")
	s.montar(arbol)
	s.montar(k.leer("/matriz", "matriz", "Quién elabora y quién integra cada programa",
		"Lo que dicen las funciones de los manuales en la estructura con que empieza el año: de qué unidades hay programa anual, quién elabora cada uno, a cuál se integra y por qué función; qué unidades solo aportan y cuáles no tienen.",
		s.de(reflect.TypeFor[MatrizProgramas](), "La matriz."), k.matrizProgramas, deEjercicio()))
}

func deEjercicio() parametro {
	return deEntero("ejercicio", "Año; el actual si falta", 2026, 2000, 2100)
}

func (k *coleccion) matrizProgramas(c *caso) (respuesta, error) {
	cat, anio := k.s.catalogo(), ejercicio(c)
	m := programa.FilasEn(cat, anio)
	return enJSON(MatrizProgramas{m, programa.Aportan(), m.SinPrograma(programa.Estructura(cat, anio))})
}

// ejercicio is the year asked for, the current one if none.
func ejercicio(c *caso) int {
	if v := c.texto("ejercicio"); v != "" {
		n, _ := strconv.Atoi(v) // checked before
		return n
	}
	return c.ahora().Dia().Anio()
}

func (k *coleccion) arbolProgramas(c *caso) (respuesta, error) {
	hoy := c.ahora().Dia()
	q := programa.Pregunta{Ejercicio: ejercicio(c), Unidad: doe.Raiz, Hoy: hoy, Paso: plan.Trimestre}
	if v := c.texto("unidad"); v != "" {
		q.Unidad = doe.ClaveUnidad(v)
	}
	if v := c.texto("ooad"); v != "" {
		q.OOAD, _ = doe.ParseOOAD(v) // checked before
	}
	if c.texto("periodo") == "mes" {
		q.Paso = plan.Mes
	}
	if _, ok := programa.FilasEn(k.s.catalogo(), q.Ejercicio).De(q.Unidad); !ok {
		return respuesta{}, deConsulta(sinProgramaPropio, "query.unidad")
	}
	f := almacen.Filtro{Indices: map[string]string{"ejercicio": strconv.Itoa(q.Ejercicio)}}
	ps, err := suyos(c, programa.Programas, f)
	if err != nil {
		return respuesta{}, err
	}
	return enJSON(programa.Armar(k.s.catalogo(), k.s.almacen.Calendarios(), ps, q))
}
