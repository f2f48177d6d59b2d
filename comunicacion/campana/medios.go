package campana

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
)

// Medio is a means of diffusion.
type Medio string

// The means. The internal ones reach the staff alone.
const (
	Television  Medio = "television"
	Radio       Medio = "radio"
	Impresos    Medio = "impresos"
	Digital     Medio = "digital"
	Exterior    Medio = "exterior"
	RedesPropia Medio = "redes_propias"
	Intranet    Medio = "intranet"
	Correo      Medio = "correo_interno"
	Revista     Medio = "revista_interna"
	Podcast     Medio = "podcast_interno"
	Carteles    Medio = "impresos_internos"
)

// DefMedio defines a means.
type DefMedio struct {
	vocabulario.Voz[Medio]
	// Masivo says that it is a "medio de comunicación" of the law (LGCS art. 4,
	// fr. VI): it takes the federal authorisation and stops in blackouts.
	Masivo bool
	// Tiempos are the kinds of time or space it offers.
	Tiempos []Tiempo
	// Verifica is the division that checks what went out by it before it is
	// accrued; empty for means that the Institute owns.
	Verifica doe.ClaveUnidad
}

// DefMedios lists the means.
func DefMedios() []DefMedio {
	const masivos, digitales = "doe-7.1.2.3.1", "doe-7.1.2.3.3"
	aire, paga, suyo := []Tiempo{Comercial, Oficial}, []Tiempo{Comercial}, []Tiempo{Propio}
	return []DefMedio{
		{vocabulario.Voz[Medio]{Clave: Television, Nombre: "Televisión", Descripcion: "Canales abiertos y restringidos.", Fuente: lgcs("art. 4, fr. VI")}, true, aire, masivos},
		{vocabulario.Voz[Medio]{Clave: Radio, Nombre: "Radio", Descripcion: "Estaciones concesionadas.", Fuente: lgcs("art. 4, fr. VI")}, true, aire, masivos},
		{vocabulario.Voz[Medio]{Clave: Impresos, Nombre: "Medios impresos", Descripcion: "Diarios y revistas.", Fuente: lgcs("art. 4, fr. VI")}, true, paga, masivos},
		{vocabulario.Voz[Medio]{Clave: Digital, Nombre: "Medios digitales", Descripcion: "Portales y plataformas de internet contratados.", Fuente: lgcs("art. 4, fr. VI")}, true, paga, digitales},
		{vocabulario.Voz[Medio]{Clave: Exterior, Nombre: "Publicidad exterior", Descripcion: "Medios complementarios: anuncios, transporte y espacios públicos.", Fuente: lgcs("art. 4, fr. VI")}, true, paga, digitales},
		{vocabulario.Voz[Medio]{Clave: RedesPropia, Nombre: "Sitios y redes del Instituto", Descripcion: "Cuentas y portales institucionales abiertos a la población.", Fuente: fn("7.1.2.4/6")}, true, suyo, ""},
		{vocabulario.Voz[Medio]{Clave: Intranet, Nombre: "Intranet", Descripcion: "Portal del personal.", Fuente: fn("7.1.2.1.1/5")}, false, suyo, ""},
		{vocabulario.Voz[Medio]{Clave: Correo, Nombre: "Correo interno", Descripcion: "Envíos electrónicos al personal.", Fuente: fn("7.1.2.1.1/4")}, false, suyo, ""},
		{vocabulario.Voz[Medio]{Clave: Revista, Nombre: "Revista y suplementos", Descripcion: "Ediciones para el personal.", Fuente: fn("7.1.2.1.1/3")}, false, suyo, ""},
		{vocabulario.Voz[Medio]{Clave: Podcast, Nombre: "Podcast", Descripcion: "Audio para el personal.", Fuente: fn("7.1.2.1.1/3")}, false, suyo, ""},
		{vocabulario.Voz[Medio]{Clave: Carteles, Nombre: "Impresos internos", Descripcion: "Carteles y volantes que se reparten al personal.", Fuente: fn("7.1.2.1.1/6")}, false, suyo, ""},
	}
}

// Medios lists the means as a vocabulary.
func Medios() vocabulario.Tabla[Medio] {
	var out vocabulario.Tabla[Medio]
	for _, d := range DefMedios() {
		out = append(out, d.Voz)
	}
	return out
}

// ParseMedio reads a means. The error wraps [vocabulario.ErrDesconocida].
func ParseMedio(s string) (Medio, error) { return Medios().Parse(s) }

var medios = DefMedios()

// def is the definition of the means; empty for a word of no vocabulary.
func (m Medio) def() DefMedio {
	if i := slices.IndexFunc(medios, func(d DefMedio) bool { return d.Clave == m }); i >= 0 {
		return medios[i]
	}
	return DefMedio{}
}

// Tiempo is the kind of time or space that a means gives.
type Tiempo string

// The kinds of time.
const (
	Comercial Tiempo = "comercial"
	Oficial   Tiempo = "oficial"
	Propio    Tiempo = "propio"
)

// Tiempos lists the kinds of time.
func Tiempos() vocabulario.Tabla[Tiempo] {
	return vocabulario.Tabla[Tiempo]{
		{Clave: Comercial, Nombre: "Comercial", Descripcion: "Se contrata y se paga; en radio y televisión, solo si el oficial se pidió y no lo hubo.", Fuente: lgcs("arts. 4, fr. XIII, y 18")},
		{Clave: Oficial, Nombre: "Oficial", Descripcion: "Tiempos de Estado y fiscales de radio y televisión; no cuestan.", Fuente: lgcs("arts. 4, fr. XVI, y 17")},
		{Clave: Propio, Nombre: "Propio", Descripcion: "Espacio de los canales del Instituto.", Fuente: fn("7.1.2.1.1/4")},
	}
}

// ParseTiempo reads a kind of time. The error wraps [vocabulario.ErrDesconocida].
func ParseTiempo(s string) (Tiempo, error) { return Tiempos().Parse(s) }
