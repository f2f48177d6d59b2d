package oficial

import (
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Edicion is the record by which an installation takes the official text of a
// manual into force. The text itself is a file, named by its hash: the record
// holds what was found in it.
type Edicion struct {
	tramite.Cabecera
	Lectura
	Revision   *DictamenRevision `json:"revision,omitempty" doc:"Lo que decidió la revisión"`
	Validacion *Validacion       `json:"validacion,omitempty" doc:"Validación del mapa de facultades"`
	Vigor      *Vigor            `json:"vigor,omitempty" doc:"Entrada en vigor"`
	Relevo     *Relevo           `json:"relevo,omitempty" doc:"Edición que la sustituye"`
	Motivo     string            `json:"motivo,omitempty" doc:"Por qué se desechó"`
}

// Lectura is what was found in the text when it was read: the input of the act
// that creates the record. Whoever reads the file computes it with [Resumir].
type Lectura struct {
	Manual   string      `json:"manual" validate:"required,max=40" doc:"Clave del manual" example:"G000-002-001"`
	Edicion  fecha.Fecha `json:"edicion,omitzero" doc:"Día desde el que rige, según el texto" example:"2022-10-01"`
	Archivo  Archivo     `json:"archivo" doc:"El archivo del texto"`
	Unidades int         `json:"unidades" validate:"min=1,max=300" doc:"Unidades leídas" example:"57"`
	// Funciones and SinUbicar are how many functions were read and how many
	// lines had no place.
	Funciones int      `json:"funciones" validate:"min=1,max=3000" doc:"Funciones leídas" example:"766"`
	SinUbicar int      `json:"sin_ubicar" validate:"min=0,max=100000" doc:"Renglones sin ubicar" example:"0"`
	Hallazgos []Cuenta `json:"hallazgos,omitempty" validate:"omitempty,max=20,dive" doc:"Hallazgos de la revisión automática, por tipo"`
	Cotejo    Cotejo   `json:"cotejo" doc:"Diferencias con el catálogo de la instalación"`
	// Sustituye is the edition in force it was compared with.
	Sustituye string  `json:"sustituye,omitempty" validate:"omitempty,max=60" doc:"Folio de la edición vigente con que se comparó" example:"MAN-2026-09-0000001-X"`
	Cambios   Cambios `json:"cambios" doc:"Cambios frente a esa edición"`
}

// Archivo is the file of the text.
type Archivo struct {
	Nombre string `json:"nombre" validate:"required,max=200" doc:"Nombre del archivo" example:"manual.pdf"`
	SHA256 string `json:"sha256" validate:"required,sha256" doc:"Huella SHA-256 del contenido" example:"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"`
	Tipo   string `json:"tipo" validate:"required,max=100" doc:"Tipo de contenido" example:"application/pdf"`
	Bytes  int    `json:"bytes" validate:"min=1,max=20971520" doc:"Tamaño en bytes" example:"231492"`
}

// Cuenta is how many findings there are of a kind.
type Cuenta struct {
	Tipo    TipoHallazgo `json:"tipo" validate:"required,oneof=duplicada denominacion referencia copia deriva clave numeracion norma" doc:"Tipo de hallazgo" example:"duplicada"`
	Cuantos int          `json:"cuantos" validate:"min=1,max=100000" doc:"Cuántos" example:"12"`
}

// Cotejo counts where the text and the catalog of the installation disagree.
type Cotejo struct {
	// Sobran are functions of the text that the catalog lacks; Faltan, those of
	// the catalog that the text lacks; Nombres, units called otherwise.
	Sobran  int `json:"sobran" validate:"min=0,max=3000" doc:"Funciones del texto que el catálogo no tiene" example:"0"`
	Faltan  int `json:"faltan" validate:"min=0,max=3000" doc:"Funciones del catálogo que el texto no tiene" example:"0"`
	Nombres int `json:"nombres" validate:"min=0,max=300" doc:"Unidades con otro nombre que en el catálogo" example:"0"`
}

// Cambios counts what changed from the edition in force.
type Cambios struct {
	Unidades  int `json:"unidades" validate:"min=0,max=3000" doc:"Cambios de unidades" example:"0"`
	Funciones int `json:"funciones" validate:"min=0,max=10000" doc:"Cambios de funciones" example:"0"`
	// SinTitular are the facultades that lose their only holder.
	SinTitular []doe.Facultad `json:"sin_titular,omitempty" validate:"omitempty,max=1000,unique,dive,required,max=80" doc:"Facultades que pierden a su único titular" example:"[\"doe.cabildeo:autorizar\"]"`
}

// DictamenRevision is what a review decided, with who and when.
type DictamenRevision struct {
	Dictamen
	Autoria
}

// Autoria is who did something and when.
type Autoria struct {
	Por    string          `json:"por" doc:"Quién"`
	Unidad doe.ClaveUnidad `json:"unidad" doc:"En qué unidad" example:"doe-7.1.5.2"`
	Dia    fecha.Fecha     `json:"dia" doc:"Cuándo" example:"2026-03-02"`
}

func autoria(s tramite.Suceso) Autoria {
	return Autoria{Por: s.Actor.Sub, Unidad: s.Actor.Unidad, Dia: s.Dia}
}

// Resumir sums up a text that was read: what the review finds on a day and
// where it disagrees with a catalog. The edition in force, if there is one, is
// compared apart (see [Cambios]).
func Resumir(c *doe.Catalogo, dia fecha.Fecha, m Manual, a Archivo) Lectura {
	l := Lectura{
		Manual: m.Clave, Edicion: m.Vigencia, Archivo: a, Unidades: len(m.Unidades), Funciones: m.Total(),
		SinUbicar: len(m.SinUbicar), Cotejo: Cotejar(c, m),
	}
	if l.Manual == "" {
		for _, x := range c.Manuales() {
			if x.Siglas == m.Siglas {
				l.Manual = x.Clave
			}
		}
	}
	cuantos := map[TipoHallazgo]int{}
	for _, h := range Revisar(dia, m) {
		cuantos[h.Tipo]++
	}
	for _, d := range Tipos() {
		if n := cuantos[d.Clave]; n > 0 {
			l.Hallazgos = append(l.Hallazgos, Cuenta{d.Clave, n})
		}
	}
	return l
}

// Contar sums up a comparison.
func (c Comparacion) Contar() Cambios {
	return Cambios{Unidades: len(c.Unidades), Funciones: len(c.Funciones), SinTitular: c.SinTitular}
}

// Cotejar counts where a text disagrees with a catalog.
func Cotejar(c *doe.Catalogo, m Manual) Cotejo {
	var out Cotejo
	en := map[doe.ClaveFuncion]bool{}
	for _, u := range m.Unidades {
		x, hay := c.Unidad(u.Clave)
		if hay && x.Nombre != u.Nombre {
			out.Nombres++
		}
		for _, f := range u.Funciones {
			k := u.De(f.Numero)
			en[k] = true
			if _, hay := c.Funcion(k); !hay {
				out.Sobran++
			}
		}
	}
	for _, f := range c.Funciones() {
		if u, _ := c.Unidad(f.Unidad); siglasDe(&dicho{clave: f.Clave}) == m.Siglas && u.Clave != "" && !en[f.Clave] {
			out.Faltan++
		}
	}
	return out
}
