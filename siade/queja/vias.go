package queja

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/forma"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/vocabulario"
)

// DefVia is a path: its stages in order, the body that resolves, what it takes
// and what happens at its end.
type DefVia struct {
	Clave       Via    `json:"clave" doc:"Clave de la vía" example:"medica"`
	Nombre      string `json:"nombre" doc:"Nombre para mostrar" example:"Queja médica"`
	Descripcion string `json:"descripcion" doc:"De qué asuntos es"`
	// Instancias are the bodies that may resolve, the usual one first.
	Instancias []Instancia `json:"instancias" doc:"Quién resuelve; la primera, si no se dice otra"`
	Etapas     []EtapaVia  `json:"etapas" doc:"Etapas ante la instancia, en su orden"`
	// Decide is the stage from which the body may decide in full.
	Decide     Etapa         `json:"decide" doc:"Etapa desde la que puede resolverse de fondo" example:"proyecto_acuerdo"`
	Sentidos   []Sentido     `json:"sentidos" doc:"Sentidos en que puede resolverse"`
	Documentos []DocumentoDe `json:"documentos" doc:"Qué documentos pide"`
	// ExigeIdentidad: it cannot start from an anonymous petition.
	ExigeIdentidad bool `json:"exige_identidad" doc:"Si pide que quien se queja esté identificado"`
	// Confidencial: the area involved learns nothing of who complains.
	Confidencial bool `json:"confidencial" doc:"Si el área de que se trata no conoce nada de quien denuncia y sólo leen el expediente las personas titulares y la responsable"`
	// Ajena: the body is not of the Institute, so that sending it transfers the
	// petition (LFPA art. 42).
	Ajena bool `json:"ajena" doc:"Si la instancia no es el Instituto y remitir canaliza la petición"`
	// Previa: the complaint before the Institute must have been exhausted.
	Previa bool `json:"previa" doc:"Si antes debe agotarse la queja ante el Instituto"`
	// SinActoDefinitivo: it is no path for acts open to another appeal.
	SinActoDefinitivo bool `json:"sin_acto_definitivo" doc:"Si no procede contra actos definitivos, que se impugnan con inconformidad"`
	// Opina and Concilia: it has opinions or conciliation.
	Opina    bool `json:"opina" doc:"Si hay opiniones o dictámenes antes de resolver"`
	Concilia bool `json:"concilia" doc:"Si hay conciliación"`
	// Desiste: the person's withdrawal ends it.
	Desiste bool       `json:"desiste" doc:"Si el desistimiento de la persona la termina una vez remitida"`
	Fin     string     `json:"fin" doc:"Qué pasa al final"`
	Fuente  norma.Cita `json:"fuente" doc:"De dónde sale la vía"`
}

// Instancia is a body that may resolve a path.
type Instancia struct {
	Clave    string `json:"clave" doc:"Clave de la instancia en la vía" example:"instituto"`
	Resuelve string `json:"resuelve" doc:"Quién resuelve" example:"El Instituto, conforme a su Instructivo"`
	// Organo is where the case is sent; the OOAD of the case when empty.
	Organo doe.ClaveOrgano `json:"organo,omitempty" doc:"Órgano al que se remite; el OOAD del expediente si no se dice" example:"coordinacion-atencion-a-quejas-y-casos-especiales"`
	Fuente norma.Cita      `json:"fuente" doc:"De dónde sale que resuelve"`
}

// EtapaVia is a stage in a path.
type EtapaVia struct {
	Etapa    Etapa  `json:"etapa" doc:"Etapa" example:"investigacion"`
	Nombre   string `json:"nombre" doc:"Nombre para mostrar" example:"Investigación"`
	Opcional bool   `json:"opcional,omitempty" doc:"Si puede no darse"`
	Debe     Deudor `json:"debe" doc:"A quién toca: instancia, instituto o persona" example:"instancia"`
}

