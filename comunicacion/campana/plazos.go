package campana

import (
	"fmt"
	"slices"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Names of the deadlines.
const (
	PlazoFederal    = "respuesta_federal"
	PlazoVigencia   = "vigencia"
	PlazoDifusion   = "fin_difusion"
	PlazoEvaluacion = "evaluacion"
	PlazoMensual    = "registro_mensual"
)

// The monthly record has its own term in the law; the authority's answer and
// the impact study are configuration: the annual guidelines set them.
var terminos = plazo.Tabla{
	{Plazo: PlazoFederal, Termino: plazo.Termino{Cuenta: 20, Clase: plazo.Habiles, Calendario: plazo.LFPA, Fuente: conf("la fijan los lineamientos anuales, LGCS art. 29")}},
	{Plazo: PlazoEvaluacion, Termino: plazo.Termino{Cuenta: 60, Clase: plazo.Naturales, Calendario: plazo.LFPA, Fuente: conf("la fija el método de la autoridad federal, 7.1.2.3/9")}},
	{Plazo: PlazoMensual, Termino: plazo.Termino{Cuenta: 10, Clase: plazo.Naturales, Fuente: lgcs("art. 33")}, Vigencia: norma.Desde(fecha.MustParse("2019-01-01"))},
}

// Terminos lists the terms.
func Terminos() plazo.Tabla { return slices.Clone(terminos) }

var enGestion = []tramite.Estado{EnGestion}

func plazos() []tramite.Plazo[Campana] {
	aviso := func(_ Campana, k tramite.Reloj) any { return Aviso{Plazo: k.Plazo, Clave: k.Clave} }
	return []tramite.Plazo[Campana]{
		{
			Nombre: PlazoFederal, Titulo: "Respuesta de la autoridad federal", Frustra: []string{"revocar", "expirar", "cancelar"},
			Claves: tramite.Mientras(func(r Campana) bool { return r.Estado == EnGestion && len(r.Envios) > 0 }),
			Termino: func(_ Campana, _ string, dia fecha.Fecha) (plazo.Termino, bool) {
				return terminos.De(PlazoFederal, dia)
			},
			Desde:   func(r Campana, _ string) fecha.Fecha { return r.Envios[len(r.Envios)-1].Fecha },
			CorreEn: enGestion, Aviso: 5, Vencido: "alertar", Alarmas: []int{0}, Entrada: aviso,
			Efecto: "Ninguno: sin autorización expresa no se difunde ni se gasta.",
		},
		{
			Nombre: PlazoDifusion, Titulo: "Fin del calendario de difusión", CorreEn: enGestion, Aviso: 5, Frustra: []string{"revocar", "expirar"},
			Claves: func(r Campana) []string {
				if !r.Empezo() || r.Estado == Concluida || r.Estado == Cerrada {
					return nil
				}
				return []string{"calendario"}
			},
			Fecha: func(r Campana, _ string) fecha.Fecha { return r.EnVigencia().Fin() },
		},
		{
			Nombre: PlazoEvaluacion, Titulo: "Estudio posterior de impacto", Claves: tramite.Mientras(Campana.debeEstudio), Aviso: 10,
			Termino: func(_ Campana, _ string, dia fecha.Fecha) (plazo.Termino, bool) {
				return terminos.De(PlazoEvaluacion, dia)
			},
			Desde:   func(r Campana, _ string) fecha.Fecha { return r.ultimoDia() },
			Vencido: "alertar", Alarmas: []int{0}, Entrada: aviso,
		},
		{
			Nombre: PlazoMensual, Titulo: "Registro mensual del gasto", CorreEn: enGestion, Aviso: 5,
			Claves: Campana.MesesPendientes,
			Termino: func(_ Campana, clave string, _ fecha.Fecha) (plazo.Termino, bool) {
				return terminos.De(PlazoMensual, finDeMes(clave))
			},
			Desde:   func(_ Campana, clave string) fecha.Fecha { return finDeMes(clave) },
			Vencido: "alertar", Alarmas: []int{0}, Entrada: aviso,
			Efecto: "El gasto queda registrado fuera de tiempo en el Sistema Público.",
		},
		{
			Nombre: PlazoVigencia, Titulo: "Vigencia de la autorización", CorreEn: enGestion, Aviso: 10, Frustra: []string{"revocar"},
			Claves: func(r Campana) []string {
				if a, ok := r.Vigente(); ok && !a.Hasta.IsZero() && r.Estado != Concluida && r.Estado != Cerrada {
					return []string{fmt.Sprintf("v%d", a.Version)}
				}
				return nil
			},
			Fecha: func(r Campana, _ string) fecha.Fecha {
				a, _ := r.Vigente()
				return a.Hasta
			},
			Vencido: "expirar", Alarmas: []int{0}, Entrada: func(_ Campana, k tramite.Reloj) any { return Expiracion{Clave: k.Clave} },
			Efecto: "Cesan la difusión y los compromisos; se liquida lo devengado.",
		},
	}
}

// debeEstudio says whether the study that the version in force foresaw for
// after the diffusion is still to be made.
func (r Campana) debeEstudio() bool {
	terminada := r.Estado == Concluida || r.Estado == Cerrada
	return terminada && r.Empezo() && r.EnVigencia().Evaluacion.Postest && !r.estudiada(Postest)
}
