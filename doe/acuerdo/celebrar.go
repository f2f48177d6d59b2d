package acuerdo

import (
	"fmt"
	"time"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Lista is the input of [Celebrar].
type Lista struct {
	// Convocatoria is the call: the second one follows a first without quorum.
	Convocatoria int            `json:"convocatoria" validate:"min=1,max=2" doc:"Primera o segunda convocatoria" example:"1"`
	Hora         fecha.Instante `json:"hora" validate:"required" doc:"Cuándo se pasó lista" example:"2026-03-12T16:05:00.000000Z"`
	Asistentes   []Asistente    `json:"asistentes" validate:"required,min=1,max=80,dive" doc:"Quiénes asistieron"`
	Computo      Computo        `json:"computo,omitzero" hecho:"true" doc:"Cómputo del quórum"`
}

// Celebrar calls the roll and opens the meeting if there is a quorum.
var Celebrar = tramite.Acto[Reunion, Lista]{
	Nombre: "celebrar", Titulo: "Pasar lista y celebrar",
	Descripcion: "Asienta la asistencia, titular o en suplencia con documento, y computa el quórum de la clase de reunión; sin él la reunión sigue convocada, para segunda convocatoria, otra fecha o cancelación.",
	De:          tramite.Desde(Convocada), A: tramite.Hacia(Convocada, Celebrada), Facultades: coordina, Alcance: doe.Linea,
	Elegir: func(r Reunion, _ Lista) tramite.Estado {
		if q, ok := r.Quorum(); ok && q.Hay {
			return Celebrada
		}
		return Convocada
	},
	Validar: validarLista,
	Fijar: func(r Reunion, e *Lista, c *tramite.Contexto) {
		e.Computo = computar(r, *e)
	},
	Aplicar: func(r *Reunion, e Lista, _ tramite.Suceso) {
		r.Computos = append(r.Computos, e.Computo)
		for i := range r.Convocados {
			r.Convocados[i].Asistencia = nil
		}
		for _, a := range e.Asistentes {
			if i := r.convocado(a.Convocado); i >= 0 {
				r.Convocados[i].Asistencia = &a
			}
		}
	},
	Ejemplo: Lista{Convocatoria: 1, Hora: fecha.MustParse("2026-03-12").Inicio() + 10*3600*1000000, Asistentes: []Asistente{
		{Convocado: "doe-7.1", Cargo: "Titular de la Dirección"}, {Convocado: "dn-prestaciones-medicas", Cargo: "Titular de la Dirección"},
		{Convocado: "ooad-14", Cargo: "Jefatura de Servicios", Suplente: true, Documento: "Oficio 14/0215/2026"},
	}},
}

func validarLista(r Reunion, e Lista, c *tramite.Contexto, f *falla.Fallas) {
	desde := r.Inicio
	if e.Convocatoria == 2 {
		q, _ := QuorumDe(r.Clase, r.Inicio.Dia())
		desde = desde.Sumar(time.Duration(q.Espera) * time.Minute)
		ultimo, hay := r.Quorum()
		f.Si(!hay || ultimo.Inicio < r.Inicio || e.Hora < desde, ReglaSegunda, "body.convocatoria")
	}
	f.Si(e.Hora < r.Inicio || e.Hora > c.Ahora, ReglaAntes, "body.hora")
	_, pide := PideVistoBueno(r.Unidad, r.Clase)
	f.Si(pide && r.VistoBueno == nil, ReglaVistoBueno, "body")
	vistos := map[string]bool{}
	for i, a := range e.Asistentes {
		camino := fmt.Sprintf("body.asistentes[%d]", i)
		f.Si(r.convocado(a.Convocado) < 0, ReglaNoConvocado, camino+".convocado")
		f.Si(vistos[a.Convocado], ReglaAsistente, camino+".convocado")
		vistos[a.Convocado] = true
		f.Si(a.Suplente != (a.Documento != ""), ReglaSuplente, camino+".documento")
	}
}

// computar counts a call by the rule of the kind of meeting.
func computar(r Reunion, e Lista) Computo {
	q, _ := QuorumDe(r.Clase, r.Inicio.Dia())
	k := Computo{Convocatoria: e.Convocatoria, Inicio: e.Hora, Fuente: q.Fuente}
	for _, c := range r.Convocados {
		if c.Caracter.Vota() {
			k.ConVoto++
		}
	}
	for _, a := range e.Asistentes {
		i := r.convocado(a.Convocado)
		if i < 0 || !r.Convocados[i].Caracter.Vota() {
			continue
		}
		k.Presentes++
		k.Presidencia = k.Presidencia || r.Convocados[i].Caracter == Preside
	}
	pide := q.Primera
	if e.Convocatoria == 2 {
		pide = q.Segunda
	}
	k.Requeridos = pide.De(k.ConVoto)
	k.Hay = k.Presentes >= k.Requeridos && (k.Presidencia || !q.Presidencia)
	return k
}

// Analizar adds a technical note on what a meeting dealt with.
var Analizar = tramite.Acto[Reunion, Analisis]{
	Nombre: "analizar", Titulo: "Analizar",
	Descripcion: "Agrega una nota técnica sobre los temas de la reunión, con su sustento y el nivel al que se dirige.",
	De:          tramite.Desde(Convocada, Celebrada, EnRevision, PorFirmar, Concluida), Facultades: doe.Alguna("doe.acuerdos:analizar"), Alcance: doe.Nacional,
	Aplicar: func(r *Reunion, e Analisis, s tramite.Suceso) {
		e.Autoria = autoria(s)
		r.Analisis = append(r.Analisis, e)
	},
	Ejemplo: Analisis{Texto: "El desabasto se concentra en tres unidades; conviene revisar su calendario de entrega."},
}
