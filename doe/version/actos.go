package version

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// elaborar drafts a document.
func elaborar[R, C any, P deDocumento[R, C]](d Declaracion[R, C]) tramite.Acto[R, Alta[C]] {
	a := tramite.Acto[R, Alta[C]]{
		Nombre: "elaborar", Titulo: "Elaborar", Descripcion: "Elabora el primer borrador del documento.",
		A: tramite.Hacia(EnElaboracion), Facultades: d.Elabora, Alcance: d.Alcance,
		Validar: func(r R, e Alta[C], c *tramite.Contexto, f *falla.Fallas) {
			f.Si(c.FolioDe(d.Coleccion, e.Clave) != "", ReglaClave, "body.clave")
			d.validar(r, e.Contenido, "body.contenido", c, f)
		},
		Aplicar: func(r *R, e Alta[C], _ tramite.Suceso) {
			x := P(r).documento()
			x.Clave, x.Borrador = e.Clave, &e.Contenido
		},
		Ejemplo: d.Ejemplo,
	}
	if d.Guarda != "" {
		a.Ubicar = func(Alta[C], doe.Actor) (doe.ClaveUnidad, doe.OOAD) { return d.Guarda, doe.NivelCentral }
	}
	return a
}

func (d Declaracion[R, C]) validar(r R, e C, lugar string, c *tramite.Contexto, f *falla.Fallas) {
	if d.Validar != nil {
		d.Validar(r, e, lugar, c, f)
	}
}

// corregir replaces the draft; of a document in force it opens the next
// version.
func corregir[R, C any, P deDocumento[R, C]](d Declaracion[R, C]) tramite.Acto[R, C] {
	return tramite.Acto[R, C]{
		Nombre: "corregir", Titulo: "Corregir o abrir versión",
		Descripcion: "Sustituye el borrador; de un documento vigente abre la versión siguiente, y la vigente sigue rigiendo mientras tanto.",
		De:          tramite.Desde(EnElaboracion, Devuelto, Vigente), A: tramite.Hacia(EnElaboracion), Facultades: d.Elabora, Alcance: d.Alcance,
		Validar: func(r R, e C, c *tramite.Contexto, f *falla.Fallas) {
			f.Si(len(P(&r).documento().Versiones) >= MaxVersiones, ReglaVersiones, "body")
			d.validar(r, e, "body", c, f)
		},
		Aplicar: func(r *R, e C, _ tramite.Suceso) { P(r).documento().Borrador = &e },
		Ejemplo: d.Ejemplo.Contenido,
	}
}

// devolver returns a draft with remarks.
func devolver[R, C any, P deDocumento[R, C]](d Declaracion[R, C]) tramite.Acto[R, Devolucion] {
	return tramite.Acto[R, Devolucion]{
		Nombre: "devolver", Titulo: "Devolver", Descripcion: "Devuelve el borrador con lo que debe corregirse.",
		De: tramite.Desde(EnElaboracion), A: tramite.Hacia(Devuelto), Facultades: d.Revisa, Alcance: d.Alcance,
		Aplicar: func(r *R, e Devolucion, _ tramite.Suceso) { P(r).documento().Reparos = e.Reparos },
		Ejemplo: Devolucion{Reparos: []Reparo{d.Reparo}},
	}
}

// autorizar puts the draft in force from a day on. What was done before keeps
// its version; one authorised for that day or later, that nothing was done
// under, falls.
func autorizar[R, C any, P deDocumento[R, C]](d Declaracion[R, C]) tramite.Acto[R, Vigor] {
	return tramite.Acto[R, Vigor]{
		Nombre: "autorizar", Titulo: "Autorizar", Descripcion: "Autoriza el borrador, que rige desde el día que se diga; lo hecho antes conserva la versión de su día.",
		De: tramite.Desde(EnElaboracion), A: tramite.Hacia(Vigente), Facultades: d.Autoriza, Alcance: d.Alcance,
		Validar: func(r R, e Vigor, c *tramite.Contexto, f *falla.Fallas) {
			x := P(&r).documento()
			n := x.empezadas(c.Hoy())
			f.Si(e.Desde.Before(c.Hoy()) || c.Hoy().Dias(e.Desde) > 366 || n > 0 && !e.Desde.After(x.Versiones[n-1].Desde), ReglaVigor, "body.desde")
			if d.Vigor != nil {
				d.Vigor(r, e, c, f)
			}
		},
		Aplicar: func(r *R, e Vigor, s tramite.Suceso) {
			x := P(r).documento()
			v := Version[C]{Numero: x.siguiente(), Contenido: *x.Borrador, Desde: e.Desde, Oficio: e.Oficio, Autoria: s.Autoria()}
			quedan := x.Versiones[:x.empezadas(e.Desde.Sumar(-1))]
			x.Versiones, x.Borrador, x.Reparos = append(slices.Clip(quedan), v), nil, nil
			if d.AlRegir != nil {
				d.AlRegir(r, v)
			}
		},
		Ejemplo: Vigor{Desde: fecha.MustParse("2026-03-02"), Oficio: "7.1.3/0031/2026"},
	}
}

// retirar ends a document that rules no more from the day after.
func retirar[R, C any, P deDocumento[R, C]](d Declaracion[R, C]) tramite.Acto[R, tramite.Retiro] {
	return tramite.Acto[R, tramite.Retiro]{
		Nombre: "retirar", Titulo: "Retirar", Descripcion: "El documento deja de regir, con su motivo; lo hecho conforme a él lo conserva.",
		De: tramite.Desde(Vigente), A: tramite.Hacia(Retirado), Facultades: d.Autoriza, Alcance: d.Alcance,
		Validar: func(r R, _ tramite.Retiro, c *tramite.Contexto, f *falla.Fallas) {
			if d.Retira != nil {
				d.Retira(r, c, f)
			}
		},
		Aplicar: func(r *R, e tramite.Retiro, s tramite.Suceso) {
			x := P(r).documento()
			x.Retiro, x.Fin = e.Motivo, s.Dia
		},
		Ejemplo: tramite.Retiro{Motivo: "Lo sustituye el documento publicado después"},
	}
}

// descartar drops a draft: what is in force goes on, and a document that never
// was ends.
func descartar[R, C any, P deDocumento[R, C]](d Declaracion[R, C]) tramite.Acto[R, tramite.Retiro] {
	return tramite.Acto[R, tramite.Retiro]{
		Nombre: "descartar", Titulo: "Descartar el borrador", Descripcion: "Deja sin efecto el borrador: lo vigente sigue rigiendo, y el documento que nunca rigió se da por terminado.",
		De: tramite.Desde(EnElaboracion, Devuelto), A: tramite.Hacia(Vigente, Retirado), Facultades: d.Elabora, Alcance: d.Alcance,
		Elegir: func(r R, _ tramite.Retiro) tramite.Estado {
			if len(P(&r).documento().Versiones) > 0 {
				return Vigente
			}
			return Retirado
		},
		Aplicar: func(r *R, e tramite.Retiro, _ tramite.Suceso) {
			x := P(r).documento()
			x.Borrador, x.Reparos = nil, nil
			if len(x.Versiones) == 0 {
				x.Retiro = e.Motivo
			}
		},
		Ejemplo: tramite.Retiro{Motivo: "El cambio que se preparaba ya no procede"},
	}
}
