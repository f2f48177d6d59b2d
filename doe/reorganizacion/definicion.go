package reorganizacion

import (
	"strconv"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// PlazoVigor is the deadline by which the clock puts it in force.
const PlazoVigor = "vigor"

// Reorganizaciones is the trámite.
var Reorganizaciones = tramite.MustDefinir(tramite.Definicion[Reorganizacion]{
	Nombre: "reorganizacion", Coleccion: "reorganizaciones", Serie: "REORG", Rama: doe.Raiz, Titulo: "Reorganización",
	Descripcion: "Cambio de la estructura: se proyecta, se simula, lo aprueba quien puede con su documento y entra en vigor su día.",
	Estados: []tramite.DefEstado{
		{Nombre: Proyecto, Categoria: tramite.Abierta, Titulo: "Proyecto"},
		{Nombre: Simulada, Categoria: tramite.Abierta, Titulo: "Simulada"},
		{Nombre: Enviada, Categoria: tramite.Espera, Titulo: "Enviada a aprobación"},
		{Nombre: Aprobada, Categoria: tramite.Abierta, Titulo: "Aprobada"},
		{Nombre: EnVigor, Categoria: tramite.Cerrada, Titulo: "En vigor"},
		{Nombre: Rechazada, Categoria: tramite.Cerrada, Titulo: "Rechazada"},
		{Nombre: Desistida, Categoria: tramite.Cancelada, Titulo: "Desistida"},
	},
	Alta: Proyectar,
	Actos: tramite.Actos[Reorganizacion](Modificar, Hacer, Enviar, Observar, Aprobar, Rechazar, Desistir, Revocar, entrar,
		tramite.Adjuntar[Reorganizacion](tramite.Base{De: tramite.DesdeCategoria(tramite.Abierta, tramite.Espera), Facultades: doe.Alguna("doe.estructura:elaborar", "doe.estructura:registrar"), Alcance: doe.Nacional, Contrapartes: porAprobar})),
	Plazos: []tramite.Plazo[Reorganizacion]{{
		Nombre: PlazoVigor, Titulo: "Entrada en vigor", Claves: tramite.En[Reorganizacion](Aprobada), Aviso: 15,
		Fecha: func(r Reorganizacion, _ string) fecha.Fecha {
			if r.Aprobacion == nil {
				return fecha.Fecha{}
			}
			return r.Aprobacion.Vigente
		},
		Vencido: "entrar-en-vigor", Alarmas: []int{-1},
		Efecto: "La estructura cambia y los expedientes abiertos de las unidades que terminan pasan a quienes las suceden",
	}},
	Partes: func(r Reorganizacion) []tramite.Parte {
		if r.Aprobador == Administracion && len(r.Envios) > 0 {
			return []tramite.Parte{{Rol: doe.Normativo, Organo: Administracion.Organo()}}
		}
		return nil
	},
	Indices: []tramite.Indice[Reorganizacion]{
		{Nombre: "aprobador", Descripcion: "A quién toca aprobarla", Valores: Aprobadores().Claves(), De: func(r Reorganizacion) string { return string(r.Aprobador) }},
		{Nombre: "vigente", Descripcion: "Día desde el que rige", De: func(r Reorganizacion) string {
			if r.Aprobacion == nil {
				return ""
			}
			return r.Aprobacion.Vigente.String()
		}},
	},
	Texto: func(r Reorganizacion) string { return strings.Join([]string{r.Titulo, r.Motivo}, "\n") },
})

func lugar(lista string, i int) string { return lista + "[" + strconv.Itoa(i) + "]" }
