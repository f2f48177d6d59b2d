package api

import (
	"encoding/json"
	"net/http"
	"reflect"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/operacion-abierta/operacion/api/forma"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/acuerdo"
	"github.com/operacion-abierta/operacion/doe/capacitacion"
	"github.com/operacion-abierta/operacion/doe/encomienda"
	"github.com/operacion-abierta/operacion/doe/indicador"
	"github.com/operacion-abierta/operacion/doe/oficial"
	"github.com/operacion-abierta/operacion/doe/programa"
	"github.com/operacion-abierta/operacion/doe/reorganizacion"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/evaluacion"
	"github.com/operacion-abierta/operacion/siade"
	ficha "github.com/operacion-abierta/operacion/siade/consulta"
	"github.com/operacion-abierta/operacion/siade/difusion"
	"github.com/operacion-abierta/operacion/siade/estadistica"
	"github.com/operacion-abierta/operacion/siade/grupo"
	"github.com/operacion-abierta/operacion/siade/modulo"
	"github.com/operacion-abierta/operacion/siade/queja"
	"github.com/operacion-abierta/operacion/siade/recurrencia"
	"github.com/operacion-abierta/operacion/siade/supervision"
)

// coleccion is a trámite as it is being mounted.
type coleccion struct {
	s *Servidor
	t tramite.Cualquiera
	d *tramite.Resumen
	// registro is the schema of its record, and ejemplo one as its act of
	// creation leaves it.
	registro *huma.Schema
	ejemplo  any
	tag      string
}

// montarTramites adds the operations of every trámite.
func (s *Servidor) montarTramites() {
	s.montarDefiniciones()
	for _, t := range s.mesa.Tramites() {
		k := &coleccion{s: s, t: t, d: t.Definicion()}
		k.tag = s.etiqueta(k.d.Coleccion, k.d.Titulo+". "+k.d.Descripcion)
		k.registro = k.esquemaRegistro()
		k.ejemplo = k.ejemploDeRegistro()
		k.montarLista()
		k.montarLectura()
		k.montarHistorial()
		k.montarPosibles()
		k.montarReloj()
		for _, a := range k.d.Actos {
			k.montarActo(a)
		}
		if montar := propias[k.d.Coleccion]; montar != nil {
			montar(s, k)
		}
		k.montarPublico()
	}
}

// propias add the operations that a collection has beyond the common ones.
var propias = map[string]func(*Servidor, *coleccion){
	siade.Peticiones.Definicion().Coleccion:                (*Servidor).montarPeticiones,
	estadistica.ColeccionCortes:                            (*Servidor).montarCortes,
	queja.Quejas.Definicion().Coleccion:                    (*Servidor).montarQuejas,
	evaluacion.Planes.Definicion().Coleccion:               (*Servidor).montarPlanes,
	programa.Programas.Definicion().Coleccion:              (*Servidor).montarProgramas,
	indicador.Indicadores.Definicion().Coleccion:           (*Servidor).montarIndicadores,
	acuerdo.Reuniones.Definicion().Coleccion:               (*Servidor).montarReuniones,
	acuerdo.Acuerdos.Definicion().Coleccion:                (*Servidor).montarAcuerdos,
	encomienda.Encomiendas.Definicion().Coleccion:          (*Servidor).montarEncomiendas,
	modulo.Modulos.Definicion().Coleccion:                  (*Servidor).montarModulos,
	oficial.Ediciones.Definicion().Coleccion:               (*Servidor).montarManuales,
	capacitacion.ColeccionProgramas:                        (*Servidor).montarProgramasCapacitacion,
	capacitacion.ColeccionEdiciones:                        (*Servidor).montarEdicionesCurso,
	capacitacion.ColeccionAcreditaciones:                   (*Servidor).montarAcreditaciones,
	difusion.ColeccionActividades:                          (*Servidor).montarActividades,
	difusion.ColeccionProtocolos:                           (*Servidor).montarProtocolos,
	grupo.ColeccionSolicitudes:                             (*Servidor).montarSolicitudesGrupo,
	supervision.ColeccionProgramas:                         (*Servidor).montarProgramasSupervision,
	supervision.ColeccionVisitas:                           (*Servidor).montarVisitasSupervision,
	supervision.ColeccionSitios:                            (*Servidor).montarSitiosSupervision,
	recurrencia.Coleccion:                                  (*Servidor).montarRecurrencias,
	ficha.ColeccionFichas:                                  (*Servidor).montarFichas,
	reorganizacion.Reorganizaciones.Definicion().Coleccion: (*Servidor).montarReorganizaciones,
}

