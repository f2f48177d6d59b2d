package modulo

import (
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
)

var (
	solicita = doe.Alguna("siade.modulos:proponer")
	avala    = doe.Alguna("siade.modulos:autorizar")
)

// Solicitar asks for the endorsement of a movement (caood-7.1/16).
var Solicitar = tramite.Acto[Movimiento, Solicitud]{
	Nombre: "solicitar", Titulo: "Solicitar",
	Descripcion: "La coordinación regional solicita el aval técnico de un alta, una baja o un cambio de adscripción de su personal TAOD. Queda dicho a qué horas quedaría sin nadie el módulo de origen; entonces la solicitud dice cómo se cubre.",
	A:           tramite.Hacia(Solicitado), Facultades: solicita, Alcance: doe.Nacional, Firma: true,
	Validar: validarSolicitud, Fijar: fijarSolicitud,
	Aplicar: func(r *Movimiento, e Solicitud, _ tramite.Suceso) { r.Solicitud = e },
	Ejemplo: Solicitud{
		Clase: Alta, Tecnico: "TAOD-2026-14-0000001-X", A: &Lugar{Modulo: "MAO-2026-14-0000001-X", Plaza: "14-0001234"}, Desde: fecha.MustParse("2026-03-16"),
		Razon: Cobertura, Motivo: "La plaza está vacante desde enero.", Documento: "Oficio CAOD-14/0087/2026",
	},
}

// CorregirSolicitud sends a request again with what was observed corrected.
var CorregirSolicitud = tramite.Acto[Movimiento, Solicitud]{
	Nombre: "corregir", Titulo: "Corregir", Descripcion: "La coordinación regional corrige la solicitud observada; la clase y la persona no cambian.",
	De: tramite.Desde(Observado), A: tramite.Hacia(Solicitado), Facultades: solicita, Alcance: doe.Nacional, Firma: true,
	Validar: func(r Movimiento, e Solicitud, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(e.Clase != r.Clase, ReglaMismo, "body.clase")
		f.Si(e.Tecnico != r.Tecnico, ReglaMismo, "body.tecnico")
		validarSolicitud(r, e, c, f)
	},
	Fijar:   fijarSolicitud,
	Aplicar: func(r *Movimiento, e Solicitud, _ tramite.Suceso) { r.Solicitud = e },
	Ejemplo: Solicitar.Ejemplo,
}

func fijarSolicitud(_ Movimiento, e *Solicitud, c *tramite.Contexto) {
	e.De, e.Descubierto = nil, nil
	t := tramite.Hallar[Tecnico](c, ColeccionTecnicos, e.Tecnico)
	if t == nil || t.Base == nil {
		return
	}
	e.De = &Lugar{t.Base.Modulo, t.Base.Plaza}
	e.Descubierto = quedaSinNadie(*e, t, c)
}

// quedaSinNadie lists when the desk that the person leaves would have nobody.
// One who moves within a desk is counted where they will be.
func quedaSinNadie(e Solicitud, t *Tecnico, c *tramite.Contexto) []Hueco {
	a := t.Actual()
	if a == nil || e.Clase == Alta {
		return nil
	}
	m := tramite.Hallar[Modulo](c, ColeccionModulos, a.Modulo)
	if m == nil {
		return nil
	}
	sin := m.SinNadie(t.Folio)
	if e.A != nil && e.A.Modulo == m.Folio {
		if p := m.Plaza(e.A.Plaza); p != nil {
			var s semana
			for _, h := range sin {
				s[h.Dia.numero()] = append(s[h.Dia.numero()], tramo{h.De, h.A})
			}
			return s.menos(enSemana(p.Turno...)).huecos()
		}
	}
	return sin
}

