package queja

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe/forma"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
	"github.com/operacion-abierta/operacion/siade"
)

// The sources of the paths. A secondary one says so in its note.
var (
	politica56  = norma.Cita{Norma: "G000-002-003", Lugar: "5.6"}
	politica59  = norma.Cita{Norma: "G000-002-003", Lugar: "5.9"}
	lss296      = norma.Cita{Norma: "LSS", Lugar: "art. 296"}
	instructivo = norma.Cita{Norma: "Instructivo de quejas administrativas", Nota: "DOF 20-09-2004; etapas y término según fuente secundaria"}
	lgra91      = norma.Cita{Norma: "LGRA", Lugar: "art. 91"}
	lgra93      = norma.Cita{Norma: "LGRA", Lugar: "art. 93"}
	deTrabajo   = norma.Configuracion("regla de trabajo; no se halló norma que la fije")
	sinTermino  = norma.Configuracion("término que no se halló en norma")
	etapasDe    = norma.Configuracion("etapas que no se hallaron en norma")
)

func ley(norm, lugar string) norma.Cita { return norma.Cita{Norma: norm, Lugar: lugar} }

// Via is the path that a petition takes when another body decides it.
type Via string

// The paths.
const (
	Medica         Via = "medica"
	Administrativa Via = "administrativa"
	CNDH           Via = "cndh"
	CONAPRED       Via = "conapred"
	CONAMED        Via = "conamed"
	CasoEspecial   Via = "caso_especial"
	Incapacidad    Via = "incapacidad_retroactiva"
	Denuncia       Via = "falta_administrativa"
	Acceso         Via = "acceso_informacion"
	ARCO           Via = "arco"
)

// Etapa is a stage of a path before the body that resolves.
type Etapa string

// The stages.
const (
	Recepcion     Etapa = "recepcion"
	Ratificacion  Etapa = "ratificacion"
	Aclaracion    Etapa = "aclaracion"
	Admision      Etapa = "admision"
	Integracion   Etapa = "integracion"
	Aviso         Etapa = "aviso_autoridad"
	InformeAut    Etapa = "informe_autoridad"
	Conciliacion  Etapa = "conciliacion"
	Investigacion Etapa = "investigacion"
	Dictamen      Etapa = "dictamen"
	EnOpinion     Etapa = "opinion"
	Proyecto      Etapa = "proyecto_acuerdo"
	Arbitraje     Etapa = "arbitraje"
	Calificacion  Etapa = "calificacion"
	Busqueda      Etapa = "busqueda"
	Resolucion    Etapa = "resolucion"
	Notificacion  Etapa = "notificacion"
)

var etapas = vocabulario.Tabla[Etapa]{
	{Clave: Recepcion, Nombre: "Recepción", Descripcion: "La instancia recibe y da número al expediente.", Fuente: instructivo},
	{Clave: Ratificacion, Nombre: "Ratificación", Descripcion: "La persona confirma lo que no firmó al presentarlo.", Fuente: ley("LCNDH", "art. 27")},
	{Clave: Aclaracion, Nombre: "Aclaración", Descripcion: "La persona aclara o completa su queja ante la instancia.", Fuente: ley("LFPED", "art. 52")},
	{Clave: Admision, Nombre: "Admisión", Descripcion: "La instancia decide si conoce del asunto.", Fuente: ley("LFPED", "art. 63 Quáter")},
	{Clave: Integracion, Nombre: "Integración", Descripcion: "Se reúnen los documentos y los informes de las áreas.", Fuente: instructivo},
	{Clave: Aviso, Nombre: "Aviso a la autoridad", Descripcion: "La instancia da aviso al Instituto de la queja admitida.", Fuente: ley("LFPED", "art. 63 Quáter")},
	{Clave: InformeAut, Nombre: "Informe de la autoridad", Descripcion: "El Instituto rinde su informe a la instancia.", Fuente: ley("LCNDH", "art. 34")},
	{Clave: Conciliacion, Nombre: "Conciliación", Descripcion: "Las partes buscan un acuerdo ante la instancia.", Fuente: ley("LFPED", "art. 65")},
	{Clave: Investigacion, Nombre: "Investigación", Descripcion: "La instancia averigua los hechos.", Fuente: instructivo},
	{Clave: Dictamen, Nombre: "Dictamen", Descripcion: "Se dictamina el acto médico o el servicio prestado.", Fuente: instructivo},
	{Clave: EnOpinion, Nombre: "Opinión", Descripcion: "Las áreas técnicas dan su opinión.", Fuente: etapasDe},
	{Clave: Proyecto, Nombre: "Proyecto de acuerdo", Descripcion: "Se formula el acuerdo que se somete a quien resuelve.", Fuente: instructivo},
	{Clave: Arbitraje, Nombre: "Arbitraje", Descripcion: "Las partes someten su diferencia a la instancia.", Fuente: etapasDe},
	{Clave: Calificacion, Nombre: "Calificación", Descripcion: "La instancia decide si hay falta y de qué gravedad.", Fuente: etapasDe},
	{Clave: Busqueda, Nombre: "Búsqueda", Descripcion: "Las áreas buscan la información o los datos pedidos.", Fuente: ley("LGTAIP", "art. 134")},
	{Clave: Resolucion, Nombre: "Resolución", Descripcion: "La instancia resuelve.", Fuente: instructivo},
	{Clave: Notificacion, Nombre: "Notificación", Descripcion: "La instancia notifica lo resuelto.", Fuente: instructivo},
}

