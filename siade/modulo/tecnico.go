package modulo

import (
	"encoding/json"
	"fmt"
	"strconv"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/identificador"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
)

// ColeccionTecnicos is the path of the attendants.
const ColeccionTecnicos = "tecnicos"

// The states of an attendant.
const (
	Propuesto tramite.Estado = "propuesto"
	Activo    tramite.Estado = "activo"
	DeBaja    tramite.Estado = "baja"
)

// PlazoCorreccion is when what a profile check found must be mended.
const PlazoCorreccion = "correccion"

// ClaseTecnico is the class of an attendant's reserved data.
const ClaseTecnico = "tecnico"

// DatosTecnico is an attendant as it is told. Who the person is never reaches
// the record nor the event: they keep the account alone.
type DatosTecnico struct {
	Cuenta string `json:"cuenta" validate:"required,max=120" doc:"Cuenta de la persona, el sub de su credencial" example:"taod-14-007"`
	Puesto Puesto `json:"puesto" validate:"required" doc:"Clase de puesto" example:"tecnico_ao"`

	Nombre          string `json:"nombre,omitempty" validate:"omitempty,max=200" doc:"Nombre completo" example:"Rosa Elena Prado Luna"`
	Matricula       string `json:"matricula,omitempty" validate:"omitempty,max=20,digitos" doc:"Matrícula" example:"99142345"`
	CURP            string `json:"curp,omitempty" validate:"omitempty,max=20" doc:"CURP" example:"BEML920313HMCLNS09"`
	AvisoPrivacidad string `json:"aviso_privacidad,omitempty" validate:"omitempty,max=20" doc:"Versión del aviso de privacidad que conoció; obligatoria si hay identidad" example:"2025-03"`

	Identidad string `json:"identidad,omitempty" hecho:"true" doc:"Referencia de los datos reservados"`
}

type reservado struct {
	Nombre    string `json:"nombre,omitempty"`
	Matricula string `json:"matricula,omitempty"`
	CURP      string `json:"curp,omitempty"`
}

// Separar takes who the person is out of the input.
func (d *DatosTecnico) Separar(azar func() string) []tramite.Reservado {
	r := reservado{d.Nombre, d.Matricula, d.CURP}
	if c, err := identificador.ParseCURP(d.CURP); err == nil {
		r.CURP = string(c)
	}
	d.Nombre, d.Matricula, d.CURP, d.Identidad = "", "", "", ""
	if r == (reservado{}) {
		return nil
	}
	datos, err := json.Marshal(r)
	if err != nil { // a struct of texts always encodes
		return nil
	}
	d.Identidad = azar()
	claves := map[string]string{}
	for k, v := range map[string]string{"matricula": r.Matricula, "curp": r.CURP} {
		if v != "" {
			claves[k] = v
		}
	}
	return []tramite.Reservado{{Ref: d.Identidad, Clase: ClaseTecnico, Datos: datos, Claves: claves}}
}

// Adscripcion is the post that an attendant has at a desk for a time.
type Adscripcion struct {
	Modulo string      `json:"modulo" validate:"required,max=60" doc:"Folio del módulo" example:"MAO-2026-14-0000001-X"`
	Plaza  string      `json:"plaza" validate:"required,max=40" doc:"Clave de la plaza" example:"14-0001234"`
	Desde  fecha.Fecha `json:"desde" validate:"required" doc:"Primer día" example:"2026-03-02"`
	Hasta  fecha.Fecha `json:"hasta,omitzero" doc:"Último día" example:"2026-06-30"`
	// Origen is the movement, or the document of the first filling.
	Origen string `json:"origen,omitempty" validate:"omitempty,max=200" doc:"Movimiento o documento de que resulta" example:"MOV-2026-14-0000001-X"`
}

// ActividadCotejada is how a person does one of the activities of the profile.
type ActividadCotejada struct {
	Clave  string `json:"clave" validate:"required,max=20" doc:"Clave de la actividad en el perfil" example:"A1"`
	Cumple bool   `json:"cumple,omitempty" doc:"Si la realiza" example:"true"`
	Nota   string `json:"nota,omitempty" validate:"omitempty,max=1000" doc:"Qué se encontró; obligatoria si no la realiza" example:"No registra las orientaciones de sala."`
}

