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

// MaxPuntos is how many periods a series has at most.
const MaxPuntos = 400

// MuchosPuntos says that the series has too many periods.
var MuchosPuntos = falla.Regla{Codigo: "serie-demasiado-larga", Es: "La serie tendría más de 400 periodos: acorte las fechas o use periodos mayores.", En: "The series would have more than 400 periods: shorten the dates or use longer ones."}

// ConsultaSerie is what is asked of a series: a figure by period.
type ConsultaSerie struct {
	Consulta
	// Por is Dia, Semana or Mes.
	Por    Dimension
	Medida Medida
}

// Serie is a figure period by period. Every period is there, with or without
// petitions; all are whole but the last, when it is not over.
type Serie struct {
	Medida Medida      `json:"medida" doc:"Medida" example:"registradas"`
	Clase  ClaseMedida `json:"clase" doc:"conteo, existencia, dias, porcentaje o promedio" example:"conteo"`
	Por    Dimension   `json:"por" doc:"dia, semana o mes" example:"mes"`
	Puntos []Punto     `json:"puntos" doc:"Un punto por periodo, en orden"`
	// Corte is set by who knows when it was counted.
	Corte fecha.Instante `json:"corte" doc:"Instante al que se contó" example:"2026-03-31T18:00:00.000000Z"`
}

// Punto is the figure of a period. A count without petitions is zero; a rate,
// a mean or days, nil.
type Punto struct {
	Periodo string          `json:"periodo" doc:"Día, semana ISO 8601 o mes" example:"2026-03"`
	Desde   fecha.Fecha     `json:"desde" doc:"Primer día del periodo" example:"2026-03-01"`
	Hasta   fecha.Fecha     `json:"hasta" doc:"Último día del periodo" example:"2026-03-31"`
	Valor   *cantidad.Valor `json:"valor" nullable:"true" doc:"Valor; nulo si no hay de qué calcularlo" example:"120"`
	// Parcial: the period is not over, or the query ends within it. It is not
	// compared with whole ones.
	Parcial bool `json:"parcial" doc:"Si el periodo no ha terminado o la consulta acaba dentro de él; entonces no se compara" example:"false"`
	// Anterior is the period before, Anual the same of the year before.
	Anterior *Variacion `json:"anterior,omitempty" doc:"Frente al periodo anterior; falta si no se compara"`
	Anual    *Variacion `json:"anual,omitempty" doc:"Frente al mismo periodo del año anterior; falta si no se compara o no lo hay, como el 29 de febrero o la semana 53"`
}

// Variacion compares a figure with an earlier one.
type Variacion struct {
	Valor      cantidad.Valor `json:"valor" doc:"Valor de entonces" example:"100"`
	Diferencia cantidad.Valor `json:"diferencia" doc:"Lo que va de entonces a ahora" example:"20"`
	// Porcentaje is the difference over the value of then; nil when that is none.
	Porcentaje *cantidad.Valor `json:"porcentaje" nullable:"true" doc:"La diferencia en por ciento de lo de entonces; nulo si entonces era cero" example:"20"`
}

// LeerSerie reads the query of a series: the parameters of [Leer] without
// agrupar, with por and medida. The error tells every fault at once.
func LeerSerie(parametros map[string]string, hoy fecha.Fecha) (ConsultaSerie, error) {
	var f falla.Fallas
	c := ConsultaSerie{Por: Dimension(tomar(parametros, "por", string(Mes))), Medida: Medida(tomar(parametros, "medida", "registradas"))}
	c.Consulta = leer(sin(parametros, "por", "medida"), hoy, &f)
	f.Si(len(c.Agrupar) > 0, parametro, "query.agrupar")
	f.Si(!deTiempo(c.Por), forma.NoPermitido, "query.por", "dia, semana, mes")
	f.Si(!slices.Contains(DeSerie(), c.Medida), forma.NoPermitido, "query.medida", unir(DeSerie()))
	if c.Agrupar = nil; deTiempo(c.Por) {
		c.Agrupar = []Dimension{c.Por}
	}
	f = append(f, c.Validar()...)
	if len(f) == 0 {
		f.Si(c.cuantos() > MaxPuntos, MuchosPuntos, "query.desde")
	}
	return c, enError(f)
}

func tomar(parametros map[string]string, nombre, omision string) string {
	if v := parametros[nombre]; v != "" {
		return v
	}
	return omision
}

// sin copies the parameters but some.
func sin(parametros map[string]string, nombres ...string) map[string]string {
	out := map[string]string{}
	for n, v := range parametros {
		if !slices.Contains(nombres, n) {
			out[n] = v
		}
	}
	return out
}

func unir[T ~string](xs []T) string {
	out := make([]string, len(xs))
	for i, x := range xs {
		out[i] = string(x)
	}
	return strings.Join(out, ", ")
}

// cuantos is about how many periods it has.
func (c ConsultaSerie) cuantos() int {
	dias := c.Desde.Dias(c.Hasta) + 1
	switch c.Por {
	case Semana:
		return dias / 7
	case Mes:
		return dias / 30
	}
	return dias
}

// periodo is a day, an ISO week or a month.
type periodo struct{ desde, hasta fecha.Fecha }

