package opinion

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// textoEjemplo is the text of the examples, from integration to sending.
const textoEjemplo = "El Instituto considera viable la reforma con las precisiones siguientes."

// Consolidar writes a version of the opinion from the answers.
var Consolidar = tramite.Acto[Solicitud, Version]{
	Nombre: "consolidar", Titulo: "Integrar opinión",
	Descripcion: "Integra una versión de la opinión institucional: dice qué se tomó de cada respuesta, justifica las que faltan y atiende las observaciones pendientes.",
	De:          tramite.Desde(Turnada, Integrada, Observada), A: tramite.Hacia(Integrada),
	Facultades: doe.Alguna("vinculacion.opiniones:elaborar"), Alcance: doe.Nacional,
	Validar: func(r Solicitud, e Version, c *tramite.Contexto, f *falla.Fallas) {
		validarPostura(e.Postura, f)
		validarConsideraciones(r, e, f)
		validarFaltantes(r, e, c, f)
		validarAtendidas(r, e, f)
		for _, a := range r.Antecedentes {
			if a.Posicion != "" && a.Posicion != e.Postura.Posicion && e.CambioDePosicion == "" {
				f.Si(true, ReglaUnaSolaPostura, "body.cambio_de_posicion")
				break
			}
		}
		f.Si(e.Postura.Impacto.Neto() != r.ImpactoDeRespuestas() && e.Postura.Impacto.Explicacion == "", ReglaImpactoDistinto, "body.postura.impacto.explicacion")
	},
	Aplicar: func(r *Solicitud, e Version, s tramite.Suceso) {
		e.Numero, e.Huella = len(r.Versiones)+1, Huella(e.Texto)
		e.Base, e.Respuestas, e.Autoria = r.Asunto.SHA256, r.respuestas(), autoria(s)
		for _, x := range e.Faltantes {
			cerrar(r, Cierre{Organo: x.Organo, Motivo: x.Justificacion}, SinRespuesta)
		}
		for _, x := range e.Atendidas {
			for i := range r.Observaciones {
				if o := &r.Observaciones[i]; o.Clave == x.Clave && o.AtendidaEn == 0 {
					o.AtendidaEn, o.Atencion = e.Numero, x.Respuesta
				}
			}
		}
		r.Versiones = append(r.Versiones, e)
	},
	Ejemplo: Version{
		Postura: ejemploPostura, Texto: textoEjemplo,
		Consideraciones: []Consideracion{{Organo: "dn-finanzas", Toma: Total}},
		Faltantes: []Faltante{{Organo: "dn-prestaciones-economicas-y-sociales",
			Justificacion: "Venció su término tras dos recordatorios y el oficial vence mañana."}},
	},
}

// Each of these checks that what the version tells is exactly what it owes.

func validarConsideraciones(r Solicitud, e Version, f *falla.Fallas) {
	var dichas []doe.ClaveOrgano
	for i, x := range e.Consideraciones {
		t, ok := r.TurnoDe(x.Organo)
		f.Si(!ok || t.Estado != Respondido || slices.Contains(dichas, x.Organo), ReglaConsideraciones, fmt.Sprintf("body.consideraciones[%d].organo", i))
		f.Si(x.Toma != Total && x.Motivo == "", ReglaTomaSinMotivo, fmt.Sprintf("body.consideraciones[%d].motivo", i))
		dichas = append(dichas, x.Organo)
	}
	for _, t := range r.Turnos {
		if t.Estado == Respondido && !slices.Contains(dichas, t.Organo) {
			f.Si(true, ReglaConsideraciones, "body.consideraciones")
			return
		}
	}
}

func validarFaltantes(r Solicitud, e Version, c *tramite.Contexto, f *falla.Fallas) {
	var dichas []doe.ClaveOrgano
	for i, x := range e.Faltantes {
		t, ok := r.TurnoDe(x.Organo)
		falta := ok && (t.Estado == EnConsulta || t.Estado == SinRespuesta)
		f.Si(!falta || slices.Contains(dichas, x.Organo), ReglaFaltantes, fmt.Sprintf("body.faltantes[%d].organo", i))
		dichas = append(dichas, x.Organo)
	}
	vivos, devueltos, enTermino, callados := 0, false, false, false
	for _, t := range r.Turnos {
		if t.Estado != Retirado {
			vivos++
		}
		devueltos = devueltos || t.Estado == Devuelto
		enTermino = enTermino || t.Estado == EnConsulta && !r.vencido(t, c)
		debe := t.Estado == EnConsulta || t.Estado == SinRespuesta && t.Justificacion == ""
		callados = callados || debe && !slices.Contains(dichas, t.Organo)
	}
	f.Si(vivos == 0, ReglaSinTurnos, "body")
	f.Si(devueltos, ReglaDevueltaSinResolver, "body")
	f.Si(enTermino, ReglaEnTermino, "body.faltantes")
	f.Si(callados, ReglaFaltantes, "body.faltantes")
}

func validarAtendidas(r Solicitud, e Version, f *falla.Fallas) {
	faltan := r.pendientes()
	for i, x := range e.Atendidas {
		j := slices.Index(faltan, x.Clave)
		if !f.Si(j < 0, ReglaObservacionesPendientes, fmt.Sprintf("body.atendidas[%d].clave", i)) {
			faltan = slices.Delete(faltan, j, j+1)
		}
	}
	f.Si(len(faltan) > 0, ReglaObservacionesPendientes, "body.atendidas")
}

// Observaciones is the input of observing a version.
type Observaciones struct {
	Version int     `json:"version" validate:"min=1,max=1000" doc:"Versión que se observa" example:"1"`
	Puntos  []Punto `json:"puntos" validate:"required,min=1,max=20,dive" doc:"Observaciones"`
}

