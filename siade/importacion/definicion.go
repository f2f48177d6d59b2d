package importacion

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
)

// Coleccion is the path of imports.
const Coleccion = "importaciones"

// The states of an import.
const (
	Preparada tramite.Estado = "preparada"
	EnCurso   tramite.Estado = "en_curso"
	Terminada tramite.Estado = "terminada"
	Fallida   tramite.Estado = "fallida"
	Cancelada tramite.Estado = "cancelada"
)

// Cuenta is how far an import is.
type Cuenta struct {
	Leidos     int `json:"leidos" doc:"Renglones leídos" example:"1000"`
	Nuevas     int `json:"nuevas" doc:"Peticiones registradas" example:"940"`
	Repetidas  int `json:"repetidas" doc:"Renglones ya importados antes" example:"50"`
	Rechazados int `json:"rechazados" doc:"Renglones que no se pudieron registrar" example:"10"`
}

// Importacion is a table of a foreign system that becomes petitions.
type Importacion struct {
	tramite.Cabecera
	Mapa Mapa `json:"mapa" doc:"De dónde sale cada dato"`
	// Archivo is the table, by the hash of its file.
	Archivo string `json:"archivo,omitempty" doc:"Huella SHA-256 del archivo que se importa"`
	// Quien is in whose name petitions are registered: who began it.
	Quien Registrador `json:"quien,omitzero" doc:"A nombre de quién se registran las peticiones"`
	Cuenta
	// Rechazos is the file of the rows left out, with the faults of each.
	Rechazos string      `json:"rechazos,omitempty" doc:"Huella del archivo de renglones rechazados, que se descarga como adjunto"`
	Motivo   string      `json:"motivo,omitempty" doc:"Por qué falló o se canceló"`
	Inicio   fecha.Fecha `json:"inicio,omitzero" doc:"Día en que empezó"`
	Fin      fecha.Fecha `json:"fin,omitzero" doc:"Día en que terminó"`
}

// Registrador is the person and the unit that register.
type Registrador struct {
	Sub    string          `json:"sub" doc:"Cuenta" example:"taod-14-007"`
	Unidad doe.ClaveUnidad `json:"unidad" doc:"Unidad" example:"caood-7.1"`
	OOAD   doe.OOAD        `json:"ooad,omitempty" doc:"OOAD de la unidad regional" example:"14"`
	Puesto doe.Puesto      `json:"puesto,omitempty" doc:"Puesto" example:"titular"`
}

// Actor is who does each registration.
func (r Registrador) Actor() doe.Actor {
	return doe.Actor{Sub: r.Sub, Nombre: r.Sub, Unidad: r.Unidad, OOAD: r.OOAD, Puesto: r.Puesto}
}

var (
	registra = doe.Alguna("siade.registro:registrar")
	sistema  = []tramite.Contraparte{{Rol: doe.Sistema, Fuente: fuente}}
	abiertas = tramite.Desde(Preparada, EnCurso)
)

// Preparar opens an import with its map.
var Preparar = tramite.Acto[Importacion, Mapa]{
	Nombre: "preparar", Titulo: "Preparar", Descripcion: "Abre una importación con su mapa; el archivo se le adjunta y después se inicia.",
	A: tramite.Hacia(Preparada), Facultades: registra, Alcance: doe.Nacional,
	Ubicar: func(_ Mapa, a doe.Actor) (doe.ClaveUnidad, doe.OOAD) {
		if a.Unidad.Regional() {
			return a.Unidad, a.OOAD
		}
		return a.Unidad, doe.NivelCentral
	},
	Validar: func(_ Importacion, e Mapa, _ *tramite.Contexto, f *falla.Fallas) {
		for _, x := range e.Revisar() {
			x.Ubicacion = "body." + x.Ubicacion
			*f = append(*f, x)
		}
	},
	Aplicar: func(r *Importacion, e Mapa, _ tramite.Suceso) { r.Mapa = e },
	Ejemplo: Mapa{
		Fuente: "locatel-0311", Clave: "id_folio", Vacios: []string{"NA"},
		Campos: map[string]Campo{"canal": {Fijo: "web"}, "ooad": {Fijo: "14"}, "relato": {Columna: "tema_solicitud"}, "recibida": {Columna: "fecha_solicitud"}},
	},
}

// Iniciar begins it: from then on the server registers its rows.
var Iniciar = tramite.Acto[Importacion, tramite.Vacia]{
	Nombre: "iniciar", Titulo: "Iniciar", Descripcion: "Empieza a registrar los renglones del archivo adjunto, a nombre de quien la inicia. Lo ya importado de la misma fuente no se repite.",
	De: tramite.Desde(Preparada), A: tramite.Hacia(EnCurso), Facultades: registra, Alcance: doe.Nacional,
	Validar: func(r Importacion, _ tramite.Vacia, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(len(r.Adjuntos) != 1, ReglaUnArchivo, "registro.adjuntos")
	},
	Aplicar: func(r *Importacion, _ tramite.Vacia, s tramite.Suceso) {
		a := s.Actor
		r.Inicio = s.Dia
		if len(r.Adjuntos) == 1 {
			r.Archivo = r.Adjuntos[0].SHA256
		}
		r.Quien = Registrador{a.Sub, a.Unidad, a.OOAD, a.Puesto}
	},
}

