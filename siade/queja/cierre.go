package queja

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
)

// Comunicar tells the person what was decided, and answers the petition with
// it.
var Comunicar = tramite.Acto[Queja, Comunicacion]{
	Nombre: "comunicar", Titulo: "Comunicar a la persona",
	Descripcion: "Comunica a quien se queja lo que resolvió la instancia; con ello la petición que lo esperaba queda respondida y notificada.",
	De:          tramite.Desde(Resuelta), A: tramite.Hacia(Comunicada), Facultades: informa, Alcance: doe.Nacional,
	Validar: func(r Queja, e Comunicacion, c *tramite.Contexto, f *falla.Fallas) {
		entre(e.Fecha, r.Decision.Fecha, c, f, "body.fecha")
		p := tramite.Hallar[siade.Peticion](c, siade.Coleccion, r.Peticion)
		pide := e.Medio == siade.PorTelefono || e.Medio == siade.PorCorreo
		f.Si(pide && (p == nil || !p.Peticionario.Contacto), ReglaContacto, "body.medio")
	},
	Aplicar: func(r *Queja, e Comunicacion, s tramite.Suceso) {
		e.Autoria = s.Autoria()
		r.Comunicacion = &e
	},
	Ordena: func(r Queja, e Comunicacion, _ *tramite.Contexto) []tramite.Orden {
		d := r.Decision
		return []tramite.Orden{{
			Coleccion: siade.Coleccion, Folio: r.Peticion, Acto: siade.ConcluirVia.Nombre, ComoSistema: true,
			Entrada: siade.ResultadoVia{
				Folio: r.Folio, Resultado: e.Texto, Nota: r.enPalabras(), Sentido: d.Sentido.respuesta(), Organo: r.Organo, Oficio: d.Oficio,
				Notificada: e.Fecha, Medio: e.Medio,
			},
		}}
	},
	Ejemplo: Comunicacion{Medio: siade.PorPortal, Fecha: fecha.MustParse("2026-03-02"), Texto: "Su queja resultó procedente: la cirugía se reprogramará."},
}

func (q Queja) enPalabras() string { return "Resuelta: " + sentidos.Nombre(q.Decision.Sentido) }

// Pronunciarse says whether the Institute accepts a recommendation.
var Pronunciarse = tramite.Acto[Queja, Pronunciamiento]{
	Nombre: "pronunciarse", Titulo: "Pronunciarse sobre la recomendación",
	Descripcion: "El Instituto dice a la instancia si acepta la recomendación; si la acepta, debe probar que la cumplió, y si no, dice por qué.",
	De:          tramite.Desde(Resuelta, Comunicada), Facultades: encabezan, Alcance: doe.Nacional, Firma: true,
	Validar: func(r Queja, e Pronunciamiento, c *tramite.Contexto, f *falla.Fallas) {
		if f.Si(!r.sinPronunciar(), ReglaPronunciamiento, "body") {
			return
		}
		f.Si(!e.Acepta && e.Motivo == "", ReglaPronunciamiento, "body.motivo")
		entre(e.Fecha, r.Decision.Fecha, c, f, "body.fecha")
	},
	Aplicar: func(r *Queja, e Pronunciamiento, s tramite.Suceso) {
		e.Autoria = s.Autoria()
		r.Pronunciamiento = &e
	},
	Ejemplo: Pronunciamiento{Acepta: true, Fecha: fecha.MustParse("2026-03-02"), Oficio: "DG/0101/2026"},
}

