package importacion

import (
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/texto"
	"github.com/operacion-abierta/operacion/siade"
)

// datos are the data that may be imported, by name.
var datos = map[string]dato{
	"canal":             deLista("canal", siade.Canales().Claves(), func(r *siade.Registro, v string) { r.Canal = siade.Canal(v) }),
	"ooad":              libre("ooad", func(r *siade.Registro, v string) { r.OOAD = v }),
	"unidad_servicio":   libre("unidad_servicio", func(r *siade.Registro, v string) { r.UnidadServicio = v }),
	"relato":            libre("relato", func(r *siade.Registro, v string) { r.Relato = v }),
	"fecha_hechos":      deFecha("fecha_hechos", func(r *siade.Registro, d fecha.Fecha) { r.FechaHechos = d }),
	"recibida":          deFecha("recibida", func(r *siade.Registro, d fecha.Fecha) { r.Recibida = d }),
	"peticionario":      deLista("peticionario.tipo", siade.TiposPeticionario().Claves(), func(r *siade.Registro, v string) { r.Peticionario.Tipo = siade.TipoPeticionario(v) }),
	"nombre":            libre("peticionario.nombre", func(r *siade.Registro, v string) { r.Peticionario.Nombre = v }),
	"nss":               libre("peticionario.nss", func(r *siade.Registro, v string) { r.Peticionario.NSS = v }),
	"curp":              libre("peticionario.curp", func(r *siade.Registro, v string) { r.Peticionario.CURP = v }),
	"telefono":          libre("peticionario.telefono", func(r *siade.Registro, v string) { r.Peticionario.Telefono = v }),
	"correo":            libre("peticionario.correo", func(r *siade.Registro, v string) { r.Peticionario.Correo = v }),
	"aviso_privacidad":  libre("peticionario.aviso_privacidad", func(r *siade.Registro, v string) { r.Peticionario.AvisoPrivacidad = v }),
	"senalado_area":     libre("senalado.area", func(r *siade.Registro, v string) { senalado(r).Area = v }),
	"senalado_servicio": libre("senalado.servicio", func(r *siade.Registro, v string) { senalado(r).Servicio = v }),
	"senalado_persona":  libre("senalado.persona", func(r *siade.Registro, v string) { senalado(r).Persona = v }),
	"tipo":              deLista("clasificacion.tipo", siade.Tipos().Claves(), func(r *siade.Registro, v string) { clase(r).Tipo = siade.Tipo(v) }),
	"tema":              libre("clasificacion.tema", func(r *siade.Registro, v string) { clase(r).Tema = v }),
	"subtema":           libre("clasificacion.subtema", func(r *siade.Registro, v string) { clase(r).Subtema = v }),
	"servicio":          libre("clasificacion.servicio", func(r *siade.Registro, v string) { clase(r).Servicio = v }),
	"tramite":           libre("clasificacion.tramite", func(r *siade.Registro, v string) { clase(r).Tramite = v }),
	"gravedad":          deLista("clasificacion.gravedad", siade.Gravedades().Claves(), func(r *siade.Registro, v string) { clase(r).Gravedad = siade.Gravedad(v) }),
	"sensible":          deLista("clasificacion.sensible", []string{"si", "no"}, func(r *siade.Registro, v string) { clase(r).Sensible = v == "si" }),
	"respuesta":         libre("atencion_inmediata.respuesta", func(r *siade.Registro, v string) { r.AtencionInmediata = &siade.AtencionInmediata{Respuesta: v} }),
}

func libre(en string, pone func(*siade.Registro, string)) dato {
	return dato{en: en, pone: func(r *siade.Registro, v string) bool { pone(r, v); return true }}
}

func deLista(en string, valores []string, pone func(*siade.Registro, string)) dato {
	d := libre(en, pone)
	d.valores = valores
	d.pone = func(r *siade.Registro, v string) bool {
		if !slices.Contains(valores, v) {
			return false
		}
		pone(r, v)
		return true
	}
	return d
}

func deFecha(en string, pone func(*siade.Registro, fecha.Fecha)) dato {
	return dato{en: en, fecha: true, pone: func(r *siade.Registro, v string) bool {
		d, err := fecha.Parse(v)
		pone(r, d)
		return err == nil
	}}
}

func senalado(r *siade.Registro) *siade.Senalado {
	if r.Senalado == nil {
		r.Senalado = &siade.Senalado{}
	}
	return r.Senalado
}

func clase(r *siade.Registro) *siade.Clasificacion {
	if r.Clasificacion == nil {
		r.Clasificacion = &siade.Clasificacion{}
	}
	return r.Clasificacion
}

// Lector reads the rows of one file.
type Lector struct {
	mapa   Mapa
	lugar  map[string]int
	orden  []string
	vacios map[string]bool
}

