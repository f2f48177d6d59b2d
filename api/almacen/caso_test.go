package almacen_test

import (
	"encoding/json"
	"strconv"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Caso is a made-up trámite with a bit of everything that the store handles.
type Caso struct {
	tramite.Cabecera
	Relato    string          `json:"relato"`
	Tipo      string          `json:"tipo,omitempty"`
	Secreto   bool            `json:"secreto,omitempty"`
	Excluido  string          `json:"excluido,omitempty"`
	Persona   string          `json:"persona,omitempty"`
	Respuesta string          `json:"respuesta,omitempty"`
	Notas     []string        `json:"notas,omitempty"`
	Area      doe.ClaveOrgano `json:"area,omitempty"`
	Ligado    string          `json:"ligado,omitempty"`
}

// Alta is the input that registers a case.
type Alta struct {
	OOAD     string `json:"ooad" validate:"required,len=2"`
	Relato   string `json:"relato" validate:"required,max=4000"`
	Tipo     string `json:"tipo,omitempty" validate:"omitempty,max=20"`
	Secreto  bool   `json:"secreto,omitempty"`
	Excluido string `json:"excluido,omitempty" validate:"omitempty,max=80"`
	Nombre   string `json:"nombre,omitempty" validate:"omitempty,max=80"`
	CURP     string `json:"curp,omitempty" validate:"omitempty,max=18"`
	Persona  string `json:"persona,omitempty" hecho:"true" validate:"omitempty,max=40"`
	// Respuesta resolves it at once, and Aviso tells another trámite.
	Respuesta string `json:"respuesta,omitempty" validate:"omitempty,max=2000"`
	Aviso     bool   `json:"aviso,omitempty"`
}

func (a *Alta) Separar(azar func() string) []tramite.Reservado {
	if a.Nombre == "" {
		return nil
	}
	a.Persona = azar()
	datos, _ := json.Marshal(map[string]string{"nombre": a.Nombre, "curp": a.CURP})
	r := tramite.Reservado{Ref: a.Persona, Clase: "peticionario", Datos: datos, Claves: map[string]string{"curp": a.CURP}}
	a.Nombre, a.CURP = "", ""
	return []tramite.Reservado{r}
}

// Texto is the input of the acts that take one text.
type Texto struct {
	Texto string `json:"texto" validate:"required,max=2000"`
}

// Turno sends a case to an organ.
type Turno struct {
	Organo doe.ClaveOrgano `json:"organo" validate:"required,max=60"`
}

// Persona assigns a case.
type Persona struct {
	Sub string `json:"sub" validate:"required,max=60"`
}

const (
	registrado tramite.Estado = "registrado"
	enArea     tramite.Estado = "en_area"
	respondido tramite.Estado = "respondido"
	cerrado    tramite.Estado = "cerrado"
)

const (
	deRegistro = doe.Facultad("siade.registro:registrar")
	deAtencion = doe.Facultad("siade.atencion:atender")
)

var notaMala = falla.Regla{Codigo: "CASO-01", Es: "Esa nota no se admite.", En: "That note is not taken."}

func ubicar(e Alta, a doe.Actor) (doe.ClaveUnidad, doe.OOAD) {
	if a.OOAD != "" {
		return doe.CAOOD, a.OOAD
	}
	return doe.CAOOD, doe.OOAD(e.OOAD)
}

var altaCaso = tramite.Acto[Caso, Alta]{
	Nombre: "registrar", Titulo: "Registrar", Descripcion: "Registra un caso.", A: tramite.Hacia(registrado),
	Facultades: doe.Alguna(deRegistro), Alcance: doe.Nacional, Ubicar: ubicar,
	Aplicar: func(r *Caso, e Alta, _ tramite.Suceso) {
		r.Relato, r.Tipo, r.Secreto, r.Excluido, r.Persona = e.Relato, e.Tipo, e.Secreto, e.Excluido, e.Persona
	},
	Ordena: func(r Caso, e Alta, _ *tramite.Contexto) []tramite.Orden {
		var out []tramite.Orden
		if e.Respuesta != "" {
			out = append(out, tramite.Orden{Acto: "clasificar", Entrada: Texto{"orientacion"}}, tramite.Orden{Acto: "responder", Entrada: Texto{e.Respuesta}}, tramite.Orden{Acto: "cerrar"})
		}
		if e.Aviso {
			out = append(out, tramite.Orden{Coleccion: "avisos", Acto: "avisar", Entrada: Alta{OOAD: e.OOAD, Relato: "aviso de " + r.Folio}})
		}
		return out
	},
	Ejemplo: Alta{OOAD: "14", Relato: "x"},
}

// accion declares an act of a case that takes one text.
func accion(nombre string, de tramite.Origen, a tramite.Destino, aplicar func(*Caso, string)) tramite.Acto[Caso, Texto] {
	return tramite.Acto[Caso, Texto]{
		Nombre: nombre, Titulo: nombre, Descripcion: nombre, De: de, A: a, Facultades: doe.Alguna(deAtencion, deRegistro), Alcance: doe.Nacional,
		Validar: func(_ Caso, e Texto, _ *tramite.Contexto, f *falla.Fallas) {
			f.Si(e.Texto == "mala", notaMala, "body.texto")
		},
		Aplicar: func(r *Caso, e Texto, _ tramite.Suceso) { aplicar(r, e.Texto) }, Ejemplo: Texto{"x"},
	}
}

var abiertas = tramite.DesdeCategoria(tramite.Abierta)

var casos = tramite.MustDefinir(tramite.Definicion[Caso]{
	Nombre: "caso", Coleccion: "casos", Titulo: "Caso", Serie: "CASO", Rama: "doe-7.1.3",
	Estados: []tramite.DefEstado{
		{Nombre: registrado, Categoria: tramite.Abierta, Titulo: "Registrado"}, {Nombre: enArea, Categoria: tramite.Abierta, Titulo: "En el área"},
		{Nombre: respondido, Categoria: tramite.Abierta, Titulo: "Respondido"}, {Nombre: cerrado, Categoria: tramite.Cerrada, Titulo: "Cerrado"},
	},
	Alta: altaCaso,
	Actos: tramite.Actos[Caso](
		accion("clasificar", abiertas, tramite.EnSuEstado(), func(r *Caso, s string) { r.Tipo = s }),
		accion("anotar", abiertas, tramite.EnSuEstado(), func(r *Caso, s string) { r.Notas = append(r.Notas, s) }),
		accion("corregir", abiertas, tramite.EnSuEstado(), func(r *Caso, s string) { r.Relato = s }),
		accion("responder", abiertas, tramite.Hacia(respondido), func(r *Caso, s string) { r.Respuesta = s }),
		turnarCaso, contestarCaso, asignarCaso, cerrarCaso, ligarCaso, vencerCaso,
	),
	Plazos: []tramite.Plazo[Caso]{{
		Nombre: "respuesta", Titulo: "Respuesta", Claves: tramite.Mientras(func(r Caso) bool { return r.Estado != cerrado }), Aviso: 2,
		Termino: func(Caso, string, fecha.Fecha) (plazo.Termino, bool) {
			return plazo.Termino{Cuenta: 10, Clase: plazo.Habiles, Calendario: plazo.LFPA, Fuente: norma.Configuracion("prueba")}, true
		},
		Vencido: "vencer", Alarmas: []int{0},
	}},
	Partes: func(r Caso) []tramite.Parte {
		if r.Area == "" {
			return nil
		}
		return []tramite.Parte{{Rol: doe.Area, Organo: r.Area}}
	},
	Reserva: func(r Caso) tramite.Reserva {
		x := tramite.Reserva{Restringida: r.Secreto}
		if r.Excluido != "" {
			x.Excluidos = []string{r.Excluido}
		}
		return x
	},
	VeReservados: func(a doe.Actor) bool { return a.Puesto == doe.Titular },
	Indices: []tramite.Indice[Caso]{
		{Nombre: "tipo", Descripcion: "Tipo", Valores: []string{"orientacion", "queja"}, De: func(r Caso) string { return r.Tipo }},
		{Nombre: "area", Descripcion: "Área", De: func(r Caso) string { return string(r.Area) }},
	},
	Texto:  func(r Caso) string { return r.Relato },
	Aporta: aportaCaso,
	// Who did each act, by day and body.
	AportaEvento: func(e *tramite.Evento) []tramite.Aporte {
		return []tramite.Aporte{{Familia: "persona/ooad", Dia: e.En.Dia(), OOAD: e.OOAD, V1: e.Actor.Sub, V2: e.Acto, M: [tramite.MaxMedidas]int{tramite.MaxMedidas - 1: 1}}}
	},
})

// aportaCaso counts cases: 0 registered, 1 closed, 2 notes, and by due day.
func aportaCaso(r Caso, vence fecha.Fecha) []tramite.Aporte {
	x := tramite.Aporte{Familia: "tipo-estado", Dia: r.Creado.Dia(), OOAD: r.OOAD, V1: r.Tipo, V2: string(r.Estado)}
	x.M[0], x.M[2] = 1, len(r.Notas)
	if r.Estado == cerrado {
		x.M[1] = 1
	}
	out := []tramite.Aporte{x, {Familia: "notas", Dia: r.Creado.Dia(), OOAD: r.OOAD, Cubeta: len(r.Notas), M: [tramite.MaxMedidas]int{1}},
		{Familia: "larga/mes", Dia: r.Creado.Dia(), OOAD: r.OOAD, V1: strconv.FormatBool(len(r.Relato) > 100), M: [tramite.MaxMedidas]int{1}}}
	if !vence.IsZero() {
		out = append(out, tramite.Aporte{Familia: "vence", Dia: vence, OOAD: r.OOAD, M: [tramite.MaxMedidas]int{1}})
	}
	return out
}

var (
	turnarCaso = tramite.Acto[Caso, Turno]{
		Nombre: "turnar", Titulo: "Turnar", Descripcion: "Turna el caso.", De: abiertas, A: tramite.Hacia(enArea), Facultades: doe.Alguna(deAtencion), Alcance: doe.Nacional,
		Aplicar: func(r *Caso, e Turno, _ tramite.Suceso) { r.Area = e.Organo },
		Enlaces: func(_ Caso, e Turno) []tramite.Enlace {
			return []tramite.Enlace{{Acto: "contestar", Organo: e.Organo, Rol: doe.Area, Dias: 5}, {Acto: "contestar", Organo: e.Organo, Rol: doe.Area, Dias: 9}}
		},
		Ejemplo: Turno{"ooad-14"},
	}
	contestarCaso = tramite.Acto[Caso, Texto]{
		Nombre: "contestar", Titulo: "Contestar", Descripcion: "Contesta el área.", De: tramite.Desde(enArea), A: tramite.Hacia(respondido),
		Contrapartes: []tramite.Contraparte{{Rol: doe.Area, Preve: "caood-7.1/2"}},
		Aplicar:      func(r *Caso, e Texto, _ tramite.Suceso) { r.Respuesta = e.Texto }, Ejemplo: Texto{"x"},
	}
	asignarCaso = tramite.Acto[Caso, Persona]{
		Nombre: "asignar", Titulo: "Asignar", Descripcion: "Asigna el caso.", De: abiertas, Facultades: doe.Alguna(deAtencion), Alcance: doe.Nacional,
		Aplicar: func(r *Caso, e Persona, _ tramite.Suceso) { r.Responsable = e.Sub }, Ejemplo: Persona{"t-1"},
	}
	cerrarCaso = tramite.Acto[Caso, tramite.Vacia]{
		Nombre: "cerrar", Titulo: "Cerrar", Descripcion: "Cierra el caso.", De: abiertas, A: tramite.Hacia(cerrado), Facultades: doe.Alguna(deAtencion), Alcance: doe.Nacional,
		Aplicar: func(*Caso, tramite.Vacia, tramite.Suceso) {},
	}
	// ligarCaso notes the case in another one too.
	ligarCaso = tramite.Acto[Caso, Texto]{
		Nombre: "ligar", Titulo: "Ligar", Descripcion: "Liga el caso con otro.", De: abiertas, Facultades: doe.Alguna(deAtencion), Alcance: doe.Nacional,
		Aplicar: func(r *Caso, e Texto, _ tramite.Suceso) { r.Ligado = e.Texto },
		Ordena: func(r Caso, e Texto, _ *tramite.Contexto) []tramite.Orden {
			return []tramite.Orden{{Coleccion: "casos", Folio: e.Texto, Acto: "anotar", Entrada: Texto{"ligado desde " + r.Folio}}}
		},
		Ejemplo: Texto{"x"},
	}
	vencerCaso = tramite.Acto[Caso, tramite.Vacia]{
		Nombre: "vencer", Titulo: "Vencer", Descripcion: "El reloj anota que venció.", De: abiertas, Contrapartes: []tramite.Contraparte{{Rol: doe.Sistema}}, Interno: true,
		Validar: func(r Caso, _ tramite.Vacia, _ *tramite.Contexto, f *falla.Fallas) {
			f.Si(r.Relato == "terco", notaMala, "body")
		},
		Aplicar: func(r *Caso, _ tramite.Vacia, _ tramite.Suceso) { r.Notas = append(r.Notas, "vencido") },
	}
)

// Aviso is a second trámite, which the first one creates.
type Aviso struct {
	tramite.Cabecera
	Relato string `json:"relato"`
}

var avisos = tramite.MustDefinir(tramite.Definicion[Aviso]{
	Nombre: "aviso", Coleccion: "avisos", Titulo: "Aviso", Serie: "AVISO", Rama: "doe-7.1.3",
	Estados: []tramite.DefEstado{{Nombre: "dado", Categoria: tramite.Abierta, Titulo: "Dado"}, {Nombre: "retirado", Categoria: tramite.Cancelada, Titulo: "Retirado"}},
	Alta: tramite.Acto[Aviso, Alta]{
		Nombre: "avisar", Titulo: "Avisar", Descripcion: "Da un aviso.", A: tramite.Hacia("dado"), Facultades: doe.Alguna(deRegistro), Alcance: doe.Nacional, Ubicar: ubicar,
		Aplicar: func(r *Aviso, e Alta, _ tramite.Suceso) { r.Relato = e.Relato }, Ejemplo: Alta{OOAD: "14", Relato: "x"},
	},
	Unica: func(r Aviso) string { return r.Relato },
	Actos: tramite.Actos[Aviso](tramite.Acto[Aviso, tramite.Vacia]{
		Nombre: "retirar", Titulo: "Retirar", Descripcion: "Retira un aviso.", De: tramite.Desde("dado"), A: tramite.Hacia("retirado"), Facultades: doe.Alguna(deRegistro), Alcance: doe.Nacional,
		Aplicar: func(*Aviso, tramite.Vacia, tramite.Suceso) {},
	}),
})