// Cotejo is a check of what a person does against the profile of the post.
type Cotejo struct {
	Desde       fecha.Fecha         `json:"desde" validate:"required" doc:"Primer día revisado" example:"2026-02-01"`
	Hasta       fecha.Fecha         `json:"hasta" validate:"required" doc:"Último día revisado" example:"2026-02-28"`
	Actividades []ActividadCotejada `json:"actividades" validate:"required,min=1,max=40,dive" doc:"Cada actividad del perfil"`
	Dias        int                 `json:"dias,omitempty" validate:"omitempty,min=1,max=60" doc:"Días hábiles para corregir, si hay incumplimientos" example:"10"`

	Numero int `json:"numero,omitempty" hecho:"true" doc:"Número del cotejo"`
	// Perfil and Version are what it was judged by.
	Perfil     string      `json:"perfil,omitempty" hecho:"true" doc:"Folio del perfil con que se cotejó"`
	Version    int         `json:"version,omitempty" hecho:"true" doc:"Versión del perfil"`
	Faltas     int         `json:"faltas,omitempty" hecho:"true" doc:"Actividades que no realiza"`
	Corregido  fecha.Fecha `json:"corregido,omitzero" hecho:"true" doc:"Día en que se corrigió"`
	Correccion string      `json:"correccion,omitempty" hecho:"true" doc:"Cómo se corrigió"`
	tramite.Autoria
}

func (k Cotejo) debe() bool { return k.Faltas > 0 && k.Corregido.IsZero() }

// Tecnico is an attendant (TAOD). Who the person is lies apart.
type Tecnico struct {
	tramite.Cabecera
	Cuenta    string `json:"cuenta" doc:"Cuenta de la persona" example:"taod-14-007"`
	Puesto    Puesto `json:"puesto" doc:"Clase de puesto" example:"tecnico_ao"`
	Identidad string `json:"identidad,omitempty" doc:"Referencia de los datos de identidad, que se guardan aparte"`
	// AvisoPrivacidad is the version of the notice that the person knew.
	AvisoPrivacidad string       `json:"aviso_privacidad,omitempty" doc:"Versión del aviso de privacidad" example:"2025-03"`
	Alta            fecha.Fecha  `json:"alta,omitzero" doc:"Primer día de servicio"`
	Baja            fecha.Fecha  `json:"baja,omitzero" doc:"Último día de servicio"`
	Base            *Adscripcion `json:"base,omitempty" doc:"Plaza que es suya"`
	// Temporal is where a temporary movement keeps the person.
	Temporal *Adscripcion  `json:"temporal,omitempty" doc:"Plaza que cubre por un cambio temporal"`
	Pasadas  []Adscripcion `json:"pasadas,omitempty" doc:"Adscripciones que terminaron"`
	Cotejos  []Cotejo      `json:"cotejos,omitempty" doc:"Cotejos con el perfil de puesto"`
}

// Actual is where the person works now; nil when nowhere.
func (t Tecnico) Actual() *Adscripcion {
	if t.Temporal != nil {
		return t.Temporal
	}
	return t.Base
}

// RegistrarTecnico enters a person who is to become an attendant.
var RegistrarTecnico = tramite.Acto[Tecnico, DatosTecnico]{
	Nombre: "registrar", Titulo: "Registrar",
	Descripcion: "Registra a una persona propuesta como TAOD. No presta servicio hasta que un movimiento de alta, con aval técnico, surta efecto. La identidad se guarda aparte.",
	A:           tramite.Hacia(Propuesto), Facultades: registra, Alcance: doe.Nacional,
	Validar: func(_ Tecnico, e DatosTecnico, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si((e.Nombre != "" || e.Matricula != "" || e.CURP != "") && e.AvisoPrivacidad == "", ReglaAviso, "body.aviso_privacidad")
		if e.CURP != "" {
			_, err := identificador.ParseCURP(e.CURP)
			f.Si(err != nil, ReglaCURP, "body.curp")
		}
	},
	Aplicar: func(r *Tecnico, e DatosTecnico, _ tramite.Suceso) {
		r.Cuenta, r.Puesto, r.Identidad, r.AvisoPrivacidad = e.Cuenta, e.Puesto, e.Identidad, e.AvisoPrivacidad
	},
	Ejemplo: DatosTecnico{Cuenta: "taod-14-007", Puesto: Tecnica, Nombre: "Rosa Elena Prado Luna", Matricula: "99142345", AvisoPrivacidad: "2025-03"},
}

