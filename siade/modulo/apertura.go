package modulo

import (
	"fmt"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/forma"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
	"github.com/operacion-abierta/operacion/siade"
)

// ColeccionAperturas is the path of the openings of mailboxes.
const ColeccionAperturas = "aperturas-buzon"

// The states of an opening.
const (
	// EnCaptura: its forms are being accounted for.
	EnCaptura tramite.Estado = "en_captura"
	// Conciliada: every form is accounted for.
	Conciliada tramite.Estado = "conciliada"
)

// PlazoCaptura is when every form must be accounted for.
const PlazoCaptura = "captura"

// MaxPapeletas bounds how many forms one call registers: each is a petition
// with its acts.
const MaxPapeletas = 12

// ClaseDescarte is why a form gives no petition.
type ClaseDescarte string

// The classes.
const (
	Duplicada    ClaseDescarte = "duplicada"
	Ilegible     ClaseDescarte = "ilegible"
	EnBlanco     ClaseDescarte = "en_blanco"
	NoEsPeticion ClaseDescarte = "no_es_peticion"
)

var clasesDescarte = vocabulario.Tabla[ClaseDescarte]{
	{Clave: Duplicada, Nombre: "Duplicada", Descripcion: "Repite otra papeleta o una petición ya registrada, que se dice cuál es.", Fuente: deTrabajo},
	{Clave: Ilegible, Nombre: "Ilegible", Descripcion: "No puede leerse; se dice por qué.", Fuente: deTrabajo},
	{Clave: EnBlanco, Nombre: "En blanco", Descripcion: "No trae texto.", Fuente: deTrabajo},
	{Clave: NoEsPeticion, Nombre: "No es petición", Descripcion: "Publicidad u otro papel que no pide, reconoce, sugiere ni se queja de nada.", Fuente: deTrabajo},
}

// ClasesDescarte lists why a form gives no petition.
func ClasesDescarte() vocabulario.Tabla[ClaseDescarte] { return slices.Clone(clasesDescarte) }

// ParseClaseDescarte reads a class. The error wraps [vocabulario.ErrDesconocida].
func ParseClaseDescarte(s string) (ClaseDescarte, error) { return clasesDescarte.Parse(s) }

// FormaJSON is the closed list.
func (ClaseDescarte) FormaJSON() forma.Forma { return clasesDescarte.Forma() }

// Testigo is who saw the opening, by post and area: names stay in the signed
// minutes.
type Testigo struct {
	Cargo string `json:"cargo" validate:"required,min=3,max=120" doc:"Cargo" example:"Administradora de la unidad"`
	Area  string `json:"area" validate:"required,min=3,max=120" doc:"Área" example:"Administración de la UMF 3"`
}

// Acta is what the minutes of an opening say.
type Acta struct {
	Buzon string      `json:"buzon" validate:"required,max=60" doc:"Folio del buzón" example:"BUZ-2026-14-0000001-X"`
	Dia   fecha.Fecha `json:"dia" validate:"required" doc:"Día en que se abrió" example:"2026-03-02"`
	Hora  Hora        `json:"hora" doc:"Hora local" example:"10:00"`
	// Abrio is the account of who opened it; who registers it when empty.
	Abrio    string    `json:"abrio,omitempty" validate:"omitempty,max=120" doc:"Cuenta de quien lo abrió; quien lo registra si falta" example:"taod-14-007"`
	Testigos []Testigo `json:"testigos" validate:"required,min=1,max=6,dive" doc:"Quiénes lo presenciaron, por cargo y área"`
	// Papeletas is how many forms it held.
	Papeletas int `json:"papeletas" validate:"min=0,max=2000" doc:"Cuántas papeletas había" example:"7"`
	// Intacto says that it was found locked and unbroken; otherwise Incidencia
	// says how.
	Intacto    bool   `json:"intacto,omitempty" doc:"Si se encontró cerrado y sin daño" example:"true"`
	Incidencia string `json:"incidencia,omitempty" validate:"omitempty,max=1000" doc:"Cómo se encontró, si no estaba intacto" example:"El candado estaba forzado."`
}

