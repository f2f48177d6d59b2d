package recurrencia

import (
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/acuerdo"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade/recurrencia/deteccion"
)

// Remedida is the input of [Medir].
type Remedida struct {
	Nota string `json:"nota,omitempty" validate:"omitempty,max=2000" doc:"Consideraciones" example:"En abril hubo además una jornada de abasto."`
	// Medicion is what the counts say.
	Medicion *Medicion `json:"medicion,omitempty" hecho:"true" doc:"Comparación de antes y después"`
}

// Medir measures a problem again, by the same method and against the same
// history, over the whole weeks since it was bettered.
var Medir = tramite.Acto[Problematica, Remedida]{
	Nombre: "medir", Titulo: "Medir de nuevo", Facultades: miden, Alcance: doe.Nacional,
	Descripcion: "Compara las peticiones de antes con las de las semanas completas después de la mejora, con el mismo método y la misma historia: mejoró, mejoró en parte, sin mejora o datos insuficientes.",
	De:          tramite.Desde(Comprometida, Implantada, Medida), A: tramite.Hacia(Medida, Comprometida),
	Elegir: func(r Problematica, _ Remedida) tramite.Estado {
		if r.trasAccion() == Comprometida {
			return Comprometida // actions are owed: it was measured on the way
		}
		return Medida
	},
	Validar: func(r Problematica, _ Remedida, c *tramite.Contexto, f *falla.Fallas) {
		_, hay := r.comparar(c)
		f.Si(!hay, ReglaMedida, "body")
	},
	Fijar: func(r Problematica, e *Remedida, c *tramite.Contexto) {
		if m, hay := r.comparar(c); hay {
			m.Nota, e.Medicion = e.Nota, &m
		}
	},
	Aplicar: func(r *Problematica, e Remedida, s tramite.Suceso) {
		if e.Medicion != nil {
			m := *e.Medicion
			m.Autoria = s.Autoria()
			r.Mediciones = append(r.Mediciones, m)
		}
	},
	Ejemplo: Remedida{Nota: "En abril hubo además una jornada de abasto."},
}

// comparar holds the counts of the weeks since the improvement against those
// that showed the problem; false where nobody counts.
func (p Problematica) comparar(c *tramite.Contexto) (Medicion, bool) {
	if p.Deteccion == nil {
		return Medicion{}, false
	}
	ultima := deteccion.Completa(c.Hoy())
	m := Medicion{Corte: deteccion.Lunes(ultima + 1).Sumar(-1), Desde: p.mejoraDesde(), Antes: p.Deteccion.Medida, Veredicto: deteccion.DatosInsuficien}
	semanas := ultima - deteccion.SemanaDe(m.Desde)
	switch {
	case semanas >= 8:
		semanas = 8
	case semanas >= 4:
		semanas = 4
	default: // too soon
		return m, c.Lectura != nil
	}
	x, hay := tramite.Consultar[Cuentas](c, LecturaCuentas, Consulta{
		Celda: p.Celda, Corte: m.Corte, Historia: p.Deteccion.Historia, Semanas: semanas, Frente: p.Deteccion.Frente,
	})
	if m.Despues = x.Medida; m.Antes != nil && m.Despues != nil {
		m.Veredicto = deteccion.Comparar(*m.Antes, *m.Despues)
	}
	return m, hay
}

// Regreso is the input of [Retomar].
type Regreso struct {
	Motivo string `json:"motivo" validate:"required,min=10,max=1000" doc:"Por qué se retoma" example:"Las peticiones siguen al doble de lo esperado."`
}

// Retomar takes up again what was measured and did not improve.
var Retomar = tramite.Acto[Problematica, Regreso]{
	Nombre: "retomar", Titulo: "Retomar", Facultades: analizan, Alcance: doe.Nacional,
	Descripcion: "Vuelve al análisis lo que se midió y no mejoró; lo hecho se conserva.",
	De:          tramite.Desde(Medida), A: tramite.Hacia(Analizada),
	Aplicar: func(*Problematica, Regreso, tramite.Suceso) {},
	Ejemplo: Regreso{Motivo: "Las peticiones siguen al doble de lo esperado."},
}

// Fin is the input of [Cerrar].
type Fin struct {
	Motivo   string `json:"motivo,omitempty" validate:"omitempty,min=10,max=1000" doc:"Por qué se cierra; obligatorio si la última medición no dice que mejoró" example:"El servicio se trasladó a otra unidad."`
	SinJunta string `json:"sin_junta,omitempty" validate:"omitempty,min=10,max=1000" doc:"Por qué no se presentó en junta; obligatorio si no se presentó" example:"Se corrigió antes de la primera sesión del trimestre."`
	// Vivos are the agreements that have not ended.
	Vivos []string `json:"vivos,omitempty" hecho:"true" doc:"Acuerdos sin terminar"`
}

// vivos are the agreements of a problem that have not ended.
func (p Problematica) vivos(c *tramite.Contexto) []string {
	var out []string
	for _, x := range p.Acuerdos {
		a := tramite.Hallar[acuerdo.Acuerdo](c, acuerdo.Coleccion, x.Folio)
		if a != nil && !acuerdo.Acuerdos.Definicion().Categoria(a.Estado).Fin() {
			out = append(out, x.Folio)
		}
	}
	return out
}

