package grupo

import (
	"fmt"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/texto"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
)

// Recepcion is the input of [Recibir].
type Recepcion struct {
	Grupo string `json:"grupo" validate:"required,max=60" doc:"Folio del grupo" example:"GRU-2026-14-0000001-X"`
	// Representante is the number of the representation of who presents it.
	Representante int         `json:"representante" validate:"min=1,max=1000" doc:"Número de la representación de quien la presenta" example:"1"`
	Recibida      fecha.Fecha `json:"recibida" validate:"required" doc:"Día en que llegó" example:"2026-03-02"`
	Medio         Medio       `json:"medio" validate:"required" doc:"Cómo llegó" example:"oficio"`
	Documento     string      `json:"documento,omitempty" validate:"omitempty,max=200" doc:"Escrito del grupo; obligatorio si llegó por escrito o correo" example:"Escrito UJO/014/2026"`
	Demandas      []Pedida    `json:"demandas" validate:"required,min=1,max=20,dive" doc:"Qué pide, una demanda por cada cosa"`

	Nombre    string `json:"nombre_grupo,omitempty" hecho:"true" doc:"Nombre del grupo"`
	Clase     Clase  `json:"clase,omitempty" hecho:"true" doc:"Clase de grupo"`
	Dias      Dias   `json:"dias,omitzero" hecho:"true" doc:"Términos de la directriz vigente"`
	Directriz int    `json:"directriz,omitempty" hecho:"true" doc:"Versión de la directriz vigente"`
}

// antiguedad is how many days back a request may be entered.
const antiguedad = 15

// Recibir opens a request of a group that somebody represents.
var Recibir = tramite.Acto[Solicitud, Recepcion]{
	Nombre: "recibir", Titulo: "Recibir",
	Descripcion: "Recibe lo que pide un grupo, demanda por demanda, de quien lo representa ese día. No se recibe de un grupo sin representación vigente, ni lo que ya está en otra solicitud abierta suya.",
	A:           tramite.Hacia(Recibida), Facultades: registra, Alcance: doe.Nacional,
	Ubicar:  func(_ Recepcion, a doe.Actor) (doe.ClaveUnidad, doe.OOAD) { return ubicar(a) },
	Validar: validarRecepcion,
	Fijar: func(_ Solicitud, e *Recepcion, c *tramite.Contexto) {
		if g := tramite.Hallar[Grupo](c, ColeccionGrupos, e.Grupo); g != nil {
			e.Nombre, e.Clase = g.Nombre, g.Clase
		}
		if d := tramite.HallarClave[Directriz](c, ColeccionDirectrices, ClaveDirectriz); d != nil {
			if v, hay := d.En(c.Hoy()); hay {
				e.Dias, e.Directriz = v.Contenido.Dias, v.Numero
			}
		}
	},
	Aplicar: func(r *Solicitud, e Recepcion, s tramite.Suceso) {
		r.Grupo, r.Nombre, r.Clase, r.Firmante = e.Grupo, e.Nombre, e.Clase, e.Representante
		r.Recepcion, r.Medio, r.Documento, r.Dias, r.Directriz = e.Recibida, e.Medio, e.Documento, e.Dias, e.Directriz
		r.sumar(e.Demandas, s.Dia)
	},
	Ordena: func(r Solicitud, e Recepcion, c *tramite.Contexto) []tramite.Orden { return r.avisa(false, c) },
	Ejemplo: Recepcion{
		Grupo: "GRU-2026-14-0000001-X", Representante: 1, Recibida: fecha.MustParse("2026-03-02"), Medio: PorOficio, Documento: "Escrito UJO/014/2026",
		Demandas: []Pedida{
			{Texto: "Que la farmacia de la UMF 3 surta completas las recetas de personas jubiladas.", Tema: "abasto-de-medicamentos", UnidadServicio: "JCIMS000301"},
			{Texto: "Que se explique el trámite para corregir semanas cotizadas."},
		},
	},
}

// avisa has the group know of the request.
func (r Solicitud) avisa(fin bool, c *tramite.Contexto) []tramite.Orden {
	g := tramite.Hallar[Grupo](c, ColeccionGrupos, r.Grupo)
	if g == nil || g.Estado == DeBaja {
		return nil
	}
	return []tramite.Orden{{Coleccion: ColeccionGrupos, Folio: r.Grupo, Acto: anotar.Nombre, Entrada: Anotacion{Folio: r.Folio, Fin: fin}, ComoSistema: true}}
}

func (r *Solicitud) sumar(ps []Pedida, dia fecha.Fecha) {
	for _, p := range ps {
		r.Demandas = append(r.Demandas, Demanda{Numero: len(r.Demandas) + 1, Pedida: p, Situacion: PorTratar, Desde: dia})
	}
}

