package campana

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Validar is the Unit's own approval of an external campaign, before it goes to
// the federal authority. No function grants it: it falls to the Unit.
var Validar = tramite.Acto[Campana, Decision]{
	Nombre: "validar", Titulo: "Validar", Descripcion: "La Unidad da por buena la versión de una campaña externa antes de enviarla a la autoridad federal, pide cambios o la niega.",
	De: tramite.Desde(Presentada), A: tramite.Hacia(Validada, EnElaboracion, EnModificacion, Negada, Autorizada, EnDifusion),
	Elegir: func(r Campana, e Decision) tramite.Estado {
		if e.Resultado == Otorgada {
			return Validada
		}
		return r.tras(e.Resultado, Negada)
	},
	Facultades: doe.Alguna("comunicacion.campanas:validar"), Alcance: doe.Linea,
	Validar: decisionDe(Externa),
	Aplicar: decidirDentro,
	Ejemplo: decisionEjemplo,
}

// Autorizar is the approval of an internal campaign by its coordination, after
// which it may be shown. No function grants it: it falls to the superior of who
// drafts.
var Autorizar = tramite.Acto[Campana, Decision]{
	Nombre: "autorizar", Titulo: "Autorizar", Descripcion: "La Coordinación de Comunicación Interna autoriza la versión de una campaña interna, pide cambios o la niega.",
	De: tramite.Desde(Presentada), A: tramite.Hacia(Autorizada, EnDifusion, EnElaboracion, EnModificacion, Negada),
	Elegir:     func(r Campana, e Decision) tramite.Estado { return r.tras(e.Resultado, Negada) },
	Facultades: doe.Alguna("comunicacion.campanas:autorizar"), Alcance: doe.Linea,
	Validar: decisionDe(Interna),
	Aplicar: decidirDentro,
	Ejemplo: decisionEjemplo,
}

var decisionEjemplo = Decision{Resultado: Otorgada, Revisadas: []Prohibicion{Personalizacion, Discriminacion, Violencia, Confusion, Terceros, InformeAnual}}

func decisionDe(clase Clase) func(Campana, Decision, *tramite.Contexto, *falla.Fallas) {
	return func(r Campana, e Decision, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(r.Clase != clase, ReglaClase, "body")
		v := r.presentada()
		if v == nil {
			return
		}
		f.Si(v.Por == c.Actor.Sub || slices.Contains(v.Autores, c.Actor.Sub), ReglaSegregacion, "body")
		if e.Resultado == Otorgada {
			f.Si(len(e.Revisadas) < len(Prohibiciones()), ReglaRevision, "body.revisadas", len(Prohibiciones()))
			r.puedeSalir(v.Contenido, c.Hoy(), f)
		}
	}
}

// puedeSalir refuses to let a version on that began before a day or falls in a
// blackout.
func (r Campana) puedeSalir(c Contenido, dia fecha.Fecha, f *falla.Fallas) {
	r.iniciada(c, dia, f, "body")
	f.Si(len(r.Conflictos(c)) > 0, ReglaVeda, "body")
}

func decidirDentro(r *Campana, e Decision, s tramite.Suceso) {
	r.decidir(Aprobacion{Nivel: NivelInterno, Resultado: e.Resultado, Fecha: s.Dia, Motivo: e.Motivo, Revisadas: e.Revisadas}, s)
}

// decidir keeps an approval of the version submitted and what follows from it.
func (r *Campana) decidir(a Aprobacion, s tramite.Suceso) {
	v := r.presentada()
	if v == nil {
		return
	}
	a.Version, a.Por, a.Unidad, a.Organo = v.Numero, s.Actor.Sub, s.Actor.Unidad, s.Actor.Organo
	if a.Nivel == NivelFederal && a.Organo == "" {
		a.Organo = SEGOB
	}
	r.Aprobaciones = append(r.Aprobaciones, a)
	switch {
	case a.Resultado == Otorgada && a.Nivel == r.decide():
		r.EnVigor, r.MotivoCambio = v.Numero, ""
	case a.Resultado == Rechazada:
		r.reponer()
	}
}

