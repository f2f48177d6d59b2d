package oficial

import (
	"fmt"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Coleccion is the path of the editions.
const Coleccion = "manuales"

// Registrar creates the record of a text that was read.
var Registrar = tramite.Acto[Edicion, Lectura]{
	Nombre: "registrar", Titulo: "Registrar la edición",
	Descripcion: "Asienta un texto oficial que se leyó, con lo que la revisión automática halló en él y lo que cambia frente a la edición vigente.",
	A:           tramite.Hacia(Leida), Facultades: doe.Alguna("doe.funciones:registrar"), Alcance: doe.Nacional,
	Validar: func(_ Edicion, e Lectura, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(!slices.ContainsFunc(c.Catalogo.Manuales(), func(m doe.Manual) bool { return m.Clave == e.Manual }), ManualAjeno, "body.archivo")
		tipos := map[TipoHallazgo]bool{}
		for i, h := range e.Hallazgos {
			f.Si(tipos[h.Tipo], DictamenAjeno, fmt.Sprintf("body.hallazgos[%d].tipo", i))
			tipos[h.Tipo] = true
		}
		if e.Sustituye != "" {
			v := tramite.Hallar[Edicion](c, Coleccion, e.Sustituye)
			f.Si(v == nil || v.Estado != Vigente || v.Manual != e.Manual, OtraVigente, "body.sustituye")
		}
	},
	Aplicar: func(r *Edicion, e Lectura, s tramite.Suceso) {
		r.Lectura = e
		r.Adjuntos = append(r.Adjuntos, tramite.Adjunto{
			Nombre: e.Archivo.Nombre, SHA256: e.Archivo.SHA256, Tipo: e.Archivo.Tipo, Bytes: e.Archivo.Bytes, Por: s.Actor.Sub, En: s.En,
		})
	},
	Ejemplo: Lectura{
		Manual: "G000-002-001", Edicion: fecha.MustParse("2022-10-01"), Unidades: 57, Funciones: 766,
		Archivo:   Archivo{Nombre: "manual.pdf", SHA256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Tipo: "application/pdf", Bytes: 231492},
		Hallazgos: []Cuenta{{Duplicada, 12}},
	},
}

// Dictamen is the input of the review: what is decided about the findings of
// each kind.
type Dictamen struct {
	Renglones []RenglonDictamen `json:"renglones,omitempty" validate:"omitempty,max=20,dive" doc:"Una decisión por cada tipo de hallazgo que el texto tiene"`
	Nota      string            `json:"nota,omitempty" validate:"omitempty,max=2000" doc:"Lo que la revisión dice además"`
}

// RenglonDictamen is the decision about one kind of findings.
type RenglonDictamen struct {
	Tipo     TipoHallazgo `json:"tipo" validate:"required,oneof=duplicada denominacion referencia copia deriva clave numeracion norma" doc:"Tipo de hallazgo" example:"duplicada"`
	Decision Decision     `json:"decision" validate:"required,oneof=se_acepta se_avisa se_corrige" doc:"Qué se decide: se acepta, se avisa para la edición que sigue, o se corrige antes de que rija" example:"se_avisa"`
	Motivo   string       `json:"motivo" validate:"required,min=5,max=1000" doc:"Por qué" example:"Son funciones paralelas de divisiones hermanas"`
}

// Revisa decides about the findings.
var Revisa = tramite.Acto[Edicion, Dictamen]{
	Nombre: "revisar", Titulo: "Revisar",
	Descripcion: "Decide sobre cada tipo de hallazgo. Si alguno se corrige, la edición queda observada y espera otro texto.",
	De:          tramite.Desde(Leida, Observada, Revisada), A: tramite.Hacia(Revisada, Observada),
	Facultades: doe.Alguna("doe.funciones:revisar"), Alcance: doe.Nacional,
	Elegir: func(_ Edicion, e Dictamen) tramite.Estado {
		if slices.ContainsFunc(e.Renglones, func(x RenglonDictamen) bool { return x.Decision == SeCorrige }) {
			return Observada
		}
		return Revisada
	},
	Validar: func(r Edicion, e Dictamen, _ *tramite.Contexto, f *falla.Fallas) {
		decidido := map[TipoHallazgo]bool{}
		for i, x := range e.Renglones {
			lugar := fmt.Sprintf("body.renglones[%d].tipo", i)
			f.Si(decidido[x.Tipo] || !slices.ContainsFunc(r.Hallazgos, func(c Cuenta) bool { return c.Tipo == x.Tipo }), DictamenAjeno, lugar)
			f.Si(x.Tipo == Numeracion && x.Decision == SeAvisa, NumerosCorridos, fmt.Sprintf("body.renglones[%d].decision", i))
			decidido[x.Tipo] = true
		}
		for _, h := range r.Hallazgos {
			f.Si(!decidido[h.Tipo], FaltaDictamen, "body.renglones", h.Tipo)
		}
	},
	Aplicar: func(r *Edicion, e Dictamen, s tramite.Suceso) {
		r.Revision = &DictamenRevision{Dictamen: e, Autoria: autoria(s)}
	},
	Ejemplo: Dictamen{Renglones: []RenglonDictamen{{Duplicada, SeAvisa, "Son funciones paralelas de divisiones hermanas"}}},
}

// Conformidad is the input of the validation.
type Conformidad struct {
	// SinTitular tells who answers for each facultad that loses its only holder.
	SinTitular []Atencion `json:"sin_titular,omitempty" validate:"omitempty,max=1000,dive" doc:"Quién atiende cada facultad que pierde a su único titular"`
	Oficio     string     `json:"oficio,omitempty" validate:"omitempty,max=120" doc:"Oficio con que se valida" example:"09 52 17 61 0000/118"`
}

// Atencion says who answers for a facultad without a holder.
type Atencion struct {
	Facultad doe.Facultad    `json:"facultad" validate:"required,max=80" doc:"Facultad" example:"doe.cabildeo:autorizar"`
	Unidad   doe.ClaveUnidad `json:"unidad" validate:"required,max=40" doc:"Unidad que la atiende mientras ninguna función la otorgue" example:"doe-7.1.4"`
	Motivo   string          `json:"motivo" validate:"required,min=5,max=1000" doc:"Por qué" example:"Su superior la ejercía por línea jerárquica"`
}

// Validacion is the conformity with who gave it.
type Validacion struct {
	Conformidad
	Autoria
}

// Valida holds the map of facultades right for the text.
var Valida = tramite.Acto[Edicion, Conformidad]{
	Nombre: "validar", Titulo: "Validar",
	Descripcion: "Da por correcto el mapa de facultades para este texto, y dice quién atiende las que pierden a su único titular.",
	De:          tramite.Desde(Revisada), A: tramite.Hacia(Validada), Facultades: doe.Alguna("doe.funciones:validar"), Alcance: doe.Nacional,
	Validar: func(r Edicion, e Conformidad, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(r.Cotejo != Cotejo{}, OtroCatalogo, "registro.cotejo")
		f.Si(r.SinUbicar > 0, TextoIncompleto, "registro.sin_ubicar")
		atendida := map[doe.Facultad]bool{}
		for i, a := range e.SinTitular {
			f.Si(atendida[a.Facultad] || !slices.Contains(r.Cambios.SinTitular, a.Facultad), AtencionAjena, fmt.Sprintf("body.sin_titular[%d].facultad", i))
			_, hay := c.Catalogo.Unidad(a.Unidad)
			f.Si(!hay, UnidadAjena, fmt.Sprintf("body.sin_titular[%d].unidad", i))
			atendida[a.Facultad] = true
		}
		for _, k := range r.Cambios.SinTitular {
			f.Si(!atendida[k], SinAtencion, "body.sin_titular")
		}
	},
	Aplicar: func(r *Edicion, e Conformidad, s tramite.Suceso) {
		r.Validacion = &Validacion{Conformidad: e, Autoria: autoria(s)}
	},
	Ejemplo: Conformidad{Oficio: "09 52 17 61 0000/118"},
}

// Entrada is the input of coming into force.
type Entrada struct {
	Desde fecha.Fecha `json:"desde,omitzero" doc:"Día desde el que rige; si falta, el que dice el texto o, sin él, hoy" example:"2022-10-01"`
	Rige  fecha.Fecha `json:"rige,omitzero" hecho:"true" doc:"Día desde el que rige, que resulta"`
}

// Vigor is the coming into force with who ordered it.
type Vigor struct {
	Desde fecha.Fecha `json:"desde" doc:"Día desde el que rige" example:"2022-10-01"`
	Autoria
}

// PonerEnVigor makes the text the official wording of the installation.
var PonerEnVigor = tramite.Acto[Edicion, Entrada]{
	Nombre: "poner-en-vigor", Titulo: "Poner en vigor",
	Descripcion: "Desde ahora las funciones muestran el texto oficial de esta edición; la que regía queda sustituida.",
	De:          tramite.Desde(Validada), A: tramite.Hacia(Vigente), Facultades: doe.Alguna("doe.funciones:validar"), Alcance: doe.Nacional, Firma: true,
	Validar: func(r Edicion, e Entrada, c *tramite.Contexto, f *falla.Fallas) {
		rige := e.rige(r, c)
		f.Si(rige.After(c.Hoy()), VigorFuturo, "body.desde")
		if r.Sustituye == "" {
			return
		}
		v := tramite.Hallar[Edicion](c, Coleccion, r.Sustituye)
		f.Si(v == nil || v.Estado != Vigente, OtraVigente, "registro.sustituye")
		f.Si(v != nil && v.Vigor != nil && rige.Before(v.Vigor.Desde), VigorAnterior, "body.desde")
	},
	Fijar: func(r Edicion, e *Entrada, c *tramite.Contexto) { e.Rige = e.rige(r, c) },
	Aplicar: func(r *Edicion, e Entrada, s tramite.Suceso) {
		r.Vigor = &Vigor{Desde: e.Rige, Autoria: autoria(s)}
	},
	Ordena: func(r Edicion, _ Entrada, c *tramite.Contexto) []tramite.Orden {
		if v := tramite.Hallar[Edicion](c, Coleccion, r.Sustituye); v == nil || v.Estado != Vigente {
			return nil // the first one, or refused above
		}
		return []tramite.Orden{{Coleccion: Coleccion, Folio: r.Sustituye, Acto: "sustituir", Entrada: Relevo{Por: r.Folio, Hasta: r.Vigor.Desde.Sumar(-1)}, ComoSistema: true}}
	},
}

// rige is the day from which the edition rules.
func (e Entrada) rige(r Edicion, c *tramite.Contexto) fecha.Fecha {
	switch {
	case !e.Desde.IsZero():
		return e.Desde
	case !r.Edicion.IsZero():
		return r.Edicion
	}
	return c.Hoy()
}

// Relevo is the input that ends an edition because another follows it.
type Relevo struct {
	Por   string      `json:"por" validate:"required,max=60" doc:"Folio de la edición que la sustituye" example:"MAN-2026-09-0000002-X"`
	Hasta fecha.Fecha `json:"hasta" validate:"required" doc:"Último día en que rigió" example:"2026-03-01"`
}

// Sustituir ends an edition when the next comes into force.
var Sustituir = tramite.Acto[Edicion, Relevo]{
	Nombre: "sustituir", Titulo: "Sustituir", Interno: true,
	Descripcion: "Otra edición entró en vigor; la hace el sistema.",
	De:          tramite.Desde(Vigente), A: tramite.Hacia(Sustituida), Contrapartes: []tramite.Contraparte{{Rol: doe.Sistema, Fuente: consecuencia}},
	Aplicar: func(r *Edicion, e Relevo, _ tramite.Suceso) { r.Relevo = &e },
	Ejemplo: Relevo{Por: "MAN-2026-09-0000002-X", Hasta: fecha.MustParse("2026-03-01")},
}

// Desecho is the input of discarding an edition.
type Desecho struct {
	Motivo string `json:"motivo" validate:"required,min=5,max=1000" doc:"Por qué" example:"El archivo no era la edición autorizada"`
}

// Desechar gives an edition up before it comes into force.
var Desechar = tramite.Acto[Edicion, Desecho]{
	Nombre: "desechar", Titulo: "Desechar", Descripcion: "Da por terminada una edición que no llegará a regir.",
	De: tramite.Desde(Leida, Observada, Revisada, Validada), A: tramite.Hacia(Desechada),
	Facultades: doe.Alguna("doe.funciones:revisar", "doe.funciones:validar"), Alcance: doe.Nacional,
	Aplicar: func(r *Edicion, e Desecho, _ tramite.Suceso) { r.Motivo = e.Motivo },
	Ejemplo: Desecho{Motivo: "El archivo no era la edición autorizada"},
}

// Ediciones is the definition of the trámite.
var Ediciones = tramite.MustDefinir(tramite.Definicion[Edicion]{
	Nombre: "edicion", Coleccion: Coleccion, Serie: "MAN", Rama: doe.Raiz,
	Titulo:      "Edición de un manual",
	Descripcion: "El texto oficial de un manual: se lee y se coteja con el catálogo, se revisa, se valida su mapa de facultades y rige, de modo que las funciones muestran sus palabras.",
	Estados: []tramite.DefEstado{
		{Nombre: Leida, Categoria: tramite.Abierta, Titulo: "Leída"},
		{Nombre: Observada, Categoria: tramite.Espera, Titulo: "Observada, en espera de otro texto"},
		{Nombre: Revisada, Categoria: tramite.Abierta, Titulo: "Revisada"},
		{Nombre: Validada, Categoria: tramite.Abierta, Titulo: "Validada"},
		{Nombre: Vigente, Categoria: tramite.Abierta, Titulo: "Vigente"},
		{Nombre: Sustituida, Categoria: tramite.Cerrada, Titulo: "Sustituida"},
		{Nombre: Desechada, Categoria: tramite.Cancelada, Titulo: "Desechada"},
	},
	Alta:  Registrar,
	Actos: tramite.Actos[Edicion](Revisa, Valida, PonerEnVigor, Sustituir, Desechar),
	// One text is registered once; and of the editions that follow the same one
	// only one comes into force.
	Unica: func(r Edicion) string {
		if r.Estado == Vigente {
			return "rige/" + r.Manual + "/" + r.Sustituye
		}
		return "texto/" + r.Archivo.SHA256
	},
	Indices: []tramite.Indice[Edicion]{
		{Nombre: "manual", Descripcion: "Clave del manual", De: func(r Edicion) string { return r.Manual }},
	},
	Texto: func(r Edicion) string { return r.Manual + " " + r.Archivo.Nombre },
})
