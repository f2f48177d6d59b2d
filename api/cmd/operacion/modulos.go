package main

import (
	"fmt"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/siade"
	"github.com/operacion-abierta/operacion/siade/modulo"
)

// modulos leaves two desks of an OOAD with their people, a temporary movement
// that runs and another to be endorsed, and a mailbox opened today.
func (g *guion) modulos() {
	const mods, gente, movs = modulo.ColeccionModulos, modulo.ColeccionTecnicos, modulo.ColeccionMovimientos
	jefa, tecnica, centro := titular(doe.CAOOD, "14"), taod("14"), titular("doe-7.1.3.1", "")
	g.el(g.hoy().Sumar(-30))
	var desks, personas []string
	for i := range 2 {
		m := modulo.RegistrarModulo.Ejemplo
		m.Clave, m.Nombre = fmt.Sprintf("MAO-14-%03d", i+1), fmt.Sprintf("UMF %d Guadalajara", i+2)
		desk := g.crear(tecnica, mods, m)
		desks = append(desks, desk)
		for j := range 2 {
			p := modulo.AutorizarPlaza.Ejemplo
			p.Clave, p.Desde = fmt.Sprintf("14-%03d-%d", i+1, j+1), g.hoy().Sumar(-60)
			g.acto(centro, mods, desk, "asentar-plaza", p)
		}
		d := modulo.DatosTecnico{Cuenta: fmt.Sprintf("taod-14-%03d", i+7), Puesto: modulo.Tecnica}
		persona := g.crear(tecnica, gente, d)
		personas = append(personas, persona)
		g.acto(centro, gente, persona, "incorporar", modulo.Adscripcion{Modulo: desk, Plaza: fmt.Sprintf("14-%03d-1", i+1), Desde: g.hoy().Sumar(-60), Origen: "Nómina"})
	}
	cambio := func(i, dias int) modulo.Solicitud {
		return modulo.Solicitud{
			Clase: modulo.Temporal, Tecnico: personas[i], A: &modulo.Lugar{Modulo: desks[1-i], Plaza: fmt.Sprintf("14-%03d-2", 2-i)},
			Desde: g.hoy().Sumar(dias), Hasta: g.hoy().Sumar(60), Razon: modulo.Demanda, Motivo: "El módulo de destino tiene más demanda.",
			Documento: "Oficio CAOD-14/0087", Cobertura: "La unidad vecina presta una persona.",
		}
	}
	if g.err != nil {
		return
	}
	f := g.crear(jefa, movs, cambio(0, -20))
	g.acto(titular("doe-7.1.3", ""), movs, f, "avalar", modulo.Avalar.Ejemplo)
	b := modulo.ContenidoBuzon{Clave: "BZ-14-001", Sitio: modulo.RegistrarModulo.Ejemplo.Sitio, Modulo: desks[0]}
	buzon := g.crear(tecnica, modulo.ColeccionBuzones, b)
	g.el(g.hoy().Sumar(-20))
	g.despertar()
	g.el(g.hoy())
	g.crear(jefa, movs, cambio(1, 15))
	a := modulo.AbrirBuzon.Ejemplo
	a.Buzon, a.Dia, a.Papeletas = buzon, g.hoy(), 2
	apertura := g.crear(tecnica, modulo.ColeccionAperturas, a)
	g.acto(tecnica, modulo.ColeccionAperturas, apertura, "registrar-papeletas", modulo.Captura{Papeletas: []modulo.Papeleta{
		{Numero: 1, Tipo: siade.Derechohabiente, Relato: "Agradezco a la trabajadora social su paciencia."},
	}})
}
