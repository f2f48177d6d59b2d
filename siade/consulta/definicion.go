package consulta

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/texto"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/version"
	"github.com/operacion-abierta/operacion/siade"
)

// EnRevision is the state of a draft that its normative organ has; what is in
// force goes on.
const EnRevision tramite.Estado = "en_revision"

// The facultades.
var (
	elabora  = doe.Alguna("siade.consulta:elaborar")
	asienta  = doe.Alguna("siade.consulta:registrar", "siade.consulta:elaborar")
	coordina = doe.Alguna("siade.consulta:coordinar")
	autoriza = doe.Alguna("siade.consulta:autorizar")
	valida   = doe.Alguna("siade.consulta:validar")
	vigila   = doe.Alguna("siade.consulta:supervisar", "siade.consulta:coordinar")
	propone  = doe.Alguna("siade.consulta:proponer", "siade.consulta:registrar")

	elOrgano = []tramite.Contraparte{{Rol: doe.Normativo, Preve: "doe-7.1.3.1.1/5"}}
	elReloj  = []tramite.Contraparte{{Rol: doe.Sistema}}
)

// vivas are the states in which a card may rule.
var vivas = tramite.DesdeCategoria(tramite.Abierta, tramite.Espera)

// deClave is the form of the keys.
var deClave = regexp.MustCompile(`^[A-Z0-9]+(-[A-Z0-9]+)*$`)

// lapsoRevisar is how far the next review may lie, in days.
const lapsoRevisar = 731

// Fichas is the definition of the card.
var Fichas = tramite.MustDefinir(fichas())

func fichas() tramite.Definicion[Ficha] {
	d := version.Declarar(version.Declaracion[Ficha, Contenido]{
		Nombre: "ficha", Coleccion: ColeccionFichas, Serie: "FIC", Rama: siade.Rama,
		Titulo: "Ficha de consulta", Descripcion: "Lo que quien atiende lee para orientar sobre una prestación, un trámite o un servicio, por versiones: se elabora, la revisa el órgano normativo, se autoriza y rige desde un día.",
		Elabora: elabora, Revisa: coordina, Autoriza: autoriza, Alcance: doe.Nacional, Guarda: Guarda,
		Validar: validarContenido, Vigor: validarVigor, AlRegir: alRegir,
		Retira: func(r Ficha, _ *tramite.Contexto, f *falla.Fallas) {
			f.Si(len(r.Reportes) > 0, ReglaConReportes, "registro.reportes", len(r.Reportes))
		},
		Comun: true, Ejemplo: PrimeraFicha,
		Reparo:  version.Reparo{Lugar: "documentos", Texto: "Falta decir cuándo se pide el poder notarial."},
		Texto:   textoDe,
		Indices: indicesFicha,
	})
	d.Estados = append(d.Estados, tramite.DefEstado{Nombre: EnRevision, Categoria: tramite.Espera, Titulo: "Borrador en revisión del órgano normativo"})
	d.Actos = append(d.Actos, tramite.Actos[Ficha](
		EnviarARevision, Opinar, Recuperar, SuplirOpinion, Confirmar, Suspender, LevantarSuspension,
		anotarReporte, quitarReporte, AtenderReportes, Encargar, ConcluirEncargo, alertar)...)
	d.Plazos = plazosFicha
	d.Partes = func(r Ficha) []tramite.Parte {
		var out []tramite.Parte
		for _, o := range r.organos() {
			out = append(out, tramite.Parte{Rol: doe.Normativo, Organo: o})
		}
		return out
	}
	// How the house organises the work is not for those outside.
	d.Recorta = func(r *Ficha, _ doe.Actor) { r.Encargo, r.Alertas = nil, nil }
	return d
}

func siNo(b bool) string {
	if b {
		return "si"
	}
	return "no"
}

// ultimo is the content that the lists go by: what was authorised last or,
// before that, the draft.
func (r Ficha) ultimo() Contenido {
	if u, hay := r.Ultima(); hay {
		return u.Contenido
	}
	if r.Borrador != nil {
		return *r.Borrador
	}
	return Contenido{}
}

