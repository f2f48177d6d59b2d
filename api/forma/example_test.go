package forma_test

import (
	"encoding/json"
	"fmt"
	"reflect"

	"github.com/danielgtaylor/huma/v2"

	"github.com/operacion-abierta/operacion/api/forma"
)

type Calificacion struct {
	Calificacion int    `json:"calificacion" validate:"min=1,max=5" doc:"De 1 a 5" example:"4"`
	Comentario   string `json:"comentario,omitempty" validate:"omitempty,max=500"`
}

func ExampleEsquemas_Entrada() {
	reg := huma.NewMapRegistry("#/components/schemas/", forma.Nombre)
	s := forma.NewEsquemas(reg).Entrada(reflect.TypeFor[Calificacion]())
	fmt.Println(s.Ref)
	b, _ := json.Marshal(reg.SchemaFromRef(s.Ref).Properties["calificacion"])
	fmt.Println(string(b))
	// Output:
	// #/components/schemas/FormaTestCalificacion
	// {"description":"De 1 a 5","examples":[4],"format":"int64","maximum":5,"minimum":1,"type":"integer"}
}

func ExampleEstricto() {
	fs, err := forma.Estricto([]byte(`{"calificacion": 4.0, "comentario": null}`), reflect.TypeFor[Calificacion]())
	for _, f := range fs {
		fmt.Println(f.Ubicacion, f.Codigo)
	}
	fmt.Println(err)
	_, err = forma.Estricto([]byte(`{"calificacion": 4, "calificacion": 5}`), reflect.TypeFor[Calificacion]())
	fmt.Println(err)
	// Output:
	// body.calificacion tipo-incorrecto
	// body.comentario nulo-no-permitido
	// <nil>
	// body.calificacion: clave-repetida: A property appears more than once.
}