// Incorporar gives a post to a person who already worked when the register was
// filled: the one way without a movement.
var Incorporar = tramite.Acto[Tecnico, Adscripcion]{
	Nombre: "incorporar", Titulo: "Incorporar",
	Descripcion: "Asienta la plaza de quien ya prestaba servicio cuando se abrió el registro, con su documento; solo la unidad central. Lo demás va por movimiento.",
	De:          tramite.Desde(Propuesto), A: tramite.Hacia(Activo), Facultades: coordina, Alcance: doe.Nacional,
	Validar: func(r Tecnico, e Adscripcion, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(e.Desde.After(c.Hoy()), ReglaIncorpora, "body.desde")
		f.Si(!e.Hasta.IsZero(), ReglaIncorpora, "body.hasta")
		f.Si(e.Origen == "", ReglaIncorpora, "body.origen")
		m := tramite.Hallar[Modulo](c, ColeccionModulos, e.Modulo)
		if f.Si(m == nil || m.OOAD != r.OOAD || m.Estado == CerradoDefinitivo, ReglaModulo, "body.modulo") {
			return
		}
		if p := m.Plaza(e.Plaza); !f.Si(p == nil, ReglaSinPlaza, "body.plaza") {
			f.Si(p.estorba(CambioPlaza{Efecto: Ocupa}), ReglaPlazaOcupada, "body.plaza")
			f.Si(p.Puesto != r.Puesto, ReglaOtroPuesto, "body.plaza")
		}
	},
	Aplicar: func(r *Tecnico, e Adscripcion, _ tramite.Suceso) { r.Alta, r.Base = e.Desde, &e },
	Ordena: func(r Tecnico, e Adscripcion, c *tramite.Contexto) []tramite.Orden {
		if tramite.Hallar[Modulo](c, ColeccionModulos, e.Modulo) == nil {
			return nil
		}
		return []tramite.Orden{{Coleccion: ColeccionModulos, Folio: e.Modulo, Acto: AsentarOcupacion.Nombre, ComoSistema: true,
			Entrada: CambioPlaza{Plaza: e.Plaza, Tecnico: r.Folio, Efecto: Ocupa}}}
	},
	Ejemplo: Adscripcion{Modulo: "MAO-2026-14-0000001-X", Plaza: "14-0001234", Desde: fecha.MustParse("2026-01-16"), Origen: "Nómina de enero de 2026"},
}

// Asiento is the input of [Adscribir].
type Asiento struct {
	Clase Clase `json:"clase" validate:"required" doc:"Clase de movimiento" example:"cambio_permanente"`
	// Regresa: a temporary movement ended.
	Regresa bool        `json:"regresa,omitempty" doc:"Si es el regreso de un cambio temporal"`
	A       Adscripcion `json:"a,omitzero" validate:"omitempty" doc:"Plaza que toma"`
	// Ultimo is the last day where the person was.
	Ultimo fecha.Fecha `json:"ultimo" validate:"required" doc:"Último día donde estaba" example:"2026-03-15"`
}

// Adscribir records where a person works. Movements do it on their day.
var Adscribir = tramite.Acto[Tecnico, Asiento]{
	Nombre: "adscribir", Titulo: "Adscribir", Interno: true,
	Descripcion: "Asienta la adscripción que resulta de un movimiento que surte efecto o de un cambio temporal que termina.",
	De:          tramite.Desde(Propuesto, Activo), A: tramite.Hacia(Activo, DeBaja), Contrapartes: elReloj,
	Elegir: func(r Tecnico, e Asiento) tramite.Estado {
		if e.Clase == Baja {
			return DeBaja
		}
		return Activo
	},
	Aplicar: func(r *Tecnico, e Asiento, _ tramite.Suceso) {
		switch {
		case e.Regresa:
			r.pasar(&r.Temporal, e.Ultimo)
		case e.Clase == Alta:
			r.Alta, r.Base = e.A.Desde, &e.A
		case e.Clase == Temporal:
			r.Temporal = &e.A
		case e.Clase == Permanente:
			r.pasar(&r.Base, e.Ultimo)
			r.Base = &e.A
		case e.Clase == Baja:
			r.pasar(&r.Temporal, e.Ultimo)
			r.pasar(&r.Base, e.Ultimo)
			r.Baja = e.Ultimo
		}
	},
	Ejemplo: Asiento{Clase: Permanente, A: Adscripcion{Modulo: "MAO-2026-14-0000002-X", Plaza: "14-0001235", Desde: fecha.MustParse("2026-03-16"), Origen: "MOV-2026-14-0000001-X"}, Ultimo: fecha.MustParse("2026-03-15")},
}

