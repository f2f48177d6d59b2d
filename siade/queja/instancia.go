package queja

import (
	"fmt"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Recibir leaves on record that the body received the case.
var Recibir = tramite.Acto[Queja, Recibo]{
	Nombre: "recibir", Titulo: "Recibir",
	Descripcion: "La instancia recibe el expediente y le da su número; lo hace con su cuenta o lo captura quien le da seguimiento.",
	De:          tramite.Desde(Remitida), A: tramite.Hacia(EnTramite), Facultades: captura, Alcance: doe.Nacional, Contrapartes: deLaInstancia,
	Validar: func(r Queja, e Recibo, c *tramite.Contexto, f *falla.Fallas) {
		soloInstancia(r, c, f)
		entre(e.Fecha, r.remitida(), c, f, "body.fecha")
	},
	Aplicar: func(r *Queja, e Recibo, s tramite.Suceso) {
		e.Autoria = s.Autoria()
		r.Recepcion = &e
		r.pasar(Avance{Etapa: r.def().Etapas[0].Etapa, Fecha: e.Fecha, Autoria: e.Autoria})
	},
	Ejemplo: Recibo{Fecha: fecha.MustParse("2026-03-02"), Expediente: "QM/0123/2026"},
}

func (q *Queja) pasar(a Avance) {
	q.Etapa, q.Avances = a.Etapa, append(q.Avances, a)
}

// ultimo is the day of the last stage reached, or of the sending.
func (q Queja) ultimo() fecha.Fecha {
	if n := len(q.Avances); n > 0 {
		return q.Avances[n-1].Fecha
	}
	return q.remitida()
}

// Devolver is the body's giving the case back.
var Devolver = tramite.Acto[Queja, Devolucion]{
	Nombre: "devolver", Titulo: "Devolver",
	Descripcion: "La instancia devuelve el expediente con una causal; vuelve a integrarse, a remitirse o a cambiar de vía.",
	De:          tramite.Desde(Remitida, EnTramite, Requerida), A: tramite.Hacia(Integrada), Facultades: captura, Alcance: doe.Nacional, Contrapartes: deLaInstancia,
	Causales: tramite.Causales(causales),
	Validar: func(r Queja, e Devolucion, c *tramite.Contexto, f *falla.Fallas) {
		soloInstancia(r, c, f)
		_, hay := c.Catalogo.Organo(e.Compete)
		f.Si(e.Compete != "" && (e.Causal != NoCompete || e.Compete == r.Organo || !hay), ReglaCompete, "body.compete")
		f.Si(len(r.Devoluciones) >= maxElementos, ReglaDemasiadas, "body")
	},
	Aplicar: func(r *Queja, e Devolucion, s tramite.Suceso) {
		e.Autoria = s.Autoria()
		r.Devoluciones = append(r.Devoluciones, e)
		r.Recepcion, r.Etapa, r.Avances, r.Ampliaciones = nil, "", nil, nil
		r.caducar(s.Dia)
	},
	Ejemplo: Devolucion{Causal: Incompleta, Motivo: "Falta el resumen clínico."},
}

// Avanzar leaves on record that the case reached a stage.
var Avanzar = tramite.Acto[Queja, Avance]{
	Nombre: "avanzar", Titulo: "Avanzar de etapa",
	Descripcion: "Deja constancia de la etapa a la que pasó el expediente ante la instancia: en el orden de la vía, saltando sólo las opcionales.",
	De:          enInstancia, Facultades: captura, Alcance: doe.Nacional, Contrapartes: deLaInstancia,
	Validar: func(r Queja, e Avance, c *tramite.Contexto, f *falla.Fallas) {
		soloInstancia(r, c, f)
		f.Si(!r.def().sigue(r.Etapa, e.Etapa), ReglaEtapa, "body.etapa")
		entre(e.Fecha, r.ultimo(), c, f, "body.fecha")
	},
	Aplicar: func(r *Queja, e Avance, s tramite.Suceso) {
		e.Autoria = s.Autoria()
		r.pasar(e)
	},
	Ejemplo: Avance{Etapa: Integracion, Fecha: fecha.MustParse("2026-03-02")},
}

// anteInstancia are the states before the body.
var anteInstancia = tramite.Hacia(EnTramite, Requerida)

func enAnte[E any](r Queja, _ E) tramite.Estado { return r.ante() }

// Requerir leaves on record what the body asks of the Institute.
var Requerir = tramite.Acto[Queja, Requerimiento]{
	Nombre: "requerir", Titulo: "Requerir",
	Descripcion: "La instancia pide información o un informe al Instituto, en el término que da o en el de la vía. El área cuyo informe hace falta queda avisada; en una vía confidencial no puede ser la señalada.",
	De:          enInstancia, A: tramite.Hacia(Requerida), Facultades: captura, Alcance: doe.Nacional, Contrapartes: deLaInstancia,
	Validar: func(r Queja, e Requerimiento, c *tramite.Contexto, f *falla.Fallas) {
		soloInstancia(r, c, f)
		organo(e.Area, ReglaArea, c, f, "body.area")
		entre(e.Recibido, r.remitida(), c, f, "body.recibido")
		f.Si(e.Area != "" && r.def().Confidencial && r.senala(e.Area), ReglaReserva, "body.area")
		f.Si(len(r.Requerimientos) >= maxElementos, ReglaDemasiadas, "body")
	},
	Fijar: func(r Queja, e *Requerimiento, _ *tramite.Contexto) {
		*e = Requerimiento{Numero: len(r.Requerimientos) + 1, Solicitud: e.Solicitud, Oficio: e.Oficio, Recibido: e.Recibido, Dias: e.Dias, Area: e.Area}
	},
	Aplicar: func(r *Queja, e Requerimiento, s tramite.Suceso) {
		e.Autoria = s.Autoria()
		r.Requerimientos = append(r.Requerimientos, e)
	},
	Ejemplo: Requerimiento{Solicitud: "Informe de la atención dada en urgencias", Oficio: "V1/12345/2026", Recibido: fecha.MustParse("2026-03-02")},
}

// senala says whether an organ is the one involved.
func (q Queja) senala(o doe.ClaveOrgano) bool {
	return o == q.Area || q.Senalado != nil && q.Senalado.Area == string(o)
}

// RendirInforme is the report of the area that a requirement needs.
var RendirInforme = tramite.Acto[Queja, InformeDe]{
	Nombre: "rendir-informe", Titulo: "Rendir informe",
	Descripcion: "El área de que se trata rinde el informe que hace falta para contestar un requerimiento; lo hace con su cuenta o se captura su oficio.",
	De:          tramite.Desde(Requerida), Facultades: captura, Alcance: doe.Nacional, Contrapartes: deUnArea,
	Validar: func(r Queja, e InformeDe, c *tramite.Contexto, f *falla.Fallas) {
		q := r.requerimiento(e.Numero)
		if !f.Si(q == nil || q.Area == "" || c.Actor.Rol != "" && c.Actor.Organo != q.Area, ReglaRequerimiento, "body.numero") {
			f.Si(len(q.Informes) >= maxElementos, ReglaDemasiadas, "body")
		}
	},
	Fijar: func(r Queja, e *InformeDe, _ *tramite.Contexto) {
		if q := r.requerimiento(e.Numero); q != nil {
			e.Organo = q.Area
		}
	},
	Aplicar: func(r *Queja, e InformeDe, s tramite.Suceso) {
		r.Requerimientos = slices.Clone(r.Requerimientos)
		if q := r.requerimiento(e.Numero); q != nil {
			e.Autoria = s.Autoria()
			q.Informes = append(slices.Clone(q.Informes), e)
		}
	},
	Ejemplo: InformeDe{Numero: 1, Texto: "La persona fue valorada a las dos horas.", Oficio: "HGR46/0456/2026"},
}

// Contestar answers a requirement of the body.
var Contestar = tramite.Acto[Queja, Contestacion]{
	Nombre: "contestar", Titulo: "Contestar un requerimiento",
	Descripcion: "Contesta a la instancia lo que pidió; deja dicho si fue en término. Contestar tarde sigue siendo posible.",
	De:          tramite.Desde(Requerida), A: anteInstancia, Facultades: canaliza, Alcance: doe.Nacional, Firma: true, Elegir: enAnte[Contestacion],
	Validar: func(r Queja, e Contestacion, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(r.requerimiento(e.Numero) == nil, ReglaRequerimiento, "body.numero")
	},
	Fijar: func(r Queja, e *Contestacion, c *tramite.Contexto) {
		e.Tarde = r.vencido(PlazoRequerimiento, numerado(PlazoRequerimiento, e.Numero), c)
	},
	Aplicar: func(r *Queja, e Contestacion, s tramite.Suceso) {
		r.Requerimientos = slices.Clone(r.Requerimientos)
		if q := r.requerimiento(e.Numero); q != nil {
			e.Autoria = s.Autoria()
			q.Respuesta = &e
		}
	},
	Ejemplo: Contestacion{Numero: 1, Texto: "Se rinde el informe y se acompaña el expediente clínico.", Oficio: "CAOOD14/0210/2026"},
}

// numerado is the key of one of several clocks.
func numerado(nombre string, n int) string { return fmt.Sprintf("%s-%d", nombre, n) }

// Ampliar leaves on record that the body extended a term.
var Ampliar = tramite.Acto[Queja, Ampliacion]{
	Nombre: "ampliar", Titulo: "Ampliar un plazo",
	Descripcion: "La instancia amplía, una vez y antes de que venza, el plazo para resolver o el de la etapa que corre, donde la vía lo permite; la fecha ya comunicada se conserva.",
	De:          tramite.Desde(Remitida, EnTramite, Requerida), Facultades: captura, Alcance: doe.Nacional, Contrapartes: deLaInstancia,
	Validar: func(r Queja, e Ampliacion, c *tramite.Contexto, f *falla.Fallas) {
		soloInstancia(r, c, f)
		entre(e.Fecha, r.remitida(), c, f, "body.fecha")
		nombre, clave := PlazoResolucion, PlazoResolucion
		if e.Etapa != "" {
			nombre, clave = PlazoEtapa, string(e.Etapa)
		}
		k, corre := r.reloj(nombre, clave)
		t, _ := TerminoDe(r.Via, nombre, e.Etapa, k.Desde)
		if f.Si(!corre || r.ampliado(e.Etapa) > 0 || e.Cuanto > t.Prorroga, ReglaAmpliacion, "body.cuanto", t.Prorroga) {
			return
		}
		v, _ := k.Vence(c.Calendarios, string(r.OOAD.Organo()))
		f.Si(e.Fecha.After(v), ReglaAmpliacionTardia, "body.fecha")
	},
	Aplicar: func(r *Queja, e Ampliacion, s tramite.Suceso) {
		e.Autoria = s.Autoria()
		r.Ampliaciones = append(r.Ampliaciones, e)
	},
	Ejemplo: Ampliacion{Cuanto: 10, Oficio: "UT/0456/2026", Motivo: "La búsqueda abarca tres unidades.", Fecha: fecha.MustParse("2026-03-02")},
}

// Opinar leaves on record an opinion or a technical report.
var Opinar = tramite.Acto[Queja, Opinion]{
	Nombre: "registrar-opinion", Titulo: "Registrar una opinión",
	Descripcion: "Deja constancia de una opinión o un dictamen que la instancia tomará en cuenta, donde la vía los tiene.",
	De:          enInstancia, Facultades: captura, Alcance: doe.Nacional, Contrapartes: deLaInstancia,
	Validar: func(r Queja, e Opinion, c *tramite.Contexto, f *falla.Fallas) {
		soloInstancia(r, c, f)
		f.Si(!r.def().Opina, ReglaSinOpinion, "body")
		organo(e.Organo, ReglaArea, c, f, "body.organo")
		entre(e.Fecha, r.remitida(), c, f, "body.fecha")
		f.Si(len(r.Opiniones) >= maxElementos, ReglaDemasiadas, "body")
	},
	Aplicar: func(r *Queja, e Opinion, s tramite.Suceso) {
		e.Autoria = s.Autoria()
		r.Opiniones = append(r.Opiniones, e)
	},
	Ejemplo: Opinion{Organo: "dn-prestaciones-medicas", Fecha: fecha.MustParse("2026-03-02"), Oficio: "DPM/0777/2026", Texto: "La atención no siguió la guía clínica.", Favorece: true},
}

// Conciliar leaves on record a hearing before the body.
var Conciliar = tramite.Acto[Queja, Celebrada]{
	Nombre: "registrar-conciliacion", Titulo: "Registrar una conciliación",
	Descripcion: "Deja constancia de una audiencia de conciliación y de lo que resultó, donde la vía la tiene.",
	De:          enInstancia, Facultades: captura, Alcance: doe.Nacional, Contrapartes: deLaInstancia,
	Validar: func(r Queja, e Celebrada, c *tramite.Contexto, f *falla.Fallas) {
		soloInstancia(r, c, f)
		f.Si(!r.def().Concilia, ReglaSinConciliacion, "body")
		entre(e.Fecha, r.remitida(), c, f, "body.fecha")
		f.Si((e.Resultado == ConConvenio) != (e.Acuerdos != ""), ReglaAudiencia, "body.acuerdos")
		f.Si((e.Resultado == Diferida) != !e.Siguiente.IsZero() || !e.Siguiente.IsZero() && !e.Siguiente.After(e.Fecha), ReglaAudiencia, "body.siguiente")
		f.Si(len(r.Audiencias) >= maxElementos, ReglaDemasiadas, "body")
	},
	Aplicar: func(r *Queja, e Celebrada, s tramite.Suceso) {
		e.Autoria = s.Autoria()
		r.Audiencias = append(r.Audiencias, e)
	},
	Ejemplo: Celebrada{Fecha: fecha.MustParse("2026-03-02"), Resultado: ConConvenio, Acuerdos: "Cita con especialidad en diez días."},
}

// convenida says whether some hearing ended in agreement.
func (q Queja) convenida() bool {
	return slices.ContainsFunc(q.Audiencias, func(a Celebrada) bool { return a.Resultado == ConConvenio })
}

// Resolver leaves on record what the body decided.
var Resolver = tramite.Acto[Queja, Decision]{
	Nombre: "resolver", Titulo: "Resolver",
	Descripcion: "La instancia resuelve en uno de los sentidos de la vía, con los puntos que el Instituto debe cumplir. De fondo sólo desde la etapa de la vía en que se resuelve.",
	De:          tramite.Desde(Remitida, EnTramite, Requerida), A: tramite.Hacia(Resuelta), Facultades: captura, Alcance: doe.Nacional, Contrapartes: deLaInstancia,
	Validar: validarDecision,
	Fijar: func(_ Queja, e *Decision, _ *tramite.Contexto) {
		e.Puntos = slices.Clone(e.Puntos)
		for i := range e.Puntos {
			e.Puntos[i].Clave, e.Puntos[i].Cumplimiento = fmt.Sprintf("P%d", i+1), nil
		}
	},
	Aplicar: func(r *Queja, e Decision, s tramite.Suceso) {
		e.Autoria = s.Autoria()
		r.Decision = &e
		r.caducar(s.Dia)
	},
	Ejemplo: Decision{Sentido: NoAdmitida, Fecha: fecha.MustParse("2026-03-02"), Oficio: "UDH/0912/2026", Resumen: "No se acreditó la competencia de la instancia."},
}

func validarDecision(r Queja, e Decision, c *tramite.Contexto, f *falla.Fallas) {
	v := r.def()
	soloInstancia(r, c, f)
	entre(e.Fecha, r.ultimo(), c, f, "body.fecha")
	if !f.Si(!slices.Contains(v.Sentidos, e.Sentido), ReglaSentido, "body.sentido") && !slices.Contains(tempranos, e.Sentido) {
		f.Si(v.lugar(r.Etapa) < v.lugar(v.Decide), ReglaProntoParaResolver, "body.sentido")
	}
	f.Si(e.Sentido == Conciliada && !r.convenida(), ReglaSinConvenio, "body.sentido")
	exige := e.Sentido == Recomendacion || e.Sentido == Conciliada
	f.Si(exige && len(e.Puntos) == 0 || !e.Sentido.Obliga() && len(e.Puntos) > 0, ReglaPuntos, "body.puntos")
	for i, p := range e.Puntos {
		organo(p.Responsable, ReglaPunto, c, f, fmt.Sprintf("body.puntos[%d].responsable", i))
		f.Si(!p.Vence.IsZero() && !p.Vence.After(e.Fecha), ReglaPunto, fmt.Sprintf("body.puntos[%d].vence", i))
	}
}
