package queja

import (
	"fmt"
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/envio"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
)

// maxElementos bounds the lists of a record.
const maxElementos = 100

// Datos is what a path asks to be told when it is taken.
type Datos struct {
	Via       Via    `json:"via" validate:"required" doc:"Vía" example:"medica"`
	Instancia string `json:"instancia,omitempty" validate:"omitempty,max=40" doc:"Instancia de la vía; la primera si no se dice" example:"instituto"`
	// FechaHechos is that of the petition when it is not said.
	FechaHechos fecha.Fecha `json:"fecha_hechos,omitzero" doc:"Día de los hechos; el de la petición si no se dice" example:"2026-02-27"`
	Grave       bool        `json:"grave,omitempty" doc:"Si es violación grave de derechos humanos, por la que la vía no caduca"`
	// ActoDefinitivo: it is against an act open to the appeal of LSS art. 294.
	ActoDefinitivo bool   `json:"acto_definitivo,omitempty" doc:"Si se queja de un acto definitivo, que se impugna con inconformidad"`
	Previa         string `json:"previa,omitempty" validate:"omitempty,max=60" doc:"Folio de la queja con que se agotó la vía ante el Instituto; la pide la CONAMED"`

	// Facts taken from the petition and the path.
	Organo       doe.ClaveOrgano `json:"organo,omitempty" hecho:"true" doc:"Órgano al que se remite"`
	Presentacion fecha.Fecha     `json:"presentacion,omitzero" hecho:"true" doc:"Día en que se tuvo por presentada la petición"`
	Identificada bool            `json:"identificada,omitempty" hecho:"true" doc:"Si quien se queja está identificado"`
	Reservada    bool            `json:"reservada,omitempty" hecho:"true" doc:"Si se reserva su lectura"`
	Senalado     *siade.Senalado `json:"senalado,omitempty" hecho:"true" doc:"De quién se queja la petición"`
}

// Apertura is the input of [Abrir].
type Apertura struct {
	Peticion string `json:"peticion" validate:"required,max=60" doc:"Folio de la petición" example:"SIADE-2026-14-0000001-X"`
	Datos
	OOAD   string          `json:"ooad,omitempty" validate:"omitempty,len=2,digitos" doc:"OOAD de la petición; se omite si quien abre es de un OOAD; 09 es el nivel central" example:"14"`
	Asunto string          `json:"asunto" validate:"required,min=5,max=2000" doc:"De qué se trata, sin datos de personas" example:"Demora en la atención de urgencias"`
	Area   doe.ClaveOrgano `json:"area,omitempty" validate:"omitempty,max=80" doc:"Órgano de que se trata" example:"umae-jcims000301"`
}

// Abrir opens the case of a petition in a path. Where the path needs to know
// who complains and the petition is anonymous, the case waits for the identity.
var Abrir = tramite.Acto[Queja, Apertura]{
	Nombre: "abrir", Titulo: "Abrir",
	Descripcion: "Abre el expediente de una petición en la vía que le corresponde; la petición queda en espera de su resultado. Si la vía pide identidad y la petición es anónima, el expediente la espera en su término.",
	A:           tramite.Hacia(Abierta, EnEspera), Facultades: captura, Alcance: doe.Nacional, Contrapartes: consecuencia,
	Ubicar: ubicar, Validar: validarApertura,
	Elegir: func(r Queja, _ Apertura) tramite.Estado { return r.segunEspera() },
	Fijar: func(_ Queja, e *Apertura, c *tramite.Contexto) {
		_, o := ubicar(*e, c.Actor)
		e.OOAD = string(o)
		e.fijar(e.Peticion, o, c)
	},
	Aplicar: func(r *Queja, e Apertura, s tramite.Suceso) {
		r.Peticion, r.Asunto, r.Area = e.Peticion, e.Asunto, e.Area
		if s.Actor.Unidad != "" {
			r.Responsable = s.Actor.Sub
		}
		r.tomar(e.Datos, s.Dia)
	},
	Ordena: func(r Queja, e Apertura, c *tramite.Contexto) []tramite.Orden {
		if p := tramite.Hallar[siade.Peticion](c, siade.Coleccion, e.Peticion); p == nil || !admiteVia(p.Estado) {
			return nil
		}
		return []tramite.Orden{r.abrirVia()}
	},
	Ejemplo: Apertura{Peticion: "SIADE-2026-14-0000001-X", Datos: Datos{Via: Medica}, Asunto: "Demora en la atención de urgencias"},
}

