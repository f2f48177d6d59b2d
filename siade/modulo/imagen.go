package modulo

import (
	"fmt"
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/forma"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
	"github.com/operacion-abierta/operacion/siade"
)

// The paths of the design of desks, and of its checks desk by desk.
const (
	ColeccionImagenes   = "imagenes"
	ColeccionRevisiones = "revisiones-imagen"
)

// The states of a design.
const (
	Elaborada  tramite.Estado = "elaborada"
	PorRehacer tramite.Estado = "observada"
	Validada   tramite.Estado = "validada"
	Promovida  tramite.Estado = "promovida"
	FueraDeUso tramite.Estado = "fuera_de_uso"
)

// Elemento is one of the things that a desk shows: a sign, a uniform, a poster.
type Elemento struct {
	Clave string `json:"clave" validate:"required,max=20" doc:"Clave del elemento" example:"E1"`
	Texto string `json:"texto" validate:"required,min=5,max=500" doc:"Qué es y cómo va" example:"Letrero con el nombre del servicio, visible desde la entrada."`
	// Opcional: a desk may do without it.
	Opcional bool `json:"opcional,omitempty" doc:"Si un módulo puede no tenerlo" example:"false"`
}

// Diseno is a version of the design.
type Diseno struct {
	Edicion   string     `json:"edicion" validate:"required,max=20" doc:"Edición del diseño" example:"2026-1"`
	Titulo    string     `json:"titulo" validate:"required,min=5,max=200" doc:"Título" example:"Imagen del módulo y uniforme 2026"`
	Elementos []Elemento `json:"elementos" validate:"required,min=1,max=60,dive" doc:"Lista que se verifica módulo por módulo"`
}

// Dictamen is what the coordination says of a design.
type Dictamen struct {
	Texto string `json:"texto" validate:"required,min=5,max=2000" doc:"Dictamen u observaciones" example:"Cumple el manual de identidad institucional."`
	tramite.Autoria
}

// Promocion is how a design was made known.
type Promocion struct {
	Desde     fecha.Fecha `json:"desde" validate:"required" doc:"Desde cuándo se exige" example:"2026-03-02"`
	Medios    []string    `json:"medios" validate:"required,min=1,max=20,unique,dive,required,max=200" doc:"Medios y materiales" example:"[\"Guía en la intranet\"]"`
	Documento string      `json:"documento" validate:"required,max=200" doc:"Oficio con que se difunde" example:"Oficio circular 7.1.3/012/2026"`
	tramite.Autoria
}

// Imagen is the design of desks and uniforms (rule 34).
type Imagen struct {
	tramite.Cabecera
	Diseno
	Dictamenes []Dictamen      `json:"dictamenes,omitempty" doc:"Dictamen y observaciones"`
	Promocion  *Promocion      `json:"promocion,omitempty" doc:"Cómo se difundió"`
	Retiro     *tramite.Retiro `json:"retiro,omitempty" doc:"Por qué dejó de exigirse"`
}

func (m Imagen) elemento(clave string) int {
	return slices.IndexFunc(m.Elementos, func(e Elemento) bool { return e.Clave == clave })
}

var disenoEjemplo = Diseno{Edicion: "2026-1", Titulo: "Imagen del módulo y uniforme 2026", Elementos: []Elemento{
	{Clave: "E1", Texto: "Letrero con el nombre del servicio, visible desde la entrada."},
	{Clave: "E2", Texto: "Horario y nombre de quien atiende, a la vista."},
	{Clave: "E3", Texto: "Cartel de derechos en lengua indígena donde se hable.", Opcional: true},
}}

