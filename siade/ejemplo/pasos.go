package ejemplo

import (
	"math/rand/v2"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
)

// Paso is an act that follows in the life of a made-up petition.
type Paso struct {
	Acto    string
	Entrada any
	Actor   doe.Actor
	// Tras is how many natural days pass before it.
	Tras int
}

// Seguir makes up what follows for a petition: some are left halfway, so that
// a demonstration has work pending. Those resolved at contact may be rated.
func Seguir(azar *rand.Rand, c Caso) []Paso {
	if c.Registro.AtencionInmediata != nil {
		if azar.IntN(5) > 0 {
			return nil
		}
		return []Paso{calificar(azar)}
	}
	jefa := c.Actor
	jefa.Puesto, jefa.Sub, jefa.Nombre = doe.Titular, "titular-"+string(c.Actor.OOAD), "Titular"
	organo := uno(azar, []doe.ClaveOrgano{"dn-prestaciones-medicas", "dn-prestaciones-economicas-y-sociales", "dn-incorporacion-y-recaudacion"})
	area := doe.Actor{Sub: "area-" + string(organo), Nombre: "Área", Rol: doe.Area, Organo: organo}
	pasos := []Paso{
		{"turnar", siade.Turno{Organo: organo, Motivo: "El asunto depende de ese órgano."}, jefa, 0},
		{"aceptar", tramite.Vacia{}, area, 1 + azar.IntN(2)},
		{"responder", siade.Respuesta{Respuesta: uno(azar, respuestas), Analisis: "Se revisó con el área y es viable.", Sentido: siade.Favorable}, area, 1 + azar.IntN(6)},
		{"notificar", siade.NotaAviso{Medio: siade.PorPortal}, jefa, azar.IntN(3)},
		{"cerrar", siade.Cierre{}, jefa, 0},
		calificar(azar),
	}
	return pasos[:azar.IntN(len(pasos)+1)]
}

var respuestas = []string{
	"Se atendió lo pedido y queda disponible a partir de mañana.",
	"Se revisó el caso con el servicio y se corrigió lo señalado.",
	"Se reprogramó la cita a una fecha más cercana, que se comunica aparte.",
}

func calificar(azar *rand.Rand) Paso {
	n := 5 - min(azar.IntN(4), azar.IntN(5))
	return Paso{"calificar", siade.Opinion{Calificacion: n}, doe.Actor{Sub: "ciudadano", Nombre: "Quien presentó", Rol: doe.Ciudadano}, 1 + azar.IntN(5)}
}
