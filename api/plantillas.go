package api

import (
	"cmp"
	"encoding/json"
	"net/http"
	"reflect"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/operacion-abierta/operacion/doe/falla"
	"github.com/operacion-abierta/operacion/doe/tramite"
	"github.com/operacion-abierta/operacion/siade"
	ficha "github.com/operacion-abierta/operacion/siade/consulta"
	"github.com/operacion-abierta/operacion/siade/plantilla"
)

// PorRedactar is with what an answer is drafted.
type PorRedactar struct {
	Plantilla string `json:"plantilla" validate:"required,max=30" doc:"Clave de la plantilla" example:"ORI-VIG"`
	// Ficha is the card whose data fill the fields that ask for them.
	Ficha   string            `json:"ficha,omitempty" validate:"omitempty,max=30" doc:"Clave de la ficha de consulta de la que salen los campos que la piden" example:"VIG-DER"`
	Valores []plantilla.Valor `json:"valores,omitempty" validate:"omitempty,max=40,dive" doc:"Valores de los campos que no salen del expediente"`
}

// Borrador is the draft of an answer. It is kept nowhere.
type Borrador struct {
	Texto  string            `json:"texto" doc:"La respuesta, en texto llano"`
	Campos []plantilla.Lleno `json:"campos" doc:"Los campos, con lo que se puso en cada uno"`
	// Respuesta is what the act takes.
	Respuesta siade.Respuesta `json:"respuesta" doc:"Lista para enviarse al acto responder"`
}

// PlantillaAplicable is a template in force that suits a petition.
type PlantillaAplicable struct {
	Clave   string            `json:"clave" doc:"Clave" example:"ORI-VIG"`
	Version int               `json:"version_plantilla" doc:"Versión que rige" example:"1"`
	Nombre  string            `json:"nombre" doc:"Nombre" example:"Orientación sobre vigencia de derechos"`
	Uso     string            `json:"uso" doc:"Cuándo se usa y cuándo no"`
	Campos  []plantilla.Campo `json:"campos" doc:"Campos que deben darse a mano"`
}

// montarPlantillasDePeticion adds the templates that suit a petition, and the
// draft that one makes.
func (s *Servidor) montarPlantillasDePeticion(k *coleccion) {
	s.montar(k.leer("/{folio}/plantillas", "plantillas", "Plantillas para responderla",
		"Plantillas de respuesta que rigen hoy y sirven para la petición, primero las de su trámite, subtema, tema o servicio, con los campos que deben darse a mano.",
		s.de(reflect.TypeFor[Lista[PlantillaAplicable]](), "Las plantillas."), k.plantillasDePeticion, k.folio()))
	op := operacion{
		Operation: huma.Operation{
			Method: http.MethodPost, Path: k.ruta("/{folio}/respuesta-de-plantilla"), OperationID: k.id("respuesta-de-plantilla"), Summary: "Redactar con una plantilla",
			Description: "Escribe el borrador de la respuesta con una plantilla en vigor: llena los campos con el expediente, con la ficha que se diga y con los valores dados, y dice de una vez todos los que faltan o no son de su clase. No guarda nada: el borrador se revisa y se envía al acto `responder`, que deja dicho con qué plantilla y versión se redactó. Lo hace quien puede responder la petición.",
			Tags:        []string{k.tag},
		},
		parametros: []parametro{k.folio()}, entrada: reflect.TypeFor[PorRedactar](), respuesta: s.de(reflect.TypeFor[Borrador](), "El borrador."), atender: k.redactar,
		errores: []int{http.StatusForbidden},
		ejemplo: PorRedactar{Plantilla: "ORI-VIG", Ficha: "VIG-DER", Valores: []plantilla.Valor{{Campo: "explicacion", Valor: "Usted y sus beneficiarios tienen derecho hasta el 30 de abril."}}},
	}
	s.ejerce(&op, "siade.atencion:atender", "siade.atencion:coordinar")
	s.montar(op)
}

// peticionVista is the petition of the path as the caller sees it.
func (k *coleccion) peticionVista(c *caso) (siade.Peticion, tramite.Registro, *tramite.Contexto, error) {
	r, _, ctx, err := c.leible(k.t)
	if err != nil {
		return siade.Peticion{}, nil, nil, err
	}
	visto, _ := k.t.Recortar(r, c.actor)
	p, ok := visto.(*siade.Peticion)
	if !ok {
		return siade.Peticion{}, nil, nil, noEncontrado()
	}
	return *p, r, ctx, nil
}

