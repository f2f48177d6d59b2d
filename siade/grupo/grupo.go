package grupo

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/identificador"
	"github.com/operacion-abierta/operacion/doe/texto"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// ColeccionGrupos is the path of the groups.
const ColeccionGrupos = "grupos"

// The states of a group.
const (
	// Registrado: nobody has proved to represent it.
	Registrado tramite.Estado = "registrado"
	// Acreditado: somebody represents it.
	Acreditado tramite.Estado = "acreditado"
	// Vencido: who represented it does no more.
	Vencido tramite.Estado = "vencido"
	// DeBaja: it is kept no more.
	DeBaja tramite.Estado = "baja"
)

// ClaseContacto is the class of the reserved data of a group: how it is reached,
// who represents it, and the RFC of a natural person.
const ClaseContacto = "contacto_grupo"

// DatosGrupo is a group as it is told. How it is reached never gets to the
// record nor to the event.
type DatosGrupo struct {
	Clase  Clase  `json:"clase" validate:"required" doc:"Clase de grupo" example:"jubilados_pensionados"`
	Nombre string `json:"nombre" validate:"required,min=3,max=200" doc:"Nombre del grupo o razón social" example:"Unión de Jubilados de Occidente"`
	// RFC is kept apart when it is of a natural person.
	RFC       string   `json:"rfc,omitempty" validate:"omitempty,max=20" doc:"RFC; obligatorio del patrón. El de persona física se guarda aparte" example:"UJO850101AB1"`
	Registros []string `json:"registros_patronales,omitempty" validate:"omitempty,max=40,unique,dive,required,max=20" doc:"Registros patronales, de once caracteres; obligatorios del patrón y solo de él" example:"[\"Y5423870109\"]"`
	Miembros  int      `json:"miembros,omitempty" validate:"omitempty,min=1,max=10000000" doc:"Cuántas personas lo integran o emplea, aproximadamente" example:"320"`
	Materia   string   `json:"materia,omitempty" validate:"omitempty,max=300" doc:"De qué se ocupa" example:"Pensiones y atención médica de personas jubiladas"`

	Telefono        string `json:"telefono,omitempty" validate:"omitempty,e164" doc:"Teléfono del grupo" example:"3312345678"`
	Correo          string `json:"correo,omitempty" validate:"omitempty,email,max=254" doc:"Correo del grupo" example:"contacto@example.org"`
	Domicilio       string `json:"domicilio,omitempty" validate:"omitempty,max=400" doc:"Domicilio para avisos" example:"Av. Hidalgo 100, Guadalajara"`
	AvisoPrivacidad string `json:"aviso_privacidad,omitempty" validate:"omitempty,max=20" doc:"Versión del aviso de privacidad; obligatoria con datos de contacto" example:"2025-03"`

	Identidad       string `json:"identidad,omitempty" hecho:"true" doc:"Referencia de los datos reservados"`
	RFCPorVerificar bool   `json:"rfc_por_verificar,omitempty" hecho:"true" doc:"Si el dígito verificador del RFC no es el esperado"`
}

type reservado struct {
	Nombre    string `json:"nombre,omitempty"`
	RFC       string `json:"rfc,omitempty"`
	Telefono  string `json:"telefono,omitempty"`
	Correo    string `json:"correo,omitempty"`
	Domicilio string `json:"domicilio,omitempty"`
}

func (r reservado) apartar(azar func() string) (string, []tramite.Reservado) {
	if r == (reservado{}) {
		return "", nil
	}
	datos, err := json.Marshal(r)
	if err != nil { // a struct of texts always encodes
		return "", nil
	}
	claves := map[string]string{}
	for k, v := range map[string]string{"rfc": r.RFC, "telefono": r.Telefono, "correo": r.Correo} {
		if v != "" {
			claves[k] = v
		}
	}
	ref := azar()
	return ref, []tramite.Reservado{{Ref: ref, Clase: ClaseContacto, Datos: datos, Claves: claves}}
}

