package main

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/operacion-abierta/operacion/api/acceso"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/fecha"
)

// token signs a credential with the local key. It needs the keys and nothing
// else, so it works while the server runs.
type token struct {
	conexion
	Unidad   string        `help:"Unidad de la persona, como doe-7.1.3.1.4 o caood-7.1."`
	Puesto   string        `help:"Puesto: titular, mando, personal o taod." default:"titular"`
	OOAD     string        `name:"ooad" help:"OOAD de la unidad regional, a dos dígitos."`
	Organo   string        `help:"Órgano de la contraparte, como ooad-14 o dn-juridica."`
	Rol      string        `help:"Papel de la contraparte: evaluado, normativo, area, federal o direccion_general."`
	Nombre   string        `help:"Nombre de la persona."`
	Sub      string        `help:"Identificador de la persona; si falta, se forma de los demás datos."`
	Suple    string        `help:"Persona titular a quien suple; pide --oficio."`
	Oficio   string        `help:"Documento de la suplencia, la encomienda o la delegación, que rige mientras la credencial."`
	Encarga  string        `help:"Unidad superior que le encomienda un acto; pide --facultad y --oficio."`
	Delega   string        `help:"Persona titular que le delega facultades; pide --facultad y --oficio."`
	DeUnidad string        `help:"Unidad de quien delega; la propia si falta."`
	Facultad string        `help:"Facultad que se le encomienda o, separadas por comas, las que se le delegan, como siade.atencion:autorizar."`
	Vigencia time.Duration `help:"Cuánto vale la credencial." default:"12h"`
}

// Run prints the token.
func (o *token) Run(t terminal) error {
	l, err := o.llavero()
	if err != nil {
		return err
	}
	firmado, err := acceso.Emitir(l, o.credencial(), uuid.NewString(), time.Now(), o.Vigencia)
	if err != nil {
		return err
	}
	if _, err := o.credencial().Comprobar(doe.Vigente()); err != nil {
		return fmt.Errorf("%w: %w", errUso, err)
	}
	_, err = fmt.Fprintln(t.Out, firmado)
	return err
}

func (o *token) credencial() acceso.Credencial {
	c := acceso.Credencial{
		Sub: o.Sub, Nombre: o.Nombre, Unidad: doe.ClaveUnidad(o.Unidad), OOAD: doe.OOAD(o.OOAD),
		Organo: doe.ClaveOrgano(o.Organo), Rol: doe.Rol(o.Rol),
	}
	if x, err := doe.ParseOOAD(o.OOAD); err == nil {
		c.OOAD = x
	}
	if o.Unidad != "" {
		c.Puesto = doe.Puesto(o.Puesto)
	}
	if c.Sub == "" {
		c.Sub = fmt.Sprintf("%s%s:%s%s", o.Unidad, o.Organo, o.OOAD, c.Puesto)
	}
	if c.Nombre == "" {
		c.Nombre = c.Sub
	}
	hoy, fin := fecha.De(time.Now()).Dia(), fecha.De(time.Now().Add(o.Vigencia)).Dia()
	if o.Suple != "" {
		c.Suplencia = &doe.Suplencia{De: o.Suple, Documento: o.Oficio, Desde: hoy, Hasta: fin}
	}
	if o.Encarga != "" {
		c.Encomienda = &doe.Encomienda{De: doe.ClaveUnidad(o.Encarga), Facultad: doe.Facultad(o.Facultad), Documento: o.Oficio, Desde: hoy, Hasta: fin}
	}
	if o.Delega != "" {
		c.Delegacion = &doe.Delegacion{De: o.Delega, Unidad: cmp.Or(doe.ClaveUnidad(o.DeUnidad), c.Unidad), Documento: o.Oficio, Desde: hoy, Hasta: fin}
		for f := range strings.SplitSeq(o.Facultad, ",") {
			c.Delegacion.Facultades = append(c.Delegacion.Facultades, doe.Facultad(strings.TrimSpace(f)))
		}
	}
	return c
}
