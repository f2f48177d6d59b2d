package difusion

import (
	"fmt"
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/version"
)

// ColeccionProtocolos is the path of the protocols.
const ColeccionProtocolos = "protocolos-trato"

// Conducta is something that a protocol asks for.
type Conducta struct {
	Clave   string `json:"clave" validate:"required,max=20" doc:"Clave, la misma en todas las versiones mientras pida lo mismo" example:"SAL-01"`
	Momento string `json:"momento" validate:"required,max=120" doc:"Cuándo" example:"Al recibir a la persona"`
	Texto   string `json:"texto" validate:"required,min=5,max=600" doc:"Qué se hace" example:"Saluda, se presenta por su nombre y pregunta cómo puede ayudar."`
}

// Contenido is what a protocol says.
type Contenido struct {
	Nombre    string     `json:"nombre" validate:"required,min=5,max=200" doc:"Nombre" example:"Protocolo de buen trato en módulos"`
	Alcance   string     `json:"alcance" validate:"required,min=5,max=1000" doc:"A quién obliga y en qué trato" example:"Personal de módulos de atención, en el trato con personas usuarias."`
	Conductas []Conducta `json:"conductas" validate:"required,min=1,max=60,dive" doc:"Conductas"`
}

// Enviado is a version sent to an OOAD, and its confirmation.
type Enviado struct {
	OOAD    doe.OOAD    `json:"ooad" doc:"OOAD" example:"14"`
	Version int         `json:"version" doc:"Versión que se le difundió" example:"1"`
	Dia     fecha.Fecha `json:"dia" doc:"Día en que se le difundió"`
	Oficio  string      `json:"oficio" doc:"Oficio con que se difundió"`
	// Leido is the day the OOAD confirmed; of its staff, how many read it.
	Leido         fecha.Fecha `json:"leido,omitzero" doc:"Día en que confirmó la lectura"`
	Personal      int         `json:"personal,omitempty" doc:"Cuántas personas tiene a quienes obliga" example:"48"`
	Leyeron       int         `json:"leyeron,omitempty" doc:"Cuántas lo leyeron" example:"45"`
	Faltan        string      `json:"faltan,omitempty" doc:"Cómo lo leerá el resto"`
	Recordatorios int         `json:"recordatorios,omitempty" doc:"Veces que el reloj recordó"`
}

// Protocolo is a protocol of good treatment with all its versions.
type Protocolo struct {
	version.Documento[Contenido]
	Enviados []Enviado `json:"difusion,omitempty" doc:"A qué OOAD se difundió cada versión, y si confirmó que se leyó"`
}

// pendiente is what an OOAD has to confirm; nil when nothing.
func (p *Protocolo) pendiente(o doe.OOAD) *Enviado {
	for i := range p.Enviados {
		if p.Enviados[i].OOAD == o && p.Enviados[i].Leido.IsZero() {
			return &p.Enviados[i]
		}
	}
	return nil
}

// Difusion is the input of [Difundir].
type Difusion struct {
	OOAD   []doe.OOAD `json:"ooad" validate:"required,min=1,max=40,unique,dive,len=2,digitos" doc:"OOAD a los que se difunde" example:"[\"14\"]"`
	Oficio string     `json:"oficio" validate:"required,max=120" doc:"Oficio con que se difunde" example:"7.1.3.1.3/0042/2026"`
	Medio  string     `json:"medio" validate:"required,min=3,max=120" doc:"Por qué medio" example:"Correo institucional y carteles"`

	Version int `json:"version,omitempty" hecho:"true" doc:"Versión que rige ese día"`
}