// Etapas lists the stages of all paths.
func Etapas() vocabulario.Tabla[Etapa] { return slices.Clone(etapas) }

// ParseEtapa reads a stage. The error wraps [vocabulario.ErrDesconocida].
func ParseEtapa(s string) (Etapa, error) { return etapas.Parse(s) }

// FormaJSON is the closed list.
func (Etapa) FormaJSON() forma.Forma { return etapas.Forma() }

// Sentido is which way a body decides. Each path takes some: see [DefVia].
type Sentido string

// The ways.
const (
	Procedente        Sentido = "procedente"
	ProcedenteParcial Sentido = "procedente_parcial"
	Improcedente      Sentido = "improcedente"
	NoAdmitida        Sentido = "no_admitida"
	SinMateria        Sentido = "sin_materia"
	Conciliada        Sentido = "conciliada"
	Recomendacion     Sentido = "recomendacion"
	SinResponsable    Sentido = "no_responsabilidad"
	Laudo             Sentido = "laudo"
	FaltaGrave        Sentido = "falta_grave"
	FaltaNoGrave      Sentido = "falta_no_grave"
	Archivo           Sentido = "conclusion_y_archivo"
	Inexistente       Sentido = "inexistencia"
)

// Early ways end the path at whatever stage it stands.
var tempranos = []Sentido{NoAdmitida, SinMateria, Conciliada}

var sentidos = vocabulario.Tabla[Sentido]{
	{Clave: Procedente, Nombre: "Procedente", Descripcion: "Se da la razón a la persona o se concede lo pedido.", Fuente: instructivo},
	{Clave: ProcedenteParcial, Nombre: "Procedente en parte", Descripcion: "Se da la razón o se concede en parte.", Fuente: instructivo},
	{Clave: Improcedente, Nombre: "Improcedente", Descripcion: "No se da la razón o no se concede.", Fuente: instructivo},
	{Clave: NoAdmitida, Nombre: "No admitida", Descripcion: "La instancia no conoce del asunto.", Fuente: ley("LFPED", "art. 63 Quáter")},
	{Clave: SinMateria, Nombre: "Sin materia", Descripcion: "Lo pedido ya ocurrió o dejó de existir.", Fuente: deTrabajo},
	{Clave: Conciliada, Nombre: "Conciliada", Descripcion: "Terminó por convenio ante la instancia.", Fuente: ley("LFPED", "art. 65")},
	{Clave: Recomendacion, Nombre: "Recomendación", Descripcion: "La instancia recomienda al Instituto.", Fuente: ley("LCNDH", "art. 46")},
	{Clave: SinResponsable, Nombre: "No responsabilidad", Descripcion: "La instancia no halló violación de derechos.", Fuente: deTrabajo},
	{Clave: Laudo, Nombre: "Laudo", Descripcion: "La instancia arbitró la diferencia.", Fuente: etapasDe},
	{Clave: FaltaGrave, Nombre: "Falta grave", Descripcion: "Se calificó una falta grave y sigue su procedimiento.", Fuente: lgra91},
	{Clave: FaltaNoGrave, Nombre: "Falta no grave", Descripcion: "Se calificó una falta no grave y sigue su procedimiento.", Fuente: lgra91},
	{Clave: Archivo, Nombre: "Conclusión y archivo", Descripcion: "No hubo elementos para acreditar una falta.", Fuente: lgra91},
	{Clave: Inexistente, Nombre: "Inexistencia", Descripcion: "El Comité confirmó que la información no existe.", Fuente: ley("LGTAIP", "arts. 139 a 141")},
}