// Avanzar tells how far the server is.
var Avanzar = tramite.Acto[Importacion, Cuenta]{
	Nombre: "avanzar", Titulo: "Avanzar", Interno: true, Descripcion: "El sistema dice cuánto lleva.",
	De: tramite.Desde(EnCurso), Contrapartes: sistema,
	Aplicar: func(r *Importacion, e Cuenta, _ tramite.Suceso) { r.Cuenta = e },
	Ejemplo: Cuenta{Leidos: 1000, Nuevas: 940, Repetidas: 50, Rechazados: 10},
}

// Resultado is the input of [Concluir].
type Resultado struct {
	Cuenta
	Rechazos *tramite.Adjunto `json:"rechazos,omitempty" validate:"omitempty" doc:"Archivo de los renglones rechazados"`
}

// Concluir ends it.
var Concluir = tramite.Acto[Importacion, Resultado]{
	Nombre: "concluir", Titulo: "Concluir", Interno: true, Descripcion: "El sistema termina: cuántos renglones se registraron y cuáles no.",
	De: tramite.Desde(EnCurso), A: tramite.Hacia(Terminada), Contrapartes: sistema,
	Aplicar: func(r *Importacion, e Resultado, s tramite.Suceso) {
		r.Cuenta, r.Fin = e.Cuenta, s.Dia
		if e.Rechazos != nil {
			x := *e.Rechazos
			x.Por, x.En = s.Actor.Sub, s.En
			r.Rechazos, r.Adjuntos = x.SHA256, append(slices.Clip(r.Adjuntos), x)
		}
	},
	Ejemplo: Resultado{Cuenta: Cuenta{Leidos: 1000, Nuevas: 990, Rechazados: 10}},
}

// Fallo is why the file could not be imported.
type Fallo struct {
	Motivo string `json:"motivo" validate:"required,max=4000" doc:"Por qué" example:"El archivo no tiene la columna id_folio."`
}

// Fallar ends an import whose file does not fit its map, or cannot be read, or
// whose owner may not register.
var Fallar = tramite.Acto[Importacion, Fallo]{
	Nombre: "fallar", Titulo: "Fallar", Interno: true, Descripcion: "El sistema la termina porque el archivo no se puede importar; lo registrado hasta entonces queda.",
	De: tramite.Desde(EnCurso), A: tramite.Hacia(Fallida), Contrapartes: sistema,
	Aplicar: func(r *Importacion, e Fallo, s tramite.Suceso) { r.Motivo, r.Fin = e.Motivo, s.Dia },
	Ejemplo: Fallo{Motivo: "El archivo no tiene la columna id_folio."},
}

// Cancelar stops it. What was registered stays.
var Cancelar = tramite.Acto[Importacion, tramite.Retiro]{
	Nombre: "cancelar", Titulo: "Cancelar", Descripcion: "La detiene; lo registrado hasta entonces queda.",
	De: abiertas, A: tramite.Hacia(Cancelada), Facultades: registra, Alcance: doe.Nacional,
	Aplicar: func(r *Importacion, e tramite.Retiro, s tramite.Suceso) { r.Motivo, r.Fin = e.Motivo, s.Dia },
	Ejemplo: tramite.Retiro{Motivo: "El archivo no era el del mes"},
}

// ReglaUnArchivo says that one import takes one file.
var ReglaUnArchivo = falla.Regla{Codigo: "SIADE-IMPORTACION-13", Es: "Adjunte el archivo CSV o XLSX que se importa, y sólo ése.", En: "Attach the CSV or XLSX file to import, and only that.", Fuente: fuente}

// Importaciones is the trámite of bulk intake.
var Importaciones = tramite.MustDefinir(tramite.Definicion[Importacion]{
	Nombre: "importacion", Coleccion: Coleccion, Serie: "IMP", Rama: siade.Rama,
	Titulo: "Importación de peticiones", Descripcion: "Tabla de otro sistema que se registra en bloque: cada renglón una vez, y los que no se pueden registrar con todas sus fallas.",
	Estados: []tramite.DefEstado{
		{Nombre: Preparada, Categoria: tramite.Abierta, Titulo: "Preparada"},
		{Nombre: EnCurso, Categoria: tramite.Abierta, Titulo: "En curso"},
		{Nombre: Terminada, Categoria: tramite.Cerrada, Titulo: "Terminada"},
		{Nombre: Fallida, Categoria: tramite.Cancelada, Titulo: "Fallida"},
		{Nombre: Cancelada, Categoria: tramite.Cancelada, Titulo: "Cancelada"},
	},
	Alta: Preparar,
	Actos: tramite.Actos[Importacion](Iniciar, Avanzar, Concluir, Fallar, Cancelar,
		tramite.Adjuntar[Importacion](tramite.Base{De: tramite.Desde(Preparada), Facultades: registra, Alcance: doe.Nacional})),
	Indices: []tramite.Indice[Importacion]{{Nombre: "fuente", Descripcion: "Fuente", De: func(r Importacion) string { return r.Mapa.Fuente }}},
	Texto:   func(r Importacion) string { return r.Mapa.Fuente },
})