func validarRecepcion(r Solicitud, e Recepcion, c *tramite.Contexto, f *falla.Fallas) {
	f.Si(e.Recibida.After(c.Hoy()) || e.Recibida.Dias(c.Hoy()) > antiguedad, ReglaRecibida, "body.recibida")
	f.Si((e.Medio == PorOficio || e.Medio == PorCorreo) && e.Documento == "", ReglaEscrito, "body.documento")
	if canales := enVigor(c).Canales; len(canales) > 0 {
		f.Si(!slices.Contains(canales, e.Medio), ReglaCanal, "body.medio")
	}
	g := tramite.Hallar[Grupo](c, ColeccionGrupos, e.Grupo)
	if f.Si(g == nil || g.OOAD != r.OOAD || g.Estado == DeBaja, ReglaGrupo, "body.grupo") {
		validarDemandas(nil, nil, e.Demandas, "body.demandas", c, f)
		return
	}
	if !f.Si(!g.Vigente(c.Hoy()), ReglaRepresentacion, "body.grupo") {
		x := g.Representa(e.Representante)
		f.Si(x == nil || !x.rige(c.Hoy()), ReglaSinRepresenta, "body.representante")
	}
	validarDemandas(nil, g, e.Demandas, "body.demandas", c, f)
}

// parecidas is from what likeness, in per cent, two texts are taken to ask for
// the same.
const parecidas = 60

// mismo says whether two texts ask for the same.
func mismo(a, b string) bool {
	if texto.Plegar(a) == texto.Plegar(b) {
		return true
	}
	return texto.DePares(texto.Raices(a)).Parecido(texto.DePares(texto.Raices(b))) >= parecidas
}

// validarDemandas refuses what repeats another demand, of the same call, of the
// request, or of another open one of the group.
func validarDemandas(r *Solicitud, g *Grupo, ps []Pedida, lugar string, c *tramite.Contexto, f *falla.Fallas) {
	otras := otrasAbiertas(r, g, c)
	for i, p := range ps {
		camino := fmt.Sprintf("%s[%d]", lugar, i)
		f.Si(p.UnidadServicio != "" && !siade.EsUnidadServicio(p.UnidadServicio), ReglaUnidad, camino+".unidad_servicio")
		repite := slices.ContainsFunc(ps[:i], func(o Pedida) bool { return mismo(o.Texto, p.Texto) })
		if r != nil {
			repite = repite || slices.ContainsFunc(r.Demandas, func(d Demanda) bool { return !d.Acabada() && mismo(d.Texto, p.Texto) })
		}
		if f.Si(repite, ReglaDemandaRepetida, camino+".texto") {
			continue
		}
		for _, o := range otras {
			igual := func(d Demanda) bool { return !d.Acabada() && mismo(d.Texto, p.Texto) }
			if f.Si(slices.ContainsFunc(o.Demandas, igual), ReglaEnOtra, camino+".texto", o.Folio) {
				break
			}
		}
	}
}

// otrasAbiertas are the open requests of a group besides one.
func otrasAbiertas(r *Solicitud, g *Grupo, c *tramite.Contexto) []*Solicitud {
	if g == nil {
		return nil
	}
	var out []*Solicitud
	for _, folio := range g.Abiertas {
		if r != nil && folio == r.Folio {
			continue
		}
		if o := tramite.Hallar[Solicitud](c, ColeccionSolicitudes, folio); o != nil {
			out = append(out, o)
		}
	}
	return out
}

// Adicion is the input of [Agregar].
type Adicion struct {
	Demandas  []Pedida `json:"demandas" validate:"required,min=1,max=10,dive" doc:"Qué más pide"`
	Documento string   `json:"documento" validate:"required,max=200" doc:"Escrito, o reunión en que lo pidió" example:"Reunión del 12 de marzo"`
}

// Agregar adds demands to a request.
var Agregar = tramite.Acto[Solicitud, Adicion]{
	Nombre: "agregar-demandas", Titulo: "Agregar demandas", Descripcion: "Suma lo que el grupo pide después, en un escrito o en una reunión.",
	De: vivas, Facultades: registra, Alcance: doe.Nacional,
	Validar: func(r Solicitud, e Adicion, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(len(r.Demandas)+len(e.Demandas) > MaxDemandas, ReglaMaximo, "body.demandas", MaxDemandas)
		validarDemandas(&r, tramite.Hallar[Grupo](c, ColeccionGrupos, r.Grupo), e.Demandas, "body.demandas", c, f)
	},
	Aplicar: func(r *Solicitud, e Adicion, s tramite.Suceso) { r.sumar(e.Demandas, s.Dia) },
	Ejemplo: Adicion{Demandas: []Pedida{{Texto: "Que el elevador de la clínica se repare antes de abril."}}, Documento: "Reunión del 12 de marzo"},
}

// Encargo is the input of [Asignar].
type Encargo struct {
	Responsable string `json:"responsable" validate:"required,max=120" doc:"Cuenta de la persona" example:"taod-14-007"`
	Motivo      string `json:"motivo,omitempty" validate:"omitempty,max=500" doc:"Por qué cambia; obligatorio si ya tenía responsable" example:"Cubre una ausencia."`
}

// Asignar gives a request to a person.
var Asignar = tramite.Acto[Solicitud, Encargo]{
	Nombre: "asignar", Titulo: "Asignar", Descripcion: "Dice qué persona de la coordinación lleva la solicitud.",
	De: abiertas, Facultades: asigna, Alcance: doe.Nacional,
	Validar: func(r Solicitud, e Encargo, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(e.Responsable == r.Responsable, ReglaMismoResponsable, "body.responsable")
		f.Si(r.Responsable != "" && e.Motivo == "", ReglaMotivo, "body.motivo")
	},
	Aplicar: func(r *Solicitud, e Encargo, _ tramite.Suceso) { r.Responsable = e.Responsable },
	Ejemplo: Encargo{Responsable: "taod-14-007"},
}
