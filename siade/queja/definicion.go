package queja

import (
	"slices"
	"strings"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/norma"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
)

// Coleccion is the path of the cases, and Serie the prefix of their folios.
const (
	Coleccion = siade.ColeccionQuejas
	Serie     = "QUEJA"
)

// Quejas is the definition of the case.
var Quejas = tramite.MustDefinir(tramite.Definicion[Queja]{
	Nombre: "queja", Coleccion: Coleccion, Serie: Serie, Rama: siade.Rama,
	Titulo:      "Queja",
	Descripcion: "Lo que una petición resulta ser y toca a otra instancia o vía: queja médica o administrativa, CNDH, CONAPRED, CONAMED, caso especial, incapacidad retroactiva, denuncia, acceso a la información o derechos ARCO; desde que se abre hasta que lo resuelto se comunica y se cumple.",
	Estados: []tramite.DefEstado{
		{Nombre: Abierta, Categoria: tramite.Abierta, Titulo: "Abierta, en integración"},
		{Nombre: EnEspera, Categoria: tramite.Espera, Titulo: "En espera de la persona"},
		{Nombre: Integrada, Categoria: tramite.Abierta, Titulo: "Integrada, por remitir"},
		{Nombre: Remitida, Categoria: tramite.Espera, Titulo: "Remitida, por recibir"},
		{Nombre: EnTramite, Categoria: tramite.Espera, Titulo: "En trámite ante la instancia"},
		{Nombre: Requerida, Categoria: tramite.Abierta, Titulo: "Con un requerimiento por contestar"},
		{Nombre: Resuelta, Categoria: tramite.Abierta, Titulo: "Resuelta, por comunicar"},
		{Nombre: Comunicada, Categoria: tramite.Abierta, Titulo: "Comunicada, en cumplimiento"},
		{Nombre: Concluida, Categoria: tramite.Cerrada, Titulo: "Concluida"},
		{Nombre: Desistida, Categoria: tramite.Cerrada, Titulo: "Desistida"},
		{Nombre: Informativa, Categoria: tramite.Cerrada, Titulo: "Terminada como información al área"},
		{Nombre: Caduca, Categoria: tramite.Cerrada, Titulo: "Caducó la vía"},
	},
	Alta: Abrir,
	Actos: tramite.Actos[Queja](
		CambiarVia, Integrar, Pedir, RecibirDePersona, AcreditarIdentidad, InformarArea, Remitir,
		Recibir, Devolver, Avanzar, Requerir, RendirInforme, Contestar, Ampliar, Opinar, Conciliar, Resolver,
		Comunicar, Pronunciarse, Cumplir, Cerrar, Desistir,
		Contactar, Anotar, Revisar, Subsanar, Escalar, Vencer, Adjuntar,
	),
	Plazos: plazos(), Partes: partes, Recorta: recorta, Reserva: reserva, VeReservados: veReservados, Indices: indices(),
	Unica: func(r Queja) string { return unica(r.Peticion, r.Via) },
	Texto: func(r Queja) string {
		t := []string{r.Asunto}
		if r.Recepcion != nil {
			t = append(t, r.Recepcion.Expediente)
		}
		for _, x := range r.Remisiones {
			t = append(t, x.Oficio)
		}
		return strings.Join(t, " ")
	},
})

// unica is what no two open cases share: a petition in a path.
func unica(peticion string, v Via) string { return peticion + " " + string(v) }

// escalones are the days after a lapse on which the clock warns.
func escalones() []int { return []int{0, 5, 15, 30} }

// alarma is a deadline whose lapse is escalated. Each clock has a key of its
// own, because all ring by the same act.
func alarma(nombre, titulo string, claves func(Queja) []string) tramite.Plazo[Queja] {
	return tramite.Plazo[Queja]{
		Nombre: nombre, Titulo: titulo, Claves: claves, Aviso: 3, Vencido: Escalar.Nombre, Alarmas: escalones(),
		CorreEn: []tramite.Estado{EnEspera, Remitida, EnTramite},
		Entrada: func(_ Queja, k tramite.Reloj) any { return Escalamiento{Plazo: k.Plazo, Clave: k.Clave} },
		Termino: func(r Queja, clave string, dia fecha.Fecha) (plazo.Termino, bool) { return r.termino(nombre, "", dia) },
	}
}