// ruta is the path of the collection, or of something under it.
func (k *coleccion) ruta(resto string) string { return "/v1/" + k.d.Coleccion + resto }

// id is the name of an operation: coleccion-acto.
func (k *coleccion) id(acto string) string { return k.d.Coleccion + "-" + acto }

// nombre is the name of a schema of the trámite: its record's, and more.
func (k *coleccion) nombre(mas string) string { return forma.Nombre(k.d.Registro, "") + mas }

func (k *coleccion) folio() parametro {
	return deRuta("folio", "Folio del expediente", k.d.Serie+"-2026-14-0000001-X", 60)
}

// esquemaRegistro describes the record with what is computed of it each time
// it is read.
func (k *coleccion) esquemaRegistro() *huma.Schema {
	ref := k.s.esquemas.Respuesta(k.d.Registro)
	if !k.s.documenta {
		return ref
	}
	e := k.s.esquemas.registro.SchemaFromRef(ref.Ref)
	e.Properties["vence"] = &huma.Schema{Type: huma.TypeString, Format: "date", Nullable: true, Description: "Vencimiento del plazo que corre; null si no corre ninguno", Examples: []any{"2026-03-30"}}
	e.Properties["semaforo"] = &huma.Schema{Type: huma.TypeString, Enum: []any{"en_tiempo", "por_vencer", "vencido", "sin_plazo"}, Description: "Luz del vencimiento el día de la lectura", Examples: []any{"en_tiempo"}}
	e.Required = append(e.Required, "vence", "semaforo")
	e.Properties["enlaces"] = &huma.Schema{
		Type: huma.TypeArray, Items: k.s.esquemas.Respuesta(reflect.TypeFor[EnlaceAbierto]()),
		Description: "Enlaces que el acto abrió; solo en la respuesta del acto",
	}
	if p := e.Properties["estado"]; p != nil {
		p.Enum, p.Examples = nil, []any{string(k.d.Estados[0].Nombre)}
		for _, x := range k.d.Estados {
			p.Enum = append(p.Enum, string(x.Nombre))
		}
	}
	e.PrecomputeMessages()
	return ref
}

// esquemaPagina describes a page of records.
func (k *coleccion) esquemaPagina() *huma.Schema {
	nombre := k.nombre("Pagina")
	if !k.s.documenta {
		return &huma.Schema{}
	}
	k.s.esquemas.registro.Map()[nombre] = &huma.Schema{
		Type: huma.TypeObject, Required: []string{"elementos", "siguiente"},
		Properties: map[string]*huma.Schema{
			"elementos": {Type: huma.TypeArray, Items: &huma.Schema{Ref: k.registro.Ref}, Description: "Los expedientes de esta página"},
			"siguiente": {Type: huma.TypeString, Nullable: true, Description: "Cursor de la página siguiente; null en la última"},
		},
	}
	return &huma.Schema{Ref: "#/components/schemas/" + nombre}
}

