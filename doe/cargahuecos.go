package doe

import "slices"

// unHueco reads a hole and holds it against what the functions grant.
func (g *cargador) unHueco(f *ficha) {
	h := Hueco{
		Facultad: Facultad(g.exige(f, "hueco")), Titular: claves[ClaveUnidad](f.lista("titular")),
		Basta: claves[Facultad](f.lista("basta")), Regional: Facultad(f.texto("regional")),
		Politica: ClavePolitica(f.texto("politica")), Nota: g.exige(f, "nota"),
		ContraparteDe: claves[ClaveUnidad](f.lista("contraparte_de")),
		Contraparte:   g.siNo(f, "contraparte"), Nombrada: g.siNo(f, "nombrada"),
	}
	if slices.ContainsFunc(g.c.huecos, func(o Hueco) bool { return o.Facultad == h.Facultad }) {
		g.falla(f, ErrDuplicado, "hole %s", h.Facultad)
	}
	if g.facultad(f, h.Facultad) && len(g.c.Titulares(h.Facultad)) > 0 {
		g.falla(f, ErrHueco, "%s is granted by %s", h.Facultad, g.c.Titulares(h.Facultad)[0])
	}
	for _, u := range slices.Concat(h.Titular, h.ContraparteDe) {
		if _, ok := g.c.iUnidad[u]; !ok {
			g.falla(f, ErrDesconocido, "unit %s", u)
		}
	}
	for _, b := range h.Basta {
		if g.facultad(f, b) && len(g.c.Titulares(b)) == 0 {
			g.falla(f, ErrHueco, "nobody holds %s, which should suffice", b)
		}
	}
	g.regional(f, &h)
	g.c.huecos = append(g.c.huecos, h)
	g.c.porHueco[h.Facultad] = &h
}

// regional checks what [CAOOD] does a hole on: a facultad it holds, under a policy.
func (g *cargador) regional(f *ficha, h *Hueco) {
	if h.Regional == "" {
		return
	}
	if g.facultad(f, h.Regional) && g.c.Otorga(CAOOD, h.Regional).IsZero() {
		g.falla(f, ErrHueco, "%s does not hold %s", CAOOD, h.Regional)
	}
	i, ok := g.c.iPolitica[h.Politica]
	if !ok {
		g.falla(f, ErrDesconocido, "policy %q", h.Politica)
		return
	}
	p := g.c.politicas[i]
	h.cita = p.Manual + ", política " + p.Numero
}

func (g *cargador) siNo(f *ficha, nombre string) bool {
	v := f.texto(nombre)
	if v != "" && v != "si" && v != "no" {
		g.falla(f, ErrForma, "%s is si or no", nombre)
	}
	return v == "si"
}
