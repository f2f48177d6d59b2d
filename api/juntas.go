package api

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"github.com/operacion-abierta/operacion/api/almacen"
	"github.com/operacion-abierta/operacion/api/impreso"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/acuerdo"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/siade/recurrencia"
)

// montarJuntas adds what governing-body meetings received, and which did not
// (rule 33): to read, as a table and to print.
func (s *Servidor) montarJuntas(k *coleccion) {
	const que = "Qué junta de gobierno de cada OOAD o unidad recibió presentación de sus problemáticas en el periodo, por quién y cuándo, qué acuerdos dio, y cuáles juntas no recibieron ninguna; con las problemáticas del periodo. Cada coordinación ve la de su OOAD y las de sus unidades."
	ps := func() []parametro {
		return []parametro{
			deFecha("desde", "Primer día; el del trimestre si falta", "2026-01-01"), deFecha("hasta", "Último día; hoy si falta", "2026-03-31"), deOOAD("Solo las de este OOAD"),
			consulta("organo", "Solo la junta de este OOAD o unidad", "umae-dfims000580", 60).con(func(v string) *falla.Regla {
				_, hay := s.catalogo().Organo(doe.ClaveOrgano(v))
				if !hay {
					return &sinJunta
				}
				return nil
			}),
		}
	}
	for _, x := range []struct {
		ruta, id, titulo string
		r                func() operacion
	}{
		{"/juntas", "juntas", "Presentaciones en juntas de gobierno", func() operacion {
			return operacion{respuesta: s.de(reflect.TypeFor[recurrencia.InformeJuntas](), "El informe."), atender: k.juntas}
		}},
		{"/juntas.csv", "juntas-csv", "Presentaciones en juntas de gobierno, en tabla", func() operacion {
			return operacion{respuesta: deBytes("text/csv", "Una fila por presentación, y una por cada junta que no recibió ninguna."), atender: k.juntasCSV}
		}},
		{"/juntas.pdf", "juntas-pdf", "Presentaciones en juntas de gobierno, para imprimir", func() operacion {
			return operacion{respuesta: deBytes("application/pdf", "El informe."), atender: k.juntasPDF}
		}},
	} {
		o := x.r()
		op := k.leer(x.ruta, x.id, x.titulo, que, o.respuesta, o.atender, ps()...)
		s.ejerce(&op, aLeerJuntas...)
		s.montar(op)
	}
}

// aLeerJuntas are the facultades of who reads what the boards received.
var aLeerJuntas = doe.Alguna("siade.recurrencia:informar", "siade.recurrencia:supervisar", "siade.recurrencia:coordinar", "siade.recurrencia:analizar")

// informeJuntas makes the report that is asked for.
func (k *coleccion) informeJuntas(c *caso) (recurrencia.InformeJuntas, error) {
	var i recurrencia.InformeJuntas
	o, err := k.deSuOOAD(c, aLeerJuntas)
	if err != nil {
		return i, err
	}
	hasta := valorO(c.fecha("hasta"), c.ahora().Dia())
	desde := c.fecha("desde")
	if desde.IsZero() {
		desde, _ = fecha.New(hasta.Anio(), (hasta.Mes()-1)/3*3+1, 1)
	}
	if hasta.Before(desde) || desde.Dias(hasta) > 366 {
		return i, deConsulta(malPeriodo, "query.hasta")
	}
	// A problem older than this has been closed, or is told by its escalations.
	ps, err := suyos(c, recurrencia.Problematicas, almacen.Filtro{OOAD: o, CreadoDesde: desde.Sumar(-3 * 366), CreadoHasta: hasta})
	if err != nil {
		return i, err
	}
	// A meeting is convened at most a year before.
	rs, err := suyos(c, acuerdo.Reuniones, almacen.Filtro{OOAD: o, CreadoDesde: desde.Sumar(-366), CreadoHasta: hasta, Indices: map[string]string{"clase": string(acuerdo.Junta)}})
	if err != nil {
		return i, err
	}
	if x, hay := k.s.catalogo().Organo(doe.ClaveOrgano(c.texto("organo"))); hay {
		ps, rs = recurrencia.SoloDe(x, ps, rs)
		return recurrencia.Informar(ps, rs, []doe.Organo{x}, desde, hasta), nil
	}
	return recurrencia.Informar(ps, rs, k.conJunta(o), desde, hasta), nil
}

var sinJunta = falla.Regla{Codigo: "organo-desconocido", Es: "El órgano no está en el catálogo.", En: "The organ is not in the catalog."}

// conJunta are the organs that have a board: of one body, its own, and those of
// its units that show in its meetings; of the country, all of them.
func (k *coleccion) conJunta(o doe.OOAD) []doe.Organo {
	if o != "" {
		x, _ := k.s.catalogo().Organo(o.Organo())
		return []doe.Organo{x}
	}
	return append(k.s.catalogo().Organos(doe.OrganoOOAD), k.s.catalogo().Organos(doe.OrganoUMAE)...)
}

func (k *coleccion) juntas(c *caso) (respuesta, error) {
	i, err := k.informeJuntas(c)
	if err != nil {
		return respuesta{}, err
	}
	return enJSON(i)
}

