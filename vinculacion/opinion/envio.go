package opinion

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/envio"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Enviar sends the endorsed version, or the answer that the matter is not the
// Institute's. What is sent is what was endorsed, by number and hash.
var Enviar = tramite.Acto[Solicitud, Envio]{
	Nombre: "enviar", Titulo: "Enviar opinión",
	Descripcion: "Envía a quien la pidió la versión avalada, o la respuesta de que el asunto no compete al Instituto, con oficio, medio y destinatario.",
	De:          tramite.Desde(Avalada, NoCompetente), A: tramite.Hacia(Enviada),
	Facultades: doe.Alguna("vinculacion.opiniones:atender"), Alcance: doe.Nacional, Firma: true,
	Validar: func(r Solicitud, e Envio, c *tramite.Contexto, f *falla.Fallas) {
		validarEnviado(r, e, f)
		fechaRazonable(f, e.Oficio.Fecha, c, "body.oficio.fecha")
		f.Si(e.Medio == PorSistema && e.FolioSistema == "", ReglaFolioSistema, "body.folio_sistema")
		fin, ok := r.finOficial(c)
		f.Si(ok && c.Ahora > fin && e.MotivoExtemporaneo == "", ReglaExtemporaneo, "body.motivo_extemporaneo")
	},
	Fijar: func(r Solicitud, e *Envio, c *tramite.Contexto) {
		fin, ok := r.finOficial(c)
		e.Vencia, e.Extemporaneo = fin, ok && c.Ahora > fin
	},
	Aplicar: func(r *Solicitud, e Envio, s tramite.Suceso) {
		e.Autoria = autoria(s)
		r.Envio = &e
	},
	Ejemplo: Envio{Version: 1, Huella: Huella(textoEjemplo), Oficio: Documento{Numero: "09/9001/7140/055/2026", Fecha: fecha.MustParse("2026-03-02")},
		Medio: PorOficio, Destinatario: "Presidencia de la Comisión de Seguridad Social",
		MotivoExtemporaneo: "Una dirección normativa respondió después de su término."},
}

// validarEnviado compares what is being sent with what was endorsed.
func validarEnviado(r Solicitud, e Envio, f *falla.Fallas) {
	if r.Estado == NoCompetente {
		f.Si(e.Version != 0, ReglaEnvioDistinto, "body.version")
		f.Si(e.Huella != "", ReglaEnvioDistinto, "body.huella")
		return
	}
	a, ok := r.AvalVigente()
	f.Si(!ok || a.Version != e.Version, ReglaEnvioDistinto, "body.version")
	f.Si(!ok || a.Huella != e.Huella, ReglaEnvioDistinto, "body.huella")
	v, ok := r.UltimaVersion()
	f.Si(ok && v.Base != r.Asunto.SHA256, ReglaTextoCambiado, "body.version")
}

// final is where a request ends once it was sent.
func (s Solicitud) final() tramite.Estado {
	if s.Envio != nil && s.Envio.Version == 0 {
		return NoCompetencia
	}
	return Concluida
}

// Acusar records that the recipient acknowledged.
var Acusar = tramite.Acto[Solicitud, Acuse]{
	Nombre: "acusar", Titulo: "Registrar acuse",
	Descripcion: "Registra el acuse de quien recibió la opinión y concluye la solicitud.",
	De:          tramite.Desde(Enviada), A: tramite.Hacia(Concluida, NoCompetencia),
	Elegir:     func(r Solicitud, _ Acuse) tramite.Estado { return r.final() },
	Facultades: doe.Alguna("vinculacion.opiniones:registrar"), Alcance: doe.Nacional,
	Validar: func(r Solicitud, e Acuse, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(e.Fecha.After(c.Hoy()), ReglaFecha, "body.fecha")
		f.Si(r.Envio != nil && e.Fecha.Before(r.Envio.Dia), ReglaAcuse, "body.fecha")
	},
	Aplicar: func(r *Solicitud, e Acuse, s tramite.Suceso) {
		e.Autoria = autoria(s)
		r.Acuse = &e
	},
	Ejemplo: Acuse{Fecha: fecha.MustParse("2026-03-04"), Folio: "0815/2026"},
}

// ReclamarAcuse asks the recipient for the acknowledgement that is late. The
// clock does it by itself.
var ReclamarAcuse = tramite.Acto[Solicitud, tramite.Vacia]{
	Nombre: "reclamar-acuse", Titulo: "Reclamar acuse",
	Descripcion: "Pide a quien recibió la opinión el acuse que no ha dado; lo hace el reloj pasado el término para esperarlo.",
	De:          tramite.Desde(Enviada), Facultades: doe.Alguna("vinculacion.opiniones:seguir"), Alcance: doe.Nacional,
	Contrapartes: []tramite.Contraparte{{Rol: doe.Sistema, Preve: "doe-7.1.4.1.2/9"}},
	Validar: func(r Solicitud, _ tramite.Vacia, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(!r.acuseVencido(c), ReglaEnTermino, "body")
	},
	Aplicar: func(r *Solicitud, _ tramite.Vacia, s tramite.Suceso) { r.Reclamos = append(r.Reclamos, autoria(s)) },
}

// acuseVencido says whether the time to wait for the acknowledgement is over.
func (s Solicitud) acuseVencido(c *tramite.Contexto) bool {
	return slices.ContainsFunc(s.Relojes, func(k tramite.Reloj) bool {
		v, ok := k.Vence(c.Calendarios, string(s.OOAD.Organo()))
		return k.Plazo == PlazoAcuse && k.Corre() && ok && c.Hoy().After(v)
	})
}

// ConcluirSinAcuse ends a request whose acknowledgement was claimed in vain.
var ConcluirSinAcuse = tramite.Acto[Solicitud, ConclusionSinAcuse]{
	Nombre: "concluir-sin-acuse", Titulo: "Concluir sin acuse",
	Descripcion: "Concluye la solicitud cuyo acuse se reclamó sin obtenerlo, con el motivo.",
	De:          tramite.Desde(Enviada), A: tramite.Hacia(Concluida, NoCompetencia),
	Elegir:     func(r Solicitud, _ ConclusionSinAcuse) tramite.Estado { return r.final() },
	Facultades: doe.Alguna("vinculacion.opiniones:seguir"), Alcance: doe.Nacional,
	Validar: func(r Solicitud, _ ConclusionSinAcuse, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(len(r.Reclamos) == 0, ReglaSinReclamo, "body")
	},
	Aplicar: func(r *Solicitud, e ConclusionSinAcuse, s tramite.Suceso) {
		e.Autoria = autoria(s)
		r.SinAcuse = &e
	},
	Ejemplo: ConclusionSinAcuse{Motivo: "El sistema confirma la recepción, sin emitir acuse."},
}

// Remitir sends the request as it stands, with a letter, to whom it concerns
// besides whoever asked: a directorate, its liaison, another unit (function
// 7.1.4.1.2/9).
var Remitir = envio.Remitir[Solicitud](Coleccion, "remitir", "Remitir",
	"Remite la solicitud, como está, a unidades, órganos o personas, con oficio si lo hay; abre el envío en que cada uno acusa.",
	tramite.Base{De: tramite.DesdeCategoria(tramite.Abierta, tramite.Espera), Facultades: doe.Alguna("vinculacion.opiniones:informar", "vinculacion.opiniones:turnar"), Alcance: doe.Nacional})