// Descarte is some forms that give no petition.
type Descarte struct {
	Clase     ClaseDescarte `json:"clase" validate:"required" doc:"Por qué no da petición" example:"ilegible"`
	Papeletas []int         `json:"papeletas" validate:"required,min=1,max=200,unique,dive,min=1,max=2000" doc:"Números de las papeletas, según el acta" example:"[4]"`
	Motivo    string        `json:"motivo" validate:"required,min=5,max=1000" doc:"Fundamento" example:"El papel se mojó y la tinta se corrió."`
	// Peticion is the one that a duplicate repeats.
	Peticion string `json:"peticion,omitempty" validate:"omitempty,max=60" doc:"Petición que repite, si es duplicada" example:"SIADE-2026-14-0000001-X"`
	tramite.Autoria
}

// Ligada is a form that gave a petition, or that one already registered answers.
type Ligada struct {
	Papeleta int    `json:"papeleta" doc:"Número de la papeleta" example:"3"`
	Peticion string `json:"peticion" doc:"Folio de la petición" example:"SIADE-2026-14-0000001-X"`
	// Nacida: the petition was registered from the form.
	Nacida bool `json:"nacida,omitempty" doc:"Si la petición se registró de la papeleta; si no, ya lo estaba"`
}

// Apertura is an opening of a mailbox.
type Apertura struct {
	tramite.Cabecera
	Acta
	Ligadas   []Ligada   `json:"ligadas,omitempty" doc:"Papeletas que dieron petición, o que una ya registrada recoge"`
	Descartes []Descarte `json:"descartes,omitempty" doc:"Papeletas que no dan petición"`
	Nota      string     `json:"nota,omitempty" doc:"Nota con que se concilió"`
}

// Faltan lists the forms not accounted for.
func (a Apertura) Faltan() []int {
	var out []int
	for n := 1; n <= a.Papeletas; n++ {
		if !a.contada(n) {
			out = append(out, n)
		}
	}
	return out
}

func (a Apertura) contada(n int) bool {
	return slices.ContainsFunc(a.Ligadas, func(l Ligada) bool { return l.Papeleta == n }) ||
		slices.ContainsFunc(a.Descartes, func(d Descarte) bool { return slices.Contains(d.Papeletas, n) })
}

// contar checks that a form is of the opening and was not accounted for.
func (a Apertura) contar(n int, f *falla.Fallas, lugar string) {
	f.Si(n < 1 || n > a.Papeletas || a.contada(n), ReglaPapeleta, lugar)
}

var (
	ejecuta   = doe.Alguna("siade.modulos:ejecutar")
	capturado = tramite.Desde(EnCaptura)
)

// AbrirBuzon leaves the minutes of an opening.
var AbrirBuzon = tramite.Acto[Apertura, Acta]{
	Nombre: "abrir", Titulo: "Abrir el buzón",
	Descripcion: "Levanta el acta de la apertura: día, quién abrió, testigos y cuántas papeletas había, numeradas. Desde ese día cuenta la apertura siguiente. Sin papeletas queda conciliada.",
	A:           tramite.Hacia(EnCaptura, Conciliada), Facultades: ejecuta, Alcance: doe.Nacional,
	Elegir: func(_ Apertura, e Acta) tramite.Estado {
		if e.Papeletas == 0 {
			return Conciliada
		}
		return EnCaptura
	},
	Validar: func(r Apertura, e Acta, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(e.Intacto == (e.Incidencia != ""), ReglaIncidencia, "body.incidencia")
		b := tramite.Hallar[Buzon](c, ColeccionBuzones, e.Buzon)
		if f.Si(b == nil || b.OOAD != r.OOAD || b.Estado != tramite.Vigente, ReglaBuzon, "body.buzon") {
			return
		}
		f.Si(e.Dia.After(c.Hoy()) || e.Dia.Dias(c.Hoy()) > 15 || e.Dia.Before(b.desde()), ReglaDiaApertura, "body.dia")
	},
	Fijar: func(_ Apertura, e *Acta, c *tramite.Contexto) {
		if e.Abrio == "" {
			e.Abrio = c.Actor.Sub
		}
	},
	Aplicar: func(r *Apertura, e Acta, _ tramite.Suceso) { r.Acta = e },
	Ordena: func(r Apertura, e Acta, c *tramite.Contexto) []tramite.Orden {
		if tramite.Hallar[Buzon](c, ColeccionBuzones, e.Buzon) == nil {
			return nil
		}
		return []tramite.Orden{{Coleccion: ColeccionBuzones, Folio: e.Buzon, Acto: AsentarApertura.Nombre, Entrada: Asentada{Folio: r.Folio, Dia: e.Dia}, ComoSistema: true}}
	},
	Ejemplo: Acta{
		Buzon: "BUZ-2026-14-0000001-X", Dia: fecha.MustParse("2026-03-02"), Hora: 10 * 60, Abrio: "taod-14-007", Papeletas: 7, Intacto: true,
		Testigos: []Testigo{{"Administradora de la unidad", "Administración de la UMF 3"}},
	},
}

