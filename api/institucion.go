package api

import (
	"net/http"
	"reflect"

	"github.com/danielgtaylor/huma/v2"

	"github.com/operacion-abierta/operacion/doe"
)

// leerInstitucion declares a read of the institution: all are GET, ask for a
// token and answer JSON of a type.
func (s *Servidor) leerInstitucion(ruta, id, resumen, descripcion string, t reflect.Type, atender func(*caso) (respuesta, error), ps ...parametro) {
	s.montar(operacion{
		Operation: huma.Operation{
			Method: http.MethodGet, Path: ruta, OperationID: id, Summary: resumen, Description: descripcion,
			Tags: []string{s.etiqueta("institución", "Unidades, funciones, facultades, órganos y plazos, según los manuales")},
		},
		parametros: ps, respuesta: s.de(t, resumen+"."), atender: atender,
	})
}

func (s *Servidor) montarInstitucion() {
	s.montarEstructura()
	s.leerInstitucion("/v1/unidades/{clave}/funciones", "unidades-funciones", "Funciones de una unidad", "Sus funciones numeradas, con las facultades que otorgan, hoy o el día que se pida. Las anteriores a la edición vigente no se conocen.",
		reflect.TypeFor[Lista[Funcion]](), s.funcionesDe, deRuta("clave", "Clave de la unidad", "doe-7.1.3.1.4", 40), deDia())
	s.montarFunciones()
	s.leerInstitucion("/v1/organos", "organos-listar", "Órganos", "OOAD, UMAE, direcciones normativas y demás órganos con los que trata la Dirección.",
		reflect.TypeFor[Lista[Organo]](), s.organos, deValores("tipo", "Clase de órgano", doe.TiposOrgano()...))
	s.montarOrganigrama()
	s.montarPublicacion()
	s.montarPlazos()
	s.montarCobertura()
	s.montarEnvios()
	s.montarMandato()
	s.montarCapacidades()
	s.montarRACI()
	s.montarMarcas()
	s.montarEntregas()
}

// Organo is an organ outside the units of the directorate.
type Organo struct {
	Clave       doe.ClaveOrgano `json:"clave" doc:"Clave del órgano" example:"ooad-14"`
	Tipo        doe.TipoOrgano  `json:"tipo" doc:"Clase de órgano" example:"ooad"`
	Nombre      string          `json:"nombre" doc:"Denominación" example:"Jalisco"`
	Superior    doe.ClaveOrgano `json:"superior,omitempty" doc:"Órgano al que pertenece, cuando los manuales lo nombran"`
	OOAD        doe.OOAD        `json:"ooad,omitempty" doc:"Delegación IMSS, a dos dígitos" example:"14"`
	Ambito      string          `json:"ambito,omitempty" doc:"Estatal o regional" example:"estatal"`
	ISO         string          `json:"iso,omitempty" doc:"Entidad federativa, ISO 3166-2" example:"MX-JAL"`
	INEGI       string          `json:"inegi,omitempty" doc:"Entidad federativa, clave del INEGI" example:"14"`
	Abreviatura string          `json:"abreviatura,omitempty" doc:"Abreviatura" example:"JAL"`
	CLUES       string          `json:"clues,omitempty" doc:"Clave única de establecimientos de salud" example:"DFIMS000580"`
	Compranet   string          `json:"compranet,omitempty" doc:"Unidad compradora"`
}

func (s *Servidor) organos(c *caso) (respuesta, error) {
	var out []Organo
	for _, o := range s.catalogo().Organos(doe.TipoOrgano(c.texto("tipo"))) {
		out = append(out, Organo(o))
	}
	return enJSON(lista(out))
}
