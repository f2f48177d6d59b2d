package api_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/operacion-abierta/operacion/api/acceso"
	"github.com/operacion-abierta/operacion/doe"
	"github.com/operacion-abierta/operacion/doe/tramite"
)

// Estudio is what its trámite keeps the duties of apart.
type Estudio struct {
	tramite.Cabecera
	Texto string `json:"texto" doc:"Texto"`
}

func deEstudio(nombre string, f doe.Facultad, de tramite.Origen, a tramite.Destino) tramite.Acto[Estudio, Nota] {
	return tramite.Acto[Estudio, Nota]{
		Nombre: nombre, Titulo: nombre, Descripcion: nombre, De: de, A: a, Facultades: doe.Alguna(f), Alcance: doe.Linea,
		Aplicar: func(r *Estudio, e Nota, _ tramite.Suceso) { r.Texto = e.Texto }, Ejemplo: Nota{Texto: "x"},
	}
}

var estudios = tramite.MustDefinir(tramite.Definicion[Estudio]{
	Nombre: "estudio", Coleccion: "estudios", Titulo: "Estudio", Descripcion: "Estudio, para las pruebas.", Serie: "EST", Rama: "doe-7.1.5",
	Estados:     []tramite.DefEstado{{Nombre: "borrador", Categoria: tramite.Abierta, Titulo: "Borrador"}, {Nombre: "firme", Categoria: tramite.Cerrada, Titulo: "Firme"}},
	Alta:        deEstudio("elaborar", "doe.prospectiva:elaborar", tramite.Origen{}, tramite.Hacia("borrador")),
	Actos:       tramite.Actos[Estudio](deEstudio("autorizar", "doe.prospectiva:autorizar", tramite.Desde("borrador"), tramite.Hacia("firme"))),
	Segregacion: tramite.Segregacion{Modo: tramite.SeRehusa},
})

func TestWhereDutiesAreKeptApartAnotherPersonDecides(t *testing.T) {
	b := bancoDe(t, []tramite.Cualquiera{estudios})
	jefa := acceso.Credencial{Sub: "jefa", Nombre: "Jefa", Unidad: "doe-7.1.5", Puesto: doe.Titular}
	folio := b.pedir(jefa, "POST", "/v1/estudios", Nota{Texto: "uno"}).es(t, 201)["folio"].(string)
	v := b.pedir(jefa, "POST", "/v1/estudios/"+folio+"/autorizar", Nota{Texto: "dos"}).es(t, 403)
	assert.Equal(t, "segregacion", v["codigo"])
	assert.Equal(t, "doe.prospectiva:autorizar", v["facultad"])
	assert.NotEmpty(t, v["unidades_facultadas"])
	for _, a := range b.pedir(jefa, "GET", "/v1/estudios/"+folio+"/actos", nil).es(t, 200)["elementos"].([]any) {
		if x := a.(map[string]any); x["acto"] == "autorizar" {
			assert.Equal(t, false, x["puede"])
			assert.Contains(t, x["motivo"], "otra persona")
		}
	}
	otra := jefa
	otra.Sub = "otra"
	b.pedir(otra, "POST", "/v1/estudios/"+folio+"/autorizar", Nota{Texto: "dos"}).es(t, 200)
	s := b.pedir(jefa, "GET", "/v1/tramites/estudio", nil).es(t, 200)["segregacion"].(map[string]any)
	assert.Equal(t, "rehusa", s["modo"])
}
