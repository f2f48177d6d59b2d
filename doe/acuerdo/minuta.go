package acuerdo

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Borrador is the input of [LevantarMinuta].
type Borrador struct {
	Texto string `json:"texto" validate:"required,max=8000" doc:"Desarrollo de la reunión" example:"Se revisó el surtimiento por unidad y se acordó redistribuir el inventario."`
	// Temas are what was said of each topic accepted.
	Temas  []Tratado `json:"temas,omitempty" validate:"omitempty,max=80,dive" doc:"Qué se trató de cada tema aceptado"`
	Pactos []Pacto   `json:"pactos,omitempty" validate:"omitempty,max=30,dive" doc:"Acuerdos y compromisos"`
	// Atendidas answers the remarks on the version before.
	Atendidas []Atencion `json:"atendidas,omitempty" validate:"omitempty,max=200,dive" doc:"Respuesta a las observaciones pendientes"`
	Dias      int        `json:"dias,omitempty" validate:"omitempty,min=1,max=20" doc:"Días hábiles para revisarla; tres si falta" example:"3"`
}

// Tratado is what was said of a topic, or why it was not dealt with.
type Tratado struct {
	Tema    string `json:"tema" validate:"required,max=20" doc:"Clave del tema" example:"T1"`
	Resumen string `json:"resumen" validate:"required,max=2000" doc:"Qué se trató, o por qué no se trató" example:"Se presentó el surtimiento por unidad."`
}

// Atencion answers a remark.
type Atencion struct {
	Observacion string `json:"observacion" validate:"required,max=20" doc:"Clave de la observación" example:"O1"`
	Respuesta   string `json:"respuesta" validate:"required,max=1000" doc:"Cómo se atendió" example:"Se corrigió el plazo."`
}

const diasRevision = 3

// LevantarMinuta drafts the minutes, or a new version that answers remarks,
// and sends them to the attendees for review.
var LevantarMinuta = tramite.Acto[Reunion, Borrador]{
	Nombre: "levantar-minuta", Titulo: "Levantar minuta",
	Descripcion: "Redacta la minuta, con lo tratado y los acuerdos y compromisos, y la pasa a revisión de quienes asistieron; una versión nueva contesta las observaciones.",
	De:          tramite.Desde(Celebrada, EnRevision), A: tramite.Hacia(EnRevision, PorFirmar), Facultades: levanta, Alcance: doe.Linea,
	Elegir:  func(r Reunion, _ Borrador) tramite.Estado { return trasRevision(r) },
	Validar: validarBorrador,
	Aplicar: aplicarBorrador,
	Ejemplo: Borrador{Texto: "Se revisó el surtimiento por unidad y se acordó redistribuir el inventario.",
		Temas: []Tratado{{Tema: "T1", Resumen: "Se presentó el surtimiento por unidad."}},
		Pactos: []Pacto{{Clave: "A1", Texto: "Redistribuir el inventario entre las unidades del OOAD.", Entregable: "Informe de redistribución", Verificacion: "Reporte de inventario por unidad",
			ACargo: ACargo{Organo: "ooad-14"}, Compromiso: fecha.MustParse("2026-04-30")}}},
}

func validarBorrador(r Reunion, e Borrador, c *tramite.Contexto, f *falla.Fallas) {
	vistos := map[string]bool{}
	for i, p := range e.Pactos {
		camino := fmt.Sprintf("body.pactos[%d]", i)
		f.Si(p.Clave == "" || vistos[p.Clave], ReglaPacto, camino+".clave")
		vistos[p.Clave] = true
		validarPacto(p, c, f, camino)
	}
	validarTratados(r, e, f)
	faltan := r.pendientes()
	for i, a := range e.Atendidas {
		j := slices.Index(faltan, a.Observacion)
		if !f.Si(j < 0, ReglaAtendidas, fmt.Sprintf("body.atendidas[%d].observacion", i)) {
			faltan = slices.Delete(faltan, j, j+1)
		}
	}
	f.Si(len(faltan) > 0, ReglaAtendidas, "body.atendidas")
}

// validarTratados checks that each accepted topic is told once.
func validarTratados(r Reunion, e Borrador, f *falla.Fallas) {
	var faltan []string
	for _, t := range r.Temas {
		if t.Estado == Aceptado {
			faltan = append(faltan, t.Clave)
		}
	}
	for i, t := range e.Temas {
		j := slices.Index(faltan, t.Tema)
		if !f.Si(j < 0, ReglaTratado, fmt.Sprintf("body.temas[%d].tema", i)) {
			faltan = slices.Delete(faltan, j, j+1)
		}
	}
	f.Si(len(faltan) > 0, ReglaTratado, "body.temas")
}