// abrirVia tells the petition which path follows it.
func (q Queja) abrirVia() tramite.Orden {
	return tramite.Orden{
		Coleccion: siade.Coleccion, Folio: q.Peticion, Acto: siade.AbrirVia.Nombre, ComoSistema: true,
		Entrada: siade.ViaAbierta{Folio: q.Folio, Nombre: q.def().Nombre, Confidencial: q.def().Confidencial},
	}
}

// concluirVia tells it how the path ended, without anything decided.
func (q Queja) concluirVia(nota string) tramite.Orden {
	return tramite.Orden{
		Coleccion: siade.Coleccion, Folio: q.Peticion, Acto: siade.ConcluirVia.Nombre, ComoSistema: true,
		Entrada: siade.ResultadoVia{Folio: q.Folio, Nota: nota},
	}
}

// admiteVia says whether a petition may be followed in another path.
func admiteVia(e tramite.Estado) bool {
	a, _ := siade.Peticiones.Definicion().Acto(siade.AbrirVia.Nombre)
	return slices.Contains(a.De, e)
}

func validarApertura(_ Queja, e Apertura, c *tramite.Contexto, f *falla.Fallas) {
	_, o := ubicar(e, c.Actor)
	p := tramite.HallarLegible[siade.Peticion](c, siade.Coleccion, e.Peticion)
	organo(e.Area, ReglaArea, c, f, "body.area")
	if f.Si(p == nil, ReglaPeticion, "body.peticion") {
		p = &siade.Peticion{}
	} else {
		f.Si(p.OOAD != o || e.OOAD != "" && e.OOAD != string(o) || e.OOAD == "" && !c.Actor.Unidad.Regional(), ReglaOOAD, "body.ooad")
		f.Si(!admiteVia(p.Estado), ReglaEstadoPeticion, "body.peticion")
	}
	f.Si(c.FolioDe(Coleccion, unica(e.Peticion, e.Via)) != "", ReglaRepetida, "body.via")
	e.revisar(p, o, c, f)
}

// revisar holds what is told of a path against its rules.
func (d Datos) revisar(p *siade.Peticion, o doe.OOAD, c *tramite.Contexto, f *falla.Fallas) {
	v, _ := De(d.Via)
	f.Si(d.ActoDefinitivo && v.SinActoDefinitivo, ReglaDefinitivo, "body.acto_definitivo")
	i, ok := v.instancia(d.Instancia)
	f.Si(!ok || i.Organo == "" && o == doe.NivelCentral, ReglaInstancia, "body.instancia")
	f.Si(v.Previa != (d.Previa != "") || v.Previa && !agotada(d.Previa, c), ReglaPrevia, "body.previa")
	f.Si(d.Grave && d.Via != CNDH, ReglaGrave, "body.grave")
	hechos := d.hechos(p)
	f.Si(hechos.After(c.Hoy()), ReglaHechos, "body.fecha_hechos")
	if t, hay := TerminoDe(d.Via, PlazoPrescripcion, "", hechos); hay && !hechos.IsZero() && !d.Grave {
		vence, _ := c.Calendarios.Vence(t.Termino, hechos, plazo.Opciones{Ambito: string(o.Organo())})
		f.Si(c.Hoy().After(vence), ReglaPrescrita, "body.fecha_hechos")
	}
}

func (d Datos) hechos(p *siade.Peticion) fecha.Fecha {
	if d.FechaHechos.IsZero() && p != nil {
		return p.FechaHechos
	}
	return d.FechaHechos
}

// agotada says whether a folio is that of a decided complaint before the
// Institute.
func agotada(folio string, c *tramite.Contexto) bool {
	q := tramite.Hallar[Queja](c, Coleccion, folio)
	return q != nil && q.def().SinActoDefinitivo && q.Comunicacion != nil
}

