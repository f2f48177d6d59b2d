package estadistica

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
)

// Medidas are the figures of one row.
type Medidas struct {
	Registradas int `json:"registradas" doc:"Registradas en el periodo" example:"120"`
	Cerradas    int `json:"cerradas" doc:"Concluidas en el periodo; con cohorte, de las registradas en él" example:"110"`
	// Abiertas are those registered and not ended up to the end of the row's
	// period; of a cohort, those of the span that live.
	Abiertas int `json:"abiertas" doc:"Abiertas al final del periodo" example:"34"`
	// Vencidas are those open now that were due by then and before today; by
	// month, up to the last month over. A cohort does not tell them.
	Vencidas   *int `json:"vencidas" nullable:"true" doc:"Abiertas con plazo vencido; nulo con cohorte" example:"2"`
	AlContacto int  `json:"al_contacto" doc:"Resueltas al registrarlas" example:"98"`
	// DiasMediana and DiasP90 are natural days from presentation to the end,
	// exact up to ten and then the most of their class; nil without closings.
	DiasMediana *int `json:"dias_mediana" nullable:"true" doc:"Mediana de días naturales hasta concluir; nulo sin cierres" example:"0"`
	DiasP90     *int `json:"dias_p90" nullable:"true" doc:"Días que no excedió el 90 % de los cierres; nulo sin cierres" example:"7"`
	// Satisfaccion is the mean of the ratings, with two decimals.
	Satisfaccion *tramite.Centesimas `json:"satisfaccion" nullable:"true" doc:"Promedio de calificaciones, de 1 a 5; nulo sin ellas" example:"4.5"`
	// Respondidas counts every answer given: one that was opened again counts
	// anew, its days from then. What was resolved at contact was answered.
	Respondidas int `json:"respondidas" doc:"Respuestas dadas en el periodo, también después de reabrir; con cohorte, a las registradas en él" example:"112"`
	EnTermino   int `json:"en_termino" doc:"De ellas, las dadas dentro del plazo" example:"109"`
	// FueraDeTermino are those given when the term to answer, with its pauses
	// and extensions, was over. What is late and not answered is in Vencidas.
	FueraDeTermino int `json:"fuera_de_termino" doc:"De ellas, las dadas vencido el plazo; lo vencido sin responder está en vencidas" example:"3"`
	// Cumplimiento is the share of answers given in term.
	Cumplimiento *tramite.Centesimas `json:"cumplimiento" nullable:"true" doc:"Porcentaje de respuestas dadas dentro del plazo; nulo sin respuestas" example:"97.32"`
	// RespuestaMediana and RespuestaP90 are natural days from presentation, or
	// from the last reopening, to the answer, told like DiasMediana.
	RespuestaMediana *int `json:"respuesta_mediana" nullable:"true" doc:"Mediana de días naturales hasta responder; nulo sin respuestas" example:"0"`
	RespuestaP90     *int `json:"respuesta_p90" nullable:"true" doc:"Días que no excedió el 90 % de las respuestas; nulo sin respuestas" example:"5"`
	// Calificables are those that ended with an answer that their petitioner may
	// rate, and Calificadas those of them that were rated.
	Calificables     int                 `json:"calificables" doc:"Cerradas con respuesta que se puede calificar" example:"108"`
	Calificadas      int                 `json:"calificadas" doc:"De ellas, las calificadas" example:"41"`
	TasaCalificacion *tramite.Centesimas `json:"tasa_calificacion" nullable:"true" doc:"Porcentaje de las calificables que se calificó; nulo sin ellas" example:"37.96"`
	Reabiertas       int                 `json:"reabiertas" doc:"Reaperturas en el periodo; con cohorte, de las registradas en él" example:"2"`
	// Turnadas are those turned to the unit or organ that has them still or had
	// them to the end: what was given back counts no more.
	Turnadas    int `json:"turnadas" doc:"Turnadas en el periodo y no devueltas" example:"9"`
	Canalizadas int `json:"canalizadas" doc:"Concluidas por remitirse a otro órgano o instancia" example:"1"`
}