func validarSolicitud(r Movimiento, e Solicitud, c *tramite.Contexto, f *falla.Fallas) {
	f.Si(e.Desde.Before(c.Hoy()) || c.Hoy().Dias(e.Desde) > 366, ReglaDesde, "body.desde")
	f.Si((e.Clase == Baja) != (e.A == nil), ReglaDestino, "body.a")
	malHasta := (e.Clase == Temporal) == e.Hasta.IsZero() || e.Clase == Temporal && (e.Hasta.Before(e.Desde) || e.Desde.Dias(e.Hasta) > MaxTemporal)
	f.Si(malHasta, ReglaHasta, "body.hasta")
	t := tramite.Hallar[Tecnico](c, ColeccionTecnicos, e.Tecnico)
	if f.Si(t == nil || t.OOAD != r.OOAD, ReglaPersona, "body.tecnico") {
		return
	}
	f.Si((e.Clase == Alta) != (t.Estado == Propuesto) || t.Estado == DeBaja, ReglaEstadoPersona, "body.tecnico")
	f.Si(t.Temporal != nil && e.Clase != Baja, ReglaEnOtro, "body.tecnico")
	if otro := c.FolioDe(ColeccionMovimientos, t.Folio); otro != "" {
		f.Si(otro != r.Folio, ReglaEnOtro, "body.tecnico")
	}
	if e.A != nil {
		validarDestino(r.OOAD, e, t, c, f)
	}
	f.Si(len(quedaSinNadie(e, t, c)) > 0 && e.Cobertura == "", ReglaDescubierto, "body.cobertura")
}

// validarDestino checks the post that the person goes to.
func validarDestino(o doe.OOAD, e Solicitud, t *Tecnico, c *tramite.Contexto, f *falla.Fallas) {
	m := tramite.Hallar[Modulo](c, ColeccionModulos, e.A.Modulo)
	if f.Si(m == nil || m.OOAD != o || m.Estado == CerradoDefinitivo, ReglaModulo, "body.a.modulo") {
		return
	}
	p := m.Plaza(e.A.Plaza)
	if f.Si(p == nil, ReglaSinPlaza, "body.a.plaza") {
		return
	}
	f.Si(p.Puesto != t.Puesto, ReglaOtroPuesto, "body.a.plaza")
	if !f.Si(t.Base != nil && t.Base.Modulo == m.Folio && t.Base.Plaza == p.Clave, ReglaMismaPlaza, "body.a.plaza") {
		f.Si(!libreEl(p, e, c), ReglaPlazaOcupada, "body.a.plaza")
	}
}

// libreEl says whether a post is free for a movement, or may be by its day:
// whoever has it has another movement asked for, or covers it until before.
func libreEl(p *Plaza, e Solicitud, c *tramite.Contexto) bool {
	m := Movimiento{Solicitud: e}
	return !p.estorba(CambioPlaza{Tecnico: e.Tecnico, Efecto: m.toma(), Hasta: e.Hasta}) ||
		p.Titular != "" && c.FolioDe(ColeccionMovimientos, p.Titular) != "" ||
		p.Titular == "" && p.Cubre != "" && p.CubreHasta.Before(e.Desde)
}

// ObservarSolicitud asks for corrections; the term of the endorsement waits.
var ObservarSolicitud = tramite.Acto[Movimiento, Observacion]{
	Nombre: "observar", Titulo: "Observar", Descripcion: "La unidad central pide corregir o aclarar la solicitud, con plazo; mientras, el término del aval se detiene.",
	De: tramite.Desde(Solicitado), A: tramite.Hacia(Observado), Facultades: coordina, Alcance: doe.Nacional,
	Validar: func(r Movimiento, _ Observacion, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(len(r.Observaciones) >= 20, ReglaMaximo, "body")
	},
	Aplicar: func(r *Movimiento, e Observacion, s tramite.Suceso) {
		e.Autoria = s.Autoria()
		r.Observaciones = append(r.Observaciones, e)
	},
	Ejemplo: Observacion{Texto: "Falta decir cómo se cubre el módulo los viernes.", Dias: 5},
}

