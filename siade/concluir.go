package siade

import (
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/identificador"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Coleccion is the collection of petitions.
const Coleccion = "peticiones"

// Serie is the prefix of their folios.
const Serie = "SIADE"

// exigenIdentidad are the bodies that admit no anonymous petition.
var exigenIdentidad = map[doe.ClaveOrgano]norma.Cita{
	"federal-cndh": {Norma: "LCNDH", Lugar: "art. 27"},
}

// Canalizar transfers to the competent body what is not the Institute's.
var Canalizar = tramite.Acto[Peticion, Canalizacion]{
	Nombre: "canalizar", Titulo: "Canalizar",
	Descripcion: "Remite la petición al órgano competente con la fecha de presentación que debe respetar; deja dicho si fue en el plazo legal.",
	De:          tramite.Desde(Registrada, Clasificada, Turnada, EnAtencion, EnOtraVia), A: tramite.Hacia(Canalizada), Facultades: doe.Alguna("siade.atencion:turnar"), Alcance: doe.Nacional, Firma: true,
	Contrapartes: seSigue, Validar: validarCanalizacion,
	Fijar: func(r Peticion, e *Canalizacion, c *tramite.Contexto) {
		e.EnPlazo = !c.Hoy().After(r.ventana(PlazoRemision, r.Presentacion, c))
	},
	Aplicar: func(r *Peticion, e Canalizacion, s tramite.Suceso) {
		r.Canalizacion = &Canalizado{
			Organo: e.Organo, Instancia: e.Instancia, Motivo: e.Motivo, Oficio: e.Oficio, Dia: s.Dia,
			Presentacion: r.Presentacion, EnPlazo: e.EnPlazo,
		}
		r.concluir(s.Dia)
	},
	Ejemplo: Canalizacion{Organo: "organo-interno-de-control", Motivo: "Denuncia una falta administrativa.", Oficio: "UAD/0456/2026"},
}

func validarCanalizacion(r Peticion, e Canalizacion, c *tramite.Contexto, f *falla.Fallas) {
	f.Si(e.Organo == "" && e.Instancia == "", ReglaSinDestino, "body")
	f.Si(enBlanco(e.Motivo), ReglaEnBlanco, "body.motivo")
	if e.Organo == "" {
		return
	}
	o, ok := c.Catalogo.Organo(e.Organo)
	if f.Si(!ok, ReglaOrganoDesconocido, "body.organo") {
		return
	}
	f.Si(o.Tipo == doe.OrganoOOAD || o.Tipo == doe.OrganoUMAE, ReglaCanalizaOOAD, "body.organo")
	f.Si(r.contra() && r.Senalado.Area == string(e.Organo), ReglaSenalado, "body.organo")
	_, exige := exigenIdentidad[e.Organo]
	f.Si(exige && r.Peticionario.Identidad == "", ReglaExigeIdentidad, "body.organo")
}

// Acreditar leaves on record the proof that the competent body has it.
var Acreditar = tramite.Acto[Peticion, Recibo]{
	Nombre: "acreditar-remision", Titulo: "Acreditar la remisión", Descripcion: "Agrega la prueba de que el órgano competente recibió la petición.",
	De: tramite.Desde(Canalizada), Facultades: doe.Alguna("siade.atencion:turnar"), Alcance: doe.Nacional,
	Validar: func(r Peticion, e Recibo, c *tramite.Contexto, f *falla.Fallas) {
		mal := r.Canalizacion != nil && e.Fecha.Before(r.Canalizacion.Dia)
		f.Si(!e.Fecha.IsZero() && (mal || e.Fecha.After(c.Hoy())), ReglaFechaAviso, "body.fecha")
	},
	Fijar: func(_ Peticion, e *Recibo, c *tramite.Contexto) {
		if e.Fecha.IsZero() {
			e.Fecha = c.Hoy()
		}
	},
	Aplicar: func(r *Peticion, e Recibo, _ tramite.Suceso) {
		if r.Canalizacion != nil {
			r.Canalizacion.Recibida, r.Canalizacion.Acuse = e.Fecha, e.Acuse
		}
	},
	Ejemplo: Recibo{Acuse: "OIC-acuse-889"},
}

// Acumular attends a duplicate in another petition. Both keep their folio.
var Acumular = tramite.Acto[Peticion, Acumulacion]{
	Nombre: "acumular", Titulo: "Acumular", Descripcion: "Atiende la petición en otra por lo mismo; ambas conservan su folio y quedan enlazadas.",
	De: pendientes, A: tramite.Hacia(Acumulada), Facultades: doe.Alguna("siade.registro:registrar", "siade.atencion:coordinar"), Alcance: doe.Nacional,
	Validar: func(r Peticion, e Acumulacion, c *tramite.Contexto, f *falla.Fallas) {
		if regla, mal := noAcumula(r.Folio, e.Folio, c); mal {
			f.Si(true, regla, "body.folio")
		}
	},
	Aplicar: func(r *Peticion, e Acumulacion, s tramite.Suceso) {
		r.AcumuladaEn = e.Folio
		r.concluir(s.Dia)
	},
	Ordena: func(r Peticion, e Acumulacion, c *tramite.Contexto) []tramite.Orden {
		if _, mal := noAcumula(r.Folio, e.Folio, c); mal {
			return nil
		}
		return []tramite.Orden{{Coleccion: Coleccion, Folio: e.Folio, Acto: RecibirAcumulada.Nombre, Entrada: Acumulacion{Folio: r.Folio}, ComoSistema: true}}
	},
	Ejemplo: Acumulacion{Folio: "SIADE-2026-14-0000002-V"},
}

// noAcumula says why a petition cannot be accumulated into another. One that
// the actor may not see does not exist to them.
func noAcumula(folio, en string, c *tramite.Contexto) (falla.Regla, bool) {
	if p, err := identificador.ParseFolio(en); err != nil || p.String() != en {
		return ReglaFolioInvalido, true
	}
	if folio == en {
		return ReglaFolioPropio, true
	}
	otra := tramite.Hallar[Peticion](c, Coleccion, en)
	if otra == nil || !visible(otra, c.Actor) {
		return ReglaFolioInexistente, true
	}
	for p, n := otra, 0; p != nil && p.AcumuladaEn != "" && n < maxElementos; n++ {
		if p.AcumuladaEn == folio {
			return ReglaFolioPropio, true
		}
		p = tramite.Hallar[Peticion](c, Coleccion, p.AcumuladaEn)
	}
	if !otra.Concluida.IsZero() {
		return ReglaFolioConcluido, true
	}
	return ReglaDemasiadas, len(otra.Acumula) >= maxElementos
}

func visible(p *Peticion, a doe.Actor) bool {
	r := reserva(*p)
	reservada := r.Restringida && !veReservados(a) && p.Responsable != a.Sub
	return !reservada && !p.esSenalada(a.Sub, a.Nombre) && (!a.Unidad.Regional() || a.OOAD == p.OOAD)
}

// RecibirAcumulada links, on the petition that goes on, the one gathered.
var RecibirAcumulada = tramite.Acto[Peticion, Acumulacion]{
	Nombre: "recibir-acumulada", Titulo: "Recibir acumulada", Descripcion: "Enlaza una petición que se atiende en ésta.", Interno: true,
	De: vivas, Contrapartes: []tramite.Contraparte{deReloj},
	Aplicar: func(r *Peticion, e Acumulacion, _ tramite.Suceso) { r.Acumula = append(r.Acumula, e.Folio) },
	Ejemplo: Acumulacion{Folio: "SIADE-2026-14-0000002-V"},
}

// Desistir ends it because who presented it wants no more.
var Desistir = tramite.Acto[Peticion, Motivo]{
	Nombre: "desistir", Titulo: "Desistir", Descripcion: "Quien presentó la petición desiste de ella. De una sensible sólo desiste la propia persona.",
	De: pendientes, A: tramite.Hacia(Desistida), Facultades: trabaja, Alcance: doe.Nacional,
	Contrapartes: []tramite.Contraparte{deCiudadano},
	Validar: func(r Peticion, e Motivo, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(enBlanco(e.Motivo), ReglaEnBlanco, "body.motivo")
		f.Si(r.clasificacion().Sensible && c.Actor.Rol != doe.Ciudadano, ReglaDesisteQuien, "body")
	},
	Aplicar: func(r *Peticion, e Motivo, s tramite.Suceso) {
		r.Desistimiento = e.Motivo
		r.concluir(s.Dia)
	},
	Ejemplo: Motivo{Motivo: "Ya me resolvieron."},
}

// Desechar dismisses it on one of the grounds of the catalog.
var Desechar = tramite.Acto[Peticion, Desechamiento]{
	Nombre: "desechar", Titulo: "Desechar", Descripcion: "Desecha la petición por una causal con su fundamento. Por prevención no desahogada, sólo si se previno a tiempo, venció y su camino lo permite.",
	De: pendientes, A: tramite.Hacia(Desechada), Facultades: resuelve, Alcance: doe.Nacional, Firma: true,
	Causales: tramite.Causales(causales), Validar: validarDesechamiento,
	Aplicar: func(r *Peticion, e Desechamiento, s tramite.Suceso) {
		r.Desechamiento = &Desechado{e.Causal, e.Motivo, s.Dia}
		r.concluir(s.Dia)
	},
	Ejemplo: Desechamiento{Causal: SinMateria, Motivo: "La receta ya se había surtido."},
}

func validarDesechamiento(r Peticion, e Desechamiento, c *tramite.Contexto, f *falla.Fallas) {
	f.Si(enBlanco(e.Motivo), ReglaEnBlanco, "body.motivo")
	if e.Causal != NoDesahogada {
		return
	}
	p := r.Prevencion
	if f.Si(p == nil || !r.lapsa(c.Hoy(), c), ReglaCausalSinPrevencion, "body.causal") {
		return
	}
	f.Si(!p.Oportuna, ReglaCausalInoportuna, "body.causal")
	f.Si(r.camino().SinDesahogo != SeDesecha, ReglaCausalCamino, "body.causal")
}

// lapsa says whether the prevention was left uncured.
func (p Peticion) lapsa(hoy fecha.Fecha, c *tramite.Contexto) bool {
	switch q := p.Prevencion; {
	case q == nil || !q.Desahogada.IsZero():
		return false
	case !q.Lapso.IsZero():
		return true
	}
	k, ok := p.reloj(PlazoDesahogo)
	v, corre := k.Vence(c.Calendarios, ambito(p.OOAD))
	return ok && corre && hoy.After(v)
}