// Linea is one row of an answer: the values it groups by and its figures. A
// value is empty where petitions have none.
type Linea struct {
	Dia            *string `json:"dia,omitempty" doc:"Día" example:"2026-03-02"`
	Semana         *string `json:"semana,omitempty" doc:"Semana ISO 8601" example:"2026-W10"`
	Mes            *string `json:"mes,omitempty" doc:"Mes" example:"2026-03"`
	OOAD           *string `json:"ooad,omitempty" doc:"OOAD; 09 es el nivel central" example:"14"`
	Tipo           *string `json:"tipo,omitempty" doc:"Clase de petición; vacía sin clasificar" example:"gestion"`
	Canal          *string `json:"canal,omitempty" doc:"Canal" example:"modulo"`
	Gravedad       *string `json:"gravedad,omitempty" doc:"Gravedad; vacía sin clasificar" example:"ordinaria"`
	Estado         *string `json:"estado,omitempty" doc:"Estado" example:"cerrada"`
	Tema           *string `json:"tema,omitempty" doc:"Tema; vacío si no tiene" example:"vigencia-derechos"`
	Servicio       *string `json:"servicio,omitempty" doc:"Servicio; vacío si no tiene" example:"afiliacion"`
	UnidadServicio *string `json:"unidad_servicio,omitempty" doc:"Unidad; vacía si no tiene" example:"JCIMS000301"`
	Medidas
}

// Respuesta is the answer: its rows in order, and the total.
type Respuesta struct {
	Filas []Linea `json:"filas" doc:"Una fila por grupo"`
	Total Medidas `json:"total" doc:"Total"`
	// Corte is set by who knows when it was counted.
	Corte fecha.Instante `json:"corte" doc:"Instante al que se contó" example:"2026-03-31T18:00:00.000000Z"`
}

// lugar is where a row keeps its value in a dimension.
func (l *Linea) lugar(d Dimension) **string {
	switch d {
	case Dia:
		return &l.Dia
	case Semana:
		return &l.Semana
	case Mes:
		return &l.Mes
	case OOAD:
		return &l.OOAD
	case Tipo:
		return &l.Tipo
	case Canal:
		return &l.Canal
	case Gravedad:
		return &l.Gravedad
	case Estado:
		return &l.Estado
	case Tema:
		return &l.Tema
	case Servicio:
		return &l.Servicio
	}
	return &l.UnidadServicio
}

// valor is the value of a row in a dimension; nil when it does not group by it.
func (l *Linea) valor(d Dimension) *string { return *l.lugar(d) }

// grupo is what is known of one row: its period and the rest of its values.
type grupo struct {
	periodo string // in the order of time, empty when there is none
	resto   string
}

// celda gathers the sums of one group.
type celda struct {
	m [tramite.MaxMedidas]int
	// cierres and respuestas are histograms, by the class of their days.
	cierres, respuestas []int
	vencidas            int
}

func nuevaCelda() celda {
	return celda{cierres: make([]int, siade.Cubetas()+1), respuestas: make([]int, siade.Cubetas()+1)}
}

// pliegue folds rows into groups.
type pliegue struct {
	plan   Plan
	celdas map[grupo]*celda
	// antes is the stock at the start, by the values other than time.
	antes    map[string]int
	vencidas map[string]int
	total    celda
	previas  int
}

func nuevoPliegue(p Plan) *pliegue {
	return &pliegue{plan: p, celdas: map[grupo]*celda{}, antes: map[string]int{}, vencidas: map[string]int{}, total: nuevaCelda()}
}

func (b *pliegue) sumar(parte Parte, f Fila) {
	resto := b.resto(f)
	switch parte {
	case Antes:
		n := f.M[siade.MRegistradas] - f.M[siade.MCerradas]
		b.antes[resto] += n
		b.previas += n
		if b.plan.tiempo == "" {
			b.celda(grupo{resto: resto})
		}
	case Vencidas:
		n := f.M[siade.MAbiertas]
		b.total.vencidas += n
		if b.plan.tiempo != "" && f.Periodo.Before(inicio(b.plan.tiempo, b.plan.consulta.Desde)) {
			b.vencidas[resto] += n
		} else if n != 0 {
			b.celda(grupo{b.periodo(f.Periodo), resto}).vencidas += n
		}
	case EnPeriodo:
		b.celda(grupo{b.periodo(f.Periodo), resto}).agregar(f, b.plan.lugares())
		b.total.agregar(f, b.plan.lugares())
	}
}

func (b *pliegue) celda(g grupo) *celda {
	c := b.celdas[g]
	if c == nil {
		n := nuevaCelda()
		c, b.celdas[g] = &n, &n
	}
	return c
}

func (c *celda) agregar(f Fila, l [cuantos]int) {
	for i, n := range f.M {
		c.m[i] += n
	}
	if f.Cubeta > 0 && f.Cubeta < len(c.cierres) {
		c.cierres[f.Cubeta] += f.M[l[cerradas]]
		c.respuestas[f.Cubeta] += f.M[l[respondidas]]
	}
}

// periodo labels the period of a row for each dimension of time asked for.
func (b *pliegue) periodo(d fecha.Fecha) string {
	s := ""
	for _, x := range b.plan.consulta.Agrupar {
		if deTiempo(x) {
			s += etiqueta(x, d) + "\x00"
		}
	}
	return s
}