// Difundir sends the version in force to some OOAD, each of which is to confirm
// that its staff read it. A version sent before and not confirmed is replaced.
var Difundir = tramite.Acto[Protocolo, Difusion]{
	Nombre: "difundir", Titulo: "Difundir", Descripcion: "Difunde a los OOAD la versión que rige hoy; cada coordinación confirma cuántas personas la leyeron.",
	De: tramite.Desde(version.Vigente, version.EnElaboracion, version.Devuelto), Facultades: difunde, Alcance: doe.Nacional,
	Validar: func(r Protocolo, e Difusion, c *tramite.Contexto, f *falla.Fallas) {
		v, hay := r.En(c.Hoy())
		f.Si(!hay, ReglaSinVersion, "registro.versiones")
		for i, o := range e.OOAD {
			p, err := doe.ParseOOAD(string(o))
			ya := slices.ContainsFunc(r.Enviados, func(x Enviado) bool { return x.OOAD == o && x.Version == v.Numero })
			f.Si(err != nil || p != o || o == doe.NivelCentral || ya, ReglaOOAD, fmt.Sprintf("body.ooad[%d]", i))
		}
	},
	Fijar: func(r Protocolo, e *Difusion, c *tramite.Contexto) {
		if v, hay := r.En(c.Hoy()); hay {
			e.Version = v.Numero
		}
	},
	Aplicar: func(r *Protocolo, e Difusion, s tramite.Suceso) {
		for _, o := range e.OOAD {
			r.Enviados = slices.DeleteFunc(slices.Clone(r.Enviados), func(x Enviado) bool { return x.OOAD == o && x.Leido.IsZero() })
			r.Enviados = append(r.Enviados, Enviado{OOAD: o, Version: e.Version, Dia: s.Dia, Oficio: e.Oficio})
		}
	},
	Ejemplo: Difusion{OOAD: []doe.OOAD{"14"}, Oficio: "7.1.3.1.3/0042/2026", Medio: "Correo institucional y carteles"},
}

// Lectura is the input of [ConfirmarLectura].
type Lectura struct {
	Personal int    `json:"personal" validate:"min=1,max=100000" doc:"Cuántas personas hay a quienes obliga" example:"48"`
	Leyeron  int    `json:"leyeron" validate:"min=0,max=100000" doc:"Cuántas lo leyeron" example:"45"`
	Faltan   string `json:"faltan,omitempty" validate:"omitempty,min=5,max=500" doc:"Cómo lo leerá el resto; obligatorio si no lo leyó todo el personal" example:"Tres personas vuelven de licencia el lunes."`

	OOAD doe.OOAD `json:"ooad,omitempty" hecho:"true" doc:"OOAD que confirma"`
}

// ConfirmarLectura is each coordination's word that its staff read it.
var ConfirmarLectura = tramite.Acto[Protocolo, Lectura]{
	Nombre: "confirmar-lectura", Titulo: "Confirmar la lectura", Descripcion: "La coordinación de un OOAD al que se difundió confirma cuántas personas lo leyeron y cómo lo hará el resto.",
	De: tramite.Desde(version.Vigente, version.EnElaboracion, version.Devuelto), Facultades: difunde, Nombradas: true,
	Validar: func(r Protocolo, e Lectura, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(r.pendiente(c.Actor.OOAD) == nil, ReglaSinDifusion, "body")
		f.Si(e.Leyeron > e.Personal, ReglaLeyeron, "body.leyeron")
		f.Si(e.Leyeron <= e.Personal && (e.Leyeron < e.Personal) != (e.Faltan != ""), ReglaFaltan, "body.faltan")
	},
	Fijar: func(_ Protocolo, e *Lectura, c *tramite.Contexto) { e.OOAD = c.Actor.OOAD },
	Aplicar: func(r *Protocolo, e Lectura, s tramite.Suceso) {
		if x := r.pendiente(e.OOAD); x != nil {
			x.Leido, x.Personal, x.Leyeron, x.Faltan = s.Dia, e.Personal, e.Leyeron, e.Faltan
		}
	},
	Ejemplo: Lectura{Personal: 48, Leyeron: 45, Faltan: "Tres personas vuelven de licencia el lunes."},
}

// Recuerdo is the input of [Recordar].
type Recuerdo struct {
	OOAD doe.OOAD `json:"ooad" validate:"required,len=2,digitos" doc:"OOAD que no ha confirmado" example:"14"`
}

// ClaveReloj says which clock rang.
func (r Recuerdo) ClaveReloj() string { return string(r.OOAD) }

// Recordar is the clock's reminder to an OOAD that has not confirmed.
var Recordar = tramite.Acto[Protocolo, Recuerdo]{
	Nombre: "recordar-lectura", Titulo: "Recordar la lectura", Interno: true, Descripcion: "El reloj recuerda a la coordinación que falta confirmar la lectura.",
	De: tramite.DesdeCategoria(tramite.Abierta), Contrapartes: deReloj,
	Aplicar: func(r *Protocolo, e Recuerdo, _ tramite.Suceso) {
		if x := r.pendiente(e.OOAD); x != nil {
			x.Recordatorios++
		}
	},
	Ejemplo: Recuerdo{OOAD: "14"},
}

