package api

import (
	"net/http"
	"reflect"

	"github.com/danielgtaylor/huma/v2"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/siade/estadistica"
)

// Diccionario says what the open data are, where they come from and how they
// may be used.
type Diccionario struct {
	Titulo      string `json:"titulo" doc:"Nombre del conjunto" example:"Peticiones por mes"`
	Descripcion string `json:"descripcion" doc:"Qué contiene" example:"Peticiones registradas y concluidas cada mes"`
	Publica     string `json:"publica" doc:"Quién lo publica" example:"Unidad de Atención a la Derechohabiencia"`
	Fuente      string `json:"fuente" doc:"De dónde sale" example:"SIADE"`
	Licencia    string `json:"licencia" doc:"Con qué licencia" example:"Libre Uso MX"`
	LicenciaURL string `json:"licencia_url" doc:"Dónde se lee la licencia" example:"https://datos.gob.mx/libreusomx"`
	// Periodicidad and the rest say how they are made.
	Periodicidad string         `json:"periodicidad" doc:"Cada cuánto hay datos nuevos" example:"mensual"`
	Corte        fecha.Instante `json:"corte" doc:"Instante de la consulta" example:"2026-03-31T18:00:00.000000Z"`
	Hasta        fecha.Fecha    `json:"hasta" doc:"Último día del último mes terminado" example:"2026-02-28"`
	Umbral       int            `json:"umbral" doc:"Menos peticiones que éstas no se publican" example:"11"`
	Supresion    string         `json:"supresion" doc:"Cómo se protege lo que es de pocas personas" example:"Se ocultan los conteos de 1 a 10"`
	Agrupaciones []string       `json:"agrupaciones" doc:"Valores del parámetro agrupar; vacío, solo por mes" example:"[\"ooad,tipo\"]"`
	Campos       []CampoAbierto `json:"campos" doc:"Columnas del archivo, en orden"`
	Archivo      string         `json:"archivo" doc:"De dónde se descarga" example:"/v1/siade/datos-abiertos?agrupar=ooad,tipo"`
}

// CampoAbierto is a column of the file.
type CampoAbierto struct {
	Nombre      string   `json:"nombre" doc:"Encabezado" example:"registradas"`
	Tipo        string   `json:"tipo" doc:"texto, entero o decimal" example:"entero"`
	Descripcion string   `json:"descripcion" doc:"Qué es" example:"Peticiones registradas en el mes."`
	Valores     []string `json:"valores,omitempty" doc:"Los que puede tener, si la lista es cerrada" example:"[\"queja\"]"`
}

const (
	rutaAbiertos    = "/v1/siade/datos-abiertos"
	comoSeSuprime   = "Cada mes es una tabla y no hay otros totales. Se ocultan los renglones en que lo registrado o lo concluido es de 1 a 10, y los demás que hagan falta para que, con todas las tablas y sus sumas, no se sepa ninguno. Un renglón que falta es cero."
	queSonAbiertos  = "Peticiones registradas y concluidas cada mes, con días hasta concluir, cumplimiento de términos y satisfacción, por OOAD, tipo, canal, tema o servicio. Sin datos de personas."
	sinDatoPersonal = " No lleva dato personal alguno y oculta lo que es de pocas personas: el diccionario dice cómo."
)

// montarAbiertos adds the open data, for everyone.
func (s *Servidor) montarAbiertos(tag string) {
	agrupar := func() parametro {
		return deValores("agrupar", "Qué tabla; solo por mes si falta", estadistica.Agrupaciones()[1:]...)
	}
	archivo := operacion{
		Operation: huma.Operation{
			Method: http.MethodGet, Path: rutaAbiertos, OperationID: "siade-datos-abiertos", Summary: "Datos abiertos de peticiones",
			Description: queSonAbiertos + " Los últimos doce meses terminados, o los que se pidan." + sinDatoPersonal, Tags: []string{tag},
		},
		nivel:      alPublico,
		parametros: []parametro{agrupar(), deFecha("desde", "Primer día de un mes", "2026-01-01"), deFecha("hasta", "Último día de un mes terminado", "2026-02-28")},
		respuesta:  conCabeceras(deBytes("text/csv", "Los datos, con sus encabezados en la primera fila."), "Link"), atender: s.datosAbiertos,
	}
	diccionario := operacion{
		Operation: huma.Operation{
			Method: http.MethodGet, Path: rutaAbiertos + "/diccionario", OperationID: "siade-datos-abiertos-diccionario", Summary: "Diccionario de los datos abiertos",
			Description: "Qué es cada columna, de dónde salen los datos, con qué licencia se usan y cómo se protege a las personas.", Tags: []string{tag},
		},
		nivel: alPublico, parametros: []parametro{agrupar()}, respuesta: s.de(reflect.TypeFor[Diccionario](), "El diccionario."), atender: s.diccionario,
	}
	for _, op := range []*operacion{&archivo, &diccionario} {
		s.ejerce(op, "siade.estadistica:difundir")
		s.montar(*op)
	}
}

func (s *Servidor) abierta(c *caso) (estadistica.ConsultaAbierta, error) {
	pide := map[string]string{}
	for n := range c.consulta {
		pide[n] = c.texto(n)
	}
	return estadistica.LeerAbierta(pide, c.ahora().Dia())
}

func (s *Servidor) datosAbiertos(c *caso) (respuesta, error) {
	q, err := s.abierta(c)
	if err != nil {
		return respuesta{}, err
	}
	filas, err := q.Responder(sumarDe(c.r.Context(), s.almacen))
	if err != nil {
		return respuesta{}, err
	}
	r, err := enTablaCSV(q.Tabla(filas))
	r.enlace = "<" + conAgrupar(rutaAbiertos+"/diccionario", c.texto("agrupar")) + `>; rel="describedby"`
	return r, err
}

func conAgrupar(ruta, agrupar string) string {
	if agrupar == "" {
		return ruta
	}
	return ruta + "?agrupar=" + agrupar
}

func (s *Servidor) diccionario(c *caso) (respuesta, error) {
	q, err := s.abierta(c)
	if err != nil {
		return respuesta{}, err
	}
	d := Diccionario{
		Titulo: "Peticiones por mes", Descripcion: queSonAbiertos, Publica: "Unidad de Atención a la Derechohabiencia, Dirección de Operación y Evaluación",
		Fuente: "SIADE, registro nacional de peticiones", Licencia: "Libre Uso MX", LicenciaURL: "https://datos.gob.mx/libreusomx", Periodicidad: "mensual",
		Corte: c.ahora(), Hasta: q.Hasta, Umbral: estadistica.Umbral, Supresion: comoSeSuprime, Agrupaciones: estadistica.Agrupaciones(), Archivo: conAgrupar(rutaAbiertos, c.texto("agrupar")),
	}
	valores := q.Valores()
	for _, x := range q.Columnas() {
		d.Campos = append(d.Campos, CampoAbierto{Nombre: x.Clave, Tipo: string(x.Clase), Descripcion: x.Descripcion, Valores: valores[estadistica.Dimension(x.Clave)]})
	}
	return enJSON(d)
}
