package ejemplo

import (
	"fmt"
	"math/rand/v2"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/identificador"
	"github.com/operacion-abierta/operacion/siade"
)

// Reparto says how many of each type come in ten thousand.
type Reparto map[siade.Tipo]int

// Publicado is the share of each type in 2024 as the press told it: nine in
// ten are orientations.
func Publicado() Reparto {
	return Reparto{siade.Orientacion: 8909, siade.Gestion: 1050, siade.Reconocimiento: 27, siade.Queja: 11, siade.Sugerencia: 3}
}

// Variado gives every type its turn: for demonstrations.
func Variado() Reparto {
	return Reparto{siade.Orientacion: 4000, siade.Gestion: 2800, siade.Queja: 1600, siade.Sugerencia: 800, siade.Reconocimiento: 800}
}

// Caso is a made-up registration and who makes it.
type Caso struct {
	Registro siade.Registro
	Actor    doe.Actor
}

// ooads are the codes of the bodies, the more people the more often.
var ooads = []doe.OOAD{
	"01", "02", "02", "03", "04", "05", "05", "06", "07", "08", "08", "10", "11", "11", "12", "13", "14", "14", "14", "15", "15", "15", "16", "16", "17", "18",
	"19", "20", "20", "20", "21", "22", "22", "23", "24", "25", "26", "27", "28", "29", "29", "30", "31", "32", "33", "34", "39", "39", "39", "40", "40", "40",
}

var canales = []siade.Canal{
	siade.Modulo, siade.Modulo, siade.Modulo, siade.Modulo, siade.Modulo, siade.Telefono, siade.Telefono, siade.Chat, siade.Correo, siade.RedesSociales,
	siade.Buzon, siade.Web, siade.Oficio, siade.Organismo, siade.AtencionCiudadana, siade.GrupoOrganizado, siade.Evento,
}

// Generar makes a petition up as of a day.
func Generar(azar *rand.Rand, r Reparto, hoy fecha.Fecha) Caso {
	tipo := r.elegir(azar)
	o := uno(azar, ooads)
	a := asunto(azar, tipo)
	e := siade.Registro{
		Canal: uno(azar, canales), Relato: a.relato, FechaHechos: hoy.Sumar(-azar.IntN(20)),
		Peticionario:  peticionario(azar),
		Clasificacion: &siade.Clasificacion{Tipo: tipo, Tema: a.tema, Servicio: a.servicio, Gravedad: siade.Ordinaria},
	}
	if azar.IntN(3) == 0 {
		e.UnidadServicio = fmt.Sprintf("%s%s%02d0000", o, uno(azar, []string{"UA", "HC", "HA"}), 1+azar.IntN(40))
	}
	if tipo == siade.Reconocimiento || tipo == siade.Queja {
		e.Senalado = &siade.Senalado{Area: uno(azar, areas), Persona: persona(azar), Puesto: uno(azar, puestos)}
	}
	gravedad(azar, e.Clasificacion)
	if siade.CaminoDe(tipo).AlContacto && (tipo == siade.Orientacion || azar.IntN(4) == 0) {
		e.AtencionInmediata = &siade.AtencionInmediata{Respuesta: uno(azar, orientaciones)}
	}
	if azar.IntN(25) == 0 {
		e.OOAD = string(doe.NivelCentral)
		return Caso{e, doe.Actor{Sub: "ac-" + letra(azar), Nombre: "Atención Ciudadana", Unidad: "doe-7.1.3.1.1", Puesto: doe.Titular}}
	}
	return Caso{e, Regional(o, doe.TAOD, azar.IntN(30)+1)}
}

// Regional is a made-up person of the coordination of an OOAD.
func Regional(o doe.OOAD, p doe.Puesto, n int) doe.Actor {
	return doe.Actor{Sub: fmt.Sprintf("%s-%s-%03d", p, o, n), Nombre: fmt.Sprintf("Persona %s %03d", p, n), Unidad: doe.CAOOD, Puesto: p, OOAD: o}
}

func (r Reparto) elegir(azar *rand.Rand) siade.Tipo {
	total := 0
	for _, d := range siade.Tipos() {
		total += r[d.Clave]
	}
	if total == 0 {
		return siade.Orientacion
	}
	n := azar.IntN(total)
	for _, d := range siade.Tipos() {
		if n -= r[d.Clave]; n < 0 {
			return d.Clave
		}
	}
	return siade.Orientacion
}

func gravedad(azar *rand.Rand, c *siade.Clasificacion) {
	switch n := azar.IntN(100); {
	case n < 2 && c.Tipo == siade.Gestion:
		c.Gravedad = siade.RiesgoVital
	case n < 10:
		c.Gravedad = siade.Prioritaria
	}
	if c.Tipo == siade.Queja && azar.IntN(12) == 0 {
		c.Sensible, c.Sensibilidad = true, uno(azar, []siade.Sensibilidad{siade.Violencia, siade.Discriminacion, siade.Menores})
	}
}

func uno[T any](azar *rand.Rand, xs []T) T { return xs[azar.IntN(len(xs))] }

func letra(azar *rand.Rand) string { return string(rune('a' + azar.IntN(26))) }

func peticionario(azar *rand.Rand) siade.DatosPeticionario {
	p := siade.DatosPeticionario{Tipo: siade.Derechohabiente}
	switch n := azar.IntN(20); {
	case n == 0:
		return siade.DatosPeticionario{Tipo: siade.PoblacionUsuaria, Anonimo: true}
	case n < 3:
		p.Tipo = uno(azar, []siade.TipoPeticionario{siade.Contribuyente, siade.PoblacionUsuaria, siade.OrganismoPublico, siade.OrganismoPrivado})
	}
	p.Nombre, p.AvisoPrivacidad = persona(azar), "2025-03"
	p.Telefono = fmt.Sprintf("55%08d", azar.IntN(100_000_000))
	if azar.IntN(2) == 0 {
		p.Correo = fmt.Sprintf("persona%05d@example.org", azar.IntN(100_000))
	}
	if p.Tipo == siade.Derechohabiente {
		p.NSS = nss(azar)
		if azar.IntN(2) == 0 {
			p.CURP = curp(azar)
		}
	}
	return p
}

// cerrar adds to a text the digit that a reader takes.
func cerrar(s string, vale func(string) bool) string {
	for d := '0'; d <= '9'; d++ {
		if t := s + string(d); vale(t) {
			return t
		}
	}
	return ""
}

func nss(azar *rand.Rand) string {
	return cerrar(fmt.Sprintf("%02d%02d%02d%04d", 1+azar.IntN(97), azar.IntN(100), azar.IntN(100), azar.IntN(10_000)), func(s string) bool {
		_, err := identificador.ParseNSS(s)
		return err == nil
	})
}

func curp(azar *rand.Rand) string {
	const consonantes = "BCDFGHJKLMNPQRSTVWXYZ"
	c := func() byte { return consonantes[azar.IntN(len(consonantes))] }
	s := fmt.Sprintf("%cA%c%c%02d%02d%02d%c%s%c%c%c%d", c(), c(), c(), azar.IntN(100), 1+azar.IntN(12), 1+azar.IntN(28),
		"HMX"[azar.IntN(3)], uno(azar, []string{"JC", "NL", "DF", "MC", "OC", "YN"}), c(), c(), c(), azar.IntN(10))
	return cerrar(s, func(s string) bool {
		_, err := identificador.ParseCURP(s)
		return err == nil
	})
}