func (k *coleccion) juntasCSV(c *caso) (respuesta, error) {
	i, err := k.informeJuntas(c)
	if err != nil {
		return respuesta{}, err
	}
	filas := [][]string{{"organo", "nombre", "sesiones", "recibio", "dia", "reunion", "problematica", "asunto", "presento", "acuerdos", "ultima"}}
	for _, j := range i.Juntas {
		cabeza := []string{string(j.Organo), j.Nombre, strconv.Itoa(j.Sesiones)}
		if !j.Recibio {
			filas = append(filas, append(cabeza, "no", "", "", "", "", "", "", fechaO(j.Ultima)))
		}
		for _, p := range j.Presentaciones {
			filas = append(filas, append(cabeza[:3:3], "si", p.Dia.String(), p.Reunion, p.Problematica, p.Asunto, p.Presento, strings.Join(p.Acuerdos, " "), fechaO(j.Ultima)))
		}
	}
	return enCSV("juntas-"+i.Desde.String()+"-"+i.Hasta.String()+".csv", filas)
}

func fechaO(f fecha.Fecha) string {
	if f.IsZero() {
		return ""
	}
	return f.String()
}

func (k *coleccion) juntasPDF(c *caso) (respuesta, error) {
	i, err := k.informeJuntas(c)
	if err != nil {
		return respuesta{}, err
	}
	o, _ := k.deSuOOAD(c, aLeerJuntas) // it said yes above
	b, err := k.deJuntas(i, o, c.ahora()).PDF()
	if err != nil {
		return respuesta{}, err
	}
	return respuesta{tipo: "application/pdf", cuerpo: b, nombre: "juntas-" + i.Desde.String() + "-" + i.Hasta.String() + ".pdf"}, nil
}

// deJuntas is the report as it is printed.
func (k *coleccion) deJuntas(i recurrencia.InformeJuntas, o doe.OOAD, ahora fecha.Instante) impreso.Informe {
	de := "Nacional"
	if x, hay := k.s.catalogo().Organo(o.Organo()); hay {
		de = x.Nombre
	}
	t := i.Total
	return impreso.Informe{
		Titulo: "Problemáticas recurrentes en juntas de gobierno", Subtitulo: fmt.Sprintf("%s · del %s al %s", de, i.Desde.EnPalabras(), i.Hasta.EnPalabras()),
		Parrafos: []string{fmt.Sprintf("Juntas de gobierno: %d; con presentación: %d; sesiones celebradas: %d; presentaciones: %d; acuerdos que nacieron de ellas: %d. Problemáticas del periodo: %d.",
			t.Juntas, t.Con, t.Sesiones, t.Presentaciones, t.Acuerdos, len(i.Problematicas))},
		Tablas: []impreso.Tabla{tablaProblematicas(i), tablaPresentaciones(i), tablaSinPresentacion(i)},
		Pie:    "Peticiones contadas por semanas completas; método y cuentas, en cada problemática. Impreso el " + ahora.Dia().EnPalabras() + ".", Creado: ahora.Time(),
	}
}

func tablaProblematicas(i recurrencia.InformeJuntas) impreso.Tabla {
	t := impreso.Tabla{
		Titulo: "Problemáticas", Vacia: "Ninguna abierta ni cerrada en el periodo.",
		Columnas: []string{"Folio", "Problemática", "Dónde y de qué", "Observadas", "Esperadas", "Estado", "Órgano", "Acciones", "Presentada", "Medición"}, Anchos: []float64{42, 48, 38, 18, 17, 23, 27, 16, 20, 22},
	}
	for _, p := range i.Problematicas {
		observadas, esperadas := "", ""
		if p.Observados > 0 {
			observadas, esperadas = strconv.Itoa(p.Observados), p.Esperados.String()
		}
		var donde []string
		for _, s := range []string{string(p.Celda.OOAD), p.Celda.Unidad, p.Celda.Servicio, p.Celda.Tema} {
			if s != "" {
				donde = append(donde, s)
			}
		}
		t.Filas = append(t.Filas, []string{
			p.Folio, p.Titulo, strings.Join(donde, ", "), observadas, esperadas, strings.ReplaceAll(string(p.Estado), "_", " "), string(p.Organo),
			fmt.Sprintf("%d de %d", p.Concluidas, p.Acciones), fechaO(p.Presentada), strings.ReplaceAll(string(p.Veredicto), "_", " "),
		})
	}
	return t
}

func tablaPresentaciones(i recurrencia.InformeJuntas) impreso.Tabla {
	t := impreso.Tabla{
		Titulo: "Qué recibió cada junta, por quién y cuándo", Vacia: "Ninguna junta recibió presentación en el periodo.",
		Columnas: []string{"Junta", "Día", "Asunto", "Presentó", "Qué dijo la junta", "Acuerdos"}, Anchos: []float64{38, 20, 50, 46, 72, 34},
	}
	for _, j := range i.Juntas {
		for _, p := range j.Presentaciones {
			t.Filas = append(t.Filas, []string{valorO(j.Nombre, string(j.Organo)), p.Dia.String(), p.Asunto, p.Presento, p.Sintesis, strings.Join(p.Acuerdos, " ")})
		}
	}
	return t
}

func tablaSinPresentacion(i recurrencia.InformeJuntas) impreso.Tabla {
	t := impreso.Tabla{
		Titulo: "Juntas que no recibieron presentación", Vacia: "Todas recibieron.",
		Columnas: []string{"Órgano", "Nombre", "Sesiones en el periodo", "Última presentación"}, Anchos: []float64{40, 110, 30, 40},
	}
	for _, j := range i.Juntas {
		if !j.Recibio {
			t.Filas = append(t.Filas, []string{string(j.Organo), j.Nombre, strconv.Itoa(j.Sesiones), valorO(fechaO(j.Ultima), "ninguna")})
		}
	}
	return t
}