// Papeleta is a form as it is read. What tells who wrote it goes with the
// petition, in a call of its own: here there is no identity.
type Papeleta struct {
	Numero        int                    `json:"numero" validate:"min=1,max=2000" doc:"Número de la papeleta, según el acta" example:"1"`
	Tipo          siade.TipoPeticionario `json:"peticionario" validate:"required" doc:"Clase de quien la escribe" example:"derechohabiente"`
	Relato        string                 `json:"relato" validate:"required,max=8000" doc:"Lo que dice" example:"En la farmacia no surten mi medicamento."`
	FechaHechos   fecha.Fecha            `json:"fecha_hechos,omitzero" doc:"Día de los hechos, si lo dice" example:"2026-02-27"`
	Senalado      *siade.Senalado        `json:"senalado,omitempty" validate:"omitempty" doc:"A quién se reconoce o de quién se queja"`
	Clasificacion *siade.Clasificacion   `json:"clasificacion,omitempty" validate:"omitempty" doc:"Cómo se clasifica, si ya se sabe"`
}

// Captura is the input of [RegistrarPapeletas].
type Captura struct {
	// At most [MaxPapeletas].
	Papeletas []Papeleta `json:"papeletas" validate:"required,min=1,max=12,dive" doc:"Papeletas sin identidad que se registran, una petición por cada una"`
	// Unidad is the site of the mailbox, where what they tell happened.
	Unidad string `json:"unidad,omitempty" hecho:"true" doc:"Unidad del buzón"`
}

// RegistrarPapeletas registers a petition by each form that bears no identity.
// One that does is registered as a petition born of the opening, so
// that the identity goes with it alone. Terms count from the opening.
var RegistrarPapeletas = tramite.Acto[Apertura, Captura]{
	Nombre: "registrar-papeletas", Titulo: "Registrar papeletas",
	Descripcion: "Registra en SIADE, canal buzón, una petición por cada papeleta anónima. La que trae identidad se registra en /v1/peticiones con este expediente en nace_de; así la identidad va solo con su petición.",
	De:          capturado, Facultades: ejecuta, Alcance: doe.Nacional,
	Validar: func(r Apertura, e Captura, _ *tramite.Contexto, f *falla.Fallas) {
		var vistas []int
		for i, p := range e.Papeletas {
			lugar := fmt.Sprintf("body.papeletas[%d].numero", i)
			if r.contar(p.Numero, f, lugar); !r.contada(p.Numero) {
				f.Si(slices.Contains(vistas, p.Numero), ReglaPapeleta, lugar)
			}
			vistas = append(vistas, p.Numero)
		}
	},
	Fijar: func(r Apertura, e *Captura, c *tramite.Contexto) {
		if b := tramite.Hallar[Buzon](c, ColeccionBuzones, r.Buzon); b != nil {
			e.Unidad = b.Sitio.Unidad
		}
	},
	Aplicar: func(*Apertura, Captura, tramite.Suceso) {}, // each petition links itself
	Ordena: func(r Apertura, e Captura, c *tramite.Contexto) []tramite.Orden {
		var out []tramite.Orden
		for i, p := range e.Papeletas {
			out = append(out, tramite.Orden{Coleccion: siade.Coleccion, Acto: siade.Registrar.Nombre, Camino: fmt.Sprintf("body.papeletas[%d]", i), Entrada: siade.Registro{
				Canal: siade.Buzon, Recibida: r.Dia, OOAD: ooadDe(r, c.Actor), UnidadServicio: e.Unidad, Relato: p.Relato, FechaHechos: p.FechaHechos, Senalado: p.Senalado, Clasificacion: p.Clasificacion,
				Peticionario: siade.DatosPeticionario{Tipo: p.Tipo, Anonimo: true}, NaceDe: &siade.Nacimiento{Coleccion: ColeccionAperturas, Folio: r.Folio, Parte: p.Numero},
			}})
		}
		return out
	},
	Ejemplo: Captura{Papeletas: []Papeleta{{Numero: 1, Tipo: siade.Derechohabiente, Relato: "En la farmacia no surten mi medicamento.", Clasificacion: &siade.Clasificacion{Tipo: siade.Queja}}}},
}

