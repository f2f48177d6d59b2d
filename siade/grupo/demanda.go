package grupo

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/acuerdo"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
)

// Respuesta is the input of [Atender].
type Respuesta struct {
	Demanda   int    `json:"demanda" validate:"min=1,max=30" doc:"Número de la demanda" example:"2"`
	Trato     Trato  `json:"trato" validate:"required,oneof=resuelta no_procede no_compete peticion acuerdo" doc:"Cómo se atiende" example:"resuelta"`
	Respuesta string `json:"respuesta,omitempty" validate:"omitempty,min=10,max=4000" doc:"Qué se contesta; obligatoria si se resuelve, no procede o no compete" example:"Se explicó el trámite y se entregó la ficha."`
}

// Atender attends a demand without a meeting.
var Atender = tramite.Acto[Solicitud, Respuesta]{
	Nombre: "atender-demanda", Titulo: "Atender una demanda", Descripcion: "Atiende una demanda sin esperar a una reunión: la resuelve, dice por qué no procede o no compete, o que será petición o acuerdo.",
	De: vivas, A: adonde, Elegir: segun[Respuesta], Facultades: ejecuta, Alcance: doe.Nacional,
	Validar: func(r Solicitud, e Respuesta, _ *tramite.Contexto, f *falla.Fallas) {
		d := r.demanda(e.Demanda)
		f.Si(d == nil || d.Acabada(), ReglaDemanda, "body.demanda")
		f.Si(d != nil && (d.Situacion == EnPeticion || d.Situacion == EnAcuerdo), ReglaEnCurso, "body.demanda")
		f.Si(e.Trato != APeticion && e.Trato != AAcuerdo && e.Respuesta == "", ReglaRespuesta, "body.respuesta")
	},
	Aplicar: func(r *Solicitud, e Respuesta, s tramite.Suceso) {
		if d := r.demanda(e.Demanda); d != nil {
			d.tratar(Tratada{Trato: e.Trato, Respuesta: e.Respuesta}, s.Dia)
			r.soltarReunion()
		}
	},
	Ejemplo: Respuesta{Demanda: 2, Trato: Resuelta, Respuesta: "Se explicó el trámite y se entregó la ficha."},
}

// soltarReunion calls off a meeting to come when nothing that it was to treat
// is left.
func (r *Solicitud) soltarReunion() {
	x := r.pendiente()
	if x == nil {
		return
	}
	queda := slices.ContainsFunc(x.Demandas, func(n int) bool {
		d := r.demanda(n)
		return d != nil && !d.Acabada()
	})
	if !queda {
		x.Situacion = SuspendidaR
		x.Cambios = append(x.Cambios, CambioReunion{Inicio: x.Inicio, Causal: YaNoHaceFalta, Motivo: "Terminó antes todo lo que iba a tratarse."})
	}
}

// LigarPeticion ties a demand to the petition that was registered from it, or
// to one that was registered already.
var LigarPeticion = tramite.Acto[Solicitud, siade.Nacida]{
	Nombre: siade.ActoLigar, Titulo: "Ligar petición",
	Descripcion: "Liga una demanda con la petición que la recoge: la que se registra con este expediente en nace_de y el número de la demanda se liga sola; una ya registrada y sin concluir, por este acto. Si el grupo ya tiene en otra solicitud una petición abierta que pide lo mismo, se liga aquella en vez de registrar otra.",
	De:          vivas, A: adonde, Elegir: segun[siade.Nacida], Facultades: ejecuta, Alcance: doe.Nacional,
	Validar: validarLiga,
	Fijar: func(r Solicitud, e *siade.Nacida, c *tramite.Contexto) {
		p := tramite.Hallar[siade.Peticion](c, siade.Coleccion, e.Folio)
		e.Nacio = p != nil && p.NaceDe != nil && p.NaceDe.Folio == r.Folio
	},
	Aplicar: func(r *Solicitud, e siade.Nacida, s tramite.Suceso) {
		if d := r.demanda(e.Parte); d != nil {
			d.Situacion, d.Desde, d.Peticion, d.Nacida = EnPeticion, s.Dia, e.Folio, e.Nacio
		}
	},
	Ejemplo: siade.Nacida{Folio: "SIADE-2026-14-0000001-X", Parte: 1},
}