// Separar takes out of the input how the group is reached, and the RFC of a
// natural person.
func (d *DatosGrupo) Separar(azar func() string) []tramite.Reservado {
	r := reservado{Telefono: d.Telefono, Correo: d.Correo, Domicilio: d.Domicilio}
	d.Telefono, d.Correo, d.Domicilio = "", "", ""
	if rfc, avisa, err := identificador.ParseRFC(d.RFC); err == nil {
		d.RFC, d.RFCPorVerificar = string(rfc), avisa
		if !rfc.Moral() {
			r.RFC, d.RFC = string(rfc), ""
		}
	}
	var out []tramite.Reservado
	d.Identidad, out = r.apartar(azar)
	return out
}

// contacto says whether the input brings personal data.
func (d DatosGrupo) contacto() bool {
	return d.Telefono != "" || d.Correo != "" || d.Domicilio != "" || d.Clase == PersonaFisica
}

// Representacion is who may speak for a group, and until when. The name lies
// apart.
type Representacion struct {
	Numero    int         `json:"numero" doc:"Número" example:"1"`
	Cargo     string      `json:"cargo" doc:"Cargo en el grupo" example:"Presidencia"`
	Documento Documento   `json:"documento" doc:"Con qué se acredita" example:"acta_asamblea"`
	Folio     string      `json:"folio_documento" doc:"Número o fecha del documento" example:"Acta 12 del 2 de enero de 2026"`
	SHA256    string      `json:"sha256" doc:"Huella del archivo del documento, entre los adjuntos"`
	Desde     fecha.Fecha `json:"desde" doc:"Primer día" example:"2026-01-02"`
	Hasta     fecha.Fecha `json:"hasta" doc:"Último día" example:"2026-12-31"`
	Identidad string      `json:"identidad" doc:"Referencia de los datos de la persona, que se guardan aparte"`
	// Avisada is the day the clock warned, Fin the day it ended, and Motivo why,
	// when it was revoked.
	Avisada fecha.Fecha `json:"avisada,omitzero" doc:"Día en que se avisó que vencía"`
	Fin     fecha.Fecha `json:"fin,omitzero" doc:"Día en que terminó"`
	Motivo  string      `json:"motivo,omitempty" doc:"Por qué se revocó"`
}

// rige says whether it counts on a day.
func (r Representacion) rige(d fecha.Fecha) bool {
	return r.Fin.IsZero() && !d.Before(r.Desde) && !d.After(r.Hasta)
}

// Grupo is an organised group or a company.
type Grupo struct {
	tramite.Cabecera
	Clase           Clase    `json:"clase" doc:"Clase de grupo" example:"jubilados_pensionados"`
	Nombre          string   `json:"nombre" doc:"Nombre o razón social" example:"Unión de Jubilados de Occidente"`
	RFC             string   `json:"rfc,omitempty" doc:"RFC, si es de persona moral" example:"UJO850101AB1"`
	RFCPorVerificar bool     `json:"rfc_por_verificar,omitempty" doc:"Si el dígito verificador del RFC no es el esperado"`
	Registros       []string `json:"registros_patronales,omitempty" doc:"Registros patronales" example:"[\"Y5423870109\"]"`
	Miembros        int      `json:"miembros,omitempty" doc:"Cuántas personas lo integran o emplea" example:"320"`
	Materia         string   `json:"materia,omitempty" doc:"De qué se ocupa"`
	Identidad       string   `json:"identidad,omitempty" doc:"Referencia de los datos de contacto, que se guardan aparte"`
	AvisoPrivacidad string   `json:"aviso_privacidad,omitempty" doc:"Versión del aviso de privacidad" example:"2025-03"`
	// Representaciones are those of all its life.
	Representaciones []Representacion `json:"representaciones,omitempty" doc:"Quiénes lo han representado"`
	// Abiertas are its requests that have not ended, and Concluidas how many
	// have.
	Abiertas   []string `json:"solicitudes_abiertas,omitempty" doc:"Solicitudes sin concluir"`
	Concluidas int      `json:"solicitudes_concluidas,omitempty" doc:"Cuántas solicitudes concluyeron"`
	Baja       string   `json:"baja,omitempty" doc:"Por qué se dio de baja"`
}

