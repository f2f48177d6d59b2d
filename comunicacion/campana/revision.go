package campana

import (
	"fmt"
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/identificador"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/texto"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// MaxRenglon bounds a line of the budget, in centavos with tax.
const MaxRenglon = 1_000_000_000_000

// Leyenda is the legend that messages about subsidies and direct benefits carry
// by law (LGCS art. 11).
const Leyenda = "Este programa es público, ajeno a cualquier partido político. Queda prohibido el uso para fines distintos a los establecidos en el programa"

// revisar looks for what is wrong in a content, however unfinished. Faults are
// told under camino.
func (r Campana) revisar(c Contenido, f *falla.Fallas, camino string) {
	repetidas(c, f, camino)
	r.revisarPoblacion(c.Poblacion, f, camino+".poblacion")
	for i, m := range c.Metas {
		f.Si(m.Valor < 1 || m.Valor > tramite.Entero, ReglaPorcentaje, fmt.Sprintf("%s.metas[%d].valor", camino, i))
	}
	for i, d := range c.Difusiones {
		r.revisarDifusion(c, d, f, fmt.Sprintf("%s.difusiones[%d]", camino, i))
	}
	for i, l := range c.Lineas {
		revisarLinea(c, l, f, fmt.Sprintf("%s.lineas[%d]", camino, i))
	}
	for i, m := range c.Mensajes {
		f.Si(c.Subsidio && !strings.Contains(texto.Plegar(m.Texto), texto.Plegar(Leyenda)), ReglaLeyenda, fmt.Sprintf("%s.mensajes[%d].texto", camino, i))
	}
	r.revisarExcepcion(c.Excepcion, f, camino+".excepcion")
	r.conservar(c, f, camino)
}

func repetidas(c Contenido, f *falla.Fallas, camino string) {
	revisar := func(lista string, n int, clave func(int) string) {
		vistas := map[string]bool{}
		for i := range n {
			f.Si(vistas[clave(i)], ReglaRepetida, fmt.Sprintf("%s.%s[%d].clave", camino, lista, i))
			vistas[clave(i)] = true
		}
	}
	revisar("metas", len(c.Metas), func(i int) string { return c.Metas[i].Clave })
	revisar("poblacion.segmentos", len(c.Poblacion.Segmentos), func(i int) string { return c.Poblacion.Segmentos[i].Clave })
	revisar("mensajes", len(c.Mensajes), func(i int) string { return c.Mensajes[i].Clave })
	revisar("difusiones", len(c.Difusiones), func(i int) string { return c.Difusiones[i].Clave })
	revisar("lineas", len(c.Lineas), func(i int) string { return c.Lineas[i].Clave })
}

func (r Campana) revisarPoblacion(p Poblacion, f *falla.Fallas, camino string) {
	for i, o := range p.OOAD {
		hoy, err := doe.ParseOOAD(string(o))
		f.Si(err != nil || hoy != o || o == doe.NivelCentral, ReglaOOAD, fmt.Sprintf("%s.ooad[%d]", camino, i))
	}
	for i, s := range p.Segmentos {
		f.Si(s.EdadHasta != 0 && s.EdadHasta < s.EdadDesde, ReglaOrden, fmt.Sprintf("%s.segmentos[%d].edad_hasta", camino, i))
	}
}

func (r Campana) revisarDifusion(c Contenido, d Difusion, f *falla.Fallas, camino string) {
	def := d.Medio.def()
	f.Si(def.Masivo != (r.Clase == Externa), ReglaMedio, camino+".medio")
	f.Si(!slices.Contains(def.Tiempos, d.Tiempo), ReglaTiempo, camino+".tiempo")
	for i, m := range d.Mensajes {
		k := slices.IndexFunc(c.Mensajes, func(x Mensaje) bool { return x.Clave == m })
		if f.Si(k < 0, ReglaReferencia, fmt.Sprintf("%s.mensajes[%d]", camino, i)) {
			continue
		}
		f.Si(d.Medio == Television && len(c.Mensajes[k].Accesibilidad) == 0, ReglaAccesible, fmt.Sprintf("%s.mensajes[%d]", camino, i))
	}
	if f.Si(d.Fin.Before(d.Inicio), ReglaOrden, camino+".fin") {
		return
	}
	f.Si(d.Inicio.Anio() != r.Ejercicio || d.Fin.Anio() != r.Ejercicio, ReglaEjercicio, camino+".inicio")
	f.Si(len(r.vedadas(c, d, d.Inicio, d.Fin)) > 0, ReglaVeda, camino+".inicio")
}

func revisarLinea(c Contenido, l Linea, f *falla.Fallas, camino string) {
	f.Si(l.Planeado() > MaxRenglon, ReglaTope, camino+".cantidad", MaxRenglon)
	if l.Difusion != "" {
		d, ok := c.difusion(l.Difusion)
		f.Si(!ok, ReglaReferencia, camino+".difusion")
		f.Si(d.Tiempo == Oficial, ReglaGratuito, camino+".difusion")
	}
	revisarProveedor(l.Proveedor, f, camino+".proveedor.rfc")
}

// revisarProveedor asks for an RFC that stands for somebody, in its usual form.
func revisarProveedor(p *Proveedor, f *falla.Fallas, camino string) {
	if p == nil {
		return
	}
	rfc, _, err := identificador.ParseRFC(string(p.RFC))
	f.Si(err != nil || rfc != p.RFC || rfc.Generico(), ReglaRFC, camino)
}

func (r Campana) revisarExcepcion(e *Excepcion, f *falla.Fallas, camino string) {
	if e == nil {
		return
	}
	f.Si(e.Fraccion.pideDocumento() && e.Documento == "", ReglaExcepcion, camino+".documento")
	for i, k := range e.Vedas {
		f.Si(!slices.ContainsFunc(r.Vedas, func(v Veda) bool { return v.Clave == k }), ReglaReferencia, fmt.Sprintf("%s.vedas[%d]", camino, i))
	}
}

// conservar keeps what was already committed or shown within a new content.
func (r Campana) conservar(c Contenido, f *falla.Fallas, camino string) {
	vistas := map[string]bool{}
	for _, m := range r.Movimientos {
		if vistas[m.Linea] {
			continue
		}
		vistas[m.Linea] = true
		l, ok := c.linea(m.Linea)
		mal := !ok || l.Planeado() < r.Saldo(m.Linea).Comprometido
		if antes, hay := r.EnVigencia().linea(m.Linea); ok && hay {
			p := r.proveedor(antes)
			mal = mal || l.Difusion != antes.Difusion || p != nil && l.Proveedor != nil && l.Proveedor.RFC != p.RFC
		}
		f.Si(mal, ReglaConservar, camino+".lineas")
	}
	for _, p := range r.Publicaciones {
		d, ok := c.difusion(p.Difusion)
		f.Si(!ok || p.Desde.Before(d.Inicio) || p.Hasta.After(d.Fin), ReglaConservar, camino+".difusiones")
	}
}

// falta is something that a campaign must have to be submitted.
type falta struct {
	que, what string
	fuente    norma.Cita
	falta     func(r Campana, c Contenido) bool
}

var faltantes = []falta{
	{"el diagnóstico", "its diagnosis", fn("7.1.2.1/3"), func(_ Campana, c Contenido) bool { return c.Diagnostico == "" }},
	{"la atribución del Instituto con que se relaciona", "the Institute's power it bears on", lgcs("art. 26, fr. I"), func(_ Campana, c Contenido) bool { return c.Atribucion == "" }},
	{"un objetivo de comunicación", "an objective", lgcs("art. 26, fr. IV"), func(_ Campana, c Contenido) bool { return len(c.Objetivos) == 0 }},
	{"una meta de resultados", "a goal of results", lgcs("art. 26, fr. V"), func(_ Campana, c Contenido) bool { return len(c.Metas) == 0 }},
	{"el procedimiento de evaluación", "its evaluation procedure", lgcs("art. 26, fr. V"), func(_ Campana, c Contenido) bool { return c.Evaluacion.Metodo == "" }},
	{"un segmento de la población objetivo", "a segment of its population", lgcs("art. 5, inc. i"), func(_ Campana, c Contenido) bool { return len(c.Poblacion.Segmentos) == 0 }},
	{"la lengua en que se difunde", "its language", lgcs("art. 12"), func(_ Campana, c Contenido) bool { return len(c.Poblacion.Lenguas) == 0 }},
	{"un mensaje", "a message", lgcs("art. 5, inc. i"), func(_ Campana, c Contenido) bool { return len(c.Mensajes) == 0 }},
	{"un medio en el calendario", "a means in its calendar", lgcs("art. 29, fr. I"), func(_ Campana, c Contenido) bool { return len(c.Difusiones) == 0 }},
	{"el presupuesto de un medio que se paga", "the budget of a means that is paid for", lgcs("art. 29, fr. II"), sinRecursos},
	{"el programa anual en que está registrada", "the annual programme it is registered in", lgcs("art. 29"), func(r Campana, _ Contenido) bool {
		return r.Clase == Externa && r.Modalidad == Ordinaria && r.Programa == ""
	}},
}

func sinRecursos(_ Campana, c Contenido) bool {
	return slices.ContainsFunc(c.Difusiones, func(d Difusion) bool {
		return d.Tiempo == Comercial && !slices.ContainsFunc(c.Lineas, func(l Linea) bool { return l.Difusion == d.Clave })
	})
}

// completa says what a content lacks to be submitted.
func (r Campana) completa(c Contenido, f *falla.Fallas, camino string) {
	for _, x := range faltantes {
		if x.falta(r, c) {
			n := ReglaIncompleta.Rota(camino, x.que)
			n.En, n.Fuente = fmt.Sprintf(ReglaIncompleta.En, x.what), x.fuente
			*f = append(*f, n)
		}
	}
	for _, l := range c.Poblacion.Lenguas {
		f.Si(len(c.Mensajes) > 0 && !slices.ContainsFunc(c.Mensajes, func(m Mensaje) bool { return m.Lengua == l }), ReglaLengua, camino)
	}
}

// iniciada refuses a version with diffusion that would have begun before a day
// and was not authorised before; extraordinary messages are registered
// afterwards (LGCS arts. 29 and 31).
func (r Campana) iniciada(c Contenido, dia fecha.Fecha, f *falla.Fallas, camino string) {
	if r.Modalidad == Extraordinaria {
		return
	}
	antes := r.EnVigencia()
	tarde := slices.ContainsFunc(c.Difusiones, func(d Difusion) bool {
		ya, ok := antes.difusion(d.Clave)
		return d.Inicio.Before(dia) && !(ok && ya.Inicio == d.Inicio && ya.Medio == d.Medio)
	})
	f.Si(tarde, ReglaIniciada, camino)
}
