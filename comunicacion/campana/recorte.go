package campana

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// recortar leaves in a copy of a campaign what the federal authority may see:
// the versions sent to it and the corrections made since, its own decisions,
// what was shown, measured and entered in the public system. What is drafted
// or decided inside, the advice given and the money besides what was submitted
// and recorded are the directorate's. It names what stays: what the record
// gains later stays out until it is named here.
func recortar(r *Campana, a doe.Actor) {
	todo := *r
	ante := todo.anteAutoridad()
	*r = Campana{
		Cabecera: todo.Cabecera,
		Nombre:   todo.Nombre, Clase: todo.Clase, Modalidad: todo.Modalidad, Tema: todo.Tema, Ejercicio: todo.Ejercicio, Programa: todo.Programa,
		Justificacion: todo.Justificacion, Emision: todo.Emision,
		Contenido: ante.Contenido, Autores: slices.Clone(ante.Autores), EnVigor: todo.EnVigor,
		Versiones:    slices.DeleteFunc(todo.Versiones, func(v Version) bool { return v.Corrige == 0 && !todo.enviada(v.Numero) }),
		Aprobaciones: slices.DeleteFunc(todo.Aprobaciones, func(x Aprobacion) bool { return x.Nivel != NivelFederal }),
		Envios:       todo.Envios, Tiempos: todo.Tiempos, Vedas: todo.Vedas,
		Publicaciones: todo.Publicaciones, Estudios: todo.Estudios, Meses: todo.Meses, Fin: todo.Fin, Terminacion: todo.Terminacion,
	}
	r.Relojes = slices.DeleteFunc(r.Relojes, func(k tramite.Reloj) bool {
		return !slices.Contains([]string{PlazoFederal, PlazoVigencia, PlazoDifusion}, k.Plazo)
	})
	r.Adjuntos = slices.DeleteFunc(r.Adjuntos, func(x tramite.Adjunto) bool { return x.Organo != a.Organo && !r.atestigua(x.SHA256) })
}

// enviada says whether a version was sent to the federal authority.
func (r Campana) enviada(version int) bool {
	return slices.ContainsFunc(r.Envios, func(e Envio) bool { return e.Version == version })
}

// anteAutoridad is the version that the authority has before it: the one sent
// while it decides or when it has granted none, else the one in force.
func (r Campana) anteAutoridad() Version {
	n := r.EnVigor
	if k := len(r.Envios); k > 0 && (n == 0 || r.Estado == EnGestion) {
		n = r.Envios[k-1].Version
	}
	if n < 1 || n > len(r.Versiones) {
		return Version{Autores: []string{}}
	}
	return r.Versiones[n-1]
}

// atestigua says whether a file proves something that was shown.
func (r Campana) atestigua(sha string) bool {
	return slices.ContainsFunc(r.Publicaciones, func(p Publicacion) bool {
		return slices.ContainsFunc(p.Testigos, func(t Testigo) bool { return t.SHA256 == sha })
	})
}
