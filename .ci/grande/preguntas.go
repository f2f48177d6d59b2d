package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/url"
	"os"
	"slices"
	"strings"
	"time"
)

// servidor is the program over one store.
type servidor struct {
	base, token string
	http        *http.Client
	proceso     int
}

// cpu is what the program has taken of the processors so far.
func (s *servidor) cpu() time.Duration {
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", s.proceso))
	if err != nil {
		return 0
	}
	_, resto, _ := strings.Cut(string(b), ") ")
	var usuario, sistema int64
	if fs := strings.Fields(resto); len(fs) > 12 {
		_, _ = fmt.Sscan(fs[11], &usuario)
		_, _ = fmt.Sscan(fs[12], &sistema)
	}
	return time.Duration(usuario+sistema) * 10 * time.Millisecond // a hundred ticks a second
}

func nuevoServidor(base string) *servidor {
	return &servidor{base: base, http: &http.Client{Timeout: time.Minute, Transport: &http.Transport{MaxIdleConnsPerHost: 64}}}
}

// calmar waits until the program has done what it does by itself after it
// opens a store, five minutes at most, and says how long that took.
func (s *servidor) calmar() time.Duration {
	desde := time.Now()
	for time.Since(desde) < 5*time.Minute {
		antes := s.cpu()
		if time.Sleep(3 * time.Second); s.cpu()-antes < 150*time.Millisecond {
			break
		}
	}
	return time.Since(desde)
}

// pedir asks for a page and says how long it took to have it whole.
func (s *servidor) pedir(ctx context.Context, metodo, ruta string, cuerpo []byte) ([]byte, int, time.Duration, error) {
	q, err := http.NewRequestWithContext(ctx, metodo, s.base+ruta, bytes.NewReader(cuerpo))
	if err != nil {
		return nil, 0, 0, err
	}
	q.Header.Set("Authorization", "Bearer "+s.token)
	q.Header.Set("Content-Type", "application/json")
	desde := time.Now()
	r, err := s.http.Do(q)
	if err != nil {
		return nil, 0, 0, err
	}
	defer r.Body.Close()
	b, err := io.ReadAll(r.Body)
	return b, r.StatusCode, time.Since(desde), err
}

// medir asks for so many of some pages, each once before without being timed.
func (s *servidor) medir(ctx context.Context, rutas []string, veces int) ([]time.Duration, string, error) {
	var out []time.Duration
	peor, cual := time.Duration(0), ""
	for i := range len(rutas) + veces {
		ruta := rutas[i%len(rutas)]
		b, codigo, d, err := s.pedir(ctx, "GET", ruta, nil)
		if err != nil || codigo != http.StatusOK {
			return nil, "", fmt.Errorf("%s: %d %s %w", ruta, codigo, b, err)
		}
		if i < len(rutas) {
			continue
		}
		if out = append(out, d); d > peor {
			peor, cual = d, ruta
		}
	}
	return out, "the worst is `" + strings.ReplaceAll(cual, "|", "\\|") + "`", nil
}

// pagina is what a list answers.
type pagina struct {
	Elementos []struct {
		Folio, OOAD, Relato, Canal, Estado string
		Unidad                             string `json:"unidad_servicio"`
		Peticionario                       struct{ Tipo string }
		Clasificacion                      struct{ Tipo, Tema, Servicio, Gravedad string }
		Creado                             string
	}
	Siguiente string `json:"siguiente"`
	Cursor    string `json:"cursor"`
}

func (s *servidor) lista(ctx context.Context, q string) (pagina, error) {
	var p pagina
	b, codigo, _, err := s.pedir(ctx, "GET", "/v1/peticiones?"+q, nil)
	if err == nil && codigo != http.StatusOK {
		err = fmt.Errorf("%s: %d %s", q, codigo, b)
	}
	if err == nil {
		err = json.Unmarshal(b, &p)
	}
	return p, err
}

