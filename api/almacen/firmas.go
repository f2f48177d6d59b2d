package almacen

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/identificador"
	"github.com/operacion-abierta/operacion/doe/texto"
)

// SemanasFirmas is how many weeks after its registration a record can be found
// by near copies of its text.
const SemanasFirmas = 26

// porFirma is how many records are looked at, at most, of those of one week
// and body that share a value; porClave, of those that share an identity; and
// maxSimilares, of them all.
const (
	porFirma     = 16
	porClave     = 50
	maxSimilares = 150
)

func semana(dia fecha.Fecha) int64 { return int64(dia.Ordinal()) / 7 }

// firmar gives the values of the roots of a text, in order and each once.
func firmar(raices string) []uint32 {
	vs := texto.DePares(raices).Bandas()
	slices.Sort(vs)
	return slices.Compact(vs)
}

// sumarFirmas adds those of a record to the rows to insert. The body is the
// one of its folio: the record may have moved since.
func sumarFirmas(a *filas, id int64, folio string, creado fecha.Instante, vs []uint32) {
	if len(vs) == 0 {
		return
	}
	p, err := identificador.ParseFolio(folio)
	if err != nil {
		return // a folio of ours always reads
	}
	for _, v := range vs {
		a.sumar(semana(creado.Dia()), p.OOAD, int64(v), id)
	}
}

// olvidarFirmas deletes those of a week and body that are too old, if any: a
// little each time, so that nobody waits.
func (e *escritor) olvidarFirmas(hoy fecha.Fecha) error {
	var s int64
	var ooad string
	hay := false
	err := e.filas(func(scan func(...any) error) error {
		hay = true
		return scan(&s, &ooad)
	}, "SELECT semana, ooad FROM firmas WHERE semana < $1 ORDER BY semana, ooad LIMIT 1", semana(hoy)-SemanasFirmas)
	if err != nil || !hay {
		return err
	}
	return e.exec("DELETE FROM firmas WHERE semana = $1 AND ooad = $2", s, ooad)
}

// ConsultaSimilares says near copies of what are looked for. What it does not
// say is not looked by.
type ConsultaSimilares struct {
	// De is the folio of the record, which is left out, and by whose personal
	// data it is looked: they are compared without being shown.
	De string
	// Texto is what it says.
	Texto string
	// Claves are personal data by the name of their key, when there is no De.
	Claves map[string]string
	// OOAD are the bodies that registered what is looked for by its text, and
	// Desde and Hasta the days on which.
	OOAD         []doe.OOAD
	Desde, Hasta fecha.Fecha
}

// Similar is a record that may be a near copy.
type Similar struct {
	Expediente
	// Claves names the personal data that it shares, in order.
	Claves []string
}

// Similares finds records of a collection that share text or personal data
// with another, the newest first; few, however many there are. It does not ask
// who reads them.
func (a *Almacen) Similares(ctx context.Context, coleccion string, q ConsultaSimilares) ([]Similar, error) {
	propio := int64(0)
	if q.De != "" {
		var err error
		if _, propio, _, err = a.leer(ctx, coleccion, q.De); err != nil {
			return nil, err
		}
		if q.Claves, err = a.clavesDe(ctx, propio); err != nil {
			return nil, err
		}
	}
	hallados := map[int64][]string{}
	for clave, valor := range q.Claves {
		if err := a.porIdentidad(ctx, clave, normalizar(valor), hallados); err != nil {
			return nil, err
		}
	}
	if err := a.porTexto(ctx, &q, hallados); err != nil {
		return nil, err
	}
	delete(hallados, propio)
	return a.cargarSimilares(ctx, coleccion, hallados)
}

// clavesDe are the personal data of a record that it may be found by: every
// text of them is tried; those that are no keys find nothing.
func (a *Almacen) clavesDe(ctx context.Context, id int64) (map[string]string, error) {
	out := map[string]string{}
	err := a.m.cada(ctx, func(scan func(...any) error) error {
		var ref string
		var cifrado []byte
		if err := scan(&ref, &cifrado); err != nil {
			return err
		}
		datos, err := a.o.Llaves.Descifrar(lugarIdentidad(ref), cifrado)
		if err != nil {
			return err
		}
		campos := map[string]any{}
		if err := json.Unmarshal(datos, &campos); err != nil {
			return err
		}
		for k, v := range campos {
			if s, es := v.(string); es {
				out[k] = s
			}
		}
		return nil
	}, "SELECT ref, cifrado FROM identidades WHERE expediente = $1 AND clase = 'peticionario'", id)
	return out, err
}