// Representa is the representation with a number; nil when there is none.
func (g *Grupo) Representa(n int) *Representacion {
	for i := range g.Representaciones {
		if g.Representaciones[i].Numero == n {
			return &g.Representaciones[i]
		}
	}
	return nil
}

// Vigente says whether somebody represents the group on a day.
func (g *Grupo) Vigente(d fecha.Fecha) bool {
	return g.Estado != DeBaja && slices.ContainsFunc(g.Representaciones, func(r Representacion) bool { return r.rige(d) })
}

// clave is what no two groups of a body share.
func clave(o doe.OOAD, k Clase, nombre string, registros []string) string {
	if k.Patron() && len(registros) > 0 {
		return string(o) + " " + registros[0]
	}
	return string(o) + " " + texto.Plegar(nombre)
}

func (d *DatosGrupo) ordenar() {
	for i, x := range d.Registros {
		if r, err := identificador.ParseRegistroPatronal(x); err == nil {
			d.Registros[i] = string(r)
		}
	}
	slices.Sort(d.Registros)
}

func validarGrupo(e DatosGrupo, f *falla.Fallas) {
	f.Si(e.contacto() && e.AvisoPrivacidad == "", ReglaAviso, "body.aviso_privacidad")
	rfc, _, err := identificador.ParseRFC(e.RFC)
	if e.RFC == "" {
		f.Si(e.Clase.Patron(), ReglaRFC, "body.rfc")
	} else {
		f.Si(err != nil || rfc.Generico() || rfc.Moral() == (e.Clase == PersonaFisica), ReglaRFC, "body.rfc")
	}
	f.Si(e.Clase.Patron() != (len(e.Registros) > 0), ReglaRegistros, "body.registros_patronales")
	for i, x := range e.Registros {
		_, err := identificador.ParseRegistroPatronal(x)
		f.Si(err != nil, ReglaRegistro, fmt.Sprintf("body.registros_patronales[%d]", i))
	}
}

func (g *Grupo) copiar(e DatosGrupo) {
	g.Clase, g.Nombre, g.RFC, g.RFCPorVerificar, g.Registros = e.Clase, e.Nombre, e.RFC, e.RFCPorVerificar, e.Registros
	g.Miembros, g.Materia = e.Miembros, e.Materia
	if e.Identidad != "" {
		g.Identidad, g.AvisoPrivacidad = e.Identidad, e.AvisoPrivacidad
	}
}

// RegistrarGrupo enters a group.
var RegistrarGrupo = tramite.Acto[Grupo, DatosGrupo]{
	Nombre: "registrar", Titulo: "Registrar",
	Descripcion: "Da de alta un grupo organizado o una empresa; del patrón se piden RFC y registros patronales. Los datos de contacto se guardan aparte.",
	A:           tramite.Hacia(Registrado), Facultades: registra, Alcance: doe.Nacional,
	Ubicar: func(_ DatosGrupo, a doe.Actor) (doe.ClaveUnidad, doe.OOAD) { return ubicar(a) },
	Validar: func(r Grupo, e DatosGrupo, c *tramite.Contexto, f *falla.Fallas) {
		validarGrupo(e, f)
		e.Registros = slices.Clone(e.Registros)
		e.ordenar()
		f.Si(c.FolioDe(ColeccionGrupos, clave(r.OOAD, e.Clase, e.Nombre, e.Registros)) != "", ReglaGrupoRepetido, "body.nombre")
	},
	Fijar:   func(_ Grupo, e *DatosGrupo, _ *tramite.Contexto) { e.ordenar() },
	Aplicar: func(r *Grupo, e DatosGrupo, _ tramite.Suceso) { r.copiar(e) },
	Ejemplo: DatosGrupo{
		Clase: Jubilados, Nombre: "Unión de Jubilados de Occidente", Miembros: 320, Materia: "Pensiones y atención médica de personas jubiladas",
		Telefono: "3312345678", AvisoPrivacidad: "2025-03",
	},
}