// fijar takes the facts from the petition and the path.
func (d *Datos) fijar(folio string, o doe.OOAD, c *tramite.Contexto) {
	v, _ := De(d.Via)
	i, _ := v.instancia(d.Instancia)
	d.Instancia, d.Organo = i.Clave, i.Organo
	if d.Organo == "" {
		d.Organo = o.Organo()
	}
	d.Presentacion, d.Identificada, d.Reservada, d.Senalado = fecha.Fecha{}, false, v.Confidencial, nil
	if p := tramite.Hallar[siade.Peticion](c, siade.Coleccion, folio); p != nil {
		d.FechaHechos, d.Presentacion, d.Identificada, d.Senalado = d.hechos(p), p.Presentacion, identificada(p), p.Senalado
		d.Reservada = d.Reservada || p.Clasificacion != nil && p.Clasificacion.Sensible
	}
}

// tomar puts the case in a path; it waits for the identity when the path needs
// one that is not known.
func (q *Queja) tomar(d Datos, dia fecha.Fecha) {
	q.Via, q.Instancia, q.Organo, q.Previa = d.Via, d.Instancia, d.Organo, d.Previa
	q.FechaHechos, q.Grave, q.Presentacion = d.FechaHechos, d.Grave, d.Presentacion
	q.Identificada, q.Reservada, q.Senalado = d.Identificada, d.Reservada, d.Senalado
	q.Espera = nil
	if v := q.def(); v.ExigeIdentidad && !q.Identificada {
		q.Espera = &Espera{Identidad: true, Dia: dia, Solicitud: fmt.Sprintf("La vía «%s» no admite peticiones anónimas: se espera la identidad de quien se queja o termina como información al área.", v.Nombre)}
	}
}

// segunEspera is the state of a case that is not yet integrated.
func (q Queja) segunEspera() tramite.Estado {
	if q.Espera != nil {
		return EnEspera
	}
	return Abierta
}

// Correccion is the input of [CambiarVia].
type Correccion struct {
	Datos
	Motivo string `json:"motivo" validate:"required,min=5,max=2000" doc:"Por qué cambia de vía" example:"No pide dictamen: es de trato."`
}

// CambiarVia takes the case to another path before it is sent.
var CambiarVia = tramite.Acto[Queja, Correccion]{
	Nombre: "cambiar-via", Titulo: "Cambiar de vía",
	Descripcion: "Corrige la vía antes de remitir: lo que no compete a una instancia pasa a la que corresponde, con su fecha de presentación. Lo integrado que la nueva vía pide se conserva.",
	De:          sinRemitir, A: tramite.Hacia(Abierta, EnEspera), Facultades: corrige, Alcance: doe.Nacional,
	Elegir: func(r Queja, _ Correccion) tramite.Estado { return r.segunEspera() },
	Validar: func(r Queja, e Correccion, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(e.Via == r.Via, ReglaMismaVia, "body.via")
		f.Si(len(r.Cambios) >= maxElementos, ReglaDemasiadas, "body")
		f.Si(e.Via != r.Via && c.FolioDe(Coleccion, unica(r.Peticion, e.Via)) != "", ReglaRepetida, "body.via")
		e.revisar(tramite.Hallar[siade.Peticion](c, siade.Coleccion, r.Peticion), r.OOAD, c, f)
	},
	Fijar: func(r Queja, e *Correccion, c *tramite.Contexto) {
		if e.FechaHechos.IsZero() {
			e.FechaHechos = r.FechaHechos
		}
		e.fijar(r.Peticion, r.OOAD, c)
	},
	Aplicar: func(r *Queja, e Correccion, s tramite.Suceso) {
		r.dejarDeEsperar(s.Dia, false, "")
		r.Cambios = append(r.Cambios, Cambio{De: r.Via, Motivo: e.Motivo, Autoria: s.Autoria()})
		r.tomar(e.Datos, s.Dia)
		v := r.def()
		r.Documentos = slices.DeleteFunc(slices.Clone(r.Documentos), func(d Documento) bool { return !v.pide(d.Requisito) })
	},
	Ordena: func(r Queja, _ Correccion, c *tramite.Contexto) []tramite.Orden {
		if p := tramite.Hallar[siade.Peticion](c, siade.Coleccion, r.Peticion); p == nil || !admiteVia(p.Estado) {
			return nil
		}
		return []tramite.Orden{r.concluirVia("Pasó a otra vía: " + r.def().Nombre), r.abrirVia()}
	},
	Ejemplo: Correccion{Datos: Datos{Via: Administrativa}, Motivo: "No pide dictamen: es de trato."},
}