// porIdentidad finds the records whose personal data hold a value.
func (a *Almacen) porIdentidad(ctx context.Context, clave, valor string, hallados map[int64][]string) error {
	if valor == "" {
		return nil
	}
	for _, ciego := range a.o.Llaves.IndiceCiego(clave, valor) {
		err := a.m.cada(ctx, func(scan func(...any) error) error {
			var id int64
			if err := scan(&id); err != nil {
				return err
			}
			if !slices.Contains(hallados[id], clave) {
				hallados[id] = append(hallados[id], clave)
			}
			return nil
		}, "SELECT expediente FROM identidad_claves WHERE valor = $1 AND clave = $2 ORDER BY expediente DESC LIMIT $3", ciego, clave, porClave)
		if err != nil {
			return err
		}
	}
	return nil
}

// porTexto finds the records that share a value of the text.
func (a *Almacen) porTexto(ctx context.Context, q *ConsultaSimilares, hallados map[int64][]string) error {
	vs := firmar(raices(q.Texto))
	if len(vs) == 0 {
		return nil
	}
	desde := max(semana(q.Desde), semana(q.Hasta)-SemanasFirmas)
	leer := func(scan func(...any) error) error {
		var id int64
		err := scan(&id)
		hallados[id] = append(hallados[id], "")
		return err
	}
	if a.m.pg {
		var semanas, ooads, valores []any
		for s := desde; s <= semana(q.Hasta); s++ {
			semanas = append(semanas, s)
		}
		for _, o := range q.OOAD {
			ooads = append(ooads, string(o))
		}
		for _, v := range vs {
			valores = append(valores, int64(v))
		}
		return a.m.cada(ctx, leer, "SELECT f.expediente FROM unnest($1::bigint[]) s (s), unnest($2::text[]) o (o), unnest($3::bigint[]) v (v), "+
			"LATERAL (SELECT expediente FROM firmas WHERE semana = s.s AND ooad = o.o AND valor = v.v ORDER BY expediente DESC LIMIT $4) f", semanas, ooads, valores, porFirma)
	}
	for s := semana(q.Hasta); s >= desde; s-- {
		for _, o := range q.OOAD {
			for _, v := range vs {
				err := a.m.cada(ctx, leer, "SELECT expediente FROM firmas WHERE semana = $1 AND ooad = $2 AND valor = $3 ORDER BY expediente DESC LIMIT $4", s, string(o), int64(v), porFirma)
				if err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// cargarSimilares loads the records found: those that share most, then the
// newest.
func (a *Almacen) cargarSimilares(ctx context.Context, coleccion string, hallados map[int64][]string) ([]Similar, error) {
	ids := make([]int64, 0, len(hallados))
	for id := range hallados {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(x, y int64) int { return cmp.Or(len(hallados[y])-len(hallados[x]), cmp.Compare(y, x)) })
	ids = ids[:min(len(ids), maxSimilares)]
	out := make([]Similar, 0, len(ids))
	leer := func(scan func(...any) error) error {
		x := Similar{Expediente: Expediente{Coleccion: coleccion}, Claves: []string{}}
		var id int64
		var vence *int64
		if err := scan(&id, &x.Folio, &x.Version, &x.OOAD, &vence, &x.Aviso, &x.Doc); err != nil {
			return err
		}
		x.Vence = deOrdinal(vence)
		for _, k := range hallados[id] {
			if k != "" {
				x.Claves = append(x.Claves, k)
			}
		}
		slices.Sort(x.Claves)
		out = append(out, x)
		return nil
	}
	const que = "SELECT id, folio, version, ooad, vence, aviso, doc FROM expedientes WHERE coleccion || '' = $1 AND id " // by id: the engine would rather walk over the collection
	for len(ids) > 0 {
		n := trozo(len(ids))
		args := []any{coleccion}
		for _, id := range ids[:n] {
			args = append(args, id)
		}
		q := que + "IN (" + marcadores(2, n) + ")"
		if err := a.m.cada(ctx, leer, q, args...); err != nil {
			return nil, err
		}
		ids = ids[n:]
	}
	slices.SortFunc(out, func(x, y Similar) int { return strings.Compare(y.Folio, x.Folio) })
	return out, nil
}

// marcadores are the places of n arguments, from one on.
func marcadores(desde, n int) string {
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteByte('$')
		b.WriteString(strconv.Itoa(desde + i))
	}
	return b.String()
}
