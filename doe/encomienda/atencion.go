package encomienda

import (
	"fmt"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Aceptar takes a task on, on the strength of the unit's residual function.
var Aceptar = tramite.Acto[Encomienda, Aceptacion]{
	Nombre: "aceptar", Titulo: "Aceptar",
	Descripcion: "La unidad acepta el encargo con apoyo en su función residual; desde entonces puede ejercer la facultad que se le hubiera encargado.",
	De:          tramite.Desde(Encargada), A: tramite.Hacia(Aceptada), Facultades: atiende, Firma: true,
	Aplicar: func(r *Encomienda, e Aceptacion, s tramite.Suceso) {
		e.Autoria = autoria(s)
		r.Aceptacion = &e
	},
	Ejemplo: Aceptacion{Nota: "Se atenderá con el personal de la división."},
}

// Rechazar refuses a task, with a ground.
var Rechazar = tramite.Acto[Encomienda, Rechazo]{
	Nombre: "rechazar", Titulo: "Rechazar",
	Descripcion: "La unidad rechaza el encargo con una causal del catálogo; quien encargó insiste, reasigna o cancela.",
	De:          tramite.Desde(Encargada), A: tramite.Hacia(Rechazada), Facultades: atiende, Firma: true, Causales: tramite.Causales(causales),
	Validar: func(r Encomienda, e Rechazo, c *tramite.Contexto, f *falla.Fallas) {
		superior, _ := c.Catalogo.Superior(r.Unidad)
		f.Si(e.Causal == FueraDeLinea && (r.De == superior || r.Mandante != ""), ReglaEnLinea, "body.causal")
		_, hay := c.Catalogo.Unidad(e.CorrespondeA)
		f.Si((e.Causal == CorrespondeAOtra) != (e.CorrespondeA != "") || e.CorrespondeA != "" && (!hay || e.CorrespondeA == r.Unidad), ReglaCorresponde, "body.corresponde_a")
	},
	Aplicar: func(r *Encomienda, e Rechazo, s tramite.Suceso) {
		e.Autoria = autoria(s)
		r.Rechazos = append(r.Rechazos, e)
	},
	Ejemplo: Rechazo{Causal: CorrespondeAOtra, Motivo: "El padrón de módulos lo lleva la otra división.", CorrespondeA: "doe-7.1.3.1.2"},
}

// Reportar tells the progress of a task.
var Reportar = tramite.Acto[Encomienda, Avance]{
	Nombre: "reportar-avance", Titulo: "Reportar avance",
	Descripcion: "Informa el avance acumulado, con su evidencia; el cien por ciento se informa con la entrega.",
	De:          tramite.Desde(Aceptada, Devuelta), Facultades: informa,
	Validar: func(r Encomienda, e Avance, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(e.Avance < r.AvanceActual() && e.Nota == "" || e.Avance >= tramite.Entero, ReglaAvance, "body.avance")
		validarEvidencias(r, e.Evidencias, c, f)
	},
	Aplicar: func(r *Encomienda, e Avance, s tramite.Suceso) {
		e.Autoria = autoria(s)
		r.Avances = append(r.Avances, e)
	},
	Ejemplo: Avance{Avance: 4000, Nota: "Se visitaron cuatro de diez módulos."},
}

func validarEvidencias(r Encomienda, es []Evidencia, c *tramite.Contexto, f *falla.Fallas) {
	for i, v := range es {
		mal := v.PeriodoHasta.Before(v.PeriodoDesde) || v.PeriodoHasta.After(c.Hoy()) || v.PeriodoHasta.Before(r.Creado.Dia())
		f.Si(mal, ReglaPeriodo, fmt.Sprintf("body.evidencias[%d].periodo_hasta", i))
	}
}

// Entregar hands over what was asked for.
var Entregar = tramite.Acto[Encomienda, Entrega]{
	Nombre: "entregar", Titulo: "Entregar",
	Descripcion: "Entrega lo encargado, con su evidencia y el periodo que prueba; quien encargó lo da por concluido o lo devuelve.",
	De:          tramite.Desde(Aceptada, Devuelta), A: tramite.Hacia(Entregada), Facultades: atiende, Firma: true,
	Validar: func(r Encomienda, e Entrega, c *tramite.Contexto, f *falla.Fallas) {
		validarEvidencias(r, e.Evidencias, c, f)
	},
	Fijar: func(r Encomienda, e *Entrega, c *tramite.Contexto) {
		e.Tarde, e.Observaciones = max(r.Compromiso.Dias(c.Hoy()), 0), nil
	},
	Aplicar: func(r *Encomienda, e Entrega, s tramite.Suceso) {
		e.Autoria = autoria(s)
		r.Entregas = append(r.Entregas, e)
	},
	Ejemplo: Entrega{Texto: "Diagnóstico de los diez módulos con sus recomendaciones.", Evidencias: []Evidencia{{
		Nombre: "diagnostico.pdf", SHA256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
		PeriodoDesde: fecha.MustParse("2026-03-02"), PeriodoHasta: fecha.MustParse("2026-03-02"),
	}}},
}

// PedirProrroga asks for more time.
var PedirProrroga = tramite.Acto[Encomienda, Prorroga]{
	Nombre: "pedir-prorroga", Titulo: "Pedir prórroga",
	Descripcion: "Pide más tiempo antes de que venza la fecha de entrega.",
	De:          tramite.Desde(Aceptada, Devuelta), Facultades: atiende, Firma: true,
	Validar: func(r Encomienda, e Prorroga, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(c.Hoy().After(r.Compromiso) || !e.Hasta.After(r.Compromiso) || r.pendiente() >= 0, ReglaProrroga, "body.hasta")
		validarCompromiso(e.Hasta, c, f, "body.hasta")
	},
	Fijar: func(_ Encomienda, e *Prorroga, _ *tramite.Contexto) {
		e.Resuelta, e.Concedida, e.Resolucion = fecha.Fecha{}, fecha.Fecha{}, ""
	},
	Aplicar: func(r *Encomienda, e Prorroga, s tramite.Suceso) {
		e.Autoria = autoria(s)
		r.Prorrogas = append(r.Prorrogas, e)
	},
	Ejemplo: Prorroga{Hasta: fecha.MustParse("2026-04-15"), Motivo: "Dos módulos cerraron por obra y no se pudieron visitar."},
}

// Resolucion is the input of [ResolverProrroga].
type Resolucion struct {
	// Concede is the date given; none denies it.
	Concede fecha.Fecha `json:"concede,omitzero" doc:"Fecha que se concede; sin ella se niega" example:"2026-04-15"`
	Motivo  string      `json:"motivo" validate:"required,min=5,max=1000" doc:"Motivo" example:"La causa es ajena a la unidad."`
}

// ResolverProrroga grants or denies more time. The first date is kept.
var ResolverProrroga = tramite.Acto[Encomienda, Resolucion]{
	Nombre: "resolver-prorroga", Titulo: "Resolver prórroga",
	Descripcion: "Concede o niega la prórroga pedida; la primera fecha de entrega se conserva.",
	De:          tramite.Desde(Aceptada, Devuelta), Facultades: asigna, Contrapartes: mandante,
	Validar: func(r Encomienda, e Resolucion, c *tramite.Contexto, f *falla.Fallas) {
		i := r.pendiente()
		if f.Si(i < 0, ReglaSinProrroga, "body") || e.Concede.IsZero() {
			return
		}
		f.Si(!e.Concede.After(r.Compromiso) || e.Concede.After(r.Prorrogas[i].Hasta), ReglaConcedida, "body.concede")
	},
	Aplicar: func(r *Encomienda, e Resolucion, s tramite.Suceso) {
		i := r.pendiente()
		if i < 0 {
			return
		}
		p := &r.Prorrogas[i]
		p.Resuelta, p.Concedida, p.Resolucion = s.Dia, e.Concede, e.Motivo
		if !e.Concede.IsZero() {
			r.Compromiso = e.Concede
		}
	},
	Ejemplo: Resolucion{Concede: fecha.MustParse("2026-04-15"), Motivo: "La causa es ajena a la unidad."},
}

// Indicar leaves on record what the superior says of the progress.
var Indicar = tramite.Acto[Encomienda, Indicacion]{
	Nombre: "indicar", Titulo: "Dar indicaciones",
	Descripcion: "Quien encargó revisa el avance y deja sus indicaciones.",
	De:          tramite.Desde(Aceptada, Devuelta), Facultades: sigue, Contrapartes: mandante,
	Aplicar: func(r *Encomienda, e Indicacion, s tramite.Suceso) {
		e.Autoria = autoria(s)
		r.Indicaciones = append(r.Indicaciones, e)
	},
	Ejemplo: Indicacion{Texto: "Dé prioridad a los módulos con más quejas."},
}

// Devolucion is the input of [Devolver].
type Devolucion struct {
	Observaciones []string `json:"observaciones" validate:"required,min=1,max=20,unique,dive,required,max=1000" doc:"Qué falta o debe corregirse" example:"[\"Faltan dos módulos\"]"`
	// Compromiso is the date for correcting, when it moves.
	Compromiso fecha.Fecha `json:"compromiso,omitzero" doc:"Fecha nueva de entrega, si cambia" example:"2026-04-15"`
}

// Devolver returns a delivery with observations.
var Devolver = tramite.Acto[Encomienda, Devolucion]{
	Nombre: "devolver", Titulo: "Devolver la entrega",
	Descripcion: "Devuelve la entrega con observaciones y, si hace falta, con otra fecha; la primera se conserva.",
	De:          tramite.Desde(Entregada), A: tramite.Hacia(Devuelta), Facultades: da, Contrapartes: mandante,
	Validar: func(_ Encomienda, e Devolucion, c *tramite.Contexto, f *falla.Fallas) {
		if !e.Compromiso.IsZero() {
			validarCompromiso(e.Compromiso, c, f, "body.compromiso")
		}
	},
	Aplicar: func(r *Encomienda, e Devolucion, _ tramite.Suceso) {
		r.Entregas[len(r.Entregas)-1].Observaciones = e.Observaciones
		if !e.Compromiso.IsZero() {
			r.Compromiso = e.Compromiso
		}
	},
	Ejemplo: Devolucion{Observaciones: []string{"Faltan dos módulos"}, Compromiso: fecha.MustParse("2026-04-15")},
}

// Concluir gives the conformity of who assigned.
var Concluir = tramite.Acto[Encomienda, Conclusion]{
	Nombre: "concluir", Titulo: "Dar por concluida",
	Descripcion: "Quien encargó da por concluida la encomienda, conforme o con reservas; termina también la facultad que se hubiera encargado.",
	De:          tramite.Desde(Entregada), A: tramite.Hacia(Concluida), Facultades: da, Contrapartes: mandante, Firma: true,
	Validar: func(_ Encomienda, e Conclusion, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(e.Resultado == ConReservas && e.Nota == "", ReglaReserva, "body.nota")
	},
	Aplicar: func(r *Encomienda, e Conclusion, s tramite.Suceso) {
		e.Autoria = autoria(s)
		r.Conclusion = &e
	},
	Ejemplo: Conclusion{Resultado: Conforme},
}

// Escalar warns of a lapse, a step higher in the line each time. The clock
// does it.
var Escalar = tramite.Acto[Encomienda, Escalamiento]{
	Nombre: "escalar", Titulo: "Escalar", Interno: true,
	Descripcion: "El reloj avisa del vencimiento a quien encargó y, mientras siga, cada vez a un superior más alto de la línea.",
	De:          tramite.DesdeCategoria(tramite.Abierta), Contrapartes: []tramite.Contraparte{{Rol: doe.Sistema}},
	Fijar: func(r Encomienda, e *Escalamiento, c *tramite.Contexto) {
		ruta, n := rutaDeAviso(r, c), 0
		for _, x := range r.Escalamientos {
			if x.Plazo == e.Plazo {
				n++
			}
		}
		if len(ruta) > 0 {
			n = min(n, len(ruta)-1)
			e.Unidad, e.Organo = ruta[n].Unidad, ruta[n].Organo
		}
		e.Nivel = n + 1
	},
	Aplicar: func(r *Encomienda, e Escalamiento, s tramite.Suceso) {
		e.Dia = s.Dia
		r.Escalamientos = append(r.Escalamientos, e)
	},
	Ejemplo: Escalamiento{Plazo: PlazoEntrega},
}

// Adjuntar adds a file to a task.
var Adjuntar = tramite.Adjuntar[Encomienda](tramite.Base{
	De: tramite.DesdeCategoria(tramite.Abierta), Facultades: doe.Alguna("doe.encomiendas:atender", "doe.encomiendas:coordinar"), Contrapartes: mandante,
})
