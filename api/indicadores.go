package api

import (
	"net/http"
	"reflect"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/indicador"
	"github.com/operacion-abierta/operacion/doe/plan"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// SerieIndicador is the series of an indicator through all its versions.
type SerieIndicador struct {
	Indicador    string            `json:"indicador" doc:"Folio del indicador" example:"IND-2026-09-0000001-X"`
	Clave        string            `json:"clave" doc:"Clave del indicador" example:"SIADE-OPORTUNIDAD"`
	Nombre       string            `json:"nombre" doc:"Denominación"`
	UnidadMedida string            `json:"unidad_medida" doc:"Unidad del resultado" example:"por ciento"`
	Sentido      plan.Sentido      `json:"sentido" doc:"Hacia dónde mejora" example:"ascendente"`
	LineaBase    cantidad.Valor    `json:"linea_base" doc:"Valor de partida" example:"71.5"`
	Metas        []indicador.Meta  `json:"metas" doc:"Metas con su fecha"`
	Puntos       []indicador.Punto `json:"puntos" doc:"Por medido y periodo"`
}

// montarIndicadores adds the reads of indicators.
func (s *Servidor) montarIndicadores(k *coleccion) {
	periodo := consulta("periodo", "Periodo: 2026-03, 2026-T1, 2026-S1 o 2026", "2026-T1", 8).obligatorio().con(func(v string) *falla.Regla {
		_, err := indicador.ParsePeriodo(v)
		return siFalla(err, indicador.PeriodoMal)
	})
	serie := k.leer("/{folio}/serie", "serie", "Serie del indicador",
		"Lo medido por órgano y periodo, con meta, semáforo, fuente y corte, a través de todas sus versiones. Cada quien ve lo que le alcanza.",
		s.de(reflect.TypeFor[SerieIndicador](), "La serie."), k.serieIndicador, k.folio(),
		consulta("medido", "Solo este medido", "ooad-14", 80), deFecha("desde", "Solo periodos que terminan desde este día", "2026-01-01"), deFecha("hasta", "Solo periodos que terminan hasta este día", "2026-12-31"))
	s.ejerce(&serie, "doe.indicadores:seguir", "doe.indicadores:analizar")
	s.montar(serie)
	comparacion := k.leer("/{folio}/comparacion", "comparacion", "Comparación entre órganos",
		"Los medidos de mejor a peor según el sentido del indicador; los empatados comparten lugar. Dice quién no se compara y por qué.",
		s.de(reflect.TypeFor[indicador.Comparacion](), "La comparación."), k.comparacionIndicador, k.folio(), periodo)
	s.ejerce(&comparacion, "doe.indicadores:analizar", "doe.indicadores:evaluar")
	s.montar(comparacion)
	agregado := k.leer("/{folio}/agregado", "agregado", "Agregado del indicador",
		"El indicador del conjunto, recalculado con las variables de los medidos en vez de promediar sus resultados, con la cuenta a la vista. El periodo puede abarcar varios de los que se miden.",
		s.de(reflect.TypeFor[indicador.Agregado](), "El agregado."), k.agregadoIndicador, k.folio(), periodo)
	s.ejerce(&agregado, "doe.indicadores:analizar", "doe.indicadores:supervisar")
	s.montar(agregado)
}

// indicador gives the indicator of the path to whom may read its results: who
// may read the record, and the regional coordinations that it measures.
func (k *coleccion) indicador(c *caso) (*indicador.Indicador, error) {
	if !esFolio(c.ruta("folio")) {
		return nil, noEncontrado()
	}
	r, _, err := k.s.almacen.Cargar(c.r.Context(), k.d.Coleccion, c.ruta("folio"))
	if err != nil {
		return nil, err
	}
	i, ok := r.(*indicador.Indicador)
	if !ok {
		return nil, noEncontrado()
	}
	if i.Mide(c.actor.OOAD) && c.actor.Unidad.Regional() && c.actor.Rol == "" {
		return i, nil
	}
	return i, tramite.Lee(k.t, r, k.s.contexto(c.r.Context(), c.actor))
}

// mediciones lists the measurements of an indicator, of all its versions, that
// the caller may see.
func (k *coleccion) mediciones(c *caso, i *indicador.Indicador, filtros map[string]string) ([]indicador.Medicion, error) {
	f := almacen.Filtro{
		Vista: indicador.Mediciones.Vista(k.s.contexto(c.r.Context(), c.actor)), Indices: map[string]string{"clave": i.Clave},
	}
	for n, v := range filtros {
		if v != "" {
			f.Indices[n] = v
		}
	}
	return todos(c.r.Context(), k.s, indicador.Mediciones, f)
}

func (k *coleccion) serieIndicador(c *caso) (respuesta, error) {
	i, err := k.indicador(c)
	if err != nil {
		return respuesta{}, err
	}
	ms, err := k.mediciones(c, i, map[string]string{"medido": c.texto("medido")})
	if err != nil {
		return respuesta{}, err
	}
	desde, hasta := c.fecha("desde"), c.fecha("hasta")
	out := SerieIndicador{Indicador: i.Folio, Clave: i.Clave, Nombre: i.Nombre, Metas: []indicador.Meta{}, Puntos: []indicador.Punto{}}
	if f := i.Ficha; f != nil {
		out.UnidadMedida, out.Sentido, out.LineaBase, out.Metas = f.UnidadMedida, f.Sentido, f.LineaBase.Valor, f.Metas
	}
	for _, p := range indicador.Serie(ms) {
		if fin := p.Periodo.Fin(); !fin.Before(desde) && (hasta.IsZero() || !fin.After(hasta)) {
			out.Puntos = append(out.Puntos, p)
		}
	}
	return enJSON(out)
}

var soloParte = falla.Regla{Codigo: "fuera-de-ambito", Es: "Quien ve solo parte de las mediciones no puede compararlas ni agregarlas.", En: "Who sees only part of the measurements may neither compare nor roll them up."}

// delPeriodo gives the indicator and its measurements of the period asked for,
// to whom sees all of them.
func (k *coleccion) delPeriodo(c *caso, filtros map[string]string) (*indicador.Indicador, []indicador.Medicion, error) {
	i, err := k.indicador(c)
	if err != nil {
		return nil, nil, err
	}
	if c.actor.Rol != "" || c.actor.Unidad.Regional() {
		return nil, nil, negar(http.StatusForbidden, soloParte)
	}
	ms, err := k.mediciones(c, i, filtros)
	return i, ms, err
}

func (k *coleccion) comparacionIndicador(c *caso) (respuesta, error) {
	p := indicador.Periodo(c.texto("periodo"))
	i, ms, err := k.delPeriodo(c, map[string]string{"periodo": string(p)})
	if err != nil {
		return respuesta{}, err
	}
	if i.Ficha != nil && p.Frecuencia() != i.Ficha.Frecuencia {
		return respuesta{}, deConsulta(indicador.PeriodoMal, "query.periodo")
	}
	return enJSON(indicador.Comparar(*i, p, ms))
}

func (k *coleccion) agregadoIndicador(c *caso) (respuesta, error) {
	p := indicador.Periodo(c.texto("periodo"))
	i, ms, err := k.delPeriodo(c, nil)
	if err != nil {
		return respuesta{}, err
	}
	if i.Ficha != nil && !p.Abarca(i.Ficha.Frecuencia) {
		return respuesta{}, deConsulta(indicador.PeriodoMal, "query.periodo")
	}
	return enJSON(indicador.Agregar(*i, p, ms))
}