var indicesFicha = []tramite.Indice[Ficha]{
	{Nombre: "clase", Descripcion: "De qué es la ficha", Valores: clases.Claves(), De: func(r Ficha) string { return string(r.ultimo().Clase) }},
	{Nombre: "seccion", Descripcion: "Sección de la plataforma", De: func(r Ficha) string { return r.ultimo().Seccion }},
	{Nombre: "organo", Descripcion: "Órgano normativo responsable", De: func(r Ficha) string { return string(r.ultimo().Organo) }},
	{Nombre: "reportada", Descripcion: "Si tiene reportes por atender", Valores: []string{"si", "no"}, De: func(r Ficha) string { return siNo(len(r.Reportes) > 0) }},
	{Nombre: "suspendida", Descripcion: "Si tiene una versión suspendida", Valores: []string{"si", "no"}, De: func(r Ficha) string { return siNo(r.Suspension != nil) }},
}

func textoDe(e Contenido) string {
	return strings.Join(append([]string{e.Nombre, e.Resumen}, e.Sinonimos...), " ")
}

// habiles of a table, whatever the state: a card that is being reviewed goes on
// ruling, and its clocks go on.
var corren = []tramite.Estado{EnRevision}

var plazosFicha = []tramite.Plazo[Ficha]{
	{
		Nombre: PlazoRevision, Titulo: "Revisión del órgano normativo", Aviso: 2, CorreEn: corren, Vencido: "alertar", Alarmas: []int{0, 5, 10}, Entrada: suena,
		Frustra: []string{"recuperar", "suplir-opinion"},
		Claves: func(r Ficha) []string {
			if r.Estado != EnRevision || r.Revision == nil {
				return nil
			}
			return []string{strconv.Itoa(r.Revision.Numero)}
		},
		Termino: func(r Ficha, _ string, dia fecha.Fecha) (plazo.Termino, bool) {
			t, ok := terminos.De(PlazoRevision, dia)
			if r.Revision != nil {
				t.Cuenta = r.Revision.Dias
			}
			return t, ok
		},
		Efecto: "El silencio no es conformidad: la coordinación decide si sigue sin la respuesta, con la norma en que descansa.",
	},
	{
		Nombre: PlazoReportes, Titulo: "Atención de reportes", Aviso: 2, CorreEn: corren, Vencido: "alertar", Alarmas: []int{0, 5}, Entrada: suena, Frustra: []string{"quitar-reporte"},
		Claves: func(r Ficha) []string {
			var out []string
			for _, a := range r.Reportes {
				out = append(out, a.Reporte)
			}
			return out
		},
		Termino: func(r Ficha, folio string, dia fecha.Fecha) (plazo.Termino, bool) {
			if i := r.reporte(folio); i >= 0 && r.Reportes[i].Riesgo {
				return terminos.De(riesgo, dia)
			}
			return terminos.De(PlazoReportes, dia)
		},
	},
	{
		Nombre: PlazoPeriodica, Titulo: "Revisión periódica", Aviso: 15, CorreEn: corren, Vencido: "alertar", Alarmas: []int{-15, 0, 15}, Entrada: suena,
		Claves: func(r Ficha) []string { return deFecha(r.Revisar, r.Estado != version.Retirado) },
		Fecha:  func(r Ficha, _ string) fecha.Fecha { return r.Revisar },
	},
	{
		Nombre: PlazoEncargo, Titulo: "Trabajo encargado", Aviso: 3, CorreEn: corren, Vencido: "alertar", Alarmas: []int{0}, Entrada: suena,
		Claves: func(r Ficha) []string {
			if r.Encargo == nil {
				return nil
			}
			return deFecha(r.Encargo.Fecha, r.Encargo.Concluido.IsZero())
		},
		Fecha: func(r Ficha, _ string) fecha.Fecha { return r.Encargo.Fecha },
	},
}

// deFecha is the key of a clock that is due on a day: each day has its own, so
// that its warnings begin anew.
func deFecha(d fecha.Fecha, corre bool) []string {
	if d.IsZero() || !corre {
		return nil
	}
	return []string{d.String()}
}

func validarContenido(r Ficha, e Contenido, lugar string, c *tramite.Contexto, f *falla.Fallas) {
	f.Si(e.Seccion != "" && c.Vigente(ColeccionSecciones, e.Seccion) == nil, ReglaSeccion, lugar+".seccion")
	o, hay := c.Catalogo.Organo(e.Organo)
	f.Si(!hay || o.Tipo != doe.OrganoNormativo, ReglaOrgano, lugar+".organo")
	f.Si(!e.Hasta.IsZero() && e.Hasta.Before(c.Hoy()), ReglaHasta, lugar+".hasta")
	validarRevisar(e.Revisar, e.Hasta, c.Hoy(), lugar+".revisar", f)
	f.Si(e.Costo.Centavos > 0 && e.Costo.Fuente == nil, ReglaCosto, lugar+".costo.fuente")
	if t := e.Termino; t != nil {
		f.Si(t.Efecto == Afirmativa && strings.EqualFold(strings.TrimSpace(t.Fuente.Norma), "LFPA"), ReglaFicta, lugar+".termino.efecto")
	}
	for i, l := range e.Donde {
		f.Si(l.Medio == EnLinea && l.Liga == "" || l.Liga != "" && !strings.HasPrefix(l.Liga, "https://"), ReglaLiga, fmt.Sprintf("%s.donde[%d].liga", lugar, i))
	}
	validarNombres(r, e, lugar, c, f)
	validarCodigos(e.Responde, lugar, c.Hoy(), c, f)
}

