package evaluacion

import (
	"github.com/operacion-abierta/operacion/doe"
)

// Destinatario is a normative directorate to which the plan is sent.
type Destinatario struct {
	Organo   doe.ClaveOrgano `json:"organo" validate:"required,max=80" doc:"Dirección normativa" example:"dn-prestaciones-medicas"`
	Dias     int             `json:"dias,omitempty" validate:"omitempty,min=1,max=60" doc:"Días hábiles para comentar; los usuales si falta" example:"10"`
	Acciones []string        `json:"acciones,omitempty" validate:"omitempty,max=100,unique,dive,required,max=20" doc:"Acciones sobre las que se le pide opinar; todas si falta"`
}

// Consulta is the input of [Turnar]: several directorates at once, each with
// its own term.
type Consulta struct {
	Destinatarios []Destinatario `json:"destinatarios" validate:"required,min=1,max=15,dive" doc:"Direcciones normativas"`
	Oficio        string         `json:"oficio,omitempty" validate:"omitempty,max=80" doc:"Oficio con que se turna"`
}

// Senalamiento is an observation as it is told.
type Senalamiento struct {
	Accion string `json:"accion,omitempty" validate:"omitempty,max=20" doc:"Acción a la que se refiere; el plan si falta" example:"A1"`
	Texto  string `json:"texto" validate:"required,min=5,max=2000" doc:"Qué se observa" example:"La acción no dice cómo se pedirá el abasto extraordinario"`
}

// Comentario is the input of [Comentar].
type Comentario struct {
	Organo        doe.ClaveOrgano `json:"organo,omitempty" validate:"omitempty,max=80" doc:"Dirección normativa que comenta; obligatoria si captura la Dirección" example:"dn-prestaciones-medicas"`
	Opinion       string          `json:"opinion,omitempty" validate:"omitempty,max=4000" doc:"Comentario general" example:"Las acciones son congruentes con la norma de abasto"`
	Observaciones []Senalamiento  `json:"observaciones,omitempty" validate:"omitempty,max=50,dive" doc:"Observaciones que el órgano debe atender"`
	Oficio        string          `json:"oficio,omitempty" validate:"omitempty,max=80" doc:"Oficio en que consta; obligatorio si captura la Dirección"`
}

// Devolucion is the input of [Devolver].
type Devolucion struct {
	Observaciones []Senalamiento `json:"observaciones,omitempty" validate:"omitempty,max=50,dive" doc:"Observaciones, además de las abiertas"`
	Motivo        string         `json:"motivo" validate:"required,min=5,max=1000" doc:"Por qué se devuelve" example:"Faltan gestiones con otras áreas"`
	Dias          int            `json:"dias,omitempty" validate:"omitempty,min=1,max=60" doc:"Días hábiles para presentarlo de nuevo; los usuales si falta" example:"10"`
}

// Revision is the input of [Supervisar].
type Revision struct {
	Conforme      bool           `json:"conforme,omitempty" doc:"Si prevé la gestión con las áreas que intervienen" example:"true"`
	Observaciones []Senalamiento `json:"observaciones,omitempty" validate:"omitempty,max=50,dive" doc:"Acciones que no la prevén"`
	Nota          string         `json:"nota,omitempty" validate:"omitempty,max=2000" doc:"Conclusión"`
}

// Contraste is the input of [Conciliar].
type Contraste struct {
	Diferencias []Senalamiento `json:"diferencias,omitempty" validate:"omitempty,max=50,dive" doc:"En qué no concuerda el plan con los resultados"`
	Nota        string         `json:"nota,omitempty" validate:"omitempty,max=2000" doc:"Conclusión"`
}

// Dispensa lets an observation go without being attended.
type Dispensa struct {
	Observacion string `json:"observacion" validate:"required,max=20" doc:"Observación" example:"O2"`
	Motivo      string `json:"motivo" validate:"required,min=5,max=1000" doc:"Por qué no hace falta atenderla" example:"La gestión ya consta en otro plan del mismo órgano"`
}

// Visto is the input of [Validar].
type Visto struct {
	Dispensas []Dispensa `json:"dispensas,omitempty" validate:"omitempty,max=500,dive" doc:"Observaciones que se dispensan"`
	Nota      string     `json:"nota,omitempty" validate:"omitempty,max=2000" doc:"Consideraciones"`
	Oficio    string     `json:"oficio,omitempty" validate:"omitempty,max=80" doc:"Oficio en que consta"`
}

// Acuerdo is the input of [Autorizar].
type Acuerdo struct {
	Nota   string `json:"nota,omitempty" validate:"omitempty,max=2000" doc:"Condiciones" example:"Informar el avance cada mes"`
	Oficio string `json:"oficio,omitempty" validate:"omitempty,max=80" doc:"Oficio en que consta"`
}
