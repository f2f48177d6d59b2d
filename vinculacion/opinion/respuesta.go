package opinion

import (
	"fmt"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// laConsultada is the normative directorate that acts on its own consultation,
// foreseen by the functions on consulting and on filing what it answers.
var laConsultada = []tramite.Contraparte{{Rol: doe.Normativo, Preve: "doe-7.1.4.1/7"}}

// archivar is the facultad to capture what a directorate says by letter.
var archivar = doe.Alguna("vinculacion.opiniones:registrar")

// Responder gives the answer of a directorate: itself, with an account or by
// its link, or the division that transcribes its letter. Another answer
// replaces the former, which is kept; a late one is still taken until the
// opinion is endorsed.
var Responder = tramite.Acto[Solicitud, Respuesta]{
	Nombre: "responder", Titulo: "Responder consulta",
	Descripcion: "Da la postura de la dirección normativa con artículos, impacto presupuestal y fundamentos; la da ella misma, con o sin cuenta, o se transcribe de su oficio.",
	De:          tramite.Desde(Turnada, Integrada, Observada), Facultades: archivar, Alcance: doe.Nacional, Contrapartes: laConsultada,
	Validar: func(r Solicitud, e Respuesta, c *tramite.Contexto, f *falla.Fallas) {
		enTurno(r, propio(e.Organo, c), c, f, EnConsulta, Respondido, SinRespuesta)
		transcribir(f, e.Oficio, c)
		validarPostura(e.Postura, f)
	},
	Fijar: func(r Solicitud, e *Respuesta, c *tramite.Contexto) {
		e.Organo = propio(e.Organo, c)
		t, ok := r.TurnoDe(e.Organo)
		e.Tardia = ok && (t.Estado == SinRespuesta || r.vencido(t, c))
		e.Transcrita = c.Actor.Rol == ""
	},
	Aplicar: func(r *Solicitud, e Respuesta, s tramite.Suceso) {
		if i := r.turno(e.Organo); i >= 0 {
			e.Autoria = autoria(s)
			r.Turnos[i].Estado = Respondido
			r.Turnos[i].Respuestas = append(r.Turnos[i].Respuestas, e)
		}
	},
	Ejemplo: Respuesta{Organo: "dn-finanzas", Analisis: "La reforma es viable con los ajustes que se proponen.", Postura: ejemploPostura,
		Oficio: &Documento{Numero: "09/9001/300/2026", Fecha: fecha.MustParse("2026-03-02")}},
}

var ejemploPostura = Postura{
	Posicion: ConObservaciones,
	Articulos: []ArticuloOpinado{{Articulo: "201, segundo párrafo", Posicion: ConObservaciones,
		Comentario: "Conviene precisar desde qué edad.", Redaccion: "El servicio se prestará desde los cuarenta y tres días de nacido."}},
	Impacto:     Impacto{Tipo: Costo, Centavos: 125000000000, Ejercicios: 3, Explicacion: "Costo por niño al año por la matrícula prevista."},
	Fundamentos: []string{"Ley del Seguro Social, artículos 201 y 211"},
}

// validarPostura checks that a stance agrees with itself.
func validarPostura(p Postura, f *falla.Fallas) {
	peor := 0
	for i, a := range p.Articulos {
		if a.Posicion != Favorable {
			peor++
		}
		f.Si(p.Posicion == Favorable && a.Posicion != Favorable || p.Posicion == SinComentarios, ReglaPosturaContradictoria,
			fmt.Sprintf("body.postura.articulos[%d].posicion", i))
	}
	f.Si(p.Posicion == ConObservaciones && peor == 0, ReglaPosturaSinArticulos, "body.postura.articulos")
	f.Si(p.Posicion == Desfavorable && len(p.Fundamentos) == 0, ReglaPosturaSinFundamento, "body.postura.fundamentos")
	f.Si(p.Posicion == SinComentarios && p.Impacto.Tipo != SinImpacto, ReglaPosturaContradictoria, "body.postura.impacto.tipo")
	f.Si(!p.Impacto.cabal(), ReglaImpacto, "body.postura.impacto")
}

// cabal says whether the effect carries what its kind asks, and no more.
func (i Impacto) cabal() bool {
	medido := i.Centavos > 0 && i.Ejercicios > 0
	nada := i.Centavos == 0 && i.Ejercicios == 0
	switch i.Tipo {
	case Costo, Ahorro:
		return medido
	case NoCuantificar:
		return nada && i.Explicacion != ""
	}
	return nada
}

// Declinar returns a consultation as not the directorate's competence.
var Declinar = tramite.Acto[Solicitud, Devolucion]{
	Nombre: "declinar", Titulo: "Devolver por no ser de su competencia",
	Descripcion: "La dirección normativa devuelve la consulta por no competerle, con fundamento, y puede proponer a quién compete; la unidad de enlace la pasa a otra o la retira.",
	De:          tramite.Desde(Turnada), Facultades: archivar, Alcance: doe.Nacional, Contrapartes: laConsultada,
	Validar: func(r Solicitud, e Devolucion, c *tramite.Contexto, f *falla.Fallas) {
		o := propio(e.Organo, c)
		enTurno(r, o, c, f, EnConsulta)
		transcribir(f, e.Oficio, c)
		if e.Propone != "" {
			f.Si(!normativa(e.Propone, c), ReglaOrgano, "body.propone")
			f.Si(e.Propone == o, ReglaMismaDireccion, "body.propone")
		}
	},
	Fijar: func(_ Solicitud, e *Devolucion, c *tramite.Contexto) { e.Organo = propio(e.Organo, c) },
	Aplicar: func(r *Solicitud, e Devolucion, s tramite.Suceso) {
		if i := r.turno(e.Organo); i >= 0 {
			e.Autoria = autoria(s)
			r.Turnos[i].Estado, r.Turnos[i].Devolucion = Devuelto, &e
		}
	},
	Ejemplo: Devolucion{Organo: "dn-finanzas", Motivo: "La materia es de recaudación, sin efecto en las finanzas.", Fundamento: "Reglamento Interior del IMSS",
		Propone: "dn-incorporacion-y-recaudacion", Oficio: &Documento{Numero: "09/9001/301/2026", Fecha: fecha.MustParse("2026-03-02")}},
}

// PedirProrroga asks for more time before the internal term ends.
var PedirProrroga = tramite.Acto[Solicitud, Prorroga]{
	Nombre: "pedir-prorroga", Titulo: "Pedir prórroga",
	Descripcion: "La dirección normativa pide más tiempo antes de que venza su término interno.",
	De:          tramite.Desde(Turnada), Facultades: archivar, Alcance: doe.Nacional, Contrapartes: laConsultada,
	Validar: func(r Solicitud, e Prorroga, c *tramite.Contexto, f *falla.Fallas) {
		transcribir(f, e.Oficio, c)
		t, ok := enTurno(r, propio(e.Organo, c), c, f, EnConsulta)
		if !ok {
			return
		}
		f.Si(t.pedida() != nil, ReglaProrrogaPendiente, "body")
		f.Si(r.vencido(t, c), ReglaProrrogaTardia, "body")
		f.Si(!t.Termino.cabe(e.Extension), ReglaExtension, "body")
	},
	Fijar: func(_ Solicitud, e *Prorroga, c *tramite.Contexto) { e.Organo = propio(e.Organo, c) },
	Aplicar: func(r *Solicitud, e Prorroga, s tramite.Suceso) {
		if i := r.turno(e.Organo); i >= 0 {
			e.Autoria = autoria(s)
			e.Resuelta, e.Concedida, e.Resolucion = fecha.Fecha{}, nil, ""
			r.Turnos[i].Prorrogas = append(r.Turnos[i].Prorrogas, e)
		}
	},
	Ejemplo: Prorroga{Organo: "dn-finanzas", Extension: Extension{Dias: 2}, Motivo: "Falta el dato de dos ejercicios para estimar el costo.",
		Oficio: &Documento{Numero: "09/9001/302/2026", Fecha: fecha.MustParse("2026-03-02")}},
}

// pedida is the extension of the turn that awaits its resolution.
func (t *Turno) pedida() *Prorroga {
	if n := len(t.Prorrogas); n > 0 && t.Prorrogas[n-1].Resuelta.IsZero() {
		return &t.Prorrogas[n-1]
	}
	return nil
}

// Concesion gives more time to a directorate that asked for it.
type Concesion struct {
	Organo doe.ClaveOrgano `json:"organo" validate:"required,max=60" doc:"Dirección que la pidió" example:"dn-finanzas"`
	Extension
	Motivo string `json:"motivo" validate:"required,min=10,max=1000" doc:"Motivo" example:"El dato que falta es indispensable y hay margen."`
}

// ConcederProrroga extends an internal term, up to what was asked and still
// before the official one.
var ConcederProrroga = tramite.Acto[Solicitud, Concesion]{
	Nombre: "conceder-prorroga", Titulo: "Conceder prórroga",
	Descripcion: "Amplía el término interno de una dirección normativa, sin pasar de lo pedido ni llegar al término oficial.",
	De:          tramite.Desde(Turnada), Facultades: doe.Alguna("vinculacion.opiniones:coordinar"), Alcance: doe.Nacional,
	Validar: func(r Solicitud, e Concesion, c *tramite.Contexto, f *falla.Fallas) {
		t, ok := enTurno(r, e.Organo, c, f, EnConsulta)
		if !ok {
			return
		}
		p := t.pedida()
		if f.Si(p == nil, ReglaSinProrroga, "body.organo") {
			return
		}
		if f.Si(!t.Termino.cabe(e.Extension) || e.Dias > p.Dias || e.Limite > p.Limite, ReglaExtension, "body") {
			return
		}
		f.Si(!r.antesDelOficial(t.Termino.Mas(e.Extension), t.Desde, c), ReglaTerminoInterno, "body")
	},
	Aplicar: func(r *Solicitud, e Concesion, s tramite.Suceso) {
		resolver(r, e.Organo, &e.Extension, e.Motivo, s)
	},
	Ejemplo: Concesion{Organo: "dn-finanzas", Extension: Extension{Dias: 1}, Motivo: "El dato que falta es indispensable y hay margen."},
}

// NegarProrroga refuses more time.
var NegarProrroga = tramite.Acto[Solicitud, Cierre]{
	Nombre: "negar-prorroga", Titulo: "Negar prórroga",
	Descripcion: "Niega la prórroga que pidió una dirección normativa; su término no cambia.",
	De:          tramite.Desde(Turnada), Facultades: doe.Alguna("vinculacion.opiniones:coordinar"), Alcance: doe.Nacional,
	Validar: func(r Solicitud, e Cierre, c *tramite.Contexto, f *falla.Fallas) {
		if t, ok := enTurno(r, e.Organo, c, f, EnConsulta); ok {
			f.Si(t.pedida() == nil, ReglaSinProrroga, "body.organo")
		}
	},
	Aplicar: func(r *Solicitud, e Cierre, s tramite.Suceso) { resolver(r, e.Organo, nil, e.Motivo, s) },
	Ejemplo: Cierre{Organo: "dn-finanzas", Motivo: "El término oficial no deja margen."},
}

// resolver settles the extension that a directorate asked for.
func resolver(r *Solicitud, o doe.ClaveOrgano, dada *Extension, motivo string, s tramite.Suceso) {
	i := r.turno(o)
	if i < 0 {
		return
	}
	t := &r.Turnos[i]
	p := t.pedida()
	if p == nil {
		return
	}
	p.Resuelta, p.Concedida, p.Resolucion = s.Dia, dada, motivo
	if dada != nil {
		t.Termino = t.Termino.Mas(*dada)
	}
}
