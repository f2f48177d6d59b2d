package campana

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// facultades of campaigns that several acts share.
const (
	elabora doe.Facultad = "comunicacion.campanas:elaborar"
	informa doe.Facultad = "comunicacion.campanas:informar"
	atiende doe.Facultad = "comunicacion.campanas:atender"
	reprsta doe.Facultad = "comunicacion.campanas:representar"
	coordna doe.Facultad = "comunicacion.campanas:coordinar"
	ejecuta doe.Facultad = "comunicacion.campanas:ejecutar"
	sigue   doe.Facultad = "comunicacion.campanas:seguir"
	vigila  doe.Facultad = "comunicacion.campanas:supervisar"
	evalua  doe.Facultad = "comunicacion.campanas:evaluar"
)

// abierta is every state that has not ended.
var abierta = tramite.DesdeCategoria(tramite.Abierta, tramite.Espera)

// Elaborar opens a campaign: the División de Comunicación Interna the internal
// ones, the Coordinación Técnica de Difusión the external (functions
// 7.1.2.1.1/3 and 7.1.2.3/2).
var Elaborar = tramite.Acto[Campana, Elaboracion]{
	Nombre: "elaborar", Titulo: "Elaborar", Descripcion: "Abre una campaña interna o externa, en la unidad que la elabora.",
	A: tramite.Hacia(EnElaboracion), Facultades: doe.Alguna(elabora), Alcance: doe.Propia,
	Validar: func(_ Campana, e Elaboracion, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(c.Actor.Unidad != e.Clase.elabora(), ReglaCamino, "body.clase")
		extra := e.Modalidad == Extraordinaria
		f.Si(extra && e.Clase == Interna, ReglaClase, "body.modalidad")
		f.Si(extra != (e.Justificacion != ""), ReglaExtraordinaria, "body.justificacion")
		f.Si(extra != !e.Emision.IsZero() || e.Emision.After(c.Hoy()), ReglaExtraordinaria, "body.emision")
	},
	Aplicar: func(r *Campana, e Elaboracion, s tramite.Suceso) {
		r.Nombre, r.Clase, r.Modalidad, r.Tema = e.Nombre, e.Clase, e.Modalidad, e.Tema
		r.Ejercicio, r.Programa, r.Justificacion, r.Emision, r.Vedas = e.Ejercicio, e.Programa, e.Justificacion, e.Emision, e.Vedas
		r.firmar(s)
	},
	Ejemplo: Elaboracion{Nombre: "Invierno sin influenza", Clase: Externa, Modalidad: Ordinaria, Tema: "Vacunación", Ejercicio: 2026, Programa: "PACS-2026"},
}

// Redactar writes the content, in place of what there was.
var Redactar = tramite.Acto[Campana, Redaccion]{
	Nombre: "redactar", Titulo: "Redactar", Descripcion: "Escribe el contenido de la campaña en elaboración, en lugar del que hubiera.",
	De: tramite.Desde(EnElaboracion, EnModificacion), Facultades: doe.Alguna(elabora), Alcance: doe.Linea,
	Validar: func(r Campana, e Redaccion, _ *tramite.Contexto, f *falla.Fallas) {
		r.revisar(e.Contenido, f, "body.contenido")
	},
	Aplicar: func(r *Campana, e Redaccion, s tramite.Suceso) {
		r.Contenido = e.Contenido
		r.firmar(s)
	},
	Ejemplo: Redaccion{Contenido: ejemplo()},
}

// Presentar freezes the draft as a version and submits it to whoever decides
// inside.
var Presentar = tramite.Acto[Campana, Presentacion]{
	Nombre: "presentar", Titulo: "Presentar", Descripcion: "Congela el contenido como versión y la somete a quien decide dentro del Instituto.",
	De: tramite.Desde(EnElaboracion, EnModificacion), A: tramite.Hacia(Presentada),
	Facultades: doe.Alguna(informa, elabora), Alcance: doe.Linea,
	Validar: func(r Campana, e Presentacion, c *tramite.Contexto, f *falla.Fallas) {
		r.completa(r.Contenido, f, "body")
		r.revisar(r.Contenido, f, "body.contenido")
		r.iniciada(r.Contenido, c.Hoy(), f, "body")
		f.Si(r.Clase == Externa && e.Consulta == "", ReglaConsulta, "body.consulta_electoral")
		f.Si(r.EnVigor > 0 && !Vuelven(Cambios(r.EnVigencia(), r.Contenido)), ReglaSinCambio, "body")
	},
	Aplicar: func(r *Campana, e Presentacion, s tramite.Suceso) {
		v := r.version(r.Contenido, s)
		v.Consulta = e.Consulta
		r.Versiones = append(r.Versiones, v)
	},
	Ejemplo: Presentacion{Consulta: "Calendario del INE consultado el 2026-08-03"},
}

