package estadistica

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strconv"

	"github.com/operacion-abierta/operacion/doe/cantidad"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tabla"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/doe/version"
)

// ColeccionCortes is the path of the cuts.
const ColeccionCortes = "cortes-estadistica"

// The states of a cut.
const (
	// EnIntegracion: its figures are being made.
	EnIntegracion tramite.Estado = "en_integracion"
	Integrado     tramite.Estado = "integrado"
	Observado     tramite.Estado = "observado"
	Validado      tramite.Estado = "validado"
	// Publicado: it stands for its period and changes no more.
	Publicado  tramite.Estado = "publicado"
	Sustituido tramite.Estado = "sustituido"
	Cancelado  tramite.Estado = "cancelado"
)

// CuadroHecho is a table with its figures, as text: figures are whole numbers
// or have two decimals, and are empty where there are none.
type CuadroHecho struct {
	Clave    string       `json:"clave" validate:"required,max=20" doc:"Clave del cuadro" example:"C1"`
	Titulo   string       `json:"titulo" validate:"required,max=200" doc:"Título"`
	Columnas []string     `json:"columnas" validate:"required,max=30,dive,max=40" doc:"Dimensiones y cifras, en orden" example:"[\"ooad\", \"registradas\"]"`
	Filas    []FilaCuadro `json:"filas" validate:"max=2000,dive" doc:"Filas"`
	Total    []string     `json:"total" validate:"max=30,dive,max=120" doc:"Totales; vacíos donde no hay" example:"[\"\", \"120\"]"`
	// Cortado says that it has more rows than are published.
	Cortado bool `json:"cortado,omitempty" doc:"Si tiene más filas de las que se publican; el total las cuenta todas" example:"false"`
}

// FilaCuadro is a row of a table.
type FilaCuadro struct {
	Valores []string `json:"valores" validate:"max=30,dive,max=120" doc:"Valores, en el orden de las columnas" example:"[\"14\", \"120\"]"`
}

// Cifras are what a cut says.
type Cifras struct {
	// Al is the instant as of which the events count.
	Al fecha.Instante `json:"al" validate:"required" doc:"Instante hasta el que cuentan los eventos" example:"2026-04-06T16:00:00.000000Z"`
	// Folios is how many petitions were registered in the period.
	Folios  int           `json:"folios" validate:"min=0" doc:"Peticiones registradas en el periodo" example:"712000"`
	Cuadros []CuadroHecho `json:"cuadros" validate:"required,max=12,dive" doc:"Cuadros"`
	// Huella is the SHA-256 of the tables.
	Huella string `json:"huella" validate:"required,sha256" doc:"Huella SHA-256 de las cifras"`
}

// sellar gives the digest of the figures.
func (c Cifras) sellar() string {
	c.Huella = ""
	b, err := json.Marshal(c)
	if err != nil {
		return ""
	}
	h := sha256.Sum256(b)
	return hex.EncodeToString(h[:])
}

// Integra says whether the digest is that of the figures.
func (c Cifras) Integra() bool { return c.Huella != "" && c.Huella == c.sellar() }

// Validacion says who answers for a cut.
type Validacion struct {
	Nota   string `json:"nota,omitempty" doc:"Nota de quien valida"`
	Folios int    `json:"folios" doc:"Folios del periodo que contó" example:"712000"`
	tramite.Autoria
}

// Publicacion says to whom a cut was sent.
type Publicacion struct {
	Para []string `json:"para" doc:"Destinatarios"`
	tramite.Autoria
}

// Corte is a published cut: the tables of a design for a period, as of an
// instant, with who validated it and to whom it went (rule 31).
type Corte struct {
	tramite.Cabecera
	Diseno string `json:"diseno" doc:"Clave del diseño" example:"MENSUAL"`
	// FolioDiseno and VersionDiseno name what it was run with.
	FolioDiseno   string      `json:"folio_diseno" doc:"Folio del diseño"`
	VersionDiseno int         `json:"version_diseno" doc:"Versión del diseño" example:"1"`
	Titulo        string      `json:"titulo" doc:"Nombre del reporte"`
	Periodo       Periodo     `json:"periodo" doc:"Periodo" example:"2026-03"`
	Desde         fecha.Fecha `json:"desde" doc:"Primer día del periodo" example:"2026-03-01"`
	Hasta         fecha.Fecha `json:"hasta" doc:"Último día del periodo" example:"2026-03-31"`
	// Al is the instant as of which it is made.
	Al fecha.Instante `json:"al" doc:"Instante hasta el que cuentan los eventos"`
	// Numero is 1, or one more than that of the cut it rectifies.
	Numero     int    `json:"numero" doc:"Número del corte: 1, o uno más que el que rectifica" example:"1"`
	Sustituye  string `json:"sustituye,omitempty" doc:"Folio del corte que rectifica"`
	Motivo     string `json:"motivo,omitempty" doc:"Por qué se rectifica"`
	Sustituido string `json:"sustituido_por,omitempty" doc:"Folio del corte que lo rectificó"`
	// Cifras is what it says, once made.
	Cifras      *Cifras          `json:"cifras,omitempty" doc:"Lo que dice"`
	Reparos     []version.Reparo `json:"reparos,omitempty" doc:"Con qué se observó"`
	Validacion  *Validacion      `json:"validacion,omitempty" doc:"Quién responde de las cifras"`
	Publicacion *Publicacion     `json:"publicacion,omitempty" doc:"A quién se envió"`
	Cancelacion string           `json:"cancelacion,omitempty" doc:"Por qué se canceló"`
}