func aplicarBorrador(r *Reunion, e Borrador, s tramite.Suceso) {
	if e.Dias == 0 {
		e.Dias = diasRevision
	}
	m := Minuta{Numero: len(r.Minutas) + 1, Texto: e.Texto, Pactos: e.Pactos, Dias: e.Dias, Autoria: autoria(s)}
	r.Minutas = append(r.Minutas, m)
	for _, t := range e.Temas {
		if i := r.tema(t.Tema); i >= 0 {
			r.Temas[i].Resumen = t.Resumen
		}
	}
	for _, a := range e.Atendidas {
		for i := range r.Observaciones {
			if o := &r.Observaciones[i]; o.Clave == a.Observacion {
				o.Respuesta, o.AtendidaEn = a.Respuesta, m.Numero
			}
		}
	}
	for i := range r.Convocados {
		x := &r.Convocados[i]
		x.Firma, x.Revision = nil, nil
		if x.Asistencia != nil && x.Clave() != string(r.Unidad) {
			x.Revision = &Revision{Estado: RevisionPendiente, Desde: s.Dia}
		}
	}
}

// trasRevision is where a meeting stands once somebody reviewed, or nobody has
// to.
func trasRevision(r Reunion) tramite.Estado {
	if r.revisada() {
		return PorFirmar
	}
	return EnRevision
}

// Observaciones is the input of [ObservarMinuta].
type Observaciones struct {
	Version int      `json:"version" validate:"min=1,max=1000" doc:"Versión que se observa" example:"1"`
	Puntos  []string `json:"puntos" validate:"required,min=1,max=30,unique,dive,required,max=1000" doc:"Qué se observa" example:"[\"El plazo acordado fue el 30 de abril\"]"`
}

// revisar is what every answer of an attendee checks.
func revisar(r Reunion, version int, c *tramite.Contexto, f *falla.Fallas) {
	f.Si(version != len(r.Minutas), ReglaVersion, "body.version")
	i := r.mia(c.Actor)
	if f.Si(i < 0, ReglaNoConvocado, "body") {
		return
	}
	v := r.Convocados[i].Revision
	f.Si(v == nil || v.Estado == RevisionConforme || v.Estado == RevisionVencida, ReglaRevision, "body")
}

func (r *Reunion) anotarRevision(i int, e EstadoRevision, dia fecha.Fecha) {
	if i >= 0 && r.Convocados[i].Revision != nil {
		r.Convocados[i].Revision.Estado, r.Convocados[i].Revision.Dia = e, dia
	}
}

// ObservarMinuta remarks on the minutes.
var ObservarMinuta = tramite.Acto[Reunion, Observaciones]{
	Nombre: "observar-minuta", Titulo: "Observar la minuta",
	Descripcion: "Quien asistió observa la minuta dentro de su término; hace falta una versión que conteste.",
	De:          tramite.Desde(EnRevision), Facultades: asiste, Alcance: doe.Nacional, Contrapartes: enlaces,
	Validar: func(r Reunion, e Observaciones, c *tramite.Contexto, f *falla.Fallas) { revisar(r, e.Version, c, f) },
	Aplicar: func(r *Reunion, e Observaciones, s tramite.Suceso) {
		for _, p := range e.Puntos {
			r.Observaciones = append(r.Observaciones, Observacion{Clave: claveDe("O", len(r.Observaciones)), Version: e.Version, Texto: p, Autoria: autoria(s)})
		}
		r.anotarRevision(r.mia(s.Actor), RevisionObservada, s.Dia)
	},
	Ejemplo: Observaciones{Version: 1, Puntos: []string{"El plazo acordado fue el 30 de abril"}},
}

// Conformidad is the input of [DarConformidad].
type Conformidad struct {
	Version int `json:"version" validate:"min=1,max=1000" doc:"Versión de la minuta" example:"1"`
}

// DarConformidad agrees with the minutes.
var DarConformidad = tramite.Acto[Reunion, Conformidad]{
	Nombre: "dar-conformidad", Titulo: "Dar conformidad",
	Descripcion: "Quien asistió da su conformidad con la minuta; con la última pasa a firma.",
	De:          tramite.Desde(EnRevision), A: tramite.Hacia(EnRevision, PorFirmar), Facultades: asiste, Alcance: doe.Nacional, Contrapartes: enlaces,
	Elegir: func(r Reunion, _ Conformidad) tramite.Estado { return trasRevision(r) },
	Validar: func(r Reunion, e Conformidad, c *tramite.Contexto, f *falla.Fallas) {
		revisar(r, e.Version, c, f)
		i := r.mia(c.Actor)
		f.Si(i >= 0 && r.Convocados[i].Revision != nil && r.Convocados[i].Revision.Estado == RevisionObservada, ReglaRevision, "body")
	},
	Aplicar: func(r *Reunion, _ Conformidad, s tramite.Suceso) {
		r.anotarRevision(r.mia(s.Actor), RevisionConforme, s.Dia)
	},
	Ejemplo: Conformidad{Version: 1},
}

