package api

import (
	"context"
	"net/http"
	"reflect"
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/tabla"
	"github.com/operacion-abierta/operacion/siade"
	"github.com/operacion-abierta/operacion/siade/estadistica"
)

var (
	fueraDeRama   = falla.Regla{Codigo: "sin-lectura", Es: "La estadística de peticiones no es del ámbito de su unidad.", En: "The statistics of petitions are out of the scope of your unit."}
	fueraDeAmbito = falla.Regla{Codigo: "fuera-de-ambito", Es: "La estadística que pide es de otro OOAD.", En: "The statistics asked for belong to another OOAD."}
	soloNacional  = falla.Regla{Codigo: "fuera-de-ambito", Es: "Los OOAD los compara una unidad central.", En: "The OOAD are compared by a central unit."}
	sinCarga      = falla.Regla{Codigo: "sin-lectura", Es: "La carga por persona es de quien supervisa la atención o elabora su estadística.", En: "Work by person is for who supervises attention or makes its statistics."}
	cargaAjena    = falla.Regla{Codigo: "carga-ajena", Es: "De la carga de otras personas sabe quien dirige la coordinación.", En: "The work of other people is for who heads the coordination."}
)

// verCarga are the facultades with which the work of each person is read.
var verCarga = []doe.Facultad{"siade.atencion:supervisar", "siade.atencion:coordinar", "siade.estadistica:informar"}

// montarEstadistica adds the reads of the statistics of petitions.
func (s *Servidor) montarEstadistica() {
	tag := siade.Peticiones.Definicion().Coleccion
	s.montarInforme(informe{
		ruta: "/v1/siade/estadistica", id: "siade-estadistica", tag: tag, resumen: "Estadística de peticiones",
		descripcion: "Registradas, cerradas, abiertas, vencidas, resueltas al contacto, cumplimiento de términos, días hasta responder y hasta concluir, satisfacción con su tasa de respuesta, reabiertas, turnadas y canalizadas, por una o dos dimensiones. Una coordinación de OOAD ve lo suyo.",
		parametros:  parametrosEstadistica, facultades: []doe.Facultad{"siade.estadistica:ejecutar", "siade.estadistica:elaborar", "siade.estadistica:informar"},
		respuesta: reflect.TypeFor[estadistica.Respuesta](), hacer: s.estadistica,
	})
	s.montarInforme(informe{
		ruta: "/v1/siade/estadistica/serie", id: "siade-estadistica-serie", tag: tag, resumen: "Serie de una medida",
		descripcion: "Una medida día por día, semana por semana o mes por mes, con su variación frente al periodo anterior y al mismo del año anterior. Están todos los periodos, también los que no tienen peticiones; el que no ha terminado se marca y no se compara. Una coordinación de OOAD ve lo suyo.",
		parametros:  parametrosSerie, facultades: []doe.Facultad{"siade.estadistica:analizar", "siade.estadistica:elaborar", "siade.estadistica:informar"},
		respuesta: reflect.TypeFor[estadistica.Serie](), hacer: s.serieEstadistica,
	})
	s.montarInforme(informe{
		ruta: "/v1/siade/estadistica/comparacion", id: "siade-estadistica-comparacion", tag: tag, resumen: "Comparación entre OOAD",
		descripcion: "La tasa de cada OOAD por cada 100,000, con la población registrada que sirve al periodo, su fuente y su corte; los límites dentro de los que el azar la mueve, el lugar por la tasa, los empates y los lugares que los límites no descartan. La leen las unidades centrales.",
		parametros:  parametrosComparacion, facultades: []doe.Facultad{"siade.estadistica:analizar", "siade.estadistica:elaborar"},
		respuesta: reflect.TypeFor[estadistica.Comparacion](), hacer: s.comparacionEstadistica,
	})
	s.montarInforme(informe{
		ruta: "/v1/siade/estadistica/carga", id: "siade-estadistica-carga", tag: tag, resumen: "Carga de trabajo por persona",
		descripcion: "Lo que cada persona registró, resolvió al contacto, respondió y cerró, y lo que tiene asignado. La jefatura de un OOAD ve lo de su OOAD, cada persona de él lo suyo, y las unidades centrales que supervisan la atención o hacen su estadística, todo.",
		parametros:  parametrosCarga, facultades: verCarga,
		respuesta: reflect.TypeFor[estadistica.Carga](), hacer: s.cargaEstadistica,
	})
	s.montarAbiertos(tag)
}

