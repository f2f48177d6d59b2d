package siade

import (
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Peticiones is the trámite of the petition.
var Peticiones = tramite.MustDefinir(tramite.Definicion[Peticion]{
	Nombre: "peticion", Coleccion: Coleccion, Titulo: "Petición", Serie: Serie, Rama: Rama,
	Descripcion: "Lo que una persona u organismo pide, reconoce, sugiere o de lo que se queja, desde que se registra hasta que concluye.",
	Estados:     estados,
	Alta:        Registrar,
	Actos: tramite.Actos[Peticion](
		Clasificar, Reclasificar, Turnar, Asignar, Aceptar, Devolver, Requerir, Aportar, Prevenir, Desahogar,
		Prorrogar, Responder, Notificar, Cerrar, Calificar, Reabrir, Canalizar, Acreditar, Acumular, Desistir, Desechar,
		Escalar, Observar, Subsanar, Acusar, PedirConstancia, ExpedirConstancia, Adjuntar, LeerIdentidad,
		Moderar, Restituir, Traducir, Reanudar, Recordar, RecibirAcumulada, AbrirVia, ConcluirVia, AdoptarReglas),
	Plazos: plazos, Partes: partes, Recorta: recorta, Reserva: reserva, VeReservados: veReservados, Indices: indices,
	Texto: Peticion.buscado,
	// What was resolved at contact is no one's duplicate by its text alone.
	Similares: func(p Peticion) bool { return !p.AlContacto },
	Aporta:    aporta, AportaEvento: aportaEvento, Publica: publica,
})

var plazos = []tramite.Plazo[Peticion]{
	{
		Nombre: PlazoRespuesta, Titulo: "Respuesta", Claves: tramite.Mientras(Peticion.sinRespuesta),
		Desde: func(p Peticion, _ string) fecha.Fecha { return p.desde() },
		Termino: func(p Peticion, _ string, d fecha.Fecha) (plazo.Termino, bool) {
			return p.terminoRespuesta(d)
		},
		Prorroga: "prorrogar", Aviso: 3, Vencido: "escalar", Alarmas: []int{0, 5, 10, 15},
		Entrada: func(Peticion, tramite.Reloj) any { return Escalamiento{Motivo: "Venció el plazo para responder."} },
	},
	{
		Nombre: PlazoNotificacion, Titulo: "Notificación", Termino: deTabla(PlazoNotificacion), Aviso: 2,
		Claves: tramite.Mientras(func(p Peticion) bool { return p.Respuesta != nil && p.Notificacion == nil }),
	},
	{
		Nombre: PlazoDesahogo, Titulo: "Desahogo de la prevención", CorreEn: []tramite.Estado{Prevenida}, Aviso: 2,
		Claves:  tramite.Mientras(func(p Peticion) bool { return p.Prevencion != nil && p.Prevencion.abierta() }),
		Vencido: "reanudar", Alarmas: []int{0}, Entrada: vencimiento,
		Desde: func(p Peticion, _ string) fecha.Fecha { return p.Prevencion.Notificada },
		Termino: func(p Peticion, _ string, _ fecha.Fecha) (plazo.Termino, bool) {
			return terminoDesahogo(p.Prevencion.Dias), true
		},
		Efecto: "Si se previno a tiempo y no se desahoga, la petición puede desecharse; en la queja se resuelve con lo que hay.",
	},
	{
		Nombre: PlazoInformacion, Titulo: "Información requerida", CorreEn: []tramite.Estado{EnEspera}, Aviso: 1,
		Claves: debenInformacion, Vencido: "reanudar", Alarmas: []int{0}, Entrada: vencimiento,
		Termino: func(p Peticion, clave string, _ fecha.Fecha) (plazo.Termino, bool) {
			i := p.pendienteDe(Requerida(clave))
			if i < 0 {
				return plazo.Termino{}, false
			}
			return habiles(p.Requerimientos[i].Dias, interno), true
		},
	},
	{
		Nombre: PlazoAceptacion, Titulo: "Aceptación del turno", Claves: tramite.Mientras(Peticion.sinAceptar), Frustra: []string{"canalizar", "acumular", "desistir", "desechar"},
		Desde:   func(p Peticion, _ string) fecha.Fecha { return p.Turno.Dia },
		Termino: deTabla(PlazoAceptacion), Aviso: 1, Vencido: "recordar", Alarmas: []int{0, 3, 6}, Entrada: vencimiento,
	},
	{
		Nombre: PlazoRemision, Titulo: "Remisión al órgano competente", Termino: deTabla(PlazoRemision), CorreEn: []tramite.Estado{EnOtraVia}, Aviso: 1,
		Claves: tramite.Mientras(func(p Peticion) bool { return p.Canalizacion == nil && p.clasificacion().Competencia.Ajena() }),
		Desde:  func(p Peticion, _ string) fecha.Fecha { return p.Presentacion },
	},
	{
		Nombre: PlazoAcuse, Titulo: "Acuse de recibo", Termino: deTabla(PlazoAcuse), Aviso: 1,
		Claves: tramite.Mientras(func(p Peticion) bool {
			return p.Acuse == nil && p.PrimeraRespuesta.IsZero() && !p.Canal.Inmediato() && !p.AlContacto
		}),
		Desde: func(p Peticion, _ string) fecha.Fecha { return p.Presentacion },
	},
	{
		Nombre: PlazoConstancia, Titulo: "Constancia de silencio", Termino: deTabla(PlazoConstancia), Aviso: 1,
		Claves: tramite.Mientras(func(p Peticion) bool { return p.Constancia != nil && p.Constancia.Expedida.IsZero() }),
	},
	{
		Nombre: PlazoSilencio, Titulo: "Plazo legal para resolver", Claves: tramite.Mientras(Peticion.sinRespuesta),
		Termino: deTabla(PlazoSilencio), CorreEn: []tramite.Estado{EnOtraVia}, Aviso: 15, Efecto: EfectoSilencio,
		Desde: func(p Peticion, _ string) fecha.Fecha { return p.desde() },
	},
}

func debenInformacion(p Peticion) []string {
	var out []string
	for _, q := range p.Requerimientos {
		if q.Pendiente() {
			out = append(out, string(q.A))
		}
	}
	return out
}

func deTabla(nombre string) func(Peticion, string, fecha.Fecha) (plazo.Termino, bool) {
	return func(p Peticion, _ string, dia fecha.Fecha) (plazo.Termino, bool) { return p.termino(nombre, dia) }
}

func vencimiento(_ Peticion, k tramite.Reloj) any { return Vencimiento{Plazo: k.Plazo, Clave: k.Clave} }

var indices = []tramite.Indice[Peticion]{
	{Nombre: "tipo", Descripcion: "Clase de petición", Valores: tipos.Claves(), De: DimensionTipo.De},
	{Nombre: "canal", Descripcion: "Medio por el que llegó", Valores: canales.Claves(), De: DimensionCanal.De},
	{Nombre: "gravedad", Descripcion: "Gravedad", Valores: gravedades.Claves(), De: DimensionGravedad.De},
	{Nombre: "tema", Descripcion: "Código del tema", De: DimensionTema.De},
	{Nombre: "servicio", Descripcion: "Código del servicio", De: DimensionServicio.De},
	{Nombre: "unidad_servicio", Descripcion: "CLUES o clave de la unidad donde ocurrió", De: DimensionUnidadServicio.De},
	{Nombre: "peticionario", Descripcion: "Clase de quien la presenta", Valores: tiposPeticionario.Claves(), De: func(p Peticion) string { return string(p.Peticionario.Tipo) }},
	{Nombre: "sensible", Descripcion: "Si es sensible", Valores: []string{"si", "no"}, De: func(p Peticion) string {
		if p.clasificacion().Sensible {
			return "si"
		}
		return "no"
	}},
}
