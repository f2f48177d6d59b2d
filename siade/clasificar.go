package siade

import (
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// clasifica are the facultades to classify: the regional coordination holds
// only the first (rule 1).
var clasifica = doe.Alguna("siade.clasificacion:registrar", "siade.clasificacion:ejecutar")

// Clasificar says what a petition is.
var Clasificar = tramite.Acto[Peticion, Clasificacion]{
	Nombre: "clasificar", Titulo: "Clasificar",
	Descripcion: "Clasifica la petición por tipo, tema, servicio, gravedad y sensibilidad; de ello dependen su camino, su plazo y quién la lee.",
	De:          tramite.Desde(Registrada), A: tramite.Hacia(Clasificada), Facultades: clasifica, Alcance: doe.Nacional,
	Validar: func(r Peticion, e Clasificacion, c *tramite.Contexto, f *falla.Fallas) { e.revisar(r, c, f) },
	Fijar:   func(r Peticion, e *Clasificacion, c *tramite.Contexto) { e.completar(r, c) },
	Aplicar: func(r *Peticion, e Clasificacion, _ tramite.Suceso) { r.Clasificacion = &e },
	Ejemplo: Clasificacion{Tipo: Gestion, Tema: "vigencia-derechos", Servicio: "afiliacion", Gravedad: Ordinaria},
}

// Reclasificar corrects it. The clocks take the term of the new class; the
// counters move on the original day.
var Reclasificar = tramite.Acto[Peticion, Reclasificacion]{
	Nombre: "reclasificar", Titulo: "Reclasificar",
	Descripcion: "Corrige la clasificación. El plazo pasa a ser el que corresponde y la estadística se mueve en el día original.",
	De:          tramite.Desde(Clasificada, Turnada, EnAtencion, Prevenida, EnEspera, Respondida, Cerrada), Facultades: clasifica, Alcance: doe.Nacional,
	Validar: validarReclasificacion,
	Fijar:   func(r Peticion, e *Reclasificacion, c *tramite.Contexto) { e.completar(r, c) },
	Aplicar: func(r *Peticion, e Reclasificacion, _ tramite.Suceso) {
		n := e.Clasificacion
		r.Clasificacion = &n
	},
	Ejemplo: Reclasificacion{Clasificacion: Clasificacion{Tipo: Queja, Gravedad: Prioritaria}, Motivo: "El relato se queja del trato."},
}

// esCodigo says whether a text is letters, digits, dots and hyphens, the first
// a letter or a digit.
func esCodigo(s string) bool {
	for i := range len(s) {
		c := s[i]
		alfa := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
		if !alfa && (i == 0 || c != '.' && c != '_' && c != '-') {
			return false
		}
	}
	return true
}

func (e Clasificacion) revisar(r Peticion, c *tramite.Contexto, f *falla.Fallas) {
	e.extras(e.ediciones(r, c, f), c.Hoy(), f)
	f.Si(e.Subtema != "" && e.Tema == "", ReglaSubtemaSolo, "body.subtema")
	f.Si(e.Sensibilidad != "" && !e.Sensible, ReglaSinSensible, "body.sensibilidad")
}

// completar fills in what was left out. Sensitive data of an identified person
// are always treated on some basis: consent, the one invoked, or the exercise
// of the right of petition itself.
func (e *Clasificacion) completar(r Peticion, c *tramite.Contexto) {
	e.regir(r, c)
	if e.Gravedad == "" {
		e.Gravedad = Ordinaria
	}
	if e.Competencia == "" {
		e.Competencia = DelInstituto
	}
	if !e.Sensible || r.Peticionario.Identidad == "" || e.Base != "" {
		return
	}
	e.Base = EjercicioDerecho
	if r.Peticionario.Consiente {
		e.Base = Consentimiento
	}
}

// regir holds it to the parameters of the petition: those of its day, or those
// that open ones took.
func (e *Clasificacion) regir(r Peticion, c *tramite.Contexto) {
	e.Termino = nil
	if r.Reglas == nil {
		return
	}
	p, _ := c.Vigente(ColeccionParametros, ClaveParametros).(*Parametros)
	if p == nil || r.Reglas.Edicion > len(p.Ediciones) {
		return
	}
	x := p.Ediciones[r.Reglas.Edicion-1]
	if s, si := x.sensible(e.Tema); si && !e.Sensible {
		e.Sensible, e.Sensibilidad = true, s
	}
	e.Termino = x.para(*e, r.Reglas.Edicion)
}

func validarReclasificacion(r Peticion, e Reclasificacion, c *tramite.Contexto, f *falla.Fallas) {
	e.revisar(r, c, f)
	f.Si(r.clasificacion().Sensible && !e.Sensible && c.Actor.Puesto != doe.Titular, ReglaQuitarReserva, "body.sensible")
	f.Si(r.AlContacto && r.Estado == Cerrada && !CaminoDe(e.Tipo).AlContacto, ReglaReclasificarCerrada, "body.tipo")
	if k, ok := r.reloj(PlazoRespuesta); ok && k.Corre() && k.Prorroga > 0 {
		nueva := r
		nueva.Clasificacion = &e.Clasificacion
		nueva.Clasificacion.regir(r, c)
		t, _ := nueva.terminoRespuesta(k.Desde)
		f.Si(t.Clase == k.Termino.Clase && k.Prorroga > plazo.MitadMaxima(t) || t.Clase != k.Termino.Clase, ReglaProrrogaMayor, "body.tipo")
	}
}