// Lapso is the input of [VencerRevision].
type Lapso struct {
	Convocado string `json:"convocado" validate:"required,max=60" doc:"Quien no revisó" example:"ooad-14"`
	Version   int    `json:"version" validate:"min=1,max=1000" doc:"Versión que no revisó" example:"1"`
}

// ClaveReloj says which clock rang: each version starts its own.
func (l Lapso) ClaveReloj() string { return fmt.Sprintf("%s/%d", l.Convocado, l.Version) }

// deClave reads the key of a clock.
func deClave(k string) Lapso {
	quien, v, _ := strings.Cut(k, "/")
	n, _ := strconv.Atoi(v)
	return Lapso{Convocado: quien, Version: n}
}

// VencerRevision notes that an attendee did not review in time: it is taken
// for conformity. The clock does it.
var VencerRevision = tramite.Acto[Reunion, Lapso]{
	Nombre: "vencer-revision", Titulo: "Vencer la revisión", Interno: true,
	Descripcion: "El reloj asienta que quien asistió no revisó la minuta en término; se le tiene por conforme.",
	De:          tramite.Desde(EnRevision), A: tramite.Hacia(EnRevision, PorFirmar), Contrapartes: []tramite.Contraparte{{Rol: doe.Sistema}},
	Elegir: func(r Reunion, _ Lapso) tramite.Estado { return trasRevision(r) },
	Aplicar: func(r *Reunion, e Lapso, s tramite.Suceso) {
		r.anotarRevision(r.convocado(e.Convocado), RevisionVencida, s.Dia)
	},
	Ejemplo: Lapso{Convocado: "ooad-14", Version: 1},
}

// Firmar signs the minutes.
var Firmar = tramite.Acto[Reunion, Conformidad]{
	Nombre: "firmar", Titulo: "Firmar la minuta",
	Descripcion: "Quien asistió con voto firma la minuta.",
	De:          tramite.Desde(PorFirmar), Facultades: asiste, Alcance: doe.Nacional, Contrapartes: enlaces, Firma: true,
	Validar: func(r Reunion, e Conformidad, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(e.Version != len(r.Minutas), ReglaVersion, "body.version")
		i := r.mia(c.Actor)
		f.Si(i < 0 || !slices.Contains(r.sinFirma(), r.Convocados[i].Clave()), ReglaFirma, "body")
	},
	Aplicar: func(r *Reunion, _ Conformidad, s tramite.Suceso) {
		if i := r.mia(s.Actor); i >= 0 {
			r.Convocados[i].Firma = &Firma{Autoria: autoria(s)}
		}
	},
	Ejemplo: Conformidad{Version: 1},
}

// Suscripcion is the input of [Suscribir] and of [AsentarActa].
type Suscripcion struct {
	Version int `json:"version" validate:"min=1,max=1000" doc:"Versión de la minuta que se suscribe" example:"1"`
	// Faltan says why each attendee with a vote did not sign.
	Faltan []SinFirma `json:"faltan,omitempty" validate:"omitempty,max=80,dive" doc:"Por qué no firmó cada asistente con voto que falta"`
}

// SinFirma says why an attendee did not sign.
type SinFirma struct {
	Convocado string `json:"convocado" validate:"required,max=60" doc:"Clave del órgano o de la unidad" example:"dn-administracion"`
	Motivo    string `json:"motivo" validate:"required,min=5,max=500" doc:"Por qué no firmó" example:"Se retiró antes del cierre."`
}

func validarSuscripcion(r Reunion, e Suscripcion, c *tramite.Contexto, f *falla.Fallas) {
	f.Si(e.Version != len(r.Minutas), ReglaVersion, "body.version")
	faltan := r.sinFirma()
	faltan = slices.DeleteFunc(faltan, func(k string) bool { return k == string(c.Actor.Unidad) })
	for i, x := range e.Faltan {
		j := slices.Index(faltan, x.Convocado)
		if !f.Si(j < 0, ReglaFaltaFirma, fmt.Sprintf("body.faltan[%d].convocado", i)) {
			faltan = slices.Delete(faltan, j, j+1)
		}
	}
	f.Si(len(faltan) > 0, ReglaFaltaFirma, "body.faltan")
	m, _ := r.UltimaMinuta()
	for i, p := range m.Pactos {
		validarPacto(p, c, f, fmt.Sprintf("registro.minutas[%d].pactos[%d]", len(r.Minutas)-1, i))
	}
}

