package capacitacion

import (
	"slices"
	"time"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// The states of an accreditation.
const (
	Vigente  tramite.Estado = "vigente"
	Vencida  tramite.Estado = "vencida"
	Revocada tramite.Estado = "revocada"
)

// ColeccionAcreditaciones is the path of the accreditations, and PlazoVigencia
// the deadline of each.
const (
	ColeccionAcreditaciones = "acreditaciones"
	PlazoVigencia           = "vigencia"
)

// Emision is a certificate: the first and each renewal.
type Emision struct {
	Nombre string `json:"nombre" validate:"required,max=200" doc:"Nombre del curso o de la certificación" example:"Orientación en seguro social"`
	// Edicion is that of a course of ours, Instancia who certifies otherwise.
	Edicion   string      `json:"edicion,omitempty" validate:"omitempty,max=60" doc:"Folio de la edición en que se acreditó"`
	Version   int         `json:"version,omitempty" validate:"omitempty,min=1,max=1000" doc:"Versión del curso" example:"1"`
	Instancia string      `json:"instancia,omitempty" validate:"omitempty,max=200" doc:"Instancia que certifica, si no es un curso propio" example:"CONOCER"`
	Documento string      `json:"documento,omitempty" validate:"omitempty,max=200" doc:"Documento de la instancia" example:"Certificado EC0105"`
	Horas     int         `json:"horas" validate:"min=1,max=10000" doc:"Horas" example:"10"`
	Dia       fecha.Fecha `json:"dia" validate:"required" doc:"Día en que se acreditó" example:"2026-03-20"`
	// Hasta is the last day it holds; for ever when missing.
	Hasta   fecha.Fecha          `json:"hasta,omitzero" doc:"Último día en que vale" example:"2028-03-20"`
	Puntaje *cantidad.Centesimas `json:"puntaje,omitempty" doc:"Calificación, en por ciento" example:"90"`
}

// Acreditacion is what a person holds of a course.
type Acreditacion struct {
	tramite.Cabecera
	Persona string `json:"persona" doc:"Identificador de la persona" example:"taod-14-007"`
	Curso   string `json:"curso" doc:"Clave del curso o de la certificación" example:"ORI-LSS"`
	// Codigo is what anyone verifies it by.
	Codigo    string           `json:"codigo" doc:"Código con que cualquiera la verifica"`
	Emisiones []Emision        `json:"emisiones" doc:"La primera y sus renovaciones; la última es la que vale"`
	Revocada  *RevocacionHecha `json:"revocacion,omitempty" doc:"Por qué se revocó"`
}

// RevocacionHecha is why an accreditation was revoked.
type RevocacionHecha struct {
	Causal CausalRevocar `json:"causal" validate:"required" doc:"Causal" example:"fraude"`
	Motivo string        `json:"motivo" validate:"required,min=10,max=1000" doc:"Por qué" example:"Otra persona presentó la evaluación."`
	tramite.Autoria
}

// ultima is the certificate that counts.
func (a Acreditacion) ultima() Emision { return a.Emisiones[len(a.Emisiones)-1] }

// Vale says whether it holds on a day.
func (a Acreditacion) Vale(d fecha.Fecha) bool {
	if a.Estado == Revocada || len(a.Emisiones) == 0 {
		return false
	}
	u := a.ultima()
	return !d.Before(u.Dia) && (u.Hasta.IsZero() || !d.After(u.Hasta))
}

// clave is the natural key of an accreditation.
func clave(persona, curso string) string { return persona + "|" + curso }

// masMeses is the same day some months later, or the last of that month.
func masMeses(d fecha.Fecha, n int) fecha.Fecha {
	m := int(d.Mes()) - 1 + n
	anio, mes := d.Anio()+m/12, time.Month(m%12+1)
	for dia := d.Dia(); ; dia-- {
		if f, err := fecha.New(anio, mes, dia); err == nil {
			return f
		}
	}
}

// Expedicion is the input of [Expedir].
type Expedicion struct {
	Persona string   `json:"persona" validate:"required,max=120" doc:"Identificador de la persona" example:"taod-14-007"`
	OOAD    doe.OOAD `json:"ooad,omitempty" validate:"omitempty,len=2,digitos" doc:"OOAD de la persona; 09 o nada, nivel central" example:"14"`
	Curso   string   `json:"curso" validate:"required,max=30" doc:"Clave del curso o de la certificación" example:"EC0105"`
	Emision Emision  `json:"emision" validate:"required" doc:"Lo que acredita"`
	Codigo  string   `json:"codigo,omitempty" hecho:"true" doc:"Código con que se verifica"`
}

func validarEmision(persona string, e Emision, lugar string, c *tramite.Contexto, f *falla.Fallas) {
	f.Si(e.Dia.After(c.Hoy()) || !e.Hasta.IsZero() && e.Hasta.Before(e.Dia), ReglaFechas, lugar+".hasta")
	f.Si((e.Edicion == "") == (e.Instancia == "") || e.Instancia != "" && e.Documento == "", ReglaInstancia, lugar+".instancia")
	if e.Edicion != "" { // only an edition accredits its own
		x := tramite.Hallar[Edicion](c, ColeccionEdiciones, e.Edicion)
		f.Si(x == nil || !x.acredito(persona), ReglaDeEdicion, lugar+".edicion")
	}
}

// Expedir makes the first certificate that a person gets of a course. An
// edition does it as it ends; that of another institution is registered.
var Expedir = tramite.Acto[Acreditacion, Expedicion]{
	Nombre: "expedir", Titulo: "Expedir o registrar", Descripcion: "Expide la acreditación de un curso al concluir su edición, o registra la que dio otra instancia, nacional o internacional.",
	A: tramite.Hacia(Vigente), Facultades: registra, Alcance: doe.Nacional, Contrapartes: elReloj,
	Ubicar: func(e Expedicion, a doe.Actor) (doe.ClaveUnidad, doe.OOAD) {
		if e.OOAD == "" {
			return a.Unidad, doe.NivelCentral
		}
		return a.Unidad, e.OOAD
	},
	Validar: func(_ Acreditacion, e Expedicion, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(e.OOAD != "" && !esOOAD(e.OOAD), ReglaOOAD, "body.ooad")
		f.Si(c.FolioDe(ColeccionAcreditaciones, clave(e.Persona, e.Curso)) != "", ReglaYaTiene, "body.persona")
		validarEmision(e.Persona, e.Emision, "body.emision", c, f)
	},
	Fijar: func(_ Acreditacion, e *Expedicion, c *tramite.Contexto) { e.Codigo = c.Azar() },
	Aplicar: func(r *Acreditacion, e Expedicion, _ tramite.Suceso) {
		r.Persona, r.Curso, r.Codigo, r.Emisiones = e.Persona, e.Curso, e.Codigo, []Emision{e.Emision}
	},
	Ejemplo: Expedicion{Persona: "taod-14-007", OOAD: "14", Curso: "EC0105", Emision: Emision{
		Nombre: "Atención al ciudadano en el sector público", Instancia: "CONOCER", Documento: "Certificado EC0105", Horas: 40, Dia: fecha.MustParse("2026-02-20"),
	}},
}

// Renovar adds a certificate of the same course.
var Renovar = tramite.Acto[Acreditacion, Emision]{
	Nombre: "renovar", Titulo: "Renovar", Descripcion: "Agrega una acreditación nueva del mismo curso; la anterior se conserva. Una revocada vuelve a valer si se acredita otra vez.",
	De: tramite.Desde(Vigente, Vencida, Revocada), A: tramite.Hacia(Vigente), Facultades: registra, Alcance: doe.Nacional, Contrapartes: elReloj,
	Validar: func(r Acreditacion, e Emision, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(!e.Dia.After(r.ultima().Dia), ReglaPosterior, "body.dia")
		validarEmision(r.Persona, e, "body", c, f)
	},
	Aplicar: func(r *Acreditacion, e Emision, _ tramite.Suceso) {
		r.Emisiones, r.Revocada = append(slices.Clip(r.Emisiones), e), nil
	},
	Ejemplo: Emision{Nombre: "Atención al ciudadano en el sector público", Instancia: "CONOCER", Documento: "Certificado EC0105-2", Horas: 40, Dia: fecha.MustParse("2026-03-02")},
}

// vencer ends what is not renewed. The clock does it.
var vencer = tramite.Acto[Acreditacion, tramite.Vacia]{
	Nombre: "vencer", Titulo: "Vencer", Descripcion: "Pasó el último día en que valía.", Interno: true,
	De: tramite.Desde(Vigente), A: tramite.Hacia(Vencida), Contrapartes: elReloj,
	Aplicar: func(*Acreditacion, tramite.Vacia, tramite.Suceso) {},
}

// Revocar takes an accreditation back, on a ground.
var Revocar = tramite.Acto[Acreditacion, RevocacionHecha]{
	Nombre: "revocar", Titulo: "Revocar", Descripcion: "Revoca la acreditación, con su causal.",
	De: tramite.Desde(Vigente, Vencida), A: tramite.Hacia(Revocada), Facultades: autoriza, Alcance: doe.Linea, Causales: tramite.Causales(causalesRevocar),
	Aplicar: func(r *Acreditacion, e RevocacionHecha, s tramite.Suceso) {
		e.Autoria = s.Autoria()
		r.Revocada = &e
	},
	Ejemplo: RevocacionHecha{Causal: Fraude, Motivo: "Otra persona presentó la evaluación."},
}

// Verificada is what anyone sees of an accreditation by its code: nothing of
// the person but whether an identifier that they already know is the one.
type Verificada struct {
	Codigo   string         `json:"codigo" doc:"Código"`
	Situa    tramite.Estado `json:"estado" doc:"vigente, vencida o revocada" example:"vigente"`
	Nombre   string         `json:"nombre" doc:"Curso o certificación" example:"Orientación en seguro social"`
	Expide   string         `json:"expide" doc:"Quién la expide" example:"Instituto Mexicano del Seguro Social"`
	Horas    int            `json:"horas" doc:"Horas" example:"10"`
	Dia      fecha.Fecha    `json:"dia" doc:"Día en que se acreditó" example:"2026-03-20"`
	Hasta    fecha.Fecha    `json:"hasta,omitzero" doc:"Último día en que vale; sin término si falta" example:"2028-03-20"`
	Coincide *bool          `json:"coincide,omitempty" doc:"Si la persona por la que se pregunta es la acreditada"`
}

// Verificada is the public view on a day, and whether a person asked for is the
// one; nobody when empty.
func (a Acreditacion) Verificada(hoy fecha.Fecha, persona string) Verificada {
	u := a.ultima()
	v := Verificada{Codigo: a.Codigo, Situa: a.Estado, Nombre: u.Nombre, Expide: u.Instancia, Horas: u.Horas, Dia: u.Dia, Hasta: u.Hasta}
	if v.Expide == "" {
		v.Expide = "Instituto Mexicano del Seguro Social"
	}
	if v.Situa == Vigente && !a.Vale(hoy) { // the clock has not rung yet
		v.Situa = Vencida
	}
	if persona != "" {
		si := persona == a.Persona
		v.Coincide = &si
	}
	return v
}

// Acreditaciones is the definition of the accreditation.
var Acreditaciones = tramite.MustDefinir(tramite.Definicion[Acreditacion]{
	Nombre: "acreditacion", Coleccion: ColeccionAcreditaciones, Serie: "ACR", Rama: doe.Raiz,
	Titulo: "Acreditación", Descripcion: "Lo que una persona tiene acreditado de un curso: emisiones, vigencia, renovación y revocación. Cualquiera la verifica con su código, sin conocer a la persona.",
	Estados: []tramite.DefEstado{
		{Nombre: Vigente, Categoria: tramite.Abierta, Titulo: "Vigente"},
		{Nombre: Vencida, Categoria: tramite.Abierta, Titulo: "Vencida, por renovar"},
		{Nombre: Revocada, Categoria: tramite.Abierta, Titulo: "Revocada"},
	},
	Alta: Expedir, Actos: tramite.Actos[Acreditacion](Renovar, vencer, Revocar),
	Plazos: []tramite.Plazo[Acreditacion]{{
		Nombre: PlazoVigencia, Titulo: "Vigencia", Aviso: 60, Frustra: []string{Revocar.Nombre},
		Claves: tramite.Mientras(func(r Acreditacion) bool {
			return r.Estado == Vigente && len(r.Emisiones) > 0 && !r.ultima().Hasta.IsZero()
		}),
		Fecha:   func(r Acreditacion, _ string) fecha.Fecha { return r.ultima().Hasta },
		Vencido: vencer.Nombre, Alarmas: []int{0}, Efecto: "La acreditación deja de valer y puede renovarse.",
	}},
	Unica: func(r Acreditacion) string { return clave(r.Persona, r.Curso) },
	Indices: []tramite.Indice[Acreditacion]{
		{Nombre: "persona", Descripcion: "Identificador de la persona", De: func(r Acreditacion) string { return r.Persona }},
		{Nombre: "curso", Descripcion: "Clave del curso o de la certificación", De: func(r Acreditacion) string { return r.Curso }},
		{Nombre: "codigo", Descripcion: "Código con que se verifica", De: func(r Acreditacion) string { return r.Codigo }},
	},
})
