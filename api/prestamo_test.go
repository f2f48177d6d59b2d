package api_test

import (
	"encoding/json"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Prestamo is a made-up trámite that has a little of everything: identity,
// files, links, a public side, a restricted kind and a clock.
type Prestamo struct {
	tramite.Cabecera
	Expediente string          `json:"expediente" doc:"Lo que se presta" example:"A-1"`
	Clase      string          `json:"clase,omitempty" doc:"Clase" example:"caja"`
	Notas      []string        `json:"notas,omitempty" doc:"Notas"`
	Persona    string          `json:"persona,omitempty" doc:"Referencia de la persona"`
	Organo     doe.ClaveOrgano `json:"organo,omitempty" doc:"A quién se consulta" example:"ooad-14"`
}

type Persona struct {
	Nombre string `json:"nombre" validate:"required,max=80" doc:"Nombre" example:"María Ñáñez"`
	CURP   string `json:"curp,omitempty" validate:"omitempty,len=18" doc:"CURP" example:"BEMG900101HJCRRR05"`
}

type Solicitud struct {
	Expediente string      `json:"expediente" validate:"required,max=40" doc:"Lo que se pide" example:"A-1"`
	Clase      string      `json:"clase,omitempty" validate:"omitempty,oneof=caja legajo" doc:"Clase" example:"caja"`
	Persona    *Persona    `json:"persona,omitempty" validate:"omitempty" doc:"Quién lo pide"`
	Ref        string      `json:"ref,omitempty" hecho:"true" validate:"omitempty,max=40" doc:"Referencia de la persona"`
	Dia        fecha.Fecha `json:"dia,omitzero" doc:"Para cuándo" example:"2026-03-09"`
	Temas      []string    `json:"temas,omitempty" validate:"omitempty,max=3,unique,dive,required,max=10" doc:"Temas" example:"[\"uno\"]"`
	Hojas      int         `json:"hojas,omitempty" validate:"omitempty,min=1,max=500" doc:"Hojas" example:"12"`
	Urgente    bool        `json:"urgente,omitempty" doc:"Si corre prisa" example:"false"`
}

func (s *Solicitud) Separar(azar func() string) []tramite.Reservado {
	if s.Persona == nil {
		return nil
	}
	s.Ref = azar()
	b, _ := json.Marshal(s.Persona)
	r := tramite.Reservado{Ref: s.Ref, Clase: "persona", Datos: b, Claves: map[string]string{"curp": s.Persona.CURP}}
	s.Persona = nil
	return []tramite.Reservado{r}
}

type Nota struct {
	Texto string `json:"texto" validate:"required,max=100" doc:"Texto" example:"con cuidado"`
}

type Consulta struct {
	Organo doe.ClaveOrgano `json:"organo" validate:"required,max=60" doc:"A quién" example:"ooad-14"`
}

type PrestamoPublico struct {
	Folio  string         `json:"folio" doc:"Folio" example:"PRES-2026-14-0000001-X"`
	Estado tramite.Estado `json:"estado" doc:"Estado" example:"solicitado"`
	Notas  []string       `json:"notas" doc:"Notas"`
}

const (
	solicitado tramite.Estado = "solicitado"
	prestado   tramite.Estado = "prestado"
	consulta   tramite.Estado = "en_consulta"
	devuelto   tramite.Estado = "devuelto"
)

var notaRepetida = falla.Regla{Codigo: "PRESTAMO-01", Es: "No se presta dos veces con la misma nota.", En: "The same note does not lend twice.", Fuente: norma.Configuracion("prueba")}

func alta() tramite.Acto[Prestamo, Solicitud] {
	return tramite.Acto[Prestamo, Solicitud]{
		Nombre: "solicitar", Titulo: "Solicitar", Descripcion: "Pide un expediente en préstamo.",
		A: tramite.Hacia(solicitado), Facultades: doe.Alguna("siade.registro:registrar"), Alcance: doe.Nacional,
		Contrapartes: []tramite.Contraparte{{Rol: doe.Ciudadano}},
		Ubicar: func(_ Solicitud, a doe.Actor) (doe.ClaveUnidad, doe.OOAD) {
			if a.Unidad.Regional() {
				return a.Unidad, a.OOAD
			}
			return doe.CAOOD, "14"
		},
		Aplicar: func(r *Prestamo, e Solicitud, _ tramite.Suceso) {
			r.Expediente, r.Persona, r.Clase = e.Expediente, e.Ref, e.Clase
		},
		Ejemplo: Solicitud{Expediente: "A-1", Clase: "caja"},
	}
}

func actosPrestamo() []tramite.DeActo[Prestamo] {
	atender := doe.Alguna("siade.atencion:atender")
	base := tramite.Base{De: tramite.DesdeCategoria(tramite.Abierta, tramite.Espera), Facultades: atender, Alcance: doe.Nacional, Contrapartes: []tramite.Contraparte{{Rol: doe.Ciudadano}}}
	soloUnidades := base
	soloUnidades.Contrapartes = nil
	return tramite.Actos[Prestamo](
		tramite.Acto[Prestamo, Nota]{
			Nombre: "prestar", Titulo: "Prestar", Descripcion: "Entrega el expediente.", De: tramite.Desde(solicitado), A: tramite.Hacia(prestado),
			Facultades: atender, Alcance: doe.Nacional,
			Validar: func(r Prestamo, e Nota, _ *tramite.Contexto, f *falla.Fallas) {
				f.Si(e.Texto == "repetida", notaRepetida, "body.texto")
			},
			Aplicar: func(r *Prestamo, e Nota, _ tramite.Suceso) { r.Notas = append(r.Notas, e.Texto) }, Ejemplo: Nota{Texto: "con cuidado"},
		},
		tramite.Acto[Prestamo, Consulta]{
			Nombre: "consultar", Titulo: "Consultar", Descripcion: "Pregunta a un órgano y espera.", De: tramite.Desde(prestado), A: tramite.Hacia(consulta),
			Facultades: atender, Alcance: doe.Nacional,
			Aplicar: func(r *Prestamo, e Consulta, _ tramite.Suceso) { r.Organo = e.Organo },
			Enlaces: func(r Prestamo, e Consulta) []tramite.Enlace {
				return []tramite.Enlace{{Acto: "opinar", Organo: e.Organo, Rol: doe.Area, Dias: 5}}
			},
			Ejemplo: Consulta{Organo: "ooad-14"},
		},
		tramite.Acto[Prestamo, Nota]{
			Nombre: "opinar", Titulo: "Opinar", Descripcion: "El órgano consultado contesta.", De: tramite.Desde(consulta), A: tramite.Hacia(prestado),
			Contrapartes: []tramite.Contraparte{{Rol: doe.Area, Preve: "doe-7.1.3/9"}},
			Aplicar:      func(r *Prestamo, e Nota, _ tramite.Suceso) { r.Notas = append(r.Notas, e.Texto) }, Ejemplo: Nota{Texto: "sin inconveniente"},
		},
		tramite.Acto[Prestamo, tramite.Vacia]{
			Nombre: "reclamar", Titulo: "Reclamar", Descripcion: "Quien lo pidió insiste.", De: tramite.Desde(solicitado, prestado),
			Contrapartes: []tramite.Contraparte{{Rol: doe.Ciudadano}}, Aplicar: func(r *Prestamo, _ tramite.Vacia, _ tramite.Suceso) { r.Notas = append(r.Notas, "reclamo") },
		},
		tramite.Acto[Prestamo, tramite.Vacia]{
			Nombre: "devolver", Titulo: "Devolver", Descripcion: "Devuelve el expediente.", De: tramite.DesdeCategoria(tramite.Abierta), A: tramite.Hacia(devuelto),
			Facultades: atender, Alcance: doe.Nacional, Aplicar: func(*Prestamo, tramite.Vacia, tramite.Suceso) {},
		},
		tramite.Adjuntar[Prestamo](base), tramite.LeerIdentidad[Prestamo](soloUnidades),
	)
}

var prestamos = tramite.MustDefinir(tramite.Definicion[Prestamo]{
	Nombre: "prestamo", Coleccion: "prestamos", Titulo: "Préstamo", Descripcion: "Préstamo de expedientes, para las pruebas.", Serie: "PRES", Rama: "doe-7.1.3",
	Estados: []tramite.DefEstado{
		{Nombre: solicitado, Categoria: tramite.Abierta, Titulo: "Solicitado"}, {Nombre: prestado, Categoria: tramite.Abierta, Titulo: "Prestado"},
		{Nombre: consulta, Categoria: tramite.Espera, Titulo: "En consulta"}, {Nombre: devuelto, Categoria: tramite.Cerrada, Titulo: "Devuelto"},
	},
	Alta: alta(), Actos: actosPrestamo(),
	Plazos: []tramite.Plazo[Prestamo]{{
		Nombre: "devolucion", Titulo: "Devolución", Claves: tramite.En[Prestamo](prestado, consulta), Aviso: 2,
		Termino: func(Prestamo, string, fecha.Fecha) (plazo.Termino, bool) {
			return plazo.Termino{Cuenta: 10, Clase: plazo.Habiles, Calendario: plazo.LFPA, Fuente: norma.Configuracion("prueba")}, true
		},
	}},
	Partes: func(r Prestamo) []tramite.Parte {
		if r.Organo == "" {
			return nil
		}
		return []tramite.Parte{{Rol: doe.Area, Organo: r.Organo}}
	},
	Recorta:      func(r *Prestamo, _ doe.Actor) { r.Notas = nil },
	Reserva:      func(r Prestamo) tramite.Reserva { return tramite.Reserva{Restringida: r.Expediente == "secreto"} },
	VeReservados: func(a doe.Actor) bool { return a.Puesto == doe.Titular },
	Indices: []tramite.Indice[Prestamo]{
		{Nombre: "clase", Descripcion: "Clase de lo prestado", Valores: []string{"caja", "legajo"}, De: func(r Prestamo) string { return r.Clase }},
		{Nombre: "expediente", Descripcion: "Lo prestado", De: func(r Prestamo) string { return r.Expediente }},
	},
	Texto: func(r Prestamo) string { return r.Expediente },
	Publica: func(r Prestamo) any {
		return PrestamoPublico{Folio: r.Folio, Estado: r.Estado, Notas: append([]string{}, r.Notas...)}
	},
})
