package indicador

import (
	"fmt"
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/envio"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Ajuste is the input that changes who is measured.
type Ajuste struct {
	Agrega []Medido `json:"agrega,omitempty" validate:"omitempty,max=60,dive" doc:"A quién se empieza a medir"`
	Quita  []string `json:"quita,omitempty" validate:"omitempty,max=60,dive,max=80" doc:"Claves de a quién se deja de medir" example:"[\"ooad-15\"]"`
	Motivo string   `json:"motivo" validate:"required,min=5,max=500" doc:"Por qué" example:"La subdelegación se fusionó con otra"`
}

// MaxMedidos is how many an indicator may measure: what one request entails
// is bounded.
const MaxMedidos = 60

// AjustarMedidos changes who is measured from now on, not what is measured.
var AjustarMedidos = tramite.Acto[Indicador, Ajuste]{
	Nombre: "ajustar-medidos", Titulo: "Ajustar a quién se mide", Descripcion: "Agrega o quita órganos y unidades medidos, sin cambiar la definición; lo ya pedido no cambia.",
	De: tramite.Desde(Vigente), Facultades: facultades("administrar", "coordinar"), Alcance: doe.Linea,
	Validar: func(r Indicador, e Ajuste, c *tramite.Contexto, f *falla.Fallas) {
		revisarMedidosDe(r, e, c, f)
		n := len(ajustar(r.Medidos(), e))
		f.Si(n == 0, NadaQueMedir, "body.quita")
		f.Si(n > MaxMedidos, DemasiadosActos, "body.agrega")
	},
	Aplicar: func(r *Indicador, e Ajuste, _ tramite.Suceso) {
		if r.Ficha != nil {
			r.Ficha.Medidos = ajustar(r.Ficha.Medidos, e)
		}
	},
	Ejemplo: Ajuste{Agrega: []Medido{{Unidad: doe.CAOOD, OOAD: "16"}}, Quita: []string{"ooad-15"}, Motivo: "Reparto de la carga de trabajo"},
}

func revisarMedidosDe(r Indicador, e Ajuste, c *tramite.Contexto, f *falla.Fallas) {
	vistos := map[string]bool{}
	for _, m := range r.Medidos() {
		vistos[m.Clave()] = true
	}
	for i, k := range e.Quita {
		f.Si(!vistos[k], NoSeMide, fmt.Sprintf("body.quita[%d]", i))
		delete(vistos, k)
	}
	for i, m := range e.Agrega {
		camino := fmt.Sprintf("body.agrega[%d]", i)
		f.Si(!medible(m, c.Catalogo), MedidoMal, camino)
		f.Si(vistos[m.Clave()], MedidoRepetido, camino)
		vistos[m.Clave()] = true
	}
}

func ajustar(ms []Medido, e Ajuste) []Medido {
	out := slices.DeleteFunc(slices.Clone(ms), func(m Medido) bool { return slices.Contains(e.Quita, m.Clave()) })
	return append(out, e.Agrega...)
}

// Pedido is the input that asks everybody measured for a period.
type Pedido struct {
	Periodo Periodo     `json:"periodo" validate:"required,max=8" doc:"Periodo: 2026-03, 2026-T1, 2026-S1 o 2026" example:"2026-T1"`
	Corte   fecha.Fecha `json:"corte,omitzero" doc:"Corte de los datos; el último día del periodo si falta" example:"2026-03-31"`
	Dias    int         `json:"dias,omitempty" validate:"omitempty,min=1,max=60" doc:"Días hábiles para reportar; los del indicador si falta"`
	Solo    []string    `json:"solo,omitempty" validate:"omitempty,max=60,dive,max=80" doc:"Claves de los medidos; todos si falta" example:"[\"ooad-14\"]"`
}

// SolicitarMediciones asks everybody measured, at once, for a period: one
// measurement is opened for each.
var SolicitarMediciones = tramite.Acto[Indicador, Pedido]{
	Nombre: "solicitar-mediciones", Titulo: "Solicitar mediciones", Descripcion: "Pide a cada medido su medición del periodo, con término; abre un expediente por cada uno al que falte pedirla.",
	De: tramite.Desde(Vigente, Sustituido, Retirado), Facultades: facultades("coordinar", "seguir"), Alcance: doe.Linea,
	Validar: func(r Indicador, e Pedido, c *tramite.Contexto, f *falla.Fallas) {
		validarPeriodo(r, e.Periodo, e.Corte, f)
		for i, k := range e.Solo {
			camino := fmt.Sprintf("body.solo[%d]", i)
			f.Si(!slices.ContainsFunc(r.Medidos(), func(m Medido) bool { return m.Clave() == k }), NoSeMide, camino)
			f.Si(pedida(r.Folio, e.Periodo, k, c), YaSolicitada, camino)
		}
		f.Si(len(e.Solo) == 0 && len(porPedir(r, e, c)) == 0, YaSolicitada, "body.periodo")
	},
	Aplicar: func(*Indicador, Pedido, tramite.Suceso) {},
	Ordena: func(r Indicador, e Pedido, c *tramite.Contexto) []tramite.Orden {
		var out []tramite.Orden
		for _, m := range porPedir(r, e, c) {
			out = append(out, tramite.Orden{Coleccion: ColeccionMediciones, Acto: Solicitar.Nombre, Entrada: SolicitudMedicion{
				Indicador: r.Folio, Unidad: r.Unidad, Periodo: e.Periodo, Corte: e.Corte, Dias: e.Dias, Medido: m,
			}})
		}
		return out
	},
	Ejemplo: Pedido{Periodo: "2026-T1"},
}

// porPedir lists who of those asked for does not have the measurement yet.
func porPedir(r Indicador, e Pedido, c *tramite.Contexto) []Medido {
	return slices.DeleteFunc(slices.Clone(r.Medidos()), func(m Medido) bool {
		return len(e.Solo) > 0 && !slices.Contains(e.Solo, m.Clave()) || pedida(r.Folio, e.Periodo, m.Clave(), c)
	})
}

// pedida says whether a measurement was asked for and stands.
func pedida(indicador string, p Periodo, medido string, c *tramite.Contexto) bool {
	return c.FolioDe(ColeccionMediciones, naturalMedicion(indicador, p, medido)) != ""
}

// naturalMedicion is the natural key of a measurement.
func naturalMedicion(indicador string, p Periodo, medido string) string {
	return strings.Join([]string{indicador, string(p), medido}, " ")
}

// EntregaReporte is the input that sends a report of results.
type EntregaReporte struct {
	Periodo Periodo     `json:"periodo" validate:"required,max=8" doc:"Periodo que se informa" example:"2026-T1"`
	Corte   fecha.Fecha `json:"corte" validate:"required" doc:"Corte de los datos" example:"2026-03-02"`
	Resumen string      `json:"resumen" validate:"required,min=10,max=4000" doc:"Lo que se informa" example:"Dos de tres órganos alcanzan la meta"`
	Pide    bool        `json:"pide_compromisos,omitempty" doc:"Si pide compromisos a los órganos" example:"true"`
	envio.Remision
}

const maxReportes = 200

// entregar makes the acts that send a report.
func entregar(nombre, titulo, dice string, f []doe.Facultad, ejemplo EntregaReporte, admite func(Indicador, envio.Destino) bool, r falla.Regla) tramite.Acto[Indicador, EntregaReporte] {
	return tramite.Acto[Indicador, EntregaReporte]{
		Nombre: nombre, Titulo: titulo, Descripcion: dice, De: tramite.Desde(Vigente, Sustituido, Retirado), Facultades: f, Alcance: doe.Linea,
		Validar: func(i Indicador, e EntregaReporte, c *tramite.Contexto, f *falla.Fallas) {
			_, err := ParsePeriodo(string(e.Periodo))
			f.Si(err != nil, PeriodoMal, "body.periodo")
			f.Si(e.Corte.After(c.Hoy()), CorteMal, "body.corte")
			f.Si(len(i.Reportes) >= maxReportes, DemasiadosActos, "body")
			for j, d := range e.Para {
				f.Si(!admite(i, d), r, fmt.Sprintf("body.para[%d]", j))
			}
		},
		Aplicar: func(i *Indicador, e EntregaReporte, s tramite.Suceso) {
			x := ReporteCorte{Numero: len(i.Reportes) + 1, Periodo: e.Periodo, Corte: e.Corte, Resumen: e.Resumen, Pide: e.Pide, Para: []string{}, Autoria: autoria(s)}
			for _, d := range e.Para {
				x.Para = append(x.Para, d.Clave())
			}
			i.Reportes = append(i.Reportes, x)
		},
		Ordena: func(i Indicador, e EntregaReporte, _ *tramite.Contexto) []tramite.Orden {
			return []tramite.Orden{envio.Orden(Coleccion, &i.Cabecera, e.Remision)}
		},
		Ejemplo: ejemplo,
	}
}

func entregaEjemplo(d doe.Destino, pide bool) EntregaReporte {
	return EntregaReporte{
		Periodo: "2026-T1", Corte: fecha.MustParse("2026-03-02"), Resumen: "Dos de tres órganos alcanzan la meta", Pide: pide,
		Remision: envio.Remision{Salida: envio.Salida{Asunto: "Resultados del primer trimestre", Medio: envio.PorSistema}, Para: []envio.Destino{envio.A(d)}},
	}
}

// Informar gives the results of a period to units (7.1.5.2/2, 7.1.1.5.1.1/5)
// and Difundir spreads them among those measured, so that they take
// commitments (7.1.1.5/3).
var (
	Informar = entregar("informar", "Informar resultados", "Envía el informe de resultados de un periodo a unidades de la Dirección; el envío espera el acuse de cada una.",
		facultades("informar"), entregaEjemplo(doe.Destino{Unidad: "doe-7.1.5"}, false),
		func(_ Indicador, d envio.Destino) bool { return d.Unidad != "" }, UnidadFuera)
	Difundir = entregar("difundir", "Difundir resultados", "Envía el reporte de resultados a quienes se mide, que lo acusan y asumen compromisos si se piden.",
		facultades("difundir"), entregaEjemplo(doe.Destino{Organo: "ooad-14"}, true),
		func(i Indicador, d envio.Destino) bool { return i.medido(d) }, SinMediciones)
)

// medido says whether an addressee is one of those measured.
func (i Indicador) medido(d envio.Destino) bool {
	k := Medido{Organo: d.Organo, Unidad: d.Unidad, OOAD: d.OOAD}.Clave()
	return d.Persona == nil && slices.ContainsFunc(i.Medidos(), func(m Medido) bool { return m.Clave() == k })
}

// Asuncion is the input by which an organ takes commitments.
type Asuncion struct {
	Reporte int         `json:"reporte" validate:"min=1,max=200" doc:"Número del reporte" example:"1"`
	Texto   string      `json:"texto" validate:"required,min=5,max=2000" doc:"A qué se compromete" example:"Reforzar la captura en subdelegaciones"`
	Fecha   fecha.Fecha `json:"fecha" validate:"required" doc:"Para cuándo" example:"2199-12-31"`
}

// AsumirCompromisos says what an organ commits itself to after a report.
var AsumirCompromisos = tramite.Acto[Indicador, Asuncion]{
	Nombre: "asumir-compromisos", Titulo: "Asumir compromisos", Descripcion: "El órgano medido dice a qué se compromete tras el reporte que se le difundió.",
	De:           tramite.Desde(Vigente, Sustituido, Retirado),
	Contrapartes: []tramite.Contraparte{{Rol: doe.Evaluado, Preve: "doe-7.1.1.5/3"}, {Rol: doe.Area, Preve: "doe-7.1.1.5/3"}},
	Validar: func(r Indicador, e Asuncion, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(!r.difundido(e.Reporte, c.Actor.Organo), NoDifundido, "body.reporte")
		f.Si(!e.Fecha.After(c.Hoy()), FechaPasada, "body.fecha")
	},
	Aplicar: func(r *Indicador, e Asuncion, s tramite.Suceso) {
		if r.difundido(e.Reporte, s.Actor.Organo) {
			x := &r.Reportes[e.Reporte-1]
			x.Compromisos = append(x.Compromisos, Compromiso{Texto: e.Texto, Fecha: e.Fecha, Autoria: autoria(s)})
		}
	},
	Ejemplo: Asuncion{Reporte: 1, Texto: "Reforzar la captura en subdelegaciones", Fecha: fecha.MustParse("2199-12-31")},
}

// difundido says whether a report that asks for commitments was sent to an
// organ that has taken fewer than it may.
func (i Indicador) difundido(numero int, o doe.ClaveOrgano) bool {
	if numero < 1 || numero > len(i.Reportes) {
		return false
	}
	x := i.Reportes[numero-1]
	return x.Pide && slices.Contains(x.Para, string(o)) && len(x.Compromisos) < maxReportes
}