// Documentacion is the input of [Integrar].
type Documentacion struct {
	Documentos []Documento `json:"documentos" validate:"required,min=1,max=30,dive" doc:"Documentos que se integran"`
}

// Integrar adds documents; with all that the path takes the case is ready.
var Integrar = tramite.Acto[Queja, Documentacion]{
	Nombre: "integrar", Titulo: "Integrar documentos",
	Descripcion: "Agrega documentos al expediente; con todos los que la vía pide queda integrado y listo para remitirse.",
	De:          porIntegrar, A: tramite.Hacia(Abierta, Integrada), Facultades: captura, Alcance: doe.Nacional,
	Elegir: func(r Queja, _ Documentacion) tramite.Estado { return r.listo() },
	Validar: func(r Queja, e Documentacion, _ *tramite.Contexto, f *falla.Fallas) {
		r.revisarDocumentos(e.Documentos, f)
	},
	Aplicar: func(r *Queja, e Documentacion, s tramite.Suceso) { r.sumar(e.Documentos, s) },
	Ejemplo: Documentacion{Documentos: []Documento{{Requisito: Escrito, Referencia: "Acta del módulo, 2 de marzo"}}},
}

func (q Queja) revisarDocumentos(ds []Documento, f *falla.Fallas) {
	v := q.def()
	for i, d := range ds {
		repetido := slices.ContainsFunc(ds[:i], func(o Documento) bool { return o.Requisito == d.Requisito })
		f.Si(!v.pide(d.Requisito) || repetido, ReglaDocumento, fmt.Sprintf("body.documentos[%d].requisito", i))
		f.Si(!q.adjunta(d.SHA256), ReglaAdjunto, fmt.Sprintf("body.documentos[%d].sha256", i))
	}
}

// sumar puts documents in the place of those of the same requirement.
func (q *Queja) sumar(ds []Documento, s tramite.Suceso) {
	for _, d := range ds {
		d.Autoria = s.Autoria()
		q.Documentos = slices.DeleteFunc(slices.Clone(q.Documentos), func(o Documento) bool { return o.Requisito == d.Requisito })
		q.Documentos = append(q.Documentos, d)
	}
}

// Solicitud is the input of [Pedir].
type Solicitud struct {
	Solicitud string `json:"solicitud" validate:"required,min=5,max=4000" doc:"Qué se pide a la persona" example:"Copia de la receta y del carnet de citas."`
	Dias      int    `json:"dias" validate:"min=5,max=60" doc:"Días hábiles para darlo, al menos cinco" example:"5"`
}

// Pedir asks the person for what is missing.
var Pedir = tramite.Acto[Queja, Solicitud]{
	Nombre: "pedir-a-la-persona", Titulo: "Pedir a la persona",
	Descripcion: "Pide a quien se queja lo que falta, con al menos cinco días hábiles; si no lo da, sigue con lo que hay.",
	De:          porIntegrar, A: tramite.Hacia(EnEspera), Facultades: captura, Alcance: doe.Nacional,
	Validar: func(r Queja, _ Solicitud, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(len(r.Esperas) >= maxElementos, ReglaDemasiadas, "body")
	},
	Aplicar: func(r *Queja, e Solicitud, s tramite.Suceso) {
		r.Espera = &Espera{Solicitud: e.Solicitud, Dias: e.Dias, Dia: s.Dia}
	},
	Ejemplo: Solicitud{Solicitud: "Copia de la receta y del carnet de citas.", Dias: 5},
}

