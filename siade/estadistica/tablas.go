package estadistica

import (
	"fmt"
	"strings"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tabla"
)

// fuente is where every table comes from.
const fuente = "SIADE, contadores de peticiones y de sus eventos"

// titulos are those of the dimensions.
var titulos = map[Dimension]string{
	Dia: "Día", Semana: "Semana", Mes: "Mes", OOAD: "OOAD", Tipo: "Tipo", Canal: "Canal", Gravedad: "Gravedad", Estado: "Estado",
	Tema: "Tema", Servicio: "Servicio", UnidadServicio: "Unidad de servicio",
}

func columnaDe(d Dimension) tabla.Columna {
	return tabla.Columna{Clave: string(d), Titulo: titulos[d], Clase: tabla.Texto}
}

// columna is the one that has a figure.
func (d DefMedida) columna() tabla.Columna {
	c := tabla.Columna{Clave: string(d.Clave), Titulo: d.Titulo, Clase: tabla.Entero}
	if d.Clase == Porcentaje || d.Clase == Promedio {
		c.Clase = tabla.Decimal
	}
	return c
}

// celda is the figure of a row as its column holds it.
func (d DefMedida) celda(m Medidas) any {
	v := d.De(m)
	switch {
	case v == nil:
		return nil
	case d.columna().Clase == tabla.Entero:
		return int(*v) / 100
	}
	return *v
}

// ficha tells the span, the filters and the instant of a table.
func (c Consulta) ficha(corte fecha.Instante) []tabla.Dato {
	var filtros []string
	for _, d := range dimensiones {
		if vs := c.Filtros[d]; len(vs) > 0 {
			filtros = append(filtros, string(d)+": "+strings.Join(vs, ", "))
		}
	}
	if len(filtros) == 0 {
		filtros = []string{"ninguno"}
	}
	return append([]tabla.Dato{{Nombre: "Periodo", Valor: c.Desde.String() + " a " + c.Hasta.String()}, {Nombre: "Filtros", Valor: strings.Join(filtros, "; ")}}, procedencia(corte)...)
}

func procedencia(corte fecha.Instante) []tabla.Dato {
	return []tabla.Dato{{Nombre: "Corte", Valor: corte.String()}, {Nombre: "Fuente", Valor: fuente}}
}

// Tabla is the answer of a query as a table.
func (r Respuesta) Tabla(c Consulta) tabla.Tabla {
	t := tabla.Tabla{Nombre: "estadistica", Titulo: "Estadística de peticiones", Ficha: c.ficha(r.Corte)}
	if c.Cohorte {
		t.Ficha = append(t.Ficha, tabla.Dato{Nombre: "Cohorte", Valor: "Lo que ha sido de las registradas en el periodo"})
	}
	for _, d := range c.Agrupar {
		t.Columnas = append(t.Columnas, columnaDe(d))
	}
	for _, d := range medidas {
		t.Columnas = append(t.Columnas, d.columna())
	}
	fila := func(valores []any, m Medidas) []any {
		for _, d := range medidas {
			valores = append(valores, d.celda(m))
		}
		return valores
	}
	for _, l := range r.Filas {
		var valores []any
		for _, d := range c.Agrupar {
			valores = append(valores, valorDe(l, d))
		}
		t.Filas = append(t.Filas, fila(valores, l.Medidas))
	}
	var rotulo []any
	for i := range c.Agrupar {
		rotulo = append(rotulo, any(nil))
		if i == 0 {
			rotulo[0] = "Total"
		}
	}
	if t.Total = fila(rotulo, r.Total); len(c.Agrupar) == 0 { // the total is the row
		t.Filas, t.Total = [][]any{t.Total}, nil
	}
	return t
}