// resto joins the values of a row other than time.
func (b *pliegue) resto(f Fila) string {
	s := ""
	for _, x := range b.plan.consulta.Agrupar {
		switch x {
		case OOAD:
			s += f.OOAD + "\x00"
		case b.plan.familia.V1:
			s += f.V1 + "\x00"
		case b.plan.familia.V2:
			s += f.V2 + "\x00"
		}
	}
	return s
}

func etiqueta(d Dimension, f fecha.Fecha) string {
	switch d {
	case Semana:
		a, s := time.Date(f.Anio(), f.Mes(), f.Dia(), 0, 0, 0, 0, time.UTC).ISOWeek()
		return fmt.Sprintf("%d-W%02d", a, s)
	case Mes:
		return f.String()[:7]
	}
	return f.String()
}

func inicio(d Dimension, f fecha.Fecha) fecha.Fecha {
	if d == Mes {
		return inicioDeMes(f)
	}
	return f
}

// respuesta puts the groups in order and turns flows into stocks.
func (b *pliegue) respuesta() Respuesta {
	gs := make([]grupo, 0, len(b.celdas))
	for g := range b.celdas {
		gs = append(gs, g)
	}
	slices.SortFunc(gs, func(x, y grupo) int { return cmp.Or(cmp.Compare(x.periodo, y.periodo), cmp.Compare(x.resto, y.resto)) })
	r := Respuesta{Filas: []Linea{}, Total: b.medidas(b.total, b.previas, b.total.vencidas)}
	for _, g := range gs {
		c := b.celdas[g]
		previas, vencidas := b.antes[g.resto], b.vencidas[g.resto]+c.vencidas
		m := b.medidas(*c, previas, vencidas)
		b.antes[g.resto] = previas + c.m[siade.MRegistradas] - c.m[siade.MCerradas]
		b.vencidas[g.resto] = vencidas
		if m.nada() {
			continue
		}
		l := Linea{Medidas: m}
		b.rotular(&l, g)
		r.Filas = append(r.Filas, l)
	}
	return r
}

// rotular writes the values of a group in its row.
func (b *pliegue) rotular(l *Linea, g grupo) {
	tiempo, resto := strings.Split(g.periodo, "\x00"), strings.Split(g.resto, "\x00")
	for _, d := range b.plan.consulta.Agrupar {
		de := &resto
		if deTiempo(d) {
			de = &tiempo
		}
		v := (*de)[0]
		*l.lugar(d) = &v
		*de = (*de)[1:]
	}
}

func (m Medidas) nada() bool {
	return m.Registradas == 0 && m.Cerradas == 0 && m.Abiertas == 0 && (m.Vencidas == nil || *m.Vencidas == 0) &&
		m.AlContacto == 0 && m.Respondidas == 0 && m.FueraDeTermino == 0 && m.Calificables == 0 && m.Calificadas == 0 && m.Reabiertas == 0 && m.Turnadas == 0 && m.Canalizadas == 0
}

func (b *pliegue) medidas(c celda, previas, vencidas int) Medidas {
	var v [cuantos]int
	for i, l := range b.plan.lugares() {
		v[i] = c.m[l]
	}
	if b.plan.consulta.Cohorte {
		previas = 0
	}
	m := Medidas{
		Registradas: c.m[siade.MRegistradas], Cerradas: v[cerradas], AlContacto: v[alContacto], Abiertas: previas + c.m[siade.MRegistradas] - v[cerradas],
		DiasMediana: cuantil(c.cierres, 50), DiasP90: cuantil(c.cierres, 90), Satisfaccion: razon(v[puntos], v[calificadas], 1),
		Respondidas: v[respondidas], EnTermino: v[respondidas] - v[tardias], FueraDeTermino: v[tardias], Cumplimiento: razon(v[respondidas]-v[tardias], v[respondidas], 100),
		RespuestaMediana: cuantil(c.respuestas, 50), RespuestaP90: cuantil(c.respuestas, 90),
		Calificables: v[calificables], Calificadas: v[calificadas], TasaCalificacion: razon(v[calificadas], v[calificables], 100),
		Reabiertas: v[reabiertas], Turnadas: v[turnadas], Canalizadas: v[canalizadas],
	}
	if !b.plan.consulta.Cohorte {
		m.Vencidas = &vencidas
	}
	return m
}

// razon is a over b, so many times, rounded to hundredths; nil when b is none.
func razon(a, b, veces int) *tramite.Centesimas {
	if b == 0 {
		return nil
	}
	c := tramite.Centesimas((a*200*veces + b) / (2 * b))
	return &c
}