func disenar(nombre, titulo, dice string, de tramite.Origen) tramite.Acto[Imagen, Diseno] {
	return tramite.Acto[Imagen, Diseno]{
		Nombre: nombre, Titulo: titulo, Descripcion: dice, De: de, A: tramite.Hacia(Elaborada), Facultades: doe.Alguna("siade.modulos:elaborar"), Alcance: doe.Nacional,
		Validar: func(_ Imagen, e Diseno, _ *tramite.Contexto, f *falla.Fallas) {
			repetidas(e.Elementos, func(x Elemento) string { return x.Clave }, f, "body.elementos")
		},
		Aplicar: func(r *Imagen, e Diseno, _ tramite.Suceso) { r.Diseno = e },
		Ejemplo: disenoEjemplo,
	}
}

func dictaminar(nombre, titulo, dice string, a tramite.Estado, fs ...doe.Facultad) tramite.Acto[Imagen, Dictamen] {
	return tramite.Acto[Imagen, Dictamen]{
		Nombre: nombre, Titulo: titulo, Descripcion: dice, De: tramite.Desde(Elaborada), A: tramite.Hacia(a), Facultades: fs, Alcance: doe.Nacional,
		Validar: func(r Imagen, _ Dictamen, _ *tramite.Contexto, f *falla.Fallas) {
			f.Si(len(r.Dictamenes) >= 20, ReglaMaximo, "body")
		},
		Aplicar: func(r *Imagen, e Dictamen, s tramite.Suceso) {
			e.Autoria = s.Autoria()
			r.Dictamenes = append(r.Dictamenes, e)
		},
		Ejemplo: Dictamen{Texto: "Cumple el manual de identidad institucional."},
	}
}

// The acts of a design: drafted by the national liaison, validated by the
// coordination, promoted by the Unit.
var (
	ElaborarImagen = disenar("elaborar", "Elaborar", "El enlace nacional elabora el diseño de módulos y uniformes, con la lista que se verificará.", tramite.Origen{})
	RehacerImagen  = disenar("rehacer", "Rehacer", "Corrige el diseño observado.", tramite.Desde(PorRehacer, Elaborada))
	ValidarImagen  = dictaminar("validar", "Validar", "La Coordinación da por correcto el diseño antes de promoverlo.", Validada, "siade.modulos:validar")
	ObservarImagen = dictaminar("observar", "Observar", "La Coordinación pide cambios al diseño.", PorRehacer, "siade.modulos:coordinar")

	PromoverImagen = tramite.Acto[Imagen, Promocion]{
		Nombre: "promover", Titulo: "Promover", Descripcion: "La Unidad difunde el diseño validado y dice desde cuándo se exige. Rige uno a la vez: antes se retira el anterior.",
		De: tramite.Desde(Validada), A: tramite.Hacia(Promovida), Facultades: doe.Alguna("siade.modulos:difundir"), Alcance: doe.Nacional,
		Validar: func(_ Imagen, e Promocion, c *tramite.Contexto, f *falla.Fallas) {
			f.Si(e.Desde.Before(c.Hoy()) || c.Hoy().Dias(e.Desde) > 366, ReglaDesde, "body.desde")
			f.Si(promovida(c) != nil, ReglaYaPromovida, "body")
		},
		Aplicar: func(r *Imagen, e Promocion, s tramite.Suceso) {
			e.Autoria = s.Autoria()
			r.Promocion = &e
		},
		Ejemplo: Promocion{Desde: fecha.MustParse("2026-03-02"), Medios: []string{"Guía en la intranet"}, Documento: "Oficio circular 7.1.3/012/2026"},
	}

	RetirarImagen = tramite.Acto[Imagen, tramite.Retiro]{
		Nombre: "retirar", Titulo: "Retirar", Descripcion: "La Unidad deja de exigir el diseño, con su motivo.",
		De: tramite.Desde(Validada, Promovida), A: tramite.Hacia(FueraDeUso), Facultades: doe.Alguna("siade.modulos:difundir"), Alcance: doe.Nacional,
		Aplicar: func(r *Imagen, e tramite.Retiro, _ tramite.Suceso) { r.Retiro = &e },
		Ejemplo: tramite.Retiro{Motivo: "La sustituye la versión 2027"},
	}
)

