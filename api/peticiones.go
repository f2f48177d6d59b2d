package api

import (
	"github.com/operacion-abierta/operacion/api/acuse"
	"github.com/operacion-abierta/operacion/siade"
)

// montarPeticiones adds what petitions have beyond any trámite.
func (s *Servidor) montarPeticiones(k *coleccion) {
	op := k.leer("/{folio}/acuse.pdf", "acuse", "Acuse para imprimir", "Acuse de la petición, sin datos de identidad.",
		deBytes("application/pdf", "El acuse."), k.acuse, k.folio())
	s.montar(op)
	s.montarEstadistica()
	s.montarSugerencias()
	s.montarSimilares(k)
	s.montarFichasDePeticion(k)
	s.montarPlantillasDePeticion(k)
}

func (k *coleccion) acuse(c *caso) (respuesta, error) {
	r, _, _, err := c.leible(k.t)
	if err != nil {
		return respuesta{}, err
	}
	p, ok := r.(*siade.Peticion)
	if !ok {
		return respuesta{}, noEncontrado()
	}
	b, err := deAcuse(*p).PDF()
	if err != nil {
		return respuesta{}, err
	}
	return respuesta{tipo: "application/pdf", cuerpo: b, nombre: p.Folio + ".pdf", etag: marca(p.Version)}, nil
}

func deAcuse(p siade.Peticion) acuse.Acuse {
	v := p.Publica()
	a := acuse.Acuse{
		Titulo: "Acuse de petición", Folio: p.Folio, Creado: p.Creado.Time(), Texto: v.Relato, Pie: v.Siguiente,
		Datos: []acuse.Dato{
			{Nombre: "Se tiene por presentada", Valor: p.Presentacion.String()}, {Nombre: "OOAD", Valor: string(p.OOAD)},
			{Nombre: "Unidad que atiende", Valor: string(p.Unidad)}, {Nombre: "Estado", Valor: v.EstadoTexto},
		},
	}
	if v.Tipo != "" {
		a.Datos = append(a.Datos, acuse.Dato{Nombre: "Clase", Valor: v.Tipo})
	}
	if !v.Hasta.IsZero() {
		a.Pie += " A más tardar el " + v.Hasta.String() + "."
	}
	return a
}