// Gestionar sends a validated version to the federal authority with an official
// letter (functions 7.1.2/5 and 7.1.2.3/3).
var Gestionar = tramite.Acto[Campana, Envio]{
	Nombre: "gestionar", Titulo: "Gestionar autorización", Descripcion: "Envía con oficio a la autoridad federal la versión validada y pide su autorización.",
	De: tramite.Desde(Validada), A: tramite.Hacia(EnGestion),
	Facultades: doe.Alguna(reprsta, atiende), Alcance: doe.Linea, Firma: true,
	Validar: func(r Campana, e Envio, c *tramite.Contexto, f *falla.Fallas) {
		v := r.presentada()
		if v == nil {
			return
		}
		f.Si(e.Fecha.After(c.Hoy()), ReglaFechaFutura, "body.fecha")
		f.Si(e.Fecha.Before(v.Dia), ReglaFechaPrevia, "body.fecha")
		r.puedeSalir(v.Contenido, c.Hoy(), f)
		for _, d := range v.Contenido.Difusiones {
			if f.Si(!r.conTiempo(d), ReglaTiempoOficial, "body") {
				break
			}
		}
	},
	Fijar: func(r Campana, e *Envio, _ *tramite.Contexto) {
		if v := r.presentada(); v != nil {
			e.Version = v.Numero
		}
	},
	Aplicar: func(r *Campana, e Envio, _ tramite.Suceso) { r.Envios = append(r.Envios, e) },
	Enlaces: func(Campana, Envio) []tramite.Enlace {
		return []tramite.Enlace{{Acto: "dictaminar", Organo: SEGOB, Rol: doe.Federal, Dias: 60}}
	},
	Ejemplo: Envio{Oficio: "UCS/0213/2026", Fecha: fecha.MustParse("2026-08-10"), Registro: "SINC-8841"},
}

// conTiempo says whether a line of the calendar on radio or television has the
// answer about official time that it needs: there was, for official time; there
// was not, for commercial.
func (r Campana) conTiempo(d Difusion) bool {
	if !slices.Contains(d.Medio.def().Tiempos, Oficial) {
		return true
	}
	for i := len(r.Tiempos) - 1; i >= 0; i-- {
		if t := r.Tiempos[i]; t.Difusion == d.Clave {
			return t.Hubo == (d.Tiempo == Oficial)
		}
	}
	return false
}

// federal is the authority as counterpart.
var federal = []tramite.Contraparte{{Rol: doe.Federal, Preve: "doe-7.1.2/5"}}

// Dictaminar is the federal authority's answer. It may be captured from its
// official letter by the units that manage before it.
var Dictaminar = tramite.Acto[Campana, Dictamen]{
	Nombre: "dictaminar", Titulo: "Dictaminar", Descripcion: "La autoridad federal otorga la autorización con su clave, pide cambios o la niega; también se captura de su oficio.",
	De: tramite.Desde(EnGestion), A: tramite.Hacia(Autorizada, EnDifusion, EnElaboracion, EnModificacion, Negada),
	Elegir:     func(r Campana, e Dictamen) tramite.Estado { return r.tras(e.Resultado, Negada) },
	Facultades: doe.Alguna(reprsta, atiende), Alcance: doe.Linea, Contrapartes: federal,
	Validar: func(r Campana, e Dictamen, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(e.Fecha.After(c.Hoy()), ReglaFechaFutura, "body.fecha")
		if n := len(r.Envios); n > 0 {
			f.Si(e.Fecha.Before(r.Envios[n-1].Fecha), ReglaFechaPrevia, "body.fecha")
		}
		f.Si(!e.Hasta.IsZero() && e.Hasta.Before(e.Fecha), ReglaOrden, "body.hasta")
		antes := r.Clave()
		f.Si((e.Resultado == Otorgada) != (e.Clave != "") || antes != "" && e.Clave != "" && e.Clave != antes, ReglaClave, "body.clave")
		if v := r.presentada(); v != nil && e.Resultado == Otorgada {
			r.puedeSalir(v.Contenido, e.Fecha, f)
		}
	},
	Aplicar: func(r *Campana, e Dictamen, s tramite.Suceso) {
		r.decidir(Aprobacion{
			Nivel: NivelFederal, Resultado: e.Resultado, Clave: e.Clave, Oficio: e.Oficio,
			Fecha: e.Fecha, Hasta: e.Hasta, Motivo: e.Motivo,
		}, s)
	},
	Ejemplo: Dictamen{Resultado: Otorgada, Clave: "SEGOB-2026-117", Oficio: "SNM/0147/2026", Fecha: fecha.MustParse("2026-09-01"), Hasta: fecha.MustParse("2026-12-31")},
}