// AnalizarSolicitud adds the liaison's analysis of coverage.
var AnalizarSolicitud = tramite.Acto[Movimiento, Analisis]{
	Nombre: "analizar", Titulo: "Analizar", Descripcion: "El enlace nacional analiza la cobertura de origen y destino y dice si recomienda avalar.",
	De: tramite.Desde(Solicitado, Observado), Facultades: doe.Alguna("siade.modulos:analizar"), Alcance: doe.Nacional,
	Validar: func(r Movimiento, _ Analisis, _ *tramite.Contexto, f *falla.Fallas) {
		f.Si(len(r.Analisis) >= 20, ReglaMaximo, "body")
	},
	Aplicar: func(r *Movimiento, e Analisis, s tramite.Suceso) {
		e.Autoria = s.Autoria()
		r.Analisis = append(r.Analisis, e)
	},
	Ejemplo: Analisis{Texto: "El módulo de destino atiende al doble por persona que el de origen.", Recomendada: true},
}

// Aval is the input of [Avalar].
type Aval struct {
	Oficio string `json:"oficio" validate:"required,max=200" doc:"Oficio del aval" example:"Oficio 7.1.3/0099/2026"`
	// Condicion is required when the desk left behind has hours without people.
	Condicion string `json:"condicion,omitempty" validate:"omitempty,min=5,max=1000" doc:"Con qué condición; obligatoria si el módulo de origen queda sin nadie a alguna hora" example:"Mientras la UMF 2 preste una persona los viernes por la tarde."`
	// Descubierto is when that would be, as things stand now.
	Descubierto []Hueco `json:"descubierto,omitempty" hecho:"true" doc:"Horas de servicio en que el módulo de origen quedaría sin nadie, al avalar"`
}

// Avalar endorses a movement, which takes effect on its day (7.1.3/15).
var Avalar = tramite.Acto[Movimiento, Aval]{
	Nombre: "avalar", Titulo: "Otorgar aval técnico",
	Descripcion: "La Unidad otorga el aval técnico. El movimiento surte efecto por sí mismo en su día; si ese día ya pasó, antes se corrige la solicitud.",
	De:          tramite.Desde(Solicitado), A: tramite.Hacia(Avalado), Facultades: avala, Alcance: doe.Nacional,
	Validar: func(r Movimiento, e Aval, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(r.Desde.Before(c.Hoy()), ReglaTarde, "body")
		f.Si(len(descubiertoHoy(r, c)) > 0 && e.Condicion == "", ReglaCondicion, "body.condicion")
	},
	Fijar: func(r Movimiento, e *Aval, c *tramite.Contexto) { e.Descubierto = descubiertoHoy(r, c) },
	Aplicar: func(r *Movimiento, e Aval, s tramite.Suceso) {
		r.Descubierto = e.Descubierto
		r.Resolucion = &Resolucion{Oficio: e.Oficio, Condicion: e.Condicion, Autoria: s.Autoria()}
	},
	Ejemplo: Aval{Oficio: "Oficio 7.1.3/0099/2026", Condicion: "Mientras la UMF 2 preste una persona los viernes por la tarde."},
}

func descubiertoHoy(r Movimiento, c *tramite.Contexto) []Hueco {
	t := tramite.Hallar[Tecnico](c, ColeccionTecnicos, r.Tecnico)
	if t == nil {
		return nil
	}
	return quedaSinNadie(r.Solicitud, t, c)
}

// Negativa is the input of [Negar].
type Negativa struct {
	Oficio string         `json:"oficio" validate:"required,max=200" doc:"Oficio de la negativa" example:"Oficio 7.1.3/0100/2026"`
	Causal CausalNegativa `json:"causal" validate:"required" doc:"Causal" example:"deja_sin_atencion"`
	Motivo string         `json:"motivo" validate:"required,min=10,max=2000" doc:"Razones" example:"Los viernes por la tarde el módulo quedaría sin nadie."`
	// NuevaDesde is the earliest day on which it may be asked for again.
	NuevaDesde fecha.Fecha `json:"nueva_desde,omitzero" doc:"Desde qué día puede solicitarse de nuevo; desde ya si falta" example:"2026-07-01"`
}