// ModificarGrupo corrects what is known of a group. What was known of its
// contact stays where nothing new is told.
var ModificarGrupo = tramite.Acto[Grupo, DatosGrupo]{
	Nombre: "modificar", Titulo: "Modificar", Descripcion: "Corrige o actualiza los datos del grupo; su clase no cambia, porque de ella depende cómo se acredita su representación.",
	De: tramite.DesdeCategoria(tramite.Abierta), Facultades: registra, Alcance: doe.Nacional,
	Validar: func(r Grupo, e DatosGrupo, c *tramite.Contexto, f *falla.Fallas) {
		validarGrupo(e, f)
		f.Si(e.Clase != r.Clase, ReglaClase, "body.clase")
		e.Registros = slices.Clone(e.Registros)
		e.ordenar()
		otro := c.FolioDe(ColeccionGrupos, clave(r.OOAD, e.Clase, e.Nombre, e.Registros))
		f.Si(otro != "" && otro != r.Folio, ReglaGrupoRepetido, "body.nombre")
	},
	Fijar:   func(_ Grupo, e *DatosGrupo, _ *tramite.Contexto) { e.ordenar() },
	Aplicar: func(r *Grupo, e DatosGrupo, _ tramite.Suceso) { r.copiar(e) },
	Ejemplo: DatosGrupo{Clase: Jubilados, Nombre: "Unión de Jubilados y Pensionados de Occidente", Miembros: 340},
}

// Acreditacion is the input of [Acreditar]. Who represents the group never gets
// to the record.
type Acreditacion struct {
	Nombre          string      `json:"nombre,omitempty" validate:"omitempty,max=200" doc:"Nombre completo de quien representa; obligatorio" example:"Rosa Elena Prado Luna"`
	Telefono        string      `json:"telefono,omitempty" validate:"omitempty,e164" doc:"Teléfono" example:"3312345678"`
	Correo          string      `json:"correo,omitempty" validate:"omitempty,email,max=254" doc:"Correo electrónico" example:"rosa.prado@example.org"`
	AvisoPrivacidad string      `json:"aviso_privacidad" validate:"required,max=20" doc:"Versión del aviso de privacidad que conoció" example:"2025-03"`
	Cargo           string      `json:"cargo" validate:"required,min=3,max=120" doc:"Cargo en el grupo" example:"Presidencia"`
	Documento       Documento   `json:"documento" validate:"required" doc:"Con qué se acredita" example:"acta_asamblea"`
	Folio           string      `json:"folio_documento" validate:"required,min=2,max=120" doc:"Número o fecha del documento" example:"Acta 12 del 2 de enero de 2026"`
	SHA256          string      `json:"sha256" validate:"required,sha256" doc:"Huella del archivo del documento, que ya debe estar adjunto" example:"97b98ad00b400e6bdbc6c8dde0979f39fab0e7611d04370936e19b8202f313db"`
	Desde           fecha.Fecha `json:"desde" validate:"required" doc:"Primer día" example:"2026-01-02"`
	Hasta           fecha.Fecha `json:"hasta" validate:"required" doc:"Último día" example:"2026-12-31"`

	Identidad string `json:"identidad,omitempty" hecho:"true" doc:"Referencia de los datos reservados"`
}

// Separar takes who the person is out of the input.
func (e *Acreditacion) Separar(azar func() string) []tramite.Reservado {
	r := reservado{Nombre: e.Nombre, Telefono: e.Telefono, Correo: e.Correo}
	e.Nombre, e.Telefono, e.Correo = "", "", ""
	var out []tramite.Reservado
	e.Identidad, out = r.apartar(azar)
	return out
}

