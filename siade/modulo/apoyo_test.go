package modulo_test

import (
	"fmt"
	"testing"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/tramite/prueba"
	"github.com/operacion-abierta/operacion/siade"
	"github.com/operacion-abierta/operacion/siade/modulo"
)

var (
	jefa   = de(doe.CAOOD, doe.Titular)
	taod   = de(doe.CAOOD, doe.TAOD)
	unidad = de("doe-7.1.3", doe.Titular)
	coord  = de("doe-7.1.3.1", doe.Titular)
	enlace = de("doe-7.1.3.1.2", doe.Titular)
)

func de(u doe.ClaveUnidad, p doe.Puesto) doe.Actor {
	a := doe.Actor{Sub: string(p) + ":" + string(u), Nombre: string(p) + " de " + string(u), Unidad: u, Puesto: p}
	if u.Regional() {
		a.OOAD = "14"
	}
	return a
}

// casa is a small store with its clock.
type casa struct{ *prueba.Archivo }

func todos() []tramite.Cualquiera {
	return []tramite.Cualquiera{siade.Peticiones, modulo.Modulos, modulo.Tecnicos, modulo.Perfiles, modulo.Buzones, modulo.Movimientos, modulo.Aperturas, modulo.Imagenes, modulo.Revisiones}
}

func nuevaCasa(t testing.TB) *casa { return &casa{prueba.Nuevo(t, "2026-03-02", todos()...)} }

func (k *casa) modulo(f string) modulo.Modulo {
	return prueba.Leer[modulo.Modulo](k.Archivo, modulo.ColeccionModulos, f)
}
func (k *casa) tecnico(f string) modulo.Tecnico {
	return prueba.Leer[modulo.Tecnico](k.Archivo, modulo.ColeccionTecnicos, f)
}
func (k *casa) movimiento(f string) modulo.Movimiento {
	return prueba.Leer[modulo.Movimiento](k.Archivo, modulo.ColeccionMovimientos, f)
}

var (
	semana = []modulo.Dia{modulo.Lunes, modulo.Martes, modulo.Miercoles, modulo.Jueves, modulo.Viernes}
	matu   = jornada("08:00", "14:00")
	vesp   = jornada("14:00", "20:00")
)

func hora(s string) modulo.Hora {
	h, err := modulo.ParseHora(s)
	if err != nil {
		panic(err)
	}
	return h
}

func jornada(desde, hasta string) []modulo.Jornada {
	return []modulo.Jornada{{Dias: semana, De: hora(desde), A: hora(hasta)}}
}

// abrir makes a desk open from eight to eight, with a post by shift given, and
// gives its folio; the posts are P1, P2…
func (k *casa) abrir(clave string, turnos ...[]modulo.Jornada) string {
	k.Helper()
	e := modulo.RegistrarModulo.Ejemplo
	e.Clave = clave
	f := k.Hacer(jefa, modulo.ColeccionModulos, "", "", e)
	for i, x := range turnos {
		p := modulo.AutorizarPlaza.Ejemplo
		p.Clave, p.Turno = fmt.Sprintf("P%02d", i+1), x
		k.Hacer(coord, modulo.ColeccionModulos, f, "asentar-plaza", p)
	}
	return f
}

// persona is in service in a post of a desk; proposed only where it is empty.
func (k *casa) persona(cuenta, desk, plaza string) string {
	k.Helper()
	e := modulo.RegistrarTecnico.Ejemplo
	e.Cuenta = cuenta
	f := k.Hacer(taod, modulo.ColeccionTecnicos, "", "", e)
	if desk != "" {
		k.Hacer(coord, modulo.ColeccionTecnicos, f, "incorporar", modulo.Adscripcion{Modulo: desk, Plaza: plaza, Desde: fecha.MustParse("2026-01-16"), Origen: "Nómina"})
	}
	return f
}

func solicitud(c modulo.Clase, persona, desk, plaza, desde, hasta string) modulo.Solicitud {
	s := modulo.Solicitud{Clase: c, Tecnico: persona, Desde: fecha.MustParse(desde), Razon: modulo.Demanda, Motivo: "El módulo de destino tiene más demanda.", Documento: "Oficio 1", Cobertura: "La UMF 2 presta una persona."}
	if desk != "" {
		s.A = &modulo.Lugar{Modulo: desk, Plaza: plaza}
	}
	if hasta != "" {
		s.Hasta = fecha.MustParse(hasta)
	}
	return s
}

// mover asks for a movement and endorses it.
func (k *casa) mover(s modulo.Solicitud) string {
	k.Helper()
	f := k.Hacer(jefa, modulo.ColeccionMovimientos, "", "", s)
	k.Hacer(unidad, modulo.ColeccionMovimientos, f, "avalar", modulo.Avalar.Ejemplo)
	return f
}