// promovida is the design in use; nil when none is.
func promovida(c *tramite.Contexto) *Imagen {
	return tramite.HallarClave[Imagen](c, ColeccionImagenes, string(Promovida))
}

// Imagenes is the definition of the design.
var Imagenes = tramite.MustDefinir(tramite.Definicion[Imagen]{
	Nombre: "imagen", Coleccion: ColeccionImagenes, Serie: "IMG", Rama: siade.Rama,
	Titulo: "Imagen institucional", Descripcion: "Diseño de los módulos y del uniforme de su personal: se elabora, se valida, se promueve y se verifica módulo por módulo.",
	Estados: []tramite.DefEstado{
		{Nombre: Elaborada, Categoria: tramite.Abierta, Titulo: "Elaborada, por validar"},
		{Nombre: PorRehacer, Categoria: tramite.Abierta, Titulo: "Observada, por rehacer"},
		{Nombre: Validada, Categoria: tramite.Abierta, Titulo: "Validada, por promover"},
		{Nombre: Promovida, Categoria: tramite.Abierta, Titulo: "Promovida"},
		{Nombre: FueraDeUso, Categoria: tramite.Cerrada, Titulo: "Fuera de uso"},
	},
	Alta: ElaborarImagen,
	Actos: tramite.Actos[Imagen](RehacerImagen, ValidarImagen, ObservarImagen, PromoverImagen, RetirarImagen,
		tramite.Adjuntar[Imagen](tramite.Base{De: tramite.Desde(Elaborada, PorRehacer), Facultades: doe.Alguna("siade.modulos:elaborar"), Alcance: doe.Nacional})),
	Unica: func(r Imagen) string {
		if r.Estado == Promovida {
			return string(Promovida)
		}
		return ""
	},
	Indices: []tramite.Indice[Imagen]{{Nombre: "edicion", Descripcion: "Edición del diseño", De: func(r Imagen) string { return r.Edicion }}},
	Texto:   func(r Imagen) string { return r.Edicion + " " + r.Titulo },
})

// The states of a check.
const (
	Conforme     tramite.Estado = "conforme"
	ConFaltas    tramite.Estado = "con_faltas"
	PorComprobar tramite.Estado = "por_comprobar"
	Corregida    tramite.Estado = "corregida"
)

// Resultado is how a desk stands in one element.
type Resultado string

// The results.
const (
	Cumple   Resultado = "cumple"
	Falta    Resultado = "falta"
	Danado   Resultado = "danado"
	Anterior Resultado = "version_anterior"
	NoAplica Resultado = "no_aplica"
)

var resultados = vocabulario.Tabla[Resultado]{
	{Clave: Cumple, Nombre: "Cumple", Descripcion: "Está y es como el diseño dice.", Fuente: fnImagen},
	{Clave: Falta, Nombre: "Falta", Descripcion: "No está.", Fuente: fnImagen},
	{Clave: Danado, Nombre: "Dañado", Descripcion: "Está y no sirve.", Fuente: fnImagen},
	{Clave: Anterior, Nombre: "Versión anterior", Descripcion: "Está el de un diseño que ya no se usa.", Fuente: fnImagen},
	{Clave: NoAplica, Nombre: "No aplica", Descripcion: "El elemento es opcional y ahí no hace falta.", Fuente: fnImagen},
}

// Resultados lists the results.
func Resultados() vocabulario.Tabla[Resultado] { return slices.Clone(resultados) }

// ParseResultado reads a result. The error wraps [vocabulario.ErrDesconocida].
func ParseResultado(s string) (Resultado, error) { return resultados.Parse(s) }

// FormaJSON is the closed list.
func (Resultado) FormaJSON() forma.Forma { return resultados.Forma() }

func (x Resultado) falta() bool { return x != Cumple && x != NoAplica }

