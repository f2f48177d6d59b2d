package tramite_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// anotar adds a note in any state that is not final.
var anotar = tramite.Acto[Prestamo, Nota]{
	Nombre: "anotar", Titulo: "Anotar", Descripcion: "Agrega una nota.", De: tramite.DesdeCategoria(tramite.Abierta, tramite.Espera),
	Facultades: doe.Alguna("siade.atencion:atender"), Alcance: doe.Nacional, Ejemplo: Nota{Texto: "x"},
	Aplicar: func(r *Prestamo, e Nota, _ tramite.Suceso) { r.Notas = append(r.Notas, e.Texto) },
}

func conPlazo(p tramite.Plazo[Prestamo]) *tramite.Tramite[Prestamo] {
	d := definicion()
	d.Actos = append(d.Actos, anotar)
	p.Nombre, p.Titulo = "notas", "Notas"
	p.Termino = func(Prestamo, string, fecha.Fecha) (plazo.Termino, bool) {
		return plazo.Termino{Cuenta: 10, Clase: plazo.Habiles, Calendario: plazo.LFPA, Fuente: norma.Configuracion("prueba")}, true
	}
	d.Plazos = []tramite.Plazo[Prestamo]{p}
	return tramite.MustDefinir(d)
}

func anotado(r Prestamo) bool { return slices.Contains(r.Notas, "hecho") }

func haz[E any](t *testing.T, tr *tramite.Tramite[Prestamo], r Prestamo, a tramite.Acto[Prestamo, E], e E, dia string) Prestamo {
	t.Helper()
	c := contexto(taod(), dia)
	if len(a.Contrapartes) > 0 && len(a.Facultades) == 0 {
		c.Actor = doe.Actor{Sub: "c", Rol: doe.Ciudadano}
	}
	h, err := tramite.Ejecutar(tr, r, a, e, c)
	require.NoError(t, err)
	return h.Registro
}

func nuevo(t *testing.T, tr *tramite.Tramite[Prestamo]) Prestamo {
	t.Helper()
	h, err := tramite.Crear(tr, solicitar, Solicitud{Expediente: "A-1", Inmediato: true}, contexto(taod(), "2026-03-02"))
	require.NoError(t, err)
	return h.Registro
}

func TestUnRelojCorreMientrasAlgoSeDebe(t *testing.T) {
	tr := conPlazo(tramite.Plazo[Prestamo]{Claves: tramite.Mientras(func(r Prestamo) bool { return !anotado(r) })})
	r := nuevo(t, tr)
	require.Len(t, r.Relojes, 1)
	assert.True(t, r.Relojes[0].Corre())
	r = haz(t, tr, r, anotar, Nota{Texto: "hecho"}, "2026-03-04")
	assert.Equal(t, "2026-03-04", r.Relojes[0].Fin.String())
	assert.True(t, r.Relojes[0].Cumplido)
	assert.Len(t, r.Relojes, 1)
}

func TestLoQueAunSeDebeAlTerminarNoSeCumplio(t *testing.T) {
	tr := conPlazo(tramite.Plazo[Prestamo]{Claves: tramite.Mientras(func(r Prestamo) bool { return !anotado(r) })})
	r := haz(t, tr, nuevo(t, tr), devolver, tramite.Vacia{}, "2026-03-04")
	assert.Equal(t, "2026-03-04", r.Relojes[0].Fin.String())
	assert.False(t, r.Relojes[0].Cumplido)
}

func TestNingunRelojEmpiezaCuandoElAsuntoTermina(t *testing.T) {
	tr := conPlazo(tramite.Plazo[Prestamo]{Claves: tramite.En[Prestamo](devuelto)})
	r := haz(t, tr, nuevo(t, tr), devolver, tramite.Vacia{}, "2026-03-04")
	assert.Empty(t, r.Relojes)
}

func TestUnRelojCorreEnSusEstadosYVuelveAEmpezar(t *testing.T) {
	tr := conPlazo(tramite.Plazo[Prestamo]{Claves: tramite.En[Prestamo](prestado)})
	r := haz(t, tr, nuevo(t, tr), consultar, tramite.Vacia{}, "2026-03-03")
	require.Len(t, r.Relojes, 1)
	assert.True(t, r.Relojes[0].Cumplido)
	r = haz(t, tr, r, reanudar, tramite.Vacia{}, "2026-03-05")
	require.Len(t, r.Relojes, 2)
	assert.Equal(t, "2026-03-05", r.Relojes[1].Desde.String())
	assert.True(t, r.Relojes[1].Corre())
}

func TestUnRelojCuyoDiaSeMueveEmpiezaDeNuevo(t *testing.T) {
	dias := []string{"2026-03-02", "2026-03-06"}
	tr := conPlazo(tramite.Plazo[Prestamo]{
		Claves: tramite.En[Prestamo](solicitado, prestado),
		Desde: func(r Prestamo, _ string) fecha.Fecha {
			if anotado(r) {
				return fecha.MustParse(dias[1])
			}
			return fecha.MustParse(dias[0])
		},
	})
	r := haz(t, tr, nuevo(t, tr), anotar, Nota{Texto: "nada"}, "2026-03-03")
	require.Len(t, r.Relojes, 1)
	r = haz(t, tr, r, anotar, Nota{Texto: "hecho"}, "2026-03-06")
	require.Len(t, r.Relojes, 2)
	assert.Equal(t, "2026-03-06", r.Relojes[0].Fin.String())
	assert.False(t, r.Relojes[0].Cumplido, "lo que se vuelve a contar no se cumplió")
	assert.Equal(t, "2026-03-06", r.Relojes[1].Desde.String())
	assert.Equal(t, "2026-03-20", r.Relojes[1].Comunicados[0].String())
}

func TestUnRelojDetenidoQueTerminaCierraSuPausa(t *testing.T) {
	tr := conPlazo(tramite.Plazo[Prestamo]{Claves: tramite.Mientras(func(r Prestamo) bool { return !anotado(r) })})
	r := haz(t, tr, nuevo(t, tr), consultar, tramite.Vacia{}, "2026-03-03")
	require.True(t, r.Relojes[0].Pausado())
	r = haz(t, tr, r, anotar, Nota{Texto: "hecho"}, "2026-03-09")
	assert.False(t, r.Relojes[0].Pausado())
	assert.Equal(t, "2026-03-09", r.Relojes[0].Pausas[0].Hasta.String())
	assert.True(t, r.Relojes[0].Cumplido)
}

func TestUnPlazoDiceSuDeclaracionEntera(t *testing.T) {
	tr := conPlazo(tramite.Plazo[Prestamo]{
		Claves: tramite.En[Prestamo](prestado), CorreEn: []tramite.Estado{consulta}, Prorroga: "prorrogar", Frustra: []string{"anotar"},
		Vencido: "devolver", Alarmas: []int{-1, 0}, Efecto: "Se devuelve.",
	})
	assert.Equal(t, []tramite.DefPlazo{{
		Nombre: "notas", Titulo: "Notas", CorreEn: []tramite.Estado{consulta}, Prorroga: "prorrogar", Frustra: []string{"anotar"},
		Vencido: "devolver", Alarmas: []int{-1, 0}, Efecto: "Se devuelve.",
	}}, tr.Definicion().Plazos)
	d := definicion()
	d.Plazos[0].Claves = nil
	_, err := tramite.Definir(d)
	assert.ErrorContains(t, err, "a term or a date, and keys")
}
