package acuerdo

import (
	"fmt"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// The facultades of a meeting. That of informing is the coordination of an
// OOAD's, which enters the governing-body meetings it follows.
var (
	coordina = doe.Alguna("doe.acuerdos:coordinar", "doe.acuerdos:informar")
	levanta  = doe.Alguna("doe.acuerdos:elaborar", "doe.acuerdos:registrar", "doe.acuerdos:coordinar", "doe.acuerdos:informar")
	acuerda  = doe.Alguna("doe.acuerdos:acordar", "doe.acuerdos:autorizar")
	// asiste are those who act for a unit that is convened.
	asiste  = doe.Alguna("doe.acuerdos:representar", "doe.acuerdos:coordinar", "doe.acuerdos:acordar", "doe.acuerdos:seguir", "doe.acuerdos:proponer")
	propone = doe.Alguna("doe.acuerdos:proponer", "doe.acuerdos:representar", "doe.acuerdos:coordinar")

	enlaces = contrapartes("doe-7.1/14", doe.Evaluado, doe.Normativo, doe.Area, doe.Federal, doe.DireccionGeneral)
)

func contrapartes(preve doe.ClaveFuncion, roles ...doe.Rol) []tramite.Contraparte {
	var out []tramite.Contraparte
	for _, r := range roles {
		out = append(out, tramite.Contraparte{Rol: r, Preve: preve})
	}
	return out
}

// rolDe is the part that an organ plays as a counterpart.
func rolDe(o doe.Organo) doe.Rol {
	switch o.Tipo {
	case doe.OrganoOOAD, doe.OrganoUMAE:
		return doe.Evaluado
	case doe.OrganoNormativo:
		return doe.Normativo
	case doe.OrganoFederal:
		return doe.Federal
	case doe.OrganoSuperior:
		if o.Clave == direccionGeneral {
			return doe.DireccionGeneral
		}
	case doe.OrganoCentral:
	}
	return doe.Area
}

const direccionGeneral doe.ClaveOrgano = "organo-direccion-general"

// Convocatoria is the input of [Convocar].
type Convocatoria struct {
	Clase      Clase          `json:"clase" validate:"required,oneof=multidisciplinaria nacional regional comite junta_gobierno" doc:"Clase de reunión" example:"multidisciplinaria"`
	Titulo     string         `json:"titulo" validate:"required,max=300" doc:"Título" example:"Abasto de medicamentos en el primer nivel"`
	Modalidad  Modalidad      `json:"modalidad" validate:"required,oneof=presencial virtual mixta" doc:"Cómo se celebra" example:"virtual"`
	Inicio     fecha.Instante `json:"inicio" validate:"required" doc:"Inicio" example:"2026-03-12T16:00:00.000000Z"`
	Lugar      string         `json:"lugar,omitempty" validate:"omitempty,max=300" doc:"Lugar" example:"Sala de juntas de la Dirección"`
	Enlace     string         `json:"enlace,omitempty" validate:"omitempty,url,max=500" doc:"Dirección de la videoconferencia" example:"https://videoconferencia.imss.gob.mx/abasto"`
	Convocados []Invitacion   `json:"convocados" validate:"required,min=2,max=80,dive" doc:"A quiénes se convoca"`
	Temas      []Propuesta    `json:"temas,omitempty" validate:"omitempty,max=40,dive" doc:"Temas de quien convoca, ya aceptados"`
	Comite     string         `json:"comite,omitempty" validate:"omitempty,max=60" doc:"Clave del comité o de la junta cuyo libro de actas lleva" example:"comite-evaluacion"`
	Urgencia   string         `json:"urgencia,omitempty" validate:"omitempty,min=10,max=500" doc:"Por qué se convoca con menos anticipación que la debida"`
	Libro      string         `json:"libro,omitempty" hecho:"true" doc:"Folio del libro de actas"`
}

// Propuesta is a topic as it is proposed.
type Propuesta struct {
	Titulo        string `json:"titulo" validate:"required,max=300" doc:"Tema" example:"Surtimiento de recetas en Jalisco"`
	Planteamiento string `json:"planteamiento" validate:"required,max=2000" doc:"Problema y qué se espera de la reunión" example:"El surtimiento bajó a 86 por ciento; se propone redistribuir inventario."`
	Sustento      string `json:"sustento,omitempty" validate:"omitempty,max=500" doc:"Norma o dato en que se apoya"`
	Autoria
}

// Convocar calls a meeting.
var Convocar = tramite.Acto[Reunion, Convocatoria]{
	Nombre: "convocar", Titulo: "Convocar",
	Descripcion: "Convoca una reunión: clase, fecha, lugar o enlace, a quiénes y con qué carácter, y los temas de quien convoca. La coordinación de un OOAD asienta sus juntas de gobierno.",
	A:           tramite.Hacia(Convocada), Facultades: coordina, Alcance: doe.Linea,
	Validar: validarConvocatoria,
	Fijar: func(_ Reunion, e *Convocatoria, c *tramite.Contexto) {
		e.Libro = libroAbierto(*e, c)
		for i := range e.Convocados {
			x := &e.Convocados[i]
			x.Rol, x.Tipo = "", ""
			if o, ok := c.Catalogo.Organo(x.Organo); ok {
				x.Rol, x.Tipo = rolDe(o), o.Tipo
			}
		}
	},
	Aplicar: func(r *Reunion, e Convocatoria, s tramite.Suceso) {
		r.Clase, r.Titulo, r.Modalidad, r.Lugar, r.Enlace, r.Urgencia = e.Clase, e.Titulo, e.Modalidad, e.Lugar, e.Enlace, e.Urgencia
		r.Inicio, r.PrimerInicio, r.Comite, r.Ejercicio, r.Libro = e.Inicio, e.Inicio, e.Comite, e.Inicio.Dia().Anio(), e.Libro
		for _, i := range e.Convocados {
			r.Convocados = append(r.Convocados, Convocado{Invitacion: i})
		}
		for _, p := range e.Temas {
			p.Autoria = autoria(s)
			r.Temas = append(r.Temas, Tema{Clave: claveDe("T", len(r.Temas)), Propuesta: p, Estado: Aceptado})
		}
	},
	Ejemplo: Convocatoria{
		Clase: Multidisciplinaria, Titulo: "Abasto de medicamentos en el primer nivel", Modalidad: Virtual,
		Inicio: fecha.MustParse("2026-03-12").Inicio() + 10*3600*1000000, Enlace: "https://videoconferencia.imss.gob.mx/abasto",
		Convocados: []Invitacion{
			{Unidad: "doe-7.1", Caracter: Preside}, {Organo: "dn-prestaciones-medicas", Caracter: Vocal}, {Organo: "dn-administracion", Caracter: Vocal}, {Organo: "ooad-14", Caracter: Vocal},
		},
		Temas: []Propuesta{{Titulo: "Surtimiento de recetas", Planteamiento: "El surtimiento bajó a 86 por ciento; se propone redistribuir inventario."}},
	},
}

func claveDe(letra string, hay int) string { return fmt.Sprintf("%s%d", letra, hay+1) }

func validarConvocatoria(r Reunion, e Convocatoria, c *tramite.Contexto, f *falla.Fallas) {
	f.Si((e.Clase == Junta) != c.Actor.Unidad.Regional(), ReglaClaseUnidad, "body.clase")
	validarInicio(e.Inicio, c, f)
	validarLugar(e.Modalidad, e.Lugar, e.Enlace, f)
	preside, votan := 0, 0
	vistos := map[string]bool{}
	for i, x := range e.Convocados {
		camino := fmt.Sprintf("body.convocados[%d]", i)
		f.Si(!existe(x, r.OOAD, c) || vistos[x.Clave()], ReglaConvocado, camino)
		vistos[x.Clave()] = true
		if x.Caracter == Preside {
			preside++
		}
		if x.Caracter.Vota() {
			votan++
		}
	}
	f.Si(preside != 1 || votan < 2, ReglaPresidencia, "body.convocados")
	t := TratoDe(e.Clase)
	for _, grupo := range t.Exige {
		if f.Si(!slices.ContainsFunc(e.Convocados, func(x Invitacion) bool {
			o, _ := c.Catalogo.Organo(x.Organo)
			return slices.Contains(grupo, o.Tipo)
		}), ReglaExige, "body.convocados") {
			break
		}
	}
	if t.Libro || e.Comite != "" {
		f.Si(libroAbierto(e, c) == "", ReglaLibro, "body.comite")
	}
	f.Si(e.Urgencia == "" && !anticipada(e.Clase, e.Inicio, c), ReglaAnticipacion, "body.inicio")
}

// existe says whether who is convened is in the catalog. r.OOAD is that of who
// convenes.
func existe(x Invitacion, o doe.OOAD, c *tramite.Contexto) bool {
	if x.Organo != "" {
		_, ok := c.Catalogo.Organo(x.Organo)
		return ok
	}
	_, ok := c.Catalogo.Unidad(x.Unidad)
	return ok && (!x.Unidad.Regional() || o != doe.NivelCentral)
}

func validarInicio(i fecha.Instante, c *tramite.Contexto, f *falla.Fallas) bool {
	return f.Si(i <= c.Ahora || c.Hoy().Dias(i.Dia()) > 366, ReglaInicio, "body.inicio")
}

func validarLugar(m Modalidad, lugar, enlace string, f *falla.Fallas) {
	f.Si(m != Virtual && lugar == "", ReglaLugar, "body.lugar")
	f.Si(m != Presencial && enlace == "", ReglaLugar, "body.enlace")
}

// anticipada says whether a meeting is convened as long before as its kind
// asks.
func anticipada(k Clase, inicio fecha.Instante, c *tramite.Contexto) bool {
	t := plazo.Termino{Cuenta: TratoDe(k).Anticipacion, Clase: plazo.Habiles, Calendario: plazo.LFPA, Fuente: deTrabajo}
	v, ok := c.Calendarios.Vence(t, c.Hoy(), plazo.Opciones{})
	return ok && !inicio.Dia().Before(v)
}

// libroAbierto finds the open book of the committee for the year.
func libroAbierto(e Convocatoria, c *tramite.Contexto) string {
	if e.Comite == "" {
		return ""
	}
	o := doe.NivelCentral
	if c.Actor.OOAD != "" {
		o = c.Actor.OOAD
	}
	return c.FolioDe(ColeccionLibros, claveLibro(e.Comite, e.Inicio.Dia().Anio(), o))
}

// DarVistoBueno approves what a unit below convenes, where its function asks
// for it.
var DarVistoBueno = tramite.Acto[Reunion, VistoBueno]{
	Nombre: "dar-visto-bueno", Titulo: "Dar visto bueno",
	Descripcion: "El superior de quien convoca aprueba la agenda y la logística, donde la función lo pide.",
	De:          tramite.Desde(Convocada), Facultades: doe.Alguna("doe.acuerdos:coordinar"), Alcance: doe.Linea, Firma: true,
	Validar: func(r Reunion, _ VistoBueno, c *tramite.Contexto, f *falla.Fallas) {
		_, pide := PideVistoBueno(r.Unidad, r.Clase)
		f.Si(!pide || r.VistoBueno != nil || !slices.Contains(c.Catalogo.Superiores(r.Unidad), c.Actor.Unidad), ReglaVistoAjeno, "body")
	},
	Aplicar: func(r *Reunion, e VistoBueno, s tramite.Suceso) {
		e.Autoria = autoria(s)
		r.VistoBueno = &e
	},
	Ejemplo: VistoBueno{Nota: "Agregue el avance por OOAD."},
}

// ProponerTema proposes a topic for the agenda.
var ProponerTema = tramite.Acto[Reunion, Propuesta]{
	Nombre: "proponer-tema", Titulo: "Proponer tema",
	Descripcion: "Los enlaces de los órganos y las unidades proponen temas para la reunión; quien convoca los acepta o no, con motivo.",
	De:          tramite.Desde(Convocada), Facultades: propone, Alcance: doe.Nacional, Contrapartes: enlaces,
	Validar: func(r Reunion, _ Propuesta, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(c.Ahora >= r.Inicio, ReglaTarde, "body")
	},
	Aplicar: func(r *Reunion, e Propuesta, s tramite.Suceso) {
		e.Autoria = autoria(s)
		r.Temas = append(r.Temas, Tema{Clave: claveDe("T", len(r.Temas)), Propuesta: e, Estado: Propuesto})
	},
	Ejemplo: Propuesta{Titulo: "Surtimiento de recetas en Jalisco", Planteamiento: "El surtimiento bajó a 86 por ciento; se propone redistribuir inventario."},
}

// ResolucionTema is the input of [ResolverTema].
type ResolucionTema struct {
	Tema   string `json:"tema" validate:"required,max=20" doc:"Clave del tema" example:"T2"`
	Acepta bool   `json:"acepta" doc:"Si se acepta" example:"true"`
	Motivo string `json:"motivo,omitempty" validate:"omitempty,min=5,max=1000" doc:"Motivo; obligatorio si no se acepta"`
}

// ResolverTema accepts a topic into the agenda, or not, with the reason.
var ResolverTema = tramite.Acto[Reunion, ResolucionTema]{
	Nombre: "resolver-tema", Titulo: "Resolver tema",
	Descripcion: "Acepta en el orden del día el tema propuesto, o no, con el motivo.",
	De:          tramite.Desde(Convocada), Facultades: coordina, Alcance: doe.Linea,
	Validar: func(r Reunion, e ResolucionTema, _ *tramite.Contexto, f *falla.Fallas) {
		i := r.tema(e.Tema)
		f.Si(i < 0 || r.Temas[i].Estado != Propuesto, ReglaTema, "body.tema")
		f.Si(!e.Acepta && e.Motivo == "", ReglaMotivoTema, "body.motivo")
	},
	Aplicar: func(r *Reunion, e ResolucionTema, _ tramite.Suceso) {
		if i := r.tema(e.Tema); i >= 0 {
			r.Temas[i].Estado, r.Temas[i].Motivo = NoAceptado, e.Motivo
			if e.Acepta {
				r.Temas[i].Estado = Aceptado
			}
		}
	},
	Ejemplo: ResolucionTema{Tema: "T2", Acepta: true},
}

// Confirmar says whether one of those convened attends.
var Confirmar = tramite.Acto[Reunion, Confirmacion]{
	Nombre: "confirmar", Titulo: "Confirmar asistencia",
	Descripcion: "Quien está convocado dice si asiste su titular o quién en suplencia, con el documento.",
	De:          tramite.Desde(Convocada), Facultades: asiste, Alcance: doe.Nacional, Contrapartes: enlaces,
	Validar: func(r Reunion, e Confirmacion, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(r.mia(c.Actor) < 0, ReglaNoConvocado, "body")
		f.Si(e.Documento != "" && e.Suplente == "", ReglaSuplente, "body.documento")
	},
	Aplicar: func(r *Reunion, e Confirmacion, s tramite.Suceso) {
		e.Autoria = autoria(s)
		if i := r.mia(s.Actor); i >= 0 {
			r.Convocados[i].Confirmacion = &e
		}
	},
	Ejemplo: Confirmacion{Asiste: true},
}

// Aplazamiento is the input of [Diferir].
type Aplazamiento struct {
	Inicio fecha.Instante `json:"inicio" validate:"required" doc:"Nuevo inicio" example:"2026-03-19T16:00:00.000000Z"`
	Motivo string         `json:"motivo" validate:"required,min=10,max=1000" doc:"Por qué" example:"La Dirección de Administración pidió más tiempo para sus datos."`
}

// Diferir moves a meeting; the first date is kept.
var Diferir = tramite.Acto[Reunion, Aplazamiento]{
	Nombre: "diferir", Titulo: "Diferir",
	Descripcion: "Pasa la reunión a otra fecha del ejercicio; la primera se conserva y hay que volver a pasar lista.",
	De:          tramite.Desde(Convocada), Facultades: coordina, Alcance: doe.Linea,
	Validar: func(r Reunion, e Aplazamiento, c *tramite.Contexto, f *falla.Fallas) {
		if !validarInicio(e.Inicio, c, f) {
			f.Si(e.Inicio == r.Inicio || e.Inicio.Dia().Anio() != r.Ejercicio, ReglaDiferir, "body.inicio")
		}
	},
	Aplicar: func(r *Reunion, e Aplazamiento, s tramite.Suceso) {
		r.Diferimientos = append(r.Diferimientos, Diferimiento{De: r.Inicio, Motivo: e.Motivo, Autoria: autoria(s)})
		r.Inicio = e.Inicio
		for i := range r.Convocados {
			r.Convocados[i].Confirmacion = nil
		}
	},
	Ejemplo: Aplazamiento{Inicio: fecha.MustParse("2026-03-19").Inicio() + 10*3600*1000000, Motivo: "La Dirección de Administración pidió más tiempo para sus datos."},
}

// CancelarReunion ends a meeting that will not be held.
var CancelarReunion = tramite.Acto[Reunion, Cierre]{
	Nombre: "cancelar", Titulo: "Cancelar",
	Descripcion: "Cancela la reunión que no se celebró, con su motivo.",
	De:          tramite.Desde(Convocada), A: tramite.Hacia(ReunionCancelada), Facultades: coordina, Alcance: doe.Linea,
	Aplicar: func(r *Reunion, e Cierre, s tramite.Suceso) {
		e.Autoria = autoria(s)
		r.MotivoCancelada = &e
	},
	Ejemplo: Cierre{Motivo: "Los asuntos se resolvieron por oficio."},
}
