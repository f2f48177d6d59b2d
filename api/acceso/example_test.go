package acceso_test

import (
	"context"
	"fmt"
	"time"

	"github.com/operacion-abierta/operacion/api/acceso"
	"github.com/operacion-abierta/operacion/api/almacen/llaves"
	"github.com/operacion-abierta/operacion/doe"
)

func ExampleEmitir() {
	l := llaves.Efimero()
	c := acceso.Credencial{Sub: "taod-14-007", Nombre: "Persona técnica", Unidad: doe.CAOOD, Puesto: doe.TAOD, OOAD: "14"}
	token, err := acceso.Emitir(l, c, "jti-1", time.Now(), time.Hour)
	if err != nil {
		panic(err)
	}
	v := acceso.New(doe.Vigente, l, nil, time.Now)
	actor, err := v.Actor(context.Background(), "Bearer "+token)
	fmt.Println(actor.Unidad, actor.OOAD, actor.Puesto, err)
	// Output: caood-7.1 14 taod <nil>
}
