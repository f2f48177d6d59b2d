package queja

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/plazo"
)

// The deadlines of a case, by name.
const (
	// PlazoRemision is to send it to the body, from presentation.
	PlazoRemision = "remision"
	// PlazoIdentidad is the wait for the identity of who complains.
	PlazoIdentidad = "identidad"
	// PlazoPersona is for what was asked of who complains.
	PlazoPersona = "persona"
	// PlazoPrescripcion is until when the path is open, from the facts.
	PlazoPrescripcion = "prescripcion"
	// PlazoRecepcion is for the body to receive it.
	PlazoRecepcion = "recepcion"
	// PlazoEtapa is that of the stage that runs.
	PlazoEtapa = "etapa"
	// PlazoResolucion is for the body to decide, from presentation.
	PlazoResolucion = "resolucion"
	// PlazoRequerimiento is to answer each requirement of the body.
	PlazoRequerimiento = "requerimiento"
	// PlazoPronunciamiento is to accept a recommendation or not.
	PlazoPronunciamiento = "pronunciamiento"
	// PlazoComunicacion is to tell the person what was decided.
	PlazoComunicacion = "comunicacion"
	// PlazoCumplimiento is for each point of the decision.
	PlazoCumplimiento = "cumplimiento"
	// PlazoSeguimiento is until the next contact or note of who accompanies.
	PlazoSeguimiento = "seguimiento"
	// PlazoObservacion is to correct what a review observed.
	PlazoObservacion = "observacion"
)

// DefTermino is a term of some paths, in force for a span of days.
type DefTermino struct {
	Plazo string `json:"plazo" doc:"Plazo" example:"resolucion"`
	// Etapa is the stage, for [PlazoEtapa].
	Etapa Etapa `json:"etapa,omitempty" doc:"Etapa, si el plazo es de una" example:"conciliacion"`
	// Vias are those that it is for; all when there is none.
	Vias    []Via         `json:"-"`
	Debe    Deudor        `json:"debe" doc:"Quién lo debe: instancia, instituto o persona" example:"instancia"`
	Termino plazo.Termino `json:"termino" doc:"Término, con su calendario y su fuente"`
	// Prorroga is by how many units the body may extend it.
	Prorroga int `json:"prorroga,omitempty" doc:"En cuánto puede ampliarse, en las mismas unidades" example:"10"`
	// Desde and Hasta are the days in which it is in force, [Desde, Hasta).
	Desde  fecha.Fecha `json:"desde,omitzero" doc:"Primer día en que rige, si no rige desde siempre" example:"2025-03-21"`
	Hasta  fecha.Fecha `json:"hasta,omitzero" doc:"Día en que dejó de regir"`
	Efecto string      `json:"efecto,omitempty" doc:"Qué efecto tiene que venza"`
}

func habiles(n int, f norma.Cita) plazo.Termino {
	return plazo.Termino{Cuenta: n, Clase: plazo.Habiles, Calendario: plazo.LFPA, Fuente: f}
}

func naturales(n int, f norma.Cita) plazo.Termino {
	return plazo.Termino{Cuenta: n, Clase: plazo.Naturales, Fuente: f}
}

func meses(n int, f norma.Cita) plazo.Termino {
	return plazo.Termino{Cuenta: n, Clase: plazo.Meses, Calendario: plazo.LFPA, Fuente: f}
}

func anios(n int, f norma.Cita) plazo.Termino {
	return plazo.Termino{Cuenta: n, Clase: plazo.Anios, Calendario: plazo.LFPA, Fuente: f}
}

// MinimoPersona is the fewest working days that the person has for what is
// asked of it (LFPA art. 17-A).
const MinimoPersona = 5

var (
	leyes2025  = fecha.MustParse("2025-03-21") // in force the laws of transparency of 2025
	lgpdppso   = ley("LGPDPPSO", "derechos ARCO")
	vigilada   = norma.Configuracion("término de vigilancia; la norma no fija uno o no se halló")
	presuncion = "Si no se rinde el informe, los hechos pueden tenerse por ciertos (LCNDH art. 38)."
)