// Negar refuses a movement, with a ground.
var Negar = tramite.Acto[Movimiento, Negativa]{
	Nombre: "negar", Titulo: "Negar aval técnico", Descripcion: "La Unidad niega el aval técnico con una causal y dice desde cuándo puede solicitarse de nuevo.",
	De: tramite.Desde(Solicitado), A: tramite.Hacia(Negado), Facultades: avala, Alcance: doe.Nacional, Causales: tramite.Causales(negativas),
	Validar: func(r Movimiento, e Negativa, c *tramite.Contexto, f *falla.Fallas) {
		f.Si(e.Causal == DejaSinAtencion && len(descubiertoHoy(r, c)) == 0, ReglaNoDeja, "body.causal")
		f.Si(!e.NuevaDesde.IsZero() && (e.NuevaDesde.Before(c.Hoy()) || c.Hoy().Dias(e.NuevaDesde) > 366), ReglaDesde, "body.nueva_desde")
	},
	Aplicar: func(r *Movimiento, e Negativa, s tramite.Suceso) {
		r.Resolucion = &Resolucion{Oficio: e.Oficio, Causal: e.Causal, Motivo: e.Motivo, Desde: e.NuevaDesde, Autoria: s.Autoria()}
	},
	Ejemplo: Negativa{Oficio: "Oficio 7.1.3/0100/2026", Causal: SinJustificar, Motivo: "No se acredita la demanda del módulo de destino.", NuevaDesde: fecha.MustParse("2026-07-01")},
}

// Desistimiento is the input of [Desistir] and of [Anticipar].
type Desistimiento struct {
	Motivo string `json:"motivo" validate:"required,min=5,max=1000" doc:"Motivo" example:"La persona que se cubriría regresó antes."`
}

// Desistir withdraws a movement that has not taken effect.
var Desistir = tramite.Acto[Movimiento, Desistimiento]{
	Nombre: "desistir", Titulo: "Desistir", Descripcion: "La coordinación regional retira el movimiento antes de que surta efecto.",
	De: tramite.Desde(Solicitado, Observado, Avalado), A: tramite.Hacia(Desistido), Facultades: solicita, Alcance: doe.Nacional, Firma: true,
	Aplicar: func(r *Movimiento, e Desistimiento, _ tramite.Suceso) { r.Motivo = e.Motivo },
	Ejemplo: Desistimiento{Motivo: "La persona que se cubriría regresó antes."},
}

// AvisarAval tells that a request was not decided in its term.
var AvisarAval = tramite.Acto[Movimiento, siade.Vencimiento]{
	Nombre: "avisar-aval", Titulo: "Avisar del aval pendiente", Interno: true, Descripcion: "El reloj asienta que el aval no se resolvió en su término.",
	De: tramite.Desde(Solicitado), Contrapartes: elReloj,
	Aplicar: func(r *Movimiento, _ siade.Vencimiento, s tramite.Suceso) { r.Avisos = append(r.Avisos, s.Dia) },
	Ejemplo: siade.Vencimiento{Plazo: PlazoAval},
}

// Previo is what the clock does in the same breath before a person takes a
// post: whoever has it leaves it.
type Previo struct {
	Movimiento string `json:"movimiento" validate:"required,max=60" doc:"Folio del movimiento de quien deja la plaza" example:"MOV-2026-14-0000002-X"`
	Acto       string `json:"acto" validate:"required,max=40" doc:"surtir-efecto o regresar" example:"surtir-efecto"`
}

// Efectuacion is the input of [SurtirEfecto]: nothing but what it fixes.
type Efectuacion struct {
	Impedimento Impedimento `json:"impedimento,omitempty" hecho:"true" doc:"Por qué no puede surtir efecto"`
	// De is where the person works that day.
	De *Lugar `json:"de,omitempty" hecho:"true" doc:"Plaza de la que sale"`
	// Antes are the movements by which the post is left free the same day.
	Antes []Previo `json:"antes,omitempty" hecho:"true" doc:"Movimientos que dejan libre la plaza el mismo día"`
	// Interrumpe is the temporary movement that a [Baja] ends, and Cubria its post.
	Interrumpe string `json:"interrumpe,omitempty" hecho:"true" doc:"Cambio temporal que la baja termina"`
	Cubria     *Lugar `json:"cubria,omitempty" hecho:"true" doc:"Plaza que la persona cubría"`
}