func clasificacionDe(p siade.Peticion) siade.Clasificacion {
	if p.Clasificacion == nil {
		return siade.Clasificacion{}
	}
	return *p.Clasificacion
}

func (k *coleccion) plantillasDePeticion(c *caso) (respuesta, error) {
	p, _, ctx, err := k.peticionVista(c)
	if err != nil {
		return respuesta{}, err
	}
	m, err := ctx.Padron(plantilla.Coleccion)
	if err != nil {
		return respuesta{}, err
	}
	out, ajuste := []PlantillaAplicable{}, map[string]int{}
	for clave, r := range m {
		v, rige := r.(*plantilla.Plantilla).En(ctx.Hoy())
		n := v.Contenido.Ajuste(clasificacionDe(p))
		if !rige || n == 0 {
			continue
		}
		a := PlantillaAplicable{Clave: clave, Version: v.Numero, Nombre: v.Contenido.Nombre, Uso: v.Contenido.Uso, Campos: []plantilla.Campo{}}
		for _, x := range v.Contenido.Campos {
			if x.De == "" {
				a.Campos = append(a.Campos, x)
			}
		}
		ajuste[clave], out = n, append(out, a)
	}
	slices.SortFunc(out, func(a, b PlantillaAplicable) int {
		return cmp.Or(cmp.Compare(ajuste[b.Clave], ajuste[a.Clave]), cmp.Compare(a.Clave, b.Clave))
	})
	return enJSON(lista(out))
}

func (k *coleccion) redactar(c *caso) (respuesta, error) {
	p, r, ctx, err := k.peticionVista(c)
	if err != nil {
		return respuesta{}, err
	}
	if _, err := k.t.Autoriza(r, siade.Responder.Nombre, ctx); err != nil {
		return respuesta{}, err
	}
	var e PorRedactar
	if err := json.Unmarshal(c.cuerpo, &e); err != nil {
		return respuesta{}, err
	}
	m, err := ctx.Padron(plantilla.Coleccion)
	if err != nil {
		return respuesta{}, err
	}
	x, hay := m[e.Plantilla].(*plantilla.Plantilla)
	if !hay {
		return respuesta{}, deForma(falla.Fallas{plantilla.ReglaSinVigor.Rota("body.plantilla")})
	}
	v, hay := x.En(ctx.Hoy())
	if !hay {
		return respuesta{}, deForma(falla.Fallas{plantilla.ReglaSinVigor.Rota("body.plantilla")})
	}
	var f falla.Fallas
	f.Si(v.Contenido.Ajuste(clasificacionDe(p)) == 0, plantilla.ReglaNoAplica, "body.plantilla")
	d := plantilla.DatosDe(p, ctx)
	if err := deLaFicha(d, e.Ficha, ctx, &f); err != nil {
		return respuesta{}, err
	}
	texto, campos, mal := v.Contenido.Llenar(d, e.Valores)
	if err := deForma(append(f, mal...)); err != nil {
		return respuesta{}, err
	}
	return enJSON(Borrador{texto, campos, siade.Respuesta{Respuesta: texto, Plantilla: siade.UsoPlantilla{Clave: e.Plantilla, Version: v.Numero}}})
}

// deLaFicha adds the data of a card; one that is suspended answers nobody.
func deLaFicha(d plantilla.Datos, clave string, ctx *tramite.Contexto, f *falla.Fallas) error {
	if clave == "" {
		return nil
	}
	m, err := ctx.Padron(ficha.ColeccionFichas)
	if err != nil {
		return err
	}
	x, hay := m[clave].(*ficha.Ficha)
	if f.Si(!hay || x.Situacion(ctx.Hoy()) == ficha.SinVigor || x.Situacion(ctx.Hoy()) == ficha.SeSuspendio, plantilla.ReglaFicha, "body.ficha") {
		return nil
	}
	v, _ := x.EnVigor(ctx.Hoy())
	e := v.Contenido
	var documentos, donde, fundamento []string
	for _, o := range e.Documentos {
		documentos = append(documentos, o.Nombre)
	}
	for _, l := range e.Donde {
		donde = append(donde, l.Donde)
	}
	for _, q := range e.Fundamento {
		fundamento = append(fundamento, q.Norma+", "+q.Lugar)
	}
	d[plantilla.DeFicha] = e.Nombre
	for k, xs := range map[plantilla.Fuente][]string{plantilla.DeRequisitos: e.Requisitos, plantilla.DeDocumentos: documentos, plantilla.DeDonde: donde, plantilla.DeFundamento: fundamento} {
		if len(xs) > 0 {
			d[k] = strings.Join(xs, "; ")
		}
	}
	return nil
}