// Visto is one element as it was found.
type Visto struct {
	Clave     string    `json:"clave" validate:"required,max=20" doc:"Clave del elemento" example:"E1"`
	Resultado Resultado `json:"resultado" validate:"required" doc:"Cómo se encontró" example:"cumple"`
	Nota      string    `json:"nota,omitempty" validate:"omitempty,max=500" doc:"Qué se vio; obligatoria si falta algo" example:"El letrero es el de 2019."`
}

// Verificacion is the input of [VerificarImagen].
type Verificacion struct {
	Modulo    string      `json:"modulo" validate:"required,max=60" doc:"Folio del módulo" example:"MAO-2026-14-0000001-X"`
	Dia       fecha.Fecha `json:"dia" validate:"required" doc:"Día de la verificación" example:"2026-03-02"`
	Elementos []Visto     `json:"elementos" validate:"required,min=1,max=60,dive" doc:"Cada elemento del diseño"`
	Dias      int         `json:"dias,omitempty" validate:"omitempty,min=1,max=90" doc:"Días hábiles para corregir, si hay faltas" example:"15"`
	// Imagen and Edicion are the design it was held against.
	Imagen  string `json:"imagen,omitempty" hecho:"true" doc:"Folio del diseño con que se verificó"`
	Edicion string `json:"edicion,omitempty" hecho:"true" doc:"Edición del diseño"`
}

// Evidencia is a file that shows something mended.
type Evidencia struct {
	Nombre string `json:"nombre" validate:"required,max=200" doc:"Nombre del archivo" example:"letrero.jpg"`
	SHA256 string `json:"sha256" validate:"required,sha256" doc:"Huella del archivo" example:"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"`
}

// Solvencia is how what was missing was mended.
type Solvencia struct {
	Texto      string      `json:"texto" validate:"required,min=5,max=2000" doc:"Qué se hizo" example:"Se colocó el letrero nuevo."`
	Evidencias []Evidencia `json:"evidencias" validate:"required,min=1,max=20,dive" doc:"Evidencia"`
	tramite.Autoria
}

// Comprobacion is what the liaison makes of what was mended.
type Comprobacion struct {
	// Faltan are the elements still missing; none accepts all.
	Faltan []string `json:"faltan,omitempty" validate:"omitempty,max=60,unique,dive,required,max=20" doc:"Elementos que siguen sin corregirse; ninguno da todo por bueno" example:"[\"E2\"]"`
	Motivo string   `json:"motivo,omitempty" validate:"omitempty,min=5,max=1000" doc:"Por qué, si falta algo" example:"La foto no muestra el horario."`
	Dias   int      `json:"dias,omitempty" validate:"omitempty,min=1,max=90" doc:"Días hábiles para lo que falta" example:"5"`
	tramite.Autoria
}

// Revision is the check of a desk against the design in use.
type Revision struct {
	tramite.Cabecera
	Verificacion
	Faltas         []string       `json:"faltas,omitempty" doc:"Elementos por corregir"`
	Solvencias     []Solvencia    `json:"solvencias,omitempty" doc:"Lo que se corrigió, con su evidencia"`
	Comprobaciones []Comprobacion `json:"comprobaciones,omitempty" doc:"Lo que se comprobó"`
}