// ooadDe is the body that a petition of the opening says: none for a regional
// unit, whose own it is.
func ooadDe(r Apertura, a doe.Actor) string {
	if a.Unidad.Regional() {
		return ""
	}
	return string(r.OOAD)
}

// LigarPeticion ties a form to the petition that was registered from it, or to
// one that was registered already.
var LigarPeticion = tramite.Acto[Apertura, siade.Nacida]{
	Nombre: siade.ActoLigar, Titulo: "Ligar petición",
	Descripcion: "Liga una papeleta con la petición que la recoge: la que se registra con este expediente en nace_de se liga sola; una ya registrada, por este acto.",
	De:          capturado, Facultades: ejecuta, Alcance: doe.Nacional,
	Validar: func(r Apertura, e siade.Nacida, c *tramite.Contexto, f *falla.Fallas) {
		r.contar(e.Parte, f, "body.parte")
		validarPeticion(r, e.Folio, c, f, "body.folio")
		f.Si(slices.ContainsFunc(r.Ligadas, func(l Ligada) bool { return l.Peticion == e.Folio }), ReglaPeticionLigada, "body.folio")
	},
	Fijar: func(r Apertura, e *siade.Nacida, c *tramite.Contexto) {
		p := tramite.Hallar[siade.Peticion](c, siade.Coleccion, e.Folio)
		e.Nacio = p != nil && p.NaceDe != nil && p.NaceDe.Folio == r.Folio
	},
	Aplicar: func(r *Apertura, e siade.Nacida, _ tramite.Suceso) {
		r.Ligadas = append(r.Ligadas, Ligada{Papeleta: e.Parte, Peticion: e.Folio, Nacida: e.Nacio})
	},
	Ejemplo: siade.Nacida{Folio: "SIADE-2026-14-0000001-X", Parte: 2},
}

// validarPeticion checks that a petition is there, came by mailbox, and was
// not born of another opening.
func validarPeticion(r Apertura, folio string, c *tramite.Contexto, f *falla.Fallas, lugar string) {
	p := tramite.Hallar[siade.Peticion](c, siade.Coleccion, folio)
	mal := p == nil || p.OOAD != r.OOAD || p.Canal != siade.Buzon || p.NaceDe != nil && p.NaceDe.Folio != r.Folio
	f.Si(mal, ReglaPeticion, lugar)
}

// DescartarPapeletas accounts for the forms that give no petition.
var DescartarPapeletas = tramite.Acto[Apertura, Descarte]{
	Nombre: "descartar", Titulo: "Descartar papeletas", Descripcion: "Da cuenta de las papeletas que no dan petición: duplicadas, ilegibles, en blanco o que no piden nada, con su fundamento.",
	De: capturado, Facultades: ejecuta, Alcance: doe.Nacional,
	Validar: func(r Apertura, e Descarte, c *tramite.Contexto, f *falla.Fallas) {
		for i, n := range e.Papeletas {
			r.contar(n, f, fmt.Sprintf("body.papeletas[%d]", i))
		}
		if !f.Si((e.Clase == Duplicada) != (e.Peticion != ""), ReglaDuplicada, "body.peticion") && e.Peticion != "" {
			p := tramite.Hallar[siade.Peticion](c, siade.Coleccion, e.Peticion)
			f.Si(p == nil || p.OOAD != r.OOAD, ReglaDuplicada, "body.peticion")
		}
	},
	Aplicar: func(r *Apertura, e Descarte, s tramite.Suceso) {
		e.Autoria = s.Autoria()
		r.Descartes = append(r.Descartes, e)
	},
	Ejemplo: Descarte{Clase: Ilegible, Papeletas: []int{4}, Motivo: "El papel se mojó y la tinta se corrió."},
}

