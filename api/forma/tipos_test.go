package forma_test

import (
	"encoding/json"
	"errors"

	"github.com/operacion-abierta/operacion/doe/fecha"
	nucleo "github.com/operacion-abierta/operacion/doe/forma"
)

// porcentaje is hundredths of a per cent that JSON writes as a number.
type porcentaje int

func (porcentaje) FormaJSON() nucleo.Forma {
	cero, cien, paso := 0.0, 100.0, 0.01
	return nucleo.Forma{Tipo: "number", Minimo: &cero, Maximo: &cien, Multiplo: &paso}
}

func (p porcentaje) MarshalJSON() ([]byte, error) { return json.Marshal(float64(p) / 100) }

func (p *porcentaje) UnmarshalJSON(b []byte) error {
	var f float64
	if err := json.Unmarshal(b, &f); err != nil {
		return err
	}
	*p = porcentaje(f * 100)
	return nil
}

// clave is a text with methods of its own.
type clave string

func (clave) FormaJSON() nucleo.Forma {
	return nucleo.Forma{Tipo: "string", Patron: "^[a-z]+$", LargoMaximo: 8}
}

func (c *clave) UnmarshalText(b []byte) error {
	if len(b) == 0 || len(b) > 8 {
		return errors.New("not a key")
	}
	*c = clave(b)
	return nil
}

type Cabecera struct {
	Folio   string         `json:"folio" hecho:"true" validate:"max=40" doc:"Folio del registro" example:"PRUEBA-2023-14-0000001-X"`
	Creado  fecha.Instante `json:"creado" hecho:"true"`
	Cerrado fecha.Instante `json:"cerrado,omitzero" hecho:"true"`
}

type Persona struct {
	Nombre string `json:"nombre" validate:"required,max=80" doc:"Nombre completo" example:"Ana Pérez"`
	Correo string `json:"correo,omitempty" validate:"omitempty,email,max=120" example:"ana@example.org"`
}

type Accion struct {
	Clave clave      `json:"clave" validate:"required"`
	Peso  porcentaje `json:"peso" example:"12.5"`
}

type Registro struct {
	Cabecera
	Peticionario Persona           `json:"peticionario"`
	Afectado     *Persona          `json:"afectado,omitempty"`
	Acciones     []Accion          `json:"acciones,omitempty" validate:"omitempty,max=5,dive"`
	Temas        []string          `json:"temas,omitempty" validate:"omitempty,min=1,max=4,unique,dive,max=10" example:"[\"uno\",\"dos\"]"`
	Etiquetas    map[string]string `json:"etiquetas,omitempty" validate:"omitempty,max=3,dive,max=5"`
	Hechos       fecha.Fecha       `json:"hechos,omitzero" example:"2023-01-30"`
	Momento      *fecha.Instante   `json:"momento,omitempty"`
	Canal        string            `json:"canal" validate:"oneof=web oficio" example:"web"`
	Dias         int               `json:"dias,omitempty" validate:"omitempty,min=1,max=20"`
	Nivel        int8              `json:"nivel"`
	Veces        uint16            `json:"veces"`
	Grande       int64             `json:"grande"`
	Tasa         float64           `json:"tasa" validate:"gte=0,lt=1"`
	Urgente      bool              `json:"urgente" example:"true"`
	Nota         *string           `json:"nota,omitempty" nullable:"true" validate:"omitempty,max=10"`
	Suma         string            `json:"suma,omitempty" validate:"omitempty,sha256"`
	Motivo       string            `json:"motivo,omitempty" validate:"required_with=Suma,max=9"`
	Libre        json.RawMessage   `json:"libre,omitempty"`
	Dentro       *Registro         `json:"dentro,omitempty"`
}