// VerificarImagen checks a desk.
var VerificarImagen = tramite.Acto[Revision, Verificacion]{
	Nombre: "verificar", Titulo: "Verificar",
	Descripcion: "Verifica un módulo contra el diseño promovido, elemento por elemento; lo que falta queda con plazo para corregir con evidencia. Lo hacen el enlace nacional y la coordinación del OOAD.",
	A:           tramite.Hacia(Conforme, ConFaltas), Facultades: doe.Alguna("siade.modulos:seguir", "siade.modulos:supervisar"), Alcance: doe.Nacional,
	Elegir: func(r Revision, _ Verificacion) tramite.Estado {
		if len(r.Faltas) == 0 {
			return Conforme
		}
		return ConFaltas
	},
	// A desk's folio says whose it is; that it does is checked.
	Ubicar: func(e Verificacion, a doe.Actor) (doe.ClaveUnidad, doe.OOAD) {
		partes := strings.Split(e.Modulo, "-")
		if a.Unidad.Regional() || len(partes) != 5 {
			return a.Unidad, a.OOAD
		}
		if o, err := doe.ParseOOAD(partes[2]); err == nil && o != doe.NivelCentral {
			return doe.CAOOD, o
		}
		return a.Unidad, doe.NivelCentral
	},
	Validar: validarVerificacion,
	Fijar: func(_ Revision, e *Verificacion, c *tramite.Contexto) {
		if i := promovida(c); i != nil {
			e.Imagen, e.Edicion = i.Folio, i.Edicion
		}
	},
	Aplicar: func(r *Revision, e Verificacion, _ tramite.Suceso) {
		r.Verificacion = e
		for _, v := range e.Elementos {
			if v.Resultado.falta() {
				r.Faltas = append(r.Faltas, v.Clave)
			}
		}
	},
	Ejemplo: Verificacion{Modulo: "MAO-2026-14-0000001-X", Dia: fecha.MustParse("2026-03-02"), Dias: 15, Elementos: []Visto{
		{Clave: "E1", Resultado: Anterior, Nota: "El letrero es el de 2019."}, {Clave: "E2", Resultado: Cumple}, {Clave: "E3", Resultado: NoAplica}}},
}

func validarVerificacion(r Revision, e Verificacion, c *tramite.Contexto, f *falla.Fallas) {
	f.Si(e.Dia.After(c.Hoy()) || e.Dia.Dias(c.Hoy()) > 30, ReglaDiaRevision, "body.dia")
	m := tramite.Hallar[Modulo](c, ColeccionModulos, e.Modulo)
	f.Si(m == nil || m.OOAD != r.OOAD || m.Estado == CerradoDefinitivo, ReglaModulo, "body.modulo")
	i := promovida(c)
	if f.Si(i == nil || i.Promocion.Desde.After(e.Dia), ReglaSinImagen, "body") {
		return
	}
	repetidas(e.Elementos, func(v Visto) string { return v.Clave }, f, "body.elementos")
	faltas := 0
	for n, v := range e.Elementos {
		lugar := fmt.Sprintf("body.elementos[%d]", n)
		k := i.elemento(v.Clave)
		if !f.Si(k < 0, ReglaElemento, lugar+".clave") {
			f.Si(v.Resultado == NoAplica && !i.Elementos[k].Opcional, ReglaNoOpcional, lugar+".resultado")
		}
		if v.Resultado.falta() {
			faltas++
			f.Si(v.Nota == "", ReglaNota, lugar+".nota")
		}
	}
	f.Si(len(e.Elementos) < len(i.Elementos), ReglaElementos, "body.elementos")
	f.Si((faltas > 0) != (e.Dias > 0), ReglaDias, "body.dias")
}

// Solventar tells what was mended, with evidence.
var Solventar = tramite.Acto[Revision, Solvencia]{
	Nombre: "solventar", Titulo: "Solventar", Descripcion: "La coordinación del OOAD dice qué corrigió, con evidencia.",
	De: tramite.Desde(ConFaltas), A: tramite.Hacia(PorComprobar), Facultades: doe.Alguna("siade.modulos:supervisar"), Alcance: doe.Propia,
	Validar: func(r Revision, _ Solvencia, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(len(r.Solvencias) >= 20, ReglaMaximo, "body")
	},
	Aplicar: func(r *Revision, e Solvencia, s tramite.Suceso) {
		e.Autoria = s.Autoria()
		r.Solvencias = append(r.Solvencias, e)
	},
	Ejemplo: Solvencia{Texto: "Se colocó el letrero nuevo.", Evidencias: []Evidencia{{Nombre: "letrero.jpg", SHA256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}}},
}