// PrimerProtocolo is the example of a protocol.
var PrimerProtocolo = version.Alta[Contenido]{Clave: "TRATO-MODULO", Contenido: Contenido{
	Nombre: "Protocolo de buen trato en módulos", Alcance: "Personal de módulos de atención, en el trato con personas usuarias.",
	Conductas: []Conducta{{"SAL-01", "Al recibir a la persona", "Saluda, se presenta por su nombre y pregunta cómo puede ayudar."}, {"ESC-01", "Mientras escucha", "Mira a la persona, no interrumpe y repite lo que entendió."}},
}}

// Protocolos is the definition of the protocol.
var Protocolos = tramite.MustDefinir(protocolos())

func protocolos() tramite.Definicion[Protocolo] {
	d := version.Declarar(version.Declaracion[Protocolo, Contenido]{
		Nombre: "protocolo-trato", Coleccion: ColeccionProtocolos, Serie: "PTR", Rama: Rama,
		Titulo: "Protocolo de buen trato", Descripcion: "Conductas que se piden en el trato con las personas, por versiones, y su difusión a cada OOAD, que confirma que se leyó.",
		Elabora: elabora, Revisa: coordina, Autoriza: autoriza, Alcance: doe.Nacional, Guarda: Guarda,
		Validar: func(_ Protocolo, e Contenido, lugar string, _ *tramite.Contexto, f *falla.Fallas) {
			for i, x := range e.Conductas {
				igual := func(o Conducta) bool { return o.Clave == x.Clave }
				f.Si(slices.ContainsFunc(e.Conductas[:i], igual), ReglaConducta, fmt.Sprintf("%s.conductas[%d].clave", lugar, i))
			}
		},
		Vigor: func(_ Protocolo, e version.Vigor, _ *tramite.Contexto, f *falla.Fallas) {
			f.Si(e.Oficio == "", ReglaOficio, "body.oficio")
		},
		Comun:   true,
		Ejemplo: PrimerProtocolo,
		Reparo:  version.Reparo{Lugar: "SAL-01", Texto: "Falta el trato a quien no habla español."},
		Texto: func(e Contenido) string {
			t := []string{e.Nombre, e.Alcance}
			for _, c := range e.Conductas {
				t = append(t, c.Texto)
			}
			return strings.Join(t, " ")
		},
	})
	d.Actos = append(d.Actos, tramite.Actos[Protocolo](Difundir, ConfirmarLectura, Recordar)...)
	d.Nombradas = func(r Protocolo) []tramite.Nombrada {
		var out []tramite.Nombrada
		for _, x := range r.Enviados {
			if n := (tramite.Nombrada{Unidad: doe.CAOOD, OOAD: x.OOAD}); !slices.Contains(out, n) {
				out = append(out, n)
			}
		}
		return out
	}
	d.Plazos = []tramite.Plazo[Protocolo]{
		{
			Nombre: PlazoAutorizacion, Titulo: "Autorización del protocolo", Aviso: 3, Claves: tramite.En[Protocolo](version.EnElaboracion), Frustra: []string{"devolver", "descartar"},
			Termino: func(_ Protocolo, _ string, dia fecha.Fecha) (plazo.Termino, bool) {
				return terminos.De(PlazoAutorizacion, dia)
			},
		},
		{
			Nombre: PlazoLectura, Titulo: "Confirmación de la lectura", Aviso: 2, Vencido: Recordar.Nombre, Alarmas: []int{0, 5, 10}, Frustra: []string{"retirar", Difundir.Nombre},
			Claves: func(r Protocolo) []string {
				var out []string
				for _, x := range r.Enviados {
					if x.Leido.IsZero() && r.Estado != version.Retirado {
						out = append(out, string(x.OOAD))
					}
				}
				return out
			},
			Desde: func(r Protocolo, k string) fecha.Fecha {
				if x := r.pendiente(doe.OOAD(k)); x != nil {
					return x.Dia
				}
				return r.Creado.Dia()
			},
			Entrada: func(_ Protocolo, k tramite.Reloj) any { return Recuerdo{OOAD: doe.OOAD(k.Clave)} },
			Termino: func(_ Protocolo, _ string, dia fecha.Fecha) (plazo.Termino, bool) {
				return terminos.De(PlazoLectura, dia)
			},
		},
	}
	d.Indices = append(d.Indices, tramite.Indice[Protocolo]{Nombre: "por_leer", Descripcion: "Si algún OOAD no ha confirmado la lectura", Valores: []string{"si", "no"}, De: func(r Protocolo) string {
		if slices.ContainsFunc(r.Enviados, func(x Enviado) bool { return x.Leido.IsZero() }) {
			return "si"
		}
		return "no"
	}})
	return d
}