// SurtirEfecto makes a movement effective on its day. The clock does it; where
// it cannot be, it says why and ends without effect.
var SurtirEfecto = tramite.Acto[Movimiento, Efectuacion]{
	Nombre: "surtir-efecto", Titulo: "Surtir efecto", Interno: true,
	Descripcion: "El reloj hace efectivo el movimiento avalado en su día: la persona deja una plaza y toma otra, también cuando dos o más las cambian entre sí. Si ya no puede ser, queda sin efecto y se dice por qué.",
	De:          tramite.Desde(Avalado), A: tramite.Hacia(EnEfecto, Concluido, SinEfecto), Contrapartes: elReloj,
	Elegir: func(r Movimiento, e Efectuacion) tramite.Estado {
		switch {
		case e.Impedimento != "":
			return SinEfecto
		case r.Clase == Temporal:
			return EnEfecto
		}
		return Concluido
	},
	Fijar: fijarEfecto,
	Aplicar: func(r *Movimiento, e Efectuacion, s tramite.Suceso) {
		if r.Impedimento = e.Impedimento; e.Impedimento == "" {
			r.Efectivo, r.De = s.Dia, e.De
		}
	},
	Ordena: ordenarEfecto,
}

func fijarEfecto(r Movimiento, e *Efectuacion, c *tramite.Contexto) {
	*e = Efectuacion{}
	if e.Impedimento, e.Antes = impedimento(r, nil, c); e.Impedimento != "" {
		return
	}
	t := tramite.Hallar[Tecnico](c, ColeccionTecnicos, r.Tecnico)
	if t.Base != nil {
		e.De = &Lugar{t.Base.Modulo, t.Base.Plaza}
	}
	if t.Temporal != nil {
		e.Interrumpe, e.Cubria = t.Temporal.Origen, &Lugar{t.Temporal.Modulo, t.Temporal.Plaza}
	}
}

// maxCadena bounds how many people change posts among themselves at once.
const maxCadena = 8

// impedimento says why a movement cannot take effect today or, when it can,
// what must be done before. vienen are the movements that wait for this one,
// whose people will have left their posts.
func impedimento(r Movimiento, vienen []Movimiento, c *tramite.Contexto) (Impedimento, []Previo) {
	t := tramite.Hallar[Tecnico](c, ColeccionTecnicos, r.Tecnico)
	if t == nil || t.Estado == DeBaja || (t.Estado == Propuesto) != (r.Clase == Alta) || t.Temporal != nil && r.Clase != Baja {
		return NoEsta, nil
	}
	if r.A == nil {
		return "", nil
	}
	m := tramite.Hallar[Modulo](c, ColeccionModulos, r.A.Modulo)
	if m == nil || m.Estado == CerradoDefinitivo {
		return ModuloCerrado, nil
	}
	p := m.Plaza(r.A.Plaza)
	if p == nil {
		return PlazaTomada, nil
	}
	libre, antes := despejar(*p, append(vienen, r), c)
	if libre.estorba(CambioPlaza{Tecnico: r.Tecnico, Efecto: r.toma(), Hasta: r.Hasta}) {
		return PlazaTomada, nil
	}
	return "", antes
}