// preguntar measures every reading.
func (s *servidor) preguntar(ctx context.Context, o *opciones, t *tabla) error {
	s.calmar()
	rutas, err := s.estadisticas(ctx)
	if err != nil {
		return err
	}
	ds, nota, err := s.medir(ctx, rutas, max(o.veces, len(rutas)))
	if err != nil {
		return err
	}
	t.tiempos("statistics by any two dimensions, any year", 99, 20*time.Millisecond, ds, fmt.Sprintf("%d different; %s", len(rutas), nota))
	muestra, err := s.muestra(ctx)
	if err != nil {
		return err
	}
	for _, g := range []struct {
		que   string
		cual  int
		meta  time.Duration
		rutas []string
	}{
		{"page 1 of a list by one filter", 99, 30 * time.Millisecond, filtros(muestra)},
		{"page 1 of a list by two or three filters", 99, 30 * time.Millisecond, combinados(muestra)},
		{"full text of two words", 95, 100 * time.Millisecond, palabras(muestra, nil)},
		{"full text of two words and a filter", 95, 100 * time.Millisecond, palabras(muestra, filtros(muestra))},
		{"duplicates of a petition", 95, 20 * time.Millisecond, similares(muestra)},
	} {
		ds, nota, err := s.medir(ctx, g.rutas, o.veces)
		if err != nil {
			return err
		}
		t.tiempos(g.que, g.cual, g.meta, ds, nota)
	}
	return s.honda(ctx, o, t)
}

// dimensiones are those of the statistics; the pairs that are not offered are
// refused, and left out.
var dimensiones = []string{"dia", "semana", "mes", "ooad", "tipo", "canal", "gravedad", "estado", "tema", "servicio", "unidad_servicio"}

func (s *servidor) estadisticas(ctx context.Context) ([]string, error) {
	var out []string
	for i, a := range dimensiones {
		for _, b := range dimensiones[i+1:] {
			for anio := time.Now().Year(); anio > time.Now().Year()-3; anio-- {
				ruta := fmt.Sprintf("/v1/siade/estadistica?agrupar=%s,%s&desde=%d-01-01&hasta=%d-12-31", a, b, anio, anio)
				cuerpo, codigo, _, err := s.pedir(ctx, "GET", ruta, nil)
				switch {
				case err != nil:
					return nil, err
				case codigo == http.StatusOK:
					out = append(out, ruta)
				case codigo != http.StatusUnprocessableEntity:
					return nil, fmt.Errorf("%s: %d %s", ruta, codigo, cuerpo)
				}
			}
		}
	}
	return out, nil
}

// muestra are petitions of all times.
func (s *servidor) muestra(ctx context.Context) (pagina, error) {
	out, err := s.lista(ctx, "limite=200&orden=creado")
	for i := 0; err == nil && i < 12; i++ {
		dia := time.Now().AddDate(0, 0, -1-i*55).Format(time.DateOnly)
		var p pagina
		p, err = s.lista(ctx, "limite=100&creado_hasta="+dia)
		out.Elementos = append(out.Elementos, p.Elementos...)
	}
	for _, t := range []string{"gestion", "queja", "sugerencia", "reconocimiento"} {
		var p pagina
		if err == nil {
			p, err = s.lista(ctx, "limite=50&tipo="+t)
		}
		out.Elementos = append(out.Elementos, p.Elementos...)
	}
	return out, err
}

// azar is the same in every run.
var azar = rand.New(rand.NewPCG(7, 7))