// Acreditar proves that a person may speak for the group for a time.
var Acreditar = tramite.Acto[Grupo, Acreditacion]{
	Nombre: "acreditar", Titulo: "Acreditar representación",
	Descripcion: "Deja constancia de quién representa al grupo, con qué documento y hasta cuándo. El documento es de los que su clase admite, según la directriz vigente, y está adjunto. La identidad se guarda aparte.",
	De:          tramite.DesdeCategoria(tramite.Abierta), A: tramite.Hacia(Acreditado), Facultades: registra, Alcance: doe.Nacional,
	Validar: func(r Grupo, e Acreditacion, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(strings.TrimSpace(e.Nombre) == "", ReglaSinNombre, "body.nombre")
		f.Si(!slices.ContainsFunc(r.Adjuntos, func(a tramite.Adjunto) bool { return a.SHA256 == e.SHA256 }), ReglaSinDocumento, "body.sha256")
		f.Si(e.Desde.After(c.Hoy()), ReglaDesde, "body.desde")
		f.Si(e.Hasta.Before(c.Hoy()) || e.Hasta.Before(e.Desde), ReglaHasta, "body.hasta")
		meses := enVigor(c).admite(r.Clase, e.Documento)
		if !f.Si(meses == 0, ReglaDocumento, "body.documento") {
			f.Si(e.Hasta.After(tope(e.Desde, meses)), ReglaVigencia, "body.hasta", meses)
		}
	},
	Aplicar: func(r *Grupo, e Acreditacion, _ tramite.Suceso) {
		r.Representaciones = append(r.Representaciones, Representacion{
			Numero: len(r.Representaciones) + 1, Cargo: e.Cargo, Documento: e.Documento, Folio: e.Folio, SHA256: e.SHA256,
			Desde: e.Desde, Hasta: e.Hasta, Identidad: e.Identidad,
		})
	},
	Ejemplo: Acreditacion{
		Nombre: "Rosa Elena Prado Luna", Telefono: "3312345678", AvisoPrivacidad: "2025-03", Cargo: "Presidencia", Documento: ActaAsamblea,
		Folio: "Acta 12 del 2 de enero de 2026", SHA256: "97b98ad00b400e6bdbc6c8dde0979f39fab0e7611d04370936e19b8202f313db",
		Desde: fecha.MustParse("2026-01-02"), Hasta: fecha.MustParse("2026-12-31"),
	},
}

// tope is the last day of so many months from a day, the last there is when
// they go beyond it.
func tope(desde fecha.Fecha, meses int) fecha.Fecha {
	m := int(desde.Mes()) - 1 + meses
	anio, mes := desde.Anio()+m/12, time.Month(m%12+1)
	f, err := fecha.New(anio, mes, min(desde.Dia(), fecha.DiasDelMes(anio, mes)))
	if err != nil {
		return fecha.MustParse("9999-12-31")
	}
	return f
}

// Revocacion is the input of [Revocar].
type Revocacion struct {
	Numero    int    `json:"numero" validate:"min=1,max=1000" doc:"Número de la representación" example:"1"`
	Motivo    string `json:"motivo" validate:"required,min=5,max=1000" doc:"Por qué termina" example:"La asamblea nombró a otra persona."`
	Documento string `json:"documento" validate:"required,max=200" doc:"Documento en que consta" example:"Acta 14 del 1 de junio de 2026"`
}

// Revocar ends a representation before its last day.
var Revocar = tramite.Acto[Grupo, Revocacion]{
	Nombre: "terminar-representacion", Titulo: "Terminar una representación", Descripcion: "El grupo informa que quien lo representaba ya no lo hace; sin otra persona acreditada, no se le reciben solicitudes.",
	De: tramite.Desde(Acreditado), A: tramite.Hacia(Acreditado, Vencido), Facultades: registra, Alcance: doe.Nacional,
	Elegir: func(r Grupo, _ Revocacion) tramite.Estado {
		if slices.ContainsFunc(r.Representaciones, func(x Representacion) bool { return x.Fin.IsZero() }) {
			return Acreditado
		}
		return Vencido
	},
	Validar: func(r Grupo, e Revocacion, _ *tramite.Contexto, f *falla.Fallas) {
		x := r.Representa(e.Numero)
		f.Si(x == nil || !x.Fin.IsZero(), ReglaSinRepresenta, "body.numero")
	},
	Aplicar: func(r *Grupo, e Revocacion, s tramite.Suceso) {
		if x := r.Representa(e.Numero); x != nil {
			x.Fin, x.Motivo = s.Dia, e.Motivo+" ("+e.Documento+")"
		}
	},
	Ejemplo: Revocacion{Numero: 1, Motivo: "La asamblea nombró a otra persona.", Documento: "Acta 14 del 1 de junio de 2026"},
}

