package aportacion

import (
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Coleccion is the path of the contributions.
const Coleccion = "aportaciones"

// PlazoRespuesta is the term to contribute.
const PlazoRespuesta = "respuesta"

// Aportaciones is the definition of the contribution.
var Aportaciones = tramite.MustDefinir(tramite.Definicion[Aportacion]{
	Nombre: "aportacion", Coleccion: Coleccion, Serie: "APO", Rama: doe.Raiz,
	Titulo:      "Aportación",
	Descripcion: "Lo que una unidad pide a otra, o a un órgano, para un expediente que lleva: con término, respuesta por versiones, devolución por incompetencia y decisión de integrarla o no.",
	Estados: []tramite.DefEstado{
		{Nombre: Pedida, Categoria: tramite.Abierta, Titulo: "Pedida"},
		{Nombre: Devuelta, Categoria: tramite.Abierta, Titulo: "Devuelta"},
		{Nombre: Respondida, Categoria: tramite.Abierta, Titulo: "Respondida, por decidir"},
		{Nombre: Integrada, Categoria: tramite.Cerrada, Titulo: "Integrada"},
		{Nombre: NoIntegrada, Categoria: tramite.Cerrada, Titulo: "No integrada"},
		{Nombre: SinRespuesta, Categoria: tramite.Cerrada, Titulo: "Cerrada sin respuesta"},
		{Nombre: Retirada, Categoria: tramite.Cancelada, Titulo: "Retirada"},
	},
	Alta:  Pedir,
	Actos: tramite.Actos[Aportacion](Responder, Devolver, PedirDeNuevo, Ampliar, Insistir, Integrar, NoIntegrar, CerrarSinRespuesta, Retirar, Adjuntar),
	Plazos: []tramite.Plazo[Aportacion]{{
		Nombre: PlazoRespuesta, Titulo: "Respuesta de quien aporta", Aviso: 1,
		Frustra: []string{"devolver", "pedir-de-nuevo", "cerrar-sin-respuesta", "retirar"},
		Claves: func(r Aportacion) []string {
			if r.Estado == Pedida {
				return []string{r.reloj()}
			}
			return nil
		},
		Desde:   func(r Aportacion, _ string) fecha.Fecha { return r.Turno().Desde },
		Termino: func(r Aportacion, _ string, _ fecha.Fecha) (plazo.Termino, bool) { return r.Turno().termino(), true },
		Vencido: "insistir", Alarmas: []int{0, 3, 7}, Entrada: func(_ Aportacion, k tramite.Reloj) any { return Recordatorio{Reloj: k.Clave} },
		Efecto: "El reloj insiste; tras insistir puede cerrarse sin respuesta.",
	}},
	Nombradas: func(r Aportacion) []tramite.Nombrada {
		if t := r.Turno(); t.A.Unidad != "" {
			return []tramite.Nombrada{{Unidad: t.A.Unidad, OOAD: t.A.OOAD}}
		}
		return nil
	},
	Partes: func(r Aportacion) []tramite.Parte {
		var out []tramite.Parte
		for _, q := range quienAporta {
			if o := r.Turno().A.Organo; o != "" {
				out = append(out, tramite.Parte{Rol: q.Rol, Organo: o})
			}
		}
		return out
	},
	// An organ sees what it is asked, not what others answered before.
	Recorta: func(r *Aportacion, _ doe.Actor) {
		r.Turnos, r.Decision, r.Exclusion = []Turno{r.Turno()}, nil, nil
	},
	Reserva:      func(r Aportacion) tramite.Reserva { return tramite.Reserva{Restringida: r.Reservado} },
	VeReservados: func(doe.Actor) bool { return false },
	Indices: []tramite.Indice[Aportacion]{
		{Nombre: "expediente", Descripcion: "Folio del expediente para el que se pide", De: func(r Aportacion) string { return r.Expediente.Folio }},
		{Nombre: "de_coleccion", Descripcion: "Colección de ese expediente", De: func(r Aportacion) string { return r.Expediente.Coleccion }},
		{Nombre: "a", Descripcion: "A quién se pide: unidad (la regional con @ y su OOAD) u órgano", De: func(r Aportacion) string { return r.Turno().Clave }},
		{Nombre: "tardia", Descripcion: "Si la última respuesta llegó tarde", Valores: []string{"si", "no"}, De: func(r Aportacion) string {
			u, ok := r.Respuesta()
			switch {
			case !ok:
				return ""
			case u.Tardia:
				return "si"
			}
			return "no"
		}},
	},
	Texto: func(r Aportacion) string { return r.Pedido + " " + r.Expediente.Folio },
})
