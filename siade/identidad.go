package siade

import (
	"encoding/json"

	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/identificador"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// The classes of reserved data.
const (
	ClasePeticionario = "peticionario"
	ClaseAfectado     = "afectado"
)

// Peticionario is what a petition keeps of who presents it.
type Peticionario struct {
	Tipo    TipoPeticionario `json:"tipo" doc:"Clase de persona u organismo" example:"derechohabiente"`
	Anonimo bool             `json:"anonimo,omitempty" doc:"Si se presentó de forma anónima"`
	// Identidad is the reference of the data kept apart, empty when there are none.
	Identidad string `json:"identidad,omitempty" doc:"Referencia de los datos de identidad, que se guardan aparte"`
	// Contacto: there is a telephone or an address to reach the person by.
	Contacto bool `json:"contacto,omitempty" doc:"Si dejó teléfono o correo"`
	// AvisoPrivacidad is the version of the notice accepted.
	AvisoPrivacidad string `json:"aviso_privacidad,omitempty" doc:"Versión del aviso de privacidad aceptada" example:"2025-03"`
	// Consiente: to the treatment of sensitive data.
	Consiente bool `json:"consentimiento_sensibles,omitempty" doc:"Si consintió el uso de datos sensibles"`
	// RFCPorVerificar: the check digit is not the one expected, which happens
	// to keys in use.
	RFCPorVerificar bool `json:"rfc_por_verificar,omitempty" doc:"Si el dígito verificador del RFC no es el esperado"`
}

// Afectado is who suffers what the petition tells, when someone else.
type Afectado struct {
	Parentesco string `json:"parentesco,omitempty" doc:"Parentesco con quien presenta" example:"madre"`
	Identidad  string `json:"identidad,omitempty" doc:"Referencia de los datos de identidad, que se guardan aparte"`
}

// DatosPeticionario is who presents a petition, as it is told. The identity in
// it never reaches the record nor the event.
type DatosPeticionario struct {
	Tipo     TipoPeticionario `json:"tipo" validate:"required" doc:"Clase de persona u organismo" example:"derechohabiente"`
	Anonimo  bool             `json:"anonimo,omitempty" doc:"Si se presenta de forma anónima; entonces no lleva identidad" example:"false"`
	Nombre   string           `json:"nombre,omitempty" validate:"omitempty,max=200" doc:"Nombre completo o razón social" example:"Rosa Elena Prado Luna"`
	NSS      string           `json:"nss,omitempty" validate:"omitempty,max=20" doc:"Número de seguridad social, once dígitos" example:"92919084431"`
	CURP     string           `json:"curp,omitempty" validate:"omitempty,max=20" doc:"CURP" example:"BEML920313HMCLNS09"`
	RFC      string           `json:"rfc,omitempty" validate:"omitempty,max=20" doc:"RFC; un dígito verificador inesperado se avisa y no se rechaza" example:"GODE561231GR8"`
	Telefono string           `json:"telefono,omitempty" validate:"omitempty,e164" doc:"Teléfono con lada" example:"3312345678"`
	Correo   string           `json:"correo,omitempty" validate:"omitempty,email,max=254" doc:"Correo electrónico" example:"rosa.prado@example.org"`
	Lengua   string           `json:"lengua,omitempty" validate:"omitempty,max=60" doc:"Lengua en que prefiere ser atendida" example:"náhuatl"`
	// AvisoPrivacidad is required with any identity (rule 10).
	AvisoPrivacidad string `json:"aviso_privacidad,omitempty" validate:"omitempty,max=20" doc:"Versión del aviso de privacidad aceptada; obligatoria si hay identidad" example:"2025-03"`
	Consiente       bool   `json:"consentimiento_sensibles,omitempty" doc:"Si consiente el uso de datos sensibles" example:"true"`

	Identidad       string `json:"identidad,omitempty" hecho:"true" doc:"Referencia de los datos reservados"`
	Contacto        bool   `json:"contacto,omitempty" hecho:"true" doc:"Si dejó teléfono o correo"`
	RFCPorVerificar bool   `json:"rfc_por_verificar,omitempty" hecho:"true" doc:"Si el RFC pide verificarse"`
}

// DatosAfectado is the affected person, as it is told.
type DatosAfectado struct {
	Nombre     string `json:"nombre,omitempty" validate:"omitempty,max=200" doc:"Nombre completo" example:"Luz Prado Ríos"`
	NSS        string `json:"nss,omitempty" validate:"omitempty,max=20" doc:"Número de seguridad social" example:"12345678903"`
	Parentesco string `json:"parentesco,omitempty" validate:"omitempty,max=60" doc:"Parentesco con quien presenta" example:"hija"`

	Identidad string `json:"identidad,omitempty" hecho:"true" doc:"Referencia de los datos reservados"`
}

// reservado is what is kept apart of one person.
type reservado struct {
	Nombre   string `json:"nombre,omitempty"`
	NSS      string `json:"nss,omitempty"`
	CURP     string `json:"curp,omitempty"`
	RFC      string `json:"rfc,omitempty"`
	Telefono string `json:"telefono,omitempty"`
	Correo   string `json:"correo,omitempty"`
	Lengua   string `json:"lengua,omitempty"`
}

// claves are the values by which the person can be found exactly.
func (r reservado) claves() map[string]string {
	out := map[string]string{}
	for k, v := range map[string]string{"nss": r.NSS, "curp": r.CURP, "rfc": r.RFC, "telefono": r.Telefono, "correo": r.Correo} {
		if v != "" {
			out[k] = v
		}
	}
	return out
}

// apartar makes the reserved part of an identity; nothing when it is empty.
func apartar(r reservado, clase string, azar func() string) (string, []tramite.Reservado) {
	if r == (reservado{}) {
		return "", nil
	}
	datos, err := json.Marshal(r)
	if err != nil { // a struct of texts always encodes
		return "", nil
	}
	ref := azar()
	return ref, []tramite.Reservado{{Ref: ref, Clase: clase, Datos: datos, Claves: r.claves()}}
}

func (d *DatosPeticionario) separar(azar func() string) []tramite.Reservado {
	r := reservado{d.Nombre, d.NSS, d.CURP, d.RFC, d.Telefono, d.Correo, d.Lengua}
	if c, err := identificador.ParseCURP(d.CURP); err == nil {
		r.CURP = string(c)
	}
	if c, aviso, err := identificador.ParseRFC(d.RFC); err == nil {
		r.RFC, d.RFCPorVerificar = string(c), aviso
	}
	d.Contacto = d.Telefono != "" || d.Correo != ""
	d.Nombre, d.NSS, d.CURP, d.RFC, d.Telefono, d.Correo, d.Lengua = "", "", "", "", "", "", ""
	var out []tramite.Reservado
	d.Identidad, out = apartar(r, ClasePeticionario, azar)
	return out
}

func (d *DatosAfectado) separar(azar func() string) []tramite.Reservado {
	r := reservado{Nombre: d.Nombre, NSS: d.NSS}
	d.Nombre, d.NSS = "", ""
	var out []tramite.Reservado
	d.Identidad, out = apartar(r, ClaseAfectado, azar)
	return out
}

// identifica says whether it tells who the person is or how to reach them.
func (d DatosPeticionario) identifica() bool {
	return d.Nombre != "" || d.NSS != "" || d.CURP != "" || d.RFC != "" || d.Telefono != "" || d.Correo != ""
}

func (d *DatosPeticionario) revisar(lugar string, f *falla.Fallas) {
	f.Si(d.Anonimo && d.identifica(), ReglaAnonimo, lugar+".anonimo")
	f.Si(d.identifica() && d.AvisoPrivacidad == "", ReglaAviso, lugar+".aviso_privacidad")
	revisarNSS(d.NSS, lugar, f)
	if d.CURP != "" {
		_, err := identificador.ParseCURP(d.CURP)
		f.Si(err != nil, ReglaCURP, lugar+".curp")
	}
	if d.RFC != "" {
		_, _, err := identificador.ParseRFC(d.RFC)
		f.Si(err != nil, ReglaRFC, lugar+".rfc")
	}
}

func revisarNSS(nss, lugar string, f *falla.Fallas) {
	if nss != "" {
		_, err := identificador.ParseNSS(nss)
		f.Si(err != nil, ReglaNSS, lugar+".nss")
	}
}

// revisar checks the affected person; aviso is the version of the privacy
// notice that covers the petition.
func (d *DatosAfectado) revisar(aviso, lugar string, f *falla.Fallas) {
	f.Si((d.Nombre != "" || d.NSS != "") && aviso == "", ReglaAviso, "body.peticionario.aviso_privacidad")
	revisarNSS(d.NSS, lugar, f)
}

// registro is what the petition keeps.
func (d DatosPeticionario) registro() Peticionario {
	return Peticionario{
		Tipo: d.Tipo, Anonimo: d.Anonimo, Identidad: d.Identidad, Contacto: d.Contacto,
		AvisoPrivacidad: d.AvisoPrivacidad, Consiente: d.Consiente, RFCPorVerificar: d.RFCPorVerificar,
	}
}
