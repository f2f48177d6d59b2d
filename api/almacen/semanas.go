package almacen

import (
	"context"
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Counts by week of records told apart by three filters would be one more
// family of counters that every registration pays for. They are only asked for
// by whole weeks, long after: so they are counted from the columns of the
// records, a week at a time, when somebody asks or the clock passes.

// SerieSemanal is what is counted by week.
type SerieSemanal struct {
	// Nombre is the name under which the counts are kept.
	Nombre, Coleccion string
	// Indices are the filters, declared by the trámite, that they are told apart
	// by.
	Indices []string
	// Sin leaves out the records with a value of a filter, and SinEstado those
	// in a state.
	Sin       map[string]string
	SinEstado tramite.Estado
	// Actos are those that move a record from one count to another.
	Actos []string
	// Semanas is how far back it goes.
	Semanas int
}

// ConteoSemanal is how many records of a body were registered in a week, with
// the values of the filters in their order.
type ConteoSemanal struct {
	Lunes   fecha.Fecha
	OOAD    doe.OOAD
	Valores []string
	N       int
}

// CorteSemanal is up to where a series is counted.
type CorteSemanal struct {
	// Lunes is the first day of the last week counted; zero when there is none.
	Lunes fecha.Fecha
	// Version rises whenever something was counted.
	Version int
	// dia is the day whose acts, and those after, were not looked at yet.
	dia fecha.Fecha
}

var reglaContando = falla.Regla{Codigo: "contando", Es: "Las semanas se están contando; vuelva a pedirlo en unos segundos.", En: "The weeks are being counted; ask again in some seconds."}

// lunesDe is the first day of the week that a day is in.
func lunesDe(f fecha.Fecha) fecha.Fecha { return f.Sumar(-(int(f.DiaSemana()) + 6) % 7) }

// ContarSemanas counts the weeks that ended and were not counted, and those
// that acts changed, the oldest first. When it takes longer than it may it
// leaves the rest for the next time, and says so as [falla.NoDisponible].
func (a *Almacen) ContarSemanas(ctx context.Context, s SerieSemanal, paciencia time.Duration) (CorteSemanal, error) {
	defer a.deClave.tomar("semanas", s.Nombre)()
	t, ok := a.o.Mesa.Tramite(s.Coleccion)
	if !ok {
		return CorteSemanal{}, noExiste()
	}
	c, err := a.corteSemanal(ctx, s)
	if err != nil {
		return c, err
	}
	hoy, limite := a.o.Ahora().Dia(), time.Now().Add(paciencia)
	lunes, err := a.semanasPendientes(ctx, s, c, hoy)
	if err != nil {
		return c, err
	}
	if len(lunes) == 0 && !c.Lunes.IsZero() && c.dia.Before(hoy) {
		c.dia = hoy
		return c, a.solo(func(e *escritor) error { return e.anotarCorte(s, c) })
	}
	if c.Lunes.IsZero() { // what acts did before is in what is counted first
		c.dia = hoy
	}
	for i, l := range lunes {
		if i > 0 && time.Now().After(limite) {
			return c, &falla.Error{Clase: falla.NoDisponible, Codigo: reglaContando.Codigo, Es: reglaContando.Es, En: reglaContando.En}
		}
		if l.After(c.Lunes) {
			c.Lunes = l
		}
		if i == len(lunes)-1 {
			c.dia = hoy
		}
		c.Version++
		if err := a.contarSemana(ctx, s, t.Definicion(), l, c); err != nil {
			return c, err
		}
	}
	return c, nil
}

func (s SerieSemanal) ajuste() string { return "semanas/" + s.Nombre }

// corteSemanal reads up to where a series is counted.
func (a *Almacen) corteSemanal(ctx context.Context, s SerieSemanal) (CorteSemanal, error) {
	var valor string
	var c CorteSemanal
	hay, err := a.m.uno(ctx, "SELECT valor FROM ajustes WHERE nombre = $1", []any{s.ajuste()}, &valor)
	if err != nil || !hay {
		return c, err
	}
	var lunes, dia int
	if _, err := fmt.Sscanf(valor, "%d %d %d", &lunes, &dia, &c.Version); err != nil {
		return c, fmt.Errorf("almacen: weeks of %s: %w", s.Nombre, err)
	}
	c.Lunes, c.dia = fecha.DeOrdinal(lunes), fecha.DeOrdinal(dia)
	return c, nil
}

// semanasPendientes are the weeks to count, in order. What was moved today is
// seen tomorrow, so that the acts of a day are looked at once.
func (a *Almacen) semanasPendientes(ctx context.Context, s SerieSemanal, c CorteSemanal, hoy fecha.Fecha) ([]fecha.Fecha, error) {
	ultimo := lunesDe(hoy).Sumar(-7)
	desde := ultimo.Sumar(-7 * (s.Semanas - 1))
	var out []fecha.Fecha
	if !c.Lunes.IsZero() {
		var err error
		if out, err = a.semanasMovidas(ctx, s, c, hoy); err != nil {
			return nil, err
		}
		if sig := c.Lunes.Sumar(7); sig.After(desde) {
			desde = sig
		}
	} else {
		var creado int64
		hay, err := a.m.uno(ctx, "SELECT creado FROM expedientes WHERE coleccion = $1 ORDER BY creado LIMIT 1", []any{s.Coleccion}, &creado)
		if err != nil || !hay {
			return nil, err
		}
		if l := lunesDe(fecha.Instante(creado).Dia()); l.After(desde) {
			desde = l
		}
	}
	for ; !desde.After(ultimo); desde = desde.Sumar(7) {
		out = append(out, desde)
	}
	return out, nil
}

// semanasMovidas are the counted weeks of the records that acts of the last
// days may have moved.
func (a *Almacen) semanasMovidas(ctx context.Context, s SerieSemanal, c CorteSemanal, hoy fecha.Fecha) ([]fecha.Fecha, error) {
	if !c.dia.Before(hoy) || len(s.Actos) == 0 {
		return nil, nil
	}
	hay := map[fecha.Fecha]bool{}
	args := []any{int64(c.dia.Ordinal()), int64(hoy.Ordinal()), s.Coleccion}
	for _, x := range s.Actos {
		args = append(args, x)
	}
	err := a.m.cada(ctx, func(scan func(...any) error) error {
		var creado int64
		err := scan(&creado)
		if l := lunesDe(fecha.Instante(creado).Dia()); err == nil && !l.After(c.Lunes) && l.Dias(c.Lunes) < 7*s.Semanas {
			hay[l] = true
		}
		return err
	}, "SELECT x.creado FROM eventos e JOIN expedientes x ON x.id = e.id / 1048576 WHERE e.dia >= $1 AND e.dia < $2 AND x.coleccion = $3 AND e.acto IN ("+
		marcadores(4, len(s.Actos))+")", args...)
	out := make([]fecha.Fecha, 0, len(hay))
	for l := range hay {
		out = append(out, l)
	}
	slices.SortFunc(out, fecha.Fecha.Compare)
	return out, err
}

// contarSemana counts one week and writes it with the place it takes the
// series to.
func (a *Almacen) contarSemana(ctx context.Context, s SerieSemanal, d *tramite.Resumen, lunes fecha.Fecha, c CorteSemanal) error {
	hojas, orden := map[doe.OOAD]*hojaSemanal{}, []doe.OOAD{}
	sql, args := s.sql(d, lunes)
	err := a.m.cada(ctx, func(scan func(...any) error) error {
		var o doe.OOAD
		n, valores := 0, make([]string, len(s.Indices))
		dest := []any{&o, &n}
		for i := range valores {
			dest = append(dest, &valores[i])
		}
		if err := scan(dest...); err != nil {
			return err
		}
		if hojas[o] == nil {
			hojas[o], orden = &hojaSemanal{}, append(orden, o)
		}
		hojas[o].sumar(valores, n)
		return nil
	}, sql, args...)
	if err != nil {
		return err
	}
	fs := filas{t: tSemanas}
	for _, o := range orden {
		fs.sumar(s.Nombre, int64(lunes.Ordinal()), string(o), hojas[o].codificar())
	}
	return a.solo(func(e *escritor) error {
		if e.m.pg {
			if err := e.exec("LOCK TABLE semanas IN SHARE ROW EXCLUSIVE MODE"); err != nil {
				return err
			}
		}
		if err := e.exec("DELETE FROM semanas WHERE serie = $1 AND lunes = $2", s.Nombre, int64(lunes.Ordinal())); err != nil {
			return err
		}
		if err := e.insertar(&fs); err != nil {
			return err
		}
		return e.anotarCorte(s, c)
	})
}

// anotarCorte writes up to where a series is counted.
func (e *escritor) anotarCorte(s SerieSemanal, c CorteSemanal) error {
	aj := filas{t: tAjustes}
	aj.sumar(s.ajuste(), fmt.Sprintf("%d %d %d", c.Lunes.Ordinal(), c.dia.Ordinal(), c.Version))
	return e.insertar(&aj)
}

// sql counts the records of a week.
func (s SerieSemanal) sql(d *tramite.Resumen, lunes fecha.Fecha) (string, []any) {
	columna := func(nombre string) string {
		return fmt.Sprintf("coalesce(i%d, '')", 1+slices.IndexFunc(d.Indices, func(x tramite.DefIndice) bool { return x.Nombre == nombre }))
	}
	grupo := []string{"ooad"}
	for _, x := range s.Indices {
		grupo = append(grupo, columna(x))
	}
	args := []any{s.Coleccion, int64(lunes.Inicio()), int64(lunes.Sumar(7).Inicio()), string(s.SinEstado)}
	donde := "coleccion = $1 AND creado >= $2 AND creado < $3 AND estado <> $4"
	for _, x := range slices.Sorted(maps.Keys(s.Sin)) {
		v := s.Sin[x]
		args = append(args, v)
		donde += fmt.Sprintf(" AND %s <> $%d", columna(x), len(args))
	}
	por := strings.Join(grupo, ", ")
	return "SELECT ooad, count(*), " + strings.Join(grupo[1:], ", ") + " FROM expedientes WHERE " + donde + " GROUP BY " + por + " ORDER BY " + por, args
}

// hojaSemanal are the counts of a body in a week, being packed.
type hojaSemanal struct {
	c compacto
	n uint64
}

func (h *hojaSemanal) sumar(valores []string, n int) {
	h.c.texto(valores...)
	h.c.entero(n)
	h.n++
}

func (h *hojaSemanal) codificar() []byte {
	return append(binary.AppendUvarint(h.c.lista(), h.n), h.c.b...)
}

// Semanas hands over the counts of a series between two weeks, both included,
// each by its first day, in order.
func (a *Almacen) Semanas(ctx context.Context, s SerieSemanal, desde, hasta fecha.Fecha, dar func(ConteoSemanal)) error {
	return a.m.cada(ctx, func(scan func(...any) error) error {
		var dia int
		var o doe.OOAD
		var b []byte
		if err := scan(&dia, &o, &b); err != nil {
			return err
		}
		l := lectorCompacto{b: b}
		l.lista()
		for range l.largo() {
			c := ConteoSemanal{Lunes: fecha.DeOrdinal(dia), OOAD: o, Valores: make([]string, len(s.Indices))}
			for i := range c.Valores {
				c.Valores[i] = l.texto()
			}
			if c.N = l.entero(); l.mal {
				return errMovimiento
			}
			dar(c)
		}
		return nil
	}, "SELECT lunes, ooad, casillas FROM semanas WHERE serie = $1 AND lunes >= $2 AND lunes <= $3 ORDER BY lunes, ooad", s.Nombre, int64(desde.Ordinal()), int64(hasta.Ordinal()))
}
