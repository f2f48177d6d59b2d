package similar

import (
	"fmt"
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe/texto"
	"github.com/operacion-abierta/operacion/siade"
)

// Razon is why two petitions are taken for the same.
type Razon string

// The reasons.
const (
	// MismaPersona: they share personal data.
	MismaPersona Razon = "misma_persona"
	// TextoParecido: what they tell is alike.
	TextoParecido Razon = "texto_parecido"
	// MismoLugar: they happened at the same unit.
	MismoLugar Razon = "mismo_lugar"
	// MismosHechos: they tell of the same day.
	MismosHechos Razon = "mismos_hechos"
	// FechaCercana: they were registered within few days.
	FechaCercana Razon = "fecha_cercana"
)

// Motivo is a reason with what it adds.
type Motivo struct {
	Razon   Razon  `json:"razon" validate:"oneof=misma_persona texto_parecido mismo_lugar mismos_hechos fecha_cercana" doc:"Razón" example:"texto_parecido"`
	Puntos  int    `json:"puntos" doc:"Lo que suma" example:"47"`
	Detalle string `json:"detalle" doc:"Explicación" example:"Comparten el 86 % de lo que dicen."`
}

// Ventana is how many days apart two petitions may be registered to be
// compared by their text.
const Ventana = 60

// What each reason adds at most; together they make 100.
const (
	porTexto   = 55
	porPersona = 25 // by a key of the person; less by a telephone or an address
	porMedio   = 15
	porLugar   = 8
	porHechos  = 6
	porFecha   = 6
)

// The least that the texts must share, in per cent, when nothing tells that
// the person is the same, and when it is.
const (
	minTexto   = 50
	minPersona = 20
)

// Par are a petition and another that may be the same.
type Par struct {
	Una, Otra *siade.Peticion
	// Claves names the personal data that both share: nss, curp, rfc, telefono,
	// correo.
	Claves []string
}

// Comparar gives the reasons to take both for the same and what they add up
// to, of 100; none when they are not alike enough.
func (p Par) Comparar() (int, []Motivo) {
	comun := texto.DePares(texto.Raices(p.Una.Relato)).Parecido(texto.DePares(texto.Raices(p.Otra.Relato)))
	if comun == 0 && texto.Plegar(p.Una.Relato) == texto.Plegar(p.Otra.Relato) {
		comun = 100 // too short to be told by its pairs of words
	}
	persona := p.persona()
	if comun < minPersona || comun < minTexto && persona.Puntos == 0 {
		return 0, nil
	}
	ms := []Motivo{{TextoParecido, comun * porTexto / 100, fmt.Sprintf("Comparten el %d %% de lo que dicen.", comun)}, persona, p.lugar(), p.hechos(), p.fecha()}
	ms = slices.DeleteFunc(ms, func(m Motivo) bool { return m.Puntos == 0 })
	suma := 0
	for _, m := range ms {
		suma += m.Puntos
	}
	return suma, ms
}

func (p Par) persona() Motivo {
	if len(p.Claves) == 0 {
		return Motivo{}
	}
	m := Motivo{MismaPersona, porMedio, "Mismo dato de quien la presenta: " + strings.Join(p.Claves, ", ") + "."}
	if slices.ContainsFunc(p.Claves, func(k string) bool { return k == "nss" || k == "curp" || k == "rfc" }) {
		m.Puntos = porPersona
	}
	return m
}

func (p Par) lugar() Motivo {
	if u := p.Una.UnidadServicio; u != "" && u == p.Otra.UnidadServicio {
		return Motivo{MismoLugar, porLugar, "Misma unidad de servicio."}
	}
	return Motivo{}
}

func (p Par) hechos() Motivo {
	if f := p.Una.FechaHechos; !f.IsZero() && f == p.Otra.FechaHechos {
		return Motivo{MismosHechos, porHechos, "Mismo día de los hechos."}
	}
	return Motivo{}
}

func (p Par) fecha() Motivo {
	n := p.Una.Creado.Dia().Dias(p.Otra.Creado.Dia())
	if n < 0 {
		n = -n
	}
	m := Motivo{FechaCercana, 0, fmt.Sprintf("Se registraron con %d días de diferencia.", n)}
	switch {
	case n <= 2:
		m.Puntos = porFecha
	case n <= 15:
		m.Puntos = porFecha - 2
	case n <= Ventana:
		m.Puntos = 1
	}
	return m
}