// Entregado is the input of [RecibirDePersona].
type Entregado struct {
	Texto      string      `json:"texto" validate:"required,min=5,max=8000" doc:"Qué aportó, sin datos de personas" example:"Entregó copia de la receta."`
	Documentos []Documento `json:"documentos,omitempty" validate:"omitempty,max=30,dive" doc:"Documentos que con ello se integran"`
}

// RecibirDePersona takes what the person was asked for.
var RecibirDePersona = tramite.Acto[Queja, Entregado]{
	Nombre: "recibir-de-la-persona", Titulo: "Recibir de la persona",
	Descripcion: "Recibe lo que se pidió a quien se queja y, si la vía los pide, integra sus documentos.",
	De:          tramite.Desde(EnEspera), A: tramite.Hacia(Abierta, Integrada), Facultades: captura, Alcance: doe.Nacional,
	Elegir: func(r Queja, _ Entregado) tramite.Estado { return r.listo() },
	Validar: func(r Queja, e Entregado, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(r.Espera == nil || r.Espera.Identidad, ReglaEsperaIdentidad, "body")
		r.revisarDocumentos(e.Documentos, f)
	},
	Aplicar: func(r *Queja, e Entregado, s tramite.Suceso) {
		r.dejarDeEsperar(s.Dia, false, e.Texto)
		r.sumar(e.Documentos, s)
	},
	Ejemplo: Entregado{Texto: "Entregó copia de la receta.", Documentos: []Documento{{Requisito: Escrito, Referencia: "Escrito del 4 de marzo"}}},
}

// AcreditarIdentidad ends the wait for the identity, once the petition has it.
var AcreditarIdentidad = tramite.Acto[Queja, tramite.Vacia]{
	Nombre: "acreditar-identidad", Titulo: "Acreditar la identidad",
	Descripcion: "Termina la espera de la identidad, que se aporta en la petición y nunca en este expediente.",
	De:          tramite.Desde(EnEspera), A: tramite.Hacia(Abierta, Integrada), Facultades: captura, Alcance: doe.Nacional,
	Elegir: func(r Queja, _ tramite.Vacia) tramite.Estado { return r.listo() },
	Validar: func(r Queja, _ tramite.Vacia, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(r.Espera == nil || !r.Espera.Identidad || !identificada(tramite.Hallar[siade.Peticion](c, siade.Coleccion, r.Peticion)), ReglaSinIdentidad, "body")
	},
	Aplicar: func(r *Queja, _ tramite.Vacia, s tramite.Suceso) {
		r.Identificada = true
		r.dejarDeEsperar(s.Dia, false, "")
	},
}

// InformarArea ends as information to the area what cannot start without an
// identity that nobody gave (rule 26).
var InformarArea = tramite.Acto[Queja, Nota]{
	Nombre: "informar-al-area", Titulo: "Terminar como información al área",
	Descripcion: "Termina lo que la vía no admite sin identidad: la petición sigue donde estaba y el área la atiende como información.",
	De:          tramite.Desde(EnEspera), A: tramite.Hacia(Informativa), Facultades: captura, Alcance: doe.Nacional,
	Validar: func(r Queja, _ Nota, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(r.Espera == nil || !r.Espera.Identidad || identificada(tramite.Hallar[siade.Peticion](c, siade.Coleccion, r.Peticion)), ReglaConIdentidad, "body")
	},
	Aplicar: func(r *Queja, e Nota, s tramite.Suceso) {
		e.Autoria = s.Autoria()
		r.Notas = append(r.Notas, e)
		r.dejarDeEsperar(s.Dia, false, "")
		r.terminar(Informativa, sinVia(*r), s.Dia)
	},
	Ordena: func(r Queja, _ Nota, _ *tramite.Contexto) []tramite.Orden {
		return []tramite.Orden{r.concluirVia(r.Desenlace.Nota)}
	},
	Ejemplo: Nota{Texto: "No dejó modo de contactarla; el área atiende lo que cuenta."},
}

func sinVia(q Queja) string {
	return fmt.Sprintf("La vía «%s» pide identidad: se atiende como información al área.", q.def().Nombre)
}

// terminar notes how it ended.
func (q *Queja) terminar(como tramite.Estado, nota string, dia fecha.Fecha) {
	q.Desenlace = &Desenlace{como, nota, dia}
}

