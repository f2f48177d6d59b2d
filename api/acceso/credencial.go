package acceso

import (
	"slices"

	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/forma"
)

// Credencial is what a token says of its bearer: a person of a unit, or a
// counterpart.
type Credencial struct {
	// Sub is the stable identifier of the person, Nombre how it is shown.
	Sub    string `json:"sub"`
	Nombre string `json:"nombre"`
	// Unidad and Puesto are those of a person of the directorate; OOAD is the
	// body of a regional unit.
	Unidad doe.ClaveUnidad `json:"unidad,omitempty"`
	Puesto doe.Puesto      `json:"puesto,omitempty"`
	OOAD   doe.OOAD        `json:"ooad,omitempty"`
	// Organo and Rol are those of a counterpart.
	Organo doe.ClaveOrgano `json:"organo,omitempty"`
	Rol    doe.Rol         `json:"rol,omitempty"`
	// Suplencia is the document by which the person stands in for the head.
	Suplencia *doe.Suplencia `json:"suplencia,omitempty"`
	// Encomienda is the task that a superior gave to the unit.
	Encomienda *doe.Encomienda `json:"encomienda,omitempty"`
	// Delegacion lets the person sign acts of a head's.
	Delegacion *doe.Delegacion `json:"delegacion,omitempty"`
}

// maxTexto is the most characters of a name or an identifier.
const maxTexto = 200

// The rules of what a token must say.
var (
	Incompleta = falla.Regla{Codigo: "credencial-incompleta", Es: "La credencial no dice lo que debe decir.", En: "The token does not say what it must."}

	faltaTexto     = falla.Regla{Codigo: "requerido", Es: "Falta este dato, o no es un texto de a lo más 200 caracteres.", En: "This claim is missing, or is no text of at most 200 characters."}
	sinAdscripcion = falla.Regla{Codigo: "sin-adscripcion", Es: "Debe decir una unidad, o bien un órgano y su rol; no ambos.", En: "It must say a unit, or an organ with its role; not both."}
	otraUnidad     = falla.Regla{Codigo: "unidad-desconocida", Es: "La unidad no está en los manuales.", En: "The unit is not in the manuals."}
	otroPuesto     = falla.Regla{Codigo: "valor-no-permitido", Es: "Debe ser uno de: titular, mando, personal, taod.", En: "It must be one of: titular, mando, personal, taod."}
	faltaOOAD      = falla.Regla{Codigo: "ooad-requerido", Es: "Una unidad de OOAD necesita el código de su OOAD.", En: "A regional unit needs the code of its OOAD."}
	sobraOOAD      = falla.Regla{Codigo: "ooad-sobrante", Es: "Solo las unidades de OOAD llevan código de OOAD.", En: "Only regional units carry an OOAD."}
	otroOrgano     = falla.Regla{Codigo: "organo-desconocido", Es: "El órgano no está en el catálogo.", En: "The organ is not in the catalog."}
	otroRol        = falla.Regla{Codigo: "valor-no-permitido", Es: "Debe ser uno de: evaluado, normativo, area, federal, direccion_general.", En: "It must be one of: evaluado, normativo, area, federal, direccion_general."}
	malaSuplencia  = falla.Regla{Codigo: "suplencia-no-valida", Es: "La suplencia dice a quién se suple, con qué documento y de qué día a qué día.", En: "A stand-in says for whom, by which document, and from which day to which."}
	malaEncomienda = falla.Regla{Codigo: "encomienda-no-valida", Es: "La encomienda dice qué superior da qué facultad, con qué documento y de qué día a qué día.", En: "A task given says which superior gives which facultad, by which document, and from which day to which."}
	malaDelegacion = falla.Regla{Codigo: "delegacion-no-valida", Es: "La delegación dice qué titular, de qué unidad propia o superior, delega qué facultades, con qué documento y de qué día a qué día.", En: "A delegation says which head, of which unit, one's own or a superior, delegates which facultades, by which document, and from which day to which."}
	enCadena       = falla.Regla{Codigo: "delegacion-en-cadena", Es: "Lo delegado no se vuelve a delegar.", En: "What was delegated is not delegated further."}
)

// Roles are those that a token can give. The petitioner and the clock have no
// tokens.
func Roles() []doe.Rol {
	return []doe.Rol{doe.Evaluado, doe.Normativo, doe.Area, doe.Federal, doe.DireccionGeneral}
}