// The first that fits rules: those of some paths stand before the common ones.
var terminos = []DefTermino{
	// LSS art. 296.
	{Plazo: PlazoResolucion, Vias: []Via{Medica, Administrativa}, Debe: DeInstancia, Termino: habiles(50, instructivo)},
	// Human rights.
	{Plazo: PlazoPrescripcion, Vias: []Via{CNDH}, Debe: DePersona, Termino: anios(1, ley("LCNDH", "art. 26")), Efecto: "La vía caduca, salvo violación grave."},
	{Plazo: PlazoEtapa, Etapa: Ratificacion, Vias: []Via{CNDH}, Debe: DePersona, Termino: naturales(5, norma.Cita{Norma: "LCNDH", Lugar: "art. 27", Nota: "no dice qué días; se cuentan naturales"})},
	{Plazo: PlazoRequerimiento, Vias: []Via{CNDH}, Debe: DeInstituto, Termino: naturales(15, ley("LCNDH", "art. 34")), Efecto: presuncion},
	{Plazo: PlazoPronunciamiento, Vias: []Via{CNDH}, Debe: DeInstituto, Termino: habiles(15, ley("LCNDH", "art. 46"))},
	{Plazo: PlazoCumplimiento, Vias: []Via{CNDH}, Debe: DeInstituto, Termino: habiles(15, ley("LCNDH", "art. 46"))},
	// Discrimination.
	{Plazo: PlazoPrescripcion, Vias: []Via{CONAPRED}, Debe: DePersona, Termino: anios(1, ley("LFPED", "art. 44")), Efecto: "La vía caduca."},
	{Plazo: PlazoEtapa, Etapa: Ratificacion, Vias: []Via{CONAPRED}, Debe: DePersona, Termino: habiles(5, ley("LFPED", "art. 49"))},
	{Plazo: PlazoEtapa, Etapa: Aclaracion, Vias: []Via{CONAPRED}, Debe: DePersona, Termino: habiles(5, ley("LFPED", "art. 52")), Prorroga: 5},
	{Plazo: PlazoEtapa, Etapa: Admision, Vias: []Via{CONAPRED}, Debe: DeInstancia, Termino: habiles(5, ley("LFPED", "art. 63 Quáter"))},
	{Plazo: PlazoEtapa, Etapa: Aviso, Vias: []Via{CONAPRED}, Debe: DeInstancia, Termino: habiles(5, ley("LFPED", "art. 63 Quáter"))},
	{Plazo: PlazoRequerimiento, Vias: []Via{CONAPRED}, Debe: DeInstituto, Termino: habiles(10, ley("LFPED", "art. 63 Quintus"))},
	{Plazo: PlazoEtapa, Etapa: Conciliacion, Vias: []Via{CONAPRED}, Debe: DeInstancia, Termino: habiles(15, ley("LFPED", "art. 65"))},
	// Transparency: the law in force since 2025-03-21, and before.
	{Plazo: PlazoResolucion, Vias: []Via{Acceso}, Debe: DeInstancia, Termino: habiles(20, ley("LGTAIP", "art. 134")), Prorroga: 10, Desde: leyes2025, Efecto: "Si no responde, da el acceso en diez días hábiles y sin costo (LGTAIP art. 149)."},
	{Plazo: PlazoResolucion, Vias: []Via{Acceso}, Debe: DeInstancia, Termino: habiles(20, norma.Cita{Norma: "LFTAIP", Lugar: "art. 135", Nota: "de conocimiento general"}), Prorroga: 10, Hasta: leyes2025},
	{Plazo: PlazoEtapa, Etapa: Admision, Vias: []Via{Acceso}, Debe: DeInstancia, Termino: habiles(3, ley("LGTAIP", "art. 138")), Desde: leyes2025},
	{Plazo: PlazoEtapa, Etapa: Aclaracion, Vias: []Via{Acceso}, Debe: DePersona, Termino: habiles(10, ley("LGTAIP", "art. 130")), Desde: leyes2025, Efecto: "La solicitud se tiene por no presentada."},
	{Plazo: PlazoResolucion, Vias: []Via{ARCO}, Debe: DeInstancia, Termino: habiles(20, lgpdppso), Prorroga: 10, Desde: leyes2025},
	{Plazo: PlazoEtapa, Etapa: Admision, Vias: []Via{ARCO}, Debe: DeInstancia, Termino: habiles(3, lgpdppso), Desde: leyes2025},
	{Plazo: PlazoEtapa, Etapa: Aclaracion, Vias: []Via{ARCO}, Debe: DePersona, Termino: habiles(10, lgpdppso), Desde: leyes2025, Efecto: "La solicitud se tiene por no presentada."},
	{Plazo: PlazoCumplimiento, Vias: []Via{ARCO}, Debe: DeInstituto, Termino: habiles(15, lgpdppso), Desde: leyes2025},
	// Where no term was found.
	{Plazo: PlazoResolucion, Vias: []Via{CNDH, CONAPRED, CONAMED, Denuncia}, Debe: DeInstancia, Termino: meses(6, vigilada)},
	{Plazo: PlazoResolucion, Vias: []Via{CasoEspecial, Incapacidad}, Debe: DeInstancia, Termino: habiles(30, vigilada)},
	// All.
	{Plazo: PlazoRemision, Vias: []Via{CNDH, CONAPRED, CONAMED, Denuncia, Acceso, ARCO}, Debe: DeInstituto, Termino: habiles(5, ley("LFPA", "art. 42"))},
	{Plazo: PlazoRemision, Debe: DeInstituto, Termino: habiles(5, sinTermino)},
	{Plazo: PlazoIdentidad, Debe: DePersona, Termino: habiles(10, sinTermino), Efecto: "La petición termina en esta vía como información al área."},
	{Plazo: PlazoPersona, Debe: DePersona, Termino: habiles(MinimoPersona, ley("LFPA", "art. 17-A")), Efecto: "Sigue con lo que hay en el expediente."},
	{Plazo: PlazoRecepcion, Debe: DeInstancia, Termino: habiles(5, sinTermino)},
	{Plazo: PlazoRequerimiento, Debe: DeInstituto, Termino: habiles(10, sinTermino)},
	{Plazo: PlazoComunicacion, Debe: DeInstituto, Termino: habiles(10, ley("LFPA", "art. 39"))},
	{Plazo: PlazoCumplimiento, Debe: DeInstituto, Termino: habiles(30, sinTermino)},
	{Plazo: PlazoSeguimiento, Debe: DeInstituto, Termino: habiles(15, sinTermino)},
	{Plazo: PlazoObservacion, Debe: DeInstituto, Termino: habiles(5, sinTermino)},
}

func (t *DefTermino) rige(v Via, dia fecha.Fecha) bool {
	vig := norma.Vigencia{Desde: t.Desde, Hasta: t.Hasta}
	return (len(t.Vias) == 0 || slices.Contains(t.Vias, v)) && vig.Rige(dia)
}

// TerminoDe is a term of a path by the rules in force on a day; for a stage,
// that of the stage. False when the path has none.
func TerminoDe(v Via, nombre string, e Etapa, dia fecha.Fecha) (DefTermino, bool) {
	for i := range terminos {
		if t := &terminos[i]; t.Plazo == nombre && t.Etapa == e && t.rige(v, dia) {
			return *t, true
		}
	}
	return DefTermino{}, false
}

// TerminosDe lists the terms of a path in force on a day: one for each deadline
// and stage.
func TerminosDe(v Via, dia fecha.Fecha) []DefTermino {
	var out []DefTermino
	for i := range terminos {
		t := &terminos[i]
		ya := slices.ContainsFunc(out, func(o DefTermino) bool { return o.Plazo == t.Plazo && o.Etapa == t.Etapa })
		if !ya && t.rige(v, dia) {
			out = append(out, *t)
		}
	}
	return out
}
