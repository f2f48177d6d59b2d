package campana

import (
	"fmt"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

var huellaEjemplo = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

// Difundir records what was shown, with its proof: within the calendar
// authorised, and on no forbidden day.
var Difundir = tramite.Acto[Campana, Publicacion]{
	Nombre: "difundir", Titulo: "Registrar difusión", Descripcion: "Registra lo difundido por un medio, con sus testigos; la primera vez pone la campaña en difusión.",
	De: conAutorizacion, A: tramite.Hacia(EnDifusion),
	Elegir: func(r Campana, _ Publicacion) tramite.Estado {
		if r.Estado == Autorizada {
			return EnDifusion
		}
		return r.Estado
	},
	Facultades: doe.Alguna("comunicacion.campanas:difundir", ejecuta), Alcance: doe.Linea,
	Validar: func(r Campana, e Publicacion, c *tramite.Contexto, f *falla.Fallas) {
		a, ok := r.Vigente()
		if f.Si(!ok, ReglaSinAutorizar, "body") || f.Si(e.Hasta.Before(e.Desde), ReglaOrden, "body.hasta") {
			return
		}
		f.Si(e.Hasta.After(c.Hoy()), ReglaFechaFutura, "body.hasta")
		cont := r.EnVigencia()
		d, hay := cont.difusion(e.Difusion)
		if f.Si(!hay, ReglaReferencia, "body.difusion") {
			return
		}
		f.Si(len(r.vedadas(cont, d, e.Desde, e.Hasta)) > 0, ReglaVeda, "body.desde")
		f.Si(!r.conTiempo(d), ReglaTiempoOficial, "body.difusion")
		antes := r.desdeCuando(a)
		fuera := e.Desde.Before(d.Inicio) || e.Hasta.After(d.Fin) || e.Desde.Before(antes) || !a.Hasta.IsZero() && e.Hasta.After(a.Hasta)
		f.Si(fuera, ReglaFueraCalendario, "body.desde")
	},
	Aplicar: func(r *Campana, e Publicacion, _ tramite.Suceso) { r.Publicaciones = append(r.Publicaciones, e) },
	Ejemplo: Publicacion{
		Difusion: "tv1", Desde: fecha.MustParse("2026-10-05"), Hasta: fecha.MustParse("2026-10-11"), Espacios: 40,
		Testigos: []Testigo{{Nombre: "canal-5-2026-10-06.mp4", SHA256: huellaEjemplo}},
	},
}

// desdeCuando is the first day on which something may be shown: that of the
// first authorisation, or of the emission of an extraordinary message.
func (r Campana) desdeCuando(a Aprobacion) fecha.Fecha {
	if r.Modalidad == Extraordinaria {
		return r.Emision
	}
	if primera, ok := r.autorizada(); ok {
		return primera.Fecha
	}
	return a.Fecha
}

// RegistrarTiempos records what came of asking for official time.
var RegistrarTiempos = tramite.Acto[Campana, TiempoOficial]{
	Nombre: "registrar-tiempos", Titulo: "Registrar tiempos oficiales", Descripcion: "Registra la solicitud de tiempos oficiales de radio o televisión y si los hubo.",
	De: abierta, Facultades: doe.Alguna(atiende, reprsta), Alcance: doe.Linea,
	Validar: func(r Campana, e TiempoOficial, c *tramite.Contexto, f *falla.Fallas) {
		d, ok := r.Contenido.difusion(e.Difusion)
		if !ok {
			d, ok = r.EnVigencia().difusion(e.Difusion)
		}
		f.Si(!ok, ReglaReferencia, "body.difusion")
		f.Si(ok && !slices.Contains(d.Medio.def().Tiempos, Oficial), ReglaSinRadio, "body.difusion")
		f.Si(e.Respondio.After(c.Hoy()), ReglaFechaFutura, "body.respondio")
		f.Si(e.Respondio.Before(e.Fecha), ReglaFechaPrevia, "body.respondio")
	},
	Aplicar: func(r *Campana, e TiempoOficial, _ tramite.Suceso) { r.Tiempos = append(r.Tiempos, e) },
	Ejemplo: TiempoOficial{
		Difusion: "tv1", Oficio: "UCS/0198/2026", Fecha: fecha.MustParse("2026-07-20"),
		Respuesta: "RTC/0551/2026", Respondio: fecha.MustParse("2026-07-28"),
	},
}

// RegistrarVeda notes a blackout in the campaign, or its new dates.
var RegistrarVeda = tramite.Acto[Campana, Veda]{
	Nombre: "registrar-veda", Titulo: "Registrar veda", Descripcion: "Anota una veda electoral que toca a la campaña, o sus nuevas fechas.",
	De: abierta, Facultades: doe.Alguna(coordna), Alcance: doe.Linea,
	Validar: func(_ Campana, e Veda, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(e.Hasta.Before(e.Desde), ReglaOrden, "body.hasta")
	},
	Aplicar: func(r *Campana, e Veda, _ tramite.Suceso) {
		if i := slices.IndexFunc(r.Vedas, func(v Veda) bool { return v.Clave == e.Clave }); i >= 0 {
			r.Vedas[i] = e
			return
		}
		r.Vedas = append(r.Vedas, e)
	},
	Ejemplo: Veda{
		Clave: "pel-14-2027", Proceso: "Proceso electoral local de Jalisco", Entidades: []string{"14"},
		Desde: fecha.MustParse("2027-04-04"), Hasta: fecha.MustParse("2027-06-06"), Fuente: "Acuerdo del instituto electoral local",
	},
}

// Evaluar records an impact study. External campaigns are measured by a
// specialised company (function 7.1.2.3/9).
var Evaluar = tramite.Acto[Campana, Estudio]{
	Nombre: "evaluar", Titulo: "Registrar estudio de impacto", Descripcion: "Registra un estudio previo o posterior, con su método, muestra, resultados por meta y recomendación.",
	De: abierta, Facultades: doe.Alguna(evalua, "comunicacion.campanas:registrar"), Alcance: doe.Linea,
	Validar: func(r Campana, e Estudio, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(e.Hasta.Before(e.Desde), ReglaOrden, "body.hasta")
		f.Si(e.Hasta.After(c.Hoy()), ReglaFechaFutura, "body.hasta")
		f.Si(r.Clase == Externa && e.Empresa == nil, ReglaEmpresa, "body.empresa")
		revisarProveedor(e.Empresa, f, "body.empresa.rfc")
		for i, m := range e.Medidas {
			f.Si(!slices.ContainsFunc(r.Contenido.Metas, func(x Meta) bool { return x.Clave == m.Meta }), ReglaReferencia, fmt.Sprintf("body.medidas[%d].meta", i))
			f.Si(m.Valor < 0 || m.Valor > tramite.Entero, ReglaPorcentaje, fmt.Sprintf("body.medidas[%d].valor", i))
		}
		ini := r.primerDia()
		f.Si(e.Tipo == Pretest && !ini.IsZero() && !e.Hasta.Before(ini), ReglaPretest, "body.hasta")
		f.Si(e.Tipo == Postest && (r.Estado != Concluida || !r.Empezo() || e.Desde.Before(r.ultimoDia())), ReglaPostest, "body.desde")
	},
	Aplicar: func(r *Campana, e Estudio, _ tramite.Suceso) { r.Estudios = append(r.Estudios, e) },
	Ejemplo: Estudio{
		Tipo: Postest, Metodo: "Encuesta telefónica con muestra probabilística", Muestra: 1200,
		Desde: fecha.MustParse("2026-11-23"), Hasta: fecha.MustParse("2026-11-27"),
		Empresa:   &Proveedor{RFC: "AAA010101AAA", Nombre: "Estudios de Opinión, S.C."},
		Medidas:   []MedidaMeta{{Meta: "recordacion", Valor: 6150}},
		Hallazgos: "El mensaje se recuerda más entre quienes lo vieron en televisión", Recomendacion: "Repetir la pauta de televisión",
	},
}

// primerDia is the first day shown, or planned when nothing was shown yet.
func (r Campana) primerDia() fecha.Fecha {
	if !r.Empezo() {
		return r.Contenido.Inicio()
	}
	f := r.Publicaciones[0].Desde
	for _, p := range r.Publicaciones {
		if p.Desde.Before(f) {
			f = p.Desde
		}
	}
	return f
}

// ultimoDia is the last day shown; zero when nothing was.
func (r Campana) ultimoDia() fecha.Fecha {
	var f fecha.Fecha
	for _, p := range r.Publicaciones {
		if p.Hasta.After(f) {
			f = p.Hasta
		}
	}
	return f
}

// AnotarNecesidad ties to the campaign a need detected in an area (functions
// 7.1.2/3 and 7.1.2.1/1).
var AnotarNecesidad = tramite.Acto[Campana, Necesidad]{
	Nombre: "anotar-necesidad", Titulo: "Anotar necesidad", Descripcion: "Liga a la campaña la necesidad de comunicación detectada en un área.",
	De: abierta, Facultades: doe.Alguna("comunicacion.campanas:analizar"), Alcance: doe.Linea,
	Validar: func(_ Campana, e Necesidad, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(e.Fecha.After(c.Hoy()), ReglaFechaFutura, "body.fecha")
	},
	Aplicar: func(r *Campana, e Necesidad, _ tramite.Suceso) { r.Necesidades = append(r.Necesidades, e) },
	Ejemplo: Necesidad{
		Area: "Dirección de Prestaciones Médicas", Descripcion: "Dar a conocer las sedes de vacunación",
		Canal: "Reunión con el enlace del área", Fecha: fecha.MustParse("2026-06-15"),
	},
}

// Asesorar records advice given to an area about the campaign (function
// 7.1.2.1/8).
var Asesorar = tramite.Acto[Campana, Asesoria]{
	Nombre: "asesorar", Titulo: "Registrar asesoría", Descripcion: "Deja constancia de lo que se recomendó a un área, comité o grupo sobre la campaña.",
	De: abierta, Facultades: doe.Alguna("comunicacion.campanas:orientar"), Alcance: doe.Linea,
	Validar: func(_ Campana, e Asesoria, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(e.Fecha.After(c.Hoy()), ReglaFechaFutura, "body.fecha")
	},
	Aplicar: func(r *Campana, e Asesoria, _ tramite.Suceso) { r.Asesorias = append(r.Asesorias, e) },
	Ejemplo: Asesoria{
		Area: "Comité de Salud Mental", Asunto: "Tono de los mensajes al personal",
		Recomendacion: "Mensajes breves con testimonios del personal", Fecha: fecha.MustParse("2026-07-02"),
	},
}