// pasar ends a posting and keeps it among those that were.
func (t *Tecnico) pasar(a **Adscripcion, ultimo fecha.Fecha) {
	if *a == nil {
		return
	}
	x := **a
	x.Hasta = ultimo
	t.Pasadas, *a = append(t.Pasadas, x), nil
}

// CotejarPerfil checks what a person does against the profile of the post.
var CotejarPerfil = tramite.Acto[Tecnico, Cotejo]{
	Nombre: "cotejar-perfil", Titulo: "Cotejar con el perfil",
	Descripcion: "Coteja las actividades que la persona realizó en un periodo con cada una de las del perfil de su puesto, en la versión que regía al terminar; lo que incumple queda con plazo para corregir.",
	De:          tramite.Desde(Activo), Facultades: doe.Alguna("siade.modulos:supervisar"), Alcance: doe.Nacional,
	Validar: func(r Tecnico, e Cotejo, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(e.Hasta.Before(e.Desde) || e.Hasta.After(c.Hoy()) || e.Desde.Before(r.Alta), ReglaPeriodo, "body.hasta")
		f.Si(len(r.Cotejos) >= 200, ReglaMaximo, "body")
		_, v := perfilDe(r.Puesto, e.Hasta, c)
		if !f.Si(v == nil, ReglaSinPerfil, "body.hasta") {
			validarActividades(v, e, f)
		}
		faltas := e.faltas()
		f.Si((faltas > 0) != (e.Dias > 0), ReglaDias, "body.dias")
	},
	Fijar: func(r Tecnico, e *Cotejo, c *tramite.Contexto) {
		p, _ := perfilDe(r.Puesto, e.Hasta, c)
		if p != nil {
			_, n := p.En(e.Hasta)
			e.Perfil, e.Version = p.Folio, n
		}
		e.Numero, e.Faltas, e.Corregido, e.Correccion = len(r.Cotejos)+1, e.faltas(), fecha.Fecha{}, ""
	},
	Aplicar: func(r *Tecnico, e Cotejo, s tramite.Suceso) {
		e.Autoria = s.Autoria()
		r.Cotejos = append(r.Cotejos, e)
	},
	Ejemplo: Cotejo{Desde: fecha.MustParse("2026-02-01"), Hasta: fecha.MustParse("2026-03-02"), Dias: 10,
		Actividades: []ActividadCotejada{{Clave: "A1", Cumple: true}, {Clave: "A2", Nota: "No recorre la sala de espera."}}},
}

func (k Cotejo) faltas() int {
	n := 0
	for _, a := range k.Actividades {
		if !a.Cumple {
			n++
		}
	}
	return n
}

func validarActividades(v *VersionPerfil, e Cotejo, f *falla.Fallas) {
	repetidas(e.Actividades, func(a ActividadCotejada) string { return a.Clave }, f, "body.actividades")
	faltan := map[string]bool{}
	for _, a := range v.Actividades {
		faltan[a.Clave] = true
	}
	for i, a := range e.Actividades {
		_, hay := faltan[a.Clave]
		f.Si(!hay, ReglaActividad, fmt.Sprintf("body.actividades[%d].clave", i))
		f.Si(!a.Cumple && a.Nota == "", ReglaNota, fmt.Sprintf("body.actividades[%d].nota", i))
		if hay {
			faltan[a.Clave] = false
		}
	}
	for _, a := range v.Actividades {
		if faltan[a.Clave] {
			f.Si(true, ReglaActividades, "body.actividades")
			return
		}
	}
}

// perfilDe is the profile of a kind of post, and its version of a day.
func perfilDe(p Puesto, dia fecha.Fecha, c *tramite.Contexto) (*Perfil, *VersionPerfil) {
	x := tramite.HallarClave[Perfil](c, ColeccionPerfiles, string(p))
	if x == nil {
		return nil, nil
	}
	v, n := x.En(dia)
	if n == 0 {
		return x, nil
	}
	return x, &v
}