// Sentidos lists the ways of all paths.
func Sentidos() vocabulario.Tabla[Sentido] { return slices.Clone(sentidos) }

// ParseSentido reads a way. The error wraps [vocabulario.ErrDesconocida].
func ParseSentido(s string) (Sentido, error) { return sentidos.Parse(s) }

// FormaJSON is the closed list.
func (Sentido) FormaJSON() forma.Forma { return sentidos.Forma() }

// respuesta is the way of the answer that the petition gets.
func (s Sentido) respuesta() siade.Sentido {
	switch s {
	case Procedente, Conciliada, Recomendacion, FaltaGrave, FaltaNoGrave:
		return siade.Favorable
	case ProcedenteParcial, Laudo:
		return siade.Parcial
	case Improcedente, SinResponsable, Archivo:
		return siade.Desfavorable
	}
	return siade.Informativa
}

// Obliga says whether the decision may leave the Institute things to do.
func (s Sentido) Obliga() bool {
	return slices.Contains([]Sentido{Procedente, ProcedenteParcial, Conciliada, Recomendacion, Laudo}, s)
}

// Causal is the ground on which a body gives a case back.
type Causal string

// The grounds.
const (
	NoCompete    Causal = "no_compete"
	Incompleta   Causal = "incompleta"
	NoAgotada    Causal = "via_previa_no_agotada"
	YaConocida   Causal = "ya_conocida"
	SinIdentidad Causal = "sin_identidad"
)

var causales = vocabulario.Tabla[Causal]{
	{Clave: NoCompete, Nombre: "No le compete", Descripcion: "Corresponde a otra instancia; se envía a la que compete con su fecha de presentación.", Fuente: ley("LFPA", "art. 42")},
	{Clave: Incompleta, Nombre: "Expediente incompleto", Descripcion: "Falta un documento o un dato que la vía pide.", Fuente: instructivo},
	{Clave: NoAgotada, Nombre: "Vía previa sin agotar", Descripcion: "Antes debe agotarse la queja ante el Instituto.", Fuente: lss296},
	{Clave: YaConocida, Nombre: "Ya se conoce", Descripcion: "La instancia ya tramita lo mismo en otro expediente.", Fuente: deTrabajo},
	{Clave: SinIdentidad, Nombre: "Sin identidad", Descripcion: "La vía no admite quejas anónimas.", Fuente: ley("LCNDH", "art. 27")},
}

// Causales lists the grounds.
func Causales() vocabulario.Tabla[Causal] { return slices.Clone(causales) }

// ParseCausal reads a ground. The error wraps [vocabulario.ErrDesconocida].
func ParseCausal(s string) (Causal, error) { return causales.Parse(s) }

// FormaJSON is the closed list.
func (Causal) FormaJSON() forma.Forma { return causales.Forma() }

// Requisito is a document or a datum that a path takes.
type Requisito string

// The requirements.
const (
	Escrito      Requisito = "escrito"
	Hechos       Requisito = "relacion_hechos"
	Vigencia     Requisito = "vigencia_derechos"
	Expediente   Requisito = "expediente_clinico"
	InformeArea  Requisito = "informe_area"
	Pruebas      Requisito = "pruebas"
	Firma        Requisito = "firma_o_ratificacion"
	QuejaPrevia  Requisito = "queja_previa"
	Certificado  Requisito = "certificado_medico"
	AvisoPatron  Requisito = "constancia_patron"
	Indicios     Requisito = "datos_o_indicios"
	Descripcion  Requisito = "descripcion_informacion"
	Acreditacion Requisito = "acreditacion_titular"
)