// despejar gives a post as those who have it leave it today, and by which
// movements.
func despejar(p Plaza, vienen []Movimiento, c *tramite.Contexto) (Plaza, []Previo) {
	var antes []Previo
	if p.Cubre != "" && p.CubreHasta.Before(c.Hoy()) {
		if z := tramite.Hallar[Tecnico](c, ColeccionTecnicos, p.Cubre); z != nil && z.Temporal != nil {
			antes = append(antes, Previo{z.Temporal.Origen, Regresar.Nombre})
			p.aplicar(CambioPlaza{Efecto: Descubre})
		}
	}
	if p.Titular == "" {
		return p, antes
	}
	for _, v := range vienen {
		if v.Tecnico == p.Titular {
			p.aplicar(CambioPlaza{Efecto: v.deja(), Hasta: v.Hasta})
			return p, antes
		}
	}
	n := tramite.HallarClave[Movimiento](c, ColeccionMovimientos, p.Titular)
	if n == nil || n.Estado != Avalado || n.Desde.After(c.Hoy()) || len(vienen) >= maxCadena {
		return p, antes
	}
	if i, _ := impedimento(*n, vienen, c); i == "" {
		antes = append(antes, Previo{n.Folio, "surtir-efecto"})
		p.aplicar(CambioPlaza{Efecto: n.deja(), Hasta: n.Hasta})
	}
	return p, antes
}

// toma is how the person takes the post of destination, and deja how they
// leave theirs.
func (m Movimiento) toma() Efecto {
	if m.Clase == Temporal {
		return Cubre
	}
	return Ocupa
}

func (m Movimiento) deja() Efecto {
	if m.Clase == Temporal {
		return Ausenta
	}
	return Desocupa
}

func (m Movimiento) plaza(en *Lugar, f Efecto, hasta fecha.Fecha) tramite.Orden {
	return tramite.Orden{Coleccion: ColeccionModulos, Folio: en.Modulo, Acto: AsentarOcupacion.Nombre,
		Entrada: CambioPlaza{Plaza: en.Plaza, Tecnico: m.Tecnico, Efecto: f, Hasta: hasta, Origen: m.Folio}}
}

func (m Movimiento) adscribe(a Asiento) tramite.Orden {
	a.Clase = m.Clase
	return tramite.Orden{Coleccion: ColeccionTecnicos, Folio: m.Tecnico, Acto: Adscribir.Nombre, Entrada: a}
}

// ordenarEfecto leaves the person's post first, so that whoever waits for it
// may take it, and takes the other last.
func ordenarEfecto(r Movimiento, e Efectuacion, c *tramite.Contexto) []tramite.Orden {
	if e.Impedimento != "" {
		return nil
	}
	var out []tramite.Orden
	if e.Interrumpe != "" {
		out = append(out, r.plaza(e.Cubria, Descubre, fecha.Fecha{}),
			tramite.Orden{Coleccion: ColeccionMovimientos, Folio: e.Interrumpe, Acto: Interrumpir.Nombre, Entrada: Interrupcion{Por: r.Folio}})
	}
	if e.De != nil {
		out = append(out, r.plaza(e.De, r.deja(), r.Hasta))
	}
	for _, a := range e.Antes {
		var entrada any = Efectuacion{}
		if a.Acto == Regresar.Nombre {
			entrada = tramite.Vacia{}
		}
		out = append(out, tramite.Orden{Coleccion: ColeccionMovimientos, Folio: a.Movimiento, Acto: a.Acto, Entrada: entrada})
	}
	a := Asiento{Ultimo: c.Hoy().Sumar(-1)}
	if r.A != nil {
		out = append(out, r.plaza(r.A, r.toma(), r.Hasta))
		a.A = Adscripcion{Modulo: r.A.Modulo, Plaza: r.A.Plaza, Desde: c.Hoy(), Hasta: r.Hasta, Origen: r.Folio}
	}
	return append(out, r.adscribe(a))
}

// Regresar ends a temporary movement: the person goes back to their post. The
// clock does it the day after the last.
var Regresar = tramite.Acto[Movimiento, tramite.Vacia]{
	Nombre: "regresar", Titulo: "Regresar", Interno: true,
	Descripcion: "El reloj termina el cambio temporal al día siguiente del último: la persona vuelve a su plaza.",
	De:          tramite.Desde(EnEfecto), A: tramite.Hacia(Concluido), Contrapartes: elReloj,
	Aplicar: func(r *Movimiento, _ tramite.Vacia, s tramite.Suceso) { r.Terminado = s.Dia.Sumar(-1) },
	Ordena:  func(r Movimiento, _ tramite.Vacia, _ *tramite.Contexto) []tramite.Orden { return regreso(r) },
}