// parametrosEstadistica are those that a query takes; what they may say is for
// the query itself to tell.
func parametrosEstadistica() []parametro {
	agrupar := consulta("agrupar", "Hasta dos dimensiones separadas por coma: "+strings.Join(nombresDe(estadistica.Dimensiones()), ", "), "ooad,tipo", 60)
	return append(append(deLapso("; el del año si falta"), agrupar, deCohorte()), deFiltros()...)
}

func parametrosSerie() []parametro {
	return append(append(deLapso("; el del año si falta"), deCohorte(),
		deValores("por", "Qué es cada periodo; mes si falta", estadistica.Mes, estadistica.Semana, estadistica.Dia),
		deValores("medida", "Medida; registradas si falta", estadistica.DeSerie()...)), deFiltros()...)
}

func parametrosComparacion() []parametro {
	ps := append(append(deLapso("; el del año si falta"), deCohorte(),
		deValores("medida", "Medida; registradas si falta", estadistica.DeComparacion()...),
		deValores("concepto", "Qué población es el denominador; asegurados si falta", estadistica.Conceptos().Claves()...)), deFiltros()...)
	return slices.DeleteFunc(ps, func(p parametro) bool { return p.Name == string(estadistica.OOAD) })
}

func parametrosCarga() []parametro {
	return append(deLapso("; el del mes si falta"),
		deValores("por", "Qué es cada periodo; sin partir si falta", estadistica.Dia, estadistica.Semana, estadistica.Mes),
		deOOAD("Solo lo de este OOAD"), deUnidad("Solo lo de esta unidad"), consulta("persona", "Solo lo de esta cuenta", "taod-14-007", 200))
}

func deLapso(omision string) []parametro {
	return []parametro{deFecha("desde", "Primer día"+omision, "2026-01-01"), deFecha("hasta", "Último día; hoy si falta", "2026-03-31")}
}

func deCohorte() parametro {
	return deValores("cohorte", "Si se cuenta lo que ha sido de lo registrado en el periodo", "si", "no")
}

func deFiltros() []parametro {
	var ps []parametro
	for _, d := range estadistica.Dimensiones() {
		if d != estadistica.Dia && d != estadistica.Semana && d != estadistica.Mes {
			ps = append(ps, consulta(string(d), "Solo estos valores, separados por coma", "", 400))
		}
	}
	return ps
}

func nombresDe[T ~string](xs []T) []string {
	out := make([]string, len(xs))
	for i, x := range xs {
		out[i] = string(x)
	}
	return out
}

// cuestion are the parameters of a query of statistics, to whom may read them: a
// regional coordination that does not say of which OOAD asks for its own.
func (s *Servidor) cuestion(c *caso) (map[string]string, error) {
	if c.actor.Rol != "" || !s.catalogo().EnLinea(siade.Rama, c.actor.Unidad) {
		return nil, negar(http.StatusForbidden, fueraDeRama)
	}
	out := map[string]string{}
	for n := range c.consulta {
		out[n] = c.texto(n)
	}
	if c.actor.Unidad.Regional() && out["ooad"] == "" && c.op.conocidos["ooad"] != nil {
		out["ooad"] = string(c.actor.OOAD)
	}
	return out, nil
}

// propio refuses the bodies that are not of a regional coordination.
func (c *caso) propio(ooads ...string) error {
	ajeno := func(o string) bool { return o != string(c.actor.OOAD) }
	if c.actor.Unidad.Regional() && slices.ContainsFunc(ooads, ajeno) {
		return negar(http.StatusForbidden, fueraDeAmbito)
	}
	return nil
}

func (s *Servidor) estadistica(c *caso) (any, func() tabla.Tabla, error) {
	pide, err := s.cuestion(c)
	if err != nil {
		return nil, nil, err
	}
	q, err := estadistica.Leer(pide, c.ahora().Dia())
	if err == nil {
		err = c.propio(q.Filtros[estadistica.OOAD]...)
	}
	if err != nil {
		return nil, nil, err
	}
	plan, err := estadistica.Planear(q)
	if err != nil {
		return nil, nil, err
	}
	r, err := plan.Responder(sumarDe(c.r.Context(), s.almacen))
	r.Corte = c.ahora()
	return r, func() tabla.Tabla { return r.Tabla(q) }, err
}

