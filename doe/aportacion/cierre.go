package aportacion

import (
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Recordatorio is the input that insists on what is late.
type Recordatorio struct {
	// Reloj is the clock that rang, when the clock insists.
	Reloj string `json:"reloj,omitempty" hecho:"true" doc:"Plazo que venció"`
}

// ClaveReloj is the clock that rang.
func (e Recordatorio) ClaveReloj() string { return e.Reloj }

// Insistir chases what is late. The clock does it by itself.
var Insistir = tramite.Acto[Aportacion, Recordatorio]{
	Nombre: "insistir", Titulo: "Insistir", Descripcion: "Recuerda a quien se pidió que su término venció; el reloj lo hace por sí mismo.",
	De: tramite.Desde(Pedida), Facultades: inherente, Alcance: doe.Propia, Contrapartes: []tramite.Contraparte{{Rol: doe.Sistema, Fuente: deTrabajo}},
	Validar: func(r Aportacion, _ Recordatorio, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(!r.vencida(c), ReglaEnTermino, "body")
	},
	Aplicar: func(r *Aportacion, _ Recordatorio, s tramite.Suceso) {
		t := r.turno()
		t.Insistencias = append(t.Insistencias, s.Dia)
	},
}

// Integrar takes an answer in.
var Integrar = tramite.Acto[Aportacion, Decision]{
	Nombre: "integrar", Titulo: "Integrar", Descripcion: "Quien pide recoge la aportación en su expediente, toda o en parte.",
	De: tramite.Desde(Respondida), A: tramite.Hacia(Integrada), Facultades: inherente, Alcance: doe.Propia,
	Validar: func(r Aportacion, e Decision, _ *tramite.Contexto, f *falla.Fallas) {
		r.ultima(e.Version, f)
		f.Si((e.Toma == Parcial) != (e.Motivo != ""), ReglaParcial, "body.motivo")
	},
	Aplicar: func(r *Aportacion, e Decision, s tramite.Suceso) {
		e.Autoria = s.Autoria()
		r.Decision = &e
	},
	Ejemplo: Decision{Version: 1, Toma: Total},
}

// ultima refuses a version that is not the last one.
func (r Aportacion) ultima(version int, f *falla.Fallas) {
	u, ok := r.Respuesta()
	f.Si(!ok || u.Version != version, ReglaVersion, "body.version")
}

// NoIntegrar leaves an answer out, on a ground.
var NoIntegrar = tramite.Acto[Aportacion, Exclusion]{
	Nombre: "no-integrar", Titulo: "No integrar", Descripcion: "Quien pide deja fuera la aportación, con la causal y el motivo.",
	De: tramite.Desde(Respondida), A: tramite.Hacia(NoIntegrada), Facultades: inherente, Alcance: doe.Propia, Causales: tramite.Causales(deExcluir),
	Validar: func(r Aportacion, e Exclusion, _ *tramite.Contexto, f *falla.Fallas) { r.ultima(e.Version, f) },
	Aplicar: func(r *Aportacion, e Exclusion, s tramite.Suceso) {
		e.Autoria = s.Autoria()
		r.Exclusion = &e
	},
	Ejemplo: Exclusion{Version: 1, Causal: Superada, Motivo: "El hallazgo se retiró del plan."},
}

// Cierre is the input that no longer waits.
type Cierre struct {
	Motivo string `json:"motivo" validate:"required,min=5,max=1000" doc:"Motivo" example:"Se insistió tres veces sin respuesta."`
}

// CerrarSinRespuesta no longer waits for what was insisted on. It may still
// come, late.
var CerrarSinRespuesta = tramite.Acto[Aportacion, Cierre]{
	Nombre: "cerrar-sin-respuesta", Titulo: "Cerrar sin respuesta", Descripcion: "Deja de esperar lo que no llegó tras insistir; si llega después, todavía se recibe.",
	De: tramite.Desde(Pedida, Devuelta), A: tramite.Hacia(SinRespuesta), Facultades: inherente, Alcance: doe.Propia,
	Validar: func(r Aportacion, _ Cierre, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(r.Estado == Pedida && len(r.Turno().Insistencias) == 0, ReglaSinInsistir, "body")
	},
	Aplicar: func(r *Aportacion, e Cierre, _ tramite.Suceso) { r.Cierre = e.Motivo },
	Ejemplo: Cierre{Motivo: "Se insistió tres veces sin respuesta."},
}

// Retirar no longer asks.
var Retirar = tramite.Acto[Aportacion, tramite.Retiro]{
	Nombre: "retirar", Titulo: "Retirar", Descripcion: "Deja de pedir lo que ya no hace falta.",
	De: tramite.Desde(Pedida, Devuelta), A: tramite.Hacia(Retirada), Facultades: inherente, Alcance: doe.Propia,
	Aplicar: func(*Aportacion, tramite.Retiro, tramite.Suceso) {},
	Ejemplo: tramite.Retiro{Motivo: "El dato ya se obtuvo de otra fuente"},
}

// Adjuntar adds a file to a contribution: whoever was asked does.
var Adjuntar = alQueSePide(tramite.Adjuntar[Aportacion](tramite.Base{
	De: tramite.Desde(Pedida, Respondida, SinRespuesta), Facultades: inherente, Contrapartes: quienAporta,
}))

// alQueSePide opens an act to the unit asked.
func alQueSePide(a tramite.Acto[Aportacion, tramite.Adjunto]) tramite.Acto[Aportacion, tramite.Adjunto] {
	a.Nombradas = true
	return a
}
