package campana

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
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
	Voz[Medio]
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
		{Voz[Medio]{Television, "Televisión", "Canales abiertos y restringidos.", lgcs("art. 4, fr. VI")}, true, aire, masivos},
		{Voz[Medio]{Radio, "Radio", "Estaciones concesionadas.", lgcs("art. 4, fr. VI")}, true, aire, masivos},
		{Voz[Medio]{Impresos, "Medios impresos", "Diarios y revistas.", lgcs("art. 4, fr. VI")}, true, paga, masivos},
		{Voz[Medio]{Digital, "Medios digitales", "Portales y plataformas de internet contratados.", lgcs("art. 4, fr. VI")}, true, paga, digitales},
		{Voz[Medio]{Exterior, "Publicidad exterior", "Medios complementarios: anuncios, transporte y espacios públicos.", lgcs("art. 4, fr. VI")}, true, paga, digitales},
		{Voz[Medio]{RedesPropia, "Sitios y redes del Instituto", "Cuentas y portales institucionales abiertos a la población.", fn("7.1.2.4/6")}, true, suyo, ""},
		{Voz[Medio]{Intranet, "Intranet", "Portal del personal.", fn("7.1.2.1.1/5")}, false, suyo, ""},
		{Voz[Medio]{Correo, "Correo interno", "Envíos electrónicos al personal.", fn("7.1.2.1.1/4")}, false, suyo, ""},
		{Voz[Medio]{Revista, "Revista y suplementos", "Ediciones para el personal.", fn("7.1.2.1.1/3")}, false, suyo, ""},
		{Voz[Medio]{Podcast, "Podcast", "Audio para el personal.", fn("7.1.2.1.1/3")}, false, suyo, ""},
		{Voz[Medio]{Carteles, "Impresos internos", "Carteles y volantes que se reparten al personal.", fn("7.1.2.1.1/6")}, false, suyo, ""},
	}
}

// Medios lists the means as a vocabulary.
func Medios() []Voz[Medio] {
	var out []Voz[Medio]
	for _, d := range DefMedios() {
		out = append(out, d.Voz)
	}
	return out
}

// ParseMedio reads a means. The error wraps [ErrVocabulario].
func ParseMedio(s string) (Medio, error) { return parse(s, Medios()) }

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
func Tiempos() []Voz[Tiempo] {
	return []Voz[Tiempo]{
		{Comercial, "Comercial", "Se contrata y se paga; en radio y televisión, solo si el oficial se pidió y no lo hubo.", lgcs("arts. 4, fr. XIII, y 18")},
		{Oficial, "Oficial", "Tiempos de Estado y fiscales de radio y televisión; no cuestan.", lgcs("arts. 4, fr. XVI, y 17")},
		{Propio, "Propio", "Espacio de los canales del Instituto.", fn("7.1.2.1.1/4")},
	}
}

// ParseTiempo reads a kind of time. The error wraps [ErrVocabulario].
func ParseTiempo(s string) (Tiempo, error) { return parse(s, Tiempos()) }