// Puestos are the posts that a token can give.
func Puestos() []doe.Puesto { return []doe.Puesto{doe.Titular, doe.Mando, doe.Personal, doe.TAOD} }

// Comprobar gives the actor that the credential stands for. The error is a
// [falla.Error] with every fault, at "token.<claim>".
func (c Credencial) Comprobar(cat *doe.Catalogo) (doe.Actor, error) {
	var fs falla.Fallas
	texto := func(s, donde string) { fs.Si(s == "" || len(s) > maxTexto || !forma.TextoLimpio(s), faltaTexto, donde) }
	texto(c.Sub, "token.sub")
	texto(c.Nombre, "token.nombre")
	switch unidad, parte := c.Unidad != "", c.Organo != "" || c.Rol != ""; {
	case unidad == parte:
		fs = append(fs, sinAdscripcion.Rota("token.unidad"))
	case unidad:
		c.comprobarUnidad(cat, &fs)
	default:
		_, ok := cat.Organo(c.Organo)
		fs.Si(!ok, otroOrgano, "token.organo")
		fs.Si(!slices.Contains(Roles(), c.Rol), otroRol, "token.rol")
		fs.Si(c.OOAD != "" || c.Puesto != "" || c.Suplencia != nil || c.Encomienda != nil || c.Delegacion != nil, sinAdscripcion, "token.unidad")
	}
	if err := fs.Error(Incompleta.Codigo, Incompleta.Es, Incompleta.En); err != nil {
		return doe.Actor{}, err
	}
	return doe.Actor(c), nil
}

func (c *Credencial) comprobarUnidad(cat *doe.Catalogo, fs *falla.Fallas) {
	if _, ok := cat.Unidad(c.Unidad); !ok {
		*fs = append(*fs, otraUnidad.Rota("token.unidad"))
		return
	}
	fs.Si(!slices.Contains(Puestos(), c.Puesto), otroPuesto, "token.puesto")
	if !c.Unidad.Regional() {
		fs.Si(c.OOAD != "", sobraOOAD, "token.ooad")
	} else if o, err := doe.ParseOOAD(string(c.OOAD)); err != nil || o == doe.NivelCentral {
		*fs = append(*fs, faltaOOAD.Rota("token.ooad"))
	} else {
		c.OOAD = o
	}
	if s := c.Suplencia; s != nil {
		mal := s.De == "" || s.Documento == "" || len(s.De) > maxTexto || len(s.Documento) > maxTexto ||
			!forma.TextoLimpio(s.De+s.Documento) || s.Desde.IsZero() || s.Hasta.Before(s.Desde)
		fs.Si(mal, malaSuplencia, "token.suplencia")
	}
	if e := c.Encomienda; e != nil {
		mal := !slices.Contains(cat.Superiores(c.Unidad), e.De) || !cat.Existe(e.Facultad) || e.Documento == "" || len(e.Documento) > maxTexto ||
			!forma.TextoLimpio(e.Documento) || e.Desde.IsZero() || e.Hasta.Before(e.Desde)
		fs.Si(mal, malaEncomienda, "token.encomienda")
	}
	if d := c.Delegacion; d != nil {
		fs.Si(c.delegaMal(d, cat), malaDelegacion, "token.delegacion")
		fs.Si(d.Delegacion != nil || d.De == c.Sub, enCadena, "token.delegacion")
	}
}

// maxDelegadas is the most facultades of one delegation.
const maxDelegadas = 50

func (c *Credencial) delegaMal(d *doe.Delegacion, cat *doe.Catalogo) bool {
	ajena := d.Unidad != c.Unidad && !slices.Contains(cat.Superiores(c.Unidad), d.Unidad)
	otra := slices.ContainsFunc(d.Facultades, func(f doe.Facultad) bool { return !cat.Existe(f) })
	return ajena || otra || len(d.Facultades) == 0 || len(d.Facultades) > maxDelegadas || d.De == "" || d.Documento == "" ||
		len(d.De) > maxTexto || len(d.Documento) > maxTexto || !forma.TextoLimpio(d.De+d.Documento) || d.Desde.IsZero() || d.Hasta.Before(d.Desde)
}
