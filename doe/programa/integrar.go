package programa

import (
	"fmt"
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plan"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Integracion is the input of [Integrar].
type Integracion struct {
	Programas []Integrado `json:"programas" validate:"max=60,dive" doc:"Programas que se integran, con su peso; sustituyen a los anteriores"`
	Faltantes []Faltante  `json:"faltantes,omitempty" validate:"omitempty,max=60,dive" doc:"Programas que debían integrarse y no se integran"`
	// Salen are the folios taken out, which the act tells them.
	Salen []string `json:"salen,omitempty" hecho:"true" doc:"Folios que dejan de integrarse"`
}

// Integrar takes in the programmes of the units below.
var Integrar = tramite.Acto[Programa, Integracion]{
	Nombre: "integrar", Titulo: "Integrar", Descripcion: "Suma al programa los de las unidades inferiores, presentados y validados, con el peso de cada uno, y dice cuáles faltan y por qué.",
	De: tramite.Desde(EnElaboracion, Observado), Facultades: elabora, Papeles: quienHace,
	Validar: func(r Programa, e Integracion, c *tramite.Contexto, f *falla.Fallas) {
		vistos := map[string]bool{}
		for i, x := range e.Programas {
			en := fmt.Sprintf("body.programas[%d].", i)
			f.Si(x.Peso <= 0 || x.Peso > cantidad.Entero, ReglaPesoIntegrado, en+"peso")
			if x.Padre != "" {
				m := r.linea(x.Padre)
				f.Si(m == nil || m.Clase != plan.Meta || m.Medida != nil, ReglaMetaIntegra, en+"padre")
			}
			f.Si(vistos[x.Folio], ReglaYaIntegrado, en+"folio")
			vistos[x.Folio] = true
			integrable(r, x, c, f, en+"folio")
		}
		m, suya := r.en(c.Catalogo)
		for i, x := range e.Faltantes {
			fila, ok := m.De(x.Unidad)
			f.Si(!ok || fila.Integra != suya || x.OOAD != "" && !x.Unidad.Regional(), ReglaFaltante, fmt.Sprintf("body.faltantes[%d].unidad", i))
		}
	},
	Fijar: func(r Programa, e *Integracion, c *tramite.Contexto) {
		for i := range e.Programas {
			if h := tramite.Hallar[Programa](c, Coleccion, e.Programas[i].Folio); h != nil {
				x := &e.Programas[i]
				x.Unidad, x.OOAD, x.Version = h.De(), h.OOAD, h.VersionVigente()
			}
		}
		e.Salen = nil
		for _, x := range r.Integrados {
			if sigueAbierto(c, x.Folio) && !slices.ContainsFunc(e.Programas, func(y Integrado) bool { return y.Folio == x.Folio }) {
				e.Salen = append(e.Salen, x.Folio)
			}
		}
	},
	Aplicar: func(r *Programa, e Integracion, _ tramite.Suceso) {
		r.Integrados, r.Faltantes = e.Programas, e.Faltantes
	},
	Ordena: func(r Programa, e Integracion, c *tramite.Contexto) []tramite.Orden {
		var out []tramite.Orden
		for i, x := range e.Programas {
			if !sigueAbierto(c, x.Folio) {
				continue // told as a fault
			}
			out = append(out, constancia(x.Folio, ConstanciaIntegracion{Folio: r.Folio, Unidad: r.Unidad, Version: x.Version, Peso: x.Peso}, fmt.Sprintf("body.programas[%d]", i)))
		}
		for _, folio := range e.Salen {
			out = append(out, constancia(folio, ConstanciaIntegracion{Folio: r.Folio, Unidad: r.Unidad, Sale: true}, "body.programas"))
		}
		return out
	},
	Ejemplo: Integracion{Programas: []Integrado{{Folio: "PAT-2026-09-0000002-X", Peso: 5000}}, Faltantes: []Faltante{{Unidad: "doe-7.1.4.1.3", Motivo: "La unidad no presentó su programa"}}},
}

// sigueAbierto says whether there is a programme that can still be told.
func sigueAbierto(c *tramite.Contexto, folio string) bool {
	h := tramite.Hallar[Programa](c, Coleccion, folio)
	return h != nil && h.Estado != Cerrado && h.Estado != Cancelado
}

// integrable checks that a programme can be taken in by another.
func integrable(r Programa, x Integrado, c *tramite.Contexto, f *falla.Fallas, en string) {
	h := tramite.Hallar[Programa](c, Coleccion, x.Folio)
	m, suya := r.en(c.Catalogo)
	fila, ok := Fila{}, false
	if h != nil {
		fila, ok = m.fila(c.Catalogo, h)
	}
	if f.Si(!ok || fila.Integra != suya || h.Ejercicio != r.Ejercicio, ReglaNoIntegra, en) {
		return
	}
	f.Si(!h.Vale() || h.Estado == Cerrado, ReglaSinValidar, en)
	f.Si(h.IntegradoEn != nil && h.IntegradoEn.Folio != r.Folio, ReglaYaIntegrado, en)
}

// Vale says whether the programme stands validated, or beyond.
func (p Programa) Vale() bool {
	return p.Estado == Validado || p.Autorizada()
}

// Autorizada says whether the programme was authorised and not cancelled.
func (p Programa) Autorizada() bool {
	return p.Estado == Autorizado || p.Estado == EnEjecucion || p.Estado == Cerrado
}

func constancia(folio string, e ConstanciaIntegracion, camino string) tramite.Orden {
	return tramite.Orden{Coleccion: Coleccion, Folio: folio, Acto: "constar-integracion", Entrada: e, Camino: camino, ComoSistema: true}
}

// ConstanciaIntegracion tells a programme that another took it in, or let it go.
type ConstanciaIntegracion struct {
	Folio   string              `json:"folio" validate:"required,max=40" doc:"Folio del programa que lo integra" example:"PAT-2026-09-0000001-X"`
	Unidad  doe.ClaveUnidad     `json:"unidad" validate:"required,max=40" doc:"Unidad que lo integra" example:"doe-7.1.4"`
	Version int                 `json:"version,omitempty" validate:"omitempty,min=1,max=1000" doc:"Versión integrada" example:"1"`
	Peso    cantidad.Centesimas `json:"peso,omitempty" doc:"Peso asignado, en por ciento" example:"50"`
	Sale    bool                `json:"sale,omitempty" doc:"Si dejó de integrarse"`
}

var sistema = []tramite.Contraparte{{Rol: doe.Sistema}}

var constarIntegracion = tramite.Acto[Programa, ConstanciaIntegracion]{
	Nombre: "constar-integracion", Titulo: "Hacer constar la integración", Interno: true, Descripcion: "Deja constancia de que otro programa integró a este, o dejó de integrarlo.",
	De: tramite.DesdeCategoria(tramite.Abierta), Contrapartes: sistema,
	Aplicar: func(r *Programa, e ConstanciaIntegracion, s tramite.Suceso) {
		r.IntegradoEn = &IntegradoEn{Folio: e.Folio, Unidad: e.Unidad, Version: e.Version, Peso: e.Peso, Dia: s.Dia}
		if e.Sale {
			r.IntegradoEn = nil
		}
	},
	Ejemplo: ConstanciaIntegracion{Folio: "PAT-2026-09-0000001-X", Unidad: "doe-7.1.4", Version: 1, Peso: 5000},
}

// Presentacion is the input of [Presentar].
type Presentacion struct {
	Oficio     string     `json:"oficio,omitempty" validate:"omitempty,max=100" doc:"Oficio con que se presenta" example:"Oficio 7.1.4.1/112/2026"`
	Atenciones []Atencion `json:"atenciones,omitempty" validate:"omitempty,max=100,dive" doc:"Cómo se atendió cada observación"`
}

// Atencion is how an observation was attended.
type Atencion struct {
	Observacion string `json:"observacion" validate:"required,max=20" doc:"Clave de la observación" example:"O1"`
	Respuesta   string `json:"respuesta" validate:"required,min=5,max=2000" doc:"Cómo se atendió" example:"Se desglosó la meta por trimestre"`
}

// Presentar hands the programme over to the immediate superior.
var Presentar = tramite.Acto[Programa, Presentacion]{
	Nombre: "presentar", Titulo: "Presentar", Descripcion: "Presenta el programa completo a la unidad superior; queda como versión que ya no cambia.",
	De: tramite.Desde(EnElaboracion, Observado), A: tramite.Hacia(Presentado), Facultades: elabora, Papeles: quienHace, Firma: true,
	Validar: validarPresentacion,
	Aplicar: func(r *Programa, e Presentacion, s tramite.Suceso) {
		v := plan.Version{Dia: s.Dia, Por: s.Actor.Sub, Unidad: s.Actor.Unidad, Documento: e.Oficio, Inicio: r.Inicio(), Fin: r.Fin(), Lineas: r.Todas()}
		if len(r.Versiones) > 0 {
			v.Motivo = "Atiende observaciones"
		}
		r.Versiones = r.Versiones.Agregar(v)
		for _, a := range e.Atenciones {
			if o := r.observacion(a.Observacion); o != nil {
				o.Respuesta, o.Atendida = a.Respuesta, s.Dia
			}
		}
	},
	Ejemplo: Presentacion{Oficio: "Oficio 7.1.4.1/112/2026"},
}

func validarPresentacion(r Programa, e Presentacion, c *tramite.Contexto, f *falla.Fallas) {
	revisarTodo(r, f)
	alinear(r, r.Lineas, "registro.lineas", c, f)
	for i, a := range r.Aportes {
		f.Si(a.Resuelto.IsZero(), ReglaAportePend, fmt.Sprintf("registro.aportes[%d]", i))
	}
	for _, x := range sinCubrir(r, c.Catalogo) {
		f.Si(true, ReglaSinIntegrar, "registro.integrados", x)
	}
	dichas := map[string]bool{}
	for i, a := range e.Atenciones {
		f.Si(r.observacion(a.Observacion) == nil || dichas[a.Observacion], ReglaAtencion, fmt.Sprintf("body.atenciones[%d].observacion", i))
		dichas[a.Observacion] = true
	}
	for i, o := range r.Observaciones {
		f.Si(o.Atendida.IsZero() && !dichas[o.Clave], ReglaSinAtender, fmt.Sprintf("registro.observaciones[%d]", i))
	}
	vigentes(r, c, f)
}

// revisarTodo finds the faults of the whole: its own lines with what it takes in.
func revisarTodo(r Programa, f *falla.Fallas) {
	todas := r.Todas()
	if f.Si(len(todas) == 0, ReglaNadaPropio, "registro.lineas") {
		return
	}
	for _, d := range plan.Revisar(todas, r.marco()) {
		lista := "registro.lineas"
		if d.Indice >= len(r.Lineas) {
			lista, d.Indice = "registro.integrados", d.Indice-len(r.Lineas)
		}
		*f = append(*f, d.Falla(lista))
	}
}

// sinCubrir lists the units whose programmes should be integrated and neither
// are nor are declared missing. Each OOAD makes its own regional programme:
// those that are not there are declared missing, one by one or together.
func sinCubrir(r Programa, c *doe.Catalogo) []string {
	var out []string
	m, suya := r.en(c)
	for _, u := range m.Integradas(suya) {
		var sin []string
		for _, o := range ambitos(c, u) {
			esta := slices.ContainsFunc(r.Faltantes, func(x Faltante) bool { return x.Unidad == u && (x.OOAD == "" || x.OOAD == o) }) ||
				slices.ContainsFunc(r.Integrados, func(x Integrado) bool { return x.Unidad == u && (o == "" || x.OOAD == o) })
			if !esta {
				sin = append(sin, string(o))
			}
		}
		switch {
		case len(sin) == 0:
		case u.Regional():
			out = append(out, string(u)+" en OOAD "+strings.Join(sin, ", "))
		default:
			out = append(out, string(u))
		}
	}
	return out
}

// vigentes checks that what was integrated is still valid, in that version.
func vigentes(r Programa, c *tramite.Contexto, f *falla.Fallas) {
	for i, x := range r.Integrados {
		h := tramite.Hallar[Programa](c, Coleccion, x.Folio)
		f.Si(h == nil || !h.Vale() || h.VersionVigente() != x.Version, ReglaHijaMovida, fmt.Sprintf("registro.integrados[%d]", i))
	}
}

// observacion is the observation with a key that is still to be attended.
func (p *Programa) observacion(clave string) *Observacion {
	for i := range p.Observaciones {
		if o := &p.Observaciones[i]; o.Clave == clave && o.Atendida.IsZero() {
			return o
		}
	}
	return nil
}

func dictamen(e Decision, s tramite.Suceso) *Dictamen {
	return &Dictamen{Version: e.Version, Nota: e.Nota, Oficio: e.Oficio, Unidad: s.Actor.Unidad, Por: s.Actor.Sub, Dia: s.Dia}
}

// Actualizacion is the input of [ActualizarIntegrado].
type Actualizacion struct {
	Folio string `json:"folio" validate:"required,max=40" doc:"Folio del programa integrado que cambió de versión, o del que toma el lugar de otro" example:"PAT-2026-09-0000002-X"`
	// Sustituye is the one cancelled whose place and weight it takes.
	Sustituye string              `json:"sustituye,omitempty" validate:"omitempty,max=40" doc:"Folio del programa integrado y después cancelado cuyo lugar y peso toma" example:"PAT-2026-09-0000003-X"`
	Version   int                 `json:"version,omitempty" hecho:"true" doc:"Versión que se reconoce"`
	Peso      cantidad.Centesimas `json:"peso,omitempty" hecho:"true" doc:"Peso que conserva"`
}

// lugar is the folio of the place that is updated.
func (e Actualizacion) lugar() string {
	if e.Sustituye != "" {
		return e.Sustituye
	}
	return e.Folio
}

// ActualizarIntegrado takes note of the later version of a programme already
// integrated, or of the one that takes the place of another cancelled: the
// weight stays.
var ActualizarIntegrado = tramite.Acto[Programa, Actualizacion]{
	Nombre: "actualizar-integrado", Titulo: "Actualizar programa integrado", Descripcion: "Reconoce la versión nueva de un programa ya integrado, o el que toma el lugar de uno cancelado, con el mismo peso.",
	De: tramite.Desde(Validado, Autorizado, EnEjecucion), Facultades: elabora, Papeles: quienHace,
	Validar: func(r Programa, e Actualizacion, c *tramite.Contexto, f *falla.Fallas) {
		x, h := r.integrado(e.lugar()), tramite.Hallar[Programa](c, Coleccion, e.Folio)
		if e.Sustituye == "" {
			f.Si(x == nil || h == nil || !h.Vale() || h.VersionVigente() == x.Version, ReglaSinNovedad, "body.folio")
			return
		}
		f.Si(x == nil || x.Cancelado.IsZero() || h != nil && (h.De() != x.Unidad || h.OOAD != x.OOAD), ReglaSustituye, "body.sustituye")
		f.Si(r.integrado(e.Folio) != nil, ReglaYaIntegrado, "body.folio")
		integrable(r, Integrado{Folio: e.Folio}, c, f, "body.folio")
	},
	Fijar: func(r Programa, e *Actualizacion, c *tramite.Contexto) {
		x, h := r.integrado(e.lugar()), tramite.Hallar[Programa](c, Coleccion, e.Folio)
		if x != nil && h != nil {
			e.Version, e.Peso = h.VersionVigente(), x.Peso
		}
	},
	Aplicar: func(r *Programa, e Actualizacion, _ tramite.Suceso) {
		if x := r.integrado(e.lugar()); x != nil {
			x.Folio, x.Version, x.Cancelado = e.Folio, e.Version, fecha.Fecha{}
		}
	},
	Ordena: func(r Programa, e Actualizacion, c *tramite.Contexto) []tramite.Orden {
		if !sigueAbierto(c, e.Folio) {
			return nil
		}
		return []tramite.Orden{constancia(e.Folio, ConstanciaIntegracion{Folio: r.Folio, Unidad: r.Unidad, Version: e.Version, Peso: e.Peso}, "body.folio")}
	},
	Ejemplo: Actualizacion{Folio: "PAT-2026-09-0000002-X"},
}