// DocumentoDe is a requirement of a path.
type DocumentoDe struct {
	Requisito   Requisito `json:"requisito" doc:"Requisito" example:"relacion_hechos"`
	Nombre      string    `json:"nombre" doc:"Nombre para mostrar" example:"Relación de los hechos"`
	Obligatorio bool      `json:"obligatorio" doc:"Si hace falta para remitir"`
}

// Where cases are sent.
const (
	coordinacionQuejas doe.ClaveOrgano = "coordinacion-atencion-a-quejas-y-casos-especiales"
	controlInterno     doe.ClaveOrgano = "organo-interno-de-control"
	transparencia      doe.ClaveOrgano = "unidad-transparencia"
)

func pasos(es ...EtapaVia) []EtapaVia {
	for i := range es {
		es[i].Nombre = etapas.Nombre(es[i].Etapa)
	}
	return es
}

func toca(d Deudor, e Etapa) EtapaVia   { return EtapaVia{Etapa: e, Debe: d} }
func acaso(d Deudor, e Etapa) EtapaVia  { return EtapaVia{Etapa: e, Debe: d, Opcional: true} }
func debe(r Requisito) DocumentoDe      { return DocumentoDe{r, requisitos.Nombre(r), true} }
func admiteDoc(r Requisito) DocumentoDe { return DocumentoDe{r, requisitos.Nombre(r), false} }

var (
	deFondo  = []Sentido{Procedente, ProcedenteParcial, Improcedente, NoAdmitida, SinMateria}
	deQuejas = []Instancia{{Clave: "instituto", Resuelve: "El Instituto, conforme a su Instructivo", Organo: coordinacionQuejas, Fuente: politica56}}
)