// validarRevisar checks the day of the next review of what rules from a day on.
func validarRevisar(revisar, hasta, desde fecha.Fecha, lugar string, f *falla.Fallas) {
	f.Si(!revisar.After(desde) || desde.Dias(revisar) > lapsoRevisar || !hasta.IsZero() && revisar.After(hasta), ReglaRevisar, lugar)
}

// validarNombres refuses a name that another card of the class has, and one
// told twice in the card.
func validarNombres(r Ficha, e Contenido, lugar string, c *tramite.Contexto, f *falla.Fallas) {
	nombre := texto.Plegar(e.Nombre)
	vistos := []string{nombre}
	for i, s := range e.Sinonimos {
		p := texto.Plegar(s)
		f.Si(slices.Contains(vistos, p), ReglaRepetido, fmt.Sprintf("%s.sinonimos[%d]", lugar, i))
		vistos = append(vistos, p)
	}
	for _, x := range c.Vigentes(ColeccionFichas) {
		otra, ok := x.(*Ficha)
		if !ok || otra.Folio == r.Folio {
			continue
		}
		if u := otra.ultimo(); u.Clase == e.Clase && texto.Plegar(u.Nombre) == nombre {
			f.Si(true, ReglaOtroNombre, lugar+".nombre")
			return
		}
	}
}

// validarCodigos refuses the codes that the classifier has not on a day.
func validarCodigos(cs []siade.Codigo, lugar string, dia fecha.Fecha, c *tramite.Contexto, f *falla.Fallas) {
	for i, k := range cs {
		en := fmt.Sprintf("%s.responde[%d]", lugar, i)
		f.Si(slices.Contains(cs[:i], k), ReglaRepetido, en)
		f.Si(!siade.Admite(c, k.Clase, k.Clave, dia), ReglaClasificador, en+".clave")
	}
}

// validarVigor lets in force only what the normative organ agrees with, to the
// letter, or what was decided without its answer.
func validarVigor(r Ficha, e version.Vigor, c *tramite.Contexto, f *falla.Fallas) {
	q := r.Revision
	f.Si(q == nil || q.Huella != huella(r.Borrador) || q.Suplida == nil && (q.Opinion == nil || q.Opinion.Sentido != Conforme), ReglaSinRevision, "registro.revision")
	if r.Borrador == nil {
		return
	}
	f.Si(!r.Borrador.Hasta.IsZero() && r.Borrador.Hasta.Before(e.Desde), ReglaHasta, "registro.borrador.hasta")
	validarRevisar(r.Borrador.Revisar, r.Borrador.Hasta, e.Desde, "registro.borrador.revisar", f)
	validarCodigos(r.Borrador.Responde, "registro.borrador", e.Desde, c, f)
}

// alRegir keeps how the version stood with its organ and when it is looked at
// again.
func alRegir(r *Ficha, v version.Version[Contenido]) {
	x := Validacion{Version: v.Numero, Organo: v.Contenido.Organo, Respaldo: ConConformidad, Dia: v.Dia}
	if q := r.Revision; q != nil {
		switch {
		case q.Suplida != nil:
			x.Respaldo, x.Dia = SinRespuesta, q.Suplida.Dia
		case q.Opinion != nil:
			x.Dia, x.Oficio = q.Opinion.Dia, q.Opinion.Oficio
		}
	}
	queda := slices.DeleteFunc(slices.Clone(r.Validaciones), func(o Validacion) bool { return !r.tiene(o.Version) })
	queda = append(queda, x)
	r.Validaciones, r.Revision = queda, nil
	r.Revisar, r.Confirmacion = v.Contenido.Revisar, nil
}

// tiene says whether a version is among those of the card.
func (r Ficha) tiene(numero int) bool {
	return slices.ContainsFunc(r.Versiones, func(v version.Version[Contenido]) bool { return v.Numero == numero })
}