// Modificar opens a change to an authorised campaign that must go back to
// whoever authorised it. What was authorised stays in force meanwhile.
var Modificar = tramite.Acto[Campana, Modificacion]{
	Nombre: "modificar", Titulo: "Modificar", Descripcion: "Redacta un cambio que debe volver a quien autorizó; mientras se decide, sigue en vigor lo autorizado.",
	De: tramite.Desde(Autorizada, EnDifusion), A: tramite.Hacia(EnModificacion), Facultades: doe.Alguna(elabora), Alcance: doe.Linea,
	Validar: func(r Campana, e Modificacion, _ *tramite.Contexto, f *falla.Fallas) {
		r.revisar(e.Contenido, f, "body.contenido")
		f.Si(!Vuelven(Cambios(r.EnVigencia(), e.Contenido)), ReglaSinCambio, "body.contenido")
	},
	Aplicar: func(r *Campana, e Modificacion, s tramite.Suceso) {
		r.Contenido, r.MotivoCambio, r.Autores = e.Contenido, e.Motivo, nil
		r.firmar(s)
	},
	Ejemplo: Modificacion{Motivo: "La temporada se adelantó", Contenido: ejemplo()},
}

// Corregir changes inside what does not have to go back to whoever authorised.
var Corregir = tramite.Acto[Campana, Modificacion]{
	Nombre: "corregir", Titulo: "Corregir", Descripcion: "Corrige lo que no tiene que volver a quien autorizó; queda como versión con los aspectos que cambió.",
	De: tramite.Desde(Autorizada, EnDifusion), Facultades: doe.Alguna(elabora), Alcance: doe.Linea,
	Validar: func(r Campana, e Modificacion, _ *tramite.Contexto, f *falla.Fallas) {
		r.completa(e.Contenido, f, "body.contenido")
		r.revisar(e.Contenido, f, "body.contenido")
		cs := Cambios(r.EnVigencia(), e.Contenido)
		f.Si(len(cs) == 0, ReglaNada, "body.contenido")
		f.Si(Vuelven(cs), ReglaCambioMenor, "body.contenido")
	},
	Aplicar: func(r *Campana, e Modificacion, s tramite.Suceso) {
		r.MotivoCambio = e.Motivo
		v := r.version(e.Contenido, s)
		v.Corrige, v.Autores, r.MotivoCambio = r.EnVigor, []string{s.Actor.Sub}, ""
		r.Versiones = append(r.Versiones, v)
		r.Contenido, r.EnVigor = e.Contenido, v.Numero
	},
	Ejemplo: Modificacion{Motivo: "La partida correcta es otra", Contenido: ejemplo()},
}

// Retirar takes a submission back: the first one, to the desk; a change, for
// good, and what was authorised goes on.
var Retirar = tramite.Acto[Campana, Motivo]{
	Nombre: "retirar", Titulo: "Retirar", Descripcion: "Retira lo presentado: una campaña nueva vuelve a elaboración; de un cambio se desiste y sigue lo autorizado.",
	De: tramite.Desde(EnModificacion, Presentada, Validada, EnGestion), A: tramite.Hacia(EnElaboracion, Autorizada, EnDifusion),
	Elegir:     func(r Campana, _ Motivo) tramite.Estado { return r.tras(Rechazada, EnElaboracion) },
	Facultades: doe.Alguna(informa, elabora), Alcance: doe.Linea,
	Aplicar: func(r *Campana, _ Motivo, _ tramite.Suceso) { r.reponer() },
	Ejemplo: Motivo{Motivo: "Se corregirá el calendario antes de enviarla"},
}

// firmar counts who acts among the authors of the draft.
func (r *Campana) firmar(s tramite.Suceso) {
	if !slices.Contains(r.Autores, s.Actor.Sub) {
		r.Autores = append(r.Autores, s.Actor.Sub)
	}
}

// version makes the next version of a content.
func (r *Campana) version(c Contenido, s tramite.Suceso) Version {
	v := Version{
		Numero: len(r.Versiones) + 1, Contenido: c, Dia: s.Dia, Por: s.Actor.Sub,
		Autores: slices.Clone(r.Autores), Motivo: r.MotivoCambio,
	}
	if r.EnVigor > 0 {
		v.Cambios = Cambios(r.EnVigencia(), c)
	}
	return v
}

// reponer drops the draft of a change, if there is one.
func (r *Campana) reponer() {
	if r.EnVigor > 0 {
		r.Contenido, r.MotivoCambio = r.EnVigencia(), ""
	}
}

// tras is the state that an outcome leads to: nueva for a campaign never
// authorised, where it was for a change refused or withdrawn, and the desk it
// came from for one that takes changes.
func (r Campana) tras(res Resultado, nueva tramite.Estado) tramite.Estado {
	switch {
	case res == ConCambios && r.EnVigor > 0:
		return EnModificacion
	case res == ConCambios:
		return EnElaboracion
	case r.EnVigor == 0:
		return nueva
	case r.Empezo():
		return EnDifusion
	}
	return Autorizada
}