func validarLiga(r Solicitud, e siade.Nacida, c *tramite.Contexto, f *falla.Fallas) {
	d := r.demanda(e.Parte)
	if !f.Si(d == nil || d.Acabada(), ReglaDemanda, "body.parte") {
		f.Si(d.Situacion == EnPeticion || d.Situacion == EnAcuerdo, ReglaEnCurso, "body.parte")
	}
	p := tramite.Hallar[siade.Peticion](c, siade.Coleccion, e.Folio)
	if f.Si(p == nil || p.OOAD != r.OOAD, ReglaPeticion, "body.folio") {
		return
	}
	nacio := p.NaceDe != nil && p.NaceDe.Folio == r.Folio
	f.Si(nacio && p.Canal != siade.GrupoOrganizado, ReglaCanalPeticion, "body.folio")
	f.Si(!nacio && !p.Concluida.IsZero(), ReglaPeticionConcluida, "body.folio")
	f.Si(slices.ContainsFunc(r.Demandas, func(o Demanda) bool { return o.Peticion == e.Folio }), ReglaPeticionLigada, "body.folio")
	if nacio {
		if ya := abiertaDelGrupo(r, p, c); ya != "" {
			f.Si(true, ReglaPeticionAbierta, "body.folio", ya)
		}
	}
}

// abiertaDelGrupo finds the open petition of another demand of the group, here
// or in another open request, that asks for the same as one.
func abiertaDelGrupo(r Solicitud, p *siade.Peticion, c *tramite.Contexto) string {
	todas := append([]*Solicitud{&r}, otrasAbiertas(&r, tramite.Hallar[Grupo](c, ColeccionGrupos, r.Grupo), c)...)
	for _, o := range todas {
		for _, d := range o.Demandas {
			if d.Situacion != EnPeticion {
				continue
			}
			x := tramite.Hallar[siade.Peticion](c, siade.Coleccion, d.Peticion)
			if x != nil && x.Folio != p.Folio && x.Concluida.IsZero() && mismo(x.Relato, p.Relato) {
				return x.Folio
			}
		}
	}
	return ""
}

// Acordada is the input of [Acordar].
type Acordada struct {
	Demanda int           `json:"demanda" validate:"min=1,max=30" doc:"Número de la demanda" example:"1"`
	Pacto   acuerdo.Pacto `json:"pacto" validate:"required" doc:"Qué se acuerda, quién lo tiene a cargo y para cuándo"`
}

// Acordar makes an agreement of a demand, which is followed as any other.
var Acordar = tramite.Acto[Solicitud, Acordada]{
	Nombre: "acordar", Titulo: "Levantar el acuerdo",
	Descripcion: "Levanta el acuerdo de una demanda que en la reunión se dijo que lo tendría, o que así se atiende: nace como expediente propio, con quien lo tiene a cargo y su fecha.",
	De:          vivas, A: adonde, Elegir: segun[Acordada], Facultades: ejecuta, Alcance: doe.Nacional,
	Validar: func(r Solicitud, e Acordada, _ *tramite.Contexto, f *falla.Fallas) {
		d := r.demanda(e.Demanda)
		f.Si(d == nil || d.Situacion != PorAcordar, ReglaPorAcordar, "body.demanda")
	},
	Aplicar: func(*Solicitud, Acordada, tramite.Suceso) {}, // the agreement ties itself
	Ordena: func(r Solicitud, e Acordada, _ *tramite.Contexto) []tramite.Orden {
		doc := "Solicitud de grupo " + r.Folio
		return []tramite.Orden{{Coleccion: acuerdo.Coleccion, Acto: acuerdo.Acordar.Nombre, EnSuNombre: true, Camino: "body", Entrada: acuerdo.Alta{
			Origen: acuerdo.DeExpediente, Documento: doc, Pacto: e.Pacto, Guarda: r.Unidad, GuardaOOAD: r.OOAD,
			NaceDe: &acuerdo.Nacimiento{Coleccion: ColeccionSolicitudes, Folio: r.Folio, Parte: e.Demanda},
		}}}
	},
	Ejemplo: Acordada{Demanda: 1, Pacto: acuerdo.Pacto{
		Texto: "Redistribuir el inventario de la farmacia de la UMF 3.", Entregable: "Informe de redistribución", Verificacion: "Reporte de inventario",
		ACargo: acuerdo.ACargo{Organo: "ooad-14", Cargo: "Jefatura de Servicios de Prestaciones Médicas"}, Compromiso: fecha.MustParse("2026-04-30"),
	}},
}