// ComprobarImagen accepts what was mended, or says what is still missing.
var ComprobarImagen = tramite.Acto[Revision, Comprobacion]{
	Nombre: "comprobar", Titulo: "Comprobar", Descripcion: "El enlace nacional da por corregido lo que la evidencia prueba; lo demás queda con otro plazo.",
	De: tramite.Desde(PorComprobar), A: tramite.Hacia(Corregida, ConFaltas), Facultades: doe.Alguna("siade.modulos:seguir"), Alcance: doe.Nacional,
	Elegir: func(r Revision, _ Comprobacion) tramite.Estado {
		if len(r.Faltas) == 0 {
			return Corregida
		}
		return ConFaltas
	},
	Validar: func(r Revision, e Comprobacion, _ *tramite.Contexto, f *falla.Fallas) {
		for i, k := range e.Faltan {
			f.Si(!slices.Contains(r.Faltas, k), ReglaElemento, fmt.Sprintf("body.faltan[%d]", i))
		}
		f.Si((len(e.Faltan) > 0) != (e.Motivo != ""), ReglaNota, "body.motivo")
		f.Si((len(e.Faltan) > 0) != (e.Dias > 0), ReglaDias, "body.dias")
	},
	Aplicar: func(r *Revision, e Comprobacion, s tramite.Suceso) {
		e.Autoria = s.Autoria()
		r.Faltas, r.Comprobaciones = e.Faltan, append(r.Comprobaciones, e)
		if e.Dias > 0 {
			r.Dias = e.Dias
		}
	},
	Ejemplo: Comprobacion{Faltan: []string{"E1"}, Motivo: "La foto no muestra el letrero.", Dias: 5},
}

// Revisiones is the definition of the check.
var Revisiones = tramite.MustDefinir(tramite.Definicion[Revision]{
	Nombre: "revision-imagen", Coleccion: ColeccionRevisiones, Serie: "RIM", Rama: siade.Rama,
	Titulo: "Verificación de imagen", Descripcion: "Verificación de un módulo contra el diseño promovido: lo que falta se corrige en plazo, con evidencia que el enlace nacional comprueba.",
	Estados: []tramite.DefEstado{
		{Nombre: Conforme, Categoria: tramite.Cerrada, Titulo: "Conforme"},
		{Nombre: ConFaltas, Categoria: tramite.Abierta, Titulo: "Con faltas, por corregir"},
		{Nombre: PorComprobar, Categoria: tramite.Abierta, Titulo: "Corregida, por comprobar"},
		{Nombre: Corregida, Categoria: tramite.Cerrada, Titulo: "Corregida"},
	},
	Alta: VerificarImagen,
	Actos: tramite.Actos[Revision](Solventar, ComprobarImagen,
		tramite.Adjuntar[Revision](tramite.Base{De: tramite.Desde(ConFaltas, PorComprobar), Facultades: doe.Alguna("siade.modulos:supervisar"), Alcance: doe.Nacional})),
	Plazos: []tramite.Plazo[Revision]{{
		Nombre: PlazoCorreccion, Titulo: "Corrección", Claves: tramite.En[Revision](ConFaltas), Aviso: 3,
		Termino: func(r Revision, _ string, _ fecha.Fecha) (plazo.Termino, bool) { return habiles(r.Dias), r.Dias > 0 },
	}},
	Indices: []tramite.Indice[Revision]{
		{Nombre: "modulo", Descripcion: "Folio del módulo", De: func(r Revision) string { return r.Modulo }},
		{Nombre: "imagen", Descripcion: "Folio del diseño", De: func(r Revision) string { return r.Imagen }},
		{Nombre: "faltas", Descripcion: "Si tiene faltas por corregir", Valores: siNo, De: func(r Revision) string { return siONo(len(r.Faltas) > 0) }},
	},
	Texto: func(r Revision) string {
		var b strings.Builder
		for _, v := range r.Elementos {
			b.WriteString(v.Nota + " ")
		}
		return b.String()
	},
})