func (s *Servidor) serieEstadistica(c *caso) (any, func() tabla.Tabla, error) {
	pide, err := s.cuestion(c)
	if err != nil {
		return nil, nil, err
	}
	q, err := estadistica.LeerSerie(pide, c.ahora().Dia())
	if err == nil {
		err = c.propio(q.Filtros[estadistica.OOAD]...)
	}
	if err != nil {
		return nil, nil, err
	}
	r, err := q.Responder(sumarDe(c.r.Context(), s.almacen))
	r.Corte = c.ahora()
	return r, func() tabla.Tabla { return r.Tabla(q) }, err
}

func (s *Servidor) comparacionEstadistica(c *caso) (any, func() tabla.Tabla, error) {
	pide, err := s.cuestion(c)
	if err != nil {
		return nil, nil, err
	}
	if c.actor.Unidad.Regional() {
		return nil, nil, negar(http.StatusForbidden, soloNacional)
	}
	q, err := estadistica.LeerComparacion(pide, c.ahora().Dia())
	if err != nil {
		return nil, nil, err
	}
	var ps []estadistica.Poblacion
	ctx := s.contexto(c.r.Context(), c.actor)
	for _, r := range ctx.Vigentes(estadistica.ColeccionPoblaciones) {
		if p, ok := r.(*estadistica.Poblacion); ok {
			ps = append(ps, *p)
		}
	}
	r, err := q.Responder(ps, sumarDe(c.r.Context(), s.almacen))
	r.Corte = c.ahora()
	return r, func() tabla.Tabla { return r.Tabla(q) }, err
}

func (s *Servidor) cargaEstadistica(c *caso) (any, func() tabla.Tabla, error) {
	pide, err := s.cuestion(c)
	if err != nil {
		return nil, nil, err
	}
	if !s.supervisa(c.actor.Unidad, verCarga) {
		return nil, nil, negar(http.StatusForbidden, sinCarga)
	}
	if p := c.actor.Puesto; c.actor.Unidad.Regional() && p != doe.Titular && p != doe.Mando {
		if pide["persona"] != "" && pide["persona"] != c.actor.Sub {
			return nil, nil, negar(http.StatusForbidden, cargaAjena)
		}
		pide["persona"] = c.actor.Sub
	}
	q, err := estadistica.LeerCarga(pide, c.ahora().Dia())
	if err == nil {
		err = c.propio(q.OOAD)
	}
	if err != nil {
		return nil, nil, err
	}
	r, err := q.Responder(sumarDe(c.r.Context(), s.almacen))
	r.Corte = c.ahora()
	return r, func() tabla.Tabla { return r.Tabla(q) }, err
}

// supervisa says whether a unit holds any of the facultades, or is above a
// central unit that does.
func (s *Servidor) supervisa(u doe.ClaveUnidad, fs []doe.Facultad) bool {
	cat := s.catalogo()
	return slices.ContainsFunc(fs, func(f doe.Facultad) bool {
		return slices.ContainsFunc(cat.Titulares(f), func(t doe.ClaveUnidad) bool {
			return t == u || !t.Regional() && slices.Contains(cat.Superiores(t), u)
		})
	})
}

// sumador adds up counters: those of the store, or those of an instant.
type sumador interface {
	Sumar(context.Context, almacen.ConsultaCuentas) ([]almacen.FilaCuentas, error)
}

// sumarDe gives a plan its sums.
func sumarDe(ctx context.Context, de sumador) estadistica.Sumar {
	return func(x estadistica.Suma) ([]estadistica.Fila, error) {
		fs, err := de.Sumar(ctx, deSuma(x))
		return deFilas(fs), err
	}
}

// deSuma is a sum as the store takes it.
func deSuma(x estadistica.Suma) almacen.ConsultaCuentas {
	q := almacen.ConsultaCuentas{
		Coleccion: siade.Coleccion, Familia: x.Familia, Desde: x.Desde, Hasta: x.Hasta, V1: x.V1, V2: x.V2,
		Tiempo: string(x.Tiempo), PorOOAD: x.PorOOAD, PorV1: x.PorV1, PorV2: x.PorV2, PorCubeta: x.PorCubeta, Medidas: x.Medidas,
	}
	for _, o := range x.OOAD {
		q.OOAD = append(q.OOAD, doe.OOAD(o))
	}
	return q
}

// deFilas are the rows of a sum as a plan takes them.
func deFilas(fs []almacen.FilaCuentas) []estadistica.Fila {
	out := make([]estadistica.Fila, len(fs))
	for i, f := range fs {
		out[i] = estadistica.Fila{Periodo: f.Desde, OOAD: string(f.OOAD), V1: f.V1, V2: f.V2, Cubeta: f.Cubeta, M: f.M}
	}
	return out
}
