package oficial

import (
	"fmt"
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/texto"
)

// Baja is a norm or a body that is no more from a day on.
type Baja struct {
	// Nombre is its name as texts write it.
	Nombre string `json:"nombre" doc:"Nombre de la norma o del órgano"`
	// Publicada is the day of its publication, where another norm of the same
	// name took its place: a text that cites the new one is right.
	Publicada fecha.Fecha `json:"publicada,omitzero" doc:"Día en que se publicó la que ya no rige, cuando otra lleva su nombre"`
	// Desde is the first day without it.
	Desde fecha.Fecha `json:"desde" doc:"Primer día en que ya no rige o no existe"`
	// Sucede tells what took its place.
	Sucede string `json:"sucede" doc:"Qué ocupa su lugar"`
	// Organo tells a body from a norm.
	Organo bool `json:"organo" doc:"Si es un órgano y no una norma"`
	// Cita is the source.
	Cita norma.Cita `json:"cita" doc:"Dónde consta"`
}

var (
	transparencia   = "Transparencia y Acceso a la Información Pública"
	datosPersonales = "Protección de Datos Personales"
	decreto2025     = norma.Cita{Norma: "LGTAIP", Lugar: "transitorios", Nota: "decreto publicado el 20 de marzo de 2025, en vigor el 21"}
	bajas           = []Baja{
		{Nombre: "Ley Federal de " + transparencia, Desde: fecha.MustParse("2025-03-21"),
			Sucede: "la Ley General de " + transparencia + " de 2025", Cita: decreto2025},
		{Nombre: "Ley General de " + transparencia, Publicada: fecha.MustParse("2015-05-04"),
			Desde: fecha.MustParse("2025-03-21"), Sucede: "la ley del mismo nombre publicada el 20 de marzo de 2025", Cita: decreto2025},
		{Nombre: "Ley General de " + datosPersonales + " en Posesión de Sujetos Obligados", Publicada: fecha.MustParse("2017-01-26"),
			Desde: fecha.MustParse("2025-03-21"), Sucede: "la ley del mismo nombre publicada el 20 de marzo de 2025", Cita: decreto2025},
		{Nombre: "Ley de Adquisiciones, Arrendamientos y Servicios del Sector Público", Publicada: fecha.MustParse("2000-01-04"),
			Desde: fecha.MustParse("2025-04-17"), Sucede: "la ley del mismo nombre publicada el 16 de abril de 2025",
			Cita: norma.Cita{Norma: "LAASSP", Lugar: "transitorios", Nota: "publicada el 16 de abril de 2025"}},
		{Nombre: "Instituto Nacional de Transparencia, Acceso a la Información y " + datosPersonales, Organo: true,
			Desde: fecha.MustParse("2025-03-21"), Sucede: "Transparencia para el Pueblo y la Secretaría Anticorrupción y Buen Gobierno",
			Cita: norma.Cita{Norma: "CPEUM", Lugar: "reforma publicada el 20 de diciembre de 2024"}},
		{Nombre: "Secretaría de la Función Pública", Organo: true, Desde: fecha.MustParse("2024-11-29"),
			Sucede: "la Secretaría Anticorrupción y Buen Gobierno",
			Cita:   norma.Cita{Norma: "LOAPF", Lugar: "arts. 26 y 37", Nota: "reforma publicada el 28 de noviembre de 2024"}},
	}
)

// Bajas lists the norms and bodies that texts still name and are no more.
func Bajas() []Baja { return slices.Clone(bajas) }

// citada says whether a folded text cites what is no more on a day. A text that
// gives the day of publication of the newer norm is right.
func (b Baja) citada(plano string, dadas []fecha.Fecha, dia fecha.Fecha) bool {
	if dia.Before(b.Desde) {
		return false
	}
	nombre := texto.Plegar(b.Nombre)
	i := strings.Index(plano, nombre)
	if i < 0 || strings.HasPrefix(plano[i+len(nombre):], " gubernamental") {
		return false
	}
	return len(dadas) == 0 || b.Publicada.IsZero() || slices.Contains(dadas, b.Publicada)
}

func (b Baja) nota() string {
	que := "que no rige desde el"
	switch {
	case b.Organo:
		que = "que no existe desde el"
	case !b.Publicada.IsZero():
		que = fmt.Sprintf("y la publicada el %s no rige desde el", b.Publicada)
	}
	return fmt.Sprintf("Cita: %s, %s %s; en su lugar está %s (%s, %s)", b.Nombre, que, b.Desde, b.Sucede, b.Cita.Norma, b.Cita.Lugar)
}

// normas looks for norms and bodies that are no more: in a function it is a
// reference to mend; in the legal framework, a norm to strike out.
func (r *revision) normas() {
	for i := range r.dichos {
		d := &r.dichos[i]
		for _, b := range bajas {
			if b.citada(d.plano, nil, r.dia) {
				r.enFuncion(d, Referencia, "", b.nota())
			}
		}
	}
	for _, m := range r.manuales {
		for _, s := range m.Secciones {
			if !strings.HasPrefix(texto.Plegar(s.Titulo), "marco") {
				continue
			}
			for _, p := range parrafos(s.Lineas) {
				plano, dadas := texto.Plegar(p.Texto), fechas(p.Texto)
				for _, b := range bajas {
					if b.citada(plano, dadas, r.dia) {
						r.hallar(Hallazgo{Funcion: r.seccion(m, s.Numero), Tipo: Norma, Nota: b.nota(), Linea: p.Numero})
					}
				}
			}
		}
	}
}

// parrafos joins the lines of a section that no blank line parts. A line
// without a capital, or with nothing but a sign, goes on with the one above.
func parrafos(ls []Linea) []Linea {
	var out []Linea
	for _, l := range ls {
		n := len(out)
		if n > 0 && len(out[n-1].Texto) < maxTexto && (!l.Blanco || !cierra(out[n-1].Texto) && !inicialMayuscula(l.Texto)) {
			out[n-1].Texto += " " + l.Texto
			continue
		}
		out = append(out, l)
	}
	return out
}
