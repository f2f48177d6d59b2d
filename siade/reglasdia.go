package siade

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// ReglasDia are what the register of parameters said on the day of a petition:
// what it does not say is as configured.
type ReglasDia struct {
	Edicion      int               `json:"edicion" doc:"Edición de los parámetros" example:"1"`
	Responder    int               `json:"responder,omitempty" doc:"Días para responder mientras no se clasifica"`
	Naturales    bool              `json:"naturales,omitempty" doc:"Si esos días son naturales"`
	Acuse        int               `json:"acuse,omitempty" doc:"Días hábiles para acusar recibo"`
	Aceptacion   int               `json:"aceptacion,omitempty" doc:"Días hábiles para aceptar un turno"`
	Reapertura   int               `json:"reapertura,omitempty" doc:"Días hábiles para reabrir"`
	Calificacion int               `json:"calificacion,omitempty" doc:"Días naturales para calificar"`
	Escalera     []doe.ClaveUnidad `json:"escalera,omitempty" doc:"Unidades a las que sube lo vencido"`
}

// parametrosEn is the edition of the parameters in force on a day; 0 when there
// is none.
func parametrosEn(dia fecha.Fecha, c *tramite.Contexto) (EdicionParametros, int) {
	p, _ := c.Vigente(ColeccionParametros, ClaveParametros).(*Parametros)
	if p == nil {
		return EdicionParametros{}, 0
	}
	return p.En(dia)
}

// reglasDia are those of an edition; nil when there is none.
func (e EdicionParametros) reglasDia(n int) *ReglasDia {
	if n == 0 {
		return nil
	}
	r := &ReglasDia{Edicion: n, Acuse: e.Acuse, Aceptacion: e.Aceptacion, Reapertura: e.Reapertura, Calificacion: e.Calificacion, Escalera: slices.Clone(e.Escalera)}
	if t := e.para(Clasificacion{}, n); t != nil {
		r.Responder, r.Naturales = t.Dias, t.Naturales
	}
	return r
}

// para is the term to answer what is so classified; nil when the edition sets
// none.
func (e EdicionParametros) para(c Clasificacion, n int) *DiasTermino {
	i := slices.IndexFunc(e.Responder, func(x ParaResponder) bool { return x.toma(c) })
	if n == 0 || i < 0 {
		return nil
	}
	return &DiasTermino{Edicion: n, Dias: e.Responder[i].Dias, Naturales: e.Responder[i].Naturales}
}

// sensible says whether petitions of a theme are always sensitive, and why.
func (e EdicionParametros) sensible(tema string) (Sensibilidad, bool) {
	i := slices.IndexFunc(e.Sensibles, func(t TemaSensible) bool { return t.Tema == tema })
	if tema == "" || i < 0 {
		return "", false
	}
	return e.Sensibles[i].Sensibilidad, true
}

// ofrece says whether a body offers a channel.
func (e EdicionParametros) ofrece(o doe.OOAD, k Canal) bool {
	i := slices.IndexFunc(e.Canales, func(x CanalesOOAD) bool { return x.OOAD == o })
	return i < 0 || slices.Contains(e.Canales[i].Canales, k)
}

// terminoRespuesta is the term to answer: that of the parameters of its day, or
// the one configured.
func (p Peticion) terminoRespuesta(dia fecha.Fecha) (plazo.Termino, bool) {
	switch c := p.Clasificacion; {
	case c != nil && c.Termino != nil:
		return c.Termino.termino(), true
	case c == nil && p.Reglas != nil && p.Reglas.Responder > 0:
		return DiasTermino{p.Reglas.Edicion, p.Reglas.Responder, p.Reglas.Naturales}.termino(), true
	}
	return TerminoRespuesta(p.clasificacion(), dia)
}

// termino is that of a step: that of the parameters of its day, or the one
// configured.
func (p Peticion) termino(nombre string, dia fecha.Fecha) (plazo.Termino, bool) {
	if r := p.Reglas; r != nil {
		dias := map[string]int{PlazoAcuse: r.Acuse, PlazoAceptacion: r.Aceptacion, PlazoReapertura: r.Reapertura, PlazoCalificacion: r.Calificacion}[nombre]
		if dias > 0 {
			return DiasTermino{r.Edicion, dias, nombre == PlazoCalificacion}.termino(), true
		}
	}
	return TerminoDe(nombre, dia)
}

// escalera are the units that a petition goes up to when it is late.
func (p Peticion) escalera() []doe.ClaveUnidad {
	if p.Reglas == nil || len(p.Reglas.Escalera) == 0 {
		return escalera(p.OOAD)
	}
	return append([]doe.ClaveUnidad{guarda(p.OOAD)}, p.Reglas.Escalera...)
}

// CambioReglas is the input of [AdoptarReglas].
type CambioReglas struct {
	Reglas  *ReglasDia   `json:"reglas,omitempty" hecho:"true" doc:"Reglas que la rigen desde ahora"`
	Termino *DiasTermino `json:"termino,omitempty" hecho:"true" doc:"Término para responderla"`
}

// AdoptarReglas takes an open petition to the parameters in force, which say
// that they also rule what was open (rule 30).
var AdoptarReglas = tramite.Acto[Peticion, CambioReglas]{
	Nombre: "adoptar-reglas", Titulo: "Adoptar reglas", Descripcion: "La petición abierta pasa a los parámetros vigentes, que dicen que también la rigen; lo hace el sistema y la fecha comunicada se conserva.", Interno: true,
	De: tramite.DesdeCategoria(tramite.Abierta, tramite.Espera), Contrapartes: []tramite.Contraparte{deReloj},
	Fijar: func(r Peticion, e *CambioReglas, c *tramite.Contexto) {
		x, n := parametrosEn(c.Hoy(), c)
		e.Reglas, e.Termino = x.reglasDia(n), nil
		if r.Clasificacion != nil {
			e.Termino = x.para(*r.Clasificacion, n)
		}
	},
	Aplicar: func(r *Peticion, e CambioReglas, _ tramite.Suceso) {
		r.Reglas = e.Reglas
		if r.Clasificacion != nil {
			k := *r.Clasificacion
			k.Termino, r.Clasificacion = e.Termino, &k
		}
	},
}
