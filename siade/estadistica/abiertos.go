package estadistica

import (
	"slices"
	"strings"
	"time"

	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/forma"
)

// MaxMeses is how many months of open data are given at once.
const MaxMeses = 36

// MesesEnteros says that open data are asked for by months that are over.
var MesesEnteros = falla.Regla{Codigo: "meses-enteros", Es: "Los datos abiertos son de meses terminados y enteros, hasta 36 a la vez.", En: "Open data are of whole months that are over, up to 36 at a time."}

// agrupaciones are the tables that are published. Two dimensions are crossed
// only when both are also published alone, as the margins of the table.
var agrupaciones = [][]Dimension{
	{}, {OOAD}, {Tipo}, {Canal}, {Tema}, {Servicio}, {OOAD, Tipo}, {OOAD, Canal}, {Tipo, Canal},
}

// Agrupaciones are the tables of open data, by their dimensions joined with
// commas; the first, "", is that of the months alone.
func Agrupaciones() []string {
	out := make([]string, len(agrupaciones))
	for i, ds := range agrupaciones {
		out[i] = juntas(ds)
	}
	return out
}

func juntas(ds []Dimension) string { return strings.ReplaceAll(unir(ds), ", ", ",") }

// ConsultaAbierta asks for open data: the months from one to another, each a
// table of its own.
type ConsultaAbierta struct {
	Agrupar []Dimension
	// Desde is the first day of a month, Hasta the last of one that is over.
	Desde, Hasta, Hoy fecha.Fecha
}

// Abierto is a row of open data. Nothing of it is of less than [Umbral]
// petitions.
type Abierto struct {
	Mes string
	// Valores are those of the dimensions asked for, in their order.
	Valores []string
	// Suprimida: its figures are hidden, because some is small or because it
	// would give away another that is.
	Suprimida bool
	// Registradas and Cerradas are the petitions of the month; the rest is nil
	// where it rests on few.
	Registradas, Cerradas, DiasMediana, DiasP90 *int
	Cumplimiento, Satisfaccion                  *cantidad.Centesimas
}

// LeerAbierta reads a query: agrupar, desde and hasta. Without dates it asks
// for the last twelve months that are over. The error tells every fault at
// once.
func LeerAbierta(parametros map[string]string, hoy fecha.Fecha) (ConsultaAbierta, error) {
	var f falla.Fallas
	c := ConsultaAbierta{Hoy: hoy, Hasta: inicioDeMes(hoy).Sumar(-1)}
	for _, n := range []string{"desde", "hasta"} {
		if v := parametros[n]; v != "" {
			d := leerDia(v, "query."+n, &f)
			if n == "desde" {
				c.Desde = d
			} else {
				c.Hasta = d
			}
		}
	}
	if c.Desde.IsZero() {
		c.Desde = haceMeses(c.Hasta, 11)
	}
	i := slices.IndexFunc(agrupaciones, func(ds []Dimension) bool { return juntas(ds) == parametros["agrupar"] })
	if !f.Si(i < 0, forma.NoPermitido, "query.agrupar", strings.Join(Agrupaciones()[1:], "; ")) {
		c.Agrupar = agrupaciones[i]
	}
	for n := range sin(parametros, "agrupar", "desde", "hasta") {
		f.Si(true, parametro, "query."+forma.NombreVisible(n))
	}
	if len(f) == 0 {
		f.Si(c.Desde.Dia() != 1 || c.Desde.After(c.Hasta) || c.Desde.Before(Origen) || haceMeses(c.Hasta, MaxMeses-1).After(c.Desde), MesesEnteros, "query.desde")
		f.Si(c.Hasta != finDeMes(c.Hasta) || !c.Hasta.Before(inicioDeMes(hoy)), MesesEnteros, "query.hasta")
	}
	return c, enError(f)
}

// haceMeses is the first day of the month so many before.
func haceMeses(d fecha.Fecha, n int) fecha.Fecha {
	m := d.Anio()*12 + int(d.Mes()) - 1 - n
	f, _ := fecha.New(m/12, time.Month(m%12+1), 1)
	return f
}

