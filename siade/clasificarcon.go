package siade

import (
	"fmt"
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Extra is the answer to a question of the catalog.
type Extra struct {
	Pregunta string `json:"pregunta" validate:"required,max=40" doc:"Código de la pregunta" example:"surtido"`
	Valor    string `json:"valor" validate:"required,max=500" doc:"Respuesta" example:"parcial"`
}

func validarAsiento(r Clasificador, e Asiento, c *tramite.Contexto, f *falla.Fallas) {
	f.Si(e.Clave == "" || !esCodigo(e.Clave), ReglaCodigo, "body.clave")
	if r.Clave != "" {
		f.Si(e.Clase != r.Clase || e.Clave != r.Clave, ReglaOtroClasificador, "body.clave")
		f.Si(e.Desde.Before(c.Hoy()), ReglaEdicionPasada, "body.desde")
	}
	f.Si(!e.Hasta.IsZero() && e.Hasta.Before(e.Desde), ReglaEdicionHasta, "body.hasta")
	f.Si((e.Padre != "") != (e.Clase == ClaseSubtema), ReglaPadre, "body.padre")
	if e.Clase == ClaseSubtema && e.Padre != "" {
		_, ok := vigente(c, ClaseTema, e.Padre, e.Desde)
		f.Si(!ok, ReglaPadre, "body.padre")
	}
	f.Si(len(e.Servicios) > 0 && e.Clase != ClaseTema && e.Clase != ClaseSubtema, ReglaServiciosDe, "body.servicios")
	for i, s := range e.Servicios {
		_, ok := vigente(c, ClaseServicio, s, e.Desde)
		f.Si(!ok, ReglaSinClasificador, fmt.Sprintf("body.servicios[%d]", i), ClaseServicio)
	}
	revisarPreguntas(e.Preguntas, f)
	revisarRutas(e.Rutas, c, f)
}

func revisarPreguntas(ps []Pregunta, f *falla.Fallas) {
	vistas := map[string]Pregunta{}
	for i, p := range ps {
		en := fmt.Sprintf("body.preguntas[%d].", i)
		_, repetida := vistas[p.Clave]
		f.Si(repetida || !esCodigo(p.Clave), ReglaPregunta, en+"clave")
		f.Si((len(p.Opciones) > 0) != (p.Clase == PreguntaOpcion), ReglaOpciones, en+"opciones")
		if p.Si != nil {
			otra, ok := vistas[p.Si.Pregunta]
			f.Si(!ok || otra.falla(p.Si.Valor, fecha.Fecha{}), ReglaCondicion, en+"si")
		}
		vistas[p.Clave] = p
	}
}

// revisarRutas also refuses two routes of one width that take one place.
func revisarRutas(rs []Ruta, c *tramite.Contexto, f *falla.Fallas) {
	lugares := map[string]bool{}
	for i, r := range rs {
		en := fmt.Sprintf("body.rutas[%d]", i)
		f.Si(r.Unidad == "" && r.Organo == "", ReglaSinDestino, en)
		f.Si(r.Unidad != "" && !atiende(r.Unidad, c), ReglaUnidadNoAtiende, en+".unidad")
		if r.Organo != "" {
			_, ok := c.Catalogo.Organo(r.Organo)
			f.Si(!ok, ReglaOrganoDesconocido, en+".organo")
		}
		for j, o := range r.OOADs {
			_, err := doe.ParseOOAD(o)
			f.Si(err != nil, ReglaOrganoDesconocido, fmt.Sprintf("%s.ooad[%d]", en, j))
		}
		for j, u := range r.Unidades {
			f.Si(!EsUnidadServicio(u), ReglaUnidadServicio, fmt.Sprintf("%s.unidades[%d]", en, j))
		}
		repetida := false
		for _, x := range r.lugares() {
			repetida = repetida || lugares[x]
			lugares[x] = true
		}
		f.Si(repetida, ReglaRutaRepetida, en)
	}
}

// lugares names each place that a route takes, with its width.
func (r Ruta) lugares() []string {
	var out []string
	for _, o := range aTodos(r.OOADs) {
		for _, u := range aTodos(r.Unidades) {
			out = append(out, o+"/"+u)
		}
	}
	return out
}

func aTodos(xs []string) []string {
	if len(xs) == 0 {
		return []string{"*"}
	}
	return xs
}

// vigente is what the catalog says of a code on a day.
func vigente(c *tramite.Contexto, k ClaseClasificador, clave string, d fecha.Fecha) (EdicionClasificador, bool) {
	x, _ := c.Vigente(ColeccionClasificadores, k.Unico(clave)).(*Clasificador)
	if x == nil {
		return EdicionClasificador{}, false
	}
	return x.En(d)
}

// catalogado says whether the installation has a catalog of a class: without
// it, any code is taken.
func catalogado(c *tramite.Contexto, k ClaseClasificador) bool {
	for clave := range c.Vigentes(ColeccionClasificadores) {
		if strings.HasPrefix(clave, string(k)+"/") {
			return true
		}
	}
	return false
}

// Admite says whether a code may be used on a day: it is in force, or the
// installation has no catalog of its class.
func Admite(c *tramite.Contexto, k ClaseClasificador, clave string, d fecha.Fecha) bool {
	_, ok := vigente(c, k, clave, d)
	return ok || esCodigo(clave) && !catalogado(c, k)
}

// Codigo names an entry of the catalog.
type Codigo struct {
	Clase ClaseClasificador `json:"clase" validate:"required" doc:"Qué nombra" example:"tema"`
	Clave string            `json:"clave" validate:"required,max=60" doc:"Código" example:"incapacidades"`
}

// Codigos are those of a classification, the narrowest first.
func (e Clasificacion) Codigos() []Codigo {
	out := make([]Codigo, 0, 4)
	for _, k := range []Codigo{{ClaseTramite, e.Tramite}, {ClaseSubtema, e.Subtema}, {ClaseTema, e.Tema}, {ClaseServicio, e.Servicio}} {
		if k.Clave != "" {
			out = append(out, k)
		}
	}
	return out
}

// NombreDe is what the catalog calls a code on a day; the code itself where it
// does not say.
func NombreDe(c *tramite.Contexto, k ClaseClasificador, clave string, d fecha.Fecha) string {
	if ed, ok := vigente(c, k, clave, d); ok {
		return ed.Nombre
	}
	return clave
}

// codigos are the codes of a classification, by class and place.
func (e Clasificacion) codigos() [4]struct {
	clase        ClaseClasificador
	clave, lugar string
} {
	return [4]struct {
		clase        ClaseClasificador
		clave, lugar string
	}{
		{ClaseTema, e.Tema, "body.tema"}, {ClaseSubtema, e.Subtema, "body.subtema"},
		{ClaseServicio, e.Servicio, "body.servicio"}, {ClaseTramite, e.Tramite, "body.tramite"},
	}
}

// ediciones are the entries of the catalog that a classification uses, in
// force on the day the petition was presented or, for newer ones, today.
func (e Clasificacion) ediciones(r Peticion, c *tramite.Contexto, f *falla.Fallas) []EdicionClasificador {
	var out []EdicionClasificador
	for _, x := range e.codigos() {
		if x.clave == "" || f.Si(!esCodigo(x.clave), ReglaCodigo, x.lugar) {
			continue
		}
		ed, ok := vigente(c, x.clase, x.clave, r.Presentacion)
		if !ok {
			ed, ok = vigente(c, x.clase, x.clave, c.Hoy())
		}
		if ok {
			out = append(out, ed)
			e.combina(x.clase, ed, f, x.lugar)
		} else {
			f.Si(catalogado(c, x.clase), ReglaSinClasificador, x.lugar, clasesClasificador.Nombre(x.clase))
		}
	}
	return out
}

func (e Clasificacion) combina(k ClaseClasificador, ed EdicionClasificador, f *falla.Fallas, lugar string) {
	f.Si(len(ed.Tipos) > 0 && !slices.Contains(ed.Tipos, e.Tipo), ReglaTipoClasificador, lugar, e.Tipo)
	f.Si(len(ed.Servicios) > 0 && e.Servicio != "" && !slices.Contains(ed.Servicios, e.Servicio), ReglaServicioDelTema, "body.servicio", ed.Nombre)
	f.Si(k == ClaseSubtema && ed.Padre != e.Tema, ReglaSubtemaDe, lugar, ed.Padre)
}

// extras checks the answers to the questions of the entries used.
func (e Clasificacion) extras(eds []EdicionClasificador, hoy fecha.Fecha, f *falla.Fallas) {
	dichas := map[string]int{}
	for i, x := range e.Extras {
		_, ya := dichas[x.Pregunta]
		f.Si(ya, ReglaExtraAjena, fmt.Sprintf("body.extras[%d].pregunta", i))
		dichas[x.Pregunta] = i
	}
	esta := map[string]bool{}
	for _, ed := range eds {
		for _, p := range ed.Preguntas {
			i, contesto := dichas[p.Clave]
			if p.Si != nil {
				if j, ok := dichas[p.Si.Pregunta]; !ok || e.Extras[j].Valor != p.Si.Valor {
					continue
				}
			}
			esta[p.Clave] = true
			f.Si(p.Obligatoria && !contesto, ReglaExtraFalta, "body.extras", p.Clave)
			f.Si(contesto && p.falla(e.Extras[i].Valor, hoy), ReglaExtraValor, fmt.Sprintf("body.extras[%d].valor", i), clasesPregunta.Nombre(p.Clase))
		}
	}
	for i, x := range e.Extras {
		f.Si(!esta[x.Pregunta], ReglaExtraAjena, fmt.Sprintf("body.extras[%d].pregunta", i))
	}
}

// falla says whether a text is no answer to the question; a zero day takes
// any date.
func (p Pregunta) falla(valor string, hoy fecha.Fecha) bool {
	switch p.Clase {
	case PreguntaNumero:
		return len(valor) > 9 || strings.Trim(valor, "0123456789") != ""
	case PreguntaFecha:
		d, err := fecha.Parse(valor)
		return err != nil || !hoy.IsZero() && d.After(hoy)
	case PreguntaOpcion:
		return !slices.Contains(p.Opciones, valor)
	case PreguntaSiNo:
		return valor != "si" && valor != "no"
	}
	return enBlanco(valor)
}

// Encaminada is the area that attends a petition by its classification and
// territory: the first of sub-theme, theme, procedure and service to have a
// route for it; false when none has.
func (p Peticion) Encaminada(c *tramite.Contexto) (Ruta, bool) {
	k := p.clasificacion()
	xs := k.codigos()
	for _, i := range []int{1, 0, 3, 2} {
		if xs[i].clave == "" {
			continue
		}
		if ed, ok := vigente(c, xs[i].clase, xs[i].clave, p.Presentacion); ok {
			if r, ok := ed.Ruta(p.OOAD, p.UnidadServicio); ok {
				return r, true
			}
		}
	}
	return Ruta{}, false
}