// claveCorte is the natural key of a cut.
func claveCorte(diseno string, p Periodo, numero int) string {
	return fmt.Sprintf("%s/%s/%d", diseno, p, numero)
}

// Integrar makes the figures of a cut from sums of the counters as they stood
// at its instant; hoy is its day.
func (c Corte) Integrar(d ContenidoDiseno, sumar Sumar) (Cifras, error) {
	out := Cifras{Al: c.Al}
	hoy := c.Al.Dia()
	uno, err := Planear(Consulta{Desde: c.Desde, Hasta: c.Hasta, Hoy: hoy})
	if err != nil {
		return out, err
	}
	todo, err := uno.Responder(sumar)
	if err != nil {
		return out, err
	}
	out.Folios = todo.Total.Registradas
	quedan := MaxFilas
	for _, k := range d.Cuadros {
		p, err := Planear(k.consulta(c.Desde, c.Hasta, hoy))
		if err != nil {
			return out, err
		}
		r, err := p.Responder(sumar)
		if err != nil {
			return out, err
		}
		x := k.hecho(r, quedan)
		quedan -= len(x.Filas)
		out.Cuadros = append(out.Cuadros, x)
	}
	out.Huella = out.sellar()
	return out, nil
}

// hecho is the table of an answer, with some rows at most.
func (k Cuadro) hecho(r Respuesta, filas int) CuadroHecho {
	x := CuadroHecho{Clave: k.Clave, Titulo: k.Titulo, Filas: []FilaCuadro{}}
	for _, d := range k.Agrupar {
		x.Columnas, x.Total = append(x.Columnas, string(d)), append(x.Total, "")
	}
	for _, m := range k.Medidas {
		x.Columnas = append(x.Columnas, string(m))
	}
	x.Total = append(x.Total, k.cifras(r.Total)...)
	for i, l := range r.Filas {
		if i == filas {
			x.Cortado = true
			break
		}
		var f []string
		for _, d := range k.Agrupar {
			f = append(f, *l.valor(d))
		}
		x.Filas = append(x.Filas, FilaCuadro{append(f, k.cifras(l.Medidas)...)})
	}
	return x
}

// cifras are the figures of a row, as text.
func (k Cuadro) cifras(m Medidas) []string {
	var out []string
	for _, clave := range k.Medidas {
		d, _ := DefDe(clave)
		out = append(out, d.texto(m))
	}
	return out
}

// texto is the figure of a row: a whole number or one with two decimals, empty
// when there is none.
func (d DefMedida) texto(m Medidas) string {
	v := d.De(m)
	switch {
	case v == nil:
		return ""
	case d.Clase == Porcentaje || d.Clase == Promedio:
		return v.String()
	}
	return strconv.Itoa(int(*v) / 100)
}

// Tabla is one of its tables, the first when none is named; false when it has
// none such.
func (c Corte) Tabla(clave string) (tabla.Tabla, bool) {
	if c.Cifras == nil {
		return tabla.Tabla{}, false
	}
	for _, k := range c.Cifras.Cuadros {
		if clave == "" || k.Clave == clave {
			return c.tabla(k), true
		}
	}
	return tabla.Tabla{}, false
}

func (c Corte) tabla(k CuadroHecho) tabla.Tabla {
	t := tabla.Tabla{
		Nombre: c.Folio + "-" + k.Clave, Titulo: k.Titulo,
		Ficha: append([]tabla.Dato{
			{Nombre: "Reporte", Valor: fmt.Sprintf("%s, diseño %s versión %d", c.Titulo, c.Diseno, c.VersionDiseno)},
			{Nombre: "Periodo", Valor: string(c.Periodo)}, {Nombre: "Huella", Valor: c.Cifras.Huella},
		}, procedencia(c.Cifras.Al)...),
	}
	if v := c.Validacion; v != nil {
		t.Ficha = append(t.Ficha, tabla.Dato{Nombre: "Validado", Valor: fmt.Sprintf("%s, %s", v.Por, v.Dia)})
	}
	for _, n := range k.Columnas {
		if d, hay := DefDe(Medida(n)); hay {
			t.Columnas = append(t.Columnas, d.columna())
		} else {
			t.Columnas = append(t.Columnas, columnaDe(Dimension(n)))
		}
	}
	for _, f := range k.Filas {
		t.Filas = append(t.Filas, celdas(t.Columnas, f.Valores))
	}
	t.Total = celdas(t.Columnas, k.Total)
	return t
}

// celdas are the cells of a row, each of the class of its column.
func celdas(cs []tabla.Columna, fila []string) []any {
	out := make([]any, len(cs))
	for i, c := range cs {
		if i >= len(fila) || fila[i] == "" && c.Clase != tabla.Texto {
			continue
		}
		switch c.Clase {
		case tabla.Entero:
			out[i], _ = strconv.Atoi(fila[i])
		case tabla.Decimal:
			var v cantidad.Valor
			if v.UnmarshalJSON([]byte(fila[i])) == nil {
				out[i] = v
			}
		default:
			out[i] = fila[i]
		}
	}
	return out
}
