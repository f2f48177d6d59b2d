package siade

import (
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Seguimiento is what who petitions sees with folio and key: no internal note,
// no name, no other folio but the one it is attended in.
type Seguimiento struct {
	Folio       string         `json:"folio" doc:"Folio" example:"SIADE-2026-14-0000001-X"`
	Estado      tramite.Estado `json:"estado" doc:"Estado" example:"en_atencion"`
	EstadoTexto string         `json:"estado_texto" doc:"Estado, dicho a una persona" example:"En atención"`
	Tipo        string         `json:"tipo,omitempty" doc:"Clase de petición" example:"Gestión"`
	Relato      string         `json:"relato" doc:"Lo que se pidió, como se muestra"`
	// Moderado says that the words shown are not those it was told in.
	Moderado     bool             `json:"moderado,omitempty" doc:"Si lo que se muestra no son las palabras originales, que se conservan"`
	Presentacion fecha.Fecha      `json:"presentacion" doc:"Día en que se tiene por presentada" example:"2026-03-02"`
	Respuestas   []RespuestaVista `json:"respuestas" doc:"Respuestas dadas, la última al final"`
	// Prevencion and Solicitud are what is asked of who petitions.
	Prevencion string `json:"prevencion,omitempty" doc:"Lo que se previno, si está pendiente"`
	Solicitud  string `json:"solicitud,omitempty" doc:"Lo que se requirió, si está pendiente"`
	// Siguiente says what comes next and Hasta by when.
	Siguiente string      `json:"siguiente" doc:"Qué sigue" example:"El Instituto le responderá."`
	Hasta     fecha.Fecha `json:"hasta,omitzero" doc:"Antes de qué día, el mismo incluido" example:"2026-03-16"`
	// Actos are those open to who petitions.
	Actos []string `json:"actos" doc:"Lo que usted puede hacer ahora" example:"[\"desistir\"]"`
	// Canalizada and Acumulada say where it went.
	Canalizada    string      `json:"canalizada,omitempty" doc:"Órgano al que se remitió"`
	Acumulada     string      `json:"acumulada,omitempty" doc:"Folio en el que se atiende"`
	Vias          []ViaVista  `json:"vias,omitempty" doc:"Otras vías en que se sigue"`
	Desechamiento string      `json:"desechamiento,omitempty" doc:"Por qué se desechó"`
	CalificaHasta fecha.Fecha `json:"califica_hasta,omitzero" doc:"Último día para calificar" example:"2026-04-15"`
}

// RespuestaVista is an answer as who petitions sees it.
type RespuestaVista struct {
	Texto string      `json:"texto" doc:"Respuesta"`
	Fecha fecha.Fecha `json:"fecha" doc:"Día" example:"2026-03-05"`
	// Traduccion is the same in the language of who petitions.
	Lengua     string `json:"lengua,omitempty" doc:"Lengua de la traducción" example:"náhuatl"`
	Traduccion string `json:"traduccion,omitempty" doc:"La respuesta en la lengua de quien pide"`
}

// ViaVista is another path as who petitions sees it.
type ViaVista struct {
	Nombre    string      `json:"nombre" doc:"Nombre de la vía" example:"Queja médica"`
	Desde     fecha.Fecha `json:"desde" doc:"Día en que se abrió" example:"2026-03-03"`
	Fin       fecha.Fecha `json:"fin,omitzero" doc:"Día en que terminó"`
	Nota      string      `json:"nota,omitempty" doc:"Cómo terminó" example:"Resuelta"`
	Resultado string      `json:"resultado,omitempty" doc:"Qué se resolvió"`
}

// Publica is the view of who petitions.
func (p Peticion) Publica() Seguimiento {
	v := Seguimiento{
		Folio: p.Folio, Estado: p.Estado, EstadoTexto: titulo(p.Estado), Tipo: tipos.Nombre(p.tipo()), Relato: p.Mostrado(), Moderado: p.Moderacion != nil,
		Presentacion: p.Presentacion, Respuestas: []RespuestaVista{}, Actos: actosPublicos(p), Acumulada: p.AcumuladaEn,
	}
	for _, r := range p.Anteriores {
		v.Respuestas = append(v.Respuestas, r.vista())
	}
	if p.Respuesta != nil && p.Notificacion != nil {
		v.Respuestas = append(v.Respuestas, p.Respuesta.vista())
	}
	if p.Estado == Prevenida && p.Prevencion != nil {
		v.Prevencion = p.Prevencion.Motivo
	}
	if i := p.pendienteDe(APeticionario); i >= 0 && p.Estado == EnEspera {
		v.Solicitud = p.Requerimientos[i].Solicitud
	}
	if c := p.Canalizacion; c != nil {
		v.Canalizada = c.Instancia + string(c.Organo)
	}
	for _, w := range p.Vias {
		v.Vias = append(v.Vias, ViaVista{w.Nombre, w.Dia, w.Fin, w.Nota, w.Resultado})
	}
	if d := p.Desechamiento; d != nil {
		v.Desechamiento = causales.Nombre(d.Causal) + ": " + d.Motivo
	}
	v.Siguiente, v.Hasta = p.siguiente()
	if p.Estado == Cerrada && p.Calificacion == nil {
		v.CalificaHasta = p.CalificaHasta
	}
	return v
}

func (r Respondido) vista() RespuestaVista {
	v := RespuestaVista{Texto: r.Texto, Fecha: r.Dia}
	if r.Traduccion != nil {
		v.Lengua, v.Traduccion = r.Traduccion.Lengua, r.Traduccion.Texto
	}
	return v
}

func publica(p Peticion) any { return p.Publica() }

func titulo(e tramite.Estado) string {
	for _, d := range estados {
		if d.Nombre == e {
			return d.Titulo
		}
	}
	return string(e)
}

// siguiente says what comes next and the date told for it.
func (p Peticion) siguiente() (string, fecha.Fecha) {
	switch p.Estado {
	case Prevenida:
		return "Usted debe aclarar o completar lo que se le pidió.", p.dicha(PlazoDesahogo)
	case EnEspera:
		return "Usted debe enviar la información que se le pidió.", p.dicha(PlazoInformacion)
	case Respondida:
		return "El Instituto le notificará la respuesta.", p.dicha(PlazoNotificacion)
	case Cerrada:
		return "Si no está de acuerdo puede pedir que se reabra.", p.ReabreHasta
	case EnOtraVia:
		return "Se sigue en otra vía; se le comunicará lo que resulte.", fecha.Fecha{}
	case Canalizada:
		return "La atenderá el órgano competente.", fecha.Fecha{}
	case Acumulada:
		return "Se atiende en otro folio.", fecha.Fecha{}
	case Desistida, Desechada:
		return "No sigue ningún paso.", fecha.Fecha{}
	}
	return "El Instituto le responderá.", p.dicha(PlazoRespuesta)
}

// dicha is the due date last told for a deadline that runs; zero for none.
func (p Peticion) dicha(nombre string) fecha.Fecha {
	k, ok := p.reloj(nombre)
	if !ok || !k.Corre() || k.Pausado() || len(k.Comunicados) == 0 {
		return fecha.Fecha{}
	}
	return k.Comunicados[len(k.Comunicados)-1]
}

// actosPublicos are the acts open to who petitions in each state.
func actosPublicos(p Peticion) []string {
	switch p.Estado {
	case Prevenida:
		return []string{"desahogar", "aportar", "desistir", "adjuntar"}
	case Cerrada:
		if p.Calificacion != nil {
			return []string{"reabrir", "adjuntar"}
		}
		return []string{"calificar", "reabrir", "adjuntar"}
	case Respondida, EnOtraVia:
		return []string{"aportar", "adjuntar"}
	case Registrada, Clasificada, Turnada, EnAtencion, EnEspera:
		return []string{"aportar", "desistir", "adjuntar"}
	}
	return []string{"adjuntar"}
}
