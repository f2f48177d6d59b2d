package envio

import "github.com/operacion-abierta/operacion/doe/tramite"

// conCabecera is *R where R embeds [tramite.Cabecera].
type conCabecera[R any] interface {
	*R
	tramite.Registro
}

// Remitir makes the act by which a trámite sends the record as it stands: one
// that informs, disseminates or forwards outside the system. The facultades of
// b empower it, and the dispatch that it orders rests on the same basis.
func Remitir[R any, P conCabecera[R]](coleccion, nombre, titulo, descripcion string, b tramite.Base) tramite.Acto[R, Remision] {
	return tramite.Acto[R, Remision]{
		Nombre: nombre, Titulo: titulo, Descripcion: descripcion, De: b.De,
		Facultades: b.Facultades, Alcance: b.Alcance, Contrapartes: b.Contrapartes,
		Aplicar: func(*R, Remision, tramite.Suceso) {},
		Ordena: func(r R, e Remision, _ *tramite.Contexto) []tramite.Orden {
			h := P(&r).Cabeza()
			return []tramite.Orden{Orden(coleccion, h, e)}
		},
		Ejemplo: remisionEjemplo,
	}
}

// Orden is the dispatch of a record as it stands, on the basis of the act that
// orders it. Where that act is not one of a unit, the unit that keeps the
// record sends.
func Orden(coleccion string, h *tramite.Cabecera, e Remision) tramite.Orden {
	return tramite.Orden{
		Coleccion: Coleccion, Acto: Enviar.Nombre, EnSuNombre: true,
		Entrada: Alta{Expediente: Referencia{Coleccion: coleccion, Folio: h.Folio, Version: h.Version}, Remision: e, Remitente: h.Unidad, EnOOAD: h.OOAD},
	}
}