// conAutorizacion are the states in which an authorisation can be in force.
var conAutorizacion = tramite.Desde(Autorizada, EnDifusion, EnModificacion, Presentada, Validada, EnGestion)

// Revocar is the federal authority taking its authorisation back: diffusion
// ends, and what was accrued is still paid.
var Revocar = tramite.Acto[Campana, Revocacion]{
	Nombre: "revocar", Titulo: "Revocar", Descripcion: "La autoridad federal deja sin efecto su autorización: cesa la difusión y se liquida lo devengado.",
	De: conAutorizacion, A: tramite.Hacia(Concluida),
	Facultades: doe.Alguna(reprsta, atiende), Alcance: doe.Linea, Contrapartes: federal,
	Validar: func(r Campana, e Revocacion, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(r.Clase != Externa, ReglaClase, "body")
		a, ok := r.Vigente()
		f.Si(!ok, ReglaSinAutorizar, "body")
		f.Si(e.Fecha.After(c.Hoy()), ReglaFechaFutura, "body.fecha")
		f.Si(ok && e.Fecha.Before(a.Fecha), ReglaFechaPrevia, "body.fecha")
	},
	Aplicar: func(r *Campana, e Revocacion, s tramite.Suceso) {
		r.perder(Aprobacion{Resultado: Revocada, Oficio: e.Oficio, Fecha: e.Fecha, Motivo: e.Motivo}, s)
	},
	Ejemplo: Revocacion{Oficio: "SNM/0300/2026", Fecha: fecha.MustParse("2026-10-20"), Motivo: "El mensaje difundido no es el autorizado"},
}

// Expirar is the end of an authorisation that had a last day; the clock does
// it.
var Expirar = tramite.Acto[Campana, Expiracion]{
	Nombre: "expirar", Titulo: "Expirar", Interno: true, Descripcion: "Termina la vigencia de la autorización; lo hace el reloj del sistema.",
	De: conAutorizacion, A: tramite.Hacia(Concluida), Contrapartes: []tramite.Contraparte{{Rol: doe.Sistema}},
	Validar: func(r Campana, _ Expiracion, c *tramite.Contexto, f *falla.Fallas) {
		a, ok := r.Vigente()
		f.Si(!ok || a.Hasta.IsZero() || !c.Hoy().After(a.Hasta), ReglaNoExpira, "body")
	},
	Aplicar: func(r *Campana, _ Expiracion, s tramite.Suceso) {
		a, _ := r.Vigente()
		r.perder(Aprobacion{Resultado: Expirada, Fecha: a.Hasta}, s)
	},
	Ejemplo: Expiracion{Clave: "v1"},
}

// perder ends the approval in force; a change that was being decided falls with
// it.
func (r *Campana) perder(fin Aprobacion, s tramite.Suceso) {
	a, ok := r.Vigente()
	if !ok {
		return
	}
	fin.Version, fin.Nivel, fin.Clave = a.Version, a.Nivel, a.Clave
	fin.Por, fin.Unidad, fin.Organo = s.Actor.Sub, s.Actor.Unidad, s.Actor.Organo
	r.Aprobaciones = append(r.Aprobaciones, fin)
	r.reponer()
}