// Recuento is the input of [Recontar].
type Recuento struct {
	Papeletas int    `json:"papeletas" validate:"min=1,max=2000" doc:"Cuántas papeletas son" example:"8"`
	Motivo    string `json:"motivo" validate:"required,min=5,max=1000" doc:"Por qué cambia la cuenta" example:"Dos papeletas estaban pegadas."`
}

// Recontar corrects how many forms there were.
var Recontar = tramite.Acto[Apertura, Recuento]{
	Nombre: "recontar", Titulo: "Recontar", Descripcion: "Corrige cuántas papeletas había, con su motivo; nunca deja fuera una de la que ya se dio cuenta.",
	De: capturado, Facultades: ejecuta, Alcance: doe.Nacional,
	Validar: func(r Apertura, e Recuento, _ *tramite.Contexto, f *falla.Fallas) {
		for n := e.Papeletas + 1; n <= r.Papeletas; n++ {
			if f.Si(r.contada(n), ReglaRecuento, "body.papeletas") {
				return
			}
		}
	},
	Aplicar: func(r *Apertura, e Recuento, _ tramite.Suceso) { r.Papeletas = e.Papeletas },
	Ejemplo: Recuento{Papeletas: 8, Motivo: "Dos papeletas estaban pegadas."},
}

// Conciliacion is the input of [Conciliar].
type Conciliacion struct {
	Nota string `json:"nota,omitempty" validate:"omitempty,max=1000" doc:"Nota" example:"Se entrega el paquete al archivo de la unidad."`
}

// Conciliar ends an opening whose forms are all accounted for.
var Conciliar = tramite.Acto[Apertura, Conciliacion]{
	Nombre: "conciliar", Titulo: "Conciliar", Descripcion: "Termina la captura: cada papeleta dio una petición, la recoge una ya registrada o se descartó con fundamento, y el acta firmada o sus papeletas constan adjuntas.",
	De: capturado, A: tramite.Hacia(Conciliada), Facultades: ejecuta, Alcance: doe.Nacional,
	Validar: func(r Apertura, _ Conciliacion, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(len(r.Faltan()) > 0, ReglaFaltan, "body")
		f.Si(len(r.Adjuntos) == 0, ReglaSinActa, "body")
	},
	Aplicar: func(r *Apertura, e Conciliacion, _ tramite.Suceso) { r.Nota = e.Nota },
	Ejemplo: Conciliacion{Nota: "Se entrega el paquete al archivo de la unidad."},
}

// Aperturas is the definition of the opening.
var Aperturas = tramite.MustDefinir(tramite.Definicion[Apertura]{
	Nombre: "apertura-buzon", Coleccion: ColeccionAperturas, Serie: "APB", Rama: siade.Rama,
	Titulo: "Apertura de buzón", Descripcion: "Apertura de un buzón: su acta y la cuenta de cada papeleta, hasta que todas dieron una petición o se descartaron con fundamento.",
	Estados: []tramite.DefEstado{
		{Nombre: EnCaptura, Categoria: tramite.Abierta, Titulo: "En captura"},
		{Nombre: Conciliada, Categoria: tramite.Cerrada, Titulo: "Conciliada"},
	},
	Alta: AbrirBuzon,
	Actos: tramite.Actos[Apertura](RegistrarPapeletas, LigarPeticion, DescartarPapeletas, Recontar, Conciliar,
		tramite.Adjuntar[Apertura](tramite.Base{De: tramite.Desde(EnCaptura, Conciliada), Facultades: ejecuta, Alcance: doe.Nacional})),
	Plazos: []tramite.Plazo[Apertura]{{
		Nombre: PlazoCaptura, Titulo: "Captura de las papeletas", Claves: tramite.En[Apertura](EnCaptura), Aviso: 2,
		Desde:   func(r Apertura, _ string) fecha.Fecha { return r.Dia },
		Termino: func(_ Apertura, _ string, d fecha.Fecha) (plazo.Termino, bool) { return terminos.De(PlazoCaptura, d) },
	}},
	Indices: []tramite.Indice[Apertura]{
		{Nombre: "buzon", Descripcion: "Folio del buzón", De: func(r Apertura) string { return r.Buzon }},
		{Nombre: "intacto", Descripcion: "Si se encontró intacto", Valores: siNo, De: func(r Apertura) string { return siONo(r.Intacto) }},
	},
	Texto: func(r Apertura) string { return r.Incidencia + " " + r.Nota },
})
