package ejemplo

import (
	"math/rand/v2"

	"github.com/operacion-abierta/operacion/siade"
)

// detalles are what people add to what they ask.
var detalles = []string{
	"[Fue|Ocurrió|Pasó] {dia} en {umf}.",
	"Me [atendió|dijo|mandó] {quien} a las {hora}.",
	"Es para {fam}, que lleva {tiempo} con {med}.",
	"Ya fui {veces} veces a {hosp} y [nadie sabe|me piden volver|no hay sistema].",
	"Me mandaron a {esp} y a un {est} desde hace {meses} meses.",
	"En {umf} [no contestan el teléfono|la fila es larga|cambiaron el horario] desde {mes}.",
	"[Soy pensionada|Trabajo de noche|Vivo lejos|Uso silla de ruedas] y {fam} me acompaña.",
	"Lo pregunté {dia} en {hosp} con {quien}.",
	"Necesito el {est} antes de {mes} porque me toca {esp}.",
	"Tengo {tiempo} [esperando|dando vueltas|sin respuesta], {umf} queda [lejos|cerca|cerrada por obra].",
}

// Otra is the case of another person who asks the same: made up anew, the
// personal data of the same kind and the text with its own words.
func Otra(azar *rand.Rand, c Caso) siade.Registro {
	e := c.Registro
	p := &e.Peticionario
	for _, x := range []struct {
		dato *string
		otro func() string
	}{
		{&p.Nombre, func() string { return persona(azar) }},
		{&p.Telefono, func() string { return "55" + digitos(azar, 8) }},
		{&p.Correo, func() string { return "persona" + digitos(azar, 5) + "@example.org" }},
		{&p.NSS, func() string { return nss(azar) }},
		{&p.CURP, func() string { return curp(azar) }},
	} {
		if *x.dato != "" {
			*x.dato = x.otro()
		}
	}
	for range azar.IntN(3) {
		e.Relato += " " + expandir(azar, uno(azar, detalles))
	}
	if azar.IntN(8) == 0 {
		e.Relato += " Mi número de trámite es " + digitos(azar, 7) + "."
	}
	return e
}

func digitos(azar *rand.Rand, n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = byte('0' + azar.IntN(10))
	}
	return string(b)
}
