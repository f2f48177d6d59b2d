package main

import (
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/indicador"
	"github.com/operacion-abierta/operacion/doe/plan"
	"github.com/operacion-abierta/operacion/doe/programa"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// folios lists the records of a collection that have a value in one of its
// filters, the oldest first.
func (g *guion) folios(coleccion, indice, valor string) []string {
	p, err := g.a.Listar(g.ctx, coleccion, almacen.Filtro{Vista: tramite.Vista{Reservados: true}, Indices: map[string]string{indice: valor}, Limite: 50})
	if g.err == nil {
		g.err = err
	}
	var out []string
	for _, e := range slices.Backward(p.Elementos) {
		out = append(out, e.Folio)
	}
	return out
}

// metaAnual is a goal of twelve reports in the year, three each quarter, by the
// first function of a unit.
func metaAnual(u doe.ClaveUnidad, anio int, peso cantidad.Centesimas) plan.Linea {
	m := &plan.Medida{Nombre: "Informes entregados", Unidad: "informe", Meta: 1200, Sentido: plan.Ascendente, Fuente: "Acuses de entrega"}
	for n := range 4 {
		m.Calendario = append(m.Calendario, plan.Hito{Periodo: trimestre(anio, n+1), Valor: cantidad.Valor(300 * (n + 1))})
	}
	return plan.Linea{
		Clave: "M1", Clase: plan.Meta, Descripcion: "Entregar los informes de la materia", Responsable: u, Funcion: doe.ClaveFuncion(string(u) + "/1"),
		Peso: peso, Inicio: trimestre(anio, 1).Desde(), Fin: trimestre(anio, 4).Hasta(), Medida: m,
	}
}

func trimestre(anio, n int) plan.Periodo {
	p, _ := plan.NuevoPeriodo(anio, plan.Trimestre, n)
	return p
}

// unPrograma is a programme of the demonstration.
type unPrograma struct {
	unidad doe.ClaveUnidad
	folio  string
}

// presentado takes the programme of a unit as far as it is presented: it weighs
// alike with those that it takes in, and says which are missing.
func (g *guion) presentado(u doe.ClaveUnidad, anio int, hijos ...unPrograma) unPrograma {
	const col = programa.Coleccion
	f, _ := programa.Filas().De(u)
	de, e := titular(f.Elabora, ""), programa.Integracion{Programas: []programa.Integrado{}}
	folio := g.crear(de, col, programa.Apertura{Unidad: u, Ejercicio: anio})
	parte := cantidad.Entero / cantidad.Centesimas(len(hijos)+1)
	g.acto(de, col, folio, "elaborar", programa.Borrador{Lineas: []plan.Linea{metaAnual(f.Elabora, anio, cantidad.Entero-parte*cantidad.Centesimas(len(hijos)))}})
	for _, h := range hijos {
		e.Programas = append(e.Programas, programa.Integrado{Folio: h.folio, Peso: parte})
	}
	for _, x := range programa.Filas().Integradas(u) {
		if !slices.ContainsFunc(hijos, func(h unPrograma) bool { return h.unidad == x }) {
			e.Faltantes = append(e.Faltantes, programa.Faltante{Unidad: x, Motivo: "No lo presentó en el término"})
		}
	}
	if len(e.Programas)+len(e.Faltantes) > 0 {
		g.acto(de, col, folio, "integrar", e)
	}
	g.acto(de, col, folio, "presentar", programa.Presentacion{Oficio: "Oficio " + strings.TrimPrefix(string(u), "doe-") + "/1"})
	return unPrograma{u, folio}
}

// superior validates the programme of a unit of the demonstration, and
// authorises it unless it is the DOE's.
func superior(u doe.ClaveUnidad) doe.ClaveUnidad {
	if u == doe.Raiz {
		return "doe-7.1.5" // conducts what 7.1.5.2 puts together
	}
	s, _ := doe.Vigente().Superior(u)
	return s
}

// programas plays the year of a branch up to the DOE's programme, with the
// reports of the quarters that are over, and leaves others on their way.
func (g *guion) programas() {
	const col = programa.Coleccion
	anio := g.hoy().Anio()
	inicio := trimestre(anio, 1).Desde()
	g.el(inicio.Sumar(-45))
	validado := func(u doe.ClaveUnidad, hijos ...unPrograma) unPrograma {
		p := g.presentado(u, anio, hijos...)
		g.acto(titular(superior(u), ""), col, p.folio, "validar", programa.Decision{Version: 1})
		return p
	}
	una, otra, tercera := validado("doe-7.1.4.2.1"), validado("doe-7.1.4.2.2"), validado("doe-7.1.4.3")
	tecnica := validado("doe-7.1.4.2", una, otra)
	g.programa = tecnica.folio
	coordina := validado("doe-7.1.4", tecnica, tercera)
	todo := validado(doe.Raiz, coordina)
	g.el(inicio.Sumar(-20))
	for _, p := range []unPrograma{una, otra, tercera, tecnica, coordina} {
		g.acto(titular(superior(p.unidad), ""), col, p.folio, "autorizar", programa.Decision{Version: 1, Oficio: "Oficio de autorización"})
	}
	g.acto(titular(doe.Raiz, ""), col, todo.folio, "autorizar", programa.Decision{Version: 1, Oficio: "Oficio de autorización"})
	g.el(inicio)
	g.despertar() // the year begins
	for _, t := range plan.Periodos(inicio, g.hoy(), plan.Trimestre) {
		if dia := t.Hasta().Sumar(8); !dia.After(g.hoy()) {
			g.el(dia)
			for _, p := range []unPrograma{una, tercera, tecnica, coordina, todo} { // one never reports
				g.informar(p, t)
			}
		}
	}
	g.el(g.hoy())
	observado := g.presentado("doe-7.1.6.1", anio)
	g.acto(titular("doe-7.1.6", ""), col, observado.folio, "observar", programa.Observar.Ejemplo)
	g.crear(titular(doe.CAOOD, "14"), col, programa.Apertura{Unidad: doe.CAOOD, Ejercicio: anio})
}

// informar reports a quarter: all that was scheduled, save what 7.1.4.3 did
// late.
func (g *guion) informar(p unPrograma, t plan.Periodo) {
	f, _ := programa.Filas().De(p.unidad)
	x := programa.Renglon{Clave: "M1", Valor: cantidad.Valor(300 * t.Numero()), Evidencias: []programa.Evidencia{{
		Nombre: "acuses.pdf", SHA256: programa.Reportar.Ejemplo.Renglones[0].Evidencias[0].SHA256, Desde: t.Desde(), Hasta: t.Hasta(),
	}}}
	if p.unidad == "doe-7.1.4.3" {
		x.Valor -= 100
		x.Causa, x.Nota = programa.CausaExterna, "Un informe espera datos de otro órgano."
	}
	g.acto(titular(f.Elabora, ""), programa.Coleccion, p.folio, "reportar", programa.Reporte{Trimestre: t, Renglones: []programa.Renglon{x}})
}

// indicador plays an indicator in force with the measurements of its last two
// months, and leaves another just proposed.
func (g *guion) indicador() {
	const col, med = indicador.Coleccion, indicador.ColeccionMediciones
	guarda, elabora := titular("doe-7.1.3.1", ""), titular("doe-7.1.3.1.4", "")
	ultimo := indicador.PeriodoDe(g.hoy(), indicador.Mensual).Inicio().Sumar(-1)
	previo := indicador.PeriodoDe(ultimo, indicador.Mensual).Inicio().Sumar(-1)
	g.el(previo.Sumar(-40))
	folio := g.crear(guarda, col, indicador.Proponer.Ejemplo)
	e := indicador.Elaborar.Ejemplo
	e.Frecuencia, e.LineaBase.Fecha = indicador.Mensual, previo.Sumar(-60)
	e.Metas = []indicador.Meta{{Fecha: ultimo.Sumar(400), Valor: 9500, Umbral: indicador.Umbral{Verde: 9000, Amarillo: 8000}}}
	g.acto(elabora, col, folio, "elaborar", e)
	g.acto(guarda, col, folio, "validar", indicador.Nota{})
	g.acto(titular("doe-7.1.3", ""), col, folio, "autorizar", indicador.Autorizacion{Oficio: "Oficio 7.1.3/118"})
	for i, corte := range []fecha.Fecha{previo, ultimo} {
		periodo := indicador.PeriodoDe(corte, indicador.Mensual)
		g.el(corte)
		g.acto(guarda, col, folio, "solicitar-mediciones", indicador.Pedido{Periodo: periodo})
		for j, m := range g.folios(med, "periodo", string(periodo)) {
			if i == 1 && j == 2 {
				break // still owed
			}
			o, r := doe.OOAD(strings.Split(m, "-")[2]), indicador.Reportar.Ejemplo
			r.Datos = slices.Clone(r.Datos)
			r.Datos[0].Fuente, r.Datos[1].Fuente = "SIADE, corte del mes", "SIADE, corte del mes"
			r.Datos[0].Valor -= cantidad.Valor(600*j + 300*i)
			g.acto(titular(doe.CAOOD, o), med, m, "reportar", r)
			g.acto(guarda, med, m, "validar", indicador.Nota{})
		}
	}
	g.el(g.hoy())
	p := indicador.Proponer.Ejemplo
	p.Clave, p.Nombre = "SIADE-SATISFACCION", "Satisfacción con la atención recibida"
	g.crear(guarda, col, p)
}
