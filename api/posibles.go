package api

import (
	"reflect"

	"github.com/operacion-abierta/operacion/doe/fecha"
	"github.com/operacion-abierta/operacion/doe/plazo"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

func (k *coleccion) montarPosibles() {
	op := k.leer("/{folio}/actos", "actos", "Actos posibles", "Qué puede hacer ahora quien consulta, con qué fundamento; y de lo demás, por qué no.",
		k.s.de(reflect.TypeFor[Lista[tramite.Posible]](), "Los actos del trámite."), k.posibles, k.folio())
	k.s.montar(op)
}

func (k *coleccion) posibles(c *caso) (respuesta, error) {
	r, _, ctx, err := c.leible(k.t)
	if err != nil {
		return respuesta{}, err
	}
	return enJSON(lista(k.t.Posibles(r, ctx)))
}

// PlazosExpediente tells how each date of a record was counted.
type PlazosExpediente struct {
	Vence     fecha.Fecha    `json:"vence,omitzero" doc:"Vencimiento del plazo principal que corre" example:"2026-03-30"`
	Semaforo  string         `json:"semaforo" validate:"oneof=en_tiempo por_vencer vencido sin_plazo" doc:"Su luz hoy" example:"en_tiempo"`
	Elementos []PlazoContado `json:"elementos" doc:"Los plazos del expediente, del primero que empezó al último"`
}

// PlazoContado is a deadline of a record with its count.
type PlazoContado struct {
	tramite.Reloj
	Titulo     string      `json:"titulo" doc:"Nombre para mostrar" example:"Respuesta"`
	Regla      string      `json:"regla,omitempty" doc:"El término, en palabras" example:"20 días hábiles (LFPA)"`
	Vence      fecha.Fecha `json:"vence,omitzero" doc:"Vencimiento; falta si está detenido o terminó" example:"2026-03-30"`
	Semaforo   string      `json:"semaforo" validate:"oneof=en_tiempo por_vencer vencido sin_plazo" doc:"Su luz hoy" example:"en_tiempo"`
	Efecto     string      `json:"efecto,omitempty" doc:"Efecto de que venza" example:"Se entiende que la respuesta es negativa"`
	Derivacion []Paso      `json:"derivacion" doc:"Cómo se contó, día por día"`
}

func (k *coleccion) montarReloj() {
	op := k.leer("/{folio}/plazo", "plazo", "Cómo se contó cada plazo", "Cada plazo del expediente con su término, sus pausas y prórrogas, y la cuenta de sus días uno por uno.",
		k.s.de(reflect.TypeFor[PlazosExpediente](), "Los plazos."), k.reloj, k.folio())
	k.s.montar(op)
}

func (k *coleccion) reloj(c *caso) (respuesta, error) {
	r, x, ctx, err := c.leible(k.t)
	if err != nil {
		return respuesta{}, err
	}
	out := PlazosExpediente{Vence: x.Vence, Semaforo: plazo.Semaforo(x.Vence, ctx.Hoy(), x.Aviso), Elementos: []PlazoContado{}}
	for _, e := range k.t.Relojes(r, ctx) {
		p := PlazoContado{Reloj: e.Reloj, Vence: e.Vence, Semaforo: e.Semaforo, Derivacion: []Paso{}}
		for _, d := range k.d.Plazos {
			if d.Nombre == e.Plazo {
				p.Titulo, p.Efecto = d.Titulo, d.Efecto
			}
		}
		if e.Fija.IsZero() {
			p.Regla = e.Termino.String()
		}
		// A clock beyond the calendar has no derivation; its term says so.
		if cuenta, err := e.Contar(ctx.Calendarios, string(r.Cabeza().OOAD.Organo())); err == nil {
			p.Derivacion = pasos(cuenta.Derivacion)
		}
		out.Elementos = append(out.Elementos, p)
	}
	return enJSON(out)
}