// Tabla is the series as a table.
func (s Serie) Tabla(c ConsultaSerie) tabla.Tabla {
	def, _ := DefDe(s.Medida)
	t := tabla.Tabla{
		Nombre: "serie-" + string(s.Medida), Titulo: "Serie de " + strings.ToLower(def.Titulo), Ficha: c.ficha(s.Corte),
		Columnas: []tabla.Columna{
			columnaDe(c.Por), {Clave: "desde", Titulo: "Desde", Clase: tabla.Dia}, {Clave: "hasta", Titulo: "Hasta", Clase: tabla.Dia},
			{Clave: "valor", Titulo: def.Titulo, Clase: tabla.Decimal}, {Clave: "parcial", Titulo: "Parcial", Clase: tabla.Texto},
			{Clave: "anterior", Titulo: "Periodo anterior", Clase: tabla.Decimal}, {Clave: "variacion", Titulo: "Variación, %", Clase: tabla.Decimal},
			{Clave: "anual", Titulo: "Un año antes", Clase: tabla.Decimal}, {Clave: "variacion_anual", Titulo: "Variación anual, %", Clase: tabla.Decimal},
		},
	}
	for _, p := range s.Puntos {
		fila := []any{p.Periodo, p.Desde, p.Hasta, tabla.Opcional(p.Valor), siNo(p.Parcial)}
		for _, v := range []*Variacion{p.Anterior, p.Anual} {
			if v == nil {
				fila = append(fila, nil, nil)
			} else {
				fila = append(fila, v.Valor, tabla.Opcional(v.Porcentaje))
			}
		}
		t.Filas = append(t.Filas, fila)
	}
	return t
}

func siNo(b bool) string {
	if b {
		return "si"
	}
	return "no"
}

// Tabla is the comparison as a table; those without population come last.
func (c Comparacion) Tabla(q ConsultaComparacion) tabla.Tabla {
	def, _ := DefDe(c.Medida)
	t := tabla.Tabla{
		Nombre: "comparacion-" + string(c.Medida), Titulo: def.Titulo + " por cada 100,000, por OOAD", Ficha: q.ficha(c.Corte),
		Columnas: []tabla.Columna{
			columnaDe(OOAD), {Clave: "lugar", Titulo: "Lugar", Clase: tabla.Entero}, {Clave: "empate", Titulo: "Empate", Clase: tabla.Texto},
			{Clave: "lugar_mejor", Titulo: "Lugar, desde", Clase: tabla.Entero}, {Clave: "lugar_peor", Titulo: "Lugar, hasta", Clase: tabla.Entero},
			{Clave: "casos", Titulo: def.Titulo, Clase: tabla.Entero}, {Clave: "poblacion", Titulo: "Población", Clase: tabla.Entero},
			{Clave: "tasa", Titulo: "Tasa por 100,000", Clase: tabla.Decimal}, {Clave: "inferior", Titulo: "Límite inferior", Clase: tabla.Decimal},
			{Clave: "superior", Titulo: "Límite superior", Clase: tabla.Decimal}, {Clave: "frente", Titulo: "Frente al conjunto", Clase: tabla.Texto},
		},
	}
	d := c.Denominador
	t.Ficha = append(t.Ficha, tabla.Dato{Nombre: "Denominador", Valor: fmt.Sprintf("%s al %s. %s. %s (%s)", conceptos.Nombre(d.Concepto), d.Corte, d.Fuente, d.Documento, d.Folio)},
		tabla.Dato{Nombre: "Límites", Valor: c.Intervalo})
	for _, f := range c.Filas {
		t.Filas = append(t.Filas, []any{f.OOAD, f.Lugar, siNo(f.Empate), f.LugarMejor, f.LugarPeor, f.Casos, f.Poblacion, f.Tasa, f.Inferior, f.Superior, string(f.Frente)})
	}
	for _, f := range c.SinDenominador {
		t.Filas = append(t.Filas, []any{f.OOAD, nil, nil, nil, nil, f.Casos, nil, nil, nil, nil, "sin_denominador"})
	}
	n := c.Nacional
	t.Total = []any{"Conjunto", nil, nil, nil, nil, n.Casos, n.Poblacion, n.Tasa, n.Inferior, n.Superior, nil}
	return t
}

// Tabla is the work of each person as a table.
func (x Carga) Tabla(c ConsultaCarga) tabla.Tabla {
	t := tabla.Tabla{Nombre: "carga", Titulo: "Carga de trabajo por persona", Ficha: append([]tabla.Dato{{Nombre: "Periodo", Valor: c.Desde.String() + " a " + c.Hasta.String()}}, procedencia(x.Corte)...)}
	total := []any{"Total", nil, nil}
	if c.Por != "" {
		t.Columnas, total = append(t.Columnas, columnaDe(c.Por)), append(total, nil)
	}
	t.Columnas = append(t.Columnas, columnaDe(OOAD), tabla.Columna{Clave: "unidad", Titulo: "Unidad", Clase: tabla.Texto}, tabla.Columna{Clave: "persona", Titulo: "Persona", Clase: tabla.Texto})
	for _, n := range [][2]string{{"registradas", "Registradas"}, {"al_contacto", "Al contacto"}, {"respondidas", "Respondidas"}, {"cerradas", "Cerradas"}, {"asignadas", "Asignadas vivas"}} {
		t.Columnas = append(t.Columnas, tabla.Columna{Clave: n[0], Titulo: n[1], Clase: tabla.Entero})
	}
	for _, f := range x.Filas {
		var fila []any
		if c.Por != "" {
			fila = append(fila, f.Periodo)
		}
		t.Filas = append(t.Filas, append(append(fila, f.OOAD, f.Unidad, f.Persona), f.celdas()...))
	}
	total = append(total, x.Total.celdas()...)
	t.Total = total
	return t
}

