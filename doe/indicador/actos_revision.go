package indicador

import (
	"fmt"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Reparos is the input that sends a report back.
type Reparos struct {
	Reparos []Reparo `json:"reparos" validate:"required,min=1,max=20,dive" doc:"Qué se observa"`
	Dias    int      `json:"dias,omitempty" validate:"omitempty,min=1,max=30" doc:"Días hábiles para corregir; los usuales si falta" example:"5"`
}

// Observar sends a report back with remarks.
var Observar = tramite.Acto[Medicion, Reparos]{
	Nombre: "observar", Titulo: "Observar", Descripcion: "Devuelve lo reportado con observaciones y un término para corregir.",
	De: tramite.Desde(Reportada), A: tramite.Hacia(Observada), Facultades: facultades("evaluar", "supervisar", "seguir"), Alcance: doe.Linea,
	Validar: func(r Medicion, e Reparos, _ *tramite.Contexto, f *falla.Fallas) {
		for i, x := range e.Reparos {
			f.Si(x.Variable != "" && r.Regla.variable(x.Variable) < 0, ObservacionAjena, fmt.Sprintf("body.reparos[%d].variable", i))
		}
		f.Si(len(r.Reparos)+len(e.Reparos) > maxNotas, MuchosElementos, "body.reparos")
	},
	Aplicar: func(r *Medicion, e Reparos, s tramite.Suceso) { r.reparar(e, s) },
	Ejemplo: Reparos{Reparos: []Reparo{{Variable: "respondidas", Texto: "No coincide con el corte publicado"}}, Dias: 5},
}

func (m *Medicion) reparar(e Reparos, s tramite.Suceso) {
	for _, x := range e.Reparos {
		x.Captura, x.Autoria = len(m.Capturas), autoria(s)
		m.Reparos = append(m.Reparos, x)
	}
	m.DiasCorregir, m.Valido = e.Dias, Autoria{}
}

// Aprobar holds a measurement right: from then on it counts. Who evaluates
// indicators does (7.1.3.1/9), or who validates or supervises them.
var Aprobar = tramite.Acto[Medicion, Nota]{
	Nombre: "validar", Titulo: "Validar", Descripcion: "Da por buena la medición: desde entonces cuenta en comparaciones y agregados.",
	De: tramite.Desde(Reportada), A: tramite.Hacia(Aprobada), Facultades: facultades("evaluar", "validar", "supervisar"), Alcance: doe.Linea,
	Aplicar: func(r *Medicion, _ Nota, s tramite.Suceso) { r.Valido = autoria(s) },
}

// Reabrir sends a validated measurement back for correction: until it is
// validated again it does not count.
var Reabrir = tramite.Acto[Medicion, Reparos]{
	Nombre: "reabrir", Titulo: "Reabrir", Descripcion: "Devuelve una medición ya validada para que se corrija; mientras tanto no cuenta.",
	De: tramite.Desde(Aprobada), A: tramite.Hacia(Observada), Facultades: facultades("evaluar", "validar", "supervisar"), Alcance: doe.Linea,
	Validar: Observar.Validar, Aplicar: Observar.Aplicar, Ejemplo: Observar.Ejemplo,
}

// Analizar adds what someone makes of a measurement against its target.
var Analizar = tramite.Acto[Medicion, Analisis]{
	Nombre: "analizar", Titulo: "Analizar", Descripcion: "Añade el análisis de lo medido frente a su meta, con la causa si no la alcanza.",
	De: tramite.Desde(Reportada, Aprobada), Facultades: facultades("analizar", "seguir"), Alcance: doe.Linea,
	Validar: func(r Medicion, _ Analisis, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(len(r.Analisis) >= maxNotas, MuchosElementos, "body")
	},
	Aplicar: func(r *Medicion, e Analisis, s tramite.Suceso) {
		e.Autoria = autoria(s)
		r.Analisis = append(r.Analisis, e)
	},
	Ejemplo: Analisis{Texto: "La caída se explica por el cierre de un módulo", Causa: "material"},
}

// DefinirEstrategia is how who is measured means to improve (caood-7.1/11).
var DefinirEstrategia = tramite.Acto[Medicion, Estrategia]{
	Nombre: "definir-estrategia", Titulo: "Definir estrategia de mejora", Descripcion: "La unidad medida dice qué hará para mejorar, quién y para cuándo.",
	De: tramite.Desde(Reportada, Aprobada), Facultades: facultades("evaluar"), Alcance: doe.Linea, Papeles: []string{papelMide},
	Contrapartes: laMedida(),
	Validar: func(r Medicion, e Estrategia, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(!e.Fecha.After(c.Hoy()), FechaNoFutura, "body.fecha")
		f.Si(len(r.Estrategias) >= maxNotas, MuchosElementos, "body")
	},
	Aplicar: func(r *Medicion, e Estrategia, s tramite.Suceso) {
		e.Autoria = autoria(s)
		r.Estrategias = append(r.Estrategias, e)
	},
	Ejemplo: Estrategia{Accion: "Asignar una persona a las peticiones por vencer", Responsable: "Jefatura de módulo", Fecha: fecha.MustParse("2199-12-31")},
}

// CancelarMedicion withdraws a request for a measurement.
var CancelarMedicion = tramite.Acto[Medicion, tramite.Retiro]{
	Nombre: "cancelar", Titulo: "Cancelar", Descripcion: "Retira la solicitud de medición, con su motivo.",
	De: tramite.Desde(Solicitada, Reportada, Observada), A: tramite.Hacia(Cancelada), Facultades: facultades("coordinar", "seguir"), Alcance: doe.Linea,
	Aplicar: func(r *Medicion, e tramite.Retiro, _ tramite.Suceso) { r.Motivo = e.Motivo },
	Ejemplo: tramite.Retiro{Motivo: "El órgano dejó de existir"},
}