// periodoDe is the one that a day lies in.
func periodoDe(por Dimension, d fecha.Fecha) periodo {
	switch por {
	case Semana:
		l := d.Sumar(-(int(d.DiaSemana()) + 6) % 7)
		return periodo{l, l.Sumar(6)}
	case Mes:
		return periodo{inicioDeMes(d), finDeMes(d)}
	}
	return periodo{d, d}
}

// haceUnAnio is the same period of the year before; false when there is none.
func (p periodo) haceUnAnio(por Dimension) (periodo, bool) {
	if por == Semana {
		a, s := p.desde.Sumar(3).Inicio().Time().ISOWeek()
		enero, _ := fecha.New(a-1, time.January, 4)
		n := periodoDe(Semana, periodoDe(Semana, enero).desde.Sumar(7*(s-1)))
		a2, s2 := n.desde.Sumar(3).Inicio().Time().ISOWeek()
		return n, a2 == a-1 && s2 == s
	}
	d, err := fecha.New(p.desde.Anio()-1, p.desde.Mes(), p.desde.Dia())
	return periodoDe(por, d), err == nil
}

// Responder answers the series with the rows of the sums that it asks for.
func (c ConsultaSerie) Responder(sumar Sumar) (Serie, error) {
	fin := c.Hasta
	if fin.After(c.Hoy) {
		fin = c.Hoy
	}
	primero := periodoDe(c.Por, c.Desde)
	out := Serie{Medida: c.Medida, Por: c.Por, Puntos: []Punto{}}
	def, _ := DefDe(c.Medida)
	out.Clase = def.Clase
	if fin.Before(c.Desde) {
		return out, nil
	}
	ahora, err := c.valores(def, periodoDe(c.Por, primero.desde.Sumar(-1)), fin, sumar)
	if err != nil {
		return Serie{}, err
	}
	antes, err := c.haceUnAnio(def, primero, fin, sumar)
	if err != nil {
		return Serie{}, err
	}
	for p := primero; !p.desde.After(fin); p = periodoDe(c.Por, p.hasta.Siguiente()) {
		x := Punto{Periodo: etiqueta(c.Por, p.desde), Desde: p.desde, Hasta: p.hasta, Valor: ahora[p.desde], Parcial: p.hasta.After(fin) || !p.hasta.Before(c.Hoy)}
		if !x.Parcial {
			x.Anterior = variar(x.Valor, ahora[periodoDe(c.Por, p.desde.Sumar(-1)).desde])
			if a, hay := p.haceUnAnio(c.Por); hay {
				x.Anual = variar(x.Valor, antes[a.desde])
			}
		}
		out.Puntos = append(out.Puntos, x)
	}
	return out, nil
}

// haceUnAnio are the figures of the periods of the year before, by first day.
func (c ConsultaSerie) haceUnAnio(def DefMedida, primero periodo, fin fecha.Fecha, sumar Sumar) (map[fecha.Fecha]*cantidad.Valor, error) {
	// A year back and a week more reaches the same week whatever the years.
	desde, hasta := periodoDe(c.Por, primero.desde.Sumar(-372)), periodoDe(c.Por, fin.Sumar(-358)).hasta
	if desde.desde.Before(Origen) {
		return nil, nil
	}
	return c.valores(def, desde, hasta, sumar)
}

// valores are the figures of every period from one to the one that ends on a
// day or holds it, by first day.
func (c ConsultaSerie) valores(def DefMedida, p periodo, hasta fecha.Fecha, sumar Sumar) (map[fecha.Fecha]*cantidad.Valor, error) {
	q := c.Consulta
	q.Desde, q.Hasta = p.desde, hasta
	if f, _ := c.familia(); f.PorMes {
		q.Hasta = finDeMes(hasta)
	}
	if q.Desde.Before(Origen) {
		q.Desde = Origen
	}
	plan, err := Planear(q)
	if err != nil {
		return nil, err
	}
	b, err := plan.solo(def.usa...).plegar(sumar)
	if err != nil {
		return nil, err
	}
	hay := b.previas // those open before the first
	por := map[string]Medidas{}
	for _, l := range b.respuesta().Filas {
		por[valorDe(l, c.Por)] = l.Medidas
	}
	out := map[fecha.Fecha]*cantidad.Valor{}
	for ; !p.desde.After(hasta); p = periodoDe(c.Por, p.hasta.Siguiente()) {
		m, ya := por[etiqueta(c.Por, p.desde)]
		switch {
		case ya:
			hay = m.Abiertas
		case !c.Cohorte:
			m.Abiertas = hay
		}
		out[p.desde] = def.De(m)
	}
	return out, nil
}

func valorDe(l Linea, d Dimension) string {
	if p := l.valor(d); p != nil {
		return *p
	}
	return ""
}

// variar compares a figure with an earlier one; nil when either is missing.
func variar(ahora, antes *cantidad.Valor) *Variacion {
	if ahora == nil || antes == nil {
		return nil
	}
	v := Variacion{Valor: *antes, Diferencia: *ahora - *antes}
	if *antes != 0 {
		v.Porcentaje = new(redondear(int64(v.Diferencia)*10000, int64(*antes)))
	}
	return &v
}

// redondear is a over b to the nearest, halves away from zero; b is positive.
func redondear(a, b int64) cantidad.Valor {
	if a < 0 {
		return -redondear(-a, b)
	}
	return cantidad.Valor((2*a + b) / (2 * b))
}
