package api

import (
	"net/http"
	"reflect"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/operacion-abierta/operacion/api/acuse"
	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/siade"
	"github.com/operacion-abierta/operacion/siade/estadistica"
)

// montarPeticiones adds what petitions have beyond any trámite.
func (s *Servidor) montarPeticiones(k *coleccion) {
	op := k.leer("/{folio}/acuse.pdf", "acuse", "Acuse para imprimir", "Acuse de la petición, sin datos de identidad.",
		deBytes("application/pdf", "El acuse."), k.acuse, k.folio())
	s.montar(op)
	s.montarEstadistica()
	s.montarSugerencias()
	s.montarSimilares(k)
}

func (k *coleccion) acuse(c *caso) (respuesta, error) {
	r, _, _, err := c.leible(k.t)
	if err != nil {
		return respuesta{}, err
	}
	p, ok := r.(*siade.Peticion)
	if !ok {
		return respuesta{}, noEncontrado()
	}
	b, err := deAcuse(*p).PDF()
	if err != nil {
		return respuesta{}, err
	}
	return respuesta{tipo: "application/pdf", cuerpo: b, nombre: p.Folio + ".pdf", etag: marca(p.Version)}, nil
}

func deAcuse(p siade.Peticion) acuse.Acuse {
	v := p.Publica()
	a := acuse.Acuse{
		Titulo: "Acuse de petición", Folio: p.Folio, Creado: p.Creado.Time(), Texto: p.Relato, Pie: v.Siguiente,
		Datos: []acuse.Dato{
			{Nombre: "Se tiene por presentada", Valor: p.Presentacion.String()}, {Nombre: "OOAD", Valor: string(p.OOAD)},
			{Nombre: "Unidad que atiende", Valor: string(p.Unidad)}, {Nombre: "Estado", Valor: v.EstadoTexto},
		},
	}
	if v.Tipo != "" {
		a.Datos = append(a.Datos, acuse.Dato{Nombre: "Clase", Valor: v.Tipo})
	}
	if !v.Hasta.IsZero() {
		a.Pie += " A más tardar el " + v.Hasta.String() + "."
	}
	return a
}

// parametrosEstadistica are those that a query takes; what they may say is for
// the query itself to tell.
func parametrosEstadistica() []parametro {
	ps := []parametro{
		consulta("agrupar", "Hasta dos dimensiones separadas por coma: "+strings.Join(nombresDe(estadistica.Dimensiones()), ", "), "ooad,tipo", 60),
		deFecha("desde", "Primer día; el del año si falta", "2026-01-01"), deFecha("hasta", "Último día; hoy si falta", "2026-03-31"),
		deValores("cohorte", "Si los cierres son de lo registrado en el periodo", "si", "no"),
	}
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

func (s *Servidor) montarEstadistica() {
	op := operacion{
		Operation: huma.Operation{
			Method: http.MethodGet, Path: "/v1/siade/estadistica", OperationID: "siade-estadistica", Summary: "Estadística de peticiones",
			Description: "Registradas, cerradas, abiertas, vencidas, resueltas al contacto, días y satisfacción, por una o dos dimensiones. Una coordinación de OOAD ve lo suyo.",
			Tags:        []string{siade.Peticiones.Definicion().Coleccion},
		},
		parametros: parametrosEstadistica(), respuesta: s.de(reflect.TypeFor[estadistica.Respuesta](), "Las cifras."), atender: s.estadistica,
		errores: []int{http.StatusForbidden},
	}
	s.ejerce(&op, "siade.estadistica:ejecutar", "siade.estadistica:elaborar", "siade.estadistica:informar")
	s.montar(op)
}

var (
	fueraDeRama   = falla.Regla{Codigo: "sin-lectura", Es: "La estadística de peticiones no es del ámbito de su unidad.", En: "The statistics of petitions are out of the scope of your unit."}
	fueraDeAmbito = falla.Regla{Codigo: "fuera-de-ambito", Es: "La estadística que pide es de otro OOAD.", En: "The statistics asked for belong to another OOAD."}
)

func (s *Servidor) estadistica(c *caso) (respuesta, error) {
	rama := siade.Peticiones.Definicion().Rama
	if c.actor.Rol != "" || !s.catalogo().EnLinea(rama, c.actor.Unidad) {
		return respuesta{}, negar(http.StatusForbidden, fueraDeRama)
	}
	pide := map[string]string{}
	for n := range c.consulta {
		pide[n] = c.texto(n)
	}
	if c.actor.Unidad.Regional() && pide["ooad"] == "" {
		pide["ooad"] = string(c.actor.OOAD)
	}
	q, err := estadistica.Leer(pide, c.ahora().Dia())
	if err != nil {
		return respuesta{}, err
	}
	if ajeno := func(o string) bool { return o != string(c.actor.OOAD) }; c.actor.Unidad.Regional() && slices.ContainsFunc(q.Filtros[estadistica.OOAD], ajeno) {
		return respuesta{}, negar(http.StatusForbidden, fueraDeAmbito)
	}
	plan, err := estadistica.Planear(q)
	if err != nil {
		return respuesta{}, err
	}
	r, err := plan.Responder(func(x estadistica.Suma) ([]estadistica.Fila, error) { return s.sumar(c, x) })
	if err != nil {
		return respuesta{}, err
	}
	return enJSON(r)
}

// sumar asks the store for a sum of the plan.
func (s *Servidor) sumar(c *caso, x estadistica.Suma) ([]estadistica.Fila, error) {
	q := almacen.ConsultaCuentas{
		Coleccion: siade.Peticiones.Definicion().Coleccion, Familia: x.Familia, Desde: x.Desde, Hasta: x.Hasta, V1: x.V1, V2: x.V2,
		Tiempo: string(x.Tiempo), PorOOAD: x.PorOOAD, PorV1: x.PorV1, PorV2: x.PorV2, PorCubeta: x.PorCubeta, Medidas: x.Medidas,
	}
	for _, o := range x.OOAD {
		q.OOAD = append(q.OOAD, doe.OOAD(o))
	}
	fs, err := s.almacen.Sumar(c.r.Context(), q)
	if err != nil {
		return nil, err
	}
	out := make([]estadistica.Fila, len(fs))
	for i, f := range fs {
		out[i] = estadistica.Fila{Periodo: f.Desde, OOAD: string(f.OOAD), V1: f.V1, V2: f.V2, Cubeta: f.Cubeta, M: f.M}
	}
	return out, nil
}
