package api

import (
	"reflect"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/plazo"
)

// Computo is a term counted day by day.
type Computo struct {
	Vence      fecha.Fecha `json:"vence" doc:"Último día del plazo" example:"2023-02-13"`
	Derivacion []Paso      `json:"derivacion" doc:"Cómo se contó, día por día"`
}

// Paso is one day of a count.
type Paso struct {
	Fecha  fecha.Fecha `json:"fecha" doc:"Día" example:"2023-02-06"`
	Cuenta int         `json:"cuenta" doc:"Número del día en el plazo; 0 si no cuenta" example:"0"`
	Motivo string      `json:"motivo" doc:"Por qué cuenta o no" example:"primer lunes de febrero"`
}

func pasos(ps []plazo.Paso) []Paso {
	out := make([]Paso, len(ps))
	for i, p := range ps {
		out[i] = Paso(p)
	}
	return out
}

const naturales = "naturales"

var otroAmbito = falla.Regla{Codigo: "organo-desconocido", Es: "El órgano no está en el catálogo.", En: "The organ is not in the catalog."}
var fueraDeCalendario = falla.Regla{Codigo: "fuera-de-calendario", Es: "La cuenta sale del calendario, que va de 1900 a 2200.", En: "The count leaves the calendar, which runs from 1900 to 2200."}

func (s *Servidor) montarPlazos() {
	s.leerInstitucion("/v1/plazos", "plazos-contar", "Cuenta de un plazo",
		"Cuenta días desde el de la presentación, que no se cuenta, y dice por qué cada uno cuenta o no. Los calendarios son los de la LFPA (art. 28), el CFF (art. 12) y la LFT (art. 74), con las suspensiones registradas; o días naturales.",
		reflect.TypeFor[Computo](), s.plazos,
		deFecha("desde", "Día de la presentación", "2023-01-30").obligatorio(), deEntero("dias", "Días del plazo", 10, 1, 3660).obligatorio(),
		deValores("calendario", "Calendario; lfpa si falta", string(plazo.LFPA), string(plazo.CFF), string(plazo.LFT), naturales),
		deFecha("fecha", "Cuenta con las reglas que regían este día", "2023-01-30"),
		consulta("ambito", "Órgano cuyas suspensiones también rigen", "ooad-14", 60))
}

func (s *Servidor) plazos(c *caso) (respuesta, error) {
	ambito := c.texto("ambito")
	if _, ok := s.catalogo().Organo(doe.ClaveOrgano(ambito)); !ok && ambito != "" {
		return respuesta{}, deConsulta(otroAmbito, "query.ambito")
	}
	t := plazo.Termino{Cuenta: c.entero("dias", 0), Clase: plazo.Habiles, Calendario: plazo.LFPA, Fuente: norma.Configuracion("consulta")}
	switch cal := c.texto("calendario"); cal {
	case "":
	case naturales:
		t.Clase, t.Calendario = plazo.Naturales, ""
	default:
		t.Calendario = plazo.NombreCalendario(cal)
	}
	k, err := s.almacen.Calendarios().Contar(t, c.fecha("desde"), plazo.Opciones{Ambito: ambito, Reglas: c.fecha("fecha")})
	if err != nil { // the term was checked: only the calendar can end
		return respuesta{}, deConsulta(fueraDeCalendario, "query.desde")
	}
	return enJSON(Computo{k.Vence, pasos(k.Derivacion)})
}
