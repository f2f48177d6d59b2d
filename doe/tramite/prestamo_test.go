package tramite_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Prestamo is a made-up trámite small enough to read whole: the loan of a
// file from an archive.
type Prestamo struct {
	tramite.Cabecera
	Expediente string   `json:"expediente"`
	Notas      []string `json:"notas,omitempty"`
	Persona    string   `json:"persona,omitempty"`
}

type Solicitud struct {
	Expediente string `json:"expediente" validate:"required,max=40"`
	Nombre     string `json:"nombre,omitempty" validate:"omitempty,max=80"`
	Persona    string `json:"persona,omitempty" hecho:"true" validate:"omitempty,max=40"`
	Inmediato  bool   `json:"inmediato,omitempty"`
}

func (s *Solicitud) Separar(azar func() string) []tramite.Reservado {
	if s.Nombre == "" {
		return nil
	}
	s.Persona = azar()
	r := tramite.Reservado{Ref: s.Persona, Clase: "persona", Datos: []byte(fmt.Sprintf(`{"nombre":%q}`, s.Nombre))}
	s.Nombre = ""
	return []tramite.Reservado{r}
}

type Nota struct {
	Texto string `json:"texto" validate:"required,max=100"`
}

type Mas struct {
	Dias int `json:"dias" validate:"min=1,max=5"`
}

func (m Mas) UnidadesProrroga() int { return m.Dias }

const (
	solicitado tramite.Estado = "solicitado"
	prestado   tramite.Estado = "prestado"
	consulta   tramite.Estado = "en_consulta"
	devuelto   tramite.Estado = "devuelto"
)

var sinNotas = falla.Regla{Codigo: "PRESTAMO-01", Es: "No se presta dos veces con la misma nota.", En: "The same note does not lend twice."}

var (
	solicitar = tramite.Acto[Prestamo, Solicitud]{
		Nombre: "solicitar", Titulo: "Solicitar", Descripcion: "Pide un expediente en préstamo.",
		A: tramite.Hacia(solicitado), Facultades: doe.Alguna("siade.registro:registrar"), Alcance: doe.Nacional,
		Aplicar: func(r *Prestamo, e Solicitud, _ tramite.Suceso) { r.Expediente, r.Persona = e.Expediente, e.Persona },
		Ordena: func(_ Prestamo, e Solicitud, _ *tramite.Contexto) []tramite.Orden {
			if !e.Inmediato {
				return nil
			}
			return []tramite.Orden{{Acto: "prestar", Entrada: Nota{Texto: "al momento"}, Camino: "body.inmediato"}}
		},
		Ejemplo: Solicitud{Expediente: "A-1"},
	}
	prestar = tramite.Acto[Prestamo, Nota]{
		Nombre: "prestar", Titulo: "Prestar", Descripcion: "Entrega el expediente.", De: tramite.Desde(solicitado), A: tramite.Hacia(prestado),
		Facultades: doe.Alguna("siade.atencion:atender"), Alcance: doe.Nacional,
		Validar: func(r Prestamo, e Nota, _ *tramite.Contexto, f *falla.Fallas) {
			f.Si(e.Texto == "repetida", sinNotas, "body.texto")
		},
		Aplicar: func(r *Prestamo, e Nota, _ tramite.Suceso) { r.Notas = append(r.Notas, e.Texto) },
		Ejemplo: Nota{Texto: "x"},
	}
	consultar = tramite.Acto[Prestamo, tramite.Vacia]{
		Nombre: "consultar", Titulo: "Consultar", Descripcion: "Espera a quien consulta.", De: tramite.Desde(prestado), A: tramite.Hacia(consulta),
		Facultades: doe.Alguna("siade.atencion:atender"), Alcance: doe.Nacional,
		Aplicar: func(*Prestamo, tramite.Vacia, tramite.Suceso) {},
	}
	reanudar = tramite.Acto[Prestamo, tramite.Vacia]{
		Nombre: "reanudar", Titulo: "Reanudar", Descripcion: "Sigue el préstamo.", De: tramite.Desde(consulta), A: tramite.Hacia(prestado),
		Contrapartes: []tramite.Contraparte{{Rol: doe.Ciudadano}},
		Aplicar:      func(*Prestamo, tramite.Vacia, tramite.Suceso) {},
	}
	prorrogar = tramite.Acto[Prestamo, Mas]{
		Nombre: "prorrogar", Titulo: "Prorrogar", Descripcion: "Da más días.", De: tramite.Desde(prestado),
		Facultades: doe.Alguna("siade.atencion:autorizar"), Alcance: doe.Nacional,
		Aplicar: func(*Prestamo, Mas, tramite.Suceso) {}, Ejemplo: Mas{Dias: 2},
	}
	devolver = tramite.Acto[Prestamo, tramite.Vacia]{
		Nombre: "devolver", Titulo: "Devolver", Descripcion: "Devuelve el expediente.", De: tramite.DesdeCategoria(tramite.Abierta), A: tramite.Hacia(devuelto),
		Facultades: doe.Alguna("siade.atencion:atender"), Alcance: doe.Nacional, Contrapartes: []tramite.Contraparte{{Rol: doe.Sistema}},
		Aplicar: func(*Prestamo, tramite.Vacia, tramite.Suceso) {},
	}
)

