package api

import (
	"github.com/operacion-abierta/operacion/comunicacion/campana"
	"github.com/operacion-abierta/operacion/doe/acuerdo"
	"github.com/operacion-abierta/operacion/doe/aportacion"
	"github.com/operacion-abierta/operacion/doe/capacitacion"
	"github.com/operacion-abierta/operacion/doe/encomienda"
	"github.com/operacion-abierta/operacion/doe/envio"
	"github.com/operacion-abierta/operacion/doe/indicador"
	"github.com/operacion-abierta/operacion/doe/oficial"
	"github.com/operacion-abierta/operacion/doe/programa"
	"github.com/operacion-abierta/operacion/doe/reorganizacion"
	"github.com/operacion-abierta/operacion/doe/suspension"
	"github.com/operacion-abierta/operacion/doe/titularidad"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/evaluacion"
	"github.com/operacion-abierta/operacion/siade"
	ficha "github.com/operacion-abierta/operacion/siade/consulta"
	"github.com/operacion-abierta/operacion/siade/difusion"
	"github.com/operacion-abierta/operacion/siade/estadistica"
	"github.com/operacion-abierta/operacion/siade/grupo"
	"github.com/operacion-abierta/operacion/siade/importacion"
	"github.com/operacion-abierta/operacion/siade/modulo"
	"github.com/operacion-abierta/operacion/siade/plantilla"
	"github.com/operacion-abierta/operacion/siade/queja"
	"github.com/operacion-abierta/operacion/siade/recurrencia"
	"github.com/operacion-abierta/operacion/siade/supervision"
	"github.com/operacion-abierta/operacion/vinculacion/opinion"
)

// Definiciones lists the trámites that the program handles.
func Definiciones() []tramite.Cualquiera {
	return []tramite.Cualquiera{
		siade.Peticiones,
		siade.Clasificadores,
		siade.RegistroParametros,
		estadistica.Poblaciones,
		estadistica.Disenos,
		estadistica.Cortes,
		queja.Quejas,
		importacion.Importaciones,
		evaluacion.Planes,
		opinion.Opiniones,
		campana.Campanas,
		reorganizacion.Reorganizaciones,
		suspension.Suspensiones,
		titularidad.Titularidades,
		oficial.Ediciones,
		envio.Envios,
		indicador.Indicadores,
		indicador.Mediciones,
		aportacion.Aportaciones,
		acuerdo.Reuniones,
		acuerdo.Libros,
		acuerdo.Acuerdos,
		encomienda.Encomiendas,
		programa.Programas,
		modulo.Modulos,
		modulo.Buzones,
		modulo.Tecnicos,
		modulo.Perfiles,
		modulo.Movimientos,
		modulo.Aperturas,
		modulo.Imagenes,
		modulo.Revisiones,
		grupo.Directrices,
		grupo.Grupos,
		grupo.Solicitudes,
		difusion.Actividades,
		difusion.Protocolos,
		difusion.Apariciones,
		capacitacion.Necesidades,
		capacitacion.Instrumentos,
		capacitacion.Cursos,
		capacitacion.Programas,
		capacitacion.Ediciones,
		capacitacion.Acreditaciones,
		supervision.Cedulas,
		supervision.Programas,
		supervision.Visitas,
		supervision.Sitios,
		recurrencia.Problematicas,
		plantilla.Plantillas,
		ficha.Fichas,
		ficha.Reportes,
		ficha.Secciones,
		ficha.Difusiones,
	}
}

// NuevaMesa gathers the trámites of [Definiciones]. The store and the server
// are made with the same one.
func NuevaMesa() (*tramite.Mesa, error) { return tramite.NuevaMesa(Definiciones()...) }