var vias = []DefVia{
	{
		Clave: Medica, Nombre: "Queja médica", Fuente: lss296, Instancias: deQuejas,
		Descripcion: "Insatisfacción por actos u omisiones del personal en la prestación de servicios médicos, que pide un dictamen.",
		Etapas: pasos(toca(DeInstancia, Recepcion), toca(DeInstituto, Integracion), toca(DeInstancia, Investigacion),
			toca(DeInstancia, Dictamen), toca(DeInstancia, Proyecto), toca(DeInstancia, Notificacion)),
		Decide: Proyecto, Sentidos: deFondo, Documentos: []DocumentoDe{debe(Escrito), debe(Hechos), debe(Vigencia), debe(Expediente), admiteDoc(InformeArea), admiteDoc(Pruebas)},
		ExigeIdentidad: true, SinActoDefinitivo: true, Opina: true, Desiste: true,
		Fin: "Se notifica el acuerdo a la persona; lo que ordene se cumple y se acredita. Con ella se agota la vía ante el Instituto.",
	},
	{
		Clave: Administrativa, Nombre: "Queja administrativa", Fuente: lss296, Instancias: deQuejas,
		Descripcion: "Insatisfacción por el trato o la organización de los servicios médicos, que no pide dictamen.",
		Etapas: pasos(toca(DeInstancia, Recepcion), toca(DeInstituto, Integracion), toca(DeInstancia, Investigacion),
			acaso(DeInstancia, Dictamen), toca(DeInstancia, Proyecto), toca(DeInstancia, Notificacion)),
		Decide: Proyecto, Sentidos: deFondo, Documentos: []DocumentoDe{debe(Escrito), debe(Hechos), admiteDoc(Vigencia), admiteDoc(InformeArea), admiteDoc(Pruebas)},
		ExigeIdentidad: true, SinActoDefinitivo: true, Opina: true, Desiste: true,
		Fin: "Se notifica el acuerdo a la persona; lo que ordene se cumple y se acredita. Con ella se agota la vía ante el Instituto.",
	},
	{
		Clave: CNDH, Nombre: "Queja ante la CNDH", Fuente: ley("LCNDH", "arts. 26 a 46"), Ajena: true,
		Instancias:  []Instancia{{Clave: "cndh", Resuelve: "La Comisión Nacional de los Derechos Humanos", Organo: "federal-cndh", Fuente: ley("LCNDH", "art. 26")}},
		Descripcion: "Presunta violación de derechos humanos por personal del Instituto.",
		Etapas: pasos(toca(DeInstancia, Recepcion), acaso(DePersona, Ratificacion), acaso(DeInstancia, Admision), toca(DeInstituto, InformeAut),
			acaso(DeInstancia, Conciliacion), acaso(DeInstancia, Investigacion), toca(DeInstancia, Resolucion), acaso(DeInstancia, Notificacion)),
		Decide: InformeAut, Sentidos: []Sentido{Recomendacion, SinResponsable, Conciliada, NoAdmitida, SinMateria}, Documentos: []DocumentoDe{debe(Escrito), debe(Hechos), debe(Firma), admiteDoc(Pruebas)},
		ExigeIdentidad: true, Opina: true, Concilia: true, Desiste: true,
		Fin: "Si recomienda, el Instituto dice si acepta y, si acepta, prueba que cumplió.",
	},
	{
		Clave: CONAPRED, Nombre: "Queja ante el CONAPRED", Fuente: ley("LFPED", "arts. 44 a 69"), Ajena: true,
		Instancias:  []Instancia{{Clave: "conapred", Resuelve: "El Consejo Nacional para Prevenir la Discriminación", Organo: "federal-conapred", Fuente: ley("LFPED", "art. 44")}},
		Descripcion: "Trato desigual por un motivo prohibido.",
		Etapas: pasos(toca(DeInstancia, Recepcion), acaso(DePersona, Ratificacion), acaso(DePersona, Aclaracion), toca(DeInstancia, Admision), toca(DeInstancia, Aviso),
			toca(DeInstituto, InformeAut), acaso(DeInstancia, Conciliacion), acaso(DeInstancia, Investigacion), toca(DeInstancia, Resolucion), acaso(DeInstancia, Notificacion)),
		Decide: InformeAut, Sentidos: []Sentido{Procedente, ProcedenteParcial, Improcedente, Conciliada, NoAdmitida, SinMateria},
		Documentos: []DocumentoDe{debe(Escrito), debe(Hechos), admiteDoc(Firma), admiteDoc(Pruebas)}, ExigeIdentidad: true, Concilia: true, Desiste: true,
		Fin: "Termina por convenio o por resolución, cuyas medidas se cumplen y se acreditan.",
	},
	{
		Clave: CONAMED, Nombre: "Queja ante la CONAMED", Fuente: norma.Cita{Norma: "Reglamento de la CONAMED", Nota: "DOF 21-01-2003; sus términos no se hallaron"}, Ajena: true, Previa: true,
		Instancias:  []Instancia{{Clave: "conamed", Resuelve: "La Comisión Nacional de Arbitraje Médico", Organo: "federal-conamed", Fuente: norma.Cita{Norma: "Bases IMSS-CONAMED", Nota: "agosto de 2002"}}},
		Descripcion: "Diferencia por un acto médico, una vez agotada la queja ante el Instituto.",
		Etapas: pasos(toca(DeInstancia, Recepcion), toca(DeInstancia, Admision), toca(DeInstituto, InformeAut), toca(DeInstancia, Conciliacion),
			acaso(DeInstancia, Arbitraje), acaso(DeInstancia, Resolucion), acaso(DeInstancia, Notificacion)),
		Decide: Conciliacion, Sentidos: []Sentido{Conciliada, Laudo, Improcedente, NoAdmitida, SinMateria},
		Documentos: []DocumentoDe{debe(Escrito), debe(Hechos), debe(QuejaPrevia), admiteDoc(Expediente), admiteDoc(Pruebas)}, ExigeIdentidad: true, Opina: true, Concilia: true, Desiste: true,
		Fin: "Termina por convenio o por laudo, que se cumple y se acredita.",
	},
	{
		Clave: CasoEspecial, Nombre: "Caso especial", Fuente: norma.Cita{Norma: "Lineamientos de Casos Especiales", Nota: "12-02-2014; sólo se conoce su nombre"},
		Instancias:  []Instancia{{Clave: "coordinacion", Resuelve: "La Coordinación de Atención a Quejas y Casos Especiales", Organo: coordinacionQuejas, Fuente: politica56}},
		Descripcion: "Asunto que por su gravedad o alcance pide atención coordinada de varias áreas.",
		Etapas:      pasos(toca(DeInstancia, Recepcion), toca(DeInstituto, Integracion), acaso(DeInstancia, EnOpinion), toca(DeInstancia, Resolucion), acaso(DeInstancia, Notificacion)),
		Decide:      Resolucion, Sentidos: deFondo, Documentos: []DocumentoDe{debe(Hechos), admiteDoc(Escrito), admiteDoc(Expediente), admiteDoc(InformeArea)}, ExigeIdentidad: true, Opina: true, Desiste: true,
		Fin: "Se comunica a la persona lo que se resolvió y se sigue hasta que se cumple.",
	},
	{
		Clave: Incapacidad, Nombre: "Incapacidad retroactiva", Fuente: politica56,
		Instancias: []Instancia{
			{Clave: "consultivo", Resuelve: "El Consejo Consultivo del OOAD", Fuente: norma.Cita{Norma: "RIIMSS", Lugar: "art. 68", Nota: "fuente secundaria"}},
			{Clave: "tecnico", Resuelve: "El Consejo Técnico, por conducto de la Secretaría General", Organo: "organo-secretaria-general", Fuente: norma.Cita{Norma: "RIIMSS", Lugar: "art. 68", Nota: "fuente secundaria"}},
		},
		Descripcion: "Se pide que se expida una incapacidad por días ya pasados.",
		Etapas: pasos(toca(DeInstancia, Recepcion), toca(DeInstituto, Integracion), toca(DeInstancia, EnOpinion), toca(DeInstancia, Proyecto),
			toca(DeInstancia, Resolucion), acaso(DeInstancia, Notificacion)),
		Decide: Proyecto, Sentidos: deFondo, Documentos: []DocumentoDe{debe(Escrito), debe(Vigencia), debe(Certificado), admiteDoc(AvisoPatron), admiteDoc(Expediente)}, ExigeIdentidad: true, Opina: true, Desiste: true,
		Fin: "Si se autoriza, el área expide la incapacidad; si no, la persona puede inconformarse (LSS art. 294).",
	},
	{
		Clave: Denuncia, Nombre: "Denuncia de falta administrativa", Fuente: lgra91, Ajena: true, Confidencial: true,
		Instancias:  []Instancia{{Clave: "control", Resuelve: "El Órgano Interno de Control", Organo: controlInterno, Fuente: lgra91}},
		Descripcion: "Presunta falta administrativa de una persona servidora pública; puede ser anónima y la identidad es confidencial.",
		Etapas:      pasos(toca(DeInstancia, Recepcion), toca(DeInstancia, Investigacion), toca(DeInstancia, Calificacion), acaso(DeInstancia, Notificacion)),
		Decide:      Calificacion, Sentidos: []Sentido{FaltaGrave, FaltaNoGrave, Archivo, NoAdmitida}, Documentos: []DocumentoDe{debe(Indicios), admiteDoc(Pruebas)},
		Fin: "La calificación abre el procedimiento de responsabilidad o archiva la denuncia; a quien denunció se le dice cómo terminó la investigación.",
	},
	{
		Clave: Acceso, Nombre: "Acceso a la información", Fuente: ley("LGTAIP", "arts. 123 a 138"), Ajena: true,
		Instancias:  []Instancia{{Clave: "transparencia", Resuelve: "La Unidad de Transparencia", Organo: transparencia, Fuente: ley("LGTAIP", "art. 125")}},
		Descripcion: "Solicitud de información pública que llegó como petición.",
		Etapas:      pasos(toca(DeInstancia, Recepcion), acaso(DeInstancia, Admision), acaso(DePersona, Aclaracion), toca(DeInstancia, Busqueda), toca(DeInstancia, Resolucion), acaso(DeInstancia, Notificacion)),
		Decide:      Busqueda, Sentidos: []Sentido{Procedente, ProcedenteParcial, Improcedente, Inexistente, NoAdmitida}, Documentos: []DocumentoDe{debe(Descripcion)}, Desiste: true,
		Fin: "La Unidad de Transparencia responde; contra su respuesta cabe recurso de revisión en quince días hábiles (LGTAIP art. 144).",
	},
	{
		Clave: ARCO, Nombre: "Derechos ARCO", Fuente: ley("LGPDPPSO", "derechos ARCO"), Ajena: true,
		Instancias:  []Instancia{{Clave: "transparencia", Resuelve: "La Unidad de Transparencia", Organo: transparencia, Fuente: ley("LGPDPPSO", "derechos ARCO")}},
		Descripcion: "Acceso, rectificación, cancelación u oposición sobre datos personales, que llegó como petición.",
		Etapas:      pasos(toca(DeInstancia, Recepcion), acaso(DeInstancia, Admision), acaso(DePersona, Aclaracion), toca(DeInstancia, Busqueda), toca(DeInstancia, Resolucion), acaso(DeInstancia, Notificacion)),
		Decide:      Busqueda, Sentidos: deFondo, Documentos: []DocumentoDe{debe(Descripcion), debe(Acreditacion)}, ExigeIdentidad: true, Desiste: true,
		Fin: "La Unidad de Transparencia responde y, si procede, hace efectivo el derecho; cabe recurso de revisión en quince días hábiles.",
	},
}

