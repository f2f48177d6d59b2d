package campana

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Concluir ends the diffusion.
var Concluir = tramite.Acto[Campana, FinDifusion]{
	Nombre: "concluir", Titulo: "Concluir difusión", Descripcion: "Da por terminada la difusión; si es antes de lo previsto, con su motivo.",
	De: tramite.Desde(EnDifusion), A: tramite.Hacia(Concluida), Facultades: doe.Alguna(ejecuta, sigue), Alcance: doe.Linea,
	Validar: func(r Campana, e FinDifusion, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(e.Fecha.After(c.Hoy()), ReglaFechaFutura, "body.fecha")
		f.Si(e.Fecha.Before(r.ultimoDia()), ReglaFechaPrevia, "body.fecha")
		f.Si(e.Motivo == "" && e.Fecha.Before(r.EnVigencia().Fin()), ReglaAnticipada, "body.motivo")
	},
	Aplicar: func(r *Campana, e FinDifusion, _ tramite.Suceso) { r.Fin = &e },
	Ejemplo: FinDifusion{Fecha: fecha.MustParse("2026-11-15")},
}

// Cerrar closes the campaign with its report: nothing owed, nothing left to
// record, and the studies that the version in force foresaw.
var Cerrar = tramite.Acto[Campana, Cierre]{
	Nombre: "cerrar", Titulo: "Cerrar", Descripcion: "Rinde el informe de cierre: metas alcanzadas, gasto y lecciones.",
	De: tramite.Desde(Concluida), A: tramite.Hacia(Cerrada), Facultades: doe.Alguna(informa), Alcance: doe.Linea, Firma: true,
	Validar: func(r Campana, _ Cierre, _ *tramite.Contexto, f *falla.Fallas) {
		mal := slices.ContainsFunc(r.Movimientos, func(m Movimiento) bool { return !r.Saldo(m.Linea).Saldado() })
		f.Si(mal, ReglaSaldo, "body")
		f.Si(len(r.MesesPendientes()) > 0, ReglaSinRegistro, "body")
		ev := r.EnVigencia().Evaluacion
		f.Si(r.Empezo() && (ev.Pretest && !r.estudiada(Pretest) || ev.Postest && !r.estudiada(Postest)), ReglaSinEstudio, "body")
	},
	Fijar: func(r Campana, e *Cierre, c *tramite.Contexto) {
		e.Cumplidas, e.Incumplidas = r.Metas()
		e.Gasto, e.Dia = r.Total(), c.Hoy()
	},
	Aplicar: func(r *Campana, e Cierre, _ tramite.Suceso) { r.Cierre = &e },
	Ejemplo: Cierre{Informe: "Se difundió lo previsto y se alcanzaron las metas."},
}

func (r Campana) estudiada(t TipoEstudio) bool {
	return slices.ContainsFunc(r.Estudios, func(e Estudio) bool { return e.Tipo == t })
}

// Metas parts the goals of the version in force by whether the last post-test
// that measured each found it reached.
func (r Campana) Metas() (cumplidas, incumplidas []string) {
	hallado := map[string]tramite.Centesimas{}
	for _, e := range r.Estudios {
		for _, m := range e.Medidas {
			if e.Tipo == Postest {
				hallado[m.Meta] = m.Valor
			}
		}
	}
	for _, m := range r.EnVigencia().Metas {
		if v, ok := hallado[m.Clave]; ok && v >= m.Valor {
			cumplidas = append(cumplidas, m.Clave)
		} else {
			incumplidas = append(incumplidas, m.Clave)
		}
	}
	return cumplidas, incumplidas
}

// Cancelar drops a campaign that was never shown and owes nothing.
var Cancelar = tramite.Acto[Campana, MotivoCancelacion]{
	Nombre: "cancelar", Titulo: "Cancelar", Descripcion: "Cancela una campaña que no se difundió ni tiene dinero comprometido.",
	De: tramite.Desde(EnElaboracion, Presentada, Validada, EnGestion, Autorizada, EnModificacion), A: tramite.Hacia(Cancelada),
	Facultades: doe.Alguna(coordna), Alcance: doe.Linea,
	Validar: func(r Campana, _ MotivoCancelacion, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(r.Empezo() || r.Total().Comprometido != 0 || len(r.MesesPendientes()) > 0, ReglaYaDifundida, "body")
	},
	Aplicar: func(r *Campana, e MotivoCancelacion, _ tramite.Suceso) { r.Terminacion = &e },
	Ejemplo: MotivoCancelacion{Motivo: "El tema se atenderá en otra campaña"},
}

// Alertar notes that a deadline lapsed; the clock does it.
var Alertar = tramite.Acto[Campana, Aviso]{
	Nombre: "alertar", Titulo: "Alertar", Interno: true, Descripcion: "Deja constancia de un plazo que venció sin cumplirse; lo hace el reloj del sistema.",
	De: abierta, Contrapartes: []tramite.Contraparte{{Rol: doe.Sistema}},
	Aplicar: func(r *Campana, e Aviso, s tramite.Suceso) {
		r.Alertas = append(r.Alertas, Alerta{Plazo: e.Plazo, Clave: e.Clave, Dia: s.Dia})
	},
	Ejemplo: Aviso{Plazo: "respuesta_federal"},
}
