package envio

import (
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Coleccion is the path of the dispatches.
const Coleccion = "envios"

// PlazoAcuse is the wait for an acknowledgement.
const PlazoAcuse = "acuse"

// terminos are the waits by means, in working days of the LFPA calendar. They
// are configuration: no norm sets them.
var terminos = plazo.Tabla{
	{Plazo: string(PorOficio), Termino: espera(5)},
	{Plazo: string(PorMensajeria), Termino: espera(5)},
	{Plazo: string(PorCorreo), Termino: espera(3)},
	{Plazo: string(PorSistema), Termino: espera(2)},
	{Plazo: string(EnMano), Termino: espera(1)},
}

func espera(dias int) plazo.Termino {
	return plazo.Termino{Cuenta: dias, Clase: plazo.Habiles, Calendario: plazo.LFPA, Fuente: deTrabajo}
}

// Terminos lists how long each means waits.
func Terminos() plazo.Tabla { return slices.Clone(terminos) }

// Envios is the definition of the dispatch.
var Envios = tramite.MustDefinir(tramite.Definicion[Envio]{
	Nombre: "envio", Coleccion: Coleccion, Serie: "ENV", Rama: doe.Raiz,
	Titulo:      "Envío",
	Descripcion: "Versión de un expediente que se envía a unidades, órganos o personas, con el acuse de cada uno o la alerta de que falta.",
	Estados: []tramite.DefEstado{
		{Nombre: Enviado, Categoria: tramite.Espera, Titulo: "Enviado, en espera de acuse"},
		{Nombre: Devuelto, Categoria: tramite.Abierta, Titulo: "Devuelto, por reenviar"},
		{Nombre: Concluido, Categoria: tramite.Cerrada, Titulo: "Concluido, con todos los acuses"},
		{Nombre: ConcluidoSinAcuse, Categoria: tramite.Cerrada, Titulo: "Concluido sin algún acuse"},
		{Nombre: Retirado, Categoria: tramite.Cancelada, Titulo: "Retirado"},
	},
	Alta: Enviar,
	Actos: tramite.Actos[Envio](Acusar, Devolver, RegistrarAcuse, RegistrarDevolucion, Reenviar, Alertar, Insistir, AbrirEnlace,
		ConcluirSinAcuse, Retirar, Adjuntar),
	Plazos: []tramite.Plazo[Envio]{{
		Nombre: PlazoAcuse, Titulo: "Acuse de recibo", CorreEn: []tramite.Estado{Enviado}, Aviso: 1,
		Frustra: []string{"devolver", "registrar-devolucion", "reenviar", "insistir", "concluir-sin-acuse", "retirar"},
		Claves:  Envio.pendientes,
		Desde:   func(r Envio, clave string) fecha.Fecha { return r.deReloj(clave).Desde },
		Termino: func(r Envio, clave string, dia fecha.Fecha) (plazo.Termino, bool) {
			if r.Espera > 0 {
				return espera(r.Espera), true
			}
			return terminos.De(string(r.deReloj(clave).Medio), dia)
		},
		Vencido: "alertar", Alarmas: []int{0, 5, 15}, Entrada: func(_ Envio, k tramite.Reloj) any { return Alerta{Reloj: k.Clave} },
		Efecto: "El reloj alerta a quien envió, que insiste; tras insistir puede concluirse sin acuse.",
	}},
	Nombradas: nombradas,
	Partes:    partes,
	Recorta:   recortar,
	Reserva:   func(r Envio) tramite.Reserva { return tramite.Reserva{Restringida: r.Reservado} },
	// Nobody reads all of them: a dispatch is no more public than its record.
	VeReservados: func(doe.Actor) bool { return false },
	Unica: func(r Envio) string {
		if r.Oficio == nil {
			return ""
		}
		return r.remitente() + " " + r.Oficio.Numero
	},
	Indices: indices(),
	Texto: func(r Envio) string {
		t := []string{r.Asunto, r.Expediente.Folio}
		if r.Oficio != nil {
			t = append(t, r.Oficio.Numero)
		}
		for _, d := range r.Destinatarios {
			t = append(t, d.Clave)
			if d.Persona != nil {
				t = append(t, d.Persona.Nombre, d.Persona.Institucion)
			}
		}
		return strings.Join(t, " ")
	},
})

// pendientes lists the clocks of the recipients that owe an acknowledgement.
func (r Envio) pendientes() []string {
	var out []string
	for _, d := range r.Destinatarios {
		if d.Situacion == Pendiente && r.Estado != Retirado {
			out = append(out, d.reloj())
		}
	}
	return out
}

func (r Envio) deReloj(clave string) Destinatario {
	k, _, _ := strings.Cut(clave, "#")
	d, _ := r.De(k)
	return d
}

// nombradas are the units that it is sent to, with a copy or to acknowledge.
func nombradas(r Envio) []tramite.Nombrada {
	var out []tramite.Nombrada
	for _, d := range r.todos() {
		if d.Unidad != "" {
			out = append(out, tramite.Nombrada{Unidad: d.Unidad, OOAD: d.OOAD})
		}
	}
	return out
}

// todos are the recipients and those who get a copy, which has no key: they
// read the dispatch and have nothing to acknowledge.
func (r Envio) todos() []Destinatario {
	out := slices.Clone(r.Destinatarios)
	for _, d := range r.Copias {
		out = append(out, Destinatario{Clave: d.Clave(), Destino: d})
	}
	return out
}

// partes are the organs and persons that it is sent to, in whatever role they
// come.
func partes(r Envio) []tramite.Parte {
	var out []tramite.Parte
	for _, d := range r.todos() {
		if d.Unidad != "" || d.Clave == "" {
			continue
		}
		k := doe.ClaveOrgano(d.Clave)
		if d.Persona == nil {
			for _, q := range quienRecibe[:2] {
				out = append(out, tramite.Parte{Rol: q.Rol, Organo: k})
			}
			for _, q := range quienRecibe[3:] {
				out = append(out, tramite.Parte{Rol: q.Rol, Organo: k})
			}
		}
		out = append(out, tramite.Parte{Rol: doe.Area, Organo: k})
	}
	return out
}

// recortar leaves a counterpart what was sent to it: not how the dispatch
// stands with the others.
func recortar(r *Envio, a doe.Actor) {
	r.Relojes, r.Adjuntos = nil, nil
	r.Destinatarios = slices.DeleteFunc(r.Destinatarios, func(d Destinatario) bool { return d.Clave != string(a.Organo) })
	for i := range r.Destinatarios {
		r.Destinatarios[i].Alertas = nil
	}
}

func indices() []tramite.Indice[Envio] {
	return []tramite.Indice[Envio]{
		{Nombre: "expediente", Descripcion: "Folio del expediente enviado", De: func(r Envio) string { return r.Expediente.Folio }},
		{Nombre: "de_coleccion", Descripcion: "Colección del expediente enviado", De: func(r Envio) string { return r.Expediente.Coleccion }},
		{Nombre: "medio", Descripcion: "Medio", Valores: medios.Claves(), De: func(r Envio) string { return string(r.Medio) }},
		{Nombre: "entrega", Descripcion: "Entrega de los manuales que cumple", De: func(r Envio) string { return r.Entrega }},
		{Nombre: "oficio", Descripcion: "Número del oficio", De: func(r Envio) string {
			if r.Oficio == nil {
				return ""
			}
			return r.Oficio.Numero
		}},
		{Nombre: "alertado", Descripcion: "Si falta algún acuse del que ya se alertó", Valores: []string{"si", "no"}, De: func(r Envio) string {
			for _, d := range r.Destinatarios {
				if d.Situacion == Pendiente && len(d.Alertas) > 0 {
					return "si"
				}
			}
			return "no"
		}},
	}
}