// Lapso is the input of [VencerRepresentacion].
type Lapso struct {
	Numero int `json:"numero" validate:"min=1,max=1000" doc:"Número de la representación" example:"1"`
	// Vencio: its last day passed; otherwise it is near.
	Vencio bool `json:"vencio,omitempty" hecho:"true" doc:"Si ya pasó su último día"`
}

// ClaveReloj says which clock rang.
func (l Lapso) ClaveReloj() string { return fmt.Sprint(l.Numero) }

// VencerRepresentacion is what the clock does a month before the last day of a
// representation, and the day after it.
var VencerRepresentacion = tramite.Acto[Grupo, Lapso]{
	Nombre: "vencer-representacion", Titulo: "Avisar o vencer la representación", Interno: true,
	Descripcion: "El reloj avisa treinta días antes de que venza una representación, y el día siguiente al último la da por terminada.",
	De:          tramite.Desde(Acreditado), A: tramite.Hacia(Acreditado, Vencido), Contrapartes: deReloj,
	Elegir: func(r Grupo, _ Lapso) tramite.Estado {
		if slices.ContainsFunc(r.Representaciones, func(x Representacion) bool { return x.Fin.IsZero() }) {
			return Acreditado
		}
		return Vencido
	},
	Fijar: func(r Grupo, e *Lapso, c *tramite.Contexto) {
		x := r.Representa(e.Numero)
		e.Vencio = x != nil && c.Hoy().After(x.Hasta)
	},
	Aplicar: func(r *Grupo, e Lapso, s tramite.Suceso) {
		switch x := r.Representa(e.Numero); {
		case x == nil:
		case e.Vencio:
			x.Fin = x.Hasta
		default:
			x.Avisada = s.Dia
		}
	},
	Ejemplo: Lapso{Numero: 1},
}

// BajaGrupo ends the record of a group without open requests.
var BajaGrupo = tramite.Acto[Grupo, tramite.Retiro]{
	Nombre: "dar-de-baja", Titulo: "Dar de baja", Descripcion: "El grupo se disolvió, la empresa cerró o el registro está de más; no debe tener solicitudes abiertas.",
	De: tramite.DesdeCategoria(tramite.Abierta), A: tramite.Hacia(DeBaja), Facultades: registra, Alcance: doe.Nacional,
	Validar: func(r Grupo, _ tramite.Retiro, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(len(r.Abiertas) > 0, ReglaConAbiertas, "body")
	},
	Aplicar: func(r *Grupo, e tramite.Retiro, _ tramite.Suceso) { r.Baja = e.Motivo },
	Ejemplo: tramite.Retiro{Motivo: "La asociación se disolvió."},
}

// Anotacion is the input of [anotar].
type Anotacion struct {
	Folio string `json:"folio" validate:"required,max=60" doc:"Folio de la solicitud" example:"SGO-2026-14-0000001-X"`
	Fin   bool   `json:"fin,omitempty" doc:"Si concluyó"`
}

// anotar has the group know of its requests.
var anotar = tramite.Acto[Grupo, Anotacion]{
	Nombre: "anotar-solicitud", Titulo: "Anotar solicitud", Interno: true, Descripcion: "El grupo toma nota de una solicitud que se recibe o que concluye.",
	De: tramite.DesdeCategoria(tramite.Abierta), Contrapartes: deReloj,
	Aplicar: func(r *Grupo, e Anotacion, _ tramite.Suceso) {
		r.Abiertas = slices.DeleteFunc(slices.Clone(r.Abiertas), func(f string) bool { return f == e.Folio })
		if e.Fin {
			r.Concluidas++
		} else {
			r.Abiertas = append(r.Abiertas, e.Folio)
		}
		if len(r.Abiertas) == 0 {
			r.Abiertas = nil
		}
	},
	Ejemplo: Anotacion{Folio: "SGO-2026-14-0000001-X"},
}