// NuevoLector takes the map and the heading of the file. Every fault is told
// at once as a [*falla.Error].
func NuevoLector(m Mapa, encabezado []string) (*Lector, error) {
	f := m.Revisar()
	l := &Lector{mapa: m, lugar: map[string]int{}, orden: slices.Sorted(maps.Keys(m.Campos)), vacios: map[string]bool{"": true}}
	for i, c := range encabezado {
		_, doble := l.lugar[c]
		f.Si(doble && c != "", ReglaColumnaDoble, "archivo", c)
		l.lugar[c] = i
	}
	for _, c := range slices.Sorted(maps.Keys(m.columnas())) {
		_, ok := l.lugar[c]
		f.Si(!ok, ReglaColumna, m.columnas()[c], c)
	}
	for _, v := range m.Vacios {
		l.vacios[v] = true
	}
	if err := f.Error("mapa-no-valido", "El mapa no sirve para el archivo.", "The map does not fit the file."); err != nil {
		return nil, err
	}
	return l, nil
}

// Convertir makes the registration of a row, with the columns of the heading.
// The faults name the columns they come from.
func (l *Lector) Convertir(fila []string) (siade.Registro, falla.Fallas) {
	var f falla.Fallas
	r := siade.Registro{Peticionario: siade.DatosPeticionario{Tipo: siade.PoblacionUsuaria}}
	if f.Si(len(fila) != len(l.lugar), ReglaColumnas, "renglon", len(fila), len(l.lugar)) {
		return r, f
	}
	clave := strings.TrimSpace(fila[l.lugar[l.mapa.Clave]])
	f.Si(l.vacios[clave], ReglaSinClave, l.mapa.Clave)
	r.Origen = &siade.Origen{Fuente: l.mapa.Fuente, Clave: clave}
	for _, n := range l.orden {
		l.poner(&r, n, fila, &f)
	}
	p := &r.Peticionario
	p.Anonimo = p.Nombre == "" && p.NSS == "" && p.CURP == "" && p.Telefono == "" && p.Correo == ""
	return r, f
}

func (l *Lector) poner(r *siade.Registro, n string, fila []string, f *falla.Fallas) {
	c, d := l.mapa.Campos[n], datos[n]
	v := l.valor(c, fila)
	if len(c.Valores) > 0 {
		ours, ok := c.Valores[v]
		if f.Si(!ok && v != "" && c.Omision == "", ReglaValor, l.columna(n)) {
			return
		}
		v = ours
	}
	if v == "" {
		v = c.Omision
	}
	if v == "" {
		return
	}
	if c.Codigo {
		v = codigo(v)
	}
	if d.fecha {
		t, err := time.Parse(patron(c.Formato), v)
		if f.Si(err != nil, ReglaFecha, l.columna(n), orden(c.Formato)) {
			return
		}
		v = t.Format("2006-01-02")
	}
	if !d.pone(r, v) {
		f.Si(true, ReglaPalabra, l.columna(n), n, strings.Join(d.valores, ", "))
	}
}

func orden(formato string) string {
	if formato == "" {
		return "AAAA-MM-DD"
	}
	return formato
}

func (l *Lector) valor(c Campo, fila []string) string {
	switch {
	case c.Fijo != "":
		return c.Fijo
	case c.Columna != "":
		return l.celda(c.Columna, fila)
	}
	var pares []string
	for _, x := range entreLlaves(c.Plantilla) {
		pares = append(pares, "{"+x+"}", l.celda(x, fila))
	}
	return strings.Join(strings.Fields(strings.NewReplacer(pares...).Replace(c.Plantilla)), " ")
}

func (l *Lector) celda(columna string, fila []string) string {
	v := strings.TrimSpace(fila[l.lugar[columna]])
	if l.vacios[v] {
		return ""
	}
	return v
}

// columna is what a fault of a datum names: its column, or the datum itself
// where it comes from several or from none.
func (l *Lector) columna(n string) string {
	if c := l.mapa.Campos[n].Columna; c != "" {
		return c
	}
	return n
}

// Clave is the column with the key of each row.
func (l *Lector) Clave() string { return l.mapa.Clave }

// Lugar gives the column behind the place of a fault found when registering,
// as "body.clasificacion.tema"; the place itself when no column gave it.
func (l *Lector) Lugar(ubicacion string) string {
	en := strings.TrimPrefix(ubicacion, "body.")
	for _, n := range l.orden {
		if datos[n].en == en {
			return l.columna(n)
		}
	}
	return en
}

// codigo makes a code of a text.
func codigo(s string) string {
	var b strings.Builder
	for _, p := range strings.FieldsFunc(texto.Plegar(s), func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') }) {
		if b.Len()+len(p) >= 60 {
			break
		}
		if b.Len() > 0 {
			b.WriteByte('-')
		}
		b.WriteString(p)
	}
	return b.String()
}