// lapso is a deadline whose lapse ends a wait, or the path.
func lapso(nombre, titulo, efecto string, claves func(Queja) []string) tramite.Plazo[Queja] {
	p := alarma(nombre, titulo, claves)
	p.Vencido, p.Alarmas, p.Efecto = Vencer.Nombre, []int{0}, efecto
	p.Entrada = func(_ Queja, k tramite.Reloj) any { return Vencimiento{Plazo: k.Plazo} }
	return p
}

func (q Queja) termino(nombre string, e Etapa, dia fecha.Fecha) (plazo.Termino, bool) {
	t, ok := TerminoDe(q.Via, nombre, e, dia)
	return t.Termino, ok
}

// mientras is the one clock, by the deadline's own name, of what is owed.
func mientras(nombre string, debe func(Queja) bool) func(Queja) []string {
	return func(r Queja) []string {
		if !debe(r) {
			return nil
		}
		return []string{nombre}
	}
}

func en(es ...tramite.Estado) func(Queja) bool {
	return func(r Queja) bool { return slices.Contains(es, r.Estado) }
}

func plazos() []tramite.Plazo[Queja] {
	presentacion := func(r Queja, _ string) fecha.Fecha { return r.Presentacion }

	remision := alarma(PlazoRemision, "Remisión a la instancia", mientras(PlazoRemision, en(Abierta, EnEspera, Integrada)))
	remision.CorreEn = nil // what the person owes does not count
	remision.Desde = func(r Queja, _ string) fecha.Fecha {
		if n := len(r.Devoluciones); n > 0 {
			return r.Devoluciones[n-1].Dia
		}
		return r.Presentacion
	}

	identidad := lapso(PlazoIdentidad, "Identidad de quien se queja", "La petición se atiende como información al área.",
		mientras(PlazoIdentidad, func(r Queja) bool { return r.Espera != nil && r.Espera.Identidad }))
	persona := lapso(PlazoPersona, "Lo pedido a la persona", "Sigue con lo que hay en el expediente.",
		mientras(PlazoPersona, func(r Queja) bool { return r.Espera != nil && !r.Espera.Identidad }))
	persona.Termino = func(r Queja, _ string, dia fecha.Fecha) (plazo.Termino, bool) {
		t, ok := r.termino(PlazoPersona, "", dia)
		t.Cuenta = r.Espera.Dias
		return t, ok
	}
	prescripcion := lapso(PlazoPrescripcion, "Plazo de la vía", "La vía caduca y la petición sigue donde estaba.",
		mientras(PlazoPrescripcion, func(r Queja) bool {
			return !r.Grave && !r.FechaHechos.IsZero() && len(r.Remisiones) == 0 && en(Abierta, EnEspera, Integrada)(r)
		}))
	prescripcion.Desde, prescripcion.Aviso = func(r Queja, _ string) fecha.Fecha { return r.FechaHechos }, 30

	etapa := alarma(PlazoEtapa, "Etapa ante la instancia", func(r Queja) []string {
		if r.Etapa == "" || !en(EnTramite, Requerida)(r) {
			return nil
		}
		return []string{string(r.Etapa)}
	})
	etapa.Desde = func(r Queja, _ string) fecha.Fecha { return r.ultimo() }
	etapa.Termino = func(r Queja, clave string, dia fecha.Fecha) (plazo.Termino, bool) {
		t, ok := r.termino(PlazoEtapa, Etapa(clave), dia)
		t.Cuenta += r.ampliado(Etapa(clave))
		return t, ok
	}

	resolucion := alarma(PlazoResolucion, "Resolución", mientras(PlazoResolucion, en(Remitida, EnTramite, Requerida)))
	resolucion.Desde, resolucion.Aviso = presentacion, 10
	resolucion.Termino = func(r Queja, _ string, dia fecha.Fecha) (plazo.Termino, bool) {
		t, ok := r.termino(PlazoResolucion, "", dia)
		t.Cuenta += r.ampliado("")
		return t, ok
	}

	comunicacion := alarma(PlazoComunicacion, "Comunicación a la persona", mientras(PlazoComunicacion, en(Resuelta)))
	pronunciamiento := alarma(PlazoPronunciamiento, "Aceptación de la recomendación", mientras(PlazoPronunciamiento, Queja.sinPronunciar))
	pronunciamiento.Desde = func(r Queja, _ string) fecha.Fecha { return r.Decision.Fecha }

	seguimiento := alarma(PlazoSeguimiento, "Seguimiento", func(r Queja) []string {
		if !en(Remitida, EnTramite, Requerida)(r) {
			return nil
		}
		return []string{numerado(PlazoSeguimiento, len(r.Contactos)+len(r.Notas)+1)}
	})
	observacion := alarma(PlazoObservacion, "Corrección de lo observado", func(r Queja) []string {
		var out []string
		for _, o := range r.observadas() {
			out = append(out, numerado(PlazoObservacion, o.Clave))
		}
		return out
	})
	observacion.Termino = func(r Queja, clave string, dia fecha.Fecha) (plazo.Termino, bool) {
		t, ok := r.termino(PlazoObservacion, "", dia)
		for _, o := range r.observadas() {
			if numerado(PlazoObservacion, o.Clave) == clave && o.Dias > 0 {
				t.Cuenta = o.Dias
			}
		}
		return t, ok
	}
	return []tramite.Plazo[Queja]{
		resolucion, requerimientos(), comunicacion, pronunciamiento, cumplimientos(), identidad, persona, remision,
		alarma(PlazoRecepcion, "Recepción por la instancia", mientras(PlazoRecepcion, en(Remitida))),
		etapa, prescripcion, seguimiento, observacion,
	}
}