// Punto is one remark.
type Punto struct {
	Apartado string `json:"apartado,omitempty" validate:"omitempty,max=200" doc:"Parte del texto" example:"Tercer párrafo"`
	Texto    string `json:"texto" validate:"required,max=2000" doc:"Observación" example:"Precise el fundamento del impacto."`
}

// supervisar are those who look at what is about to be sent.
var supervisar = doe.Alguna("vinculacion.opiniones:supervisar")

// validarUltima refuses what is not about the last version.
func validarUltima(r Solicitud, n int, f *falla.Fallas) (Version, bool) {
	v, ok := r.UltimaVersion()
	return v, !f.Si(!ok || v.Numero != n, ReglaVersion, "body.version")
}

// Observar sends a version back with remarks that the next one must answer.
// An endorsement loses its effect.
var Observar = tramite.Acto[Solicitud, Observaciones]{
	Nombre: "observar", Titulo: "Observar versión",
	Descripcion: "Devuelve la versión con observaciones que la siguiente debe atender una por una; el aval, si lo hay, queda sin efecto.",
	De:          tramite.Desde(Integrada, Avalada), A: tramite.Hacia(Observada),
	Facultades: supervisar, Alcance: doe.Nacional,
	Validar: func(r Solicitud, e Observaciones, _ *tramite.Contexto, f *falla.Fallas) {
		validarUltima(r, e.Version, f)
	},
	Aplicar: func(r *Solicitud, e Observaciones, s tramite.Suceso) {
		for _, p := range e.Puntos {
			r.Observaciones = append(r.Observaciones, Observacion{
				Clave: "O" + strconv.Itoa(len(r.Observaciones)+1), Version: e.Version, Apartado: p.Apartado, Texto: p.Texto,
				Unidad: s.Actor.Unidad, Autoria: autoria(s),
			})
		}
		revocar(r, s.Dia)
	},
	Ejemplo: Observaciones{Version: 1, Puntos: []Punto{{Apartado: "Tercer párrafo", Texto: "Precise el fundamento del impacto."}}},
}

// revocar takes the effect from the endorsement in force.
func revocar(r *Solicitud, dia fecha.Fecha) {
	if n := len(r.Avales); n > 0 && r.Avales[n-1].Revocado.IsZero() {
		r.Avales[n-1].Revocado = dia
	}
}

// DarConformidad records that a superior agrees with the version.
var DarConformidad = tramite.Acto[Solicitud, Conformidad]{
	Nombre: "dar-conformidad", Titulo: "Dar conformidad",
	Descripcion: "Deja constancia de que quien supervisa está conforme con la versión antes de su envío.",
	De:          tramite.Desde(Integrada, Avalada), Facultades: supervisar, Alcance: doe.Nacional,
	Validar: func(r Solicitud, e Conformidad, _ *tramite.Contexto, f *falla.Fallas) {
		validarUltima(r, e.Version, f)
	},
	Aplicar: func(r *Solicitud, e Conformidad, s tramite.Suceso) {
		e.Unidad, e.Autoria = s.Actor.Unidad, autoria(s)
		r.Conformidades = append(r.Conformidades, e)
	},
	Ejemplo: Conformidad{Version: 1, Nota: "Es acorde con lo enviado sobre la materia."},
}

// Avalar endorses the last version. The coordinator signs, and is not who
// wrote any of the versions.
var Avalar = tramite.Acto[Solicitud, Aval]{
	Nombre: "avalar", Titulo: "Avalar opinión",
	Descripcion: "La coordinación avala con su firma la última versión, que considera todas las respuestas y el texto legislativo vigente.",
	De:          tramite.Desde(Integrada), A: tramite.Hacia(Avalada),
	Facultades: doe.Alguna("vinculacion.opiniones:autorizar", "vinculacion.opiniones:validar"), Alcance: doe.Nacional,
	Validar: func(r Solicitud, e Aval, c *tramite.Contexto, f *falla.Fallas) {
		separar("avalar", r, c, f)
		if v, ok := validarUltima(r, e.Version, f); ok {
			f.Si(v.Respuestas != r.respuestas(), ReglaRespuestaPosterior, "body.version")
			f.Si(v.Base != r.Asunto.SHA256, ReglaTextoCambiado, "body.version")
		}
	},
	Aplicar: func(r *Solicitud, e Aval, s tramite.Suceso) {
		if v, ok := r.UltimaVersion(); ok {
			e.Huella = v.Huella
		}
		e.Autoria, e.Revocado = autoria(s), fecha.Fecha{}
		r.Avales = append(r.Avales, e)
	},
	Ejemplo: Aval{Version: 1},
}

// ReabrirConsulta goes back to consulting, before anything is sent.
var ReabrirConsulta = tramite.Acto[Solicitud, Reapertura]{
	Nombre: "reabrir-consulta", Titulo: "Reabrir consulta",
	Descripcion: "Vuelve a la consulta, antes de enviar, para turnar a más direcciones o recibir respuestas; el aval, si lo hay, queda sin efecto.",
	De:          tramite.Desde(Integrada, Observada, Avalada), A: tramite.Hacia(Turnada),
	Facultades: doe.Alguna("vinculacion.opiniones:coordinar"), Alcance: doe.Nacional,
	Aplicar: func(r *Solicitud, e Reapertura, s tramite.Suceso) {
		e.Autoria = autoria(s)
		r.Reaperturas = append(r.Reaperturas, e)
		revocar(r, s.Dia)
	},
	Ejemplo: Reapertura{Motivo: "El dictamen publicado cambió el texto consultado."},
}
