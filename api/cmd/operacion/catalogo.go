package main

import (
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/siade"
)

// tramites enters three procedures in the catalog, with what is asked of each
// and who attends it. Themes stay free until the installation has its own.
func (g *guion) tramites() {
	sistemas := titular("doe-7.1.3.1.4", "")
	for _, t := range []struct {
		clave, nombre, organo, pregunta string
		opciones                        []string
	}{
		{"registro-de-beneficiario", "Registro de beneficiarios", "dn-incorporacion-y-recaudacion", "¿A quién se registra?", []string{"hija_o_hijo", "conyuge", "ascendiente"}},
		{"correccion-de-datos", "Corrección de datos del asegurado", "dn-incorporacion-y-recaudacion", "¿Qué dato está mal?", []string{"nombre", "curp", "fecha_de_nacimiento"}},
		{"cambio-de-unidad", "Cambio de unidad de medicina familiar", "dn-prestaciones-medicas", "¿Por qué se cambia?", []string{"domicilio", "horario", "otro"}},
	} {
		g.crear(sistemas, siade.ColeccionClasificadores, siade.Asiento{
			Clase: siade.ClaseTramite, Clave: t.clave, Motivo: "Catálogo inicial",
			EdicionClasificador: siade.EdicionClasificador{
				Desde: g.hoy().Sumar(-60), Nombre: t.nombre,
				Preguntas: []siade.Pregunta{{Clave: "detalle", Texto: t.pregunta, Clase: siade.PreguntaOpcion, Opciones: t.opciones}},
				Rutas:     []siade.Ruta{{Organo: doe.ClaveOrgano(t.organo)}},
			},
		})
	}
}