// Grupos is the definition of the group.
var Grupos = tramite.MustDefinir(tramite.Definicion[Grupo]{
	Nombre: "grupo", Coleccion: ColeccionGrupos, Serie: "GRU", Rama: "doe-7.1.3",
	Titulo:      "Grupo organizado o empresa",
	Descripcion: "Registro de un grupo organizado o de una empresa y de quién puede hablar por él: documento, vigencia y aviso antes de que venza. Los datos de contacto y de las personas se guardan aparte.",
	Estados: []tramite.DefEstado{
		{Nombre: Registrado, Categoria: tramite.Abierta, Titulo: "Registrado, sin representación"},
		{Nombre: Acreditado, Categoria: tramite.Abierta, Titulo: "Con representación acreditada"},
		{Nombre: Vencido, Categoria: tramite.Abierta, Titulo: "Con la representación vencida"},
		{Nombre: DeBaja, Categoria: tramite.Cerrada, Titulo: "De baja"},
	},
	Alta: RegistrarGrupo,
	Actos: tramite.Actos[Grupo](ModificarGrupo, Acreditar, Revocar, VencerRepresentacion, BajaGrupo, anotar,
		tramite.LeerIdentidad[Grupo](tramite.Base{De: tramite.DesdeCategoria(tramite.Abierta, tramite.Cerrada), Facultades: doe.Alguna("siade.grupos:atender", "siade.grupos:supervisar", "siade.grupos:coordinar"), Alcance: doe.Nacional}),
		tramite.Adjuntar[Grupo](tramite.Base{De: tramite.DesdeCategoria(tramite.Abierta), Facultades: registra, Alcance: doe.Nacional})),
	Plazos: []tramite.Plazo[Grupo]{{
		Nombre: PlazoVigencia, Titulo: "Último día de la representación", Aviso: avisoVigencia, Frustra: []string{Revocar.Nombre, BajaGrupo.Nombre},
		Claves: func(r Grupo) []string {
			var out []string
			for _, x := range r.Representaciones {
				if x.Fin.IsZero() && r.Estado == Acreditado {
					out = append(out, fmt.Sprint(x.Numero))
				}
			}
			return out
		},
		Fecha: func(r Grupo, k string) fecha.Fecha {
			for _, x := range r.Representaciones {
				if fmt.Sprint(x.Numero) == k {
					return x.Hasta
				}
			}
			return fecha.Fecha{}
		},
		Vencido: VencerRepresentacion.Nombre, Alarmas: []int{-avisoVigencia, 0},
		Entrada: func(r Grupo, k tramite.Reloj) any {
			for _, x := range r.Representaciones {
				if fmt.Sprint(x.Numero) == k.Clave {
					return Lapso{Numero: x.Numero}
				}
			}
			return Lapso{}
		},
		Efecto: "Sin representación vigente no se reciben solicitudes del grupo.",
	}},
	Unica: func(r Grupo) string { return clave(r.OOAD, r.Clase, r.Nombre, r.Registros) },
	Indices: []tramite.Indice[Grupo]{
		{Nombre: "clase", Descripcion: "Clase de grupo", Valores: clases.Claves(), De: func(r Grupo) string { return string(r.Clase) }},
		{Nombre: "rfc", Descripcion: "RFC de la persona moral", De: func(r Grupo) string { return r.RFC }},
		{Nombre: "con_abiertas", Descripcion: "Si tiene solicitudes sin concluir", Valores: []string{"si", "no"}, De: func(r Grupo) string { return siNo(len(r.Abiertas) > 0) }},
	},
	Texto: func(r Grupo) string { return strings.Join(append([]string{r.Nombre, r.Materia}, r.Registros...), " ") },
})

func siNo(b bool) string {
	if b {
		return "si"
	}
	return "no"
}