// Cumplir proves that a point of the decision was fulfilled.
var Cumplir = tramite.Acto[Queja, Cumplimiento]{
	Nombre: "cumplir", Titulo: "Acreditar un cumplimiento",
	Descripcion: "Acredita que se cumplió un punto de lo resuelto; lo hace el órgano responsable o quien da seguimiento.",
	De:          tramite.Desde(Resuelta, Comunicada), Facultades: cumple, Alcance: doe.Nacional, Contrapartes: deUnArea,
	Validar: func(r Queja, e Cumplimiento, c *tramite.Contexto, f *falla.Fallas) {
		i := slices.IndexFunc(r.debidos(), func(p Punto) bool { return p.Clave == e.Punto })
		f.Si(i < 0 || c.Actor.Rol != "" && r.debidos()[i].Responsable != c.Actor.Organo, ReglaCumplimiento, "body.punto")
		entre(e.Fecha, r.Decision.Fecha, c, f, "body.fecha")
		f.Si(!r.adjunta(e.SHA256), ReglaAdjunto, "body.sha256")
	},
	Aplicar: func(r *Queja, e Cumplimiento, s tramite.Suceso) {
		d := *r.Decision
		d.Puntos = slices.Clone(d.Puntos)
		for i := range d.Puntos {
			if d.Puntos[i].Clave == e.Punto {
				e.Autoria = s.Autoria()
				d.Puntos[i].Cumplimiento = &e
			}
		}
		r.Decision = &d
	},
	Ejemplo: Cumplimiento{Punto: "P1", Fecha: fecha.MustParse("2026-03-02"), Prueba: "Nota de la cirugía realizada"},
}

// Cierre is the input of [Cerrar].
type Cierre struct {
	Nota string `json:"nota,omitempty" validate:"omitempty,max=2000" doc:"Nota"`
}

// Cerrar ends a case whose decision was told and fulfilled.
var Cerrar = tramite.Acto[Queja, Cierre]{
	Nombre: "cerrar", Titulo: "Cerrar",
	Descripcion: "Cierra el expediente comunicado, sin nada por cumplir ni por corregir.",
	De:          tramite.Desde(Comunicada), A: tramite.Hacia(Concluida), Facultades: captura, Alcance: doe.Nacional, Firma: true,
	Validar: func(r Queja, _ Cierre, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(len(r.debidos()) > 0 || r.sinPronunciar() || len(r.observadas()) > 0, ReglaPorCumplir, "body")
	},
	Aplicar: func(r *Queja, e Cierre, s tramite.Suceso) {
		if e.Nota != "" {
			r.Notas = append(r.Notas, Nota{e.Nota, s.Autoria()})
		}
		r.terminar(Concluida, r.enPalabras(), s.Dia)
	},
}

// Retiro is the input of [Desistir].
type Retiro struct {
	Documento string      `json:"documento" validate:"required,max=200" doc:"Escrito o acta en que consta, sin datos de personas" example:"Escrito del 5 de marzo"`
	Fecha     fecha.Fecha `json:"fecha" validate:"required" doc:"Día en que desistió" example:"2026-03-05"`
	SHA256    string      `json:"sha256,omitempty" validate:"omitempty,sha256" doc:"Huella del archivo adjunto, si lo hay"`
	Motivo    string      `json:"motivo,omitempty" validate:"omitempty,max=2000" doc:"Motivo, si lo dio"`
}

// Desistir ends the case because who complains wants no more.
var Desistir = tramite.Acto[Queja, Retiro]{
	Nombre: "desistir", Titulo: "Registrar el desistimiento",
	Descripcion: "Registra que la persona desistió, con el documento en que consta. La denuncia ya remitida se investiga de todos modos.",
	De:          tramite.Desde(Abierta, EnEspera, Integrada, Remitida, EnTramite, Requerida), A: tramite.Hacia(Desistida), Facultades: captura, Alcance: doe.Nacional,
	Validar: func(r Queja, e Retiro, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(!r.def().Desiste && len(r.Remisiones) > 0, ReglaDesiste, "body")
		entre(e.Fecha, r.Presentacion, c, f, "body.fecha")
		f.Si(!r.adjunta(e.SHA256), ReglaAdjunto, "body.sha256")
	},
	Aplicar: func(r *Queja, e Retiro, s tramite.Suceso) {
		nota := "La persona desistió: " + e.Documento
		r.dejarDeEsperar(s.Dia, false, "")
		r.caducar(s.Dia)
		r.terminar(Desistida, nota, s.Dia)
		if e.Motivo != "" {
			r.Notas = append(r.Notas, Nota{e.Motivo, s.Autoria()})
		}
	},
	Ordena: func(r Queja, _ Retiro, _ *tramite.Contexto) []tramite.Orden {
		return []tramite.Orden{r.concluirVia("La persona desistió de esta vía.")}
	},
	Ejemplo: Retiro{Documento: "Escrito del 5 de marzo", Fecha: fecha.MustParse("2026-03-02")},
}