// LigarAcuerdo ties a demand to the agreement made of it.
var LigarAcuerdo = tramite.Acto[Solicitud, acuerdo.Ligado]{
	Nombre: acuerdo.ActoLigar, Titulo: "Ligar el acuerdo", Interno: true, Descripcion: "La solicitud toma nota del acuerdo que nació de una demanda.",
	De: vivas, A: adonde, Elegir: segun[acuerdo.Ligado], Contrapartes: deReloj,
	Aplicar: func(r *Solicitud, e acuerdo.Ligado, s tramite.Suceso) {
		if d := r.demanda(e.Parte); d != nil {
			d.Situacion, d.Desde, d.Acuerdo = EnAcuerdo, s.Dia, e.Folio
		}
	},
	Ejemplo: acuerdo.Ligado{Folio: "ACU-2026-14-0000001-X", Parte: 1},
}

// Retirada is the input of [RetirarDemanda].
type Retirada struct {
	Demanda   int    `json:"demanda" validate:"min=1,max=30" doc:"Número de la demanda" example:"2"`
	Documento string `json:"documento" validate:"required,max=200" doc:"Escrito o minuta en que consta" example:"Escrito UJO/020/2026"`
}

// RetirarDemanda ends a demand that the group takes back. What took it up goes
// on by itself.
var RetirarDemanda = tramite.Acto[Solicitud, Retirada]{
	Nombre: "retirar-demanda", Titulo: "Retirar una demanda", Descripcion: "El grupo retira una demanda; la petición o el acuerdo que ya la recogía sigue por su cuenta.",
	De: vivas, A: adonde, Elegir: segun[Retirada], Facultades: ejecuta, Alcance: doe.Nacional,
	Validar: func(r Solicitud, e Retirada, _ *tramite.Contexto, f *falla.Fallas) {
		d := r.demanda(e.Demanda)
		f.Si(d == nil || d.Acabada(), ReglaDemanda, "body.demanda")
	},
	Aplicar: func(r *Solicitud, e Retirada, s tramite.Suceso) {
		if d := r.demanda(e.Demanda); d != nil {
			d.terminar(RetiradaPorSus, "La retiró el grupo: "+e.Documento, s.Dia)
			r.soltarReunion()
		}
	},
	Ejemplo: Retirada{Demanda: 2, Documento: "Escrito UJO/020/2026"},
}

// enlazado is the state of what takes a demand up.
type enlazado struct {
	estado    tramite.Estado
	fin       bool
	resultado Resultado
	peticion  string
	ooad      doe.OOAD
	vence     fecha.Fecha
}

// cotejar looks at what takes a demand up: a petition that was accumulated is
// followed in the one that stands for it.
func cotejar(d Demanda, c *tramite.Contexto) enlazado {
	switch d.Situacion {
	case EnPeticion:
		folio := d.Peticion
		for range 5 {
			p := tramite.Hallar[siade.Peticion](c, siade.Coleccion, folio)
			if p == nil {
				break
			}
			if p.Estado == siade.Acumulada && p.AcumuladaEn != "" {
				folio = p.AcumuladaEn
				continue
			}
			return enlazado{estado: p.Estado, fin: !p.Concluida.IsZero(), resultado: PorPeticion, peticion: p.Folio, ooad: p.OOAD}
		}
	case EnAcuerdo:
		if a := tramite.Hallar[acuerdo.Acuerdo](c, acuerdo.Coleccion, d.Acuerdo); a != nil {
			x := enlazado{estado: a.Estado, resultado: SinCumplir, ooad: a.OOAD, vence: a.Compromiso}
			x.fin = a.Estado == acuerdo.Cumplido || a.Estado == acuerdo.Incumplido || a.Estado == acuerdo.Cancelado
			if a.Estado == acuerdo.Cumplido {
				x.resultado = PorAcuerdo
			}
			return x
		}
	}
	return enlazado{}
}