// ejemploDeRegistro is a record as the act of creation leaves it when one who
// may do it sends its example; nil when nobody may.
func (k *coleccion) ejemploDeRegistro() any {
	if !k.s.documenta {
		return nil
	}
	alta := k.d.Actos[0]
	for _, actor := range k.s.quienes(k.d, alta) {
		c := k.s.contextoDeEjemplo(actor, k.d.Serie+"-2026-14-0000001-X")
		c.Cargar = k.s.alcanzado(actor)
		cs, err := k.s.mesa.Realizar(c, tramite.Peticion{Coleccion: k.d.Coleccion, Acto: alta.Nombre, Entrada: alta.Ejemplo})
		if err != nil {
			continue
		}
		if doc, err := k.t.Codificar(cs[0].Registro); err == nil {
			v := k.t.Vencimiento(cs[0].Registro, &c)
			if v.Vence.IsZero() { // tools that read examples trip over nulls
				v.Vence = c.Hoy().Sumar(28)
			}
			return json.RawMessage(conPlazo(doc, v.Vence, v.Semaforo(c.Hoy())))
		}
	}
	return nil
}

// quienes are those who may do an act on a record of their own.
func (s *Servidor) quienes(d *tramite.Resumen, a tramite.DefActo) []doe.Actor {
	var out []doe.Actor
	for _, u := range s.catalogo().Quienes(doe.Ambito{Alcance: doe.Nacional, Rama: d.Rama}, a.Facultades) {
		x := doe.Actor{Sub: "persona-1", Nombre: "Persona titular", Unidad: u.Unidad, Puesto: doe.Titular}
		if u.Unidad.Regional() {
			x.OOAD = "14"
		}
		out = append(out, x)
	}
	for _, p := range a.Contrapartes {
		out = append(out, doe.Actor{Sub: "parte-1", Nombre: "Contraparte", Organo: "ooad-14", Rol: p.Rol})
	}
	return out
}

// describir writes what an act takes into its operation.
func (k *coleccion) describir(a tramite.DefActo) (string, map[string]any) {
	if !k.s.documenta {
		return "", nil
	}
	var b strings.Builder
	b.WriteString(a.Descripcion)
	x := map[string]any{"x-acto": a.Nombre, "x-alcance": string(a.Alcance), "x-estados": estadosDe(a.De)}
	if len(a.Facultades) > 0 {
		fs, funciones := k.s.otorgan(a.Facultades)
		x["x-facultades"], x["x-funciones"] = fs, funciones
		b.WriteString("\n\nFacultad: `" + strings.Join(fs, "` o `") + "`.")
	}
	if len(a.Contrapartes) > 0 {
		roles := []string{}
		for _, p := range a.Contrapartes {
			roles = append(roles, string(p.Rol))
		}
		x["x-contrapartes"] = roles
		b.WriteString("\n\nLo hacen también como contraparte: " + strings.Join(roles, ", ") + ".")
	}
	if len(a.De) > 0 {
		b.WriteString("\n\nDesde: " + strings.Join(estadosDe(a.De), ", ") + ".")
	}
	return b.String(), x
}

func estadosDe(es []tramite.Estado) []string {
	out := make([]string, len(es))
	for i, e := range es {
		out[i] = string(e)
	}
	return out
}

// otorgan gives facultades as text and the functions that grant any of them.
func (s *Servidor) otorgan(fs []doe.Facultad) (textos, funciones []string) {
	textos, funciones = []string{}, []string{}
	for _, f := range fs {
		textos = append(textos, string(f))
		for _, u := range s.catalogo().Titulares(f) {
			for k := range s.catalogo().Otorga(u, f).All() {
				if !slices.Contains(funciones, string(k)) {
					funciones = append(funciones, string(k))
				}
			}
		}
	}
	return textos, funciones
}

// leer declares a read of the trámite.
func (k *coleccion) leer(ruta, id, resumen, descripcion string, r *huma.Response, atender func(*caso) (respuesta, error), ps ...parametro) operacion {
	return operacion{
		Operation:  huma.Operation{Method: http.MethodGet, Path: k.ruta(ruta), OperationID: k.id(id), Summary: resumen, Description: descripcion, Tags: []string{k.tag}},
		parametros: ps, respuesta: r, atender: atender, errores: []int{http.StatusForbidden},
	}
}