func regreso(r Movimiento) []tramite.Orden {
	out := []tramite.Orden{r.plaza(r.A, Descubre, fecha.Fecha{})}
	if r.De != nil {
		out = append(out, r.plaza(r.De, Vuelve, fecha.Fecha{}))
	}
	return append(out, r.adscribe(Asiento{Regresa: true, Ultimo: r.Terminado}))
}

// Anticipar ends a temporary movement before its time.
var Anticipar = tramite.Acto[Movimiento, Desistimiento]{
	Nombre: "anticipar-regreso", Titulo: "Anticipar el regreso",
	Descripcion: "La Unidad termina antes de tiempo un cambio temporal: la persona vuelve hoy a su plaza, si nadie la cubre.",
	De:          tramite.Desde(EnEfecto), A: tramite.Hacia(Concluido), Facultades: avala, Alcance: doe.Nacional,
	Validar: func(r Movimiento, _ Desistimiento, c *tramite.Contexto, f *falla.Fallas) {
		if m := tramite.Hallar[Modulo](c, ColeccionModulos, r.De.Modulo); m != nil {
			p := m.Plaza(r.De.Plaza)
			f.Si(p != nil && p.Cubre != "", ReglaCubierta, "body")
		}
	},
	Aplicar: func(r *Movimiento, e Desistimiento, s tramite.Suceso) {
		r.Terminado, r.Motivo = s.Dia.Sumar(-1), e.Motivo
	},
	Ordena: func(r Movimiento, _ Desistimiento, _ *tramite.Contexto) []tramite.Orden {
		out := regreso(r)
		for i := range out {
			out[i].ComoSistema = true
		}
		return out
	},
	Ejemplo: Desistimiento{Motivo: "La persona que se cubría regresó antes."},
}

// Interrupcion is the input of [Interrumpir].
type Interrupcion struct {
	Por string `json:"por" validate:"required,max=60" doc:"Movimiento que lo termina" example:"MOV-2026-14-0000002-X"`
}

// Interrumpir ends a temporary movement because the person left.
var Interrumpir = tramite.Acto[Movimiento, Interrupcion]{
	Nombre: "interrumpir", Titulo: "Interrumpir", Interno: true, Descripcion: "Termina el cambio temporal porque la persona causó baja.",
	De: tramite.Desde(EnEfecto), A: tramite.Hacia(Concluido), Contrapartes: elReloj,
	Aplicar: func(r *Movimiento, e Interrupcion, s tramite.Suceso) {
		r.Terminado, r.Motivo = s.Dia.Sumar(-1), "Baja: "+e.Por
	},
	Ejemplo: Interrupcion{Por: "MOV-2026-14-0000002-X"},
}

// pide says whether the endorsement is owed.
func (m Movimiento) pide() bool { return m.Estado == Solicitado || m.Estado == Observado }