// requerimientos are the clocks of what the body asked: by the term that it
// set or by that of the path.
func requerimientos() tramite.Plazo[Queja] {
	de := func(r Queja, clave string) Requerimiento {
		for _, q := range r.Requerimientos {
			if numerado(PlazoRequerimiento, q.Numero) == clave {
				return q
			}
		}
		return Requerimiento{}
	}
	p := alarma(PlazoRequerimiento, "Contestación a la instancia", func(r Queja) []string {
		var out []string
		for _, q := range r.Requerimientos {
			if q.Pendiente() {
				out = append(out, numerado(PlazoRequerimiento, q.Numero))
			}
		}
		return out
	})
	p.Desde = func(r Queja, clave string) fecha.Fecha { return de(r, clave).Recibido }
	p.Termino = func(r Queja, clave string, dia fecha.Fecha) (plazo.Termino, bool) {
		if n := de(r, clave).Dias; n > 0 {
			return habiles(n, norma.Configuracion("término que fijó la instancia")), true
		}
		return r.termino(PlazoRequerimiento, "", dia)
	}
	p.Efecto = "Ante la CNDH, si no se rinde el informe los hechos pueden tenerse por ciertos (LCNDH art. 38)."
	return p
}

// cumplimientos are the clocks of what the Institute must do: by the day that
// the body set or by the term of the path, counted from the decision or, of a
// recommendation, from its acceptance.
func cumplimientos() tramite.Plazo[Queja] {
	p := alarma(PlazoCumplimiento, "Cumplimiento de lo resuelto", func(r Queja) []string {
		var out []string
		for _, x := range r.debidos() {
			out = append(out, x.Clave)
		}
		return out
	})
	p.Fecha = func(r Queja, clave string) fecha.Fecha {
		for _, x := range r.debidos() {
			if x.Clave == clave {
				return x.Vence
			}
		}
		return fecha.Fecha{}
	}
	p.Desde = func(r Queja, _ string) fecha.Fecha {
		if r.Pronunciamiento != nil {
			return r.Pronunciamiento.Fecha
		}
		return r.Decision.Fecha
	}
	return p
}

func indices() []tramite.Indice[Queja] {
	siNo := func(b bool) string {
		if b {
			return "si"
		}
		return "no"
	}
	return []tramite.Indice[Queja]{
		{Nombre: "via", Descripcion: "Vía", Valores: claves.Claves(), De: func(r Queja) string { return string(r.Via) }},
		{Nombre: "peticion", Descripcion: "Folio de la petición", De: func(r Queja) string { return r.Peticion }},
		{Nombre: "organo", Descripcion: "Órgano que resuelve", De: func(r Queja) string { return string(r.Organo) }},
		{Nombre: "etapa", Descripcion: "Etapa ante la instancia", Valores: etapas.Claves(), De: func(r Queja) string { return string(r.Etapa) }},
		{Nombre: "sentido", Descripcion: "Sentido en que se resolvió", Valores: sentidos.Claves(), De: func(r Queja) string {
			if r.Decision == nil {
				return ""
			}
			return string(r.Decision.Sentido)
		}},
		{Nombre: "observada", Descripcion: "Si tiene observaciones por corregir", Valores: []string{"si", "no"}, De: func(r Queja) string { return siNo(len(r.observadas()) > 0) }},
		{Nombre: "por_cumplir", Descripcion: "Si queda algo por cumplir de lo resuelto", Valores: []string{"si", "no"}, De: func(r Queja) string { return siNo(len(r.debidos()) > 0) }},
	}
}