func definicion() tramite.Definicion[Prestamo] {
	return tramite.Definicion[Prestamo]{
		Nombre: "prestamo", Coleccion: "prestamos", Titulo: "Préstamo", Serie: "PRES", Rama: "doe-7.1.3",
		Estados: []tramite.DefEstado{
			{Nombre: solicitado, Categoria: tramite.Abierta, Titulo: "Solicitado"}, {Nombre: prestado, Categoria: tramite.Abierta, Titulo: "Prestado"},
			{Nombre: consulta, Categoria: tramite.Espera, Titulo: "En consulta"}, {Nombre: devuelto, Categoria: tramite.Cerrada, Titulo: "Devuelto"},
		},
		Alta:  solicitar,
		Actos: tramite.Actos[Prestamo](prestar, consultar, reanudar, prorrogar, devolver),
		Plazos: []tramite.Plazo[Prestamo]{{
			Nombre: "devolucion", Titulo: "Devolución", Claves: tramite.En[Prestamo](prestado, consulta), Prorroga: "prorrogar", Aviso: 2,
			Termino: func(Prestamo, string, fecha.Fecha) (plazo.Termino, bool) {
				return plazo.Termino{Cuenta: 10, Clase: plazo.Habiles, Calendario: plazo.LFPA, Fuente: norma.Configuracion("prueba")}, true
			},
			Vencido: "devolver", Alarmas: []int{0},
		}},
		Reserva:      func(r Prestamo) tramite.Reserva { return tramite.Reserva{Restringida: r.Expediente == "secreto"} },
		VeReservados: func(a doe.Actor) bool { return a.Puesto == doe.Titular },
		Texto:        func(r Prestamo) string { return r.Expediente },
	}
}

var prestamos = tramite.MustDefinir(definicion())

func taod() doe.Actor {
	return doe.Actor{Sub: "t-1", Nombre: "Atención", Unidad: doe.CAOOD, Puesto: doe.TAOD, OOAD: "14"}
}

func contexto(a doe.Actor, dia string) tramite.Contexto {
	n := 0
	return tramite.Contexto{
		Ahora: fecha.MustParse(dia).Inicio().Sumar(10 * time.Hour), Actor: a, Catalogo: doe.Vigente(), Calendarios: plazo.Oficiales(), Folio: "PRES-2026-14-0000001-X",
		Azar: func() string { n++; return fmt.Sprintf("ref-%d", n) },
	}
}

// crear makes a loan, or fails the test.
func crear(t testing.TB, e Solicitud) tramite.Hecho[Prestamo] {
	h, err := tramite.Crear(prestamos, solicitar, e, contexto(taod(), "2026-03-02"))
	require.NoError(t, err)
	return h
}