var requisitos = vocabulario.Tabla[Requisito]{
	{Clave: Escrito, Nombre: "Escrito o acta", Descripcion: "Escrito de la persona, o acta de lo que dijo.", Fuente: instructivo},
	{Clave: Hechos, Nombre: "Relación de los hechos", Descripcion: "Qué ocurrió, cuándo, dónde y con qué servicio.", Fuente: instructivo},
	{Clave: Vigencia, Nombre: "Vigencia de derechos", Descripcion: "Constancia de los derechos a la fecha de los hechos.", Fuente: instructivo},
	{Clave: Expediente, Nombre: "Expediente clínico", Descripcion: "Copia o resumen del expediente de la unidad.", Fuente: deTrabajo},
	{Clave: InformeArea, Nombre: "Informe del área", Descripcion: "Informe del área o del servicio de que se trata.", Fuente: instructivo},
	{Clave: Pruebas, Nombre: "Pruebas", Descripcion: "Lo que acompañe la persona.", Fuente: deTrabajo},
	{Clave: Firma, Nombre: "Firma o ratificación", Descripcion: "La queja firmada, o su ratificación posterior.", Fuente: ley("LCNDH", "art. 27")},
	{Clave: QuejaPrevia, Nombre: "Queja previa", Descripcion: "Constancia de que se agotó la queja ante el Instituto.", Fuente: lss296},
	{Clave: Certificado, Nombre: "Certificado médico", Descripcion: "Certificado o resumen que sustenta el periodo pedido.", Fuente: deTrabajo},
	{Clave: AvisoPatron, Nombre: "Constancia del patrón", Descripcion: "Constancia del patrón sobre las faltas y el salario.", Fuente: deTrabajo},
	{Clave: Indicios, Nombre: "Datos o indicios", Descripcion: "Los que permitan advertir la presunta falta.", Fuente: lgra93},
	{Clave: Descripcion, Nombre: "Descripción de lo pedido", Descripcion: "Qué información o qué datos se piden.", Fuente: ley("LGTAIP", "art. 125")},
	{Clave: Acreditacion, Nombre: "Acreditación del titular", Descripcion: "Identidad de la persona titular o de quien la representa.", Fuente: ley("LGPDPPSO", "derechos ARCO")},
}

// Requisitos lists what the paths take.
func Requisitos() vocabulario.Tabla[Requisito] { return slices.Clone(requisitos) }

// ParseRequisito reads a requirement. The error wraps [vocabulario.ErrDesconocida].
func ParseRequisito(s string) (Requisito, error) { return requisitos.Parse(s) }

// FormaJSON is the closed list.
func (Requisito) FormaJSON() forma.Forma { return requisitos.Forma() }

// Deudor is who owes a step.
type Deudor string

// Who may owe it.
const (
	DeInstancia Deudor = "instancia"
	DeInstituto Deudor = "instituto"
	DePersona   Deudor = "persona"
)

var deudores = vocabulario.Tabla[Deudor]{
	{Clave: DeInstancia, Nombre: "La instancia", Descripcion: "Lo debe quien resuelve.", Fuente: politica56},
	{Clave: DeInstituto, Nombre: "El Instituto", Descripcion: "Lo debe la coordinación o el área de que se trata.", Fuente: politica56},
	{Clave: DePersona, Nombre: "La persona", Descripcion: "Lo debe quien se queja.", Fuente: politica59},
}

// Deudores lists who may owe a step.
func Deudores() vocabulario.Tabla[Deudor] { return slices.Clone(deudores) }

// ParseDeudor reads who owes a step. The error wraps [vocabulario.ErrDesconocida].
func ParseDeudor(s string) (Deudor, error) { return deudores.Parse(s) }

// FormaJSON is the closed list.
func (Deudor) FormaJSON() forma.Forma { return deudores.Forma() }

// Audiencia is what came of a conciliation.
type Audiencia string

// What may come of it.
const (
	ConConvenio Audiencia = "convenio"
	SinConvenio Audiencia = "sin_convenio"
	Diferida    Audiencia = "diferida"
	Inasistida  Audiencia = "inasistencia"
)

var audiencias = vocabulario.Tabla[Audiencia]{
	{Clave: ConConvenio, Nombre: "Con convenio", Descripcion: "Las partes convinieron; la instancia lo aprueba al resolver.", Fuente: ley("LFPED", "art. 65")},
	{Clave: SinConvenio, Nombre: "Sin convenio", Descripcion: "No hubo acuerdo y la queja sigue.", Fuente: ley("LFPED", "art. 65")},
	{Clave: Diferida, Nombre: "Diferida", Descripcion: "Se reanuda otro día, que se dice.", Fuente: ley("LFPED", "art. 69")},
	{Clave: Inasistida, Nombre: "Inasistencia", Descripcion: "Faltó una de las partes; puede justificarlo.", Fuente: ley("LFPED", "art. 67")},
}

// Audiencias lists what may come of a conciliation.
func Audiencias() vocabulario.Tabla[Audiencia] { return slices.Clone(audiencias) }

// ParseAudiencia reads what came of one. The error wraps [vocabulario.ErrDesconocida].
func ParseAudiencia(s string) (Audiencia, error) { return audiencias.Parse(s) }

// FormaJSON is the closed list.
func (Audiencia) FormaJSON() forma.Forma { return audiencias.Forma() }