// Correccion is the input of [Corregir].
type Correccion struct {
	Cotejo     int    `json:"cotejo" validate:"min=1,max=1000" doc:"Número del cotejo" example:"1"`
	Correccion string `json:"correccion" validate:"required,min=5,max=2000" doc:"Cómo se corrigió" example:"Recorre la sala a las 9 y a las 13 horas; consta en SIADE."`
}

// Corregir tells how what a check found was mended.
var Corregir = tramite.Acto[Tecnico, Correccion]{
	Nombre: "corregir", Titulo: "Dar por corregido", Descripcion: "Asienta cómo se corrigieron los incumplimientos de un cotejo.",
	De: tramite.Desde(Activo), Facultades: doe.Alguna("siade.modulos:supervisar"), Alcance: doe.Nacional,
	Validar: func(r Tecnico, e Correccion, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(e.Cotejo > len(r.Cotejos) || !r.Cotejos[e.Cotejo-1].debe(), ReglaSinCotejo, "body.cotejo")
	},
	Aplicar: func(r *Tecnico, e Correccion, s tramite.Suceso) {
		if e.Cotejo <= len(r.Cotejos) {
			k := &r.Cotejos[e.Cotejo-1]
			k.Corregido, k.Correccion = s.Dia, e.Correccion
		}
	},
	Ejemplo: Correccion{Cotejo: 1, Correccion: "Recorre la sala a las 9 y a las 13 horas; consta en SIADE."},
}

// habiles is a term of working days.
func habiles(n int) plazo.Termino {
	return plazo.Termino{Cuenta: n, Clase: plazo.Habiles, Calendario: plazo.LFPA, Fuente: deTrabajo}
}

// Tecnicos is the register of attendants.
var Tecnicos = tramite.MustDefinir(tramite.Definicion[Tecnico]{
	Nombre: "tecnico", Coleccion: ColeccionTecnicos, Serie: "TAOD", Rama: siade.Rama,
	Titulo: "Personal TAOD", Descripcion: "Persona que atiende y orienta: su puesto, la plaza que ocupa, la que cubre por un tiempo y cómo cumple el perfil. Su identidad se guarda aparte.",
	Estados: []tramite.DefEstado{
		{Nombre: Propuesto, Categoria: tramite.Abierta, Titulo: "Propuesta, sin alta"},
		{Nombre: Activo, Categoria: tramite.Abierta, Titulo: "En servicio"},
		{Nombre: DeBaja, Categoria: tramite.Cerrada, Titulo: "De baja"},
	},
	Alta: RegistrarTecnico,
	Actos: tramite.Actos[Tecnico](Incorporar, Adscribir, CotejarPerfil, Corregir,
		tramite.LeerIdentidad[Tecnico](tramite.Base{De: tramite.Desde(Propuesto, Activo, DeBaja), Facultades: doe.Alguna("siade.modulos:supervisar", "siade.modulos:coordinar"), Alcance: doe.Nacional})),
	Plazos: []tramite.Plazo[Tecnico]{{
		Nombre: PlazoCorreccion, Titulo: "Corrección de lo cotejado", Aviso: 3,
		Claves: func(r Tecnico) []string {
			var out []string
			for _, k := range r.Cotejos {
				if k.debe() {
					out = append(out, strconv.Itoa(k.Numero))
				}
			}
			return out
		},
		Termino: func(r Tecnico, clave string, _ fecha.Fecha) (plazo.Termino, bool) {
			n, err := strconv.Atoi(clave)
			if err != nil || n < 1 || n > len(r.Cotejos) {
				return plazo.Termino{}, false
			}
			return habiles(r.Cotejos[n-1].Dias), true
		},
	}},
	Unica: func(r Tecnico) string { return r.Cuenta },
	Indices: []tramite.Indice[Tecnico]{
		{Nombre: "cuenta", Descripcion: "Cuenta de la persona", De: func(r Tecnico) string { return r.Cuenta }},
		{Nombre: "puesto", Descripcion: "Clase de puesto", Valores: puestos.Claves(), De: func(r Tecnico) string { return string(r.Puesto) }},
		{Nombre: "modulo", Descripcion: "Folio del módulo en que está", De: func(r Tecnico) string {
			if a := r.Actual(); a != nil {
				return a.Modulo
			}
			return ""
		}},
		{Nombre: "temporal", Descripcion: "Si está en un cambio temporal", Valores: siNo, De: func(r Tecnico) string { return siONo(r.Temporal != nil) }},
	},
	Texto: func(r Tecnico) string { return r.Cuenta },
})
