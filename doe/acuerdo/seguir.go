package acuerdo

import (
	"fmt"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// The facultades of an agreement. Who is in charge fulfils it: no function
// says so, and the agreement names who it is.
var (
	cumple   = doe.Alguna("doe.acuerdos:atender")
	sigue    = doe.Alguna("doe.acuerdos:seguir", "doe.acuerdos:supervisar")
	resuelve = doe.Alguna("doe.acuerdos:coordinar", "doe.acuerdos:acordar", "doe.acuerdos:supervisar")
	partes   = contrapartes("doe-7.1/14", doe.Evaluado, doe.Normativo, doe.Area, doe.Federal, doe.DireccionGeneral)
	// enLinea are whose lines count for following: who keeps it and, when
	// organs are party, the division that follows those.
	enLinea = []string{"guarda", "seguimiento"}
)

// Reporte is the input of [Reportar].
type Reporte struct {
	Avance      tramite.Centesimas `json:"avance" doc:"Avance acumulado, en por ciento; con el cien se entrega" example:"50"`
	Nota        string             `json:"nota,omitempty" validate:"omitempty,max=2000" doc:"Qué se hizo" example:"Se redistribuyó en cuatro de ocho unidades."`
	Impedimento string             `json:"impedimento,omitempty" validate:"omitempty,max=2000" doc:"Qué lo detiene, si algo"`
	Evidencias  []Prueba           `json:"evidencias,omitempty" validate:"omitempty,max=20,dive" doc:"Evidencia del avance, con el periodo que prueba"`
}

// Reportar tells the progress of an agreement; one hundred per cent delivers
// it.
var Reportar = tramite.Acto[Acuerdo, Reporte]{
	Nombre: "reportar-avance", Titulo: "Reportar avance",
	Descripcion: "Quien lo tiene a cargo informa el avance acumulado, con evidencia y el periodo que prueba; con el cien por ciento lo entrega a verificación.",
	De:          tramite.Desde(EnCurso, Estancado), A: tramite.Hacia(EnCurso, Estancado, Entregado),
	Facultades: cumple, Papeles: []string{"a_cargo"}, Contrapartes: partes,
	Elegir: func(r Acuerdo, _ Reporte) tramite.Estado {
		if r.Avance == tramite.Entero {
			return Entregado
		}
		return r.Estado
	},
	Validar: func(r Acuerdo, e Reporte, c *tramite.Contexto, f *falla.Fallas) {
		validarCumple(r, c, f)
		f.Si(e.Avance < r.Avance && e.Nota == "" || e.Avance == tramite.Entero && len(e.Evidencias) == 0 && !r.conEvidencia(), ReglaAvance, "body.avance")
		for i, p := range e.Evidencias {
			mal := p.PeriodoHasta.Before(p.PeriodoDesde) || p.PeriodoHasta.After(c.Hoy()) || p.PeriodoHasta.Before(r.Creado.Dia())
			f.Si(mal, ReglaPeriodo, fmt.Sprintf("body.evidencias[%d].periodo_hasta", i))
		}
	},
	Aplicar: func(r *Acuerdo, e Reporte, s tramite.Suceso) {
		i := Informe{Avance: e.Avance, Nota: e.Nota, Impedimento: e.Impedimento, Autoria: autoria(s)}
		for _, p := range e.Evidencias {
			v := Evidencia{Clave: claveDe("E", len(r.Evidencias)), Prueba: p, Estado: PorDecidir}
			r.Evidencias, i.Evidencias = append(r.Evidencias, v), append(i.Evidencias, v.Clave)
		}
		r.Informes, r.Avance = append(r.Informes, i), e.Avance
	},
	Ejemplo: Reporte{Avance: 5000, Nota: "Se redistribuyó en cuatro de ocho unidades.", Evidencias: []Prueba{{
		Nombre: "inventario.pdf", SHA256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
		PeriodoDesde: fecha.MustParse("2026-03-02"), PeriodoHasta: fecha.MustParse("2026-03-02"),
	}}},
}

// validarCumple checks that a counterpart is the one in charge: the others
// only follow.
func validarCumple(r Acuerdo, c *tramite.Contexto, f *falla.Fallas) {
	f.Si(c.Actor.Rol != "" && c.Actor.Organo != r.ACargo.Organo, ReglaAjeno, "body")
}

// conEvidencia says whether some evidence was not rejected.
func (a Acuerdo) conEvidencia() bool {
	return slices.ContainsFunc(a.Evidencias, func(e Evidencia) bool { return e.Estado != Rechazada })
}

// Comprobacion is the input of [Verificar].
type Comprobacion struct {
	Verificado tramite.Centesimas `json:"verificado" doc:"Avance que se da por verificado, en por ciento" example:"50"`
	Evidencias []Fallo            `json:"evidencias,omitempty" validate:"omitempty,max=100,dive" doc:"Qué se decide de cada evidencia por decidir"`
	Nota       string             `json:"nota,omitempty" validate:"omitempty,max=2000" doc:"Por qué; obligatoria si lo verificado baja"`
}

// Fallo decides on a piece of evidence.
type Fallo struct {
	Evidencia string          `json:"evidencia" validate:"required,max=20" doc:"Clave de la evidencia" example:"E1"`
	Resultado EstadoEvidencia `json:"resultado" validate:"required,oneof=aceptada rechazada" doc:"Si prueba lo que dice" example:"aceptada"`
	Motivo    string          `json:"motivo,omitempty" validate:"required_if=Resultado rechazada,max=1000" doc:"Por qué se rechaza"`
}

// Verificar decides the evidence and the progress of the last report. One
// hundred per cent verified is fulfilled.
var Verificar = tramite.Acto[Acuerdo, Comprobacion]{
	Nombre: "verificar", Titulo: "Verificar",
	Descripcion: "Quien da seguimiento decide la evidencia y el avance que da por verificado; con el cien por ciento el acuerdo queda cumplido y con menos sigue en curso.",
	De:          tramite.Desde(EnCurso, Entregado, Estancado), A: tramite.Hacia(EnCurso, Estancado, Cumplido),
	Facultades: sigue, Alcance: doe.Linea, Papeles: enLinea,
	Elegir: func(r Acuerdo, _ Comprobacion) tramite.Estado {
		switch {
		case r.Verificado == tramite.Entero:
			return Cumplido
		case r.Estado == Entregado:
			return EnCurso
		}
		return r.Estado
	},
	Validar: validarComprobacion,
	Aplicar: func(r *Acuerdo, e Comprobacion, s tramite.Suceso) {
		for _, x := range e.Evidencias {
			for i := range r.Evidencias {
				if r.Evidencias[i].Clave == x.Evidencia {
					r.Evidencias[i].Estado, r.Evidencias[i].Motivo = x.Resultado, x.Motivo
				}
			}
		}
		for i := range r.Informes {
			r.Informes[i].Verificado = true
		}
		r.Verificado = e.Verificado
		if e.Verificado == tramite.Entero {
			r.Desenlace = r.cumplimiento(e.Nota, s)
		}
	},
	Ejemplo: Comprobacion{Verificado: 5000, Evidencias: []Fallo{{Evidencia: "E1", Resultado: Aceptada}}},
}

func validarComprobacion(r Acuerdo, e Comprobacion, _ *tramite.Contexto, f *falla.Fallas) {
	faltan, aceptadas := r.porDecidir(), 0
	for i, x := range e.Evidencias {
		j := slices.Index(faltan, x.Evidencia)
		if f.Si(j < 0, ReglaPorDecidir, fmt.Sprintf("body.evidencias[%d].evidencia", i)) {
			continue
		}
		faltan = slices.Delete(faltan, j, j+1)
		if x.Resultado == Aceptada {
			aceptadas++
		}
	}
	f.Si(len(faltan) > 0, ReglaPorDecidir, "body.evidencias")
	ya := slices.ContainsFunc(r.Evidencias, func(v Evidencia) bool { return v.Estado == Aceptada })
	mal := e.Verificado > r.Avance || e.Verificado < r.Verificado && e.Nota == "" || e.Verificado == tramite.Entero && aceptadas == 0 && !ya
	f.Si(mal, ReglaVerificado, "body.verificado")
}

// PedirProrroga asks for more time.
var PedirProrroga = tramite.Acto[Acuerdo, Prorroga]{
	Nombre: "pedir-prorroga", Titulo: "Pedir prórroga",
	Descripcion: "Quien lo tiene a cargo pide más tiempo antes de que venza.",
	De:          tramite.Desde(EnCurso, Estancado), Facultades: cumple, Papeles: []string{"a_cargo"}, Contrapartes: partes,
	Validar: func(r Acuerdo, e Prorroga, c *tramite.Contexto, f *falla.Fallas) {
		validarCumple(r, c, f)
		f.Si(c.Hoy().After(r.Compromiso) || !e.Hasta.After(r.Compromiso) || r.pendiente() >= 0 || r.concedidas() >= MaxProrrogas, ReglaProrroga, "body.hasta")
		f.Si(c.Hoy().Dias(e.Hasta) > 1096, ReglaCompromiso, "body.hasta")
	},
	Fijar: func(_ Acuerdo, e *Prorroga, _ *tramite.Contexto) {
		e.Resuelta, e.Concedida, e.Resolucion = fecha.Fecha{}, fecha.Fecha{}, ""
	},
	Aplicar: func(r *Acuerdo, e Prorroga, s tramite.Suceso) {
		e.Autoria = autoria(s)
		r.Prorrogas = append(r.Prorrogas, e)
	},
	Ejemplo: Prorroga{Hasta: fecha.MustParse("2026-05-15"), Motivo: "El proveedor entrega hasta la primera semana de mayo."},
}

// Resolucion is the input of [ResolverProrroga].
type Resolucion struct {
	// Concede is the date given; none denies it.
	Concede fecha.Fecha `json:"concede,omitzero" doc:"Fecha que se concede; sin ella se niega" example:"2026-05-15"`
	Motivo  string      `json:"motivo" validate:"required,min=5,max=1000" doc:"Motivo" example:"La causa es ajena al OOAD."`
}

// ResolverProrroga grants or denies more time; the first date is kept.
var ResolverProrroga = tramite.Acto[Acuerdo, Resolucion]{
	Nombre: "resolver-prorroga", Titulo: "Resolver prórroga",
	Descripcion: "Concede o niega la prórroga pedida; la primera fecha se conserva.",
	De:          tramite.Desde(EnCurso, Estancado), Facultades: resuelve, Alcance: doe.Linea, Papeles: enLinea,
	Validar: func(r Acuerdo, e Resolucion, _ *tramite.Contexto, f *falla.Fallas) {
		i := r.pendiente()
		if f.Si(i < 0, ReglaSinProrroga, "body") || e.Concede.IsZero() {
			return
		}
		f.Si(!e.Concede.After(r.Compromiso) || e.Concede.After(r.Prorrogas[i].Hasta), ReglaConcedida, "body.concede")
	},
	Aplicar: func(r *Acuerdo, e Resolucion, s tramite.Suceso) {
		if i := r.pendiente(); i >= 0 {
			p := &r.Prorrogas[i]
			p.Resuelta, p.Concedida, p.Resolucion = s.Dia, e.Concede, e.Motivo
			if !e.Concede.IsZero() {
				r.Compromiso = e.Concede
			}
		}
	},
	Ejemplo: Resolucion{Concede: fecha.MustParse("2026-05-15"), Motivo: "La causa es ajena al OOAD."},
}

// AnalizarAcuerdo adds a note of areas of opportunity.
var AnalizarAcuerdo = tramite.Acto[Acuerdo, Analisis]{
	Nombre: "analizar", Titulo: "Analizar",
	Descripcion: "Agrega una nota sobre lo que el acuerdo muestra que puede mejorar.",
	De:          tramite.Desde(EnCurso, Entregado, Estancado, Cumplido, Incumplido), Facultades: doe.Alguna("doe.acuerdos:analizar"), Alcance: doe.Linea, Papeles: enLinea,
	Aplicar: func(r *Acuerdo, e Analisis, s tramite.Suceso) {
		e.Autoria = autoria(s)
		r.Analisis = append(r.Analisis, e)
	},
	Ejemplo: Analisis{Texto: "El desabasto se concentra en tres unidades; conviene revisar su calendario de entrega."},
}

// Corte is the input of [Difundir].
type Corte struct {
	Destinatarios []string `json:"destinatarios" validate:"required,min=1,max=30,unique,dive,required,max=60" doc:"Partes del acuerdo a las que se difunde: claves de órganos y unidades" example:"[\"ooad-14\"]"`
	Nota          string   `json:"nota,omitempty" validate:"omitempty,max=1000" doc:"Comentario" example:"Corte de marzo."`
	// Corte, Estado, Avance and Verificado are how it stood.
	Corte      fecha.Fecha        `json:"corte,omitzero" hecho:"true" doc:"Día del corte"`
	Estado     tramite.Estado     `json:"estado,omitempty" hecho:"true" doc:"Cómo estaba"`
	Avance     tramite.Centesimas `json:"avance,omitzero" hecho:"true" doc:"Avance informado"`
	Verificado tramite.Centesimas `json:"verificado,omitzero" hecho:"true" doc:"Avance verificado"`
}

// Difundir publishes how an agreement stands among its parties.
var Difundir = tramite.Acto[Acuerdo, Corte]{
	Nombre: "difundir", Titulo: "Difundir el avance",
	Descripcion: "Difunde entre las partes el avance y el cumplimiento a la fecha; queda el corte con sus destinatarios.",
	De:          tramite.Desde(EnCurso, Entregado, Estancado, Cumplido, Incumplido),
	Facultades:  doe.Alguna("doe.acuerdos:difundir", "doe.acuerdos:informar"), Alcance: doe.Linea, Papeles: enLinea,
	Validar: func(r Acuerdo, e Corte, _ *tramite.Contexto, f *falla.Fallas) {
		for i, k := range e.Destinatarios {
			parte := slices.ContainsFunc(r.Interesados, func(x Interesado) bool { return string(x.Organo) == k })
			f.Si(!parte && k != r.ACargo.Clave() && k != string(r.Unidad) && k != string(r.Superior), ReglaDestinatario, fmt.Sprintf("body.destinatarios[%d]", i))
		}
	},
	Fijar: func(r Acuerdo, e *Corte, c *tramite.Contexto) {
		e.Corte, e.Estado, e.Avance, e.Verificado = c.Hoy(), r.Estado, r.Avance, r.Verificado
	},
	Aplicar: func(r *Acuerdo, e Corte, s tramite.Suceso) {
		r.Difusiones = append(r.Difusiones, Difusion{Destinatarios: e.Destinatarios, Nota: e.Nota, Corte: e.Corte, Estado: e.Estado, Avance: e.Avance, Verificado: e.Verificado, Autoria: autoria(s)})
	},
	Ejemplo: Corte{Destinatarios: []string{"ooad-14"}, Nota: "Corte de marzo."},
}
