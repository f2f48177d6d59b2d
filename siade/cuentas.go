package siade

import (
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade/estadistica"
)

// aporta is what a petition adds to the counters of [estadistica.Familias].
func aporta(p Peticion, vence fecha.Fecha) []tramite.Aporte {
	c := estadistica.Caso{
		OOAD: p.OOAD, Registro: p.Creado.Dia(), Cierre: p.Concluida, Dias: p.dias(), AlContacto: p.AlContacto && len(p.Reaperturas) == 0,
		Valores: estadistica.Valores{
			Tipo: string(p.tipo()), Canal: string(p.Canal), Gravedad: string(p.clasificacion().Gravedad), Estado: string(p.Estado),
			Tema: p.clasificacion().Tema, Servicio: p.clasificacion().Servicio, UnidadServicio: p.UnidadServicio,
		},
	}
	if p.Concluida.IsZero() {
		c.Vence = vence
	}
	if p.Calificacion != nil {
		c.Calificacion = p.Calificacion.Calificacion
	}
	return c.Aportes()
}

// dias are the natural days from presentation to the end; what came after
// hours and ended at once took none.
func (p Peticion) dias() int {
	if p.Concluida.IsZero() {
		return 0
	}
	return max(p.Presentacion.Dias(p.Concluida), 0)
}
func VocabularioEstadistica() estadistica.Vocabulario {
	v := estadistica.Vocabulario{
		estadistica.Tipo: valores(tipos), estadistica.Canal: valores(canales), estadistica.Gravedad: valores(gravedades),
	}
	for _, e := range estados {
		v[estadistica.Estado] = append(v[estadistica.Estado], string(e.Nombre))
	}
	return v
}
