package programa

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
)

// manual cites a function of the manual of the directorate.
func manual(f string) norma.Cita { return norma.Cita{Norma: "G000-002-001", Lugar: f} }

func conf(s string) norma.Cita { return norma.Configuracion(s) }

// Causa is why something was not done as scheduled.
type Causa string

// The causes.
const (
	CausaTecnica    Causa = "tecnica"
	CausaNormativa  Causa = "normativa"
	CausaHumana     Causa = "humana"
	CausaMaterial   Causa = "material"
	CausaExterna    Causa = "externa"
	CausaCalendario Causa = "calendario"
)

var causas = vocabulario.Tabla[Causa]{
	{Clave: CausaTecnica, Nombre: "Técnica", Descripcion: "Sistemas, método o información.", Fuente: conf("causas de desviación")},
	{Clave: CausaNormativa, Nombre: "Normativa", Descripcion: "Cambio o falta de una norma.", Fuente: conf("causas de desviación")},
	{Clave: CausaHumana, Nombre: "Humana", Descripcion: "Plazas, ausencias o capacitación.", Fuente: conf("causas de desviación")},
	{Clave: CausaMaterial, Nombre: "Material", Descripcion: "Recursos materiales o presupuesto.", Fuente: conf("causas de desviación")},
	{Clave: CausaExterna, Nombre: "Externa", Descripcion: "Depende de otro órgano o de un tercero.", Fuente: conf("causas de desviación")},
	{Clave: CausaCalendario, Nombre: "De calendario", Descripcion: "Se hará en otro periodo del mismo año.", Fuente: conf("causas de desviación")},
}

// Causas lists the causes.
func Causas() vocabulario.Tabla[Causa] { return slices.Clone(causas) }

// ParseCausa reads a cause. The error wraps [vocabulario.ErrDesconocida].
func ParseCausa(s string) (Causa, error) { return causas.Parse(s) }

// Causal is why a programme is cancelled.
type Causal string

// The grounds.
const (
	CausalError     Causal = "error_de_registro"
	CausalExtinta   Causal = "unidad_extinta"
	CausalSustituye Causal = "sustituido"
)

var causales = vocabulario.Tabla[Causal]{
	{Clave: CausalError, Nombre: "Error de registro", Descripcion: "Se abrió por error.", Fuente: conf("causales de cancelación de un programa")},
	{Clave: CausalExtinta, Nombre: "Unidad extinta", Descripcion: "La unidad se suprimió o cambió de adscripción.", Fuente: conf("causales de cancelación de un programa")},
	{Clave: CausalSustituye, Nombre: "Sustituido", Descripcion: "Otro programa toma sus renglones.", Fuente: conf("causales de cancelación de un programa")},
}

// Causales lists the grounds.
func Causales() vocabulario.Tabla[Causal] { return slices.Clone(causales) }

// ParseCausal reads a ground. The error wraps [vocabulario.ErrDesconocida].
func ParseCausal(s string) (Causal, error) { return causales.Parse(s) }

// Resolucion is what became of a modification asked for.
type Resolucion string

// The outcomes.
const (
	Pedida    Resolucion = "pedida"
	Aceptada  Resolucion = "autorizada"
	Rechazada Resolucion = "negada"
	Desistida Resolucion = "desistida"
)

var resoluciones = vocabulario.Tabla[Resolucion]{
	{Clave: Pedida, Nombre: "Pedida", Descripcion: "Espera a quien autoriza el programa.", Fuente: manual("7.1.1/1")},
	{Clave: Aceptada, Nombre: "Autorizada", Descripcion: "Rige como versión nueva; la primera se conserva.", Fuente: manual("7.1.1/1")},
	{Clave: Rechazada, Nombre: "Negada", Descripcion: "El programa sigue como estaba.", Fuente: manual("7.1.1/1")},
	{Clave: Desistida, Nombre: "Desistida", Descripcion: "Quien la pidió la retiró.", Fuente: conf("modificación de un programa")},
}

// Resoluciones lists the outcomes.
func Resoluciones() vocabulario.Tabla[Resolucion] { return slices.Clone(resoluciones) }

// ParseResolucion reads an outcome. The error wraps [vocabulario.ErrDesconocida].
func ParseResolucion(s string) (Resolucion, error) { return resoluciones.Parse(s) }

// Logro grades the result of the year.
type Logro string

// The grades.
const (
	Cumplido    Logro = "cumplido"
	Parcial     Logro = "parcial"
	NoCumplido  Logro = "no_cumplido"
	umbralBueno       = 100_00
	umbralMedio       = 70_00
)

var logros = vocabulario.Tabla[Logro]{
	{Clave: Cumplido, Nombre: "Cumplido", Descripcion: "Todo lo comprometido se hizo.", Fuente: conf("calificación anual")},
	{Clave: Parcial, Nombre: "Cumplido en parte", Descripcion: "Se hizo al menos el 70 % ponderado.", Fuente: conf("calificación anual")},
	{Clave: NoCumplido, Nombre: "No cumplido", Descripcion: "Se hizo menos del 70 % ponderado.", Fuente: conf("calificación anual")},
}

// Logros lists the grades.
func Logros() vocabulario.Tabla[Logro] { return slices.Clone(logros) }

// ParseLogro reads a grade. The error wraps [vocabulario.ErrDesconocida].
func ParseLogro(s string) (Logro, error) { return logros.Parse(s) }