func (t Trabajo) celdas() []any {
	return []any{t.Registradas, t.AlContacto, t.Respondidas, t.Cerradas, t.Asignadas}
}

// campos are the columns of open data after those of the month and the
// dimensions.
var campos = []tabla.Columna{
	{Clave: "registradas", Titulo: "Registradas", Clase: tabla.Entero, Descripcion: "Peticiones registradas en el mes."},
	{Clave: "cerradas", Titulo: "Cerradas", Clase: tabla.Entero, Descripcion: "Peticiones concluidas en el mes, aunque se registraran antes."},
	{Clave: "dias_mediana", Titulo: "Días hasta concluir, mediana", Clase: tabla.Entero, Descripcion: "Mediana de días naturales desde que se presentaron las concluidas; exacta hasta diez y después por intervalos. Vacía con pocas."},
	{Clave: "dias_p90", Titulo: "Días hasta concluir, 90 %", Clase: tabla.Entero, Descripcion: "Días que no excedió el 90 % de las concluidas. Vacía con pocas."},
	{Clave: "cumplimiento", Titulo: "Cumplimiento de términos, %", Clase: tabla.Decimal, Descripcion: "Porcentaje de las respuestas del mes que se dio dentro del plazo. Vacía si las de dentro o las de fuera son pocas."},
	{Clave: "satisfaccion", Titulo: "Satisfacción", Clase: tabla.Decimal, Descripcion: "Promedio de las calificaciones, de 1 a 5, de las concluidas en el mes. Vacía con pocas."},
	{Clave: "suprimida", Titulo: "Suprimida", Clase: tabla.Texto, Descripcion: "si: las cifras se ocultan porque alguna es de 1 a 10 o porque con ella se sabría otra que lo es; pueden ser cualesquiera. no: se publican."},
}

// Columnas are those of a table of open data.
func (c ConsultaAbierta) Columnas() []tabla.Columna {
	mes := columnaDe(Mes)
	mes.Descripcion = "Mes, AAAA-MM, en la hora del centro de México."
	out := []tabla.Columna{mes}
	for _, d := range c.Agrupar {
		x := columnaDe(d)
		x.Descripcion = describe[d]
		out = append(out, x)
	}
	return append(out, campos...)
}

var describe = map[Dimension]string{
	OOAD:     "Órgano de operación administrativa desconcentrada, por su clave de delegación a dos dígitos; 09 es el nivel central.",
	Tipo:     "Clase de petición; vacía sin clasificar.",
	Canal:    "Medio por el que llegó.",
	Tema:     "Código del tema; vacío sin tema.",
	Servicio: "Código del servicio; vacío sin servicio.",
}

// Tabla are the rows as a table.
func (c ConsultaAbierta) Tabla(filas []Abierto) tabla.Tabla {
	t := tabla.Tabla{Nombre: "peticiones-" + strings.ReplaceAll(juntas(append([]Dimension{Mes}, c.Agrupar...)), ",", "-"), Titulo: "Peticiones por mes", Columnas: c.Columnas()}
	for _, a := range filas {
		f := []any{a.Mes}
		for _, v := range a.Valores {
			f = append(f, v)
		}
		t.Filas = append(t.Filas, append(f, tabla.Opcional(a.Registradas), tabla.Opcional(a.Cerradas), tabla.Opcional(a.DiasMediana), tabla.Opcional(a.DiasP90),
			tabla.Opcional(a.Cumplimiento), tabla.Opcional(a.Satisfaccion), siNo(a.Suprimida)))
	}
	return t
}

// Valores lists the values of the dimensions of open data that have a closed
// list.
func (c ConsultaAbierta) Valores() map[Dimension][]string {
	out := map[Dimension][]string{}
	for _, d := range c.Agrupar {
		if vs := valores[d]; len(vs) > 0 {
			out[d] = vs
		}
	}
	return out
}
