package acuerdo

import (
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Estancar declares an agreement stalled.
var Estancar = tramite.Acto[Acuerdo, Estancamiento]{
	Nombre: "declarar-estancamiento", Titulo: "Declarar estancamiento",
	Descripcion: "Quien da seguimiento declara que el acuerdo no avanza, con la causa, para que se proponga una solución.",
	De:          tramite.Desde(EnCurso), A: tramite.Hacia(Estancado),
	Facultades: doe.Alguna("doe.acuerdos:analizar", "doe.acuerdos:seguir", "doe.acuerdos:supervisar"), Alcance: doe.Linea, Papeles: enLinea,
	Fijar: func(_ Acuerdo, e *Estancamiento, _ *tramite.Contexto) {
		e.Soluciones, e.Resuelto = nil, fecha.Fecha{}
	},
	Aplicar: func(r *Acuerdo, e Estancamiento, s tramite.Suceso) {
		e.Autoria = autoria(s)
		r.Estancamientos = append(r.Estancamientos, e)
	},
	Ejemplo: Estancamiento{Causa: DependeDeOtro, Descripcion: "Falta que Administración libere el pedido."},
}

// vivo is the stall in force.
func (a *Acuerdo) vivo() *Estancamiento {
	if n := len(a.Estancamientos); n > 0 {
		return &a.Estancamientos[n-1]
	}
	return &Estancamiento{}
}

// ProponerSolucion proposes how to get a stalled agreement going.
var ProponerSolucion = tramite.Acto[Acuerdo, Solucion]{
	Nombre: "proponer-solucion", Titulo: "Proponer solución",
	Descripcion: "Propone cómo sacar adelante un acuerdo estancado y, si hace falta, otra fecha.",
	De:          tramite.Desde(Estancado), Facultades: doe.Alguna("doe.acuerdos:proponer"), Alcance: doe.Linea, Papeles: enLinea,
	Validar: func(r Acuerdo, e Solucion, c *tramite.Contexto, f *falla.Fallas) {
		if !e.Compromiso.IsZero() {
			f.Si(!e.Compromiso.After(r.Compromiso) || !e.Compromiso.After(c.Hoy()), ReglaSolucionFecha, "body.compromiso")
			f.Si(c.Hoy().Dias(e.Compromiso) > 1096, ReglaCompromiso, "body.compromiso")
		}
	},
	Fijar: func(r Acuerdo, e *Solucion, _ *tramite.Contexto) {
		e.Clave, e.Decidida, e.Acepta, e.Decision = claveDe("S", len(r.vivo().Soluciones)), fecha.Fecha{}, false, ""
	},
	Aplicar: func(r *Acuerdo, e Solucion, s tramite.Suceso) {
		e.Autoria = autoria(s)
		v := r.vivo()
		v.Soluciones = append(v.Soluciones, e)
	},
	Ejemplo: Solucion{Texto: "Que Administración libere el pedido por lotes, el primero esta semana.", Compromiso: fecha.MustParse("2026-05-15")},
}

// Decision is the input of [DecidirSolucion].
type Decision struct {
	Solucion string `json:"solucion" validate:"required,max=20" doc:"Clave de la solución" example:"S1"`
	Acepta   bool   `json:"acepta" doc:"Si se acepta" example:"true"`
	Motivo   string `json:"motivo" validate:"required,min=5,max=1000" doc:"Motivo" example:"Administración está de acuerdo."`
}

// DecidirSolucion accepts a solution, and with it its date, or not.
var DecidirSolucion = tramite.Acto[Acuerdo, Decision]{
	Nombre: "decidir-solucion", Titulo: "Decidir la solución",
	Descripcion: "Acepta la solución, y con ella su fecha, y el acuerdo vuelve a estar en curso; o no la acepta, con motivo. La primera fecha se conserva.",
	De:          tramite.Desde(Estancado), A: tramite.Hacia(EnCurso, Estancado),
	Facultades: doe.Alguna("doe.acuerdos:acordar", "doe.acuerdos:coordinar"), Alcance: doe.Linea, Papeles: enLinea,
	Elegir: func(_ Acuerdo, e Decision) tramite.Estado {
		if e.Acepta {
			return EnCurso
		}
		return Estancado
	},
	Validar: func(r Acuerdo, e Decision, _ *tramite.Contexto, f *falla.Fallas) {
		s := r.vivo().solucion(e.Solucion)
		f.Si(s == nil || !s.Decidida.IsZero(), ReglaSolucion, "body.solucion")
	},
	Aplicar: func(r *Acuerdo, e Decision, s tramite.Suceso) {
		v := r.vivo()
		x := v.solucion(e.Solucion)
		if x == nil {
			return
		}
		x.Decidida, x.Acepta, x.Decision = s.Dia, e.Acepta, e.Motivo
		if e.Acepta {
			v.Resuelto = s.Dia
			if x.Compromiso.After(r.Compromiso) {
				r.Compromiso = x.Compromiso
			}
		}
	},
	Ejemplo: Decision{Solucion: "S1", Acepta: true, Motivo: "Administración está de acuerdo."},
}

func (e *Estancamiento) solucion(clave string) *Solucion {
	for i := range e.Soluciones {
		if e.Soluciones[i].Clave == clave {
			return &e.Soluciones[i]
		}
	}
	return nil
}

// Calificacion is the input of [Concluir].
type Calificacion struct {
	Nota string `json:"nota" validate:"required,min=10,max=2000" doc:"Con qué criterio se califica" example:"Venció el plazo con la mitad de las unidades atendidas."`
}

// Concluir ends an agreement by the grade of what was verified: fulfilled from
// substantial on, failed below.
var Concluir = tramite.Acto[Acuerdo, Calificacion]{
	Nombre: "concluir", Titulo: "Calificar y concluir",
	Descripcion: "Califica el cumplimiento por lo verificado: cumplido si es total o sustancial; incumplido, con su grado, si no lo alcanza y el plazo venció.",
	De:          tramite.Desde(EnCurso, Estancado), A: tramite.Hacia(Cumplido, Incumplido),
	Facultades: doe.Alguna("doe.acuerdos:evaluar", "doe.acuerdos:supervisar", "doe.acuerdos:acordar", "doe.acuerdos:coordinar"), Alcance: doe.Linea, Papeles: enLinea, Firma: true,
	Elegir: func(r Acuerdo, _ Calificacion) tramite.Estado {
		if GradoDe(r.Verificado).Cumple {
			return Cumplido
		}
		return Incumplido
	},
	Validar: func(r Acuerdo, _ Calificacion, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(r.porVerificar() >= 0, ReglaPendiente, "body")
		f.Si(!GradoDe(r.Verificado).Cumple && !c.Hoy().After(r.Compromiso), ReglaEnPlazo, "body")
	},
	Aplicar: func(r *Acuerdo, e Calificacion, s tramite.Suceso) { r.Desenlace = r.cumplimiento(e.Nota, s) },
	Ejemplo: Calificacion{Nota: "Venció el plazo con la mitad de las unidades atendidas."},
}

// Cancelar ends an agreement that no longer makes sense.
var Cancelar = tramite.Acto[Acuerdo, Cierre]{
	Nombre: "cancelar", Titulo: "Cancelar",
	Descripcion: "Deja sin efecto el acuerdo, con su motivo.",
	De:          tramite.DesdeCategoria(tramite.Abierta), A: tramite.Hacia(Cancelado),
	Facultades: doe.Alguna("doe.acuerdos:acordar", "doe.acuerdos:autorizar", "doe.acuerdos:coordinar"), Alcance: doe.Linea, Firma: true,
	Aplicar: func(r *Acuerdo, e Cierre, s tramite.Suceso) {
		e.Autoria = autoria(s)
		r.Cancelacion = &e
	},
	Ejemplo: Cierre{Motivo: "La compra consolidada dejó sin materia el acuerdo."},
}

// Escalar warns that the date passed, a step higher each time. The clock does
// it.
var Escalar = tramite.Acto[Acuerdo, Escalamiento]{
	Nombre: "escalar", Titulo: "Escalar", Interno: true,
	Descripcion: "El reloj avisa del vencimiento: al superior inmediato de la unidad a cargo, o a la titularidad del órgano y luego a quien guarda el acuerdo, y cada vez más arriba en la línea.",
	De:          tramite.Desde(EnCurso, Estancado), Contrapartes: []tramite.Contraparte{{Rol: doe.Sistema}},
	Fijar: func(r Acuerdo, e *Escalamiento, c *tramite.Contexto) {
		ruta := rutaDeAviso(r, c)
		n := min(len(r.Escalamientos), len(ruta)-1)
		*e = ruta[n]
		e.Nivel = n + 1
	},
	Aplicar: func(r *Acuerdo, e Escalamiento, s tramite.Suceso) {
		e.Dia = s.Dia
		r.Escalamientos = append(r.Escalamientos, e)
	},
}

// rutaDeAviso is the line that a warning climbs: the superiors of the unit in
// charge; or the head of the organ, who keeps the agreement and its superiors.
func rutaDeAviso(r Acuerdo, c *tramite.Contexto) []Escalamiento {
	var out []Escalamiento
	de := r.ACargo.Unidad
	if r.ACargo.Organo != "" {
		out = append(out, Escalamiento{Organo: r.ACargo.Organo}, Escalamiento{Unidad: r.Unidad})
		de = r.Unidad
	}
	for _, u := range c.Catalogo.Superiores(de) {
		out = append(out, Escalamiento{Unidad: u})
	}
	if len(out) == 0 {
		out = append(out, Escalamiento{Organo: direccionGeneral})
	}
	return out
}

// Omision is the input of [Recordar].
type Omision struct {
	Informe fecha.Fecha `json:"informe" validate:"required" doc:"Día en que se debía el informe" example:"2026-03-17"`
}

// ClaveReloj says which clock rang: each report has its own.
func (o Omision) ClaveReloj() string { return o.Informe.String() }

// Recordar notes that a periodic report did not come. The clock does it.
var Recordar = tramite.Acto[Acuerdo, Omision]{
	Nombre: "recordar", Titulo: "Recordar el informe", Interno: true,
	Descripcion: "El reloj asienta que faltó el informe periódico de avance.",
	De:          tramite.Desde(EnCurso, Estancado), Contrapartes: []tramite.Contraparte{{Rol: doe.Sistema}},
	Aplicar: func(r *Acuerdo, _ Omision, s tramite.Suceso) { r.Recordatorios = append(r.Recordatorios, s.Dia) },
	Ejemplo: Omision{Informe: fecha.MustParse("2026-03-17")},
}

// Adjuntar adds a file to an agreement.
var Adjuntar = tramite.Adjuntar[Acuerdo](tramite.Base{
	De: tramite.DesdeCategoria(tramite.Abierta), Facultades: doe.Alguna("doe.acuerdos:seguir", "doe.acuerdos:coordinar", "doe.acuerdos:acordar"), Alcance: doe.Linea, Contrapartes: partes,
})