// Remision is the input of [Remitir].
type Remision struct {
	Medio      envio.Medio      `json:"medio" validate:"required,oneof=oficio correo sistema mensajeria mano" doc:"Medio" example:"oficio"`
	Oficio     *envio.Documento `json:"oficio,omitempty" doc:"Oficio; obligatorio cuando es el medio"`
	Documentos []string         `json:"documentos,omitempty" validate:"omitempty,max=50,unique,dive,sha256" doc:"Huellas de los archivos que se acompañan"`
	// Enlace opens a link for the body to acknowledge by.
	Enlace  bool `json:"enlace,omitempty" doc:"Si se abre un enlace para que la instancia acuse sin cuenta" example:"true"`
	EnPlazo bool `json:"en_plazo,omitempty" hecho:"true" doc:"Si se remite en su plazo"`
}

func (e Remision) numero() string {
	if e.Oficio == nil {
		return ""
	}
	return e.Oficio.Numero
}

// Remitir sends the case to the body: a dispatch is made, with its
// acknowledgement, and what is not of the Institute transfers the petition.
var Remitir = tramite.Acto[Queja, Remision]{
	Nombre: "remitir", Titulo: "Remitir a la instancia",
	Descripcion: "Remite el expediente integrado a la instancia, con la fecha de presentación que debe respetar: crea el envío que espera su acuse y, si la instancia no es el Instituto, canaliza la petición.",
	De:          tramite.Desde(Integrada), A: tramite.Hacia(Remitida), Facultades: canaliza, Alcance: doe.Nacional, Firma: true,
	Validar: func(r Queja, _ Remision, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(len(r.Remisiones) >= maxElementos, ReglaDemasiadas, "body")
	},
	Fijar: func(r Queja, e *Remision, c *tramite.Contexto) {
		e.EnPlazo = !r.vencido(PlazoRemision, PlazoRemision, c)
	},
	Aplicar: func(r *Queja, e Remision, s tramite.Suceso) {
		r.Remisiones = append(r.Remisiones, Remitido{r.Organo, e.numero(), e.EnPlazo, s.Autoria()})
	},
	Ordena: func(r Queja, e Remision, c *tramite.Contexto) []tramite.Orden {
		out := []tramite.Orden{envio.Orden(Coleccion, &r.Cabecera, envio.Remision{
			Salida: envio.Salida{Asunto: "Se remite el expediente " + r.Folio, Medio: e.Medio, Oficio: e.Oficio, Documentos: e.Documentos, Enlace: e.Enlace},
			Para:   []envio.Destino{envio.A(doe.Destino{Organo: r.Organo})},
		})}
		if p := tramite.Hallar[siade.Peticion](c, siade.Coleccion, r.Peticion); r.def().Ajena && p != nil && p.Estado == siade.EnOtraVia && p.SoloEn(r.Folio) {
			out = append(out, tramite.Orden{
				Coleccion: siade.Coleccion, Folio: r.Peticion, Acto: siade.Canalizar.Nombre, EnSuNombre: true,
				Entrada: siade.Canalizacion{Organo: r.Organo, Motivo: "Compete a otra instancia: " + r.def().Nombre + ".", Oficio: e.numero()},
			})
		}
		return out
	},
	Ejemplo: Remision{Medio: envio.PorOficio, Oficio: &envio.Documento{Numero: "CAOOD14/0123/2026", Fecha: fecha.MustParse("2026-03-02")}, Enlace: true},
}

// vencido says whether a clock that runs is past its due date.
func (q Queja) vencido(nombre, clave string, c *tramite.Contexto) bool {
	k, ok := q.reloj(nombre, clave)
	v, corre := k.Vence(c.Calendarios, string(q.OOAD.Organo()))
	return ok && corre && c.Hoy().After(v)
}

// reloj finds a clock that runs.
func (q Queja) reloj(nombre, clave string) (tramite.Reloj, bool) {
	for _, k := range q.Relojes {
		if k.Plazo == nombre && k.Clave == clave && k.Corre() {
			return k, true
		}
	}
	return tramite.Reloj{}, false
}
