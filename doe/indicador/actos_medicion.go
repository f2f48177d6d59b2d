package indicador

import (
	"fmt"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// SolicitudMedicion is the input that asks somebody for a measurement.
type SolicitudMedicion struct {
	Indicador string          `json:"indicador" validate:"required,max=60" doc:"Folio del indicador" example:"IND-2026-09-0000001-X"`
	Unidad    doe.ClaveUnidad `json:"unidad" validate:"required,max=40" doc:"Unidad responsable del indicador" example:"doe-7.1.3.1"`
	Periodo   Periodo         `json:"periodo" validate:"required,max=8" doc:"Periodo: 2026-03, 2026-T1, 2026-S1 o 2026" example:"2026-T1"`
	Corte     fecha.Fecha     `json:"corte,omitzero" doc:"Corte de los datos; el último día del periodo si falta"`
	Dias      int             `json:"dias,omitempty" validate:"omitempty,min=1,max=60" doc:"Días hábiles para reportar; los del indicador si falta"`
	Medido    Medido          `json:"medido" validate:"required" doc:"A quién se mide; uno de los del indicador"`
	Hechos    *HechosMedicion `json:"hechos,omitempty" hecho:"true" doc:"Lo que se toma del indicador"`
}

// HechosMedicion is what a request takes from the indicator of the day.
type HechosMedicion struct {
	Clave  string      `json:"clave" doc:"Clave del indicador"`
	Numero int         `json:"numero" doc:"Versión"`
	Nombre string      `json:"nombre" doc:"Denominación"`
	Medido string      `json:"medido" doc:"Nombre de a quién se mide"`
	Corte  fecha.Fecha `json:"corte" doc:"Corte"`
	Dias   int         `json:"dias" doc:"Días hábiles para reportar"`
	Regla  Regla       `json:"regla" doc:"Definición"`
}

// Solicitar opens a measurement and starts its term.
var Solicitar = tramite.Acto[Medicion, SolicitudMedicion]{
	Nombre: "solicitar", Titulo: "Solicitar medición", Descripcion: "Pide a un órgano o unidad su medición de un periodo, con corte y término; queda fija la definición con que se calificará.",
	A: tramite.Hacia(Solicitada), Facultades: facultades("coordinar", "seguir"), Alcance: doe.Linea,
	Ubicar: func(e SolicitudMedicion, _ doe.Actor) (doe.ClaveUnidad, doe.OOAD) { return e.Unidad, e.Medido.ooad() },
	Validar: func(r Medicion, e SolicitudMedicion, c *tramite.Contexto, f *falla.Fallas) {
		i := tramite.Hallar[Indicador](c, Coleccion, e.Indicador)
		if f.Si(i == nil || i.Ficha == nil || i.Desde.IsZero(), IndicadorNoRige, "body.indicador") {
			return
		}
		f.Si(i.Unidad != e.Unidad, UnidadNoLleva, "body.unidad")
		f.Si(!slices.Contains(i.Medidos(), e.Medido), NoSeMide, "body.medido")
		f.Si(pedida(e.Indicador, e.Periodo, e.Medido.Clave(), c), YaSolicitada, "body.medido")
		validarPeriodo(*i, e.Periodo, e.Corte, f)
	},
	Fijar: func(_ Medicion, e *SolicitudMedicion, c *tramite.Contexto) {
		if i := tramite.Hallar[Indicador](c, Coleccion, e.Indicador); i != nil && i.Ficha != nil {
			e.Hechos = hechosDe(*i, *e, c)
		}
	},
	Aplicar: func(r *Medicion, e SolicitudMedicion, _ tramite.Suceso) {
		r.Indicador, r.Periodo, r.Medido, r.MedidoClave = e.Indicador, e.Periodo, e.Medido, e.Medido.Clave()
		if h := e.Hechos; h != nil {
			r.Clave, r.Numero, r.Nombre, r.Regla = h.Clave, h.Numero, h.Nombre, h.Regla
			r.MedidoNombre, r.Corte, r.Dias = h.Medido, h.Corte, h.Dias
		}
	},
	Ejemplo: SolicitudMedicion{Indicador: "IND-2026-09-0000001-X", Unidad: "doe-7.1.3.1", Periodo: "2026-T1", Medido: Medido{Unidad: doe.CAOOD, OOAD: "14"}},
}

func hechosDe(i Indicador, e SolicitudMedicion, c *tramite.Contexto) *HechosMedicion {
	h := &HechosMedicion{Clave: i.Clave, Numero: i.Numero, Nombre: i.Nombre, Medido: nombreDe(e.Medido, c.Catalogo), Corte: e.Corte, Dias: e.Dias}
	if h.Corte.IsZero() {
		h.Corte = e.Periodo.Fin()
	}
	if h.Dias == 0 {
		h.Dias = i.Ficha.DiasReporte
	}
	h.Regla = i.Ficha.regla(e.Periodo)
	return h
}

// regla is what the definition judges a period by.
func (f Ficha) regla(p Periodo) Regla {
	m, _ := f.MetaAl(p.Fin())
	return Regla{Formula: f.Formula, Variables: f.Variables, UnidadMedida: f.UnidadMedida, Frecuencia: f.Frecuencia, Sentido: f.Sentido, Meta: m}
}

func validarPeriodo(i Indicador, p Periodo, corte fecha.Fecha, f *falla.Fallas) {
	if f.Si(i.Ficha == nil || p.Frecuencia() != i.Ficha.Frecuencia, PeriodoMal, "body.periodo") {
		return
	}
	f.Si(!i.Rige(p), IndicadorNoRige, "body.periodo")
	f.Si(!corte.IsZero() && (corte.Before(p.Inicio()) || p.Fin().Dias(corte) > 366), CorteMal, "body.corte")
}

// Reporte is the input of what a unit or an organ reports.
type Reporte struct {
	Datos      []Dato      `json:"datos" validate:"required,min=1,max=20,dive" doc:"Un valor por cada variable del indicador"`
	Evidencias []Evidencia `json:"evidencias,omitempty" validate:"omitempty,max=20,dive" doc:"Evidencia"`
	Oficio     string      `json:"oficio,omitempty" validate:"omitempty,max=120" doc:"Oficio con que llegó; obligatorio si lo captura otra unidad"`
	Atencion   string      `json:"atencion,omitempty" validate:"omitempty,min=5,max=2000" doc:"Cómo se atendió lo observado; obligatorio al corregir"`
	// Hechos are computed by the definition and the calendars.
	Hechos HechosReporte `json:"hechos,omitzero" hecho:"true" doc:"Lo que se calcula"`
}

// HechosReporte is what is computed of a report.
type HechosReporte struct {
	Extemporanea bool `json:"extemporanea,omitempty" doc:"Si llegó tarde"`
	Resultado
}

// laMedida lets the organ measured do an act. The information that organs give
// is foreseen for those evaluated (7.1.1.4/3) and for the areas of the
// directorate's indicators (7.1.5/7).
func laMedida() []tramite.Contraparte {
	return []tramite.Contraparte{{Rol: doe.Evaluado, Preve: "doe-7.1.1.4/3"}, {Rol: doe.Area, Preve: "doe-7.1.5/7"}}
}

// reportar makes the acts by which the values arrive.
func reportar(nombre, titulo, dice string, de ...tramite.Estado) tramite.Acto[Medicion, Reporte] {
	return tramite.Acto[Medicion, Reporte]{
		Nombre: nombre, Titulo: titulo, Descripcion: dice, De: tramite.Desde(de...), A: tramite.Hacia(Reportada), Alcance: doe.Linea,
		Validar: validarCaptura,
		Fijar: func(r Medicion, e *Reporte, c *tramite.Contexto) {
			e.Hechos.Resultado, _ = r.Regla.Califica(Captura{Datos: e.Datos}.valores())
			e.Hechos.Extemporanea = r.vencida(c)
		},
		Aplicar: func(r *Medicion, e Reporte, s tramite.Suceso) {
			r.Capturas = append(r.Capturas, Captura{
				Numero: len(r.Capturas) + 1, Datos: e.Datos, Evidencias: e.Evidencias, Oficio: e.Oficio, Atencion: e.Atencion,
				Extemporanea: e.Hechos.Extemporanea, Resultado: e.Hechos.Resultado, Autoria: autoria(s),
			})
			r.Resultado, r.Valido = e.Hechos.Resultado, Autoria{}
		},
		Ejemplo: reporteEjemplo(),
	}
}

func reporteEjemplo() Reporte {
	return Reporte{
		Datos: []Dato{
			{Variable: "en_plazo", Valor: 11800, Fuente: "SIADE, corte del 31 de marzo"},
			{Variable: "respondidas", Valor: 12000, Fuente: "SIADE, corte del 31 de marzo"},
		},
		Evidencias: []Evidencia{{Nombre: "corte.csv", SHA256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}},
	}
}

// Reportar is done by who is measured: the unit that applies indicators
// (7.1.3.1.1/7, caood-7.1/11) or the organ.
var Reportar = func() tramite.Acto[Medicion, Reporte] {
	a := reportar("reportar", "Reportar", "Quien es medido da el valor de cada variable, con su fuente y evidencia; el resultado y el semáforo se calculan.", Solicitada)
	a.Facultades, a.Papeles, a.Contrapartes = facultades("ejecutar"), []string{papelMide}, laMedida()
	return a
}()

// Corregir answers remarks with new values; those before stay.
var Corregir = func() tramite.Acto[Medicion, Reporte] {
	a := reportar("corregir", "Corregir", "Corrige lo observado y dice cómo; la captura anterior se conserva.", Observada)
	a.Facultades, a.Papeles, a.Contrapartes = facultades("ejecutar"), []string{papelMide}, laMedida()
	a.Ejemplo.Atencion = "Se excluyeron las canalizadas"
	a.Ejemplo.Datos = slices.Clone(a.Ejemplo.Datos)
	a.Ejemplo.Datos[0].Valor = 11700
	return a
}()

// Capturar enters what came by letter. Who may is the hole that the catalog
// resolves on doe.indicadores:registrar.
var Capturar = func() tramite.Acto[Medicion, Reporte] {
	a := reportar("capturar", "Capturar por oficio", "La unidad responsable captura lo que el medido envió por oficio, también para corregir lo observado.", Solicitada, Observada)
	a.Facultades = facultades("registrar")
	a.Validar = func(r Medicion, e Reporte, c *tramite.Contexto, f *falla.Fallas) {
		validarCaptura(r, e, c, f)
		f.Si(e.Oficio == "", OficioFalta, "body.oficio")
	}
	a.Ejemplo.Oficio = "14A660/0118/2026"
	a.Ejemplo.Atencion = "Se excluyeron las canalizadas"
	return a
}()

const (
	maxCapturas = 50
	maxNotas    = 100
)

func validarCaptura(r Medicion, e Reporte, c *tramite.Contexto, f *falla.Fallas) {
	f.Si(c.Hoy().Before(r.Corte), AntesDelCorte, "body")
	f.Si(len(r.Capturas) >= maxCapturas, MuchosElementos, "body")
	vistas := map[string]bool{}
	for i, d := range e.Datos {
		j, camino := r.Regla.variable(d.Variable), fmt.Sprintf("body.datos[%d]", i)
		if f.Si(j < 0 || vistas[d.Variable], VariableSobrante, camino+".variable") {
			continue
		}
		vistas[d.Variable] = true
		f.Si(excede(d.Valor), ValorFuera, camino+".valor")
		f.Si(r.Regla.Variables[j].Clase == Conteo && (d.Valor < 0 || d.Valor%100 != 0), ConteoMal, camino+".valor")
	}
	for i := range r.Regla.Variables {
		f.Si(!vistas[r.Regla.Variables[i].Clave], VariableFaltante, "body.datos")
	}
	if u, hay := r.Ultima(); hay && r.Estado == Observada {
		f.Si(e.Atencion == "", SinAtender, "body.atencion")
		f.Si(slices.Equal(u.Datos, e.Datos) && slices.Equal(u.Evidencias, e.Evidencias), SinCambio, "body.datos")
	}
}

// vencida says whether the term that runs in the record has passed.
func (m Medicion) vencida(c *tramite.Contexto) bool {
	for _, k := range m.Relojes {
		if v, ok := k.Vence(c.Calendarios, ""); ok && k.Corre() && c.Hoy().After(v) {
			return true
		}
	}
	return false
}

// Demora is the input of the act that observes a late report.
type Demora struct {
	Entrega string `json:"entrega" validate:"required,oneof=reporte correccion" doc:"Qué se debe" example:"reporte"`
}

// ClaveReloj says which clock rang.
func (d Demora) ClaveReloj() string { return d.Entrega }

// ObservarRetraso records that a report or a correction is late: the clock
// does it by itself, and so may who supervises (7.1.5/2).
var ObservarRetraso = tramite.Acto[Medicion, Demora]{
	Nombre: "observar-retraso", Titulo: "Observar retraso", Descripcion: "Deja constancia de que el reporte o la corrección no llegó en su término; lo hace el reloj, varias veces, o quien supervisa.",
	De: tramite.Desde(Solicitada, Observada), Facultades: facultades("supervisar", "seguir"), Alcance: doe.Linea,
	Contrapartes: []tramite.Contraparte{{Rol: doe.Sistema, Fuente: norma.Configuracion("insistencia ante el retraso")}},
	Validar: func(r Medicion, e Demora, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(e.Entrega != r.debe() || !r.vencida(c), EnTermino, "body.entrega")
		f.Si(len(r.Retrasos) >= maxNotas, MuchosElementos, "body")
	},
	Aplicar: func(r *Medicion, e Demora, s tramite.Suceso) {
		r.Retrasos = append(r.Retrasos, Retraso{Numero: len(r.Retrasos) + 1, Entrega: e.Entrega, Autoria: autoria(s)})
	},
	Ejemplo: Demora{Entrega: entregaReporte},
}

// What is owed.
const (
	entregaReporte    = "reporte"
	entregaCorreccion = "correccion"
)

// debe is what the record waits for; empty when nothing.
func (m Medicion) debe() string {
	switch m.Estado {
	case Solicitada:
		return entregaReporte
	case Observada:
		return entregaCorreccion
	}
	return ""
}

// Ampliacion is the input that gives more time.
type Ampliacion struct {
	Dias   int    `json:"dias" validate:"min=1,max=30" doc:"Días hábiles que se añaden" example:"5"`
	Motivo string `json:"motivo" validate:"required,min=5,max=500" doc:"Por qué" example:"Falla del sistema de origen"`
}

// maxAmpliados bounds the days added in all.
const maxAmpliados = 60

// Prorrogar gives more time to report.
var Prorrogar = tramite.Acto[Medicion, Ampliacion]{
	Nombre: "prorrogar", Titulo: "Ampliar el término", Descripcion: "Da más días hábiles para reportar, con el motivo.",
	De: tramite.Desde(Solicitada), Facultades: facultades("coordinar"), Alcance: doe.Linea,
	Validar: func(r Medicion, e Ampliacion, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(r.Ampliados+e.Dias > maxAmpliados, MuchosElementos, "body.dias")
	},
	Aplicar: func(r *Medicion, e Ampliacion, _ tramite.Suceso) { r.Ampliados += e.Dias },
	Ejemplo: Ampliacion{Dias: 5, Motivo: "Falla del sistema de origen"},
}