// Cerrar closes what was measured.
var Cerrar = tramite.Acto[Problematica, Fin]{
	Nombre: "cerrar", Titulo: "Cerrar", Facultades: coordinan, Alcance: doe.Nacional,
	Descripcion: "Cierra la problemática medida: la que mejoró y se presentó en junta, o con el motivo de lo que falte; no mientras un acuerdo suyo siga abierto.",
	De:          tramite.Desde(Medida), A: tramite.Hacia(Cerrada),
	Validar: func(r Problematica, e Fin, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(r.Veredicto() != deteccion.Mejoro && e.Motivo == "", ReglaSinMedir, "body.motivo")
		f.Si(!r.Presentada() && e.SinJunta == "", ReglaSinPresentar, "body.sin_junta")
		vivos := r.vivos(c)
		f.Si(len(vivos) > 0, ReglaAcuerdosVivos, "body", strings.Join(vivos, ", "))
	},
	Aplicar: func(r *Problematica, e Fin, s tramite.Suceso) {
		r.Cierre = &Cierre{Motivo: e.Motivo, SinJunta: e.SinJunta, Autoria: s.Autoria()}
	},
	Ejemplo: Fin{SinJunta: "Se corrigió antes de la primera sesión del trimestre."},
}

// Descarte is the input of [Descartar].
type Descarte struct {
	Causal CausalDescarte `json:"causal" validate:"required" doc:"Causal" example:"error_de_registro"`
	Motivo string         `json:"motivo" validate:"required,min=10,max=2000" doc:"Por qué" example:"Veinte peticiones de una jornada se registraron dos veces."`
}

// Descartar ends what is no problem.
var Descartar = tramite.Acto[Problematica, Descarte]{
	Nombre: "descartar", Titulo: "Descartar", Facultades: coordinan, Alcance: doe.Nacional, Causales: tramite.Causales(causalesDescarte),
	Descripcion: "Termina, con su causal, lo que visto de cerca no es una problemática.",
	De:          tramite.Desde(Detectada, Analizada), A: tramite.Hacia(Descartada),
	Aplicar: func(r *Problematica, e Descarte, s tramite.Suceso) {
		r.Cierre = &Cierre{Motivo: e.Motivo, Causal: e.Causal, Autoria: s.Autoria()}
	},
	Ejemplo: Descarte{Causal: ErrorDeRegistro, Motivo: "Veinte peticiones de una jornada se registraron dos veces."},
}

// Escalada is the input of [Escalar].
type Escalada struct {
	Plazo string `json:"plazo" validate:"required,max=40" doc:"Plazo que venció" example:"respuesta"`
	// Clave is that of its clock: of the action that is late.
	Clave string `json:"clave,omitempty" validate:"omitempty,max=20" doc:"Acción de que se trata"`
	Aviso *Aviso `json:"aviso,omitempty" hecho:"true" doc:"A quién se avisa"`
}

// ClaveReloj says which clock rang.
func (e Escalada) ClaveReloj() string { return e.Clave }

// Escalar warns of a lapse: first the unit that keeps the problem, then its
// superiors one after another; of what an organ owes, its head too.
var Escalar = tramite.Acto[Problematica, Escalada]{
	Nombre: "escalar", Titulo: "Escalar", Interno: true, Contrapartes: elReloj,
	Descripcion: "El reloj avisa de un vencimiento y, mientras siga, cada vez más arriba.",
	De:          tramite.DesdeCategoria(tramite.Abierta),
	Fijar: func(r Problematica, e *Escalada, c *tramite.Contexto) {
		a := &Aviso{Plazo: e.Plazo, Clave: e.Clave, Nivel: 1, Unidad: r.Unidad}
		for _, x := range r.Avisos {
			if x.Plazo == e.Plazo && x.Clave == e.Clave {
				a.Nivel++
			}
		}
		if arriba := c.Catalogo.Superiores(r.Unidad); a.Nivel > 1 && len(arriba) > 0 {
			a.Unidad = arriba[min(a.Nivel-1, len(arriba))-1]
		}
		if x := r.remision(); e.Plazo == PlazoRespuesta && x != nil {
			a.Organo = x.Organo
		} else if x := r.accion(e.Clave); e.Plazo == PlazoAccion && x != nil {
			a.Organo = x.Organo
		}
		e.Aviso = a
	},
	Aplicar: func(r *Problematica, e Escalada, s tramite.Suceso) {
		if e.Aviso != nil {
			a := *e.Aviso
			a.Dia = s.Dia
			r.Avisos = append(r.Avisos, a)
		}
	},
	Ejemplo: Escalada{Plazo: PlazoRespuesta},
}

// debidas are the actions that have not ended.
func debidas(p Problematica) []string {
	var out []string
	for _, a := range p.Acciones {
		if a.Concluida.IsZero() && (p.Estado == Comprometida || p.Estado == Remitida) {
			out = append(out, a.Clave)
		}
	}
	return slices.Clip(out)
}

func fechaDe(p Problematica, clave string) fecha.Fecha {
	if a := p.accion(clave); a != nil {
		return a.Termino
	}
	return fecha.Fecha{}
}