// Vias lists the paths.
func Vias() []DefVia { return slices.Clone(vias) }

// De is a path by its key.
func De(v Via) (DefVia, bool) {
	for i := range vias {
		if vias[i].Clave == v {
			return vias[i], true
		}
	}
	return DefVia{}, false
}

var claves = func() vocabulario.Tabla[Via] {
	var out vocabulario.Tabla[Via]
	for i := range vias {
		d := &vias[i]
		out = append(out, vocabulario.Voz[Via]{Clave: d.Clave, Nombre: d.Nombre, Descripcion: d.Descripcion, Fuente: d.Fuente})
	}
	return out
}()

// ParseVia reads the key of a path. The error wraps [vocabulario.ErrDesconocida].
func ParseVia(s string) (Via, error) { return claves.Parse(s) }

// FormaJSON is the closed list.
func (Via) FormaJSON() forma.Forma { return claves.Forma() }

// ClavesVia lists the keys as a vocabulary.
func ClavesVia() vocabulario.Tabla[Via] { return slices.Clone(claves) }

// instancia finds a body of the path; the usual one for none.
func (d DefVia) instancia(clave string) (Instancia, bool) {
	if clave == "" && len(d.Instancias) > 0 {
		return d.Instancias[0], true
	}
	for _, i := range d.Instancias {
		if i.Clave == clave {
			return i, true
		}
	}
	return Instancia{}, false
}

// lugar is the place of a stage in the path, -1 when it has none.
func (d DefVia) lugar(e Etapa) int {
	return slices.IndexFunc(d.Etapas, func(x EtapaVia) bool { return x.Etapa == e })
}

// sigue says whether the path may go from a stage to another: forward, and
// over none that is not optional.
func (d DefVia) sigue(de, a Etapa) bool {
	i, j := d.lugar(de), d.lugar(a)
	if j <= i {
		return false
	}
	return !slices.ContainsFunc(d.Etapas[i+1:j], func(x EtapaVia) bool { return !x.Opcional })
}

// pide says whether a document is one that the path takes.
func (d DefVia) pide(r Requisito) bool {
	return slices.ContainsFunc(d.Documentos, func(x DocumentoDe) bool { return x.Requisito == r })
}