func aplicarSuscripcion(r *Reunion, e Suscripcion, s tramite.Suceso) {
	a := autoria(s)
	r.Suscripcion = &a
	if i := r.mia(s.Actor); i >= 0 && r.Convocados[i].Asistencia != nil {
		r.Convocados[i].Firma = &Firma{Autoria: a}
	}
	for _, x := range e.Faltan {
		if i := r.convocado(x.Convocado); i >= 0 {
			r.Convocados[i].Firma = &Firma{Falta: x.Motivo, Autoria: a}
		}
	}
}

// nacen orders the agreements of the minutes, and their number in the book.
func nacen(r Reunion, comoSistema bool) []tramite.Orden {
	var out []tramite.Orden
	m, _ := r.UltimaMinuta()
	for i, p := range m.Pactos {
		e := Alta{Origen: DeReunion, Pacto: p, Guarda: r.Unidad, GuardaOOAD: r.OOAD, Reunion: r.Folio, ClaseReunion: r.Clase, Documento: r.Titulo}
		out = append(out, tramite.Orden{Coleccion: Coleccion, Acto: Acordar.Nombre, Entrada: e, ComoSistema: comoSistema,
			Camino: fmt.Sprintf("registro.minutas[%d].pactos[%d]", len(r.Minutas)-1, i)})
	}
	if r.Libro != "" {
		a := Asiento{Reunion: r.Folio, Celebrada: r.Inicio.Dia(), Acuerdos: len(m.Pactos)}
		out = append(out, tramite.Orden{Coleccion: ColeccionLibros, Folio: r.Libro, Acto: Asentar.Nombre, Entrada: a, ComoSistema: true})
	}
	return out
}

// Suscribir subscribes the agreements of the minutes, which are born then.
var Suscribir = tramite.Acto[Reunion, Suscripcion]{
	Nombre: "suscribir", Titulo: "Suscribir los acuerdos",
	Descripcion: "Quien puede acordar suscribe la minuta y sus acuerdos; cada uno nace como expediente propio y el acta toma su número en el libro.",
	De:          tramite.Desde(PorFirmar), A: tramite.Hacia(Concluida), Facultades: acuerda, Alcance: doe.Linea, Firma: true,
	Validar: validarSuscripcion, Aplicar: aplicarSuscripcion,
	Ordena:  func(r Reunion, _ Suscripcion, _ *tramite.Contexto) []tramite.Orden { return nacen(r, false) },
	Ejemplo: Suscripcion{Version: 1},
}

// AsentarActa closes the minutes of the kinds of meeting that who convenes
// them signs.
var AsentarActa = tramite.Acto[Reunion, Suscripcion]{
	Nombre: "asentar-acta", Titulo: "Asentar el acta firmada",
	Descripcion: "Quien convocó cierra la minuta firmada de las reuniones nacionales, regionales, de comité y juntas de gobierno; sus acuerdos nacen como expedientes propios y el acta toma su número en el libro.",
	De:          tramite.Desde(PorFirmar), A: tramite.Hacia(Concluida), Facultades: coordina, Alcance: doe.Linea, Firma: true,
	Validar: func(r Reunion, e Suscripcion, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(TratoDe(r.Clase).Suscribe, ReglaSuscribe, "body")
		validarSuscripcion(r, e, c, f)
	},
	Aplicar: aplicarSuscripcion,
	Ordena:  func(r Reunion, _ Suscripcion, _ *tramite.Contexto) []tramite.Orden { return nacen(r, true) },
	Ejemplo: Suscripcion{Version: 1},
}

// Numero is the input of [Numerar].
type Numero struct {
	Acta int `json:"acta" validate:"min=1,max=100000" doc:"Número del acta en su libro" example:"3"`
}

// Numerar notes the number that the book gave to the minutes.
var Numerar = tramite.Acto[Reunion, Numero]{
	Nombre: "numerar", Titulo: "Numerar el acta", Interno: true,
	Descripcion: "Asienta el número que el libro dio al acta; se sigue de asentarla.",
	De:          tramite.Desde(Concluida), Contrapartes: []tramite.Contraparte{{Rol: doe.Sistema}},
	Aplicar: func(r *Reunion, e Numero, _ tramite.Suceso) { r.Acta = e.Acta },
	Ejemplo: Numero{Acta: 3},
}
