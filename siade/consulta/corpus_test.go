package consulta_test

import (
	_ "embed"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/version"
	"github.com/operacion-abierta/operacion/siade"
	"github.com/operacion-abierta/operacion/siade/consulta"
)

//go:embed testdata/fichas.txt
var fichasDePrueba string

//go:embed testdata/consultas.txt
var consultasDePrueba string

//go:embed testdata/frases.txt
var frasesDePrueba string

// enVigor is a card whose only version rules since January.
func enVigor(clave string, c consulta.Contenido) *consulta.Ficha {
	r := &consulta.Ficha{}
	r.Folio, r.Version, r.Estado, r.Clave = "FIC-"+clave, 4, version.Vigente, clave
	r.Unidad, r.OOAD, r.Revisar = consulta.Guarda, doe.NivelCentral, c.Revisar
	r.Versiones = []version.Version[consulta.Contenido]{{Numero: 1, Contenido: c, Desde: fecha.MustParse("2026-01-01")}}
	return r
}

// corpus reads the cards of the labelled set.
func corpus(t testing.TB) map[string]tramite.Registro {
	out := map[string]tramite.Registro{}
	var e *consulta.Contenido
	var clave string
	guardar := func() {
		if e != nil {
			out[clave] = enVigor(clave, *e)
		}
	}
	for l := range strings.Lines(fichasDePrueba) {
		que, resto, _ := strings.Cut(strings.TrimSpace(l), " ")
		switch que {
		case "ficha":
			guardar()
			var clase string
			clave, clase, _ = strings.Cut(resto, " ")
			e = &consulta.Contenido{Clase: consulta.Clase(clase), Costo: &consulta.Costo{}, Organo: organo, Revisar: dia("2027-01-01"), Quienes: []string{"Quien cumpla los requisitos"}}
		case "n":
			e.Nombre = resto
		case "s":
			e.Sinonimos = strings.Split(resto, "; ")
		case "r":
			e.Resumen = resto
		case "q":
			e.Requisitos = strings.Split(resto, "; ")
		case "d":
			for d := range strings.SplitSeq(resto, "; ") {
				e.Documentos = append(e.Documentos, consulta.Documento{Nombre: d, Forma: consulta.Copia})
			}
		case "p":
			p, r, _ := strings.Cut(resto, " | ")
			e.Preguntas = append(e.Preguntas, consulta.Pregunta{Pregunta: p, Respuesta: r})
		case "c":
			k, v, _ := strings.Cut(resto, " ")
			e.Responde = append(e.Responde, siade.Codigo{Clase: siade.ClaseClasificador(k), Clave: v})
		case "#", "":
		default:
			require.Failf(t, "no es línea del conjunto", "%q", l)
		}
	}
	guardar()
	return out
}

// etiquetadas are the searches of a labelled set with the card that answers
// each.
func etiquetadas(conjunto string) (out [][2]string) {
	for l := range strings.Lines(conjunto) {
		if clave, q, ok := strings.Cut(strings.TrimSpace(l), "\t"); ok {
			out = append(out, [2]string{clave, q})
		}
	}
	return out
}

// The words with which cards are made by the thousand: none of them is what a
// card of the labelled set is about, though people say them with those that
// are.
var (
	hechos   = strings.Fields("Autorización Verificación Actualización Reposición Validación Notificación Asesoría Dictamen Licencia Permiso Reporte Consulta Solicitud Trámite Certificación Revisión Inspección Evaluación")
	objetos  = strings.Fields("equipamiento mobiliario almacén proveedor contrato inventario archivo biblioteca investigación docencia becas residencia laboratorista ortesis prótesis lentes auditivos rehabilitación terapia nutrición psicología odontología audiología traslado hospedaje viáticos comedor estacionamiento credencial uniforme capacitación concurso licitación fianza garantía avalúo predio arrendamiento obra mantenimiento")
	ambitos  = strings.Fields("rural urbano estatal regional nacional foráneo digital anual mensual extraordinario temporal definitivo provisional ordinario abreviado simplificado infantil juvenil adulto familiar comunitario escolar laboral deportivo cultural")
	rellenos = strings.Fields("la persona interesada presenta su solicitud en la ventanilla con los datos completos y recibe una respuesta por escrito dentro del plazo señalado si falta algún documento se le avisa para que lo entregue el servicio es para quien lo necesite en cualquier unidad del país con horario de oficina")
)

func generada(azar *rand.Rand, n int) (string, consulta.Contenido) {
	de := func(xs []string) string { return xs[azar.IntN(len(xs))] }
	frase := func(n int) string {
		ws := make([]string, n)
		for i := range ws {
			if ws[i] = de(rellenos); azar.IntN(4) == 0 {
				ws[i] = de(objetos)
			}
		}
		return strings.Join(ws, " ")
	}
	c := consulta.Contenido{
		Clase: consulta.Tramite, Nombre: fmt.Sprintf("%s de %s %s %d", de(hechos), de(objetos), de(ambitos), n), Sinonimos: []string{de(objetos) + " " + de(ambitos), frase(3)},
		Resumen: frase(18), Quienes: []string{frase(10)}, Requisitos: []string{frase(12), frase(9), frase(14)}, Pasos: []string{frase(12), frase(15), frase(9)},
		Documentos: []consulta.Documento{{Nombre: frase(4)}, {Nombre: frase(5), Nota: frase(8)}}, Costo: &consulta.Costo{}, Organo: organo, Revisar: dia("2027-01-01"),
		Donde: []consulta.Lugar{{Medio: consulta.Presencial, Donde: frase(8)}}, Fundamento: []consulta.Cita{{Norma: "LSS", Lugar: fmt.Sprintf("art. %d", n%300)}},
		Preguntas: []consulta.Pregunta{{Pregunta: frase(9), Respuesta: frase(24)}, {Pregunta: frase(8), Respuesta: frase(30)}},
		Responde:  []siade.Codigo{{Clase: siade.ClaseTema, Clave: fmt.Sprintf("tema-%d", n%80)}},
	}
	return fmt.Sprintf("GEN-%d", n), c
}

// corpusDe adds made-up cards to the labelled ones until there are so many.
func corpusDe(t testing.TB, cuantas int) map[string]tramite.Registro {
	out := corpus(t)
	azar := rand.New(rand.NewPCG(2026, 11))
	for n := 0; len(out) < cuantas; n++ {
		clave, c := generada(azar, n)
		out[clave] = enVigor(clave, c)
	}
	return out
}