// Movimientos is the definition of the movement.
var Movimientos = tramite.MustDefinir(tramite.Definicion[Movimiento]{
	Nombre: "movimiento-taod", Coleccion: ColeccionMovimientos, Serie: "MOV", Rama: siade.Rama,
	Titulo: "Movimiento de personal TAOD", Descripcion: "Alta, baja o cambio de adscripción, temporal o permanente, que la coordinación regional solicita y la Unidad avala antes de que surta efecto en su día.",
	Estados: []tramite.DefEstado{
		{Nombre: Solicitado, Categoria: tramite.Abierta, Titulo: "Solicitado, por avalar"},
		{Nombre: Observado, Categoria: tramite.Espera, Titulo: "Observado, por corregir"},
		{Nombre: Avalado, Categoria: tramite.Abierta, Titulo: "Avalado, por surtir efecto"},
		{Nombre: EnEfecto, Categoria: tramite.Abierta, Titulo: "Cambio temporal en efecto"},
		{Nombre: Concluido, Categoria: tramite.Cerrada, Titulo: "Concluido"},
		{Nombre: Negado, Categoria: tramite.Cerrada, Titulo: "Aval negado"},
		{Nombre: SinEfecto, Categoria: tramite.Cancelada, Titulo: "Sin efecto"},
		{Nombre: Desistido, Categoria: tramite.Cancelada, Titulo: "Desistido"},
	},
	Alta: Solicitar,
	Actos: tramite.Actos[Movimiento](CorregirSolicitud, ObservarSolicitud, AnalizarSolicitud, Avalar, Negar, Desistir, AvisarAval, SurtirEfecto, Regresar, Anticipar, Interrumpir,
		tramite.Adjuntar[Movimiento](tramite.Base{De: tramite.Desde(Solicitado, Observado), Facultades: solicita, Alcance: doe.Nacional})),
	Plazos: []tramite.Plazo[Movimiento]{
		{
			Nombre: PlazoAval, Titulo: "Aval técnico", Claves: tramite.Mientras(Movimiento.pide), Aviso: 3, Frustra: []string{"desistir"},
			Termino: func(_ Movimiento, _ string, d fecha.Fecha) (plazo.Termino, bool) { return terminos.De(PlazoAval, d) },
			Vencido: AvisarAval.Nombre, Alarmas: []int{0, 5, 10},
			Entrada: func(_ Movimiento, k tramite.Reloj) any { return siade.Vencimiento{Plazo: k.Plazo, Clave: k.Clave} },
		},
		{
			Nombre: PlazoSubsana, Titulo: "Corrección de la solicitud", Claves: tramite.En[Movimiento](Observado), CorreEn: []tramite.Estado{Observado}, Aviso: 1,
			Termino: func(r Movimiento, _ string, _ fecha.Fecha) (plazo.Termino, bool) {
				n := len(r.Observaciones)
				if n == 0 {
					return plazo.Termino{}, false
				}
				return habiles(r.Observaciones[n-1].Dias), true
			},
		},
		{
			Nombre: PlazoEfecto, Titulo: "Surte efecto", Claves: tramite.En[Movimiento](Avalado), Vencido: SurtirEfecto.Nombre, Alarmas: []int{-1},
			Fecha:   func(r Movimiento, _ string) fecha.Fecha { return r.Desde },
			Entrada: func(Movimiento, tramite.Reloj) any { return Efectuacion{} },
		},
		{
			Nombre: PlazoRegreso, Titulo: "Regreso", Claves: tramite.En[Movimiento](EnEfecto), Vencido: Regresar.Nombre, Alarmas: []int{0}, Aviso: 15,
			Fecha:   func(r Movimiento, _ string) fecha.Fecha { return r.Hasta },
			Entrada: func(Movimiento, tramite.Reloj) any { return tramite.Vacia{} },
		},
	},
	// A person has at most one movement that has not taken effect.
	Unica: func(r Movimiento) string {
		if r.pide() || r.Estado == Avalado {
			return r.Tecnico
		}
		return ""
	},
	Indices: []tramite.Indice[Movimiento]{
		{Nombre: "clase", Descripcion: "Clase de movimiento", Valores: clases.Claves(), De: func(r Movimiento) string { return string(r.Clase) }},
		{Nombre: "tecnico", Descripcion: "Folio de la persona TAOD", De: func(r Movimiento) string { return r.Tecnico }},
		{Nombre: "destino", Descripcion: "Folio del módulo de destino", De: func(r Movimiento) string {
			if r.A == nil {
				return ""
			}
			return r.A.Modulo
		}},
		{Nombre: "descubre", Descripcion: "Si deja sin nadie al módulo de origen a alguna hora", Valores: siNo, De: func(r Movimiento) string { return siONo(len(r.Descubierto) > 0) }},
	},
	Texto: func(r Movimiento) string { return r.Solicitud.Motivo + " " + r.Documento },
})