// Responder answers the query with the rows of the sums that it asks for.
func (c ConsultaAbierta) Responder(sumar Sumar) ([]Abierto, error) {
	out := []Abierto{}
	for m := c.Desde; !m.After(c.Hasta); m = finDeMes(m).Siguiente() {
		plan, err := Planear(Consulta{Agrupar: c.Agrupar, Desde: m, Hasta: finDeMes(m), Hoy: c.Hoy})
		if err != nil {
			return nil, err
		}
		r, err := plan.solo(deRegistro, cerradas, puntos, calificadas, respondidas, tardias, dePorDias).Responder(sumar)
		if err != nil {
			return nil, err
		}
		out = append(out, c.reservar(etiqueta(Mes, m), r)...)
	}
	return out, nil
}

// reservar hides what a month must not tell.
func (c ConsultaAbierta) reservar(mes string, r Respuesta) []Abierto {
	if len(c.Agrupar) == 0 {
		r.Filas = []Linea{{Medidas: r.Total}}
	}
	r.Filas = slices.DeleteFunc(r.Filas, func(l Linea) bool { return l.Registradas == 0 && l.Cerradas == 0 })
	var ejes [2][]string
	lugar := func(eje int, l *Linea) int {
		if eje >= len(c.Agrupar) {
			return 0
		}
		n, _ := slices.BinarySearch(ejes[eje], *l.valor(c.Agrupar[eje]))
		return n
	}
	for eje, d := range c.Agrupar {
		for i := range r.Filas {
			ejes[eje] = append(ejes[eje], *r.Filas[i].valor(d))
		}
		slices.Sort(ejes[eje])
		ejes[eje] = slices.Compact(ejes[eje])
	}
	cuentas, por := map[[2]int]recuento{}, map[[2]int]Medidas{}
	for i := range r.Filas {
		l := &r.Filas[i]
		k := [2]int{lugar(0, l), lugar(1, l)}
		cuentas[k], por[k] = recuento{l.Registradas, l.Cerradas}, l.Medidas
	}
	t := nuevaReservada(max(len(ejes[0]), 1), max(len(ejes[1]), 1), cuentas)
	t.marginar()
	if len(c.Agrupar) == 2 {
		t.ocultar()
	}
	return c.publicar(mes, t, ejes, por)
}

// publicar are the rows of a month: those with petitions, and those hidden.
func (c ConsultaAbierta) publicar(mes string, t *reservada, ejes [2][]string, por map[[2]int]Medidas) []Abierto {
	var out []Abierto
	for k := range t.celdas {
		i, j := k/t.columnas, k%t.columnas
		x := &t.celdas[k]
		switch len(c.Agrupar) {
		case 0:
			x = &t.total
		case 1:
			x = &t.margenes[0][i]
		}
		if x.n == (recuento{}) && !x.oculta {
			continue
		}
		a := Abierto{Mes: mes, Suprimida: x.oculta}
		for eje := range c.Agrupar {
			a.Valores = append(a.Valores, ejes[eje][[2]int{i, j}[eje]])
		}
		if !x.oculta {
			a.decir(por[[2]int{i, j}])
		}
		out = append(out, a)
	}
	return out
}

// decir fills in the figures of a row that is published; each of those that
// rest on part of the petitions, only when that part and the rest are none or
// many.
func (a *Abierto) decir(m Medidas) {
	a.Registradas, a.Cerradas = &m.Registradas, &m.Cerradas
	if m.Cerradas >= Umbral {
		a.DiasMediana, a.DiasP90 = m.DiasMediana, m.DiasP90
	}
	if !pequeno(m.EnTermino) && !pequeno(m.FueraDeTermino) {
		a.Cumplimiento = m.Cumplimiento
	}
	if m.Calificadas >= Umbral {
		a.Satisfaccion = m.Satisfaccion
	}
}