// valores are one-filter lists, by every value seen and some of none.
func filtros(p pagina) []string {
	vistos := map[string]bool{
		"": true, "sensible=si": true, "sensible=no": true, "gravedad=riesgo_vital": true, "vence_antes=" + time.Now().Format(time.DateOnly): true, "orden=vence": true, "orden=creado": true,
		"tema=ninguno": true, "unidad=doe-7.1.3.1.1": true, "vence_antes=" + time.Now().AddDate(0, 0, 10).Format(time.DateOnly): true, "estado=prevenida": true, "responsable=nadie": true,
	}
	unidades := 0
	for _, e := range p.Elementos {
		for k, v := range map[string]string{
			"tipo": e.Clasificacion.Tipo, "tema": e.Clasificacion.Tema, "servicio": e.Clasificacion.Servicio, "gravedad": e.Clasificacion.Gravedad, "canal": e.Canal, "estado": e.Estado,
			"ooad": e.OOAD, "peticionario": e.Peticionario.Tipo, "creado_hasta": e.Creado[:10],
		} {
			vistos[k+"="+v] = true
		}
		if e.Unidad != "" && unidades < 20 {
			unidades++
			vistos["unidad_servicio="+e.Unidad] = true
		}
	}
	out := []string{}
	for q := range vistos {
		out = append(out, "/v1/peticiones?limite=50&"+q)
	}
	slices.Sort(out)
	azar.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

// combinados are lists by filters that go together or not.
func combinados(p pagina) []string {
	uno := filtros(p)
	var out []string
	for len(out) < 150 {
		q, ks := "/v1/peticiones?limite=50", map[string]bool{}
		for range 2 + azar.IntN(2) {
			_, f, _ := strings.Cut(uno[azar.IntN(len(uno))], "limite=50&")
			if k, _, _ := strings.Cut(f, "="); f != "" && !ks[k] {
				ks[k] = true
				q += "&" + f
			}
		}
		if len(ks) > 1 {
			out = append(out, q)
		}
	}
	return out
}

// palabras are pairs of words of one petition or of two, alone or with a
// filter.
func palabras(p pagina, con []string) []string {
	palabra := func() string {
		for {
			ws := strings.Fields(p.Elementos[azar.IntN(len(p.Elementos))].Relato)
			if w := strings.Trim(ws[azar.IntN(len(ws))], ".,;¿?¡!"); len(w) > 3 {
				return w
			}
		}
	}
	var out []string
	for len(out) < 150 {
		q := "/v1/peticiones?limite=50&q=" + url.QueryEscape(palabra()+" "+palabra())
		if con != nil {
			_, f, _ := strings.Cut(con[azar.IntN(len(con))], "limite=50&")
			if f == "" || strings.HasPrefix(f, "orden") {
				continue
			}
			q += "&" + f
		}
		out = append(out, q)
	}
	return out
}

func similares(p pagina) []string {
	var out []string
	for range 150 {
		out = append(out, "/v1/peticiones/"+p.Elementos[azar.IntN(len(p.Elementos))].Folio+"/similares")
	}
	return out
}

// honda walks to a page far down some lists and measures from there on.
func (s *servidor) honda(ctx context.Context, o *opciones, t *tabla) error {
	var ds []time.Duration
	listas := []string{"", "tipo=orientacion", "sensible=no", "orden=creado", "canal=modulo", "q=como"}
	hondas := 0
	for _, q := range listas {
		cursor, hay := "", true
		for i := 0; i < o.pagina/4 && hay; i++ {
			p, err := s.lista(ctx, q+"&limite=200&cursor="+url.QueryEscape(cursor))
			if err != nil {
				return err
			}
			cursor = cmpOr(p.Siguiente, p.Cursor)
			hay = cursor != ""
		}
		if !hay {
			continue
		}
		hondas++
		for range max(o.veces/len(listas), 60) {
			p, err := s.lista(ctx, q+"&limite=50&cursor="+url.QueryEscape(cursor))
			if err != nil {
				return err
			}
			_, _, d, err := s.pedir(ctx, "GET", "/v1/peticiones?"+q+"&limite=50&cursor="+url.QueryEscape(cursor), nil)
			if err != nil {
				return err
			}
			if ds = append(ds, d); cmpOr(p.Siguiente, p.Cursor) != "" {
				cursor = cmpOr(p.Siguiente, p.Cursor)
			}
		}
	}
	t.tiempos(fmt.Sprintf("page %d of a list", o.pagina), 99, 30*time.Millisecond, ds, fmt.Sprintf("%d lists that long", hondas))
	return nil
}

func cmpOr(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
